//! What to look out for in a case.

use chrono::NaiveDate;

use super::breach;
use super::case::WarningAnswer;
use super::labels;
use super::next_step::proposals;
use super::spoken::{say, spoken};
use crate::casework::person::Protection;
use crate::casework::request::{AppealStart, Case, DeliveryState, Event, Phase, ProposedAction, ReviewState};
use crate::law::calendar::is_near;
use crate::law::deadline::{ground_warning, own_date};
use crate::usecase::{Opened, Rules};
use crate::wording::dates::{long_date, short_date};

/// What to look out for in a case.
#[must_use]
pub fn warnings(opened: &Opened, case: &Case, rules: &Rules, today: NaiveDate) -> Vec<WarningAnswer> {
    let questions = [ProposedAction::AskIdentity.id(), ProposedAction::AskGrounds.id()];
    let mut warnings: Vec<WarningAnswer> = proposals(opened, case, today)
        .into_iter()
        .filter(|proposal| proposal.proposed && questions.contains(&proposal.action.as_str()) && is_here(case))
        .map(|proposal| WarningAnswer { code: proposal.action, message: proposal.why })
        .collect();
    let open: Vec<&str> = opened.request.unanswered(case).collect();
    if case.decision.as_ref().is_some_and(|decision| decision.outcome.rests_on_assessment()) && !open.is_empty() {
        warnings.push(warning(
            "checks-open",
            say!(
                format!("Saken er avgjort uten svar på dette i sjekklisten: {}.", open.join(", ")),
                format!("Saka er avgjord utan svar på dette i sjekklista: {}.", open.join(", ")),
                format!("The case is decided without an answer to this on the checklist: {}.", open.join(", ")),
            ),
        ));
    }
    warnings.extend(without_ground(case, rules, today));
    warnings.extend(without_method(opened, case));
    let received_on = opened.request.registered.received_on;
    for suspension in case.suspensions.open() {
        if let Some(late) = ground_warning(received_on, suspension.asked_on) {
            warnings.push(warning("asked-late", late.text(spoken())));
        }
    }
    warnings.extend(about_the_person(opened, today));
    warnings.extend(out_of_authority(opened, case, today));
    warnings.extend(review_due(case, today));
    warnings.extend(reply_by_passed(case, today));
    warnings.extend(extension_notice_due(opened, case, today));
    warnings.extend(extension_without_effect(opened, case, today));
    warnings.extend(returned_letters(opened, case));
    warnings.extend(told_another_receipt(opened, case));
    warnings.extend(reopened(opened, case));
    warnings.extend(breach::nobody_is_reminded(case));
    warnings.extend(reviewed(case));
    warnings
}

/// The data protection officer does not agree with a date, and the next step is somebody else's.
fn reviewed(case: &Case) -> Option<WarningAnswer> {
    match case.date_reviews.state()? {
        ReviewState::ToView | ReviewState::Done => None,
        state @ (ReviewState::ToAnswer | ReviewState::ToDecide) => {
            Some(warning("review", format!("{}.", state.label().get(spoken()))))
        }
    }
}

/// A refusal says exactly what it rests on (GDPR Art. 12(4); personopplysningsloven § 16 third paragraph).
fn without_ground(case: &Case, rules: &Rules, today: NaiveDate) -> Option<WarningAnswer> {
    let decision = case.decision.as_ref().filter(|decision| is_here(case) && decision.grounds.is_empty())?;
    let mut grounds = rules.catalogue.grounds(case.opened.right, today);
    let has_some = decision.outcome.refuses() && grounds.any(|ground| ground.outcomes.contains(&decision.outcome));
    has_some.then(|| {
        warning(
            "no-ground",
            say!(
                "Avgjørelsen viser ikke til noen grunn i katalogen. Avgjør saken på nytt og velg den, eller skriv i begrunnelsen hvilken regel avslaget bygger på.".to_owned(),
                "Avgjerda viser ikkje til nokon grunn i katalogen. Avgjer saka på nytt og vel han, eller skriv i grunngivinga kva regel avslaget byggjer på.".to_owned(),
                "The decision names no ground of the catalogue. Decide the case again and choose one, or write in the reasons which rule the refusal rests on.".to_owned(),
            ),
        )
    })
}

