//! Blanks, a slip that is put right, and keys that are held take nothing away, or say what went for as long as somebody is there.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::Stage;
use super::at_the_table::limit;
use super::register::{at_agenda, id};
use super::stage::afternoon;
use super::tour::midway;
use super::unmeant::{needs_words, on_every_row};
use crate::app::model::Model;
use crate::app::page::RowKind;
use crate::app::{Msg, Screen, Settings, Size, StepPage, pages};
use crate::checklist::Localized;
use crate::meeting::{Answer, Given, Meeting, NonAnswer, PatientId, QuestionKey, Stamp};
use crate::text::Command;
use crate::words::Language;

pub fn told(stage: &Stage) -> String {
    stage.model.notice.as_ref().map(|notice| notice.text.clone()).unwrap_or_default()
}

fn key(key: &str) -> QuestionKey {
    key.parse().unwrap()
}

/// Changes the record of a stage as if it had been so from the start.
pub fn alter(stage: &mut Stage, alter: impl FnOnce(&mut Meeting)) {
    let open = stage.model.open.as_mut().unwrap();
    alter(Arc::make_mut(&mut open.record));
}

/// In the middle of a meeting, with a day wherever one can stand, and answers and texts of every kind.
pub fn full() -> (Stage, PatientId) {
    let mut stage = midway(Language::Dutch, 80, 24);
    let patient = stage.meeting().reviews[0].patient;
    let at = Stamp { by: None, at: stage.now };
    alter(&mut stage, |record| {
        record.bottlenecks = "te weinig tijd".to_owned();
        let review = &mut record.reviews[0];
        review.next_review = "18-01-2027".to_owned();
        review.agreements.iter_mut().for_each(|agreement| agreement.due = "05-12-2026".to_owned());
        for (name, given) in [
            ("pzp-stand/gesprek", Given::YesNo(true)),
            ("pzp-stand/gesprek-op", Given::Date("20-11-2026".to_owned())),
            ("nabespreking/overleden-op", Given::Date("17-11-2026".to_owned())),
            ("pzp/reanimatie", Given::Choice("niet".into())),
            ("pzp/intensive-care", Given::Choice("niet".into())),
            ("kort/kleur", Given::Choice("groen".into())),
        ] {
            review.answers.insert(key(name), Answer::given(given, at));
        }
    });
    stage.model.path.go(&Screen::Meeting);
    stage.model.path.go(&Screen::Patient(patient));
    (stage, patient)
}

pub fn step(patient: PatientId, checklist: &str, group: &str) -> Screen {
    Screen::Step { patient, checklist: checklist.into(), page: StepPage::Group(group.into()) }
}

/// Everything that somebody said, by where it stands, so that what goes is seen.
pub fn said(meeting: &Meeting) -> BTreeSet<String> {
    let details = &meeting.details;
    let mut all = vec![
        ("group".to_owned(), details.group.clone()),
        ("planned".to_owned(), details.planned.clone()),
        ("bottlenecks".to_owned(), meeting.bottlenecks.clone()),
        ("day".to_owned(), format!("{}{}", details.date, details.date_typed)),
    ];
    all.extend(meeting.participants.iter().map(|known| (format!("{:?}", known.id), known.name.clone())));
    for review in &meeting.reviews {
        let (texts, patient) = (
            [
                &review.label,
                &review.born,
                &review.question,
                &review.own_words,
                &review.notes,
                &review.next_review,
            ],
            review.patient,
        );
        let texts = texts.into_iter().enumerate();
        all.extend(texts.map(|(at, text)| (format!("{patient:?} {at}"), text.clone())));
        for (key, answer) in review.answers.iter() {
            let given = answer.given.as_ref().map(|given| format!("{given:?}")).unwrap_or_default();
            let typed = answer.given.as_ref().and_then(Given::typed).map(str::to_owned);
            all.push((format!("{patient:?} {key}"), typed.unwrap_or(given)));
            all.push((format!("{patient:?} {key} note"), answer.note.clone()));
        }
        for agreed in &review.agreements {
            let owner = agreed.owner.as_ref().map(|owner| format!("{owner:?}")).unwrap_or_default();
            let said = [agreed.what.clone(), agreed.due.clone(), agreed.outside_name.clone(), owner];
            all.extend(
                said.into_iter().enumerate().map(|(at, text)| (format!("{:?} {at}", agreed.id), text)),
            );
        }
        for (name, judged) in &review.judgements {
            let choice = judged.choice.as_ref().map(ToString::to_string).unwrap_or_default();
            all.extend([(format!("{name}"), choice), (format!("{name} reason"), judged.reason.clone())]);
        }
    }
    let said = all.into_iter().filter(|(_, text)| !text.trim().is_empty());
    said.map(|(place, text)| format!("{place}: {text}")).collect()
}

