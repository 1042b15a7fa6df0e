//! Every screen, filled in as in the middle of a meeting, for all tests that must hold on each of them.

use std::collections::HashMap;
use std::sync::{Arc, LazyLock, Mutex, OnceLock};

use super::Stage;
use crate::app::message::{Paper, PaperKind};
use crate::app::{
    Chooser, FileProblem, FirstFact, FirstStep, Hidden, Listed, LockFact, Model, Msg, Origin, OtherVersion,
    SavingQuestion, Screen, Settings, StepPage, VersionRead, WayOut,
};
use crate::checklist::{DefinitionFile, Layer, Library, Localized, shipped};
use crate::export::Reader;
use crate::meeting::{AnswerText, Given, QuestionKey, Removal, TextPlace, VersionReason};
use crate::words::Language;

/// A stage in the middle of a meeting: two patients, answers, a judgement, two agreements.
pub fn midway(language: Language, width: u16, height: u16) -> Stage {
    static DUTCH: OnceLock<Stage> = OnceLock::new();
    static ENGLISH: OnceLock<Stage> = OnceLock::new();
    let made = match language {
        Language::Dutch => DUTCH.get_or_init(|| played(language)),
        Language::English => ENGLISH.get_or_init(|| played(language)),
    };
    let mut stage = made.clone();
    stage.send(Msg::Resized(crate::app::Size::new(width, height)));
    stage
}

/// Plays the first half of a meeting, key by key.
fn played(language: Language) -> Stage {
    let (width, height) = (80, 24);
    let mut stage = Stage::with(Settings { language, ..Settings::default() }, width, height);
    stage.keys("<Enter>PaTz Noord<Down><Down>90");
    for (name, role, discipline) in
        [("M. Vos", "recorder", "district-nurse"), ("A. de Wit", "chair", "general-practitioner")]
    {
        stage.to("add-participant").keys("<Enter>").keys(name);
        stage.to(&format!("role:{role}")).keys("<Enter>");
        stage.to(&format!("discipline:{discipline}")).keys("<Enter><Esc>");
    }
    stage.keys("<Esc>");
    for (label, born, question) in
        [("Fictief J.", "1941", "Hoe lang kan dit thuis nog?"), ("Fictief B.", "1950", "")]
    {
        stage
            .to("add-patient")
            .keys("<Enter>")
            .keys(label)
            .keys("<Down>")
            .keys(born)
            .keys("<Down>")
            .keys(question);
        stage.to("brought-by").keys("<Enter><Down><Down><Enter>").to("informed").keys("<Enter><Esc>");
    }
    let first = stage.meeting().reviews[0].patient;
    stage.to(&format!("patient:{first}")).keys("<Enter>");
    stage.to("own-words").keys("Zo lang mogelijk in mijn eigen huis, met de hond.");
    stage.to("notes").keys("Twee keer gevallen.<Enter>Dochter raakt uitgeput.");
    stage.to("walk:markering").keys("<Enter>");
    stage.to("option:markering/aanleiding=kwetsbaarheid").keys("<Enter><Tab>");
    stage.to("option:markering/surprise-question=nee").keys("<Enter>");
    stage.to("note:markering/surprise-question").keys("Valt af.");
    stage.to("by:markering/surprise-question").keys("<Enter><Down><Down><Enter>");
    stage
        .keys("<Tab><Tab><Tab><Tab>")
        .to("judge:markeren")
        .keys("<Enter>")
        .to("reason")
        .keys("Gaat snel achteruit.");
    stage.to("involved").keys("<Enter>").to("person").keys("<Enter><Down><Enter><Esc>");
    stage.keys("<F4>gesprek met dochter<Down><Enter><Down><Enter>29 nov<Down><Esc>");
    stage
        .keys("<F4>noodmedicatie<Down><Enter>")
        .to("outside")
        .keys("<Enter>")
        .to("outside")
        .keys("apotheek<Esc>");
    // Said once, and gone with the next key.
    stage.model.notice = None;
    stage
}

/// A library in which one own file is wrong.
pub fn with_a_fault() -> Arc<Library> {
    let mut files = shipped();
    let source = "format = 1\nid = \"eigen\"\nversion = \"1\"\ntitle = \"Eigen lijst\"\n\n[[group]]\nid = \"een\"\ntitle = \"Een\"\n\n\
                  [[group.item]]\nid = \"vraag\"\ntype = \"yes-no\"\ntext = \"Is dat zo?\"\n\
                  enable_when = { item = \"vraagg\", is = true }\nkleur = 3\n";
    files.push(DefinitionFile::new(Layer::User, "eigen.toml", source));
    Arc::new(Library::new(files))
}

