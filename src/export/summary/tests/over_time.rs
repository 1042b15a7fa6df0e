//! What later meetings make of what stands: open again, withdrawn, of another day, of another identity.

use super::*;

fn with(reader: Reader, extras: &[Extra], entries: Vec<Entry>) -> Result<String, Refusal> {
    Ok(made_with(Language::Dutch, reader, extras, entries)?.written(DocumentFormat::Text))
}

/// A limit that stands and was left open later is told with that, so that nobody acts on half of it.
#[test]
fn what_a_later_meeting_left_open_is_told_beside_what_stands() {
    let entries = || {
        vec![
            Entry::on(0)
                .consent()
                .conversation()
                .choice("pzp/antibiotica", "wel")
                .choice("pzp/reanimatie", "niet")
                .with("pzp/delen-sociaal", Given::YesNo(true)),
            Entry::on(70)
                .with("pzp/antibiotica", Given::Not(NonAnswer::Unknown))
                .with("pzp/reanimatie", Given::Not(NonAnswer::NotDiscussedWithPatient)),
        ]
    };
    let told = |reader, extras: &[Extra]| {
        let text = with(reader, extras, entries()).unwrap();
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    for reader in [Reader::Dossier, Reader::Hap] {
        let text = told(reader, &[]);
        assert!(text.contains("LET OP, op 27-11-2026 genoteerd: nog onbekend"), "{text}");
        assert!(text.contains("LET OP, op 27-11-2026 genoteerd: met patiënt niet besproken"), "{text}");
        assert!(text.contains("Antibiotica: Wel uitvoeren"), "{text}");
    }
    let social = told(Reader::Social, &[Extra::Resuscitation]);
    assert!(
        social.contains("LET OP, sinds 27-11-2026 weer open") && !social.contains("onbekend"),
        "{social}"
    );
    let patient = told(Reader::Patient, &[]);
    assert!(patient.contains("Op vrijdag 27 november 2026 was dit niet meer zeker."), "{patient}");
    assert!(!patient.contains("LET OP"), "{patient}");
    // Where it is answered again nothing is open.
    let again =
        Entry::on(71).conversation().choice("pzp/antibiotica", "niet").choice("pzp/reanimatie", "niet");
    let all = entries().into_iter().chain([again]).collect();
    assert!(!said(Reader::Hap, all).contains("LET OP"));
}

/// Somebody may hold an older sheet with the limit: its withdrawal is told in its place, on every later sheet too.
#[test]
fn a_limit_that_was_withdrawn_says_so_where_it_stood() {
    let entries = || {
        vec![
            Entry::on(0)
                .consent()
                .conversation()
                .choice("pzp/reanimatie", "niet")
                .choice("pzp/beademing", "niet"),
            Entry::on(10)
                .with("pzp/reanimatie", Given::Not(NonAnswer::NoLonger))
                .noted("pzp/reanimatie", "wil het toch"),
            Entry::on(70).text("kort/wat-veranderd", "Niets."),
        ]
    };
    for reader in [Reader::Dossier, Reader::Hap] {
        let text = said(reader, entries());
        let withdrawn = text.find("Reanimatie: INGETROKKEN op 28-09-2026: wil het toch");
        let stands = text.find("Invasieve beademing: Niet uitvoeren");
        assert!(withdrawn.is_some() && withdrawn < stands, "{text}");
        assert!(!text.contains("Reanimatie: Niet"), "{text}");
    }
    let patient = said(Reader::Patient, entries()).split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(patient.contains("Wat wij eerder afspraken over \"Reanimatie\", geldt niet meer"), "{patient}");
    let again = Entry::on(71).conversation().choice("pzp/reanimatie", "wel");
    let hap = said(Reader::Hap, entries().into_iter().chain([again]).collect());
    assert!(!hap.contains("INGETROKKEN") && hap.contains("Reanimatie: Wel uitvoeren"), "{hap}");
}

/// What the patient has and needs does not go when a meeting spoke of something else; it is told with its day.
#[test]
fn what_belongs_to_its_day_is_told_with_that_day() {
    let entries = || {
        vec![
            Entry::on(0)
                .judged("markering", "markeren")
                .choice("markering/aanleiding", "aandoening")
                .text("markering/diagnose", "Longkanker")
                .text("vier-dimensies/lichamelijk-nu", "Benauwd"),
            Entry::on(10).text("kort/wat-veranderd", "Niets."),
        ]
    };
    let told = |words: &str| {
        [Reader::Dossier, Reader::Hap].map(|reader| {
            let text = said(reader, entries()).split_whitespace().collect::<Vec<_>>().join(" ");
            text.contains(words)
        })
    };
    assert_eq!(
        told("Longkanker (genoteerd op 18-09-2026)"),
        [true, true],
        "{}",
        said(Reader::Hap, entries())
    );
    assert_eq!(told("Benauwd (genoteerd op 18-09-2026)"), [true, true]);
}

/// A conversation on a day that had not come was not held, whatever was noted of it.
#[test]
fn a_conversation_that_is_planned_completes_no_limit() {
    let planned = |on: &str| {
        let mut entry = Entry::on(0).consent().conversation().choice("pzp/reanimatie", "niet");
        for (key, answer) in entry.review().answers.iter_mut() {
            if key.item.as_str() == "gesprek-op" {
                answer.given = Some(Given::Date(on.to_owned()));
            }
        }
        vec![entry]
    };
    assert!(said(Reader::Hap, planned("18-09-2026")).contains("Reanimatie: Niet uitvoeren"));
    let hap = said(Reader::Hap, planned("19-09-2026"));
    assert!(hap.contains("ONVOLLEDIG") && !hap.contains("Niet uitvoeren"), "{hap}");
    let dossier =
        said(Reader::Dossier, planned("19-09-2026")).split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(dossier.contains("het gesprek was nog niet gevoerd"), "{dossier}");
    assert!(!said(Reader::Patient, planned("19-09-2026")).contains("gereanimeerd"));
}

/// Of two patients who turn out to be one, the one who did not want it shared keeps it in.
#[test]
fn of_two_that_are_one_a_no_of_the_same_day_counts() {
    let yes = Entry::on(0).consent().text("persoon/wie", "Oud-schipper");
    let mut no = Entry::on(0).with("pzp/delen-naasten", Given::YesNo(false));
    no.review().patient = PatientId(Id::from_bits(77));
    let refused = |entries| made(Reader::Patient, entries).err();
    assert_eq!(refused(vec![yes.clone()]), None);
    assert_eq!(refused(vec![yes.clone(), no.clone()]), Some(Refusal::NoConsent));
    assert_eq!(refused(vec![no, yes.clone()]), Some(Refusal::NoConsent));
    // Whoever says yes later on that day changed their mind.
    let mut before = Entry::on(0).with("pzp/delen-naasten", Given::YesNo(false));
    before.0.id = MeetingId(Id::from_bits(1));
    assert_eq!(refused(vec![before, yes]), None);
}

/// The question that a list shares in its first letters with those for the social domain is not for them.
#[test]
fn what_is_for_the_social_domain_is_what_was_written_for_it() {
    let dossier = said(Reader::Dossier, vec![Entry::on(0).text("vier-dimensies/sociaal-nu", "Alleen")]);
    assert!(dossier.contains("Alleen") && !dossier.contains("voor sociaal domein"), "{dossier}");
}

#[test]
fn the_patient_reads_whom_to_call_when_something_happens() {
    let entries = || {
        vec![
            Entry::on(0)
                .consent()
                .text("kort/scenario@1", "U valt")
                .with("pzp-stand/centrale-zorgverlener", Given::Person(Person::Participant(VOS))),
        ]
    };
    let told = "Gebeurt er iets van wat hier staat, en staat er niet bij wie u belt? Dan belt u overdag eerst uw vaste \
                zorgverlener: M. Vos, wijkverpleegkundige. In de avond, de nacht en het weekend belt u de huisartsenpost.";
    let gets = Reader::ALL.map(|reader| {
        said(reader, entries()).split_whitespace().collect::<Vec<_>>().join(" ").contains(told)
    });
    assert_eq!(gets, [false, false, false, true]);
    // What was written for the night stands below, and nothing beside it says whom to call then.
    let at_night = said(
        Reader::Patient,
        entries()
            .into_iter()
            .map(|entry| entry.text("kort/buiten-kantooruren", "Bel de wijkverpleging."))
            .collect(),
    );
    let at_night = at_night.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(at_night.contains("het weekend doet u wat hieronder staat. "), "{at_night}");
    assert!(!at_night.contains("belt u de huisartsenpost"), "{at_night}");
    assert!(at_night.contains("het weekend: Bel de wijkverpleging."), "{at_night}");
    assert!(
        !said(Reader::Patient, vec![Entry::on(0).consent().text("persoon/wie", "x")]).contains("Gebeurt er")
    );
}

/// What was recorded between meetings is the newest that stands: the head has its day, what is older carries its own, and a limit that
/// changed says from what to what.
#[test]
fn what_was_recorded_between_meetings_has_its_day_on_the_sheet() {
    let mut between = Entry::on(32).conversation().choice("pzp/reanimatie", "wel");
    between.0.details.kind = MeetingKind::Between;
    between.review().details.finished = None;
    let first = Entry::on(0).conversation().choice("pzp/reanimatie", "niet").choice("pzp/beademing", "niet");
    let hap = said(Reader::Hap, vec![first, between]).split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(hap.contains("Samenvatting uit PaTz Noord, 20-10-2026."), "{hap}");
    assert!(hap.contains("Invasieve beademing: Niet uitvoeren (genoteerd op 18-09-2026)"), "{hap}");
    assert!(hap.contains("Reanimatie (20-10-2026): was: Niet uitvoeren; nu: Wel uitvoeren"), "{hap}");
}

/// A dying phase that was put off later stands with that beside it, and one that turned out not to have begun says so.
#[test]
fn a_dying_phase_that_was_put_off_or_denied_later_is_told() {
    let judged = |choice: &str| {
        let entries = vec![
            Entry::on(0).judged("stervensfase", "stervensfase"),
            Entry::on(70).judged("stervensfase", choice),
        ];
        said(Reader::Hap, entries).split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let later = judged("onduidelijk");
    assert!(later.contains("Stervensfase: begonnen, naar het oordeel van het team (18-09-2026"), "{later}");
    assert!(
        later.contains("LET OP, op 27-11-2026 genoteerd: onduidelijk, hier later op terugkomen"),
        "{later}"
    );
    let denied = judged("niet");
    assert!(denied.contains("Stervensfase: Nee, de stervensfase is (nog) niet begonnen"), "{denied}");
}

/// Confirming a limit after a meeting that did not touch it keeps the conversation in which it was discussed.
#[test]
fn a_meeting_that_did_not_touch_a_limit_takes_no_conversation_away() {
    let first = || Entry::on(0).conversation().choice("pzp/reanimatie", "niet");
    let confirmed = || {
        let mut entry = Entry::on(70).choice("pzp/reanimatie", "niet");
        let before = first().review().answers[&key("pzp/reanimatie")].alone(day(0));
        entry.review().answers.get_mut(&key("pzp/reanimatie")).unwrap().earlier = Some(Box::new(before));
        entry
    };
    let between = || Entry::on(10).text("kort/wat-veranderd", "Niets.");
    for entries in [vec![first(), confirmed()], vec![first(), between(), confirmed()]] {
        let hap = said(Reader::Hap, entries);
        assert!(hap.contains("Reanimatie: Niet uitvoeren") && !hap.contains("ONVOLLEDIG"), "{hap}");
    }
}

/// A meeting of which there is a second version is named on the sheet of whoever treats the patient.
#[test]
fn a_second_version_of_a_meeting_is_told_of() {
    let mut course = Course::new(PatientId(Id::from_bits(9)));
    course.add(Entry::on(0).conversation().choice("pzp/reanimatie", "niet").0);
    let ids = [course.entries[0].id].into();
    assert_eq!(course.clone().with_second_versions(&[].into()).doubled, []);
    assert_eq!(course.with_second_versions(&ids).doubled, [day(0)]);
}

/// Two records that were put together by mistake are seen on the paper; a point more or a year that was added later is none.
#[test]
fn who_is_known_under_another_label_says_so_to_whoever_treats() {
    let called = |days: i64, label: &str, born: &str| {
        let mut entry = Entry::on(days).consent().text("persoon/belangrijk", "Thuis zijn.");
        entry.review().label = label.to_owned();
        entry.review().born = born.to_owned();
        entry
    };
    let told = |reader, first: (&str, &str)| {
        said(reader, vec![called(0, first.0, first.1), called(70, "Fictief C.", "1944")])
    };
    for reader in [Reader::Dossier, Reader::Hap] {
        for (label, born) in [("Fictief B.", "1952"), ("Fictief C.", "1952"), ("Fictief B.", "")] {
            let said = told(reader, (label, born));
            assert!(
                said.contains(&format!("Ook bekend als {label}").trim_end_matches('.').to_owned()),
                "{said}"
            );
        }
        for same in [("Fictief C.", ""), ("fictief c", "1944")] {
            assert!(!told(reader, same).contains("Ook bekend als"), "{reader:?} {same:?}");
        }
    }
    assert!(!told(Reader::Patient, ("Fictief B.", "1952")).contains("Ook bekend als"));
}
