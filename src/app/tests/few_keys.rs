//! How many keys something costs beside what is typed: counted, so that it stays few.

use super::Stage;
use super::tour::midway;
use crate::app::Screen;
use crate::meeting::{Discipline, Owner};
use crate::words::Language;

/// Presses keys and types texts; gives how many keys there were beside the texts.
fn count(stage: &mut Stage, parts: &[(&str, &str)]) -> usize {
    let mut keys = 0;
    for (pressed, typed) in parts {
        keys += super::stage::parse(pressed).len();
        stage.keys(pressed).keys(typed);
    }
    keys
}

#[test]
fn a_participant_takes_six_keys_beside_the_name() {
    let mut stage = midway(Language::Dutch, 80, 24);
    stage.model.path.go(&Screen::MeetingDetails);
    stage.to("add-participant");
    let keys = count(&mut stage, &[("<Enter>", "K. Bos"), ("<Enter>wi<Enter><Esc>", "")]);
    let known = stage.meeting().participants.last().unwrap().clone();
    assert_eq!((known.name.as_str(), known.discipline), ("K. Bos", Some(Discipline::DistrictNurse)));
    assert_eq!(*stage.model.screen(), Screen::MeetingDetails);
    assert!(keys <= 6, "{keys}");
}

#[test]
fn a_participant_with_a_role_takes_six_keys_too_and_so_does_the_next() {
    let mut stage = midway(Language::Dutch, 80, 24);
    stage.model.path.go(&Screen::MeetingDetails);
    stage.to("add-participant");
    for (name, function, role) in [("K. Bos", "w", "n"), ("L. Maas", "h", "v")] {
        let parts = [
            ("<Enter>", name),
            ("<Enter>", ""),
            (function, ""),
            ("<Enter>", ""),
            (role, ""),
            ("<Enter>", ""),
        ];
        let keys = count(&mut stage, &parts);
        let known = stage.meeting().participants.last().unwrap().clone();
        assert_eq!((known.name.as_str(), known.roles.len()), (name, 1), "{}", stage.text());
        assert_eq!(*stage.model.screen(), Screen::MeetingDetails, "{}", stage.text());
        assert_eq!(stage.focus(), "add-participant");
        assert!(keys <= 6, "{keys}");
    }
    // Of whom something lacks, or who is looked at again with the arrows, the page stays.
    stage.to("participant:").keys("<Enter>").to("role:consultant").keys("<Enter>");
    assert!(matches!(stage.model.screen(), Screen::Participant(_)), "{}", stage.text());
    stage.keys("<Esc>").to("add-participant").keys("<Enter>M. Zee<Enter>gast<Enter>");
    assert!(matches!(stage.model.screen(), Screen::Participant(_)), "{}", stage.text());
}

#[test]
fn a_role_is_typed_as_a_function_is() {
    let mut stage = midway(Language::Dutch, 80, 24);
    stage.model.path.go(&Screen::MeetingDetails);
    stage.to("add-participant").keys("<Enter>K. Bos<Enter>wi<Enter>notul<Enter>");
    let known = stage.meeting().participants.last().unwrap().clone();
    assert_eq!(known.discipline, Some(Discipline::DistrictNurse), "{}", stage.text());
    assert_eq!(known.roles.into_iter().collect::<Vec<_>>(), [crate::meeting::Role::Recorder]);
}

