//! From the words on the command line to what was asked for, in the language of the user.

mod accounts;
mod command;
mod exchange;
mod installing;
mod known;
mod options;
mod papers;
mod readers;
mod wrong_usage;

use std::ffi::{OsStr, OsString};
use std::path::PathBuf;

use clap::error::ErrorKind;
use clap::{Arg, ArgAction, ArgMatches, value_parser};

use crate::app::ThemeName;
use crate::app::message::Marks;
use crate::export::DocumentFormat;
use crate::words::Language;
pub(in crate::cli) use command::{
    Arguments, ChecklistCommand, Command, Format, Newer, PaperFormat, Protect, Readers, WantedImport,
    WantedLog, WantedMirror, WantedPreparation, WantedReading, WantedRegister, WantedSummary, WantedVersions,
};
use options::{THEMES, case_commands, checklist_commands, hidden, options};
use wrong_usage::wrong;

/// What comes of the arguments.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::cli) enum Answer {
    /// Something to do.
    Run(Arguments),
    /// Something to read: help, or the version.
    Text(String),
    /// Wrong usage, and how to go on.
    Wrong(String),
}

/// The language to speak, and whether somebody asked for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::cli) struct Speech {
    /// The language.
    pub language: Language,
    /// The same, where it was asked for.
    pub told: Option<Language>,
}

/// Finds out which language to speak before anything else is read, so that help and faults are in it too.
///
/// `--lang` counts first, then `PALLIUM_LANG`, then the language of the system; a system without one speaks Dutch.
pub(in crate::cli) fn speech(arguments: &[OsString], variable: impl Fn(&str) -> Option<OsString>) -> Speech {
    let words: Vec<&str> = arguments.iter().skip(1).filter_map(|word| word.to_str()).collect();
    let after = words.iter().zip(words.iter().skip(1)).filter(|(word, _)| **word == "--lang");
    let joined = words.iter().filter_map(|word| word.strip_prefix("--lang="));
    let named = after.map(|(_, value)| *value).chain(joined).find_map(exact);
    let told = named.or_else(|| variable("PALLIUM_LANG").as_deref().and_then(OsStr::to_str).and_then(exact));
    let system = ["LC_ALL", "LC_MESSAGES", "LANG"].into_iter().find_map(variable);
    let system = system.as_deref().and_then(OsStr::to_str).and_then(of_locale);
    Speech { language: told.or(system).unwrap_or_default(), told }
}

/// The signs that this terminal can be expected to show: a locale that is not UTF-8 has no others than ASCII.
///
/// Where no locale is set, nothing is known against the usual ones.
pub(in crate::cli) fn signs(variable: impl Fn(&str) -> Option<OsString>) -> Marks {
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].into_iter().find_map(variable);
    let is_other = locale.filter(|locale| !locale.is_empty()).is_some_and(|locale| {
        let locale = locale.to_string_lossy().to_lowercase();
        !locale.contains("utf-8") && !locale.contains("utf8")
    });
    if is_other && !cfg!(windows) { Marks::Ascii } else { Marks::default() }
}

/// Whether the locale names a set of letters that is not UTF-8, so that the terminal may show only those of ASCII.
///
/// "C" and "POSIX" name none: a terminal of today shows UTF-8 all the same, as other programs take it too.
pub(in crate::cli) fn has_other_letters(variable: impl Fn(&str) -> Option<OsString>) -> bool {
    let named = ["LC_ALL", "LC_CTYPE", "LANG"].into_iter().find_map(&variable);
    let names_none = named.is_some_and(|locale| matches!(locale.to_str(), Some("C" | "POSIX")));
    !names_none && signs(variable) == Marks::Ascii
}

fn exact(code: &str) -> Option<Language> {
    match code {
        "nl" => Some(Language::Dutch),
        "en" => Some(Language::English),
        _ => None,
    }
}

/// The language of a locale such as `en_GB.UTF-8`.
fn of_locale(locale: &str) -> Option<Language> {
    locale.split(['_', '.', '@', '-']).next().and_then(exact)
}

/// Reads the arguments, the name of the program first.
pub(in crate::cli) fn read(arguments: Vec<OsString>, language: Language) -> Answer {
    match with_hidden(parser(language), language).try_get_matches_from(arguments) {
        Ok(matches) => Answer::Run(taken(&matches)),
        Err(error) => match error.kind() {
            ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => Answer::Text(error.to_string()),
            _ => Answer::Wrong(wrong(&error, language)),
        },
    }
}

