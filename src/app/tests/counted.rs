//! What is counted by hand at a session with a case, how it is read, and the way on, with the key that goes on.

use super::Stage;
use super::session::{begun, cases, on_to};
use crate::app::{ScenePage, Screen, Settings, is_masked};
use crate::checklist::Localized;

/// Nothing of a count by hand is to be read before all are counted or the trainer shows it; not even by subtraction.
#[test]
fn hands_that_are_counted_are_read_by_nobody_before_they_are_shown() {
    let mut stage = begun("mevrouw-a", true, 80, 24);
    stage.to("people:nurses").keys("8").to("begin").keys("<Enter><Tab>");
    let empty = stage.text();
    stage.keys("5");
    let five = stage.text();
    stage.keys("<Backspace>3");
    assert_eq!(stage.text(), five, "what was typed makes no difference");
    assert!(five != empty && five.contains("• ingevuld") && !five.contains('5') && !five.contains("3 stem"));
    assert!(five.contains("Nog niet alle stemmen zijn geteld"), "{five}");
    assert!(!stage.minutes().contains("Eerste ronde"), "{}", stage.minutes());
    // On the next page neither.
    stage.keys("<Tab>");
    assert!(stage.text().contains("Nog niet alle stemmen zijn geteld"), "{}", stage.text());
    stage.keys("<S-Tab><Down>5");
    assert!(stage.text().contains("8 stemmen, 8 mensen"), "{}", stage.text());
    assert!(!stage.minutes().contains("Eerste ronde"), "{}", stage.minutes());
    // The trainer looks, and hides them again.
    stage.to("show").keys("<Enter>");
    assert!(stage.text().contains("│ 5") && stage.text().contains("│ 3"), "{}", stage.text());
    stage.to("show").keys("<Enter>");
    assert!(!stage.text().contains("│ 5"), "{}", stage.text());
    stage.keys("<Tab>").to("show").keys("<Enter>");
    assert!(stage.text().contains("8 van de 8 mensen stemden"), "{}", stage.text());
    let report = stage.minutes();
    assert!(report.contains("Ja, het zou mij verbazen: 5"), "{report}");
    assert!(
        report
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ")
            .contains("Eerste ronde: 8 van de 8 mensen stemden. Nee"),
        "{report}"
    );
}

/// Undoing, doing again and typing over say that there was a number, and not which; and who looks on in another window reads
/// no more than who leads.
#[test]
fn a_count_is_read_by_no_way_around() {
    let mut stage = begun("mevrouw-a", true, 80, 24);
    stage.to("people:nurses").keys("8").to("begin").keys("<Enter><Tab>7");
    let reads = |stage: &Stage| stage.text().lines().skip(1).any(|line| line.contains('7'));
    for keys in ["<C-z>", "<C-y>", "<C-a>5", "<C-z>"] {
        stage.keys(keys);
        assert!(!reads(&stage), "{keys}: {}", stage.text());
    }
    stage.model.in_lines = true;
    stage.keys("<C-a>6<C-a>5");
    let notice = stage.model.notice.as_ref().map(|notice| notice.text.clone()).unwrap_or_default();
    assert!(!notice.contains('6') && !notice.contains('7'), "{notice}");
    stage.model.in_lines = false;
    let open = stage.model.open.as_mut().unwrap();
    open.read_only = Some(Localized { nl: "Staat elders open.".to_owned(), en: None });
    // Every option is there, and of none whether somebody counted it.
    assert!(stage.text().contains("Ken deze patiënt niet") && !reads(&stage), "{}", stage.text());
    assert!(!stage.text().contains('5') && !stage.text().contains("ingevuld"), "{}", stage.text());
    stage.model.path.go(&Screen::Scene(0, ScenePage::Spread(false)));
    assert!(!stage.text().contains('█'), "{}", stage.text());
}

