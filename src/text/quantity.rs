//! The number that people mean, with or without the unit that is asked for.

use super::digits::{plain_digits, plain_signs};
use super::number_words;

/// Longer texts are sentences.
const LONGEST: usize = 60;

/// Words and signs before a number that is not exact.
const ABOUT: &[&str] = &[
    "±",
    "~",
    "≈",
    "+/-",
    "+-",
    "ca.",
    "ca",
    "c.a.",
    "circa",
    "ongeveer",
    "ong.",
    "ongv.",
    "ong",
    "om en nabij",
    "plusminus",
    "plus minus",
    "min of meer",
    "ruim",
    "bijna",
    "krap",
    "zo'n",
    "zo’n",
    "rond de",
    "rond",
    "about",
    "around",
    "almost",
    "approximately",
    "approx.",
    "approx",
];

/// Ways of writing one unit, without spaces and points.
const UNITS: &[&[&str]] = &[
    &["kg", "kgs", "kilo", "kilos", "kilo's", "kilo’s", "kilogram", "kilograms"],
    &["g", "gr", "gram", "grams"],
    &["mg", "milligram", "milligrams"],
    &["µg", "ug", "mcg", "microgram", "micrograms"],
    &["m", "meter", "meters", "metre", "metres"],
    &["cm", "centimeter", "centimeters", "centimetre", "centimetres"],
    &["km", "kilometer", "kilometers", "kilometre", "kilometres"],
    &["l", "liter", "liters", "litre", "litres"],
    &["ml", "cc", "cm3", "milliliter", "milliliters", "millilitre", "millilitres"],
    &[
        "°c",
        "℃",
        "°",
        "c",
        "oc",
        "grc",
        "gradenc",
        "gr",
        "grd",
        "graad",
        "graden",
        "gradencelsius",
        "celsius",
        "celcius",
        "gradencelcius",
        "degrees",
        "degreescelsius",
    ],
    &["%", "procent", "percent", "pct"],
    &[
        "/min",
        "/m",
        "x/m",
        "perminuut",
        "permin",
        "perminute",
        "/minuut",
        "/minute",
        "p/min",
        "pm",
        "bpm",
        "x/min",
        "x/minuut",
        "xperminuut",
        "keer/min",
        "keer/minuut",
        "keerperminuut",
        "slagen/min",
        "slagen/minuut",
        "slagenperminuut",
        "ademhalingen/min",
        "ademhalingenperminuut",
    ],
    &["min", "minuten", "minuut", "minutes", "minute"],
    &["uur", "uren", "u", "h", "hour", "hours"],
    &["dag", "dagen", "dgn", "d", "day", "days"],
    &["24uur", "24u", "24h", "24hours", "etmaal"],
    &["week", "weken", "wk", "weeks"],
    &["maand", "maanden", "mnd", "month", "months"],
    &["jaar", "jaren", "j", "year", "years"],
    &["keer", "x", "×", "maal", "times"],
];

/// What people say for short of a unit, where nothing else can be meant: the litres of oxygen are those of a minute.
const SHORT: &[(&[&str], &[&str])] = &[
    (
        &["l/min", "liter/min", "l/minuut", "liter/minuut"],
        &["l", "liter", "liters", "litre", "litres", "lpm", "lo2", "litero2", "lpmo2", "l/mino2"],
    ),
    (&["mmol/l", "mmol/liter"], &["mmol", "millimol"]),
];

/// Words behind a value that say with what it was measured or reached; a number may follow.
const HELPED: &[&str] = &["met", "zonder", "bij", "onder", "with", "without", "on"];

/// Words behind a value that say where or when it was measured.
const HOW: &[&str] = &["in", "op", "na", "voor", "via", "aan", "tijdens", "at", "after", "before", "during"];

/// What stands behind a value by itself, and says where or how it was measured.
const SITES: &[&str] = &[
    "ra",
    "room air",
    "kamerlucht",
    "lucht",
    "oor",
    "oraal",
    "mond",
    "rectaal",
    "oksel",
    "voorhoofd",
    "vinger",
    "liggend",
    "staand",
    "zittend",
    "nuchter",
    "ear",
    "oral",
    "rectal",
    "axillary",
    "forehead",
    "fasting",
    "lying",
    "sitting",
    "standing",
];

