//! Choosing a person from those at the table.

use crate::app::model::Model;
use crate::app::page::{Action, Chooser, Detail, Field, Mark, Page, Role, Row, RowId};
use crate::app::pages::parts::{discussion, patient_page, titled};
use crate::app::pages::search;
use crate::meeting::{
    AnswerText, Given, Meeting, Owner, Participant, ParticipantId, Person, Review, TextPlace, terms,
};

/// The participants, each a row.
pub(in crate::app::pages) fn choose(model: &Model, chooser: &Chooser) -> Page {
    let language = model.language();
    let Some((meeting, review)) = discussion(model, chooser.patient()) else {
        return titled(language.choose_person());
    };
    let mut page = patient_page(model, meeting, review);
    page.text(Role::Heading, title(model, chooser)).gap();
    // In a session with a case nobody is kept by name beside an answer, and it has no participants.
    let is_session = meeting.session.is_some();
    if is_session {
        page.text(Role::Plain, language.choose_no_names()).gap();
    } else if meeting.participants.is_empty() {
        page.text(Role::Plain, language.choose_nobody_known()).gap();
    }
    let all: Vec<_> = offered(meeting, review, chooser).iter().map(|known| known.id).collect();
    if let Chooser::Involved(patient, checklist) = chooser
        && all.len() > 1
        && !page_is_searched(model)
    {
        let everybody = all.iter().all(|id| state(review, chooser, *id).0);
        let involve = Action::InvolveAll(*patient, checklist.clone());
        let row = Row::action(RowId::fixed("everybody"), language.choose_everybody(all.len()), involve);
        page.push(row.marked(if everybody { Mark::Ticked } else { Mark::NotTicked }));
    }
    let mut people = Vec::new();
    for participant in offered(meeting, review, chooser) {
        let (chosen, several) = state(review, chooser, participant.id);
        let mark = match (several, chosen) {
            (true, true) => Mark::Ticked,
            (true, false) => Mark::NotTicked,
            (false, true) => Mark::Chosen,
            (false, false) => Mark::NotChosen,
        };
        let mut label = terms::participant(language, participant);
        if participant.absent {
            label = format!("{label} ({})", language.participant_absent().to_lowercase());
        }
        let id = RowId::of("person", participant.id);
        if chosen && !several {
            page.first = Some(id.clone());
        }
        people.push(Row::action(id, label, action(chooser, participant.id)).marked(mark));
    }
    // Where nobody is known, a name that is typed is kept for whom it turns out to be.
    page.abilities.search = meeting.participants.is_empty();
    search::list(&mut page, model, people);
    if page.row(&RowId::fixed("show-all")).is_some() {
        let outside = matches!(chooser, Chooser::Owner(..));
        page.text(
            Role::Plain,
            match (outside, is_session) {
                (_, true) => language.choose_no_such_in_case(),
                (true, false) => language.choose_no_such_owner(),
                (false, false) => language.choose_no_such(),
            },
        );
    }
    if let Chooser::Owner(patient, agreement) = chooser {
        let outside = Action::SetOwner(*patient, *agreement, Some(Owner::Outside));
        let mark = match owner_of(review, chooser) {
            Some(Owner::Outside) => Mark::Chosen,
            _ => Mark::NotChosen,
        };
        page.push(Row::action(RowId::fixed("outside"), language.choose_outside(), outside).marked(mark));
    }
    if let Chooser::Answer(patient, question) = chooser {
        let place = TextPlace::Answer(*patient, question.clone(), AnswerText::Outside);
        let field = Field::line(place, language.choose_outside_hint());
        page.push(Row::field(RowId::fixed("outside"), language.choose_outside(), field));
    }
    page.gap();
    if !is_session {
        let add = Action::AddParticipant;
        page.push(Row::action(RowId::fixed("add-participant"), language.details_add_participant(), add));
    }
    match clear(chooser) {
        Some(clear) => page.push(Row::action(RowId::fixed("clear"), language.choose_clear(), clear)),
        None => page.push(Row::action(RowId::fixed("done"), language.choose_done(), Action::Back)),
    };
    page
}

/// Whether somebody is being looked for, among whom everybody is nobody.
fn page_is_searched(model: &Model) -> bool {
    !model.path.top().search.is_empty()
}

