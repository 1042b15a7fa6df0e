//! What a summary says on top, or instead of being made: that something is missing on it, and of whom it is.

use super::*;

fn with(extras: &[Extra], entries: Vec<Entry>) -> Result<String, Refusal> {
    Ok(made_with(Language::Dutch, Reader::Social, extras, entries)?.written(DocumentFormat::Text))
}

/// Where a volunteer may be alone, a sheet on which resuscitation was asked for is never silent about it.
#[test]
fn resuscitation_that_was_asked_for_is_told_or_there_is_no_sheet() {
    let cpr = [Extra::Resuscitation];
    let whole = || vec![Entry::on(0).consent().conversation().choice("pzp/reanimatie", "niet")];
    assert!(with(&cpr, whole()).unwrap().contains("Reanimatie: Niet uitvoeren"));
    let silent = [
        vec![Entry::on(0).consent().choice("pzp/reanimatie", "niet")],
        vec![Entry::on(0).consent()],
        vec![Entry::on(0).consent().with("pzp/reanimatie", Given::Not(NonAnswer::Unknown))],
    ];
    for entries in silent {
        assert_eq!(with(&cpr, entries.clone()).unwrap_err(), Refusal::NoResuscitation);
        assert!(!with(&[], entries).unwrap().contains("eanimatie:"));
    }
    // Why there is none for this reader at all is said first.
    assert_eq!(with(&cpr, vec![Entry::on(0)]).unwrap_err(), Refusal::NotAsked);
}

#[test]
fn a_checklist_that_was_not_found_is_told_on_top() {
    let entries = vec![Entry::on(0).conversation().choice("pzp/reanimatie", "niet")];
    let definitions: Vec<_> =
        definitions(&entries).into_iter().filter(|(_, known)| known.checklist.id.as_str() != "pzp").collect();
    let mut course = Course::new(PatientId(Id::from_bits(9)));
    entries.into_iter().for_each(|entry| course.add(entry.0));
    for reader in [Reader::Dossier, Reader::Hap] {
        let summary = Summary {
            language: Language::Dutch,
            reader,
            course: &course,
            definitions: &definitions,
            today: day(0),
            made_by: "",
            fictional: true,
            number: "",
            extras: &[],
        };
        let text = summary.document().unwrap().written(DocumentFormat::Text);
        let at = |words: &str| text.find(words).unwrap_or_else(|| panic!("{words} in {text}"));
        assert!(at("ONVOLLEDIG: van") < at("Wat hier niet staat"), "{text}");
        assert!(!text.contains("Niet uitvoeren"), "{text}");
    }
}

#[test]
fn the_head_speaks_of_a_plan_only_where_there_is_one() {
    for reader in [Reader::Dossier, Reader::Hap] {
        let without = said(reader, vec![Entry::on(0).text("persoon/wie", "Oud-schipper.")]);
        assert!(without.contains("Een plan (PZP) is hier nog niet vastgelegd."), "{without}");
        assert!(!without.contains("Het plan in het dossier"), "{without}");
        let with = said(reader, vec![Entry::on(0).conversation().choice("pzp/reanimatie", "niet")]);
        assert!(with.contains("Het plan in het dossier van de patiënt geldt."), "{with}");
    }
}

/// A death of which the day is still to come, or after which something was recorded of somebody living, stands on no paper as if nothing
/// spoke against it, and nothing that is to be done goes because of it.
#[test]
fn a_death_in_doubt_says_what_speaks_against_it() {
    let died = |days, on: &str| {
        let mut entry = Entry::on(days);
        if !on.is_empty() {
            entry = entry.with("nabespreking/overleden-op", Given::Date(on.to_owned()));
        }
        entry.review().details.deceased = true;
        entry
    };
    let dying = |days| Entry::on(days).judged("stervensfase", "stervensfase");
    let doubts = [
        (
            vec![dying(0), died(1, "15-03-2027")],
            "LET OP: overleden op maandag 15 maart 2027; die dag komt nog.",
        ),
        (
            vec![dying(0), died(1, "01-09-2026")],
            "LET OP: overleden op dinsdag 1 september 2026, en op vrijdag 18 september 2026 is nog iets vastgelegd",
        ),
        (
            vec![died(0, ""), dying(1)],
            "LET OP: overleden, en daarna is op zaterdag 19 september 2026 nog iets vastgelegd",
        ),
    ];
    for (entries, told) in doubts {
        for reader in [Reader::Dossier, Reader::Hap] {
            let paper = said(reader, entries.clone());
            assert!(paper.contains(told), "{told}: {paper}");
            assert!(!paper.contains("Overleden"), "{paper}");
            assert!(paper.contains("opnieuw te beoordelen"), "{paper}");
        }
        assert_eq!(made(Reader::Patient, entries).unwrap_err(), Refusal::Deceased);
    }
    let certain = said(Reader::Hap, vec![dying(0), died(1, "18-09-2026")]);
    assert!(certain.contains("Overleden op vrijdag 18 september 2026."), "{certain}");
    assert!(!certain.contains("LET OP") && !certain.contains("opnieuw te beoordelen"), "{certain}");
    // Of who has died nobody asks for a plan any more.
    assert!(!certain.contains("nog niet vastgelegd"), "{certain}");
}

/// A volunteer reads whom to call in one place, and under no heading that speaks of what is not on the sheet.
#[test]
fn the_social_domain_finds_everybody_to_call_in_one_place() {
    let paper = with(
        &[],
        vec![
            Entry::on(0)
                .consent()
                .text("pzp/contactpersoon", "haar zus")
                .with("pzp-stand/centrale-zorgverlener", Given::Person(Person::Participant(VOS))),
        ],
    )
    .unwrap();
    let (_, rest) = paper.split_once("Wie te bellen\n").unwrap_or_else(|| panic!("{paper}"));
    let (part, _) = rest.split_once("\n\n").unwrap();
    assert!(part.contains("M. Vos") && part.contains("Eerste contactpersoon: haar zus"), "{paper}");
    assert!(!paper.contains("Wie beslist") && !paper.contains("waar het plan is"), "{paper}");
}
