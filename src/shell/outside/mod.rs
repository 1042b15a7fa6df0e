//! Performing effects on the world outside: the notebook, the folders of checklists, randomness.
//!
//! [`Outside::perform`] is a plain function from an effect to the fact that comes of it. The linear front end calls it in
//! between its questions; the lanes, on their threads, have the parts of a long list told as they become known.

pub mod definitions;
mod deleting;
pub mod editor;
mod log;
mod logbook;
mod looking_back;
pub mod own;
mod paper_files;
mod papers;
pub mod preferences;
mod search;
mod settings;
pub mod settings_file;
mod versions;
mod viewer;
mod witness;

pub use looking_back::old_in_course;
pub use looking_back::register_of;

use std::collections::hash_map::Entry;
use std::collections::{HashMap, HashSet};
use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicU64;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};

use crate::app::message::{Gathered, Gathering, PaperFact};
use crate::app::{Deleted, Effect, FileProblem, Listed, Msg, Opened, Place, Resume, Save, WayOut};
use crate::checklist::{Definition, Layer, Library, Localized, RouteDefinition};
use crate::meeting::{Id, Meeting, MeetingId, Register};
use crate::shell::computer::me;
use crate::store::{
    Codec, LastSeen, LeftOver, Listing, Lock, LockError, Names, Notebook, NotebookError, Plain, RealFiles,
};
use crate::words::Language;
use definitions::Trace;
use logbook::Logbook;
use preferences::{Preferences, Unsaved};

/// How many identifiers are drawn at once.
const IDS: usize = crate::app::model::IDS_AT_HAND;

/// The world outside, as far as effects reach it; shared by the lanes.
#[derive(Debug)]
pub struct Outside {
    pub(in crate::shell) folder: Option<PathBuf>,
    pub(in crate::shell) codec: Arc<dyn Codec>,
    /// Where this computer remembers what it saw of the notebook.
    memory: Option<PathBuf>,
    checklists: Vec<(Layer, PathBuf)>,
    preferences: Mutex<Preferences>,
    notebook: Mutex<Option<Arc<Notebook>>>,
    library: Mutex<Arc<Library>>,
    /// What the files of the library looked like when they were read.
    traces: Mutex<Option<Vec<Trace>>>,
    pub(in crate::shell) locks: Mutex<HashMap<MeetingId, Lock>>,
    pub(in crate::shell) left_over: Mutex<Option<Vec<LeftOver>>>,
    saved: Mutex<Option<(MeetingId, u64)>>,
    /// What was known of the open meeting before a lock, until the notebook is opened.
    seen_before_lock: Mutex<Option<(MeetingId, LastSeen)>>,
    pub(in crate::shell) logbook: Mutex<Logbook>,
    /// The register of everybody that was read last, for as long as somebody has it.
    register: Mutex<Weak<Register>>,
    finds: Arc<AtomicU64>,
    /// The settings that could not be saved.
    unsaved: Mutex<Option<Unsaved>>,
}

/// A sentence in both languages.
pub fn both(say: impl Fn(Language) -> String) -> Localized {
    Localized { nl: say(Language::Dutch), en: Some(say(Language::English)) }
}

