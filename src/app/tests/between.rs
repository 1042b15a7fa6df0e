//! What is recorded between two meetings speaks of no meeting: on its screens and on what is written of it.

use super::Stage;
use super::register::{day, earlier, id};
use super::standing::patient;
use crate::app::{Msg, Screen};
use crate::meeting::{
    Given, Meeting, MeetingId, MeetingKind, MeetingSummary, Owner, ParticipantId, QuestionKey, Register,
    Review, Viewpoint,
};
use crate::words::Language;

const LANGUAGE: Language = Language::Dutch;

pub fn between() -> Stage {
    let mut stage = Stage::new(80, 40);
    stage.earlier = earlier();
    let meetings = stage.earlier.iter().map(MeetingSummary::of).collect();
    stage.send(Msg::Listed(Box::new(crate::app::Listed { meetings, ..crate::app::Listed::default() })));
    stage.to("between").keys("<Enter>");
    stage.to("add-patient").keys("<Enter>").to(&format!("earlier:{}", id(13))).keys("<Enter>");
    stage
}

/// No sentence that speaks of a discussion that was not there; when somebody is discussed again is another matter.
fn speaks_of_no_meeting(what: &str, text: &str) {
    let text = text.to_lowercase().replace("opnieuw bespreken", "").replace("tussen bijeenkomsten", "");
    for word in ["besproken", "bespreken", "bespreking", "agenda", "de bijeenkomst is"] {
        assert!(!text.contains(word), "{what} says {word}: {text}");
    }
}

#[test]
fn no_screen_and_no_paper_of_it_speaks_of_a_discussion() {
    let mut stage = between();
    speaks_of_no_meeting("the patient", &stage.text());
    stage.to("deceased").keys("<Enter>");
    speaks_of_no_meeting("the patient who died", &stage.text());
    stage.model.path.go(&Screen::Profile(patient()));
    assert!(stage.text().contains("Toch niets vastleggen van deze patiënt"), "{}", stage.text());
    stage.model.path.go(&Screen::Meeting);
    speaks_of_no_meeting("the list", &stage.text());
    assert!(stage.text().contains("1 patiënt") && stage.text().contains("overleden"), "{}", stage.text());
    stage.model.path.go(&Screen::MeetingDetails);
    speaks_of_no_meeting("the details", &stage.text());
    assert!(!stage.text().contains("MDO"), "it is of no other kind: {}", stage.text());
    let minutes = stage.minutes();
    speaks_of_no_meeting("what is written of it", &minutes);
    assert!(minutes.contains("1 patiënt"), "{minutes}");
}

/// Who is proposed between meetings comes on the agenda with the question, and why now.
#[test]
fn a_new_patient_is_proposed_with_a_question_and_why_now() {
    let mut stage = between();
    stage.to("question");
    let shown = stage.text();
    assert!(shown.contains("Vraag, en waarom nu"), "{shown}");
}

#[test]
fn nobody_is_asked_to_confirm_agreements_where_nobody_met() {
    let mut stage = between();
    stage.keys("<F6>");
    assert_eq!(*stage.model.screen(), Screen::Patient(patient()));
    stage.to("finish").keys("<Enter>");
    assert_eq!(*stage.model.screen(), Screen::Meeting);
    assert_eq!(stage.meeting().review(patient()), None, "and of whom nothing was recorded, nothing is kept");
}

/// What was recorded of a death that was none is gone with it, and there again where taking it back was the mistake.
#[test]
fn what_was_recorded_of_a_death_goes_when_it_is_taken_back() {
    let mut stage = between();
    stage.to("deceased").keys("<Enter><Down>20 nov<Down>");
    assert!(stage.minutes().contains("Overleden op: "), "{}", stage.minutes());
    stage.to("deceased").keys("<Enter>").to("remove").keys("<Enter>");
    let details = stage.meeting().review(patient()).unwrap().details.clone();
    assert_eq!((details.deceased, details.alive), (false, true));
    let minutes = stage.minutes();
    assert!(!minutes.contains("Overleden op") && minutes.contains("toch niet overleden"), "{minutes}");
    let register = Register::of(&Viewpoint::whole(day(12, 31)), [stage.meeting()]);
    assert!(!register.patient(patient()).unwrap().deceased);
    stage.wait(1000);
    stage.to("deceased").keys("<Enter>");
    assert!(stage.minutes().contains("Overleden op: "), "{}", stage.minutes());
}

