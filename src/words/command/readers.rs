//! What the program says about the readers of a notebook: who opens it with a passphrase of their own.

use crate::words::language::{Language, sentences};

sentences! {
    /// A command.
    cli_readers =>
        "Wie een versleuteld notitieboek kan openen: lijst, toevoegen, verwijderen",
        "Who can open an encrypted notebook: list, add, remove";
    /// Usage of a command.
    cli_usage_readers => "pallium readers [OPTIES] list|add|remove", "pallium readers [OPTIONS] list|add|remove";
    /// A command.
    cli_readers_list => "Toon wie het notitieboek kan openen", "Show who can open the notebook";
    /// Usage of a command.
    cli_usage_readers_list => "pallium readers list [OPTIES]", "pallium readers list [OPTIONS]";
    /// A command.
    cli_readers_add => "Voeg een lezer toe, met een eigen wachtzin", "Add a reader, with a passphrase of their own";
    /// Usage of a command.
    cli_usage_readers_add => "pallium readers add [OPTIES] NAAM", "pallium readers add [OPTIONS] NAME";
    /// A command.
    cli_readers_remove =>
        "Verwijder een lezer en versleutel alles opnieuw",
        "Remove a reader and re-encrypt everything";
    /// Usage of a command.
    cli_usage_readers_remove => "pallium readers remove [OPTIES] NAAM [--yes]", "pallium readers remove [OPTIONS] NAME [--yes]";
    /// The name of a value.
    cli_value_reader => "NAAM", "NAME";
    /// An argument.
    cli_argument_reader =>
        "Hoe de lezer heet, bijvoorbeeld een persoon of een laptop",
        "What the reader is called, such as a person or a laptop";
    /// An option.
    cli_option_remove_yes => "Verwijder zonder eerst te vragen", "Remove without asking first";

    /// An option.
    cli_option_new_recovery_key =>
        "Maak een nieuwe herstelsleutel; de oude opent het notitieboek dan niet meer",
        "Make a new recovery key; the old one will then no longer open the notebook";
    /// The recovery key was replaced.
    recovery_renewed =>
        "De nieuwe herstelsleutel geldt nu; vernietig het papier met de oude. Reservekopieën van eerder openen nog met de oude.",
        "The new recovery key is now in force; destroy the paper with the old one. Earlier backups still open with the old one.";
    /// Nobody wrote the new recovery key down.
    recovery_not_renewed =>
        "De herstelsleutel is niet goed overgetypt. De oude geldt nog en deze niet. Begin opnieuw met \"pallium protect --new-recovery-key\".",
        "The recovery key was not typed back correctly. The old one is still valid and this one is not. Start again with \"pallium protect --new-recovery-key\".";

    /// Who opened the notebook, in the list of readers.
    reader_is_you => "dit bent u", "this is you";
    /// A reader of whom it is not known since when.
    reader_since_unknown => "sinds onbekend", "since an unknown date";
    /// The list has no recovery key.
    readers_no_recovery =>
        "Er is geen herstelsleutel: notebook.recovery ontbreekt. Maak een nieuwe met \"pallium protect --new-recovery-key\".",
        "There is no recovery key: notebook.recovery is missing. Make a new one with \"pallium protect --new-recovery-key\".";
    /// The question for the passphrase of a reader who is added.
    ask_reader_passphrase =>
        "Wachtzin van de nieuwe lezer (wat u typt, blijft onzichtbaar): ",
        "Passphrase of the new reader (what you type stays invisible): ";
    /// What a removal does and does not.
    removal_explained =>
        "Daarna kan deze lezer niets meer openen van wat er vanaf nu in dit notitieboek staat: er komt een nieuwe sleutel en alles wordt daarmee opnieuw versleuteld. Wat deze lezer al heeft, blijft voor die persoon leesbaar: kopieën van de map en eerdere reservekopieën.\n\nSluit eerst Pallium op de andere laptops. Kent deze lezer de herstelsleutel, maak dan eerst een nieuwe met \"pallium protect --new-recovery-key\": anders helpt verwijderen niet.",
        "After that, this reader can no longer open anything that is in this notebook from now on: a new key is made and everything is re-encrypted with it. What this reader already has stays readable to them: copies of the folder and earlier backups.\n\nFirst close Pallium on the other laptops. If this reader knows the recovery key, make a new one first with \"pallium protect --new-recovery-key\": otherwise removing does not help.";
    /// Whether to remove a reader.
    removal_question => "Deze lezer verwijderen?", "Remove this reader?";
    /// Nobody agreed.
    reader_stays => "Er is niets veranderd.", "Nothing was changed.";
    /// After a removal.
    removal_advice =>
        "Maak nu een nieuwe reservekopie met \"pallium backup\"; eerdere openen nog met de oude wachtzinnen, ook die van deze lezer.",
        "Make a new backup now with \"pallium backup\"; earlier ones still open with the old passphrases, including this reader's.";
    /// A removal goes on.
    removal_going_on =>
        "Het verwijderen van een lezer was onderbroken; Pallium gaat verder waar het was.",
        "The removal of a reader was interrupted; Pallium picks up where it left off.";
    /// A removal that was broken off is complete.
    removal_complete => "Het verwijderen is nu af: alles is opnieuw versleuteld.", "The removal is now complete: everything has been re-encrypted.";
    /// A removal was broken off.
    found_removal_under_way =>
        "Het verwijderen van een lezer is onderbroken: een deel is nog met de oude sleutel versleuteld. Geef \"pallium protect\"; dat gaat verder waar het was.",
        "The removal of a reader was interrupted: part of the notebook is still encrypted with the old key. Run \"pallium protect\"; it picks up where it left off.";
    /// A removal was broken off before it began.
    found_removal_not_begun =>
        "Het verwijderen van een lezer is afgebroken voordat het begon: er is niemand verwijderd, en alles opent zoals eerst. Geef \"pallium protect\" en verwijder de lezer daarna opnieuw.",
        "The removal of a reader was interrupted before it began: nobody was removed, and everything opens as before. Run \"pallium protect\", and then remove the reader again.";
    /// Readers need a sealed notebook that is complete.
    readers_finish_first =>
        "Het versleutelen van dit notitieboek is nog niet af. Geef eerst \"pallium protect\".",
        "The encryption of this notebook is not complete. Run \"pallium protect\" first.";
    /// The keyring changed meanwhile.
    keyring_changed =>
        "Een andere Pallium veranderde intussen wie dit notitieboek kan openen. Er is niets veranderd; probeer het nog eens.",
        "Meanwhile another Pallium changed who can open this notebook. Nothing was changed; try again.";
    /// A save after a reader was removed elsewhere.
    save_other_keys =>
        "Opslaan is niet gelukt: op een andere computer is een lezer verwijderd en dit notitieboek heeft een nieuwe sleutel. Uw werk staat nog in het geheugen; bewaar een noodkopie en start Pallium opnieuw.",
        "Saving failed: on another computer a reader was removed and this notebook has a new key. Your work is still in memory; keep a rescue copy and start Pallium again.";
}

