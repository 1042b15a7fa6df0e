//! Writing checklists on the command line: the real program, with an editor that does what the test says.
#![cfg(unix)]
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "clippy.toml frees #[test] functions, not the helpers that they share"
)]

mod editing;

use std::io::Write as _;
use std::os::unix::fs::PermissionsExt as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use crate::support::foreign::foreign;
use serde_json::{Value, json};

/// A notebook, and an editor that is a small script.
struct Desk {
    folder: tempfile::TempDir,
}

struct Ended {
    code: Option<i32>,
    said: String,
    complained: String,
}

impl Ended {
    #[track_caller]
    fn is(&self, code: i32, said: &str) -> &Self {
        let all = format!("{}{}", self.said, self.complained);
        assert_eq!(self.code, Some(code), "{all}");
        assert!(all.contains(said), "no {said:?} in\n{all}");
        self
    }
}

impl Desk {
    fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    fn own(&self, name: &str) -> PathBuf {
        self.folder.path().join("notitieboek/checklists").join(name)
    }

    fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.own(name)).unwrap()
    }

    #[track_caller]
    fn write(&self, name: &str, text: &str) {
        let path = self.own(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    }

    /// No draft, and nothing that belongs to one.
    #[track_caller]
    fn has_no_draft(&self) {
        let left: Vec<_> = std::fs::read_dir(self.own(".concept")).into_iter().flatten().flatten().collect();
        assert!(left.iter().all(|entry| entry.path().is_dir()), "{left:?}");
    }

    /// The script of the editor: `$file` is what it edits, `$turn` how often it was opened; it notes what it was given.
    fn editor(&self, script: &str) -> PathBuf {
        let path = self.folder.path().join("vi");
        let log = self.folder.path().join("geopend");
        let script = format!(
            "#!/bin/sh\nfor file; do :; done\necho \"$@\" >> '{log}'\nturn=$(wc -l < '{log}')\nturn=$((turn))\n{script}\n",
            log = log.display()
        );
        // Written under another name, so that nobody still has it open for writing when it starts.
        let new = self.folder.path().join("vi.nieuw");
        std::fs::write(&new, script).unwrap();
        std::fs::set_permissions(&new, std::fs::Permissions::from_mode(0o755)).unwrap();
        std::fs::rename(&new, &path).unwrap();
        path
    }

    /// What the editor was given each time.
    fn opened(&self) -> Vec<String> {
        let log = std::fs::read_to_string(self.folder.path().join("geopend")).unwrap_or_default();
        log.lines().map(str::to_owned).collect()
    }

    #[track_caller]
    fn run(&self, arguments: &[&str]) -> Ended {
        self.answer(arguments, "")
    }

    /// Runs with these lines as what somebody types.
    #[track_caller]
    fn answer(&self, arguments: &[&str], typed: &str) -> Ended {
        self.with(arguments, typed, &[("EDITOR", self.folder.path().join("vi").to_str().unwrap())])
    }

    #[track_caller]
    fn with(&self, arguments: &[&str], typed: &str, variables: &[(&str, &str)]) -> Ended {
        let mut command = Command::new(env!("CARGO_BIN_EXE_pallium"));
        command.args(arguments).env_clear().env("LANG", "C.UTF-8").env("PATH", "/usr/bin:/bin");
        command.env("HOME", self.folder.path()).env("PALLIUM_DATA", self.folder.path().join("notitieboek"));
        command.envs(variables.iter().copied());
        let mut child = command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program starts");
        // A program that asks nothing may have ended already.
        let _ = child.stdin.take().unwrap().write_all(typed.as_bytes());
        let output = child.wait_with_output().unwrap();
        for stream in [&output.stdout, &output.stderr] {
            assert_eq!(foreign(stream), Vec::<String>::new(), "{arguments:?}");
        }
        Ended {
            code: output.status.code(),
            said: String::from_utf8_lossy(&output.stdout).into_owned(),
            complained: String::from_utf8_lossy(&output.stderr).into_owned(),
        }
    }

    #[track_caller]
    fn json(&self, arguments: &[&str], code: i32) -> Value {
        let ended = self.run(arguments);
        assert_eq!(ended.code, Some(code), "{}{}", ended.said, ended.complained);
        serde_json::from_str(&ended.said).unwrap_or_else(|error| panic!("{error}: {}", ended.said))
    }
}

/// Replaces in the file that is edited.
fn replace(from: &str, to: &str) -> String {
    edit(&format!("s/{from}/{to}/"))
}

/// Carries out a script of `sed` on the file that is edited.
fn edit(script: &str) -> String {
    format!("sed '{script}' \"$file\" > \"$file.nieuw\" && mv \"$file.nieuw\" \"$file\"")
}

