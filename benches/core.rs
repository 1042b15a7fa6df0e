//! What the pure parts cost, without a terminal: reading definitions, wrapping text. `cargo bench --bench core`.

use divan::Bencher;
use divan::counter::BytesCount;
use pallium::checklist::{Library, Origin, parse, shipped};
use pallium::text::wrap;

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
