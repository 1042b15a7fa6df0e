//! Notebooks of fictional meetings for measurements and demonstrations, the same ones every time.
//!
//! Every name says that it is fictional, and every meeting is marked as such, so that a generated notebook is never
//! taken for a real one.

use std::path::Path;
use std::sync::Arc;

use chrono::{Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta};

use crate::checklist::{Looks, Name};
use crate::meeting::{
    Agreement, AgreementId, Answer, Discipline, Ended, Given, Id, Judgement, Meeting, MeetingId, MeetingKind,
    NonAnswer, Owner, Participant, ParticipantId, PatientId, PatientInformed, Person, QuestionKey, Review,
    Role, Stamp, typed,
};
use crate::store::disk::fault::NotebookError;
use crate::store::disk::files::RealFiles;
use crate::store::notebook::Notebook;
use crate::store::record::problem::SaveError;
use crate::store::vault::fictional::state_fictional;
use crate::store::vault::protection::Statement;

/// How much is recorded in each generated meeting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Size {
    /// Three patients with a few answers each.
    Small,
    /// Fifteen patients, about 95 kB of text.
    Typical,
}

impl Size {
    const fn patients(self) -> usize {
        match self {
            Self::Small => 3,
            Self::Typical => 15,
        }
    }

    const fn answers(self) -> usize {
        match self {
            Self::Small => 4,
            Self::Typical => 22,
        }
    }

    /// How many seconds after the last patient something is agreed about the next one.
    const fn pace(self) -> i64 {
        match self {
            Self::Small => 60,
            Self::Typical => 330,
        }
    }
}

/// Why a generated notebook could not be made.
#[derive(Debug)]
pub enum GenerateError {
    /// The folder could not become a notebook.
    Notebook(NotebookError),
    /// A meeting could not be saved.
    Save(SaveError),
}

/// Makes a notebook with `meetings` fictional meetings in `folder`, or adds them to the one that is there.
///
/// # Errors
///
/// When the folder cannot become a notebook or a meeting cannot be saved.
pub fn notebook(folder: &Path, meetings: usize, size: Size) -> Result<Notebook, GenerateError> {
    let notebook = Notebook::open(folder, Arc::new(RealFiles)).map_err(GenerateError::Notebook)?;
    // Nobody need be asked what it is for.
    let statement = Statement { who: "Fictief".to_owned(), ..Statement::default() };
    state_fictional(&RealFiles, folder, &statement).map_err(GenerateError::Save)?;
    for number in 0..meetings {
        // Measurements start from a settled disk or do not care; 250 times fsync would only make them wait.
        notebook.put_unsynced(&meeting(number, size)).map_err(GenerateError::Save)?;
    }
    Ok(notebook)
}

/// The fictional meeting with this number; the same one every time.
pub fn meeting(number: usize, size: Size) -> Meeting {
    let mut source = Source::new(number as u64);
    let date = day_of(number);
    let kind = if number % 3 == 2 { MeetingKind::Mdo } else { MeetingKind::Patz };
    let mut meeting = Meeting::new(MeetingId(source.id()), kind, date);
    meeting.details.group = format!("Fictieve groep {}", number % 4 + 1);
    meeting.details.planned = "90".to_owned();
    meeting.details.fictional = true;
    meeting.participants = participants(&mut source);
    let table: Vec<ParticipantId> = meeting.participants.iter().map(|participant| participant.id).collect();
    let mut clock = date.and_time(NaiveTime::MIN) + TimeDelta::hours(13);
    for patient in 0..size.patients() {
        meeting.reviews.push(review(&mut source, number, patient, size, &table, &mut clock).into());
    }
    if number > 0 {
        meeting.details.closed = Some(Stamp { by: table.get(1).copied(), at: clock });
    }
    meeting
}

/// Every week there is a meeting.
fn day_of(meeting: usize) -> NaiveDate {
    let newest = NaiveDate::from_ymd_opt(2026, 11, 27).unwrap_or_default();
    newest.checked_sub_days(Days::new(meeting as u64 * 7)).unwrap_or_default()
}

