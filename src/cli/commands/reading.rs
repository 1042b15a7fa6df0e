//! The plan of a patient from files of another program: a proposal beside what stands, taken over answer by answer.

use std::io::IsTerminal;
use std::path::Path;

use super::known::read::Known;
use super::taking::{self, Record};
use crate::app::{Model, Settings};
use crate::checklist::{Checklist, ItemKind, Library, Name, shipped};
use crate::cli::arguments::WantedReading;
use crate::cli::console::{ask, out};
use crate::cli::trouble::{Trouble, reason_at, shown};
use crate::exchange::reading::{
    self, Beside, LARGEST, Offered, Person, Proposal, Refused, Resources, Standing, Taking, Told, Whom,
};
use crate::export::{self, PinnedDefinitions, Reader};
use crate::meeting::{KnownPatient, PatientId, terms, typed};
use crate::shell::{self, Outside};
use crate::text;
use crate::text::same::{folded, same};
use crate::words::Language;

/// So many remarks are shown.
const SHOWN: usize = 100;

/// The longest value that is shown, in cells; the whole of it is taken over.
const WIDE: usize = 300;

/// The checklist in which a plan is recorded, with a question that it must have.
const PLAN: (&str, &str) = ("pzp", "reanimatie");

/// Reads a plan, shows what it says beside what stands, and takes over what is agreed to.
///
/// # Errors
///
/// When a file cannot be read, nobody is meant, or nothing can be saved; nothing was taken over then.
pub(in crate::cli) fn read(
    outside: &Outside,
    wanted: &WantedReading,
    settings: Settings,
) -> Result<u8, Trouble> {
    let language = settings.language;
    let file = shown(wanted.file.file_name().map_or(wanted.file.as_path(), Path::new));
    let files = files(&wanted.file, &file, language)?;
    let refused = |why: Refused| {
        let why = match why {
            Refused::TooLarge => language.reading_too_large().to_owned(),
            Refused::TooMany => language.reading_too_many().to_owned(),
            Refused::NoPatient => language.reading_no_patient().to_owned(),
            Refused::NoJson(name, line, column) => language.reading_no_json(&name, line, column),
            Refused::NoResource(name) => language.reading_no_resource(&name),
        };
        Trouble::new(language.reading_refused(&file, &why))
    };
    let resources = Resources::read(&files).map_err(refused)?;
    let people = resources.people().map_err(refused)?;
    let known = Known::read(outside, language)?;
    let (at, whom) = whom(&known, &people, wanted.patient.as_deref(), language)?;
    let model = known.model(outside, settings);
    let fallback = Library::new(shipped());
    let checklist = plan(&model, &fallback)
        .ok_or_else(|| Trouble::new(language.reading_refused(&file, language.reading_nothing())))?;

    let here = whom.patient.and_then(|patient| known.register.patient(patient));
    let course = known.course(whom.patient.unwrap_or(PatientId(crate::meeting::Id::from_bits(0))));
    let notebook = outside.notebook().map_err(|why| Trouble::new(why.get(language)))?;
    let mut definitions = Vec::new();
    for entry in &course.entries {
        let pinned = shell::outside::pinned(&notebook, entry);
        definitions.extend(pinned.into_iter().map(|definition| (entry.id, definition)));
    }
    let definitions: &PinnedDefinitions = &definitions;
    let stands = export::Known::new(language, Reader::Dossier, &course, definitions);
    let beside = Beside { checklist, known: here.map(|_| &stands), today: known.today, language };
    let proposal = resources.proposal(at, &beside);
    out::say(&told(&proposal, &file, &whom, language), language)?;
    let open: Vec<&Offered> = proposal.offered.iter().filter(|one| one.standing != Standing::Same).collect();
    if open.is_empty() {
        let words =
            if proposal.offered.is_empty() { language.reading_nothing() } else { language.reading_same() };
        return out::printed(&format!("{words}\n"), language);
    }
    let can_ask = std::io::stdin().is_terminal() && std::io::stderr().is_terminal();
    if !wanted.take && !can_ask {
        out::complain(language.reading_left());
        return Ok(0);
    }
    let agrees = |one: &&&Offered| {
        let question = format!("{} {}", line(one), language.reading_take());
        wanted.take || ask::yes_beside(&question, language)
    };
    let taken: Vec<Offered> = open.iter().filter(agrees).map(|one| (*one).clone()).collect();
    if taken.is_empty() {
        out::complain(language.reading_none());
        return Ok(0);
    }
    let mut ids = taking::Ids::default();
    let patient = PatientId(ids.draw(outside, language)?);
    let drawn = ids.many(taken.len(), outside, language)?;
    let mut drawn = drawn.into_iter();
    let group = here.map(|here| here.group.clone()).unwrap_or_default();
    let taking = Taking { patient, now: shell::now(), file: &file, group: &group };
    // There are never more conversations than answers.
    let mut draw = || drawn.next().unwrap_or(patient.0);
    let meetings = reading::records(&taken, &whom, &taking, &beside, &mut draw);
    let used = vec![Name::new(PLAN.0)];
    let records = meetings.into_iter().map(|meeting| Record {
        meeting,
        used: used.clone(),
        is_fictional: known.fictional || here.is_some_and(|here| here.invented),
    });
    let asks = |checklist: &Checklist, _: &crate::meeting::Meeting| has_plan(checklist);
    let ids = taking::save_all(outside, records.collect(), &model, asks, language)?;
    out::printed(&format!("{}\n", language.reading_taken(taken.len(), &ids)), language)
}

