//! What the data protection officer's own rows are kept and found by.

use chrono::{DateTime, Utc};

use super::StoreError;
use crate::casework::ombud::{EnquiryEntry, EnquiryStep};

/// Something that is about to be entered in the officer's log.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewEnquiryEntry {
    /// Which enquiry, and how many entries it had when this was decided; nothing for one that just came in.
    pub of: Option<(u32, u32)>,
    /// When.
    pub at: DateTime<Utc>,
    /// Who.
    pub actor: String,
    /// What.
    pub step: EnquiryStep,
}

/// What the officer's own rows are kept and found by. They are sealed to the officers, so others cannot read them whatever they may ask.
pub trait EnquiryStore: Send {
    /// The entries of every enquiry, or of one, in order.
    ///
    /// # Errors
    /// [`StoreError`] for whoever has no key to them.
    fn enquiries(&mut self, only: Option<u32>) -> Result<Vec<EnquiryEntry>, StoreError>;

    /// Enters something; a new enquiry gets the next number.
    ///
    /// # Errors
    /// [`StoreError::Conflict`] if something else was entered of it meanwhile.
    fn enter_enquiry(&mut self, new: &NewEnquiryEntry) -> Result<EnquiryEntry, StoreError>;
}
