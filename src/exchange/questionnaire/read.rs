//! From a Questionnaire to a checklist.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::Value;

use super::conditions::{Asked, condition};
use super::names::{Names, safe};
use super::texts::{clean, is, text_of};
use super::write::bare;
use super::{CONTROL, DEFINITION, EXCLUSIVE, FORM, Loss, Lost, MAX, MIN, OPEN_LABEL, UNIT, UNIT_OPTION};
use crate::checklist::{
    About, Ask, Checklist, Discussed, Entry, Group, Item, ItemKind, Localized, Name, NonAnswers, Origin,
    Outcome, limits, parse, print,
};

/// The largest file that is read: 10 MB.
pub const LARGEST: usize = 10_000_000;

/// A form that became a definition.
#[derive(Debug, Clone, PartialEq)]
pub struct Imported {
    /// The definition.
    pub checklist: Checklist,
    /// What was lost.
    pub losses: Vec<Loss>,
}

/// Why a form became none.
#[derive(Debug, Clone, PartialEq)]
pub enum Refused {
    /// The file is larger than [`LARGEST`].
    TooLarge,
    /// It is no JSON, from this line and column on.
    NoJson(usize, usize),
    /// It is JSON and no Questionnaire, but this.
    NoQuestionnaire(String),
    /// It has more questions than this.
    TooManyItems(usize),
    /// It has more groups than this.
    TooManyGroups(usize),
    /// Its parts lie deeper within each other than this, at this place.
    TooDeep(usize, String),
    /// It has no question that can be taken over.
    Empty,
    /// What came of it is wrong, with its text.
    Wrong(Box<Outcome>, String),
}

/// The definition of a form.
///
/// # Errors
///
/// When the text is no form, or one that no definition can be made of; nothing is half taken over.
pub fn read(text: &str, id: Option<&str>) -> Result<Imported, Refused> {
    if text.len() > LARGEST {
        return Err(Refused::TooLarge);
    }
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let form: Value =
        serde_json::from_str(text).map_err(|error| Refused::NoJson(error.line(), error.column()))?;
    match form.get("resourceType").and_then(Value::as_str) {
        Some("Questionnaire") => {}
        other => {
            let other: String = clean(other.unwrap_or("-")).chars().take(60).collect();
            return Err(Refused::NoQuestionnaire(other));
        }
    }
    let mut losses = Vec::new();
    if let Some(exact) = own_definition(&form, id) {
        match exact {
            Ok(checklist) => return Ok(Imported { checklist, losses }),
            Err(()) => losses.push(Loss { place: String::new(), lost: Lost::Changed }),
        }
    }
    let language = form.get("language").and_then(Value::as_str).unwrap_or("nl").to_lowercase();
    let mut reader = Reader {
        form: &form,
        language,
        losses,
        names: Names::default(),
        placed: BTreeMap::new(),
        asked: BTreeMap::new(),
        link_ids: BTreeSet::new(),
        items: 0,
        groups: 0,
        no_dutch: false,
    };
    let mut checklist = reader.checklist(id)?;
    reader.conditions(&mut checklist);
    let source = print(&checklist);
    let outcome = parse(&source, &Origin::default());
    match outcome.checklist() {
        Some(checklist) => Ok(Imported { checklist: checklist.clone(), losses: reader.losses }),
        None => Err(Refused::Wrong(Box::new(outcome), source)),
    }
}

/// The definition that came along, where the form still says the same; `Err` where somebody changed it.
fn own_definition(form: &Value, id: Option<&str>) -> Option<Result<Checklist, ()>> {
    let extensions = form.get("extension")?.as_array()?;
    let text = extensions.iter().find(|known| is(known, DEFINITION))?.get("valueString")?.as_str()?;
    let outcome = parse(text, &Origin::default());
    let Some(checklist) = outcome.checklist() else { return Some(Err(())) };
    let expected = bare(checklist);
    let is_same = expected.iter().all(|(key, value)| form.get(key) == Some(value));
    if !is_same {
        return Some(Err(()));
    }
    let mut checklist = checklist.clone();
    if let Some(id) = id {
        checklist.id = Name::new(id);
    }
    Some(Ok(checklist))
}

