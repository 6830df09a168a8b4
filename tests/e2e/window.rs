//! Starts the program under WebKit's own WebDriver and gives the tests their hands and eyes.

use std::env;
use std::fs;
use std::net::TcpListener;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::{Duration, Instant};

use fantoccini::elements::Element;
use fantoccini::error::CmdError;
use fantoccini::{Client, ClientBuilder, Locator};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use tokio::net::TcpStream;
use tokio::process::{Child, Command};
use tokio::sync::{Mutex, MutexGuard};
use tokio::time::sleep;

/// How long the driver may take to start, and a page to show what is waited for.
pub const PATIENCE: Duration = Duration::from_secs(60);

/// The program's window in the hands of a test. The driver, and with it the program, ends when this is dropped.
pub struct Window {
    /// What the page is asked through.
    pub page: Client,
    _driver: Child,
    home: tempfile::TempDir,
    _turn: MutexGuard<'static, ()>,
}

/// One window at a time: a display gives its keys to one window, and a second would take them from the first.
static TURN: Mutex<()> = Mutex::const_new(());

/// Which of its two sets of colours the desktop asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Theme {
    Light,
    Dark,
}

impl Theme {
    /// The word for it in the names of pictures.
    pub fn name(self) -> &'static str {
        match self {
            Self::Light => "lys",
            Self::Dark => "mork",
        }
    }

    /// What GTK calls it.
    fn of_desktop(self) -> &'static str {
        match self {
            Self::Light => "Adwaita",
            Self::Dark => "Adwaita:dark",
        }
    }
}

impl Window {
    /// Opens the program with these arguments and waits for its first heading.
    pub async fn open(arguments: &[&str]) -> Self {
        Self::open_in(Theme::Light, arguments).await
    }

    /// The same on a desktop with a theme.
    pub async fn open_in(theme: Theme, arguments: &[&str]) -> Self {
        let turn = TURN.lock().await;
        let home = tempfile::tempdir().expect("a home folder of the program's own");
        let port = free_port();
        let viewer = home.path().join("viewer");
        lay_out_viewer(&viewer);
        let driver = Command::new("sh")
            .args(["-c", r#"PATH="$1:$PATH" exec WebKitWebDriver --port="$2""#, "sh"])
            .arg(&viewer)
            .arg(port.to_string())
            .env("TAURI_WEBVIEW_AUTOMATION", "true")
            // The tests must not touch, nor lean on, what the person who runs them keeps.
            .env("HOME", home.path())
            .env("XDG_DATA_HOME", home.path().join("data"))
            .env("XDG_CONFIG_HOME", home.path().join("config"))
            .env("XDG_CACHE_HOME", home.path().join("cache"))
            .env("GTK_THEME", theme.of_desktop())
            .env("LANG", "C.UTF-8")
            .env("MESA_SHADER_CACHE_DISABLE", "true")
            .env("NO_AT_BRIDGE", "1")
            .stdin(Stdio::null())
            .kill_on_drop(true)
            .spawn()
            .expect("WebKitWebDriver, of the Debian package webkit2gtk-driver");
        wait_until_listening(port).await;
        let page = connect(port, arguments).await;
        page.set_window_size(1280, 800).await.expect("a window of 1280 by 800");
        let window = Self { page, _driver: driver, home, _turn: turn };
        window.find("h1").await;
        window
    }

    /// The element of a CSS selector, as soon as there is one.
    pub async fn find(&self, selector: &str) -> Element {
        match self.page.wait().at_most(PATIENCE).for_element(Locator::Css(selector)).await {
            Ok(element) => element,
            Err(error) => panic!("no «{selector}» on the page: {error}\n{}", self.text().await),
        }
    }

    /// Waits until a text stands somewhere on the page.
    pub async fn see(&self, text: &str) {
        let began = Instant::now();
        while !self.text().await.contains(text) {
            assert!(began.elapsed() < PATIENCE, "«{text}» never came; the page says:\n{}", self.text().await);
            sleep(Duration::from_millis(50)).await;
        }
    }

    /// Everything the page says, as a person would read it.
    pub async fn text(&self) -> String {
        let text = self.run("return document.body.innerText", vec![]).await;
        text.as_str().unwrap_or_default().replace('\u{a0}', " ")
    }

    /// The result of a script in the page.
    pub async fn run(&self, script: &str, arguments: Vec<Value>) -> Value {
        self.page.execute(script, arguments).await.expect("the script runs in the page")
    }

    /// Keeps a picture of the page for a person to look at.
    pub async fn picture(&self, name: &str) {
        let file = project().join("test-output/pictures").join(name).with_extension("png");
        fs::create_dir_all(file.parent().expect("it lies in a folder")).expect("a folder for pictures");
        let picture = self.page.screenshot().await.expect("a picture of the page");
        fs::write(file, picture).expect("the picture is kept");
    }

    /// The letter that was opened in the system's viewer: its name and its bytes.
    pub async fn viewed(&self) -> (String, Vec<u8>) {
        let viewer = self.home.path().join("viewer");
        let began = Instant::now();
        while !viewer.join("name").exists() {
            assert!(began.elapsed() < PATIENCE, "nothing was opened in the viewer");
            sleep(Duration::from_millis(50)).await;
        }
        let name = fs::read_to_string(viewer.join("name")).expect("the name of what was opened");
        (name.trim().to_owned(), fs::read(viewer.join("letter")).expect("what was opened"))
    }

    /// Closes the window as a person would.
    pub async fn close(self) -> Result<(), CmdError> {
        self.page.close().await
    }
}

/// The root of the project.
pub fn project() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the shell lies inside the project").to_path_buf()
}

/// A viewer of the tests' own, under the name of the system's: it keeps what it was asked to show.
fn lay_out_viewer(folder: &Path) {
    let program = folder.join("xdg-open");
    fs::create_dir(folder).expect("a folder for the viewer");
    // The name comes last and whole: then the letter is there too.
    let script = r#"#!/bin/sh
cd "$(dirname "$0")" && cp "$1" letter && basename "$1" >part && mv part name
"#;
    fs::write(&program, script).expect("the viewer");
    fs::set_permissions(&program, fs::Permissions::from_mode(0o755)).expect("a viewer that can be run");
}

/// WebKit's driver starts the program itself when it is told which; no other driver stands between.
async fn connect(port: u16, arguments: &[&str]) -> Client {
    let program = env!("CARGO_BIN_EXE_personvernsak-desktop");
    let options = json!({ "binary": program, "args": arguments });
    let capabilities = [("webkitgtk:browserOptions".to_owned(), options)].into_iter().collect();
    ClientBuilder::new(HttpConnector::new())
        .capabilities(capabilities)
        .connect(&format!("http://127.0.0.1:{port}"))
        .await
        .expect("the program opens under WebDriver")
}

fn free_port() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    listener.local_addr().expect("the port's number").port()
}

async fn wait_until_listening(port: u16) {
    let began = Instant::now();
    while TcpStream::connect(("127.0.0.1", port)).await.is_err() {
        assert!(began.elapsed() < PATIENCE, "WebKitWebDriver does not listen");
        sleep(Duration::from_millis(20)).await;
    }
}
