//! The least that a program on ratatui does for a key: read it, and draw a paragraph.
//!
//! The floor that the bench `terminal` compares every screen with: `cargo run --example hello FILE` shows the text of a file
//! below what is typed.

use std::io::{BufWriter, Result, stdout};

use ratatui::Terminal;
use ratatui::widgets::{Paragraph, Wrap};
use ratatui_crossterm::CrosstermBackend;
use ratatui_crossterm::crossterm::event::{Event, KeyCode, read};
use ratatui_crossterm::crossterm::execute;
use ratatui_crossterm::crossterm::terminal::{
    EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode,
};

/// What is typed starts anew before it would reach the end of its row.
const LONGEST: usize = 70;

/// Draws what is typed and the text of a file, until Esc.
///
/// # Errors
///
/// When the file cannot be read, or the terminal takes nothing.
pub fn main() -> Result<()> {
    let file = std::env::args_os().skip(1).last();
    let text = file.map(std::fs::read_to_string).transpose()?.unwrap_or_default();
    enable_raw_mode()?;
    execute!(stdout(), EnterAlternateScreen)?;
    let done = draw(&text);
    execute!(stdout(), LeaveAlternateScreen)?;
    disable_raw_mode()?;
    done
}

fn draw(text: &str) -> Result<()> {
    let mut terminal = Terminal::new(CrosstermBackend::new(BufWriter::new(stdout())))?;
    let mut typed = String::new();
    loop {
        let shown = format!("Hello\n{typed}\n\n{text}");
        terminal.draw(|frame| {
            frame.render_widget(Paragraph::new(shown.as_str()).wrap(Wrap { trim: false }), frame.area());
        })?;
        if let Event::Key(key) = read()? {
            match key.code {
                KeyCode::Esc => return Ok(()),
                KeyCode::Char(_) if typed.len() > LONGEST => typed.clear(),
                KeyCode::Char(character) => typed.push(character),
                _ => {}
            }
        }
    }
}
