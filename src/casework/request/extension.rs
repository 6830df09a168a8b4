//! A longer deadline: proposed here, in force when the person has been told of it in time (GDPR Art. 12(3)).

use chrono::NaiveDate;

use super::decide::Decision;
use super::event::{Content, Event};
use super::refusal::{Refusal, RefusalCode, refusal};
use super::state::{Case, Request};
use crate::casework::ids::{CaseLetter, ContentId};
use crate::law::deadline::{self, Deadline, DeadlineInput, ExtensionReason};
use crate::wording::dates::long_date;
use crate::wording::{Language, Trilingual};

/// A longer deadline of a case. It is in force once there is a notice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Extension {
    /// Why, as the law knows it.
    pub reason: ExtensionReason,
    /// Why, in words to the person.
    pub text: ContentId,
    /// When the person can expect the answer.
    pub expected_on: NaiveDate,
    /// The notice to the person, once it is sent.
    pub notice: Option<ExtensionNotice>,
}

/// The notice of an extension.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ExtensionNotice {
    /// When it was sent.
    pub notice_on: NaiveDate,
    /// The letter, by its sequence.
    pub letter: u32,
}

/// The days between which an extension has its place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ExtensionBounds {
    /// The last day to send the notice; `None` while the clock stands still.
    pub notice_due_on: Option<NaiveDate>,
    /// The last day to answer without it; while the clock stands still, if the reply came today.
    pub first_on: NaiveDate,
    /// The last day to answer with it; `None` where the notice comes too late.
    pub last_on: Option<NaiveDate>,
}

/// Where the rules of an extension stand.
const SOURCE: &str = "Personvernforordningen art. 12 nr. 3; EDPB retningslinjer 01/2022 avsnitt 162–164";

impl Request {
    /// The dates of a case as they are on a day.
    #[must_use]
    pub fn deadline(&self, case: &Case, today: NaiveDate) -> Deadline {
        let pauses = case.suspensions.pauses(today);
        deadline::compute(&case.deadline_input(&self.registered, &pauses).seen_on(today))
    }

    /// Proposes a longer deadline. It may be proposed anew until the notice is sent.
    ///
    /// # Errors
    /// [`RefusalCode::Finished`] if the case is answered or has left the office, [`RefusalCode::AlreadyExtended`],
    /// [`RefusalCode::ExtensionLate`] once the notice can no longer be sent in time, [`RefusalCode::DateOrder`] if the
    /// answer is expected outside the time that an extension gives.
    pub fn extend(
        &self,
        case: CaseLetter,
        reason: ExtensionReason,
        text: (ContentId, String),
        expected_on: NaiveDate,
        today: NaiveDate,
    ) -> Result<Decision, Vec<Refusal>> {
        let state = self.workable(case)?;
        if let Some(against) = self.against_notice(state, today) {
            return Err(vec![against]);
        }
        let ExtensionBounds { first_on, last_on, .. } = self.extension_bounds(state, today);
        if expected_on <= first_on || last_on.is_some_and(|last_on| expected_on > last_on) {
            let day = |language| long_date(first_on, language);
            let until = last_on.map_or(Trilingual::fixed("", "", ""), |last_on| {
                let day = |language| long_date(last_on, language);
                Trilingual::made(
                    format!(", og senest {}, som er tre måneder etter mottak med pauser", day(Language::Nb)),
                    format!(", og seinast {}, som er tre månader etter mottak med pausar", day(Language::Nn)),
                    format!(
                        ", and no later than {}, which is three months from receipt with pauses",
                        day(Language::En)
                    ),
                )
            });
            return Err(vec![refusal(
                RefusalCode::DateOrder,
                Some("expected"),
                Trilingual::made(
                    format!(
                        "Dagen svaret kan ventes, må være etter {}, som er siste dag uten lengre frist{}. Velg en annen dag.",
                        day(Language::Nb),
                        until.nb
                    ),
                    format!(
                        "Dagen svaret kan ventast, må vere etter {}, som er siste dag utan lengre frist{}. Vel ein annan dag.",
                        day(Language::Nn),
                        until.nn
                    ),
                    format!(
                        "The day on which the answer can be expected must be after {}, which is the last day without an extension{}. Choose another day.",
                        day(Language::En),
                        until.en
                    ),
                ),
                SOURCE,
            )]);
        }
        let (id, words) = text;
        Ok(Decision {
            events: vec![Event::ExtensionProposed { case, reason, text: id, expected_on }],
            contents: vec![(id, Content::Text(words))],
        })
    }

