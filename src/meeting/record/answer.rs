//! What was answered to a question of a checklist.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::str::FromStr;

use chrono::NaiveDate;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::from_text::from_text;
use super::id::ParticipantId;
use super::stamp::Stamp;
use crate::checklist::{Discussed, Item, Name, NonAnswers};

/// Which question of which checklist, within repeating groups which time, and of several people whose answer.
///
/// Written `checklist/item`, or `checklist/item@2.1` for the first time within the second time; `~` and a participant
/// follow for the answer of one more person who knows the patient.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct QuestionKey {
    /// The checklist.
    pub checklist: Name,
    /// The item, or for [`super::Review::repeats`] the repeating group.
    pub item: Name,
    /// One number per repeating group around the item, outermost first; never reused within a review.
    pub instance: Box<[u32]>,
    /// Whose answer it is, where several people answered for themselves; the first of them answers without.
    pub by: Option<ParticipantId>,
}

impl QuestionKey {
    /// A question outside repeating groups.
    pub fn new(checklist: &Name, item: &Name) -> Self {
        Self::repeated(checklist, item, &[])
    }

    /// A question within the given times of its repeating groups.
    pub fn repeated(checklist: &Name, item: &Name, instance: &[u32]) -> Self {
        Self { checklist: checklist.clone(), item: item.clone(), instance: instance.into(), by: None }
    }

    /// The same question, answered by one more person.
    pub fn answered_by(&self, by: ParticipantId) -> Self {
        Self { by: Some(by), ..self.clone() }
    }

    /// Whether the other key is of the same question, whoever answers.
    pub fn asks_the_same(&self, other: &Self) -> bool {
        self.checklist == other.checklist && self.item == other.item && self.instance == other.instance
    }
}

impl fmt::Display for QuestionKey {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        // By itself, since every row of a page has it in its name: a pattern costs three times as much.
        for part in [self.checklist.as_str(), "/", self.item.as_str()] {
            formatter.write_str(part)?;
        }
        for (index, number) in self.instance.iter().enumerate() {
            write!(formatter, "{}{number}", if index == 0 { '@' } else { '.' })?;
        }
        self.by.map_or(Ok(()), |by| write!(formatter, "{PERSON}{by}"))
    }
}

impl fmt::Debug for QuestionKey {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, formatter)
    }
}

/// Stands between a question and one more person who answered it.
const PERSON: char = '~';

/// A text that is no question key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoQuestionKey;

impl fmt::Display for NoQuestionKey {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("checklist/item or checklist/item@1 expected, and perhaps ~ with a participant")
    }
}

impl std::error::Error for NoQuestionKey {}

impl FromStr for QuestionKey {
    type Err = NoQuestionKey;

    fn from_str(text: &str) -> Result<Self, NoQuestionKey> {
        let (question, by) = match text.split_once(PERSON) {
            Some((question, by)) => (question, Some(by.parse().map_err(|_| NoQuestionKey)?)),
            None => (text, None),
        };
        let (checklist, rest) = question.split_once('/').ok_or(NoQuestionKey)?;
        let (item, numbers) = match rest.split_once('@') {
            Some((item, numbers)) => (item, Some(numbers)),
            None => (rest, None),
        };
        if checklist.is_empty() || item.is_empty() {
            return Err(NoQuestionKey);
        }
        let instance = match numbers {
            None => Box::default(),
            Some(numbers) => numbers
                .split('.')
                .map(|number| number.parse::<u32>().map_err(|_| NoQuestionKey))
                .collect::<Result<Box<[u32]>, _>>()?,
        };
        let key = Self { checklist: Name::new(checklist), item: Name::new(item), instance, by };
        if key.to_string() == text { Ok(key) } else { Err(NoQuestionKey) }
    }
}

impl Serialize for QuestionKey {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for QuestionKey {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        from_text(deserializer, Self::from_str)
    }
}

