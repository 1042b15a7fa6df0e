//! Looking for words in what was recorded: a meeting and words in, the places where they occur out.

use std::collections::HashMap;
use std::sync::Arc;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::terms;
use crate::checklist::{About, Checklist, Definition, Name};
use crate::meeting::record::answer::QuestionKey;
use crate::meeting::record::id::{AgreementId, MeetingId, PatientId};
use crate::meeting::record::meeting::{Meeting, MeetingKind};
use crate::meeting::record::review::Review;
use crate::text;
use crate::text::same::{self, plain};
use crate::words::Language;

/// The most columns of the text around what was found.
const AROUND: usize = 100;

/// How many words stand before what was found.
const BEFORE: usize = 5;

/// Words that must all occur in one text, whatever their accents and capitals.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wanted(Vec<String>);

impl Wanted {
    /// The words of what was typed; `None` where there is none.
    pub fn new(typed: &str) -> Option<Self> {
        // Brackets and points are heard by nobody: "Fictief B (1952)" is looked for as "Fictief B. 1952" is.
        let signs = ['(', ')', '[', ']', '"', ',', '.', ';'];
        let bare = |word: &str| match word.trim_matches(signs) {
            "" => word.to_owned(),
            bare => bare.to_owned(),
        };
        let words: Vec<String> = plain(typed).split_whitespace().map(bare).collect();
        (!words.is_empty()).then_some(Self(words))
    }

    /// Whether all of the words occur.
    pub fn fits(&self, source: &str) -> bool {
        self.around(source).is_some()
    }

    /// The text around the first of the words, on one line; `None` where not all of them occur.
    fn around(&self, source: &str) -> Option<String> {
        if source.is_empty() {
            return None;
        }
        let searched = same::searched(source);
        if !self.0.iter().all(|word| same::has_word(&searched, word)) {
            return None;
        }
        let parts: Vec<&str> = source.split_whitespace().collect();
        let occurs = |text: &str| {
            let searched = same::searched(text);
            self.0.iter().any(|word| same::has_word(&searched, word))
        };
        let alone = parts.iter().position(|part| occurs(part));
        // "J. P." are two.
        let first = alone.or_else(|| parts.windows(2).position(|pair| occurs(&pair.join(" "))));
        let from = first.unwrap_or(0).saturating_sub(BEFORE);
        let shown = parts.get(from..).unwrap_or_default().join(" ");
        let begins = if from > 0 { "... " } else { "" };
        Some(format!("{begins}{}", text::truncate(&shown, AROUND, "...")))
    }
}

/// A place where words were found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hit {
    /// The meeting.
    pub meeting: MeetingId,
    /// Its day.
    pub date: NaiveDate,
    /// What was typed for the day, where that is still a question.
    pub date_typed: String,
    /// Its kind: the case of a session is nobody's patient.
    pub kind: MeetingKind,
    /// Its group.
    pub group: String,
    /// Whose discussion it is, where it is one.
    pub patient: Option<PatientId>,
    /// The label of that patient.
    pub label: String,
    /// The year of birth, as typed.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub born: String,
    /// Where in it.
    pub place: HitPlace,
    /// What the place is called where a definition names it: the question, or the checklist.
    pub name: String,
    /// Whether a group answered it for itself, and not about the patient.
    pub of_team: bool,
    /// The text around the words.
    pub text: String,
}

/// Where words were found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum HitPlace {
    /// The name of the group.
    Group,
    /// What the group noted of bottlenecks.
    Bottlenecks,
    /// What the group noted of learning needs.
    LearningNeeds,
    /// The label of a patient.
    Label,
    /// The question of who brings the case.
    Question,
    /// The person's own words.
    OwnWords,
    /// The running notes.
    Notes,
    /// An answer, or the explanation beside it.
    Answer(QuestionKey),
    /// Why something was judged, a dissenting argument, or why a judgement was withdrawn.
    Judgement(Name),
    /// An agreement.
    Agreement(AgreementId),
}

/// Definitions by the hash of their text, as far as they can be read; `None` for one that cannot.
pub type Definitions = HashMap<String, Option<Arc<Definition>>>;