#[test]
fn the_day_of_a_death_is_asked_at_once_and_kept_as_a_day_that_was() {
    let mut stage = between();
    stage.to("deceased").keys("<Enter><Down>");
    assert_eq!(stage.focus(), "answer:nabespreking/overleden-op", "{}", stage.text());
    stage.keys("20 nov<Down>");
    let key = QuestionKey::new(&"nabespreking".into(), &"overleden-op".into());
    let answers = &stage.meeting().review(patient()).unwrap().answers;
    assert_eq!(answers[&key].given, Some(Given::Date("20-11-2026".to_owned())));
    let minutes = stage.minutes();
    assert!(minutes.contains("Overleden op: ") && minutes.contains("20"), "{minutes}");
    assert!(minutes.contains("november 2026") || minutes.contains("20-11-2026"), "{minutes}");
}

/// Where the patient wanted to die is what the plan says, beside the question for it.
#[test]
fn what_the_plan_says_of_the_preferred_place_is_shown_at_a_death() {
    let mut stage = Stage::new(80, 60);
    stage.earlier = earlier();
    let place = QuestionKey::new(&"pzp".into(), &"gewenste-plaats".into());
    let answer =
        crate::meeting::Answer::given(Given::Choice("hospice".into()), super::register::stamp(day(9, 13)));
    stage.earlier[0].reviews[0].answers.insert(place, answer);
    let meetings = stage.earlier.iter().map(MeetingSummary::of).collect();
    stage.send(Msg::Listed(Box::new(crate::app::Listed { meetings, ..crate::app::Listed::default() })));
    stage.to("between").keys("<Enter>");
    stage.to("add-patient").keys("<Enter>").to(&format!("earlier:{}", id(13))).keys("<Enter>");
    assert!(!stage.text().contains("in het plan"), "{}", stage.text());
    stage.to("deceased").keys("<Enter>");
    let text = stage.text();
    assert!(text.contains("in het plan (PZP) staat: Hospice") && text.contains("13 sep"), "{text}");
}

/// What is open again is told beside what stands, and colours that came and went in the order in which they did.
#[test]
fn the_course_tells_what_is_open_again_and_when_there_was_no_colour() {
    use super::register::stamp;
    use crate::meeting::{Answer, NonAnswer, colour_question};
    let mut stage = Stage::new(100, 60);
    stage.earlier = earlier();
    let place = QuestionKey::new(&"pzp".into(), &"gewenste-plaats".into());
    let gone = Given::Not(NonAnswer::NoLonger);
    let green = Given::Choice("groen".into());
    for (bits, month, colour, said) in [
        (901, 10, gone, Some(Given::Choice("thuis".into()))),
        (902, 11, green, Some(Given::Not(NonAnswer::Unknown))),
    ] {
        let mut meeting = stage.earlier[0].clone();
        meeting.id = crate::meeting::MeetingId(id(bits));
        meeting.details.date = day(month, 13);
        let mut review = (*meeting.reviews[0]).clone();
        let at = stamp(meeting.details.date);
        review.answers.insert(colour_question(), Answer::given(colour, at));
        review.answers.extend(said.map(|said| (place.clone(), Answer::given(said, at))));
        meeting.reviews = vec![review.into()];
        stage.earlier.push(meeting);
    }
    stage.model.path.go(&Screen::Course(patient()));
    stage.read_what_is_shown();
    let text = stage.text();
    assert!(text.contains("◇ groen 13 sep → geldt niet meer 13 okt → ◇ groen 13 nov"), "{text}");
    let line = text.lines().find(|line| line.contains("Thuis")).unwrap_or_default().to_owned();
    assert!(line.contains("LET OP, 13 nov: nog onbekend"), "{text}");
}

/// What was recorded and taken back again is nothing to go on with, though its file is there.
#[test]
fn what_was_taken_back_whole_stands_on_no_first_screen() {
    let mut stage = between();
    stage.to("deceased").keys("<Enter>");
    let summary = MeetingSummary::of(stage.meeting());
    stage.model.listed.as_mut().unwrap().meetings.push(summary);
    stage.model.path.go(&Screen::Start);
    assert!(stage.text().contains("Verder met Tussen bijeenkomsten"), "{}", stage.text());
    stage.model.path.go(&Screen::Meeting);
    stage.model.path.go(&Screen::Patient(patient()));
    while !stage.meeting().reviews.is_empty() {
        stage.keys("<C-z>");
    }
    let undone = stage.text();
    assert!(undone.contains("in deze lijst") && !undone.contains("op de agenda"), "{undone}");
    stage.model.path.go(&Screen::Start);
    assert!(!stage.text().contains("Verder met Tussen bijeenkomsten"), "{}", stage.text());
    stage.to("between").keys("<Enter>");
    assert_eq!(*stage.model.screen(), Screen::Meeting, "and it is gone on with");
}