/// Once all are counted, nothing tells at which options a number stands: not that everybody chose the same, nor that nobody did.
#[test]
fn when_all_are_counted_every_option_looks_the_same() {
    for in_lines in [false, true] {
        let seen = |keys: &str| {
            let mut stage = begun("mevrouw-a", true, 80, 24);
            stage.to("people:nurses").keys("8").to("begin").keys("<Enter><Tab>");
            stage.keys(keys).to("next");
            stage.model.in_lines = in_lines;
            stage.text()
        };
        let all = seen("8");
        assert!(all.contains("8 stemmen, 8 mensen") && all.matches("• geteld").count() == 3, "{all}");
        for keys in ["<Down>8", "5<Down>3", "2<Down>3<Down>3", "8<Down>0<Down>0"] {
            assert_eq!(seen(keys), all, "{keys}");
        }
    }
    // Who typed wrong types over it, and then there is something to be counted again.
    let mut stage = begun("mevrouw-a", true, 80, 24);
    stage.to("people:nurses").keys("8").to("begin").keys("<Enter><Tab>8<C-a>5");
    assert!(
        stage.text().contains("Nog niet alle stemmen") && !stage.text().contains("geteld\n"),
        "{}",
        stage.text()
    );
    stage.keys("<Down>3<Down>");
    assert_eq!(stage.text().matches("• geteld").count(), 3, "{}", stage.text());
}

#[test]
fn fewer_votes_than_people_are_told_when_every_option_has_its_number() {
    let mut stage = begun("mevrouw-a", true, 80, 24);
    stage.to("people:nurses").keys("8").to("begin").keys("<Enter><Tab>");
    stage.keys("4<Down>2<Down>");
    assert!(stage.text().contains("Nog niet alle stemmen zijn geteld"), "{}", stage.text());
    stage.keys("acht");
    let text = stage.text();
    assert!(
        text.contains("Bij \"Ken deze patiënt niet\" staat geen aantal") && !text.contains("acht"),
        "{text}"
    );
    // What is no number was not counted, and no field says that it was.
    assert!(text.contains("Nog niet alle stemmen zijn geteld") && !text.contains("• geteld"), "{text}");
    stage.keys("<Tab>").to("show").keys("<Enter>");
    assert!(stage.text().contains("6 stemmen, 8 mensen"), "{}", stage.text());
}

#[test]
fn who_votes_in_secret_does_so_in_both_rounds() {
    let mut stage = begun("mevrouw-a", true, 80, 24);
    stage.to("people:nurses").keys("2").to("begin").keys("<Enter><Tab>").to("mask").keys("<Enter>");
    stage.keys("1<Enter>2<Enter><Tab>").to("show").keys("<Enter>");
    on_to(&mut stage, |screen| *screen == Screen::Scene(0, ScenePage::Vote(true)));
    assert!(is_masked(&stage.model) && stage.text().contains("Mijn stem"), "{}", stage.text());
    // A group that wants to count hands now does so.
    stage.to("mask").keys("<Enter>");
    assert!(!is_masked(&stage.model));
}

#[test]
fn several_numbers_are_several_choices_of_one_voter() {
    for typed in ["13", "1,3", "3 1", "1331", "2013"] {
        let mut stage = begun("meneer-p", true, 80, 24);
        stage.to("people:nurses").keys("2<Esc>").to("scene:2").keys("<Enter>");
        on_to(&mut stage, |screen| matches!(screen, Screen::Scene(2, ScenePage::Vote(false))));
        stage.to("mask").keys("<Enter>");
        stage.keys(&format!("{typed}<Enter>"));
        let session = stage.meeting().session.clone().unwrap();
        let round = &session.scenes.values().next().unwrap().first;
        assert_eq!((round.votes("vervolg"), round.voters("vervolg")), (2, Some(1)), "{typed}");
        stage.keys("<C-z>");
        let session = stage.meeting().session.clone().unwrap();
        assert_eq!(session.scenes.values().next().unwrap().first.counts.len(), 0, "{typed}");
    }
    // Where one is chosen, two numbers at once are none.
    let mut stage = begun("mevrouw-a", true, 80, 24);
    stage.to("people:nurses").keys("2").to("begin").keys("<Enter><Tab>").to("mask").keys("<Enter>12");
    assert!(stage.text().contains("Typ een nummer van 1 tot en met 3"), "{}", stage.text());
    stage.keys("<Enter>");
    assert!(stage.meeting().session.clone().unwrap().scenes.values().next().unwrap().first.counts.is_empty());
}

