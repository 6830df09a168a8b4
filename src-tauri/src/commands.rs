//! The commands that the page may call: each hands its input to the desk, on the store thread.
//!
//! What they take and answer is the core's; here stands only what needs the window: a test store's mark, and files that
//! the user saves. `commands.txt` lists them all.

use std::path::PathBuf;

use personvernsak::api::Failure;
use personvernsak::api::access_log::{AccessLogAnswer, AccessLogInput};
use personvernsak::api::case_show::CaseShow;
use personvernsak::api::desk::{
    BreachNext, CaseApprove, CaseArchiveNumber, CaseAssign, CaseBreach, CaseCheck, CaseClose, CaseComplaint,
    CaseDecide, CaseExtend, CaseForward, CaseHearChild, CaseLift, CaseLinkNumber, CaseList, CaseListAnswer,
    CaseMeasureAdd, CaseMeasureSettle, CaseNote, CaseOtherParent, CasePerson, CaseReopen, CaseRepresentative,
    CaseResume, CaseReview, CaseSendBack, CaseShowInput, CaseSuspend, CaseTieInput, CaseUnlinkNumber, CaseWithdraw,
    ComplaintNext, Desk, LetterDelivery, LetterNumber, LettersAnswer, LettersCheck, LettersInput, ListChoose,
    PreferencesAnswer, PreferencesSet, PreviewAnswer, RegisterAnswer, RequestInput, RequestShowInput, SettingsSet,
    UnsavedAnswer, UnsavedDiscard, UnsavedKeep, UserAdd, UserRemove, ViewDelete, ViewSave, ViewsAnswer,
};
use personvernsak::api::earlier::{EarlierAnswer, EarlierCount};
use personvernsak::api::letter::{ComposedAnswer, LetterAnswer, LetterInput};
use personvernsak::api::register_show::{RegisterShow, RegisterShowInput};
use personvernsak::api::registers::RegistersAnswer;
use personvernsak::api::request_show::RequestShow;
use personvernsak::api::session::{OrganisationAnswer, SessionState, StoreCreate, StoreUnlock, UserAnswer};
use personvernsak::api::settings::SettingsAnswer;
use personvernsak::api::similar::SimilarAnswer;
use serde::{Deserialize, Serialize};
use tauri::ipc::Response;
use tauri::{AppHandle, State};

use crate::arguments::Arguments;
use crate::letter_files::{self, OpenedLetters};
use crate::saving;
use crate::store_thread::StoreThread;

/// The way to the desk.
pub type Store<'a> = State<'a, StoreThread<Desk>>;

/// Which letter to save, and where; without a path the user is asked.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LetterSave {
    letter: String,
    path: Option<PathBuf>,
}

/// The letters that are saved, each as a file named after its number, in a folder that the user chooses.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LettersSave {
    letters: Vec<String>,
}

/// Where a file was saved; nowhere when the user thought better of it.
#[derive(Serialize)]
pub struct SavedFile {
    path: Option<PathBuf>,
}

impl SavedFile {
    /// A file at this path.
    pub fn at(path: Option<PathBuf>) -> Self {
        Self { path }
    }
}

#[tauri::command]
pub async fn session_state(store: Store<'_>) -> Result<SessionState, Failure> {
    store.run(Desk::session_state).await
}

#[tauri::command]
pub async fn organisations(store: Store<'_>) -> Result<Vec<OrganisationAnswer>, Failure> {
    store.run(Desk::organisations).await
}

#[tauri::command]
pub async fn store_create(
    input: StoreCreate,
    arguments: State<'_, Arguments>,
    store: Store<'_>,
) -> Result<SessionState, Failure> {
    let test = arguments.test_store();
    store.run(move |desk| desk.store_create(&input, test)).await
}

#[tauri::command]
pub async fn store_unlock(input: StoreUnlock, store: Store<'_>) -> Result<SessionState, Failure> {
    store.run(move |desk| desk.store_unlock(&input)).await
}

#[tauri::command]
pub async fn store_lock(store: Store<'_>) -> Result<SessionState, Failure> {
    store.run(Desk::store_lock).await
}

#[tauri::command]
pub async fn registers(store: Store<'_>) -> Result<RegistersAnswer, Failure> {
    store.run(Desk::registers).await
}

#[tauri::command]
pub async fn register_show(input: RegisterShowInput, store: Store<'_>) -> Result<RegisterShow, Failure> {
    store.run(move |desk| desk.register_show(&input)).await
}

#[tauri::command]
pub async fn request_preview(input: RequestInput, store: Store<'_>) -> Result<PreviewAnswer, Failure> {
    store.run(move |desk| desk.request_preview(&input)).await
}

