//! What the program says about backups: making one, putting one back, and what is wrong with one.

use crate::words::language::{Language, sentences};

sentences! {
    /// More than one backup can hold.
    backup_too_much =>
        "Het notitieboek heeft meer bestanden dan in één reservekopie passen. Er is geen reservekopie gemaakt; kopieer de map van het notitieboek zelf.",
        "The notebook has more files than fit into one backup. No backup was made; copy the folder of the notebook itself.";
    /// Why a file in a backup is refused: its path.
    refused_path => "dat is geen plaats in een notitieboek", "that is not a place in a notebook";
    /// Why a file in a backup is refused: a link, device or folder.
    refused_no_file => "dat is een verwijzing, map of apparaat", "that is a link, folder or device";
    /// Why a file in a backup is refused: its size.
    refused_too_large => "dat is groter dan een bestand van Pallium kan zijn", "that is larger than any file of Pallium";
    /// Why a file in a backup is refused: it is there twice.
    refused_twice => "dat staat er twee keer in", "that is in it twice";

    /// What a backup is not.
    backup_advice =>
        "Bewaar de reservekopie niet alleen op deze computer. Zij is niet versleuteld: iedereen die het bestand heeft, kan alles lezen.",
        "Do not keep the backup on this computer only. It is not encrypted: whoever has the file can read everything.";
    /// Heading of what would be done.
    restore_intended => "Vergeleken met dit notitieboek:", "Compared with this notebook:";
    /// The question for something that is newer here.
    restore_question =>
        "Hier nieuwer: vervangen? (j = ja, n = nee, a = alles vervangen, g = geen enkele) [n] ",
        "Newer here: replace? (y = yes, n = no, a = replace all, o = none of them) [n] ";
    /// An answer that was not understood.
    restore_again => "Typ j, n, a of g.", "Type y, n, a or o.";
    /// Nobody could be asked.
    restore_nobody_asked =>
        "Wat hier nieuwer is, is niet vervangen. Wilt u dat wel, geef dan --newer replace mee; wilt u het zo laten, --newer keep.",
        "What is newer here was not replaced. Use --newer replace to have it replaced, or --newer keep to leave it as it is.";
    /// What was newer here and stayed.
    restore_newer_stayed => "Niet vervangen, want hier nieuwer:", "Not replaced, because newer here:";
    /// Everything is here.
    restore_done => "Alles uit de reservekopie staat nu in het notitieboek.", "Everything in the backup is now in the notebook.";
    /// Everything is here that was asked for.
    restore_done_as_asked =>
        "De rest van de reservekopie staat nu in het notitieboek.",
        "The rest of the backup is now in the notebook.";
    /// Not everything came back.
    restore_not_done =>
        "Niet alles is teruggezet. Er is niets verloren: los op wat hierboven staat en zet de reservekopie nog eens terug.",
        "Not everything was restored. Nothing is lost: resolve the problems above and restore the backup again.";
    /// What was in place of something is still there.
    restore_kept =>
        "Wat vervangen is, is eerst apart gezet: van een bijeenkomst als eerdere versie in de map history, van een checklist of instelling ernaast met \".replaced\" in de naam.",
        "What was replaced was kept first: of a meeting as an earlier version in the folder history, of a checklist or setting beside it with \".replaced\" in its name.";
}

/// Sentences with parameters.
impl Language {
    /// Something of that name is there already.
    pub fn backup_exists(self, path: &str) -> String {
        match self {
            Self::Dutch => format!(
                "{path} bestaat al en wordt niet overschreven. Er is geen reservekopie gemaakt; kies een andere naam, bijvoorbeeld met de datum erin."
            ),
            Self::English => format!(
                "{path} already exists and is not overwritten. No backup was made; choose another name, for example with the date in it."
            ),
        }
    }

    /// A backup within the notebook.
    pub fn backup_inside(self, path: &str) -> String {
        match self {
            Self::Dutch => format!(
                "{path} ligt in het notitieboek zelf en zou daarmee verloren gaan. Er is geen reservekopie gemaakt; kies een andere map, het liefst op een andere schijf."
            ),
            Self::English => format!(
                "{path} is in the notebook itself and would be lost with it. No backup was made; choose another folder, on another disk if you can."
            ),
        }
    }

