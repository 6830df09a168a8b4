//! One file per user action: load, decide, commit.

pub mod ports;

mod access_log;
mod approvals;
mod batch;
mod change;
mod deadlines;
mod delivery;
mod find_person;
mod find_reference;
mod letter_input;
mod letters;
mod problem;
mod register;
mod reports;
mod settings;
mod show;
mod views;
mod work_list;
mod workplace;

pub use access_log::{AccessLog, AccessLogOf};
pub use batch::{BatchLetter, BatchOutput, BatchRequest};
pub use deadlines::DeadlinesQuery;
pub use letters::{Composition, IssuedFile, LetterOutput, LetterRequest};
pub use problem::Problem;
pub use reports::{BroughtFile, ReportProblem};
pub use settings::NewSettings;
pub use show::Opened;
pub use views::MOST_VIEWS;
pub use workplace::{Readers, Rules, Workplace};
