//! Answers of several people, people from outside, what was not discussed, and what an answer still lacks.

use super::stage::Stage;
use super::tour::midway;
use crate::app::{Screen, StepPage};
use crate::meeting::{Given, NonAnswer, Person, QuestionKey};
use crate::words::Language;

/// The first patient of a meeting that is under way, on a page of a checklist.
fn at_page(checklist: &str, group: &str) -> Stage {
    let mut stage = midway(Language::Dutch, 80, 40);
    let patient = stage.meeting().reviews[0].patient;
    stage.model.path.go(&Screen::Patient(patient));
    let page = StepPage::Group(group.into());
    stage.model.path.open(Screen::Step { patient, checklist: checklist.into(), page });
    stage
}

fn given(stage: &Stage, question: &QuestionKey) -> Option<Given> {
    stage.meeting().reviews[0].answers.get(question)?.given.clone()
}

#[test]
fn everybody_who_knows_the_patient_answers_for_themselves() {
    let mut stage = at_page("markering", "surprise");
    let first: QuestionKey = "markering/surprise-question".parse().unwrap();
    let nurse = stage.meeting().participants[0].id;
    let answered = stage.meeting().reviews[0].answers[&first].clone();
    assert!(answered.answered_by.is_some(), "the first answer has its person");
    assert_ne!(answered.answered_by, Some(nurse));
    stage.to("another:markering/surprise-question").keys("<Enter>");
    assert!(!stage.text().contains("A. de Wit"), "whoever answered is not offered again: {}", stage.text());
    stage.to(&format!("person:{nurse}")).keys("<Enter>");
    let second = first.answered_by(nurse);
    stage.to(&format!("option:{second}=ja")).keys("<Enter>");
    stage.to(&format!("note:{second}")).keys("Loopt nog elke dag.");
    assert_eq!(given(&stage, &second), Some(Given::Choice("ja".into())));
    assert_eq!(stage.meeting().reviews[0].answers[&first], answered, "the first answer is untouched");
    let text = stage.text();
    assert!(text.contains("● Nee, het zou mij niet verbazen"), "{text}");
    assert!(text.contains("● Ja, het zou mij verbazen"), "{text}");
    assert!(text.contains("M. Vos, wijkverpleegkundige"), "{text}");
    // Both count: the second question stays, for somebody said no.
    let checklist = stage.model.checklist(&"markering".into()).unwrap();
    let facts = crate::meeting::ReviewFacts::new(&stage.meeting().reviews[0], &checklist.id);
    assert!(checklist.visible(&facts).contains(&"tweede-surprise-question".into()));
    stage.to(&format!("remove:{second}")).keys("<Enter>");
    assert!(!stage.meeting().reviews[0].answers.contains_key(&second));
    stage.keys("<C-z>");
    assert_eq!(given(&stage, &second), Some(Given::Choice("ja".into())), "and it can be taken back");
}

#[test]
fn somebody_from_outside_can_be_named_where_a_person_is_asked() {
    let mut stage = at_page("pzp-stand", "vervolg");
    let question: QuestionKey = "pzp-stand/centrale-zorgverlener".parse().unwrap();
    let people = stage.meeting().participants.len();
    stage
        .to(&format!("answer:{question}"))
        .keys("<Enter>")
        .to("outside")
        .keys("T. Fictief, casemanager<Esc>");
    let named = Person::Outside("T. Fictief, casemanager".to_owned());
    assert_eq!(given(&stage, &question), Some(Given::Person(named)));
    assert_eq!(stage.meeting().participants.len(), people, "nobody was put at the table");
    assert!(stage.text().contains("T. Fictief, casemanager"), "{}", stage.text());
}

#[test]
fn who_was_chosen_does_not_give_way_to_a_typed_name_in_silence() {
    let mut stage = at_page("pzp-stand", "vervolg");
    let question: QuestionKey = "pzp-stand/centrale-zorgverlener".parse().unwrap();
    let row = format!("answer:{question}");
    stage.to(&row).keys("<Enter>").to("person:").keys("<Enter>");
    let chosen = given(&stage, &question);
    assert!(matches!(chosen, Some(Given::Person(Person::Participant(_)))), "{chosen:?}");
    stage.to(&row).keys("zij is moe").to("outside").keys("zij");
    assert!(stage.text().contains("Hier stond: "), "{}", stage.text());
    stage.keys("<C-z>");
    assert_eq!(given(&stage, &question), chosen);
}

