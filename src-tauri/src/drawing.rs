//! How the web view draws the page.

use tauri::WebviewWindow;
use webkit2gtk::{HardwareAccelerationPolicy, SettingsExt, WebViewExt};

/// Lets the processor draw the page.
///
/// The page is text, forms and lists. Where a machine has no graphics card, as many virtual desktops have not, drawing
/// through OpenGL is done in software, and getting that ready takes longer than everything else before the first
/// picture; where it has one, nothing here is heavy enough to gain from it.
///
/// # Errors
/// The web view's.
pub fn by_processor(window: &WebviewWindow) -> Result<(), tauri::Error> {
    window.with_webview(|view| {
        if let Some(settings) = view.inner().settings() {
            settings.set_hardware_acceleration_policy(HardwareAccelerationPolicy::Never);
        }
    })
}
