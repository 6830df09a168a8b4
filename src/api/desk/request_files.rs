//! Files that came with a request and wait until it is registered: the letter as it came, a power of attorney.
//!
//! They are looked into when they are brought, so that what cannot be kept is told before anything is registered. Until then
//! they lie beside what their user is writing, sealed to the same key, and outlive the program as that does.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::attachments::Brought;
use super::reports::bring;
use super::{Desk, input};
use crate::adapter::store::WaitingFile;
use crate::api::draft::RequestFile;
use crate::api::failure::{Exit, Failure, FieldProblem};
use crate::api::intake::LONGEST_FILE_TITLE;
use crate::api::session;
use crate::api::spoken::{say, spoken};
use crate::casework::ids::ContentId;
use crate::casework::request::{LARGEST_FILE, no_room_for};
use crate::usecase::ports::Identifiers as _;
use crate::usecase::{AttachProblem, BroughtFile, Problem};

/// A file that waits, by what the desk knows it.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct WaitingFileId {
    pub id: String,
}

/// The files that a form knows of; any other that waits is forgotten.
#[derive(Clone, Debug, Deserialize, Serialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct WaitingFiles {
    pub ids: Vec<String>,
}

/// A file that waits from now on.
#[derive(Clone, Debug, Serialize, TS)]
#[allow(missing_docs)]
pub struct WaitingFileAnswer {
    pub id: String,
    pub kind_label: String,
    pub size: u32,
}

impl Desk {
    /// Looks into a file and lets it wait for its request.
    ///
    /// # Errors
    /// [`Exit::NotFound`] for a file that cannot be read, [`Exit::NotWellFormed`] for one that cannot be kept,
    /// [`Exit::RuleRefuses`] where there is no room; nothing was kept.
    pub fn request_file_add(&mut self, file: Brought) -> Result<WaitingFileAnswer, Failure> {
        let too_large = |megabytes| AttachProblem::TooLarge(megabytes).into();
        let file = match file {
            Brought::Path(path) => bring(&path, LARGEST_FILE, too_large)?,
            Brought::Bytes { ending, bytes } => BroughtFile { ending: ending.to_lowercase(), bytes },
        };
        let kind = self.workplace()?.look_into(&file)?;
        let size = u32::try_from(file.bytes.len()).unwrap_or(u32::MAX);
        let now = session::clock(&self.settings).now();
        let session = self.session()?;
        if let Some(refusal) = no_room_for(session.store.size_of_waiting_files()?, u64::from(size)) {
            return Err(Problem::Refused(vec![refusal]).into());
        }
        let id = session.identifiers.content_id();
        session.store.keep_waiting_file(&WaitingFile { id, ending: file.ending, bytes: file.bytes }, now)?;
        let kind_label = kind.label().get(spoken()).to_owned();
        Ok(WaitingFileAnswer { id: id.to_string(), kind_label, size })
    }

    /// Forgets a file that nobody wants.
    ///
    /// # Errors
    /// [`Exit::Locked`], or the store's.
    pub fn request_file_discard(&mut self, given: &WaitingFileId) -> Result<(), Failure> {
        let id: ContentId = given.id.parse().map_err(|_| {
            let gone = say!(
                "Filen er ikke lenger her. Legg den til på nytt.",
                "Fila er ikkje lenger her. Legg ho til på nytt.",
                "The file is no longer here. Add it again.",
            )
            .to_owned();
            input::unknown("id", gone)
        })?;
        Ok(self.session()?.store.discard_waiting_file(id)?)
    }

    /// Which of the files that a form knows of wait still. What no form knows of is forgotten.
    ///
    /// # Errors
    /// [`Exit::Locked`], or the store's.
    pub fn request_files(&mut self, given: &WaitingFiles) -> Result<WaitingFiles, Failure> {
        let known: Vec<ContentId> = given.ids.iter().filter_map(|id| id.parse().ok()).collect();
        let there = self.session()?.store.keep_only_waiting_files(&known)?;
        Ok(WaitingFiles { ids: there.iter().map(ToString::to_string).collect() })
    }

    /// The files that wait for a request, each with its title.
    pub(super) fn waiting(&mut self, files: &[RequestFile]) -> Result<Vec<(BroughtFile, String)>, Failure> {
        let mut brought = Vec::with_capacity(files.len());
        for (place, file) in files.iter().enumerate() {
            let title = input::text("title", &file.title, LONGEST_FILE_TITLE)?;
            let id: Option<ContentId> = file.id.parse().ok();
            let waiting =
                id.map(|id| self.session()?.store.waiting_file(id).map_err(Failure::from)).transpose()?.flatten();
            let WaitingFile { ending, bytes, .. } = waiting.ok_or_else(|| gone(place))?;
            brought.push((BroughtFile { ending, bytes }, title));
        }
        Ok(brought)
    }

    /// Forgets the files that lie with a request now. It is registered, whether this succeeds or not; what is left is
    /// forgotten when a form is opened next.
    pub(super) fn wait_no_more(&mut self, files: &[RequestFile]) {
        let Some(session) = &mut self.session else { return };
        for id in files.iter().filter_map(|file| file.id.parse().ok()) {
            let _ = session.store.discard_waiting_file(id);
        }
    }
}

fn gone(place: usize) -> Failure {
    let message = say!(
        "Filen er ikke her lenger. Fjern den fra listen, og legg den ved på nytt.",
        "Fila er ikkje her lenger. Fjern ho frå lista, og legg ho ved på nytt.",
        "The file is no longer here. Remove it from the list, and attach it again.",
    );
    let path = format!("files[{place}].title");
    Failure::new(Exit::NotFound, "no-such-file", message).with_fields(vec![FieldProblem {
        path,
        code: "no-such-file".to_owned(),
        message: message.to_owned(),
    }])
}
