//! One slip of an author is one fault, at its place and of the right kind, whatever else refers to what it broke.

use super::meant::MEANT;
use crate::checklist::{Outcome, Severity, parse};

const GOOD: &str = r#"format = 1
id = "proef"
version = "1"
title = "Proef"

[[source]]
id = "visie"
title = "Visie"
year = 2026

[[group]]
id = "a"
title = "Klachten"
repeats = true

[[group.item]]
id = "pijn"
type = "scale"
text = "Hoe erg is de pijn?"
min = 0
max = 10

[[group.item]]
id = "bed"
type = "yes-no"
text = "Staat er een bed beneden?"
source = "visie"

[[group.item]]
id = "plek"
type = "choice"
text = "Waar?"
options = [{ code = "thuis", text = "Thuis" }, { code = "hospice", text = "Hospice" }]
enable_when = { item = "bed", is = true }

[[group.item]]
id = "erger"
type = "yes-no"
text = "Erger?"
enable_when = { item = "pijn", at_least = 4 }

[[group.item]]
id = "sinds"
type = "date"
text = "Sinds?"
enable_when = { item = "plek", is = "hospice" }
"#;

const OPTIONS: &str = "[{ code = \"thuis\", text = \"Thuis\" }, { code = \"hospice\", text = \"Hospice\" }]";
const FIRST_OPTION: &str = "[{ code = \"thuis\", text = \"Thuis\" }, ...]";

