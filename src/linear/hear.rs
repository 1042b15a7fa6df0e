//! Making messages of a typed line; a line that means nothing gets one sentence in return.

use super::ballot;
use super::commands::{self, Does};
use super::say::Said;
use crate::app::page::{OneOf, Page, Row, RowId, RowKind};
use crate::app::{Action, Msg, Pictured, PlayedDetail, ScenePage, Screen, is_masked, may_find};
use crate::checklist::{ItemKind, Scale, limits};
use crate::meeting::Given;
use crate::meeting::typed::on_scale;
use crate::text;
use crate::text::same::{folded, same};
use crate::words::Language;

/// The most steps that one line goes over a scale; only a definition that was accepted before has more.
const MOST_STEPS: i64 = limits::SCALE;

/// Where the next line goes, when it is no choice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Typing {
    /// The next line becomes the text of this row.
    Line(RowId),
    /// Every line is added to the text of this row, until an empty one.
    Lines(RowId),
    /// The next line is a value on the scale of this row.
    Value(RowId),
}

impl Typing {
    /// The row that is being typed on.
    pub fn row(&self) -> &RowId {
        match self {
            Self::Line(row) | Self::Lines(row) | Self::Value(row) => row,
        }
    }
}

/// What a line means.
#[derive(Debug, Clone, PartialEq)]
pub enum Heard {
    /// Let these happen; then lines go where `typing` says.
    Do {
        /// The messages, in order.
        msgs: Vec<Msg>,
        /// Where the next line goes.
        typing: Option<Typing>,
    },
    /// Say the next part of a long list.
    More,
    /// Say the whole screen again.
    Repeat,
    /// Explain everything.
    Explain,
    /// Nothing happens but this sentence.
    Refused(String),
}

/// What `line` means on the present screen, of which `said` was said last.
///
/// While nothing is being typed, a line is the number of a row, perhaps with a text or value behind it, or a command.
/// While something is being typed every line is text, except one that begins with `/`: that is a command, or with `//`
/// a text that begins with `/`.
pub fn hear(line: &str, model: &Pictured, said: &Said, typing: Option<&Typing>) -> Heard {
    // A line from a pipe may come from a file with a byte order mark, or with what a text processor put in it.
    let line = &*text::pasted(line.trim_end_matches(['\n', '\r']));
    let page = model.page();
    let at_work = typing.and_then(|typing| Some((typing, page.row(typing.row())?)));
    let Some((typing, row)) = at_work else { return choose(line, model, said, &page) };
    text_or_command(line, model, typing, row)
}

/// A line for a row: text, or behind `/` a command.
fn text_or_command(line: &str, model: &Pictured, typing: &Typing, row: &Row) -> Heard {
    match line.strip_prefix('/') {
        Some(rest) if rest.starts_with('/') => typed(rest, model, typing, row),
        Some(word) => command(word.trim(), model, Some(typing)).unwrap_or_else(|| {
            Heard::Refused(model.language().linear_no_command(&text::visible_line(line.trim())))
        }),
        None => typed(line, model, typing, row),
    }
}

