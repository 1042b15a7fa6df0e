//! A session with a fictional case: what a group counted and judged, scene by scene. Nothing of it belongs to a patient.

use std::collections::BTreeMap;

use chrono::NaiveDateTime;
use serde::{Deserialize, Serialize};

use super::id::{Id, MeetingId, PatientId};
use super::review::Review;
use super::shared::Shared;
use crate::checklist::{Case, Level, Name};
use crate::text::plain_digits;

/// A session with a case; a record that has one has no patients.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Session {
    /// Name of the case.
    pub case: Name,
    /// Version of the case, as its author counts it.
    pub version: String,
    /// The whole text of the case as it is played, so that a file that changes or goes changes nothing here.
    pub text: String,
    /// Whether the session is kept in the notebook.
    #[serde(default, skip_serializing_if = "crate::meeting::is_default")]
    pub kept: bool,
    /// How many there are of each profession, as typed.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub people: BTreeMap<Level, String>,
    /// Who is there by name, for a list of those present; beside no answer.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub names: String,
    /// Who passes on what got stuck, and to whom.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub passed_on: String,
    /// What was counted and judged, by scene.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub scenes: BTreeMap<Name, Played>,
    /// The checklists that the group walks, by scene. They stand here and not on the agenda, so that nothing that reads the
    /// patients of a meeting can take the fictional one for somebody.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub walked: BTreeMap<Name, Shared<Review>>,
    /// At which of its pages each scene stands that was opened, as a word; so it goes on there after a break.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub reached: BTreeMap<Name, String>,
    /// When it was begun, where it says so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub began: Option<NaiveDateTime>,
    /// When it was begun, or came to another page last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub touched: Option<NaiveDateTime>,
}

/// What a group counted and concluded in one scene.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Played {
    /// The first round of votes.
    #[serde(default, skip_serializing_if = "crate::meeting::is_default")]
    pub first: Round,
    /// The second round, after the talk and what became known.
    #[serde(default, skip_serializing_if = "crate::meeting::is_default")]
    pub second: Round,
    /// What the group concluded, where the scene's checklist asks for no judgement.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub decision: String,
    /// Why the group concluded what it did, where the scene's checklist asks for no judgement.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
    /// A dissenting opinion, and why.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub dissent: String,
    /// Whether votes are counted apart for each profession of which there are enough people.
    #[serde(default, skip_serializing_if = "crate::meeting::is_default")]
    pub apart: bool,
    /// Whether sources and criteria were asked for before a second round had taken place.
    #[serde(default, skip_serializing_if = "crate::meeting::is_default")]
    pub criteria: bool,
    /// Whether the scene was played to its end.
    #[serde(default, skip_serializing_if = "crate::meeting::is_default")]
    pub ended: bool,
}

/// One round of votes: counts, and nobody's name.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Round {
    /// How many chose an option, as typed, by question and option; under the question alone, where the keyboard went round, how
    /// many voted on it.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub counts: BTreeMap<String, String>,
    /// Whether the keyboard is passed round, so that nothing of the votes is told before all were cast.
    #[serde(default, skip_serializing_if = "crate::meeting::is_default")]
    pub masked: bool,
    /// Whether everybody voted while the keyboard went round: from then on what was voted is kept, and still not told.
    #[serde(default, skip_serializing_if = "crate::meeting::is_default")]
    pub complete: bool,
    /// Whether the spread was asked for, or kept untold: from then on it counts, also when it is hidden again.
    #[serde(default, skip_serializing_if = "crate::meeting::is_default")]
    pub shown: bool,
    /// Whether a spread that counts is out of sight.
    #[serde(default, skip_serializing_if = "crate::meeting::is_default")]
    pub covered: bool,
}

/// A text of a session.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum SessionText {
    /// How many there are of a profession.
    People(Level),
    /// Who is there by name.
    Names,
    /// Who passes on what got stuck, and to whom.
    PassedOn,
    /// How many chose an option in the first or (true) second round of a scene.
    Count(Name, bool, String),
    /// What a group concluded.
    Decision(Name),
    /// Why a group judged as it did.
    Reason(Name),
    /// A dissenting opinion.
    Dissent(Name),
}

impl Session {
    /// A session with a case that begins.
    pub const fn new(case: Name, version: String, text: String, kept: bool) -> Self {
        Self {
            case,
            version,
            text,
            kept,
            people: BTreeMap::new(),
            names: String::new(),
            passed_on: String::new(),
            scenes: BTreeMap::new(),
            walked: BTreeMap::new(),
            reached: BTreeMap::new(),
            began: None,
            touched: None,
        }
    }

    /// Makes room for the checklist of each scene of its case; `meeting` is the one that the session is.
    pub fn with_room_for(&mut self, case: &Case, meeting: MeetingId) {
        // Nobody else has these: an identity of a meeting is random.
        let patients = (1_u128..).map(|number| PatientId(Id::from_bits(meeting.0.bits() ^ number)));
        let scenes = case.scenes.iter().filter(|scene| scene.checklist.is_some());
        self.walked.extend(
            scenes.zip(patients).map(|(scene, patient)| (scene.id.clone(), Review::new(patient).into())),
        );
    }

