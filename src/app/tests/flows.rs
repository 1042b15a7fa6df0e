//! What a nurse does, key by key, and what stands in the record afterwards.

use chrono::NaiveDate;

use super::tour::midway;
use super::{Stage, stage::afternoon};
use crate::app::{Effect, Ending, Msg, Screen};
use crate::checklist::{Localized, Name};
use crate::meeting::{
    Given, MeetingKind, NonAnswer, Owner, PatientInformed, QuestionKey, Role, Stamp, typed,
};
use crate::words::Language;

fn question(item: &str) -> QuestionKey {
    QuestionKey::new(&"markering".into(), &item.into())
}

/// A stage on the patient page of the first patient.
pub fn at_patient() -> Stage {
    let mut stage = midway(Language::Dutch, 80, 24);
    let patient = stage.meeting().reviews[0].patient;
    stage.model.path.go(&Screen::Patient(patient));
    stage
}

/// A stage on the page of a question about that patient.
pub fn at_question(item: &str) -> Stage {
    let mut stage = at_patient();
    stage.to("walk:markering").keys("<Enter>");
    for _ in 0..10 {
        stage.keys("<S-Tab>");
    }
    for _ in 0..10 {
        if stage.layout().rows.iter().any(|row| row.id.as_str().contains(&format!("markering/{item}"))) {
            return stage;
        }
        stage.keys("<Tab>");
    }
    panic!("no question {item} on the way:\n{}", stage.text());
}

#[test]
fn a_meeting_is_recorded_from_the_first_screen_on() {
    let stage = midway(Language::Dutch, 80, 24);
    let meeting = stage.meeting();
    assert_eq!(meeting.details.group, "PaTz Noord");
    assert_eq!(meeting.details.kind, MeetingKind::Patz);
    assert_eq!(meeting.details.date, NaiveDate::from_ymd_opt(2026, 11, 22).unwrap());
    assert_eq!(meeting.details.planned, "90");
    let recorder = meeting.with_role(Role::Recorder).unwrap();
    let chair = meeting.with_role(Role::Chair).unwrap();
    assert_eq!((recorder.name.as_str(), chair.name.as_str()), ("M. Vos", "A. de Wit"));
    let review = &meeting.reviews[0];
    assert_eq!((review.label.as_str(), review.born.as_str()), ("Fictief J.", "1941"));
    assert_eq!(review.details.brought_by, Some(chair.id));
    assert_eq!(review.details.informed, Some(PatientInformed::Yes));
    let answer = &review.answers[&question("surprise-question")];
    assert_eq!(answer.answered_by, Some(chair.id));
    assert_eq!(answer.recorded, Stamp { by: Some(recorder.id), at: afternoon() });
    let judgement = &review.judgements[&Name::from("markering")];
    assert_eq!(judgement.indications, [Name::from("surprise-nee")]);
    assert_eq!(judgement.reason, "Gaat snel achteruit.");
    assert_eq!(review.agreements[0].owner, Some(Owner::Participant(recorder.id)));
    assert_eq!(review.agreements[1].owner, Some(Owner::Outside));
}

#[test]
fn the_definition_is_pinned_with_the_first_answer() {
    let stage = midway(Language::Dutch, 80, 24);
    let pinned = &stage.meeting().definitions;
    assert_eq!(pinned.iter().map(|one| one.id.as_str()).collect::<Vec<_>>(), ["markering"]);
    let saved = stage.effects.iter().rev().find_map(|effect| match effect {
        Effect::SaveMeeting(save) => Some(save),
        _ => None,
    });
    assert_eq!(saved.unwrap().definitions[0].hash.as_str(), pinned[0].hash);
}

