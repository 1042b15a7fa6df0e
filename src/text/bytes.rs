//! Text out of bytes that should be UTF-8: what is not is taken as Windows-1252, which older terminals and files use.

/// The letters of Windows-1252 from 0x80 to 0x9F; the others are those of Latin-1. Five places have none.
const HIGH: [Option<char>; 32] = [
    Some('€'),
    None,
    Some('‚'),
    Some('ƒ'),
    Some('„'),
    Some('…'),
    Some('†'),
    Some('‡'),
    Some('ˆ'),
    Some('‰'),
    Some('Š'),
    Some('‹'),
    Some('Œ'),
    None,
    Some('Ž'),
    None,
    None,
    Some('‘'),
    Some('’'),
    Some('“'),
    Some('”'),
    Some('•'),
    Some('–'),
    Some('—'),
    Some('˜'),
    Some('™'),
    Some('š'),
    Some('›'),
    Some('œ'),
    None,
    Some('ž'),
    Some('Ÿ'),
];

/// The letter that a byte is in Windows-1252; `None` for the few that are none.
pub fn windows_1252(byte: u8) -> Option<char> {
    match byte {
        0x80..=0x9F => HIGH.get(usize::from(byte - 0x80)).copied().flatten(),
        other => Some(char::from(other)),
    }
}

/// The text of `bytes`, and whether something in it was no UTF-8.
pub fn from_bytes(bytes: &[u8]) -> (String, bool) {
    let mut text = String::with_capacity(bytes.len());
    let mut foreign = false;
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        foreign |= !chunk.invalid().is_empty();
        text.extend(chunk.invalid().iter().filter_map(|byte| windows_1252(*byte)));
    }
    (text, foreign)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn utf8_is_itself_and_the_rest_is_windows_1252() {
        for (bytes, text, foreign) in [
            (&b"cafe"[..], "cafe", false),
            ("café – €".as_bytes(), "café – €", false),
            (b"caf\xe9 moe", "café moe", true),
            (b"\x80 5 \x96 \x93zo\x94", "€ 5 – “zo”", true),
            (b"\xe9", "é", true),
            (b"\xc3\xa9\xe9", "éé", true),
            (b"a\x81\x9db", "ab", true),
            (b"\xed\xa0\x80", "í\u{a0}€", true),
            (b"", "", false),
        ] {
            assert_eq!(from_bytes(bytes), (text.to_owned(), foreign), "{bytes:?}");
        }
    }
}
