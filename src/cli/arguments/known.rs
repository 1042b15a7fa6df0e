//! The arguments of what looks at patients over all meetings: the register, and the course of one.

use std::path::PathBuf;

use clap::{Arg, ArgAction, ArgMatches, Command as Parser, value_parser};

use super::command::{Command, Format, WantedRegister};
use super::papers::{self, NO_TABLE};
use crate::meeting::{RegisterFilter, RegisterOrder};
use crate::words::Language;

/// The names of the commands, all of which bring something outside.
pub(super) const NAMES: [&str; 3] = ["register", "patient", "find"];

/// The commands, each begun by `within` from its name, what it is about and its usage.
pub(in crate::cli) fn commands(
    language: Language,
    within: impl Fn(&'static str, &'static str, &'static str) -> Parser,
) -> [Parser; 3] {
    let named = |name: &'static str, help: &'static str| {
        Arg::new(name).help(help).help_heading(language.cli_arguments())
    };
    let choice = |name: &'static str, help, value: &'static str, choices: Vec<&'static str>| {
        named(name, help).long(name).value_name(value).value_parser(choices).hide_possible_values(true)
    };
    let group =
        || named("group", language.cli_option_group()).long("group").value_name(language.cli_value_group());
    let output = || {
        named("output", language.cli_option_output())
            .short('o')
            .long("output")
            .value_name(language.cli_value_file())
            .value_parser(value_parser!(PathBuf))
    };
    let yes = || named("yes", language.cli_option_export_yes()).long("yes").action(ArgAction::SetTrue);
    let format = || choice("format", language.cli_option_format(), "text|json", vec!["text", "json"]);
    let filters = RegisterFilter::ALL.map(RegisterFilter::name).to_vec();
    let orders = RegisterOrder::ALL.map(RegisterOrder::name).to_vec();
    let label = named("label", language.cli_argument_label()).value_name(language.cli_value_label());
    let words = named("words", language.cli_argument_words()).value_name(language.cli_value_words());
    [
        within("register", language.cli_register(), language.cli_usage_register())
            .args([
                group(),
                choice("filter", language.cli_option_filter(), language.cli_value_filter(), filters),
                choice("order", language.cli_option_order(), language.cli_value_order(), orders),
                yes(),
            ])
            .args(papers::paper(language, "text|markdown|html|csv|xlsx|json")),
        within("patient", language.cli_patient(), language.cli_usage_patient())
            .args([label.required(true), yes()])
            .args(papers::paper(language, NO_TABLE)),
        within("find", language.cli_find(), language.cli_usage_find()).args([
            words.num_args(1..).required(true),
            format(),
            output(),
            yes(),
        ]),
    ]
}

/// What was asked for; `None` where it is another command.
pub(in crate::cli) fn taken(name: &str, within: &ArgMatches) -> Option<Command> {
    let text = |name: &str| within.get_one::<String>(name).cloned();
    let is = |wanted: &str| text("format").is_some_and(|format| format == wanted);
    let format = if is("json") { Format::Json } else { Format::Text };
    Some(match name {
        "register" => {
            let filter = text("filter").unwrap_or_default();
            let order = text("order").unwrap_or_default();
            Command::Register(WantedRegister {
                group: text("group"),
                filter: RegisterFilter::ALL
                    .into_iter()
                    .find(|known| known.name() == filter)
                    .unwrap_or_default(),
                order: RegisterOrder::ALL.into_iter().find(|known| known.name() == order).unwrap_or_default(),
                format: papers::format(within),
            })
        }
        "patient" => Command::Patient(text("label").unwrap_or_default(), papers::format(within)),
        "find" => {
            let words = within.get_many::<String>("words").into_iter().flatten().cloned();
            Command::Find(words.collect::<Vec<_>>().join(" "), format)
        }
        _ => return None,
    })
}