    /// Why no notice of extension can be sent for a case today, if that is so. While the clock stands still no day of
    /// the period passes, so the notice is in time.
    pub(super) fn against_notice(&self, state: &Case, today: NaiveDate) -> Option<Refusal> {
        if self.reopened_on(state).is_some() {
            return Some(refusal(
                RefusalCode::ExtensionLate,
                None,
                Trilingual::fixed(
                    "Personen fikk svar før saken ble gjenåpnet, så det er ingen frist i loven å forlenge. Svar så snart du kan.",
                    "Personen fekk svar før saka blei opna igjen, så det er ingen frist i lova å forlengje. Svar så snart du kan.",
                    "The person had an answer before the case was reopened, so there is no deadline in the law to extend. Answer as soon as you can.",
                ),
                SOURCE,
            ));
        }
        if state.extended_on().is_some() {
            return Some(refusal(
                RefusalCode::AlreadyExtended,
                None,
                Trilingual::fixed(
                    "Fristen er allerede forlenget. Den kan bare forlenges én gang.",
                    "Fristen er alt forlengd. Han kan berre forlengjast éin gong.",
                    "The deadline is already extended. It can be extended only once.",
                ),
                SOURCE,
            ));
        }
        let last_on = self.extension_bounds(state, today).notice_due_on.filter(|last_on| today > *last_on)?;
        Some(refusal(
            RefusalCode::ExtensionLate,
            None,
            Trilingual::made(
                format!(
                    "Siste dag for å sende melding om lengre frist var {}. Send beskjed om forsinkelse til personen med en gang, og svar så snart du kan.",
                    long_date(last_on, Language::Nb)
                ),
                format!(
                    "Siste dag for å sende melding om lengre frist var {}. Send beskjed om forseinking til personen med ein gong, og svar så snart du kan.",
                    long_date(last_on, Language::Nn)
                ),
                format!(
                    "The last day to send the notice of extension was {}. Send the person a notice of delay at once, and answer as soon as you can.",
                    long_date(last_on, Language::En)
                ),
            ),
            "Personvernforordningen art. 12 nr. 3; forvaltningslovforskriften §§ 38 og 41",
        ))
    }

    /// Why the notice of extension of a case may not be issued today, if that is so.
    pub(super) fn against_issuing_notice(&self, state: &Case, today: NaiveDate) -> Option<Refusal> {
        if let Some(against) = self.against_notice(state, today) {
            return Some(against);
        }
        let Some(proposed) = state.extension else {
            return Some(refusal(
                RefusalCode::NotProposed,
                None,
                Trilingual::fixed(
                    "Lengre frist er ikke foreslått. Foreslå den med grunn og dato for svar, og send så meldingen.",
                    "Lengre frist er ikkje foreslått. Foreslå han med grunn og dato for svar, og send så meldinga.",
                    "No extension is proposed. Propose it with its ground and a date for the answer, and then send the notice.",
                ),
                SOURCE,
            ));
        };
        (proposed.expected_on <= today).then(|| {
            refusal(
                RefusalCode::DateOrder,
                None,
                Trilingual::fixed(
                    "Dagen svaret kunne ventes, er passert. Foreslå lengre frist på nytt, med en ny dag.",
                    "Dagen svaret kunne ventast, er passert. Foreslå lengre frist på nytt, med ein ny dag.",
                    "The day on which the answer could be expected has passed. Propose the extension again, with a new day.",
                ),
                SOURCE,
            )
        })
    }

    /// The last day to answer if the deadline of a case were extended today; `None` once it is too late for that, or it is
    /// extended already.
    #[must_use]
    pub fn extended_due_on(&self, case: &Case, today: NaiveDate) -> Option<NaiveDate> {
        if self.against_notice(case, today).is_some() { None } else { self.extension_bounds(case, today).last_on }
    }

    /// The days between which an extension of a case has its place, as they are on a day.
    #[must_use]
    pub fn extension_bounds(&self, state: &Case, today: NaiveDate) -> ExtensionBounds {
        let pauses = state.suspensions.pauses(today);
        let seen =
            |input: DeadlineInput<'_>| deadline::compute(&input.under(self.registered.rule_version).seen_on(today));
        let received_on = self.registered.received_on;
        let month =
            DeadlineInput::new(received_on, &pauses, None).unwrap_or_else(|_| DeadlineInput::receipt(received_on));
        let month = seen(month);
        let notice_on = state.extended_on().unwrap_or(today);
        let extended = DeadlineInput::new(received_on, &pauses, Some(notice_on)).ok().map(seen);
        ExtensionBounds {
            notice_due_on: month.extension_notice_due_on,
            first_on: answer_on(&month),
            last_on: extended.map(|extended| answer_on(&extended)),
        }
    }
}

/// The last day to answer; while the clock stands still, what it would be if the reply came today.
fn answer_on(deadline: &Deadline) -> NaiveDate {
    let waiting = deadline.open_suspension.map(|open| open.due_if_answered_on);
    deadline.due_on.or(waiting).unwrap_or(deadline.nominal_on)
}
