//! What is proposed for a case, and the one thing to do next.

use chrono::NaiveDate;
use serde::Serialize;
use ts_rs::TS;

use super::labels;
use crate::casework::letter::LetterKind;
use crate::casework::request::{
    Case, DeliveryState, Extension, LetterIssued, MeasureFor, MeasureId, Phase, ProposedAction, Verdict,
    proposals as proposed,
};
use crate::law::calendar::is_near;
use crate::law::deadline::interim_reply_due_on;
use crate::law::rights::{Mode, Outcome, Right, Track};
use crate::usecase::{Opened, Rules};
use crate::wording::Language;
use crate::wording::dates::short_date;

/// The one thing to do next.
#[derive(Clone, Debug, Serialize, TS)]
#[allow(missing_docs)]
pub struct NextStepAnswer {
    /// `letter`, `approve`, `check`, `decide`, `forward`, `close`, `resume`, `measure`, `delivery`.
    pub action: String,
    /// What it is done to: a kind of letter, a point of the checklist, the outcome that is proposed, or an issued letter.
    pub target: Option<String>,
    pub label: String,
    pub why: String,
}

/// Whether something is proposed, and why.
#[derive(Clone, Debug, Serialize, TS)]
#[allow(missing_docs)]
pub struct ProposalAnswer {
    pub action: String,
    pub proposed: bool,
    pub label: String,
    pub why: String,
    pub source: String,
}

/// A kind of letter for the case.
#[derive(Clone, Debug, Serialize, TS)]
#[allow(missing_docs)]
pub struct LetterKindAnswer {
    pub kind: String,
    pub label: String,
    pub proposed: bool,
    pub why: Option<String>,
}

/// What is proposed to ask for or not, in words.
#[must_use]
pub fn proposals(opened: &Opened, case: &Case, today: NaiveDate) -> Vec<ProposalAnswer> {
    proposed(&opened.request, case, opened.has_address(), !opened.attachments().is_empty(), today)
        .into_iter()
        .map(|proposal| ProposalAnswer {
            action: proposal.action.id().to_owned(),
            proposed: proposal.proposed,
            label: match proposal.action {
                ProposedAction::AskIdentity => "Be om identitet og adresse".to_owned(),
                ProposedAction::AskGrounds => "Be om begrunnelse".to_owned(),
                ProposedAction::Remind => "Send en påminnelse".to_owned(),
                ProposedAction::DecideOnKnown => "Avgjør ut fra det som er kjent".to_owned(),
                ProposedAction::Dismiss => "Avvis kravet".to_owned(),
            },
            why: proposal.why.get(Language::Nb).to_owned(),
            source: proposal.source.to_owned(),
        })
        .collect()
}

/// The one thing to do next.
#[must_use]
pub fn next_step(opened: &Opened, case: &Case, rules: &Rules, today: NaiveDate) -> Option<NextStepAnswer> {
    if let Some(lost) = returned_letter(opened, case) {
        let why = format!("Brev {} kom i retur {}.", lost.0, short_date(lost.1));
        return step("delivery", Some(&lost.0), "Sjekk adressen og send på nytt", &why);
    }
    match case.phase {
        Phase::Closed => None,
        Phase::Answered | Phase::Forwarded { told: true }
            if let Some(letter) = unopened_letter(opened, case, today) =>
        {
            second_notice(&letter)
        }
        Phase::Answered if tells_recipient(case) => {
            letter(LetterKind::RecipientsNotice, "Endringen er gjort. De som har fått opplysningene, skal få vite det.")
        }
        Phase::Answered if let Some(measure) = case.open_measures().next() => {
            step("measure", Some(&measure.to_string()), "Registrer tiltaket", "Svaret er sendt. Tiltakene gjenstår.")
        }
        Phase::Answered => step("close", None, "Avslutt saken", "Svaret er sendt."),
        Phase::Withdrawn => step("close", None, "Avslutt saken", "Personen har trukket kravet."),
        Phase::Forwarded { told: true } => step("close", None, "Avslutt saken", "Personen vet hvem som er ansvarlig."),
        Phase::Forwarded { told: false } if is_sent_on(case) && !sent(opened, case, LetterKind::Forwarding) => {
            letter(LetterKind::Forwarding, "Kravet skal til den som er ansvarlig.")
        }
        Phase::Forwarded { told: false } if is_referred(opened, case) => {
            letter(LetterKind::Referral, "Personen skal få vite hvem kravet må sendes til.")
        }
        Phase::Forwarded { told: false } => {
            letter(LetterKind::ForwardingNotice, "Personen skal få vite hvem som er ansvarlig.")
        }
        Phase::Decided if goes_to_archives(case) && !sent(opened, case, LetterKind::KassasjonOpinion) => letter(
            LetterKind::KassasjonOpinion,
            "Søknaden skal til Nasjonalarkivet, med det dere mener, før personen får svar.",
        ),
        Phase::Decided => after_decision(opened, case),
        Phase::Open => while_open(opened, case, rules, today),
    }
}

