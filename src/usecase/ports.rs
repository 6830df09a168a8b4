//! What the use cases need of the world. Synchronous and object-safe; the adapters stand behind them.

mod drawing;
mod enquiries;
mod files;
mod lists;
mod report;
mod work;
mod world;

use std::collections::BTreeMap;
use std::path::Path;

use chrono::{DateTime, NaiveDate, Utc};

use crate::casework::access::{NewReading, RecordedReading, Role, User};
use crate::casework::audit::Digest;
use crate::casework::channel::{Recipient, SendChannel};
use crate::casework::forecast::Course;
use crate::casework::ids::{CaseNumber, ContentId, DeliveryMark, OutsideReference, RequestNumber};
use crate::casework::letter::LetterKind;
use crate::casework::projection::{CaseRow, Figure};
use crate::casework::request::{Content, Event, Recorded};
use crate::casework::search::Query;
use crate::law::deadline::InternalDays;
use crate::law::identity::IdentityNumber;
use crate::law::organisation::BodyId;
use crate::law::register::RegisterId;
use crate::law::rights::Track;
use crate::wording::Trilingual;

pub use drawing::{DrawProblem, DrawingOptions, Drawn, LetterDrawer, LogoProblem};
pub use enquiries::{EnquiryRetention, EnquiryStore, NewEnquiryEntry};
pub use files::{
    CellFault, CoverNote, FileFault, FileLook, LARGEST_PICTURE, MOST_PAGES, PageWord, PageWords, PdfLook, PdfRedact,
    RedactFault, Room, TableLook, TableShown,
};
pub use lists::{Days, ListOrder, SavedView, StateFilter, WorkListCursor, WorkListPage, WorkListQuery};
pub use report::{CommitProof, RecordProof, ReportStore, RequestProof};
pub use work::{Absence, FoundTask, Snooze, WorkOf, WorkStore};
pub use world::{FileSystem, FileSystems, Randomness};

/// Tells the time.
pub trait Clock: Send {
    /// The present instant.
    fn now(&self) -> DateTime<Utc>;
}

/// Makes identifiers that nobody can guess and nothing else has.
pub trait Identifiers: Send {
    /// The identifier of a new erasable row.
    fn content_id(&mut self) -> ContentId;
}

/// A letter that somebody is working on: what was asked for and filled in. The text is composed anew each time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LetterDraft {
    /// Its identifier.
    pub id: ContentId,
    /// The cases that it is about; all of one request.
    pub cases: Vec<CaseNumber>,
    /// Its kind.
    pub kind: LetterKind,
    /// What was filled in, by field.
    pub fields: BTreeMap<String, String>,
    /// How it is to be sent, where that was chosen.
    pub send: Option<SendChannel>,
    /// The letter that it corrects, by its sequence.
    pub corrects: Option<u32>,
    /// Whom it goes to, where that was chosen.
    pub to: Option<Recipient>,
    /// Who gets the same letter as well.
    pub copies: Vec<Recipient>,
}

/// What somebody who meets a fault of a store can do about it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum FaultClass {
    /// Give another path.
    NotFound,
    /// Write it otherwise.
    NotWellFormed,
    /// Give another name or passphrase.
    Locked,
    /// Ask for something else: a rule refuses this.
    Refused,
    /// Mend the store or its place.
    Unusable,
    /// Look at what is there now.
    Conflict,
}

/// Why a store does not do what it was asked. The texts say what to do and hold no personal data.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.text().nb)]
pub enum StoreError {
    /// Somebody else changed the request first.
    Conflict,
    /// Another program held the store for longer than five seconds.
    Busy,
    /// Anything else; the text says what it is and what to do.
    Fault {
        /// What can be done about it.
        class: FaultClass,
        /// A short code to branch on.
        code: &'static str,
        /// What it is and what to do.
        message: Trilingual,
    },
}

impl StoreError {
    /// What is wrong and what to do.
    #[must_use]
    pub fn text(&self) -> Trilingual {
        match self {
            Self::Conflict => Trilingual::fixed(
                "Noen andre har endret saken siden du åpnet den. Last saken på nytt og gjør endringen igjen.",
                "Nokon andre har endra saka sidan du opna ho. Last saka på nytt og gjer endringa igjen.",
                "Somebody else has changed the case since you opened it. Load the case again and make the change once more.",
            ),
            Self::Busy => Trilingual::fixed(
                "Lageret er opptatt av et annet program. Vent litt og prøv igjen.",
                "Lageret er oppteke av eit anna program. Vent litt og prøv igjen.",
                "Another program is using the store. Wait a moment and try again.",
            ),
            Self::Fault { message, .. } => message.clone(),
        }
    }
}

