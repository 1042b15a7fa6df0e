//! What whoever reads the minutes could misread, and may not.

use chrono::NaiveDate;

use super::fictional::{definitions, library, meeting};
use crate::checklist::{Library, Name, Route};
use crate::export::{LINES, Minutes};
use crate::meeting::{
    Agreement, AgreementId, Answer, Given, Id, Judgement, Meeting, NonAnswer, Owner, ParticipantId, Person,
    QuestionKey, Stamp,
};
use crate::words::Language;

/// The minutes of the first patient, folded to single spaces so that a test need not know where lines break.
fn minutes(library: &Library, meeting: &Meeting) -> String {
    let minutes = Minutes::new(meeting, definitions(library), Language::Dutch);
    folded(&minutes.patient(&meeting.reviews[0]))
}

fn folded(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// After `first` comes `then`, with nothing of `between` before it.
#[track_caller]
fn comes_first(said: &str, first: &str, then: &str) {
    let (first_at, then_at) = (said.find(first), said.find(then));
    assert!(first_at.is_some() && then_at.is_some(), "{first} and {then} in\n{said}");
    assert!(first_at < then_at, "{first} before {then} in\n{said}");
}

fn stamp(meeting: &Meeting) -> Stamp {
    Stamp { by: Some(meeting.participants[0].id), at: meeting.details.date.and_hms_opt(15, 0, 0).unwrap() }
}

fn judgement(meeting: &mut Meeting) -> &mut Judgement {
    meeting.reviews[0].judgements.get_mut(&Name::new("markering")).unwrap()
}

fn give(meeting: &mut Meeting, question: &str, given: Given) {
    let answer = Answer::given(given, stamp(meeting));
    meeting.reviews[0].answers.insert(question.parse().unwrap(), answer);
}

#[test]
fn a_withdrawn_judgement_is_withdrawn_before_it_is_anything() {
    let (library, mut meeting) = (library(), meeting());
    let when = stamp(&meeting);
    judgement(&mut meeting).withdrawn = Some(when);
    let said = minutes(&library, &meeting);
    let withdrawn = "INGETROKKEN op 22-11-2026 door M. Vos. Reden: niet genoteerd.";
    comes_first(&said, withdrawn, "Het was: Palliatieve fase markeren");
    assert!(said.contains("(22-11-2026)"), "{said}");
    assert!(!said.contains("Oordeel van het team: "), "never as a choice that stands: {said}");
    comes_first(&said, withdrawn, "Aandoening of kwetsbaarheid");
    judgement(&mut meeting).withdrawn_reason = "Knapte op na de antibiotica.".to_owned();
    let said = minutes(&library, &meeting);
    assert!(said.contains("door M. Vos. Reden: Knapte op na de antibiotica. Het was:"), "{said}");
}

#[test]
fn a_judgement_of_an_earlier_meeting_that_is_withdrawn_is_named_with_its_day() {
    let (library, mut meeting) = (library(), meeting());
    let withdrawn = Some(stamp(&meeting));
    *judgement(&mut meeting) = Judgement {
        choice: Some("markeren".into()),
        judged_on: NaiveDate::from_ymd_opt(2026, 9, 18),
        withdrawn,
        ..Judgement::default()
    };
    let said = minutes(&library, &meeting);
    assert!(said.contains("INGETROKKEN op 22-11-2026"), "{said}");
    assert!(said.contains("Het was: Palliatieve fase markeren (18-09-2026)"), "{said}");
    assert!(!said.contains("nog niet gegeven"), "{said}");
}

#[test]
fn a_withdrawal_is_told_without_the_definition_too() {
    let mut meeting = meeting();
    let when = stamp(&meeting);
    judgement(&mut meeting).withdrawn = Some(when);
    let said = folded(&Minutes::new(&meeting, Vec::new(), Language::Dutch).patient(&meeting.reviews[0]));
    comes_first(&said, "INGETROKKEN op 22-11-2026", "Het was: markeren");
}

#[test]
fn what_was_not_noted_at_a_judgement_is_said() {
    let (library, mut meeting) = (library(), meeting());
    let known = judgement(&mut meeting);
    known.reason.clear();
    known.involved.clear();
    let said = minutes(&library, &meeting);
    assert!(said.contains("Reden: niet genoteerd"), "{said}");
    assert!(said.contains("Betrokken bij dit oordeel: niet genoteerd"), "{said}");
}

#[test]
fn who_should_take_part_in_the_judgement_and_did_not_is_named() {
    let (library, mut meeting) = (library(), meeting());
    let (nurse, recorded) = (meeting.participants[0].id, Some(stamp(&meeting)));
    meeting.reviews[0].judgements.insert(
        "stervensfase".into(),
        Judgement {
            choice: Some("stervensfase".into()),
            involved: vec![nurse],
            recorded,
            ..Judgement::default()
        },
    );
    let mut known = definitions(&library);
    known.push(&library.checklist(&"stervensfase".into()).unwrap().checklist);
    let minutes = Minutes::new(&meeting, known, Language::Dutch);
    let said = folded(&minutes.patient(&meeting.reviews[0]));
    assert!(said.contains("Nog niet betrokken: een arts"), "{said}");
}

#[test]
fn a_limit_leaves_the_room_with_its_conversation_or_as_incomplete() {
    let (library, mut meeting) = (library(), meeting());
    let mut known = definitions(&library);
    known.push(&library.checklist(&"pzp".into()).unwrap().checklist);
    let said = |meeting: &Meeting| {
        let minutes = Minutes::new(meeting, known.clone(), Language::Dutch);
        folded(&minutes.patient(&meeting.reviews[0]))
    };
    give(&mut meeting, "pzp/reanimatie", Given::Choice("niet".into()));
    // By whom and when stand with the state of the plan; with whom stands nowhere.
    let first = said(&meeting);
    let incomplete = "ONVOLLEDIG: niet genoteerd met wie dit is besproken; zie dossier";
    assert_eq!(first.matches(incomplete).count(), 2, "in the conclusion and at the limit: {first}");
    assert!(first.contains(&format!("- Reanimatie: {incomplete} (genoteerd: Niet uitvoeren)")), "{first}");
    give(&mut meeting, "pzp-stand/gesprek-met", Given::Text("mevrouw".to_owned()));
    let whole = said(&meeting);
    assert!(whole.contains("besproken op 03-11-2026 door A. de Wit, huisarts, met mevrouw"), "{whole}");
    assert!(!whole.contains("ONVOLLEDIG"), "{whole}");
    for (question, given) in [
        ("pzp/hoofddoel", Given::Choice("symptoomverlichting".into())),
        ("pzp/wilsbekwaam", Given::YesNo(true)),
        ("pzp/euthanasie", Given::Choice("geen-wens".into())),
        ("pzp/gewenste-plaats", Given::Choice("thuis".into())),
        ("pzp/icd", Given::YesNo(true)),
        ("pzp/icd-uitzetten", Given::Choice("wel".into())),
    ] {
        let mut other = meeting.clone();
        other.reviews[0].answers.remove(&"pzp/reanimatie".parse().unwrap());
        other.reviews[0].answers.remove(&"pzp-stand/gesprek-door".parse().unwrap());
        if question == "pzp/icd-uitzetten" {
            give(&mut other, "pzp/icd", Given::YesNo(true));
        }
        give(&mut other, question, given);
        let expected = question != "pzp/icd";
        assert_eq!(said(&other).contains("niet genoteerd door wie dit is besproken"), expected, "{question}");
    }
}

#[test]
fn otherwise_without_a_text_is_incomplete() {
    let (library, mut meeting) = (library(), meeting());
    let mut known = definitions(&library);
    known.push(&library.checklist(&"pzp".into()).unwrap().checklist);
    give(&mut meeting, "pzp-stand/gesprek-met", Given::Text("mevrouw".to_owned()));
    give(&mut meeting, "pzp/ziekenhuisopname", Given::Choice("anders".into()));
    let said = folded(&Minutes::new(&meeting, known, Language::Dutch).patient(&meeting.reviews[0]));
    assert!(said.contains("ONVOLLEDIG: niet genoteerd wat er bedoeld is; zie dossier"), "{said}");
}

#[test]
fn several_people_answer_side_by_side_under_the_whole_question() {
    let (library, mut meeting) = (library(), meeting());
    let nurse = meeting.participants[0].id;
    let first: QuestionKey = "markering/surprise-question".parse().unwrap();
    let mut answer = Answer::given(Given::Choice("ja".into()), stamp(&meeting));
    answer.answered_by = Some(nurse);
    answer.note = "Loopt elke dag met de hond.".to_owned();
    meeting.reviews[0].answers.insert(first.answered_by(nurse), answer);
    let said = minutes(&library, &meeting);
    let question = "Zou het mij verbazen als deze patiënt in het komende jaar komt te overlijden?";
    assert_eq!(said.matches(question).count(), 1, "{said}");
    comes_first(&said, question, "Nee, het zou mij niet verbazen (A. de Wit, huisarts)");
    let second =
        "Ja, het zou mij verbazen (M. Vos, wijkverpleegkundige) Toelichting: Loopt elke dag met de hond.";
    comes_first(&said, "Nee, het zou mij niet verbazen", second);
}

#[test]
fn the_conclusion_fits_fifteen_lines_and_names_what_is_most_dangerous_first() {
    let (library, mut meeting) = (library(), meeting());
    for number in 0..30 {
        let mut agreement = Agreement::new(AgreementId(Id::from_bits(500 + number)), stamp(&meeting));
        agreement.what = format!("afspraak {number} met een omschrijving die niet op een halve regel past");
        meeting.reviews[0].agreements.push(agreement);
    }
    let whole = Minutes::new(&meeting, definitions(&library), Language::Dutch).patient(&meeting.reviews[0]);
    let conclusion: Vec<&str> =
        whole.lines().skip_while(|line| *line != "Kort:").take_while(|line| !line.is_empty()).collect();
    assert!((10..=LINES).contains(&conclusion.len()), "{conclusion:#?}");
    assert!(conclusion[1].starts_with("- Markering van de palliatieve fase: Palliatieve fase markeren"));
    assert_eq!(conclusion.last(), Some(&"- En meer: zie hieronder."));
    assert!(whole.contains("afspraak 29"), "the details have all");
}

#[test]
fn the_details_follow_the_route() {
    let (library, mut meeting) = (library(), meeting());
    give(&mut meeting, "persoon/wie", Given::Text("Oud-schipper".to_owned()));
    let mut known = definitions(&library);
    known.push(&library.checklist(&"persoon".into()).unwrap().checklist);
    let route = |name: &str| -> Route {
        library.routes().find(|known| known.route.id.as_str() == name).unwrap().route.clone()
    };
    let (full, brief) = (route("volledig"), route("kort"));
    let mut order = |chosen: &str| {
        meeting.reviews[0].details.route = Some(chosen.into());
        let minutes =
            Minutes { routes: vec![&full, &brief], ..Minutes::new(&meeting, known.clone(), Language::Dutch) };
        let said = minutes.patient(&meeting.reviews[0]);
        let titles =
            ["De mens", "Markering", "Scenario's en kleur", "Bespreking", "Stand van het plan (PZP)"];
        let mut places: Vec<(usize, &str)> =
            titles.iter().filter_map(|title| Some((said.find(&format!("\n{title}\n"))?, *title))).collect();
        places.sort_unstable();
        places.into_iter().map(|(_, title)| title).collect::<Vec<_>>()
    };
    // Each is called as the screen calls it.
    let person_first = ["De mens", "Markering", "Scenario's en kleur", "Stand van het plan (PZP)"];
    assert_eq!(order("volledig"), person_first);
    assert_eq!(order("kort")[0], "Bespreking");
}

#[test]
fn an_agreement_of_earlier_says_of_when_and_that_its_day_has_passed() {
    let (library, mut meeting) = (library(), meeting());
    let earlier = NaiveDate::from_ymd_opt(2026, 9, 18);
    let agreement = &mut meeting.reviews[0].agreements[0];
    (agreement.from, agreement.due) = (earlier, "25 sep".to_owned());
    let said = minutes(&library, &meeting);
    let told = "uiterlijk vrijdag 25 september 2026; van 18-09-2026; OVER TIJD; niet bevestigd";
    assert!(said.contains(told), "{said}");
    let whole = Minutes::new(&meeting, definitions(&library), Language::Dutch).whole();
    let per_person = whole.split_once("Afspraken per persoon").unwrap().1;
    comes_first(
        &folded(per_person),
        "gesprek met dochter (Fictief J. (1941)): uiterlijk vrijdag 25",
        "meekijken",
    );
}

#[test]
fn what_is_due_on_a_day_may_be_done_on_that_day() {
    let (library, meeting) = (library(), meeting());
    let said = minutes(&library, &meeting);
    assert!(said.contains("uiterlijk vrijdag 27 november 2026"), "{said}");
    assert!(!said.contains("vóór"), "{said}");
    assert!(said.contains("A. de Wit, huisarts vertelt het"), "{said}");
    assert!(!said.contains("verteld door"), "{said}");
    assert!(said.contains("wie voert het PZP-gesprek? nog niemand"), "{said}");
}

#[test]
fn a_source_is_quoted_once_in_a_document() {
    let (library, mut meeting) = (library(), meeting());
    let again = meeting.reviews[0].judgements.clone();
    meeting.reviews[1].judgements = again;
    let whole = folded(&Minutes::new(&meeting, definitions(&library), Language::Dutch).whole());
    let quoted = "is \"nee\" een sterke indicatie om te markeren.";
    assert_eq!(whole.matches(quoted).count(), 1, "{whole}");
    assert_eq!(whole.matches("Getoond bij het oordeel: [1]").count(), 2, "{whole}");
}

#[test]
fn every_paper_of_a_fictional_meeting_or_notebook_says_so_at_both_ends() {
    let (library, mut meeting) = (library(), meeting());
    for (of_meeting, of_notebook) in [(true, false), (false, true), (false, false)] {
        meeting.details.fictional = of_meeting;
        let minutes = Minutes {
            fictional: of_notebook,
            ..Minutes::new(&meeting, definitions(&library), Language::Dutch)
        };
        for paper in
            [minutes.whole(), minutes.patient(&meeting.reviews[0]), minutes.patient(&meeting.reviews[2])]
        {
            let said = paper.matches("FICTIEF: alle patiënten zijn verzonnen.").count();
            assert_eq!(said, if of_meeting || of_notebook { 2 } else { 0 }, "{paper}");
            assert!(said == 0 || paper.ends_with("verzonnen.\n"), "{paper}");
        }
    }
}

#[test]
fn the_recorder_is_never_said_to_have_agreed_anything() {
    let (library, meeting) = (library(), meeting());
    let said = minutes(&library, &meeting);
    assert!(said.contains("Genotuleerd door M. Vos"), "{said}");
    assert!(!said.contains("Vastgelegd door"), "{said}");
}

#[test]
fn discussed_anonymously_is_no_answer_to_a_question() {
    let (library, meeting) = (library(), meeting());
    let said = minutes(&library, &meeting);
    assert!(said.contains("Anoniem besproken.") && !said.contains("bespreking: anoniem"), "{said}");
}

#[test]
fn somebody_from_outside_is_named_as_typed() {
    let (library, mut meeting) = (library(), meeting());
    give(
        &mut meeting,
        "pzp-stand/centrale-zorgverlener",
        Given::Person(Person::Outside("T. Fictief, transferverpleegkundige".to_owned())),
    );
    give(&mut meeting, "pzp-stand/gesprek", Given::Not(NonAnswer::Unknown));
    meeting.reviews[0].agreements[0].owner = Some(Owner::Participant(ParticipantId(Id::from_bits(0xffff))));
    let said = minutes(&library, &meeting);
    assert!(said.contains("Centrale zorgverlener: T. Fictief, transferverpleegkundige"), "{said}");
    assert!(said.contains("gesprek met dochter: nog niemand"), "who is not there owns nothing: {said}");
}