/// A line while nothing is being typed.
fn choose(line: &str, model: &Pictured, said: &Said, page: &Page) -> Heard {
    let language = model.language();
    let line = line.trim();
    let word = line.strip_prefix('/').unwrap_or(line);
    let is_more =
        [Language::Dutch, Language::English].iter().any(|known| same(word, known.linear_more_word()));
    if said.has_more() && is_more {
        return Heard::More;
    }
    if let Some(heard) = command(word, model, None) {
        return heard;
    }
    if is_masked(model) && model.votes_in_secret {
        match ballot::heard(line, page, model, said) {
            Some(msgs) => return Heard::Do { msgs, typing: None },
            // What may be a vote that somebody typed in a way of their own is said again to nobody.
            None if is_like_a_vote(line, said) => {
                return Heard::Refused(language.linear_no_such_vote().to_owned());
            }
            None => {}
        }
    }
    if let Some(row) =
        by_words(line, page).filter(|row| said.has_waiting_list() || takes_words(row, page, model))
    {
        return open(row, "", model);
    }
    let digits: String = line.chars().take_while(char::is_ascii_digit).collect();
    let rest = line.strip_prefix(&digits).unwrap_or_default();
    let rest = rest.strip_prefix(['.', ')']).unwrap_or(rest);
    if digits.is_empty() || !(rest.is_empty() || rest.starts_with(char::is_whitespace)) {
        return match &page.sought {
            Some(first) if !line.is_empty() => search(line, first, page.abilities.searching),
            _ if page.by_words && is_masked(model) => {
                Heard::Refused(language.session_only_votes_by_number().to_owned())
            }
            _ if page.by_words => Heard::Refused(language.session_by_words().to_owned()),
            _ => Heard::Refused(language.linear_not_understood().to_owned()),
        };
    }
    let row = digits.parse().ok().and_then(|number| said.row(number)).and_then(|id| page.row(id));
    match row {
        None if page.by_words && is_masked(model) => {
            Heard::Refused(language.linear_no_such_vote().to_owned())
        }
        None if page.by_words => Heard::Refused(language.session_by_words().to_owned()),
        None => Heard::Refused(language.linear_no_row(&digits)),
        // One of the numbers belongs to a choice, and what follows to none.
        Some(_) if !rest.trim().is_empty() && page.by_words && is_masked(model) => {
            Heard::Refused(language.linear_no_such_vote().to_owned())
        }
        Some(row) => open(row, rest.trim(), model),
    }
}

/// Whether a row may be chosen by its words: where only votes have a number, and of what shows or hides votes also afterwards,
/// so that the word for it does not come and go.
fn takes_words(row: &Row, page: &Page, model: &Pictured) -> bool {
    let is_of_vote = matches!(model.screen(), Screen::Scene(_, ScenePage::Vote(_) | ScenePage::Spread(_)));
    page.by_words || is_of_vote && matches!(row.kind, RowKind::Action(_))
}

/// The row of which the words are the line, or the one row of which they begin so; a letter or two are none.
fn by_words<'p>(line: &str, page: &'p Page) -> Option<&'p Row> {
    let wanted = folded(line);
    let begins = |row: &&Row| folded(&row.label).starts_with(&wanted);
    let mut rows = page.rows().filter(begins);
    let whole = page.rows().find(|row| folded(&row.label) == wanted);
    let first = rows.next().filter(|_| rows.next().is_none());
    whole.or(first).filter(|_| line.chars().filter(|sign| sign.is_alphabetic()).count() > 2)
}

/// Whether a line is no row, and each of its digits is.
fn is_like_a_vote(line: &str, said: &Said) -> bool {
    let is_row = |digits: &str| digits.parse().ok().and_then(|number| said.row(number)).is_some();
    let mut digits = line.chars().filter(char::is_ascii_digit).map(String::from).peekable();
    !is_row(line.trim_end_matches(['.', ')']))
        && digits.peek().is_some()
        && digits.all(|digit| is_row(&digit))
}

/// Words are looked for in all meetings.
fn find(words: &str, model: &Pictured) -> Heard {
    let page = model.page();
    if let (Screen::Search, Some(first)) = (model.screen(), &page.sought) {
        return search(words, first, page.abilities.searching);
    }
    let look = Msg::Type(text::Command::InsertText(words.into()));
    Heard::Do { msgs: vec![Msg::Find, look], typing: None }
}

/// Words are looked for in the list of the page, in the place of what was looked for before.
fn search(words: &str, first: &RowId, searching: bool) -> Heard {
    let end = searching.then_some(Msg::Back);
    let look = [Msg::Focus(first.clone()), Msg::Type(text::Command::InsertText(words.into()))];
    Heard::Do { msgs: end.into_iter().chain(look).collect(), typing: None }
}

