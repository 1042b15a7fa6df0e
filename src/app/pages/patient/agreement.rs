//! One agreement: what, who, by when.

use crate::app::model::Model;
use crate::app::page::{Action, Chooser, Field, Mark, Page, Role, Row, RowId, RowKind, Screen};
use crate::app::pages::named;
use crate::app::pages::parts::{
    agreement_by_now, agreement_in_words, agreement_later, agreement_parts, agreement_when, beside_day,
    discussion, patient_page, teller, titled,
};
use crate::app::pages::search;
use crate::checklist::Looks;
use crate::meeting::{
    Agreement, AgreementId, AgreementText, Meeting, Owner, PatientId, Removal, Review, TextPlace, terms,
    typed,
};

/// One agreement.
pub(in crate::app::pages) fn agreement(model: &Model, patient: PatientId, id: AgreementId) -> Page {
    let language = model.language();
    let Some((meeting, review)) = discussion(model, patient) else {
        return titled(language.agreement_title());
    };
    let mut page = patient_page(model, meeting, review);
    page.text(Role::Heading, language.agreement_title());
    let Some(agreement) = review.agreements.iter().find(|agreement| agreement.id == id) else { return page };
    let place = |which| TextPlace::Agreement(patient, id, which);
    let what = Field::line(place(AgreementText::What), language.agreement_what_hint());
    page.push(Row::field(RowId::fixed("what"), language.agreement_what(), what));
    let owner = terms::owner(language, meeting, agreement);
    let (role, value) = match (owner.is_empty(), agreement.owner) {
        (false, _) => (Role::Value, owner),
        (true, Some(Owner::Outside)) => (Role::Quiet, language.export_outside().to_owned()),
        (true, _) => (Role::Quiet, language.nobody().to_owned()),
    };
    let choose = Action::Open(Screen::Choose(Chooser::Owner(patient, id)));
    page.push(Row::action(RowId::fixed("owner"), language.agreement_who(), choose).with_value(role, value));
    let absent = match agreement.owner {
        Some(Owner::Participant(known)) => meeting.participant(known).is_some_and(|known| known.absent),
        Some(Owner::Outside) => true,
        None => false,
    };
    if agreement.owner == Some(Owner::Outside) {
        let name = Field::line(place(AgreementText::OutsideName), language.agreement_outside_hint());
        page.push(Row::field(RowId::fixed("outside"), language.agreement_outside_name(), name));
    }
    if absent {
        let teller = terms::participant_by_id(language, meeting, agreement.told_by);
        let (role, teller) = if teller.is_empty() {
            (Role::Quiet, language.nobody().to_owned())
        } else {
            (Role::Value, teller)
        };
        let choose = Action::Open(Screen::Choose(Chooser::ToldBy(patient, id)));
        page.push(
            Row::action(RowId::fixed("told-by"), language.agreement_told_by(), choose)
                .with_value(role, teller),
        );
    }
    let due = Field::line(place(AgreementText::Due), language.date_hint_forward());
    let today = meeting.details.date;
    // That its day has passed is nothing of what is done.
    let reading = match agreement.ended {
        None => typed::said(language, &agreement.due, today, Looks::Forward),
        Some(_) => typed::date(&agreement.due, today, Looks::Forward)
            .map(|day| typed::day(day, language))
            .unwrap_or_default(),
    };
    let reading = beside_day(model, meeting, &due.place, (meeting.details.date, Looks::Forward), reading);
    page.push(Row::field(RowId::fixed("due"), language.agreement_due(), due.read_as(reading)));
    if let Some(now) = agreement_by_now(model, meeting, agreement) {
        page.text(Role::Warning, language.agreement_came_along_otherwise(&now));
    }
    if let Some(later) = agreement_later(model, meeting, agreement) {
        page.text(Role::Warning, language.agreement_stays_later(&later));
    }
    page.gap();
    let ready = Row::action(RowId::fixed("ready"), language.agreement_ready(), Action::Back);
    match agreement.ended {
        None => {
            page.push(ready);
            let end = |done| Action::EndAgreement(patient, id, Some(done));
            page.push(Row::action(RowId::fixed("done"), language.agreement_done(), end(true)));
            page.push(Row::action(RowId::fixed("dropped"), language.agreement_dropped(), end(false)));
        }
        Some(ended) => {
            let label =
                if ended.done { language.agreement_outcome() } else { language.agreement_why_dropped() };
            let outcome = Field::line(place(AgreementText::Outcome), "");
            page.push(Row::field(RowId::fixed("outcome"), label, outcome));
            // Who types what came of it and goes on is ready, and opens nothing again.
            page.push(ready);
            let again = Action::EndAgreement(patient, id, None);
            page.push(Row::action(RowId::fixed("open-again"), language.agreement_open_again(), again));
        }
    }
    // What is agreed about somebody who does not exist goes to no patient.
    if agreement.is_open() && !agreement.what.trim().is_empty() && meeting.session.is_none() {
        let toggle = Action::ToggleForPatient(patient, id);
        let mark = if agreement.for_patient { Mark::Ticked } else { Mark::NotTicked };
        page.push(
            Row::action(RowId::fixed("for-patient"), language.agreement_for_patient(), toggle).marked(mark),
        );
        if agreement.for_patient {
            page.text(Role::Quiet, language.agreement_for_patient_hint());
        }
    }
    if meeting.reviews.len() > 1 && agreement.is_open() && !agreement.what.trim().is_empty() {
        let copy = Action::Open(Screen::CopyAgreement(patient, id));
        page.push(Row::action(RowId::fixed("copy"), language.agreement_copy(), copy));
    }
    let remove = Action::Remove(Removal::Agreement(patient, id));
    page.push(Row::action(RowId::fixed("remove"), language.agreement_remove(), remove));
    page
}

