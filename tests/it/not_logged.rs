//! Everything that shows a person in full, against a record that enters what is looked at, or cannot.

use chrono::{DateTime, NaiveDate, Utc};
use personvernsak::adapter::exchange::{FileReader, TableReader};
use personvernsak::adapter::pdf::{PdfDrawer, PdfReader, PdfRedactor};
use personvernsak::adapter::store::{LockedStore, Passphrase, SqliteStore};
use personvernsak::adapter::system::{FixedClock, FreshIdentifiers, SystemFileSystems, SystemRandomness};
use personvernsak::api::{Failure, session};
use personvernsak::casework::access::{NewReading, Reading, RecordedReading, Role, User};
use personvernsak::casework::audit::Digest;
use personvernsak::casework::ids::{
    CaseNumber, ContentId, DeliveryMark, DocumentNumber, OutsideReference, RequestNumber,
};
use personvernsak::casework::letter::LetterKind;
use personvernsak::casework::ombud::EnquiryEntry;
use personvernsak::casework::projection::CaseRow;
use personvernsak::casework::search::Query;
use personvernsak::casework::statistics::Facts;
use personvernsak::law::identity::IdentityNumber;
use personvernsak::usecase::ports::{
    Absence, BackUp, Commit, Committed, Courses, DueDaysQuery, EnquiryRetention, EnquiryStore, FaultClass, FiguresOf,
    FoundTask, LetterDraft, NewEnquiryEntry, NewUser, OfficeSettings, Rebuilt, RecordProof, ReportStore, SavedView,
    Snooze, Store, StoreError, StoreStatus, Stored, Verification, WorkListPage, WorkListQuery, WorkOf, WorkStore,
};
use personvernsak::usecase::{AccessLogOf, LetterRequest, Problem, Readers, Workplace};
use personvernsak::wording::Trilingual;
use zeroize::Zeroizing;

use crate::cli_case::office::{Office, PASSPHRASE};
use crate::cli_case::sample_02;

const NOW: &str = "2026-02-03T10:00:00Z";

/// A record in which everything works, but entering what is looked at only as long as there is no fault.
struct Record {
    store: SqliteStore,
    fault: Option<StoreError>,
    entered: Vec<Reading>,
}

impl Store for Record {
    fn record_reading(&mut self, reading: &NewReading) -> Result<(), StoreError> {
        if let Some(fault) = &self.fault {
            return Err(fault.clone());
        }
        self.entered.push(reading.reading);
        self.store.record_reading(reading)
    }

    fn status(&mut self) -> Result<StoreStatus, StoreError> {
        self.store.status()
    }

    fn load(&mut self, number: RequestNumber) -> Result<Option<Stored>, StoreError> {
        self.store.load(number)
    }

    fn delivery_mark(&self, key: &str) -> DeliveryMark {
        self.store.delivery_mark(key)
    }

    fn commit(&mut self, commit: &Commit) -> Result<Committed, StoreError> {
        self.store.commit(commit)
    }

    fn commit_many(&mut self, commits: &[Commit]) -> Result<Vec<Result<Committed, StoreError>>, StoreError> {
        self.store.commit_many(commits)
    }

    fn commit_together(&mut self, commits: &[Commit]) -> Result<(), StoreError> {
        self.store.commit_together(commits)
    }

    fn delivered(&mut self, commit: &Commit) -> Result<Option<Committed>, StoreError> {
        self.store.delivered(commit)
    }

    fn work_list(&mut self, query: &WorkListQuery) -> Result<WorkListPage, StoreError> {
        self.store.work_list(query)
    }

    fn courses(&mut self, since_on: NaiveDate, most: u32) -> Result<Courses, StoreError> {
        self.store.courses(since_on, most)
    }

    fn figures(&mut self, today: NaiveDate) -> Result<Vec<FiguresOf>, StoreError> {
        self.store.figures(today)
    }

    fn due_days(&mut self, query: &DueDaysQuery) -> Result<Vec<(NaiveDate, u64)>, StoreError> {
        self.store.due_days(query)
    }

    fn find_person(&mut self, number: &IdentityNumber) -> Result<Vec<RequestNumber>, StoreError> {
        self.store.find_person(number)
    }

    fn search(&mut self, words: &Query, within: &WorkListQuery) -> Result<WorkListPage, StoreError> {
        self.store.search(words, within)
    }

    fn find_reference(&mut self, words: &Query) -> Result<Vec<RequestNumber>, StoreError> {
        self.store.find_reference(words)
    }

    fn breach_cases(&mut self, reference: &OutsideReference) -> Result<Vec<CaseNumber>, StoreError> {
        self.store.breach_cases(reference)
    }

    fn views(&mut self, user: &str) -> Result<Vec<SavedView>, StoreError> {
        self.store.views(user)
    }

    fn keep_view(&mut self, view: &SavedView) -> Result<(), StoreError> {
        self.store.keep_view(view)
    }

    fn drop_view(&mut self, owner: &str, name: &str) -> Result<bool, StoreError> {
        self.store.drop_view(owner, name)
    }

