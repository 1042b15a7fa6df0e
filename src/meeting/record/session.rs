//! A session with a fictional case: what a group counted and judged, scene by scene. Nothing of it belongs to a patient.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::checklist::{Level, Name};

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
    /// What was counted and judged, by scene.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub scenes: BTreeMap<Name, Played>,
}

/// What a group counted and judged in one scene.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Played {
    /// The first round of votes.
    #[serde(default, skip_serializing_if = "crate::meeting::is_default")]
    pub first: Round,
    /// The second round, after the talk and what became known.
    #[serde(default, skip_serializing_if = "crate::meeting::is_default")]
    pub second: Round,
    /// The judgement of the group: the code of an option.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub choice: Option<Name>,
    /// Why.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub reason: String,
    /// A dissenting opinion, and why.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub dissent: String,
    /// Whether the scene was played to its end.
    #[serde(default, skip_serializing_if = "crate::meeting::is_default")]
    pub ended: bool,
}

/// One round of votes: counts, and nobody's name.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Round {
    /// How many chose an option, as typed, by question and option.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub counts: BTreeMap<String, String>,
    /// Whether the keyboard is passed round, so that nothing of the votes is told before all were cast.
    #[serde(default, skip_serializing_if = "crate::meeting::is_default")]
    pub masked: bool,
    /// Whether the spread was asked for.
    #[serde(default, skip_serializing_if = "crate::meeting::is_default")]
    pub shown: bool,
}

/// A text of a session.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum SessionText {
    /// How many there are of a profession.
    People(Level),
    /// How many chose an option in the first or (true) second round of a scene.
    Count(Name, bool, String),
    /// Why a group judged as it did.
    Reason(Name),
    /// A dissenting opinion.
    Dissent(Name),
}

impl Session {
    /// A session with a case that begins.
    pub const fn new(case: Name, version: String, text: String, kept: bool) -> Self {
        Self { case, version, text, kept, people: BTreeMap::new(), scenes: BTreeMap::new() }
    }

    /// How many people are there, as far as their numbers can be read.
    pub fn present(&self) -> u32 {
        self.people.values().filter_map(|typed| whole(typed)).fold(0, u32::saturating_add)
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
            SessionText::Count(scene, second, option) => {
                self.scenes.get(scene).and_then(|played| played.round(*second).counts.get(option))
            }
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
            SessionText::Count(scene, ..) | SessionText::Reason(scene) | SessionText::Dissent(scene) => scene,
        };
        let mut played = self.scenes.remove(scene).unwrap_or_default();
        match which {
            SessionText::Count(_, second, option) => {
                keep(&mut played.round_mut(*second).counts, option.clone(), text);
            }
            SessionText::Reason(_) => played.reason = text,
            SessionText::Dissent(_) => played.dissent = text,
            SessionText::People(_) => {}
        }
        if played != Played::default() {
            self.scenes.insert(scene.clone(), played);
        }
    }
}

impl Played {
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
        self.counts.get(&key(question, option)).and_then(|typed| whole(typed)).unwrap_or(0)
    }

    /// How many votes there are on a question.
    pub fn votes(&self, question: &str) -> u32 {
        let of = |key: &&String| key.split_once('/').is_some_and(|(of, _)| of == question);
        let counts = self.counts.iter().filter(|(key, _)| of(key));
        counts.filter_map(|(_, typed)| whole(typed)).fold(0, u32::saturating_add)
    }

    /// Whether nothing of the votes may be told: the keyboard goes round, and nobody asked for the spread.
    pub const fn is_hidden(&self) -> bool {
        self.masked && !self.shown
    }
}

/// The name under which an option of a question is counted.
pub fn key(question: &str, option: &str) -> String {
    format!("{question}/{option}")
}

/// A number of people as typed.
fn whole(typed: &str) -> Option<u32> {
    typed.trim().parse().ok()
}

fn keep<K: Ord>(texts: &mut BTreeMap<K, String>, key: K, text: String) {
    if text.is_empty() {
        texts.remove(&key);
    } else {
        texts.insert(key, text);
    }
}