/// Versions beside the open meeting, the first of them read to be compared.
pub fn with_versions(stage: &mut Stage) {
    let mut meeting = stage.meeting().clone();
    let id = meeting.id;
    let version = |name: &str, minutes, origin| OtherVersion {
        name: name.into(),
        at: stage.now - chrono::TimeDelta::minutes(minutes),
        origin,
    };
    let versions = vec![
        version("conflict", 3, Origin::Beside),
        version("left-over", 5, Origin::LeftOver),
        version("worked", 10, Origin::Kept(VersionReason::Worked)),
        version("opened", 1500, Origin::Kept(VersionReason::Opened)),
    ];
    let review = &mut meeting.reviews[0];
    review.notes = "Twee keer gevallen.\nSlaapt slecht.".to_owned();
    review.agreements.remove(1);
    review.answers.pop_first();
    let mut judgement = review.judgements.pop_first().expect("a judgement");
    judgement.1.reason = "De dochter houdt het niet vol.".to_owned();
    review.judgements.extend([judgement]);
    meeting.reviews.remove(1);
    meeting.participants[1].absent = true;
    let first = versions[0].clone();
    stage.send(Msg::Versions(id, versions));
    let read = VersionRead { version: first, meeting, definitions: Vec::new(), routes: Vec::new() };
    stage.send(Msg::VersionRead(Box::new(read)));
}

/// A library in which files of the user changed what the meeting of the stage uses: an option with another code, a route
/// with two steps, and another version of a checklist that was not begun.
pub fn changed() -> Arc<Library> {
    let own = shipped().into_iter().filter_map(|file| {
        let source = match file.file.as_str() {
            "markering.toml" => {
                file.source.replace("\"kwetsbaarheid\"", "\"broosheid\"").replace("\"2026.5\"", "\"2026.6\"")
            }
            "vier-dimensies.toml" => file.source.replace("\"2026.4\"", "\"nieuw\""),
            "routes/kort.toml" => {
                let steps: Vec<&str> = file.source.split("[[step]]").take(3).collect();
                steps.join("[[step]]").replace("\"2026.2\"", "\"2026.3\"")
            }
            _ => return None,
        };
        Some(DefinitionFile::new(Layer::User, file.file, source))
    });
    Arc::new(Library::new(shipped().into_iter().chain(own).collect()))
}

/// Every screen by a name, each on a stage of its own.
///
/// The screens of one size are made once for all tests: to play up to each of them takes seconds.
pub fn screens(language: Language, width: u16, height: u16) -> Vec<(String, Stage)> {
    type Screens = Arc<OnceLock<Vec<(String, Stage)>>>;
    type BySize = HashMap<(Language, u16, u16), Screens>;
    static MADE: LazyLock<Mutex<BySize>> = LazyLock::new(Mutex::default);
    let made = {
        let mut made = MADE.lock().expect("no test ends while it looks for screens");
        Arc::clone(made.entry((language, width, height)).or_default())
    };
    made.get_or_init(|| played_up_to(language, width, height)).clone()
}

