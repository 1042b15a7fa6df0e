//! Texts that are no TOML, and what is found and mended in them.

use super::*;

/// A text, and the faults that must be found with the text at their places.
fn found(source: &str) -> Vec<(SyntaxFault, String)> {
    let mended = mend(source);
    assert!(mended.whole, "{source}");
    let texts = mended.diagnostics.iter().map(|one| match &one.problem {
        Problem::Syntax(fault) => (*fault, source.get(one.span.clone()).unwrap().to_owned()),
        other => panic!("{other:?}"),
    });
    let mut texts: Vec<_> = texts.collect();
    texts.dedup();
    texts
}

/// The brace of the part that lost its end is told of, and not the list around it.
#[test]
fn a_part_of_a_list_that_is_not_closed_is_told_of_at_its_line() {
    for (at, text) in [
        "a = [\n  { b = 1, c = \"x\",\n  { b = 2, c = \"y\" },\n]\n",
        "a = [\n  { b = 1, c = \"x\" },\n  { b = 2, c = { d = 1 },\n]\n",
    ]
    .iter()
    .enumerate()
    {
        let found = mend(text).diagnostics;
        let line = text.get(..found[0].span.start).unwrap().matches('\n').count() + 1;
        assert_eq!((found.len(), line), (1, at + 2), "{text}");
    }
}

