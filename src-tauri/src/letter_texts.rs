//! Letter texts from the window: the user says which folder, in the system's own dialog.

use std::path::PathBuf;

use personvernsak::api::Failure;
use personvernsak::api::desk::{Desk, LetterTextsFolder};
use personvernsak::api::letter_texts::{self, LetterTextsAnswer, LetterTextsCheck, LetterTextsExport};
use serde::Deserialize;
use tauri::AppHandle;

use crate::commands::Store;
use crate::saving;

/// The folder of the program's own texts, in the one that the user chooses.
const EXPORTED: &str = "brevtekster";

/// A folder; without one the user is asked.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ChosenFolder {
    folder: Option<PathBuf>,
}

impl ChosenFolder {
    async fn or_ask(self, app: &AppHandle, title: &str) -> Option<PathBuf> {
        match self.folder {
            Some(folder) => Some(folder),
            None => saving::ask_folder(app, title).await,
        }
    }
}

/// What the folder that the user chooses would change; nothing when the user thinks better of it.
#[tauri::command]
pub async fn letter_texts_check(
    input: ChosenFolder,
    app: AppHandle,
    store: Store<'_>,
) -> Result<Option<LetterTextsCheck>, Failure> {
    let title = store.spoken().pick(
        "Velg mappen med brevtekster",
        "Vel mappa med brevtekstar",
        "Choose the folder with letter texts",
    );
    match input.or_ask(&app, title).await {
        Some(folder) => store.run(move |desk| desk.letter_texts_check(&LetterTextsFolder { folder })).await.map(Some),
        None => Ok(None),
    }
}

#[tauri::command]
pub async fn letter_texts_install(input: LetterTextsFolder, store: Store<'_>) -> Result<LetterTextsAnswer, Failure> {
    store.run(move |desk| desk.letter_texts_install(&input)).await
}

#[tauri::command]
pub async fn letter_texts_reset(store: Store<'_>) -> Result<LetterTextsAnswer, Failure> {
    store.run(Desk::letter_texts_reset).await
}

/// Writes the program's own texts into a folder of their own in the one that the user chooses.
#[tauri::command]
pub async fn letter_texts_export(
    input: ChosenFolder,
    app: AppHandle,
    store: Store<'_>,
) -> Result<Option<LetterTextsExport>, Failure> {
    let title = store.spoken().pick(
        "Velg hvor mappen med brevtekster skal ligge",
        "Vel kvar mappa med brevtekstar skal liggje",
        "Choose where the folder with letter texts is to be",
    );
    let Some(folder) = input.or_ask(&app, title).await else { return Ok(None) };
    store.run(move |_| letter_texts::export(&folder.join(EXPORTED))).await.map(Some)
}
