//! Between what happened in a case and the bytes that are kept for ever.
//!
//! Bytes are canonical JSON: keys sorted, no blanks, integers alone, text in Unicode's composed form. What is written
//! once is never formatted anew, and a kind or a field that this program does not know is an error, never skipped.

mod breach;
mod canonical;
mod complaint;
mod content;
mod delivery;
mod draft;
mod event;
mod file;
mod letter;
mod ombud;
mod receipt;
mod review;
mod task;

#[cfg(test)]
mod format;

pub use canonical::CodecProblem;
pub use content::{decode_content, encode_content};
pub use delivery::same_delivery;
pub use draft::{decode_draft, encode_draft};
pub use event::{DecodedEvent, decode_event, encode_event};
pub use ombud::{decode_enquiry, encode_enquiry};