    /// Not everything can be read; `problems` are whole sentences.
    pub fn backup_incomplete(self, problems: &[String]) -> String {
        let problems = problems.join("\n\n");
        match self {
            Self::Dutch => format!(
                "Er is geen reservekopie gemaakt, want zij zou niet compleet zijn.\n\n{problems}\n\nLos dit op en maak de reservekopie opnieuw. \"pallium doctor\" kijkt het hele notitieboek na."
            ),
            Self::English => format!(
                "No backup was made, because it would not be complete.\n\n{problems}\n\nResolve this and make the backup again. \"pallium doctor\" examines the whole notebook."
            ),
        }
    }

    /// What was read back is not what was written.
    pub fn backup_not_verified(self, path: &str) -> String {
        match self {
            Self::Dutch => format!(
                "De reservekopie is teruggelezen en klopte niet; zij is weggegooid ({path}). Gebruik een andere schijf: deze is niet te vertrouwen."
            ),
            Self::English => format!(
                "The backup was read back and was not right; it was not kept ({path}). Use another disk: this one cannot be trusted."
            ),
        }
    }

    /// The disk does not give or take the backup.
    pub fn backup_fault(self, path: &str, reason: &str) -> String {
        match self {
            Self::Dutch => {
                format!("Het lukt niet met {path}: {reason}. Los dit op of kies een andere plaats.")
            }
            Self::English => {
                format!("{path} cannot be used: {reason}. Resolve this or choose another place.")
            }
        }
    }

    /// No backup.
    pub fn backup_foreign(self, path: &str) -> String {
        match self {
            Self::Dutch => format!(
                "{path} is geen reservekopie van Pallium. Er is niets veranderd; kies het bestand dat \"pallium backup\" heeft gemaakt."
            ),
            Self::English => format!(
                "{path} is not a Pallium backup. Nothing was changed; choose the file that \"pallium backup\" made."
            ),
        }
    }

    /// A backup of a newer program.
    pub fn backup_newer(self, path: &str) -> String {
        match self {
            Self::Dutch => format!(
                "{path} is gemaakt met een nieuwere Pallium. Er is niets veranderd; zet haar terug met een nieuwere Pallium."
            ),
            Self::English => {
                format!(
                    "{path} was made by a newer Pallium. Nothing was changed; restore it with a newer Pallium."
                )
            }
        }
    }

    /// A backup whose end is missing.
    pub fn backup_cut(self, path: &str) -> String {
        match self {
            Self::Dutch => format!(
                "Van {path} ontbreekt het einde: het kopiëren is misschien onderbroken. Er is niets veranderd; kopieer het bestand opnieuw of gebruik een andere reservekopie."
            ),
            Self::English => format!(
                "The end of {path} is missing: copying it may have been interrupted. Nothing was changed; copy the file again or use another backup."
            ),
        }
    }

    /// A backup in which something is not as it was written.
    pub fn backup_damaged(self, path: &str, inside: Option<&str>) -> String {
        match (self, inside) {
            (Self::Dutch, Some(inside)) => format!(
                "{path} is beschadigd, bij of na {inside}. Er is niets veranderd; gebruik een andere reservekopie. Met een gewoon tar-programma is te zien wat er nog in staat."
            ),
            (Self::Dutch, None) => format!(
                "{path} is beschadigd. Er is niets veranderd; gebruik een andere reservekopie. Met een gewoon tar-programma is te zien wat er nog in staat."
            ),
            (Self::English, Some(inside)) => format!(
                "{path} is damaged, at or after {inside}. Nothing was changed; use another backup. An ordinary tar program shows what is still in it."
            ),
            (Self::English, None) => format!(
                "{path} is damaged. Nothing was changed; use another backup. An ordinary tar program shows what is still in it."
            ),
        }
    }

