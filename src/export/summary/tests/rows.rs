//! Row by row, what each reader gets and when a reader gets it: what is on no paper unless it was ticked, and what was written
//! for one reader alone.

use super::*;

fn with(reader: Reader, extras: &[Extra], entries: Vec<Entry>) -> Result<String, Refusal> {
    let text = made_with(Language::Dutch, reader, extras, entries)?.written(DocumentFormat::Text);
    Ok(text.lines().map(str::trim).collect::<Vec<_>>().join(" "))
}

/// Which readers get this, from the record to the patient.
#[track_caller]
fn who_gets(words: &str, entries: impl Fn() -> Vec<Entry>) -> [bool; 4] {
    Reader::ALL.map(|reader| said(reader, entries()).contains(words))
}

#[test]
fn everybody_reads_until_when_the_own_gp_can_be_reached() {
    let entries = || {
        vec![
            Entry::on(0)
                .consent()
                .with("pzp-stand/centrale-zorgverlener", Given::Person(Person::Participant(VOS)))
                .text("pzp-stand/huisarts-bereikbaar", "tot 17 uur"),
        ]
    };
    assert_eq!(who_gets("tot 17 uur", entries), [true; 4]);
    assert!(said(Reader::Patient, entries()).contains("Wanneer u uw huisarts kunt bellen: tot 17 uur"));
    // There is room for a number, and no number.
    assert_eq!(who_gets("Telefoon: ____", entries), [false, true, true, true]);
}

#[test]
fn the_patient_reads_who_decides_and_for_what() {
    let entries = || {
        vec![
            Entry::on(0)
                .consent()
                .conversation()
                .with("pzp/wilsbekwaam", Given::YesNo(false))
                .text("pzp/wilsbekwaam-waarvoor-niet", "verhuizen")
                .text("pzp/vertegenwoordiger", "dochter")
                .choice("pzp/vertegenwoordiger-rol", "mentor")
                .with("pzp/vertegenwoordiger-gegevens", Given::YesNo(true))
                .text("pzp/contactpersoon", "buurvrouw"),
        ]
    };
    let patient = said(Reader::Patient, entries());
    for words in [
        "U kunt nu niet over alles zelf beslissen.",
        "Hierover kunt u nu niet zelf beslissen: verhuizen",
        "Wie voor u beslist als u dat zelf niet kunt: dochter",
        "Deze persoon is uw mentor. Een rechter heeft dat besloten.",
        "Hoe wij deze persoon bereiken, staat in uw dossier.",
        "Wie wij als eerste bellen: buurvrouw",
    ] {
        assert!(patient.contains(words), "{words}: {patient}");
    }
    // The social domain gets the first contact and nothing of capacity.
    assert_eq!(who_gets("buurvrouw", entries), [true; 4]);
    assert_eq!(who_gets("verhuizen", entries), [true, true, false, true]);
}

#[test]
fn the_patient_reads_with_whom_the_conversation_was_and_that_wishes_changed() {
    let entries = || {
        vec![
            Entry::on(0)
                .consent()
                .conversation()
                .with("pzp/eerdere-wensen", Given::YesNo(true))
                .with("pzp/eerdere-wensen-anders", Given::YesNo(true)),
        ]
    };
    let patient = said(Reader::Patient, entries());
    assert!(patient.contains("Wie daarbij waren: meneer en zijn partner"), "{patient}");
    assert!(patient.contains("Eerder liet u andere wensen opschrijven. Wat op dit blad staat, geldt nu."));
    assert_eq!(who_gets("meneer en zijn partner", entries), [true, true, false, true]);
}

#[test]
fn which_advance_directives_there_are_is_for_who_treats_and_for_the_patient_when_asked() {
    let entries = || {
        let kinds = ["niet-reanimeren".into(), "euthanasieverzoek".into()].into();
        vec![
            Entry::on(0)
                .consent()
                .conversation()
                .with("pzp/eerdere-wensen", Given::YesNo(true))
                .with("pzp/eerdere-wensen-welke", Given::Choices(kinds))
                .with("pzp/eerdere-wensen-op", Given::Date("28-06-2025".to_owned())),
        ]
    };
    for words in ["Niet-reanimerenverklaring; Euthanasieverzoek op schrift", "28 juni 2025"] {
        assert_eq!(who_gets(words, entries), [true, true, false, false], "{words}");
    }
    let asked = with(Reader::Patient, &[Extra::Euthanasia], entries()).unwrap();
    let told = "Wat u eerder op papier hebt gezet of hebt gezegd: Niet-reanimerenverklaring; Euthanasieverzoek op schrift";
    assert!(asked.contains(told), "{asked}");
}

