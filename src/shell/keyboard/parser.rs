//! Bytes to events, one read after another; no input locks it, and nothing that was typed is lost.

use std::time::Duration;

use super::encoding::Encoding;
use super::rest::{TELLING, begins_eight_bit, eight_bit, is_string, may_be_held, may_follow};
use super::sequence::{
    ESC, ESCAPE, Meaning, Seen, is_letter_with_alt, is_like_text, lone_letter, look, may_be_typed,
};
use super::{Event, settled};
use crate::app::keymap::{Key, KeyCode};
use crate::text::{self, windows_1252};

/// How long the rest of a sequence may take, over a slow line.
const LATE: Duration = Duration::from_millis(1500);

/// How long what may be a part of such a rest, or was typed, is held back.
const HELD: Duration = Duration::from_millis(600);

/// How long the rest of a letter may take.
const REST_OF_LETTER: Duration = Duration::from_secs(3);

/// A paste in which nothing came for so long has lost its end.
const PASTE_ENDED: Duration = Duration::from_secs(1);

/// What comes within so little time was sent at once, and not typed key after key.
const SENT_AT_ONCE: Duration = Duration::from_millis(20);

/// Backspace on some terminals, and Backspace with Ctrl on others.
const STEP_BACK: u8 = 0x08;

/// The joiner of the parts of one emoji.
const JOINER: &[u8] = "\u{200D}".as_bytes();

/// What was read and not told yet.
#[derive(Debug)]
pub struct Parser {
    patience: Duration,
    /// When bytes last came.
    at: Duration,
    /// The beginning of something.
    pending: Vec<u8>,
    /// So many bytes of it were not typed by hand; what follows may have been.
    sure: usize,
    /// Whether the Esc with which it begins was told as a key.
    escaped: bool,
    /// Whether a pause stood behind that Esc: then it is no part of a key with Alt.
    apart: bool,
    /// The letter that came at once behind it, and alone.
    with_alt: Option<char>,
    /// Whether the line says that Backspace sends what elsewhere is Backspace with Ctrl.
    erases_by_step: bool,
    paste: Option<Paste>,
    encoding: Encoding,
}

/// A paste that has begun.
#[derive(Debug, Default)]
struct Paste {
    bytes: Vec<u8>,
    /// So far no end stands in it.
    searched: usize,
}

/// Whether `rest` is a joiner, and no whole letter behind it.
fn ends_with_joiner(rest: &[u8]) -> bool {
    rest.strip_prefix(JOINER).is_some_and(|after| {
        after.is_empty()
            || std::str::from_utf8(after)
                .is_err_and(|error| error.error_len().is_none() && error.valid_up_to() == 0)
    })
}

/// Whether bytes end within a letter.
fn is_begun(bytes: &[u8]) -> bool {
    let last = bytes.len().saturating_sub(4);
    let is_first = |byte: &u8| *byte >= 0xC2;
    let from = bytes.iter().skip(last).rposition(is_first).map_or(bytes.len(), |at| last + at);
    std::str::from_utf8(bytes.get(from..).unwrap_or_default()).is_err_and(|error| error.error_len().is_none())
}

impl Parser {
    /// A parser that waits for `patience` before Esc is a key.
    pub fn new(patience: Duration) -> Self {
        Self {
            patience,
            at: Duration::ZERO,
            pending: Vec::new(),
            sure: 0,
            escaped: false,
            apart: false,
            with_alt: None,
            erases_by_step: false,
            paste: None,
            encoding: Encoding::default(),
        }
    }

    /// The same on a line where this byte is Backspace.
    pub fn erasing_with(self, byte: u8) -> Self {
        Self { erases_by_step: byte == STEP_BACK, ..self }
    }

