//! From events of a terminal to inputs: which keys, and when keys are a text.

use super::*;
use crate::app::keymap::KeyCode;

fn press(code: KeyCode) -> Event {
    Event::Key(Key::plain(code))
}

fn typed(text: &str) -> Vec<Event> {
    let code = |character| if character == '\n' { KeyCode::Enter } else { KeyCode::Char(character) };
    text.chars().map(|character| press(code(character))).collect()
}

fn text(text: &str) -> Input {
    Input::Text(text.into())
}

fn keys(letters: &str) -> Vec<Input> {
    letters.chars().map(|letter| Input::Key(Key::plain(KeyCode::Char(letter)))).collect()
}

#[test]
fn a_few_keys_stay_keys() {
    assert_eq!(inputs(typed("ja"), 4), keys("ja"));
    assert_eq!(inputs(typed("\n"), 4), [Input::Key(Key::plain(KeyCode::Enter))]);
}

/// A short text that was pasted where no paste is announced: of what was read at once, no Enter acts by itself. One behind the
/// letters may be typed on a slow line; it ends a field.
#[test]
fn enter_that_was_read_with_letters_is_a_part_of_them_or_ends_them() {
    for came in ["ja\nnee", "\nja", "ja\nnee\n", "\nja\n", "ja\n\n", "a\n\nb", " \na", "j\n \n"] {
        assert_eq!(inputs(typed(came), 16), [text(came)], "{came:?}");
    }
    for came in ["j", "ja", "jan de wit", "é", "5"] {
        let mut expected = keys(came);
        expected.push(Input::EndOfText);
        assert_eq!(inputs(typed(&format!("{came}\n")), 16), expected, "{came:?}");
    }
    let tab = |events: &mut Vec<Event>| events.push(press(KeyCode::Tab));
    let mut cells = typed("ab");
    tab(&mut cells);
    let mut expected = keys("ab");
    expected.push(Input::Key(Key::plain(KeyCode::Tab)));
    assert_eq!(inputs(cells.clone(), 16), expected, "only the focus moves");
    cells.extend(typed("cd"));
    assert_eq!(inputs(cells, 16), [text("ab\tcd")]);
}

#[test]
fn a_burst_is_one_text_in_which_enter_does_not_act() {
    assert_eq!(inputs(typed("ja\nnee\n"), 4), [text("ja\nnee\n")]);
    assert_eq!(inputs(typed("\n\nja"), 4), [text("\n\nja")]);
    let mut cells = typed("ab");
    cells.push(press(KeyCode::Tab));
    cells.extend(typed("cd"));
    assert_eq!(inputs(cells, 4), [text("ab\tcd")]);
}

/// What an emoji picker or an unannounced paste sends is one text, so that what is joined stays joined; Enter ends it.
#[test]
fn keys_with_a_sign_that_nobody_sees_are_a_text() {
    for hidden in ["a\u{200D}b", "bij\u{AD}werk", "👩\u{200D}⚕\u{FE0F}", "\u{FEFF}x", "🏴\u{E0067}\u{E007F}"]
    {
        assert_eq!(inputs(typed(hidden), 16), [text(hidden)]);
        assert_eq!(inputs(typed(&format!("{hidden}\n")), 16), [text(hidden), Input::EndOfText]);
    }
    assert_eq!(inputs(typed("één"), 16).len(), 3);
}

/// A space before letters that were read along with it is a part of what they say; by itself it is a key, and so is one behind them.
#[test]
fn a_space_that_came_with_letters_chooses_nothing() {
    let key = |letter| Input::Key(Key::plain(KeyCode::Char(letter)));
    for (came, expected) in [
        (" ja", vec![text(" "), key('j'), key('a')]),
        ("  a", vec![text("  "), key('a')]),
        ("a b", vec![key('a'), key(' '), key('b')]),
        ("a ", vec![key('a'), key(' ')]),
        (" ", vec![key(' ')]),
        ("   ", vec![key(' '), key(' '), key(' ')]),
        (" a\n", vec![text(" "), key('a'), Input::EndOfText]),
        (" 5", vec![text(" "), key('5')]),
        (" é", vec![text(" "), key('é')]),
    ] {
        assert_eq!(inputs(typed(came), 16), expected, "{came:?}");
    }
    let mut apart = vec![press(KeyCode::Down), press(KeyCode::Char(' ')), press(KeyCode::Down)];
    let keys = [KeyCode::Down, KeyCode::Char(' '), KeyCode::Down].map(Key::plain).map(Input::Key);
    assert_eq!(inputs(apart.clone(), 16), keys);
    apart.truncate(2);
    apart.extend(typed("x"));
    assert_eq!(inputs(apart, 16), [keys[0].clone(), text(" "), key('x')]);
}

#[test]
fn a_key_that_types_nothing_ends_a_row() {
    let mut events = typed("abc");
    events.push(press(KeyCode::Down));
    events.extend(typed("defg"));
    let mut expected: Vec<Input> = "abc".chars().map(|c| Input::Key(Key::plain(KeyCode::Char(c)))).collect();
    expected.push(Input::Key(Key::plain(KeyCode::Down)));
    expected.push(text("defg"));
    assert_eq!(inputs(events, 4), expected);
}

#[test]
fn a_held_enter_is_no_text() {
    assert_eq!(inputs(typed("\n\n\n\n\n"), 4).len(), 5);
}

#[test]
fn a_paste_is_a_text_and_only_the_last_size_counts() {
    let events = vec![
        Event::Paste("regel 1\nregel 2".to_owned()),
        Event::Paste(String::new()),
        Event::Resize(80, 24),
        Event::Resize(60, 18),
        Event::FocusGained,
        Event::Resize(u16::MAX, u16::MAX),
    ];
    let expected = [
        text("regel 1\nregel 2"),
        Input::Resize(Size::new(60, 18)),
        Input::FocusGained,
        Input::Resize(LARGEST),
    ];
    assert_eq!(inputs(events, 4), expected);
}

#[test]
fn what_is_said_about_letters_comes_behind_them() {
    let mut events = vec![Event::NotUtf8];
    events.extend(typed("éé"));
    events.push(Event::EscapeWasNone);
    let key = |letter| Input::Key(Key::plain(KeyCode::Char(letter)));
    assert_eq!(inputs(events, 4), [key('é'), key('é'), Input::EscapeWasNone, Input::NotUtf8]);
}
