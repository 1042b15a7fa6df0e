//! The rows of one question, large on its own page, sharing one, or on a single row.

use super::question::{Asked, Question, Room, UNDER_INDENT};
use super::{earlier, source, values};
use crate::app::model::Model;
use crate::app::page::{Action, Chooser, Field, Mark, Page, Role, Row, RowId, Screen};
use crate::checklist::{Ask, Discussed, Indication, Item, ItemKind, NonAnswers};
use crate::meeting::{
    Answer, AnswerText, Given, Missing, NonAnswer, PatientId, QuestionKey, Review, discussed, terms,
};

/// How far the large question and its options stand to the right.
const LARGE_INDENT: u16 = 3;

/// Adds the rows of `item` in the room that it gets.
pub(in crate::app::pages) fn rows(page: &mut Page, asked: &Asked<'_>, item: &Item, room: Room) {
    let key = asked.key(item);
    // The same on every page of its own: a question that another one joins stays where it stood.
    let indent = if room == Room::Row { 0 } else { LARGE_INDENT };
    let first = Question { asked, item, answer: asked.review.answers.get(&key), key, room, indent };
    let chooses = matches!(item.kind, ItemKind::YesNo | ItemKind::Choice(_) | ItemKind::Choices(_));
    if chooses && room != Room::Row && item.discussed == Discussed::Needed && first.given().is_none() {
        // A limit of treatment is chosen on purpose, and never for being the first row.
        let begins = page.rows().next().is_none();
        page.waits |= begins;
    }
    if !first.is_label() {
        heading(page, &first);
    }
    // Read before anything is asked anew; a field is read as one line with what stood under it.
    if !first.is_label() {
        earlier::rows(page, &first);
        earlier::plan_says(page, &first);
    }
    page.apart.extend(holds_too(&first));
    answer_rows(page, &first);
    if first.is_label() {
        earlier::rows(page, &first);
        earlier::plan_says(page, &first);
    }
    if item.ask == Ask::WhoKnows && item.is_answerable() {
        others(page, &first);
    }
    reliability(page, &first);
}

fn answer_rows(page: &mut Page, question: &Question<'_>) {
    values::rows(page, question);
    let is_first = question.key.by.is_none();
    let is_open = question.answer.is_none_or(Answer::is_empty);
    // Above a question with a heading it stands there; who answered says it afterwards.
    if question.is_label() && is_first && is_open && question.item.ask == Ask::WhoKnows {
        let who = question.asked.model.language().item_ask_who_knows();
        page.indented(Role::Quiet, question.indent + UNDER_INDENT, format!("({who})"));
    }
    match question.room {
        _ if !question.item.is_answerable() => {}
        Room::Row => under(page, question),
        Room::Large | Room::Shared => beside(page, question),
    }
}

/// The answers of more people who know the patient, each for themselves, and the way to one more.
fn others(page: &mut Page, first: &Question<'_>) {
    let (asked, item) = (first.asked, first.item);
    let language = asked.model.language();
    let (patient, meeting) = (asked.review.patient, asked.meeting);
    for (key, answer) in asked.review.answers_to(&first.key).filter(|(key, _)| key.by.is_some()) {
        let question = Question { asked, item, answer: Some(answer), key: key.clone(), ..*first };
        let name = terms::participant_by_id(language, meeting, answer.answered_by);
        let name = if name.is_empty() { language.participant_unnamed().to_owned() } else { name };
        page.gap().indented(Role::Heading, first.indent, &*name);
        answer_rows(page, &question);
        let remove = Action::RemoveAnswer(patient, key.clone());
        let label = language.item_remove_answer(&name);
        page.apart.push(Row::action(question.row("remove", ""), label, remove));
    }
    let named = first.answer.is_some_and(|answer| answer.answered_by.is_some());
    if named {
        let choose = Screen::Choose(Chooser::AnotherAnswer(patient, first.key.clone()));
        page.gap().push(
            Row::action(first.row("another", ""), language.item_another_answer(), Action::Open(choose))
                .at(first.indent),
        );
    }
}

/// What an answer of the plan lacks, with the page on which it can be noted.
fn reliability(page: &mut Page, question: &Question<'_>) {
    let Some(answer) = question.answer else { return };
    let told = lacking(question.asked.model, question.asked.review, &question.key, question.item, answer);
    if !told.is_empty() {
        if question.room != Room::Row {
            page.gap();
        }
        page.indented(Role::Warning, question.indent, told);
    }
}

/// Whether what stands from an earlier meeting lacks nothing of its conversation: who confirms it takes nothing away from that.
fn stood_whole(model: &Model, review: &Review, key: &QuestionKey, item: &Item) -> bool {
    model.answered_earlier(review.patient, key).is_some_and(|stood| {
        super::earlier::in_words_and_lacking(model, review.patient, (key, item), stood).1.is_empty()
    })
}