fn participants(source: &mut Source) -> Vec<Participant> {
    let seats = [
        ("A. Fictief", Discipline::GeneralPractitioner, Some(Role::Chair)),
        ("B. Fictief", Discipline::DistrictNurse, Some(Role::Recorder)),
        ("C. Fictief", Discipline::PalliativeConsultant, Some(Role::Consultant)),
        ("D. Fictief", Discipline::GeneralPractitioner, None),
        ("E. Fictief", Discipline::DistrictNurse, None),
        ("F. Fictief", Discipline::SpiritualCarer, None),
    ];
    let seat = |(name, discipline, role): (&str, Discipline, Option<Role>)| Participant {
        name: name.to_owned(),
        discipline: Some(discipline),
        roles: role.into_iter().collect(),
        ..Participant::new(ParticipantId(source.id()))
    };
    seats.map(seat).into()
}

fn review(
    source: &mut Source,
    meeting: usize,
    patient: usize,
    size: Size,
    table: &[ParticipantId],
    clock: &mut NaiveDateTime,
) -> Review {
    // Half of the patients return in the next meeting, so that a register has something to fold.
    let returns = patient.is_multiple_of(2);
    let known = if returns { patient } else { meeting * 100 + patient };
    let mut review = Review::new(PatientId(Source::new(1_000_000 + known as u64).id()));
    let checklist = Name::new("markering");
    review.label = format!("Fictief {}", known + 1);
    review.born = (1930 + source.below(40)).to_string();
    review.question = source.sentence(8);
    review.own_words = source.sentence(14);
    review.notes = format!("{}\n{}", source.sentence(40), source.sentence(24));
    review.next_review = "over 6 weken".to_owned();
    review.details.brought_by = source.pick(table);
    review.details.informed = source.pick(&PatientInformed::ALL);
    for number in 0..size.answers() {
        let stamp = tick(source, table, clock);
        let key = QuestionKey::new(&checklist, &Name::new(format!("vraag-{}", number + 1)));
        review.answers.insert(key, answer(source, number, stamp, table));
    }
    let decided = tick(source, table, clock);
    review.judgements.insert(checklist, judgement(source, decided, table));
    // What was agreed before came along, and most of it is done by now.
    for ago in (1..=LONGEST).rev().filter(|_| returns) {
        let made = agreed(meeting + ago, (patient, known), size, table);
        for Agreed { mut agreement, meetings, dropped } in made.into_iter().filter(|one| one.meetings >= ago)
        {
            let day = day_of(meeting + ago);
            agreement.from = Some(day);
            let due = typed::whole_date(&agreement.due, day, Looks::Forward);
            agreement.due = due.map(typed::numeric).unwrap_or_default();
            if meetings == ago {
                let recorded = tick(source, table, clock);
                agreement.ended = Some(Ended { done: !dropped, recorded });
            }
            review.agreements.push(agreement);
        }
    }
    for Agreed { mut agreement, meetings, dropped } in agreed(meeting, (patient, known), size, table) {
        // Who is in one meeting only does not come back for what was agreed.
        if !returns && meetings < LONGEST {
            let recorded = tick(source, table, clock);
            agreement.ended = Some(Ended { done: !dropped, recorded });
        }
        review.agreements.push(agreement);
    }
    review.details.finished = Some(tick(source, table, clock));
    review
}

/// How many meetings after its own an agreement is open at most.
const LONGEST: usize = 2;

/// What was agreed in one meeting, and what comes of it.
struct Agreed {
    agreement: Agreement,
    /// How many meetings later it ends.
    meetings: usize,
    /// Whether it ends because it was no longer needed.
    dropped: bool,
}

