//! From a problem to its sentences.

use super::syntax_fault::SyntaxFault;
use super::{Found, Problem, Testable, Wanted};
use crate::words::Language;
use crate::words::diagnostics::Sentences;

/// The sentences of a problem.
pub(super) fn tell(problem: &Problem, language: Language) -> Sentences {
    match problem {
        Problem::Syntax(fault) => language.syntax_fault(fault_word(*fault)),
        Problem::NotUnicode(None) => language.not_unicode(),
        Problem::NotUnicode(Some(line)) => language.not_unicode_on_line(*line),
        Problem::OtherKind(kind) => language.other_kind(kind.word()),
        Problem::TooLarge => language.too_large(),
        Problem::Link => language.link_refused(),
        Problem::Folder => language.folder_refused(),
        Problem::Special => language.special_file_refused(),
        Problem::Unreadable => language.file_unreadable(),
        Problem::UnreadableFolder => language.folder_unreadable(),
        Problem::OfOther(whose) => language.unreadable_of_other(&language.fault_whose(whose)),
        Problem::NameNotUnicode => language.name_not_unicode(),
        Problem::SpaceBehind => language.space_behind(),
        Problem::OtherEnding => language.other_ending(),
        Problem::NotDownloaded => language.not_downloaded(),
        Problem::OtherFolder => language.other_folder(),
        Problem::FolderBeside => language.folder_beside(),
        Problem::SecondVersion => language.second_version(),
        Problem::TooManyFiles => language.too_many_files(crate::checklist::definition::limits::FILES),
        Problem::TooMany { key, limit } => language.too_many(key, *limit),
        Problem::TooManyKeys { limit } => language.too_many_keys(*limit),
        Problem::TooDeep { limit } => language.too_deep(*limit),
        Problem::NewerFormat { found } => language.newer_format(*found, crate::checklist::definition::FORMAT),
        Problem::UnknownKey { key, shape, is_beyond: true, .. } => {
            let expected = language.bounds_take_their_number().to_owned();
            Sentences { expected, ..language.unknown_key(key, shape, None) }
        }
        Problem::UnknownKey { key, shape, owner, .. } => language.unknown_key(key, shape, *owner),
        Problem::WrongType { key, wanted, found } => {
            language.wrong_type(key, wanted_word(*wanted, language), found_word(*found, language))
        }
        Problem::EmptyFile { section } => language.empty_file(section),
        Problem::MissingKey { key, shape } => language.missing_key(key, shape),
        Problem::OutOfRange { key, min, max } => language.out_of_range(key, *min, *max),
        Problem::NotFictional => language.not_fictional(),
        Problem::UnknownWord { key, word, allowed } => language.unknown_word(key, word, &allowed.join(", ")),
        Problem::UnknownDiscipline { word } => language.unknown_discipline(word),
        Problem::ContradictingAudience { name } => language.contradicting_audience(name),
        Problem::FewerReaders { name } => language.fewer_readers(name),
        Problem::NothingToSay => language.nothing_to_say(),
        Problem::BadName { name } => language.bad_name(name),
        Problem::UnsafeName { name } => language.unsafe_name(name),
        Problem::OtherFileName { name, file } => language.other_file_name(name, file),
        Problem::BadFileName { name, file } if is_of_copy(file) => language.copy_file_name(name, file),
        Problem::BadFileName { name, file } => language.bad_file_name(name, file),
        Problem::UnsuitableKey { key, item_type } => language.unsuitable_key(key, item_type),
        Problem::UnsuitableAsk { word, item_type, types } => {
            let types = match types {
                [first @ .., last] => format!("{}{}{last}", first.join(", "), language.or_between()),
                [] => String::new(),
            };
            language.unsuitable_ask(word, item_type, &types)
        }
        Problem::CountedConversation => language.counted_conversation(),
        Problem::DuplicateName { name } => language.duplicate_name(name),
        Problem::VotedTwice { name } => language.voted_twice(name),
        Problem::DuplicateCode { code } => language.duplicate_code(code),
        Problem::DuplicateText { text } => language.duplicate_text(text),
        Problem::IdleKey { key: "exclusive" } => language.idle_exclusive(),
        Problem::IdleKey { key } => language.idle_key(key),
        Problem::UnknownItem { name } => language.unknown_item(name),
        Problem::UnknownSource { name } => language.unknown_source(name),
        Problem::UnknownChecklist { name } => language.unknown_checklist(name),
        Problem::UnknownOption { code, known } => language.unknown_option(code, &known.join(", ")),
        Problem::VoteElsewhere { scene: Some(scene) } => language.vote_elsewhere(scene),
        Problem::VoteElsewhere { scene: None } => language.vote_without_checklist(),
        Problem::UnknownVote { name } => language.unknown_vote(name),
        Problem::Uncountable { name } => language.uncountable_vote(name),
        Problem::UnknownGiven { name } => language.unknown_given(name),
        Problem::UnsuitableGiven { item, item_type } => language.unsuitable_given(item, item_type),
        Problem::MinutesTogether { scenes, case } => language.minutes_together(*scenes, *case),
        Problem::NoJudgement => language.no_judgement(),
        Problem::UnsuitableTest { item, testable } => {
            language.unsuitable_test(item, testable_word(*testable, language))
        }
        Problem::UnclearCondition => language.unclear_condition(),
        Problem::EmptyList { key } => language.empty_list(key),
        Problem::Circle { path } if path.len() == 2 => {
            language.own_condition(path.first().map_or("", String::as_str))
        }
        Problem::Circle { path } => language.circle(&path.join(" → ")),
        Problem::Unreachable { name } => language.unreachable_part(name),
        Problem::AlwaysTrue => language.always_true(),
        Problem::NeverTrue => language.never_true(),
        Problem::EmptyGroup { name } => language.empty_group(name),
        Problem::LongScale { limit } => language.long_scale(*limit),
        Problem::Thousands { written, number } => language.thousands(written, number),
        Problem::BadRange => language.bad_range(),
        Problem::BadDays => language.bad_days(),
        Problem::MissingTranslation { missing, total } => language.missing_translation(*missing, *total),
        Problem::MissingSource { name } => language.missing_source(name),
        Problem::ScoreAsVerdict { name } => language.score_as_verdict(name),
        Problem::LongWord { word } => language.long_word(word),
        Problem::LongText { lines, limit } => language.long_text(*lines, *limit),
        Problem::LongLabel { cells, limit } => language.long_label(*cells, *limit),
        Problem::OneOption => language.one_option(),
        Problem::BadAddress => language.bad_address(),
        Problem::EmptyText { key } => language.empty_text(key),
        Problem::HiddenCharacter { number } => language.hidden_character(*number),
    }
}

