//! A plan out and in again, and files of other programs: what is proposed, taken over, told, and refused.
#![cfg(all(unix, debug_assertions))]
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "clippy.toml frees #[test] functions, not the helpers that they share"
)]

mod judged;

use std::sync::Arc;

use crate::support::commands::Place;
use chrono::NaiveDate;
use pallium::checklist::{Library, Name, shipped};
use pallium::meeting::{
    Answer, Given, Id, Meeting, MeetingId, MeetingKind, NonAnswer, PatientId, Person, Pinned, QuestionKey,
    Review, Stamp,
};
use pallium::store::{Notebook, RealFiles};
use serde_json::{Value, json};

type Answers = Vec<(&'static str, Given, &'static str)>;

fn text(text: &str) -> Given {
    Given::Text(text.to_owned())
}

fn choice(code: &str) -> Given {
    Given::Choice(code.into())
}

fn choices(codes: &[&str]) -> Given {
    Given::Choices(codes.iter().map(|code| Name::new(*code)).collect())
}

fn conversation(day: &str, by: &str, with: &str) -> Answers {
    vec![
        ("gesprek-op", Given::Date(day.to_owned()), ""),
        ("gesprek-door", Given::Person(Person::Outside(by.to_owned())), ""),
        ("gesprek-bij", text(with), ""),
    ]
}

/// The plan of a fictional person on one date: life prolonging, resuscitation, everything that has a resource.
fn first() -> Answers {
    let mut answers = conversation("3 juni 2024", "huisarts De Wit", "patiënt en zijn broer");
    answers.extend([
        ("wilsbekwaam", Given::YesNo(false), ""),
        ("wilsbekwaam-waarvoor-niet", text("alles rond opname"), ""),
        ("vertegenwoordiger", text("broer"), ""),
        ("vertegenwoordiger-rol", choice("anders"), "zaakwaarnemer"),
        ("contactpersoon", text("buurvrouw"), ""),
        ("hoofddoel", choice("levensverlenging"), ""),
        ("reanimatie", choice("wel"), ""),
        ("beademing", Given::Not(NonAnswer::NotDiscussedWithPatient), ""),
        ("intensive-care", choice("wel"), "ook beademing, als herstel te verwachten is"),
        ("antibiotica", choice("anders"), "alleen per tablet"),
        ("andere-behandeling@1", text("sondevoeding"), ""),
        ("andere-behandeling-besluit@1", choice("niet"), "ook niet tijdelijk"),
        ("andere-behandeling@2", text("dialyse"), ""),
        ("andere-behandeling-besluit@2", choice("wel"), ""),
        ("icd", Given::YesNo(true), ""),
        ("icd-uitzetten", choice("niet-besproken"), ""),
        ("wensen-voor-zorgverleners", text("Wil blijven wandelen met de hond."), ""),
        ("gewenste-plaats", choice("elders"), "bij zijn broer"),
        ("euthanasie", Given::Not(NonAnswer::PatientNotReady), ""),
        ("donorregistratie", choice("ja"), ""),
        ("eerdere-wensen", Given::YesNo(true), ""),
        ("eerdere-wensen-welke", choices(&["euthanasieverzoek-dementie", "anders"]), "brief aan de dokter"),
        ("eerdere-wensen-op", Given::Date("1 februari 2023".to_owned()), ""),
        ("eerdere-wensen-waar", text("bij de huisarts"), ""),
        ("naasten-verteld", Given::YesNo(true), ""),
        ("noodmedicatie", Given::YesNo(true), ""),
        ("cultuur-en-rituelen", text("Leest elke dag in de Bijbel."), ""),
    ]);
    answers
}

