//! Cases in words, for people at a terminal.

use chrono::{DateTime, NaiveDate, Utc};

use super::{attachments, review, task};
use crate::api::after::ComplaintAnswer;
use crate::api::breach::BreachAnswer;
use crate::api::case::CaseAnswer;
use crate::api::case_show::CaseShow;
use crate::api::desk::CaseListAnswer;
use crate::api::measures::MeasureAnswer;
use crate::api::reports::ReportAnswer;
use crate::api::request_show::RequestShow;
use crate::api::timeline::TimelineEntry;
use crate::law::calendar::oslo_time;
use crate::wording::dates::short_date;

/// What a step without a date has in the column of dates.
const NO_DATE: &str = "          ";

/// The work list, a case a line.
pub(super) fn list(page: &CaseListAnswer) -> String {
    if page.cases.is_empty() {
        return "Ingen saker passer til det du spør etter.".to_owned();
    }
    let mut lines: Vec<String> = page.cases.iter().map(line).collect();
    if let Some(next) = &page.next {
        lines.push(format!("Det er flere saker. Vis dem med --after {next}"));
    }
    lines.join("\n")
}

fn line(case: &CaseAnswer) -> String {
    format!(
        "{:<14} {:<6} {:<34} {:<16} {:<16} {}",
        case.case,
        if case.person.protected { "skjult" } else { case.person.initials.as_deref().unwrap_or_default() },
        case.title,
        case.track_label,
        case.status_label,
        due(case)
    ) + &case.covered_for.as_ref().map_or_else(String::new, |name| format!(" · for {name}"))
}

/// The due date and how near it is.
pub(super) fn due(case: &CaseAnswer) -> String {
    let Some(due_on) = &case.due_on else {
        let since = case.paused_since_on.as_deref().map(figures).unwrap_or_default();
        return format!("på vent fra {since}");
    };
    let day = figures(due_on);
    match case.days_left {
        None => day,
        Some(0) => format!("{day} (i dag)"),
        Some(left) if left < 0 => format!("{day} (forfalt for {} siden)", days(-left)),
        Some(left) => format!("{day} ({} igjen)", days(left)),
    }
}

fn days(number: i64) -> String {
    if number == 1 { "1 dag".to_owned() } else { format!("{number} dager") }
}

/// A date of an answer as it is written in Norway.
pub(super) fn figures(day: &str) -> String {
    day.parse::<NaiveDate>().map_or_else(|_| day.to_owned(), short_date)
}

/// An instant of an answer as the clock on the wall showed it.
pub(super) fn wall_clock(instant: &str) -> String {
    instant
        .parse::<DateTime<Utc>>()
        .map_or_else(|_| instant.to_owned(), |instant| oslo_time(instant).format("%d.%m.%Y kl. %H.%M").to_string())
}

/// One case: what it is, when, why, what is to be done, and what has happened.
pub(super) fn case(case: &CaseShow) -> String {
    let summary = &case.summary;
    let mut lines = vec![
        format!("{}  {}", summary.case, summary.title),
        format!("Tilstand: {}", summary.status_label),
        format!("Spor: {}", summary.track_label),
        format!("Saksbehandler: {}", summary.assignee.as_deref().unwrap_or("ingen ennå")),
        format!("Frist: {}", due(summary)),
    ];
    if let Some(open) = &case.deadline.open_suspension {
        lines.push(format!("Kommer svaret i dag, blir fristen {}.", figures(&open.due_if_answered_on)));
    }
    if let Some(extension) = &case.extension {
        let expected = figures(&extension.expected_on);
        lines.push(match &extension.notice_on {
            Some(notice_on) => format!("Fristen er forlenget {}. Svaret ventes {expected}.", figures(notice_on)),
            None => format!("Lengre frist er foreslått. Svaret ventes {expected}. Send meldingen, så gjelder den."),
        });
    }
    if let Some(decision) = &case.decision {
        lines.push(format!("Utfall: {}", decision.label));
    }
    let proposed = |code: &str| case.proposals.iter().any(|proposal| proposal.action == code);
    let warnings = summary.warnings.iter().filter(|warning| !proposed(&warning.code));
    lines.extend(warnings.map(|warning| format!("Merk: {}", warning.message)));
    lines.push("\nHvorfor denne datoen".to_owned());
    lines.extend(case.deadline.steps.iter().map(|step| {
        let day = step.to_on.as_deref().map_or_else(|| NO_DATE.to_owned(), figures);
        format!("  {day}  {}", step.text)
    }));
    lines.push("\nSjekkliste".to_owned());
    lines.extend(case.checks.iter().map(|check| {
        let mark = check.result.as_deref().unwrap_or(if check.required { "mangler" } else { "–" });
        format!("  [{mark}] {}: {}", check.id, check.text)
    }));
    lines.push("\nForslag".to_owned());
    for proposal in &case.proposals {
        let word = if proposal.proposed { "Ja" } else { "Nei" };
        lines.push(format!("  {}? {word}. {}", proposal.label, proposal.why));
    }
    if let Some(next) = &case.next_step {
        lines.push(format!("\nNeste steg\n  {}. {}", next.label, next.why));
    }
    if !case.measures.is_empty() {
        lines.push("\nTiltak".to_owned());
        lines.extend(case.measures.iter().map(measure));
    }
    if !case.tasks.is_empty() {
        lines.push("\nOppgaver (de flytter ikke fristen)".to_owned());
        lines.extend(case.tasks.iter().map(task::in_case));
    }
    if !case.complaints.is_empty() {
        lines.push("\nKlager".to_owned());
        lines.extend(case.complaints.iter().map(complaint));
    }
    if !case.breaches.is_empty() {
        lines.push("\nAvvik".to_owned());
        lines.extend(case.breaches.iter().map(breach));
    }
    lines.extend(review::in_case(&case.review));
    if !case.reports.is_empty() {
        lines.push("\nFølger med svaret".to_owned());
        lines.extend(case.reports.iter().map(report));
    }
    if !case.files.is_empty() {
        lines.push("\nVedlegg".to_owned());
        lines.extend(attachments::lines(case));
    }
    lines.push("\nTidslinje".to_owned());
    lines.extend(timeline(&case.timeline));
    if !case.notes.is_empty() {
        lines.push("\nNotater (kommer aldri med i brev)".to_owned());
        lines.extend(case.notes.iter().map(|note| format!("  {}  {}: {}", wall_clock(&note.at), note.by, note.text)));
    }
    lines.join("\n")
}