/// The word under which `words` knows a fault.
const fn fault_word(fault: SyntaxFault) -> &'static str {
    match fault {
        SyntaxFault::UnclosedHeader => "unclosed-header",
        SyntaxFault::UnclosedList => "unclosed-list",
        SyntaxFault::UnclosedTable => "unclosed-table",
        SyntaxFault::UnclosedText => "unclosed-text",
        SyntaxFault::BrokenText => "broken-text",
        SyntaxFault::MissingBraces => "missing-braces",
        SyntaxFault::ComparisonSign => "comparison-sign",
        SyntaxFault::UnclosedLongText => "unclosed-long-text",
        SyntaxFault::DuplicateKey => "duplicate-key",
        SyntaxFault::FinishedTable => "finished-table",
        SyntaxFault::KeyWithoutEquals => "key-without-equals",
        SyntaxFault::ColonForEquals => "colon-for-equals",
        SyntaxFault::DecimalComma => "decimal-comma",
        SyntaxFault::CommentSign => "comment-sign",
        SyntaxFault::CodeFence => "code-fence",
        SyntaxFault::MergeConflict => "merge-conflict",
        SyntaxFault::ReplySigns => "reply-signs",
        SyntaxFault::LineNumbers => "line-numbers",
        SyntaxFault::WebQuotes => "web-quotes",
        SyntaxFault::BadHeader => "bad-header",
        SyntaxFault::CommentedHeader => "commented-header",
        SyntaxFault::DoubledHeader => "doubled-header",
        SyntaxFault::LostHeader => "lost-header",
        SyntaxFault::WebLineEnds => "web-line-ends",
        SyntaxFault::SignBeforeKey => "sign-before-key",
        SyntaxFault::SecondKey => "second-key",
        SyntaxFault::EqualsForTest => "equals-for-test",
        SyntaxFault::RoundBrackets => "round-brackets",
        SyntaxFault::ListInBraces => "list-in-braces",
        SyntaxFault::SemicolonForComma => "semicolon-for-comma",
        SyntaxFault::CommaAtEnd => "comma-at-end",
        SyntaxFault::GroupedNumber => "grouped-number",
        SyntaxFault::NumberInWords => "number-in-words",
        SyntaxFault::ApostropheInText => "apostrophe-in-text",
        SyntaxFault::Semicolon => "semicolon",
        SyntaxFault::QuotesInText => "quotes-in-text",
        SyntaxFault::CurlyQuotes => "curly-quotes",
        SyntaxFault::TruthInWords => "truth-in-words",
        SyntaxFault::NoBreakSpace => "no-break-space",
        SyntaxFault::InvisibleSign => "invisible-sign",
        SyntaxFault::LookAlike => "look-alike",
        SyntaxFault::SignForEquals => "sign-for-equals",
        SyntaxFault::SpacedKey => "spaced-key",
        SyntaxFault::SkippedHeader => "skipped-header",
        SyntaxFault::MissingValue => "missing-value",
        SyntaxFault::ExtraEquals => "extra-equals",
        SyntaxFault::MissingKeyInTable => "missing-key-in-table",
        SyntaxFault::MissingEqualsInTable => "missing-equals-in-table",
        SyntaxFault::MissingComma => "missing-comma",
        SyntaxFault::ExtraComma => "extra-comma",
        SyntaxFault::NeverOpened => "never-opened",
        SyntaxFault::TextAfterValue => "text-after-value",
        SyntaxFault::UnquotedText => "unquoted-text",
        SyntaxFault::MissingOpeningQuote => "missing-opening-quote",
        SyntaxFault::MissingLongOpening => "missing-long-opening",
        SyntaxFault::BadKey => "bad-key",
        SyntaxFault::EmptyKey => "empty-key",
        SyntaxFault::BadEscape => "bad-escape",
        SyntaxFault::ControlCharacter => "control-character",
        SyntaxFault::BadText => "bad-text",
        SyntaxFault::BadNumber => "bad-number",
        SyntaxFault::BadDate => "bad-date",
        SyntaxFault::Nested => "nested",
        SyntaxFault::Other => "other",
    }
}

