//! The harness against small shell scripts: what it shows, types, measures and refuses.
#![cfg(unix)]
#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::unwrap_used,
    reason = "clippy.toml frees #[test] functions, not the helpers that they share"
)]

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::Duration;

use pallium::store::generate::{self, Size};

use crate::support::emulator::text_of;
use crate::support::foreign::foreign;
use crate::support::keys::{encode, paste};
use crate::support::options::Options;
use crate::support::pallium::pallium;
use crate::support::terminal::{Cursor, Signal, Terminal};
use crate::support::texts;

/// Shows every byte that is typed, in the notation of `cat -v`.
const ECHO: &str = "stty raw -echo; printf 'ready '; exec cat -v";

fn script(text: &str) -> Options {
    Options::new("sh").args(["-c", text])
}

fn failure(what: impl FnOnce()) -> String {
    let payload = catch_unwind(AssertUnwindSafe(what)).expect_err("this was to fail");
    let literal = payload.downcast_ref::<&str>().map(|text| (*text).to_owned());
    payload.downcast_ref::<String>().cloned().or(literal).expect("a message")
}

#[test]
fn a_screen_a_cursor_and_an_exit_code() {
    let terminal = Terminal::start(&script(
        "stty -echo; printf 'one\\ntwo'; read line; printf '\\033[2J\\033[1;1H%s' \"$line\"; exit 7",
    ));
    terminal.wait_for("two");
    assert_eq!(terminal.screen().lines().take(3).collect::<Vec<_>>(), ["one", "two", ""]);
    assert_eq!(terminal.cursor(), Cursor { row: 1, col: 3, visible: true });
    terminal.keys("drie<Enter>").wait_gone("two").wait_for("drie");
    let exit = terminal.wait_exit();
    assert_eq!((exit.exit_code(), exit.signal()), (7, None));
    assert_eq!(terminal.raw_output(), b"one\r\ntwo\x1b[2J\x1b[1;1Hdrie");
    assert_eq!(terminal.bytes_received(), 22);
}

#[test]
fn keys_arrive_as_a_terminal_sends_them() {
    let terminal = Terminal::start(&script(ECHO));
    terminal.wait_for("ready").keys("a<Down><S-Tab><F1><C-z><Space><C-Left><lt>é<Enter>");
    terminal.wait_for("ready a^[[B^[[Z^[OP^Z ^[[1;5D<M-CM-)^M");
    let terminal = Terminal::start(&script(&format!("printf '\\033[?1h'; {ECHO}")));
    terminal.wait_for("ready").keys("<Up><S-Up>").wait_for("^[OA^[[1;2A").keys("<Esc>").wait_for("2A^[");
}

#[test]
fn every_key_of_the_notation() {
    let known: [(&str, &[u8]); 21] = [
        ("", b""),
        ("geen < hier<".split(' ').next().unwrap_or_default(), b"geen"),
        ("<Esc>", b"\x1b"),
        ("<Tab>", b"\t"),
        ("<Backspace>", b"\x7f"),
        ("<C-Backspace>", b"\x08"),
        ("<C-Space>", b"\0"),
        ("<C-a>", b"\x01"),
        ("<C-A>", b"\x01"),
        ("<A-x>", b"\x1bx"),
        ("<C-A-x>", b"\x1b\x18"),
        ("<Home><End>", b"\x1b[H\x1b[F"),
        ("<S-End>", b"\x1b[1;2F"),
        ("<C-S-Right>", b"\x1b[1;6C"),
        ("<F4>", b"\x1bOS"),
        ("<S-F4>", b"\x1b[1;2S"),
        ("<F9>", b"\x1b[20~"),
        ("<C-F12>", b"\x1b[24;5~"),
        ("<Delete>", b"\x1b[3~"),
        ("<C-Delete>", b"\x1b[3;5~"),
        ("<PageUp><PageDown>", b"\x1b[5~\x1b[6~"),
    ];
    for (notation, bytes) in known {
        assert_eq!(encode(notation, false).as_deref(), Ok(bytes), "{notation}");
    }
    for (wrong, why) in [
        ("<Dwon>", "is not a key"),
        ("a<b", "never closes"),
        ("<Esc><Down>", "must end the call"),
        ("<S->", "is not a key"),
    ] {
        let message = encode(wrong, false).expect_err(wrong);
        assert!(message.contains(why), "{message}");
    }
    assert_eq!(paste("a\r\nb\nc", true), b"\x1b[200~a\rb\rc\x1b[201~");
}

