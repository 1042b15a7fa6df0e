//! Odd days of a notebook, with the real program: meetings out of order, on one day, in the future and reopened, records made on two
//! computers, groups that split and merge, questions that no list has any more, and many patients. What stands is right, or it is said.
#![cfg(all(unix, debug_assertions))]
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "clippy.toml frees #[test] functions, not the helpers that they share"
)]

mod groups;

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::support::commands::{Place, place};
use chrono::{NaiveDate, TimeDelta};
use pallium::checklist::{Definition, Layer};
use pallium::meeting::{
    Answer, Given, Id, Judgement, Meeting, MeetingId, MeetingKind, PatientId, Pinned, QuestionKey, Review,
    Stamp, colour_question,
};
use pallium::store::{Notebook, RealFiles};
use serde_json::Value;

fn today() -> NaiveDate {
    pallium::shell::now().date()
}

fn ago(days: i64) -> NaiveDate {
    today() - TimeDelta::days(days)
}

fn patient(number: u128) -> PatientId {
    PatientId(Id::from_bits(number << 96))
}

/// A stamp of a day at an hour.
fn at(day: NaiveDate, hour: u32) -> Stamp {
    Stamp { by: None, at: day.and_hms_opt(hour, 0, 0).unwrap() }
}

fn meeting(number: u128, kind: MeetingKind, day: NaiveDate, group: &str) -> Meeting {
    let mut meeting = Meeting::new(MeetingId(Id::from_bits(number)), kind, day);
    meeting.details.group = group.to_owned();
    meeting
}

/// Somebody who got a colour.
fn coloured(number: u128, label: &str, colour: &str, stamp: Stamp) -> Review {
    let mut review = Review::new(patient(number));
    review.label = label.to_owned();
    review.details.finished = Some(stamp);
    review.answers.insert(colour_question(), Answer::given(Given::Choice(colour.into()), stamp));
    review
}

/// Writes a meeting that is there already as it is now.
fn save_again(place: &Place, meeting: &Meeting) {
    let notebook = Notebook::open(&place.notebook(), Arc::new(RealFiles)).unwrap();
    std::fs::remove_file(place.notebook().join(format!("meetings/{}.toml", meeting.id))).unwrap();
    notebook.save(meeting, &[]).unwrap();
}

/// The patients of the register by their labels.
fn register(place: &Place, more: &[&str]) -> BTreeMap<String, Value> {
    let said = place.done(&[&["register", "--format", "json"], more].concat(), &[]);
    let document: Value = serde_json::from_str(&said).unwrap();
    let patients = document["patients"].as_array().unwrap().iter();
    patients.map(|one| (one["label"].as_str().unwrap().to_owned(), one.clone())).collect()
}

fn colours(place: &Place) -> Vec<String> {
    let known = register(place, &[]);
    known.iter().map(|(label, one)| format!("{label}: {}", one["colour"].as_str().unwrap_or("-"))).collect()
}

#[test]
fn meetings_that_were_entered_out_of_order_stand_in_their_own_order() {
    let first = {
        let mut first = meeting(9, MeetingKind::Patz, ago(60), "Noord");
        first.reviews.push(coloured(1, "Fictief A.", "groen", at(ago(60), 14)).into());
        first.reviews.push(coloured(2, "Fictief B.", "rood", at(ago(60), 14)).into());
        first
    };
    // Of a week ago, and written up today: after the one of yesterday.
    let mut late = meeting(3, MeetingKind::Patz, ago(7), "Noord");
    late.reviews.push(coloured(1, "Fictief A.", "oranje", at(today(), 9)).into());
    let mut last = meeting(1, MeetingKind::Patz, ago(1), "Noord");
    last.reviews.push(coloured(1, "Fictief A.", "rood", at(ago(1), 14)).into());
    for order in [[&first, &late, &last], [&last, &late, &first], [&late, &last, &first]] {
        let place = place(&order);
        assert_eq!(colours(&place), ["Fictief A.: rood", "Fictief B.: rood"]);
        let course = place.done(&["patient", "Fictief A."], &[]);
        let says = |words: &str| course.find(words).unwrap_or_else(|| panic!("no {words} in {course}"));
        let days =
            [says("Kleur: ◈ Oranje → ◆ Rood"), says("Kleur: ◇ Groen → ◈ Oranje"), says("- Kleur: ◇ Groen\n")];
        assert!(days.is_sorted(), "the newest first: {course}");
    }
}