#[tauri::command]
pub async fn request_earlier(input: RequestInput, store: Store<'_>) -> Result<Option<EarlierCount>, Failure> {
    store.run(move |desk| desk.request_earlier(&input)).await
}

#[tauri::command]
pub async fn request_similar(input: RequestInput, store: Store<'_>) -> Result<EarlierAnswer, Failure> {
    store.run(move |desk| desk.request_similar(&input)).await
}

#[tauri::command]
pub async fn request_register(input: RequestInput, store: Store<'_>) -> Result<RegisterAnswer, Failure> {
    store.run(move |desk| desk.request_register(&input)).await
}

#[tauri::command]
pub async fn request_show(input: RequestShowInput, store: Store<'_>) -> Result<RequestShow, Failure> {
    store.run(move |desk| desk.request_show(&input)).await
}

#[tauri::command]
pub async fn case_list(input: CaseList, store: Store<'_>) -> Result<CaseListAnswer, Failure> {
    store.run(move |desk| desk.case_list(&input)).await
}

#[tauri::command]
pub async fn views(store: Store<'_>) -> Result<ViewsAnswer, Failure> {
    store.run(Desk::views).await
}

#[tauri::command]
pub async fn view_save(input: ViewSave, store: Store<'_>) -> Result<ViewsAnswer, Failure> {
    store.run(move |desk| desk.view_save(&input)).await
}

#[tauri::command]
pub async fn view_delete(input: ViewDelete, store: Store<'_>) -> Result<ViewsAnswer, Failure> {
    store.run(move |desk| desk.view_delete(&input)).await
}

#[tauri::command]
pub async fn list_choose(input: ListChoose, store: Store<'_>) -> Result<ViewsAnswer, Failure> {
    store.run(move |desk| desk.list_choose(&input)).await
}

#[tauri::command]
pub async fn case_show(input: CaseShowInput, store: Store<'_>) -> Result<CaseShow, Failure> {
    store.run(move |desk| desk.case_show(&input)).await
}

#[tauri::command]
pub async fn case_assign(input: CaseAssign, store: Store<'_>) -> Result<CaseShow, Failure> {
    store.run(move |desk| desk.case_assign(&input)).await
}

#[tauri::command]
pub async fn case_check(input: CaseCheck, store: Store<'_>) -> Result<CaseShow, Failure> {
    store.run(move |desk| desk.case_check(&input)).await
}

#[tauri::command]
pub async fn case_suspend(input: CaseSuspend, store: Store<'_>) -> Result<CaseShow, Failure> {
    store.run(move |desk| desk.case_suspend(&input)).await
}

#[tauri::command]
pub async fn case_resume(input: CaseResume, store: Store<'_>) -> Result<CaseShow, Failure> {
    store.run(move |desk| desk.case_resume(&input)).await
}

#[tauri::command]
pub async fn case_note(input: CaseNote, store: Store<'_>) -> Result<CaseShow, Failure> {
    store.run(move |desk| desk.case_note(&input)).await
}

#[tauri::command]
pub async fn case_measure_add(input: CaseMeasureAdd, store: Store<'_>) -> Result<CaseShow, Failure> {
    store.run(move |desk| desk.case_measure_add(&input)).await
}

#[tauri::command]
pub async fn case_measure_settle(input: CaseMeasureSettle, store: Store<'_>) -> Result<CaseShow, Failure> {
    store.run(move |desk| desk.case_measure_settle(&input)).await
}

#[tauri::command]
pub async fn case_archive_number(input: CaseArchiveNumber, store: Store<'_>) -> Result<CaseShow, Failure> {
    store.run(move |desk| desk.case_archive_number(&input)).await
}

#[tauri::command]
pub async fn case_decide(input: CaseDecide, store: Store<'_>) -> Result<CaseShow, Failure> {
    store.run(move |desk| desk.case_decide(&input)).await
}

#[tauri::command]
pub async fn case_close(input: CaseClose, store: Store<'_>) -> Result<CaseShow, Failure> {
    store.run(move |desk| desk.case_close(&input)).await
}

#[tauri::command]
pub async fn case_reopen(input: CaseReopen, store: Store<'_>) -> Result<CaseShow, Failure> {
    store.run(move |desk| desk.case_reopen(&input)).await
}

#[tauri::command]
pub async fn case_complaint(input: CaseComplaint, store: Store<'_>) -> Result<CaseShow, Failure> {
    store.run(move |desk| desk.case_complaint(&input)).await
}