/// A request as it stands in the store.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stored {
    /// Its number.
    pub number: RequestNumber,
    /// Its log, in order. The version of the request is the sequence of the last event.
    pub log: Vec<Recorded>,
    /// The erasable rows that are still there, without the bytes of letters.
    pub contents: BTreeMap<ContentId, Content>,
}

/// Where a commit goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Target {
    /// A new request, which gets the next number of this year.
    NewRequest {
        /// The year that it is numbered in.
        year: u16,
    },
    /// A request that is there.
    Request {
        /// Which.
        number: RequestNumber,
        /// The version that the decision was made on.
        expected_version: u32,
    },
}

/// Everything that one decision changes, in one transaction.
#[derive(Clone, Debug)]
pub struct Commit {
    /// Where it goes.
    pub target: Target,
    /// When.
    pub at: DateTime<Utc>,
    /// Who.
    pub actor: String,
    /// What happened; at least one.
    pub events: Vec<Event>,
    /// The new erasable rows that the events name.
    pub contents: Vec<(ContentId, Content)>,
    /// The work-list rows of the request as they are after the events.
    pub rows: Vec<CaseRow>,
    /// The draft that became the letter among the events. It goes with the commit, so that no letter is issued whose draft
    /// can be issued again.
    pub draft: Option<ContentId>,
}

/// A commit that was carried out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Committed {
    /// The request's number.
    pub number: RequestNumber,
    /// Its version after the commit.
    pub version: u32,
    /// Whether the same delivery had been registered before. Then it is that request, and nothing was changed.
    pub known: bool,
}

/// Counts that are kept up with every commit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Requests.
    pub requests: u64,
    /// Cases.
    pub cases: u64,
    /// Cases that are not closed.
    pub open_cases: u64,
    /// Of those, on the track `section-25`.
    pub open_section_25: u64,
    /// Of those, at each stage, in the order of [`COUNTED`](crate::casework::projection::Section25Stage::COUNTED).
    pub section_25_stages: [u64; 4],
}

/// What cases have been through.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Courses {
    /// Every case that stands open.
    pub open: Vec<Course>,
    /// Those that came in since a day, of one in so many requests.
    pub past: Vec<Course>,
    /// That one in so many; 1 where they are all.
    pub one_of: u32,
}

/// How many cases are in each figure of the deadlines on a day, of one register on one track.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FiguresOf {
    /// The register.
    pub register: RegisterId,
    /// The track.
    pub track: Track,
    /// How many, in the order of [`Figure::ALL`].
    pub counts: [u64; Figure::ALL.len()],
}

/// Which cases are counted by the day that they are due on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DueDaysQuery {
    /// The day of looking.
    pub today: NaiveDate,
    /// Only this register.
    pub register: Option<RegisterId>,
    /// Only this track.
    pub track: Option<Track>,
}

/// What the store says of itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StoreStatus {
    /// The format version.
    pub format: u32,
    /// The body that this office is.
    pub organisation: BodyId,
    /// Whether it is a test store.
    pub test: bool,
    /// The counts.
    pub counts: Counts,
    /// When something was last committed.
    pub last_commit_at: Option<DateTime<Utc>>,
    /// When a copy of it was last opened and found whole.
    pub last_tested_restore_at: Option<DateTime<Utc>>,
}

/// What the office has decided for itself.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OfficeSettings {
    /// How long before the law's date it wants its answers out.
    pub internal_days: Option<InternalDays>,
    /// Whether a second person approves letters that refuse, tell of erasure or decide under helseregisterloven § 25.
    pub second_person: bool,
    /// When it was decided, and by whom; nothing until somebody has.
    pub changed: Option<(DateTime<Utc>, String)>,
}

/// A backup that is to be made.
pub struct BackUp<'a> {
    /// The folder that becomes the copy: one that is not there, or is empty.
    pub folder: &'a Path,
    /// Tells what kind of disk it lies on.
    pub file_systems: &'a dyn FileSystems,
    /// When.
    pub now: DateTime<Utc>,
}

/// The result of checking the whole record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Verification {
    /// How many requests were checked.
    pub requests: u64,
    /// How many events were checked.
    pub events: u64,
    /// The head of the store-wide chain, hexadecimal.
    pub head: String,
    /// How many entries of the log of readings were checked.
    pub readings: u64,
    /// The head of the chain of readings, hexadecimal.
    pub access_head: String,
    /// What does not hold; empty if all is well.
    pub problems: Vec<RecordProblem>,
}

/// Something in the record that does not hold.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordProblem {
    /// The request, where it is known.
    pub request: Option<RequestNumber>,
    /// The event's place in its log, where it is known.
    pub sequence: Option<u32>,
    /// A short code.
    pub code: &'static str,
    /// What is wrong, in words.
    pub message: Trilingual,
}

