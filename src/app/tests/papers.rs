//! Papers by keys: which one is looked at, what is refused, where it is saved and what is asked before.

use std::collections::BTreeMap;

use chrono::{NaiveDate, NaiveDateTime};

use super::Stage;
use super::register::{day, id, stamp};
use super::standing::{patient, with_more};
use super::tour::midway;
use crate::app::message::{
    Existing, Gathered, Gathering, PaperFact, PaperFolder, PaperNeeds, SavePaper, UsualPlace,
};
use crate::app::{Effect, Model, Msg, Protected, SavingQuestion, Screen, Size};
use crate::checklist::Localized;
use crate::export::{DocumentFormat, MirrorMeeting, MirrorPatient, MirrorSource};
use crate::meeting::{
    Answer, Caveats, Given, Judgement, Meeting, MeetingDigest, MeetingId, MeetingKind, Occurrences,
    PatientId, QuestionKey, Register, Review, Viewpoint, one_by_one,
};
use crate::words::Language;

const HOME: &str = "/thuis/fictief";

/// A folder of a world with few of them.
pub fn folder(path: Option<&str>) -> PaperFolder {
    let documents = format!("{HOME}/Documenten");
    let path = path.unwrap_or(&documents);
    let within: &[&str] = if path == documents { &["OneDrive", "Zorg"] } else { &[] };
    let within = within.iter().map(|name| ((*name).into(), format!("{path}/{name}").into())).collect();
    let above = path.rsplit_once('/').map(|(above, _)| above.into());
    let gone = path.ends_with("/weg");
    let problem =
        || Localized { nl: "Die map is weg.".to_owned(), en: Some("That folder is gone.".to_owned()) };
    PaperFolder {
        path: path.into(),
        above,
        within,
        usual: vec![(UsualPlace::Documents, documents.clone().into()), (UsualPlace::Home, HOME.into())],
        synchronised: path.contains("OneDrive").then(|| "OneDrive".into()),
        problem: gone.then(problem),
    }
}

/// Saves a paper among these files.
fn saved(outside: &mut BTreeMap<String, String>, save: &SavePaper) -> PaperFact {
    let path = format!("{}/{}", save.folder, save.name);
    let (path, taken) = match (outside.contains_key(&path), save.existing) {
        (true, Existing::Ask) => return PaperFact::Exists,
        (true, Existing::Beside) => (format!("{}/2-{}", save.folder, save.name), false),
        (taken, _) => (path, taken),
    };
    assert!(!taken || save.existing == Existing::Replace);
    outside.insert(path.clone(), save.text.to_string());
    PaperFact::Saved(path.into())
}

/// Whether an effect is one of papers.
pub fn is_paper(effect: &Effect) -> bool {
    matches!(effect, Effect::Gather(..) | Effect::LookIntoFolder(_) | Effect::SavePaper(_))
}

/// What the world answers to an effect of papers.
pub fn answer(
    effect: &Effect,
    model: &Model,
    earlier: &[Meeting],
    now: NaiveDateTime,
    outside: &mut BTreeMap<String, String>,
) -> Option<Msg> {
    Some(match effect {
        Effect::Gather(needs, number) => {
            let what = gather(model, earlier, now.date(), *needs);
            Msg::Gathered(Box::new(Gathered { number: *number, made_by: "tester".to_owned(), what }))
        }
        Effect::LookIntoFolder(path) => Msg::PaperFolder(Box::new(folder(path.as_deref()))),
        Effect::SavePaper(save) => Msg::PaperFact(Box::new(saved(outside, save))),
        _ => return None,
    })
}

