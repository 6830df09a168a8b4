//! Registering a request.

use chrono::Datelike;

use super::ports::{Commit, Committed, StoreError, Target};
use super::problem::Problem;
use super::reports::BroughtFile;
use super::show::Opened;
use super::workplace::Workplace;
use crate::casework::access::Permission;
use crate::casework::ids::CaseLetter;
use crate::casework::projection;
use crate::casework::request::{self, FileOrigin, NewRequest, Request};

impl Workplace<'_> {
    /// Registers a request: one case for each register and right. The files that came with it lie with it from then on; their
    /// content is looked into first.
    ///
    /// The same idempotency key with the same words gives the request that was registered first.
    ///
    /// # Errors
    /// Every [`Problem`]; nothing was changed.
    pub fn register(&mut self, new: NewRequest, files: Vec<(BroughtFile, String)>) -> Result<Opened, Problem> {
        self.register_as(Permission::ChangeCases, new, files)
    }

    /// The same for whoever may register for this reason.
    pub(super) fn register_as(
        &mut self,
        permission: Permission,
        mut new: NewRequest,
        files: Vec<(BroughtFile, String)>,
    ) -> Result<Opened, Problem> {
        self.user.require(permission)?;
        for (file, title) in files {
            let kind = self.look_into(&file)?;
            new.files.push(self.new_file(CaseLetter::at(0), kind, file.bytes, title, FileOrigin::Person));
        }
        let (commit, state) = self.registration(new)?;
        let committed = self.store.commit(&commit)?;
        match state {
            // The same delivery again is the request that was registered then, with all that has happened since.
            Some(state) if !committed.known => self.committed(committed.number, None, state, commit),
            Some(_) | None => self.reopen(committed.number),
        }
    }

    /// Registers many requests in one transaction. One that a rule refuses, or whose key was used for something else, does
    /// not stop the others.
    ///
    /// # Errors
    /// [`Problem::Role`], and what stops the store itself; then none of them is registered.
    pub fn register_many(&mut self, new: Vec<NewRequest>) -> Result<Vec<Result<Committed, Problem>>, Problem> {
        self.user.require(Permission::ChangeCases)?;
        let mut commits = Vec::with_capacity(new.len());
        let mut answers = Vec::with_capacity(new.len());
        for new in new {
            match self.registration(new) {
                Ok((commit, _)) => {
                    commits.push(commit);
                    answers.push(None);
                }
                Err(problem) => answers.push(Some(Err(problem))),
            }
        }
        let mut done = self.store.commit_many(&commits)?.into_iter();
        let missing = || Problem::Store(StoreError::Conflict);
        Ok(answers
            .into_iter()
            .map(|answer| match answer {
                Some(refused) => refused,
                None => done.next().map_or_else(|| Err(missing()), |done| done.map_err(Problem::from)),
            })
            .collect())
    }

    /// Whether the user may register requests and change cases at all.
    ///
    /// # Errors
    /// [`Problem::Role`].
    pub fn may_register(&self) -> Result<(), Problem> {
        Ok(self.user.require(Permission::ChangeCases)?)
    }

    /// Whether a request is registered already; nothing is changed.
    ///
    /// # Errors
    /// What would stop it from being registered.
    pub fn would_register(&mut self, new: NewRequest) -> Result<Option<Committed>, Problem> {
        self.user.require(Permission::ChangeCases)?;
        let (commit, _) = self.registration(new)?;
        Ok(self.store.delivered(&commit)?)
    }

    /// Everything that registering a request changes.
    fn registration(&mut self, mut new: NewRequest) -> Result<(Commit, Option<Request>), Problem> {
        new.registered.delivery = new.idempotency_key.as_deref().map(|key| self.store.delivery_mark(key));
        let person = new.person.clone();
        let decision = request::register(new, self.today()).map_err(Problem::Refused)?;
        let state = Request::after(&decision.events, self.today());
        let rows = state.as_ref().map(|state| projection::rows(state, Some(&person))).unwrap_or_default();
        let year = u16::try_from(self.today().year()).unwrap_or_default();
        let commit = Commit {
            target: Target::NewRequest { year },
            at: self.now(),
            actor: self.user.name.clone(),
            events: decision.events,
            contents: decision.contents,
            rows,
            draft: None,
        };
        Ok((commit, state))
    }
}
