//! The state of a patient in brief, and why somebody would be on an agenda.

use super::*;
use crate::meeting::{
    Agreement, AgreementId, Answer, ColourBeside, Id, Judgement, MeetingId, MeetingKind, NonAnswer,
    OpenAgreement, PatientId, Register, Stamp, Viewpoint, colour_question,
};

fn day(month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, month, day).unwrap()
}

fn stamp(date: NaiveDate) -> Stamp {
    Stamp { by: None, at: date.and_hms_opt(14, 0, 0).unwrap() }
}

fn meeting(bits: u128, date: NaiveDate) -> Meeting {
    let mut meeting = Meeting::new(MeetingId(Id::from_bits(bits)), MeetingKind::Patz, date);
    let mut review = Review::new(PatientId(Id::from_bits(1)));
    review.details.finished = Some(stamp(date));
    meeting.reviews.push(review.into());
    meeting
}

fn known(meetings: &[Meeting]) -> std::sync::Arc<KnownPatient> {
    let viewpoint = Viewpoint {
        meeting: Some(MeetingId(Id::from_bits(99))),
        date: day(12, 31),
        today: day(12, 31),
        patients: Vec::new(),
    };
    Register::of(&viewpoint, meetings).patients.remove(0)
}

fn coloured(mut meeting: Meeting, code: &str) -> Meeting {
    let at = stamp(meeting.details.date);
    meeting.reviews[0].answers.insert(colour_question(), Answer::given(Given::Choice(code.into()), at));
    meeting
}

/// Whoever died between meetings: agenda and register tell by one rule whether the team looked back.
#[test]
fn agenda_and_register_agree_on_looking_back() {
    let mut first = meeting(1, day(9, 1));
    first.reviews[0].label = "Fictief D.".to_owned();
    let mut between = meeting(2, day(9, 20));
    between.details.kind = MeetingKind::Between;
    between.reviews[0].details.finished = None;
    between.reviews[0].details.deceased = true;
    // As it was made before the death was recorded, and as it is when it was known here.
    for is_known_here in [false, true] {
        let mut held = meeting(3, day(9, 27));
        held.reviews[0].details.deceased = is_known_here;
        let known_before = known(&[first.clone(), between.clone()]);
        let agenda = PatientState::in_meeting(&held, &held.reviews[0], Some(&known_before));
        let known_after = known(&[first.clone(), between.clone(), held.clone()]);
        let register = PatientState::of(&known_after, day(10, 1));
        assert!(agenda.deceased && register.deceased);
        assert_eq!((agenda.looked_back, register.looked_back), (is_known_here, is_known_here));
    }
}

