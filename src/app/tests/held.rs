//! A key that is held, and a few letters where somebody comes to a row: what changes is told, or comes back by one Ctrl+Z, on every row
//! of every screen.

use std::collections::BTreeSet;

use super::Stage;
use super::nothing_goes::{alter, full, said, step, told};
use super::tour::midway;
use super::unmeant::{needs_words, on_every_row};
use crate::app::page::{Action, RowKind};
use crate::app::{Msg, Screen, StepPage, pages};
use crate::checklist::Name;
use crate::meeting::{Answer, Given, Meeting, NonAnswer, QuestionKey, Stamp};
use crate::words::Language;

/// Keys as somebody holds them, or presses them on a row without looking.
const HELD: [(&str, usize); 9] = [
    ("<Space>", 7),
    ("<Enter>", 8),
    ("<Enter>", 2),
    ("<Left>", 8),
    ("<Right>", 8),
    ("<Right>", 3),
    ("<Backspace>", 3),
    ("<Delete>", 3),
    ("7", 1),
];

/// A record without the minutes that went by.
fn timeless(meeting: &Meeting) -> Meeting {
    let mut meeting = meeting.clone();
    meeting.spent.clear();
    if let Some(session) = &mut meeting.session {
        session.touched = None;
    }
    meeting
}

/// A record without what a first answer writes down along with it.
fn without_definitions(meeting: &Meeting) -> Meeting {
    let mut meeting = timeless(meeting);
    meeting.definitions.clear();
    meeting.routes.clear();
    meeting
}

/// The texts and answers that only became longer, and by nothing but blanks and lines.
fn grown_by_blanks(before: &BTreeSet<String>, after: &BTreeSet<String>) -> Vec<String> {
    let is_grown = |now: &&String| {
        before.iter().any(|known| {
            let rest = now.strip_prefix(known.as_str());
            rest.is_some_and(|rest| !rest.is_empty() && rest.trim().is_empty())
        })
    };
    after.iter().filter(is_grown).cloned().collect()
}

/// Holds a key on the row in focus, and looks at what became of the record.
fn hold(name: &str, stage: &mut Stage, key: &str, times: usize) -> Option<String> {
    let before = stage.meeting_or_none()?;
    let typed = stage.model.context().typing();
    stage.keys(&key.repeat(times));
    let name = format!("{name} {key} x{times}");
    let after = stage.meeting_or_none().filter(|after| after.id == before.id)?;
    let words = told(stage);
    if timeless(&after) != timeless(&before) {
        if without_definitions(&after) == without_definitions(&before) {
            return Some(format!("{name}: only a definition"));
        }
        let mut back = stage.clone();
        back.keys("<C-z>");
        let back = back.meeting_or_none().unwrap();
        // Whoever is in a text sees the lines that they begin.
        let begins_lines = typed && key == "<Enter>";
        if !begins_lines && !words.contains("Ctrl+Z") && timeless(&back) != timeless(&before) {
            return Some(format!("{name}: told {words:?}, and Ctrl+Z does not bring back what stood"));
        }
    }
    // A line more is begun where lines are written, and goes when somebody leaves it so.
    if typed {
        stage.keys("<Esc>");
    }
    let after = stage.meeting_or_none().filter(|after| after.id == before.id)?;
    let grown = grown_by_blanks(&said(&before), &said(&after));
    (!grown.is_empty()).then(|| format!("{name}: {grown:?}"))
}

