//! What is read from one record: terms, facts, what was discussed, what is lacking, where words stand.

pub mod apart;
pub mod ballot;
pub mod death;
pub mod discussed;
pub mod earlier_session;
pub mod facts;
pub mod finding;
pub mod lack;
pub mod renewed;
pub mod terms;