/// Words before a value that say what is measured, where only that has the unit.
const NAMES: &[(&str, &[&str])] = &[
    ("°c", &["temp", "temperatuur", "temperature"]),
    ("%", &["sat", "saturatie", "saturation", "spo2"]),
    ("kg", &["gewicht", "weight"]),
];

/// The number that `text` means, with a comma or a point before the decimals and nothing behind it.
///
/// As in Dutch `1.000` is a thousand, and `1,000` one; what an English screen takes in otherwise is written out ([`in_language`]).
pub fn number(text: &str) -> Option<f64> {
    quantity(text, None)
}

/// The number that `text` means where `unit` is asked for; with another unit it means nothing.
pub fn quantity(text: &str, unit: Option<&str>) -> Option<f64> {
    let plain = plain_signs(text);
    let text = without_name(plain.as_ref(), unit.unwrap_or_default());
    let alone = |text: &str| {
        let (number, written) = parts(text, unit)?;
        let fits = written.is_empty() || unit.is_some_and(|unit| is_same(unit, written));
        let value = value(number)?;
        fits.then_some(value)
    };
    alone(text).or_else(|| alone(remarked(text, unit)?.0))
}

/// The value in `text` and what is remarked behind it: "72 kg (zonder jas)", "72 kg, gisteren gewogen", "92% RA", "92 % met 2 l", "72 kg ongeveer".
fn remarked<'t>(text: &'t str, unit: Option<&str>) -> Option<(&'t str, &'t str)> {
    let text = text.trim();
    let reads = |head: &str| {
        let (number, written) = parts(head, unit)?;
        value(number)?;
        let fits = written.is_empty() || unit.is_some_and(|unit| is_same(unit, written));
        fits.then_some(!written.is_empty())
    };
    if let Some((head, remark)) = text.strip_suffix(')').and_then(|text| text.split_once('(')) {
        return reads(head).map(|_| (head, remark.trim()));
    }
    // Without the unit that is asked for, a number with words behind it may be of something else.
    unit?;
    let signs = text.match_indices(|c: char| c.is_whitespace() || matches!(c, ',' | ';'));
    signs.map(|(at, _)| text.split_at(at)).find_map(|(head, rest)| {
        let is_apart = rest.starts_with([',', ';']);
        let remark = rest.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, ',' | ';'));
        let first = remark.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default().to_lowercase();
        let has_number = remark.chars().any(char::is_numeric);
        let (known, about) = (|list: &[&str]| list.contains(&first.as_str()), ABOUT.contains(&remark));
        let says_how =
            known(HELPED) || !has_number && (known(HOW) || SITES.contains(&&*remark.to_lowercase()));
        let is_said = is_apart && !has_number && remark.chars().any(char::is_alphabetic);
        reads(head).filter(|has_unit| says_how || *has_unit && (is_said || about)).map(|_| (head, remark))
    })
}

/// The sign of a number that in another language stands between thousands or before decimals: the comma of `1,250`.
pub fn ambiguous_sign(text: &str) -> Option<(usize, char)> {
    let mut signs = text.char_indices().filter(|(_, c)| matches!(c, ',' | '.'));
    let (at, sign) = signs.next().filter(|_| signs.next().is_none())?;
    let before = text.get(..at)?.chars().rev().take_while(char::is_ascii_digit).count();
    let whole = text.get(at - before..at)?;
    let behind = text.get(at + 1..)?.chars().take_while(char::is_ascii_digit).count();
    let fits = (1..=3).contains(&before) && !whole.starts_with('0') && behind == 3;
    fits.then_some((at, sign))
}

/// Whether another language reads another number in `text`.
pub fn is_ambiguous(text: &str) -> bool {
    ambiguous_sign(text).is_some()
}

