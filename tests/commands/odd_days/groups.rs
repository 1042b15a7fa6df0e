//! Groups that get another name, split and merge, and which of them is counted.

use super::*;

#[test]
fn a_group_that_gets_another_name_splits_or_merges_loses_nobody() {
    let mut north = meeting(1, MeetingKind::Patz, ago(90), "Noord");
    for (number, label) in [(1, "Fictief A."), (2, "Fictief B."), (3, "Fictief C.")] {
        north.reviews.push(coloured(number, label, "groen", at(ago(90), 14)).into());
    }
    let mut south = meeting(2, MeetingKind::Patz, ago(80), "Zuid");
    south.reviews.push(coloured(4, "Fictief D.", "groen", at(ago(80), 14)).into());
    // Split: A. is discussed in a new group; merged: D. comes along.
    let mut east = meeting(3, MeetingKind::Patz, ago(10), "Oost");
    east.reviews.push(coloured(1, "Fictief A.", "rood", at(ago(10), 14)).into());
    east.reviews.push(coloured(4, "Fictief D.", "groen", at(ago(10), 14)).into());
    let place = place(&[&north, &south, &east]);
    let of = |group: &str| register(&place, &["--group", group]).into_keys().collect::<Vec<_>>();
    assert_eq!(of("oost"), ["Fictief A.", "Fictief D."]);
    // Who was discussed in another group since, stays with the first too.
    assert_eq!(of("NOORD "), ["Fictief A.", "Fictief B.", "Fictief C."]);
    assert_eq!(of("Zuid"), ["Fictief D."]);
    assert_eq!(register(&place, &[]).len(), 4, "all groups together have everybody");
    assert!(place.done(&["patient", "Fictief A."], &[]).contains("Noord"), "the course keeps where it was");
    // Spelled otherwise it is the same group.
    let mut renamed = meeting(4, MeetingKind::Patz, ago(5), " oost");
    renamed.reviews.push(coloured(1, "Fictief A.", "oranje", at(ago(5), 14)).into());
    Notebook::open(&place.notebook(), Arc::new(RealFiles)).unwrap().save(&renamed, &[]).unwrap();
    assert_eq!(of("Oost"), ["Fictief A.", "Fictief D."]);
}

/// A paper of zeros about a group that there is under another name would be believed.
#[test]
fn a_group_is_counted_by_the_name_it_has_or_there_is_no_such_group() {
    let mut held = meeting(1, MeetingKind::Patz, ago(20), "PaTz Zuid");
    held.reviews.push(coloured(1, "Fictief A.", "groen", at(ago(20), 14)).into());
    let place = place(&[&held]);
    for typed in ["PaTz", "Zuid", "PaTz Zuiden"] {
        let named = format!("Er is geen groep \"{typed}\". De groepen: PaTz Zuid.");
        place.run(&["mirror", "--group", typed], &[]).assert_refused(1, &[&named]);
    }
    for typed in [
        "PaTz Zuid",
        "patz  zuid",
        "Pa\u{AD}Tz\u{A0}Zuid\u{200B}",
        "PaTz Zuid.",
        "PaTz, Zuid",
        "P\u{e0}Tz-Zuid",
    ] {
        let paper = place.done(&["mirror", "--group", typed], &[]);
        assert!(paper.contains("PaTz Zuid") && paper.contains("Bijeenkomsten: 1"), "{typed:?}: {paper}");
    }
}

/// Whoever types what the group was called before gets the paper of the group; of one that is invented it is said that it counts for nobody.
#[test]
fn a_group_is_counted_by_a_name_that_it_had() {
    let mut held = meeting(1, MeetingKind::Patz, ago(60), "PaTz Oost");
    held.reviews.push(coloured(1, "Fictief A.", "groen", at(ago(60), 14)).into());
    let mut renamed = meeting(2, MeetingKind::Patz, ago(20), "PaTz Rivier");
    renamed.details.formerly = vec!["PaTz Oost".to_owned()];
    renamed.reviews.push(coloured(1, "Fictief A.", "groen", at(ago(20), 14)).into());
    let mut practised = meeting(3, MeetingKind::Patz, ago(10), "PaTz Proef");
    practised.details.fictional = true;
    practised.reviews.push(coloured(2, "Fictief B.", "groen", at(ago(10), 14)).into());
    let both = place(&[&held, &renamed]);
    for typed in ["PaTz Oost", "patz rivier"] {
        let paper = both.done(&["mirror", "--group", typed], &[]);
        assert!(paper.contains("PaTz Rivier") && paper.contains("Bijeenkomsten: 2"), "{typed}: {paper}");
    }
    let mixed = place(&[&held, &practised]);
    std::fs::remove_file(mixed.notebook().join("fictional.toml")).ok();
    let said = mixed.run(&["mirror", "--group", "PaTz Proef"], &[]);
    said.assert_refused(1, &["De groep \"PaTz Proef\" besprak alleen verzonnen patiënten"]);
}
