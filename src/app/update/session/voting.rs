//! A vote while the keyboard goes round: a number, of which the screen shows only that there is one, and Enter.

use crate::app::model::Ballot;
use crate::app::page::{Action, PlayedDetail, Row, RowKind};
use crate::app::pages;
use crate::app::update::Turn;
use crate::checklist::{Level, Name};
use crate::meeting::session::key;
use crate::text::Command;

/// A row on which somebody votes: of which scene, in which round, on which question, of which profession.
type Asked = (Name, bool, String, Option<Level>);

impl Turn<'_> {
    /// Chooses what is to be voted by its number; false where nobody votes on the row, or nothing is typed.
    pub(in crate::app::update) fn vote_by_typing(&mut self, row: &Row, command: &Command) -> bool {
        let (Some(asked), Command::Insert(sign)) = (asked(row), command) else { return false };
        let options = self.options(&asked);
        let number = sign.to_digit(10).and_then(|digit| usize::try_from(digit).ok());
        match number.filter(|number| (1..=options.len()).contains(number)) {
            Some(number) => self.model.ballot = Some(Ballot { row: row.id.clone(), number }),
            None => self.say(self.model.language().session_type_number(options.len()), true),
        }
        true
    }

    /// The next or earlier number, for who has arrows only; false where nobody votes.
    pub(in crate::app::update) fn vote_by_arrow(&mut self, right: bool) -> bool {
        let Some((row, asked)) = self.model.focused().and_then(|row| asked(&row).map(|asked| (row, asked)))
        else {
            return false;
        };
        let last = self.options(&asked).len();
        let number = match self.model.ballot.as_ref().filter(|ballot| ballot.row == row.id) {
            Some(ballot) if right => (ballot.number + 1).min(last),
            Some(ballot) => ballot.number.saturating_sub(1).max(1),
            None if right => 1,
            None => return true,
        };
        self.model.ballot = Some(Ballot { row: row.id, number });
        true
    }

    /// Casts the vote that was chosen; false where nobody votes.
    pub(in crate::app::update) fn cast_vote(&mut self, row: &Row) -> bool {
        let Some(asked) = asked(row) else { return false };
        let options = self.options(&asked);
        let chosen = self.model.ballot.take().filter(|ballot| ballot.row == row.id);
        let option = chosen.and_then(|ballot| options.get(ballot.number.checked_sub(1)?).cloned());
        let language = self.model.language();
        let (scene, second, question, of) = asked;
        match option {
            Some(option) => {
                let cast = PlayedDetail::Cast(second, key(&question, &option, of));
                self.played(&scene, cast);
                let session = self.model.record().and_then(|record| record.session.as_ref());
                let played = session.and_then(|session| session.played(&scene));
                let are_in = played.is_some_and(|played| played.round(second).complete);
                self.say(
                    if are_in { language.session_voted_last() } else { language.session_voted() },
                    false,
                );
            }
            None => self.say(language.session_type_number(options.len()), false),
        }
        true
    }

    /// Forgets what somebody was about to vote who went elsewhere.
    pub(in crate::app::update) fn forget_ballot(&mut self) {
        let Some(row) = self.model.ballot.as_ref().map(|ballot| ballot.row.clone()) else { return };
        if self.model.focused().is_none_or(|focused| focused.id != row) {
            self.model.ballot = None;
        }
    }

    fn options(&self, (scene, _, question, _): &Asked) -> Vec<String> {
        let ballots = pages::ballots_of(self.model, scene);
        let ballot = ballots.into_iter().find(|ballot| ballot.key == *question);
        ballot.into_iter().flat_map(|ballot| ballot.options).map(|(code, _)| code).collect()
    }
}

fn asked(row: &Row) -> Option<Asked> {
    match &row.kind {
        RowKind::Action(Action::Played(scene, PlayedDetail::Vote(second, question, of))) => {
            Some((scene.clone(), *second, question.clone(), *of))
        }
        _ => None,
    }
}
