//! An Enter too many, a key that nobody sees, a way out by accident: none of them does what nobody meant.

use super::Stage;
use super::tour::{midway, screens};
use crate::app::keymap::Focus;
use crate::app::message::Protected;
use crate::app::page::Mark;
use crate::app::{Effect, Msg, Screen, Size, StepPage, pages};
use crate::checklist::Name;
use crate::meeting::{Change, Given, PatientId, QuestionKey};
use crate::text::Command;
use crate::words::Language;

fn said(stage: &Stage) -> String {
    stage.model.notice.as_ref().map(|notice| notice.text.clone()).unwrap_or_default()
}

const NL: Language = Language::Dutch;

/// Whether Enter may lead to this change: what it makes is empty, and what it begins is text.
pub(super) fn only_leads(change: &Change) -> bool {
    match change {
        Change::Agreement { before: None, after: Some(after), .. } => {
            after.is_blank() || after.from.is_some()
        }
        Change::Agreement { before: Some(before), after: None, .. } => before.is_blank(),
        Change::Review { before: None, after: Some(after), .. } => after.is_blank() || after.is_aside(),
        Change::Review { before: Some(before), after: None, .. } => before.is_blank(),
        Change::Participant { before, after, .. } => before.is_none() != after.is_none(),
        Change::Text { .. } | Change::Repeats { .. } | Change::Definition { .. } | Change::Route { .. } => {
            true
        }
        _ => false,
    }
}

/// From every row of every screen: what Enter leads to is recorded by no second, third or fourth Enter.
#[test]
fn enter_records_nothing_to_which_only_enter_led() {
    let (mut told, mut typed) = (0, 0);
    for (name, stage) in screens(NL, 80, 24) {
        for row in pages::page(&stage.model).rows() {
            let mut stage = stage.clone();
            stage.send(Msg::Focus(row.id.clone()));
            let (screen, focus) = (stage.model.screen().clone(), stage.focus());
            let place = |stage: &Stage| (stage.model.screen().clone(), stage.focus());
            stage.keys("<Enter>");
            if place(&stage) == (screen, focus) {
                continue;
            }
            if stage.model.context().focus == Focus::Waits {
                let (mut sentence, at) = (stage.clone(), place(&stage));
                sentence.keys("ja<Space>dat<Space>is<Space>zo");
                if place(&sentence) == at && !sentence.model.page().abilities.searching {
                    let focus = sentence.model.context().focus;
                    assert_eq!(focus, Focus::Waits, "{name} {}, at {at:?}", row.id.as_str());
                    typed += 1;
                }
            }
            for _ in 0..4 {
                let had = stage.model.open.as_ref().map(|open| open.history.newest().cloned());
                let at = stage.focus();
                stage.keys("<Enter>");
                let entry = stage.model.open.as_ref().and_then(|open| {
                    (had.as_ref() != Some(&open.history.newest().cloned()))
                        .then(|| open.history.newest().cloned())
                        .flatten()
                });
                for change in entry.iter().flat_map(|entry| &entry.changes) {
                    assert!(only_leads(change), "{name} {}, at {at}: {change:?}", row.id.as_str());
                }
                told += usize::from(said(&stage) == NL.choose_first());
            }
        }
    }
    assert!(told > 100 && typed > 20, "{told} {typed}");
}

/// What is recorded by the newest entry, where `keys` made one.
fn recorded(stage: &mut Stage, keys: &str) -> Vec<Change> {
    let had = stage.model.open.as_ref().map(|open| open.history.newest().cloned());
    stage.keys(keys);
    let open = stage.model.open.as_ref().filter(|open| had.as_ref() != Some(&open.history.newest().cloned()));
    open.and_then(|open| open.history.newest()).map(|entry| entry.changes.clone()).unwrap_or_default()
}

