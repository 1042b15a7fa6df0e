//! A key never does what nobody meant: typing, pasting and mashing keys on every row of every screen.

use std::collections::BTreeSet;

use super::Stage;
use super::tour::{midway, screens};
use crate::app::page::{Action, RowKind};
use crate::app::{Effect, Msg, Screen, pages};
use crate::meeting::{Change, Given, Meeting, TextPlace};
use crate::text::Command;
use crate::words::Language;

const SENTENCE: &str = "zij is moe en wil naar huis ";

/// Every row of every screen, each on a stage of its own: its name, whether it is a field, whether it takes something away.
pub fn on_every_row(mut each: impl FnMut(&str, &mut Stage, Option<TextPlace>, bool)) {
    for (name, stage) in screens(Language::Dutch, 80, 24) {
        let page = pages::page(&stage.model);
        for row in page.rows() {
            let mut stage = stage.clone();
            stage.model.path.top_mut().focus = Some(row.id.clone());
            stage.model.after_letter = false;
            let name = format!("{name} {}", row.id.as_str());
            each(&name, &mut stage, row.as_field().map(|field| field.place.clone()), row.takes_away());
        }
    }
}

/// What was typed stands in its field; nothing else of the record is another.
fn only_the_text_changed(name: &str, before: &Meeting, stage: &Stage, place: Option<&TextPlace>) {
    let Some(after) = stage.meeting_or_none() else { return };
    let changed: BTreeSet<String> = crate::meeting::differences(before, &after)
        .into_iter()
        .map(|difference| format!("{difference:?}"))
        .collect();
    let Some(place) = place else {
        assert!(changed.is_empty(), "{name}: {changed:?}");
        return;
    };
    let entries = stage.model.open.as_ref().map(|open| open.history.newest().cloned());
    for change in entries.flatten().iter().flat_map(|entry| &entry.changes) {
        match change {
            Change::Text { place: typed, .. } => assert_eq!(typed, place, "{name}"),
            Change::Definition { .. } | Change::Route { .. } => {}
            other => panic!("{name}: {other:?}"),
        }
    }
}

/// Nothing was opened or chosen; what was typed may be looked for in the list of the screen.
#[track_caller]
fn stays(name: &str, stage: &mut Stage, path: &crate::app::Path) {
    // A row that leads to a list opens it for what is typed; nobody is chosen by that.
    if stage.model.screen().is_choice() && stage.model.screen() != &path.top().screen {
        stage.model.path.go(&path.top().screen);
    }
    if stage.model.page().abilities.searching {
        assert!(
            !stage.model.page().rows().any(|row| row.as_field().is_some()) || stage.focus() == "show-all",
            "{name}"
        );
        let top = stage.model.path.top_mut();
        top.search.clear();
        top.before_search = None;
        top.focus.clone_from(&path.top().focus);
        top.first_line = path.top().first_line;
    }
    assert_eq!(stage.model.path, *path, "{name}");
}

/// Whether the row in focus is an option that says in words of its own what it means: letters there are those words.
pub fn needs_words(stage: &Stage) -> bool {
    let row = stage.model.focused();
    let Some(RowKind::Action(Action::Answer(_, question, Some(Given::Choice(code))))) =
        row.map(|row| row.kind)
    else {
        return false;
    };
    let item =
        stage.model.checklist(&question.checklist).and_then(|known| known.item(question.item.as_str()));
    let options = item.map(crate::meeting::terms::options).unwrap_or_default();
    options.iter().any(|option| option.code == code && option.needs_note)
}

