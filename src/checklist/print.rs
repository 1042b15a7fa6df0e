//! Writing a checklist as text: the canonical form, which reads back as the same checklist.

use std::fmt::Write as _;

use super::condition::{Condition, ItemRef, Literal, Test};
use super::definition::{
    About, AgreementSuggestion, Ask, Audience, Checklist, ChoiceOption, Code, Entry, FORMAT, Group,
    Indication, Item, ItemKind, JudgementQuestion, Localized, NonAnswers, Source, SourceStatus,
};
use super::name::Name;

/// The checklist as the text of a definition file; comments of the text it was read from are not kept.
pub fn print(checklist: &Checklist) -> String {
    let mut printer = Printer { text: String::new() };
    printer.line("format", &FORMAT.to_string());
    printer.line("id", &quoted(checklist.id.as_str()));
    printer.line("version", &quoted(&checklist.version));
    printer.text("title", &checklist.title);
    printer.optional("purpose", checklist.purpose.as_ref());
    if let Some(based_on) = &checklist.based_on {
        let (id, version) = (quoted(based_on.id.as_str()), quoted(&based_on.version));
        printer.line("based_on", &format!("{{ id = {id}, version = {version} }}"));
    }
    checklist.sources.iter().for_each(|source| printer.source(source));
    checklist.groups.iter().for_each(|group| printer.group(group, "group"));
    checklist.indications.iter().for_each(|indication| printer.indication(indication));
    if let Some(judgement) = &checklist.judgement {
        printer.judgement(judgement);
    }
    checklist.agreements.iter().for_each(|agreement| printer.agreement(agreement));
    printer.text
}

struct Printer {
    text: String,
}

impl Printer {
    fn header(&mut self, header: &str) {
        let _ = writeln!(self.text, "\n{header}");
    }

    fn line(&mut self, key: &str, value: &str) {
        let _ = writeln!(self.text, "{key} = {value}");
    }

    fn text(&mut self, key: &str, text: &Localized) {
        self.line(key, &localized(text));
    }

    fn optional(&mut self, key: &str, text: Option<&Localized>) {
        if let Some(text) = text {
            self.text(key, text);
        }
    }

    fn name(&mut self, key: &str, name: Option<&Name>) {
        if let Some(name) = name {
            self.line(key, &quoted(name.as_str()));
        }
    }

    fn when(&mut self, key: &str, when: Option<&Condition>) {
        if let Some(when) = when {
            self.line(key, &condition(when));
        }
    }

    fn source(&mut self, source: &Source) {
        self.header("[[source]]");
        self.name("id", Some(&source.id));
        self.text("title", &source.title);
        if let Some(year) = source.year {
            self.line("year", &year.to_string());
        }
        match source.status {
            SourceStatus::InForce => {}
            SourceStatus::Concept => self.line("status", "\"concept\""),
            SourceStatus::Withdrawn => self.line("status", "\"withdrawn\""),
        }
        if let Some(url) = &source.url {
            self.line("url", &quoted(url));
        }
        self.optional("evidence", source.evidence.as_ref());
    }

    fn group(&mut self, group: &Group, path: &str) {
        self.header(&format!("[[{path}]]"));
        self.name("id", Some(&group.id));
        self.text("title", &group.title);
        self.optional("help", group.help.as_ref());
        self.when("enable_when", group.when.as_ref());
        if group.repeats {
            self.line("repeats", "true");
        }
        if group.about == About::Team {
            self.line("about", "\"team\"");
        }
        for entry in &group.entries {
            match entry {
                Entry::Item(item) => self.item(item, &format!("{path}.item")),
                Entry::Group(group) => self.group(group, &format!("{path}.group")),
            }
        }
    }

