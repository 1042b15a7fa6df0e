//! Effects on a notebook in a folder of its own.

use chrono::NaiveDate;

use super::*;
use crate::app::message::SettingsRead;
use crate::app::{Settings, ThemeName};
use crate::meeting::{MeetingKind, Viewpoint};
use crate::shell::outside::preferences::Choices;
use crate::store::{self, Deed};

fn outside(folder: &Path) -> Outside {
    let preferences = Preferences::new(Settings::default(), Choices::default());
    Outside::new(Some(folder.to_owned()), None, preferences)
}

fn save(revision: u64, group: &str) -> Save {
    let id = MeetingId(Id::from_bits(7));
    let mut meeting = Meeting::new(id, MeetingKind::Patz, NaiveDate::default());
    meeting.details.group = group.to_owned();
    Save { meeting: Arc::new(meeting), revision, definitions: Vec::new(), routes: Vec::new() }
}

#[test]
fn a_meeting_that_was_saved_is_listed_and_opened() {
    let folder = tempfile::tempdir().unwrap();
    let outside = outside(folder.path());
    let save = save(3, "PaTz Noord");
    let id = save.meeting.id;
    assert_eq!(outside.perform(&Effect::SaveMeeting(save.clone())), Some(Msg::Saved(id, 3)));
    assert_eq!(outside.last_saved(), Some((id, 3)));
    let Some(Msg::Listed(listed)) = outside.perform(&Effect::ListMeetings) else { panic!("a list") };
    assert_eq!(listed.meetings.iter().map(|summary| summary.id).collect::<Vec<_>>(), [id]);
    assert_eq!(listed.problems, []);
    let Some(Msg::Opened(opened)) = outside.perform(&Effect::OpenMeeting(id)) else { panic!("a meeting") };
    assert_eq!((opened.meeting, opened.read_only), ((*save.meeting).clone(), None));
    assert_eq!(outside.last_saved(), None);
}

#[test]
fn a_meeting_that_somebody_else_holds_is_for_reading() {
    let folder = tempfile::tempdir().unwrap();
    let (one, other) = (outside(folder.path()), outside(folder.path()));
    let save = save(1, "PaTz Noord");
    let id = save.meeting.id;
    one.perform(&Effect::SaveMeeting(save));
    let opened = |outside: &Outside| match outside.perform(&Effect::OpenMeeting(id)) {
        Some(Msg::Opened(opened)) => opened.read_only,
        other => panic!("{other:?}"),
    };
    assert!(opened(&other).is_some());
    assert_eq!(opened(&one), None);
    assert_eq!(one.perform(&Effect::LetGo(id)), None);
    assert_eq!(opened(&other), None);
}

#[test]
fn what_is_not_there_cannot_be_opened() {
    let folder = tempfile::tempdir().unwrap();
    let outside = outside(folder.path());
    let id = MeetingId(Id::from_bits(1));
    assert!(matches!(outside.perform(&Effect::OpenMeeting(id)), Some(Msg::OpenFailed(_))));
    // It was not held all the same.
    assert!(open(&outside.locks).is_empty());
}

#[test]
fn a_notebook_that_cannot_be_made_is_a_fact_and_is_tried_again() {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("notitieboek");
    std::fs::write(&place, "in de weg").unwrap();
    let outside = outside(&place);
    assert!(matches!(outside.perform(&Effect::ListMeetings), Some(Msg::NotebookFailed(_))));
    assert!(matches!(outside.perform(&Effect::SaveMeeting(save(1, ""))), Some(Msg::SaveFailed(_, 1, _))));
    std::fs::remove_file(&place).unwrap();
    assert!(matches!(outside.perform(&Effect::SaveMeeting(save(1, ""))), Some(Msg::Saved(_, 1))));
    let nowhere = Outside::new(None, None, Preferences::new(Settings::default(), Choices::default()));
    assert!(matches!(nowhere.perform(&Effect::ListMeetings), Some(Msg::NotebookFailed(_))));
}