/// Whatever key led to a page: where it begins with a row that records, nothing is under the cursor, Enter records nothing, and the
/// first arrow goes to that row, where Enter is heard. What was chosen before stands under the cursor.
#[test]
fn a_page_that_was_only_come_to_has_nothing_under_the_cursor() {
    let (mut waited, mut chosen) = (0, 0);
    let keys = [
        "<Enter>", "<Tab>", "<S-Tab>", "<Right>", "<Left>", "<F2>", "<F3>", "<F4>", "<F5>", "<F6>", "<F9>",
        "<Esc>",
    ];
    for (name, stage) in screens(NL, 80, 24) {
        let page = pages::page(&stage.model);
        let rows = page.rows().map(|row| (Some(row.id.clone()), "<Enter>"));
        for (row, key) in rows.chain(keys.map(|key| (None, key))) {
            let mut stage = stage.clone();
            if let Some(row) = row.clone() {
                stage.send(Msg::Focus(row));
            }
            let screen = stage.model.screen().clone();
            stage.keys(key);
            let place = format!("{name} {row:?} {key}, at {:?}", stage.model.screen());
            let own = key == "<F6>" && matches!(stage.model.screen(), Screen::Confirm(_));
            if own || *stage.model.screen() == screen || stage.model.path.top().focus.is_some() {
                continue;
            }
            let page = stage.model.page();
            let begins = page.first.as_ref().and_then(|id| page.row(id)).or_else(|| page.rows().next());
            let Some(begins) = begins.cloned() else { continue };
            if stage.model.context().focus != Focus::Waits {
                assert_eq!(stage.focus(), begins.id.as_str(), "{place}");
                chosen += usize::from(begins.mark == Mark::Chosen);
                for change in recorded(&mut stage, "<Enter>") {
                    assert!(only_leads(&change), "{place}: {change:?}");
                }
                continue;
            }
            waited += 1;
            assert_eq!(stage.focus(), "", "{place}");
            let mut there = stage.clone();
            for change in recorded(&mut stage, "<Enter><Enter><Space><Enter>") {
                assert!(only_leads(&change), "{place}: {change:?}");
            }
            for _ in 0..9 {
                if there.focus().is_empty() {
                    there.keys("<Down>");
                }
            }
            assert_eq!(there.focus(), begins.id.as_str(), "{place}");
            assert_ne!(there.model.context().focus, Focus::Waits, "{place}");
        }
    }
    assert!(waited > 30 && chosen > 3, "{waited} {chosen}");
}

/// A patient is finished, and what was agreed confirmed, by a row to which somebody went.
#[test]
fn the_enter_that_asks_to_finish_does_not_finish() {
    let (mut stage, patient) = at("pzp-stand", "het-gesprek", 0);
    stage.model.path.go(&Screen::Patient(patient));
    stage.keys("<F4>bellen<Esc>");
    let finished = |stage: &Stage| stage.meeting().reviews[0].details.finished.is_some();
    stage.to("finish").keys("<Enter>");
    let mut twice = stage.clone();
    twice.keys("<Enter><Enter><Space>");
    assert!(!finished(&twice) && matches!(twice.model.screen(), Screen::Confirm(_)), "{}", twice.text());
    assert_eq!((twice.focus().as_str(), said(&twice).as_str()), ("", NL.choose_first()));
    stage.keys("<Down>");
    assert_eq!(stage.focus(), "confirmed");
    stage.keys("<Enter>");
    assert!(finished(&stage), "{}", stage.text());
}

