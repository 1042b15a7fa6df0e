//! A definition is printed as what it is, and its keys in the order of the table of keys.

use proptest::prelude::*;

use super::arbitrary::checklist;
use crate::checklist::schema::{AGREEMENT, CHECKLIST, GROUP, INDICATION, ITEM, JUDGEMENT, SOURCE, Shape};
use crate::checklist::{Origin, Severity, parse, print};

/// Few by default, so that tests stay quick; `PROPTEST_CASES` asks for more.
fn cases() -> u32 {
    std::env::var("PROPTEST_CASES").ok().and_then(|cases| cases.parse().ok()).unwrap_or(200)
}

/// The shape of a section by the last word of its header.
fn shape_of(header: &str) -> &'static Shape {
    let word = header.trim_matches(['[', ']']).rsplit('.').next().unwrap();
    match word {
        "group" => &GROUP,
        "item" => &ITEM,
        "source" => &SOURCE,
        "indication" => &INDICATION,
        "judgement" => &JUDGEMENT,
        "agreement" => &AGREEMENT,
        other => panic!("no section {other}"),
    }
}

/// The keys of every section stand in the order in which the table of keys has them.
fn assert_in_order(printed: &str) {
    let mut shape = &CHECKLIST;
    let mut last = 0;
    for line in printed.lines() {
        if line.starts_with('[') {
            (shape, last) = (shape_of(line), 0);
        } else if let Some((key, _)) = line.split_once(" = ")
            && !line.starts_with([' ', ']'])
        {
            let at = shape.keys.iter().position(|known| known.name == key);
            let at = at.unwrap_or_else(|| panic!("{key} is no key of {}", shape.name));
            assert!(at >= last, "{key} stands too late in\n{printed}");
            last = at;
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: cases(), failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_definition_is_accepted_and_printed_as_what_it_is(definition in checklist()) {
        let printed = print(&definition);
        let outcome = parse(&printed, &Origin::default());
        let errors: Vec<_> = outcome.diagnostics.iter().filter(|one| one.severity == Severity::Error).collect();
        prop_assert!(errors.is_empty(), "{errors:#?}\n{printed}");
        let read = outcome.checklist().expect("a checklist");
        prop_assert_eq!(read, &definition, "{}", printed);
        assert_in_order(&printed);
        prop_assert_eq!(print(read), printed);
    }
}