/// It is confirmed who the person is, and nobody can see how (GDPR Art. 5(2) and 12(6)).
fn without_method(opened: &Opened, case: &Case) -> Option<WarningAnswer> {
    (opened.request.identity.lacks_method() && is_here(case)).then(|| {
        warning(
            "identity-method",
            say!(
                "Identiteten er bekreftet, men det er ikke registrert hvordan. Registrer måten og dagen.".to_owned(),
                "Identiteten er stadfesta, men det er ikkje registrert korleis. Registrer måten og dagen.".to_owned(),
                "The identity is confirmed, but it is not recorded how. Record the method and the day.".to_owned(),
            ),
        )
    })
}

/// What has to be kept in mind about the person whenever somebody writes or calls.
fn about_the_person(opened: &Opened, today: NaiveDate) -> impl Iterator<Item = WarningAnswer> {
    let registered = &opened.request.registered;
    let parents = (opened.request.inform_parents == Some(false)).then(|| {
        warning(
            "parents-not-told",
            say!("Barnet har bedt om at foreldrene ikke får vite om saken. Send dem ikke kopi, og ring ikke hjem.", "Barnet har bede om at foreldra ikkje får vite om saka. Send dei ikkje kopi, og ring ikkje heim.", "The child has asked that the parents are not told of the case. Do not send them a copy, and do not phone home.")
                .to_owned(),
        )
    });
    let kripos = (registered.protection == Protection::StrictlyConfidential).then(|| {
        warning(
            "kripos",
            say!("Personen har strengt fortrolig adresse. Skriv ikke mer om personen her enn mottaksdato og referanse, og vis personen til Kripos.", "Personen har strengt fortruleg adresse. Skriv ikkje meir om personen her enn mottaksdato og referanse, og vis personen til Kripos.", "The person has a strictly confidential address. Write no more about the person here than date received and reference, and direct the person to Kripos.").to_owned(),
        )
    });
    parents.into_iter().chain(kripos).chain(other_parent(opened, today))
}

/// Two have parental responsibility for somebody who is not of full age, and a letter goes to one of them at most (pasient-
/// og brukerrettighetsloven § 3-4, which NPR-forskriften § 5-1 refers to). Whether it holds for answers from other registers
/// is doubtful, and said to be.
fn other_parent(opened: &Opened, today: NaiveDate) -> Option<WarningAnswer> {
    if opened.person().is_some_and(|person| person.is_of_age(today)) {
        return None;
    }
    opened.other_parent().filter(|_| opened.request.inform_parents != Some(false))?;
    Some(warning(
        "other-parent",
        say!(
            "To har foreldreansvar for barnet. Er barnet under 16 år, skal begge informeres, med mindre barnet er fylt 12 år og har gode grunner for ikke å ønske det, eller tungtveiende hensyn til barnet taler mot det (pasient- og brukerrettighetsloven § 3-4). For NPR følger det av forskriften § 5-1. For andre registre er det tvil om regelen gjelder. Avklar det før den andre får vite noe. Brevet går ikke dit av seg selv.",
            "To har foreldreansvar for barnet. Er barnet under 16 år, skal begge informerast, med mindre barnet har fylt 12 år og har gode grunnar til ikkje å ønskje det, eller tungtvegande omsyn til barnet talar mot det (pasient- og brukarrettslova § 3-4). For NPR følgjer det av forskrifta § 5-1. For andre register er det tvil om regelen gjeld. Avklar det før den andre får vite noko. Brevet går ikkje dit av seg sjølv.",
            "Two people have parental responsibility for the child. If the child is under 16, both must be informed, unless the child is 12 or older and has good reasons for not wanting this, or weighty considerations for the child count against it (Patients' and Users' Rights Act section 3-4). For NPR this follows from section 5-1 of its regulations. For other registers it is doubtful whether the rule applies. Settle this before the other parent is told anything. The letter does not go to them by itself.",
        )
        .to_owned(),
    ))
}

/// Whoever acts for the person may not act in this case today (forvaltningsloven § 12; vergemålsloven § 32).
fn out_of_authority(opened: &Opened, case: &Case, today: NaiveDate) -> Option<WarningAnswer> {
    let acting = opened.representative()?;
    let why = acting.against([(&case.opened.register, case.opened.right)], today)?;
    Some(warning("out-of-authority", labels::out_of_authority(why, acting.kind)))
}

