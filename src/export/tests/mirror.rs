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
