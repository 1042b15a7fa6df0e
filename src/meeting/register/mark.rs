//! By what else than label and year of birth a patient is told from others in a list.

use std::collections::HashMap;

use serde::{Deserialize, Serialize};

use crate::meeting::reading::terms;
use crate::meeting::record::id::PatientId;
use crate::text::same;
use crate::words::Language;

/// The fewest digits of an identity by which two patients are told apart.
const FEWEST: usize = 4;

/// What a list says of a patient behind the label.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Mark {
    /// The beginning of the identity, where somebody else is shown with the same label and year.
    pub number: Option<Box<str>>,
    /// The patient is invented, and not everybody is.
    pub invented: bool,
}

impl Mark {
    /// A label with it.
    pub fn behind(&self, label: String, language: Language) -> String {
        let number = self.number.as_deref().map(|number| language.patient_number(number));
        let invented = self.invented.then(|| language.patient_invented().to_owned());
        std::iter::once(label).chain(number).chain(invented).collect::<Vec<_>>().join(", ")
    }

    /// The same for where a long label is cut off: what tells apart stands first.
    pub fn before(&self, label: String, language: Language) -> String {
        let number = self.number.as_deref().map(str::to_owned);
        let invented = self.invented.then(|| language.patient_invented_briefly().to_owned());
        number.into_iter().chain(invented).chain([label]).collect::<Vec<_>>().join(" ")
    }

    /// The number; empty where there is none.
    pub fn number(&self) -> &str {
        self.number.as_deref().unwrap_or_default()
    }
}

/// The numbers of those who are shown as somebody else is, of patients with their labels and years of birth.
pub fn numbers<'p>(
    patients: impl Iterator<Item = (PatientId, &'p str, &'p str)>,
) -> Vec<(PatientId, String)> {
    let mut shown: HashMap<String, Vec<PatientId>> = HashMap::new();
    for (patient, label, born) in patients.filter(|(_, label, _)| !label.trim().is_empty()) {
        let called = same::plain_name(&terms::label(Language::Dutch, label, born));
        shown.entry(called).or_default().push(patient);
    }
    let mut all = Vec::new();
    for mut alike in shown.into_values().filter(|alike| alike.len() > 1) {
        alike.sort_unstable();
        let written: Vec<String> = alike.iter().map(ToString::to_string).collect();
        let shared = |one: &String, next: &String| {
            one.bytes().zip(next.bytes()).take_while(|(one, next)| one == next).count() + 1
        };
        let digits = written.iter().zip(written.iter().skip(1)).map(|(one, next)| shared(one, next)).max();
        let digits = digits.unwrap_or_default().max(FEWEST);
        let short = |written: &String| written.chars().take(digits).collect::<String>();
        all.extend(alike.iter().copied().zip(written.iter().map(short)));
    }
    all.sort_unstable();
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::meeting::Id;

    #[test]
    fn who_is_shown_as_somebody_else_gets_as_many_digits_as_it_takes() {
        let who = |bits: u128| PatientId(Id::from_bits(bits << 104));
        let all = [
            (who(0x3f_2a11), "Fictief A.", "1938"),
            (who(0x3f_2a12), "fictief  a", "1938"),
            (who(0x81_c400), "Fictief A.", "1938"),
            (who(0x81_c401), "Fictief A.", "1939"),
            (who(0x81_c402), "", ""),
            (who(0x81_c403), "", ""),
        ];
        let told: Vec<String> = numbers(all.into_iter()).into_iter().map(|(_, number)| number).collect();
        assert_eq!(told, ["3f2a11", "3f2a12", "81c400"]);
        assert_eq!(numbers(all.into_iter().skip(2)), []);
    }
}
