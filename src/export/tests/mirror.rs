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

#[test]
fn an_empty_mirror_says_that_there_is_little_to_see() {
    let meeting = MirrorMeeting {
        id: MeetingId(crate::meeting::Id::from_bits(1)),
        date: NaiveDate::default(),
        group: "noord ".to_owned(),
        bottlenecks: "Noodmedicatie in het weekend".to_owned(),
        learning_needs: String::new(),
    };
    let source = MirrorSource { meetings: vec![meeting], ..MirrorSource::default() };
    let mirror = Mirror {
        language: Language::Dutch,
        source: &source,
        group: "Noord",
        from: None,
        to: NaiveDate::default(),
        fictional: false,
    };
    let text = mirror.document().text(WIDTH);
    assert!(text.contains("- Besproken: niet getoond") && text.contains("Noodmedicatie"), "{text}");
}
