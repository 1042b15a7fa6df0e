//! How long something was kept, as people type it.

use crate::text::number_words;

/// An age such as `18m` or `2y`, in months; also as one writes it: "18 maanden", "2 jaar", "twee jaar".
pub(super) fn months(typed: &str) -> Option<u32> {
    let typed = typed.trim().to_lowercase();
    if typed == "anderhalf jaar" {
        return Some(18);
    }
    let at =
        typed.find(|c: char| c.is_whitespace()).filter(|_| !typed.starts_with(|c: char| c.is_ascii_digit()));
    let at = at.or_else(|| typed.find(|c: char| !c.is_ascii_digit()))?;
    let (number, unit) = typed.split_at_checked(at)?;
    let times = match unit.trim().trim_end_matches('.') {
        "m" | "mnd" | "mnden" | "maand" | "maanden" | "month" | "months" => 1,
        "y" | "j" | "jr" | "jaar" | "jaren" | "yr" | "yrs" | "year" | "years" => 12,
        _ => return None,
    };
    let number = number.parse::<u32>().ok().or_else(|| number_words::whole(number))?;
    number.checked_mul(times).filter(|months| (1..=1200).contains(months))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_age_is_months_or_years_and_nothing_else() {
        assert_eq!(
            [months("18m"), months(" 2Y "), months("2j"), months("1200m")],
            [Some(18), Some(24), Some(24), Some(1200)]
        );
        for (typed, known) in [
            ("2 jaar", 24),
            ("anderhalf jaar", 18),
            ("18 maanden", 18),
            ("2 jr.", 24),
            ("18 mnd", 18),
            ("1 maand", 1),
            ("2jaar", 24),
            ("één jaar", 12),
            ("twee jaar", 24),
            ("3 years", 36),
            ("six months", 6),
        ] {
            assert_eq!(months(typed), Some(known), "{typed}");
        }
        for wrong in [
            "",
            "m",
            "0m",
            "-1m",
            "2",
            "2d",
            "999999999y",
            "1201m",
            "2 weken",
            "2,5 jaar",
            "jaar",
            "2 jaar 3",
        ] {
            assert_eq!(months(wrong), None, "{wrong}");
        }
    }
}
