//! Minutes of fictional meetings, to be read as a GP would.

mod fictional;
mod list;
mod minutes;
mod reading;
mod state;
mod worksheet;
