//! A day or a number that stands gives way to what is typed anew, and is not gone on with.

use chrono::{NaiveDate, NaiveTime};

use crate::meeting::{AgreementText, AnswerText, MeetingText, ReviewText, TextPlace};

/// Whether what is typed where somebody comes to a text takes its place: it is a day that was written out, or a number, at a place that
/// holds nothing else.
pub(in crate::app::update) fn is_taken_over(place: &TextPlace, text: &str) -> bool {
    let is_figure = |sign: char| sign.is_numeric() || ",.-".contains(sign);
    let is_number = place.is_number() && text.chars().all(is_figure);
    !text.is_empty() && (place.is_count() || is_number || is_written_day(place, text))
}

/// Whether a place holds a day or a number, and nothing else.
pub(super) fn holds_a_figure(place: &TextPlace) -> bool {
    place.is_count() || place.is_number() || holds_a_day(place)
}

fn holds_a_day(place: &TextPlace) -> bool {
    matches!(
        place,
        TextPlace::Agreement(_, _, AgreementText::Due)
            | TextPlace::Answer(_, _, AnswerText::Date)
            | TextPlace::Review(_, ReviewText::NextReview)
            | TextPlace::Meeting(MeetingText::Date)
    )
}

/// Whether a text is a day that was written out, with its time or without, at a place that holds nothing else.
pub(super) fn is_written_day(place: &TextPlace, text: &str) -> bool {
    let day = text.get(..10).and_then(|day| NaiveDate::parse_from_str(day, "%d-%m-%Y").ok());
    let time = text.get(10..).unwrap_or_default();
    let is_time = time.is_empty() || NaiveTime::parse_from_str(time, " %H:%M").is_ok();
    holds_a_day(place) && day.is_some() && is_time
}