#[test]
fn the_patient_reads_agreements_that_somebody_marked_for_the_patient() {
    let entries = || {
        let mut entry = Entry::on(0).consent().agreed(1, "Medicijnen halen", WIT, "25-09-2026").agreed(
            2,
            "Met de dochter praten over de last",
            VOS,
            "25-09-2026",
        );
        entry.review().agreements[0].for_patient = true;
        vec![entry, Entry::on(30)]
    };
    let patient = said(Reader::Patient, entries());
    let told = "Medicijnen halen: Dat doet A. de Wit, huisarts. Het is klaar op vrijdag 25 september 2026, of eerder. Afgesproken op vrijdag 18 september 2026. Die dag is voorbij: vraag ernaar.";
    assert!(patient.contains(told), "{patient}");
    assert!(!patient.contains("dochter"), "{patient}");
    assert_eq!(who_gets("Medicijnen halen", entries), [true, false, false, true]);
}

#[test]
fn the_social_domain_reads_of_scenarios_needs_and_relatives_what_was_written_for_it() {
    let entries = || {
        vec![
            Entry::on(0)
                .consent()
                .text("kort/scenario@1", "Longontsteking")
                .text("vier-dimensies/sociaal-nu", "Eenzaam")
                .text("vier-dimensies/draagkracht", "\"Ik kan niet meer\"")
                .text("pzp/sociaal-scenario", "Bel M. Vos")
                .text("pzp/sociaal-behoefte", "Een maatje")
                .text("pzp/sociaal-naasten", "Dinsdag vrij"),
        ]
    };
    for words in ["Bel M. Vos", "Een maatje", "Dinsdag vrij"] {
        assert_eq!(who_gets(words, entries), [true, false, true, false], "{words}");
    }
    for words in ["Longontsteking", "Eenzaam", "Ik kan niet meer"] {
        assert!(!said(Reader::Social, entries()).contains(words), "{words}");
    }
    // Whoever does not agree any more takes them along.
    let back = || {
        let mut entries = entries();
        entries.push(Entry::on(7).with("pzp/delen-sociaal", Given::YesNo(false)));
        entries
    };
    assert_eq!(made(Reader::Social, back()), Err(Refusal::NoConsent));
    assert!(!said(Reader::Dossier, back()).contains("Een maatje"));
}

