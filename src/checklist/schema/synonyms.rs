//! The words that an author may write for a key or a word of the format, beside the table of what there is.

use super::{Form, Shape};
use crate::checklist::schema;

/// A key or word of the format, with what else it is called: in Dutch, in other formats, in the plural.
type Called = (&'static str, &'static [&'static str]);

/// Every key. Where a table lacks the first that fits, the next one is meant.
const KEYS: &[Called] = &[
    ("format", &["formaat", "indeling"]),
    ("id", &["kenmerk", "identificatie", "naam_bestand", "naam", "name"]),
    ("version", &["versie", "uitgave"]),
    ("title", &["titel", "naam", "kop", "opschrift", "name"]),
    ("label", &["aanduiding", "korte_naam", "etiket", "naam", "titel"]),
    ("purpose", &["doel", "bedoeling", "beschrijving", "omschrijving", "description"]),
    ("based_on", &["gebaseerd_op", "gemaakt_van"]),
    ("source", &["bron", "bronnen", "sources"]),
    ("group", &["groep", "groepen", "groups", "blad", "bladzijde"]),
    ("indication", &["indicatie", "indicaties", "aanwijzing"]),
    ("judgement", &["oordeel", "beoordeling", "judgment"]),
    ("agreement", &["afspraak", "afspraken", "agreements"]),
    ("year", &["jaar", "jaartal"]),
    ("status", &["stand", "geldigheid"]),
    ("url", &["link", "adres", "website", "webadres"]),
    ("evidence", &["bewijs", "onderbouwing"]),
    ("help", &["uitleg", "toelichting", "hulp", "hulptekst", "helptekst", "extra_uitleg", "hint"]),
    (
        "enable_when",
        &[
            "als",
            "wanneer",
            "indien",
            "toon_als",
            "tonen_als",
            "toon_wanneer",
            "tonen_wanneer",
            "toon_indien",
            "tonen_indien",
            "zichtbaar_als",
            "alleen_als",
            "alleen_tonen_als",
            "laat_zien_als",
            "stel_als",
            "vragen_als",
            "voorwaarde",
            "when",
            "if",
            "show_if",
            "show_when",
            "visible_if",
            "condition",
            "enable_if",
            "display_if",
            "display_when",
            "only_if",
            "depends_on",
        ],
    ),
    ("when", &["als", "wanneer", "indien", "voorwaarde", "if", "enable_when"]),
    (
        "repeats",
        &[
            "herhaal",
            "herhalen",
            "herhaalt",
            "herhaling",
            "herhaalbaar",
            "herhaald",
            "repeat",
            "repeated",
            "vaker",
            "meermaals",
            "meervoudig",
            "meerdere",
            "meerdere_keren",
            "meer_keren",
        ],
    ),
    ("about", &["over", "betreft", "gaat_over", "gericht_op", "onderwerp"]),
    (
        "text",
        &[
            "tekst",
            "vraag",
            "zin",
            "question",
            "label",
            "antwoord",
            "omschrijving",
            "naam",
            "name",
            "titel",
            "title",
        ],
    ),
    ("item", &["vraag", "vragen", "onderdeel", "items", "question", "questions", "id"]),
    ("items", &["vragen", "onderdelen"]),
    ("type", &["soort", "soort_vraag", "vraagsoort", "vraagtype", "antwoordtype", "kind"]),
    (
        "options",
        &[
            "opties",
            "keuzes",
            "keuzen",
            "antwoorden",
            "optie",
            "option",
            "choices",
            "mogelijkheden",
            "mogelijkheid",
            "keuzemogelijkheden",
            "antwoordmogelijkheden",
            "antwoordopties",
            "keuze",
            "answers",
        ],
    ),
    ("unit", &["eenheid", "eenheden", "maat", "units", "maateenheid"]),
    (
        "min",
        &[
            "minimum",
            "minimaal",
            "minstens",
            "laagste",
            "laagste_waarde",
            "ondergrens",
            "from",
            "van",
            "vanaf",
        ],
    ),
    (
        "max",
        &[
            "maximum",
            "maximaal",
            "hoogstens",
            "hoogste",
            "hoogste_waarde",
            "bovengrens",
            "to",
            "tot",
            "tot_en_met",
        ],
    ),
    ("low", &["laag", "links", "laagste_tekst", "tekst_laag", "onderaan", "tekst_links"]),
    ("high", &["hoog", "rechts", "hoogste_tekst", "tekst_hoog", "bovenaan", "tekst_rechts"]),
    ("ask", &["vraag_aan", "wie", "gevraagd", "gesteld_aan", "aan_wie", "wie_antwoordt"]),
    ("audience", &["lezers", "doelgroep", "publiek", "voor_wie", "voor", "zichtbaar_voor", "readers"]),
    ("states", &["standen", "toestanden", "geen_antwoord"]),
    ("discussed", &["besproken", "gesprek"]),
    ("looks", &["kijkt", "richting"]),
    ("earliest", &["vroegste", "eerste_dag", "vanaf", "from", "min", "minimum"]),
    ("latest", &["laatste", "uiterste", "uiterlijk", "laatste_dag", "tot", "tot_en_met", "max", "maximum"]),
    ("time", &["tijd", "tijdstip", "met_tijd"]),
    ("link_id", &["linkid", "link", "verwijzing"]),
    ("prefix", &["nummer", "voorvoegsel", "nr", "number"]),
    ("standing", &["blijft", "blijft_staan", "blijvend", "geldt", "staand", "stands"]),
    (
        "needs_note",
        &[
            "toelichting_nodig",
            "notitie_nodig",
            "namelijk",
            "toelichting",
            "notitie",
            "opmerking",
            "vrije_tekst",
        ],
    ),
    ("exclusive", &["exclusief", "sluit_uit", "uitsluitend", "alleen", "geen_andere", "alone", "excludes"]),
    ("leaves_open", &["laat_open", "open_laten", "blijft_open", "open", "puts_off", "later", "unknown"]),
    ("coding", &["codering"]),
    (
        "code",
        &[
            "kode",
            "codering",
            "id",
            "value",
            "waarde",
            "sleutel",
            "key",
            "naam",
            "name",
            "kenmerk",
            "afkorting",
        ],
    ),
    ("system", &["systeem", "stelsel", "codestelsel"]),
    ("nl", &["nederlands", "ned", "nld", "dutch", "taal_nl"]),
    ("en", &["engels", "eng", "english", "gb", "uk"]),
    ("is", &["gelijk_aan", "gelijk", "equals", "value", "waarde", "answer", "antwoord"]),
    ("is_not", &["is_niet", "niet_gelijk_aan", "ongelijk"]),
    ("in", &["een_van", "eén_van", "één_van", "een_uit"]),
    (
        "at_least",
        &["min", "minimum", "minstens", "ten_minste", "tenminste", "vanaf", "minimaal", "from", "gte", ">="],
    ),
    (
        "at_most",
        &["max", "maximum", "hoogstens", "ten_hoogste", "maximaal", "tot", "tot_en_met", "to", "lte", "<="],
    ),
    ("answered", &["beantwoord", "is_beantwoord", "ingevuld", "is_ingevuld", "gegeven"]),
    ("all", &["alle", "allemaal", "alles", "en", "and"]),
    ("any", &["een", "enige", "enkele", "of", "or", "ten_minste_een"]),
    ("not", &["niet", "geen"]),
    ("count", &["aantal", "tel", "telling"]),
    ("checklist", &["lijst", "controlelijst", "checklijst"]),
    ("judge_again_after", &["opnieuw_na", "opnieuw_beoordelen_na", "opnieuw_oordelen_na", "geldig_dagen"]),
    ("involve", &["betrek", "betrekken", "betrokken", "betrokkenen", "erbij"]),
    ("default_for", &["standaard_voor", "standaard", "standaardroute_voor", "bedoeld_voor", "default"]),
    ("step", &["stap", "stappen", "steps"]),
    (
        "folded",
        &[
            "ingeklapt",
            "inklappen",
            "inklapbaar",
            "ingevouwen",
            "dichtgeklapt",
            "dicht",
            "gevouwen",
            "gesloten",
            "collapsed",
        ],
    ),
    ("inline", &["in_de_bladzijde", "ter_plaatse", "op_de_bladzijde", "op_de_pagina", "direct", "open"]),
    ("fictional", &["verzonnen", "fictief"]),
    ("goals", &["leerdoelen", "doelen"]),
    ("patient", &["patiënt", "cliënt", "client"]),
    ("scene", &["scène", "scènes", "scenes", "tafereel", "taferelen", "bedrijf"]),
    ("age", &["leeftijd"]),
    ("situation", &["situatie", "toestand"]),
    ("own_words", &["eigen_woorden"]),
    ("questions", &["vragen", "vraag", "question"]),
    ("debrief", &["nabespreking", "terugblik"]),
    ("minutes", &["minuten", "duur", "tijd"]),
    ("for", &["voor", "voor_wie", "doelgroep", "niveau"]),
    ("given", &["gegeven", "al_bekend", "bekend", "staat_vast"]),
    ("vote", &["stemmen", "stem", "stemming", "stemvraag"]),
    ("ballot", &["stembriefje", "eigen_vraag", "eigen_stemming"]),
    ("roles", &["rollen", "rol", "rollenspel"]),
    ("who", &["wie"]),
    ("card", &["kaart", "kaartje", "rolkaart"]),
    ("reveal", &["onthulling", "nieuwe_informatie", "nieuw", "nieuws"]),
    ("outcome", &["afloop", "hoe_het_afliep", "vervolg", "uitkomst"]),
];

/// Every word that a key knows.
const WORDS: &[Called] = &[
    ("yes-no", &["ja-nee", "ja/nee", "janee", "ja nee", "ja of nee", "boolean", "yesno", "yes/no"]),
    // In most programs for forms a question of several choices takes one answer.
    (
        "choice",
        &[
            "keuze",
            "eenkeuze",
            "enkele keuze",
            "radio",
            "meerkeuze",
            "multiple-choice",
            "multiple choice",
            "keuzelijst",
            "dropdown",
            "select",
        ],
    ),
    ("choices", &["keuzes", "keuzen", "meerdere", "meerdere keuzes", "checkbox", "multiple", "multi"]),
    ("scale", &["schaal", "score", "cijfer", "nrs", "vas"]),
    ("number", &["getal", "nummer", "aantal", "integer", "decimal", "quantity"]),
    ("date", &["datum", "dag", "datum en tijd", "tijdstip", "datetime"]),
    ("short-text", &["tekst", "korte-tekst", "korte tekst", "kort", "text", "string", "regel"]),
    (
        "long-text",
        &[
            "lange-tekst",
            "lange tekst",
            "lang",
            "tekstvak",
            "textarea",
            "vrije tekst",
            "vrije-tekst",
            "free text",
            "open",
            "open vraag",
            "vrij veld",
            "invulveld",
        ],
    ),
    ("person", &["persoon", "deelnemer", "wie"]),
    ("agreement", &["afspraak"]),
    ("display", &["uitleg", "tonen", "toelichting", "mededeling", "alleen lezen", "info"]),
    ("team", &["groep", "het team", "iedereen samen"]),
    ("who-knows", &["wie-kent", "wie kent", "wie de patiënt kent", "kent", "wie het weet", "wie-het-weet"]),
    (
        "each-participant",
        &["iedereen", "elke deelnemer", "iedere deelnemer", "allemaal", "everybody", "everyone"],
    ),
    ("social-domain", &["sociaal-domein", "sociaal domein", "gemeente", "wijkteam"]),
    ("patient", &["patiënt", "cliënt", "client", "familie", "naasten", "mantelzorgers"]),
    ("pzp", &["proactieve zorgplanning", "acp"]),
    ("unknown", &["onbekend", "nog onbekend", "weet niet"]),
    ("none", &["geen", "niets", "nee"]),
    ("needed", &["nodig", "verplicht", "vereist"]),
    ("on", &["op", "wanneer", "datum"]),
    ("by", &["door"]),
    ("with", &["met"]),
    ("about", &["over"]),
    ("in-force", &["geldig", "van-kracht", "van kracht", "geldend", "actueel"]),
    ("concept", &["ontwerp", "voorlopig", "draft"]),
    ("withdrawn", &["ingetrokken", "vervallen", "verlopen"]),
    ("back", &["terug", "verleden", "achteruit", "past", "backward", "backwards"]),
    ("forward", &["vooruit", "toekomst", "verder", "future", "forwards"]),
    ("volunteers", &["vrijwilligers", "vrijwilliger"]),
    ("carers", &["verzorgenden", "verzorgende", "helpenden"]),
    ("nurses", &["verpleegkundigen", "verpleegkundige"]),
    ("doctors", &["artsen", "arts", "huisartsen"]),
    ("mixed", &["gemengd", "iedereen"]),
    ("either", &["beide", "allebei", "both"]),
    ("patz", &["patz-groep", "patz-bijeenkomst", "patz-overleg", "palliatieve thuiszorg"]),
    ("between", &["tussendoor", "tussentijds", "tussen", "tussen bijeenkomsten"]),
    ("mdo", &["mdo-overleg", "multidisciplinair", "multidisciplinair overleg", "overleg"]),
    ("education", &["scholing", "onderwijs", "training", "les", "leren", "casuistiek"]),
];

/// What an author writes for true and for false.
const TRUE: &[&str] = &["true", "ja", "yes", "waar", "j", "y", "aan", "on", "wel", "1"];
const FALSE: &[&str] = &["false", "nee", "no", "onwaar", "neen", "n", "uit", "off", "niet", "0"];

/// A word as it is compared: whatever its case and what joins its parts.
pub(super) fn plain(word: &str) -> String {
    word.trim().to_lowercase().replace(['-', ' ', '/'], "_")
}

/// The name among `known` that a word is another one for.
fn called(table: &'static [Called], word: &str, known: impl Fn(&str) -> bool) -> Option<&'static str> {
    let word = plain(word);
    let means = |(name, others): &&Called| {
        known(name) && (plain(name) == word || others.iter().any(|other| plain(other) == word))
    };
    table.iter().find(means).map(|(name, _)| *name)
}

/// The key of `shape` that is called so elsewhere, of those that `is_free` says may still come.
pub(in crate::checklist) fn key(
    word: &str,
    shape: &'static Shape,
    is_free: impl Fn(&str) -> bool,
) -> Option<&'static str> {
    called(KEYS, word, |name| shape.keys.iter().any(|key| key.name == name) && is_free(name))
}

/// The word among `allowed` that is called so elsewhere.
pub(in crate::checklist) fn word(word: &str, allowed: &[&str]) -> Option<&'static str> {
    called(WORDS, word, |name| allowed.contains(&name))
}

/// `true` or `false`, for a word that means it.
pub(in crate::checklist) fn truth(word: &str) -> Option<&'static str> {
    let word = plain(word);
    let is_one_of = |words: &[&str]| words.contains(&word.as_str());
    if is_one_of(TRUE) { Some("true") } else { is_one_of(FALSE).then_some("false") }
}

