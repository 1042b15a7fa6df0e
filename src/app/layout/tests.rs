//! Tables, bars and courses in windows of three widths, with signs and without.

use std::sync::Arc;

use super::piece::columns_of;
use super::*;
use crate::app::Action;
use crate::app::message::{Marks, Settings};
use crate::app::page::{Bar, Bars, Block, Column, Entry, Event, Mark, Row, Table, TableRow, Timeline};

fn column(heading: &str, least: u16, goes: u8) -> Column {
    Column { heading: heading.to_owned(), role: Role::Plain, least, goes, whole: false }
}

fn row(number: usize, label: &str) -> Row {
    Row::action(RowId::of("row", number), label, Action::Nothing)
}

/// Three patients, all fictional.
fn table() -> Block {
    let columns = vec![
        column("patiënt", 14, 0),
        column("stand", 8, 0),
        column("besproken", 9, 1),
        column("vraag", 12, 2),
    ];
    let patients = [
        ("Fictief A. (1941)", "rood", "3 november", "Hoe krijgen we de nachten rond nu de dochter weg is?"),
        ("Fictief B. (1950)", "geel, was groen", "20 oktober", "Wie spreekt de kleinkinderen?"),
        ("Fictief met een lange naam C.-D. (1938)", "", "nog niet besproken", ""),
    ];
    let rows = patients.iter().enumerate().map(|(number, (name, state, day, question))| {
        let cells = [name, state, day, question].map(|cell| (*cell).to_owned()).to_vec();
        let row = row(number, name).marked(if number == 0 { Mark::Done } else { Mark::None });
        Arc::new(TableRow::new(row, cells))
    });
    Block::Table(Arc::new(Table::new(columns, rows.collect())))
}

fn bars() -> Block {
    Block::Bars(Bars::new(vec![
        Bar::new("Ja, dat zou mij verbazen", 3),
        Bar::new("Nee, dat zou mij niet verbazen", 12),
        Bar::new("Weet ik niet", 0),
        Bar { label: "Geen antwoord".to_owned(), count: None, remark: "minder dan 5".to_owned() },
    ]))
}

fn timeline() -> Block {
    let event = |role, text: &str| Event { role, text: text.to_owned() };
    Block::Timeline(Timeline::new([
        Entry {
            row: row(1, "22 nov 2026").with_value(Role::Quiet, "PaTz Noord"),
            events: vec![
                event(Role::Value, "kleur: groen → geel"),
                event(
                    Role::Plain,
                    "afspraak: de wijkverpleegkundige belt de dochter over de nachten en spreekt een proefweek af",
                ),
            ],
        },
        Entry { row: row(2, "14 sep 2026").with_value(Role::Quiet, "MDO"), events: Vec::new() },
    ]))
}

/// The content of a page with one block in a window of this width.
fn shown(block: Block, width: u16, marks: Marks) -> String {
    let settings = Settings { marks, ..Settings::default() };
    let now = chrono::NaiveDateTime::default();
    let model = Model::new(settings, Size::new(width, 24), now, String::new());
    let page = Page { blocks: vec![block], ..Page::default() };
    let layout = layout(&model, &page, &[], &Context::default());
    let text = crate::app::tests::stage::text(&layout);
    let lines: Vec<&str> = text.lines().collect();
    let body = lines.iter().skip(usize::from(layout.body_top)).take(layout.content_lines);
    body.copied().collect::<Vec<_>>().join("\n")
}

#[test]
fn every_shape_at_every_width() {
    let mut all = String::new();
    for (name, block) in [("table", table()), ("bars", bars()), ("timeline", timeline())] {
        for (width, marks) in
            [(60, Marks::Signs), (80, Marks::Signs), (120, Marks::Signs), (60, Marks::Ascii)]
        {
            all.push_str(&format!("== {name} {width} {marks:?}\n{}\n", shown(block.clone(), width, marks)));
        }
    }
    insta::with_settings!({ snapshot_path => "../tests/pictures" }, { insta::assert_snapshot!("shapes", all) });
}

#[test]
fn a_window_that_is_narrower_than_anything_loses_no_row() {
    for width in 40..60 {
        let text = shown(table(), width, Marks::Signs);
        for name in ["Fictief A.", "Fictief B.", "Fictief met"] {
            assert!(text.contains(name), "{width}\n{text}");
        }
    }
}

