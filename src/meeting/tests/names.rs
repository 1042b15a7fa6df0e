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
        let names = Names::of(Some(&register), Some(&meeting));
        let anew = compared_anew(&register, &meeting);
        for who in 0..12 {
            let patient = PatientId(Id::from_bits(who << 104));
            prop_assert_eq!(names.mark(patient), anew.get(&patient).cloned().unwrap_or_default());
        }
    }

    #[test]
    fn whoever_is_called_otherwise_one_after_the_other_is_told_apart_as_if_compared_anew(
        before in prop::collection::vec((agenda(), any::<bool>()), 0..3),
        now in agenda(),
        fictional in any::<bool>(),
        renamed in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>(), any::<u8>()), 1..8),
        others in prop::option::of(agenda()),
    ) {
        let before: Vec<Meeting> = (2..)
            .zip(&before)
            .map(|(number, (agenda, fictional))| held(number, MeetingKind::Patz, *fictional, agenda))
            .collect();
        let mut meeting = held(1, MeetingKind::Patz, fictional, &now);
        let register = Arc::new(Register::of(&Viewpoint::of(&meeting, meeting.details.date), &before));
        let mut names = Names::of(Some(&register), Some(&meeting));
        for (which, label, born) in renamed {
            if !meeting.reviews.is_empty() {
                let review = which.index(meeting.reviews.len());
                let called = held(9, MeetingKind::Patz, fictional, &vec![(0, label, born)]).reviews.remove(0);
                meeting.reviews[review].label.clone_from(&called.label);
                meeting.reviews[review].born.clone_from(&called.born);
            }
            let anew = Names::of(Some(&register), Some(&meeting));
            prop_assert_eq!(names.is_of(Some(&register), &meeting), names == anew);
            names.follow(Some(&register), &meeting);
            prop_assert!(names.is_of(Some(&register), &meeting));
            let anew = compared_anew(&register, &meeting);
            for who in 0..12 {
                let patient = PatientId(Id::from_bits(who << 104));
                prop_assert_eq!(names.mark(patient), anew.get(&patient).cloned().unwrap_or_default());
            }
        }
        // Others may come to stand beside them.
        let meeting = others.map_or(meeting, |others| held(1, MeetingKind::Patz, !fictional, &others));
        names.follow(Some(&register), &meeting);
        let anew = Names::of(Some(&register), Some(&meeting));
        for who in 0..12 {
            let patient = PatientId(Id::from_bits(who << 104));
            prop_assert_eq!(names.mark(patient), anew.mark(patient));
        }
    }
}
