//! Arguments, languages, and what is said of wrong usage.

use super::*;

fn words(line: &str) -> Vec<OsString> {
    std::iter::once("pallium").chain(line.split_whitespace()).map(OsString::from).collect()
}

fn run(line: &str) -> Arguments {
    match read(words(line), Language::Dutch) {
        Answer::Run(arguments) => arguments,
        other => panic!("{line}: {other:?}"),
    }
}

fn refused(line: &str) -> String {
    match read(words(line), Language::Dutch) {
        Answer::Wrong(message) => message,
        other => panic!("{line}: {other:?}"),
    }
}

fn told(line: &str, variables: &[(&str, &str)]) -> Speech {
    let variable = |name: &str| {
        let found = variables.iter().find(|(known, _)| *known == name);
        found.map(|(_, value)| OsString::from(value))
    };
    speech(&words(line), variable)
}

#[test]
fn the_language_that_was_asked_for_counts_first() {
    let (nl, en) = (Language::Dutch, Language::English);
    let of = |language, told| Speech { language, told };
    assert_eq!(told("", &[]), of(nl, None));
    assert_eq!(told("", &[("LANG", "en_GB.UTF-8")]), of(en, None));
    assert_eq!(told("", &[("LANG", "en_GB.UTF-8"), ("LC_ALL", "C")]), of(nl, None));
    assert_eq!(told("", &[("LANG", "nl_NL"), ("PALLIUM_LANG", "en")]), of(en, Some(en)));
    assert_eq!(told("demo --lang nl", &[("PALLIUM_LANG", "en")]), of(nl, Some(nl)));
    assert_eq!(told("--lang=en --onzin", &[]), of(en, Some(en)));
    assert_eq!(told("--lang fr", &[]), of(nl, None));
}

#[test]
fn commands_with_their_options_before_and_after() {
    assert_eq!(run("").command, Command::Program);
    assert_eq!(run("demo").command, Command::Demo);
    assert_eq!(run("meetings --data map").data, Some(PathBuf::from("map")));
    assert_eq!(run("--data map meetings").data, Some(PathBuf::from("map")));
    let history = |wanted| Command::History("last".to_owned(), wanted);
    assert_eq!(run("history last").command, history(WantedVersions::List));
    assert_eq!(run("history last --show 2").command, history(WantedVersions::Show(2)));
    assert_eq!(run("history --restore 3 last").command, history(WantedVersions::Restore(3)));
    refused("history last --restore 1 --show 1");
    refused("history last --restore een");
    use crate::export::DocumentFormat;
    let (html, text) =
        (PaperFormat::Document(DocumentFormat::Html), PaperFormat::Document(DocumentFormat::Text));
    assert_eq!(run("show laatste").command, Command::Minutes("laatste".to_owned(), None, text));
    assert_eq!(run("minutes ab").command, Command::Minutes("ab".to_owned(), None, text));
    assert_eq!(run("minutes ab --format html").command, Command::Minutes("ab".to_owned(), None, html));
    let wanted = |reader, extras: &[crate::export::Extra]| WantedSummary {
        whom: "Fictief B.".to_owned(),
        reader,
        extras: extras.to_vec(),
    };
    let hap = Command::Summary(wanted(crate::export::Reader::Hap, &[]), text);
    let words = ["pallium", "summary", "Fictief B.", "--for", "hap", "-o", "uit.txt"].map(OsString::from);
    let Answer::Run(summary) = read(words.into(), Language::Dutch) else { panic!("a summary") };
    assert_eq!((summary.command, summary.output), (hap, Some("uit.txt".into())));
    use crate::export::{Extra, Reader};
    let with = |line: &str| {
        let words = line.split(' ').map(|word| if word == "B" { "Fictief B." } else { word });
        match read(words.map(OsString::from).collect(), Language::Dutch) {
            Answer::Run(arguments) => arguments.command,
            other => panic!("{other:?}"),
        }
    };
    for (reader, names) in [(Reader::Dossier, ["dossier", "record"]), (Reader::Hap, ["hap", "out-of-hours"])]
    {
        for name in names {
            assert_eq!(
                with(&format!("pallium summary B --for {name}")),
                Command::Summary(wanted(reader, &[]), text)
            );
        }
    }
    let asked = Command::Summary(wanted(Reader::Patient, &[Extra::Marking, Extra::Relatives]), text);
    assert_eq!(with("pallium summary B --for patient --with relatives,marking"), asked);
    assert_eq!(with("pallium summary B --for patient --with relatives --with marking"), asked);
    refused("summary ab --for patient --with alles");
    let agreements = run("agreements --group Noord --for Vos").command;
    let group = Some("Noord".to_owned());
    assert_eq!(agreements, Command::Agreements { group, owner: Some("Vos".to_owned()), format: text });
    let of = |whom: &str| Command::Minutes("ab".to_owned(), Some(whom.to_owned()), text);
    assert_eq!(run("minutes ab --patient 2").command, of("2"));
    assert_eq!(run("minutes --patient=J. ab").command, of("J."));
    assert_eq!(run("check").command, Command::Check(Vec::new(), Format::Text));
    let paths = vec!["a.toml".into(), "map".into()];
    assert_eq!(run("check a.toml map").command, Command::Check(paths.clone(), Format::Text));
    assert_eq!(run("check --format json a.toml map").command, Command::Check(paths, Format::Json));
    assert_eq!(run("check --format text").command, Command::Check(Vec::new(), Format::Text));
    assert_eq!(run("screenshots map").command, Command::Screenshots("map".into()));
    assert_eq!(run("manual map").command, Command::Manual("map".into()));
    assert_eq!(run("completions fish").command, Command::Completions(clap_complete::Shell::Fish));
    refused("completions tcsh");
    assert_eq!(run("backup a.tar").command, Command::Backup("a.tar".into()));
    assert_eq!(run("restore a.tar").command, Command::Restore("a.tar".into(), None));
    let of = |newer| Command::Restore("a.tar".into(), Some(newer));
    assert_eq!(run("restore --newer keep a.tar").command, of(Newer::Keep));
    assert_eq!(run("restore a.tar --newer=replace").command, of(Newer::Replace));
    assert_eq!(run("doctor").command, Command::Doctor { accept: false });
    assert_eq!(run("doctor --accept").command, Command::Doctor { accept: true });
    let arguments = run("--theme licht --ascii --plain --record r.jsonl --with-text --checklists eigen");
    assert_eq!((arguments.theme, arguments.marks), (Some(ThemeName::Light), Some(Marks::Ascii)));
    assert!(arguments.plain && arguments.with_text);
    assert_eq!((arguments.record, arguments.checklists), (Some("r.jsonl".into()), Some("eigen".into())));
    assert_eq!(run("--replay r.jsonl").replay, Some("r.jsonl".into()));
}

