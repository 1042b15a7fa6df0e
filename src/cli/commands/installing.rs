//! What somebody needs who installs the program, made of the one description of its arguments.

use std::path::Path;

use clap_complete::Shell;
use clap_mangen::Man;

use crate::cli::arguments::parser;
use crate::cli::trouble::{Trouble, reason_at, shown};
use crate::store::{RealFiles, put_whole};
use crate::words::Language;

/// What a shell needs to complete commands.
pub(in crate::cli) fn completions(shell: Shell, language: Language) -> String {
    let mut text = Vec::new();
    clap_complete::generate(shell, &mut parser(language), "pallium", &mut text);
    String::from_utf8_lossy(&text).into_owned()
}

/// Puts a man page of each command in `folder`, over those of an earlier time.
///
/// # Errors
///
/// What went wrong with the disk.
pub(in crate::cli) fn manual(folder: &Path, language: Language) -> Result<(), Trouble> {
    let not_made = |path: &Path, error: &std::io::Error| {
        Trouble::new(language.cli_not_made(&shown(path), &reason_at(path, error, language)))
    };
    for (name, page) in pages(language) {
        put_whole(&RealFiles, folder, &name, &page).map_err(|(path, error)| not_made(&path, &error))?;
    }
    Ok(())
}

/// Every page by the name of its file.
fn pages(language: Language) -> Vec<(String, Vec<u8>)> {
    let mut parser = parser(language);
    parser.build();
    let mut pages = Vec::new();
    write(&parser, language, &mut pages);
    pages
}

fn write(parser: &clap::Command, language: Language, pages: &mut Vec<(String, Vec<u8>)>) {
    let man = Man::new(parser.clone())
        .manual(language.cli_manual_title())
        .source(concat!("Pallium ", env!("CARGO_PKG_VERSION")));
    let mut page = Vec::new();
    // A vector takes whatever is written.
    if man.render(&mut page).is_ok() {
        pages.push((man.get_filename(), page));
    }
    for command in parser.get_subcommands() {
        write(command, language, pages);
    }
}

#[cfg(test)]
mod tests {
    use clap::ValueEnum as _;

    use super::*;

    const LANGUAGES: [Language; 2] = [Language::Dutch, Language::English];

    /// Every command with the commands within it, as one types them.
    fn commands(parser: &clap::Command, before: &str) -> Vec<String> {
        let mut all = Vec::new();
        for command in parser.get_subcommands() {
            let name = format!("{before}{}", command.get_name());
            all.extend(commands(command, &format!("{name} ")));
            all.push(name);
        }
        all
    }

    #[test]
    fn every_command_has_a_page_and_nothing_hidden_has() {
        for language in LANGUAGES {
            let pages = pages(language);
            let names: Vec<&str> = pages.iter().map(|(name, _)| name.as_str()).collect();
            for command in commands(&parser(language), "") {
                let page = format!("pallium-{}.1", command.replace(' ', "-"));
                assert!(names.contains(&page.as_str()), "no {page} in {names:?}");
            }
            assert!(names.contains(&"pallium.1") && !names.contains(&"pallium-screenshots.1"), "{names:?}");
            for (name, page) in &pages {
                let page = String::from_utf8(page.clone()).unwrap();
                assert!(page.contains(".TH pallium"), "{name}: {page}");
                assert!(!page.contains("locked-fd") && !page.contains("weak-key"), "{name}: {page}");
            }
            let (_, first) = pages.iter().find(|(name, _)| name == "pallium.1").unwrap();
            assert!(String::from_utf8_lossy(first).contains(language.cli_manual_title()));
        }
    }

    #[test]
    fn every_shell_completes_what_is_public() {
        for shell in Shell::value_variants() {
            for language in LANGUAGES {
                let text = completions(*shell, language);
                for word in ["checklist", "readers", "retention", "passphrase-fd", "older-than"] {
                    assert!(text.contains(word), "{shell}: no {word}");
                }
                for word in ["screenshots", "manual", "locked-fd", "weak-key"] {
                    assert!(!text.contains(word), "{shell}: {word}");
                }
            }
        }
    }
}
