//! The text of a meeting: a record out, a record in, or what is wrong with it.

use std::collections::HashSet;
use std::ops::Range;
use std::path::Path;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::names::id_in_name;
use super::problem::{Damage, ReadProblem, SaveError};
use crate::meeting::{Answer, FORMAT, Given, Meeting, Person, Review};
use crate::text;

/// The largest text of a meeting, in bytes; fifteen patients need about 95,000.
pub const LIMIT: usize = 8 * 1024 * 1024;

/// The largest file of a notebook in bytes, as it stands on the disk: sealing may add to what is the most for a text.
pub(in crate::store) const SEALED_LIMIT: u64 = LIMIT as u64 + 1024 * 1024;

/// The last line, by which a text that was cut off between two lines is told from a whole one.
const END: &str = "\n# end\n";

/// Brings an older format, in the tree of its text, one number further; the first entry starts from format 1.
type Migration = fn(&mut DeTable<'_>);

const MIGRATIONS: [Migration; FORMAT as usize - 1] = [];

/// Writes a meeting as the text of its file.
///
/// # Errors
///
/// [`SaveError::TooLarge`] when it could not be read back.
pub fn encode(meeting: &Meeting) -> Result<Vec<u8>, SaveError> {
    let mut text = toml::to_string(meeting).map_err(|_| SaveError::NotWritten)?;
    text.push_str(END);
    if text.len() > LIMIT { Err(SaveError::TooLarge) } else { Ok(text.into_bytes()) }
}

/// Whether the text was written to its end.
pub(in crate::store) fn is_whole(bytes: &[u8]) -> bool {
    bytes.ends_with(END.as_bytes())
}

/// Reads the text of a meeting; `path` says which meeting it must be, and where it came from.
///
/// # Errors
///
/// Every form of [`ReadProblem`] but the faults of a disk.
pub fn decode(bytes: &[u8], path: &Path) -> Result<Meeting, ReadProblem> {
    if bytes.len() > LIMIT {
        return Err(ReadProblem::fault(path, &std::io::ErrorKind::FileTooLarge.into()));
    }
    // What a disk that lost its power leaves may be zeros.
    if bytes.iter().all(|byte| *byte == 0 || byte.is_ascii_whitespace()) {
        return Err(ReadProblem::damaged(path, None, Damage::Empty));
    }
    let place = Place { path, text: utf8(bytes, path)? };
    let mut root = place.parse()?;
    let format = place.format(root.get_ref(), FORMAT)?;
    for migrate in MIGRATIONS.iter().skip(format) {
        migrate(root.get_mut());
    }
    place.clean(root.get_mut())?;
    let meeting =
        Meeting::deserialize(toml::Deserializer::from(root)).map_err(|error| place.unfit(&error))?;
    let mut meeting = Meeting { format: FORMAT, ..meeting };
    if id_in_name(path) != Some(meeting.id) {
        return Err(ReadProblem::WrongName { path: path.to_owned() });
    }
    refuse_doubles(&meeting).map_err(|damage| ReadProblem::damaged(path, None, damage))?;
    settle(&mut meeting);
    Ok(meeting)
}

/// The newest format of the small files beside the records: settings, and who has a meeting open.
pub(in crate::store) const SMALL_FORMAT: u32 = 1;

/// Writes a small file, its format first.
pub(in crate::store) fn encode_small<T: Serialize>(value: &T) -> Result<Vec<u8>, toml::ser::Error> {
    toml::to_string(value).map(|text| format!("format = {SMALL_FORMAT}\n{text}").into_bytes())
}

/// Reads a small file: unknown keys are for its type to refuse, and one without a format has the first.
pub(in crate::store) fn decode_small<T: DeserializeOwned>(
    bytes: &[u8],
    path: &Path,
) -> Result<T, ReadProblem> {
    let place = Place { path, text: utf8(bytes, path)? };
    let mut root = place.parse()?;
    if root.get_ref().contains_key("format") {
        place.format(root.get_ref(), SMALL_FORMAT)?;
        root.get_mut().remove("format");
    }
    place.clean(root.get_mut())?;
    T::deserialize(toml::Deserializer::from(root)).map_err(|error| place.unfit(&error))
}

/// Reads the settings as text; what is wrong in it is for who knows its keys, but for a format that is newer.
pub(in crate::store) fn decode_settings(bytes: &[u8], path: &Path) -> Result<String, ReadProblem> {
    let text = utf8(bytes, path)?;
    let (root, _) = DeTable::parse_recoverable(text);
    if root.get_ref().contains_key("format") {
        Place { path, text }.format(root.get_ref(), SMALL_FORMAT)?;
    }
    Ok(text.to_owned())
}

fn utf8<'a>(bytes: &'a [u8], path: &Path) -> Result<&'a str, ReadProblem> {
    std::str::from_utf8(bytes).map_err(|error| {
        let line = bytes.get(..error.valid_up_to()).map(count_lines);
        ReadProblem::damaged(path, line, Damage::NotText)
    })
}