/// Who tells somebody who was not there what was agreed still has to, also where nobody is at the table.
#[test]
fn who_is_to_be_told_of_an_agreement_and_by_whom_is_kept() {
    let mut stage = Stage::new(80, 40);
    stage.earlier = earlier();
    let agreement = &mut stage.earlier[0].reviews[0].agreements[0];
    agreement.owner = Some(Owner::Participant(ParticipantId(id(72))));
    agreement.told_by = Some(ParticipantId(id(71)));
    // The group met last in another meeting.
    stage.earlier.remove(2);
    let meetings = stage.earlier.iter().map(MeetingSummary::of).collect();
    stage.send(Msg::Listed(Box::new(crate::app::Listed { meetings, ..crate::app::Listed::default() })));
    stage.to("between").keys("<Enter>");
    stage.to("add-patient").keys("<Enter>").to(&format!("earlier:{}", id(13))).keys("<Enter>");
    let text = stage.text().split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(text.contains("M. Vos, wijkverpleegkundige vertelt het"), "{text}");
}

/// What was made ahead goes on from the first screen, whatever else goes on today or was recorded between; today comes first.
#[test]
fn a_meeting_made_ahead_stays_on_the_first_screen() {
    let mut stage = Stage::new(80, 24);
    let today = stage.now.date();
    let record = |bits, date| {
        let mut meeting = Meeting::new(MeetingId(id(bits)), MeetingKind::Patz, date);
        "PaTz Noord".clone_into(&mut meeting.details.group);
        meeting.reviews.push(Review::new(patient()).into());
        meeting
    };
    let ahead = |days: u64| record(days.into(), today + chrono::Days::new(days));
    stage.earlier = vec![ahead(84), ahead(42), record(1, today)];
    let meetings = stage.earlier.iter().map(MeetingSummary::of).collect();
    stage.send(Msg::Listed(Box::new(crate::app::Listed { meetings, ..crate::app::Listed::default() })));
    let goes_on = |stage: &Stage| {
        let page = stage.model.page();
        let rows = page.rows().filter(|row| row.id.as_str().starts_with("continue"));
        rows.map(|row| row.value.clone()).collect::<Vec<_>>()
    };
    let later = crate::meeting::typed::short_day(today + chrono::Days::new(42), today, LANGUAGE);
    let values = goes_on(&stage);
    assert_eq!(values.len(), 2, "{values:?}");
    assert!(values[0].starts_with("vandaag") && values[1].starts_with(&later), "{values:?}");
    assert_eq!(stage.focus(), "continue");
    stage.to("between").keys("<Enter>");
    stage.to("add-patient").keys("<Enter>").to(&format!("earlier:{}", patient())).keys("<Enter>");
    stage.to("deceased").keys("<Enter>");
    stage.model.path.go(&Screen::Start);
    let values = goes_on(&stage);
    assert_eq!(values.len(), 3, "{values:?}");
    assert!(values[0].starts_with("vandaag") && values[2].starts_with(&later), "{values:?}");
    stage.model.path.go(&Screen::Meeting);
    stage.to("close").keys("<Enter>");
    stage.model.path.go(&Screen::Start);
    assert!(goes_on(&stage).iter().any(|value| value.starts_with(&later)), "{}", stage.text());
}

/// A page that tells half of what is known says so, until the rest is read.
#[test]
fn a_page_says_that_earlier_meetings_are_still_being_read() {
    let mut stage = between();
    let reading = LANGUAGE.earlier_being_read();
    for screen in [Screen::Patient(patient()), Screen::Meeting] {
        stage.model.path.go(&screen);
        let known = stage.model.open.as_mut().unwrap().register.take();
        assert!(stage.text().contains(reading), "{}", stage.text());
        stage.model.open.as_mut().unwrap().register = known;
        assert!(!stage.text().contains(reading), "{}", stage.text());
    }
}

/// Between meetings there is no agenda to be taken off: neither the question nor what is told then speaks of one.
#[test]
fn who_is_taken_out_again_was_on_no_agenda() {
    let mut stage = between();
    stage.model.path.go(&Screen::Profile(patient()));
    stage.to("remove").keys("<Enter>");
    speaks_of_no_meeting("the question", &stage.text());
    if !stage.meeting().reviews.is_empty() {
        stage.to("remove").keys("<Enter>");
    }
    assert!(stage.meeting().reviews.is_empty());
    let told = stage.model.notice.as_ref().unwrap().text.clone();
    assert!(told.starts_with("Van ") && told.contains("staat hier niets meer."), "{told}");
    speaks_of_no_meeting("what is told", &told);
}
