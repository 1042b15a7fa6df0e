//! A letter with Alt: Esc and that letter at once, which neither goes back nor types.

use super::*;

fn alt(code: KeyCode) -> Event {
    Event::Key(Key::alt(code))
}

/// Letters, digits and signs, those with which something else may begin among them.
const LETTERS: [&str; 28] = [
    "a",
    "m",
    "q",
    "z",
    "A",
    "O",
    "P",
    "X",
    "Z",
    "0",
    "5",
    "9",
    " ",
    ",",
    ".",
    "-",
    "/",
    "'",
    "{",
    "~",
    "@",
    "]",
    "^",
    "_",
    "é",
    "ĳ",
    "漢",
    "\u{1F44D}",
];

#[test]
fn a_letter_with_alt_is_one_key() {
    for letter in LETTERS {
        let bytes = [b"\x1b", letter.as_bytes()].concat();
        let expected = alt(KeyCode::Char(letter.chars().next().unwrap()));
        assert_eq!(pieces(&[&bytes], 2000), std::slice::from_ref(&expected), "{letter:?}");
        // Held down, and beside other keys.
        let held = [bytes.as_slice(), &bytes, &bytes].concat();
        let told = pieces(&[&held], 2000);
        assert!(
            !told.contains(&ESCAPE) && told.iter().all(|event| *event == expected),
            "{letter:?} {told:?}"
        );
        let among: Vec<u8> = [b"x\x1b[A", bytes.as_slice(), b"\x1b[B"].concat();
        let told = pieces(&[&among], 2000);
        assert!(!told.contains(&ESCAPE), "{letter:?} {told:?}");
        assert_eq!(super::told(&told), "x", "{letter:?}");
        // Byte by byte, as a question reads them.
        let single: Vec<&[u8]> = bytes.chunks(1).collect();
        assert_eq!(pieces(&single, 0), std::slice::from_ref(&expected), "{letter:?} byte by byte");
        // Then typed on, whatever it may have begun.
        for pause in [60, 300, 700] {
            let told = pieces(&[&bytes, b"m", b"o", b"e"], pause);
            assert!(!told.contains(&ESCAPE), "{letter:?} after {pause}: {told:?}");
            assert_eq!(super::told(&told), "moe", "{letter:?} after {pause}");
        }
    }
    // Of the rest that may begin something no more comes.
    for letter in ["[", "(", ")", "*", "+", "\\"] {
        let bytes = [b"\x1b", letter.as_bytes()].concat();
        assert_eq!(pieces(&[&bytes], 2000), [], "{letter:?}");
    }
    assert_eq!(pieces(&[b"\x1b\xe9"], 3000), [], "in another set of letters");
    assert_eq!(pieces(&[b"\x1b(\r"], 0), [alt(KeyCode::Char('(')), plain(KeyCode::Enter)]);
    assert_eq!(pieces(&[b"\x1bq\r"], 0), [alt(KeyCode::Char('q')), plain(KeyCode::Enter)]);
    assert_eq!(pieces(&[b"\x1b[97;3u"], 0), [alt(KeyCode::Char('a'))]);
    assert_eq!(pieces(&[b"\x1b[27;3;97~"], 0), [alt(KeyCode::Char('a'))]);
}

#[test]
fn esc_and_then_a_letter_is_that() {
    for letter in LETTERS {
        let expected = [vec![ESCAPE], typed(letter)].concat();
        for pause in [25, 40, 60, 200, 500, 1000, 3000] {
            assert_eq!(pieces(&[b"\x1b", letter.as_bytes()], pause), expected, "{letter:?} after {pause}");
        }
    }
}

#[test]
fn other_keys_with_alt() {
    assert_eq!(pieces(&[b"\x1b\r"], 0), [alt(KeyCode::Enter)]);
    assert_eq!(pieces(&[b"\x1b[13;3u"], 0), [alt(KeyCode::Enter)]);
    for backspace in [&b"\x1b\x7f"[..], b"\x1b\x08", b"\x1b[127;3u"] {
        assert_eq!(pieces(&[backspace, b"x"], 0), [vec![alt(KeyCode::Backspace)], typed("x")].concat());
    }
    assert_eq!(pieces(&[b"\x1b\t\x1b\n"], 0), []);
    assert_eq!(pieces(&[b"\x1b[1;3D"], 0), [alt(KeyCode::Left)]);
    assert_eq!(pieces(&[b"\x1b[1;3P"], 0), [alt(KeyCode::F(1))]);
}

/// On a line where Backspace sends a step back no word goes by it.
#[test]
fn backspace_is_what_the_line_says() {
    for (line_says, expected) in
        [(0x7F, Key::control(KeyCode::Backspace)), (0x08, Key::plain(KeyCode::Backspace))]
    {
        let mut line = Line { parser: Parser::new(AT_ONCE).erasing_with(line_says), ..Line::new() };
        assert_eq!(line.send(b"\x08").events(), [Event::Key(expected)], "{line_says}");
        assert_eq!(line.send(b"\x7f").events(), [plain(KeyCode::Backspace)], "{line_says}");
    }
}

/// Within a paste Esc and a letter are a part of the text, also where a read ends behind them.
#[test]
fn a_paste_has_no_keys_with_alt() {
    let whole = paste("een\x1bxtwee\x1b\u{e9}");
    for cut in 1.."een\x1bxtwee\x1bé".len() {
        let text = "een\x1bxtwee\x1bé".as_bytes();
        let (first, second) = text.split_at(cut);
        let reads = [&[b"\x1b[200~", first].concat()[..], &[second, b"\x1b[201~"].concat()];
        assert_eq!(pieces(&reads, 0), std::slice::from_ref(&whole), "at {cut}");
    }
}
