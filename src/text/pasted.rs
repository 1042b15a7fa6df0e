//! Text that was pasted, as the person meant it: from Word, Teams, a web page or a patient record system.
//!
//! | what comes | what stays |
//! |---|---|
//! | soft hyphens, zero-width characters, byte order marks, marks of direction, field codes | nothing: nobody saw them |
//! | vertical tab, form feed, next line, line and paragraph separator | a line end |
//! | no-break and other spaces; no-break hyphens | an ordinary space or hyphen |
//! | signs of a list at the start of a line, also those of symbol fonts | `- ` |
//! | cells of a table, with tabs between them or the cell ends of Word | ` \| ` between them |
//! | spaces at the end of a line, more than one empty line | none, one |
//!
//! What is left passes the boundary for hostile text ([`super::visible_text`]) like anything else. Text that was typed comes
//! through here unchanged.

use std::borrow::Cow;

use super::grapheme::is_pictograph;

/// The text as it was meant.
#[must_use]
pub fn pasted(text: &str) -> Cow<'_, str> {
    if text.chars().all(|c| matches!(c, ' '..='~' | 'À'..='ž')) {
        return Cow::Borrowed(text);
    }
    let seen = seen(text);
    let is_table = seen.lines().filter(|line| line.trim_matches('\t').contains('\t')).count() > 1;
    let mut clean = String::with_capacity(seen.len());
    let mut empty = 0;
    let mut lines = seen.split('\n').peekable();
    while let Some(line) = lines.next() {
        let is_last = lines.peek().is_none();
        let line = in_order(line, is_table);
        let line = if is_last { line.as_str() } else { line.trim_end() };
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
    Cow::Owned(clean)
}

/// The characters that a person saw, with line ends, spaces and cell ends of one kind.
fn seen(text: &str) -> String {
    let mut seen = String::with_capacity(text.len());
    let mut last = None;
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let next = chars.peek().copied();
        let meant = match c {
            '\r' if next == Some('\n') => continue,
            '\r' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}' => '\n',
            // The end of a cell in Word.
            '\u{7}' => '\t',
            '\u{1E}' | '\u{2011}' => '-',
            '\u{200D}' if last.is_some_and(ends_emoji) && next.is_some_and(is_pictograph) => c,
            // It parts letters that would join: a person sees that.
            '\u{200C}' if last.is_some_and(joins_letters) && next.is_some_and(joins_letters) => c,
            c if is_unseen(c) => continue,
            '\n' | '\t' => c,
            c if c.is_whitespace() => ' ',
            c => c,
        };
        last = Some(c);
        seen.push(meant);
    }
    seen
}

/// One line: its sign of a list, and its cells.
fn in_order(line: &str, is_table: bool) -> String {
    let (indent, rest) = line.split_at(line.len() - line.trim_start_matches([' ', '\t']).len());
    let indent = indent.replace('\t', "  ");
    let rest = without_sign(rest).map_or_else(|| rest.to_owned(), |item| format!("- {item}"));
    let has_cells = is_table || rest.trim_end().matches('\t').count() > 1;
    let mut cells = rest.split('\t').map(str::trim_end);
    let mut line = indent;
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
    cell.ends_with(':')
        || number.len() < cell.len() && number.len() < 3 && number.chars().all(char::is_alphanumeric)
}

/// A line without its sign of a list; `None` where it is none.
fn without_sign(line: &str) -> Option<&str> {
    let mut chars = line.chars();
    let sign = chars.next()?;
    let rest = chars.as_str();
    let item = rest.trim_start_matches([' ', '\t']);
    let spaced = item.len() < rest.len();
    let is_sign = match sign {
        '\u{2022}' | '\u{2023}' | '\u{25AA}' | '\u{25AB}' | '\u{25CF}' | '\u{25CB}' | '\u{25E6}'
        | '\u{25A0}' | '\u{2043}' | '\u{27A2}' | '\u{2713}' => true,
        // The signs of Symbol and Wingdings have no character of their own.
        '\u{F000}'..='\u{F0FF}' => true,
        '\u{B7}' | '\u{2013}' => spaced,
        // The second level of Word, and Wingdings where the font was lost.
        'o' | '§' | 'Ø' | 'ü' | 'v' | 'q' => rest.starts_with('\t'),
        _ => false,
    };
    (is_sign && !item.is_empty()).then_some(item)
}

/// Whether a joiner may follow: a pictograph, with its selector or skin tone.
fn ends_emoji(c: char) -> bool {
    is_pictograph(c) || matches!(c, '\u{FE0F}' | '\u{1F3FB}'..='\u{1F3FF}')
}

/// Letters of scripts in which a non-joiner shows.
fn joins_letters(c: char) -> bool {
    c >= '\u{600}' && c.is_alphabetic()
}

