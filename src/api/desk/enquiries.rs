//! The data protection officer's own inbox.

use serde::Deserialize;
use ts_rs::TS;
use zeroize::ZeroizeOnDrop;

use super::{Desk, input};
use crate::api::draft::RequestDraft;
use crate::api::enquiries::{EnquiryAnswer, EnquiryDraft, InboxAnswer, PassedOnAnswer, RecoveryCodeAnswer};
use crate::api::failure::Failure;
use crate::api::intake::{self, LONGEST_TEXT};
use crate::casework::ombud::{Enquiry, EnquiryErasure, EnquiryOutcome, EnquirySource, RetentionMonths};

/// The longest name or address that is taken in, in characters.
const LONGEST_LINE: usize = 200;

/// Keeps an enquiry.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct OmbudReceive {
    pub enquiry: EnquiryDraft,
}

/// Which enquiry.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct OmbudShow {
    pub number: u32,
}

/// Notes something of an enquiry.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct OmbudNote {
    pub number: u32,
    pub text: String,
}

/// Closes an enquiry.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct OmbudClose {
    pub number: u32,
    /// `besvart`, `henvist`, `ingen-tiltak` or `ikke-onsket`.
    pub outcome: String,
}

/// Makes a request of an enquiry.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct OmbudToRequest {
    pub number: u32,
    /// What goes over, and nothing else. Its day of receipt is that of the enquiry, and may be left out.
    pub draft: RequestDraft,
}

/// Erases an enquiry that has come to an end.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct OmbudErase {
    pub number: u32,
    /// `bevaringstid`, `ikke-nodvendig` or `bedt-om`.
    pub ground: String,
}

/// Decides for how long enquiries are kept.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct OmbudRetention {
    /// How many months after the last entry; none for no time.
    pub months: Option<u32>,
}

/// Opens the inbox with a code. It is wiped when it is dropped.
#[derive(Clone, Deserialize, TS, ZeroizeOnDrop)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct OmbudRecover {
    pub code: String,
}

impl Desk {
    /// Keeps an enquiry that reached the officer.
    ///
    /// # Errors
    /// [`Failure`] with every field that is wrong; nothing was kept.
    pub fn ombud_receive(&mut self, given: &OmbudReceive) -> Result<EnquiryAnswer, Failure> {
        let EnquiryDraft { received_on, source, name, contact, text } = &given.enquiry;
        let known = EnquirySource::ALL.map(EnquirySource::id);
        let (received_on, source, text) = input::together((
            input::date("received_on", received_on.as_deref().unwrap_or_default()),
            input::choice("source", source.as_deref().unwrap_or_default(), EnquirySource::from_id, &known),
            input::text("text", text.as_deref().unwrap_or_default(), LONGEST_TEXT),
        ))?;
        let line = |path: &str, text: &Option<String>| {
            let text = text.as_deref().filter(|text| !text.trim().is_empty());
            text.map(|text| input::text(path, text, LONGEST_LINE)).transpose()
        };
        let (name, contact, ()) = input::together((line("name", name), line("contact", contact), Ok(())))?;
        let enquiry = Enquiry { received_on, source, name, contact, text };
        Ok(EnquiryAnswer::of(&self.workplace()?.receive_enquiry(enquiry)?))
    }

    /// The inbox.
    ///
    /// # Errors
    /// [`crate::api::Exit::RuleRefuses`] for whoever is no officer.
    pub fn ombud_list(&mut self) -> Result<InboxAnswer, Failure> {
        Ok(InboxAnswer::of(&self.workplace()?.enquiries()?))
    }

    /// One enquiry.
    ///
    /// # Errors
    /// [`Failure`].
    pub fn ombud_show(&mut self, given: &OmbudShow) -> Result<EnquiryAnswer, Failure> {
        Ok(EnquiryAnswer::of(&self.workplace()?.enquiry(given.number)?))
    }

    /// Notes something of an enquiry.
    ///
    /// # Errors
    /// [`Failure`]; nothing was kept.
    pub fn ombud_note(&mut self, given: &OmbudNote) -> Result<EnquiryAnswer, Failure> {
        let text = input::text("text", &given.text, LONGEST_TEXT)?;
        Ok(EnquiryAnswer::of(&self.workplace()?.note_enquiry(given.number, text)?))
    }

    /// Closes an enquiry.
    ///
    /// # Errors
    /// [`Failure`]; nothing was kept.
    pub fn ombud_close(&mut self, given: &OmbudClose) -> Result<EnquiryAnswer, Failure> {
        let known = EnquiryOutcome::ALL.map(EnquiryOutcome::id);
        let outcome = input::choice("outcome", &given.outcome, EnquiryOutcome::from_id, &known)?;
        Ok(EnquiryAnswer::of(&self.workplace()?.close_enquiry(given.number, outcome)?))
    }

    /// Makes a request of an enquiry.
    ///
    /// # Errors
    /// One failure with every field that is wrong; nothing was registered.
    pub fn ombud_to_request(&mut self, given: &OmbudToRequest) -> Result<PassedOnAnswer, Failure> {
        let day = given.draft.received_on.as_deref();
        let received_on = day.map(|day| input::date("received_on", day)).transpose()?;
        let mut workplace = self.workplace()?;
        let (received_on, _) = workplace.enquiry_to_pass_on(given.number, received_on)?;
        // The enquiry's own key is put in the place of any other, by which the same is known again.
        let draft =
            RequestDraft { received_on: Some(received_on.to_string()), idempotency_key: None, ..given.draft.clone() };
        let today = workplace.today();
        let new = intake::check(&draft, workplace.rules, workplace.identifiers, today)?;
        let (enquiry, opened) = workplace.pass_on_enquiry(given.number, new)?;
        let enquiry = EnquiryAnswer::of(&enquiry);
        Ok(PassedOnAnswer { enquiry, registered: self.registered(&opened)? })
    }

    /// Erases an enquiry that has come to an end: all of it, or of one that became a request the notes.
    ///
    /// # Errors
    /// [`Failure`]; nothing was erased.
    pub fn ombud_erase(&mut self, given: &OmbudErase) -> Result<InboxAnswer, Failure> {
        let known = EnquiryErasure::ALL.map(EnquiryErasure::id);
        let ground = input::choice("ground", &given.ground, EnquiryErasure::from_id, &known)?;
        self.workplace()?.erase_enquiry(given.number, ground)?;
        self.ombud_list()
    }

    /// Decides for how long enquiries are kept.
    ///
    /// # Errors
    /// [`Failure`]; nothing was changed.
    pub fn ombud_retention(&mut self, given: &OmbudRetention) -> Result<InboxAnswer, Failure> {
        let most = RetentionMonths::MOST;
        let months = given.months.map(|months| input::within("months", months, most)).transpose()?;
        self.workplace()?.keep_enquiries_for(months.and_then(RetentionMonths::new))?;
        self.ombud_list()
    }

    /// Makes a code that opens the inbox, should nobody be left who has the key.
    ///
    /// # Errors
    /// [`Failure`]; an earlier code still counts.
    pub fn ombud_recovery_code(&mut self) -> Result<RecoveryCodeAnswer, Failure> {
        Ok(RecoveryCodeAnswer::of(&self.workplace()?.make_recovery_code()?))
    }

    /// Opens the inbox with such a code.
    ///
    /// # Errors
    /// [`Failure`] for a code that does not fit.
    pub fn ombud_recover(&mut self, given: &OmbudRecover) -> Result<InboxAnswer, Failure> {
        self.workplace()?.open_inbox_with_code(&given.code)?;
        self.ombud_list()
    }
}
