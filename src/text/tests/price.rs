//! One key in a long note costs far less than a millisecond.

use std::time::Instant;

use crate::text::{Command, Cursor, Lines, Motion, WrapCache, perform};

/// Fifty paragraphs of some seven hundred bytes.
fn note() -> String {
    let paragraph = "Mevrouw is moe, eet weinig en slaapt slecht; de dochter maakt zich zorgen. ".repeat(9);
    [paragraph.as_str(); 50].join("\n")
}

#[test]
#[ignore = "a measurement: run it with --release -- --ignored --nocapture"]
fn a_key_in_a_long_note() {
    let mut text = note();
    let mut cache = WrapCache::new();
    let mut wrapped = cache.wrap(&text, 76);
    let mut cursor = Cursor::at(text.len() / 2);
    let (mut performing, mut wrapping) = (0, 0);
    let rounds = 2_000;
    for round in 0..rounds {
        let command = match round % 4 {
            0 | 1 => Command::Insert('x'),
            2 => Command::Backspace,
            _ => Command::Move { to: Motion::Down, select: false },
        };
        let start = Instant::now();
        let outcome = perform(&text, &cursor, &command, Lines::Many, &wrapped, "");
        performing += start.elapsed().as_nanos();
        if let Some(edit) = outcome.edit {
            edit.apply(&mut text).unwrap();
        }
        cursor = outcome.cursor;
        let start = Instant::now();
        wrapped = cache.wrap(&text, 76);
        wrapping += start.elapsed().as_nanos();
    }
    let cold = Instant::now();
    let _ = crate::text::wrap(&text, 76);
    let line = format!(
        "{} bytes: perform {} ns, cached wrap {} ns, whole wrap {} ns\n",
        text.len(),
        performing / rounds,
        wrapping / rounds,
        cold.elapsed().as_nanos()
    );
    std::io::Write::write_all(&mut std::io::stderr(), line.as_bytes()).unwrap();
}
