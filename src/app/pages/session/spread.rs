//! How votes are cast and how they are spread, of both rounds, of professions apart, and of the session before.

use super::shared::unreadable;
use crate::app::model::Model;
use crate::app::page::{Action, Bar, Bars, Block, Field, Mark, Page, PlayedDetail, Role, Row, RowId};
use crate::checklist::{Level, Scene};
use crate::export::level_name;
use crate::meeting::session::key;
use crate::meeting::{
    Ballot, Played, Round, Session, SessionText, TextPlace, counted_apart, overfull_groups, told_apart, typed,
};
use crate::words::Language;

/// A scene that is being played.
pub(super) struct Stage<'s> {
    pub(super) model: &'s Model,
    pub(super) language: Language,
    pub(super) session: &'s Session,
    pub(super) scene: &'s Scene,
    pub(super) played: &'s Played,
    pub(super) ballots: Vec<Ballot>,
}

impl Stage<'_> {
    /// Everybody votes.
    pub(super) fn vote(&self, page: &mut Page, second: bool) {
        let (language, round) = (self.language, self.played.round(second));
        let (present, may) = (self.session.present(), self.model.may_change());
        let by_number = round.is_hidden() && !self.model.in_lines;
        let are_in = round.is_hidden() && round.complete;
        page.text(
            Role::Heading,
            match second {
                _ if are_in => language.session_all_voted(),
                true => language.session_vote_again(),
                false => language.session_vote(),
            },
        );
        let hint = match (round.is_hidden(), self.model.in_lines) {
            (true, _) if are_in => language.session_all_voted_what(),
            (false, _) => language.session_count_hands(),
            (true, false) => language.session_pass_round(),
            (true, true) => language.session_pass_round_lines(),
        };
        page.text(Role::Quiet, hint);
        let groups = self.groups(round);
        for ballot in &self.ballots {
            page.gap().text(Role::Question, ballot.text.clone());
            if ballot.several {
                page.text(Role::Quiet, language.session_several(round.is_hidden()));
            }
            if by_number {
                self.numbered(page, ballot, second, &groups);
            }
            for of in groups.iter().filter(|_| !by_number) {
                if groups.len() > 1 {
                    page.text(
                        Role::Heading,
                        of.map_or(language.session_the_others(), |of| level_name(of, language)),
                    );
                }
                self.options(page, ballot, second, *of);
            }
            let votes = round.votes(&ballot.key);
            page.text(Role::Quiet, language.session_votes(votes, present, ballot.several));
            if !round.is_hidden() {
                unreadable(page, round.typed(&ballot.key), language);
            }
            if ballot.is_overfull(round, present) {
                page.text(Role::Warning, language.session_more_votes());
            } else if !round.is_hidden() && !overfull_groups(self.session, round, ballot).is_empty() {
                page.text(Role::Warning, language.session_more_votes_of_group());
            }
            let apart = ballot.votes_apart(round);
            if apart > 0 && groups.len() == 1 && !round.is_hidden() {
                page.text(Role::Quiet, language.session_counted_apart(apart));
            }
        }
        if self.ballots.is_empty() {
            page.text(Role::Warning, language.session_no_checklist());
        }
        if may && !self.ballots.is_empty() {
            page.gap();
            let fact = |detail| Action::Played(self.scene.id.clone(), detail);
            let label = if round.masked { language.session_unmask() } else { language.session_mask() };
            if round.counts.is_empty() {
                page.push(Row::action(RowId::fixed("mask"), label, fact(PlayedDetail::Mask(second))));
            }
            if !counted_apart(self.session).is_empty() && !are_in {
                let mark = if self.played.apart { Mark::Ticked } else { Mark::NotTicked };
                let apart = fact(PlayedDetail::Apart);
                page.push(Row::action(RowId::fixed("apart"), language.session_apart(), apart).marked(mark));
            }
        }
        let first = self.ballots.first().zip(groups.first());
        let first = first.and_then(|(ballot, of)| Some(key(&ballot.key, &ballot.options.first()?.0, *of)));
        // After the last vote in secret no number is in the way of whoever presses a key too many.
        let is_over = round.masked && round.shown;
        page.first = first.filter(|_| !is_over).map(|option| RowId::of("option", option));
        if by_number {
            // The question on which the fewest voted: whoever has the keyboard comes from one to the next.
            let next = self.ballots.iter().min_by_key(|ballot| round.votes(&ballot.key));
            page.first =
                next.zip(groups.first()).map(|(ballot, of)| RowId::of("vote", voter(&ballot.key, *of)));
        }
    }

    /// Who votes apart from whom; without a profession, all others. What was counted apart stays in sight, as long as all of
    /// it may be told.
    fn groups(&self, round: &Round) -> Vec<Option<Level>> {
        let apart = counted_apart(self.session);
        let voted = |of: Level| self.ballots.iter().any(|ballot| round.votes_of(&ballot.key, Some(of)) > 0);
        if Level::ALL.into_iter().any(|of| voted(of) && !apart.contains(&of)) {
            return vec![None];
        }
        let is_apart = |of: &Level| self.played.apart && apart.contains(of) || voted(*of);
        let groups: Vec<_> = Level::ALL.into_iter().filter(is_apart).map(Some).collect();
        groups.into_iter().chain([None]).collect()
    }

    /// What can be chosen, with its numbers, and the row on which a number is typed: what was chosen shows nowhere.
    fn numbered(&self, page: &mut Page, ballot: &Ballot, second: bool, groups: &[Option<Level>]) {
        let language = self.language;
        for (number, (_, text)) in (1_usize..).zip(&ballot.options) {
            page.indented(Role::Plain, 3, format!("{number}. {text}"));
        }
        for of in groups {
            let id = RowId::of("vote", voter(&ballot.key, *of));
            let vote = PlayedDetail::Vote(second, ballot.key.clone(), *of);
            let label = match of {
                _ if groups.len() == 1 => language.session_my_vote().to_owned(),
                None => format!("{}, {}", language.session_my_vote(), language.session_the_others()),
                Some(of) => format!("{}, {}", language.session_my_vote(), level_name(*of, language)),
            };
            let is_chosen = self.model.ballot.as_ref().is_some_and(|chosen| chosen.row == id);
            let (role, state) = match is_chosen {
                true => (Role::Value, language.session_chosen()),
                false => (Role::Quiet, language.session_not_chosen()),
            };
            let vote = Action::Played(self.scene.id.clone(), vote);
            page.push(Row::action(id, label, vote).with_value(role, state));
        }
    }

    fn options(&self, page: &mut Page, ballot: &Ballot, second: bool, of: Option<Level>) {
        let (language, round) = (self.language, self.played.round(second));
        for (code, text) in &ballot.options {
            let option = key(&ballot.key, code, of);
            let id = RowId::of("option", &option);
            if round.is_hidden() {
                let cast = Action::Played(self.scene.id.clone(), PlayedDetail::Cast(second, option));
                page.push(Row::action(id, text.clone(), cast).marked(Mark::NotChosen));
            } else {
                let count = SessionText::Count(self.scene.id.clone(), second, option);
                let field = Field::line(TextPlace::Session(count), language.session_number_hint());
                page.push(Row::field(id, text.clone(), field));
            }
        }
    }

    /// How the votes are spread; of both rounds side by side.
    pub(super) fn spread(&self, page: &mut Page, both: bool) {
        let language = self.language;
        let round = self.played.round(both);
        page.text(Role::Heading, if both { language.session_both() } else { language.session_spread() });
        for ballot in &self.ballots {
            page.gap().text(Role::Question, ballot.text.clone());
            // What is read again is shown, but for what nobody was to be told.
            let is_shown = round.shown || !self.model.may_change() && !round.goes_round();
            if !is_shown {
                let votes =
                    language.session_votes(round.votes(&ballot.key), self.session.present(), ballot.several);
                page.text(Role::Quiet, votes);
                continue;
            }
            let rounds: &[bool] = if both { &[false, true] } else { &[false] };
            for second in rounds {
                if both {
                    page.text(Role::Quiet, language.session_round(u8::from(*second) + 1));
                }
                self.bars(page, ballot, self.played.round(*second), |code, round| {
                    round.count(&ballot.key, code)
                });
            }
            for second in rounds {
                self.apart(page, ballot, *second, both);
            }
            self.earlier(page, ballot, rounds);
        }
        if self.model.may_change() {
            let label = if round.shown { language.session_hide() } else { language.session_show() };
            let show = Action::Played(self.scene.id.clone(), PlayedDetail::Show(both));
            page.gap().push(Row::action(RowId::fixed("show"), label, show));
            page.first = (!round.shown).then(|| RowId::fixed("show"));
        }
    }

    /// The spread of each profession that may be told of.
    fn apart(&self, page: &mut Page, ballot: &Ballot, second: bool, both: bool) {
        let (language, round) = (self.language, self.played.round(second));
        for of in told_apart(self.session, round, ballot) {
            let which = both.then(|| language.session_round(u8::from(second) + 1));
            let parts: Vec<String> =
                [Some(level_name(of, language).to_owned()), which].into_iter().flatten().collect();
            page.gap().text(Role::Quiet, parts.join(", "));
            self.bars(page, ballot, round, |code, round| round.count_of(&ballot.key, code, Some(of)));
        }
    }

    /// How it was the time before, in another group or the same one.
    fn earlier(&self, page: &mut Page, ballot: &Ballot, rounds: &[bool]) {
        let language = self.language;
        let Some(earlier) = self.model.open.as_ref().and_then(|open| open.earlier.as_ref()) else { return };
        for second in rounds {
            let Some(round) = earlier.round(&self.scene.id, *second, &ballot.key) else { continue };
            let day = typed::day(earlier.day, language);
            page.gap().text(Role::Quiet, language.session_earlier(&day, u8::from(*second) + 1));
            self.bars(page, ballot, round, |code, round| round.count(&ballot.key, code));
        }
    }

    fn bars(&self, page: &mut Page, ballot: &Ballot, round: &Round, count: impl Fn(&str, &Round) -> u32) {
        let bar = |(code, text): &(String, String)| Bar::new(text.clone(), count(code, round));
        let mut bars = Bars::new(ballot.options.iter().map(bar).collect());
        bars.scale = self.scale(ballot);
        page.blocks.push(Block::Bars(bars));
    }

    /// What the longest bar of a question stands for: one measure for both rounds and the session before.
    fn scale(&self, ballot: &Ballot) -> u32 {
        let earlier = self.model.open.as_ref().and_then(|open| open.earlier.as_ref());
        let before = |second| earlier.and_then(|known| known.round(&self.scene.id, second, &ballot.key));
        let rounds = [Some(&self.played.first), Some(&self.played.second), before(false), before(true)];
        let count = |(code, _): &(String, String)| {
            rounds.into_iter().flatten().map(|round| round.count(&ballot.key, code)).max()
        };
        ballot.options.iter().filter_map(count).max().unwrap_or(0).max(self.session.present())
    }
}

/// The name of the row on which somebody votes on a question, of a profession or of all others.
fn voter(question: &str, of: Option<Level>) -> String {
    of.map_or_else(|| question.to_owned(), |of| format!("{question}/{}", of.word()))
}