#[test]
fn an_answer_goes_to_disk_at_once_and_typing_within_a_second() {
    let mut stage = at_question("surprise-question");
    stage.saves = false;
    stage.effects.clear();
    stage.to("option:markering/surprise-question=ja").keys("<Enter>");
    assert!(matches!(stage.effects.as_slice(), [Effect::SaveMeeting(_)]), "{:?}", stage.effects);
    stage.effects.clear();
    stage.to("note:markering/surprise-question").keys("x");
    assert_eq!(stage.effects, []);
    stage.wait(999);
    assert_eq!(stage.effects, []);
    stage.wait(1);
    let revision = stage.model.open.as_ref().unwrap().saving.revision;
    assert!(matches!(stage.effects.as_slice(), [Effect::SaveMeeting(save)] if save.revision == revision));
    stage.effects.clear();
    stage.keys("y<Up>");
    assert!(matches!(stage.effects.as_slice(), [Effect::SaveMeeting(_)]), "leaving a field saves");
}

#[test]
fn the_status_says_saved_only_while_that_is_true() {
    let mut stage = at_patient();
    assert!(stage.text().contains("opgeslagen 14:00"));
    stage.saves = false;
    stage.to("notes").keys("x");
    assert!(stage.text().contains("bezig met opslaan") && !stage.text().contains("opgeslagen 14"));
    stage.wait(1000);
    let revision = stage.model.open.as_ref().unwrap().saving.revision;
    let id = stage.meeting().id;
    stage.send(Msg::Saved(id, revision - 1));
    assert!(stage.text().contains("bezig met opslaan"), "an older revision is not the current one");
    stage.send(Msg::Saved(id, revision));
    assert!(stage.text().contains("opgeslagen 14:00"));
}

#[test]
fn a_save_that_fails_is_said_and_tried_again() {
    let mut stage = at_patient();
    stage.saves = false;
    stage.to("notes").keys("x");
    stage.wait(1000);
    let (id, revision) = (stage.meeting().id, stage.model.open.as_ref().unwrap().saving.revision);
    let why = Localized { nl: "De schijf is vol: /notitieboek. Maak ruimte vrij.".to_owned(), en: None };
    stage.send(Msg::SaveFailed(id, revision, Box::new(why)));
    assert!(
        stage.text().contains("NIET OPGESLAGEN") && stage.text().contains("De schijf is vol"),
        "{}",
        stage.text()
    );
    stage.effects.clear();
    stage.keys("y");
    stage.wait(4_000);
    assert_eq!(stage.effects, [], "not before its time");
    stage.wait(1_000);
    assert!(matches!(stage.effects.as_slice(), [Effect::SaveMeeting(save)] if save.revision == revision + 1));
    stage.send(Msg::Saved(id, revision + 1));
    assert!(stage.text().contains("opgeslagen 14:00") && !stage.text().contains("De schijf is vol"));
}

#[test]
fn leaving_waits_for_the_last_save() {
    let mut stage = at_patient();
    stage.saves = false;
    stage.to("notes").keys("x");
    stage.effects.clear();
    stage.keys("<C-q><C-q>");
    assert!(matches!(stage.effects.as_slice(), [Effect::SaveMeeting(_)]));
    let (id, revision) = (stage.meeting().id, stage.model.open.as_ref().unwrap().saving.revision);
    stage.send(Msg::Saved(id, revision));
    assert_eq!(stage.effects.last(), Some(&Effect::Quit));
}

#[test]
fn back_once_too_often_ends_nothing_while_a_meeting_is_open() {
    let mut stage = at_patient();
    stage.effects.clear();
    for _ in 0..20 {
        stage.keys("<Esc>");
    }
    assert!(!stage.effects.contains(&Effect::Quit) && stage.model.open.is_some());
    assert!(stage.text().contains("Enter op deze regel"), "{}", stage.text());
    stage.keys("<Enter>");
    assert_eq!(stage.effects.last(), Some(&Effect::Quit), "the way out is where the cursor stands");
}

#[test]
fn leaving_while_saving_fails_asks_first() {
    let mut stage = at_patient();
    stage.saves = false;
    stage.to("notes").keys("x<C-q><C-q>");
    let (id, revision) = (stage.meeting().id, stage.model.open.as_ref().unwrap().saving.revision);
    stage.send(Msg::SaveFailed(id, revision, Box::new(Localized::dutch("De schijf is vol."))));
    assert_eq!(*stage.model.screen(), Screen::NotSaved);
    assert_eq!(stage.model.ending, Ending::No);
    assert!(!stage.effects.contains(&Effect::Quit));
    stage.keys("<Down><Enter>");
    assert!(matches!(stage.model.screen(), Screen::Patient(_)), "back to the meeting");
    stage.keys("<C-q>").to("quit").keys("<Enter>");
    assert_eq!(stage.effects.last(), Some(&Effect::Quit));
}

