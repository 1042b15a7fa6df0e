//! Bytes of a terminal by value: what each is, in every pair of pieces, and that nothing locks or types by itself.

use std::time::Duration;

use crossterm::event::{KeyCode as Pressed, KeyEvent, KeyModifiers};

use super::*;

mod alt;
mod noise;
mod pieces;

const ESCAPE: Event = Event::Key(Key::plain(KeyCode::Esc));

/// A parser on a clock that is set by hand.
struct Line {
    parser: Parser,
    now: Duration,
    events: Vec<Event>,
}

impl Line {
    fn new() -> Self {
        Self { parser: Parser::new(AT_ONCE), now: Duration::ZERO, events: Vec::new() }
    }

    fn send(&mut self, bytes: &[u8]) -> &mut Self {
        self.parser.feed(bytes, self.now, &mut self.events);
        self
    }

    /// Lets time pass, and the parser look whenever it asked for that.
    fn wait(&mut self, milliseconds: u64) -> &mut Self {
        let end = self.now + Duration::from_millis(milliseconds);
        while let Some(deadline) = self.parser.deadline().filter(|deadline| *deadline <= end) {
            self.now = deadline.max(self.now);
            let before = self.events.len();
            self.parser.tick(self.now, &mut self.events);
            assert!(
                self.events.len() > before || self.parser.deadline() != Some(deadline),
                "a deadline that stays rings for ever"
            );
        }
        self.now = end;
        self
    }

    fn events(&mut self) -> Vec<Event> {
        std::mem::take(&mut self.events)
    }
}

fn pieces(pieces: &[&[u8]], pause: u64) -> Vec<Event> {
    let mut line = Line::new();
    for piece in pieces {
        line.send(piece).wait(pause);
    }
    line.wait(5000).events()
}

fn plain(code: KeyCode) -> Event {
    Event::Key(Key::plain(code))
}

fn typed(text: &str) -> Vec<Event> {
    text.chars().map(|letter| plain(KeyCode::Char(letter))).collect()
}

fn paste(text: &str) -> Event {
    Event::Paste(text.to_owned())
}

