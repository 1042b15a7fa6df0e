//! Recordings of what happened: messages as data, with free text made unreadable.

use std::sync::Arc;

use serde::{Deserialize, Serialize};

use super::msg::Msg;
use crate::checklist::{DefinitionFile, FileProblems, Layer, Problem};
use crate::meeting::{
    Agreement, Answer, Given, Judgement, Meeting, Participant, Person, Register, Review, Standing,
};
use crate::text::{self, Command};

/// A definition file as a recording keeps it.
#[derive(Serialize, Deserialize)]
struct RecordedFile {
    layer: u8,
    file: String,
    source: Arc<str>,
    /// The name of the rule by which the file was refused as a whole.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    refused: Option<String>,
}

fn layer_number(layer: Layer) -> u8 {
    match layer {
        Layer::Shipped => 0,
        Layer::User => 1,
        Layer::Given => 2,
    }
}

fn layer_of(number: u8) -> Layer {
    match number {
        0 => Layer::Shipped,
        1 => Layer::User,
        _ => Layer::Given,
    }
}

impl RecordedFile {
    fn new(layer: Layer, file: &str, source: &Arc<str>) -> Self {
        Self { layer: layer_number(layer), file: file.to_owned(), source: source.clone(), refused: None }
    }

    fn of(problems: &FileProblems) -> Self {
        let whole = problems.diagnostics.iter().find(|one| one.problem.is_of_file());
        let refused = whole.map(|one| one.code.as_str().to_owned());
        Self { refused, ..Self::new(problems.layer, &problems.file, &problems.source) }
    }

    fn file(self) -> DefinitionFile {
        let refused = self
            .refused
            .as_deref()
            .and_then(|rule| Problem::OF_FILES.into_iter().find(|problem| problem.code().as_str() == rule));
        DefinitionFile { refused, ..DefinitionFile::new(layer_of(self.layer), self.file, self.source) }
    }
}

/// A library as the files that it was read from.
pub mod library {
    use std::sync::Arc;

    use serde::{Deserialize, Deserializer, Serialize, Serializer};

    use super::RecordedFile;
    use crate::checklist::Library;

    /// Writes the files.
    ///
    /// # Errors
    ///
    /// Those of the serializer.
    pub fn serialize<S: Serializer>(library: &Arc<Library>, serializer: S) -> Result<S::Ok, S::Error> {
        let checklists = library.checklists().map(|one| RecordedFile::new(one.layer, &one.file, &one.source));
        let routes = library.routes().map(|one| RecordedFile::new(one.layer, &one.file, &one.source));
        let cases = library.cases().map(|one| RecordedFile::new(one.layer, &one.file, &one.source));
        let problems = library.problems().iter().filter(|one| one.is_refused());
        let problems = problems.map(RecordedFile::of);
        checklists.chain(routes).chain(cases).chain(problems).collect::<Vec<_>>().serialize(serializer)
    }

    /// Reads the files and layers them again.
    ///
    /// # Errors
    ///
    /// Those of the deserializer.
    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Arc<Library>, D::Error> {
        let files = Vec::<RecordedFile>::deserialize(deserializer)?;
        Ok(Arc::new(Library::new(files.into_iter().map(RecordedFile::file).collect())))
    }
}

/// Definitions as the texts that they were read from.
pub mod definitions {
    use std::sync::Arc;

    use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

    use super::RecordedFile;
    use crate::checklist::Definition;

    /// Writes the texts.
    ///
    /// # Errors
    ///
    /// Those of the serializer.
    pub fn serialize<S: Serializer>(
        definitions: &[Arc<Definition>],
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        let files = definitions.iter().map(|one| RecordedFile::new(one.layer, &one.file, &one.source));
        files.collect::<Vec<_>>().serialize(serializer)
    }

    /// Reads the texts again.
    ///
    /// # Errors
    ///
    /// Those of the deserializer, and when a text is no checklist.
    pub fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<Arc<Definition>>, D::Error> {
        let files = Vec::<RecordedFile>::deserialize(deserializer)?;
        let read = files.into_iter().map(|one| {
            let file = one.file();
            Definition::read(file.source, file.layer, file.file).map(Arc::new)
        });
        read.collect::<Result<Vec<_>, _>>().map_err(|_| de::Error::custom("not a checklist"))
    }
}

/// Routes as the texts that they were read from.
pub mod routes {
    use std::sync::Arc;

    use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

    use super::RecordedFile;
    use crate::checklist::RouteDefinition;

    /// Writes the texts.
    ///
    /// # Errors
    ///
    /// Those of the serializer.
    pub fn serialize<S: Serializer>(
        routes: &[Arc<RouteDefinition>],
        serializer: S,
    ) -> Result<S::Ok, S::Error> {
        let files = routes.iter().map(|one| RecordedFile::new(one.layer, &one.file, &one.source));
        files.collect::<Vec<_>>().serialize(serializer)
    }