fn taken(matches: &ArgMatches) -> Arguments {
    let path = |name: &str| matches.get_one::<PathBuf>(name).cloned();
    let file = |within: &ArgMatches| within.get_one::<PathBuf>("file").cloned().unwrap_or_default();
    let command = match matches.subcommand() {
        Some(("demo", _)) => Command::Demo,
        Some(("meetings", _)) => Command::Meetings,
        Some((name @ ("show" | "minutes"), within)) => {
            let patient = (name == "minutes").then(|| within.get_one::<String>("patient").cloned()).flatten();
            let format = if name == "minutes" {
                papers::format(within)
            } else {
                PaperFormat::Document(crate::export::DocumentFormat::Text)
            };
            Command::Minutes(
                within.get_one::<String>("meeting").cloned().unwrap_or_default(),
                patient,
                format,
            )
        }
        Some(("history", within)) => {
            let number = |name: &str| within.get_one::<usize>(name).copied();
            let wanted = match (number("show"), number("restore")) {
                (_, Some(number)) => WantedVersions::Restore(number),
                (Some(number), None) => WantedVersions::Show(number),
                (None, None) => WantedVersions::List,
            };
            Command::History(within.get_one::<String>("meeting").cloned().unwrap_or_default(), wanted)
        }
        Some(("log", within)) => {
            let text = |name: &str| within.get_one::<String>(name).cloned();
            Command::Log(WantedLog { since: text("since"), meeting: text("about") })
        }
        Some(("forget", within)) => {
            let (whom, yes) = (within.get_one::<String>("whom"), within.get_flag("yes"));
            match within.get_one::<String>("session") {
                Some(session) => Command::ForgetSession(session.clone(), yes),
                None if within.get_flag("invented") => Command::ForgetInvented(yes),
                None => Command::Forget(whom.cloned().unwrap_or_default(), yes),
            }
        }
        Some(("retention", within)) => {
            Command::Retention(within.get_one::<String>("older-than").cloned(), within.get_flag("yes"))
        }
        Some(("check", within)) => {
            let paths = within.get_many::<PathBuf>("path").into_iter().flatten().cloned().collect();
            let is_json = within.get_one::<String>("format").is_some_and(|format| format == "json");
            Command::Check(paths, if is_json { Format::Json } else { Format::Text })
        }
        Some(("checklist", within)) => Command::Checklist(checklist(within)),
        Some(("case", within)) => Command::Checklist(case(within)),
        Some(("fhir", within)) => exchange::taken(within),
        Some(("import", within)) => exchange::imported(within),
        Some(("schema", _)) => Command::Schema,
        Some(("backup", within)) => Command::Backup(file(within)),
        Some(("restore", within)) => {
            let newer = within.get_one::<String>("newer").map(|choice| match choice.as_str() {
                "replace" => Newer::Replace,
                _ => Newer::Keep,
            });
            Command::Restore(file(within), newer)
        }
        Some(("protect", within)) => {
            let asked = |name: &str| within.get_flag(name);
            let named = [
                ("change", Protect::Change),
                ("recover", Protect::Recover),
                ("new-recovery-key", Protect::Recovery),
                ("disk-is-encrypted", Protect::Disk),
            ];
            let wanted = named.into_iter().find(|(name, _)| asked(name));
            Command::Protect(wanted.map_or(Protect::Seal, |(_, what)| what))
        }
        Some(("readers", within)) => Command::Readers(readers::taken(within)),
        Some(("doctor", within)) => Command::Doctor { accept: within.get_flag("accept") },
        Some(("screenshots", within)) => {
            Command::Screenshots(within.get_one::<PathBuf>("folder").cloned().unwrap_or_default())
        }
        Some((name, within)) => {
            let paper = papers::NAMES.contains(&name).then(|| papers::taken(name, within)).flatten();
            paper
                .or_else(|| installing::taken(name, within))
                .or_else(|| known::taken(name, within))
                .unwrap_or(Command::Program)
        }
        None => Command::Program,
    };
    let leaves = match matches.subcommand() {
        Some(("fhir", within)) => within.subcommand().filter(|(name, _)| *name == "export"),
        other => other.filter(|(name, _)| known::NAMES.contains(name) || papers::NAMES.contains(name)),
    };
    Arguments {
        data: path("data"),
        checklists: path("checklists"),
        theme: matches.get_one::<String>("theme").and_then(|name| theme(name)),
        marks: matches.get_flag("ascii").then_some(Marks::Ascii),
        plain: matches.get_flag("plain"),
        record: path("record"),
        with_text: matches.get_flag("with-text"),
        #[cfg(debug_assertions)]
        faulty: matches.get_flag("fault-at-f12"),
        passphrase: matches.get_one::<u32>("passphrase-fd").copied(),
        locked: matches.get_one::<u32>("locked-fd").copied(),
        #[cfg(debug_assertions)]
        readable_memory: matches.get_flag("readable-memory"),
        #[cfg(debug_assertions)]
        weak_key: matches.get_flag("weak-key"),
        yes: match matches.subcommand() {
            Some(("show" | "history", within)) => within.get_flag("yes"),
            _ => leaves.is_some_and(|(_, within)| within.get_flag("yes")),
        },
        // "-" is the standard output, as with other programs.
        output: leaves
            .and_then(|(_, within)| within.get_one::<PathBuf>("output").cloned())
            .filter(|path| path.as_os_str() != "-"),
        replay: path("replay"),
        command,
    }
}

