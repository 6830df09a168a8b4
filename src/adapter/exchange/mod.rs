//! Files that others read and write with programs of their own.

mod csv;
mod log;
mod look;
mod text;

pub use csv::{Cell, csv};
pub use look::TableReader;
