//! The sheet for the night: one page, on which an ordinary full plan leaves out nothing that the night needs.

use super::*;

const LIMITS: [&str; 5] = ["reanimatie", "beademing", "intensive-care", "ziekenhuisopname", "antibiotica"];

/// Every question of the plan that the night needs, answered in some words.
fn full(words: &str) -> Entry {
    let mut entry = Entry::on(0)
        .conversation()
        .judged("markering", "markeren")
        .judged("stervensfase", "stervensfase")
        .choice("pzp/hoofddoel", "symptoomverlichting")
        .with("pzp/eerdere-wensen", Given::YesNo(true))
        .with("pzp/eerdere-wensen-welke", Given::Choices(["niet-reanimeren".into()].into()))
        .with("pzp/eerdere-wensen-anders", Given::YesNo(true))
        .with("pzp-stand/centrale-zorgverlener", Given::Person(Person::Participant(VOS)))
        .text("pzp-stand/huisarts-bereikbaar", "tot 22 uur")
        .text("pzp-stand/dossier", "huisarts De Wit")
        .with("pzp/wilsbekwaam", Given::YesNo(true))
        .text("pzp/vertegenwoordiger", "zoon")
        .choice("pzp/vertegenwoordiger-rol", "mentor")
        .with("pzp/vertegenwoordiger-gegevens", Given::YesNo(true))
        .text("pzp/contactpersoon", "buurvrouw")
        .with("pzp/contactpersoon-gegevens", Given::YesNo(false))
        .text("kort/scenario@1", "benauwd")
        .text("kort/scenario-plan@1", "morfine, en bel de huisarts")
        .text("kort/buiten-kantooruren", "de huisartsenpost weet het")
        .with("pzp/noodmedicatie", Given::YesNo(true))
        .noted("pzp/noodmedicatie", "morfine in de kast, de wijk mag geven")
        .text("persoon/belangrijk", "de tuin")
        .choice("markering/aanleiding", "aandoening")
        .text("markering/diagnose", "COPD")
        .text(
            "pzp/wensen-voor-zorgverleners",
            "rustig praten, een voor een, en niet over het hoofd heen van wie er ligt",
        )
        .text("pzp/cultuur-en-rituelen", "geen")
        .text("vier-dimensies/overbelasting", "partner slaapt slecht")
        .text("vier-dimensies/lichamelijk-nu", "benauwd bij inspanning");
    for limit in LIMITS {
        let limit = format!("pzp/{limit}");
        entry = entry.choice(&limit, "niet").noted(&limit, words);
    }
    entry
}

fn paper(entries: Vec<Entry>) -> String {
    made(Reader::Hap, entries).unwrap().written(DocumentFormat::Text)
}

#[test]
fn a_full_plan_of_an_earlier_day_keeps_on_one_page_what_the_night_needs() {
    let text = paper(vec![full(""), Entry::on(60).text("vier-dimensies/psychisch-nu", "x")]);
    assert!(text.lines().count() <= 63, "{text}");
    let joined = text.lines().map(str::trim).collect::<Vec<_>>().join(" ");
    let mut rest = joined.as_str();
    for told in [
        "met meneer en zijn partner (genoteerd op 18-09-2026): - Doel van het beleid: Klachten verlichten",
        "- Reanimatie: Niet uitvoeren - Invasieve beademing: Niet uitvoeren - Intensive care: Niet uitvoeren",
        "Gesprek over het plan (genoteerd op 18-09-2026) - Eerdere wensen: welke: Niet-reanimerenverklaring; \
         Eerdere wensen wijken af: Ja",
        "Wie te bellen, en waar het plan is (genoteerd op 18-09-2026) - Centrale zorgverlener: M. Vos",
        "Wie beslist, en eerste contactpersoon (genoteerd op 18-09-2026) - Nu wilsbekwaam (behandeling): Ja, \
         besproken op 17-09-2026 - Wettelijk vertegenwoordiger: zoon; Vertegenwoordiger als: Mentor; Gegevens in \
         het dossier: Ja - Eerste contactpersoon: buurvrouw; Gegevens in het dossier: Nee",
        "Wat te verwachten, en wat dan (genoteerd op 18-09-2026) - benauwd Wat dan: morfine, en bel de huisarts",
        "Wat er thuis klaar is (genoteerd op 18-09-2026) - Avond, nacht, weekend: de huisartsenpost weet het",
        "- Noodmedicatie in huis: Ja: morfine in de kast, de wijk mag geven",
        "Wie deze mens is",
        "Verder - Diagnose: COPD (genoteerd op 18-09-2026)",
    ] {
        let after = rest.split_once(told).map(|(_, after)| after);
        assert!(after.is_some(), "{told}: {text}");
        rest = after.unwrap_or_default();
    }
}

