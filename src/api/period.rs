//! The figures of a period as the window and the files show them. One list of columns decides what every form has, in which order.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::adapter::exchange::{Cell, SheetOf, csv, workbook};
use crate::casework::statistics::{By, FEWEST, Key, OUTCOMES, Shown, outcome_at};
use crate::usecase::{PeriodFigures, Rules};
use crate::wording::dates::month;
use crate::wording::{Language, Trilingual};

/// What stands for a count that is hidden, as Statistics Norway writes it.
pub const HIDDEN: &str = ":";

/// What figures are asked for.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(optional_fields = nullable)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct PeriodInput {
    pub from: String,
    pub to: String,
    /// `register`, `right`, `track` or `month`; without it, a table by each.
    pub by: Option<String>,
    /// Whether it is to be published, so that small counts are hidden.
    #[serde(default)]
    #[ts(as = "Option<bool>", optional)]
    pub published: bool,
    /// `nb`, `nn` or `en`; without it, the language of the desk.
    pub language: Option<String>,
}

/// The figures of a period as a file.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct PeriodExport {
    pub figures: PeriodInput,
    /// `csv`, `xlsx` or `pdf`.
    pub format: String,
}

/// A column of the figures.
#[derive(Clone, Debug, Serialize, TS)]
#[allow(missing_docs)]
pub struct PeriodColumn {
    pub id: String,
    pub label: String,
}

/// A line of the figures: a value for each column, in their order. A count that is hidden has none, nor has what there is nothing to tell
/// of, such as the median of no answers.
#[derive(Clone, Debug, Serialize, TS)]
#[allow(missing_docs)]
pub struct PeriodLine {
    /// The register, the right, the track or the month (`2026-03`); `alle` for the total.
    pub id: String,
    pub label: String,
    pub values: Vec<Option<u64>>,
}

/// The figures by one thing.
#[derive(Clone, Debug, Serialize, TS)]
#[allow(missing_docs)]
pub struct PeriodTableAnswer {
    /// `register`, `right`, `track` or `month`.
    pub by: String,
    pub label: String,
    pub rows: Vec<PeriodLine>,
}

/// The figures of a period.
#[derive(Clone, Debug, Serialize, TS)]
#[allow(missing_docs)]
pub struct PeriodAnswer {
    pub from: String,
    pub to: String,
    /// The day on which they were made.
    pub today: String,
    pub language: String,
    pub published: bool,
    pub columns: Vec<PeriodColumn>,
    pub total: PeriodLine,
    pub tables: Vec<PeriodTableAnswer>,
    /// How it was counted, and what is hidden.
    pub notes: Vec<String>,
}

/// What a column has of a line.
type Value = fn(&Shown) -> Option<u64>;

/// The columns before the outcomes. Whoever reads a file with a program goes by their order, so new ones are added at the end.
const BEFORE: [(&str, Trilingual, Value); 10] = [
    ("received", Trilingual::fixed("Mottatt", "Motteke", "Received"), |line| line.received),
    ("answered", Trilingual::fixed("Besvart", "Svara på", "Answered"), |line| line.answered),
    ("on_time", Trilingual::fixed("Innen fristen", "Innan fristen", "On time"), |line| line.on_time),
    ("late", Trilingual::fixed("For sent", "For seint", "Late"), |line| line.late),
    (
        "on_time_percent",
        Trilingual::fixed("Prosent innen fristen", "Prosent innan fristen", "Per cent on time"),
        |line| line.on_time_percent,
    ),
    ("median_days", Trilingual::fixed("Dager, median", "Dagar, median", "Days, median"), |line| line.median_days),
    (
        "ninetieth_days",
        Trilingual::fixed("Dager, 90-persentil", "Dagar, 90-persentil", "Days, 90th percentile"),
        |line| line.ninetieth_days,
    ),
    ("suspended", Trilingual::fixed("Satt på vent", "Sett på vent", "Paused"), |line| line.suspended),
    ("suspended_days", Trilingual::fixed("Dager på vent", "Dagar på vent", "Paused days"), |line| {
        line.suspended_days
    }),
    ("extended", Trilingual::fixed("Forlenget frist", "Forlengd frist", "Extended"), |line| line.extended),
];