/// A text that is being read.
struct Place<'a> {
    path: &'a Path,
    text: &'a str,
}

impl<'a> Place<'a> {
    fn parse(&self) -> Result<Spanned<DeTable<'a>>, ReadProblem> {
        DeTable::parse(self.text).map_err(|error| self.damaged(error.span(), Damage::Syntax))
    }

    fn line(&self, span: Option<Range<usize>>) -> Option<usize> {
        span.map(|span| count_lines(self.text.as_bytes().get(..span.start).unwrap_or(self.text.as_bytes())))
    }

    fn damaged(&self, span: Option<Range<usize>>, damage: Damage) -> ReadProblem {
        ReadProblem::damaged(self.path, self.line(span), damage)
    }

    /// The number of migrations that lie behind the format of this text, of which `newest` is the newest.
    fn format(&self, root: &DeTable<'_>, newest: u32) -> Result<usize, ReadProblem> {
        let Some(value) = root.get("format") else {
            return Err(self.damaged(None, Damage::Missing("format".to_owned())));
        };
        let number = match value.get_ref() {
            DeValue::Integer(number) => i64::from_str_radix(number.as_str(), number.radix()).ok(),
            _ => None,
        };
        match number {
            Some(number) if number > i64::from(newest) => {
                Err(ReadProblem::Newer { path: self.path.to_owned(), format: number })
            }
            Some(number) if number >= 1 => Ok(usize::try_from(number - 1).unwrap_or(0)),
            _ => Err(self.damaged(Some(value.span()), Damage::Value)),
        }
    }

    /// Makes hostile text visible before anything is made of it; a hostile key is refused.
    fn clean(&self, table: &mut DeTable<'_>) -> Result<(), ReadProblem> {
        for (key, value) in table.iter_mut() {
            if text::visible_line(key.get_ref()) != key.get_ref().as_ref() {
                return Err(self.damaged(Some(key.span()), Damage::Key));
            }
            self.clean_value(value.get_mut())?;
        }
        Ok(())
    }

    fn clean_value(&self, value: &mut DeValue<'_>) -> Result<(), ReadProblem> {
        match value {
            DeValue::String(text) => {
                let cleaned = match text::visible_text(text) {
                    std::borrow::Cow::Owned(cleaned) => Some(cleaned),
                    std::borrow::Cow::Borrowed(_) => None,
                };
                if let Some(cleaned) = cleaned {
                    *text = cleaned.into();
                }
            }
            DeValue::Array(values) => {
                for value in values.iter_mut() {
                    self.clean_value(value.get_mut())?;
                }
            }
            DeValue::Table(table) => self.clean(table)?,
            _ => {}
        }
        Ok(())
    }

    /// What serde found; only names of keys are taken over from its message, which may quote a note.
    fn unfit(&self, error: &toml::de::Error) -> ReadProblem {
        let quoted = |start: &str| {
            let name = error.message().strip_prefix(start)?.split('`').next()?;
            Some(text::visible_line(name).chars().take(80).collect::<String>())
        };
        if let Some(key) = quoted("unknown field `") {
            let span = error.span().unwrap_or_default();
            let line = self.line(Some(span.clone())).unwrap_or(1);
            let head = self.text.get(..span.end).unwrap_or_default().lines().next_back().unwrap_or_default();
            let excerpt = format!("{} …", text::visible_line(head).chars().take(80).collect::<String>());
            return ReadProblem::UnknownKey { path: self.path.to_owned(), key, line, excerpt };
        }
        let damage = quoted("missing field `").map_or(Damage::Value, Damage::Missing);
        self.damaged(error.span(), damage)
    }
}