#[test]
fn a_cell_that_may_not_be_cut_is_said_in_fewer_words() {
    let columns = vec![
        column("patiënt", 14, 0),
        Column { whole: true, ..column("kleur", 10, 2) },
        column("vraag", 14, 3),
    ];
    let cells = |cells: [&str; 3]| cells.map(str::to_owned).to_vec();
    let rows = vec![
        TableRow::new(
            row(1, "Fictief A. (1941)"),
            cells(["Fictief A. (1941)", "◈ oranje (was groen)", "Is het plan nog goed?"]),
        )
        .or_shorter(1, "◈ oranje ← groen".to_owned()),
        TableRow::new(row(2, "Fictief B. (1950)"), cells(["Fictief B. (1950)", "◇ groen", ""])),
    ];
    let table = Block::Table(Arc::new(Table::new(columns, rows.into_iter().map(Arc::new).collect())));
    for (width, said) in
        [(42, "◈ oranje ← groen"), (72, "◈ oranje (was groen)"), (80, "Is het plan nog goed?")]
    {
        let text = shown(table.clone(), width, Marks::Signs);
        assert!(text.contains(said), "{width}\n{text}");
        assert!(text.contains("◇ groen"), "{width}\n{text}");
    }
}

/// What a page costs after another: which of its lines were not laid out before.
#[test]
fn only_what_differs_is_laid_out_again() {
    let now = chrono::NaiveDateTime::default();
    let mut model = Model::new(Settings::default(), Size::new(80, 24), now, String::new());
    let page = |changed: &str| {
        let mut page = Page::default();
        page.text(Role::Plain, "Fictief ".repeat(40)).gap();
        page.push(row(0, "eerste")).push(row(1, changed)).push(row(3, "derde"));
        page.blocks.push(timeline());
        page.text(Role::Quiet, "einde");
        page
    };
    let mut laid = Laid::default();
    let mut before = Content::default();
    let mut anew = |model: &Model, page: &Arc<Page>| {
        let window = || window(model, page, &Context::default(), &mut Laid::default());
        let content = content(model, page, &[], &window(), &mut laid);
        laid.keep(page.clone());
        assert_eq!(content, super::content(model, page, &[], &window(), &mut Laid::default()));
        let known: Vec<&Pieces> = before.lines.iter().collect();
        let is_new = |line: &&Pieces| !known.iter().any(|known| known.is_shared_with(line));
        let lines = content.lines.iter().filter(|line| !line.is_empty()).filter(is_new);
        let text = |line: &Pieces| line.iter().map(|piece| piece.text.as_str()).collect();
        let texts: Vec<String> = lines.map(text).collect();
        before = content;
        texts
    };
    let first = Arc::new(page("tweede"));
    assert!(anew(&model, &first).len() > 9);
    assert_eq!(anew(&model, &first), Vec::<String>::new());
    model.path.top_mut().focus = Some(RowId::of("row", 3));
    assert_eq!(anew(&model, &first), ["eerste", "▸derde"]);
    // Another page of which one row is another, and one that is shorter.
    let second = Arc::new(page("een andere"));
    assert_eq!(anew(&model, &second), ["een andere"]);
    let mut shorter = page("een andere");
    shorter.blocks.remove(0);
    assert_eq!(anew(&model, &Arc::new(shorter)), Vec::<String>::new());
    // Rows of a list, too; all of them where a longer one moves their values.
    let list = |labels: &[&str]| {
        let mut page = Page::default();
        for (number, label) in (0..).zip(labels) {
            page.push(row(number, label).with_value(Role::Plain, "waarde").listed());
        }
        Arc::new(page)
    };
    assert_eq!(anew(&model, &list(&["een", "twee", "drie"])).len(), 3);
    assert_eq!(anew(&model, &list(&["een", "twaalf", "drie"])).len(), 3);
    assert_eq!(anew(&model, &list(&["een", "twalef", "drie"])), ["twalefwaarde"]);
    // In another window everything is.
    model.size = Size::new(60, 24);
    assert!(anew(&model, &second).len() > 9);
}