    /// The scene in which a checklist is walked for a fictional patient.
    pub fn scene_of(&self, patient: PatientId) -> Option<&Name> {
        self.walked.iter().find(|(_, review)| review.patient == patient).map(|(scene, _)| scene)
    }

    /// How many people are there, as far as their numbers can be read.
    pub fn present(&self) -> u32 {
        self.people.values().filter_map(|typed| count(typed)).fold(0, u32::saturating_add)
    }

    /// How many people of a profession are there, as far as that can be read.
    pub fn people_of(&self, of: Level) -> u32 {
        self.people.get(&of).and_then(|typed| count(typed)).unwrap_or(0)
    }

    /// Whether something was recorded in a scene.
    pub fn has_begun(&self, scene: &Name) -> bool {
        let walked = self.walked.get(scene);
        self.scenes.contains_key(scene) || walked.is_some_and(|review| is_used(review))
    }

    /// Whether nothing was recorded yet at all.
    pub fn is_blank(&self) -> bool {
        let is_walked = self.walked.values().any(|review| is_used(review));
        let is_told = !self.names.is_empty() || !self.passed_on.is_empty();
        self.people.is_empty() && self.scenes.is_empty() && !is_told && !is_walked
    }

    /// Whether there are votes that may stand nowhere yet.
    pub fn hides_votes(&self) -> bool {
        let mut rounds = self.scenes.values().flat_map(Played::rounds);
        rounds.any(|round| round.goes_round() && !round.counts.is_empty())
    }

    /// The session as it may be written: rounds that go on in secret have no votes yet.
    #[must_use]
    pub fn without_hidden_votes(&self) -> Self {
        let mut told = self.clone();
        let rounds = told.scenes.values_mut().flat_map(|played| [&mut played.first, &mut played.second]);
        rounds.filter(|round| round.goes_round()).for_each(|round| round.counts.clear());
        told
    }

    /// What was played of a scene.
    pub fn played(&self, scene: &Name) -> Option<&Played> {
        self.scenes.get(scene)
    }

    /// A text; empty where nothing was typed yet.
    pub fn text(&self, which: &SessionText) -> &str {
        let of = |scene: &Name, text: fn(&Played) -> &String| self.scenes.get(scene).map(text);
        match which {
            SessionText::People(of) => self.people.get(of),
            SessionText::Names => Some(&self.names),
            SessionText::PassedOn => Some(&self.passed_on),
            SessionText::Count(scene, second, option) => {
                self.scenes.get(scene).and_then(|played| played.round(*second).counts.get(option))
            }
            SessionText::Decision(scene) => of(scene, |played| &played.decision),
            SessionText::Reason(scene) => of(scene, |played| &played.reason),
            SessionText::Dissent(scene) => of(scene, |played| &played.dissent),
        }
        .map_or("", String::as_str)
    }

    /// Puts a text; what says nothing ceases to exist.
    pub fn put(&mut self, which: &SessionText, text: String) {
        let scene = match which {
            SessionText::People(of) => {
                keep(&mut self.people, *of, text);
                return;
            }
            SessionText::Names => {
                self.names = text;
                return;
            }
            SessionText::PassedOn => {
                self.passed_on = text;
                return;
            }
            SessionText::Count(scene, ..)
            | SessionText::Decision(scene)
            | SessionText::Reason(scene)
            | SessionText::Dissent(scene) => scene,
        };
        let mut played = self.scenes.remove(scene).unwrap_or_default();
        match which {
            SessionText::Count(_, second, option) => {
                keep(&mut played.round_mut(*second).counts, option.clone(), text);
            }
            SessionText::Decision(_) => played.decision = text,
            SessionText::Reason(_) => played.reason = text,
            SessionText::Dissent(_) => played.dissent = text,
            SessionText::People(_) | SessionText::Names | SessionText::PassedOn => {}
        }
        if played != Played::default() {
            self.scenes.insert(scene.clone(), played);
        }
    }
}

impl Played {
    /// Both rounds, in their order.
    pub const fn rounds(&self) -> [&Round; 2] {
        [&self.first, &self.second]
    }

    /// Whether anything was counted in a round.
    pub fn is_counted(&self) -> bool {
        self.rounds().into_iter().any(|round| !round.counts.is_empty())
    }

    /// Whether something was voted in a round of which nothing may be told yet.
    pub fn is_untold(&self) -> bool {
        self.rounds().into_iter().any(Round::is_untold)
    }

    /// Has what was voted untold count, or be as if nobody had voted.
    pub fn settle(&mut self, keep: bool) {
        for round in [&mut self.first, &mut self.second].into_iter().filter(|round| round.is_untold()) {
            if keep {
                round.count_for_good(false);
            } else {
                round.counts.clear();
                round.complete = false;
            }
        }
    }