/// Presses keys, and looks whether what went is told while the cursor is there, or where it left a text.
fn nothing_goes_in_silence(name: &str, stage: &mut Stage, keys: &str) {
    let Some(before) = stage.meeting_or_none() else { return };
    let had = said(&before);
    let mut heard = String::new();
    for pressed in [keys, "<Down>"] {
        stage.keys(pressed);
        heard.push_str(&told(stage));
        let Some(after) = stage.meeting_or_none().filter(|after| after.id == before.id) else { return };
        // While somebody types in a text they see what stands there; and of one to which something was added nothing went.
        let (has, is_typing) = (said(&after), stage.model.context().typing());
        let stays = |known: &&String| has.iter().any(|now| now.starts_with(known.as_str()));
        let gone: Vec<&String> = had.iter().filter(|known| !stays(known)).collect();
        assert!(
            is_typing && pressed == keys || gone.is_empty() || heard.contains("Ctrl+Z"),
            "{name} {keys} {pressed}: {gone:?}, told {heard:?}"
        );
    }
}

/// Keys by which nobody means to take something away.
const HELD: [&str; 6] = [
    "<Space><Space>",
    "x<Backspace>",
    "<Space>x<Backspace><Backspace>",
    "<Delete><Delete>",
    "x<Delete><Delete>",
    "<Left><Left><Left>",
];

#[test]
fn nothing_goes_in_silence_on_any_row() {
    on_every_row(|name, stage, _, _| {
        if needs_words(stage) {
            return;
        }
        if let Some(row) = stage.model.focused() {
            stage.send(Msg::Focus(row.id));
        }
        for keys in HELD {
            // A space chooses like Enter where the cursor was put.
            let chooses = matches!(stage.model.focused().map(|row| row.kind), Some(RowKind::Action(_)));
            if !(chooses && keys.starts_with("<Space>")) {
                nothing_goes_in_silence(name, &mut stage.clone(), keys);
            }
        }
    });
}

#[test]
fn nothing_goes_in_silence_where_everything_is_filled_in() {
    let (stage, patient) = full();
    let agreement = stage.meeting().reviews[0].agreements[0].id;
    let limits = Screen::Step { patient, checklist: "pzp".into(), page: StepPage::Limits };
    let screens = [
        Screen::Patient(patient),
        Screen::Agreement(patient, agreement),
        Screen::Profile(patient),
        Screen::MeetingDetails,
        step(patient, "pzp-stand", "het-gesprek"),
        limits,
        step(patient, "pzp", "grens-reanimatie"),
    ];
    let mut rows = 0;
    for screen in screens {
        let mut at = stage.clone();
        if *at.model.screen() != screen {
            at.model.path.open(screen);
        }
        for row in pages::page(&at.model).rows() {
            rows += 1;
            for keys in HELD.into_iter().chain(["<Right><Right><Right><Right><Right><Right>"]) {
                let mut stage = at.clone();
                stage.send(Msg::Focus(row.id.clone()));
                let chooses = matches!(row.kind, RowKind::Action(_)) && keys.starts_with("<Space>");
                if !chooses && !needs_words(&stage) {
                    nothing_goes_in_silence(row.id.as_str(), &mut stage, keys);
                }
            }
        }
    }
    assert!(rows > 80, "{rows}");
}

