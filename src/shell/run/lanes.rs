//! Four threads that perform effects: one writes, one reads what somebody waits for, one reads the whole notebook, and one
//! looks for words in it, so that a long read delays no save, a long list no opening, and nobody waits for a search.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::Duration;
use std::{io, thread};

use crate::app::model::Prepared;
use crate::app::{Effect, Msg, RowsFor};
use crate::meeting::{Register, Viewpoint};
use crate::shell::inbox::{LoopEvent, Post};
use crate::shell::outside::Outside;

/// What the lane that reads what somebody waits for can be asked.
#[derive(Debug)]
enum Work {
    /// The settings, which no effect asks for: they are read once.
    Settings,
    Perform(Effect),
    /// To free what nobody looks at any more: much, in small pieces.
    LetGo(Box<(Option<Arc<Register>>, Prepared)>),
}

/// Which lane performs an effect.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Lane {
    /// Writes.
    Saver,
    /// Reads what somebody waits for.
    Background,
    /// Reads the whole notebook.
    Reader,
    /// Looks for words in the whole notebook.
    Finder,
}

impl Lane {
    fn of(effect: &Effect) -> Self {
        match effect {
            Effect::SaveMeeting(_)
            | Effect::SaveSettings(_)
            | Effect::KeepVersion(_)
            | Effect::DeleteSession(_)
            | Effect::SaveElsewhere(_)
            | Effect::SavePaper(_) => Self::Saver,
            Effect::ListMeetings
            | Effect::ListAgain
            | Effect::ReadRegister(_)
            | Effect::ReadEarlierSession(_)
            | Effect::ReadCourse(..)
            | Effect::Gather(..) => Self::Reader,
            // A program that shows a paper may take a while to begin, and nobody else is to wait for it.
            Effect::Find(_) | Effect::ShowPaper(_) => Self::Finder,
            _ => Self::Background,
        }
    }
}

/// The four lanes.
#[derive(Debug)]
pub struct Lanes {
    saver: Sender<Effect>,
    background: Sender<Work>,
    /// Whether a look at the library waits already: on a slow disk looks must not pile up before what is wanted.
    looking: Arc<AtomicBool>,
    reader: Sender<(Effect, Option<RowsFor>)>,
    finder: Sender<Effect>,
    /// The number of what is looked for now: what waits or is at work with an earlier one is given up.
    finds: Arc<AtomicU64>,
    saver_is_done: Receiver<()>,
}

impl Lanes {
    /// Starts them; what comes of their effects goes to `events`.
    ///
    /// # Errors
    ///
    /// When the system gives no threads.
    pub fn start(outside: &Arc<Outside>, events: &Post) -> io::Result<Self> {
        let (saver, to_save) = channel();
        let (background, to_do) = channel();
        let (reader, to_read) = channel();
        let (finder, to_find) = channel();
        let (done, saver_is_done) = channel();
        let (world, tell) = (outside.clone(), events.clone());
        thread::Builder::new().name("saver".to_owned()).spawn(move || {
            save_newest(&to_save, |effect| perform(&world, effect, &tell));
            // Nobody waits any more where this cannot be told.
            let _ = done.send(());
        })?;
        let looking = Arc::new(AtomicBool::new(false));
        let (world, tell, looks) = (outside.clone(), events.clone(), looking.clone());
        thread::Builder::new().name("background".to_owned()).spawn(move || {
            for work in to_do {
                match work {
                    Work::Settings => read_settings(&world, &tell),
                    Work::LetGo(gone) => drop(gone),
                    Work::Perform(effect) => {
                        if effect == Effect::LookAtLibrary {
                            looks.store(false, Ordering::Release);
                        }
                        perform(&world, &effect, &tell);
                    }
                }
            }
        })?;
        let (world, tell) = (outside.clone(), events.clone());
        thread::Builder::new().name("reader".to_owned()).spawn(move || {
            for (effect, rows) in to_read {
                match rows {
                    Some(rows) => perform_as(&world, &effect, &tell, |fact| with_rows(fact, &rows)),
                    None => perform(&world, &effect, &tell),
                }
            }
        })?;
        let (world, tell, finds) = (outside.clone(), events.clone(), outside.wanted_number());
        thread::Builder::new().name("finder".to_owned()).spawn(move || {
            for effect in to_find {
                perform(&world, &effect, &tell);
            }
        })?;
        Ok(Self { saver, background, looking, reader, finder, finds, saver_is_done })
    }

    /// Hands an effect to the lane that performs it.
    pub fn submit(&self, effect: Effect) {
        if effect == Effect::LookAtLibrary && self.looking.swap(true, Ordering::AcqRel) {
            return;
        }
        if let Effect::Find(find) = &effect {
            self.finds.store(find.number, Ordering::Release);
        }
        // A lane outlives every panic within it, and ends only with this value: it takes what is sent.
        let _ = match Lane::of(&effect) {
            Lane::Saver => self.saver.send(effect).is_ok(),
            Lane::Finder => self.finder.send(effect).is_ok(),
            Lane::Reader => self.reader.send((effect, None)).is_ok(),
            Lane::Background => self.background.send(Work::Perform(effect)).is_ok(),
        };
    }

    /// Has the register read, and its rows made on the way.
    pub fn read_register(&self, viewpoint: Viewpoint, rows: Option<RowsFor>) {
        let _ = self.reader.send((Effect::ReadRegister(viewpoint), rows));
    }

    /// Has what was made of an earlier register freed elsewhere than in the loop.
    pub fn let_go(&self, known: Option<Arc<Register>>, prepared: Prepared) {
        let _ = self.background.send(Work::LetGo(Box::new((known, prepared))));
    }

