//! Text that was pasted, as the person meant it: from Word, Teams, a web page or a patient record system.
//!
//! | what comes | what stays |
//! |---|---|
//! | joiners and non-joiners where letters of Persian, Hindi and such join or part by them | themselves |
//! | soft hyphens, other zero-width characters, byte order marks, marks of direction, field codes, fillers | nothing: nobody saw them |
//! | whatever a terminal obeys: colours, links, titles, keys, modes ([`super::sequence`]) | nothing |
//! | signs over which others were written, as manuals make bold and underlined ones ([`super::overwritten`]) | what was seen in the end |
//! | a byte of Windows that was read as a control character; a ligature of a PDF; arrows, boxes and signs of symbol fonts | the sign that it stood for |
//! | vertical tab, form feed, next line, line and paragraph separator | a line end |
//! | no-break and other spaces, a braille cell without dots; no-break hyphens | an ordinary space or hyphen |
//! | signs of a list at the start of a line, also those of symbol and icon fonts | `- ` |
//! | pictures of icon fonts elsewhere | nothing |
//! | a letter and its accent as two signs | as one |
//! | more marks on one letter than any writing has, and marks at the start of a line that stand on nothing | nothing |
//! | a list of more than one item, or an item behind a dot, behind what stands on its line | begins a line of its own |
//! | cells of a table, with tabs between them or the cell ends of Word | ` \| ` between them |
//! | a cell of a spreadsheet in quotation marks because of what is in it | without them, on one line |
//! | a soft hyphen at the end of a line, within a word | nothing, and no line end |
//! | what a field of Word is made of, before what it shows | nothing |
//! | a bell elsewhere, and every other control character | nothing |
//! | spaces at the end of a line, more than one empty line | none, one |
//!
//! In a field of one line the lines are joined by one space ([`in_one_line`]), and the sign of a list before the first is gone
//! ([`without_list_sign`]): there somebody meant the name behind it.
//!
//! What is left passes the boundary for hostile text ([`super::visible_text`]) like anything else. Signs that were typed come
//! through here as well, since an emoji picker, an input method and a terminal that announces no paste send the same; what
//! hands type is unchanged.

use std::borrow::Cow;

use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

use super::grapheme::{is_pictograph, is_zero_width};
use super::overwritten::overwritten;
use super::quoted::unquoted;
use super::sequence::after_sequence;
use super::visible::{MARKS_PER_BASE, is_forbidden, joiner_shows, takes_variation};

/// The end of a cell in Word, whose table ends with one; elsewhere a bell.
const CELL_END: char = '\u{7}';

/// The letters that are left of signs of a list of which the font was lost.
const LOST_SIGNS: [char; 8] = ['o', '§', 'Ø', 'ü', 'v', 'q', 'n', 'l'];

/// Boxes, ticked or not.
const BOXES: [&str; 3] = ["☐", "☑", "☒"];

/// What stands for a box in a list, and elsewhere for something else.
const TICKS: [&str; 7] = ["✓", "✔", "✗", "✘", "[ ]", "[x]", "[X]"];

/// The text as it was meant.
#[must_use]
pub fn pasted(text: &str) -> Cow<'_, str> {
    pasted_after("", text)
}

/// The text as it was meant, behind `before`: a sign that hides in another belongs to what stands there.
pub(super) fn pasted_after<'t>(before: &str, text: &'t str) -> Cow<'t, str> {
    if text.chars().all(|c| matches!(c, ' '..='~' | 'À'..='ž')) && !is_list_or_padded(text) {
        return Cow::Borrowed(text);
    }
    let mut seen = seen(before, text);
    if !before.is_empty() && !before.ends_with('\n') {
        if is_list(&seen) {
            seen.insert(0, '\n');
        } else if is_item(seen.trim_start()) {
            seen = format!("\n{}", seen.trim_start());
        }
    }
    let begins = begins_line(before);
    let repeated = repeated_sign(&seen);
    let is_table = seen.lines().filter(|line| line.trim_matches('\t').contains('\t')).count() > 1;
    let mut clean = String::with_capacity(seen.len());
    let mut empty = 0;
    let mut lines = seen.split('\n').enumerate().peekable();
    while let Some((number, line)) = lines.next() {
        let is_last = lines.peek().is_none();
        // Within a line a box is a box and a dash a dash.
        let begins = number > 0 || begins || line.trim_start().starts_with(is_bullet);
        let item = if begins { item(line, repeated) } else { None };
        let line = in_order(line, item, is_table);
        // Who types on a slow line sends a space at the end; no hand types three.
        let is_padded = line.ends_with("   ");
        let line = if is_last && !is_padded { line.as_str() } else { line.trim_end() };
        empty = if line.is_empty() { empty + 1 } else { 0 };
        // The first of two empty ones ends the line before.
        if empty > 1 && !is_last {
            continue;
        }
        clean.push_str(line);
        if !is_last {
            clean.push('\n');
        }
    }
    Cow::Owned(composed(clean))
}

