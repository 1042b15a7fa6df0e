//! The first pass over the tree: does every table have the keys and forms that its shape asks for?

use std::borrow::Cow;
use std::collections::BTreeSet;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::expected::{found, wanted};
use super::meant::{
    as_condition, as_name, as_options, as_test, both_bounds, is_name, is_one_option, names_of_options, owner,
};
use super::node::day;
use super::otherwise::{meant_key, meant_section, otherwise};
use super::whole;
use crate::checklist::definition::{Involved, limits};
use crate::checklist::diagnostic::position::line_around;
use crate::checklist::diagnostic::report::Report;
use crate::checklist::diagnostic::suggest::{in_order, nearest};
use crate::checklist::diagnostic::{Diagnostic, Problem, SyntaxFault, Wanted, clean};
use crate::checklist::schema::{CODE, Form, Key, Shape, TRANSLATION, bounds, numbers, synonyms};

/// Checks a whole file against its shape.
pub(in crate::checklist) fn validate(root: &DeTable<'_>, shape: &'static Shape, report: &mut Report<'_>) {
    let mut headers = Vec::new();
    collect_headers(root, report.source, &mut headers);
    headers.sort_unstable();
    report.headers = headers;
    Validator { report, in_list: None }.table(root, &(0..0), shape);
}

/// Where every `[section]` and `[[section]]` begins.
fn collect_headers(table: &DeTable<'_>, source: &str, headers: &mut Vec<usize>) {
    let note = |value: &Spanned<DeValue<'_>>, headers: &mut Vec<usize>| {
        if let Some(inner) = value.get_ref().as_table() {
            if source.get(value.span()).is_some_and(|text| text.starts_with('[')) {
                headers.push(value.span().start);
            }
            collect_headers(inner, source, headers);
        }
    };
    for value in table.values() {
        note(value, headers);
        if let DeValue::Array(list) = value.get_ref() {
            list.iter().for_each(|value| note(value, headers));
        }
    }
}

struct Validator<'r, 's> {
    report: &'r mut Report<'s>,
    /// The keys that do not exist of which was told in the list that is read, where one stands within brackets: whoever wrote one
    /// part so meant the others so too.
    in_list: Option<BTreeSet<String>>,
}

impl Validator<'_, '_> {
    fn table(&mut self, table: &DeTable<'_>, span: &Range<usize>, shape: &'static Shape) {
        let mut entries: Vec<_> = table.iter().collect();
        entries.sort_by_key(|(key, _)| key.span().start);
        let mut meant = Vec::new();
        let parted = parted_section(table, shape);
        for (key, value) in entries {
            match shape.keys.iter().find(|known| known.name == key.get_ref().as_ref()) {
                Some(known) if parted == Some(known.name) => {
                    self.report.has_questions_elsewhere = true;
                    self.report.pass_over(value.get_ref());
                }
                Some(known) => self.value(known.name, &known.form, value),
                None if both_bounds(key.get_ref(), table, shape).is_some() => {
                    let ends = both_bounds(key.get_ref(), table, shape).flatten();
                    let (first, last) = ends.map_or(("...".to_owned(), "...".to_owned()), |(first, last)| {
                        (first.to_string(), last.to_string())
                    });
                    let key_of = key.get_ref().to_string();
                    let problem =
                        Problem::UnknownKey { key: key_of, shape: shape.name, owner: None, is_beyond: false };
                    let suggestion = format!("min = {first} + max = {last}");
                    self.report.push(Diagnostic::new(problem, key.span()).suggest(Some(suggestion)));
                    meant.extend(["min", "max"]);
                }
                None => meant.extend(self.unknown_key(key, value, table, shape)),
            }
        }
        // A key that was meant but misspelt is not missing as well.
        let is_missing =
            |key: &&Key| key.required && !table.contains_key(key.name) && !meant.contains(&key.name);
        for key in shape.keys.iter().filter(is_missing) {
            self.missing_key(key, span, shape);
        }
    }

