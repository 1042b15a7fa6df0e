//! Noticing that the computer slept: the clock on the wall went on, and the one that counts running time did not.

use std::time::Duration;

/// How far the two may drift apart while the computer runs.
const DRIFT: Duration = Duration::from_secs(3);

/// How often a program that can be locked looks at both clocks.
pub const LOOK: Duration = Duration::from_secs(10);

/// The two clocks as they were looked at last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sleep {
    /// Time that passed, sleep included, since some moment.
    passed: Duration,
    /// Time that the computer was running, since some moment.
    running: Duration,
}

impl Sleep {
    /// The clocks as they are now.
    pub fn now() -> Self {
        let (passed, running) = clocks();
        Self { passed, running }
    }

    /// Whether the computer slept since `self`, which becomes `now`; a clock that is put forward looks the same.
    pub fn noticed(&mut self, now: Self) -> bool {
        let passed = now.passed.saturating_sub(self.passed);
        let running = now.running.saturating_sub(self.running);
        *self = now;
        passed.saturating_sub(running) > DRIFT
    }
}

#[cfg(target_os = "linux")]
fn clocks() -> (Duration, Duration) {
    use rustix::time::{ClockId, clock_gettime};
    let time = |clock| {
        let time = clock_gettime(clock);
        let seconds = u64::try_from(time.tv_sec).unwrap_or(0);
        Duration::new(seconds, u32::try_from(time.tv_nsec).unwrap_or(0))
    };
    (time(ClockId::Boottime), time(ClockId::Monotonic))
}

#[cfg(not(target_os = "linux"))]
fn clocks() -> (Duration, Duration) {
    use std::sync::OnceLock;
    use std::time::{Instant, SystemTime};
    static FIRST: OnceLock<Instant> = OnceLock::new();
    let passed = SystemTime::now().duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
    (passed, FIRST.get_or_init(Instant::now).elapsed())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(passed: u64, running: u64) -> Sleep {
        Sleep { passed: Duration::from_secs(passed), running: Duration::from_secs(running) }
    }

    #[test]
    fn sleep_is_noticed_once_and_a_long_wait_is_no_sleep() {
        let mut known = at(1000, 500);
        assert!(!known.noticed(at(5000, 4500)));
        assert!(known.noticed(at(5100, 4510)));
        assert!(!known.noticed(at(5200, 4610)));
        // A clock that is put back is no sleep.
        assert!(!known.noticed(at(100, 4620)));
        let mut now = Sleep::now();
        assert!(!now.noticed(Sleep::now()));
    }
}