#[test]
fn a_session_closes_after_it_was_asked() {
    for kept in [true, false] {
        let mut stage = begun("mevrouw-a", kept, 60, 18);
        stage.to("people:nurses").keys("4<Esc>").to("close").keys("<Enter><Enter>");
        assert_eq!(*stage.model.screen(), Screen::Meeting, "one Enter too many closes nothing");
        assert!(stage.meeting().details.closed.is_none());
        stage.to("close").keys("<Enter>");
        let text = stage.text();
        let gone = text.contains("wordt niet opgeslagen") && text.contains("er wordt niets opgeslagen");
        assert_eq!(gone, !kept, "{text}");
        assert!(text.contains("3 scènes zijn niet tot het einde gespeeld"), "{text}");
        stage.to("closing").keys("<Enter>");
        assert!(stage.meeting().details.closed.is_some());
        assert!(stage.text().contains("De sessie is afgesloten"), "{}", stage.text());
    }
}

#[test]
fn tab_goes_a_page_on_from_who_is_there_and_shift_tab_back() {
    for (width, height) in [(60, 18), (80, 24)] {
        let mut stage = begun("mevrouw-a", true, width, height);
        stage.keys("3");
        assert!(stage.text().contains("Tab bladzijde"), "{}", stage.text());
        stage.keys("<Tab>");
        assert_eq!(*stage.model.screen(), Screen::Scene(0, ScenePage::Story));
        // Whoever was too early comes back to what was typed.
        stage.keys("<S-Tab>");
        assert_eq!(*stage.model.screen(), Screen::SessionPeople);
        stage.to("people:nurses").keys("5<Tab>");
        assert_eq!(*stage.model.screen(), Screen::Scene(0, ScenePage::Story));
        assert_eq!(stage.meeting().session.as_ref().unwrap().present(), 8);
        // The way out is all scenes, however somebody came here.
        stage.keys("<Esc>");
        assert_eq!(*stage.model.screen(), Screen::Meeting);
    }
}

/// A long story scrolls on with the key that goes on, and no case is begun by a row that nobody sees.
#[test]
fn a_story_that_does_not_fit_is_read_to_its_end_before_the_vote() {
    for case in cases() {
        for (width, height) in [(60, 18), (80, 24)] {
            let mut stage = Stage::with(Settings::default(), width, height);
            stage.to("cases").keys("<Enter>").to(&format!("case:{}", case.id)).keys("<Enter>");
            assert!(stage.text().contains("▸   Beginnen"), "{} {}", case.id, stage.text());
            stage.keys("<Enter><Esc>");
            for number in 0..case.scenes.len() {
                stage.to(&format!("scene:{number}")).keys("<Enter>");
                let story = Screen::Scene(u16::try_from(number).unwrap(), ScenePage::Story);
                assert_eq!(*stage.model.screen(), story);
                let mut read = String::new();
                let mut pages = 0;
                while *stage.model.screen() == story {
                    let text = stage.text();
                    read.push_str(&text);
                    pages += 1;
                    assert!(pages < 6, "{text}");
                    stage.keys(if number == 0 { "<Tab>" } else { "<Enter>" });
                    let goes_on = *stage.model.screen() == story;
                    assert!(goes_on || !text.contains("lees verder: Tab"), "{text}");
                }
                let words: Vec<&str> = case.scenes[number].text.nl.split_whitespace().collect();
                let last = words[words.len() - 1].replace("**", "");
                assert!(read.contains(&last), "{} {last}\n{read}", case.id);
                stage.keys("<Esc>");
            }
        }
    }
}