#[test]
fn of_two_meetings_on_one_day_the_one_in_which_more_was_said_last_counts() {
    let mut morning = meeting(9, MeetingKind::Patz, ago(3), "Noord");
    morning.reviews.push(coloured(1, "Fictief A.", "groen", at(ago(3), 9)).into());
    let mut afternoon = meeting(1, MeetingKind::Mdo, ago(3), "Zuid");
    afternoon.reviews.push(coloured(1, "Fictief A.", "rood", at(ago(3), 15)).into());
    for order in [[&morning, &afternoon], [&afternoon, &morning]] {
        let place = place(&order);
        assert_eq!(colours(&place), ["Fictief A.: rood"]);
        assert_eq!(register(&place, &[])["Fictief A."]["group"], "Zuid");
    }
}

#[test]
fn a_day_that_is_still_to_come_takes_no_part_and_is_not_lost() {
    let mut now = meeting(1, MeetingKind::Patz, ago(3), "Noord");
    now.reviews.push(coloured(1, "Fictief A.", "groen", at(ago(3), 9)).into());
    // Made ahead, or by a computer whose clock is years wrong.
    let mut ahead = meeting(2, MeetingKind::Patz, today() + TimeDelta::days(5000), "Noord");
    ahead.reviews.push(coloured(1, "Fictief A.", "rood", at(ago(2), 9)).into());
    ahead.reviews.push(coloured(2, "Fictief B.", "rood", at(ago(2), 9)).into());
    let place = place(&[&now, &ahead]);
    // Of whom nothing else is known, it is known that she was proposed, with what was noted of her.
    assert_eq!(colours(&place), ["Fictief A.: groen", "Fictief B.: rood"]);
    let listed = place.done(&["meetings"], &[]);
    assert_eq!(listed.matches("Noord").count(), 2, "{listed}");
    // Its day is put right, and it counts.
    ahead.details.date = ago(1);
    save_again(&place, &ahead);
    assert_eq!(colours(&place), ["Fictief A.: rood", "Fictief B.: rood"]);
}

#[test]
fn stamps_of_a_wrong_clock_do_not_take_the_place_of_the_day_of_the_meeting() {
    let mut first = meeting(1, MeetingKind::Patz, ago(30), "Noord");
    let wrong = NaiveDate::from_ymd_opt(2099, 1, 1).unwrap();
    first.reviews.push(coloured(1, "Fictief A.", "groen", at(wrong, 9)).into());
    let mut second = meeting(2, MeetingKind::Patz, ago(3), "Noord");
    let wrong = NaiveDate::from_ymd_opt(1970, 1, 1).unwrap();
    second.reviews.push(coloured(1, "Fictief A.", "rood", at(wrong, 9)).into());
    let place = place(&[&second, &first]);
    assert_eq!(colours(&place), ["Fictief A.: rood"]);
    assert_eq!(register(&place, &[])["Fictief A."]["discussed"], ago(3).to_string());
}

#[test]
fn a_meeting_that_is_reopened_and_changed_after_a_later_one_does_not_overtake_it() {
    let mut first = meeting(1, MeetingKind::Patz, ago(30), "Noord");
    first.reviews.push(coloured(1, "Fictief A.", "groen", at(ago(30), 14)).into());
    let mut second = meeting(2, MeetingKind::Patz, ago(3), "Noord");
    second.reviews.push(coloured(1, "Fictief A.", "rood", at(ago(3), 14)).into());
    let place = place(&[&first, &second]);
    // Today somebody corrects the first: another colour then, and what nobody said since.
    let key = QuestionKey::new(&"pzp-stand".into(), &"dossier".into());
    let review = first.review_mut(patient(1)).unwrap();
    review.answers.insert(colour_question(), Answer::given(Given::Choice("oranje".into()), at(today(), 8)));
    review.answers.insert(key, Answer::given(Given::Text("de huisarts".to_owned()), at(today(), 8)));
    save_again(&place, &first);
    assert_eq!(colours(&place), ["Fictief A.: rood"]);
    let course = place.done(&["patient", "Fictief A."], &[]);
    assert!(course.contains("Kleur: ◈ Oranje → ◆ Rood"), "{course}");
    assert!(course.contains("Plan in het dossier van: de huisarts"), "{course}");
}

