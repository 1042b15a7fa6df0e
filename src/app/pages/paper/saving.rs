//! Saving a paper: where it goes and under which name, what is asked before, and what came of it.

use crate::app::message::{Existing, Paper, PaperFact, PaperFolder, UsualPlace};
use crate::app::model::Model;
use crate::app::page::{Action, Mark, Page, Role, Row, RowId, SavingQuestion, Screen};
use crate::app::pages::parts::titled;
use crate::app::pages::search;
use crate::text;
use crate::words::Language;

fn clean(path: &str) -> String {
    text::visible_line(path).into_owned()
}

/// The rows that save a paper, and what came of it.
pub(super) fn rows(page: &mut Page, model: &Model, wanted: &Paper, name: &str) {
    let language = model.language();
    let papers = &model.papers;
    let folder =
        Row::action(RowId::fixed("folder"), language.paper_folder(), Action::Open(Screen::PaperFolder));
    let Some(known) = &papers.folder else {
        page.push(folder.with_value(Role::Quiet, language.paper_folder_looking()));
        return;
    };
    page.push(folder.with_value(Role::Value, clean(&known.path)));
    warnings(page, language, known);
    if known.problem.is_none() {
        let save = Row::action(RowId::fixed("save"), language.paper_save(), Action::SavePaper);
        let value = if papers.saving { language.paper_saving() } else { name };
        page.push(save.with_value(Role::Value, value));
    }
    match papers.outcome.as_ref().filter(|(of, _)| of == wanted) {
        Some((_, PaperFact::Saved(path))) => {
            page.push(Row::action(
                RowId::fixed("show"),
                language.paper_show(),
                Action::ShowPaper(path.clone()),
            ));
            page.text(Role::Done, language.paper_saved_as(&clean(path)));
            page.text(
                Role::Quiet,
                match wanted.is_of_session(model.record()) {
                    true => language.session_paper(),
                    false => language.export_is_open(),
                },
            );
        }
        Some((_, PaperFact::NotSaved(why))) => {
            page.text(Role::Fault, why.get(language));
        }
        _ => {}
    }
}

/// What is to be known of a folder before something is saved in it.
fn warnings(page: &mut Page, language: Language, folder: &PaperFolder) {
    if let Some(why) = &folder.problem {
        page.text(Role::Fault, why.get(language));
    }
    if let Some(by) = &folder.synchronised {
        page.text(Role::Warning, language.paper_folder_synchronised(&clean(by)));
    }
}

/// What is asked before a paper is saved.
pub(in crate::app::pages) fn question(model: &Model, question: SavingQuestion) -> Page {
    let language = model.language();
    let mut page = titled(language.paper_title());
    let asked = match question {
        SavingQuestion::Open => language.paper_open_question(),
        SavingQuestion::Exists => language.paper_exists_question(),
    };
    page.text(Role::Question, asked).gap();
    let wanted = model.path.from_the_top().find_map(|frame| frame.screen.paper());
    if let Some(folder) = &model.papers.folder {
        let name = wanted.and_then(|wanted| super::made::file_of(model, wanted)).unwrap_or_else(|| "".into());
        page.text(Role::Value, &*name);
        page.text(Role::Quiet, clean(&folder.path));
        warnings(&mut page, language, folder);
    }
    if question == SavingQuestion::Open && model.protected.is_protected() {
        page.text(Role::Warning, language.export_is_open());
    }
    if wanted.is_some_and(Paper::is_read_through) {
        page.text(Role::Warning, language.cli_read_before_giving());
    }
    page.gap();
    if model.papers.saving {
        page.text(Role::Quiet, language.paper_saving());
    }
    let now = |id, label, existing| Row::action(RowId::fixed(id), label, Action::SavePaperNow(existing));
    match question {
        SavingQuestion::Open => {
            page.push(now("yes", language.paper_yes(), Existing::Ask));
        }
        SavingQuestion::Exists => {
            page.push(now("beside", language.paper_beside(), Existing::Beside));
            page.push(now("replace", language.paper_replace(), Existing::Replace));
        }
    }
    page.push(Row::action(RowId::fixed("back"), language.paper_no(), Action::Back));
    page
}

/// Choosing the folder in which papers are saved.
pub(in crate::app::pages) fn folder(model: &Model) -> Page {
    let language = model.language();
    let mut page = titled(language.paper_folder_title());
    let papers = &model.papers;
    let Some(here) = papers.looked_into.as_ref().or(papers.folder.as_ref()) else {
        page.text(Role::Quiet, language.paper_folder_looking());
        return page;
    };
    page.text(Role::Heading, clean(&here.path));
    warnings(&mut page, language, here);
    page.gap();
    if here.problem.is_none() {
        page.push(Row::action(RowId::fixed("use"), language.paper_folder_use(), Action::UseFolder));
    }
    let look = |path: &str| Action::LookIntoFolder(path.into());
    if let Some(above) = &here.above {
        page.push(Row::action(RowId::fixed("above"), language.paper_folder_above(), look(above)));
    }
    let usual = here.usual.iter().filter(|(_, path)| *path != here.path);
    let usual: Vec<Row> = usual
        .map(|(place, path)| {
            let row =
                Row::action(RowId::of("usual", format!("{place:?}")), name(language, *place), look(path));
            row.with_value(Role::Quiet, clean(path))
        })
        .collect();
    let within = here.within.iter().enumerate().map(|(at, (name, path))| {
        Row::action(RowId::of("within", at), clean(name), look(path)).marked(Mark::Leads)
    });
    let groups = vec![
        (language.paper_folder_usual().to_owned(), usual),
        (language.paper_folder_within().to_owned(), within.collect()),
    ];
    search::groups(&mut page, model, groups);
    page
}

fn name(language: Language, place: UsualPlace) -> &'static str {
    match place {
        UsualPlace::Set => language.paper_place_set(),
        UsualPlace::Last => language.paper_place_last(),
        UsualPlace::Documents => language.paper_place_documents(),
        UsualPlace::Downloads => language.paper_place_downloads(),
        UsualPlace::Desktop => language.paper_place_desktop(),
        UsualPlace::Home => language.paper_place_home(),
    }
}
