//! Papers as files outside the notebook: folders for them, saving one whole, and having it shown.

use std::fs;
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

use super::{Outside, both, open, shown, viewer};
use crate::app::Msg;
use crate::app::message::{Existing, PaperFact, PaperFolder, SavePaper, UsualPlace};
use crate::checklist::Localized;
use crate::meeting::{Meeting, PatientId};
use crate::shell::computer::usual_places;
use crate::store::{Fault, RealFiles, entries, put_whole};

/// The most names of one folder that are looked at.
const MOST: usize = 10_000;

/// The most numbers that are tried behind a name.
const MOST_BESIDE: usize = 1000;

/// The file in which this computer remembers where the last paper was saved.
const REMEMBERED: &str = "paper-folder";

/// Folders that programs copy to other computers, by a part of their name, in lower case.
const SYNCHRONISED: [(&str, &str); 14] = [
    ("onedrive", "OneDrive"),
    ("sharepoint", "SharePoint"),
    ("dropbox", "Dropbox"),
    ("google drive", "Google Drive"),
    ("googledrive", "Google Drive"),
    ("mobile documents", "iCloud"),
    ("icloud", "iCloud"),
    ("nextcloud", "Nextcloud"),
    ("owncloud", "ownCloud"),
    ("surfdrive", "SURFdrive"),
    ("pcloud", "pCloud"),
    ("proton drive", "Proton Drive"),
    ("megasync", "MEGA"),
    ("stack", "STACK"),
];

/// Files and folders that programs that synchronise leave in a folder.
const LEFT: [(&str, &str); 4] = [
    (".stfolder", "Syncthing"),
    (".dropbox", "Dropbox"),
    (".sync", "Resilio Sync"),
    (".sync.ffs_db", "FreeFileSync"),
];

impl Outside {
    /// Looks into a folder for papers; without one, into the one where they are saved first.
    pub(super) fn look_into_folder(&self, path: Option<&str>) -> Msg {
        let usual = self.usual_places();
        // Where none of them is there, the one that should be: it is named, and what is wrong with it is said.
        let missing = || crate::shell::computer::usual_places().into_iter().next_back();
        let first = || usual.first().cloned().or_else(missing).map_or_else(PathBuf::new, |(_, path)| path);
        let path = path.map_or_else(first, PathBuf::from);
        let (within, fault) = match folders_in(&path) {
            Ok(within) => (within, None),
            Err(error) => (Vec::new(), Some(Fault::at(&path, &error))),
        };
        let problem = match fault {
            _ if path.as_os_str().is_empty() => {
                Some(both(|language| language.paper_folder_unknown().to_owned()))
            }
            _ if self.is_in_notebook(&path) => Some(in_notebook(&path)),
            Some(fault) => {
                Some(both(|language| language.paper_folder_failed(&shown(&path), &fault.reason(language))))
            }
            None => None,
        };
        let text = |path: &Path| path.to_str().map(Box::<str>::from);
        let usual = usual.iter().filter_map(|(place, path)| Some((*place, text(path)?))).collect();
        Msg::PaperFolder(Box::new(PaperFolder {
            path: text(&path).unwrap_or_default(),
            above: path.parent().and_then(text),
            within,
            usual,
            synchronised: synchronised(&path).map(Into::into),
            problem,
        }))
    }

    /// Where the last paper was saved, and where people look for what they saved: what is there, and not in the notebook.
    fn usual_places(&self) -> Vec<(UsualPlace, PathBuf)> {
        let last = self.memory.as_ref().and_then(|memory| fs::read_to_string(memory.join(REMEMBERED)).ok());
        let last = last.map(|text| (UsualPlace::Last, PathBuf::from(text.trim_end_matches('\n'))));
        let set = open(&self.preferences).stored().paper_folder.clone();
        let set = set.map(|path| (UsualPlace::Set, PathBuf::from(path)));
        let mut places: Vec<(UsualPlace, PathBuf)> = Vec::new();
        for (place, path) in set.into_iter().chain(last).chain(usual_places()) {
            let is_known = places.iter().any(|(_, known)| *known == path);
            if path.is_absolute() && path.is_dir() && !is_known && !self.is_in_notebook(&path) {
                places.push((place, path));
            }
        }
        places
    }

    fn is_in_notebook(&self, path: &Path) -> bool {
        let whole = |path: &Path| path.canonicalize().unwrap_or_else(|_| path.to_owned());
        self.folder.as_ref().is_some_and(|folder| whole(path).starts_with(whole(folder)))
    }