#[test]
fn pasting_needs_a_program_that_asked_for_it() {
    let terminal = Terminal::start(&script(&format!("printf '\\033[?2004h'; {ECHO}")));
    terminal.wait_for("ready").paste("twee\nregels").wait_for("^[[200~twee^Mregels^[[201~");
    let terminal = Terminal::start(&script(ECHO));
    terminal.wait_for("ready").paste_as_keys("twee\nregels").wait_for("twee^Mregels");
    assert!(failure(|| drop(terminal.paste("x").screen())).contains("bracketed paste is off"));
}

#[test]
fn a_program_is_told_of_a_new_size() {
    let terminal = Terminal::start(
        &script("trap 'stty size' WINCH; stty size; while sleep 0.02; do :; done").size(18, 60),
    );
    terminal.wait_for("18 60").resize(40, 120).wait_for("40 120");
    assert_eq!(terminal.screen().split('\n').count(), 40);
}

#[test]
fn questions_of_the_program_are_answered() {
    let asked = "stty raw -echo; printf '\\033[5;7H\\033[6n'; head -c 6 | cat -v; printf '\\033[?2026$p'; head -c 11 | cat -v; exec cat";
    Terminal::start(&script(asked)).wait_for("^[[5;7R^[[?2026;2$y");
}

#[test]
fn a_half_drawn_frame_is_never_seen() {
    let terminal = Terminal::start(&script(
        "printf '\\033[?2026hhalf'; sleep 0.2; printf ' whole\\033[?2026l'; read line",
    ));
    terminal.wait_until(|screen| text_of(screen).contains("half"));
    assert!(terminal.screen().contains("half whole"));
    assert_eq!(terminal.seen().frames, 1);
}

#[test]
fn a_settled_screen_has_stopped_changing() {
    let terminal = Terminal::start(&script("for n in 1 2 3 4 5; do printf \"$n \"; done; read line"));
    terminal.wait_settled_with("1");
    assert!(terminal.screen().contains("1 2 3 4 5"));
}

#[test]
fn a_wait_in_vain_shows_the_screen() {
    let patient = script("printf 'what there is'; read line").patient_for(Duration::from_secs(3));
    let terminal = Terminal::start(&patient);
    let message = failure(|| drop(terminal.wait_for("what is missing").screen()));
    for part in ["what is missing", "patience ended", "what there is", "80x24, running"] {
        assert!(message.contains(part), "no {part:?} in\n{message}");
    }
    let terminal = Terminal::start(&script("printf gone; exit 3"));
    let message = failure(|| drop(terminal.wait_for("what is missing").screen()));
    assert!(message.contains("the program ended") && message.contains("Exited with code 3"), "{message}");
}

#[test]
fn the_time_to_a_frame_and_a_key_that_draws_nothing() {
    let terminal = Terminal::start(&script(
        "stty raw -echo; printf ready; head -c 1 >/dev/null; printf drawn; exec cat >/dev/null",
    ));
    terminal.wait_for("ready");
    let patience = Duration::from_secs(20);
    let took = terminal.time_to_frame("a", patience, |screen| text_of(screen).contains("drawn"));
    assert!(took.is_some_and(|took| took < patience));
    assert_eq!(
        terminal.time_to_frame("b", Duration::from_millis(100), |screen| !text_of(screen).contains("drawn")),
        None
    );
}

#[test]
fn signals_reach_the_program() {
    let polite = script("trap 'printf caught; exit 5' TERM; printf ready; while sleep 0.02; do :; done");
    for options in [polite.clone(), polite.behind_shell()] {
        let terminal = Terminal::start(&options);
        terminal.wait_for("ready").signal(Signal::Terminate);
        assert_eq!(terminal.wait_exit().exit_code(), 5);
        assert!(terminal.screen().contains("caught"));
    }
    let terminal = Terminal::start(&script("printf ready; exec sleep 60"));
    terminal.wait_for("ready").signal(Signal::Kill);
    assert_eq!(terminal.wait_exit().signal(), Some("Killed"));
}

#[test]
fn a_closed_window_hangs_up_and_types_nothing() {
    let options =
        script("trap 'printf hung >\"$HOME/note\"; exit 0' HUP; printf ready; while sleep 0.02; do :; done");
    let mut terminal = Terminal::start(&options);
    terminal.wait_for("ready");
    terminal.hang_up();
    assert!(terminal.wait_exit().success());
    assert_eq!(std::fs::read_to_string(options.home().join("note")).expect("a note"), "hung");

    let options = script("trap '' HUP; stty raw -echo; printf ready; exec cat >\"$HOME/typed\"");
    let mut terminal = Terminal::start(&options);
    terminal.wait_for("ready");
    terminal.hang_up();
    terminal.wait_exit();
    assert_eq!(std::fs::read_to_string(options.home().join("typed")).expect("what was typed"), "");
}

