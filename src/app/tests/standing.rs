//! What stood in an earlier meeting at a later one, by keys: confirmed, changed, taken back, and undone.

use chrono::NaiveDate;

use super::Stage;
use super::register::{at_agenda, day, earlier, id, stamp};
use crate::app::{Msg, Screen, StepPage};
use crate::meeting::{
    Answer, Given, Identity, Judgement, Meeting, MeetingId, MeetingKind, MeetingSummary, NonAnswer,
    PatientId, QuestionKey, colour_question,
};

pub fn patient() -> PatientId {
    PatientId(id(13))
}

fn key(checklist: &str, item: &str) -> QuestionKey {
    QuestionKey::new(&checklist.into(), &item.into())
}

/// A new meeting of PaTz Noord, in whose last meeting more was recorded of the first patient.
pub fn with_more(mut stage: Stage) -> Stage {
    stage.earlier = earlier();
    let first = &mut stage.earlier[0].reviews[0];
    let at = stamp(day(9, 13));
    let answers = [
        (key("pzp-stand", "gesprek"), Given::YesNo(true)),
        (key("pzp-stand", "gesprek-op"), Given::Date("12-09-2026".to_owned())),
        (key("kort", "buiten-kantooruren"), Given::Text("Huisartsenpost weet ervan.".to_owned())),
        (key("kort", "wat-veranderd"), Given::Text("Gevallen.".to_owned())),
    ];
    for (key, given) in answers {
        first.answers.insert(key, Answer::given(given, at));
    }
    let judged =
        Judgement { choice: Some("stervensfase".into()), recorded: Some(at), ..Judgement::default() };
    first.judgements.insert("stervensfase".into(), judged);
    stage.to("new").keys("<Enter>").to("known-group:1").keys("<Enter><Enter>");
    stage
}

/// The same with the patient on the agenda, on the patient's page.
fn at_patient() -> Stage {
    let mut stage = with_more(Stage::new(80, 24));
    stage.to(&format!("earlier:{}", id(13))).keys("<Enter>");
    stage.model.path.go(&Screen::Patient(patient()));
    stage
}

fn answer(stage: &Stage, key: &QuestionKey) -> Option<Answer> {
    stage.meeting().review(patient()).unwrap().answers.get(key).cloned()
}

#[test]
fn what_stood_is_confirmed_with_one_key_and_says_since_when() {
    let mut stage = at_patient();
    // In a low window what stood is one line, which opens.
    stage.model.size = crate::app::Size::new(80, 40);
    let before = stage.meeting().clone();
    assert!(stage.text().contains("Geldt nog: Groen (13 sep)"), "{}", stage.text());
    stage.to("still-holds:kort/kleur").keys("<Enter>");
    let confirmed = answer(&stage, &colour_question()).unwrap();
    assert!(confirmed.is_confirmed());
    assert_eq!(confirmed.given, Some(Given::Choice("groen".into())));
    assert_eq!(confirmed.recorded.at.date(), day(11, 22), "by whom and when it was confirmed");
    assert_eq!(confirmed.earlier.unwrap().recorded.at.date(), day(9, 13));
    assert!(stage.text().contains("staat sinds 13 sep, vandaag bevestigd"), "{}", stage.text());
    stage.keys("<C-z>");
    assert_eq!(*stage.meeting(), before);
}

#[test]
fn who_changes_what_stood_records_the_old_and_the_new() {
    let mut stage = at_patient();
    stage.to("answer:kort/kleur").keys("<Right><Right>");
    let changed = answer(&stage, &colour_question()).unwrap();
    assert_eq!(changed.earlier.unwrap().given, Some(Given::Choice("groen".into())));
    let place = key("kort", "buiten-kantooruren");
    stage.to("answer:kort/buiten-kantooruren").keys("Nieuw plan");
    let typed = answer(&stage, &place).unwrap();
    assert_eq!(typed.given, Some(Given::Text("Nieuw plan".to_owned())));
    let was = typed.earlier.unwrap().given;
    assert_eq!(was, Some(Given::Text("Huisartsenpost weet ervan.".to_owned())));
    stage.keys("<C-z><C-z><C-z>");
    assert_eq!(answer(&stage, &place), None);
    stage.keys("<C-y><C-y><C-y>");
    assert_eq!(answer(&stage, &place).unwrap().given, Some(Given::Text("Nieuw plan".to_owned())));
    for _ in 0..20 {
        stage.keys("<Backspace>");
    }
    assert_eq!(answer(&stage, &place), None, "emptied, it is not there");
    let own = key("kort", "wat-veranderd");
    stage.to("answer:kort/wat-veranderd").keys("Niets");
    assert_eq!(answer(&stage, &own).unwrap().earlier, None, "that belongs to its day");
}

