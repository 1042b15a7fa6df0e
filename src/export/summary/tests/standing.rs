//! What stands over several meetings: what was confirmed, taken back, put off or judged otherwise, and what was never more than planned.

use super::*;

/// Why a limit of a conversation to come is incomplete.
const NOT_HELD: &str = "het gesprek was nog niet gevoerd toen dit werd genoteerd";

const TALKED: &str = "Besproken op 17-09-2026 door A. de Wit, huisarts, met meneer en zijn partner:";

impl Entry {
    /// Says again, of a question that stands, what the entry before it said.
    fn confirms(mut self, question: &str, before: &Self) -> Self {
        let was = before.0.reviews[0].answers[&key(question)].clone();
        let mut now = was.clone();
        now.recorded = stamp((self.0.details.date - day(0)).num_days());
        now.earlier = Some(Box::new(was));
        self.review().answers.insert(key(question), now);
        self
    }

    fn taken_back(self, question: &str) -> Self {
        self.with(question, Given::Not(NonAnswer::NoLonger))
    }

    /// The same meeting, and the same person under another identity.
    fn of_other(mut self) -> Self {
        self.review().patient = PatientId(Id::from_bits(10));
        self.0.id = MeetingId(Id::from_bits(self.0.id.0.bits() + 0x1000));
        self
    }
}

fn limit() -> Entry {
    Entry::on(0).consent().conversation().choice("pzp/reanimatie", "niet")
}

#[test]
fn a_limit_that_was_confirmed_after_a_meeting_that_did_not_touch_it_keeps_its_conversation() {
    let between = || Entry::on(60).text("persoon/wie", "x");
    let unknown = || Entry::on(65).with("pzp/reanimatie", Given::Not(NonAnswer::Unknown));
    let entries = || vec![limit(), between(), unknown(), Entry::on(70).confirms("pzp/reanimatie", &limit())];
    for reader in [Reader::Dossier, Reader::Hap] {
        let said = said(reader, entries());
        let told =
            format!("{TALKED} - Reanimatie: Niet uitvoeren (genoteerd op 18-09-2026, bevestigd 27-11-2026)");
        assert!(said.contains(&told) && !said.contains("ONVOLLEDIG"), "{said}");
    }
    assert!(said(Reader::Patient, entries()).contains("wordt u niet gereanimeerd"));
    // What was something else in between is not the same limit.
    let otherwise = vec![
        limit(),
        Entry::on(60).choice("pzp/reanimatie", "wel"),
        Entry::on(70).confirms("pzp/reanimatie", &limit()),
    ];
    assert!(said(Reader::Hap, otherwise).contains("Reanimatie: ONVOLLEDIG"));
}

#[test]
fn a_limit_that_was_taken_back_says_so_over_any_number_of_meetings() {
    let back = || Entry::on(63).taken_back("pzp/reanimatie");
    for later in [vec![], vec![Entry::on(70).text("persoon/wie", "x")]] {
        let entries = || {
            let later = later.iter().map(|entry| Entry(entry.0.clone()));
            [limit(), back()].into_iter().chain(later).collect::<Vec<_>>()
        };
        let hap = said(Reader::Hap, entries());
        assert!(
            hap.contains("Behandelgrenzen en doel van het beleid - Reanimatie: INGETROKKEN op 20-11-2026"),
            "{hap}"
        );
        assert!(!hap.contains("Niet uitvoeren"), "{hap}");
        let dossier = said(Reader::Dossier, entries());
        // In short as well as below.
        assert_eq!(dossier.matches("Reanimatie: INGETROKKEN op 20-11-2026").count(), 2, "{dossier}");
        let patient = said(Reader::Patient, entries());
        assert!(patient.contains("Wat wij eerder afspraken over \"Reanimatie\", geldt niet meer (sinds vrijdag 20 november 2026)."), "{patient}");
        assert!(!patient.contains("gereanimeerd"), "{patient}");
    }
    // What was decided since takes its place, and of what never stood nothing was taken back.
    let again = || Entry::on(70).conversation().choice("pzp/reanimatie", "wel");
    assert!(!said(Reader::Hap, vec![limit(), back(), again()]).contains("INGETROKKEN"));
    assert!(!said(Reader::Hap, vec![back()]).contains("INGETROKKEN"));
}

#[test]
fn another_treatment_that_was_taken_back_is_called_by_its_name() {
    let first = Entry::on(0)
        .conversation()
        .text("pzp/andere-behandeling@1", "Dialyse")
        .choice("pzp/andere-behandeling-besluit@1", "niet");
    let back =
        Entry::on(7).taken_back("pzp/andere-behandeling@1").taken_back("pzp/andere-behandeling-besluit@1");
    let hap = said(Reader::Hap, vec![first, back, Entry::on(14).text("persoon/wie", "x")]);
    assert!(hap.contains("Dialyse: INGETROKKEN op 25-09-2026"), "{hap}");
}

/// What is planned was not discussed, whether it is printed before that day or after it.
#[test]
fn a_conversation_of_a_day_to_come_makes_no_limit_complete() {
    let planned = |date: &str| {
        Entry::on(0)
            .consent()
            .conversation()
            .with("pzp-stand/gesprek-op", Given::Date(date.to_owned()))
            .choice("pzp/reanimatie", "niet")
    };
    for later in [0, 60] {
        let entries = || vec![planned("10-10-2026"), Entry::on(later).text("persoon/wie", "x")];
        let hap = said(Reader::Hap, entries());
        assert!(hap.contains("Reanimatie: ONVOLLEDIG") && !hap.contains("gevoerd op"), "{hap}");
        let dossier = said(Reader::Dossier, entries());
        assert!(dossier.contains(NOT_HELD), "{dossier}");
        assert!(!said(Reader::Patient, entries()).contains("gereanimeerd"));
    }
    // On the day itself it was held.
    assert!(said(Reader::Hap, vec![planned("18-09-2026")]).contains("Reanimatie: Niet uitvoeren"));
    // What was noted in a meeting that was opened again later, on that later day had been.
    let mut reopened = planned("10-10-2026");
    for answer in reopened.review().answers.values_mut() {
        answer.recorded.at += TimeDelta::days(30);
    }
    assert!(said(Reader::Hap, vec![reopened]).contains("Reanimatie: Niet uitvoeren"));
}

