//! Sentences about locking and unlocking.

use crate::words::language::{Language, sentences};

sentences! {
    /// The title of the locked screen.
    locked_title => "Pallium is vergrendeld.", "Pallium is locked.";
    /// What became of the work.
    locked_kept =>
        "Alles wat u had getypt is er nog. Na het ontgrendelen gaat u verder waar u was.",
        "Everything that you had typed is kept. After unlocking you carry on where you were.";
    /// What is not on the disk yet.
    locked_unsaved =>
        "Het laatste is nog niet opgeslagen, omdat de schijf dat niet toeliet. Het staat versleuteld in het geheugen: \
         zet de computer niet uit voordat u ontgrendeld hebt.",
        "The latest changes are not saved yet, because the disk did not allow it. It is in memory, encrypted: do not \
         switch the computer off before you have unlocked.";
    /// The row for the passphrase.
    locked_passphrase => "Wachtzin", "Passphrase";
    /// Before anybody listens.
    locked_coming => "Bezig met vergrendelen…", "Locking…";
    /// What to do.
    locked_type => "Typ de wachtzin van dit notitieboek, en dan Enter.", "Type the passphrase of this notebook, then Enter.";
    /// While it is tried.
    locked_tried => "Even controleren…", "Checking…";
    /// Another passphrase.
    locked_refused =>
        "Dit is niet de wachtzin van dit notitieboek. Er is niets verloren: typ hem nog eens. Let op hoofdletters.",
        "This is not the passphrase of this notebook. Nothing is lost: type it again. Check the capitals.";
    /// Nothing was typed.
    locked_empty => "Er is nog niets getypt.", "Nothing was typed yet.";
    /// The sealed place does not open with these keys, or makes no sense.
    locked_damaged =>
        "Het notitieboek is open, maar de plaats waar u was kon niet worden teruggehaald. Begin bij de lijst van \
         bijeenkomsten; wat niet was opgeslagen staat daar als versie die bleef liggen.",
        "The notebook is open, but the place where you were could not be brought back. Begin at the list of \
what was not saved is there as a version that was left behind.|what was not saved is there as a version that was left behind.
         meetings; what was not saved is there as a version that was left behind.";
    /// After leaving a locked program whose last work lies in the notebook as an unfinished save.
    locked_left_behind =>
        "Het laatste dat u typte was nog niet opgeslagen toen Pallium vergrendelde. Het staat in het notitieboek, en \
         Pallium vraagt er bij de volgende start naar.",
        "What you typed last was not saved yet when Pallium was locked. It is in the notebook, and Pallium asks \
         about it at the next start.";
    /// Leaving a locked program with unsaved work, where nothing can be written.
    locked_cannot_leave =>
        "Afsluiten kan nu niet: het laatste is nog niet opgeslagen en er kon nergens een kopie worden geschreven. \
         Ontgrendel, of maak ruimte op de schijf.",
        "Quitting is not possible now: the latest changes are not saved yet, and no copy could be written anywhere. \
         Unlock, or free some space on the disk.";
    /// The program cannot be locked.
    lock_refused =>
        "Vergrendelen is niet gelukt, en er is niets veranderd. Sluit Pallium af als u wegloopt.",
        "Locking failed, and nothing changed. Quit Pallium when you walk away.";
    /// Ctrl+L where there is no passphrase.
    lock_without_passphrase =>
        "Vergrendelen kan hier niet, want dit notitieboek heeft geen wachtzin. Sluit Pallium af als u wegloopt.",
        "Locking is not possible here, because this notebook has no passphrase. Quit Pallium when you walk away.";
    /// What Ctrl+L does.
    key_lock => "vergrendelen", "lock";
    /// What the word for locking does, line by line.
    linear_lock => "vergrendelen met de wachtzin", "lock with the passphrase";
    /// A row of the first screen.
    start_lock => "Vergrendelen", "Lock";
    /// A heading of the settings.
    settings_lock_meeting => "Vanzelf vergrendelen, met een open bijeenkomst", "Lock automatically, with a meeting open";
    /// A heading of the settings.
    settings_lock => "Vanzelf vergrendelen, zonder open bijeenkomst", "Lock automatically, without a meeting open";
    /// After unlocking, when the program made a recording before.
    unlocked_no_recording => "Ontgrendeld. De opname is bij het vergrendelen gestopt.", "Unlocked. The recording stopped when the program was locked.";
}

impl Language {
    /// After leaving a locked program whose last work was copied elsewhere.
    pub fn locked_copied(self, folder: &str) -> String {
        match self {
            Self::Dutch => format!(
                "Het laatste dat u typte was nog niet opgeslagen toen Pallium vergrendelde. Een versleutelde kopie staat in {folder}; open die met: pallium --data \"{folder}\"."
            ),
            Self::English => format!(
                "What you typed last was not saved yet when Pallium was locked. An encrypted copy is in {folder}; open it with: pallium --data \"{folder}\"."
            ),
        }
    }

    /// Somebody used the switch by which Pallium hands itself work.
    pub fn locked_nothing_handed(self, reason: &str) -> String {
        match self {
            Self::Dutch => format!(
                "--locked-fd is er alleen voor Pallium zelf, en hier is niets overgedragen ({reason}). Start Pallium zonder die aanwijzing."
            ),
            Self::English => format!(
                "--locked-fd is for Pallium itself only, and nothing was handed over here ({reason}). Start Pallium without it."
            ),
        }
    }

    /// A time after which the program locks itself.
    pub fn lock_after(self, minutes: u16) -> String {
        match self {
            Self::Dutch if minutes == 1 => "na 1 minuut zonder toets".to_owned(),
            Self::Dutch => format!("na {minutes} minuten zonder toets"),
            Self::English if minutes == 1 => "after 1 minute without a keystroke".to_owned(),
            Self::English => format!("after {minutes} minutes without a keystroke"),
        }
    }
}