/// Opens or chooses a row; `rest` is what was typed behind its number.
fn open(row: &Row, rest: &str, model: &Pictured) -> Heard {
    let id = row.id.clone();
    let typing = match &row.kind {
        RowKind::Action(action) if shows_votes(action, model) => {
            return Heard::Refused(model.language().linear_no_masked_vote().to_owned());
        }
        RowKind::Action(_) if rest.is_empty() => {
            return Heard::Do { msgs: vec![Msg::Focus(id), Msg::Activate], typing: None };
        }
        RowKind::Action(_) => {
            return Heard::Refused(model.language().linear_takes_no_text().to_owned());
        }
        RowKind::Field(field) if field.many_lines && rest.is_empty() => Typing::Lines(id),
        RowKind::Field(_) => Typing::Line(id),
        RowKind::Scale { .. } | RowKind::OneOf(_) => Typing::Value(id),
    };
    if rest.is_empty() {
        return Heard::Do { msgs: vec![Msg::Focus(row.id.clone())], typing: Some(typing) };
    }
    match text_or_command(rest, model, &typing, row) {
        Heard::Do { msgs, .. } => Heard::Do { msgs, typing: None },
        refused => refused,
    }
}

/// Whether an action belongs to a vote of which nobody is to see anything, where the lines above would show it.
fn shows_votes(action: &Action, model: &Pictured) -> bool {
    match action {
        _ if model.votes_in_secret => false,
        Action::Played(_, PlayedDetail::Cast(..)) => true,
        Action::Played(_, PlayedDetail::Mask(_)) => !is_masked(model),
        _ => false,
    }
}

/// A line that is text, or a value.
fn typed(line: &str, model: &Pictured, typing: &Typing, row: &Row) -> Heard {
    let id = typing.row().clone();
    if line.trim().is_empty() {
        return Heard::Do { msgs: vec![Msg::Focus(id)], typing: None };
    }
    if let Typing::Value(_) = typing {
        return value(line.trim(), model, row);
    }
    let known = row.as_field().and_then(|field| field.place.text(model.record()?)).unwrap_or_default();
    let many_lines = row.as_field().is_some_and(|field| field.many_lines);
    let mut msgs = vec![Msg::Focus(id.clone())];
    if !many_lines {
        msgs.push(Msg::Type(text::Command::SelectAll));
    } else if !known.is_empty() && !known.ends_with('\n') {
        msgs.push(Msg::Type(text::Command::NewLine));
    }
    msgs.push(Msg::Type(text::Command::InsertText(line.into())));
    // Coming to the row again commits what was typed on it.
    msgs.push(Msg::Focus(id));
    let typing = matches!(typing, Typing::Lines(_)).then(|| typing.clone());
    Heard::Do { msgs, typing }
}

/// A value on a scale, reached as the arrows reach it.
fn value(line: &str, model: &Pictured, row: &Row) -> Heard {
    if let Some(options) = options(model, row) {
        return choice(line, model, row, &options);
    }
    let Some((scale, known)) = scale(model, row) else {
        return Heard::Refused(model.language().linear_not_understood().to_owned());
    };
    let (min, max) = within_reach(scale, known);
    let Some(wanted) = on_scale(line, scale.min, scale.max).filter(|wanted| (min..=max).contains(wanted))
    else {
        return Heard::Refused(model.language().linear_type_value(min, max));
    };
    let mut msgs = vec![Msg::Focus(row.id.clone())];
    // Without a value the first step to either side gives the lowest one.
    let start = known.unwrap_or_else(|| {
        msgs.push(Msg::Right);
        scale.min
    });
    let way = if wanted < start { Msg::Left } else { Msg::Right };
    let steps = usize::try_from(wanted.abs_diff(start)).unwrap_or(usize::MAX);
    msgs.extend(std::iter::repeat_n(way, steps));
    Heard::Do { msgs, typing: None }
}

