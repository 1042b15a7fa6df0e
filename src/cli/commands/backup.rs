//! A backup of the notebook, and putting one back.

use std::collections::HashSet;
use std::io::BufRead;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::cli::arguments::Newer;
use chrono::DateTime;

use crate::cli::console::out;
use crate::cli::console::passphrase::{self, Asking, Secrets};
use crate::cli::trouble::{Trouble, reason_at, shown};
use crate::meeting::{MeetingSummary, terms, typed};
use crate::store::{
    self, Backup, BackupProblem, Codec, Contents, KeyFiles, KeyProblem, Keys, Member, Notebook, Outcome,
    Planned, RealFiles, SaveError, Standing, clock,
};
use crate::words::Language;

/// The most things of one kind that are told one by one.
const MOST: usize = 20;

fn trouble(problem: &BackupProblem, language: Language) -> Trouble {
    Trouble::new(problem.message(language))
}

/// Makes a backup of the notebook in `folder` and says what is in it.
///
/// # Errors
///
/// Why there is no backup.
pub(in crate::cli) fn backup(folder: &Path, target: &Path, language: Language) -> Result<String, Trouble> {
    let real = |path: &Path| {
        std::fs::canonicalize(path).map_err(|error| {
            Trouble::new(language.cli_unreadable(&shown(path), &reason_at(path, &error, language)))
        })
    };
    let folder = real(folder)?;
    let target = std::path::absolute(target).unwrap_or_else(|_| target.to_owned());
    // A folder by another name, or behind a link, may be the notebook all the same.
    let place = target.parent().map(real).transpose()?.unwrap_or_default();
    let name = target.file_name().unwrap_or_default();
    if place.starts_with(&folder) {
        return Err(trouble(&BackupProblem::Inside { path: target }, language));
    }
    let notebook = Notebook::existing(&folder, Arc::new(RealFiles));
    let contents = notebook.backup(&place.join(name)).map_err(|problem| trouble(&problem, language))?;
    let made =
        language.backup_made(&shown(&target), &counts(&contents, language), &language.size(contents.size));
    let advice = if contents.sealed { language.backup_sealed_advice() } else { language.backup_advice() };
    Ok(format!("{made}\n{advice}\n"))
}

fn counts(contents: &Contents, language: Language) -> String {
    language.backup_counts(contents.meetings, contents.beside, contents.earlier, contents.checklists)
}

/// The notebook in which a backup is put back.
pub(in crate::cli) struct Into<'f> {
    /// Its folder.
    pub(in crate::cli) folder: &'f Path,
    /// What opens its files, where it is sealed.
    keys: Option<Keys>,
    /// Whether it is sealed, and its keyring was lost: then that of the backup takes its place.
    lost: bool,
    /// How the passphrase of a backup is asked for.
    asking: Asking,
    /// The language of the user.
    language: Language,
}

impl<'f> Into<'f> {
    /// The notebook in `folder`, by a passphrase that is asked for where it is sealed.
    ///
    /// # Errors
    ///
    /// When nobody gives the right one, or the disk does not give the keys.
    pub(in crate::cli) fn new(folder: &'f Path, asking: Asking, language: Language) -> Result<Self, Trouble> {
        let key_files = KeyFiles::read(&RealFiles, folder);
        let key_files = key_files.map_err(|problem| Trouble::new(problem.message(language)))?;
        let lost = key_files.is_some_and(|key_files| !key_files.has_keyring());
        let keys = if lost { None } else { passphrase::keys(folder, &asking, language)? };
        Ok(Self { folder, keys, lost, asking, language })
    }

    /// Puts a backup back and says what came of it; false when not everything is back. Also gives what opens it now.
    ///
    /// `asked` gives answers where somebody is there to give them.
    ///
    /// # Errors
    ///
    /// Why nothing was put back.
    pub(in crate::cli) fn restore(
        self,
        path: &Path,
        newer: Option<Newer>,
        asked: Option<&mut dyn BufRead>,
    ) -> Result<(bool, Arc<dyn Codec>), Trouble> {
        let language = self.language;
        let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
        let backup =
            Backup::read(Arc::new(RealFiles), &path).map_err(|problem| trouble(&problem, language))?;
        let folder = self.folder;
        let codec = self.opening(&backup, &path)?;
        let whole = put_back(folder, &backup, &path, codec.clone(), newer, asked, language)?;
        Ok((whole, codec))
    }

