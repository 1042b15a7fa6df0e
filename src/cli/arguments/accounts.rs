//! The arguments of what gives account: the log, deleting a patient, deleting old meetings.

use clap::{Arg, ArgAction, Command};

use crate::words::Language;

/// The commands, each begun by `within` from its name, what it is about and its usage.
pub(in crate::cli) fn commands(
    language: Language,
    within: impl Fn(&'static str, &'static str, &'static str) -> Command,
) -> [Command; 3] {
    let named = |name: &'static str, help: &'static str| {
        Arg::new(name).help(help).help_heading(language.cli_arguments())
    };
    let yes = || named("yes", language.cli_option_yes()).long("yes").action(ArgAction::SetTrue);
    let since = named("since", language.cli_option_since()).long("since");
    let about = named("about", language.cli_option_log_meeting()).long("meeting");
    let whom = named("whom", language.cli_argument_whom()).value_name(language.cli_value_whom());
    let session = named("session", language.cli_option_forget_session())
        .long("session")
        .value_name(language.cli_value_session());
    let invented = named("invented", language.cli_option_forget_invented())
        .long("invented")
        .alias("fictional")
        .action(ArgAction::SetTrue);
    let older_than = named("older-than", language.cli_option_older_than()).long("older-than");
    [
        within("log", language.cli_log(), language.cli_usage_log()).args([
            since.value_name(language.cli_value_date()),
            about.value_name(language.cli_value_meeting()),
        ]),
        within("forget", language.cli_forget(), language.cli_usage_forget()).args([
            whom.required_unless_present_any(["session", "invented"]),
            session.conflicts_with("whom"),
            invented.conflicts_with_all(["whom", "session"]),
            yes(),
        ]),
        within("retention", language.cli_retention(), language.cli_usage_retention())
            .args([older_than.value_name(language.cli_value_age()), yes()]),
    ]
}
