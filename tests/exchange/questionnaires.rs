//! Questionnaires of every kind become checklists that can be walked, go out again, and come back the same; hostile ones become
//! nothing and say why. The forms in `tests/fhir/forms` were written for this, after the standard.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    clippy::panic,
    clippy::print_stdout,
    reason = "clippy.toml frees #[test] functions, not the helpers that they share"
)]

mod hostile;

use std::collections::BTreeMap;
use std::path::Path;

use pallium::checklist::{
    Checklist, Condition, FactValue, Facts, Item, ItemKind, ItemRef, Library, Literal, Name, Test, parse,
    print, shipped,
};
use pallium::exchange::questionnaire::{Imported, LARGEST, Loss, Lost, Refused, bare, read, value, written};
use pallium::meeting::{Answer, Given, Stamp};
use pallium::words::Language;
use serde_json::{Value, json};

fn source(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fhir/forms").join(format!("{name}.json"));
    std::fs::read_to_string(path).unwrap()
}

fn imported(name: &str) -> Imported {
    read(&source(name), None).unwrap_or_else(|why| panic!("{name}: {why:?}"))
}

fn item<'c>(checklist: &'c Checklist, name: &str) -> &'c Item {
    checklist.item(name).unwrap_or_else(|| panic!("{name} in\n{}", print(checklist)))
}

fn told(imported: &Imported) -> Vec<String> {
    imported.losses.iter().map(|loss| loss.told(Language::Dutch)).collect()
}

const FORMS: [&str; 8] = [
    "nested-groups",
    "conditions",
    "repeats",
    "translations",
    "units",
    "open-choice",
    "value-sets",
    "three-hundred",
];

#[derive(Default)]
struct Known(BTreeMap<Name, FactValue>);

impl Facts for Known {
    fn value(&self, item: &ItemRef) -> Option<FactValue> {
        self.0.get(&item.item).cloned()
    }
    fn judgement(&self, _: Option<&Name>) -> Option<Name> {
        None
    }
}

/// Answers all that is shown until nothing new appears, and gives the questions that were asked.
fn walked(checklist: &Checklist, last: bool) -> Vec<Name> {
    let mut given = Known::default();
    loop {
        let visible = checklist.visible(&given);
        let open =
            checklist.items().find(|item| visible.contains(&item.id) && !given.0.contains_key(&item.id));
        let Some(item) = open else { return given.0.into_keys().collect() };
        let value = match &item.kind {
            ItemKind::YesNo => FactValue::Truth(!last),
            ItemKind::Choice(options) | ItemKind::Choices(options) => {
                let option = if last { options.last() } else { options.first() };
                FactValue::Code(option.unwrap().code.clone())
            }
            ItemKind::Number(_) | ItemKind::Scale(_) => FactValue::Number(if last { 30.0 } else { 2.0 }),
            _ => FactValue::Other,
        };
        given.0.insert(item.id.clone(), value);
    }
}

#[test]
fn every_kind_of_form_becomes_a_definition_without_a_fault_that_is_walked_and_goes_out_again() {
    for name in FORMS {
        let first = imported(name).checklist;
        let text = print(&first);
        let outcome = parse(&text, &pallium::checklist::Origin::default());
        assert_eq!(outcome.checklist(), Some(&first), "{name}: {:?}", outcome.diagnostics);
        assert!(outcome.untold == 0, "{name}");
        assert!(!walked(&first, false).is_empty() && !walked(&first, true).is_empty(), "{name}");
        // Out and in again, with the definition that travels along and without it.
        let again = read(&written(&first).to_string(), None).unwrap();
        assert_eq!((again.checklist, again.losses), (first.clone(), Vec::new()), "{name}");
        let plain = read(&Value::Object(bare(&first)).to_string(), None).unwrap().checklist;
        assert_eq!(plain.items().count(), first.items().count(), "{name}");
        let texts =
            |checklist: &Checklist| checklist.items().map(|item| item.text.clone()).collect::<Vec<_>>();
        assert_eq!(texts(&plain), texts(&first), "{name}");
    }
}

