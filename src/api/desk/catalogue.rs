//! Taking another catalogue of registers into use.

use std::path::Path;

use serde::Serialize;
use ts_rs::TS;

use super::Desk;
use crate::adapter::load::{LoadProblem, LoadProblems, load_files, read_folder};
use crate::adapter::store::InstalledCatalogue;
use crate::api::failure::{Exit, Failure};
use crate::api::session;
use crate::casework::access::Permission;
use crate::usecase::Problem;

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
        let lost: Vec<LoadProblem> = session
            .rules
            .catalogue
            .registers()
            .filter(|register| loaded.catalogue.get(&register.id).is_none())
            .map(|register| LoadProblem {
                file: format!("{}.toml", register.id),
                line: 1,
                message: format!("Registeret «{}» mangler. Saker kan gjelde det, så det må være med.", register.id),
            })
            .collect();
        if !lost.is_empty() {
            return Err(faulty(LoadProblems(lost)));
        }
        let rules = session::rules_by(&loaded, session.store.organisation())?;
        let version = rules.catalogue.version().to_owned();
        let now = session.clock.now();
        session.store.install_catalogue(&InstalledCatalogue { version: version.clone(), files }, now)?;
        session.rules = rules;
        Ok(CatalogueAnswer { catalogue: version, registers: session.rules.catalogue.registers().count() })
    }
}
