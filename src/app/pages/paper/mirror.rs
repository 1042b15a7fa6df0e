//! Counts to learn from, as bars: what is few is said to be hidden, and nothing is compared with others.

use super::made::{counted, gathered};
use super::page::{group_row, year_row};
use crate::app::message::{Gathering, Paper};
use crate::app::model::Model;
use crate::app::page::{Bar, Bars, Block, Page, Role};
use crate::app::pages::parts::titled;
use crate::export::Count;
use crate::words::Language;

/// The counts of a group and a year.
pub(in crate::app::pages) fn mirror(model: &Model, wanted: &Paper) -> Page {
    let language = model.language();
    let mut page = titled(language.mirror_title());
    let gathered = gathered(model, wanted);
    let source = match gathered.as_ref().map(|gathered| &gathered.what) {
        Some(Gathering::Mirror(source)) => source,
        Some(Gathering::Failed(why)) => {
            page.text(Role::Fault, why.get(language));
            return page;
        }
        _ => {
            page.text(Role::Quiet, language.paper_reading());
            return page;
        }
    };
    page.abilities.paper = true;
    group_row(&mut page, model, wanted, source);
    year_row(&mut page, model, wanted, source);
    let mirror = counted(model, wanted, source);
    page.gap().text(Role::Quiet, mirror.period());
    for told in mirror.told_first() {
        page.text(Role::Warning, told);
    }
    for counts in mirror.counts() {
        page.gap().text(Role::Heading, counts.caption);
        let bars = counts.rows.iter().map(|(label, count)| bar(language, label, *count)).collect();
        page.blocks.push(Block::Bars(Bars::new(bars)));
        if !counts.remark.is_empty() {
            page.text(Role::Quiet, counts.remark);
        }
    }
    for (label, texts) in mirror.noted() {
        page.gap().text(Role::Heading, label);
        for text in texts {
            page.text(Role::Plain, text);
        }
    }
    page.gap().text(Role::Quiet, language.mirror_of_today());
    page.text(Role::Quiet, language.mirror_note());
    page
}

fn bar(language: Language, label: &str, count: Count) -> Bar {
    let (number, remark) = match count {
        Count::Patients(number) => (Some(u32::try_from(number).unwrap_or(u32::MAX)), String::new()),
        Count::Hidden | Count::Days(_) => (None, count.told(language)),
    };
    Bar { label: label.to_owned(), count: number, remark }
}
