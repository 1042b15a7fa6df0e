//! Deleting a patient from the whole notebook, and meetings that were kept long enough.

pub(in crate::cli) mod invented;
pub(in crate::cli) mod session;

use std::collections::BTreeSet;
use std::path::PathBuf;

use chrono::{Months, NaiveDate, NaiveDateTime};

use crate::cli::console::numbers::{DIGITS, Numbers};
use crate::cli::console::progress::Shown;
use crate::cli::console::{ask, out};
use crate::cli::trouble::Trouble;
use crate::meeting::{MeetingId, MeetingKind, MeetingSummary, Occurrences, PatientId, terms, typed};
use crate::shell::{Outside, me};
use crate::store::{Forgotten, Found, Notebook, NotebookError, PatientLabels};
use crate::text;
use crate::text::same::{folded, seen_name};
use crate::words::Language;

/// Deletes a patient, after it was said what that is and somebody agreed; false when something is left.
///
/// # Errors
///
/// When nobody is meant, several are, or the notebook cannot be read.
pub(in crate::cli) fn forget(
    outside: &Outside,
    typed: &str,
    yes: bool,
    language: Language,
) -> Result<bool, Trouble> {
    let notebook = outside.notebook().map_err(|why| Trouble::new(why.get(language)))?;
    let failed = |error: NotebookError| Trouble::new(error.message(language));
    let survey = Shown::during(language, |progress| notebook.survey(|_| true, progress)).map_err(failed)?;
    let beside = notebook.passed_over().map_err(failed)?;
    let known = one(&survey.patients(), typed, language).map_err(|trouble| {
        // Who is not found may stand in what cannot be read.
        let unread = unread(&survey.of_patient(&[]), &beside, language);
        let message = std::iter::once(trouble.message).chain(unread).collect::<Vec<_>>().join("\n");
        Trouble { message, ..trouble }
    })?;
    let identities = known.identities();
    let found = survey.of_patient(&identities);
    let labels = labels(&known, language);
    let whom = language.forget_whom(&labels, &known.patient.to_string());
    let mut said: Vec<String> = Vec::new();
    if !known.also.is_empty() {
        let also: Vec<String> = known.also.iter().map(|other| format!("  {}", id(*other))).collect();
        said.push(language.forget_also(&also.join("\n")));
    }
    said.push(format!("{whom}\n{}", meetings(&found.meetings, language)));
    said.extend(warnings(&found, language));
    said.extend(unread(&found, &beside, language));
    said.push(format!("{} {}", language.forget_texts_stay(), language.delete_backups_stay()));
    out::say(&format!("{}\n\n", said.join("\n\n")), language)?;
    if !agreed(yes, language)? {
        return Ok(false);
    }
    // Before anything goes: what is interrupted after this is still accounted for.
    let ids: Vec<MeetingId> = found.meetings.iter().map(|summary| summary.id).collect();
    let noted = out::is_noted(outside.note_deleted(&ids, &identities).as_ref(), language);
    let done =
        Shown::during(language, |progress| notebook.forget_surveyed(&identities, &survey, &me(), progress));
    let done = done.map_err(failed)?;
    outside.witness();
    let id = Numbers::of(survey.patients().iter().map(|one| one.patient)).short(&known.patient);
    let first = language.forgotten(&id, done.meetings.len(), done.versions);
    Ok(told(&done, first, unread(&found, &beside, language), language)? && noted)
}

