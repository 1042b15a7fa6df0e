//! A disk of its own that is full or may only be read, where a test may have one.

use std::fs;
use std::io::Write as _;
use std::os::unix::fs::MetadataExt as _;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A folder that is a disk of its own, put away when dropped.
pub struct Disk(PathBuf);

impl Disk {
    /// Nothing where this may not be done.
    pub fn at(folder: PathBuf, options: &str) -> Option<Self> {
        fs::create_dir(&folder).expect("a folder");
        let mount =
            Command::new("mount").args(["-t", "tmpfs", "-o", options, "pallium-test"]).arg(&folder).output();
        mount.is_ok_and(|done| done.status.success()).then_some(Self(folder))
    }

    /// Takes all its room, with a file that is given.
    pub fn fill(&self) -> PathBuf {
        let filler = self.0.join("filler");
        let mut file = fs::File::create(&filler).expect("a file");
        while file.write_all(&[0; 512]).is_ok() {}
        filler
    }

    /// Lets it be read only, or written again.
    #[track_caller]
    pub fn remount(&self, how: &str) {
        let option = format!("remount,{how}");
        let again = Command::new("mount").args(["-o", &option]).arg(&self.0).output().expect("mount starts");
        assert!(again.status.success(), "{again:?}");
    }
}

impl Drop for Disk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg("-l").arg(&self.0).output();
    }
}

/// The names in a folder, hidden ones too.
pub fn names(folder: &Path) -> Vec<String> {
    let all = fs::read_dir(folder).expect("a folder").flatten().map(|entry| entry.file_name());
    let mut names: Vec<String> = all.map(|name| name.to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

/// Says that something was not tested, which may not be where everything must be.
#[track_caller]
pub fn left_out(why: &str) {
    let strict = std::env::var_os("CI").is_some_and(|value| value == "true") && is_root();
    assert!(!strict, "{why}, and this must be tested");
    println!("left out: {why}");
}

/// Whether this runs as somebody who may do everything.
pub fn is_root() -> bool {
    fs::metadata("/proc/self").is_ok_and(|own| own.uid() == 0)
}
