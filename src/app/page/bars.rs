//! Counts as bars, with the number beside each.

use crate::text::width;

/// Counts to be compared at a glance.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bars {
    /// The bars from top to bottom.
    pub bars: Vec<Bar>,
    /// What the longest bar stands for at least, so that bars of two pictures can be compared.
    pub scale: u32,
    /// The columns that labels and numbers get at least, for the same reason.
    pub room: (usize, usize),
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
        Self { bars, scale, room: (0, 0) }
    }

    /// Has pictures of one scale keep the same columns for labels and numbers, so that equal counts are equally long.
    pub fn align<'b>(pictures: impl Iterator<Item = &'b mut Self>) {
        let mut pictures: Vec<_> = pictures.collect();
        let bars = || pictures.iter().flat_map(|picture| &picture.bars);
        let labels = bars().map(|bar| width(&bar.label)).max().unwrap_or(0);
        let numbers = bars().map(|bar| width(&bar.number())).max().unwrap_or(0);
        pictures.iter_mut().for_each(|picture| picture.room = (labels, numbers));
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
