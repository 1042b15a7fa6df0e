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

#[test]
fn a_few_keys_stay_keys() {
    let expected = [KeyCode::Char('j'), KeyCode::Char('a'), KeyCode::Enter].map(Key::plain).map(Input::Key);
    assert_eq!(inputs(typed("ja\n"), 4), expected);
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

/// What an emoji picker or an unannounced paste sends is one text, so that what is joined stays joined; Enter acts.
#[test]
fn keys_with_a_sign_that_nobody_sees_are_a_text() {
    for hidden in ["a\u{200D}b", "bij\u{AD}werk", "👩\u{200D}⚕\u{FE0F}", "\u{FEFF}x", "🏴\u{E0067}\u{E007F}"]
    {
        assert_eq!(inputs(typed(hidden), 16), [text(hidden)]);
        let enter = Input::Key(Key::plain(KeyCode::Enter));
        assert_eq!(inputs(typed(&format!("{hidden}\n")), 16), [text(hidden), enter]);
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
        ("\n a", vec![Input::Key(Key::plain(KeyCode::Enter)), text(" "), key('a')]),
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