/// What the notebook says for a paper: the earlier meetings, and the open one as it was saved.
fn gather(model: &Model, earlier: &[Meeting], today: NaiveDate, needs: PaperNeeds) -> Gathering {
    let own = model.record().cloned();
    let meetings: Vec<Meeting> = earlier.iter().cloned().chain(own).collect();
    let mut occurrences = Occurrences::default();
    meetings.iter().for_each(|meeting| occurrences.take(&MeetingDigest::of(meeting)));
    let read = |id| meetings.iter().find(|meeting| meeting.id == id).cloned();
    let register = Register::of(&Viewpoint::whole(today), &meetings);
    match needs {
        PaperNeeds::Register => Gathering::Register(Box::new(register)),
        PaperNeeds::Course(patient) => {
            let course = Box::new(occurrences.course(patient, one_by_one(read)));
            let known = model.library.iter().flat_map(|library| library.checklists()).cloned();
            let known: Vec<_> = known.collect();
            let ids = course.entries.iter().flat_map(|entry| vec![entry.id; known.len()]).collect();
            let definitions = vec![known; course.entries.len()].concat();
            Gathering::Course { course, meetings: ids, definitions }
        }
        PaperNeeds::Mirror => {
            let of = |known: &crate::meeting::KnownPatient| {
                MirrorPatient::of(known, &occurrences.course(known.patient, one_by_one(read)), today)
            };
            let count = |meeting: &Meeting| MirrorMeeting {
                id: meeting.id,
                date: meeting.details.date,
                day_unknown: false,
                group: meeting.details.group.clone(),
                bottlenecks: meeting.bottlenecks.clone(),
                learning_needs: meeting.learning_needs.clone(),
            };
            let patients = register.everybody().filter_map(of).collect();
            let meetings = meetings.iter().map(count).collect();
            Gathering::Mirror(Box::new(MirrorSource {
                meetings,
                patients,
                formerly: Default::default(),
                of_invented: Vec::new(),
                invented: 0,
                caveats: Caveats::default(),
            }))
        }
    }
}

/// A notebook in which enough patients were discussed for counts to be told.
pub fn counted(mut stage: Stage) -> Stage {
    let key = |checklist: &str, item: &str| QuestionKey::new(&checklist.into(), &item.into());
    for (number, month) in (0..4_u32).zip([3, 5, 9, 11]) {
        let meeting_id = MeetingId(id(900 + u128::from(number)));
        let date = if number == 0 { day(month, 1).with_year_before() } else { day(month, 1) };
        let mut meeting = Meeting::new(meeting_id, MeetingKind::Patz, date);
        meeting.details.group = if number == 1 { "PaTz Zuid" } else { "PaTz Noord" }.to_owned();
        meeting.bottlenecks = "Noodmedicatie in het weekend".to_owned();
        for at in 0..9_u32 {
            let mut review = Review::new(PatientId(id(u128::from(1000 + number * 10 + at))));
            review.label = format!("Fictief {number}{at}");
            review.details.finished = Some(stamp(date));
            review.details.deceased = at > 2;
            if at != 5 || number != 2 {
                let choice = Some("markeren".into());
                let judged = Judgement { choice, recorded: Some(stamp(date)), ..Judgement::default() };
                review.judgements.insert("markering".into(), judged);
            }
            if at > 2 {
                let died = Given::Date(format!("{:02}-{month:02}-2026", 2 + at * 3));
                let died = Answer::given(died, stamp(date));
                review.answers.insert(key("nabespreking", "overleden-op"), died);
            }
            if at < 6 {
                let held = Answer::given(Given::YesNo(true), stamp(date));
                review.answers.insert(key("pzp-stand", "gesprek"), held);
            }
            meeting.reviews.push(review.into());
        }
        stage.earlier.push(meeting);
    }
    stage
}

trait YearBefore {
    fn with_year_before(self) -> Self;
}

impl YearBefore for NaiveDate {
    fn with_year_before(self) -> Self {
        self - chrono::TimeDelta::days(365)
    }
}

/// The page of a patient of whom something was recorded before.
pub fn at_patient() -> Stage {
    let mut stage = with_more(Stage::new(80, 24));
    stage.to(&format!("earlier:{}", id(13))).keys("<Enter>");
    stage.model.path.go(&Screen::Patient(patient()));
    stage
}

/// All that can be seen of the page by going down.
pub fn whole(stage: &mut Stage) -> String {
    let mut said = stage.text();
    for _ in 0..30 {
        stage.keys("<Down>");
        said.push_str(&stage.text());
    }
    stage.keys("<Home>");
    said
}

pub fn saves(stage: &Stage) -> Vec<&SavePaper> {
    let all = stage.effects.iter();
    all.filter_map(|effect| if let Effect::SavePaper(save) = effect { Some(&**save) } else { None }).collect()
}

