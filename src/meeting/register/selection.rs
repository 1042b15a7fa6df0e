//! Which patients of the register are looked at, and in which order.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::known::{KnownPatient, Register};
use super::state::{PatientState, Reason};
use crate::meeting::record::meeting::MeetingKind;
use crate::text::same::{folded, in_order};

/// Which patients of the register are looked at, and in which order.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Selection {
    /// The group that had them on its agenda last; `None` for all groups.
    pub group: Option<String>,
    /// Those of whom this holds.
    pub filter: RegisterFilter,
    /// What comes first.
    pub order: RegisterOrder,
}

/// Of which patients something holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RegisterFilter {
    /// Of all.
    #[default]
    All,
    /// The palliative phase was marked, or the dying phase judged to have begun, in which it ends.
    InPalliativePhase,
    /// The dying phase was judged to have begun.
    Dying,
    /// No central care provider was named.
    NoCentralCarer,
    /// There is no plan.
    NoPlan,
    /// The day on which they were to be discussed again has come.
    Due,
    /// An agreement is past its day.
    AgreementOverdue,
    /// They died, and the team has not looked back.
    NotLookedBack,
}

impl RegisterFilter {
    /// Every filter, in the order in which the screen offers them.
    pub const ALL: [Self; 8] = [
        Self::All,
        Self::InPalliativePhase,
        Self::Dying,
        Self::NoCentralCarer,
        Self::NoPlan,
        Self::Due,
        Self::AgreementOverdue,
        Self::NotLookedBack,
    ];

    /// The name by which the command line knows the filter.
    pub const fn name(self) -> &'static str {
        match self {
            Self::All => "all",
            Self::InPalliativePhase => "in-palliative-phase",
            Self::Dying => "dying",
            Self::NoCentralCarer => "no-central-carer",
            Self::NoPlan => "no-plan",
            Self::Due => "due",
            Self::AgreementOverdue => "agreement-overdue",
            Self::NotLookedBack => "not-looked-back",
        }
    }

    /// Whether it holds of a patient on a day; what asks for care holds of nobody who died.
    pub fn holds(self, state: &PatientState, today: NaiveDate) -> bool {
        match self {
            Self::All => true,
            Self::InPalliativePhase => (state.marked.is_some() || state.dying.is_some()) && !state.deceased,
            Self::Dying => state.dying.is_some() && !state.deceased,
            Self::NoCentralCarer => state.central_carer.is_empty() && !state.deceased,
            Self::NoPlan => !state.plan.is_some_and(|plan| plan.held) && !state.deceased,
            Self::Due => state.is_due(today) && !state.deceased,
            Self::AgreementOverdue => state.overdue > 0,
            Self::NotLookedBack => state.deceased && !state.looked_back,
        }
    }
}

/// What of the register comes first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RegisterOrder {
    /// What presses most.
    #[default]
    Pressing,
    /// The label.
    Label,
    /// Who was discussed longest ago.
    Discussed,
    /// Who is to be discussed again soonest.
    NextReview,
}

impl RegisterOrder {
    /// Every order, as the screen offers them.
    pub const ALL: [Self; 4] = [Self::Pressing, Self::Label, Self::Discussed, Self::NextReview];

    /// The name by which the command line knows the order.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Pressing => "pressing",
            Self::Label => "label",
            Self::Discussed => "discussed",
            Self::NextReview => "next-review",
        }
    }
}