#[tauri::command]
pub async fn case_similar(input: CaseShowInput, store: Store<'_>) -> Result<SimilarAnswer, Failure> {
    store.run(move |desk| desk.case_similar(&input)).await
}

#[tauri::command]
pub async fn case_tie(input: CaseTieInput, store: Store<'_>) -> Result<CaseShow, Failure> {
    store.run(move |desk| desk.case_tie(&input)).await
}

#[tauri::command]
pub async fn case_breach(input: CaseBreach, store: Store<'_>) -> Result<CaseShow, Failure> {
    store.run(move |desk| desk.case_breach(&input)).await
}

#[tauri::command]
pub async fn breach_next(input: BreachNext, store: Store<'_>) -> Result<CaseShow, Failure> {
    store.run(move |desk| desk.breach_next(&input)).await
}

#[tauri::command]
pub async fn complaint_next(input: ComplaintNext, store: Store<'_>) -> Result<CaseShow, Failure> {
    store.run(move |desk| desk.complaint_next(&input)).await
}

#[tauri::command]
pub async fn case_extend(input: CaseExtend, store: Store<'_>) -> Result<CaseShow, Failure> {
    store.run(move |desk| desk.case_extend(&input)).await
}

#[tauri::command]
pub async fn case_forward(input: CaseForward, store: Store<'_>) -> Result<CaseShow, Failure> {
    store.run(move |desk| desk.case_forward(&input)).await
}

#[tauri::command]
pub async fn case_withdraw(input: CaseWithdraw, store: Store<'_>) -> Result<CaseShow, Failure> {
    store.run(move |desk| desk.case_withdraw(&input)).await
}

#[tauri::command]
pub async fn case_person(input: CasePerson, store: Store<'_>) -> Result<CaseShow, Failure> {
    store.run(move |desk| desk.case_person(&input)).await
}

#[tauri::command]
pub async fn case_link_number(input: CaseLinkNumber, store: Store<'_>) -> Result<CaseShow, Failure> {
    store.run(move |desk| desk.case_link_number(&input)).await
}

#[tauri::command]
pub async fn case_unlink_number(input: CaseUnlinkNumber, store: Store<'_>) -> Result<CaseShow, Failure> {
    store.run(move |desk| desk.case_unlink_number(&input)).await
}

#[tauri::command]
pub async fn case_representative(input: CaseRepresentative, store: Store<'_>) -> Result<CaseShow, Failure> {
    store.run(move |desk| desk.case_representative(&input)).await
}

#[tauri::command]
pub async fn case_other_parent(input: CaseOtherParent, store: Store<'_>) -> Result<CaseShow, Failure> {
    store.run(move |desk| desk.case_other_parent(&input)).await
}

#[tauri::command]
pub async fn case_hear_child(input: CaseHearChild, store: Store<'_>) -> Result<CaseShow, Failure> {
    store.run(move |desk| desk.case_hear_child(&input)).await
}

#[tauri::command]
pub async fn case_review(input: CaseReview, store: Store<'_>) -> Result<CaseShow, Failure> {
    store.run(move |desk| desk.case_review(&input)).await
}

#[tauri::command]
pub async fn case_lift(input: CaseLift, store: Store<'_>) -> Result<CaseShow, Failure> {
    store.run(move |desk| desk.case_lift(&input)).await
}

#[tauri::command]
pub async fn letter_compose(input: LetterInput, store: Store<'_>) -> Result<ComposedAnswer, Failure> {
    store.run(move |desk| desk.letter_compose(&input)).await
}

#[tauri::command]
pub async fn letter_preview(input: LetterInput, store: Store<'_>) -> Result<Response, Failure> {
    store.run(move |desk| desk.letter_preview(&input)).await.map(Response::new)
}

#[tauri::command]
pub async fn letter_ask_approval(input: LetterInput, store: Store<'_>) -> Result<CaseShow, Failure> {
    store.run(move |desk| desk.letter_ask_approval(&input)).await
}

#[tauri::command]
pub async fn case_approve(input: CaseApprove, store: Store<'_>) -> Result<CaseShow, Failure> {
    store.run(move |desk| desk.case_approve(&input)).await
}

#[tauri::command]
pub async fn case_send_back(input: CaseSendBack, store: Store<'_>) -> Result<CaseShow, Failure> {
    store.run(move |desk| desk.case_send_back(&input)).await
}

#[tauri::command]
pub async fn letter_issue(input: LetterInput, store: Store<'_>) -> Result<LetterAnswer, Failure> {
    store.run(move |desk| desk.letter_issue(&input)).await.map(|issued| issued.answer)
}

