//! Old and new: what was written once is read for ever, what is newer stays untouched, and all of it is documented.

use std::collections::BTreeSet;
use std::path::PathBuf;

use proptest::strategy::{Strategy, ValueTree};
use proptest::test_runner::TestRunner;

use super::{Place, meeting};
use crate::meeting::tests::arbitrary;
use crate::meeting::{
    Discipline, FORMAT, Given, MeetingKind, NonAnswer, Owner, PatientInformed, Person, Role,
};
use crate::store::record::{decode, encode};
use crate::store::{Holder, LockError, ReadProblem, SaveError};

/// A record of each format, kept as it was written then. Never change one: whoever has such files has them so.
const FIRST: (&str, &str) =
    ("0f1c0000000000000000000000000001.toml", include_str!("fixtures/0f1c0000000000000000000000000001.toml"));

/// What tells users how to read a notebook without Pallium.
const DOCUMENT: &str = include_str!("../../../docs/bestandsindeling.md");

#[test]
fn a_record_of_the_first_format_is_read_for_ever() {
    let (name, text) = FIRST;
    let path = PathBuf::from(name);
    let meeting = decode(text.as_bytes(), &path).unwrap();
    assert_eq!(meeting.format, FORMAT);
    assert_eq!((meeting.details.kind, meeting.details.fictional), (MeetingKind::Patz, true));
    assert_eq!(meeting.learning_needs, "Dementie.\nEuthanasie.");
    assert_eq!(meeting.details.closed.unwrap().by, Some(meeting.participants[0].id));
    assert_eq!(meeting.participants[1].roles, BTreeSet::from([Role::Chair, Role::Guest]));
    let review = &meeting.reviews[0];
    assert_eq!(meeting.spent[&review.patient], 435);
    assert_eq!(review.details.informed, Some(PatientInformed::Anonymous));
    assert_eq!(review.details.taken_over.unwrap().to_string(), "2026-11-22T15:00:00");
    let given: Vec<Option<&Given>> = review.answers.values().map(|answer| answer.given.as_ref()).collect();
    let expected = [
        Some(Given::Number("3,5".to_owned())),
        Some(Given::Date("27-11-2026".to_owned())),
        Some(Given::YesNo(true)),
        Some(Given::Choice("nee".into())),
        Some(Given::Choices(["onrust".into(), "pijn".into()].into())),
        Some(Given::Scale(-2)),
        Some(Given::Not(NonAnswer::NotDiscussedWithPatient)),
        None,
        Some(Given::Text("Benauwd in de nacht.".to_owned())),
        Some(Given::Person(Person::Participant(meeting.participants[1].id))),
        Some(Given::Person(Person::Outside("Buurvrouw".to_owned()))),
    ];
    assert_eq!(given, expected.iter().map(Option::as_ref).collect::<Vec<_>>());
    assert_eq!(review.judgements["kort"].withdrawn_reason, "Verkeerde patiënt.");
    assert_eq!(review.agreements[0].owner, Some(Owner::Participant(meeting.participants[0].id)));
    assert!(review.agreements[0].ended.unwrap().done);
    assert_eq!(review.agreements[1].owner, Some(Owner::Outside));
    // Nothing of it is lost on the way out and in again.
    assert_eq!(decode(&encode(&meeting).unwrap(), &path).unwrap(), meeting);
}

#[test]
fn two_kinds_of_value_in_one_answer_are_refused() {
    let (name, text) = FIRST;
    let two = text.replace("choice = \"nee\"\n", "choice = \"nee\"\ntext = \"nee\"\n");
    let problem = decode(two.as_bytes(), &PathBuf::from(name)).unwrap_err();
    assert!(matches!(problem, ReadProblem::Damaged { line: Some(_), .. }), "{problem:?}");
}

