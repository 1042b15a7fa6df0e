//! "Did you mean": the nearest of some known names.

/// The name that is nearest to `word`, when it is near enough to be meant.
pub(super) fn nearest<'n>(word: &str, known: impl IntoIterator<Item = &'n str>) -> Option<&'n str> {
    // Names are at most 64 bytes; a longer word is no typing mistake, and comparing it would cost time.
    if word.len() > 80 {
        return None;
    }
    let word: Vec<char> = word.to_lowercase().chars().collect();
    let allowed = (word.len() / 3).clamp(1, 4);
    known
        .into_iter()
        .filter(|name| name.len().abs_diff(word.len()) <= allowed + 2)
        .map(|name| (distance(&word, &name.chars().collect::<Vec<_>>()), name))
        .filter(|(distance, _)| *distance <= allowed)
        .min()
        .map(|(_, name)| name)
}

/// How many letters must be added, removed, replaced or swapped to make one word into the other.
fn distance(from: &[char], to: &[char]) -> usize {
    let mut before: Vec<usize> = Vec::new();
    let mut above: Vec<usize> = (0..=to.len()).collect();
    for (row, letter) in from.iter().enumerate() {
        let mut current = Vec::with_capacity(above.len());
        current.push(row + 1);
        for (column, other) in to.iter().enumerate() {
            let cell = |line: &[usize], at: usize| line.get(at).copied().unwrap_or(usize::MAX / 2);
            let mut best = cell(&above, column) + usize::from(letter != other);
            best = best.min(cell(&above, column + 1) + 1).min(cell(&current, column) + 1);
            let swapped = row > 0
                && column > 0
                && from.get(row - 1) == Some(other)
                && to.get(column - 1) == Some(letter);
            if swapped {
                best = best.min(cell(&before, column - 1) + 1);
            }
            current.push(best);
        }
        before = std::mem::replace(&mut above, current);
    }
    above.last().copied().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_of_the_finger_is_recognised() {
        let known = ["surprise-question", "diagnose", "kwetsbaarheid"];
        assert_eq!(nearest("surpise-question", known), Some("surprise-question"));
        assert_eq!(nearest("Diagnose", known), Some("diagnose"));
        assert_eq!(nearest("diganose", known), Some("diagnose"));
        assert_eq!(nearest("iets-anders", known), None);
    }

    #[test]
    fn short_words_need_to_be_close() {
        assert_eq!(nearest("ja", ["nee"]), None);
        assert_eq!(nearest("ne", ["nee", "ja"]), Some("nee"));
    }
}