/// Two years later: symptom relief, resuscitation otherwise, no IC.
fn second() -> Answers {
    let mut answers = conversation("10 juni 2026", "kaderarts Smit", "patiënt, broer en wijkverpleegkundige");
    answers.extend([
        ("hoofddoel", choice("symptoomverlichting"), ""),
        ("reanimatie", choice("anders"), "alleen bij verslikken: luchtweg vrijmaken"),
        ("intensive-care", choice("niet"), ""),
        ("gewenste-plaats", choice("thuis"), ""),
        ("eerdere-wensen", Given::YesNo(true), ""),
        ("eerdere-wensen-welke", choices(&["volmacht"]), "ligt bij zijn broer"),
        ("eerdere-wensen-op", Given::Date("28 juni 2025".to_owned()), ""),
    ]);
    answers
}

fn key(name: &str) -> QuestionKey {
    format!("pzp/{name}").parse().unwrap()
}

/// A notebook with meetings in which this was answered for one fictional patient.
fn notebook(meetings: &[(&str, Answers)]) -> Place {
    let place = Place::empty();
    let notebook = Notebook::open(&place.notebook(), Arc::new(RealFiles)).unwrap();
    let library = Library::new(shipped());
    let pzp = library.checklist(&Name::new("pzp")).unwrap();
    for ((day, answers), number) in meetings.iter().zip(1..) {
        let date: NaiveDate = day.parse().unwrap();
        let mut meeting = Meeting::new(MeetingId(Id::from_bits(number)), MeetingKind::Patz, date);
        meeting.definitions = vec![Pinned::of(pzp)];
        let mut review = Review::new(PatientId(Id::from_bits(0xf1c << 100)));
        review.label = "Fictief H.".to_owned();
        review.born = "1954".to_owned();
        let at = date.and_hms_opt(14, 0, 0).unwrap();
        for (item, given, note) in answers {
            let mut answer = Answer::given(given.clone(), Stamp { by: None, at });
            (*note).clone_into(&mut answer.note);
            let key = key(item);
            if let [time] = *key.instance {
                let group = QuestionKey::new(&Name::new("pzp"), &Name::new("grens-andere"));
                let times: &mut Vec<u32> = review.repeats.entry(group).or_default();
                if !times.contains(&time) {
                    times.push(time);
                }
            }
            review.answers.insert(key, answer);
        }
        meeting.reviews.push(review.into());
        notebook.save(&meeting, &[(pzp.hash.to_string(), pzp.source.clone())]).unwrap();
    }
    place
}

fn empty() -> Place {
    let place = Place::empty();
    std::fs::create_dir_all(place.notebook()).unwrap();
    place
}

/// What is exported of the patient, with what differs between two notebooks made the same.
fn exported(place: &Place) -> (Value, String) {
    let ended = place.run(&["fhir", "export", "Fictief H."], &[]);
    assert_eq!(ended.code, Some(0), "{}", ended.complained);
    let bundle: Value = serde_json::from_str(&ended.said).unwrap();
    let entries = bundle["entry"].as_array().unwrap();
    let mut said = serde_json::to_string_pretty(&bundle).unwrap();
    let part = |entry: &Value| {
        let one =
            entry.pointer("/resource/identifier/0/value").or(entry.pointer("/resource/identifier/value"));
        let value = one.and_then(Value::as_str).unwrap_or("form").to_owned();
        value.split_once('/').map_or_else(|| "patient".to_owned(), |(_, part)| part.to_owned())
    };
    let patient =
        entries[0].pointer("/resource/identifier/0/value").and_then(Value::as_str).unwrap().to_owned();
    for entry in entries {
        said = said.replace(entry["fullUrl"].as_str().unwrap(), &part(entry));
    }
    (serde_json::from_str(&said.replace(&patient, "PATIENT")).unwrap(), ended.said)
}

fn file(place: &Place, name: &str, content: &[u8]) -> String {
    std::fs::write(place.path(name), content).unwrap();
    place.path(name).to_str().unwrap().to_owned()
}

