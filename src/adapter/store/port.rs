//! The store behind the port that the use cases know.

use chrono::{DateTime, NaiveDate, Utc};
use rusqlite::{OptionalExtension, Transaction, TransactionBehavior, params};

use super::content::{self, SealedFor};
use super::keys::KeyName;
use super::log;
use super::problem::StoreProblem;
use super::rows;
use super::sealing::{self, Sealed};
use super::{
    DATABASE, FORMAT, Passphrase, SqliteStore, access, breaches, commit, courses, damaged_keys, figures, in_force,
    list, number, read_keys, rebuild, request, search, settings, verify, views,
};
use crate::adapter::codec;
use crate::casework::access::{NewReading, RecordedReading, User};
use crate::casework::audit::Digest;
use crate::casework::ids::{CaseNumber, ContentId, DeliveryMark, OutsideReference, RequestNumber};
use crate::casework::search::Query;
use crate::law::identity::IdentityNumber;
use crate::usecase::ports::{
    BackUp, Commit, Committed, Courses, DueDaysQuery, FiguresOf, LetterDraft, NewUser, OfficeSettings, Rebuilt,
    SavedView, Store, StoreError, StoreStatus, Stored, Verification, WorkListPage, WorkListQuery,
};
use crate::wording::Trilingual;

impl Store for SqliteStore {
    fn status(&mut self) -> Result<StoreStatus, StoreError> {
        let organisation = self.keys.organisation.parse();
        let moment = self.moment()?;
        let last = log::last_commit(&moment)?;
        Ok(StoreStatus {
            format: FORMAT,
            organisation: organisation.map_err(|_| {
                damaged_keys(Trilingual::fixed(
                    "virksomheten er ikke gyldig",
                    "verksemda er ikkje gyldig",
                    "the organisation is not valid",
                ))
            })?,
            test: self.keys.test,
            counts: rows::counts(&moment)?,
            last_commit_at: last.and_then(|last| DateTime::<Utc>::from_timestamp_micros(last.at)),
            last_tested_restore_at: settings::tested_at(&moment)?,
        })
    }

    fn load(&mut self, number: RequestNumber) -> Result<Option<Stored>, StoreError> {
        let moment = self.moment()?;
        Ok(request::load(&moment, &self.ring, number)?)
    }

    fn delivery_mark(&self, key: &str) -> DeliveryMark {
        self.ring.store.delivery_mark(key)
    }

    fn commit(&mut self, commit: &Commit) -> Result<Committed, StoreError> {
        Ok(self.with_newest_keys(|store| store.carry_out(commit))?)
    }

    fn commit_many(&mut self, commits: &[Commit]) -> Result<Vec<Result<Committed, StoreError>>, StoreError> {
        Ok(self.with_newest_keys(|store| store.carry_out_many(commits))?)
    }

    fn commit_together(&mut self, commits: &[Commit]) -> Result<(), StoreError> {
        Ok(self.with_newest_keys(|store| store.carry_out_together(commits))?)
    }

    fn delivered(&mut self, commit: &Commit) -> Result<Option<Committed>, StoreError> {
        let moment = self.moment()?;
        Ok(commit::known_delivery(&moment, &self.ring, commit)?)
    }

    fn work_list(&mut self, query: &WorkListQuery) -> Result<WorkListPage, StoreError> {
        let page = if query.in_force { in_force::page } else { list::page };
        Ok(page(&self.connection, query)?)
    }

    fn figures(&mut self, today: NaiveDate) -> Result<Vec<FiguresOf>, StoreError> {
        Ok(figures::read(&self.connection, today)?)
    }

    fn courses(&mut self, since_on: NaiveDate, most: u32) -> Result<Courses, StoreError> {
        Ok(courses::read(&self.connection, since_on, most)?)
    }

    fn due_days(&mut self, query: &DueDaysQuery) -> Result<Vec<(NaiveDate, u64)>, StoreError> {
        Ok(figures::due_days(&self.connection, query)?)
    }

    fn search(&mut self, words: &Query, within: &WorkListQuery) -> Result<WorkListPage, StoreError> {
        Ok(search::page(&self.connection, words, within)?)
    }

    fn find_reference(&mut self, words: &Query) -> Result<Vec<RequestNumber>, StoreError> {
        Ok(search::requests_by_reference(&self.connection, words)?)
    }

    fn breach_cases(&mut self, reference: &OutsideReference) -> Result<Vec<CaseNumber>, StoreError> {
        Ok(breaches::cases(&self.connection, reference)?)
    }

    fn views(&mut self, user: &str) -> Result<Vec<SavedView>, StoreError> {
        Ok(views::read(&self.connection, user)?)
    }

    fn keep_view(&mut self, view: &SavedView) -> Result<(), StoreError> {
        Ok(views::keep(&self.connection, view)?)
    }

    fn drop_view(&mut self, owner: &str, name: &str) -> Result<bool, StoreError> {
        Ok(views::drop(&self.connection, owner, name)?)
    }

    fn list_choice(&mut self, user: &str) -> Result<Option<String>, StoreError> {
        Ok(views::choice(&self.connection, user)?)
    }

    fn keep_list_choice(&mut self, user: &str, body: &str) -> Result<(), StoreError> {
        Ok(views::keep_choice(&self.connection, user, body)?)
    }

    fn tidy(&mut self) -> Result<bool, StoreError> {
        Ok(search::tidy(&self.connection)?)
    }

    fn file(&mut self, request: RequestNumber, content: ContentId) -> Result<Option<Vec<u8>>, StoreError> {
        let moment = self.moment()?;
        Ok(request::file(&moment, &self.ring, request, content)?)
    }

