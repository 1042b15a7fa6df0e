//! A number as it was typed on a screen in one of the languages.

use std::borrow::Cow;

use crate::text::quantity::ambiguous_sign;
use crate::words::Language;

/// A number as it was typed on a screen in English, in a form that is read alike in every language: `1,250` as `1250`, and
/// `1.250` as `1.25`.
pub fn in_language(language: Language, text: &str) -> Cow<'_, str> {
    let Some((at, sign)) = ambiguous_sign(text).filter(|_| language == Language::English) else {
        return Cow::Borrowed(text);
    };
    let (whole, behind) = (text.get(..at).unwrap_or_default(), text.get(at + 1..).unwrap_or_default());
    if sign == ',' {
        return Cow::Owned(format!("{whole}{behind}"));
    }
    let (decimals, rest) = behind.split_at_checked(3).unwrap_or((behind, ""));
    let short = decimals.trim_end_matches('0');
    let decimals = match short.len() {
        0 => "0".to_owned(),
        3 => format!("{short}0"),
        _ => short.to_owned(),
    };
    Cow::Owned(format!("{whole}.{decimals}{rest}"))
}
