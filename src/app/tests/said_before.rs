//! What earlier meetings said, at the next one: the last notes and question, since when something stands and when it was confirmed,
//! and the course, in which nothing is told twice.

use super::Stage;
use super::register::{day, id, stamp};
use super::standing::{patient, with_more};
use crate::app::page::{Block, RowId};
use crate::app::{Screen, Size, StepPage};
use crate::meeting::{
    Answer, Given, Identity, Meeting, MeetingId, MeetingKind, PatientId, Pinned, QuestionKey, Review, Stamp,
    colour_question,
};

fn key(of: &str) -> QuestionKey {
    of.parse().unwrap()
}

fn text(words: &str, at: Stamp) -> Answer {
    Answer::given(Given::Text(words.to_owned()), at)
}

/// The patient's page at a meeting of November, after one of September and one of July in which this was recorded.
pub fn after_july(july: impl FnOnce(&mut Review), september: impl FnOnce(&mut Review)) -> Stage {
    let mut stage = Stage::new(80, 24);
    let mut earlier = super::register::earlier();
    let mut meeting = Meeting::new(MeetingId(id(4)), MeetingKind::Patz, day(7, 12));
    meeting.details.group = "PaTz Noord".to_owned();
    meeting.participants = earlier[0].participants.clone();
    let mut review = Review::new(patient());
    review.label = "Fictief D.".to_owned();
    review.details.finished = Some(stamp(day(7, 12)));
    july(&mut review);
    meeting.reviews = vec![review.into()];
    september(&mut earlier[0].reviews[0]);
    earlier.push(meeting);
    stage.earlier = earlier;
    stage.to("new").keys("<Enter>").to("known-group:1").keys("<Enter><Enter>");
    stage.to(&format!("earlier:{}", id(13))).keys("<Enter>");
    stage.model.path.go(&Screen::Patient(patient()));
    stage
}

fn confirmed_in_september() -> Stage {
    let green = |at| Answer::given(Given::Choice("groen".into()), at);
    let first = green(stamp(day(7, 12)));
    after_july(
        |july| {
            july.answers.insert(colour_question(), first.clone());
        },
        |september| {
            let earlier = Some(Box::new(first.clone()));
            september.answers.insert(colour_question(), Answer { earlier, ..green(stamp(day(9, 13))) });
        },
    )
}

/// Own words are of the day on which they were written, in the minutes, on the course and beside the agenda, until somebody writes others.
#[test]
fn own_words_of_an_earlier_meeting_carry_their_day() {
    let mut stage = after_july(|july| july.own_words = "Naar zee.".to_owned(), |_| {});
    let before = stage.meeting().clone();
    assert!(
        stage.minutes().contains("Eigen woorden: Nog een keer naar zee. (13-09-2026)"),
        "{}",
        stage.minutes()
    );
    stage.keys("<F5>");
    assert!(stage.text().contains("\"Nog een keer naar zee.\" (13 sep)"), "{}", stage.text());
    stage.keys("<Esc>").to("course").keys("<Enter>");
    assert!(stage.text().contains("\"Nog een keer naar zee.\" (13 sep)"), "{}", stage.text());
    stage.keys("<Esc>").to("own-words").keys("!");
    assert!(stage.minutes().contains("Eigen woorden: Nog een keer naar zee.!\n"), "{}", stage.minutes());
    stage.keys("<C-z>");
    assert_eq!(*stage.meeting(), before);
}