/// The text with each letter and its accent as one sign, where some programs send two: so it is found, and counted, as it is typed.
fn composed(text: String) -> String {
    match is_nfc_quick(text.chars()) {
        IsNormalized::Yes => text,
        IsNormalized::No | IsNormalized::Maybe => text.nfc().collect(),
    }
}

/// Whether a text is one item of a list, behind a sign that stands before nothing else.
fn is_item(seen: &str) -> bool {
    let line = seen.lines().next().unwrap_or_default();
    line.starts_with(is_bullet) && without_sign(line).is_some() || is_boxed(line, &BOXES)
}

/// Whether a text is a list from its first line on.
fn is_list(seen: &str) -> bool {
    let is_listed = |line: &&str| {
        let line = line.trim_start();
        without_sign(line).is_some() || is_boxed(line, &BOXES) || is_boxed(line, &TICKS)
    };
    seen.lines().take(2).filter(is_listed).count() == 2
}

/// Whether something stands behind one of these boxes, which says whether it was ticked and so stays.
fn is_boxed(line: &str, boxes: &[&str]) -> bool {
    let behind = boxes.iter().find_map(|sign| line.strip_prefix(sign));
    let behind = behind.map(|behind| behind.trim_start_matches(['\u{FE0E}', '\u{FE0F}']));
    behind.is_some_and(|behind| behind.starts_with([' ', '\t']) && !behind.trim().is_empty())
}

/// A text without the sign of a list that stands before it, as the rules above write it and as hands do. A figure may be below zero.
#[must_use]
pub fn without_list_sign(text: &str) -> &str {
    let line = text.trim_start();
    let item = ["- ", "* ", "☐ "].iter().find_map(|sign| line.strip_prefix(sign)).map(str::trim_start);
    item.filter(|item| item.starts_with(|c: char| !c.is_numeric())).unwrap_or(text)
}

/// What stands behind the sign or the number of a list, as another program sends it: with a tab, or with a sign that is no other.
pub(super) fn listed(came: &str) -> Option<&str> {
    let line = came.trim_start();
    let numbered = || {
        let (number, item) = line.split_once('\t')?;
        let plain = number.strip_suffix(['.', ')'])?;
        let is_short = (1..=2).contains(&plain.len()) && plain.chars().all(|c| c.is_ascii_digit());
        is_short.then_some(item).filter(|item| !item.trim().is_empty())
    };
    without_sign(line).or_else(numbered)
}

/// Whether a text of plain characters has a sign of a list, or the spaces of a field of fixed width.
fn is_list_or_padded(text: &str) -> bool {
    text.ends_with("   ") || without_sign(text).is_some() || repeated_sign(text).is_some()
}

/// The lines of a pasted text in one, for a field that has no more.
pub(super) fn in_one_line(text: &str) -> Cow<'_, str> {
    if !text.contains('\n') {
        return Cow::Borrowed(text);
    }
    let lines: Vec<&str> = text.split('\n').map(str::trim).filter(|line| !line.is_empty()).collect();
    Cow::Owned(lines.join(" "))
}