/// Forms that others published are no part of this repository; whoever has a folder of them names it in `PALLIUM_FORMS`.
#[test]
fn published_forms_are_walked_and_go_out_again_where_a_folder_of_them_is_named() {
    let Some(folder) = std::env::var_os("PALLIUM_FORMS") else { return };
    let mut paths: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let (mut lost, mut refused, mut taken) = (BTreeMap::<String, usize>::new(), Vec::new(), 0);
    for path in &paths {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let text = String::from_utf8_lossy(&std::fs::read(path).unwrap()).into_owned();
        let first = match read(&text, None) {
            Ok(first) => first,
            Err(Refused::Wrong(outcome, _)) => {
                refused.push(format!("{name}: {:?}", outcome.diagnostics.first()));
                continue;
            }
            Err(why) => {
                refused.push(format!("{name}: {why:?}"));
                continue;
            }
        };
        taken += 1;
        for loss in &first.losses {
            let told = loss.told(Language::Dutch);
            let what = told.strip_prefix(&format!("{}: ", loss.place)).unwrap_or(&told).to_owned();
            *lost.entry(what).or_default() += 1;
        }
        let checklist = &first.checklist;
        assert_eq!(
            parse(&print(checklist), &pallium::checklist::Origin::default()).checklist(),
            Some(checklist),
            "{name}"
        );
        let _ = (walked(checklist, false), walked(checklist, true));
        let again = read(&written(checklist).to_string(), None).unwrap();
        assert_eq!((&again.checklist, again.losses.as_slice()), (checklist, &[][..]), "{name}");
        let plain = read(&Value::Object(bare(checklist)).to_string(), None)
            .unwrap_or_else(|why| panic!("{name}: {why:?}"));
        let kinds = |one: &Checklist| {
            one.items().map(|item| (item.kind.type_name(), item.question().nl.clone())).collect::<Vec<_>>()
        };
        assert_eq!(kinds(&plain.checklist), kinds(checklist), "{name}");
    }
    println!("{taken} of {} taken", paths.len());
    refused.iter().for_each(|why| println!("refused {why}"));
    lost.iter().for_each(|(what, times)| println!("{times:6} {what}"));
}

#[test]
fn shipped_checklists_come_back_the_same() {
    for definition in Library::new(shipped()).checklists() {
        let checklist = &definition.checklist;
        let again = read(&written(checklist).to_string(), None).unwrap();
        assert_eq!(&again.checklist, checklist);
        assert_eq!(again.losses, []);
        // Other programs see a form of which a definition without a fault can be made.
        let plain = read(&Value::Object(bare(checklist)).to_string(), None).unwrap();
        assert_eq!(plain.checklist.items().count(), checklist.items().count(), "{}", checklist.id);
    }
}

#[test]
fn a_form_that_somebody_changed_is_read_as_it_stands_now() {
    let checklist = imported("repeats").checklist;
    let mut form = written(&checklist);
    form["item"][0]["item"][0]["text"] = json!("Anders gevraagd");
    let changed = read(&form.to_string(), None).unwrap();
    assert_eq!(changed.losses[0], Loss { place: String::new(), lost: Lost::Changed });
    assert_eq!(item(&changed.checklist, "middel").text.nl, "Anders gevraagd");
    let named = read(&written(&checklist).to_string(), Some("eigen")).unwrap();
    assert_eq!(named.checklist.id.as_str(), "eigen");
}

#[test]
fn nested_groups_keep_their_order_prefixes_and_help() {
    let form = imported("nested-groups");
    let checklist = &form.checklist;
    assert_eq!(
        (checklist.groups[0].prefix.as_deref(), checklist.groups[0].title.nl.as_str()),
        (Some("1."), "Wonen")
    );
    assert_eq!(checklist.groups[0].called().nl, "1. Wonen");
    let living = item(checklist, "1-1");
    assert_eq!((living.prefix.as_deref(), living.text.nl.as_str()), (Some("1.1"), "Waar woont u?"));
    assert_eq!(
        (living.question().nl.as_str(), living.called().nl.as_str()),
        ("1.1 Waar woont u?", "1.1 Waar woont u?")
    );
    let out = Value::Object(bare(checklist));
    assert_eq!(out.pointer("/item/0/prefix"), Some(&json!("1.")));
    // What another program calls a question, it is called when it goes out again.
    assert_eq!(living.link_id.as_deref(), Some("1.1"));
    assert_eq!(out.pointer("/item/0/item/0/linkId"), Some(&json!("1.1")));
    assert_eq!(item(checklist, "1-2-1").help.as_ref().unwrap().nl, "Denk ook aan een stoep.");
    assert!(checklist.group("1-2-2").is_some() && checklist.item("2").is_some());
    assert_eq!(
        told(&form),
        [
            "1.1: een verplicht antwoord; hier is niets verplicht",
            "3.1: een vraag van het soort \"attachment\"",
            "3: een groep zonder vragen",
        ]
    );
}

