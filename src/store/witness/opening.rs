//! Opening a sealed notebook with its keys: whether a plain file in it is taken for one of it.

use std::path::Path;
use std::sync::Arc;

use super::roll::{Entry, Roll};
use crate::store::disk::files::Files;
use crate::store::record::format::SEALED_LIMIT;
use crate::store::record::names::{DEVICES, UNDER_WAY};
use crate::store::vault::codec::Codec;
use crate::store::vault::key_files::KeyFiles;
use crate::store::vault::keys::Keys;
use crate::store::vault::mark::Subject;
use crate::store::vault::problem::KeyProblem;
use crate::store::vault::protection::{LIMIT, SEALING, is_absent};

/// The codec for the notebook in `folder`, with its keys.
///
/// # Errors
///
/// What the disk says.
pub fn codec(files: &dyn Files, folder: &Path, keys: &Keys) -> Result<Arc<dyn Codec>, KeyProblem> {
    Ok(Arc::new(keys.codec(is_being_sealed(files, folder, keys)?)))
}

/// The same, which also opens what was sealed before a reader was removed: for putting back a backup.
///
/// # Errors
///
/// What the disk says.
pub fn codec_for_backups(
    files: &dyn Files,
    folder: &Path,
    keys: &Keys,
) -> Result<Arc<dyn Codec>, KeyProblem> {
    Ok(Arc::new(keys.codec_for_backups(is_being_sealed(files, folder, keys)?)))
}

/// Whether somebody with these keys began to seal the notebook, and did not finish.
///
/// The keyring says so, which nobody can make without the keys, and an earlier one of which does not open. The mark alone proves
/// nothing: it was there once, and whoever kept it could put it back.
fn is_being_sealed(files: &dyn Files, folder: &Path, keys: &Keys) -> Result<bool, KeyProblem> {
    let path = folder.join(UNDER_WAY);
    match files.read(&path, LIMIT) {
        Ok(bytes) => {
            let codec = keys.codec(false);
            let mark = codec.open(&Subject::of(UNDER_WAY), bytes);
            // An earlier mark that was put back is none: while it is believed, plain files open.
            let is_mark = mark.is_ok_and(|mark| mark.plain == SEALING);
            Ok(is_mark && says_so(files, folder, keys)? && !is_let_go(files, folder, &codec, UNDER_WAY))
        }
        Err(error) if is_absent(&error) => Ok(false),
        Err(error) => Err(KeyProblem::fault(&path, &error)),
    }
}

/// Whether the keyring that is there now says that the notebook is being sealed.
fn says_so(files: &dyn Files, folder: &Path, keys: &Keys) -> Result<bool, KeyProblem> {
    let key_files = KeyFiles::read(files, folder)?.unwrap_or_default();
    Ok(key_files.enter(keys.me.clone(), &keys.own_file, false).is_ok_and(|now| now.ring.sealing))
}

/// Whether any roll says that this file was deleted, or was about to be.
fn is_let_go(files: &dyn Files, folder: &Path, codec: &dyn Codec, within: &str) -> bool {
    let folder = folder.join(DEVICES);
    let says_so = |name: String| {
        let path = folder.join(&name);
        let bytes = files.read(&path, SEALED_LIMIT).ok()?;
        let opened = codec.open(&Subject::of(&format!("{}/{name}", DEVICES)), bytes).ok()?;
        Roll::decode(&opened.plain, &path).ok()?.files.get(within).copied()
    };
    let entries = files.list(&folder).unwrap_or_default();
    entries.into_iter().any(|entry| matches!(says_so(entry.name), Some(Entry::Going(_) | Entry::Gone(_))))
}
