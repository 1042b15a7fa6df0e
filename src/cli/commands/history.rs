//! The versions of a meeting that were kept: listing them, reading one, putting one back.

use std::path::PathBuf;

use crate::cli::arguments::WantedVersions;
use chrono::NaiveDateTime;

use super::notebook::{find_any, listed};
use crate::app::{Origin, OtherVersion};
use crate::checklist::Checklist;
use crate::cli::console::out;
use crate::cli::trouble::Trouble;
use crate::export::{DocumentKind, Minutes};
use crate::meeting::{Meeting, MeetingId, terms, typed};
use crate::shell::{Outside, me, outside};
use crate::store::{Deed, Notebook, ReadProblem, Reason, SaveError, Version, clock};
use crate::words::Language;

/// A version as it stands in the list, numbered from 1.
enum Found {
    Kept(Version),
    Beside(PathBuf, NaiveDateTime),
}

impl Found {
    fn of(notebook: &Notebook, id: MeetingId) -> Vec<Self> {
        let beside = notebook.second_versions(id).into_iter().filter_map(|path| {
            let at = clock::local(clock::moment(notebook.changed_at(&path)?));
            Some(Self::Beside(path, at))
        });
        beside.chain(notebook.versions(id).into_iter().map(Self::Kept)).collect()
    }

    fn at(&self) -> NaiveDateTime {
        match self {
            Self::Kept(version) => clock::local(version.at),
            Self::Beside(_, at) => *at,
        }
    }

    fn why(&self, language: Language) -> &'static str {
        let origin = match self {
            Self::Kept(version) => Origin::Kept(version.reason),
            Self::Beside(..) => Origin::Beside,
        };
        OtherVersion { name: "".into(), at: self.at(), origin }.why(language)
    }

    fn read(&self, notebook: &Notebook) -> Result<Meeting, ReadProblem> {
        match self {
            Self::Kept(version) => notebook.read_version(version),
            Self::Beside(path, _) => notebook.read_second_version(path),
        }
    }
}

/// Lists, shows or puts back a version of the meeting `which`; `agree` has somebody agree that one leaves the notebook.
///
/// # Errors
///
/// When there is no such meeting or version, it cannot be read, or another program has the meeting open.
pub(in crate::cli) fn history(
    outside: &Outside,
    which: &str,
    wanted: WantedVersions,
    agree: impl FnOnce() -> Result<(), Trouble>,
    language: Language,
) -> Result<(String, bool), Trouble> {
    let id = find_any(&listed(outside, language)?, which, language)?;
    let notebook = outside.notebook().map_err(|why| Trouble::new(why.get(language)))?;
    let found = Found::of(&notebook, id);
    let number = match wanted {
        WantedVersions::List => return Ok((list(&notebook, id, &found, language), true)),
        WantedVersions::Show(number) | WantedVersions::Restore(number) => number,
    };
    let version = number
        .checked_sub(1)
        .and_then(|at| found.get(at))
        .ok_or_else(|| Trouble::new(language.cli_no_such_version(number, found.len())))?;
    let unread = |problem: ReadProblem| Trouble::new(problem.message(language));
    let meeting = version.read(&notebook).map_err(unread)?;
    if let WantedVersions::Show(_) = wanted {
        // A session with a case is about nobody.
        if meeting.session.is_none() {
            agree()?;
        }
        let noted = note(outside, Deed::Exported, &meeting, language);
        let pinned = outside::pinned(&notebook, &meeting);
        let definitions: Vec<&Checklist> = pinned.iter().map(|known| &known.checklist).collect();
        let routes = super::notebook::routes(&notebook, &meeting);
        let minutes = Minutes {
            routes: routes.iter().map(|known| &known.route).collect(),
            fictional: super::notebook::is_fictional(notebook.folder()),
            names: super::notebook::names(&notebook, &meeting),
            ..Minutes::new(&meeting, definitions, language)
        };
        return Ok((minutes.whole(), noted));
    }
    restore(&notebook, &meeting, language)?;
    let noted = note(outside, Deed::Changed, &meeting, language);
    Ok((format!("{}\n", language.cli_version_restored(&when(version.at(), language))), noted))
}

fn note(outside: &Outside, deed: Deed, meeting: &Meeting, language: Language) -> bool {
    let patients = meeting.reviews.iter().map(|review| review.patient).collect();
    let told = match deed {
        Deed::Exported => outside.note_paper(DocumentKind::Minutes.name(), Some(meeting), patients),
        deed => outside.note(deed, Some(meeting), patients),
    };
    out::is_noted(told.as_ref(), language)
}

fn when(at: NaiveDateTime, language: Language) -> String {
    format!("{} {}", typed::day(at.date(), language), at.format("%H:%M"))
}

