//! Days as people write them, in the place of days of TOML.

use crate::checklist::diagnostic::position::line_around;
use crate::checklist::diagnostic::suggest::in_order;

/// The day that was meant on the line around `at`, as a text in quotes, where its key takes one.
pub(super) fn meant(source: &str, at: usize) -> Option<String> {
    let (key, value) = source.get(line_around(source, at))?.split_once('=')?;
    let takes_day = matches!(key.trim(), "earliest" | "latest");
    in_order(value.split('#').next()?).filter(|_| takes_day).map(|day| format!("\"{day}\""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_is_meant_where_a_key_takes_one() {
        let source = "earliest = 01-02-2020 # x\nversion = 01-02-2020\n";
        assert_eq!(meant(source, 11).as_deref(), Some("\"2020-02-01\""));
        assert_eq!(meant(source, 36), None);
    }
}
