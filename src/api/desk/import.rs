//! Importing a file of requests on the desk, lot by lot: a lot is registered whole or not at all.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;

use super::Desk;
use crate::api::failure::{Exit, Failure};
use crate::api::import::{self, Entry, ImportAnswer, ImportInput, ImportStep, Reader, RefusedRows};
use crate::api::intake;
use crate::api::spoken::{say, spoken};
use crate::casework::request::NewRequest;
use crate::usecase::Problem;
use crate::usecase::ports::{Committed, FaultClass, StoreError};

/// How many requests are registered in one transaction: many enough that the disk is waited for seldom, few enough that
/// one may stop soon, and that others can write in between.
const LOT: usize = 500;
/// A lot that takes so much room, in bytes, ends before it has so many requests: it is held in memory some times over until it is
/// registered.
const LOT_SIZE: usize = 32 << 20;

/// An import that is under way.
pub(super) struct OpenImport {
    reader: Reader,
    dry_run: bool,
    /// The keys of a dry run, in which nothing is registered that could be known again, with what each came with.
    seen: HashMap<u64, u64>,
}

impl Desk {
    /// Opens a file of requests and reads its head. [`Self::import_next`] then takes it lot by lot.
    ///
    /// # Errors
    /// A file that cannot be read, or whose head is not right; [`Exit::RuleRefuses`] for whoever may not register.
    pub fn import_open(&mut self, given: &ImportInput) -> Result<(), Failure> {
        self.import = None;
        self.workplace()?.may_register()?;
        let reader = Reader::open(&given.file)?;
        self.import = Some(OpenImport { reader, dry_run: given.dry_run, seen: HashMap::new() });
        Ok(())
    }

    /// The next lot of the file: what was registered of it, and what was refused. After the last there is nothing open.
    ///
    /// # Errors
    /// What stops the whole import: the file cannot be read on, or the store takes nothing more. The lots before stand.
    pub fn import_next(&mut self) -> Result<ImportStep, Failure> {
        self.workplace()?.may_register()?;
        let none = || {
            Failure::new(
                Exit::NotFound,
                "no-import",
                say!(
                    "Ingen import er i gang. Velg en fil.",
                    "Ingen import er i gang. Vel ei fil.",
                    "No import is under way. Choose a file.",
                ),
            )
        };
        let mut open = self.import.take().ok_or_else(none)?;
        let before = open.reader.row;
        let step = self.import_lot(&mut open).map_err(|failure| stopped_after(failure, before, open.dry_run))?;
        if !step.done {
            self.import = Some(open);
        }
        Ok(step)
    }

    /// Leaves an import. What was registered stays.
    pub fn import_close(&mut self) {
        self.import = None;
    }

    /// The whole file at once. `go_on` hears what became of each lot and says whether to go on.
    ///
    /// # Errors
    /// As [`Self::import_open`] and [`Self::import_next`].
    pub fn import(
        &mut self,
        given: &ImportInput,
        go_on: &mut dyn FnMut(&ImportStep) -> bool,
    ) -> Result<ImportAnswer, Failure> {
        self.import_open(given)?;
        let mut all = ImportAnswer { dry_run: given.dry_run, ..ImportAnswer::default() };
        loop {
            let step = self.import_next()?;
            let more = go_on(&step) && !step.done;
            all.registered += step.answer.registered;
            all.known += step.answer.known;
            all.refused.extend(step.answer.refused);
            all.notices.extend(step.answer.notices);
            if !more {
                self.import_close();
                return Ok(all);
            }
        }
    }

    /// The refused rows of a file, to be mended and imported: as a table for Excel, or as JSON where they stood in JSON.
    /// Rows that are registered are none of them.
    ///
    /// # Errors
    /// As [`Self::import_open`]; [`Exit::NotFound`] where no row would be refused.
    pub fn import_refused(&mut self, file: &Path) -> Result<Vec<u8>, Failure> {
        self.workplace()?.may_register()?;
        let mut reader = Reader::open(file)?;
        let mut kept = RefusedRows::new(reader.columns.as_deref());
        let mut seen = HashMap::new();
        loop {
            let Lot { entries, done } = lot(&mut reader)?;
            for (entry, outcome) in self.outcomes(entries, true, &mut seen)? {
                if let Outcome::Refused { path, code, message, checks } = outcome {
                    let refused = match checks {
                        Some(checks) => import::refused(&entry, reader.columns.as_deref(), &checks),
                        None => import::refused_by(&entry, reader.columns.as_deref(), path, &code, &message),
                    };
                    kept.keep(&entry, &refused, reader.columns.as_deref());
                }
            }
            if done {
                break;
            }
        }
        if kept.count() == 0 {
            let message = say!(
                "Ingen rader i filen har feil nå. Importer filen på nytt.",
                "Ingen rader i fila har feil no. Importer fila på nytt.",
                "No rows in the file have errors now. Import the file again.",
            );
            return Err(Failure::new(Exit::NotFound, "nothing-refused", message));
        }
        Ok(kept.file())
    }

    fn import_lot(&mut self, open: &mut OpenImport) -> Result<ImportStep, Failure> {
        let Lot { entries, done } = lot(&mut open.reader)?;
        let mut answer = ImportAnswer { dry_run: open.dry_run, ..ImportAnswer::default() };
        let columns = open.reader.columns.clone();
        for (entry, outcome) in self.outcomes(entries, open.dry_run, &mut open.seen)? {
            match outcome {
                Outcome::Registered => answer.registered += 1,
                Outcome::Known => answer.known += 1,
                Outcome::Refused { path, code, message, checks } => answer.refused.extend(match checks {
                    Some(checks) => import::refused(&entry, columns.as_deref(), &checks),
                    None => import::refused_by(&entry, columns.as_deref(), path, &code, &message),
                }),
            }
            answer.notices.extend(entry.told.into_iter().map(import::Told::notice));
        }
        Ok(ImportStep { row: open.reader.row, done, answer })
    }

