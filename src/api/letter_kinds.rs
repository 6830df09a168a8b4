//! The letters that can be written for a case, and which of them are proposed now.

use chrono::NaiveDate;
use serde::Serialize;
use ts_rs::TS;

use super::labels;
use super::next_step::proposals;
use super::spoken::say;
use crate::casework::letter::LetterKind;
use crate::casework::request::{Case, Extension, MeasureFor, MeasureId, Phase, ProposedAction};
use crate::law::calendar::is_near;
use crate::law::deadline::interim_reply_due_on;
use crate::law::rights::{Mode, Outcome, Right, Track};
use crate::usecase::Opened;

/// A kind of letter for the case.
#[derive(Clone, Debug, Serialize, TS)]
#[allow(missing_docs)]
pub struct LetterKindAnswer {
    pub kind: String,
    pub label: String,
    pub proposed: bool,
    pub why: Option<String>,
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
                LetterKind::Acknowledgement if sent(opened, case, kind) => (
                    false,
                    say!("Bekreftelsen er sendt.", "Stadfestinga er send.", "The acknowledgement is sent.").to_owned(),
                ),
                LetterKind::Acknowledgement => (
                    true,
                    say!(
                        "Personen skal få vite at kravet er mottatt.",
                        "Personen skal få vite at kravet er motteke.",
                        "The person is to be told that the claim is received.",
                    )
                    .to_owned(),
                ),
                LetterKind::IdentityRequest => as_proposed(ProposedAction::AskIdentity, ""),
                LetterKind::Section25GroundsRequest => as_proposed(ProposedAction::AskGrounds, ""),
                LetterKind::Reminder => as_proposed(
                    ProposedAction::Remind,
                    say!(
                        "Svarfristen er ikke ute for noe spørsmål til personen.",
                        "Svarfristen er ikkje ute for noko spørsmål til personen.",
                        "No question to the person has passed its day to reply.",
                    ),
                ),
                LetterKind::ClarificationRequest => (
                    false,
                    say!(
                        "Bruk det når det ikke går frem hva kravet gjelder.",
                        "Bruk det når det ikkje går fram kva kravet gjeld.",
                        "Use it when it is not clear what the claim is about.",
                    )
                    .to_owned(),
                ),
                LetterKind::ExtensionNotice => extension_notice(case),
                LetterKind::DelayNotice => delay_notice(opened, case, today),
                LetterKind::InterimReply => interim_reply(opened, case, today),
                LetterKind::Forwarding | LetterKind::ForwardingNotice | LetterKind::Referral => {
                    passing_on(opened, case, kind)
                }
                LetterKind::Answer if answer_kind(case) == LetterKind::Section25Decision => (
                    false,
                    say!(
                        "Bruk det når brevet også svarer på et krav som ikke er et vedtak etter § 25.",
                        "Bruk det når brevet òg svarar på eit krav som ikkje er eit vedtak etter § 25.",
                        "Use it when the letter also answers a claim that is not a section 25 decision.",
                    )
                    .to_owned(),
                ),
                LetterKind::Section25Decision | LetterKind::Answer | LetterKind::AccessAnswer => answer(case, kind),
                LetterKind::KassasjonOpinion => to_archives(opened, case),
                LetterKind::RecipientsNotice => to_recipient(case),
                LetterKind::RestrictionLiftNotice if sent(opened, case, kind) => {
                    (false, say!("Meldingen er sendt.", "Meldinga er send.", "The notice is sent.").to_owned())
                }
                LetterKind::RestrictionLiftNotice => (
                    false,
                    say!(
                        "Bruk det før begrensningen blir opphevet. Personen skal få vite det først.",
                        "Bruk det før avgrensinga blir oppheva. Personen skal få vite det først.",
                        "Use it before the restriction is lifted. The person is to be told first.",
                    )
                    .to_owned(),
                ),
                LetterKind::ComplaintForwarding if opened.request.appeal_to_send(case.opened.case).is_some() => (
                    true,
                    say!(
                        "Klagen er vurdert, og vedtaket blir stående.",
                        "Klaga er vurdert, og vedtaket blir ståande.",
                        "The appeal is considered, and the decision stands.",
                    )
                    .to_owned(),
                ),
                LetterKind::ComplaintForwarding if sent(opened, case, kind) => (
                    false,
                    say!(
                        "En klage er sendt til klageinstansen.",
                        "Ei klage er send til klageinstansen.",
                        "An appeal is sent to the appeal body.",
                    )
                    .to_owned(),
                ),
                LetterKind::ComplaintForwarding => (
                    false,
                    say!(
                        "Registrer klagen først. Bruk brevet når dere ikke endrer vedtaket.",
                        "Registrer klaga først. Bruk brevet når de ikkje endrar vedtaket.",
                        "Register the appeal first. Use the letter when you do not change the decision.",
                    )
                    .to_owned(),
                ),
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
pub(super) fn tells_recipient(case: &Case) -> bool {
    let for_recipient =
        |measure: MeasureId| case.added_measure(measure).is_some_and(|added| added.to == MeasureFor::Recipient);
    let changes = case.outcome().is_some_and(|outcome| outcome.is_told_to_recipients(case.opened.right));
    case.carried_out_on().is_some() && changes && case.open_measures().any(for_recipient)
}

fn to_recipient(case: &Case) -> (bool, String) {
    let (proposed, why) = if tells_recipient(case) {
        (
            true,
            say!(
                "Endringen er gjort. De som har fått opplysningene, skal få vite det.",
                "Endringa er gjord. Dei som har fått opplysningane, skal få vite det.",
                "The change is made. Those who were given the data are to be told.",
            ),
        )
    } else if case.carried_out_on().is_some() {
        (
            false,
            say!(
                "Bruk det når noen har fått opplysningene fra dere. Skriv ett brev til hver.",
                "Bruk det når nokon har fått opplysningane frå dykk. Skriv eitt brev til kvar.",
                "Use it when somebody was given the data by you. Write one letter to each.",
            ),
        )
    } else {
        (
            false,
            say!(
                "Registrer at endringen er gjennomført i registeret først.",
                "Registrer at endringa er gjennomført i registeret først.",
                "First record that the change is made in the register.",
            ),
        )
    };
    (proposed, why.to_owned())
}

/// Whether the case is an application for destruction that Nasjonalarkivet decides (arkivforskrifta § 44).
pub(super) fn goes_to_archives(case: &Case) -> bool {
    case.opened.right == Right::Kassasjon
        && case.opened.route.track != Track::Forward
        && case.outcome() == Some(Outcome::Forwarded)
}

fn to_archives(opened: &Opened, case: &Case) -> (bool, String) {
    let (proposed, why) = match case.phase {
        Phase::Open | Phase::Decided if sent(opened, case, LetterKind::KassasjonOpinion) => (
            false,
            say!(
                "Søknaden er sendt til Nasjonalarkivet.",
                "Søknaden er send til Nasjonalarkivet.",
                "The application is sent to Nasjonalarkivet.",
            ),
        ),
        Phase::Decided if goes_to_archives(case) => (
            true,
            say!(
                "Søknaden skal til Nasjonalarkivet før personen får svar.",
                "Søknaden skal til Nasjonalarkivet før personen får svar.",
                "The application goes to Nasjonalarkivet before the person is answered.",
            ),
        ),
        Phase::Open => (
            false,
            say!(
                "Bruk det når søknaden er undersøkt, før personen får svar.",
                "Bruk det når søknaden er undersøkt, før personen får svar.",
                "Use it when the application has been looked into, before the person is answered.",
            ),
        ),
        Phase::Decided => (
            false,
            say!(
                "Saken er avgjort her, og skal ikke til Nasjonalarkivet.",
                "Saka er avgjord her, og skal ikkje til Nasjonalarkivet.",
                "The case is decided here and does not go to Nasjonalarkivet.",
            ),
        ),
        Phase::Forwarded { .. } => {
            (false, say!("Saken er sendt videre.", "Saka er send vidare.", "The case is forwarded."))
        }
        Phase::Answered | Phase::Withdrawn | Phase::Closed => {
            (false, say!("Saken er ferdig.", "Saka er ferdig.", "The case is finished."))
        }
    };
    (proposed, why.to_owned())
}

/// Whether the claim itself goes to the other body; where the person is only referred there, it does not
/// (forvaltningsloven § 13).
pub(super) fn is_sent_on(case: &Case) -> bool {
    match case.opened.route.mode {
        Some(Mode::Transfer | Mode::Assist) => true,
        Some(Mode::Refer) | None => false,
    }
}

/// Whether the person must go to the other body, since nothing was sent there.
pub(super) fn is_referred(opened: &Opened, case: &Case) -> bool {
    !is_sent_on(case) && !sent(opened, case, LetterKind::Forwarding)
}

/// A notice of delay is proposed once the last day has passed (GDPR Art. 12(3) and (4)).
fn delay_notice(opened: &Opened, case: &Case, today: NaiveDate) -> (bool, String) {
    let late = opened.request.deadline(case, today).due_on.is_some_and(|due_on| due_on < today);
    let (proposed, why) = match case.phase {
        Phase::Open | Phase::Decided if sent(opened, case, LetterKind::DelayNotice) => {
            (false, say!("Beskjeden er sendt.", "Beskjeden er send.", "The notice is sent."))
        }
        Phase::Open | Phase::Decided if late => (
            true,
            say!(
                "Fristen er ute. Personen skal få vite hvorfor, og når svaret kan ventes.",
                "Fristen er ute. Personen skal få vite kvifor, og når svaret kan ventast.",
                "The deadline has passed. The person is to be told why, and when the answer can be expected.",
            ),
        ),
        Phase::Open | Phase::Decided => {
            (false, say!("Saken er ikke forsinket.", "Saka er ikkje forseinka.", "The case is not late."))
        }
        Phase::Forwarded { .. } => {
            (false, say!("Saken er sendt videre.", "Saka er send vidare.", "The case is forwarded."))
        }
        Phase::Answered | Phase::Withdrawn | Phase::Closed => {
            (false, say!("Saken er ferdig.", "Saka er ferdig.", "The case is finished."))
        }
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
        Phase::Open | Phase::Decided if told.into_iter().any(|kind| sent(opened, case, kind)) => (
            false,
            say!(
                "Personen har fått vite når vedtaket kan ventes.",
                "Personen har fått vite når vedtaket kan ventast.",
                "The person has been told when the decision can be expected.",
            ),
        ),
        Phase::Open | Phase::Decided if late => (
            false,
            say!(
                "Fristen er ute. Send beskjed om forsinkelse.",
                "Fristen er ute. Send beskjed om forseinking.",
                "The deadline has passed. Send a notice of delay.",
            ),
        ),
        Phase::Open | Phase::Decided if near => (
            true,
            say!(
                "Vedtaket kommer ikke innen en måned fra mottak. Personen skal få vite hvorfor.",
                "Vedtaket kjem ikkje innan ein månad frå mottak. Personen skal få vite kvifor.",
                "The decision will not come within a month of receipt. The person is to be told why.",
            ),
        ),
        Phase::Open | Phase::Decided => (
            false,
            say!(
                "Bruk det når vedtaket ikke kommer innen en måned fra mottak.",
                "Bruk det når vedtaket ikkje kjem innan ein månad frå mottak.",
                "Use it when the decision will not come within a month of receipt.",
            ),
        ),
        Phase::Forwarded { .. } => {
            (false, say!("Saken er sendt videre.", "Saka er send vidare.", "The case is forwarded."))
        }
        Phase::Answered | Phase::Withdrawn | Phase::Closed => {
            (false, say!("Saken er ferdig.", "Saka er ferdig.", "The case is finished."))
        }
    };
    (proposed, why.to_owned())
}

fn extension_notice(case: &Case) -> (bool, String) {
    let (proposed, why) = match case.extension {
        None => (
            false,
            say!("Foreslå lengre frist først.", "Foreslå lengre frist først.", "First propose a longer deadline."),
        ),
        Some(Extension { notice: Some(_), .. }) => {
            (false, say!("Meldingen er sendt.", "Meldinga er send.", "The notice is sent."))
        }
        Some(Extension { notice: None, .. }) => (
            true,
            say!(
                "Lengre frist gjelder først når meldingen er sendt.",
                "Lengre frist gjeld først når meldinga er send.",
                "A longer deadline applies only once the notice is sent.",
            ),
        ),
    };
    (proposed, why.to_owned())
}

fn passing_on(opened: &Opened, case: &Case, kind: LetterKind) -> (bool, String) {
    let (proposed, why) = match case.phase {
        Phase::Forwarded { .. } if sent(opened, case, kind) => {
            (false, say!("Brevet er sendt.", "Brevet er sendt.", "The letter is sent."))
        }
        Phase::Forwarded { .. } if kind == LetterKind::Forwarding && !is_sent_on(case) => (
            false,
            say!(
                "Kravet kan bare sendes med samtykke fra personen.",
                "Kravet kan berre sendast med samtykke frå personen.",
                "The claim can be sent only with the person’s consent.",
            ),
        ),
        Phase::Forwarded { .. } if kind == LetterKind::ForwardingNotice && is_referred(opened, case) => (
            false,
            say!(
                "Kravet er ikke sendt videre. Bruk henvisningen.",
                "Kravet er ikkje sendt vidare. Bruk tilvisinga.",
                "The claim is not forwarded. Use the referral.",
            ),
        ),
        Phase::Forwarded { .. } if kind == LetterKind::Referral && !is_referred(opened, case) => {
            (false, say!("Kravet er sendt videre.", "Kravet er sendt vidare.", "The claim is forwarded."))
        }
        Phase::Forwarded { .. } => {
            (true, say!("Saken er sendt videre.", "Saka er send vidare.", "The case is forwarded."))
        }
        Phase::Open | Phase::Decided => (
            false,
            say!(
                "Saken er ikke sendt videre ennå.",
                "Saka er ikkje send vidare enno.",
                "The case is not forwarded yet.",
            ),
        ),
        Phase::Answered | Phase::Withdrawn | Phase::Closed => {
            (false, say!("Saken er ferdig.", "Saka er ferdig.", "The case is finished."))
        }
    };
    (proposed, why.to_owned())
}

fn answer(case: &Case, kind: LetterKind) -> (bool, String) {
    let (proposed, why) = match case.phase {
        Phase::Open => {
            (false, say!("Saken er ikke avgjort ennå.", "Saka er ikkje avgjord enno.", "The case is not decided yet."))
        }
        Phase::Decided if kind != answer_kind(case) && kind == LetterKind::AccessAnswer => (
            false,
            say!(
                "Bruk det når personen får noe, eller når svaret gjelder flere registre.",
                "Bruk det når personen får noko, eller når svaret gjeld fleire register.",
                "Use it when the person gets something, or when the answer concerns several registers.",
            ),
        ),
        Phase::Decided if kind != answer_kind(case) => (
            false,
            say!(
                "Personen får innsyn. Bruk svaret med vedlegg.",
                "Personen får innsyn. Bruk svaret med vedlegg.",
                "The person gets access. Use the answer with annexes.",
            ),
        ),
        Phase::Decided => (
            true,
            say!(
                "Saken er avgjort. Personen venter på svaret.",
                "Saka er avgjord. Personen ventar på svaret.",
                "The case is decided. The person is waiting for the answer.",
            ),
        ),
        Phase::Forwarded { .. } => {
            (false, say!("Saken er sendt videre.", "Saka er send vidare.", "The case is forwarded."))
        }
        Phase::Withdrawn => (
            false,
            say!("Personen har trukket kravet.", "Personen har trekt kravet.", "The person has withdrawn the claim."),
        ),
        Phase::Answered | Phase::Closed => (false, say!("Svaret er sendt.", "Svaret er sendt.", "The answer is sent.")),
    };
    (proposed, why.to_owned())
}

pub(super) fn answer_kind(case: &Case) -> LetterKind {
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

pub(super) fn sent(opened: &Opened, case: &Case, kind: LetterKind) -> bool {
    opened.request.sent(kind, case.opened.case)
}