#[test]
fn what_is_on_request_stands_on_a_paper_only_when_it_was_ticked() {
    let entries = || {
        vec![
            Entry::on(0)
                .consent()
                .judged("markering", "markeren")
                .judged("stervensfase", "stervensfase")
                .conversation()
                .with("pzp-stand/gesprek-op", Given::Date("18-09-2026".to_owned()))
                .choice("pzp/reanimatie", "niet")
                .choice("pzp/ziekenhuisopname", "niet")
                .choice("pzp/euthanasie", "verklaring")
                .choice("pzp/donorregistratie", "ja")
                .text("vier-dimensies/lichamelijk-nu", "Moe")
                .text("vier-dimensies/draagkracht", "Tot kerst")
                .with("pzp-stand/overgedragen", Given::Choices(["hospice".into(), "ambulance".into()].into()))
                .with("pzp-stand/overgedragen-op", Given::Date("18-09-2026".to_owned()))
                .with("pzp-stand/overgedragen-door", Given::Person(Person::Participant(WIT))),
        ]
    };
    for (reader, extra, words) in [
        (
            Reader::Social,
            Extra::Dying,
            "Laatste dagen, naar het oordeel van het team (18-09-2026). Bel eerst",
        ),
        (
            Reader::Social,
            Extra::Resuscitation,
            "Reanimatie: Niet uitvoeren (besproken op 18-09-2026 door A. de Wit",
        ),
        (
            Reader::Patient,
            Extra::Marking,
            "Uw zorgverleners noemen dit de palliatieve fase (sinds vrijdag 18 september 2026)",
        ),
        (
            Reader::Patient,
            Extra::Euthanasia,
            "U hebt een euthanasieverklaring. Dat is nog geen verzoek om euthanasie.",
        ),
        (Reader::Patient, Extra::Euthanasia, "Uw keuze over orgaandonatie staat in het Donorregister."),
        (Reader::Patient, Extra::Dimensions, "Uw lichaam: Moe"),
        (Reader::Patient, Extra::Relatives, "Hoe lang uw naasten dit volhouden: Tot kerst"),
        (Reader::Patient, Extra::HandedOver, "Uw plan is doorgegeven aan: Hospice; Ambulancedienst"),
        (Reader::Patient, Extra::HandedOver, "Doorgegeven door: A. de Wit, huisarts"),
    ] {
        for other in Extra::ALL {
            let is_there = with(reader, &[other], entries()).unwrap().contains(words);
            assert_eq!(is_there, other == extra, "{words} with {other:?}");
        }
        assert!(!with(reader, &[], entries()).unwrap().contains(words), "{words}");
    }
    // A tick of one reader adds nothing for another.
    for reader in Reader::ALL {
        let others: Vec<Extra> =
            Extra::ALL.into_iter().filter(|extra| !reader.extras().contains(extra)).collect();
        assert_eq!(with(reader, &others, entries()), with(reader, &[], entries()), "{reader:?}");
    }
    let social = with(Reader::Social, &Extra::ALL, entries()).unwrap();
    assert!(
        !social.contains("Ziekenhuis") && social.contains("Andere behandelgrenzen dan reanimatie"),
        "{social}"
    );
    // What cannot be relied on is on no paper of a volunteer.
    let bare = vec![Entry::on(0).consent().choice("pzp/reanimatie", "niet")];
    assert_eq!(with(Reader::Social, &Extra::ALL, bare), Err(Refusal::NoResuscitation));
    let back = entries().into_iter().map(|entry| entry.withdrawn("stervensfase")).collect();
    assert!(!with(Reader::Social, &Extra::ALL, back).unwrap().contains("aatste dagen"));
}

#[test]
fn the_patient_reads_of_the_palliative_phase_after_it_was_talked_about() {
    let marked = || Entry::on(7).consent().judged("markering", "markeren");
    let asked = |entries| with(Reader::Patient, &[Extra::Marking], entries);
    assert_eq!(asked(vec![marked()]), Err(Refusal::NotTalked));
    // A conversation of before the marking was about something else.
    assert_eq!(asked(vec![Entry::on(0).conversation(), marked()]), Err(Refusal::NotTalked));
    let since =
        || Entry::on(14).conversation().with("pzp-stand/gesprek-op", Given::Date("25-09-2026".to_owned()));
    assert!(asked(vec![marked(), since()]).unwrap().contains("palliatieve fase (sinds vrijdag 25 september"));
    // Nothing is held back of the rest, and of somebody who is not marked nothing is said.
    assert!(!with(Reader::Patient, &[], vec![marked()]).unwrap().contains("palliatieve"));
    assert!(
        !asked(vec![Entry::on(0).consent().judged("markering", "niet")]).unwrap().contains("palliatieve")
    );
    let told = Refusal::NotTalked.told(Reader::Patient, Language::Dutch);
    assert!(told.contains("\"Wanneer is het gesprek gevoerd?\""), "{told}");
}

#[test]
fn the_dying_phase_says_by_when_it_is_judged_again_and_by_whom() {
    let dying = || Entry::on(0).judged("stervensfase", "stervensfase");
    for reader in [Reader::Dossier, Reader::Hap] {
        let first = said(reader, vec![dying()]);
        assert!(first.contains("opnieuw te beoordelen, uiterlijk 25-09-2026"), "{first}");
        let late = said(reader, vec![dying(), Entry::on(10).text("persoon/wie", "x")]);
        assert!(late.contains("NOG OPNIEUW TE BEOORDELEN: dat moest uiterlijk 25-09-2026"), "{late}");
        let agreed = dying().agreed(1, "Opnieuw beoordelen: wie en wanneer", WIT, "21-09-2026");
        let who = said(reader, vec![agreed]);
        assert!(who.contains("dat doet A. de Wit, huisarts, uiterlijk maandag 21 september 2026"), "{who}");
        let back = said(reader, vec![dying().withdrawn("stervensfase")]);
        assert!(!back.contains("opnieuw te beoordelen"), "{back}");
    }
}