    /// Reads the texts again.
    ///
    /// # Errors
    ///
    /// Those of the deserializer, and when a text is no route.
    pub fn deserialize<'de, D: Deserializer<'de>>(
        deserializer: D,
    ) -> Result<Vec<Arc<RouteDefinition>>, D::Error> {
        let files = Vec::<RecordedFile>::deserialize(deserializer)?;
        let read = files.into_iter().map(|one| {
            let file = one.file();
            RouteDefinition::read(file.source, file.layer, file.file).map(Arc::new)
        });
        read.collect::<Result<Vec<_>, _>>().map_err(|_| de::Error::custom("not a route"))
    }
}

/// The same message with every free text replaced by letters of the same width and the same places to break.
pub fn scrambled(msg: &Msg) -> Msg {
    let mut msg = msg.clone();
    match &mut msg {
        Msg::Type(Command::Insert(character)) => *character = scramble_character(*character),
        Msg::Type(Command::InsertText(text)) => *text = scramble(text).into(),
        Msg::Opened(opened) => scramble_meeting(&mut opened.meeting),
        Msg::VersionRead(read) => scramble_meeting(&mut read.meeting),
        Msg::Register(register) => scramble_register(register),
        Msg::Course(course) => course.entries.iter_mut().for_each(scramble_meeting),
        Msg::Listed(listed) => {
            for summary in &mut listed.meetings {
                summary.group = scramble(&summary.group);
            }
        }
        _ => {}
    }
    msg
}

fn scramble(text: &str) -> String {
    text.chars().map(scramble_character).collect()
}

/// A letter for a letter and a digit for a digit; what breaks a line or takes no width stays.
fn scramble_character(character: char) -> char {
    let width = text::width(character.encode_utf8(&mut [0; 4]));
    match (character, width) {
        (c, _) if c.is_ascii_digit() => '0',
        (c, 1) if c.is_uppercase() => 'X',
        (c, 1) if c.is_alphanumeric() => 'x',
        (c, 2) if c.is_alphanumeric() => '字',
        (other, _) => other,
    }
}

fn hide(text: &mut String) {
    *text = scramble(text);
}

fn scramble_meeting(meeting: &mut Meeting) {
    for text in [
        &mut meeting.bottlenecks,
        &mut meeting.learning_needs,
        &mut meeting.own_notes,
        &mut meeting.details.group,
        &mut meeting.details.date_typed,
        &mut meeting.details.planned,
    ] {
        hide(text);
    }
    scramble_participants(&mut meeting.participants);
    meeting.reviews.iter_mut().for_each(|review| scramble_review(review));
    for amendment in &mut meeting.amendments {
        hide(&mut amendment.reason);
        for changed in &mut amendment.changes {
            [&mut changed.what, &mut changed.before, &mut changed.after].into_iter().for_each(hide);
        }
    }
}

fn scramble_register(register: &mut Register) {
    for known in &mut register.patients {
        for text in [
            &mut known.label,
            &mut known.born,
            &mut known.own_words,
            &mut known.group,
            &mut known.group_folded,
            &mut known.central_carer,
        ] {
            hide(text);
        }
        for open in &mut known.agreements {
            hide(&mut open.owner);
            scramble_agreement(&mut open.agreement);
        }
    }
    for group in &mut register.groups {
        hide(&mut group.name);
        hide(&mut group.planned);
        scramble_participants(&mut group.participants);
    }
    register.standing.values_mut().for_each(scramble_standing);
}

fn scramble_standing(standing: &mut Standing) {
    standing.answers.values_mut().for_each(|stood| scramble_answer(&mut stood.value));
    standing.judgements.values_mut().for_each(|stood| scramble_judgement(&mut stood.value));
    standing.meetings.values_mut().for_each(scramble_meeting);
}

fn scramble_participants(participants: &mut [Participant]) {
    participants.iter_mut().for_each(|participant| hide(&mut participant.name));
}

fn scramble_review(review: &mut Review) {
    for text in [
        &mut review.label,
        &mut review.born,
        &mut review.question,
        &mut review.own_words,
        &mut review.notes,
        &mut review.next_review,
    ] {
        hide(text);
    }
    review.answers.values_mut().for_each(scramble_answer);
    review.judgements.values_mut().for_each(scramble_judgement);
    review.agreements.iter_mut().for_each(scramble_agreement);
}

fn scramble_judgement(judgement: &mut Judgement) {
    for text in [&mut judgement.reason, &mut judgement.dissent, &mut judgement.withdrawn_reason] {
        hide(text);
    }
}

fn scramble_agreement(agreement: &mut Agreement) {
    for text in [&mut agreement.what, &mut agreement.due, &mut agreement.outside_name, &mut agreement.outcome]
    {
        hide(text);
    }
}

fn scramble_answer(answer: &mut Answer) {
    if let Some(earlier) = &mut answer.earlier {
        scramble_answer(earlier);
    }
    answer.note = scramble(&answer.note);
    if let Some(
        Given::Number(text) | Given::Date(text) | Given::Text(text) | Given::Person(Person::Outside(text)),
    ) = &mut answer.given
    {
        *text = scramble(text);
    }
}