#[test]
fn settings_come_back_and_nothing_is_touched_before_the_first_effect() {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("notitieboek");
    let first = outside(&place);
    assert!(!place.exists());
    assert_eq!(first.read_settings(), None);
    let light = Settings { theme: ThemeName::Light, ..Settings::default() };
    assert_eq!(first.perform(&Effect::SaveSettings(light)), None);
    let read = SettingsRead { settings: light, ..SettingsRead::default() };
    assert_eq!(outside(&place).read_settings(), Some(Msg::SettingsRead(Box::new(read))));
}

/// What could not be saved waits for the next choice, and is saved with it; and it is told both times.
#[test]
fn settings_that_cannot_be_saved_are_told_and_saved_with_the_next() {
    let folder = tempfile::tempdir().unwrap();
    let place = folder.path().join("notitieboek");
    std::fs::write(&place, "in de weg").unwrap();
    let first = outside(&place);
    let light = Settings { theme: ThemeName::Light, ..Settings::default() };
    assert!(matches!(first.perform(&Effect::SaveSettings(light)), Some(Msg::SettingsSaved(Some(_)))));
    assert!(first.settings_unsaved().is_some());
    let later = Settings { theme: ThemeName::Dark, ..light };
    assert!(matches!(first.perform(&Effect::SaveSettings(later)), Some(Msg::SettingsSaved(Some(_)))));
    std::fs::remove_file(&place).unwrap();
    // Nothing else is chosen: the try at the end of the program.
    assert_eq!(first.perform(&Effect::SaveSettings(later)), Some(Msg::SettingsSaved(None)));
    assert_eq!(first.settings_unsaved(), None);
    let read = SettingsRead { settings: later, ..SettingsRead::default() };
    assert_eq!(outside(&place).read_settings(), Some(Msg::SettingsRead(Box::new(read))));
}

/// Whoever puts a broken file right after a choice on the screen has the last word; where it stayed as it was, the choice is saved.
#[test]
fn a_choice_over_a_broken_file_is_not_written_over_what_was_put_right_since() {
    for (mended, holds) in
        [("theme = \"beamer\"\n", ThemeName::Beamer), ("planned_minutes = 60\n", ThemeName::Terminal)]
    {
        let folder = tempfile::tempdir().unwrap();
        let place = folder.path().join("settings.toml");
        let first = outside(folder.path());
        std::fs::write(&place, "theme = \n").unwrap();
        let dark = Settings { theme: ThemeName::Dark, ..Settings::default() };
        assert!(matches!(first.perform(&Effect::SaveSettings(dark)), Some(Msg::SettingsSaved(Some(_)))));
        std::fs::write(&place, mended).unwrap();
        // The try at the end of the program.
        assert_eq!(first.perform(&Effect::SaveSettings(dark)), Some(Msg::SettingsSaved(None)));
        let read = outside(folder.path()).read_settings();
        let Some(Msg::SettingsRead(read)) = read else { panic!("{read:?}") };
        assert_eq!(read.settings.theme, holds, "{mended}");
        // What is chosen after that counts.
        let light = Settings { theme: ThemeName::Light, ..dark };
        assert_eq!(first.perform(&Effect::SaveSettings(light)), None);
        assert!(std::fs::read_to_string(&place).unwrap().contains("theme = \"light\""));
    }
}

#[test]
fn own_checklists_are_part_of_the_library() {
    let folder = tempfile::tempdir().unwrap();
    let own = folder.path().join(definitions::FOLDER);
    std::fs::create_dir(&own).unwrap();
    std::fs::write(own.join("mijn.toml"), "format = ").unwrap();
    let Some(Msg::LibraryRead(library)) = outside(folder.path()).perform(&Effect::ReadLibrary) else {
        panic!("a library")
    };
    assert!(library.checklists().count() > 0);
    assert_eq!(library.problems().iter().map(|one| one.file.as_str()).collect::<Vec<_>>(), ["mijn.toml"]);
}

