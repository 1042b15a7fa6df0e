//! Every class of hostile characters, and what holds for all texts.
#![allow(clippy::string_slice)]

use super::super::tests::Dice;
use super::*;
use crate::text::grapheme::{Cell, cells};

fn text(input: &str) -> String {
    visible_text(input).into_owned()
}

#[test]
fn plain_text_is_given_back_without_a_copy() {
    let plain = "Mw. Çelik-O’Brien: één café, 漢字, 🇳🇱 👩\u{200D}👩\u{200D}👦 ✍🏽 ❤\u{FE0F} 1\u{FE0F}\u{20E3}\nkoorts ≥ 38,5 °C, e\u{301}\u{323}";
    assert!(matches!(visible_text(plain), Cow::Borrowed(_)));
    assert!(is_clean(plain));
    assert!(matches!(visible_line("abc"), Cow::Borrowed(_)));
    assert!(matches!(visible_line(""), Cow::Borrowed("")));
}

#[test]
fn control_characters_become_their_pictures() {
    assert_eq!(text("a\x1B[31mb"), "a␛[31mb");
    assert_eq!(text("\0\x07\x08\x0B\x0C\x1F\x7F"), "␀␇␈␋␌␟␡");
}

#[test]
fn line_breaks_of_all_systems_become_one_kind() {
    assert_eq!(text("a\r\nb\rc\nd\r\r\n"), "a\nb\nc\nd\n\n");
    assert_eq!(visible_line("a\r\nb\rc\nd\n\ne"), "a b c d  e");
    assert_eq!(text("a\u{85}b\u{2028}c\u{2029}"), "a<U+0085>b<U+2028>c<U+2029>");
}

#[test]
fn tabs_become_spaces() {
    assert_eq!(text("a\tb"), "a    b");
    assert_eq!(visible_line("a\tb"), "a b");
}

#[test]
fn invisible_characters_become_their_numbers() {
    let classes = [
        "\u{80}\u{9B}\u{9F}",                                                 // C1
        "\u{61C}\u{200E}\u{200F}\u{202A}\u{202B}\u{202C}\u{202D}\u{202E}",    // directions
        "\u{2066}\u{2067}\u{2068}\u{2069}",                                   // isolates
        "\u{200B}\u{200C}\u{200D}\u{2060}\u{FEFF}\u{180E}",                   // zero width
        "\u{E0001}\u{E0041}\u{E007F}\u{E0100}",                               // tags and selectors
        "\u{AD}\u{34F}\u{115F}\u{1160}\u{3164}\u{FFA0}\u{17B4}\u{17B5}",      // fillers
        "\u{2061}\u{2064}\u{206A}\u{206F}\u{FFF9}\u{FFFB}\u{1D173}\u{1BCA0}", // operators, annotation
        "\u{FE00}\u{FE0F}\u{180B}",                                           // selectors
        "\u{FFFE}\u{FFFF}\u{FDD0}\u{10FFFF}",                                 // noncharacters
    ];
    for class in classes {
        for c in class.chars() {
            assert_eq!(text(&format!("a{c}b")), format!("a<U+{:04X}>b", u32::from(c)));
        }
    }
}

#[test]
fn the_ninth_mark_and_the_rest_become_visible() {
    let eight = format!("a{}", "\u{301}".repeat(8));
    assert_eq!(text(&eight), eight);
    assert_eq!(text(&format!("{eight}\u{301}\u{302}b\u{303}")), format!("{eight}<U+0301><U+0302>b\u{303}"));
}

#[test]
fn a_mark_with_nothing_before_it_becomes_visible() {
    assert_eq!(text("\u{301}a"), "<U+0301>a");
    assert_eq!(text("a\n\u{301}"), "a\n<U+0301>");
    assert_eq!(text("\u{202E}\u{301}"), "<U+202E><U+0301>");
    assert_eq!(visible_after("e", "\u{301}", Breaks::Keep), "\u{301}");
    assert_eq!(
        visible_after("a\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}\u{301}", "\u{301}", Breaks::Keep),
        "<U+0301>"
    );
}

