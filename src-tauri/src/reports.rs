//! Files that go with an answer: the user picks them in the system's own dialog, and the page never sees where they lie.

use std::path::PathBuf;

use personvernsak::api::Failure;
use personvernsak::api::case_show::CaseShow;
use personvernsak::api::desk::{CaseReportAdd, CaseReportRemove};
use serde::Deserialize;
use tauri::{AppHandle, State};

use crate::arguments::Arguments;
use crate::commands::Store;
use crate::saving;

/// A file to be picked for a case.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ReportPick {
    case: String,
    title: String,
    used_as: String,
    if_version: Option<u32>,
}

/// Asks for a file and adds it to the case; nothing when the user thinks better of it.
#[tauri::command]
pub async fn case_report_add(
    input: ReportPick,
    app: AppHandle,
    arguments: State<'_, Arguments>,
    store: Store<'_>,
) -> Result<Option<CaseShow>, Failure> {
    let title = store.spoken().pick(
        "Velg filen som skal følge med svaret",
        "Vel fila som skal følgje med svaret",
        "Choose the file that is to go with the answer",
    );
    let kind = store.spoken().pick("PDF, CSV eller XLSX", "PDF, CSV eller XLSX", "PDF, CSV or XLSX");
    let picked = match arguments.picked() {
        Some(file) => Some(file),
        None => saving::ask_file(&app, title, kind, ENDINGS).await,
    };
    let Some(file): Option<PathBuf> = picked else { return Ok(None) };
    let ReportPick { case, title, used_as, if_version } = input;
    let add = CaseReportAdd { case, file, title, used_as, if_version };
    store.run(move |desk| desk.case_report_add(&add)).await.map(Some)
}

#[tauri::command]
pub async fn case_report_remove(input: CaseReportRemove, store: Store<'_>) -> Result<CaseShow, Failure> {
    store.run(move |desk| desk.case_report_remove(&input)).await
}

/// How the names of such files end.
const ENDINGS: &[&str] = &["pdf", "csv", "xlsx", "txt"];
