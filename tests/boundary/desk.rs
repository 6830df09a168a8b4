//! A desk of the tests' own: a home folder, a store with a planted person, and hands on the display.

use std::env;
use std::fs;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::thread::sleep;
use std::time::{Duration, Instant};

use tempfile::TempDir;

/// How long the program may take to show something.
pub const PATIENCE: Duration = Duration::from_secs(60);
/// ASCII, since it is typed key by key.
pub const PASSPHRASE: &str = "tolv ganger tre er seks og tretti";
/// What nobody may find outside the store.
pub const PLANTED: [&str; 7] =
    ["Ragnfrid", "Skogmoen", "22918821159", "229188", "Fjellstubben", "ragnfrid.skogmoen", "blåveisbukett"];

const REQUEST: &str = r#"{
    "received_on": "2026-01-31", "channel": "brev", "language": "nb",
    "person": {"name": "Ragnfrid Skogmoen", "identity_number": "22918821159", "email": "ragnfrid.skogmoen@example.no",
               "address": {"lines": ["Fjellstubben 4", "2609 Lillehammer"], "country": "NO"}},
    "text": "Slett alt om behandlingen. Jeg kjenner den igjen på ordet blåveisbukett.",
    "demands": [{"register": "kpr", "right": "sletting", "grounds": "Ordet blåveisbukett er tungt for meg."}]}"#;

/// One window at a time: a display gives its keys to one window.
static TURN: Mutex<()> = Mutex::new(());

/// A home folder and a store in it.
pub struct Desk {
    home: TempDir,
    _turn: MutexGuard<'static, ()>,
}

impl Desk {
    /// A desk with one request in its store.
    pub fn new() -> Self {
        let turn = TURN.lock().unwrap_or_else(PoisonError::into_inner);
        let desk = Self { home: tempfile::tempdir().expect("a home folder"), _turn: turn };
        fs::write(desk.path("passphrase"), PASSPHRASE).expect("written");
        fs::write(desk.path("request.json"), REQUEST).expect("written");
        desk.done(&["store", "init", "--organisation", "helsedirektoratet"]);
        let request = desk.path("request.json");
        desk.done(&["request", "register", request.to_str().expect("a path")]);
        fs::remove_file(request).expect("the request is in the store now");
        desk
    }

    /// A file in the home folder.
    pub fn path(&self, name: &str) -> PathBuf {
        self.home.path().join(name)
    }

    /// A program that finds this home folder and no other.
    pub fn at_home(&self, program: &Path) -> Command {
        let mut command = Command::new(program);
        command
            .env("HOME", self.home.path())
            .env("XDG_DATA_HOME", self.path("data"))
            .env("XDG_CONFIG_HOME", self.path("config"))
            .env("XDG_CACHE_HOME", self.path("cache"))
            .env("LANG", "C.UTF-8")
            .env("NO_AT_BRIDGE", "1")
            .stdin(Stdio::null());
        command
    }

    /// The arguments of the command line for this store.
    pub fn for_store(&self, command: &mut Command, arguments: &[&str]) {
        command.args(arguments).arg("--json").arg("--store").arg(self.path("store"));
        command.arg("--passphrase-file").arg(self.path("passphrase"));
    }

