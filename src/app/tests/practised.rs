//! A session as a trainer leaves it behind: what was counted stays where it was, what is no number is not nobody, what undo
//! took back is told by its scene, and a session that was saved can be deleted.

use super::Stage;
use super::session::{begun, begun_in, cases, on_to};
use crate::app::message::{Deleted, SettingsRead};
use crate::app::{Effect, Msg, RowId, ScenePage, Screen, Settings, is_masked};
use crate::checklist::Localized;
use crate::meeting::{EarlierSession, Meeting, MeetingId, MeetingSummary, Round};
use crate::words::Language;

fn notice(stage: &Stage) -> String {
    stage.model.notice.as_ref().map(|notice| notice.text.clone()).unwrap_or_default()
}

fn first_round(stage: &Stage) -> Round {
    stage.meeting().session.as_ref().unwrap().scenes.values().next().unwrap().first.clone()
}

/// Eight people at the first vote.
fn at_the_vote() -> Stage {
    let mut stage = begun("mevrouw-a", true, 80, 24);
    stage.to("people:nurses").keys("8").to("begin").keys("<Enter><Tab>");
    stage
}

/// The same people at the second one, after the first was counted whole and shown.
fn at_the_second_vote() -> Stage {
    let mut stage = at_the_vote();
    stage.keys("5<Down>3<Down>0<Tab>").to("show").keys("<Enter>");
    on_to(&mut stage, |screen| *screen == Screen::Scene(0, ScenePage::Vote(true)));
    stage
}

/// Two people at the vote of which several options may be chosen, while the keyboard goes round.
fn several(width: u16, height: u16) -> Stage {
    let mut stage = begun("meneer-p", true, width, height);
    stage.to("people:volunteers").keys("3<Esc>").to("scene:2").keys("<Enter>");
    on_to(&mut stage, |screen| *screen == Screen::Scene(2, ScenePage::Vote(false)));
    stage.to("mask").keys("<Enter>");
    assert!(is_masked(&stage.model));
    stage
}

/// How many options one voter chose is as secret as which: no key and no count tells it, one, all, or none.
#[test]
fn how_many_options_somebody_chose_shows_nowhere() {
    for (width, height) in [(60, 18), (80, 24)] {
        let seen = |typed: &str| {
            let mut stage = several(width, height);
            let mut seen: Vec<(String, _)> = Vec::new();
            for (at, sign) in typed.chars().enumerate() {
                stage.keys(&sign.to_string());
                if at == 0 {
                    seen.push((stage.picture(), stage.focus()));
                } else {
                    assert_eq!(seen[0], (stage.picture(), stage.focus()), "{typed}");
                }
            }
            stage.keys("<Enter>");
            seen.push((stage.picture(), stage.focus()));
            stage.keys("<C-z>");
            seen.push((stage.picture(), stage.focus()));
            (seen, stage)
        };
        let (one, stage) = seen("1");
        assert!(one[1].0.contains("1 stem, 3 mensen") && !one[1].0.contains("1 keuze"), "{}", one[1].0);
        assert!(first_round(&stage).counts.is_empty());
        for typed in ["123", "31", "0"] {
            assert_eq!(seen(typed).0, one, "{typed}");
        }
    }
    // All have voted, one of them for none.
    let mut stage = several(80, 24);
    stage.keys("12<Enter>0<Enter>123<Enter>");
    assert!(stage.text().contains("Alle stemmen zijn binnen"), "{}", stage.text());
    assert_eq!(first_round(&stage).votes("vervolg"), 5);
    stage.keys("<Tab>").to("show").keys("<Enter>");
    assert!(stage.text().contains("3 van de 3 mensen stemden"), "{}", stage.text());
    assert!(stage.minutes().contains("3 van de 3 mensen stemden"), "{}", stage.minutes());
}

