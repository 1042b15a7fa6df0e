//! What stands in a case before a scene begins, as if an earlier meeting had recorded it.

use chrono::NaiveTime;

use super::standing::{Standing, Stood};
use crate::checklist::{Checklist, GivenValue, Item, ItemKind, JUDGEMENT, Name, Scene};
use crate::meeting::record::answer::{Answer, Given, Person, QuestionKey};
use crate::meeting::record::meeting::Meeting;
use crate::meeting::record::review::Judgement;
use crate::meeting::record::stamp::Stamp;
use crate::meeting::typed::{on_scale, without_unit};

/// What stands when a scene of the session `meeting` begins; what fits no question is left out.
pub fn on_record<'c>(
    meeting: &Meeting,
    scene: &Scene,
    checklist: impl Fn(&Name) -> Option<&'c Checklist>,
) -> Standing {
    let (id, date) = (meeting.id, meeting.details.date);
    let recorded = Stamp { by: None, at: date.and_time(NaiveTime::MIN) };
    let mut standing = Standing { discussed: Some((date, id)), ..Standing::default() };
    for one in &scene.given {
        let Some(name) = one.question.checklist.as_ref().or(scene.checklist.as_ref()) else { continue };
        let Some(known) = checklist(name) else { continue };
        match (known.item(one.question.item.as_str()), &one.value) {
            (Some(item), value) => {
                let value = value_of(item, value).map(|given| Answer::given(given, recorded));
                let key = QuestionKey::new(name, &item.id);
                standing.answers.extend(value.map(|value| (key, Stood { meeting: id, date, value })));
            }
            (None, GivenValue::Text(code)) if one.question.item.as_str() == JUDGEMENT => {
                let choice = Some(Name::new(code));
                let value = Judgement { choice, recorded: Some(recorded), ..Judgement::default() };
                standing.judgements.insert(name.clone(), Stood { meeting: id, date, value });
            }
            (None, _) => {}
        }
    }
    standing
}

/// A number as somebody types it: with a point before three decimals it would be thousands.
pub fn typed_number(number: f64) -> String {
    number.to_string().replace('.', ",")
}

/// The answer to a question, in the form that its kind has.
fn value_of(item: &Item, value: &GivenValue) -> Option<Given> {
    Some(match (value, &item.kind) {
        (GivenValue::Truth(truth), ItemKind::YesNo) => Given::YesNo(*truth),
        (GivenValue::Number(number), ItemKind::Number(_)) => Given::Number(typed_number(*number)),
        (GivenValue::Text(text), ItemKind::Number(range)) => {
            let bare = range.unit.as_deref().and_then(|unit| without_unit(text, unit));
            Given::Number(bare.unwrap_or_else(|| text.clone()))
        }
        (GivenValue::Number(number), ItemKind::Scale(scale)) => {
            Given::Scale((scale.min..=scale.max).find(|step| step.to_string() == number.to_string())?)
        }
        (GivenValue::Text(text), ItemKind::Scale(scale)) => {
            Given::Scale(on_scale(text, scale.min, scale.max)?)
        }
        (GivenValue::Text(code), ItemKind::Choices(_)) => Given::Choices([Name::new(code)].into()),
        (GivenValue::Text(text), ItemKind::Person) => Given::Person(Person::Outside(text.clone())),
        (GivenValue::Text(code), ItemKind::Choice(_)) => Given::Choice(Name::new(code)),
        (GivenValue::Text(text), ItemKind::Date(_)) => Given::Date(text.clone()),
        (GivenValue::Text(text), ItemKind::ShortText | ItemKind::LongText) => Given::Text(text.clone()),
        (GivenValue::Codes(codes), ItemKind::Choices(_)) => Given::Choices(codes.iter().cloned().collect()),
        _ => return None,
    })
}