const fn wanted_word(wanted: Wanted, language: Language) -> &'static str {
    match wanted {
        Wanted::Text => language.wanted_text(),
        Wanted::Translated => language.wanted_translated(),
        Wanted::Name => language.wanted_name(),
        Wanted::Whole => language.wanted_whole(),
        Wanted::Number => language.wanted_number(),
        Wanted::Day => language.wanted_day(),
        Wanted::Truth => language.wanted_truth(),
        Wanted::Code => language.wanted_code(),
        Wanted::Value => language.wanted_value(),
        Wanted::List => language.wanted_list(),
        Wanted::Table => language.wanted_table(),
        Wanted::Tables => language.wanted_tables(),
    }
}

const fn found_word(found: Found, language: Language) -> &'static str {
    match found {
        Found::Text => language.found_text(),
        Found::Number => language.found_number(),
        Found::Truth => language.found_truth(),
        Found::Date => language.found_date(),
        Found::List => language.found_list(),
        Found::Table => language.found_table(),
    }
}

const fn testable_word(testable: Testable, language: Language) -> &'static str {
    match testable {
        Testable::Truth => language.testable_truth(),
        Testable::Options => language.testable_options(),
        Testable::Numbers => language.testable_numbers(),
        Testable::Answered => language.testable_answered(),
        Testable::Nothing => language.testable_nothing(),
    }
}

/// Whether a file has a name that systems, people and programs that synchronise give to a copy.
fn is_of_copy(stem: &str) -> bool {
    let stem = stem.to_lowercase();
    let words = ["sync-conflict", "kopie", "copy", "conflict", "versie"];
    let is_numbered = stem
        .strip_suffix(')')
        .and_then(|rest| rest.rsplit_once('('))
        .is_some_and(|(_, number)| !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()));
    is_numbered || words.iter().any(|word| stem.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_fault_has_its_own_sentence_in_both_languages() {
        for language in [Language::Dutch, Language::English] {
            let mut seen = std::collections::BTreeSet::new();
            for fault in SyntaxFault::ALL {
                let told = language.syntax_fault(fault_word(*fault));
                assert!(seen.insert(told.message.clone()), "{fault:?}: {}", told.message);
                assert!(!told.expected.is_empty());
            }
        }
    }

    #[test]
    fn a_copy_is_not_told_to_take_the_name_of_its_original() {
        let told = |file: &str| {
            let problem = Problem::BadFileName { name: "eigen".to_owned(), file: file.to_owned() };
            format!("{:?}", super::tell(&problem, Language::Dutch))
        };
        for copy in [
            "eigen.sync-conflict-20260101-120000-ABCDEFG",
            "Eigen - kopie",
            "eigen (1)",
            "eigen(2)",
            "eigen copy",
            "Kopie van eigen",
            "eigen (Jan's conflicted copy 2026-01-01)",
            "eigen (Case Conflict)",
        ] {
            let said = told(copy);
            assert!(
                said.contains("kopie van") && !said.contains("geef het bestand de naam"),
                "{copy}: {said}"
            );
        }
        for own in ["Eigen", "eigen lijst", "éigen"] {
            assert!(told(own).contains("geef het bestand de naam eigen.toml"), "{own}: {}", told(own));
        }
    }
}