#[test]
fn conditions_are_those_of_the_form_or_told() {
    let form = imported("conditions");
    let checklist = &form.checklist;
    let is = |name: &str, test: Test| Condition::Item {
        item: ItemRef { checklist: None, item: Name::new(name) },
        test,
    };
    assert_eq!(item(checklist, "per-dag").when, Some(is("rookt", Test::Is(Literal::Truth(true)))));
    assert_eq!(
        item(checklist, "zwaar").when,
        Some(Condition::Any(vec![
            is("per-dag", Test::AtLeast(20.0)),
            is("soort", Test::Is(Literal::Code("pijp".into())))
        ]))
    );
    // "More than" holds only for a number that was given.
    let more = Condition::All(vec![
        is("per-dag", Test::Answered(true)),
        Condition::Not(Box::new(is("per-dag", Test::AtMost(0.0)))),
    ]);
    assert_eq!(
        item(checklist, "soort").when,
        Some(Condition::All(vec![is("rookt", Test::Is(Literal::Truth(true))), more]))
    );
    assert_eq!(item(checklist, "na").when, None);
    assert_eq!(told(&form), ["na: de voorwaarde; deze vraag wordt altijd getoond"]);
    assert!(!walked(checklist, true).contains(&"per-dag".into()), "who does not smoke is asked no number");
    assert!(walked(checklist, false).contains(&"weinig".into()));
}

#[test]
fn repeats_translations_units_and_bounds_are_kept() {
    let form = imported("repeats");
    assert!(form.checklist.groups[0].repeats);
    assert!(matches!(item(&form.checklist, "tijden").kind, ItemKind::Choices(_)));
    assert_eq!(told(&form), ["opmerking: \"repeats\" kent een checklist niet"]);
    let form = imported("translations");
    assert_eq!(form.checklist.title.en.as_deref(), Some("Pain"));
    assert_eq!(item(&form.checklist, "waar").text.en.as_deref(), Some("Where?"));
    let ItemKind::Choice(options) = &item(&form.checklist, "hoe").kind else { panic!() };
    assert_eq!(options[0].text.en.as_deref(), Some("Stabbing"));
    let form = imported("units");
    let ItemKind::Number(range) = &item(&form.checklist, "lengte").kind else { panic!() };
    assert_eq!((range.unit.as_deref(), range.min, range.max), (Some("cm"), Some(30.0), Some(250.5)));
    let ItemKind::Number(range) = &item(&form.checklist, "gewicht").kind else { panic!() };
    assert_eq!(range.unit.as_deref(), Some("kg"));
    assert!(matches!(&item(&form.checklist, "pijn").kind, ItemKind::Scale(scale) if scale.max == 10));
    assert!(matches!(item(&form.checklist, "moment").kind, ItemKind::Date(asked) if asked.time));
    assert_eq!(told(&form), ["gewicht: \"unitOption\" kent een checklist niet"]);
}

#[test]
fn open_choices_and_value_sets_become_options_and_an_outside_set_a_text() {
    let form = imported("open-choice");
    let ItemKind::Choice(options) = &item(&form.checklist, "hulp").kind else { panic!() };
    assert_eq!(options.len(), 3);
    assert!(options[2].needs_note && options[2].text.nl == "Anders, namelijk");
    let form = imported("value-sets");
    let codes = |name: &str| match &item(&form.checklist, name).kind {
        ItemKind::Choice(options) => options.iter().map(|option| option.text.nl.clone()).collect(),
        other => vec![format!("{other:?}")],
    };
    assert_eq!(codes("waar"), ["Thuis", "Hospice"]);
    assert_eq!(codes("wie"), ["Arts", "Verpleegkundige"]);
    assert_eq!((codes("land"), codes("weg")), (vec!["ShortText".to_owned()], vec!["ShortText".to_owned()]));
    assert_eq!(form.losses.len(), 2);
    assert!(told(&form)[0].starts_with("land: de antwoorden staan niet in het bestand (http://hl7.org/"));
    assert_eq!(imported("three-hundred").checklist.items().count(), 300);
}

