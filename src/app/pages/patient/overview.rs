//! Everything about one patient on one page, from which every line can be opened.

use chrono::NaiveDate;

use super::agreement::{agreement_row, agreements_beside};
use crate::app::message::Paper;
use crate::app::model::Model;
use crate::app::page::{Action, Chooser, Page, Role, Row, RowId, Screen, StepPage};
use crate::app::pages::parts::{discussion, patient_page, since, titled};
use crate::app::pages::walk::{self, earlier, judgement_in_words};
use crate::checklist::{About, Checklist, Item, Name, Part};
use crate::export::{in_words, is_limit, is_pzp};
use crate::meeting::{
    Given, Meeting, NonAnswer, PatientId, QuestionKey, Review, ReviewFacts, Standing, terms, typed,
};

/// How far a text stands to the right that is read with the labels of the rows.
const BESIDE_LABELS: u16 = 2;

/// Of an answer of today what it was before, or that it is new; nothing where it was only confirmed.
fn change_in_words(
    model: &Model,
    checklist: &Checklist,
    review: &Review,
    (key, value): (&QuestionKey, &str),
) -> Option<String> {
    let language = model.language();
    let answer = review.answers.get(key).filter(|answer| answer.given.is_some())?;
    let standing = model.standing(review.patient)?;
    let today = model.record()?.details.date;
    let Some(stood) = model.answered_earlier(review.patient, key) else {
        // Of somebody who was never discussed everything is new, and nothing has to say so.
        return standing.discussed.map(|_| language.overview_new().to_owned());
    };
    if answer.given == stood.value.given {
        let since = typed::short_day(stood.since(), today, language);
        return answer.is_confirmed().then(|| language.confirmed_today(&since));
    }
    let item = checklist.item(key.item.as_str())?;
    let was = earlier::in_words(model, review.patient, (key, item), stood);
    // Of what was taken away as a whole it says already what it was.
    let is_taken_back = answer.given == Some(Given::Not(NonAnswer::NoLonger));
    if is_taken_back && value.contains(was.trim()) {
        return None;
    }
    Some(language.was_on(&was, &typed::short_day(stood.date, today, language)))
}

/// How much of what stood is otherwise since today: an answer with another value, or a new judgement.
fn changed(model: &Model, review: &Review) -> usize {
    let Some(standing) = model.standing(review.patient) else { return 0 };
    let answers = review.answers.iter().filter(|(key, answer)| {
        let stood = model.answered_earlier(review.patient, key);
        answer.given.is_some() && stood.is_some_and(|stood| stood.value.given != answer.given)
    });
    let judgements = review.judgements.iter().filter(|(name, judgement)| {
        let before = standing.judgement(name);
        judgement.says()
            && before.is_some_and(|before| {
                before.value.choice != judgement.choice || judgement.withdrawn.is_some()
            })
    });
    answers.count() + judgements.count()
}

/// How many answers and judgements of today have nothing of an earlier meeting before them.
fn new_today(model: &Model, review: &Review) -> usize {
    let answers = review.answers.iter().filter(|(key, answer)| {
        answer.given.is_some() && model.answered_earlier(review.patient, key).is_none()
    });
    let judged = model.standing(review.patient).map(|standing| &standing.judgements);
    let is_new = |name: &Name| judged.is_none_or(|judged| !judged.contains_key(name));
    let judgements = review.judgements.iter().filter(|(name, own)| own.says() && is_new(name));
    answers.count() + judgements.count()
}

/// Whether, by whom and when this was taken over into the patient's record.
fn taken_over(model: &Model, meeting: &Meeting, review: &Review) -> Row {
    let language = model.language();
    let choose = Action::Open(Screen::Choose(Chooser::TakenOver(review.patient)));
    let row = Row::action(RowId::fixed("taken-over"), language.overview_taken_over(), choose);
    match review.details.taken_over {
        None => row.with_value(Role::Quiet, language.overview_not_taken_over()),
        Some(stamp) => {
            let by = terms::participant_by_id(language, meeting, stamp.by);
            row.with_value(
                Role::Value,
                language.overview_taken_over_by(&by, &typed::day(stamp.at.date(), language)),
            )
        }
    }
}