/// What is behind a lock; whoever panicked while holding it left whole values there.
pub(in crate::shell) fn open<T>(lock: &Mutex<T>) -> MutexGuard<'_, T> {
    lock.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Outside {
    /// The world with a notebook in `folder`, or without one where the system has no place for it.
    ///
    /// Nothing is read or made before the first effect that needs it.
    pub fn new(folder: Option<PathBuf>, given: Option<PathBuf>, preferences: Preferences) -> Self {
        let own = folder.as_ref().map(|folder| (Layer::User, folder.join(definitions::FOLDER)));
        let given = given.map(|folder| (Layer::Given, folder));
        Self {
            folder,
            codec: Arc::new(Plain),
            memory: None,
            checklists: own.into_iter().chain(given).collect(),
            preferences: Mutex::new(preferences),
            notebook: Mutex::default(),
            library: Mutex::default(),
            traces: Mutex::default(),
            locks: Mutex::default(),
            left_over: Mutex::default(),
            saved: Mutex::default(),
            seen_before_lock: Mutex::default(),
            logbook: Mutex::default(),
            register: Mutex::default(),
            finds: Arc::default(),
            unsaved: Mutex::default(),
        }
    }

    /// The same world with a notebook whose files pass through `codec`.
    #[must_use]
    pub fn with_codec(self, codec: Arc<dyn Codec>) -> Self {
        Self { codec, ..self }
    }

    /// The same world in which this computer remembers, in this folder, what it saw of the notebook.
    #[must_use]
    pub fn with_memory(self, memory: Option<PathBuf>) -> Self {
        Self { memory, ..self }
    }

    /// Does what `effect` asks for and gives the fact that comes of it.
    ///
    /// [`Effect::Quit`] is for whoever runs the program, and nothing here.
    pub fn perform(&self, effect: &Effect) -> Option<Msg> {
        let fact = self.act(effect);
        self.log_effect(effect, fact.as_ref());
        fact
    }

    fn act(&self, effect: &Effect) -> Option<Msg> {
        match effect {
            Effect::DrawIds => draw_ids(),
            Effect::ReadLibrary => Some(Msg::LibraryRead(self.read_library())),
            Effect::ListMeetings | Effect::ListAgain => Some(self.list()),
            Effect::ReadRegister(viewpoint) => self.read_register(viewpoint),
            Effect::ReadEarlierSession(meeting) => {
                Some(Msg::EarlierSession(meeting.id, self.earlier_session(meeting).map(Box::new)))
            }
            Effect::ReadCourse(patient, until) => self.read_course(*patient, *until),
            Effect::LookIntoFolder(path) => Some(self.look_into_folder(path.as_deref())),
            Effect::SavePaper(save) => Some(self.save_paper(save)),
            Effect::ShowPaper(path) => Some(self.show_paper(path)),
            Effect::Gather(needs, number) => Some(self.gather(*needs, *number)),
            Effect::Find(find) => Some(Msg::Found(Box::new(self.find_whole(find)))),
            Effect::OpenMeeting(id) => Some(opened(self.open_meeting(*id, false))),
            Effect::InsistOnMeeting(id) => Some(opened(self.open_meeting(*id, true))),
            Effect::RecoverMeeting(id) => Some(opened(self.recover_meeting(*id))),
            Effect::KeepVersion(keep) => self.keep_version(keep),
            Effect::ReadVersion(id, version) => Some(self.read_version(*id, version)),
            Effect::PutVersionAway(id, version) => Some(self.put_version_away(*id, version)),
            Effect::SaveElsewhere(save) => Some(self.save_elsewhere(save)),
            Effect::LookAtLibrary => self.look_at_library(),
            Effect::Edit(place) => Some(self.edit(place)),
            Effect::DeleteSession(id) => Some(self.delete_session(*id)),
            Effect::LetGo(id) => {
                open(&self.locks).remove(id);
                None
            }
            Effect::SaveMeeting(save) => Some(self.save(save)),
            Effect::ReadSettings => self.read_settings(),
            Effect::EditSettings => Some(self.edit_settings()),
            Effect::SaveSettings(settings) => self.save_settings(*settings),
            // For whoever runs the program.
            Effect::Lock | Effect::Unlock | Effect::FirstUse(_) | Effect::Redraw | Effect::Quit => None,
        }
    }

    /// Does what `effect` asks for and tells every fact that comes of it at once; of a long list the parts.
    pub fn perform_in_parts(&self, effect: &Effect, tell: &mut dyn FnMut(Msg)) {
        match effect {
            Effect::ListMeetings => {
                if let Err(why) = self.list_parts(&mut |part| tell(Msg::Listed(Box::new(part)))) {
                    tell(Msg::NotebookFailed(Box::new(why)));
                }
                self.log_effect(effect, None);
            }
            Effect::Find(find) => self.find_parts(find, &mut |part| tell(Msg::Found(Box::new(part)))),
            effect => {
                let fact = self.act(effect);
                let entries = self.entries_of(effect, fact.as_ref());
                // Nobody waits for the log.
                fact.into_iter().for_each(&mut *tell);
                self.write_entries(entries);
            }
        }
        self.log_trouble().into_iter().for_each(tell);
    }

    /// Goes on with the meeting that was open before the program was locked; gives why it cannot be changed any more.
    pub(in crate::shell) fn resume(
        &self,
        resume: &Resume,
        last_seen: Option<(MeetingId, LastSeen)>,
    ) -> Option<Localized> {
        let meeting = resume.open.as_ref()?;
        let id = meeting.record.id;
        *open(&self.saved) = meeting.saving.saved.map(|(revision, _)| (id, revision));
        *open(&self.seen_before_lock) = last_seen;
        let notebook = self.notebook().ok()?;
        let held = if meeting.read_only.is_none() { self.hold(&notebook, id, false) } else { Ok(()) };
        held.err().map(|why| both(|language| why.message(language)))
    }

    /// What tells others that this program has a meeting open.
    pub(in crate::shell) fn holder_of(&self, id: MeetingId) -> Option<(PathBuf, Vec<u8>)> {
        open(&self.locks).get(&id).and_then(Lock::holder_file)
    }

    /// Whether the notebook was opened, so that asking for it costs nothing.
    pub(in crate::shell) fn is_opened(&self) -> bool {
        open(&self.notebook).is_some()
    }

    /// After how many months meetings need not be kept any more, where that was set.
    pub fn retention_months(&self) -> Option<u32> {
        open(&self.preferences).stored().retention_months
    }

    /// For how many years the access log is kept, where that was set.
    pub(in crate::shell) fn log_years(&self) -> Option<u32> {
        open(&self.preferences).stored().log_years
    }

    /// What comes of an effect whose lane broke down.
    pub fn broken(effect: &Effect) -> Option<Msg> {
        let why = || Box::new(both(|language| language.lane_broke().to_owned()));
        match effect {
            Effect::SaveMeeting(save) => Some(Msg::SaveFailed(save.meeting.id, save.revision, why())),
            Effect::OpenMeeting(_)
            | Effect::InsistOnMeeting(_)
            | Effect::RecoverMeeting(_)
            | Effect::ReadVersion(..) => Some(Msg::OpenFailed(why())),
            Effect::DeleteSession(id) => Some(not_deleted(*id, *why())),
            Effect::SaveElsewhere(_) => Some(Msg::SavedElsewhere(None, why())),
            Effect::SavePaper(_) => Some(Msg::PaperFact(Box::new(PaperFact::NotSaved(*why())))),
            Effect::ShowPaper(_) => Some(Msg::PaperFact(Box::new(PaperFact::NotShown(*why())))),
            Effect::Gather(_, number) => Some(not_gathered(*number, *why())),
            Effect::ListMeetings | Effect::ListAgain => Some(Msg::NotebookFailed(why())),
            _ => None,
        }
    }

    /// The newest revision that this program put on the disk.
    pub fn last_saved(&self) -> Option<(MeetingId, u64)> {
        *open(&self.saved)
    }

    /// The notebook, opened when it is first needed; tried again while that does not succeed.
    ///
    /// # Errors
    ///
    /// What is wrong with its folder, in both languages.
    pub fn notebook(&self) -> Result<Arc<Notebook>, Localized> {
        let mut known = open(&self.notebook);
        if let Some(notebook) = &*known {
            return Ok(notebook.clone());
        }
        let Some(folder) = &self.folder else {
            return Err(both(|language| language.no_notebook_place().to_owned()));
        };
        let opened = Notebook::open_with(folder, Arc::new(RealFiles), self.codec.clone())
            .map_err(|error| notebook_failed(&error))?
            .remembered_in(self.memory.clone());
        if let Some((id, last_seen)) = open(&self.seen_before_lock).take() {
            opened.go_on_from(id, last_seen);
        }
        Ok(known.insert(Arc::new(opened)).clone())
    }

    fn read_library(&self) -> Arc<Library> {
        // Before the files are read: what changes meanwhile is seen the next time.
        *open(&self.traces) = Some(self.traces());
        let mut files = crate::checklist::shipped();
        for (layer, folder) in &self.checklists {
            files.extend(definitions::files(*layer, folder).into_iter().map(|found| found.file));
        }
        let mut library = open(&self.library);
        *library = Arc::new(Library::refresh(&library, files));
        library.clone()
    }

    /// Reads the definitions when their files look otherwise than when they were read last.
    fn look_at_library(&self) -> Option<Msg> {
        let changed = open(&self.traces).as_ref() != Some(&self.traces());
        changed.then(|| Msg::LibraryRead(self.read_library()))
    }

    fn traces(&self) -> Vec<Trace> {
        self.checklists.iter().flat_map(|(_, folder)| definitions::traces(folder)).collect()
    }

    /// Has the user edit a file of these folders, and no other: what is named is looked for, never composed.
    fn edit(&self, place: &Place) -> Msg {
        let folders = self.checklists.iter().filter(|(layer, _)| *layer == place.layer);
        let mut files = folders.flat_map(|(layer, folder)| definitions::files(*layer, folder));
        let found = files.find(|found| found.file.file == *place.file);
        let fault = match found {
            None => Some(both(|language| language.file_not_there(&place.file))),
            Some(found) => {
                let edited = editor::open(&found.path, place.line);
                edited.err().map(|fault| both(|language| fault.message(language)))
            }
        };
        Msg::EditorClosed(fault.map(Box::new))
    }

    fn way_out_of(&self, notebook: &Notebook, problem: &crate::store::FileProblem) -> Option<WayOut> {
        let id = problem.meeting()?;
        match problem {
            crate::store::FileProblem::Conflict { .. } | crate::store::FileProblem::Copy { .. } => {
                Some(WayOut::Compare(id))
            }
            crate::store::FileProblem::Unreadable(problem) => self.way_out(notebook, (id, problem)),
            _ => None,
        }
    }

    /// The whole list in one piece.
    fn list(&self) -> Msg {
        let mut whole = Listed::default();
        match self.list_parts(&mut |part| whole.extend(part)) {
            Ok(()) => Msg::Listed(Box::new(whole)),
            Err(why) => Msg::NotebookFailed(Box::new(why)),
        }
    }

    /// Lists the meetings part by part, as they become known.
    fn list_parts(&self, each: &mut dyn FnMut(Listed)) -> Result<(), Localized> {
        let notebook = self.notebook()?;
        // Read once, for what was left over and for the list.
        let names = notebook.names_of_meetings().map_err(|error| notebook_failed(&error))?;
        let mut left_over = self.left_over(&notebook, &names);
        left_over.extend(self.codec.is_renewing().then(|| FileProblem {
            file: shown(notebook.folder()),
            message: both(|language| language.found_removal_under_way().to_owned()),
            way_out: None,
        }));
        let is_sealed = !self.codec.is_plain();
        let (mut told, mut recorded) = (HashSet::new(), Vec::new());
        let mut part = |listing: Listing| {
            told.extend(listing.problems.iter().map(|problem| problem.path().to_owned()));
            recorded.extend(listing.summaries.iter().filter_map(|summary| summary.touched));
            let clocks_seen = if listing.more { Vec::new() } else { notebook.clocks_seen(&recorded) };
            let problems = listing.problems.iter().map(|problem| self.file_problem(&notebook, problem));
            let problems = left_over.drain(..).chain(problems).collect();
            each(Listed {
                meetings: listing.summaries,
                problems,
                more: listing.more || is_sealed,
                clocks_seen,
                ..Listed::default()
            });
        };
        notebook.list_named(names, &mut part);
        if is_sealed {
            // Every file is read for this, so that the list does not wait for it.
            let found = notebook.tampered_files();
            let found = found.iter().filter(|problem| !told.contains(problem.path()));
            let problems = found.map(|problem| self.file_problem(&notebook, problem)).collect();
            each(Listed { problems, ..Listed::default() });
        }
        Ok(())
    }

    fn file_problem(&self, notebook: &Notebook, problem: &crate::store::FileProblem) -> FileProblem {
        FileProblem {
            file: shown(problem.path()),
            message: both(|language| problem.message(language)),
            way_out: self.way_out_of(notebook, problem),
        }
    }

    /// What an earlier program that was stopped while it saved left behind; looked for once.
    fn left_over(&self, notebook: &Notebook, names: &Names) -> Vec<FileProblem> {
        let mut known = open(&self.left_over);
        let found = known.get_or_insert_with(|| notebook.sweep_named(names).recoverable);
        found.iter().map(|left| Self::left_over_problem(notebook, left)).collect()
    }

    /// Opens a meeting to change it, or else to read it; `insist` is for when somebody said that no other computer has
    /// it open any more.
    pub(in crate::shell) fn open_meeting(&self, id: MeetingId, insist: bool) -> Result<Opened, Localized> {
        let notebook = self.notebook()?;
        // Revisions of a meeting start anew each time that it is opened.
        open(&self.saved).take_if(|(saved, _)| *saved == id);
        let refused = |problem: crate::store::ReadProblem| both(|language| problem.message(language));
        let held = self.hold(&notebook, id, insist);
        let may_insist = matches!(held, Err(LockError::Elsewhere { .. }));
        let read_only = held.err().map(|why| both(|language| why.message(language)));
        let read = if read_only.is_some() { notebook.read(id) } else { notebook.load(id) };
        let meeting = read.map_err(|problem| {
            open(&self.locks).remove(&id);
            refused(problem)
        })?;
        let definitions = pinned(&notebook, &meeting);
        let routes = pinned_routes(&notebook, &meeting);
        let versions = self.versions(&notebook, id);
        Ok(Opened { meeting, definitions, routes, read_only, may_insist, versions, told: None })
    }

    /// Holds a meeting for this program until it is let go.
    pub(in crate::shell) fn hold(
        &self,
        notebook: &Notebook,
        id: MeetingId,
        insist: bool,
    ) -> Result<(), LockError> {
        let mut locks = open(&self.locks);
        if let Entry::Vacant(vacant) = locks.entry(id) {
            vacant.insert(notebook.hold(id, &me(), insist)?);
        }
        Ok(())
    }

    fn save(&self, save: &Save) -> Msg {
        let (id, revision) = (save.meeting.id, save.revision);
        let failed = |why: Localized| Msg::SaveFailed(id, revision, Box::new(why));
        let notebook = match self.notebook() {
            Ok(notebook) => notebook,
            Err(why) => return failed(why),
        };
        // A new meeting is held from its first save on; one that another program holds is not written.
        if let Err(why @ (LockError::Held { .. } | LockError::Elsewhere { .. })) =
            self.hold(&notebook, id, false)
        {
            return failed(both(|language| why.message(language)));
        }
        let checklists = save.definitions.iter().map(|one| (one.hash.to_string(), one.source.clone()));
        let routes = save.routes.iter().map(|one| (one.hash.to_string(), one.source.clone()));
        let definitions: Vec<(String, Arc<str>)> = checklists.chain(routes).collect();
        match notebook.save(&save.meeting, &definitions) {
            Ok(()) => {
                *open(&self.saved) = Some((id, revision));
                Msg::Saved(id, revision)
            }
            Err(error) => failed(both(|language| error.message_of_work(language))),
        }
    }
}

