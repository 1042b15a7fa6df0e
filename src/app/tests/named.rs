//! What leaves by itself, and that what is undone is called by its name.

use super::flows::{at_patient, at_question};
use super::tour::midway;
use super::{Stage, register, standing};
use crate::app::{Effect, Msg, Opened, Screen, StepPage};
use crate::checklist::Localized;
use crate::meeting::{Answer, Given, OldQuestion, QuestionKey, terms};
use crate::text::Command;
use crate::words::Language;

#[test]
fn who_was_added_and_of_whom_nothing_was_said_leaves_by_any_way() {
    for keys in [
        "<Esc>",
        "<C-q><C-q>",
        "<F5><C-q><C-q>",
        "<F5><Esc><Esc>",
        "<F2><Esc><Esc>",
        "<F1><Esc><Esc>",
        "<F1><C-q><C-q>",
    ] {
        let mut stage = midway(Language::Dutch, 80, 24);
        stage.model.path.go(&Screen::Meeting);
        let before = stage.meeting().clone();
        stage.to("add-patient").keys("<Enter>").keys(keys);
        assert_eq!(*stage.meeting(), before, "{keys}");
    }
    // Who goes on to the discussion finds it, and may still say nothing.
    let mut stage = midway(Language::Dutch, 80, 24);
    stage.model.path.go(&Screen::Meeting);
    let before = stage.meeting().clone();
    stage.to("add-patient").keys("<Enter>").to("discuss").keys("<Enter>");
    assert!(stage.text().contains("Aantekeningen"), "{}", stage.text());
    let added = stage.meeting().reviews.last().unwrap().patient;
    stage.to("profile").keys("<Enter><Esc>");
    assert_eq!(*stage.model.screen(), Screen::Patient(added));
    stage.keys("<Esc>");
    assert_eq!(*stage.meeting(), before);
    assert_eq!(*stage.model.screen(), Screen::Meeting);
    // A word is something.
    stage
        .to("add-patient")
        .keys("<Enter>")
        .to("discuss")
        .keys("<Enter>")
        .to("question")
        .keys("Wat nu?<Esc><C-q>");
    assert_eq!(stage.meeting().reviews.last().unwrap().question, "Wat nu?");
}

#[test]
fn undo_and_redo_call_what_they_did_by_its_name() {
    let undone = |stage: &mut Stage, keys: &str| {
        stage.keys(keys);
        stage.model.notice.as_ref().expect("something is said").text.clone()
    };
    let mut stage = at_patient();
    let label = terms::patient(Language::Dutch, &stage.meeting().reviews[0]);
    let agreement = stage.meeting().reviews[0].agreements[0].clone();
    stage.to(&format!("agreement:{}", agreement.id)).keys("<Enter>").to("done").keys("<Enter>");
    stage.keys("<Esc>");
    assert!(stage.text().contains("gedaan op 22 nov"), "{}", stage.text());
    stage.keys("<F5>");
    assert!(stage.text().contains("gedaan op 22 nov"), "{}", stage.text());
    stage.keys("<Esc>");
    let named = format!("de afspraak \"{}\" van {label}", agreement.what);
    assert!(undone(&mut stage, "<C-z>").starts_with(&format!("Ongedaan gemaakt: {named} (gedaan).")));
    assert!(undone(&mut stage, "<C-y>").starts_with(&format!("Opnieuw gedaan: {named} (gedaan).")));
    let mut stage = at_question("surprise-question");
    stage.to("option:markering/surprise-question=ja").keys("<Enter>");
    let said = undone(&mut stage, "<C-z>");
    assert!(said.contains("het antwoord bij \"") && said.contains(&format!("van {label}")), "{said}");
    let mut stage = at_question("surprise-question");
    stage.to("note:markering/surprise-question").keys("Twijfel.");
    let said = undone(&mut stage, "<C-z>");
    assert!(said.contains("toelichting bij het antwoord bij \""), "{said}");
    let mut stage = at_patient();
    let patient = stage.meeting().reviews[0].patient;
    let judging = Screen::Step { patient, checklist: "markering".into(), page: StepPage::Judgement };
    stage.model.path.open(judging);
    stage.to("reason").keys("<C-End> Val.");
    // The judgement is still there: what goes is the reason.
    let said = undone(&mut stage, "<C-z>");
    assert!(said.contains("reden bij het oordeel \"") && said.contains("\"Val.\" is weg"), "{said}");
    let mut stage = at_patient();
    stage.to("notes").keys("<C-End> Belt");
    assert!(undone(&mut stage, "<C-z>").contains(&format!("aantekeningen van {label}, \"Belt\" is weg")));
    stage.model.path.go(&Screen::Meeting);
    stage.to("add-patient").keys("<Enter>Mw. Nieuw<Esc>");
    stage.keys("<C-z>");
    let said = undone(&mut stage, "<C-z><C-z>");
    assert!(said.contains("op de agenda") || said.contains("aanduiding"), "{said}");
}