    /// When to call [`Parser::tick`], unless bytes come before.
    pub fn deadline(&self) -> Option<Duration> {
        let wait = match &self.paste {
            Some(paste) if paste.ends_with_escape() => self.patience,
            Some(paste) if is_begun(&paste.bytes) && !self.encoding.is_single() => REST_OF_LETTER,
            Some(_) => PASTE_ENDED,
            None if self.pending.is_empty() || (self.escaped && self.is_escape()) => return None,
            None if self.is_escape() => self.patience,
            None if self.pending.first().is_some_and(|byte| eight_bit(*byte, &[]).is_some()) => HELD,
            None if self.pending.first() != Some(&ESC) => {
                if self.encoding.is_single() {
                    self.patience
                } else {
                    REST_OF_LETTER
                }
            }
            None if self.sure < self.pending.len() => self.held(),
            None => LATE,
        };
        Some(self.at + wait)
    }

    /// Takes one read of bytes that came at `now`.
    pub fn feed(&mut self, bytes: &[u8], now: Duration, events: &mut Vec<Event>) {
        if bytes.is_empty() {
            return;
        }
        let gap = now.saturating_sub(self.at);
        self.at = now;
        let is_sequence = self.paste.is_none() && self.pending.first() == Some(&ESC);
        // Nobody had the time to look before.
        if is_sequence && !self.escaped && self.is_escape() && gap > self.patience {
            self.escape(events);
        }
        let is_unsure = (1..self.pending.len()).contains(&self.sure);
        let may_be_text = gap > SENT_AT_ONCE && is_like_text(&self.pending);
        if is_sequence && (self.escaped || is_unsure || may_be_text || gap > self.patience) {
            return self.late(bytes, gap, events);
        }
        if self.paste.is_none() {
            self.apart = match self.pending.as_slice() {
                [] => false,
                [ESC] => gap > SENT_AT_ONCE,
                _ => self.apart,
            };
        }
        let mut all = std::mem::take(&mut self.pending);
        all.extend_from_slice(bytes);
        self.take(all, events);
    }

    /// Takes bytes, within a paste or outside one, until nothing is left of them.
    fn take(&mut self, bytes: Vec<u8>, events: &mut Vec<Event>) {
        let mut rest = bytes;
        while !rest.is_empty() {
            rest = match self.paste.take() {
                Some(paste) => self.pasted(paste, &rest, events),
                None => self.run(&rest, events),
            };
        }
    }

    /// Lets what waited too long be what it is by itself; to be called after everything that came was fed.
    pub fn tick(&mut self, now: Duration, events: &mut Vec<Event>) {
        if self.deadline().is_none_or(|deadline| deadline > now) {
            return;
        }
        if let Some(mut paste) = self.paste.take() {
            let rest = paste.rest();
            self.end_paste(&paste.bytes, events);
            self.hold(&rest);
            if self.is_escape() {
                self.escape(events);
            }
            return;
        }
        if self.is_escape() {
            return self.escape(events);
        }
        self.let_go_of_alt(events);
        let pending = self.give_up();
        let is_escape = |byte: &u8| *byte == ESC;
        let begins = pending.first().is_some_and(is_escape);
        let ends = pending.len() > 1 && pending.last().is_some_and(is_escape);
        let escape = || Event::Key(Key::plain(KeyCode::Esc));
        events.extend(begins.then(escape));
        self.letters(&pending, events);
        events.extend(ends.then(escape));
    }

    /// How long what may be the rest of a sequence waits for more: behind Esc and a bracket nearly always a key follows, over
    /// however slow a line.
    fn held(&self) -> Duration {
        let second = self.pending.get(1);
        // In one piece "Esc O" is no letter that anybody typed: it begins F1 to F4, or is Alt with O, which means nothing.
        let begins_key =
            self.escaped && second == Some(&b'[') || self.with_alt.is_some() && second == Some(&b'O');
        if begins_key { LATE } else { HELD }
    }

    /// Whether nothing came but Esc, or Esc twice at once.
    fn is_escape(&self) -> bool {
        !self.pending.is_empty() && self.pending.iter().all(|byte| *byte == ESC)
    }

    /// A letter with Alt that was held because it may have begun something else is that, and what came behind it was typed.
    fn let_go_of_alt(&mut self, events: &mut Vec<Event>) {
        if let Some(letter) = self.with_alt.take() {
            events.push(Event::Key(Key::alt(KeyCode::Char(letter))));
            self.pending.drain(..self.pending.len().min(2));
            self.sure = 0;
        }
    }

