//! `personvernsak views` and `personvernsak view`: saved views of the work list.

use std::fmt::Write;

use clap::{Args, Subcommand};

use super::{GlobalOptions, Report, desk};
use crate::api::Failure;
use crate::api::desk::{CaseList, Desk, ViewDelete, ViewFilters, ViewSave, ViewsAnswer};
use crate::api::failure::Exit;

/// What follows `view`.
#[derive(Subcommand, Debug)]
pub(super) enum ViewCommand {
    /// Lagre en visning av arbeidslisten, eller bytt ut din egen med samme navn
    Save(Box<SaveArguments>),
    /// Slett en visning som du selv har lagret
    Delete {
        /// Navnet på visningen
        name: String,
    },
}

/// What follows `view save`.
#[derive(Args, Debug)]
pub(super) struct SaveArguments {
    /// Navnet på visningen
    name: String,
    /// Del den med alle på kontoret
    #[arg(long)]
    shared: bool,
    #[command(flatten)]
    filters: FilterArguments,
}

/// What a list can be narrowed to, in a saved view as well.
#[derive(Args, Clone, Debug)]
pub(super) struct FilterArguments {
    /// Bare saker som er forfalt
    #[arg(long)]
    overdue: bool,
    /// Bare saker med frist innen så mange dager
    #[arg(long, value_name = "DAYS")]
    due_within: Option<u32>,
    /// Bare saker med frist denne dagen eller senere
    #[arg(long, value_name = "D")]
    due_from: Option<String>,
    /// Bare saker med frist denne dagen eller tidligere
    #[arg(long, value_name = "D")]
    due_to: Option<String>,
    /// Bare saker som er mottatt denne dagen eller senere
    #[arg(long, value_name = "D")]
    received_from: Option<String>,
    /// Bare saker som er mottatt denne dagen eller tidligere
    #[arg(long, value_name = "D")]
    received_to: Option<String>,
    /// Bare saker med brev som er kommet i retur eller ikke er åpnet, også avsluttede
    #[arg(long)]
    undelivered: bool,
    /// Bare saker der en begrensning eller reservasjon gjelder, også avsluttede, etter dagen de skal vurderes igjen
    #[arg(long, conflicts_with_all = [
        "overdue", "due_within", "due_from", "due_to", "received_from", "received_to", "sort", "undelivered",
    ])]
    in_force: bool,
    /// Bare saker med en klage som ikke er ferdig behandlet, også avsluttede
    #[arg(long)]
    complaints: bool,
    /// Bare saker med et avvik som ikke er ferdig behandlet, også avsluttede, sortert etter fristen for neste steg
    #[arg(long)]
    breaches: bool,
    /// Bare dette sporet
    #[arg(long)]
    track: Option<String>,
    /// Bare dette registeret
    #[arg(long)]
    register: Option<String>,
    /// Bare denne rettigheten
    #[arg(long)]
    right: Option<String>,
    /// Bare denne tilstanden
    #[arg(long)]
    state: Option<String>,
    /// Bare saker med dette utfallet, også avsluttede
    #[arg(long)]
    outcome: Option<String>,
    /// Bare mine saker
    #[arg(long)]
    mine: bool,
    /// Bare saker som ingen har
    #[arg(long)]
    unassigned: bool,
    /// Bare sakene til denne brukeren
    #[arg(long, value_name = "NAME")]
    assignee: Option<String>,
    /// Rekkefølgen: «due» etter frist, «received» med de nyeste først eller «number» etter saksnummer
    #[arg(long, value_name = "O")]
    sort: Option<String>,
}

impl FilterArguments {
    /// Whether fewer cases than all are asked for.
    pub(super) fn narrows(&self) -> bool {
        ViewFilters { sort: None, ..self.clone().filters() } != ViewFilters::default()
    }

    fn filters(self) -> ViewFilters {
        ViewFilters {
            track: self.track,
            register: self.register,
            right: self.right,
            state: self.state,
            mine: self.mine,
            unassigned: self.unassigned,
            assignee: self.assignee,
            outcome: self.outcome,
            received_from: self.received_from,
            received_to: self.received_to,
            due_from: self.due_from,
            due_to: self.due_to,
            overdue: self.overdue,
            due_within: self.due_within,
            undelivered: self.undelivered,
            in_force: self.in_force,
            complaints: self.complaints,
            breaches: self.breaches,
            sort: self.sort,
        }
    }

    /// The list that is asked for: these filters, or those of a view by its name.
    pub(super) fn list(self, view: Option<&str>, desk: &mut Desk) -> Result<CaseList, Failure> {
        let given = self.filters();
        let Some(name) = view else { return Ok(given.into()) };
        if given != ViewFilters::default() {
            let message = "En visning har sine egne filtre. Gi enten navnet på visningen eller filtre.";
            return Err(Failure::new(Exit::NotWellFormed, "view-and-filters", message));
        }
        let known = desk.views()?.views;
        // One's own comes before a colleague's of the same name.
        let mut named = known.iter().filter(|view| view.name == name);
        let view = named.clone().find(|view| view.own).or_else(|| named.next());
        view.map(|view| view.filters.clone().into()).ok_or_else(|| {
            Failure::new(Exit::NotFound, "no-such-view", "Ingen visning har dette navnet. Se navnene med «views».")
        })
    }
}

/// Lists the views.
pub(super) fn list(global: &GlobalOptions) -> Result<Report, Failure> {
    let views = desk::unlocked(global)?.views()?;
    Ok(Report::done(&views, write(&views)))
}

/// Saves or deletes a view.
pub(super) fn run(command: ViewCommand, global: &GlobalOptions) -> Result<Report, Failure> {
    let mut desk = desk::unlocked(global)?;
    let views = match command {
        ViewCommand::Save(arguments) => {
            let SaveArguments { name, shared, filters } = *arguments;
            desk.view_save(&ViewSave { name, shared, filters: filters.filters() })?
        }
        ViewCommand::Delete { name } => desk.view_delete(&ViewDelete { name })?,
    };
    Ok(Report::done(&views, write(&views)))
}

fn write(views: &ViewsAnswer) -> String {
    if views.views.is_empty() {
        return "Ingen visninger er lagret.".to_owned();
    }
    let mut text = String::from("Visninger\n");
    for view in &views.views {
        let whose = match (view.own, view.shared) {
            (true, false) => "din",
            (true, true) => "din, delt med kontoret",
            (false, _) => view.owner.as_str(),
        };
        let _ = writeln!(text, "  - {} · {whose}", view.name);
    }
    text.truncate(text.trim_end().len());
    text
}
