//! A line of figures as somebody sees it: whole inside the office, and with what must be hidden left out where it is published.

use chrono::{Datelike, NaiveDate};

use super::hide::{Column, FEWEST, Hidden, hidden_cells, hidden_totals};
use super::rank::Ranked;
use super::table::{Measures, OUTCOMES, Table};
use crate::wording::{Told, Trilingual};

/// A line of figures. What is hidden is `None`, and so is what there is nothing to tell of, such as the median of no answers.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Shown {
    /// Received.
    pub received: Option<u64>,
    /// Answered.
    pub answered: Option<u64>,
    /// Answered on time.
    pub on_time: Option<u64>,
    /// Answered late.
    pub late: Option<u64>,
    /// Those on time of those answered, as a whole per cent, a half rounded up.
    pub on_time_percent: Option<u64>,
    /// The median of days from receipt to answer.
    pub median_days: Option<u64>,
    /// The 90th percentile of them.
    pub ninetieth_days: Option<u64>,
    /// How many had a pause.
    pub suspended: Option<u64>,
    /// The days of all pauses.
    pub suspended_days: Option<u64>,
    /// How many were extended.
    pub extended: Option<u64>,
    /// What they came to.
    pub outcomes: [Option<u64>; OUTCOMES],
    /// Appeals.
    pub appeals: Option<u64>,
    /// Complaints to Datatilsynet.
    pub to_authority: Option<u64>,
}

/// A line with nothing hidden.
#[must_use]
pub fn plain(measures: &Measures) -> Shown {
    let days = |ranked: Option<Ranked>| ranked.map(|ranked| u64::from(ranked.value));
    Shown {
        received: Some(measures.received),
        answered: Some(measures.answered),
        on_time: Some(measures.on_time),
        late: Some(measures.late),
        on_time_percent: percent(measures.on_time, measures.answered),
        median_days: days(measures.median_days),
        ninetieth_days: days(measures.ninetieth_days),
        suspended: Some(measures.suspended),
        suspended_days: Some(measures.suspended_days),
        extended: Some(measures.extended),
        outcomes: measures.outcomes.map(Some),
        appeals: Some(measures.appeals),
        to_authority: Some(measures.to_authority),
    }
}

/// A table as it is published: its lines, and the line of totals.
#[must_use]
pub fn published(table: &Table) -> (Vec<Shown>, Shown) {
    let counts: Vec<_> = table.rows.iter().map(|(_, measures)| measures.counts()).collect();
    let total = table.total.counts();
    let rows = table.rows.iter().zip(hidden_cells(&counts, &total));
    // Pauses and extensions would be further equations between the lines; they are told of all cases together.
    let rows = rows.map(|((_, measures), hidden)| Shown {
        suspended: None,
        suspended_days: None,
        extended: None,
        ..without(measures, &hidden)
    });
    (rows.collect(), without(&table.total, &hidden_totals(&total)))
}

/// A line without what is hidden, and without what is told of what is hidden.
fn without(measures: &Measures, hidden: &Hidden) -> Shown {
    let whole = plain(measures);
    let show = |column: Column, count: Option<u64>| count.filter(|_| !hidden[column.place()]);
    let answered = show(Column::Answered, whole.answered);
    let on_time = show(Column::OnTime, whole.on_time);
    // A percentile that fewer than five stand behind on either side is a person's own.
    let days = |ranked: Option<Ranked>| {
        let ranked = ranked.filter(|ranked| ranked.at_or_below >= FEWEST && ranked.at_or_above >= FEWEST);
        ranked.filter(|_| answered.is_some()).map(|ranked| u64::from(ranked.value))
    };
    // The others are counted by subtraction, so there must be as many of them.
    let part = |count: u64| answered.filter(|all| count >= FEWEST && all - count >= FEWEST).map(|_| count);
    let suspended = part(measures.suspended);
    Shown {
        received: show(Column::Received, whole.received),
        answered,
        on_time,
        late: show(Column::Late, whole.late),
        on_time_percent: answered.zip(on_time).and_then(|(answered, on_time)| percent(on_time, answered)),
        median_days: days(measures.median_days),
        ninetieth_days: days(measures.ninetieth_days),
        suspended,
        suspended_days: suspended.map(|_| measures.suspended_days),
        extended: part(measures.extended),
        outcomes: std::array::from_fn(|place| show(Column::Outcome(place), whole.outcomes[place])),
        appeals: show(Column::Appeals, whole.appeals),
        to_authority: show(Column::ToAuthority, whole.to_authority),
    }
}

fn percent(part: u64, whole: u64) -> Option<u64> {
    (part * 200 + whole).checked_div(2 * whole)
}

/// Why the figures of a period are not published.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.text().nb)]
pub enum NotPublishable {
    /// It is not a whole calendar year.
    NotOneYear,
    /// The year is not over.
    NotOver,
}

impl NotPublishable {
    /// A short code to branch on.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::NotOneYear => "not-one-year",
            Self::NotOver => "year-not-over",
        }
    }
}

impl Told for NotPublishable {
    fn text(&self) -> Trilingual {
        match self {
            Self::NotOneYear => Trilingual::fixed(
                "Tall som skal offentliggjøres, må gjelde ett helt kalenderår. Ellers kan små tall regnes ut av to rapporter som overlapper. Velg 1. januar til 31. desember.",
                "Tal som skal offentleggjerast, må gjelde eitt heilt kalenderår. Elles kan små tal reknast ut av to rapportar som overlappar. Vel 1. januar til 31. desember.",
                "Figures for publication must be about one whole calendar year. Otherwise small counts can be worked out from two reports that overlap. Choose 1 January to 31 December.",
            ),
            Self::NotOver => Trilingual::fixed(
                "Året er ikke over. Tallene for det kan offentliggjøres fra 1. januar året etter.",
                "Året er ikkje over. Tala for det kan offentleggjerast frå 1. januar året etter.",
                "The year is not over. Its figures can be published from 1 January of the year after.",
            ),
        }
    }
}

/// Passes for a period whose figures may be published, seen on a day.
///
/// # Errors
/// [`NotPublishable`].
pub fn publishable(from_on: NaiveDate, to_on: NaiveDate, today: NaiveDate) -> Result<(), NotPublishable> {
    let is_day = |on: NaiveDate, month, day| (on.month(), on.day()) == (month, day);
    if !(is_day(from_on, 1, 1) && is_day(to_on, 12, 31) && from_on.year() == to_on.year()) {
        return Err(NotPublishable::NotOneYear);
    }
    if to_on < today { Ok(()) } else { Err(NotPublishable::NotOver) }
}
