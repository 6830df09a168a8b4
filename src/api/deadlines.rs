//! The deadlines as the personvernombud reviews them: figures, the report of a period, and the same cases as a file.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::case::{CaseAnswer, QuestionAnswer};
use super::labels;
use super::spoken::spoken;
use crate::adapter::exchange::{Cell, csv};
use crate::casework::projection::Figure;
use crate::law::rights::Track;
use crate::usecase::Rules;
use crate::usecase::ports::FiguresOf;

/// How many cases are in one figure.
#[derive(Clone, Debug, Serialize, TS)]
#[allow(missing_docs)]
pub struct FigureCount {
    /// `forfalt`, `innen-7`, `innen-30`, `pa-vent`, `forlenget` or `ubesvart`.
    pub figure: String,
    pub label: String,
    pub count: u64,
}

/// The figures of one register or one track.
#[derive(Clone, Debug, Serialize, TS)]
#[allow(missing_docs)]
pub struct FigureRow {
    /// The register or the track.
    pub id: String,
    pub label: String,
    /// In the order of the figures.
    pub counts: Vec<u64>,
}

/// The figures of the deadlines on a day.
#[derive(Clone, Debug, Serialize, TS)]
#[allow(missing_docs)]
pub struct FiguresAnswer {
    pub today: String,
    /// Every figure, in order, over all cases.
    pub figures: Vec<FigureCount>,
    /// Those registers that have an unanswered case, the one with most first.
    pub registers: Vec<FigureRow>,
    /// Those tracks that have one, in the order of the tracks.
    pub tracks: Vec<FigureRow>,
}

impl FiguresAnswer {
    /// What was counted, summed over all and by register and track.
    #[must_use]
    pub fn of(counted: &[FiguresOf], rules: &Rules, today: chrono::NaiveDate) -> Self {
        let total = sum(counted.iter());
        let figures = Figure::ALL.into_iter().zip(total).map(|(figure, count)| FigureCount {
            figure: figure.id().to_owned(),
            label: figure.label().get(spoken()).to_owned(),
            count,
        });
        let mut registers: Vec<FigureRow> = counted
            .chunk_by(|one, other| one.register == other.register)
            .filter_map(|of| of.first().map(|first| (&first.register, sum(of.iter()))))
            .map(|(id, counts)| {
                let register = rules.catalogue.get(id);
                let label = register.map_or(id.as_str(), |register| register.short.as_str());
                FigureRow { id: id.to_string(), label: label.to_owned(), counts: counts.to_vec() }
            })
            .collect();
        // The last figure is all that are unanswered.
        registers.sort_by_key(|row| (std::cmp::Reverse(row.counts.last().copied()), row.label.clone()));
        let tracks = Track::ALL.into_iter().filter(|track| counted.iter().any(|of| of.track == *track));
        let tracks = tracks.map(|track| FigureRow {
            id: track.id().to_owned(),
            label: track.label(spoken()),
            counts: sum(counted.iter().filter(|of| of.track == track)).to_vec(),
        });
        Self { today: today.to_string(), figures: figures.collect(), registers, tracks: tracks.collect() }
    }
}

fn sum<'a>(counted: impl Iterator<Item = &'a FiguresOf>) -> [u64; Figure::ALL.len()] {
    counted.fold([0; Figure::ALL.len()], |mut sum, of| {
        sum.iter_mut().zip(of.counts).for_each(|(sum, count)| *sum += count);
        sum
    })
}

/// Which cases of the screen are written to a file.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(optional_fields = nullable)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct DeadlinesExport {
    pub figure: String,
    pub register: Option<String>,
    pub track: Option<String>,
    pub due_from: Option<String>,
    pub due_to: Option<String>,
}

/// The period of a report.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct ReportInput {
    pub from: String,
    pub to: String,
}

