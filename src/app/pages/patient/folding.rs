//! What is empty on the page of a patient, folded into one row until somebody wants it.

use crate::app::model::Model;
use crate::app::page::{Action, Block, Field, Mark, Page, Paragraph, Role, Row, RowId, RowKind};
use crate::app::pages::parts::ROOMY;
use crate::meeting::{Meeting, Removal};
use crate::text;
use crate::words::Language;

/// The name of the row that what is empty folds into.
pub(super) const BLANK: &str = "blank";

/// The name of the row that what stands from earlier meetings folds into, where the window is short.
const STANDING: &str = "standing";

/// The name of the row that what was written down today folds into, where the window is low.
const TODAY: &str = "today";

/// From so many fields on that were written in today, of what may be there more than once, they fold in a low window.
const MANY_FIELDS: usize = 3;

/// Below how many lines a window has room for one line of what was said last.
pub(super) const LOW: u16 = 20;

/// What a label takes of a line, with what stands around it, in columns.
pub(super) const BESIDE_LABEL: usize = 32;

/// What stands around a label with its value behind it, in columns.
const AROUND_LABEL: usize = 8;

/// What stands around a line without a label, in columns.
const AROUND_LINE: usize = 6;

/// What a day takes at most behind a text, in columns: "13 sep 2026".
const LONGEST_DAY: usize = 11;

/// How far a line without a label stands to the right, in columns.
const INDENT: u16 = 2;

/// Takes what is empty out of `added`, and puts one row for it where the first of it stood. What stood earlier is never empty: in a short
/// window it folds into a row of its own, which says all of it. One empty field alone takes no more room than the row would.
pub(super) fn fold(page: &mut Page, model: &Model, meeting: &Meeting, added: Vec<Block>) {
    // What is only read shows nothing that is empty, so that there is nothing to fold.
    let is_whole = model.path.top().unfolded || model.in_lines || !model.may_change();
    let mut blank = if is_whole { Vec::new() } else { empty(meeting, &added) };
    if blank.len() < 2 {
        blank.clear();
    }
    let is_short = !is_whole && model.size.height < ROOMY;
    let stood = if is_short { standing(model, meeting, &added, &blank) } else { Stood::default() };
    let is_low = !is_whole && model.size.height < LOW;
    let taken: Vec<usize> = blank.iter().chain(&stood.folded).copied().collect();
    let (today, written) = if is_low { written_today(meeting, &added, &taken) } else { Default::default() };
    let room = usize::from(model.size.width).saturating_sub(AROUND_LINE);
    let ellipsis = model.settings.marks.signs().ellipsis;
    let language = model.language();
    let between = model.settings.marks.signs().between;
    let fold = |name: &'static str, label: &str, value: String| {
        let row = Row::action(RowId::fixed(name), label, Action::Unfold);
        Some(row.with_value(Role::Quiet, value).listed())
    };
    let mut blank_row = fold(BLANK, language.still_blank(), names(&added, &blank).join(between));
    let day = one_day(&stood.said);
    let (label, said) = said_once(language, day.as_deref(), stood.said);
    let chosen: Vec<usize> = stood.chosen.iter().map(|(at, _)| *at).collect();
    let said = match (said.is_empty(), chosen.is_empty()) {
        (false, _) => said.join(between),
        (true, false) => labels(&added, &chosen).join(between),
        (true, true) => language.all_said_today().to_owned(),
    };
    // In the lowest windows it is one line, so that what is agreed stays in sight.
    let behind = usize::from(model.size.width).saturating_sub(AROUND_LABEL + text::width(&label));
    let said = if is_low { text::truncate(&said, behind, ellipsis).into_owned() } else { said };
    let mut standing_row = fold(STANDING, &label, said).filter(|_| !stood.folded.is_empty());
    let label = language.today_folded();
    let behind = usize::from(model.size.width).saturating_sub(AROUND_LABEL + text::width(label));
    let written = text::truncate(&written.join(between), behind, ellipsis).into_owned();
    let mut today_row = fold(TODAY, label, written).filter(|_| !today.is_empty());
    // Where the first of them stood, so that nothing else moves when they open; what was all said today parts nothing that is read
    // together.
    for (at, block) in added.into_iter().enumerate() {
        let row = match (blank.contains(&at), stood.folded.contains(&at)) {
            _ if today.contains(&at) => today_row.take(),
            (true, _) => blank_row.take(),
            (_, true) => {
                let is_place = stood.first == Some(at);
                if let Some(told) = row_of(&block).filter(|_| stood.told.contains(&at)) {
                    let words = [told.label.to_lowercase(), told.value.clone()];
                    page.under_value(Role::Quiet, words.join(": "));
                }
                if is_place { standing_row.take() } else { None }
            }
            _ if takes_a_time_away(&block) => {
                page.apart.extend(row_of(&block).cloned());
                None
            }
            _ => {
                let block = if is_low { in_a_line(block, room, ellipsis) } else { block };
                page.blocks.push(match stood.chosen.iter().find(|(place, _)| *place == at) {
                    Some((_, of)) if *of != day => with_its_day(block, of.as_deref()),
                    Some(_) => block,
                    None => block,
                });
                None
            }
        };
        row.into_iter().for_each(|row| page.blocks.push(Block::Row(Box::new(row))));
    }
    page.blocks.extend(standing_row.map(|row| Block::Row(Box::new(row))));
}

