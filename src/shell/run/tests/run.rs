//! Waiting: until something happens, until a deadline once, and not beyond the end.

use std::sync::mpsc::{Sender, channel};

use chrono::TimeDelta;

use super::*;

fn alarm() -> (Alarm, Sender<LoopEvent>, impl Fn(Option<Instant>) -> Option<LoopEvent>) {
    let (sender, receiver) = channel();
    let next = move |until: Option<Instant>| match until {
        Some(until) => receiver.recv_timeout(until.saturating_duration_since(Instant::now())).ok(),
        None => receiver.recv().ok(),
    };
    (Alarm::default(), sender, next)
}

#[test]
fn a_deadline_rings_once() {
    let (mut alarm, _sender, inbox) = alarm();
    let soon = now() + TimeDelta::milliseconds(5);
    assert_eq!(alarm.wait(&inbox, Some(soon), None, None), Woken::Deadline(soon));
    let over = Some(Over::By(Instant::now() + Duration::from_millis(5)));
    assert_eq!(alarm.wait(&inbox, Some(soon), over, None), Woken::TooLate);
    let later = now() + TimeDelta::milliseconds(1);
    assert_eq!(alarm.wait(&inbox, Some(later), None, None), Woken::Deadline(later));
}

#[test]
fn a_deadline_in_the_past_rings_at_once() {
    let (mut alarm, _sender, inbox) = alarm();
    let past = now() - TimeDelta::hours(1);
    assert_eq!(alarm.wait(&inbox, Some(past), None, None), Woken::Deadline(past));
}

#[test]
fn what_happens_comes_before_a_deadline() {
    let (mut alarm, sender, inbox) = alarm();
    sender.send(LoopEvent::Terminate).unwrap();
    let far = now() + TimeDelta::hours(1);
    assert_eq!(alarm.wait(&inbox, Some(far), None, None), Woken::By(LoopEvent::Terminate));
    sender.send(LoopEvent::Closed).unwrap();
    assert_eq!(alarm.wait(&inbox, None, None, None), Woken::By(LoopEvent::Closed));
}

#[test]
fn the_end_does_not_wait_for_a_far_deadline() {
    let (mut alarm, _sender, inbox) = alarm();
    let far = now() + TimeDelta::hours(1);
    let over = Some(Over::By(Instant::now()));
    assert_eq!(alarm.wait(&inbox, Some(far), over, None), Woken::TooLate);
}
