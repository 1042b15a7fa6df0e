//! Frames as bytes: one write each, small, with the cursor in its place.

use std::cell::RefCell;
use std::io::Write;
use std::rc::Rc;

use super::*;
use crate::app::{Line, Piece, Role, ThemeName};

/// Keeps every write by itself.
#[derive(Clone, Default)]
struct Writes(Rc<RefCell<Vec<Vec<u8>>>>);

impl Write for Writes {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().push(bytes.to_vec());
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

impl Sink for Writes {}

impl Writes {
    fn take(&self) -> Vec<String> {
        let writes = self.0.take();
        writes.into_iter().map(|bytes| String::from_utf8(bytes).unwrap()).collect()
    }
}

fn frame(size: Size, words: &str, cursor: Option<(u16, u16)>) -> Arc<Layout> {
    let piece = Piece { x: 2, text: words.to_owned(), role: Role::Value };
    Arc::new(Layout {
        size,
        lines: vec![Line { y: 1, pieces: vec![piece].into() }],
        cursor,
        focus: None,
        body_top: 0,
        body_height: size.height,
        first_line: 0,
        content_lines: 1,
        rows: crate::app::layout::Rows::default(),
    })
}

#[test]
fn a_letter_is_one_small_write_with_the_cursor_behind_it() {
    let writes = Writes::default();
    let mut terminal = Terminal::on(writes.clone(), Colours::Many);
    let theme = Theme::named(ThemeName::Terminal);
    let size = Size::new(80, 24);
    terminal.draw(frame(size, "pij", Some((5, 1))), theme).unwrap();
    let first = writes.take();
    assert_eq!(first.len(), 1);
    assert!(
        first[0].starts_with("\x1b[?2026h\x1b[0m\x1b[2J") && first[0].ends_with("\x1b[?2026l"),
        "{first:?}"
    );
    terminal.draw(frame(size, "pijn", Some((6, 1))), theme).unwrap();
    let letter = writes.take();
    assert_eq!(letter.len(), 1);
    assert!(letter[0].ends_with("\x1b[2;7H\x1b[?2026l"), "{letter:?}");
    assert!(letter[0].len() <= 60, "{} bytes: {letter:?}", letter[0].len());
}

#[test]
fn the_same_frame_writes_nothing() {
    let writes = Writes::default();
    let mut terminal = Terminal::on(writes.clone(), Colours::Many);
    let theme = Theme::named(ThemeName::Light);
    let layout = frame(Size::new(60, 18), "rustig", None);
    terminal.draw(layout.clone(), theme).unwrap();
    writes.take();
    terminal.draw(layout, theme).unwrap();
    assert_eq!(writes.take(), Vec::<String>::new());
}

#[test]
fn the_cursor_shows_only_where_text_is_typed() {
    let writes = Writes::default();
    let mut terminal = Terminal::on(writes.clone(), Colours::Many);
    let theme = Theme::named(ThemeName::Mono);
    let size = Size::new(40, 12);
    let mut last = |cursor| {
        terminal.draw(frame(size, "tekst", cursor), theme).unwrap();
        writes.take().concat()
    };
    assert!(last(Some((2, 1))).contains("\x1b[?25h"));
    assert!(!last(Some((3, 1))).contains("\x1b[?25"));
    assert!(last(None).contains("\x1b[?25l"));
}

#[test]
fn plain_writes_no_colour() {
    let writes = Writes::default();
    let mut terminal = Terminal::on(writes.clone(), Colours::Many);
    let mut layout = frame(Size::new(40, 12), "gekozen", None);
    Arc::make_mut(&mut layout).lines[0].pieces.make_mut()[0].role = Role::Selection;
    terminal.draw(layout, Theme::named(ThemeName::Mono)).unwrap();
    let written = writes.take().concat();
    assert!(written.contains("\x1b[7mgekozen"), "{written:?}");
    assert!(!written.contains("[38;") && !written.contains("[48;"), "{written:?}");
}

#[test]
fn another_size_starts_from_an_empty_screen() {
    let writes = Writes::default();
    let mut terminal = Terminal::on(writes.clone(), Colours::Many);
    let theme = Theme::named(ThemeName::Terminal);
    terminal.draw(frame(Size::new(80, 24), "groot", None), theme).unwrap();
    writes.take();
    terminal.draw(frame(Size::new(60, 18), "groot", None), theme).unwrap();
    let written = writes.take().concat();
    assert!(written.contains("\x1b[2J") && written.contains("groot"), "{written:?}");
}

#[test]
fn everything_taken_is_given_back() {
    let writes = Writes::default();
    let mut terminal = Terminal::on(writes.clone(), Colours::Many);
    terminal.take_over().unwrap();
    drop(terminal);
    let written = writes.take().concat();
    for (taken, back) in [
        ("\x1b[?1049h", "\x1b[?1049l"),
        ("\x1b[?2004h", "\x1b[?2004l"),
        ("\x1b[?1004h", "\x1b[?1004l"),
        ("\x1b[?25l", "\x1b[?25h"),
    ] {
        let (taken, back) = (written.find(taken).unwrap(), written.rfind(back).unwrap());
        assert!(taken < back, "{written:?}");
    }
    assert!(written.contains("\x1b]0;Pallium\x07"), "{written:?}");
}

#[test]
fn what_others_may_have_changed_is_set_again_with_the_whole_frame() {
    let writes = Writes::default();
    let mut terminal = Terminal::on(writes.clone(), Colours::Many);
    let theme = Theme::named(ThemeName::Terminal);
    let layout = frame(Size::new(80, 24), "pijn", None);
    terminal.draw(layout.clone(), theme).unwrap();
    let first = writes.take().concat();
    terminal.forget();
    terminal.draw(layout.clone(), theme).unwrap();
    let again = writes.take().concat();
    let before = again.strip_suffix(&first).unwrap();
    for (left_by_others, put_right) in [
        ("\x1b]0;no end", "\x1b\\"),
        ("\x1b(0", "\x1b(B"),
        ("\x0e", "\x0f"),
        ("\x1b%@", "\x1b%G"),
        ("\x1b[2h", "\x1b[2l"),
        ("\x1b[4h", "\x1b[4l"),
        ("\x1b[20h", "\x1b[20l"),
        ("\x1b[?5h", "\x1b[?5l"),
        ("\x1b[?6h", "\x1b[?6l"),
        ("\x1b[?69h\x1b[3;9s", "\x1b[?69l"),
        ("\x1b[5;9r", "\x1b[r"),
        ("\x1b[?1000h", "\x1b[?1000l"),
        ("\x1b[?1002h", "\x1b[?1002l"),
        ("\x1b[?1003h", "\x1b[?1003l"),
        ("\x1b[?1049l", "\x1b[?1049h"),
        ("\x1b[?2004l", "\x1b[?2004h"),
        ("\x1b[?7h", "\x1b[?7l"),
    ] {
        assert!(before.contains(put_right), "{left_by_others:?}: {before:?}");
    }
    // Colours and the cursor are part of every whole frame.
    assert!(first.contains("\x1b[0m\x1b[2J") && first.contains("\x1b[?25l"), "{first:?}");
    // Some terminals answer with the focus, which would have everything drawn once more.
    assert!(!before.contains("1004h"), "{before:?}");
    terminal.draw(layout, theme).unwrap();
    assert_eq!(writes.take().concat(), "");
}
