//! The timeline of a case: each event of the log in words.

use chrono::SecondsFormat;
use serde::Serialize;
use ts_rs::TS;

use super::labels;
use crate::casework::ids::CaseLetter;
use crate::casework::letter::LetterKind;
use crate::casework::person::IdentityStatus;
use crate::casework::request::{Event, Recorded, Request};
use crate::usecase::{Opened, Rules};
use crate::wording::dates::short_date;
use crate::wording::{Language, Trilingual};

/// An event in words.
#[derive(Clone, Debug, Serialize, TS)]
#[allow(missing_docs)]
pub struct TimelineEntry {
    pub seq: u32,
    pub at: String,
    pub actor: String,
    pub kind: String,
    pub text: String,
}

/// The events that concern a case, oldest first.
#[must_use]
pub fn timeline(opened: &Opened, case: CaseLetter, rules: &Rules) -> Vec<TimelineEntry> {
    opened
        .log
        .iter()
        .filter(|recorded| concerns(&opened.request, &recorded.event, case))
        .map(|recorded| entry(opened, recorded, rules))
        .collect()
}

/// All that has happened in a request, oldest first.
#[must_use]
pub fn whole_timeline(opened: &Opened, rules: &Rules) -> Vec<TimelineEntry> {
    opened.log.iter().map(|recorded| entry(opened, recorded, rules)).collect()
}

fn concerns(request: &Request, event: &Event, wanted: CaseLetter) -> bool {
    match event {
        Event::RequestRegistered(_)
        | Event::IdentityChanged { .. }
        | Event::PersonCorrected { .. }
        | Event::OtherRulesNoted { .. }
        | Event::ArchiveNumberGiven { .. }
        | Event::ContentErased { .. } => true,
        Event::CaseOpened(opened) => opened.case == wanted,
        Event::LetterIssued(issued) => issued.cases.contains(&wanted),
        Event::ApprovalAsked { cases, .. }
        | Event::LetterApproved { cases, .. }
        | Event::LetterSentBack { cases, .. } => cases.contains(&wanted),
        Event::ReportAdded(added) => added.case == wanted,
        Event::LetterDelivery(delivery) => {
            request.letter(delivery.letter).is_some_and(|letter| letter.cases.contains(&wanted))
        }
        Event::CaseAssigned { case, .. }
        | Event::CheckRecorded { case, .. }
        | Event::CaseSuspended { case, .. }
        | Event::CaseResumed { case, .. }
        | Event::NoteAdded { case, .. }
        | Event::MeasureAdded { case, .. }
        | Event::MeasureSettled { case, .. }
        | Event::ReportRemoved { case, .. }
        | Event::CaseDecided { case, .. }
        | Event::ExtensionProposed { case, .. }
        | Event::CaseExtended { case, .. }
        | Event::PersonReminded { case, .. }
        | Event::CaseForwarded { case, .. }
        | Event::CaseWithdrawn { case, .. }
        | Event::CaseClosed { case } => *case == wanted,
    }
}

fn entry(opened: &Opened, recorded: &Recorded, rules: &Rules) -> TimelineEntry {
    TimelineEntry {
        seq: recorded.sequence,
        at: recorded.at.to_rfc3339_opts(SecondsFormat::Secs, true),
        actor: recorded.actor.clone(),
        kind: recorded.event.kind().to_owned(),
        text: text(opened, &recorded.event, rules),
    }
}

