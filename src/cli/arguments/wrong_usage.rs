//! What is said of wrong usage.

use clap::error::{ContextKind, ContextValue, ErrorKind};

use crate::words::Language;

/// What is wrong with the usage, what was probably meant, and where to read on.
pub(in crate::cli) fn wrong(error: &clap::Error, language: Language) -> String {
    let about = |kind| context(error, kind);
    let argument = about(ContextKind::InvalidArg);
    let what = match error.kind() {
        ErrorKind::UnknownArgument => argument.map(|argument| language.cli_unknown_argument(&argument)),
        ErrorKind::InvalidSubcommand => {
            about(ContextKind::InvalidSubcommand).map(|command| language.cli_unknown_command(&command))
        }
        ErrorKind::MissingRequiredArgument | ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => {
            argument.map(|argument| language.cli_missing_value(&argument))
        }
        ErrorKind::InvalidValue => argument.map(|argument| match about(ContextKind::InvalidValue) {
            Some(value) if !value.is_empty() => language.cli_bad_value(&value, &argument),
            _ => language.cli_missing_value(&argument),
        }),
        ErrorKind::TooManyValues => argument
            .zip(about(ContextKind::InvalidValue))
            .map(|(argument, value)| language.cli_bad_value(&value, &argument)),
        ErrorKind::ArgumentConflict => argument.map(|argument| {
            let other = about(ContextKind::PriorArg).unwrap_or_else(|| argument.clone());
            language.cli_conflict(&argument, &other)
        }),
        ErrorKind::MissingSubcommand => {
            let commands = error.get(ContextKind::ValidSubcommand).and_then(|known| match known {
                ContextValue::Strings(known) => {
                    let known = known.iter().map(String::as_str).filter(|known| *known != "help");
                    Some(known.collect::<Vec<_>>().join(", "))
                }
                _ => None,
            });
            Some(language.cli_missing_command(&commands.unwrap_or_default()))
        }
        ErrorKind::InvalidUtf8 => Some(language.cli_not_unicode().to_owned()),
        _ => None,
    };
    let suggestion =
        [ContextKind::SuggestedArg, ContextKind::SuggestedSubcommand, ContextKind::SuggestedValue]
            .into_iter()
            .find_map(about)
            .map(|suggestion| language.cli_perhaps(&suggestion));
    let what = advice(error, language).or(what).unwrap_or_else(|| language.cli_wrong_usage().to_owned());
    let sentences = [Some(what), suggestion, Some(language.cli_see_help().to_owned())];
    sentences.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// What to do about a fault that is made often, by what the usage says of the command.
fn advice(error: &clap::Error, language: Language) -> Option<String> {
    let ContextValue::StyledStr(usage) = error.get(ContextKind::Usage)? else { return None };
    let usage = usage.to_string();
    let lacks = error.kind() == ErrorKind::MissingRequiredArgument;
    let of = |command: &str| usage.contains(command);
    let word = || context(error, ContextKind::InvalidArg).is_some_and(|typed| !typed.starts_with('-'));
    match error.kind() {
        _ if lacks && of("readers add") => Some(language.reader_add_whom().to_owned()),
        _ if lacks && of("readers remove") => Some(language.reader_remove_whom().to_owned()),
        ErrorKind::UnknownArgument if of("pallium forget") && word() => {
            Some(language.forget_quotes().to_owned())
        }
        _ => None,
    }
}

/// What the parser says of a fault, as text.
fn context(error: &clap::Error, kind: ContextKind) -> Option<String> {
    match error.get(kind)? {
        ContextValue::String(text) => Some(text.clone()),
        ContextValue::Strings(texts) if kind == ContextKind::InvalidArg => Some(texts.join(", ")),
        ContextValue::Strings(texts) => texts.first().cloned(),
        _ => None,
    }
}
