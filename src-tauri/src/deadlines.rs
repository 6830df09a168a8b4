//! The commands of the deadlines: figures, days, files, the forecast and suppositions.

use std::path::PathBuf;

use personvernsak::api::Failure;
use personvernsak::api::deadline_calendar::DeadlineCalendarInput;
use personvernsak::api::deadlines::{DeadlinesExport, FiguresAnswer};
use personvernsak::api::desk::Desk;
use personvernsak::api::due_days::{DueDaysAnswer, DueDaysInput};
use personvernsak::api::forecast::{BackTestAnswer, ForecastAnswer, ForecastInput, ForecastProgress};
use personvernsak::api::what_if::{AcceptedAnswer, WhatIfAccept, WhatIfAnswer, WhatIfInput};
use personvernsak::wording::Trilingual;
use serde::Deserialize;
use tauri::AppHandle;
use tauri::ipc::Channel;

use crate::commands::{SavedFile, Store};
use crate::saving::{self, Suggestion};

/// Of every so many runs of a forecast the page is told: often enough to be seen moving.
const TOLD_OF: u32 = 20;

/// Which deadlines to save, and where; without a path the user is asked.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DeadlinesSave {
    deadlines: DeadlinesExport,
    path: Option<PathBuf>,
}

/// Which deadlines to save as a calendar, and where; without a path the user is asked.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DeadlineCalendarSave {
    calendar: DeadlineCalendarInput,
    path: Option<PathBuf>,
}

#[tauri::command]
pub async fn deadline_figures(store: Store<'_>) -> Result<FiguresAnswer, Failure> {
    store.run(Desk::deadline_figures).await
}

#[tauri::command]
pub async fn due_days(input: DueDaysInput, store: Store<'_>) -> Result<DueDaysAnswer, Failure> {
    store.run(move |desk| desk.due_days(&input)).await
}

#[tauri::command]
pub async fn deadlines_save(input: DeadlinesSave, app: AppHandle, store: Store<'_>) -> Result<SavedFile, Failure> {
    let name = "frister.csv".to_owned();
    let suggestion = Suggestion {
        title: Trilingual::fixed("Lagre fristene", "Lagre fristane", "Save the deadlines"),
        name,
        kind: saving::CSV,
        ending: "csv",
    };
    let chosen = saving::place(input.path, &app, store.spoken(), suggestion).await;
    if let Some(path) = &chosen {
        let bytes = store.run(move |desk| desk.deadlines_csv(&input.deadlines)).await?;
        saving::save(path, &bytes, store.spoken())?;
    }
    Ok(SavedFile::at(chosen))
}

#[tauri::command]
pub async fn deadline_calendar_save(
    input: DeadlineCalendarSave,
    app: AppHandle,
    store: Store<'_>,
) -> Result<SavedFile, Failure> {
    let suggestion = Suggestion {
        title: Trilingual::fixed(
            "Lagre fristene som kalender",
            "Lagre fristane som kalender",
            "Save the deadlines as a calendar",
        ),
        name: "frister.ics".to_owned(),
        kind: saving::CALENDAR,
        ending: "ics",
    };
    let chosen = saving::place(input.path, &app, store.spoken(), suggestion).await;
    if let Some(path) = &chosen {
        let (bytes, _) = store.run(move |desk| desk.deadline_calendar(&input.calendar)).await?;
        saving::save(path, &bytes, store.spoken())?;
    }
    Ok(SavedFile::at(chosen))
}

#[tauri::command]
pub async fn deadline_forecast(
    input: ForecastInput,
    progress: Channel<ForecastProgress>,
    store: Store<'_>,
) -> Result<ForecastAnswer, Failure> {
    let tell = move |so_far: ForecastProgress| {
        // A page that has gone on is told nothing, and that is no fault.
        if so_far.done.is_multiple_of(TOLD_OF) || so_far.done == so_far.of {
            let _ = progress.send(so_far);
        }
    };
    store.run(move |desk| desk.deadline_forecast(&input, &mut { tell })).await
}

#[tauri::command]
pub async fn deadline_back_test(input: ForecastInput, store: Store<'_>) -> Result<BackTestAnswer, Failure> {
    store.run(move |desk| desk.deadline_back_test(&input)).await
}

#[tauri::command]
pub async fn deadline_what_if(input: WhatIfInput, store: Store<'_>) -> Result<WhatIfAnswer, Failure> {
    store.run(move |desk| desk.deadline_what_if(&input)).await
}

#[tauri::command]
pub async fn deadline_accept(input: WhatIfAccept, store: Store<'_>) -> Result<AcceptedAnswer, Failure> {
    store.run(move |desk| desk.deadline_accept(&input)).await
}