#[test]
fn records_between_meetings_of_two_computers_both_count() {
    let mut met = meeting(1, MeetingKind::Patz, ago(30), "Noord");
    met.reviews.push(coloured(1, "Fictief A.", "groen", at(ago(30), 14)).into());
    met.reviews.push(coloured(2, "Fictief B.", "groen", at(ago(30), 14)).into());
    let mut one = meeting(5, MeetingKind::Between, ago(2), "Noord");
    one.reviews.push(coloured(1, "Fictief A.", "rood", at(ago(2), 9)).into());
    // On the other computer, at the same time: the death, and another colour an hour earlier.
    let mut other = meeting(4, MeetingKind::Between, ago(2), "Noord");
    let mut dead = Review::new(patient(2));
    dead.label = "Fictief B.".to_owned();
    dead.details.deceased = true;
    other.reviews.push(coloured(1, "Fictief A.", "oranje", at(ago(2), 8)).into());
    other.reviews.push(dead.into());
    for order in [[&met, &one, &other], [&other, &one, &met]] {
        let place = place(&order);
        assert_eq!(colours(&place), ["Fictief A.: rood", "Fictief B.: groen"]);
        assert_eq!(register(&place, &[])["Fictief B."]["deceased"], true);
        let course = place.done(&["patient", "Fictief A."], &[]).to_lowercase();
        assert!(course.contains("oranje") && course.contains("rood"), "nothing of the two is lost: {course}");
        assert_eq!(place.done(&["meetings"], &[]).matches("Tussen bijeenkomsten").count(), 2);
    }
}

/// What is recorded of somebody else later that day is no later word on this patient, in no list and on no paper.
#[test]
fn of_two_records_of_a_day_the_last_word_on_a_patient_counts() {
    let mut one = meeting(5, MeetingKind::Between, ago(2), "Noord");
    one.reviews.push(coloured(1, "Fictief A.", "rood", at(ago(2), 9)).into());
    one.reviews.push(coloured(2, "Fictief B.", "groen", at(ago(2), 17)).into());
    let mut other = meeting(4, MeetingKind::Between, ago(2), "Noord");
    other.reviews.push(coloured(1, "Fictief A.", "oranje", at(ago(2), 12)).into());
    for order in [[&one, &other], [&other, &one]] {
        let place = place(&order);
        assert_eq!(colours(&place), ["Fictief A.: oranje", "Fictief B.: groen"]);
        let course = place.done(&["patient", "Fictief A."], &[]);
        assert!(course.contains("Kleur: ◈ Oranje"), "{course}");
    }
}

#[test]
fn who_is_declared_dead_and_is_not_lives_again_everywhere() {
    for (identities, days, closed) in [
        ([2, 3], [20, 19], false),
        ([2, 3], [20, 20], true),
        ([3, 2], [20, 20], true),
        ([3, 2], [20, 20], false),
    ] {
        lives_again(identities, days, closed);
    }
}

/// Declared dead in one record and alive in the next, on these days; on one day the later to be closed is the last word, and so
/// is what is open still.
fn lives_again(identities: [u128; 2], days: [i64; 2], closed: bool) {
    let [dead_in, alive_in] = identities;
    let mut first = meeting(1, MeetingKind::Patz, ago(30), "Noord");
    first.reviews.push(coloured(1, "Fictief A.", "groen", at(ago(30), 14)).into());
    let mut between = meeting(dead_in, MeetingKind::Between, ago(days[0]), "Noord");
    between.details.closed = Some(at(ago(days[0]), 15));
    let mut dead = Review::new(patient(1));
    dead.label = "Fictief A.".to_owned();
    dead.details.deceased = true;
    between.reviews.push(dead.clone().into());
    let mut back = meeting(alive_in, MeetingKind::Between, ago(days[1]), "Noord");
    back.details.closed = closed.then(|| at(ago(days[1]), 16));
    dead.details.deceased = false;
    dead.details.alive = true;
    back.reviews.push(dead.into());
    let place = place(&[&first, &between]);
    assert_eq!(register(&place, &[])["Fictief A."]["deceased"], true);
    Notebook::open(&place.notebook(), Arc::new(RealFiles)).unwrap().save(&back, &[]).unwrap();
    assert_eq!(register(&place, &[])["Fictief A."]["deceased"], false);
    let sheet = place.done(&["prepare", "--group", "Noord"], &[]);
    assert!(sheet.contains("Fictief A.") && !sheet.contains("overleden"), "{sheet}");
    let course = place.done(&["patient", "Fictief A."], &[]);
    assert!(course.to_lowercase().contains("niet overleden"), "both stand in the course: {course}");
}

