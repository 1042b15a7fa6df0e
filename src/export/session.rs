//! The report of a session with a case.

use super::agreements::agreed;
use super::answers::in_words;
use super::case_paper::{about, paper};
use super::document::Document;
use super::judgement::Judged;
use super::minutes::Minutes;
use super::sheet::Sheet;
use crate::checklist::{Checklist, Level, Scene};
use crate::meeting::session::count;
use crate::meeting::{
    Ballot, PEOPLE, Played, Review, Round, Session, ballots, case_of, overfull_groups, told_apart, typed,
};
use crate::words::Language;

impl Minutes<'_> {
    /// The report of a session with a case.
    pub(super) fn session_document(&self, session: &Session) -> Document {
        let language = self.language;
        let mut sheet = Sheet::new(self.width);
        sheet.warning(language.session_paper());
        let case = case_of(&session.text);
        let title = case.as_ref().map_or(session.case.as_str(), |case| case.title.get(language)).to_owned();
        sheet.heading(1, &title);
        sheet.line(&self.meeting.details.met(language, |day| typed::day(day, language)));
        match &case {
            Some(case) => about(&mut sheet, case, language),
            None => {
                sheet.line(&language.session_version(&session.version));
            }
        }
        sheet.gap();
        for (of, number) in PEOPLE.iter().filter_map(|of| session.people.get_key_value(of)) {
            match count(number) {
                Some(0) => {}
                Some(number) => {
                    sheet.labelled(people(*of, language), &number.to_string());
                }
                None => {
                    sheet.labelled(people(*of, language), &language.session_unread(&[number.trim()]));
                }
            }
        }
        match &case {
            Some(case) => {
                for (number, scene) in (1_usize..).zip(&case.scenes) {
                    let is_told = self.meeting.details.closed.is_some()
                        || session.reached.contains_key(&scene.id)
                        || session.has_begun(&scene.id);
                    let untold = language.session_scene(number);
                    sheet.gap().heading(2, if is_told { scene.title.get(language) } else { &untold });
                    let review = session.walked.get(&scene.id).filter(|review| has_something(review));
                    match session.played(&scene.id) {
                        played if review.is_none() && played.is_none_or(is_empty) => {
                            let is_begun = session.reached.get(&scene.id).is_some_and(|page| page != "story");
                            let is_over = played.is_some_and(|played| played.ended);
                            let not_played = language.session_not_played();
                            sheet.line(if is_begun || is_over {
                                language.session_only_talked()
                            } else {
                                not_played
                            });
                        }
                        played => {
                            let none = Played::default();
                            let played = played.unwrap_or(&none);
                            self.rounds(&mut sheet, scene, session, played);
                            self.walked(&mut sheet, scene, review.map(|review| &**review));
                            if review.is_none()
                                && let Some(checklist) = self.checklist(scene).filter(|_| concludes(played))
                            {
                                sheet.gap().heading(3, checklist.title.get(language));
                            }
                            said(&mut sheet, played, language);
                            review.into_iter().for_each(|review| self.agreed(&mut sheet, review));
                        }
                    }
                }
            }
            None => session.scenes.iter().for_each(|(scene, played)| {
                sheet.gap().heading(2, scene.as_str());
                let is_over = self.meeting.details.closed.is_some() || played.ended;
                let is_told = |round: &&Round| round.shown || is_over && !round.is_hidden();
                let told = [&played.first, &played.second].into_iter().filter(is_told);
                for (option, count) in told.flat_map(|round| &round.counts) {
                    sheet.labelled(option, count);
                }
                said(&mut sheet, played, language);
            }),
        }
        sheet.gap();
        sheet.labelled(language.export_learning_needs(), self.meeting.learning_needs.trim());
        sheet.labelled(language.export_bottlenecks(), self.meeting.bottlenecks.trim());
        sheet.labelled(language.session_passed_on(), session.passed_on.trim());
        if !session.names.trim().is_empty() {
            sheet.gap().heading(2, language.session_present());
            for name in session.names.lines().map(str::trim).filter(|name| !name.is_empty()) {
                sheet.point(name);
            }
        }
        sheet.gap().warning(language.session_paper());
        paper(sheet, &title, language)
    }

    /// Both rounds of each question, of professions apart where that may be told, and of the session before.
    fn rounds(&self, sheet: &mut Sheet, scene: &Scene, session: &Session, played: &Played) {
        let language = self.language;
        // What goes on and was not shown yet is on no paper either.
        let is_over = self.meeting.details.closed.is_some() || played.ended;
        let is_told = |round: &Round| round.shown || is_over && !round.is_hidden();
        let none = Round::default();
        for ballot in ballots(scene, self.checklist(scene), language) {
            sheet.gap().heading(3, &ballot.text);
            let rounds = [
                (&played.first, language.session_first_votes()),
                (&played.second, language.session_second_votes()),
            ]
            .map(|(round, label)| (if is_told(round) { round } else { &none }, label));
            let all = |round: &Round, people: u32| {
                let spread = spread(&ballot, round, None, people, language);
                with_turnout(&spread, &ballot.turnout_in_words(round, people, language))
            };
            for (round, label) in rounds.iter().copied() {
                sheet.labelled(label, &all(round, session.present()));
                let is_over = ballot.is_overfull(round, session.present());
                if !round.is_hidden() && (is_over || !overfull_groups(session, round, &ballot).is_empty()) {
                    let several = language.session_more_votes_of_group();
                    let (_, are_choices) = ballot.turnout(round);
                    let over = language.session_more_votes_than_people(are_choices);
                    sheet.line(if is_over { over } else { several });
                }
            }
            if rounds.iter().any(|(round, _)| !ballot.is_whole(round, session.present())) {
                sheet.line(language.session_no_shift());
            } else {
                sheet.labelled(language.session_shift(), &shift(&ballot, rounds.map(|(round, _)| round)));
            }
            let is_untold = |round: &Round| {
                ballot.votes_apart(round) > 0 && told_apart(session, round, &ballot).is_empty()
            };
            if rounds.iter().any(|(round, _)| is_untold(round)) {
                sheet.line(language.session_none_apart());
            }
            for (round, label) in rounds {
                for of in told_apart(session, round, &ballot) {
                    let label = format!("{label}, {}", people(of, language));
                    let votes = round.votes_of(&ballot.key, Some(of));
                    let turnout = language.session_turnout(votes, session.people_of(of), ballot.several);
                    let spread = spread(&ballot, round, Some(of), session.present(), language);
                    sheet.labelled(&label, &with_turnout(&spread, &turnout));
                }
            }
            let Some(earlier) = self.earlier else { continue };
            for second in [false, true] {
                let today = if second { &played.second } else { &played.first };
                if let Some(round) = earlier.round(&scene.id, second, &ballot.key).filter(|_| is_told(today))
                {
                    let day = typed::day(earlier.day, language);
                    sheet.labelled(
                        &language.session_earlier(&day, u8::from(second) + 1),
                        &all(round, earlier.people),
                    );
                }
            }
        }
    }

    /// What the group answered and judged in the checklist of a scene.
    fn walked(&self, sheet: &mut Sheet, scene: &Scene, review: Option<&Review>) {
        let language = self.language;
        let (Some(review), Some(checklist)) = (review, self.checklist(scene)) else { return };
        sheet.gap().heading(3, checklist.title.get(language));
        for (_, label, value) in in_words(language, self.meeting, review, checklist) {
            sheet.labelled(&label, &value);
        }
        let Some(judgement) = review.judgements.get(&checklist.id) else { return };
        let words = Judged { language, meeting: self.meeting, checklist: Some(checklist), judgement };
        sheet.labelled(language.session_judgement(), &words.choice());
        sheet.labelled(language.session_reason(), judgement.reason.trim());
        sheet.labelled(language.session_dissent(), judgement.dissent.trim());
        let withdrawal = words.withdrawal();
        if !withdrawal.is_empty() {
            sheet.line(&withdrawal);
        }
    }

    /// What the group agreed in a scene.
    fn agreed(&self, sheet: &mut Sheet, review: &Review) {
        if !review.agreements.is_empty() {
            sheet.gap().heading(3, self.language.patient_agreements());
        }
        for agreement in &review.agreements {
            sheet.point(&agreed(self.meeting, agreement, self.language));
        }
    }

    fn checklist(&self, scene: &Scene) -> Option<&Checklist> {
        let name = scene.checklist.as_ref()?;
        self.definitions.iter().find(|known| known.id == *name).copied()
    }
}

