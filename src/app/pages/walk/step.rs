//! The walk through a checklist, one group to a page, and the line of steps above it.

use super::item::{self, indication_text};
use super::question::{Asked, Room};
use super::route::{
    Walkable, beside, is_done, is_in_table, pages_among, progress_among, steps_of, walk_among,
};
use super::{contents, judgement, limits, newer};
use crate::app::model::Model;
use crate::app::page::{Action, Block, Mark, Page, Role, Row, RowId, RowKind, Screen, StepPage, Tab};
use crate::app::pages::parts::{discussion, patient_page, titled};
use crate::checklist::{About, Checklist, Entry, Group, Indication, Item, Name, Visible};
use crate::export::{is_pzp, time_numbers};
use crate::meeting::{Meeting, PatientId, QuestionKey, Removal, Review, ReviewFacts};

/// A page of a checklist, with what guidelines say of it where criteria may be seen.
pub(in crate::app::pages) fn step(
    model: &Model,
    patient: PatientId,
    name: &Name,
    at: &StepPage,
    criteria: bool,
) -> Page {
    let language = model.language();
    let (Some((meeting, review)), Some(checklist)) = (discussion(model, patient), model.checklist(name))
    else {
        return titled(language.start_checklists());
    };
    let mut page = patient_page(model, meeting, review);
    let facts = ReviewFacts::new(review, name);
    let visible = checklist.visible(&facts);
    let steps = steps_of(model, review);
    if meeting.session.is_none() {
        page.tabs = tabs(&steps, review, checklist, &visible);
    }
    let (before, after) = beside(&steps, name);
    // It is named as the step that it is.
    let own = steps.iter().find(|step| step.checklist.id == *name).map(|step| step.title);
    // In a case each page has its own place between those on which everybody votes.
    let pages = match meeting.session {
        None => walk_among(checklist, &visible),
        Some(_) => pages_among(checklist, &visible),
    };
    let place = pages.iter().position(|other| other == at);
    let is_aside = place.is_none() && is_in_table(checklist, at);
    page.abilities.previous = is_aside || place.is_some_and(|place| place > 0) || before.is_some();
    page.abilities.next = is_aside || place.is_some() || *at == StepPage::Contents;
    page.abilities.source = super::source::has_any(checklist, at);
    let mut indications = checklist.indications_among(&facts, &visible);
    if !criteria {
        indications.clear();
    }
    let asked =
        Asked { model, meeting, review, checklist, instance: &[], number: None, indications: &indications };
    match at {
        StepPage::Group(group) => match checklist.groups.iter().find(|known| known.id == *group) {
            Some(group) => group_page(&mut page, &asked, (group, &visible), own, (place, pages.len())),
            None => return titled(checklist.title.get(language)),
        },
        StepPage::Judgement => judgement::judgement(&mut page, &asked),
        StepPage::Limits => limits::limits(&mut page, &asked, &visible),
        StepPage::Contents => {
            contents::contents(&mut page, &asked, own);
            let back = Row::action(RowId::fixed("next"), language.step_back_to_patient(), Action::Back);
            page.gap().push(back);
            return page;
        }
    }
    let more = is_aside || place.is_some_and(|place| place + 1 < pages.len());
    if !more && checklist.judgement.is_none() {
        judgement::offered_agreements(&mut page, &asked, &facts);
    }
    if !asked.is_of_session() {
        ways_on(&mut page, &asked, at, (more, contents::are_many(pages.len())), after);
    }
    page
}

/// The steps that the page of the patient lists, of which this is one; none where it is not.
fn tabs(steps: &[Walkable<'_>], review: &Review, here: &Checklist, visible: &Visible) -> Vec<Tab> {
    let walked = steps.iter().filter(|step| !step.inline);
    if walked.clone().all(|step| step.checklist.id != here.id) {
        return Vec::new();
    }
    let is_done_here = || {
        let (answered, all) = progress_among(here, review, visible);
        answered == all && review.has_begun(&here.id)
    };
    let tab = |step: &Walkable<'_>| Tab {
        title: step.title.to_owned(),
        here: step.checklist.id == here.id,
        done: if std::ptr::eq(step.checklist, here) {
            is_done_here()
        } else {
            is_done(step.checklist, review)
        },
    };
    walked.map(tab).collect()
}

