//! One row of the window whose signs are all ordinary, as nearly all are: a letter and its look for each cell, without rules for what
//! is one sign, and how wide that is.

use ratatui::style::{Color, Modifier, Style};

use super::theme::Theme;
use crate::app::{Line, Role};
use crate::text;

/// Colour, colour behind it, and what else there is to the look of a cell.
pub type Look = (Color, Color, Modifier);

/// The look of a cell of which nothing was said.
pub const NO_LOOK: Look = (Color::Reset, Color::Reset, Modifier::empty());

/// A cell in which an ordinary sign stands ([`text::ordinary_signs`]).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Letter {
    /// The sign.
    pub sign: char,
    /// How it looks.
    pub look: Look,
}

/// Puts the lines of one row of the window, wherever they stand in it, into a `row` as [`super::draw_row`] does. False where a sign is not
/// ordinary, and `row` then anything.
pub fn draw_letters<'l>(lines: impl Iterator<Item = &'l Line>, theme: &Theme, row: &mut [Letter]) -> bool {
    row.fill(Letter { sign: ' ', look: styled(NO_LOOK, theme.base()) });
    for line in lines {
        let mut focused: Option<usize> = None;
        for piece in &line.pieces {
            let x = usize::from(piece.x);
            if x >= row.len() {
                continue;
            }
            // Where the focus is a block, its sign and its words are one block.
            if let Some(gap) = focused.filter(|_| piece.role == Role::Focus) {
                let gap = row.get_mut(gap..x).unwrap_or_default();
                gap.iter_mut().for_each(|cell| cell.look = styled(cell.look, theme.style(Role::Focus)));
            }
            let Some(signs) = text::ordinary_letters(&piece.text) else { return false };
            let style = theme.style(piece.role);
            let mut end = x;
            for (cell, sign) in row.get_mut(x..).unwrap_or_default().iter_mut().zip(signs) {
                *cell = Letter { sign, look: styled(cell.look, style) };
                end += 1;
            }
            focused = (piece.role == Role::Focus).then_some(end);
        }
    }
    true
}

/// A look with a style over it.
fn styled((colour, behind, modifier): Look, style: Style) -> Look {
    let modifier = modifier.union(style.add_modifier).difference(style.sub_modifier);
    (style.fg.unwrap_or(colour), style.bg.unwrap_or(behind), modifier)
}
