//! Digits while they are typed: a number is judged when it has ended, and what was left out can be put back while one types on.

use super::Stage;

/// At the notes of a new patient.
fn at_notes() -> Stage {
    let mut stage = Stage::new(80, 24);
    stage.to("new").keys("<Enter>").to("to-agenda").keys("<Enter>").to("add-patient").keys("<Enter>");
    stage.keys("Fictief N.<F2>");
    stage
}

fn notes(stage: &Stage) -> &str {
    &stage.meeting().reviews[0].notes
}

#[test]
fn a_longer_number_keeps_its_digits_while_it_is_typed() {
    for text in [
        "BIG 14308860915 verpleegkundige ",
        "serie 223608191620 ",
        "pasnr 7922432985, uit 2020 ",
        "kenmerk 1112223334 ",
        "order 123456782123456782 ",
    ] {
        let mut stage = at_notes();
        stage.keys(text);
        assert_eq!(notes(&stage), text);
    }
}

#[test]
fn a_number_is_judged_when_somebody_goes_on() {
    for (text, goes_on) in [
        ("nummer 111222333", " "),
        ("nummer 111222333", ","),
        ("nummer 111222333", "<Enter>"),
        ("nummer 111222333", "<Left>"),
        ("nummer 111222333", "<Esc>"),
        ("nummer 111222333", "<F5>"),
        ("BSN 111 222 333", " "),
    ] {
        let mut stage = at_notes();
        stage.keys(text);
        assert_eq!(notes(&stage), text, "it may get longer");
        stage.keys(goes_on);
        assert!(!notes(&stage).contains("333"), "{goes_on}: {:?}", notes(&stage));
        let said = stage.text();
        assert!(said.contains("burgerservicenummer"), "{goes_on}\n{said}");
    }
}

#[test]
fn what_was_left_out_comes_back_also_after_more_was_typed() {
    let mut stage = at_notes();
    stage.keys("nummer 111222333 van de zaak");
    assert_eq!(notes(&stage), "nummer  van de zaak");
    assert!(stage.text().contains("Ctrl+Z zet ze terug"), "it is said till it was read:\n{}", stage.text());
    stage.keys("<C-z>");
    assert_eq!(notes(&stage), "nummer 111222333 van de zaak");
    stage.keys(" X<Esc>");
    assert_eq!(notes(&stage), "nummer 111222333 van de zaak X", "what was put back stays");
}
