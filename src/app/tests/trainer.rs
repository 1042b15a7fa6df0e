//! What a trainer runs into: too early, too much, thrown away, taken back, and where it was left.

use super::Stage;
use super::session::begun;
use crate::app::{Effect, Msg, ScenePage, Screen, Settings, StepPage};
use crate::checklist::{Case, DefinitionFile, Layer, Library, Localized, shipped};
use crate::meeting::MeetingKind;
use crate::words::Language;

/// Letters only, with single spaces, so that lines may break anywhere.
fn plain(text: &str) -> String {
    let kept = |sign: char| if sign.is_alphanumeric() { sign } else { ' ' };
    text.chars().map(kept).collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// What is shorter may be a name or an option of a checklist.
fn sentences<'t>(texts: impl IntoIterator<Item = &'t Localized>) -> Vec<String> {
    let of = |text: &Localized| -> Vec<String> {
        let pieces = text.get(Language::Dutch).split(['.', '?', '!', ':', '"', '\n']).map(plain);
        pieces.filter(|piece| piece.chars().count() >= 24).collect()
    };
    texts.into_iter().flat_map(of).collect()
}

/// What comes to be told, in this order: each text with the page on which it may be seen first.
fn in_order(case: &Case) -> Vec<(Option<Screen>, Vec<String>)> {
    let patient = [&case.title, &case.patient.situation, &case.patient.label];
    let mut told = vec![(None, sentences(patient.into_iter().chain(&case.patient.own_words)))];
    for (number, scene) in (0_u16..).zip(&case.scenes) {
        let page = |page| Some(Screen::Scene(number, page));
        told.push((page(ScenePage::Story), sentences([&scene.title, &scene.text])));
        told.push((page(ScenePage::Talk), sentences(&scene.questions)));
        told.push((page(ScenePage::Reveal), sentences(&scene.reveal)));
        told.push((page(ScenePage::Outcome), sentences(&scene.outcome)));
        let cards = scene.roles.iter().map(|role| &role.card);
        told.push((page(ScenePage::Trainer), sentences(scene.debrief.iter().chain(cards))));
    }
    told
}

#[test]
fn nothing_is_told_before_its_page_and_nothing_of_the_trainer_at_all() {
    let mut leaks = Vec::new();
    for one in Library::new(shipped()).cases() {
        let (case, all) = (&one.case, in_order(&one.case));
        let mut stage = begun(case.id.as_str(), true, 160, 70);
        stage.to("people:nurses").keys("8").to("begin").keys("<Enter>");
        let (mut reached, mut pages) = (0, 0);
        while *stage.model.screen() != Screen::Meeting {
            let here = Some(stage.model.screen().clone());
            reached = all.iter().position(|(page, _)| *page == here).unwrap_or(reached);
            let is_open = |at: usize, page: &Option<Screen>| {
                at <= reached && !matches!(page, Some(Screen::Scene(_, ScenePage::Trainer)))
            };
            let told = all.iter().enumerate();
            let (open, closed): (Vec<_>, Vec<_>) = told.partition(|(at, (page, _))| is_open(*at, page));
            let open: String =
                open.iter().flat_map(|(_, (_, texts))| texts.clone()).collect::<Vec<_>>().join("|");
            let screen = plain(&stage.text());
            let early = closed.iter().flat_map(|(_, (_, texts))| texts);
            // The sheet of a trainer quotes what the program says by itself.
            let own = plain(Language::Dutch.session_several());
            let early = early.filter(|text| screen.contains(*text) && !open.contains(*text) && **text != own);
            leaks.extend(early.map(|text| format!("{} {here:?}: {text}", case.id)));
            pages += 1;
            assert!(pages < 200, "{}", case.id);
            if let Some(Screen::Scene(_, ScenePage::Vote(_))) = here {
                stage.keys("3");
            }
            stage.keys("<Tab>");
        }
        assert!(pages > 3 * case.scenes.len(), "{} {pages}", case.id);
    }
    assert_eq!(leaks, Vec::<String>::new());
}

#[test]
fn a_session_that_is_not_saved_goes_for_no_other_meeting_without_a_word() {
    let mut stage = begun("mevrouw-a", false, 80, 24);
    stage.to("people:nurses").keys("4").to("begin").keys("<Enter><Esc><Esc>");
    let before = stage.meeting().clone();
    for row in ["new", "cases"] {
        stage.to(row).keys("<Enter>");
        if row == "cases" {
            stage.to("case:meneer-k").keys("<Enter>").to("begin-only").keys("<Enter>");
        }
        assert_eq!(*stage.meeting(), before, "{row}");
        let text = plain(&stage.text());
        assert!(text.contains("wordt niet opgeslagen en zou nu weg zijn Kies eerst"), "{row}: {text}");
    }
    // Where it says how to go on, it does; a session that was closed may go.
    stage.keys("<Esc><Esc>").to("continue").keys("<Enter>").to("close").keys("<Enter>");
    stage.to("closing").keys("<Enter>");
    stage.to("new").keys("<Enter>");
    assert_eq!(stage.meeting().details.kind, MeetingKind::Patz);
    // So may one in which nothing was recorded.
    let mut stage = begun("mevrouw-a", false, 80, 24);
    stage.keys("<Esc><Esc>").to("new").keys("<Enter>");
    assert_eq!(stage.meeting().details.kind, MeetingKind::Patz);
}