/// A list of the team itself, in an earlier and in a later version.
fn list(version: &str, items: &str) -> String {
    format!(
        "format = 1\nid = \"nachten\"\nversion = \"{version}\"\ntitle = \"Nachten\"\npurpose = \"Hoe gaan de nachten?\"\n\n\
         [[group]]\nid = \"nacht\"\ntitle = \"Nacht\"\nstanding = true\n\n{items}"
    )
}

const SLEEP: &str = "[[group.item]]\nid = \"slaap\"\ntype = \"choice\"\ntext = \"Hoe slaapt deze patiënt?\"\nlabel = \"Slaap\"\n\
                     options = [ { code = \"goed\", text = \"Slaapt goed\" }, { code = \"onrustig\", text = \"Ligt uren wakker\" } ]\n\n";
const WATCH: &str = "[[group.item]]\nid = \"waak\"\ntype = \"choice\"\ntext = \"Wie waakt er?\"\nlabel = \"Wie waakt\"\n\
                     options = [ { code = \"partner\", text = \"De partner\" }, { code = \"vrijwilliger\", text = \"Een vrijwilliger\" } ]\n";

#[test]
fn a_question_that_got_another_id_or_other_options_stands_with_its_words_of_then() {
    let old = list("1", &format!("{SLEEP}{WATCH}"));
    let definition = Definition::read(old.as_str().into(), Layer::User, "nachten.toml".to_owned()).unwrap();
    let mut first = meeting(1, MeetingKind::Patz, ago(30), "Noord");
    first.definitions.push(Pinned::of(&definition));
    let mut review = coloured(1, "Fictief A.", "groen", at(ago(30), 14));
    for (item, code) in [("slaap", "onrustig"), ("waak", "partner")] {
        let key = QuestionKey::new(&"nachten".into(), &item.into());
        review.answers.insert(key, Answer::given(Given::Choice(code.into()), at(ago(30), 14)));
    }
    first.reviews.push(review.into());
    let place = Place::empty();
    let notebook = Notebook::open(&place.notebook(), Arc::new(RealFiles)).unwrap();
    notebook.save(&first, &[(definition.hash.to_string(), definition.source)]).unwrap();
    let own = place.notebook().join("checklists");
    std::fs::create_dir_all(&own).unwrap();
    std::fs::write(own.join("nachten.toml"), &old).unwrap();
    let before = place.done(&["patient", "Fictief A."], &[]);
    assert!(
        before.contains("Slaap: Ligt uren wakker") && before.contains("Wie waakt: De partner"),
        "{before}"
    );
    assert!(!before.contains("eerdere lijst"), "{before}");
    // The one question is gone, of the other an option.
    let new = WATCH.replace(
        "{ code = \"partner\", text = \"De partner\" }",
        "{ code = \"familie\", text = \"Familie\" }",
    );
    std::fs::write(own.join("nachten.toml"), list("2", &new)).unwrap();
    assert!(place.done(&["check"], &[]).len() > 1);
    let after = place.done(&["patient", "Fictief A."], &[]);
    assert!(after.contains("Slaap (vraag uit een eerdere lijst): Ligt uren wakker"), "{after}");
    assert!(after.contains("Wie waakt: De partner"), "{after}");
    assert!(!after.contains("onrustig") && !after.contains(": partner"), "no codes: {after}");
    // The summary says what was recorded, by the list of then.
    place.done(&["summary", "Fictief A.", "--for", "dossier"], &[]);
    // Without any list of that name too.
    std::fs::remove_file(own.join("nachten.toml")).unwrap();
    let gone = place.done(&["patient", "Fictief A."], &[]);
    assert!(gone.contains("Slaap (vraag uit een eerdere lijst): Ligt uren wakker"), "{gone}");
}

