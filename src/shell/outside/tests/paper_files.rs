//! Papers as files: whole or not at all, never over another one unasked, and every folder that does not do.

use super::*;
use crate::app::Settings;
use crate::shell::outside::preferences::{Choices, Preferences};
use crate::store::Deed;
use crate::words::Language;

struct World {
    notebook: tempfile::TempDir,
    memory: tempfile::TempDir,
    folder: tempfile::TempDir,
}

impl World {
    fn new() -> Self {
        let folder = || tempfile::tempdir().unwrap();
        Self { notebook: folder(), memory: folder(), folder: folder() }
    }

    fn outside(&self) -> Outside {
        let preferences = Preferences::new(Settings::default(), Choices::default());
        let notebook = Some(self.notebook.path().to_owned());
        Outside::new(notebook, None, preferences).with_memory(Some(self.memory.path().to_owned()))
    }

    fn save(&self, folder: &Path, existing: Existing, text: &str) -> PaperFact {
        let save = SavePaper {
            folder: folder.to_str().unwrap().into(),
            name: "blad.txt".into(),
            existing,
            text: text.into(),
            paper: "register",
            patients: Vec::new(),
            meeting: None,
        };
        match self.outside().save_paper(&save) {
            Msg::PaperFact(fact) => *fact,
            other => panic!("{other:?}"),
        }
    }

    fn looked(&self, path: Option<&str>) -> PaperFolder {
        match self.outside().look_into_folder(path) {
            Msg::PaperFolder(folder) => *folder,
            other => panic!("{other:?}"),
        }
    }
}

fn names(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

fn told(fact: &PaperFact) -> &str {
    match fact {
        PaperFact::NotSaved(why) => why.get(Language::Dutch),
        other => panic!("{other:?}"),
    }
}

#[test]
fn a_paper_is_whole_for_its_owner_only_and_another_is_not_replaced_unasked() {
    let world = World::new();
    let folder = world.folder.path();
    let saved = |name: &str| PaperFact::Saved(folder.join(name).to_str().unwrap().into());
    assert_eq!(world.save(folder, Existing::Ask, "een"), saved("blad.txt"));
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let mode = folder.join("blad.txt").metadata().unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }
    assert_eq!(world.save(folder, Existing::Ask, "twee"), PaperFact::Exists);
    assert_eq!(fs::read_to_string(folder.join("blad.txt")).unwrap(), "een");
    assert_eq!(world.save(folder, Existing::Beside, "twee"), saved("blad-2.txt"));
    assert_eq!(world.save(folder, Existing::Beside, "drie"), saved("blad-3.txt"));
    assert_eq!(world.save(folder, Existing::Replace, "vier"), saved("blad.txt"));
    assert_eq!(fs::read_to_string(folder.join("blad.txt")).unwrap(), "vier");
    assert_eq!(names(folder), ["blad-2.txt", "blad-3.txt", "blad.txt"]);
}

#[test]
fn each_paper_is_in_the_access_log() {
    let world = World::new();
    let outside = world.outside();
    for _ in 0..2 {
        world.save(world.folder.path(), Existing::Beside, "x");
    }
    let log = outside.notebook().unwrap().read_log().unwrap().entries;
    let exported = log.iter().filter(|entry| entry.deed == Deed::Exported);
    assert_eq!(exported.map(|entry| entry.paper.as_str()).collect::<Vec<_>>(), ["register"; 2]);
}

#[test]
fn a_folder_that_does_not_do_is_told_and_nothing_is_half_written() {
    let world = World::new();
    let folder = world.folder.path();
    let gone = folder.join("weg");
    assert!(told(&world.save(&gone, Existing::Ask, "x")).contains("is er niet"), "gone");
    let within = world.notebook.path().join("papier");
    fs::create_dir(&within).unwrap();
    assert!(told(&world.save(&within, Existing::Ask, "x")).contains("van het notitieboek zelf"));
    assert_eq!(names(&within), [""; 0]);
    fs::create_dir(folder.join("blad.txt")).unwrap();
    assert_eq!(world.save(folder, Existing::Ask, "x"), PaperFact::Exists);
    assert!(told(&world.save(folder, Existing::Replace, "x")).contains("geen gewoon bestand"));
    assert!(world.looked(gone.to_str()).problem.is_some());
    assert!(world.looked(within.to_str()).problem.is_some());
    assert_eq!(world.looked(folder.to_str()).problem, None);
}

#[test]
fn the_folder_of_the_last_paper_comes_first_the_next_time() {
    let world = World::new();
    let folder = world.folder.path();
    world.save(folder, Existing::Ask, "x");
    let looked = world.looked(None);
    assert_eq!(&*looked.path, folder.to_str().unwrap());
    assert_eq!(looked.usual.first().map(|(place, _)| *place), Some(UsualPlace::Last));
    fs::create_dir_all(folder.join("Papier/Oud")).unwrap();
    fs::create_dir(folder.join(".verborgen")).unwrap();
    let within: Vec<String> = world.looked(None).within.iter().map(|(name, _)| name.to_string()).collect();
    assert_eq!(within, ["Papier"]);
    drop(fs::remove_dir_all(folder));
    assert_ne!(&*world.looked(None).path, folder.to_str().unwrap(), "what is gone is not offered");
}

#[test]
fn a_folder_that_is_copied_elsewhere_is_known() {
    for (path, by) in [
        ("/a/OneDrive - Zorggroep/x", Some("OneDrive")),
        ("/a/Dropbox (Persoonlijk)", Some("Dropbox")),
        ("/a/Library/Mobile Documents/b", Some("iCloud")),
        ("/a/Documenten", None),
    ] {
        assert_eq!(synchronised(Path::new(path)), by, "{path}");
    }
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join(".stfolder")).unwrap();
    assert_eq!(synchronised(&folder.path().join("a/b")), Some("Syncthing"));
}
