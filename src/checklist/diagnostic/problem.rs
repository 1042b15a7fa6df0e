//! What a rule found, with what the sentence about it needs.

use super::code::DiagnosticCode;
use super::file_kind::FileKind;
use super::syntax_fault::SyntaxFault;
use super::wanted::{Found, Testable, Wanted};
use crate::words::Whose;

/// What was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    /// The text is not TOML at this place.
    Syntax(SyntaxFault),
    /// The file holds bytes that are no text, the first of them on this line.
    NotUnicode(Option<usize>),
    /// The file is of another kind: a document, a web page, another notation.
    OtherKind(FileKind),
    /// The file is larger than the limit.
    TooLarge,
    /// The file is a link to another place, and links are not followed.
    Link,
    /// A folder stands where a file is expected.
    Folder,
    /// The file is a pipe, a device or a socket.
    Special,
    /// The system does not give the file.
    Unreadable,
    /// The system does not give the folder.
    UnreadableFolder,
    /// The system does not give the file or folder, for it is somebody else's.
    OfOther(Box<Whose>),
    /// The name of the file is no text.
    NameNotUnicode,
    /// The folder holds more files than the limit.
    TooManyFiles,
    /// A file that was meant as a definition, with another ending.
    OtherEnding,
    /// The name of the file would end in `.toml`, but for a space behind it.
    SpaceBehind,
    /// What stands for a file that is with a program that synchronises, and was not fetched yet.
    NotDownloaded,
    /// A folder that was meant for definitions, with another name.
    OtherFolder,
    /// A folder that belongs in that of the checklists, and stands beside it.
    FolderBeside,
    /// A second version of another file, which a program that synchronises or an editor made, or somebody who copied it.
    SecondVersion,
    /// There are more of these than the limit.
    TooMany {
        /// The key of the list.
        key: &'static str,
        /// The limit.
        limit: usize,
    },
    /// Nested deeper than the limit.
    TooDeep {
        /// The limit.
        limit: usize,
    },
    /// The format is newer than this program.
    NewerFormat {
        /// The format of the file.
        found: i64,
    },
    /// A key that does not exist here.
    UnknownKey {
        /// The key.
        key: String,
        /// The shape of the table.
        shape: &'static str,
        /// The only other shape that has it.
        owner: Option<&'static str>,
        /// Whether it is a bound without the number itself, which the bounds of a test take.
        is_beyond: bool,
    },
    /// A value of another type than the key takes.
    WrongType {
        /// The key.
        key: String,
        /// What it takes.
        wanted: Wanted,
        /// What was found.
        found: Found,
    },
    /// A file in which nothing stands yet.
    EmptyFile {
        /// The section that it cannot do without.
        section: &'static str,
    },
    /// A key without which the table is not complete.
    MissingKey {
        /// The key.
        key: &'static str,
        /// The shape of the table.
        shape: &'static str,
    },
    /// A whole number outside the bounds of its key.
    OutOfRange {
        /// The key.
        key: &'static str,
        /// The lowest value.
        min: i64,
        /// The highest value.
        max: i64,
    },
    /// A case that does not say that its patient is fictional.
    NotFictional,
    /// More keys than any definition needs.
    TooManyKeys {
        /// The limit.
        limit: usize,
    },
    /// A word that this key does not know.
    UnknownWord {
        /// The key.
        key: String,
        /// The word.
        word: String,
        /// The words it knows.
        allowed: &'static [&'static str],
    },
    /// Readers of an answer that contradict each other: the group alone, and others beside it.
    ContradictingAudience {
        /// The item.
        name: String,
    },
    /// Readers who are named, by which the others are left out.
    FewerReaders {
        /// The item.
        name: String,
    },
    /// Options that all leave the question open.
    NothingToSay,
    /// A profession that nobody at the table can have.
    UnknownDiscipline {
        /// The word.
        word: String,
    },
    /// A name with other characters than a name may have.
    BadName {
        /// The name.
        name: String,
    },
    /// A name that some systems refuse as a file name.
    UnsafeName {
        /// The name.
        name: String,
    },
    /// The `id` of the file differs from its file name.
    OtherFileName {
        /// The name inside.
        name: String,
        /// The file name without `.toml`.
        file: String,
    },
    /// A file name that can be no name of a definition.
    BadFileName {
        /// The name in the file.
        name: String,
        /// The name of the file.
        file: String,
    },
    /// A key that items of this type do not have.
    UnsuitableKey {
        /// The key.
        key: &'static str,
        /// The type.
        item_type: &'static str,
    },
    /// Somebody is asked who cannot answer an item of this type.
    UnsuitableAsk {
        /// Who is asked, as written.
        word: &'static str,
        /// The type.
        item_type: &'static str,
        /// The types with which it goes.
        types: &'static [&'static str],
    },
    /// Counts without names where by whom and with whom something was discussed has to be told.
    CountedConversation,
    /// A name that was given before.
    DuplicateName {
        /// The name.
        name: String,
    },
    /// A question on which a group votes twice in one scene.
    VotedTwice {
        /// The question.
        name: String,
    },
    /// An option whose code was used before in the same question.
    DuplicateCode {
        /// The code.
        code: String,
    },
    /// An option that nobody can tell from another of the same question.
    DuplicateText {
        /// The text.
        text: String,
    },
    /// A key that changes nothing where it stands.
    IdleKey {
        /// The key.
        key: &'static str,
    },
    /// A reference to an item that does not exist.
    UnknownItem {
        /// The name.
        name: String,
    },
    /// A reference to a source that does not exist.
    UnknownSource {
        /// The name.
        name: String,
    },
    /// A reference to a checklist that does not exist.
    UnknownChecklist {
        /// The name.
        name: String,
    },
    /// A value that is none of the options of the question.
    UnknownOption {
        /// The value.
        code: String,
        /// The codes of the options.
        known: Vec<String>,
    },
    /// A vote on a question that is not of the scene's checklist, or in a scene that has none.
    VoteElsewhere {
        /// The checklist of the scene, where it has one.
        scene: Option<String>,
    },
    /// A vote on a question that the checklist of the scene does not have.
    UnknownVote {
        /// The question.
        name: String,
    },
    /// A vote on a question whose answers cannot be counted.
    Uncountable {
        /// The question.
        name: String,
    },
    /// An answer on record to a question that is not there.
    UnknownGiven {
        /// The question.
        name: String,
    },
    /// An answer on record that the question cannot have.
    UnsuitableGiven {
        /// The question.
        item: String,
        /// Its type.
        item_type: &'static str,
    },
    /// Scenes that together take longer than the case.
    MinutesTogether {
        /// The minutes of all scenes.
        scenes: u32,
        /// The minutes of the case.
        case: u32,
    },
    /// A condition on the judgement where the checklist asks for none.
    NoJudgement,
    /// A test that does not fit the type of the item.
    UnsuitableTest {
        /// The item.
        item: String,
        /// What can be tested on it.
        testable: Testable,
    },
    /// A condition with no head, or with more than one.
    UnclearCondition,
    /// A list that must hold something.
    EmptyList {
        /// The key.
        key: &'static str,
    },
    /// Conditions that depend on each other.
    Circle {
        /// The names in their order, the first repeated at the end.
        path: Vec<String>,
    },
    /// An item or group that never appears, because what it lies in or depends on never does.
    Unreachable {
        /// The name.
        name: String,
    },
    /// A condition that holds whatever is answered.
    AlwaysTrue,
    /// A condition that holds for no answer at all.
    NeverTrue,
    /// A group with nothing in it.
    EmptyGroup {
        /// The name.
        name: String,
    },
    /// A scale with more steps than anybody goes over.
    LongScale {
        /// The most steps.
        limit: i64,
    },
    /// A number of which three decimals may be meant as thousands.
    Thousands {
        /// The number as written.
        written: String,
        /// The number that it is.
        number: String,
    },
    /// A lowest value above the highest.
    BadRange,
    /// The last day that is expected lies before the first.
    BadDays,
    /// Texts without English in a file that has some.
    MissingTranslation {
        /// How many miss it.
        missing: usize,
        /// How many texts there are.
        total: usize,
    },
    /// An indication that does not say where it comes from.
    MissingSource {
        /// The name of the indication.
        name: String,
    },
    /// An indication that rests on a count or a scale.
    ScoreAsVerdict {
        /// The name of the indication.
        name: String,
    },
    /// A word too long for a line of a small screen.
    LongWord {
        /// The word.
        word: String,
    },
    /// A text that takes too many lines on a small screen.
    LongText {
        /// How many lines it takes.
        lines: usize,
        /// How many are good.
        limit: usize,
    },
    /// A short form of a question that takes more room than there is for it.
    LongLabel {
        /// How many cells it takes.
        cells: usize,
        /// How many there are.
        limit: usize,
    },
    /// A choice of which there is one.
    OneOption,
    /// The address of a source that nothing can open.
    BadAddress,
    /// A text without a single letter.
    EmptyText {
        /// The key.
        key: String,
    },
    /// A character that cannot be seen or that changes the reading direction.
    HiddenCharacter {
        /// Its number in Unicode.
        number: u32,
    },
}

