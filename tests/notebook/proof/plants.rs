//! Planted bugs: disks behind which a careless program hides. The proof must catch each of them.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::time::SystemTime;

use pallium::store::files::{Entry, Facts, Files, HeldFile, NewFile};

use super::disk::Disk;

/// A kind of carelessness.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Plant {
    /// No fsync of a file.
    NoSync,
    /// No fsync of a folder.
    NoFolderSync,
    /// A file is written over in its place, and synced.
    InPlace,
    /// Said to be saved before the disk has it: the syncs follow with the next thing that is done.
    Early,
    /// What does not parse is taken for nothing.
    Overwriting,
    /// After a failed sync the same file is synced again, which the system then says is well.
    SameHandle,
}

impl Plant {
    /// All of them.
    pub const ALL: [Self; 6] =
        [Self::NoSync, Self::NoFolderSync, Self::InPlace, Self::Early, Self::Overwriting, Self::SameHandle];

    /// The disk as the careless program uses it.
    pub fn on(self, disk: &Disk) -> Arc<dyn Files> {
        Arc::new(Careless { disk: disk.clone(), plant: self, owed: Arc::default() })
    }
}

#[derive(Clone)]
struct Careless {
    disk: Disk,
    plant: Plant,
    /// Folders of which a sync is still owed.
    owed: Arc<Mutex<Vec<PathBuf>>>,
}

impl Careless {
    fn pay(&self) {
        for folder in std::mem::take(&mut *self.owed.lock().expect("a list")) {
            let _ = self.disk.sync_folder(&folder);
        }
    }
}

impl Files for Careless {
    fn create_folder(&self, folder: &Path) -> io::Result<()> {
        self.disk.create_folder(folder)
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<Entry>> {
        self.disk.list(folder)
    }

    fn facts(&self, path: &Path) -> io::Result<Facts> {
        self.disk.facts(path)
    }

    fn read(&self, path: &Path, limit: u64) -> io::Result<Vec<u8>> {
        let bytes = self.disk.read(path, limit)?;
        if self.plant == Plant::Overwriting && !bytes.ends_with(b"# end\n") {
            return Err(io::ErrorKind::NotFound.into());
        }
        Ok(bytes)
    }

    fn create_new(&self, path: &Path) -> io::Result<Box<dyn NewFile>> {
        self.pay();
        let file = self.disk.create_new(path)?;
        Ok(Box::new(CarelessFile { file, plant: self.plant }))
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        if self.plant != Plant::InPlace {
            return self.disk.rename(from, to);
        }
        let bytes = self.disk.read(from, u64::MAX)?;
        self.disk.overwrite(to, &bytes)?;
        self.disk.sync_path(to)?;
        self.disk.remove(from)
    }

    fn sync_folder(&self, folder: &Path) -> io::Result<()> {
        match self.plant {
            Plant::NoFolderSync => Ok(()),
            Plant::Early => {
                self.owed.lock().expect("a list").push(folder.to_owned());
                Ok(())
            }
            _ => self.disk.sync_folder(folder),
        }
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        self.disk.remove(path)
    }

    fn try_lock(&self, path: &Path) -> io::Result<Option<Box<dyn HeldFile>>> {
        self.disk.try_lock(path)
    }

    fn now(&self) -> SystemTime {
        self.disk.now()
    }

    fn token(&self) -> u64 {
        self.disk.token()
    }
}

struct CarelessFile {
    file: Box<dyn NewFile>,
    plant: Plant,
}

impl NewFile for CarelessFile {
    fn write_all(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.file.write_all(bytes)
    }

    fn sync(&mut self) -> io::Result<()> {
        match self.plant {
            Plant::NoSync => Ok(()),
            Plant::SameHandle => self.file.sync().or_else(|_| self.file.sync()),
            _ => self.file.sync(),
        }
    }
}
