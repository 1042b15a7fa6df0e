//! The arguments of `pallium readers`.

use clap::{Arg, ArgAction, ArgMatches, Command};

use super::command::Readers;
use crate::words::Language;

/// The command with what it can do, each begun by `within` from its name, what it is about and its usage.
pub(in crate::cli) fn commands(
    language: Language,
    within: impl Fn(&'static str, &'static str, &'static str) -> Command,
) -> Command {
    let named = |name: &'static str, help: &'static str| {
        Arg::new(name).help(help).help_heading(language.cli_arguments())
    };
    let name = || {
        named("name", language.cli_argument_reader()).value_name(language.cli_value_reader()).required(true)
    };
    let yes = named("yes", language.cli_option_remove_yes()).long("yes").action(ArgAction::SetTrue);
    within("readers", language.cli_readers(), language.cli_usage_readers())
        .subcommand_help_heading(language.cli_commands())
        .disable_help_subcommand(true)
        .subcommand_required(true)
        .subcommands([
            within("list", language.cli_readers_list(), language.cli_usage_readers_list()),
            within("add", language.cli_readers_add(), language.cli_usage_readers_add()).arg(name()),
            within("remove", language.cli_readers_remove(), language.cli_usage_readers_remove())
                .args([name(), yes]),
        ])
}

/// What was asked for.
pub(in crate::cli) fn taken(matches: &ArgMatches) -> Readers {
    let name = |within: &ArgMatches| within.get_one::<String>("name").cloned().unwrap_or_default();
    match matches.subcommand() {
        Some(("add", within)) => Readers::Add(name(within)),
        Some(("remove", within)) => Readers::Remove(name(within), within.get_flag("yes")),
        _ => Readers::List,
    }
}
