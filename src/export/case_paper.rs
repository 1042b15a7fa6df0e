//! The papers of a case: the sheet of the trainer and the worksheet of the group.

use super::document::{Document, DocumentKind};
use super::sheet::Sheet;
use crate::checklist::{Case, Checklist, GivenValue, ItemKind, JUDGEMENT, Name, Scene};
use crate::meeting::{ballots, terms, typed_number};
use crate::words::Language;

/// For whom a case is printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CaseReader {
    /// The trainer: everything, with what to bring up.
    Trainer,
    /// The group: a blank worksheet, on which nothing stands that comes after the first story.
    Group,
}

/// A case as a paper.
pub fn case_paper<'c>(
    case: &Case,
    checklist: impl Fn(&Name) -> Option<&'c Checklist>,
    reader: CaseReader,
    language: Language,
    width: u16,
) -> Document {
    let mut sheet = Sheet::new(width);
    let title = case.title.get(language);
    sheet.warning(language.session_paper());
    sheet.heading(1, title);
    let trainer = reader == CaseReader::Trainer;
    sheet.line(if trainer { language.session_trainer() } else { language.session_worksheet() });
    match reader {
        CaseReader::Trainer => about(&mut sheet, case, language),
        // The goals are of the whole case: they may tell how it turns.
        CaseReader::Group => what_it_is(&mut sheet, case, language),
    }
    let label = case.patient.label.get(language);
    let label = case
        .patient
        .age
        .map_or_else(|| label.to_owned(), |age| format!("{label}, {}", language.session_age(age)));
    sheet.gap().labelled(&label, case.patient.situation.get(language));
    if let Some(words) = &case.patient.own_words {
        sheet.line(words.get(language));
    }
    for (number, scene) in (1_usize..).zip(&case.scenes) {
        sheet.rule();
        match reader {
            CaseReader::Trainer => {
                begin(&mut sheet, number, scene, &checklist, language);
                for_trainer(&mut sheet, scene, language);
            }
            CaseReader::Group => {
                if number == 1 {
                    begin(&mut sheet, number, scene, &checklist, language);
                } else {
                    untold(&mut sheet, number, scene, language);
                }
                if scene.has_vote() {
                    sheet.gap().line(&format!("{}: {BLANK}", language.session_my_answer(1)));
                    sheet.line(&format!("{}: {BLANK}", language.session_my_answer(2)));
                }
                for label in
                    [language.session_judgement(), language.session_reason(), language.session_dissent()]
                {
                    sheet.gap().line(&format!("{label}: {BLANK}"));
                }
            }
        }
    }
    if !trainer {
        sheet.rule().gap().line(&format!("{} {BLANK}", language.session_tomorrow()));
        for label in
            [language.export_learning_needs(), language.export_bottlenecks(), language.session_passed_on()]
        {
            sheet.gap().line(&format!("{label}: {BLANK}"));
        }
    }
    sheet.gap().warning(language.session_paper());
    paper(sheet, title, language)
}

/// Room to write in.
const BLANK: &str = "______________________________";

/// How a scene begins: its story, what is on record, and on what everybody votes.
fn begin<'c>(
    sheet: &mut Sheet,
    number: usize,
    scene: &Scene,
    checklist: impl Fn(&Name) -> Option<&'c Checklist>,
    language: Language,
) {
    sheet.gap().heading(2, &format!("{number}. {}", scene.title.get(language)));
    if let Some(minutes) = scene.minutes {
        sheet.line(&language.minutes_short(u32::from(minutes)));
    }
    told(sheet, scene.text.get(language));
    let given = given_in_words(scene, &checklist, language);
    if !given.is_empty() {
        sheet.gap().heading(3, language.session_given());
    }
    for (question, answer) in given {
        sheet.labelled(&question, &answer);
    }
    let known = scene.checklist.as_ref().and_then(&checklist);
    for ballot in ballots(scene, known, language) {
        sheet.gap().heading(3, &ballot.text);
        sheet.line(language.session_both_rounds());
        if ballot.several {
            sheet.line(language.session_several());
        }
        for (_, text) in &ballot.options {
            sheet.point(&format!("{text}: ___ / ___"));
        }
    }
}

/// A scene of which nothing is told yet: as much room for each, so that not even that tells anything.
fn untold(sheet: &mut Sheet, number: usize, scene: &Scene, language: Language) {
    sheet.gap().heading(2, &language.session_scene(number));
    if !scene.has_vote() {
        return;
    }
    sheet.gap().line(&format!("{}: {BLANK}", language.session_vote()));
    sheet.line(language.session_both_rounds());
    for _ in 0..4 {
        sheet.point("______________________: ___ / ___");
    }
}