    /// What opens the backup and the notebook alike; a new notebook takes over the keys of the backup.
    fn opening(self, backup: &Backup, path: &Path) -> Result<Arc<dyn Codec>, Trouble> {
        let language = self.language;
        let changed = |problem: BackupProblem| trouble(&problem, language);
        let failed = |problem: KeyProblem| Trouble::new(problem.message(language));
        let codec: Arc<dyn Codec> = match (self.keys, backup.key_files().map_err(changed)?) {
            (Some(keys), _) => store::codec_for_backups(&RealFiles, self.folder, &keys).map_err(failed)?,
            (None, None) => Arc::new(store::Plain),
            (None, Some(_)) if !self.lost && !is_new(self.folder) => {
                return Err(Trouble::new(language.backup_other_key(&shown(path))));
            }
            (None, Some(key_files)) => {
                let secrets = &mut Secrets::of(&self.asking, language)?;
                let keys =
                    passphrase::open(secrets, language.ask_backup_passphrase(), &key_files, None, language)?;
                // As it is: its files come with its keyring.
                store::codec(&RealFiles, self.folder, &keys).map_err(failed)?
            }
        };
        if backup.opens_with(codec.as_ref()).map_err(changed)? {
            Ok(codec)
        } else {
            Err(Trouble::new(language.backup_other_key(&shown(path))))
        }
    }
}

/// Whether nothing is in a notebook that other keys would have to open.
fn is_new(folder: &Path) -> bool {
    let notebook = Notebook::existing(folder, Arc::new(RealFiles));
    !folder.exists() || notebook.list().is_ok_and(|listing| listing == store::Listing::default())
}

fn put_back(
    folder: &Path,
    backup: &Backup,
    path: &Path,
    codec: Arc<dyn Codec>,
    newer: Option<Newer>,
    asked: Option<&mut dyn BufRead>,
    language: Language,
) -> Result<bool, Trouble> {
    let contents = backup.contents();
    let found = language.backup_found(
        &shown(path),
        &moment(&contents.made),
        &counts(&contents, language),
        &language.size(contents.size),
    );
    let was_new = is_new(folder);
    let notebook = Notebook::open_with(folder, Arc::new(RealFiles), codec);
    let notebook = notebook.map_err(|error| Trouble::new(error.message(language)))?;
    let notebook = notebook.remembered_in(store::folder::memory());
    let planned = notebook.plan(backup).map_err(|problem| trouble(&problem, language))?;
    out::say(&format!("{found}\n\n{}\n", intended(&planned, language)), language)?;
    let nobody = newer.is_none() && asked.is_none();
    let chosen = match (newer, asked) {
        (Some(Newer::Replace), _) => newer_here(&planned).map(|planned| planned.member.clone()).collect(),
        (None, Some(answers)) => choose(
            &planned,
            answers,
            &|text| {
                let _ = out::say(text, language);
            },
            language,
        ),
        _ => HashSet::new(),
    };
    let done = notebook.restore(backup, &|member| chosen.contains(member));
    let done = done.map_err(|problem| trouble(&problem, language))?;
    // In a new notebook everything is meant as it came, whatever this computer remembers of one that stood here.
    let noted = if was_new { notebook.accept().map(drop) } else { notebook.witness() };
    if let Err(error) = noted {
        out::complain(&language.roll_not_written(&error.message(language)));
    }
    let told = RestoreReport { folder, planned: &planned, language };
    let (text, whole) = told.all(&done, nobody);
    out::say_done(&text, language)?;
    Ok(whole)
}

/// A moment in UTC as the clock here showed it.
fn moment(made: &str) -> String {
    let at = DateTime::parse_from_rfc3339(made).map(|at| clock::local(at.naive_utc()));
    at.map_or_else(|_| made.to_owned(), |at| at.format("%d-%m-%Y %H:%M").to_string())
}

fn newer_here(planned: &[Planned]) -> impl Iterator<Item = &Planned> {
    planned.iter().filter(|planned| planned.standing == Standing::NewerHere)
}