pub(super) struct Reader<'f> {
    pub(super) form: &'f Value,
    language: String,
    losses: Vec<Loss>,
    names: Names,
    /// The names of groups by their link id.
    placed: BTreeMap<String, Name>,
    /// The questions by their link id, for conditions.
    asked: BTreeMap<String, Asked>,
    link_ids: BTreeSet<String>,
    items: usize,
    groups: usize,
    no_dutch: bool,
}

impl<'f> Reader<'f> {
    pub(super) fn lose(&mut self, place: &str, lost: Lost) {
        // Of a hostile form as many losses could be told as it has parts.
        if self.losses.len() < 4 * limits::ITEMS {
            self.losses.push(Loss { place: clean(place), lost });
        }
    }

    pub(super) fn text(&mut self, fields: &Value, key: &str) -> Option<Localized> {
        let text = text_of(fields, key, &self.language)?;
        let translated = fields.get(format!("_{key}")).is_some();
        self.no_dutch |= !self.language.starts_with("nl") && !translated;
        Some(text)
    }

    fn checklist(&mut self, id: Option<&str>) -> Result<Checklist, Refused> {
        let form = self.form;
        let plain =
            |key: &str| form.get(key).and_then(Value::as_str).map(clean).filter(|text| !text.is_empty());
        let url = plain("url").map(|url| {
            let end = url.rsplit(['/', ':']).next().unwrap_or_default().to_owned();
            end.split('|').next().unwrap_or_default().to_owned()
        });
        let named = url.or_else(|| plain("name")).or_else(|| plain("id")).or_else(|| plain("title"));
        let id = id.map_or_else(|| safe(&named.unwrap_or_else(|| "vragenlijst".to_owned())), str::to_owned);
        let title = self.text(form, "title").or_else(|| plain("name").map(Localized::dutch));
        let title = title.unwrap_or_else(|| Localized::dutch(id.clone()));
        let purpose = self.text(form, "description").or_else(|| self.text(form, "purpose"));
        self.features(form, "", &["extension", "copyright", "derivedFrom", "effectivePeriod"]);
        let items = form.get("item").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
        let groups = self.top(items, &title)?;
        if groups.is_empty() {
            return Err(Refused::Empty);
        }
        if self.no_dutch {
            self.lose("", Lost::NoDutch);
        }
        Ok(Checklist {
            id: Name::new(id),
            version: plain("version").unwrap_or_else(|| "1".to_owned()),
            title,
            purpose,
            based_on: None,
            sources: Vec::new(),
            groups,
            indications: Vec::new(),
            judgement: None,
            agreements: Vec::new(),
        })
    }

    /// The groups of a form; questions that are in none come in groups of their own.
    fn top(&mut self, items: &'f [Value], title: &Localized) -> Result<Vec<Group>, Refused> {
        let mut groups: Vec<Group> = Vec::new();
        let mut loose: Vec<Entry> = Vec::new();
        for fields in items {
            if kind_of(fields) == "group" {
                self.gather(&mut groups, &mut loose, title)?;
                groups.extend(self.group(fields, 1)?);
            } else {
                loose.extend(self.item(fields, 2)?.into_iter().map(Entry::Item));
            }
        }
        self.gather(&mut groups, &mut loose, title)?;
        Ok(groups)
    }

    fn gather(
        &mut self,
        groups: &mut Vec<Group>,
        loose: &mut Vec<Entry>,
        title: &Localized,
    ) -> Result<(), Refused> {
        if loose.is_empty() {
            return Ok(());
        }
        self.count_group()?;
        let id = self.names.given("vragen");
        groups.push(Group { entries: std::mem::take(loose), ..group(id, title.clone()) });
        Ok(())
    }

    fn count_group(&mut self) -> Result<(), Refused> {
        self.groups += 1;
        if self.groups > limits::GROUPS { Err(Refused::TooManyGroups(limits::GROUPS)) } else { Ok(()) }
    }

    fn link_id(&mut self, fields: &Value) -> String {
        let link_id = fields.get("linkId").and_then(Value::as_str).unwrap_or_default().to_owned();
        if link_id.is_empty() || !self.link_ids.insert(link_id.clone()) {
            self.lose(&link_id, Lost::LinkId(clean(&link_id)));
        }
        link_id
    }

