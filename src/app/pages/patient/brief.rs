//! One patient: the brief discussion, who the patient is, and the running notes.

use super::agreement::{agreement_row, agreements_beside};
use super::folding;
use super::profile::ticked;
use super::steps::{judged_briefly, steps};
use crate::app::message::Paper;
use crate::app::model::Model;
use crate::app::page::{Action, Block, Detail, Field, Mark, Page, Role, Row, RowId, Screen, StepPage};
use crate::app::pages::parts::{beside_day, discussion, heard, patient_page, quoted, titled};
use crate::app::pages::walk::{self, Walkable, judgement_in_words};

use crate::checklist::{Looks, Name};
use crate::meeting::typed::{self, Read};
use crate::meeting::{
    Judgement, KnownPatient, LOOKING_BACK, Meeting, PatientId, Review, ReviewText, TextPlace,
    died_on_question, terms,
};
use crate::text;

const DEATH: &str = "plaats";

/// From how many lines a window has room for what an earlier meeting wrote down.
const ROOMY: u16 = 20;

/// How many columns of what an earlier meeting wrote down stand on the page of a patient.
const ONE_LINE: usize = 45;

/// The brief discussion, and the way to everything else.
pub(in crate::app::pages) fn brief(model: &Model, patient: PatientId) -> Page {
    let language = model.language();
    let Some((meeting, review)) = discussion(model, patient) else {
        return titled(language.meetings_title());
    };
    let mut page = patient_page(model, meeting, review);
    // They stand in their field, whole and to be changed.
    page.own_words = None;
    page.first = Some(first_row(review));
    let between = meeting.details.is_between();
    if between {
        let deceased = model.is_deceased(review);
        let died = Action::Detail(patient, Detail::Deceased(!deceased));
        page.push(
            Row::action(RowId::fixed("deceased"), language.profile_deceased(), died).marked(ticked(deceased)),
        );
        if deceased && let Some(looking_back) = model.checklist(&LOOKING_BACK.into()) {
            page.text(Role::Heading, language.between_death());
            walk::inline_group(&mut page, model, meeting, review, (looking_back, &DEATH.into()));
            page.gap();
        }
    }
    if !between && model.is_deceased(review) {
        page.text(Role::Value, language.died_on(&died_on(model, meeting, review).unwrap_or_default()));
        let known = model.register().and_then(|register| register.patient(patient));
        let death = known.and_then(KnownPatient::death).filter(|_| review.says_deceased() != Some(false));
        if let Some(doubt) = death.and_then(|death| terms::death_doubt(language, death, meeting.details.date))
        {
            page.text(Role::Warning, doubt);
        }
    }
    let place = |which| TextPlace::Review(patient, which);
    page.push(own_words(model, review, place(ReviewText::OwnWords)));
    page.push(Row::field(
        RowId::fixed("question"),
        if between { language.between_question() } else { language.patient_question() },
        Field::line(place(ReviewText::Question), if between { language.between_question_hint() } else { "" }),
    ));
    // The overview tells it too.
    let has_room = model.size.height >= ROOMY || model.in_lines;
    let written = written_last(model, meeting, patient).filter(|_| has_room);
    page.blocks.extend(written.map(|row| Block::Row(Box::new(row))));
    let told = judged(&mut page, model, meeting, review);
    if !model.is_deceased(review) {
        super::limits::row(&mut page, model, meeting, review);
    }
    let above = page.blocks.len();
    for step in walk::steps_of(model, review).iter().filter(|step| step.inline) {
        walk::inline(&mut page, model, meeting, review, step.checklist);
    }
    let added = page.blocks.split_off(above);
    folding::fold(&mut page, model, meeting, added);
    if page.first == Some(RowId::fixed("notes")) {
        page.first = begin(&page, meeting, above).or(page.first);
    }
    let notes = Row::field(
        RowId::fixed("notes"),
        language.patient_notes(),
        Field::lines(place(ReviewText::Notes), language.patient_notes_hint()),
    );
    // Where nothing else is typed here, they are what one writes down: in sight, with what was agreed under them.
    let brief = walk::steps_of(model, review).iter().any(|step| step.inline);
    // Who listens takes what stands under a heading for a part of it, however far below.
    let first = !brief || model.in_lines;
    if first {
        page.air().push(notes.clone());
    }
    // In the lowest windows own words take that line.
    if model.size.height < folding::LOW && !model.in_lines {
        page.air();
    } else {
        page.gap();
    }
    let beside = agreements_beside(model, meeting, review);
    let open_beside = beside.len();
    page.text(Role::Heading, agreements_heading(model, meeting, review, &beside));
    for agreement in &review.agreements {
        page.push(agreement_row(model, meeting, review, agreement));
    }
    for row in beside {
        page.push(row);
    }
    let agree = Action::NewAgreement(patient, String::new());
    page.push(Row::action(RowId::fixed("agree"), language.patient_agree(), agree).marked(Mark::Leads));
    // A brief discussion is done with the agreements; in a full one the steps come before the end.
    if !first {
        page.gap().push(notes);
    }
    if !brief {
        steps(&mut page, model, review, &told);
    }
    page.gap();
    heard(&mut page, model, language.patient_closing());
    let hint = match model.is_deceased(review) {
        true => language.patient_next_review_hint_died(),
        false => language.patient_next_review_hint(),
    };
    let again = Field::line(TextPlace::Review(patient, ReviewText::NextReview), hint);
    // "Eerder bij een val" is no day, and needs none; who typed a number meant one.
    let has_number = review.next_review.contains(|c: char| c.is_ascii_digit());
    let reading = match typed::read(&review.next_review, meeting.details.date, Looks::Forward) {
        Read::Nothing if !has_number => String::new(),
        _ => typed::said(language, &review.next_review, meeting.details.date, Looks::Forward),
    };
    let reading = beside_day(model, meeting, &again.place, (meeting.details.date, Looks::Forward), reading);
    page.push(Row::field(
        RowId::fixed("next-review"),
        language.patient_next_review(),
        again.read_as(reading),
    ));
    let known = model.register().and_then(|register| register.patient(patient));
    if let Some(day) =
        known.and_then(|known| known.next_review).filter(|_| review.next_review.trim().is_empty())
    {
        let day = typed::short_day(day, meeting.details.date, language);
        page.under_value(Role::Quiet, language.next_review_was(&day));
    }
    let finished = review.details.finished.is_some();
    let (label, action) = if between {
        (language.between_back(), Action::Back)
    } else if finished {
        (language.patient_reopen(), Action::Detail(patient, Detail::Finished(false)))
    } else {
        (language.patient_finish(), Action::Finish(patient))
    };
    let mut finish = Row::action(RowId::fixed("finish"), label, action);
    if !between && !finished {
        let open = review.agreements.iter().filter(|agreement| agreement.is_open()).count() + open_beside;
        let ended = review.agreements.len() + open_beside > open;
        finish = finish.with_value(Role::Quiet, language.finish_with(open, ended));
    }
    page.push(finish);
    if brief {
        steps(&mut page, model, review, &told);
    }
    page.gap();
    heard(&mut page, model, language.patient_more());
    walk::newer::offers(&mut page, model, review);
    page.push(Row::action(
        RowId::fixed("overview"),
        language.patient_overview(),
        Action::Open(Screen::Overview(patient)),
    ));
    if model.standing(patient).is_some() {
        page.push(Row::action(
            RowId::fixed("course"),
            language.patient_course(),
            Action::Open(Screen::Course(patient)),
        ));
    }
    page.push(Row::action(
        RowId::fixed("profile"),
        language.patient_profile(),
        Action::Open(Screen::Profile(patient)),
    ));
    page.push(Row::action(
        RowId::fixed("minutes"),
        language.minutes_title(),
        Action::Open(Screen::Paper(Box::new(Paper::minutes(Some(patient))))),
    ));
    page
}

