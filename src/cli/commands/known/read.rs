//! What all meetings say of patients, and who of them was meant.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use chrono::NaiveDate;

use crate::app::{Effect, Model, Msg, Settings, Size};
use crate::cli::commands::notebook::{SURNAME, is_fictional};
use crate::cli::console::numbers::{DIGITS, Numbers};
use crate::cli::console::out;
use crate::cli::trouble::Trouble;
use crate::meeting::typed::day;
use crate::meeting::{
    Ahead, Caveats, Course, KnownGroup, KnownPatient, Mark, MeetingDigest, MeetingKind, Occurrences,
    OldQuestions, PatientId, Register, Viewpoint, terms,
};
use crate::shell::{self, Outside};
use crate::store::Notebook;
use crate::text;
use crate::text::same::{self, folded, plain_name, same_name};
use crate::words::Language;

/// What all meetings until today say of patients.
pub(in crate::cli::commands) struct Known {
    pub register: Arc<Register>,
    /// In which meetings each patient occurs.
    pub occurrences: Occurrences,
    /// Every label under which a person was ever recorded.
    labels: BTreeMap<PatientId, BTreeSet<String>>,
    ahead: Ahead,
    notebook: Arc<Notebook>,
    pub today: NaiveDate,
    /// Whether only fictional patients are in the notebook.
    pub fictional: bool,
}

impl Known {
    /// Reads it, and says what could not be read.
    ///
    /// # Errors
    ///
    /// What is wrong with the notebook.
    pub fn read(outside: &Outside, language: Language) -> Result<Self, Trouble> {
        let today = shell::now().date();
        let notebook = outside.notebook().map_err(|why| Trouble::new(why.get(language)))?;
        let (mut occurrences, mut called) = (Occurrences::default(), Vec::new());
        let viewpoint = Viewpoint::whole(today);
        let (mut until_today, mut ahead) = (0_usize, 0_usize);
        let mut recorded_ahead = Ahead::new(today);
        let mut also = |digest: &MeetingDigest| {
            if viewpoint.sees(digest.id, digest.date) && digest.kind != MeetingKind::Education {
                occurrences.take(digest);
                let said = digest.reviews.iter().filter(|one| !one.unsaid.label);
                called.extend(said.map(|one| (one.patient, one.label.clone())));
            }
            recorded_ahead.take(digest);
            *(if digest.date > today { &mut ahead } else { &mut until_today }) += 1;
        };
        let register = shell::register_of(&notebook, &viewpoint, &mut also);
        let register = register.map_err(|error| Trouble::new(error.message(language)))?;
        let caveats = &register.caveats;
        // That nobody was discussed and nothing stands open would be what a clock that is wrong says.
        let all_ahead = (until_today == 0 && ahead > 0).then(|| day(today, language));
        let told = match &all_ahead {
            Some(today) => Caveats { ahead: 0, ..caveats.clone() }
                .told(language)
                .into_iter()
                .chain([language.all_meetings_ahead(ahead, today)])
                .collect(),
            None => caveats.told(language),
        };
        told.iter().for_each(|told| out::complain(told));
        let mut labels: BTreeMap<PatientId, BTreeSet<String>> = BTreeMap::new();
        for (patient, label) in called.into_iter().filter(|(_, label)| !label.trim().is_empty()) {
            labels.entry(occurrences.identities().person(patient)).or_default().insert(label);
        }
        Ok(Self {
            fictional: is_fictional(notebook.folder()) || register.is_invented(),
            register: Arc::new(register),
            occurrences,
            labels,
            ahead: recorded_ahead,
            notebook,
            today,
        })
    }

    /// The group that was named.
    ///
    /// # Errors
    ///
    /// When there is none of that name: the groups are told.
    pub fn group(&self, typed: &str, language: Language) -> Result<&KnownGroup, Trouble> {
        let names = || self.register.groups.iter().map(|group| group.name.as_str());
        let alike = || same::alike(names(), typed).and_then(|name| self.register.group(name));
        self.register.group(typed).or_else(alike).ok_or_else(|| no_such_group(typed, names(), language))
    }

    /// Everybody but the cases of sessions.
    pub fn patients(&self) -> impl Iterator<Item = &KnownPatient> {
        self.register.everybody().filter(|known| known.kind != MeetingKind::Education)
    }

    /// Everything that was recorded of a patient.
    pub fn course(&self, patient: PatientId) -> Course {
        let course = self.occurrences.course(patient, |ids| self.notebook.read_several(ids));
        let course = course.with_second_versions(&self.notebook.doubled_meetings());
        let course = course.with_ahead(&self.ahead, &self.occurrences.identities_of(patient));
        Course { unread: course.unread + self.register.caveats.unread, ..course }
    }

    /// The questions of a course that the definitions of a model ask so no more.
    pub fn old(&self, model: &Model, course: &Course) -> OldQuestions {
        let library = model.library.as_deref();
        library.map(|library| shell::old_in_course(&self.notebook, library, course)).unwrap_or_default()
    }

    /// The labels under which somebody was recorded, without the present one.
    pub fn other_labels(&self, known: &KnownPatient) -> Vec<String> {
        let mut others: Vec<String> = Vec::new();
        for label in self.labels.get(&known.patient).into_iter().flatten() {
            if !same_name(label, &known.label) && !others.iter().any(|other| same_name(other, label)) {
                others.push(label.trim().to_owned());
            }
        }
        others
    }