/// What was agreed about limits is in sight where the patient is discussed and beside the agenda, and leads to the plan; where nothing
/// was, one row leads there.
#[test]
fn limits_of_treatment_are_on_the_page_of_the_patient() {
    let limits = |given: &'static [(&'static str, &'static str)]| {
        after_july(
            |_| {},
            |september| {
                let at = stamp(day(9, 13));
                for (item, choice) in given {
                    september.answers.insert(
                        key(&format!("pzp/{item}")),
                        Answer::given(Given::Choice((*choice).into()), at),
                    );
                }
                for (item, words) in [("gesprek-door", "A. de Wit"), ("gesprek-bij", "mevrouw")] {
                    september.answers.insert(key(&format!("pzp/{item}")), text(words, at));
                }
                let on = Answer::given(Given::Date("12-09-2026".to_owned()), at);
                september.answers.insert(key("pzp/gesprek-op"), on);
            },
        )
    };
    let mut stage = limits(&[("reanimatie", "niet"), ("intensive-care", "niet"), ("antibiotica", "wel")]);
    stage.earlier[0].definitions.push(Pinned {
        id: "pzp".into(),
        version: String::new(),
        hash: String::new(),
    });
    stage.ask_register();
    let row = |stage: &Stage| stage.model.page().rows().find(|row| row.id == RowId::fixed("limits")).cloned();
    let found = row(&stage).unwrap();
    let told = "Niet: reanimatie, intensive care · Wel: antibiotica";
    assert_eq!((&*found.label, &*found.value), ("Behandelgrenzen (13 sep)", told));
    let told = "Niet uitvoeren: Reanimatie, Intensive care (13 sep); Antibiotica: Wel uitvoeren (13 sep)";
    stage.model.size = Size { width: 80, height: 40 };
    assert_eq!(row(&stage).unwrap().value, told);
    stage.to("limits").keys("<Enter>");
    assert!(stage.text().contains("Intensive care       ○    ◎"), "{}", stage.text());
    stage.model.path.go(&Screen::Patient(patient()));
    stage.model.path.open(Screen::Step {
        patient: patient(),
        checklist: "pzp".into(),
        page: StepPage::Group("grens-reanimatie".into()),
    });
    // Whoever says that it holds still takes nothing away from the conversation in which it was said.
    let mut confirmed = stage.clone();
    confirmed.to("option:pzp/reanimatie=niet").keys("<Enter>");
    assert!(confirmed.text().contains("vandaag bevestigd"), "{}", confirmed.text());
    assert!(!confirmed.text().contains("niet genoteerd door wie"), "{}", confirmed.text());
    confirmed.model.path.go(&Screen::Patient(patient()));
    assert!(!row(&confirmed).unwrap().value.contains("ONVOLLEDIG"), "{}", row(&confirmed).unwrap().value);
    stage.to("option:pzp/reanimatie=wel").keys("<Enter>");
    stage.model.path.go(&Screen::Patient(patient()));
    let found = row(&stage).unwrap();
    assert!(found.value.starts_with("Reanimatie: Wel uitvoeren"), "{}", found.value);
    assert!(found.value.contains("Intensive care: Niet uitvoeren (13 sep)"), "{}", found.value);
    stage.model.size = Size { width: 140, height: 40 };
    stage.model.path.go(&Screen::Meeting);
    let beside = stage.text().split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(beside.contains("Behandelgrenzen"), "{beside}");
    let mut stage = after_july(|_| {}, |_| {});
    assert!(row(&stage).is_none());
    stage.to("whole-plan").keys("<Enter>");
    assert!(matches!(stage.model.screen(), Screen::Step { checklist, .. } if checklist.as_str() == "pzp"));
}

#[test]
fn what_the_last_meeting_wrote_down_is_in_sight_with_its_day_and_cannot_be_changed() {
    let long =
        "Slaapt slecht sinds de val, en belt elke avond met haar zus; de fysiotherapeut komt twee keer.";
    let mut stage = after_july(
        |july| july.question = "Wie is er bij haar?".to_owned(),
        |september| september.notes = long.to_owned(),
    );
    let before = stage.meeting().clone();
    let said = stage.text();
    assert!(said.contains("Opgeschreven 13 sep") && said.contains("Slaapt slecht sinds de val"), "{said}");
    assert!(!said.contains("fysiotherapeut") && !said.contains("Wie is er bij haar?"), "one line: {said}");
    stage.to("written-last").keys("letters<Enter>");
    assert_eq!(*stage.model.screen(), Screen::Overview(patient()));
    assert_eq!(*stage.meeting(), before, "nothing is typed into what was");
    stage.to("earlier-notes");
    let said = stage.text().split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(said.contains("Laatst opgeschreven") && said.contains("twee keer."), "{said}");
    assert!(said.contains("Aantekeningen (13 sep)"), "{said}");
    assert!(said.contains("(12 jul) Wie is er bij haar?"), "each with its own day: {said}");
    stage.to("earlier-notes").keys("<Enter>");
    assert_eq!(*stage.model.screen(), Screen::Course(patient()));
    let nothing = after_july(|_| {}, |_| {});
    assert!(!nothing.text().contains("Opgeschreven"), "{}", nothing.text());
}