/// The columns after them.
const AFTER: [(&str, Trilingual, Value); 2] = [
    ("appeals", Trilingual::fixed("Klager på vedtak", "Klager på vedtak", "Appeals"), |line| line.appeals),
    (
        "complaints_to_authority",
        Trilingual::fixed("Klager til Datatilsynet", "Klager til Datatilsynet", "Complaints to Datatilsynet"),
        |line| line.to_authority,
    ),
];

/// A case that was opened again and is not decided anew.
const REOPENED: (&str, Trilingual) = ("gjenapnet", Trilingual::fixed("Gjenåpnet", "Opna igjen", "Reopened"));
const ALL: Trilingual = Trilingual::fixed("Alle", "Alle", "All");

/// How many columns have to do with time, what became of answers, and what came after.
pub(super) const TIME: std::ops::Range<usize> = 0..7;
pub(super) const COURSE: std::ops::Range<usize> = 7..10;
pub(super) const OUTCOME: std::ops::Range<usize> = 10..10 + OUTCOMES;
pub(super) const COMPLAINTS: std::ops::Range<usize> = 10 + OUTCOMES..12 + OUTCOMES;

fn columns(language: Language) -> Vec<PeriodColumn> {
    let column = |id: &str, label: &str| PeriodColumn { id: id.to_owned(), label: label.to_owned() };
    let outcomes = (0..OUTCOMES).map(|place| match outcome_at(place) {
        Some(outcome) => column(outcome.id(), &outcome.label(language)),
        None => column(REOPENED.0, REOPENED.1.get(language)),
    });
    let fixed = |(id, label, _): &(&str, Trilingual, Value)| column(id, label.get(language));
    BEFORE.iter().map(fixed).chain(outcomes).chain(AFTER.iter().map(fixed)).collect()
}

fn line(id: &str, label: &str, shown: &Shown) -> PeriodLine {
    let value = |(_, _, value): &(&str, Trilingual, Value)| value(shown);
    let values = BEFORE.iter().map(value).chain(shown.outcomes).chain(AFTER.iter().map(value)).collect();
    PeriodLine { id: id.to_owned(), label: label.to_owned(), values }
}

impl PeriodAnswer {
    /// The figures in words of a language.
    #[must_use]
    pub fn of(figures: &PeriodFigures, rules: &Rules, today: chrono::NaiveDate, language: Language) -> Self {
        let wanted = &figures.wanted;
        let tables = figures.tables.iter().map(|table| PeriodTableAnswer {
            by: table.by.id().to_owned(),
            label: table.by.label().get(language).to_owned(),
            rows: table
                .rows
                .iter()
                .map(|(key, shown)| {
                    let (id, label) = named(key, rules, language);
                    line(&id, &label, shown)
                })
                .collect(),
        });
        Self {
            from: wanted.from_on.to_string(),
            to: wanted.to_on.to_string(),
            today: today.to_string(),
            language: language.code().to_owned(),
            published: wanted.published,
            columns: columns(language),
            total: line("alle", ALL.get(language), &figures.total),
            tables: tables.collect(),
            notes: notes(wanted.published, language),
        }
    }

    /// The language that its words are in.
    #[must_use]
    pub fn language(&self) -> Language {
        self.language.parse().unwrap_or_default()
    }

    /// What stands in a cell for a value.
    #[must_use]
    pub fn written(&self, value: Option<u64>) -> String {
        match value {
            Some(value) => value.to_string(),
            None if self.published => HIDDEN.to_owned(),
            None => "–".to_owned(),
        }
    }

    /// The figures as a file with semicolons: the total first, then each table.
    #[must_use]
    pub fn csv(&self) -> Vec<u8> {
        let heads = self.heads();
        csv(&heads.iter().map(String::as_str).collect::<Vec<_>>(), &self.cells())
    }