#[test]
fn every_paper_is_reached_with_the_arrows_and_shown_before_it_leaves() {
    let mut stage = at_patient();
    stage.keys("<F9>");
    assert!(stage.text().contains("verslag van deze patiënt"), "{}", stage.text());
    assert!(whole(&mut stage).contains("Besproken in PaTz Noord"));
    for (shown, stands) in [
        ("samenvatting van deze patiënt", "Gemaakt op 22-11-2026 door tester"),
        ("verslag van de hele bijeenkomst", "Afspraken per persoon"),
        ("openstaande afspraken", "M. Vos: 2 open"),
        ("register van patiënten", "Register van alle groepen"),
        ("voorbereiding van een bijeenkomst", "Voorbereiding"),
        ("spiegelinformatie", "Besproken: niet getoond"),
        ("verslag van deze patiënt", "Besproken in PaTz Noord"),
    ] {
        stage.to("paper").keys("<Right>");
        let said = whole(&mut stage);
        assert!(said.contains(shown) && said.contains(stands), "{shown}: {said}");
        assert_eq!(saves(&stage).len(), 0);
    }
    stage.to("paper").keys("<Left>");
    assert!(stage.text().contains("spiegelinformatie"), "{}", stage.text());
}

#[test]
fn a_summary_is_for_one_reader_and_refused_where_nobody_agreed_to_sharing() {
    let mut stage = at_patient();
    stage.keys("<F9>").to("paper").keys("<Right>").to("reader");
    for (shown, stands) in [
        ("het dossier", "Voor het dossier"),
        ("de huisartsenpost", "Voor de huisartsenpost"),
        ("sociaal domein en vrijwilligers", "Er is niets gemaakt"),
        ("patiënt en naasten", "Er is niets gemaakt"),
    ] {
        let text = stage.text();
        assert!(text.contains(&format!("‹ {shown} ›")) && text.contains(stands), "{shown}: {text}");
        let can_be_saved = stage.model.page().rows().any(|row| row.id.as_str() == "save");
        assert_eq!(can_be_saved, stands != "Er is niets gemaakt", "{shown}");
        stage.keys("<Right>");
    }
    // The sentence is that of the command line.
    let told = crate::export::Refusal::NotAsked.told(crate::export::Reader::Social, Language::Dutch);
    stage.keys("<Right><Right>");
    let said: String = stage.text().split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(said.contains(&told), "{said}\n{told}");
}

#[test]
fn the_plan_for_the_record_is_saved_for_another_program_too() {
    let mut stage = at_patient();
    stage.keys("<F9>").to("paper").keys("<Right>").to("format").keys("<Left>");
    let said = whole(&mut stage);
    assert!(said.contains("‹ FHIR (voor een ander programma) ›"), "{said}");
    assert!(said.contains("Een bestand voor andere programma's (FHIR R4), met"), "{said}");
    stage.to("save").keys("<Enter>");
    let save = saves(&stage)[0].clone();
    assert_eq!(&*save.name, "pzp-fhir-fictief-d-2026-11-22.json");
    assert_eq!(save.patients, [patient()]);
    let bundle: serde_json::Value = serde_json::from_str(&save.text).unwrap();
    assert_eq!(bundle["resourceType"], "Bundle");
    assert_eq!(bundle["entry"][0]["resource"]["name"][0]["text"], "Fictief D.");
    // Nobody else gets one: for another reader it is a paper again.
    stage.to("reader").keys("<Right>");
    assert!(
        stage.text().contains("Voor de huisartsenpost") && !stage.text().contains("FHIR"),
        "{}",
        stage.text()
    );
    stage.to("save").keys("<Enter>");
    assert!(!saves(&stage)[1].name.ends_with(".json"), "{}", saves(&stage)[1].name);
}