/// What else a form can say of its options, days and numbers comes in, goes out in the words of the standard, and comes in again.
#[test]
fn options_alone_own_words_moments_and_bounds_go_in_and_out() {
    const EXCLUSIVE: &str = "http://hl7.org/fhir/StructureDefinition/questionnaire-optionExclusive";
    const MIN: &str = "http://hl7.org/fhir/StructureDefinition/minValue";
    const MAX: &str = "http://hl7.org/fhir/StructureDefinition/maxValue";
    let alone = json!([{ "url": EXCLUSIVE, "valueBoolean": true }]);
    let source = form(&json!([
        { "linkId": "klachten", "prefix": "1a", "type": "open-choice", "repeats": true, "text": "Klachten?", "answerOption": [
            { "valueCoding": { "code": "geen", "display": "Geen" }, "extension": alone },
            { "valueCoding": { "code": "pijn", "display": "Pijn" } } ] },
        { "linkId": "een", "type": "choice", "text": "Eén?", "answerOption": [
            { "valueString": "a", "extension": alone }, { "valueString": "b" } ] },
        { "linkId": "dag", "type": "date", "text": "Dag?", "extension": [
            { "url": MIN, "valueDate": "2020-01-01" }, { "url": MAX, "valueDate": "2030-12-31" } ] },
        { "linkId": "moment", "type": "dateTime", "text": "Wanneer?", "extension": [
            { "url": MAX, "valueDateTime": "2030-12-31T12:00:00+01:00" } ] },
        { "linkId": "ooit", "type": "date", "text": "Ooit?", "extension": [ { "url": MIN, "valueDate": "2020" } ] },
        { "linkId": "om", "type": "date", "text": "Om?", "extension": [
            { "url": MIN, "valueDate": "2021-01-01" }, { "url": MAX, "valueDate": "2020-01-01" } ] },
        { "linkId": "woord", "type": "string", "text": "Woord?", "extension": [ { "url": MIN, "valueInteger": 3 } ] },
    ]));
    let first = read(&source, None).unwrap();
    assert_eq!(
        told(&first),
        [
            "ooit: \"minValue\" kent een checklist niet",
            "om: \"minValue\" kent een checklist niet",
            "woord: \"minValue\" kent een checklist niet",
        ]
    );
    let form = Value::Object(bare(&first.checklist));
    let items = form.pointer("/item/0/item").unwrap();
    assert_eq!((&items[0]["type"], &items[0]["prefix"]), (&json!("open-choice"), &json!("1a")));
    // Own words are no option of the form: the standard has a place for what they are called.
    assert_eq!(items[0]["answerOption"].as_array().unwrap().len(), 2);
    assert_eq!(items[0].pointer("/extension/0/valueString"), Some(&json!("Anders, namelijk")));
    assert_eq!(items[0].pointer("/answerOption/0/extension"), Some(&alone));
    assert_eq!(items[1].pointer("/answerOption/0/extension"), None, "of one answer every option is alone");
    assert_eq!((&items[2]["type"], &items[3]["type"]), (&json!("date"), &json!("dateTime")));
    assert_eq!(items[2].pointer("/extension/1/valueDate"), Some(&json!("2030-12-31")));
    assert_eq!(items[3].pointer("/extension/0/valueDateTime"), Some(&json!("2030-12-31")));
    let again = read(&form.to_string(), None).unwrap();
    let kinds =
        |imported: &Imported| imported.checklist.items().map(|item| item.kind.clone()).collect::<Vec<_>>();
    assert_eq!(kinds(&again), kinds(&first));
    assert_eq!(again.losses, []);
    let ItemKind::Choices(options) = &item(&again.checklist, "klachten").kind else { panic!() };
    let said: Vec<_> =
        options.iter().map(|one| (one.text.nl.as_str(), one.exclusive, one.needs_note)).collect();
    assert_eq!(said, [("Geen", true, false), ("Pijn", false, false), ("Anders, namelijk", false, true)]);
}