#[test]
fn what_is_no_number_is_said_and_is_not_nobody() {
    let mut stage = begun("mevrouw-a", true, 80, 24);
    stage.to("people:nurses").keys("8").to("people:doctors").keys("twee").to("begin").keys("<Enter><Tab>");
    stage.keys("acht<Down>3<Down>0<Tab>").to("show").keys("<Enter>");
    let text = stage.text();
    assert!(text.contains("\"acht\" (geen aantal)") && text.contains("█ 3"), "{text}");
    let line = |text: &str| text.lines().find(|line| line.contains("niet verbazen")).unwrap().to_owned();
    assert!(!line(&text).contains('0'), "{text}");
    let plain = |stage: &Stage| stage.minutes().split_whitespace().collect::<Vec<_>>().join(" ");
    let report = plain(&stage);
    assert!(
        report.contains("niet verbazen: \"acht\" (geen aantal); Ja, het zou mij verbazen: 3"),
        "{report}"
    );
    assert!(
        report.contains("artsen: \"twee\" (geen aantal)") && report.contains("verpleegkundigen: 8"),
        "{report}"
    );
    // Beside the second round too, and nothing is reckoned with it.
    on_to(&mut stage, |screen| *screen == Screen::Scene(0, ScenePage::Vote(true)));
    stage.keys("4<Down>4<Down>0<Tab>").to("show").keys("<Enter>");
    assert!(stage.text().contains("\"acht\" (geen aantal)"), "{}", stage.text());
    assert!(!plain(&stage).contains("Verschuiving"), "{}", plain(&stage));
    // Nothing else was typed at all: it stands in the report all the same.
    let mut stage = begun("mevrouw-a", true, 80, 24);
    stage.to("begin").keys("<Enter><Tab>veel<Tab>").to("show").keys("<Enter>");
    assert!(plain(&stage).contains("\"veel\" (geen aantal)"), "{}", plain(&stage));
}

/// A choice without a number is no choice of nobody, unless all votes are in.
#[test]
fn what_was_not_counted_is_not_reckoned_with() {
    for (second, is_whole) in
        [("3", false), ("8", true), ("3<Down>0<Down>0", true), ("3<Down><Down>0", false)]
    {
        let mut stage = at_the_second_vote();
        stage.keys(second).keys("<Tab>").to("show").keys("<Enter>");
        let report = stage.minutes();
        assert_eq!(report.contains("Verschuiving"), is_whole, "{second}: {report}");
        // What nobody counted is not nobody: on the screen, beside the first round, and in the report.
        for told in [stage.text(), report.clone()] {
            assert_eq!(told.contains("niet geteld"), !is_whole, "{second}: {told}");
            let told = told.split_whitespace().collect::<Vec<_>>().join(" ");
            assert_eq!(told.contains("Niet alle stemmen zijn geteld"), !is_whole, "{second}: {told}");
        }
        stage.keys("<S-Tab>");
        assert_eq!(stage.text().contains("Nog niet alle stemmen"), !is_whole, "{second}: {}", stage.text());
        assert_eq!(report.contains("Niet alle stemmen zijn geteld"), !is_whole, "{second}: {report}");
    }
}

/// Of who did not vote is told only where all was counted; and what is no number is as little counted as what was left blank.
#[test]
fn how_many_did_not_vote_is_told_only_where_all_was_counted() {
    for (second, turnout, is_whole) in [
        ("3", "3 stemmen, 8 mensen", false),
        ("acht<Down>3<Down>0", "3 stemmen, 8 mensen", false),
        ("3<Down>3<Down>0", "6 van de 8 mensen stemden", true),
    ] {
        let mut stage = at_the_second_vote();
        stage.keys(second).keys("<Tab>").to("show").keys("<Enter>");
        let report = stage.minutes();
        assert!(report.contains(turnout), "{second}: {report}");
        assert_eq!(report.contains("Niet alle stemmen zijn geteld"), !is_whole, "{second}: {report}");
        assert_eq!(report.contains("Verschuiving"), is_whole, "{second}: {report}");
    }
}

/// Whoever counts hands and presses Enter once too often shows nobody a spread.
#[test]
fn no_enter_behind_counts_shows_a_spread() {
    let mut stage = at_the_vote();
    stage.keys("5<Enter>3<Enter>0<Enter>");
    assert_eq!(stage.focus(), "next");
    let scenes = &stage.meeting().session.as_ref().unwrap().scenes;
    assert!(scenes.values().all(|played| !played.first.is_in_sight()), "{}", stage.text());
    stage.to("show").keys("<Enter>");
    let scenes = &stage.meeting().session.as_ref().unwrap().scenes;
    assert!(scenes.values().any(|played| played.first.is_in_sight()), "by an arrow it is: {}", stage.text());
}