/// What stands over the agreements: in the lowest windows, which show the first of them, how many more there are.
fn agreements_heading(model: &Model, meeting: &Meeting, review: &Review, beside: &[Row]) -> String {
    let language = model.language();
    let heading = language.patient_agreements().to_owned();
    let open = || review.agreements.iter().filter(|agreement| agreement.is_open());
    let count = open().count() + beside.len();
    if model.size.height >= folding::LOW || model.in_lines || count < 2 {
        return heading;
    }
    let late = open().filter(|agreement| agreement.is_overdue(meeting.details.date)).count()
        + beside.iter().filter(|row| row.value_role == Role::Warning).count();
    let told = if late > 0 { language.open_and_overdue(count, late) } else { count.to_string() };
    format!("{heading}: {told}")
}

/// The person's own words; in a short window as much as two whole lines hold, so that what is agreed stays in sight.
fn own_words(model: &Model, review: &Review, place: TextPlace) -> Row {
    let language = model.language();
    let label = language.patient_own_words();
    let id = RowId::fixed("own-words");
    let is_short = model.size.height < folding::LOW
        && model.may_change()
        && !model.in_lines
        && !model.path.top().unfolded;
    let room = usize::from(model.size.width).saturating_sub(folding::BESIDE_LABEL);
    let words = review.own_words.split_whitespace().collect::<Vec<_>>().join(" ");
    if is_short && text::width(&words) > room {
        let signs = model.settings.marks.signs();
        let room = (2 * usize::from(model.size.width)).saturating_sub(AROUND_WORDS + text::width(label));
        let words = quoted(&text::truncate(&words, room, signs.ellipsis));
        let label = format!("{label}  {words}");
        return Row::action(RowId::fixed("words-folded"), label, Action::Change(id));
    }
    let hint = if model.is_deceased(review) { "" } else { language.patient_own_words_hint() };
    Row::field(id, label, Field::line(place, hint))
}