#[test]
fn what_was_confirmed_says_since_when_and_when_again_until_that_is_undone() {
    let mut stage = confirmed_in_september();
    let told = "Groen (12 jul, bevestigd 13 sep)";
    assert!(stage.text().contains(&format!("Geldt nog: {told}")), "{}", stage.text());
    stage.keys("<F5>");
    assert!(stage.text().contains(told), "{}", stage.text());
    // Confirmed today, taken back, and as it was before.
    stage.keys("<Esc>").to("still-holds:kort/kleur").keys("<Enter>");
    assert!(stage.text().contains("staat sinds 12 jul, vandaag bevestigd"), "{}", stage.text());
    stage.keys("<C-z>");
    assert!(stage.text().contains(&format!("Geldt nog: {told}")), "{}", stage.text());
}

#[test]
fn the_course_says_when_something_was_confirmed() {
    let mut stage = confirmed_in_september();
    stage.to("course").keys("<Enter>");
    let said = super::papers::whole(&mut stage);
    assert!(said.contains("Groen (12 jul, bevestigd 13 sep)"), "{said}");
    assert!(said.contains("Groen (geldt nog)"), "{said}");
}

#[test]
fn what_belongs_to_its_day_is_told_of_whenever_it_was_said_last() {
    let mut stage = after_july(
        |july| {
            july.answers.insert(key("kort/wat-veranderd"), text("Gevallen.", stamp(day(7, 12))));
        },
        |_| {},
    );
    stage.keys("<F5>");
    let said = stage.text();
    assert!(said.contains("Laatst gezegd") && said.contains("Gevallen. (12 jul)"), "{said}");
    // It is not taken over: what is said today says nothing of what was before.
    stage.keys("<Esc>").to("answer:kort/wat-veranderd").keys("Niets");
    let review = stage.meeting().review(patient()).unwrap();
    assert_eq!(review.answers[&key("kort/wat-veranderd")].earlier, None);
}

/// What the course says of the meeting of September, line by line.
fn lines_of_september(stage: &mut Stage) -> Vec<Vec<String>> {
    stage.to("course").keys("<Enter>");
    let page = stage.model.page();
    let timelines = page.blocks.iter().filter_map(|block| match block {
        Block::Timeline(timeline) => Some(timeline),
        _ => None,
    });
    let entries = timelines.flat_map(|timeline| timeline.entries.iter());
    let of_september = entries.filter(|entry| entry.row.label.starts_with("13 sep"));
    of_september.map(|entry| entry.events.iter().map(|event| event.text.clone()).collect()).collect()
}

#[test]
fn two_answers_of_one_day_stand_once_where_they_say_the_same_and_are_told_apart_where_they_do_not() {
    let at = stamp(day(9, 13));
    let mut stage = after_july(
        |_| {},
        |september| {
            for question in ["pzp-stand/gesprek-op", "pzp/gesprek-op"] {
                let held = Answer::given(Given::Date("12-09-2026".to_owned()), at);
                september.answers.insert(key(question), held);
            }
            september.answers.insert(key("kort/wat-veranderd"), text("Gevallen.", at));
            september.answers.insert(key("markering/verandering"), text("Valt af.", at));
        },
    );
    let lines = lines_of_september(&mut stage);
    assert_eq!(lines.len(), 1);
    let of = |label: &str| lines[0].iter().filter(|line| line.starts_with(label)).collect::<Vec<_>>();
    assert_eq!(of("PZP-gesprek op"), ["PZP-gesprek op: 12-09-2026"]);
    assert_eq!(
        of("Wat is er veranderd"),
        [
            "Wat is er veranderd (Kort bespreken): Gevallen.",
            "Wat is er veranderd (Markering van de palliatieve fase): Valt af."
        ]
    );
}

#[test]
fn two_patients_of_one_meeting_who_are_one_have_one_entry_for_it() {
    let mut stage = Stage::new(80, 24);
    stage = with_more(stage);
    let at = stamp(day(9, 13));
    let mut same = Review::new(PatientId(id(12)));
    same.answers.insert(key("persoon/wie"), text("Oud-visser.", at));
    same.details.same_as = Some(Identity::SameAs(patient()));
    stage.earlier[0].reviews[1] = same.into();
    stage.to(&format!("earlier:{}", id(13))).keys("<Enter>");
    stage.model.path.go(&Screen::Patient(patient()));
    let lines = lines_of_september(&mut stage);
    assert_eq!(lines.len(), 1, "{lines:?}");
    assert!(lines[0].iter().any(|line| line.contains("Oud-visser.")), "{lines:?}");
}