fn played_up_to(language: Language, width: u16, height: u16) -> Vec<(String, Stage)> {
    let stage = midway(language, width, height);
    let meeting = stage.meeting().clone();
    let review = &meeting.reviews[0];
    let patient = review.patient;
    let checklist = crate::checklist::Name::from("markering");
    let question = QuestionKey::new(&checklist, &"surprise-question".into());
    let agreement = review.agreements[0].id;
    let definition = stage.model.checklist(&checklist).expect("shipped");
    let mut all = vec![
        ("start".to_owned(), Screen::Start),
        ("meetings".to_owned(), Screen::Meetings),
        ("problems".to_owned(), Screen::Problems),
        ("agenda".to_owned(), Screen::Meeting),
        ("details".to_owned(), Screen::MeetingDetails),
        ("participant".to_owned(), Screen::Participant(meeting.participants[0].id)),
        ("patient".to_owned(), Screen::Patient(patient)),
        ("profile".to_owned(), Screen::Profile(patient)),
        ("notes".to_owned(), Screen::Notes(patient)),
        ("overview".to_owned(), Screen::Overview(patient)),
        ("agreement".to_owned(), Screen::Agreement(patient, agreement)),
        ("agreement-outside".to_owned(), Screen::Agreement(patient, review.agreements[1].id)),
        ("choose-brought-by".to_owned(), Screen::Choose(Chooser::BroughtBy(patient))),
        ("choose-answered-by".to_owned(), Screen::Choose(Chooser::AnsweredBy(patient, question))),
        ("choose-involved".to_owned(), Screen::Choose(Chooser::Involved(patient, checklist.clone()))),
        ("choose-owner".to_owned(), Screen::Choose(Chooser::Owner(patient, agreement))),
        ("confirm".to_owned(), Screen::Confirm(patient)),
        ("removing-patient".to_owned(), Screen::Removing(Removal::Patient(patient))),
        (
            "removing-participant".to_owned(),
            Screen::Removing(Removal::Participant(meeting.participants[0].id)),
        ),
        ("ending".to_owned(), Screen::Ending),
        ("closing".to_owned(), Screen::Closing),
        ("minutes".to_owned(), Screen::Paper(Box::new(Paper::minutes(None)))),
        ("minutes-patient".to_owned(), Screen::Paper(Box::new(Paper::minutes(Some(patient))))),
        ("checklists".to_owned(), Screen::Checklists),
        ("checklist-problems".to_owned(), Screen::ChecklistFile(Layer::User, "eigen.toml".into())),
        ("settings".to_owned(), Screen::Settings),
        ("not-saved".to_owned(), Screen::NotSaved),
        ("versions".to_owned(), Screen::Versions),
        ("compare".to_owned(), Screen::Compare),
    ];
    for page in crate::app::pages::pages_of(definition, review) {
        let name = match &page {
            StepPage::Group(group) => group.to_string(),
            StepPage::Judgement => "judgement".to_owned(),
            StepPage::Contents | StepPage::Limits => continue,
        };
        let step = Screen::Step { patient, checklist: checklist.clone(), page: page.clone() };
        all.push((format!("step-{name}"), step));
        all.push((format!("source-{name}"), Screen::Source { checklist: checklist.clone(), page }));
    }
    let mut stages: Vec<(String, Stage)> = all
        .into_iter()
        .map(|(name, screen)| {
            let mut stage = stage.clone();
            stage.send(Msg::LibraryRead(with_a_fault()));
            let mut listed = Listed::default();
            listed.meetings.push(crate::meeting::MeetingSummary::of(&meeting));
            listed.problems.push(FileProblem {
                file: "meetings/0123.toml".to_owned(),
                message: Localized {
                    nl: "Dit bestand is beschadigd.".to_owned(),
                    en: Some("This file is damaged.".to_owned()),
                },
                way_out: Some(WayOut::Recover(meeting.id)),
            });
            stage.send(Msg::Listed(Box::new(listed)));
            if matches!(screen, Screen::Versions | Screen::Compare) {
                with_versions(&mut stage);
            }
            if screen == Screen::NotSaved {
                stage.model.open.as_mut().expect("a meeting").saving.saved = None;
            }
            stage.model.path.go(&screen);
            if matches!(screen, Screen::Paper(_)) {
                stage.read_what_is_shown();
            }
            (name, stage)
        })
        .collect();
    for (name, screen) in [
        ("newer-patient", None),
        ("newer-checklist", Some(Screen::NewerChecklist("markering".into()))),
        ("newer-route", Some(Screen::NewerRoute("kort".into()))),
        ("checklist-shipped", Some(Screen::ChecklistFile(Layer::Shipped, "markering.toml".into()))),
        ("checklist-own", Some(Screen::ChecklistFile(Layer::User, "vier-dimensies.toml".into()))),
    ] {
        let mut newer = stage.clone();
        if name != "checklist-shipped" {
            newer.send(Msg::LibraryRead(changed()));
        }
        newer.model.path.go(&Screen::Patient(patient));
        match screen {
            Some(screen) => newer.model.path.open(screen),
            None => {
                newer.to("newer:markering");
            }
        }
        stages.push((name.to_owned(), newer));
    }
    let mut help = stage.clone();
    help.keys("<F1>");
    stages.push(("help".to_owned(), help));
    let mut palette = stage.clone();
    palette.model.path.go(&Screen::Patient(patient));
    palette.keys("<C-p>");
    stages.push(("palette".to_owned(), palette));
    let mut typing = stage.clone();
    typing.model.path.go(&Screen::Notes(patient));
    typing.keys("<F1>");
    stages.push(("help-typing".to_owned(), typing));
    let mut chooser = stage.clone();
    chooser.earlier = super::register::earlier();
    chooser.model.path.go(&Screen::AddPatient);
    chooser.ask_register();
    stages.push(("add-patient".to_owned(), chooser));
    let mut search = stage.clone();
    search.keys("<C-f>");
    stages.push(("search".to_owned(), search));
    let mut groups = Stage::with(Settings { language, ..Settings::default() }, width, height);
    groups.earlier = super::register::earlier();
    groups.to("new").keys("<Enter>");
    stages.push(("details-groups".to_owned(), groups));
    for (name, screen) in [
        ("closed-agenda", Screen::Meeting),
        ("closed-reopening", Screen::Reopening),
        ("closed-patient", Screen::Patient(patient)),
        (
            "closed-step",
            Screen::Step { patient, checklist: "markering".into(), page: StepPage::Group("surprise".into()) },
        ),
    ] {
        let mut closed = stage.clone();
        closed.model.path.go(&Screen::Closing);
        closed.to("closing").keys("<Enter>");
        closed.model.path.go(&screen);
        stages.push((name.to_owned(), closed));
    }
    for (name, screen) in [("reopened", Screen::Reopening), ("reopened-agenda", Screen::Meeting)] {
        let mut reopened = stage.clone();
        reopened.model.path.go(&Screen::Closing);
        reopened.to("closing").keys("<Enter>");
        reopened.model.path.go(&Screen::Reopening);
        reopened.to("reopen").keys("<Enter>");
        if screen == Screen::Reopening {
            reopened.keys("verkeerd genoteerd");
            reopened.model.path.go(&Screen::Patient(patient));
            reopened.to("notes").keys("x");
        }
        reopened.model.path.go(&screen);
        stages.push((name.to_owned(), reopened));
    }
    for (name, unsaved, fact) in
        [("locked", false, LockFact::Typed(9)), ("locked-refused", true, LockFact::Refused)]
    {
        let mut locked = stage.clone();
        locked.model = locked.model.locked(unsaved).into();
        locked.send(Msg::LockFact(fact));
        stages.push((name.to_owned(), locked));
    }
    stages.extend(first_use(language, width, height));
    for place in 0..6 {
        let mut tour = Stage::with(Settings { language, ..Settings::default() }, width, height);
        tour.model.path.open(Screen::Tour(place));
        stages.push((format!("tour-{place}"), tour));
    }
    for (name, screen) in [("lockable-start", Screen::Start), ("lockable-settings", Screen::Settings)] {
        let mut lockable = stage.clone();
        lockable.model.lockable = true;
        lockable.model.path.go(&screen);
        stages.push((name.to_owned(), lockable));
    }
    let mut empty = Stage::with(Settings { language, ..Settings::default() }, width, height);
    empty.model.path.go(&Screen::Meetings);
    stages.push(("meetings-none".to_owned(), empty));
    stages.extend(second_meeting(language, width, height));
    stages
}

