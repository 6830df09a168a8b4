//! Other requests of the same person for the same register and right: beside one another, and tied by hand alone.

use chrono::NaiveDate;

use super::problem::Problem;
use super::show::Opened;
use super::workplace::Workplace;
use crate::casework::access::{Permission, Reading};
use crate::casework::ids::{CaseNumber, RequestNumber};
use crate::casework::request::{OtherCase, TieKind};
use crate::law::identity::IdentityNumber;

/// The most requests that are set beside one: the newest.
const MOST: usize = 20;

/// The other requests of a person, the newest first, as far as the user may see them.
#[derive(Clone, Debug)]
pub struct Earlier {
    /// Each of them, opened.
    pub others: Vec<Opened>,
    /// Whether there are older ones that are not among these.
    pub more: bool,
}

/// A case, and those that it may repeat.
#[derive(Clone, Debug)]
pub struct Similar {
    /// The request of the case.
    pub opened: Opened,
    /// The other cases, the newest first, each with its request.
    pub others: Vec<(CaseNumber, Opened)>,
    /// Whether the person has a number to be known again by.
    pub searched: bool,
}

impl Workplace<'_> {
    /// The other cases of the person for the same register and right. Each request that is shown is entered in the log of
    /// readings first. Of a protected person nothing is shown to whoever is not cleared.
    ///
    /// # Errors
    /// [`Problem::NotFound`], [`Problem::NotCleared`], [`Problem::NotLogged`], or the store's.
    pub fn similar(&mut self, case: CaseNumber) -> Result<Similar, Problem> {
        self.user.require(Permission::Read)?;
        let opened = self.open_case(case)?;
        if opened.person().is_none() {
            return Err(self.unseen(&opened));
        }
        self.enter_reading(Reading::Case(case))?;
        let numbers = numbers(&opened);
        if numbers.is_empty() {
            return Ok(Similar { opened, others: Vec::new(), searched: false });
        }
        let mut others = Vec::new();
        for other in self.requests_of(&numbers, Some(case.request))?.others {
            let cases: Vec<CaseNumber> = alike(&opened, case, &other).collect();
            if !cases.is_empty() {
                self.enter_reading(Reading::Request(other.number))?;
            }
            others.extend(cases.into_iter().map(|number| (number, other.clone())));
        }
        Ok(Similar { opened, others, searched: true })
    }

    /// The requests that a person made before, to be counted while another one is typed. That somebody looked for the person
    /// is entered first; of the requests themselves nothing may be shown.
    ///
    /// # Errors
    /// [`Problem::NotLogged`], or the store's.
    pub fn count_earlier(&mut self, number: &IdentityNumber) -> Result<Earlier, Problem> {
        self.user.require(Permission::Read)?;
        let earlier = self.requests_of(std::slice::from_ref(number), None)?;
        let cases: usize = earlier.others.iter().map(|other| other.request.cases.len()).sum();
        self.enter_reading(Reading::PersonSearch { found: u32::try_from(cases).unwrap_or(u32::MAX) })?;
        Ok(earlier)
    }

    /// The requests that a person made before, to be set beside one that is typed. Each is entered in the log of readings
    /// first.
    ///
    /// # Errors
    /// [`Problem::NotLogged`], or the store's.
    pub fn earlier(&mut self, number: &IdentityNumber) -> Result<Earlier, Problem> {
        self.user.require(Permission::Read)?;
        let earlier = self.requests_of(std::slice::from_ref(number), None)?;
        for other in &earlier.others {
            self.enter_reading(Reading::Request(other.number))?;
        }
        Ok(earlier)
    }

    /// The newest requests of whoever has one of these numbers, but for one. Of a protected person there are none for whoever
    /// is not cleared.
    fn requests_of(&mut self, numbers: &[IdentityNumber], but: Option<RequestNumber>) -> Result<Earlier, Problem> {
        let mut requests = Vec::new();
        for number in numbers {
            requests.extend(self.store.find_person(number)?);
        }
        requests.retain(|request| Some(*request) != but);
        requests.sort_unstable();
        requests.dedup();
        let more = requests.len() > MOST;
        let mut others = Vec::new();
        for request in requests.into_iter().rev().take(MOST) {
            others.extend(self.find_request(request)?.filter(|other| other.person().is_some()));
        }
        Ok(Earlier { others, more })
    }

    /// The cases that were closed as the same request as an opened one, with the day on which they came.
    pub(super) fn duplicates_of(&mut self, opened: &Opened) -> Result<Vec<(CaseNumber, NaiveDate)>, Problem> {
        let earlier = self.requests_of(&numbers(opened), Some(opened.number))?;
        let same = earlier.others.iter().flat_map(|other| {
            let received_on = other.request.registered.received_on;
            let cases = other.request.cases.iter();
            let same = cases.filter(|case| case.duplicate_of().is_some_and(|of| of.request == opened.number));
            same.map(move |case| (other.number.case(case.opened.case), received_on))
        });
        Ok(same.collect())
    }

    /// Ties a case to one of another request of the same person; a duplicate is closed by it.
    ///
    /// # Errors
    /// Every [`Problem`]; nothing was changed.
    pub fn tie(
        &mut self,
        case: CaseNumber,
        to: CaseNumber,
        how: TieKind,
        reason: String,
        if_version: Option<u32>,
    ) -> Result<Opened, Problem> {
        self.user.require(Permission::ChangeCases)?;
        let here = self.open_case(case)?;
        let there = self.open_case(to)?;
        for opened in [&here, &there] {
            if opened.person().is_none() {
                return Err(self.unseen(opened));
            }
        }
        let same_person = is_same_person(&here, &there);
        let id = self.identifiers.content_id();
        self.change(case, if_version, |request, _, _| match there.request.case(to.letter) {
            Some(state) => {
                let other = OtherCase { request: &there.request, case: state, number: to, same_person };
                request.tie(case, other, how, (id, reason))
            }
            None => Err(Vec::new()),
        })
    }
}

/// Whether two requests are about one person: they have a number in common, stated or linked by hand.
#[must_use]
pub fn is_same_person(here: &Opened, there: &Opened) -> bool {
    let theirs = numbers(there);
    numbers(here).iter().any(|number| theirs.contains(number))
}

/// Every number that the person of a request is known to have.
fn numbers(opened: &Opened) -> Vec<IdentityNumber> {
    let stated = opened.person().and_then(|person| person.identity_number.clone());
    stated.into_iter().chain(opened.linked_numbers().filter_map(|(_, number)| number.cloned())).collect()
}

/// The cases of another request for the register and the right of a case.
fn alike(opened: &Opened, case: CaseNumber, other: &Opened) -> impl Iterator<Item = CaseNumber> {
    let wanted = opened.request.case(case.letter).map(|state| (state.opened.register.clone(), state.opened.right));
    let alike = other.request.cases.iter().filter(move |state| {
        wanted
            .as_ref()
            .is_some_and(|(register, right)| state.opened.register == *register && state.opened.right == *right)
    });
    alike.map(|state| other.number.case(state.opened.case))
}