/// Of two colours of one day under two labels of one person none is the last word: register and agenda tell both.
#[test]
fn two_colours_of_one_person_on_one_day_are_both_told() {
    let (one, other) = (PatientId(Id::from_bits(1)), PatientId(Id::from_bits(2)));
    let first = coloured(meeting(1, day(8, 1)), "groen");
    let mut between = meeting(2, day(9, 1));
    between.details.kind = MeetingKind::Between;
    let mut same = Review::new(other);
    same.details.same_as = Some(crate::meeting::Identity::SameAs(one));
    between.reviews = vec![same.into()];
    let mut both = coloured(meeting(3, day(9, 20)), "rood");
    let beside = coloured(meeting(9, day(9, 20)), "oranje").reviews.remove(0);
    let mut beside = (*beside).clone();
    beside.patient = other;
    both.reviews.push(beside.into());
    let told = |state: &PatientState| {
        let beside = state.colour_beside.as_ref().and_then(ColourBeside::colour).cloned();
        let mut told = vec![state.colour.clone().unwrap(), beside.unwrap()];
        told.sort();
        told
    };
    let expected = vec![Name::from("oranje"), Name::from("rood")];
    for meetings in [[&first, &between, &both], [&both, &between, &first]] {
        let known = known(&meetings.map(Clone::clone));
        let state = PatientState::of(&known, day(10, 1));
        assert_eq!((told(&state), &state.colour_was), (expected.clone(), &None));
        assert_eq!(Reason::of(&known, &state, day(10, 1)), Some(Reason::ColourChanged));
    }
    // Also where nothing is known of the one but that the other is the same person.
    for before in [known(&[first.clone(), between.clone()]), known(std::slice::from_ref(&between))] {
        assert_eq!((before.patient, before.also.as_slice()), (one, [other].as_slice()));
        for review in &both.reviews {
            let state = PatientState::in_meeting(&both, review, Some(&before));
            assert_eq!(told(&state), expected);
        }
    }
    // That there is none any more is such a word too, whichever was noted last.
    for (bits, hour) in [(1, 13), (1, 15), (2, 13), (2, 15)] {
        let mut both = both.clone();
        for review in &mut both.reviews {
            let at = Stamp { by: None, at: day(9, 20).and_hms_opt(14, 0, 0).unwrap() };
            let is_none = review.patient == PatientId(Id::from_bits(bits));
            let given = if is_none { Given::Not(NonAnswer::NoLonger) } else { Given::Choice("rood".into()) };
            let at =
                if is_none { Stamp { at: day(9, 20).and_hms_opt(hour, 0, 0).unwrap(), ..at } } else { at };
            review.answers.insert(colour_question(), Answer::given(given, at));
        }
        let expected = (Some("rood".into()), Some(ColourBeside::NoLonger), None);
        let state = |state: PatientState| (state.colour, state.colour_beside, state.colour_was);
        for meetings in [[&first, &between, &both], [&both, &between, &first]] {
            let known = known(&meetings.map(Clone::clone));
            assert_eq!(state(PatientState::of(&known, day(10, 1))), expected, "{bits} {hour}");
        }
        let before = known(&[first.clone(), between.clone()]);
        for review in &both.reviews {
            assert_eq!(state(PatientState::in_meeting(&both, review, Some(&before))), expected);
        }
    }
    // The next meeting has the last word.
    let later = coloured(meeting(4, day(9, 27)), "oranje");
    let settled = known(&[first, between, both, later]);
    assert_eq!((&settled.colour, &settled.colour_beside), (&Some("oranje".into()), &None));
}

#[test]
fn what_presses_most_is_why_somebody_is_on_an_agenda() {
    let today = day(11, 29);
    let reason_on = |meetings: &[Meeting], today| {
        let known = known(meetings);
        Reason::of(&known, &PatientState::of(&known, today), today)
    };
    let reason = |meetings: &[Meeting]| reason_on(meetings, today);
    let first = meeting(1, day(9, 1));
    assert_eq!(reason(std::slice::from_ref(&first)), Some(Reason::Rest));
    let mut dying = meeting(2, day(11, 20));
    let judged = Judgement { choice: Some("stervensfase".into()), ..Judgement::default() };
    dying.reviews[0].judgements.insert("stervensfase".into(), judged);
    assert_eq!(reason(std::slice::from_ref(&dying)), Some(Reason::Dying));
    let mut agreed = dying.clone();
    let mut agreement = Agreement::new(AgreementId(Id::from_bits(5)), stamp(day(11, 20)));
    agreement.due = "dinsdag".to_owned();
    agreed.reviews[0].agreements.push(agreement);
    assert_eq!(reason(std::slice::from_ref(&agreed)), Some(Reason::AgreementOverdue));
    let mut due = agreed.clone();
    due.reviews[0].next_review = "28 nov".to_owned();
    assert_eq!(reason(std::slice::from_ref(&due)), Some(Reason::Due));
    assert_eq!(
        reason_on(std::slice::from_ref(&due), day(11, 24)),
        Some(Reason::Dying),
        "on a day before all that"
    );
    let all = known(std::slice::from_ref(&due));
    assert_eq!(
        Reason::all(&all, &PatientState::of(&all, today), today),
        [Reason::Due, Reason::AgreementOverdue, Reason::Dying]
    );
    due.reviews[0].details.postponed = true;
    due.reviews[0].details.finished = None;
    assert_eq!(reason(&[first.clone(), due]), Some(Reason::Postponed));
    let changed = [coloured(first.clone(), "groen"), coloured(meeting(2, day(10, 1)), "rood")];
    assert_eq!(reason(&changed), Some(Reason::Rest), "the team spoke of that");
    let mut since = coloured(meeting(2, day(10, 1)), "rood");
    since.details.kind = MeetingKind::Between;
    assert_eq!(reason(&[coloured(first.clone(), "groen"), since]), Some(Reason::ColourChanged));
    let unchanged = [coloured(first.clone(), "rood"), coloured(meeting(2, day(10, 1)), "rood")];
    assert_eq!(reason(&unchanged), Some(Reason::Rest));
    let mut between = Meeting::new(MeetingId(Id::from_bits(7)), MeetingKind::Between, day(11, 1));
    between.reviews.push(Review::new(PatientId(Id::from_bits(1))).into());
    assert_eq!(reason(std::slice::from_ref(&between)), Some(Reason::New));
    between.reviews[0].details.deceased = true;
    assert_eq!(reason(&[first.clone(), between.clone()]), Some(Reason::Deceased));
    let mut after = meeting(8, day(11, 5));
    after.reviews[0].details.deceased = true;
    assert_eq!(reason(&[first, between, after]), None, "looked back on");
}

