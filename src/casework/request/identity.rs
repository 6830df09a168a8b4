//! What a request may do to another one, by how sure the office is of who made each.

use super::refusal::{Refusal, RefusalCode, refusal};
use super::state::Request;

impl Request {
    /// Why this request may not be used to close another one or to take it in as a repetition of itself: the office is less
    /// sure of who made it. `None` where it may.
    #[must_use]
    pub fn too_weak_for(&self, other: &Self) -> Option<Refusal> {
        (!self.identity.at_least(other.identity)).then(|| {
            refusal(
                RefusalCode::WeakerIdentity,
                None,
                "Identiteten er mindre sikker i denne henvendelsen enn i den andre. Den kan derfor ikke avslutte eller slås \
                 sammen med den andre. Bekreft identiteten her først, eller behandle henvendelsene hver for seg.",
                "Personvernforordningen art. 12 nr. 6",
            )
        })
    }
}
