//! Of which professions votes are counted and told apart: of those with enough people, and only where the rest is enough too.

use super::ballot::Ballot;
use crate::checklist::Level;
use crate::meeting::record::session::{Round, Session};

/// Of whom numbers are asked, and votes are counted and told, in the order in which that is done everywhere.
pub const PEOPLE: [Level; 5] =
    [Level::Doctors, Level::Nurses, Level::Carers, Level::Volunteers, Level::Mixed];

/// Fewer people than this are not told of apart, also not as what is left of a whole.
pub const FEW: u32 = 5;

/// The professions whose votes may be counted apart; all others are counted together.
pub fn counted_apart(session: &Session) -> Vec<Level> {
    let sizes = Level::ALL.map(|of| (of, session.people_of(of)));
    enough(&sizes, session.present())
}

/// The professions whose spread on a question may be told: enough of them are there, enough voted, and so did enough others.
pub fn told_apart(session: &Session, round: &Round, ballot: &Ballot) -> Vec<Level> {
    if round.is_hidden() {
        return Vec::new();
    }
    let voted = |of: Option<Level>| ballot.voters_of(round, of);
    let all = Level::ALL.map(|of| voted(Some(of))).into_iter().fold(voted(None), u32::saturating_add);
    let sizes: Vec<(Level, u32)> =
        Level::ALL.map(|of| (of, voted(Some(of)))).into_iter().filter(|(_, voters)| *voters > 0).collect();
    // Of one that was counted apart and has become too small, the rest would tell.
    if sizes.iter().any(|(of, voters)| *voters < FEW || session.people_of(*of) < FEW) {
        return Vec::new();
    }
    let told = enough(&sizes, all);
    let left = |whole: u32, of: &dyn Fn(Level) -> u32| {
        whole.saturating_sub(told.iter().map(|level| of(*level)).fold(0, u32::saturating_add))
    };
    // Votes of fewer people than five are few too, however many were counted.
    let few_are_left = left(session.present(), &|of| session.people_of(of)) < FEW;
    if left(all, &|of| voted(Some(of))) > 0 && few_are_left { Vec::new() } else { told }
}

/// The professions of which more voted on a question than there are.
pub fn overfull_groups(session: &Session, round: &Round, ballot: &Ballot) -> Vec<Level> {
    let is_overfull = |of: &Level| {
        let voted = ballot.voters_of(round, Some(*of));
        voted > 0 && voted > session.people_of(*of)
    };
    PEOPLE.into_iter().filter(is_overfull).collect()
}

const fn is_few(rest: u32) -> bool {
    rest > 0 && rest < FEW
}