/// Deletes meetings that were kept long enough, in the same way.
///
/// # Errors
///
/// When no time was set, it makes no sense, or the notebook cannot be read.
pub(in crate::cli) fn retention(
    outside: &Outside,
    older_than: Option<&str>,
    yes: bool,
    now: NaiveDateTime,
    language: Language,
) -> Result<bool, Trouble> {
    let notebook = outside.notebook().map_err(|why| Trouble::new(why.get(language)))?;
    let months = match older_than {
        Some(age) => typed::months_kept(age).ok_or_else(|| {
            let typed = text::visible_line(age);
            Trouble {
                code: crate::cli::trouble::WRONG_USAGE,
                ..Trouble::new(language.no_age(&text::truncate(&typed, 60, "...")))
            }
        })?,
        None => {
            let set = outside.retention_months().filter(|months| *months > 0);
            set.ok_or_else(|| Trouble::new(language.retention_not_set()))?
        }
    };
    let failed = |error: NotebookError| Trouble::new(error.message(language));
    let beside = notebook.passed_over().map_err(failed)?;
    let by_clock = now.date().checked_sub_months(Months::new(months)).unwrap_or(NaiveDate::MIN);
    let mut summaries = notebook.list().map_err(failed)?.summaries;
    // A session is about nobody, so that nothing of it is kept for too long.
    summaries.retain(|meeting| !meeting.session);
    let by_use = notebook.used_since(by_clock, now, summaries.iter().map(|meeting| meeting.date));
    let held_before = |day: NaiveDate| -> BTreeSet<MeetingId> {
        summaries.iter().filter(|meeting| meeting.date < day).map(|meeting| meeting.id).collect()
    };
    let (mut before, mut in_use) = (by_clock, false);
    let (by_clock, by_use_held) = (held_before(by_clock), held_before(by_use));
    let of = |id: MeetingId| by_clock.contains(&id);
    let survey = Shown::during(language, |progress| notebook.survey(of, progress)).map_err(failed)?;
    let mut found = survey.of_meetings(&by_clock);
    let within = survey.of_meetings(&by_use_held);
    if found.meetings.len() > within.meetings.len() {
        out::say(&format!("{}\n", language.retention_clock(&typed::day(now.date(), language))), language)?;
        // Whoever asks for no question has nobody who looks at the clock.
        if yes || !ask::yes(language.retention_clock_question(), language) {
            (before, found, in_use) = (by_use, within, true);
        }
    }
    let later = Later::of(&notebook, &found).map_err(failed)?;
    if !later.knots.is_empty() {
        let ids = found.meetings.iter().map(|summary| summary.id).filter(|id| !later.knots.contains(id));
        found = survey.of_meetings(&ids.collect());
    }
    if found.meetings.is_empty() {
        let nothing = if in_use { language.retention_nothing_in_use() } else { language.retention_nothing() };
        let said = std::iter::once(nothing.to_owned()).chain(passed_over(&beside, language));
        out::say(&format!("{}\n", said.collect::<Vec<_>>().join("\n\n")), language)?;
        return Ok(true);
    }
    let which = language.retention_which(&typed::day(before, language));
    let mut said = vec![format!("{which}\n{}", meetings(&found.meetings, language))];
    said.extend(warnings(&found, language));
    said.extend(passed_over(&beside, language));
    said.extend(later.told(language));
    said.push(language.delete_backups_stay().to_owned());
    out::say(&format!("{}\n\n", said.join("\n\n")), language)?;
    if !agreed(yes, language)? {
        return Ok(false);
    }
    let ids: Vec<MeetingId> = found.meetings.iter().map(|summary| summary.id).collect();
    let noted = out::is_noted(outside.note_deleted(&ids, &[]).as_ref(), language);
    let ids = ids.into_iter().collect();
    let done = Shown::during(language, |progress| notebook.delete_meetings(&ids, &me(), progress));
    let done = done.map_err(failed)?;
    outside.witness();
    let first = language.meetings_deleted(done.meetings.len(), done.versions);
    Ok(told(&done, first, Vec::new(), language)? && noted)
}

/// What old meetings say of patients who were discussed later too.
#[derive(Default)]
struct Later {
    /// Records between meetings that hold two patients together who are one: they stay, so that nobody becomes two unseen.
    knots: BTreeSet<MeetingId>,
    /// Who becomes two all the same, since a meeting with more in it says that they are one.
    torn: BTreeSet<String>,
    /// Of whom something goes that stands.
    losing: BTreeSet<String>,
}

impl Later {
    fn of(notebook: &Notebook, found: &Found) -> Result<Self, NotebookError> {
        let held: BTreeSet<MeetingId> = found.meetings.iter().map(|summary| summary.id).collect();
        let (mut occurrences, mut old, mut stays) = (Occurrences::default(), Vec::new(), BTreeSet::new());
        notebook.digests(&mut |digest| {
            if digest.kind != MeetingKind::Education {
                occurrences.take(digest);
                let patients = digest.reviews.iter().map(|review| review.patient);
                match held.contains(&digest.id) {
                    true => old.push((digest.id, digest.kind, digest.reviews.clone())),
                    false => stays.extend(patients),
                }
            }
        })?;
        let known = occurrences.identities();
        let persons: BTreeSet<PatientId> = stays.iter().map(|patient| known.person(*patient)).collect();
        let mut later = Self::default();
        for (id, kind, reviews) in old {
            for review in reviews.iter().filter(|review| persons.contains(&known.person(review.patient))) {
                let is_knot = review.same_as.is_some() || !review.apart_from.is_empty();
                if is_knot && kind == MeetingKind::Between {
                    later.knots.insert(id);
                    continue;
                }
                let label = text::visible_line(review.label.trim()).into_owned();
                if is_knot {
                    later.torn.insert(label.clone());
                }
                later.losing.insert(label);
            }
        }
        Ok(later)
    }

