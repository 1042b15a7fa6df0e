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

/// The form in which it is compared how patients are shown; nothing of who has no label.
pub fn form(label: &str, born: &str) -> Option<String> {
    #[cfg(test)]
    formed(|count| *count += 1);
    (!label.trim().is_empty()).then(|| same::plain_name(&terms::label(Language::Dutch, label, born)))
}

/// Counts how often such a form was made in this thread, and gives the count.
#[cfg(test)]
pub fn formed(count: impl FnOnce(&mut usize)) -> usize {
    thread_local! {
        static FORMED: std::cell::Cell<usize> = const { std::cell::Cell::new(0) };
    }
    let mut formed = FORMED.get();
    count(&mut formed);
    FORMED.set(formed);
    formed
}

/// Where those stand who may be shown alike: a short sum of each one's form with the place in a list, in the order of these sums.
///
/// Eight bytes for each patient, so that everybody who is known is looked through for one label by comparing a dozen numbers.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Alike(Vec<(u32, u32)>);

impl Alike {
    /// Of a list of forms.
    pub fn of(forms: impl Iterator<Item = Option<String>>) -> Self {
        let mut sums: Vec<(u32, u32)> =
            (0..).zip(forms).filter_map(|(at, form)| Some((Self::sum(&form?), at))).collect();
        sums.sort_unstable();
        sums.shrink_to_fit();
        Self(sums)
    }

    /// The places of those who may have this form; others may have the same sum.
    pub fn places(&self, form: &str) -> impl Iterator<Item = usize> {
        let sum = Self::sum(form);
        let from = self.0.partition_point(|(known, _)| *known < sum);
        let fitting = self.0.get(from..).unwrap_or_default().iter();
        fitting.take_while(move |(known, _)| *known == sum).filter_map(|(_, at)| usize::try_from(*at).ok())
    }

    /// The places of all who may be shown as somebody else is.
    pub fn shared(&self) -> impl Iterator<Item = usize> {
        let groups = self.0.chunk_by(|(one, _), (next, _)| one == next).filter(|group| group.len() > 1);
        groups.flatten().filter_map(|(_, at)| usize::try_from(*at).ok())
    }

    /// The sum of Fowler, Noll and Vo: the same in every version of the program, for recordings hold it.
    fn sum(form: &str) -> u32 {
        form.bytes().fold(0x811c_9dc5, |sum, byte| (sum ^ u32::from(byte)).wrapping_mul(0x0100_0193))
    }
}

/// The numbers of those who are shown as somebody else is, of patients with their labels and years of birth.
pub fn numbers<'p>(
    patients: impl Iterator<Item = (PatientId, &'p str, &'p str)>,
) -> Vec<(PatientId, String)> {
    let mut shown: HashMap<String, Vec<PatientId>> = HashMap::new();
    for (patient, label, born) in patients {
        if let Some(form) = form(label, born) {
            shown.entry(form).or_default().push(patient);
        }
    }
    let mut all: Vec<_> = shown.into_values().flat_map(told_apart).collect();
    all.sort_unstable();
    all
}

/// The numbers of patients who are shown alike; none where there is one.
pub fn told_apart(mut alike: Vec<PatientId>) -> Vec<(PatientId, String)> {
    if alike.len() < 2 {
        return Vec::new();
    }
    alike.sort_unstable();
    let written: Vec<String> = alike.iter().map(ToString::to_string).collect();
    let shared = |one: &String, next: &String| {
        one.bytes().zip(next.bytes()).take_while(|(one, next)| one == next).count() + 1
    };
    let digits = written.iter().zip(written.iter().skip(1)).map(|(one, next)| shared(one, next)).max();
    let digits = digits.unwrap_or_default().max(FEWEST);
    let short = |written: &String| written.chars().take(digits).collect::<String>();
    alike.iter().copied().zip(written.iter().map(short)).collect()
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