/// Whether a section is called so, and then whether it may come more than once.
pub(in crate::checklist) fn section(word: &str) -> Option<bool> {
    let shapes = schema::FILES.iter().flat_map(|shape| shape.reachable());
    let forms =
        shapes.flat_map(|shape| shape.keys).filter(|known| known.name == word).map(|known| &known.form);
    let mut sections = forms.filter_map(|form| match form {
        Form::Tables(..) => Some(true),
        Form::Table(_) => Some(false),
        _ => None,
    });
    sections.next()
}

/// Whether true or false may stand behind a key, in whatever table it stands.
pub(in crate::checklist) fn takes_truth(key: &str) -> bool {
    let takes = |form: &Form| match form {
        Form::OneOrMany(inner) | Form::List(inner) => matches!(inner, Form::Value),
        form => matches!(form, Form::Truth | Form::Fictional | Form::Value),
    };
    let shapes = schema::FILES.iter().flat_map(|shape| shape.reachable());
    shapes.flat_map(|shape| shape.keys).any(|known| known.name == key && takes(&known.form))
}

/// Whether true or false stands behind a key, and nothing else does.
pub(in crate::checklist) fn takes_only_truth(key: &str) -> bool {
    let shapes = schema::FILES.iter().flat_map(|shape| shape.reachable());
    let mut forms = shapes.flat_map(|shape| shape.keys).filter(|known| known.name == key).peekable();
    forms.peek().is_some() && forms.all(|known| matches!(known.form, Form::Truth | Form::Fictional))
}

