//! What earlier meetings give to a new one, by keys, and taking it back.

use chrono::NaiveDate;

use super::Stage;
use super::stage::afternoon;
use crate::app::message::scrambled;
use crate::app::{Effect, Msg, RowId, Screen};
use crate::meeting::{
    Agreement, AgreementId, Answer, Discipline, Given, Id, Meeting, MeetingId, MeetingKind, Owner,
    Participant, ParticipantId, PatientId, QuestionKey, Register, Review, Role, Stamp, Viewpoint,
};

pub fn id(bits: u128) -> Id {
    Id::from_bits(bits)
}

pub fn day(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, month, day).unwrap()
}

pub fn stamp(date: NaiveDate) -> Stamp {
    Stamp { by: None, at: date.and_hms_opt(14, 0, 0).unwrap() }
}

fn review(bits: u128, label: &str, date: NaiveDate) -> Review {
    let mut review = Review::new(PatientId(id(bits)));
    review.label = label.to_owned();
    review.details.finished = Some(stamp(date));
    review
}

fn colour() -> QuestionKey {
    QuestionKey::new(&"kort".into(), &"kleur".into())
}

/// Three meetings: one of another group, and two of PaTz Noord, of which the last put a patient off.
pub fn earlier() -> Vec<Meeting> {
    let meeting = |bits, kind, group: &str, date| {
        let mut meeting = Meeting::new(MeetingId(id(bits)), kind, date);
        meeting.details.group = group.to_owned();
        meeting.details.planned = "75".to_owned();
        let person = |bits, name: &str, discipline, role| Participant {
            name: name.to_owned(),
            discipline: Some(discipline),
            roles: [role].into(),
            absent: role == Role::Chair,
            ..Participant::new(ParticipantId(id(bits)))
        };
        meeting.participants = vec![
            person(71, "M. Vos", Discipline::DistrictNurse, Role::Recorder),
            person(72, "A. de Wit", Discipline::GeneralPractitioner, Role::Chair),
        ];
        meeting
    };
    let mut june = meeting(1, MeetingKind::Patz, "PaTz Noord", day(6, 7));
    june.reviews =
        [review(11, "Fictief K.", day(6, 7)), review(12, "Fictief S.", day(6, 7))].map(Into::into).to_vec();
    let mut september = meeting(2, MeetingKind::Patz, "PaTz Noord", day(9, 13));
    september.reviews =
        [review(13, "Fictief D.", day(9, 13)), Review::new(PatientId(id(12)))].map(Into::into).to_vec();
    september.reviews[1].details.postponed = true;
    let first = &mut september.reviews[0];
    first.born = "1938".to_owned();
    first.own_words = "Nog een keer naar zee.".to_owned();
    first.answers.insert(colour(), Answer::given(Given::Choice("groen".into()), stamp(day(9, 13))));
    for (bits, what) in [(21, "gesprek met dochter"), (22, "noodmedicatie")] {
        first.agreements.push(Agreement {
            what: what.to_owned(),
            owner: Some(Owner::Participant(ParticipantId(id(71)))),
            ..Agreement::new(AgreementId(id(bits)), stamp(day(9, 13)))
        });
    }
    let mut other = meeting(3, MeetingKind::Mdo, "MDO Zuid", day(11, 2));
    other.reviews = [review(14, "Fictief O.", day(11, 2))].map(Into::into).to_vec();
    other.reviews[0].details.deceased = true;
    vec![september, june, other]
}

/// A new meeting in a notebook with earlier ones, on its first screen.
pub fn new_meeting() -> Stage {
    let mut stage = Stage::new(80, 24);
    stage.earlier = earlier();
    stage.to("new").keys("<Enter>");
    stage
}

/// The same, of PaTz Noord, on the agenda.
pub fn at_agenda() -> Stage {
    let mut stage = new_meeting();
    stage.to("known-group:1").keys("<Enter><Enter>");
    assert_eq!(*stage.model.screen(), Screen::Meeting);
    stage
}

pub fn names(stage: &Stage) -> Vec<&str> {
    stage.meeting().participants.iter().map(|known| known.name.as_str()).collect()
}

