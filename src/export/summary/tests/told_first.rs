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