#[test]
fn a_day_to_discuss_somebody_again_stands_until_it_has_come_and_the_team_spoke() {
    let on = |year, month, day| NaiveDate::from_ymd_opt(year, month, day).unwrap();
    let mut first = meeting(1, on(2026, 11, 24));
    first.reviews[0].next_review = "29 januari of eerder bij val van man".to_owned();
    let seen = |meetings: &[Meeting], today: NaiveDate| {
        let viewpoint = Viewpoint {
            meeting: Some(MeetingId(Id::from_bits(99))),
            date: today,
            today,
            patients: Vec::new(),
        };
        let known = Register::of(&viewpoint, meetings).patients.remove(0);
        let state = PatientState::of(&known, today);
        (Reason::of(&known, &state, today), state.next_review, state.next_review_text)
    };
    let day = on(2027, 1, 29);
    let text = || "29 januari of eerder bij val van man".to_owned();
    let early = (Some(Reason::Rest), Some(day), text());
    assert_eq!(seen(std::slice::from_ref(&first), on(2027, 1, 14)), early);
    let soon = (Some(Reason::DueSoon), Some(day), text());
    assert_eq!(seen(std::slice::from_ref(&first), on(2027, 1, 27)), soon);
    let due = (Some(Reason::Due), Some(day), text());
    assert_eq!(seen(std::slice::from_ref(&first), day), due);
    // Two days before, with nothing typed for a next time.
    let between = meeting(2, on(2027, 1, 27));
    assert_eq!(seen(&[first.clone(), between.clone()], on(2027, 3, 24)), due);
    // A date that is all that was recorded.
    let mut only = between.clone();
    only.reviews[0].details.finished = None;
    only.reviews[0].next_review = "17 feb".to_owned();
    let moved = seen(&[first.clone(), only], on(2027, 3, 24));
    assert_eq!((moved.1, moved.2.as_str()), (Some(on(2027, 2, 17)), ""));
    // On the day itself.
    let spoken = meeting(3, day);
    let over = (Some(Reason::Rest), None, String::new());
    assert_eq!(seen(&[spoken.clone(), first.clone(), between], on(2027, 3, 24)), over);
    let before = Register::of(&Viewpoint::whole(day), std::slice::from_ref(&first)).patients.remove(0);
    let here = PatientState::in_meeting(&spoken, &spoken.reviews[0], Some(&before));
    assert_eq!(here.next_review, None, "the agenda tells the same");
}

