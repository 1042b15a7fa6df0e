//! The same picture for a document: a layout and a theme in, SVG out, without a font or anything else from elsewhere.

use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};

use super::{Theme, area, draw};
use crate::app::Layout;
use crate::text;

/// Width and height of a cell.
const CELL: (usize, usize) = (9, 20);

/// How far the letters stand below the top of their cell.
const BASELINE: usize = 15;

/// Space around the window.
const MARGIN: usize = 12;

/// What a theme without colours of its own is drawn with: the window's.
const INK: &str = "#222222";
const PAPER: &str = "#fdfdfb";

/// The picture that [`draw`] puts on a terminal, as SVG.
///
/// Every text has the width of its cells, so that columns stay straight in whatever font the reader has.
pub fn svg(layout: &Layout, theme: &Theme) -> String {
    let (columns, rows) = (layout.size.width, layout.size.height);
    let mut buffer = Buffer::empty(area(columns, rows));
    draw(layout, theme, &mut buffer);
    let width = usize::from(columns) * CELL.0 + 2 * MARGIN;
    let height = usize::from(rows) * CELL.1 + 2 * MARGIN;
    let base = theme.base();
    let ink = base.fg.and_then(hex).unwrap_or_else(|| INK.to_owned());
    let paper = base.bg.and_then(hex).unwrap_or_else(|| PAPER.to_owned());
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" width=\"{width}\" \
         height=\"{height}\" font-family=\"ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace\" \
         font-size=\"15\" xml:space=\"preserve\">\n\
         <rect width=\"{width}\" height=\"{height}\" rx=\"6\" fill=\"{paper}\"/>\n"
    );
    for (y, row) in buffer.content.chunks(usize::from(columns).max(1)).enumerate() {
        for run in runs(row, &ink, &paper) {
            run.put(y, &mut out);
        }
    }
    if let Some((x, y)) = layout.cursor {
        let (x, y) = (MARGIN + usize::from(x) * CELL.0, MARGIN + usize::from(y) * CELL.1);
        out.push_str(&format!(
            "<rect x=\"{x}\" y=\"{y}\" width=\"2\" height=\"{}\" fill=\"{ink}\"/>\n",
            CELL.1
        ));
    }
    out.push_str("</svg>\n");
    out
}

/// How a cell looks.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Look {
    ink: String,
    /// What the cell is filled with, where that is not the paper.
    fill: Option<String>,
    bold: bool,
    italic: bool,
    underlined: bool,
}

impl Look {
    fn of(cell: &Cell, ink: &str, paper: &str) -> Self {
        let mut front = hex(cell.fg).unwrap_or_else(|| ink.to_owned());
        let mut back = hex(cell.bg).unwrap_or_else(|| paper.to_owned());
        if cell.modifier.contains(Modifier::REVERSED) {
            std::mem::swap(&mut front, &mut back);
        }
        Self {
            ink: front,
            fill: (back != paper).then_some(back),
            bold: cell.modifier.contains(Modifier::BOLD),
            italic: cell.modifier.contains(Modifier::ITALIC),
            underlined: cell.modifier.contains(Modifier::UNDERLINED),
        }
    }
}

/// Cells beside each other that look alike.
#[derive(Debug)]
struct Run {
    x: usize,
    cells: usize,
    text: String,
    look: Look,
    /// One character that takes more than a cell, or more than a code point: fonts differ in its width.
    alone: bool,
}

/// The runs of a row from left to right.
fn runs(row: &[Cell], ink: &str, paper: &str) -> Vec<Run> {
    let mut runs: Vec<Run> = Vec::new();
    let mut x = 0;
    while let Some(cell) = row.get(x) {
        // Of several spaces a reader may show one: what stands behind them begins anew, in its own cell.
        let is_apart = cell.symbol() != " "
            && x.checked_sub(2).is_some_and(|from| {
                row.get(from..x).is_some_and(|before| before.iter().all(|cell| cell.symbol() == " "))
            });
        let (symbol, look) = (cell.symbol(), Look::of(cell, ink, paper));
        let cells = text::width(symbol).max(1);
        let alone = cells > 1 || symbol.chars().count() > 1;
        match runs.last_mut() {
            Some(last) if last.look == look && !last.alone && !alone && !is_apart => {
                last.text.push_str(symbol);
                last.cells += cells;
            }
            _ => runs.push(Run { x, cells, text: symbol.to_owned(), look, alone }),
        }
        // A wide character covers the cells behind it.
        x += cells;
    }
    runs
}