#[test]
fn the_page_of_what_is_not_saved_says_so_when_it_is_saved_after_all() {
    let words = Language::Dutch;
    for from in ["again", "stay", "elsewhere", "quit"] {
        let mut stage = at_patient();
        stage.saves = false;
        stage.to("notes").keys("x<C-q><C-q>");
        let (id, revision) = (stage.meeting().id, stage.model.open.as_ref().unwrap().saving.revision);
        stage.send(Msg::SaveFailed(id, revision, Box::new(Localized::dutch("De schijf is vol."))));
        stage.to(from);
        assert!(stage.text().contains(words.not_saved_what()));
        stage.send(Msg::Saved(id, revision));
        let text = stage.text();
        assert!(text.contains(words.saved_meanwhile_what()), "{text}");
        assert!(!text.contains(words.not_saved_what()) && !text.contains("verloren"), "{text}");
        assert_eq!(*stage.model.screen(), Screen::NotSaved, "a key that was on its way ends nothing else");
        stage.to("stay").keys("<Enter>");
        assert!(matches!(stage.model.screen(), Screen::Patient(_)));
    }
}

#[test]
fn the_system_ends_the_program_without_asking() {
    let mut stage = at_patient();
    stage.saves = false;
    stage.to("notes").keys("x");
    stage.effects.clear();
    stage.send(Msg::Terminate);
    let (id, revision) = (stage.meeting().id, stage.model.open.as_ref().unwrap().saving.revision);
    assert!(matches!(stage.effects.as_slice(), [Effect::SaveMeeting(_)]));
    stage.send(Msg::SaveFailed(id, revision, Box::new(Localized::dutch("De schijf is vol."))));
    assert_eq!(stage.effects.last(), Some(&Effect::Quit));
}

#[test]
fn undo_goes_to_the_place_and_says_what_it_did() {
    let mut stage = at_patient();
    stage.to("next-review").keys("morgen<Esc>");
    let second = stage.meeting().reviews[1].patient;
    stage.to(&format!("patient:{second}")).keys("<Enter>").to("question").keys("Wat nu?<Esc>");
    stage.keys("<C-z>");
    assert_eq!(*stage.model.screen(), Screen::Patient(second));
    assert_eq!(stage.focus(), "question");
    assert_eq!(stage.meeting().reviews[1].question, "Wat ");
    stage.keys("<C-z><C-z>");
    assert_eq!(stage.meeting().reviews[1].question, "");
    let first = stage.meeting().reviews[0].patient;
    assert_eq!(*stage.model.screen(), Screen::Patient(first));
    assert_eq!(stage.focus(), "next-review");
    assert_eq!(stage.meeting().reviews[0].next_review, "morgen");
    assert!(stage.text().contains("Ongedaan gemaakt"), "{}", stage.text());
    stage.keys("<C-y><C-y><C-y>");
    assert_eq!(stage.meeting().reviews[1].question, "Wat nu?");
    assert_eq!(stage.meeting().reviews[0].next_review, "23-11-2026");
}

#[test]
fn typing_again_after_undo_forgets_what_was_undone() {
    let mut stage = at_patient();
    stage.to("notes").keys(" een twee<C-z>drie<C-y>");
    assert!(
        stage.meeting().reviews[0].notes.ends_with(" een drie"),
        "{:?}",
        stage.meeting().reviews[0].notes
    );
}

