//! What the pure parts cost, without a terminal: keys, changes, layout, drawing, reading definitions, wrapping text.
//! `cargo bench --bench core`.
//!
//! A key costs what `intent`, `update` and `layout` cost together, and `draw` beside it.
#![allow(clippy::expect_used, reason = "a bench stops at what it cannot measure")]

use std::sync::Arc;

use chrono::NaiveDateTime;
use divan::Bencher;
use divan::counter::BytesCount;
use pallium::app::keymap::{Key, KeyCode};
use pallium::app::{
    Listed, Model, Msg, Opened, Pictured, RowId, Screen, Settings, Size, StepPage, intent, update,
};
use pallium::checklist::{Library, Name, Origin, parse, shipped};
use pallium::meeting::course::entries;
use pallium::meeting::{Course, MeetingDigest, MeetingSummary, Register, Selection, Viewpoint};
use pallium::store::generate::{Size as Amount, meeting};
use pallium::text::{Command, Cursor, Lines, Motion, WrapCache, perform, wrap};
use pallium::view::{Theme, area, draw};
use ratatui::buffer::Buffer;

/// What gives the program its memory, so that this costs what it costs there.
#[cfg(target_os = "linux")]
#[global_allocator]
static ALLOCATOR: zeroizing_alloc::ZeroAlloc<mimalloc::MiMalloc> =
    zeroizing_alloc::ZeroAlloc(mimalloc::MiMalloc);

fn main() {
    divan::main();
}

/// A sentence as people type it, with a letter of two code points and characters of two columns.
const SENTENCE: &str = "Rustig en aanspreekbaar; haar cafe\u{301} mist ze, en 漢字 schrijven ook. ";

/// Reading the largest shipped definition.
#[divan::bench]
fn parse_shipped(bencher: Bencher<'_, '_>) {
    let files = shipped();
    let largest =
        files.iter().max_by_key(|file| file.source.len()).map(|file| (&*file.source, file.file.as_str()));
    let (source, file) = largest.unwrap_or_default();
    bencher
        .counter(BytesCount::of_str(source))
        .bench(|| parse(divan::black_box(source), &Origin { file: Some(file), ..Origin::default() }));
}

/// The same with a line in its middle that has lost its `=`, so that it is mended and read again.
#[divan::bench]
fn parse_broken(bencher: Bencher<'_, '_>) {
    let source = shipped().first().map(|file| file.source.to_string()).unwrap_or_default();
    let middle = source.lines().count() / 2;
    let broken: String = source
        .lines()
        .enumerate()
        .map(
            |(number, line)| {
                if number == middle { "a key without a value\n".to_owned() } else { format!("{line}\n") }
            },
        )
        .collect();
    bencher
        .counter(BytesCount::of_str(&*broken))
        .bench(|| parse(divan::black_box(&broken), &Origin::default()));
}

/// Everything that comes with the program, layered and linked.
#[divan::bench]
fn library_of_all_shipped(bencher: Bencher<'_, '_>) {
    bencher.with_inputs(shipped).bench_values(Library::new);
}

/// A paragraph, and a text that somebody pasted, wrapped at the widths of three windows.
#[divan::bench(args = [60, 80, 120], consts = [400, 34_000])]
fn wrap_text<const BYTES: usize>(bencher: Bencher<'_, '_>, width: u16) {
    let text = SENTENCE.repeat(BYTES / SENTENCE.len());
    bencher.counter(BytesCount::of_str(&*text)).bench(|| wrap(divan::black_box(&text), width));
}

/// Four keys in the middle of a note of fifty paragraphs: letters, a letter taken back, and a line down.
#[divan::bench]
fn keys_in_a_long_note(bencher: Bencher<'_, '_>) {
    let mut text = [SENTENCE.repeat(9).as_str(); 50].join("\n");
    let mut cache = WrapCache::new();
    let mut cursor = Cursor::at(text.len() / 2);
    let mut wrapped = cache.wrap(&text, 76);
    let keys = [
        Command::Insert('x'),
        Command::Insert('y'),
        Command::Backspace,
        Command::Move { to: Motion::Down, select: false },
    ];
    bencher.bench_local(|| {
        for key in &keys {
            let outcome = perform(&text, &cursor, key, Lines::Many, &wrapped, "");
            if let Some(edit) = outcome.edit {
                edit.apply(&mut text).expect("an edit fits the text that it was made for");
            }
            cursor = outcome.cursor;
            wrapped = cache.wrap(&text, 76);
        }
    });
}

