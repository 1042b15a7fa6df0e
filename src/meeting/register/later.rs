//! What meetings after the one from which one looks say of agreements: whoever corrects an earlier meeting has to know.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::meeting::index::digest::MeetingDigest;
use crate::meeting::index::open_agreement::OpenAgreement;
use crate::meeting::record::agreement::Agreement;
use crate::meeting::record::id::AgreementId;
use crate::meeting::record::latest::Latest;
use crate::meeting::record::meeting::{Meeting, MeetingKind};
use crate::meeting::record::untouched::Voice;

/// The last word of later meetings on one agreement.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LaterWord {
    /// The day of the meeting.
    pub day: NaiveDate,
    /// The agreement as it is there; `None` where it was done or dropped.
    pub open: Option<Arc<OpenAgreement>>,
}

/// Later meetings, in whatever order they come.
#[derive(Default)]
pub(super) struct Later(BTreeMap<AgreementId, Latest<LaterWord>>);

impl Later {
    /// Takes what a meeting says, where it is later than the day of the one from which one looks, and was held by today: what only came
    /// along says nothing of itself.
    pub(super) fn take(&mut self, (day, today): (NaiveDate, NaiveDate), meeting: &MeetingDigest) {
        let is_later = meeting.date > day && meeting.date <= today;
        if !is_later || meeting.kind == MeetingKind::Education {
            return;
        }
        for review in &meeting.reviews {
            let said = review.agreements.iter().filter(|(id, _)| review.voice(*id) == Voice::Said);
            for (id, said) in said {
                let when = meeting.when_of(review);
                let word = || LaterWord { day: when.day, open: said.open().cloned() };
                self.0.entry(*id).or_default().take(when, word);
            }
        }
    }

    /// The last word on each.
    pub(super) fn last(self) -> BTreeMap<AgreementId, LaterWord> {
        self.0.into_iter().filter_map(|(id, last)| Some((id, last.value()?))).collect()
    }
}

impl LaterWord {
    /// Whether it says something else than a meeting does.
    pub fn differs(&self, meeting: &Meeting, agreement: &Agreement) -> bool {
        match &self.open {
            None => agreement.is_open(),
            Some(_) if !agreement.is_open() => true,
            Some(open) => open.differs(meeting, agreement),
        }
    }
}