/// The characters that a person saw, with line ends, spaces and cell ends of one kind.
fn seen(before: &str, text: &str) -> String {
    let overwritten = overwritten(text);
    let text = overwritten.as_deref().unwrap_or(text);
    let unquoted = unquoted(text);
    let text = unquoted.as_ref();
    let mut seen = String::with_capacity(text.len());
    let mut last = before.chars().next_back();
    let mut rest = text;
    let has_cells = text.trim_end().ends_with(CELL_END);
    // A mark by itself was typed; another one belongs to what stands before it, on its line and in its cell.
    let is_typed = text.chars().all(is_mark);
    let stands = |seen: &str| match seen {
        "" => !before.is_empty() && !before.ends_with('\n'),
        seen => !begins_line(seen) && !seen.ends_with('\t'),
    };
    let mut marks = before.chars().rev().take_while(|c| is_zero_width(*c)).count();
    while let Some(c) = rest.chars().next() {
        marks = if is_zero_width(c) { marks + 1 } else { 0 };
        if let Some(after) = after_sequence(rest) {
            rest = after;
            continue;
        }
        rest = rest.get(c.len_utf8()..).unwrap_or_default();
        let next = rest.chars().next();
        let meant = match c {
            '\r' if rest.trim_start_matches('\r').starts_with('\n') => continue,
            '\r' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}' => '\n',
            CELL_END if has_cells => '\t',
            // Nobody saw it; of the spaces around it one stays.
            CELL_END => {
                if seen.ends_with(' ') {
                    rest = rest.strip_prefix(' ').unwrap_or(rest);
                }
                continue;
            }
            // What a field of Word is made of stands before what it shows.
            '\u{13}' => {
                let shown = rest.split_once('\u{15}').and_then(|(field, _)| field.split_once('\u{14}'));
                rest = shown.map_or(rest, |(made_of, _)| rest.get(made_of.len()..).unwrap_or_default());
                continue;
            }
            // At the end of a line it says that the word goes on in the next.
            '\u{AD}' => {
                let next = rest.trim_start_matches('\r').strip_prefix('\n');
                rest = next.filter(|next| next.starts_with(char::is_lowercase)).unwrap_or(rest);
                continue;
            }
            '\u{1E}' | '\u{2011}' => '-',
            '\n' | '\t' => c,
            '\u{200D}' if last.is_some_and(ends_emoji) && next.is_some_and(is_pictograph) => c,
            // It parts letters that would join, or joins what would stand apart: a person sees that.
            '\u{200C}' | '\u{200D}' if last.is_some_and(|last| joiner_shows(c, last, next)) => c,
            '\u{FE0E}' | '\u{FE0F}' if last.is_some_and(takes_variation) => c,
            '\u{80}'..='\u{9F}' => match of_windows(c) {
                Some(sign) => sign,
                None => continue,
            },
            '\u{FB00}'..='\u{FB06}' => {
                seen.push_str(letters(c));
                last = Some(c);
                continue;
            }
            // The place of a picture, which did not come along; of the spaces around it one stays.
            '\u{FFFC}' => {
                if seen.chars().next_back().is_none_or(char::is_whitespace) {
                    rest = rest.strip_prefix([' ', '\u{A0}']).unwrap_or(rest);
                }
                continue;
            }
            // A braille cell without dots.
            '\u{2800}' => ' ',
            c if is_forbidden(c) => continue,
            // Nobody saw a heap of accents.
            c if is_zero_width(c) && marks > usize::from(MARKS_PER_BASE) => continue,
            // Nor one that stands on nothing, because its letter did not come along.
            c if is_mark(c) && !is_typed && !stands(&seen) => continue,
            c if c.is_whitespace() => ' ',
            // At the start of a line it may be the sign of a list.
            c if is_of_font(c) && begins_line(&seen) => of_symbol_font(c).unwrap_or(c),
            c if is_of_font(c) => match of_symbol_font(c).or_else(|| of_bullet(c)) {
                Some(sign) => sign,
                None => continue,
            },
            c => c,
        };
        last = Some(c);
        seen.push(meant);
    }
    seen
}

/// The sign of Windows (code page 1252) for a byte that was read as a control character.
fn of_windows(c: char) -> Option<char> {
    const SIGNS: &str = "€\0‚ƒ„…†‡ˆ‰Š‹Œ\0Ž\0\0‘’“”•–—˜™š›œ\0žŸ";
    let place = usize::try_from(u32::from(c).checked_sub(0x80)?).ok()?;
    SIGNS.chars().nth(place).filter(|sign| *sign != '\0')
}

/// The letters of a ligature.
fn letters(ligature: char) -> &'static str {
    match ligature {
        '\u{FB00}' => "ff",
        '\u{FB01}' => "fi",
        '\u{FB02}' => "fl",
        '\u{FB03}' => "ffi",
        '\u{FB04}' => "ffl",
        _ => "st",
    }
}

