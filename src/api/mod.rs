//! What the command line and the window both speak: failures with a code and a text, and the shapes of answers.

pub mod deadline;
pub mod failure;
pub mod registers;
pub mod route;

pub use failure::{Exit, Failure, FieldProblem};