    fn item(&mut self, item: &Item, path: &str) {
        self.header(&format!("[[{path}]]"));
        self.name("id", Some(&item.id));
        self.line("type", &quoted(item_type(&item.kind)));
        self.text("text", &item.text);
        self.optional("label", item.label.as_ref());
        self.optional("help", item.help.as_ref());
        self.kind(&item.kind);
        match item.ask {
            Ask::Team => {}
            Ask::WhoKnows => self.line("ask", "\"who-knows\""),
            Ask::EachParticipant => self.line("ask", "\"each-participant\""),
        }
        if !item.audience.is_empty() {
            let words: Vec<&str> = item.audience.iter().map(|audience| audience_word(*audience)).collect();
            self.line("audience", &format!("[{}]", words.join(", ")));
        }
        match item.states {
            NonAnswers::Team => {}
            NonAnswers::Pzp => self.line("states", "\"pzp\""),
            NonAnswers::None => self.line("states", "\"none\""),
        }
        if let Some(code) = &item.code {
            self.line("code", &coded(code));
        }
        self.name("source", item.source.as_ref());
        self.when("enable_when", item.when.as_ref());
        item.items.iter().for_each(|inner| self.item(inner, &format!("{path}.item")));
    }

    fn kind(&mut self, kind: &ItemKind) {
        match kind {
            ItemKind::Choice(options) | ItemKind::Choices(options) => self.options(options),
            ItemKind::Scale(scale) => {
                self.line("min", &scale.min.to_string());
                self.line("max", &scale.max.to_string());
                self.optional("low", scale.low.as_ref());
                self.optional("high", scale.high.as_ref());
            }
            ItemKind::Number(range) => {
                if let Some(unit) = &range.unit {
                    self.line("unit", &quoted(unit));
                }
                for (key, bound) in [("min", range.min), ("max", range.max)] {
                    if let Some(bound) = bound {
                        self.line(key, &number(bound));
                    }
                }
            }
            _ => {}
        }
    }

    fn options(&mut self, options: &[ChoiceOption]) {
        self.text.push_str("options = [\n");
        for option in options {
            let (code, text) = (quoted(option.code.as_str()), localized(&option.text));
            let _ = write!(self.text, "  {{ code = {code}, text = {text}");
            if let Some(coding) = &option.coding {
                let _ = write!(self.text, ", coding = {}", coded(coding));
            }
            if let Some(source) = &option.source {
                let _ = write!(self.text, ", source = {}", quoted(source.as_str()));
            }
            self.text.push_str(" },\n");
        }
        self.text.push_str("]\n");
    }

    fn indication(&mut self, indication: &Indication) {
        self.header("[[indication]]");
        self.name("id", Some(&indication.id));
        self.when("when", Some(&indication.when));
        self.text("text", &indication.text);
        self.name("source", indication.source.as_ref());
    }

    fn judgement(&mut self, judgement: &JudgementQuestion) {
        self.header("[judgement]");
        self.text("text", &judgement.text);
        self.optional("help", judgement.help.as_ref());
        self.options(&judgement.options);
        self.name("source", judgement.source.as_ref());
        if !judgement.involve.is_empty() {
            let groups: Vec<String> = judgement.involve.iter().map(|group| names(group)).collect();
            self.line("involve", &format!("[{}]", groups.join(", ")));
        }
    }

    fn agreement(&mut self, agreement: &AgreementSuggestion) {
        self.header("[[agreement]]");
        self.when("when", agreement.when.as_ref());
        self.text("text", &agreement.text);
        self.name("source", agreement.source.as_ref());
    }
}

/// The word of a type, as written.
pub const fn item_type(kind: &ItemKind) -> &'static str {
    match kind {
        ItemKind::YesNo => "yes-no",
        ItemKind::Choice(_) => "choice",
        ItemKind::Choices(_) => "choices",
        ItemKind::Scale(_) => "scale",
        ItemKind::Number(_) => "number",
        ItemKind::Date => "date",
        ItemKind::ShortText => "short-text",
        ItemKind::LongText => "long-text",
        ItemKind::Person => "person",
        ItemKind::Agreement => "agreement",
        ItemKind::Display => "display",
    }
}

const fn audience_word(audience: Audience) -> &'static str {
    match audience {
        Audience::Team => "\"team\"",
        Audience::SocialDomain => "\"social-domain\"",
        Audience::Patient => "\"patient\"",
    }
}

