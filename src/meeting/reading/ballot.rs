//! A question on which a group votes, with what can be chosen.

use super::terms;
use crate::checklist::{
    Case, CaseDefinition, Checklist, ChoiceOption, ItemKind, ItemRef, JUDGEMENT, Layer, Level, Localized,
    Name, OwnBallot, Scene,
};
use crate::meeting::record::session::{Round, count, key};
use crate::words::Language;

/// A question on which a group votes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ballot {
    /// The name under which its votes are counted.
    pub key: String,
    /// The question.
    pub text: String,
    /// Whether everybody may vote for several options.
    pub several: bool,
    /// What can be chosen: code and text.
    pub options: Vec<(String, String)>,
}

impl Ballot {
    /// How many people voted at least; a profession that is counted apart, or without one all others.
    pub fn voters_of(&self, round: &Round, of: Option<Level>) -> u32 {
        if !self.several {
            return round.votes_of(&self.key, of);
        }
        let counts = self.options.iter().map(|(code, _)| round.count_of(&self.key, code, of));
        counts.max().unwrap_or(0)
    }

    /// How many votes were counted apart, of all professions.
    pub fn votes_apart(&self, round: &Round) -> u32 {
        Level::ALL.map(|of| round.votes_of(&self.key, Some(of))).into_iter().fold(0, u32::saturating_add)
    }

    /// How many voted, and whether that are choices of which one person may have made several: where the keyboard goes round it
    /// is known who voted, and how many somebody chose is nobody's business.
    pub fn turnout(&self, round: &Round) -> (u32, bool) {
        match round.voters(&self.key).or_else(|| round.is_hidden().then_some(0)) {
            Some(voters) if self.several => (voters, false),
            _ => (round.votes(&self.key), self.several),
        }
    }

    /// Whether anything was counted, also what is no number.
    pub fn is_counted(&self, round: &Round) -> bool {
        round.voters(&self.key).is_some_and(|voters| voters > 0) || round.typed(&self.key).next().is_some()
    }

    /// Whether hands were counted for other options and not for this one, while fewer voted than there are people: nobody said then
    /// that nobody chose it. Of a profession that is counted apart, or of all together.
    pub fn is_left_blank(&self, round: &Round, option: &str, of: Option<Level>, people: u32) -> bool {
        let is_typed = |code: &str, of| round.counts.contains_key(&key(&self.key, code, of));
        let are_in = !self.several && people > 0 && round.votes(&self.key) >= people;
        let all = [None].into_iter().chain(Level::ALL.map(Some));
        let mut asked = all.filter(|known| of.is_none() || *known == of);
        let is_begun = |of: Option<Level>| self.options.iter().any(|(code, _)| is_typed(code, of));
        !round.masked && !are_in && asked.any(|of| is_begun(of) && !is_typed(option, of))
    }

    /// Whether an option was left without a count of which nobody said that nobody chose it.
    pub fn is_counted_in_part(&self, round: &Round, people: u32) -> bool {
        self.options.iter().any(|(code, _)| self.is_left_blank(round, code, None, people))
    }

    /// Whether there is a number for everything: nothing was left without one, and nothing typed is none.
    pub fn is_whole(&self, round: &Round, people: u32) -> bool {
        let is_read = round.typed(&self.key).all(|typed| count(typed).is_some());
        is_read && !self.is_counted_in_part(round, people)
    }

    /// How many voted, in words; of how many people only where all was counted: nobody knows who did not vote.
    pub fn turnout_in_words(&self, round: &Round, people: u32, language: Language) -> String {
        let (votes, are_choices) = self.turnout(round);
        match self.is_whole(round, people) {
            true => language.session_turnout(votes, people, are_choices),
            false => language.session_votes(votes, people, are_choices),
        }
    }

    /// How many chose an option, as it is told: of a profession that is counted apart, or of all together.
    pub fn told(
        &self,
        round: &Round,
        option: &str,
        of: Option<Level>,
        people: u32,
        language: Language,
    ) -> Told {
        let count = match of {
            None => round.count(&self.key, option),
            of => round.count_of(&self.key, option, of),
        };
        let unread = round.unread(&self.key, option, of);
        let is_blank = self.is_left_blank(round, option, of, people);
        // What is no number, or was not counted, is not nobody.
        let count = Some(count).filter(|count| *count > 0 || unread.is_empty() && !is_blank);
        let unread = Some(language.session_unread(&unread)).filter(|unread| !unread.is_empty());
        let blank =
            is_blank.then(|| language.session_left_blank(count.is_some() || unread.is_some()).to_owned());
        Told { count, remark: unread.into_iter().chain(blank).collect::<Vec<_>>().join(", ") }
    }

    /// Whether there are more votes than people.
    pub fn is_overfull(&self, round: &Round, people: u32) -> bool {
        let most = self.options.iter().map(|(code, _)| round.count(&self.key, code)).max().unwrap_or(0);
        let (voted, are_choices) = self.turnout(round);
        people > 0 && (most > people || !are_choices && voted > people)
    }
}

/// How many chose an option, and what is to be said beside it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Told {
    /// How many; nothing where what was typed is no number, or nobody counted.
    pub count: Option<u32>,
    /// What was typed that is no number, and that not all were counted.
    pub remark: String,
}

impl Told {
    /// The number and what is said beside it.
    pub fn in_words(&self) -> String {
        let count = self.count.map(|count| count.to_string());
        let remark = Some(self.remark.clone()).filter(|remark| !remark.is_empty());
        count.into_iter().chain(remark).collect::<Vec<_>>().join(", ")
    }
}

/// The questions on which a group votes in a scene: those of its checklist, and its own behind them. What the checklist does not
/// have is left out.
pub fn ballots(scene: &Scene, checklist: Option<&Checklist>, language: Language) -> Vec<Ballot> {
    let of_checklist = |vote: &ItemRef| ballot(checklist?, &vote.item, language);
    let own = |own: &OwnBallot| Ballot {
        key: own.id.to_string(),
        text: own.text.get(language).to_owned(),
        several: false,
        options: in_words(&own.options, language),
    };
    scene.vote.iter().filter_map(of_checklist).chain(scene.ballots.iter().map(own)).collect()
}

/// Options with their code and their words.
fn in_words(options: &[ChoiceOption], language: Language) -> Vec<(String, String)> {
    options.iter().map(|one| (one.code.to_string(), one.text.get(language).to_owned())).collect()
}

fn ballot(checklist: &Checklist, name: &Name, language: Language) -> Option<Ballot> {
    let options = |options: &[ChoiceOption]| in_words(options, language);
    let several = checklist.item(name.as_str()).is_some_and(|item| matches!(item.kind, ItemKind::Choices(_)));
    let made = |text: &Localized, options| {
        Some(Ballot { key: name.to_string(), text: text.get(language).to_owned(), several, options })
    };
    match checklist.item(name.as_str()) {
        Some(item) if item.kind == ItemKind::YesNo => {
            let answers = [("yes", language.yes()), ("no", language.no())];
            made(&item.question(), answers.map(|(code, text)| (code.to_owned(), text.to_owned())).to_vec())
        }
        Some(item) => made(&item.question(), options(terms::options(item))),
        None if name.as_str() == JUDGEMENT => {
            let judgement = checklist.judgement.as_ref()?;
            made(&judgement.text, options(&judgement.options))
        }
        None => None,
    }
}

/// The case of a session, read from the text that the session keeps.
pub fn case_of(text: &str) -> Option<Case> {
    CaseDefinition::read(text.into(), Layer::Shipped, String::new()).map(|definition| definition.case)
}