/// What was chosen so today already is not confirmed beside it: nothing is recorded, no definition either, and nothing is said to be.
#[test]
fn what_was_chosen_so_today_is_not_recorded_again() {
    for (note, told) in
        [("", "Dit is al gekozen."), ("toch", "Dit is vandaag al zo gekozen, met een eigen toelichting.")]
    {
        let mut stage = at_patient();
        stage.model.size = crate::app::Size::new(80, 40);
        let given = Answer::given(Given::Choice("groen".into()), stamp(day(11, 22)));
        let record = std::sync::Arc::make_mut(&mut stage.model.open.as_mut().unwrap().record);
        let review = record.reviews.iter_mut().find(|review| review.patient == patient()).unwrap();
        review.answers.insert(colour_question(), Answer { note: note.to_owned(), ..given });
        let before = stage.meeting().clone();
        stage.to("still-holds:kort/kleur").keys("<Space>");
        assert_eq!(*stage.meeting(), before, "{note}");
        assert!(stage.text().contains(told), "{note}: {}", stage.text());
    }
}

#[test]
fn confirming_a_question_confirms_what_belongs_under_it() {
    let mut stage = at_patient();
    stage.to("walk:pzp-stand").keys("<Enter>");
    assert_eq!(stage.focus(), "", "{}", stage.text());
    stage.to("still-holds:pzp-stand/gesprek").keys("<Enter>");
    let held = answer(&stage, &key("pzp-stand", "gesprek-op")).unwrap();
    assert_eq!(held.given, Some(Given::Date("12-09-2026".to_owned())));
    stage.keys("<C-z>").to("no-longer:pzp-stand/gesprek").keys("<Enter>");
    let gone = answer(&stage, &key("pzp-stand", "gesprek")).unwrap();
    assert_eq!(gone.given, Some(Given::Not(NonAnswer::NoLonger)));
    assert_eq!(gone.earlier.unwrap().given, Some(Given::YesNo(true)), "and what it was");
}

#[test]
fn the_overview_says_what_stands_and_what_changed_and_never_that_nothing_of_nothing_changed() {
    let mut stage = at_patient();
    stage.keys("<F5>");
    let text = stage.text();
    assert!(text.contains("vandaag nog niets vastgelegd"), "{text}");
    assert!(text.contains("Staat van eerder") && text.contains("Groen (13 sep)"), "{text}");
    assert!(text.contains("Laatst gezegd") && text.contains("Gevallen. (13 sep)"), "{text}");
    stage.keys("<Esc>").to("answer:kort/kleur").keys("<Right><Right>").keys("<F5>");
    let text = stage.text();
    assert!(text.contains("1 antwoord veranderd") && text.contains("was Groen, 13 sep"), "{text}");
}

#[test]
fn a_judgement_that_stands_asks_to_be_judged_again_after_its_days() {
    let stage = at_patient();
    let text = stage.text().split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(text.contains("70 dagen oud: opnieuw beoordelen"), "{text}");
}

#[test]
fn a_known_group_gets_a_proposal_with_reasons_that_is_taken_over_with_one_key() {
    let mut stage = with_more(Stage::new(80, 24));
    let before = stage.meeting().clone();
    let text = stage.text();
    assert!(text.contains("Voorstel voor de agenda"), "{text}");
    assert!(text.contains("vorige keer uitgesteld"), "{text}");
    stage.to("proposal").keys("<Enter>");
    let labels: Vec<&str> = stage.meeting().reviews.iter().map(|review| review.label.as_str()).collect();
    assert_eq!(labels, ["Fictief S.", "Fictief D."], "who was put off, then who is dying; the rest stays");
    stage.keys("<C-z>");
    assert_eq!(*stage.meeting(), before, "one entry");
    stage.to("proposal-all").keys("<Enter>");
    assert_eq!(stage.meeting().reviews.len(), 3);
}

