//! What a room with one tired recorder needs: no heavy choice by a stray key, one rule for Enter, the keys of use in a small window.

use super::Stage;
use super::tour::{midway, screens};
use crate::app::page::Field;
use crate::app::{Screen, StepPage, pages};
use crate::meeting::{AgreementText, Given, ParticipantText, PatientId, QuestionKey, ReviewText, TextPlace};
use crate::words::Language;

fn told(stage: &Stage) -> String {
    stage.model.notice.as_ref().map(|notice| notice.text.clone()).unwrap_or_default()
}

/// Whether nothing is made from this field while it is empty: it asks for its text, and stays.
fn is_asked_for(stage: &Stage, field: &Field) -> bool {
    matches!(
        (stage.model.screen(), &field.place),
        (Screen::Agreement(..), TextPlace::Agreement(_, _, AgreementText::What))
            | (Screen::Participant(_), TextPlace::Participant(_, ParticipantText::Name))
            | (Screen::Profile(_), TextPlace::Review(_, ReviewText::Label))
    )
}

/// Enter goes on from every field of every screen and types nothing; only what is written line by line gets a new line. Where a
/// text can have more lines than one, Ctrl+N starts one.
#[test]
fn enter_goes_on_from_every_field_but_a_sheet() {
    let (mut fields, mut sheets) = (0, 0);
    for (name, stage) in screens(Language::Dutch, 80, 24) {
        if !stage.model.may_change() {
            continue;
        }
        let page = pages::page(&stage.model);
        let all: Vec<_> = page.rows().map(|row| row.id.clone()).collect();
        for row in page.rows() {
            let (Some(field), Some(before)) = (row.as_field(), stage.meeting_or_none()) else { continue };
            let text = |stage: &Stage| field.place.text(stage.meeting()).unwrap_or_default().to_owned();
            let known = field.place.text(&before).unwrap_or_default().to_owned();
            let on = |keys: &str| {
                let mut stage = stage.clone();
                stage.send(crate::app::Msg::Focus(row.id.clone()));
                stage.keys(keys);
                stage
            };
            let entered = on("<Enter>");
            let name = format!("{name} {}", row.id.as_str());
            if field.is_sheet() {
                sheets += 1;
                if !known.is_empty() {
                    assert_eq!(text(&entered), format!("{known}\n"), "{name}");
                }
                continue;
            }
            fields += 1;
            assert_eq!(text(&entered), known, "{name}");
            let is_last = all.last() == Some(&row.id);
            let asks = known.is_empty() && is_asked_for(&stage, field);
            assert_eq!(entered.focus() == row.id.as_str(), is_last || asks, "{name}: {}", entered.focus());
            // A line alone is no answer.
            let is_answer = matches!(field.place, TextPlace::Answer(..));
            let takes = field.many_lines && !(is_answer && known.is_empty());
            let line = if takes { format!("{known}\n") } else { known.clone() };
            assert_eq!(text(&on("<C-n>")), line, "{name}");
        }
    }
    assert!(fields > 30 && sheets > 2, "{fields} fields, {sheets} sheets");
}

/// What was typed where nothing can be typed is told of for as long as somebody types.
#[test]
fn that_nothing_can_be_typed_stays_while_somebody_types() {
    let mut stage = midway(Language::Dutch, 80, 24);
    let words = Language::Dutch.cannot_type_here();
    for keys in ["z", "ij", "<Space>", "is<Space>moe", "<Backspace>", "<Space><Space>"] {
        stage.model.path.go(&Screen::Ending);
        stage.keys(keys);
        assert_eq!(told(&stage), words, "{keys}");
    }
    stage.keys("<Down>");
    assert_eq!(told(&stage), "");
}

pub fn limit() -> (Screen, PatientId, QuestionKey, Stage) {
    let stage = midway(Language::Dutch, 80, 24);
    let patient = stage.meeting().reviews[0].patient;
    let checklist = crate::checklist::Name::from("pzp");
    let known = stage.model.checklist(&checklist).unwrap();
    let group = known
        .groups
        .iter()
        .find(|group| group.called().get(Language::Dutch) == "Behandelgrens: reanimatie")
        .unwrap();
    let crate::checklist::Entry::Item(item) = &group.entries[0] else { panic!("a question") };
    let key = QuestionKey::new(&checklist, &item.id);
    let screen = Screen::Step { patient, checklist, page: StepPage::Group(group.id.clone()) };
    (screen, patient, key, stage)
}

