//! Digits while they are typed: a number is judged when it has ended, and what was left out can be put back while one types on.

use super::Stage;
use crate::app::{Effect, Msg};

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

/// All that stands in a text was chosen and a number typed over it: it is refused, and the text stays.
#[test]
fn a_number_that_is_refused_takes_the_place_of_nothing() {
    for number in ["111222333", "012345672"] {
        let mut stage = at_notes();
        stage.keys("Slaapt slecht.<Esc>");
        for select in ["", "<C-a>"] {
            let mut stage = stage.clone();
            stage.keys("<F2>").keys(select).keys(number).keys("<Esc>");
            assert!(stage.text().contains("burgerservicenummer"), "{number}\n{}", stage.text());
            assert_eq!(notes(&stage), "Slaapt slecht.", "{number}");
            stage.keys("<C-z>");
            assert_eq!(notes(&stage), format!("Slaapt slecht. {number}"), "{select}");
        }
    }
}

/// Whatever is done while a number stands right before the cursor, nothing that is to be written holds it.
#[test]
fn a_number_that_is_still_typed_is_not_saved() {
    let ways = [
        "",
        "<Esc>",
        "<Enter>",
        "<Up>",
        "<Down>",
        "<Left>",
        "<Home>",
        "<Tab>",
        "<S-Tab>",
        "<F1>",
        "<F2>",
        "<F5>",
        "<C-q>",
        "<C-r>",
        "<C-l>",
        "<C-s>",
        "<C-z>",
        "<C-z><C-y>",
        "<C-y>",
        "<PageDown>",
        "<C-Home>",
        " x<Enter>y<C-z><C-z><C-z><C-z><C-z>",
        "4",
        "4<Backspace>",
        "<Backspace>3",
        "x<Backspace>",
    ];
    let at = at_notes();
    for number in
        ["111222333", "BSN 111 222 333", "BSN 012345672", "(111222333", "bsn: 111.222.333", "x 123456782"]
    {
        for way in ways {
            let mut stage = at.clone();
            stage.effects.clear();
            stage.keys("Slaapt slecht. ").wait(1_000);
            stage.keys(number).wait(1_000);
            stage.keys(way).wait(1_000);
            stage.wait(10 * 60_000);
            stage.send(Msg::Terminate);
            let written = format!("{:?}", stage.effects);
            assert!(written.contains("Slaapt slecht."), "{number} {way}: nothing else is left out");
            for digits in ["111222333", "111 222 333", "111.222.333", "012345672", "123456782"] {
                // "4" makes it a longer number.
                let is_longer = way == "4" && written.contains(&format!("{digits}4"));
                let around = written.find(digits).map(|at| written.get(at.saturating_sub(60)..at + 30));
                assert!(!written.contains(digits) || is_longer, "{number} {way}: {around:?}");
            }
        }
    }
}

/// An answer that is nothing but such a number is none, and what comes of the number afterwards is saved.
#[test]
fn what_becomes_of_a_number_is_saved_when_that_is_known() {
    let saved = |stage: &Stage| match stage
        .effects
        .iter()
        .rev()
        .find(|effect| matches!(effect, Effect::SaveMeeting(_)))
    {
        Some(Effect::SaveMeeting(save)) => save.meeting.reviews[0].notes.clone(),
        _ => panic!("nothing was saved"),
    };
    let mut stage = at_notes();
    stage.keys("pas 111222333").wait(1_000);
    assert_eq!((saved(&stage).as_str(), notes(&stage)), ("pas ", "pas 111222333"));
    stage.keys("4").wait(1_000);
    assert_eq!(saved(&stage), "pas 1112223334");
    stage.keys(" en 111222333").wait(1_000);
    assert_eq!(saved(&stage), "pas 1112223334 en ");
    stage.keys(" x<C-z>").wait(1_000);
    assert_eq!(saved(&stage), "pas 1112223334 en 111222333 x", "somebody said that it is something else");
}

/// What has a unit of its own is not told with another one, and a number that is none of a length is said to be outside.
#[test]
fn a_planned_length_is_told_in_minutes_once() {
    for (typed, told) in [
        ("90", "90 minuten"),
        ("90 min", "90 min"),
        ("90 minuten", "90 minuten"),
        ("90,0", "90,0 minuten"),
        ("2 uur", "2 uur = 120 minuten"),
        ("½ uur", "½ uur = 30 minuten"),
        ("0", "0 valt buiten 1 tot en met 1440 minuten"),
        ("-5", "-5 valt buiten 1 tot en met 1440 minuten"),
        ("2.000", "2.000 valt buiten 1 tot en met 1440 minuten"),
        ("lang", "lang geen getal in herkend; de tekst blijft staan"),
    ] {
        let mut stage = super::tour::midway(crate::words::Language::Dutch, 100, 40);
        stage.model.path.go(&crate::app::Screen::MeetingDetails);
        super::nothing_goes::alter(&mut stage, |record| record.details.planned = typed.to_owned());
        let text = stage.text();
        let line = text
            .lines()
            .find(|line| line.contains("Geplande duur"))
            .unwrap()
            .trim_matches(|c: char| !c.is_alphanumeric());
        let shown = line.replace('│', " ");
        let shown = shown.split_whitespace().collect::<Vec<_>>().join(" ");
        assert_eq!(shown.trim_start_matches("Geplande duur "), told, "{text}");
    }
}
