//! "Did you mean": the nearest of some known names.

/// The name that is nearest to `word`, when it is near enough to be meant, or else the only one of which it is the first part.
pub(in crate::checklist) fn nearest<'n>(
    word: &str,
    known: impl IntoIterator<Item = &'n str>,
) -> Option<&'n str> {
    const SHORTEST_PART: usize = 3;
    // Names are at most 64 bytes; a longer word is no typing mistake, and comparing it would cost time.
    if word.len() > 80 {
        return None;
    }
    let word: Vec<char> = word.to_lowercase().chars().collect();
    let allowed = (word.len() / 3).clamp(1, 4);
    let mut letters: Vec<char> = Vec::new();
    let mut best: Option<(usize, &str)> = None;
    let (mut longer, mut more) = (None, false);
    let begin: String = word.iter().collect();
    for name in known {
        if word.len() >= SHORTEST_PART
            && name.strip_prefix(&*begin).is_some_and(|rest| rest.starts_with(['-', '_']))
        {
            more |= longer.is_some();
            longer = Some(name);
        }
        if name.len().abs_diff(word.len()) > allowed + 2 {
            continue;
        }
        letters.clear();
        letters.extend(name.chars());
        let near = distance(&word, &letters, allowed).map(|distance| (distance, name));
        best = [best, near].into_iter().flatten().min();
    }
    best.map(|(_, name)| name).or(longer.filter(|_| !more))
}

/// How many letters must be added, removed, replaced or swapped to make one word into the other, where that is no more
/// than `most`.
///
/// Only what lies near the diagonal is looked at: a hostile file has many long names that are all alike.
fn distance(from: &[char], to: &[char], most: usize) -> Option<usize> {
    let far = most + 1;
    let cell = |line: &[usize], at: usize| line.get(at).copied().unwrap_or(far);
    let mut before = vec![far; to.len() + 1];
    let mut above: Vec<usize> = (0..=to.len()).map(|column| column.min(far)).collect();
    let mut current = before.clone();
    for (row, letter) in from.iter().enumerate() {
        current.fill(far);
        if let Some(first) = current.first_mut() {
            *first = (row + 1).min(far);
        }
        let near = row.saturating_sub(most)..(row + most + 1).min(to.len());
        let mut least = cell(&current, 0);
        for (column, other) in to.iter().enumerate().take(near.end).skip(near.start) {
            let mut best = cell(&above, column) + usize::from(letter != other);
            best = best.min(cell(&above, column + 1) + 1).min(cell(&current, column) + 1);
            let swapped = row > 0
                && column > 0
                && from.get(row - 1) == Some(other)
                && to.get(column - 1) == Some(letter);
            if swapped {
                best = best.min(cell(&before, column - 1) + 1);
            }
            least = least.min(best);
            if let Some(cell) = current.get_mut(column + 1) {
                *cell = best.min(far);
            }
        }
        if least > most {
            return None;
        }
        std::mem::swap(&mut before, &mut above);
        std::mem::swap(&mut above, &mut current);
    }
    above.last().copied().filter(|distance| *distance <= most)
}

/// A day of which the year stands last, with its year first.
pub(in crate::checklist) fn in_order(written: &str) -> Option<String> {
    let mut parts = written.trim().split(['-', '/', '.']).map(str::trim);
    let (day, month, year) = (parts.next()?, parts.next()?, parts.next()?);
    let number = |digits: &str, most: u32| {
        let is_short = (1..=2).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
        digits.parse::<u32>().ok().filter(|number| is_short && (1..=most).contains(number))
    };
    let is_year = year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit());
    let (day, month) = (number(day, 31)?, number(month, 12)?);
    (is_year && parts.next().is_none()).then(|| format!("{year}-{month:02}-{day:02}"))
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
    fn the_first_part_of_one_name_is_that_name() {
        assert_eq!(nearest("bed", ["bed_1", "pijn"]), Some("bed_1"));
        assert_eq!(nearest("bed", ["bed-beneden"]), Some("bed-beneden"));
        assert_eq!(nearest("bed", ["bed-beneden", "bed-boven"]), None);
        assert_eq!(nearest("bed", ["bedlampje-boven"]), None);
    }

    #[test]
    fn the_year_comes_first() {
        for written in ["31-01-2026", "31/1/2026", "31.01.2026 "] {
            assert_eq!(in_order(written).as_deref(), Some("2026-01-31"), "{written}");
        }
        for written in ["2026-01-31", "31-01-26", "31-13-2026", "31-01", "31-01-2026-1", ""] {
            assert_eq!(in_order(written), None, "{written}");
        }
    }

    #[test]
    fn short_words_need_to_be_close() {
        assert_eq!(nearest("ja", ["nee"]), None);
        assert_eq!(nearest("ne", ["nee", "ja"]), Some("nee"));
    }

    #[test]
    fn the_distance_near_the_diagonal_is_the_whole_distance() {
        /// The same by its definition, looking at everything.
        fn plainly(from: &[char], to: &[char]) -> usize {
            let mut table = vec![vec![0; to.len() + 1]; from.len() + 1];
            for row in 0..=from.len() {
                for column in 0..=to.len() {
                    let mut best = if row == 0 || column == 0 { row + column } else { usize::MAX };
                    if row > 0 && column > 0 {
                        let differs = usize::from(from[row - 1] != to[column - 1]);
                        best = best.min(table[row - 1][column - 1] + differs);
                        best = best.min(table[row - 1][column] + 1).min(table[row][column - 1] + 1);
                    }
                    if row > 1
                        && column > 1
                        && from[row - 1] == to[column - 2]
                        && from[row - 2] == to[column - 1]
                    {
                        best = best.min(table[row - 2][column - 2] + 1);
                    }
                    table[row][column] = best;
                }
            }
            table[from.len()][to.len()]
        }
        let words: Vec<Vec<char>> = (0..3u32.pow(5))
            .map(|number| {
                (0..number % 6).map(|at| ['a', 'b', 'c'][(number / 3u32.pow(at) % 3) as usize]).collect()
            })
            .collect();
        for from in &words {
            for to in &words {
                let whole = plainly(from, to);
                for most in 0..4 {
                    let expected = Some(whole).filter(|whole| *whole <= most);
                    assert_eq!(distance(from, to, most), expected, "{from:?} {to:?} {most}");
                }
            }
        }
    }
}