/// Two days after a meeting is before the next one: who is to be discussed by then is a reason, and says before which day.
#[test]
fn a_day_that_comes_soon_is_a_reason_to_discuss_now() {
    let mut first = meeting(1, day(9, 1));
    first.reviews[0].next_review = "29 nov".to_owned();
    let known = known(&[first]);
    let seen = |on: NaiveDate| Reason::of(&known, &PatientState::of(&known, on), on).unwrap();
    let found: Vec<Reason> =
        [(11, 14), (11, 15), (11, 27), (11, 28), (11, 29)].map(|(m, d)| seen(day(m, d))).into();
    assert_eq!(found, [Reason::Rest, Reason::DueSoon, Reason::DueSoon, Reason::DueSoon, Reason::Due]);
    assert!(Reason::Dying < Reason::DueSoon && Reason::DueSoon < Reason::Rest);
}

#[test]
fn who_was_on_the_last_agenda_and_was_not_reached_is_not_forgotten() {
    let mut first = meeting(1, day(9, 1));
    let mut second = meeting(2, day(10, 1));
    second.reviews[0].details.finished = None;
    let reason = |meetings: &[Meeting]| {
        let known = known(meetings);
        Reason::of(&known, &PatientState::of(&known, day(11, 29)), day(11, 29))
    };
    assert_eq!(reason(&[first.clone(), second.clone()]), Some(Reason::Missed));
    assert_eq!(reason(std::slice::from_ref(&second)), Some(Reason::Missed), "rather than new");
    // That an agreement was dealt with is no discussion, and no agenda.
    let mut aside = meeting(3, day(10, 20));
    aside.reviews[0].details.finished = None;
    aside.reviews[0].details.agreements_only = true;
    assert_eq!(reason(&[first.clone(), second.clone(), aside.clone()]), Some(Reason::Missed));
    second.reviews[0].details.postponed = true;
    assert_eq!(reason(&[first.clone(), second.clone(), aside.clone()]), Some(Reason::Postponed));
    first.details.date = day(11, 1);
    assert_eq!(reason(&[first, second, aside]), Some(Reason::Rest), "discussed since");
}

#[test]
fn the_proposal_is_reckoned_from_how_it_stood_before_the_meeting() {
    let mut first = meeting(1, day(9, 1));
    first.details.group = "Verzonnen".to_owned();
    let mut agreement = Agreement::new(AgreementId(Id::from_bits(5)), stamp(day(9, 1)));
    agreement.due = "8-9-2026".to_owned();
    first.reviews[0].agreements.push(agreement.clone());
    let mut now = meeting(2, day(11, 29));
    now.details.group = "Verzonnen".to_owned();
    let register = Register::of(&Viewpoint::of(&now, now.details.date), [&first]);
    now.reviews[0].details.finished = None;
    now.reviews[0].details.agreements_only = true;
    agreement.from = Some(day(9, 1));
    agreement.ended = Some(crate::meeting::Ended { done: true, recorded: stamp(day(11, 29)) });
    now.reviews[0].agreements.push(agreement);
    let proposed = crate::meeting::proposal(&register, &now);
    let found: Vec<_> = proposed.iter().map(|one| (one.reason, one.state.overdue)).collect();
    assert_eq!(found, [(Reason::AgreementOverdue, 0)], "done just now, it is still why");
}

#[test]
fn a_day_of_the_week_keeps_meaning_the_day_that_was_meant() {
    let mut first = meeting(1, day(11, 20));
    let mut agreement = Agreement::new(AgreementId(Id::from_bits(5)), stamp(day(11, 20)));
    agreement.due = "dinsdag".to_owned();
    first.reviews[0].agreements.push(agreement);
    let known = known(&[first]);
    let open: &OpenAgreement = &known.agreements[0];
    let later = open.within(&meeting(2, day(11, 29)));
    assert_eq!((later.due.as_str(), later.is_overdue(day(11, 29))), ("24-11-2026", true));
}

