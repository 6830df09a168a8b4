//! What a request may do to another one, by how sure the office is of who made each.

use super::refusal::{Refusal, RefusalCode, refusal};
use super::state::Request;
use crate::wording::Trilingual;

impl Request {
    /// Why this request may not be used to close another one or to take it in as a repetition of itself: the office is less
    /// sure of who made it. `None` where it may.
    #[must_use]
    pub fn too_weak_for(&self, other: &Self) -> Option<Refusal> {
        (!self.identity.at_least(other.identity)).then(|| {
            refusal(
                RefusalCode::WeakerIdentity,
                None,
                Trilingual::fixed(
                    "Identiteten er mindre sikker i denne henvendelsen enn i den andre. Den kan derfor ikke avslutte eller slås sammen med den andre. Bekreft identiteten her først, eller behandle henvendelsene hver for seg.",
                    "Identiteten er mindre sikker i denne førespurnaden enn i den andre. Han kan derfor ikkje avslutte eller slåast saman med den andre. Stadfest identiteten her først, eller behandle førespurnadene kvar for seg.",
                    "The identity is less certain in this request than in the other. It can therefore not close the other or be joined with it. Confirm the identity here first, or handle the requests separately.",
                ),
                "Personvernforordningen art. 12 nr. 6",
            )
        })
    }
}
