//! The beginnings of identifiers by which people tell things apart.

/// So many digits of an identifier are shown: with those a notebook of thousands of meetings hardly has two alike.
pub(in crate::cli) const DIGITS: usize = 8;

/// Identifiers that are shown beside each other, or that may be typed for each other.
pub(in crate::cli) struct Numbers(Vec<String>);

impl Numbers {
    /// All that there are.
    pub(in crate::cli) fn of<I: ToString>(ids: impl IntoIterator<Item = I>) -> Self {
        let mut ids: Vec<String> = ids.into_iter().map(|id| id.to_string()).collect();
        ids.sort_unstable();
        ids.dedup();
        Self(ids)
    }

    /// The beginning of one that no other has: as many digits as are always shown, and more only where two are alike so far.
    pub(in crate::cli) fn short(&self, id: &impl ToString) -> String {
        let id = id.to_string();
        let at = self.0.partition_point(|known| *known < id);
        // What has most in common with it stands beside it.
        let around = at.saturating_sub(1)..(at + 2).min(self.0.len());
        let others = self.0.get(around).unwrap_or_default().iter().filter(|other| **other != id);
        let shared =
            |other: &String| id.bytes().zip(other.bytes()).take_while(|(one, other)| one == other).count();
        let alike = others.map(shared).max().unwrap_or(0);
        id.chars().take(DIGITS.max(alike + 1)).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_identifier_is_shown_as_far_as_it_takes_to_tell_it_from_all_others() {
        let all = ["00000000aaaa", "00000000aabb", "00000000b000", "123456789abc", "1234567fffff"];
        let numbers = Numbers::of(all);
        let shown = all.map(|id| numbers.short(&id));
        assert_eq!(shown, ["00000000aaa", "00000000aab", "00000000b", "12345678", "1234567f"]);
        assert_eq!(Numbers::of(["0123456789ab"]).short(&"0123456789ab"), "01234567", "one alone");
        assert_eq!(
            numbers.short(&"1234567890"),
            "1234567890".get(..10).unwrap(),
            "one that is not among them"
        );
    }
}
