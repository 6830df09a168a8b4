//! Which counts are hidden in what is published.
//!
//! A count of fewer than five is hidden, and nought with it: were nought shown, a hidden count would be known to be one to four. What is
//! hidden must not follow from the rest by subtraction either, so further counts are hidden until the equations that a reader can set
//! up leave room: whatever is shown, a small count can be anything from 0 to 4 at least, and another hidden count can be at least five
//! different ones in a row. The equations are that every column adds up to its total; that the answered cases of a line are those on
//! time and those late; and that they are those of each outcome. All tables of one period are meant to be read side by side:
//!
//! 1. The totals come first. They do not depend on what the cases are told by, so every table has the same ones.
//! 2. Where a total is hidden, so is its whole column, in every table.
//! 3. Inside a table what is shown of the totals is left as it is. How far a hidden count could move is found by sending that much through
//!    the network of the hidden cells (see [`super::flow`]); where it cannot, the cheapest cells on the way are hidden too.
//!
//! What a reader gets to know from one table leaves the others as free as they were, since tables of one period share their totals alone,
//! and a move in one of them changes no total that is shown.
//!
//! The source. Statistics Norway hides cells that rest on few observations and other cells as well, so that the hidden ones cannot be
//! worked out, and writes «:» in their place (ssb.no, «Personopplysninger i statistikken»; compare statistikkloven § 7, which binds official
//! statistics and not this office). It names three as an example. **That the limit here is five is the office's own, stricter choice and
//! has no source in law; it is doubtful and told as such.**
//!
//! What this does not do. It protects counts, not what somebody knows from elsewhere. Two reports of one period that were made at
//! different times differ by what was corrected in between. Hence only a whole calendar year that is over is published
//! ([`super::publishable`]): two such periods are one and the same or have no day in common, so nothing is learnt from the difference.

use super::flow::Network;
use super::table::{Measures, OUTCOMES};

/// A count of fewer than this is hidden.
pub const FEWEST: u64 = 5;

/// How many counts a line has.
pub const COLUMNS: usize = 6 + OUTCOMES;

/// The counts of a line, in the order of [`Column::place`].
pub type Counts = [u64; COLUMNS];

/// Which of them are hidden.
pub type Hidden = [bool; COLUMNS];

/// A count of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// Received.
    Received,
    /// Answered.
    Answered,
    /// Answered on time.
    OnTime,
    /// Answered late.
    Late,
    /// Appeals.
    Appeals,
    /// Complaints to Datatilsynet.
    ToAuthority,
    /// Answered with the outcome at a place.
    Outcome(usize),
}

impl Column {
    /// Where it stands among the counts.
    #[must_use]
    pub const fn place(self) -> usize {
        match self {
            Self::Received => 0,
            Self::Answered => 1,
            Self::OnTime => 2,
            Self::Late => 3,
            Self::Appeals => 4,
            Self::ToAuthority => 5,
            Self::Outcome(place) => 6 + place,
        }
    }

    fn outcomes() -> impl Iterator<Item = usize> + Clone {
        (0..OUTCOMES).map(|place| Self::Outcome(place).place())
    }
}

/// The columns that stand in no equation but that of their total.
const ALONE: [usize; 3] = [Column::Received.place(), Column::Appeals.place(), Column::ToAuthority.place()];
const ANSWERED: usize = Column::Answered.place();
const TIMING: [usize; 2] = [Column::OnTime.place(), Column::Late.place()];

impl Measures {
    /// The counts that are hidden or shown one by one.
    #[must_use]
    pub fn counts(&self) -> Counts {
        let mut counts = [0; COLUMNS];
        for (column, count) in [
            (Column::Received, self.received),
            (Column::Answered, self.answered),
            (Column::OnTime, self.on_time),
            (Column::Late, self.late),
            (Column::Appeals, self.appeals),
            (Column::ToAuthority, self.to_authority),
        ] {
            counts[column.place()] = count;
        }
        for (place, count) in self.outcomes.into_iter().enumerate() {
            counts[Column::Outcome(place).place()] = count;
        }
        counts
    }
}

/// Which totals are hidden: the small ones, and as many more as leave room between them.
#[must_use]
pub fn hidden_totals(total: &Counts) -> Hidden {
    let mut hidden = total.map(|count| count < FEWEST);
    if hidden[ANSWERED] {
        // What they came to and when is fewer still, so all of that is hidden.
        return hidden;
    }
    leave_room(total, &mut hidden, TIMING.into_iter());
    leave_room(total, &mut hidden, Column::outcomes());
    hidden
}