impl Selection {
    /// The patients that are looked at, with their state on a day. Cases of sessions are nobody's patients.
    pub fn of<'r>(&self, register: &'r Register, today: NaiveDate) -> Vec<(&'r KnownPatient, PatientState)> {
        let group = self.group.as_deref().map(folded);
        let fits = |known: &&KnownPatient| {
            known.kind != MeetingKind::Education && group.as_ref().is_none_or(|group| known.is_of(group))
        };
        let known = register.everybody().filter(fits);
        let mut selected: Vec<(&KnownPatient, PatientState)> = known
            .map(|known| (known, PatientState::of(known, today)))
            .filter(|(_, state)| self.filter.holds(state, today))
            .collect();
        selected.sort_by_cached_key(|(known, state)| {
            // Who died and was looked back on comes last, whatever the order.
            let reason = Reason::of(known, state, today);
            let key = match self.order {
                RegisterOrder::Pressing => (reason.map_or(u8::MAX, |reason| reason as u8), None),
                RegisterOrder::Label => (0, None),
                RegisterOrder::Discussed => (0, Some(state.discussed.unwrap_or(NaiveDate::MIN))),
                RegisterOrder::NextReview => (0, Some(state.next_review.unwrap_or(NaiveDate::MAX))),
            };
            (reason.is_none(), key, in_order(&known.label), known.patient)
        });
        selected
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::meeting::{Id, Meeting, MeetingId, PatientId, Review, Stamp, Viewpoint};

    fn day(month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, month, day).unwrap()
    }

    fn register() -> Register {
        let mut meetings = Vec::new();
        for (number, (group, label, month)) in
            (0..).zip([("Noord", "b", 3), ("Noord", "a", 9), ("Zuid", "c", 6), ("Noord", "d", 10)])
        {
            let id = MeetingId(Id::from_bits(number + 1));
            let mut meeting = Meeting::new(id, MeetingKind::Patz, day(month, 1));
            meeting.details.group = group.to_owned();
            let mut review = Review::new(PatientId(Id::from_bits(number)));
            review.label = label.to_owned();
            let at = day(month, 1).and_hms_opt(14, 0, 0).unwrap();
            review.details.finished = Some(Stamp { by: None, at });
            review.details.deceased = label == "d";
            if label == "b" {
                review.next_review = "1 april".to_owned();
            }
            meeting.reviews.push(review.into());
            meetings.push(meeting);
        }
        Register::of(&Viewpoint::whole(day(11, 29)), &meetings)
    }

    fn labels(selection: &Selection) -> Vec<String> {
        let register = register();
        let selected = selection.of(&register, day(11, 29));
        selected.into_iter().map(|(known, _)| known.label.clone()).collect()
    }

    /// The dying phase is the end of the palliative one; nobody who died is in either.
    #[test]
    fn who_is_dying_is_in_the_palliative_phase() {
        let day = day(11, 20);
        for (marked, dying, deceased, expected) in [
            (None, None, false, [false, false]),
            (Some(day), None, false, [true, false]),
            (None, Some(day), false, [true, true]),
            (Some(day), Some(day), false, [true, true]),
            (Some(day), Some(day), true, [false, false]),
        ] {
            let state = PatientState { marked, dying, deceased, ..PatientState::default() };
            let filters = [RegisterFilter::InPalliativePhase, RegisterFilter::Dying];
            assert_eq!(filters.map(|filter| filter.holds(&state, day)), expected);
        }
    }

    #[test]
    fn a_register_is_looked_at_by_group_state_and_order() {
        assert_eq!(
            labels(&Selection::default()),
            ["b", "a", "c", "d"],
            "what presses, the looked back on last"
        );
        let north = Selection { group: Some("noord ".to_owned()), ..Selection::default() };
        assert_eq!(labels(&north), ["b", "a", "d"]);
        let order = |order| labels(&Selection { order, ..Selection::default() });
        assert_eq!(order(RegisterOrder::Label), ["a", "b", "c", "d"]);
        assert_eq!(order(RegisterOrder::Discussed), ["b", "c", "a", "d"]);
        assert_eq!(order(RegisterOrder::NextReview), ["b", "a", "c", "d"]);
        let filter = |filter| labels(&Selection { filter, ..Selection::default() });
        assert_eq!(filter(RegisterFilter::Due), ["b"]);
        assert_eq!(filter(RegisterFilter::NoPlan), ["b", "a", "c"], "who died needs none");
        assert_eq!(filter(RegisterFilter::NotLookedBack), [""; 0]);
        assert_eq!(filter(RegisterFilter::InPalliativePhase), [""; 0]);
    }
}
