//! The timeline of a case: each event of the log in words.

use chrono::SecondsFormat;
use serde::Serialize;
use ts_rs::TS;

use super::spoken::{say, spoken};
use super::{attachments, labels, tasks};
use crate::casework::access::Role;
use crate::casework::ids::{CaseLetter, ContentId};
use crate::casework::letter::LetterKind;
use crate::casework::person::IdentityStatus;
use crate::casework::request::{Event, FileOrigin, NewRedaction, Recorded, ReopenGround, Request, WrongEntry};
use crate::usecase::{Opened, Rules};
use crate::wording::Trilingual;
use crate::wording::dates::short_date;

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
        | Event::ReceiptCorrected(_)
        | Event::IdentityChanged { .. }
        | Event::PersonCorrected { .. }
        | Event::PersonNumberLinked { .. }
        | Event::PersonNumberUnlinked { .. }
        | Event::OtherParentChanged { .. }
        | Event::RepresentativeChanged { .. }
        | Event::ChildHeard(_)
        | Event::OtherRulesNoted { .. }
        | Event::ArchiveNumberGiven { .. }
        | Event::ContentErased { .. } => true,
        Event::CaseOpened(opened) => opened.case == wanted,
        Event::LetterIssued(issued) => issued.cases.contains(&wanted),
        Event::ApprovalAsked { cases, .. }
        | Event::LetterApproved { cases, .. }
        | Event::LetterSentBack { cases, .. } => cases.contains(&wanted),
        Event::ReportAdded(added) => added.case == wanted,
        Event::Task(task) => task.case == wanted,
        Event::FileAttached(added) | Event::FileRedacted(NewRedaction { copy: added, .. }) => {
            added.origin == FileOrigin::Person || added.case == wanted
        }
        Event::FileRetitled { file, .. } | Event::FileRemoved { file, .. } => {
            request.any_file(*file).is_some_and(|file| file.belongs_to(wanted))
        }
        Event::Complaint(complaint) => complaint.case == wanted,
        Event::Breach(breach) => breach.case == wanted,
        Event::DateReview(review) => review.case == wanted,
        Event::CaseTied(tie) => tie.case == wanted,
        Event::LetterDelivery(delivery) => {
            request.letter(delivery.letter).is_some_and(|letter| letter.cases.contains(&wanted))
        }
        Event::CaseAssigned { case, .. }
        | Event::CaseReleased { case }
        | Event::CheckRecorded { case, .. }
        | Event::CaseSuspended { case, .. }
        | Event::CaseResumed { case, .. }
        | Event::NoteAdded { case, .. }
        | Event::MeasureAdded { case, .. }
        | Event::MeasureSettled { case, .. }
        | Event::EntryCorrected { case, .. }
        | Event::ReportRemoved { case, .. }
        | Event::CaseDecided { case, .. }
        | Event::ExtensionProposed { case, .. }
        | Event::CaseExtended { case, .. }
        | Event::PersonReminded { case, .. }
        | Event::CaseForwarded { case, .. }
        | Event::CaseWithdrawn { case, .. }
        | Event::InForceReviewed { case, .. }
        | Event::InForceLifted { case, .. }
        | Event::CaseReopened { case, .. }
        | Event::CaseClosed { case } => *case == wanted,
    }
}

fn entry(opened: &Opened, recorded: &Recorded, rules: &Rules) -> TimelineEntry {
    TimelineEntry {
        seq: recorded.sequence,
        at: recorded.at.to_rfc3339_opts(SecondsFormat::Secs, true),
        actor: recorded.actor.clone(),
        kind: recorded.event.kind().to_owned(),
        text: text(opened, recorded, rules),
    }
}