/// On every row with a day: blanks, and a slip that is put right, leave it; what is erased says so after the row too, and comes back at once.
#[test]
fn a_day_stays_unless_it_is_erased_and_that_is_told() {
    let (stage, patient) = full();
    let agreement = stage.meeting().reviews[0].agreements[0].id;
    for (screen, row, day) in [
        (Screen::Patient(patient), "next-review", "18-01-2027"),
        (Screen::Agreement(patient, agreement), "due", "05-12-2026"),
        (step(patient, "pzp-stand", "het-gesprek"), "answer:pzp-stand/gesprek-op", "20-11-2026"),
    ] {
        let mut there = stage.clone();
        if *there.model.screen() != screen {
            there.model.path.open(screen);
        }
        there.to(row);
        let before = there.meeting().clone();
        for keys in [
            "<Space><Space>",
            "<Space><Space><Space><Space><Space><Space><Space><Space><Space><Space>",
            "x<Backspace>",
            "<Space>x<Backspace><Backspace>",
            "<Space>x<Backspace><Backspace><Backspace><Backspace>",
            "xy<Backspace><Backspace>",
        ] {
            for leaves in ["<Down>", "<Up>"] {
                let mut stage = there.clone();
                stage.keys(keys).keys(leaves);
                assert_eq!(*stage.meeting(), before, "{row} {keys}");
                if keys.contains('x') {
                    assert_eq!(
                        told(&stage),
                        format!("Blijft staan: {day}. Wissen gaat met Backspace."),
                        "{row}"
                    );
                }
            }
        }
        for keys in ["<Backspace>".repeat(12), "<C-a><Delete>".to_owned()] {
            let mut stage = there.clone();
            stage.keys(&keys).keys("<Down>");
            let gone = format!("Gewist: {day}. Ctrl+Z haalt het terug.");
            assert_eq!(told(&stage), gone, "{row} {keys}");
            assert_ne!(*stage.meeting(), before);
            stage.keys("<Down>");
            assert_eq!(told(&stage), gone, "the arrow is held");
            stage.keys("<C-z>");
            let back =
                (stage.meeting().reviews[0].next_review.clone(), stage.meeting().reviews[0].answers.clone());
            assert_eq!(
                back,
                (before.reviews[0].next_review.clone(), before.reviews[0].answers.clone()),
                "{row}"
            );
            assert_eq!(stage.meeting().reviews[0].agreements, before.reviews[0].agreements, "{row}");
        }
    }
}

/// Blanks alone are no text, at the end of one neither; what is emptied says so.
#[test]
fn blanks_alone_are_no_text() {
    let (mut stage, patient) = full();
    for (row, keys) in [("agreement", "<F4><Space><Space><Space>"), ("", "<F4><C-a><Space>")] {
        let mut stage = stage.clone();
        stage.keys(keys);
        assert_eq!(stage.meeting().reviews[0].agreements.last().unwrap().what, "", "{row}");
    }
    let agreement = stage.meeting().reviews[0].agreements[0].clone();
    stage.model.path.open(Screen::Agreement(patient, agreement.id));
    stage.to("what");
    let before = stage.meeting().clone();
    for keys in
        ["<Space><Space><Space><Down>", "x<Backspace><Down>", "<C-a><Space><Down>", "<C-a>x<Backspace><Down>"]
    {
        let mut stage = stage.clone();
        stage.keys(keys);
        assert_eq!(*stage.meeting(), before, "{keys}");
    }
    stage.keys("<C-a><Backspace><Down>");
    assert_eq!(told(&stage), format!("Gewist: {}. Ctrl+Z haalt het terug.", agreement.what));
    let mut stage = full().0;
    stage.model.path.go(&Screen::Meeting);
    stage.model.path.open(Screen::MeetingDetails);
    let before = stage.meeting().clone();
    for row in ["date", "group", "planned"] {
        stage.to(row).keys("<Space><Space><Space><Down>");
        assert_eq!(*stage.meeting(), before, "{row}");
    }
}

