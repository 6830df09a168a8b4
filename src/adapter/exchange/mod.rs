//! Files that others read and write with programs of their own.

mod csv;
mod files;
mod log;
mod look;
<<<<<<< HEAD
mod table;
=======
mod picture;
>>>>>>> 5606728 (Keep files with a request, and make redacted copies of PDFs, on the command line and in the window)
mod text;

pub use csv::{Cell, csv};
pub use files::FileReader;
pub use look::TableReader;
pub use table::{MOST_COLUMNS, ReadCell, ReadRow, TableFault, TableFile};
