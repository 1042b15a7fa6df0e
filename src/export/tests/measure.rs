//! Nobody can be found in counts, also not by subtracting.

use super::*;

#[test]
fn a_small_count_and_what_it_follows_from_are_hidden() {
    let of = |number, whole| safe(number, Some((whole, safe(whole, None))));
    assert_eq!((safe(4, None), safe(5, None)), (None, Some(5)));
    assert_eq!((of(5, 10), of(10, 20)), (Some(5), Some(10)));
    assert_eq!((of(6, 10), of(10, 10), of(0, 10), of(4, 20)), (None, None, None, None), "10 - 6 is few");
    assert_eq!(of(4, 4), None);
}

#[test]
fn of_parts_no_single_one_is_hidden() {
    assert_eq!(safe_parts(&[6, 7, 8]), [Some(6), Some(7), Some(8)]);
    assert_eq!(safe_parts(&[3, 7, 8]), [None, None, Some(8)], "3 would be what is left of the whole");
    assert_eq!(safe_parts(&[1, 2, 9, 8]), [None, None, Some(9), None], "1 and 2 together are few");
    assert_eq!(safe_parts(&[4, 4, 9]), [None, None, Some(9)]);
    assert_eq!(
        safe_parts(&[5, 0, 0, 0, 0]),
        [None; 5].map(|_: Option<usize>| None),
        "that the others are none is told by the whole"
    );
}

/// Whatever the parts are: who knows their sum and what is shown learns of no hidden part how large it is, unless nothing is hidden.
#[test]
fn nothing_small_follows_by_subtraction() {
    for bits in 0..7_usize.pow(4) {
        let parts = [bits % 7, bits / 7 % 7, bits / 49 % 7, bits / 343 % 7];
        let told = safe_parts(&parts);
        let rest: usize = parts.iter().sum::<usize>() - told.iter().flatten().sum::<usize>();
        let hidden = told.iter().filter(|part| part.is_none()).count();
        assert!(told.iter().flatten().all(|part| *part >= FEW));
        assert!(hidden == 0 || hidden == 4 || (hidden > 1 && rest >= FEW), "{parts:?} {told:?}");
    }
}

/// Who died and of whom the days are not known is what is left of all who died, and nobody may be found in that either.
#[test]
fn of_whom_the_days_are_not_known_does_not_follow() {
    let died = |days| Counted { died: true, days, ..Counted::default() };
    let mut all = vec![Counted::default(); 10];
    for days in [3, 20, 60, 120, 400] {
        all.extend(vec![died(Some(days)); 6]);
    }
    let told = |all: &[Counted]| -> Vec<Count> {
        let measured = measured(all).into_iter();
        measured.filter(|(one, _)| matches!(one, Measure::Days(..))).map(|(_, count)| count).collect()
    };
    assert_eq!(told(&all), [Count::Patients(6); 5], "of everybody the days are known");
    all.extend(vec![died(None); 2]);
    assert_eq!(told(&all)[0], Count::Hidden, "32 - 30 would be the two");
    assert_eq!(told(&all)[1..], [Count::Patients(6); 4]);
    all.extend(vec![died(None); 4]);
    assert_eq!(told(&all), [Count::Patients(6); 5], "six are not few");
}