/// The pages of the first use, with nothing and with something wrong on them.
fn first_use(language: Language, width: u16, height: u16) -> Vec<(String, Stage)> {
    let key = || Hidden::new("ABCD-EFGH-JKMN-PQRS-TVWX-YZ01-2345");
    let wrong = FirstFact::Wrong(language.passphrase_short(12).into());
    let not_recorded = FirstFact::NotRecorded(language.first_use_not_recorded("/notitieboek").into());
    let pages = [
        ("first-use", FirstStep::Purpose, vec![]),
        ("first-use-not-recorded", FirstStep::Purpose, vec![not_recorded]),
        ("first-use-passphrase", FirstStep::Passphrase, vec![FirstFact::Typed(7), wrong]),
        ("first-use-again", FirstStep::Again, vec![FirstFact::Typed(21)]),
        ("first-use-key", FirstStep::Key, vec![FirstFact::Key(key())]),
        ("first-use-read-back", FirstStep::ReadBack, vec![FirstFact::ReadBack(key())]),
        ("first-use-working", FirstStep::ReadBack, vec![FirstFact::ReadBack(key()), FirstFact::Working]),
    ];
    let settings = Settings { language, ..Settings::default() };
    let mut stages = Vec::new();
    for (name, step, facts) in pages {
        let mut stage = Stage::with(settings, width, height);
        stage.model = Model::first_use(settings, stage.model.size, stage.now).into();
        for fact in std::iter::once(FirstFact::To(step)).chain(facts) {
            stage.send(Msg::FirstFact(Box::new(fact)));
        }
        stages.push((name.to_owned(), stage));
    }
    let mut begin = Stage::with(settings, width, height);
    begin.model.begin_after_first_use(language.protect_done("~/Pallium", 0));
    stages.push(("first-use-begin".to_owned(), begin));
    stages
}

