//! The judgements on one patient as meetings left them, in whatever order these come.

use chrono::NaiveDate;

use crate::checklist::Name;
use crate::meeting::record::latest::{Latest, When};

/// What was judged last on each checklist; `None` for a withdrawal. A list, for there are few.
#[derive(Default)]
pub(super) struct Judged(pub(super) Vec<(Name, Latest<Option<Name>>)>);

impl Judged {
    /// Takes a judgement, or that one was withdrawn, unless a later word is known.
    pub(super) fn take(&mut self, checklist: &Name, when: When, choice: &Option<Name>) {
        match self.0.iter_mut().find(|(known, _)| known == checklist) {
            Some((_, last)) => last.take(when, || choice.clone()),
            None => {
                let mut last = Latest::default();
                last.take(when, || choice.clone());
                self.0.push((checklist.clone(), last));
            }
        }
    }

    /// What still holds, by checklist.
    pub(super) fn last(mut self) -> Vec<(Name, (NaiveDate, Name))> {
        self.0.sort_by(|(one, _), (other, _)| one.cmp(other));
        let stands = self.0.into_iter().filter_map(|(name, last)| {
            let (when, choice) = last.dated()?;
            Some((name, (when.day, choice?)))
        });
        let mut stands: Vec<_> = stands.collect();
        stands.shrink_to_fit();
        stands
    }
}
