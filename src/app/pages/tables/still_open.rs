//! The agreements of a patient that are still open, whichever meeting spoke of them last.

use crate::app::model::Model;
use crate::app::page::{Page, Role};
use crate::app::pages::parts::agreement_in_words;
use crate::meeting::{Agreement, Course};

/// What is still to be done, as the last meeting that spoke of it left it.
///
/// One that ended in a meeting made ahead has ended by now, and one that got another day there has that day.
pub(super) fn still_open(page: &mut Page, model: &Model, course: &Course) {
    let language = model.language();
    let open = course.open_agreements_by_day();
    if open.is_empty() {
        return;
    }
    page.gap().text(Role::Heading, language.course_open_agreements());
    for (meeting, agreement) in open {
        let made = meeting.details.date;
        let is_earlier = course.discussions().any(|(other, _)| made < other.details.date);
        let from = agreement.from.or(is_earlier.then_some(made));
        let agreement = Agreement { from, ..agreement.into_owned() };
        let words = agreement_in_words(model, meeting, &agreement);
        // Its own meeting could not know that its day would pass.
        let since = agreement.is_overdue(model.now.date()) && !agreement.is_overdue(meeting.details.date);
        let words = if since { format!("{words}; {}", language.export_overdue()) } else { words };
        let role = if agreement.is_overdue(model.now.date()) { Role::Warning } else { Role::Plain };
        page.text(role, words);
    }
}
