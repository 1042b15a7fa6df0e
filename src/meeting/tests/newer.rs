//! Taking over another version of a checklist: what fits stays, what does not is written down, and undo brings it back.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;
use proptest::collection::{btree_map, vec};
use proptest::prelude::*;

use super::*;
use crate::checklist::{Definition, Layer};
use crate::meeting::tests::arbitrary;
use crate::meeting::{Id, MeetingId, MeetingKind, Pinned, Stamp};

const OLD: &str = r#"
format = 1
id = "les"
version = "1"
title = "Les"

[[group]]
id = "g"
title = "G"
[[group.item]]
id = "keuze"
type = "choice"
text = "Welke?"
options = [{ code = "een", text = "De eerste" }, { code = "twee", text = "De tweede" }]
[[group.item]]
id = "veel"
type = "choices"
text = "Welke allemaal?"
options = [{ code = "a", text = "Aa" }, { code = "b", text = "Bee" }]
[[group.item]]
id = "cijfer"
type = "scale"
text = "Hoe erg?"
min = 0
max = 10
[[group.item]]
id = "gewicht"
type = "number"
text = "Hoe zwaar?"
[[group.item]]
id = "tekst"
type = "long-text"
text = "Wat nog?"
[[group.item]]
id = "weg"
type = "yes-no"
text = "Nog nodig?"
[[group.item]]
id = "verborgen"
type = "yes-no"
text = "Alleen bij de tweede?"
enable_when = { item = "keuze", is = "twee" }

[[group]]
id = "samen"
title = "Wij"
about = "team"
[[group.item]]
id = "ons"
type = "short-text"
text = "Wat deed het ons?"

[judgement]
text = "Wat vinden we?"
options = [{ code = "ja", text = "Doen" }, { code = "nee", text = "Laten" }]
"#;

/// The same checklist later: an option less here and there, a smaller scale, another type, three questions gone.
const NEW: &str = r#"
format = 1
id = "les"
version = "2"
title = "Les"

[[group]]
id = "g"
title = "G"
[[group.item]]
id = "keuze"
type = "choice"
text = "Welke?"
options = [{ code = "twee", text = "De tweede" }, { code = "drie", text = "De derde" }]
[[group.item]]
id = "veel"
type = "choices"
text = "Welke allemaal?"
options = [{ code = "a", text = "Aa" }, { code = "c", text = "Cee" }]
[[group.item]]
id = "cijfer"
type = "scale"
text = "Hoe erg?"
min = 0
max = 5
[[group.item]]
id = "gewicht"
type = "number"
text = "Hoe zwaar?"
max = 100
[[group.item]]
id = "tekst"
type = "date"
text = "Wanneer?"
[[group.item]]
id = "erbij"
type = "yes-no"
text = "Nieuw?"

[judgement]
text = "Wat vinden we?"
options = [{ code = "nee", text = "Laten" }, { code = "later", text = "Later" }]
"#;

fn definition(source: &str) -> Definition {
    Definition::read(Arc::from(source), Layer::User, "les.toml".to_owned()).unwrap()
}

fn stamp() -> Stamp {
    Stamp { by: None, at: NaiveDate::from_ymd_opt(2026, 11, 22).unwrap().and_hms_opt(14, 0, 0).unwrap() }
}

fn key(item: &str) -> QuestionKey {
    QuestionKey::new(&"les".into(), &item.into())
}

/// A meeting that pinned the old version, with these answers of one patient.
fn meeting(answers: &[(&str, Given)]) -> Meeting {
    let mut meeting = Meeting::new(MeetingId(Id::from_bits(1)), MeetingKind::Education, stamp().at.date());
    let mut review = Review::new(PatientId(Id::from_bits(2)));
    review.label = "Fictief A.".to_owned();
    for (item, given) in answers {
        review.answers.insert(key(item), Answer::given(given.clone(), stamp()));
    }
    meeting.reviews.push(review.into());
    meeting.definitions.push(Pinned::of(&definition(OLD)));
    meeting
}

