//! Counts of a group to learn from.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::{Paper, day_of};
use crate::checklist::Looks;
use crate::cli::arguments::WantedMirror;
use crate::cli::commands::known::read::Known;
use crate::cli::commands::notebook::listed;
use crate::cli::trouble::{Trouble, WRONG_USAGE};
use crate::export::{DocumentFormat, Mirror};
use crate::meeting::{Course, KnownPatient, MeetingId, MeetingKind, PatientId, typed};
use crate::shell::Outside;
use crate::text::same::folded;
use crate::words::Language;

/// The counts over the meetings that were meant.
///
/// # Errors
///
/// When a day is none, or the notebook cannot be read.
pub(in crate::cli) fn mirror(
    outside: &Outside,
    wanted: &WantedMirror,
    format: DocumentFormat,
    language: Language,
) -> Result<Paper, Trouble> {
    let known = Known::read(outside, language)?;
    let day = |typed: &Option<String>| {
        typed.as_deref().map(|typed| day_of(typed, known.today, Looks::Back, language)).transpose()
    };
    let (from, to) = (day(&wanted.from)?, day(&wanted.to)?.unwrap_or(known.today));
    if let Some(from) = from.filter(|from| *from > to) {
        let (from, to) = (typed::day(from, language), typed::day(to, language));
        return Err(Trouble { code: WRONG_USAGE, ..Trouble::new(language.mirror_upside_down(&from, &to)) });
    }
    let group = wanted.group.as_deref().unwrap_or_default();
    let of_group = folded(group);
    let is_within = |day: NaiveDate| day <= to && from.is_none_or(|from| day >= from);
    let is_of = |name: &str| of_group.is_empty() || folded(name) == of_group;
    let meetings: Vec<MeetingId> = listed(outside, language)?
        .meetings
        .iter()
        .filter(|one| !matches!(one.kind, MeetingKind::Education | MeetingKind::Between))
        .filter(|one| is_within(one.date) && is_of(&one.group))
        .map(|one| one.id)
        .collect();
    let (mut bottlenecks, mut learning_needs) = (Vec::new(), Vec::new());
    for meeting in meetings.iter().filter_map(|id| known.meeting(*id)) {
        for (texts, text) in
            [(&mut bottlenecks, &meeting.bottlenecks), (&mut learning_needs, &meeting.learning_needs)]
        {
            texts.extend((!text.trim().is_empty()).then(|| text.trim().to_owned()));
        }
    }
    let ids: Vec<PatientId> = known.patients().map(|one| one.patient).collect();
    let mut courses: BTreeMap<PatientId, Course> = BTreeMap::new();
    let read = |id| known.meeting(id);
    known.occurrences.each(&ids, read, |patient, entry| {
        let course = courses.entry(patient).or_insert_with(|| Course::new(patient));
        match entry {
            Some(entry) => course.add(entry),
            None => course.unread += 1,
        }
    });
    let mut patients: Vec<(&KnownPatient, Course)> = Vec::new();
    for one in known.patients() {
        let Some(course) = courses.remove(&one.patient) else { continue };
        let counts = course
            .discussions()
            .any(|(entry, review)| meetings.contains(&entry.id) && review.was_discussed());
        if counts {
            patients.push((one, course));
        }
    }
    let mirror = Mirror {
        language,
        patients: &patients,
        meetings: meetings.len(),
        bottlenecks: &bottlenecks,
        learning_needs: &learning_needs,
        group,
        from,
        to,
        fictional: known.fictional,
    };
    let ids = patients.iter().map(|(one, _)| one.patient).collect();
    let day = to.to_string();
    let name = [language.file_mirror(), group, &day];
    let advice = language.cli_read_before_giving();
    Ok(Paper { advice, ..Paper::new(&mirror.document(), format, ids, &name) })
}
