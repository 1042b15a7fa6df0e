//! What the program says about the notebook on disk: what happened, where, and what to do now.

use crate::words::language::{Language, sentences};

sentences! {
    /// Reason: the disk is full.
    fault_no_space => "er is geen ruimte meer op de schijf", "there is no space left on the disk";
    /// Reason: no permission.
    fault_no_permission => "u hebt hier geen toestemming voor", "you do not have permission for this";
    /// Reason: a read-only file system.
    fault_read_only => "deze schijf of map mag alleen gelezen worden", "this disk or folder is read-only";
    /// Reason: not there.
    fault_not_found => "het bestand of de map is er niet (meer)", "the file or folder is not there (any more)";
    /// Reason: a name is too long or not allowed.
    fault_bad_name => "de naam is te lang of niet toegestaan", "the name is too long or not allowed";
    /// Reason: something that is no folder is in the way.
    fault_not_a_folder => "er staat iets anders op de plaats van een map", "something else is in the place of a folder";
    /// Reason: a link, pipe, device or folder instead of a file.
    fault_not_a_file => "het is geen gewoon bestand, maar een verwijzing, map of apparaat", "it is not an ordinary file but a link, folder or device";
    /// Reason: larger than any meeting can be.
    fault_too_large => "het bestand is groter dan Pallium kan lezen", "the file is larger than Pallium can read";
    /// Reason: the system limits the size of files.
    fault_size_limit =>
        "het systeem laat geen groter bestand toe", "the system does not allow a larger file";
    /// Reason: another program uses the file.
    fault_in_use => "een ander programma houdt het bestand vast", "another program is holding the file";
    /// Reason: the disk itself fails.
    fault_disk => "de schijf geeft een fout bij lezen of schrijven", "the disk reports an error in reading or writing";

    /// Advice: make room.
    save_advice_no_space => "Maak ruimte vrij", "Free some space";
    /// Advice: another folder.
    save_advice_permission => "Maak de map schrijfbaar of kies een andere map", "Make the folder writable or choose another folder";
    /// Advice: the folder went away.
    save_advice_not_found => "Kijk of de schijf of netwerkmap nog verbonden is", "Check whether the disk or network folder is still connected";
    /// Advice: the disk fails.
    save_advice_disk => "Kies een map op een andere schijf", "Choose a folder on another disk";
    /// Advice while work is not saved: the disk fails.
    save_advice_disk_of_work => "Sluit Pallium niet af en kies een map op een andere schijf.", "Do not quit Pallium and choose a folder on another disk.";
    /// Advice while work is not saved: there is nothing else to do.
    save_advice_wait => "Uw werk staat nog in het geheugen; Pallium probeert het opnieuw.", "Your work is still in memory; Pallium will try again.";
    /// Behind advice while work is not saved.
    save_tries_again => "; Pallium probeert het opnieuw.", "; Pallium will try again.";

    /// Advice on a file that cannot be reached.
    read_advice_reach => "Het bestand is niet veranderd. Los dit op en open het opnieuw.", "The file was not changed. Resolve this and open it again.";
    /// Advice on a damaged file.
    read_advice_damaged => "Het bestand is niet veranderd en de andere bijeenkomsten zijn gewoon te openen. Herstel deze regel in een tekstprogramma of zet een reservekopie terug.", "The file was not changed and the other meetings can be opened. Correct this line in a text editor or restore a backup.";
    /// Advice on a file that is damaged as a whole.
    read_advice_whole => "Het bestand is niet veranderd en de andere bijeenkomsten zijn gewoon te openen. Zet een eerdere versie of een reservekopie terug.", "The file was not changed and the other meetings can be opened. Restore an earlier version or a backup.";
    /// Advice on a file of a newer program.
    read_advice_newer => "Open het met een nieuwere Pallium; het bestand is niet veranderd.", "Open it with a newer Pallium; the file was not changed.";
    /// Advice on a file that has another name than its content says.
    read_advice_name => "Geef het bestand zijn eigen naam terug; het is niet veranderd.", "Give the file its own name back; it was not changed.";

    /// Damage: nothing in it.
    damage_empty => "het bestand is leeg", "the file is empty";
    /// Damage: not Unicode.
    damage_not_text => "dit is geen tekst", "this is not text";
    /// Damage: not TOML.
    damage_syntax => "deze regel is niet te lezen", "this line cannot be read";
    /// Damage: a value of another form.
    damage_value => "de waarde op deze regel past hier niet", "the value on this line does not belong here";
    /// Damage: hostile characters in a key.
    damage_key => "deze regel heeft een naam met onzichtbare tekens", "this line has a name with invisible characters";
    /// Damage: the same patient twice.
    damage_same_patient => "een patiënt staat er twee keer in", "a patient is in it twice";
    /// Damage: the same participant twice.
    damage_same_participant => "een deelnemer staat er twee keer in", "a participant is in it twice";
    /// Damage: the same agreement twice.
    damage_same_agreement => "een afspraak staat er twee keer in", "an agreement is in it twice";
    /// A user whom the system does not name.
    somebody => "iemand", "somebody";
    /// Row: work here although another computer says that it has the meeting open.
    work_here_anyway => "Toch hier verder werken", "Work here anyway";
    /// Damage: the same checklist pinned twice.
    damage_same_definition => "een checklist staat er twee keer in", "a checklist is in it twice";
    /// Damage: sealed in a way that cannot be opened.
    damage_sealed => "de versleutelde inhoud is niet te openen", "the encrypted content cannot be opened";
    /// Damage: a definition that is not the text that was pinned.
    damage_hash => "de inhoud is niet meer die van toen", "the content is no longer what it was";

    /// The folder of the notebook cannot be found out.
    no_notebook_place => "Pallium kan niet vinden waar uw gegevens horen. Noem een map met --data MAP.", "Pallium cannot find out where your data belong. Name a folder with --data DIR.";
    /// A checklist of the meeting is not at hand.
    save_without_definition => "Opslaan is niet gelukt: een checklist die bij deze bijeenkomst hoort, ontbreekt. Uw werk staat nog in het geheugen; open de checklist opnieuw.", "Saving failed: a checklist that belongs to this meeting is missing. Your work is still in memory; open the checklist again.";
    /// The meeting outgrew what can be read back.
    save_too_large => "Opslaan is niet gelukt: deze bijeenkomst is groter dan Pallium kan teruglezen. Begin een nieuwe bijeenkomst voor de overige patiënten.", "Saving failed: this meeting is larger than Pallium can read back. Start a new meeting for the other patients.";
    /// The record cannot be written as text.
    save_not_written => "Opslaan is niet gelukt door een fout in Pallium. Uw werk staat nog in het geheugen; meld dit.", "Saving failed because of a fault in Pallium. Your work is still in memory; please report this.";
}