/// What stands from earlier meetings and was not recorded anew, each with its day; then what was said in the last discussion
/// and belongs to that day.
fn from_earlier(page: &mut Page, model: &Model, review: &Review, standing: &Standing) {
    let language = model.language();
    let mut names: Vec<&Name> = standing.answers.keys().map(|key| &key.checklist).collect();
    names.extend(standing.judgements.keys());
    names.sort_unstable();
    names.dedup();
    let (mut stands, mut last_time) = (Vec::new(), Vec::new());
    for checklist in names.iter().filter_map(|name| model.checklist(name)) {
        // Of a checklist that this meeting uses the judgement stands with the rest of that.
        let here =
            model.open.iter().flat_map(|open| open.pinned()).any(|own| own.checklist.id == checklist.id);
        let judged = model.judged_before(review.patient, &checklist.id).filter(|_| !here);
        if let Some(words) = judged.and_then(|_| judgement_in_words(model, review, checklist)) {
            let open = Screen::Step {
                patient: review.patient,
                checklist: checklist.id.clone(),
                page: StepPage::Judgement,
            };
            let title = walk::title_of(model, review, checklist);
            let row = Row::action(RowId::of("judged", &checklist.id), title, Action::Open(open));
            stands.push(row.with_value(Role::Value, words));
        }
        if let Some(words) = super::brief::withdrawn_earlier(model, review, &checklist.id) {
            let title = walk::title_of(model, review, checklist);
            let open = Screen::Step {
                patient: review.patient,
                checklist: checklist.id.clone(),
                page: StepPage::Judgement,
            };
            let row = Row::action(RowId::of("judged", &checklist.id), title, Action::Open(open));
            stands.push(row.with_value(Role::Warning, words));
        }
        for step in checklist.steps() {
            let (Part::Item(item), About::Patient) = (step.part, step.about()) else { continue };
            let first = QuestionKey::new(&checklist.id, &item.id);
            let of_item = standing.answers.range(first..).map(|(key, _)| key);
            for key in of_item.take_while(|key| key.checklist == checklist.id && key.item == item.id) {
                let list = if model.stands(key) { &mut stands } else { &mut last_time };
                list.extend(earlier_row(model, review, checklist, item, key));
            }
        }
    }
    for (heading, rows) in [(language.overview_stands(), stands), (language.overview_last_time(), last_time)]
    {
        if !rows.is_empty() {
            page.gap().text(Role::Heading, heading);
        }
        rows.into_iter().for_each(|row| {
            page.push(row);
        });
    }
    let said = last_said(model, review, standing);
    if !said.is_empty() {
        page.gap().text(Role::Heading, language.overview_written());
        said.into_iter().for_each(|row| {
            page.push(row);
        });
    }
    forgotten(page, model, review, standing);
    let unread = standing.unread + model.register().map_or(0, |register| register.caveats.unread);
    if unread > 0 {
        page.gap().text(Role::Warning, language.something_unread(unread));
    }
}

/// The question and the notes of the last meetings that had any, whole and only to be read; they lead to all earlier ones.
fn last_said(model: &Model, review: &Review, standing: &Standing) -> Vec<Row> {
    let language = model.language();
    let Some(today) = model.record().map(|meeting| meeting.details.date) else { return Vec::new() };
    let said = [
        ("earlier-question", language.patient_question(), &standing.said.question),
        ("earlier-notes", language.patient_notes(), &standing.said.notes),
    ];
    let rows = said.into_iter().filter_map(|(id, label, stood)| {
        let stood = stood.as_ref()?;
        let day = typed::short_day(stood.date, today, language);
        let course = Action::Open(Screen::Course(review.patient));
        let row = Row::action(RowId::fixed(id), format!("{label} ({day})"), course);
        Some(row.with_value(Role::Quiet, stood.value.clone()))
    });
    rows.collect()
}