    /// Esc by itself is a key; what it was the beginning of may still come.
    fn escape(&mut self, events: &mut Vec<Event>) {
        events.push(Event::Key(Key::plain(KeyCode::Esc)));
        (self.escaped, self.sure) = (true, self.pending.len());
    }

    fn hold(&mut self, bytes: &[u8]) {
        self.pending = bytes.to_vec();
        self.sure = if may_be_typed(bytes) { 0 } else { bytes.len() };
        self.escaped = false;
        self.with_alt = lone_letter(bytes).filter(|_| !self.apart);
        // Of something long only the beginning says what it is, and the last byte whether it is about to end.
        if self.pending.len() > TELLING && self.sure > 0 {
            let last = self.pending.last().copied();
            let begins = self.pending.iter().take_while(|byte| **byte == ESC).count();
            let is_string = self.pending.get(begins) != Some(&b'[');
            self.pending.truncate(if is_string { begins + 2 } else { TELLING - 1 });
            self.pending.extend(last);
            self.sure = self.pending.len();
        }
    }

    /// Forgets what waits; gives what of it may have been typed, and letters that are whole without their rest.
    fn give_up(&mut self) -> Vec<u8> {
        let mut pending = std::mem::take(&mut self.pending);
        let typed = if pending.first() == Some(&ESC) {
            pending.split_off(self.sure.min(pending.len()))
        } else {
            pending
        };
        (self.sure, self.escaped, self.with_alt) = (0, false, None);
        typed
    }

    /// A read after a pause within a sequence: its rest, if that is what it can be, and otherwise typed.
    fn late(&mut self, bytes: &[u8], gap: Duration, events: &mut Vec<Event>) {
        let begun = self.pending.len();
        let whole: Vec<u8> = self.pending.iter().chain(bytes).copied().collect();
        let at_first = begun == self.sure;
        if gap <= if at_first { LATE } else { self.held() } && may_follow(&whole, self.sure, self.escaped) {
            match look(&whole) {
                // What no terminal sends, and one hand may have typed letter by letter.
                Seen::Whole(_, Meaning::Nothing)
                    if self.escaped && matches!(whole.as_slice(), [ESC, b'[', b'a'..=b'z']) => {}
                Seen::Whole(length, meaning) if length > begun => {
                    if self.escaped {
                        events.push(Event::EscapeWasNone);
                    }
                    self.give_up();
                    self.happen(meaning, events);
                    return self.take(whole.get(length..).unwrap_or_default().to_vec(), events);
                }
                // Nobody types so much at once.
                Seen::Unfinished if bytes.len() >= TELLING && is_string(&whole) && !is_like_text(&whole) => {
                    events.extend(self.escaped.then_some(Event::EscapeWasNone));
                    return self.hold(&whole);
                }
                Seen::Unfinished
                    if (is_string(&whole) || whole.len() < TELLING)
                        && may_be_held(&whole, self.sure, bytes) =>
                {
                    self.pending = whole;
                    return;
                }
                _ => {}
            }
        }
        self.let_go_of_alt(events);
        let mut typed = self.give_up();
        typed.extend_from_slice(bytes);
        self.take(typed, events);
    }