    /// What the shipped command line answers.
    pub fn done(&self, arguments: &[&str]) -> String {
        let mut command = self.at_home(&shipped("personvernsak"));
        self.for_store(&mut command, arguments);
        let output: Output = command.output().expect("the command line runs");
        assert!(output.status.success(), "{arguments:?}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).expect("text")
    }

    /// Opens the store in a window that `command` starts, unlocks it with the keyboard, opens the first case, and leaves.
    /// What the program wrote on its terminal goes to the file `terminal`.
    pub fn work(&self, command: Command) -> Vec<String> {
        let mut window = self.open(command, &["--store", self.path("store").to_str().expect("a path")]);
        let mut titles = window.titles();
        let locked = window.when_still("");
        window.hands(&["type", "--delay", "20", PASSPHRASE]);
        window.hands(&["key", "Return"]);
        let unlocked = window.when_still(&locked);
        titles.extend(window.titles());
        // From the heading past the menu to the rows, of which the first opens.
        window.hands(&["key", "F6", "F6", "Return"]);
        window.when_still(&unlocked);
        titles.extend(window.titles());
        window.end();
        titles
    }

    /// Starts a program that opens a window.
    pub fn open(&self, mut command: Command, arguments: &[&str]) -> Window {
        let terminal = fs::File::create(self.path("terminal")).expect("a file for what it says");
        command.args(arguments);
        command.stdout(terminal.try_clone().expect("the same file")).stderr(terminal);
        Window { program: command.spawn().expect("the program starts") }
    }
}

/// An open window.
pub struct Window {
    program: Child,
}

impl Window {
    /// Waits until the window is there.
    pub fn until_seen(&mut self) -> String {
        let began = Instant::now();
        loop {
            if let Some(window) = seen() {
                return window;
            }
            let ended = self.program.try_wait().expect("the program can be asked");
            assert!(ended.is_none(), "the program ended: {ended:?}");
            assert!(began.elapsed() < PATIENCE, "no window came");
            sleep(Duration::from_millis(200));
        }
    }

    /// Presses keys in the window.
    pub fn hands(&mut self, what: &[&str]) {
        let window = self.until_seen();
        let focused = Command::new("xdotool").args(["windowfocus", &window]).status().expect("xdotool");
        assert!(focused.success(), "the window takes the focus");
        let pressed = Command::new("xdotool").args(what).status().expect("xdotool");
        assert!(pressed.success(), "{what:?}");
    }

    /// Waits until the picture on the display is another than `before` and stands still; answers with what it is known by.
    pub fn when_still(&mut self, before: &str) -> String {
        self.until_seen();
        let began = Instant::now();
        let mut last = String::new();
        loop {
            sleep(Duration::from_millis(700));
            let now = picture();
            if now == last && now != before {
                return now;
            }
            assert!(began.elapsed() < PATIENCE, "the window never became another, or never stood still");
            last = now;
        }
    }

    /// Everything that the display knows windows by.
    pub fn titles(&mut self) -> Vec<String> {
        let window = self.until_seen();
        let tree = said(Command::new("xwininfo").args(["-root", "-tree"]));
        let properties = said(Command::new("xprop").args(["-id", &window]));
        vec![tree, properties]
    }

    /// Closes it, as the end of a session would.
    pub fn end(mut self) {
        let window = self.until_seen();
        let closed = Command::new("xdotool").args(["windowclose", &window]).status().expect("xdotool");
        assert!(closed.success());
        let began = Instant::now();
        while self.program.try_wait().expect("the program can be asked").is_none() {
            if began.elapsed() > Duration::from_secs(10) {
                break;
            }
            sleep(Duration::from_millis(100));
        }
    }
}

impl Drop for Window {
    fn drop(&mut self) {
        let _ = self.program.kill();
        let _ = self.program.wait();
    }
}

/// The visible window of the program, as the display numbers it.
pub fn seen() -> Option<String> {
    let found = Command::new("xdotool").args(["search", "--onlyvisible", "--name", "^Personvernsak"]).output().ok()?;
    String::from_utf8(found.stdout).ok()?.lines().next().map(str::to_owned)
}

fn picture() -> String {
    said(Command::new("sh").args(["-c", "import -window root png:- | identify -format '%#' -"]))
}

/// What a command says, which must succeed.
pub fn said(command: &mut Command) -> String {
    let output = command.output().expect("a command of the display's tools");
    assert!(output.status.success(), "{command:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// A program of the optimised build, as it is shipped.
pub fn shipped(name: &str) -> PathBuf {
    built("release", name)
}

/// A program of one of the builds, beside the one that these tests are of.
pub fn built(profile: &str, name: &str) -> PathBuf {
    let this = env::current_exe().expect("this program");
    let target = this.ancestors().nth(3).expect("the folder of all builds");
    let program = target.join(profile).join(name);
    assert!(program.exists(), "{} is not built; run «./test --long»", program.display());
    program
}

/// A port that nobody listens at.
pub fn free_port() -> u16 {
    let listener = TcpListener::bind("127.0.0.1:0").expect("a free port");
    listener.local_addr().expect("the port's number").port()
}
