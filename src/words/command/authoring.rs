//! What the command line says to somebody who writes checklists.

use crate::words::language::{Language, sentences};

sentences! {
    /// A command.
    cli_checklist =>
        "Bekijk, maak en bewerk checklists",
        "View, make and edit checklists";
    /// Usage of a command.
    cli_usage_checklist => "pallium checklist OPDRACHT", "pallium checklist COMMAND";
    /// A command.
    cli_checklist_list => "Noem alle checklists en routes, en waar ze vandaan komen", "List all checklists and routes, and where they come from";
    /// Usage of a command.
    cli_usage_checklist_list => "pallium checklist list [OPTIES]", "pallium checklist list [OPTIONS]";
    /// A command.
    cli_checklist_show =>
        "Toon een checklist als leesbare tekst; routes/NAAM is de route met die naam",
        "Show a checklist as readable text; routes/NAME is the route of that name";
    /// Usage of a command.
    cli_usage_checklist_show => "pallium checklist show [OPTIES] NAAM [--toml]", "pallium checklist show [OPTIONS] NAME [--toml]";
    /// A command.
    cli_checklist_new => "Maak een eigen checklist, met uitleg erin", "Make a checklist of your own, with explanations in it";
    /// Usage of a command.
    cli_usage_checklist_new =>
        "pallium checklist new [OPTIES] NAAM [--from NAAM | --case]",
        "pallium checklist new [OPTIONS] NAME [--from NAME | --case]";
    /// A command.
    cli_checklist_edit =>
        "Bewerk een checklist in uw tekstprogramma; pas als alles klopt, gaat hij gelden",
        "Edit a checklist in your text editor; it takes effect only once everything is right";
    /// Usage of a command.
    cli_usage_checklist_edit => "pallium checklist edit [OPTIES] NAAM", "pallium checklist edit [OPTIONS] NAME";
    /// A command.
    cli_checklist_diff =>
        "Zeg wat een nieuwere meegeleverde versie verandert, en wat u zelf veranderde",
        "Show what a newer shipped version changes, and what you changed yourself";
    /// Usage of a command.
    cli_usage_checklist_diff => "pallium checklist diff [OPTIES] NAAM", "pallium checklist diff [OPTIONS] NAME";
    /// Name of a value.
    cli_value_id => "NAAM", "NAME";
    /// An argument.
    cli_argument_known_id => "De naam van een checklist, zoals in de lijst", "The name of a checklist, as in the list";
    /// An argument.
    cli_argument_new_id => "De naam van de nieuwe checklist: kleine letters, cijfers, - en _", "The name of the new checklist: lower-case letters, digits, - and _";
    /// An option.
    cli_option_toml => "De tekst van het bestand zelf", "The text of the file itself";
    /// An option.
    cli_option_from => "Maak hem van deze meegeleverde checklist", "Make it from this shipped checklist";

    /// Heading of a list.
    list_checklists => "Checklists", "Checklists";
    /// Heading of a list.
    list_routes => "Routes", "Routes";
    /// Heading of a list.
    list_refused => "Niet in gebruik, want niet in orde", "Not in use, because of errors";
    /// Heading of a list.
    list_drafts => "Concepten die nog niet gelden", "Drafts that are not in use yet";
    /// Layer in a list.
    list_shipped => "meegeleverd", "shipped";
    /// Layer in a list.
    list_own => "eigen", "own";
    /// Layer in a list.
    list_given => "opgegeven", "given";
    /// Where to read what is wrong.
    list_see_check => "\"pallium check\" zegt wat er mis is.", "\"pallium check\" says what is wrong.";

    /// How an item is answered.
    type_yes_no => "ja of nee", "yes or no";
    /// How an item is answered.
    type_choice => "kies er een", "choose one";
    /// How an item is answered.
    type_choices => "kies er een of meer", "choose one or more";
    /// How an item is answered.
    type_scale => "schaal", "scale";
    /// How an item is answered.
    type_number => "getal", "number";
    /// How an item is answered.
    type_date => "datum", "date";
    /// How an item is answered.
    type_short_text => "een regel tekst", "one line of text";
    /// How an item is answered.
    type_long_text => "tekst", "text";
    /// How an item is answered.
    type_person => "een persoon", "a person";
    /// How an item is answered.
    type_agreement => "een afspraak", "an agreement";
    /// How an item is answered.
    type_display => "alleen om te lezen", "only to read";
    /// Who answers.
    show_who_knows => "wie de patiënt kent", "whoever knows the patient";
    /// Who answers.
    show_each => "iedereen apart", "everybody separately";
    /// A group that can be filled in more than once.
    show_with_time => "met tijdstip", "with its time";
    /// A group that repeats.
    show_repeats => "kan vaker ingevuld worden", "can be filled in more than once";
    /// A group about the team.
    show_about_team => "over het team zelf", "about the team itself";
    /// Heading.
    show_indications => "Zinnen die kunnen verschijnen", "Sentences that can appear";
    /// Heading.
    show_judgement => "Oordeel van het team", "Judgement of the team";
    /// Heading.
    show_agreements => "Voorstellen voor afspraken", "Proposals for agreements";
    /// Heading.
    show_sources => "Bronnen", "Sources";
    /// Heading.
    show_steps => "Stappen", "Steps";
    /// A step that is opened when asked for.
    show_folded => "dichtgeklapt", "folded";
    /// A step on the page of the patient.
    show_inline => "op het scherm van de patiënt", "on the patient's own page";

    /// A question.
    edit_again => "Verder bewerken?", "Go on editing?";
    /// Behind a question that is answered with yes or no.
    ask_choice => "(j/n)", "(y/n)";
    /// The answer is neither yes nor no.
    ask_unclear => "Typ j of n en dan Enter.", "Type y or n and then Enter.";
    /// Nothing was edited.
    edit_unchanged => "Er is niets veranderd.", "Nothing was changed.";
    /// A draft that somebody took away.
    edit_gone =>
        "Het concept is weggehaald; wat in gebruik was, blijft in gebruik.",
        "The draft was taken away; what was in use stays in use.";
}

