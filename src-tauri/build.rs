//! Declares the window's commands, so that each needs a permission of its own in the capabilities file.

use std::error::Error;
use std::fs;

/// The one list of commands; the core's tests read it too.
const LIST: &str = "commands.txt";

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed={LIST}");
    let list = fs::read_to_string(LIST)?;
    // The build script ends after this call, so the list may live as long as the process: Tauri asks for 'static.
    let list: &'static str = list.leak();
    let commands: Vec<&'static str> =
        list.lines().map(str::trim).filter(|line| !line.is_empty() && !line.starts_with('#')).collect();
    let manifest = tauri_build::AppManifest::new().commands(commands.leak());
    tauri_build::try_build(tauri_build::Attributes::new().app_manifest(manifest))?;
    Ok(())
}
