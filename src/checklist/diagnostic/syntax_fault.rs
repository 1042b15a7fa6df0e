//! The ways in which a text can fail to be TOML, and how they are recognised.

use super::DiagnosticCode;

/// Declares the faults, each with the descriptions by which the TOML reader reports it.
macro_rules! faults {
    ($($(#[$doc:meta])* $fault:ident = $code:ident, [$($description:literal),*];)*) => {
        /// A way in which a text can fail to be TOML.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum SyntaxFault { $($(#[$doc])* $fault,)* }

        impl SyntaxFault {
            /// All faults.
            pub const ALL: &[Self] = &[$(Self::$fault,)*];

            /// The rule under which the fault is told.
            pub const fn code(self) -> DiagnosticCode {
                match self { $(Self::$fault => DiagnosticCode::$code,)* }
            }

            /// The beginnings of the reader's descriptions that mean this fault.
            pub const fn descriptions(self) -> &'static [&'static str] {
                match self { $(Self::$fault => &[$($description),*],)* }
            }
        }
    };
}

faults! {
    /// A section header without its closing brackets.
    UnclosedHeader = Unclosed, ["unclosed table", "unclosed array table"];
    /// A list without `]`.
    UnclosedList = Unclosed, ["unclosed array"];
    /// An inline table without `}`.
    UnclosedTable = Unclosed, ["unclosed inline table"];
    /// A text without its closing quote.
    UnclosedText = Unclosed, [];
    /// A text that goes on on the next line.
    BrokenText = Unclosed, [];
    /// A text of several lines without its closing quotes.
    UnclosedLongText = Unclosed, [];
    /// A key that stands twice.
    DuplicateKey = DuplicateKey, ["duplicate key"];
    /// A section or dotted key inside something that is finished.
    FinishedTable = Syntax, ["cannot extend value of type"];
    /// A key without `=`.
    KeyWithoutEquals = Syntax, ["key with no value"];
    /// A colon where `=` belongs.
    ColonForEquals = Syntax, [];
    /// A word for true or false in another spelling.
    TruthInWords = Syntax, [];
    /// A space that is none.
    NoBreakSpace = Syntax, [];
    /// A character without a shape.
    InvisibleSign = Syntax, [];
    /// A character that looks like one of TOML.
    LookAlike = Syntax, [];
    /// Another sign in the place of `=`, as other languages have it.
    SignForEquals = Syntax, [];
    /// A key of several words.
    SpacedKey = Syntax, [];
    /// A header of a part within another that has none of its own.
    SkippedHeader = Syntax, [];
    /// A number with a comma.
    DecimalComma = Syntax, [];
    /// An explanation with the sign of another language.
    CommentSign = Syntax, [];
    /// The lines by which a chat or a web page shows that a text is code.
    CodeFence = Syntax, [];
    /// Two versions of a file in one, as a program that keeps versions leaves them.
    MergeConflict = Syntax, [];
    /// The sign of a reply before every line.
    ReplySigns = Syntax, [];
    /// A number before every line.
    LineNumbers = Syntax, [];
    /// Quotes as a web page writes them.
    WebQuotes = Syntax, [];
    /// A line break as a web page writes it, at the end of lines.
    WebLineEnds = Syntax, [];
    /// A sign before a key, as before the lines of a list.
    SignBeforeKey = Syntax, [];
    /// A second key on a line.
    SecondKey = Syntax, [];
    /// A second `=` in the place of a test.
    EqualsForTest = Syntax, [];
    /// A header with other signs than it has.
    BadHeader = Syntax, [];
    /// A header behind a sign of a comment.
    CommentedHeader = Syntax, [];
    /// A header above another of the same, with nothing of its own.
    DoubledHeader = Syntax, [];
    /// A part without its header.
    LostHeader = Syntax, [];
    /// Something in round brackets.
    RoundBrackets = Syntax, [];
    /// A list in braces.
    ListInBraces = Syntax, [];
    /// A semicolon between two parts.
    SemicolonForComma = Syntax, [];
    /// A comma at the end of a value.
    CommaAtEnd = Syntax, [];
    /// A number with signs between its thousands.
    GroupedNumber = Syntax, [];
    /// A number in words, or with something beside it.
    NumberInWords = Syntax, [];
    /// An apostrophe in a text between single quotes.
    ApostropheInText = Syntax, [];
    /// A semicolon at the end of a line.
    Semicolon = Syntax, [];
    /// Quotes within a text.
    QuotesInText = Syntax, [];
    /// Typographic quotes where straight ones belong.
    CurlyQuotes = Syntax, [];
    /// A condition without its braces.
    MissingBraces = Syntax, [];
    /// A sign of comparison in a condition.
    ComparisonSign = Syntax, [];
    /// Nothing behind `=`.
    MissingValue = Syntax, ["missing value for key", "missing value"];
    /// One `=` too many.
    ExtraEquals = Syntax, ["extra `=`", "extra assignment between key-value pairs", "unexpected `=` in array"];
    /// A table in braces with something without a key.
    MissingKeyInTable = Syntax, ["missing key for inline table element", "invalid inline table element"];
    /// A table in braces with a key without `=`.
    MissingEqualsInTable = Syntax, ["missing assignment between key-value pairs"];
    /// Two parts without a comma between them.
    MissingComma = Syntax, ["missing comma between"];
    /// A comma too many.
    ExtraComma = Syntax, ["extra comma in"];
    /// A closing bracket that was never opened.
    NeverOpened = Syntax, ["missing inline table opening", "missing array opening", "missing table open"];
    /// Something behind a value on the same line.
    TextAfterValue = Syntax, ["unexpected key or value"];
    /// A text without quotes.
    UnquotedText = Syntax, ["string values must be quoted", "invalid boolean"];
    /// A text with only its last quote.
    MissingOpeningQuote = Syntax, ["missing opening quote"];
    /// A text of several lines with only its last quotes.
    MissingLongOpening = Syntax, [];
    /// A key with characters that need quotes.
    BadKey = Syntax, ["invalid unquoted key", "invalid key", "invalid key-value pair"];
    /// An `=` with nothing before it.
    EmptyKey = Syntax, ["unquoted keys cannot be empty"];
    /// A backslash that means nothing.
    BadEscape = Syntax, ["missing escaped value", "too few unicode value digits", "invalid value"];
    /// A control character in a text or comment.
    ControlCharacter = Syntax, ["invalid comment character", "carriage return must be followed by newline"];
    /// A text that is wrong in another way.
    BadText = Syntax, ["invalid basic string", "invalid literal string", "invalid multi-line", "invalid string"];
    /// A number that is written wrongly.
    BadNumber = Syntax, [
        "redundant numeric sign", "integers with a radix", "radix must be", "redundant integer number prefix",
        "unexpected leading zero", "unexpected sign", "`_` may only go between digits", "invalid integer",
        "invalid float", "invalid hexadecimal", "invalid octal", "invalid binary", "invalid decimal"
    ];
    /// A date that does not exist or is written wrongly.
    BadDate = Syntax, ["invalid date", "invalid time", "invalid datetime"];
    /// Nested too deep to be read.
    Nested = TooDeep, ["cannot recurse further", "recursion limit"];
    /// Anything else.
    Other = Syntax, [];
}

/// How every description of an opener without its closer begins.
const UNCLOSED: &str = "unclosed";

impl SyntaxFault {
    /// The fault that a description of the reader means; the first that fits, then [`SyntaxFault::Other`].
    pub fn from_description(description: &str) -> Self {
        let means = |fault: &&Self| fault.descriptions().iter().any(|start| description.starts_with(start));
        Self::ALL.iter().find(means).copied().unwrap_or(Self::Other)
    }

    /// Whether the fault is an opener without its closer.
    pub const fn is_unclosed(self) -> bool {
        matches!(self.code(), DiagnosticCode::Unclosed)
    }

    /// Whether a description of the reader means an opener without its closer; quick, as there may be a million of them.
    pub fn is_of_unclosed(description: &str) -> bool {
        description.starts_with(UNCLOSED)
    }

    /// Whether what follows on later lines was read as part of the fault, so that all of that is in doubt.
    pub const fn swallows(self) -> bool {
        matches!(self, Self::UnclosedList | Self::UnclosedTable | Self::UnclosedLongText)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn openers_are_recognised_by_the_beginning_of_their_description() {
        for fault in SyntaxFault::ALL {
            for description in fault.descriptions() {
                let unclosed = SyntaxFault::is_of_unclosed(description);
                assert_eq!(unclosed, fault.is_unclosed(), "{fault:?}: {description}");
            }
        }
    }
}