    /// Everything in `bytes`, up to what is only begun; what follows the beginning of a paste is left.
    fn run(&mut self, bytes: &[u8], events: &mut Vec<Event>) -> Vec<u8> {
        let mut rest = bytes;
        while let Some(&byte) = rest.first() {
            // A sequence of which the beginning is one character.
            if let [0xC2, second @ (0x8F | 0x90 | 0x98 | 0x9B | 0x9D..=0x9F), after @ ..] = rest {
                let sequence: Vec<u8> = [ESC, second - 0x40].iter().chain(after).copied().collect();
                let seen = look(&sequence);
                let is_whole = matches!(seen, Seen::Whole(_, Meaning::Nothing));
                let is_sequence = !matches!(seen, Seen::Whole(1, _)) && !is_like_text(&sequence);
                if is_sequence || is_whole {
                    return sequence;
                }
                // Nobody typed Esc and a capital here: what follows is text.
                rest = after;
                continue;
            }
            let length = if byte == ESC {
                match self.seen(rest) {
                    Seen::Unfinished => {
                        self.hold(rest);
                        break;
                    }
                    Seen::Whole(length, meaning) => {
                        self.happen(meaning, events);
                        if self.paste.is_some() {
                            return rest.get(length..).unwrap_or_default().to_vec();
                        }
                        length
                    }
                    Seen::Foreign(length) | Seen::Broken(length) => length.max(1),
                }
            } else if byte < 0x80 {
                let byte = if byte == STEP_BACK && self.erases_by_step { 0x7F } else { byte };
                events.extend(pressed(byte).map(Event::Key));
                1
            } else if ends_with_joiner(rest) {
                // What it joins comes in the next read.
                self.hold(rest);
                break;
            } else {
                match self.letter(rest, events) {
                    Some(length) => length,
                    None => {
                        self.hold(rest);
                        break;
                    }
                }
            };
            rest = rest.get(length..).unwrap_or_default();
        }
        Vec::new()
    }

    /// What stands at the beginning of bytes; behind an Esc of before it a letter was typed.
    fn seen(&mut self, bytes: &[u8]) -> Seen {
        let seen = if self.apart && is_letter_with_alt(bytes) { ESCAPE } else { look(bytes) };
        self.apart &= seen == Seen::Unfinished;
        seen
    }

    fn happen(&mut self, meaning: Meaning, events: &mut Vec<Event>) {
        match meaning {
            Meaning::Key(key) => events.push(Event::Key(key)),
            Meaning::FocusGained => events.push(Event::FocusGained),
            Meaning::PasteBegins => self.paste = Some(Paste::default()),
            Meaning::Nothing | Meaning::PasteEnds => {}
        }
    }

    /// The letter with which `rest` begins; gives how many bytes it has, or nothing when it is only begun.
    fn letter(&mut self, rest: &[u8], events: &mut Vec<Event>) -> Option<usize> {
        let first = rest.get(..rest.len().min(4)).unwrap_or_default();
        let valid = match std::str::from_utf8(first) {
            Ok(valid) => valid,
            Err(error) if error.valid_up_to() > 0 => {
                std::str::from_utf8(first.get(..error.valid_up_to()).unwrap_or_default()).unwrap_or_default()
            }
            Err(error) if error.error_len().is_none() => return None,
            Err(_) if begins_eight_bit(rest) => return None,
            Err(_) => return Some(self.foreign_byte(rest, events)),
        };
        let letter = valid.chars().next()?;
        let length = letter.len_utf8();
        self.encoding.is_of_more();
        if !letter.is_control() {
            events.push(Event::Key(settled(Key::plain(KeyCode::Char(letter)))));
        }
        Some(length)
    }

    /// A byte that is no UTF-8.
    fn foreign_byte(&mut self, rest: &[u8], events: &mut Vec<Event>) -> usize {
        let Some(&byte) = rest.first() else { return 1 };
        let after = rest.get(1..).unwrap_or_default();
        if let Some(sequence) = eight_bit(byte, after)
            && let Seen::Whole(whole, meaning) = look(&sequence)
            && meaning != Meaning::PasteBegins
            && whole > 1
        {
            self.happen(meaning, events);
            return whole - 1;
        }
        events.extend(self.encoding.is_of_one().then_some(Event::NotUtf8));
        let letter = windows_1252(byte).filter(|letter| !letter.is_control());
        events.extend(letter.map(|letter| Event::Key(Key::plain(KeyCode::Char(letter)))));
        1
    }

    /// Bytes that are letters and nothing else: what waited for a rest that did not come.
    fn letters(&mut self, bytes: &[u8], events: &mut Vec<Event>) {
        let (letters, foreign) = text::from_bytes(bytes);
        events.extend((foreign && self.encoding.is_of_one()).then_some(Event::NotUtf8));
        let letters = letters.chars().filter(|letter| !letter.is_control());
        events.extend(letters.map(|letter| Event::Key(Key::plain(KeyCode::Char(letter)))));
    }