#[test]
fn a_paper_says_what_is_on_the_disk_and_waits_for_it() {
    let mut stage = at_patient();
    stage.saves = false;
    stage.to("answer:kort/kleur").keys("<Right><Right>");
    let revision = stage.model.open.as_ref().unwrap().saving.revision;
    stage.effects.clear();
    stage.keys("<F9>").to("paper").keys("<Right>");
    let asks = |effect: &&Effect| matches!(effect, Effect::Gather(..));
    assert_eq!(stage.effects.iter().filter(asks).count(), 0, "nothing is read before it is saved");
    assert!(stage.text().contains("Het notitieboek wordt gelezen"), "{}", stage.text());
    let meeting = stage.meeting().id;
    stage.send(Msg::Saved(meeting, revision));
    assert_eq!(stage.effects.iter().filter(asks).count(), 1);
    assert!(stage.text().contains("Samenvatting: Fictief D."), "{}", stage.text());
    // Of what was asked before nothing is taken for what is asked now.
    assert_eq!(stage.model.papers.asked, None);
    stage.keys("<Esc><F9>").to("paper").keys("<Right>");
    assert_eq!(stage.effects.iter().filter(asks).count(), 2, "it is read anew each time");
}

#[test]
fn the_agreements_of_one_person_are_a_paper_of_their_own() {
    let mut stage = midway(Language::Dutch, 80, 24);
    stage.model.path.go(&Screen::Meeting);
    stage.keys("<F9>").to("paper").keys("<Right>");
    let all = whole(&mut stage);
    assert!(all.contains("gesprek met dochter") && all.contains("noodmedicatie"), "{all}");
    let mut owners = Vec::new();
    stage.to("owner");
    for _ in 0..3 {
        stage.keys("<Right>");
        let said = whole(&mut stage);
        owners.push((said.contains("gesprek met dochter"), said.contains("noodmedicatie")));
        stage.to("owner");
    }
    assert_eq!(owners, [(false, true), (true, false), (true, true)], "apotheek, M. Vos, and everybody again");
    stage.keys("<Right>").to("save").keys("<Enter>");
    let saved = saves(&stage);
    assert_eq!(&*saved[0].name, "afspraken-apotheek-2026-11-22.txt");
    assert!(!saved[0].text.contains("gesprek met dochter"));
}

#[test]
fn a_paper_is_saved_in_its_format_with_whom_it_is_about() {
    let mut stage = at_patient();
    stage.keys("<F9>").to("format").keys("<Right><Right>").to("save").keys("<Enter>");
    let save = saves(&stage)[0].clone();
    assert_eq!(&*save.folder, "/thuis/fictief/Documenten");
    assert_eq!(&*save.name, "verslag-patz-noord-fictief-d-2026-11-22.html");
    assert_eq!(save.patients, [patient()]);
    assert_eq!(save.meeting.as_deref().map(|meeting| meeting.id), Some(stage.meeting().id), "for the log");
    assert!(save.text.starts_with("<!doctype html>") || save.text.starts_with("<!DOCTYPE html>"));
    assert_eq!(save.existing, Existing::Ask);
    let text = stage.text();
    assert!(text.contains("Opgeslagen als /thuis/fictief/Documenten/verslag"), "{text}");
    assert!(text.contains("niet versleuteld"), "{text}");
    // The text that is saved is that of the command line, whatever the window.
    stage.send(Msg::Resized(Size::new(60, 18)));
    stage.to("format").keys("<Right>").to("save").keys("<Enter>");
    let open = stage.model.open.as_ref().unwrap();
    let minutes = crate::export::Minutes {
        routes: stage.model.known_routes().collect(),
        ..crate::export::Minutes::new(&open.record, open.checklists(), Language::Dutch)
    };
    let review = stage.meeting().review(patient()).unwrap();
    let expected = minutes.patient_document(review).written(DocumentFormat::Text);
    assert_eq!(*saves(&stage)[1].text, *expected);
}

#[test]
fn of_real_patients_it_is_asked_once_whether_it_may_be_readable() {
    for protected in [Protected::Disk, Protected::Sealed] {
        let mut stage = at_patient();
        stage.model.protected = protected;
        stage.keys("<F9>").to("save").keys("<Enter>");
        assert_eq!(*stage.model.screen(), Screen::SavingPaper(SavingQuestion::Open));
        let text = stage.text();
        assert!(text.contains("niet versleuteld") && text.contains("/thuis/fictief/Documenten"), "{text}");
        stage.keys("<Esc>");
        assert_eq!((saves(&stage).len(), stage.outside.len()), (0, 0), "no is no");
        stage.keys("<Enter><Enter><Enter>");
        assert_eq!((saves(&stage).len(), stage.outside.len()), (0, 0), "nobody said yes");
        stage.keys("<Down><Enter>");
        assert_eq!((saves(&stage).len(), stage.outside.len()), (1, 1));
        assert!(stage.model.screen().paper().is_some(), "back at the paper");
    }
    for unprotected in [Protected::No, Protected::Fictional] {
        let mut stage = at_patient();
        stage.model.protected = unprotected;
        stage.keys("<F9>").to("save").keys("<Enter>");
        assert_eq!(stage.outside.len(), 1, "{unprotected:?}");
    }
}

