//! What comes from a file of somebody else and is taken over as a record between meetings, with the way back.

use std::path::Path;
use std::sync::Arc;

use super::notebook::listed;
use crate::app::message::Save;
use crate::app::{Effect, Model, Msg};
use crate::checklist::{Checklist, Definition, Library, Name, shipped};
use crate::cli::console::numbers::Numbers;
use crate::cli::trouble::{Trouble, reason_at, shown};
use crate::meeting::{Id, Meeting, Pinned};
use crate::shell::Outside;
use crate::store::Reason;
use crate::words::Language;

/// The bytes of a file; nothing where there are more than `largest`.
///
/// # Errors
///
/// What the disk says, or that it is no ordinary file.
pub(in crate::cli) fn bytes(
    file: &Path,
    largest: usize,
    language: Language,
) -> Result<Option<Vec<u8>>, Trouble> {
    let fault = |error: std::io::Error| {
        Trouble::new(language.cli_unreadable(&shown(file), &reason_at(file, &error, language)))
    };
    let known = std::fs::metadata(file).map_err(fault)?;
    if !known.is_file() {
        return Err(Trouble::new(language.cli_no_ordinary_file(&shown(file))));
    }
    if known.len() > largest as u64 {
        return Ok(None);
    }
    std::fs::read(file).map(Some).map_err(fault)
}

/// Identities, drawn as many at a time as the program draws.
#[derive(Default)]
pub(in crate::cli) struct Ids(Vec<Id>);

impl Ids {
    /// One more.
    pub fn draw(&mut self, outside: &Outside, language: Language) -> Result<Id, Trouble> {
        if self.0.is_empty()
            && let Some(Msg::Ids(drawn)) = outside.perform(&Effect::DrawIds)
        {
            self.0.extend(drawn);
        }
        self.0.pop().ok_or_else(|| Trouble::new(language.taking_no_ids()))
    }

    /// So many.
    pub fn many(&mut self, count: usize, outside: &Outside, language: Language) -> Result<Vec<Id>, Trouble> {
        (0..count).map(|_| self.draw(outside, language)).collect()
    }
}

/// A record that is to be kept.
pub(in crate::cli) struct Record {
    /// The record, without what it pins.
    pub meeting: Meeting,
    /// The checklists that it uses.
    pub used: Vec<Name>,
    /// Whether only fictional patients are in the notebook.
    pub is_fictional: bool,
}

/// Keeps several records, or none of them.
///
/// # Errors
///
/// When one cannot be saved; those before it are empty again then.
pub(in crate::cli) fn save_all(
    outside: &Outside,
    records: Vec<Record>,
    model: &Model,
    asks: impl Fn(&Checklist, &Meeting) -> bool,
    language: Language,
) -> Result<Vec<String>, Trouble> {
    let mut kept: Vec<(Arc<Meeting>, String)> = Vec::new();
    for record in records {
        let empty = Arc::new(record.meeting.without_discussions());
        match save(outside, record, model, &asks, language) {
            Ok(id) => kept.push((empty, id)),
            Err(trouble) => {
                for (empty, _) in kept {
                    let back =
                        Save { meeting: empty, revision: 2, definitions: Vec::new(), routes: Vec::new() };
                    outside.perform(&Effect::SaveMeeting(back));
                }
                return Err(trouble);
            }
        }
    }
    Ok(kept.into_iter().map(|(_, id)| id).collect())
}

/// Keeps a record as a whole, after the same without discussions, which is the way back; the beginning of its identity.
///
/// # Errors
///
/// When it cannot be saved; nothing was taken over then.
pub(in crate::cli) fn save(
    outside: &Outside,
    record: Record,
    model: &Model,
    asks: impl Fn(&Checklist, &Meeting) -> bool,
    language: Language,
) -> Result<String, Trouble> {
    let Record { mut meeting, used, is_fictional } = record;
    meeting.details.fictional = is_fictional;
    let mut definitions: Vec<Arc<Definition>> = Vec::new();
    let shipped = Library::new(shipped());
    for name in &used {
        // A group may have its own that asks otherwise.
        let own = model.library.as_ref().and_then(|library| library.checklist(name));
        let own = own.filter(|definition| asks(&definition.checklist, &meeting));
        let found = own.or_else(|| shipped.checklist(name)).cloned();
        definitions.extend(found);
    }
    meeting.definitions = definitions.iter().map(|definition| Pinned::of(definition)).collect();
    let empty = meeting.without_discussions();
    let notebook = outside.notebook().map_err(|why| Trouble::new(why.get(language)))?;
    notebook.keep_version(&empty, Reason::Opened).map_err(|error| Trouble::new(error.message(language)))?;
    let id = meeting.id;
    let save = Save { meeting: Arc::new(meeting), revision: 1, definitions, routes: Vec::new() };
    match outside.perform(&Effect::SaveMeeting(save)) {
        Some(Msg::SaveFailed(_, _, why)) => Err(Trouble::new(why.get(language))),
        _ => {
            outside.perform(&Effect::LetGo(id));
            Ok(Numbers::of(listed(outside, language)?.meetings.iter().map(|known| known.id)).short(&id))
        }
    }
}
