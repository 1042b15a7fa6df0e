//! The rules of a summary, one by one.

mod crossing;
mod night;
mod over_time;
mod rows;
mod standing;
mod told_first;

use std::sync::{Arc, LazyLock};

use super::*;
use crate::checklist::{Definition, DefinitionFile, Layer, Library, Name, shipped};
use crate::export::{Document, DocumentFormat};
use crate::meeting::{
    Agreement, AgreementId, Answer, Course, Discipline, Given, Id, Judgement, Meeting, MeetingId,
    MeetingKind, NonAnswer, Owner, Participant, ParticipantId, PatientId, Person, QuestionKey, Review, Stamp,
};
use crate::words::Language;
use chrono::{NaiveDate, NaiveDateTime, TimeDelta};

const VOS: ParticipantId = ParticipantId(Id::from_bits(1));
const WIT: ParticipantId = ParticipantId(Id::from_bits(2));
const MAAS: ParticipantId = ParticipantId(Id::from_bits(3));

fn day(days: i64) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 9, 18).unwrap() + TimeDelta::days(days)
}

fn stamp(days: i64) -> Stamp {
    Stamp { by: Some(VOS), at: at(days) }
}

fn at(days: i64) -> NaiveDateTime {
    day(days).and_hms_opt(14, 5, 0).unwrap()
}

fn key(of: &str) -> QuestionKey {
    of.parse().unwrap()
}

/// A meeting, so many days after the first, with one discussion.
#[derive(Clone)]
struct Entry(Meeting);

impl Entry {
    fn on(days: i64) -> Self {
        let mut meeting = Meeting::new(
            MeetingId(Id::from_bits(0xa00 + days.unsigned_abs() as u128)),
            MeetingKind::Patz,
            day(days),
        );
        meeting.details.group = "PaTz Noord".to_owned();
        for (id, name, discipline) in [
            (VOS, "M. Vos", Discipline::DistrictNurse),
            (WIT, "A. de Wit", Discipline::GeneralPractitioner),
            (MAAS, "L. Maas", Discipline::VolunteerCoordinator),
        ] {
            let mut known = Participant::new(id);
            known.name = name.to_owned();
            known.discipline = Some(discipline);
            meeting.participants.push(known);
        }
        let mut review = Review::new(PatientId(Id::from_bits(9)));
        review.label = "Fictief B.".to_owned();
        review.details.finished = Some(stamp(days));
        meeting.reviews = vec![review.into()];
        Self(meeting)
    }

    fn review(&mut self) -> &mut Review {
        &mut self.0.reviews[0]
    }

    fn with(mut self, question: &str, given: Given) -> Self {
        let stamp = Stamp { by: Some(VOS), at: self.0.details.date.and_hms_opt(14, 0, 0).unwrap() };
        self.review().answers.insert(key(question), Answer::given(given, stamp));
        self
    }

    fn noted(mut self, question: &str, note: &str) -> Self {
        note.clone_into(&mut self.review().answers.get_mut(&key(question)).unwrap().note);
        self
    }

    fn choice(self, question: &str, code: &str) -> Self {
        self.with(question, Given::Choice(code.into()))
    }

    fn text(self, question: &str, words: &str) -> Self {
        self.with(question, Given::Text(words.to_owned()))
    }

    fn consent(self) -> Self {
        self.with("pzp/delen-sociaal", Given::YesNo(true)).with("pzp/delen-naasten", Given::YesNo(true))
    }

    fn conversation(self) -> Self {
        self.with("pzp-stand/gesprek", Given::YesNo(true))
            .with("pzp-stand/gesprek-op", Given::Date("17-09-2026".to_owned()))
            .with("pzp-stand/gesprek-door", Given::Person(Person::Participant(WIT)))
            .text("pzp-stand/gesprek-met", "meneer en zijn partner")
    }

    fn judged(mut self, checklist: &str, choice: &str) -> Self {
        let recorded = Some(stamp((self.0.details.date - day(0)).num_days()));
        let judgement = Judgement {
            choice: Some(choice.into()),
            reason: "Gaat achteruit.".to_owned(),
            dissent: "AFWIJKEND".to_owned(),
            involved: vec![WIT, VOS],
            recorded,
            ..Judgement::default()
        };
        self.review().judgements.insert(checklist.into(), judgement);
        self
    }

    fn withdrawn(mut self, checklist: &str) -> Self {
        let stamp = stamp((self.0.details.date - day(0)).num_days());
        let known = self.review().judgements.get_mut(&Name::new(checklist)).unwrap();
        known.withdrawn = Some(stamp);
        known.withdrawn_reason = "Knapte op.".to_owned();
        self
    }

