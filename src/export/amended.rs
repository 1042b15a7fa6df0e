//! What is different in a meeting since it was reopened, in words that can be read without any definition.

use super::discussion::{self, Quoted};
use super::document::WIDTH;
use super::minutes::Minutes;
use super::pieces::{Pieces, piece_name};
use super::sheet::Sheet;
use crate::checklist::{About, Checklist, Name};
use crate::meeting::{
    AgreedThen, Amended, Difference, Meeting, OpenAgreement, PatientId, QuestionKey, differences, terms,
};

/// What became different between two states of one meeting, place by place.
///
/// That the meeting was closed is no such thing: that is what ends a reopening. Nor is that the record begins to keep of which
/// version a checklist or route was: nobody changed that.
pub fn amended(words: Pieces<'_>, before: &Meeting, after: &Meeting) -> Vec<Amended> {
    let found = differences(before, after);
    let found = found.iter().filter(|one| !is_closing(one, before) && !is_pinned(one, before));
    let amended = found.map(|difference| {
        let value = |meeting: &Meeting| value(words, meeting, difference);
        Amended {
            place: piece_name(difference),
            patient: difference.patient(),
            of_the_group: is_of_the_group(words, difference),
            what: words.label(difference),
            before: value(before),
            after: value(after),
            agreed: agreed(before, difference).map(Box::new),
        }
    });
    amended.collect()
}

fn is_closing(difference: &Difference, before: &Meeting) -> bool {
    match difference {
        Difference::MeetingDetails(after) => {
            let mut details = before.details.clone();
            details.closed = after.closed;
            details == **after
        }
        _ => false,
    }
}

/// Whether it is only by which definition something was recorded; taking another version is what somebody chose.
fn is_pinned(difference: &Difference, before: &Meeting) -> bool {
    match difference {
        Difference::Definition(id, _) => before.definitions.iter().all(|pinned| pinned.id != *id),
        Difference::Route(id, _) => before.routes.iter().all(|pinned| pinned.id != *id),
        _ => false,
    }
}

/// Whether the group keeps it to itself.
fn is_of_the_group(words: Pieces<'_>, difference: &Difference) -> bool {
    let about_team = |key: &QuestionKey| {
        let checklist: Option<&Checklist> = (words.definition)(&key.checklist);
        let steps = checklist.map(Checklist::steps).unwrap_or_default();
        steps.iter().any(|step| *step.part.id() == key.item && step.about() == About::Team)
    };
    match difference {
        Difference::Answer(_, question, _) => about_team(question),
        Difference::Repeats(_, group, _) => about_team(group),
        _ => false,
    }
}

/// How an agreement stood before, where the place is one that was there.
fn agreed(before: &Meeting, difference: &Difference) -> Option<AgreedThen> {
    let Difference::Agreement(patient, id, _) = difference else { return None };
    let agreements = &before.review(*patient)?.agreements;
    let known = agreements.iter().find(|known| known.id == *id)?;
    Some(OpenAgreement::of(before, known).then())
}

/// What stands there; of a patient who was taken off the agenda or put on it everything, since it stands nowhere else.
fn value(words: Pieces<'_>, meeting: &Meeting, difference: &Difference) -> String {
    match difference {
        Difference::Review(patient, _) => whole_discussion(words, meeting, *patient),
        Difference::Agenda(_) => {
            let places = meeting.reviews.iter().map(|review| terms::patient(words.language, review));
            places.collect::<Vec<_>>().join(", ")
        }
        other => words.in_words(meeting, other).trim().to_owned(),
    }
}

fn whole_discussion(words: Pieces<'_>, meeting: &Meeting, patient: PatientId) -> String {
    let Some(review) = meeting.review(patient) else { return String::new() };
    let names = meeting.definitions.iter().map(|pinned| &pinned.id);
    let definitions: Vec<&Checklist> = names.filter_map(|name: &Name| (words.definition)(name)).collect();
    let mut sheet = Sheet::new(WIDTH);
    sheet.line(&terms::patient(words.language, review));
    let minutes = Minutes::new(meeting, definitions, words.language);
    discussion::discussion(&mut sheet, &minutes, review, &mut Quoted::default());
    sheet.finish().trim_end().to_owned()
}
