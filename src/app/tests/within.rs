//! Within a session with a case: no key leads to patients, nothing comes too early, and every screen says that it is fictional.

use super::Stage;
use super::session::begun;
use crate::app::{Msg, RowId, ScenePage, Screen, Settings, StepPage};
use crate::checklist::{DefinitionFile, Layer, Library, Name, shipped};
use crate::words::Language;

/// A session at the page on which the group judges, of the first scene of mevrouw A.
fn judging(width: u16, height: u16) -> Stage {
    let mut stage = begun("mevrouw-a", true, width, height);
    stage.to("people:nurses").keys("8").to("begin").keys("<Enter>");
    on_to(&mut stage, |screen| matches!(screen, Screen::Step { page: StepPage::Judgement, .. }));
    stage
}

fn on_to(stage: &mut Stage, is_there: impl Fn(&Screen) -> bool) {
    for _ in 0..60 {
        if is_there(stage.model.screen()) {
            return;
        }
        stage.keys("<Tab>");
    }
    panic!("{:?}", stage.model.screen());
}

/// Whether there is a page before one is asked of every page, and all pages are made for no other reason.
#[test]
fn every_page_of_a_case_knows_whether_there_is_one_before_it() {
    for case in ["mevrouw-a", "meneer-k"] {
        let mut stage = begun(case, true, 80, 24);
        stage.to("people:nurses").keys("8").to("begin").keys("<Enter>");
        let mut seen = 0;
        for _ in 0..80 {
            let screen = stage.model.screen().clone();
            if matches!(screen, Screen::Scene(..) | Screen::Step { .. }) {
                let before = crate::app::pages::beside(&stage.model, &screen, false).is_some();
                assert_eq!(stage.model.page().abilities.previous, before, "{case} {screen:?}");
                seen += 1;
            }
            stage.keys("<Tab>");
        }
        assert!(seen > 10, "{case}: {seen}");
    }
}

fn leads_out(stage: &Stage) -> bool {
    stage.model.path.from_the_top().any(|frame| frame.screen.is_about_patients())
}

#[test]
fn undo_stays_in_the_case() {
    let mut stage = judging(80, 24);
    stage.to("dissent").keys("het kan ook haar hart zijn").keys("<Tab>");
    assert_eq!(*stage.model.screen(), Screen::Scene(0, ScenePage::Outcome));
    stage.keys("<C-z>");
    let text = stage.text();
    assert!(matches!(stage.model.screen(), Screen::Step { page: StepPage::Judgement, .. }), "{text}");
    assert!(text.contains("Ongedaan gemaakt") && !text.contains("zonder aanduiding"), "{text}");
    stage.keys("<Esc>");
    assert_eq!(*stage.model.screen(), Screen::Meeting);
    assert!(!leads_out(&stage));
}

/// A meeting is open beside it, and the group looks on while a case is chosen.
#[test]
fn no_key_leads_to_patients_while_a_case_is_chosen() {
    let mut stage = super::tour::midway(Language::Dutch, 80, 24);
    let before = stage.meeting().clone();
    for screen in [Screen::Cases, Screen::Case(Name::new("mevrouw-a"))] {
        for key in ["<C-z>", "<C-y>", "<C-f>"] {
            stage.model.path.go(&screen);
            stage.keys(key);
            assert_eq!(*stage.model.screen(), screen, "{key}");
            assert!(
                stage.text().contains("In een oefening zoekt u niet tussen patiënten"),
                "{}",
                stage.text()
            );
        }
    }
    assert_eq!(stage.meeting(), &before);
}