/// What a meeting agreed about a patient: the same whichever meeting asks, for a later one takes it up.
fn agreed(
    meeting: usize,
    (patient, known): (usize, usize),
    size: Size,
    table: &[ParticipantId],
) -> Vec<Agreed> {
    let mut source = Source::new((1 << 60) + ((known as u64) << 24) + meeting as u64);
    let count = 1 + source.below(3);
    let mut at = day_of(meeting).and_time(NaiveTime::MIN) + TimeDelta::hours(13);
    (0..patient).for_each(|_| at += TimeDelta::seconds(size.pace()));
    let agree = |_| {
        at += TimeDelta::seconds(10);
        let stamp = Stamp { by: table.get(1).copied(), at };
        let mut agreement = Agreement::new(AgreementId(source.id()), stamp);
        agreement.what = source.sentence(7);
        agreement.due = "vrijdag".to_owned();
        agreement.owner = source.pick(table).map(Owner::Participant);
        agreement.confirmed = Some(stamp);
        let meetings = if source.below(8) == 0 { LONGEST } else { 1 };
        Agreed { agreement, meetings, dropped: source.below(6) == 0 }
    };
    (0..count).map(agree).collect()
}

fn answer(source: &mut Source, number: usize, stamp: Stamp, table: &[ParticipantId]) -> Answer {
    let given = match number % 8 {
        0 => Given::Choice(Name::new("nee")),
        1 => Given::YesNo(source.below(2) == 0),
        2 => Given::Text(source.sentence(16)),
        3 => Given::Choices(["pijn", "benauwdheid", "onrust"].map(Name::new).into()),
        4 => Given::Number("3,5".to_owned()),
        5 => Given::Date("27-11-2026".to_owned()),
        6 => source
            .pick(table)
            .map_or(Given::Not(NonAnswer::Unknown), |id| Given::Person(Person::Participant(id))),
        _ => Given::Not(NonAnswer::NotDiscussedToday),
    };
    let mut answer = Answer::given(given, stamp);
    if number.is_multiple_of(2) {
        answer.note = source.sentence(12);
    }
    answer
}

fn judgement(source: &mut Source, stamp: Stamp, table: &[ParticipantId]) -> Judgement {
    Judgement {
        choice: source.pick(&["markeren", "niet", "later"]).map(Name::new),
        reason: source.sentence(18),
        involved: table.iter().take(3).copied().collect(),
        indications: vec![Name::new("sterke-indicatie")],
        recorded: Some(stamp),
        ..Judgement::default()
    }
}

fn tick(source: &mut Source, table: &[ParticipantId], clock: &mut NaiveDateTime) -> Stamp {
    *clock += TimeDelta::seconds(5 + i64::from(source.below(20)));
    Stamp { by: table.get(1).copied(), at: *clock }
}

/// Numbers that look random and are the same every time (SplitMix64).
struct Source(u64);

impl Source {
    fn new(seed: u64) -> Self {
        Self(seed.wrapping_add(1).wrapping_mul(0xD1B5_4A32_D192_ED03))
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    fn id(&mut self) -> Id {
        Id::from_bits((u128::from(self.next()) << 64) | u128::from(self.next()))
    }

    /// A number below `bound`, which is small.
    fn below(&mut self, bound: u32) -> u32 {
        u32::try_from(self.next() % u64::from(bound.max(1))).unwrap_or(0)
    }

    fn pick<T: Copy>(&mut self, from: &[T]) -> Option<T> {
        let bound = u32::try_from(from.len()).unwrap_or(u32::MAX);
        from.get(usize::try_from(self.below(bound)).unwrap_or(0)).copied()
    }

    fn sentence(&mut self, words: usize) -> String {
        const WORDS: [&str; 24] = [
            "fictief",
            "de",
            "dochter",
            "maakt",
            "zich",
            "zorgen",
            "over",
            "nachtelijke",
            "onrust",
            "pijn",
            "is",
            "draaglijk",
            "met",
            "paracetamol",
            "één",
            "thuis",
            "blijven",
            "wil",
            "mevrouw",
            "graag",
            "huisarts",
            "belt",
            "morgen",
            "mantelzorg",
        ];
        let words: Vec<&str> = (0..words).filter_map(|_| self.pick(&WORDS)).collect();
        words.join(" ")
    }
}
