//! Files that lie with a request. The user picks them in the system's own dialog, drops them on the page or pastes them.
//!
//! What is dropped or pasted comes as bytes: the page is given them by the web view because the user gave them to it, and
//! never learns where a file lies. The window's own way of dropping would tell the page paths, and a page that may name
//! paths may name any (`dragDropEnabled` is off for that reason).

use std::path::PathBuf;

use personvernsak::api::attachments::{FilePreviewAnswer, RedactionCheckAnswer, RedactionGroundAnswer, WordsAnswer};
use personvernsak::api::case_show::CaseShow;
use personvernsak::api::desk::{
    Brought, CaseAttach, CaseAttachment, CaseAttachmentRemove, CaseAttachmentReport, CaseAttachmentTitle, CaseRedact,
    Desk,
};
use personvernsak::api::{Exit, Failure};
use personvernsak::casework::request::FileKind;
use personvernsak::wording::{Language, Trilingual};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use tauri::ipc::{InvokeBody, Request, Response};
use tauri::{AppHandle, State};

use crate::arguments::Arguments;
use crate::commands::Store;
use crate::saving::{self, Suggestion};

/// The header that says what the bytes are for.
const INPUT: &str = "attach";

/// A file for a case.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AttachPick {
    case: String,
    title: String,
    from: String,
    if_version: Option<u32>,
}

/// The same, where the page has the bytes.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct AttachBytes {
    case: String,
    title: String,
    from: String,
    if_version: Option<u32>,
    /// How the name of the file ended.
    ending: String,
}

/// Whether a file was saved; not when the user thought better of it.
#[derive(Serialize)]
pub struct AttachmentSaved {
    saved: bool,
}

/// Asks for a file and adds it to the case; nothing when the user thinks better of it.
#[tauri::command]
pub async fn case_attach(
    input: AttachPick,
    app: AppHandle,
    arguments: State<'_, Arguments>,
    store: Store<'_>,
) -> Result<Option<CaseShow>, Failure> {
    let title = store.spoken().pick(
        "Velg filen som skal legges til saken",
        "Vel fila som skal leggjast til saka",
        "Choose the file to add to the case",
    );
    let picked = ask_for_one(&app, &arguments, &store, title).await;
    let Some(path) = picked else { return Ok(None) };
    let AttachPick { case, title, from, if_version } = input;
    let attach = CaseAttach { case, file: Brought::Path(path), title, from, if_version };
    store.run(move |desk| desk.case_attach(attach)).await.map(Some)
}

/// Adds bytes that the user dropped on the page or pasted.
#[tauri::command]
pub async fn case_attach_bytes(request: Request<'_>, store: Store<'_>) -> Result<CaseShow, Failure> {
    let (AttachBytes { case, title, from, if_version, ending }, bytes) = brought(&request, &store)?;
    let attach = CaseAttach { case, file: Brought::Bytes { ending, bytes }, title, from, if_version };
    store.run(move |desk| desk.case_attach(attach)).await
}

#[tauri::command]
pub async fn case_attachment_title(input: CaseAttachmentTitle, store: Store<'_>) -> Result<CaseShow, Failure> {
    store.run(move |desk| desk.case_attachment_title(&input)).await
}

#[tauri::command]
pub async fn case_attachment_remove(input: CaseAttachmentRemove, store: Store<'_>) -> Result<CaseShow, Failure> {
    store.run(move |desk| desk.case_attachment_remove(&input)).await
}

#[tauri::command]
pub async fn case_attachment_report(input: CaseAttachmentReport, store: Store<'_>) -> Result<CaseShow, Failure> {
    store.run(move |desk| desk.case_attachment_report(&input)).await
}

#[tauri::command]
pub async fn case_attachment_preview(input: CaseAttachment, store: Store<'_>) -> Result<FilePreviewAnswer, Failure> {
    store.run(move |desk| desk.case_attachment_preview(&input)).await
}

#[tauri::command]
pub async fn case_attachment_bytes(input: CaseAttachment, store: Store<'_>) -> Result<Response, Failure> {
    store.run(move |desk| desk.case_attachment_bytes(&input)).await.map(|file| Response::new(file.bytes))
}

