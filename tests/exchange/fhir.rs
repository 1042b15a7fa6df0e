//! The plan as FHIR: codes against the table of the field, two dates of one fictional person against resources written by hand
//! after the specification, and what must never be sent.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    clippy::panic,
    reason = "clippy.toml frees #[test] functions, not the helpers that they share"
)]

mod directives;

use std::path::Path;
use std::sync::Arc;

use chrono::NaiveDate;
use pallium::checklist::{ChoiceOption, Code, Definition, ItemKind, Library, Name, shipped};
use pallium::exchange::{Plan, Profiles, Sent, Why, codes};
use pallium::meeting::{
    Answer, Course, Given, Id, Meeting, MeetingId, MeetingKind, Missing, NonAnswer, PatientId, Person,
    Review, Stamp,
};
use pallium::words::Language;
use serde_json::Value;

fn definition() -> Arc<Definition> {
    Library::new(shipped()).checklist(&Name::new("pzp")).unwrap().clone()
}

const DECISION: &str = "urn:oid:2.16.840.1.113883.2.4.3.11.60.40.4.25.1";

/// The kinds of advance directives.
const DIRECTIVE: &str = "urn:oid:2.16.840.1.113883.2.4.3.11.60.40.4.14.1";

/// Questions with their code.
const QUESTIONS: [(&str, &str, &str); 15] = [
    ("gesprek-op", "snomed", "713603004"),
    ("reanimatie", "snomed", "89666000"),
    ("beademing", "snomed", "40617009"),
    ("intensive-care", "snomed", "305351004"),
    ("ziekenhuisopname", "snomed", "32485007"),
    ("antibiotica", "snomed", "281789004"),
    ("bloedproduct", "snomed", "116762002"),
    ("andere-behandeling-besluit", "nullflavor", "OTH"),
    ("icd-uitzetten", "snomed", "400231000146108"),
    ("wensen-voor-zorgverleners", "snomed", "153851000146100"),
    ("verder-van-belang", "snomed", "247751003"),
    ("gewenste-plaats", "snomed", "395091006"),
    ("euthanasie", "snomed", "340171000146104"),
    ("donorregistratie", "snomed", "570801000146104"),
    ("hoofddoel", "", ""),
];