fn group_page(
    page: &mut Page,
    asked: &Asked<'_>,
    (group, visible): (&Group, &Visible),
    own: Option<&str>,
    (place, pages): (Option<usize>, usize),
) {
    let language = asked.model.language();
    // Where the page is named as the whole checklist, it is named as the step that it is.
    let own = own.filter(|_| group.title == asked.checklist.title);
    let called = group.called();
    let mut heading = own.unwrap_or_else(|| called.get(language)).to_owned();
    if let Some(place) = place.filter(|_| pages > 1) {
        let between = asked.model.settings.marks.signs().between;
        heading = format!("{heading}{between}{}", language.which_of(place + 1, pages));
    }
    page.text(Role::Heading, heading);
    if is_pzp(asked.checklist) && place == Some(0) {
        page.text(Role::Quiet, language.pzp_record_prevails());
    }
    if let Some(help) = &group.help {
        page.aside(0, help.get(language));
    }
    if group.repeats {
        times(page, asked, group, Room::Shared);
    } else {
        entries(page, asked, group, visible, Room::Large);
    }
}

/// Adds what is shown of a group: its items and the groups within it.
fn entries(page: &mut Page, asked: &Asked<'_>, group: &Group, visible: &Visible, room: Room) {
    let shown: Vec<&Entry> = group
        .entries
        .iter()
        .filter(|entry| match entry {
            Entry::Item(item) => visible.contains(&item.id),
            Entry::Group(inner) => visible.contains(&inner.id),
        })
        .collect();
    let answerable = |entry: &&&Entry| matches!(entry, Entry::Item(item) if item.is_answerable());
    let simple = |entry: &&Entry| matches!(entry, Entry::Item(item) if item.items.is_empty());
    let alone =
        room == Room::Large && shown.iter().filter(answerable).count() == 1 && shown.iter().all(simple);
    for entry in shown {
        match entry {
            Entry::Item(one) => {
                let large = alone && one.is_answerable();
                let room = if room == Room::Large && !large { Room::Shared } else { room };
                with_children(page, asked, one, visible, room);
            }
            Entry::Group(inner) => {
                if room != Room::Row {
                    page.gap().text(Role::Heading, inner.called().get(asked.model.language()));
                    if let Some(help) = &inner.help {
                        page.aside(0, help.get(asked.model.language()));
                    }
                }
                let room = if room == Room::Large { Room::Shared } else { room };
                if inner.repeats {
                    times(page, asked, inner, room);
                } else {
                    entries(page, asked, inner, visible, room);
                }
            }
        }
    }
}

fn with_children(page: &mut Page, asked: &Asked<'_>, one: &Item, visible: &Visible, room: Room) {
    item::rows(page, asked, one, room);
    for indication in asked.indications.iter().filter(|indication| rests_on(indication) == Some(&one.id)) {
        page.gap();
        indication_text(page, asked, indication);
        page.gap();
    }
    let room = if room == Room::Large { Room::Shared } else { room };
    for child in one.items.iter().filter(|child| visible.contains(&child.id)) {
        with_children(page, asked, child, visible, room);
    }
}

/// Adds every time of a repeating group, and the way to add one more.
fn times(page: &mut Page, asked: &Asked<'_>, group: &Group, room: Room) {
    let language = asked.model.language();
    let key = QuestionKey::repeated(&asked.checklist.id, &group.id, asked.instance);
    let patient = asked.review.patient;
    let called = group.called();
    let title = called.get(language);
    let numbers = asked.review.times(&key);
    let shown = time_numbers(asked.meeting, asked.review, asked.checklist, group, asked.instance);
    let are_several = numbers.len() > 1;
    for (number, shown) in numbers.iter().zip(shown) {
        let which = if are_several { language.time_number(title, shown) } else { title.to_owned() };
        let instance: Vec<u32> = asked.instance.iter().copied().chain([*number]).collect();
        // The page is named so already.
        let is_said = |block: &Block| matches!(block, Block::Text(text) if text.role == Role::Heading && text.text.starts_with(title));
        if room != Room::Row && (are_several || !page.blocks.iter().any(is_said)) {
            page.gap().text(Role::Heading, &*which);
        }
        let facts = ReviewFacts::within(asked.review, &asked.checklist.id, &instance);
        let visible = asked.checklist.visible(&facts);
        let numbered = are_several.then_some(shown);
        let inner = Asked { instance: &instance, number: numbered, ..*asked };
        entries(page, &inner, group, &visible, if room == Room::Row { room } else { Room::Shared });
        if are_several {
            let remove = Action::Remove(Removal::Time(patient, key.clone(), *number));
            let id = RowId::of("remove-time", format_args!("{key}={number}"));
            page.push(Row::action(id, language.repeat_remove(&which), remove));
        }
    }
    if room != Room::Row {
        page.gap();
    }
    let add = Action::AddTime(patient, key.clone());
    page.push(Row::action(RowId::of("add-time", &key), language.repeat_add(title), add));
}

