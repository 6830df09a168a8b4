//! Registering a request.

use chrono::Datelike;

use super::ports::{Commit, Target};
use super::problem::Problem;
use super::show::Opened;
use super::workplace::Workplace;
use crate::casework::access::Permission;
use crate::casework::projection;
use crate::casework::request::{self, NewRequest, Request};

impl Workplace<'_> {
    /// Registers a request: one case for each register and right.
    ///
    /// The same idempotency key with the same words gives the request that was registered first.
    ///
    /// # Errors
    /// Every [`Problem`]; nothing was changed.
    pub fn register(&mut self, mut new: NewRequest) -> Result<Opened, Problem> {
        self.user.require(Permission::ChangeCases)?;
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
        let committed = self.store.commit(&commit)?;
        match state {
            // The same delivery again is the request that was registered then, with all that has happened since.
            Some(state) if !committed.known => self.committed(committed.number, None, state, commit),
            Some(_) | None => self.reopen(committed.number),
        }
    }
}
