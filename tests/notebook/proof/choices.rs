//! Choices made one after the other: all of them in turn where there are few, and at random where there are many.

/// Numbers that look random and are the same in every run.
#[derive(Debug, Clone)]
pub struct Numbers(u64);

impl Numbers {
    /// Numbers of their own for each seed.
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9e37_79b9_7f4a_7c15) | 1)
    }

    /// A number below `limit`, which is not zero.
    pub fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 >> 16).unwrap_or(usize::MAX) % limit
    }
}

/// One way of choosing.
#[derive(Debug)]
pub struct Choices {
    /// What was chosen, and between how many.
    made: Vec<(usize, usize)>,
    next: usize,
    random: Option<Numbers>,
}

impl Choices {
    /// The first of all ways.
    fn first() -> Self {
        Self { made: Vec::new(), next: 0, random: None }
    }

    /// A way at random.
    pub fn random(numbers: Numbers) -> Self {
        Self { random: Some(numbers), ..Self::first() }
    }

    /// Chooses a number below `among`.
    pub fn pick(&mut self, among: usize) -> usize {
        if let Some(numbers) = &mut self.random {
            return numbers.below(among);
        }
        let at = self.next;
        self.next += 1;
        if let Some((chosen, _)) = self.made.get(at) {
            return *chosen;
        }
        self.made.push((0, among));
        0
    }

    /// Goes to the next way; false when all were taken.
    fn advance(&mut self) -> bool {
        self.next = 0;
        while let Some((chosen, among)) = self.made.pop() {
            if chosen + 1 < among {
                self.made.push((chosen + 1, among));
                return true;
            }
        }
        false
    }
}

/// Tries every way of choosing, or `most` of them: then half in turn and half at random. Gives how many were tried.
pub fn every_way(most: usize, seed: u64, mut attempt: impl FnMut(&mut Choices)) -> usize {
    let mut choices = Choices::first();
    let mut tried = 0;
    loop {
        attempt(&mut choices);
        tried += 1;
        if !choices.advance() {
            return tried;
        }
        if tried >= most.div_ceil(2) {
            break;
        }
    }
    let mut numbers = Numbers::new(seed);
    while tried < most {
        let seed = numbers.below(usize::MAX);
        attempt(&mut Choices::random(Numbers::new(u64::try_from(seed).unwrap_or(1))));
        tried += 1;
    }
    tried
}

#[test]
fn all_ways_are_tried_once() {
    let mut seen = std::collections::BTreeSet::new();
    let tried = every_way(100, 1, |choices| {
        let first = choices.pick(2);
        let second = if first == 1 { choices.pick(3) } else { 0 };
        seen.insert((first, second));
    });
    assert_eq!((tried, seen.len()), (4, 4));
}
