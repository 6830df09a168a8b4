//! What happened to a task in words, and the words that remind a unit. They name nobody.

use chrono::NaiveDate;

use super::{Task, TaskEvent, TaskStep};
use crate::law::register::Unit;
use crate::wording::dates::{long_date, short_date};
use crate::wording::{Language, Trilingual};

impl TaskEvent {
    /// What happened, in a sentence; `unit` is who was asked.
    #[must_use]
    pub fn told(&self, unit: Unit) -> Trilingual {
        let number = self.task;
        let unit = unit.label();
        let (nb, nn, en) = (&unit.nb, &unit.nn, &unit.en);
        match &self.what {
            TaskStep::Asked(new) => {
                let (on, due) = (short_date(new.asked_on), short_date(new.due_on));
                let owner = &new.owner;
                Trilingual::made(
                    format!("Oppgave {number} ble sendt {on}: {nb}. Svar innen {due}. {owner} følger den opp."),
                    format!("Oppgåve {number} blei send {on}: {nn}. Svar innan {due}. {owner} følgjer ho opp."),
                    format!("Task {number} was sent on {on}: {en}. Answer by {due}. {owner} follows it up."),
                )
            }
            TaskStep::Reminded { reminded_on, due_on } => {
                let (on, due) = (short_date(*reminded_on), short_date(*due_on));
                Trilingual::made(
                    format!("Purret {on} på oppgave {number}: {nb}. Svar innen {due}."),
                    format!("Purra {on} på oppgåve {number}: {nn}. Svar innan {due}."),
                    format!("Sent a reminder on {on} of task {number}: {en}. Answer by {due}."),
                )
            }
            TaskStep::Given { to } => Trilingual::made(
                format!("{to} følger nå opp oppgave {number}: {nb}."),
                format!("{to} følgjer no opp oppgåve {number}: {nn}."),
                format!("{to} now follows up task {number}: {en}."),
            ),
            TaskStep::Answered { answered_on, .. } => {
                let on = short_date(*answered_on);
                Trilingual::made(
                    format!("Oppgave {number} ble besvart {on}: {nb}."),
                    format!("Oppgåve {number} blei svara på {on}: {nn}."),
                    format!("Task {number} was answered on {on}: {en}."),
                )
            }
            TaskStep::Dropped { .. } => Trilingual::made(
                format!("Oppgave {number} trengs ikke lenger: {nb}."),
                format!("Oppgåve {number} trengst ikkje lenger: {nn}."),
                format!("Task {number} is no longer needed: {en}."),
            ),
        }
    }
}

impl Task {
    /// A reminder to the unit, to be copied. It names the case and nobody in it, so that it may go by ordinary e-mail;
    /// `answer_due_on` is the last day to answer the person.
    #[must_use]
    pub fn chaser(&self, case: &str, number: u32, answer_due_on: Option<NaiveDate>) -> Trilingual {
        let day = |on: NaiveDate| [Language::Nb, Language::Nn, Language::En].map(|language| long_date(on, language));
        let [asked_nb, asked_nn, asked_en] = day(self.asked.asked_on);
        let [due_nb, due_nn, due_en] = day(self.due_on);
        let legal = answer_due_on.map(day);
        let [legal_nb, legal_nn, legal_en] = legal.map_or_else(Default::default, |[nb, nn, en]| {
            [
                format!(" Siste dag for å svare personen er {nb}."),
                format!(" Siste dag for å svare personen er {nn}."),
                format!(" The last day to answer the person is {en}."),
            ]
        });
        Trilingual::made(
            format!(
                "Påminnelse om sak {case}, oppgave {number}\n\nVi spurte dere {asked_nb} om opplysninger vi trenger i saken. Vi ba om svar innen {due_nb}.{legal_nb} Fristen løper også mens vi venter på svar fra dere (personvernforordningen artikkel 12 nr. 3).\n\nSvar så snart dere kan, eller si fra når vi kan vente svaret. Bruk bare saksnummeret når dere skriver til oss. Skriv ikke navn, fødselsnummer eller helseopplysninger i e-post."
            ),
            format!(
                "Påminning om sak {case}, oppgåve {number}\n\nVi spurde dykk {asked_nn} om opplysningar vi treng i saka. Vi bad om svar innan {due_nn}.{legal_nn} Fristen går også mens vi ventar på svar frå dykk (personvernforordninga artikkel 12 nr. 3).\n\nSvar så snart de kan, eller sei frå når vi kan vente svaret. Bruk berre saksnummeret når de skriv til oss. Skriv ikkje namn, fødselsnummer eller helseopplysningar i e-post."
            ),
            format!(
                "Reminder about case {case}, task {number}\n\nOn {asked_en} we asked you for information that we need in the case. We asked for an answer by {due_en}.{legal_en} That period also runs while we wait for your answer (GDPR Article 12(3)).\n\nPlease answer as soon as you can, or tell us when to expect the answer. Use only the case number when you write to us. Do not put names, identity numbers or health information in an e-mail."
            ),
        )
    }
}
