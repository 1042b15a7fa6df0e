//! Names of resources that are the same at each export, so that whoever reads two of them can compare.

use serde_json::{Value, json};
use sha2::{Digest as _, Sha256};

/// The system of our identifiers; a name, and no address.
pub(super) const SYSTEM: &str = "urn:x-pallium:plan";

/// The identifier of a part of the plan of a patient.
pub(super) fn identifier(patient: &str, part: &str) -> Value {
    json!({ "system": SYSTEM, "value": value(patient, part) })
}

/// The address of a resource within its bundle: always the same for the same part.
pub(super) fn address(patient: &str, part: &str) -> String {
    let hash = Sha256::digest(format!("{SYSTEM}|{}", value(patient, part)));
    let mut bits = [0_u8; 16];
    bits.iter_mut().zip(hash.iter()).for_each(|(bit, from)| *bit = *from);
    // RFC 9562, version 8: made in a way of our own.
    let bits = (u128::from_be_bytes(bits) & !(0xf << 76) & !(0x3 << 62)) | (0x8 << 76) | (0x2 << 62);
    let digits = format!("{bits:032x}");
    let part = |from: usize, to: usize| digits.get(from..to).unwrap_or_default();
    format!("urn:uuid:{}-{}-{}-{}-{}", part(0, 8), part(8, 12), part(12, 16), part(16, 20), part(20, 32))
}

fn value(patient: &str, part: &str) -> String {
    if part.is_empty() { patient.to_owned() } else { format!("{patient}/{part}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_the_same_each_time_and_has_the_form_of_a_uuid() {
        let one = address("a", "reanimatie");
        assert_eq!(one, address("a", "reanimatie"));
        assert_ne!(one, address("a", "beademing"));
        assert_ne!(one, address("b", "reanimatie"));
        let digits = one.strip_prefix("urn:uuid:").unwrap();
        assert_eq!(digits.split('-').map(str::len).collect::<Vec<_>>(), [8, 4, 4, 4, 12]);
        assert_eq!(digits.chars().nth(14), Some('8'));
        assert!(digits.chars().nth(19).is_some_and(|c| matches!(c, '8' | '9' | 'a' | 'b')));
    }
}
