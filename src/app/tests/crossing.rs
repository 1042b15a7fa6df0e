//! What F9 gives, for any record: nothing of the team and nothing for other readers, in any format, also not for another program.

use std::sync::Arc;

use proptest::prelude::*;

use super::Stage;
use crate::app::message::{Gathered, Gathering, Paper, PaperKind};
use crate::app::pages::{Made, made};
use crate::checklist::{About, Definition, Library, Part, shipped};
use crate::export::{DocumentFormat, Reader};
use crate::meeting::{Answer, Course, Given, Meeting, MeetingKind, QuestionKey, Stamp};

/// Stands in every place that is the team's, or belongs to somebody who voted or dissented.
const TEAM: &str = "VANDEGROEP";

/// Stands where the group writes of itself, which is in no paper about one patient, whoever reads it.
const GROUP: &str = "VANDEGROEP-ZELF";

/// What a reader must not get, word by word, beside what is the team's.
const NEVER: [(Reader, &[&str]); 2] =
    [(Reader::Social, &["GRENS", "NAASTE", "DIAGNOSE"]), (Reader::Patient, &["NAASTE", "DIAGNOSE"])];

/// A record with all that, of one patient who agreed that others read.
fn told(meeting: &Meeting, at: Stamp) -> Meeting {
    let mut one = meeting.clone();
    // A session with a case is about nobody.
    one.details.kind = MeetingKind::Patz;
    one.own_notes = GROUP.to_owned();
    one.bottlenecks = GROUP.to_owned();
    one.learning_needs = GROUP.to_owned();
    let review = &mut *one.reviews[0];
    review.details.deceased = false;
    review.notes = TEAM.to_owned();
    review.question = TEAM.to_owned();
    for judgement in review.judgements.values_mut() {
        judgement.dissent = TEAM.to_owned();
    }
    let mut say = |checklist: &str, item: &str, given: Given| {
        let key = QuestionKey::new(&checklist.into(), &item.into());
        review.answers.insert(key, Answer::given(given, at));
    };
    for (item, agreed) in [("delen-akkoord", true), ("delen-sociaal", true), ("delen-naasten", true)] {
        say("pzp", item, Given::YesNo(agreed));
    }
    say("markering", "diagnose", Given::Text("DIAGNOSE".to_owned()));
    say("vier-dimensies", "netwerk-wie", Given::Text("NAASTE".to_owned()));
    say("pzp", "andere-behandeling", Given::Text("GRENS".to_owned()));
    let library = Library::new(shipped());
    for definition in library.checklists() {
        for step in definition.checklist.steps() {
            let Part::Item(item) = step.part else { continue };
            if step.about() == About::Team && item.is_answerable() && step.groups.iter().all(|of| !of.repeats)
            {
                say(definition.checklist.id.as_str(), item.id.as_str(), Given::Text(GROUP.to_owned()));
            }
        }
    }
    one
}

/// A stage on which this was read of a patient.
fn gathered(meeting: &Meeting, definitions: &[Arc<Definition>]) -> (Stage, Paper) {
    let mut stage = Stage::new(80, 24);
    let patient = meeting.reviews[0].patient;
    let mut course = Course::new(patient);
    crate::meeting::course::entries(meeting, &[patient]).for_each(|entry| course.add(entry));
    stage.model.course = Some(Arc::new(course.clone()));
    let paper = Paper { patient: Some(patient), ..Paper::new(PaperKind::Summary) };
    let what = Gathering::Course {
        course: Box::new(course),
        meetings: definitions.iter().map(|_| meeting.id).collect(),
        definitions: definitions.to_vec(),
    };
    let read = Gathered { number: 1, made_by: String::new(), what };
    let of = stage.model.of_gathered(paper.needs().unwrap());
    stage.model.papers.gathered = Some((of, Arc::new(read)));
    (stage, paper)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn nothing_of_the_team_or_for_others_leaves_by_the_screen(
        meeting in crate::meeting::tests::arbitrary::meeting(),
    ) {
        let at = Stamp { by: None, at: super::stage::afternoon() };
        let library = Library::new(shipped());
        let definitions: Vec<Arc<Definition>> = library.checklists().cloned().collect();
        for review in &meeting.reviews {
            let one = Meeting { reviews: vec![review.clone()], ..meeting.without_discussions() };
            let (stage, paper) = gathered(&told(&one, at), &definitions);
            for reader in Reader::ALL {
                let wanted = Paper { reader, ..paper.clone() };
                let Made::Paper { document, .. } = made(&stage.model, &wanted, 80) else {
                    return Err(TestCaseError::fail(format!("no paper for {reader:?}")));
                };
                for format in DocumentFormat::ALL {
                    let written = document.written(format);
                    prop_assert!(!written.contains(TEAM), "{reader:?} {format:?} {written}");
                    let others = NEVER.iter().filter(|(of, _)| *of == reader).flat_map(|(_, words)| *words);
                    for word in others {
                        prop_assert!(!written.contains(word), "{word} for {reader:?} {format:?} {written}");
                    }
                }
            }
            let course = Paper { kind: PaperKind::Course, ..paper.clone() };
            let Made::Paper { document, .. } = made(&stage.model, &course, 80) else {
                return Err(TestCaseError::fail("no course"));
            };
            for format in DocumentFormat::ALL {
                let written = document.written(format);
                prop_assert!(!written.contains(GROUP), "{format:?} {written}");
            }
            let program = Paper { fhir: true, ..paper.clone() };
            let Made::Plan { sent, .. } = made(&stage.model, &program, 80) else {
                return Err(TestCaseError::fail("no plan for another program"));
            };
            let bundle = sent.bundle.to_string();
            prop_assert!(!bundle.contains(TEAM), "{bundle}");
        }
    }
}
