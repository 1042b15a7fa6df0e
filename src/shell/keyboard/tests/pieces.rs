//! What is typed close behind Esc, and answers in more than two pieces.

use super::*;

/// The first four of the function keys, of which a slow line delivers the last byte alone.
#[test]
fn a_function_key_of_which_the_end_comes_late_is_that_key() {
    for (last, number) in [(&b"P"[..], 1), (b"Q", 2), (b"R", 3), (b"S", 4)] {
        let expected = [Event::Key(Key::plain(KeyCode::F(number)))];
        for pause in [100, 400, 700, 1000, 1400] {
            assert_eq!(pieces(&[&b"\x1bO"[..], last], pause), expected, "F{number} after {pause}");
            assert_eq!(
                pieces(&[&b"\x1b"[..], &[b"O", last].concat()], pause).last(),
                expected.last(),
                "{pause}"
            );
        }
    }
}

/// What is typed right behind Esc, in one piece or before Esc is a key, is typed; only one letter in one piece with it is a
/// key with Alt ([`super::alt`]).
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
        if text.chars().count() > 1 {
            assert_eq!(pieces(&[&bytes], 0), expected, "{text:?}");
        }
        assert_eq!(pieces(&[b"\x1b", text.as_bytes()], 30), expected, "{text:?} within the patience");
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

/// A key in as many pieces as it has bytes, over a line so slow that Esc was told long before: that was none, and nothing is typed.
#[test]
fn a_key_byte_by_byte_types_nothing() {
    for (bytes, expected) in super::sequences() {
        let is_key = matches!(expected.as_slice(), [Event::Key(key)] if key.typed().is_none() && *key != Key::plain(KeyCode::Esc));
        if !is_key || bytes.starts_with(b"\x1b\x1b") || !bytes.starts_with(b"\x1b[") {
            continue;
        }
        let each: Vec<&[u8]> = bytes.chunks(1).collect();
        for pause in [30, 100, 240, 350, 700, 1000, 1400] {
            let events = pieces(&each, pause);
            let letters =
                events.iter().any(|event| matches!(event, Event::Key(key) if key.typed().is_some()));
            assert!(!letters, "{} after {pause}: {events:?}", bytes.escape_ascii());
            assert_eq!(events.last(), expected.last(), "{} after {pause}", bytes.escape_ascii());
        }
    }
    // What somebody types behind Esc, letter by letter, is no key.
    for text in ["[x] bellen", "[foto]", "Oud", "[ ]", "[]"] {
        let each: Vec<String> = text.chars().map(String::from).collect();
        let mut cut: Vec<&[u8]> = vec![b"\x1b"];
        cut.extend(each.iter().map(|letter| letter.as_bytes()));
        for pause in [160, 400, 900] {
            assert_eq!(pieces(&cut, pause), [vec![ESCAPE], typed(text)].concat(), "{text} after {pause}");
        }
    }
    // Esc by itself is told as soon as ever.
    let mut line = Line::new();
    assert_eq!(line.send(b"\x1b").wait(60).events(), [ESCAPE]);
}

/// Strings of every kind, whatever stands in them, in one piece, two or three: nothing of them is typed, and what is typed
/// before and after them is.
#[test]
fn a_string_in_pieces_types_nothing() {
    let long = "lang ".repeat(60);
    let bodies =
        ["x", "hallo daar", "Xander", "1$r0m", ">|XTerm(370)", "Gi=31;OK", "11;rgb:1e1e/1e1e", "[A", &long];
    for kind in [b'X', b'^', b'P', b'_', b']'] {
        for body in bodies {
            let string = [&[0x1B, kind][..], body.as_bytes(), b"\x1b\\"].concat();
            let cuts = [1, 2, 3, 4, 7, string.len() / 2, string.len() - 2, string.len() - 1];
            for first in cuts.into_iter().filter(|cut| *cut < string.len()) {
                for second in cuts.into_iter().filter(|cut| (first..string.len()).contains(cut)) {
                    let cut = [&string[..first], &string[first..second], &string[second..]];
                    // One letter behind Esc by itself is more likely typed than sent, and so is one after a pause.
                    let lonely =
                        cut.iter().take(2).any(|piece| matches!(piece, [byte] if byte.is_ascii_graphic()))
                            || first == 1 && second == 3;
                    for pause in [0, 60, 150, 300, 500] {
                        if lonely && pause > 0 {
                            continue;
                        }
                        let mut line = Line::new();
                        line.send("eerst é".as_bytes()).wait(1000);
                        cut.iter().filter(|piece| !piece.is_empty()).for_each(|piece| {
                            line.send(piece).wait(pause);
                        });
                        line.wait(1000).send(b"dan").wait(1000);
                        let told = format!("{} at {first} and {second} after {pause}", string.escape_ascii());
                        let events = without_taken_back(line.events());
                        assert_eq!(events, [typed("eerst é"), typed("dan")].concat(), "{told}");
                    }
                }
            }
        }
    }
    for junk in [&b"\x1b[A]"[..], b"\x1b[D]", b"\x1b[Z]"] {
        assert_eq!(pieces(&[junk], 0), [], "{}", junk.escape_ascii());
        assert_eq!(pieces(&[b"ab", junk, b"cd"], 100), typed("abcd"), "{}", junk.escape_ascii());
    }
    // An arrow with text behind it is that.
    assert_eq!(pieces(&[b"\x1b[A] ja"], 0), [vec![plain(KeyCode::Up)], typed("] ja")].concat());
}

