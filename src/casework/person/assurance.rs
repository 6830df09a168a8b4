//! How sure the office is of who made a request, in order. What a request does to another one rests on it.

use super::IdentityStatus;

/// How sure the office is of who made a request, weakest first (GDPR Art. 12(6)).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Assurance {
    /// Whoever asked could not show who they are. That speaks against them, so it weighs less than nothing known.
    Failed,
    /// Nobody has looked at it.
    Unchecked,
    /// The person was asked, and has not answered.
    Asked,
    /// Confirmed, by whatever method.
    Confirmed,
}

impl IdentityStatus {
    /// How sure the office is.
    #[must_use]
    pub fn assurance(self) -> Assurance {
        match self {
            Self::Failed => Assurance::Failed,
            Self::Unchecked => Assurance::Unchecked,
            Self::Asked => Assurance::Asked,
            Self::Confirmed { .. } => Assurance::Confirmed,
        }
    }

    /// Whether the office is at least as sure here as there. Only then may this request close the other one, or take it in:
    /// else whoever knows a name could end what somebody with a confirmed identity has asked for.
    #[must_use]
    pub fn at_least(self, other: Self) -> bool {
        self.assurance() >= other.assurance()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::casework::person::IdentityMethod;

    /// The statuses, weakest first. How a confirmed identity was confirmed makes no step of its own.
    const ORDER: [&[IdentityStatus]; 4] = [
        &[IdentityStatus::Failed],
        &[IdentityStatus::Unchecked],
        &[IdentityStatus::Asked],
        &[
            IdentityStatus::Confirmed { method: None, on: None },
            IdentityStatus::Confirmed { method: Some(IdentityMethod::InPerson), on: None },
        ],
    ];

    #[test]
    fn a_request_of_weaker_identity_never_touches_one_of_stronger() {
        for (weaker, acting) in ORDER.into_iter().enumerate() {
            for (stronger, over) in ORDER.into_iter().enumerate() {
                for (acting, over) in acting.iter().flat_map(|acting| over.iter().map(move |over| (acting, over))) {
                    assert_eq!(acting.at_least(*over), weaker >= stronger, "{acting:?} over {over:?}");
                }
            }
        }
    }
}