/// What every terminal of use sends for its keys, and what it sends beside them.
fn sequences() -> Vec<(&'static [u8], Vec<Event>)> {
    use KeyCode::{Delete, Down, End, F, Home, Left, PageDown, PageUp, Right, Tab, Up};
    let key = |code| vec![plain(code)];
    let control = |code| vec![Event::Key(Key::control(code))];
    let shift = |code| vec![Event::Key(Key::shift(code))];
    let both = |code| vec![Event::Key(Key { shift: true, ..Key::control(code) })];
    let alt = |code| vec![Event::Key(Key { alt: true, ..Key::plain(code) })];
    vec![
        (b"\x1b[A", key(Up)),
        (b"\x1b[B", key(Down)),
        (b"\x1b[C", key(Right)),
        (b"\x1b[D", key(Left)),
        (b"\x1b[H", key(Home)),
        (b"\x1b[F", key(End)),
        (b"\x1bOA", key(Up)),
        (b"\x1bOB", key(Down)),
        (b"\x1bOC", key(Right)),
        (b"\x1bOD", key(Left)),
        (b"\x1bOH", key(Home)),
        (b"\x1bOF", key(End)),
        (b"\x1bOP", key(F(1))),
        (b"\x1bOQ", key(F(2))),
        (b"\x1bOR", key(F(3))),
        (b"\x1bOS", key(F(4))),
        (b"\x1b[[A", key(F(1))),
        (b"\x1b[[E", key(F(5))),
        (b"\x1b[1~", key(Home)),
        (b"\x1b[3~", key(Delete)),
        (b"\x1b[4~", key(End)),
        (b"\x1b[5~", key(PageUp)),
        (b"\x1b[6~", key(PageDown)),
        (b"\x1b[7~", key(Home)),
        (b"\x1b[8~", key(End)),
        (b"\x1b[11~", key(F(1))),
        (b"\x1b[15~", key(F(5))),
        (b"\x1b[17~", key(F(6))),
        (b"\x1b[20~", key(F(9))),
        (b"\x1b[21~", key(F(10))),
        (b"\x1b[23~", key(F(11))),
        (b"\x1b[24~", key(F(12))),
        (b"\x1b[25~", key(F(13))),
        (b"\x1b[34~", key(F(20))),
        (b"\x1b[Z", shift(Tab)),
        (b"\x1b[1;2A", shift(Up)),
        (b"\x1b[1;3A", alt(Up)),
        (b"\x1b[1;5A", control(Up)),
        (b"\x1b[1;6D", both(Left)),
        (b"\x1b[1;5H", control(Home)),
        (b"\x1b[3;5~", control(Delete)),
        (b"\x1b[1;1P", key(F(1))),
        (b"\x1bO5A", control(Up)),
        (b"\x1b[a", shift(Up)),
        (b"\x1b[d", shift(Left)),
        (b"\x1bOa", control(Up)),
        (b"\x1b[7$", shift(Home)),
        (b"\x1b[7^", control(Home)),
        (b"\x1b[8@", both(End)),
        (b"\x1b[27u", vec![ESCAPE]),
        (b"\x1b[13u", key(KeyCode::Enter)),
        (b"\x1b[97u", typed("a")),
        (b"\x1b[97;2u", typed("A")),
        (b"\x1b[97:65;2u", typed("A")),
        (b"\x1b[113;5u", control(KeyCode::Char('q'))),
        (b"\x1b[27;5;113~", control(KeyCode::Char('q'))),
        (b"\x1b[57399u", typed("0")),
        (b"\x1b[57419u", key(Up)),
        (b"\x1b[1;1:1A", key(Up)),
        // Keys that the program does not know.
        (b"\x1b[2~", vec![]),
        (b"\x1b[1;1:3A", vec![]),
        (b"\x1b[97;1:3u", vec![]),
        (b"\x1b[1;9A", vec![]),
        (b"\x1b[57358u", vec![]),
        // Answers to questions that somebody asked, and the mouse.
        (b"\x1b[?1;2c", vec![]),
        (b"\x1b[?62;1;2;4;6;9;15;16;17;18;21;22;28c", vec![]),
        (b"\x1b[>0;276;0c", vec![]),
        (b"\x1b[=1;2c", vec![]),
        (b"\x1b[0n", vec![]),
        (b"\x1b[24;80R", vec![]),
        (b"\x1b[1;1R", vec![]),
        (b"\x1b[?24;80;1R", vec![]),
        (b"\x1b[?2026;2$y", vec![]),
        (b"\x1b[4;1$y", vec![]),
        (b"\x1b[8;24;80t", vec![]),
        (b"\x1b[?1u", vec![]),
        (b"\x1b]11;rgb:0000/0000/0000\x07", vec![]),
        (b"\x1b]11;rgb:ffff/ffff/ffff\x1b\\", vec![]),
        (b"\x1b]lTitel van het venster\x1b\\", vec![]),
        (b"\x1b]52;c;Z2VrbGVtYm9yZA==\x1b\\", vec![]),
        (b"\x1bP>|XTerm(370)\x1b\\", vec![]),
        (b"\x1bP1$r0m\x1b\\", vec![]),
        (b"\x1bP0+r544e\x1b\\", vec![]),
        (b"\x1b_Gi=31;OK\x1b\\", vec![]),
        (b"\x1b^x\x1b\\", vec![]),
        (b"\x1bXx\x1b\\", vec![]),
        (b"\x1b[<0;10;10M", vec![]),
        (b"\x1b[<0;10;10m", vec![]),
        (b"\x1b[32;10;10M", vec![]),
        (b"\x1b[M !!", vec![]),
        (b"\x1b[O", vec![]),
        (b"\x1b[1;4;12;40;0&w", vec![]),
        (b"\x1b[I", vec![Event::FocusGained]),
        (b"\x1b[200~van elders\x1b[201~", vec![paste("van elders")]),
        (b"\x1b[201~", vec![]),
    ]
}

#[test]
fn a_sequence_is_what_the_terminal_means() {
    for (bytes, expected) in sequences() {
        assert_eq!(pieces(&[bytes], 0), expected, "{}", bytes.escape_ascii());
        let twice = [bytes, bytes].concat();
        assert_eq!(pieces(&[&twice], 0), [expected.clone(), expected].concat(), "{}", twice.escape_ascii());
    }
}

