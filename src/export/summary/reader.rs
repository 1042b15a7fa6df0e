//! For whom a summary is made, and why there may be none for that reader.

use serde::{Deserialize, Serialize};

use crate::checklist::Audience;
use crate::text;
use crate::words::Language;

/// For whom a summary is made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reader {
    /// The record of the patient, and whoever treats the patient from it.
    Dossier,
    /// The out-of-hours GP service, which meets the patient in a hurry.
    Hap,
    /// The social domain and volunteers.
    Social,
    /// The patient and relatives.
    Patient,
}

impl Reader {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 4] = [Self::Dossier, Self::Hap, Self::Social, Self::Patient];

    /// The name by which the reader is asked for.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Dossier => "dossier",
            Self::Hap => "hap",
            Self::Social => "social",
            Self::Patient => "patient",
        }
    }

    /// What the reader is called in English, where the name is Dutch: who reads that the paper is for the record asks for that.
    pub const fn english_name(self) -> Option<&'static str> {
        match self {
            Self::Dossier => Some("record"),
            Self::Hap => Some("out-of-hours"),
            Self::Social | Self::Patient => None,
        }
    }

    /// The name in a language: what is asked for in English makes a file with an English name.
    pub fn name_in(self, language: Language) -> &'static str {
        match language {
            Language::Dutch => self.name(),
            Language::English => self.english_name().unwrap_or(self.name()),
        }
    }

    /// The reader who is asked for by a name in either language.
    pub fn named(asked: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|known| known.name() == asked || known.english_name() == Some(asked))
    }

    /// Whether the reader treats the patient.
    pub(super) const fn treats(self) -> bool {
        matches!(self, Self::Dossier | Self::Hap)
    }

    /// Whether the reader may have an answer that is marked for these readers; without a mark nobody is excluded here.
    pub(super) fn may_read(self, audience: &[Audience]) -> bool {
        if audience.contains(&Audience::Team) {
            return false;
        }
        match self {
            _ if audience.is_empty() => true,
            Self::Dossier => true,
            Self::Hap => false,
            Self::Social => audience.contains(&Audience::SocialDomain),
            Self::Patient => audience.contains(&Audience::Patient),
        }
    }
}

/// Why there is no summary for this reader.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// Nobody noted that the patient agrees to sharing with this reader.
    NotAsked,
    /// The patient does not agree.
    NoConsent,
    /// A meeting cannot be read, in which the patient may have taken consent back.
    Unread,
    /// The marking was asked for, and nobody noted that it was discussed with the patient.
    NotTalked,
    /// What was agreed of resuscitation was asked for, and nothing of it can be told.
    NoResuscitation,
    /// The patient has died; there is a paper for who treats people, and no other.
    Deceased,
}

impl Reader {
    /// Whether the reader is no professional, so that somebody reads the paper before it is given.
    pub const fn is_read_through(self) -> bool {
        matches!(self, Self::Social | Self::Patient)
    }

    /// The reader, spoken of.
    pub fn whom(self, language: Language) -> &'static str {
        match self {
            Self::Dossier => language.summary_for_dossier(),
            Self::Hap => language.summary_for_hap(),
            Self::Social => language.summary_for_social(),
            Self::Patient => language.summary_for_relatives(),
        }
    }
}

impl Refusal {
    /// Why there is no summary for this reader, and what would have to be noted.
    pub fn told(self, reader: Reader, language: Language) -> String {
        let whom = reader.whom(language);
        let question = match reader {
            Reader::Patient => (language.summary_page_relatives(), language.summary_question_relatives()),
            _ => (language.summary_page_social(), language.summary_question_social()),
        };
        let told = match self {
            Self::NotAsked => language.summary_not_asked(whom, question),
            Self::NoConsent => language.summary_no_consent(whom),
            Self::Unread => language.summary_refused_unread().to_owned(),
            Self::NotTalked => language.summary_not_talked().to_owned(),
            Self::NoResuscitation => language.summary_no_resuscitation().to_owned(),
            Self::Deceased => language.summary_refused_deceased().to_owned(),
        };
        text::visible_text(&told).into_owned()
    }
}
