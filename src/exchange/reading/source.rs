//! The resources of a file or of a folder of files, with their places and what they refer to.

use std::collections::BTreeMap;

use serde_json::Value;

use super::plain::{Remark, Told};

/// The most that is read, over all files.
pub const LARGEST: usize = 10_000_000;

/// The most resources; a plan has some dozens.
pub const MOST: usize = 5_000;

/// Why files were not read at all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refused {
    /// More than [`LARGEST`].
    TooLarge,
    /// No JSON: in this file, at this line and column.
    NoJson(String, usize, usize),
    /// No resource of FHIR in this file.
    NoResource(String),
    /// More resources than [`MOST`].
    TooMany,
    /// No patient.
    NoPatient,
}

/// One resource.
pub(super) struct Resource {
    /// Its kind.
    pub kind: String,
    /// Where it stands: its kind, its number, and the file where there are several.
    pub place: String,
    /// Its content.
    pub value: Value,
}

/// All of them.
#[derive(Default)]
pub struct Resources {
    pub(super) all: Vec<Resource>,
    addresses: BTreeMap<String, usize>,
    pub(super) remarks: Vec<Remark>,
}

impl Resources {
    /// The resources of files, each with its name.
    ///
    /// # Errors
    ///
    /// [`Refused`]; nothing is read then.
    pub fn read(files: &[(String, Vec<u8>)]) -> Result<Self, Refused> {
        if files.iter().map(|(_, bytes)| bytes.len()).sum::<usize>() > LARGEST {
            return Err(Refused::TooLarge);
        }
        let mut found = Self::default();
        for (name, bytes) in files {
            let file = if files.len() > 1 { name.as_str() } else { "" };
            let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
            let value: Value = serde_json::from_slice(bytes)
                .map_err(|error| Refused::NoJson(name.clone(), error.line(), error.column()))?;
            match value.get("resourceType").and_then(Value::as_str) {
                Some("Bundle") => found.bundle(value, file)?,
                Some(_) => found.add(value, None, file)?,
                None => return Err(Refused::NoResource(name.clone())),
            }
        }
        Ok(found)
    }

    fn bundle(&mut self, bundle: Value, file: &str) -> Result<(), Refused> {
        let Value::Object(mut fields) = bundle else { return Ok(()) };
        let Some(Value::Array(entries)) = fields.remove("entry") else { return Ok(()) };
        for entry in entries {
            let address = entry.get("fullUrl").and_then(Value::as_str).map(str::to_owned);
            let Value::Object(mut entry) = entry else {
                self.wrong("entry");
                continue;
            };
            match entry.remove("resource") {
                Some(resource) if resource.get("resourceType").is_some_and(Value::is_string) => {
                    self.add(resource, address, file)?;
                }
                _ => self.wrong("entry.resource"),
            }
        }
        Ok(())
    }

    fn wrong(&mut self, what: &str) {
        let remark = Remark { source: "Bundle".to_owned(), told: Told::Shape(what.to_owned()) };
        if !self.remarks.contains(&remark) {
            self.remarks.push(remark);
        }
    }

    fn add(&mut self, value: Value, address: Option<String>, file: &str) -> Result<(), Refused> {
        if self.all.len() >= MOST {
            return Err(Refused::TooMany);
        }
        let text = |key: &str| value.get(key).and_then(Value::as_str).map(str::to_owned);
        let kind = text("resourceType").unwrap_or_default();
        let at = self.all.len();
        if let Some(id) = text("id") {
            self.addresses.entry(format!("{kind}/{id}")).or_insert(at);
        }
        if let Some(address) = address {
            self.addresses.entry(address).or_insert(at);
        }
        let place = if file.is_empty() { format!("{kind} {}", at + 1) } else { format!("{kind}, {file}") };
        self.all.push(Resource { kind, place, value });
        Ok(())
    }

    /// The number of the resource that a reference leads to; nothing where it leads nowhere.
    pub(super) fn at(&self, reference: &Value) -> Option<usize> {
        let address = reference.get("reference")?.as_str()?;
        let address = address.split_once("/_history/").map_or(address, |(address, _)| address);
        if let Some(found) = self.addresses.get(address) {
            return Some(*found);
        }
        // An address on some server is known here by its kind and name.
        let mut parts = address.rsplit('/');
        let (id, kind) = (parts.next()?, parts.next()?);
        self.addresses.get(&format!("{kind}/{id}")).copied()
    }

    /// The resource that a reference leads to.
    pub(super) fn of(&self, reference: &Value) -> Option<&Resource> {
        self.at(reference).and_then(|at| self.all.get(at))
    }
}
