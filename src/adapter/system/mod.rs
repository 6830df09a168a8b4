//! The operating system: the only room that reads the clock, asks for chance, or looks at the disk under a folder.

mod clock;
mod crash;
mod file_system;
mod identifiers;
mod randomness;
mod whole_file;

pub use clock::{FixedClock, SystemClock};
pub use crash::refuse_core_files;
pub use file_system::SystemFileSystems;
pub use identifiers::FreshIdentifiers;
pub use randomness::{SeededRandomness, SystemRandomness};
pub use whole_file::write_whole;