/// The scene that ends last leads to all scenes, also where it is not the last of the case.
#[test]
fn the_scene_that_ends_last_leads_to_all_scenes() {
    for last in [0_u16, 1, 2] {
        let mut stage = begun("mevrouw-a", true, 80, 24);
        stage.to("people:nurses").keys("8").to("begin").keys("<Enter>");
        let case = cases().into_iter().find(|case| case.id.as_str() == "mevrouw-a").unwrap();
        let record = std::sync::Arc::make_mut(&mut stage.model.open.as_mut().unwrap().record);
        for (_, scene) in (0_u16..).zip(&case.scenes).filter(|(number, _)| *number != last) {
            record.session.as_mut().unwrap().scenes.entry(scene.id.clone()).or_default().ended = true;
        }
        stage.model.path.go(&Screen::Scene(last, ScenePage::Outcome));
        stage.to("ended").keys("<Enter>");
        assert_eq!(*stage.model.screen(), Screen::Meeting, "{last}: {}", stage.text());
    }
}

/// What was counted for everybody never becomes what "the others" voted, nor the other way round.
#[test]
fn counts_keep_where_they_are_when_professions_are_asked_for_late() {
    let mut stage = begun("mevrouw-a", true, 80, 24);
    stage.to("people:nurses").keys("6").to("people:doctors").keys("5").to("begin").keys("<Enter><Tab>");
    stage.keys("7<Down>4");
    let before = stage.meeting().clone();
    let offers = |stage: &Stage| stage.model.page().row(&RowId::fixed("apart")).is_some();
    assert!(!offers(&stage) && !stage.text().contains("de anderen"), "{}", stage.text());
    assert_eq!(*stage.meeting(), before);
    // In the second round of the same scene neither: it is read beside the first.
    on_to(&mut stage, |screen| *screen == Screen::Scene(0, ScenePage::Vote(true)));
    assert!(!offers(&stage));
    // Before anything is counted it is a tick, both ways; after that it stays.
    let mut stage = begun("mevrouw-a", true, 80, 24);
    stage.to("people:nurses").keys("6").to("people:doctors").keys("5").to("begin").keys("<Enter><Tab>");
    stage.to("apart").keys("<Enter><Enter><Enter>");
    stage.to("option:surprise-question/ja/nurses").keys("4");
    assert!(!offers(&stage));
    // Whoever empties what was counted may choose again.
    stage.keys("<Backspace>");
    assert!(offers(&stage));
}

/// What a group sees last of a scene is where it goes on, by whichever key it ended; and who opened a scene by mistake is not there.
#[test]
fn the_cursor_stands_where_the_group_goes_on() {
    for key in ["<Enter>", "<Tab>"] {
        let mut stage = begun("mevrouw-a", true, 80, 24);
        stage.to("people:nurses").keys("4<Esc>");
        for scene in 0..3 {
            stage.to(&format!("scene:{scene}")).keys("<Enter>");
            on_to(&mut stage, |screen| *screen == Screen::Scene(scene, ScenePage::Vote(false)));
            stage.keys("4");
            on_to(&mut stage, |screen| *screen == Screen::Scene(scene, ScenePage::Outcome));
            stage.to("ended").keys(key);
            while *stage.model.screen() != Screen::Meeting {
                stage.keys("<Esc>");
            }
        }
        assert_eq!(stage.focus(), "learning-needs", "{key}");
    }
    let mut stage = begun("mevrouw-a", true, 80, 24);
    stage.to("people:nurses").keys("4<Esc>").to("scene:1").keys("<Enter>");
    on_to(&mut stage, |screen| *screen == Screen::Scene(1, ScenePage::Vote(false)));
    stage.keys("4<Esc>").to("scene:2").keys("<Enter><Tab>4<C-z><Esc><Esc>");
    stage.to("continue").keys("<Enter>");
    assert_eq!(stage.focus(), "scene:1");
}