/// Those of whom there are enough, the smallest left out until what remains is enough as well.
fn enough(sizes: &[(Level, u32)], all: u32) -> Vec<Level> {
    // "Others" are no profession.
    let is_enough = |(of, size): &&(Level, u32)| *of != Level::Mixed && *size >= FEW;
    let mut told: Vec<(Level, u32)> = sizes.iter().filter(is_enough).copied().collect();
    told.sort_by_key(|(_, size)| std::cmp::Reverse(*size));
    let rest = |told: &[(Level, u32)]| {
        all.saturating_sub(told.iter().map(|(_, size)| *size).fold(0, u32::saturating_add))
    };
    while is_few(rest(&told)) && told.pop().is_some() {}
    // One profession that is the whole group has nothing apart.
    if told.len() == 1 && rest(&told) == 0 {
        told.clear();
    }
    PEOPLE.into_iter().filter(|of| told.iter().any(|(known, _)| known == of)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checklist::Name;
    use crate::meeting::session::key;

    use Level::{Carers, Doctors, Mixed, Nurses, Volunteers};

    fn session(people: &[(Level, &str)]) -> Session {
        let mut session = Session::new(Name::new("casus"), "1".to_owned(), String::new(), true);
        session.people = people.iter().map(|(of, number)| (*of, (*number).to_owned())).collect();
        session
    }

    fn round(votes: &[(Option<Level>, &str, &str)]) -> Round {
        let counts = votes.iter().map(|(of, option, number)| (key("sq", option, *of), (*number).to_owned()));
        Round { counts: counts.collect(), ..Round::default() }
    }

    fn ballot(several: bool) -> Ballot {
        let options = ["ja", "nee"].map(|option| (option.to_owned(), option.to_owned())).to_vec();
        Ballot { key: "sq".to_owned(), text: String::new(), several, options }
    }

    /// As they are asked for their votes, so are they told of.
    fn in_order(of: &[Level]) -> Vec<Level> {
        [Doctors, Nurses, Carers, Volunteers].into_iter().filter(|known| of.contains(known)).collect()
    }

    #[test]
    fn who_may_vote_for_several_is_counted_once() {
        let session = session(&[(Nurses, "6"), (Doctors, "6")]);
        let doctors = (Some(Doctors), "ja", "6");
        // Three people voted for both.
        let votes = round(&[(Some(Nurses), "ja", "3"), (Some(Nurses), "nee", "3"), doctors]);
        assert_eq!(told_apart(&session, &votes, &ballot(true)), []);
        let votes = round(&[(Some(Nurses), "ja", "5"), (Some(Nurses), "nee", "3"), doctors]);
        assert_eq!(told_apart(&session, &votes, &ballot(true)), [Doctors, Nurses]);
        assert!(!ballot(true).is_overfull(&votes, 12) && ballot(false).is_overfull(&votes, 12));
    }

    #[test]
    fn few_people_are_not_counted_apart_and_do_not_follow_from_what_is() {
        for (people, apart) in [
            (&[(Nurses, "5"), (Doctors, "5")][..], &[Nurses, Doctors][..]),
            (&[(Nurses, "5"), (Doctors, "4")], &[]),
            (&[(Nurses, "9"), (Doctors, "4")], &[]),
            (&[(Nurses, "5"), (Doctors, "3"), (Carers, "2")], &[Nurses]),
            (&[(Nurses, "5"), (Mixed, "7")], &[Nurses]),
            (&[(Nurses, "9"), (Carers, "6"), (Doctors, "2")], &[Nurses]),
            (&[(Nurses, "5"), (Carers, "6"), (Volunteers, "7"), (Doctors, "1")], &[Carers, Volunteers]),
            (&[(Nurses, "8")], &[]),
            (&[(Nurses, "acht"), (Doctors, "6")], &[]),
            (&[(Nurses, "4294967295"), (Doctors, "6")], &[Nurses, Doctors]),
            (&[], &[]),
        ] {
            assert_eq!(counted_apart(&session(people)), in_order(apart), "{people:?}");
        }
    }

    #[test]
    fn few_votes_are_not_told_apart_and_do_not_follow_from_what_is() {
        let session = session(&[(Nurses, "6"), (Doctors, "5"), (Mixed, "5")]);
        let nurses = (Some(Nurses), "ja", "6");
        for (votes, told) in [
            (&[nurses, (Some(Doctors), "ja", "5")][..], &[Nurses, Doctors][..]),
            // Four voted.
            (&[nurses, (Some(Doctors), "ja", "3"), (Some(Doctors), "nee", "1")], &[]),
            (&[nurses, (Some(Doctors), "ja", "4"), (None, "ja", "1")], &[]),
            (&[nurses, (Some(Doctors), "ja", "5"), (None, "ja", "1")], &[Nurses]),
            (&[nurses, (None, "ja", "2")], &[]),
            (&[nurses, (None, "ja", "5")], &[Nurses]),
            (&[(None, "ja", "11")], &[]),
            (&[nurses], &[]),
        ] {
            assert_eq!(told_apart(&session, &round(votes), &ballot(false)), in_order(told), "{votes:?}");
            let hidden = Round { masked: true, ..round(votes) };
            assert!(told_apart(&session, &hidden, &ballot(false)).is_empty());
        }
    }

    /// Five and five were counted, and one of the two turns out to be four people.
    #[test]
    fn a_group_that_becomes_too_small_hides_all_of_them() {
        let votes =
            round(&[(Some(Nurses), "ja", "5"), (Some(Doctors), "ja", "3"), (Some(Doctors), "nee", "2")]);
        for (doctors, told) in [("5", &[Nurses, Doctors][..]), ("4", &[]), ("", &[]), ("vier", &[])] {
            let session = session(&[(Nurses, "5"), (Doctors, doctors), (Mixed, "9")]);
            assert_eq!(told_apart(&session, &votes, &ballot(false)), in_order(told), "{doctors}");
        }
    }

    #[test]
    fn more_votes_than_people_do_not_make_few_people_many() {
        let votes = round(&[(Some(Nurses), "ja", "5"), (None, "ja", "5")]);
        for (others, told) in [("5", &[Nurses][..]), ("4", &[]), ("", &[])] {
            let session = session(&[(Nurses, "5"), (Mixed, others)]);
            assert_eq!(told_apart(&session, &votes, &ballot(false)), told, "{others}");
        }
    }

    #[test]
    fn what_is_counted_apart_counts_in_the_whole() {
        let round = round(&[(Some(Nurses), "ja", "6"), (None, "ja", "2"), (None, "nee", "1")]);
        assert_eq!((round.count("sq", "ja"), round.count("sq", "nee"), round.votes("sq")), (8, 1, 9));
        assert_eq!((round.votes_of("sq", Some(Nurses)), round.votes_of("sq", None)), (6, 3));
        assert_eq!(round.votes("s"), 0);
    }
}
