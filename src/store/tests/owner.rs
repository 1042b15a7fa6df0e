//! Whose the files are that an administrator makes in the notebook of somebody else.

use std::os::unix::fs::{MetadataExt, chown};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::store::generate::{Size, meeting};
use crate::store::{Holder, Notebook, RealFiles, Reason, other_owner};

fn within(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    entries
        .flat_map(
            |path| if path.is_dir() { [vec![path.clone()], within(&path)].concat() } else { vec![path] },
        )
        .collect()
}

#[test]
fn what_the_administrator_makes_in_a_notebook_is_of_whoever_has_the_notebook() {
    const SOMEBODY: u32 = 65_534;
    let around = tempfile::tempdir().unwrap();
    let folder = around.path().join("notebook");
    Notebook::open(&folder, Arc::new(RealFiles)).unwrap();
    let as_root = rustix::process::geteuid().is_root();
    let owner = if as_root { SOMEBODY } else { std::fs::metadata(&folder).unwrap().uid() };
    if as_root {
        within(&folder)
            .iter()
            .chain([&folder])
            .for_each(|path| chown(path, Some(owner), Some(owner)).unwrap());
    }
    let notebook = Notebook::open(&folder, Arc::new(RealFiles)).unwrap();
    notebook.save(&meeting(1, Size::Small), &[]).unwrap();
    notebook.keep_version(&meeting(1, Size::Small), Reason::Opened).unwrap();
    notebook.begin_log(&Holder::default(), chrono::TimeDelta::days(400)).unwrap();
    let _lock = notebook.lock(meeting(1, Size::Small).id).unwrap();
    assert_eq!(other_owner(&folder), as_root.then_some(owner));
    assert_eq!(other_owner(&folder.join("elders")), None);
    let found = within(&folder);
    assert!(found.len() > 5, "{found:?}");
    for path in found {
        assert_eq!(std::fs::metadata(&path).unwrap().uid(), owner, "{}", path.display());
    }
}