#[test]
fn a_plan_that_was_exported_and_read_is_the_same_and_can_be_taken_back() {
    let from = notebook(&[("2024-06-05", first())]);
    let (expected, bundle) = exported(&from);
    let into = empty();
    let name = file(&into, "plan.json", bundle.as_bytes());
    let said = into.done(&["fhir", "read", &name, "--take"], &[]);
    for part in [
        "plan.json: Fictief H. (1954) (hier nog niet bekend)",
        "Reanimatie: Wel uitvoeren",
        "besproken door huisarts De Wit, op maandag 3 juni 2024, met patiënt en zijn broer",
        "Antibiotica: Anders, namelijk: alleen per tablet",
        "Anders, namelijk: zaakwaarnemer",
        "Eerdere wensen: van: woensdag 1 februari 2023",
    ] {
        assert!(said.contains(part), "no {part:?} in {said}");
    }
    assert!(!said.contains("Niet overgenomen"), "{said}");
    let (made, _) = exported(&into);
    assert_eq!(made, expected);
    let again = into.done(&["fhir", "read", &name, "--take"], &[]);
    assert!(again.contains("Er verandert niets"), "{again}");
    // Where it was said, the same file changes nothing either.
    let home = file(&from, "plan.json", bundle.as_bytes());
    assert!(from.done(&["fhir", "read", &home, "--take"], &[]).contains("Er verandert niets"));
    let english = from.done(&["--lang", "en", "fhir", "read", &home, "--take"], &[]);
    assert!(english.contains("Nothing changes"), "{english}");
    let ids: Vec<&str> =
        said.split("history ").skip(1).filter_map(|rest| rest.split_whitespace().next()).collect();
    let origins: String = ids.iter().map(|id| into.done(&["show", id], &[])).collect();
    let origins = origins.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(
        origins.contains("(plan.json), opgesteld door huisarts De Wit op maandag 3 juni 2024"),
        "{origins}"
    );
    for id in ids {
        into.done(&["history", id, "--restore", "1"], &[]);
    }
    into.refused(&["fhir", "export", "Fictief H."], &[], "Fictief H.");
}

#[test]
fn of_two_conversations_each_answer_keeps_its_own() {
    let from = notebook(&[("2024-06-05", first()), ("2026-06-12", second())]);
    let (expected, bundle) = exported(&from);
    let into = empty();
    let name = file(&into, "plan.json", bundle.as_bytes());
    into.done(&["fhir", "read", &name, "--take"], &[]);
    let (made, _) = exported(&into);
    let of = |bundle: &Value, kind: &str| -> Vec<Value> {
        let entries = bundle["entry"].as_array().unwrap().iter().map(|entry| entry["resource"].clone());
        entries.filter(|one| one["resourceType"] == kind).collect()
    };
    for kind in
        ["Goal", "Consent", "Observation", "Encounter", "Practitioner", "DeviceUseStatement", "RelatedPerson"]
    {
        assert_eq!(of(&made, kind), of(&expected, kind), "{kind}");
    }
    // Neither the patient nor the form can say in which of the two it was discussed, and nothing is guessed.
    assert!(of(&made, "Patient")[0].get("extension").is_none());
    // An older file beside what stands says what is other, since when.
    let (_, older) = exported(&notebook(&[("2024-06-05", first())]));
    let older = file(&from, "ouder.json", older.as_bytes());
    let said = from.done(&["fhir", "read", &older], &[]);
    assert!(said.contains("Anders dan wat hier staat"), "{said}");
    assert!(
        said.contains("hier staat sinds vrijdag 12 juni 2026: Anders, namelijk: alleen bij verslikken"),
        "{said}"
    );
}

fn entry(url: &str, resource: Value) -> Value {
    let mut entry = json!({ "fullUrl": url });
    entry["resource"] = resource;
    entry
}

fn concept(system: &str, code: &str) -> Value {
    json!({ "coding": [{ "system": system, "code": code }] })
}

