//! Reads Rust source far enough to know which paths it names, and where; comments and strings name nothing.

/// A path that source code names, as `crate::text::Buffer` or one arm of a grouped `use`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mention {
    /// The line on which it ends, counted from 1.
    pub line: usize,
    /// Its segments, with `super` and `crate` worked out: a path within the crate starts with `crate`.
    pub path: Vec<String>,
    /// Whether it stands in code that is only compiled for tests.
    pub in_tests: bool,
    /// Whether the file only hands it on, as in `pub use buffer::Buffer;`.
    pub handed_on: bool,
}

#[derive(Clone, Debug)]
struct Token {
    text: String,
    line: usize,
    in_tests: bool,
}

/// All paths that `source` names. `module` is where the file stands in the crate: `["text", "buffer"]`.
pub fn mentions(source: &str, module: &[String]) -> Vec<Mention> {
    let mut tokens = tokens(source);
    mark_tests(&mut tokens);
    let mut reader =
        Reader { tokens: &tokens, next: 0, module: module.to_vec(), hands_on: false, found: Vec::new() };
    reader.read();
    reader.found
}

struct Reader<'a> {
    tokens: &'a [Token],
    next: usize,
    module: Vec<String>,
    /// Whether what is read stands in a `pub use`.
    hands_on: bool,
    found: Vec<Mention>,
}

impl Reader<'_> {
    fn text(&self, ahead: usize) -> &str {
        self.tokens.get(self.next + ahead).map_or("", |token| token.text.as_str())
    }

    fn read(&mut self) {
        // For every open brace, whether it is that of an inline module.
        let mut braces = Vec::new();
        while self.next < self.tokens.len() {
            match self.text(0) {
                "mod" if is_name(self.text(1)) && self.text(2) == "{" => {
                    self.module.push(self.text(1).to_owned());
                    braces.push(true);
                    self.next += 3;
                }
                "{" => {
                    braces.push(false);
                    self.next += 1;
                }
                "}" => {
                    if braces.pop() == Some(true) {
                        self.module.pop();
                    }
                    self.next += 1;
                }
                "mod" if is_name(self.text(1)) => self.next += 2,
                "pub" if self.is_pub_use() => {
                    self.hands_on = true;
                    self.next += 1;
                }
                ";" => {
                    self.hands_on = false;
                    self.next += 1;
                }
                name if is_name(name) => self.path(Vec::new()),
                _ => self.next += 1,
            }
        }
    }

    /// Whether a `pub` that is next is that of a `pub use`, or of one for a part of the crate.
    fn is_pub_use(&self) -> bool {
        if self.text(1) != "(" {
            return self.text(1) == "use";
        }
        let closed = (2..).find(|ahead| matches!(self.text(*ahead), ")" | ""));
        closed.is_some_and(|closed| self.text(closed + 1) == "use")
    }

    /// Reads one path, or one tree of a grouped `use`, of which `before` was read already.
    fn path(&mut self, mut before: Vec<String>) {
        loop {
            before.push(self.text(0).to_owned());
            let (line, in_tests) =
                self.tokens.get(self.next).map_or((0, false), |token| (token.line, token.in_tests));
            self.next += 1;
            if self.text(0) == "::" && self.text(1) == "{" {
                self.next += 2;
                self.group(&before);
                return;
            }
            if self.text(0) == "::" && is_name(self.text(1)) {
                self.next += 1;
                continue;
            }
            let path = self.resolved(before);
            self.found.push(Mention { line, path, in_tests, handed_on: self.hands_on });
            return;
        }
    }

    fn group(&mut self, before: &[String]) {
        while self.next < self.tokens.len() {
            match self.text(0) {
                "}" => {
                    self.next += 1;
                    return;
                }
                name if is_name(name) => self.path(before.to_vec()),
                _ => self.next += 1,
            }
        }
    }

    fn resolved(&self, path: Vec<String>) -> Vec<String> {
        let climbs = path.iter().take_while(|segment| *segment == "super").count();
        if climbs == 0 {
            return path;
        }
        let stays = self.module.iter().take(self.module.len().saturating_sub(climbs)).cloned();
        std::iter::once("crate".to_owned()).chain(stays).chain(path.into_iter().skip(climbs)).collect()
    }
}

