//! Going on where somebody was before the program was locked.

use super::envelope::Work;
use crate::app::{Effect, Msg, Pictured};
use crate::shell::outside::{Outside, both};

/// Puts `model` where somebody was; gives what is to be told about it.
///
/// Without work, because it could not be understood, the program begins on its first screen and says so.
pub(in crate::shell) fn resume(outside: &Outside, model: &mut Pictured, work: Option<Work>) -> Option<Msg> {
    let Some(Work { resume, last_seen, log, recording }) = work else {
        outside.resume_log(None, None);
        return Some(Msg::LockFailed(Box::new(both(|language| language.locked_damaged().to_owned()))));
    };
    let refused = outside.resume(&resume, last_seen);
    outside.resume_log(log, resume.open.as_ref().map(|open| open.record.clone()));
    // At hand before the first frame: a step may be of a checklist that the meeting has not pinned yet.
    if let Some(Msg::LibraryRead(library)) = outside.perform(&Effect::ReadLibrary) {
        model.library = Some(library);
    }
    resume.into(model);
    // Who has the meeting open by now matters more than anything else that is to be told.
    if let Some(why) = refused {
        return Some(Msg::LockFailed(Box::new(why)));
    }
    let stopped = || Msg::LockFailed(Box::new(both(|language| language.unlocked_no_recording().to_owned())));
    recording.then(stopped)
}