fn complaint(complaint: &ComplaintAnswer) -> String {
    let due = complaint.due_on.as_deref().map_or_else(String::new, |day| format!(", innen {}", figures(day)));
    let timing = complaint.timing_label.as_deref().map_or_else(String::new, |timing| format!(" {timing}."));
    let about = complaint.about.as_deref().unwrap_or("slettet");
    format!(
        "  {}. {}, kom {}. {}{due}.{timing} {about}",
        complaint.number,
        complaint.kind_label,
        figures(&complaint.received_on),
        complaint.state_label
    )
}

fn breach(breach: &BreachAnswer) -> String {
    let word = |label: &Option<String>| label.as_deref().map_or_else(String::new, |label| format!(" {label}."));
    let reference = breach.reference.as_deref().map_or_else(String::new, |number| format!(" ({number})"));
    let about = breach.about.as_deref().unwrap_or("slettet");
    let notified = breach.notified_at.as_deref().filter(|_| breach.verdict.as_deref() != Some("meldt"));
    let notified = notified.map_or_else(String::new, |at| format!(" Meldt til Datatilsynet {}.", wall_clock(at)));
    format!(
        "  {}. {}{reference}.{notified}{} {} {about}",
        breach.number,
        breach.state_label,
        word(&breach.verdict_label),
        breach.clock.text,
    )
}

fn report(report: &ReportAnswer) -> String {
    let title = report.title.as_deref().unwrap_or("slettet");
    let size = report.size.div_ceil(1024);
    format!("  {}. {}: {title} ({}, {size} kB)", report.number, report.used_as_label, report.kind_label)
}

fn measure(measure: &MeasureAnswer) -> String {
    let state = match (&measure.done_on, measure.state.as_str()) {
        (Some(day), _) => figures(day),
        (None, "open") => "gjenstår".to_owned(),
        (None, _) => "trengs ikke".to_owned(),
    };
    let text = [measure.text.as_deref(), measure.note.as_deref()].into_iter().flatten().collect::<Vec<_>>().join(" – ");
    format!("  [{state}] {}: {}{}{text}", measure.id, measure.label, if text.is_empty() { "" } else { ". " })
}

/// A request as a whole.
pub(super) fn request(request: &RequestShow) -> String {
    let mut lines = vec![format!(
        "{}  Kom {} ({})",
        request.request,
        figures(&request.received_on),
        request.channel_label.to_lowercase()
    )];
    for (name, value) in [("Deres referanse", &request.their_reference), ("Arkivnummer", &request.archive_number)] {
        lines.extend(value.as_ref().map(|value| format!("{name}: {value}")));
    }
    lines.extend(request.text.as_ref().map(|text| format!("\n{text}")));
    for other in &request.other_rules {
        lines.push(format!("\nAnnet regelverk: {}. {}", other.label, other.what_to_do));
        lines.extend(other.text.as_ref().map(|text| format!("  {text}")));
    }
    lines.push("\nSaker".to_owned());
    lines.extend(request.cases.iter().map(line));
    if request.cases.is_empty() {
        lines.push("  Ingen. Henvendelsen gjaldt ikke rettigheter etter personvernreglene.".to_owned());
    }
    lines.push("\nTidslinje".to_owned());
    lines.extend(timeline(&request.timeline));
    lines.join("\n")
}

fn timeline(entries: &[TimelineEntry]) -> impl Iterator<Item = String> {
    entries
        .iter()
        .map(|entry| format!("  {:>3}  {}  {}: {}", entry.seq, wall_clock(&entry.at), entry.actor, entry.text))
}
