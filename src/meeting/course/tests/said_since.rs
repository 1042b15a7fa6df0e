//! What only came along says nothing anew, and all windows agree on what is open and who died.

use super::*;
use crate::meeting::{Agreement, AgreementId, Ended, Register, Viewpoint, one_by_one};

/// What was put on a record that was made before somebody corrected it, and stayed as it came.
#[test]
fn what_only_came_along_takes_the_place_of_nothing_that_was_said_since() {
    let said = |number, date, kind, alter: fn(&mut Review)| {
        let mut meeting = meeting(number, date);
        meeting.details.kind = kind;
        alter(&mut meeting.reviews[0]);
        meeting
    };
    let first = said(1, day(9, 1), MeetingKind::Patz, |review| {
        (review.label, review.born) = ("C.".to_owned(), "1944".to_owned());
        review.own_words = "Thuis blijven".to_owned();
        review.details.deceased = true;
        review.repeats.insert(key("kinderen"), vec![1, 2]);
    });
    let known = Register::of(&Viewpoint::whole(day(9, 2)), [&first]);
    let ahead = |number, date, touch: fn(&mut Review)| {
        let mut meeting = meeting(number, date);
        let mut review = known.patients[0].review(&meeting);
        touch(&mut review);
        meeting.reviews = vec![review.into()];
        meeting
    };
    let corrected = said(3, day(9, 10), MeetingKind::Between, |review| {
        (review.label, review.born) = ("X.".to_owned(), "1945".to_owned());
        review.own_words = "Toch naar het hospice".to_owned();
        review.details.alive = true;
        review.repeats.insert(key("kinderen"), vec![1, 2, 3]);
    });
    let untouched = ahead(2, day(10, 1), |_| {});
    let on_that_day = ahead(4, day(9, 10), |_| {});
    let again = ahead(5, day(11, 1), |review| {
        review.label = "Y.".to_owned();
        (review.own_words, review.details.own_words_on) = ("Hier blijven".to_owned(), None);
        (review.details.alive, review.details.deceased) = (false, true);
        review.details.came_along.as_mut().unwrap().deceased = false;
        review.repeats.insert(key("kinderen"), vec![1]);
    });
    let as_corrected = (("X.", "1945"), "Toch naar het hospice", false, vec![1, 2, 3]);
    let as_said_again = (("Y.", "1945"), "Hier blijven", true, vec![1]);
    for (meetings, expected) in [
        (vec![&first, &corrected, &untouched], as_corrected.clone()),
        (vec![&untouched, &corrected, &on_that_day, &first], as_corrected),
        (vec![&again, &corrected, &untouched, &first], as_said_again),
        // Where nobody can read what was said, what came along is better than nothing.
        (vec![&untouched], (("C.", "1944"), "Thuis blijven", true, vec![1, 2])),
    ] {
        let meetings: Vec<Meeting> = meetings.into_iter().cloned().collect();
        let course = course(&meetings);
        let register = Register::of(&Viewpoint::whole(day(12, 1)), &meetings);
        let known = &register.patients[0];
        let times = |times: Option<&Vec<u32>>| times.cloned().unwrap_or_default();
        let stood = course.standing();
        let of_course = (
            course.called(),
            course.own_words().map_or("", |(words, _)| words),
            course.is_deceased(),
            times(stood.repeats.get(&key("kinderen")).map(|stood| &stood.value)),
        );
        let of_register = (
            (known.label.as_str(), known.born.as_str()),
            known.own_words.as_str(),
            known.deceased,
            times(known.repeats.get(&key("kinderen"))),
        );
        assert_eq!(of_course, expected, "{meetings:#?}");
        assert_eq!(of_register, expected, "{meetings:#?}");
        assert_eq!(course.death().is_some(), expected.2);
    }
    // The course tells no correction back, and the record itself is brought up to date where it is opened.
    let all = [first.clone(), corrected.clone(), untouched.clone()];
    let all = course(&all);
    let facts = all.happened().into_iter().next_back().unwrap().facts;
    assert!(facts.is_empty(), "{facts:?}");
    let now = Register::of(&Viewpoint::of(&untouched, untouched.details.date), [&first, &corrected]);
    let brought = untouched.reviews[0].brought_up_to_date(&now.patients[0].review(&untouched), |_| false);
    assert_eq!(brought, now.patients[0].review(&untouched));
    let touched = again.reviews[0].brought_up_to_date(&now.patients[0].review(&again), |_| false);
    assert_eq!((touched.label.as_str(), touched.born.as_str()), ("Y.", "1945"));
    assert!(touched.details.deceased && touched.own_words == "Hier blijven");
}