#[test]
fn what_this_meeting_says_comes_on_top_of_what_stood() {
    let mut first = coloured(meeting(1, day(9, 1)), "groen");
    let judged = |choice: &str| Judgement { choice: Some(choice.into()), ..Judgement::default() };
    first.reviews[0].judgements.insert("markering".into(), judged("markeren"));
    first.reviews[0].judgements.insert("stervensfase".into(), judged("stervensfase"));
    let known = known(&[first]);
    let now = coloured(meeting(2, day(11, 29)), "rood");
    let state = |meeting: &Meeting| PatientState::in_meeting(meeting, &meeting.reviews[0], Some(&known));
    let found = state(&now);
    assert_eq!(
        (found.colour, found.colour_was, found.marked, found.dying),
        (Some("rood".into()), Some("groen".into()), Some(day(9, 1)), Some(day(9, 1)))
    );
    let mut withdrawn = now.clone();
    let taken_back = Judgement { withdrawn: Some(stamp(day(11, 29))), ..judged("stervensfase") };
    withdrawn.reviews[0].judgements.insert("stervensfase".into(), taken_back);
    assert_eq!(state(&withdrawn).dying, None);
    let mut again = now;
    again.reviews[0].judgements.insert("stervensfase".into(), judged("stervensfase"));
    assert_eq!(state(&again).dying, Some(day(11, 29)), "judged again, it is of today");
}

#[test]
fn who_died_and_is_discussed_today_is_looked_back_on() {
    let mut now = meeting(2, day(11, 29));
    now.reviews[0].details.deceased = true;
    let state = PatientState::in_meeting(&now, &now.reviews[0], None);
    assert!(state.deceased && state.looked_back);
    now.reviews[0].details.finished = None;
    assert!(!PatientState::in_meeting(&now, &now.reviews[0], None).looked_back, "only put on the agenda");
}

#[test]
fn agenda_and_register_tell_the_same_of_a_discussion_that_is_over() {
    let (first, mut second) = (meeting(1, day(9, 1)), meeting(2, day(11, 22)));
    second.reviews[0].next_review = "17 jan".to_owned();
    let person = Given::Person(crate::meeting::Person::Outside("M. Verzonnen".to_owned()));
    let carer = crate::meeting::QuestionKey::new(&"pzp-stand".into(), &"centrale-zorgverlener".into());
    second.reviews[0].answers.insert(carer, Answer::given(person, stamp(day(11, 22))));
    let before = known(std::slice::from_ref(&first));
    let here = PatientState::in_meeting(&second, &second.reviews[0], Some(&before));
    let later = PatientState::of(&known(&[first, second.clone()]), day(11, 22));
    assert_eq!((here.discussed, here.next_review), (Some(day(11, 22)), NaiveDate::from_ymd_opt(2027, 1, 17)));
    assert_eq!(here.central_carer, "M. Verzonnen");
    assert_eq!(here, later);
    // While it is under way the last discussion is the one before.
    second.reviews[0].details.finished = None;
    let here = PatientState::in_meeting(&second, &second.reviews[0], Some(&before));
    assert_eq!(here.discussed, Some(day(9, 1)));
}

/// A discussion that is under way today is over for nobody, from whichever meeting one looks: the agenda of one made ahead says the
/// same as the register.
#[test]
fn whether_a_discussion_is_over_depends_on_the_day_on_which_one_looks() {
    let mut open = meeting(1, day(11, 30));
    (open.details.closed, open.reviews[0].details.finished) = (None, None);
    open.reviews[0].notes = "Slaapt slecht.".to_owned();
    let ahead = Some(MeetingId(Id::from_bits(99)));
    for (meeting, date, today, expected) in [
        (None, day(11, 30), day(11, 30), None),
        (ahead, day(12, 21), day(11, 30), None),
        (ahead, day(12, 21), day(12, 1), Some(day(11, 30))),
        (ahead, day(11, 30), day(12, 1), Some(day(11, 30))),
        (ahead, day(11, 30), day(11, 30), None),
    ] {
        let viewpoint = Viewpoint { meeting, date, today, patients: Vec::new() };
        let known = Register::of(&viewpoint, [&open]).patients.remove(0);
        assert_eq!(known.discussed, expected, "{viewpoint:?}");
    }
}
