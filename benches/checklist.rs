//! What reading a definition costs, with the telling of everything that is wrong with it.
//! `cargo bench --bench checklist`.
//!
//! Goals in the released program: a usual file under 1 ms, 1 MiB of ordinary content under 100 ms, 1 MiB of hostile
//! content of any kind under 500 ms.

#[path = "../tests/support/definitions.rs"]
mod definitions;

use divan::Bencher;
use divan::counter::BytesCount;
use pallium::checklist::{Origin, parse_bytes, render, shipped};
use pallium::words::Language;

use definitions::{Hostile, LARGEST, hostile, ordinary_beyond_limits, ordinary_within_limits};

fn main() {
    divan::main();
}

/// Reads a file and tells all that is wrong with it, as `pallium check` does.
fn read_and_tell(bytes: &[u8]) -> String {
    let outcome = parse_bytes(bytes, &Origin { file: Some("proef.toml"), ..Origin::default() });
    let source = std::str::from_utf8(bytes).unwrap_or_default();
    render(&outcome.diagnostics, source, "proef.toml", Language::Dutch, 80, false)
}

fn measure(bencher: Bencher<'_, '_>, bytes: &[u8]) {
    bencher.counter(BytesCount::of_slice(bytes)).bench(|| read_and_tell(divan::black_box(bytes)));
}

/// The largest definition that comes with the program.
#[divan::bench]
fn usual(bencher: Bencher<'_, '_>) {
    let files = shipped();
    let largest = files.iter().map(|file| &*file.source).max_by_key(|source| source.len());
    measure(bencher, largest.unwrap_or_default().as_bytes());
}

/// The largest checklist that is accepted.
#[divan::bench(sample_count = 20)]
fn ordinary_mebibyte(bencher: Bencher<'_, '_>) {
    measure(bencher, ordinary_within_limits().as_bytes());
}

/// The same with more questions than a checklist may have.
#[divan::bench(sample_count = 20)]
fn ordinary_mebibyte_beyond_limits(bencher: Bencher<'_, '_>) {
    measure(bencher, ordinary_beyond_limits().as_bytes());
}

impl std::fmt::Display for Hostile {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(self.kind)
    }
}

/// Every hostile file.
#[divan::bench(args = hostile(LARGEST), sample_count = 5, sample_size = 1)]
fn hostile_mebibyte(bencher: Bencher<'_, '_>, file: &Hostile) {
    measure(bencher, &file.bytes);
}
