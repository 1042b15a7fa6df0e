//! Which answers of the shipped checklists stand from one meeting to the next: what is so of a patient, and not what was seen or weighed on a day.

use crate::checklist::library::shipped_checklist;
use crate::checklist::{Checklist, Name, Origin, parse};

fn of(name: &str) -> &'static Checklist {
    shipped_checklist(&Name::from(name)).unwrap()
}

fn standing(name: &str) -> Vec<&'static str> {
    let checklist = of(name);
    checklist.items().filter(|item| checklist.stands(&item.id)).map(|item| item.id.as_str()).collect()
}

#[test]
fn what_is_agreed_and_known_of_a_patient_stands() {
    for name in ["persoon", "pzp", "pzp-stand"] {
        assert_eq!(standing(name).len(), of(name).items().count(), "{name}");
    }
    assert_eq!(standing("kort"), ["scenario", "scenario-plan", "buiten-kantooruren", "kleur"]);
    assert_eq!(
        standing("nabespreking"),
        ["overleden-op", "gewenste-plaats", "plaats-van-overlijden", "plaats-bereikt"]
    );
}

/// The surprise question, the signs of dying and the four dimensions are thought about anew each time.
#[test]
fn what_is_judged_on_a_day_is_asked_again() {
    for name in ["markering", "stervensfase", "vier-dimensies"] {
        assert_eq!(standing(name), [""; 0], "{name}");
    }
}

/// Whoever writes the key otherwise, or with another word for yes, is led to it.
#[test]
fn a_slip_in_what_stands_is_led_right() {
    for (line, told) in [
        ("standing = true", &[][..]),
        ("standing = \"ja\"", &[("verkeerd-type", "true")]),
        ("standing = 1", &[("verkeerd-type", "true")]),
        ("standing = ja", &[("schrijffout", "true")]),
        ("blijft = true", &[("onbekende-sleutel", "standing")]),
        ("staand = true", &[("onbekende-sleutel", "standing")]),
        ("standig = true", &[("onbekende-sleutel", "standing")]),
    ] {
        let source = format!(
            "format = 1\nid = \"proef\"\nversion = \"1\"\ntitle = \"Proef\"\n[[group]]\nid = \"a\"\ntitle = \"A\"\n\
             [[group.item]]\nid = \"hond\"\ntype = \"yes-no\"\ntext = \"Is er een hond?\"\n{line}\n"
        );
        let outcome = parse(&source, &Origin::default());
        let found = outcome.diagnostics.iter();
        let found: Vec<(&str, &str)> =
            found.map(|one| (one.code.as_str(), one.suggestion.as_deref().unwrap_or_default())).collect();
        assert_eq!(found, told, "{line}");
    }
}