/// Every key that the table has, every row and every command, on every page of a case.
#[test]
fn no_key_of_a_session_leads_to_patients() {
    let mut stage = judging(80, 24);
    stage.to("dissent").keys("toch");
    stage.keys("<Esc>").to("scene:0").keys("<Enter>");
    while *stage.model.screen() != Screen::Scene(0, ScenePage::Story) {
        stage.keys("<S-Tab>");
    }
    let mut pages = 0;
    while !matches!(stage.model.screen(), Screen::Meeting | Screen::Scene(1, _)) {
        let rows: Vec<String> = stage.model.page().rows().map(|row| row.id.as_str().to_owned()).collect();
        let keys =
            ["F1", "F2", "F3", "F4", "F5", "F6", "F9", "C-f", "C-p", "C-z", "C-y", "C-Up", "C-Down", "S-Tab"];
        for key in keys {
            for then in
                ["", "<Enter>", "<Esc>", "<Esc><Esc>", "<Down><Enter>", "<Right><Enter>", "<End><Enter>"]
            {
                let mut walked = stage.clone();
                walked.keys(&format!("<{key}>{then}"));
                assert!(
                    !leads_out(&walked),
                    "{key}{then} {:?} {:?}",
                    stage.model.screen(),
                    walked.model.path
                );
            }
        }
        for row in rows {
            let mut walked = stage.clone();
            walked.to(&row).keys("<Enter>");
            for _ in 0..3 {
                assert!(!leads_out(&walked), "{row} {:?}", walked.model.path);
                walked.keys("<Esc>");
            }
        }
        pages += 1;
        stage.keys("<Tab>");
    }
    assert!(pages > 8, "{pages}");
}

#[test]
fn no_paper_of_patients_is_offered_in_a_session() {
    let mut stage = judging(80, 24);
    stage.keys("<F9>");
    assert!(matches!(stage.model.screen(), Screen::Paper(_)));
    let kinds = stage.model.page().row(&RowId::fixed("paper")).unwrap().kind.clone();
    let crate::app::page::RowKind::OneOf(kinds) = kinds else { panic!("{kinds:?}") };
    assert_eq!(kinds.options.len(), 1, "{kinds:?}");
    // Looking for patients is done elsewhere.
    stage.keys("<Esc><C-f>");
    assert!(stage.text().contains("zoekt u niet tussen patiënten"), "{}", stage.text());
}

#[test]
fn every_screen_over_a_session_says_that_it_is_fictional() {
    for (width, height) in [(60, 18), (80, 24)] {
        let mut stage = judging(width, height);
        for keys in ["", "<F1>", "<C-p>", "<C-f>", "<F9>"] {
            let mut over = stage.clone();
            over.keys(keys);
            let text = over.text();
            assert!(text.lines().next().unwrap().contains("Verzonnen casus"), "{keys} {width} {text}");
        }
        stage.to("criteria").keys("<Enter><F3>");
        assert!(matches!(stage.model.screen(), Screen::Source { .. }));
        assert!(stage.text().lines().next().unwrap().contains("Verzonnen casus"), "{}", stage.text());
        stage.keys("<Esc><Esc><Esc>");
        assert_eq!(*stage.model.screen(), Screen::Start);
        // There is nobody to look for.
        let rows =
            ["register", "find", "between"].map(|row| stage.model.page().row(&RowId::fixed(row)).is_some());
        assert_eq!(rows, [false; 3], "{}", stage.text());
        stage.to("meetings").keys("<Enter>");
        assert!(stage.text().contains("Verzonnen: Mevrouw A."), "{}", stage.text());
    }
}

/// The header keeps the scene and that it is fictional, also where the status takes half of it.
#[test]
fn the_header_of_a_session_that_is_not_saved_says_which_scene_it_is() {
    let mut stage = begun("mevrouw-a", false, 60, 18);
    stage.to("begin").keys("<Enter>");
    let text = stage.text();
    let header = text.lines().next().unwrap();
    for part in ["1. ", "Verzonnen casus", "wordt niet opgeslagen"] {
        assert!(header.contains(part), "{part} {header}");
    }
}

#[test]
fn the_rest_of_a_checklist_is_left_for_the_judgement() {
    for one in Library::new(shipped()).cases() {
        let case = &one.case;
        for number in 0..case.scenes.len() {
            let mut stage = begun(case.id.as_str(), true, 80, 24);
            stage.keys("<Esc>").to(&format!("scene:{number}")).keys("<Enter>");
            on_to(&mut stage, |screen| matches!(screen, Screen::Step { .. } | Screen::Meeting));
            let known = stage.model.checklist(case.scenes[number].checklist.as_ref().unwrap()).unwrap();
            let judges = known.judgement.is_some();
            stage.to("skip").keys("<Enter>");
            let at = stage.model.screen();
            let is_there = match judges {
                true => matches!(at, Screen::Step { page: StepPage::Judgement, .. }),
                false => matches!(at, Screen::Scene(_, ScenePage::Judge)),
            };
            assert!(is_there, "{} {number} {at:?}", case.id);
            let rows = ["reason", "dissent"].map(|row| stage.model.page().row(&RowId::fixed(row)).is_some());
            assert_eq!(rows, [true, true], "{} {number}", case.id);
        }
    }
}

