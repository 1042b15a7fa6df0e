//! Which reader gets what: one row for each thing that can stand on a summary, and what is in no row stands on none.

use super::reader::Reader;
use crate::meeting::QuestionKey;

/// How much of something a reader gets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Cell {
    /// All of it.
    Full,
    /// One line of it, without the explanation.
    Short,
    /// All of it, where it was asked for at this print.
    Asked,
    /// Nothing.
    Never,
}

/// What can stand on a summary.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum What {
    /// The judgement on the dying phase.
    Dying,
    /// The judgement on the palliative phase.
    Marking,
    /// The person's own words.
    OwnWords,
    /// The answers to a question, by checklist and item.
    Answer(&'static str, &'static str),
    /// Expected scenarios of a checklist, each with what to do then.
    Scenarios(&'static str),
    /// Whom to call when one of the scenarios happens.
    WhomToCall,
    /// What the last discussion changed; in short, of the limits of treatment only.
    Changes,
    /// Room to write a telephone number.
    Telephone,
    /// Open agreements; in short, of those that the reader is to do.
    Agreements,
    /// When the patient is discussed again.
    NextReview,
    /// By whom and when it was taken over into the record.
    TakenOver,
}

/// One row.
#[derive(Debug, Clone, Copy)]
pub(super) struct Field {
    /// The part of the paper in which it stands.
    pub part: u8,
    /// What it is.
    pub what: What,
    cells: [Cell; 4],
}

impl Field {
    /// How much of it this reader gets.
    pub fn of(&self, reader: Reader) -> Cell {
        let [dossier, hap, social, patient] = self.cells;
        match reader {
            Reader::Dossier => dossier,
            Reader::Hap => hap,
            Reader::Social => social,
            Reader::Patient => patient,
        }
    }
}

/// The parts in the order in which a reader needs them.
pub(super) fn order(reader: Reader) -> &'static [u8] {
    match reader {
        Reader::Dossier => &[3, 1, 7, 8, 9, 12, 13, 2, 4, 5, 6, 10, 11, 14, 15, 16, 17, 18, 19, 20],
        Reader::Hap => &[3, 9, 8, 7, 5, 6, 13, 14, 4, 2, 1, 12, 17, 16, 15, 11, 10, 18, 20, 19],
        Reader::Social => &[3, 4, 5, 9, 11, 6, 16, 13, 17, 15, 20],
        Reader::Patient => &[4, 5, 6, 7, 1, 8, 9, 11, 13, 14, 17, 15, 16, 10, 18, 20],
    }
}

/// The part with the limits of treatment.
pub(super) const LIMITS: u8 = 9;

/// The part with the goal of treatment.
pub(super) const GOAL: u8 = 8;

/// The part with who the patient is.
pub(super) const PERSON: u8 = 4;

/// The part with the conversation about the plan.
pub(super) const CONVERSATION: u8 = 7;

/// The parts that stay where there is one page only: the dying phase, the limits, and who the patient is.
pub(super) const STAYS: [u8; 3] = [3, LIMITS, PERSON];

/// The part with what the last discussion changed.
pub(super) const CHANGES: u8 = 12;

/// The parts that stand under one heading where there is one page: each is a line or two that says itself what it is.
pub(super) const REST: [u8; 11] = [1, 2, CHANGES, 17, 16, 15, 11, 10, 18, 20, 19];

/// Whether a question is about a limit of treatment.
pub fn is_limit(checklist: &str, item: &str) -> bool {
    let named = |what| matches!(what, What::Answer(of, question) if (of, question) == (checklist, item));
    FIELDS.iter().any(|field| field.part == LIMITS && named(field.what))
}

/// Whether a question belongs to its day, and what was said last is told with that day all the same: what the patient has, needs and
/// who helps does not go when a meeting spoke of something else.
pub(super) fn is_dated(key: &QuestionKey) -> bool {
    let named = |what| matches!(what, What::Answer(of, item) if (of, item) == (key.checklist.as_str(), key.item.as_str()));
    FIELDS.iter().any(|field| DATED.contains(&field.part) && named(field.what))
}

