//! What the pure parts cost: update, layout, draw at three sizes, and parse. `cargo bench --bench core`.

fn main() {
    divan::main();
}

/// Window sizes at which layout and draw are measured: columns and rows.
const SIZES: [(u16, u16); 3] = [(60, 18), (80, 24), (120, 40)];

/// Keeps the file honest until the first part is there: the cost of one measurement of nothing, per size.
#[divan::bench(args = SIZES)]
fn nothing(size: (u16, u16)) -> (u16, u16) {
    divan::black_box(size)
}