/// A terminal that takes nothing keeps whoever writes to it waiting, and so could its own end.
#[test]
fn a_frozen_terminal_is_let_go_of() {
    let (done, ended) = std::sync::mpsc::channel();
    std::thread::spawn(move || {
        for _ in 0..3 {
            let terminal = Terminal::start(&script("stty raw -echo; printf ready; exec sleep 600"));
            terminal.wait_for("ready").freeze();
            drop(terminal);
        }
        done.send(()).expect("somebody who waits");
    });
    ended.recv_timeout(Duration::from_secs(60)).expect("an end");
}

#[test]
fn a_terminal_given_back_as_it_was_found() {
    let tidy = "stty raw -echo; printf '\\033[?1049h\\033[?25l\\033[?2004h'; head -c 1; printf '\\033[?2004l\\033[?25h\\033[?1049l'; stty sane";
    let terminal = Terminal::start(
        &script(&format!("lines=$(stty -g); {tidy}; stty \"$lines\"; exit 4")).behind_shell(),
    );
    terminal.wait_until(vt100::Screen::alternate_screen).keys("q");
    assert_eq!(terminal.wait_exit().exit_code(), 4);
    terminal.assert_restored();
}

#[test]
fn each_thing_left_behind_is_named() {
    let left = [
        ("printf '\\033[?1049h'", "alternate screen"),
        ("printf '\\033[?25l'", "cursor is still hidden"),
        ("printf '\\033[?2004h'", "bracketed paste"),
        ("printf '\\033[?1h'", "arrow keys"),
        ("printf '\\033='", "keypad"),
        ("printf '\\033[?1000h'", "mouse"),
        ("printf '\\033[7m'", "colour or style"),
        ("printf '\\033[?1004h'", "focus reports"),
        ("printf '\\033[?2026h'", "never finished"),
        ("printf '\\033[>1u'", "keyboard protocol"),
        ("stty raw -echo", "line settings"),
    ];
    for (command, what) in left {
        let terminal = Terminal::start(&script(command).behind_shell());
        terminal.wait_exit();
        let named = terminal.left_behind();
        assert!(named.len() == 1 && named.iter().all(|name| name.contains(what)), "{command}: {named:?}");
    }
    let terminal = Terminal::start(&script("exit 0"));
    terminal.wait_exit();
    assert!(failure(|| drop(terminal.left_behind())).contains("behind_shell"));
}

#[test]
fn a_restart_finds_the_same_home_and_nothing_of_ours() {
    let options = script("echo x >>\"$HOME/lines\"; wc -l <\"$HOME/lines\"; env | cut -d= -f1 | sort | tr '\\n' ' '; read line").size(24, 200);
    Terminal::start(&options).wait_for("1");
    let terminal = Terminal::start(&options);
    terminal.wait_for("2").wait_for("XDG_STATE_HOME");
    let names = "HOME LANG PALLIUM_DATA PATH PWD TERM TMPDIR TZ XDG_CACHE_HOME XDG_CONFIG_HOME XDG_DATA_HOME XDG_RUNTIME_DIR XDG_STATE_HOME";
    let shown = terminal
        .screen()
        .lines()
        .find(|line| line.contains("PALLIUM_DATA"))
        .map(|line| line.replace("OLDPWD ", ""));
    assert_eq!(shown.map(|line| line.replace("SHELL ", "")).as_deref(), Some(names));
    assert_eq!(options.notebook(), options.home().join("notebook"));
}

#[test]
fn what_is_foreign_is_seen() {
    let ours =
        "\u{1b}[?2026h\u{1b}[2;44H\u{1b}[38;5;244;49mé 漢\u{1b}[0m\u{1b}[?2026l\u{1b}]0;Pallium\u{7}\r\n";
    assert_eq!(foreign(ours.as_bytes()), Vec::<String>::new());
    for planted in [
        "\u{1b}]0;x\u{7}",
        "\u{1b}[3J",
        "\u{1b}c",
        "\u{7}",
        "\u{9b}1m",
        "\u{202e}",
        "\u{1b}[?1000h",
        "\u{1b}[6n",
    ] {
        assert!(!foreign(format!("a{planted}b").as_bytes()).is_empty(), "{planted:?}");
    }
    assert!(!foreign(b"\xff").is_empty());
}

#[test]
fn the_ways_of_the_bench_through_a_session_lead_where_they_say() {
    let options = pallium();
    let meetings = 3;
    generate::notebook(&options.notebook(), meetings, Size::Typical).unwrap();
    let terminal = Terminal::start(&options);
    terminal.wait_settled_with(&texts::all_listed(meetings));
    for way in texts::OF_SESSIONS {
        way.walk(&terminal);
        texts::TO_FIRST.walk(&terminal);
    }
}