impl Run {
    fn put(&self, row: usize, out: &mut String) {
        let left = |cell: usize| MARGIN + cell * CELL.0;
        let top = MARGIN + row * CELL.1;
        if let Some(fill) = &self.look.fill {
            let width = self.cells * CELL.0;
            out.push_str(&format!(
                "<rect x=\"{}\" y=\"{top}\" width=\"{width}\" height=\"{}\" fill=\"{fill}\"/>\n",
                left(self.x),
                CELL.1
            ));
        }
        let text = self.text.trim_end_matches(' ');
        let shown = text.trim_start_matches(' ');
        if shown.is_empty() {
            return;
        }
        let x = left(self.x + text.len() - shown.len());
        let mut attributes = format!("x=\"{x}\" y=\"{}\" fill=\"{}\"", top + BASELINE, self.look.ink);
        if !self.alone {
            attributes.push_str(&format!(" textLength=\"{}\"", text::width(shown) * CELL.0));
        }
        for (applies, attribute) in [
            (self.look.bold, " font-weight=\"bold\""),
            (self.look.italic, " font-style=\"italic\""),
            (self.look.underlined, " text-decoration=\"underline\""),
        ] {
            if applies {
                attributes.push_str(attribute);
            }
        }
        out.push_str(&format!("<text {attributes}>{}</text>\n", escaped(shown)));
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

/// The colour as the web writes it; `None` for one that belongs to the reader's terminal.
fn hex(colour: Color) -> Option<String> {
    let level = |step: u8| if step == 0 { 0 } else { 55 + 40 * step };
    let (red, green, blue) = match colour {
        Color::Rgb(red, green, blue) => (red, green, blue),
        Color::Indexed(number @ 16..=231) => {
            let cube = number - 16;
            (level(cube / 36), level(cube / 6 % 6), level(cube % 6))
        }
        Color::Indexed(number @ 232..) => {
            let grey = 8 + 10 * (number - 232);
            (grey, grey, grey)
        }
        _ => return None,
    };
    Some(format!("#{red:02x}{green:02x}{blue:02x}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::app::{Line, Piece, Role, Size, ThemeName};

    fn drawn(theme: ThemeName, pieces: &[(u16, &str, Role)]) -> String {
        let piece =
            |(x, text, role): &(u16, &str, Role)| Piece { x: *x, text: (*text).to_owned(), role: *role };
        let layout = Layout {
            size: Size::new(20, 1),
            lines: vec![Line { y: 0, pieces: pieces.iter().map(piece).collect::<Vec<_>>().into() }],
            cursor: Some((3, 0)),
            focus: None,
            body_top: 0,
            body_height: 1,
            first_line: 0,
            content_lines: 1,
            rows: crate::app::layout::Rows::default(),
        };
        svg(&layout, &Theme::named(theme))
    }

    #[test]
    fn text_stands_in_its_cells() {
        let picture = drawn(ThemeName::Terminal, &[(2, "één twee", Role::Plain), (15, "x", Role::Heading)]);
        let text = "<text x=\"30\" y=\"27\" fill=\"#222222\" textLength=\"72\">één twee</text>";
        assert!(picture.contains(text), "{picture}");
        assert!(
            picture.contains(
                "<text x=\"147\" y=\"27\" fill=\"#222222\" textLength=\"9\" font-weight=\"bold\">x"
            )
        );
        assert!(picture.contains("<rect x=\"39\" y=\"12\" width=\"2\" height=\"20\" fill=\"#222222\"/>"));
    }

    #[test]
    fn what_stands_behind_several_spaces_stands_in_its_own_cell() {
        let picture = drawn(ThemeName::Terminal, &[(0, "kleur", Role::Plain), (9, "fase", Role::Plain)]);
        assert!(
            picture.contains("<text x=\"12\" y=\"27\" fill=\"#222222\" textLength=\"45\">kleur</text>"),
            "{picture}"
        );
        assert!(
            picture.contains("<text x=\"93\" y=\"27\" fill=\"#222222\" textLength=\"36\">fase</text>"),
            "{picture}"
        );
    }

    #[test]
    fn a_wide_character_takes_two_cells_and_pushes_nothing_aside() {
        let picture = drawn(ThemeName::Terminal, &[(0, "a漢字b", Role::Plain)]);
        for (x, text) in [(12, "a"), (21, "漢"), (39, "字"), (57, "b")] {
            assert!(picture.contains(&format!("<text x=\"{x}\" y=\"27\"")), "{picture}");
            assert!(picture.contains(&format!(">{text}</text>")), "{picture}");
        }
    }

    #[test]
    fn reversed_cells_are_filled_and_the_rest_is_paper() {
        let picture = drawn(ThemeName::Mono, &[(1, "keus", Role::Selection)]);
        assert!(picture.contains("<rect x=\"21\" y=\"12\" width=\"36\" height=\"20\" fill=\"#222222\"/>"));
        assert!(picture.contains("fill=\"#fdfdfb\" textLength=\"36\">keus"));
        assert_eq!(drawn(ThemeName::Terminal, &[]).matches("<rect").count(), 2);
    }

    #[test]
    fn a_theme_brings_its_own_paper() {
        assert!(drawn(ThemeName::Beamer, &[]).contains("rx=\"6\" fill=\"#000000\""));
        assert!(drawn(ThemeName::Light, &[]).contains("rx=\"6\" fill=\"#ffffff\""));
    }

    #[test]
    fn nothing_that_was_typed_is_markup() {
        let picture = drawn(ThemeName::Terminal, &[(0, "<b> & \u{1b}", Role::Plain)]);
        assert!(picture.contains(">&lt;b&gt; &amp; ␛</text>"), "{picture}");
    }
}