impl Problem {
    /// The problems of a file or folder as a whole: there is no line to show.
    pub const OF_FILES: [Self; 16] = [
        Self::NotUnicode(None),
        Self::OtherKind(FileKind::Text),
        Self::TooLarge,
        Self::Link,
        Self::Folder,
        Self::Special,
        Self::Unreadable,
        Self::UnreadableFolder,
        Self::NameNotUnicode,
        Self::TooManyFiles,
        Self::OtherEnding,
        Self::SpaceBehind,
        Self::NotDownloaded,
        Self::OtherFolder,
        Self::FolderBeside,
        Self::SecondVersion,
    ];

    /// Whether this is about a file or folder as a whole, so that there is no line to show.
    pub fn is_of_file(&self) -> bool {
        matches!(self, Self::OtherKind(_) | Self::NotUnicode(_) | Self::OfOther(_))
            || Self::OF_FILES.contains(self)
    }

    /// The rule that this problem belongs to.
    pub const fn code(&self) -> DiagnosticCode {
        use DiagnosticCode as Code;
        match self {
            Self::Syntax(fault) => fault.code(),
            Self::NotUnicode(_) => Code::NotUnicode,
            Self::OtherKind(_) => Code::OtherKind,
            Self::TooLarge => Code::TooLarge,
            Self::Link => Code::Link,
            Self::Folder => Code::Folder,
            Self::Special => Code::Special,
            Self::Unreadable | Self::UnreadableFolder | Self::OfOther(_) => Code::Unreadable,
            Self::NameNotUnicode => Code::NameNotUnicode,
            Self::TooManyFiles => Code::TooManyFiles,
            Self::OtherEnding
            | Self::SpaceBehind
            | Self::NotDownloaded
            | Self::OtherFolder
            | Self::FolderBeside
            | Self::SecondVersion => Code::PassedOver,
            Self::TooMany { .. } | Self::TooManyKeys { .. } => Code::TooMany,
            Self::TooDeep { .. } => Code::TooDeep,
            Self::NewerFormat { .. } => Code::NewerFormat,
            Self::UnknownKey { .. } => Code::UnknownKey,
            Self::WrongType { .. } => Code::WrongType,
            Self::MissingKey { .. } | Self::EmptyFile { .. } => Code::MissingKey,
            Self::OutOfRange { .. } => Code::OutOfRange,
            Self::NotFictional => Code::NotFictional,
            Self::UnknownWord { .. } => Code::UnknownWord,
            Self::ContradictingAudience { .. } => Code::ContradictingAudience,
            Self::FewerReaders { .. } => Code::FewerReaders,
            Self::NothingToSay => Code::NothingToSay,
            Self::UnknownDiscipline { .. } => Code::UnknownDiscipline,
            Self::BadName { .. } => Code::BadName,
            Self::UnsafeName { .. } => Code::UnsafeName,
            Self::OtherFileName { .. } | Self::BadFileName { .. } => Code::OtherFileName,
            Self::UnsuitableKey { .. } => Code::UnsuitableKey,
            Self::UnsuitableAsk { .. } | Self::CountedConversation => Code::UnsuitableAsk,
            Self::DuplicateName { .. } => Code::DuplicateName,
            Self::DuplicateCode { .. } => Code::DuplicateCode,
            Self::DuplicateText { .. } => Code::DuplicateText,
            Self::IdleKey { .. } => Code::IdleKey,
            Self::UnknownItem { .. } => Code::UnknownItem,
            Self::UnknownSource { .. } => Code::UnknownSource,
            Self::UnknownChecklist { .. } => Code::UnknownChecklist,
            Self::UnknownOption { .. } => Code::UnknownOption,
            Self::VotedTwice { .. }
            | Self::VoteElsewhere { .. }
            | Self::UnknownVote { .. }
            | Self::Uncountable { .. } => Code::BadVote,
            Self::UnknownGiven { .. } | Self::UnsuitableGiven { .. } => Code::BadGiven,
            Self::MinutesTogether { .. } => Code::MinutesTogether,
            Self::NoJudgement => Code::NoJudgement,
            Self::UnsuitableTest { .. } => Code::UnsuitableTest,
            Self::UnclearCondition => Code::UnclearCondition,
            Self::EmptyList { .. } => Code::EmptyList,
            Self::Circle { .. } => Code::Circle,
            Self::Unreachable { .. } => Code::Unreachable,
            Self::AlwaysTrue => Code::AlwaysTrue,
            Self::NeverTrue => Code::NeverTrue,
            Self::EmptyGroup { .. } => Code::EmptyGroup,
            Self::LongScale { .. } => Code::LongScale,
            Self::Thousands { .. } => Code::Thousands,
            Self::BadRange | Self::BadDays => Code::BadRange,
            Self::MissingTranslation { .. } => Code::MissingTranslation,
            Self::MissingSource { .. } => Code::MissingSource,
            Self::ScoreAsVerdict { .. } => Code::ScoreAsVerdict,
            Self::LongWord { .. } | Self::LongText { .. } | Self::LongLabel { .. } => Code::TooWide,
            Self::OneOption => Code::OneOption,
            Self::BadAddress => Code::BadAddress,
            Self::EmptyText { .. } => Code::EmptyText,
            Self::HiddenCharacter { .. } => Code::HiddenCharacter,
        }
    }
}
