//! The register of a group out of a spreadsheet: a proposal beside what stands, taken over as a record between meetings.

use std::io::IsTerminal;

use super::read::Known;
use crate::app::Settings;
use crate::checklist::Name;
use crate::cli::arguments::WantedImport;
use crate::cli::commands::taking::{self, Record};
use crate::cli::console::{ask, out};
use crate::cli::trouble::{Trouble, shown};
use crate::exchange::register::{self, Field, Headings, Line, Proposal, Taking, Why};
use crate::exchange::sheet::{LARGEST, Refused, Sheet, place};
use crate::meeting::{MeetingId, PatientId, QuestionKey, colour_question, terms};
use crate::shell::{self, Outside};
use crate::text;
use crate::words::Language;

/// So many lines of a kind are shown; a register has some hundreds of patients, and a hostile file has anything.
const SHOWN: usize = 200;

/// The longest text of a file that is shown in a line, in cells.
const WIDE: usize = 60;

/// Reads a register, shows what would change, and takes it over where somebody agrees.
///
/// # Errors
///
/// When the file cannot be read or is no table, or nothing can be saved; nothing was taken over then.
pub(in crate::cli) fn import(
    outside: &Outside,
    wanted: &WantedImport,
    settings: Settings,
) -> Result<u8, Trouble> {
    let language = settings.language;
    let file = shown(wanted.file.file_name().map_or(wanted.file.as_path(), std::path::Path::new));
    let bytes = taking::bytes(&wanted.file, LARGEST, language)?
        .ok_or_else(|| Trouble::new(language.table_refused(&file, language.table_too_large())))?;
    let sheets = shell::spreadsheet::read(&bytes)
        .map_err(|why| Trouble::new(language.table_refused(&file, refused(&why, language))))?;
    let can_ask = std::io::stdin().is_terminal() && std::io::stderr().is_terminal();
    let mut sheets: Vec<(Sheet, Option<Headings>)> = sheets
        .into_iter()
        .map(|sheet| {
            let headings = Headings::of(&sheet);
            (sheet, headings)
        })
        .collect();
    if sheets.iter().all(|(_, headings)| headings.is_none()) {
        return Err(Trouble::new(language.table_refused(&file, language.register_no_label())));
    }
    if can_ask {
        for (_, headings) in &mut sheets {
            headings.iter_mut().for_each(|headings| ask_unclear(headings, language));
        }
    }
    let known = Known::read(outside, language)?;
    let model = known.model(outside, settings);
    let kort = colour_question();
    let colours = model.checklist(&kort.checklist).map(|checklist| colours(checklist, &kort, language));
    let colours = colours.unwrap_or_default();
    let proposal = Proposal::of(
        &sheets,
        &register::Known {
            register: &known.register,
            colours: &colours,
            group: wanted.group.as_deref(),
            today: known.today,
            language,
        },
    );
    out::say(&told(&proposal, &file, &colours, language), language)?;
    if proposal.lines.is_empty() {
        return out::printed(&format!("{}\n", language.register_same()), language);
    }
    let groups = proposal.groups();
    if groups.len() > 1 {
        let groups: Vec<String> = groups.iter().map(|group| clean(terms::group(language, group))).collect();
        return Err(Trouble::new(language.register_groups(&groups.join("; "))));
    }
    let is_agreed = wanted.take || can_ask && ask::yes_beside(language.register_take(), language);
    if !is_agreed {
        out::complain(language.register_left());
        return Ok(0);
    }
    let mut ids = taking::Ids::default();
    let id = MeetingId(ids.draw(outside, language)?);
    let new = proposal.lines.iter().filter(|line| line.said.patient.is_none()).count();
    let mut drawn = ids.many(new, outside, language)?.into_iter();
    let mut draw = || drawn.next().unwrap_or(id.0);
    let taking = Taking { id, now: shell::now(), language, file: &file };
    let (meeting, used) = register::record(&proposal, &taking, &mut draw);
    let patients: Vec<PatientId> = meeting.reviews.iter().map(|review| review.patient).collect();
    let is_invented =
        |patient: &PatientId| known.register.patient(*patient).is_some_and(|known| known.invented);
    if let Some(invented) = patients.iter().find(|patient| !known.fictional && is_invented(patient)) {
        let label = known.register.patient(*invented).map(|one| one.shown(language)).unwrap_or_default();
        return Err(Trouble::new(language.register_invented(&clean(&label))));
    }
    let is_fictional = known.fictional;
    let id = taking::save(outside, Record { meeting, used, is_fictional }, &model, register::asks, language)?;
    out::printed(&format!("{}\n", language.register_taken(patients.len(), &id)), language)
}