#[test]
fn every_fault_is_recognised_once() {
    use SyntaxFault as Fault;
    let deep = format!("a = {}", "[".repeat(200));
    let cases: &[(&str, Fault)] = &[
        ("[[group\nid = \"a\"", Fault::UnclosedHeader),
        ("[group\nid = \"a\"", Fault::UnclosedHeader),
        ("[[group]\nid = \"a\"", Fault::UnclosedHeader),
        ("a = [1, 2\nb = 1", Fault::UnclosedList),
        ("a = [\n  1,\n  2,\nb = 1\nc = 2", Fault::UnclosedList),
        ("a = { b = 1\nc = 1", Fault::UnclosedTable),
        ("a = [\n  { b = 1, c = \"x\",\n  { b = 2, c = \"y\" },\n]\nd = 1\n", Fault::UnclosedTable),
        ("a = [\n  { b = 1, c = \"x\"\n  { b = 2, c = \"y\" },\n]\nd = 1\n", Fault::UnclosedTable),
        ("a = [\n  { b = 1, c = \"x\" },\n  { b = 2, c = \"y\",\n]\nd = 1\n", Fault::UnclosedTable),
        ("a = [\n  { b = 1, c = \"x\" },\n  { b = 2, c = \"y\"\n]\nd = 1\n", Fault::UnclosedTable),
        ("a = [{ b = 1, c = \"x\"]\nd = 1\n", Fault::UnclosedTable),
        ("a = [{ b = 1, c = \"x\", { b = 2 }]\nd = 1\n", Fault::UnclosedTable),
        ("a = \"b\nc = 1", Fault::UnclosedText),
        ("a = 'b\nc = 1", Fault::UnclosedText),
        ("a = \"b\nc\"\nd = 1", Fault::BrokenText),
        ("a = 'b\nc\n  d' # e\nf = 1", Fault::BrokenText),
        ("a = \"b\n\nc\"", Fault::BrokenText),
        ("enable_when = item = \"p\"", Fault::MissingBraces),
        ("enable_when = any = [1]", Fault::MissingBraces),
        ("enable_when = { item = \"r\", >= 4 }", Fault::ComparisonSign),
        ("enable_when = { item = \"r\" > 4 }", Fault::ComparisonSign),
        ("enable_when = item >= 4", Fault::ComparisonSign),
        ("enable_when = { item <= 4 }", Fault::ComparisonSign),
        ("a = \"\"\"\nb\nc = 1\nd = 2", Fault::UnclosedLongText),
        ("a = 1\na = 2", Fault::DuplicateKey),
        ("[a]\nb = 1\n[a]\nc = 1", Fault::DuplicateKey),
        ("a = { b = 1, b = 2 }", Fault::DuplicateKey),
        ("a = { b = 1 }\n[a.c]\nd = 1", Fault::FinishedTable),
        ("a 1\nb = 2", Fault::KeyWithoutEquals),
        ("a\nb = 2", Fault::KeyWithoutEquals),
        ("a: 1\nb = 2", Fault::ColonForEquals),
        ("a: 1\nb: 2\nc = { d: 1, e: \"f: g\" }", Fault::ColonForEquals),
        ("a = [{ b: 1 }]", Fault::ColonForEquals),
        ("a = 1<br>\nb = 2<br>", Fault::WebLineEnds),
        ("- a = 1\n- b = 2\n• c = 3", Fault::SignBeforeKey),
        ("– [[group]]\nid = \"a\"", Fault::SignBeforeKey),
        ("a = 1 b = 2", Fault::SecondKey),
        ("a = \"x\", b = \"y\"", Fault::SecondKey),
        ("enable_when = { item = \"r\" = true }", Fault::EqualsForTest),
        ("a = “b”\nc = 1", Fault::CurlyQuotes),
        ("repeats = ja", Fault::TruthInWords),
        ("a = { repeats = Waar }\nb = 1", Fault::TruthInWords),
        ("a\u{a0}=\u{a0}1\nb = 1", Fault::NoBreakSpace),
        ("\u{a0}\u{a0}a = 1", Fault::NoBreakSpace),
        ("a = 1\u{200b}\nb = 1", Fault::InvisibleSign),
        ("ti\u{200b}tle = 1\nb = 1", Fault::InvisibleSign),
        ("a ＝ 1", Fault::LookAlike),
        ("enable–when = 1", Fault::LookAlike),
        ("type – \"number\"\nb = 1", Fault::LookAlike),
        ("type => \"number\"\nb = 1", Fault::SignForEquals),
        ("type -> \"number\"\nb = 1", Fault::SignForEquals),
        ("a = −1", Fault::LookAlike),
        ("a = [\n  1\n  2,\n  3,\n]\nb = 1", Fault::MissingComma),
        ("a = [\n  { b = 1 }\n  { b = 2 },\n  { b = 3 },\n]", Fault::MissingComma),
        ("a = [\n{ b = 1 }\n{ b = 2 },\n{ b = 3 },\n]", Fault::MissingComma),
        ("a = [\n  \"b\" # c\n  \"d\",\n  \"e\"\n]", Fault::MissingComma),
        ("a = { b = 1, c = “d” }", Fault::CurlyQuotes),
        ("a =\nb = 1", Fault::MissingValue),
        ("a == 1", Fault::ExtraEquals),
        ("a = { b == 1 }", Fault::ExtraEquals),
        ("a = { 1 }", Fault::MissingEqualsInTable),
        ("a = { = 1 }", Fault::MissingKeyInTable),
        ("a = [1 2]", Fault::MissingComma),
        ("a = { b = 1 c = 2 }", Fault::MissingComma),
        ("a = [1,, 2]", Fault::ExtraComma),
        ("a = 1 ]", Fault::TextAfterValue),
        ("a = ]", Fault::NeverOpened),
        ("a = 1 2", Fault::TextAfterValue),
        ("a = \"b\" c", Fault::TextAfterValue),
        ("text = nee", Fault::UnquotedText),
        ("a = nee", Fault::TruthInWords),
        ("min = 0,5", Fault::DecimalComma),
        ("// uitleg", Fault::CommentSign),
        ("a = (1, 2)", Fault::RoundBrackets),
        ("a = (\n  \"b\",\n  \"c\"\n)\nd = 1", Fault::RoundBrackets),
        ("a = (\n  { b = \"c)\" },\n  { b = \"d\" },\n)", Fault::RoundBrackets),
        ("a = (\n  { b = 1 },\nd = 1", Fault::RoundBrackets),
        ("```toml\na = 1\n```\n", Fault::CodeFence),
        ("> a = 1\n> b = \"c\"\n>\n> [[group]]\n", Fault::ReplySigns),
        ("  1 a = 1\n  2 b = \"c\"\n  3\n 10 c = 1\n", Fault::LineNumbers),
        ("1: a = 1\n2: b = \"c\"\n3: c = 1\n", Fault::LineNumbers),
        ("id = &quot;wens&quot;\ntitle = &quot;Een lijst&quot;\n", Fault::WebQuotes),
        ("[[group item]]\nid = \"a\"", Fault::BadHeader),
        ("[[group,item]]\nid = \"a\"", Fault::BadHeader),
        ("[[[group.item]]]\nid = \"a\"", Fault::BadHeader),
        ("[ [group.item] ]\nid = \"a\"", Fault::BadHeader),
        ("\"[[group.item]]\"\nid = \"a\"", Fault::BadHeader),
        ("[[group.item]] =\nid = \"a\"", Fault::BadHeader),
        ("# [[group]]\nid = \"a\"", Fault::CommentedHeader),
        ("[group]\n\n[[group]]\nid = \"a\"", Fault::DoubledHeader),
        ("[[group]]\nid = \"a\"\ntitle = \"b\"\n\nid = \"c\"\ntitle = \"d\"\n", Fault::LostHeader),
        (
            "options = [\n  code = \"a\", text = \"b\",\n  { code = \"c\", text = \"d\" },\n]",
            Fault::MissingBraces,
        ),
        (
            "options = [\n  [ code = \"a\", text = \"b\" ],\n  { code = \"c\", text = \"d\" },\n]",
            Fault::MissingBraces,
        ),
        ("options = [\n  { \"code\": \"a\" },\n  { code = \"c\" },\n]", Fault::ColonForEquals),
        ("a = [\n  { b = 1 },\n],\nc = 1", Fault::CommaAtEnd),
        ("a = [\n  { b = 1 },\n]]\nc = 1", Fault::TextAfterValue),
        ("a = [\n  { b = 1 },\n] # c\nc = 1;", Fault::Semicolon),
        ("Hier is hij:\n```\na = 1\n```\nSucces!\n", Fault::CodeFence),
        ("a = [\n  ( b = \"c\", d = \"e\" ),\n  ( b = \"f\", d = \"g\" ),\n]", Fault::RoundBrackets),
        ("a = [( b = \"c\" ), ( b = \"f\" )]", Fault::RoundBrackets),
        ("a = (\n  ( b = \"c\" ),\n  ( b = \"f\" )\n)", Fault::RoundBrackets),
        ("enable_when = ( item = \"p\", is = true )", Fault::RoundBrackets),
        (
            "enable_when = { all = [ ( item = \"p\", is = true ), { item = \"q\", is = true } ] }",
            Fault::RoundBrackets,
        ),
        ("text = (\"Hoe gaat het?\")", Fault::RoundBrackets),
        ("min = (0)", Fault::RoundBrackets),
        ("a = {\"b\",\"c\"}", Fault::ListInBraces),
        ("a = {\n  \"b\",\n  \"c\"\n}\nd = 1", Fault::ListInBraces),
        ("a = [{ b = 1 }; { b = 2 }; { b = 3 }]", Fault::SemicolonForComma),
        ("a = [\n  { b = 1 };  { b = 2 };\n  { b = 3 },\n]", Fault::SemicolonForComma),
        ("a = \"b\",\nc = 1", Fault::CommaAtEnd),
        ("a = 'Hoe gaat 't nu?'", Fault::ApostropheInText),
        ("max = 1.000.000", Fault::GroupedNumber),
        ("max = 1.000,5", Fault::DecimalComma),
        ("max = tien", Fault::NumberInWords),
        ("min = 0-10", Fault::NumberInWords),
        ("a = \"b\" // c", Fault::CommentSign),
        ("/*\n uitleg\n*/\na = 1", Fault::CommentSign),
        ("a = \"b\"; # c", Fault::Semicolon),
        (
            "a = [\n  { b = \"c\", d = \"e\" },\n  { b = \"f\", d = \"g },\n  { b = \"h\", d = \"i\" },\n]",
            Fault::UnclosedText,
        ),
        ("a = [\n  \"b\",\n  \"c,\n  \"d\",\n]", Fault::UnclosedText),
        ("a = [\"b\", \"c, \"d\"]", Fault::UnclosedText),
        ("a = [\"b\", \"c\", \"d]", Fault::UnclosedText),
        ("a = 1;", Fault::Semicolon),
        ("a = \"zo \"goed\" als\"", Fault::QuotesInText),
        ("a = True", Fault::TruthInWords),
        ("a = b\"", Fault::MissingOpeningQuote),
        // A text has commas, and stands in a table or a list as often as alone.
        ("a = Eerst dit, dan dat.\"\nb = 1", Fault::MissingOpeningQuote),
        ("a = { b = Een mens, die wacht.\", c = \"d, e\" }\nf = 1", Fault::MissingOpeningQuote),
        ("a = { b = \"c, d\", e = Zij zegt niets, en wacht.\" }\nf = 1", Fault::MissingOpeningQuote),
        ("a = [\"b\", Eerst dit, dan dat\", \"c\"]\nd = 1", Fault::MissingOpeningQuote),
        ("a = [\n  \"b\",\n  Eerst dit, dan dat.\",\n  \"c\",\n]\nd = 1", Fault::MissingOpeningQuote),
        (
            "a = [\n  { b = Een doel, en nog een: dit.\", c = \"d\" },\n  { b = \"e\", c = \"f\" },\n]\ng = 1",
            Fault::MissingOpeningQuote,
        ),
        ("a =\nEen verhaal.\nZij zegt: \"Ja.\"\n\nEn dan niets.\"\"\"\nb = 1", Fault::MissingLongOpening),
        ("a.nl = Een verhaal\nvan twee regels.\n\"\"\"\nb = 1", Fault::MissingLongOpening),
        ("a = Een verhaal.\"\"\"\nb = 1", Fault::MissingLongOpening),
        ("a = \"\"\nEen verhaal, met \"woorden\".\"\"\"\nb = 1", Fault::MissingLongOpening),
        ("a = \"\nEen verhaal.\"\"\"\nb = 1", Fault::MissingLongOpening),
        ("é = 1", Fault::BadKey),
        ("= 1", Fault::EmptyKey),
        ("a = \"\\q\"", Fault::BadEscape),
        ("a = 1 # \u{1}", Fault::ControlCharacter),
        ("a = \"\u{1}\"", Fault::InvisibleSign),
        ("\u{c}a = 1", Fault::InvisibleSign),
        ("title nl = \"x\"", Fault::SpacedKey),
        ("enable when = \"x\"", Fault::SpacedKey),
        ("titl\u{435} = 1", Fault::LookAlike),
        ("[[sc\u{e8}ne]]\nid = \"a\"", Fault::BadKey),
        ("<<<<<<< HEAD\na = 1\n=======\na = 2\n>>>>>>> b\n", Fault::MergeConflict),
        ("a = 01", Fault::BadNumber),
        ("a = 1__2", Fault::BadNumber),
        ("a = 2026-13-01", Fault::BadDate),
        (&deep, Fault::Nested),
    ];
    let mut wrong = Vec::new();
    for (source, fault) in cases {
        let found = found(source);
        if found.iter().map(|(fault, _)| fault).ne([fault]) {
            wrong.push(format!("{source:?}\n  wanted {fault:?}, found {found:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    let seen: Vec<Fault> = cases.iter().map(|(_, fault)| *fault).collect();
    // What no text that is known leads to, and a header that a tree shows to be wrong.
    let elsewhere = [Fault::Other, Fault::BadText, Fault::SkippedHeader];
    for fault in Fault::ALL.iter().filter(|fault| !elsewhere.contains(fault)) {
        assert!(seen.contains(fault), "no case for {fault:?}");
    }
    assert_eq!(Fault::from_description("something new"), Fault::Other);
}

#[test]
fn faults_are_found_behind_each_other() {
    let source = "a = [1,\nb = \"x\nc: 1\nd = 1\nd = 2\ne = \"\"\"\nf\n";
    let kinds: Vec<SyntaxFault> = found(source).into_iter().map(|(fault, _)| fault).collect();
    use SyntaxFault as Fault;
    for fault in [
        Fault::UnclosedList,
        Fault::UnclosedText,
        Fault::ColonForEquals,
        Fault::DuplicateKey,
        Fault::UnclosedLongText,
    ] {
        assert!(kinds.contains(&fault), "{fault:?} in {kinds:?}");
    }
    assert_eq!(kinds.len(), 5, "{kinds:?}");
}

#[test]
fn places_stay_true() {
    let source = "a = \"é\nb: 1\n[[c\nd = 1\n[[e]]\nf = 1\n";
    let mended = mend(source);
    assert_eq!(mended.text.len(), source.len());
    let at = source.find("f = 1").unwrap();
    assert_eq!(mended.text.get(at..), source.get(at..));
    assert_eq!(mended.text.matches('\n').count(), source.matches('\n').count());
}

#[test]
fn both_places_of_a_key_are_told() {
    let mended = mend("id = 1\nb = 2\nid = 3\n");
    let places: Vec<_> =
        mended.diagnostics.iter().map(|one| (one.span.clone(), one.related.clone())).collect();
    assert_eq!(places.len(), 1);
    assert_eq!(places.first().unwrap().0, 13..15);
    assert_eq!(places.first().unwrap().1.first().unwrap().span, 0..2);
}
