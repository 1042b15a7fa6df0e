//! Counts as bars, with the number beside each.

/// Counts to be compared at a glance.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bars {
    /// The bars from top to bottom.
    pub bars: Vec<Bar>,
    /// What the longest bar stands for at least, so that bars of two pictures can be compared.
    pub scale: u32,
}

/// One count.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bar {
    /// What was counted.
    pub label: String,
    /// How many; `None` where that is not told.
    pub count: Option<u32>,
    /// What is said behind the number: "minder dan 5".
    pub remark: String,
}

impl Bars {
    /// Bars of which the longest fills the line.
    pub fn new(bars: Vec<Bar>) -> Self {
        let scale = bars.iter().filter_map(|bar| bar.count).max().unwrap_or(0);
        Self { bars, scale }
    }
}

impl Bar {
    /// A count with its label.
    pub fn new(label: impl Into<String>, count: u32) -> Self {
        Self { label: label.into(), count: Some(count), remark: String::new() }
    }

    /// The number and what is said of it.
    pub fn number(&self) -> String {
        let count = self.count.map(|count| count.to_string());
        [count.as_deref(), Some(self.remark.as_str())]
            .into_iter()
            .flatten()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(" ")
    }
}
