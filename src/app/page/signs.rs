//! The signs on the screen and their ASCII twins.

use super::{Mark, Role};
use crate::app::message::Marks;

/// The signs of one set.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Signs {
    /// In front of the row in focus.
    pub here: &'static str,
    /// One option, chosen.
    pub chosen: &'static str,
    /// One option, not chosen.
    pub not_chosen: &'static str,
    /// One option, which stands from an earlier time.
    pub stood: &'static str,
    /// One of several options, chosen.
    pub ticked: &'static str,
    /// One of several options, not chosen.
    pub not_ticked: &'static str,
    /// Leads somewhere.
    pub leads: &'static str,
    /// Done.
    pub done: &'static str,
    /// Less, to the left.
    pub less: &'static str,
    /// More, to the right.
    pub more: &'static str,
    /// Between a colour and the one that it was.
    pub was: &'static str,
    /// Between parts of one line.
    pub between: &'static str,
    /// Where a line was cut off.
    pub ellipsis: &'static str,
    /// More above.
    pub more_above: &'static str,
    /// More below.
    pub more_below: &'static str,
    /// Under the place of a fault.
    pub underline: &'static str,
    /// Between a line number and its line.
    pub bar: &'static str,
    /// A cell of a bar.
    pub block: &'static str,
    /// In front of the colour green.
    pub green: &'static str,
    /// In front of the colour orange.
    pub orange: &'static str,
    /// In front of the colour red.
    pub red: &'static str,
    /// In front of a colour of a group's own.
    pub colour: &'static str,
}

const SIGNS: Signs = Signs {
    here: "▸",
    chosen: "●",
    not_chosen: "○",
    stood: "◎",
    ticked: "■",
    not_ticked: "□",
    leads: "→",
    done: "✓",
    less: "‹",
    more: "›",
    was: "←",
    between: " · ",
    ellipsis: "…",
    more_above: "↑",
    more_below: "↓",
    underline: "─",
    bar: "│",
    block: "█",
    green: "◇",
    orange: "◈",
    red: "◆",
    colour: "▬",
};

const ASCII: Signs = Signs {
    here: ">",
    chosen: "(*)",
    not_chosen: "( )",
    stood: "(-)",
    ticked: "[x]",
    not_ticked: "[ ]",
    leads: "->",
    done: "+",
    less: "<<",
    more: ">>",
    was: "<-",
    between: " - ",
    ellipsis: "...",
    more_above: "^",
    more_below: "v",
    underline: "~",
    bar: "|",
    block: "#",
    green: "{-}",
    orange: "{=}",
    red: "{#}",
    colour: "*",
};

impl Signs {
    /// The sign of a colour by its code.
    pub fn of_colour(&self, code: &str) -> &'static str {
        match code {
            "groen" | "green" => self.green,
            "oranje" | "orange" => self.orange,
            "rood" | "red" => self.red,
            _ => self.colour,
        }
    }

    /// How urgent the colour with this code is, from one on; zero for what is no colour of these.
    pub fn urgency_of_colour(&self, code: &str) -> usize {
        let signs = [self.green, self.orange, self.red];
        let sign = self.of_colour(code);
        if sign == self.colour { 0 } else { signs.iter().position(|own| *own == sign).map_or(0, |at| at + 1) }
    }

    /// The sign of a colour with which a cell begins, and how it looks.
    pub fn tint(&self, cell: &str) -> Option<(&'static str, Role)> {
        let all = [(self.green, Role::Green), (self.orange, Role::Orange), (self.red, Role::Red)];
        all.into_iter().find(|(sign, _)| cell.strip_prefix(sign).is_some_and(|rest| rest.starts_with(' ')))
    }
}

impl Marks {
    /// The signs of this set.
    pub const fn signs(self) -> &'static Signs {
        match self {
            Self::Signs => &SIGNS,
            Self::Ascii => &ASCII,
        }
    }

    /// The sign of a mark; empty for none.
    pub const fn sign(self, mark: Mark) -> &'static str {
        let signs = self.signs();
        match mark {
            Mark::None => "",
            Mark::Chosen => signs.chosen,
            Mark::NotChosen => signs.not_chosen,
            Mark::Ticked => signs.ticked,
            Mark::NotTicked => signs.not_ticked,
            Mark::Leads => signs.leads,
            Mark::Done => signs.done,
        }
    }

    /// The name of a key as this set writes it.
    pub fn key(self, shown: &str) -> String {
        match self {
            Self::Signs => shown.to_owned(),
            Self::Ascii => shown
                .chars()
                .map(|character| match character {
                    '↑' => '^',
                    '↓' => 'v',
                    '←' => '<',
                    '→' => '>',
                    other => other,
                })
                .collect(),
        }
    }
}