/// What an answer lacks before anybody can rely on it, in a sentence that names it; empty where it lacks nothing.
pub(in crate::app::pages) fn lacking(
    model: &Model,
    review: &Review,
    key: &QuestionKey,
    item: &Item,
    answer: &Answer,
) -> String {
    let plan = item.discussed == Discussed::Needed;
    let (Some(open), Some(known)) = (&model.open, model.checklist(&key.checklist)) else {
        return String::new();
    };
    if !plan && !terms::options(item).iter().any(|option| option.needs_note) {
        return String::new();
    }
    let language = model.language();
    let conversations = open.conversations(language, review, known);
    let missing = conversations.missing(key, item, answer);
    if missing.is_empty() || answer.is_confirmed() && stood_whole(model, review, key, item) {
        return String::new();
    }
    let called = item.called();
    let label = called.get(language);
    let is_here =
        |missing: &Missing| matches!(missing, Missing::Note | Missing::Renewed | Missing::NoteRenewed);
    // Of the conversation the page is named on which it is noted; what is meant is noted beside the answer itself.
    let (here, there): (Vec<Missing>, Vec<Missing>) = missing.into_iter().partition(is_here);
    let [here, what] = [here, there].map(|missing| discussed::in_words(language, &missing));
    if what.is_empty() {
        return language.incomplete_here(label, &here, "");
    }
    let there = language.incomplete_here(label, &what, conversations.page().map_or("", |page| &page.title));
    if here.is_empty() { there } else { format!("{there}; {here}") }
}

fn heading(page: &mut Page, question: &Question<'_>) {
    let language = question.asked.model.language();
    let text = question.item.question();
    let text = question.asked.text(&text);
    if question.room != Room::Row {
        page.gap();
    }
    if question.item.kind == ItemKind::Display {
        page.rich(Role::Plain, question.indent, text);
    } else {
        page.indented(Role::Question, question.indent, question.numbered(text));
    }
    let who = match question.item.ask {
        Ask::WhoKnows => language.item_ask_who_knows(),
        Ask::EachParticipant if question.item.is_counted() => language.item_ask_each(),
        Ask::Team | Ask::EachParticipant => "",
    };
    if !who.is_empty() {
        page.indented(Role::Quiet, question.indent, format!("({who})"));
    }
    if let Some(help) = &question.item.help {
        page.aside(question.indent, question.asked.text(help));
    }
    if question.room == Room::Large {
        page.gap();
    }
}

/// What stands beside every answer: explicit non-answers, who answered, the explanation, clearing. It stands there before anybody
/// answers, or behind everything else, so that no answer moves what is under the cursor.
fn beside(page: &mut Page, question: &Question<'_>) {
    let alone = question.room == Room::Large;
    let typed_itself = matches!(question.item.kind, ItemKind::ShortText | ItemKind::LongText);
    non_answers(page, question, typed_itself);
    if alone {
        page.air();
    }
    if question.item.ask == Ask::WhoKnows {
        by(page, question);
    }
    let has_words = terms::options(question.item).iter().any(|option| option.needs_note);
    if alone && !typed_itself || has_words {
        page.push(note(question));
    } else if !typed_itself && question.answer.is_some_and(|answer| !answer.is_empty()) {
        // What is asked on one page is read from question to question.
        page.apart.push(note_apart(question));
    }
    // What is typed is cleared by typing; that it was not discussed is no text.
    let is_not_given = matches!(question.given(), Some(Given::Not(_)));
    if question.given().is_some() && (!typed_itself || is_not_given) && !question.is_counting() {
        clear(page, question);
    }
}

/// The way to say that what was noted beside another choice holds for this one too, apart from all other rows; none where nothing is.
pub(super) fn holds_too(question: &Question<'_>) -> Option<Row> {
    let (model, review) = (question.asked.model, question.asked.review);
    let answer = question.answer.filter(|answer| answer.replaces.is_some() && model.may_change())?;
    let conversations =
        model.open.as_ref()?.conversations(model.language(), review, question.asked.checklist);
    let missing = conversations.missing(&question.key, question.item, answer);
    let language = model.language();
    let label = match (missing.contains(&Missing::Renewed), missing.contains(&Missing::NoteRenewed)) {
        (true, true) => language.both_hold_too(),
        (true, false) => language.conversation_holds_too(),
        (false, true) => language.note_holds_too(),
        (false, false) => return None,
    };
    let holds = Action::HoldsToo(review.patient, question.key.clone());
    Some(Row::action(question.row("holds-too", ""), label, holds))
}

/// The way to clear an answer, apart from all other rows; where it is not the only question of the page, with its name.
fn clear(page: &mut Page, question: &Question<'_>) {
    let language = question.asked.model.language();
    let label = match question.room {
        Room::Large => language.item_clear().to_owned(),
        Room::Shared | Room::Row => {
            language.item_clear_of(&question.numbered(question.asked.text(&question.item.called())))
        }
    };
    page.apart.push(Row::action(question.row("clear", ""), label, question.clear()));
}