/// An option with the system and the code that it has.
type Coded = (&'static str, &'static str, &'static str);

/// Options with their code, by their question.
const OPTIONS: [(&str, &[Coded]); 8] = [
    (
        "hoofddoel",
        &[
            ("curatief", "snomed", "385987000"),
            ("levensverlenging", "snomed", "1351964001"),
            ("symptoomverlichting", "snomed", "713148004"),
        ],
    ),
    ("reanimatie", &[("wel", DECISION, "0"), ("niet", DECISION, "2"), ("anders", DECISION, "1")]),
    ("andere-behandeling-besluit", &[("wel", DECISION, "0"), ("niet", DECISION, "2")]),
    (
        "icd-uitzetten",
        &[
            ("wel", DECISION, "0"),
            ("geen-besluit", "nullflavor", "ASKU"),
            ("niet-besproken", "nullflavor", "NASK"),
        ],
    ),
    (
        "gewenste-plaats",
        &[
            ("thuis", "snomed", "264362003"),
            ("hospice", "snomed", "284546000"),
            ("verpleeghuis", "snomed", "108344006"),
            ("ziekenhuis", "snomed", "22232009"),
            ("elders", "nullflavor", "OTH"),
        ],
    ),
    (
        "euthanasie",
        &[
            ("verklaring", "snomed", "340181000146102"),
            ("geen-wens", "snomed", "340201000146103"),
            ("misschien", "snomed", "340191000146100"),
        ],
    ),
    (
        "eerdere-wensen-welke",
        &[
            ("niet-reanimeren", DIRECTIVE, "NR"),
            ("behandelverbod", DIRECTIVE, "VERB"),
            ("behandelverbod-voltooid-leven", DIRECTIVE, "VERBVL"),
            ("euthanasieverzoek", DIRECTIVE, "EU"),
            ("euthanasieverzoek-dementie", DIRECTIVE, "EUD"),
            ("levenswens", DIRECTIVE, "LW"),
            ("volmacht", DIRECTIVE, "VOL"),
            ("donor", DIRECTIVE, "DO"),
            ("zelfbinding", DIRECTIVE, "ZB"),
            ("mondeling", DIRECTIVE, "MON"),
            ("anders", "nullflavor", "OTH"),
        ],
    ),
    ("donorregistratie", &[("ja", "snomed", "373066001"), ("nee", "snomed", "373067005")]),
];

#[test]
fn the_definition_has_every_code_of_the_standard() {
    let known = definition();
    let checklist = &known.checklist;
    for (item, system, code) in QUESTIONS {
        let wanted = (!code.is_empty()).then(|| Code { system: system.to_owned(), code: code.to_owned() });
        assert_eq!(checklist.item(item).expect(item).code, wanted, "{item}");
    }
    let coded = checklist.items().filter(|item| item.code.is_some()).count();
    assert_eq!(coded, QUESTIONS.len() - 1, "every coded question is in the table");
    for (item, options) in OPTIONS {
        let (ItemKind::Choice(known) | ItemKind::Choices(known)) = &checklist.item(item).unwrap().kind else {
            panic!("{item}")
        };
        let coded: Vec<(&str, &str, &str)> = known
            .iter()
            .map(|ChoiceOption { code, coding, .. }| {
                let coding = coding.as_ref().unwrap();
                (code.as_str(), coding.system.as_str(), coding.code.as_str())
            })
            .collect();
        assert_eq!(coded, options, "{item}");
    }
    // The six limits are decided alike; only English has another verb for admitting and for giving.
    let decided = |limit: &str| {
        let ItemKind::Choice(options) = &checklist.item(limit).unwrap().kind else { panic!("{limit}") };
        let mut options = options.clone();
        options.iter_mut().for_each(|option| option.text.en = None);
        options
    };
    for limit in ["beademing", "intensive-care", "ziekenhuisopname", "antibiotica", "bloedproduct"] {
        assert_eq!(decided(limit), decided("reanimatie"), "{limit}");
    }
}

#[test]
fn what_is_not_known_has_the_code_of_the_standard() {
    let told: Vec<_> =
        NonAnswer::ALL.iter().map(|reason| (codes::absent(*reason), codes::unknown(*reason))).collect();
    assert_eq!(
        told,
        [
            (None, None),
            (Some("asked-unknown"), Some("UNK")),
            (Some("not-asked"), Some("UNK")),
            (Some("temp-unknown"), Some("UNK")),
            (None, None),
            (None, None),
        ]
    );
}

const PATIENT: u128 = 0xf1c;

struct Told {
    meetings: Vec<Meeting>,
}

impl Told {
    /// A meeting on a day in which this was answered.
    fn meeting(mut self, day: &str, answers: Vec<(&str, Given, &str)>) -> Self {
        let date: NaiveDate = day.parse().unwrap();
        let id = MeetingId(Id::from_bits(self.meetings.len() as u128 + 1));
        let mut meeting = Meeting::new(id, MeetingKind::Patz, date);
        let mut review = Review::new(PatientId(Id::from_bits(PATIENT)));
        review.label = "Fictief H.".to_owned();
        let at = date.and_hms_opt(14, 0, 0).unwrap();
        for (item, given, note) in answers {
            let mut answer = Answer::given(given, Stamp { by: None, at });
            note.clone_into(&mut answer.note);
            review.answers.insert(format!("pzp/{item}").parse().unwrap(), answer);
        }
        meeting.reviews.push(review.into());
        self.meetings.push(meeting);
        self
    }

    fn sent_as(&self, profiles: Profiles) -> Sent {
        let mut course = Course::new(PatientId(Id::from_bits(PATIENT)));
        self.meetings.iter().for_each(|meeting| course.add(meeting.clone()));
        let known = definition();
        let definitions: Vec<_> = self.meetings.iter().map(|meeting| (meeting.id, known.clone())).collect();
        let plan = Plan {
            language: Language::Dutch,
            course: &course,
            definitions: &definitions,
            label: "Fictief H.",
            born: Some(1954),
            profiles,
            fictional: true,
        };
        plan.sent()
    }

    fn sent(&self) -> Sent {
        self.sent_as(Profiles::default())
    }
}

fn text(text: &str) -> Given {
    Given::Text(text.to_owned())
}

fn choice(code: &str) -> Given {
    Given::Choice(code.into())
}

fn choices(codes: &[&str]) -> Given {
    Given::Choices(codes.iter().map(|code| Name::new(*code)).collect())
}

fn conversation(day: &str, by: &str, with: &str) -> Vec<(&'static str, Given, &'static str)> {
    vec![
        ("gesprek-op", Given::Date(day.to_owned()), ""),
        ("gesprek-door", Given::Person(Person::Outside(by.to_owned())), ""),
        ("gesprek-bij", text(with), ""),
    ]
}

fn first() -> Told {
    let mut answers = conversation("3 juni 2024", "huisarts De Wit", "patiënt en zijn broer");
    answers.extend([
        ("wilsbekwaam", Given::YesNo(true), ""),
        ("contactpersoon", text("broer"), ""),
        ("hoofddoel", choice("levensverlenging"), ""),
        ("reanimatie", choice("wel"), ""),
        ("intensive-care", choice("wel"), "ook beademing, als herstel te verwachten is"),
        ("icd", Given::YesNo(true), ""),
        ("icd-uitzetten", choice("niet-besproken"), ""),
        ("wensen-voor-zorgverleners", text("Wil blijven wandelen met de hond."), ""),
        ("gewenste-plaats", Given::Not(NonAnswer::Unknown), ""),
    ]);
    Told { meetings: Vec::new() }.meeting("2024-06-05", answers)
}

fn second() -> Told {
    let mut answers = conversation("10 juni 2026", "kaderarts Smit", "patiënt, broer en wijkverpleegkundige");
    answers.extend([
        ("hoofddoel", choice("symptoomverlichting"), ""),
        ("reanimatie", choice("anders"), "alleen bij verslikken: luchtweg vrijmaken"),
        ("intensive-care", choice("niet"), ""),
        ("gewenste-plaats", choice("thuis"), ""),
        ("eerdere-wensen", Given::YesNo(true), ""),
        ("eerdere-wensen-welke", choices(&["niet-reanimeren"]), "penning aan een ketting"),
        ("eerdere-wensen-op", Given::Date("28 juni 2025".to_owned()), ""),
        ("naasten-verteld", Given::YesNo(true), ""),
        ("noodmedicatie", Given::YesNo(true), ""),
    ]);
    first().meeting("2026-06-12", answers)
}

fn entries(sent: &Sent) -> &Vec<Value> {
    sent.bundle["entry"].as_array().unwrap()
}

/// The resources with their addresses replaced by the names of their parts, without the form.
fn resources(sent: &Sent) -> Vec<Value> {
    let patient = format!("{PATIENT:032x}");
    let part = |value: &str| match value.strip_prefix(&patient) {
        Some("") => "patient".to_owned(),
        Some(rest) => rest.trim_start_matches('/').to_owned(),
        None => panic!("{value}"),
    };
    let mut text = serde_json::to_string(
        &entries(sent)
            .iter()
            .map(|entry| &entry["resource"])
            .filter(|one| !one["resourceType"].as_str().unwrap().starts_with("Questionnaire"))
            .collect::<Vec<_>>(),
    )
    .unwrap();
    for entry in entries(sent) {
        let Some(value) = entry.pointer("/resource/identifier/0/value").and_then(Value::as_str) else {
            continue;
        };
        let address = entry["fullUrl"].as_str().unwrap();
        text = text.replace(address, &part(value));
    }
    let mut resources: Vec<Value> = serde_json::from_str(&text).unwrap();
    for resource in &mut resources {
        let value = resource.pointer_mut("/identifier/0/value").unwrap();
        *value = Value::String(part(value.as_str().unwrap()));
    }
    resources
}

fn by_hand(day: &str) -> Vec<Value> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fhir/plan").join(format!("{day}.json"));
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

#[test]
fn two_dates_of_one_person_are_what_was_written_by_hand() {
    for (told, day) in [(first(), "2024-06-05"), (second(), "2026-06-12")] {
        let made = resources(&told.sent());
        let expected = by_hand(day);
        for (one, other) in made.iter().zip(&expected) {
            assert_eq!(one, other, "{day}");
        }
        assert_eq!(made.len(), expected.len(), "{day}");
    }
}

#[test]
fn every_reference_leads_somewhere_and_every_address_is_there_once() {
    fn references<'v>(value: &'v Value, found: &mut Vec<&'v str>) {
        match value {
            Value::Object(fields) => {
                found.extend(fields.get("reference").and_then(Value::as_str));
                fields.values().for_each(|inner| references(inner, found));
            }
            Value::Array(values) => values.iter().for_each(|inner| references(inner, found)),
            _ => {}
        }
    }
    let sent = second().sent();
    let mut addresses: Vec<&str> =
        entries(&sent).iter().map(|entry| entry["fullUrl"].as_str().unwrap()).collect();
    let mut found = Vec::new();
    references(&sent.bundle, &mut found);
    assert!(found.len() > 30, "{}", found.len());
    assert!(found.iter().all(|reference| addresses.contains(reference)));
    let count = addresses.len();
    addresses.sort_unstable();
    addresses.dedup();
    assert_eq!(addresses.len(), count);
    assert_eq!(sent, second().sent(), "the same each time");
}

