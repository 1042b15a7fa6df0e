//! A paper as one page for a browser: no script, nothing that is fetched, and whole pages of A4 when it is printed.

use super::paper::{Block, Document, DocumentKind, Place, Table, with_colon};
use crate::text;
use crate::words::Language;

/// What the page looks like; black on white, so that it reads the same from any printer.
const STYLE: &str = "
html { font: 11pt/1.45 \"Liberation Sans\", Arial, Helvetica, sans-serif; color: #000; background: #fff }
body { max-width: 44rem; margin: 0 auto; padding: 1.5rem; overflow-wrap: anywhere }
h1 { font-size: 1.5em; margin: 0 0 .4em } h2 { font-size: 1.2em; margin: 1.2em 0 .3em }
h3 { font-size: 1em; margin: .9em 0 .2em } h1, h2, h3, caption { break-after: avoid; text-align: left }
p { margin: .25em 0 } .under { margin-left: 1.4em }
ul { margin: .2em 0; padding-left: 1.4em } li { margin: .15em 0; break-inside: avoid } li p { margin: .1em 0 }
dl { margin: .3em 0 } dt { font-weight: bold } dd { margin: 0 0 .35em 1.4em } dt { break-after: avoid }
hr { border: 0; border-top: 2px solid #000; margin: 1.4em 0 }
.warning { border: 2px solid #000; padding: .3em .6em; margin: .5em 0; font-weight: bold; break-inside: avoid }
.note { border-left: 4px solid #000; padding-left: .6em; margin: .5em 0 }
table { border-collapse: collapse; width: 100%; margin: .6em 0 } caption { font-weight: bold; margin-bottom: .2em }
th, td { border: 1px solid #000; padding: .2em .5em; text-align: left; vertical-align: top } tr { break-inside: avoid }
thead { display: table-header-group }
@media print {
  body { max-width: none; padding: 0 } html { font-size: 9.5pt; line-height: 1.3 } h2 { margin-top: .7em } li { margin: .05em 0 }
}
";

/// For who has one sheet: more lines on it when it is printed.
const DENSE: &str = "@media print { html { font-size: 9.5pt; line-height: 1.22 } h1 { margin: 0 0 .2em } h2 { margin: .5em 0 .1em } \
                     p, .note, .warning { margin: .15em 0 } .warning { padding: .1em .4em } ul { margin: .1em 0 } li { margin: 0 } }\n";

/// The reader of a summary who has one sheet.
const ONE_SHEET: &str = "hap";

impl Document {
    /// One page of HTML by itself.
    pub(super) fn html(&self) -> String {
        let language = match self.language {
            Language::Dutch => "nl",
            Language::English => "en",
        };
        let mut page = Page::default();
        self.blocks.iter().for_each(|block| page.block(block));
        page.close();
        let is_one = self.kind == DocumentKind::Summary && self.reader == ONE_SHEET;
        let dense = if is_one { DENSE } else { "" };
        let foot = quoted(&self.foot);
        let (page_word, of) = (quoted(self.language.document_page()), quoted(self.language.document_of()));
        let paper = format!(
            "@page {{ size: A4; margin: 16mm 16mm 20mm; @bottom-left {{ content: {foot}; font: 8.5pt Arial, sans-serif }} \
             @bottom-right {{ content: {page_word} \" \" counter(page) \" \" {of} \" \" counter(pages); \
             font: 8.5pt Arial, sans-serif }} }}"
        );
        format!(
            "<!DOCTYPE html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">\n\
             <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n\
             <meta name=\"referrer\" content=\"no-referrer\">\n<meta name=\"robots\" content=\"noindex\">\n\
             <meta name=\"viewport\" content=\"width=device-width\">\n<title>{}</title>\n<style>{STYLE}{dense}{paper}\n</style>\n\
             </head>\n<body>\n<main>\n{}</main>\n</body>\n</html>\n",
            escaped(&self.title),
            page.out
        )
    }
}

#[derive(Default)]
struct Page {
    out: String,
    /// How many lists are open within each other.
    lists: usize,
    /// Whether a list of labels is open.
    labels: bool,
}

impl Page {
    fn block(&mut self, block: &Block) {
        match block {
            Block::Gap => self.close_lists(),
            Block::Rule => self.apart("<hr>"),
            Block::Heading(level, text) => {
                let level = (*level).clamp(1, 3);
                self.apart(&format!("<h{level}>{}</h{level}>", escaped(text)));
            }
            Block::Line(place, text) => {
                let text = match place.number {
                    Some(number) => format!("[{number}] {}", escaped(text)),
                    None => escaped(text),
                };
                self.placed(*place, &text);
            }
            Block::Labelled(_, _, value) if value.trim().is_empty() => {}
            Block::Labelled(place, label, value) if place.first.is_empty() => {
                self.close_lists();
                if !self.labels {
                    self.out.push_str("<dl>\n");
                    self.labels = true;
                }
                let (label, value) = (escaped(&with_colon(label)), escaped(value.trim()));
                self.out.push_str(&format!("<dt>{label}</dt><dd>{value}</dd>\n"));
            }
            Block::Labelled(place, label, value) => {
                let text = format!("<b>{}</b> {}", escaped(&with_colon(label)), escaped(value.trim()));
                self.placed(*place, &text);
            }
            Block::Note(text) => self.apart(&format!("<p class=\"note\">{}</p>", escaped(text))),
            Block::Warning(text) => self.apart(&format!("<p class=\"warning\">{}</p>", escaped(text))),
            Block::Table(table) => self.table(table),
        }
    }

    fn placed(&mut self, place: Place, text: &str) {
        let depth = place.depth();
        if place.is_point() {
            self.close_labels();
            while self.lists > depth + 1 {
                self.close_list();
            }
            if self.lists == depth + 1 {
                self.out.push_str("</li>\n");
            }
            while self.lists <= depth {
                self.out.push_str("<ul>\n");
                self.lists += 1;
                if self.lists <= depth {
                    self.out.push_str("<li>");
                }
            }
            self.out.push_str(&format!("<li>{text}"));
        } else if depth > 0 && self.lists > 0 {
            while self.lists > depth {
                self.close_list();
            }
            self.out.push_str(&format!("<p>{text}</p>"));
        } else if depth > 0 {
            self.apart(&format!("<p class=\"under\">{text}</p>"));
        } else {
            self.apart(&format!("<p>{text}</p>"));
        }
    }

    fn table(&mut self, table: &Table) {
        self.close();
        let heads: String =
            table.columns.iter().map(|cell| format!("<th scope=\"col\">{}</th>", escaped(cell))).collect();
        self.out.push_str(&format!(
            "<table>\n<caption>{}</caption>\n<thead><tr>{heads}</tr></thead>\n<tbody>\n",
            escaped(&table.caption)
        ));
        for row in &table.rows {
            self.out.push_str("<tr>");
            for (at, cell) in row.iter().enumerate() {
                let cell = escaped(cell);
                self.out.push_str(&match at {
                    0 => format!("<th scope=\"row\">{cell}</th>"),
                    _ => format!("<td>{cell}</td>"),
                });
            }
            self.out.push_str("</tr>\n");
        }
        self.out.push_str("</tbody>\n</table>\n");
    }

    fn apart(&mut self, block: &str) {
        self.close();
        self.out.push_str(block);
        self.out.push('\n');
    }

    fn close(&mut self) {
        self.close_lists();
        self.close_labels();
    }

    fn close_lists(&mut self) {
        while self.lists > 0 {
            self.close_list();
        }
    }

    fn close_list(&mut self) {
        self.out.push_str("</li>\n</ul>\n");
        self.lists -= 1;
    }

    fn close_labels(&mut self) {
        if std::mem::take(&mut self.labels) {
            self.out.push_str("</dl>\n");
        }
    }
}

/// A text in which nothing means anything to a browser; its lines stay lines.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text::visible_text(text).chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\n' => out.push_str("<br>"),
            letter => out.push(letter),
        }
    }
    out
}

/// A text within quotes in a style, where neither a quote nor an end of the style can stand.
fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for letter in text::visible_line(text).chars() {
        match letter {
            'a'..='z' | 'A'..='Z' | '0'..='9' | ' ' | ',' | '.' | ':' => out.push(letter),
            letter => out.push_str(&format!("\\{:x} ", u32::from(letter))),
        }
    }
    out.push('"');
    out
}
