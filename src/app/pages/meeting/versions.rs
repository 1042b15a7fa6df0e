//! Earlier and second versions of the open meeting, and choosing piece by piece between two.

use crate::app::message::{Origin, OtherVersion, VersionRead};
use crate::app::model::{Model, OpenMeeting};
use crate::app::page::{Action, Mark, Page, Role, Row, RowId};
use crate::app::pages::named;
use crate::app::pages::parts::titled;
use crate::checklist::{Checklist, Name};
use crate::export::{Pieces, piece_name};
use crate::meeting::{Difference, PatientId, TextPlace, differences, typed};

/// How much of a text is shown, in characters; the whole stands in the meeting after taking it over.
const SHOWN: usize = 300;

/// The versions that there are, newest first.
pub(in crate::app::pages) fn versions(model: &Model) -> Page {
    let language = model.language();
    let mut page = titled(language.versions_title());
    page.text(Role::Quiet, language.versions_what()).gap();
    let versions = model.open.as_ref().map(|open| open.versions.as_slice()).unwrap_or_default();
    if versions.is_empty() {
        page.text(Role::Plain, language.versions_none());
        page.text(Role::Quiet, language.versions_kept()).gap();
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
pub(in crate::app::pages) fn on_agenda(page: &mut Page, model: &Model, open: &OpenMeeting) {
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
pub(in crate::app::pages) fn compare(model: &Model) -> Page {
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
        let all = Row::action(RowId::fixed("all"), language.compare_take_all(), Action::TakeOverAll);
        let told = match read.version.waits() {
            true => language.compare_here_stays(),
            false => language.compare_here_goes(),
        };
        page.push(match found.iter().any(Difference::takes_away) {
            true => all.with_value(Role::Quiet, told),
            false => all,
        });
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
    review.map(|review| named::called(model, review)).unwrap_or_default()
}

fn piece(page: &mut Page, model: &Model, open: &OpenMeeting, read: &VersionRead, difference: &Difference) {
    let language = model.language();
    let sides = [(&*open.record, language.compare_here()), (&read.meeting, language.compare_there())];
    let find = |name: &Name| definition(model, read, name);
    let words = Pieces { language, definition: &find };
    let label = words.label(difference);
    let take =
        if model.may_change() { Action::TakePiece(Box::new(difference.clone())) } else { Action::Nothing };
    let mut row = Row::action(RowId::of("piece", piece_name(difference)), label, take);
    if model.may_change() {
        let does = match difference.takes_away() {
            true => language.compare_take_away(),
            false => language.compare_take_over(),
        };
        row = row.with_value(Role::Quiet, does).marked(Mark::Leads);
    }
    page.push(row);
    for (meeting, side) in sides {
        let text = words.in_words(meeting, difference);
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

fn definition<'a>(model: &'a Model, read: &'a VersionRead, name: &Name) -> Option<&'a Checklist> {
    let there = || read.definitions.iter().map(|known| &known.checklist).find(|known| known.id == *name);
    model.checklist(name).or_else(there)
}
