//! That a notebook is for fictional patients only, as somebody said when they were asked.

use std::io;
use std::path::Path;

use super::protection::Statement;
use crate::store::disk::atomic;
use crate::store::disk::files::{Files, create_folders};
use crate::store::record::format::{decode_small, encode_small};
use crate::store::record::problem::{ReadProblem, SaveError};
use crate::text;

/// The file that says so.
pub(in crate::store) const FICTIONAL: &str = "fictional-patients.toml";

/// Its largest size, in bytes.
const LIMIT: u64 = 16 * 1024;

/// Who said that only fictional patients come into the notebook in `folder`, and when; `None` where nobody did.
///
/// # Errors
///
/// What the disk says, and a file that makes no sense.
pub fn fictional(files: &dyn Files, folder: &Path) -> Result<Option<Statement>, ReadProblem> {
    let path = folder.join(FICTIONAL);
    match files.read(&path, LIMIT) {
        Ok(bytes) => {
            let Statement { stated, who, place } = decode_small(&bytes, &path)?;
            let line = |text: String| text::visible_line(&text).chars().take(80).collect();
            Ok(Some(Statement { stated: line(stated), who: line(who), place: line(place) }))
        }
        Err(error) if matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory) => {
            Ok(None)
        }
        Err(error) => Err(ReadProblem::fault(&path, &error)),
    }
}

/// Records that only fictional patients come into the notebook in `folder`, which is made where it is not there.
///
/// # Errors
///
/// What the disk says.
pub fn state_fictional(files: &dyn Files, folder: &Path, statement: &Statement) -> Result<(), SaveError> {
    create_folders(files, folder).map_err(|(path, error)| SaveError::fault(&path, &error))?;
    let bytes = encode_small(statement).map_err(|_| SaveError::NotWritten)?;
    let put = atomic::put(files, folder, FICTIONAL, &bytes);
    put.map_err(|error| SaveError::fault(&folder.join(FICTIONAL), &error))
}

/// Takes that back, once the notebook is protected.
pub fn no_longer_fictional(files: &dyn Files, folder: &Path) {
    // What stays behind says less than the protection, which counts first.
    let _ = files.remove(&folder.join(FICTIONAL));
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::disk::files::RealFiles;

    #[test]
    fn it_is_said_once_and_can_be_taken_back() {
        let folder = tempfile::tempdir().unwrap();
        let folder = folder.path().join("notebook");
        assert_eq!(fictional(&RealFiles, &folder), Ok(None));
        let said = |who: &str| Statement { who: who.to_owned(), ..Statement::default() };
        state_fictional(&RealFiles, &folder, &said("een\u{1b}[2J")).unwrap();
        assert_eq!(fictional(&RealFiles, &folder), Ok(Some(said("een␛[2J"))));
        no_longer_fictional(&RealFiles, &folder);
        assert_eq!(fictional(&RealFiles, &folder), Ok(None));
        std::fs::write(folder.join(FICTIONAL), "geen toml").unwrap();
        assert!(fictional(&RealFiles, &folder).is_err());
    }
}
