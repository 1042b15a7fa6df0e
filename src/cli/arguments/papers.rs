//! The arguments of papers that leave the program.

use std::path::PathBuf;

use clap::builder::PossibleValue;
use clap::{Arg, ArgAction, ArgMatches, Command as Parser, value_parser};

use super::command::{Command, PaperFormat, WantedMirror, WantedPreparation, WantedSummary};
use crate::export::{DocumentFormat, Extra, Reader};
use crate::words::Language;

/// The names of the commands, all of which bring something outside.
pub(super) const NAMES: [&str; 5] = ["summary", "agreements", "mirror", "minutes", "prepare"];

/// The formats of what is no table.
pub(super) const NO_TABLE: &str = "text|markdown|html|json";

/// The formats of what is a table as well.
pub(super) const TABLE: &str = "text|markdown|html|csv|json";

/// The commands, each begun by `within` from its name, what it is about and its usage.
pub(super) fn commands(
    language: Language,
    within: impl Fn(&'static str, &'static str, &'static str) -> Parser,
) -> [Parser; 4] {
    let named = |name: &'static str, help: &'static str| {
        Arg::new(name).help(help).help_heading(language.cli_arguments())
    };
    let label = named("label", language.cli_argument_label()).value_name(language.cli_value_label());
    let readers = Reader::ALL.map(|reader| PossibleValue::new(reader.name()).aliases(reader.english_name()));
    let whom = named("for", language.cli_option_for())
        .long("for")
        .value_name(language.cli_value_for_whom())
        .value_parser(readers)
        .hide_possible_values(true);
    let extras = Extra::ALL.map(Extra::name);
    let with = named("with", language.cli_option_with())
        .long("with")
        .value_name(language.cli_value_extras())
        .value_delimiter(',')
        .action(ArgAction::Append)
        .value_parser(extras)
        .hide_possible_values(true);
    let group =
        || named("group", language.cli_option_group()).long("group").value_name(language.cli_value_group());
    let day = |name: &'static str, help| named(name, help).long(name).value_name(language.cli_value_day());
    let owner = named("for", language.cli_option_owner()).long("for").value_name(language.cli_value_group());
    let participant =
        named("for", language.cli_option_prepare_for()).long("for").value_name(language.cli_value_group());
    let yes = || named("yes", language.cli_option_export_yes()).long("yes").action(ArgAction::SetTrue);
    [
        within("summary", language.cli_summary(), language.cli_usage_summary())
            .args([label.required(true), whom.required(true), with, yes()])
            .args(paper(language, NO_TABLE)),
        within("agreements", language.cli_agreements(), language.cli_usage_agreements())
            .args([group(), owner, yes()])
            .args(paper(language, TABLE)),
        within("mirror", language.cli_mirror(), language.cli_usage_mirror())
            .args([
                group(),
                day("from", language.cli_option_from_day()),
                day("to", language.cli_option_to_day()),
                yes(),
            ])
            .args(paper(language, "text|markdown|html|csv|json|jsonl")),
        within("prepare", language.cli_prepare(), language.cli_usage_prepare())
            .args([group(), participant, day("on", language.cli_option_on_day()), yes()])
            .args(paper(language, NO_TABLE)),
    ]
}

/// In which format a paper is written, and where.
///
/// Every format is understood, so that what is no table can say so; `formats` are those that make sense.
pub(super) fn paper(language: Language, formats: &'static str) -> [Arg; 2] {
    let named = |name: &'static str, help: &'static str| {
        Arg::new(name).long(name).help(help).help_heading(language.cli_arguments())
    };
    [
        named("format", language.cli_option_document_format())
            .value_name(formats)
            .value_parser(PaperFormat::ALL.map(PaperFormat::name))
            .hide_possible_values(true),
        named("output", language.cli_option_output_or_folder())
            .short('o')
            .value_name(language.cli_value_file())
            .value_parser(value_parser!(PathBuf)),
    ]
}

/// The format that was asked for.
pub(super) fn format(within: &ArgMatches) -> PaperFormat {
    let asked = within.get_one::<String>("format");
    let named = |known: &PaperFormat| asked.is_some_and(|asked| known.name() == asked);
    PaperFormat::ALL.into_iter().find(named).unwrap_or(PaperFormat::Document(DocumentFormat::Text))
}

/// What was asked for; `None` where it is another command.
pub(super) fn taken(name: &str, within: &ArgMatches) -> Option<Command> {
    let text = |name: &str| within.get_one::<String>(name).cloned();
    let format = format(within);
    Some(match name {
        "summary" => {
            let asked = text("for").unwrap_or_default();
            let reader = Reader::named(&asked)?;
            let asked: Vec<&String> = within.get_many("with").into_iter().flatten().collect();
            let is_asked = |extra: &Extra| asked.iter().any(|name| *name == extra.name());
            let extras = Extra::ALL.into_iter().filter(is_asked).collect();
            let whom = text("label").unwrap_or_default();
            Command::Summary(WantedSummary { whom, reader, extras }, format)
        }
        "agreements" => Command::Agreements { group: text("group"), owner: text("for"), format },
        "mirror" => {
            Command::Mirror(WantedMirror { group: text("group"), from: text("from"), to: text("to") }, format)
        }
        "prepare" => {
            let wanted = WantedPreparation { group: text("group"), whom: text("for"), on: text("on") };
            Command::Prepare(wanted, format)
        }
        _ => return None,
    })
}