/// What is deleted because it was kept long enough stands nowhere any more; what a later meeting said again still does.
#[test]
fn what_retention_deleted_no_longer_stands() {
    let long_ago = ago(3000);
    let judged = |choice: &str| Judgement {
        choice: Some(choice.into()),
        reason: "Oude reden".to_owned(),
        recorded: Some(at(long_ago, 14)),
        ..Judgement::default()
    };
    let key = |item: &str| QuestionKey::new(&"pzp-stand".into(), &item.into());
    let mut first = meeting(1, MeetingKind::Patz, long_ago, "Noord");
    for (number, label) in [(1, "Fictief A."), (2, "Fictief B.")] {
        let mut review = coloured(number, label, "rood", at(long_ago, 14));
        review.judgements.insert("stervensfase".into(), judged("stervensfase"));
        let record = Answer::given(Given::Text("huisarts Zonnebloem".to_owned()), at(long_ago, 14));
        review.answers.insert(key("dossier"), record);
        first.reviews.push(review.into());
    }
    // The colour was confirmed since, and the rest was not spoken of.
    let mut later = meeting(2, MeetingKind::Patz, ago(3), "Noord");
    let mut review = coloured(1, "Fictief A.", "rood", at(ago(3), 14));
    let confirmed = review.answers.get_mut(&colour_question()).unwrap();
    let was = Answer::given(Given::Choice("rood".into()), at(long_ago, 14));
    confirmed.earlier = Some(Box::new(was));
    later.reviews.push(review.into());
    let place = place(&[&first, &later]);
    assert_eq!(colours(&place), ["Fictief A.: rood", "Fictief B.: rood"]);
    let before = place.done(&["patient", "Fictief A."], &[]);
    assert!(before.contains("Oude reden") && before.contains("Zonnebloem"), "{before}");
    let phase = |place: &Place| register(place, &[])["Fictief A."]["dying"].clone();
    let stood = phase(&place);
    place.done(&["retention", "--older-than", "5y", "--yes"], &[]);
    // Nobody else is left, and of who is only what the later meeting says.
    assert_eq!(colours(&place), ["Fictief A.: rood"]);
    assert_ne!(phase(&place), stood, "the judgement went with its meeting");
    let course = place.done(&["patient", "Fictief A."], &[]);
    // That the colour was confirmed, and since when it stood, is what the later meeting says.
    assert!(course.contains("Kleur: ◆ Rood (") && course.contains("bevestigd"), "{course}");
    let year = long_ago.format("%Y").to_string();
    assert_eq!(course.matches(&year).count(), 1, "{course}");
    for gone in ["Oude reden", "Zonnebloem", "tervensfase"] {
        assert!(!course.contains(gone), "{gone} in {course}");
    }
    for word in ["Zonnebloem", "Oude reden", "Fictief B."] {
        assert!(!place.run(&["find", word], &[]).said.contains(&year), "{word}");
    }
    let dossier = place.done(&["summary", "Fictief A.", "--for", "dossier"], &[]);
    assert!(!dossier.contains("Zonnebloem") && !dossier.contains("tervensfase"), "{dossier}");
    assert_eq!(place.run(&["patient", "Fictief B."], &[]).code, Some(1));
    // No trace is left in what is kept of each meeting for the lists.
    let files = std::fs::read_dir(place.notebook().join("index")).into_iter().flatten().flatten();
    for file in files {
        let text = String::from_utf8_lossy(&std::fs::read(file.path()).unwrap()).into_owned();
        assert!(!text.contains("Fictief B.") && !text.contains("Zonnebloem"), "{}", file.path().display());
    }
}

