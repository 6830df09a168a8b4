//! Letters: the texts themselves, read as the recipient reads them, the rules they keep, and the gate before issue.

mod gate;
mod recipient;
mod rules;
pub mod samples;
mod texts;
