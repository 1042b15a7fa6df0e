//! What earlier meetings say: the register, the course of a patient, and looking through everything.

use std::collections::BTreeSet;
use std::collections::btree_map::Entry;
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};

use chrono::{NaiveDate, NaiveDateTime};

use super::search::{Search, read_pinned};
use super::{Outside, open};
use crate::app::Msg;
use crate::app::message::{Find, Found, MOST_HITS};
use crate::checklist::{Library, Localized};
use crate::meeting::course::knows;
use crate::meeting::{
    Ahead, Answer, Course, Definitions, EarlierSession, Hit, Meeting, MeetingDigest, MeetingId, MeetingKind,
    Occurrences, OldQuestion, OldQuestions, PatientId, QuestionKey, Register, Viewpoint, Wanted,
};
use crate::store::{Notebook, NotebookError};
use crate::words::Language;

/// What is found so soon after something else was told of comes along with what follows: each part costs whoever turns pages a
/// picture.
const TOGETHER: Duration = Duration::from_millis(40);

impl Outside {
    /// What is known from the meetings before one, by their digests; those that cannot be read are told of elsewhere.
    pub(super) fn read_register(&self, viewpoint: &Viewpoint) -> Option<Msg> {
        let notebook = self.notebook().ok()?;
        let mut register = register_of(&notebook, viewpoint, &mut |_| {}).ok()?;
        let library = open(&self.library).clone();
        for standing in register.standing.values_mut() {
            let said = standing.answers.iter();
            let said = said
                .filter_map(|(key, stood)| Some((key, &stood.value, standing.meetings.get(&stood.meeting)?)));
            standing.old = old_questions(&notebook, &library, said);
        }
        let before = open(&self.register).upgrade();
        if let Some(before) = before.as_ref().filter(|before| ***before == register) {
            return Some(Msg::Register(before.clone()));
        }
        let register = Arc::new(match before {
            Some(before) => register.sharing(&before),
            None => register,
        });
        if viewpoint.meeting.is_none() {
            *open(&self.register) = Arc::downgrade(&register);
        }
        Some(Msg::Register(register))
    }

    /// Everything that was recorded of a patient until a day.
    pub(super) fn read_course(&self, patient: PatientId, until: NaiveDate) -> Option<Msg> {
        let notebook = self.notebook().ok()?;
        let (mut occurrences, mut ahead) = (Occurrences::default(), Ahead::new(until));
        let names = notebook.names_of_meetings().ok()?;
        let unread = notebook.digests_named(&names, &mut |digest| {
            ahead.take(digest);
            if digest.date <= until {
                occurrences.take(digest);
            }
        });
        let course = occurrences.course(patient, |ids| notebook.read_several(ids));
        let course = course.with_second_versions(&notebook.doubled_named(&names));
        let course = course.with_ahead(&ahead, &occurrences.identities_of(patient));
        let old = old_in_course(&notebook, &open(&self.library).clone(), &course);
        Some(Msg::Course(Box::new(Course { unread: course.unread + unread, old, ..course })))
    }

    /// How votes were spread in the session before `meeting` with the same case; what cannot be read is left out.
    pub fn earlier_session(&self, meeting: &Meeting) -> Option<EarlierSession> {
        let notebook = self.notebook().ok()?;
        let day = meeting.details.date;
        let mut sessions: Vec<(NaiveDate, MeetingId)> = Vec::new();
        let mut take = |digest: &MeetingDigest| {
            if digest.kind == MeetingKind::Education && digest.date <= day && digest.id != meeting.id {
                sessions.push((digest.date, digest.id));
            }
        };
        notebook.digests(&mut take).ok()?;
        sessions.sort_unstable_by(|one, other| other.cmp(one));
        let mut found: Option<(EarlierSession, Option<NaiveDateTime>)> = None;
        for (day, id) in sessions {
            if found.as_ref().is_some_and(|(known, _)| known.day > day) {
                break;
            }
            let read = notebook.read(id).ok();
            let earlier = read.and_then(|other| EarlierSession::before(meeting, &other));
            if earlier.as_ref().map(|(_, at)| *at) > found.as_ref().map(|(_, at)| *at) {
                found = earlier;
            }
        }
        found.map(|(earlier, _)| earlier)
    }

    /// The number of what is to be looked for now; everything with another one is given up.
    pub(in crate::shell) fn wanted_number(&self) -> std::sync::Arc<AtomicU64> {
        self.finds.clone()
    }