/// A limit of a patient, as another program writes it.
fn limit(patient: &str, code: &str, status: &str, kind: &str) -> Value {
    json!({
        "resourceType": "Consent", "status": status, "patient": { "reference": patient }, "dateTime": "2026-05-01",
        "scope": concept("http://terminology.hl7.org/CodeSystem/consentscope", "treatment"),
        "category": [concept("http://snomed.info/sct", "129125009")], "policy": [{ "uri": "https://wetten.overheid.nl/" }],
        "provision": { "type": kind, "code": [concept("http://snomed.info/sct", code)] },
    })
}

fn foreign() -> Value {
    let snomed = "http://snomed.info/sct";
    let mut ended = limit("urn:uuid:p", "281789004", "active", "deny");
    ended["provision"]["period"] = json!({ "end": "2020-01-01" });
    let mut lost = limit("urn:uuid:p", "116762002", "active", "deny");
    lost["extension"] = json!([{ "url": "https://x/StructureDefinition/ext-EncounterReference",
        "valueReference": { "reference": "Encounter/weg" } }]);
    json!({ "resourceType": "Bundle", "type": "collection", "entry": [
        entry("urn:uuid:p", json!({ "resourceType": "Patient", "birthDate": "1954-03-01",
            "identifier": [{ "system": "http://fhir.nl/fhir/NamingSystem/bsn", "value": "123456782" }],
            "name": [{ "given": ["Hendrik"], "family": "Fictief \u{1b}[31m" }] })),
        entry("urn:uuid:ander", json!({ "resourceType": "Patient", "name": [{ "text": "Fictief Z." }] })),
        entry("urn:uuid:1", limit("urn:uuid:p", "89666000", "active", "deny")),
        entry("urn:uuid:2", limit("urn:uuid:ander", "40617009", "active", "deny")),
        entry("urn:uuid:3", limit("urn:uuid:p", "305351004", "entered-in-error", "deny")),
        entry("urn:uuid:4", limit("urn:uuid:p", "32485007", "inactive", "deny")),
        entry("urn:uuid:5", ended),
        entry("urn:uuid:6", lost),
        entry("urn:uuid:7", limit("urn:uuid:p", "999999999", "active", "deny")),
        entry("urn:uuid:8", limit("urn:uuid:weg", "40617009", "active", "deny")),
        entry("urn:uuid:9", limit("urn:uuid:p", "40617009", "active", "maybe")),
        entry("urn:uuid:10", json!({ "resourceType": "Goal", "lifecycleStatus": "active",
            "subject": { "reference": "urn:uuid:p" }, "description": concept(snomed, "1") })),
        entry("urn:uuid:11", json!({ "resourceType": "AllergyIntolerance", "patient": { "reference": "urn:uuid:p" } })),
        entry("urn:uuid:12", json!({ "resourceType": "Observation", "status": "final",
            "code": concept(snomed, "153851000146100"), "subject": { "reference": "urn:uuid:p" },
            "valueString": "Rust\u{202e}. BSN 123456782" })),
        json!("geen entry"),
        json!({ "fullUrl": "urn:uuid:leeg" }),
    ]})
}

