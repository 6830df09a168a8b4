//! The rules: pure functions and data that know no case, no clock and no file.

pub mod calendar;
pub mod deadline;
pub mod identity;
pub mod organisation;
pub mod register;
pub mod rights;
pub mod routing;