#[test]
fn a_dimension_can_be_not_discussed_today() {
    for (group, item) in [
        ("lichamelijk", "lichamelijk-nu"),
        ("psychisch", "psychisch-nu"),
        ("sociaal", "sociaal-nu"),
        ("spiritueel", "spiritueel-nu"),
    ] {
        let mut stage = at_page("vier-dimensies", group);
        let question: QuestionKey = format!("vier-dimensies/{item}").parse().unwrap();
        stage.to(&format!("not:{question}=not-discussed-today")).keys("<Enter>");
        assert_eq!(given(&stage, &question), Some(Given::Not(NonAnswer::NotDiscussedToday)), "{group}");
    }
}

#[test]
fn an_incomplete_limit_says_what_it_lacks_and_where_that_can_be_noted() {
    let mut stage = at_page("pzp", "grens-reanimatie");
    stage.to("option:pzp/reanimatie=niet").keys("<Enter>");
    let text = stage.text().split_whitespace().collect::<Vec<_>>().join(" ");
    let lacks =
        "Reanimatie: niet genoteerd door wie, wanneer en met wie dit is besproken (bladzijde PZP-gesprek)";
    assert!(text.contains(lacks), "{text}");
    stage.keys("<F5>").to("answer:pzp/reanimatie");
    let text = stage.text().split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(text.contains(lacks), "on the overview too: {text}");
    let page = StepPage::Group("het-gesprek".into());
    let patient = stage.meeting().reviews[0].patient;
    stage.model.path.open(Screen::Step { patient, checklist: "pzp".into(), page });
    stage.to("answer:pzp/gesprek-op").keys("20-11-2026");
    stage.to("answer:pzp/gesprek-bij").keys("mevrouw");
    stage.to("answer:pzp/gesprek-door").keys("<Enter>").to("person:").keys("<Enter>");
    stage.keys("<F5>");
    assert!(!stage.text().contains("niet genoteerd"), "{}", stage.text());
}

#[test]
fn not_applicable_is_not_offered_beside_a_limit() {
    let mut stage = at_page("pzp", "grens-reanimatie");
    stage.to("not:pzp/reanimatie").keys("<Enter>");
    let text = stage.text();
    assert!(text.contains("Met patiënt niet besproken"), "{text}");
    assert!(!text.contains("Niet van toepassing"), "{text}");
}

#[test]
fn what_was_withdrawn_reads_as_withdrawn_everywhere() {
    let mut stage = midway(Language::Dutch, 80, 40);
    let patient = stage.meeting().reviews[0].patient;
    let judgement = Screen::Step { patient, checklist: "markering".into(), page: StepPage::Judgement };
    stage.model.path.go(&Screen::Patient(patient));
    stage.model.path.open(judgement);
    stage.to("withdraw").keys("<Enter>Knapte op.<Esc>");
    let text = stage.text();
    assert!(text.contains("INGETROKKEN op 22-11-2026"), "on the patient's page: {text}");
    stage.keys("<F5>");
    let text = stage.text().split_whitespace().collect::<Vec<_>>().join(" ");
    let withdrawn = text.find("INGETROKKEN op 22-11-2026").unwrap();
    let was = text.find("Het was: Palliatieve fase markeren").unwrap();
    assert!(withdrawn < was, "{text}");
    assert!(text.contains("Reden: Knapte op."), "{text}");
}

#[test]
fn no_predictor_is_said_only_of_the_surprise_question() {
    for (checklist, group, expected) in [
        ("markering", "surprise", true),
        ("stervensfase", "beeld", false),
        ("pzp", "grens-reanimatie", false),
    ] {
        let mut stage = at_page(checklist, group);
        stage.keys("<F3>");
        let mut all = String::new();
        for _ in 0..8 {
            all.push_str(&stage.text());
            stage.keys("<PageDown>");
        }
        assert_eq!(all.contains("geen voorspeller"), expected, "{checklist}: {all}");
    }
}