#[test]
fn a_held_key_is_told_or_comes_back_on_every_row() {
    let mut wrong = Vec::new();
    on_every_row(|name, stage, _, _| {
        // What begins a meeting, ends it, goes over to another definition, or undoes, is meant by its name.
        const MEANT: [&str; 6] = [
            "closing closing",
            "newer-route take-over",
            "newer take-over",
            "palette key:Ctrl+Z",
            "closed-reopening",
            "details-groups known-group",
        ];
        if needs_words(stage) || MEANT.iter().any(|meant| name.starts_with(meant)) {
            return;
        }
        if let Some(row) = stage.model.focused() {
            stage.send(Msg::Focus(row.id));
        }
        for (key, times) in HELD {
            wrong.extend(hold(name, &mut stage.clone(), key, times));
        }
    });
    assert!(wrong.is_empty(), "{} of them:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn a_held_key_is_told_or_comes_back_where_everything_is_filled_in() {
    let (mut stage, patient) = full();
    let checklist: Name = "markering".into();
    alter(&mut stage, |record| {
        record.details.planned = "90".to_owned();
        record.reviews[0].born = "1952".to_owned();
        record.reviews[0].own_words = "thuis".to_owned();
    });
    let judged = stage.meeting().reviews[0].judgements.keys().next().cloned().unwrap_or(checklist);
    let agreement = stage.meeting().reviews[0].agreements[0].id;
    let limits = Screen::Step { patient, checklist: "pzp".into(), page: StepPage::Limits };
    let screens = [
        Screen::Patient(patient),
        Screen::Notes(patient),
        Screen::Agreement(patient, agreement),
        Screen::Profile(patient),
        Screen::MeetingDetails,
        step(patient, "pzp-stand", "het-gesprek"),
        step(patient, "pzp", "doel"),
        limits,
        step(patient, "pzp", "grens-reanimatie"),
        Screen::Step { patient, checklist: judged, page: StepPage::Judgement },
    ];
    let (mut rows, mut wrong) = (0, Vec::new());
    for screen in screens {
        let mut there = stage.clone();
        if *there.model.screen() != screen {
            there.model.path.open(screen.clone());
        }
        for row in pages::page(&there.model).rows() {
            rows += 1;
            for (key, times) in HELD {
                let mut stage = there.clone();
                stage.send(Msg::Focus(row.id.clone()));
                if !needs_words(&stage) {
                    let name = format!("{screen:?} {}", row.id.as_str());
                    wrong.extend(hold(&name, &mut stage, key, times));
                }
            }
        }
    }
    assert!(rows > 100, "{rows}");
    assert!(wrong.is_empty(), "{} of them:\n{}", wrong.len(), wrong.join("\n"));
}

/// Whoever holds the key by which a judgement, or an agreement, went is told that for as long as they hold it, and after it.
#[test]
fn what_went_by_a_held_key_stays_told_and_nothing_else_happens() {
    let stage = midway(Language::Dutch, 80, 24);
    let review = &stage.meeting().reviews[0];
    let (patient, agreement) = (review.patient, review.agreements[0].id);
    let (judged, _) = review.judgements.iter().next().map(|(name, one)| (name.clone(), one.clone())).unwrap();
    let judgement = Screen::Step { patient, checklist: judged, page: StepPage::Judgement };
    for (screen, row, words) in [
        (judgement, "judge-nothing", "Oordeel gewist. Ctrl+Z haalt het terug."),
        (Screen::Agreement(patient, agreement), "remove", "Afspraak weggehaald. Ctrl+Z haalt het terug."),
    ] {
        for key in ["<Space>", "<Enter>"] {
            let mut stage = stage.clone();
            stage.model.path.go(&Screen::Patient(patient));
            stage.model.path.open(screen.clone());
            let clears = |row: &&crate::app::page::Row| {
                matches!(&row.kind, RowKind::Action(Action::Judge(_, _, None) | Action::Remove(_)))
            };
            let found = pages::page(&stage.model).rows().find(clears).map(|row| row.id.clone());
            let Some(found) = found else { panic!("{row}: {}", stage.text()) };
            stage.send(Msg::Focus(found));
            let before = stage.meeting().clone();
            stage.keys(&key.repeat(8));
            let notes = |meeting: &Meeting| meeting.reviews[0].notes.clone();
            assert_eq!(told(&stage), words, "{key}");
            assert_eq!(notes(stage.meeting()), notes(&before), "{row} {key}");
            stage.keys("<C-z>");
            assert_eq!(timeless(stage.meeting()), timeless(&before), "{row} {key}");
        }
    }
}

/// Pressed again after a while, the same key is no longer held.
#[test]
fn a_key_that_is_pressed_again_later_does_something() {
    let mut stage = midway(Language::Dutch, 80, 24);
    let review = &stage.meeting().reviews[0];
    let (patient, agreement) = (review.patient, review.agreements[0].id);
    stage.model.path.go(&Screen::Patient(patient));
    stage.model.path.open(Screen::Agreement(patient, agreement));
    stage.to("remove").keys("<Enter><Enter>");
    let here = (stage.model.screen().clone(), stage.focus());
    stage.keys("<Enter>");
    assert_eq!((stage.model.screen().clone(), stage.focus()), here, "held");
    stage.wait(2000);
    stage.keys("<Enter>");
    assert_ne!((stage.model.screen().clone(), stage.focus()), here, "pressed again");
}

/// A blank that is the first key in a text is typed with the next letter, and not before.
#[test]
fn a_blank_alone_is_no_text_where_somebody_comes_to_one() {
    for (keys, expected) in [
        ("<Space><Space><Space><Space>", "het plan"),
        ("<Space>niet", "het plan niet"),
        ("<Space><Space><Space>niet", "het plan niet"),
        ("<Space>, niet", "het plan , niet"),
        ("<End><Space>", "het plan "),
    ] {
        let (mut stage, patient) = full();
        alter(&mut stage, |record| record.reviews[0].question = "het plan".to_owned());
        stage.to("question").keys(keys);
        assert_eq!(stage.meeting().review(patient).unwrap().question, expected, "{keys}");
    }
}

/// A number is taken over by what is typed anew, whatever row it stands on, and one Ctrl+Z brings it back.
#[test]
fn another_number_takes_the_place_of_the_one_that_stands() {
    let (stage, patient) = full();
    let born = |meeting: &Meeting| meeting.reviews[0].born.clone();
    let planned = |meeting: &Meeting| meeting.details.planned.clone();
    let due = |meeting: &Meeting| meeting.reviews[0].agreements[0].due.clone();
    let agreement = stage.meeting().reviews[0].agreements[0].id;
    type Read = fn(&Meeting) -> String;
    let rows: [(Screen, &str, Read, &str); 3] = [
        (Screen::Profile(patient), "born", born, "1952"),
        (Screen::MeetingDetails, "planned", planned, "90"),
        (Screen::Agreement(patient, agreement), "due", due, "05-12-2026"),
    ];
    for (screen, row, read, stood) in rows {
        let mut there = stage.clone();
        alter(&mut there, |record| {
            record.reviews[0].born = "1952".to_owned();
            record.details.planned = "90".to_owned();
        });
        there.model.path.go(&Screen::Meeting);
        there.model.path.open(screen);
        if row == "born" {
            there.to("label").keys("<Enter>");
        }
        there.to(row);
        for (keys, expected) in [
            ("44", "44"),
            ("<Space>44", "44"),
            ("bij 2", "bij 2"),
            ("4<Up><Down>5", "5"),
            ("<Space><Space>", stood),
            ("<End>0", ""),
        ] {
            let mut stage = there.clone();
            stage.keys(keys);
            let expected = if expected.is_empty() { format!("{stood}0") } else { expected.to_owned() };
            if !keys.contains("Up") {
                assert_eq!(read(stage.meeting()), expected, "{row} {keys}");
            }
            if keys == "44" {
                assert!(told(&stage).contains(stood), "{row} {keys}: {}", told(&stage));
                stage.keys("<C-z>");
                assert_eq!(read(stage.meeting()), stood, "{row} {keys}");
                stage.keys("7");
                assert_eq!(read(stage.meeting()), "7", "{row}: once more");
            }
        }
    }
}

/// One Backspace on a day that nobody touched takes the whole of it, and says what that was.
#[test]
fn the_first_backspace_takes_a_whole_day() {
    let (mut stage, patient) = full();
    let agreement = stage.meeting().reviews[0].agreements[0].id;
    stage.model.path.open(Screen::Agreement(patient, agreement));
    let due = |stage: &Stage| stage.meeting().reviews[0].agreements[0].due.clone();
    stage.to("due").keys("<Backspace>");
    assert_eq!((due(&stage), told(&stage).contains("05-12-2026")), (String::new(), true), "{}", told(&stage));
    let mut left = stage.clone();
    left.keys("<Backspace><Backspace><Down>");
    assert_eq!(told(&left), "Gewist: 05-12-2026. Ctrl+Z haalt het terug.");
    for mut stage in [stage, left] {
        stage.keys("<C-z>");
        assert_eq!(due(&stage), "05-12-2026");
    }
    let mut touched = full().0;
    touched.model.path.open(Screen::Agreement(patient, agreement));
    touched.to("due").keys("<End><Backspace>");
    assert_eq!(due(&touched), "05-12-202", "whoever moved the cursor there means a sign");
}

/// What an answer took the place of is what stood when the cursor came to its row, and that is what one Ctrl+Z brings back.
#[test]
fn the_answer_that_stood_on_arrival_is_named_and_comes_back() {
    let (stage, patient) = full();
    let answer = |stage: &Stage, name: &str| {
        let answers = &stage.meeting().reviews[0].answers;
        answers.get(&name.parse::<QuestionKey>().unwrap()).and_then(|known| known.given.clone())
    };
    let choice = |code: &str| Some(Given::Choice(code.into()));
    let limits = Screen::Step { patient, checklist: "pzp".into(), page: StepPage::Limits };
    for (keys, given, words) in [
        ("<Right>", choice("anders"), "Was: Niet"),
        ("<Right><Right><Right><Right>", Some(Given::Not(NonAnswer::Unknown)), "Was: Niet"),
        ("<Right><Right><Left><Left>", choice("niet"), ""),
        ("<Left><Left><Right><Right>", choice("anders"), "Was: Niet"),
    ] {
        let mut stage = stage.clone();
        stage.model.path.open(limits.clone());
        stage.to("page:grens-intensive-care").keys(keys);
        assert_eq!(answer(&stage, "pzp/intensive-care"), given, "{keys}");
        assert!(
            told(&stage).starts_with(words) && words.is_empty() == told(&stage).is_empty(),
            "{keys}: {}",
            told(&stage)
        );
        stage.keys("<C-z>");
        assert_eq!(answer(&stage, "pzp/intensive-care"), choice("niet"), "{keys}");
    }
    // Where nothing stood, nothing is named, and one Ctrl+Z brings that back.
    let mut empty = stage.clone();
    alter(&mut empty, |record| {
        drop(record.reviews[0].answers.remove(&"pzp/intensive-care".parse().unwrap()));
    });
    empty.model.path.open(limits);
    empty.to("page:grens-intensive-care").keys("<Right><Right><Right>");
    assert_eq!(told(&empty), "Hier stond nog niets. Ctrl+Z haalt dat terug.");
    empty.keys("<C-z>");
    assert_eq!(answer(&empty, "pzp/intensive-care"), None);
    // After the cursor left the row and came back, what stands there is what stood on arrival.
    let mut twice = stage;
    twice.model.path.open(Screen::Step { patient, checklist: "pzp".into(), page: StepPage::Limits });
    twice.to("page:grens-intensive-care").keys("<Right><Down><Up><Right><C-z>");
    assert_eq!(answer(&twice, "pzp/intensive-care"), choice("anders"));
}

/// Whatever is one of several says what it took the place of.
#[test]
fn every_choice_of_one_tells_what_it_was() {
    let (mut stage, patient) = full();
    let judged = stage.meeting().reviews[0].judgements.keys().next().cloned().unwrap();
    stage.model.path.go(&Screen::Meeting);
    for (screen, is_of) in [
        (Screen::MeetingDetails, "kind:"),
        (Screen::Profile(patient), "informed:"),
        (Screen::Profile(patient), "route:"),
        (Screen::Settings, "language:"),
        (Screen::Step { patient, checklist: judged, page: StepPage::Judgement }, "judge:"),
    ] {
        for key in ["<Space>", "<Enter>", "<Space><Space><Space><Space>", "<Enter><Enter><Enter><Enter>"] {
            let mut stage = stage.clone();
            stage.model.path.open(screen.clone());
            let chosen = |stage: &Stage| {
                let page = pages::page(&stage.model);
                let rows: Vec<_> =
                    page.rows().filter(|row| row.id.as_str().starts_with(is_of)).cloned().collect();
                let chosen = rows.iter().find(|row| row.mark == crate::app::page::Mark::Chosen).cloned();
                (rows, chosen)
            };
            let (rows, first) = chosen(&stage);
            let other = rows.iter().find(|row| row.mark == crate::app::page::Mark::NotChosen);
            let other = other.unwrap_or_else(|| panic!("{is_of} {rows:?} {}", stage.text())).clone();
            if first.is_none() {
                let chooses = rows.last().unwrap().id.clone();
                stage.send(Msg::Focus(chooses));
                stage.keys("<Enter>").wait(2000);
            }
            let (_, first) = chosen(&stage);
            let was = first.unwrap_or_else(|| panic!("{is_of}: {}", stage.text())).label;
            stage.send(Msg::Focus(other.id));
            stage.keys(key);
            assert!(
                told(&stage).starts_with(&format!("Was: {}", was.trim())),
                "{is_of} {key}: {:?}",
                told(&stage)
            );
        }
    }
}

/// A line that was begun is there when the cursor comes back, and is no line of the record before something stands on it.
#[test]
fn a_line_that_was_begun_is_there_when_the_cursor_comes_back() {
    let (mut stage, patient) = full();
    alter(&mut stage, |record| record.reviews[0].notes = "eerst".to_owned());
    stage.model.path.open(Screen::Notes(patient));
    stage.send(Msg::Focus(crate::app::RowId::fixed("notes")));
    let notes = |stage: &Stage| stage.meeting().reviews[0].notes.clone();
    for (keys, expected) in [
        ("<Enter><Down><Up>nieuw", "eerst\nnieuw"),
        ("<Enter>dan<Enter><Down><Up>nieuw", "eerst\ndan\nnieuw"),
        ("<Enter><Down><Up><Enter>nieuw", "eerst\nnieuw"),
        ("<Enter><Down>", "eerst"),
        ("<Enter><Down><Up>nieuw<Down><Up>meer", "eerst\nnieuw meer"),
    ] {
        let mut stage = stage.clone();
        stage.keys("<C-End>").keys(keys);
        assert_eq!(notes(&stage), expected, "{keys}");
    }
}

/// What changes nothing is no change of the record, and there is nothing to be undone of it.
#[test]
fn a_choice_that_stands_already_records_nothing() {
    let (mut stage, _) = full();
    alter(&mut stage, |record| {
        let given = Given::Choice("rood".into());
        let at = Stamp { by: None, at: super::stage::afternoon() };
        record.reviews[0].answers.insert("kort/kleur".parse().unwrap(), Answer::given(given, at));
        record.routes.clear();
        record.definitions.clear();
    });
    stage.to("answer:kort/kleur");
    let before = stage.meeting().clone();
    stage.keys("<Right><Right><Right>");
    assert_eq!(timeless(stage.meeting()), timeless(&before));
}
