//! The same done with many cases from the window.

use personvernsak::api::Failure;
use personvernsak::api::desk::{BulkCases, BulkInput, BulkOpened, BulkStep, CaseList, Desk};

use crate::commands::Store;

#[tauri::command]
pub async fn bulk_open(input: BulkInput, store: Store<'_>) -> Result<BulkOpened, Failure> {
    store.run(move |desk| desk.bulk_open(&input)).await
}

#[tauri::command]
pub async fn bulk_check(store: Store<'_>) -> Result<BulkStep, Failure> {
    store.run(Desk::bulk_check).await
}

#[tauri::command]
pub async fn bulk_run(store: Store<'_>) -> Result<BulkStep, Failure> {
    store.run(Desk::bulk_run).await
}

#[tauri::command]
pub async fn bulk_undo(store: Store<'_>) -> Result<BulkStep, Failure> {
    store.run(Desk::bulk_undo).await
}

#[tauri::command]
pub async fn bulk_close(store: Store<'_>) -> Result<(), Failure> {
    store
        .run(|desk| {
            desk.bulk_close();
            Ok(())
        })
        .await
}

#[tauri::command]
pub async fn bulk_cases(input: CaseList, store: Store<'_>) -> Result<BulkCases, Failure> {
    store.run(move |desk| desk.bulk_cases(&input)).await
}
