//! The picture at any size, with any text.

use ratatui::buffer::Buffer;
use ratatui::style::Modifier;

use super::*;
use crate::app::{Piece, Role, Size, ThemeName};

fn layout(size: Size, pieces: &[(u16, u16, &str, Role)]) -> Layout {
    let line = |(x, y, text, role): &(u16, u16, &str, Role)| Line {
        y: *y,
        pieces: vec![Piece { x: *x, text: (*text).to_owned(), role: *role }].into(),
    };
    Layout {
        size,
        lines: pieces.iter().map(line).collect(),
        cursor: None,
        focus: None,
        body_top: 0,
        body_height: size.height,
        first_line: 0,
        content_lines: 0,
        rows: crate::app::layout::Rows::default(),
    }
}

fn drawn(layout: &Layout, name: ThemeName, width: u16, height: u16) -> Buffer {
    let mut buffer = Buffer::empty(area(width, height));
    draw(layout, &Theme::named(name), &mut buffer);
    buffer
}

#[test]
fn pieces_stand_where_the_layout_says() {
    let layout = layout(Size::new(12, 2), &[(2, 0, "één 漢字", Role::Plain), (0, 1, "x", Role::Key)]);
    assert_eq!(text(&layout), "  één 漢字\nx");
    assert_eq!(role_map(&layout), "  pppppppp\nk");
    let buffer = drawn(&layout, ThemeName::Mono, 12, 2);
    assert_eq!(buffer.cell((6, 0)).unwrap().symbol(), "漢");
    assert_eq!(buffer.cell((8, 0)).unwrap().symbol(), "字");
    assert_eq!(buffer.cell((0, 1)).unwrap().symbol(), "x");
}

#[test]
fn ordinary_texts_are_drawn_as_the_library_draws_them() {
    for source in
        ["", "een rij", "▸ → één café · 3 ✓ ↑↓ meer…", "│ – ‘ja’ ●○■□ ←↔", "漢 en e\u{301}", "©\u{FE0F}"]
    {
        for (x, width) in [(0, 40), (3, 9), (8, 9), (9, 9)] {
            let layout = layout(Size::new(width, 1), &[(x, 0, source, Role::Warning)]);
            let theme = Theme::named(ThemeName::Dark);
            let mut expected = Buffer::empty(area(width, 1));
            expected.set_style(expected.area, theme.base());
            if x < width {
                expected.set_stringn(x, 0, source, usize::from(width - x), theme.style(Role::Warning));
            }
            assert_eq!(drawn(&layout, ThemeName::Dark, width, 1), expected, "{source:?} at {x} of {width}");
        }
    }
}

#[test]
fn a_wide_character_at_the_edge_is_left_out_whole() {
    let layout = layout(Size::new(3, 1), &[(0, 0, "ab漢", Role::Plain)]);
    assert_eq!(drawn(&layout, ThemeName::Mono, 3, 1), Buffer::with_lines(["ab "]));
    assert_eq!(text(&layout), "ab");
}

#[test]
fn nothing_outside_the_buffer_is_touched_and_nothing_panics() {
    let far = [
        (0, 0, "lang genoeg voor elk venster, met 漢字 en 👩‍👩‍👧‍👦", Role::Question),
        (u16::MAX, 3, "ver", Role::Focus),
        (7, u16::MAX, "laag", Role::Selection),
    ];
    let layout = layout(Size::new(60, 18), &far);
    for width in 0..70 {
        for height in [0, 1, 2, 18, 20] {
            for name in ThemeName::ALL {
                assert_eq!(drawn(&layout, name, width, height).area, area(width, height));
            }
        }
    }
    text(&layout);
    role_map(&layout);
}

#[test]
fn what_a_terminal_would_obey_or_hide_is_seen() {
    let layout = layout(Size::new(40, 1), &[(0, 0, "a\u{1b}[2Jb\u{202E}c", Role::Plain)]);
    let buffer = drawn(&layout, ThemeName::Mono, 40, 1);
    let shown: String = buffer.content.iter().map(ratatui::buffer::Cell::symbol).collect();
    assert_eq!(shown.trim_end(), "a␛[2Jb<U+202E>c");
}

