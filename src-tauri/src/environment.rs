//! What the program takes from the environment that started it.

use std::env;
use std::process::Command;

/// Variables with which whoever starts the program could read or steer the page from outside.
const REMOTE_CONTROL: [&str; 3] =
    ["TAURI_WEBVIEW_AUTOMATION", "WEBKIT_INSPECTOR_SERVER", "WEBKIT_INSPECTOR_HTTP_SERVER"];

/// Starts the program anew without the variables that would let another program drive the page.
///
/// Tauri heeds `TAURI_WEBVIEW_AUTOMATION` in release builds too. A program cannot safely take a variable out of its
/// own environment once it may have threads, so this one hands over to a new start of itself that never had it.
/// Builds with the feature `automation` keep the variables: they exist to be driven by tests.
///
/// # Errors
/// A text for the user, when the new start does not succeed: then the window must not open at all.
#[expect(clippy::disallowed_methods, reason = "here the program looks at what it was started with, to take it away")]
pub fn refuse_automation() -> Result<(), String> {
    if cfg!(feature = "automation") || REMOTE_CONTROL.iter().all(|name| env::var_os(name).is_none()) {
        return Ok(());
    }
    let program = env::current_exe().map_err(|error| refusal(&error))?;
    let mut again = Command::new(program);
    again.args(env::args_os().skip(1));
    for name in REMOTE_CONTROL {
        again.env_remove(name);
    }
    hand_over(again)
}

#[cfg(unix)]
fn hand_over(mut again: Command) -> Result<(), String> {
    use std::os::unix::process::CommandExt;
    Err(refusal(&again.exec()))
}

#[cfg(not(unix))]
fn hand_over(mut again: Command) -> Result<(), String> {
    let status = again.status().map_err(|error| refusal(&error))?;
    std::process::exit(status.code().unwrap_or(1));
}

fn refusal(error: &std::io::Error) -> String {
    format!(
        "Personvernsak kan ikke åpnes slik det ble startet: miljøet ber om fjernstyring av vinduet, og programmet fikk \
         ikke startet på nytt uten ({error}). Fjern {} og start igjen.",
        REMOTE_CONTROL.join(", ")
    )
}
