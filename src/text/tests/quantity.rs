//! What numbers with their units mean.

use super::*;

#[test]
fn a_sign_that_looks_like_that_of_a_number_is_one() {
    for (text, unit, value, rest) in [
        ("72\u{201A}5 kg", "kg", 72.5, "72,5"),
        ("72\u{B7}5", "kg", 72.5, "72,5"),
        ("72\u{66B}5 kg", "kg", 72.5, "72,5"),
        ("1\u{2019}500 ml", "ml", 1500.0, "1500"),
        ("1'500", "ml", 1500.0, "1500"),
        ("12\u{2019}500,5", "ml", 12500.5, "12500,5"),
        ("1\u{2019}250\u{2019}000", "ml", 1_250_000.0, "1250000"),
        ("6,2 mmol\u{2044}l", "mmol/l", 6.2, "6,2"),
        ("6,2 mmol\u{2215}l", "mmol/l", 6.2, "6,2"),
        ("1500 ml\u{2044}24 uur", "ml per 24 uur", 1500.0, "1500"),
    ] {
        assert_eq!(quantity(text, Some(unit)), Some(value), "{text:?}");
        assert_eq!(without_unit(text, unit).as_deref(), Some(rest), "{text:?}");
        assert_eq!(number(rest), Some(value), "{text:?}");
    }
    for text in ["1\u{2019}50", "72\u{201A} 5", "7\u{B7}5\u{B7}3", "1\u{2019}2345", "\u{201A}5"] {
        assert_eq!(quantity(text, Some("kg")), None, "{text:?}");
    }
}

/// What people say for short, and what nobody may take for the unit that is asked for.
#[test]
fn a_unit_may_be_said_for_short_and_what_is_measured_before_it() {
    for (text, unit, value, rest) in [
        ("60 mg/etmaal", "mg/24 uur", 60.0, "60"),
        ("60 mg per etmaal", "mg/24 uur", 60.0, "60"),
        ("60 mg in 24 uur", "mg/24 uur", 60.0, "60"),
        ("2 liter", "l/min", 2.0, "2"),
        ("2 l", "l/min", 2.0, "2"),
        ("2 lpm", "l/min", 2.0, "2"),
        ("2 liter O2", "l/min", 2.0, "2"),
        ("2 liter per minuut", "l/min", 2.0, "2"),
        ("6,2 mmol", "mmol/l", 6.2, "6,2"),
        ("temp 37,8", "°C", 37.8, "37,8"),
        ("Temp. 37,8 °C", "°C", 37.8, "37,8"),
        ("sat 92", "%", 92.0, "92"),
        ("sat: 92%", "%", 92.0, "92"),
        ("SpO2 92 %", "%", 92.0, "92"),
        ("55,", "%", 55.0, "55"),
        ("55,-", "%", 55.0, "55"),
        ("92% RA", "%", 92.0, "92 (RA)"),
        ("92 RA", "%", 92.0, "92 (RA)"),
        ("92% room air", "%", 92.0, "92 (room air)"),
        ("92% zonder O2", "%", 92.0, "92 (zonder O2)"),
        ("92%, zonder O2", "%", 92.0, "92 (zonder O2)"),
        ("sat 92 % met 2 l", "%", 92.0, "92 (met 2 l)"),
        ("92 met 2 l O2", "%", 92.0, "92 (met 2 l O2)"),
        ("92% on 2 L", "%", 92.0, "92 (on 2 L)"),
        ("92 % in rust", "%", 92.0, "92 (in rust)"),
        ("94 na inspanning", "%", 94.0, "94 (na inspanning)"),
        ("37,8 oor", "°C", 37.8, "37,8 (oor)"),
        ("37,8 °C oor", "°C", 37.8, "37,8 (oor)"),
        ("temp 37,8 rectaal", "°C", 37.8, "37,8 (rectaal)"),
        ("8,1 nuchter", "mmol/l", 8.1, "8,1 (nuchter)"),
        ("8,1 mmol/l nuchter", "mmol/l", 8.1, "8,1 (nuchter)"),
        ("72 kg (zonder jas)", "kg", 72.0, "72 (zonder jas)"),
        ("72 kg, gisteren gewogen", "kg", 72.0, "72 (gisteren gewogen)"),
        ("72 kg ongeveer", "kg", 72.0, "72 (ongeveer)"),
    ] {
        assert_eq!(quantity(text, Some(unit)), Some(value), "{text:?}");
        // What is left counts where nobody knows the unit.
        assert_eq!(number(rest), Some(value), "{text:?}");
        assert_eq!(without_unit(text, unit).as_deref(), Some(rest), "{text:?}");
    }
    for (text, unit) in [
        ("2 l/min", "l"),
        ("6,2 mmol/l", "mmol"),
        ("2 ml", "l/min"),
        ("temp 37,8", "%"),
        ("sat 92", "°C"),
        ("sat", "%"),
        ("saturatie was 92", "%"),
        ("sat 92 of 93", "%"),
        ("92% of 93%", "%"),
        ("92 in 24 uur", "%"),
        ("92 op 2", "%"),
        ("92 jas", "%"),
        ("92 mg met 2 l", "%"),
        ("van 92 RA naar 94", "%"),
    ] {
        assert_eq!(quantity(text, Some(unit)), None, "{text:?}");
        assert_eq!(without_unit(text, unit), None, "{text:?}");
    }
}