#[test]
fn who_is_proposed_stays_proposed_in_the_same_order_when_the_open_agreements_came_first() {
    let labels = |stage: &Stage| -> Vec<String> {
        stage.meeting().reviews.iter().map(|review| review.label.clone()).collect()
    };
    let mut stage = with_more(Stage::new(80, 24));
    stage.to("proposal-all").keys("<Enter>");
    let wanted = labels(&stage);
    stage.keys("<C-z>");
    // The agreements of the one who is discussed last of all come first in the meeting.
    stage.to("open-agreements").keys("<Enter>").to(&format!("agreement:{}", id(21))).keys("<Enter>");
    stage.to("due").keys("over 1 week<Down>");
    let dealt_with = labels(&stage);
    assert_eq!(dealt_with.len(), 1);
    stage.keys("<Esc><Esc>").to("proposal-all").keys("<Enter>");
    assert_eq!(labels(&stage), wanted, "of whom {dealt_with:?} was dealt with before");
    stage.keys("<C-z>");
    assert_eq!(labels(&stage), dealt_with);
}

#[test]
fn what_happens_between_meetings_is_recorded_and_stands_at_the_next() {
    let mut stage = Stage::new(80, 24);
    stage.earlier = earlier();
    let meetings_listed = stage.earlier.iter().map(MeetingSummary::of).collect();
    let listed = crate::app::Listed { meetings: meetings_listed, ..crate::app::Listed::default() };
    stage.send(Msg::Listed(Box::new(listed)));
    stage.to("between").keys("<Enter>");
    assert_eq!(stage.meeting().details.kind, MeetingKind::Between);
    stage.to("add-patient").keys("<Enter>").to(&format!("earlier:{}", id(13))).keys("<Enter>");
    assert_eq!((stage.model.screen(), stage.focus().as_str()), (&Screen::Patient(patient()), "question"));
    // A second Enter declares nobody dead; it is said on purpose, and told.
    stage.keys("<Enter>");
    assert!(!stage.meeting().review(patient()).unwrap().details.deceased);
    stage.to("deceased").keys("<Enter>");
    let told = stage.model.notice.as_ref().map(|notice| notice.text.clone()).unwrap_or_default();
    assert!(told.contains("Ctrl+Z"), "{told}");
    assert!(stage.meeting().review(patient()).unwrap().details.deceased);
    let mut between = stage.meeting().clone();
    between.id = MeetingId(id(77));
    stage.keys("<Esc>").to("close").keys("<Enter>");
    assert_eq!(*stage.model.screen(), Screen::Start);
    let mut next = Stage::new(80, 24);
    next.earlier = earlier();
    next.earlier.push(between);
    next.to("new").keys("<Enter>").to("known-group:1").keys("<Enter><Enter>");
    assert!(next.text().contains("overleden, nabespreken"), "{}", next.text());
}

#[test]
fn somebody_who_had_not_died_is_alive_again_also_for_a_meeting_made_ahead() {
    let mut stage = with_more(Stage::new(80, 24));
    stage.earlier[0].reviews[0].details.deceased = true;
    stage.ask_register();
    stage.to("add-patient").keys("<Enter>").to(&format!("earlier:{}", id(13))).keys("<Enter>");
    stage.model.path.go(&Screen::Profile(patient()));
    stage.to("deceased").keys("<Enter>").to("remove").keys("<Enter>");
    let details = stage.meeting().review(patient()).unwrap().details.clone();
    assert_eq!((details.deceased, details.alive), (false, true));
    let review = stage.meeting().review(patient()).unwrap().clone();
    assert!(!stage.model.is_deceased(&review));
    let mut ahead = stage.meeting().clone();
    ahead.review_mut(patient()).unwrap().details.alive = false;
    let ahead: Meeting = ahead;
    assert!(
        stage.model.is_deceased(ahead.review(patient()).unwrap()),
        "a record that says nothing of it takes nothing back"
    );
}