/// What is begun and left empty was never there: nothing is saved, and nothing can be undone.
#[test]
fn what_is_left_empty_is_not_written() {
    let (mut stage, patient) = at("pzp-stand", "het-gesprek", 0);
    for (screen, row) in [
        (Screen::Patient(patient), "agree"),
        (Screen::Meeting, "add-patient"),
        (Screen::MeetingDetails, "add-participant"),
    ] {
        stage.model.path.go(&screen);
        if *stage.model.screen() != screen {
            stage.model.path.open(screen);
        }
        stage.to(row);
        let before = (stage.meeting().clone(), stage.model.open.as_ref().unwrap().history.clone());
        stage.effects.clear();
        stage.keys("<Enter>");
        if *stage.model.screen() == Screen::AddPatient {
            stage.to("new").keys("<Enter>");
        }
        stage.keys("<Esc><Esc>");
        assert_eq!(stage.meeting(), &before.0, "{row}");
        assert_eq!(stage.model.open.as_ref().unwrap().history, before.1, "{row}");
        let saves = stage.effects.iter().filter(|effect| matches!(effect, Effect::SaveMeeting(_))).count();
        assert_eq!(saves, 0, "{row}");
    }
}

fn at(checklist: &str, group: &str, review: usize) -> (Stage, PatientId) {
    let mut stage = midway(NL, 80, 24);
    let patient = stage.meeting().reviews[review].patient;
    stage.model.path.go(&Screen::Patient(patient));
    let page = StepPage::Group(group.into());
    stage.model.path.open(Screen::Step { patient, checklist: checklist.into(), page });
    (stage, patient)
}

fn given(stage: &Stage, review: usize, checklist: &str, item: &str) -> Option<Given> {
    let key = QuestionKey::new(&checklist.into(), &Name::from(item));
    stage.meeting().reviews[review].answers.get(&key).and_then(|answer| answer.given.clone())
}

#[test]
fn who_clears_an_answer_records_no_other_one() {
    let (mut stage, _) = at("pzp-stand", "het-gesprek", 0);
    let gave = |stage: &Stage| given(stage, 0, "pzp-stand", "gesprek");
    stage.to("option:pzp-stand/gesprek=yes").keys("<Enter>");
    assert_eq!(gave(&stage), Some(Given::YesNo(true)));
    stage.keys("<Enter>");
    assert_eq!(said(&stage), NL.chosen_already());
    stage.to("clear:pzp-stand/gesprek").keys("<Enter>");
    assert_eq!(gave(&stage), None);
    let mut more = stage.clone();
    more.keys("<Enter><Enter>");
    assert_eq!(gave(&more), None, "{}", more.text());
    // Who goes there records with the same keys as ever.
    stage.to("option:pzp-stand/gesprek=no").keys("<Enter>");
    assert_eq!(gave(&stage), Some(Given::YesNo(false)));
}

/// Letters that go nowhere are no answer to where Enter led.
#[test]
fn a_sentence_that_goes_nowhere_means_no_row() {
    let mut stage = midway(NL, 80, 24);
    let patient = stage.meeting().reviews[1].patient;
    stage.model.path.go(&Screen::Patient(patient));
    stage.to("walk:markering").keys("<Enter>");
    let before = stage.meeting().reviews.clone();
    for nowhere in ["ja<Space>dat<Space>is<Space>zo<Enter>", "j<Backspace><Enter>", "ja<Enter><Enter>"] {
        let mut typed = stage.clone();
        typed.keys(nowhere);
        assert_eq!(said(&typed), NL.choose_first(), "{nowhere} {}", typed.text());
        assert_eq!(typed.meeting().reviews, before, "{nowhere}");
    }
    stage.keys("<Down><Up>ja<Enter>");
    assert_eq!(stage.meeting().reviews, before, "whoever typed wanted a text");
    stage.keys("<Down><Up><Enter>");
    assert_ne!(stage.meeting().reviews, before, "who went there means it");
}

