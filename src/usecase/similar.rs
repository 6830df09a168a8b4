//! Other open requests of the same person, which one may be a repetition of.

use super::problem::Problem;
use super::show::Opened;
use super::workplace::Workplace;
use crate::casework::access::{Permission, Reading};
use crate::casework::ids::CaseNumber;
use crate::casework::request::{Case, Phase};
use crate::law::identity::IdentityNumber;

/// At most so many other requests are opened; whoever has more is found by number in the work list.
const MOST: usize = 20;

impl Workplace<'_> {
    /// The request of a case, and the other requests of its person that still wait for an answer, by any number that the
    /// person is known to have. That somebody was looked for is logged before anything is shown, but not who.
    ///
    /// # Errors
    /// [`Problem::NotCleared`] or [`Problem::Erased`] where the person cannot be seen, [`Problem::NotLogged`], or the store's.
    pub fn similar(&mut self, case: CaseNumber) -> Result<(Opened, Vec<Opened>), Problem> {
        self.user.require(Permission::Read)?;
        let opened = self.open_case(case)?;
        let Some(person) = opened.person() else { return Err(self.unseen(&opened)) };
        let linked = opened.linked_numbers().filter_map(|(_, number)| number);
        let numbers: Vec<IdentityNumber> = person.identity_number.iter().chain(linked).cloned().collect();
        let mut requests = Vec::new();
        for number in &numbers {
            requests.extend(self.store.find_person(number)?);
        }
        requests.sort_unstable();
        requests.dedup();
        let mut others = Vec::new();
        // The newest first: a repetition comes soon after.
        for request in requests.into_iter().rev().filter(|request| *request != opened.number).take(MOST) {
            let other = self.find_request(request)?.filter(|other| other.person().is_some());
            others.extend(other.filter(|other| other.request.cases.iter().any(waits)));
        }
        let found = u32::try_from(others.len()).unwrap_or(u32::MAX);
        self.enter_reading(Reading::PersonSearch { found })?;
        Ok((opened, others))
    }
}

/// Whether the person still waits for an answer in a case.
fn waits(case: &Case) -> bool {
    match case.phase {
        Phase::Open | Phase::Decided | Phase::Forwarded { told: false } => true,
        Phase::Answered | Phase::Forwarded { told: true } | Phase::Withdrawn | Phase::Closed => false,
    }
}