/// Which cells of a table are hidden, a line each. The lines add up to the total.
#[must_use]
pub fn hidden_cells(rows: &[Counts], total: &Counts) -> Vec<Hidden> {
    let of_total = hidden_totals(total);
    let small = |row: &Counts| std::array::from_fn(|column| row[column] < FEWEST || of_total[column]);
    let mut hidden: Vec<Hidden> = rows.iter().map(small).collect();
    for column in ALONE.into_iter().filter(|column| !of_total[*column]) {
        let counts: Vec<u64> = rows.iter().map(|row| row[column]).collect();
        let mut of_column: Vec<bool> = hidden.iter().map(|row| row[column]).collect();
        leave_room(&counts, &mut of_column, 0..rows.len());
        hidden.iter_mut().zip(of_column).for_each(|(row, is_hidden)| row[column] = is_hidden);
    }
    Answers { rows, total, of_total }.leave_room(&mut hidden);
    hidden
}

/// Hides the smallest of the parts of a total that is shown until the hidden ones can share at least four among two of them.
fn leave_room(counts: &[u64], hidden: &mut [bool], parts: impl Iterator<Item = usize> + Clone) {
    loop {
        let of = parts.clone().filter(|place| hidden[*place]);
        let (how_many, sum) = of.fold((0, 0), |(how_many, sum), place| (how_many + 1, sum + counts[place]));
        if how_many == 0 || (how_many > 1 && sum >= FEWEST - 1) {
            return;
        }
        let Some(next) = parts.clone().filter(|place| !hidden[*place]).min_by_key(|place| counts[*place]) else {
            return;
        };
        hidden[next] = true;
    }
}

/// The answers of a table: the network of the cells that stand in more than one equation.
struct Answers<'a> {
    rows: &'a [Counts],
    total: &'a Counts,
    of_total: Hidden,
}

/// A count of the answers: in a line, or in the line of totals.
#[derive(Clone, Copy)]
struct Cell {
    /// `None` for a total.
    row: Option<usize>,
    column: usize,
}

impl Answers<'_> {
    /// Hides more cells until each hidden one has room.
    fn leave_room(&self, hidden: &mut [Hidden]) {
        let (mut network, cells) = self.network(hidden);
        let mut next = 0;
        let mut waiting: Vec<usize> = (0..cells.len()).filter(|cell| network.is_hidden(*cell)).collect();
        while let Some(cell) = waiting.get(next).copied() {
            next += 1;
            let Cell { row, column } = cells[cell];
            let count = row.map_or(self.total[column], |row| self.rows[row][column]);
            let room = FEWEST - 1;
            // A small count may be anything from nothing to four. Any other need not, but is not known more closely than that either.
            let newly = if count < FEWEST {
                [network.move_by(cell, true, room - count), network.move_by(cell, false, count)].concat()
            } else {
                let above = network.room(cell, true, room);
                network.move_by(cell, false, room - above)
            };
            for found in newly {
                if let Cell { row: Some(row), column } = cells[found] {
                    hidden[row][column] = true;
                }
                waiting.push(found);
            }
        }
    }

    /// Nodes are equations, and each cell leads from one that it is a part of to another. Everything flows from the outcomes through the
    /// lines to what was on time and what was late, and round again.
    fn network(&self, hidden: &[Hidden]) -> (Network, Vec<Cell>) {
        let (all, out) = (0, 1);
        let of_column = |column: usize| 2 + column;
        let outcomes_of = |row: usize| 2 + COLUMNS + 2 * row;
        let timing_of = |row: usize| outcomes_of(row) + 1;
        let mut network = Network::new(2 + COLUMNS + 2 * self.rows.len());
        let mut cells = Vec::new();
        for (row, counts) in self.rows.iter().enumerate() {
            let mut put = |column: usize, from, to| {
                // To hide how many were answered hides the days as well, so that is what is hidden last.
                let price = counts[column] + 1 + if column == ANSWERED { LAST } else { 0 };
                network.put((from, to), counts[column], hidden[row][column], Some(price));
                cells.push(Cell { row: Some(row), column });
            };
            put(ANSWERED, outcomes_of(row), timing_of(row));
            TIMING.into_iter().for_each(|column| put(column, timing_of(row), of_column(column)));
            Column::outcomes().for_each(|column| put(column, of_column(column), outcomes_of(row)));
        }
        let mut put = |column: usize, from, to| {
            network.put((from, to), self.total[column], self.of_total[column], None);
            cells.push(Cell { row: None, column });
        };
        put(ANSWERED, out, all);
        TIMING.into_iter().for_each(|column| put(column, of_column(column), out));
        Column::outcomes().for_each(|column| put(column, all, of_column(column)));
        (network, cells)
    }
}

/// More than any count.
const LAST: u64 = 1 << 40;
