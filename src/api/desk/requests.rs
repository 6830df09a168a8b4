//! Requests: looking at a draft, and registering it.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::{Desk, input};
use crate::api::case::{CaseAnswer, WarningAnswer};
use crate::api::deadline::DeadlineAnswer;
use crate::api::draft::{RequestDraft, RequestFile};
use crate::api::earlier::{EarlierAnswer, EarlierCount};
use crate::api::failure::{Failure, FieldProblem};
use crate::api::intake::{self, DraftedDemand};
use crate::api::labels;
use crate::api::request_show::RequestShow;
use crate::api::route::RouteAnswer;
use crate::api::spoken::spoken;
use crate::api::warnings;
use crate::casework::request::{NewDemand, NewRequest};
use crate::law::deadline::{DeadlineInput, derive};
use crate::usecase::{Opened, Rules};

/// A draft.
#[derive(Clone, Debug, Deserialize, TS)]
#[ts(optional_fields = nullable)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct RequestInput {
    pub draft: RequestDraft,
    /// The files that wait for it, as [`Desk::request_file_add`] answered.
    pub files: Option<Vec<RequestFile>>,
}

/// A case that a draft would become.
#[derive(Clone, Debug, Serialize, TS)]
#[allow(missing_docs)]
pub struct PreviewCase {
    pub register: Option<String>,
    pub right: Option<String>,
    pub title: Option<String>,
    pub track_label: Option<String>,
    pub route: Option<RouteAnswer>,
    pub deadline: Option<DeadlineAnswer>,
    pub problem: Option<FieldProblem>,
}

/// What a draft would become, and what stops it.
#[derive(Clone, Debug, Serialize, TS)]
#[allow(missing_docs)]
pub struct PreviewAnswer {
    pub cases: Vec<PreviewCase>,
    pub problems: Vec<FieldProblem>,
    pub warnings: Vec<WarningAnswer>,
}

/// A registered request.
#[derive(Clone, Debug, Serialize, TS)]
#[ts(rename = "RegisteredAnswer")]
#[allow(missing_docs)]
pub struct RegisterAnswer {
    pub request: String,
    pub version: u32,
    pub cases: Vec<CaseAnswer>,
    pub warnings: Vec<WarningAnswer>,
}

/// Which request is opened.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct RequestShowInput {
    pub request: String,
}

impl Desk {
    /// A request as a whole.
    ///
    /// # Errors
    /// [`Failure`] for a request that is not there, or that cannot be entered in the log of readings.
    pub fn request_show(&mut self, given: &RequestShowInput) -> Result<RequestShow, Failure> {
        let number = input::request(&given.request)?;
        let mut workplace = self.workplace()?;
        let today = workplace.today();
        let opened = workplace.show_request(number)?;
        Ok(RequestShow::of(&opened, workplace.rules, workplace.user, today))
    }

    /// What a draft would become, and everything that stops it. Nothing is kept.
    ///
    /// # Errors
    /// [`Failure`] only while the store is locked.
    pub fn request_preview(&mut self, given: &RequestInput) -> Result<PreviewAnswer, Failure> {
        let workplace = self.workplace()?;
        let today = workplace.today();
        let files = given.files.as_deref().unwrap_or_default();
        let checked = intake::check_with_files(&given.draft, files, workplace.rules, workplace.identifiers, today);
        let (problems, warnings) = match checked {
            Ok(new) => (Vec::new(), out_of_authority(&new, workplace.rules, today)),
            Err(failure) => (failure.fields, Vec::new()),
        };
        let received_on = intake::drafted_receipt(&given.draft).filter(|day| *day <= today);
        let deadline = received_on.and_then(|day| DeadlineInput::new(day, &[], None).ok()).map(|input| derive(&input));
        let cases = intake::drafted_demands(&given.draft, workplace.rules)
            .into_iter()
            .map(|demand| preview_case(demand, workplace.rules, deadline.as_ref()))
            .collect();
        Ok(PreviewAnswer { cases, problems, warnings })
    }