/// A spread is read to its end before a group goes on, with last time's under it; equal counts have equal bars.
#[test]
fn what_was_voted_last_time_is_passed_by_by_nobody() {
    let mut stage = begun("mevrouw-l", true, 60, 18);
    stage.to("people:nurses").keys("8<Esc>").to("scene:2").keys("<Enter>");
    on_to(&mut stage, |screen| *screen == Screen::Scene(2, ScenePage::Vote(true)));
    stage.keys("2<Down>2<Down>2<Down>2<Down>2<Down>2<Down>2<Down>2<Down>");
    let mut before = stage.meeting().clone();
    before.id = MeetingId(crate::meeting::Id::from_bits(77));
    before.details.date = before.details.date.pred_opt().unwrap();
    before.session.as_mut().unwrap().scenes.values_mut().for_each(|played| played.second.shown = true);
    let (earlier, _) = EarlierSession::before(stage.meeting(), &before).unwrap();
    stage.model.open.as_mut().unwrap().earlier = Some(std::sync::Arc::new(earlier));
    stage.keys("<Tab>").to("show").keys("<Enter>");
    // The key that showed it hides nothing, whoever presses it once more.
    let spread = Screen::Scene(2, ScenePage::Spread(true));
    stage.keys("<Enter>");
    assert!(stage.meeting().session.as_ref().unwrap().scenes.values().next().unwrap().second.is_in_sight());
    stage.keys("<S-Tab><Tab>");
    let mut seen = String::new();
    for _ in 0..9 {
        if *stage.model.screen() != spread {
            break;
        }
        seen.push_str(&stage.text());
        stage.keys("<Tab>");
    }
    assert!(seen.contains("Vorige keer") && *stage.model.screen() != spread, "{seen}");
    let length = |line: &str| line.chars().filter(|sign| *sign == '█').count();
    let bars: std::collections::BTreeSet<usize> =
        seen.lines().map(length).filter(|length| *length > 0).collect();
    assert_eq!(bars.len(), 1, "{seen}");
}

/// Papers and rows of a session are of a session, and what a case begins with has no day.
#[test]
fn a_session_speaks_of_no_meeting_and_no_day() {
    let mut stage = begun("mevrouw-l", true, 80, 24);
    stage.to("people:nurses").keys("8<Esc>");
    assert!(stage.text().contains("In een scène gaat Tab"), "{}", stage.text());
    stage.keys("<F9>");
    assert!(stage.text().contains("verslag van de sessie"), "{}", stage.text());
    stage.keys("<Esc>").to("scene:2").keys("<Enter>");
    on_to(&mut stage, |screen| matches!(screen, Screen::Step { .. }));
    let holds = |stage: &Stage| {
        let page = stage.model.page();
        page.rows().find(|row| row.id.as_str().starts_with("still-holds")).map(|row| row.id.clone())
    };
    while holds(&stage).is_none() && *stage.model.screen() != Screen::Meeting {
        stage.keys("<Tab>");
    }
    let row = holds(&stage).unwrap();
    stage.to(row.as_str()).keys("<Enter>");
    let text = stage.text();
    assert!(text.contains("bevestigd in deze oefening") && !text.contains("vandaag"), "{text}");
    // Where nobody may be chosen by name, no row is spoken of that is not there.
    while *stage.model.screen() != Screen::Meeting {
        stage.keys("<Esc>");
    }
    stage.to("close").keys("<Enter>").to("closing").keys("<Enter><Esc><Esc>");
    while *stage.model.screen() != Screen::Start {
        stage.keys("<Esc>");
    }
    let again = stage.text();
    assert!(again.contains("Teruglezen") && again.contains("verzonnen casus, afgesloten"), "{again}");
}