    fn list_choice(&mut self, user: &str) -> Result<Option<String>, StoreError> {
        self.store.list_choice(user)
    }

    fn keep_list_choice(&mut self, user: &str, body: &str) -> Result<(), StoreError> {
        self.store.keep_list_choice(user, body)
    }

    fn tidy(&mut self) -> Result<bool, StoreError> {
        self.store.tidy()
    }

    fn file(&mut self, request: RequestNumber, content: ContentId) -> Result<Option<Vec<u8>>, StoreError> {
        self.store.file(request, content)
    }

    fn keep_draft(&mut self, draft: &LetterDraft) -> Result<(), StoreError> {
        self.store.keep_draft(draft)
    }

    fn draft(&mut self, id: ContentId) -> Result<Option<LetterDraft>, StoreError> {
        self.store.draft(id)
    }

    fn verify(&mut self, known_head: Option<Digest>) -> Result<Verification, StoreError> {
        self.store.verify(known_head)
    }

    fn rebuild(&mut self) -> Result<Rebuilt, StoreError> {
        self.store.rebuild()
    }

    fn readings(&mut self, request: Option<RequestNumber>, limit: u32) -> Result<Vec<RecordedReading>, StoreError> {
        self.store.readings(request, limit)
    }

    fn users(&mut self) -> Result<Vec<User>, StoreError> {
        self.store.users()
    }

    fn add_user(&mut self, user: &NewUser<'_>) -> Result<(), StoreError> {
        self.store.add_user(user)
    }

    fn remove_user(&mut self, name: &str, lose_inbox: bool) -> Result<User, StoreError> {
        self.store.remove_user(name, lose_inbox)
    }

    fn settings(&mut self) -> Result<OfficeSettings, StoreError> {
        self.store.settings()
    }

    fn set_settings(&mut self, settings: &OfficeSettings) -> Result<(), StoreError> {
        self.store.set_settings(settings)
    }

    fn back_up(&mut self, backup: &BackUp<'_>) -> Result<Verification, StoreError> {
        self.store.back_up(backup)
    }
}

impl ReportStore for Record {
    fn facts(&mut self, from_on: NaiveDate, to_on: NaiveDate) -> Result<Facts, StoreError> {
        self.store.facts(from_on, to_on)
    }

    fn proof(&mut self, requests: &[RequestNumber]) -> Result<RecordProof, StoreError> {
        self.store.proof(requests)
    }
}

impl EnquiryStore for Record {
    fn enquiries(&mut self, only: Option<u32>) -> Result<Vec<EnquiryEntry>, StoreError> {
        self.store.enquiries(only)
    }

    fn enter_enquiry(&mut self, new: &NewEnquiryEntry) -> Result<EnquiryEntry, StoreError> {
        self.store.enter_enquiry(new)
    }

    fn enquiry_retention(&mut self) -> Result<EnquiryRetention, StoreError> {
        self.store.enquiry_retention()
    }

    fn set_enquiry_retention(&mut self, retention: &EnquiryRetention) -> Result<(), StoreError> {
        self.store.set_enquiry_retention(retention)
    }

    fn has_recovery_code(&mut self) -> Result<bool, StoreError> {
        self.store.has_recovery_code()
    }

    fn make_recovery_code(&mut self, at: DateTime<Utc>, actor: &str) -> Result<Zeroizing<String>, StoreError> {
        self.store.make_recovery_code(at, actor)
    }

    fn use_recovery_code(&mut self, code: &str, at: DateTime<Utc>, actor: &str) -> Result<(), StoreError> {
        self.store.use_recovery_code(code, at, actor)
    }
}

impl WorkStore for Record {
    fn open_tasks(&mut self, work: &WorkOf) -> Result<Vec<FoundTask>, StoreError> {
        self.store.open_tasks(work)
    }

    fn reminded_cases(&mut self, work: &WorkOf) -> Result<Vec<(CaseNumber, CaseRow)>, StoreError> {
        self.store.reminded_cases(work)
    }

    fn reviewed_cases(&mut self, open: bool, limit: u32) -> Result<Vec<(CaseNumber, CaseRow)>, StoreError> {
        self.store.reviewed_cases(open, limit)
    }

    fn snoozes(&mut self, name: &str, after: NaiveDate) -> Result<Vec<Snooze>, StoreError> {
        self.store.snoozes(name, after)
    }

    fn put_off(&mut self, name: &str, snooze: &Snooze, today: NaiveDate) -> Result<(), StoreError> {
        self.store.put_off(name, snooze, today)
    }

    fn absences(&mut self, today: NaiveDate) -> Result<Vec<Absence>, StoreError> {
        self.store.absences(today)
    }

    fn enter_absence(&mut self, absence: &Absence) -> Result<(), StoreError> {
        self.store.enter_absence(absence)
    }

    fn end_absence(&mut self, id: u32, at: DateTime<Utc>, by: &str) -> Result<(), StoreError> {
        self.store.end_absence(id, at, by)
    }
}

fn case() -> CaseNumber {
    "2026/00001-a".parse().expect("a number")
}