/// Asks where a file is to be saved, and saves it there.
#[tauri::command]
pub async fn case_attachment_save(
    input: CaseAttachment,
    app: AppHandle,
    arguments: State<'_, Arguments>,
    store: Store<'_>,
) -> Result<AttachmentSaved, Failure> {
    let file = store.run(move |desk| desk.case_attachment_bytes(&input)).await?;
    let suggestion = Suggestion {
        title: Trilingual::fixed(
            "Lagre en kopi av vedlegget",
            "Lagre ein kopi av vedlegget",
            "Save a copy of the attachment",
        ),
        name: file.name,
        kind: Trilingual::fixed("Vedlegg", "Vedlegg", "Attachment"),
        ending: file.kind.ending(),
    };
    let chosen = saving::place(arguments.picked(), &app, store.spoken(), suggestion).await;
    if let Some(path) = &chosen {
        saving::save(path, &file.bytes, store.spoken())?;
    }
    Ok(AttachmentSaved { saved: chosen.is_some() })
}

#[tauri::command]
pub async fn case_attachment_words(input: CaseAttachment, store: Store<'_>) -> Result<WordsAnswer, Failure> {
    store.run(move |desk| desk.case_attachment_words(&input)).await
}

#[tauri::command]
pub async fn redaction_grounds(store: Store<'_>) -> Result<Vec<RedactionGroundAnswer>, Failure> {
    store.run(Desk::redaction_grounds).await
}

#[tauri::command]
pub async fn case_redact_check(input: CaseRedact, store: Store<'_>) -> Result<RedactionCheckAnswer, Failure> {
    store.run(move |desk| desk.case_redact_check(&input)).await
}

#[tauri::command]
pub async fn case_redact_preview(input: CaseRedact, store: Store<'_>) -> Result<Response, Failure> {
    store.run(move |desk| desk.case_redact_preview(&input)).await.map(|(_, bytes)| Response::new(bytes))
}

#[tauri::command]
pub async fn case_redact(input: CaseRedact, store: Store<'_>) -> Result<CaseShow, Failure> {
    store.run(move |desk| desk.case_redact(&input)).await.map(|(case, _)| case)
}

/// Asks for a file of a kind that can lie with a request; nothing when the user thinks better of it.
pub async fn ask_for_one(app: &AppHandle, arguments: &Arguments, store: &Store<'_>, title: &str) -> Option<PathBuf> {
    let endings: Vec<&str> = FileKind::ALL.iter().flat_map(|kind| kind.endings().iter().copied()).collect();
    match arguments.picked() {
        Some(file) => Some(file),
        None => {
            let kind = store.spoken().pick(
                "Filer som kan legges ved",
                "Filer som kan leggjast ved",
                "Files that can be attached",
            );
            saving::ask_file(app, title, kind, &endings).await
        }
    }
}

/// Bytes that the user dropped on the page or pasted, and what they are for.
///
/// # Errors
/// `unreadable` where the page sent something else.
pub fn brought<Told: DeserializeOwned>(request: &Request<'_>, store: &Store<'_>) -> Result<(Told, Vec<u8>), Failure> {
    let InvokeBody::Raw(bytes) = request.body() else { return Err(unreadable(store.spoken())) };
    let told = request.headers().get(INPUT).and_then(|header| from_hexadecimal(header.to_str().ok()?));
    let told = told.and_then(|told| serde_json::from_slice(&told).ok()).ok_or_else(|| unreadable(store.spoken()))?;
    Ok((told, bytes.clone()))
}

fn unreadable(language: Language) -> Failure {
    let message = language.pick(
        "Filen kom ikke fram fra siden. Velg den med «Velg fil» i stedet.",
        "Fila kom ikkje fram frå sida. Vel ho med «Vel fil» i staden.",
        "The file did not reach the program. Choose it with “Choose a file” instead.",
    );
    Failure::new(Exit::NotWellFormed, "unreadable", message)
}

/// Bytes that are written as hexadecimal digits: a header takes nothing but plain letters.
fn from_hexadecimal(text: &str) -> Option<Vec<u8>> {
    let digits: Vec<u8> = text.chars().map(|digit| digit.to_digit(16)?.try_into().ok()).collect::<Option<_>>()?;
    let (pairs, []) = digits.as_chunks::<2>() else { return None };
    Some(pairs.iter().map(|[high, low]| high * 16 + low).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_are_read_back() {
        assert_eq!(from_hexadecimal("7b22c3a5227d").as_deref(), Some("{\"å\"}".as_bytes()));
        assert_eq!(from_hexadecimal("7b2"), None);
        assert_eq!(from_hexadecimal("7g"), None);
    }
}