fn text(opened: &Opened, event: &Event, rules: &Rules) -> String {
    match event {
        Event::RequestRegistered(registered) => format!(
            "Henvendelsen er registrert. Den kom {} {}.",
            short_date(registered.received_on),
            labels::came_by(registered.channel)
        ),
        Event::CaseOpened(case) => format!("Saken er opprettet på sporet {}.", case.route.track.label(Language::Nb)),
        Event::CaseAssigned { to, .. } => format!("Saken er tildelt {to}."),
        Event::IdentityChanged { status } => match status {
            IdentityStatus::Unchecked => "Identiteten er ikke kontrollert.".to_owned(),
            IdentityStatus::Asked => "Det er spurt om identitet.".to_owned(),
            IdentityStatus::Confirmed { .. } => "Identiteten er bekreftet.".to_owned(),
            IdentityStatus::Failed => "Identiteten er ikke bekreftet.".to_owned(),
        },
        Event::CheckRecorded { check, result, .. } => {
            format!("Sjekkpunktet «{check}» er besvart: {}.", labels::check_result(*result).to_lowercase())
        }
        Event::CaseSuspended { ground, asked_on, reply_by_on, letter, .. } => {
            let by = letter.map_or_else(String::new, |letter| format!(" i brev {}", opened.number.document(letter)));
            format!(
                "Spurte {}{by}: {}. Svar innen {}.",
                short_date(*asked_on),
                ground.label().get(Language::Nb).to_lowercase(),
                short_date(*reply_by_on)
            )
        }
        Event::CaseResumed { ground, answered_on, .. } => {
            format!("Svaret kom {}: {}.", short_date(*answered_on), ground.label().get(Language::Nb).to_lowercase())
        }
        Event::NoteAdded { telephone_on: Some(day), .. } => format!("Notat fra telefonsamtale {}.", short_date(*day)),
        Event::NoteAdded { telephone_on: None, .. } => "Notat skrevet.".to_owned(),
        Event::MeasureAdded { to, .. } => {
            format!("Tiltak lagt til: {}.", to.label().get(Language::Nb).to_lowercase())
        }
        Event::MeasureSettled { measure, done_on: Some(day), .. } => {
            format!("Tiltaket «{}» er gjennomført {}.", measure.label().nb, short_date(*day))
        }
        Event::MeasureSettled { measure, done_on: None, .. } => {
            format!("Tiltaket «{}» trengs ikke.", measure.label().nb)
        }
        Event::ReportAdded(added) => {
            format!("{} lagt ved ({}).", added.used_as.label().get(Language::Nb), added.kind.label())
        }
        Event::ReportRemoved { report, .. } => format!("Fil {report} til svaret er tatt bort."),
        Event::OtherRulesNoted { rules, .. } => {
            format!("Noe i henvendelsen følger annet regelverk: {}.", rules.label().get(Language::Nb).to_lowercase())
        }
        Event::ArchiveNumberGiven { .. } => "Arkivnummer registrert.".to_owned(),
        Event::CaseDecided { outcome, .. } => {
            format!("Saken er avgjort: {}.", outcome.label(Language::Nb).to_lowercase())
        }
        Event::ApprovalAsked { kind, .. } => format!("Sendt til godkjenning: {}.", lower_kind(*kind)),
        Event::LetterApproved { kind, .. } => format!("Godkjent: {}.", lower_kind(*kind)),
        Event::LetterSentBack { kind, reason, .. } => format!(
            "Ikke godkjent, og sendt tilbake: {}.{}",
            lower_kind(*kind),
            opened.words(*reason).map_or_else(String::new, |reason| format!(" «{reason}»"))
        ),
        Event::LetterIssued(issued) => format!(
            "Brev {} er sendt: {} ({}).{}",
            opened.number.document(issued.sequence),
            lower_kind(issued.kind),
            labels::send_channel(issued.channel).to_lowercase(),
            issued.supersedes.map_or_else(String::new, |corrected| {
                format!(" Det retter brev {}.", opened.number.document(corrected))
            })
        ),
        Event::LetterDelivery(delivery) => {
            let number = opened.number.document(delivery.letter);
            let letter = Trilingual {
                nb: format!("Brev {number}").into(),
                nn: format!("Brev {number}").into(),
                en: format!("Letter {number}").into(),
            };
            delivery.told(&letter).get(Language::Nb).to_owned()
        }
        Event::ExtensionProposed { reason, expected_on, .. } => format!(
            "Lengre frist er foreslått: {}. Svaret ventes {}. Fristen er den samme til meldingen er sendt.",
            reason.label().get(Language::Nb).to_lowercase(),
            short_date(*expected_on)
        ),
        Event::CaseExtended { notice_on, letter, .. } => format!(
            "Fristen er forlenget til tre måneder fra mottak. Meldingen er sendt {} i brev {}.",
            short_date(*notice_on),
            opened.number.document(*letter)
        ),
        Event::PersonReminded { ground, reminded_on, reply_by_on, letter, .. } => format!(
            "Minnet om spørsmålet {} i brev {}: {}. Svar innen {}.",
            short_date(*reminded_on),
            opened.number.document(*letter),
            ground.label().get(Language::Nb).to_lowercase(),
            short_date(*reply_by_on)
        ),
        Event::CaseForwarded { to, .. } => {
            format!("Saken er sendt videre. Ansvarlig er {}.", rules.catalogue.body_name(to, Language::Nb))
        }
        Event::CaseWithdrawn { withdrawn_on, .. } => format!("Personen trakk kravet {}.", short_date(*withdrawn_on)),
        Event::PersonCorrected { .. } => "Opplysningene om personen er rettet eller utfylt.".to_owned(),
        Event::CaseClosed { .. } => "Saken er avsluttet.".to_owned(),
        Event::ContentErased { ground, .. } => format!("Opplysninger er slettet etter {ground}."),
    }
}

/// The kind of a letter inside a sentence.
fn lower_kind(kind: LetterKind) -> String {
    labels::letter_kind(kind).to_lowercase()
}