fn list(notebook: &Notebook, id: MeetingId, found: &[Found], language: Language) -> String {
    if found.is_empty() {
        return format!("{}\n", language.versions_none());
    }
    let group = notebook.read(id).map(|meeting| meeting.details.group).unwrap_or_default();
    let mut text = format!("{}\n", terms::group(language, &group));
    for (at, version) in found.iter().enumerate() {
        let line = format!("{:>4}  {}, {}\n", at + 1, when(version.at(), language), version.why(language));
        text.push_str(&line);
    }
    format!("{text}\n{}\n", language.cli_history_how())
}

/// Puts a version in the place of the meeting; what stood there is kept, and what was damaged is set aside.
fn restore(notebook: &Notebook, meeting: &Meeting, language: Language) -> Result<(), Trouble> {
    let id = meeting.id;
    let failed = |error: SaveError| Trouble::new(error.message(language));
    let _lock = notebook.hold(id, &me(), false).map_err(|error| Trouble::new(error.message(language)))?;
    match notebook.load(id) {
        Ok(now) => {
            notebook.keep_version(&now, Reason::Restored).map_err(failed)?;
        }
        Err(problem) if problem.is_absent() => {}
        Err(problem) if problem.is_damage() => {
            notebook.set_aside(id).map_err(failed)?;
        }
        Err(problem) => return Err(Trouble::new(problem.message(language))),
    }
    notebook.save(meeting, &[]).map_err(failed)
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use chrono::NaiveDate;

    use super::*;
    use crate::app::Settings;
    use crate::meeting::{Id, MeetingKind};
    use crate::shell::{Choices, Preferences};

    fn outside(folder: &Path) -> Outside {
        Outside::new(Some(folder.to_owned()), None, Preferences::new(Settings::default(), Choices::default()))
    }

    fn meeting(note: &str) -> Meeting {
        let id = MeetingId(Id::from_bits(0xabc << 116));
        let mut meeting = Meeting::new(id, MeetingKind::Patz, NaiveDate::default());
        meeting.bottlenecks = note.to_owned();
        meeting
    }

    fn asked(folder: &Path, wanted: WantedVersions) -> Result<String, String> {
        history(&outside(folder), "abc", wanted, || Ok(()), Language::Dutch)
            .map(|(text, noted)| {
                assert!(noted);
                text
            })
            .map_err(|trouble| trouble.message)
    }

    #[test]
    fn versions_are_listed_read_and_put_back_and_nothing_is_lost_by_it() {
        let folder = tempfile::tempdir().unwrap();
        let notebook = outside(folder.path()).notebook().unwrap();
        notebook.keep_version(&meeting("oud"), Reason::Opened).unwrap();
        notebook.save(&meeting("nieuw"), &[]).unwrap();
        let list = asked(folder.path(), WantedVersions::List).unwrap();
        assert!(list.contains("   1  ") && list.contains("zoals geopend"), "{list}");
        assert!(asked(folder.path(), WantedVersions::Show(1)).unwrap().contains("oud"));
        for number in [0, 2] {
            assert!(
                asked(folder.path(), WantedVersions::Show(number)).unwrap_err().contains(&number.to_string())
            );
        }
        asked(folder.path(), WantedVersions::Restore(1)).unwrap();
        assert_eq!(notebook.read(meeting("").id).unwrap().bottlenecks, "oud");
        // What was there is a version now, and comes back in the same way.
        assert!(asked(folder.path(), WantedVersions::Show(1)).unwrap().contains("nieuw"));
        asked(folder.path(), WantedVersions::Restore(1)).unwrap();
        assert_eq!(notebook.read(meeting("").id).unwrap().bottlenecks, "nieuw");
    }

    #[test]
    fn a_damaged_meeting_comes_back_and_its_bytes_stay() {
        let folder = tempfile::tempdir().unwrap();
        let notebook = outside(folder.path()).notebook().unwrap();
        notebook.keep_version(&meeting("oud"), Reason::Opened).unwrap();
        let path = notebook.path(meeting("").id);
        std::fs::write(&path, b"half").unwrap();
        let id = meeting("").id.to_string();
        let done =
            history(&outside(folder.path()), &id, WantedVersions::Restore(1), || Ok(()), Language::Dutch);
        assert!(done.is_ok(), "{done:?}");
        assert_eq!(notebook.read(meeting("").id).unwrap().bottlenecks, "oud");
        let aside = path.with_file_name(format!("{id}.damaged-1.toml"));
        assert_eq!(std::fs::read(aside).unwrap(), b"half");
        std::fs::write(&path, b"format = 99\n").unwrap();
        let refused =
            history(&outside(folder.path()), &id, WantedVersions::Restore(1), || Ok(()), Language::Dutch);
        assert!(refused.is_err(), "what a newer program wrote is not replaced");
        assert_eq!(std::fs::read(&path).unwrap(), b"format = 99\n");
    }
}