/// One byte of Latin-1 among letters of UTF-8 is noise, or of an old paste: a letter in pieces is waited for as before.
#[test]
fn a_stray_byte_makes_no_line_of_single_bytes() {
    for stray in ["", "é ", "é x è "] {
        for text in ["café", "€", "👩‍⚕️"] {
            let last = text.char_indices().rev().find(|(_, c)| c.len_utf8() > 1).map_or(0, |(at, _)| at);
            let (first, second) = text.as_bytes().split_at(last + 1);
            let strays: Vec<u8> = stray.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
            let mut line = Line::new();
            line.send(&strays).wait(300).send(first).wait(300).send(second);
            let mut events = line.wait(5000).events();
            events.retain(|event| *event != Event::NotUtf8);
            assert_eq!(events, typed(&format!("{stray}{text}")), "{stray} {text}");
        }
    }
    // A line of single bytes waits for none of them, and is one no more when a longer letter came.
    let mut line = Line::new();
    line.send(b"\xe9 \xe8 \xeb ").wait(300).events();
    assert_eq!(line.send(b"\xe9").wait(100).events(), typed("é"));
    line.send("€".as_bytes()).wait(300).events();
    line.send(b"\xc3").wait(300).send(b"\xa9");
    assert_eq!(line.wait(300).events(), typed("é"));
}

/// What newer terminals tell by themselves, and what other programs left behind: none of it is typed, whole or in two pieces.
#[test]
fn what_newer_terminals_tell_is_no_text() {
    for bytes in [
        &b"\x1b[?997;1n"[..],
        b"\x1b[48;24;80;480;640t",
        b"\x1b[?2031;1$y",
        b"\x1b[?64;1;2;6;9;15;16;17;18;21;22;28;29c",
        b"\x1b[>41;354;0c",
        b"\x1b[57441;1u",
        b"\x1b[57442;1:3u",
        b"\x1b]10;rgb:dcdc/dcdc/dcdc\x1b\\",
        b"\x1b]4;1;rgb:cdcd/0000/0000\x07",
        b"\x1b]133;A\x07",
        b"\x1b]1337;ReportCellSize=17.0;8.0;2.0\x1b\\",
        b"\x1b]99;i=1;ok\x1b\\",
        b"\x1bP!|00000000\x1b\\",
        b"\x1bP1+r5443=787465726d\x1b\\",
        b"\x1bP>|ghostty 1.2\x1b\\",
        b"\x1b_Gi=31,p=1;ENOENT:niet gevonden\x1b\\",
        b"\x1b[?6c",
        b"\x1b[2;1$y",
    ] {
        let around = [b"pijn ", bytes, b" erger"].concat();
        assert_eq!(pieces(&[&around], 0), typed("pijn  erger"), "{}", around.escape_ascii());
        for at in 2..bytes.len() {
            let (first, second) = bytes.split_at(at);
            let mut events = pieces(&[b"pijn", first, second, b"erger"], 100);
            events.retain(|event| !matches!(event, Event::EscapeWasNone | &ESCAPE));
            assert_eq!(events, typed("pijnerger"), "{} at {at}", bytes.escape_ascii());
        }
    }
    for (bytes, text) in [
        (&b"p\x00i\x00j\x00n\x00"[..], "pijn"),
        (b"moe\r\x00", "moe\n"),
        (b"\xef\xbb\xbfpijn", "\u{feff}pijn"),
        (b"\x1b[200~p\x00i\x00jn\x1b[201~", ""),
    ] {
        let mut events = pieces(&[bytes], 0);
        events.retain(|event| !matches!(event, Event::Paste(_)));
        let expected = typed(text.trim_end_matches('\n'));
        assert_eq!(events.iter().take(expected.len()).cloned().collect::<Vec<_>>(), expected, "{text}");
    }
}

/// A paste of which nothing came for long has lost its end, but not within a letter.
#[test]
fn the_rest_of_a_letter_of_a_paste_is_awaited() {
    for text in ["é", "€", "👩"] {
        for at in 1..text.len() {
            let (first, second) = text.as_bytes().split_at(at);
            let mut line = Line::new();
            line.send(b"\x1b[200~zo ").send(first).wait(2500).send(second).send(b"\x1b[201~");
            assert_eq!(line.wait(100).events(), [paste(&format!("zo {text}"))], "{text} at {at}");
        }
    }
}
