//! Who looked at what.

use super::{Desk, input};
use crate::api::access_log::{AccessLogAnswer, AccessLogInput};
use crate::api::failure::Failure;
use crate::usecase::AccessLogOf;

impl Desk {
    /// Who looked at a request, oldest first. That this was read is logged first.
    ///
    /// # Errors
    /// [`crate::api::Exit::RuleRefuses`] for whoever is neither ombudsman nor administrator,
    /// [`crate::api::Exit::NotFound`] if there is no request with this number.
    pub fn access_log(&mut self, given: &AccessLogInput) -> Result<AccessLogAnswer, Failure> {
        let of = given.number.as_deref().map_or(Ok(AccessLogOf::NoRequest), input::request_or_case)?;
        Ok(AccessLogAnswer::of(&self.workplace()?.access_log(of)?))
    }
}
