//! That the dates of a letter are those of today, and that the person gets time to answer.

use std::collections::BTreeSet;

use chrono::Months;

use crate::casework::letter::compose::Composed;
use crate::casework::letter::field::Field;
use crate::casework::letter::input::{LetterInput, date};
use crate::casework::letter::kind::LetterKind;
use crate::casework::letter::text::bind;
use crate::casework::letter::words::letter_date;
use crate::wording::Trilingual;
use crate::wording::dates::short_date;

use super::occasion::against_expected;
use super::{CheckId, GateCheck};

/// A day to reply by that lies more months ahead than the law gives for a whole case is a slip of the pen.
const LONGEST_REPLY: Months = Months::new(3);

pub(super) fn dates(input: &LetterInput, composed: &Composed) -> GateCheck {
    let current: BTreeSet<_> = input.cases.iter().filter_map(|case| case.due).map(|due| due.due_on).collect();
    let stale = composed.stated_due_on.iter().find(|date| !current.contains(date));
    let dated = short_date(input.dated_on);
    let written = bind(&letter_date(input.dated_on, composed.letter.language));
    let compose_again = Trilingual::fixed("Lag brevet på nytt.", "Lag brevet på nytt.", "Compose the letter again.");
    if let Some(stale) = stale {
        let stale = short_date(*stale);
        return GateCheck::failed(
            CheckId::Dates,
            Trilingual::made(
                format!("Brevet sier at svaret kommer senest {stale}, men den datoen gjelder ikke lenger."),
                format!("Brevet seier at svaret kjem seinast {stale}, men den datoen gjeld ikkje lenger."),
                format!("The letter says that the answer comes by {stale}, which is no longer so."),
            ),
            compose_again,
        );
    }
    if !composed.letter.references.iter().any(|reference| reference.value == written) {
        return GateCheck::failed(
            CheckId::Dates,
            Trilingual::made(
                format!("Brevet er ikke datert {dated}."),
                format!("Brevet er ikkje datert {dated}."),
                format!("The letter is not dated {dated}."),
            ),
            compose_again,
        );
    }
    if input.dated_on < input.received_on {
        return GateCheck::failed(
            CheckId::Dates,
            Trilingual::fixed(
                "Brevet er datert før vi fikk henvendelsen.",
                "Brevet er datert før vi fekk førespurnaden.",
                "The letter is dated before the request arrived.",
            ),
            Trilingual::fixed("Rett datoen på brevet.", "Rett datoen på brevet.", "Correct the letter's date."),
        );
    }
    if let Some((message, todo)) = against_reply_by(input) {
        let mut check = GateCheck::failed(CheckId::Dates, message, todo);
        check.field = Some(Field::ReplyByOn.id().to_owned());
        return check;
    }
    if let Some((message, todo, field)) = input.cases.iter().find_map(|case| against_expected(input, case)) {
        let mut check = GateCheck::failed(CheckId::Dates, message, todo);
        check.field = field.map(|field| field.id().to_owned());
        return check;
    }
    if let Some((field, message, todo)) = against_days(input) {
        let mut check = GateCheck::failed(CheckId::Dates, message, todo);
        check.field = Some(field);
        return check;
    }
    GateCheck::met(
        CheckId::Dates,
        Trilingual::made(
            format!("Brevet er datert {dated}."),
            format!("Brevet er datert {dated}."),
            format!("Dated {dated}."),
        ),
    )
}

