//! Identity numbers: fødselsnummer, D-nummer, hjelpenummer (H) and felles hjelpenummer (FH).
//!
//! A number tells who a person is and nothing else. Sex, century and age are never read from it: numbers
//! given from 2032 no longer carry sex or century, and the same digits must not mean one thing for
//! one person and another thing for the next. There is no function for it here.
//!
//! Sources: folkeregisterloven § 2-2 (eleven digits, date of birth first, the first digit of a D-nummer is
//! raised by four); folkeregisterforskriften §§ 2-2-1 and 2-2-2; Skatteetaten, «Nytt fødselsnummer fra 2032»
//! (the first control digit from 2032); KITH-rapport 11/98 (H-nummer, the month is raised by 40); Norsk
//! helsenett, «Felles hjelpenummer» (FH-nummer, first digit 8 or 9).

mod control;
mod number;
mod problem;
mod written;

pub use control::{ControlDigit, ControlRule};
pub use number::{IdentityKind, IdentityNumber, mask_unchecked};
pub use problem::IdentityProblem;
pub use written::identity_numbers_in;
