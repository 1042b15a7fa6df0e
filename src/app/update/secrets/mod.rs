//! Where secrets are typed, of which the core knows no more than their length: locking, and the first use of a notebook.

mod first_use;
mod locking;
