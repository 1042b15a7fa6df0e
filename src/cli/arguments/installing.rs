//! The arguments of what somebody needs who installs the program: completions for a shell, and man pages.

use std::path::PathBuf;

use clap::{Arg, ArgMatches, Command as Parser, value_parser};
use clap_complete::Shell;

use super::command::Command;
use crate::words::Language;

/// The command that is for everybody, begun by `within` from its name, what it is about and its usage.
pub(super) fn commands(
    language: Language,
    within: impl Fn(&'static str, &'static str, &'static str) -> Parser,
) -> Parser {
    let shell = Arg::new("shell")
        .help(language.cli_argument_shell())
        .help_heading(language.cli_arguments())
        .required(true)
        .value_name(language.cli_value_shell())
        .value_parser(value_parser!(Shell))
        .hide_possible_values(true);
    within("completions", language.cli_completions(), language.cli_usage_completions()).arg(shell)
}

/// What was asked for.
pub(super) fn taken(name: &str, matches: &ArgMatches) -> Option<Command> {
    match name {
        "completions" => matches.get_one::<Shell>("shell").copied().map(Command::Completions),
        "manual" => matches.get_one::<PathBuf>("folder").cloned().map(Command::Manual),
        _ => None,
    }
}
