//! How a case leaves the office: sent on, withdrawn, or closed.

use chrono::NaiveDate;

use super::decide::Decision;
use super::event::Event;
use super::measure;
use super::refusal::{OWN_RULE, Refusal, RefusalCode, refusal};
use super::state::{Phase, Request};
use super::task;
use crate::casework::ids::CaseLetter;
use crate::law::rights::Track;
use crate::wording::Trilingual;

impl Request {
    /// Sends a case on to the body that its route names. Its dates stay: the person is told within them.
    ///
    /// # Errors
    /// [`RefusalCode::Finished`] if the case is answered or has left the office, [`RefusalCode::TrackDoesNotFit`] if this
    /// office answers it.
    pub fn forward(&self, case: CaseLetter) -> Result<Decision, Vec<Refusal>> {
        let state = self.workable(case)?;
        match state.opened.route.track {
            Track::Forward => {
                Ok(Decision::of(vec![Event::CaseForwarded { case, to: state.opened.route.handled_by.clone() }]))
            }
            Track::General | Track::RegisterAccess | Track::Section25 | Track::NotHeld => Err(vec![refusal(
                RefusalCode::TrackDoesNotFit,
                None,
                Trilingual::fixed(
                    "Saken skal besvares her, etter ruten den har. Avgjør den.",
                    "Saka skal svarast på her, etter ruta ho har. Avgjer ho.",
                    "The case is to be answered here, by the route that it has. Decide it.",
                ),
                "Forvaltningsloven § 11 fjerde ledd; forvaltningslovforskriften § 4",
            )]),
        }
    }

    /// Records that the person withdrew the claim. The period ends with it.
    ///
    /// # Errors
    /// [`RefusalCode::Finished`] if the case is answered or has left the office, [`RefusalCode::DateOrder`] for a day before
    /// receipt or after today.
    pub fn withdraw(
        &self,
        case: CaseLetter,
        withdrawn_on: NaiveDate,
        today: NaiveDate,
    ) -> Result<Decision, Vec<Refusal>> {
        self.workable(case)?;
        if withdrawn_on < self.registered.received_on || withdrawn_on > today {
            return Err(vec![refusal(
                RefusalCode::DateOrder,
                Some("on"),
                Trilingual::fixed(
                    "Dagen kravet ble trukket, må ligge mellom mottak og i dag.",
                    "Dagen kravet blei trekt, må liggje mellom mottak og i dag.",
                    "The day on which the claim was withdrawn must be between receipt and today.",
                ),
                "Forvaltningslovforskriften § 40 tredje ledd",
            )]);
        }
        Ok(Decision::of(vec![Event::CaseWithdrawn { case, withdrawn_on }]))
    }

    /// Closes a case that the person has had the answer to, has been told is sent on, or has withdrawn.
    ///
    /// # Errors
    /// [`RefusalCode::NotAnswered`] or [`RefusalCode::NotTold`] before that, [`RefusalCode::MeasuresOpen`] while something is
    /// not carried out, [`RefusalCode::TasksOpen`] while a unit is asked for something, [`RefusalCode::Finished`] if it is closed.
    pub fn close(&self, case: CaseLetter) -> Result<Decision, Vec<Refusal>> {
        let state = self.unclosed(case)?;
        let against = match state.phase {
            Phase::Answered | Phase::Withdrawn | Phase::Forwarded { told: true } => {
                let Some(against) = measure::against_closing(state).or_else(|| task::against_closing(state)) else {
                    return Ok(Decision::of(vec![Event::CaseClosed { case }]));
                };
                against
            }
            Phase::Forwarded { told: false } => refusal(
                RefusalCode::NotTold,
                None,
                Trilingual::fixed(
                    "Saken kan ikke avsluttes før personen har fått vite hvem som er ansvarlig. Send meldingen først.",
                    "Saka kan ikkje avsluttast før personen har fått vite kven som er ansvarleg. Send meldinga først.",
                    "The case cannot be closed before the person has been told who is responsible. Send the notice first.",
                ),
                "Forvaltningslovforskriften § 4; personvernforordningen art. 12 nr. 3 og 4",
            ),
            Phase::Open | Phase::Decided => refusal(
                RefusalCode::NotAnswered,
                None,
                Trilingual::fixed(
                    "Saken kan ikke avsluttes før svaret er sendt. Avgjør saken og send brevet.",
                    "Saka kan ikkje avsluttast før svaret er sendt. Avgjer saka og send brevet.",
                    "The case cannot be closed before the answer is sent. Decide the case and send the letter.",
                ),
                "Personvernforordningen art. 12 nr. 3 og 4",
            ),
            Phase::Closed => finished(Trilingual::fixed(
                "Saken er avsluttet og kan ikke endres. Registrer en ny henvendelse.",
                "Saka er avslutta og kan ikkje endrast. Registrer ein ny førespurnad.",
                "The case is closed and cannot be changed. Register a new request.",
            )),
        };
        Err(vec![against])
    }
}

/// The refusal of whatever comes after the end.
pub(super) fn finished(message: Trilingual) -> Refusal {
    refusal(RefusalCode::Finished, None, message, OWN_RULE)
}