/// A case of a report. Of the person it has the initials, and of a protected one nothing.
#[derive(Clone, Debug, Serialize)]
#[allow(missing_docs)]
pub struct ReportRow {
    pub case: String,
    pub register: String,
    pub register_label: String,
    pub right: String,
    pub right_label: String,
    pub track: String,
    pub track_label: String,
    pub initials: Option<String>,
    pub state: String,
    pub received_on: String,
    pub due_on: Option<String>,
    pub late: bool,
    pub days_left: Option<i64>,
    pub paused_since_on: Option<String>,
    pub questions: Vec<QuestionAnswer>,
    pub due_if_answered_on: Option<String>,
    pub extended_on: Option<String>,
    pub expected_on: Option<String>,
    pub answered_on: Option<String>,
}

/// The deadlines of a period.
#[derive(Clone, Debug, Serialize)]
#[allow(missing_docs)]
pub struct DeadlineReport {
    pub from: String,
    pub to: String,
    pub today: String,
    /// The figures as they are today, whatever the period.
    pub figures: Vec<FigureCount>,
    pub registers: Vec<FigureRow>,
    pub tracks: Vec<FigureRow>,
    /// Every case, in whatever state, whose last day to answer is in the period, or would be if the answer came today.
    pub cases: Vec<ReportRow>,
}

impl ReportRow {
    /// What a report tells of a case.
    #[must_use]
    pub fn of(case: CaseAnswer) -> Self {
        Self {
            case: case.case,
            register: case.register,
            register_label: case.register_label,
            right: case.right,
            right_label: case.right_label,
            track: case.track,
            track_label: case.track_label,
            initials: case.person.initials,
            state: case.state,
            received_on: case.received_on,
            due_on: case.due_on,
            late: case.late,
            days_left: case.days_left,
            paused_since_on: case.paused_since_on,
            questions: case.questions,
            due_if_answered_on: case.due_if_answered_on,
            extended_on: case.extended_on,
            expected_on: case.expected_on,
            answered_on: case.answered_on,
        }
    }

    fn cells(&self) -> [Cell; HEADS.len()] {
        let day = |day: &Option<String>| Cell::date(day.as_deref().and_then(|day| day.parse().ok()));
        let days = |count: Option<i64>| match count {
            Some(count) if count >= 0 => Cell::Number(count.unsigned_abs()),
            Some(_) | None => Cell::Empty,
        };
        let text = |text: &str| Cell::text(Some(text));
        let grounds: Vec<&str> = self.questions.iter().map(|question| question.ground_label.as_str()).collect();
        let reply_by_on = self.questions.iter().map(|question| question.reply_by_on.clone()).min();
        [
            text(&self.case),
            text(&self.register_label),
            text(&self.right_label),
            text(&self.track_label),
            Cell::text(self.initials.as_deref()),
            text(labels::state_words(&self.state)),
            day(&Some(self.received_on.clone())),
            day(&self.due_on),
            days(self.days_left),
            days(self.days_left.filter(|_| self.late).map(|left| -left)),
            day(&self.paused_since_on),
            Cell::text((!grounds.is_empty()).then(|| grounds.join(", "))),
            day(&reply_by_on),
            day(&self.due_if_answered_on),
            day(&self.extended_on),
            day(&self.expected_on),
            day(&self.answered_on),
        ]
    }
}

/// The heads of the columns. Whoever reads the file with a program goes by them, so they do not change.
const HEADS: [&str; 17] = [
    "Saksnummer",
    "Register",
    "Rettighet",
    "Spor",
    "Initialer",
    "Tilstand",
    "Mottatt",
    "Svarfrist",
    "Dager igjen",
    "Dager over fristen",
    "På vent siden",
    "Venter på",
    "Svar innen",
    "Svarfrist hvis svaret kom i dag",
    "Melding om lengre frist sendt",
    "Svar varslet til",
    "Besvart",
];

/// The cases as a file for a spreadsheet.
#[must_use]
pub fn cases_as_csv(cases: &[ReportRow]) -> Vec<u8> {
    let rows: Vec<Vec<Cell>> = cases.iter().map(|case| case.cells().to_vec()).collect();
    csv(&HEADS, &rows)
}
