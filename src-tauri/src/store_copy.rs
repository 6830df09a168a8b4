//! A backup from the window: the user says where, in the system's own dialog.

use std::path::PathBuf;

use personvernsak::api::Failure;
use personvernsak::api::desk::{BackupAnswer, StoreBackup};
use serde::Deserialize;
use tauri::AppHandle;

use crate::commands::Store;
use crate::saving;

/// Where the backup's own folder is to lie; without one the user is asked.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BackupInto {
    folder: Option<PathBuf>,
}

/// Copies the store into a new folder in the one that the user chooses, and checks the copy; nothing when the user thinks
/// better of it.
#[tauri::command]
pub async fn store_backup(
    input: BackupInto,
    app: AppHandle,
    store: Store<'_>,
) -> Result<Option<BackupAnswer>, Failure> {
    let title = store.spoken().pick(
        "Velg hvor sikkerhetskopien skal ligge",
        "Vel kvar tryggingskopien skal liggje",
        "Choose where the backup is to be",
    );
    let chosen = match input.folder {
        Some(folder) => Some(folder),
        None => saving::ask_folder(&app, title).await,
    };
    match chosen {
        Some(folder) => store.run(move |desk| desk.store_backup(&StoreBackup { folder, dated: true })).await.map(Some),
        None => Ok(None),
    }
}
