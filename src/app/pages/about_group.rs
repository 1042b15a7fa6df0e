//! What the first screen says of a notebook in which meetings stand: the group that met last, and all patients in numbers.

use chrono::NaiveDate;

use super::prepared;
use super::tables::states;
use crate::app::model::Model;
use crate::app::page::{Page, Role};
use crate::meeting::{Counts, KnownGroup, terms, typed};
use crate::text::GLUE;

/// Below how many lines a window only has room for the group that met last.
const ROOMY: u16 = 22;

/// The most other groups that are named.
const MOST: usize = 4;

/// The group that met last: when that was, what is open, what presses.
pub(super) fn group(page: &mut Page, model: &Model) {
    let (language, today) = (model.language(), model.now.date());
    let between = model.settings.marks.signs().between;
    let met = |asked: &str, date: NaiveDate| match date == today {
        _ if !asked.is_empty() => typed::met(language, asked, String::new()),
        true => language.today().to_owned(),
        false => language.last_time(&typed::plain_day(date, today, language)),
    };
    let read = model.known.as_ref().zip(prepared::overview(model));
    let mut groups = read.iter().flat_map(|(register, _)| register.meeting_groups());
    // A meeting that just began stands in the list before it stands in the register.
    let last = groups.next().map(|known| (known.name.clone(), known.date, known.date_typed.clone()));
    if let Some((name, date, asked)) = last.or_else(|| listed_last(model)) {
        page.text(Role::Heading, [name, met(&asked, date)].join(between));
    }
    let Some((_, overview)) = &read else {
        // What is being read takes the room that it will have; who listens hears it when it comes.
        if !model.in_lines {
            page.text(Role::Quiet, model.settings.marks.signs().ellipsis);
        }
        return;
    };
    let counts = overview.group.as_ref().unwrap_or(&overview.all);
    page.text(Role::Plain, facts(model, counts).join(between));
    if model.size.height < ROOMY {
        return;
    }
    let named = |known: &KnownGroup| {
        let day = typed::met(language, &known.date_typed, typed::short_day(known.date, today, language));
        format!("{} ({day})", known.name)
    };
    let others: Vec<String> = groups.take(MOST).map(named).collect();
    if !others.is_empty() {
        page.text(Role::Quiet, language.start_other_groups(&others.join(", ")));
    }
}

/// The group of the newest meeting of the list, its day, and what was typed for that where it is still a question.
fn listed_last(model: &Model) -> Option<(String, NaiveDate, String)> {
    let (meetings, today) = (&model.listed.as_ref()?.meetings, model.now.date());
    let last = meetings.iter().find(|one| one.date <= today && one.is_met())?;
    Some((terms::group(model.language(), &last.group).to_owned(), last.date, last.date_typed.clone()))
}

/// What is open and what presses.
fn facts(model: &Model, counts: &Counts) -> Vec<String> {
    let (language, today) = (model.language(), model.now.date());
    let open = match (counts.open, counts.overdue) {
        (0, _) => language.start_nothing_open().to_owned(),
        (open, 0) => language.agreements_open(open),
        (open, overdue) => {
            format!("{}, {}", language.agreements_open(open), language.only_overdue(overdue))
        }
    };
    let dying = states::dying_again(model, &counts.dying);
    let next = counts.next.filter(|_| counts.due == 0);
    let some = |count: usize, words: String| Some(words).filter(|_| count > 0);
    let rest = [
        some(dying, language.start_dying_again(dying)),
        some(counts.due, language.start_due(counts.due)),
        some(counts.to_look_back_on, language.start_to_look_back_on(counts.to_look_back_on)),
        next.map(|day| language.start_next(&typed::short_day(day, today, language))),
    ];
    std::iter::once(open).chain(rest.into_iter().flatten()).collect()
}

/// All patients in numbers, with their colours; nothing until they were read.
pub(super) fn register_in_short(model: &Model) -> String {
    let Some(overview) = prepared::overview(model) else { return String::new() };
    let (language, signs) = (model.language(), model.settings.marks.signs());
    let mut colours = overview.all.colours.clone();
    colours
        .sort_by_key(|(code, _)| std::cmp::Reverse((signs.urgency_of_colour(code.as_str()), code.clone())));
    let colours = colours.iter().map(|(code, count)| {
        let word = states::colour_word(model, code);
        // A sign at the end of a line is read with nothing.
        let space = if model.in_lines { ' ' } else { GLUE };
        format!("{}{space}{count} {word}", signs.of_colour(code.as_str()))
    });
    let deceased = Some(overview.all.deceased).filter(|count| *count > 0);
    std::iter::once(language.patients_count(overview.all.patients))
        .chain(colours)
        .chain(deceased.map(|count| language.start_deceased(count)))
        .collect::<Vec<_>>()
        .join(signs.between)
}

/// Whom the group should speak of, and why, to be read beside the rows.
pub(super) fn pressing(pane: &mut Page, model: &Model) {
    let Some(overview) = prepared::overview(model) else { return };
    let language = model.language();
    pane.text(Role::Heading, language.start_pressing()).gap();
    if overview.pressing.is_empty() {
        pane.text(Role::Quiet, language.start_nobody_presses());
    }
    for known in &overview.pressing {
        let label = known.mark.behind(terms::label(language, &known.label, &known.born), language);
        let colour = states::colour_now(model, &known.state);
        let who = [label, colour].into_iter().filter(|words| !words.is_empty()).collect::<Vec<_>>();
        pane.text(Role::Plain, who.join("   "));
        pane.indented(Role::Quiet, 2, states::reasons(model, &known.state, &known.reasons));
    }
}