/// A string in quotes, on one line.
pub(super) fn quoted(text: &str) -> String {
    let mut quoted = String::with_capacity(text.len() + 2);
    quoted.push('"');
    for c in text.chars() {
        match c {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '\n' => quoted.push_str("\\n"),
            c if c.is_control() => {
                let _ = write!(quoted, "\\u{:04X}", u32::from(c));
            }
            c => quoted.push(c),
        }
    }
    quoted.push('"');
    quoted
}

fn localized(text: &Localized) -> String {
    match &text.en {
        Some(en) => format!("{{ nl = {}, en = {} }}", quoted(&text.nl), quoted(en)),
        None => quoted(&text.nl),
    }
}

fn coded(code: &Code) -> String {
    if code.system == "snomed" {
        quoted(&code.code)
    } else {
        format!("{{ system = {}, code = {} }}", quoted(&code.system), quoted(&code.code))
    }
}

fn names(names: &[Name]) -> String {
    let quoted: Vec<String> = names.iter().map(|name| quoted(name.as_str())).collect();
    if let [one] = quoted.as_slice() { one.clone() } else { format!("[{}]", quoted.join(", ")) }
}

/// A number that TOML reads back as the same one.
fn number(number: f64) -> String {
    let written = format!("{number:?}");
    // TOML wants a digit on both sides of the point, and a point or an exponent.
    if written.contains("e-") || !written.contains('e') { written } else { written.replace('e', "e+") }
}

fn literal(literal: &Literal) -> String {
    match literal {
        Literal::Truth(truth) => truth.to_string(),
        Literal::Code(code) => quoted(code.as_str()),
        Literal::Number(value) => number(*value),
    }
}

fn listed<T>(parts: &[T], print: impl Fn(&T) -> String) -> String {
    format!("[{}]", parts.iter().map(print).collect::<Vec<_>>().join(", "))
}

fn reference(item: &ItemRef) -> String {
    quoted(&item.to_string())
}

