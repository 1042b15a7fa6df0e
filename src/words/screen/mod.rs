//! What the screens say.

mod between;
mod changes;
mod discussed;
mod editor;
mod ending;
mod find;
mod keys;
mod known;
mod library;
mod lists;
mod locking;
mod notices;
mod paper;
mod register;
mod removing;
mod reopened;
mod screens;
mod session;
mod standing;
mod tour;
mod versions;
