//! Each rule of the house is shown a violation, so that it is known to say no.

use super::*;

fn planted(text: &str) -> SourceFile {
    SourceFile::new("src/text/buffer.rs", &format!("//! A buffer.\n{text}"))
}

#[test]
fn a_planted_arrow_is_caught_in_every_form() {
    let forms = [
        "use crate::meeting::Meeting;",
        "use crate::{words::Lang, text::Buffer};",
        "use {crate::app};",
        "fn f() -> crate::app::Model { todo() }",
        "use super::super::words;",
        "use super::super::{text, words};",
        "mod inner { use super::super::super::words::Lang; }",
        "macro_rules! m { () => { $crate::words::say() } }",
        "pub(in crate::shell) fn f() {}",
        "#[cfg(test)]\nmod tests { use crate::store; }",
        "const C: char = '\"'; use crate::app; const D: char = '\"';",
        "fn f<'a>(x: &'a str) { crate::view::draw(x) }",
        "const S: &str = r#\"\"\"#; use crate::app;",
    ];
    for form in forms {
        assert_eq!(against_arrows(&planted(form)).len(), 1, "{form}");
    }
    let allowed = [
        "use crate::text::Buffer;",
        "use super::grapheme;",
        "use super::super::text;",
        "mod tests { use super::*; use super::super::grapheme; }",
        "// use crate::app;\n/* use /* crate::app */ crate::app */",
        "/// Unlike [`crate::app`].\nfn f() {}",
        "const S: &str = \"\\\"use crate::app;\"; const R: &str = r##\"crate::app \"# \"##;",
    ];
    for form in allowed {
        assert_eq!(against_arrows(&planted(form)), Vec::<String>::new(), "{form}");
    }
    let wrong = against_arrows(&planted("\nuse crate::{\n    text,\n    app,\n};"));
    assert_eq!(wrong, ["src/text/buffer.rs:5: `text` must not know `app`"]);
    assert_eq!(against_arrows(&SourceFile::new("src/main.rs", "use crate::app;")), Vec::<String>::new());
}

fn planted_room(files: &[(&str, &str)]) -> Vec<SourceFile> {
    files.iter().map(|(path, text)| SourceFile::new(path, text)).collect()
}

#[test]
fn a_planted_arrow_between_rooms_is_caught_in_every_form() {
    let rooms: [(&str, &[&str]); 2] = [("low", &[]), ("high", &["low"])];
    let with = |text: &str| {
        against_rooms(
            &planted_room(&[
                (
                    "src/house/mod.rs",
                    "mod low; mod high;\npub use high::door::Door;\npub use low::step::Step;",
                ),
                ("src/house/high/mod.rs", "pub(super) mod door;"),
                ("src/house/high/door.rs", "use crate::house::low::step::Step;"),
                ("src/house/low/mod.rs", "pub(super) mod step;"),
                ("src/house/low/step.rs", text),
            ]),
            "house",
            &rooms,
        )
    };
    let forms = [
        "use crate::house::high::door::Door;",
        "use crate::house::Door;",
        "use super::super::{high, low};",
        "fn f() -> super::super::Door { g() }",
        "use crate::house::high;",
        "pub(in crate::house::high) fn f() {}",
    ];
    for form in forms {
        let wrong = with(form);
        assert_eq!(wrong.len(), 1, "{form}");
        assert!(wrong[0].starts_with("src/house/low/step.rs:1: `low` must not know `high`"), "{wrong:?}");
    }
    let allowed = [
        "pub(in crate::house) fn f() {}",
        "use crate::house::Step as Own;",
        "use crate::text::Buffer;",
        "// use crate::house::Door;",
        "#[cfg(test)]\nmod tests { use crate::house::Door; }",
    ];
    for form in allowed {
        assert_eq!(with(form), Vec::<String>::new(), "{form}");
    }
    assert_eq!(
        against_rooms(
            &planted_room(&[("src/house/attic.rs", "use super::x;"), ("src/house/x.rs", "")]),
            "house",
            &rooms
        ),
        ["src/house/attic.rs: `attic` is no room of `house`"]
    );
}

