//! One history of everything that was changed, for undo and redo.

use chrono::NaiveDateTime;
use serde::{Deserialize, Serialize};

use crate::app::page::{RowId, Screen};
use crate::meeting::{
    AgreementId, Answer, AnswerText, Change, DoesNotFit, Meeting, Owner, ParticipantId, PatientId,
    QuestionKey, ReviewDetails, Shared, Stamp, TextPlace, answer_text,
};
use crate::text::TextEdit;

/// What was changed by one intent, and where one was at that moment.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Entry {
    /// The changes in the order in which they were made.
    pub changes: Vec<Change>,
    /// When.
    pub at: NaiveDateTime,
    /// By whom: the notulist at that moment.
    pub by: Option<ParticipantId>,
    /// The screen on which it happened.
    pub screen: Screen,
    /// The row on which it happened.
    pub row: Option<RowId>,
}

impl Entry {
    /// Whether somebody chose an answer, and did nothing else.
    pub fn is_choice(&self) -> bool {
        // Hands that are counted are taken back one by one.
        let answers = |change: &Change| match change {
            Change::Answer { before, after, .. } => {
                let counts = |answer: &Option<Box<Answer>>| {
                    answer.as_ref().map(|answer| answer.counts.clone()).unwrap_or_default()
                };
                counts(before) == counts(after)
            }
            _ => false,
        };
        let along = |change: &Change| matches!(change, Change::Definition { .. } | Change::Route { .. });
        self.changes.iter().any(answers) && self.changes.iter().all(|change| answers(change) || along(change))
    }

    /// Whether an agreement of earlier came into the record to be looked at, and nothing else was done.
    pub fn only_takes(&self) -> bool {
        match self.changes.as_slice() {
            [Change::Agreement { before: None, after: Some(after), .. }] => after.from.is_some(),
            [Change::Review { before: None, after: Some(after), .. }] => after.is_aside(),
            _ => false,
        }
    }

    /// Whether what was chosen was taken back on the same row.
    pub fn came_to_nothing(&self) -> bool {
        let answers = |change: &&Change| matches!(change, Change::Answer { .. });
        self.is_choice() && self.changes.iter().filter(answers).all(Change::is_nothing)
    }
}

/// Everything that can be undone and redone since the meeting was opened.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct History {
    done: Vec<Shared<Entry>>,
    undone: Vec<Shared<Entry>>,
    run_ended: bool,
}

impl History {
    /// Adds what was just done; typing joins into runs, what is chosen on one row into one choice, and nothing can be redone any more.
    pub fn add(&mut self, entry: Entry) {
        self.undone.clear();
        let joined = match self.done.last_mut() {
            Some(last) if !self.run_ended => join(last, &entry) || choose_on(last, &entry),
            _ => false,
        };
        if !joined {
            self.done.push(entry.into());
        }
        self.run_ended = false;
    }

    /// Ends a run of typing: what comes next is undone by itself.
    pub fn end_run(&mut self) {
        self.run_ended = true;
    }

    /// Forgets what was done last, where it was taken back and left nothing.
    pub fn forget_newest(&mut self) {
        self.done.pop();
    }

    /// What was done last, unless something was just taken back.
    pub fn newest(&self) -> Option<&Entry> {
        self.done.last().filter(|_| self.undone.is_empty()).map(|entry| &**entry)
    }

