//! Finding a case by a number that somebody knows it by: ours, the sender's or the archive's.

use super::ports::{WorkListPage, WorkListQuery};
use super::problem::Problem;
use super::workplace::Workplace;
use crate::casework::access::Permission;
use crate::casework::ids::{OutsideReference, Reference};
use crate::casework::search::Query;

impl Workplace<'_> {
    /// The cases that go by a number among those that are asked for, closed ones too unless states are named: the case or the
    /// request with this number, the request with this document, what the sender or the office's archive knows by a reference with
    /// these words, and what has shown the breach with this number. Nobody's case is opened by it: a list shows initials alone.
    ///
    /// # Errors
    /// The store's.
    pub fn cases_of_reference(
        &mut self,
        text: &str,
        words: &Query,
        query: &WorkListQuery,
    ) -> Result<WorkListPage, Problem> {
        self.user.require(Permission::Read)?;
        let own = Reference::parse(text);
        let mut requests = self.store.find_reference(words)?;
        if let Ok(breach) = text.trim().parse::<OutsideReference>() {
            requests.extend(self.store.breach_cases(&breach)?.into_iter().map(|case| case.request));
        }
        let elsewhere = requests.clone();
        requests.extend(own.map(|own| own.request));
        requests.sort_unstable();
        requests.dedup();
        let mut page = self.store.work_list(&WorkListQuery { requests: Some(requests), ..query.clone() })?;
        // Of our own number one case was meant; of a request that others know by it, all.
        if let Some(Reference { request, case: Some(letter) }) = own {
            let meant = |request_of, letter_of| request_of != request || letter_of == letter;
            page.rows.retain(|(case, _)| meant(case.request, case.letter) || elsewhere.contains(&case.request));
        }
        Ok(page)
    }
}