/// Numbers, days and times that a question gives to choose from are a choice of texts, which is told, and stay so.
#[test]
fn numbers_days_and_times_to_choose_from_become_a_choice_of_texts() {
    let when = json!([{ "question": "cijfer", "operator": "=", "answerInteger": 7 }]);
    let above = json!([{ "question": "cijfer", "operator": ">", "answerInteger": 7 }]);
    let source = form(&json!([
        { "linkId": "cijfer", "type": "integer", "text": "Cijfer?", "extension": [
            { "url": "http://hl7.org/fhir/StructureDefinition/minValue", "valueInteger": 0 } ],
          "answerOption": [{ "valueInteger": -7 }, { "valueInteger": 7, "initialSelected": true }] },
        { "linkId": "dag", "type": "date", "text": "Dag?", "repeats": true, "answerOption": [
            { "valueDate": "2026-12-01" }, { "valueDate": "2026-12" } ] },
        { "linkId": "tijd", "type": "time", "text": "Tijd?", "answerOption": [
            { "valueTime": "09:00:00" }, { "valueTime": "14:30:00" } ] },
        { "linkId": "los", "type": "choice", "text": "Los?", "answerOption": [
            { "valueInteger": 1 }, { "valueDate": "2026" }, { "valueTime": "08:00" }, { "valueReference": {} } ] },
        { "linkId": "een", "type": "integer", "text": "Een?", "answerOption": [{ "valueInteger": 1 }] },
        { "linkId": "dan", "type": "boolean", "text": "Dan?", "enableWhen": when },
        { "linkId": "boven", "type": "boolean", "text": "Boven?", "enableWhen": above },
    ]));
    let first = read(&source, None).unwrap();
    let choice = |kind: &str| {
        format!("de antwoorden van de soort \"{kind}\" worden een keuze, met hun waarde als tekst")
    };
    assert_eq!(
        told(&first),
        [
            format!("cijfer: {}", choice("integer")),
            "cijfer: \"minValue\" kent een checklist niet".to_owned(),
            "cijfer: \"initialSelected\" kent een checklist niet".to_owned(),
            format!("dag: {}", choice("date")),
            format!("tijd: {}", choice("time")),
            format!("los: {}", choice("valueInteger")),
            "los: \"answerOption.valueReference\" kent een checklist niet".to_owned(),
            "een: \"answerOption\" kent een checklist niet".to_owned(),
            told(&first).last().unwrap().clone(),
        ]
    );
    assert!(told(&first).last().unwrap().starts_with("boven: "), "{:?}", told(&first));
    let texts = |imported: &Imported, name: &str| -> Vec<String> {
        match &item(&imported.checklist, name).kind {
            ItemKind::Choice(options) | ItemKind::Choices(options) => {
                options.iter().map(|option| option.text.nl.clone()).collect()
            }
            other => panic!("{name}: {other:?}"),
        }
    };
    let again = read(&Value::Object(bare(&first.checklist)).to_string(), None).unwrap();
    for imported in [&first, &again] {
        assert_eq!(texts(imported, "cijfer"), ["-7", "7"]);
        assert_eq!(texts(imported, "dag"), ["2026-12-01", "2026-12"]);
        assert_eq!(texts(imported, "tijd"), ["09:00:00", "14:30:00"]);
        assert_eq!(texts(imported, "los"), ["1", "2026", "08:00"]);
        assert!(matches!(item(&imported.checklist, "dag").kind, ItemKind::Choices(_)));
        assert!(matches!(item(&imported.checklist, "een").kind, ItemKind::Number(_)));
        assert!(item(&imported.checklist, "dan").when.is_some());
    }
    assert_eq!(item(&again.checklist, "dan").when, item(&first.checklist, "dan").when);
    assert_eq!(again.losses, []);
    let whole = read(&written(&first.checklist).to_string(), None).unwrap();
    assert_eq!((&whole.checklist, whole.losses.len()), (&first.checklist, 0));
}