#[test]
fn the_form_has_the_same_answers() {
    let sent = second().sent();
    let of = |kind: &str| {
        entries(&sent).iter().map(|entry| &entry["resource"]).find(|one| one["resourceType"] == kind)
    };
    let (response, form) = (of("QuestionnaireResponse").unwrap(), of("Questionnaire").unwrap());
    assert_eq!(response["questionnaire"], form["url"]);
    let groups = response["item"].as_array().unwrap();
    let answer = |group: &str| {
        groups.iter().find(|one| one["linkId"] == group).unwrap()["item"][0]["answer"][0].clone()
    };
    assert_eq!(answer("grens-reanimatie")["valueCoding"]["code"], "1");
    assert_eq!(
        answer("grens-reanimatie")["valueCoding"]["display"],
        "Anders, namelijk: alleen bij verslikken: luchtweg vrijmaken"
    );
    assert_eq!(answer("het-gesprek")["valueDate"], "2026-06-10");
    assert_eq!(answer("grens-icd")["item"][0]["linkId"], "icd-uitzetten");
    assert!(sent.left_out.iter().any(|one| one.why == Why::FormOnly && one.what == "Noodmedicatie in huis"));
}

/// The resources of a kind and profile among what is sent of these answers.
fn made(answers: Vec<(&str, Given, &str)>) -> Sent {
    Told { meetings: Vec::new() }.meeting("2026-06-12", answers).sent()
}

