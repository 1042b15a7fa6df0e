//! What the program says about protecting a notebook: passphrase, recovery key, and what is sealed.

use crate::words::language::{Language, sentences};

sentences! {
    /// A command.
    cli_protect =>
        "Versleutel het notitieboek met een wachtzin, of verander de wachtzin",
        "Encrypt the notebook with a passphrase, or change the passphrase";
    /// Usage of a command.
    cli_usage_protect =>
        "pallium protect [OPTIES] [--change|--recover|--new-recovery-key|--disk-is-encrypted]",
        "pallium protect [OPTIONS] [--change|--recover|--new-recovery-key|--disk-is-encrypted]";
    /// An option.
    cli_option_change => "Kies een andere wachtzin", "Choose another passphrase";
    /// An option.
    cli_option_recover =>
        "Kies een nieuwe wachtzin met de herstelsleutel",
        "Choose a new passphrase with the recovery key";
    /// An option.
    cli_option_disk_is_encrypted =>
        "Leg vast dat de schijf zelf versleuteld is; het notitieboek wordt dan niet versleuteld",
        "Record that the disk itself is encrypted; the notebook is not encrypted then";
    /// An option.
    cli_option_passphrase_fd =>
        "Lees de wachtzin van dit invoerkanaal (0 is de standaardinvoer) in plaats van hem te vragen",
        "Read the passphrase from this file descriptor (0 is the standard input) instead of asking";
    /// The name of a value.
    cli_value_descriptor => "NUMMER", "NUMBER";

    /// The question at every start.
    ask_passphrase => "Wachtzin van dit notitieboek (wat u typt, blijft onzichtbaar): ", "Passphrase of this notebook (what you type stays invisible): ";
    /// The question before the passphrase changes.
    ask_old_passphrase => "Wachtzin van nu: ", "Current passphrase: ";
    /// The question for a new passphrase.
    ask_new_passphrase => "Nieuwe wachtzin (wat u typt, blijft onzichtbaar): ", "New passphrase (what you type stays invisible): ";
    /// The same a second time.
    ask_passphrase_again => "Nog een keer dezelfde wachtzin: ", "The same passphrase once more: ";
    /// The question for the passphrase of a backup.
    ask_backup_passphrase => "Wachtzin van de reservekopie: ", "Passphrase of the backup: ";
    /// The question for the recovery key.
    ask_recovery => "Herstelsleutel: ", "Recovery key: ";
    /// The recovery key typed back from paper.
    ask_recovery_back =>
        "Typ de herstelsleutel over van uw papier: ",
        "Type the recovery key from your paper: ";
    /// The passphrase does not open the notebook.
    key_wrong => "Deze wachtzin of sleutel past niet.", "This passphrase or key is not the right one.";
    /// After another wrong passphrase.
    passphrase_again =>
        "Dit is niet de wachtzin van dit notitieboek. Probeer het nog eens, en let op hoofdletters.",
        "This is not the passphrase of this notebook. Try again, and check the capitals.";
    /// After the last one.
    passphrase_refused =>
        "Deze wachtzin past niet. Er is niets veranderd. Weet u hem niet meer? Met \"pallium protect --recover\" en de herstelsleutel kiest u een nieuwe.",
        "This is not the passphrase. Nothing was changed. Have you forgotten it? With \"pallium protect --recover\" and the recovery key you choose a new one.";
    /// The bytes of a passphrase are no text.
    passphrase_no_text =>
        "Deze wachtzin bevat bytes die geen UTF-8 zijn, zoals een bestand in Latin-1 ze heeft. Er is niets veranderd. Sla het bestand op als UTF-8, of typ de wachtzin.",
        "This passphrase has bytes that are not UTF-8, as in a file in Latin-1. Nothing was changed. Save the file as UTF-8, or type the passphrase.";
    /// Nobody typed one.
    passphrase_none => "Er is geen wachtzin gegeven. Er is niets veranderd.", "No passphrase was given. Nothing was changed.";
    /// Nobody can be asked.
    passphrase_unasked =>
        "Dit notitieboek is versleuteld en er is niemand om de wachtzin aan te vragen. Start Pallium in een terminalvenster, of geef de wachtzin met --passphrase-fd NUMMER.",
        "This notebook is encrypted and nobody is there to ask for the passphrase. Start Pallium in a terminal, or give the passphrase with --passphrase-fd NUMBER.";
    /// Nobody can be asked for something new.
    protect_unasked =>
        "Hiervoor moet u iets kunnen typen. Start Pallium in een terminalvenster, of geef de antwoorden met --passphrase-fd NUMMER.",
        "This needs you to type something. Start Pallium in a terminal, or give the answers with --passphrase-fd NUMBER.";
    /// Two that are not the same.
    passphrase_differs => "De twee wachtzinnen zijn niet gelijk. Begin opnieuw.", "The two passphrases are not the same. Begin again.";
    /// Without randomness nothing is safe.
    key_no_randomness =>
        "Het systeem geeft geen toevalsgetallen; zonder die is versleutelen niet veilig. Er is niets veranderd. Start de computer opnieuw op en probeer het nog eens.",
        "The system provides no random numbers, and without them encryption is not safe. Nothing was changed. Restart the computer and try again.";
    /// By a clock that stands still nobody can measure what a passphrase costs.
    key_clock_stands =>
        "De klok van deze computer staat stil, en zonder klok kan de wachtzin niet gebruikt worden. Er is niets veranderd. Laat de klok weer lopen en probeer het nog eens.",
        "The clock of this computer has stopped, and without a clock the passphrase cannot be used. Nothing was changed. Start the clock again and try once more.";

    /// Before a new passphrase is asked for.
    protect_introduction =>
        "Kies een wachtzin: een paar woorden die u onthoudt en niemand raadt. Pallium vraagt die bij elke start. Zonder de wachtzin en zonder de herstelsleutel kan niemand het notitieboek nog lezen, ook de makers van Pallium niet.",
        "Choose a passphrase: a few words that you will remember and nobody will guess. Pallium asks for it at every start. Without the passphrase and without the recovery key nobody can read the notebook any more, not even the makers of Pallium.";
    /// After the recovery key.
    recovery_advice =>
        "Schrijf hem op papier en leg dat op een veilige plaats, niet bij deze computer. Hij wordt nu één keer getoond.",
        "Write it on paper and keep that in a safe place, not with this computer. It is shown once, now.";
    /// The recovery key is not the one that was shown.
    recovery_other =>
        "Dit is niet de sleutel die hierboven staat. Kijk hem na en typ hem opnieuw.",
        "This is not the key above. Check it and type it again.";
    /// Nobody wrote the recovery key down.
    recovery_not_checked =>
        "De herstelsleutel is drie keer verkeerd overgetypt. Er is niets versleuteld en deze sleutel geldt niet: streep hem door. Begin opnieuw.",
        "The recovery key was typed wrongly three times. Nothing is encrypted and this key is not valid: cross it out. Start again.";
    /// Somebody went away instead of typing the recovery key back.
    recovery_left =>
        "U bent gestopt. Er is niets versleuteld en deze sleutel geldt niet: streep hem door. Begin opnieuw.",
        "You stopped. Nothing is encrypted and this key is not valid: cross it out. Start again.";
    /// Somebody went away instead of typing a new recovery key back.
    recovery_renewal_left =>
        "U bent gestopt. De oude herstelsleutel geldt nog. De nieuwe geldt niet: streep hem door.",
        "You stopped. The old recovery key is still valid. The new one is not: cross it out.";
    /// Somebody went away instead of typing the recovery key.
    recovery_not_given => "U bent gestopt. Er is niets veranderd.", "You stopped. Nothing was changed.";
    /// A recovery key in which a sign is another one.
    recovery_check =>
        "Er zit een typefout in: een teken is anders, of twee zijn verwisseld.",
        "There is a typing error in it: a character is wrong, or two are swapped.";
    /// A recovery key of another notebook.
    recovery_refused =>
        "Deze herstelsleutel past niet. Misschien is er later een nieuwe gemaakt: zoek het nieuwste papier. Er is niets veranderd.",
        "This recovery key is not the right one. Perhaps a new one was made later: look for the newest paper. Nothing was changed.";
    /// After everything, where nothing was readable before.
    protect_paper =>
        "Bewaar het papier met de herstelsleutel goed, en niet bij deze computer.",
        "Keep the paper with the recovery key safe, and not with this computer.";
    /// What backups are not.
    protect_earlier =>
        "Let op: reservekopieën van vóór vandaag zijn niet versleuteld. Maak een nieuwe met \"pallium backup\" en vernietig de oude. Wat van de schijf verdween, kan op een SSD nog een tijd te vinden zijn.",
        "Note: backups from before today are not encrypted. Make a new one with \"pallium backup\" and destroy the old ones. What was deleted from the disk may still be recoverable from an SSD for some time.";
    /// Everything was sealed before.
    protect_complete =>
        "Dit notitieboek is al helemaal versleuteld. Een andere wachtzin kiest u met \"pallium protect --change\".",
        "All of this notebook is already encrypted. With \"pallium protect --change\" you choose another passphrase.";
    /// Going on with what was broken off.
    protect_going_on =>
        "Het versleutelen was onderbroken; Pallium gaat verder waar het was.",
        "The encryption was interrupted; Pallium picks up where it left off.";
    /// The passphrase was changed.
    passphrase_changed =>
        "De wachtzin is veranderd. De herstelsleutel blijft dezelfde. Reservekopieën van eerder openen nog met de oude wachtzin.",
        "The passphrase was changed. The recovery key stays the same. Earlier backups still open with the old passphrase.";
    /// There is nothing to change.
    protect_not_sealed =>
        "Dit notitieboek is niet versleuteld. Versleutel het eerst met \"pallium protect\".",
        "This notebook is not encrypted. Encrypt it first with \"pallium protect\".";
    /// The disk need not be encrypted.
    protect_disk_needless =>
        "Dit notitieboek is al versleuteld; een verklaring over de schijf is niet nodig. Er is niets veranderd.",
        "This notebook is already encrypted; a statement about the disk is not needed. Nothing was changed.";
    /// Another program changes the keys.
    protect_busy =>
        "Een andere Pallium is dit notitieboek aan het versleutelen. Wacht tot die klaar is.",
        "Another Pallium is encrypting this notebook. Wait until it is done.";
    /// Another program keeps writing.
    protect_restless =>
        "Een ander programma schrijft steeds in dit notitieboek. Sluit elke andere Pallium en geef \"pallium protect\" nog eens.",
        "Another program keeps writing to this notebook. Close every other Pallium and run \"pallium protect\" again.";
    /// Sealing was broken off.
    found_under_way =>
        "Het versleutelen van dit notitieboek is onderbroken: een deel is nog leesbaar. Geef \"pallium protect\" nog eens; dat gaat verder waar het was.",
        "The encryption of this notebook was interrupted: part of it can still be read. Run \"pallium protect\" again; it picks up where it left off.";

    /// How the notebook is protected.
    protection_sealed => "Het notitieboek is versleuteld.", "The notebook is encrypted.";
    /// How the notebook is protected.
    protection_none =>
        "Het notitieboek is niet versleuteld: alleen voor verzonnen patiënten. \"pallium protect\" versleutelt het.",
        "The notebook is not encrypted: for fictional patients only. \"pallium protect\" encrypts it.";
    /// A save into a notebook that was sealed meanwhile.
    save_sealed =>
        "Opslaan is niet gelukt: dit notitieboek is intussen versleuteld. Uw werk staat nog in het geheugen; bewaar een noodkopie en start Pallium opnieuw.",
        "Saving failed: this notebook has been encrypted in the meantime. Your work is still in memory; keep a rescue copy and start Pallium again.";
    /// What a backup of a sealed notebook asks for.
    backup_sealed_advice =>
        "Bewaar de reservekopie niet alleen op deze computer. Zij is versleuteld, behalve uw eigen checklists: de wachtzin van nu opent haar.",
        "Do not keep the backup on this computer only. It is encrypted, except for checklists of your own: the current passphrase opens it.";
}

