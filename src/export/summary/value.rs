//! What one answer or judgement says to a reader; nothing where it says nothing to that reader.

use chrono::{NaiveDate, TimeDelta};

use super::fields::{Cell, is_limit};
use super::known::{Found, Known};
use super::reader::Reader;
use crate::checklist::{Discussed, Item, ItemKind, Name};
use crate::export::judgement::{Judged, one_line};
use crate::export::phrases::capital;
use crate::meeting::{
    Answer, Conversation, Given, Meeting, NonAnswer, QuestionKey, discussed, state, terms, typed,
};
use crate::text;
use crate::words::Language;

/// The most columns of what a reader gets one line of.
const SHORT: usize = 150;

/// What an answer says, with what makes it reliable apart.
pub(super) struct Said {
    pub label: String,
    pub value: String,
    /// In which conversation it was discussed, or that this is not noted; empty where that is no matter.
    pub reliability: String,
    /// With what the value ends that says of which earlier day it is; empty where it is of the last discussion.
    pub noted: String,
}

impl Said {
    /// All of it in one text.
    pub fn whole(&self) -> String {
        match (self.value.is_empty(), self.reliability.is_empty()) {
            (_, true) => self.value.clone(),
            (true, false) => self.reliability.clone(),
            // What stands within brackets stands in one pair of them.
            (false, false) => match self.value.strip_suffix(&self.noted).filter(|_| !self.noted.is_empty()) {
                Some(value) => {
                    let noted = self.noted.trim_start_matches(" (").trim_end_matches(')');
                    format!("{value} ({noted}; {})", self.reliability)
                }
                None => format!("{} ({})", self.value, self.reliability),
            },
        }
    }
}

