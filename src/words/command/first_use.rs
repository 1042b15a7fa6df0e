//! What the program asks before a notebook is used for the first time, and what it says of the answer.

use crate::words::language::{Language, sentences};

sentences! {
    /// The question.
    first_use_question =>
        "Dit notitieboek is nog niet beveiligd. Voor wie is het?",
        "This notebook is not protected yet. Whom is it for?";
    /// An answer.
    first_use_passphrase =>
        "Echte patiënten, met een wachtzin (aangeraden).",
        "Real patients, with a passphrase (recommended).";
    /// An answer.
    first_use_disk =>
        "Echte patiënten, zonder wachtzin: ik verklaar dat de schijf van deze computer versleuteld is.",
        "Real patients, without a passphrase: I state that the disk of this computer is encrypted.";
    /// An answer.
    first_use_fictional =>
        "Alleen verzonnen patiënten, om te oefenen of voor scholing.",
        "Fictional patients only, to practise or for education.";
    /// Where the answer is typed.
    first_use_choose => "Typ 1, 2 of 3, dan Enter (alleen Enter: 1; Esc: stop): ", "Type 1, 2 or 3, then Enter (Enter alone: 1; Esc: stop): ";
    /// Something else was typed.
    first_use_again => "Typ 1, 2 of 3, en dan Enter. Alleen Enter is 1.", "Type 1, 2 or 3, and then Enter. Enter alone is 1.";
    /// Nobody chose.
    first_use_left =>
        "U hebt niets gekozen. Er is niets gemaakt of veranderd.",
        "You chose nothing. Nothing was made or changed.";
    /// How an answer is chosen on the screen.
    first_use_how =>
        "Kies met de pijlen en Enter. U kunt ook 1, 2 of 3 typen. Er is nog niets gemaakt.",
        "Choose with the arrows and Enter. You may also type 1, 2 or 3. Nothing has been made yet.";
    /// Going on although the answer could not be recorded.
    first_use_go_on =>
        "Toch verder, zonder dat dit is vastgelegd",
        "Go on anyway, without this on record";
    /// The title of the page for a new passphrase.
    first_use_passphrase_title => "Een wachtzin", "A passphrase";
    /// The title of the page for the same passphrase.
    first_use_again_title => "Typ dezelfde wachtzin nog een keer.", "Type the same passphrase once more.";
    /// The row for the same passphrase.
    first_use_again_row => "Nog een keer", "Once more";
    /// What to do with a secret.
    first_use_type =>
        "Typ, en dan Enter. Esc gaat een stap terug.",
        "Type, then Enter. Esc goes back one step.";
    /// The title of the page with the recovery key.
    first_use_key_title =>
        "Uw herstelsleutel, voor als niemand de wachtzin meer weet.",
        "Your recovery key, for when nobody knows the passphrase any longer.";
    /// The row that goes on when the recovery key was written down.
    first_use_written => "Ik heb hem opgeschreven", "I have written it down";
    /// The title of the page on which the recovery key is typed.
    first_use_read_back_title => "Typ de herstelsleutel over van uw papier.", "Type the recovery key from your paper.";
    /// Why, and how.
    first_use_read_back =>
        "Zo weet u dat hij goed op papier staat. Hoofdletters, spaties en streepjes maken niet uit. Esc toont hem nog een keer.",
        "That way you know that it is right on paper. Capitals, spaces and hyphens do not matter. Esc shows it once more.";
    /// The row for the recovery key.
    first_use_key_row => "Herstelsleutel", "Recovery key";
    /// The recovery key on paper is not the one that was shown.
    first_use_key_other =>
        "Dit is niet de sleutel die u net zag. Kijk hem na en typ hem opnieuw; Esc toont hem nog een keer.",
        "This is not the key that you just saw. Check it and type it again; Esc shows it once more.";
    /// While keys are made.
    first_use_working => "Bezig met klaarmaken. Dit kan even duren...", "Getting it ready. This may take a moment...";
    /// The notebook is ready.
    first_use_ready => "Het notitieboek is klaar.", "The notebook is ready.";
    /// A recovery key was shown, and then something else was chosen.
    first_use_key_void =>
        "De herstelsleutel die u zag geldt niet: streep hem door.",
        "The recovery key that you saw is not valid: cross it out.";
    /// Before group and participants are noted.
    first_use_group =>
        "Noteer uw groep en wie er aan tafel zitten. Dat hoeft één keer: bij een volgende bijeenkomst van de groep staan zij er al.",
        "Note your group and who is at the table. You do that once: at the next meeting of the group they are there already.";
    /// The row that begins with that.
    first_use_begin => "Groep en deelnemers, en de eerste bijeenkomst", "Group and participants, and the first meeting";
    /// The row that leaves that for later.
    first_use_skip => "Overslaan: naar het eerste scherm", "Skip this: go to the first screen";
    /// The same where there are meetings already.
    first_use_to_start => "Naar het eerste scherm", "To the first screen";
    /// The program ended while nobody saw that the notebook was ready.
    first_use_done => "Het notitieboek was net klaar.", "The notebook had only just been made ready.";
}

impl Language {
    /// The place of a page of the first use among all of them.
    pub fn first_step(self, place: usize, of: usize) -> String {
        match self {
            Self::Dutch => format!("stap {place} van {of}"),
            Self::English => format!("step {place} of {of}"),
        }
    }

    /// The answer could not be recorded; the program goes on all the same, and asks again at the next start.
    pub fn first_use_not_recorded(self, why: &str) -> String {
        match self {
            Self::Dutch => format!("Uw keuze kon niet worden vastgelegd. {why}"),
            Self::English => format!("Your choice could not be recorded. {why}"),
        }
    }

    /// How the notebook is protected: it need not be.
    pub fn protection_fictional(self, stated: &str, who: &str) -> String {
        let who = match (self, who.trim()) {
            (Self::Dutch, "") => "Iemand zonder naam",
            (Self::English, "") => "Somebody without a name",
            (_, who) => who,
        };
        match self {
            Self::Dutch => format!(
                "Het notitieboek is niet versleuteld: alleen voor verzonnen patiënten. {who} koos dat op {stated}. \"pallium protect\" versleutelt het."
            ),
            Self::English => format!(
                "The notebook is not encrypted: for fictional patients only. {who} chose that on {stated}. \"pallium protect\" encrypts it."
            ),
        }
    }
}
