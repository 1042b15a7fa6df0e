//! Going on in a case: to the end of what is read aloud, to the next page, and to the end of a scene.

use crate::app::page::{PlayedDetail, RowId, ScenePage, Screen};
use crate::app::pages;
use crate::app::update::Turn;

impl Turn<'_> {
    /// Scrolls on where a text that is read aloud goes on below the window; so nobody comes past it by going on.
    pub(in crate::app::update) fn reads_on(&mut self) -> bool {
        if self.model.in_lines || !self.model.screen().is_read_to_its_end() {
            return false;
        }
        let layout = self.model.layout();
        if !layout.text_goes_on() {
            return false;
        }
        let height = usize::from(layout.body_height);
        let last_start = layout.content_lines.saturating_sub(height);
        self.scroll_to((layout.first_line + height.saturating_sub(1).max(1)).min(last_start));
        true
    }

    /// Whether going on ends the scene: behind its last page, where a group did something in it.
    pub(in crate::app::update) fn ends_scene(&mut self) -> bool {
        let Some(scene) = pages::ending_scene(self.model) else { return false };
        if pages::is_untold(self.model, &scene) {
            // Where the debriefing stands over it, back to the page that asks.
            if matches!(self.model.screen(), Screen::Scene(_, ScenePage::Trainer)) {
                self.model.path.back();
            }
            self.enter(RowId::of("keep", &scene));
            self.say(self.model.language().session_settle_first(), true);
            return true;
        }
        self.played(&scene, PlayedDetail::Ended);
        true
    }

    /// To the next or earlier page of a case; behind the last one to all scenes.
    pub(in crate::app::update) fn turn_scene(&mut self, forward: bool) {
        let beside = pages::beside(self.model, self.model.screen(), forward);
        if matches!(self.model.screen(), Screen::Scene(_, ScenePage::Trainer)) {
            // It was opened above the page that tells what happened next.
            self.model.path.back();
        }
        match beside {
            Some(screen) => {
                let votes = matches!(screen, Screen::Scene(_, ScenePage::Vote(_)));
                // Whoever leaves from here finds this scene in the list, and not the one by which they came.
                if let Screen::Scene(number, _) = screen {
                    self.model.path.leave_at(&Screen::Meeting, RowId::of("scene", number));
                }
                self.model.path.replace(screen);
                if votes {
                    self.reveal();
                }
            }
            None => self.show_all_scenes(),
        }
    }

    /// To the page of all scenes: to what comes now there, and not to the scene that was opened from it.
    pub(super) fn show_all_scenes(&mut self) {
        self.model.path.go(&Screen::Meeting);
        self.model.set_focus(None);
    }
}