/// Once a case is decided its answer is written, and put before a second person where the office has one.
fn after_decision(opened: &Opened, case: &Case) -> Option<NextStepAnswer> {
    let pending = opened.request.approvals_of(case.opened.case).find(|approval| Case::is_answer(approval.kind));
    let kind = pending.map_or_else(|| answer_kind(case), |approval| approval.kind);
    let why = match pending.map(|approval| &approval.verdict) {
        None => "Saken er avgjort. Personen venter på svaret.",
        Some(Verdict::Asked) => {
            return step("approve", Some(kind.id()), "Godkjenn brevet", "Brevet venter på godkjenning av en leder.");
        }
        Some(Verdict::SentBack { .. }) => "Brevet er sendt tilbake og må rettes.",
        Some(Verdict::Approved { .. }) => "Brevet er godkjent og kan ferdigstilles.",
    };
    letter(kind, why)
}

fn while_open(opened: &Opened, case: &Case, rules: &Rules, today: NaiveDate) -> Option<NextStepAnswer> {
    let proposals = proposals(opened, case, today);
    let proposed =
        |action: ProposedAction| proposals.iter().find(|given| given.proposed && given.action == action.id());
    if let Some(proposal) = proposed(ProposedAction::Remind) {
        return letter(LetterKind::Reminder, &proposal.why);
    }
    if let Some(proposal) = proposed(ProposedAction::Dismiss) {
        return step("decide", Some(Outcome::Dismissed.id()), &proposal.label, &proposal.why);
    }
    if let Some(proposal) = proposed(ProposedAction::DecideOnKnown) {
        return step("decide", None, &proposal.label, &proposal.why);
    }
    if let Some(open) = case.suspensions.open().next() {
        if let Some(letter) = unopened_letter(opened, case, today) {
            return second_notice(&letter);
        }
        let why = format!("Saken venter på: {}.", lower_first(open.ground.label().get(Language::Nb)));
        return step("resume", Some(open.ground.id()), "Registrer svaret", &why);
    }
    if let Some(proposal) = proposed(ProposedAction::AskIdentity) {
        return letter(LetterKind::IdentityRequest, &proposal.why);
    }
    if !sent(opened, case, LetterKind::Acknowledgement) {
        return letter(
            LetterKind::Acknowledgement,
            "Personen skal få vite at kravet er mottatt, og når svaret kommer.",
        );
    }
    if let Some(proposal) = proposed(ProposedAction::AskGrounds) {
        return letter(LetterKind::Section25GroundsRequest, &proposal.why);
    }
    let register = rules.catalogue.get(&case.opened.register);
    match opened.request.unanswered(case).next() {
        Some(point) => {
            let text = register
                .zip(point.parse().ok())
                .and_then(|(register, id)| rules.catalogue.check(register, &id))
                .map_or_else(|| point.to_owned(), |check| check.text.get(Language::Nb).to_owned());
            step("check", Some(point), "Svar på neste punkt", &text)
        }
        None if case.opened.route.track == Track::Forward => {
            let body = rules.catalogue.body_name(&case.opened.route.handled_by, Language::Nb);
            step("forward", None, "Send saken videre", &format!("Ansvarlig er {body}."))
        }
        None => step("decide", None, "Avgjør saken", "Sjekklisten er ferdig."),
    }
}