/// An answer of an earlier meeting that was not given anew today.
fn earlier_row(
    model: &Model,
    review: &Review,
    checklist: &Checklist,
    item: &Item,
    key: &QuestionKey,
) -> Option<Row> {
    let language = model.language();
    let today = model.record()?.details.date;
    if review.answers_to(key).any(|(_, answer)| answer.given.is_some()) {
        return None;
    }
    let standing = model.standing(review.patient)?;
    let back = standing.taken_back(key).filter(|_| is_limit(key.checklist.as_str(), key.item.as_str()));
    let stood = back.or_else(|| standing.answer(key))?;
    let words = earlier::in_words(model, review.patient, (key, item), stood);
    let day = since(language, stood, today);
    let open = match walk::page_of(checklist, &key.item) {
        Some(page) => Screen::Step { patient: review.patient, checklist: checklist.id.clone(), page },
        None => Screen::Patient(review.patient),
    };
    let called = item.called();
    let label = called.get(language);
    let label = match key.instance.as_ref() {
        [] => label.to_owned(),
        times => format!("{label} {}", times.iter().map(u32::to_string).collect::<Vec<_>>().join(".")),
    };
    let row = Row::action(RowId::of("earlier", key), label, Action::Open(open));
    if back.is_some() {
        let day = typed::short_day(stood.date, today, language);
        return Some(row.with_value(Role::Warning, language.judgement_withdrawn_briefly(&day)));
    }
    let was = stood.value.stood_before().filter(|_| !stood.value.is_confirmed()).map(|was| {
        let meeting = model.standing(review.patient).and_then(|standing| standing.meeting(stood.meeting));
        let words = meeting.map(|meeting| terms::answer(language, meeting, item, &was)).unwrap_or_default();
        format!("; {}", language.was(&words))
    });
    Some(row.with_value(Role::Quiet, format!("{words} ({day}{})", was.unwrap_or_default())))
}

/// Values of questions that no checklist has any more: they stand as they were recorded, with the label of then.
fn forgotten(page: &mut Page, model: &Model, review: &Review, standing: &Standing) {
    let language = model.language();
    // Where its definition cannot be read any more, what was the team's own cannot be told from the rest.
    let is_about_patients =
        |checklist: &Checklist| checklist.steps().iter().all(|step| step.about() == About::Patient);
    let gone = standing.answers.iter().filter(|(key, _)| {
        model.checklist(&key.checklist).is_none_or(|known| known.item(key.item.as_str()).is_none())
    });
    for (key, stood) in gone {
        let Some(meeting) = standing.meeting(stood.meeting) else { continue };
        let old = standing.old(key);
        let checklist = model.checklist(&key.checklist).filter(|known| is_about_patients(known));
        let holds = old.is_none() || standing.answer(key).is_some();
        if review.answers_to(key).next().is_some() || !holds || (old.is_none() && checklist.is_none()) {
            continue;
        }
        let words = old.map_or_else(
            || terms::given(language, meeting, &stood.value),
            |old| old.words(language, meeting, &stood.value),
        );
        if !words.is_empty() {
            let note = stood.value.note.trim();
            let words = if note.is_empty() { words } else { format!("{words}; {note}") };
            let day = typed::short_day(stood.date, meeting_day(model, stood.date), language);
            let label = old.map(|old| old.label.get(language));
            let label = label.or(checklist.map(|known| known.title.get(language))).unwrap_or_default();
            let needs =
                old.is_some_and(|old| old.needs_conversation) && model.checklist(&key.checklist).is_some();
            let lacks = || earlier::lacking_of_old(model, review.patient, key, stood, meeting);
            let (role, words) = match needs.then(lacks).flatten() {
                Some(lacks) => (Role::Warning, language.incomplete_first(&lacks, &words)),
                None => (Role::Quiet, words),
            };
            let told = format!("{label} ({}): {words} ({day})", language.old_question());
            page.indented(role, BESIDE_LABELS, told);
        }
    }
}

fn meeting_day(model: &Model, otherwise: NaiveDate) -> NaiveDate {
    model.record().map_or(otherwise, |meeting| meeting.details.date)
}