/// What stands under the one row of a question: only what the answer cannot do without.
fn under(page: &mut Page, question: &Question<'_>) {
    let question = &Question {
        indent: question.indent + UNDER_INDENT,
        key: question.key.clone(),
        asked: question.asked,
        ..*question
    };
    let is_not_given = matches!(question.given(), Some(Given::Not(_)));
    if is_not_given || matches!(question.item.states, NonAnswers::Pzp | NonAnswers::Unknown) {
        non_answers(page, question, false);
    }
    if is_not_given {
        clear(page, question);
    }
    if question.item.ask == Ask::WhoKnows {
        by(page, question);
    }
    let has_note = question.answer.is_some_and(|answer| !answer.note.is_empty());
    if has_note || terms::options(question.item).iter().any(|option| option.needs_note) {
        page.push(note(question));
    }
}

/// Who answered.
fn by(page: &mut Page, question: &Question<'_>) {
    if question.asked.is_of_session() {
        return;
    }
    let language = question.asked.model.language();
    let by = question.answer.and_then(|answer| answer.answered_by);
    let (role, value) = match terms::participant_by_id(language, question.asked.meeting, by) {
        name if name.is_empty() => (Role::Quiet, language.nobody().to_owned()),
        name => (Role::Value, name),
    };
    let choose = Screen::Choose(Chooser::AnsweredBy(question.asked.review.patient, question.key.clone()));
    page.push(
        Row::action(question.row("by", ""), language.item_answered_by(), Action::Open(choose))
            .with_value(role, value)
            .at(question.indent),
    );
}

/// The explanation of an answer.
fn note(question: &Question<'_>) -> Row {
    let field = Field::line(question.place(AnswerText::Note), "");
    let label = question.asked.model.language().item_note();
    Row::field(question.row("note", ""), label, field).at(question.indent)
}

/// The same behind everything else of the page, named after its question.
fn note_apart(question: &Question<'_>) -> Row {
    let language = question.asked.model.language();
    let called = question.numbered(question.asked.text(&question.item.called()));
    Row { label: language.item_note_of(&called), ..note(question) }.at(0)
}

/// The explicit non-answers: one option for the team, one row that leads to the four of the PZP.
fn non_answers(page: &mut Page, question: &Question<'_>, typed_itself: bool) {
    let language = question.asked.model.language();
    match NonAnswer::offered(question.item) {
        [] => {}
        _ if question.is_counting() => {}
        [NonAnswer::NotDiscussedToday] if typed_itself && question.room == Room::Row => {}
        [reason] => {
            let mark =
                if question.given() == Some(&Given::Not(*reason)) { Mark::Chosen } else { Mark::NotChosen };
            let give = question.give(Given::Not(*reason));
            let row =
                Row::action(question.row("not", reason.name()), terms::non_answer(language, *reason), give);
            page.push(row.marked(mark).at(question.indent));
        }
        _ => {
            let blank = language.still_blank().to_lowercase();
            let (role, value) = match question.given() {
                Some(Given::Not(reason)) => (Role::Value, terms::non_answer(language, *reason)),
                // It stays where it is, so that an answer moves nothing.
                Some(_) => (Role::Quiet, language.item_is_answered()),
                None => (Role::Quiet, blank.as_str()),
            };
            let choose = Screen::NoAnswer(question.asked.review.patient, question.key.clone());
            page.push(
                Row::action(question.row("not", ""), language.item_no_answer(), Action::Open(choose))
                    .with_value(role, value)
                    .at(question.indent),
            );
        }
    }
}

/// Why a question of the PZP has no answer: chosen on purpose, never filled in by itself.
pub(in crate::app::pages) fn no_answer(model: &Model, patient: PatientId, question: &QuestionKey) -> Page {
    let language = model.language();
    let Some((meeting, review)) = crate::app::pages::parts::discussion(model, patient) else {
        return crate::app::pages::parts::titled(language.item_no_answer());
    };
    let mut page = crate::app::pages::parts::patient_page(model, meeting, review);
    page.text(Role::Heading, language.item_no_answer());
    let item = model.checklist(&question.checklist).and_then(|known| known.item(question.item.as_str()));
    if let Some(item) = item {
        page.text(Role::Plain, item.question().get(language));
    }
    let offered = item.map(NonAnswer::offered).unwrap_or_default();
    page.gap();
    let given = review.answers.get(question).and_then(|answer| answer.given.as_ref());
    for &reason in offered {
        let mark = if given == Some(&Given::Not(reason)) { Mark::Chosen } else { Mark::NotChosen };
        let give = Action::Answer(patient, question.clone(), Some(Given::Not(reason)));
        page.push(
            Row::action(RowId::of("not", reason.name()), terms::non_answer(language, reason), give)
                .marked(mark),
        );
    }
    page.gap();
    let clear = Action::Answer(patient, question.clone(), None);
    page.push(Row::action(RowId::fixed("clear"), language.item_leave_empty(), clear));
    page
}

/// What a source says of what was answered, with the status of that source; never a verdict.
pub(in crate::app::pages) fn indication_text(page: &mut Page, asked: &Asked<'_>, indication: &Indication) {
    let language = asked.model.language();
    let source = indication.source.as_ref().and_then(|name| asked.checklist.source(name));
    page.rich(Role::Indication, 0, indication.text.get(language));
    if let Some(source) = source {
        page.text(Role::Quiet, source::in_short(language, source));
    }
}
