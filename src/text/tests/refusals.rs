//! What a field does not take.

use super::Script;
use crate::text::{Command, MAX_BYTES, Refusal, citizen_number};

#[track_caller]
fn refused(script: &Script) {
    assert_eq!(script.last.as_ref().unwrap().refused, Some(Refusal::CitizenNumber));
    assert_eq!(citizen_number::find(&script.text), None);
}

#[test]
fn a_number_typed_digit_by_digit_may_get_longer_and_is_waited_for() {
    let script = Script::new("BSN |").types("111222333").gives("BSN 111222333|");
    assert_eq!(script.last.as_ref().unwrap().refused, None);
    assert_eq!(citizen_number::unfinished(&script.text, Some(13)), Some(4..13));
    let script = Script::new("BSN | van").types("1112.22.333").gives("BSN 1112.22.333| van");
    assert_eq!(citizen_number::unfinished(&script.text, Some(15)), Some(4..15));
    assert_eq!(citizen_number::unfinished(&script.text, None), None, "nobody typed it now");
    refused(&Script::new("11|222333").types("1").gives("|"));
}

#[test]
fn the_refused_number_can_be_undone() {
    let script = Script::new("a 1112|2333 b").types("2");
    let edit = script.last.as_ref().unwrap().edit.clone().unwrap();
    let mut text = script.text;
    assert_eq!(text, "a  b");
    edit.inverse().apply(&mut text).unwrap();
    assert_eq!(text, "a 11122333 b");
}

/// What was typed over a text and is refused as a whole can still be put in its place.
#[test]
fn what_stood_stays_and_the_number_can_take_its_place() {
    let script = Script::new("[Kan hij thuis blijven?|").pastes("111222333");
    let last = script.last.clone().unwrap();
    assert_eq!((script.text.as_str(), last.edit), ("Kan hij thuis blijven?", None));
    let mut text = script.text;
    last.kept.unwrap().apply(&mut text).unwrap();
    assert_eq!(text, "111222333");
}

#[test]
fn a_pasted_number_is_left_out_and_the_rest_kept() {
    refused(&Script::new("a|z").pastes("x 111222333 y").gives("ax  y|z"));
    refused(&Script::new("a|z").pastes("111222333").gives("a|z"));
    assert_eq!(Script::new("a|z").pastes("111222333").last.unwrap().edit, None);
    refused(&Script::new("a[bc|z").pastes("111222333").gives("a[bc|z"));
    refused(&Script::new("[abc|").pastes("(111222333)").gives("[abc|"));
    refused(&Script::new("[abc|").pastes("x 111222333").gives("x |"));
    refused(&Script::new("|").pastes("111222333\n123456782").gives("\n|"));
    refused(&Script::single("|").pastes("111\n222\n333").gives("|"));
    refused(&Script::new("|").pastes("111\t222333 123456782 einde").gives("  einde|"));
}

#[test]
fn a_number_put_together_is_left_out() {
    refused(&Script::new("x 1112x|22333 y").run(Command::Backspace).gives("x | y"));
    refused(&Script::new("111|x222333 y").run(Command::Delete).gives("| y"));
    refused(&Script::new("111[abc|222333").run(Command::Cut).gives("|"));
    refused(&Script::new("11122|33").pastes("23").gives("|"));
    refused(&Script::new("111222333|4").run(Command::Delete).gives("|"));
    refused(&Script::new("111\n|222 333").run(Command::Backspace).gives("|"));
}

#[test]
fn a_sign_that_made_it_something_else_cannot_be_taken_away() {
    refused(&Script::new("+|111222333 z").run(Command::Backspace).gives("| z"));
    refused(&Script::new("(0|) 111222333").run(Command::Backspace).gives("(|) "));
    refused(&Script::new("111222333|,5").run(Command::Delete).types("x"));
}

#[test]
fn a_telephone_number_is_typed_freely() {
    for number in ["+31111222333", "0612345678", "06 1234 5678", "0031 111 222 333", "(0)111222333"] {
        Script::new("|").types(number).gives(&format!("{number}|"));
    }
}

#[test]
fn a_full_field_takes_what_fits() {
    let full = format!("{}|", "a".repeat(MAX_BYTES - 3));
    let script = Script::new(&full).pastes("x漢漢");
    let last = script.last.as_ref().unwrap();
    assert_eq!(last.refused, Some(Refusal::TooLong { kept: 1, of: 3 }));
    assert_eq!(last.edit.as_ref().unwrap().inserted, "x");
    let script = script.types("éé");
    assert_eq!(script.text.len(), MAX_BYTES);
    assert_eq!(script.last.as_ref().unwrap().refused, Some(Refusal::TooLong { kept: 0, of: 1 }));
    let script = script.run(Command::SelectAll).pastes("nieuw").gives("nieuw|");
    assert_eq!(script.last.unwrap().refused, None);
}

#[test]
fn nothing_is_lost_when_nothing_fits() {
    let full = format!("[{}|", "a".repeat(MAX_BYTES + 9));
    let script = Script::new(&full).pastes(&"👩".repeat(MAX_BYTES / 4)).types("é");
    assert_eq!(
        script.text,
        format!("{}é", "👩".repeat(MAX_BYTES / 4)).chars().take(MAX_BYTES / 4).collect::<String>()
    );
    let over = format!("{}|", "a".repeat(MAX_BYTES + 9));
    let script = Script::new(&over).types("b");
    assert_eq!(script.text.len(), MAX_BYTES + 9);
    assert_eq!(script.run(Command::Backspace).text.len(), MAX_BYTES + 8);
}

#[test]
fn what_did_not_fit_is_told_also_where_a_number_was_left_out() {
    let full = format!("{} |", "a".repeat(MAX_BYTES - 41));
    let script = Script::new(&full).pastes(&format!("bsn 111222333 {}", "b".repeat(100)));
    let last = script.last.as_ref().unwrap();
    assert_eq!(last.refused, Some(Refusal::TooLong { kept: 40, of: 114 }));
    assert!(last.kept.is_some() && !script.text.contains("111222333"));
}

/// Of what is far too large only as much is looked at as a field may hold, and what was kept is told of all that came.
#[test]
fn what_is_far_too_large_is_told_whole() {
    let script = Script::new("|").pastes(&"een regel met e\u{301}\n".repeat(400_000));
    assert!(script.text.len() <= MAX_BYTES && script.text.len() > MAX_BYTES - 40, "{}", script.text.len());
    let refused = script.last.as_ref().and_then(|last| last.refused);
    let Some(Refusal::TooLong { kept, of }) = refused else { panic!("{refused:?}") };
    assert_eq!(kept, script.text.chars().count());
    assert!(of > 6_000_000, "{of}");
    let spaces = Script::new("|").pastes(&" ".repeat(4 * MAX_BYTES + 7));
    let refused = spaces.last.as_ref().and_then(|last| last.refused);
    assert!(matches!(refused, Some(Refusal::TooLong { .. })), "{refused:?}");
}