/// The first letter of a case that came back and was not sent again, with the day.
fn returned_letter(opened: &Opened, case: &Case) -> Option<(String, NaiveDate)> {
    let lost = |letter: &LetterIssued| {
        let states = opened.request.deliveries_of(letter);
        let on = states.iter().find_map(DeliveryState::returned_on)?;
        Some((opened.number.document(letter.sequence).to_string(), on))
    };
    letters_of(opened, case).find_map(lost)
}

/// The first letter of a case that has lain in a digital mailbox for a week without anybody having said that it was opened.
fn unopened_letter(opened: &Opened, case: &Case, today: NaiveDate) -> Option<String> {
    let due = |state: &DeliveryState| state.second_notice_from_on().is_some_and(|from_on| from_on <= today);
    let letter = letters_of(opened, case).find(|letter| opened.request.deliveries_of(letter).iter().any(due))?;
    Some(opened.number.document(letter.sequence).to_string())
}

fn letters_of<'a>(opened: &'a Opened, case: &'a Case) -> impl Iterator<Item = &'a LetterIssued> {
    opened.request.letters.iter().filter(|letter| letter.cases.contains(&case.opened.case))
}

fn second_notice(letter: &str) -> Option<NextStepAnswer> {
    let why = format!(
        "Det er ikke registrert at brev {letter} er åpnet. Er det ikke det, skal mottakeren varsles en gang til."
    );
    step("delivery", Some(letter), "Andre varsel", &why)
}

fn step(action: &str, target: Option<&str>, label: &str, why: &str) -> Option<NextStepAnswer> {
    Some(NextStepAnswer {
        action: action.to_owned(),
        target: target.map(str::to_owned),
        label: label.to_owned(),
        why: why.to_owned(),
    })
}

fn letter(kind: LetterKind, why: &str) -> Option<NextStepAnswer> {
    let label = format!("Skriv brev: {}", lower_first(&labels::letter_kind(kind)));
    step("letter", Some(kind.id()), &label, why)
}

/// The letters that there are texts for and that belong to the case, each with whether it is proposed now.
#[must_use]
pub fn letter_kinds(opened: &Opened, case: &Case, today: NaiveDate) -> Vec<LetterKindAnswer> {
    let proposals = proposals(opened, case, today);
    let as_proposed = |action: ProposedAction, otherwise: &str| {
        let found = proposals.iter().find(|proposal| proposal.action == action.id());
        found.map_or_else(|| (false, otherwise.to_owned()), |proposal| (proposal.proposed, proposal.why.clone()))
    };
    LetterKind::ALL
        .into_iter()
        .filter(|kind| belongs(*kind, opened, case))
        .map(|kind| {
            let (proposed, why) = match kind {
                LetterKind::Acknowledgement if sent(opened, case, kind) => (false, "Bekreftelsen er sendt.".to_owned()),
                LetterKind::Acknowledgement => (true, "Personen skal få vite at kravet er mottatt.".to_owned()),
                LetterKind::IdentityRequest => as_proposed(ProposedAction::AskIdentity, ""),
                LetterKind::Section25GroundsRequest => as_proposed(ProposedAction::AskGrounds, ""),
                LetterKind::Reminder => {
                    as_proposed(ProposedAction::Remind, "Svarfristen er ikke ute for noe spørsmål til personen.")
                }
                LetterKind::ClarificationRequest => {
                    (false, "Bruk det når det ikke går frem hva kravet gjelder.".to_owned())
                }
                LetterKind::ExtensionNotice => extension_notice(case),
                LetterKind::DelayNotice => delay_notice(opened, case, today),
                LetterKind::InterimReply => interim_reply(opened, case, today),
                LetterKind::Forwarding | LetterKind::ForwardingNotice | LetterKind::Referral => {
                    passing_on(opened, case, kind)
                }
                LetterKind::Answer if answer_kind(case) == LetterKind::Section25Decision => {
                    (false, "Bruk det når brevet også svarer på et krav som ikke er et vedtak etter § 25.".to_owned())
                }
                LetterKind::Section25Decision | LetterKind::Answer | LetterKind::AccessAnswer => answer(case, kind),
                LetterKind::KassasjonOpinion => to_archives(opened, case),
                LetterKind::RecipientsNotice => to_recipient(case),
                LetterKind::RestrictionLiftNotice if sent(opened, case, kind) => {
                    (false, "Meldingen er sendt.".to_owned())
                }
                LetterKind::RestrictionLiftNotice => {
                    (false, "Bruk det før begrensningen blir opphevet. Personen skal få vite det først.".to_owned())
                }
                LetterKind::ComplaintForwarding if sent(opened, case, kind) => {
                    (false, "En klage er sendt til klageinstansen.".to_owned())
                }
                LetterKind::ComplaintForwarding => {
                    (false, "Bruk det når personen har klaget og dere ikke endrer vedtaket.".to_owned())
                }
            };
            LetterKindAnswer {
                kind: kind.id().to_owned(),
                label: labels::letter_kind(kind),
                proposed,
                why: Some(why).filter(|why| !why.is_empty()),
            }
        })
        .collect()
}