/// Whose something is that the system keeps from this user.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Whose {
    /// The number of its owner.
    pub owner: u32,
    /// Their name, where the system knows one.
    pub name: Option<String>,
    /// Who asked.
    pub me: String,
    /// The file or folder.
    pub path: String,
    /// Whether it stands in a folder of whoever asks, so that it is theirs to be given.
    pub is_within_own: bool,
}

/// Sentences with parameters. Paths and texts come in clean.
impl Language {
    /// Reason: it belongs to another user; with what to do. What stands among one's own can be given back, the rest of the computer
    /// is no place for it.
    pub fn fault_whose(self, whose: &Whose) -> String {
        let owner = match &whose.name {
            _ if whose.owner == 0 => "root".to_owned(),
            Some(name) => self.user_named(name),
            None => self.user_with_number(whose.owner),
        };
        if whose.is_within_own {
            self.fault_of_other(&owner, &whose.me, &whose.path)
        } else {
            self.fault_elsewhere(&owner, &whose.path)
        }
    }

    /// Reason: something that the program has no words for.
    pub fn fault_of_other(self, owner: &str, me: &str, path: &str) -> String {
        match self {
            Self::Dutch => format!(
                "het is van {owner}, en u mag er niet bij; wie deze computer beheert, geeft het u met: sudo chown -R {me} \"{path}\""
            ),
            Self::English => format!(
                "it belongs to {owner}, and you do not have access to it; whoever manages this computer can give it to you with: sudo chown -R {me} \"{path}\""
            ),
        }
    }

