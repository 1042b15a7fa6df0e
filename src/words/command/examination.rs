//! What the program says after it has looked the whole notebook over: what it found, where, and what to do now.

use crate::words::language::Language;

impl Language {
    /// A folder that cannot be read.
    pub fn found_folder(self, path: &str, reason: &str) -> String {
        match self {
            Self::Dutch => format!(
                "{path} is niet na te kijken: {reason}. Kijk of dit de map van uw notitieboek is, of de schijf verbonden is en of u er toestemming voor hebt; met --data MAP kiest u een andere map."
            ),
            Self::English => format!(
                "{path} cannot be examined: {reason}. Check whether this is the folder of your notebook, whether the disk is connected and whether you have permission; --data DIR chooses another folder."
            ),
        }
    }

    /// A second version of a meeting.
    pub fn found_second_version(self, path: &str) -> String {
        match self {
            Self::Dutch => format!(
                "{path} is een tweede versie van een bijeenkomst: twee programma's hebben er tegelijk aan gewerkt. Open die bijeenkomst in Pallium, vergelijk beide versies en kies."
            ),
            Self::English => format!(
                "{path} is a second version of a meeting: two programs worked on it at the same time. Open that meeting in Pallium, compare both versions and choose."
            ),
        }
    }

    /// A file that is not of Pallium.
    pub fn found_foreign(self, path: &str) -> String {
        match self {
            Self::Dutch => format!(
                "{path} hoort niet bij Pallium, wordt overgeslagen en komt niet in een reservekopie. Verplaats het naar een andere map, en gooi het pas weg als u weet wat het is."
            ),
            Self::English => format!(
                "{path} does not belong to Pallium, is skipped and is not included in a backup. Move it to another folder, and throw it away only if you know what it is."
            ),
        }
    }

    /// A meeting under another name, which nothing has.
    pub fn misnamed_meeting(self, path: &str, name: &str) -> String {
        match self {
            Self::Dutch => format!(
                "{path} is een bijeenkomst, maar de naam klopt niet. Daardoor wordt zij overgeslagen en komt zij niet in een reservekopie. Gooi het bestand niet weg: geef het weer de naam {name}"
            ),
            Self::English => format!(
                "{path} is a meeting, but its name is wrong. So it is skipped and is not included in a backup. Do not throw the file away: rename it to {name}"
            ),
        }
    }

    /// Another file of the notebook under another name, which nothing has.
    pub fn misnamed_file(self, path: &str, name: &str) -> String {
        match self {
            Self::Dutch => format!(
                "{path} is van Pallium, maar de naam klopt niet. Daardoor wordt het overgeslagen en komt het niet in een reservekopie. Gooi het niet weg: geef het weer de naam {name}"
            ),
            Self::English => format!(
                "{path} belongs to Pallium, but its name is wrong. So it is skipped and is not included in a backup. Do not throw it away: rename it to {name}"
            ),
        }
    }

    /// A file that looks like a copy of one that is there as well.
    pub fn misnamed_copy(self, path: &str, name: &str) -> String {
        match self {
            Self::Dutch => format!(
                "{path} lijkt een kopie van {name}, dat er ook staat. Het wordt overgeslagen en komt niet in een reservekopie. Gooi het pas weg als u zeker weet dat in {name} niets ontbreekt."
            ),
            Self::English => format!(
                "{path} looks like a copy of {name}, which is there as well. It is skipped and is not included in a backup. Throw it away only when you are sure that nothing is missing from {name}."
            ),
        }
    }

    /// A folder under another name; perhaps the one with its name is there as well.
    pub fn misnamed_folder(self, path: &str, name: &str, beside: bool) -> String {
        match (self, beside) {
            (Self::Dutch, false) => format!(
                "De map {path} is van Pallium, maar de naam klopt niet. Wat erin staat, wordt overgeslagen en komt niet in een reservekopie. Gooi de map niet weg: geef haar weer de naam {name}"
            ),
            (Self::Dutch, true) => format!(
                "De map {path} heet bijna zoals de map {name}, die er ook staat en waar Pallium in kijkt. Wat in de eerste staat, wordt overgeslagen en komt niet in een reservekopie. Gooi haar niet weg: kijk wat in {name} ontbreekt, en verplaats dat daarheen."
            ),
            (Self::English, false) => format!(
                "The folder {path} belongs to Pallium, but its name is wrong. What is in it is skipped and is not included in a backup. Do not throw the folder away: rename it to {name}"
            ),
            (Self::English, true) => format!(
                "The folder {path} is named almost like the folder {name}, which is there as well and which Pallium reads. What is in the first is skipped and is not included in a backup. Do not throw it away: see what is missing from {name}, and move that there."
            ),
        }
    }