#[test]
fn a_number_that_is_none_is_said_and_counts_for_nobody() {
    for typed in ["acht", "-3", "3,5", "99999999999"] {
        let mut stage = begun("mevrouw-a", true, 80, 24);
        stage.to("people:nurses").keys(typed).to("people:doctors").keys("2");
        let said = format!("\"{typed}\" is geen aantal en telt niet mee. Typ cijfers, zoals 8.");
        let text = plain(&stage.text());
        assert!(text.contains(&plain(&said)) && text.contains("2 mensen aanwezig"), "{}", stage.text());
        stage.to("begin").keys("<Enter><Tab>").keys(typed);
        // What is typed for a vote is read by nobody yet.
        let text = plain(&stage.text());
        let at = "Bij Nee het zou mij niet verbazen staat geen aantal het telt niet mee";
        assert!(text.contains(at) && !text.contains(&plain(typed)), "{}", stage.text());
        stage.keys("<C-z>");
        assert!(!stage.text().contains("geen aantal"), "{}", stage.text());
    }
}

#[test]
fn a_scene_goes_on_where_it_was_left() {
    let mut stage = begun("mevrouw-a", true, 80, 24);
    stage.to("people:nurses").keys("8").to("begin").keys("<Enter>");
    let goes_on = |stage: &mut Stage, keys: &str, named: &str| {
        stage.keys(keys).keys("<Esc>");
        assert_eq!(*stage.model.screen(), Screen::Meeting);
        let told = if named.is_empty() { String::new() } else { format!(", gaat verder bij: {named}") };
        let row = stage.model.page().row(&crate::app::RowId::of("scene", 0)).unwrap().value.clone();
        assert!(row.starts_with("15 min") && row.ends_with(&told) && row.len() >= 6 + told.len(), "{row}");
        stage.to("scene:0").keys("<Enter>");
        stage.model.screen().clone()
    };
    let scene = |page| Screen::Scene(0, page);
    assert_eq!(goes_on(&mut stage, "", ""), scene(ScenePage::Story));
    assert_eq!(goes_on(&mut stage, "<Tab>5", "Ieder voor zich"), scene(ScenePage::Vote(false)));
    assert_eq!(goes_on(&mut stage, "<Tab><Enter>", "De verdeling"), scene(ScenePage::Spread(false)));
    // Also at a page where nobody filled in anything.
    assert_eq!(goes_on(&mut stage, "<Tab>", "Vragen voor het gesprek"), scene(ScenePage::Talk));
    assert_eq!(goes_on(&mut stage, "<Tab>", "Nieuwe informatie"), scene(ScenePage::Reveal));
    let again = "Nog een keer, ieder voor zich";
    assert_eq!(goes_on(&mut stage, "<Tab>", again), scene(ScenePage::Vote(true)));
    // In secret and not told yet: to the page where everybody votes.
    stage.to("mask");
    assert_eq!(goes_on(&mut stage, "<Enter>", again), scene(ScenePage::Vote(true)));
    assert_eq!(
        goes_on(&mut stage, "1<Enter><Tab><Enter>", "Voor en na het gesprek"),
        scene(ScenePage::Spread(true))
    );
    stage.keys("<Tab>");
    let answer =
        stage.model.page().rows().find(|row| row.id.as_str().starts_with("option:")).unwrap().id.clone();
    stage.to(answer.as_str());
    let step = goes_on(&mut stage, "<Enter>", "Markering van de palliatieve fase");
    assert!(matches!(step, Screen::Step { page: StepPage::Group(_), .. }), "{step:?}");
    // What has ended is told from its beginning.
    stage.to("skip").keys("<Enter>");
    assert!(matches!(*stage.model.screen(), Screen::Step { page: StepPage::Judgement, .. }));
    // One vote of eight was never shown: it is asked about before the scene ends.
    let scene_of = stage.meeting().session.as_ref().unwrap().scenes.keys().next().unwrap().clone();
    stage.keys("<Tab>").to(&format!("keep:{scene_of}")).keys("<Enter>");
    stage.to("ended").keys("<Enter><Esc>").to("scene:0").keys("<Enter>");
    assert_eq!(*stage.model.screen(), scene(ScenePage::Story));
}