#[test]
fn a_space_within_typed_text_chooses_nothing() {
    let mut stage = at_page("pzp", "grens-reanimatie");
    stage.to("option:pzp/reanimatie=wel");
    let before = stage.meeting().clone();
    stage.keys("besproken met broer en zus ");
    assert_eq!(*stage.meeting(), before, "each space of a sentence once pressed Enter");
    // As the first key after an arrow it chooses, as it always did.
    stage.keys("<Down><Up><Space>");
    let question: QuestionKey = "pzp/reanimatie".parse().unwrap();
    assert_eq!(given(&stage, &question), Some(Given::Choice("wel".into())));
    // The same on the rows that finish and that lead on.
    let patient = stage.meeting().reviews[0].patient;
    for row in ["finish", "agree", "overview", "walk:markering", "profile"] {
        stage.model.path.go(&Screen::Patient(patient));
        stage.to(row);
        let (before, screen) = (stage.meeting().clone(), stage.model.screen().clone());
        stage.keys("zij is moe en wil slapen");
        assert_eq!((stage.meeting(), stage.model.screen()), (&before, &screen), "{row}");
    }
}

/// A key that is held, or pressed twice, opens one page and records one thing.
#[test]
fn a_space_after_a_space_chooses_nothing() {
    for row in ["finish", "overview", "walk:markering"] {
        let mut once = at_page("pzp", "grens-reanimatie");
        let patient = once.meeting().reviews[0].patient;
        once.model.path.go(&Screen::Patient(patient));
        once.to(row).keys("<Up><Down>").to(row);
        let mut held = once.clone();
        once.keys("<Space>");
        assert_ne!(once.model.path, held.model.path, "{row}");
        held.keys("<Space><Space><Space><Space>");
        let record = |stage: &Stage| stage.meeting().reviews.clone();
        assert_eq!((held.model.screen(), record(&held)), (once.model.screen(), record(&once)), "{row}");
        // After an arrow it is a key like Enter again.
        held.keys("<Down><Up>");
        assert!(!held.model.after_letter);
    }
}

#[test]
fn going_on_with_enter_never_ends_at_what_takes_an_answer_away() {
    let mut stage = at_page("pzp", "grens-reanimatie");
    stage.to("option:pzp/reanimatie=niet").keys("<Enter>");
    let question: QuestionKey = "pzp/reanimatie".parse().unwrap();
    stage.to("note:pzp/reanimatie").keys("liever niet<Enter><Enter>");
    assert_eq!(given(&stage, &question), Some(Given::Choice("niet".into())), "{}", stage.text());
    stage.model.path.back();
    let mut stage = at_page("pzp", "grens-reanimatie");
    stage.to("option:pzp/reanimatie=niet").keys("<Enter>").to("clear:pzp/reanimatie").keys("<Enter>");
    assert_eq!(given(&stage, &question), None);
    assert!(stage.text().contains("Antwoord gewist. Ctrl+Z haalt het terug."), "{}", stage.text());
    stage.keys("<C-z>");
    assert_eq!(given(&stage, &question), Some(Given::Choice("niet".into())));
}

#[test]
fn a_question_opens_at_what_was_chosen() {
    let mut stage = at_page("pzp", "grens-reanimatie");
    stage.to("option:pzp/reanimatie=niet").keys("<Enter><Esc>");
    let patient = stage.meeting().reviews[0].patient;
    let page = StepPage::Group("grens-reanimatie".into());
    stage.model.path.open(Screen::Step { patient, checklist: "pzp".into(), page });
    assert_eq!(stage.focus(), "option:pzp/reanimatie=niet");
}

/// What goes with no other answer lets go of the others, and the other way round: a sign and "none" would say two things.
#[test]
fn an_answer_that_goes_with_no_other_lets_go_of_them() {
    let mut stage = at_page("markering", "begin");
    let question: QuestionKey = "markering/aanleiding".parse().unwrap();
    let chosen = |stage: &Stage| match given(stage, &question) {
        Some(Given::Choices(codes)) => codes.iter().map(ToString::to_string).collect::<Vec<_>>().join(" "),
        other => format!("{other:?}"),
    };
    assert_eq!(chosen(&stage), "kwetsbaarheid");
    for (option, wanted) in
        [("aandoening", "aandoening kwetsbaarheid"), ("geen", "geen"), ("aandoening", "aandoening")]
    {
        stage.to(&format!("option:markering/aanleiding={option}")).keys("<Enter>");
        assert_eq!(chosen(&stage), wanted);
    }
}
