//! The commands of the calendar files that the program keeps right by itself. The user says where in the system's own dialog.

use std::path::PathBuf;
use std::time::Instant;

use personvernsak::api::Failure;
use personvernsak::api::calendar_files::CalendarFilesAnswer;
use personvernsak::api::calendar_writing::LeftCalendar;
use personvernsak::api::deadline_calendar::DeadlineCalendarInput;
use personvernsak::api::desk::{CalendarFileKeep, CalendarFileStop, Desk, NoticesSet};
use personvernsak::api::notices::NoticesAnswer;
use personvernsak::wording::Trilingual;
use serde::Deserialize;
use tauri::{AppHandle, async_runtime};

use crate::commands::Store;
use crate::saving::{self, Suggestion};
use crate::upkeep::{PATIENCE, apart};

/// Which deadlines to keep in a file, and where; without a path the user is asked.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CalendarFileChoose {
    calendar: DeadlineCalendarInput,
    office: bool,
    path: Option<PathBuf>,
}

#[tauri::command]
pub async fn calendar_files(store: Store<'_>) -> Result<CalendarFilesAnswer, Failure> {
    store.run(Desk::calendar_files).await
}

/// Keeps a file from now on; nothing is answered when the user thinks better of it.
#[tauri::command]
pub async fn calendar_file_keep(
    input: CalendarFileChoose,
    app: AppHandle,
    store: Store<'_>,
) -> Result<Option<CalendarFilesAnswer>, Failure> {
    let suggestion = Suggestion {
        title: Trilingual::fixed(
            "Velg hvor kalenderfilen skal ligge",
            "Vel kvar kalenderfila skal liggje",
            "Choose where the calendar file is to be",
        ),
        name: "frister.ics".to_owned(),
        kind: saving::CALENDAR,
        ending: "ics",
    };
    match saving::place(input.path, &app, store.spoken(), suggestion).await {
        Some(path) => {
            let keep = CalendarFileKeep { calendar: input.calendar, office: input.office, path };
            let ready = store.run(move |desk| desk.calendar_file_ready(&keep)).await?;
            let unanswered = ready.unanswered();
            let began = Instant::now();
            let written = in_time(move || ready.write(|| began.elapsed() < PATIENCE)).await.unwrap_or(unanswered);
            store.run(move |desk| desk.calendar_file_kept(&written)).await.map(Some)
        }
        None => Ok(None),
    }
}

#[tauri::command]
pub async fn calendar_file_stop(input: CalendarFileStop, store: Store<'_>) -> Result<CalendarFilesAnswer, Failure> {
    if let Some(left) = store.run(move |desk| desk.calendar_file_let_go(&input)).await? {
        in_time(move || left.remove()).await.unwrap_or_else(|| Err(LeftCalendar::stays()))?;
    }
    store.run(Desk::calendar_files).await
}

/// Does something with a place that can be slow to answer, by a thread of its own; nothing where it has not answered for long.
async fn in_time<Done: Send + 'static>(work: impl FnOnce() -> Done + Send + 'static) -> Option<Done> {
    let wait = || apart("calendar", work)?.recv_timeout(PATIENCE).ok();
    async_runtime::spawn_blocking(wait).await.ok().flatten()
}

#[tauri::command]
pub async fn calendar_alert(store: Store<'_>) -> Result<Option<String>, Failure> {
    store.run(Desk::calendar_alert).await
}

#[tauri::command]
pub async fn notices(store: Store<'_>) -> Result<NoticesAnswer, Failure> {
    store.run(Desk::notices).await
}

#[tauri::command]
pub async fn notices_set(input: NoticesSet, store: Store<'_>) -> Result<NoticesAnswer, Failure> {
    store.run(move |desk| desk.notices_set(&input)).await
}