/// Of two records of one day, made under two names of one person, none is the last word.
#[test]
fn a_yes_and_a_no_of_one_day_under_two_names_are_a_no() {
    let yes = limit;
    let no = || {
        Entry::on(0)
            .conversation()
            .choice("pzp/reanimatie", "wel")
            .with("pzp/delen-naasten", Given::YesNo(false))
            .with("pzp/delen-sociaal", Given::YesNo(false))
    };
    for (one, other) in [(yes(), no()), (no(), yes())] {
        let entries = [one, other.of_other()];
        let copies = || entries.iter().map(|entry| Entry(entry.0.clone())).collect::<Vec<_>>();
        for reader in [Reader::Patient, Reader::Social] {
            assert_eq!(made(reader, copies()), Err(Refusal::NoConsent), "{reader:?}");
        }
        let hap = said(Reader::Hap, copies());
        assert!(hap.contains("Reanimatie: ONVOLLEDIG") && !hap.contains("itvoeren"), "{hap}");
        let dossier = said(Reader::Dossier, copies());
        assert!(dossier.contains("onder een andere aanduiding iets anders genoteerd"), "{dossier}");
    }
    // The same under both names is the same.
    assert!(made(Reader::Patient, vec![yes(), yes().of_other()]).is_ok());
}

#[test]
fn what_could_not_be_relied_on_is_no_plain_limit_as_what_it_was_either() {
    let entries = || {
        vec![
            Entry::on(0).choice("pzp/reanimatie", "niet").choice("pzp/ziekenhuisopname", "anders"),
            Entry::on(63)
                .conversation()
                .choice("pzp/reanimatie", "wel")
                .choice("pzp/ziekenhuisopname", "niet"),
        ]
    };
    let hap = said(Reader::Hap, entries());
    assert_eq!(hap.matches("was: onvolledig genoteerd; nu:").count(), 2, "{hap}");
    assert!(!hap.contains("was: Niet uitvoeren") && !hap.contains("namelijk"), "{hap}");
    let dossier = said(Reader::Dossier, entries());
    assert!(dossier.contains("was: onvolledig genoteerd (Niet uitvoeren); nu: Wel uitvoeren"), "{dossier}");
    assert!(dossier.contains("was: onvolledig genoteerd (Anders, namelijk); nu:"), "{dossier}");
}

/// The patient knows with whom which conversation was.
#[test]
fn the_patient_reads_of_what_was_discussed_apart_with_whom_that_was() {
    let entry = limit()
        .choice("pzp/ziekenhuisopname", "wel")
        .with("pzp/ander-over@1", Given::Choices(["ziekenhuisopname".into()].into()))
        .with("pzp/ander-op@1", Given::Date("14-09-2026".to_owned()))
        .with("pzp/ander-door@1", Given::Person(Person::Outside("dr. Extern".to_owned())))
        .text("pzp/ander-met@1", "de dochter");
    let patient = said(Reader::Patient, vec![entry]);
    let told = "U kunt worden opgenomen in het ziekenhuis. Hierover sprak u op maandag 14 september 2026 met dr. Extern; erbij: de dochter.";
    assert!(patient.contains(told), "{patient}");
    assert_eq!(patient.matches("Hierover sprak u").count(), 1, "{patient}");
    let plan = "Op donderdag 17 september 2026 sprak u met A. de Wit, huisarts. Wie daarbij waren: meneer en zijn partner";
    assert_eq!(patient.matches(plan).count(), 1, "{patient}");
}

/// What is said beside a sentence is a sentence too, and who was there is said once where it were the same people.
#[test]
fn the_patient_reads_whole_sentences() {
    let first = limit().choice("pzp/antibiotica", "wel").choice("pzp/bloedproduct", "wel");
    let later = Entry::on(30)
        .consent()
        .conversation()
        .with("pzp-stand/gesprek-op", Given::Date("15-10-2026".to_owned()))
        .with("pzp/antibiotica", Given::Not(NonAnswer::Unknown))
        .choice("pzp/ziekenhuisopname", "wel");
    let patient = said(Reader::Patient, vec![first, later]);
    for told in [
        "U kunt bloed van een donor krijgen. Hierover sprak u op donderdag 17 september 2026. ",
        "Die heten antibiotica. Hierover sprak u op donderdag 17 september 2026. Op zondag 18 oktober 2026 was dit niet meer zeker. \
         Praat er met ons over. -",
        "- Op donderdag 15 oktober 2026 sprak u met A. de Wit, huisarts. Wie daarbij waren: meneer en zijn partner ",
    ] {
        assert!(patient.contains(told), "{told}: {patient}");
    }
    assert!(!patient.contains(". (") && !patient.contains("Wanneer:"), "{patient}");
}

#[test]
fn a_planned_conversation_is_no_talk_about_the_palliative_phase() {
    let marked = || {
        Entry::on(0)
            .consent()
            .judged("markering", "markeren")
            .conversation()
            .with("pzp-stand/gesprek-op", Given::Date("10-10-2026".to_owned()))
    };
    let made = made_with(Language::Dutch, Reader::Patient, &[Extra::Marking], vec![marked()]);
    assert_eq!(made, Err(Refusal::NotTalked));
}
