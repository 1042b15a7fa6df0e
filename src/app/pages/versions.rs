//! Earlier and second versions of the open meeting, and choosing piece by piece between two.

use super::titled;
use crate::app::action::Action;
use crate::app::model::{Model, OpenMeeting};
use crate::app::page::{Mark, Page, Role, Row, RowId};
use crate::app::terms;
use crate::app::versions::{Origin, OtherVersion, VersionRead};
use crate::meeting::{Difference, Meeting, PatientId, TextPlace, differences, typed};

/// How much of a text is shown, in characters; the whole stands in the meeting after taking it over.
const SHOWN: usize = 300;

/// The versions that there are, newest first.
pub(super) fn versions(model: &Model) -> Page {
    let language = model.language();
    let mut page = titled(language.versions_title());
    page.text(Role::Quiet, language.versions_what()).gap();
    let versions = model.open.as_ref().map(|open| open.versions.as_slice()).unwrap_or_default();
    if versions.is_empty() {
        page.text(Role::Plain, language.versions_none()).gap();
    }
    for version in versions {
        let role = if version.waits() { Role::Warning } else { Role::Quiet };
        let look = Action::LookAtVersion(version.clone());
        page.push(
            Row::action(RowId::of("version", &version.name), when(model, version), look)
                .with_value(role, version.why(language)),
        );
    }
    page.gap().push(Row::action(RowId::fixed("back"), language.choose_done(), Action::Back));
    page
}

fn when(model: &Model, version: &OtherVersion) -> String {
    let day = typed::short_day(version.at.date(), model.now.date(), model.language());
    format!("{day} {}", version.at.format("%H:%M"))
}

/// The way to the versions from the agenda: second versions each by themselves, for somebody has to choose.
pub(super) fn on_agenda(page: &mut Page, model: &Model, open: &OpenMeeting) {
    let language = model.language();
    for version in open.versions.iter().filter(|version| version.waits()) {
        let label = match version.origin {
            Origin::LeftOver => language.agenda_left_over(),
            _ => language.agenda_second_version(),
        };
        let look = Action::LookAtVersion(version.clone());
        page.push(
            Row::action(RowId::of("version", &version.name), label, look)
                .with_value(Role::Warning, when(model, version))
                .marked(Mark::Leads),
        );
    }
    if open.versions.iter().any(OtherVersion::waits) {
        page.gap();
    }
}

/// What is different in the version that was read, piece by piece.
pub(super) fn compare(model: &Model) -> Page {
    let language = model.language();
    let mut page = titled(language.compare_title());
    let Some((open, read)) = model.open.as_ref().and_then(|open| Some((open, open.other.as_deref()?))) else {
        return page;
    };
    page.trail.push(language.version_of(&when(model, &read.version), read.version.why(language)));
    let found = differences(&open.record, &read.meeting);
    let may_change = model.may_change();
    if found.is_empty() {
        page.text(Role::Plain, language.compare_same());
    } else {
        page.text(Role::Quiet, if may_change { language.compare_what() } else { language.compare_read() });
    }
    let mut about: Option<Option<PatientId>> = None;
    for difference in &found {
        if about != Some(difference.patient()) {
            about = Some(difference.patient());
            page.gap().text(Role::Heading, heading(model, open, read, difference.patient()));
        }
        piece(&mut page, model, open, read, difference);
    }
    page.gap();
    if may_change && !found.is_empty() {
        page.push(Row::action(RowId::fixed("all"), language.compare_take_all(), Action::TakeOverAll));
    }
    if may_change && read.version.waits() {
        page.push(Row::action(RowId::fixed("done"), language.compare_done(), Action::PutVersionAway));
    }
    page.push(Row::action(RowId::fixed("back"), language.compare_back(), Action::Back));
    page
}

fn heading(model: &Model, open: &OpenMeeting, read: &VersionRead, patient: Option<PatientId>) -> String {
    let language = model.language();
    let Some(patient) = patient else { return language.compare_meeting().to_owned() };
    let review = open.record.review(patient).or_else(|| read.meeting.review(patient));
    review.map(|review| terms::patient(language, review)).unwrap_or_default()
}

fn piece(page: &mut Page, model: &Model, open: &OpenMeeting, read: &VersionRead, difference: &Difference) {
    let language = model.language();
    let sides = [(&*open.record, language.compare_here()), (&read.meeting, language.compare_there())];
    let label = label(model, read, difference);
    let take =
        if model.may_change() { Action::TakePiece(Box::new(difference.clone())) } else { Action::Nothing };
    let mut row = Row::action(RowId::of("piece", key(difference)), label, take);
    if model.may_change() {
        row = row.with_value(Role::Quiet, language.compare_take_over()).marked(Mark::Leads);
    }
    page.push(row);
    for (meeting, side) in sides {
        let text = in_words(model, read, meeting, difference);
        let text =
            if text.trim().is_empty() { language.nothing_there().to_owned() } else { shortened(&text) };
        page.indented(Role::Plain, 4, format!("{side}: {text}"));
    }
    for line in lines_only_there(open, difference) {
        let add = Action::AddLine(line.0.clone(), line.1.clone());
        page.push(
            Row::action(
                RowId::of("line", format_args!("{:?}:{}", line.0, line.1)),
                language.compare_add_line(),
                add,
            )
            .with_value(Role::Quiet, shortened(&line.1))
            .at(4),
        );
    }
}