/// Whether a kind of letter can ever be written for a case.
fn belongs(kind: LetterKind, opened: &Opened, case: &Case) -> bool {
    let answered = opened.request.answer(case.opened.case).is_some();
    // A closed case has nothing more to tell but what follows its answer.
    if case.phase == Phase::Closed && !kind.follows_answer() {
        return false;
    }
    match kind {
        LetterKind::Acknowledgement
        | LetterKind::IdentityRequest
        | LetterKind::ClarificationRequest
        | LetterKind::Reminder
        | LetterKind::ExtensionNotice
        | LetterKind::DelayNotice => true,
        LetterKind::Section25GroundsRequest | LetterKind::InterimReply => case.opened.route.track == Track::Section25,
        LetterKind::Forwarding | LetterKind::ForwardingNotice => case.opened.route.track == Track::Forward,
        LetterKind::Referral => case.opened.route.track == Track::Forward && !is_sent_on(case),
        LetterKind::Section25Decision => kind == answer_kind(case),
        LetterKind::Answer => answer_kind(case) != LetterKind::Section25Decision || has_other_answers(opened, case),
        LetterKind::AccessAnswer => match case.opened.route.track {
            Track::General | Track::RegisterAccess => kind.is_about(case.opened.right),
            Track::Section25 | Track::Forward | Track::NotHeld => false,
        },
        LetterKind::KassasjonOpinion => {
            case.opened.right == Right::Kassasjon && case.opened.route.track != Track::Forward
        }
        LetterKind::RecipientsNotice => {
            answered && case.outcome().is_some_and(|outcome| outcome.is_told_to_recipients(case.opened.right))
        }
        LetterKind::RestrictionLiftNotice => {
            answered && case.outcome().is_some_and(|outcome| outcome.restricts(case.opened.right))
        }
        LetterKind::ComplaintForwarding => answered && case.decision.is_some() && case.is_individual_decision(),
    }
}

/// Whether a § 25 decision can be told in one letter with the answer to another claim of the request.
fn has_other_answers(opened: &Opened, case: &Case) -> bool {
    let open = |other: &&Case| matches!(other.phase, Phase::Open | Phase::Decided);
    let mut others = opened.request.cases.iter().filter(|other| other.opened.case != case.opened.case).filter(open);
    open(&case)
        && others.any(|other| {
            answer_kind(other) != LetterKind::Section25Decision && other.opened.route.track != Track::Forward
        })
}

/// Whether a recipient of the data is to be told that they were changed: a measure says so, and the change is made.
fn tells_recipient(case: &Case) -> bool {
    let for_recipient =
        |measure: MeasureId| case.added_measure(measure).is_some_and(|added| added.to == MeasureFor::Recipient);
    let changes = case.outcome().is_some_and(|outcome| outcome.is_told_to_recipients(case.opened.right));
    case.carried_out_on().is_some() && changes && case.open_measures().any(for_recipient)
}