#[test]
fn a_typed_sentence_is_text_or_nothing() {
    on_every_row(|name, stage, place, _| {
        let (before, path) = (stage.meeting_or_none(), stage.model.path.clone());
        let Some(before) = before.filter(|_| !needs_words(stage)) else { return };
        stage.keys("zij<Space>is<Space>moe<Space>en<Space>wil<Space>naar<Space>huis<Space>");
        only_the_text_changed(name, &before, stage, place.as_ref());
        // Enter that was read along with it ends a text, and says elsewhere that it did nothing, which takes a line.
        let enter = crate::app::end_of_text(&stage.model);
        assert!(place.is_some() || enter == Msg::EnterCameAlong, "{name}");
        stage.send(enter);
        stage.model.path.top_mut().first_line = path.top().first_line;
        only_the_text_changed(name, &before, stage, place.as_ref());
        if place.is_none() {
            stays(name, stage, &path);
        }
    });
}

#[test]
fn a_pasted_sentence_is_text_or_nothing() {
    on_every_row(|name, stage, place, _| {
        let (before, path) = (stage.meeting_or_none(), stage.model.path.clone());
        let Some(before) = before.filter(|_| !needs_words(stage)) else { return };
        for text in [SENTENCE, "een\ntwee\r\ndrie\n", " ", "\n\n\n"] {
            stage.send(Msg::Type(Command::InsertText(text.into())));
        }
        stage.keys("<Space><Space>");
        only_the_text_changed(name, &before, stage, place.as_ref());
        if place.is_none() {
            stays(name, stage, &path);
        }
    });
}

/// What stood before, by identity: nobody and nothing of it may be gone.
fn standing(meeting: &Meeting) -> BTreeSet<String> {
    let mut all: BTreeSet<String> =
        meeting.participants.iter().map(|participant| format!("participant {:?}", participant.id)).collect();
    for review in &meeting.reviews {
        let patient = review.patient;
        all.insert(format!("patient {patient:?}"));
        all.extend(review.agreements.iter().map(|agreement| format!("agreement {:?}", agreement.id)));
        all.extend(
            review
                .judgements
                .iter()
                .filter(|(_, one)| one.withdrawn.is_none() && one.choice.is_some())
                .map(|(name, _)| format!("judgement {patient:?} {name}")),
        );
        let ended =
            review.agreements.iter().filter_map(|agreement| Some((agreement.id, agreement.ended?.done)));
        all.extend(ended.map(|(id, done)| format!("agreement {id:?} ended, done: {done}")));
        let withdrawn = review.judgements.iter().filter(|(_, one)| one.withdrawn.is_some());
        all.extend(withdrawn.map(|(name, _)| format!("withdrawn {patient:?} {name}")));
        let given = review.answers.iter().filter(|(_, answer)| answer.given.is_some());
        all.extend(given.map(|(key, _)| format!("answer {patient:?} {key}")));
        if review.details.finished.is_none() {
            all.insert(format!("under way {patient:?}"));
        }
    }
    if meeting.details.closed.is_none() {
        all.insert("open".to_owned());
    }
    all
}

/// Enter pressed too often, on a row that does not take away by its own name, loses nothing without a word: what is
/// gone was told in the last notice, and one Ctrl+Z for each brings everything back.
#[test]
fn enter_too_often_takes_nothing_away_in_silence() {
    on_every_row(|name, stage, _, takes_away| {
        let Some(before) = stage.meeting_or_none() else { return };
        let asks = matches!(
            stage.model.screen(),
            Screen::Closing | Screen::Removing(_) | Screen::Confirm(_) | Screen::NotSaved | Screen::Compare
        );
        if takes_away || asks {
            return;
        }
        for _ in 0..3 {
            let had = stage.meeting_or_none().as_ref().map(standing).unwrap_or_default();
            stage.keys("<Enter>");
            let Some(after) = stage.meeting_or_none().filter(|after| after.id == before.id) else { return };
            let has = standing(&after);
            let gone: Vec<&String> = had.difference(&has).collect();
            if !gone.is_empty() {
                let told = stage.model.notice.as_ref().map(|notice| notice.text.as_str()).unwrap_or_default();
                assert!(told.contains("Ctrl+Z"), "{name}: {gone:?} gone, told {told:?}");
            }
        }
        while stage.model.open.as_ref().is_some_and(|open| open.history.can_undo())
            && stage
                .meeting_or_none()
                .is_some_and(|meeting| !standing(&before).is_subset(&standing(&meeting)))
        {
            stage.keys("<C-z>");
        }
        let after = stage.meeting_or_none().unwrap();
        assert!(standing(&before).is_subset(&standing(&after)), "{name}");
    });
}