fn case(matches: &ArgMatches) -> ChecklistCommand {
    match matches.subcommand() {
        Some(("show", within)) => {
            let id = within.get_one::<String>("id").cloned().unwrap_or_default();
            ChecklistCommand::ShowCase(id, within.get_flag("trainer"), case_format(within))
        }
        Some(("guide", within)) => ChecklistCommand::CaseGuide(case_format(within)),
        _ => ChecklistCommand::Cases,
    }
}

fn case_format(within: &ArgMatches) -> DocumentFormat {
    let asked = within.get_one::<String>("format");
    let named = |known: &DocumentFormat| asked.is_some_and(|asked| known.name() == asked);
    DocumentFormat::ALL.into_iter().find(named).unwrap_or(DocumentFormat::Text)
}

fn checklist(matches: &ArgMatches) -> ChecklistCommand {
    let text = |within: &ArgMatches, name: &str| within.get_one::<String>(name).cloned();
    match matches.subcommand() {
        Some(("import", within)) => {
            let file = within.get_one::<PathBuf>("file").cloned().unwrap_or_default();
            ChecklistCommand::Import(file, text(within, "as"))
        }
        Some((name, within)) if name != "list" => {
            let id = text(within, "id").unwrap_or_default();
            match name {
                "new" if within.get_flag("case") => ChecklistCommand::NewCase(id),
                "new" => ChecklistCommand::New(id, text(within, "from")),
                "edit" => ChecklistCommand::Edit(id),
                "diff" => ChecklistCommand::Diff(id),
                "export" => ChecklistCommand::Export(id),
                _ => ChecklistCommand::Show(id, within.get_flag("toml")),
            }
        }
        _ => ChecklistCommand::List,
    }
}

fn theme(name: &str) -> Option<ThemeName> {
    THEMES.iter().find(|(known, _)| *known == name).map(|(_, theme)| *theme)
}

/// How help is laid out, without a sentence that is not ours.
fn template(language: Language) -> String {
    format!("{{about}}\n\n{}: {{usage}}\n\n{{all-args}}{{after-help}}\n", language.cli_usage())
}