/// What somebody wrote down today in fields of which there may be more, with all that belongs to these: which of the blocks, and for each
/// time what was written. Fewer than [`MANY_FIELDS`] take hardly more room than a row for them would.
fn written_today(meeting: &Meeting, added: &[Block], taken: &[usize]) -> (Vec<usize>, Vec<String>) {
    let (mut today, mut fields) = (Vec::new(), 0);
    let mut written: Vec<(&str, String)> = Vec::new();
    for (at, row) in added.iter().enumerate().filter_map(|(at, block)| Some((at, row_of(block)?))) {
        let time = key_of(row).and_then(|key| key.split_once('@')).map(|(_, time)| time);
        let text = row.as_field().and_then(|field| field.place.text(meeting)).map(str::trim);
        let Some((time, text)) = time.zip(text).filter(|(_, text)| !text.is_empty() && !taken.contains(&at))
        else {
            continue;
        };
        fields += 1;
        match written.last_mut().filter(|(known, _)| *known == time) {
            Some((_, words)) => *words = format!("{words}: {text}"),
            None => written.push((time, text.to_owned())),
        }
        let belongs = |block: &&Block| match block {
            Block::Text(_) => true,
            other => row_of(other).is_some_and(|next| key_of(next) == key_of(row)),
        };
        let beside = added.iter().skip(at + 1).take_while(belongs).count();
        today.extend(at..=at + beside);
    }
    let is_one_more =
        |at: &usize| matches!(added.get(*at).and_then(row_of).and_then(action_of), Some(Action::AddTime(..)));
    // What takes a time away stands elsewhere.
    let after =
        |at: &usize| (at + 1..added.len()).find(|next| !added.get(*next).is_some_and(takes_a_time_away));
    let more: Vec<usize> = today.iter().filter_map(after).filter(is_one_more).collect();
    today.extend(more);
    match fields < MANY_FIELDS {
        true => Default::default(),
        false => (today, written.into_iter().map(|(_, words)| words).collect()),
    }
}

/// A row on which one chooses, with the day of what stands of it.
fn with_its_day(block: Block, day: Option<&str>) -> Block {
    match (block, day) {
        (Block::Row(row), Some(day)) => {
            let value = format!("{} ({day})", row.value);
            Block::Row(Box::new(row.with_value(Role::Quiet, value)))
        }
        (block, _) => block,
    }
}

/// Whether a row takes away one time of what repeats: it stands behind everything else, and not between one time and the next.
fn takes_a_time_away(block: &Block) -> bool {
    row_of(block)
        .and_then(action_of)
        .is_some_and(|action| matches!(action, Action::Remove(Removal::Time(..))))
}

/// Something more of a value, as one line that may be as long as the window is wide.
fn in_a_line(block: Block, room: usize, ellipsis: &str) -> Block {
    match block {
        Block::Text(told) if told.at_value => {
            let text = cut(&told.text, room, ellipsis);
            Block::Text(Paragraph { text, at_value: false, indent: INDENT, ..told })
        }
        other => other,
    }
}