    /// What becomes of requests of a file: they are registered, or it is told whether they would be.
    fn outcomes(
        &mut self,
        entries: Vec<Entry>,
        dry_run: bool,
        seen: &mut HashMap<u64, u64>,
    ) -> Result<Vec<(Entry, Outcome)>, Failure> {
        let mut workplace = self.workplace()?;
        let today = workplace.today();
        let mut outcomes: Vec<(Entry, Option<Outcome>)> = Vec::with_capacity(entries.len());
        let mut sound: Vec<NewRequest> = Vec::new();
        let mut keys = Vec::new();
        for entry in entries {
            let outcome = match &entry.draft {
                None => Some(Outcome::unread()),
                Some(draft) => match intake::check(draft, workplace.rules, workplace.identifiers, today) {
                    Err(failure) => Some(Outcome::checked(failure)),
                    Ok(_) if !entry.found.is_empty() => Some(Outcome::unread()),
                    Ok(mut new) => {
                        let (key, said) = import::key(draft);
                        keys.push((hash(&key), hash(&said)));
                        new.idempotency_key = Some(key);
                        sound.push(new);
                        None
                    }
                },
            };
            outcomes.push((entry, outcome));
        }
        let mut done = if dry_run {
            let would = sound.into_iter().zip(keys).map(|(new, (key, said))| match seen.insert(key, said) {
                None => outcome(workplace.would_register(new).map(|known| known.is_some())),
                Some(before) if before == said => Ok(Outcome::Known),
                Some(_) => Ok(Outcome::used_before()),
            });
            would.collect::<Result<Vec<_>, _>>()?
        } else {
            let registered = workplace.register_many(sound)?.into_iter();
            registered.map(|done| outcome(done.map(|Committed { known, .. }| known))).collect::<Result<Vec<_>, _>>()?
        }
        .into_iter();
        Ok(outcomes
            .into_iter()
            .map(|(entry, outcome)| {
                let outcome = outcome.or_else(|| done.next()).unwrap_or_else(Outcome::unread);
                (entry, outcome)
            })
            .collect())
    }
}

/// What becomes of a request of a file.
enum Outcome {
    Registered,
    Known,
    Refused { path: &'static str, code: String, message: String, checks: Option<Vec<crate::api::FieldProblem>> },
}

impl Outcome {
    /// How it is written says what is wrong.
    fn unread() -> Self {
        Self::Refused { path: "", code: String::new(), message: String::new(), checks: Some(Vec::new()) }
    }

    fn checked(failure: Failure) -> Self {
        let checks = Some(failure.fields).filter(|fields| !fields.is_empty());
        Self::Refused { path: "", code: failure.code.to_owned(), message: failure.message, checks }
    }

    fn used_before() -> Self {
        let message = say!(
            "Nøkkelen står ved en annen henvendelse lenger opp i filen. Sett radene etter hverandre hvis de er samme \
             henvendelse, eller gi raden en egen nøkkel.",
            "Nøkkelen står ved ein annan førespurnad lenger opp i fila. Set radene etter kvarandre dersom dei er same \
             førespurnad, eller gi rada ein eigen nøkkel.",
            "The key stands at another request further up in the file. Put the rows after one another if they are the \
             same request, or give the row a key of its own.",
        );
        Self::Refused {
            path: "idempotency_key",
            code: "idempotency-conflict".to_owned(),
            message: message.to_owned(),
            checks: None,
        }
    }
}

/// What a request came to; whatever would stop every other too stops the import.
fn outcome(done: Result<bool, Problem>) -> Result<Outcome, Failure> {
    match done {
        Ok(false) => Ok(Outcome::Registered),
        Ok(true) => Ok(Outcome::Known),
        Err(Problem::Store(StoreError::Fault { class: FaultClass::Conflict, code, message })) => {
            let message = message.get(spoken()).to_owned();
            Ok(Outcome::Refused { path: "idempotency_key", code: code.to_owned(), message, checks: None })
        }
        Err(problem @ Problem::Refused(_)) => Ok(Outcome::checked(problem.into())),
        Err(problem) => Err(problem.into()),
    }
}

/// The requests that are registered together.
struct Lot {
    entries: Vec<Entry>,
    /// Whether the file is at its end.
    done: bool,
}

/// The next lot of a file.
fn lot(reader: &mut Reader) -> Result<Lot, Failure> {
    let (mut entries, mut size) = (Vec::new(), 0);
    while entries.len() < LOT && size < LOT_SIZE {
        let Some(entry) = reader.next()? else { return Ok(Lot { entries, done: true }) };
        size += entry.source.size();
        entries.push(entry);
    }
    Ok(Lot { entries, done: false })
}

/// The failure of an import that has come some way: the lots before it stand, and doing it again does nothing twice.
fn stopped_after(failure: Failure, row: u64, dry_run: bool) -> Failure {
    if dry_run {
        return failure;
    }
    let why = &failure.message;
    let message = say!(
        format!(
            "{why} Radene til og med rad {row} er behandlet. Importer hele filen på nytt når dette er rettet: det som er \
             registrert, blir ikke registrert to ganger."
        ),
        format!(
            "{why} Radene til og med rad {row} er behandla. Importer heile fila på nytt når dette er retta: det som er \
             registrert, blir ikkje registrert to gonger."
        ),
        format!(
            "{why} The rows up to row {row} are done. Import the whole file again when this is mended: what is \
             registered is not registered twice."
        ),
    );
    Failure { message, ..failure }
}

fn hash(text: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    hasher.finish()
}
