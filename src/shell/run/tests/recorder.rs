//! A recording that is played back shows the same, and tells nothing of what was typed.

use super::*;
use crate::app::keymap::{Key, KeyCode};
use crate::text::Command;

fn model() -> Pictured {
    let at = NaiveDateTime::default();
    let mut model = Pictured::from(Model::new(Settings::default(), Size::new(80, 24), at, String::new()));
    app::update(&mut model, at, Msg::Ids((0..32).map(crate::meeting::Id::from_bits).collect()));
    model
}

/// Goes through some messages as the loop does, with a recorder; gives the last model and the recording.
fn recorded_run(with_text: bool) -> (Pictured, String) {
    let mut recorder = Recorder { out: Some(Vec::new()), with_text, broken: Arc::default() };
    let start = NaiveDateTime::default();
    let mut model = Pictured::from(Model::new(Settings::default(), Size::new(80, 24), start, String::new()));
    recorder.begin(&model);
    let ids = Msg::Ids((0..32).map(crate::meeting::Id::from_bits).collect());
    let library = crate::checklist::Library::new(crate::checklist::shipped());
    let mut msgs = vec![ids, Msg::LibraryRead(std::sync::Arc::new(library))];
    msgs.extend([Msg::Resized(Size::new(60, 18)), Msg::Down, Msg::Help]);
    msgs.push(Msg::Type(Command::InsertText("Mevrouw Janssen".into())));
    for msg in msgs {
        recorder.record(model.now, &msg);
        app::update(&mut model, NaiveDateTime::default(), msg);
    }
    let text = String::from_utf8(recorder.out.unwrap()).unwrap();
    (model, text)
}

#[test]
fn what_is_played_back_is_what_was_there() {
    let (model, recording) = recorded_run(true);
    assert_eq!(play(recording.as_bytes()).unwrap(), model);
    assert!(recording.contains("Janssen"));
}

#[test]
fn free_text_is_not_recorded_unless_asked_for() {
    let (model, recording) = recorded_run(false);
    assert!(!recording.contains("Janssen") && recording.contains("Xxxxxxx Xxxxxxx"), "{recording}");
    assert_eq!(
        crate::view::text(&play(recording.as_bytes()).unwrap().layout()),
        crate::view::text(&model.layout())
    );
}

#[test]
fn what_is_no_recording_says_at_which_line() {
    let line = |text: &str| match play(text.as_bytes()) {
        Err(ReplayError::Line(line)) => line,
        other => panic!("{other:?}"),
    };
    assert_eq!(line(""), 1);
    assert_eq!(line("{}"), 1);
    let (_, mut recording) = recorded_run(true);
    let lines = recording.lines().count();
    recording.push_str("iets anders\n");
    assert_eq!(line(&recording), lines + 1);
    let no_unicode = [b"{\"pallium\":".as_slice(), b"\xff\xfe\n"].concat();
    assert!(matches!(play(no_unicode.as_slice()), Err(ReplayError::Line(1))));
}

#[test]
fn a_recording_overwrites_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("opname.jsonl");
    let mut recorder = Recorder::to_file(&path, false).unwrap();
    recorder.begin(&model());
    recorder.flush();
    assert!(replay(&path).is_ok());
    assert!(matches!(Recorder::to_file(&path, false), Err(RecordError::Exists)));
}

#[test]
fn a_key_means_the_same_when_played_back() {
    let help = app::intent(&model(), Key::plain(KeyCode::F(1)));
    assert_eq!(help, Some(Msg::Help));
}

#[test]
fn a_recording_that_stopped_is_known_afterwards() {
    struct Full;
    impl Write for Full {
        fn write(&mut self, _: &[u8]) -> io::Result<usize> {
            Err(io::ErrorKind::StorageFull.into())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }
    let mut recorder = Recorder { out: Some(Full), with_text: false, broken: Arc::default() };
    let broken = recorder.broken();
    assert!(!broken.load(Ordering::Relaxed));
    recorder.begin(&model());
    drop(recorder);
    assert!(broken.load(Ordering::Relaxed));
}