/// A function is found as the field shortens it, and by its Dutch name on an English screen.
#[test]
fn a_function_is_typed_as_it_is_shortened() {
    let table = [
        (Language::Dutch, "poh", Discipline::PracticeNurse),
        (Language::Dutch, "SO", Discipline::ElderlyCarePhysician),
        (Language::Dutch, "avg", Discipline::IntellectualDisabilityPhysician),
        (Language::Dutch, "vs", Discipline::NurseSpecialist),
        (Language::Dutch, "longarts", Discipline::MedicalSpecialist),
        (Language::Dutch, "consul", Discipline::PalliativeConsultant),
        (Language::Dutch, "huis", Discipline::GeneralPractitioner),
        (Language::English, "wijkverpl", Discipline::DistrictNurse),
        (Language::English, "gp", Discipline::GeneralPractitioner),
    ];
    for (language, typed, wanted) in table {
        let mut stage = midway(language, 80, 24);
        stage.model.path.go(&Screen::MeetingDetails);
        stage.to("add-participant").keys("<Enter>K. Bos<Enter>").keys(typed).keys("<Enter>");
        let known = stage.meeting().participants.last().unwrap().clone();
        assert_eq!(known.discipline, Some(wanted), "{typed}\n{}", stage.text());
    }
}

#[test]
fn an_agreement_takes_five_keys_beside_what_who_and_when() {
    let mut stage = midway(Language::Dutch, 80, 24);
    let patient = stage.meeting().reviews[1].patient;
    stage.model.path.go(&Screen::Patient(patient));
    let parts = [("<F4>", "rollator"), ("<Enter>", "wit"), ("<Enter>", "1 dec"), ("<Esc>", "")];
    let keys = count(&mut stage, &parts);
    let agreement = stage.meeting().reviews[1].agreements.last().unwrap().clone();
    let who = stage.meeting().participants.iter().find(|known| known.name == "A. de Wit").unwrap().id;
    assert_eq!(agreement.what, "rollator");
    assert_eq!(agreement.owner, Some(Owner::Participant(who)));
    assert_eq!(agreement.due, "01-12-2026");
    assert_eq!(*stage.model.screen(), Screen::Patient(patient));
    assert!(keys <= 5, "{keys}");
}

#[test]
fn a_patient_takes_three_keys_beside_the_name() {
    let mut stage = midway(Language::Dutch, 80, 24);
    stage.model.path.go(&Screen::Meeting);
    stage.to("add-patient");
    let keys = count(&mut stage, &[("<Enter>", "Fictief Z."), ("<Esc>", "")]);
    assert_eq!(stage.meeting().reviews.last().unwrap().label, "Fictief Z.");
    assert!(stage.focus().starts_with("add-patient") || stage.focus().starts_with("patient:"));
    assert!(keys <= 3, "{keys}");
}

#[test]
fn what_was_agreed_is_copied_to_another_patient() {
    let mut stage = midway(Language::Dutch, 80, 24);
    let (first, second) = (stage.meeting().reviews[0].patient, stage.meeting().reviews[1].patient);
    let agreement = stage.meeting().reviews[0].agreements[0].clone();
    stage.model.path.go(&Screen::Patient(first));
    stage.model.path.open(Screen::Agreement(first, agreement.id));
    stage.to("copy").keys("<Enter>").to(&format!("copy:{second}")).keys("<Enter>");
    let copied = stage.meeting().reviews[1].agreements.last().unwrap().clone();
    assert_eq!((copied.what, copied.owner, copied.due), (agreement.what, agreement.owner, agreement.due));
    assert_ne!(copied.id, agreement.id);
    assert_eq!(*stage.model.screen(), Screen::Agreement(first, agreement.id));
    let told = stage.model.notice.as_ref().map(|notice| notice.text.clone());
    assert_eq!(told.as_deref(), Some("Ook afgesproken voor Fictief B. (1950)."));
    stage.keys("<C-z>");
    assert!(stage.meeting().reviews[1].agreements.is_empty(), "one entry");
}

#[test]
fn enter_goes_on_from_what_is_written_line_by_line_at_an_empty_line() {
    let mut stage = midway(Language::Dutch, 80, 24);
    let patient = stage.meeting().reviews[1].patient;
    stage.model.path.go(&Screen::Patient(patient));
    stage.to("notes").keys("<Enter>");
    assert_ne!(stage.focus(), "notes", "nothing is typed, and Enter goes on");
    stage.to("notes").keys("een<Enter>twee<Enter>");
    assert_eq!(stage.meeting().reviews[1].notes, "een\ntwee\n");
    stage.keys("<Enter>");
    assert_ne!(stage.focus(), "notes");
    assert_eq!(stage.meeting().reviews[1].notes, "een\ntwee", "no empty line stays behind");
    stage.keys("<F2><End><Enter><Enter>drie");
    assert_eq!(stage.meeting().reviews[1].notes, "een\ntwee\n\ndrie", "on a page of its own it stays");
}

