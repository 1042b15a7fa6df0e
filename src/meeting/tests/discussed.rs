//! A conversation holds wherever it was noted, one that names its items prevails, and what lacks one says what it lacks.

use std::sync::Arc;

use chrono::NaiveDate;

use super::*;
use crate::checklist::{Definition, Layer};
use crate::meeting::{Id, MeetingId, MeetingKind, NonAnswer, ParticipantId, PatientId, Person, Stamp};

const PLAN: &str = r#"
format = 1
id = "plan"
version = "1"
title = "Plan"

[[group]]
id = "grens"
title = "Grenzen"
[[group.item]]
id = "reanimatie"
type = "choice"
text = "Reanimatie?"
options = [
  { code = "wel", text = "Wel" },
  { code = "niet", text = "Niet" },
  { code = "anders", text = "Anders, namelijk", needs_note = true },
]
states = "pzp"
discussed = "needed"
[[group.item]]
id = "ziekenhuis"
type = "choice"
text = "Ziekenhuis?"
options = [{ code = "wel", text = "Wel" }, { code = "niet", text = "Niet" }]
discussed = "needed"
[[group.item]]
id = "kleur"
type = "choice"
text = "Kleur?"
options = [{ code = "rood", text = "Rood" }, { code = "elders", text = "Elders", needs_note = true }]

[[group]]
id = "gesprek"
title = "PZP-gesprek"
[[group.item]]
id = "met"
type = "short-text"
text = "Met wie?"
discussed = "with"

[[group]]
id = "ander-gesprek"
title = "Een ander gesprek"
repeats = true
[[group.item]]
id = "over"
type = "choices"
text = "Waarover?"
options = [{ code = "reanimatie", text = "Reanimatie" }, { code = "ziekenhuis", text = "Ziekenhuis" }]
discussed = "about"
[[group.item]]
id = "ander-op"
type = "date"
text = "Wanneer?"
discussed = "on"
[[group.item]]
id = "ander-door"
type = "person"
text = "Door wie?"
discussed = "by"
[[group.item]]
id = "ander-met"
type = "short-text"
text = "Met wie?"
discussed = "with"
"#;

const STAND: &str = r#"
format = 1
id = "stand"
version = "1"
title = "Stand"

[[group]]
id = "gesprek"
title = "Stand van het plan"
[[group.item]]
id = "gevoerd"
type = "yes-no"
text = "Gevoerd?"
[[group.item.item]]
id = "op"
type = "date"
text = "Wanneer?"
discussed = "on"
enable_when = { item = "gevoerd", is = true }
[[group.item.item]]
id = "door"
type = "person"
text = "Door wie?"
discussed = "by"
enable_when = { item = "gevoerd", is = true }
"#;

fn read(source: &str) -> Definition {
    Definition::read(Arc::from(source), Layer::User, "proef.toml".to_owned()).unwrap()
}

fn stamp() -> Stamp {
    Stamp { by: None, at: NaiveDate::from_ymd_opt(2026, 11, 27).unwrap().and_hms_opt(14, 0, 0).unwrap() }
}

fn key(name: &str) -> QuestionKey {
    name.parse().unwrap()
}

fn text(text: &str) -> Given {
    Given::Text(text.to_owned())
}

fn outside(name: &str) -> Given {
    Given::Person(Person::Outside(name.to_owned()))
}

fn day(text: &str) -> Given {
    Given::Date(text.to_owned())
}

fn choice(code: &str) -> Given {
    Given::Choice(code.into())
}

/// What each answer lacks, by its question.
fn lacking(answers: &[(&str, Given)], asked: &str) -> Vec<Missing> {
    let mut meeting = Meeting::new(MeetingId(Id::from_bits(1)), MeetingKind::Patz, stamp().at.date());
    let mut review = Review::new(PatientId(Id::from_bits(2)));
    for (name, given) in answers {
        review.answers.insert(key(name), Answer::given(given.clone(), stamp()));
    }
    meeting.reviews.push(review.into());
    let (plan, stand) = (read(PLAN), read(STAND));
    let review = &meeting.reviews[0];
    let definitions = [&stand.checklist, &plan.checklist];
    let conversations = Conversations::of(Language::Dutch, &meeting, review, &definitions);
    let item = plan.checklist.item(key(asked).item.as_str()).unwrap();
    conversations.missing(&key(asked), item, &review.answers[&key(asked)])
}

use Missing::{By, Note, On, With};

