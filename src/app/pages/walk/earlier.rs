//! What an earlier meeting answered to a question, beside the question: never taken as new in silence.

use super::question::{Asked, Question, Room, UNDER_INDENT};
use crate::app::model::Model;
use crate::app::page::{Action, Block, Mark, Page, Role, Row};
use crate::app::pages::parts::since;
use crate::checklist::{Checklist, Discussed, Item};
use crate::meeting::course::knows;
use crate::meeting::{
    Answer, Conversations, Given, LOOKING_BACK, Meeting, NonAnswer, PatientId, QuestionKey, Review, Standing,
    Stood, discussed, terms, typed,
};

/// The question for the preferred place of death, in the plan and when looking back.
const PREFERRED_PLACE: &str = "gewenste-plaats";

/// Adds what an earlier meeting answered, and the ways to confirm it or to take it back; nothing where nobody answered.
///
/// Both ways stay whatever is chosen, so that nothing moves under the cursor: what was chosen is drawn so, and the other can be
/// chosen after all.
pub(super) fn rows(page: &mut Page, question: &Question<'_>) {
    let (model, patient) = (question.asked.model, question.asked.review.patient);
    let Some(stood) = model.answered_earlier(patient, &question.key) else { return };
    let language = model.language();
    let today = question.asked.meeting.details.date;
    let indent = question.indent + if question.room == Room::Row { UNDER_INDENT } else { 0 };
    let words = in_words(model, patient, (&question.key, question.item), stood);
    let given = question.answer.filter(|answer| answer.given.is_some());
    let state = given.map(|answer| State::of(answer, &stood.value));
    let is_of_case = question.asked.is_of_session();
    // A case has no days: what stands when it begins is as old as the story says.
    let was = match is_of_case {
        true => language.was(&words),
        false => language.was_on(&words, &typed::short_day(stood.since(), today, language)),
    };
    let day = since(language, stood, today);
    let stands = model.stands(&question.key);
    let is_option = knows(question.item, &stood.value);
    let of_case = || format!("{}: {words}", language.session_given());
    match state {
        Some(State::Other) if !stands || question.room == Room::Row => {
            tell(page, question, indent, was.clone());
        }
        None if !stands && is_of_case => tell(page, question, indent, of_case()),
        None if !stands => tell(page, question, indent, language.value_last_time(&words, &day)),
        // What can be chosen no more is told, and confirmed no more.
        None if !is_option => {
            let told = language.earlier_value(&words, &day, &by(model, patient, stood));
            tell(page, question, indent, language.no_option_any_more(&told));
        }
        _ if !stands || question.room == Room::Row => {}
        _ if is_of_case => {
            page.indented(Role::Value, indent, of_case());
        }
        _ => {
            let told = language.earlier_value(&words, &day, &by(model, patient, stood));
            page.indented(Role::Value, indent, told);
        }
    }
    if !stands {
        return;
    }
    let holds = Action::StillHolds(patient, question.key.clone());
    let label = match state {
        None if question.room == Room::Row && is_of_case => language.still_holds_of_case(&words),
        None if question.room == Room::Row => language.still_holds_value(&words, &day),
        None | Some(State::Confirmed | State::Same) => language.still_holds().to_owned(),
        Some(State::Gone | State::Other) => language.holds_after_all().to_owned(),
    };
    // Who listens hears each row by itself, and has to know of which question it is.
    let heard = |label: String| match model.in_lines && question.room == Room::Row {
        true => {
            let mut letters = label.chars();
            let first: String = letters.next().into_iter().flat_map(char::to_lowercase).collect();
            let called = question.numbered(question.asked.text(&question.item.called()));
            format!("{called}: {first}{}", letters.as_str())
        }
        false => label,
    };
    let holds = Row::action(question.row("still-holds", ""), heard(label), holds).at(indent);
    let gone = question.give(Given::Not(NonAnswer::NoLonger));
    let label = heard(terms::non_answer(language, NonAnswer::NoLonger).to_owned());
    let gone = Row::action(question.row("no-longer", ""), label, gone).at(indent);
    let (holds, gone) = match state {
        Some(State::Confirmed) => {
            let since = match is_of_case {
                true => language.confirmed_in_case().to_owned(),
                false => language.confirmed_today(&typed::short_day(stood.since(), today, language)),
            };
            (holds.with_value(Role::Quiet, since).marked(Mark::Chosen), gone.marked(Mark::NotChosen))
        }
        Some(State::Gone) => {
            let told = match model.said_of_another(patient, &question.key) {
                Some((item, key, of)) => {
                    language.was_said_of(&in_words(model, patient, (&key, item), of), &was)
                }
                None if is_of_case => language.taken_back_in_case(&was),
                None => language.taken_back_today(&was),
            };
            (holds.marked(Mark::NotChosen), gone.with_value(Role::Quiet, told).marked(Mark::Chosen))
        }
        _ => (holds.marked(Mark::NotChosen), gone.marked(Mark::NotChosen)),
    };
    let is_first = !page.blocks.iter().any(|block| matches!(block, Block::Row(_)));
    if question.room != Room::Row
        && is_option
        && is_first
        && page.first.is_none()
        && state != Some(State::Other)
    {
        let chosen = if state == Some(State::Gone) { &gone } else { &holds };
        page.first = Some(chosen.id.clone());
    }
    if is_option {
        page.push(holds);
    }
    page.push(gone);
    if question.room != Room::Row {
        page.gap();
    }
}

