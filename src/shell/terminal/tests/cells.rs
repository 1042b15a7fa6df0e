//! Bytes that change what a terminal shows: few, in the colours that there are, and with every letter in its place.

use std::num::NonZero;

use super::*;
use crate::app::{Piece, Role, Size, ThemeName};

fn layout(rows: &[&str]) -> Arc<Layout> {
    let line = |(y, text): (usize, &&str)| Line {
        y: u16::try_from(y).unwrap(),
        pieces: vec![Piece { x: 0, text: (*text).to_owned(), role: Role::Accent }].into(),
    };
    Arc::new(Layout {
        size: Size::new(20, 4),
        lines: rows.iter().enumerate().map(line).collect(),
        cursor: None,
        focus: None,
        body_top: 0,
        body_height: 4,
        first_line: 0,
        content_lines: 4,
        rows: crate::app::layout::Rows::default(),
    })
}

fn show(picture: &mut Picture, rows: &[&str]) -> String {
    let mut bytes = Vec::new();
    picture.show(layout(rows), Theme::named(ThemeName::Terminal), &mut bytes);
    String::from_utf8(bytes).unwrap()
}

/// Without the marks around a frame.
fn inner(frame: &str) -> &str {
    let inner = frame.strip_prefix("\x1b[?2026h").and_then(|frame| frame.strip_suffix("\x1b[?2026l"));
    inner.unwrap_or_else(|| panic!("no whole frame: {frame:?}"))
}

#[test]
fn only_what_differs_is_written() {
    let mut picture = Picture::new(Colours::Many);
    assert!(show(&mut picture, &["een", "twee"]).contains("\x1b[2J"));
    assert_eq!(show(&mut picture, &["een", "twee"]), "");
    assert_eq!(inner(&show(&mut picture, &["een", "twij"])), "\x1b[2;3H\x1b[1;38;5;29mij\x1b[0m");
    assert_eq!(inner(&show(&mut picture, &["een"])), "\x1b[2;1H    ");
    assert_eq!(inner(&show(&mut picture, &["een", "", "drie"])), "\x1b[3;1H\x1b[1;38;5;29mdrie\x1b[0m");
}

#[test]
fn what_was_forgotten_is_written_whole() {
    let mut picture = Picture::new(Colours::Many);
    let first = show(&mut picture, &["een", "twee"]);
    picture.forget();
    assert_eq!(show(&mut picture, &["een", "twee"]), first);
}

#[test]
fn as_many_colours_as_there_are() {
    for (colours, look) in [
        (Colours::None, "\x1b[1m"),
        (Colours::Eight, "\x1b[1;36m"),
        (Colours::Sixteen, "\x1b[1;36m"),
        (Colours::Many, "\x1b[1;38;5;29m"),
        (Colours::All, "\x1b[1;38;2;0;132;132m"),
    ] {
        let written = show(&mut Picture::new(colours), &["een"]);
        assert!(written.contains(&format!("{look}een")), "{written:?}");
    }
}

#[test]
fn a_wide_sign_goes_whole() {
    let mut picture = Picture::new(Colours::None);
    show(&mut picture, &["漢字x"]);
    // Its second half is erased with it, although a space stood there before too.
    assert_eq!(inner(&show(&mut picture, &["a 字x"])), "\x1b[1;1H\x1b[1ma \x1b[0m");
    assert_eq!(inner(&show(&mut picture, &["漢字x"])), "\x1b[1;1H\x1b[1m漢\x1b[0m");
}