/// The text without the unit behind its number and with a remark in brackets, where that is the unit that is asked for.
pub fn without_unit(text: &str, unit: &str) -> Option<String> {
    let plain = plain_signs(text);
    // Figures of another script stay as they were typed.
    let source = if plain == plain_digits(text) { text } else { plain.as_ref() };
    let value = without_name(source, unit);
    quantity(value, Some(unit))?;
    let is_alone = parts(value, Some(unit)).is_some_and(|(number, written)| {
        self::value(number).is_some() && (written.is_empty() || is_same(unit, written))
    });
    let (head, remark) = if is_alone {
        (value, None)
    } else {
        remarked(value, Some(unit)).map(|(head, remark)| (head, Some(remark)))?
    };
    let (number, _) = parts(head, Some(unit))?;
    let bare = match remark {
        Some(remark) => format!("{number} ({remark})"),
        None => number.to_owned(),
    };
    (bare.trim() != text.trim()).then_some(bare)
}

/// The value behind the word that says what is measured.
fn without_name<'t>(text: &'t str, unit: &str) -> &'t str {
    let names = NAMES.iter().filter(|(measured, _)| is_same(measured, unit)).flat_map(|(_, names)| *names);
    let behind = |name: &&str| {
        let (start, rest) = text.trim_start().split_at_checked(name.len())?;
        let fits = start.to_lowercase() == **name && !rest.starts_with(char::is_alphanumeric);
        fits.then(|| rest.trim_start_matches([' ', '.', ':', '=']))
    };
    names.copied().find_map(|name| behind(&name)).unwrap_or(text)
}

/// A number as it stands in a text, and what stands behind it: the unit itself, or else whatever follows the last digit.
fn parts<'t>(text: &'t str, unit: Option<&str>) -> Option<(&'t str, &'t str)> {
    let text = text.trim();
    if text.is_empty() || text.chars().count() > LONGEST {
        return None;
    }
    // A unit may have a digit of its own: "mg/24 uur".
    let unit = unit.map(str::trim).filter(|unit| !unit.is_empty());
    let own = |unit: &str| {
        let ends = text.char_indices().skip(1).filter(|(_, sign)| !sign.is_ascii_digit());
        let mut parts = ends.filter_map(|(at, _)| text.split_at_checked(at));
        let fits =
            |(number, written): &(&str, &str)| is_same(unit, written) && value(number.trim()).is_some();
        parts.find(fits).map(|(number, written)| (number.trim_end(), written.trim_start()))
    };
    if let Some(found) = unit.and_then(own) {
        return Some(found);
    }
    let is_last = |c: char| c.is_ascii_digit() || fraction(c).is_some();
    let Some(last) = text.char_indices().rev().find(|(_, c)| is_last(*c)) else {
        return value(text).map(|_| (text, ""));
    };
    let (number, unit) = text.split_at_checked(last.0.checked_add(last.1.len_utf8())?)?;
    // "72," and "72,-" have nothing behind their comma.
    let unit = match unit.strip_prefix([',', '.']) {
        Some(rest) => rest.strip_prefix(['-', '–', '—']).unwrap_or(rest),
        None => unit,
    };
    Some((number, unit.trim_start()))
}