#[test]
fn a_citizen_number_is_refused_and_the_rest_kept() {
    let mut stage = at_patient();
    stage.to("notes").keys("<C-End> bsn 123456782 einde");
    assert!(
        stage.meeting().reviews[0].notes.ends_with(" bsn  einde"),
        "{:?}",
        stage.meeting().reviews[0].notes
    );
    stage.keys("<C-End> en 111.222.333,");
    assert!(stage.text().contains("burgerservicenummer"), "{}", stage.text());
    assert!(!stage.meeting().reviews[0].notes.contains("333"));
    stage.to("own-words").keys(" tel 06 12345678 of +31612345678, 29-11-2026");
    assert!(stage.meeting().reviews[0].own_words.ends_with("tel 06 12345678 of +31612345678, 29-11-2026"));
}

#[test]
fn a_hidden_question_keeps_its_answer_and_does_not_count() {
    let mut stage = at_question("surprise-question");
    let key = question("tweede-surprise-question");
    stage.keys("<Tab>").to("option:markering/tweede-surprise-question=nee").keys("<Enter><S-Tab>");
    assert!(stage.text().contains("2 van 6"), "{}", stage.text());
    stage.to("option:markering/surprise-question=ja").keys("<Enter>");
    assert!(stage.text().contains("2 van 5"), "hidden: {}", stage.text());
    assert_eq!(stage.meeting().reviews[0].answers[&key].given, Some(Given::Choice("nee".into())), "kept");
    stage.keys("<F5>");
    assert!(!stage.text().contains("Tweede"), "{}", stage.text());
    stage.keys("<Esc>").to("option:markering/surprise-question=nee").keys("<Enter><Tab>");
    assert!(stage.text().contains("● Nee, het zou mij niet verbazen"), "{}", stage.text());
}

#[test]
fn an_indication_is_shown_with_its_source_and_never_decides() {
    let mut stage = at_question("surprise-question");
    stage.keys("<Home>");
    let mut all = String::new();
    for _ in 0..30 {
        all.push_str(&stage.text());
        stage.keys("<Down>");
    }
    let all = all.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(all.contains("sterke indicatie om te markeren"), "{all}");
    assert!(all.contains("(concept 2026)"), "{all}");
    let mut stage = midway(Language::Dutch, 80, 24);
    let second = stage.meeting().reviews[1].patient;
    stage.model.path.go(&Screen::Patient(second));
    stage
        .to("walk:markering")
        .keys("<Enter><Tab>")
        .to("option:markering/surprise-question=nee")
        .keys("<Enter>");
    assert_eq!(stage.meeting().reviews[1].judgements.len(), 0);
}

#[test]
fn not_discussed_is_chosen_on_purpose_and_clearing_leaves_nothing() {
    let mut stage = at_question("vragen-patient");
    let key = question("vragen-patient");
    assert!(!stage.meeting().reviews[0].answers.contains_key(&key), "empty is absent");
    stage.to("not:markering/vragen-patient").keys("<Enter>");
    assert_eq!(
        stage.meeting().reviews[0].answers[&key].given,
        Some(Given::Not(NonAnswer::NotDiscussedToday))
    );
    stage.to("clear:markering/vragen-patient").keys("<Enter>");
    assert!(!stage.meeting().reviews[0].answers.contains_key(&key));
}

#[test]
fn a_pasted_newline_never_acts() {
    let mut stage = at_patient();
    stage.to("question");
    stage.send(Msg::Type(crate::text::Command::InsertText("een\ntwee\r\n".into())));
    assert!(stage.meeting().reviews[0].question.starts_with("Hoe lang kan dit thuis nog? een twee"));
    assert_eq!(stage.focus(), "question");
    stage.to("agree");
    let before = stage.meeting().clone();
    stage.send(Msg::Type(crate::text::Command::InsertText("\n\n".into())));
    assert_eq!(*stage.meeting(), before);
    assert!(matches!(stage.model.screen(), Screen::Patient(_)));
}

#[test]
fn what_was_added_and_stayed_empty_goes_by_itself() {
    let mut stage = midway(Language::Dutch, 80, 24);
    stage.model.path.go(&Screen::Meeting);
    let before = stage.meeting().clone();
    stage.to("add-patient").keys("<Enter><Esc>");
    assert_eq!(*stage.meeting(), before);
    stage.to("details").keys("<Enter>").to("add-participant").keys("<Enter><Esc>");
    assert_eq!(*stage.meeting(), before);
    let mut stage = at_patient();
    stage.keys("<F4><Esc>");
    assert_eq!(stage.meeting().reviews[0].agreements.len(), 2);
}

