//! The tour of one minute.

use crate::words::language::{Language, sentences};

sentences! {
    /// The title of the tour.
    tour_title => "Rondleiding", "Tour";
    /// The row that begins it.
    tour_row => "Rondleiding van een minuut", "A tour of one minute";
    /// To the next screen of it.
    tour_next => "Verder", "Next";
    /// The end of it.
    tour_end => "Klaar: aan de slag", "Done: get started";
}

impl Language {
    /// The screens of the tour: what each is about, and what it says.
    pub const fn tour(self) -> [(&'static str, &'static str); 6] {
        match self {
            Self::Dutch => [
                (
                    "De agenda",
                    "Een bijeenkomst begint met wie u vandaag bespreekt. Kent Pallium de groep, dan stelt het voor wie aan de beurt is.\n\nDe pijlen kiezen, **Enter** opent, **Esc** gaat terug, **F1** toont de toetsen. Alles wordt vanzelf opgeslagen, en **Ctrl+Z** neemt terug.",
                ),
                (
                    "De patiënt",
                    "Eén bladzijde per patiënt: eigen woorden, de vraag, wat er veranderd is, scenario's en afspraken.\n\nKort bespreken is genoeg. Wie meer tijd heeft, kiest \"Volledig bespreken\". **F2** zijn uw aantekeningen.",
                ),
                (
                    "De vraag",
                    "Een checklist stelt één vraag tegelijk. **Enter** legt een antwoord vast, **Tab** gaat verder, **F3** toont de bron.\n\nNiets hoeft: wat niemand beantwoordt, staat ook nergens als antwoord.",
                ),
                (
                    "Het oordeel",
                    "Pallium telt antwoorden niet op tot een oordeel. Het team kiest, met de reden en wie erbij waren.\n\nEen oordeel geldt tot u het intrekt of een nieuw geeft, ook in een volgende bijeenkomst.",
                ),
                (
                    "Afspraken en papier",
                    "**F4** noteert een afspraak: wat, wie en wanneer. Aan het eind leest u ze per persoon voor.\n\n**F9** toont het papier: het verslag, een samenvatting voor het dossier of de huisartsenpost. Er gaat niets naar buiten dat u niet zelf opslaat.",
                ),
                (
                    "Waar de gegevens staan",
                    "In één map op deze computer. Pallium verstuurt niets. Noteer initialen en een geboortejaar, geen namen.\n\nMaak nu en dan een reservekopie met de opdracht **pallium backup**. De map is:",
                ),
            ],
            Self::English => [
                (
                    "The agenda",
                    "A meeting begins with the patients whom you discuss today. If Pallium knows the group, it proposes whose turn it is.\n\nThe arrows choose, **Enter** opens, **Esc** goes back, **F1** shows the keys. Everything is saved by itself, and **Ctrl+Z** takes back what you did.",
                ),
                (
                    "The patient",
                    "One page for each patient: own words, the question, what changed, scenarios and agreements.\n\nA brief discussion is enough. If you have more time, choose \"Discuss in full\". **F2** opens your notes.",
                ),
                (
                    "The question",
                    "A checklist asks one question at a time. **Enter** records an answer, **Tab** goes on, **F3** shows the source.\n\nNothing is compulsory: what nobody answers is nowhere kept as an answer.",
                ),
                (
                    "The judgement",
                    "Pallium does not add answers up to a judgement. The team chooses, with the reason and who took part.\n\nA judgement stands until you withdraw it or give a new one, in the next meeting too.",
                ),
                (
                    "Agreements and paper",
                    "**F4** notes an agreement: what, who and by when. At the end you read them aloud, person by person.\n\n**F9** shows the paper: the minutes, a summary for the record or for out-of-hours care. Nothing leaves the program that you do not save yourself.",
                ),
                (
                    "Where the data is",
                    "In one folder on this computer. Pallium sends nothing. Note initials and a year of birth, not names.\n\nMake a backup now and then with the command **pallium backup**. The folder is:",
                ),
            ],
        }
    }
}
