//! What a newer shipped version changed, and what the user changed.

use super::page::Page;
use super::{Desk, Found, Trouble, shipped};
use crate::checklist::compare::{Difference, Own, against, compare};
use crate::checklist::{BasedOn, Checklist, Definition, Layer, Parsed, parse_bytes};
use crate::shell::outside::own;

impl Desk {
    /// The differences between an own checklist, the shipped one that it was made from, and the shipped one of now.
    pub(in crate::cli) fn diff(&self, typed: &str) -> Result<String, Trouble> {
        let language = self.language;
        let library = self.library()?;
        let line = |text: String| Ok(format!("{text}\n"));
        let own = match self.find(&library, typed)? {
            Found::Checklist(own) => own,
            Found::Route(route) => return line(language.diff_route(route.route.id.as_str())),
        };
        let id = own.checklist.id.as_str();
        if own.layer == Layer::Shipped {
            return line(language.diff_no_own(id));
        }
        // Who made an own version by hand may not have written down what it was made from.
        let same_name = || shipped(id).map(|one| one.checklist.id.clone());
        let noted = own.checklist.based_on.clone();
        let Some(origin) = noted.as_ref().map(|based_on| based_on.id.clone()).or_else(same_name) else {
            return line(language.diff_not_based(id));
        };
        let Some(now) = shipped(origin.as_str()) else {
            return line(language.diff_origin_gone(id, origin.as_str()));
        };
        let used = noted.as_ref().map_or("?", |based_on| based_on.version.as_str());
        let mut page = Page::default();
        let heading =
            language.diff_compared(id, &own.checklist.version, origin.as_str(), used, &now.checklist.version);
        page.paragraph(0, &heading);
        match noted.and_then(|based_on| self.basis(&own, &based_on, &now)) {
            Some(basis) => self.against_basis(&mut page, &basis, &now.checklist, &own.checklist),
            None => self.without_basis(&mut page, &now.checklist, &own.checklist),
        }
        Ok(page.text)
    }

    /// The shipped checklist that an own one was made from, where its text is at hand.
    fn basis(&self, own: &Definition, based_on: &BasedOn, now: &Definition) -> Option<Checklist> {
        let is_it = |one: &Checklist| one.id == based_on.id && one.version == based_on.version;
        let kept = self.own.as_ref().map(|folder| folder.basis(&own.file));
        let kept = kept.and_then(|path| own::read(&path).ok().flatten());
        let kept = kept.and_then(|bytes| match parse_bytes(&bytes, &Default::default()).parsed {
            Some(Parsed::Checklist(checklist)) => Some(checklist),
            _ => None,
        });
        kept.filter(is_it).or_else(|| Some(now.checklist.clone()).filter(is_it))
    }

    fn against_basis(&self, page: &mut Page, basis: &Checklist, now: &Checklist, own: &Checklist) {
        let language = self.language;
        let (newer, changed) = (compare(basis, now), compare(basis, own));
        page.gap();
        if newer.is_empty() {
            page.paragraph(0, language.diff_shipped_same());
        } else {
            page.paragraph(0, &language.diff_shipped(&basis.version, &now.version));
            for difference in &newer {
                let mark = match against(difference, &changed) {
                    Own::Untouched => None,
                    Own::Same => Some(language.diff_taken()),
                    Own::Otherwise => Some(language.diff_conflict()),
                };
                self.difference(page, difference, (basis, now), mark);
            }
        }
        page.gap();
        if changed.is_empty() {
            page.paragraph(0, language.diff_own_same());
        } else {
            page.paragraph(0, language.diff_own());
            changed.iter().for_each(|difference| self.difference(page, difference, (basis, own), None));
        }
        if !newer.is_empty() {
            page.gap().paragraph(0, &language.diff_take_over(own.id.as_str(), &now.version));
        }
    }

    fn without_basis(&self, page: &mut Page, now: &Checklist, own: &Checklist) {
        let language = self.language;
        let found = compare(own, now);
        page.gap().paragraph(0, language.diff_no_basis()).gap();
        if found.is_empty() {
            page.paragraph(0, language.diff_none());
            return;
        }
        page.paragraph(0, language.diff_own_to_shipped());
        found.iter().for_each(|difference| self.difference(page, difference, (own, now), None));
    }

    fn difference(
        &self,
        page: &mut Page,
        difference: &Difference,
        (earlier, later): (&Checklist, &Checklist),
        mark: Option<&str>,
    ) {
        let told = difference.in_words(earlier, later, self.language);
        page.hanging(2, "- ", &told.heading);
        for (word, value) in told.lines {
            page.hanging(6, &format!("{word}: "), &value);
        }
        if let Some(mark) = mark {
            page.paragraph(6, &format!("({mark})"));
        }
    }
}
