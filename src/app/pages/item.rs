//! The rows of one question.

use crate::app::action::Action;
use crate::app::model::Model;
use crate::app::page::{Field, Mark, Page, Role, Row, RowId, RowKind};
use crate::app::screen::{Chooser, Screen};
use crate::app::terms;
use crate::checklist::{
    Ask, Checklist, ChoiceOption, Indication, Item, ItemKind, Localized, Name, NonAnswers, Scale,
};
use crate::meeting::{Answer, AnswerText, Given, Meeting, NonAnswer, QuestionKey, Review, TextPlace, typed};

/// How far the large question and its options stand to the right.
const LARGE_INDENT: u16 = 3;

/// Of whom and within what a question is asked.
pub(super) struct Asked<'a> {
    pub model: &'a Model,
    pub meeting: &'a Meeting,
    pub review: &'a Review,
    pub checklist: &'a Checklist,
    /// The times of the repeating groups around the question.
    pub instance: &'a [u32],
    /// The indications that hold.
    pub indications: &'a [&'a Indication],
}

impl Asked<'_> {
    fn key(&self, item: &Item) -> QuestionKey {
        QuestionKey::repeated(&self.checklist.id, &item.id, self.instance)
    }

    fn text<'t>(&self, text: &'t Localized) -> &'t str {
        text.get(self.model.language())
    }
}

/// One question while its rows are being made.
struct Question<'a> {
    asked: &'a Asked<'a>,
    item: &'a Item,
    key: QuestionKey,
    answer: Option<&'a Answer>,
    indent: u16,
}

impl Question<'_> {
    fn row(&self, kind: &str, which: &str) -> RowId {
        if which.is_empty() {
            RowId::of(kind, &self.key)
        } else {
            RowId::of(kind, format!("{}={which}", self.key))
        }
    }

    fn place(&self, which: AnswerText) -> TextPlace {
        TextPlace::Answer(self.asked.review.patient, self.key.clone(), which)
    }

    fn given(&self) -> Option<&Given> {
        self.answer.and_then(|answer| answer.given.as_ref())
    }

    fn give(&self, given: Given) -> Action {
        Action::Answer(self.asked.review.patient, self.key.clone(), Some(given))
    }

    fn option(&self, page: &mut Page, id: RowId, label: &str, chosen: bool, action: Action) {
        let mark = if chosen { Mark::Chosen } else { Mark::NotChosen };
        page.push(Row::action(id, label, action).marked(mark).at(self.indent));
    }
}

/// Adds the rows of `item`; standing `alone` on its page it is set large.
pub(super) fn rows(page: &mut Page, asked: &Asked<'_>, item: &Item, alone: bool) {
    let key = asked.key(item);
    let indent = if alone { LARGE_INDENT } else { 0 };
    let question = Question { asked, item, answer: asked.review.answers.get(&key), key, indent };
    let in_row =
        matches!(item.kind, ItemKind::Number(_) | ItemKind::Date | ItemKind::ShortText | ItemKind::Person)
            || (item.kind == ItemKind::LongText && !alone);
    if !in_row || alone {
        heading(page, &question, alone);
    }
    value_rows(page, &question, in_row && !alone);
    beside(page, &question, alone);
}

fn heading(page: &mut Page, question: &Question<'_>, alone: bool) {
    let Asked { model, .. } = question.asked;
    let text = question.asked.text(&question.item.text);
    if alone {
        page.gap();
        if question.item.kind == ItemKind::Display {
            page.rich(Role::Plain, question.indent, text);
        } else {
            page.indented(Role::Question, question.indent, text);
        }
    } else if question.item.kind == ItemKind::Display {
        page.rich(Role::Plain, 0, text);
    } else {
        page.gap().text(Role::Question, text);
    }
    let who = match question.item.ask {
        Ask::Team => "",
        Ask::WhoKnows => model.language().item_ask_who_knows(),
        Ask::EachParticipant => model.language().item_ask_each(),
    };
    if !who.is_empty() {
        page.indented(Role::Quiet, question.indent, format!("({who})"));
    }
    if let Some(help) = &question.item.help {
        page.aside(question.indent, question.asked.text(help));
    }
    if alone {
        page.gap();
    }
}