fn condition(when: &Condition) -> String {
    match when {
        Condition::Item { item, test } => {
            let item = reference(item);
            let test = match test {
                Test::Is(value) => format!("is = {}", literal(value)),
                Test::IsNot(value) => format!("is_not = {}", literal(value)),
                Test::In(values) => format!("in = {}", listed(values, literal)),
                Test::AtLeast(bound) => format!("at_least = {}", number(*bound)),
                Test::AtMost(bound) => format!("at_most = {}", number(*bound)),
                Test::Answered(answered) => format!("answered = {answered}"),
            };
            format!("{{ item = {item}, {test} }}")
        }
        Condition::Judgement { checklist, is } => {
            let checklist = checklist.as_ref().map(|name| format!(", checklist = {}", quoted(name.as_str())));
            format!("{{ judgement = {}{} }}", names(is), checklist.unwrap_or_default())
        }
        Condition::All(parts) => format!("{{ all = {} }}", listed(parts, condition)),
        Condition::Any(parts) => format!("{{ any = {} }}", listed(parts, condition)),
        Condition::Not(inner) => format!("{{ not = {} }}", condition(inner)),
        Condition::Count { items, is, at_least, at_most } => {
            let mut text = format!("{{ count = {{ items = {}", listed(items, reference));
            if !is.is_empty() {
                let _ = write!(text, ", is = {}", listed(is, literal));
            }
            for (key, bound) in [("at_least", at_least), ("at_most", at_most)] {
                if let Some(bound) = bound {
                    let _ = write!(text, ", {key} = {bound}");
                }
            }
            text.push_str(" } }");
            text
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checklist::{Origin, Strictness, parse, shipped};

    const EVERYTHING: &str = r#"
format = 1
id = "alles"
version = "1 \"a\" \\ b"
title = { nl = "Alles", en = "Everything" }
purpose = "Eerste alinea.\n\nTweede."
based_on = { id = "markering", version = "2026.1" }
[[source]]
id = "bron"
title = "Bron"
year = 2020
status = "withdrawn"
url = "https://example.org"
evidence = "Cijfers."
[[group]]
id = "groep"
title = "Groep"
help = "**Hulp**"
repeats = true
[[group.item]]
id = "keuze"
type = "choice"
text = "Welke?"
options = [{ code = "a", text = "A", coding = "123", source = "bron" }, { code = "b", text = "B", coding = { system = "loinc", code = "1-2" } }]
ask = "each-participant"
audience = ["patient", "social-domain"]
states = "pzp"
code = "89666000"
source = "bron"
[[group.item.item]]
id = "binnen"
type = "choices"
text = "Welke nog?"
options = [{ code = "a", text = "A" }, { code = "b", text = "B" }]
enable_when = { item = "keuze", in = ["a", "b"] }
[[group.group]]
id = "binnengroep"
title = "Binnen"
enable_when = { all = [{ item = "schaal", at_least = 2, at_most = 8 }, { not = { item = "getal", at_most = 2.5 } }, { any = [{ item = "janee", is = true }, { item = "keuze", is_not = "a" }] }] }
[[group.group.item]]
id = "dag"
type = "date"
text = "Wanneer?"
enable_when = { count = { items = ["janee", "markering/duidelijk"], is = true, at_least = 1, at_most = 1 } }
[[group.group.item]]
id = "kort"
type = "short-text"
text = "Kort?"
states = "none"
enable_when = { judgement = "markeren", checklist = "markering" }
[[group.item]]
id = "schaal"
type = "scale"
text = "Hoe erg?"
min = 0
max = 10
low = "niet"
high = "erg"
[[group.item]]
id = "getal"
type = "number"
text = "Hoeveel?"
unit = "kg"
min = 0.5
max = 1e30
[[group.item]]
id = "janee"
type = "yes-no"
text = "Ja?"
[[group.item]]
id = "lang"
type = "long-text"
text = "Lang?"
enable_when = { item = "dag" }
[[group.item]]
id = "wie"
type = "person"
text = "Wie?"
ask = "who-knows"
[[group.item]]
id = "afspraak"
type = "agreement"
text = "Afspraak"
[[group.item]]
id = "uitleg"
type = "display"
text = "Lees dit."
[[indication]]
id = "indicatie"
when = { item = "lang", answered = true }
text = "Zegt iets."
source = "bron"
[judgement]
text = "Oordeel?"
help = "Hulp"
options = [{ code = "ja", text = "Ja" }, { code = "nee", text = "Nee" }]
source = "bron"
involve = ["arts", ["verpleegkundige", "verzorgende"]]
[[agreement]]
when = { judgement = ["ja", "nee"] }
text = "Wie doet wat?"
[[agreement]]
text = "Altijd"
"#;

    fn read(source: &str) -> Checklist {
        let outcome = parse(source, &Origin { file: None, strictness: Strictness::Own });
        outcome.checklist().unwrap_or_else(|| panic!("{:#?}\n{source}", outcome.diagnostics)).clone()
    }

    #[test]
    fn what_is_printed_reads_back_as_the_same() {
        let mut sources: Vec<String> = vec![EVERYTHING.to_owned()];
        sources.extend(
            shipped().iter().filter(|file| !file.file.contains('/')).map(|file| file.source.to_string()),
        );
        for source in sources {
            let checklist = read(&source);
            let printed = print(&checklist);
            assert_eq!(read(&printed), checklist, "{printed}");
            assert_eq!(print(&read(&printed)), printed);
        }
    }

    #[test]
    fn the_order_of_the_file_is_kept() {
        let checklist = read(EVERYTHING);
        let order: Vec<&str> = checklist.steps().iter().map(|step| step.part.id().as_str()).collect();
        let expected = "groep keuze binnen binnengroep dag kort schaal getal janee lang wie afspraak uitleg";
        assert_eq!(order.join(" "), expected);
    }

    #[test]
    fn numbers_are_written_so_that_toml_reads_them() {
        for value in [0.0, 1.0, -2.5, 1e30, 1e-7, f64::MAX] {
            let source = format!("a = {}", number(value));
            let table: toml::Table = source.parse().unwrap();
            assert_eq!(table.get("a").unwrap().as_float(), Some(value), "{source}");
        }
    }
}
