//! The notebooks that everything is measured in: generated once, kept in the build folder, linked for each use.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::{Duration, SystemTime};

use pallium::meeting::{AgreementId, Id, Meeting, PatientId};
use pallium::store::generate::{self, Size};
use pallium::store::record::encode;
use pallium::store::{Notebook, NotebookError, RealFiles};

use crate::support::texts;

/// Notebooks of more meetings than this have small ones: they would fill the disk, and no team has as many.
const MOST_OF_FIFTEEN: usize = 5_000;

/// How many words stand in one paragraph of a long note.
const PARAGRAPH: usize = 60;

/// What is in a notebook: closed meetings, and one of which the discussion goes on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Filling {
    /// How many meetings there were before.
    pub earlier: usize,
    /// How many patients the open meeting has.
    pub patients: usize,
    /// How many words stand in the notes on the first of them.
    pub words: usize,
}

impl Filling {
    /// What most things are measured with.
    pub const ORDINARY: Self = Self { earlier: 250, patients: 15, words: 0 };

    fn size(self) -> Size {
        if self.earlier > MOST_OF_FIFTEEN { Size::Small } else { Size::Typical }
    }
}

impl std::fmt::Display for Filling {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Self { earlier, patients, words } = self;
        write!(formatter, "{earlier} meetings before, {patients} patients, {words} words")
    }
}

/// Fills an absent folder.
pub fn fill(folder: &Path, filling: Filling) {
    let kept = kept(filling.earlier + 1, filling.size()).expect("a notebook can be generated and kept");
    link(&kept, folder).expect("a kept notebook can be linked or copied");
    let notebook = Notebook::existing(folder, Arc::new(RealFiles));
    let open = open_meeting(filling);
    let path = notebook.path(open.id);
    let bytes = encode(&open).expect("a meeting can be written");
    fs::remove_file(&path)
        .and_then(|()| fs::write(&path, bytes))
        .and_then(|()| make_older(&path))
        .expect("the open meeting can be put in the place of a generated one");
    make_index(&notebook).expect("an index");
}

/// A notebook that is in use has its index, with what looking back needs of each meeting; what it takes to make one is
/// measured in the bench of the store.
fn make_index(notebook: &Notebook) -> io::Result<()> {
    let all = |error: NotebookError| io::Error::other(format!("{error:?}"));
    notebook.list().map_err(all)?;
    notebook.digests(&mut |_| ()).map_err(all)?;
    Ok(())
}

/// Fictional notes of so many words, with a number in every line: where all lines are alike, scrolling shows nothing.
pub fn notes(words: usize) -> String {
    let all: Vec<String> = texts::TYPED
        .split_whitespace()
        .cycle()
        .take(words)
        .enumerate()
        .map(|(number, word)| if number % 5 == 4 { number.to_string() } else { word.to_owned() })
        .collect();
    all.chunks(PARAGRAPH).map(|paragraph| paragraph.join(" ")).collect::<Vec<_>>().join("\n")
}

/// The newest generated meeting, with as many patients and words as are asked for.
fn open_meeting(filling: Filling) -> Meeting {
    let mut meeting = generate::meeting(0, Size::Typical);
    let generated = meeting.reviews.clone();
    for (number, review) in (0..filling.patients).zip(generated.iter().cycle()).skip(generated.len()) {
        let mut review = review.clone();
        let own = |count: usize| Id::from_bits((number as u128 + 1) << 64 | count as u128);
        review.patient = PatientId(own(0));
        review.label = format!("Fictief erbij {number}");
        for (count, agreement) in review.agreements.iter_mut().enumerate() {
            agreement.id = AgreementId(own(count + 1));
        }
        meeting.reviews.push(review);
    }
    if let Some(first) = meeting.reviews.first_mut() {
        first.notes = notes(filling.words);
    }
    meeting
}

/// The folder of a generated notebook, which is made when there is none of this kind that is still as it would be made.
fn kept(meetings: usize, size: Size) -> io::Result<PathBuf> {
    let all = Path::new(env!("CARGO_TARGET_TMPDIR")).join("notebooks");
    let folder = all.join(format!("{meetings}-{size:?}-indexed"));
    let last = generate::meeting(meetings - 1, size);
    let bytes = encode(&last).map_err(|error| io::Error::other(format!("{error:?}")))?;
    let path = Notebook::existing(&folder, Arc::new(RealFiles)).path(last.id);
    if fs::read(path).is_ok_and(|there| there == bytes) {
        return Ok(folder);
    }
    eprintln!("generating a notebook of {meetings} meetings, once");
    fs::create_dir_all(&all)?;
    let making = tempfile::tempdir_in(&all)?;
    let made = generate::notebook(&making.path().join("notebook"), meetings, size)
        .map_err(|error| io::Error::other(format!("{error:?}")))?;
    for number in 0..meetings {
        make_older(&made.path(generate::meeting(number, Size::Small).id))?;
    }
    make_index(&made)?;
    if folder.exists() {
        fs::remove_dir_all(&folder)?;
    }
    // Only what is complete gets the name by which it is found.
    fs::rename(made.folder(), &folder)?;
    Ok(folder)
}

/// Of a meeting that was written this very moment the index believes nothing; those of a real notebook are older.
fn make_older(path: &Path) -> io::Result<()> {
    let earlier = SystemTime::now() - Duration::from_secs(3600);
    File::options().write(true).open(path)?.set_modified(earlier)
}

/// Meetings are replaced and never written into, so that a link does for them; what is not for links is copied.
fn link(from: &Path, to: &Path) -> io::Result<()> {
    fs::create_dir_all(to)?;
    fs::set_permissions(to, fs::metadata(from)?.permissions())?;
    for entry in fs::read_dir(from)? {
        let entry = entry?;
        let (source, target) = (entry.path(), to.join(entry.file_name()));
        if entry.file_type()?.is_dir() {
            link(&source, &target)?;
        } else if source.extension().is_none_or(|end| end != "toml")
            || fs::hard_link(&source, &target).is_err()
        {
            fs::copy(&source, &target)?;
            File::options().write(true).open(&target)?.set_modified(entry.metadata()?.modified()?)?;
        }
    }
    Ok(())
}