fn value_rows(page: &mut Page, question: &Question<'_>, labelled: bool) {
    let language = question.asked.model.language();
    let given = question.given();
    let label = |otherwise: &str| {
        if labelled { question.asked.text(&question.item.text).to_owned() } else { otherwise.to_owned() }
    };
    match &question.item.kind {
        ItemKind::YesNo => {
            for truth in [true, false] {
                let (word, name) = if truth { (language.yes(), "yes") } else { (language.no(), "no") };
                let chosen = given == Some(&Given::YesNo(truth));
                question.option(
                    page,
                    question.row("option", name),
                    word,
                    chosen,
                    question.give(Given::YesNo(truth)),
                );
            }
        }
        ItemKind::Choice(options) if question.item.ask == Ask::EachParticipant => {
            counted(page, question, options);
        }
        ItemKind::Choice(options) => {
            for option in options {
                let chosen = given == Some(&Given::Choice(option.code.clone()));
                let give = question.give(Given::Choice(option.code.clone()));
                let id = question.row("option", option.code.as_str());
                question.option(page, id, question.asked.text(&option.text), chosen, give);
            }
        }
        ItemKind::Choices(options) => {
            for option in options {
                let chosen = matches!(given, Some(Given::Choices(codes)) if codes.contains(&option.code));
                let patient = question.asked.review.patient;
                let toggle = Action::ToggleOption(patient, question.key.clone(), option.code.clone());
                let mark = if chosen { Mark::Ticked } else { Mark::NotTicked };
                let id = question.row("option", option.code.as_str());
                page.push(
                    Row::action(id, question.asked.text(&option.text), toggle)
                        .marked(mark)
                        .at(question.indent),
                );
            }
        }
        ItemKind::Scale(scale) => scale_row(page, question, scale),
        ItemKind::Number(range) => {
            let unit = range.unit.clone().unwrap_or_default();
            let reading = match given {
                Some(Given::Number(text)) => match typed::number(text) {
                    None => language.number_unread().to_owned(),
                    Some(number)
                        if range.min.is_some_and(|min| number < min)
                            || range.max.is_some_and(|max| number > max) =>
                    {
                        language.number_out_of_bounds(range.min, range.max)
                    }
                    Some(_) => unit.clone(),
                },
                _ => String::new(),
            };
            let hint = format!("{} {unit}", language.number_hint());
            let field = Field::line(question.place(AnswerText::Number), hint.trim()).read_as(reading);
            page.push(Row::field(question.row("answer", ""), label(&unit), field).at(question.indent));
        }
        ItemKind::Date => {
            let today = question.asked.meeting.details.date;
            let reading = match given {
                Some(Given::Date(text)) => match typed::date(text, today) {
                    Some(date) => typed::day(date, language),
                    None => language.date_unread().to_owned(),
                },
                _ => String::new(),
            };
            let field = Field::line(question.place(AnswerText::Date), language.date_hint()).read_as(reading);
            page.push(
                Row::field(question.row("answer", ""), label(language.details_date()), field)
                    .at(question.indent),
            );
        }
        ItemKind::ShortText => {
            let field = Field::line(question.place(AnswerText::Text), language.text_hint());
            page.push(Row::field(question.row("answer", ""), label(""), field).at(question.indent));
        }
        ItemKind::LongText => {
            let field = Field::lines(question.place(AnswerText::Text), language.text_hint());
            page.push(Row::field(question.row("answer", ""), label(""), field).at(question.indent));
        }
        ItemKind::Person => person_row(page, question, &label(language.choose_person())),
        ItemKind::Agreement => {
            let text = question.asked.text(&question.item.text).to_owned();
            let make = Action::NewAgreement(question.asked.review.patient, text);
            page.push(
                Row::action(question.row("agree", ""), language.patient_agree(), make)
                    .marked(Mark::Leads)
                    .at(question.indent),
            );
        }
        ItemKind::Display => {}
    }
}

fn person_row(page: &mut Page, question: &Question<'_>, label: &str) {
    let language = question.asked.model.language();
    let chosen = question
        .answer
        .map(|answer| terms::answer(language, question.asked.meeting, question.item, answer))
        .filter(|text| !text.is_empty());
    let choose = Screen::Choose(Chooser::Answer(question.asked.review.patient, question.key.clone()));
    let (role, value) = match chosen {
        Some(value) => (Role::Value, value),
        None => (Role::Quiet, language.nobody().to_owned()),
    };
    page.push(
        Row::action(question.row("answer", ""), label, Action::Open(choose))
            .with_value(role, value)
            .at(question.indent),
    );
}

