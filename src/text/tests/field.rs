//! What a user of a text field would miss.

use super::Script;
use crate::text::{Command, Cursor, Edge, Lines, Motion, perform, wrap};

#[test]
fn typing_goes_in_at_the_cursor() {
    Script::new("m|e").types("o").gives("mo|e");
    Script::new("|").types("één漢").gives("één漢|");
    Script::new("a|b").run(Command::NewLine).gives("a\n|b");
    Script::single("a|b").run(Command::NewLine).gives("a|b");
    Script::single("a|b").pastes("x\r\ny\n").gives("ax y|b");
    Script::new("a|b").pastes("x\r\ny\n").gives("ax\ny\n|b");
    Script::new("a|").run(Command::InsertText("\u{1B}[2Jb".into())).gives("ab|").types("x");
    Script::new("a|").types("\u{202E}").gives("a|").types("x").gives("ax|");
}

/// An emoji picker, an input method and a terminal that announces no paste send the signs one by one.
#[test]
fn what_nobody_sees_leaves_no_sign_when_it_is_typed() {
    for hidden in [
        '\u{AD}',
        '\u{34F}',
        '\u{61C}',
        '\u{200B}',
        '\u{200C}',
        '\u{200D}',
        '\u{200E}',
        '\u{200F}',
        '\u{202A}',
        '\u{202E}',
        '\u{2060}',
        '\u{2066}',
        '\u{2069}',
        '\u{3164}',
        '\u{FE0F}',
        '\u{FEFF}',
        '\u{FFFC}',
        '\u{E0067}',
        '\u{E007F}',
    ] {
        let each = |script: Script| {
            "b".chars().fold(script.run(Command::Insert(hidden)), |s, c| s.run(Command::Insert(c)))
        };
        each(Script::new("a|")).gives("ab|");
        each(Script::single("a|")).gives("ab|");
        Script::new("a|").run(Command::InsertText(format!("{hidden}b").into())).gives("ab|");
    }
    for (sign, meant) in [
        ('\u{A0}', " "),
        ('\u{202F}', " "),
        ('\u{2800}', " "),
        ('\u{2011}', "-"),
        ('\u{FB01}', "fi"),
        ('•', "•"),
        ('\u{2028}', "\n"),
    ] {
        Script::new("a|").run(Command::Insert(sign)).gives(&format!("a{meant}|"));
    }
    // A sign that belongs to the one before it stays with it.
    Script::new("☎|").run(Command::Insert('\u{FE0F}')).gives("☎\u{FE0F}|");
    Script::new("👩|").run(Command::InsertText("\u{200D}👦".into())).gives("👩\u{200D}👦|");
    Script::new("👍|").run(Command::Insert('🏽')).gives("👍🏽|");
}

#[test]
fn what_is_selected_is_replaced() {
    Script::new("a[bc|d").types("x").gives("ax|d");
    Script::new("a|bc]d").pastes("漢").gives("a漢|d");
    Script::new("a[bc|d").run(Command::NewLine).gives("a\n|d");
    Script::new("a[bc|d").run(Command::Backspace).gives("a|d");
    Script::new("a[bc|d").run(Command::DeleteWord).gives("a|d");
    Script::new("a[bc|d").pastes("").gives("a[bc|d");
}

#[test]
fn a_dead_key_joins_the_letter_before_it() {
    Script::new("cafe|").types("\u{301}").gives("cafe\u{301}|").run(Command::Backspace).gives("caf|");
    Script::new("|").types("\u{301}").gives("<U+0301>|");
    Script::new("🇳|").types("🇱").gives("🇳🇱|").run(Command::Backspace).gives("|");
    Script::new("|🇱").types("🇳").gives("🇳🇱|");
}

#[test]
fn signs_are_removed_whole() {
    Script::new("a🇳🇱|").run(Command::Backspace).gives("a|");
    Script::new("|👩\u{200D}👩\u{200D}👦b").run(Command::Delete).gives("|b");
    Script::new("|e\u{301}").run(Command::Delete).gives("|");
    Script::new("|a").run(Command::Backspace).gives("|a");
    Script::new("a|").run(Command::Delete).gives("a|");
    Script::new("a\n|b").run(Command::Backspace).gives("a|b");
}

