//! What lists, counts and the search say, held against the log.

use rusqlite::types::Value;

use super::Check;
use crate::adapter::store::breaches::BREACH_COLUMNS;
use crate::adapter::store::problem::StoreProblem;
use crate::adapter::store::rows::{self, CASE_COLUMNS, Projected, REQUEST_COLUMNS};
use crate::adapter::store::tasks::TASK_COLUMNS;
use crate::adapter::store::{kinds, log, number, rebuild, search};
use crate::casework::ids::RequestNumber;
use crate::usecase::ports::Counts;
use crate::wording::Trilingual;

impl Check<'_> {
    /// Lists and counts against what the log says.
    pub(super) fn projections(&mut self) -> Result<(), StoreProblem> {
        let mut counted = Counts::default();
        let mut expected = Vec::new();
        for request in rebuild::requests(self.connection)? {
            let Some((projected, key)) = self.projected(request) else { continue };
            counted = sum(counted, projected.counts);
            let found = self.rows("request_row", REQUEST_COLUMNS, key)?;
            let cases = self.rows("case_row", CASE_COLUMNS, key)?;
            let tasks = self.rows("task_row", TASK_COLUMNS, key)?;
            let breaches = self.rows("breach_row", BREACH_COLUMNS, key)?;
            let same = found == [projected.request]
                && cases == projected.cases
                && tasks == projected.tasks
                && breaches == projected.breaches;
            if !same {
                self.tell_of_list(key);
            }
            expected.push(key);
        }
        for request in kinds::differing(self.connection)?.into_iter().chain(rows::misplaced(self.connection)?) {
            self.tell_of_list(request);
        }
        if expected.len() == self.heads.len() && rows::counts(self.connection)? != counted {
            self.tell(
                None,
                None,
                "figures-differ",
                Trilingual::fixed(
                    "Tallene ved siden av arbeidslisten stemmer ikke. Kjør «store rebuild».",
                    "Tala ved sida av arbeidslista stemmer ikkje. Køyr «store rebuild».",
                    "The figures beside the work list are not right. Run “store rebuild”.",
                ),
            );
        }
        Ok(())
    }

    /// Tells that the rows of a request are not what its log says.
    fn tell_of_list(&mut self, request: i64) {
        self.tell(
            Some(request),
            None,
            "projection-differs",
            Trilingual::fixed(
                "Arbeidslisten sier noe annet enn loggen. Kjør «store rebuild».",
                "Arbeidslista seier noko anna enn loggen. Køyr «store rebuild».",
                "The work list says something else than the log. Run “store rebuild”.",
            ),
        );
    }

    /// The index of words against the texts that the log names.
    pub(super) fn texts(&mut self) -> Result<(), StoreProblem> {
        for request in search::differing(self.connection, self.ring)? {
            let message = Trilingual::fixed(
                "Søket finner ikke det som står i tekstene. Kjør «store rebuild».",
                "Søket finn ikkje det som står i tekstane. Køyr «store rebuild».",
                "The search does not find what the texts say. Run “store rebuild”.",
            );
            self.tell(request, None, "search-differs", message);
        }
        Ok(())
    }

    /// Rows of requests that no log knows.
    pub(super) fn ghosts(&mut self) -> Result<(), StoreProblem> {
        for (table, code, message) in [
            (
                "request_row",
                "projection-differs",
                Trilingual::fixed(
                    "Arbeidslisten har en sak som loggen ikke kjenner. Kjør «store rebuild».",
                    "Arbeidslista har ei sak som loggen ikkje kjenner. Køyr «store rebuild».",
                    "The work list has a case that the log does not know. Run “store rebuild”.",
                ),
            ),
            (
                "case_row",
                "projection-differs",
                Trilingual::fixed(
                    "Arbeidslisten har en sak som loggen ikke kjenner. Kjør «store rebuild».",
                    "Arbeidslista har ei sak som loggen ikkje kjenner. Køyr «store rebuild».",
                    "The work list has a case that the log does not know. Run “store rebuild”.",
                ),
            ),
            (
                "task_row",
                "projection-differs",
                Trilingual::fixed(
                    "Arbeidslisten har en oppgave som loggen ikke kjenner. Kjør «store rebuild».",
                    "Arbeidslista har ei oppgåve som loggen ikkje kjenner. Køyr «store rebuild».",
                    "The work list has a task that the log does not know. Run “store rebuild”.",
                ),
            ),
            (
                "breach_row",
                "projection-differs",
                Trilingual::fixed(
                    "Arbeidslisten har et avvik som loggen ikke kjenner. Kjør «store rebuild».",
                    "Arbeidslista har eit avvik som loggen ikkje kjenner. Køyr «store rebuild».",
                    "The work list has a breach that the log does not know. Run “store rebuild”.",
                ),
            ),
            (
                "content",
                "content-unknown",
                Trilingual::fixed(
                    "Det ligger innhold her som loggen ikke kjenner.",
                    "Det ligg innhald her som loggen ikkje kjenner.",
                    "There is content here that the log does not know.",
                ),
            ),
            (
                "letter_draft",
                "draft-unknown",
                Trilingual::fixed(
                    "Det ligger et brevutkast her til en henvendelse som loggen ikke kjenner.",
                    "Det ligg eit brevutkast her til ein førespurnad som loggen ikkje kjenner.",
                    "There is a draft of a letter here for a request that the log does not know.",
                ),
            ),
            (
                "access_log",
                "access-unknown",
                Trilingual::fixed(
                    "Noen har sett på en henvendelse som loggen ikke kjenner: lageret kan være kuttet.",
                    "Nokon har sett på ein førespurnad som loggen ikkje kjenner: lageret kan vere kutta.",
                    "Somebody looked at a request that the log does not know: the store may have been cut back.",
                ),
            ),
        ] {
            let mut statement = self.connection.prepare(&format!(
                "SELECT DISTINCT request FROM {table} WHERE request IS NOT NULL \
                 AND request NOT IN (SELECT request FROM event) ORDER BY request"
            ))?;
            for request in statement.query_map([], |row| row.get(0))? {
                self.tell(Some(request?), None, code, message.clone());
            }
        }
        Ok(())
    }

    fn projected(&self, request: RequestNumber) -> Option<(Projected, i64)> {
        // A log or a person that cannot be read has been told of above.
        let log = log::read(self.connection, request).ok()?;
        let person = rebuild::person_of(self.connection, self.ring, request, &log.events).ok()?;
        Some((Projected::of_log(request, &log.events, person.as_ref())?, number::key(request)))
    }

    fn rows(&self, table: &str, columns: &str, request: i64) -> Result<Vec<Vec<Value>>, StoreProblem> {
        let mut statement = self
            .connection
            .prepare_cached(&format!("SELECT {columns} FROM {table} WHERE request = ?1 ORDER BY {columns}"))?;
        let width = statement.column_count();
        let rows = statement
            .query_map([request], |row| (0..width).map(|place| row.get(place)).collect::<rusqlite::Result<_>>())?
            .collect::<rusqlite::Result<_>>()?;
        Ok(rows)
    }
}
fn sum(one: Counts, other: Counts) -> Counts {
    Counts {
        requests: one.requests + other.requests,
        cases: one.cases + other.cases,
        open_cases: one.open_cases + other.open_cases,
        open_section_25: one.open_section_25 + other.open_section_25,
        section_25_stages: std::array::from_fn(|place| one.section_25_stages[place] + other.section_25_stages[place]),
    }
}
