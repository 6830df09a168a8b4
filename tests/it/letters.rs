//! Letters: the texts themselves, read as the recipient reads them, the rules they keep, and the gate before issue.

pub mod access;
mod after;
mod answers;
mod delay;
mod elsewhere;
mod email;
pub mod every;
mod extension;
mod gate;
mod gates;
mod law;
mod mixed;
mod questions;
mod recipient;
mod recipients;
mod rules;
pub mod samples;
pub mod situations;
mod texts;