/// Esc pressed too often never ends the program while a meeting is open, nor takes anything away.
#[test]
fn esc_too_often_ends_nothing() {
    on_every_row(|name, stage, _, _| {
        // Of one that is closed there is nothing left to go on with.
        let Some(before) = stage.meeting_or_none().filter(|meeting| meeting.details.closed.is_none()) else {
            return;
        };
        for _ in 0..9 {
            stage.keys("<Esc>");
            assert!(!stage.effects.contains(&Effect::Quit), "{name}");
            // Where nothing was recorded, nothing is left to go on with, and nothing is lost.
            if stage.meeting_or_none().is_none() {
                assert_eq!(before.reviews, Vec::new(), "{name}");
                return;
            }
        }
        let after = stage.meeting_or_none().unwrap();
        assert!(standing(&before).is_subset(&standing(&after)), "{name}");
    });
}

/// Takes the row with `row` by Enter, as a nurse would, and gives what the program says.
fn said(stage: &mut Stage, row: &str) -> String {
    stage.to(row).keys("<Enter>");
    stage.model.notice.as_ref().map(|notice| notice.text.clone()).unwrap_or_default()
}

#[test]
fn a_patient_with_a_discussion_goes_only_after_a_question() {
    let mut stage = midway(Language::Dutch, 80, 24);
    let patient = stage.meeting().reviews[0].patient;
    stage.model.path.go(&Screen::Profile(patient));
    assert_eq!(said(&mut stage, "remove"), "");
    assert_eq!(stage.focus(), "back", "{}", stage.text());
    let text = stage.text();
    for part in [
        "Fictief J. (1941) van de agenda halen?",
        "Al vastgelegd: 2 antwoorden, 1 oordeel, aantekeningen.",
        "noodmedicatie",
    ] {
        assert!(text.contains(part), "{part}\n{text}");
    }
    // Enter once too often leaves everything.
    stage.keys("<Enter>");
    assert_eq!((stage.model.screen(), stage.meeting().reviews.len()), (&Screen::Profile(patient), 2));
    stage.to("remove").keys("<Enter>");
    assert_eq!(
        said(&mut stage, "remove"),
        "Fictief J. (1941) is van de agenda gehaald. Ctrl+Z haalt het terug."
    );
    assert_eq!((stage.model.screen(), stage.meeting().reviews.len()), (&Screen::Meeting, 1));
    stage.keys("<C-z>");
    assert_eq!(stage.meeting().reviews[0].agreements.len(), 2);
}

#[test]
fn instead_of_going_a_patient_can_be_put_off_with_everything() {
    let mut stage = midway(Language::Dutch, 80, 24);
    let patient = stage.meeting().reviews[0].patient;
    stage.model.path.go(&Screen::Profile(patient));
    stage.to("remove").keys("<Enter>");
    let told = said(&mut stage, "postpone");
    assert_eq!(
        told,
        "Naar een volgende bijeenkomst. Wat er is opgeschreven, blijft hier en in het verslag staan. Ctrl+Z haalt het terug."
    );
    assert_eq!(stage.model.screen(), &Screen::Meeting);
    assert!(stage.meeting().reviews[0].details.postponed);
}

#[test]
fn a_patient_of_whom_nothing_is_recorded_goes_at_once_and_is_named() {
    let mut stage = midway(Language::Dutch, 80, 24);
    let patient = stage.meeting().reviews[1].patient;
    stage.model.path.go(&Screen::Profile(patient));
    assert_eq!(
        said(&mut stage, "remove"),
        "Fictief B. (1950) is van de agenda gehaald. Ctrl+Z haalt het terug."
    );
}