/// The day on which the patient died, as far as it was noted, today or earlier.
fn died_on(model: &Model, meeting: &Meeting, review: &Review) -> Option<String> {
    let key = died_on_question();
    let item = model.checklist(&key.checklist)?.item(key.item.as_str())?;
    let day = match review.answers.get(&key).filter(|answer| answer.given.is_some()) {
        Some(answer) => terms::answer(model.language(), meeting, item, answer),
        None => {
            let stood = model.answered_earlier(review.patient, &key)?;
            walk::earlier::in_words(model, review.patient, (&key, item), stood)
        }
    };
    Some(day).filter(|day| !day.is_empty())
}

/// What the last meeting wrote down, in one line; the overview has the whole of it.
fn written_last(model: &Model, meeting: &Meeting, patient: PatientId) -> Option<Row> {
    let said = &model.standing(patient)?.said;
    let both = || [&said.question, &said.notes].into_iter().flatten();
    let date = both().map(|stood| stood.date).max()?;
    let texts = both().filter(|stood| stood.date == date).map(|stood| &*stood.value);
    let words = texts.flat_map(str::split_whitespace).collect::<Vec<_>>().join(" ");
    let day = typed::short_day(date, meeting.details.date, model.language());
    let overview = Action::Open(Screen::Overview(patient));
    let signs = model.settings.marks.signs();
    let row = Row::action(RowId::fixed("written-last"), model.language().written_last(&day), overview);
    Some(row.with_value(Role::Quiet, text::truncate(&words, ONE_LINE, signs.ellipsis)))
}

/// Where the discussion begins: at the first of the opening texts that is still empty.
fn first_row(review: &Review) -> RowId {
    if review.own_words.is_empty() {
        RowId::fixed("own-words")
    } else if review.question.is_empty() {
        RowId::fixed("question")
    } else {
        RowId::fixed("notes")
    }
}