/// Everything that is said of a known patient; a narrow window has no room for all of it.
fn facts(stage: &Stage, bits: u128) -> String {
    let row = RowId::of("earlier", PatientId(id(bits)));
    stage.model.page().row(&row).unwrap().value.clone()
}

#[test]
fn a_patient_of_an_earlier_meeting_comes_with_what_is_still_open() {
    let mut stage = at_agenda();
    stage.to("add-patient").keys("<Enter>");
    assert_eq!(*stage.model.screen(), Screen::AddPatient);
    assert_eq!(stage.focus(), "new");
    let rows: Vec<_> = stage.layout().rows.iter().map(|row| row.id.as_str().to_owned()).collect();
    let wanted: Vec<_> = [12, 13, 11, 14].map(|bits| format!("earlier:{}", id(bits))).into();
    assert_eq!(rows[1..], wanted, "put off first, then the latest, another group last:\n{}", stage.text());
    assert!(stage.text().contains("vorige keer uitgesteld"), "{}", stage.text());
    assert!(facts(&stage, 13).contains("open afspraken: 2"), "{}", facts(&stage, 13));
    let before = stage.meeting().clone();
    stage.to(&format!("earlier:{}", id(13))).keys("<Enter>");
    let patient = PatientId(id(13));
    assert_eq!((stage.model.screen(), stage.focus().as_str()), (&Screen::Profile(patient), "question"));
    let review = stage.meeting().review(patient).unwrap().clone();
    assert_eq!((review.label.as_str(), review.born.as_str()), ("Fictief D.", "1938"));
    assert_eq!((review.own_words.as_str(), review.details.finished), ("Nog een keer naar zee.", None));
    assert!(review.answers.is_empty(), "what was seen then is not what is seen now");
    let what: Vec<_> = review.agreements.iter().map(|open| (open.what.as_str(), open.from)).collect();
    let from = Some(day(9, 13));
    assert_eq!(what, [("gesprek met dochter", from), ("noodmedicatie", from)]);
    assert!(stage.text().contains("2 open afspraken kwamen mee"), "{}", stage.text());
    assert_eq!(stage.model.standing(patient).unwrap().discussed.unwrap().0, day(9, 13));
    stage.keys("<Esc>");
    assert_eq!(*stage.model.screen(), Screen::Meeting, "the list is not in the way back");
    assert!(!stage.text().contains("begonnen"), "what came along is no beginning: {}", stage.text());
    let told = stage.model.page().row(&RowId::of("patient", patient)).unwrap().value.clone();
    assert!(told.contains("nog te bespreken"), "{told}");
    stage.keys("<C-z>");
    assert_eq!(*stage.meeting(), before);
    stage.keys("<C-y>");
    assert_eq!(stage.meeting().review(patient), Some(&review));
}

#[test]
fn an_agreement_that_came_along_says_from_when_and_can_be_ended() {
    let mut stage = at_agenda();
    let patient = PatientId(id(13));
    stage.to("add-patient").keys("<Enter>").to(&format!("earlier:{}", id(13))).keys("<Enter>");
    stage.to("discuss").keys("<Enter>").to("agreement:").keys("<Home>").to("agreement:");
    assert!(stage.text().contains("(van 13 sep)"), "{}", stage.text());
    assert!(stage.text().contains("M. Vos"), "{}", stage.text());
    stage.keys("<Enter>").to("done").keys("<Enter>");
    assert!(stage.meeting().review(patient).unwrap().agreements[0].ended.is_some());
    stage.keys("<C-z>");
    assert!(stage.meeting().review(patient).unwrap().agreements[0].ended.is_none());
}

#[test]
fn the_colour_says_what_it_was() {
    let mut stage = at_agenda();
    stage.to("add-patient").keys("<Enter>").to(&format!("earlier:{}", id(13))).keys("<Enter>");
    stage.to("discuss").keys("<Enter>").to("answer:kort/kleur");
    assert!(stage.text().contains("Geldt nog: Groen (13 sep)"), "{}", stage.text());
    stage.keys("<Right>");
    assert!(
        stage.text().contains("Oranje") && stage.text().contains("was Groen, 13 sep"),
        "{}",
        stage.text()
    );
    stage.keys("<Left>");
    assert!(!stage.text().contains("was Groen"), "the same as before:\n{}", stage.text());
}