    /// A backup with something in it that no backup has.
    pub fn backup_refused(self, path: &str, inside: &str, why: &str) -> String {
        match self {
            Self::Dutch => format!(
                "{path} bevat \"{inside}\", en {why}. Zo maakt Pallium geen reservekopie: vertrouw dit bestand niet. Er is niets veranderd."
            ),
            Self::English => format!(
                "{path} contains \"{inside}\", and {why}. Pallium does not make backups like that: do not trust this file. Nothing was changed."
            ),
        }
    }

    /// What is in a backup.
    pub fn backup_counts(self, meetings: usize, beside: usize, earlier: usize, checklists: usize) -> String {
        let count = |number: usize, one: &str, more: &str| match number {
            0 => None,
            1 => Some(format!("1 {one}")),
            number => Some(format!("{number} {more}")),
        };
        let words = match self {
            Self::Dutch => [
                count(beside, "tweede versie", "tweede versies"),
                count(earlier, "eerdere versie", "eerdere versies"),
                count(checklists, "eigen checklist", "eigen checklists"),
            ],
            Self::English => [
                count(beside, "second version", "second versions"),
                count(earlier, "earlier version", "earlier versions"),
                count(checklists, "checklist of your own", "checklists of your own"),
            ],
        };
        let meetings = match (self, meetings) {
            (Self::Dutch, 1) => "1 bijeenkomst".to_owned(),
            (Self::Dutch, number) => format!("{number} bijeenkomsten"),
            (Self::English, 1) => "1 meeting".to_owned(),
            (Self::English, number) => format!("{number} meetings"),
        };
        std::iter::once(meetings).chain(words.into_iter().flatten()).collect::<Vec<_>>().join(", ")
    }

    /// A size in units that people read.
    pub fn size(self, bytes: u64) -> String {
        let (unit, name) = match bytes {
            ..1_000 => return format!("{bytes} bytes"),
            1_000..1_000_000 => (1_000, "kB"),
            1_000_000..1_000_000_000 => (1_000_000, "MB"),
            _ => (1_000_000_000, "GB"),
        };
        let tenths = bytes / (unit / 10);
        let comma = match self {
            Self::Dutch => ',',
            Self::English => '.',
        };
        format!("{}{comma}{} {name}", tenths / 10, tenths % 10)
    }

    /// A backup that was made and read back.
    pub fn backup_made(self, path: &str, counts: &str, size: &str) -> String {
        match self {
            Self::Dutch => {
                format!("De reservekopie staat in {path}: {counts} ({size}). Alles is teruggelezen en klopt.")
            }
            Self::English => {
                format!("The backup is in {path}: {counts} ({size}). All of it was read back and verified.")
            }
        }
    }

    /// A backup that was read whole; `made` is a day and time.
    pub fn backup_found(self, path: &str, made: &str, counts: &str, size: &str) -> String {
        match self {
            Self::Dutch => {
                format!("{path}, gemaakt op {made}: {counts} ({size}). Alles is nagelezen en klopt.")
            }
            Self::English => {
                format!("{path}, made on {made}: {counts} ({size}). All of it was read and verified.")
            }
        }
    }

    /// How many files of a backup are not here.
    pub fn restore_new(self, count: usize) -> String {
        match self {
            Self::Dutch => format!("  {count} nog niet hier: komt erbij"),
            Self::English => format!("  {count} not here yet: will be added"),
        }
    }

    /// How many files of a backup are here already.
    pub fn restore_same(self, count: usize) -> String {
        match self {
            Self::Dutch => format!("  {count} hier hetzelfde: blijft zo"),
            Self::English => format!("  {count} the same here: stays as it is"),
        }
    }

    /// How many files are older here.
    pub fn restore_older(self, count: usize) -> String {
        match self {
            Self::Dutch => {
                format!("  {count} hier ouder: wordt vervangen, de versie van hier wordt apart gezet")
            }
            Self::English => format!("  {count} older here: will be replaced, the version here is kept"),
        }
    }

    /// How many files are newer here.
    pub fn restore_newer(self, count: usize) -> String {
        match self {
            Self::Dutch => format!("  {count} hier nieuwer: blijft, tenzij u anders kiest"),
            Self::English => format!("  {count} newer here: stays unless you choose otherwise"),
        }
    }