/// Sentences with parameters. Names, paths and texts come in clean.
impl Language {
    /// No checklist has this name.
    pub fn checklist_unknown(self, typed: &str, nearest: Option<&str>) -> String {
        let perhaps = nearest.map(|nearest| format!(" {}", self.cli_perhaps(nearest))).unwrap_or_default();
        match self {
            Self::Dutch => {
                format!(
                    "Er is geen checklist \"{typed}\".{perhaps} \"pallium checklist list\" noemt ze alle."
                )
            }
            Self::English => {
                format!(
                    "There is no checklist \"{typed}\".{perhaps} \"pallium checklist list\" lists them all."
                )
            }
        }
    }

    /// The file of a checklist is there, but it is wrong.
    pub fn checklist_refused(self, path: &str, id: &str) -> String {
        match self {
            Self::Dutch => format!(
                "{path} is niet in orde en daarom niet in gebruik. \"pallium check\" zegt wat er mis is; met \"pallium checklist edit {id}\" verbetert u het."
            ),
            Self::English => format!(
                "{path} has errors and is therefore not in use. \"pallium check\" says what is wrong; \"pallium checklist edit {id}\" is where you correct it."
            ),
        }
    }

    /// Who is told about a checklist: name, version, layer.
    pub fn show_origin(self, id: &str, version: &str, layer: &str, file: &str) -> String {
        match self {
            Self::Dutch => format!("{id}, versie {version}, {layer}: {file}"),
            Self::English => format!("{id}, version {version}, {layer}: {file}"),
        }
    }

    /// The shipped version that an own one was made from.
    pub fn show_based_on(self, id: &str, version: &str) -> String {
        match self {
            Self::Dutch => format!("Gemaakt van {id}, versie {version}."),
            Self::English => format!("Made from {id}, version {version}."),
        }
    }

    /// A fault of usage: a command that needs one of these behind it.
    pub fn cli_missing_command(self, commands: &str) -> String {
        match self {
            Self::Dutch => format!("Zet er een opdracht achter: {commands}."),
            Self::English => format!("A command must follow: {commands}."),
        }
    }

    /// What an item or sentence rests on.
    pub fn show_source(self, id: &str) -> String {
        match self {
            Self::Dutch => format!("bron: {id}"),
            Self::English => format!("source: {id}"),
        }
    }

    /// The first day that is expected.
    pub fn show_from(self, day: &str) -> String {
        match self {
            Self::Dutch => format!("vanaf {day}"),
            Self::English => format!("from {day}"),
        }
    }

    /// The last day that is expected.
    pub fn show_until(self, day: &str) -> String {
        match self {
            Self::Dutch => format!("tot en met {day}"),
            Self::English => format!("up to {day}"),
        }
    }