    /// Tells of a key that does not exist; returns the one that was probably meant.
    fn unknown_key(
        &mut self,
        key: &Spanned<Cow<'_, str>>,
        value: &Spanned<DeValue<'_>>,
        table: &DeTable<'_>,
        shape: &'static Shape,
    ) -> Option<&'static str> {
        let meant =
            || meant_section(key.get_ref(), value, shape).or_else(|| meant_key(key.get_ref(), table, shape));
        let meant = if self.report.is_full() { None } else { meant() };
        self.report.note_meant(meant, value.get_ref());
        // What stands under a wrong name is not missing in its group as well.
        self.report.has_questions_elsewhere |= matches!(meant, Some("group" | "item" | "group.item"));
        self.report.pass_over(value.get_ref());
        let other = otherwise(key.get_ref(), table, shape);
        let meant = other.as_ref().map_or(meant, |other| other.key);
        let is_part = other.as_ref().is_some_and(|other| other.suggestion.is_none());
        if is_part || self.in_list.as_mut().is_some_and(|told| !told.insert(key.get_ref().to_string())) {
            return meant;
        }
        let is_beyond = bounds::beyond(key.get_ref()).is_some_and(|bound| meant == Some(bound));
        let problem = Problem::UnknownKey {
            key: shorten(&clean::line(key.get_ref())),
            shape: shape.name,
            // Where another key was meant, whose this one is leads astray.
            owner: owner(key.get_ref(), shape.name).filter(|_| meant.is_none()),
            is_beyond,
        };
        // `{ bed = true }` names the question where its key belongs.
        let test = || {
            let is_alone = shape.name == "condition" && table.len() == 1 && meant.is_none();
            is_alone.then(|| as_test(key.get_ref(), value.get_ref())).flatten()
        };
        let suggestion = match other {
            Some(other) => other.suggestion,
            None if is_beyond => {
                whole(value.get_ref()).and_then(|number| bounds::with_number(key.get_ref(), number))
            }
            None => test().or_else(|| self.header(meant, value, shape)).or_else(|| meant.map(str::to_owned)),
        };
        self.report.push(Diagnostic::new(problem, key.span()).suggest(suggestion));
        // What stands behind it is told at once, so that an author needs one round.
        let known = meant.and_then(|meant| shape.keys.iter().find(|known| known.name == meant));
        let is_section = |known: &Key| matches!(known.form, Form::Tables(..) | Form::Table(_));
        let is_free = |known: &&Key| {
            // Of a list of sections there may be more.
            (!table.contains_key(known.name) || is_section(known)) && !self.report.is_blanked(&value.span())
        };
        let known = known.filter(is_free);
        if let (Some(Key { form: Form::Tables(inner, _), .. }), DeValue::Table(parts)) =
            (known, value.get_ref())
            && has_only_parts(parts)
            && self.is_in_header(&value.span())
        {
            // Of a header in capitals each part stands under its own name.
            for (part, value) in parts {
                let named = |own: &&Key| own.name == part.get_ref().to_lowercase();
                if let Some(own) = inner.keys.iter().find(named) {
                    self.value(own.name, &own.form, value);
                }
            }
        } else if let Some(known) = known
            && (is_section(known)
                || matches!(
                    known.form,
                    Form::Truth | Form::Word(_) | Form::Whole(..) | Form::Number | Form::Day
                ))
        {
            self.value(known.name, &known.form, value);
        }
        meant
    }

    /// The header of a part that stands within a section under a wrong name: `[[group.item]]` for `[[Group.Item]]`.
    fn header(
        &self,
        meant: Option<&str>,
        value: &Spanned<DeValue<'_>>,
        shape: &'static Shape,
    ) -> Option<String> {
        let parts = value.get_ref().as_table().filter(|parts| has_only_parts(parts) && parts.len() == 1)?;
        let known = shape.keys.iter().find(|known| Some(known.name) == meant)?;
        let Form::Tables(inner, _) = &known.form else { return None };
        let part = parts.keys().next()?.get_ref().to_lowercase();
        let own = inner.keys.iter().find(|own| own.name == part)?;
        self.is_in_header(&value.span()).then(|| format!("[[{}.{}]]", known.name, own.name))
    }

    fn missing_key(&mut self, key: &Key, span: &Range<usize>, shape: &Shape) {
        // A file may lack its groups because any of its sections was blanked.
        let is_partial = if span.end == 0 && matches!(key.form, Form::Tables(..)) {
            !self.report.blanked.is_empty()
        } else {
            self.report.is_partial(span)
        };
        let problem = match key.form {
            // Why it is asked for matters more than that it is missing.
            Form::Fictional => Problem::NotFictional,
            _ => Problem::MissingKey { key: key.name, shape: shape.name },
        };
        if !is_partial {
            // What refers to nothing may be meant for this part.
            self.report.has_nameless |= key.name == "id";
            self.report.has_codeless |= key.name == "code";
            self.report.add(problem, span);
        }
    }

    fn value(&mut self, key: &'static str, form: &'static Form, value: &Spanned<DeValue<'_>>) {
        let span = value.span();
        match (form, value.get_ref()) {
            (Form::Text | Form::Plain, DeValue::String(text)) => self.text(key, text, &span),
            (Form::Text, DeValue::Table(table)) => self.table(table, &span, &TRANSLATION),
            (Form::Name | Form::FileName, DeValue::String(name)) => {
                if !matches!(key, "id" | "code") {
                    return self.referred(name, &span);
                }
                if !is_name(name) {
                    self.report.has_nameless |= key == "id";
                    self.report.has_codeless |= key == "code";
                    self.report.note(as_name(name));
                    let problem = bad_name(name);
                    self.report.push(Diagnostic::new(problem, span).suggest(as_name(name)));
                }
            }
            (Form::Reference, DeValue::String(name)) => self.reference(name, &span),
            (Form::Given, DeValue::Table(table)) => self.given(key, table, &span),
            (Form::Word(allowed), DeValue::String(word)) => self.word(key, word, allowed, &span),
            (Form::Involved, DeValue::String(word)) => self.involved(word, &span),
            (Form::Code, DeValue::String(code)) => self.text(key, code, &span),
            (Form::Code, DeValue::Table(table)) => self.table(table, &span, &CODE),
            (Form::Value, DeValue::String(code)) => self.referred(code, &span),
            (Form::Fictional, DeValue::Boolean(false)) => self.report.add(Problem::NotFictional, &span),
            (Form::Number | Form::Value, DeValue::Float(_)) => self.decimals(&span),
            (Form::Truth | Form::Value | Form::Fictional, DeValue::Boolean(_))
            | (Form::Number | Form::Value, DeValue::Integer(_)) => {}
            // Which words there are helps more than that one is expected.
            (Form::Word(allowed), DeValue::Boolean(_) | DeValue::Integer(_)) => {
                let written = self.report.source.get(span.clone()).unwrap_or_default().to_owned();
                self.word(key, &written, allowed, &span);
            }
            (Form::Day, DeValue::String(_) | DeValue::Datetime(_)) if day(value.get_ref()).is_some() => {}
            (Form::Whole(min, max), DeValue::Integer(_)) => {
                let is_within = whole(value.get_ref()).is_some_and(|found| (*min..=*max).contains(&found));
                if !is_within {
                    self.report.add(Problem::OutOfRange { key, min: *min, max: *max }, &span);
                }
            }
            (Form::OneOrMany(one) | Form::List(one), DeValue::Array(list)) => {
                self.not_empty(key, list.is_empty(), &span);
                if let Some(over) = list.get(limits::LIST) {
                    self.report.add(Problem::TooMany { key, limit: limits::LIST }, &over.span());
                }
                list.iter().for_each(|value| self.value(key, one, value));
            }
            (Form::OneOrMany(one), _) => self.value(key, one, value),
            (Form::Table(shape), DeValue::Table(table)) => self.table(table, &span, shape),
            (Form::Tables(..), _) if key == "options" && names_of_options(value).is_some() => {
                self.wrong_type(key, Wanted::Tables, value.get_ref(), &span);
                // What refers to one of them refers to what was meant.
                let names = names_of_options(value).unwrap_or_default();
                names.iter().for_each(|name| self.report.note(as_name(name)));
                self.report.has_codeless = true;
            }
            (Form::Tables(shape, _), DeValue::Array(list)) => {
                self.not_empty(key, list.is_empty(), &span);
                // Whoever wrote one part as a text meant the others so too, and is told once.
                let mut is_told = false;
                let is_inline = self
                    .report
                    .source
                    .get(span.clone())
                    .is_some_and(|list| list.starts_with('[') && !list.starts_with("[["));
                let around = std::mem::replace(&mut self.in_list, is_inline.then(BTreeSet::new));
                for value in list.iter() {
                    match value.get_ref() {
                        DeValue::Table(table) => self.table(table, &value.span(), shape),
                        other if !is_told => {
                            self.wrong_type(key, Wanted::Table, other, &value.span());
                            is_told = true;
                        }
                        _ => {}
                    }
                }
                self.in_list = around;
            }
            (Form::Tables(shape, _), DeValue::Table(table))
                if has_only_parts(table) && !self.report.blanked.is_empty() =>
            {
                // Its own header is among what was blanked.
                self.report.has_questions_elsewhere = true;
                self.report.pass_over(value.get_ref());
                for (key, value) in table {
                    if let Some(known) = shape.keys.iter().find(|known| known.name == key.get_ref().as_ref())
                    {
                        self.value(known.name, &known.form, value);
                    }
                }
            }
            (Form::Tables(..), DeValue::Table(table))
                if has_only_parts(table) && self.is_in_header(&span) =>
            {
                // A header of a part within a part that is not there.
                let line = line_around(self.report.source, span.start);
                let problem = Problem::Syntax(SyntaxFault::SkippedHeader);
                self.report.push(Diagnostic::new(problem, line));
                self.report.pass_over(value.get_ref());
            }
            (Form::Tables(shape, _), DeValue::Table(table)) => {
                // `[group]` for `[[group]]`: what stands in it can be judged all the same.
                self.wrong_type(key, Wanted::Tables, value.get_ref(), &span);
                self.table(table, &span, shape);
            }
            (form, other) => self.wrong_type(key, wanted(form), other, &span),
        }
    }

    /// Whether a table came about only by the name of a part in the header of another.
    fn is_in_header(&self, span: &Range<usize>) -> bool {
        let line = line_around(self.report.source, span.start);
        let line = self.report.source.get(line).unwrap_or_default().trim();
        let name = self.report.source.get(span.clone()).unwrap_or_default();
        line.starts_with("[[") && !name.starts_with('[') && !name.starts_with('{')
    }

    /// Answers on record: any key is a reference, any value what an answer can be.
    fn given(&mut self, key: &'static str, table: &DeTable<'_>, span: &Range<usize>) {
        self.not_empty(key, table.is_empty(), span);
        for (name, value) in table {
            self.reference(name.get_ref(), &name.span());
            match value.get_ref() {
                DeValue::String(text) => self.text(key, text, &value.span()),
                DeValue::Boolean(_) | DeValue::Integer(_) | DeValue::Float(_) => {}
                DeValue::Datetime(moment) if moment.date.is_some() => {}
                DeValue::Array(_) => self.value(key, &Form::List(&Form::Name), value),
                other => self.wrong_type(key, Wanted::Value, other, &value.span()),
            }
        }
    }

    fn not_empty(&mut self, key: &'static str, is_empty: bool, span: &Range<usize>) {
        if is_empty && !self.report.is_blanked(span) {
            self.report.add(Problem::EmptyList { key }, span);
        }
    }

    fn wrong_type(&mut self, key: &str, wanted: Wanted, value: &DeValue<'_>, span: &Range<usize>) {
        if self.report.is_covered(span) {
            return;
        }
        let written = self.report.source.get(span.clone()).unwrap_or_default();
        let suggestion = match (wanted, value) {
            (Wanted::Text | Wanted::Name | Wanted::Code, DeValue::Integer(_) | DeValue::Float(_)) => {
                Some(format!("\"{}\"", clean::line(written)))
            }
            (Wanted::Truth, DeValue::String(text)) => synonyms::truth(text).map(str::to_owned),
            (Wanted::Whole, DeValue::Float(_)) => numbers::thousands(written),
            (Wanted::Truth, DeValue::Integer(_)) => synonyms::truth(written).map(str::to_owned),
            (Wanted::Number | Wanted::Whole, DeValue::String(text)) if bounds::is_comparison(text) => {
                bounds::in_text(text).filter(|_| key.starts_with("at_"))
            }
            (Wanted::Number | Wanted::Whole, DeValue::String(text)) => numbers::meant(text),
            (Wanted::List, DeValue::String(_)) if written.len() < 80 => {
                Some(format!("[{}]", clean::line(written)))
            }
            (Wanted::Day, DeValue::String(text)) => in_order(text).map(|day| format!("\"{day}\"")),
            (Wanted::Table, DeValue::String(text)) if key == "options" => {
                let code = as_name(text).filter(|_| !text.contains(['"', '\\']) && text.len() < 80);
                code.map(|code| format!("{{ code = \"{code}\", text = \"{}\" }}", clean::line(text)))
            }
            (Wanted::Table, _) if key.ends_with("when") => as_condition(value),
            (Wanted::Table, DeValue::Array(_)) if written.len() < 80 => {
                let name = written.strip_prefix("[[").and_then(|rest| rest.strip_suffix("]]"));
                name.map(|name| format!("[{}]", clean::line(name)))
            }
            // One part, without the brackets of the list.
            (Wanted::Tables, DeValue::Table(table))
                if written.starts_with('{') && (key != "options" || is_one_option(table)) =>
            {
                let part = clean::line(written);
                Some(if part.len() < 80 { format!("[{part}]") } else { "[{ ... }]".to_owned() })
            }
            (Wanted::Tables, _) if key == "options" => as_options(value),
            (Wanted::Tables, DeValue::Table(_)) => {
                written.strip_prefix('[').and_then(|rest| rest.strip_suffix(']')).and_then(|rest| {
                    let short = rest.len() < 80 && !written.starts_with("[[");
                    short.then(|| format!("[[{}]]", clean::line(rest)))
                })
            }
            _ => None,
        };
        self.report.note_meant(Some(key), value);
        let problem = Problem::WrongType { key: key.to_owned(), wanted, found: found(value) };
        self.report.push(Diagnostic::new(problem, span.clone()).suggest(suggestion));
    }

    /// A number with decimals, which may be meant as thousands.
    fn decimals(&mut self, span: &Range<usize>) {
        let written = self.report.source.get(span.clone()).unwrap_or_default();
        let Some(meant) = numbers::thousands(written) else { return };
        let number = written.parse::<f64>().map(|number| number.to_string()).unwrap_or_default();
        let problem = Problem::Thousands { written: written.to_owned(), number };
        self.report.push(Diagnostic::new(problem, span.clone()).suggest(Some(meant)));
    }

    fn text(&mut self, key: &'static str, text: &str, span: &Range<usize>) {
        if text.trim().is_empty() {
            self.report.add(Problem::EmptyText { key: key.to_owned() }, span);
        }
        if let Some(hidden) = text.chars().find(|c| clean::is_hidden(*c) && !matches!(c, '\n' | '\r' | '\t'))
        {
            self.report.add(Problem::HiddenCharacter { number: u32::from(hidden) }, span);
        }
    }

    /// A name of something that stands elsewhere: which one was meant is known to whoever looks there, and none is made up.
    fn referred(&mut self, name: &str, span: &Range<usize>) {
        if !is_name(name) {
            self.report.add(bad_name(name), span);
        }
    }

    fn reference(&mut self, name: &str, span: &Range<usize>) {
        match name.split_once('/') {
            Some((checklist, item)) if is_name(checklist) => self.referred(item, span),
            Some((checklist, _)) => self.referred(checklist, span),
            None => self.referred(name, span),
        }
    }

    fn involved(&mut self, word: &str, span: &Range<usize>) {
        if Involved::named(word).is_some() {
            return;
        }
        let names = || Involved::all().flat_map(|one| one.other_names().iter().copied().chain([one.name()]));
        let suggestion = if self.report.is_full() { None } else { nearest(word, names()) };
        let problem = Problem::UnknownDiscipline { word: shorten(&with_spaces_shown(word)) };
        self.report.push(Diagnostic::new(problem, span.clone()).suggest(suggestion));
    }

    fn word(&mut self, key: &str, word: &str, allowed: &'static [&'static str], span: &Range<usize>) {
        if !allowed.contains(&word) {
            let meant = || {
                let word = word.trim();
                synonyms::word(word, allowed).or_else(|| nearest(word, allowed.iter().copied()))
            };
            let suggestion = if self.report.is_full() { None } else { meant() };
            let problem = Problem::UnknownWord {
                key: key.to_owned(),
                word: shorten(&with_spaces_shown(word)),
                allowed,
            };
            self.report.push(Diagnostic::new(problem, span.clone()).suggest(suggestion));
        }
    }
}

