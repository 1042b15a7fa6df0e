//! Spreadsheets: the bytes of a file to sheets of cells, and back.

mod read;
mod write;

pub use read::read;
pub use write::write;