#[test]
fn a_value_of_a_question_that_no_list_has_any_more_keeps_its_label() {
    let mut stage = standing::with_more(Stage::new(80, 24));
    let gone = QuestionKey::new(&"kort".into(), &"slaap".into());
    let unknown = QuestionKey::new(&"kort".into(), &"waak".into());
    let at = register::stamp(register::day(9, 13));
    for key in [&gone, &unknown] {
        let answer = Answer::given(Given::Choice("onrustig".into()), at);
        stage.earlier[0].reviews[0].answers.insert(key.clone(), answer);
    }
    stage.to(&format!("earlier:{}", register::id(13))).keys("<Enter>");
    stage.model.path.go(&Screen::Overview(standing::patient()));
    // Of one the definition of then is at hand, of the other it is lost.
    let mut known = (**stage.model.open.as_ref().unwrap().register.as_ref().unwrap()).clone();
    let words = |nl: &str| Localized { nl: nl.to_owned(), en: None };
    let old = OldQuestion {
        label: words("Slaap"),
        options: [("onrustig".into(), words("Ligt uren wakker"))].into(),
        stands: true,
        needs_conversation: false,
    };
    known.standing.get_mut(&standing::patient()).unwrap().old.insert(gone, old);
    stage.send(Msg::Register(known.into()));
    let said = (0..40).fold(String::new(), |said, _| {
        stage.keys("<Down>");
        format!("{said}{}", stage.text())
    });
    assert!(said.contains("Slaap (vraag uit een eerdere lijst): Ligt uren wakker (13 sep)"), "{said}");
    assert!(said.contains("Kort bespreken (vraag uit een eerdere lijst): onrustig (13 sep)"), "{said}");
}

#[test]
fn a_record_between_meetings_that_is_opened_again_speaks_of_no_meeting() {
    let mut stage = standing::with_more(Stage::new(80, 24));
    stage.model.path.go(&Screen::Start);
    stage.to("between").keys("<Enter>");
    stage.to("add-patient").keys("<Enter>").to(&format!("earlier:{}", register::id(13))).keys("<Enter>");
    stage.to("deceased").keys("<Enter>").keys("<Esc>").to("close").keys("<Enter>");
    let closed = stage.earlier.len();
    let record = stage.effects.iter().rev().find_map(|effect| match effect {
        Effect::SaveMeeting(save) => Some((*save.meeting).clone()),
        _ => None,
    });
    let record = record.unwrap();
    assert!(record.details.closed.is_some() && closed > 0);
    stage.send(Msg::Opened(Box::new(Opened::new(record, Vec::new()))));
    stage.model.path.go(&Screen::Meeting);
    let mut said = stage.text();
    stage.to("reopening").keys("<Enter>");
    said.push_str(&stage.text());
    stage.to("reopen").keys("<Enter>");
    said.push_str(&stage.text());
    assert_eq!(stage.focus(), "reason");
    stage.keys("Verkeerde dag.").to("to-agenda").keys("<Enter>");
    said.push_str(&stage.text());
    assert!(said.contains("Weer geopend") && said.contains("Verkeerde dag."), "{said}");
    assert!(stage.model.may_change() && stage.meeting().amendments.len() == 1);
    for word in ["bijeenkomst heropenen", "de bijeenkomst", "besproken", "agenda"] {
        assert!(!said.to_lowercase().contains(word), "{word}: {said}");
    }
}

/// Who is discussed is told above every page, however long the label is that came in from elsewhere; which of all it is where there is
/// room for that beside the group.
#[test]
fn a_long_label_does_not_push_itself_out_of_the_window() {
    for (width, height) in [(60, 18), (80, 24), (120, 40)] {
        let mut stage = midway(Language::Dutch, width, height);
        let patient = stage.meeting().reviews[0].patient;
        let open = stage.model.open.as_mut().unwrap();
        std::sync::Arc::make_mut(&mut open.record).reviews[0].label = "Fictief Langenaam ".repeat(280);
        for screen in [Screen::Patient(patient), Screen::Notes(patient), Screen::Profile(patient)] {
            stage.model.path.go(&Screen::Meeting);
            stage.model.path.open(screen);
            let text = stage.text();
            let top = text.lines().next().unwrap_or_default();
            let has_place = width == 60 || top.contains("1 van 2");
            assert!(top.contains("Fictief Lang") && has_place, "{top}");
        }
    }
}

/// A name is bounded wherever one is typed or pasted, with a sentence; what stood stays, and lists and papers keep their room.
#[test]
fn a_name_of_five_thousand_signs_is_no_name() {
    let midway = || midway(Language::Dutch, 80, 24);
    let (patient, participant) =
        (midway().meeting().reviews[0].patient, midway().meeting().participants[0].id);
    let agreement = midway().meeting().reviews[0].agreements[1].id;
    for (screen, row, opens) in [
        (Screen::Profile(patient), "label", true),
        (Screen::Profile(patient), "born", true),
        (Screen::Participant(participant), "name", true),
        (Screen::MeetingDetails, "group", true),
        (Screen::Agreement(patient, agreement), "outside", false),
    ] {
        let mut stage = midway();
        stage.model.path.go(&screen);
        stage.to(row);
        if opens {
            stage.keys("<Enter>");
        }
        stage.send(Msg::Type(Command::InsertText("Langenaam ".repeat(500).into())));
        let text = |stage: &Stage| {
            let field = stage.model.focused().unwrap().as_field().unwrap().place.clone();
            field.text(stage.meeting()).unwrap().to_owned()
        };
        assert!((100..=120).contains(&text(&stage).chars().count()), "{row}: {}", text(&stage));
        assert!(stage.text().contains("Dit veld is vol"), "{row}\n{}", stage.text());
        let full = text(&stage);
        stage.keys("<End>xyz");
        assert!(text(&stage).chars().count() <= 120, "{row}");
        assert!(text(&stage).starts_with(&full), "{row}");
        stage.keys("<Backspace>");
        assert!(text(&stage).chars().count() < 120, "{row}");
    }
}