/// The result of making the projections anew.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rebuilt {
    /// How many rows were written.
    pub rows: u64,
    /// SHA-256 over the rows before, hexadecimal.
    pub digest_before: String,
    /// SHA-256 over the rows after.
    pub digest_after: String,
}

/// Somebody who is to be given access.
pub struct NewUser<'a> {
    /// The name, unique in the store.
    pub name: &'a str,
    /// What the user is here for.
    pub role: Role,
    /// Cleared for protected persons.
    pub cleared: bool,
    /// The passphrase that unlocks the store for this user.
    pub passphrase: &'a str,
}

/// The record.
pub trait Store: WorkStore + ReportStore + EnquiryStore {
    /// What the store says of itself.
    ///
    /// # Errors
    /// [`StoreError`].
    fn status(&mut self) -> Result<StoreStatus, StoreError>;

    /// A request with its log and contents; `None` if there is none with this number.
    ///
    /// # Errors
    /// [`StoreError`].
    fn load(&mut self, number: RequestNumber) -> Result<Option<Stored>, StoreError>;

    /// By what a delivery with this key of the sender's is known again in this store.
    fn delivery_mark(&self, key: &str) -> DeliveryMark;

    /// Carries out a decision: everything or nothing. A new request with a delivery mark that is known gives the request
    /// that has it, if both say the same.
    ///
    /// # Errors
    /// [`StoreError::Conflict`] if the request is no longer at the expected version. A mark that is known from a delivery
    /// that said something else is a fault of the class [`FaultClass::Conflict`].
    fn commit(&mut self, commit: &Commit) -> Result<Committed, StoreError>;

    /// Carries out many decisions in one transaction. One that meets a conflict, as [`Self::commit`] tells of it, changes
    /// nothing and does not stop the others.
    ///
    /// # Errors
    /// Anything but a conflict; then none of them was carried out.
    fn commit_many(&mut self, commits: &[Commit]) -> Result<Vec<Result<Committed, StoreError>>, StoreError>;

    /// Carries out decisions that stand or fall together, in one transaction.
    ///
    /// # Errors
    /// As [`Self::commit`]; then none of them was carried out.
    fn commit_together(&mut self, commits: &[Commit]) -> Result<(), StoreError>;

    /// The request that a new one with a delivery mark is already registered as, if both say the same; `None` for one that
    /// is new. Nothing is changed.
    ///
    /// # Errors
    /// As [`Self::commit`].
    fn delivered(&mut self, commit: &Commit) -> Result<Option<Committed>, StoreError>;

    /// A page of the work list.
    ///
    /// # Errors
    /// [`StoreError`].
    fn work_list(&mut self, query: &WorkListQuery) -> Result<WorkListPage, StoreError>;

    /// The figures of the deadlines as they are on a day, for each register and track that has a case whose person still
    /// waits for word.
    ///
    /// # Errors
    /// [`StoreError`].
    fn figures(&mut self, today: NaiveDate) -> Result<Vec<FiguresOf>, StoreError>;

    /// What cases have been through, as far as forecasts depend on it: every case that stands open, and of those that came in since a
    /// day about `most`.
    ///
    /// # Errors
    /// [`StoreError`].
    fn courses(&mut self, since_on: NaiveDate, most: u32) -> Result<Courses, StoreError>;

    /// How many cases whose person still waits for word, and whose clock runs, have each day as their last to answer.
    ///
    /// # Errors
    /// [`StoreError`].
    fn due_days(&mut self, query: &DueDaysQuery) -> Result<Vec<(NaiveDate, u64)>, StoreError>;

    /// The requests about the person with this number, as far as the user may see them. Whoever acts for a person is not
    /// found.
    ///
    /// # Errors
    /// [`StoreError`].
    fn find_person(&mut self, number: &IdentityNumber) -> Result<Vec<RequestNumber>, StoreError>;

    /// A page of the cases with a text that has all these words, within a query: the newest first, in every state unless
    /// the query says otherwise. The place that a page begins after is a case.
    ///
    /// # Errors
    /// [`StoreError`].
    fn search(&mut self, words: &Query, within: &WorkListQuery) -> Result<WorkListPage, StoreError>;

    /// The requests that somebody else knows by a reference with all these words: the sender's, or the number in the office's
    /// archive. Of a protected person's nothing is found so.
    ///
    /// # Errors
    /// [`StoreError`].
    fn find_reference(&mut self, words: &Query) -> Result<Vec<RequestNumber>, StoreError>;

    /// The cases that have shown the breach with a number in the office's system for them, the oldest first.
    ///
    /// # Errors
    /// [`StoreError`].
    fn breach_cases(&mut self, reference: &OutsideReference) -> Result<Vec<CaseNumber>, StoreError>;