/// Everybody answers in turn without seeing the others; the spread is shown as counts.
fn counted(page: &mut Page, question: &Question<'_>, options: &[ChoiceOption]) {
    let language = question.asked.model.language();
    let patient = question.asked.review.patient;
    let counts = question.answer.map(|answer| &answer.counts);
    let count = |code: &Name| counts.and_then(|counts| counts.get(code)).copied().unwrap_or(0);
    let answered: u32 = options.iter().map(|option| count(&option.code)).sum();
    let shown = question.answer.is_some_and(|answer| answer.given.is_some());
    for option in options {
        let value = if shown { count(&option.code).to_string() } else { String::new() };
        let add = Action::Count(patient, question.key.clone(), option.code.clone());
        let id = question.row("option", option.code.as_str());
        page.push(
            Row::action(id, question.asked.text(&option.text), add)
                .marked(Mark::NotChosen)
                .with_value(Role::Value, value)
                .at(question.indent),
        );
    }
    page.indented(Role::Quiet, question.indent, language.answers_counted(answered));
    if answered > 0 {
        let (label, action) = if shown {
            (language.counts_hide(), Action::Answer(patient, question.key.clone(), None))
        } else {
            (language.counts_show(), question.give(Given::YesNo(true)))
        };
        page.push(Row::action(question.row("counts", ""), label, action).at(question.indent));
        let clear = Action::ClearCounts(patient, question.key.clone());
        page.push(
            Row::action(question.row("clear-counts", ""), language.counts_clear(), clear).at(question.indent),
        );
    }
}

fn scale_row(page: &mut Page, question: &Question<'_>, scale: &Scale) {
    let language = question.asked.model.language();
    let value = match question.given() {
        Some(Given::Scale(value)) => Some(*value),
        _ => None,
    };
    let ends = |text: &Option<Localized>, number: i64| match text {
        Some(text) => format!("{number} = {}", question.asked.text(text)),
        None => number.to_string(),
    };
    let between = question.asked.model.settings.marks.signs().between;
    let legend = format!("{}{between}{}", ends(&scale.low, scale.min), ends(&scale.high, scale.max));
    let (less, more) = match value {
        Some(value) => ((value - 1).max(scale.min), value.saturating_add(1).min(scale.max)),
        None => (scale.min, scale.min),
    };
    let shown = value.map_or_else(|| language.scale_empty().to_owned(), |value| value.to_string());
    let row = Row {
        kind: RowKind::Scale {
            less: question.give(Given::Scale(less)),
            more: question.give(Given::Scale(more)),
        },
        ..Row::action(question.row("answer", ""), language.scale_value(), Action::Nothing)
    };
    let role = if value.is_some() { Role::Value } else { Role::Quiet };
    page.push(row.with_value(role, shown).at(question.indent));
    page.indented(Role::Quiet, question.indent + 2, legend);
}

/// What stands beside every answer: explicit non-answers, who answered, the explanation, clearing.
fn beside(page: &mut Page, question: &Question<'_>, alone: bool) {
    let language = question.asked.model.language();
    let patient = question.asked.review.patient;
    if !question.item.is_answerable() {
        return;
    }
    let chosen_not = match question.given() {
        Some(Given::Not(reason)) => Some(*reason),
        _ => None,
    };
    let typed_in_row = !alone && matches!(question.item.kind, ItemKind::ShortText | ItemKind::LongText);
    let offered = if typed_in_row && question.item.states == NonAnswers::Team {
        Vec::new()
    } else {
        offered(question.item.states)
    };
    for reason in offered {
        let words = terms::non_answer(language, reason);
        let id = question.row("not", reason.name());
        question.option(page, id, words, chosen_not == Some(reason), question.give(Given::Not(reason)));
    }
    let answered = question.answer.is_some_and(|answer| !answer.is_empty());
    let typed_itself = matches!(question.item.kind, ItemKind::ShortText | ItemKind::LongText);
    if !alone && !answered {
        return;
    }
    if alone {
        page.air();
    }
    if question.item.ask == Ask::WhoKnows {
        let by = question.answer.and_then(|answer| answer.answered_by);
        let (role, value) = match terms::participant_by_id(language, question.asked.meeting, by) {
            name if name.is_empty() => (Role::Quiet, language.nobody().to_owned()),
            name => (Role::Value, name),
        };
        let choose = Screen::Choose(Chooser::AnsweredBy(patient, question.key.clone()));
        page.push(
            Row::action(question.row("by", ""), language.item_answered_by(), Action::Open(choose))
                .with_value(role, value)
                .at(question.indent),
        );
    }
    if !typed_itself {
        let field = Field::line(question.place(AnswerText::Note), language.text_hint());
        page.push(Row::field(question.row("note", ""), language.item_note(), field).at(question.indent));
    }
    if question.given().is_some() && !typed_itself {
        let clear = Action::Answer(patient, question.key.clone(), None);
        page.push(Row::action(question.row("clear", ""), language.item_clear(), clear).at(question.indent));
    }
}

/// The explicit non-answers that an item offers.
pub(super) fn offered(states: NonAnswers) -> Vec<NonAnswer> {
    match states {
        NonAnswers::Team => vec![NonAnswer::NotDiscussedToday],
        NonAnswers::Pzp => vec![
            NonAnswer::Unknown,
            NonAnswer::NotDiscussedWithPatient,
            NonAnswer::PatientNotReady,
            NonAnswer::NotApplicable,
        ],
        NonAnswers::None => Vec::new(),
    }
}