    /// How many requests the person of a draft made before. That somebody looked for the person is logged; `None` where the
    /// draft has no identity number.
    ///
    /// # Errors
    /// [`Failure`] for a search that cannot be logged; then nothing is told.
    pub fn request_earlier(&mut self, given: &RequestInput) -> Result<Option<EarlierCount>, Failure> {
        let mut workplace = self.workplace()?;
        let Some(number) = intake::drafted_number(&given.draft) else { return Ok(None) };
        Ok(Some(EarlierCount::of(&workplace.count_earlier(&number)?)))
    }

    /// A draft beside what the person asked for before, thing by thing. Each request that is shown is logged as read.
    ///
    /// # Errors
    /// [`Failure`] for a reading that cannot be logged; then nothing is told.
    pub fn request_similar(&mut self, given: &RequestInput) -> Result<EarlierAnswer, Failure> {
        let mut workplace = self.workplace()?;
        let number = intake::drafted_number(&given.draft);
        let earlier = number.map(|number| workplace.earlier(&number)).transpose()?;
        Ok(EarlierAnswer::of(&given.draft, workplace.rules, earlier.as_ref()))
    }

    /// Registers a request, with the files that wait for it. They wait no more then.
    ///
    /// # Errors
    /// One failure with every field that is wrong; nothing was changed, and the files wait still.
    pub fn request_register(&mut self, given: &RequestInput) -> Result<RegisterAnswer, Failure> {
        let workplace = self.workplace()?;
        let today = workplace.today();
        let files = given.files.as_deref().unwrap_or_default();
        let new = intake::check_with_files(&given.draft, files, workplace.rules, workplace.identifiers, today)?;
        let brought = self.waiting(files)?;
        let opened = self.workplace()?.register(new, brought)?;
        self.wait_no_more(files);
        self.registered(&opened)
    }

    /// A request that was just registered, as it is shown.
    pub(super) fn registered(&mut self, opened: &Opened) -> Result<RegisterAnswer, Failure> {
        let workplace = self.workplace()?;
        let today = workplace.today();
        let mut found: Vec<WarningAnswer> = Vec::new();
        for case in &opened.request.cases {
            for warning in warnings::warnings(opened, case, workplace.rules, today) {
                if !found.iter().any(|known| known.code == warning.code && known.message == warning.message) {
                    found.push(warning);
                }
            }
        }
        Ok(RegisterAnswer {
            request: opened.number.to_string(),
            version: opened.request.version,
            cases: opened
                .rows()
                .iter()
                .zip(&opened.request.cases)
                .map(|(row, case)| {
                    let mut answer = CaseAnswer::of(opened.number.case(row.case), row, workplace.rules, today);
                    answer.warnings = warnings::warnings(opened, case, workplace.rules, today);
                    answer
                })
                .collect(),
            warnings: found,
        })
    }
}

/// The cases in which whoever acts for the person may not act today, so that it is seen before the request is registered.
fn out_of_authority(new: &NewRequest, rules: &Rules, today: NaiveDate) -> Vec<WarningAnswer> {
    let Some(acting) = &new.representative else { return Vec::new() };
    let warning = |demand: &NewDemand| {
        let (id, right) = (&demand.opened.register, demand.opened.right);
        let why = labels::out_of_authority(acting.against([(id, right)], today)?, acting.kind);
        let short = rules.catalogue.get(id).map_or_else(|| id.to_string(), |register| register.short.clone());
        let message = format!("{}: {why}", labels::case_title(right, &short));
        Some(WarningAnswer { code: "out-of-authority".to_owned(), message })
    };
    new.demands.iter().filter_map(warning).collect()
}

fn preview_case(
    demand: DraftedDemand,
    rules: &Rules,
    deadline: Option<&crate::law::deadline::Derivation>,
) -> PreviewCase {
    let short = demand.register.as_ref().and_then(|id| rules.catalogue.get(id)).map(|register| register.short.clone());
    PreviewCase {
        title: demand.right.zip(short).map(|(right, short)| labels::case_title(right, &short)),
        track_label: demand.route.as_ref().map(|route| labels::way(route.track, route.mode)),
        register: demand.register.map(|id| id.to_string()),
        right: demand.right.map(|right| right.id().to_owned()),
        deadline: demand.route.as_ref().and(deadline).map(|derivation| DeadlineAnswer::of(derivation, spoken())),
        route: demand.route.map(|route| RouteAnswer::of(&route, &rules.catalogue, spoken())),
        problem: demand.problem,
    }
}
