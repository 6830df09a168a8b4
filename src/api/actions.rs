//! What can be done with a case now, and why not.

use chrono::NaiveDate;
use serde::Serialize;
use ts_rs::TS;

use crate::casework::request::{Case, Phase, Request};
use crate::law::rights::{Right, Track};
use crate::wording::dates::short_date;

/// Something that can be done, or why not.
#[derive(Clone, Debug, Serialize, TS)]
#[allow(missing_docs)]
pub struct ActionAnswer {
    pub action: String,
    pub label: String,
    pub available: bool,
    pub why_not: Option<String>,
}

/// What can be done now, each with why not if it cannot.
#[must_use]
pub fn actions(request: &Request, case: &Case, today: NaiveDate) -> Vec<ActionAnswer> {
    let finished = match case.phase {
        Phase::Open | Phase::Decided => None,
        Phase::Answered => Some("Svaret er sendt."),
        Phase::Forwarded { .. } => Some("Saken er sendt videre."),
        Phase::Withdrawn => Some("Personen har trukket kravet."),
        Phase::Closed => Some("Saken er avsluttet."),
    };
    let untold = case.phase == Phase::Forwarded { told: false };
    let waiting = case.suspensions.answerable().next().is_some();
    let not_closed = (case.phase == Phase::Closed).then_some("Saken er avsluttet.");
    // What was answered can be told to others, and appealed, after the end of the case too.
    let answered = request.answer(case.opened.case).is_some();
    let no_letter =
        not_closed.filter(|_| !answered).or((case.phase == Phase::Withdrawn).then_some("Personen har trukket kravet."));
    let not_waiting = (!waiting).then_some("Saken venter ikke på svar.");
    let ours = (case.opened.route.track != Track::Forward).then_some("Saken skal besvares her.");
    let access = matches!(case.opened.right, Right::Access | Right::AccessLog);
    let no_access = (!access).then_some("Saken gjelder ikke innsyn.");
    let extension = finished.map(str::to_owned).or_else(|| against_extension(request, case, today));
    let said = |why_not: Option<&str>| why_not.map(str::to_owned);
    let whys = [
        ("assign", "Tildel", said(not_closed)),
        ("check", "Svar på sjekklisten", said(finished)),
        ("suspend", "Sett på vent", said(finished)),
        ("resume", "Svaret er kommet", said(finished.filter(|_| !untold).or(not_waiting))),
        (
            "person",
            "Rett opplysninger om personen",
            said(not_closed.filter(|_| !request.has_returned(case.opened.case))),
        ),
        ("note", "Skriv notat", None),
        ("report", "Legg ved rapport", said(finished.or(no_access))),
        ("archive", "Registrer arkivnummer", None),
        ("letter", "Skriv brev", said(no_letter)),
        ("extend", "Foreslå lengre frist", extension),
        ("forward", "Send saken videre", said(finished.or(ours))),
        ("withdraw", "Personen trekker kravet", said(finished)),
        ("decide", "Avgjør", said(finished)),
        ("close", "Avslutt", against_closing(request, case)),
    ];
    whys.into_iter()
        .map(|(action, label, why_not)| ActionAnswer {
            action: action.to_owned(),
            label: label.to_owned(),
            available: why_not.is_none(),
            why_not,
        })
        .collect()
}

fn against_closing(request: &Request, case: &Case) -> Option<String> {
    let refusals = request.close(case.opened.case).err()?;
    refusals.into_iter().next().map(|refusal| refusal.message)
}

fn against_extension(request: &Request, case: &Case, today: NaiveDate) -> Option<String> {
    if case.extended_on().is_some() {
        return Some("Fristen er allerede forlenget.".to_owned());
    }
    let last_on = request.deadline(case, today).extension_notice_due_on.filter(|last_on| today > *last_on)?;
    Some(format!("Siste dag for melding om lengre frist var {}.", short_date(last_on)))
}