    /// The label of an item in the overview.
    pub fn show_label(self, label: &str) -> String {
        match self {
            Self::Dutch => format!("kort: {label}"),
            Self::English => format!("short: {label}"),
        }
    }

    /// The kinds of meeting for which a route is the usual one.
    pub fn show_default_for(self, kinds: &str) -> String {
        match self {
            Self::Dutch => format!("De gewone route voor: {kinds}."),
            Self::English => format!("The usual route for: {kinds}."),
        }
    }

    /// The user's own folder, and whether it is there.
    pub fn list_own_folder(self, path: &str, exists: bool) -> String {
        match (self, exists) {
            (Self::Dutch, true) => format!("Uw eigen map: {path}"),
            (Self::English, true) => format!("Your own folder: {path}"),
            (Self::Dutch, false) => {
                format!("Uw eigen map: {path} (nog niet gemaakt; \"pallium checklist new\" doet dat)")
            }
            (Self::English, false) => {
                format!("Your own folder: {path} (not made yet; \"pallium checklist new\" does that)")
            }
        }
    }

    /// The folder that was given on the command line.
    pub fn list_given_folder(self, path: &str) -> String {
        match self {
            Self::Dutch => format!("De opgegeven map: {path}"),
            Self::English => format!("The given folder: {path}"),
        }
    }

    /// A draft, and how to go on with it.
    pub fn list_draft(self, id: &str) -> String {
        match self {
            Self::Dutch => format!("{id}: verder met \"pallium checklist edit {id}\""),
            Self::English => format!("{id}: go on with \"pallium checklist edit {id}\""),
        }
    }

    /// A shipped version that is newer than the one that an own checklist was made from.
    pub fn list_newer(self, version: &str) -> String {
        match self {
            Self::Dutch => format!("nieuwer meegeleverd: {version}"),
            Self::English => format!("newer shipped: {version}"),
        }
    }

    /// A new checklist would overwrite a file.
    pub fn new_exists(self, path: &str, id: &str) -> String {
        match self {
            Self::Dutch => format!(
                "{path} bestaat al en wordt niet overschreven. Bewerk het met \"pallium checklist edit {id}\", of kies een andere naam."
            ),
            Self::English => format!(
                "{path} already exists and is not overwritten. Edit it with \"pallium checklist edit {id}\", or choose another name."
            ),
        }
    }

    /// A new checklist would take the place of a shipped one that it has nothing to do with.
    pub fn new_is_shipped(self, id: &str) -> String {
        match self {
            Self::Dutch => format!(
                "\"{id}\" is de naam van een meegeleverde checklist; de uwe zou die vervangen. Kies een andere naam, of maak uw eigen versie met \"pallium checklist new {id} --from {id}\"."
            ),
            Self::English => format!(
                "\"{id}\" is the name of a shipped checklist; yours would take its place. Choose another name, or make your own version with \"pallium checklist new {id} --from {id}\"."
            ),
        }
    }

    /// Something that is not shipped cannot be copied.
    pub fn new_not_shipped(self, typed: &str, known: &str) -> String {
        match self {
            Self::Dutch => format!("\"{typed}\" is geen meegeleverde checklist. Dat zijn: {known}."),
            Self::English => format!("\"{typed}\" is not a shipped checklist. Those are: {known}."),
        }
    }

    /// A new checklist was made.
    pub fn new_made(self, path: &str, id: &str) -> String {
        let column = id.len() + "pallium checklist edit ".len();
        let line = |command: &str, what: &str| format!("  {command:column$}   {what}\n");
        let (edit, show) = (format!("pallium checklist edit {id}"), format!("pallium checklist show {id}"));
        match self {
            Self::Dutch => format!(
                "Gemaakt: {path}\n\nDe checklist geldt vanaf nu, met de voorbeeldtekst die erin staat.\n{}{}{}",
                line(&edit, "bewerken in uw tekstprogramma"),
                line(&show, "lezen zoals hij nu is"),
                line("pallium check", "nakijken, ook na bewerken in een ander programma"),
            ),
            Self::English => format!(
                "Made: {path}\n\nThe checklist is in use from now on, with the example text that is in it.\n{}{}{}",
                line(&edit, "edit it in your text editor"),
                line(&show, "read it as it is now"),
                line("pallium check", "check it, also after editing in another program"),
            ),
        }
    }