#[test]
fn words_are_removed_with_the_spaces_towards_them() {
    Script::new("erg moe  |").run(Command::BackspaceWord).gives("erg |");
    Script::new("|  erg moe").run(Command::DeleteWord).gives("| moe");
    Script::new("erg\n|moe").run(Command::BackspaceWord).gives("erg|moe");
    Script::new("foto's|").run(Command::BackspaceWord).gives("|");
    Script::new("a, b!|").run(Command::BackspaceWord).gives("a, b|");
}

#[test]
fn motions_by_word_stop_at_words_signs_and_line_breaks() {
    let script = Script::new("|foto's (nieuw)\n  c").go(Motion::WordRight).gives("foto's| (nieuw)\n  c");
    let script = script.go(Motion::WordRight).gives("foto's (|nieuw)\n  c");
    let script = script.go(Motion::WordRight).go(Motion::WordRight).gives("foto's (nieuw)|\n  c");
    let script = script.go(Motion::WordRight).gives("foto's (nieuw)\n|  c");
    let script = script.go(Motion::WordRight).gives("foto's (nieuw)\n  c|");
    let script = script.go(Motion::WordLeft).gives("foto's (nieuw)\n  |c");
    let script = script.go(Motion::WordLeft).gives("foto's (nieuw)\n|  c");
    let script = script.go(Motion::WordLeft).go(Motion::WordLeft).gives("foto's (nieuw|)\n  c");
    script.go(Motion::WordLeft).go(Motion::WordLeft).go(Motion::WordLeft).gives("|foto's (nieuw)\n  c");
    Script::new("|漢字 e\u{301}e").go(Motion::WordRight).go(Motion::WordRight).gives("漢字 e\u{301}e|");
}

#[test]
fn home_and_end_work_on_the_lines_of_the_screen() {
    // Broken as "hij is " and "vandaag moe" at ten cells.
    let script = Script::new("hij is vand|aag").go(Motion::LineStart).gives("hij is |vandaag");
    let script =
        script.go(Motion::LineEnd).gives("hij is vandaag|").go(Motion::TextStart).gives("|hij is vandaag");
    let script = script.go(Motion::LineEnd).gives("hij is| vandaag");
    script.go(Motion::LineEnd).gives("hij is| vandaag").go(Motion::TextEnd).gives("hij is vandaag|");
    Script::new("a|b\nc").go(Motion::LineEnd).gives("ab|\nc").select(Motion::LineStart).gives("|ab]\nc");
}

#[test]
fn up_and_down_remember_their_column() {
    let script = Script::new("abcdef|\nx\n漢字漢字").go(Motion::Down).gives("abcdef\nx|\n漢字漢字");
    let script = script.go(Motion::Down).gives("abcdef\nx\n漢字漢|字");
    let script = script.go(Motion::Up).go(Motion::Up).gives("abcdef|\nx\n漢字漢字");
    script.go(Motion::Down).go(Motion::Left).go(Motion::Up).gives("|abcdef\nx\n漢字漢字");
    Script::new("hij is va|ndaag").go(Motion::Up).gives("hi|j is vandaag");
}

#[test]
fn pages_go_as_far_as_there_are_lines() {
    let script = Script::new("a\nb\nc\n|d").go(Motion::PageUp(2)).gives("a\n|b\nc\nd");
    let script =
        script.go(Motion::PageUp(9)).gives("|a\nb\nc\nd").go(Motion::PageDown(0)).gives("a\n|b\nc\nd");
    script.go(Motion::PageDown(u16::MAX)).gives("a\nb\nc\n|d");
}

