//! The address of a source: whether a browser opens it, and what was meant otherwise.

/// Whether a browser opens this address.
pub(super) fn opens(url: &str) -> bool {
    let rest = match url.split_once("://") {
        Some((scheme, rest)) if ["http", "https"].iter().any(|known| scheme.eq_ignore_ascii_case(known)) => {
            rest
        }
        _ => return false,
    };
    is_place(rest) && !url.chars().any(char::is_whitespace)
}

/// The address that was meant by one without its beginning, or with a slip in it.
pub(super) fn meant(written: &str) -> Option<String> {
    let written = written.trim().trim_matches(['<', '>']);
    let lower = written.to_ascii_lowercase();
    let rest = match lower.split_once(':') {
        Some(("http" | "https", _)) => written.split_once(':')?.1.trim_start_matches('/'),
        Some(("doi", _)) => written.split_once(':')?.1.trim_start(),
        _ => {
            let begun = [
                "https//",
                "http//",
                "htps://",
                "htpps://",
                "htttps://",
                "htttp://",
                "htp://",
                "hhtps://",
                "ttps://",
            ];
            let slip = begun.into_iter().find(|slip| lower.starts_with(slip));
            written.get(slip.map_or(0, str::len)..)?.trim_start_matches('/')
        }
    };
    let is_doi = rest.starts_with("10.") && rest.contains('/');
    let meant = if is_doi { format!("https://doi.org/{rest}") } else { format!("https://{rest}") };
    // Within one house a place may have a name of one word; of other words nobody knows.
    (opens(&meant) && host(rest).contains('.')).then_some(meant)
}

/// Whether this begins with the name of a place on the internet.
fn is_place(rest: &str) -> bool {
    let host = host(rest);
    let is_of_host = |sign: char| sign.is_alphanumeric() || matches!(sign, '-' | '.' | ':' | '_');
    host.chars().all(is_of_host) && host.split('.').all(|part| !part.is_empty())
}

fn host(rest: &str) -> &str {
    rest.split(['/', '?', '#']).next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_opens_or_is_mended() {
        for (written, expected) in [
            ("https://palliaweb.nl", Some("")),
            ("http://www.patz.nu/a?b=c#d", Some("")),
            ("https://doi.org/10.1186/s12875-019-1002-z", Some("")),
            ("www.pallialine.nl", Some("https://www.pallialine.nl")),
            ("pallialine.nl/x", Some("https://pallialine.nl/x")),
            (" https://patz.nu ", Some("https://patz.nu")),
            ("<https://patz.nu>", Some("https://patz.nu")),
            ("https//patz.nu", Some("https://patz.nu")),
            ("https:/patz.nu", Some("https://patz.nu")),
            ("https:patz.nu", Some("https://patz.nu")),
            ("htps://patz.nu", Some("https://patz.nu")),
            ("HTTPS://patz.nu", Some("")),
            ("https://intranet/richtlijn", Some("")),
            ("//patz.nu", Some("https://patz.nu")),
            ("doi:10.1186/s12875", Some("https://doi.org/10.1186/s12875")),
            ("10.1186/s12875", Some("https://doi.org/10.1186/s12875")),
            ("Richtlijn pijn", None),
            ("zie de map op kantoor", None),
            ("https://", None),
            ("https://.nl", None),
            ("intranet/richtlijn", None),
            ("https://patz. nu", None),
            ("C:\\\\richtlijn.pdf", None),
            ("mailto:info@patz.nu", None),
        ] {
            let found = if opens(written) { Some(String::new()) } else { meant(written) };
            assert_eq!(found.as_deref(), expected, "{written}");
        }
    }
}
