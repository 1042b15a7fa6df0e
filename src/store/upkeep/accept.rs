//! Saying that a notebook is right as it is: what was older, other or gone counts as meant from then on.

use std::path::Path;

use crate::store::disk::atomic;
use crate::store::notebook::Notebook;
use crate::store::notebook::holder::LockError;
use crate::store::record::format::SEALED_LIMIT;
use crate::store::record::names::{DEVICES, KEY_FILES, id_in_name};
use crate::store::record::problem::SaveError;
use crate::store::vault::mark::{Link, Tag};
use crate::store::witness::remembered::Remembered;
use crate::store::witness::roll::Entry;
use crate::store::witness::tampering::Tampering;

/// What became of accepting.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Accepted {
    /// What counts as meant from now on.
    pub accepted: Vec<Tampering>,
    /// What cannot: it does not open, or another program has it open.
    pub left: Vec<Tampering>,
}

impl Notebook {
    /// Takes the notebook as it is: older versions are written anew as the newest, and what is gone is not missed any more.
    ///
    /// # Errors
    ///
    /// [`SaveError`] when the disk does not take it; doing it again goes on.
    pub fn accept(&self) -> Result<Accepted, SaveError> {
        let mut done = Accepted::default();
        // What is not sealed has no marks and no rolls, and gets none by this.
        if self.custody.codec.is_plain() {
            return Ok(done);
        }
        for found in self.tampering() {
            let is_done = match &found {
                Tampering::Older(path) | Tampering::Other(path) | Tampering::Back(path) => {
                    if KEY_FILES.contains(&path.as_str()) { self.settle_key(path) } else { self.renew(path)? }
                }
                Tampering::Doubted(path) => {
                    self.custody.chain().own.doubted.remove(path);
                    true
                }
                Tampering::Gone(path) | Tampering::KeyGone(path) => {
                    let mut chain = self.custody.chain();
                    let revision = chain.revision(path);
                    chain.note(path, Entry::Gone(revision));
                    true
                }
                Tampering::Key(path) => self.settle_key(path),
                Tampering::Mark(path) => self.take_mark_away(path)?,
                Tampering::Unreadable(path, _) if path.starts_with(DEVICES) => self.drop_roll(path)?,
                Tampering::Unreadable(..) => false,
                Tampering::RollGone(path) | Tampering::RollOlder(path) => self.drop_roll(path)?,
                Tampering::NoRolls(path) => {
                    self.custody.chain().own.doubted.remove(path);
                    true
                }
                Tampering::Waiting { .. } => self.take_junk_away()?,
                // Unlocking takes them into the log.
                Tampering::WaitingFull(_) => false,
                Tampering::Memory { .. } => {
                    let mut chain = self.custody.chain();
                    chain.remembered = Remembered::new();
                    chain.own_links.clear();
                    (chain.unremembered, chain.has_forgotten) = (true, false);
                    true
                }
            };
            if is_done { done.accepted.push(found) } else { done.left.push(found) }
        }
        {
            let _writing = self.custody.writing.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
            self.custody.note_keys();
            self.custody.write_roll(true)?;
            self.custody.remember_rolls();
        }
        // What was said to be right is judged anew.
        self.custody.reload_chain();
        Ok(done)
    }

    fn settle_key(&self, name: &str) -> bool {
        // Without an entry that fits, the file is noted as it is.
        let Ok(bytes) = self.files.read(&self.folder.join(name), SEALED_LIMIT) else {
            return false;
        };
        let mut chain = self.custody.chain();
        let revision = chain.revision(name).saturating_add(1);
        chain.note(name, Entry::Here(Link { revision, tag: Tag::of_bytes(&bytes) }));
        true
    }

    /// Writes a file anew as the newest version of itself; false where somebody has it open.
    fn renew(&self, within: &str) -> Result<bool, SaveError> {
        let path = self.custody.absolute(within);
        let _lock =
            match id_in_name(&path).filter(|_| within.starts_with("meetings/")).map(|id| self.lock(id)) {
                Some(Err(LockError::Fault { path, fault })) => return Err(SaveError::Fault { path, fault }),
                Some(Err(_)) => return Ok(false),
                Some(Ok(lock)) => Some(lock),
                None => None,
            };
        let Ok(opened) = self.custody.read_sealed(&path).and_then(|bytes| self.custody.open_at(&path, bytes))
        else {
            return Ok(false);
        };
        let (sealed, link) = self.custody.seal_at(&path, opened.link, opened.plain)?;
        let (folder, name) = (path.parent().unwrap_or(&path), name_of(&path));
        atomic::put(self.files.as_ref(), folder, name, &sealed)
            .map_err(|error| SaveError::fault(&path, &error))?;
        self.custody.note(&path, link);
        self.custody.chain().own.doubted.remove(within);
        Ok(true)
    }

    fn take_mark_away(&self, within: &str) -> Result<bool, SaveError> {
        let path = self.custody.absolute(within);
        self.files.remove(&path).map_err(|error| SaveError::fault(&path, &error))?;
        self.files.sync_folder(&self.folder).map_err(|error| SaveError::fault(&self.folder, &error))?;
        Ok(true)
    }

    /// Takes over what the roll of another computer says, as far as it can be read, and has that computer begin anew.
    fn drop_roll(&self, within: &str) -> Result<bool, SaveError> {
        let path = self.custody.absolute(within);
        let is_own = {
            let mut chain = self.custody.chain();
            let known = chain.rolls.get(within).map(|(_, roll)| roll.clone());
            if let Some(roll) = known {
                chain.take_over(&roll);
            }
            chain.is_own(within)
        };
        if is_own {
            // It is written over.
            return Ok(true);
        }
        match self.files.remove(&path) {
            Err(error) if error.kind() != std::io::ErrorKind::NotFound => {
                return Err(SaveError::fault(&path, &error));
            }
            _ => {}
        }
        let mut chain = self.custody.chain();
        let seen = chain.remembered.seen.remove(within).map_or(0, |link| link.revision);
        let revision = chain.revision(within).max(seen);
        chain.note(within, Entry::Gone(revision));
        chain.unremembered = true;
        Ok(true)
    }
}

fn name_of(path: &Path) -> &str {
    path.file_name().and_then(|name| name.to_str()).unwrap_or_default()
}