#[test]
fn two_patients_are_made_one_and_two_again() {
    let mut stage = at_patient();
    stage.model.path.go(&Screen::Profile(patient()));
    stage.to("same-as").keys("<Enter>").to(&format!("known:{}", id(11))).keys("<Enter>");
    let same = |stage: &Stage| stage.meeting().review(patient()).unwrap().details.same_as;
    // One question first, with both in sight; a second Enter goes back.
    let asked = stage.text();
    assert!(same(&stage).is_none() && asked.contains("Zijn dit één en dezelfde persoon?"), "{asked}");
    assert!(asked.contains("Fictief D. (1938)") && asked.contains("Fictief K."), "{asked}");
    assert!(asked.contains("zij heten anders"), "{asked}");
    stage.keys("<Enter>");
    assert_eq!((same(&stage), stage.model.screen()), (None, &Screen::SamePerson(patient())));
    stage.to(&format!("known:{}", id(11))).keys("<Enter>").to("same").keys("<Enter>");
    assert_eq!(same(&stage), Some(Identity::SameAs(PatientId(id(11)))));
    assert!(stage.text().contains("dezelfde persoon als Fictief K."), "{}", stage.text());
    // Taken back it is asked again, and made again it is answered.
    stage.keys("<C-z>");
    assert!(stage.text().contains("één en dezelfde persoon?"), "{}", stage.text());
    stage.keys("<C-y>");
    assert!(!stage.text().contains("één en dezelfde persoon?"), "{}", stage.text());
    assert!(stage.text().contains("dezelfde persoon als Fictief K."), "{}", stage.text());
    stage.to("own").keys("<Enter>");
    assert_eq!(same(&stage), None);
}

#[test]
fn two_that_are_one_are_taken_apart_from_a_later_meeting() {
    let mut stage = with_more(Stage::new(80, 24));
    let other = &mut stage.earlier[1].reviews[0];
    let label = other.label.clone();
    other.details.same_as = Some(Identity::SameAs(patient()));
    stage.ask_register();
    stage.to("add-patient").keys("<Enter>").to(&format!("earlier:{}", id(13))).keys("<Enter>");
    stage.model.path.go(&Screen::Profile(patient()));
    assert!(stage.text().contains(&label), "{label}: {}", stage.text());
    stage.to("same-as").keys("<Enter>");
    assert!(stage.text().contains(&format!("dezelfde persoon als {label}")), "{}", stage.text());
    stage.to(&format!("apart:{}", id(11))).keys("<Enter>");
    let apart = |stage: &Stage| stage.meeting().review(patient()).unwrap().details.apart_from.clone();
    assert_eq!(apart(&stage), [PatientId(id(11))]);
    assert!(stage.text().contains(&format!("toch niet dezelfde persoon als {label}")), "{}", stage.text());
    stage.keys("<C-z>");
    assert_eq!(apart(&stage), []);
    stage.to(&format!("apart:{}", id(11))).keys("<Enter>").to(&format!("apart:{}", id(11))).keys("<Enter>");
    assert_eq!(apart(&stage), [], "and taken back by the same row");
}

/// In the record in which two are taken apart nothing of the other is left, and it is there again by one Ctrl+Z.
#[test]
fn who_is_taken_apart_keeps_nothing_of_the_other_in_this_record() {
    let mut stage = with_more(Stage::new(80, 40));
    stage.earlier[0].reviews[0].details.same_as = Some(Identity::SameAs(PatientId(id(11))));
    stage.ask_register();
    stage.to("add-patient").keys("<Enter>").to(&format!("earlier:{}", id(11))).keys("<Enter>");
    let other = PatientId(id(11));
    let held = |stage: &Stage| {
        let review = stage.meeting().review(other).unwrap();
        (review.label.clone(), review.born.clone(), review.agreements.len())
    };
    assert_eq!(held(&stage), ("Fictief D.".to_owned(), "1938".to_owned(), 2));
    stage.model.path.go(&Screen::Profile(other));
    stage.to("same-as").keys("<Enter>").to(&format!("apart:{}", id(13))).keys("<Enter>");
    assert_eq!(held(&stage), ("Fictief K.".to_owned(), String::new(), 0));
    stage.keys("<C-z>");
    assert_eq!(held(&stage).2, 2);
    assert!(stage.text().contains("Ongedaan gemaakt"), "{}", stage.text());
}

