//! Giving everybody of a register what tells them from the others.

use super::known::KnownPatient;
use super::mark::{Alike, form, numbers};
use crate::meeting::record::meeting::MeetingKind;

/// Marks those who need it among patients in the order of their identities; those of an education session are no others.
/// Gives who may be shown alike, and whether anybody is not invented.
pub(super) fn tell_apart(patients: &mut [KnownPatient]) -> (Alike, bool) {
    let counts = |known: &KnownPatient| known.kind != MeetingKind::Education;
    let has_real = patients.iter().any(|known| counts(known) && !known.invented);
    if has_real {
        patients
            .iter_mut()
            .filter(|known| counts(known))
            .for_each(|known| known.mark.invented = known.invented);
    }
    let forms = patients.iter().map(|known| form(&known.label, &known.born).filter(|_| counts(known)));
    let alike = Alike::of(forms);
    let called = alike.shared().filter_map(|at| patients.get(at));
    let called = called.map(|known| (known.patient, known.label.as_str(), known.born.as_str()));
    for (patient, number) in numbers(called) {
        let at = patients.binary_search_by_key(&patient, |known| known.patient);
        if let Some(known) = at.ok().and_then(|at| patients.get_mut(at)) {
            known.mark.number = Some(number.into());
        }
    }
    (alike, has_real)
}
