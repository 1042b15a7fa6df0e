//! A checklist or route as people read it.

use super::page::Page;
use super::{Desk, Found, Trouble};
use crate::checklist::in_words::{self, Known};
use crate::checklist::{
    About, Ask, Checklist, ChoiceOption, Condition, Entry, Group, Item, ItemKind, Library, Name, Route,
    Source, SourceStatus,
};
use crate::meeting::typed;
use crate::words::Language;

/// Finds the checklists that a condition names.
struct Around<'l> {
    library: &'l Library,
    own: Option<&'l Checklist>,
}

impl Known for Around<'_> {
    fn checklist(&self, name: Option<&Name>) -> Option<&Checklist> {
        match name {
            None => self.own,
            Some(name) => self.library.checklist(name).map(|one| &one.checklist),
        }
    }
}

impl Desk {
    /// The checklist or route in force under a name, or the text of its file.
    pub(in crate::cli) fn show(&self, typed: &str, is_toml: bool) -> Result<String, Trouble> {
        let library = self.library()?;
        let found = self.find(&library, typed)?;
        let (source, layer, file) = match &found {
            Found::Checklist(one) => (&one.source, one.layer, &one.file),
            Found::Route(one) => (&one.source, one.layer, &one.file),
        };
        if is_toml {
            let end = if source.ends_with('\n') { "" } else { "\n" };
            return Ok(format!("{source}{end}"));
        }
        let mut writer = Writer { page: Page::default(), language: self.language };
        let path = self.path(layer, file);
        match &found {
            Found::Checklist(one) => {
                let origin = self.language.show_origin(
                    one.checklist.id.as_str(),
                    &one.checklist.version,
                    self.layer(layer),
                    &path,
                );
                writer.checklist(&one.checklist, &origin, &library);
            }
            Found::Route(one) => {
                let origin = self.language.show_origin(
                    one.route.id.as_str(),
                    &one.route.version,
                    self.layer(layer),
                    &path,
                );
                writer.route(&one.route, &origin, &library);
            }
        }
        Ok(writer.page.text)
    }
}

/// A text without the marks of what is bold, which a list of lines cannot show.
fn plain(text: &str) -> String {
    text.replace("**", "")
}

struct Writer {
    page: Page,
    language: Language,
}

impl Writer {
    fn checklist(&mut self, checklist: &Checklist, origin: &str, library: &Library) {
        let language = self.language;
        let known = &Around { library, own: Some(checklist) };
        self.page.paragraph(0, checklist.title.get(language)).paragraph(0, origin);
        if let Some(based_on) = &checklist.based_on {
            self.page.paragraph(0, &language.show_based_on(based_on.id.as_str(), &based_on.version));
        }
        if let Some(purpose) = &checklist.purpose {
            self.page.gap().paragraph(0, purpose.get(language));
        }
        for (number, group) in checklist.groups.iter().enumerate() {
            self.group(group, &format!("{}. ", number + 1), 0, known);
        }
        if !checklist.indications.is_empty() {
            self.page.gap().paragraph(0, language.show_indications());
        }
        for indication in &checklist.indications {
            self.page.hanging(2, "- ", indication.text.get(language));
            self.when(4, Some(&indication.when), known);
            self.source(4, indication.source.as_ref());
        }
        if let Some(judgement) = &checklist.judgement {
            self.page.gap().paragraph(0, language.show_judgement());
            self.page.paragraph(2, judgement.text.get(language));
            if let Some(help) = &judgement.help {
                self.page.paragraph(4, &plain(help.get(language)));
            }
            self.options(4, &judgement.options);
            self.source(4, judgement.source.as_ref());
        }
        if !checklist.agreements.is_empty() {
            self.page.gap().paragraph(0, language.show_agreements());
        }
        for agreement in &checklist.agreements {
            self.page.hanging(2, "- ", agreement.text.get(language));
            self.when(4, agreement.when.as_ref(), known);
            self.source(4, agreement.source.as_ref());
        }
        if !checklist.sources.is_empty() {
            self.page.gap().paragraph(0, language.show_sources());
        }
        for source in &checklist.sources {
            self.page.hanging(2, "- ", &self.source_told(source));
            if let Some(url) = &source.url {
                self.page.paragraph(4, url);
            }
            if let Some(evidence) = &source.evidence {
                self.page.paragraph(4, &plain(evidence.get(language)));
            }
        }
    }

    fn group(&mut self, group: &Group, number: &str, indent: usize, known: &Around<'_>) {
        let language = self.language;
        // A number of its own says more than that of the place.
        let own = group.prefix.as_ref().map(|prefix| format!("{prefix} "));
        self.page.gap().hanging(indent, own.as_deref().unwrap_or(number), group.title.get(language));
        let indent = indent + 3;
        let traits = [
            group.repeats.then_some(language.show_repeats()),
            (group.about == About::Team).then_some(language.show_about_team()),
        ];
        let traits: Vec<&str> = traits.into_iter().flatten().collect();
        if !traits.is_empty() {
            self.page.paragraph(indent, &format!("({})", traits.join("; ")));
        }
        self.when(indent, group.when.as_ref(), known);
        if let Some(help) = &group.help {
            self.page.paragraph(indent, &plain(help.get(language)));
        }
        for entry in &group.entries {
            match entry {
                Entry::Item(item) => {
                    self.page.gap();
                    self.item(item, indent, known);
                }
                Entry::Group(inner) => self.group(inner, "", indent, known),
            }
        }
    }