#[test]
fn a_declaration_about_euthanasia_is_called_no_request() {
    let entries = || vec![Entry::on(0).consent().conversation().choice("pzp/euthanasie", "verklaring")];
    assert_eq!(who_gets("(een verklaring is nog geen verzoek)", entries), [true, true, false, false]);
}

#[test]
fn a_plan_that_was_handed_over_says_to_whom_when_and_by_whom() {
    for (code, words) in [
        ("huisartsenpost", "Huisartsenpost"),
        ("thuiszorg", "Thuiszorg"),
        ("ziekenhuis", "Ziekenhuis"),
        ("hospice", "Hospice"),
        ("verpleeghuis", "Verpleeghuis"),
        ("apotheek", "Apotheek"),
        ("ambulance", "Ambulancedienst"),
    ] {
        let entries = || {
            vec![
                Entry::on(0)
                    .consent()
                    .with("pzp-stand/overgedragen", Given::Choices([code.into()].into()))
                    .with("pzp-stand/overgedragen-op", Given::Date("17-09-2026".to_owned()))
                    .with("pzp-stand/overgedragen-door", Given::Person(Person::Participant(VOS))),
            ]
        };
        assert_eq!(who_gets(&format!("Overgedragen aan: {words}"), entries), [true, true, false, false]);
        let told =
            "Overgedragen op: donderdag 17 september 2026 - Overgedragen door: M. Vos, wijkverpleegkundige";
        assert_eq!(who_gets(told, entries), [true, true, false, false]);
    }
}

/// Advice of a specialised team is for who treats; at night only while it is news, for two weeks.
#[test]
fn a_consultation_is_for_who_treats_and_for_the_night_two_weeks() {
    let entries = || {
        vec![
            Entry::on(0)
                .consent()
                .choice("vier-dimensies/consult", "ja")
                .text("vier-dimensies/consult-vraag", "Palliatief team, over de jeuk")
                .text("vier-dimensies/consult-antwoord", "Gabapentine proberen"),
        ]
    };
    let lines = ["Gespecialiseerd team: Ja", "Palliatief team, over de jeuk", "Gabapentine proberen"];
    let after = |days: i64, reader: Reader| {
        let entries = entries();
        let definitions = definitions(&entries);
        let mut course = Course::new(PatientId(Id::from_bits(9)));
        entries.into_iter().for_each(|entry| course.add(entry.0));
        let summary = Summary {
            language: Language::Dutch,
            reader,
            course: &course,
            definitions: &definitions,
            today: day(days),
            made_by: "",
            fictional: false,
            number: "",
            extras: &[],
        };
        let paper = summary.document().unwrap().written(DocumentFormat::Text);
        lines.map(|line| paper.contains(line))
    };
    for (days, hap) in [(0, true), (14, true), (15, false)] {
        let found = Reader::ALL.map(|reader| after(days, reader));
        assert_eq!(found, [[true; 3], [hap; 3], [false; 3], [false; 3]], "after {days} days");
    }
}

