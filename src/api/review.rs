//! The data protection officer's review of the dates of cases, as it is shown.

use chrono::{NaiveDate, SecondsFormat};
use serde::Serialize;
use ts_rs::TS;

use super::case::{CaseAnswer, WarningAnswer};
use super::spoken::{cited, spoken};
use crate::casework::projection::CaseRow;
use crate::casework::request::{
    Case, DateReviewStep, Entered, REVIEW_DOUBT, REVIEW_SOURCE, ReviewState, Reviewed, ReviewedDate, TakenUpAs, View,
};
use crate::usecase::{DateReviewList, Opened, Sample, Workplace};

/// The review of a case's dates.
#[derive(Clone, Debug, Serialize, TS)]
#[allow(missing_docs)]
pub struct ReviewAnswer {
    /// `skal-vurderes`, `venter-svar`, `venter-avgjorelse` or `ferdig`; nothing for a case that was never taken up.
    pub state: Option<String>,
    pub state_label: Option<String>,
    /// How it came to be reviewed, oldest first.
    pub taken_up: Vec<ReviewTakenUp>,
    /// Every date that the case has now, and those that it had when somebody looked at them.
    pub dates: Vec<ReviewedDateAnswer>,
    /// Every pause of the case.
    pub pauses: Vec<ReviewedPauseAnswer>,
    pub answers: Vec<ReviewWords>,
    pub decisions: Vec<ReviewDecision>,
    /// Where it rests in law, and why that is shown as doubtful.
    pub source: String,
    pub doubtful: bool,
    pub doubt: String,
}

/// How a case came to be reviewed.
#[derive(Clone, Debug, Serialize, TS)]
#[allow(missing_docs)]
pub struct ReviewTakenUp {
    /// `trukket` or `flagget`.
    pub how: String,
    pub text: String,
    /// Why it was flagged; nothing for one that was drawn, or once it is erased.
    pub reason: Option<String>,
    /// SHA-256 of the list that it was drawn among.
    pub list_sha256: Option<String>,
    pub by: String,
    pub at: String,
}

/// A date and what the officer thinks of it.
#[derive(Clone, Debug, Serialize, TS)]
#[allow(missing_docs)]
pub struct ReviewedDateAnswer {
    pub date: String,
    pub label: String,
    /// As it is now; nothing while it is not computed.
    pub on: Option<String>,
    /// Oldest first; the last counts.
    pub views: Vec<ReviewView>,
}

/// A pause and what the officer thinks of its ground.
#[derive(Clone, Debug, Serialize, TS)]
#[allow(missing_docs)]
pub struct ReviewedPauseAnswer {
    /// Its place among the questions of the case.
    pub pause: u32,
    pub label: String,
    /// Oldest first; the last counts.
    pub views: Vec<ReviewView>,
}

/// What the officer thinks of a date or a pause.
#[derive(Clone, Debug, Serialize, TS)]
#[allow(missing_docs)]
pub struct ReviewView {
    pub agrees: bool,
    /// The date as it was when it was looked at; nothing for a pause.
    pub on: Option<String>,
    /// Whether the date is another one now.
    pub moved: bool,
    /// Why it is not right; nothing where the officer agrees, or once it is erased.
    pub reason: Option<String>,
    pub by: String,
    pub at: String,
}

/// An answer to the officer.
#[derive(Clone, Debug, Serialize, TS)]
#[allow(missing_docs)]
pub struct ReviewWords {
    /// Nothing once it is erased.
    pub text: Option<String>,
    pub by: String,
    pub at: String,
}

/// What the lead decided.
#[derive(Clone, Debug, Serialize, TS)]
#[allow(missing_docs)]
pub struct ReviewDecision {
    /// `blir-staende`, `rettes` or `rettes-delvis`.
    pub outcome: String,
    pub label: String,
    /// Nothing once it is erased.
    pub text: Option<String>,
    pub by: String,
    pub at: String,
}

