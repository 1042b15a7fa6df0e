//! A disk that may be looked at and not changed.

use std::io;
use std::path::Path;
use std::sync::Arc;
use std::time::SystemTime;

use crate::store::disk::files::{Entry, Facts, Files, HeldFile, NewFile};

/// A disk on which nothing can be changed.
pub(in crate::store) struct LookOnly(pub(in crate::store) Arc<dyn Files>);

impl Files for LookOnly {
    fn create_folder(&self, _: &Path) -> io::Result<()> {
        Err(io::ErrorKind::ReadOnlyFilesystem.into())
    }

    fn list(&self, folder: &Path) -> io::Result<Vec<Entry>> {
        self.0.list(folder)
    }

    fn facts(&self, path: &Path) -> io::Result<Facts> {
        self.0.facts(path)
    }

    fn read(&self, path: &Path, limit: u64) -> io::Result<Vec<u8>> {
        self.0.read(path, limit)
    }

    fn create_new(&self, _: &Path) -> io::Result<Box<dyn NewFile>> {
        Err(io::ErrorKind::ReadOnlyFilesystem.into())
    }

    fn rename(&self, _: &Path, _: &Path) -> io::Result<()> {
        Err(io::ErrorKind::ReadOnlyFilesystem.into())
    }

    fn sync_folder(&self, _: &Path) -> io::Result<()> {
        Ok(())
    }

    fn remove(&self, _: &Path) -> io::Result<()> {
        Err(io::ErrorKind::ReadOnlyFilesystem.into())
    }

    fn try_lock(&self, _: &Path) -> io::Result<Option<Box<dyn HeldFile>>> {
        Err(io::ErrorKind::ReadOnlyFilesystem.into())
    }

    fn now(&self) -> SystemTime {
        self.0.now()
    }
}
