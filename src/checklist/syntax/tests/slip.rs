//! Slips, and their places.

use super::*;

#[test]
fn each_slip_is_found_at_its_place() {
    for (line, fault, place) in [
        ("min = 0,5", SyntaxFault::DecimalComma, "0,5"),
        ("  max = -10,25 # hoogste", SyntaxFault::DecimalComma, "-10,25"),
        ("max = 1.000,5", SyntaxFault::DecimalComma, "1.000,5"),
        ("max = 1.000.000", SyntaxFault::GroupedNumber, "1.000.000"),
        ("max = 10 000", SyntaxFault::GroupedNumber, "10 000"),
        ("max = tien", SyntaxFault::NumberInWords, "tien"),
        ("max = 10 kg", SyntaxFault::NumberInWords, "10 kg"),
        ("max = 100% # alles", SyntaxFault::NumberInWords, "100%"),
        ("// mijn vraag", SyntaxFault::CommentSign, "// mijn vraag"),
        ("-- mijn vraag", SyntaxFault::CommentSign, "-- mijn vraag"),
        ("type = \"x\" // uitleg", SyntaxFault::CommentSign, "// uitleg"),
        ("max = 10 // uitleg", SyntaxFault::CommentSign, "// uitleg"),
        ("type = \"x\" /* uitleg */", SyntaxFault::CommentSign, "/* uitleg */"),
        ("type = \"x\" -- uitleg", SyntaxFault::CommentSign, "-- uitleg"),
        ("options = (\"a\", \"b\")", SyntaxFault::RoundBrackets, "(\"a\", \"b\")"),
        ("options = {\"a\",\"b\"}", SyntaxFault::ListInBraces, "{\"a\",\"b\"}"),
        ("options = { \"a\" }", SyntaxFault::ListInBraces, "{ \"a\" }"),
        ("options = {{ code = \"a\" }}", SyntaxFault::ListInBraces, "{{ code = \"a\" }}"),
        ("type = \"scale\";", SyntaxFault::Semicolon, ";"),
        ("type = \"yes-no\"; # uitleg", SyntaxFault::Semicolon, ";"),
        ("options = [\"a\"];", SyntaxFault::Semicolon, ";"),
        ("];", SyntaxFault::Semicolon, ";"),
        ("options = [\"a\"; \"b\"]", SyntaxFault::SemicolonForComma, ";"),
        ("  { code = \"a\" };  { code = \"b\" }", SyntaxFault::SemicolonForComma, ";"),
        ("  \"a\";", SyntaxFault::SemicolonForComma, ";"),
        ("type = \"yes-no\",", SyntaxFault::CommaAtEnd, ","),
        ("max = 10,  # hoogste", SyntaxFault::CommaAtEnd, ","),
        ("options = [\"a\"],", SyntaxFault::CommaAtEnd, ","),
        ("text = \"Het is \"goed\" zo?\"", SyntaxFault::QuotesInText, "\"Het is \"goed\" zo?\""),
        ("text = \"Het is \"goed zo?\"", SyntaxFault::QuotesInText, "\"Het is \"goed zo?\""),
        ("text = \"Zeg, \"goed\" zo?\"", SyntaxFault::QuotesInText, "\"Zeg, \"goed\" zo?\""),
        ("text = 'Hoe gaat 't nu?'", SyntaxFault::ApostropheInText, "'Hoe gaat 't nu?'"),
        ("text = 'Foto's'", SyntaxFault::ApostropheInText, "'Foto's'"),
        ("text = ''yes-no''", SyntaxFault::ApostropheInText, "''yes-no''"),
        ("when = { item = \"bed\" = true }", SyntaxFault::EqualsForTest, "="),
        ("when = { item = 'bed' = \"a\" }", SyntaxFault::EqualsForTest, "="),
        ("when = { item = \"bed\" is \"a\" }", SyntaxFault::EqualsForTest, "is"),
        ("when = { item = \"bed\" is_not \"a\" }", SyntaxFault::EqualsForTest, "is_not"),
        ("when = { item = \"bed\", is != \"a\" }", SyntaxFault::ComparisonSign, "!="),
        ("title = \"Klachten\" id = \"b\"", SyntaxFault::SecondKey, "id"),
        ("min = 0 max = 10", SyntaxFault::SecondKey, "max"),
        ("min = 0, max = 10", SyntaxFault::SecondKey, "max"),
        ("repeats = true id = 'b'", SyntaxFault::SecondKey, "id"),
        ("sources = [\"a\", \"b, \"c\"]", SyntaxFault::UnclosedText, "\""),
        ("sources = [\"a, \"b\", \"c\"]", SyntaxFault::UnclosedText, "\""),
        ("sources = [\"a\", \"b\", \"c]", SyntaxFault::UnclosedText, "\""),
        ("  { code = \"b\", text = \"B },", SyntaxFault::UnclosedText, "\""),
        ("  { code = \"b, text = \"B\" },", SyntaxFault::UnclosedText, "\""),
        (
            "options = [{ code = \"a\", text = \"A }, { code = \"b\", text = \"B\" }]",
            SyntaxFault::UnclosedText,
            "\"",
        ),
    ] {
        let (found, range) = find(line, "").unwrap_or_else(|| panic!("nothing in {line}"));
        assert_eq!((found, line.get(range).unwrap()), (fault, place), "{line}");
    }
    for line in [
        "min = 5",
        "text = \"a, b\"",
        "options = [\"a\", \"b\"]",
        "# x",
        "[[group]]",
        "",
        "a = [1,2]",
        "a = { b = 1, c = \"d\" }",
        "a = { \"b\" = 1 }",
        "url = \"https://x.nl\" # a // b",
        "  { code = \"a\", text = \"A, of, \" },",
        "text = \"zeg \\\"ja\\\" of nee\"",
        "text = 'zeg \"ja\"'",
        "text = \"foto's\"",
        "min = -1.5e3",
        "a = \"\"",
        "a = { b = \"c\" d = \"e\" }",
        "a = [\"b\" \"c\"]",
    ] {
        assert_eq!(find(line, ""), None, "{line}");
    }
    assert_eq!(
        find("options = {", "  \"a\",\n  \"b\"\n}").map(|(fault, _)| fault),
        Some(SyntaxFault::ListInBraces)
    );
}