    fn agreed(mut self, bits: u128, what: &str, owner: ParticipantId, due: &str) -> Self {
        let recorded = stamp((self.0.details.date - day(0)).num_days());
        let mut agreement = Agreement::new(AgreementId(Id::from_bits(bits)), recorded);
        agreement.what = what.to_owned();
        agreement.owner = Some(Owner::Participant(owner));
        agreement.due = due.to_owned();
        self.review().agreements.push(agreement);
        self
    }
}

const OWN: &str = "format = 1\nid = \"eigen\"\nversion = \"1\"\ntitle = \"Eigen\"\n[[group]]\nid = \"g\"\ntitle = \"G\"\n\
    about = \"team\"\n[[group.item]]\nid = \"x\"\ntype = \"short-text\"\ntext = \"Wat deed dit met ons?\"\n";

static LIBRARY: LazyLock<Library> = LazyLock::new(|| {
    let mut files = shipped();
    files.push(DefinitionFile::new(Layer::User, "eigen.toml", OWN));
    Library::new(files)
});

fn definitions(entries: &[Entry]) -> Vec<(MeetingId, Arc<Definition>)> {
    pinned(entries, &LIBRARY)
}

fn pinned(entries: &[Entry], library: &Library) -> Vec<(MeetingId, Arc<Definition>)> {
    let all = || library.checklists().cloned();
    entries.iter().flat_map(|entry| all().map(|known| (entry.0.id, known))).collect()
}

fn made(reader: Reader, entries: Vec<Entry>) -> Result<Document, Refusal> {
    made_in(Language::Dutch, reader, entries)
}

fn made_in(language: Language, reader: Reader, entries: Vec<Entry>) -> Result<Document, Refusal> {
    made_with(language, reader, &[], entries)
}

fn made_with(
    language: Language,
    reader: Reader,
    extras: &[Extra],
    entries: Vec<Entry>,
) -> Result<Document, Refusal> {
    let definitions = definitions(&entries);
    let mut course = Course::new(PatientId(Id::from_bits(9)));
    entries.into_iter().for_each(|entry| course.add(entry.0));
    let today = course.entries.last().map_or(day(0), |last| last.details.date);
    let summary = Summary {
        language,
        reader,
        course: &course,
        definitions: &definitions,
        today,
        made_by: "m.vos",
        fictional: true,
        number: "",
        extras,
    };
    summary.document()
}

#[track_caller]
fn said(reader: Reader, entries: Vec<Entry>) -> String {
    let text = made(reader, entries).unwrap().written(DocumentFormat::Text);
    text.lines().map(str::trim).collect::<Vec<_>>().join(" ")
}

#[test]
fn what_is_empty_is_absent_and_never_no() {
    for reader in [Reader::Dossier, Reader::Hap] {
        let said = said(reader, vec![Entry::on(0).text("persoon/wie", "Oud-schipper.")]);
        assert!(said.contains("Oud-schipper."), "{said}");
        for absent in ["Reanimatie", "Stervensfase", "Euthanasie", "Nee", "wilsbekwaam"] {
            assert!(!said.contains(absent), "{absent} in {said}");
        }
    }
}

#[test]
fn a_patient_of_whom_nothing_is_known_gets_a_paper_that_says_so() {
    for reader in [Reader::Dossier, Reader::Hap] {
        let nobody = said(reader, Vec::new());
        assert!(nobody.contains("nog niets vastgelegd"), "{nobody}");
        let blank = said(reader, vec![Entry::on(0)]);
        assert!(blank.contains("nog niets vastgelegd") && blank.contains("Fictief B."), "{blank}");
    }
}

#[test]
fn a_limit_without_its_conversation_is_never_a_plain_limit() {
    let bare =
        || vec![Entry::on(0).consent().choice("pzp/reanimatie", "niet").choice("pzp/hoofddoel", "curatief")];
    let dossier = said(Reader::Dossier, bare());
    assert!(dossier.contains("Reanimatie: ONVOLLEDIG, niet op varen: zie dossier (genoteerd: Niet uitvoeren; niet genoteerd door wie"));
    let hap = said(Reader::Hap, bare());
    assert!(hap.contains("Reanimatie: ONVOLLEDIG, niet op varen: zie dossier"), "{hap}");
    assert!(hap.contains("Doel van het beleid: ONVOLLEDIG"), "{hap}");
    assert!(!hap.contains("Niet uitvoeren") && !hap.contains("Genezen"), "{hap}");
    let patient = said(Reader::Patient, bare());
    assert!(!patient.contains("gereanimeerd") && !patient.contains("beter te maken"), "{patient}");
    assert!(!said(Reader::Social, bare()).contains("eanimatie"));
}

