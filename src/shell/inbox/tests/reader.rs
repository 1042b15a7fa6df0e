//! Batches: how much of what comes in belongs together.

use std::collections::VecDeque;

use super::*;
use crate::app::keymap::{Key, KeyCode};

fn press(code: KeyCode) -> Event {
    Event::Key(Key::plain(code))
}

/// Events that arrive in portions, as over a slow line: what is there at once, then what follows shortly.
fn read_in_portions(portions: &[usize]) -> usize {
    let mut arrived: VecDeque<usize> = portions.iter().copied().collect();
    let mut is_first = true;
    let next = |wait: Option<Duration>| {
        let waits = wait.is_none_or(|wait| wait > Duration::ZERO);
        let is_there = std::mem::take(&mut is_first) || waits;
        let count = if is_there { arrived.pop_front().unwrap_or(0) } else { 0 };
        Ok(vec![press(KeyCode::Char('a')); count])
    };
    batch(next).unwrap().len()
}

#[test]
fn a_burst_is_read_to_its_end_and_a_key_is_not_waited_upon() {
    assert_eq!(read_in_portions(&[1, 1]), 1);
    assert_eq!(read_in_portions(&[BURST, 3, 2]), BURST + 5);
    assert_eq!(read_in_portions(&[BATCH, 1]), BATCH);
}

#[test]
fn a_closed_terminal_is_an_error_after_what_came_before() {
    assert!(batch(|_| Err(io::ErrorKind::UnexpectedEof.into())).is_err());
    let mut last = Some(vec![press(KeyCode::Char('x'))]);
    assert_eq!(
        batch(|_| last.take().ok_or_else(|| io::ErrorKind::UnexpectedEof.into())).unwrap(),
        vec![press(KeyCode::Char('x'))]
    );
}
