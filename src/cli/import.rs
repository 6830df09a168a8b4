//! `personvernsak request import`.

use std::path::PathBuf;

use clap::Args;

use super::files::{self, OutputFile};
use super::{GlobalOptions, Report, desk};
use crate::api::Failure;
use crate::api::import::{ImportAnswer, ImportInput, RefusedRow};

/// How many refused rows are told in words; `--json` and `--errors` give them all.
const TOLD: usize = 50;

/// What `--help` says.
pub(super) const ABOUT: &str = "\
Registrer mange henvendelser fra en tabell (CSV, XLSX) eller en JSON-liste.

Tabellen har en overskrift og én rad for hver henvendelse. Rader etter hverandre med samme «nøkkel» er én henvendelse med
flere krav. Disse kolonnene må være der: mottatt (eller mottatt tidspunkt), kanal, språk, navn (eller fødselsnummer),
tekst, register og rettighet. Disse kan være der: nøkkel, deres referanse, arkivnummer, født, død, skjerming, adresse,
land, e-post, identitet, identitet bekreftet med, identitet bekreftet, representant, representant type, representant
adresse, representant land, representant dokumentasjon, representant registre (npr; kpr), representant rettigheter
(innsyn; retting), representant til og med, representant sett av, representant sett, annen forelder, annen forelder
adresse, annen forelder land, annen forelder dokumentasjon, foreldre informeres, vedlegg, begrunnelse, opplysninger
(navn=verdi; navn=verdi), andre regler og andre regler tekst.

JSON-filen er en liste av de samme dokumentene som «request register» tar, eller ett dokument etter det andre.

Rader med feil stopper ikke de andre. 500 henvendelser blir registrert om gangen, alle eller ingen av dem. Samme fil kan
importeres flere ganger: det som er registrert, blir ikke registrert på nytt.";

/// What follows `request import`.
#[derive(Args, Debug)]
pub(super) struct ImportArguments {
    /// Filen med henvendelsene
    file: PathBuf,
    /// Si hva som ville blitt registrert, uten å registrere noe
    #[arg(long)]
    dry_run: bool,
    /// Skriv radene med feil til denne filen, så de kan rettes og importeres
    #[arg(long, value_name = "FILE")]
    errors: Option<PathBuf>,
}

pub(super) fn run(arguments: &ImportArguments, global: &GlobalOptions) -> Result<Report, Failure> {
    let output = arguments.errors.as_deref().map(OutputFile::begin).transpose()?;
    let mut desk = desk::unlocked(global)?;
    let given = ImportInput { file: arguments.file.clone(), dry_run: arguments.dry_run };
    let answer = desk.import(&given, &mut |_| true)?;
    if let (Some(mut output), Some(path), false) = (output, &arguments.errors, answer.refused.is_empty()) {
        let rows = desk.import_refused(&arguments.file)?;
        output.write(&rows).map_err(|error| files::unwritable(path, &error))?;
        output.finish()?;
    }
    let text = words(&answer);
    Ok(Report::done(&answer, text))
}

fn words(answer: &ImportAnswer) -> String {
    let requests = |count: u64| if count == 1 { "1 henvendelse".to_owned() } else { format!("{count} henvendelser") };
    let what = if answer.dry_run { "kan registreres" } else { "er registrert" };
    let mut lines = vec![format!("{} {what}.", requests(answer.registered))];
    if answer.known > 0 {
        lines.push(format!("{} var registrert fra før.", requests(answer.known)));
    }
    lines.extend(answer.notices.iter().map(|notice| format!("Merk, rad {}: {}", notice.row, notice.message)));
    if !answer.refused.is_empty() {
        lines.push(match answer.refused.len() {
            1 => "1 rad har feil:".to_owned(),
            count => format!("{count} rader har feil:"),
        });
        lines.extend(answer.refused.iter().take(TOLD).flat_map(row));
        if answer.refused.len() > TOLD {
            lines.push(format!("… og {} rader til. Bruk --errors for å få dem i en fil.", answer.refused.len() - TOLD));
        }
    }
    lines.join("\n")
}

fn row(refused: &RefusedRow) -> Vec<String> {
    let place = |column: Option<&String>| column.map(|column| format!(", kolonne {column}")).unwrap_or_default();
    refused
        .fields
        .iter()
        .map(|field| {
            let heading = field.heading.as_ref().map(|heading| format!(" ({heading})")).unwrap_or_default();
            format!("- Rad {}{}{heading}: {}", refused.row, place(field.column.as_ref()), field.message)
        })
        .collect()
}
