//! What stands behind a series and says what it is.

use crate::text::citizen_number::{find, find_near};

/// What a series is may stand behind it as well as before it; the digits of each pass the test of citizen numbers.
#[test]
fn a_series_is_known_by_what_is_named_behind_it() {
    for series in
        ["111 222 333", "152-134-148", "164 58 20 34", "111, 222, 333", "111.222.333", "607 / 104 / 314"]
    {
        for named in [
            "systolisch",
            "(systolisch)",
            "(lengte, gewicht, BMI)",
            "(RR, pols, sat)",
            "(= saturaties)",
            "(ochtend, middag en avond; bloedsuikers)",
            "(bloeddruk)",
            "[gewichten van deze week]",
            "diastolisch, gemeten door de thuiszorg",
            "was de systolische druk",
            "zijn de bloedsuikers",
            "(systolic)",
            "systolic today",
            "(length, weight, BMI)",
            "were the saturations",
        ] {
            let text = format!("mw. {series} {named}");
            assert_eq!(find(&text), None, "{text}");
        }
    }
    for text in [
        "mw. 111 222 333, gewicht 72 kg",
        "mw. 111 222 333 gewicht 72",
        "mw. 111 222 333 (gewicht 72)",
        "mw. 111 222 333 heeft pijn",
        "mw. 111 222 333 pijn",
        "mw. 111 222 333\nsystolisch hoog",
        "mw. 111 222 333. Systolisch hoog",
        "mw. 111 222 333 (dochter belt)",
        "mw. 111222333 (gewicht)",
        "BSN 111 222 333 (gewicht, lengte)",
        "mw. 111 222 333 (BSN, gewicht)",
    ] {
        assert!(find(text).is_some(), "{text}");
    }
    for (typed, waits) in [
        (" (", true),
        (" (l", true),
        (" (lengte, gew", true),
        (" (dochter b", false),
        (" s", true),
        (" sy", true),
        (" sx", false),
    ] {
        let text = format!("111 222 333{typed}");
        assert_eq!(find_near(&text, text.len()..text.len()).is_empty(), waits, "{typed:?}");
    }
}
