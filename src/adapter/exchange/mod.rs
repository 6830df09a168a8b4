//! Files that others read and write with programs of their own.

mod csv;
mod log;
mod look;
mod table;
mod text;

pub use csv::{Cell, csv};
pub use look::TableReader;
pub use table::{MOST_COLUMNS, ReadCell, ReadRow, TableFault, TableFile};