fn to_recipient(case: &Case) -> (bool, String) {
    let (proposed, why) = if tells_recipient(case) {
        (true, "Endringen er gjort. De som har fått opplysningene, skal få vite det.")
    } else if case.carried_out_on().is_some() {
        (false, "Bruk det når noen har fått opplysningene fra dere. Skriv ett brev til hver.")
    } else {
        (false, "Registrer at endringen er gjennomført i registeret først.")
    };
    (proposed, why.to_owned())
}

/// Whether the case is an application for destruction that Nasjonalarkivet decides (arkivforskrifta § 44).
fn goes_to_archives(case: &Case) -> bool {
    case.opened.right == Right::Kassasjon
        && case.opened.route.track != Track::Forward
        && case.outcome() == Some(Outcome::Forwarded)
}

fn to_archives(opened: &Opened, case: &Case) -> (bool, String) {
    let (proposed, why) = match case.phase {
        Phase::Open | Phase::Decided if sent(opened, case, LetterKind::KassasjonOpinion) => {
            (false, "Søknaden er sendt til Nasjonalarkivet.")
        }
        Phase::Decided if goes_to_archives(case) => (true, "Søknaden skal til Nasjonalarkivet før personen får svar."),
        Phase::Open => (false, "Bruk det når søknaden er undersøkt, før personen får svar."),
        Phase::Decided => (false, "Saken er avgjort her, og skal ikke til Nasjonalarkivet."),
        Phase::Forwarded { .. } => (false, "Saken er sendt videre."),
        Phase::Answered | Phase::Withdrawn | Phase::Closed => (false, "Saken er ferdig."),
    };
    (proposed, why.to_owned())
}

/// Whether the claim itself goes to the other body; where the person is only referred there, it does not
/// (forvaltningsloven § 13).
fn is_sent_on(case: &Case) -> bool {
    match case.opened.route.mode {
        Some(Mode::Transfer | Mode::Assist) => true,
        Some(Mode::Refer) | None => false,
    }
}

/// Whether the person must go to the other body, since nothing was sent there.
fn is_referred(opened: &Opened, case: &Case) -> bool {
    !is_sent_on(case) && !sent(opened, case, LetterKind::Forwarding)
}

/// A notice of delay is proposed once the last day has passed (GDPR Art. 12(3) and (4)).
fn delay_notice(opened: &Opened, case: &Case, today: NaiveDate) -> (bool, String) {
    let late = opened.request.deadline(case, today).due_on.is_some_and(|due_on| due_on < today);
    let (proposed, why) = match case.phase {
        Phase::Open | Phase::Decided if sent(opened, case, LetterKind::DelayNotice) => (false, "Beskjeden er sendt."),
        Phase::Open | Phase::Decided if late => {
            (true, "Fristen er ute. Personen skal få vite hvorfor, og når svaret kan ventes.")
        }
        Phase::Open | Phase::Decided => (false, "Saken er ikke forsinket."),
        Phase::Forwarded { .. } => (false, "Saken er sendt videre."),
        Phase::Answered | Phase::Withdrawn | Phase::Closed => (false, "Saken er ferdig."),
    };
    (proposed, why.to_owned())
}

/// A provisional reply is proposed when the month from receipt is nearly over and nothing else has told the person when
/// the decision comes (forvaltningsloven § 11 a third paragraph). A late case has its notice of delay.
fn interim_reply(opened: &Opened, case: &Case, today: NaiveDate) -> (bool, String) {
    let told = [LetterKind::InterimReply, LetterKind::ExtensionNotice, LetterKind::DelayNotice];
    let near = is_near(interim_reply_due_on(opened.request.registered.received_on), today);
    let (late, _) = delay_notice(opened, case, today);
    let (proposed, why) = match case.phase {
        Phase::Open | Phase::Decided if told.into_iter().any(|kind| sent(opened, case, kind)) => {
            (false, "Personen har fått vite når vedtaket kan ventes.")
        }
        Phase::Open | Phase::Decided if late => (false, "Fristen er ute. Send beskjed om forsinkelse."),
        Phase::Open | Phase::Decided if near => {
            (true, "Vedtaket kommer ikke innen en måned fra mottak. Personen skal få vite hvorfor.")
        }
        Phase::Open | Phase::Decided => (false, "Bruk det når vedtaket ikke kommer innen en måned fra mottak."),
        Phase::Forwarded { .. } => (false, "Saken er sendt videre."),
        Phase::Answered | Phase::Withdrawn | Phase::Closed => (false, "Saken er ferdig."),
    };
    (proposed, why.to_owned())
}