/// How to type a value on this row.
pub(super) fn asks_value(model: &Pictured, row: &Row) -> Option<String> {
    if let Some(options) = options(model, row) {
        return Some(asks_choice(model, &options));
    }
    let (scale, known) = scale(model, row)?;
    let (min, max) = within_reach(scale, known);
    Some(model.language().linear_type_value(min, max))
}

/// The lowest and the highest value that one line reaches.
fn within_reach(scale: &Scale, known: Option<i64>) -> (i64, i64) {
    let from = known.unwrap_or(scale.min);
    (scale.min.max(from.saturating_sub(MOST_STEPS)), scale.max.min(from.saturating_add(MOST_STEPS)))
}

/// Whether the answers have figures of their own, so that no other number is one of them: "0, 1, 2, 3, 4".
fn have_figures(options: &[String]) -> bool {
    options.iter().any(|option| option.trim_start().starts_with(|c: char| c.is_ascii_digit()))
}

fn asks_choice(model: &Pictured, options: &[String]) -> String {
    let is_named = have_figures(options);
    let list = options.iter().zip(1..).map(|(option, number)| match is_named {
        true => option.clone(),
        false => format!("{number} {option}"),
    });
    model.language().linear_type_choice(&list.collect::<Vec<_>>().join(", "))
}

/// The options of a choice that stands in one row, in their order.
fn options(model: &Pictured, row: &Row) -> Option<Vec<String>> {
    if let RowKind::OneOf(choice) = &row.kind {
        let note = choice.beyond.iter().map(|_| model.language().key_note().to_owned());
        return Some(choice.options.iter().map(|(word, _)| word.clone()).chain(note).collect());
    }
    let RowKind::Scale { more: Action::Answer(_, key, _), .. } = &row.kind else { return None };
    let language = model.language();
    match &model.checklist(&key.checklist)?.item(key.item.as_str())?.kind {
        ItemKind::YesNo => Some(vec![language.yes().to_owned(), language.no().to_owned()]),
        ItemKind::Choice(options) => {
            Some(options.iter().map(|option| option.text.get(language).to_owned()).collect())
        }
        _ => None,
    }
}

/// An option by its number or its words, chosen at once.
fn choice(line: &str, model: &Pictured, row: &Row, options: &[String]) -> Heard {
    let number = line.parse::<usize>().ok().filter(|_| !have_figures(options));
    let number = number.and_then(|number| number.checked_sub(1)).filter(|wanted| *wanted < options.len());
    let named = options.iter().position(|option| same(option, line));
    let wanted = named.or(number).or_else(|| figure(line, options));
    match wanted.and_then(|wanted| u16::try_from(wanted).ok()) {
        Some(wanted) => {
            Heard::Do { msgs: vec![Msg::Focus(row.id.clone()), Msg::Choose(wanted)], typing: None }
        }
        None => Heard::Refused(asks_choice(model, options)),
    }
}

/// The one option that begins with the figure that was typed: "2" of "2 (matig)".
fn figure(line: &str, options: &[String]) -> Option<usize> {
    let digits = |text: &str| text.trim().chars().take_while(char::is_ascii_digit).collect::<String>();
    if line.is_empty() || digits(line) != line {
        return None;
    }
    let mut fitting = options.iter().enumerate().filter(|(_, option)| digits(option) == line);
    let (at, _) = fitting.next()?;
    fitting.next().is_none().then_some(at)
}

/// How the value of a row goes away: by the row that clears it, where there is one, else as the arrows lead to none.
fn cleared(model: &Pictured, page: &Page, row: &Row) -> Option<Vec<Msg>> {
    if let RowKind::OneOf(OneOf { beyond: Some(_), .. }) = &row.kind {
        return Some(vec![Msg::Focus(row.id.clone()), Msg::Type(text::Command::Delete)]);
    }
    let RowKind::Scale { more: Action::Answer(patient, key, _), .. } = &row.kind else { return None };
    let clear = Action::Answer(*patient, key.clone(), None);
    let clears = |other: &&Row| matches!(&other.kind, RowKind::Action(action) if *action == clear);
    if let Some(clear) = page.rows().find(clears) {
        return Some(vec![Msg::Focus(clear.id.clone()), Msg::Activate]);
    }
    let steps = match options(model, row) {
        Some(options) => options.len(),
        None => {
            let (scale, known) = scale(model, row)?;
            let steps = known.map_or(0, |known| known.saturating_sub(scale.min).saturating_add(1));
            usize::try_from(steps.min(MOST_STEPS)).ok()?
        }
    };
    Some([Msg::Focus(row.id.clone())].into_iter().chain(std::iter::repeat_n(Msg::Left, steps)).collect())
}

