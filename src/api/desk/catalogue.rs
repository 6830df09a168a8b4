//! Taking another catalogue of registers into use.

use std::path::Path;

use serde::Serialize;
use ts_rs::TS;

use super::Desk;
use crate::adapter::load::{FolderFile, LoadProblem, LoadProblems, Loaded, load_files, read_folder};
use crate::adapter::store::AdoptedKind;
use crate::api::adopted::{Source, Taken};
use crate::api::failure::{Exit, Failure};
use crate::api::session::{self, Session};
use crate::api::spoken::say;
use crate::casework::access::Permission;
use crate::law::register::{Catalogue, FactKey};
use crate::usecase::Problem;
use crate::wording::Trilingual;

/// A catalogue that was taken into use.
#[derive(Clone, Debug, Serialize, TS)]
#[allow(missing_docs)]
pub struct CatalogueAnswer {
    pub catalogue: String,
    pub registers: usize,
}

impl Desk {
    /// Takes the catalogue in a folder into use, for cases from now on: an opened case keeps the route it has.
    ///
    /// # Errors
    /// [`Failure`] with every fault, each with file and line; the catalogue that was in use stays so.
    pub fn catalogue_install(&mut self, folder: &Path) -> Result<CatalogueAnswer, Failure> {
        let session = self.session()?;
        session.user.require(Permission::ReplaceCatalogue).map_err(Problem::from)?;
        let faulty = |problems| session::faulty_catalogue(Exit::NotWellFormed, &problems);
        let files = read_folder(folder).map_err(faulty)?;
        let loaded = load_files(&files).map_err(faulty)?;
        let lost = lost(&session.rules.catalogue, &loaded.catalogue);
        if !lost.is_empty() {
            return Err(faulty(LoadProblems(lost)));
        }
        let version = loaded.catalogue.version();
        if version == session.rules.catalogue.version() {
            return Err(faulty(LoadProblems(vec![LoadProblem {
                file: "general.toml".to_owned(),
                line: 1,
                message: Trilingual::made(
                    format!(
                        "Katalogen har samme versjon som den som er i bruk: {version}. Gi den en ny, så den kan kjennes igjen."
                    ),
                    format!(
                        "Katalogen har same versjon som den som er i bruk: {version}. Gi han ein ny, så han kan kjennast igjen."
                    ),
                    format!(
                        "The catalogue has the same version as the one in use: {version}. Give it a new one, so that it can be told apart."
                    ),
                ),
            }])));
        }
        adopt(session, &loaded, &files)
    }

    /// Takes the program's own catalogue into use again, for cases from now on.
    ///
    /// # Errors
    /// [`Exit::RuleRefuses`] for a role that may not, and where it is in use already; [`Exit::NotWellFormed`] where cases may
    /// rest on what it does not have.
    pub fn catalogue_reset(&mut self) -> Result<CatalogueAnswer, Failure> {
        let session = self.session()?;
        session.user.require(Permission::ReplaceCatalogue).map_err(Problem::from)?;
        if session.sources.catalogue == Source::BuiltIn {
            let message = say!(
                "Dette endrer ingenting: programmets egen katalog er i bruk.",
                "Dette endrar ingenting: katalogen til programmet er i bruk.",
                "This changes nothing: the program’s own catalogue is in use.",
            );
            return Err(Failure::new(Exit::RuleRefuses, "nothing-changes", message));
        }
        let loaded = session::catalogue()?;
        let lost = lost(&session.rules.catalogue, &loaded.catalogue);
        if !lost.is_empty() {
            return Err(session::faulty_catalogue(Exit::NotWellFormed, &LoadProblems(lost)));
        }
        adopt(session, loaded, &[])
    }
}

/// Takes a catalogue into use, whole or not at all; without files it is the program's own.
fn adopt(session: &mut Session, loaded: &Loaded, files: &[FolderFile]) -> Result<CatalogueAnswer, Failure> {
    let templates = session.rules.templates.clone();
    let rules = session::rules_by(loaded, templates, session.store.organisation())?;
    let version = rules.catalogue.version().to_owned();
    let at = session.clock.now();
    session.store.adopt(AdoptedKind::Catalogue, &version, files, at)?;
    session.rules = rules;
    let taken = Taken { at, by: session.user.name.clone() };
    session.sources.catalogue = if files.is_empty() { Source::BuiltIn } else { Source::Own(taken) };
    Ok(CatalogueAnswer { catalogue: version, registers: session.rules.catalogue.registers().count() })
}

/// What the catalogue in use has and the new one does not, although cases can rest on it.
fn lost(now: &Catalogue, new: &Catalogue) -> Vec<LoadProblem> {
    let registers = now.registers().filter(|register| new.get(&register.id).is_none()).map(|register| LoadProblem {
        file: format!("{}.toml", register.id),
        line: 1,
        message: Trilingual::made(
            format!("Registeret «{}» mangler. Saker kan gjelde det, så det må være med.", register.id),
            format!("Registeret «{}» manglar. Saker kan gjelde det, så det må vere med.", register.id),
            format!("The register “{}” is missing. Cases can be about it, so it must be there.", register.id),
        ),
    });
    registers.chain(lost_facts(now, new)).collect()
}

fn lost_fact(key: &FactKey, values: &str) -> Trilingual {
    if values.is_empty() {
        return Trilingual::made(
            format!("Opplysningen «{key}» mangler. Åpne saker kan ha den, så den må være med."),
            format!("Opplysninga «{key}» manglar. Opne saker kan ha ho, så ho må vere med."),
            format!("The fact “{key}” is missing. Open cases can have it, so it must be there."),
        );
    }
    Trilingual::made(
        format!("Opplysningen «{key}» mangler verdiene {values}. Åpne saker kan ha den, så den må være med."),
        format!("Opplysninga «{key}» manglar verdiane {values}. Opne saker kan ha ho, så ho må vere med."),
        format!("The fact “{key}” lacks the values {values}. Open cases can have it, so it must be there."),
    )
}

/// Facts and values that the catalogue in use knows and the new one does not: a case that was opened with one would lose its
/// route.
fn lost_facts(now: &Catalogue, new: &Catalogue) -> Vec<LoadProblem> {
    let mut lost = Vec::new();
    for (register, after) in now.registers().filter_map(|register| Some((register, new.get(&register.id)?))) {
        for fact in &register.facts {
            let known = after.fact(&fact.key);
            let has = |value: &str| known.is_some_and(|known| known.values().iter().any(|one| one.value == value));
            let missing = fact.values().iter().map(|value| value.value.as_str()).filter(|value| !has(value));
            let values: Vec<&str> = missing.collect();
            if known.is_none() || !values.is_empty() {
                lost.push(LoadProblem {
                    file: format!("{}.toml", register.id),
                    line: 1,
                    message: lost_fact(&fact.key, &values.join(", ")),
                });
            }
        }
    }
    lost
}
