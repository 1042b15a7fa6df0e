//! What another choice leaves behind: a note and a conversation that were about the one before it.

use crate::meeting::record::answer::{Answer, Given};

/// The choice to which what was noted belongs once `chosen` takes the place of what was answered `before`; none where nothing
/// was noted beside it, or where it is chosen again.
///
/// `stood` is what stands from an earlier meeting. A choice `held` where it stood for longer than somebody needs to go past it, and
/// lacked nothing of its conversation.
pub fn replaced(
    before: Option<&Answer>,
    chosen: Option<&Given>,
    stood: Option<&Given>,
    held: bool,
) -> Option<Given> {
    let given = before.and_then(|before| before.given.as_ref()).filter(|given| is_choice(given));
    let unsettled = before.and_then(|before| before.replaces.as_deref());
    let here = unsettled.filter(|known| Some(*known) != stood);
    let has_note = before.is_some_and(|before| !before.note.trim().is_empty());
    let is_untouched = |before: &Answer| before.given.is_none() || before.given.as_ref() == stood;
    let stood = stood.filter(|_| before.is_none_or(is_untouched));
    let first = match (here, has_note) {
        // The note goes with the first choice beside which it was written.
        (None, true) => given.or(unsettled),
        (Some(_), true) => unsettled,
        _ if held => given.or(unsettled),
        _ => unsettled,
    };
    let first = first.or(stood).filter(|first| is_choice(first) && Some(*first) != chosen);
    first.cloned()
}

/// Whether an answer is one of several that exclude each other.
const fn is_choice(given: &Given) -> bool {
    matches!(given, Given::Choice(_) | Given::YesNo(_))
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;
    use crate::meeting::{NonAnswer, Stamp};

    fn choice(code: &str) -> Option<Given> {
        (!code.is_empty()).then(|| match code {
            "?" => Given::Not(NonAnswer::Unknown),
            code => Given::Choice(code.into()),
        })
    }

    /// What was chosen before, what that took the place of, whether it has a note, what stands from earlier, whether it held, what
    /// is chosen now, and to which choice what was noted belongs.
    #[test]
    fn what_was_noted_belongs_to_the_choice_beside_which_it_was_noted() {
        let at = Stamp { by: None, at: NaiveDate::default().and_hms_opt(9, 0, 0).unwrap() };
        for (before, replaces, noted, stood, held, chosen, wanted) in [
            // Nothing was chosen yet, or nothing was noted beside it.
            ("", "", false, "", false, "wel", ""),
            ("wel", "", false, "", false, "niet", ""),
            // A note goes with the choice beside which it was written, however short that stood.
            ("anders", "", true, "", false, "niet", "anders"),
            ("niet", "anders", true, "", false, "wel", "anders"),
            ("niet", "anders", true, "", true, "wel", "anders"),
            ("niet", "anders", true, "", false, "anders", ""),
            // A conversation goes with a choice that stood.
            ("wel", "", false, "", true, "niet", "wel"),
            ("niet", "wel", false, "", false, "anders", "wel"),
            ("niet", "wel", false, "", false, "wel", ""),
            // What stands from earlier gave way.
            ("", "", false, "wel", false, "niet", "wel"),
            ("", "", false, "wel", false, "wel", ""),
            ("wel", "", false, "wel", false, "niet", "wel"),
            ("niet", "wel", false, "wel", false, "anders", "wel"),
            ("niet", "wel", false, "wel", true, "anders", "niet"),
            ("niet", "wel", true, "wel", false, "anders", "niet"),
            ("anders", "wel", true, "wel", false, "wel", "anders"),
            // A reason why there is none is no choice, and what was noted waits for the next one.
            ("wel", "", true, "", false, "?", "wel"),
            ("?", "wel", true, "", false, "niet", "wel"),
            ("?", "", true, "", false, "niet", ""),
            // Taken away with its note left.
            ("anders", "", true, "", false, "", "anders"),
            ("", "anders", true, "", false, "niet", "anders"),
            ("", "anders", true, "", false, "anders", ""),
            ("", "", true, "wel", false, "niet", "wel"),
        ] {
            let answer = (!before.is_empty() || noted).then(|| Answer {
                given: choice(before),
                note: if noted { "thuis niet te verhelpen".to_owned() } else { String::new() },
                replaces: choice(replaces).map(Box::new),
                ..Answer::blank(at)
            });
            let found = replaced(answer.as_ref(), choice(chosen).as_ref(), choice(stood).as_ref(), held);
            let case = (before, replaces, noted, stood, held, chosen);
            assert_eq!(found, choice(wanted), "{case:?}");
        }
    }
}