impl Language {
    /// One line of the list of readers.
    pub fn reader_since(self, since: &str) -> String {
        match self {
            Self::Dutch => format!("sinds {since}"),
            Self::English => format!("since {since}"),
        }
    }

    /// A reader was added.
    pub fn reader_added(self, name: &str) -> String {
        match self {
            Self::Dutch => format!(
                "{name} is toegevoegd. Op een andere laptop met dezelfde map start {name} Pallium met de eigen wachtzin. De map moet daar eerst helemaal zijn bijgewerkt."
            ),
            Self::English => format!(
                "{name} was added. On another laptop with the same folder {name} starts Pallium with their own passphrase. That folder has to be fully up to date first."
            ),
        }
    }

    /// Before a reader is removed.
    pub fn removal_of(self, name: &str, me: bool) -> String {
        match (self, me) {
            (Self::Dutch, false) => format!("U verwijdert de lezer \"{name}\"."),
            (Self::Dutch, true) => {
                format!(
                    "U verwijdert de lezer \"{name}\". Dat bent u zelf: uw wachtzin opent het notitieboek dan niet meer."
                )
            }
            (Self::English, false) => format!("You are about to remove the reader \"{name}\"."),
            (Self::English, true) => {
                format!(
                    "You are about to remove the reader \"{name}\". That is you: your passphrase will no longer open the notebook."
                )
            }
        }
    }