#[test]
fn a_date_is_typed_as_people_do_and_what_is_no_date_stays() {
    let mut stage = at_patient();
    stage.keys("<F4>bellen<Down><Down>over 2 weken<Down>");
    let agreement = stage.meeting().reviews[0].agreements.last().unwrap();
    assert_eq!(agreement.due, "06-12-2026");
    stage.keys("<Up><C-a>na de derde kuur<Down>");
    let agreement = stage.meeting().reviews[0].agreements.last().unwrap();
    assert_eq!(agreement.due, "na de derde kuur");
    assert!(stage.text().contains("geen datum in herkend"), "{}", stage.text());
}

#[test]
fn a_closed_meeting_can_only_be_read() {
    let mut stage = at_patient();
    let mut closed = stage.meeting().clone();
    closed.details.closed = Some(Stamp { by: None, at: afternoon() });
    let definitions = stage.model.open.as_ref().unwrap().definitions.clone();
    stage.model.open = Some(crate::app::OpenMeeting::new(closed.clone(), definitions));
    stage.to("notes").keys("x");
    stage.to("walk:markering").keys("<Enter><Enter>");
    stage.keys("<F4>");
    assert_eq!(*stage.meeting(), closed);
    assert!(stage.text().contains("alleen"), "{}", stage.text());
}

#[test]
fn below_the_smallest_size_one_sentence_is_left_and_the_work_stays() {
    let mut stage = at_patient();
    stage.to("notes").keys("abc");
    stage.send(Msg::Resized(crate::app::Size::new(39, 24)));
    assert!(stage.text().contains("Maak het venster groter"), "{}", stage.text());
    stage.send(Msg::Resized(crate::app::Size::new(60, 18)));
    assert_eq!(stage.focus(), "notes");
    assert!(stage.text().contains("abc"), "{}", stage.text());
}

#[test]
fn the_selection_is_cut_copied_and_pasted() {
    let mut stage = at_patient();
    stage.to("question").keys("<C-a><C-c>").to("notes").keys("<C-End><Enter><C-v>");
    assert!(stage.meeting().reviews[0].notes.ends_with("\nHoe lang kan dit thuis nog?"));
    stage.keys("<C-S-Left><C-x>");
    assert!(
        stage.meeting().reviews[0].notes.ends_with("thuis nog"),
        "{:?}",
        stage.meeting().reviews[0].notes
    );
}

#[test]
fn the_date_of_the_meeting_can_be_typed() {
    let mut stage = midway(Language::Dutch, 80, 24);
    stage.model.path.go(&Screen::MeetingDetails);
    stage.to("date").keys("29 nov<Down>");
    assert_eq!(stage.meeting().details.date, NaiveDate::from_ymd_opt(2026, 11, 29).unwrap());
    assert!(stage.text().contains(&typed::day(stage.meeting().details.date, Language::Dutch)));
}

#[test]
fn a_line_of_the_notes_goes_to_the_question_where_it_belongs() {
    let mut stage = at_patient();
    stage.keys("<F2>").to("move-line:1").keys("<Enter>").to("target:kort/wat-veranderd").keys("<Enter>");
    let key = QuestionKey::new(&"kort".into(), &"wat-veranderd".into());
    let review = &stage.meeting().reviews[0];
    assert_eq!(review.notes, "Twee keer gevallen.");
    assert_eq!(review.answers[&key].given, Some(Given::Text("Dochter raakt uitgeput.".into())));
    stage.to("move-line:0").keys("<Enter>").to("target:kort/wat-veranderd").keys("<Enter>");
    let both = "Dochter raakt uitgeput.\nTwee keer gevallen.".to_owned();
    assert_eq!(stage.meeting().reviews[0].answers[&key].given, Some(Given::Text(both)));
    stage.keys("<C-z><C-z>");
    let review = &stage.meeting().reviews[0];
    assert_eq!(review.notes, "Twee keer gevallen.\nDochter raakt uitgeput.");
    assert!(!review.answers.contains_key(&key));
}

