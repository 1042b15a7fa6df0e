//! The name of a file that is made of what people typed, safe on every system.

/// The most letters of a name before its ending.
const MOST: usize = 80;

/// Names that a system keeps for devices, whatever ending follows.
const DEVICES: [&str; 6] = ["con", "prn", "aux", "nul", "com", "lpt"];

/// A name of some parts: letters and digits with hyphens between them, so that it leads into no other folder, hides nothing
/// and is no device.
pub fn file_name<T: AsRef<str>>(parts: &[T], ending: &str) -> String {
    let mut name = String::new();
    let parts: Vec<&str> = parts.iter().map(AsRef::as_ref).collect();
    // Of a long label the beginning does, so that for whom it is and the day are in the name as well.
    let is_long = parts.iter().map(|part| part.chars().count() + 1).sum::<usize>() > MOST;
    let most = if is_long { MOST / 2 } else { MOST };
    let parts: Vec<String> = parts.iter().map(|part| part.chars().take(most).collect()).collect();
    for letter in parts.join("-").chars() {
        if letter.is_alphanumeric() {
            name.push(letter);
        } else if !name.is_empty() && !name.ends_with('-') {
            name.push('-');
        }
        if name.chars().count() >= MOST {
            break;
        }
    }
    let name = name.trim_end_matches('-').to_lowercase();
    let stem = name.split('-').next().unwrap_or_default();
    let before = if name.is_empty() || is_device(stem) { "pallium-" } else { "" };
    format!("{before}{name}.{ending}").replace("-.", ".")
}

/// Whether a name, without its ending, is one that a system keeps for a device.
pub fn is_device(stem: &str) -> bool {
    let stem = stem.trim_end_matches(|letter: char| letter.is_ascii_digit());
    DEVICES.iter().any(|device| device.eq_ignore_ascii_case(stem))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_leads_nowhere_and_is_no_device() {
        for (parts, name) in [
            (
                &["samenvatting", "Fictief B. (1952)", "hap", "2026-11-29"][..],
                "samenvatting-fictief-b-1952-hap-2026-11-29.txt",
            ),
            (
                &["samenvatting", &"Fictief ".repeat(20), "hap", "2026-11-29"],
                "samenvatting-fictief-fictief-fictief-fictief-fictief-hap-2026-11-29.txt",
            ),
            (&["../../etc/passwd"], "etc-passwd.txt"),
            (&["..\\..\\x"], "x.txt"),
            (&["NUL"], "pallium-nul.txt"),
            (&["com1"], "pallium-com1.txt"),
            (&["aux", "b"], "pallium-aux-b.txt"),
            (&[".verborgen"], "verborgen.txt"),
            (&["a:b*c?\"<>|\u{202e}\u{0}"], "a-b-c.txt"),
            (&[""], "pallium.txt"),
            (&["Ça và"], "ça-và.txt"),
        ] {
            assert_eq!(file_name(parts, "txt"), name, "{parts:?}");
        }
        assert!(file_name(&["x".repeat(500).as_str()], "txt").len() < 100);
    }
}
