//! The figures of a period: what was received, answered and complained about, how long it took, and what it came to. Pure; what is
//! counted are dates that the program has computed already, and nothing is computed otherwise here.
//!
//! A case counts as received on the day of receipt, as answered on the day on which its person first got word, and as complained about on
//! the day on which each complaint came; so a case can be received in one period and answered in the next. Time, deadline, pauses,
//! extension and outcome are those of the cases that were answered in the period. What is still unanswered and late is told by the report
//! of the deadlines, not here.

mod facts;
mod flow;
mod hide;
mod rank;
mod shown;
mod table;

pub use facts::{Answered, Complained, Facts, Kind, Month, Received};
pub use hide::{COLUMNS, Column, Counts, FEWEST, Hidden, hidden_cells, hidden_totals};
pub use rank::{MEDIAN, NINETIETH, Ranked, ranked};
pub use shown::{NotPublishable, Shown, plain, publishable, published};
pub use table::{By, Key, Measures, OUTCOMES, Table, UnknownBy, outcome_at};
