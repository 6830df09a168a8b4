//! The data protection officer's own inbox. Nobody else has it: not by role, and not by key (personopplysningsloven § 18; GDPR Art. 38(5)).

use chrono::NaiveDate;
use zeroize::Zeroizing;

use super::ports::{EnquiryRetention, NewEnquiryEntry};
use super::problem::Problem;
use super::show::Opened;
use super::workplace::Workplace;
use crate::casework::access::{Permission, Reading};
use crate::casework::ombud::{
    Enquiry, EnquiryEntry, EnquiryErasure, EnquiryOutcome, EnquiryStep, ErasedEnquiry, OpenedEnquiry, RetentionMonths,
};
use crate::casework::request::NewRequest;

/// The officer's inbox.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Inbox {
    /// Every enquiry that is there, the newest first.
    pub enquiries: Vec<OpenedEnquiry>,
    /// Those that were erased whole, the newest first.
    pub erased: Vec<ErasedEnquiry>,
    /// For how long enquiries are kept.
    pub retention: EnquiryRetention,
    /// Whether there is a code that opens the inbox, should nobody be left who has the key.
    pub recovery_code: bool,
    /// The day of looking.
    pub today: NaiveDate,
}

impl Workplace<'_> {
    /// Keeps an enquiry that reached the officer.
    ///
    /// # Errors
    /// Every [`Problem`]; nothing was kept.
    pub fn receive_enquiry(&mut self, enquiry: Enquiry) -> Result<OpenedEnquiry, Problem> {
        self.user.require(Permission::OfficersInbox)?;
        OpenedEnquiry::may_be_received(enquiry.received_on, self.today()).map_err(Problem::Refused)?;
        let entry = self.enter(None, EnquiryStep::Received(enquiry))?;
        self.opened_enquiry(&[entry])
    }

    /// The inbox. That the officer looked is entered; at what, is the officer's own.
    ///
    /// # Errors
    /// [`Problem::Role`], [`Problem::NotLogged`], or the store's.
    pub fn enquiries(&mut self) -> Result<Inbox, Problem> {
        self.user.require(Permission::OfficersInbox)?;
        self.enter_reading(Reading::Enquiries)?;
        let mut entries = self.store.enquiries(None)?;
        // Those of one enquiry come together, each still in its order.
        entries.sort_by_key(|entry| (std::cmp::Reverse(entry.enquiry), entry.position));
        let each = || entries.chunk_by(|one, other| one.enquiry == other.enquiry);
        Ok(Inbox {
            enquiries: each().filter_map(OpenedEnquiry::of).collect(),
            erased: each().filter_map(ErasedEnquiry::of).collect(),
            retention: self.store.enquiry_retention()?,
            recovery_code: self.store.has_recovery_code()?,
            today: self.today(),
        })
    }

    /// One enquiry as a whole. That the officer looked is entered.
    ///
    /// # Errors
    /// [`Problem::Role`], [`Problem::NoSuchEnquiry`], [`Problem::NotLogged`], or the store's.
    pub fn enquiry(&mut self, number: u32) -> Result<OpenedEnquiry, Problem> {
        self.user.require(Permission::OfficersInbox)?;
        let found = self.found_enquiry(number)?;
        self.enter_reading(Reading::Enquiries)?;
        Ok(found)
    }

    /// Notes something of an enquiry, also of one that is closed or has become a request.
    ///
    /// # Errors
    /// Every [`Problem`]; nothing was kept.
    pub fn note_enquiry(&mut self, number: u32, text: String) -> Result<OpenedEnquiry, Problem> {
        self.enquiry_step(number, |_| Ok(EnquiryStep::Noted(text)))
    }

    /// Closes an enquiry.
    ///
    /// # Errors
    /// Every [`Problem`]; nothing was kept.
    pub fn close_enquiry(&mut self, number: u32, outcome: EnquiryOutcome) -> Result<OpenedEnquiry, Problem> {
        self.enquiry_step(number, |enquiry| enquiry.close(outcome).map_err(Problem::Refused))
    }

    /// What an enquiry was received on, for a request that is made of it, and the key by which it is known again.
    ///
    /// # Errors
    /// [`Problem::Role`], [`Problem::NoSuchEnquiry`], and [`Problem::Refused`] for one that has become a request, or another day.
    pub fn enquiry_to_pass_on(
        &mut self,
        number: u32,
        received_on: Option<NaiveDate>,
    ) -> Result<(NaiveDate, String), Problem> {
        self.user.require(Permission::OfficersInbox)?;
        let enquiry = self.found_enquiry(number)?;
        enquiry.may_become_request(received_on).map_err(Problem::Refused)?;
        Ok((enquiry.received.received_on, format!("personvernombud/{number}")))
    }

    /// Makes a request of an enquiry: what the officer lets go over, and nothing else. The enquiry and its notes stay the officer's. Should it
    /// be stopped between the two, the same once more gives the same request.
    ///
    /// # Errors
    /// Every [`Problem`]; what was registered is known again.
    pub fn pass_on_enquiry(&mut self, number: u32, mut new: NewRequest) -> Result<(OpenedEnquiry, Opened), Problem> {
        let (_, key) = self.enquiry_to_pass_on(number, Some(new.registered.received_on))?;
        new.idempotency_key = Some(key);
        let opened = self.register_as(Permission::OfficersInbox, new, Vec::new())?;
        let request = opened.number;
        let enquiry = self.enquiry_step(number, |_| Ok(EnquiryStep::PassedOn(request)))?;
        Ok((enquiry, opened))
    }

    /// Erases an enquiry that has come to an end: all of it, or of one that became a request the notes. That it happened, when, by whom
    /// and why stays.
    ///
    /// # Errors
    /// Every [`Problem`]; nothing was erased.
    pub fn erase_enquiry(&mut self, number: u32, ground: EnquiryErasure) -> Result<(), Problem> {
        self.user.require(Permission::OfficersInbox)?;
        let enquiry = self.found_enquiry(number)?;
        let kept = self.store.enquiry_retention()?.months;
        let step = enquiry.erase(ground, kept, self.today()).map_err(Problem::Refused)?;
        let new = NewEnquiryEntry {
            of: Some((number, enquiry.version)),
            at: self.now(),
            actor: self.user.name.clone(),
            step,
            erases: enquiry.erasable().to_vec(),
        };
        self.store.enter_enquiry(&new)?;
        Ok(())
    }

    /// Decides for how long enquiries are kept after the last entry of them; nothing is erased by that.
    ///
    /// # Errors
    /// [`Problem::Role`], or the store's.
    pub fn keep_enquiries_for(&mut self, months: Option<RetentionMonths>) -> Result<(), Problem> {
        self.user.require(Permission::OfficersInbox)?;
        let changed = Some((self.now(), self.user.name.clone()));
        Ok(self.store.set_enquiry_retention(&EnquiryRetention { months, changed })?)
    }

    /// Makes a code with which a new officer opens the inbox, should nobody be left who has the key. It is shown once.
    ///
    /// # Errors
    /// [`Problem::Role`], or the store's.
    pub fn make_recovery_code(&mut self) -> Result<Zeroizing<String>, Problem> {
        self.user.require(Permission::OfficersInbox)?;
        let (at, actor) = (self.now(), self.user.name.clone());
        Ok(self.store.make_recovery_code(at, &actor)?)
    }

    /// Opens the inbox with such a code. It is used up with that.
    ///
    /// # Errors
    /// [`Problem::Role`], or the store's for a code that does not fit.
    pub fn open_inbox_with_code(&mut self, code: &str) -> Result<(), Problem> {
        self.user.require(Permission::OfficersInbox)?;
        let (at, actor) = (self.now(), self.user.name.clone());
        Ok(self.store.use_recovery_code(code, at, &actor)?)
    }

    fn enquiry_step(
        &mut self,
        number: u32,
        decide: impl FnOnce(&OpenedEnquiry) -> Result<EnquiryStep, Problem>,
    ) -> Result<OpenedEnquiry, Problem> {
        self.user.require(Permission::OfficersInbox)?;
        let mut entries = self.store.enquiries(Some(number))?;
        let enquiry = self.opened_enquiry(&entries)?;
        let step = decide(&enquiry)?;
        entries.push(self.enter(Some((number, enquiry.version)), step)?);
        self.opened_enquiry(&entries)
    }

    fn enter(&mut self, of: Option<(u32, u32)>, step: EnquiryStep) -> Result<EnquiryEntry, Problem> {
        let new = NewEnquiryEntry { of, at: self.now(), actor: self.user.name.clone(), step, erases: Vec::new() };
        Ok(self.store.enter_enquiry(&new)?)
    }

    fn found_enquiry(&mut self, number: u32) -> Result<OpenedEnquiry, Problem> {
        let entries = self.store.enquiries(Some(number))?;
        self.opened_enquiry(&entries)
    }

    fn opened_enquiry(&self, entries: &[EnquiryEntry]) -> Result<OpenedEnquiry, Problem> {
        OpenedEnquiry::of(entries).ok_or_else(|| match ErasedEnquiry::of(entries) {
            Some(erased) => Problem::Refused(vec![erased.refusal()]),
            None => Problem::NoSuchEnquiry,
        })
    }
}