/// The key of this name, in whatever table.
pub(in crate::checklist) fn own_key(word: &str) -> Option<&'static str> {
    let shapes = schema::FILES.iter().flat_map(|shape| shape.reachable());
    shapes.flat_map(|shape| shape.keys).map(|key| key.name).find(|name| *name == word)
}

/// The key of whatever table that is called so.
pub(in crate::checklist) fn any_key(word: &str) -> Option<&'static str> {
    called(KEYS, word, |name| own_key(name).is_some())
}

/// Whether there is a key of this name in whatever table, or one that is called so.
pub(in crate::checklist) fn is_key(word: &str) -> bool {
    own_key(word).is_some() || any_key(word).is_some()
}

/// Whether a number stands behind a key, and nothing else does.
pub(in crate::checklist) fn takes_number(key: &str) -> bool {
    let shapes = schema::FILES.iter().flat_map(|shape| shape.reachable());
    let mut forms = shapes
        .flat_map(|shape| shape.keys)
        .filter(|known| known.name == key)
        .map(|known| &known.form)
        .peekable();
    forms.peek().is_some() && forms.all(|form| matches!(form, Form::Number | Form::Whole(..)))
}

/// Whether true or false may be meant behind a key: it takes that, or there is no such key and nobody knows.
pub(in crate::checklist) fn may_take_truth(key: &str) -> bool {
    let mut shapes = schema::FILES.iter().flat_map(|shape| shape.reachable());
    takes_truth(key) || !shapes.any(|shape| shape.keys.iter().any(|known| known.name == key))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_and_every_word_has_a_dutch_one_that_finds_it() {
        for shape in schema::FILES.iter().flat_map(|shape| shape.reachable()) {
            for known in shape.keys {
                let called = KEYS.iter().find(|(name, _)| *name == known.name);
                let finds = |other: &&str| key(other, shape, |_| true) == Some(known.name);
                assert!(
                    called.is_some_and(|(_, others)| others.iter().any(finds)),
                    "no other word finds {} in {}",
                    known.name,
                    shape.name
                );
                for word in known.form.words() {
                    let others =
                        WORDS.iter().find(|(name, _)| name == word).map_or(&[][..], |(_, others)| others);
                    assert!(!others.is_empty(), "no other word for {word}");
                    for other in others {
                        assert_eq!(super::word(other, known.form.words()), Some(*word), "{other}");
                    }
                }
            }
        }
    }
}
