//! The commands `backup`, `restore` and `doctor` as somebody types them.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "clippy.toml frees #[test] functions, not the helpers that they share"
)]

use std::path::Path;
use std::process::Command;
use std::sync::Arc;

use crate::support::commands::Place;
use pallium::meeting::Meeting;
use pallium::store::generate::{self, Size};
use pallium::store::{Notebook, RealFiles};

/// The notebook of a place, opened.
fn opened(place: &Place) -> Notebook {
    Notebook::open(&place.notebook(), Arc::new(RealFiles)).unwrap()
}

fn newest() -> Meeting {
    generate::meeting(0, Size::Small)
}

#[test]
fn a_backup_is_made_read_back_and_put_back_elsewhere() {
    let place = Place::new(3);
    let said = place.done(&["backup", "kopie.tar"], &[]);
    assert!(said.contains("kopie.tar: 3 bijeenkomsten") && said.contains("teruggelezen en klopt"), "{said}");
    assert!(said.contains("niet versleuteld"), "{said}");
    let ended = place.run_in("nieuw", &["restore", "kopie.tar"], &[]);
    assert_eq!(ended.code, Some(0), "{}{}", ended.said, ended.complained);
    assert!(ended.said.contains("3 bijeenkomsten") && ended.said.contains("staat nu in het notitieboek"));
    let restored = Notebook::open(&place.path("nieuw"), Arc::new(RealFiles)).unwrap();
    assert_eq!(restored.read(newest().id).unwrap(), opened(&place).read(newest().id).unwrap());
    assert_eq!(restored.list().unwrap().summaries.len(), 3);
    assert!(place.done(&["doctor"], &[]).contains("Alles is in orde"));
}

/// Anybody can open it: what `tar` takes out is what stands in the notebook.
#[cfg(unix)]
#[test]
fn a_backup_opens_with_an_ordinary_tar_program() {
    let place = Place::new(3);
    let checklists = place.path("notebook/checklists");
    std::fs::create_dir(&checklists).unwrap();
    let long = format!("{}é.toml", "lang-".repeat(40));
    for name in ["eigen.toml", &long] {
        std::fs::write(checklists.join(name), "format = 1\n").unwrap();
    }
    opened(&place).keep_version(&newest(), pallium::store::Reason::Opened).unwrap();
    place.done(&["backup", "kopie.tar"], &[]);
    std::fs::create_dir(place.path("uit")).unwrap();
    let tar = |arguments: &[&str]| Command::new("tar").args(arguments).current_dir(place.path("")).output();
    let output = tar(&["-xf", "kopie.tar", "-C", "uit"]).expect("every Unix has tar");
    assert!(output.status.success() && output.stderr.is_empty(), "{output:?}");
    let id = newest().id;
    let version = std::fs::read_dir(place.path(&format!("notebook/history/{id}"))).unwrap().next();
    let version = version.unwrap().unwrap().file_name().into_string().unwrap();
    for name in [
        format!("meetings/{id}.toml"),
        format!("history/{id}/{version}"),
        "checklists/eigen.toml".to_owned(),
        format!("checklists/{long}"),
    ] {
        let content = |folder: &str| std::fs::read(place.path(folder).join(&name)).unwrap();
        assert_eq!(content("uit"), content("notebook"), "{name}");
    }
    assert!(place.path("uit/manifest.toml").exists());
}

#[test]
fn wrong_usage_is_two_and_bad_input_is_one() {
    let place = Place::new(3);
    for wrong in [
        &["backup"][..],
        &["restore"],
        &["doctor", "x"],
        &["backup", "a", "b"],
        &["restore", "a", "--newer", "x"],
    ] {
        place.run(wrong, &[]).assert_refused(2, &["pallium --help"]);
    }
    place.done(&["backup", "kopie.tar"], &[]);
    let first = std::fs::read(place.path("kopie.tar")).unwrap();
    place.run(&["backup", "kopie.tar"], &[]).assert_refused(1, &["kopie.tar bestaat al"]);
    place.run(&["backup", "notebook/kopie.tar"], &[]).assert_refused(1, &["ligt in het notitieboek zelf"]);
    place
        .run(&["backup", "notebook/meetings/../kopie.tar"], &[])
        .assert_refused(1, &["ligt in het notitieboek zelf"]);
    place
        .run(&["backup", "nergens/kopie.tar"], &[])
        .assert_refused(1, &["nergens", "het bestand of de map is er niet"]);
    place
        .run(&["restore", "nergens.tar"], &[])
        .assert_refused(1, &["nergens.tar", "het bestand of de map is er niet"]);
    place.run(&["restore", "notebook"], &[]).assert_refused(1, &["geen gewoon bestand"]);
    std::fs::write(place.path("foto.jpg"), [0xff; 3000]).unwrap();
    place.run(&["restore", "foto.jpg"], &[]).assert_refused(1, &["geen reservekopie van Pallium"]);
    std::fs::write(place.path("half.tar"), &first[..first.len() / 2]).unwrap();
    place.run(&["restore", "half.tar"], &[]).assert_refused(1, &["ontbreekt het einde"]);
    let mut changed = first.clone();
    changed[600] ^= 1;
    std::fs::write(place.path("anders.tar"), &changed).unwrap();
    place.run(&["restore", "anders.tar"], &[]).assert_refused(1, &["is beschadigd"]);
    let ended = place.run_in("mistyped", &["backup", "andere.tar"], &[]);
    assert_eq!(ended.code, Some(1), "{}", ended.said);
    assert!(ended.complained.contains("mistyped") && !place.path("andere.tar").exists());
    assert!(!place.path("mistyped").exists());
    assert_eq!(std::fs::read(place.path("kopie.tar")).unwrap(), first);
}

