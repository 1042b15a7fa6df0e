//! Advance directives: no more is sent than was said.

use pallium::exchange::{Sent, Why};
use pallium::meeting::{Given, Missing, NonAnswer};
use serde_json::Value;

use super::{choice, choices, conversation, count, made, resources};

#[test]
fn each_kind_of_advance_directive_is_a_consent_that_says_no_more_than_was_said() {
    let wishes = |kinds: Given, note: &'static str| {
        let mut answers = conversation("10 juni 2026", "huisarts De Wit", "patiënt");
        answers.extend([
            ("euthanasie", choice("verklaring"), ""),
            ("eerdere-wensen", Given::YesNo(true), ""),
            ("eerdere-wensen-welke", kinds, note),
            ("eerdere-wensen-op", Given::Date("28-06-2025".to_owned()), ""),
        ]);
        made(answers)
    };
    let directives = |sent: &Sent| -> Vec<Value> {
        let all = resources(sent).into_iter();
        all.filter(|one| one["meta"]["profile"][0].as_str().unwrap().ends_with("/ACP-AdvanceDirective"))
            .collect()
    };
    let why = |sent: &Sent, what: &str| {
        sent.left_out.iter().find(|one| one.what == what).map(|one| one.why.clone())
    };
    // Of several it was not recorded of which one the day and the note are.
    let sent = wishes(choices(&["volmacht", "euthanasieverzoek"]), "ligt bij de notaris");
    let found = directives(&sent);
    let kinds: Vec<&Value> =
        found.iter().map(|one| &one["provision"]["code"][0]["coding"][0]["code"]).collect();
    assert_eq!(kinds, ["EU", "VOL"]);
    for one in &found {
        assert_eq!(one["scope"]["coding"][0]["code"], "adr");
        assert_eq!(one["category"][0]["coding"][0]["code"], "acd");
        assert_eq!(one["policy"][0]["uri"], "https://wetten.overheid.nl/");
        for key in ["dateTime", "sourceAttachment"] {
            assert!(one.get(key).is_none(), "{key}");
        }
        assert!(!one.to_string().contains("ext-Comment"));
        assert!(one["provision"].get("type").is_none() && one["provision"].get("actor").is_none());
    }
    assert_eq!(why(&sent, "Eerdere wensen: van"), Some(Why::OfWhich));
    assert_eq!(why(&sent, "ligt bij de notaris"), Some(Why::OfWhich));
    assert!(!sent.left_out.iter().any(|one| one.why == Why::NoDocument), "the kind was recorded");
    // What no list has a name for goes in its own words, and is never a comment.
    let sent = wishes(choices(&["anders"]), "brief aan de dokter");
    let found = directives(&sent);
    assert_eq!(found[0]["provision"]["code"][0]["coding"][0]["code"], "OTH");
    assert_eq!(found[0]["provision"]["code"][0]["text"], "brief aan de dokter");
    assert_eq!((found.len(), &found[0]["dateTime"]), (1, &Value::from("2025-06-28")));
    assert!(!found[0].to_string().contains("ext-Comment"));
    assert!(sent.left_out.iter().any(|one| one.why == Why::NoDocument));
    let without_words = Why::Lacks(vec![Missing::Note]);
    for (nothing, told) in [
        (choices(&["anders", "volmacht"]), without_words),
        (choices(&[]), Why::FormOnly),
        (Given::Not(NonAnswer::Unknown), Why::FormOnly),
    ] {
        let sent = wishes(nothing, "");
        assert_eq!(directives(&sent), [Value::Null; 0]);
        assert_eq!(why(&sent, "Eerdere wensen: welke"), Some(told), "{:?}", sent.left_out);
    }
    let denied = made(vec![
        ("eerdere-wensen", Given::YesNo(false), ""),
        ("eerdere-wensen-welke", choices(&["volmacht"]), ""),
    ]);
    assert_eq!(count(&denied, "Consent"), 0, "what was chosen before it was denied");
}

#[test]
fn a_note_that_no_resource_takes_is_told_and_what_a_directive_says_is_not_told_as_left_out() {
    let mut answers = conversation("10 juni 2026", "huisarts De Wit", "patiënt");
    answers.extend([
        ("icd", Given::YesNo(true), "van 2019"),
        ("reanimatie", choice("niet"), "besproken met broer"),
        ("noodmedicatie", Given::YesNo(true), "in de koelkast"),
        ("eerdere-wensen", Given::YesNo(true), ""),
        ("eerdere-wensen-welke", choices(&["volmacht"]), ""),
    ]);
    let sent = made(answers);
    let told: Vec<(&str, &Why)> = sent.left_out.iter().map(|one| (one.what.as_str(), &one.why)).collect();
    let medication = "Noodmedicatie in huis";
    assert_eq!(told, [("ICD", &Why::Note), (medication, &Why::Note), (medication, &Why::FormOnly)]);
    assert!(sent.bundle.to_string().contains("besproken met broer"));
    assert!(!sent.bundle.to_string().contains("koelkast"));
}
