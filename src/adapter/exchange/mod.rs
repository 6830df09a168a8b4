//! Files that others read and write with programs of their own.

mod csv;

pub use csv::{Cell, csv};