    /// The text of a part.
    fn worded(&mut self, fields: &Value, link_id: &str) -> Localized {
        self.text(fields, "text").unwrap_or_else(|| {
            let fallback = clean(link_id);
            Localized::dutch(if fallback.is_empty() { "-".to_owned() } else { fallback })
        })
    }

    fn group(&mut self, fields: &'f Value, depth: usize) -> Result<Option<Group>, Refused> {
        let link_id = self.link_id(fields);
        if depth > limits::DEPTH {
            return Err(Refused::TooDeep(limits::DEPTH, clean(&link_id)));
        }
        self.count_group()?;
        let title = self.worded(fields, &link_id);
        let id = self.names.given(&link_id);
        self.placed.entry(link_id.clone()).or_insert_with(|| id.clone());
        self.features(fields, &link_id, &[]);
        let mut own = Group {
            help: self.help(fields),
            prefix: prefix(fields),
            link_id: kept(&link_id, &id),
            ..group(id, title)
        };
        own.repeats = fields.get("repeats").and_then(Value::as_bool).unwrap_or_default();
        for inner in children(fields).filter(|inner| !is_help(inner)) {
            if kind_of(inner) == "group" {
                own.entries.extend(self.group(inner, depth + 1)?.map(Entry::Group));
            } else {
                own.entries.extend(self.item(inner, depth + 1)?.into_iter().map(Entry::Item));
            }
        }
        if own.entries.is_empty() {
            self.lose(&link_id, Lost::EmptyGroup);
            return Ok(None);
        }
        Ok(Some(own))
    }

    /// A question with those under it; those alone where it cannot be asked here itself.
    fn item(&mut self, fields: &'f Value, depth: usize) -> Result<Vec<Item>, Refused> {
        self.items += 1;
        if self.items > limits::ITEMS {
            return Err(Refused::TooManyItems(limits::ITEMS));
        }
        let link_id = self.link_id(fields);
        if depth > limits::DEPTH {
            return Err(Refused::TooDeep(limits::DEPTH, clean(&link_id)));
        }
        let mut own = None;
        if let Some((kind, codes)) = self.kind(fields, &link_id) {
            let text = self.worded(fields, &link_id);
            let name = self.names.given(&link_id);
            let asked = Asked { name: name.clone(), kind: kind.clone(), codes };
            self.asked.entry(link_id.clone()).or_insert(asked);
            self.features(fields, &link_id, &[]);
            let help = self.help(fields);
            let code = self.code(fields, &link_id);
            let link_id = kept(&link_id, &name);
            own = Some(Item { help, code, prefix: prefix(fields), link_id, ..item(name, kind, text) });
        }
        let mut inner = Vec::new();
        for child in children(fields).filter(|child| !is_help(child)) {
            if kind_of(child) == "group" {
                let group_id = child.get("linkId").and_then(Value::as_str).unwrap_or_default();
                self.lose(group_id, Lost::GroupInQuestion);
                for one in children(child).filter(|one| !is_help(one)) {
                    inner.extend(self.item(one, depth + 1)?);
                }
            } else {
                inner.extend(self.item(child, depth + 1)?);
            }
        }
        Ok(match own {
            Some(item) if matches!(item.kind, ItemKind::Display) => {
                std::iter::once(item).chain(inner).collect()
            }
            Some(item) => vec![Item { items: inner, ..item }],
            None => inner,
        })
    }

    fn help(&mut self, fields: &'f Value) -> Option<Localized> {
        let help = children(fields).find(|child| is_help(child))?;
        self.text(help, "text")
    }

    /// Tells of what a part has and no definition can hold.
    pub(super) fn features(&mut self, fields: &Value, place: &str, own: &[&str]) {
        if fields.get("required").and_then(Value::as_bool) == Some(true) {
            self.lose(place, Lost::Required);
        }
        let common = ["readOnly", "maxLength", "initial", "definition", "initialSelected"];
        for key in common.iter().chain(own.iter().filter(|key| **key != "extension")) {
            if fields.get(key).is_some() {
                self.lose(place, Lost::Feature((*key).to_owned()));
            }
        }
        let known = [CONTROL, UNIT, UNIT_OPTION, MIN, MAX, DEFINITION, EXCLUSIVE, OPEN_LABEL];
        let extensions = fields.get("extension").and_then(Value::as_array);
        for extension in extensions.into_iter().flatten() {
            let url = extension.get("url").and_then(Value::as_str).unwrap_or("-");
            if !known.contains(&url) && !url.starts_with(FORM) {
                let end = url.rsplit('/').next().unwrap_or(url);
                self.lose(place, Lost::Feature(clean(end)));
            }
        }
    }