#[test]
fn a_participant_who_is_named_goes_only_after_a_question() {
    let mut stage = midway(Language::Dutch, 80, 24);
    let id = stage.meeting().participants[0].id;
    stage.model.path.go(&Screen::Participant(id));
    stage.to("remove").keys("<Enter>");
    assert!(stage.text().contains("Staat 2 keer bij patiënten"), "{}", stage.text());
    assert_eq!(
        said(&mut stage, "remove"),
        "M. Vos, wijkverpleegkundige is weggehaald. Ctrl+Z haalt het terug."
    );
    assert_eq!(stage.model.screen(), &Screen::MeetingDetails);
}

#[test]
fn being_done_and_ending_say_so() {
    let mut stage = midway(Language::Dutch, 80, 24);
    let (first, second) = (stage.meeting().reviews[0].patient, stage.meeting().reviews[1].patient);
    let agreement = stage.meeting().reviews[0].agreements[0].id;
    stage.model.path.go(&Screen::Agreement(first, agreement));
    assert_eq!(said(&mut stage, "done"), "Afspraak gedaan. Ctrl+Z haalt het terug.");
    stage.keys("<C-z>");
    assert_eq!(said(&mut stage, "dropped"), "Afspraak vervallen. Ctrl+Z haalt het terug.");
    stage.model.path.go(&Screen::Patient(second));
    stage.keys("<F6>");
    let told = stage.model.notice.as_ref().map(|notice| notice.text.clone());
    assert_eq!(told.as_deref(), Some("Deze patiënt is afgerond. Ctrl+Z haalt het terug."));
}

/// Who tells the owner of an agreement stays when the same owner is chosen again; where it goes, that is said.
#[test]
fn who_tells_the_owner_does_not_go_in_silence() {
    let mut stage = midway(Language::Dutch, 80, 24);
    let patient = stage.meeting().reviews[0].patient;
    let owned = |stage: &Stage| stage.meeting().reviews[0].agreements[0].clone();
    let (agreement, owner) = (owned(&stage).id, owned(&stage).owner);
    let Some(crate::meeting::Owner::Participant(id)) = owner else { panic!("{owner:?}") };
    let teller = stage.meeting().participants.iter().map(|known| known.id).find(|known| *known != id);
    let choose = |stage: &mut Stage, row: &str, option: &str| {
        stage.model.path.go(&Screen::Patient(patient));
        stage.model.path.go(&Screen::Agreement(patient, agreement));
        stage.to(row).keys("<Enter>");
        said(stage, option)
    };
    stage.model.path.go(&Screen::Participant(id));
    stage.to("absent").keys("<Enter>");
    let told = teller.map(|teller| choose(&mut stage, "told-by", &format!("person:{teller}")));
    assert_eq!((told.is_some(), owned(&stage).told_by), (true, teller));
    let before = stage.meeting().clone();
    choose(&mut stage, "owner", &format!("person:{id}"));
    assert_eq!(*stage.meeting(), before, "the same choice changes nothing");
    let told = choose(&mut stage, "owner", "clear");
    assert_eq!(told, "Wie het vertelt is leeggemaakt. Ctrl+Z haalt het terug.");
    assert_eq!((owned(&stage).owner, owned(&stage).told_by), (None, None));
}

#[test]
fn a_profession_that_is_not_on_the_list_is_typed() {
    let mut stage = midway(Language::Dutch, 80, 24);
    let id = stage.meeting().participants[0].id;
    stage.model.path.go(&Screen::Participant(id));
    stage.to("discipline:other").keys("<Enter>");
    stage.to("profession").keys("diëtist");
    stage.model.path.go(&Screen::MeetingDetails);
    assert!(stage.text().contains("M. Vos, diëtist"), "{}", stage.text());
}