/// A terminal that gives every character the room that `wide` says, and no sign of several characters one place.
fn simple_terminal(written: &str, wide: impl Fn(char) -> usize) -> String {
    let mut row = vec![' '; 60];
    let mut x = 0;
    let mut rest = written.chars();
    while let Some(letter) = rest.next() {
        if letter == '\x1b' {
            let sequence: String = rest.by_ref().take_while(|letter| !letter.is_ascii_alphabetic()).collect();
            let place = sequence.strip_prefix("[1;").and_then(|column| column.parse::<usize>().ok());
            // Only moves have the form of one; a look with bold alone has no second number here.
            x = place.map_or(x, |column| column - 1);
            continue;
        }
        if letter.is_ascii_alphanumeric() || letter == '.' || letter == ' ' {
            row[x] = letter;
        }
        x += wide(letter);
    }
    row.into_iter().collect::<String>().trim_end().to_owned()
}

#[test]
fn no_letter_is_eaten_after_a_sign_of_any_width() {
    for sign in ["👩‍⚕️", "🇳🇱", "❤️", "👍🏽", "👨‍👩‍👧", "ﷺ", "क्षि", "1️⃣", "🫀"]
    {
        let line = format!("{sign} Fictief Q.");
        for other in [0, 1, 2] {
            let mut picture = Picture::new(Colours::None);
            let width = |letter: char| if letter.is_ascii() { 1 } else { other };
            let shown = simple_terminal(&show(&mut picture, &[&line]), width);
            assert!(shown.ends_with("Fictief Q."), "{sign} as {other}: {shown:?}");
            // Also when only a letter comes in behind it: the whole line is written.
            let more = show(&mut picture, &[&format!("{sign} Fictief Qu.")]);
            assert!(more.contains("Fictief Qu."), "{sign}: {more:?}");
            // And when it goes.
            let gone = show(&mut picture, &["Fictief Q."]);
            assert!(gone.contains("Fictief Q.\x1b[0m   "), "{sign}: {gone:?}");
        }
    }
}

#[test]
fn letters_and_marks_on_which_terminals_agree_cost_nothing_more() {
    for sign in ["é", "e\u{301}", "€", "–", "’", "●", "■", "↑", "→", "✓", "│", "…", "ß", "Ж", "漢", "한"]
    {
        let mut cell = Cell::default();
        cell.set_symbol(sign);
        assert!(!is_uncertain(&cell), "{sign}");
    }
}

#[test]
fn ordinary_signs_take_one_cell_on_every_terminal() {
    let is_ordinary = |sign: &String| text::ordinary_signs(sign).is_some();
    let signs: Vec<String> = ('\0'..='\u{FFFF}').map(String::from).filter(is_ordinary).collect();
    assert!(signs.len() > 500);
    for sign in signs {
        let mut cell = Cell::default();
        cell.set_symbol(&sign);
        assert!(!is_uncertain(&cell) && columns(&cell) == 1, "{sign:?}");
    }
}

#[test]
fn whatever_stood_on_a_line_the_next_one_stands_there_whole() {
    let lines = [
        "een twee drie vier",
        "een twij drie vijf",
        "漢字 twee 漢字 ja",
        "漢字 tw字 漢 字 ja",
        "字漢 twee",
        "x漢字 twee 漢字a",
        "ééntje – tweetje",
        "eentje – tweetjé",
        "",
        " ",
    ];
    let (rows, columns) = (NonZero::new(4).unwrap(), NonZero::new(20).unwrap());
    for one in lines {
        for other in lines {
            let mut picture = Picture::new(Colours::Many);
            let mut terminal = vt100::Parser::new(rows, columns, 0);
            terminal.process(show(&mut picture, &["a", one]).as_bytes());
            terminal.process(show(&mut picture, &["a", other]).as_bytes());
            let mut anew = vt100::Parser::new(rows, columns, 0);
            anew.process(show(&mut Picture::new(Colours::Many), &["a", other]).as_bytes());
            // Whether a blank at the end was written is not to be seen.
            let seen = |terminal: &vt100::Parser| {
                let lines = terminal.screen().contents();
                let lines: Vec<&str> = lines.lines().map(str::trim_end).collect();
                lines.join("\n").trim_end().to_owned()
            };
            assert_eq!(seen(&terminal), seen(&anew), "{one:?} and then {other:?}");
        }
    }
}