/// What was said today of what an earlier meeting answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    /// It still holds.
    Confirmed,
    /// The same was answered anew.
    Same,
    /// It holds no longer.
    Gone,
    /// Something else was answered.
    Other,
}

impl State {
    fn of(answer: &Answer, stood: &Answer) -> Self {
        match &answer.given {
            Some(Given::Not(NonAnswer::NoLonger)) => Self::Gone,
            _ if answer.is_confirmed() => Self::Confirmed,
            given if *given == stood.given => Self::Same,
            _ => Self::Other,
        }
    }
}

/// Where the patient wanted to die, as the plan has it, beside the question for that after the death.
pub(super) fn plan_says(page: &mut Page, question: &Question<'_>) {
    let key = &question.key;
    let is_asked = (key.checklist.as_str(), key.item.as_str()) == (LOOKING_BACK, PREFERRED_PLACE);
    if !is_asked {
        return;
    }
    let (model, review) = (question.asked.model, question.asked.review);
    let plan = QuestionKey::new(&"pzp".into(), &PREFERRED_PLACE.into());
    let item = model.checklist(&plan.checklist).and_then(|known| known.item(PREFERRED_PLACE));
    let stood = model.answered_earlier(review.patient, &plan);
    let (Some(item), Some(stood)) = (item, stood) else { return };
    let language = model.language();
    let words = in_words(model, review.patient, (&plan, item), stood);
    let day = since(language, stood, question.asked.meeting.details.date);
    let indent = question.indent + if question.room == Room::Row { UNDER_INDENT } else { 0 };
    tell(page, question, indent, language.plan_says(&words, &day));
}

/// Tells what was answered before under the answer of today: where that stands beside its label, in the same column.
fn tell(page: &mut Page, question: &Question<'_>, indent: u16, told: String) {
    if question.is_label() {
        page.under_value(Role::Quiet, told);
    } else {
        page.indented(Role::Quiet, indent, told);
    }
}

/// An answer of then: which question, its label, and the answer with whose it is.
pub(super) type Said = (QuestionKey, String, String);

/// What was answered in the meeting whose judgement stands, one line per answer, with the day of that meeting; none where
/// no judgement stands, or where nothing was answered then.
pub(super) fn discussed(asked: &Asked<'_>) -> Option<(String, Vec<Said>)> {
    let (model, patient, checklist) = (asked.model, asked.review.patient, asked.checklist);
    let language = model.language();
    let judged = model.standing(patient)?.judgement(&checklist.id)?;
    let answers = &model.standing(patient)?.answers;
    let of_it = |key: &QuestionKey, item: &Item| key.checklist == checklist.id && key.item == item.id;
    let lines: Vec<Said> = checklist
        .items()
        .flat_map(|item| {
            answers.iter().filter(move |(key, _)| of_it(key, item)).map(move |known| (item, known))
        })
        .filter(|(_, (_, stood))| stood.meeting == judged.meeting)
        .map(|(item, (key, stood))| {
            let words = in_words(model, patient, (key, item), stood);
            (key.clone(), item.called().get(language).to_owned(), words)
        })
        .filter(|(_, _, words)| !words.is_empty())
        .collect();
    let day = typed::short_day(judged.date, asked.meeting.details.date, language);
    (!lines.is_empty()).then_some((day, lines))
}