#[test]
fn who_passes_on_what_got_stuck_has_a_field_and_stands_in_the_report() {
    let mut stage = begun("mevrouw-a", true, 80, 24);
    stage.keys("<Esc>").to("bottlenecks").keys("geen pomp in het weekend");
    stage.to("passed-on").keys("Bos, bij de huisartsenpost");
    let report = stage.minutes();
    for said in
        ["Knelpunten: geen pomp in het weekend", "Wie geeft het door, en aan wie: Bos, bij de huisartsenpost"]
    {
        assert!(report.contains(said), "{said} {report}");
    }
    assert!(!stage.meeting().session.as_ref().unwrap().is_blank());
}

/// The second round is read beside the first, option by option, and all of it is in sight.
#[test]
fn both_rounds_stand_side_by_side() {
    for (case, scene, width, height) in [
        ("mevrouw-a", 0, 60, 18),
        ("twee-kamers", 0, 60, 18),
        ("mevrouw-l", 1, 80, 24),
        ("meneer-r", 1, 80, 24),
    ] {
        let mut stage = begun(case, true, width, height);
        stage.to("people:nurses").keys("8<Esc>").to(&format!("scene:{scene}")).keys("<Enter>");
        for (second, first_option) in [(false, "3"), (true, "5")] {
            on_to(&mut stage, |screen| *screen == Screen::Scene(scene, ScenePage::Vote(second)));
            stage.keys(first_option);
        }
        stage.keys("<Tab>").to("show").keys("<Enter>");
        let text = stage.text();
        let lines: Vec<&str> = text.lines().collect();
        let now = lines
            .iter()
            .position(|line| line.contains("█") && (line.ends_with(" 5") || line.contains("5 (eerst 3)")));
        let now = now.unwrap_or_else(|| panic!("{case} {text}"));
        assert!(
            lines[now].contains("(eerst 3)")
                || lines[now - 1].ends_with(" 3")
                || lines[now - 2].ends_with(" 3"),
            "{case} {text}"
        );
        let bars = stage.model.page().blocks.iter().find_map(|block| match block {
            crate::app::page::Block::Bars(bars) => Some(bars.bars.last().unwrap().label.trim().to_owned()),
            _ => None,
        });
        assert!(text.contains(&bars.unwrap()), "the last bar is in sight: {case} {text}");
        assert!(text.contains("Ronde 1: 3 stemmen, 8 mensen") || text.contains("keuzes"), "{case} {text}");
    }
}

#[test]
fn whatever_is_filled_in_makes_a_session_the_last() {
    let mut stage = begun("mevrouw-a", true, 80, 24);
    let begun = stage.meeting().session.as_ref().unwrap().touched;
    stage.now += chrono::TimeDelta::minutes(20);
    stage.keys("<Esc>").to("bottlenecks").keys("geen pomp").to("people");
    let touched = stage.meeting().session.as_ref().unwrap().touched;
    assert!(touched > begun, "{touched:?}");
    assert_eq!(stage.meeting().session.as_ref().unwrap().began, begun);
}

/// What was counted by hand is shown on purpose, and not by one Enter more than the way on has.
#[test]
fn what_was_counted_is_not_shown_by_enters_alone() {
    let mut stage = begun("mevrouw-a", true, 80, 24);
    stage.to("people:nurses").keys("8").to("begin").keys("<Enter><Tab>5<Down>3<Down>0").to("next");
    stage.keys("<Enter><Enter><Enter>");
    assert_eq!(*stage.model.screen(), Screen::Scene(0, ScenePage::Spread(false)));
    assert!(!stage.text().contains('█'), "{}", stage.text());
    stage.keys("<Down><Enter>");
    assert!(stage.text().contains('█'), "{}", stage.text());
}