/// A paper leaves the notebook only where somebody went to what saves it.
#[test]
fn enter_alone_saves_no_paper() {
    let mut stage = at_patient();
    stage.keys("<F9>");
    for _ in 0..12 {
        stage.keys("<Enter>");
    }
    assert_eq!((stage.focus().as_str(), saves(&stage).len()), ("save", 0), "{}", stage.text());
    assert!(stage.text().contains("Er is nog niets gekozen"), "{}", stage.text());
    stage.keys("<Down><Up>").to("save").keys("<Enter>");
    assert_eq!((saves(&stage).len(), stage.outside.len()), (1, 1));
    stage.keys("<Enter><Enter><Enter>");
    assert_eq!(*stage.model.screen(), Screen::SavingPaper(SavingQuestion::Exists));
    assert_eq!((saves(&stage).len(), stage.outside.len()), (2, 1), "asked, and no second file");
    stage.keys("<Down><Enter>");
    assert_eq!(stage.outside.len(), 2);
}

#[test]
fn a_file_of_that_name_is_replaced_only_by_who_says_so() {
    let mut stage = at_patient();
    stage.keys("<F9>").to("save").keys("<Enter>").keys("<Enter>");
    assert_eq!(*stage.model.screen(), Screen::SavingPaper(SavingQuestion::Exists));
    stage.keys("<Esc>");
    assert_eq!(stage.outside.len(), 1);
    stage.to("save").keys("<Enter>").to("beside").keys("<Enter>");
    assert_eq!(stage.outside.len(), 2);
    stage.to("save").keys("<Enter>").to("replace").keys("<Enter>");
    assert_eq!(stage.outside.len(), 2);
    assert_eq!(saves(&stage).last().map(|save| save.existing), Some(Existing::Replace));
    assert!(stage.text().contains("Opgeslagen als"), "{}", stage.text());
}

#[test]
fn a_folder_is_chosen_with_the_arrows_and_told_of_where_it_does_not_do() {
    let mut stage = at_patient();
    stage.keys("<F9>").to("folder").keys("<Enter>");
    assert!(stage.text().contains("Deze map gebruiken"), "{}", stage.text());
    stage.to("within:0").keys("<Enter>");
    assert!(stage.text().contains("gesynchroniseerd (OneDrive)"), "{}", stage.text());
    stage.to("above").keys("<Enter>").to("within:1").keys("<Enter>").to("use").keys("<Enter>");
    assert!(stage.text().contains("/thuis/fictief/Documenten/Zorg"), "{}", stage.text());
    stage.to("save").keys("<Enter>");
    assert_eq!(&*saves(&stage)[0].folder, "/thuis/fictief/Documenten/Zorg");
    // Who only looked around saves where it was saved before.
    stage.to("folder").keys("<Enter>").to("above").keys("<Enter><Esc>");
    assert!(stage.text().contains("/thuis/fictief/Documenten/Zorg"), "{}", stage.text());
    stage.to("folder").keys("<Enter>");
    stage.send(Msg::PaperFolder(Box::new(folder(Some("/thuis/fictief/weg")))));
    let text = stage.text();
    assert!(text.contains("Die map is weg.") && !text.contains("Deze map gebruiken"), "{text}");
}

