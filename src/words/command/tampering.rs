//! What the program says of files that were put back, taken away, exchanged or made by somebody without the keys.

use crate::words::language::{Language, sentences};

sentences! {
    /// An option.
    cli_option_accept =>
        "Neem het notitieboek zoals het is: wat ouder of weg is, geldt van nu af aan als bedoeld, en een klok die verkeerd stond als gezien",
        "Accept the notebook as it is: what is older or gone counts as intended from now on, and a clock that was wrong as seen";
    /// Before what was found counts as meant.
    accept_question =>
        "Geldt alles hierboven wat ouder, anders, terug of weg is, van nu af aan als bedoeld?",
        "Does everything above that is older, different, back or gone count as intended from now on?";
    /// The answer was no.
    accept_left => "Er is niets veranderd.", "Nothing was changed.";
    /// What is doubtful about the clock is in the log as seen.
    accepted_clock =>
        "Dat de klok verkeerd stond, of dat er lang niet was gewerkt, staat als gezien in het logboek en wordt niet meer genoemd.",
        "That the clock was wrong, or that nobody worked for a long time, is in the access log as seen and will not be reported again.";
    /// Nothing was found that could be accepted.
    accepted_nothing => "Er is niets om te aanvaarden.", "There is nothing to accept.";
    /// Before what was accepted.
    accepted => "Van nu af aan geldt als bedoeld:", "From now on this counts as intended:";
    /// Before what could not be accepted.
    not_accepted =>
        "Dit blijft zoals het is, omdat het niet te openen is of elders open staat:",
        "This is left as it is, because it cannot be opened or is open elsewhere:";
}

impl Language {
    /// A file that opens and was not written by anybody with the keys.
    pub fn read_unproven(self, path: &str) -> String {
        match self {
            Self::Dutch => format!(
                "{path} wordt niet gebruikt: het is wel met de sleutel van dit notitieboek versleuteld, maar niets bewijst dat iemand met de wachtzin het schreef. Het bestand is niet veranderd en al het andere is gewoon te openen. Zet een reservekopie terug, en vraag wie bij deze computer kan."
            ),
            Self::English => format!(
                "{path} is not used: it is encrypted for the key of this notebook, but nothing proves that somebody with the passphrase wrote it. The file was not changed and everything else can be opened. Restore a backup, and ask who has access to this computer."
            ),
        }
    }

    /// A file that stands in the place of another one.
    pub fn read_misplaced(self, path: &str) -> String {
        match self {
            Self::Dutch => format!(
                "{path} wordt niet gebruikt: hier staat een ander bestand van dit notitieboek, dat hier niet hoort. Bestanden zijn verwisseld of van naam veranderd. Er is niets veranderd en al het andere is gewoon te openen. Geef het bestand zijn eigen naam terug, of zet een reservekopie terug."
            ),
            Self::English => format!(
                "{path} is not used: another file of this notebook is in its place. Files were swapped or renamed. Nothing was changed and everything else can be opened. Give the file its own name again, or restore a backup."
            ),
        }
    }

    /// An earlier version that was put back.
    pub fn tampered_older(self, path: &str) -> String {
        match self {
            Self::Dutch => format!(
                "{path} is een oudere versie dan er was: het bestand is buiten Pallium om teruggezet, of een programma dat mappen gelijk houdt is nog bezig. Het is gewoon te openen; wat er later in stond, ontbreekt. Zet een reservekopie terug, of kies een eerdere versie in Pallium. Is dit zoals het moet zijn, geef dan \"pallium doctor --accept\"."
            ),
            Self::English => format!(
                "{path} is older than the version that was here: the file was put back outside Pallium, or a program that synchronises folders is still busy. It can be opened; what was in it later is missing. Restore a backup, or choose an earlier version in Pallium. If this is as it should be, run \"pallium doctor --accept\"."
            ),
        }
    }