    /// Reason: it belongs to another user, and is nothing of this one.
    pub fn fault_elsewhere(self, owner: &str, path: &str) -> String {
        match self {
            Self::Dutch => format!(
                "\"{path}\" is van {owner}, en u mag er niet bij; kies een andere plaats, of vraag wie deze computer beheert om toegang"
            ),
            Self::English => format!(
                "\"{path}\" belongs to {owner}, and you do not have access to it; choose another place, or ask whoever manages this computer for access"
            ),
        }
    }

    /// The administrator works in the notebook of somebody else; said before anything is written.
    pub fn administrator_here(self, owner: u32, folder: &str) -> String {
        let owner = self.user_with_number(owner);
        match self {
            Self::Dutch => format!(
                "Let op: u werkt als root in het notitieboek van {owner} ({folder}). Wat hier gemaakt wordt, blijft van die gebruiker; werk liever als die gebruiker zelf."
            ),
            Self::English => format!(
                "Note: you are working as root in the notebook of {owner} ({folder}). What is made here remains that user's; it is better to work as that user."
            ),
        }
    }

    /// A user of the computer by name.
    pub fn user_named(self, name: &str) -> String {
        match self {
            Self::Dutch => format!("gebruiker {name}"),
            Self::English => format!("user {name}"),
        }
    }

    /// A user of the computer of whom only the number is known.
    pub fn user_with_number(self, number: u32) -> String {
        match self {
            Self::Dutch => format!("gebruiker {number}"),
            Self::English => format!("user {number}"),
        }
    }

    /// Reason: anything else, in the words of the system.
    pub fn fault_other(self, system: &str) -> String {
        match self {
            Self::Dutch => format!("het systeem meldt \"{system}\""),
            Self::English => format!("the system says \"{system}\""),
        }
    }

    /// The notebook cannot be opened.
    pub fn notebook_failed(self, path: &str, reason: &str) -> String {
        match self {
            Self::Dutch => format!(
                "De map voor uw gegevens ({path}) is niet te gebruiken: {reason}. Los dit op, of kies een andere map met --data MAP."
            ),
            Self::English => format!(
                "The folder for your data ({path}) cannot be used: {reason}. Resolve this, or choose another folder with --data DIR."
            ),
        }
    }

    /// The folder for temporary files does not take the demonstration.
    pub fn demo_folder_failed(self, path: &str, reason: &str) -> String {
        match self {
            Self::Dutch => format!(
                "De demonstratie heeft de map voor tijdelijke bestanden nodig ({path}), en die is niet te gebruiken: {reason}. Los dit op, of noem een andere map in TMPDIR."
            ),
            Self::English => format!(
                "The demonstration needs the folder for temporary files ({path}), and that cannot be used: {reason}. Resolve this, or name another folder in TMPDIR."
            ),
        }
    }

    /// A save that did not succeed.
    pub fn save_failed(self, path: &str, reason: &str, advice: &str) -> String {
        match self {
            Self::Dutch => format!("Opslaan is niet gelukt: {reason} ({path}). {advice}"),
            Self::English => format!("Saving failed: {reason} ({path}). {advice}"),
        }
        .trim_end()
        .to_owned()
    }

    /// A save beside a file that changed while this program had it open.
    pub fn save_changed_outside(self, path: &str, kept: &str) -> String {
        match self {
            Self::Dutch => format!(
                "Een ander programma heeft {path} veranderd. Beide versies zijn er nog: die van u staat in {kept}. Vergelijk ze en kies."
            ),
            Self::English => format!(
                "Another program changed {path}. Both versions are still there: yours is in {kept}. Compare them and choose."
            ),
        }
    }

    /// A save beside a file that is damaged.
    pub fn save_target_damaged(self, path: &str, kept: &str) -> String {
        match self {
            Self::Dutch => format!(
                "{path} is beschadigd en wordt niet overschreven. Uw werk is opgeslagen in {kept}. Bewaar beide en laat ernaar kijken."
            ),
            Self::English => format!(
                "{path} is damaged and is not overwritten. Your work was saved in {kept}. Keep both and have them looked at."
            ),
        }
    }