#[test]
fn what_is_newer_here_is_told_and_replaced_only_when_asked_for() {
    let place = Place::new(3);
    place.done(&["backup", "kopie.tar"], &[]);
    let mut later = opened(&place).read(newest().id).unwrap();
    later.bottlenecks = "later".to_owned();
    let notebook = opened(&place);
    notebook.load(later.id).unwrap();
    notebook.save(&later, &[]).unwrap();
    let name = later.details.group.as_str();
    let ended = place.run(&["restore", "kopie.tar"], &[]);
    assert_eq!(ended.code, Some(1), "nobody could be asked: {}", ended.said);
    assert!(
        ended.said.contains("1 hier nieuwer") && ended.said.contains("--newer replace"),
        "{}",
        ended.said
    );
    assert!(ended.said.contains(name), "{}", ended.said);
    assert!(place.done(&["restore", "kopie.tar", "--newer", "keep"], &[]).contains("Niet vervangen"));
    assert_eq!(opened(&place).read(later.id).unwrap().bottlenecks, "later");
    let said = place.done(&["restore", "kopie.tar", "--newer=replace"], &[]);
    assert!(said.contains("1 vervangen") && said.contains("eerst apart gezet"), "{said}");
    assert_ne!(opened(&place).read(later.id).unwrap().bottlenecks, "later");
    let kept = &opened(&place).versions(later.id)[0];
    assert_eq!(opened(&place).read_version(kept).unwrap().bottlenecks, "later");
}

#[test]
fn doctor_names_what_is_wrong_where_it_is_and_what_to_do() {
    let place = Place::new(3);
    place.done(&["backup", "kopie.tar"], &[]);
    let file = format!("notebook/meetings/{}.toml", newest().id);
    std::fs::write(place.path(&file), "format = half").unwrap();
    let ended = place.run(&["doctor"], &[]);
    assert_eq!(ended.code, Some(1), "{}", ended.said);
    assert!(
        ended.said.contains(&newest().id.to_string()) && ended.said.contains("reservekopie"),
        "{}",
        ended.said
    );
    assert!(ended.said.contains("2 bijeenkomsten") && ended.said.contains("Eén ding vraagt aandacht"));
    let said = place.done(&["restore", "kopie.tar"], &[]);
    assert!(said.contains("damaged-1.toml"), "{said}");
    let said = place.done(&["doctor"], &[]);
    assert!(said.contains("opzij gezet") && said.contains("3 bijeenkomsten"), "{said}");
    let ended = place.run_in("mistyped", &["doctor"], &[]);
    assert_eq!(ended.code, Some(1), "{}", ended.said);
    assert!(ended.said.contains("mistyped") && !Path::new(&place.path("mistyped")).exists());
}

#[cfg(unix)]
#[test]
fn in_a_terminal_somebody_is_asked_about_what_is_newer_here() {
    use crate::support::pallium::pallium;
    use crate::support::terminal::Terminal;
    let options = pallium().env("PALLIUM_LANG", "nl");
    let folder = options.notebook();
    let notebook = generate::notebook(&folder, 1, Size::Small).unwrap();
    let path = options.home().join("kopie.tar");
    notebook.backup(&path).unwrap();
    let mut later = notebook.load(newest().id).unwrap();
    later.bottlenecks = "later".to_owned();
    notebook.save(&later, &[]).unwrap();
    for (answer, stays) in [("n", true), ("j", false)] {
        let options = options.clone().args(["restore".as_ref(), path.as_os_str()]);
        let terminal = Terminal::start(&options);
        terminal.wait_for("Hier nieuwer: vervangen?").keys(answer).keys("<Enter>");
        assert_eq!(terminal.wait_exit().exit_code(), 0, "{}", terminal.screen());
        let read = Notebook::open(&folder, Arc::new(RealFiles)).unwrap().read(later.id).unwrap();
        assert_eq!(read.bottlenecks == "later", stays, "{answer}");
    }
}