    /// Another version that does not follow from the one that was known.
    pub fn tampered_other(self, path: &str) -> String {
        match self {
            Self::Dutch => format!(
                "{path} is een andere versie dan er was, en gaat daar niet op verder: het bestand is buiten Pallium om vervangen, of twee computers schreven tegelijk. Het is gewoon te openen. Kijk na of alles erin staat en vergelijk met de eerdere versies. Is dit zoals het moet zijn, geef dan \"pallium doctor --accept\"."
            ),
            Self::English => format!(
                "{path} is not the version that was here, and does not continue from it: the file was replaced outside Pallium, or two computers wrote at the same time. It can be opened. Check whether everything is in it, and compare it with the earlier versions. If this is as it should be, run \"pallium doctor --accept\"."
            ),
        }
    }

    /// A file that is gone.
    pub fn tampered_gone(self, path: &str) -> String {
        match self {
            Self::Dutch => format!(
                "{path} is weg, terwijl niemand het in Pallium verwijderde. Zet een reservekopie terug. Is dit zoals het moet zijn, geef dan \"pallium doctor --accept\"."
            ),
            Self::English => format!(
                "{path} is gone, although nobody deleted it in Pallium. Restore a backup. If this is as it should be, run \"pallium doctor --accept\"."
            ),
        }
    }

    /// A file of the access log that is gone; no backup has it.
    pub fn tampered_log_gone(self, path: &str) -> String {
        match self {
            Self::Dutch => format!(
                "Een deel van het toegangslog is weg ({path}). Meld dit aan wie voor de beveiliging zorgt. In een reservekopie van Pallium staat het log niet."
            ),
            Self::English => format!(
                "Part of the access log is gone ({path}). Tell whoever is responsible for security. A backup of Pallium does not have the log."
            ),
        }
    }

    /// A file that was deleted and is here again.
    pub fn tampered_back(self, path: &str) -> String {
        match self {
            Self::Dutch => format!(
                "{path} is in Pallium verwijderd en staat er nu weer: het is buiten Pallium om teruggezet. Verwijder het opnieuw. Moet het er staan, geef dan \"pallium doctor --accept\"."
            ),
            Self::English => format!(
                "{path} was deleted in Pallium and is here again: it was put back outside Pallium. Delete it again. If it belongs here, run \"pallium doctor --accept\"."
            ),
        }
    }

    /// A file of which an earlier version was put back, after which somebody went on with it.
    pub fn tampered_doubted(self, path: &str) -> String {
        match self {
            Self::Dutch => format!(
                "Van {path} is een oudere versie teruggezet, en daarna is daarmee verder gewerkt. Wat in de tussentijd geschreven was, ontbreekt. Kijk na of alles erin staat en vergelijk met de eerdere versies en een reservekopie. Geef daarna \"pallium doctor --accept\"."
            ),
            Self::English => format!(
                "An older version of {path} was put back, and somebody went on working with it. What was written in between is missing. Check whether everything is in it, and compare it with the earlier versions and a backup. Then run \"pallium doctor --accept\"."
            ),
        }
    }

    /// A file with the keys that is another one.
    pub fn tampered_key(self, path: &str) -> String {
        match self {
            Self::Dutch => format!(
                "{path} is niet het bestand dat er was: een eerdere wachtzin of herstelsleutel kan zo weer geldig zijn. Heeft u zojuist zelf de wachtzin veranderd of dit bestand teruggezet, geef dan \"pallium doctor --accept\". Kies anders een nieuwe wachtzin met \"pallium protect --change\"."
            ),
            Self::English => format!(
                "{path} is not the file that was here: an earlier passphrase or recovery key may be valid again. If you changed the passphrase or put this file back yourself just now, run \"pallium doctor --accept\". Otherwise choose a new passphrase with \"pallium protect --change\"."
            ),
        }
    }

    /// A file with the keys that is gone.
    pub fn tampered_key_gone(self, path: &str) -> String {
        match self {
            Self::Dutch => format!(
                "{path} is weg. Daarmee is het notitieboek te openen als de wachtzin kwijt is. Zet het terug uit een reservekopie. Is dit zoals het moet zijn, geef dan \"pallium doctor --accept\"."
            ),
            Self::English => format!(
                "{path} is gone. It opens the notebook when the passphrase is lost. Restore it from a backup. If this is as it should be, run \"pallium doctor --accept\"."
            ),
        }
    }

