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
}
