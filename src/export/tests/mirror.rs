//! What is counted, on paper.

use super::*;

#[test]
fn an_empty_mirror_says_that_there_is_little_to_see() {
    let meeting = MirrorMeeting {
        id: MeetingId(crate::meeting::Id::from_bits(1)),
        date: NaiveDate::default(),
        day_unknown: false,
        group: "noord ".to_owned(),
        bottlenecks: "Noodmedicatie in het weekend".to_owned(),
        learning_needs: String::new(),
    };
    let source = MirrorSource { meetings: vec![meeting], ..MirrorSource::default() };
    let mirror = Mirror {
        language: Language::Dutch,
        source: &source,
        group: "Noord",
        from: None,
        to: NaiveDate::default(),
        fictional: false,
    };
    let text = mirror.document().text(WIDTH);
    assert!(text.contains("- Besproken: niet getoond") && text.contains("Noodmedicatie"), "{text}");
    assert!(mirror.period().ends_with("Bijeenkomsten: 1."), "{}", mirror.period());
    // A meeting of which nobody knows the day counts where any day does, and that is said.
    let mut asked = source.clone();
    asked.meetings[0].day_unknown = true;
    let told = Mirror { source: &asked, ..mirror }.period();
    assert!(
        told.ends_with("Bijeenkomsten: 1. Van 1 bijeenkomst is de dag niet bekend; zij telt mee."),
        "{told}"
    );
    let since = Some(NaiveDate::default());
    let told = Mirror { source: &asked, from: since, ..mirror }.period();
    assert!(
        told.ends_with("Bijeenkomsten: 0. 1 bijeenkomst waarvan de dag niet bekend is, telt niet mee."),
        "{told}"
    );
    assert!(Mirror { from: since, ..mirror }.period().ends_with("Bijeenkomsten: 1."));
    // Of meetings after the period it is said that they are there.
    let earlier = Mirror { to: NaiveDate::default().pred_opt().unwrap(), ..mirror };
    assert!(earlier.period().ends_with("Bijeenkomsten: 0. Na die dag: 1."), "{}", earlier.period());
}

/// Groups with so many patients each, of whom so many died.
fn of_groups(groups: &[(&str, usize, usize)]) -> MirrorSource {
    let id = |number: usize| crate::meeting::Id::from_bits(u128::try_from(number).unwrap());
    let mut source = MirrorSource::default();
    for (at, (group, patients, died)) in groups.iter().enumerate() {
        source.meetings.push(MirrorMeeting {
            id: MeetingId(id(at + 1)),
            date: NaiveDate::default(),
            day_unknown: false,
            group: (*group).to_owned(),
            bottlenecks: String::new(),
            learning_needs: String::new(),
        });
        source.patients.extend((0..*patients).map(|number| MirrorPatient {
            patient: crate::meeting::PatientId(id(1_000 * (at + 1) + number)),
            discussed: vec![MeetingId(id(at + 1))],
            counted: Counted { died: number < *died, ..Counted::default() },
        }));
    }
    source
}

/// What is told over all groups of who died.
fn died_in_all(groups: &[(&str, usize, usize)]) -> Count {
    let source = of_groups(groups);
    let (language, to) = (Language::Dutch, NaiveDate::default());
    let mirror = Mirror { language, source: &source, group: "", from: None, to, fictional: false };
    mirror.measured().into_iter().find(|(measure, _)| *measure == Measure::Died).unwrap().1
}

#[test]
fn what_is_hidden_of_a_group_does_not_follow_from_all_groups_together() {
    for (groups, told) in [
        (&[("Noord", 40, 15)][..], Count::Patients(15)),
        (&[("Noord", 40, 15), ("Zuid", 40, 8)], Count::Patients(23)),
        // Three of Zuid would follow: eighteen less the fifteen of Noord.
        (&[("Noord", 40, 15), ("Zuid", 40, 3)], Count::Hidden),
        (&[("Noord", 40, 15), ("", 40, 3)], Count::Hidden),
        (&[("Noord", 40, 15), ("Zuid", 40, 0)], Count::Hidden),
        // Of what several hide, nobody can say whose it is, as long as it is not few together.
        (&[("Noord", 40, 15), ("Zuid", 40, 3), ("Oost", 40, 1)], Count::Hidden),
        (&[("Noord", 40, 15), ("Zuid", 40, 3), ("Oost", 40, 4)], Count::Patients(22)),
        // And as long as few are not left of theirs.
        (&[("Noord", 40, 15), ("Zuid", 6, 4), ("Oost", 6, 6)], Count::Hidden),
    ] {
        assert_eq!(died_in_all(groups), told, "{groups:?}");
    }
}