/// Everything about one patient on one page.
pub(in crate::app::pages) fn overview(model: &Model, patient: PatientId) -> Page {
    let language = model.language();
    let Some((meeting, review)) = discussion(model, patient) else {
        return titled(language.overview_title());
    };
    let mut page = patient_page(model, meeting, review);
    let standing = model.standing(patient);
    let mut heading = vec![language.overview_title().to_owned()];
    // Of nothing recorded nothing can have changed.
    if standing.is_some_and(|standing| standing.discussed.is_some()) {
        let nothing = review.answers.is_empty() && review.judgements.is_empty();
        match (changed(model, review), new_today(model, review)) {
            _ if nothing => heading.push(language.overview_nothing_today().to_owned()),
            (0, 0) => heading.push(language.overview_unchanged().to_owned()),
            (changes, new) => {
                heading.extend(
                    Some(changes).filter(|count| *count > 0).map(|count| language.overview_changes(count)),
                );
                heading.extend(
                    Some(new).filter(|count| *count > 0).map(|count| language.overview_new_count(count)),
                );
            }
        }
    }
    page.text(Role::Heading, heading.join(model.settings.marks.signs().between));
    let to_patient = || Action::Open(Screen::Patient(patient));
    for (id, label, text) in [
        ("question", language.patient_question(), &review.question),
        ("notes", language.patient_notes(), &review.notes),
    ] {
        if !text.trim().is_empty() {
            page.push(
                Row::action(RowId::fixed(id), label, to_patient()).with_value(Role::Value, text.trim()),
            );
        }
    }
    for definition in model.open.iter().flat_map(|open| open.pinned()) {
        let checklist = &definition.checklist;
        let lines = in_words(language, meeting, review, checklist);
        let judged = judgement_in_words(model, review, checklist);
        if lines.is_empty() && judged.is_none() {
            continue;
        }
        page.gap().text(Role::Heading, walk::title_of(model, review, checklist));
        let pages = walk::pages_of(checklist, review);
        for (key, label, value) in lines {
            let value = match change_in_words(model, checklist, review, (&key, &value)) {
                Some(change) => format!("{value} ({change})"),
                None => value,
            };
            let open = match walk::page_of(checklist, &key.item) {
                Some(page) => Action::Open(Screen::Step { patient, checklist: checklist.id.clone(), page }),
                None => to_patient(),
            };
            page.push(Row::action(RowId::of("answer", &key), label, open).with_value(Role::Value, value));
            let answered = review.answers.get(&key).zip(checklist.item(key.item.as_str()));
            let told = answered.map(|(answer, item)| walk::lacking(model, review, &key, item, answer));
            if let Some(told) = told.filter(|told| !told.is_empty()) {
                page.indented(Role::Warning, BESIDE_LABELS, told);
            }
        }
        if is_pzp(checklist) {
            page.indented(Role::Quiet, BESIDE_LABELS, language.pzp_record_prevails());
        }
        let facts = ReviewFacts::new(review, &checklist.id);
        for indication in checklist.indications_shown(&facts) {
            page.indented(Role::Indication, BESIDE_LABELS, indication.text.get(language));
        }
        if let Some(judged) = judged.filter(|_| pages.contains(&StepPage::Judgement)) {
            let open = Screen::Step { patient, checklist: checklist.id.clone(), page: StepPage::Judgement };
            page.push(
                Row::action(
                    RowId::of("judgement", &checklist.id),
                    language.judgement_title(),
                    Action::Open(open),
                )
                .with_value(Role::Value, judged),
            );
        }
    }
    if let Some(standing) = standing {
        from_earlier(&mut page, model, review, standing);
    }
    let beside = agreements_beside(model, meeting, review);
    if !review.agreements.is_empty() || !beside.is_empty() {
        page.gap().text(Role::Heading, language.patient_agreements());
    }
    for agreement in &review.agreements {
        page.push(agreement_row(model, meeting, review, agreement));
    }
    for row in beside {
        page.push(row);
    }
    if !review.next_review.trim().is_empty() {
        page.gap().push(
            Row::action(RowId::fixed("next-review"), language.patient_next_review(), to_patient())
                .with_value(Role::Value, review.next_review.trim()),
        );
    }
    page.gap().push(taken_over(model, meeting, review));
    let minutes = Action::Open(Screen::Paper(Box::new(Paper::minutes(Some(patient)))));
    page.push(Row::action(RowId::fixed("minutes"), language.minutes_title(), minutes));
    page.push(Row::action(RowId::fixed("back"), language.step_back_to_patient(), Action::Back));
    page
}