#[test]
fn commands_about_checklists() {
    let of = |line: &str| match run(line).command {
        Command::Checklist(command) => command,
        other => panic!("{line}: {other:?}"),
    };
    let kort = || "kort".to_owned();
    assert_eq!(of("checklist list"), ChecklistCommand::List);
    assert_eq!(of("checklist show kort"), ChecklistCommand::Show(kort(), false));
    assert_eq!(of("checklist show --toml kort --data map"), ChecklistCommand::Show(kort(), true));
    assert_eq!(of("checklist new kort"), ChecklistCommand::New(kort(), None));
    let from = ChecklistCommand::New(kort(), Some("markering".to_owned()));
    assert_eq!(of("checklist new kort --from markering"), from);
    assert_eq!(of("checklist new --case kort"), ChecklistCommand::NewCase(kort()));
    assert_eq!(of("checklist edit kort"), ChecklistCommand::Edit(kort()));
    assert_eq!(of("checklist diff kort"), ChecklistCommand::Diff(kort()));
}

#[test]
fn wrong_usage_in_dutch_with_what_was_meant() {
    let see = "Zie \"pallium --help\".";
    assert_eq!(refused("--dat x"), format!("Pallium kent \"--dat\" niet. Bedoelde u \"--data\"? {see}"));
    assert_eq!(refused("sho"), format!("De opdracht \"sho\" bestaat niet. Bedoelde u \"show\"? {see}"));
    assert_eq!(refused("show"), format!("Er ontbreekt iets: <BIJEENKOMST>. {see}"));
    assert_eq!(refused("--data"), format!("Er ontbreekt iets: --data <MAP>. {see}"));
    assert_eq!(
        refused("--theme lict"),
        format!("\"lict\" past niet bij --theme <KLEUREN>. Bedoelde u \"licht\"? {see}")
    );
    assert_eq!(
        refused("--record a --replay b"),
        format!("--record <BESTAND> gaat niet samen met --replay <BESTAND>. {see}")
    );
    assert_eq!(refused("--ascii --ascii"), format!("--ascii mag maar één keer. {see}"));
    assert_eq!(refused("--with-text"), format!("Er ontbreekt iets: --record <BESTAND>. {see}"));
    assert_eq!(refused("case"), format!("Zet er een opdracht achter: list, show, guide. {see}"));
    for (command, one) in
        [("checklist", "export"), ("readers", "remove"), ("fhir", "read"), ("import", "register")]
    {
        let said = refused(command);
        assert!(said.starts_with("Zet er een opdracht achter: ") && said.contains(one), "{command}: {said}");
    }
    assert_eq!(refused("checklist show"), format!("Er ontbreekt iets: <NAAM>. {see}"));
    assert_eq!(
        refused("checklist edti kort"),
        format!("De opdracht \"edti\" bestaat niet. Bedoelde u \"edit\"? {see}")
    );
    assert_eq!(refused("check --format xml"), format!("\"xml\" past niet bij --format <text|json>. {see}"));
    assert_eq!(
        refused("readers add"),
        format!("Noem erbij wie u toevoegt, bijvoorbeeld: pallium readers add Jansen. {see}")
    );
    assert!(refused("readers remove").contains("readers remove Jansen"));
    let quotes = refused("forget Fictief Z.");
    assert!(quotes.contains("tussen aanhalingstekens") && quotes.contains("\"Fictief Z.\""), "{quotes}");
    assert_eq!(refused("forget --ja x"), format!("Pallium kent \"--ja\" niet. {see}"));
    assert_eq!(refused("demo nog iets"), format!("Pallium kent \"nog\" niet. {see}"));
}