#[test]
fn the_name_of_its_file_says_of_which_period_it_is() {
    let source = of_groups(&[("Noord", 40, 15)]);
    let day = |month, day| NaiveDate::from_ymd_opt(2026, month, day).unwrap();
    let name = |from| {
        let (language, to) = (Language::Dutch, day(11, 30));
        let mirror = Mirror { language, source: &source, group: "Noord", from, to, fictional: false };
        crate::export::file_name(&mirror.name(), "txt")
    };
    assert_eq!(name(None), "spiegel-noord-2026-11-30.txt");
    assert_eq!(name(Some(day(1, 1))), "spiegel-noord-2026-01-01-tot-en-met-2026-11-30.txt");
}

/// To a death of which the day is in doubt no days are counted; and the paper says whom it leaves out.
#[test]
fn no_days_are_counted_to_a_death_in_doubt() {
    use crate::meeting::{
        Answer, Course, Given, Id, Judgement, Meeting, MeetingKind, PatientId, Register, Review, Stamp,
        Viewpoint, course, died_on_question,
    };
    let day = |month, day| NaiveDate::from_ymd_opt(2026, month, day).unwrap();
    let patient = PatientId(Id::from_bits(9));
    let identities = [patient];
    let judged = |number: u128, on: NaiveDate| {
        let mut meeting = Meeting::new(MeetingId(Id::from_bits(number)), MeetingKind::Patz, on);
        let recorded = Stamp { by: None, at: on.and_hms_opt(14, 0, 0).unwrap() };
        let mut review = Review::new(patient);
        review.details.finished = Some(recorded);
        let choice = Some("markeren".into());
        let judgement = Judgement { choice, recorded: Some(recorded), ..Judgement::default() };
        review.judgements.insert("markering".into(), judgement);
        (meeting.reviews, meeting.details.closed) = (vec![review.into()], Some(recorded));
        meeting
    };
    let died = |number: u128, on: NaiveDate, typed: &str| {
        let mut meeting = judged(number, on);
        let review = &mut *meeting.reviews[0];
        let recorded = review.details.finished.unwrap();
        review.judgements.clear();
        review.details.deceased = true;
        review.answers.insert(died_on_question(), Answer::given(Given::Date(typed.to_owned()), recorded));
        meeting
    };
    let today = day(11, 20);
    for (meetings, days) in [
        (vec![judged(1, day(10, 1)), died(2, day(11, 10), "01-11-2026")], Some(31)),
        // A day that is to come, and a judgement of somebody living after it.
        (vec![judged(1, day(10, 1)), died(2, day(11, 10), "01-12-2026")], None),
        (vec![judged(1, day(10, 1)), died(2, day(11, 10), "05-10-2026"), judged(3, day(11, 12))], None),
    ] {
        let register = Register::of(&Viewpoint::whole(today), &meetings);
        let mut known = Course::new(patient);
        let of_meeting = |one| course::entries(one, &identities);
        meetings.iter().flat_map(of_meeting).for_each(|entry| known.add(entry));
        let counted = MirrorPatient::of(&register.patients[0], &known, today).unwrap().counted;
        assert_eq!((counted.died, counted.days), (true, days), "{meetings:?}");
    }
    let mut source = of_groups(&[("Noord", 20, 10)]);
    source.patients.iter_mut().for_each(|one| (one.counted.marked, one.counted.days) = (true, Some(40)));
    let mirror = Mirror {
        language: Language::Dutch,
        source: &source,
        group: "",
        from: None,
        to: NaiveDate::default(),
        fictional: false,
    };
    let text = mirror.document().text(WIDTH).split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(text.contains("Mediaan: 40 dagen Niet meegeteld: wie niet gemarkeerd was"), "{text}");
}