    /// Others say to have a meeting open.
    pub fn removal_open_elsewhere(self, who: &str) -> String {
        match self {
            Self::Dutch => format!(
                "Op andere computers staat misschien nog een bijeenkomst open. Wat daar nog niet is opgeslagen, kan daar straks alleen als noodkopie worden opgeslagen:\n{who}"
            ),
            Self::English => format!(
                "On other computers a meeting may still be open. What has not been saved there can then only be kept as a rescue copy:\n{who}"
            ),
        }
    }

    /// A reader was removed.
    pub fn reader_removed(self, name: &str, files: usize) -> String {
        match (self, files) {
            (Self::Dutch, 0) => format!("{name} is verwijderd."),
            (Self::English, 0) => format!("{name} was removed."),
            (Self::Dutch, 1) => format!("{name} is verwijderd. 1 bestand is opnieuw versleuteld."),
            (Self::Dutch, _) => format!("{name} is verwijderd. {files} bestanden zijn opnieuw versleuteld."),
            (Self::English, 1) => format!("{name} was removed. 1 file was re-encrypted."),
            (Self::English, _) => format!("{name} was removed. {files} files were re-encrypted."),
        }
    }

    /// Files that could not be sealed anew.
    pub fn sealing_damaged(self, files: &str) -> String {
        match self {
            Self::Dutch => format!(
                "Deze bestanden zijn niet te openen en bleven zoals ze waren. \"pallium doctor\" zegt wat eraan te doen is:\n{files}"
            ),
            Self::English => format!(
                "These files cannot be opened and were left as they were. \"pallium doctor\" says what to do about them:\n{files}"
            ),
        }
    }

    /// Removing was broken off by the disk.
    pub fn removal_broken_off(self, path: &str, reason: &str) -> String {
        match self {
            Self::Dutch => format!(
                "Het opnieuw versleutelen is niet af: {reason} ({path}). Er is niets verloren en alle andere lezers openen alles. Los dit op en geef \"pallium protect\"; dat gaat verder waar het was."
            ),
            Self::English => format!(
                "Re-encrypting is not complete: {reason} ({path}). Nothing is lost and all other readers can open everything. Resolve this and run \"pallium protect\"; it picks up where it left off."
            ),
        }
    }

    /// A name that cannot be shown.
    pub fn reader_name_unfit(self, longest: usize) -> String {
        match self {
            Self::Dutch => format!(
                "Deze naam kan niet: neem 1 tot {longest} gewone tekens, zonder spaties aan het begin of eind. Er is niets veranderd."
            ),
            Self::English => format!(
                "This name cannot be used: it takes 1 to {longest} ordinary characters, without spaces at the beginning or end. Nothing was changed."
            ),
        }
    }

    /// A name that is taken.
    pub fn reader_known(self, name: &str) -> String {
        match self {
            Self::Dutch => format!(
                "Er is al een lezer die {name} heet. Kies een andere naam; \"pallium readers list\" toont alle namen. Er is niets veranderd."
            ),
            Self::English => format!(
                "There is already a reader called {name}. Choose another name; \"pallium readers list\" shows all names. Nothing was changed."
            ),
        }
    }

