//! What is wrong with a definition: one sentence for the problem, a few words for the place.
//!
//! The author of a checklist edits text files and knows the subject, not the format. Every sentence says what is the
//! matter in the author's words; the words at the place say what is needed there.

mod kinds;
mod syntax;

use super::{Language, sentences};

/// The sentences for one problem.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sentences {
    /// What is wrong, in one sentence.
    pub message: String,
    /// What stands or was expected at the place, in a few words.
    pub expected: String,
}

fn told(message: impl Into<String>, expected: impl Into<String>) -> Sentences {
    Sentences { message: message.into(), expected: expected.into() }
}

sentences! {
    /// Level of a problem that keeps a definition from being used.
    error_level => "fout", "error";
    /// Level of a problem that does not.
    warning_level => "waarschuwing", "warning";
    /// Beside the first of two places.
    first_place => "hier voor het eerst", "here for the first time";
    /// Beside another place with the same problem.
    other_place => "en hier", "and here";
    /// Beside a link of a circle of conditions.
    link_place => "hangt hiervan af", "depends on this";
    /// Beside a condition that plays a part.
    condition_place => "door deze voorwaarde", "because of this condition";
    /// A value that a key takes.
    wanted_text => "een tekst tussen aanhalingstekens", "text in quotes";
    /// A value that a key takes.
    wanted_translated =>
        "een tekst tussen aanhalingstekens, of { nl = \"...\", en = \"...\" }",
        "text in quotes, or { nl = \"...\", en = \"...\" }";
    /// A value that a key takes.
    wanted_name => "een naam tussen aanhalingstekens", "a name in quotes";
    /// A value that a key takes.
    wanted_whole => "een geheel getal", "a whole number";
    /// A value that a key takes.
    wanted_number => "een getal", "a number";
    /// A value that a key takes.
    wanted_day => "een dag als \"2026-01-31\"", "a day such as \"2026-01-31\"";
    /// A value that a key takes.
    wanted_truth => "true of false", "true or false";
    /// A value that a key takes.
    wanted_code =>
        "een code tussen aanhalingstekens, of { system = \"...\", code = \"...\" }",
        "a code in quotes, or { system = \"...\", code = \"...\" }";
    /// A value that a key takes.
    wanted_value => "true, false, een getal of de code van een optie", "true, false, a number or the code of an option";
    /// A value that a key takes.
    wanted_list => "een lijst tussen [ en ]", "a list between [ and ]";
    /// A value that a key takes.
    wanted_table => "een tabel tussen { en }", "a table between { and }";
    /// A value that a key takes.
    wanted_tables => "onderdelen met [[ ... ]], of een lijst van tabellen", "sections with [[ ... ]], or a list of tables";
    /// A value that was found.
    found_text => "een tekst", "a text";
    /// A value that was found.
    found_number => "een getal", "a number";
    /// A value that was found.
    found_truth => "true of false", "true or false";
    /// A value that was found.
    found_date => "een datum", "a date";
    /// A value that was found.
    found_list => "een lijst", "a list";
    /// A value that was found.
    found_table => "een tabel", "a table";
    /// How an item can be tested.
    testable_truth => "een ja-neevraag: gebruik is = true of is = false", "a yes-no question: use is = true or is = false";
    /// How an item can be tested.
    testable_options => "een keuze: gebruik is, is_not of in met codes van opties", "a choice: use is, is_not or in with codes of options";
    /// How an item can be tested.
    testable_numbers => "een getal: gebruik is, at_least of at_most met getallen", "a number: use is, at_least or at_most with numbers";
    /// What a bound takes.
    bounds_take_their_number =>
        "at_least en at_most tellen het getal zelf mee: meer dan 4 is at_least = 5 (bij hele getallen)",
        "at_least and at_most take the number itself: more than 4 is at_least = 5 (of whole numbers)";
    /// How an item can be tested.
    testable_answered => "hier kan alleen answered = true of false", "only answered = true or false can be used here";
    /// How an item can be tested.
    testable_nothing => "hier valt niets te beantwoorden", "there is nothing to answer here";
}

