//! Files that are no definition at all: what they are, by how they begin or by what their lines look like.

/// What a file is instead of a definition.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum FileKind {
    /// A document of a word processor, a spreadsheet or slides.
    Document,
    /// A packed file.
    Archive,
    /// A PDF.
    Pdf,
    /// A picture.
    Picture,
    /// A web page, or XML.
    WebPage,
    /// JSON.
    Json,
    /// YAML, or another text of words and colons.
    Yaml,
    /// A text in units of two bytes.
    Utf16,
    /// A definition of which all stands on one line.
    OneLine,
    /// A meeting of a notebook.
    Meeting,
    /// Sentences or a table, without one line that a definition has.
    Text,
}

/// How much of a file is looked at.
const HEAD: usize = 4096;

/// How files of which the text cannot be read begin.
const BEGINNINGS: [(&[u8], FileKind); 13] = [
    (b"\xD0\xCF\x11\xE0", FileKind::Document),
    (b"{\\rtf", FileKind::Document),
    (b"%PDF-", FileKind::Pdf),
    (b"\x1F\x8B", FileKind::Archive),
    (b"7z\xBC\xAF", FileKind::Archive),
    (b"Rar!\x1A", FileKind::Archive),
    (b"BZh", FileKind::Archive),
    (b"\x89PNG", FileKind::Picture),
    (b"\xFF\xD8\xFF", FileKind::Picture),
    (b"GIF8", FileKind::Picture),
    (b"BM", FileKind::Picture),
    (b"\xFF\xFE", FileKind::Utf16),
    (b"\xFE\xFF", FileKind::Utf16),
];

impl FileKind {
    /// What bytes are that are no text, or too many for a definition; nothing where that cannot be said.
    pub fn of_bytes(bytes: &[u8]) -> Option<Self> {
        let head = bytes.get(..HEAD).unwrap_or(bytes);
        if head.starts_with(b"PK\x03\x04") || head.starts_with(b"PK\x05\x06") {
            let has = |name: &[u8]| head.windows(name.len()).any(|part| part == name);
            let names: [&[u8]; 6] =
                [b"[Content_Types]", b"mimetype", b"docProps/", b"word/", b"xl/", b"Index/Document.iwa"];
            return Some(if names.into_iter().any(has) { Self::Document } else { Self::Archive });
        }
        if head.starts_with(b"RIFF") && head.get(8..12) == Some(b"WEBP") || head.get(4..8) == Some(b"ftyp") {
            return Some(Self::Picture);
        }
        // A text may begin like a picture does.
        let is_text = std::str::from_utf8(bytes).is_ok();
        let known = |(beginning, kind): &(&[u8], Self)| {
            (head.starts_with(beginning) && !(is_text && beginning.len() < 4)).then_some(*kind)
        };
        BEGINNINGS.iter().find_map(known).or_else(|| is_utf16(head).then_some(Self::Utf16)).or_else(|| {
            let text = std::str::from_utf8(head).ok()?;
            Self::notation(text.trim_start_matches('\u{feff}').trim_start())
        })
    }

    /// What a file of this name is by its ending, where it is no text that could be a definition.
    pub fn of_ending(ending: &str) -> Option<Self> {
        Some(match ending {
            "doc" | "docx" | "docm" | "dot" | "dotx" | "odt" | "ott" | "rtf" | "pages" | "xls" | "xlsx"
            | "xlsm" | "ods" | "numbers" | "ppt" | "pptx" | "odp" | "key" => Self::Document,
            "pdf" => Self::Pdf,
            "json" => Self::Json,
            "yaml" | "yml" => Self::Yaml,
            "htm" | "html" | "xml" | "mht" => Self::WebPage,
            "csv" | "tsv" => Self::Text,
            _ => return None,
        })
    }

    /// What a text is that is no TOML; nothing where a line in it could be one of a definition.
    pub fn of_text(text: &str) -> Option<Self> {
        if let Some(kind) = Self::of_bytes(text.as_bytes()) {
            return Some(kind);
        }
        // Lines that end otherwise, or not at all, are one line to the reader.
        let ended = text.trim_end();
        if !ended.contains('\n')
            && (ended.contains('\r') || ended.contains("]] "))
            && ended.matches('=').count() > 3
        {
            return Some(Self::OneLine);
        }
        let mut lines = Lines::default();
        for line in text.trim_start_matches('\u{feff}').lines().map(str::trim) {
            if line.contains('=')
                || line.starts_with(['[', ']']) && line.len() < 80
                || line.starts_with("```")
            {
                return None;
            }
            lines.count(line);
        }
        lines.kind()
    }

    /// A notation that is known by its first signs.
    fn notation(text: &str) -> Option<Self> {
        let within = |open: char| text.strip_prefix(open).map(str::trim_start);
        let is_object = within('{').is_some_and(|rest| rest.starts_with(['"', '}']));
        let is_array = within('[').is_some_and(|rest| {
            rest.starts_with('{')
                || rest.starts_with('"') && text.lines().next().is_some_and(|l| l.trim() == "[")
        });
        if is_object || is_array {
            return Some(Self::Json);
        }
        let tag = text.strip_prefix('<')?;
        tag.starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '!' | '?')).then_some(Self::WebPage)
    }

    /// The word under which `words` knows the kind.
    pub(super) const fn word(self) -> &'static str {
        match self {
            Self::Document => "document",
            Self::Archive => "archive",
            Self::Pdf => "pdf",
            Self::Picture => "picture",
            Self::WebPage => "web-page",
            Self::Json => "json",
            Self::Yaml => "yaml",
            Self::Utf16 => "utf16",
            Self::OneLine => "one-line",
            Self::Meeting => "meeting",
            Self::Text => "text",
        }
    }
}

/// Whether every second byte is empty, as in a text of Western letters in units of two bytes.
fn is_utf16(head: &[u8]) -> bool {
    const ENOUGH: usize = 16;
    let of = |first: usize| {
        head.len() >= ENOUGH
            && head.iter().skip(first).step_by(2).filter(|byte| **byte == 0).count() > head.len() / 3
    };
    of(0) || of(1)
}

/// What the lines of a text are.
#[derive(Default)]
struct Lines {
    written: usize,
    colons: usize,
}

impl Lines {
    fn count(&mut self, line: &str) {
        if line.is_empty() || line.starts_with('#') {
            return;
        }
        self.written += 1;
        let key = line.trim_start_matches("- ").split_once(':').map(|(key, _)| key.trim_matches(['"', '\'']));
        let is_key = |key: &str| {
            !key.is_empty() && key.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | '.'))
        };
        self.colons += usize::from(line == "---" || key.is_some_and(is_key));
    }

    fn kind(&self) -> Option<FileKind> {
        // One or two lines may be the beginning of a definition.
        const ENOUGH: usize = 3;
        if self.written < ENOUGH {
            return None;
        }
        Some(if self.colons * 2 > self.written { FileKind::Yaml } else { FileKind::Text })
    }
}

#[cfg(test)]
#[path = "tests/file_kind.rs"]
mod tests;
