//! The catalogue on the desk: the registers, and one of them in full.

use super::{Desk, input};
use crate::api::failure::{Exit, Failure, FieldProblem};
use crate::api::register_show::{RegisterShow, RegisterShowInput, Viewpoint};
use crate::api::registers::RegistersAnswer;
use crate::api::spoken::spoken;
use crate::law::routing::Facts;

impl Desk {
    /// The registers that requests can be about.
    ///
    /// # Errors
    /// [`Exit::Locked`] while the store is locked: which of them are answered here depends on whose it is.
    pub fn registers(&mut self) -> Result<RegistersAnswer, Failure> {
        let workplace = self.workplace()?;
        let (rules, today) = (workplace.rules, workplace.today());
        let registers = rules.catalogue.registers();
        Ok(RegistersAnswer::of(&rules.catalogue, registers, (&rules.office, Some(today)), spoken()))
    }

    /// A register in full, with the ways that this office's cases go. A fact that decides and is not given, or that the
    /// register does not have, is told at the rights that it concerns.
    ///
    /// # Errors
    /// [`Exit::Locked`] while the store is locked, [`Exit::NotFound`] if there is no such register, and
    /// [`Exit::NotWellFormed`] for a date that is none.
    pub fn register_show(&mut self, given: &RegisterShowInput) -> Result<RegisterShow, Failure> {
        let workplace = self.workplace()?;
        let rules = workplace.rules;
        let register = rules.catalogue.find(&given.register).map_err(|unknown| {
            let (code, message) = ("unknown-register", unknown.text().get(spoken()).to_owned());
            let field = FieldProblem { path: "register".to_owned(), code: code.to_owned(), message: message.clone() };
            Failure::new(Exit::NotFound, code, message).with_fields(vec![field])
        })?;
        let on = given.received_on.as_deref().map(|day| input::date("received_on", day)).transpose()?;
        let facts: Facts = given.facts.iter().flatten().map(|(key, value)| (key.as_str(), value.as_str())).collect();
        let from = Viewpoint { catalogue: &rules.catalogue, office: &rules.office, on, language: spoken() };
        Ok(RegisterShow::of(register, &facts, from))
    }
}
