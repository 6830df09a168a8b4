//! What is proposed for a case, and the one thing to do next.

use chrono::NaiveDate;
use serde::Serialize;
use ts_rs::TS;

use super::breach;
use super::labels;
use super::letter_kinds::{answer_kind, goes_to_archives, is_referred, is_sent_on, sent, tells_recipient};
use super::spoken::{cited, say, spoken};
use crate::casework::letter::LetterKind;
use crate::casework::request::{
    BreachState, Case, ComplaintKind, ComplaintState, DeliveryState, LetterIssued, Phase, ProposedAction, Verdict,
    proposals as proposed,
};
use crate::law::rights::{Outcome, Track};
use crate::usecase::{Opened, Rules};
use crate::wording::dates::short_date;

/// The one thing to do next.
#[derive(Clone, Debug, Serialize, TS)]
#[allow(missing_docs)]
pub struct NextStepAnswer {
    /// `letter`, `approve`, `check`, `decide`, `forward`, `close`, `resume`, `measure`, `delivery`, `complaint`, `breach`, `reopen`.
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

/// What is proposed to ask for or not, in words.
#[must_use]
pub fn proposals(opened: &Opened, case: &Case, today: NaiveDate) -> Vec<ProposalAnswer> {
    proposed(&opened.request, case, opened.has_address(), !opened.attachments().is_empty(), today)
        .into_iter()
        .map(|proposal| ProposalAnswer {
            action: proposal.action.id().to_owned(),
            proposed: proposal.proposed,
            label: match proposal.action {
                ProposedAction::AskIdentity => {
                    say!("Be om identitet og adresse", "Be om identitet og adresse", "Ask for identity and address")
                        .to_owned()
                }
                ProposedAction::AskGrounds => {
                    say!("Be om begrunnelse", "Be om grunngiving", "Ask for grounds").to_owned()
                }
                ProposedAction::Remind => say!("Send en påminnelse", "Send ei påminning", "Send a reminder").to_owned(),
                ProposedAction::DecideOnKnown => {
                    say!("Avgjør ut fra det som er kjent", "Avgjer ut frå det som er kjent", "Decide on what is known")
                        .to_owned()
                }
                ProposedAction::Dismiss => say!("Avvis kravet", "Avvis kravet", "Dismiss the claim").to_owned(),
            },
            why: proposal.why.get(spoken()).to_owned(),
            source: cited(proposal.source),
        })
        .collect()
}

/// The one thing to do next.
#[must_use]
pub fn next_step(opened: &Opened, case: &Case, rules: &Rules, today: NaiveDate) -> Option<NextStepAnswer> {
    if let Some(breach) = breach_step(case) {
        return Some(breach);
    }
    if let Some(lost) = returned_letter(opened, case) {
        let why = say!(
            format!("Brev {} kom i retur {}.", lost.0, short_date(lost.1)),
            format!("Brev {} kom i retur {}.", lost.0, short_date(lost.1)),
            format!("Letter {} came back {}.", lost.0, short_date(lost.1)),
        );
        return step(
            "delivery",
            Some(&lost.0),
            say!("Sjekk adressen og send på nytt", "Sjekk adressa og send på nytt", "Check the address and send again"),
            &why,
        );
    }
    if let Some(complaint) = complaint_step(case) {
        return Some(complaint);
    }
    match case.phase {
        Phase::Closed => None,
        Phase::Answered | Phase::Forwarded { told: true }
            if let Some(letter) = unopened_letter(opened, case, today) =>
        {
            second_notice(&letter)
        }
        Phase::Answered if tells_recipient(case) => letter(
            LetterKind::RecipientsNotice,
            say!(
                "Endringen er gjort. De som har fått opplysningene, skal få vite det.",
                "Endringa er gjord. Dei som har fått opplysningane, skal få vite det.",
                "The change is made. Those who were given the data are to be told.",
            ),
        ),
        Phase::Answered if let Some(measure) = case.open_measures().next() => step(
            "measure",
            Some(&measure.to_string()),
            say!("Registrer tiltaket", "Registrer tiltaket", "Record the measure"),
            say!(
                "Svaret er sendt. Tiltakene gjenstår.",
                "Svaret er sendt. Tiltaka står att.",
                "The answer is sent. Measures remain.",
            ),
        ),
        Phase::Answered => step(
            "close",
            None,
            say!("Avslutt saken", "Avslutt saka", "Close the case"),
            say!("Svaret er sendt.", "Svaret er sendt.", "The answer is sent."),
        ),
        Phase::Withdrawn => step(
            "close",
            None,
            say!("Avslutt saken", "Avslutt saka", "Close the case"),
            say!("Personen har trukket kravet.", "Personen har trekt kravet.", "The person has withdrawn the claim."),
        ),
        Phase::Forwarded { told: true } => step(
            "close",
            None,
            say!("Avslutt saken", "Avslutt saka", "Close the case"),
            say!(
                "Personen vet hvem som er ansvarlig.",
                "Personen veit kven som er ansvarleg.",
                "The person knows who is responsible.",
            ),
        ),
        Phase::Forwarded { told: false } if is_sent_on(case) && !sent(opened, case, LetterKind::Forwarding) => letter(
            LetterKind::Forwarding,
            say!(
                "Kravet skal til den som er ansvarlig.",
                "Kravet skal til den som er ansvarleg.",
                "The claim is to go to whoever is responsible.",
            ),
        ),
        Phase::Forwarded { told: false } if is_referred(opened, case) => letter(
            LetterKind::Referral,
            say!(
                "Personen skal få vite hvem kravet må sendes til.",
                "Personen skal få vite kven kravet må sendast til.",
                "The person is to be told where the claim must be sent.",
            ),
        ),
        Phase::Forwarded { told: false } => letter(
            LetterKind::ForwardingNotice,
            say!(
                "Personen skal få vite hvem som er ansvarlig.",
                "Personen skal få vite kven som er ansvarleg.",
                "The person is to be told who is responsible.",
            ),
        ),
        Phase::Decided if goes_to_archives(case) && !sent(opened, case, LetterKind::KassasjonOpinion) => letter(
            LetterKind::KassasjonOpinion,
            say!(
                "Søknaden skal til Nasjonalarkivet, med det dere mener, før personen får svar.",
                "Søknaden skal til Nasjonalarkivet, med det de meiner, før personen får svar.",
                "The application goes to Nasjonalarkivet, with your opinion, before the person is answered.",
            ),
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
        None => say!(
            "Saken er avgjort. Personen venter på svaret.",
            "Saka er avgjord. Personen ventar på svaret.",
            "The case is decided. The person is waiting for the answer.",
        ),
        Some(Verdict::Asked) => {
            return step(
                "approve",
                Some(kind.id()),
                say!("Godkjenn brevet", "Godkjenn brevet", "Approve the letter"),
                say!(
                    "Brevet venter på godkjenning av en leder.",
                    "Brevet ventar på godkjenning av ein leiar.",
                    "The letter is waiting for a lead to approve it.",
                ),
            );
        }
        Some(Verdict::SentBack { .. }) => say!(
            "Brevet er sendt tilbake og må rettes.",
            "Brevet er sendt tilbake og må rettast.",
            "The letter was sent back and must be put right.",
        ),
        Some(Verdict::Approved { .. }) => say!(
            "Brevet er godkjent og kan ferdigstilles.",
            "Brevet er godkjent og kan ferdigstillast.",
            "The letter is approved and can be finished.",
        ),
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
        let why = say!(
            format!("Saken venter på: {}.", lower_first(open.ground.label().get(spoken()))),
            format!("Saka ventar på: {}.", lower_first(open.ground.label().get(spoken()))),
            format!("The case is waiting for: {}.", lower_first(open.ground.label().get(spoken()))),
        );
        return step(
            "resume",
            Some(open.ground.id()),
            say!("Registrer svaret", "Registrer svaret", "Record the answer"),
            &why,
        );
    }
    if let Some(proposal) = proposed(ProposedAction::AskIdentity) {
        return letter(LetterKind::IdentityRequest, &proposal.why);
    }
    if !sent(opened, case, LetterKind::Acknowledgement) && case.reopenings.is_empty() {
        return letter(
            LetterKind::Acknowledgement,
            say!(
                "Personen skal få vite at kravet er mottatt, og når svaret kommer.",
                "Personen skal få vite at kravet er motteke, og når svaret kjem.",
                "The person is to be told that the claim is received, and when the answer comes.",
            ),
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
                .map_or_else(|| point.to_owned(), |check| check.text.get(spoken()).to_owned());
            step(
                "check",
                Some(point),
                say!("Svar på neste punkt", "Svar på neste punkt", "Answer the next check"),
                &text,
            )
        }
        None if case.opened.route.track == Track::Forward => {
            let body = rules.catalogue.body_name(&case.opened.route.handled_by, spoken());
            step(
                "forward",
                None,
                say!("Send saken videre", "Send saka vidare", "Forward the case"),
                &say!(
                    format!("Ansvarlig er {body}."),
                    format!("Ansvarleg er {body}."),
                    format!("{body} is responsible."),
                ),
            )
        }
        None => step(
            "decide",
            None,
            say!("Avgjør saken", "Avgjer saka", "Decide the case"),
            say!("Sjekklisten er ferdig.", "Sjekklista er ferdig.", "The checklist is finished."),
        ),
    }
}

/// What a breach asks for, before anything else: its hours run through nights and weekends. Telling the persons concerned comes
/// first once the case itself is answered.
fn breach_step(case: &Case) -> Option<NextStepAnswer> {
    let (number, open) = case.open_breach()?;
    match open.state() {
        BreachState::ToTell if case.phase.is_in_hand() => None,
        BreachState::ToAssess | BreachState::ToExplain | BreachState::ToTell | BreachState::Done => {
            let to_do = open.state().to_do()?;
            let (why, _) = breach::why(open.state(), open.found.aware_at);
            step("breach", Some(&number.to_string()), to_do.get(spoken()), why.get(spoken()))
        }
    }
}

/// What a complaint about a case that is answered asks for, if it lies with this office.
fn complaint_step(case: &Case) -> Option<NextStepAnswer> {
    if case.phase.is_in_hand() {
        return None;
    }
    let complaint = case.open_complaint()?;
    let place = case.complaints.iter().position(|known| known == complaint)?;
    let number = (place + 1).to_string();
    let (what, day) = (complaint.received.kind.label(), short_date(complaint.received.received_on));
    let received = say!(
        format!("{} kom {day}.", what.nb),
        format!("{} kom {day}.", what.nn),
        format!("{} arrived on {day}.", what.en),
    );
    match (complaint.state(), complaint.received.kind) {
        (ComplaintState::Received, ComplaintKind::Appeal) => {
            let label = say!("Vurder klagen", "Vurder klaga", "Consider the appeal");
            step("complaint", Some(&number), label, &received)
        }
        (ComplaintState::Received, ComplaintKind::Authority) => {
            let label = say!("Svar Datatilsynet", "Svar Datatilsynet", "Answer Datatilsynet");
            step("complaint", Some(&number), label, &received)
        }
        (ComplaintState::ToSend, _) if case.decision.is_some() && case.is_individual_decision() => letter(
            LetterKind::ComplaintForwarding,
            say!(
                "Vedtaket blir stående, og klageinstansen skal avgjøre klagen.",
                "Vedtaket blir ståande, og klageinstansen skal avgjere klaga.",
                "The decision stands, and the appeals body is to decide the appeal.",
            ),
        ),
        (ComplaintState::ToReopen, _) => step(
            "reopen",
            None,
            say!("Gjenåpne saken", "Opne saka igjen", "Reopen the case"),
            say!(
                "Svaret blir ikke stående etter klagen.",
                "Svaret blir ikkje ståande etter klaga.",
                "The answer does not stand after the complaint.",
            ),
        ),
        (ComplaintState::ToSend | ComplaintState::Elsewhere | ComplaintState::Done, _) => None,
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
    let why = say!(
        format!(
            "Det er ikke registrert at brev {letter} er åpnet. Er det ikke det, skal mottakeren varsles en gang til."
        ),
        format!(
            "Det er ikkje registrert at brev {letter} er opna. Er det ikkje det, skal mottakaren varslast ein gong til."
        ),
        format!(
            "It is not recorded that letter {letter} was opened. If it was not, the recipient is to be notified once more."
        ),
    );
    step("delivery", Some(letter), say!("Andre varsel", "Andre varsel", "Second notice"), &why)
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
    let label = say!(
        format!("Skriv brev: {}", lower_first(&labels::letter_kind(kind))),
        format!("Skriv brev: {}", lower_first(&labels::letter_kind(kind))),
        format!("Write a letter: {}", lower_first(&labels::letter_kind(kind))),
    );
    step("letter", Some(kind.id()), &label, why)
}

fn lower_first(text: &str) -> String {
    let mut characters = text.chars();
    characters.next().map_or_else(String::new, |first| first.to_lowercase().chain(characters).collect())
}
