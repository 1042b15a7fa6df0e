//! A death beside what was recorded of somebody living: what was typed for the day, and what speaks against it.

use chrono::NaiveDate;

use crate::checklist::Looks;
use crate::meeting::record::answer::{Given, QuestionKey};
use crate::meeting::record::meeting::Meeting;
use crate::meeting::record::review::{LOOKING_BACK, Review};
use crate::meeting::typed;

/// The question on which day somebody died.
const DIED_ON: &str = "overleden-op";

/// The question on which day somebody died.
pub fn died_on_question() -> QuestionKey {
    QuestionKey::new(&LOOKING_BACK.into(), &DIED_ON.into())
}

/// The day of the death that a discussion notes, also where that day is still to come.
pub fn died_on(meeting: &Meeting, review: &Review) -> Option<NaiveDate> {
    let answer = review.answers.get(&died_on_question())?;
    let Some(Given::Date(text)) = &answer.given else { return None };
    typed::date(text, answer.counted_from(meeting.details.date), Looks::Back)
}

/// What is known of a death.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Death {
    /// The day that was noted last, also one that is still to come.
    pub on: Option<NaiveDate>,
    /// The last day on which something was recorded of somebody living: later than that day, or after it was said that the patient died.
    pub since: Option<NaiveDate>,
}

impl Death {
    /// Folds what discussions say, the oldest first; nothing where the last word is that the patient lives, or nothing was said.
    pub fn of<'m>(discussions: impl Iterator<Item = (&'m Meeting, &'m Review)>) -> Option<Self> {
        let (mut is_said, mut on, mut spoken) = (false, None, Vec::new());
        let (mut came_along, mut was_said) = (false, false);
        for (meeting, review) in discussions {
            // That it came along says nothing anew, and counts where nobody said it.
            let is_copy = review.details.deceased && review.says_deceased().is_none();
            came_along |= is_copy;
            let says = review.says_deceased();
            was_said |= says.is_some();
            // A day that is noted beside what was judged of somebody living is a slip too, but that day itself may have been both.
            let (of_living, is_later) = match says {
                Some(true) => (speaks_of_living(review), false),
                None if is_copy => (judges(review), false),
                _ if is_said => (speaks_of_living(review), true),
                _ => (review.was_discussed() && !looks_back(review), false),
            };
            if says == Some(false) {
                (is_said, on) = (false, None);
                spoken.clear();
            }
            is_said |= says == Some(true);
            on = died_on(meeting, review).filter(|_| says != Some(false)).or(on);
            spoken.extend(of_living.then_some((meeting.details.date, is_later)));
        }
        is_said |= came_along && !was_said;
        let against = |(day, is_later): &(NaiveDate, bool)| *is_later || on.is_some_and(|on| on < *day);
        let since = spoken.iter().filter(|spoken| against(spoken)).map(|(day, _)| *day).max();
        is_said.then_some(Self { on, since })
    }

    /// Whether the day that was noted is still to come.
    pub fn is_to_come(self, today: NaiveDate) -> bool {
        self.on.is_some_and(|on| on > today)
    }

    /// Whether the day is to be looked at again: it is to come, or something was recorded of somebody living after it.
    pub fn is_doubtful(self, today: NaiveDate) -> bool {
        self.is_to_come(today) || self.since.is_some()
    }
}

/// Whether a discussion says what nobody says of who died: where it says itself that the patient did, only what was judged beside it.
pub fn speaks_of_living(review: &Review) -> bool {
    judges(review) || (!review.details.deceased && asks(review))
}

/// Whether something was judged in a discussion itself, other than on looking back.
fn judges(review: &Review) -> bool {
    review.judgements.iter().any(|(name, judgement)| {
        name.as_str() != LOOKING_BACK && judgement.is_of_today() && !judgement.is_put_off(name)
    })
}

/// Whether something was answered that nobody asks of who died.
fn asks(review: &Review) -> bool {
    let answered = |key: &QuestionKey| key.checklist.as_str() != LOOKING_BACK;
    review.answers.iter().any(|(key, answer)| answered(key) && answer.given.is_some() && !answer.is_open())
}

fn looks_back(review: &Review) -> bool {
    review.answers.keys().any(|key| key.checklist.as_str() == LOOKING_BACK)
}