fn bad_name(name: &str) -> Problem {
    Problem::BadName { name: shorten(&with_spaces_shown(name)) }
}

/// Whether a table has sections and lists in it and nothing else.
fn has_only_parts(table: &DeTable<'_>) -> bool {
    table.values().all(|part| part.get_ref().is_array() || part.get_ref().is_table())
}

/// The section of which only parts stand under its name, since its own header has another: `[[groep]]` with `[[group.item]]`.
fn parted_section(table: &DeTable<'_>, shape: &'static Shape) -> Option<&'static str> {
    let is_meant = |name: &str| {
        table.iter().any(|(key, value)| {
            let is_known = shape.keys.iter().any(|known| known.name == key.get_ref().as_ref());
            let is_section = value.get_ref().is_array() || value.get_ref().is_table();
            let named = || synonyms::key(key.get_ref(), shape, |other| other == name);
            let near = || nearest(key.get_ref(), [name]);
            !is_known && is_section && (named().is_some() || near().is_some())
        })
    };
    let is_parted = |key: &&Key| {
        let Form::Tables(inner, _) = &key.form else { return false };
        let Some(DeValue::Table(parts)) = table.get(key.name).map(Spanned::get_ref) else { return false };
        let is_lacking = |own: &Key| own.required && !parts.contains_key(own.name);
        has_only_parts(parts) && inner.keys.iter().any(is_lacking) && is_meant(key.name)
    };
    shape.keys.iter().find(is_parted).map(|key| key.name)
}

/// A word from a file in which spaces and letters show that are no ordinary ones, since to the eye nothing is wrong with them.
fn with_spaces_shown(word: &str) -> String {
    let plain = clean::line(word);
    let shown = plain.chars().map(|sign| match sign {
        sign if sign.is_whitespace() && sign != ' ' || clean::latin(sign).is_some() => {
            format!("<U+{:04X}>", u32::from(sign))
        }
        sign => sign.to_string(),
    });
    shown.collect()
}

/// A text from a file, short enough to be part of a sentence.
pub(in crate::checklist) fn shorten(text: &str) -> String {
    if text.chars().count() <= 40 {
        return text.to_owned();
    }
    text.chars().take(39).chain(['…']).collect()
}
