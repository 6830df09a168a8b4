//! What every user action works with: the record, the clock, the rules, and whoever does it.

use chrono::{DateTime, NaiveDate, Utc};

use super::ports::{Clock, Commit, FileLook, Identifiers, LetterDrawer, PdfLook, PdfRedact, Store, TableLook};
use super::problem::Problem;
use crate::casework::access::User;
use crate::casework::ids::{CaseNumber, RequestNumber};
use crate::casework::letter::Templates;
use crate::casework::request::Request;
use crate::law::calendar;
use crate::law::deadline::InternalDays;
use crate::law::organisation::OfficeProfile;
use crate::law::register::{Catalogue, RegisterId};
use crate::law::rights::Right;
use crate::law::routing::{self, Facts, Route, RoutingProblem};
use crate::wording::Trilingual;

use super::show::Opened;

/// The rules that an office works by.
#[derive(Clone, Debug)]
pub struct Rules {
    /// The registers, and the bodies that answer for them.
    pub catalogue: Catalogue,
    /// The body that this office is.
    pub office: OfficeProfile,
    /// The texts of letters.
    pub templates: Templates,
    /// How long before the law's date the office wants its answers out.
    pub internal_days: Option<InternalDays>,
    /// Whether a second person approves letters that weigh.
    pub second_person: bool,
}

impl Rules {
    /// The name by which the office signs and sends its letters: its own, or that of its body in the catalogue.
    #[must_use]
    pub fn sender_names(&self) -> Trilingual {
        let of_body = || self.catalogue.body(&self.office.body).map(|body| body.names.clone());
        self.templates.letterhead.names.clone().or_else(of_body).unwrap_or_else(|| {
            let id = self.office.body.to_string();
            Trilingual { nb: id.clone().into(), nn: id.clone().into(), en: id.into() }
        })
    }

    /// The route of a demand that was received on a day, as this office sees it.
    ///
    /// # Errors
    /// [`RoutingProblem`].
    pub fn route(
        &self,
        register: &RegisterId,
        right: Right,
        facts: &Facts,
        received_on: Option<NaiveDate>,
    ) -> Result<Route, RoutingProblem> {
        routing::route(&self.catalogue, &self.office, register, right, facts, received_on)
    }
}

/// What looks into files that somebody brings.
#[derive(Clone, Copy)]
pub struct Readers<'a> {
    /// Looks into PDFs.
    pub pdf: &'a dyn PdfLook,
    /// Looks into workbooks and tables.
    pub tables: &'a dyn TableLook,
    /// Looks into files of every kind that can lie with a request.
    pub files: &'a dyn FileLook,
    /// Makes redacted copies of PDFs.
    pub redactor: &'a dyn PdfRedact,
}

/// What a user action works with.
pub struct Workplace<'a> {
    /// The record.
    pub store: &'a mut dyn Store,
    /// The clock.
    pub clock: &'a dyn Clock,
    /// New identifiers.
    pub identifiers: &'a mut dyn Identifiers,
    /// Draws letters.
    pub drawer: &'a dyn LetterDrawer,
    /// Looks into files that somebody brings.
    pub readers: Readers<'a>,
    /// The rules.
    pub rules: &'a Rules,
    /// Whoever does it.
    pub user: &'a User,
}

impl Workplace<'_> {
    /// The present instant.
    #[must_use]
    pub fn now(&self) -> DateTime<Utc> {
        self.clock.now()
    }

    /// The present day in Norway.
    #[must_use]
    pub fn today(&self) -> NaiveDate {
        calendar::oslo_date(self.now())
    }

    /// A request as it stands; `None` if there is none with this number.
    ///
    /// # Errors
    /// The store's.
    pub fn find_request(&mut self, number: RequestNumber) -> Result<Option<Opened>, Problem> {
        Ok(self.store.load(number)?.and_then(Opened::of))
    }

    /// The request of a case, where the case is one of its own.
    ///
    /// # Errors
    /// [`Problem::NotFound`], or the store's.
    pub fn open_case(&mut self, case: CaseNumber) -> Result<Opened, Problem> {
        self.find_request(case.request)?
            .filter(|opened| opened.request.case(case.letter).is_some())
            .ok_or_else(|| Problem::NotFound(case.to_string()))
    }

    /// A request as a commit has left it, from what was committed: reading it back would say the same and take as long again.
    /// Only what somebody wrote who may not read it has to be read back, so that they see no more than that gives them.
    pub(super) fn committed(
        &mut self,
        number: RequestNumber,
        before: Option<Opened>,
        after: Request,
        commit: Commit,
    ) -> Result<Opened, Problem> {
        if after.registered.protection.is_protected() && !self.user.cleared {
            return self.reopen(number);
        }
        Ok(Opened::committed(number, before, after, commit))
    }

    /// A request that was there a moment ago.
    pub(super) fn reopen(&mut self, number: RequestNumber) -> Result<Opened, Problem> {
        self.find_request(number)?.ok_or_else(|| Problem::NotFound(number.to_string()))
    }
}