/// The windows: a beamer, a usual terminal, a large one.
const WINDOWS: [(u16, u16); 3] = [(60, 18), (80, 24), (120, 40)];

/// The pages on which most of a meeting is spent, and the longest list.
#[derive(Debug, Clone, Copy)]
enum Where {
    Patient,
    Question,
    List,
}

const PLACES: [Where; 3] = [Where::Patient, Where::Question, Where::List];

fn moment() -> NaiveDateTime {
    NaiveDateTime::default()
}

/// A meeting of fifteen patients, open at a place, in a notebook of 250; the first patient has notes of `words` words.
fn model(place: Where, (width, height): (u16, u16), words: usize) -> Pictured {
    let model = Model::new(Settings::default(), Size::new(width, height), moment(), String::new());
    let mut model = Pictured::from(model);
    let meetings = (0..250).map(|number| MeetingSummary::of(&meeting(number, Amount::Small))).collect();
    let listed = Listed { meetings, ..Listed::default() };
    let mut open = meeting(0, Amount::Typical);
    let first = open.reviews.first_mut().expect("a generated meeting has patients");
    first.notes = SENTENCE.split_whitespace().cycle().take(words).collect::<Vec<_>>().join(" ");
    let patient = first.patient;
    let opened = Opened::new(open, Vec::new());
    for msg in [
        Msg::LibraryRead(Arc::new(Library::new(shipped()))),
        Msg::Listed(Box::new(listed)),
        Msg::Opened(Box::new(opened)),
    ] {
        update(&mut model, moment(), msg);
    }
    let checklist = Name::from("markering");
    let screen = match place {
        Where::Patient => Screen::Patient(patient),
        Where::Question => Screen::Step { patient, checklist, page: StepPage::Group(Name::from("surprise")) },
        Where::List => Screen::Meetings,
    };
    model.path.go(&screen);
    update(&mut model, moment(), Msg::Resized(Size::new(width, height)));
    model
}

/// A copy that is on the screen, as the model is when a key comes.
fn seen(model: &Pictured) -> Pictured {
    let copy = model.clone();
    let _ = copy.layout();
    copy
}

/// That model with its cursor at the end of the notes.
fn typing(words: usize) -> Pictured {
    let mut model = model(Where::Patient, (80, 24), words);
    update(&mut model, moment(), Msg::Focus(RowId::fixed("notes")));
    update(&mut model, moment(), Msg::Type(Command::InsertText(" einde".into())));
    let notes =
        model.record().and_then(|meeting| meeting.reviews.first()).map(|review| review.notes.as_str());
    assert!(notes.is_some_and(|notes| notes.contains("einde")), "the notes are not what is typed into");
    model
}

/// One letter more in notes of so many words, while the saver has hold of the record, as it has after each letter.
#[divan::bench(args = [500, 5000])]
fn update_letter(bencher: Bencher<'_, '_>, words: usize) {
    let model = typing(words);
    bencher.with_inputs(|| seen(&model)).bench_values(|mut model| {
        update(&mut model, moment(), Msg::Type(Command::InsertText("x".into())));
        model
    });
}

/// The same where nobody else has hold of the record: what remains without copying it.
#[divan::bench(args = [500, 5000])]
fn update_letter_in_own_record(bencher: Bencher<'_, '_>, words: usize) {
    let model = typing(words);
    let own = || {
        let mut model = model.clone();
        if let Some(open) = &mut model.open {
            open.record = Arc::new((*open.record).clone());
        }
        let _ = model.layout();
        model
    };
    bencher.with_inputs(own).bench_values(|mut model| {
        update(&mut model, moment(), Msg::Type(Command::InsertText("x".into())));
        model
    });
}

/// An arrow in those notes.
#[divan::bench(args = [500, 5000])]
fn update_arrow(bencher: Bencher<'_, '_>, words: usize) {
    let model = typing(words);
    bencher.with_inputs(|| seen(&model)).bench_values(|mut model| {
        update(&mut model, moment(), Msg::Up);
        model
    });
}