/// The one description of all arguments.
pub(in crate::cli) fn parser(language: Language) -> clap::Command {
    let template = template(language);
    let within = |name: &'static str, about: &'static str, usage: &'static str| {
        clap::Command::new(name).about(about).override_usage(usage).help_template(template.clone())
    };
    let meeting = Arg::new("meeting")
        .value_name(language.cli_value_meeting())
        .help(language.cli_argument_meeting())
        .help_heading(language.cli_arguments())
        .required(true);
    let patient = Arg::new("patient")
        .long("patient")
        .value_name(language.cli_value_patient())
        .help(language.cli_option_patient())
        .help_heading(language.cli_arguments());
    let path = Arg::new("path")
        .value_name(language.cli_value_paths())
        .help(language.cli_argument_paths())
        .help_heading(language.cli_arguments())
        .num_args(0..)
        .value_parser(value_parser!(PathBuf));
    let format = Arg::new("format")
        .long("format")
        .value_name("text|json")
        .help(language.cli_option_format())
        .help_heading(language.cli_arguments())
        .value_parser(["text", "json"])
        .hide_possible_values(true);
    let check = within("check", language.cli_check(), language.cli_usage_check()).args([path, format]);
    let file = |help: &'static str| {
        Arg::new("file")
            .value_name(language.cli_value_file())
            .help(help)
            .help_heading(language.cli_arguments())
            .value_parser(value_parser!(PathBuf))
            .required(true)
    };
    let newer = Arg::new("newer")
        .long("newer")
        .value_name("keep|replace")
        .value_parser(["keep", "replace"])
        .hide_possible_values(true)
        .help(language.cli_option_newer())
        .help_heading(language.cli_arguments());
    clap::Command::new("pallium")
        .bin_name("pallium")
        .version(env!("CARGO_PKG_VERSION"))
        .about(language.cli_about())
        .after_help(language.cli_after())
        .override_usage(language.cli_usage_program())
        .help_template(template.clone())
        .subcommand_help_heading(language.cli_commands())
        .disable_help_flag(true)
        .disable_version_flag(true)
        .disable_help_subcommand(true)
        .args(options(language))
        .subcommand(within("demo", language.cli_demo(), language.cli_usage_demo()))
        .subcommand(within("meetings", language.cli_meetings(), language.cli_usage_meetings()))
        .subcommand(
            within("show", language.cli_show(), language.cli_usage_show())
                .args([meeting.clone(), outside(language)]),
        )
        .subcommand(
            within("history", language.cli_history(), language.cli_usage_history())
                .arg(meeting.clone())
                .args(versions(language))
                .arg(outside(language)),
        )
        .subcommand(
            within("minutes", language.cli_minutes(), language.cli_usage_minutes())
                .args([meeting, patient, outside(language)])
                .args(papers::paper(language, papers::NO_TABLE)),
        )
        .subcommands(papers::commands(language, within))
        .subcommands(known::commands(language, within))
        .subcommand(exchange::commands(language, within))
        .subcommand(exchange::import(language, within))
        .subcommand(check)
        .subcommands(accounts::commands(language, within))
        .subcommand(checklist_commands(language, within))
        .subcommand(case_commands(language, within))
        .subcommand(within("schema", language.cli_schema(), language.cli_usage_schema()))
        .subcommand(
            within("backup", language.cli_backup(), language.cli_usage_backup())
                .arg(file(language.cli_argument_backup())),
        )
        .subcommand(
            within("restore", language.cli_restore(), language.cli_usage_restore())
                .args([file(language.cli_argument_restore()), newer]),
        )
        .subcommand(
            within("protect", language.cli_protect(), language.cli_usage_protect())
                .args(protecting(language)),
        )
        .subcommand(readers::commands(language, within))
        .subcommand(
            within("doctor", language.cli_doctor(), language.cli_usage_doctor()).arg(
                Arg::new("accept")
                    .long("accept")
                    .help(language.cli_option_accept())
                    .help_heading(language.cli_arguments())
                    .action(ArgAction::SetTrue),
            ),
        )
        .subcommand(installing::commands(language, within))
}

/// The same with what is only of use to who writes about the program, makes a package of it, or tests it.
fn with_hidden(parser: clap::Command, language: Language) -> clap::Command {
    let into = |name: &'static str, about: &'static str, usage: &'static str, help: &'static str| {
        let folder = Arg::new("folder").value_name(language.cli_value_folder()).help(help);
        let folder = folder.help_heading(language.cli_arguments()).value_parser(value_parser!(PathBuf));
        let folder = folder.required(true);
        let command = clap::Command::new(name).about(about).override_usage(usage);
        command.help_template(template(language)).arg(folder).hide(true)
    };
    let (screenshots, manual) = (language.cli_argument_screenshots(), language.cli_argument_manual());
    parser.args(hidden()).subcommands([
        into("screenshots", language.cli_screenshots(), language.cli_usage_screenshots(), screenshots),
        into("manual", language.cli_manual(), language.cli_usage_manual(), manual),
    ])
}

/// That nobody need be asked whether something may be brought outside.
fn outside(language: Language) -> Arg {
    let help = language.cli_option_export_yes();
    Arg::new("yes").long("yes").help(help).help_heading(language.cli_arguments()).action(ArgAction::SetTrue)
}

/// What can be asked of versions, one thing at a time.
fn versions(language: Language) -> [Arg; 2] {
    let numbered = |name: &'static str, help: &'static str| {
        Arg::new(name)
            .long(name)
            .value_name(language.cli_value_number())
            .help(help)
            .help_heading(language.cli_arguments())
            .value_parser(value_parser!(usize))
    };
    let restore = numbered("restore", language.cli_option_restore()).conflicts_with("show");
    [numbered("show", language.cli_option_show()), restore]
}

/// What can be asked of protecting, one thing at a time.
fn protecting(language: Language) -> [Arg; 4] {
    let flag = |name: &'static str, help: &'static str| {
        Arg::new(name).long(name).help(help).help_heading(language.cli_arguments()).action(ArgAction::SetTrue)
    };
    [
        flag("change", language.cli_option_change()).conflicts_with_all([
            "recover",
            "new-recovery-key",
            "disk-is-encrypted",
        ]),
        flag("recover", language.cli_option_recover())
            .conflicts_with_all(["new-recovery-key", "disk-is-encrypted"]),
        flag("new-recovery-key", language.cli_option_new_recovery_key()).conflicts_with("disk-is-encrypted"),
        flag("disk-is-encrypted", language.cli_option_disk_is_encrypted()),
    ]
}

#[cfg(test)]
mod tests;