    /// Settings that this program cannot read and so does not replace.
    pub fn settings_damaged(self, path: &str) -> String {
        match self {
            Self::Dutch => format!(
                "De instellingen in {path} zijn niet te lezen en worden niet overschreven. Herstel of verwijder dat bestand; tot dan gelden nieuwe instellingen alleen nu."
            ),
            Self::English => format!(
                "The settings in {path} cannot be read and are not overwritten. Correct or remove that file; until then new settings apply for now only."
            ),
        }
    }

    /// A file that cannot be read from the disk.
    pub fn read_failed(self, path: &str, reason: &str, advice: &str) -> String {
        match self {
            Self::Dutch => format!("{path} is niet te openen: {reason}. {advice}"),
            Self::English => format!("{path} cannot be opened: {reason}. {advice}"),
        }
    }

    /// A file that was read and makes no sense.
    pub fn read_damaged(self, path: &str, line: Option<usize>, what: &str, advice: &str) -> String {
        match (self, line) {
            (Self::Dutch, Some(line)) => format!("{path} is niet te lezen: regel {line}, {what}. {advice}"),
            (Self::Dutch, None) => format!("{path} is niet te lezen: {what}. {advice}"),
            (Self::English, Some(line)) => format!("{path} cannot be read: line {line}, {what}. {advice}"),
            (Self::English, None) => format!("{path} cannot be read: {what}. {advice}"),
        }
    }

    /// A file in a format that this program does not know yet.
    pub fn read_newer(self, path: &str, format: i64, known: u32, advice: &str) -> String {
        match self {
            Self::Dutch => format!(
                "{path} is gemaakt met een nieuwere Pallium (indeling {format}; deze versie kent tot en met {known}). {advice}"
            ),
            Self::English => format!(
                "{path} was made by a newer Pallium (format {format}; this version knows up to {known}). {advice}"
            ),
        }
    }

    /// A key that this program does not know.
    pub fn damage_unknown_key(self, key: &str, excerpt: &str) -> String {
        match self {
            Self::Dutch => format!("Pallium kent \"{key}\" hier niet: {excerpt}"),
            Self::English => format!("Pallium does not know \"{key}\" here: {excerpt}"),
        }
    }

    /// A key that must be there and is not.
    pub fn damage_missing_key(self, key: &str) -> String {
        match self {
            Self::Dutch => format!("\"{key}\" ontbreekt"),
            Self::English => format!("\"{key}\" is missing"),
        }
    }

    /// A file whose name is not what its content says.
    pub fn read_wrong_name(self, path: &str, advice: &str) -> String {
        match self {
            Self::Dutch => {
                format!("{path} heeft een andere naam dan de bijeenkomst die erin staat. {advice}")
            }
            Self::English => format!("The name of {path} is not that of the meeting in it. {advice}"),
        }
    }

    /// A copy of a meeting, byte for byte.
    pub fn file_is_copy(self, path: &str) -> String {
        match self {
            Self::Dutch => format!(
                "{path} is een kopie van een bijeenkomst die er zelf ook is, en is daaraan gelijk. De kopie mag weg."
            ),
            Self::English => {
                format!(
                    "{path} is a copy of a meeting that is also there itself, and equal to it. The copy may go."
                )
            }
        }
    }

    /// A second version of a meeting, kept when two programs wrote at once.
    pub fn file_is_conflict(self, path: &str) -> String {
        match self {
            Self::Dutch => {
                format!("{path} is een tweede versie van een bijeenkomst. Vergelijk beide en kies.")
            }
            Self::English => format!("{path} is a second version of a meeting. Compare both and choose."),
        }
    }

    /// A damaged file that was set aside.
    pub fn file_is_set_aside(self, path: &str) -> String {
        match self {
            Self::Dutch => format!(
                "{path} is beschadigd en opzij gezet; de bijeenkomst zelf is hersteld. Laat ernaar kijken, en haal het bestand daarna weg."
            ),
            Self::English => format!(
                "{path} is damaged and was set aside; the meeting itself was recovered. Have it looked at, and then remove the file."
            ),
        }
    }