/// The files that were named: one, or those of a folder.
fn files(path: &Path, name: &str, language: Language) -> Result<Vec<(String, Vec<u8>)>, Trouble> {
    let too_large = || Trouble::new(language.reading_refused(name, language.reading_too_large()));
    if !path.is_dir() {
        let bytes = taking::bytes(path, LARGEST, language)?.ok_or_else(too_large)?;
        return Ok(vec![(name.to_owned(), bytes)]);
    }
    let fault = |error: std::io::Error| {
        Trouble::new(language.cli_unreadable(&shown(path), &reason_at(path, &error, language)))
    };
    let mut paths = Vec::new();
    for entry in std::fs::read_dir(path).map_err(fault)? {
        let path = entry.map_err(fault)?.path();
        if path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("json")) {
            paths.push(path);
        }
    }
    paths.sort();
    if paths.is_empty() {
        return Err(Trouble::new(language.reading_refused(name, language.reading_no_files())));
    }
    let (mut files, mut size) = (Vec::new(), 0);
    for path in paths {
        let bytes = taking::bytes(&path, LARGEST, language)?.ok_or_else(too_large)?;
        size += bytes.len();
        if size > LARGEST {
            return Err(too_large());
        }
        let name = path.file_name().map_or_else(String::new, |name| shown(Path::new(name)));
        files.push((name, bytes));
    }
    Ok(files)
}

/// Whom of a file is meant, and who that is here.
fn whom(
    known: &Known,
    people: &[(usize, Person)],
    named: Option<&str>,
    language: Language,
) -> Result<(usize, Whom), Trouble> {
    let of = |here: &KnownPatient| Whom {
        patient: Some(here.patient),
        label: here.label.trim().to_owned(),
        born: String::new(),
    };
    let own = |person: &Person| {
        let id = person.own.as_ref()?.parse().ok().map(PatientId)?;
        known.patients().find(|here| here.patient == id || here.also.contains(&id))
    };
    if let Some(named) = named {
        let called = |(_, person): &&(usize, Person)| same(&person.name, named);
        let at = people.iter().find(called).or(people.first()).map_or(0, |(at, _)| *at);
        let is_known = known.patients().any(|here| folded(&here.label) == folded(named));
        if is_known {
            return known.find(named, language).map(|here| (at, of(here)));
        }
        let found = known.find(named, language).map(of);
        let label = text::visible_line(named.trim()).into_owned();
        let label = text::citizen_number::without(&label).unwrap_or(label);
        let new = || Whom { patient: None, label: label.clone(), born: year(people, at) };
        return Ok((at, found.unwrap_or_else(|_| new())));
    }
    let Some((at, person)) = people.first() else {
        return Err(Trouble::new(language.reading_who()));
    };
    if let Some(here) = own(person) {
        return Ok((*at, of(here)));
    }
    let alike: Vec<&KnownPatient> = known
        .patients()
        .filter(|here| !person.name.is_empty() && same(&here.label, &person.name))
        .filter(|here| match (typed::birth_year(&here.born, known.today), person.born) {
            (Some(here), Some(born)) => here == born,
            _ => true,
        })
        .collect();
    match (alike.as_slice(), &person.own) {
        ([here], _) => Ok((*at, of(here))),
        // A label of ours may stand here; a name of another program may be a whole one.
        ([], Some(_)) if !person.name.is_empty() => {
            Ok((*at, Whom { patient: None, label: person.name.clone(), born: year(people, *at) }))
        }
        _ => Err(Trouble::new(language.reading_who())),
    }
}

