//! Two versions of one meeting, and what is chosen from each.

use proptest::collection::vec;
use proptest::prelude::*;

use super::arbitrary;
use super::change::seed;
use crate::meeting::{Change, Difference, Meeting, differences};

/// Two versions that grew from one.
fn versions() -> impl Strategy<Value = (Meeting, Meeting)> {
    let grown = (arbitrary::meeting(), vec(seed(), 0..25), vec(seed(), 0..25));
    grown.prop_map(|(first, ours, theirs)| {
        let grow = |seeds: Vec<super::change::Seed>| {
            let mut meeting = first.clone();
            for seed in seeds {
                let change = seed.change(&meeting);
                let _ = change.apply(&mut meeting);
            }
            meeting
        };
        (grow(ours), grow(theirs))
    })
}

fn take_over(
    difference: &Difference,
    meeting: &mut Meeting,
) -> Result<Vec<Change>, crate::meeting::DoesNotFit> {
    let changes = difference.changes(meeting);
    for change in &changes {
        change.apply(meeting)?;
    }
    Ok(changes)
}

proptest! {
    // Two whole records a case are much to make; the small ones find what there is to find.
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn taking_over_everything_gives_the_other_version((here, other) in versions()) {
        let mut meeting = here.clone();
        let mut done = Vec::new();
        // The second time sees to the order of patients who came along the first time.
        for _ in 0..2 {
            for difference in differences(&meeting.clone(), &other) {
                done.extend(take_over(&difference, &mut meeting).unwrap());
            }
        }
        prop_assert_eq!(differences(&meeting, &other), vec![]);
        for change in done.iter().rev() {
            change.inverse().apply(&mut meeting).unwrap();
        }
        prop_assert_eq!(meeting, here);
    }

    #[test]
    fn each_piece_is_taken_over_by_itself((here, other) in versions(), at in any::<prop::sample::Index>()) {
        let before = differences(&here, &other);
        prop_assume!(!before.is_empty());
        let chosen = at.get(&before);
        let mut meeting = here;
        let changes = take_over(chosen, &mut meeting).unwrap();
        prop_assert!(!changes.is_empty(), "a difference that cannot be taken over: {:?}", chosen);
        let after = differences(&meeting, &other);
        // A patient who came along changes the agenda that both have; nothing else may become different.
        let others = |found: &[Difference]| {
            let kept = found.iter().filter(|one| !matches!(one, Difference::Agenda(_)) && *one != chosen);
            let mut kept: Vec<String> = kept.map(|one| format!("{one:?}")).collect();
            kept.sort();
            kept
        };
        prop_assert_eq!(others(&after), others(&before));
        prop_assert!(!after.contains(chosen), "{:?} is still different", chosen);
    }

    #[test]
    fn a_version_does_not_differ_from_itself(meeting in arbitrary::meeting()) {
        prop_assert_eq!(differences(&meeting, &meeting), vec![]);
    }
}