#[test]
fn the_register_shows_everybody_and_leads_to_a_course_whose_entries_open_their_meeting() {
    let mut stage = Stage::new(80, 24);
    let meetings = earlier();
    let meetings_listed = meetings.iter().map(MeetingSummary::of).collect();
    let listed = crate::app::Listed { meetings: meetings_listed, ..crate::app::Listed::default() };
    stage.earlier = meetings;
    stage.send(Msg::Listed(Box::new(listed)));
    stage.to("register").keys("<Enter>");
    let text = stage.text();
    assert!(text.contains("Fictief D. (1938)") && text.contains("◇ groen"), "{text}");
    assert!(text.contains("4 patiënten"), "{text}");
    stage.to("filter").keys("<Right>");
    assert!(stage.text().contains("Niemand."), "nobody was marked: {}", stage.text());
    stage.keys("<Left>").to(&format!("patient:{}", id(13))).keys("<Enter>");
    assert_eq!(*stage.model.screen(), Screen::Course(patient()));
    let text = stage.text();
    assert!(text.contains("Kleur: ◇ Groen (13 sep)"), "{text}");
    assert!(text.contains("gesprek met dochter"), "{text}");
    let entry = format!("entry:{}", stage.earlier[0].id);
    stage.to(&entry).keys("<Enter>");
    let opened = crate::app::Opened::new(stage.earlier[0].clone(), Vec::new());
    stage.send(Msg::Opened(Box::new(opened)));
    assert_eq!(*stage.model.screen(), Screen::Patient(patient()), "at the discussion itself");
    stage.keys("<Esc>");
    assert_eq!(*stage.model.screen(), Screen::Meeting);
}

#[test]
fn a_viewpoint_of_another_day_sees_what_stood_then() {
    let stage = with_more(Stage::new(80, 24));
    let date = NaiveDate::from_ymd_opt(2026, 8, 1).unwrap();
    let viewpoint = crate::meeting::Viewpoint {
        date,
        patients: vec![patient()],
        ..crate::meeting::Viewpoint::whole(date)
    };
    let register = crate::meeting::Register::of(&viewpoint, &stage.earlier);
    assert_eq!(register.standing.get(&patient()), None);
}

/// What was agreed about somebody who is not on the agenda stays in sight, on the agenda and at the end.
#[test]
fn agreements_of_who_is_not_on_the_agenda_stay_in_sight() {
    let mut stage = super::register::at_agenda();
    let (all, _) = stage.model.register().unwrap().agreements_elsewhere(stage.meeting());
    assert!(all > 0);
    let dutch = crate::words::Language::Dutch;
    for (screen, sentence) in [
        (Screen::Meeting, dutch.open_agreements_title()),
        (Screen::Ending, dutch.open_agreements_of_earlier()),
    ] {
        stage.model.path.go(&screen);
        assert!(stage.text().contains(sentence), "{}", stage.text());
        assert!(!stage.text().contains(&crate::words::Language::Dutch.ending_complete(0)));
    }
    stage.to("open-agreements").keys("<Enter>");
    assert_eq!(stage.model.screen(), &Screen::OpenAgreements);
    let before = stage.meeting().clone();
    let rows: Vec<_> = stage.layout().rows.iter().map(|row| row.id.as_str().to_owned()).collect();
    let first = rows.iter().find(|id| id.starts_with("agreement:")).unwrap().clone();
    stage.to(&first).keys("<Enter>");
    let Screen::Agreement(patient, _) = *stage.model.screen() else { panic!("{:?}", stage.model.screen()) };
    stage.to("done").keys("<Enter>").to("outcome").keys("de dochter komt vrijdag<Esc>");
    assert_eq!(*stage.model.screen(), Screen::OpenAgreements);
    let review = stage.meeting().review(patient).unwrap().clone();
    assert!(review.is_aside() && !review.was_discussed(), "no more than the agreement was dealt with");
    let ended: Vec<_> = review.agreements.iter().filter(|agreement| agreement.ended.is_some()).collect();
    assert_eq!(ended.len(), 1);
    assert_eq!(ended[0].outcome, "de dochter komt vrijdag");
    assert_eq!(stage.meeting().on_agenda(), 0);
    for _ in 0..8 {
        stage.keys("<C-z>");
        if *stage.meeting() == before {
            return;
        }
    }
    panic!("not undone: {:?}", stage.meeting());
}

#[test]
fn everything_that_stood_is_confirmed_one_by_one_and_nothing_is_taken_away() {
    let mut stage = at_patient();
    let page = stage.model.page();
    let rows = page.rows().map(|row| row.id.as_str().to_owned());
    let stood: Vec<String> = rows.filter(|id| id.starts_with("still-holds:")).collect();
    let count = stood.len();
    for row in stood {
        stage.to(&row).keys("<Enter>");
    }
    let review = stage.meeting().review(patient()).unwrap();
    assert!(review.answers.len() >= count && review.answers.values().all(Answer::is_confirmed), "{review:?}");
}