/// A text in this room; a day behind it stays whole, and what is cut off is before that.
fn cut(text: &str, room: usize, ellipsis: &str) -> String {
    let is_day =
        |end: &str| end.starts_with(|sign: char| sign.is_ascii_digit()) && text::width(end) <= LONGEST_DAY;
    match text.rsplit_once(", ").filter(|(_, end)| is_day(end) && text::width(text) > room) {
        Some((words, day)) => {
            let room = room.saturating_sub(text::width(day) + 2);
            format!("{}, {day}", text::truncate(words, room, ellipsis))
        }
        None => text::truncate(text, room, ellipsis).into_owned(),
    }
}

/// The day behind what stands of a question.
fn day_of(words: &str) -> Option<String> {
    Some(words.strip_suffix(')')?.rsplit_once(" (")?.1.to_owned())
}

/// The day of all that stands, where it is one.
fn one_day(said: &[(String, String)]) -> Option<String> {
    let day = said.first().and_then(|(_, words)| day_of(words))?;
    said.iter().all(|(_, words)| day_of(words).as_ref() == Some(&day)).then_some(day)
}

/// What each of several questions says, with its day; where all are of one day, that stands in the label and no more.
fn said_once(language: Language, day: Option<&str>, said: Vec<(String, String)>) -> (String, Vec<String>) {
    let label = day.map_or_else(|| language.stands_folded().to_owned(), |day| language.stands_folded_of(day));
    let told = said.into_iter().map(|(question, words)| {
        let once = day.and_then(|day| words.strip_suffix(&format!(" ({day})")));
        format!("{question}: {}", once.unwrap_or(&words))
    });
    (label, told.collect())
}

/// What stands from earlier meetings, in a short window.
#[derive(Default)]
struct Stood {
    /// Which of the blocks fold.
    folded: Vec<usize>,
    /// The first of those about which nobody said anything today.
    first: Option<usize>,
    /// Which of them only tell what was said today.
    told: Vec<usize>,
    /// Each question about which nobody said anything today, and what stands of it.
    said: Vec<(String, String)>,
    /// Which of the blocks are rows on which one chooses, each with the day of what stands of it.
    chosen: Vec<(usize, Option<String>)>,
}

/// Fields of which only an earlier meeting said something fold, with what goes with them, and so do the ways to confirm what stands or
/// to take it back, of every question: no answer brings one of these under the cursor or takes it away there.
fn standing(model: &Model, meeting: &Meeting, added: &[Block], blank: &[usize]) -> Stood {
    let holds = format!("{}: ", model.language().still_holds());
    let (mut stood, mut questions) = (Stood::default(), 0);
    for (at, block) in added.iter().enumerate() {
        let Some(row) = row_of(block) else { continue };
        let Some(((holds_at, still), (gone_at, gone))) = ways(added, at, row) else { continue };
        questions += 1;
        let said_today =
            [(holds_at, still), (gone_at, gone)].into_iter().find(|(_, way)| way.mark == Mark::Chosen);
        stood.told.extend(said_today.map(|(at, _)| at));
        stood.folded.extend([holds_at, gone_at]);
        let Some(words) = still.label.strip_prefix(&holds).filter(|_| said_today.is_none()) else { continue };
        // A row on which one chooses stays, and says what stood of it itself.
        if matches!(row.kind, RowKind::Scale { .. }) {
            stood.chosen.push((at, day_of(words)));
            stood.first = stood.first.or(Some(holds_at));
            continue;
        }
        let is_empty = |field: &Field| field.place.text(meeting).is_none_or(|text| text.trim().is_empty());
        let field = row.as_field().is_some_and(is_empty).then_some(at);
        stood.first = stood.first.or(field).or(Some(holds_at));
        stood.folded.extend(field);
        stood.said.push((row.label.to_lowercase(), words.to_owned()));
    }
    // One alone takes hardly less room than all that belongs to it.
    if questions < 2 {
        return Stood::default();
    }
    for (at, block) in added.iter().enumerate() {
        let both: Vec<usize> = blank.iter().chain(&stood.folded).copied().collect();
        let goes_along = match row_of(block).and_then(action_of) {
            Some(Action::Remove(Removal::Time(..))) => is_of_nothing(added, at, &both),
            Some(Action::AddTime(..)) => at.checked_sub(1).is_some_and(|above| both.contains(&above)),
            _ => false,
        };
        if goes_along && !both.contains(&at) {
            stood.folded.push(at);
        }
    }
    stood
}

/// A row and its place among the blocks.
type Placed<'b> = (usize, &'b Row);