/// Lines of a longer text that stand in the other version only, so that both can be kept.
fn lines_only_there(open: &OpenMeeting, difference: &Difference) -> Vec<(TextPlace, String)> {
    let Difference::Text(place, there) = difference else { return Vec::new() };
    let here = place.text(&open.record).unwrap_or_default();
    if here.trim().is_empty() || !there.contains('\n') && !here.contains('\n') {
        return Vec::new();
    }
    let known: Vec<&str> = here.lines().map(str::trim).collect();
    let lines = there.lines().filter(|line| !line.trim().is_empty() && !known.contains(&line.trim()));
    lines.map(|line| (place.clone(), line.to_owned())).collect()
}

fn shortened(text: &str) -> String {
    if text.chars().count() <= SHOWN {
        return text.to_owned();
    }
    text.chars().take(SHOWN).chain(['\u{2026}']).collect()
}

/// A stable name for a piece, whatever is taken over before it.
fn key(difference: &Difference) -> String {
    match difference {
        Difference::Text(place, _) => format!("{place:?}"),
        Difference::Answer(patient, question, _) => format!("answer:{patient}:{question}"),
        Difference::Repeats(patient, group, _) => format!("repeats:{patient}:{group}"),
        Difference::Judgement(patient, checklist, _) => format!("judgement:{patient}:{checklist}"),
        Difference::Agreement(_, id, _) => format!("agreement:{id}"),
        Difference::ReviewDetails(patient, _) => format!("details:{patient}"),
        Difference::Review(patient, _) => format!("review:{patient}"),
        Difference::Agenda(_) => "agenda".to_owned(),
        Difference::Participant(id, _) => format!("participant:{id}"),
        Difference::MeetingDetails(_) => "meeting".to_owned(),
        Difference::Definition(id, _) => format!("definition:{id}"),
        Difference::Route(id, _) => format!("route:{id}"),
    }
}

fn label(model: &Model, read: &VersionRead, difference: &Difference) -> String {
    use crate::meeting::{MeetingText as M, ReviewText as R};
    let language = model.language();
    let checklist = |name: &crate::checklist::Name| match definition(model, read, name) {
        Some(known) => known.title.get(language).to_owned(),
        None => name.to_string(),
    };
    match difference {
        Difference::Text(TextPlace::Review(_, which), _) => match which {
            R::Label => language.piece_label(),
            R::Born => language.piece_born(),
            R::Question => language.patient_question(),
            R::OwnWords => language.patient_own_words(),
            R::Notes => language.patient_notes(),
            R::NextReview => language.patient_next_review(),
        }
        .to_owned(),
        Difference::Text(TextPlace::Meeting(M::Bottlenecks), _) => language.export_bottlenecks().to_owned(),
        Difference::Text(..) => language.export_learning_needs().to_owned(),
        Difference::Answer(_, question, _) => {
            let item = definition(model, read, &question.checklist)
                .and_then(|known| known.item(question.item.as_str()))
                .map(|item| item.label.as_ref().unwrap_or(&item.text).get(language).to_owned());
            format!(
                "{}: {}",
                checklist(&question.checklist),
                item.unwrap_or_else(|| question.item.to_string())
            )
        }
        Difference::Repeats(_, group, _) => {
            format!("{}: {}", checklist(&group.checklist), language.piece_repeats())
        }
        Difference::Judgement(_, name, _) => format!("{}: {}", checklist(name), language.piece_judgement()),
        Difference::Agreement(..) => language.piece_agreement().to_owned(),
        Difference::ReviewDetails(..) => language.piece_review_details().to_owned(),
        Difference::Review(..) => language.piece_patient().to_owned(),
        Difference::Agenda(_) => language.piece_agenda().to_owned(),
        Difference::Participant(..) => language.piece_participant().to_owned(),
        Difference::MeetingDetails(_) => language.piece_meeting_details().to_owned(),
        Difference::Definition(name, _) => format!("{}: {}", language.piece_definition(), checklist(name)),
        Difference::Route(name, _) => format!("{}: {name}", language.piece_route()),
    }
}

fn definition<'a>(
    model: &'a Model,
    read: &'a VersionRead,
    name: &crate::checklist::Name,
) -> Option<&'a crate::checklist::Checklist> {
    let there = || read.definitions.iter().map(|known| &known.checklist).find(|known| known.id == *name);
    model.checklist(name).or_else(there)
}