/// Where a cell stands in fewer words, what that leaves over goes to the column that was cut off.
#[test]
fn what_shorter_words_leave_over_goes_to_what_was_cut_off() {
    let columns = vec![Column { whole: true, ..column("kleur", 0, 0) }, column("vraag", 8, 0)];
    let cells = vec!["rood, was een hele tijd groen".to_owned(), "Is de stervensfase begonnen?".to_owned()];
    let row = TableRow::new(row(0, "Fictief A."), cells).or_shorter(0, "rood".to_owned());
    let table = Arc::new(Table::new(columns, vec![Arc::new(row)]));
    let placed = table::Placed::new(table, 0, Columns::of(Size::new(44, 10)), Marks::Signs);
    let said: Vec<String> = placed.line(0, None, Marks::Signs).into_iter().map(|piece| piece.text).collect();
    assert_eq!(said, ["rood", "Is de stervensfase begonnen?"]);
}

#[test]
fn a_long_course_is_the_same_whatever_was_laid_out_before() {
    let entry = |number: usize| Entry {
        row: row(number, &format!("dag {number}")),
        events: vec![Event { role: Role::Plain, text: format!("van dag {number}") }; number % 3],
    };
    let page = |entries: usize| {
        let above = Row::action(RowId::fixed("above"), "Erboven", Action::Nothing);
        let timeline = Timeline::new((0..entries).map(entry));
        Arc::new(Page {
            blocks: vec![Block::Row(above.into()), Block::Timeline(timeline)],
            ..Page::default()
        })
    };
    let now = chrono::NaiveDateTime::default();
    let mut model = Model::new(Settings::default(), Size::new(80, 24), now, String::new());
    let mut laid = Laid::default();
    for (entries, focus) in [
        (200, None),
        (200, Some(0)),
        (200, Some(63)),
        (200, Some(64)),
        (250, Some(192)),
        (250, Some(249)),
        (190, Some(5)),
    ] {
        let page = page(entries);
        model.path.top_mut().focus = focus.map(|number: usize| RowId::of("row", number));
        let window = window(&model, &page, &Context::default(), &mut laid);
        let content = content(&model, &page, &[], &window, &mut laid);
        laid.keep(page.clone());
        assert_eq!(content.rows.len(), entries + 1);
        for (number, row) in content.rows.iter().skip(1).enumerate() {
            assert_eq!((&row.id, row.end - row.start), (&RowId::of("row", number), 1));
            let said =
                content.line(row.start, &model).iter().map(|piece| piece.text.clone()).collect::<String>();
            assert!(said.contains(&format!("dag {number}")), "{said} for {number}");
        }
        assert_eq!(window.show(&model, &content, None), layout(&model, &page, &[], &Context::default()));
    }
}

/// A row that is a list of its own stands in the column of the rows around it, and behind its own label where that column would cost a
/// line more, or where it stands under a heading.
#[test]
fn what_stands_among_rows_keeps_to_their_column() {
    let told = |label: &str, value: &str| row(columns_of(label).into(), label).with_value(Role::Value, value);
    let long = "wat is er veranderd · verwacht scenario · avond, nacht, weekend · nog iets meer";
    let mut page = Page::default();
    page.push(told("Vraag van de inbrenger", "Hoe lang nog?"))
        .push(told("Grenzen", "Niet: reanimatie").listed())
        .push(told("Eigen woorden", "Thuis"))
        .push(told("Nog leeg", long).listed())
        .push(told("Kleur", "oranje"))
        .push(told("Grenzen (13 sep, ONVOLLEDIG)", long).listed())
        .text(Role::Heading, "Stappen")
        .push(told("Plan", "open").listed());
    let columns = Columns::of(Size::new(80, 24));
    let value_at = value_columns::value_column(&page.blocks, columns);
    let at = columns.left + 2 + 22 + value_columns::BESIDE;
    assert_eq!(value_at, Some(at));
    let found = value_columns::list_columns(&page.blocks, columns, value_at, |_| 0);
    let of = |label: &str| found.get(&RowId::of("row", columns_of(label))).copied();
    assert_eq!(of("Grenzen"), Some(at));
    assert_eq!(of("Nog leeg"), Some(at), "two lines either way");
    assert_eq!(of("Grenzen (13 sep, ONVOLLEDIG)"), Some(columns.left + 2 + 28 + 2));
    assert_eq!(of("Plan"), Some(columns.left + 2 + 4 + 2));
}
