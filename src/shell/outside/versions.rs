//! Effects on the versions of a meeting: keeping, listing, reading, putting away, recovering, and the rescue copy.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::SystemTime;

use crate::shell::computer::rescue_folders;
use chrono::NaiveDateTime;

use super::{Outside, both, open, pinned, pinned_routes};
use crate::app::{
    FileProblem, KeepVersion, Msg, Opened, Origin, OtherVersion, PutAway, Save, VersionRead, WayOut,
};
use crate::checklist::Localized;
use crate::meeting::{Meeting, MeetingId, typed};
use crate::store::{LeftOver, Notebook, ReadProblem, RealFiles, Version, clock, put_whole};

fn local_time(time: SystemTime) -> NaiveDateTime {
    clock::local(clock::moment(time))
}

/// A version with where it is.
struct Found {
    version: OtherVersion,
    place: Place,
}

enum Place {
    Kept(Version),
    Beside(PathBuf),
    LeftOver(LeftOver),
}

impl Outside {
    /// Lets go of every meeting that this program holds, so that others are not told of it any more.
    ///
    /// The threads that share this value may outlive the program's own end, and would keep it from happening by itself.
    pub fn let_go_of_all(&self) {
        open(&self.locks).clear();
    }

    /// The versions that there are of a meeting, newest first; those that wait for a choice come before the others.
    pub(in crate::shell) fn versions(&self, notebook: &Notebook, id: MeetingId) -> Vec<OtherVersion> {
        self.find(notebook, id).into_iter().map(|found| found.version).collect()
    }

    fn find(&self, notebook: &Notebook, id: MeetingId) -> Vec<Found> {
        let name = |path: &Path| path.file_name().unwrap_or_default().to_string_lossy().into();
        let kept = notebook.versions(id).into_iter().map(|version| Found {
            version: OtherVersion {
                name: name(&notebook.version_path(&version)),
                at: clock::local(version.at),
                origin: Origin::Kept(version.reason),
            },
            place: Place::Kept(version),
        });
        let beside = notebook.second_versions(id).into_iter().filter_map(|path| {
            let at = local_time(notebook.changed_at(&path)?);
            let version = OtherVersion { name: name(&path), at, origin: Origin::Beside };
            Some(Found { version, place: Place::Beside(path) })
        });
        let known = self.left_over_files(notebook);
        let left =
            known.into_iter().filter(|left| left.meeting == id && left.path.exists()).map(|left| Found {
                version: OtherVersion {
                    name: name(&left.path),
                    at: local_time(left.written),
                    origin: Origin::LeftOver,
                },
                place: Place::LeftOver(left),
            });
        let mut found: Vec<Found> = beside.chain(left).chain(kept).collect();
        found.sort_by_key(|found| (!found.version.waits(), std::cmp::Reverse(found.version.at)));
        found
    }

    /// Keeps a version; that this does not succeed is no reason to disturb a meeting, for the save itself did.
    pub(in crate::shell) fn keep_version(&self, keep: &KeepVersion) -> Option<Msg> {
        let notebook = self.notebook().ok()?;
        let id = keep.meeting.id;
        match notebook.keep_version(&keep.meeting, keep.reason) {
            Ok(true) => Some(Msg::Versions(id, self.versions(&notebook, id))),
            Ok(false) | Err(_) => None,
        }
    }

    /// Reads a version that was chosen from the list.
    pub(in crate::shell) fn read_version(&self, id: MeetingId, wanted: &OtherVersion) -> Msg {
        let read = self.notebook().and_then(|notebook| {
            let found = self.find(&notebook, id).into_iter().find(|found| found.version.name == wanted.name);
            let gone = || both(|language| language.version_gone().to_owned());
            let found = found.ok_or_else(gone)?;
            let meeting = read(&notebook, &found.place)
                .map_err(|problem| both(|language| problem.message(language)))?;
            let definitions = pinned(&notebook, &meeting);
            let routes = pinned_routes(&notebook, &meeting);
            Ok(VersionRead { version: found.version, meeting, definitions, routes })
        });
        match read {
            Ok(read) => Msg::VersionRead(Box::new(read)),
            Err(why) => Msg::OpenFailed(Box::new(why)),
        }
    }

    /// Puts a version away about which somebody has chosen.
    pub(in crate::shell) fn put_version_away(&self, id: MeetingId, wanted: &OtherVersion) -> Msg {
        let notebook = match self.notebook() {
            Ok(notebook) => notebook,
            Err(why) => {
                return Msg::PutAway(Box::new(PutAway {
                    meeting: id,
                    versions: Vec::new(),
                    failed: Some(why),
                }));
            }
        };
        let found = self.find(&notebook, id).into_iter().find(|found| found.version.name == wanted.name);
        let done = match found.map(|found| found.place) {
            Some(Place::Beside(path)) => notebook.put_away(&path),
            Some(Place::LeftOver(left)) => notebook.put_away(&left.path),
            // It is gone, or it is where it belongs.
            Some(Place::Kept(_)) | None => Ok(()),
        };
        self.forget_left_over();
        let failed = done.err().map(|error| both(|language| error.message(language)));
        Msg::PutAway(Box::new(PutAway { meeting: id, versions: self.versions(&notebook, id), failed }))
    }