    fn item(&mut self, item: &Item, indent: usize, known: &Around<'_>) {
        let language = self.language;
        self.page.paragraph(indent, item.question().get(language));
        let indent = indent + 2;
        let ask = match item.ask {
            Ask::Team => None,
            Ask::WhoKnows => Some(language.show_who_knows().to_owned()),
            Ask::EachParticipant => Some(language.show_each().to_owned()),
        };
        let label = item.label.as_ref().map(|label| language.show_label(label.get(language)));
        let source = item.source.as_ref().map(|source| language.show_source(source.as_str()));
        let facts = [Some(self.kind(&item.kind)), ask, label, source];
        let facts: Vec<String> = facts.into_iter().flatten().collect();
        self.page.paragraph(indent, &format!("[{}] {}", item.id, facts.join("; ")));
        self.when(indent, item.when.as_ref(), known);
        if let Some(help) = &item.help {
            self.page.paragraph(indent, &plain(help.get(language)));
        }
        if let ItemKind::Choice(options) | ItemKind::Choices(options) = &item.kind {
            self.options(indent, options);
        }
        item.items.iter().for_each(|inner| self.item(inner, indent, known));
    }

    fn options(&mut self, indent: usize, options: &[ChoiceOption]) {
        for option in options {
            self.page.hanging(indent, "- ", option.text.get(self.language));
        }
    }

    fn when(&mut self, indent: usize, when: Option<&Condition>, known: &Around<'_>) {
        if let Some(when) = when {
            self.page.paragraph(indent, &in_words::shown_when(when, known, self.language));
        }
    }

    fn source(&mut self, indent: usize, source: Option<&Name>) {
        if let Some(source) = source {
            self.page.paragraph(indent, &self.language.show_source(source.as_str()));
        }
    }

    fn source_told(&self, source: &Source) -> String {
        let status = match source.status {
            SourceStatus::InForce => None,
            SourceStatus::Concept => Some(self.language.source_concept().to_owned()),
            SourceStatus::Withdrawn => Some(self.language.source_withdrawn().to_owned()),
        };
        let facts: Vec<String> = status.into_iter().chain(source.year.map(|year| year.to_string())).collect();
        let title = format!("{}: {}", source.id, source.title.get(self.language));
        if facts.is_empty() { title } else { format!("{title} ({})", facts.join(" ")) }
    }

    fn kind(&self, kind: &ItemKind) -> String {
        let language = self.language;
        let word = match kind {
            ItemKind::YesNo => language.type_yes_no(),
            ItemKind::Choice(_) => language.type_choice(),
            ItemKind::Choices(_) => language.type_choices(),
            ItemKind::Scale(_) => language.type_scale(),
            ItemKind::Number(_) => language.type_number(),
            ItemKind::Date(_) => language.type_date(),
            ItemKind::ShortText => language.type_short_text(),
            ItemKind::LongText => language.type_long_text(),
            ItemKind::Person => language.type_person(),
            ItemKind::Agreement => language.type_agreement(),
            ItemKind::Display => language.type_display(),
        };
        let named = |value: i64, text: &Option<crate::checklist::Localized>| match text {
            Some(text) => format!("{value} ({})", text.get(language)),
            None => value.to_string(),
        };
        match kind {
            ItemKind::Scale(scale) => {
                format!("{word} {} - {}", named(scale.min, &scale.low), named(scale.max, &scale.high))
            }
            ItemKind::Number(range) => {
                let bounds = [
                    range.min.map(|bound| language.condition_at_least(&bound.to_string())),
                    range.max.map(|bound| language.condition_at_most(&bound.to_string())),
                    range.unit.clone(),
                ];
                let bounds: Vec<String> = bounds.into_iter().flatten().collect();
                if bounds.is_empty() { word.to_owned() } else { format!("{word} ({})", bounds.join(", ")) }
            }
            ItemKind::Date(asked) => {
                let bounds = [
                    asked.time.then(|| language.show_with_time().to_owned()),
                    asked.earliest.map(|day| language.show_from(&typed::numeric(day))),
                    asked.latest.map(|day| language.show_until(&typed::numeric(day))),
                ];
                let bounds: Vec<String> = bounds.into_iter().flatten().collect();
                if bounds.is_empty() { word.to_owned() } else { format!("{word} ({})", bounds.join(", ")) }
            }
            _ => word.to_owned(),
        }
    }

    fn route(&mut self, route: &Route, origin: &str, library: &Library) {
        let language = self.language;
        let known = &Around { library, own: None };
        self.page.paragraph(0, route.title.get(language)).paragraph(0, origin);
        if let Some(purpose) = &route.purpose {
            self.page.gap().paragraph(0, purpose.get(language));
        }
        if !route.default_for.is_empty() {
            let kinds: Vec<&str> = route.default_for.iter().map(Name::as_str).collect();
            self.page.paragraph(0, &language.show_default_for(&kinds.join(", ")));
        }
        self.page.gap().paragraph(0, language.show_steps());
        for (number, step) in route.steps.iter().enumerate() {
            let title = step.title.as_ref().map(|title| title.get(language).to_owned());
            let named =
                library.checklist(&step.checklist).map(|one| one.checklist.title.get(language).to_owned());
            let title = title.or(named).unwrap_or_default();
            let traits = [
                step.folded.then_some(language.show_folded()),
                step.inline.then_some(language.show_inline()),
            ];
            let traits: String = traits.into_iter().flatten().map(|word| format!(", {word}")).collect();
            let line = format!("{title} [{}]{traits}", step.checklist);
            self.page.hanging(2, &format!("{}. ", number + 1), &line);
            self.when(5, step.when.as_ref(), known);
        }
    }
}
