//! Saved views of the work list, and the order and the columns that a user has chosen for it.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::case_list::{self, CaseList};
use super::{Desk, input};
use crate::api::failure::Failure;

/// The columns of the work list, in the order in which they stand. The number stands before them and is always shown.
pub const LIST_COLUMNS: [&str; 8] = ["person", "register", "right", "track", "status", "received", "due", "assignee"];

/// The longest name of a view, in characters: what the navigation has room for.
const LONGEST_NAME: usize = 40;

/// What a view narrows the work list to. It holds no person and no words that were searched for.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(default)]
#[allow(missing_docs)]
pub struct ViewFilters {
    pub track: Option<String>,
    pub register: Option<String>,
    pub right: Option<String>,
    pub state: Option<String>,
    /// The cases of whoever looks.
    pub mine: bool,
    pub unassigned: bool,
    pub assignee: Option<String>,
    pub outcome: Option<String>,
    pub received_from: Option<String>,
    pub received_to: Option<String>,
    pub due_from: Option<String>,
    pub due_to: Option<String>,
    pub overdue: bool,
    pub due_within: Option<u32>,
    pub undelivered: bool,
    /// What is in force, in an order of its own.
    pub in_force: bool,
    pub complaints: bool,
    pub breaches: bool,
    pub sort: Option<String>,
}

/// A view that is to be kept, in place of the user's own of the same name.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct ViewSave {
    pub name: String,
    /// Whether everybody in the office has it in the navigation.
    pub shared: bool,
    pub filters: ViewFilters,
}

/// A view of the user's that is to be taken away.
#[derive(Clone, Debug, Deserialize, TS)]
#[serde(deny_unknown_fields)]
#[allow(missing_docs)]
pub struct ViewDelete {
    pub name: String,
}

/// How the user wants the work list; what is missing stays as it is.
#[derive(Clone, Debug, Default, Deserialize, TS)]
#[ts(optional_fields = nullable)]
#[serde(deny_unknown_fields, default)]
#[allow(missing_docs)]
pub struct ListChoose {
    /// `due`, `received` or `number`.
    pub sort: Option<String>,
    /// The columns that are shown.
    pub columns: Option<Vec<String>>,
}

/// A saved view.
#[derive(Clone, Debug, Serialize, TS)]
#[allow(missing_docs)]
pub struct ViewAnswer {
    pub name: String,
    /// Whoever saved it.
    pub owner: String,
    /// Whether that is the user, who alone can change it.
    pub own: bool,
    pub shared: bool,
    pub filters: ViewFilters,
}

/// What a user keeps of the work list.
#[derive(Clone, Debug, Serialize, TS)]
#[allow(missing_docs)]
pub struct ViewsAnswer {
    pub views: Vec<ViewAnswer>,
    /// What the list is sorted by.
    pub sort: String,
    /// The columns that are shown, in order.
    pub columns: Vec<String>,
}

/// The choice as it is kept.
#[derive(Serialize, Deserialize)]
#[serde(default)]
struct Choice {
    sort: String,
    columns: Vec<String>,
}

impl Default for Choice {
    fn default() -> Self {
        Self { sort: "due".to_owned(), columns: LIST_COLUMNS.map(str::to_owned).to_vec() }
    }
}

impl Desk {
    /// The user's views and those that colleagues share, with the order and the columns of the user's list.
    ///
    /// # Errors
    /// [`Failure`].
    pub fn views(&mut self) -> Result<ViewsAnswer, Failure> {
        let mut workplace = self.workplace()?;
        let views = workplace.views()?;
        let me = &workplace.user.name;
        let views = views
            .into_iter()
            .map(|view| ViewAnswer {
                own: view.owner == *me,
                // What a later program has kept beside what this one knows is left out.
                filters: serde_json::from_str(&view.body).unwrap_or_default(),
                name: view.name,
                owner: view.owner,
                shared: view.shared,
            })
            .collect();
        let Choice { sort, columns } =
            workplace.list_choice()?.and_then(|body| serde_json::from_str(&body).ok()).unwrap_or_default();
        Ok(ViewsAnswer { views, sort, columns })
    }

    /// Keeps a view.
    ///
    /// # Errors
    /// [`Failure`] for a name that is none and for filters that a list does not take; nothing was changed.
    pub fn view_save(&mut self, given: &ViewSave) -> Result<ViewsAnswer, Failure> {
        let name = input::text("name", &given.name, LONGEST_NAME)?;
        let mut workplace = self.workplace()?;
        let today = workplace.today();
        // Whether a list would take them; whose cases are «mine» is asked when it is opened.
        case_list::query(&given.filters.clone().into(), &[], workplace.rules, today)?;
        workplace.save_view(name, given.shared, written(&given.filters))?;
        self.views()
    }

    /// Takes a view away.
    ///
    /// # Errors
    /// [`Failure`]; nothing was changed.
    pub fn view_delete(&mut self, given: &ViewDelete) -> Result<ViewsAnswer, Failure> {
        self.workplace()?.delete_view(given.name.trim())?;
        self.views()
    }

    /// Keeps the order and the columns of the user's list.
    ///
    /// # Errors
    /// [`Failure`] for an order or a column that is none; nothing was changed.
    pub fn list_choose(&mut self, given: &ListChoose) -> Result<ViewsAnswer, Failure> {
        let before = self.views()?;
        let sort = match &given.sort {
            Some(sort) => case_list::order(sort)?.id().to_owned(),
            None => before.sort,
        };
        let columns = match &given.columns {
            Some(chosen) => {
                if chosen.iter().any(|column| !LIST_COLUMNS.contains(&column.as_str())) {
                    return Err(input::not_among("columns", &LIST_COLUMNS));
                }
                LIST_COLUMNS
                    .into_iter()
                    .filter(|column| chosen.iter().any(|each| each == column))
                    .map(str::to_owned)
                    .collect()
            }
            None => before.columns,
        };
        self.workplace()?.choose_list(&written(&Choice { sort, columns }))?;
        self.views()
    }
}

impl From<ViewFilters> for CaseList {
    /// The list that a view asks for.
    fn from(view: ViewFilters) -> Self {
        Self {
            track: view.track,
            register: view.register,
            right: view.right,
            state: view.state,
            mine: view.mine,
            unassigned: view.unassigned,
            assignee: view.assignee,
            outcome: view.outcome,
            received_from: view.received_from,
            received_to: view.received_to,
            due_from: view.due_from,
            due_to: view.due_to,
            overdue: view.overdue,
            due_within: view.due_within,
            undelivered: view.undelivered,
            in_force: view.in_force,
            complaints: view.complaints,
            breaches: view.breaches,
            sort: view.sort,
            ..Self::default()
        }
    }
}

/// A document of plain words, which always can be written.
fn written(document: &impl Serialize) -> String {
    serde_json::to_string(document).unwrap_or_default()
}