    /// A folder in which meetings stand, where nothing looks for them.
    pub fn misnamed_meetings(self, path: &str, name: &str) -> String {
        match self {
            Self::Dutch => format!(
                "In de map {path} staan bijeenkomsten. Zij worden overgeslagen en komen niet in een reservekopie. Gooi de map niet weg: verplaats wat erin staat terug naar {name}, of bewaar de map buiten het notitieboek."
            ),
            Self::English => format!(
                "The folder {path} holds meetings. They are skipped and are not included in a backup. Do not throw the folder away: move what is in it back to {name}, or keep the folder outside the notebook."
            ),
        }
    }

    /// What iCloud leaves in the place of a file that it has not brought; perhaps that file is there all the same.
    pub fn misnamed_in_cloud(self, path: &str, name: &str, beside: bool) -> String {
        match self {
            Self::Dutch if beside => format!(
                "{path} is van iCloud en hoort bij {name}, dat er ook staat: misschien komt er nog een andere versie. Gooi het niet weg. Open de map in de Finder, laat iCloud klaar zijn, en kijk daarna opnieuw."
            ),
            Self::English if beside => format!(
                "{path} is of iCloud and belongs to {name}, which is there as well: perhaps another version is still to come. Do not throw it away. Open the folder in the Finder, let iCloud finish, and look again after that."
            ),
            Self::Dutch => format!(
                "{path} staat in de plaats van {name}: iCloud heeft dat bestand nog niet op deze computer gezet. Gooi het niet weg, want dan verdwijnt {name} overal. Open de map in de Finder, laat het bestand downloaden, en kijk daarna opnieuw."
            ),
            Self::English => format!(
                "{path} stands in the place of {name}: iCloud has not put that file on this computer yet. Do not throw it away, or {name} will disappear everywhere. Open the folder in the Finder, let the file download, and then look again."
            ),
        }
    }

    /// A definition that a meeting names and that is not there or is another text.
    pub fn found_definition(self, meeting: &str, definition: &str, absent: bool) -> String {
        match (self, absent) {
            (Self::Dutch, true) => format!(
                "{meeting} noemt een checklist die er niet meer is ({definition}). De antwoorden zijn er nog, maar de vragen niet. Zet een reservekopie terug waar die nog in staat."
            ),
            (Self::Dutch, false) => format!(
                "{meeting} noemt een checklist die niet meer de tekst heeft van toen ({definition}). De antwoorden zijn er nog. Zet een reservekopie terug waar die nog goed in staat."
            ),
            (Self::English, true) => format!(
                "{meeting} refers to a checklist that is no longer there ({definition}). The answers are there, but not the questions. Restore a backup that still has it."
            ),
            (Self::English, false) => format!(
                "{meeting} refers to a checklist whose text is no longer what it was then ({definition}). The answers are there. Restore a backup in which it is still intact."
            ),
        }
    }

    /// A left-over file with newer work.
    pub fn found_newer_left_over(self, path: &str) -> String {
        match self {
            Self::Dutch => format!(
                "In {path} staat werk dat nieuwer is dan de bijeenkomst zelf: Pallium is toen onderbroken. Start Pallium; het eerste scherm biedt aan het terug te halen."
            ),
            Self::English => format!(
                "{path} holds work that is newer than the meeting itself: Pallium was interrupted then. Start Pallium; the first screen offers to bring it back."
            ),
        }
    }

    /// A left-over file of which nothing is needed.
    pub fn found_left_over(self, path: &str) -> String {
        match self {
            Self::Dutch => format!(
                "{path} is achtergebleven toen Pallium werd onderbroken. U hoeft niets te doen: het wordt bij een volgende start opgeruimd."
            ),
            Self::English => format!(
                "{path} was left behind when Pallium was interrupted. You need not do anything: it is cleared away when Pallium next starts."
            ),
        }
    }