/// After an Esc that was taken back nothing counts that came before it.
fn without_taken_back(events: Vec<Event>) -> Vec<Event> {
    let mut kept = Vec::new();
    for event in events {
        if event == Event::EscapeWasNone {
            assert_eq!(kept.pop(), Some(ESCAPE), "only an Esc is taken back");
        } else {
            kept.push(event);
        }
    }
    kept
}

#[test]
fn a_sequence_in_two_pieces_is_the_same_after_any_pause() {
    for (bytes, expected) in sequences() {
        for at in 1..bytes.len() {
            // A small letter after a pause is more likely typed.
            let is_likely_typed = at < 3 && bytes.len() == 3 && bytes[2].is_ascii_lowercase();
            let pauses = [0, 10, 20, 49, 51, 100, 250, 500, 590];
            for pause in pauses.into_iter().filter(|pause| !is_likely_typed || *pause < 50) {
                let (first, second) = bytes.split_at(at);
                let events = pieces(&[first, second], pause);
                // A paste whose text waited is the same text.
                let told = format!("{} | {} after {pause} ms", first.escape_ascii(), second.escape_ascii());
                assert_eq!(without_taken_back(events), expected, "{told}");
            }
        }
    }
}

#[test]
fn a_key_byte_by_byte_is_the_same_key() {
    for (bytes, expected) in sequences() {
        // Strings and pastes in more than two pieces over a very slow line may be given up.
        if bytes.len() > 8
            || bytes[2].is_ascii_lowercase()
            || !matches!(bytes[1], b'[' | b'O')
            || bytes == b"\x1b[M !!"
        {
            continue;
        }
        for pause in [0, 20, 100, 300] {
            let single: Vec<&[u8]> = bytes.chunks(1).collect();
            assert_eq!(without_taken_back(pieces(&single, pause)), expected, "{}", bytes.escape_ascii());
        }
    }
}

#[test]
fn esc_by_itself_is_a_key_after_a_moment() {
    let mut line = Line::new();
    assert_eq!(line.send(b"\x1b").wait(49).events(), []);
    assert_eq!(line.wait(1).events(), [ESCAPE]);
    assert_eq!(line.wait(5000).events(), []);
    let mut slow = Line { parser: Parser::new(OVER_NETWORK), ..Line::new() };
    assert_eq!(slow.send(b"\x1b").wait(149).send(b"[A").events(), [plain(KeyCode::Up)]);
}

#[test]
fn esc_after_esc() {
    let up = plain(KeyCode::Up);
    assert_eq!(pieces(&[b"\x1b\x1b[A"], 0), std::slice::from_ref(&up));
    assert_eq!(pieces(&[b"\x1b\x1bOA"], 0), std::slice::from_ref(&up));
    assert_eq!(pieces(&[b"\x1b\x1b", b"[A"], 30), std::slice::from_ref(&up));
    for split in [[&b"\x1b\x1b"[..], b"[A"], [b"\x1b\x1b[", b"A"]] {
        assert_eq!(without_taken_back(pieces(&split, 300)), std::slice::from_ref(&up));
    }
    assert_eq!(pieces(&[b"\x1b", b"\x1b"], 300), [ESCAPE, ESCAPE]);
    assert_eq!(pieces(&[b"\x1b", b"\x1b[A"], 300), [ESCAPE, up]);
    assert_eq!(pieces(&[b"\x1b\x1b\x1b"], 0), [ESCAPE, ESCAPE]);
    assert_eq!(pieces(&[b"\x1b\x1bmoe"], 0), [vec![ESCAPE, ESCAPE], typed("moe")].concat());
}

#[test]
fn who_types_after_esc_types() {
    for text in ["[", "O", "Ook moe", "Op", "OPA", "[x]", "[ ] bellen", "]", "P", "PZP", "_", "5", "A", "x"] {
        let mut expected = vec![ESCAPE];
        expected.extend(typed(text));
        // A letter at a time, and what follows the first in one piece.
        let letters: Vec<&[u8]> = text.as_bytes().chunks(1).collect();
        let mut line = Line::new();
        line.send(b"\x1b").wait(400);
        for letter in letters {
            line.send(letter).wait(700);
        }
        assert_eq!(line.wait(3000).events(), expected, "{text}");
        if text.len() != 2 && text != "[x]" {
            assert_eq!(pieces(&[b"\x1b", text.as_bytes()], 400), expected, "{text}");
        }
    }
    // Long after it, everything is typed.
    let mut line = Line::new();
    line.send(b"\x1b").wait(1600).send(b"[A").wait(1000);
    assert_eq!(line.events(), [vec![ESCAPE], typed("[A")].concat());
}