#[test]
fn a_planted_circle_is_caught_and_what_leads_to_it_is_not() {
    let mut files = vec![
        ("src/a/mod.rs", "mod one; mod two; mod three; mod top;\npub use one::One;\npub use two::Two;"),
        ("src/a/one.rs", "use super::Two;"),
        ("src/a/two.rs", "fn f(_: crate::a::three::Three) {}"),
        ("src/a/three.rs", "pub struct Three;"),
        ("src/a/top.rs", "use super::One;"),
    ];
    assert_eq!(in_circles(&planted_room(&files), "src/a/"), Vec::<String>::new());
    files[3].1 = "\nuse super::one::One;";
    assert_eq!(
        in_circles(&planted_room(&files), "src/a/"),
        [
            "src/a/one.rs:1: imports src/a/two.rs",
            "src/a/three.rs:2: imports src/a/one.rs",
            "src/a/two.rs:1: imports src/a/three.rs"
        ]
    );
    files[3].1 = "#[cfg(test)]\nmod tests { use super::super::one::One; }";
    assert_eq!(in_circles(&planted_room(&files), "src/a/"), Vec::<String>::new());
    // A module that only hands on is no part of a circle, and one with a type of its own is.
    files[0].1 = "mod one; mod two; mod three; mod top;\npub use two::Two;\nuse one::One;\npub struct Whole;";
    files[3].1 = "use super::Whole;";
    assert_eq!(in_circles(&planted_room(&files), "src/a/").len(), 4);
    // So is one that works itself with what it hands on.
    files[0].1 = "mod two;\npub use two::Two;\npub struct Whole(Two);";
    files[2].1 = "use super::Whole;\npub struct Two;";
    assert_eq!(in_circles(&planted_room(&files[..3]), "src/a/").len(), 2);
}

#[test]
fn planted_impurity_is_caught_in_every_form() {
    let forms = [
        "use std::fs;",
        "use std::{fmt, fs::File};",
        "fn f() { ::std::thread::yield_now() }",
        "use std::time::Instant;",
        "use ratatui::style::Style;",
        "fn f() { chrono::Local::now(); }",
        "use chrono::Utc; fn f() { Utc::now(); }",
        "fn f() -> std::io::Result<()> { Ok(()) }",
    ];
    for form in forms {
        assert_eq!(against_purity(&planted(form), &PURE, &IMPURE).len(), 1, "{form}");
        assert!(against_purity(&SourceFile::new("src/shell/mod.rs", form), &PURE, &IMPURE).is_empty());
    }
    let allowed = [
        "use std::{fmt, ops::Range};",
        "use core::time::Duration;",
        "/// Knows neither crossterm nor std::fs.\nfn f() {}",
        "#[cfg(test)]\nmod tests { #[test] fn f() { std::fs::read(\"x\").unwrap(); } }",
    ];
    for form in allowed {
        assert_eq!(against_purity(&planted(form), &PURE, &IMPURE), Vec::<String>::new(), "{form}");
    }
    let after = planted("#[cfg(test)]\nmod tests { fn f() {} }\nuse std::fs;");
    assert_eq!(against_purity(&after, &PURE, &IMPURE), ["src/text/buffer.rs:4: names `std::fs`"]);
}

#[test]
fn planted_files_out_of_shape_are_caught() {
    assert_eq!(too_long(&planted(&"\n".repeat(LONGEST))).len(), 1);
    assert_eq!(too_long(&planted(&"\n".repeat(LONGEST - 1))).len(), 0);
    assert_eq!(without_purpose(&SourceFile::new("src/a.rs", "//!\nmod b;")), ["src/a.rs"]);
    assert_eq!(without_purpose(&planted("")).len(), 0);
    let mark = concat!("TO", "DO");
    assert_eq!(promises_without_issue(&planted(&format!("// {mark}: later"))).len(), 1);
    assert_eq!(promises_without_issue(&planted(&format!("// {mark}(#12): later\n// {mark} #3"))).len(), 0);
    assert_eq!(promises_without_issue(&planted("let METODO = 1;")).len(), 0);
}

#[test]
fn planted_traces_are_caught() {
    let traces = [
        concat!("see /wo", "rk/notes"),
        concat!("written by Cla", "ude"),
        concat!("source = \"registry", "+https://mirror.example/index\""),
        concat!("an L", "LM said so"),
    ];
    for trace in traces {
        assert_eq!(out_of_place(&planted(trace)).len(), 1, "{trace}");
    }
    assert_eq!(out_of_place(&planted("framework/notes, Claudia, at the user's home")), Vec::<String>::new());
    assert_eq!(out_of_place(&SourceFile::new("Cargo.lock", PUBLIC_INDEX)), Vec::<String>::new());
    assert_eq!(out_of_place(&SourceFile::new("README.md", PUBLIC_INDEX)).len(), 1);
}
