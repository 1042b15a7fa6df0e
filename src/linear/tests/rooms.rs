//! What stands around a question: its time of several, what it cannot do without, and what follows from it.

use super::both::Both;
use crate::app::page::{Block, Page};
use crate::meeting::{Given, NonAnswer};

const HEAD: &str = "format = 1\nid = \"proef\"\nversion = \"1\"\ntitle = \"Proef\"\n[[group]]\nid = \"groep\"\n\
    title = \"Scenario\"\n";

const OPTIONS: &str = "options = [{ code = \"groen\", text = \"Groen\" }, { code = \"anders\", text = \"Anders\", needs_note = true }]\n";

fn item(id: &str, kind: &str, more: &str) -> String {
    format!("[[group.item]]\nid = \"{id}\"\ntype = \"{kind}\"\ntext = \"Vraag {id}\"\n{more}")
}

/// The texts and labels of a page that have these words in them.
fn with_words(page: &Page, words: &str) -> Vec<String> {
    let texts = page.blocks.iter().filter_map(|block| match block {
        Block::Text(paragraph) | Block::Aside(paragraph) => Some(paragraph.text.clone()),
        Block::Row(row) => Some(row.label.clone()),
        Block::Gap | Block::Air | Block::Table(_) | Block::Bars(_) | Block::Timeline(_) => None,
    });
    texts.filter(|text| text.contains(words) && !text.ends_with("weghalen")).collect()
}

/// What is filled in has the same number on the screen as on paper, whatever stayed empty before it.
#[test]
fn times_are_numbered_alike_on_the_screen_and_on_paper() {
    for inline in [true, false] {
        let source = format!("{HEAD}repeats = true\n{}", item("tekst", "short-text", ""));
        let mut both = Both::with(&source, inline);
        let words = if inline { "Vraag tekst" } else { "Scenario" };
        let numbered = |both: &Both| -> Vec<String> {
            let all = with_words(&both.page(), words).into_iter();
            all.filter(|text| !text.ends_with("toevoegen") && (inline || !text.contains(" van "))).collect()
        };
        let heading = |numbers: &[&str]| -> Vec<String> {
            let times = numbers.iter().map(|number| format!("{words}{number}"));
            // On a page of its own the title of the group stands above, and once for a single one.
            (!inline && numbers != [""]).then(|| "Scenario".to_owned()).into_iter().chain(times).collect()
        };
        both.typed("answer:proef/tekst@1", "een");
        assert_eq!(numbered(&both), heading(&[""]), "a single one has no number");
        both.enter("add-time:proef/groep");
        both.enter("add-time:proef/groep");
        assert_eq!(numbered(&both), heading(&[" 1", " 2", " 3"]));
        assert!(both.minutes().starts_with("- Vraag tekst: een "), "{}", both.minutes());
        both.typed("answer:proef/tekst@3", "drie");
        assert_eq!(numbered(&both), heading(&[" 1", " 3", " 2"]), "what is empty counts on after it");
        let told = "- Scenario 1 - Vraag tekst: een - Scenario 2 - Vraag tekst: drie ";
        assert!(both.minutes().starts_with(told), "{}", both.minutes());
        both.typed("answer:proef/tekst@1", "");
        assert_eq!(numbered(&both), heading(&[" 2", " 3", " 1"]));
        assert!(both.minutes().starts_with("- Vraag tekst: drie "), "{}", both.minutes());
        both.typed("answer:proef/tekst@2", "twee");
        assert_eq!(numbered(&both), heading(&[" 3", " 1", " 2"]));
        let told = "- Scenario 1 - Vraag tekst: twee - Scenario 2 - Vraag tekst: drie ";
        assert!(both.minutes().starts_with(told), "{}", both.minutes());
        both.enter("remove-time:proef/groep=1");
        assert_eq!(numbered(&both), heading(&[" 1", " 2"]));
    }
}