/// Why a day that the caseworker filled in cannot be right, and in which field it stands: a restriction is lifted after the
/// person was told (GDPR Art. 18(3)), and an appeal came after the decision was sent.
fn against_days(input: &LetterInput) -> Option<(String, Trilingual, Trilingual)> {
    let wanted = match input.kind {
        LetterKind::RestrictionLiftNotice => Field::LiftedOn,
        LetterKind::ComplaintForwarding => Field::ComplaintOn,
        LetterKind::Acknowledgement
        | LetterKind::IdentityRequest
        | LetterKind::ClarificationRequest
        | LetterKind::Section25GroundsRequest
        | LetterKind::Reminder
        | LetterKind::ExtensionNotice
        | LetterKind::DelayNotice
        | LetterKind::InterimReply
        | LetterKind::Forwarding
        | LetterKind::ForwardingNotice
        | LetterKind::Referral
        | LetterKind::Section25Decision
        | LetterKind::Answer
        | LetterKind::AccessAnswer
        | LetterKind::KassasjonOpinion
        | LetterKind::RecipientsNotice => return None,
    };
    input.cases.iter().find_map(|case| {
        let text = input.filled_for(wanted, case)?;
        let own = format!("{}.{}", wanted.id(), case.letter());
        let id = if input.fields.contains_key(&own) { own } else { wanted.id().to_owned() };
        let label = wanted.label();
        let Some(day) = date(text) else {
            return Some((
                id,
                Trilingual::made(
                    format!("«{}» er ikke skrevet som en dato.", label.nb),
                    format!("«{}» er ikkje skriven som ein dato.", label.nn),
                    format!("“{}” is not written as a date.", label.en),
                ),
                Trilingual::fixed(
                    "Skriv den slik: 02.03.2026.",
                    "Skriv han slik: 02.03.2026.",
                    "Write it like this: 02.03.2026.",
                ),
            ));
        };
        if wanted == Field::LiftedOn {
            return (day <= input.dated_on).then(|| {
                (
                    id,
                    Trilingual::fixed(
                        "Personen skal få vite det før begrensningen blir opphevet, men dagen er ikke etter brevets dato.",
                        "Personen skal få vite det før avgrensinga blir oppheva, men dagen er ikkje etter datoen i brevet.",
                        "The person is to be told before the restriction is lifted, but the day is not after the letter's date.",
                    ),
                    Trilingual::fixed("Velg en senere dag.", "Vel ein seinare dag.", "Choose a later day."),
                )
            });
        }
        if let Some(complaint) = case.complaint {
            let registered = short_date(complaint.received_on);
            return (day != complaint.received_on).then(|| {
                (
                    id,
                    Trilingual::made(
                        format!("Klagen er registrert mottatt {registered}, men brevet sier en annen dag."),
                        format!("Klaga er registrert motteken {registered}, men brevet seier ein annan dag."),
                        format!("The appeal is registered as received on {registered}, but the letter says another day."),
                    ),
                    Trilingual::fixed(
                        "Tøm feltet, så bruker brevet den registrerte datoen.",
                        "Tøm feltet, så bruker brevet den registrerte datoen.",
                        "Empty the field, and the letter uses the registered day.",
                    ),
                )
            });
        }
        let sent_on = case.answer.as_ref().map(|answer| answer.dated_on);
        (day > input.dated_on || sent_on.is_some_and(|sent_on| day < sent_on)).then(|| {
            (
                id,
                Trilingual::fixed(
                    "Klagen kan ikke ha kommet før vedtaket ble sendt, eller etter brevets dato.",
                    "Klaga kan ikkje ha kome før vedtaket blei sendt, eller etter datoen i brevet.",
                    "The appeal cannot have come before the decision was sent, or after the letter's date.",
                ),
                Trilingual::fixed("Rett datoen.", "Rett datoen.", "Correct the date."),
            )
        })
    })
}

/// Why the day to reply by cannot be the one that the letter states, and what to do.
fn against_reply_by(input: &LetterInput) -> Option<(Trilingual, Trilingual)> {
    let choose = |nb, nn, en| Trilingual::fixed(nb, nn, en);
    let filled = input.fields.get(Field::ReplyByOn.id()).filter(|text| !text.trim().is_empty());
    if filled.is_some_and(|text| date(text).is_none()) {
        return Some((
            choose(
                "Svarfristen er ikke skrevet som en dato.",
                "Svarfristen er ikkje skriven som ein dato.",
                "The date to reply by is not written as a date.",
            ),
            choose("Skriv den slik: 02.03.2026.", "Skriv han slik: 02.03.2026.", "Write it like this: 02.03.2026."),
        ));
    }
    let reply_by_on = input.reply_by().filter(|_| input.kind.asks())?;
    if reply_by_on <= input.dated_on {
        return Some((
            choose(
                "Svarfristen er ikke etter brevets dato.",
                "Svarfristen er ikkje etter datoen i brevet.",
                "The date to reply by is not after the letter's date.",
            ),
            choose("Velg en senere svarfrist.", "Vel ein seinare svarfrist.", "Choose a later date."),
        ));
    }
    if input.dated_on.checked_add_months(LONGEST_REPLY).is_some_and(|last_on| reply_by_on > last_on) {
        return Some((
            choose(
                "Svarfristen er mer enn tre måneder etter brevets dato.",
                "Svarfristen er meir enn tre månader etter datoen i brevet.",
                "The date to reply by is more than three months after the letter's date.",
            ),
            choose("Velg en tidligere svarfrist.", "Vel ein tidlegare svarfrist.", "Choose an earlier date."),
        ));
    }
    let questions = input.cases.iter().flat_map(|case| &case.questions);
    let given_on = questions.map(|question| question.last_reply_by_on).max();
    let shortens = input.kind.reminds() && given_on.is_some_and(|given_on| reply_by_on < given_on);
    shortens.then(|| {
        (
            choose(
                "Personen har alt fått lengre tid på seg enn det påminnelsen gir.",
                "Personen har alt fått lengre tid på seg enn det påminninga gir.",
                "The person already has more time than the reminder gives.",
            ),
            choose("Velg en senere svarfrist.", "Vel ein seinare svarfrist.", "Choose a later date."),
        )
    })
}
