//! The running notes of a patient, and where their lines can go.

use crate::app::model::Model;
use crate::app::page::{Action, Field, Page, Role, Row, RowId, Screen};
use crate::app::pages::parts::{discussion, patient_page, titled};
use crate::app::pages::{search, walk};

use crate::checklist::{Checklist, ItemKind, Part};
use crate::meeting::{AnswerText, PatientId, QuestionKey, Review, ReviewFacts, ReviewText, TextPlace};
use crate::words::Language;

/// The running notes with all the room of the window, and their lines to be moved.
pub(in crate::app::pages) fn notes(model: &Model, patient: PatientId) -> Page {
    let language = model.language();
    let Some((meeting, review)) = discussion(model, patient) else { return titled(language.patient_notes()) };
    let mut page = patient_page(model, meeting, review);
    page.text(Role::Heading, language.patient_notes());
    let field = Field::lines(TextPlace::Review(patient, ReviewText::Notes), language.patient_notes_hint());
    page.push(Row::field(RowId::fixed("notes"), "", field));
    let lines: Vec<(usize, &str)> =
        review.notes.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()).collect();
    if model.may_change() && !lines.is_empty() {
        page.gap().text(Role::Quiet, language.move_line_intro());
        for (index, line) in lines {
            let open = Action::Open(Screen::MoveLine(patient, index));
            page.push(Row::action(RowId::of("move-line", index), line.trim(), open));
        }
    }
    page
}

/// The texts to which a line of the notes can go.
pub(in crate::app::pages) fn move_line(model: &Model, patient: PatientId, line: usize) -> Page {
    let language = model.language();
    let Some((meeting, review)) = discussion(model, patient) else {
        return titled(language.move_line_title());
    };
    let mut page = patient_page(model, meeting, review);
    page.text(Role::Heading, language.move_line_title());
    page.text(Role::Value, review.notes.lines().nth(line).unwrap_or_default().trim()).gap();
    let steps = walk::steps_of(model, review).into_iter().map(|step| {
        let rows = targets(language, review, step.checklist).into_iter().map(|(key, label, place)| {
            Row::action(RowId::of("target", key), label, Action::MoveLine(patient, line, place))
        });
        (step.title.to_owned(), rows.collect::<Vec<_>>())
    });
    let steps: Vec<_> = steps.collect();
    if steps.iter().all(|(_, rows)| rows.is_empty()) {
        page.text(Role::Plain, language.move_line_nowhere());
    } else {
        search::groups(&mut page, model, steps);
    }
    page.gap().push(Row::action(RowId::fixed("back"), language.choose_done(), Action::Back));
    page
}

/// The shown questions of a checklist that are answered in free text, outside repeating groups, or in their first time.
fn targets(
    language: Language,
    review: &Review,
    checklist: &Checklist,
) -> Vec<(QuestionKey, String, TextPlace)> {
    let visible = checklist.visible(&ReviewFacts::new(review, &checklist.id));
    let mut targets = Vec::new();
    for step in checklist.steps() {
        let Part::Item(item) = step.part else { continue };
        let typed = matches!(item.kind, ItemKind::LongText | ItemKind::ShortText);
        if !typed || !visible.contains(&item.id) {
            continue;
        }
        let mut instance: Vec<u32> = Vec::new();
        for group in step.groups.iter().filter(|group| group.repeats) {
            let key = QuestionKey::repeated(&checklist.id, &group.id, &instance);
            instance.push(review.times(&key).last().copied().unwrap_or(1));
        }
        let key = QuestionKey::repeated(&checklist.id, &item.id, &instance);
        let label = item.called().get(language).to_owned();
        let place = TextPlace::Answer(review.patient, key.clone(), AnswerText::Text);
        targets.push((key, label, place));
    }
    targets
}