/// The ways to confirm what stands of the question of a row, and to take it back; only for the row on which it is answered.
fn ways<'b>(added: &'b [Block], at: usize, row: &Row) -> Option<(Placed<'b>, Placed<'b>)> {
    if !row.id.as_str().starts_with("answer:") {
        return None;
    }
    let own = |kind: &str| {
        let after = added.iter().enumerate().skip(at + 1);
        let of_it = after.map_while(|(at, block)| match row_of(block) {
            Some(next) => (key_of(next) == key_of(row)).then_some((at, Some(next))),
            None => matches!(block, Block::Text(_)).then_some((at, None)),
        });
        of_it.filter_map(|(at, next)| Some((at, next?))).find(|(_, next)| next.id.as_str().starts_with(kind))
    };
    Some((own("still-holds:")?, own("no-longer:")?))
}

/// Which of the blocks are fields in which nothing stands and to which nothing belongs, and the ways to add one more of such.
fn empty(meeting: &Meeting, added: &[Block]) -> Vec<usize> {
    let mut found: Vec<usize> = Vec::new();
    for (at, block) in added.iter().enumerate() {
        let Some(row) = row_of(block) else { continue };
        let is_empty = match row.as_field() {
            Some(field) => field.place.text(meeting).is_none_or(|text| text.trim().is_empty()),
            // One more of what is not there yet.
            None => {
                matches!(action_of(row), Some(Action::AddTime(..)))
                    && found.last() == at.checked_sub(1).as_ref()
            }
        };
        let key = key_of(row);
        let belongs = |next: &Block| match next {
            Block::Text(_) => true,
            other => row_of(other).is_some_and(|next| key.is_some() && key_of(next) == key),
        };
        let goes_with = matches!(action_of(row), Some(Action::Remove(Removal::Time(..))))
            && is_of_nothing(added, at, &found);
        if goes_with || is_empty && !added.get(at + 1).is_some_and(belongs) {
            found.push(at);
        }
    }
    found
}

/// Whether the way to remove one time of what repeats stands behind fields of that time, all of which are folded.
fn is_of_nothing(added: &[Block], at: usize, found: &[usize]) -> bool {
    let time = |at: usize| Some(key_of(row_of(added.get(at)?)?)?.split_once('@')?.1);
    let own = at.checked_sub(1).and_then(time);
    own.is_some() && (0..at).filter(|before| time(*before) == own).all(|before| found.contains(&before))
}

/// What the folded fields are called, one name for all of one time of what repeats.
fn names(added: &[Block], folded: &[usize]) -> Vec<String> {
    let mut times: Vec<&str> = Vec::new();
    let mut names = Vec::new();
    for row in folded.iter().filter_map(|at| row_of(added.get(*at)?)) {
        let Some(key) = key_of(row).filter(|_| row.as_field().is_some()) else { continue };
        let time = key.split_once('@').map(|(_, time)| time);
        if time.is_some_and(|time| times.contains(&time)) {
            continue;
        }
        times.extend(time);
        names.push(row.label.to_lowercase());
    }
    names
}

/// What rows are called.
fn labels(added: &[Block], rows: &[usize]) -> Vec<String> {
    rows.iter().filter_map(|at| row_of(added.get(*at)?)).map(|row| row.label.to_lowercase()).collect()
}

fn row_of(block: &Block) -> Option<&Row> {
    match block {
        Block::Row(row) => Some(row),
        _ => None,
    }
}

fn action_of(row: &Row) -> Option<&Action> {
    match &row.kind {
        RowKind::Action(action) => Some(action),
        _ => None,
    }
}

/// The question that a row belongs to, as its name has it.
fn key_of(row: &Row) -> Option<&str> {
    let (_, key) = row.id.as_str().split_once(':')?;
    Some(key.split('=').next().unwrap_or(key))
}

#[cfg(test)]
mod tests {
    use super::cut;

    #[test]
    fn what_is_cut_off_is_not_the_day() {
        let told = "was Een val in augustus; loopt nu met een rollator, 13 sep";
        assert_eq!(cut(told, 58, "…"), told);
        assert_eq!(cut(told, 54, "…"), "was Een val in augustus; loopt nu met een rol…, 13 sep");
        assert_eq!(cut("Laatst (13 sep): gevallen, twee keer", 20, "…"), "Laatst (13 sep): ge…");
    }
}