#[test]
fn identifiers_are_drawn_and_differ() {
    let folder = tempfile::tempdir().unwrap();
    let Some(Msg::Ids(ids)) = outside(folder.path()).perform(&Effect::DrawIds) else { panic!("identifiers") };
    let different: std::collections::BTreeSet<_> = ids.iter().collect();
    assert_eq!((ids.len(), different.len()), (IDS, IDS));
}

#[test]
fn the_register_is_read_from_every_meeting_before_and_a_broken_file_costs_no_other() {
    let folder = tempfile::tempdir().unwrap();
    let outside = outside(folder.path());
    let patient = crate::meeting::PatientId(Id::from_bits(11));
    for bits in 1..=3_u32 {
        let id = MeetingId(Id::from_bits(bits.into()));
        let date = NaiveDate::from_ymd_opt(2026, bits, 1).unwrap();
        let mut meeting = Meeting::new(id, MeetingKind::Patz, date);
        meeting.details.group = "PaTz Noord".to_owned();
        let mut review = crate::meeting::Review::new(patient);
        review.label = format!("Fictief {bits}");
        review.notes = "besproken".to_owned();
        meeting.reviews.push(review.into());
        let save =
            Save { meeting: Arc::new(meeting), revision: 1, definitions: Vec::new(), routes: Vec::new() };
        outside.perform(&Effect::SaveMeeting(save));
    }
    let read = || {
        let own = MeetingId(Id::from_bits(3));
        let date = NaiveDate::from_ymd_opt(2026, 3, 1).unwrap();
        let viewpoint = Viewpoint { meeting: Some(own), date, today: date, patients: vec![patient] };
        match outside.perform(&Effect::ReadRegister(viewpoint)) {
            Some(Msg::Register(register)) => register,
            other => panic!("{other:?}"),
        }
    };
    let register = read();
    assert_eq!(register.patient(patient).unwrap().label, "Fictief 2");
    assert_eq!(register.groups.len(), 1);
    let second = outside.notebook().unwrap().path(MeetingId(Id::from_bits(2)));
    std::fs::write(second, "kapot").unwrap();
    let register = read();
    assert_eq!(register.patient(patient).unwrap().label, "Fictief 1", "the rest is used");
    assert_eq!((register.standing[&patient].discussed.is_some(), register.caveats.unread), (true, 1));
    let nowhere = Outside::new(None, None, Preferences::new(Settings::default(), Choices::default()));
    let viewpoint = Viewpoint {
        meeting: register.meeting,
        date: NaiveDate::MAX,
        today: NaiveDate::MAX,
        patients: Vec::new(),
    };
    assert_eq!(nowhere.perform(&Effect::ReadRegister(viewpoint)), None);
}

#[test]
fn of_two_registers_at_hand_nobody_of_whom_nothing_differs_is_there_twice() {
    let folder = tempfile::tempdir().unwrap();
    let outside = outside(folder.path());
    let date = |month| NaiveDate::from_ymd_opt(2026, month, 1).unwrap();
    let save = |bits: u32, patients: &[u32]| {
        let id = MeetingId(Id::from_bits(bits.into()));
        let mut meeting = Meeting::new(id, MeetingKind::Patz, date(bits));
        for patient in patients {
            let mut review =
                crate::meeting::Review::new(crate::meeting::PatientId(Id::from_bits((*patient).into())));
            review.label = format!("Fictief {patient}");
            review.notes = format!("besproken op {bits}");
            meeting.reviews.push(review.into());
        }
        let save =
            Save { meeting: Arc::new(meeting), revision: 1, definitions: Vec::new(), routes: Vec::new() };
        outside.perform(&Effect::SaveMeeting(save));
    };
    let read = |meeting: Option<u32>| {
        let meeting = meeting.map(|bits| MeetingId(Id::from_bits(bits.into())));
        let viewpoint = Viewpoint { meeting, date: date(12), today: date(12), patients: Vec::new() };
        match outside.perform(&Effect::ReadRegister(viewpoint)) {
            Some(Msg::Register(register)) => register,
            other => panic!("{other:?}"),
        }
    };
    save(1, &[11, 12, 13]);
    save(2, &[12]);
    let whole = read(None);
    assert!(Arc::ptr_eq(&whole, &read(None)), "the same again is the same register");
    let before = read(Some(2));
    let shared = |one: &Register, other: &Register| -> Vec<bool> {
        one.patients.iter().zip(&other.patients).map(|(one, other)| Arc::ptr_eq(one, other)).collect()
    };
    assert_eq!(shared(&whole, &before), [true, false, true]);
    save(3, &[13]);
    assert_eq!(shared(&whole, &read(None)), [true, true, false]);
}