    fn keep_draft(&mut self, draft: &LetterDraft) -> Result<(), StoreError> {
        Ok(self.with_newest_keys(|store| store.write_draft(draft))?)
    }

    fn draft(&mut self, id: ContentId) -> Result<Option<LetterDraft>, StoreError> {
        Ok(self.read_draft(id)?)
    }

    fn verify(&mut self, known_head: Option<Digest>) -> Result<Verification, StoreError> {
        Ok(verify::verify(&self.connection, &self.ring, known_head)?)
    }

    fn rebuild(&mut self) -> Result<Rebuilt, StoreError> {
        let transaction =
            self.connection.transaction_with_behavior(TransactionBehavior::Immediate).map_err(StoreProblem::from)?;
        let rebuilt = rebuild::rebuild(&transaction, &self.ring)?;
        transaction.commit().map_err(StoreProblem::from)?;
        Ok(rebuilt)
    }

    fn record_reading(&mut self, reading: &NewReading) -> Result<(), StoreError> {
        let transaction =
            self.connection.transaction_with_behavior(TransactionBehavior::Immediate).map_err(StoreProblem::from)?;
        access::append(&transaction, reading)?;
        Ok(transaction.commit().map_err(StoreProblem::from)?)
    }

    fn readings(&mut self, request: Option<RequestNumber>, limit: u32) -> Result<Vec<RecordedReading>, StoreError> {
        Ok(access::read(&self.connection, request, limit)?)
    }

    fn find_person(&mut self, number: &IdentityNumber) -> Result<Vec<RequestNumber>, StoreError> {
        Ok(self.requests_of(number)?)
    }

    fn settings(&mut self) -> Result<OfficeSettings, StoreError> {
        Ok(settings::read(&self.connection)?)
    }

    fn set_settings(&mut self, settings: &OfficeSettings) -> Result<(), StoreError> {
        Ok(settings::keep(&self.connection, settings)?)
    }

    fn back_up(&mut self, backup: &BackUp<'_>) -> Result<Verification, StoreError> {
        Ok(self.copy_to(backup)?)
    }

    fn users(&mut self) -> Result<Vec<User>, StoreError> {
        Ok(read_keys(&self.folder, &self.ring)?.users())
    }

    fn add_user(&mut self, user: &NewUser<'_>) -> Result<(), StoreError> {
        let passphrase = Passphrase::new(user.passphrase);
        let user = User { name: user.name.to_owned(), role: user.role, cleared: user.cleared };
        Ok(self.let_in(&user, &passphrase)?)
    }

    fn remove_user(&mut self, name: &str, lose_inbox: bool) -> Result<User, StoreError> {
        Ok(self.let_out(name, lose_inbox)?)
    }
}

impl SqliteStore {
    /// A transaction that sees the store as it is at its first statement, whatever others write meanwhile.
    pub(super) fn moment(&self) -> Result<Transaction<'_>, StoreProblem> {
        Ok(self.connection.unchecked_transaction()?)
    }

    /// Does something that may need a key which a colleague has made since this store was unlocked: then `keys.toml` is read
    /// once more and it is tried again.
    pub(super) fn with_newest_keys<T>(
        &mut self,
        work: impl Fn(&mut Self) -> Result<T, StoreProblem>,
    ) -> Result<T, StoreProblem> {
        match work(self) {
            Err(StoreProblem::NobodyHoldsKey { .. }) => {
                self.keys = read_keys(&self.folder, &self.ring)?;
                work(self)
            }
            done => done,
        }
    }

    fn write_draft(&self, draft: &LetterDraft) -> Result<(), StoreProblem> {
        let request = draft.cases.first().map_or(0, |case| number::key(case.request));
        let body = codec::encode_draft(draft);
        let sealed_for = SealedFor::of(rows::protected(&self.connection, request)?.unwrap_or_default());
        let (encapsulated, body) = match sealed_for {
            SealedFor::Store => (None, body),
            SealedFor::Protected => {
                let sealed = content::seal(&self.keys, &body, &content::context(request, draft.id))?;
                (Some(sealed.encapsulated), sealed.bytes)
            }
        };
        self.connection
            .prepare_cached(
                "INSERT OR REPLACE INTO letter_draft (id, request, sealed_for, encapsulated, body) \
                 VALUES (?1, ?2, ?3, ?4, ?5)",
            )?
            .execute(params![draft.id.0.as_bytes(), request, sealed_for.id(), encapsulated, body])?;
        Ok(())
    }

    fn read_draft(&self, id: ContentId) -> Result<Option<LetterDraft>, StoreProblem> {
        let damaged = StoreProblem::Damaged {
            file: DATABASE,
            why: Trilingual::fixed(
                "et brevutkast kan ikke leses",
                "eit brevutkast kan ikkje lesast",
                "a draft of a letter cannot be read",
            ),
        };
        let mut statement =
            self.connection.prepare_cached("SELECT request, encapsulated, body FROM letter_draft WHERE id = ?1")?;
        let row: Option<(i64, Option<[u8; 32]>, Vec<u8>)> =
            statement.query_row([id.0.as_bytes()], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?))).optional()?;
        let Some((request, encapsulated, bytes)) = row else { return Ok(None) };
        let Some(encapsulated) = encapsulated else {
            return codec::decode_draft(id, &bytes).map(Some).map_err(|_| damaged);
        };
        let pair = self.ring.pair(KeyName::Protected).ok_or(StoreProblem::NotCleared)?;
        let plain = sealing::open_from(pair, &Sealed { encapsulated, bytes }, &content::context(request, id));
        let draft = plain.and_then(|plain| codec::decode_draft(id, &plain).ok());
        draft.ok_or(damaged).map(Some)
    }
}