/// What took the place of an answer stays told: at both ends, by an arrow that is held, and by Delete pressed twice.
#[test]
fn what_took_the_place_of_an_answer_stays_told() {
    let (stage, patient) = full();
    let answer = |stage: &Stage| {
        stage.meeting().reviews[0]
            .answers
            .get(&key("pzp/intensive-care"))
            .and_then(|known| known.given.clone())
    };
    let unknown = Some(Given::Not(NonAnswer::Unknown));
    for (keys, given, words) in [
        ("<Right><Right><Right><Right><Right><Right>", unknown, "Ctrl+Z"),
        ("<Left><Left><Left><Left>", Some(Given::Choice("wel".into())), "Was: Niet"),
        ("<Delete><Delete><Delete>", None, "Antwoord gewist."),
        ("wel<Delete><Delete><Delete>", Some(Given::Choice("niet".into())), ""),
        ("wel<Backspace><Delete>", Some(Given::Choice("niet".into())), ""),
    ] {
        let mut stage = stage.clone();
        stage.model.path.open(Screen::Step { patient, checklist: "pzp".into(), page: StepPage::Limits });
        stage.to("page:grens-intensive-care").keys(keys);
        assert_eq!(answer(&stage), given, "{keys}");
        assert!(told(&stage).contains(words), "{keys}: {}", told(&stage));
        stage.keys("<Down>");
        assert_eq!(told(&stage), "", "{keys}: the cursor left the row");
    }
}

/// Left and Right lead to no other page, so that the same arrow cannot choose there.
#[test]
fn left_and_right_stay_on_their_page() {
    let (screen, _, asked, mut stage) = limit();
    stage.model.path.open(screen.clone());
    stage.to(&format!("option:{asked}=niet")).keys("<Enter>");
    let before = stage.meeting().clone();
    let (full, patient) = full();
    for (mut stage, screen, before) in [(stage, screen, before), {
        let screen = step(patient, "pzp-stand", "het-gesprek");
        let mut stage = full;
        stage.model.path.open(screen.clone());
        stage.to("option:pzp-stand/gesprek=yes");
        let before = stage.meeting().clone();
        (stage, screen, before)
    }] {
        for keys in ["<Left><Left><Left><Left><Left><Left><Left><Left>", "<Right><Right><Right><Right>"] {
            stage.keys(keys);
            assert_eq!((stage.model.screen(), stage.meeting()), (&screen, &before), "{keys}");
        }
    }
}

/// Whoever looks at an agreement of an earlier meeting has nothing agreed today.
#[test]
fn an_agreement_that_was_looked_at_comes_into_no_meeting() {
    let mut stage = at_agenda();
    stage.to("add-patient").keys("<Enter>").to(&format!("earlier:{}", id(13))).keys("<Enter>");
    let patient = stage.meeting().reviews.last().unwrap().patient;
    // It was put on the agenda before that agreement was made.
    alter(&mut stage, |record| {
        record.reviews.last_mut().unwrap().agreements.retain(|known| known.id.0 != id(21));
    });
    stage.model.path.go(&Screen::Meeting);
    stage.model.path.open(Screen::Patient(patient));
    let row = format!("agreement:{}", id(21));
    let before = stage.meeting().clone();
    for keys in ["<Enter><Esc>", "<Enter><Down><Down><Esc>", "<Enter>x<Backspace><Esc>"] {
        stage.to(&row).keys(keys);
        assert_eq!((stage.model.screen(), stage.meeting()), (&Screen::Patient(patient), &before), "{keys}");
        assert_eq!(told(&stage), "", "{keys}");
    }
    let agreed = |stage: &Stage| {
        let review = stage.meeting().review(patient).unwrap().clone();
        review.agreements.into_iter().find(|known| known.id.0 == id(21))
    };
    let mut changed = stage.clone();
    changed.to(&row).keys("<Enter>").to("due").keys("12-12-2026<Down><Esc>");
    assert_eq!(agreed(&changed).unwrap().due, "12-12-2026");
    stage.to(&row).keys("<Enter>").to("done").keys("<Enter><Esc>");
    assert!(agreed(&stage).unwrap().ended.is_some());
}