/// The scale of a row and its present value.
pub(super) fn scale<'m>(model: &'m Pictured, row: &Row) -> Option<(&'m Scale, Option<i64>)> {
    let RowKind::Scale { less: Action::Answer(patient, key, _), .. } = &row.kind else { return None };
    let item = model.checklist(&key.checklist)?.item(key.item.as_str())?;
    let ItemKind::Scale(scale) = &item.kind else { return None };
    let given = model.review(*patient)?.answers.get(key).and_then(|answer| answer.given.as_ref());
    let known = match given {
        Some(Given::Scale(value)) => Some(*value),
        _ => None,
    };
    Some((scale, known))
}

/// What a command means here; `None` where the word is no command.
fn command(word: &str, model: &Pictured, typing: Option<&Typing>) -> Option<Heard> {
    if let Some((first, words)) = word.split_once(char::is_whitespace)
        && commands::named(first).is_some_and(|command| command.does == Does::Send(Msg::Find))
        && may_find(model)
    {
        return Some(find(words.trim(), model));
    }
    let command = commands::named(word)?;
    let context = model.context();
    let heard = match &command.does {
        Does::Repeat => Heard::Repeat,
        Does::Explain => Heard::Explain,
        Does::Clear => match typing {
            Some(Typing::Line(id) | Typing::Lines(id)) => {
                let empty = [Msg::Type(text::Command::SelectAll), Msg::Type(text::Command::Delete)];
                let msgs = [Msg::Focus(id.clone())].into_iter().chain(empty);
                Heard::Do { msgs: msgs.chain([Msg::Focus(id.clone())]).collect(), typing: typing.cloned() }
            }
            Some(Typing::Value(id)) => {
                match model.page().row(id).and_then(|row| cleared(model, &model.page(), row)) {
                    Some(msgs) => Heard::Do { msgs, typing: None },
                    None => Heard::Refused(model.language().linear_nothing_to_clear().to_owned()),
                }
            }
            None => Heard::Refused(model.language().linear_nothing_to_clear().to_owned()),
        },
        // With nothing to take back the core says so itself.
        Does::Send(msg @ (Msg::Undo | Msg::Redo)) => Heard::Do { msgs: vec![msg.clone()], typing: None },
        Does::Send(msg) if (command.when)(&context) => Heard::Do { msgs: vec![msg.clone()], typing: None },
        Does::Send(_) => Heard::Refused(model.language().linear_not_here().to_owned()),
    };
    Some(heard)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_with_figures_of_their_own_are_meant_by_these() {
        let of = |options: &[&str]| options.iter().map(|option| (*option).to_owned()).collect::<Vec<_>>();
        assert!(have_figures(&of(&["0", "1", "2"])) && have_figures(&of(&["geen", "1 keer"])));
        assert!(!have_figures(&of(&["ja", "nee", "NYHA 2"])));
        for (line, options, at) in [
            ("2", &["0", "1", "2"][..], Some(2)),
            ("2", &["1 (licht)", "2 (matig)"], Some(1)),
            ("5", &["0", "1", "2"], None),
            ("1", &["1 keer", "1 tot 3 keer"], None),
            ("2 keer", &["2 (matig)"], None),
            ("", &["2"], None),
        ] {
            assert_eq!(figure(line, &of(options)), at, "{line} {options:?}");
        }
    }
}
