//! Files that wait for the request that is typed: picked in the system's own dialog, dropped on the page or pasted.

use personvernsak::api::Failure;
use personvernsak::api::desk::{Brought, Desk, WaitingFileAnswer, WaitingFileId, WaitingFiles};
use serde::Deserialize;
use tauri::ipc::Request;
use tauri::{AppHandle, State};

use crate::arguments::Arguments;
use crate::attachments::{ask_for_one, brought};
use crate::commands::Store;

/// What is told of bytes that the page has.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Told {
    /// How the name of the file ended.
    ending: String,
}

/// Asks for a file and lets it wait; nothing when the user thinks better of it.
#[tauri::command]
pub async fn request_file_pick(
    app: AppHandle,
    arguments: State<'_, Arguments>,
    store: Store<'_>,
) -> Result<Option<WaitingFileAnswer>, Failure> {
    let title = store.spoken().pick(
        "Velg filen som kom med henvendelsen",
        "Vel fila som kom med førespurnaden",
        "Choose the file that came with the request",
    );
    let Some(path) = ask_for_one(&app, &arguments, &store, title).await else {
        return Ok(None);
    };
    store.run(move |desk| desk.request_file_add(Brought::Path(path))).await.map(Some)
}

/// Lets bytes wait that the user dropped on the page or pasted.
#[tauri::command]
pub async fn request_file_bytes(request: Request<'_>, store: Store<'_>) -> Result<WaitingFileAnswer, Failure> {
    let (Told { ending }, bytes) = brought(&request, &store)?;
    store.run(move |desk| desk.request_file_add(Brought::Bytes { ending, bytes })).await
}

#[tauri::command]
pub async fn request_file_discard(input: WaitingFileId, store: Store<'_>) -> Result<(), Failure> {
    store.run(move |desk| desk.request_file_discard(&input)).await
}

#[tauri::command]
pub async fn request_files(input: WaitingFiles, store: Store<'_>) -> Result<WaitingFiles, Failure> {
    store.run(move |desk: &mut Desk| desk.request_files(&input)).await
}
