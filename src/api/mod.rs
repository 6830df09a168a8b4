//! What the command line and the window both speak: failures with a code and a text, and the shapes of answers.

pub mod access_log;
pub mod actions;
pub mod adopted;
pub mod case;
pub mod case_show;
pub mod crash;
pub mod dates;
pub mod deadline;
pub mod deadlines;
pub mod delivery;
pub mod demo;
pub mod desk;
pub mod draft;
pub mod failure;
pub mod import;
pub mod intake;
pub mod labels;
pub mod letter;
pub mod letter_kinds;
pub mod letter_texts;
pub mod measures;
pub mod next_step;
pub mod other_dates;
mod problem;
pub mod register_show;
pub mod registers;
pub mod reports;
pub mod request_show;
pub mod route;
pub mod session;
pub mod settings;
pub mod spoken;
pub mod timeline;
pub mod warnings;

pub use failure::{Exit, Failure, FieldProblem};
