//! What is said at a session with a fictional case, on the screen and on its papers.

mod kept;
mod votes;

use crate::words::language::{Language, sentences};

sentences! {
    /// A row of the first screen, and a title.
    session_practise => "Oefenen met een casus", "Practise with a case";
    /// On every page of a session.
    session_fictional => "Verzonnen casus", "Fictional case";
    /// First and last line of every paper.
    session_paper => "Verzonnen casus. Hoort in geen dossier.", "Fictional case. Belongs in no record.";
    /// Above the cases.
    session_choose => "Kies een casus. Niemand in deze casussen bestaat.", "Choose a case. Nobody in these cases exists.";
    /// For whom a case is.
    level_volunteers => "vrijwilligers", "volunteers";
    /// For whom a case is.
    level_carers => "verzorgenden", "care assistants";
    /// For whom a case is.
    level_nurses => "verpleegkundigen", "nurses";
    /// For whom a case is.
    level_doctors => "artsen", "physicians";
    /// For whom a case is.
    level_mixed => "gemengde groep", "mixed group";
    /// A row.
    session_begin_kept => "Beginnen; onderweg opslaan, zodat u later verder kunt", "Begin, and save along the way, so that you can go on later";
    /// A row.
    session_begin_not_kept => "Beginnen zonder op te slaan; na afsluiten is alles weg", "Begin without saving; after leaving everything is gone";
    /// The status of a session that goes to no disk.
    session_not_kept => "wordt niet opgeslagen", "is not saved";
    /// The case cannot be read any more.
    session_case_unreadable =>
        "De casus van deze bijeenkomst is niet te lezen. Wat er geteld en genoteerd is, staat in het verslag.",
        "The case of this session cannot be read. What was counted and noted is in the report.";
    /// A row, and a title.
    session_people => "Wie zijn er", "Who is there";
    /// Nobody was filled in.
    session_nobody => "nog niet ingevuld", "not filled in yet";
    /// Above the numbers.
    session_people_what => "Aantallen zijn genoeg; namen komen nergens bij antwoorden te staan.", "Numbers are enough; names are never kept beside answers.";
    /// A hint in a number field.
    session_number_hint => "aantal", "number";
    /// A hint in a text field.
    session_text_hint => "typ hier", "type here";
    /// A row of the numbers.
    session_others => "anderen", "others";
    /// A row.
    session_first_scene => "Naar de eerste scène", "To the first scene";
    /// What undo says it changed.
    session_votes_counted => "het aantal stemmen", "the number of votes";
    /// Heading.
    session_given => "Staat al in het dossier", "On record already";
    /// Heading.
    session_vote => "Ieder voor zich", "Everybody alone";
    /// Heading.
    session_vote_again => "Nog een keer, ieder voor zich", "Once more, everybody alone";
    /// How votes are counted.
    session_count_hands => "Tel handen of kaartjes en vul de aantallen in.", "Count hands or cards and fill in the numbers.";
    /// How votes are cast.
    session_pass_round =>
        "Geef het toetsenbord door. Typ het nummer van uw keuze, of druk zo vaak op →, en dan Enter. Uw keuze is niet te zien.",
        "Pass the keyboard round. Type the number of your choice, or press → that many times, and then Enter. Your choice does not show.";
    /// In the place of a number that nobody may read yet.
    session_counted => "• ingevuld", "• filled in";
    /// In the place of every number of votes when all are counted and nobody may read them yet.
    session_all_counted => "• geteld", "• counted";
    /// In the place of the number of votes, while they are being counted.
    session_not_all_counted => "Nog niet alle stemmen zijn geteld. Typ 0 waar niemand voor koos.", "Not all votes are counted yet. Type 0 where nobody chose it.";
    /// A row: the numbers are shown while they are being counted.
    session_show_counts => "Toon de aantallen; de groep ziet ze ook", "Show the numbers; the group sees them too";
    /// A row.
    session_hide_counts => "Verberg de aantallen", "Hide the numbers";
    /// A row, where all votes are in, line by line.
    session_one_more => "Nog iemand: laat die ook stemmen", "One more: let them vote too";
    /// Where text that is read aloud goes on below the window.
    session_read_on => "lees verder: Tab", "read on: Tab";
    /// Below a question that takes several options.
    session_several => "Meer dan één mag; niets kiezen mag ook.", "More than one is fine; so is none.";
    /// The same, while the keyboard goes round.
    session_several_numbers => "Meer dan één mag: typ alle nummers, en dan één keer Enter. Typ 0 voor geen, of om opnieuw te beginnen.", "More than one is fine: type all numbers, and then Enter once. Type 0 for none, or to begin again.";
    /// The same, line by line.
    session_several_lines => "Meer dan één mag: typ alle nummers op één regel, zoals 1 3; typ 0 voor geen.", "More than one is fine: type all numbers on one line, such as 1 3; type 0 for none.";
    /// Somebody left the row on which they had chosen.
    session_unconfirmed => "De keuze was nog niet bevestigd met Enter, en telt niet.", "The choice was not confirmed with Enter yet, and does not count.";
    /// Notice.
    session_closed => "De sessie is afgesloten.", "The session is closed.";
    /// Heading: all votes were cast.
    session_all_voted => "Alle stemmen zijn binnen", "All votes are in";
    /// Under it: how one goes on, and what to do where more people are there than were filled in.
    session_all_voted_what =>
        "Tab gaat naar de verdeling. Is er nog iemand, dan stemt die gewoon.",
        "Tab goes to the spread. If somebody is left, they simply vote.";
    /// The same, line by line.
    session_all_voted_lines => "Met \"verder\" gaat u naar de verdeling.", "\"next\" goes to the spread.";
    /// A row on which somebody votes while the keyboard goes round.
    session_my_vote => "Mijn stem", "My vote";
    /// Beside it, as long as nothing was chosen.
    session_not_chosen => "typ een nummer, dan Enter", "type a number, then Enter";
    /// Beside it, where everybody may choose several.
    session_none_chosen => "typ nummers, dan Enter", "type numbers, then Enter";
    /// Beside it, when something was chosen.
    session_chosen => "• gekozen, Enter bevestigt", "• chosen, Enter confirms";
    /// A vote was counted while the keyboard goes round.
    session_voted => "Geteld. Geef het toetsenbord door.", "Counted. Pass the keyboard on.";
    /// The last vote was counted.
    session_voted_last => "Geteld. Alle stemmen zijn binnen.", "Counted. All votes are in.";
    /// Where somebody asks for sources before the second round.
    session_source_later =>
        "Bron en criteria gaan open na de tweede ronde, of met de regel \"Toon bron en criteria\".",
        "Source and criteria open after the second round, or with the row \"Show source and criteria\".";
    /// Under a question on which a group voted.
    session_choose_for_group => "Hier legt u vast wat de groep samen kiest; leeg laten mag.", "Record here what the group chooses together; leaving it empty is fine.";
    /// Where somebody looks for patients within a session.
    session_no_patients => "In een oefening zoekt u niet tussen patiënten. Dat kan vanaf het eerste scherm.", "Within an exercise nobody looks among patients. That is done from the first screen.";
    /// Beside the file of a case that cannot be played.
    session_case_refused => "niet in orde: Enter toont wat eraan schort", "has errors: Enter shows what is wrong";
    /// A scene of a report that was opened, and in which nothing was recorded.
    session_only_talked => "Besproken; er is niets geteld of genoteerd.", "Talked about; nothing was counted or noted.";
    /// More votes of a profession than there are people of it.
    session_more_votes_of_group => "Van een beroepsgroep zijn dit meer stemmen dan mensen. De aantallen blijven staan.", "For one profession there are more votes than people. The numbers stay as they are.";
    /// The same, line by line.
    session_pass_round_lines => "Geef het toetsenbord door: typ het nummer van een keuze en druk op Enter. Niets is te zien tot iedereen is geweest.", "Pass the keyboard round: type the number of a choice and press Enter. Nothing shows until everybody has voted.";
    /// More votes than people.
    session_more_votes => "Dit zijn meer stemmen dan mensen. De aantallen blijven staan.", "There are more votes than people. The numbers stay as they are.";
    /// The same, where somebody may choose several options.
    session_more_at_one => "Bij één keuze staan meer stemmen dan er mensen zijn. De aantallen blijven staan.", "At one option there are more votes than people. The numbers stay as they are.";
    /// A scene without its checklist.
    session_no_checklist => "De checklist van deze scène is er niet meer; praat verder zonder.", "The checklist of this scene is missing; go on without it.";
    /// A row.
    session_mask => "Toetsenbord doorgeven in plaats van tellen", "Pass the keyboard round instead of counting";
    /// A row.
    session_unmask => "Tellen in plaats van doorgeven", "Count instead of passing round";
    /// Heading.
    session_spread => "De verdeling", "The spread";
    /// Beside the bar of the second round, under that of the first.
    session_after_talk => "na het gesprek", "after the discussion";
    /// Beside a scene that was begun and stands at its story.
    session_begun => "begonnen", "begun";
    /// The state of a session in a list of meetings.
    session_under_way => "bezig", "under way";
    /// Heading.
    session_both => "Voor en na het gesprek", "Before and after the discussion";
    /// A row.
    session_show => "Toon de verdeling", "Show the spread";
    /// A row.
    session_hide => "Verberg de verdeling", "Hide the spread";
    /// Heading.
    session_reveal => "Nieuwe informatie", "New information";
    /// The question where a checklist asks for no judgement.
    session_conclusion => "Wat besluit de groep?", "What does the group conclude?";
    /// A field.
    session_decision => "Besluit", "Decision";
    /// A field.
    session_reason => "Reden", "Reason";
    /// A field.
    session_dissent => "Afwijkende mening, en waarom", "Dissenting opinion, and why";
    /// A row: the trainer opens what is seen after the second round.
    session_criteria => "Toon bron en criteria", "Show source and criteria";
    /// A row: past the rest of a checklist.
    session_skip => "Rest van de checklist overslaan", "Skip the rest of the checklist";
    /// A row: votes are counted apart by profession.
    session_apart => "Ook per beroepsgroep tellen (vanaf vijf mensen)", "Also count by profession (from five people on)";
    /// Votes were counted by profession, and there are too few of one to tell any of them.
    session_none_apart => "Per beroepsgroep is niets te zien: dat kan vanaf vijf stemmen in elke groep.", "By profession nothing is shown: that takes five votes in each group.";
    /// Above the counts of who is in no profession that is counted apart.
    session_the_others => "de anderen", "the others";
    /// A field.
    session_names => "Namen, voor een presentielijst", "Names, for a list of those present";
    /// A hint in that field.
    session_names_hint => "hoeft niet; een naam per regel, komt bij geen antwoord", "not needed; one name to a line, beside no answer";
    /// Heading.
    session_outcome => "Hoe het verder ging", "What happened next";
    /// There is no outcome.
    session_no_outcome => "Deze casus vertelt niet hoe het verder ging.", "This case does not tell what happened next.";
    /// A row.
    session_show_trainer => "Nabespreking van de trainer: toon aan de groep", "The trainer's debriefing: show it to the group";
    /// A row.
    session_scene_done => "Deze scène is klaar: verder", "This scene is done: on";
    /// Heading.
    session_trainer => "Voor de nabespreking", "For the debriefing";
    /// A row.
    session_next => "Verder", "Next";
    /// At the end.
    session_close => "Tot slot, hardop of op papier: wat doe ik morgen anders? En: hoe is het met ons?", "To end with, aloud or on paper: what do I do differently tomorrow? And: how are we?";
    /// A row.
    session_end => "Sessie afsluiten", "Close the session";
    /// Heading of a paper: the list of those present.
    session_present => "Aanwezig", "Present";
    /// Heading of a paper.
    session_worksheet => "Werkblad voor de groep", "Worksheet for the group";
    /// Label on a paper.
    session_goals => "Leerdoelen", "Goals";
    /// Label on a paper.
    session_questions => "Vragen voor het gesprek", "Questions for discussion";
    /// Label on a paper.
    session_judgement => "Oordeel van de groep", "Judgement of the group";
    /// Label on a paper.
    session_first_votes => "Eerste ronde", "First round";
    /// Line on a paper.
    session_no_shift =>
        "Niet alle stemmen zijn geteld; daarom staat hier geen verschuiving.",
        "Not all votes were counted, so no shift is given.";
    /// Under a spread of hands of which not all were counted.
    session_counted_in_part => "Niet alle stemmen zijn geteld.", "Not all votes were counted.";
    /// Label on a paper.
    session_shift => "Verschuiving", "Shift";
    /// Label on a paper.
    session_second_votes => "Tweede ronde", "Second round";
    /// Label on a paper.
    session_role_cards => "Rolkaarten", "Role cards";
    /// Above the options of a worksheet.
    session_both_rounds => "Aantal stemmen: ronde 1 / ronde 2", "Number of votes: round 1 / round 2";
    /// At the end of a worksheet.
    session_tomorrow => "Wat doe ik morgen anders?", "What do I do differently tomorrow?";
    /// A field, and a label on a worksheet: who passes on what got stuck.
    session_passed_on => "Wie geeft het door, en aan wie", "Who passes it on, and to whom";
    /// The hint in the field for who passes on what got stuck.
    session_passed_on_hint => "wie, bij wie, en wanneer", "who, with whom, and when";
    /// The hint in the field for what got stuck.
    session_bottlenecks_hint => "wat liep vast in de zorg", "where care got stuck";
    /// A scene that was not played.
    session_not_played => "Niet gespeeld.", "Not played.";
}

