//! What each format must escape, with texts that somebody may have typed or pasted to do harm.

use super::*;
use crate::text;
use crate::words::Language;

const HOSTILE: [&str; 12] = [
    "<script>alert(1)</script>",
    "</style><img src=x onerror=alert(1)>",
    "\" onmouseover=\"alert(1)",
    "[klik](https://voorbeeld.invalid) ![x](https://voorbeeld.invalid/x.png)",
    "https://voorbeeld.invalid www.voorbeeld.invalid iemand@voorbeeld.invalid <https://voorbeeld.invalid>",
    "# kop\n---\n- punt\n1. een\n> citaat\n    code\n```\n|a|b|\n===",
    "**vet** _schuin_ `code` ~~weg~~ <b>b</b> &lt; $x$",
    "\u{1b}[31mrood\u{7}\u{0}",
    "\u{202e}omgekeerd\u{2066}\u{200b}",
    "*/ } body { display: none } @import url(https://voorbeeld.invalid);",
    "1) een\n+ twee\n= drie",
    "\\ \\* \\\\",
];

fn paper() -> Document {
    let mut blocks = vec![Block::Heading(1, HOSTILE[0].to_owned())];
    for typed in HOSTILE {
        let text = || typed.to_owned();
        blocks.extend([
            Block::Heading(2, text()),
            Block::Line(Place::PARAGRAPH, text()),
            Block::Line(Place::POINT, text()),
            Block::Line(Place::UNDER, text()),
            Block::Line(Place::SUBPOINT, text()),
            Block::Labelled(Place::UNDER_SUBPOINT, text(), text()),
            Block::Labelled(Place::POINT, text(), text()),
            Block::Gap,
            Block::Labelled(Place::PARAGRAPH, text(), text()),
            Block::Note(text()),
            Block::Warning(text()),
            Block::Line(Place::numbered(3), text()),
            Block::Table(Table {
                caption: text(),
                columns: vec![text(), text(), text()],
                rows: vec![vec![text(), text(), text()]],
            }),
        ]);
    }
    Document {
        kind: DocumentKind::Summary,
        language: Language::Dutch,
        title: HOSTILE.join(" "),
        reader: HOSTILE[0].to_owned(),
        foot: HOSTILE.join(" "),
        fictional: false,
        blocks,
    }
}

/// Every tag, in order, with its attributes.
fn tags(html: &str) -> Vec<&str> {
    html.split('<').skip(1).map(|rest| rest.split_once('>').expect("a tag ends").0).collect()
}

#[test]
fn no_format_lets_through_what_nobody_sees() {
    for format in DocumentFormat::ALL {
        let written = paper().written(format);
        assert!(text::is_clean(&written.replace("&#39;", "'")), "{format:?}");
        assert!(!written.contains(['\u{1b}', '\u{202e}', '\u{200b}', '\u{0}']), "{format:?}");
    }
}

#[test]
fn a_page_has_only_its_own_tags_and_asks_for_nothing() {
    let html = paper().html();
    let known = [
        "!DOCTYPE html",
        "html lang=\"nl\"",
        "meta charset=\"utf-8\"",
        "meta name=\"referrer\" content=\"no-referrer\"",
        "meta name=\"robots\" content=\"noindex\"",
        "meta name=\"viewport\" content=\"width=device-width\"",
        "p class=\"note\"",
        "p class=\"warning\"",
        "p class=\"under\"",
        "th scope=\"col\"",
        "th scope=\"row\"",
        "meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\"",
    ];
    let plain = [
        "html", "head", "title", "style", "body", "main", "h1", "h2", "h3", "p", "ul", "li", "dl", "dt",
        "dd", "b", "br", "hr", "table", "caption", "thead", "tbody", "tr", "th", "td",
    ];
    let mut open: Vec<&str> = Vec::new();
    for tag in tags(&html) {
        let name = tag.trim_start_matches('/').split(' ').next().unwrap_or_default();
        assert!(known.contains(&tag) || plain.contains(&tag.trim_start_matches('/')), "<{tag}>");
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(open.pop(), Some(name), "what was opened last is closed first");
        } else if !["!DOCTYPE", "meta", "br", "hr"].contains(&name) {
            open.push(name);
        }
    }
    assert!(open.is_empty(), "{open:?}");
    let style = html.split("<style>").nth(1).and_then(|rest| rest.split("</style>").next()).unwrap();
    assert!(!style.contains("url("), "{style}");
    assert_eq!(style.matches('{').count(), style.matches('}').count(), "{style}");
    assert!(!style.contains("@import") && !style.contains("display: none }"), "{style}");
    assert!(html.contains("<html lang=\"nl\">") && html.contains("counter(pages)"));
}

#[test]
fn what_was_typed_stays_text_in_markdown() {
    let markdown = paper().markdown();
    for line in markdown.lines() {
        let text = line.trim_start();
        for sign in ["[klik](", "![x", "<script", "<b>", "**vet", "_schuin", "`code", "~~weg", "<https"] {
            assert!(!text.contains(sign) || text.contains(&format!("\\{sign}")), "{sign} in {line}");
        }
        for begin in ["# ", "```", "===", "1. "] {
            assert!(!text.starts_with(begin) || (begin == "# " && line.starts_with("# \\<script")), "{line}");
        }
    }
    assert!(!markdown.contains(" https://") && !markdown.contains(" www.") && !markdown.contains("iemand@"));
}

#[test]
fn json_says_what_stands_on_the_paper_and_nothing_of_its_layout() {
    let read: serde_json::Value = serde_json::from_str(&paper().json()).unwrap();
    assert_eq!(read["schema"], "pallium-document");
    assert_eq!(read["version"], super::json::VERSION);
    assert_eq!((&read["kind"], &read["language"]), (&"summary".into(), &"nl".into()));
    let blocks = read["blocks"].as_array().unwrap();
    assert_eq!(blocks.len(), 1 + HOSTILE.len() * 12);
    assert_eq!(blocks[2]["text"], HOSTILE[0]);
    assert_eq!(blocks[3]["type"], "point");
    // Every form that a piece can have is told of in the documentation.
    let told = include_str!("../../../../docs/documenten.md");
    for block in blocks {
        let kind = block["type"].as_str().unwrap();
        assert!(told.contains(&format!("`{kind}`")), "{kind}");
        for key in block.as_object().unwrap().keys() {
            assert!(told.contains(&format!("`{key}`")), "{key} of {kind}");
        }
    }
}

#[test]
fn text_has_no_line_of_more_than_eighty_columns() {
    for line in paper().text(WIDTH).lines() {
        assert!(text::width(line) <= 80 && line == line.trim_end(), "{line}");
    }
}