/// A session is called as the program speaks, whatever it spoke when the session began: on the first screen, in every list, and
/// beside another of its case, of which the time tells it.
#[test]
fn a_session_is_called_as_the_program_speaks() {
    let titles = ["Meneer R. en het bankje", "Mr R. and the bench"];
    for (from, to) in [(Language::English, Language::Dutch), (Language::Dutch, Language::English)] {
        let mut stage = begun_in(from, "meneer-r", true, 80, 24);
        stage.to("people:nurses").keys("8<Esc><Esc>");
        let open = stage.meeting().clone();
        let mut other = Meeting { id: MeetingId(crate::meeting::Id::from_bits(7 << 120)), ..open.clone() };
        other.details.group = titles[usize::from(to == Language::English)].to_owned();
        let own = Meeting { id: MeetingId(crate::meeting::Id::from_bits(9 << 120)), ..open.clone() };
        let own = MeetingSummary { group: "Een eigen casus".to_owned(), ..MeetingSummary::of(&own) };
        let summaries = vec![MeetingSummary::of(&open), MeetingSummary::of(&other), own];
        stage.send(Msg::SettingsRead(Box::new(SettingsRead {
            settings: Settings { language: to, ..Settings::default() },
            ..SettingsRead::default()
        })));
        listed(&mut stage, summaries);
        let [told, other] = match to {
            Language::Dutch => titles,
            Language::English => [titles[1], titles[0]],
        };
        let is_told = |stage: &Stage, times: usize| {
            let text = stage.text();
            assert!(text.matches(told).count() == times && !text.contains(other), "{to:?} {text}");
            assert!(text.contains("Een eigen casus"), "{text}");
        };
        is_told(&stage, 2);
        assert!(stage.text().contains(" 14:"), "two of one name have their time: {}", stage.text());
        stage.to("meetings").keys("<Enter>");
        is_told(&stage, 2);
        stage.keys("<Esc>").to("cases").keys("<Enter>").to("sessions").keys("<Enter>");
        is_told(&stage, 2);
        stage.to(&format!("session:{}", open.id)).keys("<Enter>");
        assert!(stage.text().contains(told), "{}", stage.text());
    }
}

#[test]
fn undo_says_what_it_took_back_and_in_which_scene() {
    let mut stage = begun("mevrouw-a", true, 80, 24);
    stage.to("people:nurses").keys("8<C-z>");
    assert!(notice(&stage).contains("wie zijn er: verpleegkundigen, \"8\""), "{}", notice(&stage));
    stage.keys("<C-y>").to("begin").keys("<Enter><Tab>8");
    stage.keys("<C-z>");
    assert!(notice(&stage).contains("het aantal stemmen (scène 1, ronde 1)"), "{}", notice(&stage));
    stage.keys("<C-y><Tab>").to("show").keys("<Enter><C-z>");
    assert!(notice(&stage).contains("het tonen van de verdeling (scène 1, ronde 1)"), "{}", notice(&stage));
    stage.keys("<C-y>").to("show").keys("<Enter><C-z>");
    assert!(notice(&stage).contains("het verbergen van de verdeling"), "{}", notice(&stage));
    on_to(&mut stage, |screen| *screen == Screen::Scene(0, ScenePage::Vote(true)));
    stage.to("mask").keys("<Enter><C-z>");
    assert!(
        notice(&stage).contains("het doorgeven van het toetsenbord (scène 1, ronde 2)"),
        "{}",
        notice(&stage)
    );
    on_to(&mut stage, |screen| matches!(screen, Screen::Step { .. }));
    stage.to("criteria").keys("<Enter><C-z>");
    assert!(notice(&stage).contains("het tonen van bron en criteria (scène 1)"), "{}", notice(&stage));
    on_to(&mut stage, |screen| *screen == Screen::Scene(0, ScenePage::Outcome));
    stage.to("ended").keys("<Enter><C-z>");
    assert!(notice(&stage).contains("dat de scène klaar is (scène 1)"), "{}", notice(&stage));
}