#[test]
fn a_scenario_that_stood_and_is_taken_out_stands_no_longer() {
    let mut stage = Stage::new(80, 24);
    stage.earlier = earlier();
    let scenarios = key("kort", "scenarios");
    let first = &mut stage.earlier[0].reviews[0];
    first.repeats.insert(scenarios, vec![1, 2]);
    for number in [1, 2] {
        let key = QuestionKey::repeated(&"kort".into(), &"scenario".into(), &[number]);
        first
            .answers
            .insert(key, Answer::given(Given::Text(format!("scenario {number}")), stamp(day(9, 13))));
    }
    stage.to("new").keys("<Enter>").to("known-group:1").keys("<Enter><Enter>");
    stage.to(&format!("earlier:{}", id(13))).keys("<Enter>");
    stage.model.path.go(&Screen::Patient(patient()));
    assert!(stage.text().contains("scenario 2"), "{}", stage.text());
    let before = stage.meeting().clone();
    let row = |stage: &Stage| -> String {
        let page = stage.model.page();
        let rows = page.rows().filter(|row| row.label.contains("2 weghalen"));
        rows.map(|row| row.id.as_str().to_owned()).next().expect("a row to take it out")
    };
    stage.to("answer:kort/scenario@2");
    let row = row(&stage);
    stage.to(&row).keys("<Enter>");
    let gone = answer(&stage, &QuestionKey::repeated(&"kort".into(), &"scenario".into(), &[2])).unwrap();
    assert_eq!(gone.given, Some(Given::Not(NonAnswer::NoLonger)));
    stage.keys("<F5>");
    assert!(!stage.text().contains("scenario 2 "), "{}", stage.text());
    stage.keys("<Esc><C-z>");
    assert_eq!(*stage.meeting(), before);
}

#[test]
fn ticking_one_more_keeps_what_was_ticked_and_stands() {
    let mut stage = with_more(Stage::new(80, 24));
    let places = key("pzp-stand", "overgedragen");
    let given = Given::Choices(["huisartsenpost".into()].into());
    stage.earlier[0].reviews[0].answers.insert(places.clone(), Answer::given(given, stamp(day(9, 13))));
    stage.ask_register();
    stage.to(&format!("earlier:{}", id(13))).keys("<Enter>");
    let page = StepPage::Group("overdracht".into());
    let step = Screen::Step { patient: patient(), checklist: "pzp-stand".into(), page };
    stage.model.path.go(&Screen::Patient(patient()));
    stage.model.path.open(step);
    stage.to("option:pzp-stand/overgedragen=thuiszorg").keys("<Enter>");
    let both = Given::Choices(["huisartsenpost".into(), "thuiszorg".into()].into());
    assert_eq!(answer(&stage, &places).unwrap().given, Some(both));
}

#[test]
fn a_new_date_takes_the_place_of_the_one_that_stands() {
    let mut stage = at_agenda();
    stage.earlier[0].reviews[0].agreements[0].due = "20-09-2026".to_owned();
    stage.ask_register();
    stage.to("open-agreements").keys("<Enter>").to(&format!("agreement:{}", id(21))).keys("<Enter>");
    stage.to("due").keys("over 1 week<Down>");
    let Screen::Agreement(patient, _) = *stage.model.screen() else { panic!("{:?}", stage.model.screen()) };
    let review = stage.meeting().review(patient).unwrap();
    assert_eq!(review.agreements[0].due, "29-11-2026");
}

#[test]
fn who_is_proposed_between_meetings_comes_on_the_next_agenda_with_the_question() {
    let mut stage = Stage::new(80, 24);
    stage.earlier = earlier();
    let mut between = Meeting::new(MeetingId(id(77)), MeetingKind::Between, day(10, 20));
    between.details.group = "PaTz Noord".to_owned();
    let mut review = crate::meeting::Review::new(PatientId(id(55)));
    review.label = "Fictief N.".to_owned();
    review.question = "Mag de sonde stoppen?".to_owned();
    between.reviews.push(review.into());
    stage.earlier.push(between);
    stage.to("new").keys("<Enter>").to("known-group:1").keys("<Enter><Enter>");
    assert!(stage.text().contains("nieuw voorgesteld"), "{}", stage.text());
    stage.to("proposal").keys("<Enter>");
    let review = stage.meeting().review(PatientId(id(55))).unwrap();
    assert_eq!(review.question, "Mag de sonde stoppen?");
}