const OWN: &str = "format = 1\nid = \"eigen\"\nversion = \"1\"\ntitle = \"Eigen\"\n[[group]]\nid = \"g\"\ntitle = \"G\"\n\
    [[group.item]]\nid = \"keuze\"\ntype = \"choice\"\ntext = \"Welke?\"\n\
    options = [{ code = \"een\", text = \"De eerste\" }, { code = \"twee\", text = \"De tweede\" }]\n";

const ROUTE: &str =
    "format = 1\nid = \"les\"\nversion = \"1\"\ntitle = \"Les\"\n[[step]]\nchecklist = \"eigen\"\n";

fn library(outside: &Outside) -> Arc<Library> {
    match outside.perform(&Effect::ReadLibrary) {
        Some(Msg::LibraryRead(library)) => library,
        other => panic!("{other:?}"),
    }
}

#[test]
fn an_option_taken_out_of_a_file_changes_no_record_that_was_made_with_it() {
    use crate::meeting::{Answer, Given, PatientId, Pinned, QuestionKey, Review, Stamp};

    let folder = tempfile::tempdir().unwrap();
    let own = folder.path().join(definitions::FOLDER);
    std::fs::create_dir_all(own.join("routes")).unwrap();
    std::fs::write(own.join("eigen.toml"), OWN).unwrap();
    std::fs::write(own.join("routes/les.toml"), ROUTE).unwrap();
    let world = outside(folder.path());
    let read = library(&world);
    let (checklist, route) = (read.checklist(&"eigen".into()).unwrap(), read.route(&"les".into()).unwrap());
    let mut save = save(1, "PaTz Noord");
    let meeting = Arc::make_mut(&mut save.meeting);
    let mut review = Review::new(PatientId(Id::from_bits(2)));
    let stamp = Stamp { by: None, at: NaiveDate::default().and_hms_opt(14, 0, 0).unwrap() };
    let key = QuestionKey::new(&"eigen".into(), &"keuze".into());
    review.answers.insert(key, Answer::given(Given::Choice("een".into()), stamp));
    meeting.reviews.push(review.into());
    meeting.definitions.push(Pinned::of(checklist));
    meeting.routes.push(Pinned::of_route(route));
    let record = meeting.clone();
    // A record that names a definition goes to disk only behind its copy.
    let without = Effect::SaveMeeting(save.clone());
    assert!(matches!(world.perform(&without), Some(Msg::SaveFailed(..))));
    save.definitions.push(checklist.clone());
    assert!(matches!(world.perform(&Effect::SaveMeeting(save.clone())), Some(Msg::SaveFailed(..))));
    save.routes.push(route.clone());
    assert_eq!(world.perform(&Effect::SaveMeeting(save)), Some(Msg::Saved(record.id, 1)));
    drop(world);

    let fewer = OWN
        .replace("{ code = \"een\", text = \"De eerste\" }, ", "{ code = \"drie\", text = \"De derde\" }, ");
    std::fs::write(own.join("eigen.toml"), fewer).unwrap();
    std::fs::remove_file(own.join("routes/les.toml")).unwrap();
    let world = outside(folder.path());
    let in_force = library(&world);
    assert_ne!(in_force.checklist(&"eigen".into()).unwrap().hash, checklist.hash);
    let Some(Msg::Opened(opened)) = world.perform(&Effect::OpenMeeting(record.id)) else {
        panic!("a meeting")
    };
    assert_eq!(opened.meeting, record);
    assert_eq!(opened.routes.iter().map(|one| &one.route).collect::<Vec<_>>(), [&route.route]);
    let definitions: Vec<_> = opened.definitions.iter().map(|one| &one.checklist).collect();
    let minutes = crate::export::Minutes::new(&opened.meeting, definitions, Language::Dutch).whole();
    assert!(minutes.contains("Welke? De eerste"), "{minutes}");
}

