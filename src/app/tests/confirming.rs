//! What stands from an earlier meeting is looked at without a new one being made of it, and one Enter says one thing.

use super::Stage;
use super::register::{day, id, stamp};
use super::standing::{patient, with_more};
use crate::app::{Msg, Screen, Size, StepPage};
use crate::meeting::{Answer, Given, Judgement, Meeting, ParticipantId, QuestionKey, Role};

/// At the judgement of September on the dying phase, with its reason, those involved and dissent.
fn at_judgement() -> Stage {
    let mut stage = with_more(Stage::new(80, 40));
    let judged = Judgement {
        choice: Some("stervensfase".into()),
        recorded: Some(stamp(day(9, 13))),
        reason: "Drinkt niet meer.".to_owned(),
        dissent: "Misschien een infectie.".to_owned(),
        involved: vec![ParticipantId(id(71))],
        ..Judgement::default()
    };
    let sign = QuestionKey::new(&"stervensfase".into(), &"andere-aanwijzing".into());
    let review = &mut stage.earlier[0].reviews[0];
    review.judgements.insert("stervensfase".into(), judged);
    review.answers.insert(sign, Answer::given(Given::Text("Slaapt veel.".to_owned()), stamp(day(9, 13))));
    stage.ask_register();
    stage.to(&format!("earlier:{}", id(13))).keys("<Enter>");
    stage.model.path.go(&Screen::Patient(patient()));
    let page = StepPage::Judgement;
    stage.model.path.open(Screen::Step { patient: patient(), checklist: "stervensfase".into(), page });
    stage
}

fn judged(meeting: &Meeting) -> Option<Judgement> {
    meeting.review(patient()).unwrap().judgements.get("stervensfase").cloned()
}

#[test]
fn looking_at_a_judgement_that_stands_shows_all_of_it_and_judges_nothing() {
    let mut stage = at_judgement();
    let before = stage.meeting().clone();
    let text = stage.text();
    for said in
        ["Reden: Drinkt niet meer.", "Betrokken: M. Vos", "Afwijkende mening: Misschien een infectie."]
    {
        assert!(text.contains(said), "{said}: {text}");
    }
    assert_eq!(stage.focus(), "judge:stervensfase");
    stage.keys("<Enter><Enter>");
    assert_eq!(*stage.meeting(), before);
    assert!(stage.text().contains("staat al"), "{}", stage.text());
    assert!(stage.text().contains("dat nog staat"), "{}", stage.text());
}

#[test]
fn judging_again_is_a_row_of_its_own_and_leaves_the_old_one_in_sight() {
    let mut stage = at_judgement();
    let before = stage.meeting().clone();
    let discussed = |stage: &Stage| stage.text().contains("Besproken op 13 sep");
    assert!(discussed(&stage), "{}", stage.text());
    stage.to("judge-again").keys("<Enter>");
    assert_eq!(stage.focus(), "reason");
    assert!(discussed(&stage), "until something is discussed anew: {}", stage.text());
    stage.keys("Ademt anders.");
    let now = judged(stage.meeting()).unwrap();
    assert_eq!((now.reason.as_str(), now.recorded.unwrap().at.date()), ("Ademt anders.", day(11, 22)));
    let text = stage.text();
    assert!(
        text.contains("Hiervoor, zondag 13 september 2026") && text.contains("Drinkt niet meer."),
        "{text}"
    );
    stage.keys("<C-z><C-z><C-z>");
    assert_eq!(*stage.meeting(), before);
    stage.to("judge:niet").keys("<Enter>");
    assert_eq!(
        judged(stage.meeting()).unwrap().choice,
        Some("niet".into()),
        "another choice is one of today"
    );
    assert!(stage.text().contains("Hiervoor"), "{}", stage.text());
}