    /// A new checklist was made from a shipped one.
    pub fn new_made_from(self, path: &str, id: &str, from: &str, version: &str) -> String {
        match self {
            Self::Dutch => format!(
                "Gemaakt: {path}\nvan de meegeleverde checklist {from}, versie {version}.\n\n  pallium checklist edit {id}   bewerken in uw tekstprogramma\n  pallium checklist diff {id}   zien wat u veranderde, en wat een nieuwere Pallium verandert\n"
            ),
            Self::English => format!(
                "Made: {path}\nfrom the shipped checklist {from}, version {version}.\n\n  pallium checklist edit {id}   edit it in your text editor\n  pallium checklist diff {id}   see what you changed, and what a newer Pallium changes\n"
            ),
        }
    }

    /// A checklist from a given folder is not edited here.
    pub fn edit_given(self, id: &str, path: &str) -> String {
        match self {
            Self::Dutch => format!(
                "\"{id}\" komt uit de opgegeven map ({path}). Bewerk dat bestand zelf, en kijk het na met \"pallium check\"; of laat --checklists weg om uw eigen versie te bewerken."
            ),
            Self::English => format!(
                "\"{id}\" comes from the given folder ({path}). Edit that file itself and check it with \"pallium check\"; or leave out --checklists to edit your own version."
            ),
        }
    }

    /// A question: whether to go on with a draft of earlier.
    pub fn edit_resume(self, path: &str) -> String {
        match self {
            Self::Dutch => format!("Er ligt nog een concept dat niet af was: {path}\nDaarmee verdergaan?"),
            Self::English => format!("There is an unfinished draft: {path}\nGo on with it?"),
        }
    }

    /// An earlier draft was put aside.
    pub fn edit_put_aside(self, path: &str) -> String {
        match self {
            Self::Dutch => format!("Het oude concept staat nu in {path}"),
            Self::English => format!("The old draft is kept as {path}"),
        }
    }

    /// How many problems there are in a draft.
    pub fn edit_wrong(self, errors: usize) -> String {
        match (self, errors) {
            (Self::Dutch, 1) => "Er is nog 1 fout, dus dit geldt nog niet.".to_owned(),
            (Self::English, 1) => "There is still 1 error, so this is not in use yet.".to_owned(),
            (Self::Dutch, _) => format!("Er zijn nog {errors} fouten, dus dit geldt nog niet."),
            (Self::English, _) => format!("There are still {errors} errors, so this is not in use yet."),
        }
    }

    /// The draft is kept for later.
    pub fn edit_kept(self, path: &str, id: &str) -> String {
        match self {
            Self::Dutch => format!(
                "Uw concept staat in {path}\nWat in gebruik was, blijft in gebruik. Ga later verder met \"pallium checklist edit {id}\"."
            ),
            Self::English => format!(
                "Your draft is kept in {path}\nWhat was in use stays in use. Go on later with \"pallium checklist edit {id}\"."
            ),
        }
    }

    /// A question: somebody else changed the file meanwhile.
    pub fn edit_changed_outside(self, path: &str) -> String {
        match self {
            Self::Dutch => format!(
                "{path} is veranderd nadat dit concept begon, door u zelf elders of door iemand anders.\nUw concept toch in gebruik nemen? De andere versie wordt dan apart gezet."
            ),
            Self::English => format!(
                "{path} was changed after this draft was started, by yourself elsewhere or by somebody else.\nUse your draft anyway? The other version is then kept."
            ),
        }
    }

    /// The version that was there meanwhile is kept.
    pub fn edit_other_kept(self, path: &str) -> String {
        match self {
            Self::Dutch => format!("De andere versie staat nu in {path}"),
            Self::English => format!("The other version is kept as {path}"),
        }
    }

    /// A draft came into force.
    pub fn edit_in_force(self, id: &str, path: &str) -> String {
        match self {
            Self::Dutch => format!(
                "\"{id}\" is in gebruik: {path}\nEen bijeenkomst die al bezig is, houdt de versie waarmee zij begon."
            ),
            Self::English => format!(
                "\"{id}\" is in use: {path}\nA meeting in progress keeps the version that it started with."
            ),
        }
    }

    /// What came into force is hidden by a given folder.
    pub fn edit_hidden_by_given(self, folder: &str) -> String {
        match self {
            Self::Dutch => format!(
                "Let op: de opgegeven map ({folder}) heeft er ook een met deze naam, en die gaat voor."
            ),
            Self::English => format!(
                "Note: the given folder ({folder}) has one of this name too, and that one takes precedence."
            ),
        }
    }
}