/// A sample that was drawn.
#[derive(Clone, Debug, Serialize, TS)]
#[allow(missing_docs)]
pub struct SampleAnswer {
    pub seed: u32,
    pub from_on: String,
    pub to_on: String,
    pub size: u32,
    /// How many it was drawn among.
    pub among: u32,
    /// SHA-256 of the list that it was drawn among: the numbers of the cases in their order, each on a line of its own.
    pub list_sha256: String,
    pub cases: Vec<String>,
}

/// The cases whose dates are reviewed.
#[derive(Clone, Debug, Serialize, TS)]
#[allow(missing_docs)]
pub struct ReviewListAnswer {
    pub reviews: Vec<ReviewedCase>,
    /// Open cases that nobody has taken up, with what speaks for it.
    pub proposals: Vec<ProposedReview>,
}

/// A case whose dates are reviewed.
#[derive(Clone, Debug, Serialize, TS)]
#[allow(missing_docs)]
pub struct ReviewedCase {
    pub case: CaseAnswer,
    pub state: String,
    pub state_label: String,
}

/// A case whose dates are worth a review.
#[derive(Clone, Debug, Serialize, TS)]
#[allow(missing_docs)]
pub struct ProposedReview {
    pub case: CaseAnswer,
    pub why: Vec<WarningAnswer>,
}

impl ReviewAnswer {
    /// The review of a case, as it is on a day.
    #[must_use]
    pub fn of(opened: &Opened, case: &Case, row: &CaseRow, today: NaiveDate) -> Self {
        let reviews = &case.date_reviews;
        let state = reviews.state();
        let said = |what| Said { opened, what };
        Self {
            state: state.map(|state| state.id().to_owned()),
            state_label: state.map(label),
            taken_up: reviews.taken_up.iter().map(|entered| said(entered.event).taken_up(entered.what)).collect(),
            dates: dates(opened, case, row, today),
            pauses: pauses(opened, case),
            answers: reviews
                .answers
                .iter()
                .map(|entered| {
                    let (by, at) = said(entered.event).who_and_when();
                    ReviewWords { text: opened.words(entered.what).map(str::to_owned), by, at }
                })
                .collect(),
            decisions: reviews
                .decisions
                .iter()
                .map(|entered| {
                    let ((outcome, text), (by, at)) = (entered.what, said(entered.event).who_and_when());
                    ReviewDecision {
                        outcome: outcome.id().to_owned(),
                        label: outcome.label().get(spoken()).to_owned(),
                        text: opened.words(text).map(str::to_owned),
                        by,
                        at,
                    }
                })
                .collect(),
            source: cited(REVIEW_SOURCE),
            doubtful: true,
            doubt: REVIEW_DOUBT.get(spoken()).to_owned(),
        }
    }

    /// The same review without anything that was written in it, for whoever is not cleared for the person.
    pub fn forget_words(&mut self) {
        self.taken_up.iter_mut().for_each(|taken| taken.reason = None);
        let dates = self.dates.iter_mut().flat_map(|date| &mut date.views);
        dates.chain(self.pauses.iter_mut().flat_map(|pause| &mut pause.views)).for_each(|view| view.reason = None);
        self.answers.iter_mut().for_each(|answer| answer.text = None);
        self.decisions.iter_mut().for_each(|decision| decision.text = None);
    }
}

impl SampleAnswer {
    /// A sample as it is shown.
    #[must_use]
    pub fn of(sample: &Sample) -> Self {
        let draw = sample.draw;
        Self {
            seed: draw.seed,
            from_on: draw.from_on.to_string(),
            to_on: draw.to_on.to_string(),
            size: draw.size,
            among: draw.among,
            list_sha256: draw.list.to_string(),
            cases: sample.cases.iter().map(ToString::to_string).collect(),
        }
    }
}