    /// Puts the conditions in, now that all questions are known.
    fn conditions(&mut self, checklist: &mut Checklist) {
        let mut whens: BTreeMap<Name, crate::checklist::Condition> = BTreeMap::new();
        let mut waiting: Vec<&Value> = children(self.form).rev().collect();
        while let Some(fields) = waiting.pop() {
            waiting.extend(children(fields).rev());
            let link_id = fields.get("linkId").and_then(Value::as_str).unwrap_or_default();
            match condition(fields, &self.asked) {
                Ok(None) => {}
                Ok(Some(when)) => {
                    let name =
                        self.asked.get(link_id).map(|asked| &asked.name).or_else(|| self.placed.get(link_id));
                    if let Some(name) = name {
                        whens.entry(name.clone()).or_insert(when);
                    }
                }
                Err(()) => self.lose(link_id, Lost::Condition),
            }
        }
        for group in &mut checklist.groups {
            put_group(group, &mut whens);
        }
    }
}

fn put_group(group: &mut Group, whens: &mut BTreeMap<Name, crate::checklist::Condition>) {
    group.when = whens.remove(&group.id);
    for entry in &mut group.entries {
        match entry {
            Entry::Item(item) => put_item(item, whens),
            Entry::Group(group) => put_group(group, whens),
        }
    }
}

fn put_item(item: &mut Item, whens: &mut BTreeMap<Name, crate::checklist::Condition>) {
    item.when = whens.remove(&item.id);
    item.items.iter_mut().for_each(|inner| put_item(inner, whens));
}

fn group(id: Name, title: Localized) -> Group {
    Group {
        id,
        title,
        prefix: None,
        link_id: None,
        help: None,
        when: None,
        repeats: false,
        about: About::Patient,
        standing: false,
        entries: Vec::new(),
    }
}

fn item(id: Name, kind: ItemKind, text: Localized) -> Item {
    Item {
        id,
        kind,
        text,
        label: None,
        prefix: None,
        link_id: None,
        help: None,
        ask: Ask::Team,
        audience: Vec::new(),
        states: NonAnswers::Team,
        discussed: Discussed::Not,
        standing: false,
        code: None,
        source: None,
        when: None,
        items: Vec::new(),
    }
}

/// A link id that is no name here, where it can be kept as it is.
fn kept(link_id: &str, name: &Name) -> Option<String> {
    let is_kept =
        !link_id.is_empty() && link_id.len() <= 255 && clean(link_id) == link_id && !link_id.contains('\n');
    (is_kept && link_id != name.as_str()).then(|| link_id.to_owned())
}

/// The number before a part.
fn prefix(fields: &Value) -> Option<String> {
    let prefix = clean(fields.get("prefix")?.as_str()?).replace('\n', " ");
    (!prefix.is_empty()).then_some(prefix)
}

pub(super) fn kind_of(fields: &Value) -> &str {
    let text = |key: &str| fields.get(key).and_then(Value::as_str);
    match text("type") {
        // What R4 calls a choice has another name since R5, with beside it whether own words may be given.
        Some("coding") => match text("answerConstraint") {
            Some("optionsOrString" | "optionsOrType") => "open-choice",
            _ => "choice",
        },
        found => found.unwrap_or("-"),
    }
}

fn children(fields: &Value) -> impl DoubleEndedIterator<Item = &Value> {
    fields.get("item").and_then(Value::as_array).into_iter().flatten()
}

/// Whether a part is the help of what it stands in.
fn is_help(fields: &Value) -> bool {
    let extensions = fields.get("extension").and_then(Value::as_array);
    kind_of(fields) == "display"
        && extensions.into_iter().flatten().filter(|extension| is(extension, CONTROL)).any(|extension| {
            let code = extension.pointer("/valueCodeableConcept/coding/0/code").and_then(Value::as_str);
            matches!(code, Some("help" | "flyover" | "prompt"))
        })
}