/// What would be done, in numbers.
fn intended(planned: &[Planned], language: Language) -> String {
    let count = |fits: fn(&Standing) -> bool| planned.iter().filter(|one| fits(&one.standing)).count();
    let lines = [
        (count(|one| *one == Standing::New), Language::restore_new as fn(Language, usize) -> String),
        (count(|one| *one == Standing::Same), Language::restore_same),
        (count(|one| *one == Standing::OlderHere), Language::restore_older),
        (count(|one| *one == Standing::NewerHere), Language::restore_newer),
        (count(|one| *one == Standing::DamagedHere), Language::restore_damaged),
        (
            count(|one| matches!(one, Standing::DamagedThere | Standing::Unclear(_))),
            Language::restore_unclear,
        ),
    ];
    let said = lines.into_iter().filter(|(count, _)| *count > 0).map(|(count, say)| say(language, count));
    let said: Vec<String> = said.collect();
    if said.is_empty() {
        String::new()
    } else {
        format!("{}\n{}\n", language.restore_intended(), said.join("\n"))
    }
}

/// Asks about everything that is newer here; whatever is not answered stays.
fn choose(
    planned: &[Planned],
    answers: &mut dyn BufRead,
    say: &dyn Fn(&str),
    language: Language,
) -> HashSet<Member> {
    let mut chosen = HashSet::new();
    let mut rest = None;
    for planned in newer_here(planned) {
        while rest.is_none() {
            say(&format!("{}.\n{}", name(planned, language), language.restore_question()));
            let mut line = String::new();
            if !answers.read_line(&mut line).is_ok_and(|read| read > 0) {
                // Nobody is there any more.
                say("\n");
                return chosen;
            }
            match (line.trim().to_lowercase().as_str(), language) {
                ("j" | "ja", Language::Dutch) | ("y" | "yes", Language::English) => {
                    chosen.insert(planned.member.clone());
                    break;
                }
                ("" | "n" | "nee" | "no", _) => break,
                ("a", _) => rest = Some(true),
                ("g", Language::Dutch) | ("o", Language::English) => rest = Some(false),
                _ => {
                    say(&format!("{}\n", language.restore_again()));
                }
            }
        }
        if rest == Some(true) {
            chosen.insert(planned.member.clone());
        }
    }
    chosen
}

/// What a file is called in a sentence.
fn name(planned: &Planned, language: Language) -> String {
    match &planned.here {
        Some(summary) if matches!(planned.member, Member::Meeting(_)) => meeting_name(summary, language),
        _ => planned.member.path(),
    }
}

fn meeting_name(summary: &MeetingSummary, language: Language) -> String {
    let id: String = summary.id.to_string().chars().take(crate::cli::console::numbers::DIGITS).collect();
    let group = terms::group(language, &summary.group);
    language.restore_meeting(&summary.met(language, typed::numeric), group, &id)
}

/// Telling what came of it.
struct RestoreReport<'p> {
    folder: &'p Path,
    planned: &'p [Planned],
    language: Language,
}

