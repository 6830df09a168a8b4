//! One file per user action: load, decide, commit.

pub mod ports;

mod absence;
mod access_log;
mod after;
mod approvals;
mod batch;
mod bulk;
mod change;
mod deadlines;
mod delivery;
mod find_person;
mod find_reference;
mod letter_input;
mod letters;
mod problem;
mod register;
mod reminders;
mod reports;
mod settings;
mod show;
mod similar;
mod tasks;
mod views;
mod work_list;
mod workplace;

pub use absence::{HandedOver, NewAbsence};
pub use access_log::{AccessLog, AccessLogOf};
pub use after::BroughtComplaint;
pub use batch::{BatchLetter, BatchOutput, BatchRequest};
pub use bulk::{BulkAction, BulkDone, each_once};
pub use deadlines::DeadlinesQuery;
pub use letters::{Composition, IssuedFile, LetterOutput, LetterRequest};
pub use problem::{OthersChange, Problem};
pub use reminders::{FoundReminder, Reminders};
pub use reports::{BroughtFile, ReportProblem};
pub use settings::NewSettings;
pub use show::Opened;
pub use similar::{Similar, is_same_person};
pub use tasks::TaskToAsk;
pub use views::MOST_VIEWS;
pub use workplace::{Readers, Rules, Workplace};