/// Whether nothing but spaces stands in the last line.
fn begins_line(seen: &str) -> bool {
    seen.trim_end_matches([' ', '\t']).chars().next_back().is_none_or(|c| c == '\n')
}

/// Whether a sign is a mark on another one, and not a part of a syllable of Korean.
fn is_mark(c: char) -> bool {
    is_zero_width(c) && !matches!(c, '\u{1160}'..='\u{11FF}' | '\u{D7B0}'..='\u{D7FF}')
}

/// Whether only a font knows what a character looks like.
const fn is_of_font(c: char) -> bool {
    matches!(c, '\u{E000}'..='\u{F8FF}' | '\u{F0000}'..='\u{FFFFD}' | '\u{100000}'..='\u{10FFFD}')
}

/// The sign that Word puts in the place of `-->`, `:)`, boxes and such, in a font that is not here.
const fn of_symbol_font(c: char) -> Option<char> {
    Some(match c {
        '\u{F0E0}' | '\u{F0E8}' | '\u{F0AE}' => '→',
        '\u{F0DF}' | '\u{F0AC}' => '←',
        '\u{F0F3}' | '\u{F0AB}' => '↔',
        '\u{F0AD}' => '↑',
        '\u{F0AF}' => '↓',
        '\u{F04A}' => '☺',
        '\u{F04C}' => '☹',
        '\u{F06F}' | '\u{F0A8}' => '☐',
        '\u{F0FE}' | '\u{F052}' => '☑',
        '\u{F0FD}' | '\u{F078}' => '☒',
        '\u{F020}' => ' ',
        '\u{F025}' => '%',
        '\u{F02B}' => '+',
        '\u{F02D}' => '-',
        '\u{F03C}' => '<',
        '\u{F03D}' => '=',
        '\u{F03E}' => '>',
        '\u{F061}' => 'α',
        '\u{F062}' => 'β',
        '\u{F06D}' => 'µ',
        '\u{F0A3}' => '≤',
        '\u{F0B0}' => '°',
        '\u{F0B1}' => '±',
        '\u{F0B3}' => '≥',
        '\u{F0B4}' => '×',
        '\u{F0B9}' => '≠',
        '\u{F0BB}' => '≈',
        _ => return None,
    })
}

/// What a sign of a list is elsewhere than at the start of a line.
const fn of_bullet(c: char) -> Option<char> {
    Some(match c {
        '\u{F0B7}' => '•',
        '\u{F0A7}' => '▪',
        '\u{F0FC}' => '✓',
        '\u{F0FB}' => '✗',
        _ => return None,
    })
}

/// The sign of the second level of Word, where the spaces or the tab behind it came as one: two lines that begin with it make a list.
fn repeated_sign(seen: &str) -> Option<char> {
    let begins = |sign: &char| {
        let begun =
            |line: &&str| line.trim_start().strip_prefix(*sign).is_some_and(|rest| rest.starts_with(' '));
        seen.lines().filter(begun).nth(1).is_some()
    };
    LOST_SIGNS.into_iter().find(begins)
}

/// Whether a sign is that of a list wherever it stands.
fn is_bullet(sign: char) -> bool {
    sign == '•' || is_of_font(sign)
}

/// What stands behind the sign of a list at the start of a line.
fn item(line: &str, repeated: Option<char>) -> Option<&str> {
    let line = line.trim_start_matches([' ', '\t']);
    let behind = || {
        line.strip_prefix(repeated?)?.strip_prefix(' ').map(str::trim_start).filter(|item| !item.is_empty())
    };
    without_sign(line).or_else(behind)
}

