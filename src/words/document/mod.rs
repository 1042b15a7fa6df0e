//! What papers say, and what is said alike on papers and screens.

mod conditions;
mod discussion;
mod exchange;
mod export;
mod papers;
mod plain;
mod preparation;
mod reading;
mod summary;
mod tables;
