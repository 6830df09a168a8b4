//! Files that others read and write with programs of their own.

mod calendar;
mod csv;
mod files;
mod log;
mod look;
mod picture;
mod table;
mod text;
mod unpack;
mod words;
mod workbook;
mod xml;

pub use calendar::{CalendarDay, calendar, is_own_calendar, same_calendar};
pub use csv::{Cell, csv};
pub use files::FileReader;
pub use look::TableReader;
pub use table::{MOST_COLUMNS, ReadCell, ReadRow, TableFault, TableFile};
pub use workbook::{SheetOf, workbook};
