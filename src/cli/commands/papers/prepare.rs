//! The sheet by which somebody prepares the next meeting of a group.

use super::{Paper, day_of};
use crate::app::Settings;
use crate::checklist::{Checklist, Looks, Name};
use crate::cli::arguments::WantedPreparation;
use crate::cli::commands::known::read::Known;
use crate::cli::trouble::{Trouble, WRONG_USAGE};
use crate::export::{DocumentFormat, Preparation, StateWords};
use crate::meeting::KnownGroup;
use crate::shell::Outside;
use crate::text;
use crate::words::Language;

/// The sheet that was asked for.
///
/// # Errors
///
/// When the group, the day or the person is not clear, or the notebook cannot be read.
pub(in crate::cli) fn prepare(
    outside: &Outside,
    wanted: &WantedPreparation,
    format: DocumentFormat,
    settings: Settings,
) -> Result<Paper, Trouble> {
    let language = settings.language;
    let known = Known::read(outside, language)?;
    let today = match &wanted.on {
        None => known.today,
        Some(on) => day_of(on, known.today, Looks::Forward, language)?,
    };
    let group = group(&known, wanted.group.as_deref(), language)?;
    let model = known.model(outside, settings);
    let checklist = |name: &Name| -> Option<&Checklist> { model.checklist(name) };
    let sheet = Preparation {
        words: StateWords { language, today, checklist: &checklist },
        register: &known.register,
        group,
        whom: None,
        fictional: known.fictional,
    };
    let whom = wanted.whom.as_deref().map(|whom| match sheet.called(whom).as_slice() {
        [one] => Ok(*one),
        several => {
            let is_known = !several.is_empty();
            let names = if is_known { several.to_vec() } else { sheet.names() };
            let names = text::visible_line(&names.join("; ")).into_owned();
            Err(Trouble::new(language.cli_which_participant(&shown(whom), &names, is_known)))
        }
    });
    let sheet = Preparation { whom: whom.transpose()?, ..sheet };
    Ok(Paper::new(&sheet.document(), format, sheet.whose(), &sheet.name()))
}

/// The group that was named, or the only one.
fn group<'k>(known: &'k Known, typed: Option<&str>, language: Language) -> Result<&'k KnownGroup, Trouble> {
    let groups = || {
        let names: Vec<&str> = known.register.groups.iter().map(|group| group.name.trim()).collect();
        text::visible_line(&names.join("; ")).into_owned()
    };
    match (typed, known.register.groups.as_slice()) {
        (Some(name), _) => known.group(name, language),
        (None, [only]) => Ok(only),
        (None, _) => Err(Trouble { code: WRONG_USAGE, ..Trouble::new(language.cli_which_group(&groups())) }),
    }
}

fn shown(typed: &str) -> String {
    text::truncate(&text::visible_line(typed), 60, "...").into_owned()
}