#[test]
fn newer_settings_are_refused_and_stay_as_they_are() {
    let place = Place::new();
    let path = place.path().join("settings.toml");
    let notebook = place.open();
    let three = "format = 1\nnumber = 3\n";
    notebook.change_settings(|before| before.is_none().then(|| three.to_owned())).unwrap();
    assert_eq!(std::fs::read_to_string(&path).unwrap(), three);
    std::fs::write(&path, "number = 4\n").unwrap();
    assert_eq!(notebook.read_settings().unwrap().as_deref(), Some("number = 4\n"));
    let newer = "format = 2\nnumber = 5\ninvention = true\n";
    std::fs::write(&path, newer).unwrap();
    let problem = notebook.read_settings().unwrap_err();
    assert!(matches!(problem, ReadProblem::Newer { format: 2, .. }), "{problem:?}");
    let refused = notebook.change_settings(|_| Some(three.to_owned())).unwrap_err();
    assert!(matches!(refused, SaveError::SettingsDamaged { .. }), "{refused:?}");
    assert_eq!(std::fs::read_to_string(&path).unwrap(), newer);
}

#[test]
fn a_newer_program_that_has_a_meeting_open_is_asked_about() {
    let place = Place::new();
    let notebook = place.open();
    let id = meeting(1).id;
    let path = place.path().join(format!("meetings/{id}.holder"));
    let newer = "format = 2\nusers = [\"notulist\"]\n";
    std::fs::write(&path, newer).unwrap();
    let me = Holder { who: "ik".into(), place: "laptop".into(), since: "2026-11-27 14:03".into() };
    let refused = notebook.hold(id, &me, false).unwrap_err();
    assert!(matches!(refused, LockError::Elsewhere { .. }), "{refused:?}");
    assert_eq!(std::fs::read_to_string(&path).unwrap(), newer);
    drop(notebook.hold(id, &me, true).unwrap());
}

#[test]
fn a_newer_index_is_only_made_anew() {
    let place = Place::new();
    place.open().save(&meeting(1), &[]).unwrap();
    std::fs::write(place.path().join("index/meetings.json"), "0000\n{\"format\":3}").unwrap();
    assert_eq!(place.open().list().unwrap().summaries.len(), 1);
}

/// Every key below `table`; what is named by people or drawn at random is no key.
fn keys(table: &toml::Table, found: &mut BTreeSet<String>) {
    const NAMED_BY_DATA: [&str; 5] = ["spent", "answers", "repeats", "judgements", "counts"];
    for (key, value) in table {
        found.insert(key.clone());
        match value {
            toml::Value::Table(below) if NAMED_BY_DATA.contains(&key.as_str()) => {
                below.values().filter_map(toml::Value::as_table).for_each(|below| keys(below, found));
            }
            toml::Value::Table(below) => keys(below, found),
            toml::Value::Array(below) => {
                below.iter().filter_map(toml::Value::as_table).for_each(|below| keys(below, found));
            }
            _ => {}
        }
    }
}

#[test]
fn every_key_that_can_be_written_is_documented() {
    let (mut runner, mut found) = (TestRunner::deterministic(), BTreeSet::new());
    for _ in 0..200 {
        let meeting = arbitrary::meeting().new_tree(&mut runner).unwrap().current();
        let text = String::from_utf8(encode(&meeting).unwrap()).unwrap();
        keys(&text.parse().unwrap(), &mut found);
    }
    keys(&FIRST.1.parse().unwrap(), &mut found);
    assert!(found.len() > 55, "too few keys were met: {found:?}");
    let names =
        Role::ALL.map(Role::name).into_iter().chain(Discipline::ALL.iter().copied().map(Discipline::name));
    let names = names.chain(PatientInformed::ALL.map(PatientInformed::name));
    let names = names.chain(NonAnswer::ALL.map(NonAnswer::name)).map(str::to_owned);
    let missing: Vec<String> =
        found.into_iter().chain(names).filter(|key| !DOCUMENT.contains(&format!("`{key}`"))).collect();
    assert_eq!(missing, Vec::<String>::new(), "not in docs/bestandsindeling.md");
}
