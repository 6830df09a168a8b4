//! Forecasts of the deadlines, as they are shown: figures with their margins, what they rest on, and how good earlier ones were.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::spoken::{say, spoken};
use crate::casework::forecast::{Band, Forecast, Hands, Plan, RegisterForecast};
use crate::law::register::RegisterId;
use crate::usecase::{Foresight, Hindsight, Rules};
use crate::wording::Trilingual;

/// What is to be forecast. What is left out is as usual: twelve weeks, five hundred runs.
#[derive(Clone, Debug, Default, Deserialize, TS)]
#[ts(optional_fields = nullable)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct ForecastInput {
    pub weeks: Option<u32>,
    /// What chance begins with. The same seed and the same store give the same figures.
    pub seed: Option<u32>,
    pub runs: Option<u32>,
    pub register: Option<String>,
}

/// How far a forecast has come: how many of its runs are made. When all are, more hands are tried.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, TS)]
#[allow(missing_docs)]
pub struct ForecastProgress {
    pub done: u32,
    pub of: u32,
}

/// The margin of a figure: eight in ten runs lie from `low` to `high`, and half of them are no more than `median`.
#[derive(Clone, Copy, Debug, Serialize, TS)]
#[allow(missing_docs)]
pub struct BandAnswer {
    pub low: u32,
    pub median: u32,
    pub high: u32,
}

/// A week to come.
#[derive(Clone, Debug, Serialize, TS)]
#[allow(missing_docs)]
pub struct ForecastWeekAnswer {
    /// How many weeks ahead.
    pub week: u32,
    /// Its last day.
    pub on: String,
    pub late: BandAnswer,
    /// `None` in a forecast of one register.
    pub unanswered: Option<BandAnswer>,
}

/// A register with enough history, or the others together.
#[derive(Clone, Debug, Serialize, TS)]
#[allow(missing_docs)]
pub struct RegisterForecastAnswer {
    /// `None` for the others together.
    pub id: Option<String>,
    pub label: String,
    pub late_now: u32,
    /// At the end of each week.
    pub late: Vec<BandAnswer>,
}

/// A register by its name.
#[derive(Clone, Debug, Serialize, TS)]
#[allow(missing_docs)]
pub struct PooledRegister {
    pub id: String,
    pub label: String,
}

/// How many cases will be late.
#[derive(Clone, Debug, Serialize, TS)]
#[allow(missing_docs)]
pub struct ForecastAnswer {
    pub today: String,
    pub seed: u32,
    pub runs: u32,
    /// What it was made from: the first day, whole weeks, and the cases that came in during them.
    pub since_on: String,
    pub history_weeks: u32,
    pub history_cases: u32,
    /// How cases go was read from one in so many requests.
    pub one_of: u32,
    /// The register, where it is of one alone.
    pub register: Option<String>,
    pub late_now: u32,
    /// `None` in a forecast of one register.
    pub unanswered_now: Option<u32>,
    pub weeks: Vec<ForecastWeekAnswer>,
    pub registers: Vec<RegisterForecastAnswer>,
    /// Those that have too little history to be told of by themselves.
    pub pooled: Vec<PooledRegister>,
    /// The fewest more caseworkers with whom half of the runs end without a late case; `None` where nobody knows, where even
    /// `more_hands_than` are too few, and in a forecast of one register.
    pub more_hands: Option<u32>,
    pub more_hands_than: Option<u32>,
    /// What a caseworker has answered in a week of five working days, in tenths of a case; 0 where nobody knows.
    pub tenths_a_hand_a_week: u32,
    /// What was found about hands, in a sentence.
    pub hands_text: String,
    /// What the figures rest on, a sentence for each.
    pub assumptions: Vec<String>,
}

/// A forecast of a past day beside what happened.
#[derive(Clone, Debug, Serialize, TS)]
#[allow(missing_docs)]
pub struct CheckedForecast {
    pub made_on: String,
    /// How many weeks ahead.
    pub weeks: u32,
    pub late_then: u32,
    pub late: BandAnswer,
    pub happened: u32,
    pub within: bool,
    pub unanswered: BandAnswer,
    pub were_unanswered: u32,
    pub unanswered_within: bool,
}

/// How good forecasts were, so many weeks ahead.
#[derive(Clone, Debug, Serialize, TS)]
#[allow(missing_docs)]
pub struct ForecastQuality {
    pub weeks: u32,
    pub forecasts: u32,
    /// In how many of them the late cases lay within the margin, and in how many the unanswered ones.
    pub within: u32,
    pub unanswered_within: u32,
    /// How many cases the middle was off, in the middle of the forecasts.
    pub median_error: u32,
    /// The same of saying that nothing changes.
    pub unchanged_error: u32,
}