fn text(opened: &Opened, recorded: &Recorded, rules: &Rules) -> String {
    match &recorded.event {
        Event::RequestRegistered(registered) => say!(
            format!(
                "Henvendelsen er registrert. Den kom {} {}.",
                short_date(registered.received_on),
                labels::came_by(registered.channel)
            ),
            format!(
                "Førespurnaden er registrert. Han kom {} {}.",
                short_date(registered.received_on),
                labels::came_by(registered.channel)
            ),
            format!(
                "The request is registered. It came on {} {}.",
                short_date(registered.received_on),
                labels::came_by(registered.channel)
            ),
        ),
        Event::CaseOpened(case) => say!(
            format!("Saken er opprettet på sporet {}.", case.route.track.label(spoken())),
            format!("Saka er oppretta på sporet {}.", case.route.track.label(spoken())),
            format!("The case is made on the track {}.", case.route.track.label(spoken())),
        ),
        Event::CaseAssigned { case, to } => assigned(opened, recorded, *case, to),
        Event::Task(task) => tasks::told(opened, task, spoken()),
        Event::EntryCorrected { case, entry, reason } => {
            let words = opened.words(*reason).map_or_else(String::new, |reason| format!(" «{reason}»"));
            format!("{}{words}", corrected(opened, *case, *entry))
        }
        Event::ReceiptCorrected(correction) => {
            let (to, from) = (short_date(correction.to_on), short_date(correction.from_on));
            let told = say!(
                format!("Mottaksdatoen er rettet: mottatt {to}, rettet fra {from}."),
                format!("Mottaksdatoen er retta: motteken {to}, retta frå {from}."),
                format!("The date of receipt is corrected: received {to}, corrected from {from}."),
            );
            because(opened, correction.reason, &told)
        }
        Event::CaseReleased { .. } => say!(
            "Saken er ikke lenger tildelt noen.",
            "Saka er ikkje lenger tildelt nokon.",
            "The case is no longer assigned to anyone.",
        )
        .to_owned(),
        Event::IdentityChanged { status } => match status {
            IdentityStatus::Unchecked => say!(
                "Identiteten er ikke kontrollert.",
                "Identiteten er ikkje kontrollert.",
                "The identity has not been checked.",
            )
            .to_owned(),
            IdentityStatus::Asked => say!(
                "Det er spurt om identitet.",
                "Det er spurt om identitet.",
                "The person was asked for proof of identity.",
            )
            .to_owned(),
            IdentityStatus::Confirmed { method, on } => {
                let on = on.map_or_else(String::new, |day| format!(" {}", short_date(day)));
                let how = method
                    .map_or_else(String::new, |method| format!(": {}", method.label().get(spoken()).to_lowercase()));
                say!(
                    format!("Identiteten er bekreftet{on}{how}."),
                    format!("Identiteten er stadfesta{on}{how}."),
                    format!("The identity is confirmed{on}{how}."),
                )
            }
            IdentityStatus::Failed => say!(
                "Identiteten er ikke bekreftet.",
                "Identiteten er ikkje stadfesta.",
                "The identity is not confirmed.",
            )
            .to_owned(),
        },
        Event::CheckRecorded { check, result, .. } => say!(
            format!("Sjekkpunktet «{check}» er besvart: {}.", labels::check_result(*result).to_lowercase()),
            format!("Sjekkpunktet «{check}» er svart på: {}.", labels::check_result(*result).to_lowercase()),
            format!("The check “{check}” is answered: {}.", labels::check_result(*result).to_lowercase()),
        ),
        Event::CaseSuspended { ground, asked_on, reply_by_on, letter, .. } => {
            let by = letter.map_or_else(String::new, |letter| {
                say!(
                    format!(" i brev {}", opened.number.document(letter)),
                    format!(" i brev {}", opened.number.document(letter)),
                    format!(" in letter {}", opened.number.document(letter)),
                )
            });
            say!(
                format!(
                    "Spurte {}{by}: {}. Svar innen {}.",
                    short_date(*asked_on),
                    ground.label().get(spoken()).to_lowercase(),
                    short_date(*reply_by_on)
                ),
                format!(
                    "Spurde {}{by}: {}. Svar innan {}.",
                    short_date(*asked_on),
                    ground.label().get(spoken()).to_lowercase(),
                    short_date(*reply_by_on)
                ),
                format!(
                    "Asked {}{by}: {}. Answer by {}.",
                    short_date(*asked_on),
                    ground.label().get(spoken()).to_lowercase(),
                    short_date(*reply_by_on)
                ),
            )
        }
        Event::CaseResumed { ground, answered_on, .. } => say!(
            format!("Svaret kom {}: {}.", short_date(*answered_on), ground.label().get(spoken()).to_lowercase()),
            format!("Svaret kom {}: {}.", short_date(*answered_on), ground.label().get(spoken()).to_lowercase()),
            format!("The answer came {}: {}.", short_date(*answered_on), ground.label().get(spoken()).to_lowercase()),
        ),
        Event::NoteAdded { telephone_on: Some(day), .. } => say!(
            format!("Notat fra telefonsamtale {}.", short_date(*day)),
            format!("Notat frå telefonsamtale {}.", short_date(*day)),
            format!("Note from a phone call {}.", short_date(*day)),
        ),
        Event::NoteAdded { telephone_on: None, .. } => {
            say!("Notat skrevet.", "Notat skrive.", "Note written.").to_owned()
        }
        Event::MeasureAdded { to, .. } => say!(
            format!("Tiltak lagt til: {}.", to.label().get(spoken()).to_lowercase()),
            format!("Tiltak lagt til: {}.", to.label().get(spoken()).to_lowercase()),
            format!("Measure added: {}.", to.label().get(spoken()).to_lowercase()),
        ),
        Event::MeasureSettled { measure, done_on: Some(day), .. } => say!(
            format!("Tiltaket «{}» er gjennomført {}.", measure.label().get(spoken()), short_date(*day)),
            format!("Tiltaket «{}» er gjennomført {}.", measure.label().get(spoken()), short_date(*day)),
            format!("The measure “{}” was carried out {}.", measure.label().get(spoken()), short_date(*day)),
        ),
        Event::MeasureSettled { measure, done_on: None, .. } => say!(
            format!("Tiltaket «{}» trengs ikke.", measure.label().get(spoken())),
            format!("Tiltaket «{}» trengst ikkje.", measure.label().get(spoken())),
            format!("The measure “{}” is not needed.", measure.label().get(spoken())),
        ),
        Event::ReportAdded(added) => say!(
            format!("{} lagt ved ({}).", added.used_as.label().get(spoken()), added.kind.label()),
            format!("{} lagt ved ({}).", added.used_as.label().get(spoken()), added.kind.label()),
            format!("{} attached ({}).", added.used_as.label().get(spoken()), added.kind.label()),
        ),
        Event::ReportRemoved { report, .. } => say!(
            format!("Fil {report} til svaret er tatt bort."),
            format!("Fil {report} til svaret er teken bort."),
            format!("File {report} for the answer is removed."),
        ),
        Event::FileAttached(_) | Event::FileRetitled { .. } | Event::FileRemoved { .. } | Event::FileRedacted(_) => {
            attachments::told(opened, &recorded.event, &rules.catalogue)
        }
        Event::OtherRulesNoted { rules, .. } => say!(
            format!("Noe i henvendelsen følger annet regelverk: {}.", rules.label().get(spoken()).to_lowercase()),
            format!("Noko i førespurnaden følgjer anna regelverk: {}.", rules.label().get(spoken()).to_lowercase()),
            format!(
                "Something in the request falls under other rules: {}.",
                rules.label().get(spoken()).to_lowercase()
            ),
        ),
        Event::ArchiveNumberGiven { .. } => {
            say!("Arkivnummer registrert.", "Arkivnummer registrert.", "Archive number recorded.").to_owned()
        }
        Event::CaseDecided { outcome, .. } => say!(
            format!("Saken er avgjort: {}.", outcome.label(spoken()).to_lowercase()),
            format!("Saka er avgjord: {}.", outcome.label(spoken()).to_lowercase()),
            format!("The case is decided: {}.", outcome.label(spoken()).to_lowercase()),
        ),
        Event::ApprovalAsked { kind, .. } => say!(
            format!("Sendt til godkjenning: {}.", lower_kind(*kind)),
            format!("Sendt til godkjenning: {}.", lower_kind(*kind)),
            format!("Sent for approval: {}.", lower_kind(*kind)),
        ),
        Event::LetterApproved { kind, .. } => say!(
            format!("Godkjent: {}.", lower_kind(*kind)),
            format!("Godkjent: {}.", lower_kind(*kind)),
            format!("Approved: {}.", lower_kind(*kind)),
        ),
        Event::LetterSentBack { kind, reason, .. } => say!(
            format!(
                "Ikke godkjent, og sendt tilbake: {}.{}",
                lower_kind(*kind),
                opened.words(*reason).map_or_else(String::new, |reason| format!(" «{reason}»"))
            ),
            format!(
                "Ikkje godkjent, og sendt tilbake: {}.{}",
                lower_kind(*kind),
                opened.words(*reason).map_or_else(String::new, |reason| format!(" «{reason}»"))
            ),
            format!(
                "Not approved, and sent back: {}.{}",
                lower_kind(*kind),
                opened.words(*reason).map_or_else(String::new, |reason| format!(" «{reason}»"))
            ),
        ),
        Event::LetterIssued(issued) => {
            let number = opened.number.document(issued.sequence);
            let kind = lower_kind(issued.kind);
            let channel = labels::send_channel(issued.channel).to_lowercase();
            let corrects = issued.supersedes.map_or_else(String::new, |corrected| {
                let corrected = opened.number.document(corrected);
                say!(
                    format!(" Det retter brev {corrected}."),
                    format!(" Det rettar brev {corrected}."),
                    format!(" It corrects letter {corrected}."),
                )
            });
            say!(
                format!("Brev {number} er sendt: {kind} ({channel}).{corrects}"),
                format!("Brev {number} er sendt: {kind} ({channel}).{corrects}"),
                format!("Letter {number} is sent: {kind} ({channel}).{corrects}"),
            )
        }
        Event::LetterDelivery(delivery) => {
            let number = opened.number.document(delivery.letter);
            let letter = Trilingual {
                nb: format!("Brev {number}").into(),
                nn: format!("Brev {number}").into(),
                en: format!("Letter {number}").into(),
            };
            delivery.told(&letter).get(spoken()).to_owned()
        }
        Event::ExtensionProposed { reason, expected_on, .. } => say!(
            format!(
                "Lengre frist er foreslått: {}. Svaret ventes {}. Fristen er den samme til meldingen er sendt.",
                reason.label().get(spoken()).to_lowercase(),
                short_date(*expected_on)
            ),
            format!(
                "Lengre frist er foreslått: {}. Svaret er venta {}. Fristen er den same til meldinga er send.",
                reason.label().get(spoken()).to_lowercase(),
                short_date(*expected_on)
            ),
            format!(
                "A longer deadline is proposed: {}. The answer is expected {}. The deadline stays the same until the notice is sent.",
                reason.label().get(spoken()).to_lowercase(),
                short_date(*expected_on)
            ),
        ),
        Event::CaseExtended { notice_on, letter, .. } => say!(
            format!(
                "Fristen er forlenget til tre måneder fra mottak. Meldingen er sendt {} i brev {}.",
                short_date(*notice_on),
                opened.number.document(*letter)
            ),
            format!(
                "Fristen er forlengd til tre månader frå mottak. Meldinga er send {} i brev {}.",
                short_date(*notice_on),
                opened.number.document(*letter)
            ),
            format!(
                "The deadline is extended to three months from receipt. The notice was sent {} in letter {}.",
                short_date(*notice_on),
                opened.number.document(*letter)
            ),
        ),
        Event::PersonReminded { ground, reminded_on, reply_by_on, letter, .. } => say!(
            format!(
                "Minnet om spørsmålet {} i brev {}: {}. Svar innen {}.",
                short_date(*reminded_on),
                opened.number.document(*letter),
                ground.label().get(spoken()).to_lowercase(),
                short_date(*reply_by_on)
            ),
            format!(
                "Minte om spørsmålet {} i brev {}: {}. Svar innan {}.",
                short_date(*reminded_on),
                opened.number.document(*letter),
                ground.label().get(spoken()).to_lowercase(),
                short_date(*reply_by_on)
            ),
            format!(
                "Reminded of the question {} in letter {}: {}. Answer by {}.",
                short_date(*reminded_on),
                opened.number.document(*letter),
                ground.label().get(spoken()).to_lowercase(),
                short_date(*reply_by_on)
            ),
        ),
        Event::CaseForwarded { to, .. } => say!(
            format!("Saken er sendt videre. Ansvarlig er {}.", rules.catalogue.body_name(to, spoken())),
            format!("Saka er send vidare. Ansvarleg er {}.", rules.catalogue.body_name(to, spoken())),
            format!("The case is forwarded. {} is responsible.", rules.catalogue.body_name(to, spoken())),
        ),
        Event::CaseWithdrawn { withdrawn_on, .. } => say!(
            format!("Personen trakk kravet {}.", short_date(*withdrawn_on)),
            format!("Personen trekte kravet {}.", short_date(*withdrawn_on)),
            format!("The person withdrew the claim {}.", short_date(*withdrawn_on)),
        ),
        Event::PersonCorrected { .. } => say!(
            "Opplysningene om personen er rettet eller utfylt.",
            "Opplysningane om personen er retta eller fylte ut.",
            "The person’s details are corrected or completed.",
        )
        .to_owned(),
        Event::PersonNumberLinked { reason, .. } => because(
            opened,
            *reason,
            say!(
                "Et nummer til er koblet til personen.",
                "Eit nummer til er kopla til personen.",
                "Another number is linked to the person.",
            ),
        ),
        Event::PersonNumberUnlinked { reason, .. } => because(
            opened,
            *reason,
            say!(
                "Koblingen til et nummer er tatt bort.",
                "Koplinga til eit nummer er teken bort.",
                "The link to a number is removed.",
            ),
        ),
        Event::RepresentativeChanged { representative: Some(_), reason } => because(
            opened,
            *reason,
            say!(
                "Den som handler for personen, er endret.",
                "Den som handlar for personen, er endra.",
                "Who acts for the person is changed.",
            ),
        ),
        Event::RepresentativeChanged { representative: None, reason } => because(
            opened,
            *reason,
            say!(
                "Ingen handler lenger for personen.",
                "Ingen handlar lenger for personen.",
                "Nobody acts for the person any more.",
            ),
        ),
        Event::OtherParentChanged { parent: Some(_), reason } => because(
            opened,
            *reason,
            say!(
                "Den andre med foreldreansvar er registrert.",
                "Den andre med foreldreansvar er registrert.",
                "The other person with parental responsibility is recorded.",
            ),
        ),
        Event::OtherParentChanged { parent: None, reason } => because(
            opened,
            *reason,
            say!(
                "Ingen andre er registrert med foreldreansvar lenger.",
                "Ingen andre er registrerte med foreldreansvar lenger.",
                "Nobody else is recorded with parental responsibility any more.",
            ),
        ),
        Event::ChildHeard(heard) => {
            let parents = match heard.tell_parents {
                Some(true) => say!(
                    " Barnet vil at foreldrene får vite om saken.",
                    " Barnet vil at foreldra får vite om saka.",
                    " The child wants the parents to know of the case.",
                ),
                Some(false) => say!(
                    " Barnet vil ikke at foreldrene får vite om saken.",
                    " Barnet vil ikkje at foreldra får vite om saka.",
                    " The child does not want the parents to know of the case.",
                ),
                None => "",
            };
            let day = short_date(heard.heard_on);
            say!(
                format!("Barnet ble hørt {day}.{parents}"),
                format!("Barnet blei høyrt {day}.{parents}"),
                format!("The child was heard {day}.{parents}"),
            )
        }
        Event::InForceReviewed { reviewed_on, next_on, .. } => {
            let (on, next) = (short_date(*reviewed_on), short_date(*next_on));
            say!(
                format!("Vurdert {on}: gjelder fortsatt. Vurderes igjen {next}."),
                format!("Vurdert {on}: gjeld framleis. Blir vurdert att {next}."),
                format!("Reviewed {on}: still in force. Next review {next}."),
            )
        }
        Event::InForceLifted { lifted_on, reason, .. } => {
            let day = short_date(*lifted_on);
            because(
                opened,
                *reason,
                &say!(format!("Opphevet {day}."), format!("Oppheva {day}."), format!("Lifted {day}.")),
            )
        }
        Event::CaseClosed { .. } => say!("Saken er avsluttet.", "Saka er avslutta.", "The case is closed.").to_owned(),
        Event::CaseReopened { ground, by, .. } => reopened(*ground, *by).get(spoken()).to_owned(),
        Event::CaseTied(tie) => tie.how.told(tie.other).get(spoken()).to_owned(),
        Event::Breach(breach) => breach.what.told(breach.breach).get(spoken()).to_owned(),
        Event::DateReview(review) => {
            let told = review.what.told();
            let told = told.get(spoken());
            review.what.words().map_or_else(|| told.to_owned(), |words| because(opened, words, told))
        }
        Event::Complaint(complaint) => complaint.what.told().get(spoken()).to_owned(),
        Event::ContentErased { ground, .. } => say!(
            format!("Opplysninger er slettet etter {ground}."),
            format!("Opplysningar er sletta etter {ground}."),
            format!("Data are erased under {ground}."),
        ),
    }
}