fn count(sent: &Sent, kind: &str) -> usize {
    entries(sent).iter().filter(|entry| entry["resource"]["resourceType"] == kind).count()
}

#[test]
fn what_lacks_its_conversation_is_left_out_and_told_and_empty_is_nothing() {
    let sent = made(vec![("reanimatie", choice("niet"), ""), ("wilsbekwaam", Given::YesNo(false), "")]);
    assert_eq!(entries(&sent).len(), 1, "only the patient: {:#}", sent.bundle);
    assert!(sent.bundle.pointer("/entry/0/resource/extension").is_none());
    let missing = Why::Lacks(vec![Missing::By, Missing::On, Missing::With]);
    let told: Vec<(&str, &Why)> = sent.left_out.iter().map(|one| (one.what.as_str(), &one.why)).collect();
    assert_eq!(told, [("Nu wilsbekwaam (behandeling)", &missing), ("Reanimatie", &missing)]);
    assert_eq!(
        sent.left_out[1].told(Language::Dutch),
        "Reanimatie: niet genoteerd door wie, wanneer en met wie dit is besproken"
    );
    let nothing = made(vec![("evaluatie", text(""), "")]);
    assert_eq!(entries(&nothing).len(), 1);
}

/// The day of a meeting of which nobody knows the day is the one on which its record was begun: no resource has it, and "gisteren"
/// is counted from when it was said.
#[test]
fn a_day_that_nobody_gave_is_in_no_resource() {
    let mut told = Told { meetings: Vec::new() }.meeting(
        "2026-03-01",
        vec![
            ("hoofddoel", choice("symptoomverlichting"), ""),
            ("eerdere-wensen", Given::YesNo(true), ""),
            ("eerdere-wensen-welke", choices(&["niet-reanimeren"]), ""),
            ("eerdere-wensen-op", Given::Date("gisteren".to_owned()), ""),
            ("contactpersoon", text("broer"), ""),
            ("wensen-voor-zorgverleners", text("Rust."), ""),
            ("noodmedicatie", Given::YesNo(true), ""),
        ],
    );
    let meeting = &mut told.meetings[0];
    "volgende week".clone_into(&mut meeting.details.date_typed);
    for answer in meeting.reviews[0].answers.values_mut() {
        answer.recorded.at = "2026-03-09T14:00:00".parse().unwrap();
    }
    let sent = serde_json::to_string(entries(&told.sent())).unwrap();
    assert!(sent.contains("2026-03-09") && sent.contains("2026-03-08"), "{sent}");
    assert!(!sent.contains("2026-03-01") && !sent.contains("2026-02-28"), "{sent}");
}

