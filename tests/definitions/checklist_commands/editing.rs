//! A checklist that is edited: what is good becomes an own version, and nothing that was written is lost.

use super::*;

#[test]
fn a_good_edit_of_a_shipped_checklist_becomes_an_own_version() {
    let desk = Desk::new();
    desk.editor(&replace("Wat is er veranderd?", "Wat is er anders?"));
    desk.run(&["checklist", "edit", "kort"]).is(0, "is in gebruik");
    let own = desk.read("kort.toml");
    assert!(
        own.contains("Wat is er anders?") && own.contains("based_on = { id = \"kort\", version ="),
        "{own}"
    );
    assert!(own.contains("# Kort bespreken: een patiënt in een paar minuten"), "comments stay");
    desk.has_no_draft();
    desk.run(&["check"]).is(0, "1 in uw eigen map");
    let list = desk.run(&["checklist", "list"]);
    let line = list.said.lines().find(|line| line.trim_start().starts_with("kort ")).unwrap();
    assert!(line.contains("eigen"), "{line}");
    let diff = desk.run(&["checklist", "diff", "kort"]);
    diff.is(0, "De meegeleverde versie is niet veranderd").is(0, "was: Wat is er veranderd?");
    // A second edit goes on with the own version, under its own name.
    desk.editor(&replace("Wat is er anders?", "Wat is er nieuw?"));
    desk.run(&["checklist", "edit", "kort"]).is(0, "is in gebruik");
    assert!(desk.read("kort.toml").contains("Wat is er nieuw?"));
}

#[test]
fn a_broken_edit_goes_on_at_the_first_error_until_it_is_right() {
    let desk = Desk::new();
    desk.run(&["checklist", "new", "proef"]).is(0, "proef.toml");
    let before = desk.read("proef.toml");
    let line = before.lines().position(|line| line.starts_with("type = \"yes-no\"")).unwrap() + 1;
    let (breaks, mends) = (edit("s/yes-no/yes-noo/"), edit("s/yes-noo/yes-no/; s/Titel van/Naam van/"));
    desk.editor(&format!("if [ $turn = 1 ]; then {breaks}; else {mends}; fi"));
    let ended = desk.answer(&["checklist", "edit", "proef"], "ja\n");
    ended.is(0, "Er is nog 1 fout").is(0, "fout[onbekend-woord]").is(0, "Verder bewerken? (j/n)");
    let opened = desk.opened();
    assert_eq!(opened.len(), 2);
    assert!(opened[1].starts_with(&format!("+{line} ")), "{opened:?}");
    assert!(desk.read("proef.toml").contains("Naam van uw checklist"));
    desk.has_no_draft();
}

#[test]
fn a_broken_edit_that_is_left_stays_a_draft_to_go_on_with() {
    let desk = Desk::new();
    let broken = replace("^title = { nl = \"Kort bespreken\"", "titel = { nl = \"Onze lijst\"");
    // Closed input is no: nobody is there to ask.
    for answer in ["nee\n", ""] {
        desk.editor(&broken);
        let ended = desk.answer(&["checklist", "edit", "kort"], answer);
        ended.is(1, "Uw concept staat in ").is(1, "onbekende-sleutel").is(1, "Verder bewerken?");
        assert!(!desk.own("kort.toml").exists(), "a broken draft never comes into force");
        let draft = desk.read(".concept/kort.toml");
        assert!(draft.contains("titel = { nl = \"Onze lijst\""), "{draft}");
        desk.run(&["check"]).is(0, "alles in orde");
        desk.run(&["checklist", "list"]).is(0, "kort: verder met \"pallium checklist edit kort\"");
        if answer.is_empty() {
            break;
        }
        // Refused, the draft makes room and is kept.
        let ended = desk.answer(&["checklist", "edit", "kort"], "n\nn\n");
        ended.is(1, "Daarmee verdergaan?").is(1, "Het oude concept staat nu in ");
        assert!(desk.read(".concept/kort.1.toml").contains("titel = { nl = \"Onze lijst\""));
    }
    desk.editor(&replace("titel", "title"));
    desk.answer(&["checklist", "edit", "kort"], "j\n").is(0, "is in gebruik");
    assert!(desk.read("kort.toml").contains("title = { nl = \"Onze lijst\""));
}

