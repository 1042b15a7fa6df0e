//! What is no form, or a form that does harm, becomes nothing and says why.

use super::*;

fn questions(count: usize) -> Value {
    (0..count).map(|n| json!({ "linkId": n.to_string(), "type": "boolean", "text": "?" })).collect()
}

#[test]
fn what_is_no_form_or_too_much_of_one_becomes_nothing_and_says_why() {
    let refused = |text: &str| read(text, None).unwrap_err();
    assert_eq!(refused(""), Refused::NoJson(1, 0));
    assert!(matches!(refused("{\"a\": 1,}"), Refused::NoJson(1, _)));
    assert_eq!(refused("[]"), Refused::NoQuestionnaire("-".to_owned()));
    assert_eq!(refused("{\"resourceType\":\"Patient\"}"), Refused::NoQuestionnaire("Patient".to_owned()));
    assert_eq!(refused(&form(&json!([]))), Refused::Empty);
    assert_eq!(refused(&form(&json!("tekst"))), Refused::Empty);
    assert_eq!(refused(&form(&questions(100_000))), Refused::TooManyItems(500));
    assert_eq!(refused(&" ".repeat(LARGEST + 1)), Refused::TooLarge);
    let groups: Value =
        (0..500).map(|n| json!({ "linkId": n.to_string(), "type": "group", "item": questions(1) })).collect();
    assert_eq!(refused(&form(&groups)), Refused::TooManyGroups(100));
    let mut deep = questions(1);
    for n in 0..20 {
        deep = json!([{ "linkId": format!("g{n}"), "type": "group", "text": "g", "item": deep }]);
    }
    assert!(matches!(refused(&form(&deep)), Refused::TooDeep(6, _)));
    // Deeper than any parser goes.
    assert!(matches!(refused(&"[".repeat(1_000_000)), Refused::NoJson(..)));
    let circle = json!([
        { "linkId": "a", "type": "boolean", "text": "a", "enableWhen": [{ "question": "b", "operator": "=", "answerBoolean": true }] },
        { "linkId": "b", "type": "boolean", "text": "b", "enableWhen": [{ "question": "a", "operator": "=", "answerBoolean": true }] },
    ]);
    assert!(matches!(refused(&form(&circle)), Refused::Wrong(..)));
}

#[test]
fn wrong_types_everywhere_never_panic_and_never_make_a_wrong_definition() {
    let wrong =
        [json!(null), json!(1), json!(-1e308), json!("x"), json!([]), json!({}), json!([[]]), json!(true)];
    for name in FORMS {
        let original: Value = serde_json::from_str(&source(name)).unwrap();
        let mut places = Vec::new();
        collect(&original, String::new(), &mut places);
        let step = places.len().div_ceil(16);
        for place in places.iter().step_by(step) {
            for value in &wrong {
                let mut form = original.clone();
                *form.pointer_mut(place).unwrap() = value.clone();
                if let Ok(imported) = read(&form.to_string(), None) {
                    let text = print(&imported.checklist);
                    assert!(parse(&text, &pallium::checklist::Origin::default()).checklist().is_some());
                }
            }
        }
    }
}

fn collect(value: &Value, at: String, places: &mut Vec<String>) {
    match value {
        Value::Object(fields) => {
            for (key, inner) in fields {
                collect(inner, format!("{at}/{}", key.replace('~', "~0").replace('/', "~1")), places);
            }
        }
        Value::Array(values) => {
            values.iter().enumerate().for_each(|(n, inner)| collect(inner, format!("{at}/{n}"), places));
        }
        _ => {}
    }
    if !at.is_empty() {
        places.push(at);
    }
}

#[test]
fn what_a_terminal_would_obey_is_in_no_text_of_the_definition() {
    let nasty = "\u{1b}[2J\u{202e}a\u{0}b\u{7}\r\nc";
    let form = form(&json!([
        { "linkId": nasty, "prefix": nasty, "type": "open-choice", "text": nasty,
          "answerOption": [{ "valueString": nasty }, { "valueCoding": { "system": nasty, "code": nasty, "display": nasty } }] },
        { "linkId": nasty, "type": nasty, "text": nasty },
        { "type": "boolean" },
    ]));
    let imported = read(&form, None).unwrap();
    assert!(pallium::text::is_clean(&print(&imported.checklist)));
    assert!(told(&imported).iter().all(|line| pallium::text::is_clean(line)));
    assert_eq!(imported.checklist.items().count(), 2);
}