#[test]
fn a_judgement_is_withdrawn_with_date_and_reason() {
    let mut stage = at_question("aanleiding");
    stage.keys("<S-Tab><Tab><Tab><Tab><Tab><Tab>").to("withdraw").keys("<Enter>Toch niet.");
    let judgement = &stage.meeting().reviews[0].judgements[&Name::from("markering")];
    assert_eq!(judgement.withdrawn.map(|stamp| stamp.at), Some(afternoon()));
    assert_eq!(judgement.withdrawn_reason, "Toch niet.");
    assert_eq!(judgement.choice, Some("markeren".into()), "what was decided stays on record");
    assert!(stage.text().contains("ingetrokken op zondag 22 november 2026"), "{}", stage.text());
}

#[test]
fn the_route_can_be_changed_and_what_was_filled_in_stays() {
    let mut stage = at_patient();
    stage.to("profile").keys("<Enter>").to("route:volledig").keys("<Enter>").to("discuss").keys("<Enter>");
    assert!(stage.text().contains("De mens"), "{}", stage.text());
    assert!(stage.text().contains("Palliatieve fase markeren"), "{}", stage.text());
}

#[test]
fn a_brief_discussion_stands_on_the_page_of_the_patient() {
    let mut stage = at_patient();
    stage.to("answer:kort/wat-veranderd").keys("Valt vaker.");
    stage.to("answer:kort/scenario@1").keys("Longontsteking<Down>Thuis behandelen");
    stage.to("add-time:kort/scenarios").keys("<Enter>").to("answer:kort/scenario@2").keys("Val");
    stage.to("answer:kort/kleur").keys("<Right><Right>");
    let review = &stage.meeting().reviews[0];
    let answer = |item: &str, instance: &[u32]| {
        review.answers[&QuestionKey::repeated(&"kort".into(), &item.into(), instance)].given.clone().unwrap()
    };
    assert_eq!(answer("wat-veranderd", &[]), Given::Text("Valt vaker.".into()));
    assert_eq!(answer("scenario-plan", &[1]), Given::Text("Thuis behandelen".into()));
    assert_eq!(answer("scenario", &[2]), Given::Text("Val".into()));
    assert_eq!(answer("kleur", &[]), Given::Choice("oranje".into()));
    assert!(stage.text().contains("‹ ◈ Oranje ›"), "{}", stage.text());
    stage.to("answer:kort/kleur").keys("<Left><Left><Left>");
    let colour = QuestionKey::new(&"kort".into(), &"kleur".into());
    assert!(!stage.meeting().reviews[0].answers.contains_key(&colour), "back to no answer");
}

#[test]
fn a_question_of_the_pzp_stays_empty_until_somebody_says_why() {
    let mut stage = at_patient();
    stage.to("profile").keys("<Enter>").to("route:volledig").keys("<Enter>").to("discuss").keys("<Enter>");
    stage.to("walk:pzp").keys("<Enter>");
    let text = stage.text();
    assert!(text.contains("het plan in het dossier van de patiënt geldt."), "{text}");
    // A long form begins with the list of its pages.
    assert!(text.contains("Behandelgrens: ICD"), "{text}");
    let text = stage.keys("<Enter>").text();
    assert!(text.contains("Geen antwoord, omdat   nog leeg"), "{text}");
    assert!(stage.meeting().reviews[0].answers.keys().all(|key| key.checklist.as_str() != "pzp"));
    stage.to("not:pzp").keys("<Enter>").to("not:patient-not-ready").keys("<Enter>");
    let given: Vec<_> = stage.meeting().reviews[0]
        .answers
        .iter()
        .filter(|(key, _)| key.checklist.as_str().starts_with("pzp"))
        .map(|(_, answer)| answer.given.clone())
        .collect();
    assert_eq!(given, [Some(Given::Not(NonAnswer::PatientNotReady))]);
}
