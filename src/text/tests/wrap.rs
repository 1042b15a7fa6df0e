//! Where lines break, and that places on the screen and in the text agree.
#![allow(clippy::string_slice)]

use super::super::tests::Dice;
use super::*;
use crate::text::{WrapCache, width};

fn lines(text: &str, width: u16) -> Vec<&str> {
    wrap(text, width).lines().iter().map(|line| &text[line.start..line.end]).collect()
}

#[test]
fn words_stay_whole_and_spaces_stay_on_the_line_they_end() {
    assert_eq!(lines("hij is erg moe", 7), ["hij is ", "erg moe"]);
    assert_eq!(lines("hij is erg moe", 6), ["hij is ", "erg ", "moe"]);
    assert_eq!(lines("moe    en ziek", 4), ["moe    ", "en ", "ziek"]);
    assert_eq!(lines("  inspringen", 12), ["  inspringen"]);
}

#[test]
fn empty_texts_and_line_breaks_have_their_lines() {
    assert_eq!(lines("", 10), [""]);
    assert_eq!(lines("\n", 10), ["", ""]);
    assert_eq!(lines("a\n\nb\n", 10), ["a", "", "b", ""]);
    let hard: Vec<bool> = wrap("een twee\ndrie", 4).lines().iter().map(|line| line.hard).collect();
    assert_eq!(hard, [false, true, false]);
}

#[test]
fn long_words_break_between_clusters() {
    assert_eq!(lines("abcdefgh", 3), ["abc", "def", "gh"]);
    assert_eq!(lines("x abcdefgh", 3), ["x ", "abc", "def", "gh"]);
    assert_eq!(lines("🇳🇱🇧🇪🇩🇪", 5), ["🇳🇱🇧🇪", "🇩🇪"]);
    assert_eq!(lines("e\u{301}e\u{301}e\u{301}", 2), ["e\u{301}e\u{301}", "e\u{301}"]);
}

#[test]
fn widths_of_nothing_still_make_progress() {
    assert_eq!(lines("ab", 0), ["a", "b"]);
    assert_eq!(lines("漢a字", 1), ["漢", "a", "字"]);
    assert_eq!(lines("👩\u{200D}👦👩", 1), ["👩\u{200D}👦", "👩"]);
}

#[test]
fn hyphens_between_letters_are_places_to_break() {
    assert_eq!(lines("niet-reanimeren", 10), ["niet-", "reanimeren"]);
    assert_eq!(lines("op 2026-05-01", 9), ["op ", "2026-05-0", "1"]);
    assert_eq!(lines("aaa -bb", 5), ["aaa ", "-bb"]);
    assert_eq!(lines("38,5\u{A0}°C nu", 8), ["38,5\u{A0}°C ", "nu"]);
}

#[test]
fn wide_characters_break_anywhere_but_before_a_full_stop() {
    assert_eq!(lines("漢字漢字", 5), ["漢字", "漢字"]);
    assert_eq!(lines("ab漢字", 4), ["ab漢", "字"]);
    assert_eq!(lines("漢字。漢", 4), ["漢", "字。", "漢"]);
    assert_eq!(lines("漢「字」", 4), ["漢", "「字", "」"]);
}

#[test]
fn a_byte_has_a_place_on_the_screen() {
    let text = "hij is erg moe";
    let wrapped = wrap(text, 7);
    assert_eq!(wrapped.position_of(text, 0), (0, 0));
    assert_eq!(wrapped.position_of(text, 6), (0, 6));
    assert_eq!(wrapped.position_of(text, 7), (1, 0), "a broken line goes on below");
    assert_eq!(wrapped.position_of(text, 14), (1, 7), "behind a full line is no cell of it");
    assert_eq!(wrap("abc", 3).position_of("abc", 3), (0, 3));
    assert_eq!(wrap("abc\nd", 3).position_of("abc\nd", 3), (0, 3));
    assert_eq!(wrap("abc\nd", 3).position_of("abc\nd", 4), (1, 0));
    assert_eq!(wrap("abc\n", 9).position_of("abc\n", 99), (1, 0));
}

#[test]
fn a_place_on_the_screen_finds_its_byte() {
    let text = "漢字 ab\nc";
    let wrapped = wrap(text, 5);
    assert_eq!(lines(text, 5), ["漢字 ", "ab", "c"]);
    assert_eq!(wrapped.byte_at(text, 0, 0), 0);
    assert_eq!(wrapped.byte_at(text, 0, 1), 0, "the right half of a wide character");
    assert_eq!(wrapped.byte_at(text, 0, 2), 3);
    assert_eq!(wrapped.byte_at(text, 0, 60), 6, "past the end of a broken line");
    assert_eq!(wrapped.byte_at(text, 1, 60), 9);
    assert_eq!(wrapped.byte_at(text, 60, 60), 11);
    assert_eq!(wrap("", 5).byte_at("", 3, 3), 0);
}

#[test]
fn lines_of_another_text_give_some_place_and_no_panic() {
    let wrapped = wrap("漢字漢字漢字", 3);
    for (text, byte) in [("", 0), ("é", 1), ("abc", 99)] {
        for row in 0..9 {
            assert!(wrapped.byte_at(text, row, 2) <= 18);
        }
        let _ = wrapped.position_of(text, byte);
    }
}

const ALPHABET: [&str; 18] = [
    "a",
    "b",
    "mm",
    " ",
    " ",
    "   ",
    "\n",
    "-",
    "1",
    "漢",
    "。",
    "「",
    "🇳🇱",
    "e\u{301}",
    "👩\u{200D}👦",
    "\u{A0}",
    "x-y",
    "abcdefghijkl",
];

#[test]
fn any_text_comes_back_from_its_lines_and_fits() {
    let mut dice = Dice::new(11);
    let mut cache = WrapCache::new();
    for _ in 0..5_000 {
        let text = dice.text(&ALPHABET, 30);
        let room = u16::try_from(dice.roll(14)).unwrap();
        let wrapped = wrap(&text, room);
        assert_eq!(cache.wrap(&text, room), wrapped);
        let mut whole = String::new();
        for line in wrapped.lines() {
            assert_eq!(line.start, whole.len());
            let part = &text[line.start..line.end];
            let cells_used = width(part.trim_end_matches(' '));
            let single = cells(part.trim_end_matches(' ')).count() == 1;
            assert!(cells_used <= usize::from(room.max(1)) || single, "{text:?} {room} {part:?}");
            whole.push_str(part);
            if line.hard {
                whole.push('\n');
            }
        }
        assert_eq!(whole, text);
        places_agree(&text, &wrapped);
    }
}

fn places_agree(text: &str, wrapped: &Wrapped) {
    let edge = wrapped.width() - 1;
    let bytes = cells(text).map(|cell| cell.start).chain([text.len()]);
    for byte in bytes {
        let (row, column) = wrapped.position_of(text, byte);
        assert!(row < wrapped.lines().len());
        let back = wrapped.byte_at(text, row, column);
        if column <= edge && usize::from(column) < width(text) {
            let end = wrapped.lines()[row].end;
            assert!(
                back == byte || back == wrapped.last_place(text, row) && byte == end,
                "{text:?} {byte} {back}"
            );
        }
        assert_eq!(wrapped.position_of(text, back).0, row, "{text:?} {byte} {back}");
    }
}