#[test]
fn answers_go_out_as_what_was_said_own_words_as_text_and_moments_in_dutch_time() {
    let source = "format = 1\nid = \"proef\"\nversion = \"1\"\ntitle = \"Proef\"\n[[group]]\nid = \"groep\"\ntitle = \"Groep\"\n\
        [[group.item]]\nid = \"keuze\"\ntype = \"choices\"\ntext = \"Wat?\"\noptions = [{ code = \"a\", text = \"A\" }, \
        { code = \"anders\", text = \"Anders, namelijk\", needs_note = true }]\n\
        [[group.item]]\nid = \"moment\"\ntype = \"date\"\ntext = \"Wanneer?\"\ntime = true\n\
        [[group.item]]\nid = \"dag\"\ntype = \"date\"\ntext = \"Dag?\"\n";
    let outcome = parse(source, &pallium::checklist::Origin::default());
    let checklist = outcome.checklist().unwrap();
    let day = chrono::NaiveDate::from_ymd_opt(2026, 11, 27).unwrap();
    let said = |name: &str, given: Given, note: &str| {
        let mut answer = Answer::given(given, Stamp { by: None, at: day.and_hms_opt(14, 0, 0).unwrap() });
        note.clone_into(&mut answer.note);
        value(item(checklist, name), &answer, "", day).map(|values| json!(values))
    };
    let both = || Given::Choices(["a", "anders"].map(Name::new).into());
    let a = json!({ "valueCoding": { "system": "urn:x-pallium:option", "code": "a", "display": "A" } });
    assert_eq!(said("keuze", both(), "een brief"), Some(json!([a, { "valueString": "een brief" }])));
    assert_eq!(said("keuze", both(), ""), Some(json!([a, { "valueString": "Anders, namelijk" }])));
    for (typed, expected) in [
        ("24-11-2026 14:30", "2026-11-24T14:30:00+01:00"),
        ("24-7-2026 om 9 uur", "2026-07-24T09:00:00+02:00"),
        ("29-3-2026 01:59", "2026-03-29T01:59:00+01:00"),
        ("29-3-2026 03:00", "2026-03-29T03:00:00+02:00"),
        ("25-10-2026 01:30", "2026-10-25T01:30:00+02:00"),
        ("25-10-2026 03:00", "2026-10-25T03:00:00+01:00"),
        ("24-11-2026", "2026-11-24"),
    ] {
        let answer = said("moment", Given::Date(typed.to_owned()), "");
        assert_eq!(answer, Some(json!([{ "valueDateTime": expected }])), "{typed}");
    }
    assert_eq!(
        said("dag", Given::Date("24-11-2026 14:30".to_owned()), ""),
        Some(json!([{ "valueDate": "2026-11-24" }]))
    );
    assert_eq!(said("moment", Given::Date("ooit".to_owned()), ""), None);
}

#[test]
fn what_later_versions_call_otherwise_and_what_can_never_hold_is_read_as_far_as_it_goes() {
    let options = json!([{ "valueCoding": { "code": "a", "display": "A" } }, { "valueCoding": { "code": "b", "display": "B" } }]);
    let is = |code: &str| json!({ "question": "een", "operator": "=", "answerCoding": { "code": code } });
    let source = form(&json!([
        { "linkId": "een", "type": "coding", "answerConstraint": "optionsOnly", "text": "Eén?", "answerOption": options },
        { "linkId": "open", "type": "coding", "answerConstraint": "optionsOrString", "text": "Open?", "answerOption": options },
        { "linkId": "nooit", "type": "boolean", "text": "Nooit?", "enableBehavior": "all", "enableWhen": [is("a"), is("b")] },
    ]));
    let imported = read(&source, None).unwrap();
    let counted = |name: &str| match &item(&imported.checklist, name).kind {
        ItemKind::Choice(options) => options.iter().map(|option| option.needs_note).collect(),
        other => panic!("{other:?}"),
    };
    let (one, open): (Vec<bool>, Vec<bool>) = (counted("een"), counted("open"));
    assert_eq!((one, open), (vec![false, false], vec![false, false, true]));
    assert_eq!(item(&imported.checklist, "nooit").when, None);
    assert_eq!(told(&imported), ["nooit: de voorwaarde; deze vraag wordt altijd getoond"]);
}

fn form(items: &Value) -> String {
    json!({ "resourceType": "Questionnaire", "status": "active", "title": "Vijandig", "item": items })
        .to_string()
}