impl Language {
    /// A file that is not sealed as it should be.
    pub fn read_sealed_damaged(self, path: &str) -> String {
        match self {
            Self::Dutch => format!(
                "{path} is niet te openen: de versleutelde inhoud is veranderd of beschadigd, of niet met de sleutel van dit notitieboek gemaakt. Het bestand is niet veranderd en al het andere is gewoon te openen. Zet een reservekopie terug."
            ),
            Self::English => format!(
                "{path} cannot be opened: its encrypted content was changed or damaged, or was not made with the key of this notebook. The file was not changed and everything else can be opened. Restore a backup."
            ),
        }
    }

    /// The file with the keys is damaged.
    pub fn key_damaged(self, path: &str) -> String {
        match self {
            Self::Dutch => format!(
                "{path} is beschadigd, en zonder dat bestand gaat het notitieboek niet open. Er is niets veranderd. Geef \"pallium protect --recover\" met de herstelsleutel, of zet dit bestand terug uit een reservekopie."
            ),
            Self::English => format!(
                "{path} is damaged, and without that file the notebook does not open. Nothing was changed. Run \"pallium protect --recover\" with the recovery key, or restore this file from a backup."
            ),
        }
    }

    /// The file with the keys was made by a newer program.
    pub fn key_newer(self, path: &str) -> String {
        match self {
            Self::Dutch => format!(
                "{path} is gemaakt door een nieuwere Pallium, of vraagt meer rekenwerk dan redelijk is. Er is niets veranderd; open het notitieboek met een nieuwere Pallium."
            ),
            Self::English => format!(
                "{path} was made by a newer Pallium, or asks for more computation than is reasonable. Nothing was changed; open the notebook with a newer Pallium."
            ),
        }
    }