fn year(people: &[(usize, Person)], at: usize) -> String {
    let person = people.iter().find(|(known, _)| *known == at);
    person.and_then(|(_, person)| person.born).map(|year| year.to_string()).unwrap_or_default()
}

/// The checklist of the plan: the one in force, or the shipped one where a group's own asks something else.
fn plan<'m>(model: &'m Model, fallback: &'m Library) -> Option<&'m Checklist> {
    let name = Name::new(PLAN.0);
    let own = model.checklist(&name).filter(|checklist| has_plan(checklist));
    own.or_else(|| fallback.checklist(&name).map(|definition| &definition.checklist))
}

fn has_plan(checklist: &Checklist) -> bool {
    checklist.item(PLAN.1).is_some_and(|item| matches!(item.kind, ItemKind::Choice(_)))
}

fn clean(found: &str) -> String {
    text::truncate(&text::visible_line(found), WIDE, "...").into_owned()
}

fn line(one: &Offered) -> String {
    format!("{}: {}", one.label, clean(&one.words))
}

/// The proposal in lines.
fn told(proposal: &Proposal, file: &str, whom: &Whom, language: Language) -> String {
    let label = clean(&terms::label(language, &whom.label, &whom.born));
    let mut lines = vec![language.reading_about(file, &label, whom.patient.is_none())];
    let same = proposal.offered.iter().filter(|one| one.standing == Standing::Same).count();
    if same > 0 {
        lines.push(language.reading_unchanged(same));
    }
    for (heading, is_new) in [(language.reading_new(), true), (language.reading_other(), false)] {
        let those = proposal.offered.iter().filter(|one| match one.standing {
            Standing::New => is_new,
            Standing::Same => false,
            Standing::Other(..) => !is_new,
        });
        let those: Vec<&Offered> = those.collect();
        if those.is_empty() {
            continue;
        }
        lines.push(format!("\n{heading}"));
        for one in those {
            lines.push(format!("  {}", line(one)));
            lines.push(format!("    {}", conversation(one, language)));
            if let Standing::Other(words, since) = &one.standing {
                let since = typed::day(*since, language);
                lines.push(format!("    {}", language.reading_stands(&clean(words), &since)));
            }
        }
    }
    if !proposal.remarks.is_empty() {
        lines.push(format!("\n{}", language.reading_remarks()));
        let more = proposal.remarks.len().saturating_sub(SHOWN);
        for remark in proposal.remarks.iter().take(SHOWN) {
            lines.push(format!("  {}: {}", clean(&remark.source), clean(&because(&remark.told, language))));
        }
        if more > 0 {
            lines.push(format!("  {}", language.register_more(more)));
        }
    }
    format!("{}\n\n", lines.join("\n"))
}

fn conversation(one: &Offered, language: Language) -> String {
    let day = |day: Option<chrono::NaiveDate>| day.map(|day| typed::day(day, language)).unwrap_or_default();
    match &one.given.talk {
        Some(talk) if !talk.is_empty() => clean(&language.reading_talk(&talk.by, &day(talk.on), &talk.with)),
        _ if one.given.on.is_some() => {
            clean(&format!("{}, {}", language.reading_no_talk(), day(one.given.on)))
        }
        _ => language.reading_no_talk().to_owned(),
    }
}

fn because(told: &Told, language: Language) -> String {
    match told {
        Told::Kind(kind) => language.reading_kind(kind),
        Told::Code(code) => language.reading_code(code),
        Told::Value(value) => language.reading_value(value),
        Told::Reference(to) => language.reading_reference(to),
        Told::InError => language.reading_in_error().to_owned(),
        Told::Inactive(state) => language.reading_inactive(state),
        Told::OtherPatient => language.reading_other_patient().to_owned(),
        Told::CitizenNumber => language.reading_citizen().to_owned(),
        Told::BirthDate => language.reading_birth().to_owned(),
        Told::TooLong => language.reading_too_long().to_owned(),
        Told::Shape(what) => language.reading_shape(what),
        Told::Twice => language.reading_twice().to_owned(),
        Told::Part(part) => language.reading_part(part),
        Told::Question(id) => language.reading_question(id),
    }
}
