//! Letters: the texts themselves, read as the recipient reads them.

pub mod samples;
mod texts;