/// The other patients of the meeting, about whom the same can be agreed.
pub(in crate::app::pages) fn copy_agreement(model: &Model, patient: PatientId, id: AgreementId) -> Page {
    let language = model.language();
    let Some((meeting, review)) = discussion(model, patient) else {
        return titled(language.agreement_copy());
    };
    let mut page = patient_page(model, meeting, review);
    page.text(Role::Heading, language.agreement_copy());
    if let Some(agreement) = review.agreements.iter().find(|agreement| agreement.id == id) {
        page.text(Role::Plain, agreement_in_words(model, meeting, agreement));
    }
    page.gap();
    let others = meeting.reviews.iter().filter(|other| other.patient != patient);
    let names = named::names(model);
    let rows = others.map(|other| {
        let copy = Action::CopyAgreement(patient, id, other.patient);
        Row::action(RowId::of("copy", other.patient), names.shown(other, language), copy).marked(Mark::Leads)
    });
    search::list(&mut page, model, rows.collect());
    page
}

/// An agreement under the name of whose it is: what, for whom, by when.
pub(in crate::app::pages) fn owned_row(
    model: &Model,
    meeting: &Meeting,
    review: &Review,
    agreement: &Agreement,
) -> Row {
    let language = model.language();
    let mut row = agreement_row(model, meeting, review, agreement);
    row.id = RowId::of("agreed", agreement.id);
    row.label = format!("{}: {}", named::called(model, review), row.label);
    row.value = agreement_when(model, meeting, agreement);
    if agreement.has_to_be_told(meeting) {
        let told = teller(language, meeting, agreement);
        row.value =
            format!("{}; {}", row.value, told.unwrap_or_else(|| language.agreement_untold().to_owned()));
    }
    row
}

/// The agreements of earlier meetings that are open and did not come along when the patient came on the agenda; whoever opens
/// one takes it into this meeting.
pub(in crate::app::pages) fn agreements_beside(
    model: &Model,
    meeting: &Meeting,
    review: &Review,
) -> Vec<Row> {
    let known = model.register().and_then(|register| register.patient(review.patient));
    let Some(known) = known.filter(|_| model.may_change()) else { return Vec::new() };
    let beside = known.agreements_beside(meeting).into_iter().map(|open| {
        let agreement = open.within(meeting);
        let take = Action::TakeAgreement(known.patient, agreement.id);
        let row = agreement_row(model, meeting, review, &agreement);
        Row { kind: RowKind::Action(take), ..row }
    });
    beside.collect()
}

/// An agreement on one row: what, who, by when.
pub(in crate::app::pages) fn agreement_row(
    model: &Model,
    meeting: &Meeting,
    review: &Review,
    agreement: &Agreement,
) -> Row {
    let (what, value) = agreement_parts(model, meeting, Some(review.patient), agreement);
    let mark = if agreement.ended.is_some() { Mark::Ticked } else { Mark::NotTicked };
    let open = Action::Open(Screen::Agreement(review.patient, agreement.id));
    let overdue = agreement.is_overdue(meeting.details.date);
    let role = if overdue { Role::Warning } else { Role::Quiet };
    let row = Row::action(RowId::of("agreement", agreement.id), what, open).with_value(role, value);
    row.marked(mark).listed()
}
