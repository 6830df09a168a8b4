//! What the data protection officer's own rows are kept and found by.

use chrono::{DateTime, Utc};
use zeroize::Zeroizing;

use super::StoreError;
use crate::casework::ombud::{EnquiryEntry, EnquiryStep, RetentionMonths};

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
    /// The places of the entries that it erases, all of the same enquiry.
    pub erases: Vec<u32>,
}

/// For how long the officer keeps enquiries.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct EnquiryRetention {
    /// How many months after the last entry; nothing until it is decided.
    pub months: Option<RetentionMonths>,
    /// When it was decided, and by whom.
    pub changed: Option<(DateTime<Utc>, String)>,
}

/// What the officer's own rows are kept and found by. They are sealed to the officers, so others cannot read them whatever they may ask.
pub trait EnquiryStore: Send {
    /// The entries of every enquiry, or of one, in order.
    ///
    /// # Errors
    /// [`StoreError`] for whoever has no key to them.
    fn enquiries(&mut self, only: Option<u32>) -> Result<Vec<EnquiryEntry>, StoreError>;

    /// Enters something; a new enquiry gets the next number. What it erases is overwritten and gone from the disk.
    ///
    /// # Errors
    /// [`StoreError::Conflict`] if something else was entered of it meanwhile.
    fn enter_enquiry(&mut self, new: &NewEnquiryEntry) -> Result<EnquiryEntry, StoreError>;

    /// For how long enquiries are kept.
    ///
    /// # Errors
    /// [`StoreError`].
    fn enquiry_retention(&mut self) -> Result<EnquiryRetention, StoreError>;

    /// Decides for how long enquiries are kept.
    ///
    /// # Errors
    /// [`StoreError`].
    fn set_enquiry_retention(&mut self, retention: &EnquiryRetention) -> Result<(), StoreError>;

    /// Whether there is a code that opens the officers' rows for a new officer, should nobody be left who has the key.
    ///
    /// # Errors
    /// [`StoreError`].
    fn has_recovery_code(&mut self) -> Result<bool, StoreError>;

    /// Makes such a code, which takes the place of an earlier one. It is kept nowhere.
    ///
    /// # Errors
    /// [`StoreError`] for whoever has no key to the rows.
    fn make_recovery_code(&mut self, at: DateTime<Utc>, actor: &str) -> Result<Zeroizing<String>, StoreError>;

    /// Opens the officers' rows with such a code, for an officer who has no key to them. The code is used up with that.
    ///
    /// # Errors
    /// [`StoreError`] for a code that does not fit, or where there is none.
    fn use_recovery_code(&mut self, code: &str, at: DateTime<Utc>, actor: &str) -> Result<(), StoreError>;
}