fn count_lines(before: &[u8]) -> usize {
    1 + before.iter().filter(|byte| **byte == b'\n').count()
}

/// Two of one identity would make it a matter of chance which of them a change reaches.
fn refuse_doubles(meeting: &Meeting) -> Result<(), Damage> {
    let mut seen = HashSet::new();
    let walked = || meeting.session.iter().flat_map(|session| session.walked.values());
    if !meeting.reviews.iter().chain(walked()).all(|review| seen.insert(review.patient.0)) {
        return Err(Damage::SamePatient);
    }
    let mut definitions = HashSet::new();
    if !meeting.definitions.iter().all(|pinned| definitions.insert(&pinned.id)) {
        return Err(Damage::SameDefinition);
    }
    definitions.clear();
    if !meeting.routes.iter().all(|pinned| definitions.insert(&pinned.id)) {
        return Err(Damage::SameDefinition);
    }
    seen.clear();
    if !meeting.participants.iter().all(|participant| seen.insert(participant.id.0)) {
        return Err(Damage::SameParticipant);
    }
    for review in meeting.reviews.iter().chain(walked()) {
        seen.clear();
        if !review.agreements.iter().all(|agreement| seen.insert(agreement.id.0)) {
            return Err(Damage::SameAgreement);
        }
    }
    Ok(())
}

/// Brings a record that was edited by hand into the form that the program itself would have written.
fn settle(meeting: &mut Meeting) {
    let details = &mut meeting.details;
    for text in [&mut details.group, &mut details.date_typed, &mut details.planned] {
        one_line(text);
    }
    for definition in &mut meeting.definitions {
        one_line(&mut definition.version);
    }
    for participant in &mut meeting.participants {
        one_line(&mut participant.name);
    }
    let walked = meeting.session.iter_mut().flat_map(|session| session.walked.values_mut());
    for review in meeting.reviews.iter_mut().chain(walked) {
        settle_review(review);
    }
    for amendment in &mut meeting.amendments {
        one_line(&mut amendment.reason);
        amendment.changes.iter_mut().for_each(|changed| one_line(&mut changed.what));
    }
}

fn settle_review(review: &mut Review) {
    for text in [&mut review.label, &mut review.born, &mut review.next_review] {
        one_line(text);
    }
    for agreement in &mut review.agreements {
        one_line(&mut agreement.due);
        one_line(&mut agreement.outside_name);
    }
    for answer in review.answers.values_mut() {
        settle_answer(answer);
    }
    // Empty is absent: an answer without content may not turn up in an export.
    review.answers.retain(|_, answer| !answer.is_empty());
    review.judgements.retain(|_, judgement| !judgement.is_empty());
}

fn settle_answer(answer: &mut Answer) {
    if let Some(Given::Number(text) | Given::Date(text) | Given::Person(Person::Outside(text))) =
        &mut answer.given
    {
        one_line(text);
    }
    if answer.given.as_ref().and_then(Given::typed).is_some_and(str::is_empty) {
        answer.given = None;
    }
}

fn one_line(text: &mut String) {
    if text.contains('\n') {
        *text = text::visible_line(text).into_owned();
    }
}