    fn told(&self, language: Language) -> Vec<String> {
        let listed = |labels: &BTreeSet<String>| {
            let named = labels.iter().filter(|label| !label.is_empty());
            named.map(|label| format!("\"{label}\"")).collect::<Vec<_>>().join(", ")
        };
        let mut told = Vec::new();
        if !self.losing.is_empty() {
            told.push(language.retention_of_later(self.losing.len(), &listed(&self.losing)));
        }
        if !self.torn.is_empty() {
            told.push(language.retention_tears(&listed(&self.torn)));
        }
        if !self.knots.is_empty() {
            told.push(language.retention_knots(self.knots.len()));
        }
        told
    }
}

/// The patient who was meant: by a label, or by the identifier or its beginning.
fn one(known: &[PatientLabels], typed: &str, language: Language) -> Result<PatientLabels, Trouble> {
    let wanted = folded(typed);
    let called = |one: &&PatientLabels| {
        one.labels.iter().any(|(label, born)| terms::is_called(language, label, born, typed))
    };
    let begins = |one: &PatientLabels, least: usize| {
        let mut known = one.identities().into_iter();
        wanted.len() >= least && known.any(|known| known.to_string().starts_with(&wanted))
    };
    let meant: Vec<&PatientLabels> = known.iter().filter(called).collect();
    // Whoever is easily taken for another is shown beside the other: what is forgotten does not come back.
    let alike = seen_name(typed);
    let looks_like = |one: &&PatientLabels| {
        let is_alike = |(label, born): &(String, String)| {
            seen_name(label) == alike || seen_name(&terms::label(language, label, born)) == alike
        };
        let shown = |(label, born): &(String, String)| {
            let others = meant.iter().flat_map(|meant| &meant.labels);
            others.into_iter().any(|other| terms::look_alike(language, (label, born), (&other.0, &other.1)))
        };
        one.labels.iter().any(|named| is_alike(named) || shown(named))
    };
    let mut found: Vec<&PatientLabels> =
        if meant.is_empty() { Vec::new() } else { known.iter().filter(looks_like).collect() };
    if found.is_empty() {
        found = known.iter().filter(|one| begins(one, DIGITS)).collect();
    }
    let clean = text::truncate(&text::visible_line(typed), 60, "...").into_owned();
    let shown = |several: &[&PatientLabels]| {
        let lines = several.iter().map(|one| format!("  {}  {}", id(one.patient), labels(one, language)));
        lines.collect::<Vec<_>>().join("\n")
    };
    match found.as_slice() {
        [one] => Ok((*one).clone()),
        [] => {
            // "Zoe" is not Zoë, but who types it may well mean her; and lists tell people apart by fewer digits than this asks for.
            let near: Vec<&PatientLabels> =
                known.iter().filter(|one| looks_like(one) || begins(one, LEAST_DIGITS)).collect();
            Err(Trouble::new(match near.as_slice() {
                [] => language.forget_nobody(&clean),
                near => language.forget_near(&clean, &shown(near)),
            }))
        }
        several => Err(Trouble::new(language.forget_several(&clean, &shown(several)))),
    }
}

/// With so many digits at least lists tell two people of one label apart.
const LEAST_DIGITS: usize = 4;

fn id(patient: PatientId) -> String {
    patient.to_string()
}

fn labels(known: &PatientLabels, language: Language) -> String {
    let labels: BTreeSet<String> = known
        .labels
        .iter()
        .filter(|(label, _)| !label.is_empty())
        .map(|(label, born)| text::visible_line(&terms::label(language, label, born)).into_owned())
        .collect();
    labels.into_iter().map(|label| format!("\"{label}\"")).collect::<Vec<_>>().join(", ")
}

fn meetings(summaries: &[MeetingSummary], language: Language) -> String {
    let numbers = Numbers::of(summaries.iter().map(|summary| summary.id));
    let line = |summary: &MeetingSummary| {
        let id = numbers.short(&summary.id);
        let met = summary.met(language, typed::numeric);
        format!("  {id}  {met}  {}", terms::group(language, &summary.group))
    };
    summaries.iter().map(line).collect::<Vec<_>>().join("\n")
}

/// How much it is, and what to look at first.
fn warnings(found: &Found, language: Language) -> Vec<String> {
    let Found { versions, answers, agreements, notes, .. } = found;
    let mut said =
        vec![language.delete_in_all(found.meetings.len(), *versions, *answers, *notes, *agreements)];
    if !found.not_taken_over.is_empty() {
        said.push(language.delete_not_taken_over(&meetings(&found.not_taken_over, language)));
    }
    said
}

