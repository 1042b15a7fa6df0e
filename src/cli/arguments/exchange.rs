//! The arguments of what goes to other programs as FHIR.

use std::path::PathBuf;

use clap::{Arg, ArgAction, ArgMatches, Command as Parser, value_parser};

use super::command::{Command, WantedImport, WantedReading};
use crate::exchange::Profiles;
use crate::words::Language;

/// The command with what it can do, each begun by `within` from its name, what it is about and its usage.
pub(super) fn commands(
    language: Language,
    within: impl Fn(&'static str, &'static str, &'static str) -> Parser,
) -> Parser {
    let named = |name: &'static str, help: &'static str| {
        Arg::new(name).help(help).help_heading(language.cli_arguments())
    };
    let export = within("export", language.cli_fhir_export(), language.cli_usage_fhir_export()).args([
        named("label", language.cli_argument_label()).value_name(language.cli_value_label()).required(true),
        named("output", language.cli_option_output_or_folder())
            .short('o')
            .long("output")
            .value_name(language.cli_value_file())
            .value_parser(value_parser!(PathBuf)),
        named("base", language.cli_option_base()).long("base").value_name("URL"),
        named("profile-version", language.cli_option_profile_version())
            .long("profile-version")
            .value_name(language.cli_value_version()),
        named("yes", language.cli_option_export_yes()).long("yes").action(ArgAction::SetTrue),
    ]);
    let read = within("read", language.cli_fhir_read(), language.cli_usage_fhir_read()).args([
        named("file", language.cli_argument_fhir())
            .value_name(language.cli_value_file())
            .value_parser(value_parser!(PathBuf))
            .required(true),
        named("patient", language.cli_option_fhir_patient())
            .long("patient")
            .value_name(language.cli_value_label()),
        named("take", language.cli_option_take_all()).long("take").action(ArgAction::SetTrue),
    ]);
    within("fhir", language.cli_fhir(), language.cli_usage_fhir())
        .subcommand_help_heading(language.cli_commands())
        .disable_help_subcommand(true)
        .subcommand_required(true)
        .subcommands([export, read])
}

/// The command that takes over what others wrote down.
pub(super) fn import(
    language: Language,
    within: impl Fn(&'static str, &'static str, &'static str) -> Parser,
) -> Parser {
    let named = |name: &'static str, help: &'static str| {
        Arg::new(name).help(help).help_heading(language.cli_arguments())
    };
    let register = within("register", language.cli_import_register(), language.cli_usage_import_register())
        .args([
            named("file", language.cli_argument_table())
                .value_name(language.cli_value_file())
                .value_parser(value_parser!(PathBuf))
                .required(true),
            named("group", language.cli_option_import_group())
                .long("group")
                .value_name(language.cli_value_group()),
            named("take", language.cli_option_take()).long("take").action(ArgAction::SetTrue),
        ]);
    within("import", language.cli_import(), language.cli_usage_import())
        .subcommand_help_heading(language.cli_commands())
        .disable_help_subcommand(true)
        .subcommand_required(true)
        .subcommands([register])
}

/// What is to be taken over.
pub(super) fn imported(matches: &ArgMatches) -> Command {
    let Some((_, within)) = matches.subcommand() else { return Command::Program };
    Command::ImportRegister(WantedImport {
        file: within.get_one::<PathBuf>("file").cloned().unwrap_or_default(),
        group: within.get_one::<String>("group").cloned(),
        take: within.get_flag("take"),
    })
}

/// What was asked for.
pub(super) fn taken(matches: &ArgMatches) -> Command {
    let Some((name, within)) = matches.subcommand() else { return Command::Program };
    let text = |name: &str| within.get_one::<String>(name).cloned();
    if name == "read" {
        return Command::FhirRead(WantedReading {
            file: within.get_one::<PathBuf>("file").cloned().unwrap_or_default(),
            patient: text("patient"),
            take: within.get_flag("take"),
        });
    }
    let known = Profiles::default();
    let profiles = Profiles {
        base: text("base").unwrap_or(known.base),
        version: text("profile-version").unwrap_or(known.version),
    };
    Command::FhirExport(text("label").unwrap_or_default(), profiles)
}