#[test]
fn what_was_begun_and_never_ends_locks_nothing() {
    for begun in [
        &b"\x1b["[..],
        b"\x1b[1;",
        b"\x1b[?2026;2$",
        b"\x1b[<0;10",
        b"\x1bO",
        b"\x1b]",
        b"\x1b]11;rgb:0000/",
        b"\x1b]11;rgb:0000\x1b",
        b"\x1bP",
        b"\x1bP>|XTerm",
        b"\x1b_",
        b"\x1bX",
        b"\x1b[M",
        b"\x1b[[",
        b"\xe2\x82",
    ] {
        for pause in [100, 1000, 2000] {
            let mut line = Line::new();
            line.send(begun).wait(pause);
            line.events();
            for letter in "hallo Zuid 12".bytes() {
                line.send(&[letter]).wait(700);
            }
            let text = told(&line.wait(3000).events());
            assert!(text.ends_with("hallo Zuid 12"), "{} {text:?}", begun.escape_ascii());
        }
        let mut line = Line::new();
        line.send(begun).wait(300).send(b"hallo");
        let text = told(&line.wait(3000).events());
        assert!(text.ends_with("hallo"), "{} {text:?}", begun.escape_ascii());
        let mut line = Line::new();
        line.send(begun).wait(300).send(b"\x1b[B");
        assert!(line.wait(3000).events().contains(&plain(KeyCode::Down)), "{}", begun.escape_ascii());
    }
}

/// Everything that was typed or pasted.
fn told(events: &[Event]) -> String {
    let mut text = String::new();
    for event in events {
        match event {
            Event::Key(key) => text.extend(key.typed()),
            Event::Paste(pasted) => text.push_str(pasted),
            _ => {}
        }
    }
    text
}

/// A paste that begins, and what comes then.
fn begun<'a>(then: &[&'a [u8]]) -> Vec<&'a [u8]> {
    std::iter::once(&b"\x1b[200~begin"[..]).chain(then.iter().copied()).collect()
}

#[test]
fn a_paste_without_an_end_ends() {
    let f1 = plain(KeyCode::F(1));
    let quit = Event::Key(Key::control(KeyCode::Char('q')));
    assert_eq!(pieces(&begun(&[]), 0), [paste("begin")]);
    assert_eq!(pieces(&begun(&[b" en", b" meer"]), 500), [paste("begin en meer")]);
    assert_eq!(pieces(&begun(&[b" en", b"\x1bOP"]), 500), [paste("begin en"), f1]);
    assert_eq!(pieces(&begun(&[b"\x1b"]), 500), [paste("begin"), ESCAPE]);
    assert_eq!(pieces(&begun(&[b"\x11"]), 100), [paste("begin"), quit]);
    assert_eq!(pieces(&begun(&[b"\x7f"]), 100), [paste("begin"), plain(KeyCode::Backspace)]);
    assert_eq!(pieces(&begun(&[b"x"]), 1100), [vec![paste("begin")], typed("x")].concat());
    assert_eq!(
        pieces(&begun(&[b"\x1b[200~tweede\x1b[201~"]), 100),
        [paste("begin"), paste("tweede")],
        "a second paste ends the first"
    );
    // Its end comes too late, whole or in pieces.
    assert_eq!(pieces(&begun(&[b"\x1b[201~"]), 2000), [paste("begin")]);
    assert_eq!(pieces(&[b"\x1b[200~begin\x1b[20", b"1~"], 1200), [paste("begin")]);
    let late = pieces(&[b"\x1b[200~begin\x1b", b"[201~"], 400);
    assert_eq!(late, [paste("begin"), ESCAPE, Event::EscapeWasNone]);
}

