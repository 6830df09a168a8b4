//! The desk: one method for each thing that the window or the command line can ask for.
//!
//! Input and answers are plain documents; whoever calls needs to know nothing else of the core.

mod access_log;
mod after;
mod attachments;
mod batch;
mod breach;
mod bulk;
mod calendar_files;
mod case_list;
mod cases;
mod catalogue;
mod course;
mod deadlines;
mod delivery;
mod enquiries;
mod forecast;
mod import;
mod input;
mod letter_texts;
mod letters;
mod measures;
mod notices;
mod own;
mod people;
mod period;
mod protocol;
mod registers;
mod reports;
mod request_files;
mod requests;
mod review;
mod settings;
mod stores;
mod tasks;
mod views;
mod watch;
mod what_if;
mod work;

pub use after::{CaseComplaint, CaseReopen, CaseTieInput, ComplaintNext};
pub use attachments::{
    AttachmentBytes, AttachmentSaved, Brought, CaseAttach, CaseAttachment, CaseAttachmentRemove, CaseAttachmentReport,
    CaseAttachmentTitle, CaseRedact, RedactBox, RedactWords,
};
pub use batch::{LettersAnswer, LettersCheck, LettersInput, StoppedLetter};
pub use breach::{BreachNext, CaseBreach};
pub use bulk::{BulkCases, BulkEntry, BulkInput, BulkOpened, BulkStep, StoppedCase};
pub use calendar_files::{CalendarFileKeep, CalendarFileStop};
pub use case_list::{CASE_STATES, CaseList, CaseListAnswer};
pub use cases::{
    CaseAssign, CaseCheck, CaseClose, CaseDecide, CaseNote, CaseResume, CaseShowInput, CaseSuspend, CaseTake,
};
pub use catalogue::CatalogueAnswer;
pub use course::{CaseExtend, CaseForward, CasePerson, CaseWithdraw};
pub use delivery::{DELIVERY_STEPS, LetterDelivery};
pub use enquiries::{
    OmbudClose, OmbudErase, OmbudNote, OmbudReceive, OmbudRecover, OmbudRetention, OmbudShow, OmbudToRequest,
};
pub use letter_texts::LetterTextsFolder;
pub use letters::{CaseApprove, CaseSendBack, IssuedLetter, LetterNumber};
pub use measures::{CaseArchiveNumber, CaseMeasureAdd, CaseMeasureSettle};
pub use notices::NoticesSet;
pub use own::{PreferencesAnswer, PreferencesSet, UnsavedAnswer, UnsavedDiscard, UnsavedKeep};
pub use people::{
    CaseHearChild, CaseLift, CaseLinkNumber, CaseOtherParent, CaseRepresentative, CaseReview, CaseUnlinkNumber,
};
pub use reports::{CaseReportAdd, CaseReportRemove};
pub use request_files::{WaitingFileAnswer, WaitingFileId, WaitingFiles};
pub use requests::{PreviewAnswer, PreviewCase, RegisterAnswer, RequestInput, RequestShowInput};
pub use review::{ReviewDecide, ReviewDraw, ReviewFlag, ReviewList, ReviewReply, ReviewSay};
pub use settings::{BackupAnswer, RestoreAnswer, SettingsSet, StoreBackup, StoreRestore};
pub use stores::{RebuildAnswer, RecordProblemAnswer, StatusAnswer, UserAdd, UserRemove, VerifyAnswer};
pub use tasks::{CaseCorrect, CaseTaskAsk, CaseTaskChange};
pub use views::{LIST_COLUMNS, ListChoose, ViewAnswer, ViewDelete, ViewFilters, ViewSave, ViewsAnswer};
pub use watch::{ReadyNotice, Tended};
pub use work::{AbsenceEnd, AbsenceEnter, HandOver, ReminderPutOff};

use std::path::PathBuf;

use super::failure::{Exit, Failure};
use super::session::{Session, Settings};
use super::spoken::{say, speak};
use crate::adapter::exchange::{FileReader, TableReader};
use crate::adapter::pdf::{PdfDrawer, PdfReader, PdfRedactor};
use crate::adapter::store::StoreProblem;
use crate::adapter::system::SystemFileSystems;
use crate::usecase::ports::{FileSystems, Store as _};
use crate::usecase::{Readers, Workplace};
use crate::wording::Language;

/// The desk of one user at one store.
pub struct Desk {
    settings: Settings,
    folder: PathBuf,
    /// What it answers in.
    language: Language,
    session: Option<Session>,
    /// An import that is under way.
    import: Option<import::OpenImport>,
    /// Something with many cases that is under way.
    bulk: Option<bulk::OpenBulk>,
    /// When it last looked at what keeps itself right.
    watch: watch::Watch,
    drawer: PdfDrawer,
    file_systems: Box<dyn FileSystems>,
}

impl Desk {
    /// A desk at the store in a folder, which need not exist yet. Nothing is opened.
    #[must_use]
    pub fn new(folder: PathBuf, settings: Settings) -> Self {
        Self::on(folder, settings, Box::new(SystemFileSystems))
    }

    /// The same, with others to say what kind of disk a folder lies on.
    #[must_use]
    pub fn on(folder: PathBuf, settings: Settings, file_systems: Box<dyn FileSystems>) -> Self {
        Self {
            settings,
            folder,
            language: Language::Nb,
            session: None,
            import: None,
            bulk: None,
            watch: watch::Watch::default(),
            drawer: PdfDrawer,
            file_systems,
        }
    }

    /// The unlocked store. It is locked for a user whose access has been ended meanwhile.
    ///
    /// # Errors
    /// [`Exit::Locked`] while it is locked.
    pub(super) fn session(&mut self) -> Result<&mut Session, Failure> {
        speak(self.language);
        if let Some(session) = &mut self.session
            && let Err(problem) = session.store.require_access()
        {
            if matches!(problem, StoreProblem::AccessEnded) {
                self.session = None;
            }
            return Err(problem.into());
        }
        self.session.as_mut().ok_or_else(locked)
    }

    /// What user actions work with.
    ///
    /// # Errors
    /// [`Exit::Locked`] while the store is locked.
    fn workplace(&mut self) -> Result<Workplace<'_>, Failure> {
        Ok(self.workplace_and_disks()?.0)
    }

    /// The same, with what tells the disks of this machine from others.
    ///
    /// # Errors
    /// [`Exit::Locked`] while the store is locked.
    fn workplace_and_disks(&mut self) -> Result<(Workplace<'_>, &dyn FileSystems), Failure> {
        self.session()?;
        let session = self.session.as_mut().ok_or_else(locked)?;
        // Read each time, since a colleague's program may have changed it.
        let decided = session.store.settings()?;
        session.rules.internal_days = decided.internal_days;
        session.rules.second_person = decided.second_person;
        let workplace = Workplace {
            store: &mut session.store,
            clock: session.clock.as_ref(),
            identifiers: &mut session.identifiers,
            drawer: &self.drawer,
            readers: Readers { pdf: &PdfReader, tables: &TableReader, files: &FileReader, redactor: &PdfRedactor },
            rules: &session.rules,
            user: &session.user,
        };
        Ok((workplace, &*self.file_systems))
    }
}

fn locked() -> Failure {
    Failure::new(
        Exit::Locked,
        "locked",
        say!(
            "Lageret er låst. Lås det opp med passfrasen din.",
            "Lageret er låst. Lås det opp med passfrasen din.",
            "The store is locked. Unlock it with your passphrase.",
        ),
    )
}