/// What is written otherwise, the rule that is told, and what is suggested.
const SLIPS: &[(&str, &str, &str, &str)] = &[
    ("{ item = \"bed\", is = true }", "{ item = \"bed\" = true }", "schrijffout", ""),
    ("title = \"Klachten\"", "title = \"Klachten\" repeats = false", "schrijffout dubbele-sleutel", ""),
    ("min = 0\nmax = 10", "min = 0 max = 10", "schrijffout", ""),
    ("id = \"bed\"\ntype", "id = \"bed\", type", "schrijffout", ""),
    ("[[group]]", "[[group]", "niet-gesloten", "[[group]]"),
    ("[[group]]", "[group]]", "niet-gesloten", "[[group]]"),
    ("[[group]]", "[[group", "niet-gesloten", "[[group]]"),
    ("[[group.item]]\nid = \"bed\"", "[[group.item]\nid = \"bed\"", "niet-gesloten", "[[group.item]]"),
    ("[[source]]", "[[source]", "niet-gesloten", "[[source]]"),
    ("[[group]]", "[[group]] klachten", "schrijffout", "[[group]]"),
    ("[[group]]", "[[group]].", "schrijffout", "[[group]]"),
    ("[[group]]", "{{group}}", "schrijffout", "[[group]]"),
    ("[[group]]\nid = \"a\"", "[[group]] id = \"a\"", "schrijffout", "[[group]]"),
    ("[[group.item]]\nid = \"bed\"", "[group.item]\nid = \"bed\"", "schrijffout", "[[group.item]]"),
    ("[[group]]", "[[groep]]", "onbekende-sleutel", "group"),
    ("[[group]]", "[[Group]]", "onbekende-sleutel", "group"),
    ("id = \"bed\"", "ID = \"bed\"", "onbekende-sleutel", "id"),
    ("is = \"hospice\"", "in = \"hospice\"", "verkeerd-type", "[\"hospice\"]"),
    ("{ item = \"bed\", is = true }", "{ item = \"bed\" is \"ja\" }", "schrijffout", ""),
    ("is = \"hospice\"", "is != \"hospice\"", "schrijffout", "is_not"),
    ("min = 0\nmax = 10", "min = 0; max = 10", "schrijffout", ""),
    ("id = \"bed\"", "id = \"Bed\"", "ongeldige-naam", "bed"),
    ("id = \"bed\"", "id = \"bed beneden\"", "ongeldige-naam", "bed-beneden"),
    ("id = \"bed\"", "id = \"bédje\"", "ongeldige-naam", "bedje"),
    ("id = \"bed\"\n", "", "ontbrekende-sleutel", ""),
    ("id = \"bed\"", "id = \"pijn\"", "dubbele-naam", ""),
    ("id = \"bed\"", "id = \"bed_1\"", "onbekende-vraag", "bed_1"),
    ("id = \"bed\"", "id = \"bed-beneden\"", "onbekende-vraag", "bed-beneden"),
    ("id = \"visie\"", "id = \"Visie\"", "ongeldige-naam", "visie"),
    ("id = \"visie\"\n", "", "ontbrekende-sleutel", ""),
    ("code = \"hospice\"", "code = \"Hospice\"", "ongeldige-naam", "hospice"),
    ("code = \"hospice\", ", "", "ontbrekende-sleutel", ""),
    ("max = 10", "max = -1", "omgekeerde-grenzen", ""),
    ("min = 0\nmax = 10", "min = 10\nmax = 0", "omgekeerde-grenzen", ""),
    ("title = \"Klachten\"", "– title = \"Klachten\"", "schrijffout", ""),
    ("title = \"Klachten\"", "- title = \"Klachten\"", "schrijffout", ""),
    ("\nid =", "\n• id =", "schrijffout", ""),
    ("type = \"date\"", "type = \"date\"\nearliest = 01-02-2020", "schrijffout", "\"2020-02-01\""),
    ("type = \"date\"", "type = \"date\"\nlatest = 1/2/2020", "schrijffout", "\"2020-02-01\""),
    ("type = \"date\"", "type = \"date\"\nearliest = \"01-02-2020\"", "verkeerd-type", "\"2020-02-01\""),
    ("type = \"date\"", "type – \"date\"", "schrijffout", "="),
    ("type = \"date\"", "type => \"date\"", "schrijffout", "="),
    ("type = \"date\"", "type -> \"date\"", "schrijffout", "="),
    ("title = \"Klachten\"", "title = \"Klachten\"\nlayout = \"lijst\"", "onbekende-sleutel", ""),
    ("type = \"date\"", "type = \"date\"\noptional = false", "onbekende-sleutel", ""),
    (
        "code = \"hospice\", text = \"Hospice\" }",
        "code = \"hospice\", text = \"Hospice\"",
        "niet-gesloten",
        "",
    ),
    ("[[group]]", "# [[group]]", "schrijffout", "[[group]]"),
    ("[[source]]", "#[[source]]", "schrijffout", "[[source]]"),
    ("[[group.item]]\nid = \"pijn\"", "## [[group.item]]\nid = \"pijn\"", "schrijffout", "[[group.item]]"),
    ("[[group.item]]\nid = \"bed\"", "// [[group.item]]\nid = \"bed\"", "schrijffout", "[[group.item]]"),
    ("[[group.item]]\nid = \"sinds\"", "# [[group.item]]\nid = \"sinds\"", "schrijffout", "[[group.item]]"),
    ("[[group.item]]\nid = \"bed\"", "id = \"bed\"", "schrijffout", ""),
    ("[[group]]", "[group]", "verkeerd-type", "[[group]]"),
    ("[[group]]", "[group]\n[[group]]", "schrijffout", ""),
    ("[[source]]", "[source]\n\n[[source]]", "schrijffout", ""),
    ("[[group.item]]\nid = \"bed\"", "[group.item]\n\n[[group.item]]\nid = \"bed\"", "schrijffout", ""),
    ("[[group.item]]\nid = \"bed\"", "[[group.item]]\n\n[[group.item]]\nid = \"bed\"", "schrijffout", ""),
    (OPTIONS, "{ \"thuis\" = \"Thuis\", \"hospice\" = \"Hospice\" }", "verkeerd-type", FIRST_OPTION),
    (OPTIONS, "{ thuis = \"Thuis\", hospice = \"Hospice\" }", "verkeerd-type", FIRST_OPTION),
    (OPTIONS, "[[\"thuis\", \"Thuis\"], [\"hospice\", \"Hospice\"]]", "verkeerd-type", FIRST_OPTION),
    (OPTIONS, "[{ thuis = \"Thuis\" }, { hospice = \"Hospice\" }]", "verkeerd-type", FIRST_OPTION),
    (OPTIONS, "[\"thuis\", \"hospice\"]", "verkeerd-type", "[{ code = \"thuis\", text = \"thuis\" }, ...]"),
    (OPTIONS, "\"thuis, hospice\"", "verkeerd-type", "[{ code = \"thuis\", text = \"thuis\" }, ...]"),
    ("min = 0\nmax = 10", "range = [0, 10]", "onbekende-sleutel", "min = 0 + max = 10"),
    ("min = 0\nmax = 10", "bereik = \"0-10\"", "onbekende-sleutel", "min = 0 + max = 10"),
    ("min = 0\nmax = 10", "schaal = { min = 0, max = 10 }", "onbekende-sleutel", "min = 0 + max = 10"),
    ("min = 0\nmax = 10", "values = [0, 1, 2, 3]", "onbekende-sleutel", "min = 0 + max = 3"),
    ("min = 0\nmax = 10", "range = 10", "onbekende-sleutel", "min = ... + max = ..."),
    ("min = 0\nmax = 10", "min = 0\nto = 10", "onbekende-sleutel", "max"),
    ("{ item = \"bed\", is = true }", "{ bed = true }", "onbekende-sleutel", "item = \"bed\", is = true"),
    ("{ item = \"bed\", is = true }", "\"bed\"", "verkeerd-type", "{ item = \"bed\", is = true }"),
    ("{ item = \"bed\", is = true }", "[\"bed\"]", "verkeerd-type", "{ item = \"bed\", is = true }"),
    ("enable_when = { item = \"bed\"", "enable_if = { item = \"bed\"", "onbekende-sleutel", "enable_when"),
    ("at_least = 4", "\">=\" = 4", "onbekende-sleutel", "at_least"),
    ("[[group]]", "[[grp]", "niet-gesloten", ""),
    (
        OPTIONS,
        "{ code = \"thuis\", text = \"Thuis\" }",
        "verkeerd-type onbekende-optie",
        "[{ code = \"thuis\", text = \"Thuis\" }]",
    ),
    (
        OPTIONS,
        "[{ value = \"thuis\", text = \"Thuis\" }, { value = \"hospice\", text = \"Hospice\" }]",
        "onbekende-sleutel",
        "code",
    ),
    ("is = true", "is = ja", "schrijffout", "true"),
    ("is = true", "is = Waar", "schrijffout", "true"),
    ("is = true", "in = [ja, nee]", "schrijffout", "true"),
    ("at_least = 4", "is = vier", "schrijffout", "4"),
    ("at_least = 4", "is = ja", "schrijffout", ""),
    ("at_least = 4", "at_least = vier", "schrijffout", "4"),
    ("at_least = 4", "at_least = veel", "schrijffout", ""),
    ("at_least = 4", "is = \"vier\"", "ongepaste-toets", "4"),
    ("at_least = 4", "at_least = \"vier\"", "verkeerd-type", "4"),
    ("is = \"hospice\"", "is = hospice", "schrijffout", "\"hospice\""),
    ("is = \"hospice\"", "is = hospice\"", "schrijffout", "\"hospice\""),
    ("title = \"Klachten\"", "title = Klachten\"", "schrijffout", "\"Klachten\""),
    ("title = \"Klachten\"", "title = Klachten en zorgen", "schrijffout", "\"Klachten en zorgen\""),
    ("text = \"Hospice\" }", "text = Hospice\" }", "schrijffout", "\"Hospice\""),
    ("code = \"hospice\"", "code = hospice\"", "schrijffout", "\"hospice\""),
    ("type = \"date\"", "type = datum", "schrijffout", "\"date\""),
    ("type = \"date\"", "type = \"date\"\nlooks = terug\"", "schrijffout", "\"back\""),
    ("text = \"Hospice\" }", "text = \"thuis\" }", "dubbele-tekst", ""),
    ("is = \"hospice\"", "is = \"Hospice\"", "onbekende-optie", "hospice"),
    ("at_least = 4", "is = \"4 punten\"", "ongepaste-toets", "4"),
    ("{ item = \"bed\", is = true }", "\"bed = ja\"", "verkeerd-type", "{ item = \"bed\", is = true }"),
    (
        "[[group]]",
        "[[group]]\nid = \"z\"\ntitle = \"Z\"\n[[group.item]]\nid = \"y\"\ntype = \"yes-no\"\ntext = \"Y?\"\n[[groep]]",
        "onbekende-sleutel",
        "group",
    ),
    ("is = true", "is = \"waar\"", "ongepaste-toets", "true"),
    ("min = 0", "min = nul", "schrijffout", "0"),
    ("min = 0", "min = \"nul\"", "verkeerd-type", "0"),
    ("min = 0", "min = 0.", "schrijffout", "0"),
    ("max = 10", "max = 10.", "schrijffout", "10"),
    ("min = 0", "min = .5", "schrijffout", "0.5"),
    ("at_least = 4", "at_least = 4.", "schrijffout", "4"),
    ("min = 0", "min := 0", "schrijffout", "="),
    ("min = 0", "min → 0", "schrijffout", "="),
    ("repeats = true", "repeats = vrai", "schrijffout", ""),
    ("repeats = true", "repeats = meerdere", "schrijffout", ""),
    ("repeats = true", "repeats = ja", "schrijffout", "true"),
    ("repeats = true", "repeats = 1", "verkeerd-type", "true"),
    (
        OPTIONS,
        "{ code = \"ja\", text = \"Ja\" }",
        "verkeerd-type onbekende-optie",
        "[{ code = \"ja\", text = \"Ja\" }]",
    ),
    (
        "{ item = \"bed\", is = true }",
        "{ all = { item = \"bed\", is = true } }",
        "verkeerd-type",
        "[{ item = \"bed\", is = true }]",
    ),
    ("type = \"scale\"", "type = \"scale\u{a0}\"", "onbekend-woord", "scale"),
    ("id = \"pijn\"\n", "id = \"pijn\u{a0}\"\n", "ongeldige-naam", "pijn"),
    ("type = \"scale\"", "type = \"s\u{441}ale\"", "onbekend-woord", "scale"),
    ("min = 0", "; uitleg\nmin = 0", "schrijffout", ""),
    ("min = 0", "* kop\nmin = 0", "schrijffout", ""),
    ("min = 0", "min = 0 ; uitleg", "schrijffout", ""),
    ("min = 0", "min = 0; uitleg", "schrijffout", ""),
    ("title = \"Klachten\"", "title = \"Klachten\" ; uitleg", "schrijffout", ""),
    ("title = \"Klachten\"", "title nl = \"Klachten\"", "schrijffout", "title = { nl = ... }"),
    ("enable_when = { item = \"bed\"", "enable when = { item = \"bed\"", "schrijffout", "enable_when"),
    ("title = \"Klachten\"", "title = \"Klachten\"\nmijn eigen sleutel = 1", "schrijffout", ""),
    ("title = \"Klachten\"", "titl\u{435} = \"Klachten\"", "schrijffout", "title"),
    ("title = \"Klachten\"", "t\u{ed}tle = \"Klachten\"", "schrijffout", "title"),
    ("[[group]]", "[[gr\u{3bf}up]]", "schrijffout", "group"),
    ("code = \"hospice\"", "c\u{43e}de = \"hospice\"", "schrijffout", "code"),
    ("title = \"Klachten\"", "title = \"Klach\0ten\"", "schrijffout", ""),
    ("[[group]]", "\u{c}[[group]]", "schrijffout", ""),
    ("title = \"Klachten\"", "title = \"Klachten\"\u{2028}", "schrijffout", ""),
    ("title = \"Klachten\"\n", "title = \"Klachten\"\u{2028}\n", "schrijffout", ""),
    ("[[group.item]]\nid = \"bed\"", "[[group.item.item.item]]\nid = \"bed\"", "schrijffout", ""),
    ("[[group.item]]\nid = \"bed\"", "[[group.group.item]]\nid = \"bed\"", "schrijffout", ""),
    ("min = 0", "minimaal = 0", "onbekende-sleutel", "min"),
    ("max = 10", "maximaal = 10", "onbekende-sleutel", "max"),
    ("options = ", "mogelijkheden = ", "onbekende-sleutel", "options"),
    ("enable_when = { item = \"bed\"", "tonen_als = { item = \"bed\"", "onbekende-sleutel", "enable_when"),
    ("type = \"date\"", "type = \"number\"\neenheden = \"kg\"", "onbekende-sleutel", "unit"),
    ("repeats = true", "repeats = true\ngaat_over = \"team\"", "onbekende-sleutel", "about"),
    ("repeats = true", "vaker = true", "onbekende-sleutel", "repeats"),
    ("repeats = true", "meervoudig = true", "onbekende-sleutel", "repeats"),
    ("code = \"hospice\"", "naam = \"hospice\"", "onbekende-sleutel", "code"),
    ("text = \"Hospice\" }", "text = \"Hospice\", toelichting = true }", "onbekende-sleutel", "needs_note"),
    ("options = ", "looks = \"terug\"\noptions = ", "ongepaste-sleutel", ""),
    ("options = ", "looks = 3\noptions = ", "ongepaste-sleutel", ""),
    ("options = ", "min = \"vier\"\noptions = ", "ongepaste-sleutel", ""),
    ("options = ", "time = \"ja\"\noptions = ", "ongepaste-sleutel", ""),
    ("options = ", "earliest = \"gisteren\"\noptions = ", "ongepaste-sleutel", ""),
    ("options = ", "low = \"\"\noptions = ", "ongepaste-sleutel", ""),
    ("type = \"date\"", "type = \"date\"\noptions = [\"ja\", \"nee\"]", "ongepaste-sleutel", ""),
    ("type = \"date\"", "type = \"date\"\nlooks = \"terug\"", "onbekend-woord", "back"),
    (
        "[[group]]",
        "<<<<<<< HEAD\n[[group]]\n=======\n[[group]]\nhelp = \"Anders\"\n>>>>>>> van-huis",
        "schrijffout",
        "",
    ),
    ("min = 0\n", "<<<<<<< HEAD\nmin = 0\n=======\nmin = 1\n>>>>>>> b\n", "schrijffout", ""),
    (
        "min = 0\n",
        "<<<<<<< HEAD\r\nmin = 0\r\n||||||| oud\r\nmin = 2\r\n=======\r\nmin = 1\r\n>>>>>>> b\r\n",
        "schrijffout",
        "",
    ),
    (
        "title = \"Klachten\"",
        "title = \"\"\"\n<<<<<<< HEAD\nKlachten\n=======\nKlacht\n>>>>>>> b\n\"\"\"",
        "schrijffout",
        "",
    ),
    ("[[group]]", ">>>>>>> b\n[[group]]", "schrijffout", ""),
    (" = \"", ": \"", "schrijffout", ""),
    ("\n", "<br>\n", "schrijffout", ""),
    ("\n", "<br />\n", "schrijffout", ""),
    (
        "[[group]]\nid = \"a\"",
        "[[groep]]\nid = \"z\"\ntitle = \"Z\"\n\n[[group.item]]\nid = \"y\"\ntype = \"yes-no\"\ntext = \"Y?\"\n\n[[group]]\nid = \"a\"",
        "onbekende-sleutel",
        "group",
    ),
    ("text = \"Hospice\" }]", "text = \"Hospice\" }}]", "schrijffout", ""),
    ("text = \"Thuis\" }, {", "text = \"Thuis\" }}, {", "schrijffout", ""),
    (
        OPTIONS,
        "[\n  code = \"thuis\", text = \"Thuis\" },\n  { code = \"hospice\", text = \"Hospice\" },\n]",
        "schrijffout",
        "{ code = \"thuis\", text = \"Thuis\" }",
    ),
    ("{ code = \"hospice\", text", "{ \"hospice\", text", "schrijffout", ""),
    ("text = \"Waar?\"", "text = { ned = \"Waar?\" }", "onbekende-sleutel", "nl"),
];

