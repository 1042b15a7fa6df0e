//! The rows on which an answer is given, one form per type of question.

use super::question::{Question, Room};
use crate::app::page::{Action, Chooser, Field, Mark, Page, Role, Row, RowKind, Screen};
use crate::app::pages::parts::{ROOMY, beside_day};
use crate::checklist::{ChoiceOption, DayAsked, ItemKind, Localized, Looks, Name, NumberRange, Scale};
use crate::meeting::{
    Answer, AnswerText, Given, colour_question, died_on, died_on_question, speaks_of_living, terms, typed,
};
use crate::words::Language;

/// The option of the shipped list for a patient without a colour.
const NO_COLOUR: &str = "geen";

/// Adds the rows on which the answer itself is given.
pub(in crate::app::pages) fn rows(page: &mut Page, question: &Question<'_>) {
    let language = question.asked.model.language();
    match &question.item.kind {
        _ if question.item.is_counted() => counted(page, question),
        ItemKind::YesNo if question.room == Room::Row => {
            let choices =
                [true, false].map(|truth| (question.yes_or_no(truth).to_owned(), Given::YesNo(truth)));
            cycle_row(page, question, &choices);
        }
        ItemKind::Choice(options) if question.room == Room::Row => {
            let choices = options.iter().map(|option| {
                (question.asked.text(&option.text).to_owned(), Given::Choice(option.code.clone()))
            });
            cycle_row(page, question, &choices.collect::<Vec<_>>());
        }
        ItemKind::YesNo => {
            for truth in [true, false] {
                let name = if truth { "yes" } else { "no" };
                question.option(page, name, question.yes_or_no(truth), Given::YesNo(truth));
            }
        }
        ItemKind::Choice(options) => {
            for option in options {
                let given = Given::Choice(option.code.clone());
                question.option(page, option.code.as_str(), question.asked.text(&option.text), given);
            }
        }
        ItemKind::Choices(options) => tick_rows(page, question, options),
        ItemKind::Scale(scale) => scale_row(page, question, scale),
        ItemKind::Number(range) => number_row(page, question, range),
        ItemKind::Date(asked) => date_row(page, question, asked),
        ItemKind::ShortText => {
            let field = Field::line(question.place(AnswerText::Text), "");
            page.push(Row::field(question.row("answer", ""), question.label(""), field).at(question.indent));
        }
        ItemKind::LongText => {
            let field = Field::lines(question.place(AnswerText::Text), "");
            page.push(Row::field(question.row("answer", ""), question.label(""), field).at(question.indent));
        }
        ItemKind::Person => person_row(page, question, question.label(language.choose_person())),
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

/// One row for a choice: Left and Right go through the options, and through no answer at all.
fn cycle_row(page: &mut Page, question: &Question<'_>, choices: &[(String, Given)]) {
    let language = question.asked.model.language();
    let signs = question.asked.model.settings.marks.signs();
    let is_colour = question.key == colour_question();
    let urgency = |given: &Given| match given {
        Given::Choice(code) if is_colour => signs.urgency_of_colour(code.as_str()),
        _ => 0,
    };
    // Of a group's own colours nobody but their file knows how urgent they are.
    let has_own = is_colour && choices.iter().any(|(_, given)| urgency(given) == 0 && !is_no_colour(given));
    let rank = |given: &Given| if has_own { usize::from(!is_no_colour(given)) } else { urgency(given) };
    // No colour stands at the far end from what is urgent, and so does no answer: no stray key leads from one to the other.
    let mut choices = choices.to_vec();
    choices.sort_by_key(|(_, given)| rank(given));
    let begin = choices.iter().position(|(_, given)| rank(given) > 0).unwrap_or(0);
    let at = choices.iter().position(|(_, given)| Some(given) == question.given());
    // Whoever changes what stood goes on from there.
    let stood = question.asked.model.answered_earlier(question.asked.review.patient, &question.key);
    let stood = stood.and_then(|stood| stood.value.given.as_ref()).filter(|_| question.given().is_none());
    let from = at.or_else(|| choices.iter().position(|(_, given)| Some(given) == stood));
    let option =
        |index: Option<usize>| index.and_then(|index| choices.get(index)).map(|(_, given)| given.clone());
    let patient = question.asked.review.patient;
    let answer = |given: Option<Given>| Action::Answer(patient, question.key.clone(), given);
    let less = answer(option(from.and_then(|at| at.checked_sub(1))));
    let more = answer(option(Some(from.map_or(begin, |at| (at + 1).min(choices.len().saturating_sub(1))))));
    let (role, shown) = match at.and_then(|at| choices.get(at)) {
        Some((text, Given::Choice(code))) if is_colour && signs.of_colour(code.as_str()) != signs.colour => {
            let sign = signs.of_colour(code.as_str());
            (Role::Value, format!("{} {sign} {text} {}", signs.less, signs.more))
        }
        Some((text, _)) => (Role::Value, format!("{} {text} {}", signs.less, signs.more)),
        // What there is to choose from, each with the sign that it has in every list; heard, a row says what was chosen.
        None if is_colour && stood.is_none() && !question.asked.model.in_lines => {
            let own = choices.iter().filter_map(|(text, given)| match given {
                Given::Choice(code) if signs.of_colour(code.as_str()) != signs.colour => {
                    Some(format!("{} {}", signs.of_colour(code.as_str()), text.to_lowercase()))
                }
                _ => None,
            });
            (Role::Quiet, format!("{} {} {}", signs.less, own.collect::<Vec<_>>().join("  "), signs.more))
        }
        None => {
            // Where there is room for it, a row below says what stood and confirms it.
            let model = question.asked.model;
            let stood = stood.filter(|_| !model.in_lines && model.size.height < ROOMY);
            let was = choices.iter().find_map(|(text, given)| match given {
                Given::Choice(code) if Some(given) == stood && is_colour => {
                    Some(format!("{} {}", signs.of_colour(code.as_str()), text.to_lowercase()))
                }
                _ => (Some(given) == stood).then(|| text.to_lowercase()),
            });
            (
                Role::Quiet,
                match was {
                    Some(was) => {
                        format!(
                            "{} {} {}  {}",
                            signs.less,
                            language.scale_choose(),
                            signs.more,
                            language.was(&was)
                        )
                    }
                    None => format!("{} {} {}", signs.less, language.scale_empty(), signs.more),
                },
            )
        }
    };
    let row = Row {
        kind: RowKind::Scale { less, more },
        ..Row::action(question.row("answer", ""), question.label(""), Action::Nothing)
    };
    page.push(row.with_value(role, shown).at(question.indent));
}

/// Whether an answer is the option that says that a patient has no colour.
fn is_no_colour(given: &Given) -> bool {
    matches!(given, Given::Choice(code) if code.as_str() == NO_COLOUR)
}

fn tick_rows(page: &mut Page, question: &Question<'_>, options: &[ChoiceOption]) {
    for option in options {
        let chosen = matches!(question.given(), Some(Given::Choices(codes)) if codes.contains(&option.code));
        let patient = question.asked.review.patient;
        let toggle = Action::ToggleOption(patient, question.key.clone(), option.code.clone());
        let mark = if chosen { Mark::Ticked } else { Mark::NotTicked };
        let id = question.row("option", option.code.as_str());
        page.push(
            Row::action(id, question.asked.text(&option.text), toggle).marked(mark).at(question.indent),
        );
    }
}

fn number_row(page: &mut Page, question: &Question<'_>, range: &NumberRange) {
    let language = question.asked.model.language();
    let unit = range.unit.clone().unwrap_or_default();
    let reading = match question.given() {
        Some(Given::Number(text)) => {
            let is_new = question.asked.model.typed_here(&question.place(AnswerText::Number));
            let read = typed::in_language(if is_new { language } else { Language::Dutch }, text);
            match typed::quantity(&read, range.unit.as_deref()) {
                None if unit.is_empty() => language.number_unread().to_owned(),
                None => language.number_in_unit_unread(&unit),
                Some(number) if !range.contains(number) => {
                    let outside = language.number_out_of_bounds(range.min, range.max, &unit);
                    if typed::is_ambiguous(text) {
                        format!("= {}; {outside}", language.number(number))
                    } else {
                        outside
                    }
                }
                Some(number) => in_digits(language, text, number, &unit),
            }
        }
        _ => String::new(),
    };
    let hint = format!("{} {unit}", language.number_hint());
    let field = Field::line(question.place(AnswerText::Number), hint.trim()).read_as(reading);
    page.push(Row::field(question.row("answer", ""), question.label(&unit), field).at(question.indent));
}

/// The unit, where that does not stand there already, with the number itself where it was written in another way.
fn in_digits(language: Language, text: &str, number: f64, unit: &str) -> String {
    /// Larger ones have digits that nobody typed.
    const EXACT: f64 = 1e15;
    let is_noted = text.trim_end().ends_with(')');
    let unit = if typed::number(text).is_some() || is_noted { unit } else { "" };
    let digits = number.to_string();
    let is_said = number.abs() >= EXACT || text.replace(',', ".").contains(&digits);
    if is_said && !typed::is_ambiguous(text) && !is_noted {
        unit.to_owned()
    } else {
        format!("= {} {unit}", language.number(number)).trim_end().to_owned()
    }
}

fn date_row(page: &mut Page, question: &Question<'_>, asked: &DayAsked) {
    let language = question.asked.model.language();
    let today = question.asked.meeting.details.date;
    let today = question.answer.map_or(today, |answer| answer.counted_from(today));
    let reading = match question.given() {
        Some(Given::Date(text)) => typed::said_within(language, text, today, asked),
        _ => String::new(),
    };
    let reading = spoken_since(question).unwrap_or(reading);
    let hint = match asked.looks {
        _ if asked.time => language.moment_hint(),
        Looks::Back => language.date_hint_back(),
        Looks::Forward => language.date_hint_forward(),
        Looks::Either => language.date_hint_either(),
    };
    let field = Field::line(question.place(AnswerText::Date), hint);
    let reading =
        beside_day(question.asked.model, question.asked.meeting, &field.place, (today, asked.looks), reading);
    let field = field.read_as(reading);
    let label = question.label(language.details_date());
    page.push(Row::field(question.row("answer", ""), label, field).at(question.indent));
}

/// What stands beside the day of a death after which somebody was still spoken of as living: that one of these is a slip.
fn spoken_since(question: &Question<'_>) -> Option<String> {
    if question.key != died_on_question() {
        return None;
    }
    let (model, meeting, review) = (question.asked.model, question.asked.meeting, question.asked.review);
    let on = died_on(meeting, review)?;
    let today = speaks_of_living(review).then_some(meeting.details.date);
    let known = model.register().and_then(|register| register.patient(review.patient));
    let discussed = known.filter(|known| !known.deceased).and_then(|known| known.discussed);
    let judged = known.into_iter().flat_map(|known| &known.judged).map(|(_, (day, _))| *day);
    let lived = known.and_then(|known| known.lived_on);
    let since =
        judged.chain([today, discussed, lived].into_iter().flatten()).max().filter(|day| on < *day)?;
    let day = |day| typed::day(day, model.language());
    Some(model.language().died_before_discussed(&day(on), &day(since)))
}

fn person_row(page: &mut Page, question: &Question<'_>, label: String) {
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
fn counted(page: &mut Page, question: &Question<'_>) {
    let language = question.asked.model.language();
    let patient = question.asked.review.patient;
    let counts = question.answer.map(|answer| &answer.counts);
    let count = |code: &Name| counts.and_then(|counts| counts.get(code)).copied().unwrap_or(0);
    let options = terms::counted(language, question.item);
    let answered = options.iter().fold(0_u32, |sum, (code, _)| sum.saturating_add(count(code)));
    let shown = question.answer.is_some_and(Answer::is_spread_shown);
    let several = matches!(question.item.kind, ItemKind::Choices(_));
    for (code, words) in options {
        let value = match shown {
            true if several => language.people_counted(count(&code)),
            true => count(&code).to_string(),
            false => String::new(),
        };
        let id = question.row("option", code.as_str());
        let add = Action::Count(patient, question.key.clone(), code);
        page.push(
            Row::action(id, words, add)
                .marked(Mark::NotChosen)
                .with_value(Role::Value, value)
                .at(question.indent),
        );
    }
    // Of several choices the sum is no number of people.
    let sum = if several { language.ticks_counted(answered) } else { language.answers_counted(answered) };
    let meeting = question.asked.meeting;
    let people = question.answer.and_then(|answer| terms::too_many(meeting, question.item, answer));
    let sum = match people {
        Some(people) => format!("{sum}; {}", language.more_answers_than_people(people)),
        None => sum,
    };
    let (label, action) = match (answered, shown) {
        // It is there before anybody answers, so that the first answer moves nothing.
        (0, _) => (language.counts_show(), Action::Nothing),
        (_, true) => (language.counts_hide(), Action::Answer(patient, question.key.clone(), None)),
        (_, false) => (language.counts_show(), question.give(Answer::SPREAD_SHOWN)),
    };
    let row = Row::action(question.row("counts", ""), label, action).at(question.indent);
    page.push(row.with_value(Role::Quiet, sum));
    if answered > 0 {
        let clear = Action::ClearCounts(patient, question.key.clone());
        let label = match question.room {
            Room::Large => language.counts_clear().to_owned(),
            Room::Shared | Room::Row => {
                language.counts_clear_of(&question.numbered(question.asked.text(&question.item.called())))
            }
        };
        page.apart.push(Row::action(question.row("clear-counts", ""), label, clear));
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
        Some(value) => (value.saturating_sub(1).max(scale.min), value.saturating_add(1).min(scale.max)),
        None => (scale.min, scale.min),
    };
    let shown = value.map_or_else(|| language.scale_empty().to_owned(), |value| value.to_string());
    // Where no row clears the answer, the arrows lead back to none.
    let clears = question.room == Room::Row && value.is_none_or(|value| value == scale.min);
    let less = if clears { question.clear() } else { question.give(Given::Scale(less)) };
    let row = Row {
        kind: RowKind::Scale { less, more: question.give(Given::Scale(more)) },
        ..Row::action(question.row("answer", ""), question.label(language.scale_value()), Action::Nothing)
    };
    let role = if value.is_some() { Role::Value } else { Role::Quiet };
    page.push(row.with_value(role, shown).at(question.indent));
    page.indented(Role::Quiet, question.indent + 2, legend);
}