/// What forecasts of past days would have said.
#[derive(Clone, Debug, Serialize, TS)]
#[allow(missing_docs)]
pub struct BackTestAnswer {
    pub seed: u32,
    pub runs: u32,
    /// They are of one in so many requests, as if these were all.
    pub one_of: u32,
    /// In how many of a hundred the late cases lay within the margin, and in how many the unanswered ones; `None` where the history is
    /// too short to go back in.
    pub coverage: Option<u32>,
    pub unanswered_coverage: Option<u32>,
    pub by_weeks: Vec<ForecastQuality>,
    pub checked: Vec<CheckedForecast>,
}

impl BandAnswer {
    const fn of(band: Band) -> Self {
        let Band { low, median, high } = band;
        Self { low, median, high }
    }
}

/// A register's name as lists have it.
fn label(rules: &Rules, id: &RegisterId) -> String {
    rules.catalogue.get(id).map_or(id.as_str(), |register| register.short.as_str()).to_owned()
}

impl ForecastAnswer {
    /// A forecast of all registers, or of one of those that are told of by themselves; `None` for another register.
    #[must_use]
    pub fn of(foresight: Foresight, only: Option<&RegisterId>, plan: Plan, rules: &Rules) -> Option<Self> {
        let Foresight { forecast, one_of } = foresight;
        let of_register = |wanted| forecast.registers.iter().find(|of| of.register.as_ref() == Some(wanted));
        let only = match only {
            Some(register) => Some(of_register(register)?.clone()),
            None => None,
        };
        let weeks = (1..).zip(&forecast.weeks).enumerate().map(|(place, (week, of))| ForecastWeekAnswer {
            week,
            on: of.on.to_string(),
            late: BandAnswer::of(only.as_ref().map_or(of.late, |only| only.late[place])),
            unanswered: only.is_none().then(|| BandAnswer::of(of.unanswered)),
        });
        let weeks = weeks.collect();
        let hands = forecast.hands;
        let (more_hands, more_hands_than) = match hands {
            Hands::More(more) if only.is_none() => (Some(more), None),
            Hands::MoreThan(more) if only.is_none() => (None, Some(more)),
            Hands::More(_) | Hands::MoreThan(_) | Hands::Unknown => (None, None),
        };
        let pooled = |id: &RegisterId| PooledRegister { id: id.to_string(), label: label(rules, id) };
        let registers = only.as_ref().map_or(forecast.registers.as_slice(), std::slice::from_ref);
        let shown = |of: &RegisterForecast| RegisterForecastAnswer {
            id: of.register.as_ref().map(ToString::to_string),
            label: of.register.as_ref().map_or_else(|| OTHERS.get(spoken()).to_owned(), |id| label(rules, id)),
            late_now: of.late_now,
            late: of.late.iter().copied().map(BandAnswer::of).collect(),
        };
        Some(Self {
            today: forecast.today.to_string(),
            seed: plan.seed as u32,
            runs: plan.runs,
            since_on: forecast.since_on.to_string(),
            history_weeks: forecast.history as u32,
            history_cases: forecast.cases,
            one_of,
            register: only.as_ref().and_then(|only| only.register.as_ref()).map(ToString::to_string),
            late_now: only.as_ref().map_or(forecast.late_now, |only| only.late_now),
            unanswered_now: only.is_none().then_some(forecast.unanswered_now),
            weeks,
            registers: registers.iter().map(shown).collect(),
            pooled: forecast.pooled.iter().map(pooled).collect(),
            more_hands,
            more_hands_than,
            tenths_a_hand_a_week: (forecast.a_hand_a_week / 100) as u32,
            hands_text: if only.is_none() { hands_text(&forecast) } else { String::new() },
            assumptions: ASSUMPTIONS.iter().map(|one| one.get(spoken()).to_owned()).collect(),
        })
    }
}

impl BackTestAnswer {
    /// Forecasts of past days in words.
    #[must_use]
    pub fn of(hindsight: Hindsight, plan: Plan) -> Self {
        let Hindsight { back_test, one_of } = hindsight;
        let coverage = back_test.coverage().map(|hundredths| hundredths as u32);
        let unanswered_coverage = back_test.unanswered_coverage().map(|hundredths| hundredths as u32);
        let by_weeks = back_test.by_weeks.iter().map(|of| ForecastQuality {
            weeks: of.weeks as u32,
            forecasts: of.forecasts as u32,
            within: of.within as u32,
            unanswered_within: of.unanswered_within as u32,
            median_error: of.median_error,
            unchanged_error: of.unchanged_error,
        });
        let checked = back_test.checked.iter().map(|one| CheckedForecast {
            made_on: one.made_on.to_string(),
            weeks: one.weeks as u32,
            late_then: one.late_then,
            late: BandAnswer::of(one.late),
            happened: one.happened,
            within: one.is_within(),
            unanswered: BandAnswer::of(one.unanswered),
            were_unanswered: one.were_unanswered,
            unanswered_within: one.is_unanswered_within(),
        });
        let (by_weeks, checked) = (by_weeks.collect(), checked.collect());
        Self { seed: plan.seed as u32, runs: plan.runs, one_of, coverage, unanswered_coverage, by_weeks, checked }
    }
}