/// Takes the new version over, and gives the changes.
fn take_over(meeting: &mut Meeting) -> Vec<Change> {
    let (old, new) = (definition(OLD), definition(NEW));
    let at = meeting.definitions.iter().position(|known| known.id.as_str() == "les").unwrap();
    let pin = Change::Definition {
        at,
        before: meeting.definitions.get(at).cloned(),
        after: Some(Pinned::of(&new)),
    };
    let rest = changes(meeting, &old.checklist, &new.checklist, Language::Dutch);
    let all: Vec<Change> = [pin].into_iter().chain(rest).collect();
    for change in &all {
        change.apply(meeting).unwrap();
    }
    all
}

fn undo(meeting: &mut Meeting, changes: &[Change]) {
    for change in changes.iter().rev() {
        change.inverse().apply(meeting).unwrap();
    }
}

#[test]
fn what_differs_is_named() {
    let (old, new) = (definition(OLD), definition(NEW));
    let found: Vec<(Difference, &str)> = differences(&old.checklist, &new.checklist)
        .into_iter()
        .map(|(difference, item)| (difference, item.id.as_str()))
        .collect();
    use Difference::{Changed, Gone, New};
    let expected = [
        (Changed, "keuze"),
        (Changed, "veel"),
        (Changed, "cijfer"),
        (Changed, "gewicht"),
        (Changed, "tekst"),
        (New, "erbij"),
        (Gone, "weg"),
        (Gone, "verborgen"),
        (Gone, "ons"),
    ];
    assert_eq!(found, expected);
    assert_eq!(differences(&old.checklist, &old.checklist), []);
}

#[test]
fn what_fits_stays_and_what_does_not_becomes_text() {
    let mut after = meeting(&[
        ("keuze", Given::Choice("een".into())),
        ("veel", Given::Choices(["a".into(), "b".into()].into())),
        ("cijfer", Given::Scale(7)),
        ("gewicht", Given::Number("80".to_owned())),
        ("tekst", Given::Text("twee\nregels".to_owned())),
        ("weg", Given::YesNo(true)),
        ("ons", Given::Text("het raakte ons".to_owned())),
    ]);
    after.reviews[0].answers.get_mut(&key("keuze")).unwrap().note = "na lang praten".to_owned();
    after.reviews[0].notes = "Eerst dit.".to_owned();
    let before = after.clone();
    let changes = take_over(&mut after);
    let review = &after.reviews[0];
    let kept: Vec<(String, Option<Given>)> =
        review.answers.iter().map(|(key, answer)| (key.to_string(), answer.given.clone())).collect();
    let expected = [
        ("les/gewicht".to_owned(), Some(Given::Number("80".to_owned()))),
        ("les/veel".to_owned(), Some(Given::Choices(["a".into()].into()))),
    ];
    assert_eq!(kept, expected);
    assert_eq!(
        review.notes,
        "Eerst dit.\n\
         Eerder antwoord (Les 1) - Hoe erg?: 7\n\
         Eerder antwoord (Les 1) - Welke?: De eerste; na lang praten\n\
         Eerder antwoord (Les 1) - Wat nog?: twee\nregels\n\
         Eerder antwoord (Les 1) - Welke allemaal?: Bee\n\
         Eerder antwoord (Les 1) - Nog nodig?: Ja"
    );
    // What the team said of itself never gets into anything about a patient.
    assert_eq!(after.own_notes, "Eerder antwoord (Les 1) - Wat deed het ons?: het raakte ons");
    assert_eq!(after.definitions[0].version, "2");
    undo(&mut after, &changes);
    assert_eq!(after, before);
}

#[test]
fn what_was_hidden_stays_hidden() {
    let mut after = meeting(&[("keuze", Given::Choice("twee".into())), ("verborgen", Given::YesNo(true))]);
    take_over(&mut after);
    assert_eq!(after.reviews[0].notes, "Eerder antwoord (Les 1) - Alleen bij de tweede?: Ja");
    let mut after = meeting(&[("verborgen", Given::YesNo(true))]);
    let before = after.reviews.clone();
    take_over(&mut after);
    assert_eq!(after.reviews, before);
}

#[test]
fn a_judgement_that_is_no_longer_offered_is_written_down_and_its_reason_stays() {
    let mut after = meeting(&[]);
    let judged = |choice: &str| Judgement {
        choice: Some(choice.into()),
        reason: "omdat het kan".to_owned(),
        recorded: Some(stamp()),
        ..Judgement::default()
    };
    after.reviews[0].judgements.insert("les".into(), judged("nee"));
    take_over(&mut after);
    assert_eq!(after.reviews[0].judgements[&Name::from("les")], judged("nee"));
    let mut after = meeting(&[]);
    after.reviews[0].judgements.insert("les".into(), judged("ja"));
    take_over(&mut after);
    let left = &after.reviews[0].judgements[&Name::from("les")];
    assert_eq!((left.choice.as_ref(), left.reason.as_str()), (None, "omdat het kan"));
    assert!(after.reviews[0].notes.ends_with(": Doen"), "{}", after.reviews[0].notes);
}

