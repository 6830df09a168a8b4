//! Commands of the daily work: tasks of a case, what was recorded by mistake, reminders, and who covers for whom.

use personvernsak::api::Failure;
use personvernsak::api::case_show::CaseShow;
use personvernsak::api::colleagues::{ColleaguesAnswer, HandOverAnswer};
use personvernsak::api::desk::{
    AbsenceEnd, AbsenceEnter, CaseCorrect, CaseTake, CaseTaskAsk, CaseTaskChange, Desk, HandOver, ReminderPutOff,
};
use personvernsak::api::reminders::RemindersAnswer;
use personvernsak::api::tasks::TaskListAnswer;

use crate::commands::Store;

#[tauri::command]
pub async fn case_take(input: CaseTake, store: Store<'_>) -> Result<CaseShow, Failure> {
    store.run(move |desk| desk.case_take(&input)).await
}

#[tauri::command]
pub async fn case_task_ask(input: CaseTaskAsk, store: Store<'_>) -> Result<CaseShow, Failure> {
    store.run(move |desk| desk.case_task_ask(&input)).await
}

#[tauri::command]
pub async fn case_task_change(input: CaseTaskChange, store: Store<'_>) -> Result<CaseShow, Failure> {
    store.run(move |desk| desk.case_task_change(&input)).await
}

#[tauri::command]
pub async fn case_correct(input: CaseCorrect, store: Store<'_>) -> Result<CaseShow, Failure> {
    store.run(move |desk| desk.case_correct(&input)).await
}

#[tauri::command]
pub async fn task_list(store: Store<'_>) -> Result<TaskListAnswer, Failure> {
    store.run(Desk::task_list).await
}

#[tauri::command]
pub async fn reminders(store: Store<'_>) -> Result<RemindersAnswer, Failure> {
    store.run(Desk::reminders).await
}

#[tauri::command]
pub async fn reminder_put_off(input: ReminderPutOff, store: Store<'_>) -> Result<RemindersAnswer, Failure> {
    store.run(move |desk| desk.reminder_put_off(&input)).await
}

#[tauri::command]
pub async fn colleagues(store: Store<'_>) -> Result<ColleaguesAnswer, Failure> {
    store.run(Desk::colleagues).await
}

#[tauri::command]
pub async fn absence_enter(input: AbsenceEnter, store: Store<'_>) -> Result<ColleaguesAnswer, Failure> {
    store.run(move |desk| desk.absence_enter(&input)).await
}

#[tauri::command]
pub async fn absence_end(input: AbsenceEnd, store: Store<'_>) -> Result<ColleaguesAnswer, Failure> {
    store.run(move |desk| desk.absence_end(&input)).await
}

#[tauri::command]
pub async fn hand_over(input: HandOver, store: Store<'_>) -> Result<HandOverAnswer, Failure> {
    store.run(move |desk| desk.hand_over(&input)).await
}