/// What is typed on the row that leads to a list is looked for in it, whatever is chosen there.
#[test]
fn every_list_to_choose_from_opens_by_typing() {
    let midway = || midway(Language::Dutch, 80, 24);
    let (first, second) = (midway().meeting().reviews[0].patient, midway().meeting().reviews[1].patient);
    let agreement = midway().meeting().reviews[0].agreements[0].id;
    let participant = midway().meeting().participants[0].id;
    let table = [
        (Screen::Profile(first), "brought-by", "wit", "A. de Wit"),
        (Screen::Agreement(first, agreement), "owner", "vos", "M. Vos"),
        (Screen::Agreement(first, agreement), "copy", "fictief b", "Fictief B."),
        (Screen::Profile(second), "route", "volledig", "Volledig"),
        (Screen::Profile(second), "deceased", "nabespr", "Nabespreken"),
        (Screen::Participant(participant), "role", "casem", "casemanager"),
    ];
    for (screen, row, typed, wanted) in table {
        let mut stage = midway();
        let before = stage.meeting().clone();
        stage.model.path.go(&Screen::Patient(first));
        stage.model.path.open(screen);
        stage.to(row).keys(typed);
        assert_eq!(*stage.meeting(), before, "{row}: nothing is chosen by typing");
        let label = stage.model.focused().unwrap().label;
        assert!(label.to_lowercase().contains(&wanted.to_lowercase()), "{row}: {label}\n{}", stage.text());
        assert!(stage.text().contains(&format!("Gezocht: {typed}")), "{row}\n{}", stage.text());
    }
}

/// A name that nobody has is the one of the new patient.
#[test]
fn a_patient_is_typed_where_one_is_added() {
    let mut earlier = midway(Language::Dutch, 80, 24).meeting().clone();
    earlier.id = crate::meeting::MeetingId(crate::meeting::Id::from_bits(7));
    earlier.details.date = earlier.details.date - chrono::Days::new(30);
    for (bits, review) in (21..).zip(&mut earlier.reviews) {
        review.patient = crate::meeting::PatientId(crate::meeting::Id::from_bits(bits));
    }
    let mut fresh = Stage::new(80, 24);
    let listed = vec![crate::meeting::MeetingSummary::of(&earlier)];
    fresh.earlier = vec![earlier];
    fresh.send(crate::app::Msg::Listed(Box::new(crate::app::Listed {
        meetings: listed,
        ..Default::default()
    })));
    fresh.to("new").keys("<Enter>");
    fresh.ask_register();
    // A part of the name of a group that is known finds it.
    fresh.to("group").keys("noo");
    assert!(fresh.text().contains("PaTz Noord"), "{}", fresh.text());
    fresh.keys("<Enter>");
    assert_eq!(fresh.meeting().details.group, "noo", "Enter takes no other name");
    fresh.to("known-group").keys("<Enter>");
    assert_eq!(fresh.meeting().details.group, "PaTz Noord", "{}", fresh.text());
    assert_eq!(fresh.meeting().participants.len(), 2);
    fresh.keys("<Enter>").to("add-patient").keys("fictief b");
    assert_eq!(*fresh.model.screen(), Screen::AddPatient, "{}", fresh.text());
    assert!(fresh.model.focused().unwrap().label.starts_with("Fictief B."), "{}", fresh.text());
    fresh.keys("<Backspace>zz");
    assert!(fresh.text().contains("Niets gevonden"), "{}", fresh.text());
    fresh.to("new").keys("<Enter>");
    assert_eq!(fresh.meeting().reviews.last().unwrap().label, "fictief zz");
}