/// The day has come on which somebody has to look whether what is in force is to stay so.
fn review_due(case: &Case, today: NaiveDate) -> Option<WarningAnswer> {
    let standing = case.in_force()?;
    let on = standing.review_on.filter(|on| *on <= today)?;
    let (day, what) = (short_date(on), standing.kind.label().get(spoken()).to_lowercase());
    Some(warning(
        "review-due",
        say!(
            format!("Dette skulle vurderes igjen {day}: {what}. Vurder om det fortsatt skal gjelde."),
            format!("Dette skulle vurderast att {day}: {what}. Vurder om det framleis skal gjelde."),
            format!("This was to be reviewed {day}: {what}. Consider whether it should still hold."),
        ),
    ))
}

/// Whether the office still has the claim to answer.
fn is_here(case: &Case) -> bool {
    match case.phase {
        Phase::Open | Phase::Decided => true,
        Phase::Answered | Phase::Forwarded { .. } | Phase::Withdrawn | Phase::Closed => false,
    }
}

fn reply_by_passed(case: &Case, today: NaiveDate) -> Option<WarningAnswer> {
    let asked = case.overdue_question(today)?;
    let day = long_date(asked.last_reply_by_on(), spoken());
    let what = asked.ground.label().get(spoken()).to_lowercase();
    Some(warning(
        "reply-by-passed",
        say!(
            format!("Svaret skulle vært her senest {day}. Det gjelder: {what}."),
            format!("Svaret skulle vore her seinast {day}. Det gjeld: {what}."),
            format!("The answer should have been here by {day}. It concerns: {what}."),
        ),
    ))
}

/// The last day for a notice of extension is near, and nothing is decided (GDPR Art. 12(3)).
fn extension_notice_due(opened: &Opened, case: &Case, today: NaiveDate) -> Option<WarningAnswer> {
    if case.phase != Phase::Open || case.extended_on().is_some() || opened.request.reopened_on(case).is_some() {
        return None;
    }
    let last_on = opened.request.deadline(case, today).extension_notice_due_on.filter(|last_on| *last_on >= today)?;
    if !is_near(last_on, today) {
        return None;
    }
    let todo = if case.extension.is_some() {
        say!(
            "Send meldingen innen da, ellers gjelder ikke lengre frist.",
            "Send meldinga innan då, elles gjeld ikkje lengre frist.",
            "Send the notice by then, or the longer deadline does not apply.",
        )
    } else {
        say!(
            "Send svaret innen da, eller foreslå lengre frist og send meldingen.",
            "Send svaret innan då, eller foreslå lengre frist og send meldinga.",
            "Send the answer by then, or propose a longer deadline and send the notice.",
        )
    };
    let day = long_date(last_on, spoken());
    Some(warning(
        "extension-notice-due",
        say!(
            format!("Siste dag for å sende melding om lengre frist er {day}. {todo}"),
            format!("Siste dag for å sende melding om lengre frist er {day}. {todo}"),
            format!("The last day to send a notice of extension is {day}. {todo}"),
        ),
    ))
}

/// The notice of extension turned out too late: an answer was recorded later as one that came before it, or receipt was corrected.
fn extension_without_effect(opened: &Opened, case: &Case, today: NaiveDate) -> Option<WarningAnswer> {
    let notice_on = case.extended_on()?;
    let deadline = opened.request.deadline(case, today);
    let last_day_on = deadline.extension_notice_due_on.filter(|_| !deadline.extended)?;
    let (notice, last_day) = (long_date(notice_on, spoken()), long_date(last_day_on, spoken()));
    Some(warning(
        "extension-late",
        say!(
            format!(
                "Meldingen om lengre frist ble sendt {notice}. Etter datoene i saken var siste dag {last_day}, og forlengelsen gjelder ikke. Svar så snart du kan."
            ),
            format!(
                "Meldinga om lengre frist blei send {notice}. Etter datoane i saka var siste dag {last_day}, og forlenginga gjeld ikkje. Svar så snart du kan."
            ),
            format!(
                "The notice of extension was sent {notice}. By the dates of the case the last day was {last_day}, and the extension does not apply. Answer as soon as you can."
            ),
        ),
    ))
}