fn extension_notice(case: &Case) -> (bool, String) {
    let (proposed, why) = match case.extension {
        None => (false, "Foreslå lengre frist først."),
        Some(Extension { notice: Some(_), .. }) => (false, "Meldingen er sendt."),
        Some(Extension { notice: None, .. }) => (true, "Lengre frist gjelder først når meldingen er sendt."),
    };
    (proposed, why.to_owned())
}

fn passing_on(opened: &Opened, case: &Case, kind: LetterKind) -> (bool, String) {
    let (proposed, why) = match case.phase {
        Phase::Forwarded { .. } if sent(opened, case, kind) => (false, "Brevet er sendt."),
        Phase::Forwarded { .. } if kind == LetterKind::Forwarding && !is_sent_on(case) => {
            (false, "Kravet kan bare sendes med samtykke fra personen.")
        }
        Phase::Forwarded { .. } if kind == LetterKind::ForwardingNotice && is_referred(opened, case) => {
            (false, "Kravet er ikke sendt videre. Bruk henvisningen.")
        }
        Phase::Forwarded { .. } if kind == LetterKind::Referral && !is_referred(opened, case) => {
            (false, "Kravet er sendt videre.")
        }
        Phase::Forwarded { .. } => (true, "Saken er sendt videre."),
        Phase::Open | Phase::Decided => (false, "Saken er ikke sendt videre ennå."),
        Phase::Answered | Phase::Withdrawn | Phase::Closed => (false, "Saken er ferdig."),
    };
    (proposed, why.to_owned())
}

fn answer(case: &Case, kind: LetterKind) -> (bool, String) {
    let (proposed, why) = match case.phase {
        Phase::Open => (false, "Saken er ikke avgjort ennå."),
        Phase::Decided if kind != answer_kind(case) && kind == LetterKind::AccessAnswer => {
            (false, "Bruk det når personen får noe, eller når svaret gjelder flere registre.")
        }
        Phase::Decided if kind != answer_kind(case) => (false, "Personen får innsyn. Bruk svaret med vedlegg."),
        Phase::Decided => (true, "Saken er avgjort. Personen venter på svaret."),
        Phase::Forwarded { .. } => (false, "Saken er sendt videre."),
        Phase::Withdrawn => (false, "Personen har trukket kravet."),
        Phase::Answered | Phase::Closed => (false, "Svaret er sendt."),
    };
    (proposed, why.to_owned())
}

fn answer_kind(case: &Case) -> LetterKind {
    match case.opened.route.track {
        Track::Section25 => LetterKind::Section25Decision,
        Track::General | Track::RegisterAccess if gives_access(case) => LetterKind::AccessAnswer,
        Track::General | Track::RegisterAccess | Track::Forward | Track::NotHeld => LetterKind::Answer,
    }
}

/// Whether the person gets access to something, so that the answer has annexes (GDPR Art. 15).
fn gives_access(case: &Case) -> bool {
    let gives = case.decision.as_ref().is_some_and(|decision| decision.outcome.grants());
    gives && LetterKind::AccessAnswer.is_about(case.opened.right)
}

fn sent(opened: &Opened, case: &Case, kind: LetterKind) -> bool {
    opened.request.sent(kind, case.opened.case)
}

fn lower_first(text: &str) -> String {
    let mut characters = text.chars();
    characters.next().map_or_else(String::new, |first| first.to_lowercase().chain(characters).collect())
}