#[test]
fn a_limit_with_its_conversation_says_by_whom_when_and_with_whom() {
    let whole = || vec![Entry::on(0).consent().conversation().choice("pzp/reanimatie", "niet")];
    for reader in [Reader::Dossier, Reader::Hap] {
        let said = said(reader, whole());
        let told = "Besproken op 17-09-2026 door A. de Wit, huisarts, met meneer en zijn partner: - Reanimatie: Niet uitvoeren";
        assert!(said.contains(told) && !said.contains("ONVOLLEDIG"), "{said}");
    }
    let patient = said(Reader::Patient, whole());
    assert!(patient.contains("Als uw hart stopt, wordt u niet gereanimeerd."), "{patient}");
    assert!(!said(Reader::Social, whole()).contains("eanim"));
}

/// Who reads a limit without its exception reads another limit; the words of the team stay in the record.
#[test]
fn a_limit_with_an_exception_says_on_the_paper_for_the_patient_that_there_is_more() {
    let entry = || Entry::on(0).consent().conversation().choice("pzp/ziekenhuisopname", "niet");
    let plain = "U wordt niet meer opgenomen in het ziekenhuis.";
    let patient = said(Reader::Patient, vec![entry().noted("pzp/ziekenhuisopname", "tenzij gebroken heup")]);
    let more = format!("{plain} Hierover staat meer in uw dossier, bijvoorbeeld wanneer het anders is.");
    assert!(patient.contains(&more) && !patient.contains("heup"), "{patient}");
    let patient = said(Reader::Patient, vec![entry()]);
    assert!(patient.contains(plain) && !patient.contains("Hierover staat meer"), "{patient}");
}

/// A conversation of another meeting may have been about another decision.
#[test]
fn a_limit_that_was_changed_does_not_borrow_an_earlier_conversation() {
    let changed = || {
        vec![
            Entry::on(0).conversation().choice("pzp/reanimatie", "wel"),
            Entry::on(70).choice("pzp/reanimatie", "niet"),
        ]
    };
    for reader in [Reader::Dossier, Reader::Hap] {
        let said = said(reader, changed());
        assert!(said.contains("Reanimatie: ONVOLLEDIG, niet op varen: zie dossier"), "{said}");
    }
    assert!(!said(Reader::Hap, changed()).contains("uitvoeren"));
}

#[test]
fn a_limit_that_was_confirmed_keeps_its_conversation() {
    let mut later = Entry::on(70).choice("pzp/reanimatie", "niet");
    let first = Answer::given(Given::Choice("niet".into()), stamp(0));
    later.review().answers.get_mut(&key("pzp/reanimatie")).unwrap().earlier = Some(Box::new(first));
    let entries = vec![Entry::on(0).conversation().choice("pzp/reanimatie", "niet"), later];
    let said = said(Reader::Hap, entries);
    assert!(said.contains("Besproken op 17-09-2026 door A. de Wit, huisarts, met meneer en zijn partner: - Reanimatie: Niet uitvoeren"), "{said}");
}

#[test]
fn otherwise_without_words_is_incomplete() {
    let bare = || vec![Entry::on(0).consent().conversation().choice("pzp/ziekenhuisopname", "anders")];
    let hap = said(Reader::Hap, bare());
    assert!(hap.contains("Ziekenhuis: ONVOLLEDIG") && !hap.contains("Anders, namelijk"), "{hap}");
    assert!(!said(Reader::Patient, bare()).contains("ziekenhuis"));
    let note = "Alleen bij klachten die thuis niet te verhelpen zijn.";
    let told = || vec![bare().remove(0).noted("pzp/ziekenhuisopname", note)];
    assert!(said(Reader::Hap, told()).contains(&format!("- Ziekenhuis: Anders, namelijk: {note}")));
    assert!(said(Reader::Patient, told()).contains(&format!("Over het ziekenhuis: {note}")));
}