#[test]
fn help_has_no_word_of_the_other_language() {
    let help = |line: &str, language| match read(words(line), language) {
        Answer::Text(text) => text,
        other => panic!("{other:?}"),
    };
    let commands = [
        "--help",
        "-h",
        "show --help",
        "minutes --help",
        "check -h",
        "meetings --help",
        "demo --help",
        "checklist --help",
        "checklist list -h",
        "checklist show -h",
        "checklist new -h",
        "checklist edit -h",
        "checklist diff -h",
        "history -h",
        "restore -h",
    ];
    for line in commands {
        let dutch = help(line, Language::Dutch);
        assert!(dutch.contains("Gebruik: pallium") && dutch.contains("Opties:"), "{dutch}");
        for english in
            ["Usage", "Options", "Commands", "Arguments", "possible values", "Print help", "default:"]
        {
            assert!(!dutch.contains(english), "{line}: {dutch}");
        }
        let english = help(line, Language::English);
        assert!(english.contains("Usage: pallium") && english.contains("Options:"), "{english}");
    }
    assert_eq!(help("--version", Language::Dutch), format!("pallium {}\n", env!("CARGO_PKG_VERSION")));
}

#[cfg(unix)]
#[test]
fn what_is_no_text_is_refused_where_text_is_wanted() {
    use std::os::unix::ffi::OsStringExt as _;
    let arguments = vec!["pallium".into(), "show".into(), OsString::from_vec(vec![0xff])];
    assert!(matches!(read(arguments, Language::Dutch), Answer::Wrong(_)));
    let arguments = vec!["pallium".into(), "--data".into(), OsString::from_vec(vec![0xff])];
    assert!(matches!(read(arguments, Language::Dutch), Answer::Run(_)));
}

#[test]
fn signs_are_those_of_the_locale() {
    let of = |set: &[(&str, &str)]| {
        signs(|name| set.iter().find(|(known, _)| *known == name).map(|(_, value)| value.into()))
    };
    for (set, marks) in [
        (&[][..], Marks::Signs),
        (&[("LANG", "nl_NL.UTF-8")], Marks::Signs),
        (&[("LANG", "nl_NL.utf8")], Marks::Signs),
        (&[("LANG", "C.UTF-8")], Marks::Signs),
        (&[("LANG", "C")], Marks::Ascii),
        (&[("LANG", "POSIX")], Marks::Ascii),
        (&[("LANG", "nl_NL.ISO-8859-1")], Marks::Ascii),
        (&[("LANG", "nl_NL@euro")], Marks::Ascii),
        (&[("LANG", "nl_NL.UTF-8"), ("LC_ALL", "C")], Marks::Ascii),
        (&[("LANG", "C"), ("LC_CTYPE", "en_GB.UTF-8")], Marks::Signs),
    ] {
        assert_eq!(of(set), marks, "{set:?}");
    }
}

#[test]
fn a_locale_that_names_another_set_has_only_letters_of_ascii() {
    for (set, other) in [
        (&[][..], false),
        (&[("LANG", "nl_NL.UTF-8")], false),
        (&[("LANG", "C")], false),
        (&[("LANG", "POSIX")], false),
        (&[("LANG", "C.UTF-8")], false),
        (&[("LANG", "nl_NL.ISO-8859-1")], true),
        (&[("LANG", "nl_NL@euro")], true),
        (&[("LANG", "nl_NL")], true),
        (&[("LANG", "nl_NL.ISO-8859-1"), ("LC_ALL", "C")], false),
        (&[("LANG", "nl_NL.UTF-8"), ("LC_CTYPE", "de_DE.ISO-8859-15")], true),
    ] {
        let variable =
            |name: &str| set.iter().find(|(known, _)| *known == name).map(|(_, value)| value.into());
        assert_eq!(has_other_letters(variable), other, "{set:?}");
    }
}

