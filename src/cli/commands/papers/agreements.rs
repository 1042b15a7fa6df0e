//! The open agreements over all patients.

use super::Paper;
use crate::cli::arguments::PaperFormat;
use crate::cli::commands::known::read::Known;
use crate::cli::trouble::Trouble;
use crate::export::{DocumentKind, OpenAgreements, csv};
use crate::meeting::{KnownGroup, KnownPatient};
use crate::shell::Outside;
use crate::text;
use crate::text::same::{self, same_name};
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
        caveats: &known.register.caveats,
        fictional: known.fictional,
    };
    if !owner.trim().is_empty() {
        // Who belongs to a group and has nothing open has a paper that says so.
        let is_of_group = |known: &&KnownGroup| group.is_empty() || known.name == group;
        let groups = known.register.groups.iter().filter(is_of_group);
        let members = groups.flat_map(|group| &group.participants).map(|one| one.name.trim().to_owned());
        let mut names: Vec<String> = open.owners().into_iter().chain(members).collect();
        names.retain(|name| !name.is_empty());
        names.sort_by_key(|name| same::name(name));
        names.dedup_by(|one, other| same_name(one, other));
        if !names.iter().any(|name| open.means(name)) {
            let shown = text::truncate(&text::visible_line(owner), 60, "...").into_owned();
            let names = text::visible_line(&names.join("; ")).into_owned();
            return Err(Trouble::new(language.cli_nobody_does(&shown, &names)));
        }
    }
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