#[test]
fn a_withdrawal_that_is_taken_back_is_not_called_a_judgement_wiped() {
    let mut stage = at_judgement();
    stage.to("withdraw").keys("<Enter>nieuwe kijk").to("not-withdrawn").keys("<Enter>");
    assert_eq!(judged(stage.meeting()), None);
    assert!(stage.text().contains("Intrekking teruggenomen: het oordeel staat weer."), "{}", stage.text());
}

#[test]
fn a_judgement_stands_once_on_the_page_of_the_patient() {
    let mut stage = at_judgement();
    stage.model.path.go(&Screen::Patient(patient()));
    let page = stage.model.page();
    let rows: Vec<_> = page.rows().filter(|row| row.label.starts_with("Stervensfase")).collect();
    let labels: Vec<&str> = rows.iter().map(|row| row.label.as_str()).collect();
    assert_eq!(labels, ["Stervensfase: oordeel", "Stervensfase"]);
    assert!(rows[0].value.contains("13 sep"), "{rows:?}");
    assert_eq!(rows[1].value, "staat hierboven");
}

/// What was told of the patient who was finished is gone where Enter, pressed anew, opens the next one: it would be read as of that one.
#[test]
fn what_was_told_of_one_patient_is_not_read_on_the_page_of_the_next() {
    let mut stage = super::register::at_agenda();
    for bits in [13, 12] {
        stage.to("add-patient").keys("<Enter>").to(&format!("earlier:{}", id(bits))).keys("<Enter>");
        stage.model.path.go(&Screen::Meeting);
    }
    stage.model.path.open(Screen::Patient(patient()));
    stage.keys("<F6>").to("confirmed").keys("<Enter>");
    assert_eq!(*stage.model.screen(), Screen::Meeting);
    assert!(stage.text().contains("Deze patiënt is afgerond."), "{}", stage.text());
    stage.wait(3000);
    stage.keys("<Enter>");
    assert_eq!(*stage.model.screen(), Screen::Patient(crate::meeting::PatientId(id(12))));
    assert!(!stage.text().contains("is afgerond"), "{}", stage.text());
}

/// A key that is held says once that it still holds, and nothing else in its place.
#[test]
fn that_it_still_holds_stays_told_while_the_key_is_held() {
    for key in ["<Enter>", "<Space>"] {
        let mut stage = with_more(Stage::new(80, 24));
        stage.to(&format!("earlier:{}", id(13))).keys("<Enter>");
        stage.model.path.go(&Screen::Patient(patient()));
        stage.to("still-holds:kort/buiten-kantooruren").keys(&key.repeat(7));
        let review = stage.meeting().review(patient()).unwrap();
        assert_eq!(review.answers.values().filter(|answer| answer.is_confirmed()).count(), 1, "{key}");
        assert!(stage.text().contains("Vastgelegd: Geldt nog."), "{key}: {}", stage.text());
    }
}

#[test]
fn the_enter_after_still_holds_confirms_nothing_else() {
    let mut stage = with_more(Stage::new(80, 24));
    stage.to(&format!("earlier:{}", id(13))).keys("<Enter>");
    stage.model.path.go(&Screen::Patient(patient()));
    stage.to("still-holds:kort/buiten-kantooruren").keys("<Enter>");
    let once = stage.meeting().clone();
    let confirmed =
        once.review(patient()).unwrap().answers.values().filter(|answer| answer.is_confirmed()).count();
    assert_eq!(confirmed, 1);
    assert_eq!(stage.focus(), "still-holds:kort/buiten-kantooruren");
    assert!(stage.text().contains("● Geldt nog"), "{}", stage.text());
    stage.wait(1000);
    stage.keys("<Enter><Enter>");
    assert_eq!(*stage.meeting(), once);
    assert!(stage.text().contains("al bevestigd"), "{}", stage.text());
    stage.to("no-longer:kort/kleur").keys("<Enter>");
    let gone = stage.meeting().clone();
    stage.keys("<Enter>");
    assert_eq!((stage.meeting(), stage.focus().as_str()), (&gone, "no-longer:kort/kleur"));
}