#[test]
fn whoever_died_died_on_a_day_and_somewhere() {
    let died = |entry: Entry| {
        let mut entry = entry;
        entry.review().details.deceased = true;
        vec![entry, Entry::on(30)]
    };
    for (entry, told) in [
        (Entry::on(0), "Overleden. "),
        (
            Entry::on(0).with("nabespreking/overleden-op", Given::Date("16-09-2026".to_owned())),
            "Overleden op woensdag 16 september 2026. ",
        ),
        (
            Entry::on(0)
                .with("nabespreking/overleden-op", Given::Date("16-09-2026".to_owned()))
                .choice("nabespreking/plaats-van-overlijden", "hospice"),
            "Overleden op woensdag 16 september 2026; plaats: hospice. ",
        ),
        (
            Entry::on(0)
                .with("nabespreking/overleden-op", Given::Not(NonAnswer::Unknown))
                .choice("nabespreking/plaats-van-overlijden", "onbekend"),
            "Overleden. ",
        ),
        (Entry::on(0).choice("nabespreking/plaats-van-overlijden", "thuis"), "Overleden; plaats: thuis. "),
    ] {
        let paper = said(Reader::Dossier, died(entry));
        assert!(paper.contains(told), "{told}: {paper}");
    }
}

#[test]
fn the_paper_for_the_night_keeps_who_this_is_and_says_what_did_not_fit() {
    let long = "Iets wat heel lang duurt en waar veel over te zeggen is. ".repeat(12);
    let mut entry = Entry::on(0)
        .conversation()
        .judged("markering", "markeren")
        .text("persoon/wie", &long)
        .text("persoon/belangrijk", "Thuis zijn")
        .text("kort/scenario@1", &long)
        .text("kort/scenario-plan@1", &long)
        .text("pzp/wensen-voor-zorgverleners", &long)
        .text("kort/buiten-kantooruren", &long)
        .text("vier-dimensies/overbelasting", &long);
    entry.review().own_words = long;
    for limit in
        ["reanimatie", "beademing", "intensive-care", "ziekenhuisopname", "antibiotica", "bloedproduct"]
    {
        entry = entry.choice(&format!("pzp/{limit}"), "niet");
    }
    let paper = made(Reader::Hap, vec![entry]).unwrap().written(DocumentFormat::Text);
    let lines: Vec<&str> = paper.lines().collect();
    assert!(lines.len() <= 62, "{} lines: {paper}", lines.len());
    let person = lines.iter().position(|line| *line == "Wie deze mens is").expect(&paper);
    assert!(
        lines[person + 1].starts_with("- \"Iets wat heel lang")
            && lines[person + 1].ends_with("...\" (18-09-2026)"),
        "{paper}"
    );
    assert_eq!(lines[person + 2], "- Wat is nu belangrijk: Thuis zijn");
    assert_eq!(lines[person + 3], "");
    assert!(lines.iter().all(|line| line.chars().count() <= 80), "{paper}");
    assert!(paper.contains("- Bloedproducten: Niet uitvoeren"), "{paper}");
    assert!(paper.contains("Past niet op dit ene blad, zie het dossier: "), "{paper}");
    assert!(!paper.contains("\nWensen\n") && paper.contains("Wensen"), "{paper}");
}

#[test]
fn the_conversation_is_one_line_for_the_night_and_never_half_of_one() {
    let whole = said(Reader::Hap, vec![Entry::on(0).conversation()]);
    let told = "- PZP-gesprek: gevoerd op 17-09-2026 door A. de Wit, huisarts, met meneer en zijn partner";
    assert!(whole.contains(told) && !whole.contains("PZP-gesprek op:"), "{whole}");
    let mut half = Entry::on(0).conversation();
    half.review().answers.remove(&key("pzp-stand/gesprek-met"));
    let half = said(Reader::Hap, vec![half]);
    // Where limits name it, it is not said again.
    let told_there = said(Reader::Hap, vec![Entry::on(0).conversation().choice("pzp/reanimatie", "niet")]);
    assert_eq!(told_there.matches("17-09-2026").count(), 1, "{told_there}");
    // What was noted of it stands by itself, and does not have it told once more.
    let noted = |limit: bool| {
        let entry = Entry::on(0).conversation();
        let mut entry = if limit { entry.choice("pzp/reanimatie", "niet") } else { entry };
        let held = entry.review().answers.get(&key("pzp-stand/gesprek")).cloned().unwrap();
        let held = Answer { note: "dochter belde in".to_owned(), ..held };
        entry.review().answers.insert(key("pzp-stand/gesprek"), held);
        said(Reader::Hap, vec![entry])
    };
    let (alone, beside) = (noted(false), noted(true));
    assert_eq!(alone.matches("17-09-2026").count(), 1, "{alone}");
    assert_eq!(beside.matches("17-09-2026").count(), 1, "{beside}");
    for paper in [&alone, &beside] {
        assert!(paper.contains("belde in") && !paper.contains("donderdag 17 september"), "{paper}");
    }
    assert!(half.contains("PZP-gesprek op: donderdag 17 september 2026") && !half.contains(told), "{half}");
}