/// What is typed or pasted where somebody comes to a text stands apart from its last word, and goes with it by one Ctrl+Z.
#[test]
fn a_word_behind_a_text_stands_apart_from_it() {
    let (mut stage, patient) = full();
    let at = |stage: &mut Stage, row: &str, stood: &str| {
        stage.to(row).keys("<C-a><Backspace>").keys(stood).keys("<Up>").to(row);
    };
    let question = |stage: &Stage| stage.meeting().review(patient).unwrap().question.clone();
    for (stood, typed, read) in [
        ("het plan", "niet meer", "het plan niet meer"),
        ("het plan", ", niet meer", "het plan, niet meer"),
        ("het plan", "(oud)", "het plan (oud)"),
        ("het plan (", "oud)", "het plan (oud)"),
        ("kamer 12", "bij het raam", "kamer 12 bij het raam"),
        ("", "nieuw", "nieuw"),
        ("het plan", "<Left>x", "het plaxn"),
        ("het plan", "<End>nen", "het plannen"),
    ] {
        at(&mut stage, "question", stood);
        stage.keys(typed);
        assert_eq!(question(&stage), read, "{stood} {typed}");
    }
    at(&mut stage, "question", "het plan");
    stage.send(Msg::Type(Command::InsertText("niet meer".into())));
    assert_eq!(question(&stage), "het plan niet meer");
    at(&mut stage, "question", "het plan");
    stage.keys("niet<C-z>");
    assert_eq!(question(&stage), "het plan");
    stage.keys("nen");
    assert_eq!(question(&stage), "het plannen", "the cursor is where it was typed");
    let agreement = stage.meeting().reviews[0].agreements[0].clone();
    stage.model.path.open(Screen::Agreement(patient, agreement.id));
    stage.to("what").keys("morgen");
    assert_eq!(stage.meeting().reviews[0].agreements[0].what, format!("{} morgen", agreement.what));
}

/// Till the notebook was read nobody knows what the first row will be, and keys wait.
#[test]
fn keys_wait_for_the_first_list() {
    let now = super::stage::afternoon();
    let model = || Model::new(Settings::default(), Size::new(80, 24), now, "~/Pallium".to_owned());
    for (answer, waits) in [
        (None, true),
        (Some(Msg::Listed(Box::default())), false),
        (Some(Msg::NotebookFailed(Box::new(Localized { nl: "weg".into(), en: None }))), false),
    ] {
        let mut model = model().into();
        if let Some(answer) = answer {
            crate::app::update(&mut model, now, answer);
        }
        assert_eq!(model.is_opening(), waits);
    }
}

/// An answer of a page that takes the place of another one says what that was, for as long as somebody is on its row, held keys or not.
#[test]
fn another_answer_of_a_page_says_what_it_was() {
    for keys in ["<Space>", "<Enter>", "<Space><Space><Space>", "<Enter><Enter><Enter>"] {
        let (mut stage, patient) = full();
        let goal = key("pzp/hoofddoel");
        alter(&mut stage, |record| {
            let given = Given::Choice("symptoomverlichting".into());
            let at = Stamp { by: None, at: afternoon() };
            record.reviews[0].answers.insert(goal.clone(), Answer::given(given, at));
        });
        stage.model.path.go(&step(patient, "pzp", "doel"));
        let stood = stage.meeting().reviews[0].answers[&goal].given.clone();
        stage.keys("<Up>").keys(keys);
        assert_ne!(stage.meeting().reviews[0].answers[&goal].given, stood, "{keys}: {}", stage.text());
        assert!(told(&stage).starts_with("Was: "), "{keys}: {}", told(&stage));
        stage.keys("<C-z>");
        assert_eq!(stage.meeting().reviews[0].answers[&goal].given, stood, "{keys}");
    }
}
