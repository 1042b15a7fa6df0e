//! The worksheet of the group for every shipped case, in both languages and all formats: nothing on it comes later.

use crate::checklist::{Case, Library, Localized, Name, Scene, shipped};
use crate::export::{CaseReader, DocumentFormat, case_paper};
use crate::meeting::ballots;
use crate::words::Language;

const LANGUAGES: [Language; 2] = [Language::Dutch, Language::English];

fn paper(library: &Library, case: &Case, reader: CaseReader, language: Language) -> [String; 4] {
    let checklist = |name: &Name| library.checklist(name).map(|known| &known.checklist);
    let document = case_paper(case, checklist, reader, language, 80);
    DocumentFormat::ALL.map(|format| document.written(format))
}

/// Letters and signs that no format writes differently, with single spaces.
fn plain(text: &str) -> String {
    let text = text.replace("\\n", " ").replace("\\\"", " ").replace("&#39;", " ").replace("&quot;", " ");
    let kept = |sign: char| if sign.is_alphanumeric() || sign == '.' { sign } else { ' ' };
    text.chars().map(kept).collect::<String>().split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The sentences of texts, without what is too short to be known again.
fn sentences<'t>(texts: impl IntoIterator<Item = &'t Localized>, language: Language) -> Vec<String> {
    let of = |text: &Localized| -> Vec<String> {
        let pieces = text.get(language).split(['.', '?', '!', ':', '"', '\n']).map(plain);
        pieces.filter(|piece| piece.chars().count() >= 9).collect()
    };
    texts.into_iter().flat_map(of).collect()
}

/// What a scene tells while it is played, but for its title, its story and its votes.
fn told_underway(scene: &Scene) -> Vec<&Localized> {
    let cards = scene.roles.iter().map(|role| &role.card);
    let pages = [&scene.reveal, &scene.outcome, &scene.debrief].into_iter().flatten();
    scene.questions.iter().chain(cards).chain(pages).collect()
}

/// On what a scene has everybody vote, and the answers.
fn voted(library: &Library, scene: &Scene, language: Language) -> Vec<String> {
    let known = scene.checklist.as_ref().and_then(|name| library.checklist(name));
    let ballots = ballots(scene, known.map(|known| &known.checklist), language);
    let texts = |ballot: crate::meeting::Ballot| {
        let options = ballot.options.into_iter().map(|(_, text)| text);
        std::iter::once(ballot.text).chain(options).collect::<Vec<_>>()
    };
    ballots.into_iter().flat_map(texts).map(|text| plain(&text)).collect()
}

/// Criteria, explanations and sources of the checklists that a case walks.
fn guidelines<'l>(library: &'l Library, case: &'l Case) -> Vec<&'l Localized> {
    let names = case.scenes.iter().filter_map(|scene| scene.checklist.as_ref());
    let checklists = names.filter_map(|name| library.checklist(name)).map(|known| &known.checklist);
    let sources = checklists.clone().flat_map(|known| &known.sources).chain(&case.sources);
    let help = checklists.flat_map(|known| known.items().filter_map(|item| item.help.as_ref()));
    sources.map(|source| &source.title).chain(help).collect()
}

#[test]
fn nothing_on_the_worksheet_of_the_group_comes_after_the_first_story() {
    let library = Library::new(shipped());
    let mut cases = 0;
    for case in library.cases().map(|one| &one.case) {
        cases += 1;
        for language in LANGUAGES {
            let (first, later) = case.scenes.split_first().unwrap();
            let own_words = case.patient.own_words.iter();
            let open: Vec<&Localized> =
                [&first.text, &case.patient.situation].into_iter().chain(own_words).collect();
            let before = sentences(open.iter().copied(), language);
            let first_votes = voted(&library, first, language);
            let of_later = later.iter().flat_map(|scene| [&scene.title, &scene.text]);
            let kept_back = case.scenes.iter().flat_map(told_underway).chain(of_later).chain(&case.goals);
            let kept_back = sentences(kept_back.chain(guidelines(&library, case)), language).into_iter();
            let votes = later.iter().flat_map(|scene| voted(&library, scene, language));
            // A later scene may ask for the same vote again, or quote what was told before.
            let named = [&case.title, &case.patient.label].into_iter().chain(&case.purpose);
            let named: Vec<String> = named.map(|text| plain(text.get(language))).collect();
            let begun: String = [before.clone(), first_votes.clone(), named].concat().join(" | ");
            let kept_back: Vec<String> = kept_back
                .chain(votes.filter(|text| text.len() >= 9))
                .filter(|text| !begun.contains(text))
                .collect();
            assert!(kept_back.len() > 60, "{} {}", case.id, kept_back.len());
            for written in paper(&library, case, CaseReader::Group, language) {
                let said = plain(&written);
                let leaked: Vec<&String> = kept_back.iter().filter(|text| said.contains(*text)).collect();
                assert_eq!(leaked, Vec::<&String>::new(), "{}", case.id);
                let missing: Vec<&String> =
                    before.iter().chain(&first_votes).filter(|text| !said.contains(*text)).collect();
                assert_eq!(missing, Vec::<&String>::new(), "{}", case.id);
            }
            // On the sheet of the trainer all of it stands, so that what is looked for can be found.
            let trainer = plain(&paper(&library, case, CaseReader::Trainer, language)[0]);
            let told = sentences(case.scenes.iter().flat_map(told_underway), language);
            let unseen: Vec<&String> = told.iter().filter(|text| !trainer.contains(*text)).collect();
            assert_eq!(unseen, Vec::<&String>::new(), "{}", case.id);
        }
    }
    assert_eq!(cases, 7);
}

#[test]
fn a_scene_of_which_nothing_is_told_yet_is_room_to_write_in() {
    let library = Library::new(shipped());
    let case = &library.case(&Name::new("meneer-k")).unwrap().case;
    let [text, ..] = paper(&library, case, CaseReader::Group, Language::Dutch);
    let rest = text.split_once("Scène 2").unwrap().1;
    let lines: Vec<&str> = rest.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let vote = "- ______________________: ___ / ___";
    let scene = [
        "Ieder voor zich: ______________________________",
        "Aantal stemmen: ronde 1 / ronde 2",
        vote,
        vote,
        vote,
        vote,
        "Mijn antwoord, ronde 1: ______________________________",
        "Mijn antwoord, ronde 2: ______________________________",
        "Oordeel van de groep: ______________________________",
        "Reden: ______________________________",
        "Afwijkende mening, en waarom: ______________________________",
    ];
    assert_eq!(&lines[..11], scene, "{rest}");
    let end = [
        "Wat doe ik morgen anders? ______________________________",
        "Onderwijsbehoeften: ______________________________",
        "Knelpunten: ______________________________",
        "Wie geeft het door, en aan wie: ______________________________",
        "Verzonnen casus. Hoort in geen dossier.",
    ];
    let without_rules: Vec<&str> =
        lines.into_iter().filter(|line| !line.chars().all(|sign| "─-=_".contains(sign))).collect();
    assert_eq!(&without_rules[11..], [&["Scène 3"][..], &scene, &end].concat(), "{rest}");
}
