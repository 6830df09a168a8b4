//! Letters: the texts themselves, read as the recipient reads them, the rules they keep, and the gate before issue.

mod answers;
mod delay;
mod elsewhere;
mod email;
mod extension;
mod gate;
mod questions;
mod recipient;
mod rules;
pub mod samples;
pub mod situations;
mod texts;