#[test]
fn everything_that_is_not_taken_from_a_foreign_file_has_a_message() {
    let place = notebook(&[("2024-06-05", first())]);
    let name = file(&place, "vreemd.json", foreign().to_string().as_bytes());
    place.refused(&["fhir", "read", &name], &[], "--patient");
    let ended = place.run(&["fhir", "read", &name, "--patient", "Fictief H.", "--take"], &[]);
    assert_eq!(ended.code, Some(0), "{}", ended.complained);
    for part in [
        "Reanimatie: Niet uitvoeren",
        "geen gesprek genoemd, vrijdag 1 mei 2026",
        "hier staat sinds woensdag 5 juni 2024: Wel uitvoeren",
        "Patient 1: een burgerservicenummer",
        "Patient 1: een volledige geboortedatum",
        "Patient 2: is van een andere patiënt",
        "Consent 4: is van een andere patiënt",
        "Consent 5: is ingetrokken als foutief",
        "Consent 6: geldt niet (\"inactive\")",
        "Consent 7: geldt niet (\"2020-01-01\")",
        "Consent 8: verwijst naar \"Encounter/weg\"",
        "Consent 9: geen vraag heeft de code \"999999999\"",
        "Consent 10: verwijst naar \"urn:uuid:weg\"",
        "Consent 11: de waarde \"maybe\"",
        "Goal 12: de waarde \"1\"",
        "AllergyIntolerance 13: \"AllergyIntolerance\" wordt hier niet gelezen",
        "Observation 14: een burgerservicenummer",
        "Bundle: \"entry\" ontbreekt",
        "Bundle: \"entry.resource\" ontbreekt",
    ] {
        assert!(ended.said.contains(part), "no {part:?} in {}", ended.said);
    }
    let all = format!("{}{}", ended.said, ended.complained);
    assert!(!all.contains("123456782") && !all.contains(['\u{1b}', '\u{202e}']), "{all}");
    // What was in no conversation is not a limit that anybody may rely on.
    let paper = place.done(&["summary", "Fictief H.", "--for", "hap"], &[]);
    let limit = paper.lines().skip_while(|line| !line.contains("Reanimatie")).take(3).collect::<String>();
    assert!(limit.contains("ONVOLLEDIG") || limit.contains("niet genoteerd"), "{paper}");
    let folder = place.path("map");
    std::fs::create_dir(&folder).unwrap();
    for (at, one) in foreign()["entry"].as_array().unwrap().iter().take(3).enumerate() {
        let mut resource = one["resource"].clone();
        resource["id"] = json!(format!("r{at}"));
        if at == 2 {
            resource["patient"]["reference"] = json!("https://elders.example/fhir/Patient/r0/_history/2");
        }
        std::fs::write(folder.join(format!("{at}.json")), resource.to_string()).unwrap();
    }
    let other = notebook(&[("2024-06-05", first())]);
    let path = folder.to_str().unwrap();
    let said = other.done(&["fhir", "read", path, "--patient", "Fictief H."], &[]);
    assert!(said.contains("Reanimatie: Niet uitvoeren") && said.contains("Patient, 0.json"), "{said}");
}

#[test]
fn advance_directives_are_proposed_as_earlier_wishes_and_can_be_taken_back() {
    let kind = |code: &str| concept("urn:oid:2.16.840.1.113883.2.4.3.11.60.40.4.14.1", code);
    let directive = |day: &str, code: Value| {
        json!({ "resourceType": "Consent", "status": "active", "dateTime": day,
            "scope": concept("http://terminology.hl7.org/CodeSystem/consentscope", "adr"),
            "patient": { "reference": "urn:uuid:a" }, "provision": { "code": [code] } })
    };
    let mut dementia = directive("2024-02-01", kind("EUD"));
    dementia["extension"] = json!([{ "url": "http://nictiz.nl/fhir/StructureDefinition/ext-Comment", "valueString": "ligt bij de huisarts" }]);
    let mut not_resuscitating = directive("2025-06-28", kind("NR"));
    not_resuscitating["sourceAttachment"] =
        json!({ "contentType": "application/pdf", "title": "penning", "data": "AAAA" });
    let all = [
        json!({ "resourceType": "Patient", "name": [{ "text": "Fictief H." }] }),
        dementia,
        not_resuscitating,
        directive("2023-03-05", json!({ "text": "Brief aan de dokter" })),
        directive("2023-03-05", kind("QQ")),
        json!({ "resourceType": "Observation", "status": "final", "subject": { "reference": "urn:uuid:a" },
            "code": concept("http://snomed.info/sct", "340171000146104"),
            "valueCodeableConcept": concept("http://snomed.info/sct", "340181000146102") }),
    ];
    let named = all.into_iter().zip('a'..).map(|(one, name)| entry(&format!("urn:uuid:{name}"), one));
    let bundle =
        json!({ "resourceType": "Bundle", "type": "collection", "entry": named.collect::<Vec<_>>() });
    let talk = conversation("3 juni 2024", "huisarts De Wit", "patiënt en zijn broer");
    let place = notebook(&[("2024-06-05", talk)]);
    let name = file(&place, "verklaringen.json", bundle.to_string().as_bytes());
    let said = place.done(&["fhir", "read", &name, "--patient", "Fictief H.", "--take"], &[]);
    for part in [
        "Eerdere wensen vastgelegd: Ja",
        "Eerdere wensen: welke: Niet-reanimerenverklaring; Euthanasieverzoek met aanvulling dementie; Anders, namelijk",
        "Brief aan de dokter",
        "Euthanasieverzoek met aanvulling dementie, 01-02-2024; Niet-reanimerenverklaring, 28-06-2025; Brief aan de dokter, 05-03-2023",
        "Euthanasieverzoek met aanvulling dementie: ligt bij de huisarts",
        "Consent 3: \"penning\" staat er ook in en wordt niet overgenomen",
        "Consent 5: geen vraag heeft de code \"QQ\"",
    ] {
        assert!(said.replace("\n  ", " ").contains(part), "no {part:?} in {said}");
    }
}