impl ReviewListAnswer {
    /// The list as it is shown to the user of a workplace.
    #[must_use]
    pub fn of(list: &DateReviewList, workplace: &Workplace<'_>) -> Self {
        let case =
            |number, row| CaseAnswer::of(number, row, workplace.rules, workplace.today()).seen_by(workplace.user);
        let reviews = list.cases.iter().filter_map(|(number, row)| {
            let state = row.review?;
            Some(ReviewedCase { case: case(*number, row), state: state.id().to_owned(), state_label: label(state) })
        });
        let proposals = list.proposed.iter().map(|(number, row, doubts)| ProposedReview {
            case: case(*number, row),
            why: doubts
                .iter()
                .map(|doubt| WarningAnswer {
                    code: doubt.id().to_owned(),
                    message: doubt.told().get(spoken()).to_owned(),
                })
                .collect(),
        });
        Self { reviews: reviews.collect(), proposals: proposals.collect() }
    }
}

fn label(state: ReviewState) -> String {
    state.label().get(spoken()).to_owned()
}

fn dates(opened: &Opened, case: &Case, row: &CaseRow, today: NaiveDate) -> Vec<ReviewedDateAnswer> {
    let now = row.reviewable(today);
    let each = ReviewedDate::ALL.into_iter().filter_map(|date| {
        let on = now.iter().find(|(known, _)| *known == date).map(|(_, on)| *on);
        // The day is not looked at where views of one date are looked for.
        let of = Reviewed::Date { date, on: on.unwrap_or(today) };
        let views: Vec<ReviewView> =
            case.date_reviews.views_of(of).map(|view| ReviewView::of(opened, view, on)).collect();
        (on.is_some() || !views.is_empty()).then(|| ReviewedDateAnswer {
            date: date.id().to_owned(),
            label: date.label().get(spoken()).to_owned(),
            on: on.map(|on| on.to_string()),
            views,
        })
    });
    each.collect()
}

fn pauses(opened: &Opened, case: &Case) -> Vec<ReviewedPauseAnswer> {
    (1_u32..)
        .zip(&case.suspensions.0)
        .filter(|(pause, asked)| {
            !asked.corrected || case.date_reviews.views_of(Reviewed::Pause(*pause)).next().is_some()
        })
        .map(|(pause, asked)| ReviewedPauseAnswer {
            pause,
            label: asked.ground.label().get(spoken()).to_owned(),
            views: case
                .date_reviews
                .views_of(Reviewed::Pause(pause))
                .map(|view| ReviewView::of(opened, view, None))
                .collect(),
        })
        .collect()
}

impl ReviewView {
    fn of(opened: &Opened, entered: &Entered<View>, now: Option<NaiveDate>) -> Self {
        let (by, at) = Said { opened, what: entered.event }.who_and_when();
        let on = match entered.what.of {
            Reviewed::Date { on, .. } => Some(on),
            Reviewed::Pause(_) => None,
        };
        Self {
            agrees: entered.what.against.is_none(),
            on: on.map(|on| on.to_string()),
            moved: on != now,
            reason: entered.what.against.and_then(|id| opened.words(id)).map(str::to_owned),
            by,
            at,
        }
    }
}

/// An entry of the log of an opened request.
struct Said<'a> {
    opened: &'a Opened,
    what: u32,
}

impl Said<'_> {
    fn who_and_when(&self) -> (String, String) {
        self.opened.entry(self.what).map_or_else(Default::default, |recorded| {
            (recorded.actor.clone(), recorded.at.to_rfc3339_opts(SecondsFormat::Secs, true))
        })
    }

    fn taken_up(&self, how: TakenUpAs) -> ReviewTakenUp {
        let (by, at) = self.who_and_when();
        let (word, step) = match how {
            TakenUpAs::Drawn(draw) => ("trukket", DateReviewStep::Drawn(draw)),
            TakenUpAs::Flagged(reason) => ("flagget", DateReviewStep::Flagged { reason }),
        };
        let list_sha256 = match how {
            TakenUpAs::Drawn(draw) => Some(draw.list.to_string()),
            TakenUpAs::Flagged(_) => None,
        };
        ReviewTakenUp {
            how: word.to_owned(),
            text: step.told().get(spoken()).to_owned(),
            reason: step.words().and_then(|id| self.opened.words(id)).map(str::to_owned),
            list_sha256,
            by,
            at,
        }
    }
}