    /// The disk does not give or take the keys.
    pub fn key_fault(self, path: &str, reason: &str) -> String {
        match self {
            Self::Dutch => format!(
                "Het lukt niet met {path}: {reason}. De wachtzin en de bestanden zijn als tevoren. Los dit op en probeer het nog eens."
            ),
            Self::English => format!(
                "{path} cannot be used: {reason}. The passphrase and the files are as before. Resolve this and try again."
            ),
        }
    }

    /// A descriptor that gives nothing.
    pub fn passphrase_channel(self, number: u32, reason: &str) -> String {
        match self {
            Self::Dutch => format!("Van invoerkanaal {number} is geen wachtzin te lezen: {reason}."),
            Self::English => format!("No passphrase can be read from file descriptor {number}: {reason}."),
        }
    }

    /// A passphrase that is too short.
    pub fn passphrase_short(self, least: usize) -> String {
        match self {
            Self::Dutch => {
                format!("Deze wachtzin is te kort: neem minstens {least} tekens, bijvoorbeeld vier woorden.")
            }
            Self::English => format!(
                "This passphrase is too short: take at least {least} characters, for example four words."
            ),
        }
    }

    /// The recovery key, to be written down.
    pub fn recovery_shown(self, key: &str) -> String {
        match self {
            Self::Dutch => {
                format!("Uw herstelsleutel, voor als niemand de wachtzin meer weet:\n\n    {key}\n")
            }
            Self::English => {
                format!("Your recovery key, for when nobody knows the passphrase any more:\n\n    {key}\n")
            }
        }
    }