/// Of whom a case tells is told with the scene that a group opens first, whichever that is.
#[test]
fn who_the_patient_is_stands_with_the_first_scene_that_is_opened() {
    for case in cases() {
        let told = |stage: &Stage| {
            let plain = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
            let begins: String = plain(&case.patient.situation.nl).chars().take(40).collect();
            plain(&stage.text()).contains(&begins)
        };
        let mut stage = begun(case.id.as_str(), true, 120, 60);
        stage.keys("<Esc>").to("scene:2").keys("<Enter>");
        assert!(told(&stage), "{} {}", case.id, stage.text());
        stage.keys("<Esc>").to("scene:0").keys("<Enter>");
        assert!(told(&stage), "{}", case.id);
        stage.keys("<Esc>").to("scene:1").keys("<Enter>");
        assert!(!told(&stage), "{} {}", case.id, stage.text());
    }
}

fn listed(stage: &mut Stage, meetings: Vec<MeetingSummary>) {
    stage.send(Msg::Listed(Box::new(crate::app::Listed { meetings, ..Default::default() })));
}

#[test]
fn a_saved_session_is_deleted_after_it_was_asked() {
    for (width, height) in [(60, 18), (80, 24)] {
        let mut stage = begun("mevrouw-a", true, width, height);
        stage.to("names").keys("J. Bos");
        let open = stage.meeting().clone();
        let other = Meeting { id: MeetingId(crate::meeting::Id::from_bits(7 << 120)), ..open.clone() };
        let summaries = [&open, &other].map(MeetingSummary::of).to_vec();
        stage.keys("<Esc><Esc>");
        listed(&mut stage, summaries);
        stage.to("cases").keys("<Enter>").to("sessions").keys("<Enter>");
        assert_eq!(*stage.model.screen(), Screen::Sessions);
        // Two of one case and minute are told apart.
        let rows: Vec<String> =
            stage.model.page().rows().map(|row| format!("{} {}", row.label, row.value)).collect();
        assert!(rows.len() == 2 && rows[0] != rows[1], "{rows:?}");
        // One Enter too many deletes nothing.
        stage.to(&format!("session:{}", open.id)).keys("<Enter><Enter>");
        assert!(!stage.effects.iter().any(|effect| matches!(effect, Effect::DeleteSession(_))));
        stage.to(&format!("session:{}", open.id)).keys("<Enter>");
        let asked = stage.text().split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(asked.contains("niet terug te draaien") && asked.contains("Reservekopie"), "{asked}");
        stage.to("delete").keys("<Enter>");
        assert_eq!(stage.effects.last(), Some(&Effect::DeleteSession(open.id)));
        // Nothing writes it once more.
        assert!(stage.model.open.is_none() && stage.model.to_be_saved().is_none());
        // It is open elsewhere: told, and still there.
        let why = Localized { nl: "Staat elders open.".to_owned(), en: None };
        let outcome =
            |failed| Msg::SessionDeleted(Box::new(Deleted { session: open.id, versions: 2, failed }));
        stage.send(outcome(Some(why)));
        assert!(stage.text().contains("Staat elders open"), "{}", stage.text());
        stage.send(outcome(None));
        assert_eq!(*stage.model.screen(), Screen::Sessions);
        assert!(notice(&stage).contains("met 2 eerdere versies"), "{}", notice(&stage));
        assert_eq!(stage.model.listed.as_ref().unwrap().meetings.len(), 1);
    }
}

/// Whoever comes back goes on where the group was, also when nothing was recorded in the scene before or it was left out.
#[test]
fn a_group_goes_on_with_the_furthest_scene_that_it_opened() {
    let focus = |stage: &mut Stage| {
        stage.keys("<Esc><Esc>").to("continue").keys("<Enter>");
        stage.focus()
    };
    let mut stage = begun("mevrouw-a", true, 80, 24);
    stage.to("people:nurses").keys("4<Esc>").to("scene:1").keys("<Enter><Tab>");
    assert_eq!(focus(&mut stage), "scene:1");
    stage.keys("<Enter>");
    on_to(&mut stage, |screen| *screen == Screen::Scene(1, ScenePage::Outcome));
    stage.to("ended").keys("<Enter>");
    assert_eq!(focus(&mut stage), "scene:2");
    stage.keys("<Enter>");
    on_to(&mut stage, |screen| *screen == Screen::Scene(2, ScenePage::Outcome));
    stage.to("ended").keys("<Enter>");
    assert_eq!(focus(&mut stage), "scene:0", "what was left out comes last");
}
