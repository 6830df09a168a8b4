//! The figures of a period. No person is shown, so nothing is entered in the log of readings.

use chrono::NaiveDate;

use super::problem::Problem;
use super::workplace::Workplace;
use crate::casework::access::Permission;
use crate::casework::statistics::{By, Facts, Key, Month, Shown, Table, plain, publishable, published};
use crate::law::rights::{Right, Track};

/// What figures are asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FiguresWanted {
    /// The first day.
    pub from_on: NaiveDate,
    /// The last day.
    pub to_on: NaiveDate,
    /// What there is a table by.
    pub by: Vec<By>,
    /// Whether they are to be published, so that small counts are hidden.
    pub published: bool,
}

/// One table of the figures.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PeriodTable {
    /// What it is by.
    pub by: By,
    /// Its lines.
    pub rows: Vec<(Key, Shown)>,
}

/// The figures of a period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PeriodFigures {
    /// What was asked for.
    pub wanted: FiguresWanted,
    /// All of it together.
    pub total: Shown,
    /// The tables.
    pub tables: Vec<PeriodTable>,
}

impl Workplace<'_> {
    /// The figures of a period.
    ///
    /// # Errors
    /// [`Problem::Role`] for a caseworker, [`Problem::NotPublishable`], or the store's.
    pub fn period_figures(&mut self, wanted: FiguresWanted) -> Result<PeriodFigures, Problem> {
        self.user.require(Permission::ReadFigures)?;
        if wanted.published {
            publishable(wanted.from_on, wanted.to_on, self.today())?;
        }
        let facts = self.store.facts(wanted.from_on, wanted.to_on)?;
        let (_, total) = self.table(&facts, &wanted, By::Track);
        let tables = wanted.by.iter().map(|by| self.table(&facts, &wanted, *by).0).collect();
        Ok(PeriodFigures { total, tables, wanted })
    }

    fn table(&self, facts: &Facts, wanted: &FiguresWanted, by: By) -> (PeriodTable, Shown) {
        let table = Table::of(facts, by, self.lines(wanted, by));
        let (rows, total) = if wanted.published {
            published(&table)
        } else {
            (table.rows.iter().map(|(_, measures)| plain(measures)).collect(), plain(&table.total))
        };
        (PeriodTable { by, rows: table.rows.into_iter().map(|(key, _)| key).zip(rows).collect() }, total)
    }

    /// The lines that stand in a table also where nothing is counted in them: the months, and in what is published every one, since a line
    /// that is left out says that all of it is nothing.
    fn lines(&self, wanted: &FiguresWanted, by: By) -> Vec<Key> {
        match by {
            By::Month => Month::between(wanted.from_on, wanted.to_on).into_iter().map(Key::Month).collect(),
            By::Register | By::Right | By::Track if !wanted.published => Vec::new(),
            By::Register => {
                self.rules.catalogue.registers().map(|register| Key::Register(register.id.clone())).collect()
            }
            By::Right => Right::ALL.map(Key::Right).to_vec(),
            By::Track => Track::ALL.map(Key::Track).to_vec(),
        }
    }
}
