//! Numbers as people write them in words or with something beside them.

/// Whole numbers in words, in both languages.
const WORDS: &[(&str, u32)] = &[
    ("nul", 0),
    ("zero", 0),
    ("een", 1),
    ("één", 1),
    ("one", 1),
    ("twee", 2),
    ("two", 2),
    ("drie", 3),
    ("three", 3),
    ("vier", 4),
    ("four", 4),
    ("vijf", 5),
    ("five", 5),
    ("zes", 6),
    ("six", 6),
    ("zeven", 7),
    ("seven", 7),
    ("acht", 8),
    ("eight", 8),
    ("negen", 9),
    ("nine", 9),
    ("tien", 10),
    ("ten", 10),
    ("twaalf", 12),
    ("twelve", 12),
    ("twintig", 20),
    ("twenty", 20),
    ("honderd", 100),
    ("hundred", 100),
];

/// The number that was meant by words, or by a number with something beside it.
pub(in crate::checklist) fn meant(value: &str) -> Option<String> {
    let word = value.trim().to_lowercase();
    if let Some((_, number)) = WORDS.iter().find(|(name, _)| *name == word) {
        return Some(number.to_string());
    }
    let digits = |c: char| c.is_ascii_digit();
    let numbers: Vec<&str> =
        value.split(|c: char| !digits(c) && c != '.').filter(|part| part.contains(digits)).collect();
    let [number] = numbers.as_slice() else { return None };
    number.parse::<f64>().ok()?;
    let number = number.trim_end_matches('.');
    Some(if number.starts_with('.') { format!("0{number}") } else { number.to_owned() })
}