/// Declares sentences with parameters: for each language the message, then the words at the place.
macro_rules! told_sentences {
    ($($(#[$doc:meta])* $name:ident($($parameter:ident: $type:ty),*) =>
        $dutch:literal, $dutch_place:literal; $english:literal, $english_place:literal;)*) => {
        impl Language {
            $($(#[$doc])*
            pub fn $name(self, $($parameter: $type),*) -> Sentences {
                match self {
                    Self::Dutch => told(format!($dutch), format!($dutch_place)),
                    Self::English => told(format!($english), format!($english_place)),
                }
            })*
        }
    };
}

mod cases;

told_sentences! {
    /// The file contains bytes that are not text.
    not_unicode() =>
        "dit bestand bevat bytes die geen tekst zijn", "bewaar het bestand als UTF-8";
        "this file contains bytes that are not text", "save the file as UTF-8";
    /// The same, with the first line that holds such a byte.
    not_unicode_on_line(line: usize) =>
        "op regel {line} van dit bestand staat een teken dat geen tekst is", "bewaar het bestand als UTF-8; vaak is het een letter met een accent";
        "line {line} of this file contains a character that is not text", "save the file as UTF-8; often it is a letter with an accent";
    /// The file is over the limit.
    too_large() =>
        "dit bestand is te groot voor een checklist", "hoogstens 1 MiB";
        "this file is too large for a checklist", "at most 1 MiB";
    /// A link in the folder.
    link_refused() =>
        "dit is een koppeling naar een andere plek; Pallium volgt die niet", "zet het bestand zelf in deze map";
        "this is a link to another place; Pallium does not follow it", "put the file itself in this folder";
    /// A folder with the name of a checklist.
    folder_refused() =>
        "dit is een map met de naam van een checklist", "geef de map een naam zonder .toml";
        "this is a folder with the name of a checklist", "give the folder a name without .toml";
    /// A pipe, device or socket.
    special_file_refused() =>
        "dit is geen gewoon bestand en wordt niet gelezen", "haal het weg uit deze map";
        "this is not an ordinary file and is not read", "remove it from this folder";
    /// The system does not give the file.
    file_unreadable() =>
        "dit bestand is niet te lezen", "kijk of u het mag openen en of de schijf het doet; is het van een ander, zoals root, vraag het dan aan wie deze computer beheert";
        "this file cannot be read", "check whether you may open it and whether the disk works; if it is somebody else's, such as root's, ask whoever manages this computer for it";
    /// The system does not give the folder.
    folder_unreadable() =>
        "deze map is niet te lezen", "kijk of u de map mag openen en of de schijf het doet; is zij van een ander, zoals root, vraag haar dan aan wie deze computer beheert";
        "this folder cannot be read", "check whether you may open it and whether the disk works; if it is somebody else's, such as root's, ask whoever manages this computer for it";
    /// The system does not give it, for it is somebody else's.
    unreadable_of_other(reason: &str) =>
        "dit is niet te lezen", "{reason}";
        "this cannot be read", "{reason}";
    /// The name of the file is no text.
    name_not_unicode() =>
        "de naam van dit bestand bevat tekens die geen tekst zijn", "geef het een andere naam, bijvoorbeeld markering.toml";
        "the name of this file contains characters that are not text", "give it another name, for example markering.toml";
    /// A file that is not read for its ending.
    other_ending() =>
        "dit bestand wordt overgeslagen: de naam eindigt niet op .toml", "geef het een naam die eindigt op .toml in kleine letters; haal weg wat erachter staat, zoals .txt";
        "this file is skipped: its name does not end in .toml", "give it a name that ends in .toml in lower case; remove what follows, such as .txt";
    /// A file that is not read for a space behind its name.
    space_behind() =>
        "dit bestand wordt overgeslagen: achter de naam staat een spatie", "geef het dezelfde naam zonder die spatie";
        "this file is skipped: there is a space after its name", "give it the same name without that space";
    /// A file that is elsewhere yet.
    not_downloaded() =>
        "dit bestand staat nog in iCloud en is hier nog niet opgehaald", "open deze map in de Finder en laat het bestand downloaden";
        "this file is still in iCloud and was not downloaded yet", "open this folder in the Finder and have the file downloaded";
    /// A folder that is not read for its name.
    other_folder() =>
        "deze map wordt overgeslagen: zij heeft een andere naam dan Pallium leest", "checklists voor checklists, met daarin routes en casussen, in kleine letters";
        "this folder is skipped: its name is not one that Pallium reads", "checklists for checklists, with routes and casussen in it, in lower case";
    /// A folder beside the one in which it belongs.
    folder_beside() =>
        "deze map wordt overgeslagen: zij staat naast de map checklists", "zet haar in de map checklists";
        "this folder is skipped: it is next to the folder checklists", "put it in the folder checklists";
    /// A second version of another file.
    second_version() =>
        "dit bestand wordt overgeslagen: het is een tweede versie van een bestand dat hier ook staat", "neem over wat u wilt houden en haal het weg, of geef het een eigen naam en een eigen id";
        "this file is skipped: it is a second version of a file that is here as well", "copy what you want to keep and remove it, or give it a name and an id of its own";
    /// A folder over its limit.
    too_many_files(limit: usize) =>
        "in deze map staan te veel bestanden; de rest is niet gelezen", "hoogstens {limit}";
        "there are too many files in this folder; the rest was not read", "at most {limit}";
    /// A list is over its limit.
    too_many(key: &str, limit: usize) =>
        "er staan te veel onderdelen onder \"{key}\"", "hoogstens {limit}";
        "there are too many parts under \"{key}\"", "at most {limit}";
    /// Nothing stands in a file.
    empty_file(section: &str) =>
        "er staat nog niets in dit bestand", "nodig zijn ten minste format, id, version, title en een [[{section}]]; een begin maakt u met: pallium checklist new NAAM";
        "there is nothing in this file yet", "it needs at least format, id, version, title and a [[{section}]]; begin one with: pallium checklist new NAME";
    /// A file has more keys than any definition needs.
    too_many_keys(limit: usize) =>
        "dit bestand heeft te veel sleutels", "hoogstens {limit} in een bestand; verdeel het over meer checklists";
        "this file has too many keys", "at most {limit} in one file; split it into more checklists";
    /// Something is nested too deep.
    too_deep(limit: usize) =>
        "onderdelen liggen te diep in elkaar", "hoogstens {limit} diep";
        "parts are nested too deep", "at most {limit} deep";
    /// The format is newer than the program.
    newer_format(found: i64, known: i64) =>
        "dit bestand heeft indeling {found}; deze versie van Pallium leest indeling {known}", "verwacht: {known}; werk Pallium bij als het bestand voor een nieuwere versie is gemaakt";
        "this file has format {found}; this version of Pallium reads format {known}", "expected: {known}; update Pallium if the file was made for a newer version";
    /// A word that a key does not know.
    unknown_word(key: &str, word: &str, allowed: &str) =>
        "\"{key}\" kent het woord \"{word}\" niet", "kies uit: {allowed}";
        "\"{key}\" does not know the word \"{word}\"", "choose from: {allowed}";
    /// A profession that does not exist.
    unknown_discipline(word: &str) =>
        "\"{word}\" is geen beroep dat bij een oordeel betrokken kan zijn", "bijvoorbeeld \"arts\", \"huisarts\", \"verpleegkundige\" of \"verzorgende\"; de naslag noemt ze alle";
        "\"{word}\" is not a profession that can take part in a judgement", "for example \"physician\", \"nurse\" or \"carer\"; the reference lists them all";
    /// Readers that contradict each other.
    contradicting_audience(name: &str) =>
        "\"{name}\" is van het team alleen en heeft ook andere lezers", "kies: alleen het team (about of audience \"team\"), of lezers buiten het team";
        "\"{name}\" is for the team only and has other readers too", "choose either the team only (about or audience \"team\"), or readers outside the team";
    /// Readers who are named, by which the others are left out.
    fewer_readers(name: &str) =>
        "\"{name}\" komt zo niet op het blad van de huisartsenpost, noch op dat van wie niet is genoemd", "bedoelt u dat, dan kan het blijven staan; anders haalt u audience weg";
        "in this way \"{name}\" does not reach the paper for the out-of-hours service, nor that of anybody who is not named", "if that is what you mean, it may stay; otherwise remove audience";
    /// Options that all leave the question open.
    nothing_to_say() =>
        "elk antwoord laat de vraag open, dus er valt niets vast te leggen dat blijft staan", "geef er een antwoord bij dat iets zegt, of haal \"leaves_open\" weg";
        "every answer leaves the question open, so nothing can be recorded that stays", "add an answer that says something, or remove \"leaves_open\"";
    /// A number outside its bounds.
    out_of_range(key: &str, min: i64, max: i64) =>
        "dit getal past niet bij \"{key}\"", "van {min} tot en met {max}";
        "this number is not possible for \"{key}\"", "from {min} up to {max}";
    /// A case that does not say that it is fictional.
    not_fictional() =>
        "deze casus zegt niet dat de patiënt verzonnen is; over een echt mens hoort niets in lesmateriaal", "verwacht: fictional = true";
        "this case does not say that its patient is fictional; nothing about a real person belongs in teaching material", "expected: fictional = true";
    /// A value of the wrong type.
    wrong_type(key: &str, wanted: &str, found: &str) =>
        "bij \"{key}\" staat {found}", "verwacht: {wanted}";
        "\"{key}\" has {found}", "expected: {wanted}";
    /// A name of the wrong form.
    bad_name(name: &str) =>
        "\"{name}\" kan geen naam zijn", "kleine letters, cijfers, - en _; hoogstens 64 tekens";
        "\"{name}\" cannot be a name", "lower-case letters, digits, - and _; at most 64 characters";
    /// A name that is refused as a file name.
    unsafe_name(name: &str) =>
        "\"{name}\" kan op Windows geen bestandsnaam zijn", "kies een andere naam";
        "\"{name}\" cannot be a file name on Windows", "choose another name";
    /// The name differs from the file name.
    other_file_name(name: &str, file: &str) =>
        "de naam \"{name}\" is anders dan de bestandsnaam \"{file}.toml\"", "maak deze gelijk aan elkaar";
        "the name \"{name}\" differs from the file name \"{file}.toml\"", "make these equal";
    /// The name of the file cannot be that of a definition.
    bad_file_name(name: &str, file: &str) =>
        "de bestandsnaam \"{file}.toml\" kan geen naam van een checklist zijn", "geef het bestand de naam {name}.toml; een kopie krijgt een eigen naam van kleine letters, cijfers, - en _, en als id dezelfde";
        "the file name \"{file}.toml\" cannot be the name of a checklist", "give the file the name {name}.toml; a copy gets a name of its own of lower-case letters, digits, - and _, and the same as its id";
    /// The name of the file is that of a copy.
    copy_file_name(name: &str, file: &str) =>
        "\"{file}.toml\" heeft de naam van een kopie van \"{name}.toml\" en wordt zo niet gebruikt", "vergelijk de twee, neem over wat u wilt houden en haal de kopie weg; een eigen checklist krijgt een eigen naam van kleine letters, cijfers, - en _, en als id dezelfde";
        "\"{file}.toml\" has the name of a copy of \"{name}.toml\" and is not used like this", "compare the two, copy what you want to keep and remove the copy; a checklist of its own gets a name of its own of lower-case letters, digits, - and _, and the same as its id";
    /// A key that does not fit the type.
    unsuitable_key(key: &str, item_type: &str) =>
        "\"{key}\" past niet bij een vraag van het type \"{item_type}\"", "hoort hier niet";
        "\"{key}\" does not fit an item of type \"{item_type}\"", "does not belong here";
    /// Somebody is asked who cannot answer.
    unsuitable_ask(word: &str, item_type: &str, types: &str) =>
        "\"{word}\" past niet bij een vraag van het type \"{item_type}\"", "kan alleen bij {types}";
        "\"{word}\" does not fit an item of type \"{item_type}\"", "only goes with {types}";
    /// Counts without names beside a conversation.
    counted_conversation() =>
        "\"each-participant\" past niet bij een vraag met \"discussed\"", "aantallen zonder namen zeggen niet door wie en met wie iets is besproken";
        "\"each-participant\" does not fit an item with \"discussed\"", "counts without names do not say by whom and with whom something was discussed";
    /// A name given twice.
    duplicate_name(name: &str) =>
        "de naam \"{name}\" is al gebruikt", "geef dit onderdeel een eigen naam";
        "the name \"{name}\" is already used", "give this part a name of its own";
    /// A question on which a group votes twice in one scene.
    voted_twice(name: &str) =>
        "over \"{name}\" wordt in deze scène al gestemd", "noem elke vraag één keer";
        "a vote on \"{name}\" is already taken in this scene", "name each question once";
    /// A code given twice.
    duplicate_code(code: &str) =>
        "twee opties van deze vraag hebben de code \"{code}\"", "geef deze optie een eigen code";
        "two options of this question have the code \"{code}\"", "give this option a code of its own";
    /// A text given to two options.
    duplicate_text(text: &str) =>
        "twee opties van deze vraag heten \"{text}\"", "geef deze optie een eigen tekst; op het scherm zijn de twee niet te onderscheiden";
        "two options of this question are called \"{text}\"", "give this option a text of its own; on the screen nobody can tell the two apart";
    /// An answer that excludes others where only one is given.
    idle_exclusive() =>
        "\"exclusive\" doet hier niets: er wordt hier toch maar één antwoord gekozen", "haal exclusive weg; het hoort bij een vraag van het type \"choices\"";
        "\"exclusive\" does nothing here: only one answer is chosen here", "remove exclusive; it belongs with an item of type \"choices\"";
    /// A key where nothing is answered.
    idle_key(key: &str) =>
        "\"{key}\" doet hier niets: op een tekst van het type \"display\" antwoordt niemand", "haal {key} weg, of kies een type dat een antwoord heeft";
        "\"{key}\" does nothing here: nobody answers a text of type \"display\"", "remove {key}, or choose a type that has an answer";
    /// An item that does not exist.
    unknown_item(name: &str) =>
        "deze voorwaarde verwijst naar een vraag die niet bestaat", "geen vraag met de naam \"{name}\"";
        "this condition refers to an item that does not exist", "no item with the name \"{name}\"";
    /// A source that does not exist.
    unknown_source(name: &str) =>
        "hier wordt een bron genoemd die niet bestaat", "geen bron met de naam \"{name}\"";
        "this refers to a source that does not exist", "no source with the name \"{name}\"";
    /// A checklist that does not exist.
    unknown_checklist(name: &str) =>
        "hier wordt een checklist genoemd die niet bestaat", "geen checklist met de naam \"{name}\"";
        "this refers to a checklist that does not exist", "no checklist with the name \"{name}\"";
    /// An option that does not exist.
    unknown_option(code: &str, known: &str) =>
        "\"{code}\" is geen optie van deze vraag", "kies uit: {known}";
        "\"{code}\" is not an option of this question", "choose from: {known}";
    /// No judgement to test.
    no_judgement() =>
        "deze voorwaarde kijkt naar een oordeel, maar deze checklist vraagt er geen", "hier is een onderdeel [judgement] voor nodig";
        "this condition looks at a judgement, but this checklist asks for none", "this needs a section [judgement]";
    /// A test that does not fit.
    unsuitable_test(item: &str, testable: &str) =>
        "deze toets past niet bij de vraag \"{item}\"", "{testable}";
        "this test does not fit the item \"{item}\"", "{testable}";
    /// A condition that cannot be read in one way.
    unclear_condition() =>
        "deze voorwaarde is niet op één manier te lezen", "verwacht: één van item (met een toets), judgement, all, any, not of count (met at_least of at_most)";
        "this condition can be read in more than one way", "expected: one of item (with a test), judgement, all, any, not or count (with at_least or at_most)";
    /// A list with nothing in it.
    empty_list(key: &str) =>
        "de lijst \"{key}\" is leeg", "zet er iets in, of laat \"{key}\" weg";
        "the list \"{key}\" is empty", "put something in it, or leave \"{key}\" out";
    /// Conditions in a circle.
    circle(path: &str) =>
        "deze voorwaarden hangen in een kring van elkaar af", "{path}: haal een van deze voorwaarden weg";
        "these conditions depend on one another in a circle", "{path}: remove one of these conditions";
    /// A condition on the very thing that has it.
    own_condition(name: &str) =>
        "\"{name}\" hangt met deze voorwaarde van zichzelf af", "noem hier een andere vraag, of haal de voorwaarde weg";
        "with this condition \"{name}\" depends on itself", "name another item here, or remove the condition";
    /// Something that never appears.
    unreachable_part(name: &str) =>
        "\"{name}\" verschijnt nooit", "de voorwaarden samen kunnen niet waar worden; verander er een";
        "\"{name}\" never appears", "together the conditions can never be true; change one";
    /// A condition that says nothing.
    always_true() =>
        "deze voorwaarde is altijd waar", "geldt bij elk antwoord, en ook zonder antwoord: haal haar weg of verander haar";
        "this condition is always true", "true for every answer, and without one: remove it or change it";
    /// A condition that cannot hold.
    never_true() =>
        "deze voorwaarde kan nooit waar worden", "geldt bij geen enkel antwoord: haal haar weg of verander haar";
        "this condition can never be true", "not true for any answer: remove it or change it";
    /// A group with nothing in it.
    empty_group(name: &str) =>
        "de groep \"{name}\" is leeg", "verwacht: een vraag met [[group.item]]";
        "the group \"{name}\" is empty", "expected: an item with [[group.item]]";
    /// A scale with more steps than anybody goes over.
    long_scale(limit: i64) =>
        "deze schaal heeft te veel stappen", "hoogstens {limit} van min naar max; neem anders type = \"number\"";
        "this scale has too many steps", "at most {limit} from min to max; or take type = \"number\"";
    /// Three decimals that may be meant as thousands.
    thousands(written: &str, number: &str) =>
        "{written} is hier {number}: een punt staat voor decimalen", "schrijf duizenden zonder punt, en {number} zonder nullen";
        "{written} is {number} here: a point comes before decimals", "write thousands without a point, and {number} without zeros";
    /// Bounds the wrong way round.
    bad_range() =>
        "de hoogste waarde ligt niet boven de laagste", "max hoort groter te zijn dan min";
        "the highest value is not above the lowest", "max must be greater than min";
    /// Days that nothing can lie between.
    bad_days() =>
        "de laatste dag ligt vóór de eerste", "latest hoort later te zijn dan earliest";
        "the last day is before the first", "latest must be later than earliest";
    /// Texts without English.
    missing_translation(missing: usize, total: usize) =>
        "{missing} van de {total} teksten hebben geen Engelse vorm", "verwacht: {{ nl = \"...\", en = \"...\" }}";
        "{missing} of {total} texts have no English form", "expected: {{ nl = \"...\", en = \"...\" }}";
    /// An indication without a source.
    missing_source(name: &str) =>
        "\"{name}\" zegt niet waar het vandaan komt", "verwacht: source = \"...\", met een onderdeel [[source]]";
        "\"{name}\" does not say where it comes from", "expected: source = \"...\", with a section [[source]]";
    /// An indication on a count or scale.
    score_as_verdict(name: &str) =>
        "\"{name}\" rust op een telling of een schaal", "geen telling of score geeft het oordeel: laat dat aan het team";
        "\"{name}\" rests on a count or a scale", "no count or score makes the judgement: leave that to the team";
    /// A word too long for a small screen.
    long_word(word: &str) =>
        "dit woord past niet op een klein scherm: \"{word}\"", "hoogstens 50 tekens aan één stuk";
        "this word does not fit on a small screen: \"{word}\"", "at most 50 characters in one piece";
    /// A text too long for a small screen.
    long_text(lines: usize, limit: usize) =>
        "deze tekst is lang voor een beamer: {lines} regels", "goed leesbaar: hoogstens {limit} regels van 50 tekens; de rest kan in help";
        "this text is long for a projector: {lines} lines", "easy to read: at most {limit} lines of 50 characters; the rest can go into help";
    /// A short form that is too long.
    long_label(cells: usize, limit: usize) =>
        "deze korte vorm is te lang voor het overzicht: {cells} tekens", "hoogstens {limit} tekens";
        "this short form is too long for the overview: {cells} characters", "at most {limit} characters";
    /// A choice with one option.
    one_option() =>
        "bij deze vraag is maar één antwoord te kiezen", "schrijf er een optie bij, of neem type = \"yes-no\"";
        "there is only one answer to choose here", "add an option, or take type = \"yes-no\"";
    /// An address that nothing opens.
    bad_address() =>
        "dit is geen adres dat een browser opent", "begin met https://";
        "this is not an address that a browser opens", "begin with https://";
    /// A text with nothing in it.
    empty_text(key: &str) =>
        "de tekst bij \"{key}\" is leeg", "verwacht: een tekst";
        "the text of \"{key}\" is empty", "expected: a text";
    /// A character that cannot be seen.
    hidden_character(number: u32) =>
        "deze tekst bevat een onzichtbaar teken (U+{number:04X})", "het wordt zichtbaar getoond; haal het weg";
        "this text contains an invisible character (U+{number:04X})", "it is shown visibly; remove it";
}

impl Language {
    /// A question about what was probably meant.
    pub fn did_you_mean(self, suggestion: &str) -> String {
        let is_bare = suggestion.starts_with(['[', '{'])
            || suggestion.contains('"')
            || matches!(suggestion, "true" | "false")
            || suggestion.parse::<f64>().is_ok();
        let quoted = if is_bare { suggestion.to_owned() } else { format!("\"{suggestion}\"") };
        match self {
            Self::Dutch => format!("bedoelde u {quoted}?"),
            Self::English => format!("did you mean {quoted}?"),
        }
    }

    /// A key that does not exist in a kind of table.
    ///
    /// `owner` is the only other kind of table that has this key, where there is one.
    pub fn unknown_key(self, key: &str, shape: &str, owner: Option<&str>) -> Sentences {
        let part = self.part(shape);
        let owner = owner.and_then(|owner| self.part(owner).split_once(' '));
        match (self, owner) {
            (Self::Dutch, None) => {
                told(format!("{part} kent de sleutel \"{key}\" niet"), "onbekende sleutel")
            }
            (Self::Dutch, Some((_, owner))) => told(
                format!("{part} kent de sleutel \"{key}\" niet"),
                format!("deze sleutel hoort bij een {owner}"),
            ),
            (Self::English, None) => told(format!("{part} does not know the key \"{key}\""), "unknown key"),
            (Self::English, Some((_, owner))) => told(
                format!("{part} does not know the key \"{key}\""),
                format!(
                    "this key belongs with {} {owner}",
                    if owner.starts_with(['a', 'i', 'o']) { "an" } else { "a" }
                ),
            ),
        }
    }

    /// A key without which a kind of table is not complete.
    pub fn missing_key(self, key: &str, shape: &str) -> Sentences {
        let part = self.part(shape);
        match self {
            Self::Dutch => {
                told(format!("{part} mist de sleutel \"{key}\""), format!("verwacht: {key} = ..."))
            }
            Self::English => {
                told(format!("{part} is missing the key \"{key}\""), format!("expected: {key} = ..."))
            }
        }
    }

    /// What a kind of table is called in a sentence.
    const fn part(self, shape: &str) -> &'static str {
        match (self, shape.as_bytes()) {
            (Self::Dutch, b"checklist") => "deze checklist",
            (Self::Dutch, b"route") => "deze route",
            (Self::Dutch, b"case") => "deze casus",
            (Self::Dutch, b"patient") => "het onderdeel [patient]",
            (Self::Dutch, b"scene") => "deze scène",
            (Self::Dutch, b"source") => "deze bron",
            (Self::Dutch, b"group") => "deze groep",
            (Self::Dutch, b"item") => "deze vraag",
            (Self::Dutch, b"option") => "deze optie",
            (Self::Dutch, b"condition") => "deze voorwaarde",
            (Self::Dutch, b"count") => "deze telling",
            (Self::Dutch, b"indication") => "deze indicatie",
            (Self::Dutch, b"judgement") => "dit oordeel",
            (Self::Dutch, b"agreement") => "deze afspraak",
            (Self::Dutch, b"step") => "deze stap",
            (Self::Dutch, b"text") => "deze tekst",
            (Self::Dutch, b"code") => "deze code",
            (Self::Dutch, _) => "dit onderdeel",
            (Self::English, b"checklist") => "this checklist",
            (Self::English, b"route") => "this route",
            (Self::English, b"case") => "this case",
            (Self::English, b"patient") => "the section [patient]",
            (Self::English, b"scene") => "this scene",
            (Self::English, b"source") => "this source",
            (Self::English, b"group") => "this group",
            (Self::English, b"item") => "this item",
            (Self::English, b"option") => "this option",
            (Self::English, b"condition") => "this condition",
            (Self::English, b"count") => "this count",
            (Self::English, b"indication") => "this indication",
            (Self::English, b"judgement") => "this judgement",
            (Self::English, b"agreement") => "this agreement",
            (Self::English, b"step") => "this step",
            (Self::English, b"text") => "this text",
            (Self::English, b"code") => "this code",
            (Self::English, _) => "this part",
        }
    }
}