    /// A name that nobody has.
    pub fn reader_unknown(self, name: &str) -> String {
        match self {
            Self::Dutch => format!(
                "Er is geen lezer die {name} heet; \"pallium readers list\" toont alle namen. Er is niets veranderd."
            ),
            Self::English => format!(
                "There is no reader called {name}; \"pallium readers list\" shows all names. Nothing was changed."
            ),
        }
    }

    /// The last reader.
    pub fn reader_last(self, name: &str) -> String {
        match self {
            Self::Dutch => format!(
                "{name} is de enige lezer; zonder lezer opent niemand het notitieboek. Voeg eerst een andere toe met \"pallium readers add\". Er is niets veranderd."
            ),
            Self::English => format!(
                "{name} is the only reader; without a reader nobody can open the notebook. First add another with \"pallium readers add\". Nothing was changed."
            ),
        }
    }

    /// Too many readers.
    pub fn readers_many(self, most: usize) -> String {
        match self {
            Self::Dutch => format!("Een notitieboek heeft hoogstens {most} lezers. Er is niets veranderd."),
            Self::English => format!("A notebook has at most {most} readers. Nothing was changed."),
        }
    }

    /// A file without which nothing opens.
    pub fn key_lost(self, path: &str) -> String {
        match self {
            Self::Dutch => format!(
                "{path} is er niet, en zonder dat bestand gaat het notitieboek niet open. Er is niets veranderd. Staat de map op een gedeelde plaats, wacht dan tot alles is bijgewerkt. Zet het anders terug uit een reservekopie, of geef \"pallium protect --recover\" met de herstelsleutel."
            ),
            Self::English => format!(
                "{path} is missing, and without that file the notebook does not open. Nothing was changed. If the folder is shared, wait until everything is up to date. Otherwise restore it from a backup, or run \"pallium protect --recover\" with the recovery key."
            ),
        }
    }

    /// A passphrase of somebody who is no reader any more.
    pub fn key_not_a_reader(self, keyring: &str) -> String {
        match self {
            Self::Dutch => format!(
                "Deze wachtzin hoort bij een lezer die in {keyring} niet voorkomt: verwijderd, of het toevoegen is onderbroken. Staat de map op een gedeelde plaats, wacht dan tot alles is bijgewerkt. Vraag anders iemand die het notitieboek opent om u (opnieuw) toe te voegen met \"pallium readers add\"."
            ),
            Self::English => format!(
                "This passphrase belongs to a reader who is not in {keyring}: removed, or adding them was interrupted. If the folder is shared, wait until everything is up to date. Otherwise ask somebody who opens the notebook to add you (again) with \"pallium readers add\"."
            ),
        }
    }

    /// A keyring that is older than the notebook.
    pub fn key_rolled_back(self, keyring: &str) -> String {
        match self {
            Self::Dutch => format!(
                "{keyring} is ouder dan dit notitieboek, of van een ander notitieboek. Pallium gebruikt het niet: wie sindsdien is verwijderd, zou weer mee kunnen lezen. Er is niets veranderd. Staat de map op een gedeelde plaats, wacht dan tot alles is bijgewerkt; zet anders notebook.keyring en notebook.generation samen terug uit de nieuwste reservekopie."
            ),
            Self::English => format!(
                "{keyring} is older than this notebook, or of another one. Pallium does not use it: whoever was removed since could read along again. Nothing was changed. When the folder is shared, wait until everything is up to date; else put notebook.keyring and notebook.generation back together from the newest backup."
            ),
        }
    }

    /// Files of people who are no readers.
    pub fn reader_strays(self, files: &str) -> String {
        match self {
            Self::Dutch => format!(
                "Deze sleutelbestanden horen bij geen lezer: het toevoegen of verwijderen is onderbroken. Zij openen niets. Verwijder ze als op geen andere laptop net iemand is toegevoegd:\n{files}"
            ),
            Self::English => format!(
                "These key files belong to no reader: adding or removing one was broken off. They open nothing. Remove them when nobody was just added on another laptop:\n{files}"
            ),
        }
    }
}
