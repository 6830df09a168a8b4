//! The window as it is shipped, on a virtual display of its own.

mod screen;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command};
use std::time::Duration;

pub use screen::{Bus, Frame, Screen};

/// How long a start, or anything else that is waited for, may take at all.
pub const PATIENCE: Duration = Duration::from_secs(60);

/// Starts a program on the display, with a home folder of its own.
pub fn start(program: &Path, store: &Path, screen: &Screen, bus: &Bus, home: &Path) -> Child {
    Command::new(program)
        .arg("--store")
        .arg(store)
        .env("DISPLAY", screen.name())
        .env("DBUS_SESSION_BUS_ADDRESS", bus.address())
        .env("XDG_DATA_HOME", home.join("data"))
        .env("XDG_CACHE_HOME", home.join("cache"))
        .env("XDG_CONFIG_HOME", home.join("config"))
        .spawn()
        .expect("the program starts")
}

/// Builds the window's program as it is shipped, with its own page or another, and keeps a copy.
pub fn build(folder: &Path, target: &Path, name: &str, page: Option<&str>) -> PathBuf {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let own_page = root.join("ui/dist/index.html");
    assert!(own_page.is_file(), "build the page first: npm --prefix ui run build");
    let mut cargo = Command::new("cargo");
    cargo.current_dir(&root).args(["build", "--release", "--locked", "--workspace"]);
    cargo.args(["--features", "personvernsak-shell/custom-protocol", "--target-dir"]).arg(target);
    if let Some(page) = page {
        cargo.env("TAURI_CONFIG", format!(r#"{{"build":{{"frontendDist":"{page}"}}}}"#));
    }
    assert!(cargo.status().expect("cargo runs").success(), "the window is not built");
    let built = folder.join(format!("personvernsak-desktop-{name}"));
    fs::copy(target.join("release/personvernsak-desktop"), &built).expect("copied");
    built
}