/// Letters that were sent while another day of receipt stood there, and that no later letter corrects.
fn told_another_receipt(opened: &Opened, case: &Case) -> Option<WarningAnswer> {
    let request = &opened.request;
    let (mut stood, mut letters) = (request.first_received_on, Vec::new());
    for recorded in &opened.log {
        if let Event::ReceiptCorrected(correction) = &recorded.event {
            stood = correction.to_on;
        }
        if let Event::LetterIssued(issued) = &recorded.event
            && stood != request.registered.received_on
            && issued.cases.contains(&case.opened.case)
            && request.letters.iter().all(|later| later.supersedes != Some(issued.sequence))
        {
            letters.push(opened.number.document(issued.sequence).to_string());
        }
    }
    let letters = letters.join(", ");
    (is_here(case) && !letters.is_empty()).then(|| {
        warning(
            "told-another-receipt",
            say!(
                format!("Mottaksdatoen er rettet etter at brev ble sendt. De kan oppgi en annen dato eller frist: {letters}. Vurder et rettet brev."),
                format!("Mottaksdatoen er retta etter at brev blei sende. Dei kan oppgi ein annan dato eller frist: {letters}. Vurder eit retta brev."),
                format!("The date of receipt was corrected after letters were sent. They may state another date or deadline: {letters}. Consider a corrected letter."),
            ),
        )
    })
}

/// The case is open again after an answer: what its dates are then, since the law gives none anew.
fn reopened(opened: &Opened, case: &Case) -> Option<WarningAnswer> {
    let reopened_on = opened.request.reopened_on(case)?;
    let reopening = case.reopenings.last()?;
    let answer = opened.request.letter(reopening.answer?)?;
    let (reopened, sent) = (short_date(reopened_on), short_date(answer.dated_on));
    let (letter, own) = (opened.number.document(answer.sequence), long_date(own_date(reopened_on), spoken()));
    let message = say!(
        format!(
            "Saken er gjenåpnet {reopened}. Personen fikk svar {sent}, i brev {letter}. Fristen i loven gjaldt det svaret, og det kommer ingen ny. Intern frist er {own}."
        ),
        format!(
            "Saka er opna igjen {reopened}. Personen fekk svar {sent}, i brev {letter}. Fristen i lova høyrde til det svaret, og det kjem ingen ny. Intern frist er {own}."
        ),
        format!(
            "The case was reopened on {reopened}. The person was answered on {sent}, in letter {letter}. The date in law was that of the answer, and there is no new one. The internal date is {own}."
        ),
    );
    Some(warning("reopened", message))
}

/// Letters that came back and were not sent again; what an appeal is counted from is not known then.
fn returned_letters(opened: &Opened, case: &Case) -> impl Iterator<Item = WarningAnswer> {
    let request = &opened.request;
    let letters = request.letters.iter().filter(|letter| letter.cases.contains(&case.opened.case));
    let lost = letters.filter_map(|letter| {
        let on = request.deliveries_of(letter).iter().find_map(DeliveryState::returned_on)?;
        let number = opened.number.document(letter.sequence);
        let day = short_date(on);
        Some(warning(
            "letter-returned",
            say!(
                format!("Brev {number} kom i retur {day}. Sjekk adressen, og send det på nytt."),
                format!("Brev {number} kom i retur {day}. Sjekk adressa, og send det på nytt."),
                format!("Letter {number} came back {day}. Check the address, and send it again."),
            ),
        ))
    });
    let appeal = (request.appeal_start(case.opened.case) == Some(AppealStart::NotArrived)).then(|| {
        warning(
            "appeal-not-running",
            say!("Vedtaket er ikke kommet frem, så klagefristen kan ikke regnes ut. Den går fra personen fikk eller burde ha skaffet seg kjennskap til vedtaket (forvaltningsloven § 29 andre ledd).", "Vedtaket er ikkje kome fram, så klagefristen kan ikkje reknast ut. Han går frå personen fekk eller burde ha skaffa seg kjennskap til vedtaket (forvaltningslova § 29 andre ledd).", "The decision has not arrived, so the time limit for appeal cannot be worked out. It runs from when the person got to know of the decision, or should have (Public Administration Act section 29 second paragraph).").to_owned(),
        )
    });
    lost.chain(appeal).collect::<Vec<_>>().into_iter()
}

fn warning(code: &str, message: String) -> WarningAnswer {
    WarningAnswer { code: code.to_owned(), message }
}