impl Language {
    /// At which page a scene goes on that was begun.
    pub fn session_goes_on(self, page: &str) -> String {
        match self {
            Self::Dutch => format!("gaat verder bij: {page}"),
            Self::English => format!("goes on at: {page}"),
        }
    }

    /// Another meeting would take the place of a session that is not saved.
    pub fn session_would_go(self, case: &str) -> String {
        match self {
            Self::Dutch => format!(
                "\"{case}\" wordt niet opgeslagen en zou nu weg zijn. Kies eerst \"Verder met {case}\", en daar \"{}\".",
                self.session_end()
            ),
            Self::English => format!(
                "\"{case}\" is not saved and would be gone now. First choose \"Continue with {case}\", and there \"{}\".",
                self.session_end()
            ),
        }
    }

    /// A row: the trainer opens what is otherwise seen after the second round, where that is to come.
    pub fn session_show_criteria(self, is_to_come: bool) -> String {
        let label = self.session_criteria();
        match self {
            _ if !is_to_come => label.to_owned(),
            Self::Dutch => format!("{label} (anders pas na de tweede ronde)"),
            Self::English => format!("{label} (otherwise only after the second round)"),
        }
    }

    /// Above the scenes; with keys, or line by line.
    pub const fn session_overview(self, in_lines: bool) -> &'static str {
        match (self, in_lines) {
            (Self::Dutch, false) => {
                "Enter opent een scène; een scène overslaan mag. In een scène gaat Tab steeds een bladzijde verder."
            }
            (Self::Dutch, true) => {
                "Een scène overslaan mag. In een scène gaat \"verder\" steeds een bladzijde verder."
            }
            (Self::English, false) => {
                "Enter opens a scene; leaving one out is fine. In a scene Tab goes one page further each time."
            }
            (Self::English, true) => {
                "Leaving a scene out is fine. In a scene \"next\" goes one page further each time."
            }
        }
    }

    /// What closing a session means, which is kept or not.
    pub const fn session_closing(self, kept: bool) -> &'static str {
        match (self, kept) {
            (Self::Dutch, true) => "Na het afsluiten kunt u deze sessie alleen nog nalezen.",
            (Self::English, true) => "Once it is closed, this session can only be read.",
            (Self::Dutch, false) => {
                "Deze sessie wordt niet opgeslagen. Na het afsluiten leest u haar nog na tot u iets anders opent; dan is alles weg."
            }
            (Self::English, false) => {
                "This session is not saved. Once it is closed you can read it until you open something else; then everything is gone."
            }
        }
    }

    /// A row: the session is closed.
    pub const fn session_closing_yes(self, kept: bool) -> &'static str {
        match (self, kept) {
            (Self::Dutch, true) => "Sessie afsluiten; daarna alleen nalezen",
            (Self::English, true) => "Close the session; read only from then on",
            (Self::Dutch, false) => "Sessie afsluiten; er wordt niets opgeslagen",
            (Self::English, false) => "Close the session; nothing is saved",
        }
    }

    /// How many scenes were not played to their end.
    pub fn session_scenes_left(self, left: usize) -> String {
        match (self, left) {
            (Self::Dutch, 1) => "Eén scène is niet tot het einde gespeeld.".to_owned(),
            (Self::Dutch, _) => format!("{left} scènes zijn niet tot het einde gespeeld."),
            (Self::English, 1) => "One scene was not played to its end.".to_owned(),
            (Self::English, _) => format!("{left} scenes were not played to their end."),
        }
    }

    /// A session in a list of meetings.
    pub fn session_of(self, case: &str) -> String {
        match self {
            Self::Dutch => format!("Verzonnen: {case}"),
            Self::English => format!("Fictional: {case}"),
        }
    }

    /// Somebody leaves the program with a session that is not saved.
    pub fn session_quit(self, case: &str) -> String {
        match self {
            Self::Dutch => {
                format!("\"{case}\" wordt niet opgeslagen en is dan weg. Toch afsluiten: nog een keer.")
            }
            Self::English => {
                format!("\"{case}\" is not saved and will be gone. To leave anyway: once more.")
            }
        }
    }

    /// The age of the patient in a case.
    pub fn session_age(self, years: u8) -> String {
        match self {
            Self::Dutch => format!("{years} jaar"),
            Self::English => format!("{years} years old"),
        }
    }

    /// How many people there are.
    pub fn session_people_count(self, people: u32) -> String {
        match (self, people) {
            (Self::Dutch, 1) => "1 mens aanwezig".to_owned(),
            (Self::Dutch, _) => format!("{people} mensen aanwezig"),
            (Self::English, 1) => "1 person present".to_owned(),
            (Self::English, _) => format!("{people} people present"),
        }
    }

    /// On a worksheet: what somebody answers alone.
    pub fn session_my_answer(self, round: u8) -> String {
        match self {
            Self::Dutch => format!("Mijn antwoord, ronde {round}"),
            Self::English => format!("My answer, round {round}"),
        }
    }

    /// A round of votes.
    pub fn session_round(self, round: u8) -> String {
        match self {
            Self::Dutch => format!("Ronde {round}"),
            Self::English => format!("Round {round}"),
        }
    }

    /// A scene of which nothing is told yet.
    pub fn session_scene(self, number: usize) -> String {
        match self {
            Self::Dutch => format!("Scène {number}"),
            Self::English => format!("Scene {number}"),
        }
    }

    /// How votes were spread in the session before this one.
    pub fn session_earlier(self, day: &str, round: u8) -> String {
        match self {
            Self::Dutch => format!("Vorige keer, {day}, ronde {round}"),
            Self::English => format!("Last time, {day}, round {round}"),
        }
    }

    /// The parts that can be played.
    pub fn session_roles(self, names: &str) -> String {
        match self {
            Self::Dutch => format!(
                "Rollen, als u de scène speelt: {names}. De kaarten staan op het blad van de trainer."
            ),
            Self::English => {
                format!("Roles, if you play the scene: {names}. The cards are on the trainer's sheet.")
            }
        }
    }

    /// The version of a case and how long it takes.
    pub fn session_version(self, version: &str) -> String {
        match self {
            Self::Dutch => format!("Casus, versie {version}"),
            Self::English => format!("Case, version {version}"),
        }
    }
}