    /// The mark of sealing that was put back.
    pub fn tampered_mark(self, path: &str) -> String {
        match self {
            Self::Dutch => format!(
                "{path} is teruggezet, terwijl alles al versleuteld was. Het wordt niet geloofd: wat niet versleuteld is, wordt niet geopend. Verwijder het met \"pallium doctor --accept\"."
            ),
            Self::English => format!(
                "{path} was put back, although everything was already encrypted. It is not trusted: what is not encrypted is not opened. Remove it with \"pallium doctor --accept\"."
            ),
        }
    }

    /// The list of a computer that is gone.
    pub fn tampered_roll_gone(self, path: &str) -> String {
        match self {
            Self::Dutch => format!(
                "{path} is weg: de lijst waarin een computer bijhoudt welke bestanden er zijn. Zonder die lijst valt niet op of er meer weg of ouder is. Kijk na of de laatste bijeenkomsten er helemaal in staan. Is alles zoals het moet zijn, geef dan \"pallium doctor --accept\"."
            ),
            Self::English => format!(
                "{path} is gone: the list in which a computer records which files there are. Without it nobody notices whether more is missing or older. Check whether the latest meetings are all there. If everything is as it should be, run \"pallium doctor --accept\"."
            ),
        }
    }

    /// The list of a computer that is an earlier one.
    pub fn tampered_roll_older(self, path: &str) -> String {
        match self {
            Self::Dutch => format!(
                "{path} is ouder dan deze computer weet: het is teruggezet, en misschien is met het hele notitieboek hetzelfde gebeurd. Kijk na of de laatste bijeenkomsten er helemaal in staan. Is alles zoals het moet zijn, geef dan \"pallium doctor --accept\"."
            ),
            Self::English => format!(
                "{path} is older than this computer knows: it was put back, and the same may have happened to the whole notebook. Check whether the latest meetings are all there. If everything is as it should be, run \"pallium doctor --accept\"."
            ),
        }
    }

    /// The list of a computer that cannot be read.
    pub fn tampered_roll_unreadable(self, path: &str) -> String {
        match self {
            Self::Dutch => format!(
                "{path} is veranderd of beschadigd: de lijst waarin een computer bijhoudt welke bestanden er zijn. Al het andere is gewoon te openen. Kijk na of er niets ontbreekt en geef \"pallium doctor --accept\"; dan wordt de lijst opnieuw gemaakt."
            ),
            Self::English => format!(
                "{path} was changed or damaged: the list in which a computer records which files there are. Everything else can be opened. Check that nothing is missing and run \"pallium doctor --accept\"; the list is then made again."
            ),
        }
    }

    /// No lists at all.
    pub fn tampered_no_rolls(self, path: &str) -> String {
        match self {
            Self::Dutch => format!(
                "{path} was leeg of weg: daarin staat welke bestanden er zijn, zodat opvalt wat ontbreekt of ouder is. Kijk na of de laatste bijeenkomsten er helemaal in staan en geef \"pallium doctor --accept\"; tot dan blijft dit hier staan."
            ),
            Self::English => format!(
                "{path} was empty or gone: it says which files there are, so that what is missing or older is noticed. Check whether the latest meetings are all there and run \"pallium doctor --accept\"; until then this stays here."
            ),
        }
    }

    /// What this computer remembers is damaged.
    pub fn tampered_memory(self, path: &str) -> String {
        match self {
            Self::Dutch => format!(
                "{path} is veranderd of beschadigd: daarin onthoudt deze computer wat hij het laatst van dit notitieboek zag. Daardoor valt niet op of het hele notitieboek is teruggezet. Kijk na of de laatste bijeenkomsten er helemaal in staan en geef \"pallium doctor --accept\"."
            ),
            Self::English => format!(
                "{path} was changed or damaged: in it this computer remembers what it last saw of this notebook. So nobody would notice if the whole notebook were put back. Check whether the latest meetings are all there and run \"pallium doctor --accept\"."
            ),
        }
    }