/// The parts with the disease, what is the matter, relatives and consultations.
const DATED: [u8; 4] = [2, 15, 16, 19];

const A: Cell = Cell::Asked;
const F: Cell = Cell::Full;
const S: Cell = Cell::Short;
const N: Cell = Cell::Never;

const fn row(part: u8, what: What, dossier: Cell, hap: Cell, social: Cell, patient: Cell) -> Field {
    Field { part, what, cells: [dossier, hap, social, patient] }
}

const fn asked(part: u8, checklist: &'static str, item: &'static str, cells: [Cell; 4]) -> Field {
    Field { part, what: What::Answer(checklist, item), cells }
}

/// The table. Of scenarios, needs and relatives the social domain gets only what was written for it.
pub(super) const FIELDS: &[Field] = &[
    row(3, What::Dying, F, F, A, N),
    row(1, What::Marking, F, S, N, A),
    asked(2, "markering", "aanleiding", [F, N, N, N]),
    asked(2, "markering", "diagnose", [F, S, N, N]),
    asked(2, "markering", "behandeling", [F, N, N, N]),
    asked(2, "markering", "behandeling-welke", [F, N, N, N]),
    asked(2, "markering", "surprise-question", [F, N, N, N]),
    asked(2, "markering", "tweede-surprise-question", [F, N, N, N]),
    asked(2, "markering", "dimensies", [F, N, N, N]),
    asked(2, "markering", "verandering", [F, N, N, N]),
    row(4, What::OwnWords, F, S, F, F),
    asked(4, "persoon", "wie", [F, S, F, F]),
    asked(4, "persoon", "belangrijk", [F, S, F, F]),
    asked(4, "persoon", "kracht", [F, N, F, F]),
    asked(4, "persoon", "wie-belangrijk", [F, N, N, N]),
    asked(5, "pzp-stand", "centrale-zorgverlener", [F, F, F, F]),
    row(5, What::Telephone, N, F, F, F),
    asked(5, "pzp-stand", "huisarts-bereikbaar", [F, F, F, F]),
    asked(5, "pzp-stand", "dossier", [F, F, N, F]),
    asked(5, "pzp-stand", "bijgehouden-door", [F, F, F, F]),
    // Who helps has one list of whom to call.
    asked(5, "pzp", "contactpersoon", [N, N, F, N]),
    asked(6, "pzp", "wilsbekwaam", [F, F, N, F]),
    asked(6, "pzp", "wilsbekwaam-waarvoor-niet", [F, F, N, F]),
    asked(6, "pzp", "vertegenwoordiger", [F, F, N, F]),
    asked(6, "pzp", "vertegenwoordiger-rol", [F, F, N, F]),
    asked(6, "pzp", "vertegenwoordiger-gegevens", [F, F, N, F]),
    asked(6, "pzp", "contactpersoon", [F, F, N, F]),
    asked(6, "pzp", "contactpersoon-gegevens", [F, F, N, F]),
    asked(7, "pzp-stand", "gesprek", [F, S, N, N]),
    asked(7, "pzp-stand", "gesprek-op", [F, F, N, F]),
    asked(7, "pzp-stand", "gesprek-door", [F, F, N, F]),
    asked(7, "pzp-stand", "gesprek-met", [F, F, N, F]),
    asked(7, "pzp", "gesprek-op", [F, F, N, F]),
    asked(7, "pzp", "gesprek-door", [F, F, N, F]),
    asked(7, "pzp", "gesprek-bij", [F, F, N, F]),
    asked(7, "pzp", "eerdere-wensen", [F, F, N, N]),
    asked(7, "pzp", "eerdere-wensen-welke", [F, F, N, N]),
    asked(7, "pzp", "eerdere-wensen-op", [F, F, N, N]),
    asked(7, "pzp", "eerdere-wensen-waar", [F, F, N, F]),
    asked(7, "pzp", "eerdere-wensen-anders", [F, F, N, F]),
    asked(8, "pzp", "hoofddoel", [F, F, N, F]),
    asked(9, "pzp", "reanimatie", [F, F, A, F]),
    asked(9, "pzp", "beademing", [F, F, N, F]),
    asked(9, "pzp", "intensive-care", [F, F, N, F]),
    asked(9, "pzp", "ziekenhuisopname", [F, F, N, F]),
    asked(9, "pzp", "antibiotica", [F, F, N, F]),
    asked(9, "pzp", "bloedproduct", [F, F, N, F]),
    asked(9, "pzp", "icd", [F, F, N, N]),
    asked(9, "pzp", "icd-uitzetten", [F, F, N, F]),
    asked(9, "pzp", "andere-behandeling-besluit", [F, F, N, F]),
    asked(10, "pzp", "euthanasie", [F, F, N, A]),
    asked(10, "pzp", "donorregistratie", [F, F, N, A]),
    asked(10, "pzp", "eerdere-wensen-welke", [N, N, N, A]),
    asked(10, "pzp", "eerdere-wensen-op", [N, N, N, A]),
    asked(11, "pzp", "gewenste-plaats", [F, F, N, F]),
    asked(11, "pzp", "wensen-voor-zorgverleners", [F, F, N, F]),
    asked(11, "pzp", "cultuur-en-rituelen", [F, F, F, F]),
    asked(11, "persoon", "taal", [F, F, F, F]),
    asked(11, "pzp", "verder-van-belang", [F, S, N, N]),
    row(12, What::Changes, F, S, N, N),
    row(13, What::Scenarios("kort"), F, F, N, F),
    row(13, What::Scenarios("pzp"), F, F, N, F),
    asked(13, "pzp", "sociaal-scenario", [F, N, F, N]),
    row(13, What::WhomToCall, N, N, N, F),
    asked(14, "kort", "buiten-kantooruren", [F, F, N, F]),
    asked(14, "pzp", "buiten-kantooruren", [F, F, N, F]),
    asked(14, "pzp", "noodmedicatie", [F, F, N, F]),
    asked(14, "pzp", "noodmedicatie-wat", [F, F, N, N]),
    asked(14, "pzp", "noodmedicatie-waar", [F, F, N, N]),
    asked(14, "pzp", "noodmedicatie-wie", [F, F, N, N]),
    asked(14, "pzp", "hulpmiddelen", [F, F, N, N]),
    asked(15, "vier-dimensies", "lichamelijk-nu", [F, S, N, A]),
    asked(15, "vier-dimensies", "psychisch-nu", [F, N, N, A]),
    asked(15, "vier-dimensies", "sociaal-nu", [F, N, N, A]),
    asked(15, "vier-dimensies", "spiritueel-nu", [F, N, N, A]),
    asked(15, "pzp", "sociaal-behoefte", [F, N, F, N]),
    asked(16, "vier-dimensies", "netwerk-wie", [F, N, N, A]),
    asked(16, "vier-dimensies", "netwerk-kinderen", [F, N, N, A]),
    asked(16, "vier-dimensies", "draagkracht", [F, N, N, A]),
    asked(16, "vier-dimensies", "overbelasting", [F, S, N, A]),
    asked(16, "pzp", "sociaal-naasten", [F, N, F, N]),
    row(17, What::Agreements, F, S, S, F),
    asked(18, "pzp-stand", "overgedragen", [F, F, N, A]),
    asked(18, "pzp-stand", "overgedragen-op", [F, F, N, A]),
    asked(18, "pzp-stand", "overgedragen-door", [F, F, N, A]),
    asked(18, "pzp", "delen-akkoord", [F, F, N, N]),
    asked(19, "vier-dimensies", "consult", [F, S, N, N]),
    asked(19, "vier-dimensies", "consult-vraag", [F, S, N, N]),
    asked(19, "vier-dimensies", "consult-antwoord", [F, S, N, N]),
    asked(20, "pzp-stand", "volgend-gesprek-door", [F, N, N, F]),
    asked(20, "pzp-stand", "volgend-gesprek-op", [F, F, N, F]),
    asked(20, "pzp", "opnieuw-bekijken", [F, F, N, N]),
    row(20, What::NextReview, F, F, F, F),
    row(20, What::TakenOver, F, N, N, N),
];