    /// Has the settings read.
    pub fn read_settings(&self) {
        let _ = self.background.send(Work::Settings);
    }

    /// Waits, no longer than `patience`, until everything that was to be written is; false when that took too long.
    pub fn finish(self, patience: Duration) -> bool {
        drop(self.saver);
        self.saver_is_done.recv_timeout(patience).is_ok()
    }
}

/// Performs what there is to write, in order; of several saves of one meeting that wait, only the newest.
fn save_newest(effects: &Receiver<Effect>, mut perform: impl FnMut(&Effect)) {
    while let Ok(first) = effects.recv() {
        let mut waiting = vec![first];
        waiting.extend(effects.try_iter());
        for (at, effect) in waiting.iter().enumerate() {
            let later = waiting.iter().skip(at + 1);
            if !later.into_iter().any(|later| replaces(later, effect)) {
                perform(effect);
            }
        }
    }
}

fn replaces(later: &Effect, earlier: &Effect) -> bool {
    match (later, earlier) {
        (Effect::SaveMeeting(later), Effect::SaveMeeting(earlier)) => later.meeting.id == earlier.meeting.id,
        (Effect::SaveSettings(_), Effect::SaveSettings(_)) => true,
        _ => false,
    }
}

fn read_settings(outside: &Outside, tell: &Post) {
    if let Ok(Some(settings)) = catch_unwind(AssertUnwindSafe(|| outside.read_settings())) {
        let _ = tell.send(LoopEvent::Fact(settings));
    }
}

/// Makes the rows of a register that was read, so that the loop does not have to.
fn with_rows(fact: Msg, rows: &RowsFor) -> LoopEvent {
    let Msg::Register(register) = fact else { return LoopEvent::Fact(fact) };
    let (register, rows) = rows.clone().rows(register);
    let fact = Msg::Register(register);
    match rows {
        Some(rows) => LoopEvent::Register(Box::new(rows), fact),
        None => LoopEvent::Fact(fact),
    }
}

fn perform(outside: &Outside, effect: &Effect, tell: &Post) {
    perform_as(outside, effect, tell, LoopEvent::Fact);
}

/// Performs one effect and tells what comes of it; a panic within it is a failure of that effect alone.
fn perform_as(outside: &Outside, effect: &Effect, tell: &Post, event: impl Fn(Msg) -> LoopEvent) {
    let mut tell = |fact: Msg| {
        // Where this is not heard the loop is over, and nobody wants to know.
        let _ = tell.send(event(fact));
    };
    // What an effect touches outside is behind locks that hold whole values, and the disk is left as after a kill.
    let performed = catch_unwind(AssertUnwindSafe(|| {
        outside.perform_in_parts(effect, &mut tell);
        outside.after(effect);
    }));
    if performed.is_err() {
        Outside::broken(effect).into_iter().for_each(tell);
    }
}

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;
    use crate::app::{Save, Settings};
    use crate::meeting::{Id, Meeting, MeetingId, MeetingKind, Viewpoint};

    fn save(id: u128, revision: u64) -> Effect {
        let meeting = Meeting::new(MeetingId(Id::from_bits(id)), MeetingKind::Patz, NaiveDate::default());
        Effect::SaveMeeting(Save {
            meeting: Arc::new(meeting),
            revision,
            definitions: Vec::new(),
            routes: Vec::new(),
        })
    }

    #[test]
    fn neither_a_list_nor_a_register_holds_an_opening_or_a_save_up() {
        let id = MeetingId(Id::from_bits(1));
        let viewpoint = Viewpoint {
            meeting: Some(id),
            date: NaiveDate::default(),
            today: NaiveDate::default(),
            patients: Vec::new(),
        };
        let find = crate::app::message::Find { number: 1, words: "x".into(), language: Default::default() };
        for long in [
            Effect::ListMeetings,
            Effect::ListAgain,
            Effect::ReadRegister(viewpoint),
            Effect::Find(find.clone()),
        ] {
            assert!(
                long == Effect::Find(find.clone())
                    || Lane::of(&long) != Lane::of(&Effect::Find(find.clone()))
            );
            for short in [Effect::OpenMeeting(id), Effect::LetGo(id), Effect::DrawIds, save(1, 1)] {
                assert_ne!(Lane::of(&long), Lane::of(&short), "{long:?} and {short:?}");
            }
        }
    }

    #[test]
    fn only_the_newest_revision_of_a_meeting_is_saved() {
        let (sender, receiver) = channel();
        let settings = Effect::SaveSettings(Settings::default());
        for effect in [save(1, 1), save(1, 2), settings.clone(), save(2, 7), save(1, 3), settings.clone()] {
            sender.send(effect).unwrap();
        }
        drop(sender);
        let mut performed = Vec::new();
        save_newest(&receiver, |effect| performed.push(effect.clone()));
        assert_eq!(performed, [save(2, 7), save(1, 3), settings]);
    }

    #[test]
    fn a_save_that_comes_during_a_save_waits_and_is_the_only_one() {
        let (sender, receiver) = channel();
        sender.send(save(1, 1)).unwrap();
        let mut sender = Some(sender);
        let mut performed = Vec::new();
        save_newest(&receiver, |effect| {
            if let Some(sender) = sender.take() {
                for revision in 2..9 {
                    sender.send(save(1, revision)).unwrap();
                }
            }
            performed.push(effect.clone());
        });
        assert_eq!(performed, [save(1, 1), save(1, 8)]);
    }
}