/// That nothing was read for a paper, and why.
fn not_gathered(number: u64, why: Localized) -> Msg {
    let what = Gathering::Failed(Box::new(why));
    Msg::Gathered(Box::new(Gathered { number, made_by: String::new(), what }))
}

fn opened(outcome: Result<Opened, Localized>) -> Msg {
    match outcome {
        Ok(opened) => Msg::Opened(Box::new(opened)),
        Err(why) => Msg::OpenFailed(Box::new(why)),
    }
}

fn notebook_failed(error: &NotebookError) -> Localized {
    both(|language| error.message(language))
}

fn shown(path: &Path) -> String {
    crate::text::visible_line(&path.to_string_lossy()).into_owned()
}

fn draw_ids() -> Option<Msg> {
    let ids: Result<Box<[Id]>, getrandom::Error> = (0..IDS)
        .map(|_| {
            let mut bits = [0; 16];
            getrandom::fill(&mut bits).map(|()| Id::from_bits(u128::from_ne_bytes(bits)))
        })
        .collect();
    // Without randomness nothing can be made, and the core says so where that shows.
    ids.ok().map(Msg::Ids)
}

/// The definitions that a meeting pinned, as far as they can be read.
pub fn pinned(notebook: &Notebook, meeting: &Meeting) -> Vec<Arc<Definition>> {
    let read = meeting.definitions.iter().filter_map(|pinned| {
        let source = notebook.read_definition(&pinned.hash).ok()?;
        Definition::pinned(source, format!("{}.toml", pinned.id)).ok()
    });
    read.map(Arc::new).collect()
}

/// The routes that a meeting pinned, as far as they can be read.
pub fn pinned_routes(notebook: &Notebook, meeting: &Meeting) -> Vec<Arc<RouteDefinition>> {
    let read = meeting.routes.iter().filter_map(|pinned| {
        let source = notebook.read_definition(&pinned.hash).ok()?;
        RouteDefinition::read(source, Layer::Given, format!("{}.toml", pinned.id)).ok()
    });
    read.map(Arc::new).collect()
}

#[cfg(test)]
#[path = "tests/outside.rs"]
mod tests;

/// What comes of deleting a session where nothing was deleted.
fn not_deleted(session: MeetingId, why: Localized) -> Msg {
    Msg::SessionDeleted(Box::new(Deleted { session, versions: 0, failed: Some(why) }))
}