/// What `meeting` has of this piece, in words.
fn in_words(model: &Model, read: &VersionRead, meeting: &Meeting, difference: &Difference) -> String {
    let language = model.language();
    let absent = || language.not_there().to_owned();
    match difference {
        Difference::Text(place, _) => place.text(meeting).unwrap_or_default().to_owned(),
        Difference::Answer(patient, question, _) => {
            let answer = meeting.review(*patient).and_then(|review| review.answers.get(question));
            let item = definition(model, read, &question.checklist)
                .and_then(|known| known.item(question.item.as_str()));
            let Some((answer, item)) = answer.zip(item) else {
                return answer.map(|answer| answer.note.clone()).unwrap_or_default();
            };
            let given = terms::answer(language, meeting, item, answer);
            let counts: Vec<String> =
                answer.counts.iter().map(|(option, count)| format!("{option} {count}")).collect();
            join([given, counts.join(", "), answer.note.clone()])
        }
        Difference::Repeats(patient, group, _) => {
            let times = meeting.review(*patient).map_or(0, |review| review.times(group).len());
            times.to_string()
        }
        Difference::Judgement(patient, name, _) => {
            let judgement = meeting.review(*patient).and_then(|review| review.judgements.get(name));
            let Some(judgement) = judgement else { return String::new() };
            let chosen = judgement.choice.as_ref().map(|code| {
                let options = definition(model, read, name)
                    .and_then(|known| known.judgement.as_ref())
                    .map(|known| known.options.as_slice())
                    .unwrap_or_default();
                let known = options.iter().find(|option| option.code == *code);
                known.map_or_else(|| code.to_string(), |option| option.text.get(language).to_owned())
            });
            join([
                chosen.unwrap_or_default(),
                judgement.reason.clone(),
                judgement.dissent.clone(),
                judgement.withdrawn_reason.clone(),
            ])
        }
        Difference::Agreement(patient, id, _) => {
            let review = meeting.review(*patient);
            let agreement = review.and_then(|review| review.agreements.iter().find(|known| known.id == *id));
            agreement.map_or_else(absent, |known| {
                let ended = known.ended.map(|ended| {
                    if ended.done { language.piece_done() } else { language.piece_dropped() }.to_owned()
                });
                let owner = terms::owner(language, meeting, known);
                join([known.what.clone(), owner, known.due.clone(), ended.unwrap_or_default()])
            })
        }
        Difference::ReviewDetails(patient, _) => {
            meeting.review(*patient).map(|review| review_details(model, meeting, review)).unwrap_or_default()
        }
        Difference::Review(patient, _) => meeting.review(*patient).map_or_else(absent, |review| {
            language.patient_holds(review.answers.len(), review.agreements.len())
        }),
        Difference::Agenda(_) => {
            let labels: Vec<String> =
                meeting.reviews.iter().map(|review| terms::patient(language, review)).collect();
            labels.join(", ")
        }
        Difference::Participant(id, _) => meeting.participant(*id).map_or_else(absent, |known| {
            let roles: Vec<&str> = known.roles.iter().map(|role| terms::role(language, *role)).collect();
            let away = if known.absent { language.participant_absent() } else { "" };
            join([terms::participant(language, known), roles.join(", "), away.to_owned()])
        }),
        Difference::MeetingDetails(_) => {
            let details = &meeting.details;
            let closed = if details.closed.is_some() { language.piece_closed() } else { "" };
            join([
                terms::kind(language, details.kind).to_owned(),
                terms::group(language, &details.group).to_owned(),
                typed::day(details.date, language),
                details.planned.clone(),
                closed.to_owned(),
            ])
        }
        Difference::Definition(name, _) => {
            let pinned = meeting.definitions.iter().find(|pinned| pinned.id == *name);
            pinned.map_or_else(absent, |pinned| pinned.version.clone())
        }
        Difference::Route(name, _) => {
            let pinned = meeting.routes.iter().find(|pinned| pinned.id == *name);
            pinned.map_or_else(absent, |pinned| pinned.version.clone())
        }
    }
}

fn review_details(model: &Model, meeting: &Meeting, review: &crate::meeting::Review) -> String {
    let language = model.language();
    let details = &review.details;
    let when = |known: bool, text: &'static str| if known { text.to_owned() } else { String::new() };
    join([
        terms::participant_by_id(language, meeting, details.brought_by),
        details.informed.map(|known| terms::informed(language, known).to_owned()).unwrap_or_default(),
        details.route.as_ref().map(ToString::to_string).unwrap_or_default(),
        when(details.finished.is_some(), language.patient_discussed()),
        when(details.postponed, language.patient_postponed()),
        when(details.deceased, language.patient_deceased()),
        when(details.taken_over.is_some(), language.piece_taken_over()),
    ])
}

fn join<const N: usize>(parts: [String; N]) -> String {
    parts.into_iter().filter(|part| !part.trim().is_empty()).collect::<Vec<_>>().join("; ")
}
