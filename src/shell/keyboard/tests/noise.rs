//! Bytes that nobody thinks of: they neither lock the keyboard nor type by themselves.

use proptest::prelude::*;

use super::{Line, sequences, told, typed};

/// Bytes that are likely to be a part of something.
fn noise() -> impl Strategy<Value = Vec<u8>> {
    let sequence = prop::sample::select(sequences()).prop_map(|(bytes, _)| bytes.to_vec());
    let part = (sequence.clone(), 0..40_usize).prop_map(|(bytes, to)| bytes[..to.min(bytes.len())].to_vec());
    let telling =
        prop::sample::select(b"\x1b[]OPX^_M?<>=;:$~01239ABCRcuy\\\x07\x9b\x9c\xe9\xc3\xa9\r \x00".to_vec());
    prop_oneof![
        3 => sequence,
        3 => part,
        3 => prop::collection::vec(telling, 0..12),
        1 => prop::collection::vec(any::<u8>(), 0..40),
        2 => "[a-z é]{0,10}".prop_map(String::into_bytes),
    ]
}

proptest! {
    #[test]
    fn no_bytes_lock_the_keyboard_or_type_by_themselves(
        reads in prop::collection::vec((noise(), 0..2500_u64), 0..12),
    ) {
        let mut line = Line::new();
        let mut all = Vec::new();
        for (bytes, pause) in &reads {
            line.send(bytes).wait(*pause);
            all.extend_from_slice(bytes);
        }
        line.wait(5000);
        // Every letter of ASCII was sent, and in this order; some keys tell their letter in another way.
        let text = told(&line.events());
        let digits_apart = all.windows(2).any(|pair| matches!(pair, [b'O' | 0x8F, b'X' | b'j'..=b'y']))
            || all.windows(3).any(|three| matches!(three, [b'O' | 0x8F, b'0'..=b'9', b'X' | b'j'..=b'y']));
        if !digits_apart && !all.contains(&b'u') && !all.contains(&b'~') {
            let mut sent = all.iter().map(|byte| char::from(*byte));
            let in_order = text.chars().filter(char::is_ascii).all(|letter| sent.any(|byte| byte == letter));
            prop_assert!(in_order, "{text:?} of {}", all.escape_ascii());
        }
        for letter in "hallo".bytes() {
            line.send(&[letter]).wait(1100);
        }
        prop_assert_eq!(line.wait(3000).events(), typed("hallo"));
    }
}

/// Nobody typed a capital O.
#[test]
fn a_control_of_one_character_types_no_letter_of_its_own() {
    for (bytes, expected) in [
        ("\u{8F} ", " "),
        ("\u{8F}hallo", "hallo"),
        ("a\u{8F}é", "aé"),
        ("\u{90}hallo", "hallo"),
        ("\u{9D}hallo", "hallo"),
        ("\u{9F}hallo", "hallo"),
    ] {
        let mut line = Line::new();
        line.send(bytes.as_bytes()).wait(5000);
        assert_eq!(told(&line.events()), expected, "{}", bytes.escape_unicode());
    }
}
