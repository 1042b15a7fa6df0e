//! What papers are made from: read from the whole notebook, for the screen and for the command line.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;

use chrono::NaiveDate;

use super::looking_back::register_of;
use super::{Outside, not_gathered, notebook_failed, pinned};
use crate::app::Msg;
use crate::app::message::{Gathered, Gathering, PaperNeeds};
use crate::checklist::Localized;
use crate::export::{MirrorMeeting, MirrorPatient, MirrorSource};
use crate::meeting::{
    Ahead, Course, KnownGroup, KnownPatient, Meeting, MeetingDigest, MeetingId, MeetingKind, Occurrences,
    PatientId, Register, Renamed, Viewpoint,
};
use crate::shell::computer::{me, now};
use crate::store::{Notebook, RealFiles, fictional};
use crate::text::same::folded;

/// What all meetings until a day say, in brief.
struct Digested {
    notebook: Arc<Notebook>,
    register: Register,
    occurrences: Occurrences,
    ahead: Ahead,
    /// The meetings in which patients are discussed, without what the groups noted.
    meetings: Vec<MirrorMeeting>,
    /// Whether the whole notebook is for fictional patients.
    is_practice: bool,
}

impl Outside {
    /// Reads what a paper is made from, for whoever asked with this number.
    pub(super) fn gather(&self, needs: PaperNeeds, number: u64) -> Msg {
        match self.gathering(needs) {
            Ok(what) => {
                let made_by = me().who.trim().to_owned();
                Msg::Gathered(Box::new(Gathered { number, made_by, what }))
            }
            Err(why) => not_gathered(number, why),
        }
    }

    fn gathering(&self, needs: PaperNeeds) -> Result<Gathering, Localized> {
        let today = now().date();
        Ok(match needs {
            PaperNeeds::Course(patient) => {
                let Digested { notebook, register, occurrences, ahead, .. } = self.digested(today)?;
                let course = occurrences.course(patient, |ids| notebook.read_several(ids));
                let course = course.with_second_versions(&notebook.doubled_meetings());
                let course = Course { unread: course.unread + register.caveats.unread, ..course };
                let course = course.with_ahead(&ahead, &occurrences.identities_of(patient));
                let (mut meetings, mut definitions) = (Vec::new(), Vec::new());
                for entry in &course.entries {
                    for definition in pinned(&notebook, entry) {
                        meetings.push(entry.id);
                        definitions.push(definition);
                    }
                }
                Gathering::Course { course: Box::new(course), meetings, definitions }
            }
            PaperNeeds::Register => Gathering::Register(Box::new(self.digested(today)?.register)),
            PaperNeeds::Mirror => Gathering::Mirror(Box::new(self.mirror_source(today)?)),
        })
    }

    fn digested(&self, today: NaiveDate) -> Result<Digested, Localized> {
        let notebook = self.notebook()?;
        let viewpoint = Viewpoint::whole(today);
        let (mut occurrences, mut meetings) = (Occurrences::default(), Vec::new());
        let (mut renamed, mut ahead) = (Renamed::default(), Ahead::new(today));
        // Where not all of it is for practising, what was practised counts for nobody.
        let is_practice = matches!(fictional(&RealFiles, notebook.folder()), Ok(Some(_)));
        let mut also = |digest: &MeetingDigest| {
            if viewpoint.sees(digest.id, digest.date) && digest.kind != MeetingKind::Education {
                occurrences.take(digest);
                renamed.take(digest);
                let counts = digest.kind != MeetingKind::Between && (is_practice || !digest.fictional);
                let meeting = || MirrorMeeting {
                    id: digest.id,
                    date: digest.date,
                    day_unknown: !digest.date_typed.is_empty(),
                    group: digest.group.clone(),
                    bottlenecks: String::new(),
                    learning_needs: String::new(),
                };
                meetings.extend(counts.then(|| (digest.when(), meeting())));
            }
            ahead.take(digest);
        };
        let register = register_of(&notebook, &viewpoint, &mut also);
        let register = register.map_err(|error| notebook_failed(&error))?;
        // What a group is called now, it is called in all its meetings: else it would be two, of which each is few.
        let meetings = meetings
            .into_iter()
            .map(|(when, meeting)| MirrorMeeting { group: renamed.now(&meeting.group, when), ..meeting });
        let meetings = meetings.collect();
        Ok(Digested { notebook, register, occurrences, ahead, meetings, is_practice })
    }

    /// What mirror information is counted from, of all groups until a day.
    ///
    /// # Errors
    ///
    /// What is wrong with the notebook.
    pub fn mirror_source(&self, today: NaiveDate) -> Result<MirrorSource, Localized> {
        let Digested { notebook, register, occurrences, mut meetings, is_practice, .. } =
            self.digested(today)?;
        let mut noted: HashMap<MeetingId, [String; 2]> = HashMap::new();
        let texts = |meeting: &Meeting| [meeting.bottlenecks.clone(), meeting.learning_needs.clone()];
        let everybody = register.everybody().filter(|known| known.kind != MeetingKind::Education);
        let (patients, invented): (Vec<_>, Vec<_>) =
            everybody.partition(|known| is_practice || !known.invented);
        let ids: Vec<PatientId> = patients.iter().map(|known| known.patient).collect();
        let mut courses: BTreeMap<PatientId, Course> = BTreeMap::new();
        let read = |ids: &[MeetingId]| {
            let read = notebook.read_several(ids);
            noted.extend(read.iter().flatten().map(|meeting| (meeting.id, texts(meeting))));
            read
        };
        occurrences.each(&ids, read, |patient, entry| {
            let course = courses.entry(patient).or_insert_with(|| Course::new(patient));
            entry.into_iter().for_each(|entry| course.add(entry));
        });
        let counted = |known: &KnownPatient| MirrorPatient::of(known, courses.get(&known.patient)?, today);
        let patients = patients.into_iter().filter_map(counted);
        let patients = patients.collect();
        for meeting in &mut meetings {
            let known = noted.remove(&meeting.id);
            let known = known.or_else(|| notebook.read(meeting.id).ok().map(|read| texts(&read)));
            [meeting.bottlenecks, meeting.learning_needs] = known.unwrap_or_default();
        }
        meetings.sort_by_key(|meeting| std::cmp::Reverse((meeting.date, meeting.id)));
        let (counted, left_out): (Vec<_>, Vec<_>) =
            register.meeting_groups().partition(|known| is_practice || !known.invented);
        let named = |known: &KnownGroup| {
            let now = known.name.clone();
            known.formerly.iter().map(move |was| (was.clone(), now.clone())).collect::<Vec<_>>()
        };
        let formerly = counted.into_iter().flat_map(named).collect();
        let of_invented = left_out.into_iter().map(|known| folded(&known.name)).collect();
        let invented = invented.len();
        Ok(MirrorSource { meetings, patients, invented, formerly, of_invented, caveats: register.caveats })
    }
}