/// An answer of an earlier meeting in words, with its note: whoever is named in it is somebody of that meeting.
pub(in crate::app::pages) fn in_words(
    model: &Model,
    patient: PatientId,
    (key, item): (&QuestionKey, &Item),
    stood: &Stood<Answer>,
) -> String {
    let (words, lacks) = in_words_and_lacking(model, patient, (key, item), stood);
    [words, lacks].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("; ")
}

/// The same, with what it lacks apart.
pub(in crate::app::pages) fn in_words_and_lacking(
    model: &Model,
    patient: PatientId,
    (key, item): (&QuestionKey, &Item),
    stood: &Stood<Answer>,
) -> (String, String) {
    let language = model.language();
    let then = model.standing(patient).and_then(|standing: &Standing| standing.meeting(stood.meeting));
    let Some(meeting) = then.or_else(|| model.record()) else { return Default::default() };
    let old = model.standing(patient).and_then(|standing| standing.old(key));
    let value = match old {
        // What could be chosen then and not now has the words of then.
        Some(old) if !knows(item, &stood.value) => old.words(language, meeting, &stood.value),
        _ => terms::answer(language, meeting, item, &stood.value),
    };
    let note = terms::note(language, item, &stood.value);
    let lacks = lacking(model, patient, (key, item), stood, meeting).unwrap_or_default();
    let open = model.standing(patient).and_then(|standing| standing.open_again(key)).and_then(|open| {
        let said = terms::answer(language, meeting, item, &open.value);
        let today = model.record()?.details.date;
        let day = typed::short_day(open.date, today, language);
        Some(language.open_again_on(&day, &said.to_lowercase()))
    });
    (
        [value, note, open.unwrap_or_default()]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join("; "),
        lacks,
    )
}

/// What an answer of an earlier meeting lacks of its conversation, as on every paper: a limit of treatment of which nobody noted with
/// whom it was discussed is no plain limit. What was noted of that on its day or later counts.
fn lacking(
    model: &Model,
    patient: PatientId,
    (key, item): (&QuestionKey, &Item),
    stood: &Stood<Answer>,
    meeting: &Meeting,
) -> Option<String> {
    if item.discussed != Discussed::Needed {
        return None;
    }
    let language = model.language();
    let missing = conversations(model, patient, stood, meeting)?.missing(key, item, &stood.value);
    (!missing.is_empty()).then(|| language.incomplete(&discussed::in_words(language, &missing)))
}

/// The same of a question that no list asks any more.
pub(in crate::app::pages) fn lacking_of_old(
    model: &Model,
    patient: PatientId,
    key: &QuestionKey,
    stood: &Stood<Answer>,
    meeting: &Meeting,
) -> Option<String> {
    if matches!(stood.value.given, Some(Given::Not(_))) {
        return None;
    }
    let language = model.language();
    let missing = conversations(model, patient, stood, meeting)?.lacks(key);
    (!missing.is_empty()).then(|| language.incomplete(&discussed::in_words(language, &missing)))
}

/// The conversations that were noted on the day of an answer or later.
fn conversations(
    model: &Model,
    patient: PatientId,
    stood: &Stood<Answer>,
    meeting: &Meeting,
) -> Option<Conversations> {
    let mut noted = Review::new(patient);
    let answers = model.standing(patient)?.answers.iter();
    let since = answers.filter(|(_, known)| known.date >= stood.since());
    noted.answers.extend(since.map(|(key, known)| {
        let held = Some(known.value.counted_from(known.date));
        // What was confirmed since was noted of this answer, and not of the one before it.
        let earlier = known.value.earlier.clone().filter(|_| known.since() < stood.date);
        (key.clone(), Answer { held, earlier, ..known.value.clone() })
    }));
    let pinned = meeting.definitions.iter().filter_map(|pinned| model.checklist(&pinned.id));
    let definitions: Vec<&Checklist> = pinned.collect();
    Some(Conversations::of(model.language(), meeting, &noted, &definitions))
}

/// Who recorded an answer of an earlier meeting; empty where nobody was the recorder.
fn by(model: &Model, patient: PatientId, stood: &Stood<Answer>) -> String {
    let standing = model.standing(patient);
    let meeting = standing.and_then(|standing| standing.meeting(stood.meeting));
    let recorder = stood.value.recorded.by.and_then(|id| meeting?.participant(id));
    recorder.map(|known| known.name.clone()).unwrap_or_default()
}