    /// What stood at `place` before what was done there last, which left `text`: newest first, each with its stamp.
    pub fn texts_before<'h>(
        &'h self,
        place: &'h TextPlace,
        text: &str,
    ) -> impl Iterator<Item = (String, Option<Stamp>)> + use<'h> {
        let mut text = text.to_owned();
        self.done.iter().rev().map_while(move |entry| match entry.changes.as_slice() {
            [.., Change::Text { place: typed, edit, before, .. }] if typed == place => {
                edit.inverse().apply(&mut text).ok()?;
                Some((text.clone(), *before))
            }
            // An answer that began with its first letter, or went with its last one.
            [.., Change::Answer { patient, question, before, .. }] => match place {
                TextPlace::Answer(of, own, which) if of == patient && own == question => {
                    let known = before.as_deref();
                    text = known.map_or("", |answer| answer_text(answer, *which)).to_owned();
                    Some((text.clone(), known.map(|answer| answer.recorded)))
                }
                _ => None,
            },
            _ => None,
        })
    }

    /// The small facts of a discussion as they stood before somebody noted last that the patient has died.
    pub fn before_death(&self, patient: PatientId) -> Option<&ReviewDetails> {
        self.done.iter().rev().flat_map(|entry| entry.changes.iter().rev()).find_map(|change| match change {
            Change::ReviewDetails { patient: own, before, after }
                if *own == patient && !before.deceased && after.deceased =>
            {
                Some(&**before)
            }
            _ => None,
        })
    }

    /// Who had an agreement before it became somebody's from outside; none where it is not known that anybody had it.
    pub fn owner_before_outside(&self, id: AgreementId) -> Option<Owner> {
        self.done.iter().rev().flat_map(|entry| entry.changes.iter().rev()).find_map(
            |change| match change {
                Change::Agreement { before: Some(before), after: Some(after), .. }
                    if after.id == id
                        && after.owner == Some(Owner::Outside)
                        && before.owner != after.owner =>
                {
                    Some(before.owner)
                }
                _ => None,
            },
        )?
    }

    /// Whether something can be undone.
    pub fn can_undo(&self) -> bool {
        !self.done.is_empty()
    }

    /// Whether something can be redone.
    pub fn can_redo(&self) -> bool {
        !self.undone.is_empty()
    }

    /// Takes back the last entry; `None` when there is nothing to take back.
    ///
    /// # Errors
    ///
    /// [`DoesNotFit`] when the record is not as the history left it; both stay as they were.
    pub fn undo(&mut self, meeting: &mut Meeting) -> Result<Option<&Entry>, DoesNotFit> {
        self.run_ended = true;
        let Some(entry) = self.done.last() else { return Ok(None) };
        let inverses: Vec<Change> = entry.changes.iter().rev().map(Change::inverse).collect();
        apply_all(&inverses, meeting)?;
        self.undone.extend(self.done.pop());
        Ok(self.undone.last().map(|entry| &**entry))
    }

    /// Takes back the last `steps` entries as if they had never been made.
    ///
    /// # Errors
    ///
    /// [`DoesNotFit`] as for [`History::undo`]; what was taken back before it stays so.
    pub fn rewind(&mut self, meeting: &mut Meeting, steps: usize) -> Result<(), DoesNotFit> {
        for _ in 0..steps {
            self.undo(meeting)?;
            self.undone.pop();
        }
        Ok(())
    }

    /// Makes the last entry that was taken back again; `None` when there is none. What was only looked at comes with what was done there.
    ///
    /// # Errors
    ///
    /// [`DoesNotFit`] as for [`History::undo`].
    pub fn redo(&mut self, meeting: &mut Meeting) -> Result<Option<&Entry>, DoesNotFit> {
        self.run_ended = true;
        if self.undone.is_empty() {
            return Ok(None);
        }
        let mut only_takes = true;
        while let Some(entry) = self.undone.last().filter(|_| only_takes) {
            apply_all(&entry.changes, meeting)?;
            only_takes = entry.only_takes();
            self.done.extend(self.undone.pop());
        }
        Ok(self.done.last().map(|entry| &**entry))
    }
}

/// Applies all of `changes`, or none.
///
/// # Errors
///
/// [`DoesNotFit`] when one of them does not fit; the record is then as it was.
pub fn apply_all(changes: &[Change], meeting: &mut Meeting) -> Result<(), DoesNotFit> {
    for (done, change) in changes.iter().enumerate() {
        if change.apply(meeting).is_err() {
            for earlier in changes.iter().take(done).rev() {
                earlier.inverse().apply(meeting)?;
            }
            return Err(DoesNotFit);
        }
    }
    Ok(())
}

/// The letter with which an answer began that took the place of another: the rest of its run belongs to it.
fn first_letter(
    last: &Entry,
    patient: PatientId,
    question: &QuestionKey,
    which: AnswerText,
) -> Option<TextEdit> {
    let Some(Change::Answer { patient: of, question: own, after: Some(after), .. }) = last.changes.last()
    else {
        return None;
    };
    let text = if which == AnswerText::Note { "" } else { answer_text(after, which) };
    let begins = *of == patient && own == question && text.chars().count() == 1;
    begins.then(|| TextEdit { at: 0, removed: String::new(), inserted: text.to_owned() })
}

/// Takes in what was chosen on the same row, so that all of it is one choice.
fn choose_on(last: &mut Entry, next: &Entry) -> bool {
    let is_here = last.screen == next.screen && last.row.is_some() && last.row == next.row;
    if !is_here || !last.is_choice() || !next.is_choice() {
        return false;
    }
    for change in &next.changes {
        if !last.changes.iter_mut().any(|known| known.take_in(change)) {
            last.changes.push(change.clone());
        }
    }
    true
}

fn join(last: &mut Entry, next: &Entry) -> bool {
    if let [change @ Change::Text { place: TextPlace::Answer(patient, question, which), edit, .. }] =
        next.changes.as_slice()
        && last.screen == next.screen
        && let Some(mut typed) = first_letter(last, *patient, question, *which)
    {
        let joins = typed.join(edit);
        last.changes.extend(joins.then(|| change.clone()));
        return joins;
    }
    let (
        [.., Change::Text { place, edit, after, .. }],
        [Change::Text { place: next_place, edit: next_edit, after: next_after, .. }],
    ) = (last.changes.as_mut_slice(), next.changes.as_slice())
    else {
        return false;
    };
    if place != next_place || last.screen != next.screen {
        return false;
    }
    if !edit.join(next_edit) {
        return false;
    }
    *after = *next_after;
    true
}
