//! A backup from the window: the user says where, in the system's own dialog.

use std::path::PathBuf;

use personvernsak::api::Failure;
use personvernsak::api::desk::{BackupAnswer, StoreBackup};
use serde::Deserialize;
use tauri::{AppHandle, Wry};
use tauri_plugin_dialog::DialogExt;

use crate::commands::Store;

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
    let chosen = match input.folder {
        Some(folder) => Some(folder),
        None => ask_where(&app).await,
    };
    match chosen {
        Some(folder) => store.run(move |desk| desk.store_backup(&StoreBackup { folder, dated: true })).await.map(Some),
        None => Ok(None),
    }
}

async fn ask_where(app: &AppHandle<Wry>) -> Option<PathBuf> {
    let (answer, mut chosen) = tauri::async_runtime::channel(1);
    app.dialog().file().set_title("Velg hvor sikkerhetskopien skal ligge").pick_folder(move |path| {
        // Nobody waits any longer when the window has been closed meanwhile.
        let _ = answer.try_send(path);
    });
    chosen.recv().await.flatten().and_then(|path| path.into_path().ok())
}
