//! The steps of the schema, and which of them a database has been through.

use rusqlite::{Connection, Transaction};

use super::problem::StoreProblem;
use crate::wording::Trilingual;

/// One step of the schema. Steps are only ever added at the end.
#[derive(Clone, Copy)]
pub(super) struct Migration {
    /// When it was written and what it is about; the file's name.
    pub(super) name: &'static str,
    /// The statements.
    pub(super) sql: &'static str,
}

macro_rules! migrations {
    ($($name:literal),+ $(,)?) => {
        [$(Migration { name: $name, sql: include_str!(concat!("../../../migrations/sqlite/", $name, ".sql")) }),+]
    };
}

/// Every step, in order. A store's format is how many of them it has been through.
pub(super) const MIGRATIONS: [Migration; 27] = migrations![
    "20260301120000_the_record",
    "20260301120100_the_work_list",
    "20261122100000_section_25_and_new_phases",
    "20261122110000_the_access_log",
    "20261122110100_person_marks",
    "20261122120000_the_text_index",
    "20261128150000_dates_beside_the_answer",
    "20261128160000_figures_of_the_deadlines",
    "20261128170000_the_catalogue",
    "20261128180000_settings",
    "20261128190000_a_second_person",
    "20261128193000_what_the_office_has_adopted",
    "20261128200000_letters_on_their_way",
    "20261128210000_finding_cases",
    "20261128213000_tasks_and_reminders",
    "20261128214000_absence_and_snooze",
    "20261128230000_what_each_user_keeps",
    "20261128233000_in_force",
    "20261128234500_reopened_cases",
    "20261128234600_complaints",
    "20261129010000_lists_read_in_order",
    "20261129020000_breaches",
    "20261129100000_figures_of_a_period",
    "20261129120000_reviews_of_dates",
    "20261129120100_enquiries_of_the_officer",
    "20261129130000_erasing_enquiries",
    "20261129130100_calendar_files_and_notices",
];

/// The format that this program writes.
pub const FORMAT: u32 = MIGRATIONS.len() as u32;

/// The number that says that a database is one of ours («PVSK»); SQLite keeps it in the file's first page.
pub(super) const APPLICATION_ID: i32 = 0x5056_534B;

/// Which format a database has; refuses one that is not ours.
pub(super) fn format_of(connection: &Connection) -> Result<u32, StoreProblem> {
    let read = |name| connection.pragma_query_value(None, name, |row| row.get::<_, i32>(0));
    if read("application_id")? != APPLICATION_ID {
        return Err(StoreProblem::Damaged {
            file: super::DATABASE,
            why: Trilingual::fixed(
                "den hører til et annet program",
                "ho høyrer til eit anna program",
                "it belongs to another program",
            ),
        });
    }
    u32::try_from(read("user_version")?).map_err(|_| StoreProblem::Damaged {
        file: super::DATABASE,
        why: Trilingual::fixed(
            "formatnummeret er ikke gyldig",
            "formatnummeret er ikkje gyldig",
            "the format number is not valid",
        ),
    })
}

/// Takes a database through the steps that it has not been through. Until the transaction is committed nothing has happened.
///
/// # Errors
/// [`StoreProblem::Migration`] with the name of the step that the database refused; a full disk.
pub(super) fn carry_out(transaction: &Transaction<'_>, from: u32, steps: &[Migration]) -> Result<(), StoreProblem> {
    for step in steps.get(from as usize..).unwrap_or_default() {
        transaction.execute_batch(step.sql).map_err(|error| refused(step, error))?;
    }
    transaction.pragma_update(None, "application_id", APPLICATION_ID)?;
    transaction.pragma_update(None, "user_version", i64::try_from(steps.len()).unwrap_or(i64::MAX))?;
    Ok(())
}

/// Why a step came to nothing: the disk or another process, as anywhere else, or the step itself.
fn refused(step: &Migration, error: rusqlite::Error) -> StoreProblem {
    if let rusqlite::Error::SqlInputError { error, .. } = &error {
        return StoreProblem::Migration { step: step.name, code: error.extended_code };
    }
    let problem = StoreProblem::from(error);
    if let StoreProblem::Database { code } = problem {
        return StoreProblem::Migration { step: step.name, code };
    }
    problem
}
