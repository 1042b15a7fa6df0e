//! How votes are cast and how they are spread, of both rounds, of professions apart, and of the session before.

use super::shared::{ballots_of, is_over, playing, unreadable};
use crate::app::model::Model;
use crate::app::page::{Action, Bar, Bars, Block, Field, Hidden, Mark, Page, PlayedDetail, Role, Row, RowId};
use crate::checklist::{Level, Name, Scene};
use crate::export::level_name;
use crate::meeting::session::{count, key};
use crate::meeting::{
    Ballot, PEOPLE, Played, Round, Session, SessionText, TextPlace, Told, counted_apart, overfull_groups,
    told_apart, typed,
};
use crate::words::Language;

/// Of no more options than these both rounds get a bar of their own; of more one would be out of sight.
const FEW_OPTIONS: usize = 4;

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
        let by_number = round.masked && may && !self.model.in_lines;
        let are_in = round.masked && round.complete;
        page.by_words = round.masked && self.model.in_lines;
        let heading = match second {
            _ if are_in && !round.shown => language.session_all_voted(),
            true => language.session_vote_again(),
            false => language.session_vote(),
        };
        // Of two people in one case, of which this is.
        page.text(Role::Heading, format!("{heading}. {}", self.scene.title.get(language)));
        let hint = match (round.masked, self.model.in_lines) {
            (true, false) if round.shown => language.session_shown_already(),
            (true, true) if round.shown => language.session_shown_already_lines(),
            (true, false) if are_in => language.session_all_voted_what(),
            (true, true) if are_in => language.session_all_voted_lines(),
            (false, _) => language.session_count_hands(),
            (true, false) => language.session_pass_round(),
            (true, true) => language.session_pass_round_lines(),
        };
        page.text(Role::Quiet, hint);
        let groups = self.groups(round);
        for ballot in &self.ballots {
            page.gap().text(Role::Question, ballot.text.clone());
            if ballot.several {
                let hint = match round.masked {
                    false => language.session_several(),
                    true if by_number => language.session_several_numbers(),
                    true => language.session_several_lines(),
                };
                page.text(Role::Quiet, hint);
            }
            if by_number {
                self.numbered(page, ballot, second, &groups);
            }
            // Of a round that is over, line by line, who is left votes when the trainer says so.
            for of in groups.iter().filter(|_| !(by_number || are_in && may)) {
                if groups.len() > 1 {
                    page.text(
                        Role::Heading,
                        of.map_or(language.session_the_others(), |of| level_name(of, language)),
                    );
                }
                self.options(page, ballot, second, *of);
            }
            let (votes, are_choices) = ballot.turnout(round);
            let is_told = self.is_told(ballot, round);
            page.text(
                Role::Quiet,
                match is_told {
                    true => language.session_votes(votes, present, are_choices),
                    false => language.session_not_all_counted().to_owned(),
                },
            );
            if round.is_in_sight() && ballot.is_counted_in_part(round, present) {
                page.text(Role::Warning, language.session_not_all_counted());
            }
            if self.hides_counts(round) {
                self.unreadable_options(page, ballot, round, &groups);
            } else if !round.is_hidden() {
                unreadable(page, round.typed(&ballot.key), language);
            }
            if ballot.is_overfull(round, present) {
                page.text(Role::Warning, language.session_more_votes_than_people(are_choices));
            } else if !round.is_hidden() && !overfull_groups(self.session, round, ballot).is_empty() {
                page.text(Role::Warning, language.session_more_votes_of_group());
            }
            let apart = ballot.votes_apart(round);
            if apart > 0 && groups.len() == 1 && !round.is_hidden() && is_told {
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
            if are_in && self.model.in_lines {
                let one_more = fact(PlayedDetail::OneMore(second));
                page.push(Row::action(RowId::fixed("one-more"), language.session_one_more(), one_more));
            }
            if !round.counts.is_empty() && !round.masked {
                let label = if round.is_in_sight() {
                    language.session_hide_counts()
                } else {
                    language.session_show_counts()
                };
                page.push(Row::action(RowId::fixed("show"), label, fact(PlayedDetail::Show(second))));
            }
            if round.counts.is_empty() {
                page.push(Row::action(RowId::fixed("mask"), label, fact(PlayedDetail::Mask(second))));
            }
            // What was counted for everybody would become what "the others" voted, or the other way round.
            if !counted_apart(self.session).is_empty() && !self.played.is_counted() {
                let mark = if self.played.apart { Mark::Ticked } else { Mark::NotTicked };
                let apart = fact(PlayedDetail::Apart);
                page.push(Row::action(RowId::fixed("apart"), language.session_apart(), apart).marked(mark));
            }
        }
        if page.by_words && may {
            page.text(Role::Quiet, language.session_only_votes_by_number());
        }
        let first = self.ballots.first().zip(groups.first());
        let first = first.and_then(|(ballot, of)| Some(key(&ballot.key, &ballot.options.first()?.0, *of)));
        // After the last vote in secret no number is in the way of whoever presses a key too many.
        page.first = first.filter(|_| !are_in).map(|option| RowId::of("option", option));
        if by_number {
            page.first = self.next_vote(round, None);
        }
    }

    /// The row on which the next person votes: of the question on which the fewest voted, so that whoever has the keyboard comes from
    /// one to the next; and of the profession that voted last, until all of it did.
    fn next_vote(&self, round: &Round, last: Option<Level>) -> Option<RowId> {
        let ballot = self.ballots.iter().min_by_key(|ballot| ballot.turnout(round).0)?;
        let groups = self.groups(round);
        let is_left = |of: &&Option<Level>| {
            of.is_none_or(|level| ballot.voters_of(round, **of) < self.session.people_of(level))
        };
        let last = groups.iter().filter(|of| last.is_some() && **of == last).find(is_left);
        let of = last.or_else(|| groups.iter().find(is_left)).or_else(|| groups.first())?;
        Some(RowId::of("vote", voter(&ballot.key, *of)))
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
        let mut groups: Vec<_> = PEOPLE.into_iter().filter(is_apart).map(Some).collect();
        let people = groups.iter().flatten().map(|of| self.session.people_of(*of));
        let are_left = people.fold(0, u32::saturating_add) < self.session.present();
        let voted = self.ballots.iter().any(|ballot| round.votes_of(&ballot.key, None) > 0);
        // Nobody counts people who are not there.
        if groups.is_empty() || are_left || voted {
            groups.push(None);
        }
        groups
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
                false if ballot.several => (Role::Quiet, language.session_none_chosen()),
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
            if round.masked {
                // Without a mark: that nothing is chosen would tell no more than that something is.
                let cast = PlayedDetail::Cast(second, ballot.key.clone(), vec![option]);
                page.push(Row::action(id, text.clone(), Action::Played(self.scene.id.clone(), cast)));
            } else {
                let count = SessionText::Count(self.scene.id.clone(), second, option);
                let field = Field::line(TextPlace::Session(count), language.session_number_hint());
                page.push(Row::field(id, text.clone(), field.hidden(self.hidden(ballot, round))));
            }
        }
    }

    /// Whether nobody may read what was counted: hands or cards are counted, and the spread was not asked for, or hidden again.
    fn hides_counts(&self, round: &Round) -> bool {
        !round.masked && !round.is_in_sight() && !is_over(self.model)
    }

    /// What nobody may read of a count. Once all are counted, an option without a number would tell that nobody chose it, and
    /// a single one with a number that everybody did.
    fn hidden(&self, ballot: &Ballot, round: &Round) -> Hidden {
        let is_begun = round.typed(&ballot.key).next().is_some();
        match self.hides_counts(round) {
            false => Hidden::Nothing,
            true if is_begun && self.is_told(ballot, round) => Hidden::Whether,
            true => Hidden::What,
        }
    }

    /// Whether it may be told how many votes there are. While hands are counted that would tell what stands in the first field;
    /// so it is told when all are counted: as many as there are people, or a number for every option.
    fn is_told(&self, ballot: &Ballot, round: &Round) -> bool {
        if !self.hides_counts(round) || round.typed(&ballot.key).next().is_none() {
            return true;
        }
        // What is no number was not counted, whatever else was.
        if round.typed(&ballot.key).any(|typed| count(typed).is_none()) {
            return false;
        }
        let present = self.session.present();
        let are_in = !ballot.several && present > 0 && round.votes(&ballot.key) >= present;
        let is_filled = |(code, _): &(String, String), of: &Option<Level>| {
            round.counts.contains_key(&key(&ballot.key, code, *of))
        };
        let groups = self.groups(round);
        are_in || ballot.options.iter().all(|option| groups.iter().all(|of| is_filled(option, of)))
    }

    /// Says of which options no number was typed, and not what was.
    fn unreadable_options(&self, page: &mut Page, ballot: &Ballot, round: &Round, groups: &[Option<Level>]) {
        for (code, text) in &ballot.options {
            let typed = groups.iter().filter_map(|of| round.counts.get(&key(&ballot.key, code, *of)));
            if typed.into_iter().any(|typed| count(typed).is_none()) {
                page.text(Role::Warning, self.language.session_no_number_at(text));
            }
        }
    }

    /// How many of how many voted, where that may be told.
    fn turnout(&self, ballot: &Ballot, round: &Round) -> String {
        if !self.is_told(ballot, round) {
            return self.language.session_not_all_counted().to_owned();
        }
        self.turnout_of(ballot, round, self.session.present())
    }

    /// How many of how many voted.
    fn turnout_of(&self, ballot: &Ballot, round: &Round, people: u32) -> String {
        ballot.turnout_in_words(round, people, self.language)
    }

    /// How the votes are spread; of both rounds side by side.
    pub(super) fn spread(&self, page: &mut Page, both: bool) {
        let language = self.language;
        let round = self.played.round(both);
        page.text(Role::Heading, if both { language.session_both() } else { language.session_spread() });
        for ballot in &self.ballots {
            let begins = page.blocks.len();
            page.gap().text(Role::Question, ballot.text.clone());
            // What is read again is shown, but for what nobody was to be told.
            let is_shown = round.is_in_sight() || is_over(self.model) && !round.goes_round();
            if !is_shown {
                page.text(Role::Quiet, self.turnout(ballot, round));
                continue;
            }
            let rounds: &[bool] = if both { &[false, true] } else { &[false] };
            if both {
                self.side_by_side(page, ballot);
            } else {
                page.text(Role::Quiet, self.turnout(ballot, round));
                self.bars(page, ballot, round, None, self.session.present());
            }
            let is_in_part =
                |second: &bool| ballot.is_counted_in_part(self.played.round(*second), self.session.present());
            if rounds.iter().any(is_in_part) {
                page.text(Role::Warning, language.session_counted_in_part());
            }
            for second in rounds {
                self.apart(page, ballot, *second, both);
            }
            let is_untold = |second: &&bool| {
                let round = self.played.round(**second);
                ballot.votes_apart(round) > 0 && told_apart(self.session, round, ballot).is_empty()
            };
            if rounds.iter().any(|second| is_untold(&second)) {
                page.gap().text(Role::Quiet, language.session_none_apart());
            }
            self.earlier(page, ballot, rounds);
            let bars = page.blocks.iter_mut().skip(begins).filter_map(|block| match block {
                Block::Bars(bars) => Some(bars),
                _ => None,
            });
            Bars::align(bars);
        }
        if self.model.may_change() {
            let shows = round.is_in_sight();
            let label = if shows { language.session_hide() } else { language.session_show() };
            let show = Action::Played(self.scene.id.clone(), PlayedDetail::Show(both));
            page.gap().push(Row::action(RowId::fixed("show"), label, show));
            page.first = (!shows).then(|| RowId::fixed("show"));
            // Somebody who votes still may type a number here; nobody's number shows a spread.
            let is_untold = round.is_hidden() || both && self.played.first.is_hidden();
            page.by_words = self.model.in_lines && is_untold;
            // Nor is what was counted shown by an Enter that only went on.
            page.waits |= is_untold || !shows && !round.counts.is_empty();
            if page.by_words {
                page.text(Role::Quiet, language.session_by_words());
            }
        }
    }

    /// Both rounds, each option with how it was before beside how it is now.
    fn side_by_side(&self, page: &mut Page, ballot: &Ballot) {
        let language = self.language;
        let rounds = [&self.played.first, &self.played.second];
        let present = self.session.present();
        let [before, after] = rounds.map(|round| self.turnout_of(ballot, round, present));
        if before == after {
            page.text(Role::Quiet, language.session_both_rounds_of(&after));
        } else {
            for (number, turnout) in (1..).zip([before, after]) {
                page.text(Role::Quiet, beside(language.session_round(number), &turnout));
            }
        }
        let is_short = ballot.options.len() <= FEW_OPTIONS;
        let of_option = |(code, text): &(String, String)| {
            let [first, second] = rounds;
            if is_short {
                let again = format!("  {}", language.session_after_talk());
                let bar =
                    |label: String, round| bar(label, ballot.told(round, code, None, present, language));
                return vec![bar(text.clone(), first), bar(again, second)];
            }
            let was = ballot.told(first, code, None, present, language).in_words();
            let was = language.session_first_was(&was);
            let now = bar(text.clone(), ballot.told(second, code, None, present, language));
            vec![Bar { remark: format!("{} {was}", now.remark).trim().to_owned(), ..now }]
        };
        let mut bars = Bars::new(ballot.options.iter().flat_map(of_option).collect());
        bars.scale = self.scale(ballot);
        page.blocks.push(Block::Bars(bars));
    }

    /// The spread of each profession that may be told of.
    fn apart(&self, page: &mut Page, ballot: &Ballot, second: bool, both: bool) {
        let (language, round) = (self.language, self.played.round(second));
        for of in told_apart(self.session, round, ballot) {
            let which = both.then(|| language.session_round(u8::from(second) + 1));
            let parts: Vec<String> =
                [Some(level_name(of, language).to_owned()), which].into_iter().flatten().collect();
            let people = self.session.people_of(of);
            let votes = round.votes_of(&ballot.key, Some(of));
            let turnout = language.session_turnout(votes, people, ballot.several);
            page.gap().text(Role::Quiet, beside(parts.join(", "), &turnout));
            self.bars(page, ballot, round, Some(of), self.session.present());
        }
    }

    /// How it was the time before, in another group or the same one.
    fn earlier(&self, page: &mut Page, ballot: &Ballot, rounds: &[bool]) {
        let language = self.language;
        let Some(earlier) = self.model.open.as_ref().and_then(|open| open.earlier.as_ref()) else { return };
        for second in rounds {
            let Some(round) = earlier.round(&self.scene.id, *second, &ballot.key) else { continue };
            let day = typed::day(earlier.day, language);
            let which = language.session_earlier(&day, u8::from(*second) + 1);
            let turnout = self.turnout_of(ballot, round, earlier.people);
            page.gap().text(Role::Quiet, beside(which, &turnout));
            self.bars(page, ballot, round, None, earlier.people);
        }
    }

    fn bars(&self, page: &mut Page, ballot: &Ballot, round: &Round, of: Option<Level>, people: u32) {
        let bar = |(code, text): &(String, String)| {
            bar(text.clone(), ballot.told(round, code, of, people, self.language))
        };
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

/// The row on which the next person votes in a scene, after somebody of a profession did; line by line there is none.
pub fn next_vote(model: &Model, scene: &Name, second: bool, last: Option<Level>) -> Option<RowId> {
    let (session, case) = playing(model).filter(|_| !model.in_lines)?;
    let scene = case.scenes.iter().find(|known| known.id == *scene)?;
    let played = session.played(&scene.id)?;
    let ballots = ballots_of(model, &scene.id);
    let stage = Stage { model, language: model.language(), session, scene, played, ballots };
    stage.next_vote(played.round(second), last)
}

fn bar(label: String, told: Told) -> Bar {
    Bar { label, count: told.count, remark: told.remark }
}

/// What is shown, and how many voted.
fn beside(which: impl std::fmt::Display, turnout: &str) -> String {
    format!("{which}: {turnout}")
}

/// The name of the row on which somebody votes on a question, of a profession or of all others.
fn voter(question: &str, of: Option<Level>) -> String {
    of.map_or_else(|| question.to_owned(), |of| format!("{question}/{}", of.word()))
}