#[test]
fn an_editor_that_fails_loses_nothing() {
    let desk = Desk::new();
    desk.editor("echo '# halverwege' >> \"$file\"; exit 3");
    let ended = desk.run(&["checklist", "edit", "kort"]);
    ended.is(1, "eindigde met een fout (code 3)").is(1, "Uw concept staat in ");
    assert!(desk.read(".concept/kort.toml").ends_with("# halverwege\n"));
    assert!(!desk.own("kort.toml").exists());
    let desk = Desk::new();
    desk.editor("kill -9 $$");
    desk.run(&["checklist", "edit", "kort"]).is(1, "is afgebroken").is(1, "Er is niets veranderd.");
    desk.has_no_draft();
}

#[test]
fn without_an_editor_it_is_said_what_to_do() {
    let desk = Desk::new();
    let empty = [("PATH", "")];
    desk.with(&["checklist", "edit", "kort"], "", &empty).is(1, "EDITOR=nano");
    let missing = [("VISUAL", "geen-tekstprogramma --wacht")];
    desk.with(&["checklist", "edit", "kort"], "", &missing)
        .is(1, "\"geen-tekstprogramma\" is niet gevonden")
        .is(1, "omgevingsvariabele VISUAL");
    desk.has_no_draft();
    assert!(!desk.own("kort.toml").exists());
}

#[test]
fn nothing_changed_leaves_nothing_behind() {
    let desk = Desk::new();
    desk.editor(":");
    desk.run(&["checklist", "edit", "kort"]).is(0, "Er is niets veranderd.");
    assert!(!desk.own("kort.toml").exists());
    desk.has_no_draft();
    desk.editor("rm \"$file\"");
    desk.run(&["checklist", "edit", "kort"]).is(0, "Het concept is weggehaald");
    desk.has_no_draft();
}

#[test]
fn what_somebody_else_changed_meanwhile_is_not_overwritten_unasked() {
    let desk = Desk::new();
    desk.run(&["checklist", "new", "proef"]).is(0, "Gemaakt");
    let other = desk.own("proef.toml");
    let script =
        format!("{}; echo '# van een ander' >> '{}'", replace("Titel van", "Naam van"), other.display());
    desk.editor(&script);
    desk.answer(&["checklist", "edit", "proef"], "n\n")
        .is(1, "is veranderd nadat dit concept begon")
        .is(1, "Uw concept staat in ");
    assert!(desk.read("proef.toml").ends_with("# van een ander\n"));
    assert!(desk.read(".concept/proef.toml").contains("Naam van"));
    // The draft of then is still older than the file of now, whatever happened in between.
    desk.editor(":");
    let ended = desk.answer(&["checklist", "edit", "proef"], "j\nj\n");
    ended.is(0, "Daarmee verdergaan?").is(0, "De andere versie staat nu in ").is(0, "is in gebruik");
    assert!(desk.read("proef.toml").contains("Naam van"));
    assert!(desk.read(".concept/proef.1.toml").ends_with("# van een ander\n"));
}

#[test]
fn a_broken_own_file_is_opened_and_repaired() {
    let desk = Desk::new();
    desk.run(&["checklist", "new", "proef"]).is(0, "Gemaakt");
    desk.write("proef.toml", &desk.read("proef.toml").replace("title = \"Titel", "titel = \"Titel"));
    desk.run(&["check"]).is(1, "niet in orde");
    desk.run(&["checklist", "list"]).is(0, "Niet in gebruik, want niet in orde");
    desk.run(&["checklist", "show", "proef"]).is(1, "pallium checklist edit proef");
    desk.editor(&replace("titel =", "title ="));
    desk.run(&["checklist", "edit", "proef"]).is(0, "is in gebruik");
    desk.run(&["checklist", "show", "proef"]).is(0, "Titel van uw checklist");
}