#[test]
fn unknown_is_sent_as_unknown_and_never_as_a_yes_or_no() {
    let not = |reason| Given::Not(reason);
    let sent = made(vec![
        ("hoofddoel", not(NonAnswer::Unknown), ""),
        ("reanimatie", not(NonAnswer::NotDiscussedWithPatient), ""),
        ("euthanasie", not(NonAnswer::PatientNotReady), ""),
        ("wensen-voor-zorgverleners", not(NonAnswer::NotApplicable), ""),
    ]);
    let resources = resources(&sent);
    let of = |part: &str| resources.iter().find(|one| one["identifier"][0]["value"] == part);
    assert_eq!(of("hoofddoel").unwrap()["description"]["coding"][0]["code"], "UNK");
    let limit = of("reanimatie").unwrap();
    assert!(limit["provision"].get("type").is_none() && limit["provision"].get("actor").is_none());
    assert_eq!(limit["modifierExtension"][0]["valueString"], "Met patiënt niet besproken");
    assert_eq!(of("euthanasie").unwrap()["dataAbsentReason"]["coding"][0]["code"], "temp-unknown");
    assert!(of("euthanasie").unwrap().get("valueCodeableConcept").is_none());
    assert!(of("wensen-voor-zorgverleners").is_none());
    assert!(sent.left_out.iter().any(|one| one.what == "Wensen" && one.why == Why::NotApplicable));
    assert_eq!(count(&sent, "Encounter"), 0, "no conversation is claimed");
}

#[test]
fn switching_off_is_never_denied_and_a_no_makes_no_resource() {
    let mut answers = conversation("10 juni 2026", "huisarts De Wit", "patiënt");
    answers.extend([
        ("icd", Given::YesNo(false), ""),
        ("naasten-verteld", Given::YesNo(false), ""),
        ("delen-akkoord", Given::YesNo(false), ""),
        ("euthanasie", choice("verklaring"), ""),
    ]);
    let sent = made(answers);
    assert_eq!((count(&sent, "Device"), count(&sent, "Communication")), (0, 0));
    assert_eq!(count(&sent, "Consent"), 0, "no directive of a kind that nobody recorded");
    for (what, why) in [("ICD", Why::NoIsNothing), ("Delen met zorgverleners", Why::NoConsent)] {
        assert!(sent.left_out.iter().any(|one| one.what == what && one.why == why), "{:?}", sent.left_out);
    }
    assert!(sent.left_out.iter().any(|one| one.why == Why::NoDocument));
    for decision in ["wel", "geen-besluit", "niet-besproken"] {
        let mut answers = conversation("10 juni 2026", "huisarts De Wit", "patiënt");
        answers.extend([("icd", Given::YesNo(true), ""), ("icd-uitzetten", choice(decision), "")]);
        let sent = made(answers);
        let consent = resources(&sent).into_iter().find(|one| one["resourceType"] == "Consent").unwrap();
        let expected = if decision == "wel" { Value::from("permit") } else { Value::Null };
        assert_eq!(consent["provision"]["type"], expected, "{decision}");
        assert_eq!(consent.get("modifierExtension").is_some(), decision != "wel", "{decision}");
    }
}

#[test]
fn another_version_has_another_base_and_claims_no_form_that_is_not_known() {
    let profiles =
        Profiles { base: "https://api.iknl.nl/docs/pzp/r4/".to_owned(), version: "1.0.0-rc2".to_owned() };
    let sent = second().sent_as(profiles);
    let text = sent.bundle.to_string();
    assert!(text.contains("https://api.iknl.nl/docs/pzp/r4/StructureDefinition/ACP-Patient"));
    assert!(!text.contains("fhir.iknl.nl") && !text.contains("ext-EncounterReference"));
    assert_eq!(count(&sent, "Communication"), 0);
    assert!(sent.left_out.iter().any(|one| one.why == Why::OtherVersion));
}

#[test]
fn a_name_says_no_more_than_the_label() {
    let sent = second().sent();
    let patient = &entries(&sent)[0]["resource"];
    assert_eq!(patient["name"], serde_json::json!([{ "text": "Fictief H." }]));
    assert_eq!(patient["birthDate"], "1954");
    assert_eq!(sent.bundle["meta"]["security"][0]["code"], "HTEST");
}
