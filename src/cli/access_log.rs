//! `personvernsak access-log`.

use clap::Args;

use super::{GlobalOptions, Report, case_text, desk};
use crate::api::Failure;
use crate::api::access_log::{AccessLogAnswer, AccessLogInput};

/// What follows `access-log`.
#[derive(Args, Debug)]
pub(super) struct AccessLogArguments {
    /// Henvendelses- eller saksnummeret; uten nummer vises oppslag som ikke hører til noen sak
    number: Option<String>,
}

/// Shows who looked at what.
pub(super) fn run(arguments: AccessLogArguments, global: &GlobalOptions) -> Result<Report, Failure> {
    let log = desk::unlocked(global)?.access_log(&AccessLogInput { number: arguments.number })?;
    let text = text(&log);
    Ok(Report::done(&log, text))
}

fn text(log: &AccessLogAnswer) -> String {
    let mut lines = vec![match &log.request {
        Some(request) => format!("Oppslag i {request}"),
        None => "Oppslag som ikke hører til noen sak".to_owned(),
    }];
    if log.cut {
        lines.push("  Eldre oppslag er ikke med her.".to_owned());
    }
    lines.extend(log.entries.iter().map(|entry| {
        format!("  {:>5}  {}  {}: {}", entry.position, case_text::wall_clock(&entry.at), entry.actor, entry.text)
    }));
    lines.join("\n")
}