#[test]
fn what_went_wrong_is_said_on_the_page_and_can_be_tried_again() {
    let mut stage = at_patient();
    stage.keys("<F9>").to("save");
    let why = Localized { nl: "De schijf is vol.".to_owned(), en: None };
    stage.send(Msg::PaperFact(Box::new(PaperFact::NotSaved(why))));
    assert!(stage.text().contains("De schijf is vol."), "{}", stage.text());
    stage.keys("<Enter>");
    assert!(!stage.text().contains("De schijf is vol.") && stage.text().contains("Opgeslagen als"));
    stage.effects.clear();
    stage.to("show").keys("<Enter>");
    let shown = stage.effects.iter().find(|effect| matches!(effect, Effect::ShowPaper(_)));
    let path = "/thuis/fictief/Documenten/verslag-patz-noord-fictief-d-2026-11-22.txt";
    assert_eq!(shown, Some(&Effect::ShowPaper(path.into())));
    let why = Localized { nl: "Er is geen programma dat dit opent.".to_owned(), en: None };
    stage.send(Msg::PaperFact(Box::new(PaperFact::NotShown(why))));
    assert!(stage.text().contains("geen programma"), "{}", stage.text());
}

#[test]
fn a_patient_of_whom_nothing_is_known_has_a_paper_that_says_so() {
    let mut stage = midway(Language::Dutch, 80, 24);
    let second = stage.meeting().reviews[1].patient;
    stage.model.path.go(&Screen::Patient(second));
    stage.keys("<F9>").to("paper").keys("<Right>");
    assert!(whole(&mut stage).contains("nog niets vastgelegd"), "{}", stage.text());
}

#[test]
fn the_mirror_shows_bars_of_a_group_and_a_year_and_says_what_is_hidden() {
    let mut stage = counted(Stage::new(80, 24));
    stage.model.path.go(&Screen::Register);
    stage.read_what_is_shown();
    stage.to("mirror").keys("<Enter>");
    let said = whole(&mut stage);
    assert!(said.contains("Patiënten die zijn besproken"), "{said}");
    let line = |said: &str, label: &str| {
        said.lines().find(|line| line.contains(label)).unwrap_or_default().trim().to_owned()
    };
    assert!(line(&said, "Besproken").ends_with(" 36") && line(&said, "Besproken").contains('█'), "{said}");
    assert!(
        line(&said, "Palliatieve fase").ends_with("niet getoond"),
        "35 of 36 would tell who is the one: {said}"
    );
    assert!(said.contains("Mediaan") && said.contains("dagen"), "{said}");
    assert!(said.contains("Noodmedicatie in het weekend"), "{said}");
    stage.to("group").keys("<Right>");
    assert!(line(&stage.text(), "Besproken").ends_with(" 27"), "{}", stage.text());
    stage.to("year").keys("<Right>");
    assert!(line(&stage.text(), "Besproken").ends_with(" 18"), "{}", stage.text());
    stage.keys("<Right>");
    assert!(line(&stage.text(), "Besproken").ends_with(" 9"), "{}", stage.text());
    let period = "Van 01-01-2025 tot en met 31-12-2025. Bijeenkomsten: 1.";
    assert!(stage.text().contains(period), "{}", stage.text());
    stage.keys("<F9>");
    let paper = stage.text();
    assert!(paper.contains("‹ spiegelinformatie ›") && paper.contains("‹ 2025 ›"), "{paper}");
    assert!(whole(&mut stage).contains("- Besproken: 9"));
    assert!(!whole(&mut stage).contains("Fictief"), "nobody can be found in counts");
}

#[test]
fn nothing_of_a_paper_is_kept_when_it_is_left() {
    let mut stage = at_patient();
    stage.keys("<F9>").to("paper").keys("<Right>");
    let needs = stage.model.papers.gathered.as_ref().map(|(of, _)| of.needs);
    assert_eq!(needs, Some(PaperNeeds::Course(patient())));
    stage.keys("<Esc><Down>");
    assert_eq!((stage.model.papers.gathered.as_ref(), stage.model.written.as_ref()), (None, None));
}

#[test]
fn the_paper_of_the_register_has_whom_was_looked_for_and_says_so() {
    let mut stage = counted(Stage::new(80, 24));
    stage.model.path.go(&Screen::Register);
    stage.read_what_is_shown();
    stage.keys("31<F9>");
    let said = whole(&mut stage);
    assert!(said.contains("bij het zoeken naar \"31\" gevonden"), "{said}");
    assert!(said.contains("Fictief 31") && !said.contains("Fictief 30"), "{said}");
    stage.to("searched").keys("<Enter>");
    let said = whole(&mut stage);
    assert!(said.contains("Fictief 30") && !said.contains("bij het zoeken"), "{said}");
}