#[test]
fn a_number_is_written_as_it_is_meant() {
    for (written, meant) in [
        ("0,5", "0.5"),
        ("1.000,5", "1000.5"),
        ("-10,25", "-10.25"),
        ("1.000.000", "1000000"),
        ("10 000", "10000"),
        ("12 500,75", "12500.75"),
    ] {
        assert_eq!(number::as_meant(written), meant);
    }
    for (written, meant) in [
        ("tien", Some("10")),
        ("Tien", Some("10")),
        ("10 kg", Some("10")),
        ("100%", Some("100")),
        (">10", Some("10")),
        ("0-10", None),
        ("veel", None),
    ] {
        assert_eq!(crate::checklist::schema::numbers::meant(written).as_deref(), meant, "{written}");
    }
}

#[test]
fn the_sign_of_a_list_is_found_before_keys_and_headers() {
    for (line, sign) in [
        ("- title = \"x\"", "-"),
        ("  – title = \"x\"", "–"),
        ("• id = \"x\"", "•"),
        ("* [[group]]", "*"),
        ("o type = \"date\"", "o"),
    ] {
        assert_eq!(sign_before(line).and_then(|at| line.get(at)), Some(sign), "{line}");
    }
    for line in ["-1", "title = \"- x = 1\"", "–title = 1", "- tekst", "[[group]]", "o = 1"] {
        assert_eq!(sign_before(line), None, "{line}");
    }
}