/// One line: the `item` behind its sign of a list, and its cells.
fn in_order(line: &str, item: Option<&str>, is_table: bool) -> String {
    let (indent, rest) = line.split_at(line.len() - line.trim_start_matches([' ', '\t']).len());
    let was_indented = indent.contains('\t');
    let indent = indent.replace('\t', "  ");
    let rest = item.map_or_else(|| rest.replace(is_of_font, ""), |item| format!("- {item}"));
    let has_cells = is_table || rest.trim_end().matches('\t').count() > 1;
    let mut cells = rest.split('\t').map(str::trim_end);
    // An empty first cell keeps the others below the heads of their columns.
    let is_numbered = rest.split('\t').next().is_some_and(|cell| leads(cell) && !cell.ends_with(':'));
    let begins_empty = is_table && item.is_none() && was_indented && rest.contains('\t') && !is_numbered;
    let mut line = if begins_empty { "| ".to_owned() } else { indent };
    line.push_str(cells.next().unwrap_or_default());
    if rest.contains('\t') {
        for cell in cells {
            let cell = cell.trim_start();
            line.push_str(if !has_cells || leads(&line) { " " } else { " | " });
            line.push_str(cell);
        }
        let end = line.trim_end_matches([' ', '|']).len();
        line.truncate(end);
        return line;
    }
    format!("{}{}", line, rest.get(rest.trim_end().len()..).unwrap_or_default())
}

/// Whether what stands before a tab belongs to what follows: a question with its answer, a number of a list.
fn leads(cell: &str) -> bool {
    let cell = cell.trim();
    let number = cell.trim_end_matches(['.', ')']);
    let is_roman = number.chars().all(|c| matches!(c, 'i' | 'v' | 'x' | 'I' | 'V' | 'X'));
    let is_numeric = number.chars().all(|c| c.is_ascii_digit() || c == '.');
    let is_short = number.chars().count() == 1 && number.chars().all(char::is_alphanumeric);
    let is_ticked = matches!(cell, "☐" | "☑" | "☒" | "✓" | "✔" | "✗" | "✘" | "[ ]" | "[x]" | "[X]");
    cell.ends_with(':') || is_ticked || number.len() < cell.len() && (is_roman || is_numeric || is_short)
}

/// A line without its sign of a list; `None` where it is none.
fn without_sign(line: &str) -> Option<&str> {
    let mut chars = line.chars();
    let sign = chars.next()?;
    // Phones send it as a picture.
    let rest = chars.as_str().trim_start_matches(['\u{FE0E}', '\u{FE0F}']);
    let item = rest.trim_start_matches([' ', '\t']);
    let spaced = item.len() < rest.len();
    let is_sign = match sign {
        '\u{2022}'
        | '\u{2023}'
        | '\u{25AA}'
        | '\u{25AB}'
        | '\u{25CF}'
        | '\u{25CB}'
        | '\u{25E6}'
        | '\u{25A0}'
        | '\u{25A1}'
        | '\u{25BA}'
        | '\u{25C6}'
        | '\u{2043}'
        | '\u{2219}'
        | '\u{2756}'
        | '\u{2794}'
        | '\u{27A2}'
        | '\u{25B6}'
        | '\u{25B8}'
        | '\u{25B9}'
        | '\u{25C7}'
        | '\u{25FB}'
        | '\u{25FC}'
        | '\u{25FE}'
        | '\u{27A4}'
        | '\u{2981}'
        | '\u{29BE}'
        | '\u{29BF}'
        | '\u{25A2}'
        | '\u{25B7}'
        | '\u{25C9}'
        | '\u{25FD}'
        | '\u{26AA}'
        | '\u{26AB}'
        | '\u{274D}'
        | '\u{274F}'..='\u{2752}'
        | '\u{279C}'
        | '\u{2B24}'..='\u{2B2A}' => true,
        // The signs of Symbol and Wingdings have no character of their own.
        sign if is_of_font(sign) => true,
        // The last one is what is left of a sign that nobody knew.
        '\u{B7}' | '\u{22C5}' | '\u{2012}'..='\u{2015}' | '\u{FFFD}' => spaced,
        // Before a number it is the sign of a paragraph.
        '§' if spaced && item.starts_with(char::is_alphabetic) => true,
        // The second level of Word, and Wingdings where the font was lost; on a web page with spaces for the tab.
        sign if LOST_SIGNS.contains(&sign) => rest.starts_with('\t') || rest.starts_with("   "),
        '-' | '*' | '+' | '→' => rest.starts_with('\t'),
        _ => false,
    };
    (is_sign && !item.is_empty()).then_some(item)
}

/// Whether a joiner may follow: a pictograph, with its selector or skin tone.
fn ends_emoji(c: char) -> bool {
    is_pictograph(c) || matches!(c, '\u{FE0F}' | '\u{1F3FB}'..='\u{1F3FF}')
}

#[cfg(test)]
#[path = "tests/pasted.rs"]
mod tests;