/// The places of a meeting in which the words occur, in the order in which they stand there.
///
/// Answers are looked through as they read in `language`; `definitions` are those that the meeting pins.
///
/// Nothing of a session with a case: what is said there is about nobody.
pub fn hits(wanted: &Wanted, meeting: &Meeting, definitions: &Definitions, language: Language) -> Vec<Hit> {
    if meeting.session.is_some() {
        return Vec::new();
    }
    let checklist = |name: &Name| -> Option<&Checklist> {
        let pinned = meeting.definitions.iter().find(|pinned| pinned.id == *name)?;
        definitions.get(&pinned.hash)?.as_ref().map(|known| &known.checklist)
    };
    let mut found = Found { meeting, hits: Vec::new() };
    for (place, source) in [
        (HitPlace::Group, &meeting.details.group),
        (HitPlace::Bottlenecks, &meeting.bottlenecks),
        (HitPlace::LearningNeeds, &meeting.learning_needs),
    ] {
        found.look(wanted, None, place, String::new(), false, source);
    }
    for review in &meeting.reviews {
        let review: &Review = review;
        let who = Some(review);
        for (place, source) in [
            (HitPlace::Label, &terms::looked_for(&review.label, &review.born)),
            (HitPlace::Question, &review.question),
            (HitPlace::OwnWords, &review.own_words),
            (HitPlace::Notes, &review.notes),
        ] {
            found.look(wanted, who, place, String::new(), false, source);
        }
        for (key, answer) in review.answers.iter() {
            let known = checklist(&key.checklist);
            let item = known.and_then(|known| known.item(key.item.as_str()));
            let value = match item {
                Some(item) => terms::answer(language, meeting, item, answer),
                None => terms::given(language, meeting, answer),
            };
            let source = beside(&[&value, &answer.note]);
            let about_other = || {
                let steps = known.map(Checklist::steps).unwrap_or_default();
                steps.iter().any(|step| *step.part.id() == key.item && step.about() != About::Patient)
            };
            let name = item.map(|item| item.called().get(language).to_owned());
            let place = HitPlace::Answer(key.clone());
            let name = name.unwrap_or_else(|| key.item.to_string());
            if found.look(wanted, who, place, name, false, &source) {
                let of_team = about_other();
                found.hits.last_mut().into_iter().for_each(|hit| hit.of_team = of_team);
            }
        }
        for (name, judgement) in &review.judgements {
            let title = checklist(name)
                .map_or_else(|| name.to_string(), |known| known.title.get(language).to_owned());
            for (part, source) in [
                (language.judgement_reason(), &judgement.reason),
                (language.judgement_dissent(), &judgement.dissent),
                (language.judgement_withdrawn_reason(), &judgement.withdrawn_reason),
            ] {
                let place = HitPlace::Judgement(name.clone());
                let called = format!("{title}: {}", part.to_lowercase());
                found.look(wanted, who, place, called, false, source);
            }
        }
        for agreement in &review.agreements {
            let owner = terms::owner(language, meeting, agreement);
            let source = beside(&[&agreement.what, &owner, &agreement.outcome]);
            found.look(wanted, who, HitPlace::Agreement(agreement.id), String::new(), false, &source);
        }
    }
    found.hits
}

/// What was recorded beside each other as one text to look in, in which nobody reads two values as one sentence.
fn beside(parts: &[&str]) -> String {
    let parts = parts.iter().map(|part| part.trim()).filter(|part| !part.is_empty());
    parts.collect::<Vec<_>>().join("; ")
}

/// The discussions of people who are called by the words, and stand in the meeting under another label: `called` has the label that
/// fits of each identity of such a person.
pub fn called_otherwise(wanted: &Wanted, meeting: &Meeting, called: &HashMap<PatientId, String>) -> Vec<Hit> {
    let mut found = Found { meeting, hits: Vec::new() };
    if called.is_empty() || meeting.session.is_some() {
        return found.hits;
    }
    for review in &meeting.reviews {
        let review: &Review = review;
        if let Some(label) = called
            .get(&review.patient)
            .filter(|_| !wanted.fits(&terms::looked_for(&review.label, &review.born)))
        {
            found.look(wanted, Some(review), HitPlace::Label, String::new(), false, label);
        }
    }
    found.hits
}

struct Found<'m> {
    meeting: &'m Meeting,
    hits: Vec<Hit>,
}