/// The first of the questions on the page itself, from a block on, to which nobody said anything yet, or else the first of all:
/// with it the question, what changed and what is agreed are in sight.
fn begin(page: &Page, meeting: &Meeting, from: usize) -> Option<RowId> {
    let rows = || {
        page.blocks.iter().skip(from).filter_map(|block| match block {
            Block::Row(row) => Some(&**row),
            _ => None,
        })
    };
    let is_empty = |row: &&Row| match row.as_field() {
        Some(field) => field.place.text(meeting).is_none_or(|text| text.trim().is_empty()),
        None => row.id == RowId::fixed(folding::BLANK),
    };
    rows().find(is_empty).or_else(|| rows().next()).map(|row| row.id.clone())
}

/// What was judged, where it has to be in sight: in a brief discussion, or since it was withdrawn, is old, or has no step.
/// Gives the checklists that were told of here, so that nothing is said twice.
fn judged(page: &mut Page, model: &Model, meeting: &Meeting, review: &Review) -> Vec<Name> {
    let here = review.judgements.iter().filter(|(_, known)| known.withdrawn.is_some()).map(|(name, _)| name);
    let earlier = model.judged_earlier(review.patient);
    let mut names: Vec<&Name> = here.chain(earlier).collect();
    names.sort_unstable();
    names.dedup();
    // Where the questions of a checklist stand on this page, its judgement stands with them.
    let steps = walk::steps_of(model, review);
    let here = |step: &Walkable<'_>, name: &Name| {
        step.inline && step.checklist.id == *name && step.checklist.judgement.is_some()
    };
    names.retain(|name| !steps.iter().any(|step| here(step, name)));
    let mut told = Vec::new();
    for name in names {
        let Some(checklist) = model.checklist(name) else { continue };
        let own = review.judgements.get(name).is_some_and(|known| known.withdrawn.is_some());
        let stands = model.judged_before(review.patient, name);
        let words = if own {
            judgement_in_words(model, review, checklist)
        } else if stands.is_some() {
            judged_briefly(model, review, checklist)
        } else {
            withdrawn_earlier(model, review, name)
        };
        let Some(words) = words else { continue };
        let page_of = StepPage::Judgement;
        let open = Screen::Step { patient: review.patient, checklist: name.clone(), page: page_of };
        let step = steps.iter().find(|step| step.checklist.id == *name).map(|step| step.title);
        let title = step.unwrap_or_else(|| checklist.title.get(model.language()));
        let is_old = stands
            .is_some_and(|standing| model.judge_again(name, standing.date, meeting.details.date).is_some())
            && !model.is_deceased(review);
        let was_put_off = walk::put_off(model, review, checklist).is_some();
        let role = if stands.is_none() || is_old || was_put_off { Role::Warning } else { Role::Value };
        // Where the steps are walked one by one, the row of the step says what was judged; below a brief discussion it would be
        // out of sight.
        if role == Role::Value && step.is_some() && !steps.iter().any(|step| step.inline) {
            continue;
        }
        told.push(name.clone());
        // In the lowest windows it is one line, so that what is agreed stays in sight.
        let is_low = model.size.height < folding::LOW && !model.in_lines;
        let label = if is_low { title.to_owned() } else { model.language().judgement_on(title) };
        let row = Row::action(RowId::of("judged", name), label, Action::Open(open)).with_value(role, words);
        page.push(if is_low { row.listed() } else { row });
    }
    told
}

/// That a judgement was withdrawn in an earlier meeting and nobody judged anew: who was absent then has to know.
pub(in crate::app::pages) fn withdrawn_earlier(
    model: &Model,
    review: &Review,
    name: &Name,
) -> Option<String> {
    let language = model.language();
    if review.judgements.get(name).is_some_and(Judgement::says) {
        return None;
    }
    let stood = model.standing(review.patient)?.judgements.get(name)?;
    let stamp = stood.value.withdrawn?;
    let today = model.record()?.details.date;
    let day = typed::short_day(stamp.at.date(), today, language);
    let reason = stood.value.withdrawn_reason.split_whitespace().collect::<Vec<_>>().join(" ");
    let words = language.judgement_withdrawn_briefly(&day);
    Some(if reason.is_empty() { words } else { format!("{words}: {reason}") })
}
/// What stands around own words on two whole lines, and what wrapping may leave empty, in columns.
const AROUND_WORDS: usize = 22;
