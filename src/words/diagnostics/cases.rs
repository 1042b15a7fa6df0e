//! What is wrong with a case.

use super::{Language, Sentences, told};

told_sentences! {
    /// A vote on a question of another checklist.
    vote_elsewhere(scene: &str) =>
        "deze stemming gaat over een vraag die niet in de checklist van de scène staat", "kies een vraag van \"{scene}\"";
        "this vote is on a question that is not in the checklist of the scene", "choose a question of \"{scene}\"";
    /// A vote in a scene that has no checklist.
    vote_without_checklist() =>
        "deze scène heeft een stemming en geen checklist", "schrijf er een checklist bij, of haal vote weg";
        "this scene has a vote and no checklist", "add a checklist, or remove vote";
    /// A vote on a question that does not exist.
    unknown_vote(name: &str) =>
        "deze stemming gaat over een vraag die de scène niet heeft", "geen vraag met de naam \"{name}\"";
        "this vote is on a question that the scene does not have", "no question with the name \"{name}\"";
    /// A vote on a question whose answers cannot be counted.
    uncountable_vote(name: &str) =>
        "over \"{name}\" kan niet gestemd worden: de antwoorden zijn niet te tellen", "alleen yes-no, choice, choices, of judgement";
        "there can be no vote on \"{name}\": its answers cannot be counted", "only yes-no, choice, choices, or judgement";
    /// An answer on record to a question that does not exist.
    unknown_given(name: &str) =>
        "hier staat een antwoord op een vraag die niet bestaat", "geen vraag met de naam \"{name}\"";
        "this is an answer to a question that does not exist", "no question with the name \"{name}\"";
    /// An answer on record that does not fit its question.
    unsuitable_given(item: &str, item_type: &str) =>
        "dit antwoord past niet bij de vraag \"{item}\"", "een vraag van het type {item_type}";
        "this answer does not fit the question \"{item}\"", "a question of type {item_type}";
    /// Scenes that take longer than the case.
    minutes_together(scenes: u32, case: u32) =>
        "de scènes duren samen langer dan de casus", "samen {scenes} minuten, de casus {case}";
        "the scenes together take longer than the case", "together {scenes} minutes, the case {case}";
}
