//! The log of readings: an entry before anything is shown, and reading the log itself.

use super::problem::Problem;
use super::workplace::Workplace;
use crate::casework::access::{NewReading, Permission, Reading, RecordedReading};
use crate::casework::ids::{CaseNumber, RequestNumber};

/// How many entries are shown at most: the newest.
const MOST: u32 = 1_000;

/// Whose log of readings is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AccessLogOf {
    /// A whole request's.
    Request(RequestNumber),
    /// The request's of a case.
    Case(CaseNumber),
    /// What belongs to no request: searches for persons, and readings of this very log.
    NoRequest,
}

/// Readings that concern one request, or none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AccessLog {
    /// The request.
    pub request: Option<RequestNumber>,
    /// The entries, oldest first. The last is that this log was read just now.
    pub entries: Vec<RecordedReading>,
    /// Whether there are older entries that are not among them.
    pub cut: bool,
}

impl Workplace<'_> {
    /// Writes that the user is about to see something. It is on the disk when this returns, and only then may it be shown.
    ///
    /// # Errors
    /// [`Problem::NotLogged`].
    pub(super) fn enter_reading(&mut self, reading: Reading) -> Result<(), Problem> {
        let new = NewReading { at: self.now(), actor: self.user.name.clone(), reading };
        self.store.record_reading(&new).map_err(Problem::NotLogged)
    }

    /// Who looked at a request.
    ///
    /// # Errors
    /// [`Problem::Role`] for whoever is neither ombudsman nor administrator, [`Problem::NotFound`], or the store's.
    pub fn access_log(&mut self, of: AccessLogOf) -> Result<AccessLog, Problem> {
        self.user.require(Permission::ReadAccessLog)?;
        let request = match of {
            AccessLogOf::NoRequest => None,
            AccessLogOf::Case(case) => Some(self.open_case(case)?.number),
            AccessLogOf::Request(number) => {
                let found = self.find_request(number)?.ok_or_else(|| Problem::NotFound(number.to_string()))?;
                Some(found.number)
            }
        };
        self.enter_reading(Reading::AccessLog { request })?;
        let mut entries = self.store.readings(request, MOST + 1)?;
        let cut = entries.len() > MOST as usize;
        if cut {
            entries.remove(0);
        }
        Ok(AccessLog { request, entries, cut })
    }
}
