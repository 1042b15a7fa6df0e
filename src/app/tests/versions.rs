//! Versions of a meeting: kept while one works, compared, chosen from, put away.

use super::Stage;
use super::tour::{midway, with_versions};
use crate::app::{Effect, Msg, Opened, Origin, PutAway, Screen};
use crate::export::Pieces;
use crate::meeting::{Difference, Meeting, VersionReason, differences};
use crate::words::Language;

fn kept(stage: &mut Stage) -> Vec<(VersionReason, Meeting)> {
    let effects = std::mem::take(&mut stage.effects);
    let kept = effects.into_iter().filter_map(|effect| match effect {
        Effect::KeepVersion(keep) => Some((keep.reason, (*keep.meeting).clone())),
        _ => None,
    });
    kept.collect()
}

/// A meeting of the notebook, opened to be changed.
fn opened() -> Stage {
    let meeting = midway(Language::Dutch, 80, 24).meeting().clone();
    let mut stage = Stage::new(80, 24);
    stage.send(Msg::Opened(Box::new(Opened::new(meeting, Vec::new()))));
    stage.effects.clear();
    stage
}

#[test]
fn a_version_is_kept_as_opened_then_every_ten_minutes_of_work_and_as_closed() {
    let mut stage = opened();
    let before = stage.meeting().clone();
    assert_eq!(kept(&mut stage), [], "looking keeps nothing");
    let type_one = |stage: &mut Stage| {
        stage.to("details").keys("<Enter>").to("planned").keys("<End>1<Esc>");
        stage.wait(1_500);
    };
    type_one(&mut stage);
    assert_eq!(kept(&mut stage), [(VersionReason::Opened, before)]);
    for _ in 0..3 {
        stage.wait(100_000);
        type_one(&mut stage);
        assert_eq!(kept(&mut stage), [], "ten minutes are not over");
    }
    stage.wait(600_000);
    assert_eq!(kept(&mut stage), [], "no work, no version");
    type_one(&mut stage);
    let record = stage.meeting().clone();
    assert_eq!(kept(&mut stage), [(VersionReason::Worked, record)]);
}

#[test]
fn each_piece_is_taken_over_and_taken_back() {
    let mut stage = midway(Language::Dutch, 80, 24);
    with_versions(&mut stage);
    assert_eq!(*stage.model.screen(), Screen::Compare);
    let other = stage.model.open.as_ref().unwrap().other.as_ref().unwrap().meeting.clone();
    let before = stage.meeting().clone();
    let pieces = differences(&before, &other).len();
    assert!(pieces >= 6, "{pieces}");
    let rows = stage.text();
    stage.to("piece:Review").keys("<Enter>");
    assert_eq!(stage.meeting().reviews[0].notes, other.reviews[0].notes);
    assert_eq!(differences(stage.meeting(), &other).len(), pieces - 1);
    stage.keys("<C-z>");
    assert_eq!((stage.meeting(), stage.model.screen()), (&before, &Screen::Compare));
    stage.keys("<C-Home>");
    assert_eq!(stage.text().lines().count(), rows.lines().count());
    stage.to("all").keys("<Enter>");
    // Who and what only stands here stays: two computers each added somebody.
    let left = differences(stage.meeting(), &other);
    assert_eq!(left.len(), 3, "{left:?}");
    assert!(left.iter().all(Difference::takes_away), "{left:?}");
    assert!(before.reviews.iter().all(|review| stage.meeting().review(review.patient).is_some()));
    stage.keys("<C-z>");
    assert_eq!(stage.meeting(), &before, "everything is one step");
    // By its own row it goes.
    stage.to("all");
    assert!(stage.text().contains(Language::Dutch.compare_here_stays()), "{}", stage.text());
    // An earlier version is taken back as it was.
    let read = stage.model.open.as_mut().unwrap().other.as_mut().unwrap();
    read.version.origin = Origin::Kept(VersionReason::Opened);
    stage.to("all");
    assert!(stage.text().contains(Language::Dutch.compare_here_goes()), "{}", stage.text());
    stage.keys("<Enter>");
    assert_eq!(differences(stage.meeting(), &other), []);
}

#[test]
fn a_line_that_only_the_other_version_has_is_added_to_what_stands_here() {
    let mut stage = midway(Language::Dutch, 80, 24);
    with_versions(&mut stage);
    stage.to("line:").keys("<Enter>");
    assert_eq!(
        stage.meeting().reviews[0].notes,
        "Twee keer gevallen.\nDochter raakt uitgeput.\nSlaapt slecht."
    );
}