#[test]
fn a_paste_is_what_was_copied() {
    for text in ["", "een\r\ntwee", "F1 \u{1b}OP in de tekst", "kleur \u{1b}[31mrood\u{1b}[0m", "tab\tnul"] {
        let bytes = format!("\x1b[200~{text}\x1b[201~");
        let expected: Vec<Event> = (!text.is_empty()).then(|| paste(text)).into_iter().collect();
        assert_eq!(pieces(&[bytes.as_bytes()], 0), expected, "{text:?}");
    }
    assert_eq!(
        pieces(&[b"\x1b[200~een\x1b[I\x1b[?62;1cbeen\x1b[201~"], 0),
        [Event::FocusGained, paste("eenbeen")],
        "what the terminal says in the midst of it is no text"
    );
    assert_eq!(pieces(&[b"\x1b[200~caf\xe9\x1b[201~"], 0), [Event::NotUtf8, paste("café")]);
    let long = "a".repeat(1_000_000);
    let bytes = format!("\x1b[200~{long}\x1b[201~");
    let reads: Vec<&[u8]> = bytes.as_bytes().chunks(1024).collect();
    assert_eq!(pieces(&reads, 0), [paste(&long)]);
}

#[test]
fn letters_in_pieces_and_of_other_character_sets() {
    for text in ["é", "€", "👩‍⚕️", "ĳ", "日本", "e\u{301}"] {
        for at in 1..text.len() {
            let (first, second) = text.as_bytes().split_at(at);
            for pause in [0, 100, 500, 900, 1200, 2500] {
                assert_eq!(pieces(&[first, second], pause), typed(text), "{text} at {at} after {pause}");
            }
        }
    }
    let foreign = |text: &str, at: usize| {
        let mut events = typed(text);
        events.insert(at, Event::NotUtf8);
        events
    };
    assert_eq!(pieces(&[b"caf\xe9 moe"], 0), foreign("café moe", 3));
    assert_eq!(pieces(&[b"caf\xe9", b" moe"], 300), foreign("café moe", 3));
    assert_eq!(pieces(&[b"\xe9"], 0), foreign("é", 0));
    assert_eq!(pieces(&[b"\x80 5, \x93zo\x94 \xe9\xe9n"], 0), foreign("€ 5, “zo” één", 0));
    assert_eq!(pieces(&[b"\xe9\x1b[A"], 0), [Event::NotUtf8, plain(KeyCode::Char('é')), plain(KeyCode::Up)]);
    // Told once.
    assert_eq!(pieces(&[b"\xe9a\xe9a"], 0), foreign("éaéa", 0));
}

#[test]
fn bytes_that_are_no_letters() {
    assert_eq!(pieces(&[b"a\x00b"], 0), typed("ab"));
    assert_eq!(pieces(&["a\u{85}\u{80}b".as_bytes()], 0), typed("ab"));
    assert_eq!(pieces(&[b"\x1c\x1d\x1e\x1f"], 0), []);
    // Sequences that begin with one character.
    assert_eq!(pieces(&["\u{9b}A".as_bytes()], 0), [plain(KeyCode::Up)]);
    assert_eq!(pieces(&["x\u{9b}?62;1cy".as_bytes()], 0), typed("xy"));
    assert_eq!(pieces(&["x\u{9b}31my\u{9d}11;rgb:0/0/0\u{9c}z".as_bytes()], 0), typed("xyz"));
    assert_eq!(pieces(&["\u{9b}".as_bytes(), b"A"], 300), [plain(KeyCode::Up)]);
    assert_eq!(pieces(&["\u{9b}200~een\u{1b}[201~".as_bytes()], 0), [paste("een")]);
    assert_eq!(pieces(&[b"\x9b1;5A"], 0), [Event::Key(Key::control(KeyCode::Up))]);
    assert_eq!(pieces(&[b"\x8fP"], 0), [plain(KeyCode::F(1))]);
    assert_eq!(pieces(&[b"\x9d11;rgb:0/0/0\x9cx"], 0), typed("x"));
    // What other programs choose letters by, a key of the console that nobody has, the mouse far to the right.
    assert_eq!(pieces(&[b"a\x1b(B b\x1b)0\x1b*A d"], 0), typed("a b d"));
    assert_eq!(pieces(&[b"\x1b(", b"B"], 20), []);
    assert_eq!(pieces(&[b"\x1b(Als"], 0), [vec![ESCAPE], typed("(Als")].concat());
    assert_eq!(pieces(&[b"a\x1b[[Fb\x1b[[Zc"], 0), typed("abc"));
    assert_eq!(pieces(&[b"a\x1b[M \xc4\x80\xc2\x80b\x1b[M !\xc3\xa9c"], 0), typed("abc"));
    assert_eq!(pieces(&[b"\x1b\x07\x1b\x11\x1b[97;7u"], 0), []);
    let keys = pieces(&[b"\x01\x1a\x08\x7f\r\n\t"], 0);
    let expected = [
        Key::control(KeyCode::Char('a')),
        Key::control(KeyCode::Char('z')),
        Key::control(KeyCode::Backspace),
        Key::plain(KeyCode::Backspace),
        Key::plain(KeyCode::Enter),
        Key::plain(KeyCode::Enter),
        Key::plain(KeyCode::Tab),
    ];
    assert_eq!(keys, expected.map(Event::Key));
}

