//! What the screens say is what is so: words for what happened, counts that agree, and nothing drawn as chosen that was not.

use super::Stage;
use super::register::{at_agenda, day, earlier, id, stamp};
use super::standing::{patient, with_more};
use super::tour::midway;
use crate::app::keymap::Focus;
use crate::app::{Screen, StepPage};
use crate::meeting::{Agreement, AgreementId, Given, PatientId, QuestionKey, Register, Viewpoint};
use crate::words::Language;

fn first(stage: &Stage) -> PatientId {
    stage.meeting().reviews[0].patient
}

#[test]
fn undoing_an_ending_says_which_one() {
    let mut stage = midway(Language::Dutch, 80, 24);
    let (patient, agreement) = (first(&stage), stage.meeting().reviews[0].agreements[0].id);
    stage.model.path.go(&Screen::Agreement(patient, agreement));
    stage.to("done").keys("<Enter>").to("open-again").keys("<Enter>").to("dropped").keys("<Enter>");
    for how in ["(vervallen)", "(weer open)", "(gedaan)"] {
        stage.keys("<C-z>");
        assert!(stage.text().contains(how), "{how}: {}", stage.text());
    }
}

#[test]
fn an_answer_that_the_first_enter_on_a_page_records_is_said_with_the_way_back() {
    let mut stage = midway(Language::Dutch, 80, 24);
    let patient = stage.meeting().reviews[1].patient;
    let before = stage.meeting().clone();
    let page = StepPage::Group("surprise".into());
    stage.model.path.go(&Screen::Patient(patient));
    stage.model.path.open(Screen::Step { patient, checklist: "markering".into(), page });
    assert!(stage.focus().starts_with("option:"), "{}", stage.text());
    stage.keys("<Enter>");
    assert_ne!(*stage.meeting(), before);
    assert!(stage.text().contains("Vastgelegd: Nee") && stage.text().contains("Ctrl+Z"), "{}", stage.text());
    let once = stage.meeting().clone();
    stage.keys("<Enter>");
    assert_eq!(*stage.meeting(), once);
    assert!(stage.text().contains("Dit is al gekozen."), "{}", stage.text());
    stage.keys("<C-z>");
    assert_eq!(*stage.meeting(), before);
}

#[test]
fn what_was_not_filled_in_is_not_drawn_as_chosen() {
    let mut stage = midway(Language::Dutch, 80, 24);
    let patient = first(&stage);
    let page = StepPage::Group("wilsbekwaamheid".into());
    stage.model.path.go(&Screen::Step { patient, checklist: "pzp".into(), page });
    assert!(!stage.text().contains("hier niet ingevuld"), "{}", stage.text());
}

#[test]
fn everybody_is_involved_with_one_row() {
    let mut stage = midway(Language::Dutch, 80, 24);
    let patient = first(&stage);
    let page = StepPage::Judgement;
    stage.model.path.go(&Screen::Step { patient, checklist: "stervensfase".into(), page });
    stage.to("involved").keys("<Enter>");
    assert_eq!(stage.focus(), "");
    assert!(stage.text().contains("Iedereen die er is (2)"), "{}", stage.text());
    stage.to("everybody").keys("<Enter><Enter>");
    let involved = &stage.meeting().reviews[0].judgements["stervensfase"].involved;
    assert_eq!(involved.len(), 2);
}

#[test]
fn a_colour_says_once_what_it_was() {
    let mut stage = with_more(Stage::new(80, 40));
    stage.to(&format!("earlier:{}", id(13))).keys("<Enter>");
    stage.model.path.go(&Screen::Patient(patient()));
    assert_eq!(stage.text().to_lowercase().matches("groen").count(), 1, "{}", stage.text());
    stage.to("answer:kort/kleur").keys("<Right><Right>");
    assert_eq!(stage.text().matches("was ").count(), 1, "{}", stage.text());
}

#[test]
fn the_overview_tells_new_from_changed() {
    let mut stage = with_more(Stage::new(80, 40));
    stage.to(&format!("earlier:{}", id(13))).keys("<Enter>");
    stage.model.path.go(&Screen::Patient(patient()));
    stage.to("walk:vier-dimensies").keys("<Enter>");
    let field = stage.model.page().rows().find(|row| row.as_field().is_some()).map(|row| row.id.clone());
    stage.to(field.unwrap().as_str()).keys("Pijn<Esc><F5>");
    assert!(stage.text().contains("1 antwoord nieuw"), "{}", stage.text());
    assert!(!stage.text().contains("niets veranderd"), "{}", stage.text());
}