/// Asks what a column is of which that is not clear.
fn ask_unclear(headings: &mut Headings, language: Language) {
    for column in headings.unknown.clone() {
        let Some(meant) = column.meant else { continue };
        let place = place(&column.sheet, column.row, column.at);
        let question =
            language.register_ask_column(&clean(&place), &clean(&column.heading), meant.name(language));
        let is_free = !headings.fields.iter().any(|(_, field)| *field == meant);
        if is_free && ask::yes_beside(&question, language) {
            headings.take(column.at, meant);
        }
    }
}

fn colours(
    checklist: &crate::checklist::Checklist,
    question: &QuestionKey,
    language: Language,
) -> Vec<(Name, Vec<String>)> {
    let item = checklist.items().find(|item| item.id == question.item);
    let options = item.map(terms::options).unwrap_or_default();
    let named = |option: &crate::checklist::ChoiceOption| {
        let others = [language, Language::Dutch, Language::English];
        (option.code.clone(), others.map(|language| option.text.get(language).to_owned()).to_vec())
    };
    options.iter().map(named).collect()
}

fn refused(why: &Refused, language: Language) -> &'static str {
    match why {
        Refused::TooLarge => language.table_too_large(),
        Refused::Bomb => language.table_bomb(),
        Refused::Empty => language.table_empty(),
        Refused::Locked => language.table_locked(),
        Refused::Old => language.table_old(),
        Refused::NoTable => language.table_no_table(),
        Refused::TooManyRows => language.table_too_many_rows(),
    }
}

fn clean(typed: &str) -> String {
    text::truncate(&text::visible_line(typed), WIDE, "...").into_owned()
}

/// The proposal in lines.
fn told(proposal: &Proposal, file: &str, colours: &[(Name, Vec<String>)], language: Language) -> String {
    let is_new = |line: &&Line| line.said.patient.is_none();
    let (new, changed): (Vec<&Line>, Vec<&Line>) = proposal.lines.iter().partition(is_new);
    let mut lines = vec![language.register_read(file, new.len(), changed.len(), proposal.unchanged)];
    for (heading, those) in [(language.register_new(), new), (language.register_changed(), changed)] {
        let those: Vec<String> = those.into_iter().map(|line| one(line, language)).collect();
        section(&mut lines, heading, those, language);
    }
    let known: Vec<&str> = colours.iter().map(|(code, _)| code.as_str()).collect();
    let refused = proposal
        .refused
        .iter()
        .map(|(place, why)| format!("  {}: {}", clean(place), because(*why, &known.join(", "), language)));
    section(&mut lines, language.register_refused(), refused.collect(), language);
    let columns = proposal.unknown.iter().map(|column| {
        let why = match column.meant {
            Some(meant) => language.register_column_unclear(meant.name(language)),
            None if column.is_double => language.register_column_double().to_owned(),
            None => language.register_column_unknown().to_owned(),
        };
        let place = place(&column.sheet, column.row, column.at);
        format!("  {} \"{}\": {why}", clean(&place), clean(&column.heading))
    });
    section(&mut lines, language.register_columns(), columns.collect(), language);
    lines.extend(proposal.without.iter().take(SHOWN).map(|sheet| language.register_without(&clean(sheet))));
    format!("{}\n\n", lines.join("\n"))
}

fn section(lines: &mut Vec<String>, heading: &str, those: Vec<String>, language: Language) {
    if those.is_empty() {
        return;
    }
    lines.push(format!("\n{heading}"));
    let more = those.len().saturating_sub(SHOWN);
    lines.extend(those.into_iter().take(SHOWN));
    if more > 0 {
        lines.push(format!("  {}", language.register_more(more)));
    }
}

fn one(line: &Line, language: Language) -> String {
    let group = terms::group(language, &line.said.group);
    let head = format!("  {}  ({}, {})", clean(&line.said.label), clean(&line.place), clean(group));
    let changes = line.changes.iter().map(|(field, before, after)| {
        let name = Field::name(*field, language);
        if before.is_empty() {
            format!("    {name}: {}", clean(after))
        } else {
            format!("    {name}: {} -> {}", clean(before), clean(after))
        }
    });
    std::iter::once(head).chain(changes).collect::<Vec<_>>().join("\n")
}

fn because(why: Why, colours: &str, language: Language) -> String {
    match why {
        Why::CitizenNumber => language.register_why_citizen(),
        Why::BirthDate => language.register_why_birth(),
        Why::TooLong => language.register_why_long(),
        Why::NoValue => language.register_why_no_value(),
        Why::Kind => language.register_why_kind(),
        Why::NoYear => language.register_why_no_year(),
        Why::NoDay => language.register_why_no_day(),
        Why::NoYes => language.register_why_no_yes(),
        Why::NoColour => return language.register_why_no_colour(colours),
        Why::Nobody => language.register_why_nobody(),
        Why::Several => language.register_why_several(),
        Why::Double => language.register_why_double(),
        Why::OtherGroup => language.register_why_other_group(),
        Why::NotAlive => language.register_why_not_alive(),
        Why::Formula => language.register_why_formula(),
    }
    .to_owned()
}