impl Found<'_> {
    /// Adds a hit where the words occur; false where they do not.
    fn look(
        &mut self,
        wanted: &Wanted,
        review: Option<&Review>,
        place: HitPlace,
        name: String,
        of_team: bool,
        source: &str,
    ) -> bool {
        let Some(text) = wanted.around(source) else { return false };
        let details = &self.meeting.details;
        self.hits.push(Hit {
            meeting: self.meeting.id,
            date: details.date,
            date_typed: details.date_typed.trim().to_owned(),
            kind: details.kind,
            group: details.group.trim().to_owned(),
            patient: review.map(|review| review.patient),
            label: review.map(|review| review.label.trim().to_owned()).unwrap_or_default(),
            born: review.map(|review| review.born.trim().to_owned()).unwrap_or_default(),
            place,
            name,
            of_team,
            text,
        });
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::meeting::{Agreement, Answer, Given, Id, Judgement, Stamp};

    fn stamp(day: NaiveDate) -> Stamp {
        Stamp { by: None, at: day.and_hms_opt(14, 0, 0).unwrap() }
    }

    fn meeting() -> Meeting {
        let day = NaiveDate::from_ymd_opt(2026, 11, 25).unwrap();
        let mut meeting = Meeting::new(MeetingId(Id::from_bits(1)), MeetingKind::Patz, day);
        meeting.details.group = "PaTz Noord".to_owned();
        meeting.bottlenecks = "Nachtzorg is niet te krijgen.".to_owned();
        let mut review = Review::new(PatientId(Id::from_bits(7)));
        review.label = "Fictief J.".to_owned();
        review.born = "1941".to_owned();
        review.own_words = "Zo lang mogelijk in mijn eigen huis, met de hond.".to_owned();
        review.notes =
            "Een twee drie vier vijf zes zeven acht: de dochter raakt uitgeput, ook 's nachts.".to_owned();
        let key = |item: &str| QuestionKey::new(&"kort".into(), &item.into());
        review.answers.insert(key("kleur"), Answer::given(Given::Choice("rood".into()), stamp(day)));
        let mut noted = Answer::given(Given::YesNo(true), stamp(day));
        noted.note = "Belt elke nácht".to_owned();
        review.answers.insert(key("anders"), noted);
        let judgement = Judgement { reason: "Gaat snel achteruit".to_owned(), ..Judgement::default() };
        review.judgements.insert("markering".into(), judgement);
        let mut agreement = Agreement::new(AgreementId(Id::from_bits(9)), stamp(day));
        agreement.what = "Nachtzorg aanvragen".to_owned();
        review.agreements.push(agreement);
        meeting.reviews.push(review.into());
        meeting
    }

    fn found(typed: &str) -> Vec<(HitPlace, String)> {
        let wanted = Wanted::new(typed).unwrap();
        let hits = hits(&wanted, &meeting(), &Definitions::new(), Language::Dutch);
        hits.into_iter().map(|hit| (hit.place, hit.text)).collect()
    }

    #[test]
    fn words_are_found_wherever_something_was_recorded() {
        let places = |typed: &str| -> Vec<HitPlace> { found(typed).into_iter().map(|one| one.0).collect() };
        let answer = |item: &str| HitPlace::Answer(QuestionKey::new(&"kort".into(), &item.into()));
        let agreement = HitPlace::Agreement(AgreementId(Id::from_bits(9)));
        assert_eq!(places("NACHT"), [HitPlace::Bottlenecks, HitPlace::Notes, answer("anders"), agreement]);
        assert_eq!(places("fictief"), [HitPlace::Label]);
        for typed in ["Fictief J (1941)", "Fictief J. 1941", "\"Fictief J.\" 1941", "(1941) J.", "fictief, j"]
        {
            assert_eq!(places(typed), [HitPlace::Label], "{typed}");
        }
        assert_eq!(places("Fictief J (1942)"), []);
        assert_eq!(places("patz noord"), [HitPlace::Group]);
        assert_eq!(places("eigen hond"), [HitPlace::OwnWords], "in any order");
        assert_eq!(places("rood"), [answer("kleur")]);
        assert_eq!(places("achteruit"), [HitPlace::Judgement("markering".into())]);
        assert_eq!(places("hond achteruit"), [], "not in one text");
    }

    #[test]
    fn somebody_who_is_called_otherwise_now_is_found_by_that_name_too() {
        let called = |label: &str| HashMap::from([(meeting().reviews[0].patient, label.to_owned())]);
        let found = |typed: &str, label: &str| {
            let hits = called_otherwise(&Wanted::new(typed).unwrap(), &meeting(), &called(label));
            hits.into_iter().map(|hit| (hit.place, hit.label, hit.text)).collect::<Vec<_>>()
        };
        let hit = (HitPlace::Label, "Fictief J.".to_owned(), "Mw. Z.".to_owned());
        assert_eq!(found("mw. z", "Mw. Z."), [hit]);
        assert_eq!(found("fictief", "Fictief Z."), [], "found by what is written there already");
    }

    #[test]
    fn the_text_around_is_on_one_line_and_short() {
        assert_eq!(
            found("dochter"),
            [(
                HitPlace::Notes,
                "... vijf zes zeven acht: de dochter raakt uitgeput, ook 's nachts.".to_owned()
            )]
        );
        assert_eq!(Wanted::new(" \u{a0}"), None);
    }

    #[test]
    fn an_option_is_found_by_its_words_and_its_question_named() {
        let library = crate::checklist::Library::new(crate::checklist::shipped());
        let known = library.checklists().find(|one| one.checklist.id.as_str() == "kort").unwrap().clone();
        let mut meeting = meeting();
        meeting.definitions.push(crate::meeting::Pinned::of(&known));
        let definitions = Definitions::from([(known.hash.to_string(), Some(known.clone()))]);
        let wanted = Wanted::new("geen kleur").unwrap();
        assert!(hits(&wanted, &meeting, &definitions, Language::Dutch).is_empty());
        let key = QuestionKey::new(&"kort".into(), &"kleur".into());
        meeting.reviews[0].answers.get_mut(&key).unwrap().given = Some(Given::Choice("geen".into()));
        let hits = hits(&wanted, &meeting, &definitions, Language::Dutch);
        assert_eq!((hits[0].text.as_str(), hits[0].name.as_str()), ("Geen kleur", "Kleur"));
        assert_eq!(hits[0].label, "Fictief J.");
        meeting.reviews[0].answers.get_mut(&key).unwrap().note = " Volgens haar dochter.".to_owned();
        let hits = super::hits(&wanted, &meeting, &definitions, Language::Dutch);
        assert_eq!(hits[0].text, "Geen kleur; Volgens haar dochter.");
    }
}