fn value(text: &str) -> Option<f64> {
    let text = without_about(text);
    if let Some(number) = number_words::whole(text) {
        return Some(f64::from(number));
    }
    let (negative, text) = match text.strip_prefix(['-', '−', '–']) {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let (text, part) = match text.char_indices().next_back().and_then(|(at, c)| Some((at, fraction(c)?))) {
        Some((0, part)) => ("0", part),
        Some((at, part)) => (text.get(..at)?.trim_end(), part),
        None => (text, 0.0),
    };
    if part > 0.0 && !text.chars().all(|c| c.is_ascii_digit()) {
        return None;
    }
    let plain = match text.split_whitespace().collect::<Vec<_>>().as_slice() {
        [one] => without_groups(one)?,
        groups => spaced(groups)?,
    };
    let value = plain.parse::<f64>().ok()? + part;
    value.is_finite().then_some(if negative { -value } else { value })
}

/// The value of a sign that is a part of one.
fn fraction(sign: char) -> Option<f64> {
    match sign {
        '½' => Some(0.5),
        '¼' => Some(0.25),
        '¾' => Some(0.75),
        _ => None,
    }
}

/// A number without the word or sign that says that it is not exact.
fn without_about(text: &str) -> &str {
    let rest = |about: &&str| {
        let (start, rest) = text.split_at_checked(about.len())?;
        let fits = start.to_lowercase() == **about;
        // "Ruim38" is no word.
        (fits && (!about.ends_with(char::is_alphabetic) || !rest.starts_with(char::is_alphabetic)))
            .then(|| rest.trim_start())
    };
    ABOUT.iter().find_map(rest).unwrap_or(text)
}

/// Thousands with spaces between them: `1 000`, `12 500,5`.
fn spaced(groups: &[&str]) -> Option<String> {
    let [first, rest @ .., last] = groups else { return None };
    let is_group = |part: &str| part.len() == 3 && part.bytes().all(|byte| byte.is_ascii_digit());
    let whole = last.split([',', '.']).next()?;
    let fits = (1..=3).contains(&first.len())
        && first.bytes().all(|byte| byte.is_ascii_digit())
        && rest.iter().all(|part| is_group(part))
        && is_group(whole);
    if !fits {
        return None;
    }
    without_groups(&format!("{first}{}{last}", rest.concat()))
}

fn is_same(asked: &str, written: &str) -> bool {
    let plain = |unit: &str| -> String {
        let unit = unit.replace(" per ", "/").replace(" in ", "/");
        let signs = unit.chars().flat_map(char::to_lowercase).filter(|c| !c.is_whitespace() && *c != '.');
        let same = |c| match c {
            'º' | '˚' => '°',
            'μ' => 'µ',
            '²' => '2',
            '³' => '3',
            c => c,
        };
        // "P/min" is per minute.
        signs.map(same).collect::<String>().replace("p/", "/")
    };
    let (asked, written) = (plain(asked), plain(written));
    let is_one = |group: &&&[&str]| group.contains(&asked.as_str()) && group.contains(&written.as_str());
    // "cc per 24u" is "ml/24 uur": each part for itself.
    let by_part = || {
        let parts = |unit: &'_ str| unit.split('/').map(str::to_owned).collect::<Vec<_>>();
        let (asked, written) = (parts(&asked), parts(&written));
        let is_one = |(asked, written): (&String, &String)| {
            asked == written
                || UNITS
                    .iter()
                    .any(|group| group.contains(&asked.as_str()) && group.contains(&written.as_str()))
        };
        asked.len() > 1 && asked.len() == written.len() && asked.iter().zip(&written).all(is_one)
    };
    let is_short = |(full, short): &(&[&str], &[&str])| {
        full.contains(&asked.as_str()) && short.contains(&written.as_str())
    };
    asked == written || UNITS.iter().any(|group| is_one(&group)) || by_part() || SHORT.iter().any(is_short)
}

/// Takes the separators of thousands out and makes the decimal sign a point.
fn without_groups(text: &str) -> Option<String> {
    let is_digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    let grouped = |whole: &str, separator: char| {
        let mut parts = whole.split(separator);
        let first = parts.next().unwrap_or_default();
        let fits = (1..=3).contains(&first.len()) && is_digits(first);
        let rest: Vec<&str> = parts.collect();
        (fits && rest.iter().all(|part| part.len() == 3 && is_digits(part)))
            .then(|| format!("{first}{}", rest.concat()))
    };
    let signs: Vec<char> = text.chars().filter(|c| matches!(c, ',' | '.')).collect();
    match *signs.as_slice() {
        [] => (!text.is_empty() && is_digits(text)).then(|| text.to_owned()),
        [sign] => {
            let (whole, decimals) = text.split_once(sign)?;
            let is_group = decimals.len() == 3 && (1..=3).contains(&whole.len()) && !whole.starts_with('0');
            if !is_digits(whole) || !is_digits(decimals) || decimals.is_empty() {
                None
            } else if is_group && sign == '.' {
                Some(format!("{whole}{decimals}"))
            } else {
                Some(format!("0{whole}.{decimals}"))
            }
        }
        [first, .., last] if first != last => {
            let (whole, decimals) = text.rsplit_once(last)?;
            let fits = !whole.contains(last) && !decimals.is_empty() && is_digits(decimals);
            if fits { Some(format!("{}.{decimals}", grouped(whole, first)?)) } else { None }
        }
        [first, ..] => grouped(text, first),
    }
}

#[cfg(test)]
#[path = "tests/quantity.rs"]
mod tests;