/// A limit of treatment is not chosen by whoever presses Enter on the page that just opened, nor by a space.
#[test]
fn a_limit_of_treatment_is_chosen_on_purpose() {
    let (screen, _, key, mut stage) = limit();
    let given =
        |stage: &Stage| stage.meeting().reviews[0].answers.get(&key).and_then(|answer| answer.given.clone());
    stage.model.path.open(screen);
    assert_eq!(stage.focus(), "");
    for keys in ["<Enter>", "<Enter><Enter>", "<Space>", "ja"] {
        stage.keys(keys);
        assert_eq!((given(&stage), told(&stage).as_str()), (None, Language::Dutch.choose_first()), "{keys}");
    }
    stage.keys("<Down><Down><Enter>");
    let chosen = given(&stage);
    assert!(matches!(chosen, Some(Given::Choice(_))), "{chosen:?}");
    assert!(stage.text().contains("● Niet uitvoeren"), "{}", stage.text());
    // From below the page is reached too, and who comes back finds what was chosen under the cursor.
    stage.keys("<C-z><Esc>");
    let (screen, _, _, mut stage) = limit();
    stage.model.path.open(screen);
    stage.keys("<Up>");
    assert_eq!(stage.focus(), "notes", "{}", stage.text());
}

#[test]
fn a_judgement_is_given_on_purpose() {
    let mut stage = midway(Language::Dutch, 80, 24);
    let patient = stage.meeting().reviews[1].patient;
    let checklist = crate::checklist::Name::from("stervensfase");
    let judged = |stage: &Stage| stage.meeting().reviews[1].judgements.contains_key(&checklist);
    stage.model.path.go(&Screen::Patient(patient));
    let page = StepPage::Judgement;
    stage.model.path.open(Screen::Step { patient, checklist: checklist.clone(), page });
    stage.keys("<Enter><Enter>");
    assert!(!judged(&stage), "{}", stage.text());
    stage.keys("<Down><Enter>");
    assert!(judged(&stage), "{}", stage.text());
}

/// From red no single key leads to no colour or to no answer, and Right stops there.
#[test]
fn no_stray_key_leads_from_red_to_no_colour() {
    let mut stage = midway(Language::Dutch, 80, 24);
    let patient = stage.meeting().reviews[1].patient;
    let key = crate::meeting::colour_question();
    stage.model.path.go(&Screen::Patient(patient));
    stage.to("answer:kort/kleur");
    let mut seen = Vec::new();
    for keys in [
        "<Right>", "<Right>", "<Right>", "<Right>", "<Left>", "<Left>", "<Left>", "<Left>", "<Left>",
        "<Right>",
    ] {
        stage.keys(keys);
        let given = stage.meeting().reviews[1].answers.get(&key).and_then(|answer| answer.given.clone());
        seen.push(match given {
            Some(Given::Choice(code)) => code.to_string(),
            _ => String::new(),
        });
    }
    assert_eq!(
        seen,
        ["groen", "oranje", "rood", "rood", "oranje", "groen", "geen", "", "", "groen"].map(str::to_owned)
    );
}

