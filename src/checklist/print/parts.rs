//! The parts of a checklist as sections.

use std::fmt::Write as _;

use super::Printer;
use super::values::{coded, listed, localized, names, number, quoted};
use crate::checklist::Involved;
use crate::checklist::definition::{
    About, AgreementSuggestion, Ask, Audience, ChoiceOption, Entry, Group, Indication, Item, ItemKind,
    JudgementQuestion, Looks, NonAnswers, Source, SourceStatus,
};

impl Printer {
    pub(super) fn source(&mut self, source: &Source) {
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

    pub(super) fn group(&mut self, group: &Group, path: &str) {
        self.header(&format!("[[{path}]]"));
        self.name("id", Some(&group.id));
        self.text("title", &group.title);
        self.plain("prefix", group.prefix.as_deref());
        self.plain("link_id", group.link_id.as_deref());
        self.optional("help", group.help.as_ref());
        self.when("enable_when", group.when.as_ref());
        if group.repeats {
            self.line("repeats", "true");
        }
        if group.about == About::Team {
            self.line("about", "\"team\"");
        }
        if group.standing {
            self.line("standing", "true");
        }
        for entry in &group.entries {
            match entry {
                Entry::Item(item) => self.item(item, &format!("{path}.item")),
                Entry::Group(group) => self.group(group, &format!("{path}.group")),
            }
        }
    }

    pub(super) fn item(&mut self, item: &Item, path: &str) {
        self.header(&format!("[[{path}]]"));
        self.name("id", Some(&item.id));
        self.line("type", &quoted(item.kind.type_name()));
        self.text("text", &item.text);
        self.optional("label", item.label.as_ref());
        self.plain("prefix", item.prefix.as_deref());
        self.plain("link_id", item.link_id.as_deref());
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
            NonAnswers::Unknown => self.line("states", "\"unknown\""),
            NonAnswers::None => self.line("states", "\"none\""),
        }
        if let Some(word) = item.discussed.word() {
            self.line("discussed", &quoted(word));
        }
        if item.standing {
            self.line("standing", "true");
        }
        if let Some(code) = &item.code {
            self.line("code", &coded(code));
        }
        self.name("source", item.source.as_ref());
        self.when("enable_when", item.when.as_ref());
        item.items.iter().for_each(|inner| self.item(inner, &format!("{path}.item")));
    }

    pub(super) fn kind(&mut self, kind: &ItemKind) {
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
            ItemKind::Date(asked) => {
                if asked.looks != Looks::default() {
                    self.line("looks", &quoted(asked.looks.word()));
                }
                for (key, bound) in [("earliest", asked.earliest), ("latest", asked.latest)] {
                    self.plain(key, bound.map(|day| day.to_string()).as_deref());
                }
                if asked.time {
                    self.line("time", "true");
                }
            }
            _ => {}
        }
    }

    pub(super) fn options(&mut self, options: &[ChoiceOption]) {
        self.text.push_str("options = [\n");
        for option in options {
            let (code, text) = (quoted(option.code.as_str()), localized(&option.text));
            let _ = write!(self.text, "  {{ code = {code}, text = {text}");
            if let Some(coding) = &option.coding {
                let _ = write!(self.text, ", coding = {}", coded(coding));
            }
            if !option.sources.is_empty() {
                let _ = write!(self.text, ", source = {}", names(&option.sources));
            }
            if option.needs_note {
                self.text.push_str(", needs_note = true");
            }
            if option.exclusive {
                self.text.push_str(", exclusive = true");
            }
            if option.leaves_open {
                self.text.push_str(", leaves_open = true");
            }
            self.text.push_str(" },\n");
        }
        self.text.push_str("]\n");
    }

    pub(super) fn indication(&mut self, indication: &Indication) {
        self.header("[[indication]]");
        self.name("id", Some(&indication.id));
        self.when("when", Some(&indication.when));
        self.text("text", &indication.text);
        self.name("source", indication.source.as_ref());
    }

    pub(super) fn judgement(&mut self, judgement: &JudgementQuestion) {
        self.header("[judgement]");
        self.text("text", &judgement.text);
        self.optional("help", judgement.help.as_ref());
        self.options(&judgement.options);
        self.name("source", judgement.source.as_ref());
        if !judgement.involve.is_empty() {
            let groups: Vec<String> = judgement.involve.iter().map(|group| involved(group)).collect();
            self.line("involve", &format!("[{}]", groups.join(", ")));
        }
        if let Some(days) = judgement.judge_again_after {
            self.line("judge_again_after", &days.to_string());
        }
    }

    pub(super) fn agreement(&mut self, agreement: &AgreementSuggestion) {
        self.header("[[agreement]]");
        self.when("when", agreement.when.as_ref());
        self.text("text", &agreement.text);
        self.name("source", agreement.source.as_ref());
    }
}

fn involved(group: &[Involved]) -> String {
    match group {
        [one] => quoted(one.name()),
        group => listed(group, |one| quoted(one.name())),
    }
}

const fn audience_word(audience: Audience) -> &'static str {
    match audience {
        Audience::Team => "\"team\"",
        Audience::SocialDomain => "\"social-domain\"",
        Audience::Patient => "\"patient\"",
    }
}
