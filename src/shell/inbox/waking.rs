//! Hearing at once that the computer wakes up, where the system can tell.

use super::Post;

/// Starts the thread that waits for the clock on the wall to jump, as it does when the computer wakes up. Where that cannot
/// be had the loop looks at the clocks now and then.
#[cfg(target_os = "linux")]
pub fn start(events: Post) {
    use super::LoopEvent;
    use rustix::io::Errno;
    use rustix::time::{
        Itimerspec, TimerfdClockId, TimerfdFlags, TimerfdTimerFlags, Timespec, timerfd_create,
        timerfd_settime,
    };

    /// Some moment that never comes.
    const NEVER: i64 = i64::MAX / 1_000_000_000;

    let never = Itimerspec {
        it_interval: Timespec { tv_sec: 0, tv_nsec: 0 },
        it_value: Timespec { tv_sec: NEVER, tv_nsec: 0 },
    };
    let wait = move || {
        let Ok(timer) = timerfd_create(TimerfdClockId::Realtime, TimerfdFlags::CLOEXEC) else { return };
        let flags = TimerfdTimerFlags::ABSTIME | TimerfdTimerFlags::CANCEL_ON_SET;
        loop {
            if timerfd_settime(&timer, flags, &never).is_err() {
                return;
            }
            let mut rung = [0; 8];
            match rustix::io::read(&timer, &mut rung) {
                Err(Errno::CANCELED) if events.send(LoopEvent::ClockJumped).is_ok() => {}
                Err(Errno::INTR) => {}
                _ => return,
            }
        }
    };
    let _ = std::thread::Builder::new().name("waking".to_owned()).spawn(wait);
}

/// The loop looks at the clocks now and then.
#[cfg(not(target_os = "linux"))]
pub fn start(_events: Post) {}
