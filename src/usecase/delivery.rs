//! Recording what became of an issued letter on its way.

use super::problem::Problem;
use super::show::Opened;
use super::workplace::Workplace;
use crate::casework::access::Permission;
use crate::casework::channel::{Reach, Recipient};
use crate::casework::ids::DocumentNumber;
use crate::casework::request::{DeliveryReport, LetterIssued};

impl Opened {
    /// How somebody can be reached now. Where a protected person lives, nobody here knows, and a letter to whoever acts for
    /// them is handed over as well.
    #[must_use]
    pub fn reach(&self, to: Recipient) -> Reach {
        let open = !self.request.registered.protection.is_protected();
        match to {
            Recipient::Person => self.person().map_or_else(Reach::default, |person| Reach {
                post: open && person.address.is_some(),
                mailbox: open && person.identity_number.is_some(),
                email: open && person.email.is_some(),
            }),
            Recipient::Representative => {
                let address = self.representative().and_then(|acting| acting.address.as_ref());
                Reach { post: open && address.is_some(), mailbox: false, email: false }
            }
            Recipient::Body => Reach { post: true, mailbox: false, email: true },
        }
    }
}

impl Workplace<'_> {
    /// Records what became of a letter; the request as it then is, and the letter.
    ///
    /// # Errors
    /// [`Problem::NotFound`] for a letter that is not there, and every other [`Problem`]; nothing was changed.
    pub fn record_delivery(
        &mut self,
        number: DocumentNumber,
        report: DeliveryReport,
        if_version: Option<u32>,
    ) -> Result<(Opened, LetterIssued), Problem> {
        self.user.require(Permission::ChangeCases)?;
        let missing = || Problem::NotFound(number.to_string());
        let opened = self.find_request(number.request)?.ok_or_else(missing)?;
        let letter = opened.request.letter(report.letter).ok_or_else(missing)?.clone();
        opened.require_version(if_version)?;
        if opened.person().is_none() {
            return Err(self.unseen(&opened));
        }
        let decision =
            opened.request.record_delivery(report, |to| opened.reach(to), self.today()).map_err(Problem::Refused)?;
        Ok((self.commit(opened, decision)?, letter))
    }
}