/// What was left out as a citizen number comes back by saying so once, and then stays whatever is typed beside it.
#[test]
fn what_is_no_citizen_number_is_kept_by_saying_so_once() {
    let mut stage = midway(Language::Dutch, 80, 24);
    let patient = stage.meeting().reviews[0].patient;
    stage.model.path.go(&Screen::Notes(patient));
    let notes = |stage: &Stage| stage.meeting().reviews[0].notes.clone();
    let before = notes(&stage);
    stage.keys("<C-End> zaak 111222333,");
    assert_eq!(notes(&stage), format!("{before} zaak ,"));
    assert!(stage.text().contains("Ctrl+Z"), "{}", stage.text());
    stage.keys("<C-z>");
    assert_eq!(notes(&stage), format!("{before} zaak 111222333,"));
    stage.keys(" en verder<Home>x<Backspace>");
    assert_eq!(notes(&stage), format!("{before} zaak 111222333, en verder"));
    stage.keys("<Esc>");
    assert_eq!(notes(&stage), format!("{before} zaak 111222333, en verder"));
}

/// Nine digits with a zero in front are waited for while somebody types: they may become a telephone number.
#[test]
fn a_number_that_may_become_a_telephone_number_goes_when_the_field_is_left() {
    let mut stage = midway(Language::Dutch, 80, 24);
    let patient = stage.meeting().reviews[0].patient;
    stage.model.path.go(&Screen::Notes(patient));
    let notes = |stage: &Stage| stage.meeting().reviews[0].notes.clone();
    let before = notes(&stage);
    stage.keys("<C-End> bel 012345672");
    assert!(notes(&stage).ends_with("012345672"));
    stage.keys("<Esc>");
    assert_eq!(notes(&stage), format!("{before} bel "));
    stage.keys("<C-z>");
    assert_eq!(notes(&stage), format!("{before} bel 012345672"), "it is something else");
    stage.keys("<F2><C-End><Esc>");
    assert_eq!(notes(&stage), format!("{before} bel 012345672"), "and that was said once");
    stage.keys("<F2><C-End>9 vanmiddag<Esc>");
    assert!(notes(&stage).ends_with("bel 0123456729 vanmiddag"));
}

/// A series of measurements is typed with its unit, sign by sign, and never stands on the disk as a number before that.
#[test]
fn a_series_with_its_unit_is_typed_whole() {
    let mut stage = midway(Language::Dutch, 80, 24);
    let patient = stage.meeting().reviews[0].patient;
    stage.model.path.go(&Screen::Notes(patient));
    let notes = |stage: &Stage| stage.meeting().reviews[0].notes.clone();
    let before = notes(&stage);
    stage.keys("<C-End> vandaag 288 753 276 m");
    let saved = stage.model.to_be_saved().unwrap();
    assert!(!saved.meeting.reviews[0].notes.contains("753"), "it may be a citizen number yet");
    stage.keys("l geplast");
    assert_eq!(notes(&stage), format!("{before} vandaag 288 753 276 ml geplast"));
    stage.keys("<Enter>288 753 276 mw");
    assert_eq!(notes(&stage), format!("{before} vandaag 288 753 276 ml geplast\n mw"));
    stage.keys("<Enter>288 753 276 <Esc>");
    assert_eq!(notes(&stage), format!("{before} vandaag 288 753 276 ml geplast\n mw"));
}

#[test]
fn who_goes_on_from_what_came_of_an_agreement_is_ready() {
    let mut stage = midway(Language::Dutch, 80, 24);
    let (patient, agreement) = {
        let review = &stage.meeting().reviews[0];
        (review.patient, review.agreements[0].id)
    };
    stage.model.path.go(&Screen::Agreement(patient, agreement));
    stage.to("done").keys("<Enter>").to("outcome").keys("geregeld<Enter>");
    assert_eq!(stage.focus(), "ready", "{}", stage.text());
    stage.keys("<Enter><Enter><Enter>");
    let ended = stage.meeting().reviews[0].agreements.iter().find(|known| known.id == agreement).unwrap();
    assert!(ended.ended.is_some_and(|ended| ended.done), "{ended:?}");
    assert_eq!(ended.outcome, "geregeld");
}