#[test]
fn what_nobody_knows_yet_is_told_to_who_treats_and_to_nobody_else() {
    for (reason, words) in [
        (NonAnswer::Unknown, "nog onbekend"),
        (NonAnswer::NotDiscussedWithPatient, "met patiënt niet besproken"),
    ] {
        let entry = || vec![Entry::on(0).consent().with("pzp/antibiotica", Given::Not(reason))];
        for reader in Reader::ALL {
            let said = said(reader, entry()).to_lowercase();
            assert_eq!(said.contains(words), reader.treats(), "{reader:?}: {said}");
        }
    }
}

#[test]
fn a_value_of_an_earlier_meeting_carries_its_day() {
    let entries = || {
        vec![
            Entry::on(0).consent().text("persoon/belangrijk", "Thuis zijn."),
            Entry::on(70).text("persoon/kracht", "De hond."),
        ]
    };
    for reader in [Reader::Dossier, Reader::Hap, Reader::Social] {
        let said = said(reader, entries());
        assert!(said.contains("Thuis zijn. (genoteerd op 18-09-2026)"), "{reader:?}: {said}");
        assert!(
            !said.contains("De hond. (") && (reader == Reader::Hap || said.contains("De hond.")),
            "{said}"
        );
    }
    let patient = said(Reader::Patient, entries());
    assert!(patient.contains("Thuis zijn. Opgeschreven op vrijdag 18 september 2026. "), "{patient}");
}

#[test]
fn a_withdrawn_judgement_says_so_and_never_what_it_was() {
    let entries = || vec![Entry::on(0).judged("stervensfase", "stervensfase").withdrawn("stervensfase")];
    for reader in [Reader::Dossier, Reader::Hap] {
        let said = said(reader, entries());
        assert!(
            said.contains("Stervensfase: INGETROKKEN op 18-09-2026 door M. Vos. Reden: Knapte op."),
            "{said}"
        );
        assert!(!said.contains("begonnen") && !said.contains("Gaat achteruit"), "{said}");
    }
}

#[test]
fn the_dying_phase_comes_first_with_day_and_hour() {
    let said = said(
        Reader::Hap,
        vec![Entry::on(0).judged("stervensfase", "stervensfase").text("persoon/wie", "Schipper")],
    );
    let dying =
        said.find("Stervensfase: begonnen, naar het oordeel van het team (18-09-2026 14:05)").expect(&said);
    assert!(dying < said.find("Schipper").unwrap());
    assert!(!said.contains("AFWIJKEND"));
}

#[test]
fn the_marking_is_that_of_the_last_meeting_that_judged() {
    let entries =
        || vec![Entry::on(0).judged("markering", "markeren"), Entry::on(70).text("persoon/wie", "x")];
    assert!(said(Reader::Dossier, entries()).contains("Palliatieve fase: gemarkeerd (18-09-2026)"));
    let hap = said(Reader::Hap, entries());
    assert!(hap.contains("gemarkeerd (18-09-2026)") && !hap.contains("Gaat achteruit"), "{hap}");
}

#[test]
fn without_consent_there_is_no_paper_for_others() {
    let about = || Entry::on(0).text("persoon/wie", "x");
    for (reader, question) in [(Reader::Social, "pzp/delen-sociaal"), (Reader::Patient, "pzp/delen-naasten")]
    {
        assert_eq!(made(reader, vec![about()]), Err(Refusal::NotAsked));
        assert_eq!(
            made(reader, vec![about().with(question, Given::Not(NonAnswer::Unknown))]),
            Err(Refusal::NotAsked)
        );
        assert_eq!(made(reader, vec![about().with(question, Given::YesNo(false))]), Err(Refusal::NoConsent));
        assert!(made(reader, vec![about().with(question, Given::YesNo(true))]).is_ok());
        // What was agreed stands until it is taken back.
        let agreed = || about().with(question, Given::YesNo(true));
        assert!(made(reader, vec![agreed(), Entry::on(70)]).is_ok());
        let back = Entry::on(70).with(question, Given::Not(NonAnswer::NoLonger));
        assert_eq!(made(reader, vec![agreed(), back]), Err(Refusal::NotAsked));
        let mut died = Entry::on(70);
        died.review().details.deceased = true;
        assert_eq!(made(reader, vec![agreed(), died]), Err(Refusal::Deceased));
    }
    let refused = about().consent().with("pzp/delen-akkoord", Given::YesNo(false));
    assert_eq!(made(Reader::Social, vec![refused]), Err(Refusal::NoConsent));
}