fn is_name(text: &str) -> bool {
    text.starts_with(|first: char| first.is_alphabetic() || first == '_')
}

/// Marks what stands under `#[cfg(test)]`, up to the end of that item.
fn mark_tests(tokens: &mut [Token]) {
    const CONDITION: [&str; 7] = ["#", "[", "cfg", "(", "test", ")", "]"];
    let mut start = 0;
    while start < tokens.len() {
        let here = tokens.get(start..start + CONDITION.len()).unwrap_or_default();
        if here.len() != CONDITION.len() || here.iter().zip(CONDITION).any(|(token, text)| token.text != text)
        {
            start += 1;
            continue;
        }
        let mut depth = 0_usize;
        let mut at = start + CONDITION.len();
        for token in tokens.iter_mut().skip(at) {
            token.in_tests = true;
            at += 1;
            match token.text.as_str() {
                "{" | "(" | "[" => depth += 1,
                "}" | ")" | "]" => depth = depth.saturating_sub(1),
                _ => {}
            }
            if depth == 0 && matches!(token.text.as_str(), "}" | ";") {
                break;
            }
        }
        start = at;
    }
}

fn tokens(source: &str) -> Vec<Token> {
    let mut found = Vec::new();
    let mut line = 1;
    let mut rest = source;
    while let Some(first) = rest.chars().next() {
        let length = token_length(rest, first);
        let (text, after) = rest.split_at(length);
        if is_name(text) && !is_literal(text)
            || text == "::"
            || (length == first.len_utf8() && first.is_ascii_punctuation())
        {
            found.push(Token { text: text.to_owned(), line, in_tests: false });
        }
        line += text.matches('\n').count();
        rest = after;
    }
    found
}

fn is_literal(text: &str) -> bool {
    text.contains('"') || text.contains('\'')
}

/// How long the token, comment, literal or blank is with which `rest` starts.
fn token_length(rest: &str, first: char) -> usize {
    if rest.starts_with("//") {
        return rest.find('\n').unwrap_or(rest.len());
    }
    if rest.starts_with("/*") {
        return block_comment(rest);
    }
    if rest.starts_with("::") {
        return 2;
    }
    if first == '"' {
        return quoted(rest, 0, '"');
    }
    if first == '\'' {
        // A lifetime has no closing quote after one character.
        let mut following = rest.chars().skip(1);
        let character = following.next();
        return if character == Some('\\') || following.next() == Some('\'') {
            quoted(rest, 0, '\'')
        } else {
            1
        };
    }
    if first.is_alphanumeric() || first == '_' {
        let name = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
        let (word, after) = rest.split_at(name);
        return match word {
            "b" | "c" if after.starts_with('"') => quoted(rest, name, '"'),
            "b" if after.starts_with('\'') => quoted(rest, name, '\''),
            "r" | "br" | "cr" if after.trim_start_matches('#').starts_with('"') => raw(rest, name),
            _ => name,
        };
    }
    first.len_utf8()
}

fn quoted(rest: &str, start: usize, quote: char) -> usize {
    let mut escaped = false;
    for (at, c) in rest.char_indices().skip_while(|(at, _)| *at <= start) {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            _ if c == quote => return at + 1,
            _ => {}
        }
    }
    rest.len()
}

fn raw(rest: &str, start: usize) -> usize {
    let hashes = rest.chars().skip(start).take_while(|c| *c == '#').count();
    let opened = start + hashes + 1;
    let close = format!("\"{}", "#".repeat(hashes));
    rest.get(opened..).and_then(|text| text.find(&close)).map_or(rest.len(), |at| opened + at + close.len())
}

fn block_comment(rest: &str) -> usize {
    let mut depth = 0_usize;
    let mut at = 0;
    while let Some(here) = rest.get(at..).filter(|here| !here.is_empty()) {
        if here.starts_with("/*") {
            depth += 1;
            at += 2;
        } else if here.starts_with("*/") {
            depth -= 1;
            at += 2;
            if depth == 0 {
                return at;
            }
        } else {
            at += here.chars().next().map_or(1, char::len_utf8);
        }
    }
    rest.len()
}
