//! A vote while the keyboard goes round: a number, of which the screen shows only that there is one, and Enter.

use crate::app::model::Ballot;
use crate::app::page::{Action, PlayedDetail, Row, RowKind};
use crate::app::pages;
use crate::app::update::Turn;
use crate::checklist::{Level, Name};
use crate::meeting::session::{group_of, key};
use crate::text::Command;

/// A row on which somebody votes: of which scene, in which round, on which question, of which profession.
type Asked = (Name, bool, String, Option<Level>);

impl Turn<'_> {
    /// Chooses what is to be voted by its number, or by several where that is allowed; false where nobody votes on the row, or
    /// nothing is typed.
    pub(in crate::app::update) fn vote_by_typing(&mut self, row: &Row, command: &Command) -> bool {
        let Some(asked) = asked(row) else { return false };
        let language = self.model.language();
        let sign = match command {
            Command::Insert(sign) => sign,
            Command::Backspace | Command::BackspaceWord | Command::Delete | Command::DeleteWord => {
                return self.regrets_ballot();
            }
            _ => return false,
        };
        let (options, several) = self.options(&asked);
        let last = options.len();
        let chosen = self.model.ballot.take().filter(|ballot| ballot.row == row.id);
        let mut ballot = chosen.unwrap_or_else(|| Ballot::on(row.id.clone()));
        let digit = sign.to_digit(10).and_then(|digit| usize::try_from(digit).ok());
        // With ten options or more, a number may have two digits.
        let longer = ballot.numbers.last().filter(|_| ballot.grows).zip(digit);
        let longer = longer.map(|(known, digit)| known * 10 + digit).filter(|longer| *longer <= last);
        let goes_on = std::mem::replace(&mut ballot.grows, digit.is_some());
        match (digit, longer) {
            (_, Some(longer)) => {
                ballot.numbers.pop();
                ballot.numbers.push(longer);
            }
            // Of who may choose several, none is a choice as well.
            (Some(0), None) => {
                ballot.numbers.clear();
                ballot.none = several;
            }
            (Some(number), None) if number > last => {
                self.say(language.session_type_number(last, several), true);
            }
            (Some(number), None) if several => ballot.numbers.push(number),
            // "12" is none of four, and no 2.
            (Some(number), None)
                if goes_on && ballot.numbers.first().is_some_and(|known| *known != number) =>
            {
                ballot.numbers.clear();
                self.say(language.session_type_number(last, several), true);
            }
            (Some(number), None) => ballot.numbers = vec![number],
            // Between two numbers.
            (None, _) if several && matches!(sign, ',' | ' ' | ';' | '+' | '.') => {}
            (None, _) => self.say(language.session_type_number(last, several), true),
        }
        self.model.ballot = (ballot.none || !ballot.numbers.is_empty()).then_some(ballot);
        true
    }

    /// Takes back what is chosen and not cast yet: whoever regrets a number leaves none behind that the Enter of somebody else would count,
    /// and takes back no vote of who came before; false where nothing is chosen.
    pub(in crate::app::update) fn regrets_ballot(&mut self) -> bool {
        let Some(row) = self.model.focused() else { return false };
        let Some(asked) =
            asked(&row).filter(|_| self.model.ballot.as_ref().is_some_and(|ballot| ballot.row == row.id))
        else {
            return false;
        };
        self.model.ballot = None;
        let (options, several) = self.options(&asked);
        self.say(self.model.language().session_type_number(options.len(), several), false);
        true
    }

    /// The next or earlier number, for who has arrows only; false where nobody votes.
    pub(in crate::app::update) fn vote_by_arrow(&mut self, right: bool) -> bool {
        let Some(row) = self.model.focused().filter(|row| asked(row).is_some()) else {
            return false;
        };
        let chosen = self.model.ballot.as_ref().filter(|ballot| ballot.row == row.id);
        let number = match chosen.and_then(|ballot| ballot.numbers.last()) {
            // Beyond the last one it is refused at Enter as a number is, since the screen must not tell.
            Some(number) if right => number.saturating_add(1),
            Some(number) => number.saturating_sub(1).max(1),
            None if right => 1,
            None => return true,
        };
        self.model.ballot = Some(Ballot { numbers: vec![number], ..Ballot::on(row.id) });
        true
    }

    /// Casts the vote that was chosen; false where nobody votes.
    pub(in crate::app::update) fn cast_vote(&mut self, row: &Row) -> bool {
        let Some(asked) = asked(row) else { return false };
        let (options, several) = self.options(&asked);
        let chosen = self.model.ballot.take().filter(|ballot| ballot.row == row.id);
        if chosen.is_none() && casts(row) {
            return false;
        }
        let Ballot { mut numbers, none, .. } = chosen.unwrap_or_else(|| Ballot::on(row.id.clone()));
        numbers.sort_unstable();
        numbers.dedup();
        let language = self.model.language();
        let (scene, second, question, of) = asked;
        let option = |number: usize| options.get(number.checked_sub(1)?);
        let cast = numbers
            .into_iter()
            .filter_map(option)
            .map(|option| key(&question, option, of))
            .collect::<Vec<_>>();
        if cast.is_empty() && !none {
            self.say(language.session_type_number(options.len(), several), false);
            return true;
        }
        self.played(&scene, PlayedDetail::Cast(second, question, cast));
        // The next one is likely of the same profession, and the row tells nothing of what was chosen.
        if let Some(next) = of.and_then(|of| pages::next_vote(self.model, &scene, second, Some(of))) {
            self.enter(next);
        }
        let session = self.model.record().and_then(|record| record.session.as_ref());
        let played = session.and_then(|session| session.played(&scene));
        let are_in = played.is_some_and(|played| played.round(second).complete);
        self.say(if are_in { language.session_voted_last() } else { language.session_voted() }, false);
        true
    }

    /// Forgets what somebody was about to vote who went elsewhere, and says that it did not count.
    pub(in crate::app::update) fn forget_ballot(&mut self) {
        let Some(row) = self.model.ballot.as_ref().map(|ballot| ballot.row.clone()) else { return };
        if self.model.focused().is_none_or(|focused| focused.id != row) {
            self.model.ballot = None;
            self.say(self.model.language().session_unconfirmed(), true);
        }
    }

    /// What can be chosen, and whether several of them may be.
    fn options(&self, (scene, _, question, _): &Asked) -> (Vec<String>, bool) {
        let ballots = pages::ballots_of(self.model, scene);
        let Some(ballot) = ballots.into_iter().find(|ballot| ballot.key == *question) else {
            return (Vec::new(), false);
        };
        (ballot.options.into_iter().map(|(code, _)| code).collect(), ballot.several)
    }
}

fn asked(row: &Row) -> Option<Asked> {
    match &row.kind {
        RowKind::Action(Action::Played(scene, PlayedDetail::Vote(second, question, of))) => {
            Some((scene.clone(), *second, question.clone(), *of))
        }
        // Line by line every option has a row of its own, and several are typed on one of them.
        RowKind::Action(Action::Played(scene, PlayedDetail::Cast(second, question, cast))) => {
            Some((scene.clone(), *second, question.clone(), cast.first().and_then(|key| group_of(key))))
        }
        _ => None,
    }
}

/// Whether a row casts a vote by itself.
const fn casts(row: &Row) -> bool {
    matches!(row.kind, RowKind::Action(Action::Played(_, PlayedDetail::Cast(..))))
}