fn document() -> DocumentNumber {
    "2026/00001-2".parse().expect("a number")
}

fn acknowledgement() -> LetterRequest {
    LetterRequest {
        cases: vec![case()],
        kind: LetterKind::Acknowledgement,
        fields: Default::default(),
        send: None,
        to: None,
        copies: Vec::new(),
        dated_on: None,
        corrects: None,
    }
}

/// A way to see a person in full, and whether anything came out of it.
type Look = (&'static str, fn(&mut Workplace<'_>) -> Result<(), Problem>);

fn ways() -> [Look; 7] {
    [
        ("case", |work| work.show_case(case()).map(drop)),
        ("draft", |work| work.compose_letter(&acknowledgement()).map(drop)),
        ("draft", |work| work.preview_letter(&acknowledgement()).map(drop)),
        ("letter", |work| work.issued_letter(document()).map(drop)),
        ("export", |work| work.export_letter(document()).map(drop)),
        ("person-search", |work| {
            let number = IdentityNumber::parse("04875421129").expect("a number");
            work.cases_of_person(&number, &WorkListQuery { limit: 10, ..WorkListQuery::default() }).map(drop)
        }),
        ("access-log", |work| work.access_log(AccessLogOf::Case(case())).map(drop)),
    ]
}

/// An office with one request and one letter, and its record with or without a fault.
fn record(office: &Office, fault: Option<StoreError>) -> Record {
    let locked = LockedStore::open(&office.path("lager"), &SystemFileSystems).expect("a store");
    let store =
        locked.unlock("administrator", &Passphrase::new(PASSPHRASE), Box::new(SystemRandomness)).expect("unlocked");
    Record { store, fault, entered: Vec::new() }
}

fn office() -> Office {
    let office = sample_02::office();
    let file = office.argument("brev.pdf");
    office.done(&["letter", "issue", "2026/00001-a", "--kind", "acknowledgement", "-o", &file]);
    office
}

/// Does something at a desk with this record.
fn at_desk<T>(record: &mut Record, work: impl FnOnce(&mut Workplace<'_>) -> T) -> T {
    let clock = || FixedClock::at(NOW.parse().expect("an instant"));
    let user = User { name: "administrator".to_owned(), role: Role::Administrator, cleared: true };
    let rules = session::rules("helsedirektoratet").expect("rules");
    work(&mut Workplace {
        store: record,
        clock: &clock(),
        identifiers: &mut FreshIdentifiers::new(Box::new(clock()), Box::new(SystemRandomness)),
        drawer: &PdfDrawer,
        readers: Readers { pdf: &PdfReader, tables: &TableReader, files: &FileReader, redactor: &PdfRedactor },
        rules: &rules,
        user: &user,
    })
}

#[test]
fn what_cannot_be_entered_is_not_shown() {
    let office = office();
    let full = StoreError::Fault {
        class: FaultClass::Unusable,
        code: "disk-full",
        message: Trilingual::fixed(
            "Disken er full. Ingenting ble lagret. Frigjør plass og prøv igjen.",
            "Disken er full. Ingenting blei lagra. Frigjer plass og prøv igjen.",
            "The disk is full. Nothing was stored. Free some space and try again.",
        ),
    };
    for (fault, exit, code) in [(StoreError::Busy, 7, "busy"), (full, 6, "disk-full")] {
        let mut record = record(&office, Some(fault.clone()));
        for (what, look) in ways() {
            let Err(Problem::NotLogged(told)) = at_desk(&mut record, look) else {
                panic!("{what} was shown though it could not be entered");
            };
            assert_eq!(told, fault);
            let failure = Failure::from(Problem::NotLogged(told));
            assert_eq!((failure.exit as i32, failure.code), (exit, code), "{what}");
            let expected = format!("{fault} Ingenting vises, for oppslaget kunne ikke skrives i oppslagsloggen.");
            assert_eq!(failure.message, expected);
        }
    }
}

#[test]
fn what_is_shown_is_entered_once() {
    let mut record = record(&office(), None);
    for (what, look) in ways() {
        at_desk(&mut record, look).expect(what);
        let entered: Vec<_> = record.entered.drain(..).map(Reading::id).collect();
        assert_eq!(entered, [what]);
    }
}

/// A change answers with the whole case, but its own log says who did it; a list shows initials.
#[test]
fn what_changes_a_case_needs_no_entry() {
    let office = office();
    let mut record = record(&office, Some(StoreError::Busy));
    at_desk(&mut record, |work| {
        work.assign(case(), "administrator", None).expect("assigned");
        work.note(case(), "Ring kommunen.".to_owned(), None, None).expect("noted");
        work.work_list(&WorkListQuery { limit: 10, ..WorkListQuery::default() }).expect("listed");
        let fields = [("correction".to_owned(), "Telefonnummeret var feil.".to_owned())].into();
        let corrected = LetterRequest { corrects: Some(2), fields, ..acknowledgement() };
        work.issue_letter(&corrected, None).map(drop).expect("issued");
    });
    assert_eq!(record.entered, []);
}
