//! Importing a file of requests from the window: the user picks the file in the system's own dialog, and it is read here.

use std::path::PathBuf;

use personvernsak::api::Failure;
use personvernsak::api::desk::Desk;
use personvernsak::api::import::{ImportInput, ImportStep};
use personvernsak::wording::Trilingual;
use serde::{Deserialize, Serialize};
use tauri::AppHandle;

use crate::commands::{SavedFile, Store};
use crate::saving::{self, Suggestion};

/// A file of requests; without one the user is asked.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChosenImport {
    file: Option<PathBuf>,
    dry_run: bool,
}

/// A file that was opened.
#[derive(Serialize)]
pub struct OpenedImport {
    file: PathBuf,
    /// Its name, without the folder.
    name: String,
}

/// Whose refused rows are saved, and where; without a path the user is asked.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RefusedSave {
    file: PathBuf,
    path: Option<PathBuf>,
}

/// Opens a file; nothing when the user thinks better of it.
#[tauri::command]
pub async fn import_open(
    input: ChosenImport,
    app: AppHandle,
    store: Store<'_>,
) -> Result<Option<OpenedImport>, Failure> {
    let file = match input.file {
        Some(file) => Some(file),
        None => {
            let endings = ["csv", "xlsx", "json", "jsonl", "txt"];
            let language = store.spoken();
            let title = language.pick(
                "Velg filen med henvendelser",
                "Vel fila med førespurnader",
                "Choose the file of requests",
            );
            let kind = language.pick("CSV, Excel eller JSON", "CSV, Excel eller JSON", "CSV, Excel or JSON");
            saving::ask_file(&app, title, kind, &endings).await
        }
    };
    let Some(file) = file else { return Ok(None) };
    let name = file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let given = ImportInput { file: file.clone(), dry_run: input.dry_run };
    store.run(move |desk| desk.import_open(&given)).await?;
    Ok(Some(OpenedImport { file, name }))
}

#[tauri::command]
pub async fn import_next(store: Store<'_>) -> Result<ImportStep, Failure> {
    store.run(Desk::import_next).await
}

#[tauri::command]
pub async fn import_close(store: Store<'_>) -> Result<(), Failure> {
    store
        .run(|desk| {
            desk.import_close();
            Ok(())
        })
        .await
}

/// Writes the rows that were refused, so that they can be mended and imported.
#[tauri::command]
pub async fn import_refused_save(input: RefusedSave, app: AppHandle, store: Store<'_>) -> Result<SavedFile, Failure> {
    let json = input.file.extension().is_some_and(|ending| ending.to_string_lossy().starts_with("json"));
    let (kind, ending) = if json { (Trilingual::fixed("JSON", "JSON", "JSON"), "json") } else { (saving::CSV, "csv") };
    let suggestion = Suggestion {
        title: Trilingual::fixed("Lagre radene med feil", "Lagre radene med feil", "Save the rows with faults"),
        name: format!("rader-med-feil.{ending}"),
        kind,
        ending,
    };
    let chosen = saving::place(input.path, &app, store.spoken(), suggestion).await;
    if let Some(path) = &chosen {
        let file = input.file;
        let bytes = store.run(move |desk| desk.import_refused(&file)).await?;
        saving::save(path, &bytes, store.spoken())?;
    }
    Ok(SavedFile::at(chosen))
}
