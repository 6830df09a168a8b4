//! `personvernsak demo`.

use clap::Args;
use serde::Serialize;

use super::{GlobalOptions, Report, desk, passphrase};
use crate::api::session::{self, StoreCreate};
use crate::api::{Failure, demo};
use crate::law::organisation::DEFAULT_OFFICE;

#[derive(Serialize)]
struct DemoAnswer {
    store: String,
    user: &'static str,
    users: Vec<&'static str>,
    requests: usize,
}

/// What follows `demo`.
#[derive(Args, Debug)]
pub(super) struct DemoArguments {
    /// Et helt år med henvendelser: 5 000 stykker. Det tar noen minutter
    #[arg(long)]
    year: bool,
}

/// Makes a test store with invented requests, dated relative to now.
pub(super) fn run(arguments: &DemoArguments, global: &GlobalOptions) -> Result<Report, Failure> {
    let store = desk::folder(global)?;
    let now = session::clock(&desk::settings(global)?).now();
    let passphrase = passphrase::ask(global, "Passfrase for prøvelageret")?;
    let mut desk = desk::locked(global)?;
    let organisation = global.organisation.clone().unwrap_or_else(|| DEFAULT_OFFICE.to_owned());
    let new = StoreCreate { store: store.clone(), organisation, name: demo::USER.to_owned(), passphrase };
    desk.store_create(&new, true)?;
    let requests = if arguments.year {
        demo::fill_year(&mut desk, now, &new.passphrase, demo::YEAR)?.0
    } else {
        demo::fill(&mut desk, now, &new.passphrase)?
    };
    let users: Vec<_> = demo::names().collect();
    let text = format!(
        "Prøvelageret i {} har {requests} oppdiktede henvendelser. Brukerne har samme passfrase: {}.",
        store.display(),
        users.join(", ")
    );
    let store = store.display().to_string();
    Ok(Report::done(&DemoAnswer { store, user: demo::USER, users, requests }, text))
}