impl RestoreReport<'_> {
    fn all(&self, done: &[(Member, Outcome)], nobody: bool) -> (String, bool) {
        let language = self.language;
        let count = |fits: fn(&Outcome) -> bool| done.iter().filter(|(_, outcome)| fits(outcome)).count();
        let replaced = count(|one| matches!(one, Outcome::Replaced | Outcome::Repaired { .. }));
        let added = count(|one| *one == Outcome::Added);
        let mut told = vec![language.restored(added, replaced, count(|one| *one == Outcome::Same))];
        if count(|one| *one == Outcome::Replaced) > 0 {
            told.push(language.restore_kept().to_owned());
        }
        let mut said: Vec<String> = done.iter().filter_map(|(member, one)| self.one(member, one)).collect();
        shorten(&mut said, language);
        told.extend(said);
        let stayed = done.iter().filter(|(_, outcome)| *outcome == Outcome::NewerStayed);
        let mut stayed: Vec<String> = stayed.map(|(member, _)| format!("  {}", self.name(member))).collect();
        let any_stayed = !stayed.is_empty();
        if any_stayed {
            shorten(&mut stayed, language);
            told.push(format!("{}\n{}", language.restore_newer_stayed(), stayed.join("\n")));
            told.extend(nobody.then(|| language.restore_nobody_asked().to_owned()));
        }
        let wrong = count(|one| {
            !matches!(
                one,
                Outcome::Added
                    | Outcome::Same
                    | Outcome::Replaced
                    | Outcome::Repaired { .. }
                    | Outcome::NewerStayed
            )
        });
        let whole = wrong == 0 && !(nobody && any_stayed);
        told.push(match (wrong, any_stayed) {
            (0, false) => language.restore_done().to_owned(),
            (0, true) => language.restore_done_as_asked().to_owned(),
            _ => language.restore_not_done().to_owned(),
        });
        (format!("{}\n", told.join("\n\n")), whole)
    }

    fn one(&self, member: &Member, outcome: &Outcome) -> Option<String> {
        let language = self.language;
        let name = self.name(member);
        let path = |path: &PathBuf| shown(path);
        Some(match outcome {
            Outcome::Added | Outcome::Same | Outcome::Replaced | Outcome::NewerStayed => return None,
            Outcome::Repaired { aside } => language.restore_repaired(&name, &path(aside)),
            Outcome::DamagedThere => language.restore_damaged_there(&name),
            Outcome::Unclear(problem) => language.restore_left(&name, &problem.message(language)),
            Outcome::Held(crate::store::LockError::Fault { path: lock, fault }) => {
                let said = language.backup_fault(&path(lock), &fault.reason(language));
                language.restore_left(&name, &said)
            }
            Outcome::Held(_) => language.restore_held(&name),
            Outcome::Changed { .. } => language.restore_changed(&name),
            Outcome::Failed(SaveError::Fault { fault, .. }) => {
                language.restore_failed(&name, &fault.reason(language))
            }
            Outcome::Failed(error) => language.restore_left(&name, &error.message(language)),
        })
    }

    /// What a file is called: a meeting by its day and group where that is known, everything else by its place.
    fn name(&self, member: &Member) -> String {
        let planned = self.planned.iter().find(|planned| planned.member == *member);
        let named = planned.filter(|planned| planned.here.is_some());
        named.map_or_else(|| shown(&member.within(self.folder)), |planned| name(planned, self.language))
    }
}

/// Of very many lines the first ones, and how many more there are.
fn shorten(lines: &mut Vec<String>, language: Language) {
    if lines.len() > MOST + 1 {
        let more = lines.len() - MOST;
        lines.truncate(MOST);
        lines.push(language.backup_and_more(more));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::meeting::{Id, MeetingId};

    fn planned(number: u128, standing: Standing) -> Planned {
        Planned { member: Member::Meeting(MeetingId(Id::from_bits(number))), standing, here: None }
    }

    fn chosen(typed: &str, language: Language) -> Vec<u128> {
        let newer = (1..=3).map(|number| planned(number, Standing::NewerHere));
        let planned: Vec<Planned> = newer.chain([planned(4, Standing::OlderHere)]).collect();
        let chosen = choose(&planned, &mut typed.as_bytes(), &|_| {}, language);
        let mut numbers: Vec<u128> =
            chosen.iter().filter_map(Member::meeting).map(|id| id.0.bits()).collect();
        numbers.sort_unstable();
        numbers
    }

    #[test]
    fn only_what_somebody_said_yes_to_is_replaced() {
        let dutch = |typed| chosen(typed, Language::Dutch);
        assert_eq!(dutch("j\nn\nJa\n"), [1, 3]);
        assert_eq!(dutch("\n\n\n"), [0; 0]);
        assert_eq!(dutch(""), [0; 0]);
        assert_eq!(dutch("j\n"), [1], "whoever goes away has said nothing of the rest");
        assert_eq!(dutch("n\na\n"), [2, 3]);
        assert_eq!(dutch("j\ng\n"), [1]);
        assert_eq!(dutch("wat\ny\nj\n"), [1]);
        assert_eq!(chosen("y\no\n", Language::English), [1]);
        assert_eq!(chosen("g\ny\nn\nn\n", Language::English), [1]);
    }

    #[test]
    fn very_many_lines_are_counted_and_not_told() {
        let mut lines: Vec<String> = (0..100).map(|line| line.to_string()).collect();
        shorten(&mut lines, Language::Dutch);
        assert_eq!((lines.len(), lines.last().map(String::as_str)), (MOST + 1, Some("En nog 80.")));
    }
}
