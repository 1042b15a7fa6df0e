//! The order of a save, and a fault at every step of it.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use super::{Place, meeting, noted};
use crate::meeting::Pinned;
use crate::store::files::{Entry, Facts, HeldFile, NewFile};
use crate::store::{Fault, Files, Notebook, RealFiles, SaveError, definition_hash};

/// The real disk, which notes every step that changes it and fails at one of them.
#[derive(Clone, Default)]
struct Faulty(Arc<Mutex<Steps>>);

#[derive(Default)]
struct Steps {
    done: Vec<String>,
    /// Fails at the step that has this number from now on.
    fail_at: Option<usize>,
    /// Fails at every later step too.
    stays: bool,
}

impl Faulty {
    fn step(&self, what: &str, path: &Path) -> io::Result<()> {
        let mut steps = self.0.lock().unwrap();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let name = if name.ends_with(".tmp") { "TEMP".to_owned() } else { name };
        steps.done.push(format!("{what} {name}"));
        match steps.fail_at {
            Some(0) => {
                if !steps.stays {
                    steps.fail_at = None;
                }
                Err(io::ErrorKind::StorageFull.into())
            }
            Some(left) => {
                steps.fail_at = Some(left - 1);
                Ok(())
            }
            None => Ok(()),
        }
    }

    fn fail(&self, at: usize, stays: bool) {
        *self.0.lock().unwrap() = Steps { done: Vec::new(), fail_at: Some(at), stays };
    }

    /// What was done since the last time.
    fn done(&self) -> Vec<String> {
        std::mem::take(&mut *self.0.lock().unwrap()).done
    }
}

struct FaultyFile(Faulty, PathBuf, Box<dyn NewFile>);

impl NewFile for FaultyFile {
    fn write_all(&mut self, bytes: &[u8]) -> io::Result<()> {
        // A disk that fills up takes a part.
        if let Err(error) = self.0.step("write", &self.1) {
            self.2.write_all(&bytes[..bytes.len() / 2])?;
            return Err(error);
        }
        self.2.write_all(bytes)
    }

    fn sync(&mut self) -> io::Result<()> {
        self.0.step("sync", &self.1)?;
        self.2.sync()
    }
}

