//! What can be done with a case now, and why not.

use chrono::NaiveDate;
use serde::Serialize;
use ts_rs::TS;

use super::spoken::{say, spoken};
use crate::casework::request::{Case, Phase, ReopenGround, Request};
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
        Phase::Answered => Some(say!("Svaret er sendt.", "Svaret er sendt.", "The answer is sent.")),
        Phase::Forwarded { .. } => {
            Some(say!("Saken er sendt videre.", "Saka er send vidare.", "The case is forwarded."))
        }
        Phase::Withdrawn => Some(say!(
            "Personen har trukket kravet.",
            "Personen har trekt kravet.",
            "The person has withdrawn the claim.",
        )),
        Phase::Closed => Some(say!("Saken er avsluttet.", "Saka er avslutta.", "The case is closed.")),
    };
    let untold = case.phase == Phase::Forwarded { told: false };
    let waiting = case.suspensions.answerable().next().is_some();
    let not_closed = (case.phase == Phase::Closed).then_some(say!(
        "Saken er avsluttet.",
        "Saka er avslutta.",
        "The case is closed."
    ));
    // What was answered can be told to others, and appealed, after the end of the case too.
    let answered = request.answer(case.opened.case).is_some();
    let no_letter = not_closed.filter(|_| !answered).or((case.phase == Phase::Withdrawn).then_some(say!(
        "Personen har trukket kravet.",
        "Personen har trekt kravet.",
        "The person has withdrawn the claim.",
    )));
    let not_waiting = (!waiting).then_some(say!(
        "Saken venter ikke på svar.",
        "Saka ventar ikkje på svar.",
        "The case is not waiting for an answer.",
    ));
    let ours = (case.opened.route.track != Track::Forward).then_some(say!(
        "Saken skal besvares her.",
        "Saka skal svarast på her.",
        "The case is to be answered here.",
    ));
    let asked = case.suspensions.standing().any(|asked| asked.letter.is_none());
    let proposed = case.extension.is_some_and(|extension| extension.notice.is_none());
    let nothing_to_correct = (!asked && !proposed).then_some(say!(
        "Det er ingenting å rette. Det som er sendt i brev, står.",
        "Det er ingenting å rette. Det som er sendt i brev, står.",
        "There is nothing to correct. What was sent in a letter stands.",
    ));
    let access = matches!(case.opened.right, Right::Access | Right::AccessLog);
    let no_access = (!access).then_some(say!(
        "Saken gjelder ikke innsyn.",
        "Saka gjeld ikkje innsyn.",
        "The case is not about access.",
    ));
    let extension = finished.map(str::to_owned).or_else(|| against_extension(request, case, today));
    let not_in_force = case.in_force().is_none().then_some(say!(
        "Ingen begrensning eller reservasjon gjelder i saken.",
        "Inga avgrensing og ingen reservasjon gjeld i saka.",
        "No restriction or reservation is in force in the case.",
    ));
    let said = |why_not: Option<&str>| why_not.map(str::to_owned);
    let whys = [
        ("assign", say!("Tildel", "Tildel", "Assign"), said(not_closed)),
        ("check", say!("Svar på sjekklisten", "Svar på sjekklista", "Answer the checklist"), said(finished)),
        ("suspend", say!("Sett på vent", "Set på vent", "Put on hold"), said(finished)),
        (
            "resume",
            say!("Svaret er kommet", "Svaret er kome", "The answer has come"),
            said(finished.filter(|_| !untold).or(not_waiting)),
        ),
        (
            "person",
            say!("Rett opplysninger om personen", "Rett opplysningar om personen", "Correct the person’s details"),
            said(not_closed.filter(|_| !request.has_returned(case.opened.case))),
        ),
        ("task", say!("Be en enhet om noe", "Be ei eining om noko", "Ask a unit for something"), said(finished)),
        (
            "correct",
            say!("Rett en registrering", "Rett ei registrering", "Correct an entry"),
            said(not_closed.or(nothing_to_correct)),
        ),
        (
            "representative",
            say!(
                "Endre hvem som handler for personen",
                "Endre kven som handlar for personen",
                "Change who acts for the person",
            ),
            None,
        ),
        ("child", say!("Registrer hva barnet vil", "Registrer kva barnet vil", "Record what the child wants"), None),
        (
            "link-number",
            say!("Koble et nummer til personen", "Kople eit nummer til personen", "Link a number to the person"),
            None,
        ),
        (
            "review",
            say!(
                "Vurder om det fortsatt skal gjelde",
                "Vurder om det framleis skal gjelde",
                "Review whether it still holds",
            ),
            said(not_in_force),
        ),
        ("lift", say!("Opphev", "Opphev", "Lift"), said(not_in_force)),
        ("note", say!("Skriv notat", "Skriv notat", "Write a note"), None),
        ("attach", say!("Legg til vedlegg", "Legg til vedlegg", "Attach a file"), said(not_closed)),
        ("report", say!("Legg ved rapport", "Legg ved rapport", "Attach a report"), said(finished.or(no_access))),
        ("archive", say!("Registrer arkivnummer", "Registrer arkivnummer", "Record the archive number"), None),
        ("letter", say!("Skriv brev", "Skriv brev", "Write a letter"), said(no_letter)),
        ("extend", say!("Foreslå lengre frist", "Foreslå lengre frist", "Propose a longer deadline"), extension),
        ("forward", say!("Send saken videre", "Send saka vidare", "Forward the case"), said(finished.or(ours))),
        (
            "withdraw",
            say!("Personen trekker kravet", "Personen trekkjer kravet", "The person withdraws the claim"),
            said(finished),
        ),
        ("decide", say!("Avgjør", "Avgjer", "Decide"), said(finished)),
        ("close", say!("Avslutt", "Avslutt", "Close"), against_closing(request, case)),
        ("complaint", say!("Registrer klage", "Registrer klage", "Register a complaint"), None),
        ("breach", say!("Registrer avvik", "Registrer avvik", "Register a breach"), None),
        ("reopen", say!("Gjenåpne saken", "Opne saka igjen", "Reopen the case"), against_reopening(request, case)),
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
    refusals.into_iter().next().map(|refusal| refusal.message.get(spoken()).to_owned())
}

/// Why a case can be opened again on no ground, if that is so.
fn against_reopening(request: &Request, case: &Case) -> Option<String> {
    let against = |ground| request.against_reopening(case.opened.case, ground);
    let all: Option<Vec<_>> = ReopenGround::ALL.into_iter().map(against).collect();
    all?.into_iter().next().map(|refusal| refusal.message.get(spoken()).to_owned())
}

fn against_extension(request: &Request, case: &Case, today: NaiveDate) -> Option<String> {
    if case.extended_on().is_some() {
        return Some(
            say!("Fristen er allerede forlenget.", "Fristen er alt forlengd.", "The deadline is already extended.")
                .to_owned(),
        );
    }
    let last_on = request.deadline(case, today).extension_notice_due_on.filter(|last_on| today > *last_on)?;
    Some(say!(
        format!("Siste dag for melding om lengre frist var {}.", short_date(last_on)),
        format!("Siste dag for melding om lengre frist var {}.", short_date(last_on)),
        format!("The last day for a notice of extension was {}.", short_date(last_on)),
    ))
}