    /// Something that cannot be noted.
    pub fn save_not_witnessed(self, path: &str) -> String {
        match self {
            Self::Dutch => format!(
                "Dit kan nu niet: de lijst van deze computer ({path}) is niet zoals Pallium haar achterliet. Geef \"pallium doctor\"; dat zegt wat er is en wat te doen."
            ),
            Self::English => format!(
                "This cannot be done now: the list of this computer ({path}) is not as Pallium left it. Run \"pallium doctor\"; it says what is wrong and what to do."
            ),
        }
    }

    /// Another program is busy with the list of this computer.
    pub fn save_roll_busy(self, path: &str) -> String {
        match self {
            Self::Dutch => format!(
                "Dit kan nu niet: een andere Pallium op deze computer is bezig met dezelfde lijst ({path}). Er is niets veranderd. Wacht even en probeer het nog eens."
            ),
            Self::English => format!(
                "This cannot be done now: another Pallium on this computer is busy with the same list ({path}). Nothing was changed. Wait a moment and try again."
            ),
        }
    }

    /// So much waits for the log that no more is written.
    pub fn save_waiting_full(self, path: &str) -> String {
        match self {
            Self::Dutch => format!(
                "In {path} wachten al zoveel regels op het logboek dat er geen bij komt. Open het notitieboek met de wachtzin; dan komen ze in het logboek."
            ),
            Self::English => format!(
                "In {path} so many entries are waiting for the access log that no more are added. Open the notebook with the passphrase; then they go into the log."
            ),
        }
    }

    /// The same, found by looking.
    pub fn tampered_waiting_full(self, path: &str) -> String {
        match self {
            Self::Dutch => format!(
                "In {path} wachtten zoveel regels op het logboek dat nieuwe mislukte pogingen om te openen niet meer werden genoteerd. Kijk met \"pallium log\" wie het probeerde, en vraag wie bij deze computer kan."
            ),
            Self::English => format!(
                "In {path} so many entries waited for the access log that further failed attempts to open were no longer noted. See with \"pallium log\" who tried, and ask who has access to this computer."
            ),
        }
    }

    /// Files that do not belong where entries wait for the log.
    pub fn tampered_waiting(self, path: &str, count: usize) -> String {
        match (self, count) {
            (Self::Dutch, 1) => format!(
                "{path} is geen regel voor het logboek, of iemand zonder Pallium zette het daar. Wat er echt wacht, komt gewoon in het logboek. Verwijder het met \"pallium doctor --accept\"."
            ),
            (Self::Dutch, _) => format!(
                "{path} en nog {} bestanden daar zijn geen regels voor het logboek, of iemand zonder Pallium zette ze daar. Wat er echt wacht, komt gewoon in het logboek. Verwijder ze met \"pallium doctor --accept\".",
                count.saturating_sub(1)
            ),
            (Self::English, 1) => format!(
                "{path} is not an entry for the access log, or somebody put it there outside Pallium. What is really waiting goes into the log. Remove it with \"pallium doctor --accept\"."
            ),
            (Self::English, _) => format!(
                "{path} and {} more files there are not entries for the access log, or somebody put them there outside Pallium. What is really waiting goes into the log. Remove them with \"pallium doctor --accept\".",
                count.saturating_sub(1)
            ),
        }
    }

    /// The mark that something is under way, while nothing is.
    pub fn found_mark_left(self, path: &str) -> String {
        match self {
            Self::Dutch => format!(
                "{path} staat er nog, terwijl niets meer te versleutelen is: het werk was af toen Pallium werd afgebroken, of iemand zette het daar. Het wordt niet geloofd: wat niet versleuteld is, wordt niet geopend. Geef \"pallium protect\"; dat haalt het weg."
            ),
            Self::English => format!(
                "{path} is still there, although nothing is left to be encrypted: the work was done when Pallium was interrupted, or somebody put it there. It is not trusted: what is not encrypted is not opened. Run \"pallium protect\"; it removes it."
            ),
        }
    }

    /// What was saved could not be noted.
    pub fn roll_not_written(self, why: &str) -> String {
        match self {
            Self::Dutch => format!(
                "Alles is opgeslagen, maar de lijst waarmee opvalt dat een bestand weg of ouder is, is niet bij te werken. {why}"
            ),
            Self::English => format!(
                "Everything is saved, but the list by which a missing or older file is noticed cannot be kept. {why}"
            ),
        }
    }
}