#[test]
fn a_second_version_waits_on_the_agenda_until_it_is_put_away() {
    let mut stage = midway(Language::Dutch, 80, 24);
    with_versions(&mut stage);
    let id = stage.meeting().id;
    stage.keys("<Esc>");
    stage.model.path.go(&Screen::Meeting);
    let words = Language::Dutch;
    assert!(stage.text().contains(words.agenda_second_version()), "{}", stage.text());
    stage.effects.clear();
    stage.to("version:conflict").keys("<Enter>");
    let first = stage.model.open.as_ref().unwrap().versions[0].clone();
    assert_eq!(stage.effects, [Effect::ReadVersion(id, Box::new(first.clone()))]);
    with_versions(&mut stage);
    stage.effects.clear();
    stage.to("done").keys("<Enter>");
    assert_eq!(stage.effects, [Effect::PutVersionAway(id, Box::new(first))]);
    let left: Vec<_> = stage.model.open.as_ref().unwrap().versions.iter().skip(2).cloned().collect();
    stage.send(Msg::PutAway(Box::new(PutAway { meeting: id, versions: left, failed: None })));
    assert!(!matches!(stage.model.screen(), Screen::Compare));
    stage.model.path.go(&Screen::Meeting);
    assert!(!stage.text().contains(words.agenda_second_version()), "{}", stage.text());
    let waits = |origin: Origin| !matches!(origin, Origin::Kept(_));
    assert!(!stage.model.open.as_ref().unwrap().versions.iter().any(|version| waits(version.origin)));
}

#[test]
fn what_cannot_be_saved_may_go_elsewhere_before_leaving() {
    let mut stage = midway(Language::Dutch, 80, 24);
    stage.saves = false;
    stage.keys("x");
    stage.wait(1_500);
    let revision = stage.model.open.as_ref().unwrap().saving.revision;
    let id = stage.meeting().id;
    let why = || Box::new(crate::checklist::Localized { nl: "De schijf is vol.".to_owned(), en: None });
    stage.send(Msg::SaveFailed(id, revision, why()));
    stage.keys("<C-q>");
    assert_eq!(*stage.model.screen(), Screen::NotSaved);
    stage.effects.clear();
    stage.to("elsewhere").keys("<Enter>");
    let revision = stage.model.open.as_ref().unwrap().saving.revision;
    let Some(Effect::SaveElsewhere(save)) = stage.effects.last() else { panic!("{:?}", stage.effects) };
    assert_eq!((save.revision, &*save.meeting), (revision, stage.meeting()));
    let told = |text: &str| Box::new(crate::checklist::Localized { nl: text.to_owned(), en: None });
    stage.send(Msg::SavedElsewhere(None, told("Nergens.")));
    assert!(stage.text().contains(Language::Dutch.not_saved_quit()), "still lost: {}", stage.text());
    stage.send(Msg::SavedElsewhere(Some(revision), told("Daar.")));
    let text = stage.text();
    assert!(!text.contains(Language::Dutch.not_saved_quit()) && text.contains("afsluiten"), "{text}");
}

#[test]
fn taking_a_version_over_never_closes_a_meeting() {
    let mut stage = midway(Language::Dutch, 80, 24);
    with_versions(&mut stage);
    let stamp = stage.model.stamp();
    let read = stage.model.open.as_mut().unwrap().other.as_mut().unwrap();
    read.meeting.details.closed = Some(stamp);
    read.meeting.details.group = "PaTz Zuid".to_owned();
    stage.to("all").keys("<Enter>");
    let details = &stage.meeting().details;
    assert_eq!((details.group.as_str(), details.closed), ("PaTz Zuid", None));
    assert!(stage.model.may_change(), "or it could not be taken back");
}

/// Of two versions that were made beside each other none is the older one: what only this one has stays, be it who or what.
#[test]
fn taking_all_of_a_second_version_over_takes_nothing_away_that_is_only_here() {
    let mut stage = midway(Language::Dutch, 80, 24);
    with_versions(&mut stage);
    let before = stage.meeting().clone();
    let read = stage.model.open.as_mut().unwrap().other.as_mut().unwrap();
    let there = &mut read.meeting.reviews[0];
    there.own_words.clear();
    there.judgements.clear();
    read.meeting.definitions.clear();
    read.meeting.bottlenecks = "Alleen daar".to_owned();
    stage.to("all").keys("<Enter>");
    let (was, is) = (&before.reviews[0], &stage.meeting().reviews[0]);
    assert_eq!(stage.meeting().bottlenecks, "Alleen daar");
    assert!(was.answers.keys().all(|key| is.answers.contains_key(key)), "answers");
    assert_eq!((&is.judgements, &is.own_words), (&was.judgements, &was.own_words));
    assert_eq!(stage.meeting().definitions, before.definitions);
    let language = Language::Dutch;
    assert!(stage.text().contains(language.compare_here_stays()), "{}", stage.text());
    stage.keys("<C-z>");
    assert_eq!(stage.meeting().bottlenecks, before.bottlenecks);
}

/// Whoever is taken away with what was typed of them is told with that: a count of answers says nothing of a question.
#[test]
fn what_was_typed_of_somebody_is_told_before_that_is_taken_away() {
    let mut here = midway(Language::Dutch, 80, 24).meeting().clone();
    let mut there = here.clone();
    there.reviews.truncate(1);
    let somebody = &mut here.reviews[1];
    (somebody.question, somebody.notes) = ("Kan het thuis?".to_owned(), "Dochter belt.".to_owned());
    let pieces = Pieces { language: Language::Dutch, definition: &|_| None };
    let found = differences(&here, &there);
    let review = found.iter().find(|one| matches!(one, Difference::Review(..))).unwrap();
    let told = pieces.in_words(&here, review);
    assert_eq!(
        told,
        "0 antwoorden, 0 afspraken; Vraag van de inbrenger: Kan het thuis?; Aantekeningen: Dochter belt."
    );
}
