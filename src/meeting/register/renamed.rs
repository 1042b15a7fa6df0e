//! Groups that are called otherwise now, or went together, as a fold over what meetings say of that.

use std::collections::BTreeMap;

use crate::meeting::index::digest::MeetingDigest;
use crate::meeting::record::latest::{Latest, When};
use crate::meeting::record::meeting::MeetingKind;
use crate::text::same::folded;

/// What each group is called now, by what meetings said: "this group was called so before".
///
/// It holds for whoever was of the group by then: where it splits and one part keeps the name, its later meetings keep their own.
#[derive(Debug, Clone, Default)]
pub struct Renamed(BTreeMap<String, Vec<(When, String)>>);

impl Renamed {
    /// Takes over what a meeting says of the names that its group had.
    pub fn take(&mut self, meeting: &MeetingDigest) {
        if matches!(meeting.kind, MeetingKind::Between | MeetingKind::Education) || meeting.group.is_empty() {
            return;
        }
        let now = folded(&meeting.group);
        for was in meeting.formerly.iter().map(|name| folded(name)) {
            if was != now && !was.is_empty() {
                self.0.entry(was).or_default().push((meeting.when(), meeting.group.clone()));
            }
        }
    }

    /// What the group is called now of which something was recorded under a name; the last word counts, and each later than the one
    /// before it, so that there is an end where names go round. A new name also holds for what else there was on its day, in whatever
    /// order that was recorded.
    pub fn now(&self, name: &str, when: When) -> String {
        let (mut name, mut since) = (name.to_owned(), None);
        loop {
            let mut next: Latest<&String> = Latest::default();
            let is_later = |other: &When| since.map_or(other.day >= when.day, |since| *other > since);
            for (when, now) in
                self.0.get(&folded(&name)).into_iter().flatten().filter(|(when, _)| is_later(when))
            {
                next.take(*when, || now);
            }
            let Some((when, now)) = next.dated() else { return name };
            (name, since) = (now.clone(), Some(when));
        }
    }
}