    /// What copies the place of a file that leaves the notebook to other computers, as far as can be seen.
    ///
    /// # Errors
    ///
    /// When it is a place within the notebook, where nothing belongs but what is its own.
    pub fn place_of(&self, file: &Path) -> Result<Option<&'static str>, Localized> {
        let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        if self.is_in_notebook(folder) {
            return Err(in_notebook(folder));
        }
        Ok(synchronised(&folder.canonicalize().unwrap_or_else(|_| folder.to_owned())))
    }

    /// Saves a paper, and remembers where.
    pub(super) fn save_paper(&self, save: &SavePaper) -> Msg {
        Msg::PaperFact(Box::new(self.saved_paper(save)))
    }

    fn saved_paper(&self, save: &SavePaper) -> PaperFact {
        let folder = Path::new(&*save.folder);
        let failed = |path: &Path, fault: &Fault| {
            let path = shown(path);
            PaperFact::NotSaved(both(|language| language.paper_failed(&path, &fault.reason(language))))
        };
        if self.is_in_notebook(folder) {
            return PaperFact::NotSaved(in_notebook(folder));
        }
        if let Err(error) = fs::read_dir(folder) {
            return failed(folder, &Fault::at(folder, &error));
        }
        let mut path = folder.join(&*save.name);
        let mut replaces = false;
        match (path.symlink_metadata(), save.existing) {
            (Err(_), _) => {}
            (Ok(_), Existing::Ask) => return PaperFact::Exists,
            (Ok(_), Existing::Beside) => path = beside(&path),
            (Ok(known), Existing::Replace) if known.is_file() => replaces = true,
            (Ok(_), Existing::Replace) => {
                let path = shown(&path);
                return PaperFact::NotSaved(both(|language| language.paper_no_file(&path)));
            }
        }
        let bring = self.bring_outside(
            &path,
            save.text.as_bytes(),
            replaces,
            save.paper,
            save.meeting.as_deref(),
            &save.patients,
        );
        if let (Some(why), _) = &bring {
            open(&self.logbook).trouble = Some(Msg::LogFailed(Box::new(why.clone())));
        }
        match bring.1 {
            Ok(()) => {
                self.remember_folder(&save.folder);
                PaperFact::Saved(path.to_string_lossy().into())
            }
            // Somebody else was faster.
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => PaperFact::Exists,
            Err(error) => failed(&path, &Fault::at(&path, &error)),
        }
    }

    /// Notes in the access log that something leaves the notebook, and puts it in a file as a whole; gives why that could not be
    /// noted, and what came of writing.
    pub fn bring_outside(
        &self,
        path: &Path,
        content: &[u8],
        replaces: bool,
        paper: &str,
        meeting: Option<&Meeting>,
        patients: &[PatientId],
    ) -> (Option<Localized>, io::Result<()>) {
        let told = self.note_paper(paper, meeting, patients.to_vec());
        (told, put(path, content, replaces))
    }

    /// That a folder is not remembered costs one choice the next time.
    fn remember_folder(&self, folder: &str) {
        if let Some(memory) = &self.memory {
            let _ = put_whole(&RealFiles, memory, REMEMBERED, format!("{folder}\n").as_bytes());
        }
    }

    /// Has a program of the system show a paper.
    pub(super) fn show_paper(&self, path: &str) -> Msg {
        let fact = match viewer::open(Path::new(path), viewer::PROGRAM) {
            Ok(()) => PaperFact::Shown,
            Err(fault) => PaperFact::NotShown(both(|language| fault.message(language))),
        };
        Msg::PaperFact(Box::new(fact))
    }
}

fn in_notebook(folder: &Path) -> Localized {
    both(|language| language.paper_folder_failed(&shown(folder), language.paper_in_notebook()))
}

/// The folders in a folder that are not hidden, by name.
fn folders_in(path: &Path) -> io::Result<Vec<(Box<str>, Box<str>)>> {
    let mut within = Vec::new();
    for entry in entries::entries(path, MOST)? {
        let known = path.join(&entry.name);
        let (Some(name), Some(path)) = (entry.name.to_str(), known.to_str()) else { continue };
        if !name.starts_with('.') && known.is_dir() {
            within.push((Box::<str>::from(name), Box::<str>::from(path)));
        }
    }
    within.sort_by_cached_key(|(name, _)| name.to_lowercase());
    Ok(within)
}

/// What copies a folder to other computers, as far as its path or what lies in it says so.
fn synchronised(path: &Path) -> Option<&'static str> {
    let by_name = path.components().find_map(|part| {
        let name = part.as_os_str().to_string_lossy().to_lowercase();
        SYNCHRONISED.iter().find(|(known, _)| name.starts_with(known)).map(|(_, by)| *by)
    });
    by_name.or_else(|| {
        let mut all = path.ancestors();
        all.find_map(|folder| LEFT.iter().find(|(left, _)| folder.join(left).exists()).map(|(_, by)| *by))
    })
}

/// The first name with a number behind it that nothing has.
fn beside(path: &Path) -> PathBuf {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let ending = path.extension().unwrap_or_default().to_string_lossy().into_owned();
    let named = |number| path.with_file_name(format!("{stem}-{number}.{ending}"));
    let free = |path: &PathBuf| path.symlink_metadata().is_err();
    (2..MOST_BESIDE).map(named).find(free).unwrap_or_else(|| path.to_owned())
}

/// Writes a file beside its place, and gives it its name when it is whole; nobody else may read it.
fn put(path: &Path, content: &[u8], replaces: bool) -> io::Result<()> {
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut file = tempfile::Builder::new().prefix(".pallium-").tempfile_in(folder)?;
    file.write_all(content)?;
    file.as_file().sync_all()?;
    let named = if replaces { file.persist(path) } else { file.persist_noclobber(path) };
    named.map(drop).map_err(|error| error.error)
}

#[cfg(test)]
#[path = "tests/paper_files.rs"]
mod tests;