/// Answers of every form to the questions of the old version, whether or not they fit even that one.
fn answers() -> impl Strategy<Value = BTreeMap<QuestionKey, Answer>> {
    let items = ["keuze", "veel", "cijfer", "gewicht", "tekst", "weg", "verborgen", "ons", "onbekend"];
    let question = (proptest::sample::select(items.to_vec()), vec(1..3_u32, 0..2))
        .prop_map(|(item, instance)| QuestionKey::repeated(&"les".into(), &item.into(), &instance));
    btree_map(question, arbitrary::answer(), 0..9)
}

proptest! {
    /// Whatever stands in the record: taking over succeeds, the other answers are untouched, and undo is exact.
    #[test]
    fn taking_over_and_back_gives_the_same_record(
        mut meeting in arbitrary::meeting(),
        own in vec((answers(), proptest::option::of(arbitrary::judgement())), 0..4),
    ) {
        for (review, (answers, judgement)) in meeting.reviews.iter_mut().zip(own) {
            review.answers.extend(answers);
            review.answers.retain(|_, answer| !answer.is_hollow());
            review.judgements.extend(judgement.map(|judgement| (Name::from("les"), judgement)));
        }
        meeting.definitions.push(Pinned::of(&definition(OLD)));
        let before = meeting.clone();
        let changes = take_over(&mut meeting);
        let others = |meeting: &Meeting| -> Vec<_> {
            let answers = meeting.reviews.iter().flat_map(|review| (*review.answers).clone());
            answers.filter(|(key, _)| key.checklist.as_str() != "les").collect()
        };
        prop_assert_eq!(others(&meeting), others(&before));
        // What was taken over fits.
        let new = definition(NEW);
        let again = unfit(&meeting, &new.checklist, &new.checklist, Language::Dutch);
        prop_assert!(again.is_empty(), "{:?}", again);
        undo(&mut meeting, &changes);
        prop_assert_eq!(meeting, before);
    }
}

/// The counts of a question to everybody fit where the same is counted; a question that is asked of everybody from now on
/// has no place for the one answer that was given before.
#[test]
fn counts_fit_where_the_same_is_counted() {
    let item = |kind: &str, ask: &str| {
        let source = format!(
            "format = 1\nid = \"les\"\nversion = \"1\"\ntitle = \"Les\"\n[[group]]\nid = \"g\"\ntitle = \"G\"\n\
             [[group.item]]\nid = \"vraag\"\ntext = \"Vraag\"\n{kind}\nask = \"{ask}\"\n"
        );
        definition(&source).checklist.item("vraag").unwrap().clone()
    };
    let options = |codes: [&str; 2]| {
        let options = codes.map(|code| format!("{{ code = \"{code}\", text = \"T\" }}")).join(", ");
        format!("type = \"choice\"\noptions = [{options}]")
    };
    let (each, team) = ("each-participant", "team");
    let (yes_no, same, other) = ("type = \"yes-no\"", options(["yes", "no"]), options(["een", "no"]));
    for shown in [None, Some(Answer::SPREAD_SHOWN)] {
        let counts = [("yes".into(), 2), ("no".into(), 1)].into();
        let answer = Answer { counts, given: shown, ..Answer::blank(stamp()) };
        assert_eq!(remains(&item(yes_no, each), &answer), Some(answer.clone()));
        assert_eq!(remains(&item(&same, each), &answer), Some(answer.clone()));
        assert_eq!(remains(&item(&other, each), &answer), None);
        assert_eq!(remains(&item(yes_no, team), &answer), None);
        assert_eq!(remains(&item(&same, team), &answer), None);
    }
    let answer = Answer::given(Given::YesNo(false), stamp());
    assert_eq!(remains(&item(yes_no, team), &answer), Some(answer.clone()));
    assert_eq!(remains(&item(yes_no, each), &answer), None);
}
