//! What was meant by the words that stand on the screen, where a name or a code belongs.

use std::ops::Range;

use crate::checklist::definition::{ChoiceOption, Item, Localized};
use crate::checklist::diagnostic::suggest::nearest;
use crate::checklist::diagnostic::{Diagnostic, Problem};
use crate::checklist::read::meant::{as_name, is_name};
use crate::checklist::read::validate::shorten;
use crate::text::same::{plain, same};

/// So many letters of a text are enough to know it by.
const BEGINNING: usize = 4;

/// The one of `known` (each a name, and what stands on the screen for it) that somebody meant; none where that could be
/// several, or where a name would have to be made up.
pub(in crate::checklist) fn called<'n>(
    written: &str,
    known: impl IntoIterator<Item = (&'n str, Vec<&'n Localized>)>,
) -> Option<&'n str> {
    let known: Vec<(&str, Vec<&str>)> = known
        .into_iter()
        .filter(|(name, _)| is_name(name))
        .map(|(name, texts)| (name, texts.into_iter().flat_map(forms).collect()))
        .collect();
    let only = |fits: &dyn Fn(&str) -> bool| {
        let mut found = known.iter().filter(|(_, texts)| texts.iter().any(|text| fits(text)));
        found.next().filter(|_| found.next().is_none()).map(|(name, _)| *name)
    };
    let as_written = as_name(written);
    let is_written = |text: &str| same(text, written) || as_written.is_some() && as_name(text) == as_written;
    let begun = plain(written);
    let names = || known.iter().map(|(name, _)| *name);
    only(&is_written)
        .or_else(|| nearest(written, names()))
        .or_else(|| nearest(as_written.as_deref()?, names()))
        .or_else(|| only(&|text| begun.len() >= BEGINNING && plain(text).starts_with(&begun)))
        .or_else(|| {
            let texts: Vec<(String, &str)> = known
                .iter()
                .flat_map(|(name, texts)| texts.iter().map(|text| (plain(text), *name)))
                .collect();
            let near = nearest(&begun, texts.iter().map(|(text, _)| text.as_str()))?;
            texts.iter().find(|(text, _)| text == near).map(|(_, name)| *name)
        })
}

/// What stands on the screen for a question.
pub(in crate::checklist) fn texts_of(item: &Item) -> Vec<&Localized> {
    [Some(&item.text), item.label.as_ref()].into_iter().flatten().collect()
}

/// A text in each of its languages.
fn forms(text: &Localized) -> impl Iterator<Item = &str> {
    [Some(text.nl.as_str()), text.en.as_deref()].into_iter().flatten()
}

/// That `code` is no option of a question, with the code of the one that was probably meant.
pub(in crate::checklist) fn no_option(
    options: &[ChoiceOption],
    code: &str,
    span: &Range<usize>,
    is_full: bool,
) -> Diagnostic {
    let known = || options.iter().map(|option| (option.code.as_str(), vec![&option.text]));
    let mut codes: Vec<String> = known().map(|(code, _)| code.to_owned()).collect();
    codes.dedup();
    codes.truncate(8);
    let suggestion = if is_full { None } else { called(code, known()) };
    let problem = Problem::UnknownOption { code: shorten(code), known: codes };
    Diagnostic::new(problem, span.clone()).suggest(suggestion)
}