#[test]
fn what_comes_is_not_told_by_its_name() {
    let mut stage = begun("mevrouw-a", true, 80, 24);
    let titles: Vec<String> = Library::new(shipped())
        .cases()
        .find(|one| one.case.id.as_str() == "mevrouw-a")
        .unwrap()
        .case
        .scenes
        .iter()
        .map(|scene| scene.title.nl.clone())
        .collect();
    let told = |stage: &Stage| titles.iter().filter(|title| stage.text().contains(*title)).count();
    stage.keys("<Esc>");
    assert_eq!(told(&stage), 0, "{}", stage.text());
    assert!(stage.text().contains("Scène 3"), "{}", stage.text());
    stage.to("scene:0").keys("<Enter><Esc>");
    assert_eq!(told(&stage), 1, "{}", stage.text());
    assert!(!stage.minutes().contains(&titles[2]), "{}", stage.minutes());
    stage.to("close").keys("<Enter>").to("closing").keys("<Enter>");
    assert!(stage.minutes().contains(&titles[2]), "{}", stage.minutes());
}

#[test]
fn sources_say_when_they_open_and_stay_open() {
    let mut stage = begun("mevrouw-a", true, 80, 24);
    stage.to("people:nurses").keys("8").to("begin").keys("<Enter>");
    on_to(&mut stage, |screen| matches!(screen, Screen::Step { .. }));
    let here = stage.model.screen().clone();
    stage.keys("<F3>");
    assert!(stage.text().contains("gaan open na de tweede ronde"), "{}", stage.text());
    assert_eq!(*stage.model.screen(), here);
    stage.keys("<S-Tab><S-Tab>8<Tab>").to("show").keys("<Enter>").to("show").keys("<Enter><Tab>");
    assert!(stage.model.page().abilities.source, "{}", stage.text());
    // Where the second round was held and is not whole, it does not come any more.
    let mut stage = begun("mevrouw-a", true, 80, 24);
    stage.to("people:nurses").keys("8").to("begin").keys("<Enter>");
    on_to(&mut stage, |screen| matches!(screen, Screen::Scene(_, ScenePage::Vote(true))));
    stage.keys("3");
    on_to(&mut stage, |screen| matches!(screen, Screen::Step { .. }));
    let text = stage.text();
    assert!(text.contains("Toon bron en criteria") && !text.contains("tweede ronde"), "{text}");
}

#[test]
fn a_scene_without_votes_speaks_of_no_second_round_and_was_played_by_talking() {
    let made = "format = 1\nid = \"praten\"\nversion = \"1\"\ntitle = \"Praten\"\nfictional = true\n[patient]\nlabel = \"mevrouw B.\"\n\
        situation = \"Woont alleen.\"\n[[scene]]\nid = \"begin\"\ntitle = \"Begin\"\ntext = \"Zij zegt weinig.\"\nchecklist = \"markering\"\n\
        questions = [\"Wat ziet u?\"]\n";
    let own = DefinitionFile::new(Layer::User, "casussen/praten.toml", made);
    let mut stage = Stage::with(Settings::default(), 80, 24);
    stage.send(Msg::LibraryRead(std::sync::Arc::new(Library::new(
        shipped().into_iter().chain([own]).collect(),
    ))));
    stage.to("cases").keys("<Enter>").to("case:praten").keys("<Enter>").to("begin-kept").keys("<Enter>");
    stage.to("begin").keys("<Enter>");
    assert!(stage.minutes().contains("Niet gespeeld"), "{}", stage.minutes());
    on_to(&mut stage, |screen| matches!(screen, Screen::Step { .. }));
    let text = stage.text();
    assert!(text.contains("Toon bron en criteria") && !text.contains("tweede ronde"), "{text}");
    let report = stage.minutes();
    assert!(
        report.contains("Besproken; er is niets geteld") && !report.contains("Niet gespeeld"),
        "{report}"
    );
}

