//! Cases in words, for people at a terminal.

use crate::api::case::CaseAnswer;
use crate::api::case_show::CaseShow;
use crate::api::desk::CaseListAnswer;

/// The work list, a case a line.
pub(super) fn list(page: &CaseListAnswer) -> String {
    if page.cases.is_empty() {
        return "Ingen saker.".to_owned();
    }
    let mut lines: Vec<String> = page.cases.iter().map(line).collect();
    if let Some(next) = &page.next {
        lines.push(format!("Flere: --after {next}"));
    }
    lines.join("\n")
}

fn line(case: &CaseAnswer) -> String {
    format!(
        "{:<14} {:<5} {:<28} {:<12} {:<16} {}",
        case.case,
        case.person.initials,
        case.title,
        case.track_label,
        case.status_label,
        due(case)
    )
}

fn due(case: &CaseAnswer) -> String {
    match (&case.due_on, case.days_left) {
        (Some(day), Some(left)) if left < 0 => format!("{day} (forfalt {} dager)", -left),
        (Some(day), Some(left)) => format!("{day} ({left} dager igjen)"),
        (Some(day), None) => day.clone(),
        (None, _) => "på vent".to_owned(),
    }
}

/// One case: what it is, when, why, what is to be done, and what has happened.
pub(super) fn case(case: &CaseShow) -> String {
    let mut lines = vec![
        format!(
            "{}  {}  {}  {}",
            case.summary.case, case.summary.title, case.summary.track_label, case.summary.status_label
        ),
        format!("Frist: {}", due(&case.summary)),
    ];
    lines.extend(
        case.deadline
            .steps
            .iter()
            .map(|step| format!("  {} {}", step.to_on.as_deref().unwrap_or("          "), step.text)),
    );
    lines.push("Sjekkliste:".to_owned());
    lines.extend(case.checks.iter().map(|check| {
        let mark = check.result.as_deref().unwrap_or(if check.required { "mangler" } else { "–" });
        format!("  [{mark}] {}: {}", check.id, check.text)
    }));
    for proposal in &case.proposals {
        let word = if proposal.proposed { "Foreslått" } else { "Ikke foreslått" };
        lines.push(format!("{word}: {}. {}", proposal.label, proposal.why));
    }
    if let Some(next) = &case.next_step {
        lines.push(format!("Neste steg: {}. {}", next.label, next.why));
    }
    lines.push("Tidslinje:".to_owned());
    lines.extend(
        case.timeline.iter().map(|entry| format!("  {:>3} {} {}  {}", entry.seq, entry.at, entry.actor, entry.text)),
    );
    lines.join("\n")
}