#[test]
fn enter_alone_names_nobody() {
    let (mut stage, patient) = at("pzp-stand", "het-gesprek", 0);
    stage.model.path.go(&Screen::Patient(patient));
    stage.keys("<F4>bellen<Enter><Enter><Enter><Enter>");
    assert!(matches!(stage.model.screen(), Screen::Choose(_)), "{}", stage.text());
    assert_eq!(said(&stage), NL.choose_first());
    let agreed = |stage: &Stage| stage.meeting().reviews[0].agreements.last().unwrap().clone();
    assert_eq!((agreed(&stage).what.as_str(), agreed(&stage).owner), ("bellen", None));
    let mut first = stage.clone();
    first.keys("<Down><Enter>");
    assert!(agreed(&first).owner.is_some(), "the first arrow goes to the first");
    let mut space = stage.clone();
    space.keys("<Space>");
    assert_eq!((agreed(&space).owner, said(&space).as_str()), (None, NL.choose_first()));
    stage.keys("<Down><Down><Enter>");
    assert!(agreed(&stage).owner.is_some() && agreed(&stage).owner != agreed(&first).owner);
}

#[test]
fn what_was_taken_back_by_the_program_is_not_recorded_by_the_next_enter() {
    let (mut stage, _) = at("pzp-stand", "het-gesprek", 0);
    stage.to("option:pzp-stand/gesprek=yes").keys("<Down><Up><Enter><Down><C-z>");
    assert_eq!(given(&stage, 0, "pzp-stand", "gesprek"), None);
    stage.keys("<Enter>");
    assert_eq!(given(&stage, 0, "pzp-stand", "gesprek"), None, "{}", stage.text());
}

#[test]
fn no_key_acts_on_a_screen_that_nobody_sees() {
    for (name, stage) in screens(NL, 80, 24) {
        let mut stage = stage.clone();
        let (focus, before) = (stage.focus(), stage.meeting_or_none());
        let path = stage.model.path.clone();
        stage.send(Msg::Resized(Size::new(30, 8)));
        assert!(stage.text().contains("Maak het"), "{name}");
        stage.effects.clear();
        stage.keys("<F6><Enter><Down><Enter><Tab><Esc><Left><Right><F4><F2><C-z><C-Up><Enter>");
        stage.send(Msg::Resized(Size::new(80, 24)));
        assert_eq!((stage.focus(), stage.meeting_or_none()), (focus, before), "{name}");
        assert_eq!(stage.model.path.top().screen, path.top().screen, "{name}");
        assert!(!stage.effects.contains(&Effect::Quit), "{name}");
    }
    // What somebody types in a field that is open goes on.
    let (mut stage, patient) = at("pzp-stand", "het-gesprek", 0);
    stage.model.path.open(Screen::Notes(patient));
    stage.keys("<C-End>");
    let before = stage.meeting().reviews[0].notes.clone();
    stage.send(Msg::Resized(Size::new(80, 8)));
    stage.keys(" en verder");
    assert_eq!(stage.meeting().reviews[0].notes, format!("{before} en verder"));
    stage.keys("<C-q>");
    stage.keys("<C-q>");
    assert!(stage.effects.contains(&Effect::Quit));
}

#[test]
fn no_single_key_ends_the_program_while_a_meeting_is_open() {
    for (protected, words) in [
        (Protected::No, ["Enter op deze regel sluit Pallium af.", "wat er staat, is opgeslagen"]),
        (Protected::Fleeting, ["wordt weggegooid", "wordt weggegooid"]),
    ] {
        let (mut stage, patient) = at("pzp-stand", "het-gesprek", 0);
        stage.model.protected = protected;
        stage.model.path.go(&Screen::Patient(patient));
        let ended = |stage: &Stage| stage.effects.contains(&Effect::Quit);
        let mut by_key = stage.clone();
        by_key.keys("<C-q>");
        assert!(!ended(&by_key) && said(&by_key).contains(words[1]), "{}", said(&by_key));
        let mut other = by_key.clone();
        other.keys("<Down><C-q>");
        assert!(!ended(&other), "asked anew after another key");
        by_key.keys("<C-q>");
        assert!(ended(&by_key));
        stage.keys("<Esc><Esc><Esc><Esc><Space>");
        assert!(!ended(&stage) && said(&stage).contains(words[0]), "{}", said(&stage));
        let mut end = stage.clone();
        end.keys("<Up><End><Space><Space><Space>");
        assert!(!ended(&end), "{}", end.text());
        end.keys("<Up><End><Enter>");
        assert!(!ended(&end), "{}", end.text());
        end.keys("<Enter>");
        assert!(ended(&end));
        stage.keys("<Enter>");
        assert!(ended(&stage), "it was asked already");
    }
}

