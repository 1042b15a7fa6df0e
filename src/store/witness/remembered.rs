//! What this computer remembers of a notebook, outside it: without that, a whole notebook could be put back to an earlier
//! day, and nothing in it would say so.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::store::disk::atomic;
use crate::store::disk::files::{Files, create_folders};
use crate::store::record::format::{decode_small, encode_small};
use crate::store::record::problem::ReadProblem;
use crate::store::vault::codec::Codec;
use crate::store::vault::mark::{Link, Mark, Subject};

/// The number of a computer that cannot remember anything.
pub(in crate::store) const NOBODY: &str = "00000000000000000000000000000000";

const ENDING: &str = ".seen";

/// The largest of these files, in bytes.
const LIMIT: u64 = 1024 * 1024;

/// What this computer remembers of one notebook.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(in crate::store) struct Remembered {
    /// The number of this computer, which says nothing about it.
    pub(in crate::store) computer: String,
    /// The newest roll of each computer that this one has seen, by path.
    pub(in crate::store) seen: BTreeMap<String, Link>,
    /// Which version of the file this was read from.
    pub(in crate::store) link: Option<Link>,
}

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Content {
    computer: String,
    #[serde(default)]
    seen: BTreeMap<String, String>,
}

/// The file in which this computer remembers the notebook in `folder`; its name says nothing of which that is.
pub(in crate::store) fn file(memory: &Path, codec: &dyn Codec, folder: &Path) -> Option<PathBuf> {
    let name = codec.name(&["notebook", &folder.to_string_lossy()])?;
    Some(memory.join(format!("{name}{ENDING}")))
}

fn subject(path: &Path) -> Subject {
    let name = path.file_stem().unwrap_or_default().to_string_lossy();
    Subject::of(&format!("remembered/{name}"))
}

pub(in crate::store) fn is_number(text: &str) -> bool {
    text.len() == NOBODY.len() && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}

impl Remembered {
    /// A computer that has not seen the notebook yet.
    pub(in crate::store) fn new() -> Self {
        let mut number = [0_u8; 16];
        // Without randomness it is a computer that cannot remember.
        let _ = getrandom::fill(&mut number);
        let computer = number.iter().map(|byte| format!("{byte:02x}")).collect();
        Self { computer, ..Self::default() }
    }

    pub(in crate::store) fn nobody() -> Self {
        Self { computer: NOBODY.to_owned(), ..Self::default() }
    }

    /// Reads what is remembered; `None` where nothing is yet.
    pub(in crate::store) fn read(
        files: &dyn Files,
        codec: &dyn Codec,
        path: &Path,
    ) -> Result<Option<Self>, ReadProblem> {
        let sealed = match files.read(path, LIMIT) {
            Ok(sealed) => sealed,
            Err(error) => {
                let problem = ReadProblem::fault(path, &error);
                return if problem.is_absent() { Ok(None) } else { Err(problem) };
            }
        };
        let opened = codec.open_earlier(&subject(path), sealed).map_err(|error| error.at(path))?;
        let content: Content = decode_small(&opened.plain, path)?;
        let seen = content.seen.into_iter().filter_map(|(path, link)| Some((path, link.parse().ok()?)));
        let computer = if is_number(&content.computer) { content.computer } else { NOBODY.to_owned() };
        Ok(Some(Self { computer, seen: seen.collect(), link: opened.link }))
    }

    /// Puts it on the disk; gives which version that is.
    pub(in crate::store) fn write(&self, files: &dyn Files, codec: &dyn Codec, path: &Path) -> Option<Link> {
        let seen = self.seen.iter().map(|(path, link)| (path.clone(), link.to_string())).collect();
        let plain = encode_small(&Content { computer: self.computer.clone(), seen }).ok()?;
        let revision = self.link.map_or(1, |link| link.revision.saturating_add(1));
        let mark = Mark { subject: subject(path), revision, previous: self.link.map(|link| link.tag) };
        let (sealed, link) = codec.seal(&mark, plain).ok()?;
        let (folder, name) = (path.parent()?, path.file_name()?.to_str()?);
        create_folders(files, folder).ok()?;
        atomic::put(files, folder, name, &sealed).ok()?;
        link
    }
}
