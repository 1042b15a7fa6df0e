//! The state of saving, said truthfully, and what just happened.

use crate::app::model::{Ending, Model};

/// The state of saving in a few words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Status {
    /// The words.
    pub text: String,
    /// Whether something went wrong.
    pub fault: bool,
}

/// The state of saving of the open meeting; `None` where it is of no concern.
pub fn status(model: &Model) -> Option<Status> {
    let open = model.open.as_ref()?;
    let language = model.language();
    let saving = &open.saving;
    if !model.screen().is_of_meeting() && saving.is_clean() {
        return None;
    }
    let calm = |text: String| Some(Status { text, fault: false });
    if saving.is_clean() && is_reading_before(model) {
        return calm(language.earlier_being_read().to_owned());
    }
    if open.read_only.is_some() || open.record.details.closed.is_some() {
        return calm(language.read_only().to_owned());
    }
    if model.only_looked() && !model.is_listed() && saving.is_clean() {
        return None;
    }
    if open.is_fleeting() {
        return calm(language.session_not_kept().to_owned());
    }
    if saving.failed.is_some() {
        return Some(Status { text: language.not_saved().to_owned(), fault: true });
    }
    match saving.saved {
        Some((revision, Some(at))) if revision == saving.revision => calm(language.saved_at(at)),
        Some((revision, None)) if revision == saving.revision => calm(language.saved().to_owned()),
        _ if saving.revision == 0 => None,
        _ => calm(language.saving().to_owned()),
    }
}

/// Whether what was before the open meeting is still being read: until then its pages tell half of it.
fn is_reading_before(model: &Model) -> bool {
    let Some(open) = model.open.as_ref().filter(|open| open.record.session.is_none()) else { return false };
    let mut others = model.listed.iter().flat_map(|listed| &listed.meetings);
    open.register.is_none() && others.any(|known| known.id != open.record.id && !known.session)
}

/// The sentence above the footer, and whether it is a warning: a failing save stays until it succeeds.
pub fn announcement(model: &Model) -> Option<(String, bool)> {
    let language = model.language();
    let failed = model.open.as_ref().and_then(|open| open.saving.failed.as_ref());
    if let Some((why, _)) = failed {
        return Some((why.get(language).to_owned(), true));
    }
    if model.ending != Ending::No {
        return Some((language.saving_before_quit().to_owned(), false));
    }
    model.notice.as_ref().map(|notice| (notice.text.clone(), notice.warning))
}