#[tauri::command]
pub async fn letters_check(input: LettersInput, store: Store<'_>) -> Result<LettersCheck, Failure> {
    store.run(move |desk| desk.letters_check(&input)).await
}

#[tauri::command]
pub async fn letters_issue(input: LettersInput, store: Store<'_>) -> Result<LettersAnswer, Failure> {
    store.run(move |desk| desk.letters_issue(&input)).await
}

#[tauri::command]
pub async fn letters_save(input: LettersSave, app: AppHandle, store: Store<'_>) -> Result<SavedFile, Failure> {
    let title = store.spoken().pick(
        "Velg mappen der brevene skal ligge",
        "Vel mappa der breva skal liggje",
        "Choose the folder for the letters",
    );
    let folder = saving::ask_folder(&app, title).await;
    if let Some(folder) = &folder {
        for letter in input.letters {
            let path = folder.join(letter_files::suggestion(&letter).name);
            let exported = store.run(move |desk| desk.letter_export(&LetterNumber { letter })).await?;
            saving::save(&path, &exported.bytes, store.spoken())?;
        }
    }
    Ok(SavedFile { path: folder })
}

#[tauri::command]
pub async fn letter_pdf(input: LetterNumber, store: Store<'_>) -> Result<Response, Failure> {
    pdf(&store, input.letter).await.map(Response::new)
}

#[tauri::command]
pub async fn letter_delivery(input: LetterDelivery, store: Store<'_>) -> Result<LetterAnswer, Failure> {
    store.run(move |desk| desk.letter_delivery(&input)).await
}

#[tauri::command]
pub async fn letter_save(input: LetterSave, app: AppHandle, store: Store<'_>) -> Result<SavedFile, Failure> {
    let chosen = saving::place(input.path, &app, store.spoken(), letter_files::suggestion(&input.letter)).await;
    if let Some(path) = &chosen {
        // The log says that the letter left the store, so it does not say so before somebody has chosen where to.
        let letter = LetterNumber { letter: input.letter };
        let exported = store.run(move |desk| desk.letter_export(&letter)).await?;
        saving::save(path, &exported.bytes, store.spoken())?;
    }
    Ok(SavedFile { path: chosen })
}

#[tauri::command]
pub async fn letter_open(
    input: LetterNumber,
    app: AppHandle,
    opened: State<'_, OpenedLetters>,
    store: Store<'_>,
) -> Result<(), Failure> {
    let pdf = pdf(&store, input.letter.clone()).await?;
    opened.open(&app, &input.letter, &pdf, store.spoken())
}

#[tauri::command]
pub async fn access_log(input: AccessLogInput, store: Store<'_>) -> Result<AccessLogAnswer, Failure> {
    store.run(move |desk| desk.access_log(&input)).await
}

#[tauri::command]
pub async fn settings_show(store: Store<'_>) -> Result<SettingsAnswer, Failure> {
    store.run(Desk::settings_show).await
}

#[tauri::command]
pub async fn settings_set(input: SettingsSet, store: Store<'_>) -> Result<SettingsAnswer, Failure> {
    store.run(move |desk| desk.settings_set(&input)).await
}

#[tauri::command]
pub async fn preferences_set(input: PreferencesSet, store: Store<'_>) -> Result<PreferencesAnswer, Failure> {
    store.run(move |desk| desk.preferences_set(&input)).await
}

#[tauri::command]
pub async fn unsaved_list(store: Store<'_>) -> Result<Vec<UnsavedAnswer>, Failure> {
    store.run(Desk::unsaved_list).await
}

#[tauri::command]
pub async fn unsaved_keep(input: UnsavedKeep, store: Store<'_>) -> Result<(), Failure> {
    store.run(move |desk| desk.unsaved_keep(&input)).await
}

#[tauri::command]
pub async fn unsaved_discard(input: UnsavedDiscard, store: Store<'_>) -> Result<(), Failure> {
    store.run(move |desk| desk.unsaved_discard(&input)).await
}

#[tauri::command]
pub async fn user_add(input: UserAdd, store: Store<'_>) -> Result<UserAnswer, Failure> {
    store.run(move |desk| desk.user_add(&input)).await
}

#[tauri::command]
pub async fn user_remove(input: UserRemove, store: Store<'_>) -> Result<UserAnswer, Failure> {
    store.run(move |desk| desk.user_remove(&input)).await
}

/// The kept bytes of an issued letter.
async fn pdf(store: &Store<'_>, letter: String) -> Result<Vec<u8>, Failure> {
    store.run(move |desk| desk.letter_pdf(&LetterNumber { letter })).await.map(|issued| issued.bytes)
}