#[test]
fn the_way_of_discussing_comes_back_with_whom_it_went() {
    let mut stage = midway(NL, 80, 24);
    let patient = stage.meeting().reviews[0].patient;
    let details = |stage: &Stage| stage.meeting().reviews[0].details.clone();
    for route in ["route:kort", "route:volledig"] {
        stage.model.path.go(&Screen::Profile(patient));
        stage.to(route).keys("<Enter>");
        let before = details(&stage);
        assert!(before.route.is_some());
        stage.to("deceased").keys("<Enter>");
        assert_eq!((details(&stage).deceased, details(&stage).route), (true, None));
        stage.wait(1000);
        stage.keys("<Enter>").to("remove").keys("<Enter>");
        assert_eq!(details(&stage), before, "{route}");
        stage.wait(1000);
        stage
            .to("deceased")
            .keys("<Enter>")
            .to("informed:")
            .keys("<Up><Down>")
            .to("deceased")
            .keys("<Enter>")
            .to("remove")
            .keys("<Enter>");
        assert_eq!(details(&stage), before, "{route}");
    }
}

#[test]
fn what_is_typed_over_is_named_with_the_way_back() {
    let (mut stage, patient) = at("pzp-stand", "het-gesprek", 0);
    stage.model.path.go(&Screen::Patient(patient));
    // Over all of the notes nothing is typed (`kept`).
    for row in ["own-words", "next-review"] {
        stage.to(row).keys("<C-a><Backspace>morgen is er zorg<Up><Down>");
        stage.to(row).keys("<C-a>x");
        assert_eq!(said(&stage), "Hier stond: morgen is er zorg. Ctrl+Z haalt dat terug.", "{row}");
        stage.keys("y");
        assert_eq!(said(&stage), "Hier stond: morgen is er zorg. Ctrl+Z haalt dat terug.", "{row}");
        stage.keys("<C-z>");
        let page = pages::page(&stage.model);
        let field = page.rows().find(|known| known.id.as_str() == row).unwrap().as_field().unwrap().clone();
        assert_eq!(field.place.text(stage.meeting()).unwrap(), "morgen is er zorg", "{row}");
    }
    stage.to("notes").keys("<C-a>een<Enter>twee").keys("<C-a><Delete>");
    assert_eq!(said(&stage), "Wat hier stond is vervangen. Ctrl+Z haalt het terug.");
    // A day that is typed over gives way everywhere, and is named.
    stage.to("next-review").keys("<C-a>23-12-2026<Up><Down>").keys("m");
    assert_eq!(stage.meeting().reviews[0].next_review, "m");
    assert_eq!(said(&stage), "Hier stond: 23-12-2026. Ctrl+Z haalt dat terug.");
    stage.keys("<C-z>");
    assert_eq!(stage.meeting().reviews[0].next_review, "23-12-2026");
}

#[test]
fn a_meeting_that_is_closed_says_why_nothing_is_typed() {
    let (mut stage, patient) = at("pzp-stand", "het-gesprek", 0);
    stage.model.path.go(&Screen::Meeting);
    stage.model.path.open(Screen::Closing);
    stage.to("closing").keys("<Enter>");
    assert!(stage.meeting().details.closed.is_some(), "{}", stage.text());
    for screen in [Screen::Patient(patient), Screen::Notes(patient)] {
        stage.model.path.open(screen);
        stage.keys("x");
        assert_eq!(said(&stage), NL.closed_cannot_change());
    }
}

