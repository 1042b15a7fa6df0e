//! What goes with what is taken away.

use chrono::NaiveDate;

use super::{Losses, Removal};
use crate::meeting::{
    Agreement, AgreementId, Answer, Given, Id, Meeting, MeetingId, MeetingKind, Owner, Participant,
    ParticipantId, PatientId, QuestionKey, Review, Stamp,
};

fn id(bits: u128) -> Id {
    Id::from_bits(bits)
}

fn meeting() -> Meeting {
    let day = NaiveDate::from_ymd_opt(2026, 11, 27).unwrap();
    let stamp = Stamp { by: None, at: day.and_hms_opt(14, 0, 0).unwrap() };
    let mut meeting = Meeting::new(MeetingId(id(1)), MeetingKind::Patz, day);
    meeting.participants =
        vec![Participant::new(ParticipantId(id(2))), Participant::new(ParticipantId(id(3)))];
    let mut review = Review::new(PatientId(id(4)));
    let mut agreement = Agreement::new(AgreementId(id(5)), stamp);
    agreement.owner = Some(Owner::Participant(ParticipantId(id(2))));
    let mut earlier = Agreement::new(AgreementId(id(6)), stamp);
    earlier.from = Some(day);
    review.agreements = vec![agreement, earlier];
    let group = QuestionKey::new(&"kort".into(), &"scenario".into());
    review.repeats.insert(group, vec![1, 2]);
    let within = QuestionKey { instance: [2].into(), ..QuestionKey::new(&"kort".into(), &"wat".into()) };
    review.answers.insert(within, Answer::given(Given::Text("koorts".into()), stamp));
    meeting.reviews = vec![review.into(), Review::new(PatientId(id(7))).into()];
    meeting
}

#[test]
fn only_what_takes_something_with_it_is_heavy() {
    let meeting = meeting();
    let (full, blank) = (PatientId(id(4)), PatientId(id(7)));
    let group = QuestionKey::new(&"kort".into(), &"scenario".into());
    let heavy = [
        Removal::Patient(full),
        Removal::Participant(ParticipantId(id(2))),
        Removal::Agreement(full, AgreementId(id(6))),
    ];
    let light = [
        Removal::Patient(blank),
        Removal::Participant(ParticipantId(id(3))),
        Removal::Time(full, group, 2),
        Removal::Agreement(full, AgreementId(id(5))),
        Removal::Patient(PatientId(id(99))),
    ];
    for removal in heavy {
        assert!(removal.losses(&meeting).are_heavy(), "{removal:?}");
        assert!(removal.is_there(&meeting), "{removal:?}");
    }
    for removal in light {
        assert_eq!(removal.losses(&meeting), Losses::default(), "{removal:?}");
    }
}

#[test]
fn open_agreements_are_among_what_goes_with_a_patient() {
    let mut meeting = meeting();
    let removal = Removal::Patient(PatientId(id(4)));
    assert_eq!(removal.losses(&meeting).agreements.len(), 2);
    let stamp = meeting.reviews[0].agreements[0].recorded;
    meeting.reviews[0].agreements[0].ended = Some(crate::meeting::Ended { done: true, recorded: stamp });
    let losses = removal.losses(&meeting);
    assert_eq!((losses.agreements.len(), losses.answers), (1, 1));
}