#[test]
fn each_page_says_at_its_head_what_is_not_on_it_and_for_whom_it_is() {
    for (reader, left_out, whom) in [
        (Reader::Dossier, "Wat alleen het team aangaat", "het dossier"),
        (Reader::Hap, "Medicatielijst, contactgegevens", "de huisartsenpost"),
        (
            Reader::Social,
            "Behandelgrenzen en ziekte staan niet op dit blad",
            "sociaal domein en vrijwilligers",
        ),
        (Reader::Patient, "Niet alles wat wij met u bespraken", "u en uw naasten"),
    ] {
        let paper = made(reader, vec![Entry::on(0).consent().text("persoon/wie", "Schipper")]).unwrap();
        let text = paper.written(DocumentFormat::Text);
        assert!(text.find(left_out).unwrap() < text.find("Schipper").unwrap(), "{text}");
        assert!(paper.foot.starts_with(&format!("Fictief B., {whom}, 18-09-2026")), "{}", paper.foot);
        assert!(text.contains(" door m.vos."), "{text}");
    }
}

/// What came along from an earlier meeting was not said again in a later one, nor after a death.
#[test]
fn own_words_have_the_day_on_which_they_were_written() {
    let says = |days, words: &str| {
        let mut entry = Entry::on(days).consent();
        words.clone_into(&mut entry.review().own_words);
        entry
    };
    let first = || vec![says(0, "Thuis."), says(30, "Thuis.")];
    for reader in [Reader::Dossier, Reader::Hap] {
        let paper = said(reader, first());
        assert!(paper.contains("(18-09-2026)") && !paper.contains("(18-10-2026)"), "{paper}");
    }
    let paper = said(Reader::Patient, first());
    assert!(paper.contains("Thuis. (opgeschreven op vrijdag 18 september 2026)"), "{paper}");
    let mut died = first();
    died[1].review().details.deceased = true;
    assert!(said(Reader::Dossier, died).contains("In eigen woorden: Thuis. (18-09-2026)"));
    let again = said(Reader::Dossier, vec![says(0, "Thuis."), says(20, "Anders."), says(30, "Thuis.")]);
    assert!(again.contains("Thuis. (18-10-2026)"), "{again}");
}

#[test]
fn nothing_is_to_be_judged_again_of_who_has_died() {
    let entries = |deceased| {
        let mut last = Entry::on(30);
        last.review().details.deceased = deceased;
        vec![Entry::on(0).judged("stervensfase", "stervensfase"), last]
    };
    for reader in [Reader::Dossier, Reader::Hap] {
        let paper = said(reader, entries(false)).to_lowercase();
        assert!(paper.contains("opnieuw te beoordelen"), "{paper}");
        let paper = said(reader, entries(true)).to_lowercase();
        assert!(!paper.contains("opnieuw te beoordelen") && paper.contains("18-09-2026"), "{paper}");
    }
}

#[test]
fn the_patient_reads_when_it_was_written_and_when_it_was_confirmed() {
    let entry = |days| {
        Entry::on(days).consent().text("kort/scenario@1", "benauwd").text("kort/scenario-plan@1", "bellen")
    };
    let (first, mut later) = (entry(0), entry(30));
    for question in ["kort/scenario@1", "kort/scenario-plan@1"] {
        let was = first.0.reviews[0].answers[&key(question)].clone();
        later.review().answers.get_mut(&key(question)).unwrap().earlier = Some(Box::new(was));
    }
    let told = "(opgeschreven op vrijdag 18 september 2026, bevestigd zondag 18 oktober 2026)";
    let paper = said(Reader::Patient, vec![first, later, Entry::on(60)]);
    assert!(
        paper.contains(&format!("benauwd {told}")) && paper.contains(&format!("bellen {told}")),
        "{paper}"
    );
}
