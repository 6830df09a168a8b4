//! What would move if a day of receipt, a public holiday or a value of the rules were another.

use chrono::NaiveDate;

use super::{Desk, input};
use crate::api::failure::{Exit, Failure};
use crate::api::intake::LONGEST_TEXT;
use crate::api::spoken::say;
use crate::api::what_if::{AcceptedAnswer, SupposedReceipt, WhatIfAccept, WhatIfAnswer, WhatIfInput};
use crate::casework::audit::Digest;
use crate::casework::ids::RequestNumber;
use crate::casework::projection::Supposition;
use crate::law::calendar::{day_off, public_holiday};
use crate::law::deadline::Months;

/// The most months that the rules can be supposed to give.
const MOST_MONTHS: u32 = 24;

impl Desk {
    /// Which unanswered cases would move, from what day to what day, and how that is derived. Nothing is changed. No person is shown, so
    /// nothing is logged.
    ///
    /// # Errors
    /// [`Failure`].
    pub fn deadline_what_if(&mut self, given: &WhatIfInput) -> Result<WhatIfAnswer, Failure> {
        let supposed = supposition(given)?;
        let mut workplace = self.workplace()?;
        let found = workplace.what_if(&supposed)?;
        Ok(WhatIfAnswer::of(&found, (&supposed, given), workplace.rules, workplace.today()))
    }

    /// Accepts the list as it was shown: the days of receipt are corrected, and the cases move. No person is shown.
    ///
    /// # Errors
    /// [`Failure`]; nothing was changed. [`Exit::Conflict`] where the list is another one by now.
    pub fn deadline_accept(&mut self, given: &WhatIfAccept) -> Result<AcceptedAnswer, Failure> {
        let digest = Digest::from_hex(given.digest.trim()).ok_or_else(|| input::unknown("digest", not_a_digest()));
        let reason = input::text("reason", &given.reason, LONGEST_TEXT);
        let (supposed, digest, reason) = input::together((supposition(&given.supposed), digest, reason))?;
        let mut workplace = self.workplace()?;
        let accepted = workplace.accept_what_if(&supposed, digest, &reason)?;
        Ok(AcceptedAnswer::of(&accepted, workplace.rules))
    }
}

fn supposition(given: &WhatIfInput) -> Result<Supposition, Failure> {
    let nothing = given.holidays.iter().flatten().next().is_none()
        && given.not_holidays.iter().flatten().next().is_none()
        && given.received.iter().flatten().next().is_none()
        && given.months.is_none()
        && given.extended_months.is_none();
    if nothing {
        return Err(Failure::new(Exit::NotWellFormed, "nothing-supposed", nothing_supposed()));
    }
    Ok(Supposition {
        holidays: given.holidays.iter().flatten().map(|day| holiday(&day.on)).collect::<Result<_, _>>()?,
        not_holidays: given.not_holidays.iter().flatten().map(|day| not_holiday(day)).collect::<Result<_, _>>()?,
        received: given.received.iter().flatten().map(receipt).collect::<Result<_, _>>()?,
        months: Months {
            ordinary: months("months", given.months, Months::LAW.ordinary)?,
            extended: months("extended_months", given.extended_months, Months::LAW.extended)?,
        },
    })
}

fn not_a_digest() -> String {
    say!(
        "Skriv avtrykket av listen, 64 tegn. Det står under listen.",
        "Skriv avtrykket av lista, 64 teikn. Det står under lista.",
        "Write the digest of the list, 64 characters. It stands below the list.",
    )
    .to_owned()
}

fn nothing_supposed() -> &'static str {
    say!(
        "Si hva som skal være annerledes: en helligdag, en mottaksdato eller antall måneder.",
        "Sei kva som skal vere annleis: ein heilagdag, ein mottaksdato eller talet på månader.",
        "Say what is to be different: a public holiday, a date of receipt or the number of months.",
    )
}

/// A day that is off already moves nothing, so it was hardly meant.
fn holiday(text: &str) -> Result<NaiveDate, Failure> {
    let on = input::date("holidays", text)?;
    match day_off(on) {
        None => Ok(on),
        Some(_) => Err(input::unknown(
            "holidays",
            say!(
                "Dagen er ikke en virkedag fra før. Velg en annen dag.",
                "Dagen er ikkje ein yrkedag frå før. Vel ein annan dag.",
                "The day is not a working day as it is. Choose another day.",
            )
            .to_owned(),
        )),
    }
}

fn not_holiday(text: &str) -> Result<NaiveDate, Failure> {
    let on = input::date("not_holidays", text)?;
    match public_holiday(on) {
        Some(_) => Ok(on),
        None => Err(input::unknown(
            "not_holidays",
            say!(
                "Dagen er ikke en helligdag. Velg en dag som er det.",
                "Dagen er ikkje ein heilagdag. Vel ein dag som er det.",
                "The day is not a public holiday. Choose one that is.",
            )
            .to_owned(),
        )),
    }
}

fn receipt(given: &SupposedReceipt) -> Result<(RequestNumber, NaiveDate), Failure> {
    let request = input::case(&given.number).map(|case| case.request).or_else(|_| input::request(&given.number))?;
    Ok((request, input::date("received", &given.on)?))
}

fn months(path: &str, given: Option<u32>, law: u32) -> Result<u32, Failure> {
    match given {
        None => Ok(law),
        Some(months) => input::within(path, months, MOST_MONTHS),
    }
}