#[test]
fn esc_waits_longer_over_a_network() {
    assert_eq!(patience(|_| false), AT_ONCE);
    assert_eq!(patience(|name| name == "SSH_CONNECTION"), OVER_NETWORK);
    assert_eq!(patience(|name| name == "SSH_TTY"), OVER_NETWORK);
}

#[test]
fn keys_that_the_library_tells() {
    let none = KeyModifiers::NONE;
    let (control, shift, alt) = (KeyModifiers::CONTROL, KeyModifiers::SHIFT, KeyModifiers::ALT);
    let keyed = |code, modifiers| key(KeyEvent::new(code, modifiers));
    assert_eq!(keyed(Pressed::Char('E'), shift), Some(Key::plain(KeyCode::Char('E'))));
    assert_eq!(keyed(Pressed::Char('Z'), control | shift), Some(Key::control(KeyCode::Char('z'))));
    assert_eq!(keyed(Pressed::BackTab, shift), Some(Key::shift(KeyCode::Tab)));
    assert_eq!(keyed(Pressed::BackTab, none), Some(Key::shift(KeyCode::Tab)));
    assert_eq!(keyed(Pressed::Char('h'), control), Some(Key::control(KeyCode::Backspace)));
    assert_eq!(keyed(Pressed::Char('j'), control), Some(Key::plain(KeyCode::Enter)));
    assert_eq!(keyed(Pressed::Left, control | shift).map(|key| (key.control, key.shift)), Some((true, true)));
    assert_eq!(keyed(Pressed::Char('€'), control | alt).and_then(Key::typed), Some('€'));
    assert_eq!(keyed(Pressed::Char('Œ'), control | alt | shift).and_then(Key::typed), Some('Œ'));
    assert_eq!(keyed(Pressed::Char('x'), alt).and_then(Key::typed), None);
    assert_eq!(keyed(Pressed::Char('l'), KeyModifiers::SUPER), None);
    assert_eq!(keyed(Pressed::CapsLock, none), None);
    let released = KeyEvent::new_with_kind(Pressed::Char('a'), none, crossterm::event::KeyEventKind::Release);
    assert_eq!(key(released), None);
    use crossterm::event::Event as Told;
    assert_eq!(events::event(Told::Paste("x".to_owned())), Some(paste("x")));
    assert_eq!(events::event(Told::Resize(80, 24)), Some(Event::Resize(80, 24)));
    assert_eq!(
        (events::event(Told::FocusGained), events::event(Told::FocusLost)),
        (Some(Event::FocusGained), None)
    );
}

/// A joiner that ends one read is told together with what it joins, so that nothing takes it for one that joins nothing.
#[test]
fn a_joiner_waits_for_what_it_joins() {
    let text = "👩\u{200D}⚕";
    let joiner = text.find('\u{200D}').unwrap();
    for at in joiner + 3..text.len() {
        let (first, second) = text.as_bytes().split_at(at);
        let mut typing = Line::new();
        typing.send(first);
        assert_eq!(typing.events(), typed("👩"), "at {at}");
        typing.wait(300).send(second);
        assert_eq!(typing.events(), typed("\u{200D}⚕"), "at {at}");
    }
    let mut typing = Line::new();
    typing.send("👩\u{200D}".as_bytes()).wait(4000);
    assert_eq!(typing.events(), typed("👩\u{200D}"));
}