/// A day is said once only where it is the day of every line, and what a later meeting left open stays with its own line.
#[test]
fn a_block_of_more_days_says_each_with_its_line() {
    let later = Entry::on(14).text("pzp/contactpersoon", "zus");
    let text =
        said(Reader::Hap, vec![full(""), later, Entry::on(60).text("vier-dimensies/psychisch-nu", "x")]);
    assert!(text.contains("Eerste contactpersoon: zus (genoteerd op 02-10-2026); Gegevens in het dossier: Nee (genoteerd op 18-09-2026)"), "{text}");
    assert!(text.contains("Wie beslist, en eerste contactpersoon - Nu wilsbekwaam"), "{text}");
    assert!(text.contains("Gegevens in het dossier: Ja (genoteerd op 18-09-2026) - Eerste"), "{text}");
}

#[test]
fn what_somebody_typed_between_brackets_is_no_day() {
    let typed = "huisarts (genoteerd op gisteren)";
    let entry = Entry::on(0).text("pzp-stand/dossier", typed).text("pzp-stand/huisarts-bereikbaar", typed);
    let text = said(Reader::Hap, vec![entry]);
    assert_eq!(text.matches(typed).count(), 3, "{text}");
    assert!(text.contains("Wie te bellen, en waar het plan is - "), "{text}");
}

#[test]
fn where_the_limits_are_longer_than_a_page_nothing_is_left_out_for_want_of_room() {
    let long = "Alleen als het thuis niet meer gaat, en na overleg met wie hem kent. ".repeat(14);
    let text = paper(vec![full(&long)]);
    assert!(text.lines().count() > 63 && !text.contains("Past niet op dit ene blad"), "{text}");
    let told = "LET OP: dit is meer dan één blad, zo lang zijn de behandelgrenzen.";
    assert!(text.find(told).unwrap() < text.find("Reanimatie").unwrap(), "{text}");
    for told in [
        "Eerste contactpersoon: buurvrouw",
        "Noodmedicatie in huis",
        "rustig praten",
        "gemarkeerd",
        "partner slaapt slecht",
    ] {
        assert!(text.contains(told), "{told}: {text}");
    }
    let short = paper(vec![full("kort")]);
    assert!(!short.contains("LET OP: dit is meer"), "{short}");
}

#[test]
fn the_drugs_for_an_emergency_are_one_point_and_the_patient_reads_where_they_lie() {
    let drugs = |place: &str| {
        let entry = Entry::on(0)
            .consent()
            .with("pzp/delen-naasten", Given::YesNo(true))
            .with("pzp/noodmedicatie", Given::YesNo(true))
            .text("pzp/noodmedicatie-wat", "morfine")
            .with("pzp/noodmedicatie-wie", Given::Choices(["wijkverpleging".into()].into()))
            .text("pzp/hulpmiddelen", "zuurstof");
        vec![if place.is_empty() { entry } else { entry.text("pzp/noodmedicatie-waar", place) }]
    };
    let one_line = |text: String| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let hap = one_line(paper(drugs("doos in de gang")));
    let wanted =
        "- Noodmedicatie in huis: morfine; Waar het ligt: doos in de gang; Wie het mag geven: Wijkverpleging";
    assert!(hap.contains(wanted) && hap.contains("- Hulpmiddelen en zuurstof: zuurstof"), "{hap}");
    let dossier = one_line(said(Reader::Dossier, drugs("doos in de gang")));
    for told in ["Noodmedicatie in huis: Ja", "Wat er klaarligt: morfine", "Waar het ligt: doos in de gang"] {
        assert!(dossier.contains(told), "{told}: {dossier}");
    }
    let patient = one_line(said(Reader::Patient, drugs("doos in de gang")));
    assert!(patient.contains("Zij liggen hier: doos in de gang"), "{patient}");
    assert!(!patient.contains("morfine") && !patient.contains("zuurstof"), "{patient}");
    let patient = one_line(said(Reader::Patient, drugs("")));
    assert!(patient.contains("Zij liggen hier: ____"), "there is room to write it: {patient}");
    let social = said(Reader::Social, drugs("doos in de gang"));
    assert!(
        !social.contains("morfine") && !social.contains("gang") && !social.contains("zuurstof"),
        "{social}"
    );
}