#[test]
fn a_choice_that_says_nothing_by_itself_asks_for_its_note_in_one_row_too() {
    for (kind, ask) in [("choice", ""), ("choices", ""), ("choice", "ask = \"each-participant\"\n")] {
        for inline in [true, false] {
            let source = format!("{HEAD}{}", item("keuze", kind, &format!("{OPTIONS}{ask}")));
            let mut both = Both::with(&source, inline);
            if inline && kind == "choice" && ask.is_empty() {
                both.cycled("answer:proef/keuze", Some(1), "Anders");
            } else {
                both.enter("option:proef/keuze=anders");
            }
            if !ask.is_empty() {
                let lacks = with_words(&both.page(), "wat er bedoeld is");
                assert_eq!(lacks.len(), 0, "what lacks would tell what was voted: {lacks:?}");
                both.enter("counts:proef/keuze");
            }
            let lacks = with_words(&both.page(), "wat er bedoeld is");
            assert_eq!(lacks.len(), 1, "{kind} {ask}: {lacks:?}");
            both.typed("note:proef/keuze", "bij haar zus");
            assert!(with_words(&both.page(), "wat er bedoeld is").is_empty());
            let minutes = both.minutes();
            assert!(minutes.contains("- Vraag keuze: ") && minutes.contains("Anders"), "{minutes}");
            assert!(minutes.contains("Toelichting: bij haar zus "), "{minutes}");
        }
    }
}

#[test]
fn non_answers_that_were_asked_for_are_offered_in_one_row_too() {
    let kinds: [(&str, &str); 6] = [
        ("yes-no", ""),
        ("choice", OPTIONS),
        ("scale", "min = 0\nmax = 3\n"),
        ("number", ""),
        ("short-text", ""),
        ("person", ""),
    ];
    for (kind, more) in kinds {
        for inline in [true, false] {
            let more = format!("{more}states = \"unknown\"\n");
            let mut both = Both::with(&format!("{HEAD}{}", item("vraag", kind, &more)), inline);
            both.enter("not:proef/vraag=unknown");
            let key = "proef/vraag".parse().unwrap();
            let given = |both: &Both| both.answer(&key).and_then(|answer| answer.given);
            assert_eq!(given(&both), Some(Given::Not(NonAnswer::Unknown)), "{kind}");
            assert!(both.minutes().starts_with("- Vraag vraag: Nog onbekend "), "{}", both.minutes());
            let before = both.meeting();
            match kind {
                "number" | "short-text" => both.typed("answer:proef/vraag", "3"),
                "yes-no" | "choice" if !inline => both.enter("option:proef/vraag"),
                "person" => {
                    both.enter("answer:proef/vraag");
                    both.enter("person:");
                }
                "scale" => both.cycled("answer:proef/vraag", Some(2), "2"),
                _ => both.cycled("answer:proef/vraag", Some(0), "1"),
            }
            assert!(!matches!(given(&both), None | Some(Given::Not(_))), "{kind} {:?}", given(&both));
            both.undo(&before);
            assert_eq!(given(&both), Some(Given::Not(NonAnswer::Unknown)), "{kind}");
            if inline {
                both.enter("clear:proef/vraag");
                assert_eq!(both.answer(&key), None, "{kind}");
            }
        }
    }
}

/// Counts are seen by nobody, conditions among them, before the spread is shown.
#[test]
fn what_everybody_answered_counts_in_conditions_once_it_is_shown() {
    for (kind, more, test, code) in [
        ("yes-no", "", "is = false", "no"),
        ("choice", OPTIONS, "is = \"groen\"", "groen"),
        ("choices", OPTIONS, "in = [\"groen\"]", "groen"),
        ("yes-no", "", "answered = true", "yes"),
    ] {
        for inline in [true, false] {
            let ask = format!("{more}ask = \"each-participant\"\n");
            let follows = format!("enable_when = {{ item = \"vraag\", {test} }}\n");
            let source =
                format!("{HEAD}{}{}", item("vraag", kind, &ask), item("vervolg", "short-text", &follows));
            let mut both = Both::with(&source, inline);
            let follows = |both: &Both| !with_words(&both.page(), "Vraag vervolg").is_empty();
            both.enter(&format!("option:proef/vraag={code}"));
            assert!(!follows(&both), "{kind} {test}: masked");
            both.enter("counts:proef/vraag");
            assert!(follows(&both), "{kind} {test}");
            both.enter("counts:proef/vraag");
            assert!(!follows(&both), "{kind} {test}: masked again");
            assert_eq!(both.answer(&"proef/vraag".parse().unwrap()).unwrap().counts.len(), 1);
        }
    }
}