/// An arrow that exchanges one colour for another says so; the first one chosen is only there.
#[test]
fn a_colour_is_not_exchanged_in_silence() {
    let (mut stage, patient) = at("pzp-stand", "het-gesprek", 0);
    stage.model.path.go(&Screen::Patient(patient));
    stage.to("answer:kort/kleur").keys("<Right>");
    assert_eq!(said(&stage), "");
    stage.keys("<Right>");
    let told = said(&stage);
    assert_eq!(told, "Hier stond nog niets. Ctrl+Z haalt dat terug.");
    stage.keys("<C-z>");
    assert_eq!(given(&stage, 0, "kort", "kleur"), None);
}

/// Blanks alone are no answer, typed or left over.
#[test]
fn a_space_is_no_answer() {
    let (mut stage, patient) = at("pzp-stand", "het-gesprek", 0);
    stage.model.path.go(&Screen::Patient(patient));
    let gave = |stage: &Stage| given(stage, 0, "kort", "wat-veranderd");
    stage.to("answer:kort/wat-veranderd").keys("<C-a><Backspace>");
    assert_eq!(gave(&stage), None);
    let before = stage.meeting().reviews.clone();
    stage.keys("<Space><Space>");
    stage.send(Msg::Type(Command::InsertText(" \n ".into())));
    assert_eq!(gave(&stage), None);
    assert_eq!(stage.meeting().reviews, before);
    stage.keys("valt<Space>vaker");
    assert_eq!(gave(&stage), Some(Given::Text("valt vaker".to_owned())));
    let mut over = stage.clone();
    over.keys("<C-a><Space><Space>");
    assert_eq!(gave(&over), Some(Given::Text("valt vaker".to_owned())));
}

/// A row that Enter brought into sight is not what the next Enter is for.
#[test]
fn what_enter_only_brought_into_sight_is_not_done_by_the_next_one() {
    let mut stage = super::papers::counted(Stage::new(80, 24));
    stage.model.path.go(&Screen::Register);
    stage.read_what_is_shown();
    stage.keys("<F9>").to("save");
    // As far away as it may be, in a small window.
    stage.send(Msg::Resized(Size { width: 60, height: 18 }));
    loop {
        let mut below = stage.clone();
        below.keys("<Down>");
        if below.focus() != "save" {
            break;
        }
        stage = below;
    }
    assert!(stage.focus() == "save" && !stage.text().contains("Opslaan als"), "{}", stage.text());
    for _ in 0..20 {
        stage.keys("<Enter>");
    }
    assert!(
        stage.text().contains("Opslaan als") && super::papers::saves(&stage).is_empty(),
        "{}",
        stage.text()
    );
    stage.keys("<Up><Down>").to("save").keys("<Enter>");
    assert_eq!(super::papers::saves(&stage).len(), 1);
}

/// The route that is shown as chosen is not recorded once more: nobody without a label comes of it.
#[test]
fn the_route_that_is_chosen_already_makes_no_patient() {
    for key in ["<Enter>", "<Space>"] {
        let mut stage = midway(NL, 80, 24);
        stage.model.path.go(&Screen::Meeting);
        stage.to("add-patient").keys("<Enter>");
        let before = stage.meeting().clone();
        let rows = pages::page(&stage.model);
        let chosen =
            rows.rows().find(|row| row.id.as_str().starts_with("route:") && row.mark == Mark::Chosen);
        let id = chosen.expect("a route").id.clone();
        stage.send(Msg::Focus(id));
        stage.keys(key);
        assert_eq!(said(&stage), NL.chosen_already());
        assert!(stage.meeting().reviews == before.reviews);
    }
}

#[test]
fn files_to_look_at_begin_where_enter_does_something() {
    let (_, stage) = screens(NL, 60, 18).into_iter().find(|(name, _)| name == "problems").unwrap();
    assert!(stage.focus().starts_with("way-out"), "{}", stage.focus());
}
