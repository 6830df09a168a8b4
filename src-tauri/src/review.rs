//! The commands of the data protection officer's reviews and inbox.

use personvernsak::api::Failure;
use personvernsak::api::case_show::CaseShow;
use personvernsak::api::desk::{
    Desk, OmbudClose, OmbudErase, OmbudNote, OmbudReceive, OmbudRecover, OmbudRetention, OmbudShow, OmbudToRequest,
    ReviewDecide, ReviewDraw, ReviewFlag, ReviewList, ReviewReply, ReviewSay,
};
use personvernsak::api::enquiries::{EnquiryAnswer, InboxAnswer, PassedOnAnswer, RecoveryCodeAnswer};
use personvernsak::api::review::{ReviewListAnswer, SampleAnswer};

use crate::commands::Store;

#[tauri::command]
pub async fn review_draw(input: ReviewDraw, store: Store<'_>) -> Result<SampleAnswer, Failure> {
    store.run(move |desk| desk.review_draw(&input)).await
}

#[tauri::command]
pub async fn review_list(input: ReviewList, store: Store<'_>) -> Result<ReviewListAnswer, Failure> {
    store.run(move |desk| desk.review_list(&input)).await
}

#[tauri::command]
pub async fn review_flag(input: ReviewFlag, store: Store<'_>) -> Result<CaseShow, Failure> {
    store.run(move |desk| desk.review_flag(&input)).await
}

#[tauri::command]
pub async fn review_say(input: ReviewSay, store: Store<'_>) -> Result<CaseShow, Failure> {
    store.run(move |desk| desk.review_say(&input)).await
}

#[tauri::command]
pub async fn review_reply(input: ReviewReply, store: Store<'_>) -> Result<CaseShow, Failure> {
    store.run(move |desk| desk.review_reply(&input)).await
}

#[tauri::command]
pub async fn review_decide(input: ReviewDecide, store: Store<'_>) -> Result<CaseShow, Failure> {
    store.run(move |desk| desk.review_decide(&input)).await
}

#[tauri::command]
pub async fn ombud_receive(input: OmbudReceive, store: Store<'_>) -> Result<EnquiryAnswer, Failure> {
    store.run(move |desk| desk.ombud_receive(&input)).await
}

#[tauri::command]
pub async fn ombud_list(store: Store<'_>) -> Result<InboxAnswer, Failure> {
    store.run(Desk::ombud_list).await
}

#[tauri::command]
pub async fn ombud_show(input: OmbudShow, store: Store<'_>) -> Result<EnquiryAnswer, Failure> {
    store.run(move |desk| desk.ombud_show(&input)).await
}

#[tauri::command]
pub async fn ombud_note(input: OmbudNote, store: Store<'_>) -> Result<EnquiryAnswer, Failure> {
    store.run(move |desk| desk.ombud_note(&input)).await
}

#[tauri::command]
pub async fn ombud_close(input: OmbudClose, store: Store<'_>) -> Result<EnquiryAnswer, Failure> {
    store.run(move |desk| desk.ombud_close(&input)).await
}

#[tauri::command]
pub async fn ombud_to_request(input: OmbudToRequest, store: Store<'_>) -> Result<PassedOnAnswer, Failure> {
    store.run(move |desk| desk.ombud_to_request(&input)).await
}

#[tauri::command]
pub async fn ombud_erase(input: OmbudErase, store: Store<'_>) -> Result<InboxAnswer, Failure> {
    store.run(move |desk| desk.ombud_erase(&input)).await
}

#[tauri::command]
pub async fn ombud_retention(input: OmbudRetention, store: Store<'_>) -> Result<InboxAnswer, Failure> {
    store.run(move |desk| desk.ombud_retention(&input)).await
}

#[tauri::command]
pub async fn ombud_recovery_code(store: Store<'_>) -> Result<RecoveryCodeAnswer, Failure> {
    store.run(Desk::ombud_recovery_code).await
}

#[tauri::command]
pub async fn ombud_recover(input: OmbudRecover, store: Store<'_>) -> Result<InboxAnswer, Failure> {
    store.run(move |desk| desk.ombud_recover(&input)).await
}