/// Whoever was judged today and for whom nothing was agreed is not done by one key: what to agree is asked first.
#[test]
fn being_done_after_a_judgement_asks_what_is_agreed() {
    let mut stage = midway(Language::Dutch, 80, 24);
    let patient = stage.meeting().reviews[1].patient;
    let checklist = crate::checklist::Name::from("stervensfase");
    stage.model.path.go(&Screen::Patient(patient));
    stage.model.path.open(Screen::Step { patient, checklist, page: StepPage::Judgement });
    stage.keys("<Down><Enter>");
    stage.model.path.go(&Screen::Patient(patient));
    stage.keys("<F6>");
    let text = stage.text();
    for part in [
        "Vandaag geoordeeld: Ja, de stervensfase is begonnen",
        "Er is nog niets afgesproken.",
        "Niets af te spreken: deze patiënt afronden",
    ] {
        assert!(text.contains(part), "{part}\n{text}");
    }
    assert_eq!((stage.focus().as_str(), stage.meeting().reviews[1].details.finished), ("agree", None));
    stage.to("confirmed").keys("<Enter>");
    assert!(stage.meeting().reviews[1].details.finished.is_some());
    assert_eq!(told(&stage), "Deze patiënt is afgerond. Ctrl+Z haalt het terug.");
}

/// In the smallest window the footer names what one does there, beside Enter, help and the way back.
#[test]
fn a_small_window_names_the_keys_of_use() {
    for (language, marked) in [(Language::Dutch, "F4 afspraak"), (Language::English, "F4 agreement")] {
        let mut stage = midway(language, 60, 18);
        let patient = stage.meeting().reviews[1].patient;
        stage.model.path.go(&Screen::Meeting);
        assert!(stage.text().contains("F9 pap"), "{}", stage.text());
        stage.model.path.go(&Screen::Patient(patient));
        for row in ["own-words", "agree", "overview"] {
            stage.to(row);
            let text = stage.text();
            let footer = text.lines().last().unwrap_or_default();
            for part in [marked, "Enter ", "F1 ", "Esc "] {
                assert!(footer.contains(part), "{row}: {part}\n{footer}");
            }
        }
    }
}

/// At the end agreements are read person by person as they sit at the table, what comes first being said first.
#[test]
fn agreements_are_read_aloud_in_order() {
    let mut stage = midway(Language::Dutch, 80, 24);
    let patient = stage.meeting().reviews[1].patient;
    stage.model.path.go(&Screen::Patient(patient));
    for (what, due) in [("later", "15 dec"), ("zonder dag", ""), ("eerst", "24 nov")] {
        stage
            .keys("<F4>")
            .keys(what)
            .to("owner")
            .keys("<Enter>M. Vos<Enter>")
            .to("due")
            .keys(due)
            .keys("<Esc>");
    }
    stage.model.path.go(&Screen::Ending);
    let text = stage.model.page();
    let order: Vec<String> = text
        .rows()
        .filter(|row| row.id.as_str().starts_with("agreed:"))
        .map(|row| row.label.rsplit(": ").next().unwrap_or_default().to_owned())
        .collect();
    let of_vos: Vec<&str> = order
        .iter()
        .map(String::as_str)
        .filter(|what| ["later", "zonder dag", "eerst"].contains(what))
        .collect();
    assert_eq!(of_vos, ["eerst", "later", "zonder dag"], "{order:?}");
    let picture = stage.picture();
    let (vos, wit) = (picture.find("M. Vos, "), picture.find("A. de Wit, "));
    assert!(vos.is_some() && wit.is_none_or(|wit| vos < Some(wit)), "{picture}");
}

/// Wherever a screen opens, and whatever row the arrows go to, the cursor is in sight.
#[test]
fn the_cursor_is_in_sight_where_a_screen_opens() {
    for (width, height) in [(60, 18), (80, 24)] {
        for (name, stage) in screens(Language::Dutch, width, height) {
            let mut opened = stage.clone();
            let screen = stage.model.screen().clone();
            // As when somebody comes there by a row.
            opened.model.path.top_mut().focus = None;
            opened.model.path.top_mut().first_line = 0;
            opened.send(crate::app::Msg::Resized(crate::app::Size::new(width, height)));
            assert_eq!(*opened.model.screen(), screen);
            let layout = opened.layout();
            let Some(row) = layout.focus.as_ref().and_then(|id| layout.rows.of(id)) else { continue };
            let seen = layout.first_line..layout.first_line + usize::from(layout.body_height);
            let line = row.cursor_line.unwrap_or(row.start);
            assert!(seen.contains(&line), "{name} {width}x{height}: {line} of {seen:?}\n{}", opened.text());
        }
    }
}
