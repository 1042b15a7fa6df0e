//! Two patients of one label and year, and one who is invented: on every screen it is said who is who.

use super::Stage;
use super::register::{day, id, stamp};
use crate::app::page::Screen;
use crate::app::{Msg, RowId};
use crate::meeting::{
    Agreement, AgreementId, Meeting, MeetingId, MeetingKind, PatientId, Register, Removal, Review, Viewpoint,
};
use crate::words::Language;

const ONE: u128 = 0x3f2a << 112;
const OTHER: u128 = 0x81c4 << 112;
const INVENTED: u128 = 0x9999 << 112;
const ALONE: u128 = 0x7777 << 112;

fn held(number: u128, group: &str, fictional: bool, patients: &[(u128, &str)]) -> Meeting {
    let date = day(9, 13);
    let mut meeting = Meeting::new(MeetingId(id(number)), MeetingKind::Patz, date);
    group.clone_into(&mut meeting.details.group);
    meeting.details.fictional = fictional;
    for (who, label) in patients {
        let mut review = Review::new(PatientId(id(*who)));
        (review.label, review.born) = ((*label).to_owned(), "1938".to_owned());
        review.details.finished = Some(stamp(date));
        let mut agreed = Agreement::new(AgreementId(id(number << 64 | (who >> 112))), stamp(date));
        agreed.what = "bellen".to_owned();
        review.agreements.push(agreed);
        meeting.reviews.push(review.into());
    }
    meeting
}

/// Each text of the page in which a label stands, without what is typed into a field of its own.
fn named(stage: &Stage, label: &str) -> Vec<String> {
    let page = stage.model.page();
    let mut all: Vec<String> = page.trail.clone();
    all.extend(stage.text().lines().map(str::to_owned));
    all.retain(|text| text.contains(label));
    all
}

#[test]
fn on_every_screen_of_a_meeting_it_is_said_who_is_who() {
    let (one, other, invented) = (PatientId(id(ONE)), PatientId(id(OTHER)), PatientId(id(INVENTED)));
    let mut stage = Stage::new(120, 40);
    stage.earlier = vec![
        held(1, "PaTz Noord", false, &[(ONE, "Fictief A."), (ALONE, "Fictief Z.")]),
        held(2, "PaTz Zuid", false, &[(OTHER, "Fictief A.")]),
        held(3, "PaTz Noord", true, &[(INVENTED, "Fictief V.")]),
    ];
    stage.to("new").keys("<Enter>").to("known-group:1").keys("<Enter><Enter>");
    if *stage.model.screen() != Screen::Meeting {
        stage.model.path.go(&Screen::Meeting);
    }
    // Who is invented comes on no agenda of who is not, and that is said.
    stage.to("add-patient").keys("<Enter>");
    let rows: Vec<String> = stage.layout().rows.iter().map(|row| row.id.as_str().to_owned()).collect();
    assert!(!rows.contains(&format!("earlier:{}", id(INVENTED))), "{rows:?}");
    assert!(stage.text().contains("1 verzonnen patiënt staat hier niet bij."), "{}", stage.text());
    for text in named(&stage, "Fictief A.") {
        assert!(text.contains("3f2a") || text.contains("81c4"), "{text}");
    }
    stage.to(&format!("earlier:{}", id(ONE))).keys("<Enter>");
    // A record of before the two were kept apart.
    let meeting = stage.meeting().clone();
    let register = Register::of(&Viewpoint::of(&meeting, meeting.details.date), &stage.earlier);
    let review = register.patient(invented).unwrap().review(&meeting);
    let record = &mut stage.model.open.as_mut().unwrap().record;
    std::sync::Arc::make_mut(record).reviews.push(review.into());
    let agreement = stage.meeting().review(one).unwrap().agreements[0].id;
    let screens = [
        Screen::Meeting,
        Screen::AddPatient,
        Screen::OpenAgreements,
        Screen::Ending,
        Screen::Patient(one),
        Screen::Profile(one),
        Screen::Overview(one),
        Screen::SamePerson(one),
        Screen::OnePerson(one, other),
        Screen::Agreement(one, agreement),
        Screen::CopyAgreement(one, agreement),
        Screen::Removing(Removal::Patient(one)),
        Screen::Patient(invented),
        Screen::Profile(invented),
    ];
    for (width, height) in [(120, 40), (80, 24), (60, 18)] {
        stage.send(Msg::Resized(crate::app::Size::new(width, height)));
        for screen in &screens {
            stage.model.path.go(&Screen::Meeting);
            stage.model.path.go(screen);
            let field = |text: &str| text.contains("Aanduiding") || text.contains("Label");
            for text in named(&stage, "Fictief A.").iter().filter(|text| !field(text)) {
                let is_marked = text.contains("3f2a") || text.contains("81c4");
                assert!(is_marked, "{screen:?} {width}: {text}\n{}", stage.text());
            }
            for text in named(&stage, "Fictief V.").iter().filter(|text| !field(text)) {
                assert!(text.contains("verz"), "{screen:?} {width}: {text}\n{}", stage.text());
            }
            for text in named(&stage, "Fictief Z.") {
                assert!(!text.contains("7777") && !text.contains("verz"), "{screen:?} {width}: {text}");
            }
        }
    }
    // Nor is anybody who lives the same person as somebody invented.
    stage.model.path.go(&Screen::SamePerson(one));
    assert!(stage.model.page().row(&RowId::of("known", invented)).is_none(), "{}", stage.text());
    // A sentence of the program names the patient as the lists do.
    let said = crate::app::pages::named::called(&stage.model, stage.meeting().review(one).unwrap());
    assert_eq!(said, format!("Fictief A. (1938), {}", Language::Dutch.patient_number("3f2a")));
}
