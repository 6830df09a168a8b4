//! Reads the catalogue: registers, bodies, offices and sources, from TOML that is embedded when the program is built.

mod convert;
mod folder;
pub mod letters;
mod problem;
mod raw;
mod register;

use std::collections::BTreeSet;
use std::sync::{Arc, OnceLock};

use convert::{Known, Reader};
pub use folder::{FolderFile, load_files, read_folder};
use problem::Notes;
pub use problem::{LoadProblem, LoadProblems};
use raw::{BodiesFile, ChecksFile, GeneralFile, GroundsFile, OfficesFile, RegisterFile, SourcesFile};

use crate::law::organisation::{Answers, Appeal, OfficeProfile, Offices, Ombudsman};
use crate::law::register::{Catalogue, CatalogueParts, Statement};
use crate::wording::Trilingual;

/// A file of the catalogue: its name and what stands in it.
#[derive(Clone, Copy, Debug)]
pub struct CatalogueFile<'a> {
    /// The name, for example `registers/kpr.toml`.
    pub name: &'a str,
    /// The text.
    pub text: &'a str,
}

/// The files that a catalogue is read from.
#[derive(Clone, Copy, Debug)]
pub struct CatalogueFiles<'a> {
    /// Statutes, notices and guidelines.
    pub sources: CatalogueFile<'a>,
    /// Bodies.
    pub bodies: CatalogueFile<'a>,
    /// Profiles of offices.
    pub offices: CatalogueFile<'a>,
    /// Checks that several registers use.
    pub checks: CatalogueFile<'a>,
    /// Grounds that outcomes can rest on; empty in a catalogue that has none.
    pub grounds: CatalogueFile<'a>,
    /// General rules.
    pub general: CatalogueFile<'a>,
    /// A file for each register.
    pub registers: &'a [CatalogueFile<'a>],
}

macro_rules! embedded {
    ($name:literal) => {
        CatalogueFile { name: $name, text: include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/", $name)) }
    };
}

/// The files that the program was built with.
pub const EMBEDDED: CatalogueFiles<'static> = CatalogueFiles {
    sources: embedded!("registers/sources.toml"),
    bodies: embedded!("registers/bodies.toml"),
    offices: embedded!("registers/offices.toml"),
    checks: embedded!("registers/checks.toml"),
    grounds: embedded!("registers/grounds.toml"),
    general: embedded!("registers/general.toml"),
    registers: &[
        embedded!("registers/arkiv.toml"),
        embedded!("registers/autorisasjon.toml"),
        embedded!("registers/besok.toml"),
        embedded!("registers/besta.toml"),
        embedded!("registers/blaresept.toml"),
        embedded!("registers/chatbot.toml"),
        embedded!("registers/eos.toml"),
        embedded!("registers/epost-telefon.toml"),
        embedded!("registers/fastlegeportalen.toml"),
        embedded!("registers/fkr.toml"),
        embedded!("registers/flo.toml"),
        embedded!("registers/frikort.toml"),
        embedded!("registers/fristbrudd.toml"),
        embedded!("registers/helfo-telefon.toml"),
        embedded!("registers/helseid.toml"),
        embedded!("registers/hpr.toml"),
        embedded!("registers/iplos.toml"),
        embedded!("registers/kamera.toml"),
        embedded!("registers/kostholdsplanleggeren.toml"),
        embedded!("registers/kpr.toml"),
        embedded!("registers/legestilling.toml"),
        embedded!("registers/lis1.toml"),
        embedded!("registers/media.toml"),
        embedded!("registers/nasjonalthelsepersonell.toml"),
        embedded!("registers/nettsted.toml"),
        embedded!("registers/nhn-ar.toml"),
        embedded!("registers/npr.toml"),
        embedded!("registers/nyhetsbrev.toml"),
        embedded!("registers/pamelding.toml"),
        embedded!("registers/pasientombud.toml"),
        embedded!("registers/personvernsaker.toml"),
        embedded!("registers/rehabilitering.toml"),
        embedded!("registers/smart-mosjon.toml"),
        embedded!("registers/sms-varsling.toml"),
        embedded!("registers/sosiale-medier.toml"),
        embedded!("registers/sporreundersokelser.toml"),
        embedded!("registers/stonad-kap5.toml"),
        embedded!("registers/tilskudd.toml"),
    ],
};

/// A catalogue and the offices that use it.
#[derive(Clone, Debug)]
pub struct Loaded {
    /// The catalogue.
    pub catalogue: Catalogue,
    /// The offices.
    pub offices: Offices,
}

/// The catalogue that the program was built with, read once.
///
/// # Errors
/// The faults of the files; a test keeps the embedded ones free of them.
pub fn embedded() -> Result<&'static Loaded, &'static LoadProblems> {
    static LOADED: OnceLock<Result<Loaded, LoadProblems>> = OnceLock::new();
    LOADED.get_or_init(|| load(&EMBEDDED)).as_ref()
}