#[test]
fn a_case_that_cannot_be_played_stands_in_the_list_with_the_way_to_what_is_wrong() {
    let mut stage = Stage::with(Settings::default(), 80, 24);
    let own = DefinitionFile::new(
        Layer::User,
        "casussen/stuk.toml",
        "format = 1\nid = \"stuk\"\nfictional = true\n[[scene]]\n",
    );
    stage.send(Msg::LibraryRead(std::sync::Arc::new(Library::new(
        shipped().into_iter().chain([own]).collect(),
    ))));
    stage.to("cases").keys("<Enter>");
    assert!(stage.text().contains("casussen/stuk.toml"), "{}", stage.text());
    stage.to("refused:casussen/stuk.toml").keys("<Enter>");
    assert!(
        matches!(stage.model.screen(), Screen::ChecklistFile(Layer::User, _)),
        "{:?}",
        stage.model.screen()
    );
}

#[test]
fn what_the_group_voted_stands_beside_the_question_of_its_checklist() {
    let mut stage = begun("mevrouw-a", true, 80, 24);
    stage.to("people:nurses").keys("8").to("begin").keys("<Enter><Tab>5<Tab>").to("show").keys("<Enter>");
    let is_asked = |stage: &Stage| {
        stage.model.page().rows().any(|row| row.id.as_str().starts_with("option:markering/surprise-question"))
    };
    for _ in 0..20 {
        stage.keys("<Tab>");
        if is_asked(&stage) {
            break;
        }
    }
    assert!(is_asked(&stage) && stage.text().contains("De groep stemde, ronde 1: "), "{}", stage.text());
}

/// What a volunteer need not know, by language; each stands in bold where it is explained.
const DIFFICULT: [&[&str]; 2] = [
    &[
        "surprise question",
        "levensbedreigende aandoening",
        "kwetsbaarheid",
        "geestelijk verzorger",
        "moreel beraad",
        "intervisie",
        "gespecialiseerd team",
        "psychisch",
        "spiritueel",
        "zingeving",
        "delier",
        "hartfalen",
        "parkinson",
        "ALS",
        "SPICT",
        "USD-4D",
        "IPOS",
        "Lastmeter",
        "centrale zorgverlener",
        "PZP-gesprek",
        "markering",
        "diagnose",
        "palliatieve fase",
        "dimensies",
        "mentor",
        "dementie",
        "syndroom",
        "overbelasting",
        "complexiteit",
        "arts VG",
        "consult",
        "psychiatrisch",
        "indicatie",
        "symptoom",
        "palliatieve sedatie",
        "opioïden",
        "multidisciplinair",
    ],
    &[
        "surprise question",
        "life-threatening condition",
        "frailty",
        "spiritual carer",
        "moral case deliberation",
        "peer consultation",
        "specialised team",
        "psychological",
        "spiritual",
        "delirium",
        "heart failure",
        "parkinson",
        "ALS",
        "SPICT",
        "USD-4D",
        "IPOS",
        "Lastmeter",
        "central care provider",
        "PZP conversation",
        "marking",
        "diagnosis",
        "palliative phase",
        "dimensions",
        "mentor",
        "dementia",
        "overburdening",
        "complexity",
        "arts VG",
        "consultation",
        "psychiatric",
        "indication",
        "symptom",
        "palliative sedation",
        "opioids",
        "multidisciplinary",
    ],
];

/// A word as a whole; what begins alike may be another one, and capitals stand for themselves.
fn has_word(text: &str, word: &str) -> bool {
    let (text, word) = match word.chars().any(char::is_lowercase) {
        true => (text.to_lowercase(), word.to_lowercase()),
        false => (text.to_owned(), word.to_owned()),
    };
    let ends = |sign: Option<char>| sign.is_none_or(|sign| !sign.is_alphanumeric() && sign != '-');
    let sides = text.split(&*word).collect::<Vec<_>>();
    sides.windows(2).any(|pair| ends(pair[0].chars().next_back()) && ends(pair[1].chars().next()))
}

/// Explained in the text around it, and not in bold, where it is told who the patient is.
const EXPLAINED: [&str; 3] = ["dementie", "dementia", "syndroom"];

#[test]
fn a_volunteer_meets_no_word_that_was_not_explained_before() {
    for first in 0..3_u16 {
        words_are_explained_from(first);
    }
}