    /// The same as a workbook, with how it was counted on a sheet of its own.
    #[must_use]
    pub fn xlsx(&self) -> Vec<u8> {
        let (heads, language) = (self.heads(), self.language());
        let notes: Vec<Vec<Cell>> = self.notes.iter().map(|note| vec![Cell::Text(note.clone())]).collect();
        let figures = SheetOf {
            name: language.pick("Tall", "Tal", "Figures"),
            heads: &heads.iter().map(String::as_str).collect::<Vec<_>>(),
            rows: &self.cells(),
        };
        let how = language.pick("Slik er det telt", "Slik er det talt", "How it was counted");
        workbook(&[figures, SheetOf { name: how, heads: &[how], rows: &notes }])
    }

    fn heads(&self) -> Vec<String> {
        let name = self.language().pick("Navn", "Namn", "Name");
        let first = [self.language().pick("Delt etter", "Delt etter", "By"), "Id", name];
        first.map(str::to_owned).into_iter().chain(self.columns.iter().map(|column| column.label.clone())).collect()
    }

    fn cells(&self) -> Vec<Vec<Cell>> {
        let cell = |value: &Option<u64>| match value {
            Some(value) => Cell::Number(*value),
            None if self.published => Cell::Text(HIDDEN.to_owned()),
            None => Cell::Empty,
        };
        let row = |by: &str, line: &PeriodLine| {
            let words = [by, &line.id, &line.label].map(|word| Cell::Text(word.to_owned()));
            words.into_iter().chain(line.values.iter().map(cell)).collect()
        };
        let tables = self.tables.iter().flat_map(|table| table.rows.iter().map(|line| row(&table.by, line)));
        std::iter::once(row(&self.total.id, &self.total)).chain(tables).collect()
    }
}

fn named(key: &Key, rules: &Rules, language: Language) -> (String, String) {
    match key {
        Key::Register(id) => {
            let short = rules.catalogue.get(id).map(|register| register.short.clone());
            (id.to_string(), short.unwrap_or_else(|| id.to_string()))
        }
        Key::Right(right) => (right.id().to_owned(), right.label(language)),
        Key::Track(track) => (track.id().to_owned(), track.label(language)),
        Key::Month(of) => {
            let first = of.first_day();
            (of.to_string(), format!("{} {}", month(first, language), first.format("%Y")))
        }
    }
}