#[test]
fn a_new_patient_is_the_first_choice_and_the_only_one_where_nobody_is_known() {
    let mut stage = at_agenda();
    stage.to("add-patient").keys("<Enter><Enter>Fictief N.<Esc>");
    assert_eq!(stage.meeting().reviews[0].label, "Fictief N.");
    assert_eq!(*stage.model.screen(), Screen::Meeting);
    stage.to("add-patient").keys("<Enter><Enter><Esc>");
    assert_eq!(stage.meeting().reviews.len(), 1, "left empty");
    let mut alone = Stage::new(80, 24);
    alone.to("new").keys("<Enter><Esc>").to("add-patient").keys("<Enter>");
    assert!(matches!(alone.model.screen(), Screen::Profile(_)));
}

#[test]
fn the_register_is_asked_for_when_it_is_needed_and_an_old_answer_is_dropped() {
    let mut stage = at_agenda();
    stage.effects.clear();
    stage.to("add-patient").keys("<Enter>").to(&format!("earlier:{}", id(13))).keys("<Enter>");
    let asked = stage.effects.iter().filter_map(|effect| match effect {
        Effect::ReadRegister(viewpoint) => Some(viewpoint.patients.clone()),
        _ => None,
    });
    assert_eq!(asked.collect::<Vec<_>>(), [[PatientId(id(13))]]);
    let other = Viewpoint {
        meeting: Some(MeetingId(id(5))),
        date: afternoon().date(),
        today: afternoon().date(),
        patients: Vec::new(),
    };
    let before = stage.model.open.clone();
    stage.send(Msg::Register(Register::of(&other, stage.earlier.clone()).into()));
    assert_eq!(stage.model.open, before);
    stage.effects.clear();
    stage.model.path.go(&Screen::MeetingDetails);
    stage.to("date").keys("1 sep 2026<Down>");
    assert!(stage.effects.iter().any(|effect| matches!(effect, Effect::ReadRegister(_))), "another day");
    assert_eq!(stage.model.standing(PatientId(id(13))), None, "on that day it was still to come");
}

#[test]
fn the_order_of_the_agenda_is_changed_by_rows_and_by_keys() {
    let mut stage = super::tour::midway(crate::words::Language::Dutch, 80, 24);
    let order = |stage: &Stage| -> Vec<PatientId> {
        stage.meeting().reviews.iter().map(|review| review.patient).collect()
    };
    let first = order(&stage);
    let turned: Vec<_> = first.iter().rev().copied().collect();
    stage.model.path.go(&Screen::Profile(first[1]));
    stage.to("up").keys("<Enter>");
    assert_eq!(order(&stage), turned);
    assert_eq!(stage.focus(), "down", "there is nothing above the first place");
    stage.keys("<Enter>");
    assert_eq!(order(&stage), turned, "one Enter too many moves nobody back");
    stage.to("down").keys("<Enter>");
    assert_eq!(order(&stage), first);
    stage.keys("<C-z><C-z>");
    assert_eq!(order(&stage), first);
    stage.model.path.go(&Screen::Meeting);
    stage.to(&format!("patient:{}", first[0])).keys("<C-Down>");
    assert_eq!((order(&stage), stage.focus()), (turned.clone(), format!("patient:{}", first[0])));
    stage.keys("<C-Down>");
    assert_eq!(order(&stage), turned, "the last place is the last");
    stage.keys("<C-z>");
    assert_eq!(order(&stage), first);
}

