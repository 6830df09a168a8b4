//! The figures of a period and the protocol of its cases: on the screen, and as files that the user says where to put.

use std::path::PathBuf;

use personvernsak::api::Failure;
use personvernsak::api::period::{PeriodAnswer, PeriodExport, PeriodInput};
use personvernsak::api::protocol::ProtocolInput;
use personvernsak::wording::Trilingual;
use serde::Deserialize;
use tauri::AppHandle;

use crate::commands::{SavedFile, Store};
use crate::saving::{self, Suggestion};

/// Which figures to save, and where; without a path the user is asked.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PeriodSave {
    export: PeriodExport,
    path: Option<PathBuf>,
}

/// Which protocol to save, and where; without a path the user is asked.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProtocolSave {
    of: ProtocolInput,
    path: Option<PathBuf>,
}

#[tauri::command]
pub async fn period_figures(input: PeriodInput, store: Store<'_>) -> Result<PeriodAnswer, Failure> {
    store.run(move |desk| desk.period_figures(&input)).await
}

#[tauri::command]
pub async fn period_save(input: PeriodSave, app: AppHandle, store: Store<'_>) -> Result<SavedFile, Failure> {
    let (kind, ending) = match input.export.format.as_str() {
        "pdf" => (saving::PDF, "pdf"),
        "xlsx" => (Trilingual::fixed("Regneark (XLSX)", "Rekneark (XLSX)", "Spreadsheet (XLSX)"), "xlsx"),
        _ => (saving::CSV, "csv"),
    };
    let suggestion = Suggestion {
        title: Trilingual::fixed("Lagre tallene", "Lagre tala", "Save the figures"),
        name: format!("tall.{ending}"),
        kind,
        ending,
    };
    let chosen = saving::place(input.path, &app, store.spoken(), suggestion).await;
    if let Some(path) = &chosen {
        let bytes = store.run(move |desk| desk.period_file(&input.export)).await?;
        saving::save(path, &bytes, store.spoken())?;
    }
    Ok(SavedFile::at(chosen))
}

#[tauri::command]
pub async fn protocol_save(input: ProtocolSave, app: AppHandle, store: Store<'_>) -> Result<SavedFile, Failure> {
    let suggestion = Suggestion {
        title: Trilingual::fixed("Lagre protokollen", "Lagre protokollen", "Save the protocol"),
        name: "protokoll.pdf".to_owned(),
        kind: saving::PDF,
        ending: "pdf",
    };
    let chosen = saving::place(input.path, &app, store.spoken(), suggestion).await;
    if let Some(path) = &chosen {
        let (_, bytes) = store.run(move |desk| desk.protocol_pdf(&input.of)).await?;
        saving::save(path, &bytes, store.spoken())?;
    }
    Ok(SavedFile::at(chosen))
}
