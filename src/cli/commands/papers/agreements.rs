//! The open agreements over all patients.

use super::Paper;
use crate::cli::arguments::PaperFormat;
use crate::cli::commands::known::read::Known;
use crate::cli::trouble::Trouble;
use crate::export::{DocumentKind, OpenAgreements, csv};
use crate::meeting::KnownPatient;
use crate::shell::Outside;
use crate::words::Language;

/// What is open, by who does it; of one group or one person where that was asked.
///
/// # Errors
///
/// What is wrong with the notebook.
pub(in crate::cli) fn agreements(
    outside: &Outside,
    group: Option<&str>,
    owner: Option<&str>,
    format: PaperFormat,
    language: Language,
) -> Result<Paper, Trouble> {
    let known = Known::read(outside, language)?;
    let patients: Vec<&KnownPatient> =
        known.patients().filter(|known| !known.agreements.is_empty()).collect();
    // Who types the name that a group had means the one that it has.
    let group = group.map(|typed| known.group(typed, language)).transpose()?;
    let (group, owner) = (group.map_or("", |group| group.name.as_str()), owner.unwrap_or_default());
    let open = OpenAgreements {
        language,
        patients: &patients,
        group,
        owner,
        today: known.today,
        unread: known.register.unread,
        fictional: known.fictional,
    };
    let ids = patients.iter().map(|known| known.patient).collect();
    Ok(match format {
        PaperFormat::Document(format) => Paper::new(&open.document(), format, ids, &open.name()),
        PaperFormat::Csv | PaperFormat::Xlsx | PaperFormat::JsonLines => Paper::of_text(
            csv(&open.rows()),
            DocumentKind::Agreements.name(),
            ids,
            &open.name(),
            PaperFormat::Csv.name(),
        ),
    })
}