/// Walks the case for volunteers from a scene on, the scenes before it left out.
fn words_are_explained_from(first: u16) {
    for (language, words) in [Language::Dutch, Language::English].into_iter().zip(DIFFICULT) {
        let library = Library::new(shipped());
        let case = library.cases().find(|one| one.case.id.as_str() == "meneer-p").unwrap().case.clone();
        let mut stage = Stage::with(Settings { language, ..Settings::default() }, 160, 70);
        stage
            .to("cases")
            .keys("<Enter>")
            .to("case:meneer-p")
            .keys("<Enter>")
            .to("begin-kept")
            .keys("<Enter>");
        stage.keys("<Esc>").to(&format!("scene:{first}")).keys("<Enter>");
        let (mut explained, mut unknown, mut pages, mut situation) = (String::new(), Vec::new(), 0, false);
        while *stage.model.screen() != Screen::Meeting {
            let told: Vec<&str> = match *stage.model.screen() {
                Screen::Scene(number, ScenePage::Story) => {
                    // Whoever leaves a scene out knows no word of it: each explains its own.
                    explained.clear();
                    vec![case.scenes[usize::from(number)].text.get(language)]
                }
                Screen::Scene(number, ScenePage::Talk) => {
                    let questions = &case.scenes[usize::from(number)].questions;
                    questions.iter().map(|question| question.get(language)).collect()
                }
                _ => Vec::new(),
            };
            for text in told {
                text.split("**").skip(1).step_by(2).for_each(|word| explained.push_str(&format!("|{word}|")));
            }
            // Where lines break, words go on.
            let page = stage.text().split_whitespace().collect::<Vec<_>>().join(" ");
            let begins: String = case.patient.situation.get(language).chars().take(40).collect();
            situation |= page.contains(&begins);
            let is_known = |word: &str| has_word(&explained, word) || situation && EXPLAINED.contains(&word);
            for word in words.iter().filter(|word| has_word(&page, word) && !is_known(word)) {
                unknown.push(format!("{word} {:?}", stage.model.screen()));
            }
            if matches!(stage.model.screen(), Screen::Step { page: StepPage::Judgement, .. }) {
                let judge = stage
                    .model
                    .page()
                    .rows()
                    .find(|row| row.id.as_str().starts_with("judge:"))
                    .unwrap()
                    .id
                    .clone();
                stage.to(judge.as_str()).keys("<Enter>");
            }
            pages += 1;
            stage.keys("<Tab>");
        }
        assert!(pages > 7, "{pages}");
        assert_eq!(unknown, Vec::<String>::new(), "{language:?} from {first}");
    }
}

#[test]
fn a_number_that_stands_is_typed_over_and_not_behind() {
    let mut stage = begun("mevrouw-a", true, 80, 24);
    stage.to("people:nurses").keys("8").to("begin").keys("<Enter><Tab>2<Tab><S-Tab>13");
    let text = stage.text();
    assert!(text.contains("13 stemmen, 8 mensen"), "{text}");
    stage.keys("<Backspace>0<Down>4<Up>6");
    assert!(stage.text().contains("10 stemmen, 8 mensen"), "{}", stage.text());
    // The report says that there were too many, once that is shown.
    stage.to("show").keys("<Enter>");
    assert!(stage.minutes().contains("meer stemmen dan mensen"), "{}", stage.minutes());
}

#[test]
fn who_may_choose_several_makes_choices_and_no_votes() {
    let mut stage = begun("meneer-p", true, 80, 24);
    stage
        .to("people:volunteers")
        .keys("8")
        .to("people:doctors")
        .keys("0")
        .keys("<Esc>")
        .to("scene:2")
        .keys("<Enter>");
    on_to(&mut stage, |screen| matches!(screen, Screen::Scene(2, ScenePage::Vote(false))));
    for row in 0..3 {
        let id =
            stage.model.page().rows().filter(|row| row.as_field().is_some()).nth(row).unwrap().id.clone();
        stage.to(id.as_str()).keys("7");
    }
    let text = stage.text();
    assert!(text.contains("21 keuzes, 8 mensen") && !text.contains("meer stemmen"), "{text}");
    assert!(!stage.minutes().contains("artsen"), "{}", stage.minutes());
}
