//! All that touches the world: files, the database, the clock, fonts and PDF.

pub mod codec;
pub mod exchange;
pub mod load;
pub mod pdf;
pub mod store;
pub mod system;