    /// A file that the notebook did not put there.
    pub fn file_is_foreign(self, path: &str) -> String {
        match self {
            Self::Dutch => format!("{path} hoort niet bij Pallium en wordt overgeslagen."),
            Self::English => format!("{path} does not belong to Pallium and is skipped."),
        }
    }

    /// Work of an earlier time that was written but not put in its place.
    pub fn left_over_found(self, path: &str) -> String {
        match self {
            Self::Dutch => format!(
                "Pallium is de vorige keer onderbroken. In {path} staat werk dat nieuwer is dan de bijeenkomst zelf. Bekijk het en kies."
            ),
            Self::English => format!(
                "Pallium was interrupted last time. {path} holds work that is newer than the meeting itself. Look at it and choose."
            ),
        }
    }

    /// A meeting that another program has open.
    pub fn lock_held(self, path: &str) -> String {
        match self {
            Self::Dutch => format!(
                "Deze bijeenkomst is al geopend in een andere Pallium ({path}). U kunt haar hier alleen lezen."
            ),
            Self::English => format!(
                "This meeting is already open in another Pallium ({path}). You can only read it here."
            ),
        }
    }

    /// A meeting that another program has open, and who that is.
    pub fn lock_held_by(self, who: &str, place: &str, since: &str) -> String {
        match self {
            Self::Dutch => format!(
                "Deze bijeenkomst is al geopend: door {who} op {place}, sinds {since}. U kunt haar hier alleen lezen."
            ),
            Self::English => format!(
                "This meeting is already open: by {who} on {place}, since {since}. You can only read it here."
            ),
        }
    }

    /// A meeting that another computer says to have open.
    pub fn lock_elsewhere(self, who: &str, place: &str, since: &str) -> String {
        match self {
            Self::Dutch => format!(
                "Volgens een bestand in dit notitieboek heeft {who} deze bijeenkomst open op {place}, sinds {since}. U kunt haar hier lezen. Weet u zeker dat zij daar niet meer open is, kies dan \"{}\".",
                self.work_here_anyway()
            ),
            Self::English => format!(
                "According to a file in this notebook {who} has this meeting open on {place}, since {since}. You can read it here. If you are sure that it is no longer open there, choose \"{}\".",
                self.work_here_anyway()
            ),
        }
    }

    /// A second version of a meeting that stays where it is.
    pub fn not_put_away(self, path: &str) -> String {
        match self {
            Self::Dutch => format!(
                "{path} is niet weggelegd: het bestand is niet te lezen, of het is intussen veranderd. Het staat er nog. Open de bijeenkomst opnieuw en vergelijk de versies nog eens."
            ),
            Self::English => format!(
                "{path} was not put away: the file cannot be read, or it has changed in the meantime. It is still there. Open the meeting again and compare the versions once more."
            ),
        }
    }

    /// Files that nothing reads because of their names, where something is to be deleted.
    pub fn delete_passed_over(self, files: &str) -> String {
        match self {
            Self::Dutch => format!(
                "Dit staat ook in de map met bijeenkomsten, onder een naam waaronder Pallium niets leest; er wordt niets uit verwijderd. Geef het de naam die \"pallium doctor\" noemt, of kijk het zelf na:\n{files}"
            ),
            Self::English => format!(
                "This is in the folder of meetings too, under a name that Pallium does not read; nothing is deleted from it. Give it the name that \"pallium doctor\" states, or check it yourself:\n{files}"
            ),
        }
    }

    /// A meeting that cannot be held for this program alone.
    pub fn lock_failed(self, path: &str, reason: &str) -> String {
        match self {
            Self::Dutch => format!(
                "Pallium kan deze bijeenkomst niet voor u vasthouden: {reason} ({path}). U kunt haar lezen; los dit op om te schrijven."
            ),
            Self::English => format!(
                "Pallium cannot hold this meeting for you: {reason} ({path}). You can read it; resolve this to write."
            ),
        }
    }
}