    /// A sign that no recovery key has.
    pub fn recovery_sign(self, sign: &str) -> String {
        match self {
            Self::Dutch => format!("Het teken \"{sign}\" komt in een herstelsleutel niet voor."),
            Self::English => format!("The sign \"{sign}\" does not occur in a recovery key."),
        }
    }

    /// A recovery key with too few or too many signs.
    pub fn recovery_length(self, found: usize, right: usize) -> String {
        match self {
            Self::Dutch => format!("Een herstelsleutel heeft {right} tekens, en dit zijn er {found}."),
            Self::English => format!("A recovery key has {right} signs, and these are {found}."),
        }
    }

    /// Everything is sealed.
    pub fn protect_done(self, folder: &str, sealed: usize) -> String {
        match (self, sealed) {
            (Self::Dutch, 0) => format!("Het notitieboek in {folder} is versleuteld."),
            (Self::Dutch, 1) => format!("Het notitieboek in {folder} is versleuteld: 1 bestand."),
            (Self::Dutch, _) => format!("Het notitieboek in {folder} is versleuteld: {sealed} bestanden."),
            (Self::English, 0) => format!("The notebook in {folder} is encrypted."),
            (Self::English, 1) => format!("The notebook in {folder} is encrypted: 1 file."),
            (Self::English, _) => format!("The notebook in {folder} is encrypted: {sealed} files."),
        }
    }

    /// Files that are not of Pallium.
    pub fn protect_foreign(self, files: &str) -> String {
        match self {
            Self::Dutch => format!(
                "Niet versleuteld, want niet van Pallium. Kijk of er iets over patiënten in staat, en verplaats of verwijder het:\n{files}"
            ),
            Self::English => format!(
                "Not encrypted, because not of Pallium. Check whether something about patients is in it, and move or remove it:\n{files}"
            ),
        }
    }