#[test]
fn one_person_may_be_chair_and_recorder_and_a_role_that_moves_is_said() {
    let mut stage = super::tour::midway(crate::words::Language::Dutch, 80, 24);
    let (first, second) = (stage.meeting().participants[0].id, stage.meeting().participants[1].id);
    stage.model.path.go(&Screen::Participant(first));
    stage.to("role:chair").keys("<Enter>");
    let roles = |stage: &Stage, who| stage.meeting().participant(who).unwrap().roles.clone();
    assert_eq!(roles(&stage, first), [Role::Chair, Role::Recorder].into());
    assert_eq!(roles(&stage, second), [].into());
    assert!(stage.text().contains("De rol voorzitter was van A. de Wit"), "{}", stage.text());
    stage.keys("<C-z>");
    assert_eq!(roles(&stage, second), [Role::Chair].into());
}

/// Nobody is done with by going on with Enter, and who turns out to have died is to be looked back on.
#[test]
fn a_discussion_ends_on_purpose_and_who_died_is_discussed_again() {
    let mut stage = with_more(Stage::new(80, 40));
    stage.to(&format!("earlier:{}", id(13))).keys("<Enter>");
    stage.model.path.go(&Screen::Patient(patient()));
    stage.to("next-review").keys("<Enter><Enter>");
    let finished = |stage: &Stage| stage.meeting().review(patient()).unwrap().details.finished;
    assert_eq!(finished(&stage), None);
    stage.model.path.go(&Screen::Patient(patient()));
    stage.to("finish").keys("<Enter>");
    if finished(&stage).is_none() {
        stage.to("confirmed").keys("<Enter>");
    }
    assert!(finished(&stage).is_some(), "{}", stage.text());
    stage.model.path.go(&Screen::Patient(patient()));
    stage.to("profile").keys("<Enter>");
    stage.to("deceased").keys("<Enter>");
    assert_eq!(finished(&stage), None);
    stage.keys("<C-z>");
    assert!(finished(&stage).is_some());
}

/// A limit of treatment of an earlier meeting is no plain limit where nobody noted with whom it was discussed.
#[test]
fn a_limit_of_an_earlier_meeting_says_what_it_lacks() {
    let limit = QuestionKey::new(&"pzp".into(), &"reanimatie".into());
    let told = |noted: &[(&str, Given)]| {
        let mut stage = with_more(Stage::new(80, 60));
        let at = stamp(day(9, 13));
        let review = &mut stage.earlier[0].reviews[0];
        review.answers.insert(limit.clone(), Answer::given(Given::Choice("niet".into()), at));
        for (item, given) in noted {
            let key = QuestionKey::new(&"pzp".into(), &(*item).into());
            review.answers.insert(key, Answer::given(given.clone(), at));
        }
        stage.ask_register();
        stage.to(&format!("earlier:{}", id(13))).keys("<Enter>");
        stage.model.path.go(&Screen::Patient(patient()));
        stage.keys("<F5>");
        stage.text().split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let bare = told(&[]);
    assert!(bare.contains("ONVOLLEDIG: niet genoteerd door wie"), "{bare}");
}

#[test]
fn a_judgement_that_is_old_on_the_day_of_a_meeting_made_ahead_is_asked_again_in_every_window() {
    let mut stage = at_judgement();
    // The agenda is looked at on the day after it was judged, and is of two months later.
    stage.now = day(9, 14).and_hms_opt(14, 0, 0).unwrap();
    stage.model.path.go(&Screen::Meeting);
    let mut told = 0;
    for width in 60..=130 {
        stage.send(Msg::Resized(Size::new(width, 40)));
        let text = stage.text();
        for line in text.lines().filter(|line| line.contains("Fictief D.") && line.contains("stervensfase")) {
            assert!(line.contains("stervensfase?"), "{width}\n{text}");
            told += 1;
        }
    }
    assert!(told > 0, "{}", stage.text());
}