#[test]
fn going_on_ends_a_scene_in_which_something_was_recorded() {
    for (recorded, by_trainer) in [(true, false), (true, true), (false, false)] {
        let mut stage = begun("mevrouw-a", true, 80, 24);
        stage.to("people:nurses").keys("8").to("begin").keys("<Enter><Tab>");
        if recorded {
            stage.keys("8");
        }
        while *stage.model.screen() != Screen::Scene(0, ScenePage::Outcome) {
            stage.keys("<Tab>");
        }
        if by_trainer {
            stage.to("trainer").keys("<Enter>");
            assert_eq!(*stage.model.screen(), Screen::Scene(0, ScenePage::Trainer));
            // Back is where it was opened.
            stage.keys("<S-Tab>");
            assert_eq!(*stage.model.screen(), Screen::Scene(0, ScenePage::Outcome));
            stage.to("trainer").keys("<Enter>");
        }
        stage.keys("<Tab>");
        assert_eq!(*stage.model.screen(), Screen::Scene(1, ScenePage::Story));
        let ended = stage.meeting().session.as_ref().unwrap().scenes.values().any(|played| played.ended);
        assert_eq!(ended, recorded);
        stage.keys("<Esc>");
        assert_eq!(*stage.model.screen(), Screen::Meeting, "one step back are all scenes");
        assert_eq!(stage.text().contains("✓ 1. Weer thuis"), recorded, "{}", stage.text());
    }
}

#[test]
fn undo_says_what_of_a_session_it_took_back() {
    let mut stage = begun("mevrouw-a", true, 80, 24);
    stage.to("people:nurses").keys("2<C-z>");
    assert!(stage.text().contains("Ongedaan gemaakt: wie zijn er"), "{}", stage.text());
    stage.keys("<C-y>").to("begin").keys("<Enter><Tab>");
    stage.keys("1<C-z>");
    assert!(stage.text().contains("Ongedaan gemaakt: het aantal stemmen"), "{}", stage.text());
    stage.to("mask").keys("<Enter>1<Enter><C-z>");
    let told = stage.text();
    assert!(told.contains("Ongedaan gemaakt: een stem"), "{told}");
    stage.keys("<C-y>1<Enter>");
    let before = stage.meeting().clone();
    stage.keys("7");
    assert_eq!(*stage.meeting(), before);
    stage.keys("<Tab>").to("show").keys("<Enter><C-z>");
    assert!(stage.text().contains("het tonen van de verdeling"), "{}", stage.text());
}

#[test]
fn without_people_nothing_is_over_before_the_trainer_says_so() {
    let mut stage = begun("mevrouw-a", true, 80, 24);
    stage.to("begin").keys("<Enter><Tab>").to("mask").keys("<Enter>");
    for votes in 1..=9 {
        stage.keys("1<Enter>");
        let text = stage.text();
        assert!(text.contains(&format!("{votes} ste")) && !text.contains(" mensen"), "{text}");
        assert!(crate::app::is_masked(&stage.model), "{votes}");
    }
    assert!(!stage.minutes().contains("niet verbazen"), "{}", stage.minutes());
    stage.keys("<Tab>").to("show").keys("<Enter>");
    assert!(stage.text().contains("█ 9"), "{}", stage.text());
    while *stage.model.screen() != Screen::Meeting {
        stage.keys("<Tab>");
    }
    assert!(stage.minutes().contains("Nee, het zou mij niet verbazen: 9"), "{}", stage.minutes());
}

#[test]
fn a_case_that_is_saved_elsewhere_shows_at_once_and_one_that_goes_is_left() {
    let own = |text: Option<&str>| {
        let file = text.map(|text| DefinitionFile::new(Layer::User, "casussen/proef.toml", text));
        Msg::LibraryRead(std::sync::Arc::new(Library::new(shipped().into_iter().chain(file).collect())))
    };
    let made = |title: &str| {
        format!(
            "format = 1\nid = \"proef\"\nversion = \"1\"\ntitle = \"{title}\"\nfictional = true\n[patient]\nlabel = \"mevrouw B.\"\n\
             situation = \"Woont alleen.\"\n[[scene]]\nid = \"begin\"\ntitle = \"Begin\"\ntext = \"Zij zegt weinig.\"\n"
        )
    };
    let mut stage = Stage::with(Settings::default(), 80, 24);
    stage.effects.clear();
    stage.to("cases").keys("<Enter>");
    assert!(stage.effects.contains(&Effect::LookAtLibrary) && stage.model.look_deadline().is_some());
    for title in ["Een eigen casus", "Een betere titel"] {
        stage.send(own(Some(&made(title))));
        assert!(stage.text().contains(title), "{}", stage.text());
    }
    stage.to("case:proef").keys("<Enter>");
    assert!(stage.model.look_deadline().is_some() && stage.text().contains("Een betere titel"));
    stage.send(own(None));
    assert_eq!(*stage.model.screen(), Screen::Cases);
    assert!(!stage.text().contains("Een betere titel"), "{}", stage.text());
}