/// How it was counted, in words.
fn notes(published: bool, language: Language) -> Vec<String> {
    let always = [
        Trilingual::fixed(
            "En sak er mottatt den dagen henvendelsen kom, og besvart den dagen personen først fikk svar, melding om hvem som svarer, eller selv trakk kravet.",
            "Ei sak er motteken den dagen førespurnaden kom, og svara på den dagen personen først fekk svar, melding om kven som svarer, eller sjølv trekte kravet.",
            "A case is received on the day on which the request came, and answered on the day on which the person first had an answer, was told who answers, or withdrew the claim.",
        ),
        Trilingual::fixed(
            "Innen fristen er svar som er sendt senest den siste dagen programmet har regnet ut for saken: én måned fra mottak, eller tre når melding om lengre frist er sendt i tide, med pauser (personvernforordningen art. 12 nr. 3).",
            "Innan fristen er svar som er sende seinast den siste dagen programmet har rekna ut for saka: éin månad frå mottak, eller tre når melding om lengre frist er send i tide, med pausar (personvernforordninga art. 12 nr. 3).",
            "On time are answers sent on or before the last day that the program computed for the case: one month from receipt, or three where a notice of extension was sent in time, with pauses (GDPR Art. 12(3)).",
        ),
        Trilingual::fixed(
            "Dager er kalenderdager fra mottak til svar, også dager på vent. Median og 90-persentil er nærmeste rang: den minste verdien som minst halvparten, eller ni av ti, ligger på eller under.",
            "Dagar er kalenderdagar frå mottak til svar, også dagar på vent. Median og 90-persentil er næraste rang: den minste verdien som minst halvparten, eller ni av ti, ligg på eller under.",
            "Days are calendar days from receipt to the answer, days of pauses too. Median and 90th percentile are by the nearest rank: the least value that at least half, or nine of ten, are at or below.",
        ),
        Trilingual::fixed(
            "Frist, pauser, forlengelse og utfall gjelder saker som er besvart i perioden. Saker som er ubesvart og over fristen, står i rapporten over frister.",
            "Frist, pausar, forlenging og utfall gjeld saker som er svara på i perioden. Saker som det ikkje er svara på, og som er over fristen, står i rapporten over fristar.",
            "Deadline, pauses, extension and outcome are those of cases answered in the period. Cases that are unanswered and overdue stand in the report of the deadlines.",
        ),
    ];
    let hidden = [
        Trilingual::made(
            format!(
                "Tegnet «{HIDDEN}» betyr at tallet ikke vises. Tall under {FEWEST} er skjult, også 0, og så mange andre tall at de ikke kan regnes ut. Andeler og dager som bygger på skjulte tall, er skjult, og det er også dager som færre enn {FEWEST} saker ligger på eller under, eller på eller over."
            ),
            format!(
                "Teiknet «{HIDDEN}» tyder at talet ikkje blir vist. Tal under {FEWEST} er gøymde, også 0, og så mange andre tal at dei ikkje kan reknast ut. Delar og dagar som byggjer på gøymde tal, er gøymde, og det er også dagar som færre enn {FEWEST} saker ligg på eller under, eller på eller over."
            ),
            format!(
                "The sign “{HIDDEN}” means that the figure is not shown. Counts below {FEWEST} are hidden, 0 too, and so many others that they cannot be worked out. Shares and days that rest on hidden counts are hidden, and so are days that fewer than {FEWEST} cases are at or below, or at or above."
            ),
        ),
        Trilingual::made(
            format!(
                "Framgangsmåten er den Statistisk sentralbyrå beskriver i «Personopplysninger i statistikken» (ssb.no). At grensen er {FEWEST}, er kontorets eget valg, og det er ikke avklart: SSB nevner 3 som eksempel, og statistikkloven § 7 gjelder ikke for kontoret."
            ),
            format!(
                "Framgangsmåten er den som Statistisk sentralbyrå beskriv i «Personopplysninger i statistikken» (ssb.no). At grensa er {FEWEST}, er kontoret sitt eige val, og det er ikkje avklart: SSB nemner 3 som døme, og statistikklova § 7 gjeld ikkje for kontoret."
            ),
            format!(
                "The method is the one that Statistics Norway describes in “Personopplysninger i statistikken” (ssb.no). That the limit is {FEWEST} is the office's own choice, and doubtful: Statistics Norway names 3 as an example, and section 7 of the Statistics Act does not bind the office."
            ),
        ),
        Trilingual::fixed(
            "Pauser og forlengelser vises bare for alle saker samlet. Det offentliggjøres bare tall for hele kalenderår, så ingen tall kan regnes ut av to rapporter som overlapper.",
            "Pausar og forlengingar blir berre viste for alle saker samla. Det blir berre offentleggjort tal for heile kalenderår, så ingen tal kan reknast ut av to rapportar som overlappar.",
            "Pauses and extensions are shown for all cases together only. Figures are published for whole calendar years alone, so that none can be worked out from two reports that overlap.",
        ),
    ];
    let hidden = hidden.iter().filter(|_| published);
    always.iter().chain(hidden).map(|note| note.get(language).to_owned()).collect()
}

/// What the figures are told by: what was asked for, or each.
///
/// # Errors
/// As the parser of [`By`].
pub(super) fn wanted_by(by: Option<&str>) -> Result<Vec<By>, crate::casework::statistics::UnknownBy> {
    by.map_or(Ok(By::ALL.to_vec()), |word| word.parse().map(|by| vec![by]))
}