/// A meeting that was made ahead tells on its day what became of each agreement since, but for those that were touched in it.
#[test]
fn agreements_that_came_along_are_as_they_were_said_last() {
    let agreement = |bits: u128, due: &str| Agreement {
        due: due.to_owned(),
        ..Agreement::new(AgreementId(Id::from_bits(bits)), stamp(day(9, 1)))
    };
    let mut first = meeting(1, day(9, 1));
    "C.".clone_into(&mut first.reviews[0].label);
    first.reviews[0].agreements =
        [(21, "05-10-2026"), (22, "06-10-2026"), (23, "07-10-2026"), (24, "08-10-2026")]
            .map(|(bits, due)| agreement(bits, due))
            .to_vec();
    let mut ahead = meeting(2, day(10, 1));
    let seen = |ahead: &Meeting, all: &[&Meeting]| {
        Register::of(&Viewpoint::of(ahead, ahead.details.date), all.iter().copied()).patients.swap_remove(0)
    };
    ahead.reviews = vec![seen(&ahead, &[&first]).review(&ahead).into()];
    let moved = |review: &mut Review, at: usize, due: &str, on: NaiveDate| {
        due.clone_into(&mut review.agreements[at].due);
        review.agreements[at].changed = Some(stamp(on));
    };
    let mut between = meeting(3, day(9, 10));
    between.details.kind = MeetingKind::Between;
    between.reviews = vec![seen(&between, &[&first]).review(&between).into()];
    let ended = Ended { done: true, recorded: stamp(day(9, 10)) };
    between.reviews[0].agreements[0].ended = Some(ended);
    moved(&mut between.reviews[0], 1, "14-10-2026", day(9, 10));
    moved(&mut ahead.reviews[0], 3, "20-10-2026", day(9, 8));
    let brought = |ahead: &Meeting, all: &[&Meeting]| {
        let known = seen(ahead, all);
        ahead.reviews[0].brought_up_to_date(&known.review(ahead), |id| known.ended.contains(&id))
    };
    let dues = |review: &Review| -> Vec<String> {
        review.agreements.iter().map(|agreement| agreement.due.clone()).collect()
    };
    let now = brought(&ahead, &[&first, &between]);
    assert_eq!(dues(&now), ["14-10-2026", "07-10-2026", "20-10-2026"]);
    // Who died between is told to have died, with everything else.
    assert!(!now.details.deceased);
    let mut died = between.clone();
    died.reviews[0].details.deceased = true;
    let told = brought(&ahead, &[&first, &died]);
    assert!(told.details.deceased && told.unsaid().deceased);
    // Also where the record was made before it was kept what came along; what it says of the label is said.
    let mut old = ahead.clone();
    let review = old.review_mut(first.reviews[0].patient).unwrap();
    review.details.came_along = None;
    review.agreements[3].changed = None;
    let mut named = died.clone();
    "X.".clone_into(&mut named.reviews[0].label);
    let brought_old = brought(&old, &[&first, &named]);
    assert_eq!(dues(&brought_old), ["14-10-2026", "07-10-2026", "08-10-2026"]);
    assert_eq!((brought_old.label.as_str(), brought_old.details.deceased), ("C.", true));
    old.reviews = vec![brought_old.into()];
    assert_eq!(brought(&old, &[&first, &named]), *old.reviews[0], "once is enough");
    assert!(old.reviews[0].agreements.iter().all(|agreement| old.reviews[0].only_came_along(agreement)));
    // And once more, after it was opened for the first time.
    ahead.reviews = vec![now.into()];
    let mut later = meeting(4, day(9, 20));
    later.details.kind = MeetingKind::Between;
    later.reviews = vec![seen(&later, &[&first, &between]).review(&later).into()];
    moved(&mut later.reviews[0], 0, "15-10-2026", day(9, 20));
    moved(&mut later.reviews[0], 1, "16-10-2026", day(9, 20));
    let again = brought(&ahead, &[&first, &between, &later]);
    assert_eq!(dues(&again), ["15-10-2026", "16-10-2026", "20-10-2026"]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Whatever the records say, and in whatever order they come: all windows agree on what is open, and on who died.
    #[test]
    fn register_and_course_agree(meetings in meetings(), turned in 0..5_usize) {
        // A session with a case is about nobody.
        let meetings: Vec<Meeting> =
            meetings.into_iter().filter(|one| one.details.kind != MeetingKind::Education).collect();
        let last = NaiveDate::MAX;
        let register = Register::of(&Viewpoint::whole(last), &meetings);
        let mut turned_round = meetings.clone();
        turned_round.rotate_left(turned % meetings.len().max(1));
        let other = Register::of(&Viewpoint::whole(last), &turned_round);
        let mut occurrences = Occurrences::default();
        meetings.iter().for_each(|meeting| occurrences.take(&MeetingDigest::of(meeting)));
        for known in register.patients.iter().filter(|known| known.kind != MeetingKind::Education) {
            let course = occurrences
                .course(known.patient, one_by_one(|id| meetings.iter().find(|meeting| meeting.id == id).cloned()));
            let mut of_course: Vec<_> =
                course.open_agreements().into_iter().map(|(_, agreement)| agreement.id).collect();
            let mut of_register: Vec<_> = known.agreements.iter().map(|open| open.agreement.id).collect();
            let same = other.patient(known.patient).unwrap();
            let mut turned: Vec<_> = same.agreements.iter().map(|open| open.agreement.id).collect();
            of_course.sort_unstable();
            of_register.sort_unstable();
            turned.sort_unstable();
            prop_assert_eq!(&of_course, &of_register);
            prop_assert_eq!(&turned, &of_register);
            prop_assert_eq!(course.is_deceased(), known.deceased);
            prop_assert_eq!(course.called().0, known.label.trim());
        }
    }
}

/// A death that is recorded between meetings on the day of one is later than that, whatever agreements came along with it.
#[test]
fn a_death_on_the_day_of_a_meeting_is_not_doubted_for_what_came_along() {
    let on = day(11, 30);
    let at = |hour| Stamp { by: None, at: on.and_hms_opt(hour, 0, 0).unwrap() };
    for (number, noted) in [(1, None), (9, None), (1, Some(at(16))), (9, Some(at(16)))] {
        let mut met = with(meeting(5, on), "doel", choice("symptomen"));
        met.reviews[0].details.finished = Some(at(14));
        let mut agreed = Agreement::new(AgreementId(Id::from_bits(7)), stamp(day(9, 1)));
        agreed.from = Some(day(9, 1));
        agreed.confirmed = Some(stamp(day(9, 1)));
        met.reviews[0].agreements = vec![agreed];
        let mut died = meeting(number, on);
        died.details.kind = MeetingKind::Between;
        died.reviews[0].agreements = met.reviews[0].agreements.clone();
        (died.reviews[0].details.deceased, died.reviews[0].details.noted) = (true, noted);
        let all = [met, died];
        assert_eq!(course(&all).death().unwrap().since, None, "{number} {noted:?}");
        let register = Register::of(&Viewpoint::whole(on), &all);
        assert_eq!(register.patients[0].death().unwrap().since, None, "{number} {noted:?}");
    }
}
