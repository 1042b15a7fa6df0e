//! What is counted, on paper.

use super::*;

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
    assert!(mirror.period().ends_with("Bijeenkomsten: 1."), "{}", mirror.period());
    // Of meetings after the period it is said that they are there.
    let earlier = Mirror { to: NaiveDate::default().pred_opt().unwrap(), ..mirror };
    assert!(earlier.period().ends_with("Bijeenkomsten: 0. Na die dag: 1."), "{}", earlier.period());
}