    /// Sets a damaged meeting aside, and opens the newest version that can be read in its place.
    pub(in crate::shell) fn recover_meeting(&self, id: MeetingId) -> Result<Opened, Localized> {
        let notebook = self.notebook()?;
        self.hold(&notebook, id, false).map_err(|why| both(|language| why.message(language)))?;
        let readable = self.find(&notebook, id).into_iter().filter_map(|found| {
            let meeting = read(&notebook, &found.place).ok()?;
            Some((found.version.at, meeting))
        });
        let Some((at, meeting)) = readable.max_by_key(|(at, _)| *at) else {
            return Err(both(|language| language.nothing_to_recover().to_owned()));
        };
        let failed = |error: crate::store::SaveError| both(|language| error.message(language));
        let aside = match notebook.load(id) {
            // It can be read after all; nothing may take its place.
            Ok(_) => return self.open_meeting(id, false),
            Err(problem) if problem.is_absent() => None,
            Err(problem) if problem.is_damage() => Some(notebook.set_aside(id).map_err(failed)?),
            Err(problem) => return Err(both(|language| problem.message(language))),
        };
        notebook.save(&meeting, &[]).map_err(failed)?;
        self.forget_left_over();
        let aside = aside.as_deref().and_then(Path::file_name).map(std::ffi::OsStr::to_string_lossy);
        let aside = crate::text::visible_line(&aside.unwrap_or_default()).into_owned();
        let told = both(|language| {
            let when = format!("{} {}", typed::day(at.date(), language), at.format("%H:%M"));
            language.meeting_recovered(&when, &aside)
        });
        Ok(Opened { told: Some(told), ..self.open_meeting(id, false)? })
    }

    /// What can be done about a meeting that cannot be read: nothing takes the place of what may be whole.
    pub(in crate::shell) fn way_out(
        &self,
        notebook: &Notebook,
        (id, problem): (MeetingId, &ReadProblem),
    ) -> Option<WayOut> {
        let may_be_replaced = problem.is_damage() || problem.is_absent();
        (may_be_replaced && !self.find(notebook, id).is_empty()).then_some(WayOut::Recover(id))
    }

    /// What a stopped program left, as something that can be done about.
    pub(in crate::shell) fn left_over_problem(notebook: &Notebook, left: &LeftOver) -> FileProblem {
        let is_there = notebook.read(left.meeting).is_ok();
        let way_out = if is_there { WayOut::Compare(left.meeting) } else { WayOut::Recover(left.meeting) };
        FileProblem {
            file: crate::text::visible_line(&left.path.to_string_lossy()).into_owned(),
            message: both(|language| left.message(language)),
            way_out: Some(way_out),
        }
    }

    /// Writes a rescue copy, as a small notebook of its own, in the first folder outside the notebook that takes it.
    pub(in crate::shell) fn save_elsewhere(&self, save: &Save) -> Msg {
        let definitions: Vec<(String, Arc<str>)> =
            save.definitions.iter().map(|one| (one.hash.to_string(), one.source.clone())).collect();
        let mut reason = None;
        for folder in rescue_folders() {
            // A copy of a notebook with a passphrase opens with that passphrase, and is no more readable than it.
            let saved = Notebook::open_with(&folder, Arc::new(RealFiles), self.codec.clone())
                .map_err(|error| both(|language| error.message(language)))
                .and_then(|notebook| self.copy_keys(&folder).map(|()| notebook))
                .and_then(|notebook| {
                    notebook
                        .save(&save.meeting, &definitions)
                        .map_err(|error| both(|language| error.message(language)))?;
                    // That nobody would miss a file of it does not make the copy less.
                    notebook.note_keys();
                    let _ = notebook.witness();
                    Ok(())
                });
            match saved {
                Ok(()) => {
                    let folder = crate::text::visible_line(&folder.to_string_lossy()).into_owned();
                    let told = both(|language| language.saved_elsewhere(&folder));
                    return Msg::SavedElsewhere(Some(save.revision), Box::new(told));
                }
                Err(why) => reason = Some(why),
            }
        }
        let reason = reason.unwrap_or_else(|| both(|language| language.no_notebook_place().to_owned()));
        let told = both(|language| language.saved_nowhere(reason.get(language)));
        Msg::SavedElsewhere(None, Box::new(told))
    }

    /// Puts what opens this notebook beside a rescue copy of it, as it was when the program started: so the copy opens
    /// also when the notebook is out of reach, or got other keys meanwhile.
    fn copy_keys(&self, to: &Path) -> Result<(), Localized> {
        for (name, bytes) in self.codec.openers() {
            let (place, name) = match name.rsplit_once('/') {
                Some((within, name)) => (to.join(within), name.to_owned()),
                None => (to.to_owned(), name),
            };
            put_whole(&RealFiles, &place, &name, &bytes).map_err(|(path, error)| {
                let fault = crate::store::Fault::of(&error);
                let path = crate::text::visible_line(&path.to_string_lossy()).into_owned();
                both(|language| language.cli_unreadable(&path, &fault.reason(language)))
            })?;
        }
        Ok(())
    }

    fn left_over_files(&self, notebook: &Notebook) -> Vec<LeftOver> {
        open(&self.left_over).get_or_insert_with(|| notebook.sweep().recoverable).clone()
    }

    /// The next list looks for what was left over anew.
    pub(super) fn forget_left_over(&self) {
        if let Some(known) = open(&self.left_over).as_mut() {
            known.retain(|left| left.path.exists());
        }
    }
}

fn read(notebook: &Notebook, place: &Place) -> Result<Meeting, ReadProblem> {
    match place {
        Place::Kept(version) => notebook.read_version(version),
        Place::Beside(path) => notebook.read_second_version(path),
        Place::LeftOver(left) => notebook.read_left_over(left),
    }
}
