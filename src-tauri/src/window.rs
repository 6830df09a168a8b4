//! Opens the one window.

use std::panic::{self, AssertUnwindSafe};
use std::path::PathBuf;

use personvernsak::api::desk::Desk;
use tauri::{App, Manager, RunEvent};

use crate::arguments::Arguments;
use crate::attachments;
use crate::bulk;
use crate::calendar_files;
use crate::commands;
use crate::deadlines;
#[cfg(all(target_os = "linux", not(feature = "automation")))]
use crate::drawing;
use crate::imports;
use crate::journal;
use crate::letter_files::OpenedLetters;
use crate::letter_texts;
use crate::notices;
use crate::period;
use crate::reports;
use crate::request_files;
use crate::review;
use crate::store_copy;
use crate::store_thread::StoreThread;
use crate::upkeep::Upkeep;
use crate::work;
use crate::zoom;

/// The folder inside the platform's data folder where the store lies when nobody says otherwise.
const STORE: &str = "Personvernsak";

/// What the window is called in `tauri.conf.json`.
pub const MAIN: &str = "main";

const NO_DISPLAY: &str = "Personvernsak fant ingen skjerm å åpne vinduet på. Start programmet fra skrivebordet, eller \
                          gi det en virtuell skjerm: «xvfb-run -a personvernsak-desktop».";

/// Opens the window and stays until it is closed.
///
/// # Errors
/// A text for the user: there is no display, or the window could not be made.
pub fn open(arguments: &Arguments) -> Result<(), String> {
    let app = build(arguments)?;
    app.run(|app, event| {
        if matches!(event, RunEvent::Exit) {
            app.state::<OpenedLetters>().remove();
        }
    });
    Ok(())
}