#[test]
fn what_was_taken_back_is_gone_and_told_as_a_change() {
    let entries = || {
        vec![
            Entry::on(0).conversation().choice("pzp/reanimatie", "niet"),
            Entry::on(70).with("pzp/reanimatie", Given::Not(NonAnswer::NoLonger)),
        ]
    };
    for reader in [Reader::Dossier, Reader::Hap] {
        let said = said(reader, entries());
        // What it was is told to who has the whole record, and never to who would act on it.
        let change = "27-11-2026 - Reanimatie: was: Niet uitvoeren; nu: geldt niet meer";
        assert_eq!(said.contains(change), reader == Reader::Dossier, "{said}");
        assert_eq!(said.contains("Niet uitvoeren"), reader == Reader::Dossier, "{said}");
        assert!(said.contains("27-11-2026"), "the day on which it changed: {said}");
        assert!(said.contains("Reanimatie: INGETROKKEN op 27-11-2026"), "{said}");
    }
}

#[test]
fn a_change_says_from_what_to_what() {
    let entries = || {
        vec![
            Entry::on(0)
                .conversation()
                .choice("pzp/reanimatie", "wel")
                .choice("pzp/hoofddoel", "levensverlenging"),
            Entry::on(70)
                .conversation()
                .choice("pzp/reanimatie", "niet")
                .choice("pzp/hoofddoel", "symptoomverlichting"),
        ]
    };
    for reader in [Reader::Dossier, Reader::Hap] {
        let said = said(reader, entries());
        let on = if reader == Reader::Hap { " (27-11-2026)" } else { "" };
        assert!(said.contains(&format!("Reanimatie{on}: was: Wel uitvoeren; nu: Niet uitvoeren")), "{said}");
        // Who meets the patient at night is told of limits that changed; the goal stands in its own part.
        let goal = said.matches("Doel van het beleid: was: ").count();
        assert_eq!(goal, usize::from(reader == Reader::Dossier), "{said}");
    }
}

#[test]
fn of_agreements_others_get_their_own() {
    let entries = || {
        vec![
            Entry::on(0).consent().agreed(1, "PZP-gesprek met dochter", WIT, "25-09-2026").agreed(
                2,
                "Vrijwilliger zoeken",
                MAAS,
                "01-12-2026",
            ),
            Entry::on(30).text("persoon/wie", "x"),
        ]
    };
    let dossier = said(Reader::Dossier, entries());
    assert!(dossier.contains("PZP-gesprek met dochter: A. de Wit, huisarts; uiterlijk vrijdag 25 september 2026; van 18-09-2026; OVER TIJD"), "{dossier}");
    let social = said(Reader::Social, entries());
    assert!(social.contains("Vrijwilliger zoeken") && !social.contains("dochter"), "{social}");
    for reader in [Reader::Hap, Reader::Patient] {
        let said = said(reader, entries());
        assert!(!said.contains("Vrijwilliger zoeken") && !said.contains("dochter"), "{said}");
    }
    for (outside, is_theirs) in
        [("Huisartsenpost Noord", true), ("de HAP", true), ("Thuiszorg", false), ("Happy Care", false)]
    {
        let mut mine = entries();
        let agreement = &mut mine[0].review().agreements[0];
        (agreement.owner, agreement.outside_name) = (Some(Owner::Outside), outside.to_owned());
        let hap = said(Reader::Hap, mine);
        assert_eq!(hap.contains("PZP-gesprek met dochter: "), is_theirs, "{outside}: {hap}");
        assert!(!hap.contains("Vrijwilliger zoeken"), "{hap}");
    }
}

#[test]
fn a_refusal_names_the_question_as_the_checklist_does() {
    let plan = LIBRARY.checklist(&Name::new("pzp")).unwrap();
    let asked = [
        (Reader::Patient, "delen-naasten"),
        (Reader::Social, "delen-sociaal"),
        (Reader::Patient, "gesprek-op"),
    ];
    for (reader, item) in asked {
        let question = plan.checklist.item(item).unwrap().question().clone();
        let group = plan.checklist.groups.iter().find(|group| {
            group.entries.iter().any(
                |entry| matches!(entry, crate::checklist::Entry::Item(asked) if asked.id.as_str() == item),
            )
        });
        let page = group.unwrap().called().into_owned();
        for language in [Language::Dutch, Language::English] {
            let told = match item {
                "gesprek-op" => Refusal::NotTalked.told(reader, language),
                _ => Refusal::NotAsked.told(reader, language),
            };
            // Step, page and question, each as the screen calls it.
            for called in [&plan.checklist.title, &page, &question] {
                assert!(told.contains(called.get(language)), "{called:?}: {told}");
            }
        }
    }
}
