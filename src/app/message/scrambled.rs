//! A message as a recording keeps it: free text made unreadable.

use std::sync::Arc;

use super::msg::Msg;
use super::paper::Gathering;
use crate::meeting::{
    Agreement, Answer, Given, Judgement, Meeting, Participant, Person, Register, Review, Standing,
};
use crate::text::{self, Command};

/// The same message with every free text replaced by letters of the same width and the same places to break.
pub fn scrambled(msg: &Msg) -> Msg {
    let mut msg = msg.clone();
    match &mut msg {
        Msg::Type(Command::Insert(character)) => *character = scramble_character(*character),
        Msg::Type(Command::InsertText(text)) => *text = scramble(text).into(),
        Msg::Opened(opened) => scramble_meeting(&mut opened.meeting),
        Msg::VersionRead(read) => scramble_meeting(&mut read.meeting),
        Msg::Register(register) => scramble_register(Arc::make_mut(register)),
        Msg::Found(found) => {
            for hit in &mut found.hits {
                [&mut hit.group, &mut hit.label, &mut hit.text].into_iter().for_each(hide);
            }
        }
        Msg::SettingsRead(read) => {
            let file = &mut read.file;
            let meanings = file.colours.iter_mut().map(|(_, meaning)| meaning);
            file.paper_folder.iter_mut().chain(&mut file.fhir_base).chain(meanings).for_each(hide);
        }
        Msg::PaperFolder(folder) => {
            folder.within.iter_mut().for_each(|(name, _)| *name = scramble(name).into());
        }
        Msg::Gathered(gathered) => {
            hide(&mut gathered.made_by);
            scramble_gathering(&mut gathered.what);
        }
        Msg::EarlierSession(_, earlier) => *earlier = None,
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
    meeting.details.formerly.iter_mut().for_each(hide);
    if let Some(session) = &mut meeting.session {
        session.people.values_mut().for_each(hide);
        [&mut session.names, &mut session.passed_on].into_iter().for_each(hide);
        session.walked.values_mut().for_each(|review| scramble_review(review));
        for played in session.scenes.values_mut() {
            [&mut played.decision, &mut played.reason, &mut played.dissent].into_iter().for_each(hide);
            let rounds = [&mut played.first, &mut played.second];
            rounds.into_iter().for_each(|round| round.counts.clear());
        }
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

fn scramble_gathering(what: &mut Gathering) {
    match what {
        Gathering::Course { course, .. } => course.entries.iter_mut().for_each(scramble_meeting),
        Gathering::Register(register) => scramble_register(register),
        Gathering::Mirror(source) => {
            for meeting in &mut source.meetings {
                [&mut meeting.group, &mut meeting.bottlenecks, &mut meeting.learning_needs]
                    .into_iter()
                    .for_each(hide);
            }
        }
        Gathering::Failed(_) => {}
    }
}

fn scramble_register(register: &mut Register) {
    for known in register.patients.iter_mut().map(Arc::make_mut) {
        for text in [
            &mut known.label,
            &mut known.born,
            &mut known.own_words,
            &mut known.group,
            &mut known.group_folded,
            &mut known.central_carer,
            &mut known.brought_by,
            &mut known.question,
        ] {
            hide(text);
        }
        known.also_of.iter_mut().for_each(hide);
        known.called.iter_mut().flat_map(|(_, called)| called).for_each(hide);
        for open in known.agreements.iter_mut().map(Arc::make_mut) {
            hide(&mut open.owner);
            scramble_agreement(&mut open.agreement);
        }
    }
    for group in &mut register.groups {
        hide(&mut group.name);
        group.formerly.iter_mut().for_each(hide);
        hide(&mut group.planned);
        scramble_participants(&mut group.participants);
    }
    register.standing.values_mut().for_each(scramble_standing);
}

fn scramble_standing(standing: &mut Standing) {
    let answers = standing.answers.values_mut().chain(standing.open_again.values_mut());
    answers.for_each(|stood| scramble_answer(&mut stood.value));
    let said = [&mut standing.said.question, &mut standing.said.notes];
    said.into_iter().flatten().for_each(|stood| hide(&mut stood.value));
    standing.put_off.values_mut().for_each(|stood| scramble_judgement(&mut stood.value));
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
    answer.said_of = scramble(&answer.said_of);
    if let Some(
        Given::Number(text) | Given::Date(text) | Given::Text(text) | Given::Person(Person::Outside(text)),
    ) = &mut answer.given
    {
        *text = scramble(text);
    }
}