/// What nobody could look into for a patient: it may be about them all the same.
fn unread(found: &Found, beside: &[PathBuf], language: Language) -> Vec<String> {
    let unreadable = listed(&found.unreadable).map(|files| language.delete_unreadable(&files));
    unreadable.into_iter().chain(passed_over(beside, language)).collect()
}

/// What nothing reads because of its name.
fn passed_over(beside: &[PathBuf], language: Language) -> Option<String> {
    listed(beside).map(|files| language.delete_passed_over(&files))
}

/// Files by line; `None` where there is none.
fn listed(files: &[PathBuf]) -> Option<String> {
    let lines = files.iter().map(|path| format!("  {}", crate::cli::trouble::shown(path)));
    (!files.is_empty()).then(|| lines.collect::<Vec<_>>().join("\n"))
}

pub(super) fn agreed(yes: bool, language: Language) -> Result<bool, Trouble> {
    let agreed = yes || ask::yes(language.delete_question(), language);
    if !agreed {
        out::say(&format!("{}\n", language.nothing_deleted()), language)?;
    }
    Ok(agreed)
}

/// Tells what came of it; false when something is left.
pub(super) fn told(
    done: &Forgotten,
    first: String,
    unread: Vec<String>,
    language: Language,
) -> Result<bool, Trouble> {
    let is_whole = done.is_whole() && unread.is_empty();
    let mut said = vec![first];
    said.extend(unread);
    let numbers = Numbers::of(done.held.iter().map(|(id, _)| *id));
    for (id, why) in &done.held {
        let id = numbers.short(id);
        said.push(language.delete_held(&id, &why.message(language)));
    }
    said.extend(done.failed.iter().map(|error| error.message(language)));
    if !is_whole {
        said.push(language.delete_not_whole().to_owned());
    }
    out::say_done(&format!("{}\n", said.join("\n")), language)?;
    Ok(is_whole)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::meeting::Id;

    #[test]
    fn a_patient_by_label_or_identifier_and_never_by_guessing() {
        let known = |bits: u128, label: &str| PatientLabels {
            patient: PatientId(Id::from_bits(bits)),
            also: Vec::new(),
            labels: [(label.to_owned(), String::new())].into(),
        };
        let all =
            [known(0xaa << 120, "Fictief J."), known(0xab << 120, "Fictief B."), known(3, "fictief b.")];
        let found = |typed: &str| one(&all, typed, Language::Dutch);
        assert_eq!(found(" fictief j. ").unwrap().patient, all[0].patient);
        assert_eq!(found("ab000000").unwrap().patient, all[1].patient);
        assert_eq!(found(&all[2].patient.to_string()).unwrap().patient, all[2].patient);
        let several = found("Fictief B.").unwrap_err().message;
        assert!(
            several.contains(&all[1].patient.to_string()) && several.contains(&all[2].patient.to_string())
        );
        for nobody in ["Fictief", "", "ab", "ab00000"] {
            assert!(found(nobody).is_err(), "{nobody}");
        }
    }

    /// Brackets, quotation marks and points are heard by nobody.
    #[test]
    fn a_patient_is_meant_with_and_without_brackets_and_quotation_marks() {
        let known = |bits: u128, label: &str, born: &str| PatientLabels {
            patient: PatientId(Id::from_bits(bits)),
            also: Vec::new(),
            labels: [(label.to_owned(), born.to_owned())].into(),
        };
        let all = [known(1, "Fictief B.", "1952"), known(2, "\"Mw. O.\"", ""), known(3, "Mw. P. 1941", "")];
        for (typed, meant) in [
            ("Fictief B 1952", 0),
            ("FICTIEF B. (1952)", 0),
            ("Fictief B., 1952", 0),
            ("\"Fictief B.\" (1952)", 0),
            ("fictief b [1952]", 0),
            ("Fictief B", 0),
            ("Mw. O.", 1),
            ("\u{201C}mw o\u{201D}", 1),
            ("Mw. P. (1941)", 2),
            ("Mw. P. 1941", 2),
        ] {
            let found = one(&all, typed, Language::Dutch);
            assert_eq!(found.map(|found| found.patient).ok(), Some(all[meant].patient), "{typed}");
        }
        assert!(one(&all, "Fictief B 1953", Language::Dutch).is_err());
    }

    #[test]
    fn who_is_called_almost_so_is_shown_and_not_taken() {
        let names = ["Zoë", "Şahin", "Yıldız", "Łucja", "Dvořák", "Nguyễn", "Kok ÿ", "D'Hond", "De Wit-Vos"];
        let all: Vec<PatientLabels> = names
            .iter()
            .zip(1..)
            .map(|(label, bits)| PatientLabels {
                patient: PatientId(Id::from_bits(bits)),
                also: Vec::new(),
                labels: [((*label).to_owned(), String::new())].into(),
            })
            .collect();
        let typed = ["Zoe", "Sahin", "Yildiz", "Lucja", "Dvorak", "Nguyen", "Kok y", "Dhond", "de wit vos"];
        for (typed, meant) in typed.into_iter().zip(&all) {
            let told = one(&all, typed, Language::Dutch).unwrap_err().message;
            assert!(told.contains(&meant.patient.to_string()) && told.contains("lijkt"), "{typed}: {told}");
            assert_eq!(told.lines().count(), 2, "{typed}: {told}");
        }
        let nobody = one(&all, "Zo", Language::Dutch).unwrap_err().message;
        assert_eq!(nobody, Language::Dutch.forget_nobody("Zo"));
    }

    #[test]
    fn of_patients_who_look_alike_none_is_taken_without_the_other() {
        let known = |bits: u128, label: &str, born: &str| PatientLabels {
            patient: PatientId(Id::from_bits(bits)),
            also: Vec::new(),
            labels: [(label.to_owned(), born.to_owned())].into(),
        };
        let all = [
            known(1, "Fictief A.", "1938"),
            known(2, "Fictief A. (1938)", ""),
            known(3, "Fictief B.", "1950"),
            known(4, "Fictief B.", "1961"),
            known(5, "Fictief É.", "1940"),
            known(6, "Fictief E. (1940)", ""),
            known(7, "Fictief C.", "1944"),
            known(8, "", "1944"),
            known(9, "J.P. de Wit", "1930"),
            known(10, "JP de Wit", ""),
            known(11, "M. Vos", "1951"),
            known(12, "Fictief K.", ""),
            known(13, "Fictief К.", ""),
            known(14, "Mw. Café Jansen", "1940"),
            known(15, "Mw. Café<U+200B> Jansen", "1940"),
            known(16, "Jan-Peter", "1950"),
            known(17, "Janpeter", "1950"),
            known(18, "Bos / Vis", ""),
            known(19, "Bos/Vis", ""),
            known(20, "Kamer 12", ""),
            known(21, "Kamer12", ""),
            known(22, "Kamer 1 2", ""),
        ];
        // What is typed, and who is shown; one alone is taken.
        for (typed, shown) in [
            ("Fictief A. (1938)", vec![1, 2]),
            ("fictief  a. (1938)", vec![1, 2]),
            ("Fictief A.", vec![1, 2]),
            ("Fictief B.", vec![3, 4]),
            ("Fictief B. (1961)", vec![4]),
            ("Fictief É.", vec![5, 6]),
            ("Fictief E. (1940)", vec![5, 6]),
            ("Fictief C. (1944)", vec![7]),
            ("Fictief C.", vec![7]),
            ("(1944)", vec![]),
            ("jp de wit", vec![9, 10]),
            ("Mw. Café Jansen", vec![14, 15]),
            ("Mw. Café\u{200B} Jansen", vec![14, 15]),
            ("Mw. Café<U+200B> Jansen", vec![14, 15]),
            ("Jan-Peter (1950)", vec![16, 17]),
            ("Janpeter", vec![16, 17]),
            ("Bos/Vis", vec![18, 19]),
            ("Kamer 12", vec![20, 21]),
            ("Kamer 1 2", vec![22]),
            ("J. P. de Wit", vec![9, 10]),
            ("m vos", vec![11]),
            ("M.VOS (1951)", vec![11]),
            ("Vos", vec![]),
            ("fictief b", vec![3, 4]),
            ("Fictief K.", vec![12, 13]),
            ("Fictief К.", vec![12, 13]),
        ] {
            let found = one(&all, typed, Language::Dutch);
            match (shown.as_slice(), found) {
                ([bits], Ok(found)) => assert_eq!(found.patient, PatientId(Id::from_bits(*bits)), "{typed}"),
                ([] | [_, _, ..], Err(told)) => {
                    let named = all.iter().filter(|one| told.message.contains(&one.patient.to_string()));
                    let named: Vec<PatientId> = named.map(|one| one.patient).collect();
                    let shown: Vec<PatientId> =
                        shown.iter().map(|bits| PatientId(Id::from_bits(*bits))).collect();
                    assert_eq!(named, shown, "{typed}: {}", told.message);
                }
                (_, found) => panic!("{typed}: {found:?}"),
            }
        }
    }
}