    /// How many files are damaged here.
    pub fn restore_damaged(self, count: usize) -> String {
        match self {
            Self::Dutch => format!("  {count} hier beschadigd: wordt opzij gezet en hersteld"),
            Self::English => format!("  {count} damaged here: will be set aside and repaired"),
        }
    }

    /// How many files stay because one of the two cannot be read.
    pub fn restore_unclear(self, count: usize) -> String {
        match self {
            Self::Dutch => format!("  {count} niet te vergelijken: blijft zoals het hier is"),
            Self::English => format!("  {count} cannot be compared: stays as it is here"),
        }
    }

    /// A meeting by its day, its group and its identifier.
    pub fn restore_meeting(self, day: &str, group: &str, id: &str) -> String {
        match self {
            Self::Dutch => format!("De bijeenkomst van {day}, {group} ({id})"),
            Self::English => format!("The meeting of {day}, {group} ({id})"),
        }
    }

    /// How many files came, and how many were replaced.
    pub fn restored(self, added: usize, replaced: usize, same: usize) -> String {
        match self {
            Self::Dutch => format!("Teruggezet: {added} erbij, {replaced} vervangen; {same} stonden er al."),
            Self::English => {
                format!("Restored: {added} added, {replaced} replaced; {same} were here already.")
            }
        }
    }

    /// Something damaged was replaced, and a copy of it was kept.
    pub fn restore_repaired(self, what: &str, aside: &str) -> String {
        match self {
            Self::Dutch => format!(
                "{what} was hier beschadigd en is hersteld uit de reservekopie. Het beschadigde bestand staat nu in {aside}; u kunt het verwijderen als alles er weer is."
            ),
            Self::English => format!(
                "{what} was damaged here and was repaired from the backup. The damaged file was kept as {aside}; you may remove it once everything is back."
            ),
        }
    }

    /// Something that cannot be read in the backup.
    pub fn restore_damaged_there(self, what: &str) -> String {
        match self {
            Self::Dutch => format!(
                "{what} is in de reservekopie niet te lezen voor deze Pallium, en hier wel. Hier is niets vervangen."
            ),
            Self::English => format!(
                "{what} cannot be read by this Pallium in the backup, and can be read here. Nothing was replaced here."
            ),
        }
    }

    /// Something that stays because this program cannot judge what is here; `why` is a whole sentence.
    pub fn restore_left(self, what: &str, why: &str) -> String {
        match self {
            Self::Dutch => format!("{what} is niet teruggezet. {why}"),
            Self::English => format!("{what} was not restored. {why}"),
        }
    }

    /// Something that is open.
    pub fn restore_held(self, what: &str) -> String {
        match self {
            Self::Dutch => format!(
                "{what} is niet teruggezet, want iemand heeft deze bijeenkomst open. Sluit haar daar, of kies \"{}\" en sluit haar, en zet de reservekopie nog eens terug.",
                self.work_here_anyway()
            ),
            Self::English => format!(
                "{what} was not restored, because somebody has this meeting open. Close it there, or choose \"{}\" and close it, and restore the backup again.",
                self.work_here_anyway()
            ),
        }
    }

    /// Something that changed in between.
    pub fn restore_changed(self, what: &str) -> String {
        match self {
            Self::Dutch => {
                format!("{what} is intussen door een ander programma veranderd en is niet vervangen.")
            }
            Self::English => {
                format!("Meanwhile {what} was changed by another program, so it was not replaced.")
            }
        }
    }

    /// Something that the disk did not take.
    pub fn restore_failed(self, what: &str, reason: &str) -> String {
        match self {
            Self::Dutch => format!("{what} is niet teruggezet: {reason}. Wat hier stond, staat er nog."),
            Self::English => format!("{what} was not restored: {reason}. What was here is still here."),
        }
    }

    /// How many more there are of what was told.
    pub fn backup_and_more(self, count: usize) -> String {
        match self {
            Self::Dutch => format!("En nog {count}."),
            Self::English => format!("And {count} more."),
        }
    }
}
