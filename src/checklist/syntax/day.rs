//! Days as people write them, in the place of days of TOML.

use crate::checklist::diagnostic::position::line_around;

/// The day that was meant on the line around `at`, as a text in quotes, where its key takes one.
pub(super) fn meant(source: &str, at: usize) -> Option<String> {
    let (key, value) = source.get(line_around(source, at))?.split_once('=')?;
    let takes_day = matches!(key.trim(), "earliest" | "latest");
    in_order(value.split('#').next()?).filter(|_| takes_day).map(|day| format!("\"{day}\""))
}

/// A day of which the year stands last, with its year first.
pub(in crate::checklist) fn in_order(written: &str) -> Option<String> {
    let mut parts = written.trim().split(['-', '/', '.']).map(str::trim);
    let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
    let number = |digits: &str, most: u32| {
        let is_short = (1..=2).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
        digits.parse::<u32>().ok().filter(|number| is_short && (1..=most).contains(number))
    };
    let is_year = year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit());
    let (day, month) = (number(day, 31)?, number(month, 12)?);
    (is_year && parts.next().is_none()).then(|| format!("{year}-{month:02}-{day:02}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_year_comes_first() {
        for written in ["31-01-2026", "31/1/2026", "31.01.2026 "] {
            assert_eq!(in_order(written).as_deref(), Some("2026-01-31"), "{written}");
        }
        for written in ["2026-01-31", "31-01-26", "31-13-2026", "31-01", "31-01-2026-1", ""] {
            assert_eq!(in_order(written), None, "{written}");
        }
        let source = "earliest = 01-02-2020 # x\nversion = 01-02-2020\n";
        assert_eq!(meant(source, 11).as_deref(), Some("\"2020-02-01\""));
        assert_eq!(meant(source, 36), None);
    }
}