#[test]
fn a_motion_with_nowhere_to_go_leaves_the_field() {
    let left = |before: &str, to| Script::new(before).go(to).last.unwrap().left;
    for to in [Motion::Up, Motion::PageUp(5)] {
        assert_eq!(left("|ab", to), Some(Edge::Before), "{to:?}");
    }
    for to in [Motion::Down, Motion::PageDown(5)] {
        assert_eq!(left("ab|", to), Some(Edge::After), "{to:?}");
    }
    assert_eq!(left("a|b", Motion::Up), Some(Edge::Before));
    assert_eq!(left("|", Motion::Down), Some(Edge::After));
    for to in [Motion::LineStart, Motion::TextStart, Motion::Left, Motion::WordLeft] {
        assert_eq!(left("|ab", to), None, "{to:?}");
    }
    for to in [Motion::Right, Motion::WordRight, Motion::TextEnd] {
        assert_eq!(left("ab|", to), None, "{to:?}: who types on is still there");
    }
    assert_eq!(left("a\n|b", Motion::Up), None);
    assert_eq!(left("[ab|", Motion::Right), None, "the selection ends first");
}

#[test]
fn shift_makes_a_selection_grow_and_shrink() {
    let script = Script::new("a|b🇳🇱d").select(Motion::Right).select(Motion::Right).gives("a[b🇳🇱|d");
    let script = script.select(Motion::Left).gives("a[b|🇳🇱d").select(Motion::WordLeft).gives("|a]b🇳🇱d");
    script.go(Motion::Left).gives("|ab🇳🇱d");
    Script::new("a[bc|d").go(Motion::Left).gives("a|bcd");
    Script::new("a|bc]d").go(Motion::Right).gives("abc|d");
    Script::new("a|b").select(Motion::Up).gives("|a]b");
    Script::new("a|b").select(Motion::Down).gives("a[b|");
    assert_eq!(Script::new("a|b").select(Motion::Down).last.unwrap().left, None);
    Script::new("a|b").run(Command::SelectAll).gives("[ab|").types("x").gives("x|");
}

#[test]
fn cutting_and_copying_keep_what_was_selected() {
    let script = Script::new("een [twee| drie").run(Command::Copy).gives("een [twee| drie");
    let script = script.run(Command::Cut).gives("een | drie").go(Motion::TextEnd).run(Command::Paste);
    script.gives("een  drietwee|");
    let nothing = Script::new("a|b").run(Command::Cut).gives("a|b").last.unwrap();
    assert_eq!((nothing.copied, nothing.edit), (None, None));
    assert_eq!(Script::new("a|b").run(Command::Copy).last.unwrap().copied, None);
}

#[test]
fn a_cursor_from_before_an_undo_is_mended_first() {
    for position in [2, 3, 99, usize::MAX] {
        let text = "a🇳🇱";
        let cursor = Cursor::selecting(position, position);
        let outcome = perform(text, &cursor, &Command::Insert('x'), Lines::Many, &wrap("other", 3), "");
        let mut text = text.to_owned();
        outcome.edit.unwrap().apply(&mut text).unwrap();
        assert_eq!(text, if position < 9 { "ax🇳🇱" } else { "a🇳🇱x" });
    }
}

#[test]
fn what_changes_nothing_is_no_edit() {
    assert_eq!(Script::new("[a|").types("a").gives("a|").last.unwrap().edit, None);
    assert_eq!(Script::new("a|").pastes("").last.unwrap().edit, None);
}

/// A joiner has a key of its own on the keyboards of Iran and India, so that it comes before what it joins.
#[test]
fn a_joiner_is_typed_before_what_follows() {
    for word in ["می\u{200C}خواهم", "क्\u{200D}ष", "क्\u{200C}ष", "ශ්\u{200D}රී"] {
        let mut script = Script::new("|");
        for sign in word.chars() {
            script = script.types(sign.encode_utf8(&mut [0; 4]));
        }
        script.gives(&format!("{word}|"));
    }
    Script::new("|").types("a\u{200C}b").gives("ab|");
}

/// What a line end or a blank set apart from the text before it stays apart in a field of one line.
#[test]
fn a_line_that_came_behind_another_stays_apart() {
    for (stands, came, reads) in [
        ("Wel 2|", " \n2\n1 ", "Wel 2 2 1|"),
        ("niet|", "\r2", "niet 2|"),
        ("niet |", "\n2", "niet 2|"),
        ("|", "\n2", "2|"),
        ("niet|", "2", "niet2|"),
        ("niet|", "\n\n", "niet|"),
    ] {
        Script::single(stands).run(Command::InsertText(came.into())).gives(reads);
    }
}