fn title(model: &Model, chooser: &Chooser) -> String {
    let language = model.language();
    match chooser {
        Chooser::BroughtBy(_) => language.profile_brought_by(),
        Chooser::AnsweredBy(..) => language.item_answered_by(),
        Chooser::AnotherAnswer(..) => language.item_another_answer(),
        Chooser::Answer(..) => language.choose_person(),
        Chooser::Involved(..) => language.judgement_involved(),
        Chooser::Owner(..) => language.agreement_who(),
        Chooser::ToldBy(..) => language.agreement_told_by(),
        Chooser::TakenOver(_) => language.overview_taken_over(),
    }
    .to_owned()
}

/// Who can be chosen: an absent person can own an agreement and may have answered beforehand, but cannot have judged
/// or tell anybody. Whoever answered already does not answer once more.
fn offered<'m>(meeting: &'m Meeting, review: &Review, chooser: &Chooser) -> Vec<&'m Participant> {
    let absent_too = !matches!(chooser, Chooser::BroughtBy(_) | Chooser::Involved(..) | Chooser::ToldBy(..));
    let answered = |id: ParticipantId| match chooser {
        Chooser::AnotherAnswer(_, question) => {
            review.answers_to(question).any(|(_, answer)| answer.answered_by == Some(id))
        }
        _ => false,
    };
    let known = meeting.participants.iter().filter(|participant| absent_too || !participant.absent);
    known.filter(|participant| !answered(participant.id)).collect()
}

/// Whether a person is chosen, and whether several can be.
fn state(review: &Review, chooser: &Chooser, id: ParticipantId) -> (bool, bool) {
    let one = |chosen: Option<ParticipantId>| (chosen == Some(id), false);
    match chooser {
        Chooser::BroughtBy(_) => one(review.details.brought_by),
        Chooser::AnsweredBy(_, question) => {
            one(review.answers.get(question).and_then(|answer| answer.answered_by))
        }
        Chooser::AnotherAnswer(..) => (false, false),
        Chooser::Answer(_, question) => {
            let given = review.answers.get(question).and_then(|answer| answer.given.as_ref());
            (given == Some(&Given::Person(Person::Participant(id))), false)
        }
        Chooser::Involved(_, checklist) => {
            (review.judgements.get(checklist).is_some_and(|judgement| judgement.involved.contains(&id)), true)
        }
        Chooser::Owner(..) => (owner_of(review, chooser) == Some(Owner::Participant(id)), false),
        Chooser::TakenOver(_) => one(review.details.taken_over.and_then(|stamp| stamp.by)),
        Chooser::ToldBy(_, agreement) => {
            one(review.agreements.iter().find(|known| known.id == *agreement).and_then(|known| known.told_by))
        }
    }
}

fn owner_of(review: &Review, chooser: &Chooser) -> Option<Owner> {
    let Chooser::Owner(_, agreement) = chooser else { return None };
    review.agreements.iter().find(|known| known.id == *agreement)?.owner
}

fn action(chooser: &Chooser, id: ParticipantId) -> Action {
    match chooser.clone() {
        Chooser::BroughtBy(patient) => Action::Detail(patient, Detail::BroughtBy(Some(id))),
        Chooser::AnsweredBy(patient, question) => Action::AnsweredBy(patient, question, Some(id)),
        Chooser::AnotherAnswer(patient, question) => Action::AddAnswer(patient, question, id),
        Chooser::Answer(patient, question) => {
            Action::AnswerPerson(patient, question, Person::Participant(id))
        }
        Chooser::Involved(patient, checklist) => Action::ToggleInvolved(patient, checklist, id),
        Chooser::Owner(patient, agreement) => {
            Action::SetOwner(patient, agreement, Some(Owner::Participant(id)))
        }
        Chooser::ToldBy(patient, agreement) => Action::SetToldBy(patient, agreement, Some(id)),
        Chooser::TakenOver(patient) => Action::Detail(patient, Detail::TakenOver(Some(id))),
    }
}

fn clear(chooser: &Chooser) -> Option<Action> {
    Some(match chooser.clone() {
        Chooser::BroughtBy(patient) => Action::Detail(patient, Detail::BroughtBy(None)),
        Chooser::AnsweredBy(patient, question) => Action::AnsweredBy(patient, question, None),
        Chooser::Answer(patient, question) => Action::Answer(patient, question, None),
        Chooser::Involved(..) | Chooser::AnotherAnswer(..) => return None,
        Chooser::Owner(patient, agreement) => Action::SetOwner(patient, agreement, None),
        Chooser::ToldBy(patient, agreement) => Action::SetToldBy(patient, agreement, None),
        Chooser::TakenOver(patient) => Action::Detail(patient, Detail::TakenOver(None)),
    })
}