    /// A left-over file that no start takes away.
    pub fn found_remains(self, path: &str) -> String {
        match self {
            Self::Dutch => format!(
                "{path} is achtergebleven toen Pallium werd onderbroken en wordt niet meer gebruikt. Verwijder het als Pallium niet openstaat."
            ),
            Self::English => format!(
                "{path} was left behind when Pallium was interrupted and is no longer used. Remove it while Pallium is closed."
            ),
        }
    }

    /// Behind what is damaged in a meeting: the way back that the program has.
    pub fn found_recoverable(self, id: &str) -> String {
        match self {
            Self::Dutch => format!(
                "Of ga verder met een eerdere versie: in het programma bij \"Bestanden om na te kijken\", of met \"pallium history {id}\"."
            ),
            Self::English => format!(
                "Or go on from an earlier version: in the program under \"Files to check\", or with \"pallium history {id}\"."
            ),
        }
    }

    /// What was recorded between meetings and taken back.
    pub fn found_emptied(self, path: &str) -> String {
        match self {
            Self::Dutch => format!(
                "{path}: hier was tussen twee bijeenkomsten iets vastgelegd, en dat is helemaal teruggenomen. Er staat niets meer over iemand in, en geen lijst noemt het. Het bestand mag blijven staan."
            ),
            Self::English => format!(
                "{path}: something was recorded here between two meetings, and all of it was taken back. It says nothing of anybody any more, and no list has it. The file may stay."
            ),
        }
    }

    /// What a restore has set aside.
    pub fn found_set_aside(self, path: &str) -> String {
        match self {
            Self::Dutch => format!(
                "{path} is opzij gezet toen een bijeenkomst werd hersteld of een reservekopie werd teruggezet. U mag het verwijderen als u zeker weet dat alles er weer is."
            ),
            Self::English => format!(
                "{path} was set aside when a meeting was recovered or a backup was restored. You may remove it once you are sure that everything is back."
            ),
        }
    }

    /// Somebody is said to have a meeting open.
    pub fn found_holder(self, path: &str, who: &str, place: &str, since: &str) -> String {
        match self {
            Self::Dutch => format!(
                "Volgens {path} heeft {who} een bijeenkomst open op {place}, sinds {since}; op deze computer is zij niet open. Is dat op {place} ook zo, dan hoeft u niets te doen: bij het openen vraagt Pallium ernaar of ruimt het dit op."
            ),
            Self::English => format!(
                "According to {path} {who} has a meeting open on {place}, since {since}; on this computer it is not open. If it is not open on {place} either, you need not do anything: when the meeting is opened, Pallium asks about it or clears this away."
            ),
        }
    }

    /// A link instead of a file or folder.
    pub fn found_link(self, path: &str) -> String {
        match self {
            Self::Dutch => format!(
                "{path} is een verwijzing naar een andere plaats. Pallium volgt die niet, of kan daar niet veilig opslaan. Zet het bestand of de map zelf hier neer."
            ),
            Self::English => format!(
                "{path} is a link to another place. Pallium does not follow it, or cannot save there safely. Put the file or folder itself here."
            ),
        }
    }

    /// Others may read it.
    pub fn found_open(self, path: &str, count: usize, folder: &str) -> String {
        match self {
            Self::Dutch if count == 1 => format!(
                "Anderen op deze computer mogen bij {path}. Maak het alleen voor uzelf: chmod -R go= \"{folder}\""
            ),
            Self::Dutch => format!(
                "Anderen op deze computer mogen bij {path} en nog {}. Maak alles alleen voor uzelf: chmod -R go= \"{folder}\"",
                self.other_files(count - 1)
            ),
            Self::English if count == 1 => format!(
                "Others on this computer have access to {path}. Make it yours alone: chmod -R go= \"{folder}\""
            ),
            Self::English => format!(
                "Others on this computer have access to {path} and {}. Make everything yours alone: chmod -R go= \"{folder}\"",
                self.other_files(count - 1)
            ),
        }
    }

    /// So many others as well.
    fn other_files(self, count: usize) -> String {
        match (self, count) {
            (Self::Dutch, 1) => "1 ander bestand of andere map".to_owned(),
            (Self::Dutch, _) => format!("{count} andere bestanden of mappen"),
            (Self::English, 1) => "1 other file or folder".to_owned(),
            (Self::English, _) => format!("{count} other files or folders"),
        }
    }