#[test]
fn a_joiner_stays_only_between_emoji() {
    for kept in ["👩\u{200D}👦", "❤\u{FE0F}\u{200D}🔥", "👩🏽\u{200D}⚕\u{FE0F}", "🏳\u{FE0F}\u{200D}🌈"]
    {
        assert_eq!(text(kept), kept);
    }
    assert_eq!(text("👩\u{200D}"), "👩<U+200D>");
    assert_eq!(text("👩\u{200D}a"), "👩<U+200D>a");
    assert_eq!(text("a\u{200D}👦"), "a<U+200D>👦");
    for kept in ["क्\u{200D}ष", "می\u{200C}خواهم", "ශ්\u{200D}රී", "র\u{200D}্যাব", "می\u{200C}"]
    {
        assert_eq!(text(kept), kept);
    }
    assert_eq!(text("क्\u{200D}\u{200D}ष"), "क्\u{200D}<U+200D>ष");
    assert_eq!(text("e\u{200C}ن"), "e<U+200C>ن");
    let thousand = "👩\u{200D}".repeat(1000) + "👩";
    assert!(text(&thousand).contains("<U+200D>"));
}

#[test]
fn selectors_and_skin_tones_stay_only_where_they_mean_something() {
    for kept in ["☎\u{FE0F}", "☎\u{FE0E}", "#\u{FE0F}\u{20E3}", "👍🏽", "👍\u{FE0F}"] {
        assert_eq!(text(kept), kept);
    }
    assert_eq!(text("a\u{FE0F}"), "a<U+FE0F>");
    assert_eq!(text("漢\u{FE0E}"), "漢<U+FE0E>");
    assert_eq!(text("☎\u{FE0F}\u{FE0F}"), "☎\u{FE0F}<U+FE0F>");
    assert_eq!(text("a🏽"), "a<U+1F3FD>");
    assert_eq!(text("👍🏽🏽"), "👍🏽<U+1F3FD>");
}

#[test]
fn hangul_vowels_stay_only_in_a_syllable() {
    assert_eq!(text("\u{1112}\u{1161}\u{11AB}"), "\u{1112}\u{1161}\u{11AB}");
    assert_eq!(text("a\u{1161}"), "a<U+1161>");
}

#[test]
fn no_character_of_unicode_hides_between_two_letters() {
    let planes = (0..=16).flat_map(|plane| [plane * 0x10000 + 0xFFFE, plane * 0x10000 + 0xFFFF]);
    // The planes between hold ideographs or nothing.
    let codes = (0..0x20000).chain(0xE0000..0xE1000).chain(planes);
    for c in codes.filter_map(char::from_u32) {
        let shown = text(&format!("a{c}b"));
        let clusters: Vec<Cell<'_>> = cells(&shown).collect();
        assert!(clusters.iter().all(|cell| cell.width > 0), "U+{:04X}", u32::from(c));
        assert!(!shown.chars().any(|c| c != '\n' && c.is_control()), "U+{:04X}", u32::from(c));
        assert_eq!(text(&shown), shown, "U+{:04X}", u32::from(c));
    }
}

#[test]
fn any_mixture_comes_out_clean_and_stays_as_it_is() {
    let alphabet = [
        "a",
        "1",
        "\n",
        "\r",
        "\t",
        " ",
        "\x1B",
        "\u{9B}",
        "\u{301}",
        "\u{301}\u{301}\u{301}\u{301}\u{301}",
        "\u{200D}",
        "👩",
        "❤",
        "\u{FE0F}",
        "\u{FE0E}",
        "🏽",
        "\u{202E}",
        "🇳",
        "🇱",
        "漢",
        "\u{1100}",
        "\u{1161}",
        "\u{11A8}",
        "각",
        "क",
        "\u{94D}",
        "\u{600}",
        "\u{D4E}",
        "\u{FF9E}",
        "\u{20E3}",
        "\u{E0067}",
        "\u{AD}",
    ];
    let mut dice = Dice::new(7);
    for _ in 0..4_000 {
        let input = dice.text(&alphabet, 24);
        let shown = text(&input);
        assert!(is_clean(&shown), "{input:?} {shown:?}");
        assert_eq!(text(&shown), shown, "{input:?}");
        assert_eq!(is_clean(&input), input == shown, "{input:?}");
        let line = visible_line(&input).into_owned();
        assert!(!line.contains('\n') && visible_line(&line) == line && is_clean(&line), "{input:?} {line:?}");
        assert!(cells(&shown).all(|cell| cell.width > 0), "{input:?} {shown:?}");
        // Any part between two clusters is clean by itself, so removing text never makes the rest hostile.
        for cell in cells(&shown) {
            assert!(is_clean(&shown[cell.start..]) && is_clean(&shown[..cell.start]), "{shown:?}");
        }
    }
}