    /// Looks for what is asked and tells what is found as it is found, until something else is wanted.
    pub(super) fn find_parts(&self, find: &Find, tell: &mut dyn FnMut(Found)) {
        let is_wanted = || self.finds.load(Ordering::Acquire) <= find.number;
        if !is_wanted() {
            return;
        }
        let number = find.number;
        let mut room = MOST_HITS;
        let (mut gathered, mut told): (Vec<Hit>, Option<Instant>) = (Vec::new(), None);
        let each = &mut |mut hits: Vec<Hit>| {
            hits.truncate(room);
            room -= hits.len();
            gathered.append(&mut hits);
            let is_due = told.is_none_or(|told| told.elapsed() >= TOGETHER);
            if is_due && !gathered.is_empty() && is_wanted() {
                tell(Found { number, hits: std::mem::take(&mut gathered), more: true, unread: 0 });
                told = Some(Instant::now());
            }
            room > 0 && is_wanted()
        };
        let unread = self.find_in_all(&find.words, find.language, each).unwrap_or_default();
        if is_wanted() {
            tell(Found { number, hits: gathered, unread, ..Found::default() });
        }
    }

    /// The same in one piece.
    pub(super) fn find_whole(&self, find: &Find) -> Found {
        self.finds.store(find.number, Ordering::Release);
        let mut whole = Found { number: find.number, ..Found::default() };
        self.find_parts(find, &mut |part| {
            whole.hits.extend(part.hits);
            whole.unread += part.unread;
        });
        whole
    }

    /// Hands over what is found in each meeting, the newest first, for as long as `each` wants more; gives how many meetings
    /// could not be read.
    ///
    /// `each` is asked with nothing as well, while the others are gathered. The newest are looked through before it is known who is called otherwise anywhere: what only that finds in them follows the first
    /// that was found.
    ///
    /// # Errors
    ///
    /// What is wrong with the notebook.
    pub fn find_in_all(
        &self,
        words: &str,
        language: Language,
        each: &mut dyn FnMut(Vec<Hit>) -> bool,
    ) -> Result<usize, Localized> {
        let Some(wanted) = Wanted::new(words) else { return Ok(0) };
        let notebook = self.notebook()?;
        let names = notebook.names_of_meetings().map_err(|error| super::notebook_failed(&error))?;
        let mut search = Search::new(&notebook, &wanted, language, each);
        let unread = notebook.digests_by_year(&names, &mut |told| search.take(told));
        Ok(unread + search.finish())
    }
}

/// The register from a viewpoint with what does not count in it; each digest is handed over too.
///
/// # Errors
///
/// When the folder cannot be read.
pub fn register_of(
    notebook: &Notebook,
    viewpoint: &Viewpoint,
    also: &mut dyn FnMut(&MeetingDigest),
) -> Result<Register, NotebookError> {
    let names = notebook.names_of_meetings()?;
    let second = notebook.doubled_named(&names);
    let (mut doubled, mut unread) = (BTreeSet::new(), 0);
    let each = |take: &mut dyn FnMut(&MeetingDigest)| {
        unread = notebook.digests_named(&names, &mut |digest| {
            let is_told = digest.kind != MeetingKind::Education && viewpoint.meeting != Some(digest.id);
            if is_told && second.contains(&digest.id) {
                doubled.insert(digest.date);
            }
            also(digest);
            take(digest);
        });
    };
    let mut register = Register::folded(viewpoint, each, |ids| notebook.read_several(ids));
    register.caveats.unread = unread;
    register.caveats.doubled = doubled.into_iter().collect();
    Ok(register)
}

/// The questions of a course that no definition in force asks so any more.
pub fn old_in_course(notebook: &Notebook, library: &Library, course: &Course) -> OldQuestions {
    let said = course
        .discussions()
        .flat_map(|(meeting, review)| review.answers.iter().map(move |(key, answer)| (key, answer, meeting)));
    old_questions(notebook, library, said)
}

/// The questions of these answers that no definition in force asks so any more, as the meetings that recorded them pinned them; the
/// definitions of a meeting are read only where there are any.
fn old_questions<'a>(
    notebook: &Notebook,
    library: &Library,
    said: impl Iterator<Item = (&'a QuestionKey, &'a Answer, &'a Meeting)>,
) -> OldQuestions {
    let (mut old, mut read) = (OldQuestions::new(), Definitions::new());
    for (key, answer, meeting) in said.filter(|(_, answer, _)| answer.given.is_some()) {
        let now = library.checklist(&key.checklist).and_then(|known| known.checklist.item(key.item.as_str()));
        if now.is_some_and(|item| knows(item, answer)) {
            continue;
        }
        read_pinned(notebook, meeting, &mut read);
        let pinned = meeting.definitions.iter().find(|pinned| pinned.id == key.checklist);
        let definition = pinned.and_then(|pinned| read.get(&pinned.hash)?.as_ref());
        let question = definition.and_then(|known| OldQuestion::of(&known.checklist, &key.item));
        if let Some(question) = question {
            let key = QuestionKey::new(&key.checklist, &key.item);
            match old.entry(key) {
                Entry::Vacant(free) => drop(free.insert(question)),
                // The last label counts, and every option that there ever was.
                Entry::Occupied(mut known) => {
                    let options = std::mem::take(&mut known.get_mut().options);
                    known.insert(OldQuestion {
                        options: options.into_iter().chain(question.options).collect(),
                        ..question
                    });
                }
            }
        }
    }
    old
}