    /// The first or second round.
    pub const fn round(&self, second: bool) -> &Round {
        if second { &self.second } else { &self.first }
    }

    /// The first or second round, to be changed.
    pub const fn round_mut(&mut self, second: bool) -> &mut Round {
        if second { &mut self.second } else { &mut self.first }
    }
}

impl Round {
    /// How many chose an option.
    pub fn count(&self, question: &str, option: &str) -> u32 {
        self.counted(|(of, chosen, _)| (of, chosen) == (question, option))
    }

    /// How many of a profession that is counted apart chose an option; without one, of all others.
    pub fn count_of(&self, question: &str, option: &str, of: Option<Level>) -> u32 {
        self.counted(|known| known == (question, option, of))
    }

    /// How many votes of a profession that is counted apart there are on a question; without one, of all others.
    pub fn votes_of(&self, question: &str, of: Option<Level>) -> u32 {
        self.counted(|(known, _, who)| (known, who) == (question, of))
    }

    /// How many votes there are on a question.
    pub fn votes(&self, question: &str) -> u32 {
        self.counted(|(of, ..)| of == question)
    }

    /// How many votes there are under the names that are meant.
    fn counted(&self, is_meant: impl Fn((&str, &str, Option<Level>)) -> bool) -> u32 {
        let counts = self.counts.iter().filter(|(key, _)| part(key).is_some_and(&is_meant));
        counts.filter_map(|(_, typed)| count(typed)).fold(0, u32::saturating_add)
    }

    /// What was typed for the votes on a question.
    pub fn typed(&self, question: &str) -> impl Iterator<Item = &String> {
        let of_it = move |key: &str| part(key).is_some_and(|(of, ..)| of == question);
        self.counts.iter().filter(move |(key, _)| of_it(key)).map(|(_, typed)| typed)
    }

    /// How many people voted on a question while the keyboard went round; of hands that were counted nobody knows.
    pub fn voters(&self, question: &str) -> Option<u32> {
        self.counts.get(question).and_then(|typed| count(typed))
    }

    /// What was typed as the number of votes for an option and is none; of a profession that is counted apart, or of all.
    pub fn unread(&self, question: &str, option: &str, of: Option<Level>) -> Vec<&str> {
        let all = [None].into_iter().chain(Level::ALL.map(Some));
        let wanted = all.filter(|known| of.is_none() || *known == of);
        let typed = wanted.filter_map(|of| self.counts.get(&key(question, option, of)));
        typed.map(|typed| typed.trim()).filter(|typed| !typed.is_empty() && count(typed).is_none()).collect()
    }

    /// Whether nothing of the votes may be told: the keyboard goes round, and nobody asked for the spread.
    pub const fn is_hidden(&self) -> bool {
        self.masked && !self.shown
    }

    /// Whether the spread stands on the screen.
    pub const fn is_in_sight(&self) -> bool {
        self.shown && !self.covered
    }

    /// Whether something was voted of which nothing may be told yet.
    pub fn is_untold(&self) -> bool {
        self.is_hidden() && !self.counts.is_empty()
    }

    /// Has what was voted count, whether or not it is in sight.
    pub fn count_for_good(&mut self, in_sight: bool) {
        (self.shown, self.covered) = (true, !in_sight);
        self.complete |= self.masked;
    }

    /// Nobody voted yet, whatever was shown before: what is voted from now on is told of when it is complete, or shown.
    pub const fn begin_anew(&mut self) {
        (self.complete, self.shown, self.covered) = (false, false, false);
    }

    /// Whether people are voting at this moment while the keyboard goes round.
    pub const fn goes_round(&self) -> bool {
        self.is_hidden() && !self.complete
    }
}

/// The name under which an option of a question is counted, for a profession that is counted apart or for all others.
pub fn key(question: &str, option: &str, of: Option<Level>) -> String {
    let of = of.map(|of| format!("/{}", of.word()));
    format!("{question}/{option}{}", of.unwrap_or_default())
}

/// The profession that is counted apart under the name of a count.
pub fn group_of(key: &str) -> Option<Level> {
    part(key).and_then(|(.., of)| of)
}

/// The question, the option and the profession in the name of a count.
fn part(key: &str) -> Option<(&str, &str, Option<Level>)> {
    let (question, rest) = key.split_once('/')?;
    let (option, of) = rest.split_once('/').map_or((rest, None), |(option, of)| (option, Level::named(of)));
    Some((question, option, of))
}

/// A number of people as typed; nothing where it is none.
pub fn count(typed: &str) -> Option<u32> {
    plain_digits(typed).trim().parse().ok()
}

fn is_used(review: &Review) -> bool {
    !review.answers.is_empty() || !review.judgements.is_empty() || !review.agreements.is_empty()
}

fn keep<K: Ord>(texts: &mut BTreeMap<K, String>, key: K, text: String) {
    if text.is_empty() {
        texts.remove(&key);
    } else {
        texts.insert(key, text);
    }
}