/// Reads a catalogue from files.
///
/// # Errors
/// Every fault that was found, with file and line. Files that others refer to are read first; where they have
/// faults, the rest is not read.
pub fn load(files: &CatalogueFiles<'_>) -> Result<Loaded, LoadProblems> {
    let mut known = Known::default();
    let mut problems = Vec::new();

    let mut reader = Reader { notes: Notes::new(files.sources.name, files.sources.text), known: &Known::default() };
    if let Some(raw) = reader.notes.parse::<SourcesFile>() {
        for raw in &raw.source {
            if let Some(reference) = reader.reference(raw)
                && known.sources.insert(reference.id.clone(), Arc::new(reference)).is_some()
            {
                reader.notes.at(
                    raw.id.span(),
                    Trilingual::made(
                        format!("Kilden «{}» står to ganger.", raw.id.get_ref()),
                        format!("Kjelda «{}» står to gonger.", raw.id.get_ref()),
                        format!("The source “{}” is there twice.", raw.id.get_ref()),
                    ),
                );
            }
        }
    }
    problems.extend(reader.notes.into_problems());
    stop_at(&mut problems)?;

    let mut parts = CatalogueParts::default();
    let mut reader = Reader { notes: Notes::new(files.bodies.name, files.bodies.text), known: &known };
    let mut ids = BTreeSet::new();
    if let Some(raw) = reader.notes.parse::<BodiesFile>() {
        for raw in &raw.body {
            if let Some(body) = reader.body(raw) {
                if !ids.insert(body.id.clone()) {
                    reader.notes.at(
                        raw.id.span(),
                        Trilingual::made(
                            format!("Virksomheten «{}» står to ganger.", body.id),
                            format!("Verksemda «{}» står to gonger.", body.id),
                            format!("The organisation “{}” is there twice.", body.id),
                        ),
                    );
                }
                parts.bodies.push(body);
            }
        }
    }
    problems.extend(reader.notes.into_problems());
    stop_at(&mut problems)?;
    known.bodies = ids;

    let mut reader = Reader { notes: Notes::new(files.checks.name, files.checks.text), known: &known };
    let mut ids = BTreeSet::new();
    if let Some(raw) = reader.notes.parse::<ChecksFile>() {
        for raw in &raw.check {
            if let Some(check) = reader.check(raw) {
                if !ids.insert(check.id.clone()) {
                    reader.notes.at(
                        raw.id.span(),
                        Trilingual::made(
                            format!("Kontrollpunktet «{}» står to ganger.", check.id),
                            format!("Kontrollpunktet «{}» står to gonger.", check.id),
                            format!("The check “{}” is there twice.", check.id),
                        ),
                    );
                }
                parts.checks.push(check);
            }
        }
    }
    problems.extend(reader.notes.into_problems());
    stop_at(&mut problems)?;
    known.checks = ids;

    read_grounds(files.grounds, &known, &mut parts, &mut problems);
    stop_at(&mut problems)?;

    let general = read_general(files.general, &known, &mut parts, &mut problems);
    stop_at(&mut problems)?;

    let mut ids = BTreeSet::new();
    for file in files.registers {
        let mut reader = Reader { notes: Notes::new(file.name, file.text), known: &known };
        if let Some(raw) = reader.notes.parse::<RegisterFile>()
            && let Some(register) = reader.register(&raw, &parts, &general)
        {
            if !ids.insert(register.id.clone()) {
                reader.notes.at(
                    raw.id.span(),
                    Trilingual::made(
                        format!("Registeret «{}» står to ganger.", register.id),
                        format!("Registeret «{}» står to gonger.", register.id),
                        format!("The register “{}” is there twice.", register.id),
                    ),
                );
            }
            parts.registers.push(register);
        }
        problems.extend(reader.notes.into_problems());
    }
    stop_at(&mut problems)?;

    let mut reader = Reader { notes: Notes::new(files.offices.name, files.offices.text), known: &known };
    let offices = read_offices(&mut reader, &ids);
    problems.extend(reader.notes.into_problems());
    stop_at(&mut problems)?;

    let catalogue = Catalogue::new(parts).map_err(|faults| {
        let note = |message| LoadProblem { file: files.general.name.to_owned(), line: 1, message };
        LoadProblems(faults.into_iter().map(note).collect())
    })?;
    Ok(Loaded { catalogue, offices })
}

fn stop_at(problems: &mut Vec<LoadProblem>) -> Result<(), LoadProblems> {
    if problems.is_empty() { Ok(()) } else { Err(LoadProblems(std::mem::take(problems))) }
}