/// Whether nothing was counted or noted in a scene.
fn is_empty(played: &Played) -> bool {
    let rounds = [&played.first, &played.second];
    !concludes(played) && rounds.iter().all(|round| round.counts.is_empty())
}

/// Whether something was recorded in the checklist of a scene.
fn has_something(review: &Review) -> bool {
    !review.answers.is_empty() || !review.judgements.is_empty() || !review.agreements.is_empty()
}

/// For whom a case is.
pub const fn level_name(level: Level, language: Language) -> &'static str {
    match level {
        Level::Volunteers => language.level_volunteers(),
        Level::Carers => language.level_carers(),
        Level::Nurses => language.level_nurses(),
        Level::Doctors => language.level_doctors(),
        Level::Mixed => language.level_mixed(),
    }
}

/// Who is there, by what the case is meant for.
const fn people(of: Level, language: Language) -> &'static str {
    match of {
        Level::Mixed => language.session_others(),
        of => level_name(of, language),
    }
}

/// Whether a group concluded something where its checklist asks for no judgement.
fn concludes(played: &Played) -> bool {
    [&played.decision, &played.reason, &played.dissent].iter().any(|text| !text.trim().is_empty())
}

fn said(sheet: &mut Sheet, played: &Played, language: Language) {
    sheet.labelled(language.session_decision(), played.decision.trim());
    sheet.labelled(language.session_reason(), played.reason.trim());
    sheet.labelled(language.session_dissent(), played.dissent.trim());
}

/// How many more or fewer chose each option in the second round; nothing where one of the two may not be told, is empty, or has
/// something in it that is no number.
fn shift(ballot: &Ballot, [first, second]: [&Round; 2]) -> String {
    let is_read = |round: &Round| round.typed(&ballot.key).all(|typed| count(typed).is_some());
    let is_told = |round: &Round| !round.is_hidden() && ballot.is_counted(round) && is_read(round);
    if !is_told(first) || !is_told(second) {
        return String::new();
    }
    let by = |(code, text): &(String, String)| {
        let count = |round: &Round| i64::from(round.count(&ballot.key, code));
        let by = count(second) - count(first);
        format!("{text}: {}{by}", if by > 0 { "+" } else { "" })
    };
    ballot.options.iter().map(by).collect::<Vec<_>>().join("; ")
}

/// How many of how many voted, and the spread.
fn with_turnout(spread: &str, turnout: &str) -> String {
    if spread.is_empty() { String::new() } else { format!("{turnout}. {spread}") }
}

/// How votes are spread; nothing while the keyboard goes round and nobody asked for it.
fn spread(ballot: &Ballot, round: &Round, of: Option<Level>, people: u32, language: Language) -> String {
    if round.is_hidden() || !ballot.is_counted(round) {
        return String::new();
    }
    let count = |(code, text): &(String, String)| {
        format!("{text}: {}", ballot.told(round, code, of, people, language).in_words())
    };
    ballot.options.iter().map(count).collect::<Vec<_>>().join("; ")
}
