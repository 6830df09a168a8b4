//! Letters: the texts themselves, read as the recipient reads them.

mod samples;
mod texts;