#[test]
fn a_patient_moved_to_a_later_meeting_is_no_longer_waited_for() {
    let mut stage = super::tour::midway(crate::words::Language::Dutch, 80, 24);
    let (first, second) = (stage.meeting().reviews[0].patient, stage.meeting().reviews[1].patient);
    let before = stage.meeting().clone();
    stage.model.path.go(&Screen::Profile(first));
    stage.to("postpone").keys("<Enter>");
    assert!(stage.meeting().reviews[0].details.postponed);
    assert_eq!((stage.model.screen(), stage.focus()), (&Screen::Meeting, format!("patient:{second}")));
    assert!(
        stage.text().split_whitespace().collect::<Vec<_>>().join(" ").contains("uitgesteld"),
        "{}",
        stage.text()
    );
    stage.keys("<C-z>");
    assert_eq!(*stage.meeting(), before);
    assert_eq!((stage.model.screen(), stage.focus().as_str()), (&Screen::Profile(first), "postpone"));
}

#[test]
fn who_died_is_looked_back_on_unless_chosen_otherwise() {
    let mut stage = at_agenda();
    stage.to("add-patient").keys("<Enter>").to(&format!("earlier:{}", id(14))).keys("<Enter>");
    let patient = PatientId(id(14));
    let route = |stage: &Stage| {
        let review = stage.model.review(patient).unwrap();
        crate::app::pages::route_of(&stage.model, review).unwrap().route.id.to_string()
    };
    assert!(stage.meeting().review(patient).unwrap().details.deceased);
    assert_eq!(route(&stage), "nabespreking");
    stage.to("deceased").keys("<Enter>").to("remove").keys("<Enter>");
    assert_eq!(route(&stage), "kort");
    stage.keys("<C-z>");
    assert_eq!(route(&stage), "nabespreking");
    stage.to("route:volledig").keys("<Enter>");
    assert_eq!(route(&stage), "volledig");
}

#[test]
fn nothing_of_the_register_can_be_read_in_a_recording() {
    let viewpoint = Viewpoint {
        meeting: Some(MeetingId(id(9))),
        date: afternoon().date(),
        today: afternoon().date(),
        patients: vec![PatientId(id(13))],
    };
    let mut meetings = earlier();
    let judgement = crate::meeting::Judgement {
        choice: Some("markeren".into()),
        reason: "knikkebol".to_owned(),
        ..crate::meeting::Judgement::default()
    };
    meetings[0].reviews[0].judgements.insert("markering".into(), judgement);
    let msg = Msg::Register(Register::of(&viewpoint, meetings).into());
    let written = serde_json::to_string(&scrambled(&msg)).unwrap();
    for word in ["Fictief", "1938", "zee", "PaTz", "Vos", "dochter", "noodmedicatie", "knikkebol"] {
        assert!(!written.contains(word), "{word} in {written}");
    }
    let read: Msg = serde_json::from_str(&serde_json::to_string(&msg).unwrap()).unwrap();
    assert_eq!(read, msg);
}

#[test]
fn what_was_judged_last_time_is_shown_and_can_be_withdrawn_now() {
    let mut stage = at_agenda();
    let marked = crate::meeting::Judgement {
        choice: Some("markeren".into()),
        recorded: Some(stamp(day(9, 13))),
        ..crate::meeting::Judgement::default()
    };
    stage.earlier[0].reviews[0].judgements.insert("markering".into(), marked);
    stage.ask_register();
    stage.to("add-patient").keys("<Enter>").to(&format!("earlier:{}", id(13))).keys("<Enter>");
    let patient = PatientId(id(13));
    let page = crate::app::StepPage::Judgement;
    stage.model.path.go(&Screen::Step { patient, checklist: "markering".into(), page });
    stage.to("withdraw");
    assert!(stage.text().contains("Oordeel van zondag 13 september 2026"), "{}", stage.text());
    stage.keys("<Enter>Het gaat beter.");
    let judgement =
        &stage.meeting().review(patient).unwrap().judgements[&crate::checklist::Name::from("markering")];
    assert!(judgement.withdrawn.is_some());
    let was = (judgement.choice.as_ref().map(|code| code.as_str()), judgement.judged_on);
    assert_eq!(was, (Some("markeren"), Some(day(9, 13))), "what is withdrawn, and of which day");
    assert_eq!(judgement.withdrawn_reason, "Het gaat beter.");
    let minutes = crate::export::Minutes::new(
        stage.meeting(),
        stage.model.open.as_ref().unwrap().checklists(),
        crate::words::Language::Dutch,
    );
    let said = minutes.whole().split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(said.contains("INGETROKKEN op 22-11-2026"), "{said}");
    assert!(said.contains("Het was: Palliatieve fase markeren (13-09-2026)"), "{said}");
    // Taken back, nothing of it is left in this meeting, and the earlier judgement stands again.
    stage.to("not-withdrawn").keys("<Enter>");
    assert!(stage.meeting().review(patient).unwrap().judgements.is_empty());
    assert!(stage.text().contains("Oordeel van zondag 13 september 2026, dat nog staat"), "{}", stage.text());
}

