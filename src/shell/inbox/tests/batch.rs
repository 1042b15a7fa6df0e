//! Batches: how much of what comes in belongs together.

use std::collections::VecDeque;

use super::*;
use crate::app::keymap::{Key, KeyCode};

fn press(code: KeyCode) -> Event {
    Event::Key(Key::plain(code))
}

fn told(count: usize) -> Heard {
    Heard::Told(vec![press(KeyCode::Char('a')); count])
}

/// Events that arrive in portions, as over a slow line: what is there at once, then what follows shortly.
fn read_in_portions(portions: &[usize]) -> usize {
    let mut arrived: VecDeque<usize> = portions.iter().copied().collect();
    let mut is_first = true;
    let hear = |wait: Option<Duration>| {
        let waits = wait.is_none_or(|wait| wait > Duration::ZERO);
        let is_there = std::mem::take(&mut is_first) || waits;
        let count = if is_there { arrived.pop_front() } else { None };
        Ok(count.map_or(Heard::Nothing, told))
    };
    batch(None, hear, || false).unwrap().len()
}

#[test]
fn a_burst_is_read_to_its_end_and_a_key_is_not_waited_upon() {
    assert_eq!(read_in_portions(&[1, 1]), 1);
    assert_eq!(read_in_portions(&[BURST, 3, 2]), BURST + 5);
    assert_eq!(read_in_portions(&[BATCH, 1]), BATCH);
}

#[test]
fn what_rings_ends_the_waiting_and_not_a_burst_unless_all_is_over() {
    let read = |heard: Vec<Heard>, over: bool| {
        let mut heard = VecDeque::from(heard);
        batch(None, |_| Ok(heard.pop_front().unwrap_or(Heard::Nothing)), || over).unwrap().len()
    };
    assert_eq!(read(vec![Heard::Rung, told(1)], false), 0);
    assert_eq!(read(vec![told(BURST), Heard::Rung, told(2)], false), BURST + 2);
    assert_eq!(read(vec![told(BURST), Heard::Rung, told(2)], true), BURST);
}

#[test]
fn a_closed_terminal_is_an_error_after_what_came_before() {
    let closed = || io::Error::from(io::ErrorKind::UnexpectedEof);
    assert!(batch(None, |_| Err(closed()), || false).is_err());
    let mut last = Some(told(1));
    assert_eq!(
        batch(None, |_| last.take().ok_or_else(closed), || false).unwrap(),
        vec![press(KeyCode::Char('a'))]
    );
}