/// Who got the case, and from whom where somebody had it.
fn assigned(opened: &Opened, recorded: &Recorded, case: CaseLetter, to: &str) -> String {
    let before = opened.log.iter().take_while(|earlier| earlier.sequence < recorded.sequence).filter_map(|earlier| {
        if let Event::CaseAssigned { case: of, to } = &earlier.event { (*of == case).then_some(to) } else { None }
    });
    match before.last().filter(|before| *before != to) {
        Some(before) if recorded.actor == to => say!(
            format!("{to} tok over saken fra {before}."),
            format!("{to} tok over saka frå {before}."),
            format!("{to} took over the case from {before}."),
        ),
        Some(before) => say!(
            format!("Saken er flyttet fra {before} til {to}."),
            format!("Saka er flytt frå {before} til {to}."),
            format!("The case is moved from {before} to {to}."),
        ),
        None => say!(
            format!("Saken er tildelt {to}."),
            format!("Saka er tildelt {to}."),
            format!("The case is assigned to {to}."),
        ),
    }
}

/// That an entry was made by mistake.
fn corrected(opened: &Opened, case: CaseLetter, entry: WrongEntry) -> String {
    match entry {
        WrongEntry::Extension => say!(
            "Forslaget om lengre frist er rettet: det ble registrert ved en feil.".to_owned(),
            "Forslaget om lengre frist er retta: det blei registrert ved ein feil.".to_owned(),
            "The proposal of a longer deadline is corrected: it was recorded by mistake.".to_owned(),
        ),
        WrongEntry::Suspension(number) => {
            let place = usize::try_from(number).ok().and_then(|number| number.checked_sub(1));
            let asked = opened.request.case(case).zip(place).and_then(|(case, place)| case.suspensions.0.get(place));
            let what = asked.map_or_else(String::new, |asked| {
                let ground = asked.ground.label().get(spoken()).to_lowercase();
                format!(" {} ({ground})", short_date(asked.asked_on))
            });
            say!(
                format!("Spørsmålet{what} er rettet: det ble registrert ved en feil, og pausen teller ikke."),
                format!("Spørsmålet{what} er retta: det blei registrert ved ein feil, og pausen tel ikkje."),
                format!("The question{what} is corrected: it was recorded by mistake, and the pause does not count."),
            )
        }
    }
}

/// What happened, with the reason as somebody wrote it; the reason is gone once it is erased.
fn because(opened: &Opened, reason: ContentId, what: &str) -> String {
    opened.words(reason).map_or_else(|| what.to_owned(), |reason| format!("{what} «{reason}»"))
}

/// That a case was opened again, why, and what does not follow from it.
fn reopened(ground: ReopenGround, by: Role) -> Trilingual {
    let (why, role) = (ground.label(), by.label());
    let by = &role.nb;
    Trilingual {
        nb: format!("Saken er gjenåpnet av {by}: {}. Fristen i loven er den samme som før.", lower_first(&why.nb))
            .into(),
        nn: format!("Saka er opna igjen av {}: {}. Fristen i lova er den same som før.", role.nn, lower_first(&why.nn))
            .into(),
        en: format!("The case was reopened by {}: {}. The date in law is what it was.", role.en, lower_first(&why.en))
            .into(),
    }
}

fn lower_first(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

/// The kind of a letter inside a sentence.
fn lower_kind(kind: LetterKind) -> String {
    labels::letter_kind(kind).to_lowercase()
}