#[test]
fn a_folder_of_another_name_is_told_of_where_the_right_one_is_missing() {
    let desk = Desk::new();
    desk.write("../Checklists/kort.toml", "id = \"kort\"");
    std::fs::remove_dir(desk.own("")).unwrap();
    desk.run(&["check"]).is(1, "deze map wordt overgeslagen").is(1, "Checklists");
    desk.run(&["checklist", "list"]).is(0, "Checklists");
}

#[test]
fn a_document_in_the_folder_is_named_and_a_readme_is_not() {
    let desk = Desk::new();
    for name in ["README.md", "readme.txt", "LEESMIJ.txt", "README"] {
        desk.write(name, "Onze lijsten beginnen zo:\nformat = 1\nid = \"kort\"\n");
    }
    let silent = desk.run(&["check"]);
    silent.is(0, "alles in orde");
    assert!(!silent.said.to_lowercase().contains("readme"), "{}", silent.said);
    for name in
        ["Lijst.docx", "lijst.odt", "lijst.rtf", "protocol.pdf", "form.json", "form.yaml", "lijst.xlsx"]
    {
        desk.write(name, "x");
    }
    let named = desk.run(&["check"]);
    for name in
        ["Lijst.docx", "lijst.odt", "lijst.rtf", "protocol.pdf", "form.json", "form.yaml", "lijst.xlsx"]
    {
        named.is(0, name);
    }
    assert_eq!(named.said.matches("waarschuwing[ander-bestand]").count(), 7, "{}", named.said);
}

#[test]
fn a_new_checklist_is_in_order_and_overwrites_nothing() {
    let desk = Desk::new();
    desk.run(&["checklist", "new", "proef"]).is(0, "pallium checklist edit proef");
    desk.run(&["checklist", "new", "markering", "--from", "markering"]).is(0, "markering, versie");
    desk.run(&["checklist", "new", "mijn", "--from", "pzp"]).is(0, "pzp, versie");
    let document = desk.json(&["check", "--format", "json"], 0);
    let own: Vec<&Value> =
        document["files"].as_array().unwrap().iter().filter(|one| one["layer"] == "own").collect();
    assert_eq!(own.len(), 3);
    assert!(
        own.iter().all(|one| one["in_force"] == true && one["diagnostics"].as_array().unwrap().is_empty())
    );
    assert_eq!(document["counts"]["warnings"], 0);
    let before = desk.read("proef.toml");
    desk.run(&["checklist", "new", "proef"]).is(1, "bestaat al en wordt niet overschreven");
    assert_eq!(desk.read("proef.toml"), before);
    desk.run(&["checklist", "new", "kort"]).is(1, "de naam van een meegeleverde checklist");
    desk.run(&["checklist", "new", "ander", "--from", "onzin"]).is(1, "is geen meegeleverde checklist");
    for unsafe_name in ["../buiten", "/etc/x", "Hoofd", "con", "", "x\u{1b}[2J", ".verborgen"] {
        let ended = desk.run(&["checklist", "new", unsafe_name]);
        assert_eq!(ended.code, Some(1), "{unsafe_name:?}: {}", ended.said);
    }
    let mut names: Vec<String> = std::fs::read_dir(desk.own(""))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    assert_eq!(names, [".basis", "markering.toml", "mijn.toml", "proef.toml"]);
}

#[test]
fn show_and_list_say_what_is_in_force() {
    let desk = Desk::new();
    desk.run(&["checklist", "list"]).is(0, "nog niet gemaakt").is(0, "volledig        Volledig bespreken");
    desk.run(&["checklist", "show", "markering"])
        .is(0, "Niet bij \"Begin is meteen duidelijk\": ja")
        .is(0, "[surprise-question] kies er een; wie de patiënt kent")
        .is(0, "(concept 2026)");
    desk.run(&["checklist", "show", "routes/kort"]).is(0, "[kort], op het scherm van de patiënt");
    let toml = desk.run(&["checklist", "show", "kort", "--toml"]);
    assert_eq!(toml.said, include_str!("../../checklists/kort.toml"));
    desk.run(&["checklist", "show", "markring"]).is(1, "Bedoelde u \"markering\"?");
    desk.run(&["checklist", "edit", "markring"]).is(1, "Bedoelde u \"markering\"?");
    for unsafe_name in ["../../etc/passwd", "x\u{1b}]0;kwaad\u{7}", ""] {
        desk.run(&["checklist", "show", unsafe_name]).is(1, "Er is geen checklist");
        desk.run(&["checklist", "edit", unsafe_name]).is(1, "Er is geen checklist");
        desk.run(&["checklist", "diff", unsafe_name]).is(1, "Er is geen checklist");
    }
    desk.run(&["checklist"]).is(2, "list, show, new, edit, diff, export, import");
    assert!(!desk.folder.path().join("notitieboek").exists(), "looking makes nothing");
}