    /// The patient who was meant: by a label, by its beginning, or by the number or its beginning.
    ///
    /// # Errors
    ///
    /// When nobody is, or several are: those are told with their numbers.
    pub fn find(&self, typed: &str, language: Language) -> Result<&KnownPatient, Trouble> {
        let (wanted, searched) = (same::name(typed), plain_name(typed));
        let clean = text::truncate(&text::visible_line(typed), 60, "...").into_owned();
        let holds = |fits: &dyn Fn(&str) -> bool| -> Vec<&KnownPatient> {
            let called = |known: &&KnownPatient| {
                let plain = terms::label(language, &known.label, &known.born);
                let labels = self.labels.get(&known.patient);
                fits(&plain)
                    || fits(&known.shown(language))
                    || labels.into_iter().flatten().any(|label| fits(label))
            };
            self.patients().filter(called).collect()
        };
        if searched.is_empty() {
            return Err(Trouble::new(language.cli_nobody_called(&clean)));
        }
        let by_number = || -> Vec<&KnownPatient> {
            let begins =
                |id: &PatientId| wanted.len() >= DIGITS && id.to_string().starts_with(&folded(typed));
            let is_meant = |known: &&KnownPatient| {
                begins(&known.patient)
                    || known.also.iter().any(begins)
                    || (!wanted.is_empty() && known.mark.number() == wanted)
            };
            self.patients().filter(is_meant).collect()
        };
        let mut found = holds(&|label| same::name(label) == wanted);
        // Whoever is shown as the same is named beside the one who was meant.
        let is_alike = |known: &&KnownPatient| {
            let named = |known: &KnownPatient| (known.label.clone(), known.born.clone());
            let (label, born) = named(known);
            found
                .iter()
                .map(|one| named(one))
                .any(|one| terms::look_alike(language, (&one.0, &one.1), (&label, &born)))
        };
        let alike: Vec<&KnownPatient> = self.patients().filter(is_alike).collect();
        found.extend(
            alike
                .into_iter()
                .filter(|one| !found.iter().any(|known| known.patient == one.patient))
                .collect::<Vec<_>>(),
        );
        if found.is_empty() {
            found = by_number();
        }
        // Whoever is easily taken for another is shown beside the other.
        if found.is_empty() {
            found = holds(&|label| plain_name(label) == searched);
        }
        if found.is_empty() {
            found = holds(&|label| plain_name(label).starts_with(&searched));
        }
        // A whole word within a label names somebody where nobody else has it.
        if let (true, [one]) = (
            found.is_empty() && searched.chars().count() >= SURNAME,
            holds(&|label| same::has_words(&plain_name(label), &searched)).as_slice(),
        ) {
            return Ok(one);
        }
        // The beginning of one names nobody, but leaves few to choose from.
        let near = if found.is_empty() {
            holds(&|label| same::has_beginning(&plain_name(label), &searched))
        } else {
            Vec::new()
        };
        let numbers = Numbers::of(self.patients().map(|known| known.patient));
        let line = |known: &KnownPatient| line(known, &numbers, language);
        match (found.as_slice(), near.as_slice()) {
            ([one], _) => Ok(one),
            ([], []) => Err(Trouble::new(language.cli_nobody_called(&clean))),
            ([], [one]) => Err(Trouble::new(language.cli_nearly_called(&clean, &line(one)))),
            ([], several) | (several, _) => {
                let lines = several.iter().map(|known| line(known)).collect::<Vec<_>>();
                Err(Trouble::new(language.cli_several_called(&clean, &lines.join("\n"))))
            }
        }
    }

    /// A model that looks at all this, as the screens do.
    pub fn model(&self, outside: &Outside, settings: Settings) -> Model {
        let now = self.today.and_time(chrono::NaiveTime::MIN);
        let mut model = Model::new(settings, Size::new(80, 24), now, String::new());
        if let Some(Msg::LibraryRead(library)) = outside.perform(&Effect::ReadLibrary) {
            model.library = Some(library);
        }
        model.known = Some(self.register.clone());
        model
    }
}

/// That no group is called so, with those that there are.
pub(in crate::cli::commands) fn no_such_group<'g>(
    typed: &str,
    groups: impl Iterator<Item = &'g str>,
    language: Language,
) -> Trouble {
    let names: Vec<&str> = groups.map(str::trim).collect();
    let typed = text::truncate(&text::visible_line(typed), 60, "...").into_owned();
    Trouble::new(language.cli_no_such_group(&typed, &text::visible_line(&names.join("; "))))
}

fn line(known: &KnownPatient, numbers: &Numbers, language: Language) -> String {
    let number = numbers.short(&known.patient);
    // The number stands in front.
    let mark = Mark { number: None, ..known.mark.clone() };
    let label = mark.behind(terms::label(language, &known.label, &known.born), language);
    let group = terms::group(language, &known.group);
    format!("  {number}  {}  {}", text::visible_line(&label), text::visible_line(group))
}

/// A document for other programs, on lines of its own.
pub(in crate::cli::commands) fn json(document: &impl serde::Serialize) -> String {
    // Only a map with keys that are no texts cannot be written, and there is none.
    let text = serde_json::to_string_pretty(document).unwrap_or_default();
    format!("{}\n", text::visible_text(&text))
}