/// The answer to one question; an empty answer does not exist.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// Who recorded or last changed it, and when.
    pub recorded: Stamp,
    /// Who gave the answer, where that matters (the one who knows the patient).
    pub answered_by: Option<ParticipantId>,
    /// An explanation in free text.
    pub note: String,
    /// The answer itself; absent while there is only a note.
    pub given: Option<Given>,
    /// Whether the question was left open by it, as its definition says of the option that was chosen.
    pub leaves_open: bool,
    /// How often each option was chosen where everybody was asked; no names.
    pub counts: BTreeMap<Name, u32>,
    /// The day of the meeting that it was given in, of an answer that stands elsewhere and was recorded on another day.
    pub held: Option<NaiveDate>,
    /// What stood before this meeting, where this answer took its place or confirmed it; it has none of its own.
    pub earlier: Option<Box<Answer>>,
    /// Of what it was said, in words, where that was said in an earlier meeting and not again here: the scenario of a plan.
    pub said_of: String,
    /// The choice that gave way to this one, to which the note and the conversation belong until somebody says that they hold for
    /// this one too.
    pub replaces: Option<Box<Given>>,
}

impl Answer {
    /// What stands beside counts once the spread is shown.
    pub const SPREAD_SHOWN: Given = Given::YesNo(true);

    /// An answer that says nothing yet.
    pub fn blank(recorded: Stamp) -> Self {
        Self {
            recorded,
            answered_by: None,
            note: String::new(),
            given: None,
            leaves_open: false,
            counts: BTreeMap::new(),
            held: None,
            earlier: None,
            said_of: String::new(),
            replaces: None,
        }
    }

    /// An answer with a value or an explicit non-answer.
    pub fn given(given: Given, recorded: Stamp) -> Self {
        Self { given: Some(given), ..Self::blank(recorded) }
    }

    /// Whether the spread of a question to everybody is shown: only then does anybody see what the others answered.
    pub fn is_spread_shown(&self) -> bool {
        !self.counts.is_empty() && self.given == Some(Self::SPREAD_SHOWN)
    }

    /// Whether nothing is said, so that the answer should not exist.
    pub fn is_empty(&self) -> bool {
        self.given.is_none() && self.answered_by.is_none() && self.note.is_empty() && self.counts.is_empty()
    }

    /// Whether it leaves a question open: it takes the place of no value, and nobody may read it as one.
    pub fn is_open(&self) -> bool {
        self.leaves_open || matches!(self.given, Some(Given::Not(why)) if why != NonAnswer::NoLonger)
    }

    /// Whether this says again what stood before.
    pub fn is_confirmed(&self) -> bool {
        self.earlier.as_ref().is_some_and(|earlier| earlier.given == self.given && earlier.note == self.note)
    }

    /// The day from which it stands, where it says again what stood before.
    pub fn confirmed_of(&self) -> Option<NaiveDate> {
        self.earlier.as_deref().filter(|_| self.is_confirmed()).map(Self::given_on)
    }

    /// Whether the choice that gave way is that of an earlier meeting, so that whatever was noted in this one is of this choice.
    pub fn replaces_earlier(&self) -> bool {
        let earlier = self.earlier.as_ref().and_then(|earlier| earlier.given.as_ref());
        self.replaces.is_some() && earlier == self.replaces.as_deref()
    }

    /// Whether the note was written beside another choice, and nobody said that it holds for this one.
    pub fn has_note_of_another(&self) -> bool {
        self.replaces.is_some() && !self.replaces_earlier() && !self.note.trim().is_empty()
    }

    /// The day from which the words of a day are counted, in the record of a meeting of `day`: that of the meeting in which they
    /// were written, so that whoever confirms "gisteravond" means the evening of then.
    pub fn counted_from(&self, day: NaiveDate) -> NaiveDate {
        match &self.earlier {
            Some(earlier) if self.is_confirmed() => earlier.given_on(),
            _ => self.held.unwrap_or(day),
        }
    }

    /// The day on which an answer that stands elsewhere was given.
    fn given_on(&self) -> NaiveDate {
        self.held.unwrap_or_else(|| self.recorded.at.date())
    }

    /// The answer of a meeting of `day` as it is referred to from a later one: alone.
    pub fn alone(&self, day: NaiveDate) -> Self {
        let day = self.counted_from(day);
        let held = (day != self.recorded.at.date()).then_some(day);
        Self { held, earlier: None, said_of: String::new(), ..self.clone() }
    }

