//! What a window shows, as text and as a grid of roles: what snapshot tests compare and a replay prints.

use unicode_segmentation::UnicodeSegmentation;

use crate::app::{Layout, Role};
use crate::text;

/// The plain text of the window: one line per row, without spaces at the end of a line or lines at the end.
pub fn text(layout: &Layout) -> String {
    grid(layout, |cluster, _| cluster.to_owned())
}

/// The roles of the window: one letter per cell, as [`letter`] gives it, and a space where nothing stands.
pub fn role_map(layout: &Layout) -> String {
    grid(layout, |cluster, role| letter(role).to_string().repeat(text::width(cluster)))
}

/// The letter of a role in [`role_map`].
pub const fn letter(role: Role) -> char {
    match role {
        Role::Plain => 'p',
        Role::Question => 'Q',
        Role::Heading => 'H',
        Role::Strong => 'B',
        Role::Quiet => 'q',
        Role::Accent => 'A',
        Role::OwnWords => 'o',
        Role::Value => 'v',
        Role::Focus => 'F',
        Role::Selection => 'S',
        Role::Chosen => 'C',
        Role::Done => 'd',
        Role::Indication => 'i',
        Role::Warning => 'W',
        Role::Fault => 'X',
        Role::Underline => 'u',
        Role::Status => 's',
        Role::Key => 'k',
        Role::Green => 'g',
        Role::Orange => 'O',
        Role::Red => 'R',
    }
}

/// Rows of cells, each as `show` writes it; of two pieces in one cell the later one counts, as on the screen.
fn grid(layout: &Layout, show: impl Fn(&str, Role) -> String) -> String {
    let width = usize::from(layout.size.width);
    let mut rows = vec![vec![" ".to_owned(); width]; usize::from(layout.size.height)];
    for line in &layout.lines {
        let Some(row) = rows.get_mut(usize::from(line.y)) else { continue };
        for piece in &line.pieces {
            let mut x = usize::from(piece.x);
            for cluster in piece.text.graphemes(true) {
                let cells = text::width(cluster);
                if cells == 0 || x + cells > width {
                    continue;
                }
                if let Some(cell) = row.get_mut(x) {
                    *cell = show(cluster, piece.role);
                }
                row.iter_mut().skip(x + 1).take(cells - 1).for_each(String::clear);
                x += cells;
            }
        }
    }
    let lines: Vec<String> = rows.into_iter().map(|row| row.concat().trim_end().to_owned()).collect();
    lines.join("\n").trim_end().to_owned()
}