/// Who is chosen for the agenda, and who stands on it, is seen with colour, judgement and the day that was agreed.
#[test]
fn the_agenda_and_its_candidates_say_how_it_is_with_a_patient() {
    let mut stage = at_agenda();
    let first = &mut stage.earlier[0].reviews[0];
    first.next_review = "20-12-2026".to_owned();
    let judgement = crate::meeting::Judgement {
        choice: Some("stervensfase".into()),
        recorded: Some(stamp(day(9, 13))),
        ..crate::meeting::Judgement::default()
    };
    first.judgements.insert("stervensfase".into(), judgement);
    stage.ask_register();
    stage.to("add-patient").keys("<Enter>");
    let text = stage.text().split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(text.contains("◇ groen stervensfase?"), "{text}");
    assert!(facts(&stage, 13).contains("opnieuw bespreken 20 dec"), "{}", facts(&stage, 13));
    stage.to(&format!("earlier:{}", id(13))).keys("<Enter>");
    stage.model.path.go(&Screen::Meeting);
    let text = stage.text().split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(
        text.contains("Fictief D. (1938) ◇ groen stervensfase? 13 sep"),
        "ten weeks old, it asks to be judged again: {text}"
    );
}

/// A marking of two meetings ago, about which nothing was said in the last one, is there on every page that matters.
#[test]
fn what_was_judged_two_meetings_ago_still_stands() {
    let mut stage = at_agenda();
    let judged = |choice: &str, on, withdrawn| crate::meeting::Judgement {
        choice: Some(choice.into()),
        reason: "Elke opname laat hem verder achter.".to_owned(),
        recorded: Some(stamp(on)),
        withdrawn,
        ..crate::meeting::Judgement::default()
    };
    let patient = PatientId(id(13));
    let mut june = stage.earlier[1].clone();
    june.reviews.push(review(13, "Fictief D.", day(6, 7)).into());
    let first = june.reviews.last_mut().unwrap();
    first.judgements.insert("markering".into(), judged("markeren", day(6, 7), None));
    first.judgements.insert("stervensfase".into(), judged("stervensfase", day(6, 7), Some(stamp(day(6, 8)))));
    stage.earlier[1] = june;
    stage.ask_register();
    stage.to("add-patient").keys("<Enter>").to(&format!("earlier:{}", id(13))).keys("<Enter>");
    stage.model.path.go(&Screen::Patient(patient));
    let text = stage.text();
    assert!(text.contains("7 jun: Palliatieve fase markeren"), "{text}");
    assert!(!text.contains("stervensfase is begonnen"), "withdrawn does not stand: {text}");
    stage.keys("<F5>");
    let text = stage.text();
    assert!(text.contains("vandaag nog niets vastgelegd"), "{text}");
    assert!(text.contains("7 jun: Palliatieve fase markeren"), "{text}");
    assert!(text.contains("Kleur") && text.contains("Groen"), "{text}");
    assert!(!text.contains("veranderd"), "of nothing recorded nothing changed: {text}");
}