/// An agreement made elsewhere after the patient came on the agenda is counted there, listed here, and read aloud.
#[test]
fn the_agreements_of_the_agenda_are_those_of_the_page() {
    let mut stage = at_agenda();
    stage.to("add-patient").keys("<Enter>").to(&format!("earlier:{}", id(13))).keys("<Enter>");
    let mut late = Agreement::new(AgreementId(id(55)), stamp(day(9, 13)));
    late.what = "centrale zorgverlener noemen".to_owned();
    late.due = "20-09-2026".to_owned();
    stage.earlier[0].reviews[0].agreements.push(late);
    stage.ask_register();
    stage.model.path.go(&Screen::Meeting);
    assert!(stage.text().contains("3, 1 over tijd"), "{}", stage.text());
    stage.model.path.open(Screen::Patient(patient()));
    let listed = |stage: &Stage| {
        let page = stage.model.page();
        page.rows().filter(|row| row.id.as_str().starts_with("agreement:")).count()
    };
    assert_eq!(listed(&stage), 3, "{}", stage.text());
    stage.to(&format!("agreement:{}", id(55)));
    assert_eq!(stage.model.context().focus, Focus::Opens, "Enter opens it");
    stage.keys("<F6>");
    assert_eq!((stage.model.screen(), listed(&stage)), (&Screen::Confirm(patient()), 3));
    let before = stage.meeting().clone();
    stage.to("confirmed").keys("<Enter>");
    let agreements = stage.meeting().review(patient()).unwrap().agreements.clone();
    assert!(agreements.len() == 3 && agreements.iter().all(|one| one.confirmed.is_some()), "{agreements:?}");
    stage.keys("<C-z>");
    assert_eq!(*stage.meeting(), before);
    stage.keys("<Esc>").to(&format!("agreement:{}", id(55))).keys("<Enter>");
    assert!(stage.meeting().review(patient()).unwrap().agreements.iter().any(|one| one.id.0 == id(55)));
}

#[test]
fn who_is_being_discussed_today_was_not_discussed_yet() {
    let mut meetings = earlier();
    let mut today = meetings[0].clone();
    today.id = crate::meeting::MeetingId(id(91));
    today.details.date = day(11, 22);
    today.details.closed = None;
    let review = &mut today.reviews[0];
    review.details.finished = None;
    let key = QuestionKey::new(&"kort".into(), &"wat-veranderd".into());
    let answer = crate::meeting::Answer::given(Given::Text("Slaapt veel.".to_owned()), stamp(day(11, 22)));
    review.answers.insert(key, answer);
    meetings.push(today);
    let discussed = |on| {
        let register = Register::of(&Viewpoint::whole(on), &meetings);
        register.patient(patient()).unwrap().discussed
    };
    assert_eq!(discussed(day(11, 22)), Some(day(9, 13)), "the discussion is under way");
    assert_eq!(discussed(day(11, 23)), Some(day(11, 22)), "over, although nobody finished it");
}

#[test]
fn a_closed_meeting_names_what_an_earlier_one_said() {
    let mut stage = with_more(Stage::new(60, 18));
    stage.to(&format!("earlier:{}", id(13))).keys("<Enter>");
    let open = stage.model.open.as_mut().unwrap();
    let closed = stamp(day(11, 22));
    std::sync::Arc::make_mut(&mut open.record).details.closed = Some(closed);
    stage.model.path.go(&Screen::Patient(patient()));
    let text = stage.text();
    let named = text.find("Wat is er veranderd").expect("the label");
    assert!(named < text.find("Gevallen.").expect("what was said"), "{text}");
    assert!(!text.contains("Nog leeg"), "{text}");
}

/// Enter goes on from a text, and past the row that says that nothing was discussed: that is said on purpose.
#[test]
fn enter_on_and_on_never_says_that_something_was_not_discussed() {
    let mut stage = midway(Language::Dutch, 80, 24);
    let patient = first(&stage);
    let page = StepPage::Group("lichamelijk".into());
    stage.model.path.go(&Screen::Step { patient, checklist: "vier-dimensies".into(), page });
    let before = stage.meeting().clone();
    stage.keys("<Enter>");
    assert!(!stage.focus().starts_with("not:"), "{}", stage.text());
    assert_eq!(*stage.meeting(), before);
}