    /// What stood before this meeting, as it was meant on its own day.
    pub fn stood_before(&self) -> Option<Self> {
        let earlier = Self::clone(self.earlier.as_ref()?);
        Some(Self { held: Some(earlier.given_on()), ..earlier })
    }

    /// Whether the answer, or what was typed as its value, is empty: neither may stand in a record.
    pub fn is_hollow(&self) -> bool {
        let refers_only = self.given.is_none() && (self.earlier.is_some() || !self.said_of.is_empty());
        self.is_empty()
            || refers_only
            || self.given.as_ref().and_then(Given::typed).is_some_and(str::is_empty)
    }
}

/// A value, or an explicit non-answer.
///
/// Numbers and dates are kept as they were typed, so that nothing typed is lost; their meaning is derived
/// ([`crate::meeting::typed`]).
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Given {
    /// Yes or no.
    YesNo(bool),
    /// One option.
    Choice(Name),
    /// Several options.
    Choices(BTreeSet<Name>),
    /// A value on a scale.
    Scale(i64),
    /// A number as typed.
    Number(String),
    /// A day as typed.
    Date(String),
    /// Free text.
    Text(String),
    /// A person.
    Person(Person),
    /// Explicitly no value.
    Not(NonAnswer),
}

impl Given {
    /// The text of a value that is typed, letter by letter.
    pub fn typed(&self) -> Option<&str> {
        match self {
            Self::Text(text)
            | Self::Number(text)
            | Self::Date(text)
            | Self::Person(Person::Outside(text)) => Some(text),
            _ => None,
        }
    }
}

/// A participant, or somebody from outside the meeting.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Person {
    /// Somebody at the table (or absent from it).
    Participant(ParticipantId),
    /// Somebody from outside.
    Outside(String),
}

/// Why there is no value; always chosen on purpose.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum NonAnswer {
    /// "Vandaag niet besproken" (questions to the team).
    NotDiscussedToday,
    /// "Nog onbekend" (PZP).
    Unknown,
    /// "Met patiënt niet besproken" (PZP).
    NotDiscussedWithPatient,
    /// "Patiënt is er nog niet aan toe" (PZP).
    PatientNotReady,
    /// "Niet van toepassing" (PZP).
    NotApplicable,
    /// "Geldt niet meer": what stood before is taken back, and nothing came in its place.
    NoLonger,
}

impl NonAnswer {
    /// Every non-answer.
    pub const ALL: [Self; 6] = [
        Self::NotDiscussedToday,
        Self::Unknown,
        Self::NotDiscussedWithPatient,
        Self::PatientNotReady,
        Self::NotApplicable,
        Self::NoLonger,
    ];

    /// The non-answers that an item offers, in the order in which the screen shows them.
    ///
    /// Beside a limit "niet van toepassing" could be read as "niet", so what needs a conversation does not offer it.
    pub fn offered(item: &Item) -> &'static [Self] {
        match (item.states, item.discussed) {
            (NonAnswers::None, _) => &[],
            (NonAnswers::Team, _) => &[Self::NotDiscussedToday],
            (NonAnswers::Unknown, _) => &[Self::Unknown],
            (NonAnswers::Pzp, Discussed::Needed) => {
                &[Self::Unknown, Self::NotDiscussedWithPatient, Self::PatientNotReady]
            }
            (NonAnswers::Pzp, _) => {
                &[Self::Unknown, Self::NotDiscussedWithPatient, Self::PatientNotReady, Self::NotApplicable]
            }
        }
    }

    /// The name by which records know the non-answer.
    pub const fn name(self) -> &'static str {
        match self {
            Self::NotDiscussedToday => "not-discussed-today",
            Self::Unknown => "unknown",
            Self::NotDiscussedWithPatient => "not-discussed-with-patient",
            Self::PatientNotReady => "patient-not-ready",
            Self::NotApplicable => "not-applicable",
            Self::NoLonger => "no-longer",
        }
    }
}