#[test]
fn what_is_no_plan_is_refused_in_words_and_leaves_nothing() {
    let place = notebook(&[("2024-06-05", first())]);
    let before = place.done(&["meetings"], &[]);
    let deep =
        format!("{{\"resourceType\":\"Bundle\",\"entry\":{}{}}}", "[".repeat(100_000), "]".repeat(100_000));
    let many = json!({ "resourceType": "Bundle", "entry": vec![json!({ "resource": { "resourceType": "Basic" } }); 100_000] });
    let wrong = json!({ "resourceType": "Bundle", "entry": { "a": 1 } });
    std::fs::create_dir(place.path("leeg")).unwrap();
    for (name, content, told) in [
        ("diep.json", deep.into_bytes(), "geen geldige JSON"),
        ("veel.json", many.to_string().into_bytes(), "meer dan 5.000 resources"),
        ("groot.json", vec![b' '; 10_000_001], "Meer dan 10 MB"),
        ("leeg.json", Vec::new(), "geen geldige JSON"),
        ("half.json", b"{\"resourceType\": \"Bund".to_vec(), "regel 1"),
        ("lijst.json", b"[1, 2]".to_vec(), "geen FHIR-resource"),
        ("soort.json", wrong.to_string().into_bytes(), "geen patiënt"),
        ("bytes.json", b"\xff\xfe{}".to_vec(), "geen geldige JSON"),
        ("type.json", b"{\"resourceType\": 7}".to_vec(), "geen FHIR-resource"),
    ] {
        let path = file(&place, name, &content);
        place.refused(&["fhir", "read", &path, "--take"], &[], told);
    }
    place.refused(&["fhir", "read", "leeg", "--take"], &[], "geen bestanden .json");
    place.refused(&["fhir", "read", "weg.json"], &[], "weg.json");
    assert_eq!(place.done(&["meetings"], &[]), before);
    // Two encounters and two resources that refer to each other end as well.
    let circle = json!({ "resourceType": "Bundle", "entry": [
        entry("urn:uuid:a", json!({ "resourceType": "Patient", "name": [{ "text": "Fictief H." }] })),
        entry("urn:uuid:b", json!({ "resourceType": "Encounter", "subject": { "reference": "urn:uuid:a" },
            "participant": [{ "individual": { "reference": "urn:uuid:b" } }] })),
        entry("urn:uuid:c", json!({ "resourceType": "Observation", "status": "final",
            "subject": { "reference": "urn:uuid:a" }, "encounter": { "reference": "urn:uuid:b" },
            "code": concept("http://snomed.info/sct", "247751003"), "valueString": "x" })),
    ]});
    let path = file(&place, "kring.json", circle.to_string().as_bytes());
    assert!(place.done(&["fhir", "read", &path], &[]).contains("Fictief H."));
}