impl Known<'_> {
    /// What an answer says to a reader who treats the patient, or who helps.
    pub(super) fn said(&self, found: &Found<'_>, cell: Cell) -> Option<Said> {
        let language = self.language;
        let label = found.item.called().get(language).to_owned();
        // A double negative is read wrong without its question.
        let label = if found.item.id.as_str().ends_with("surprise-question") {
            found.item.question().get(language).to_owned()
        } else {
            label
        };
        if let Some(Given::Not(reason)) = &found.stood.value.given {
            let told = match reason {
                NonAnswer::Unknown | NonAnswer::NotDiscussedWithPatient | NonAnswer::PatientNotReady => {
                    self.reader.treats()
                }
                NonAnswer::NotApplicable => self.reader == Reader::Dossier,
                NonAnswer::NotDiscussedToday | NonAnswer::NoLonger => false,
            };
            let value = self.dated(found, terms::non_answer(language, *reason));
            return told.then_some(Said { label, value, reliability: String::new(), noted: String::new() });
        }
        if found.stood.value.leaves_open {
            let value = self.dated(found, &self.words(found));
            let told = self.reader.treats() && !value.is_empty();
            return told.then_some(Said { label, value, reliability: String::new(), noted: String::new() });
        }
        let words = match (&found.stood.value.given, found.item.id.as_str()) {
            (Some(Given::Choice(code)), "euthanasie") if code.as_str() == "verklaring" => {
                format!("{} ({})", self.words(found), language.summary_no_request())
            }
            _ => self.words(found),
        };
        let note = terms::note(language, found.item, &found.stood.value);
        let both = match (self.reader.treats() && cell == Cell::Full, note.as_str()) {
            (true, note) if !note.is_empty() => format!("{words}: {note}"),
            _ => words,
        };
        let value = match cell {
            Cell::Short => text::truncate(&both, SHORT, "...").into_owned(),
            _ => both,
        };
        if value.is_empty() {
            return None;
        }
        match self.conversation(found) {
            Ok(conversation) => {
                let reliability = conversation.map(|known| self.in_words(&known)).unwrap_or_default();
                let noted = self.noted(found);
                Some(Said { label, value: format!("{value}{noted}"), reliability, noted })
            }
            Err(missing) => {
                let incomplete = language.summary_incomplete();
                let reliability = match self.reader {
                    Reader::Dossier => format!(
                        "{}: {}; {}",
                        language.summary_noted(),
                        self.dated(found, value.trim_end_matches('.')),
                        discussed::in_words(language, &missing)
                    ),
                    Reader::Hap => String::new(),
                    Reader::Social | Reader::Patient => return None,
                };
                Some(Said { label, value: incomplete.to_owned(), reliability, noted: String::new() })
            }
        }
    }

    /// Whether an answer may be relied on.
    pub fn is_complete(&self, found: &Found<'_>) -> bool {
        self.conversation(found).is_ok()
    }

    fn in_words(&self, conversation: &Conversation) -> String {
        let Conversation { by, on, day, with, .. } = conversation;
        if by.is_empty() || on.is_empty() || with.is_empty() {
            return String::new();
        }
        let on = day.map_or_else(|| on.clone(), typed::numeric);
        self.language.discussed_in_words(&on, by, &one_line(with))
    }

    /// The value in words; a day as it was meant then, since "vrijdag" is another day now.
    pub fn words(&self, found: &Found<'_>) -> String {
        let answer = &found.stood.value;
        let words = in_full(self.language, found.meeting, found.item, answer);
        let by = terms::participant_by_id(self.language, found.meeting, answer.answered_by);
        let words = one_line(&words);
        if by.is_empty() || self.reader != Reader::Dossier || words.is_empty() {
            words
        } else {
            format!("{words} ({by})")
        }
    }

    /// A value of an earlier meeting, with its day.
    fn dated(&self, found: &Found<'_>, value: &str) -> String {
        format!("{value}{}", self.noted(found))
    }

    /// Of which earlier day a value is; empty where it is of the last discussion.
    fn noted(&self, found: &Found<'_>) -> String {
        let language = self.language;
        let confirmed = found.stood.confirmed().filter(|_| self.reader.treats());
        let told = match (confirmed, self.earlier(found.stood.date)) {
            (Some(day), _) => {
                let since = typed::numeric(found.stood.since());
                Some(language.confirmed_on(&language.summary_noted_on(&since), &typed::numeric(day)))
            }
            (None, Some(day)) => Some(language.summary_noted_on(&typed::numeric(day))),
            (None, None) => None,
        };
        let told: Vec<String> = told.into_iter().chain(self.open_again(found)).collect();
        if told.is_empty() { String::new() } else { format!(" ({})", told.join("; ")) }
    }

    /// That a later meeting said of what stands that it is open: whoever acts on it has to know.
    fn open_again(&self, found: &Found<'_>) -> Option<String> {
        let language = self.language;
        let open = self.standing.open_again(&found.key)?;
        let day = match self.reader {
            Reader::Patient => typed::day(open.date, language),
            _ => typed::numeric(open.date),
        };
        Some(match self.reader {
            Reader::Dossier | Reader::Hap => {
                let said = terms::answer(language, found.meeting, found.item, &open.value);
                language.summary_open_again(&day, &said.to_lowercase())
            }
            Reader::Patient => language.summary_open_again_plain(&day),
            Reader::Social => language.summary_open_again_briefly(&day),
        })
    }

    /// That a limit, or another thing that was discussed with the patient, was withdrawn: its day and why, and never what it was.
    pub(super) fn withdrawn_in_words(&self, found: &Found<'_>) -> String {
        let why = one_line(&found.stood.value.note);
        self.language.summary_withdrawn(&typed::numeric(found.stood.date), &why)
    }

    /// What an answer says to the patient: a label that may be empty, and a sentence.
    pub fn said_plain(&self, found: &Found<'_>) -> Option<(String, String)> {
        let language = self.language;
        let answer = &found.stood.value;
        if !self.is_complete(found) || answer.leaves_open {
            return None;
        }
        let item = found.item.id.as_str();
        let code = match &answer.given {
            Some(Given::Choice(code)) => code.as_str(),
            Some(Given::YesNo(truth)) => {
                if *truth {
                    "ja"
                } else {
                    "nee"
                }
            }
            Some(Given::Choices(codes)) if codes.iter().any(|code| code.as_str() == "niemand") => {
                return None;
            }
            Some(Given::Text(_) | Given::Date(_) | Given::Person(_) | Given::Choices(_)) => {
                let label = language.summary_label_plain(found.checklist.id.as_str(), item)?;
                let value = self.words(found);
                return (!value.is_empty()).then(|| (label.to_owned(), self.dated_plain(found, value)));
            }
            _ => return None,
        };
        if (item, code) == ("noodmedicatie", "ja") {
            let place = self.beside(found, "noodmedicatie-waar").unwrap_or_default();
            return Some((String::new(), self.dated_plain(found, language.summary_drugs_are_here(&place))));
        }
        if item == "andere-behandeling-besluit" {
            let treatment = self.beside(found, "andere-behandeling")?;
            let given = match code {
                "wel" => true,
                "niet" => false,
                _ => return None,
            };
            let sentence = self.with_exception_plain(found, language.summary_other_plain(&treatment, given));
            return Some((String::new(), self.dated_plain(found, sentence)));
        }
        if discussed::needs_note(found.item, answer) {
            let label = language.summary_otherwise_plain(item)?;
            return Some((label.to_owned(), self.dated_plain(found, one_line(&answer.note))));
        }
        let sentence =
            self.with_exception_plain(found, language.summary_choice_plain(item, code)?.to_owned());
        Some((String::new(), self.dated_plain(found, sentence)))
    }

    /// A limit to which the team wrote more than the choice, such as when it does not hold, says that there is more: the words
    /// themselves are not the patient's, and a limit without its exception is another one.
    fn with_exception_plain(&self, found: &Found<'_>, sentence: String) -> String {
        let is_limit = is_limit(found.checklist.id.as_str(), found.item.id.as_str());
        let has_more = is_limit && !found.stood.value.note.trim().is_empty();
        if !has_more {
            return sentence;
        }
        let end = if sentence.ends_with('.') { "" } else { "." };
        format!("{sentence}{end} {}", self.language.summary_more_in_record_plain())
    }

    /// What was typed, for the patient.
    pub fn said_plain_text(&self, found: &Found<'_>) -> Option<String> {
        let value = self.words(found);
        (!value.is_empty() && self.is_complete(found)).then(|| self.dated_plain(found, value))
    }

    /// What is said to the patient with its day (behind words between brackets, behind a sentence as one), the conversation in which it
    /// was discussed apart, and that it was left open since.
    fn dated_plain(&self, found: &Found<'_>, value: String) -> String {
        let language = self.language;
        // The day of a conversation that is told says more than the day on which it was written down.
        let apart = self.talked_apart(found);
        let says_more = found.stood.confirmed().is_some() || apart.is_none();
        let told = self.earlier(found.stood.since()).filter(|_| says_more).map(|since| {
            let since = language.summary_noted_on_plain(&typed::day(since, language));
            match found.stood.confirmed() {
                Some(day) => language.confirmed_on(&since, &typed::day(day, language)),
                None => since,
            }
        });
        let is_sentence = value.ends_with('.');
        let value = match told {
            Some(told) if is_sentence => format!("{value} {}.", capital(&told)),
            Some(told) => format!("{value} ({told})"),
            None => value,
        };
        let said = [apart, self.open_again(found)].into_iter().flatten();
        said.fold(value, |value, sentence| format!("{}. {sentence}", value.trim_end_matches('.')))
    }

    /// The answer to another question of the same time of a repeating group, in words.
    pub fn beside(&self, found: &Found<'_>, item: &str) -> Option<String> {
        let answers = self.answers(found.checklist.id.as_str(), item);
        let other = answers.iter().find(|other| other.key.instance == found.key.instance)?;
        Some(self.words(other)).filter(|words| !words.is_empty())
    }

    /// What stood before a meeting changed it; what could not be relied on then, is no plain limit now.
    pub fn was(&self, (key, item): (&QuestionKey, &Item), changed: &Meeting, before: &Answer) -> String {
        let words = one_line(&in_full(self.language, changed, item, before));
        let was = self.course.before(key, changed.id);
        let was_whole = was.is_none_or(|was| self.discussed((key, item), was).is_ok());
        match (self.reader, was_whole) {
            (_, true) if discussed::needs_note(item, before) => {
                format!("{words}: {}", one_line(&before.note))
            }
            (_, true) => words,
            (Reader::Dossier, false) => {
                self.language.summary_was_incomplete(words.trim_end_matches([':', ' ', ',']))
            }
            (_, false) => self.language.summary_was_incomplete(""),
        }
    }

    /// What another treatment is called that somebody decided about, in the words in which that was written last.
    pub fn treatment(&self, decision: &QuestionKey) -> Option<String> {
        let key = QuestionKey { item: Name::new("andere-behandeling"), ..decision.clone() };
        let mut told = self.course.discussions().rev().filter_map(|(_, review)| {
            match &review.answers.get(&key)?.given {
                Some(Given::Text(text)) => Some(one_line(text)),
                _ => None,
            }
        });
        told.find(|text| !text.is_empty())
    }

    /// In which other conversation something was discussed than in the one that stands on the paper for the patient.
    pub fn talked_apart(&self, found: &Found<'_>) -> Option<String> {
        let own = self.conversation(found).ok().flatten()?;
        let day = own.day?;
        let plan = ["pzp-stand", "pzp"].iter().find_map(|checklist| {
            let held = self.answers(checklist, "gesprek-op").into_iter().next()?;
            self.spoken(&held)
        });
        let day = typed::day(day, self.language);
        let (by, with) = (one_line(&own.by), one_line(&own.with));
        // Who were there is said once where it were the same people.
        let is_same = |of: fn(&Conversation) -> &str, own: &str| {
            plan.as_ref().is_some_and(|plan| one_line(of(plan)) == own)
        };
        let with_same = is_same(|known| &known.with, &with);
        let by = if with_same && is_same(|known| &known.by, &by) { "" } else { &by };
        let with = if with_same { "" } else { with.trim_end_matches('.') };
        (plan.as_ref() != Some(&own)).then(|| self.language.summary_talked_plain(&day, by, with))
    }

    /// Whether a judgement stands that says yes.
    fn holds_positively(&self, (name, positive): (&str, &str)) -> bool {
        let stood = self.standing.judgements.get(&Name::new(name));
        let judged = stood.map(|stood| &stood.value).filter(|judged| judged.withdrawn.is_none());
        judged.and_then(|judged| judged.choice.as_ref()).is_some_and(|choice| choice.as_str() == positive)
    }

    /// Whether the palliative phase is marked.
    pub(super) fn is_marked(&self) -> bool {
        self.holds_positively(MARKING)
    }

    /// Whether the dying phase was judged to have begun.
    pub(super) fn is_dying(&self) -> bool {
        self.holds_positively(DYING)
    }

    /// The day on which a checklist was judged last.
    pub(super) fn judged_on(&self, name: &str) -> Option<NaiveDate> {
        let stood = self.standing.judgements.get(&Name::new(name))?;
        Some(stood.value.judged_on.unwrap_or(stood.date))
    }

    /// The judgement on one of the two phases, for who treats the patient; the withdrawal alone where it was withdrawn.
    pub(super) fn judged(
        &self,
        (name, positive): (&str, &str),
        begun: &str,
        cell: Cell,
        today: NaiveDate,
    ) -> Option<String> {
        let language = self.language;
        let stood = self.standing.judgements.get(&Name::new(name))?;
        let meeting = self.standing.meeting(stood.meeting)?;
        let checklist = self.definition(stood.meeting, &Name::new(name));
        let judgement = &stood.value;
        let words = Judged { language, meeting, checklist, judgement };
        if judgement.withdrawn.is_some() {
            return Some(words.withdrawal());
        }
        let is_positive = judgement.choice.as_ref()?.as_str() == positive;
        if !is_positive {
            // Who holds an older sheet on which it was said reads that it is no longer so.
            let was_said = self.course.discussions().any(|(_, review)| {
                let judged = review.judgements.get(&Name::new(name)).and_then(|known| known.choice.as_ref());
                judged.is_some_and(|choice| choice.as_str() == positive)
            });
            return (self.reader == Reader::Dossier || was_said).then(|| words.dated());
        }
        let at = judgement.recorded.map(|stamp| stamp.at);
        let judged_on = judgement.judged_on.unwrap_or(stood.date);
        let day = typed::numeric(judged_on);
        let day = match at.filter(|at| name == state::DYING.0 && at.date() == stood.date) {
            Some(at) => format!("{day} {}", at.format("%H:%M")),
            None => day,
        };
        let mut parts = vec![format!("{begun} ({day})")];
        if cell == Cell::Full {
            let involved = judgement.involved.iter();
            let involved: Vec<String> = involved
                .map(|id| terms::participant_by_id(language, meeting, Some(*id)))
                .filter(|known| !known.is_empty())
                .collect();
            if !involved.is_empty() {
                parts.push(format!(
                    "{}: {}",
                    language.judgement_involved().to_lowercase(),
                    involved.join("; ")
                ));
            }
            let after = checklist.and_then(|known| known.judgement.as_ref()?.judge_again_after);
            let again = after.and_then(|days| judged_on.checked_add_signed(TimeDelta::days(i64::from(days))));
            // Of who has died nothing is judged again.
            let lives = || self.course.death().is_none_or(|death| death.is_doubtful(today));
            if let Some(again) = again.filter(|_| lives()) {
                parts.push(language.summary_judge_again(&typed::numeric(again), again < today));
            }
            let reason = one_line(&judgement.reason);
            if self.reader == Reader::Dossier && !reason.is_empty() {
                parts.push(format!("{}: {reason}", language.judgement_reason().to_lowercase()));
            }
        }
        if let Some(off) = self.standing.put_off.get(&Name::new(name)) {
            let checklist = self.definition(off.meeting, &Name::new(name));
            let later = Judged { language, meeting, checklist, judgement: &off.value }.choice();
            parts.push(language.summary_open_again(&typed::numeric(off.date), &later.to_lowercase()));
        }
        Some(parts.join("; "))
    }
}

/// The two judgements that a summary tells of, each by its checklist and the option that says yes.
pub(super) const DYING: (&str, &str) = state::DYING;
pub(super) const MARKING: (&str, &str) = state::MARKING;

/// An answer in words; a day in full.
pub(super) fn in_full(language: Language, meeting: &Meeting, item: &Item, answer: &Answer) -> String {
    match (&item.kind, &answer.given) {
        (ItemKind::Date(asked), Some(Given::Date(typed))) => {
            let from = answer.counted_from(meeting.details.date);
            let told = typed::told_within(language, typed, from, asked);
            let noted = meeting.details.date.max(answer.recorded.at.date());
            match typed::date(typed, from, asked.looks) {
                Some(day) if day > noted && item.discussed == Discussed::On => {
                    format!("{told} ({})", language.not_held_yet())
                }
                _ => told,
            }
        }
        _ => terms::answer(language, meeting, item, answer),
    }
}
