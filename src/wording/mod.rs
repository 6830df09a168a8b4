//! Words: the three languages, dates in words, and the wording of reasons, steps and errors.
//!
//! Nothing here knows a rule or a case. Every text that a person reads stands in bokmål, nynorsk and English.

pub mod characters;
pub mod citation;
pub mod countries;
pub mod dates;
pub mod language;
pub mod steps;

pub use language::{Language, Told, Trilingual};