/// GTK answers a missing display with a panic deep inside; here it becomes a sentence.
fn build(arguments: &Arguments) -> Result<App, String> {
    let usual = panic::take_hook();
    panic::set_hook(Box::new(|_| {}));
    let arguments = arguments.clone();
    let builder = tauri::Builder::default()
        .plugin(tauri_plugin_dialog::init())
        .plugin(tauri_plugin_opener::init())
        .manage(OpenedLetters::default())
        .invoke_handler(tauri::generate_handler![
            commands::session_state,
            commands::organisations,
            commands::store_create,
            commands::store_unlock,
            commands::store_lock,
            commands::registers,
            commands::register_show,
            commands::request_preview,
            request_files::request_file_pick,
            request_files::request_file_bytes,
            request_files::request_file_discard,
            request_files::request_files,
            commands::request_earlier,
            commands::request_similar,
            commands::request_register,
            commands::request_show,
            imports::import_open,
            imports::import_next,
            imports::import_close,
            imports::import_refused_save,
            commands::case_list,
            commands::views,
            commands::view_save,
            commands::view_delete,
            commands::list_choose,
            commands::case_show,
            commands::case_assign,
            commands::case_check,
            commands::case_suspend,
            commands::case_resume,
            commands::case_note,
            work::case_take,
            work::case_task_ask,
            work::case_task_change,
            work::case_correct,
            work::task_list,
            work::reminders,
            work::reminder_put_off,
            work::colleagues,
            work::absence_enter,
            work::absence_end,
            work::hand_over,
            commands::case_measure_add,
            commands::case_measure_settle,
            reports::case_report_add,
            reports::case_report_remove,
            attachments::case_attach,
            attachments::case_attach_bytes,
            attachments::case_attachment_title,
            attachments::case_attachment_remove,
            attachments::case_attachment_report,
            attachments::case_attachment_preview,
            attachments::case_attachment_bytes,
            attachments::case_attachment_save,
            attachments::case_attachment_words,
            attachments::redaction_grounds,
            attachments::case_redact_check,
            attachments::case_redact_preview,
            attachments::case_redact,
            commands::case_archive_number,
            commands::case_decide,
            commands::case_close,
            commands::case_reopen,
            commands::case_complaint,
            commands::complaint_next,
            commands::case_breach,
            commands::breach_next,
            commands::case_similar,
            commands::case_tie,
            commands::case_extend,
            commands::case_forward,
            commands::case_withdraw,
            commands::case_person,
            commands::case_link_number,
            commands::case_unlink_number,
            commands::case_representative,
            commands::case_other_parent,
            commands::case_hear_child,
            commands::case_review,
            commands::case_lift,
            commands::letter_compose,
            commands::letter_preview,
            commands::letter_ask_approval,
            commands::case_approve,
            bulk::bulk_open,
            bulk::bulk_check,
            bulk::bulk_run,
            bulk::bulk_undo,
            bulk::bulk_close,
            bulk::bulk_cases,
            commands::case_send_back,
            commands::letter_issue,
            commands::letters_check,
            commands::letters_issue,
            commands::letters_save,
            commands::letter_pdf,
            commands::letter_delivery,
            commands::letter_save,
            commands::letter_open,
            zoom::window_zoom,
            review::review_draw,
            review::review_list,
            review::review_flag,
            review::review_say,
            review::review_reply,
            review::review_decide,
            review::ombud_receive,
            review::ombud_list,
            review::ombud_show,
            review::ombud_note,
            review::ombud_close,
            review::ombud_to_request,
            review::ombud_erase,
            review::ombud_retention,
            review::ombud_recovery_code,
            review::ombud_recover,
            commands::access_log,
            deadlines::deadline_figures,
            deadlines::due_days,
            deadlines::deadlines_save,
            deadlines::deadline_forecast,
            deadlines::deadline_back_test,
            deadlines::deadline_what_if,
            deadlines::deadline_accept,
            deadlines::deadline_calendar_save,
            calendar_files::calendar_files,
            calendar_files::calendar_file_keep,
            calendar_files::calendar_file_stop,
            calendar_files::calendar_alert,
            calendar_files::notices,
            calendar_files::notices_set,
            notices::notice_service,
            notices::notice_try,
            period::period_figures,
            period::period_save,
            period::protocol_save,
            commands::settings_show,
            commands::settings_set,
            commands::user_add,
            commands::user_remove,
            commands::preferences_set,
            commands::unsaved_list,
            commands::unsaved_keep,
            commands::unsaved_discard,
            store_copy::store_backup,
            letter_texts::letter_texts_check,
            letter_texts::letter_texts_install,
            letter_texts::letter_texts_reset,
            letter_texts::letter_texts_export,
        ])
        .setup(move |app| Ok(prepare(app, &arguments)?));
    let built = panic::catch_unwind(AssertUnwindSafe(|| builder.build(tauri::generate_context!())));
    panic::set_hook(usual);
    built.map_err(|_| NO_DISPLAY.to_owned())?.map_err(|error| format!("Vinduet kunne ikke åpnes: {error}."))
}

fn prepare(app: &App, arguments: &Arguments) -> Result<(), tauri::Error> {
    #[cfg(all(target_os = "linux", not(feature = "automation")))]
    if let Some(window) = app.get_webview_window(MAIN) {
        drawing::by_processor(&window)?;
    }
    match app.path().app_log_dir() {
        Ok(folder) if journal::begin(&folder).is_ok() => {}
        // Without a log the program still does its work, so it opens all the same.
        Ok(_) | Err(_) => eprintln!("Loggen kan ikke skrives. Programmet går uten."),
    }
    let store = store_folder(app, arguments)?;
    tracing::info!(version = env!("CARGO_PKG_VERSION"), chosen = arguments.store.is_some(), "started");
    let settings = arguments.settings();
    let mut upkeep = Upkeep::default();
    app.manage(StoreThread::start(move || Desk::new(store.clone(), settings.clone()), move |desk| upkeep.tend(desk))?);
    app.manage(arguments.clone());
    zoom::begin(app)
}

fn store_folder(app: &App, arguments: &Arguments) -> Result<PathBuf, tauri::Error> {
    match &arguments.store {
        Some(folder) => Ok(folder.clone()),
        None => Ok(app.path().data_dir()?.join(STORE)),
    }
}