    /// Sealing was broken off by the disk.
    pub fn protect_broken_off(self, path: &str, reason: &str) -> String {
        match self {
            Self::Dutch => format!(
                "Het versleutelen is niet af: {reason} ({path}). Er is niets verloren en alles is te openen. Los dit op en geef \"pallium protect\" nog eens."
            ),
            Self::English => format!(
                "The encryption is not complete: {reason} ({path}). Nothing is lost and everything can be opened. Solve this and give \"pallium protect\" again."
            ),
        }
    }

    /// Somebody stated that the disk is encrypted.
    pub fn protection_disk(self, stated: &str, who: &str, place: &str) -> String {
        let who = match (self, who.trim()) {
            (Self::Dutch, "") => "Iemand zonder naam",
            (Self::English, "") => "Somebody without a name",
            (_, who) => who,
        };
        match self {
            Self::Dutch => format!(
                "Het notitieboek zelf is niet versleuteld. {who} heeft op {stated} verklaard dat de schijf van {place} dat wel is."
            ),
            Self::English => format!(
                "The notebook itself is not encrypted. {who} stated on {stated} that the disk of {place} is."
            ),
        }
    }

    /// That meetings with invented patients stay, of the time before the notebook was protected.
    pub fn protect_invented(self, meetings: usize) -> String {
        match (self, meetings) {
            (Self::Dutch, 1) => "In dit notitieboek blijft 1 bijeenkomst met verzonnen patiënten. Lijsten en papieren zeggen erbij wie verzonnen is, en tellingen laten hen weg. Verwijderen: pallium forget --invented".to_owned(),
            (Self::Dutch, _) => format!("In dit notitieboek blijven {meetings} bijeenkomsten met verzonnen patiënten. Lijsten en papieren zeggen erbij wie verzonnen is, en tellingen laten hen weg. Verwijderen: pallium forget --invented"),
            (Self::English, 1) => "1 meeting with fictional patients stays in this notebook. Lists and papers say who is fictional, and counts leave them out. To delete it: pallium forget --invented".to_owned(),
            (Self::English, _) => format!("{meetings} meetings with fictional patients stay in this notebook. Lists and papers say who is fictional, and counts leave them out. To delete them: pallium forget --invented"),
        }
    }

    /// What stating that costs.
    pub fn protect_disk_stated(self, folder: &str) -> String {
        match self {
            Self::Dutch => format!(
                "Vastgelegd in {folder}: de schijf is versleuteld. Pallium kan dat niet nakijken. Het notitieboek zelf blijft leesbaar voor wie aan deze computer kan; \"pallium doctor\" noemt deze verklaring."
            ),
            Self::English => format!(
                "Recorded in {folder}: the disk is encrypted. Pallium cannot check that. The notebook itself stays readable for whoever can use this computer; \"pallium doctor\" names this statement."
            ),
        }
    }

    /// The file that the recovery key opens is gone.
    pub fn recovery_missing(self, folder: &str) -> String {
        match self {
            Self::Dutch => format!(
                "In {folder} ontbreekt notebook.recovery: de herstelsleutel opent dit notitieboek niet meer. Zet dat bestand terug uit een reservekopie. Weet u de wachtzin niet meer, dan kan niemand het notitieboek lezen."
            ),
            Self::English => format!(
                "notebook.recovery is missing in {folder}: the recovery key does not open this notebook any more. Put that file back from a backup. Without the passphrase nobody can read the notebook then."
            ),
        }
    }

    /// The file with the keys is gone.
    pub fn protect_key_lost(self, folder: &str) -> String {
        match self {
            Self::Dutch => format!(
                "In {folder} staan versleutelde bestanden, maar het bestand met de sleutel (notebook.key) is er niet. Er is niets veranderd. Geef \"pallium protect --recover\" met de herstelsleutel, of zet notebook.key terug uit een reservekopie."
            ),
            Self::English => format!(
                "There are encrypted files in {folder}, but the file with the key (notebook.key) is not there. Nothing was changed. Give \"pallium protect --recover\" with the recovery key, or put notebook.key back from a backup."
            ),
        }
    }

    /// A backup that belongs to other keys.
    pub fn backup_other_key(self, path: &str) -> String {
        match self {
            Self::Dutch => format!(
                "{path} is versleuteld met de sleutel van een ander notitieboek en gaat hier niet open. Er is niets veranderd. Zet haar terug in een nieuwe map: geef --data MAP mee."
            ),
            Self::English => format!(
                "{path} is encrypted with the key of another notebook and does not open here. Nothing was changed. Restore it in a new folder: give --data DIR."
            ),
        }
    }
}