#[test]
fn a_newer_shipped_version_is_told_apart_from_ones_own_changes() {
    let desk = Desk::new();
    desk.run(&["checklist", "diff", "kort"]).is(0, "U hebt geen eigen versie van \"kort\"");
    let now = include_str!("../../checklists/kort.toml");
    let earlier = now
        .replace("version = \"2026.4\"", "version = \"2025.1\"")
        .replace("text = { nl = \"Wat is er veranderd?\"", "text = { nl = \"Wat is er anders?\"")
        .replace("title = { nl = \"Kleur\"", "title = { nl = \"Kleuren\"")
        .replace("  { code = \"geen\", text = { nl = \"Geen kleur\", en = \"No colour\" } },\n", "");
    let own = earlier
        .replace(
            "version = \"2025.1\"",
            "version = \"1\"\nbased_on = { id = \"kort\", version = \"2025.1\" }",
        )
        .replace("text = { nl = \"Wat is er anders?\"", "text = { nl = \"Wat speelt er?\"")
        .replace("text = { nl = \"Rood\"", "text = { nl = \"Paars\"");
    desk.write("kort.toml", &own);
    desk.run(&["checklist", "list"]).is(0, "nieuwer meegeleverd: 2026.4");
    let without = desk.run(&["checklist", "diff", "kort"]);
    without.is(0, "is er niet meer").is(0, "was: Paars").is(0, "nu: Rood");
    desk.write(".basis/kort.toml", &earlier);
    let diff = desk.run(&["checklist", "diff", "kort"]);
    diff.is(0, "Wat de meegeleverde versie verandert (van 2025.1 naar 2026.4):");
    let (newer, changed) = diff.said.split_once("Wat u zelf hebt veranderd:").unwrap();
    assert!(newer.contains("(\"Geen kleur\"): erbij") && newer.contains("was: Kleuren"), "{newer}");
    assert!(newer.contains("dit veranderde u zelf ook"), "{newer}");
    assert!(!newer.contains("Paars") && changed.contains("nu: Paars"), "{}", diff.said);
    assert!(!changed.contains("Geen kleur"), "{changed}");
    // Who took it over and notes the new version has the new text as what it was made from.
    desk.editor(&replace("version = \"2025.1\" }", "version = \"2026.4\" }"));
    desk.run(&["checklist", "edit", "kort"]).is(0, "is in gebruik");
    assert_eq!(desk.read(".basis/kort.toml"), now);
    desk.run(&["checklist", "diff", "kort"])
        .is(0, "niet veranderd sinds u die van u maakte")
        .is(0, "nu: Paars");
}

#[test]
fn a_given_folder_comes_first_and_is_not_edited() {
    let desk = Desk::new();
    let given = desk.folder.path().join("opgegeven");
    std::fs::create_dir(&given).unwrap();
    std::fs::write(given.join("kort.toml"), include_str!("../../checklists/kort.toml")).unwrap();
    let path = given.to_str().unwrap();
    desk.editor(&replace("Kort bespreken", "Onze lijst"));
    desk.run(&["checklist", "edit", "kort", "--checklists", path]).is(1, "komt uit de opgegeven map");
    desk.run(&["checklist", "edit", "kort"]).is(0, "is in gebruik");
    let ended = desk.run(&["checklist", "edit", "kort", "--checklists", path]);
    ended.is(0, "Er is niets veranderd.");
    desk.editor(&replace("Onze lijst", "Uw lijst"));
    desk.run(&["checklist", "edit", "kort", "--checklists", path]).is(0, "en die gaat voor");
    desk.run(&["check", "--checklists", path]).is(0, "1 in de opgegeven map");
}

#[test]
fn check_for_other_programs_is_always_json() {
    let desk = Desk::new();
    desk.write("proef.toml", "format = \n");
    let document = desk.json(&["check", "--format", "json"], 1);
    let file = document["files"].as_array().unwrap().iter().find(|one| one["layer"] == "own").unwrap();
    assert_eq!((&file["in_force"], &file["diagnostics"][0]["line"]), (&false.into(), &1.into()));
    assert_eq!(document["counts"]["wrong"], 1);
    let own = desk.own("");
    let nowhere = desk.json(&["check", "--format", "json", "er is niets", own.to_str().unwrap()], 2);
    assert!(nowhere["files"][0]["unreadable"].is_string());
    assert_eq!(nowhere["files"][1]["diagnostics"][0]["severity"], "error");
    let english = desk.json(&["check", "--format=json", "--lang", "en", own.to_str().unwrap()], 1);
    assert_ne!(
        english["files"][0]["diagnostics"][0]["message"],
        nowhere["files"][1]["diagnostics"][0]["message"]
    );
    desk.run(&["check", "--format", "xml"]).is(2, "--format");
}