/// An arrow to the next row, where nothing is typed.
#[divan::bench(args = PLACES)]
fn update_next_row(bencher: Bencher<'_, '_>, place: Where) {
    let model = model(place, (80, 24), 60);
    bencher.with_inputs(|| seen(&model)).bench_values(|mut model| {
        update(&mut model, moment(), Msg::Down);
        model
    });
}

/// What a letter means in those notes: the page is asked for the row in focus.
#[divan::bench(args = [500, 5000])]
fn intent_letter(bencher: Bencher<'_, '_>, words: usize) {
    let model = typing(words);
    bencher.bench(|| intent(divan::black_box(&model), Key::plain(KeyCode::Char('x'))));
}

/// The page and where everything of it stands.
#[divan::bench(args = pictures())]
fn layout_page(bencher: Bencher<'_, '_>, (place, window): (Where, (u16, u16))) {
    let model = model(place, window, 60);
    bencher.with_inputs(|| model.clone()).bench_refs(|model| model.layout());
}

/// The same with long notes.
#[divan::bench(args = [500, 5000])]
fn layout_notes(bencher: Bencher<'_, '_>, words: usize) {
    let model = typing(words);
    bencher.with_inputs(|| model.clone()).bench_refs(|model| model.layout());
}

/// The layout in the cells of a window.
#[divan::bench(args = pictures())]
fn draw_page(bencher: Bencher<'_, '_>, (place, window): (Where, (u16, u16))) {
    let model = model(place, window, 60);
    let (layout, theme) = (model.layout(), Theme::named(model.settings.theme));
    let mut buffer = Buffer::empty(area(window.0, window.1));
    bencher.bench_local(|| draw(divan::black_box(&layout), &theme, &mut buffer));
}

/// Every place in every window.
fn pictures() -> impl Iterator<Item = (Where, (u16, u16))> {
    PLACES.into_iter().flat_map(|place| WINDOWS.map(|window| (place, window)))
}

/// A copy of the record, as the first change after a save makes.
#[divan::bench]
fn copy_the_record(bencher: Bencher<'_, '_>) {
    let meeting = meeting(0, Amount::Typical);
    bencher.bench(|| divan::black_box(&meeting).clone());
}

/// So many meetings of fifteen patients as a group of many years has them.
const MEETINGS: usize = 250;

/// The register of 250 meetings from what the index keeps of them; the goal is 30 ms.
#[divan::bench]
fn register_of_250_meetings(bencher: Bencher<'_, '_>) {
    let (digests, viewpoint) = known();
    bencher.bench(|| {
        let each = |take: &mut dyn FnMut(&MeetingDigest)| digests.iter().for_each(take);
        Register::folded(&viewpoint, each, |ids| vec![None; ids.len()])
    });
}

/// Choosing and sorting among all patients of it, as each letter of a filter does; the goal is 5 ms.
#[divan::bench]
fn filter_of_250_meetings(bencher: Bencher<'_, '_>) {
    let (digests, viewpoint) = known();
    let each = |take: &mut dyn FnMut(&MeetingDigest)| digests.iter().for_each(take);
    let register = Register::folded(&viewpoint, each, |ids| vec![None; ids.len()]);
    let selection = Selection::default();
    bencher.bench(|| selection.of(&register, viewpoint.date).len());
}

/// The course of somebody who was in twelve meetings, with what stands; the goal is 30 ms.
#[divan::bench]
fn course_of_twelve_meetings(bencher: Bencher<'_, '_>) {
    let meetings: Vec<_> = (0..12).map(|number| meeting(number, Amount::Typical)).collect();
    // The first patient of each generated meeting is the same one.
    let whom = meetings.first().and_then(|meeting| meeting.reviews.first()).map(|review| review.patient);
    let whom = whom.expect("somebody on the agenda");
    let who = [whom];
    bencher.bench(|| {
        let mut course = Course::new(whom);
        meetings.iter().flat_map(|meeting| entries(meeting, &who)).for_each(|entry| course.add(entry));
        (course.happened().len(), course.standing().answers.len())
    });
}

fn known() -> (Vec<MeetingDigest>, Viewpoint) {
    let meetings: Vec<_> = (0..MEETINGS).map(|number| meeting(number, Amount::Typical)).collect();
    let last = meetings.iter().map(|meeting| meeting.details.date).max().expect("a meeting");
    (meetings.iter().map(MeetingDigest::of).collect(), Viewpoint::whole(last))
}