#[test]
fn what_is_missing_is_named_part_by_part() {
    let limit = ("plan/reanimatie", choice("niet"));
    let held = ("stand/gevoerd", Given::YesNo(true));
    let on = ("stand/op", day("23-11-2026"));
    let by = ("stand/door", outside("K. Idrissi"));
    let with = ("plan/met", text("patiënt en dochter"));
    type Case<'a> = (&'a [(&'a str, Given)], &'a [Missing]);
    let cases: [Case<'_>; 8] = [
        (std::slice::from_ref(&limit), &[By, On, With]),
        // Over two checklists together.
        (&[limit.clone(), held.clone(), on.clone(), by.clone(), with.clone()], &[]),
        (&[limit.clone(), held.clone(), on.clone(), by.clone()], &[With]),
        (&[limit.clone(), held.clone(), on.clone(), with.clone()], &[By]),
        (&[limit.clone(), held.clone(), by.clone(), with.clone()], &[On]),
        // A day that nobody can read is no day.
        (&[limit.clone(), held.clone(), ("stand/op", day("laatst")), by.clone(), with.clone()], &[On]),
        // Hidden: no conversation was held, so what stands below it does not count.
        (&[limit.clone(), on.clone(), by.clone(), with.clone()], &[By, On]),
        // An explicit non-answer says that there is nothing.
        (&[limit.clone(), held, on, by, ("plan/met", Given::Not(NonAnswer::Unknown))], &[With]),
    ];
    for (answers, expected) in cases {
        assert_eq!(lacking(answers, "plan/reanimatie"), expected, "{answers:?}");
    }
}

#[test]
fn a_choice_that_says_nothing_by_itself_asks_for_a_note() {
    assert_eq!(lacking(&[("plan/reanimatie", choice("anders"))], "plan/reanimatie"), [By, On, With, Note]);
    assert_eq!(lacking(&[("plan/kleur", choice("elders"))], "plan/kleur"), [Note]);
    assert_eq!(lacking(&[("plan/kleur", choice("rood"))], "plan/kleur"), []);
}

#[test]
fn an_explicit_non_answer_lacks_nothing() {
    for reason in NonAnswer::ALL {
        assert_eq!(lacking(&[("plan/reanimatie", Given::Not(reason))], "plan/reanimatie"), []);
    }
}

#[test]
fn a_conversation_about_some_items_prevails_there_and_nowhere_else() {
    let about = Given::Choices(["reanimatie".into()].into());
    let answers = [
        ("plan/reanimatie", choice("niet")),
        ("plan/ziekenhuis", choice("wel")),
        ("plan/over@2", about),
        ("plan/ander-op@2", day("1-10-2026")),
        ("plan/ander-door@2", outside("P. Bakker")),
    ];
    assert_eq!(lacking(&answers, "plan/reanimatie"), [With], "its own conversation, as far as it was noted");
    assert_eq!(
        lacking(&answers, "plan/ziekenhuis"),
        [By, On, With],
        "the plan's, of which nothing was noted"
    );
}

#[test]
fn a_repeated_conversation_about_nothing_in_particular_makes_nothing_complete() {
    let answers = [
        ("plan/reanimatie", choice("niet")),
        ("plan/ander-op@1", day("1-10-2026")),
        ("plan/ander-door@1", outside("P. Bakker")),
        ("plan/ander-met@1", text("patiënt")),
    ];
    assert_eq!(lacking(&answers, "plan/reanimatie"), [By, On, With]);
}

#[test]
fn who_recorded_it_is_not_who_discussed_it() {
    let mut answer = Answer::given(choice("niet"), stamp());
    answer.recorded.by = Some(ParticipantId(Id::from_bits(9)));
    let meeting = Meeting::new(MeetingId(Id::from_bits(1)), MeetingKind::Patz, stamp().at.date());
    let (review, plan) = (Review::new(PatientId(Id::from_bits(2))), read(PLAN));
    let conversations = Conversations::of(Language::Dutch, &meeting, &review, &[&plan.checklist]);
    let item = plan.checklist.item("reanimatie").unwrap();
    assert_eq!(conversations.missing(&key("plan/reanimatie"), item, &answer), [By, On, With]);
}

#[test]
fn what_is_missing_in_words() {
    let cases = [
        (&[By, On, With][..], "niet genoteerd door wie, wanneer en met wie dit is besproken"),
        (&[With], "niet genoteerd met wie dit is besproken"),
        (&[By, On], "niet genoteerd door wie en wanneer dit is besproken"),
        (&[Note], "niet genoteerd wat er bedoeld is"),
        (&[], ""),
    ];
    for (missing, words) in cases {
        assert_eq!(in_words(Language::Dutch, missing), words);
    }
}