#[test]
fn the_finished_buffer_is_checked_cell_by_cell() {
    let mut buffer = Buffer::empty(area(4, 1));
    for (x, symbol) in [(0, "\u{1b}"), (1, "\u{202E}"), (2, "\n"), (3, "é")] {
        buffer.cell_mut((x, 0)).unwrap().set_symbol(symbol);
    }
    show_what_hides(&mut buffer);
    let shown: Vec<&str> = buffer.content.iter().map(ratatui::buffer::Cell::symbol).collect();
    assert_eq!(shown, ["␛", HIDDEN, HIDDEN, "é"]);
}

#[test]
fn an_earlier_picture_leaves_nothing_behind() {
    let mut buffer = Buffer::with_lines(["oude tekst"]);
    draw(&layout(Size::new(10, 1), &[]), &Theme::named(ThemeName::Terminal), &mut buffer);
    assert_eq!(buffer, Buffer::empty(area(10, 1)));
}

#[test]
fn a_focus_that_is_a_block_has_no_hole_between_its_sign_and_its_words() {
    let piece = |x, text: &str, role| Piece { x, text: text.to_owned(), role };
    let pieces = vec![
        piece(2, "□", Role::Focus),
        piece(4, "Fictief B.", Role::Focus),
        piece(16, "groen", Role::Plain),
    ];
    let mut layout = layout(Size::new(24, 1), &[]);
    layout.lines = [Line { y: 0, pieces: pieces.into() }].into_iter().collect();
    let buffer = drawn(&layout, ThemeName::Beamer, 24, 1);
    let reversed = |x| buffer.cell((x, 0)).unwrap().modifier.contains(Modifier::REVERSED);
    let shown: String = (0..24).map(|x| if reversed(x) { 'F' } else { '.' }).collect();
    assert_eq!(shown, "..FFFFFFFFFFFF..........");
}

#[test]
fn letters_are_the_cells_of_a_row_and_none_where_a_sign_is_not_ordinary() {
    let cases: [&[(u16, u16, &str, Role)]; 8] = [
        &[],
        &[(2, 0, "▸ één … ✓", Role::Focus), (13, 0, "kort", Role::Focus), (19, 0, "x", Role::Value)],
        &[(0, 0, "▸", Role::Focus), (3, 0, "een veel te lange rij", Role::Focus)],
        &[(1, 0, "onder elkaar", Role::Selection), (4, 0, "boven", Role::Warning)],
        &[(19, 0, "rand", Role::Key), (20, 0, "漢", Role::Key), (40, 0, "buiten", Role::Key)],
        &[(0, 0, "漢字", Role::Plain)],
        &[(0, 0, "e\u{301}", Role::Plain)],
        &[(0, 0, "\u{7}", Role::Plain)],
    ];
    for (number, pieces) in cases.into_iter().enumerate() {
        for name in ThemeName::ALL {
            let (layout, theme) = (layout(Size::new(20, 1), pieces), Theme::named(name));
            let mut buffer = Buffer::empty(area(20, 1));
            draw_row(layout.lines.iter(), &theme, &mut buffer);
            let mut row = vec![Letter { sign: '?', look: NO_LOOK }; 20];
            let is_ordinary = draw_letters(layout.lines.iter(), &theme, &mut row);
            assert_eq!(is_ordinary, number < 5, "{pieces:?}");
            let cells = buffer
                .content
                .iter()
                .map(|cell| (cell.symbol().to_owned(), (cell.fg, cell.bg, cell.modifier)));
            let letters = row.iter().map(|letter| (letter.sign.to_string(), letter.look));
            assert!(!is_ordinary || cells.eq(letters), "{pieces:?} in {name:?}");
        }
    }
}