    /// Bytes of a paste, up to its end: the mark for that, or a key that nobody pastes. Gives what follows.
    fn pasted(&mut self, mut paste: Paste, bytes: &[u8], events: &mut Vec<Event>) -> Vec<u8> {
        let came = paste.bytes.len();
        // A key by itself that types nothing: whoever presses it waits for an answer.
        if let [byte] = bytes
            && !matches!(byte, b'\r' | b'\n' | b'\t' | &ESC)
            && (*byte < b' ' || *byte == 0x7F)
            && paste.searched == came
        {
            self.end_paste(&paste.bytes, events);
            return bytes.to_vec();
        }
        paste.bytes.extend_from_slice(bytes);
        loop {
            let left = paste.bytes.get(paste.searched..).unwrap_or_default();
            let Some(at) = left.iter().position(|byte| *byte == ESC) else {
                paste.searched = paste.bytes.len();
                break;
            };
            let begins = paste.searched + at;
            paste.searched = begins;
            match look(paste.bytes.get(begins..).unwrap_or_default()) {
                Seen::Unfinished
                    if paste.bytes.len() - begins < TELLING
                        && !is_letter_with_alt(paste.bytes.get(begins..).unwrap_or_default()) =>
                {
                    break;
                }
                Seen::Whole(length, meaning) => {
                    let after = begins + length;
                    let alone = begins <= came || after == paste.bytes.len();
                    let is_escape = length == 1 && paste.bytes.get(after) != Some(&ESC);
                    match meaning {
                        Meaning::Key(Key { alt: true, code: KeyCode::Char(_), .. }) => {
                            paste.searched = begins + 1;
                        }
                        Meaning::Key(_) if !alone || is_escape => paste.searched = begins + 1,
                        Meaning::Key(_) | Meaning::PasteEnds | Meaning::PasteBegins => {
                            self.end_paste(paste.bytes.get(..begins).unwrap_or_default(), events);
                            self.happen(meaning, events);
                            return paste.bytes.split_off(after);
                        }
                        // A letter behind Esc is a part of the text.
                        Meaning::Nothing if length <= 2 => paste.searched = begins + 1,
                        // An answer or a change of window in the midst of it is none.
                        Meaning::Nothing | Meaning::FocusGained => {
                            self.happen(meaning, events);
                            paste.bytes.drain(begins..after);
                        }
                    }
                }
                _ => paste.searched = begins + 1,
            }
        }
        self.paste = Some(paste);
        Vec::new()
    }

    fn end_paste(&mut self, bytes: &[u8], events: &mut Vec<Event>) {
        let (text, foreign) = text::from_bytes(bytes);
        events.extend((foreign && self.encoding.is_to_tell()).then_some(Event::NotUtf8));
        if !text.is_empty() {
            events.push(Event::Paste(text));
        }
    }
}

impl Paste {
    fn ends_with_escape(&self) -> bool {
        self.bytes.get(self.searched..) == Some(&[ESC])
    }

    /// Takes off the beginning of a sequence with which it ends; a string is a part of the text.
    fn rest(&mut self) -> Vec<u8> {
        match self.bytes.get(self.searched..) {
            Some([ESC] | [ESC, b'[', ..]) => self.bytes.split_off(self.searched),
            _ => Vec::new(),
        }
    }
}

/// The key that a byte of ASCII is; `None` for one that is no key.
fn pressed(byte: u8) -> Option<Key> {
    Some(match byte {
        b'\r' | b'\n' => Key::plain(KeyCode::Enter),
        b'\t' => Key::plain(KeyCode::Tab),
        STEP_BACK => Key::control(KeyCode::Backspace),
        0x01..=0x1A => Key::control(KeyCode::Char(char::from(byte - 1 + b'a'))),
        0x7F => Key::plain(KeyCode::Backspace),
        b' '..=b'~' => Key::plain(KeyCode::Char(char::from(byte))),
        _ => return None,
    })
}