/// The screens of a second meeting of a group, and those over all meetings.
fn second_meeting(language: Language, width: u16, height: u16) -> Vec<(String, Stage)> {
    let settings = Settings { language, ..Settings::default() };
    let mut agenda = super::standing::with_more(Stage::with(settings, width, height));
    let listed = agenda.earlier.iter().map(crate::meeting::MeetingSummary::of).collect();
    agenda.send(Msg::Listed(Box::new(Listed { meetings: listed, ..Listed::default() })));
    let proposal = agenda.clone();
    agenda.to("proposal-all").keys("<Enter>");
    let patient = super::standing::patient();
    let step = |page: &str| Screen::Step {
        patient,
        checklist: "pzp-stand".into(),
        page: StepPage::Group(page.into()),
    };
    let mut stages = vec![("proposal".to_owned(), proposal)];
    for (name, screen) in [
        ("second-agenda", Screen::Meeting),
        ("open-agreements", Screen::OpenAgreements),
        ("second-patient", Screen::Patient(patient)),
        ("second-step", step("het-gesprek")),
        ("contents", Screen::Step { patient, checklist: "pzp".into(), page: StepPage::Contents }),
        ("limits", Screen::Step { patient, checklist: "pzp".into(), page: StepPage::Limits }),
        ("second-overview", Screen::Overview(patient)),
        ("same-person", Screen::SamePerson(patient)),
        ("register", Screen::Register),
        ("course", Screen::Course(patient)),
    ] {
        let mut stage = agenda.clone();
        stage.model.path.go(&screen);
        stage.read_what_is_shown();
        stages.push((name.to_owned(), stage));
    }
    for (name, wanted) in [
        ("paper-summary", Paper { reader: Reader::Hap, ..Paper::new(PaperKind::Summary) }),
        ("paper-refused", Paper { reader: Reader::Social, ..Paper::new(PaperKind::Summary) }),
        ("paper-agreements", Paper::new(PaperKind::Agreements)),
        ("paper-mirror", Paper::new(PaperKind::Mirror)),
        ("paper-register", Paper::new(PaperKind::Register)),
        ("paper-preparation", Paper::new(PaperKind::Preparation)),
    ] {
        let mut stage = agenda.clone();
        stage.model.path.go(&Screen::Patient(patient));
        let paper = Paper { meeting: true, patient: Some(patient), ..wanted };
        stage.model.path.open(Screen::Paper(Box::new(paper)));
        stage.read_what_is_shown();
        stages.push((name.to_owned(), stage));
    }
    for (name, saved) in [
        ("paper-folder", None),
        ("paper-saving", None),
        ("paper-exists", Some(false)),
        ("paper-saved", Some(true)),
    ] {
        let mut stage = agenda.clone();
        stage.model.path.go(&Screen::Patient(patient));
        stage.keys("<F9>");
        match (name, saved) {
            ("paper-folder", _) => stage.model.path.open(Screen::PaperFolder),
            (_, None) => stage.model.path.open(Screen::SavingPaper(SavingQuestion::Open)),
            (_, Some(false)) => stage.model.path.open(Screen::SavingPaper(SavingQuestion::Exists)),
            (_, Some(true)) => drop(stage.to("save").keys("<Enter>")),
        }
        stages.push((name.to_owned(), stage));
    }
    let mut mirror = super::papers::counted(Stage::with(settings, width, height));
    mirror.model.path.go(&Screen::Register);
    mirror.read_what_is_shown();
    mirror.to("mirror").keys("<Enter>");
    stages.push(("mirror".to_owned(), mirror));
    let mut between = agenda.clone();
    between.model.path.go(&Screen::Start);
    between.to("between").keys("<Enter>");
    stages.push(("between".to_owned(), between));
    stages
}

/// The tour has what it promises.
#[test]
fn the_stage_is_midway() {
    let stage = midway(Language::Dutch, 80, 24);
    let review = &stage.meeting().reviews[0];
    let key = QuestionKey::new(&"markering".into(), &"surprise-question".into());
    assert_eq!(review.answers[&key].given, Some(Given::Choice("nee".into())));
    assert_eq!(review.answers[&key].note, "Valt af.");
    assert!(review.answers[&key].answered_by.is_some());
    assert_eq!(
        TextPlace::Answer(review.patient, key, AnswerText::Note).text(stage.meeting()),
        Some("Valt af.")
    );
    let judgement = &review.judgements[&crate::checklist::Name::from("markering")];
    assert_eq!(judgement.choice, Some("markeren".into()));
    assert_eq!(judgement.involved.len(), 2);
    assert_eq!(review.agreements.len(), 2);
    assert_eq!(review.agreements[0].due, "29-11-2026");
    assert_eq!(review.agreements[1].outside_name, "apotheek");
    assert_eq!(review.notes, "Twee keer gevallen.\nDochter raakt uitgeput.");
}
