//! What can be said with every command, and the commands about checklists.

use std::path::PathBuf;

use clap::{Arg, ArgAction, value_parser};

use crate::app::ThemeName;
use crate::words::Language;

/// The names of the looks, in both languages.
pub(in crate::cli) const THEMES: [(&str, ThemeName); 12] = [
    ("terminal", ThemeName::Terminal),
    ("rustig", ThemeName::Terminal),
    ("calm", ThemeName::Terminal),
    ("donker", ThemeName::Dark),
    ("dark", ThemeName::Dark),
    ("licht", ThemeName::Light),
    ("light", ThemeName::Light),
    ("beamer", ThemeName::Beamer),
    ("contrast", ThemeName::Beamer),
    ("mono", ThemeName::Mono),
    ("kleurloos", ThemeName::Mono),
    ("plain", ThemeName::Mono),
];

/// The commands about checklists.
pub(in crate::cli) fn checklist_commands(
    language: Language,
    within: impl Fn(&'static str, &'static str, &'static str) -> clap::Command,
) -> clap::Command {
    let named = |name: &'static str, help: &'static str| {
        Arg::new(name).help(help).help_heading(language.cli_arguments())
    };
    let id = |help| named("id", help).value_name(language.cli_value_id()).required(true);
    let toml = named("toml", language.cli_option_toml()).long("toml").action(ArgAction::SetTrue);
    let from = named("from", language.cli_option_from()).long("from").value_name(language.cli_value_id());
    let case = named("case", language.cli_option_case()).long("case").action(ArgAction::SetTrue);
    let case = case.conflicts_with("from");
    let known = || id(language.cli_argument_known_id());
    let commands = [
        within("list", language.cli_checklist_list(), language.cli_usage_checklist_list()),
        within("show", language.cli_checklist_show(), language.cli_usage_checklist_show())
            .args([known(), toml]),
        within("new", language.cli_checklist_new(), language.cli_usage_checklist_new()).args([
            id(language.cli_argument_new_id()),
            from,
            case,
        ]),
        within("edit", language.cli_checklist_edit(), language.cli_usage_checklist_edit()).arg(known()),
        within("diff", language.cli_checklist_diff(), language.cli_usage_checklist_diff()).arg(known()),
        within("export", language.cli_checklist_export(), language.cli_usage_checklist_export()).arg(known()),
        within("import", language.cli_checklist_import(), language.cli_usage_checklist_import()).args([
            named("file", language.cli_argument_import())
                .value_name(language.cli_value_file())
                .value_parser(value_parser!(PathBuf))
                .required(true),
            named("as", language.cli_option_as()).long("as").value_name(language.cli_value_id()),
        ]),
    ];
    within("checklist", language.cli_checklist(), language.cli_usage_checklist())
        .subcommand_help_heading(language.cli_commands())
        .disable_help_subcommand(true)
        .subcommand_required(true)
        .subcommands(commands)
}

/// The commands about cases.
pub(in crate::cli) fn case_commands(
    language: Language,
    within: impl Fn(&'static str, &'static str, &'static str) -> clap::Command,
) -> clap::Command {
    let named = |name: &'static str, help: &'static str| {
        Arg::new(name).help(help).help_heading(language.cli_arguments())
    };
    let id = named("id", language.cli_argument_case()).value_name(language.cli_value_id()).required(true);
    let flag = |name, help| named(name, help).long(name).action(ArgAction::SetTrue);
    let format = named("format", language.cli_option_reading_format())
        .long("format")
        .value_name("text|markdown|html")
        .value_parser(["text", "markdown", "html"])
        .hide_possible_values(true);
    let commands = [
        within("list", language.cli_case_list(), language.cli_usage_case_list()),
        within("show", language.cli_case_show(), language.cli_usage_case_show()).args([
            id,
            flag("trainer", language.cli_option_trainer()).conflicts_with("group"),
            flag("group", language.cli_option_worksheet()),
            format.clone(),
        ]),
        within("guide", language.cli_case_guide(), language.cli_usage_case_guide()).arg(format),
    ];
    within("case", language.cli_case(), language.cli_usage_case())
        .subcommand_help_heading(language.cli_commands())
        .disable_help_subcommand(true)
        .subcommand_required(true)
        .subcommands(commands)
}

/// The options of every command.
pub(in crate::cli) fn options(language: Language) -> Vec<Arg> {
    let option = |name: &'static str, help: &'static str| {
        Arg::new(name).long(name).help(help).help_heading(language.cli_options()).global(true)
    };
    let flag = |name, help| option(name, help).action(ArgAction::SetTrue);
    let path = |name, help, value: &'static str| {
        option(name, help).value_name(value).value_parser(value_parser!(PathBuf))
    };
    let choice = |name, help, value: &'static str, choices: Vec<&'static str>| {
        option(name, help).value_name(value).value_parser(choices).hide_possible_values(true)
    };
    let (folder, file) = (language.cli_value_folder(), language.cli_value_file());
    let themes = THEMES.iter().map(|(name, _)| *name).collect();
    vec![
        path("data", language.cli_option_data(), folder),
        path("checklists", language.cli_option_checklists(), folder),
        choice("lang", language.cli_option_language(), language.cli_value_language(), vec!["nl", "en"]),
        choice("theme", language.cli_option_theme(), language.cli_value_theme(), themes),
        flag("ascii", language.cli_option_ascii()),
        flag("plain", language.cli_option_plain()),
        path("record", language.cli_option_record(), file),
        option("passphrase-fd", language.cli_option_passphrase_fd())
            .value_name(language.cli_value_descriptor())
            .value_parser(value_parser!(u32).range(..=255)),
        flag("with-text", language.cli_option_with_text()).requires("record"),
        path("replay", language.cli_option_replay(), file).conflicts_with_all(["record", "plain"]),
        option("help", language.cli_option_help()).short('h').action(ArgAction::Help),
        option("version", language.cli_option_version()).short('V').action(ArgAction::Version).global(false),
    ]
}

/// The options that no help names: what the program says to itself, and what tests need.
pub(in crate::cli) fn hidden() -> Vec<Arg> {
    vec![
        Arg::new("locked-fd").long("locked-fd").value_parser(value_parser!(u32)).hide(true),
        #[cfg(debug_assertions)]
        Arg::new("readable-memory")
            .long("readable-memory")
            .action(ArgAction::SetTrue)
            .hide(true)
            .global(true),
        #[cfg(debug_assertions)]
        Arg::new("weak-key").long("weak-key").action(ArgAction::SetTrue).hide(true).global(true),
        #[cfg(debug_assertions)]
        Arg::new("fault-at-f12").long("fault-at-f12").action(ArgAction::SetTrue).hide(true),
    ]
}