impl Files for Faulty {
    fn create_folder(&self, folder: &Path) -> io::Result<()> {
        self.step("folder", folder)?;
        RealFiles.create_folder(folder)
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<Entry>> {
        RealFiles.list(folder)
    }

    fn facts(&self, path: &Path) -> io::Result<Facts> {
        RealFiles.facts(path)
    }

    fn read(&self, path: &Path, limit: u64) -> io::Result<Vec<u8>> {
        RealFiles.read(path, limit)
    }

    fn create_new(&self, path: &Path) -> io::Result<Box<dyn NewFile>> {
        self.step("create", path)?;
        Ok(Box::new(FaultyFile(self.clone(), path.to_owned(), RealFiles.create_new(path)?)))
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.step("rename to", to)?;
        RealFiles.rename(from, to)
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        self.step("sync", folder)?;
        RealFiles.sync_folder(folder)
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        self.step("remove", path)?;
        RealFiles.remove(path)
    }

    fn try_lock(&self, path: &Path) -> io::Result<Option<Box<dyn HeldFile>>> {
        RealFiles.try_lock(path)
    }
}

fn open(place: &Place) -> (Faulty, Notebook) {
    let files = Faulty::default();
    let notebook = Notebook::open(place.path(), Arc::new(files.clone())).unwrap();
    files.done();
    (files, notebook)
}

#[test]
fn a_save_is_whole_on_the_disk_before_it_has_its_name() {
    let place = Place::new();
    let (files, notebook) = open(&place);
    let text: Arc<str> = "format = 1\n".into();
    let hash = definition_hash(&text);
    let mut meeting = meeting(1);
    meeting.definitions.push(Pinned { id: "a".into(), version: "1".to_owned(), hash: hash.clone() });
    notebook.save(&meeting, &[(hash.clone(), text)]).unwrap();
    let steps = |name: String, folder: &str| {
        ["create TEMP", "write TEMP", "sync TEMP"]
            .map(str::to_owned)
            .into_iter()
            .chain([format!("rename to {name}.toml"), format!("sync {folder}")])
            .collect::<Vec<_>>()
    };
    let name = |path: &Path| format!("sync {}", path.file_name().unwrap().to_string_lossy());
    let (root, above) = (name(place.path()), name(place.path().parent().unwrap()));
    // The first time the names of the folders themselves, which may stem from a program that was stopped.
    let roots = vec![root.clone(), above, root];
    let expected = [roots, steps(hash, "definitions"), steps(meeting.id.to_string(), "meetings")].concat();
    assert_eq!(files.done(), expected);
    notebook.save(&noted(&meeting, "later"), &[]).unwrap();
    assert_eq!(files.done(), steps(meeting.id.to_string(), "meetings"));
}

#[test]
fn every_name_of_a_new_folder_is_synced() {
    let place = Place::new();
    let files = Faulty::default();
    Notebook::open(&place.path().join("a/b"), Arc::new(files.clone())).unwrap();
    let done = files.done();
    let root = place.path().file_name().unwrap().to_string_lossy().into_owned();
    assert_eq!(
        done[..4],
        ["folder a".to_owned(), format!("sync {root}"), "folder b".into(), "sync a".into()]
    );
    assert_eq!(done[4..6], ["folder meetings", "sync b"]);
}

#[test]
fn a_fault_at_any_step_leaves_the_earlier_version_and_the_next_save_succeeds() {
    for stays in [false, true] {
        for at in 0..5 {
            let place = Place::new();
            let (files, notebook) = open(&place);
            notebook.save(&noted(&meeting(1), "old"), &[]).unwrap();
            files.fail(at, stays);
            let error = notebook.save(&noted(&meeting(1), "new"), &[]).unwrap_err();
            assert!(matches!(error, SaveError::Fault { fault: Fault::NoSpace, .. }), "step {at}: {error:?}");
            files.done();
            let on_disk = place.open().read(meeting(1).id).unwrap().bottlenecks;
            // After the rename the new version is there, only not acknowledged.
            assert_eq!(on_disk, if at < 4 { "old" } else { "new" }, "step {at}");
            assert_eq!(place.names().len(), if stays && (1..4).contains(&at) { 2 } else { 1 }, "step {at}");
            notebook.save(&noted(&meeting(1), "newer"), &[]).unwrap();
            assert_eq!(place.open().read(meeting(1).id).unwrap().bottlenecks, "newer");
            let steps = files.done();
            assert_eq!(steps[0], "create TEMP", "a new file, never the one whose sync failed: {steps:?}");
            place.open().sweep();
            let left = place.names().into_iter().filter(|name| name.ends_with(".tmp")).count();
            assert_eq!(left, 0, "step {at}: {:?}", place.names());
        }
    }
}

#[test]
fn what_was_left_over_is_taken_away_or_offered() {
    let place = Place::new();
    let notebook = place.open();
    notebook.save(&noted(&meeting(1), "saved"), &[]).unwrap();
    let whole = std::fs::read_to_string(place.file(&meeting(1))).unwrap();
    let put = |number: u64, text: &str| {
        let name = format!("meetings/.{}.{number:016x}.tmp", meeting(1).id);
        std::fs::write(place.path().join(&name), text).unwrap();
        place.path().join(name)
    };
    put(1, "");
    put(2, whole.split_at(whole.len() / 2).0);
    put(3, &whole);
    // Cut off between two lines: still TOML, and still not whole.
    put(4, &whole.replace("\n# end\n", ""));
    let newer = put(5, &whole.replace("saved", "newer"));
    let held = put(6, "");
    let foreign = place.path().join("meetings/.other.tmp");
    std::fs::write(&foreign, "").unwrap();
    {
        let _lock = place.open().lock(meeting(1).id).unwrap();
        assert_eq!(notebook.sweep().removed, 0, "somebody may be writing");
    }
    let sweep = place.open().sweep();
    assert_eq!(sweep.removed, 5);
    assert!(!held.exists() && foreign.exists());
    let [left_over] = sweep.recoverable.as_slice() else { panic!("{:?}", sweep.recoverable) };
    assert_eq!(left_over.path, newer);
    let recovered = notebook.read_left_over(left_over).unwrap();
    assert_eq!(recovered.bottlenecks, "newer");
    notebook.save(&recovered, &[]).unwrap();
    notebook.discard(left_over).unwrap();
    assert_eq!(place.open().read(meeting(1).id).unwrap().bottlenecks, "newer");
    assert!(place.open().sweep().recoverable.is_empty());
}
