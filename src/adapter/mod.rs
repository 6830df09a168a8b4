//! All that touches the world: files, the database, the clock, fonts and PDF.

pub mod load;
pub mod pdf;