/// What was found about hands.
fn hands_text(forecast: &Forecast) -> String {
    let weeks = forecast.weeks.len();
    match forecast.hands {
        Hands::More(0) => say!(
            format!("Halvparten av kjøringene ender uten sene saker etter {weeks} uker, uten flere hender."),
            format!("Halvparten av køyringane endar utan seine saker etter {weeks} veker, utan fleire hender."),
            format!("Half of the runs end without late cases after {weeks} weeks, with no more hands."),
        ),
        Hands::More(1) => say!(
            format!("Med 1 saksbehandler til ender halvparten av kjøringene uten sene saker etter {weeks} uker."),
            format!("Med 1 saksbehandlar til endar halvparten av køyringane utan seine saker etter {weeks} veker."),
            format!("With 1 more caseworker, half of the runs end without late cases after {weeks} weeks."),
        ),
        Hands::More(more) => say!(
            format!("Med {more} saksbehandlere til ender halvparten av kjøringene uten sene saker etter {weeks} uker."),
            format!(
                "Med {more} saksbehandlarar til endar halvparten av køyringane utan seine saker etter {weeks} veker."
            ),
            format!("With {more} more caseworkers, half of the runs end without late cases after {weeks} weeks."),
        ),
        Hands::MoreThan(more) => say!(
            format!("Selv med {more} saksbehandlere til ender mer enn halvparten av kjøringene med sene saker."),
            format!("Sjølv med {more} saksbehandlarar til endar meir enn halvparten av køyringane med seine saker."),
            format!("Even with {more} more caseworkers, more than half of the runs end with late cases."),
        ),
        Hands::Unknown => say!(
            "Ingen av sakene i historikken har hatt en saksbehandler, så det er ukjent hvor mye en person rekker."
                .to_owned(),
            "Ingen av sakene i historikken har hatt ein saksbehandlar, så det er ukjent kor mykje ein person rekk."
                .to_owned(),
            "No case in the history has had a caseworker, so nobody knows how much a person gets done.".to_owned(),
        ),
    }
}

const OTHERS: Trilingual =
    Trilingual::fixed("Andre registre samlet", "Andre register samla", "Other registers together");

/// What the figures rest on.
const ASSUMPTIONS: [Trilingual; 6] = [
    Trilingual::fixed(
        "Det kommer inn like mange saker som i tilfeldig valgte uker i historikken. Uker med helligdag ligner på andre uker med helligdag.",
        "Det kjem inn like mange saker som i tilfeldig valde veker i historikken. Veker med heilagdag liknar på andre veker med heilagdag.",
        "As many cases come in as in weeks of the history chosen at random. Weeks with a public holiday are like others that had one.",
    ),
    Trilingual::fixed(
        "En åpen sak går videre slik andre saker har gått, som sto likt: samme register, like mange uker igjen, på vent eller ikke.",
        "Ei open sak går vidare slik andre saker har gått, som stod likt: same register, like mange veker igjen, på vent eller ikkje.",
        "An open case goes on as other cases have gone that stood alike: same register, as many weeks left, on hold or not.",
    ),
    Trilingual::fixed(
        "Kontoret svarer ikke på flere saker per arbeidsdag enn i den beste uken i historikken. Det som har først frist, blir besvart først.",
        "Kontoret svarer ikkje på fleire saker per arbeidsdag enn i den beste veka i historikken. Det som har først frist, får svar først.",
        "The office answers no more cases a working day than in the best week of the history. What is due first is answered first.",
    ),
    Trilingual::fixed(
        "En saksbehandler til rekker like mye som en av dagens, fra første uke, og tar sakene med først frist.",
        "Ein saksbehandlar til rekk like mykje som ein av dei som er der no, frå første veke, og tek sakene med først frist.",
        "One more caseworker gets as much done as one of today's, from the first week on, and takes the cases that are due first.",
    ),
    Trilingual::fixed(
        "Registre med lite historikk er slått sammen. Saker som er åpnet på nytt, og saker som ble lukket uten svar, er ikke med.",
        "Register med lite historikk er slått saman. Saker som er opna på nytt, og saker som blei lukka utan svar, er ikkje med.",
        "Registers with little history are pooled. Cases that were opened again, and cases that were closed without an answer, are left out.",
    ),
    Trilingual::fixed(
        "Prognosen kjenner ikke det som ikke har hendt før, som en ny regel eller en kampanje.",
        "Prognosen kjenner ikkje det som ikkje har hendt før, som ein ny regel eller ein kampanje.",
        "The forecast knows nothing of what has not happened before, such as a new rule or a campaign.",
    ),
];