/// What only the trainer may know.
fn for_trainer(sheet: &mut Sheet, scene: &Scene, language: Language) {
    if !scene.questions.is_empty() {
        sheet.gap().heading(3, language.session_questions());
        for question in &scene.questions {
            sheet.point(&question.get(language).replace("**", ""));
        }
    }
    if !scene.roles.is_empty() {
        sheet.gap().heading(3, language.session_role_cards());
        for role in &scene.roles {
            sheet.labelled(role.who.get(language), role.card.get(language));
        }
    }
    let parts = [
        (language.session_reveal(), &scene.reveal),
        (language.session_outcome(), &scene.outcome),
        (language.session_trainer(), &scene.debrief),
    ];
    for (heading, text) in parts {
        if let Some(text) = text {
            sheet.gap().heading(3, heading);
            told(sheet, text.get(language));
        }
    }
}

/// Version and length of a case; what it is for would tell a group that still votes how it goes.
fn what_it_is(sheet: &mut Sheet, case: &Case, language: Language) {
    sheet.line(&language.session_version(&case.version));
    if let Some(minutes) = case.minutes {
        sheet.line(&language.minutes_short(u32::from(minutes)));
    }
}

/// The same, with what it is for and what the group learns from it.
pub(super) fn about(sheet: &mut Sheet, case: &Case, language: Language) {
    what_it_is(sheet, case, language);
    if let Some(purpose) = &case.purpose {
        sheet.gap().line(purpose.get(language));
    }
    if !case.goals.is_empty() {
        sheet.gap().heading(3, language.session_goals());
        for goal in &case.goals {
            sheet.point(goal.get(language));
        }
    }
}

pub(super) fn paper(sheet: Sheet, title: &str, language: Language) -> Document {
    let foot = format!("{title}. {}", language.session_paper());
    Document {
        kind: DocumentKind::Minutes,
        language,
        title: title.to_owned(),
        reader: String::new(),
        foot,
        fictional: true,
        blocks: sheet.blocks(),
    }
}

/// What is on record when a scene begins, as question and answer.
pub fn given_in_words<'c>(
    scene: &Scene,
    checklist: impl Fn(&Name) -> Option<&'c Checklist>,
    language: Language,
) -> Vec<(String, String)> {
    let word = |given: &crate::checklist::Given| {
        let of = given.question.checklist.as_ref().or(scene.checklist.as_ref());
        let known = of.and_then(&checklist);
        let item = known.and_then(|known| known.item(given.question.item.as_str()));
        let judgement = known.and_then(|known| known.judgement.as_ref());
        let judgement = judgement.filter(|_| item.is_none() && given.question.item.as_str() == JUDGEMENT);
        let question = item.map_or_else(
            || {
                judgement
                    .map_or(given.question.item.as_str(), |judgement| judgement.text.get(language))
                    .to_owned()
            },
            |item| item.called().get(language).to_owned(),
        );
        let options = item.map_or_else(
            || judgement.map_or(&[][..], |judgement| &judgement.options),
            |item| terms::options(item),
        );
        let option = |code: &str| {
            let found = options.iter().find(|option| option.code.as_str() == code);
            found.map_or_else(|| code.to_owned(), |option| option.text.get(language).to_owned())
        };
        let measured = |text: &str| match item.map(|item| &item.kind) {
            Some(ItemKind::Number(range)) => terms::number(language, text, range),
            _ => text.to_owned(),
        };
        let answer = match &given.value {
            GivenValue::Truth(true) => language.yes().to_owned(),
            GivenValue::Truth(false) => language.no().to_owned(),
            GivenValue::Number(number) => measured(&typed_number(*number)),
            GivenValue::Text(text) => measured(&option(text)),
            GivenValue::Codes(codes) => {
                codes.iter().map(|code| option(code.as_str())).collect::<Vec<_>>().join(", ")
            }
        };
        (question, answer)
    };
    scene.given.iter().map(word).collect()
}

/// A text of several paragraphs, some of which are points.
fn told(sheet: &mut Sheet, text: &str) {
    let text = text.replace("**", "");
    for paragraph in text.split("\n\n") {
        let mut words = String::new();
        for line in paragraph.lines() {
            if let Some(point) = line.trim_start().strip_prefix("- ") {
                if !words.is_empty() {
                    sheet.gap().line(&std::mem::take(&mut words));
                }
                sheet.point(point);
            } else {
                words.push_str(if words.is_empty() { "" } else { " " });
                words.push_str(line.trim());
            }
        }
        if !words.is_empty() {
            sheet.gap().line(&words);
        }
    }
}
