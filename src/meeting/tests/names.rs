//! How patients are told apart is the same, however little of it is compared anew.

use chrono::NaiveDate;
use proptest::prelude::*;

use super::*;
use crate::meeting::register::mark::numbers;
use crate::meeting::{Id, MeetingId, Viewpoint};

const LABELS: [&str; 6] = ["Fictief A.", "fictief  a", "Fictief B.", "FICTIEF B", "Fictief C.", " "];

/// Patients with the number of a label and of a year.
type Agenda = Vec<(u8, u8, u8)>;

fn held(number: u128, kind: MeetingKind, fictional: bool, agenda: &Agenda) -> Meeting {
    let date = NaiveDate::from_ymd_opt(2026, 9, 13).unwrap();
    let mut meeting = Meeting::new(MeetingId(Id::from_bits(number)), kind, date);
    meeting.details.fictional = fictional;
    for (who, label, born) in agenda {
        let mut review = Review::new(PatientId(Id::from_bits(u128::from(*who) << 104)));
        review.label = LABELS[usize::from(*label) % LABELS.len()].to_owned();
        review.born = ["", "1938"][usize::from(*born) % 2].to_owned();
        meeting.reviews.push(review.into());
    }
    meeting
}

/// The same with everybody compared with everybody.
fn compared_anew(register: &Register, meeting: &Meeting) -> BTreeMap<PatientId, Mark> {
    let mut all: BTreeMap<PatientId, (&str, &str, bool)> = BTreeMap::new();
    for known in register.patients.iter().filter(|known| known.kind != MeetingKind::Education) {
        all.insert(known.patient, (&known.label, &known.born, known.invented));
    }
    if meeting.details.kind != MeetingKind::Education {
        for review in &meeting.reviews {
            let person = register.persons.get(&review.patient).copied().unwrap_or(review.patient);
            let one = all.entry(person).or_insert(("", "", meeting.details.fictional));
            if !review.label.trim().is_empty() {
                (one.0, one.1) = (&review.label, &review.born);
            }
        }
    }
    let is_mixed = all.values().any(|(.., invented)| !invented);
    let mut marks: BTreeMap<PatientId, Mark> = BTreeMap::new();
    for (patient, number) in numbers(all.iter().map(|(who, (label, born, _))| (*who, *label, *born))) {
        marks.entry(patient).or_default().number = Some(number.into());
    }
    for (patient, _) in all.iter().filter(|(_, (.., invented))| is_mixed && *invented) {
        marks.entry(*patient).or_default().invented = true;
    }
    marks
}

fn agenda() -> impl Strategy<Value = Agenda> {
    prop::collection::vec((0_u8..12, any::<u8>(), any::<u8>()), 0..8)
}

proptest! {
    #[test]
    fn what_is_compared_when_it_arrives_and_what_is_compared_anew_are_the_same(
        before in prop::collection::vec((agenda(), any::<bool>(), any::<bool>()), 0..4),
        now in agenda(),
        fictional in any::<bool>(),
        education in any::<bool>(),
    ) {
        let kind = |education| if education { MeetingKind::Education } else { MeetingKind::Patz };
        let before: Vec<Meeting> = (2..)
            .zip(&before)
            .map(|(number, (agenda, fictional, education))| held(number, kind(*education), *fictional, agenda))
            .collect();
        let meeting = held(1, kind(education), fictional, &now);
        let register = Arc::new(Register::of(&Viewpoint::of(&meeting, meeting.details.date), &before));
        let names = Names::of(Some(&register), Some(&meeting), None);
        let anew = compared_anew(&register, &meeting);
        for who in 0..12 {
            let patient = PatientId(Id::from_bits(who << 104));
            prop_assert_eq!(names.mark(patient), anew.get(&patient).cloned().unwrap_or_default());
        }
        // Whoever was looked up before, with other labels or others beside them.
        for taken in 0..2 {
            let mut other = meeting.clone();
            other.reviews.truncate(meeting.reviews.len().saturating_sub(taken));
            other.reviews.iter_mut().for_each(|review| review.label.push('x'));
            let before = Names::of(Some(&register), Some(&other), None);
            prop_assert_eq!(&Names::of(Some(&register), Some(&meeting), Some(&before)), &names);
        }
    }
}