    /// It is somebody else's, so that nothing can be saved there.
    pub fn found_kept(self, path: &str, count: usize, reason: &str) -> String {
        match self {
            Self::Dutch if count == 1 => format!("{path} kunt u niet veranderen: {reason}."),
            Self::Dutch => {
                format!("{path} en nog {} kunt u niet veranderen: {reason}.", self.other_files(count - 1))
            }
            Self::English if count == 1 => format!("You cannot change {path}: {reason}."),
            Self::English => {
                format!("You cannot change {path} and {}: {reason}.", self.other_files(count - 1))
            }
        }
    }

    /// The clock is behind what the log tells.
    pub fn found_clock_behind(self, path: &str, seen: &str, now: &str) -> String {
        match self {
            Self::Dutch => format!(
                "De klok van deze computer zegt {now}, maar volgens {path} is er op {seen} nog gewerkt. Kijk of de datum en de tijd kloppen. Wat te oud is, wordt gerekend naar wanneer er echt is gewerkt: door een verkeerde klok gaat niets weg. Klopt de klok nu, geef dan \"pallium doctor --accept\": dit wordt dan niet meer genoemd."
            ),
            Self::English => format!(
                "The clock of this computer says {now}, but according to {path} somebody worked on {seen}. Check whether the date and time are right. Retention periods are counted by when somebody really worked: a wrong clock deletes nothing. If the clock is right now, run \"pallium doctor --accept\": this will then not be reported again."
            ),
        }
    }

    /// A long time in which nobody worked, or a leap of the clock.
    pub fn found_clock_leap(self, path: &str, from: &str, to: &str) -> String {
        match self {
            Self::Dutch => format!(
                "Volgens {path} is er tussen {from} en {to} niet gewerkt. Stond de klok van een computer toen verkeerd, zet die dan goed; anders hoeft u niets te doen. Deze tijd telt niet mee voor wat na een termijn weggaat. Heeft u dit gezien, geef dan \"pallium doctor --accept\": het wordt dan niet meer genoemd."
            ),
            Self::English => format!(
                "According to {path} nobody worked between {from} and {to}. If the clock of a computer was wrong then, put it right; otherwise you need not do anything. This time does not count towards the retention period. Once you have seen this, run \"pallium doctor --accept\": it will then not be reported again."
            ),
        }
    }

    /// The index is wrong.
    pub fn found_index(self, path: &str) -> String {
        match self {
            Self::Dutch => format!(
                "De index in {path} zegt iets anders dan de bijeenkomsten zelf, zodat de lijst niet klopt. Verwijder die map: Pallium maakt de index dan vanzelf opnieuw. De bijeenkomsten staan er los van."
            ),
            Self::English => format!(
                "The index in {path} does not agree with the meetings themselves, so the list is not right. Remove that folder: Pallium then rebuilds the index. The meetings do not depend on it."
            ),
        }
    }

    /// What was looked at.
    pub fn examined(self, folder: &str, meetings: usize, earlier: usize, definitions: usize) -> String {
        let one =
            |count: usize, one: &str, more: &str| format!("{count} {}", if count == 1 { one } else { more });
        match self {
            Self::Dutch => format!(
                "Nagekeken in {folder}: {}, {}, {}.",
                one(meetings, "bijeenkomst", "bijeenkomsten"),
                one(earlier, "eerdere versie", "eerdere versies"),
                one(definitions, "checklist zoals gebruikt", "checklists zoals gebruikt")
            ),
            Self::English => format!(
                "Examined in {folder}: {}, {}, {}.",
                one(meetings, "meeting", "meetings"),
                one(earlier, "earlier version", "earlier versions"),
                one(definitions, "checklist as it was used", "checklists as they were used")
            ),
        }
    }

    /// How many things were found that somebody has to do something about.
    pub fn examined_findings(self, count: usize) -> String {
        match (self, count) {
            (Self::Dutch, 0) => "Alles is in orde.".to_owned(),
            (Self::Dutch, 1) => "Eén ding vraagt aandacht. Er is niets veranderd.".to_owned(),
            (Self::Dutch, count) => format!("{count} dingen vragen aandacht. Er is niets veranderd."),
            (Self::English, 0) => "Everything is in order.".to_owned(),
            (Self::English, 1) => "One thing needs attention. Nothing was changed.".to_owned(),
            (Self::English, count) => format!("{count} things need attention. Nothing was changed."),
        }
    }
}
