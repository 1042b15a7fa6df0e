//! The papers of the demonstration in a real browser: as many pages as expected, nothing cut off at the right, text that can be read,
//! and nothing that is fetched. Where there is no Chromium the tests say that they were left out.
#![cfg(unix)]
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "clippy.toml frees #[test] functions, not the helpers that they share"
)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::support::tools::{left_out, limited, said, works};
use pallium::export::{Block, Document, DocumentFormat, DocumentKind, Place, Table, case_guide};
use pallium::words::Language;
use serde_json::Value;

/// Every kind of page, and on how many pages of A4 it is printed.
const PAGES: [(&str, usize); 17] = [
    ("minutes", 6),
    ("b-dossier", 2),
    ("b-hap", 1),
    ("b-social", 1),
    ("b-patient", 1),
    ("agreements", 1),
    ("register", 1),
    ("preparation-voorzitter", 1),
    ("preparation-vos", 1),
    ("mirror", 1),
    ("minutes.en", 6),
    ("course-a", 2),
    ("course-b", 2),
    ("b-dossier.en", 2),
    ("b-patient.en", 1),
    ("session", 2),
    ("session.en", 2),
];

/// What the page says of itself: how wide it is, what stands out at the right, the worst contrast, and what it asks for.
const MEASURE: &str = r#"<script>
addEventListener('load', () => {
  const page = document.documentElement;
  const all = [...document.body.querySelectorAll('*')];
  const numbers = (colour) => colour.match(/[\d.]+/g).map(Number);
  const light = (colour) => {
    const [r, g, b] = numbers(colour).slice(0, 3).map((part) => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const behind = (one) => {
    for (let at = one; at; at = at.parentElement) {
      const colour = getComputedStyle(at).backgroundColor;
      if (numbers(colour)[3] !== 0) return colour;
    }
    return 'rgb(255, 255, 255)';
  };
  const says = (one) => [...one.childNodes].some((node) => node.nodeType === 3 && node.textContent.trim());
  const contrast = all.filter(says).map((one) => {
    const [a, b] = [light(getComputedStyle(one).color), light(behind(one))].sort((x, y) => y - x);
    return (a + 0.05) / (b + 0.05);
  });
  const out = all.filter((one) => one.getBoundingClientRect().right > page.clientWidth + 1);
  const asks = document.querySelectorAll('[src], link, iframe, object, embed, form, a').length;
  const found = {
    wide: page.scrollWidth, room: page.clientWidth, high: document.body.scrollHeight, out: out.length,
    contrast: Math.min(...contrast), texts: contrast.length,
    asked: asks + performance.getEntriesByType('resource').length,
  };
  const told = document.createElement('pre');
  told.id = 'found';
  told.textContent = JSON.stringify(found);
  document.body.append(told);
});
</script>"#;

/// A browser that knows nobody, and is ended after a while whatever it does.
fn browser(profile: &Path) -> Option<Command> {
    let names = ["chromium", "chromium-browser"];
    let name = names.into_iter().find(|name| {
        let mut known = limited(30, name);
        known.arg("--version");
        works(known)
    })?;
    let mut browser = limited(60, name);
    browser.args([
        "--headless",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--disable-dev-shm-usage",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
    ]);
    browser.arg(format!("--user-data-dir={}", profile.display()));
    Some(browser)
}

fn address(path: &Path) -> String {
    format!("file://{}", path.display())
}

/// How many pages a page is when it is printed.
#[track_caller]
fn pages(place: &Path, page: &Path) -> Option<usize> {
    let paper = place.join("paper.pdf");
    let mut browser = browser(&place.join("printing"))?;
    let to = format!("--print-to-pdf={}", paper.display());
    said(browser.args(["--no-pdf-header-footer", &to]).arg(address(page)));
    let bytes = fs::read(&paper).unwrap();
    let printed = String::from_utf8_lossy(&bytes);
    Some(printed.lines().filter(|line| line.ends_with("/Type /Page")).count())
}

/// What a page says of itself on a sheet of A4 without its margins.
#[track_caller]
fn measured(place: &Path, html: &str) -> Option<Value> {
    // The page itself forbids scripts; what it looks like on paper is looked at on a screen as wide.
    let is_policy = |line: &&str| line.starts_with("<meta http-equiv=");
    let html: String = html.split_inclusive('\n').filter(|line| !is_policy(line)).collect();
    let html = html.replace("@media print", "@media all").replace("</head>", &format!("{MEASURE}</head>"));
    let path = place.join("measured.html");
    fs::write(&path, html).unwrap();
    let mut browser = browser(&place.join("measuring"))?;
    browser.args(["--window-size=673,986", "--hide-scrollbars", "--virtual-time-budget=5000", "--dump-dom"]);
    let dom = said(browser.arg(address(&path)));
    let found = dom.split("<pre id=\"found\">").nth(1).and_then(|rest| rest.split("</pre>").next());
    Some(serde_json::from_str(found.expect("something was measured")).unwrap())
}

#[track_caller]
fn assert_readable(name: &str, found: &Value) {
    let number = |key: &str| found[key].as_f64().unwrap();
    assert!(number("wide") <= number("room") && number("out") == 0.0, "{name} is cut off: {found}");
    assert!(number("contrast") >= 4.5 && number("texts") > 3.0, "{name} is hard to read: {found}");
    assert_eq!(number("asked"), 0.0, "{name} asks for something: {found}");
}

fn no_browser() {
    left_out("Chromium is not here (Debian: chromium), so no page was looked at in a browser");
}

#[test]
fn every_page_of_the_demonstration_prints_as_expected() {
    let place = tempfile::tempdir().unwrap();
    let papers = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/papers");
    let mut wrong = Vec::new();
    for (name, expected) in PAGES {
        let page = papers.join(format!("{name}.html"));
        let Some(found) = measured(place.path(), &fs::read_to_string(&page).unwrap()) else {
            return no_browser();
        };
        assert_readable(name, &found);
        let printed = pages(place.path(), &page).unwrap();
        if printed != expected {
            wrong.push(format!("{name}: {printed} pages, not {expected}; {found}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

/// The sheet that a trainer lays beside the keyboard is one page, in both languages.
#[test]
fn the_running_sheet_of_a_trainer_is_one_page() {
    let place = tempfile::tempdir().unwrap();
    for language in [Language::Dutch, Language::English] {
        let html = case_guide(language, 80).written(DocumentFormat::Html);
        let Some(found) = measured(place.path(), &html) else { return no_browser() };
        assert_readable("the running sheet", &found);
        let page = place.path().join("guide.html");
        fs::write(&page, &html).unwrap();
        assert_eq!(pages(place.path(), &page), Some(1), "{language:?}: {found}");
    }
}

/// Words without an end, which somebody may paste.
#[test]
fn a_word_of_three_hundred_letters_is_cut_off_nowhere() {
    let word = "Bezigheidsbegeleidingsoverleggroep".repeat(9);
    let text = || word.clone();
    let many = |count: usize| vec![word.clone(); count];
    let document = Document {
        kind: DocumentKind::Register,
        language: Language::Dutch,
        title: text(),
        reader: String::new(),
        foot: text(),
        fictional: true,
        blocks: vec![
            Block::Heading(1, text()),
            Block::Warning(text()),
            Block::Line(Place::POINT, text()),
            Block::Labelled(Place::SUBPOINT, text(), text()),
            Block::Labelled(Place::PARAGRAPH, text(), text()),
            Block::Note(text()),
            Block::Table(Table { caption: text(), columns: many(9), rows: vec![many(9), many(9)] }),
        ],
    };
    let place = tempfile::tempdir().unwrap();
    let Some(found) = measured(place.path(), &document.written(DocumentFormat::Html)) else {
        return no_browser();
    };
    assert_readable("a long word", &found);
}

/// The measure itself finds what it is for.
#[test]
fn what_is_wrong_with_a_page_is_found() {
    let place = tempfile::tempdir().unwrap();
    let image: PathBuf = place.path().join("is-er-niet.png");
    let html = format!(
        "<!DOCTYPE html><html><head><title>x</title></head><body><p style=\"width: 2000px; color: #bbb\">grijs</p>\
         <img src=\"{}\"></body></html>",
        address(&image)
    );
    let Some(found) = measured(place.path(), &html) else { return no_browser() };
    let number = |key: &str| found[key].as_f64().unwrap();
    assert!(number("wide") > number("room") && number("out") > 0.0, "{found}");
    assert!(number("contrast") < 4.5 && number("asked") > 0.0, "{found}");
}
