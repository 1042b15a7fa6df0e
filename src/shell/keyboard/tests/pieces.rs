//! What is typed close behind Esc, and answers in more than two pieces.

use super::*;

/// What is typed right behind Esc, in one piece or before Esc is a key, is typed: no letter with Alt means anything here.
#[test]
fn who_types_at_once_after_esc_types() {
    for text in [
        "moe",
        "q",
        "é",
        "één",
        "Ook moe",
        "Op bed",
        "Oh",
        "Overleg",
        "Pijn erger",
        "P",
        "PZP",
        "Xander",
        "X",
        "_moe",
        "]",
        "] moe",
        "^",
        "[ ] bellen",
        "O",
        "5 mg",
        " ja",
        "\u{1F44D}",
    ] {
        let expected = [vec![ESCAPE], typed(text)].concat();
        let bytes = [b"\x1b", text.as_bytes()].concat();
        assert_eq!(pieces(&[&bytes], 0), expected, "{text:?}");
        assert_eq!(pieces(&[b"\x1b", text.as_bytes()], 30), expected, "{text:?} within the patience");
        let first = 1 + text.chars().next().map_or(0, char::len_utf8);
        let (first, rest) = bytes.split_at(first);
        if !text.starts_with('[') {
            assert_eq!(pieces(&[first, rest], 200), expected, "{text:?} letter after letter");
        }
    }
}

/// Answers that come late in three pieces, of which the last cut may be within the two bytes of their end.
#[test]
fn an_answer_in_three_pieces_types_nothing() {
    for answer in
        [&b"\x1b]11;rgb:1e1e/1e1e/1e1e\x1b\\"[..], b"\x1bP>|XTerm(370)\x1b\\", b"\x9d11;rgb:1e/1e/1e\x1b\\"]
    {
        for first in 1..answer.len() - 2 {
            for pause in [0, 60, 150, 300] {
                let end = answer.len() - 1;
                let cut = [&answer[..first], &answer[first..end], &answer[end..]];
                // Behind Esc by itself only what surely is an answer is one.
                if first == 1 && answer[1] == b'P' {
                    continue;
                }
                let events = without_taken_back(pieces(&cut, pause));
                assert_eq!(events, [], "{} at {first} after {pause}", answer.escape_ascii());
            }
        }
    }
    let colour: [&[u8]; 3] = [b"\x1b]11;rgb:1e1e/", b"1e1e/1e1e", b"\x1b\\"];
    assert_eq!(pieces(&colour, 200), []);
    let slow: [&[u8]; 4] = [b"\x1b]11;rgb:1e1e/", b"1e1e/1e1e", b"\x1b", b"\\"];
    assert_eq!(pieces(&slow, 200), []);
    let up = plain(KeyCode::Up);
    assert_eq!(pieces(&[b"\x9b", b"A"], 300), std::slice::from_ref(&up));
    assert_eq!(pieces(&[b"\x9b1;1", b"A"], 300), [up]);
    assert_eq!(pieces(&[b"\x9b?62;1", b"c"], 300), []);
    // Who presses Esc while an answer is awaited has pressed it.
    assert_eq!(pieces(&[b"\x1b]11;rgb:1e1e/", b"\x1b"], 1000), [ESCAPE]);
}
