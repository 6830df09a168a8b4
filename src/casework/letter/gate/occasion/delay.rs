//! That there is a delay to tell of, and that the day on which the answer is expected can be told.

use chrono::NaiveDate;

use super::{Against, on_day};
use crate::casework::letter::field::Field;
use crate::casework::letter::input::{LetterCase, LetterInput, date};
use crate::casework::letter::kind::LetterKind;
use crate::law::calendar::is_near;
use crate::law::rights::Track;
use crate::wording::Trilingual;

/// A delay is told when the last day has passed or is near; while the clock stands still nothing is late.
pub(super) fn not_late(case: &LetterCase, dated_on: NaiveDate) -> Option<Against> {
    let number = &case.number;
    let Some(due) = case.due else {
        return Some((
            Trilingual::made(
                format!("Sak {number} venter på svar fra personen, og fristen går ikke."),
                format!("Sak {number} ventar på svar frå personen, og fristen går ikkje."),
                format!("Case {number} waits for an answer from the person, and the period does not run."),
            ),
            Trilingual::fixed(
                "Registrer svaret når det kommer, eller send en påminnelse.",
                "Registrer svaret når det kjem, eller send ei påminning.",
                "Record the answer when it comes, or send a reminder.",
            ),
            None,
        ));
    };
    (!is_near(due.due_on, dated_on)).then(|| {
        (
            on_day(
                "Saken er ikke forsinket. Siste dag for svaret er",
                "Saka er ikkje forseinka. Siste dag for svaret er",
                "The case is not delayed. The last day for the answer is",
                due.due_on,
            ),
            Trilingual::fixed(
                "Svar innen da, eller foreslå lengre frist hvis kravet er sammensatt eller det er mange krav.",
                "Svar innan då, eller foreslå lengre frist dersom kravet er samansett eller det er mange krav.",
                "Answer by then, or propose an extension if the claim is complex or there are many claims.",
            ),
            None,
        )
    })
}

/// A provisional reply is for what ends in an enkeltvedtak; a notice of extension is one already.
pub(super) fn no_interim_reply(case: &LetterCase) -> Option<Against> {
    let number = &case.number;
    if case.track != Track::Section25 {
        return Some((
            Trilingual::made(
                format!("Sak {number} ender ikke i et vedtak, så den har ikke frist for foreløpig svar."),
                format!("Sak {number} endar ikkje i eit vedtak, så ho har ikkje frist for førebels svar."),
                format!("Case {number} does not end in an enkeltvedtak, so no provisional reply is due."),
            ),
            Trilingual::fixed(
                "Foreslå lengre frist, eller send «Beskjed om forsinkelse».",
                "Foreslå lengre frist, eller send «Beskjed om forseinking».",
                "Propose an extension, or send the notice of delay.",
            ),
            None,
        ));
    }
    let notice_on = case.extension.as_ref()?.notice_on?;
    Some((
        on_day(
            "Personen fikk melding om lengre frist",
            "Personen fekk melding om lengre frist",
            "The person was told of the extension on",
            notice_on,
        ),
        Trilingual::fixed(
            "Den meldingen er også et foreløpig svar. Er saken forsinket igjen, send «Beskjed om forsinkelse».",
            "Den meldinga er òg eit førebels svar. Er saka forseinka igjen, send «Beskjed om forseinking».",
            "That notice is a provisional reply too. If the case is delayed again, send the notice of delay.",
        ),
        None,
    ))
}

/// Why the day on which the answer is expected cannot be the one that was filled in; a day that lacks is for the check of
/// the fields to tell.
pub(in super::super) fn against_expected(input: &LetterInput, case: &LetterCase) -> Option<Against> {
    let text = input.filled_for(Field::ExpectedOn, case).filter(|_| input.kind.tells_wait())?;
    let choose = Trilingual::fixed("Velg en annen dag.", "Vel ein annan dag.", "Choose another day.");
    let field = Some(Field::ExpectedOn);
    let Some(expected_on) = date(text) else {
        return Some((
            Trilingual::fixed(
                "Dagen svaret kan ventes, er ikke skrevet som en dato.",
                "Dagen svaret kan ventast, er ikkje skriven som ein dato.",
                "The day on which the answer is expected is not written as a date.",
            ),
            Trilingual::fixed(
                "Skriv den slik: 02.03.2026.",
                "Skriv han slik: 02.03.2026.",
                "Write it like this: 02.03.2026.",
            ),
            field,
        ));
    };
    if expected_on <= input.dated_on {
        return Some((
            Trilingual::fixed(
                "Dagen svaret kan ventes, er ikke etter brevets dato.",
                "Dagen svaret kan ventast, er ikkje etter datoen i brevet.",
                "The day on which the answer is expected is not after the letter's date.",
            ),
            choose,
            field,
        ));
    }
    let due_on = case.due.map(|due| due.due_on).filter(|due_on| *due_on >= input.dated_on)?;
    if input.kind == LetterKind::DelayNotice && expected_on <= due_on {
        return Some((
            on_day(
                "Svaret er ventet innen fristen, og da er det ikke forsinket. Fristen går ut",
                "Svaret er venta innan fristen, og då er det ikkje forseinka. Fristen går ut",
                "The answer is expected in time, so it is not delayed. The period ends on",
                due_on,
            ),
            choose,
            field,
        ));
    }
    (input.kind == LetterKind::InterimReply && expected_on > due_on).then(|| {
        (
            on_day(
                "Svaret er ventet etter fristen, som et foreløpig svar ikke flytter. Den går ut",
                "Svaret er venta etter fristen, som eit førebels svar ikkje flyttar. Han går ut",
                "The answer is expected after the last day, which a provisional reply does not move. It is",
                due_on,
            ),
            Trilingual::fixed(
                "Foreslå lengre frist og send meldingen om det, eller velg en tidligere dag.",
                "Foreslå lengre frist og send meldinga om det, eller vel ein tidlegare dag.",
                "Propose an extension and send the notice of it, or choose an earlier day.",
            ),
            field,
        )
    })
}