/// Adds the questions of one group of a checklist, each on one row.
pub(in crate::app::pages) fn inline_group(
    page: &mut Page,
    model: &Model,
    meeting: &Meeting,
    review: &Review,
    (checklist, group): (&Checklist, &Name),
) {
    let facts = ReviewFacts::new(review, &checklist.id);
    let visible = checklist.visible(&facts);
    let indications = checklist.indications_among(&facts, &visible);
    let asked =
        Asked { model, meeting, review, checklist, instance: &[], number: None, indications: &indications };
    for group in checklist.groups.iter().filter(|known| known.id == *group) {
        entries(page, &asked, group, &visible, Room::Row);
    }
}

/// Adds the questions of a checklist, each on one row, to the patient's own page.
pub(in crate::app::pages) fn inline(
    page: &mut Page,
    model: &Model,
    meeting: &Meeting,
    review: &Review,
    checklist: &Checklist,
) {
    let facts = ReviewFacts::new(review, &checklist.id);
    let visible = checklist.visible(&facts);
    let indications = checklist.indications_among(&facts, &visible);
    let asked =
        Asked { model, meeting, review, checklist, instance: &[], number: None, indications: &indications };
    let shown: Vec<&Group> = checklist.groups.iter().filter(|group| visible.contains(&group.id)).collect();
    let are_several = shown.len() > 1;
    for group in shown {
        // What a group says of itself counts here as on a page of its own: that it is about the team, and how it goes.
        if are_several || group.help.is_some() || group.repeats || group.about == About::Team {
            page.gap().text(Role::Heading, group.called().get(model.language()));
            if let Some(help) = &group.help {
                page.aside(0, help.get(model.language()));
            }
        }
        if group.repeats {
            times(page, &asked, group, Room::Row);
        } else {
            entries(page, &asked, group, &visible, Room::Row);
        }
    }
    if checklist.judgement.is_some() {
        judgement::brief(page, &asked);
    } else {
        judgement::offered_agreements(page, &asked, &facts);
    }
}

/// The item under which an indication is shown: the last of this checklist that its condition looks at.
fn rests_on(indication: &Indication) -> Option<&Name> {
    let mut last = None;
    indication.when.visit_items(&mut |item| {
        if item.checklist.is_none() {
            last = Some(&item.item);
        }
    });
    last
}

/// The rows that lead on: next page, source, agreement, back to the patient.
fn ways_on(
    page: &mut Page,
    asked: &Asked<'_>,
    at: &StepPage,
    (more, is_long): (bool, bool),
    after: Option<Walkable<'_>>,
) {
    let language = asked.model.language();
    page.gap();
    let label = match after {
        _ if is_in_table(asked.checklist, at) && !asked.is_of_session() => language.limits_all().to_owned(),
        _ if more => language.step_next().to_owned(),
        Some(step) if step.folded => language.step_on_to_if_needed(step.title),
        Some(step) => language.step_on_to(step.title),
        None => language.step_back_to_patient().to_owned(),
    };
    page.push(Row::action(RowId::fixed("next"), label, Action::Next).marked(Mark::Leads));
    if !more && after.is_some() {
        let back = language.step_back_to_patient();
        page.push(Row::action(RowId::fixed("to-patient"), back, Action::Back));
    }
    if is_long {
        let (patient, checklist) = (asked.review.patient, asked.checklist.id.clone());
        let all = Screen::Step { patient, checklist, page: StepPage::Contents };
        page.push(Row::action(RowId::fixed("pages"), language.step_all_pages(), Action::Replace(all)));
    }
    if page.abilities.source {
        let source = Screen::Source { checklist: asked.checklist.id.clone(), page: at.clone() };
        page.push(Row::action(RowId::fixed("source"), language.step_source(), Action::Open(source)));
    }
    let patient = asked.review.patient;
    newer::offer(page, asked.model, asked.review, &asked.checklist.id);
    // Where the page asks for an agreement of its own, this is another one.
    let agrees = page.rows().any(|row| matches!(row.kind, RowKind::Action(Action::NewAgreement(..))));
    let label = if agrees { language.step_agree_other() } else { language.patient_agree() };
    let agree = Action::NewAgreement(patient, String::new());
    page.push(Row::action(RowId::fixed("agree"), label, agree));
    page.push(Row::action(
        RowId::fixed("notes"),
        language.patient_notes(),
        Action::Open(Screen::Notes(patient)),
    ));
}