#[test]
fn the_order_in_which_meetings_are_read_does_not_matter_for_what_stands() {
    let mut meetings = earlier();
    for (at, choice, withdrawn) in
        [(0, "markeren", None), (1, "niet", None), (2, "later", Some(stamp(day(11, 2))))]
    {
        let when = meetings[at].details.date;
        let mut own = review(13, "Fictief D.", when);
        let judgement = crate::meeting::Judgement {
            choice: Some(choice.into()),
            withdrawn,
            ..crate::meeting::Judgement::default()
        };
        own.judgements.insert("markering".into(), judgement);
        meetings[at].reviews.retain(|known| known.patient != PatientId(id(13)));
        meetings[at].reviews.push(own.into());
    }
    let standing = |until: NaiveDate, meetings: &[Meeting]| {
        let viewpoint = Viewpoint {
            meeting: Some(MeetingId(id(9))),
            date: until,
            today: until,
            patients: vec![PatientId(id(13))],
        };
        let register = Register::of(&viewpoint, meetings.to_vec());
        let standing = register.standing.get(&PatientId(id(13)))?;
        let known = standing.judgement(&"markering".into())?.clone();
        Some((known.date, known.value.choice.unwrap().to_string()))
    };
    let orders = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]];
    for order in orders {
        let shuffled: Vec<Meeting> = order.iter().map(|at| meetings[*at].clone()).collect();
        assert_eq!(standing(day(10, 1), &shuffled), Some((day(9, 13), "markeren".to_owned())));
        assert_eq!(standing(day(6, 30), &shuffled), Some((day(6, 7), "niet".to_owned())));
        assert_eq!(standing(day(11, 30), &shuffled), None, "withdrawn in November");
    }
}

/// A patient who looks the same is named before there are two, however the keyboard writes the name.
#[test]
fn a_name_that_is_known_already_is_said() {
    for (typed, born, known) in [
        ("fictief  d.", "", true),
        ("Fictief\u{A0}D.", "", true),
        ("Fictief D. (1938)", "", true),
        ("Fictief D. (1950)", "", false),
        ("Fictief E.", "", false),
        // Known as "Fictief K. (1944)", without a year beside it.
        ("Fictief K. (1944)", "", true),
        ("Fictief K.", "1944", true),
        ("fictief k.", "1944", true),
        ("Fictief K.", "1950", false),
        ("Fictief K.", "", false),
    ] {
        let mut stage = Stage::new(80, 24);
        stage.earlier = earlier();
        stage.earlier[1].reviews[0] = review(11, "Fictief K. (1944)", day(6, 7)).into();
        stage.to("new").keys("<Enter>").to("known-group:1").keys("<Enter><Enter>");
        stage.to("add-patient").keys("<Enter>").to("new").keys("<Enter>");
        stage.send(Msg::Type(crate::text::Command::InsertText(typed.into())));
        let mut said = String::new();
        for next in ["", born] {
            stage.keys(next).keys("<Down>");
            said.extend(stage.model.notice.as_ref().map(|notice| notice.text.clone()));
        }
        assert_eq!(said.starts_with("Er is al een patiënt"), known, "{typed:?} {born}: {said}");
        assert!(!said.contains(".."), "{said}");
    }
}

/// Whoever is known and gets the label of somebody else is not silently one of two.
#[test]
fn a_known_patient_who_gets_the_label_of_another_is_said_with_the_way_to_say_that_they_are_one() {
    for (typed, another) in [("Fictief K.", true), ("fictief  k", true), ("Fictief Z.", false)] {
        let mut stage = at_agenda();
        stage.to("add-patient").keys("<Enter>").to(&format!("earlier:{}", id(13))).keys("<Enter>");
        stage.to("label").keys("<Enter>");
        for _ in 0..20 {
            stage.keys("<Backspace>");
        }
        stage.send(Msg::Type(crate::text::Command::InsertText(typed.into())));
        stage.keys("<Down>");
        let said = stage.model.notice.as_ref().map(|notice| notice.text.clone()).unwrap_or_default();
        let label = stage.meeting().review(PatientId(id(13))).unwrap().label.clone();
        assert_eq!(said.starts_with("Er is nog een patiënt Fictief K"), another, "{typed} {label}: {said}");
        assert_eq!(said.contains("Dezelfde persoon als"), another, "{typed}: {said}");
        let here = stage.model.page().row(&RowId::fixed("same-as")).is_some();
        assert!(here, "it is on the same page");
    }
}
