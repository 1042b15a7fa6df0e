//! The text of a meeting.

use std::path::{Path, PathBuf};

use proptest::prelude::{Strategy, any, prop_assert_eq, proptest};
use proptest::sample::Index;

use super::meeting;
use crate::meeting::tests::arbitrary;
use crate::meeting::{Id, Meeting, PatientId, Review};
use crate::store::generate::{self, Size};
use crate::store::record::{LIMIT, decode, encode};
use crate::store::{Damage, ReadProblem, SaveError};
use crate::words::Language;

fn path(meeting: &Meeting) -> PathBuf {
    PathBuf::from(format!("/notebook/{}.toml", meeting.id))
}

fn text(meeting: &Meeting) -> String {
    String::from_utf8(encode(meeting).unwrap()).unwrap()
}

fn problem(meeting: &Meeting, text: &str) -> ReadProblem {
    decode(text.as_bytes(), &path(meeting)).unwrap_err()
}

proptest! {
    #[test]
    fn what_is_written_is_read(meeting in arbitrary::meeting()) {
        prop_assert_eq!(decode(&encode(&meeting).unwrap(), &path(&meeting)).unwrap(), meeting);
    }

    #[test]
    fn any_bytes_are_answered(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
        let _ = decode(&bytes, Path::new("x.toml"));
    }

    #[test]
    fn any_text_is_answered_in_words_without_control_characters(text in any::<String>()) {
        let text = format!("format = 1\n{text}");
        if let Err(problem) = decode(text.as_bytes(), Path::new("\u{1b}[2Jx.toml")) {
            let message = problem.message(Language::Dutch);
            assert!(!message.contains(char::is_control), "{message:?}");
        }
    }

    #[test]
    fn any_damage_is_answered(
        meeting in arbitrary::meeting(),
        damage in proptest::collection::vec((any::<Index>(), any::<u8>(), 0..4_u8), 1..6),
    ) {
        let mut bytes = encode(&meeting).unwrap();
        for (at, byte, kind) in damage {
            let at = at.index(bytes.len());
            match kind {
                0 => bytes[at] = byte,
                1 => bytes.insert(at, byte),
                2 => bytes.truncate(at + 1),
                _ => { bytes.remove(at); }
            }
            if bytes.is_empty() { break; }
        }
        // Whatever still counts as a record must be one that can be written again.
        if let Ok(read) = decode(&bytes, &path(&meeting)) {
            prop_assert_eq!(decode(&encode(&read).unwrap(), &path(&read)).unwrap(), read);
        }
    }

    #[test]
    fn control_characters_do_not_get_in(text in any::<String>().prop_map(|text| text.replace(['"', '\\'], ""))) {
        let mut meeting = meeting(1);
        meeting.bottlenecks = text.clone();
        meeting.details.group = text;
        let read = decode(&encode(&meeting).unwrap(), &path(&meeting)).unwrap();
        let hostile = |c: char| c.is_control() || ('\u{202A}'..='\u{202E}').contains(&c);
        assert!(!read.bottlenecks.replace('\n', "").contains(hostile), "{:?}", read.bottlenecks);
        assert!(!read.details.group.contains(hostile), "{:?}", read.details.group);
    }
}

#[test]
fn the_text_is_for_people_too() {
    let text = text(&generate::meeting(0, Size::Small));
    assert!(text.starts_with("format = 1\nid = \""), "{text}");
    for section in ["[details]", "[[participant]]", "[[review]]", "[review.answers.\"markering/vraag-1\"]"] {
        assert!(text.lines().any(|line| line == section), "{section} in {text}");
    }
}

#[test]
fn a_typical_meeting_has_the_size_that_measurements_count_on() {
    let size = encode(&generate::meeting(0, Size::Typical)).unwrap().len();
    assert!((88_000..105_000).contains(&size), "{size}");
}

#[test]
fn a_newer_format_is_refused_whatever_else_it_holds() {
    let meeting = meeting(1);
    let text = text(&meeting).replace("format = 1", "format = 2\ninvention = { a = 1 }");
    assert_eq!(problem(&meeting, &text), ReadProblem::Newer { path: path(&meeting), format: 2 });
}

#[test]
fn a_format_that_never_was_is_damage() {
    let meeting = meeting(1);
    for format in ["0", "-1", "\"1\"", "1.0", "99999999999999999999999"] {
        let text = text(&meeting).replace("format = 1", &format!("format = {format}"));
        let problem = problem(&meeting, &text);
        assert!(matches!(problem, ReadProblem::Damaged { line: Some(1), .. }), "{problem:?}");
    }
    let problem = problem(&meeting, "id = 3");
    assert!(matches!(problem, ReadProblem::Damaged { damage: Damage::Missing(key), .. } if key == "format"));
}