/// Two people who choose three answers together are told as people for each answer, and never as three people.
#[test]
fn several_choices_of_each_are_told_in_people() {
    for inline in [true, false] {
        let more = format!("{OPTIONS}ask = \"each-participant\"\n");
        let mut both = Both::with(&format!("{HEAD}{}", item("vraag", "choices", &more)), inline);
        for code in ["groen", "anders", "groen"] {
            both.enter(&format!("option:proef/vraag={code}"));
        }
        let says = |both: &Both, words: &str| both.stage.text().contains(words);
        assert!(says(&both, "3 keer gekozen; één mens kan meer kiezen"), "{}", both.stage.text());
        assert!(!says(&both, "3 antwoorden gegeven"), "{}", both.stage.text());
        let values = |both: &Both| -> Vec<String> {
            let page = both.page();
            let rows = page.rows().filter(|row| row.id.as_str().starts_with("option:proef/vraag="));
            rows.map(|row| row.value.clone()).collect()
        };
        assert_eq!(values(&both), ["", ""]);
        both.enter("counts:proef/vraag");
        assert_eq!(values(&both), ["2 mensen", "1 mens"]);
        let said = "verdeling, waarbij ieder meer kon kiezen: Groen 2 mensen; Anders 1 mens";
        assert!(both.minutes().contains(said), "{}", both.minutes());
    }
}

/// Whoever answers after all takes back that nobody did; while answers are counted nobody can say so.
#[test]
fn counts_and_a_non_answer_exclude_each_other() {
    for inline in [true, false] {
        let more = "ask = \"each-participant\"\nstates = \"unknown\"\n";
        let mut both = Both::with(&format!("{HEAD}{}", item("vraag", "yes-no", more)), inline);
        both.enter("not:proef/vraag=unknown");
        both.enter("option:proef/vraag=yes");
        let answer = both.answer(&"proef/vraag".parse().unwrap()).unwrap();
        assert_eq!((answer.given, answer.counts.len()), (None, 1));
        assert!(both.page().rows().all(|row| !row.id.as_str().starts_with("not:")));
        assert!(
            both.minutes().starts_with("- Vraag vraag: geteld; de verdeling is niet getoond "),
            "{}",
            both.minutes()
        );
    }
}

/// What a checklist asks at its end can be reached where its questions stand on the patient's own page.
#[test]
fn a_judgement_and_agreements_are_within_reach_in_every_room() {
    let judgement =
        "[judgement]\ntext = \"Wat vinden wij\"\noptions = [{ code = \"ja\", text = \"Wij doen het\" }]\n";
    let agreement = "[[agreement]]\ntext = \"Bellen met de huisarts\"\n";
    for inline in [true, false] {
        let source = format!("{HEAD}{}{judgement}{agreement}", item("vraag", "yes-no", ""));
        let mut both = Both::with(&source, inline);
        if inline {
            assert_eq!(with_words(&both.page(), "Wat vinden wij").len(), 1);
            both.enter("judgement:proef");
        } else {
            both.enter("next");
        }
        both.enter("judge:ja");
        assert!(both.minutes().contains("Oordeel van het team: Wij doen het"), "{}", both.minutes());
        assert_eq!(with_words(&both.page(), "Bellen met de huisarts").len(), 1);
        if inline {
            both.enter("withdraw");
            both.stage.keys("<Esc>");
            both.table.line("terug");
            let page = both.page();
            let told = page.rows().filter(|row| row.value.contains("INGETROKKEN")).map(|row| row.id.as_str());
            assert_eq!(told.collect::<Vec<_>>(), ["judgement:proef"], "told once");
        }
        let source = format!("{HEAD}{}{agreement}", item("vraag", "yes-no", ""));
        let mut both = Both::with(&source, inline);
        assert_eq!(with_words(&both.page(), "Bellen met de huisarts").len(), 1, "{}", both.stage.text());
        both.enter("offer:0");
        assert_eq!(both.meeting().reviews[0].agreements[0].what, "Bellen met de huisarts");
    }
}