fn read_grounds(file: CatalogueFile<'_>, known: &Known, parts: &mut CatalogueParts, problems: &mut Vec<LoadProblem>) {
    let mut reader = Reader { notes: Notes::new(file.name, file.text), known };
    let raw = reader.notes.parse::<GroundsFile>();
    for raw in raw.iter().flat_map(|file| &file.ground) {
        let Some(ground) = reader.ground(raw) else { continue };
        if parts.grounds.iter().any(|known| known.id == ground.id) {
            reader.notes.at(
                raw.id.span(),
                Trilingual::made(
                    format!("Grunnen «{}» står to ganger.", ground.id),
                    format!("Grunnen «{}» står to gonger.", ground.id),
                    format!("The ground “{}” is there twice.", ground.id),
                ),
            );
        }
        parts.grounds.push(ground);
    }
    for raw in raw.iter().flat_map(|file| &file.redaction) {
        let Some(ground) = reader.redaction_ground(raw) else { continue };
        if parts.redactions.iter().any(|known| known.id == ground.id) {
            reader.notes.at(
                raw.id.span(),
                Trilingual::made(
                    format!("Grunnen «{}» til å sladde står to ganger.", ground.id),
                    format!("Grunnen «{}» til å sladde står to gonger.", ground.id),
                    format!("The ground “{}” for redacting is there twice.", ground.id),
                ),
            );
        }
        parts.redactions.push(ground);
    }
    problems.extend(reader.notes.into_problems());
}

/// What the general file says that every register's Article 15 answer holds.
pub(super) struct General {
    pub(super) rights: Vec<Statement>,
    pub(super) complaint: Vec<Statement>,
}

fn read_general(
    file: CatalogueFile<'_>,
    known: &Known,
    parts: &mut CatalogueParts,
    problems: &mut Vec<LoadProblem>,
) -> General {
    let mut general = General { rights: Vec::new(), complaint: Vec::new() };
    let mut reader = Reader { notes: Notes::new(file.name, file.text), known };
    let Some(raw) = reader.notes.parse::<GeneralFile>() else {
        problems.extend(reader.notes.into_problems());
        return general;
    };
    let own = BTreeSet::new();
    parts.version.clone_from(&raw.version);
    parts.responsible = Some(reader.text(&raw.responsible.nb, &raw.responsible.nn, &raw.responsible.en));
    parts.assumed = Some(reader.text(&raw.assumed.nb, &raw.assumed.nn, &raw.assumed.en));
    parts.person_facts = raw.fact.iter().filter_map(|fact| reader.fact(fact)).collect();
    parts.rules = raw.rule.iter().filter_map(|rule| reader.rule(rule, &[], &own)).collect();
    reader.no_overlapping_rules(&raw.rule);
    parts.forwarding = raw.forwarding.iter().filter_map(|forwarding| reader.forwarding(forwarding)).collect();
    parts.additions =
        raw.addition.iter().filter_map(|addition| reader.addition(addition, &parts.person_facts)).collect();
    general.rights = reader.statements(&raw.rights);
    general.complaint = reader.statements(&raw.complaint);
    problems.extend(reader.notes.into_problems());
    general
}

fn read_offices(reader: &mut Reader<'_>, registers: &BTreeSet<crate::law::register::RegisterId>) -> Offices {
    let mut profiles = Vec::new();
    let raw = reader.notes.parse::<OfficesFile>();
    for raw in raw.iter().flat_map(|file| &file.office) {
        let mut answers = Vec::new();
        let mut days = Vec::new();
        for raw in &raw.answers {
            let validity = reader.validity((&raw.valid_from, &raw.valid_to));
            let (Some(register), Some(source)) = (reader.word(&raw.register), reader.source(&raw.source)) else {
                continue;
            };
            if !registers.contains(&register) {
                reader.notes.at(
                    raw.register.span(),
                    Trilingual::made(
                        format!("Registeret «{register}» finnes ikke."),
                        format!("Registeret «{register}» finst ikkje."),
                        format!("There is no register “{register}”."),
                    ),
                );
            }
            days.push((register.clone(), validity, raw.register.span()));
            answers.push(Answers { register, source, validity });
        }
        let what = Trilingual::fixed(
            "Ansvaret for registeret",
            "Ansvaret for registeret",
            "The responsibility for the register",
        );
        reader.no_overlap(&days, &what);
        let appeal = raw.appeal.as_ref().and_then(|appeal| {
            Some(Appeal { body: reader.body_id(&appeal.body)?, source: reader.source(&appeal.source)? })
        });
        let ombudsman = raw.ombudsman.as_ref().and_then(|ombudsman| {
            Some(Ombudsman { email: ombudsman.email.clone(), source: reader.source(&ombudsman.source)? })
        });
        if let (Some(id), Some(body)) = (reader.word(&raw.id), reader.body_id(&raw.body)) {
            profiles.push(OfficeProfile { id, body, answers, appeal, ombudsman });
        }
    }
    Offices::new(profiles)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_embedded_catalogue_has_no_fault() {
        if let Err(problems) = embedded() {
            panic!("{problems}");
        }
    }
}
