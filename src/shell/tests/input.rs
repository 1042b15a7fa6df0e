//! From events of a terminal to inputs: which keys, and when keys are a text.

use std::collections::VecDeque;

use super::*;

fn press(code: Pressed, modifiers: KeyModifiers) -> Event {
    Event::Key(KeyEvent::new(code, modifiers))
}

fn typed(text: &str) -> Vec<Event> {
    let code = |character| if character == '\n' { Pressed::Enter } else { Pressed::Char(character) };
    text.chars().map(|character| press(code(character), KeyModifiers::NONE)).collect()
}

fn keyed(code: Pressed, modifiers: KeyModifiers) -> Option<Key> {
    key(KeyEvent::new(code, modifiers))
}

fn text(text: &str) -> Input {
    Input::Text(text.into())
}

#[test]
fn keys_in_the_form_of_the_table() {
    let none = KeyModifiers::NONE;
    let control = KeyModifiers::CONTROL;
    let shift = KeyModifiers::SHIFT;
    let alt_gr = KeyModifiers::CONTROL | KeyModifiers::ALT;
    assert_eq!(keyed(Pressed::Char('E'), shift), Some(Key::plain(KeyCode::Char('E'))));
    assert_eq!(keyed(Pressed::Char('Z'), control | shift), Some(Key::control(KeyCode::Char('z'))));
    assert_eq!(keyed(Pressed::BackTab, shift), Some(Key::shift(KeyCode::Tab)));
    assert_eq!(keyed(Pressed::BackTab, none), Some(Key::shift(KeyCode::Tab)));
    assert_eq!(keyed(Pressed::Char('h'), control), Some(Key::control(KeyCode::Backspace)));
    assert_eq!(keyed(Pressed::Char('j'), control), Some(Key::plain(KeyCode::Enter)));
    assert_eq!(keyed(Pressed::Left, control | shift).map(|key| (key.control, key.shift)), Some((true, true)));
    assert_eq!(keyed(Pressed::Char('€'), alt_gr).and_then(Key::typed), Some('€'));
    assert_eq!(keyed(Pressed::Char('Œ'), alt_gr | shift).and_then(Key::typed), Some('Œ'));
    assert_eq!(keyed(Pressed::Char('x'), KeyModifiers::ALT).and_then(Key::typed), None);
    assert_eq!(keyed(Pressed::Char('l'), KeyModifiers::SUPER), None);
    assert_eq!(keyed(Pressed::CapsLock, none), None);
}

#[test]
fn letting_a_key_go_is_nothing() {
    let event = KeyEvent::new_with_kind(Pressed::Char('a'), KeyModifiers::NONE, KeyEventKind::Release);
    assert_eq!(inputs(vec![Event::Key(event)], 3), []);
    let event = KeyEvent::new_with_kind(Pressed::Char('a'), KeyModifiers::NONE, KeyEventKind::Repeat);
    assert_eq!(inputs(vec![Event::Key(event)], 3), [Input::Key(Key::plain(KeyCode::Char('a')))]);
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
    cells.push(press(Pressed::Tab, KeyModifiers::NONE));
    cells.extend(typed("cd"));
    assert_eq!(inputs(cells, 4), [text("ab\tcd")]);
    let lines_of_older_terminals: Vec<Event> = "een\ntwee"
        .chars()
        .map(|character| match character {
            '\n' => press(Pressed::Char('j'), KeyModifiers::CONTROL),
            other => press(Pressed::Char(other), KeyModifiers::NONE),
        })
        .collect();
    assert_eq!(inputs(lines_of_older_terminals, 4), [text("een\ntwee")]);
}

#[test]
fn a_key_that_types_nothing_ends_a_row() {
    let mut events = typed("abc");
    events.push(press(Pressed::Down, KeyModifiers::NONE));
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
        Event::FocusLost,
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

/// Events that arrive in portions, as over a slow line: what is there at once, then what follows shortly.
fn read_in_portions(portions: &[usize]) -> usize {
    let mut arrived: VecDeque<usize> = portions.iter().copied().collect();
    let at_hand = std::cell::Cell::new(arrived.pop_front().unwrap_or(0));
    let read = || {
        at_hand.set(at_hand.get() - 1);
        Ok(press(Pressed::Char('a'), KeyModifiers::NONE))
    };
    let is_more = |wait: Duration| {
        if at_hand.get() == 0 && wait > Duration::ZERO {
            at_hand.set(arrived.pop_front().unwrap_or(0));
        }
        Ok(at_hand.get() > 0)
    };
    batch(read, is_more).unwrap().len()
}

#[test]
fn a_burst_is_read_to_its_end_and_a_key_is_not_waited_upon() {
    assert_eq!(read_in_portions(&[1, 1]), 1);
    assert_eq!(read_in_portions(&[BURST, 3, 2]), BURST + 5);
    assert_eq!(read_in_portions(&[BATCH + 1]), BATCH);
}

#[test]
fn a_closed_terminal_is_an_error() {
    assert!(batch(|| Err(io::ErrorKind::UnexpectedEof.into()), |_| Ok(false)).is_err());
}
