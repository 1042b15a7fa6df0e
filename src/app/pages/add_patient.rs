//! Choosing a patient for the agenda: a new one, or one of earlier meetings.

use super::titled;
use crate::app::action::Action;
use crate::app::model::Model;
use crate::app::page::{Mark, Page, Role, Row, RowId};
use crate::app::screen::Screen;
use crate::app::terms;
use crate::checklist::Name;
use crate::meeting::{KnownPatient, Meeting, typed};

/// What "add a patient" does: straight to a new one where there is nobody to choose from.
pub(super) fn way_in(model: &Model) -> Action {
    let choice = match (model.record(), model.register()) {
        (Some(meeting), Some(register)) => register.has_somebody_for(meeting),
        // Not read yet: there may be somebody as soon as there is another meeting.
        (Some(meeting), None) => {
            let mut listed = model.listed.iter().flat_map(|listed| &listed.meetings);
            listed.any(|summary| summary.id != meeting.id)
        }
        (None, _) => false,
    };
    if choice { Action::Open(Screen::AddPatient) } else { Action::AddPatient }
}

/// A new patient first, then those of earlier meetings.
pub(super) fn add_patient(model: &Model) -> Page {
    let language = model.language();
    let mut page = titled(language.agenda_add_patient());
    let Some(meeting) = model.record() else { return page };
    page.corner = None;
    page.trail.insert(0, terms::group(language, &meeting.details.group).to_owned());
    let new = Row::action(RowId::fixed("new"), language.add_patient_new(), Action::AddPatient);
    page.push(new.marked(Mark::Leads));
    let Some(register) = model.register() else {
        page.gap().text(Role::Quiet, language.add_patient_reading());
        return page;
    };
    let offered = register.offered(meeting);
    let (own, others): (Vec<_>, Vec<_>) =
        offered.into_iter().partition(|known| known.is_of(&meeting.details));
    for (heading, patients) in
        [(language.add_patient_earlier(), own), (language.add_patient_other_groups(), others)]
    {
        if patients.is_empty() {
            continue;
        }
        page.gap().text(Role::Heading, heading);
        for known in patients {
            page.push(row(model, meeting, known));
        }
    }
    page
}

/// One patient: who, when last discussed, what is open.
fn row(model: &Model, meeting: &Meeting, known: &KnownPatient) -> Row {
    let language = model.language();
    let day = |date| typed::plain_day(date, model.now.date(), language);
    let discussed = match known.discussed {
        Some(date) => language.last_discussed(&day(date)),
        None => language.not_discussed_yet().to_owned(),
    };
    let open = known.agreements.len();
    let other_group = !known.is_of(&meeting.details) && !known.group.is_empty();
    let mut facts = vec![
        known.deceased.then(|| language.patient_deceased().to_owned()),
        known.postponed.then(|| language.postponed_last_time().to_owned()),
        Some(discussed),
        known
            .next_review
            .map(|date| language.next_review_on(&typed::short_day(date, model.now.date(), language))),
        (open > 0).then(|| language.agreements_open(open)),
        other_group.then(|| known.group.clone()),
    ];
    facts.insert(
        1,
        state_in_words(
            model,
            known.colour.as_ref(),
            known.judged.iter().map(|(name, (_, choice))| (name, choice)),
        ),
    );
    let facts: Vec<String> = facts.into_iter().flatten().collect();
    let label = terms::label(language, &known.label, &known.born);
    Row::action(RowId::of("earlier", known.patient), label, Action::AddEarlierPatient(known.patient))
        .with_value(Role::Quiet, facts.join(", "))
}

/// Colour and standing judgements in the words of their options: "rood, Ja, de stervensfase is begonnen"; none where there
/// is neither.
pub(super) fn state_in_words<'n>(
    model: &Model,
    colour: Option<&Name>,
    judged: impl Iterator<Item = (&'n Name, &'n Name)>,
) -> Option<String> {
    let language = model.language();
    let brief = model.checklist(&"kort".into());
    let item = brief.and_then(|checklist| checklist.item("kleur"));
    let options = item.map(terms::options).unwrap_or_default();
    let colour = colour.and_then(|code| options.iter().find(|option| option.code == *code));
    let colour = colour.map(|option| option.text.get(language).to_lowercase());
    let judged = judged.filter_map(|(name, choice)| {
        let options = &model.checklist(name)?.judgement.as_ref()?.options;
        let option = options.iter().find(|option| option.code == *choice)?;
        Some(option.text.get(language).to_owned())
    });
    let words: Vec<String> = colour.into_iter().chain(judged).collect();
    (!words.is_empty()).then(|| words.join("; "))
}