/// What takes no place on the screen of anybody.
fn is_unseen(c: char) -> bool {
    matches!(c,
        '\0'..='\u{6}' | '\u{E}'..='\u{1A}' | '\u{1C}' | '\u{1D}' | '\u{1F}' | '\u{AD}' | '\u{34F}' | '\u{61C}'
        | '\u{180E}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}' | '\u{FEFF}'
        | '\u{FFF9}'..='\u{FFFC}' | '\u{E0001}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_came_is_what_was_meant() {
        for (came, meant) in [
            ("bij\u{AD}werkingen", "bijwerkingen"),
            ("moe\u{200B}", "moe"),
            ("\u{FEFF}Groet", "Groet"),
            ("een\u{B}twee", "een\ntwee"),
            ("een\u{C}twee", "een\ntwee"),
            ("een\u{85}twee", "een\ntwee"),
            ("een\u{2028}twee\u{2029}drie", "een\ntwee\ndrie"),
            ("een\r\ntwee\rdrie", "een\ntwee\ndrie"),
            ("5\u{A0}mg", "5 mg"),
            ("5\u{202F}mg\u{2009}per dag", "5 mg per dag"),
            ("\u{200E}links\u{200F}", "links"),
            ("\u{202A}tekst\u{202C}", "tekst"),
            ("\u{2066}tekst\u{2069}", "tekst"),
            ("euthanasie\u{2011}verzoek", "euthanasie-verzoek"),
            ("euthanasie\u{1E}verzoek", "euthanasie-verzoek"),
            ("bij\u{1F}werkingen", "bijwerkingen"),
            ("\u{13}PAGE\u{15}", "PAGE"),
            ("\0moe", "moe"),
            ("foto \u{FFFC} hier", "foto  hier"),
            ("•\tpijn\n•\tangst", "- pijn\n- angst"),
            ("• pijn", "- pijn"),
            ("\u{F0B7}\tpijn", "- pijn"),
            ("\u{F0A7} pijn", "- pijn"),
            ("o\tpijn", "- pijn"),
            ("§\tpijn", "- pijn"),
            ("·\u{A0}\u{A0}\u{A0}\u{A0} pijn", "- pijn"),
            ("\u{2013} pijn", "- pijn"),
            ("\t•\tpijn", "  - pijn"),
            ("1.\tpijn\n2.\tangst", "1. pijn\n2. angst"),
            ("o wat moe", "o wat moe"),
            ("2-3 · daags", "2-3 · daags"),
            ("Naam\tDosis\tTijd\nmorfine\t5 mg\t8 uur", "Naam | Dosis | Tijd\nmorfine | 5 mg | 8 uur"),
            ("morfine\u{7}5 mg\u{7}8 uur\u{7}", "morfine | 5 mg | 8 uur"),
            ("Naam\tDosis\nmorfine\t5 mg\n", "Naam | Dosis\nmorfine | 5 mg\n"),
            ("Naam\t\tTijd\nmorfine\t5 mg\t", "Naam |  | Tijd\nmorfine | 5 mg"),
            ("Pijn:\tNRS 4", "Pijn: NRS 4"),
            ("Pijn:\tNRS 4\nAngst:\tgeen", "Pijn: NRS 4\nAngst: geen"),
            ("morfine\t5 mg", "morfine 5 mg"),
            ("een   \ntwee   \n", "een\ntwee\n"),
            ("een\n\n\n\n\ntwee", "een\n\ntwee"),
            ("een\n \t \n\u{A0}\ntwee", "een\n\ntwee"),
            ("woord ", "woord "),
            ("é ", "é "),
            ("👩\u{200D}⚕\u{FE0F} arts", "👩\u{200D}⚕\u{FE0F} arts"),
            ("a\u{200D}b", "ab"),
            ("می\u{200C}خواهم", "می\u{200C}خواهم"),
            ("e\u{200C}n", "en"),
            ("\u{1b}[31mrood", "\u{1b}[31mrood"),
            ("漢字", "漢字"),
        ] {
            assert_eq!(pasted(came), meant, "{came:?}");
        }
    }

    /// Cleaning what is clean changes nothing, so that text cut here and put back is the same.
    #[test]
    fn what_is_clean_stays() {
        for text in
            ["Twee keer gevallen.\n- pijn\n\nSlaapt slecht.", "a | b\nc | d", "", "\n", "typt snel ", "één"]
        {
            assert_eq!(pasted(text), text);
        }
        let wild = "•\tpijn\u{200B}\r\n\r\n\r\no\tx\ty\tz\n\u{2028}einde\t";
        assert_eq!(pasted(&pasted(wild)), pasted(wild));
    }
}