#[test]
fn enter_held_down_adds_no_times_and_comes_past_them() {
    let mut stage = midway(Language::Dutch, 80, 24);
    let patient = stage.meeting().reviews[1].patient;
    stage.model.path.go(&Screen::Patient(patient));
    let first = pages::page(&stage.model).rows().next().unwrap().id.clone();
    stage.model.set_focus(Some(first));
    let times = |stage: &Stage| {
        pages::page(&stage.model).rows().filter(|row| row.id.as_str().starts_with("remove-time")).count()
    };
    let before = times(&stage);
    let mut seen = BTreeSet::new();
    for _ in 0..40 {
        stage.keys("<Enter>");
        if *stage.model.screen() != Screen::Patient(patient) {
            break;
        }
        seen.insert(stage.focus().to_owned());
    }
    stage.model.path.go(&Screen::Patient(patient));
    assert_eq!(times(&stage), before, "{seen:?}");
    assert!(seen.len() > 5, "{seen:?}");
}

/// Whoever passes by what will happen and presses Enter chooses nobody, ends nothing, and is led back to it.
#[test]
fn of_an_agreement_without_text_enter_chooses_nobody() {
    for keys in [
        "<Down><Enter>",
        "<Down><Enter><Enter><Enter>",
        "<Enter><Enter><Down><Enter><Enter>",
        "<End><Up><Enter>",
    ] {
        let mut stage = midway(Language::Dutch, 80, 24);
        let patient = stage.meeting().reviews[1].patient;
        stage.model.path.go(&Screen::Patient(patient));
        stage.keys("<F4>");
        let agreement = stage.meeting().reviews[1].agreements.last().unwrap().clone();
        stage.keys(keys);
        assert_eq!(stage.meeting().reviews[1].agreements.last(), Some(&agreement), "{keys}");
        assert_eq!(stage.focus(), "what", "{keys}\n{}", stage.text());
        assert!(stage.text().contains("Typ eerst wat er gebeurt"), "{keys}\n{}", stage.text());
    }
    // Who types a name means it, and is asked then what they will do.
    let mut stage = midway(Language::Dutch, 80, 24);
    let patient = stage.meeting().reviews[1].patient;
    stage.model.path.go(&Screen::Patient(patient));
    stage.keys("<F4>").to("owner").keys("wit<Enter>");
    assert!(stage.meeting().reviews[1].agreements.last().unwrap().owner.is_some());
    assert_eq!(stage.focus(), "what", "{}", stage.text());
    assert!(stage.text().contains("Typ eerst wat er gebeurt"), "{}", stage.text());
}

/// Enter once more on what is chosen says so and takes nothing back; a row of its own does.
#[test]
fn what_is_chosen_stays_chosen_by_a_second_enter() {
    let table = [
        (
            Screen::Participant(midway(Language::Dutch, 80, 24).meeting().participants[0].id),
            "discipline:district-nurse",
            "no-discipline",
        ),
        (
            Screen::Profile(midway(Language::Dutch, 80, 24).meeting().reviews[0].patient),
            "informed:",
            "informed-unsaid",
        ),
        (Screen::MeetingDetails, "kind:patz", ""),
        (Screen::Profile(midway(Language::Dutch, 80, 24).meeting().reviews[0].patient), "route:kort", ""),
    ];
    for (screen, row, back) in table {
        let mut stage = midway(Language::Dutch, 80, 24);
        stage.model.path.go(&screen);
        stage.to(row).keys("<Enter>");
        let before = stage.meeting().clone();
        for _ in 0..3 {
            // What it took the place of stays told for as long as the cursor is there.
            let told = said(&mut stage, row);
            assert!(told == "Dit is al gekozen." || told.starts_with("Was: "), "{row}: {told}");
            assert_eq!(*stage.meeting(), before, "{row}");
        }
        if !back.is_empty() {
            stage.to(back).keys("<Enter>");
            assert_ne!(*stage.meeting(), before, "{row}");
            assert!(!pages::page(&stage.model).rows().any(|known| known.id.as_str() == back), "{row}");
        }
    }
}