#[test]
fn an_unknown_key_is_refused_with_its_line_and_without_what_stands_behind_it() {
    let meeting = meeting(1);
    let text = text(&meeting).replace("kind = ", "geheim = \"mevrouw Jansen\"\nkind = ");
    let ReadProblem::UnknownKey { key, line, excerpt, .. } = problem(&meeting, &text) else { panic!() };
    assert_eq!((key.as_str(), line, excerpt.as_str()), ("geheim", 5, "geheim …"));
    let message = problem(&meeting, &text).message(Language::Dutch);
    assert!(message.contains("regel 5, Pallium kent \"geheim\" hier niet"), "{message}");
}

#[test]
fn no_message_holds_what_was_noted() {
    let meeting = noted_secret();
    let whole = text(&meeting);
    for at in 0..whole.len() {
        let (head, tail) = whole.split_at(at);
        let broken = format!("{head}x\"=[{tail}");
        if let Err(problem) = decode(broken.as_bytes(), &path(&meeting)) {
            for language in [Language::Dutch, Language::English] {
                let message = problem.message(language);
                assert!(!message.contains("Jansen"), "{message}");
            }
            assert!(!format!("{problem:?}").contains("Jansen"), "{problem:?}");
        }
    }
}

fn noted_secret() -> Meeting {
    let mut meeting = meeting(1);
    meeting.bottlenecks = "Jansen".to_owned();
    meeting.reviews.push(
        Review { notes: "Jansen\nJansen".to_owned(), ..Review::new(PatientId(Id::from_bits(2))) }.into(),
    );
    meeting
}

#[test]
fn a_file_under_another_name_is_refused() {
    let (one, other) = (meeting(1), meeting(2));
    let problem = decode(&encode(&one).unwrap(), &path(&other)).unwrap_err();
    assert_eq!(problem, ReadProblem::WrongName { path: path(&other) });
}

/// Of a full disk, a sync that broke off or a loss of power nothing may be left; there is no line to repair.
#[test]
fn a_file_with_nothing_in_it_is_told_as_such() {
    for bytes in [&b""[..], b"\n", b" \r\n\t", b"\0\0\0\0", b"\0\n"] {
        let problem = decode(bytes, &path(&meeting(1))).unwrap_err();
        assert_eq!(problem, ReadProblem::damaged(&path(&meeting(1)), None, Damage::Empty), "{bytes:?}");
        let message = problem.message(Language::Dutch);
        assert!(message.contains("leeg") && message.contains("eerdere versie"), "{message}");
        assert!(!message.contains("deze regel"), "{message}");
    }
}

#[test]
fn a_patient_may_be_there_once() {
    let mut meeting = meeting(1);
    meeting.reviews = vec![
        Review::new(PatientId(Id::from_bits(2))).into(),
        Review::new(PatientId(Id::from_bits(2))).into(),
    ];
    let problem = problem(&meeting, &text(&meeting));
    assert!(matches!(problem, ReadProblem::Damaged { damage: Damage::SamePatient, .. }), "{problem:?}");
}

#[test]
fn an_answer_without_content_is_absent() {
    let mut meeting = meeting(1);
    meeting.reviews.push(Review::new(PatientId(Id::from_bits(2))).into());
    let empty = "\n[review.answers.\"a/b\"]\nrecorded = \"2026-11-27T13:00:24\"\n";
    let read = decode(format!("{}{empty}", text(&meeting)).as_bytes(), &path(&meeting)).unwrap();
    assert_eq!(read, meeting);
}

#[test]
fn more_than_can_be_read_back_is_not_written() {
    let mut meeting = meeting(1);
    meeting.bottlenecks = "a".repeat(LIMIT);
    assert_eq!(encode(&meeting), Err(SaveError::TooLarge));
    let problem = decode(&vec![b' '; LIMIT + 1], &path(&meeting)).unwrap_err();
    assert!(matches!(problem, ReadProblem::Fault { .. }), "{problem:?}");
}

#[test]
fn deep_nesting_is_answered() {
    let meeting = meeting(1);
    for open in ["[", "{a="] {
        let text = format!("format = 1\nx = {}", open.repeat(200_000));
        assert!(decode(text.as_bytes(), &path(&meeting)).is_err());
    }
    let dotted = format!("format = 1\n{}a = 1", "a.".repeat(200_000));
    assert!(decode(dotted.as_bytes(), &path(&meeting)).is_err());
}

proptest! {
    #[test]
    fn whatever_changes_make_is_read_back(
        first in arbitrary::meeting(),
        seeds in proptest::collection::vec(crate::meeting::tests::change::seed(), 1..20),
    ) {
        let mut meeting = first;
        for seed in seeds {
            let _ = seed.change(&meeting).apply(&mut meeting);
        }
        prop_assert_eq!(decode(&encode(&meeting).unwrap(), &path(&meeting)).unwrap(), meeting);
    }
}