#[test]
fn four_hundred_patients_and_sixty_on_one_agenda_are_all_there() {
    let mut meetings = Vec::new();
    for number in 0..10_u128 {
        let day = ago(400 - i64::try_from(number).unwrap() * 30);
        let mut held = meeting(number + 1, MeetingKind::Patz, day, "Noord");
        for one in 0..40_u128 {
            let who = number * 40 + one + 1;
            held.reviews.push(coloured(who, &format!("Fictief {who}"), "groen", at(day, 14)).into());
        }
        meetings.push(held);
    }
    let mut last = meeting(99, MeetingKind::Patz, ago(1), "Noord");
    for who in 1..=60_u128 {
        last.reviews.push(coloured(who, &format!("Fictief {who}"), "rood", at(ago(1), 14)).into());
    }
    meetings.push(last);
    let place = place(&meetings.iter().collect::<Vec<_>>());
    let known = register(&place, &[]);
    assert_eq!(known.len(), 400);
    assert_eq!(known.values().filter(|one| one["colour"] == "rood").count(), 60);
    let minutes = place.done(&["minutes", "last"], &[]);
    assert!((1..=60).all(|who| minutes.contains(&format!("Fictief {who}\n"))), "{minutes}");
    assert!(place.done(&["patient", "Fictief 400"], &[]).contains("Fictief 400"));
}

/// With the clock put back everything lies ahead: a paper that says that nothing is open would be believed.
#[test]
fn a_paper_says_that_meetings_lie_after_the_day_it_was_made() {
    let mut held = meeting(1, MeetingKind::Patz, today() + TimeDelta::days(3), "Noord");
    held.reviews.push(coloured(1, "Fictief A.", "groen", at(ago(0), 14)).into());
    let place = place(&[&held]);
    for arguments in
        [["agreements", "-o", "a.txt"], ["register", "-o", "a.md"], ["agreements", "-o", "b.html"]]
    {
        place.done(&arguments, &[]);
        let paper = std::fs::read_to_string(place.path(arguments[2])).unwrap();
        assert!(paper.contains("is van na vandaag"), "{arguments:?}: {paper}");
    }
    // Nor is there no such group without a word.
    place
        .run(&["mirror", "--group", "Noord"], &[])
        .assert_refused(1, &["Er is geen groep", "is van na vandaag"]);
}

/// The day of a meeting that is still a question is told in the words that were typed, and no list or paper tells a day nobody gave.
#[test]
fn a_day_that_nobody_knows_yet_is_told_everywhere_in_its_words() {
    for typed in ["volgende week", "vrijdag", "15 juli", "31-11"] {
        let day = ago(40);
        let mut asked = meeting(1, MeetingKind::Patz, day, "PaTz Zuid");
        asked.details.date_typed = typed.to_owned();
        asked.details.fictional = true;
        asked.reviews = vec![coloured(7, "Fictief Z.", "rood", at(day, 9)).into()];
        let place = place(&[&asked]);
        let id = asked.id.to_string();
        let words = format!("dag nog niet bekend: {typed}");
        let commands: [&[&str]; 8] = [
            &["meetings"],
            &["show", &id],
            &["minutes", &id],
            &["minutes", &id, "--patient", "Fictief Z."],
            &["find", "Fictief"],
            &["patient", "Fictief Z."],
            &["summary", "Fictief Z.", "--for", "dossier"],
            &["prepare"],
        ];
        for command in commands {
            let said = place.done(command, &[]);
            let one_line = said.split_whitespace().collect::<Vec<_>>().join(" ");
            assert!(one_line.contains(&words), "{command:?} {typed}:\n{said}");
        }
        let register = place.done(&["register"], &[]);
        assert!(register.contains(&format!("{typed}?")), "{typed}:\n{register}");
    }
}

/// Counts of a group carry on their face that meetings lie ahead of this clock, unless the period ends before today.
#[test]
fn counts_say_that_meetings_lie_ahead_of_the_clock() {
    let past = meeting(1, MeetingKind::Patz, ago(40), "PaTz Zuid");
    let mut ahead = meeting(2, MeetingKind::Patz, ago(-30), "PaTz Zuid");
    ahead.reviews = vec![coloured(7, "Fictief Z.", "rood", at(ago(0), 9)).into()];
    let place = place(&[&past, &ahead]);
    let to = ago(10).format("%d-%m-%Y").to_string();
    for (more, says) in [(vec![], true), (vec!["--to", to.as_str()], false)] {
        let said = place.done(&[&["mirror"], more.as_slice()].concat(), &[]);
        assert_eq!(said.contains("1 bijeenkomst is van na vandaag"), says, "{said}");
    }
}