    /// A user's views and those that others share, by name.
    ///
    /// # Errors
    /// [`StoreError`].
    fn views(&mut self, user: &str) -> Result<Vec<SavedView>, StoreError>;

    /// Keeps a view, in place of its owner's of the same name.
    ///
    /// # Errors
    /// [`StoreError`].
    fn keep_view(&mut self, view: &SavedView) -> Result<(), StoreError>;

    /// Takes a view away; says whether it was there.
    ///
    /// # Errors
    /// [`StoreError`].
    fn drop_view(&mut self, owner: &str, name: &str) -> Result<bool, StoreError>;

    /// What a user has chosen for lists, as a document that the store does not read.
    ///
    /// # Errors
    /// [`StoreError`].
    fn list_choice(&mut self, user: &str) -> Result<Option<String>, StoreError>;

    /// Keeps what a user has chosen for lists.
    ///
    /// # Errors
    /// [`StoreError`].
    fn keep_list_choice(&mut self, user: &str, body: &str) -> Result<(), StoreError>;

    /// Puts a little in order that registering leaves for later; says whether there may be more. It is for moments when
    /// nobody waits.
    ///
    /// # Errors
    /// [`StoreError`].
    fn tidy(&mut self) -> Result<bool, StoreError>;

    /// The bytes of an issued letter; `None` if they were erased or never there.
    ///
    /// # Errors
    /// [`StoreError`].
    fn file(&mut self, request: RequestNumber, content: ContentId) -> Result<Option<Vec<u8>>, StoreError>;

    /// Keeps a draft, in place of an earlier one with the same identifier.
    ///
    /// # Errors
    /// [`StoreError`].
    fn keep_draft(&mut self, draft: &LetterDraft) -> Result<(), StoreError>;

    /// A draft; `None` if there is none with this identifier.
    ///
    /// # Errors
    /// [`StoreError`].
    fn draft(&mut self, id: ContentId) -> Result<Option<LetterDraft>, StoreError>;

    /// Checks every chain, every keyed hash and every projection, and that the head of an earlier check is in the chain.
    ///
    /// # Errors
    /// [`StoreError`] only if the store cannot be read at all.
    fn verify(&mut self, known_head: Option<Digest>) -> Result<Verification, StoreError>;

    /// Makes the projections anew from the log.
    ///
    /// # Errors
    /// [`StoreError`].
    fn rebuild(&mut self) -> Result<Rebuilt, StoreError>;

    /// Writes that somebody is about to look at something. Once this has returned, the entry is on the disk.
    ///
    /// # Errors
    /// [`StoreError`]; then nothing may be shown.
    fn record_reading(&mut self, reading: &NewReading) -> Result<(), StoreError>;

    /// The readings that concern a request, or those that concern none, oldest first: at most `limit`, the newest ones.
    ///
    /// # Errors
    /// [`StoreError`]; an entry that was changed since it was written is one.
    fn readings(&mut self, request: Option<RequestNumber>, limit: u32) -> Result<Vec<RecordedReading>, StoreError>;

    /// The users of the store.
    ///
    /// # Errors
    /// [`StoreError`].
    fn users(&mut self) -> Result<Vec<User>, StoreError>;

    /// Gives somebody access.
    ///
    /// # Errors
    /// [`StoreError`]; a name that is taken and a weak passphrase are faults of the class [`FaultClass::Refused`].
    fn add_user(&mut self, user: &NewUser<'_>) -> Result<(), StoreError>;

    /// Takes somebody's access away. What they did stands in the logs.
    ///
    /// # Errors
    /// [`StoreError`] for a name that nobody has, the user's own, the last administrator, and, unless `lose_inbox`, the last one who
    /// opens the officer's inbox.
    fn remove_user(&mut self, name: &str, lose_inbox: bool) -> Result<User, StoreError>;

    /// What the office has decided for itself.
    ///
    /// # Errors
    /// [`StoreError`].
    fn settings(&mut self) -> Result<OfficeSettings, StoreError>;

    /// Keeps what the office decides for itself, in place of what it had decided.
    ///
    /// # Errors
    /// [`StoreError`].
    fn set_settings(&mut self, settings: &OfficeSettings) -> Result<(), StoreError>;

    /// Copies the whole store, opens the copy and checks it as [`Store::verify`] does. A copy that does not hold is kept,
    /// since it may be all there is, and what does not hold is told; only one that does counts as tested.
    ///
    /// # Errors
    /// [`StoreError`]; then there is no copy, and what lay in the folder before lies there still.
    fn back_up(&mut self, backup: &BackUp<'_>) -> Result<Verification, StoreError>;
}