fn told(outcome: &Outcome) -> (String, String) {
    let errors = || outcome.diagnostics.iter().filter(|one| one.severity == Severity::Error);
    let codes: Vec<&str> = errors().map(|one| one.code.as_str()).collect();
    let suggested = errors().find_map(|one| one.suggestion.clone()).unwrap_or_default();
    (codes.join(" "), suggested)
}

#[test]
fn one_slip_is_one_fault() {
    assert_eq!(told(&parse(GOOD, &crate::checklist::Origin::default())).0, "");
    let wrong: Vec<_> = SLIPS
        .iter()
        .chain(MEANT)
        .map(|(good, slip, code, suggested)| {
            // What is a habit is found on every line.
            let everywhere = *good == "\n" || good.starts_with(" =") || slip.starts_with("\n•");
            let count = if everywhere { usize::MAX } else { 1 };
            let source = GOOD.replacen(good, slip, count);
            let outcome = parse(&source, &crate::checklist::Origin::default());
            (slip, ((*code).to_owned(), (*suggested).to_owned()), told(&outcome))
        })
        .filter(|(_, expected, found)| expected != found)
        .collect();
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// The same where further groups follow, whose headers are called double only because of the first.
#[test]
fn a_first_header_that_is_wrong_spoils_no_other() {
    let more = "\n[[group]]\nid = \"b\"\ntitle = \"Zorg\"\n\n[[group.item]]\nid = \"zorg\"\ntype = \"yes-no\"\ntext = \"Is er zorg?\"\n";
    let good = format!("{GOOD}{more}{}", more.replace("\"b\"", "\"c\"").replace("\"zorg\"", "\"meer\""));
    for (good_header, slip, code) in [
        ("[[group]]", "[[grp]", "niet-gesloten"),
        ("[[group]]", "[[grp", "niet-gesloten"),
        ("[[group]]", "[[group", "niet-gesloten"),
        ("[[group]]", "[group]", "verkeerd-type"),
        ("[[group]]", "# [[group]]", "schrijffout"),
        ("[[group]]", "[group]\n[[group]]", "schrijffout"),
        ("[[group]]\nid = \"a\"", "\nid = \"a\"", "schrijffout"),
        ("[[group]]\nid = \"b\"", "[group]\nid = \"b\"", "schrijffout"),
        ("[[group]]\nid = \"b\"", "[[grp]\nid = \"b\"", "niet-gesloten"),
        ("[[group]]\nid = \"c\"", "# [[group]]\nid = \"c\"", "schrijffout"),
        ("[[group.item]]\nid = \"zorg\"", "[group.item]\nid = \"zorg\"", "verkeerd-type"),
    ] {
        let (found, _) =
            told(&parse(&good.replacen(good_header, slip, 1), &crate::checklist::Origin::default()));
        assert_eq!(found, code, "{slip}");
    }
}

/// Two slips are two faults, wherever they stand: a header without its end hides nothing elsewhere.
#[test]
fn two_slips_are_two_faults() {
    let first = [
        ("[[group]]", "[[group]"),
        ("[[group]]", "[[grp"),
        ("[[group]]", "# [[group]]"),
        ("[[group.item]]\nid = \"bed\"", "[group.item\nid = \"bed\""),
        ("[[group.item]]\nid = \"bed\"", "# [[group.item]]\nid = \"bed\""),
        ("[[group.item]]\nid = \"bed\"", "id = \"bed\""),
    ];
    let second = [
        ("type = \"date\"", "type = \"date\"\nkleur = 3", "onbekende-sleutel"),
        ("type = \"date\"", "type = \"datum-en-tijd-ineens\"", "onbekend-woord"),
        ("min = 0\nmax = 10", "min = 0 max = 10", "schrijffout"),
        ("title = \"Visie\"", "title = \"Visie", "niet-gesloten"),
        (OPTIONS, "[\"thuis\", \"hospice\"]", "verkeerd-type"),
    ];
    for (good, slip) in first {
        let once = GOOD.replacen(good, slip, 1);
        let (own, _) = told(&parse(&once, &crate::checklist::Origin::default()));
        assert_eq!(own.split(' ').count(), 1, "{slip}: {own}");
        for (good, other, code) in second {
            let (both, _) =
                told(&parse(&once.replacen(good, other, 1), &crate::checklist::Origin::default()));
            let mut found: Vec<&str> = both.split(' ').collect();
            let mut wanted = vec![own.as_str(), code];
            found.sort_unstable();
            wanted.sort_unstable();
            assert_eq!(found, wanted, "{slip} and {other}");
        }
    }
}

#[test]
fn an_option_that_cannot_be_read_leaves_no_other_one_alone() {
    let source = GOOD.replacen("text = \"Thuis\" }, {", "text = \"Thuis\" }}, {", 1);
    let outcome = parse(&source, &crate::checklist::Origin::default());
    assert!(outcome.diagnostics.iter().all(|one| one.code.as_str() != "een-optie"));
}

#[test]
fn what_looks_at_a_judgement_finds_a_misspelt_one() {
    let judged = GOOD.replace("{ item = \"plek\", is = \"hospice\" }", "{ judgement = \"ja\" }")
        + "\n[judgement]\ntext = \"En?\"\noptions = [{ code = \"ja\", text = \"Ja\" }, { code = \"nee\", text = \"Nee\" }]\n";
    for (header, code) in
        [("[judgement]", ""), ("[oordeel]", "onbekende-sleutel"), ("[[judgement]]", "verkeerd-type")]
    {
        let source = judged.replace("[judgement]", header);
        assert_eq!(told(&parse(&source, &crate::checklist::Origin::default())).0, code, "{header}");
    }
}

/// What is true of a yes-no question is a code of a choice that has one called so, and wants its quotes.
#[test]
fn a_code_that_is_called_yes_is_quoted() {
    let choice = GOOD.replace("\"hospice\"", "\"ja\"").replace("\"thuis\"", "\"nee\"");
    for test in ["is = ja", "in = [ja, nee]"] {
        let source = choice.replace("is = \"ja\"", test);
        let expected = ("schrijffout".to_owned(), "\"ja\"".to_owned());
        assert_eq!(told(&parse(&source, &crate::checklist::Origin::default())), expected, "{test}");
    }
    // Of a question with yes and no it is true, whatever codes another one has.
    let source = choice.replace("{ item = \"bed\", is = true }", "{ item = \"bed\", is = ja }");
    let found = told(&parse(&source, &crate::checklist::Origin::default()));
    assert_eq!(found, ("schrijffout".to_owned(), "true".to_owned()));
}

/// What is no fault but helps nobody: a warning, and the file is read.
#[test]
fn what_helps_nobody_is_a_warning() {
    let long = "Wat er allemaal zou kunnen gebeuren";
    for (good, other, codes, meant) in [
        ("text = \"Erger?\"", format!("text = \"Erger?\"\nlabel = \"{long}\""), "past-niet", ""),
        (
            "text = \"Erger?\"",
            format!("text = \"Erger?\"\nlabel = \"{}\"", long.chars().take(28).collect::<String>()),
            "",
            "",
        ),
        ("text = \"Erger?\"", format!("text = \"Erger?\"\nlabel = \"{}\"", "漢".repeat(15)), "past-niet", ""),
        (
            "year = 2026",
            "url = \"www.pallialine.nl\"".to_owned(),
            "ongeldig-adres",
            "https://www.pallialine.nl",
        ),
        ("year = 2026", "url = \"https://palliaweb.nl/x\"".to_owned(), "", ""),
        ("year = 2026", "url = \"Richtlijn pijn\"".to_owned(), "ongeldig-adres", ""),
        (", { code = \"thuis\", text = \"Thuis\" }", String::new(), "", ""),
        ("{ code = \"thuis\", text = \"Thuis\" }, ", String::new(), "een-optie", ""),
    ] {
        let source = GOOD.replacen(good, &other, 1);
        let outcome = parse(&source, &crate::checklist::Origin::default());
        assert!(outcome.parsed.is_some(), "{other}: {:?}", outcome.diagnostics);
        let found: Vec<&str> = outcome.diagnostics.iter().map(|one| one.code.as_str()).collect();
        let suggested = outcome.diagnostics.iter().find_map(|one| one.suggestion.as_deref());
        assert_eq!((found.join(" ").as_str(), suggested.unwrap_or_default()), (codes, meant), "{other}");
    }
}

/// A file of a notebook that came into the folder of checklists is one fault, and no list of what a checklist lacks.
#[test]
fn a_meeting_is_no_checklist() {
    let meeting = "format = 1\nid = \"0f1c\"\n\n[details]\nkind = \"patz\"\ndate = \"2026-11-22\"\n\n[[participant]]\nid = \"a\"\nname = \"A. Fictief\"\n";
    let outcome = parse(meeting, &crate::checklist::Origin::default());
    assert_eq!(told(&outcome).0, "ander-bestand");
}

/// A key that does not exist with a value that cannot be read: both at once, so that an author needs one round.
#[test]
fn a_wrong_key_with_a_wrong_value_is_told_whole() {
    for (good, slip, key, value) in [
        ("repeats = true", "herhaalt = ja", "repeats", "true"),
        ("repeats = true", "herhaalt = ja # elke keer", "repeats", "true"),
        ("repeats = true", "herhalen = Waar", "repeats", "true"),
        ("repeats = true", "repeat = yes", "repeats", "true"),
        ("min = 0", "minimaal = nul", "min", "\"nul\""),
        ("title = \"Klachten\"", "titel = Klachten", "title", "\"Klachten\""),
        ("text = \"Erger?\"", "vraag = Erger", "text", "\"Erger\""),
        ("type = \"date\"", "soort = datum", "type", "\"datum\""),
        ("type = \"date\"", "type = \"date\"\nverplicht = ja", "", "true"),
        ("text = \"Thuis\" }", "text = \"Thuis\", toelichting = ja }", "needs_note", "true"),
    ] {
        let outcome = parse(&GOOD.replacen(good, slip, 1), &crate::checklist::Origin::default());
        let told = outcome.diagnostics.iter();
        let told: Vec<(&str, &str)> =
            told.map(|one| (one.code.as_str(), one.suggestion.as_deref().unwrap_or_default())).collect();
        assert_eq!(told, [("onbekende-sleutel", key), ("schrijffout", value)], "{slip}");
    }
    // The question under a wrong name is the question, and what is tested of it is judged at once.
    for (good, slip, told_of) in [
        (
            "item = \"bed\", is = true",
            "vraag = \"bed\", is = \"yes\"",
            &[("onbekende-sleutel", "item"), ("ongepaste-toets", "true")][..],
        ),
        ("item = \"bed\", is = true", "vraag = \"bed\", is = true", &[("onbekende-sleutel", "item")]),
        (
            "[[group.item]]\nid = \"bed\"\ntype = ",
            "[[Group.Item]]\nID = \"bed\"\nType = ",
            &[
                ("onbekende-sleutel", "[[group.item]]"),
                ("onbekende-sleutel", "id"),
                ("onbekende-sleutel", "type"),
            ],
        ),
    ] {
        let outcome = parse(&GOOD.replacen(good, slip, 1), &crate::checklist::Origin::default());
        let told = outcome.diagnostics.iter();
        let told: Vec<(&str, &str)> =
            told.map(|one| (one.code.as_str(), one.suggestion.as_deref().unwrap_or_default())).collect();
        assert_eq!(told, told_of, "{slip}");
    }
    // The same with a value that can be read and is none for the key that was meant.
    for (good, slip, code, key, value) in [
        ("repeats = true", "herhaalt = \"ja\"", "verkeerd-type", "repeats", "true"),
        ("repeats = true", "herhaalt = 1", "verkeerd-type", "repeats", "true"),
        ("min = 0", "minimaal = \"nul\"", "verkeerd-type", "min", "0"),
        ("type = \"date\"", "soort = \"datum\"", "onbekend-woord", "type", "date"),
    ] {
        let outcome = parse(&GOOD.replacen(good, slip, 1), &crate::checklist::Origin::default());
        let told = outcome.diagnostics.iter();
        let told: Vec<(&str, &str)> =
            told.map(|one| (one.code.as_str(), one.suggestion.as_deref().unwrap_or_default())).collect();
        assert_eq!(told, [("onbekende-sleutel", key), (code, value)], "{slip}");
    }
}