#[test]
fn a_reader_that_stops_early_is_no_failure() {
    let desk = Desk::new();
    let pallium = Path::new(env!("CARGO_BIN_EXE_pallium"));
    for command in ["check --format json", "checklist list", "checklist show markering"] {
        let script = format!("{{ '{}' {command}; echo $? >&2; }} | true", pallium.display());
        let output = Command::new("sh")
            .args(["-c", &script])
            .env("PALLIUM_DATA", desk.folder.path())
            .output()
            .unwrap();
        assert_eq!(String::from_utf8_lossy(&output.stderr), "0\n", "{command}");
    }
}

/// Whatever is no form, or is one that is too much: a message, exit code 1, and nothing in the folder.
#[test]
fn a_hostile_form_is_refused_in_words_and_nothing_half_written() {
    let desk = Desk::new();
    let form = |items: Value| {
        json!({ "resourceType": "Questionnaire", "status": "active", "title": "Vijandig", "item": items })
            .to_string()
    };
    let question = |n: usize| json!({ "linkId": n.to_string(), "type": "boolean", "text": "?" });
    let mut deep = json!([question(0)]);
    for n in 0..60 {
        deep = json!([{ "linkId": format!("g{n}"), "type": "group", "text": "g", "item": deep }]);
    }
    let when = |on: &str| json!([{ "question": on, "operator": "=", "answerBoolean": true }]);
    let circle = json!([
        { "linkId": "a", "type": "boolean", "text": "a", "enableWhen": when("b") },
        { "linkId": "b", "type": "boolean", "text": "b", "enableWhen": when("a") },
    ]);
    let itself = json!([{ "linkId": "a", "type": "boolean", "text": "a", "enableWhen": when("a") }]);
    let many: Value = (0..100_000).map(question).collect();
    let groups: Value = (0..200)
        .map(|n| json!({ "linkId": format!("g{n}"), "type": "group", "text": "g", "item": [question(n)] }))
        .collect();
    let too_large = form(json!([{ "linkId": "a", "type": "text", "text": "x".repeat(10_000_000) }]));
    for (name, text, told) in [
        ("leeg", String::new(), "leesbaar JSON-bestand"),
        ("half", "{\"resourceType\": \"Question".to_owned(), "regel 1"),
        ("haken", "[".repeat(1_000_000), "leesbaar JSON-bestand"),
        ("soort", "{\"resourceType\": \"Patient\"}".to_owned(), "Patient"),
        ("zonder", form(json!([])), "geen"),
        ("verkeerd", form(json!({ "a": [null, 1, "x"] })), "geen"),
        ("niets", form(json!([null, 1, "x", [], {}])), "geen"),
        ("diep", form(deep), "diep"),
        ("veel", form(many), "500"),
        ("groepen", form(groups), "100"),
        ("kring", form(circle), "kring"),
        ("zichzelf", form(itself), "kring"),
        ("groot", too_large, "10 MB"),
    ] {
        let path = desk.folder.path().join(format!("{name}.json"));
        std::fs::write(&path, text).unwrap();
        let ended = desk.run(&["checklist", "import", path.to_str().unwrap(), "--as", "proef"]);
        ended.is(1, told);
        let all = format!("{}{}", ended.said, ended.complained);
        assert!(all.len() < 20_000 && !all.contains("panicked"), "{name}: {} bytes", all.len());
        assert!(!desk.own("proef.toml").exists(), "{name}");
    }
    let nasty = "\u{1b}[2J\u{202e}x\u{0}\u{7}";
    let mut odd: Value = serde_json::from_str(&form(json!([
        { "linkId": nasty, "type": "choice", "text": nasty, "answerValueSet": "#v" },
        { "linkId": "b", "type": nasty, "text": nasty },
    ])))
    .unwrap();
    odd["contained"] = json!([{ "resourceType": "ValueSet", "id": "v",
        "compose": { "include": [{ "valueSet": ["#v"] }] } }]);
    let path = desk.folder.path().join("vreemd.json");
    std::fs::write(&path, odd.to_string()).unwrap();
    let ended = desk.run(&["checklist", "import", path.to_str().unwrap(), "--as", "proef"]);
    ended.is(0, "proef").is(0, "de antwoorden staan niet in het bestand");
    let all = format!("{}{}{}", ended.said, ended.complained, desk.read("proef.toml"));
    assert!(!all.contains(['\u{1b}', '\u{202e}', '\u{0}', '\u{7}']), "{all:?}");
    desk.run(&["checklist", "import", path.to_str().unwrap(), "--as", "proef"]).is(1, "bestaat al");
}