/// What stands between backquotes or in a block of `sh` in a document, where it is a command of Pallium.
fn commands_in(text: &str) -> Vec<String> {
    let inline = text.split('`').skip(1).step_by(2);
    let blocks = text.split("```sh\n").skip(1).filter_map(|block| block.split("```").next());
    let lines = blocks.flat_map(str::lines);
    let all = inline.filter(|code| !code.contains('\n')).chain(lines);
    all.filter(|code| code.starts_with("pallium ")).map(str::to_owned).collect()
}

/// The words of a command as a shell takes them, as far as quotes.
fn taken_apart(line: &str) -> Vec<OsString> {
    let parts = line.split('"').enumerate();
    let words = parts.flat_map(|(number, part)| match number % 2 {
        0 => part.split_whitespace().collect::<Vec<_>>(),
        _ => vec![part],
    });
    words.take_while(|word| *word != ">" && *word != "|").map(OsString::from).collect()
}

#[test]
fn every_command_that_the_handbook_names_is_understood() {
    let handbook = include_str!("../../../docs/handboek.md");
    let installing = include_str!("../../../docs/installing.md");
    for text in [handbook, installing, include_str!("../../../README.md")] {
        let commands = commands_in(text);
        assert!(!commands.is_empty());
        for line in commands {
            match read(taken_apart(&line), Language::Dutch) {
                // A sentence may name a command without what it is about.
                Answer::Wrong(said) => assert!(said.starts_with("Er ontbreekt"), "{line}: {said}"),
                Answer::Run(_) | Answer::Text(_) => {}
            }
        }
    }
}

#[test]
fn every_key_that_the_handbook_names_is_in_the_table() {
    use crate::app::keymap::BINDINGS;
    let handbook = include_str!("../../../docs/handboek.md");
    let ends = |sign: char| !sign.is_alphanumeric() && !"+↑↓←→".contains(sign);
    let is_key = |word: &&str| {
        let number = word.strip_prefix('F').filter(|rest| !rest.is_empty());
        word.starts_with("Ctrl+") || number.is_some_and(|rest| rest.chars().all(|sign| sign.is_ascii_digit()))
    };
    let keys: Vec<&str> = handbook.split(ends).filter(is_key).collect();
    assert!(keys.len() > 20);
    for key in keys {
        let among = |shown: &str| shown == key || shown == "Ctrl+↑↓" && ["Ctrl+↑", "Ctrl+↓"].contains(&key);
        let known = BINDINGS.iter().any(|binding| among(binding.shown));
        assert!(known, "no key {key}");
    }
}

/// The commands that do something, with all the words that lead to each.
fn commands(parser: &clap::Command) -> Vec<(String, clap::Command)> {
    let within = |one: &clap::Command| {
        let deeper =
            commands(one).into_iter().map(|(name, found)| (format!("{} {name}", one.get_name()), found));
        deeper.collect::<Vec<_>>()
    };
    let leaf = |one: &clap::Command| vec![(one.get_name().to_owned(), one.clone())];
    let found =
        parser.get_subcommands().map(|one| if one.has_subcommands() { within(one) } else { leaf(one) });
    found.flatten().collect()
}

#[test]
fn the_usage_of_a_command_and_the_list_of_commands_name_all_that_it_takes() {
    let document = include_str!("../../../docs/commands.md");
    for language in [Language::Dutch, Language::English] {
        for (name, command) in commands(&parser(language)) {
            let usage = command.get_overridden_usage().map(ToString::to_string).unwrap_or_default();
            let begins = format!("| `pallium {}", name.split(' ').next().unwrap_or_default());
            let rows: String = document.lines().filter(|line| line.starts_with(&begins)).collect();
            for one in command.get_arguments() {
                let value = one.get_value_names().and_then(|names| names.first()).map(ToString::to_string);
                let value = value.filter(|_| one.get_action().takes_values());
                let option = match (one.get_short(), one.get_long()) {
                    (Some(short), _) => format!("-{short}"),
                    (None, Some(long)) => format!("--{long}"),
                    (None, None) => String::new(),
                };
                let told = format!("{option} {}", value.unwrap_or_default());
                assert!(usage.contains(told.trim()), "{usage}: {}", told.trim());
                // What is the same with every paper is told once, below the list.
                let is_told_below = ["--yes", "--format", "-o"].contains(&option.as_str());
                assert!(is_told_below || rows.contains(&option), "docs/commands.md, {name}: {option}");
            }
        }
    }
}