#[test]
fn the_library_is_read_again_only_when_a_file_changed() {
    let folder = tempfile::tempdir().unwrap();
    let own = folder.path().join(definitions::FOLDER);
    let world = outside(folder.path());
    library(&world);
    assert_eq!(world.perform(&Effect::LookAtLibrary), None);
    std::fs::create_dir_all(&own).unwrap();
    std::fs::write(own.join("eigen.toml"), OWN).unwrap();
    let Some(Msg::LibraryRead(read)) = world.perform(&Effect::LookAtLibrary) else { panic!("a library") };
    assert!(read.checklist(&"eigen".into()).is_some());
    assert_eq!(world.perform(&Effect::LookAtLibrary), None);
    std::fs::write(own.join("eigen.toml"), "format = ").unwrap();
    let Some(Msg::LibraryRead(read)) = world.perform(&Effect::LookAtLibrary) else { panic!("a library") };
    assert!(read.checklist(&"eigen".into()).is_some() && read.problems().len() == 1);
}

#[test]
fn only_files_of_these_folders_are_edited() {
    let folder = tempfile::tempdir().unwrap();
    std::fs::write(folder.path().join("buiten.toml"), "").unwrap();
    for file in ["../buiten.toml", "buiten.toml", "/etc/passwd"] {
        let place = Place { layer: Layer::User, file: file.into(), line: None };
        let told = outside(folder.path()).perform(&Effect::Edit(place));
        let why = both(|language| language.file_not_there(file));
        assert_eq!(told, Some(Msg::EditorClosed(Some(Box::new(why)))));
    }
}

#[test]
fn unlocking_again_is_logged_with_the_tries_before_it_and_each_stands_there_once() {
    let around = tempfile::tempdir().unwrap();
    let folder = around.path();
    // What begins a sealed notebook, without its passphrase.
    let keys = store::Keys::draw().unwrap();
    store::note_recipient(&RealFiles, folder, &keys).unwrap();
    let codec = store::codec(&RealFiles, folder, &keys).unwrap();
    let preferences = Preferences::new(Settings::default(), Choices::default());
    let outside = Outside::new(Some(folder.to_owned()), None, preferences).with_codec(codec);
    let tried =
        || store::note_failed_unlock(&RealFiles, folder, chrono::NaiveDateTime::default(), "een").unwrap();
    let count = |deed: Deed| {
        let log = outside.notebook().unwrap().read_log().unwrap();
        assert_eq!(log.faults, []);
        log.entries.iter().filter(|entry| entry.deed == deed).count()
    };
    tried();
    assert_eq!(outside.note(Deed::Exported, None, Vec::new()), None);
    assert_eq!([count(Deed::NotUnlocked), count(Deed::Unlocked), count(Deed::Exported)], [1, 1, 1]);
    tried();
    tried();
    outside.log_unlocked_again();
    assert_eq!([count(Deed::NotUnlocked), count(Deed::Unlocked), count(Deed::Exported)], [3, 2, 1]);
    assert_eq!(outside.notebook().unwrap().waiting().0, []);
}
