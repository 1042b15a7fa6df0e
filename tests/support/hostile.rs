//! What a terminal would obey, hide, turn around or pile up, to be written wherever a text can be.

use std::fmt::Write as _;

/// Each kind by a name; every text begins with the letter `a` and ends with `z`.
pub fn hostile() -> Vec<(&'static str, String)> {
    let c0: String = (0..0x20).chain([0x7f]).filter_map(char::from_u32).collect();
    let c1: String = (0x80..0xa0).filter_map(char::from_u32).collect();
    let around = |inside: &str| format!("a{inside}z");
    vec![
        ("c0", around(&c0)),
        ("c1", around(&c1)),
        ("csi", around("\u{1b}[2J\u{1b}[1;1H\u{9b}31m\u{1b}c\u{1b}[6n")),
        (
            "osc",
            around("\u{1b}]0;kwaad\u{7}\u{1b}]52;c;eA==\u{1b}\\\u{1b}]8;;http://x\u{1b}\\\u{9d}0;x\u{9c}"),
        ),
        ("dcs", around("\u{1b}P+q544e\u{1b}\\\u{90}x\u{9c}\u{1b}_apc\u{1b}\\\u{1b}^pm\u{1b}\\")),
        ("paste", around("\u{1b}[201~rm\u{1b}[?1000h\u{1b}[?1049l")),
        (
            "bidi",
            around("\u{202e}kwaad\u{202c}\u{2066}x\u{2069}\u{200e}\u{200f}\u{61c}\u{202a}\u{202b}\u{202d}"),
        ),
        (
            "zero-width",
            around("\u{200b}\u{200c}\u{200d}\u{2060}\u{feff}\u{ad}\u{2028}\u{2029}\u{180e}\u{3164}"),
        ),
        ("tags", around("\u{e0001}\u{e0041}\u{e0042}\u{e007f}\u{fff9}\u{fe0f}\u{e0100}")),
        ("marks", around(&"\u{301}\u{489}".repeat(100))),
    ]
}

/// A text as TOML writes it in quotes without a single sign that could be refused.
pub fn escaped(text: &str) -> String {
    text.chars().fold(String::new(), |mut written, c| {
        let _ = write!(written, "\\U{:08X}", u32::from(c));
        written
    })
}
