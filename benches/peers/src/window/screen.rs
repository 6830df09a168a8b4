//! A virtual display whose picture lies in a file, and a message bus for the programs on it.

use std::fs::File;
use std::io::{BufRead, BufReader, Read, Seek, SeekFrom};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

const WIDTH: usize = 1280;
const HEIGHT: usize = 800;
/// Blue, green, red and a byte that says nothing.
const PIXEL: usize = 4;

/// A page of the work list has at least so many colours: letters, marks and buttons.
const COLOURS_OF_A_LIST: usize = 200;

/// What the screen shows.
pub struct Frame(Vec<u8>);

impl Frame {
    /// How many pixels are not the same.
    pub fn differs_from(&self, other: &Self) -> usize {
        if self.0 == other.0 {
            return 0;
        }
        self.0.chunks_exact(PIXEL).zip(other.0.chunks_exact(PIXEL)).filter(|(one, other)| one != other).count()
    }

    /// How many colours there are.
    pub fn colours(&self) -> usize {
        let mut all: Vec<&[u8]> = self.0.chunks_exact(PIXEL).collect();
        all.sort_unstable();
        all.dedup();
        all.len()
    }

    /// Whether a list of cases is on it.
    pub fn shows_a_list(&self) -> bool {
        self.colours() >= COLOURS_OF_A_LIST
    }

    /// Whether more than half of the screen has this colour.
    pub fn is_mostly(&self, colour: [u8; 3]) -> bool {
        self.0.chunks_exact(PIXEL).filter(|pixel| pixel[..3] == colour).count() > WIDTH * HEIGHT / 2
    }
}

/// A virtual display, closed when it is dropped.
pub struct Screen {
    server: Child,
    name: String,
    picture: PathBuf,
}

impl Screen {
    /// Opens a display that keeps its picture in the folder.
    pub fn open(folder: &Path) -> Self {
        let mut server = Command::new("Xvfb")
            .args([
                "-displayfd",
                "1",
                "-screen",
                "0",
                &format!("{WIDTH}x{HEIGHT}x24"),
                "-nolisten",
                "tcp",
                "-noreset",
                "-fbdir",
            ])
            .arg(folder)
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .expect("Xvfb is installed");
        let mut number = String::new();
        let answer = server.stdout.take().expect("it was asked for");
        BufReader::new(answer).read_line(&mut number).expect("the display says its number");
        Self { server, name: format!(":{}", number.trim()), picture: folder.join("Xvfb_screen0") }
    }

    /// What programs call the display.
    pub fn name(&self) -> &str {
        &self.name
    }

    /// Types a text, `["type", text]`, or presses a key, `["key", name]`.
    pub fn press(&self, keys: [&str; 2]) {
        let pressed = Command::new("xdotool").args(keys).env("DISPLAY", &self.name).status();
        assert!(pressed.expect("xdotool is installed").success(), "the keys are not pressed");
    }

    /// What it shows now.
    pub fn look(&self) -> Frame {
        let mut file = File::open(&self.picture).expect("the picture is there");
        // The picture stands at the end; before it a head and a table of colours, whose sizes differ between versions.
        let size = WIDTH * HEIGHT * PIXEL;
        file.seek(SeekFrom::End(-i64::try_from(size).expect("a small screen"))).expect("the picture is whole");
        let mut bytes = vec![0; size];
        file.read_exact(&mut bytes).expect("the picture is whole");
        Frame(bytes)
    }
}

impl Drop for Screen {
    fn drop(&mut self) {
        end(&mut self.server);
    }
}

/// A message bus, as a desktop has one; closed when it is dropped.
pub struct Bus {
    server: Child,
    address: String,
}

impl Bus {
    /// Opens a bus.
    pub fn open() -> Self {
        let mut server = Command::new("dbus-daemon")
            .args(["--session", "--nofork", "--print-address=1"])
            .stdout(Stdio::piped())
            .spawn()
            .expect("dbus-daemon is installed");
        let mut address = String::new();
        let answer = server.stdout.take().expect("it was asked for");
        BufReader::new(answer).read_line(&mut address).expect("the bus says its address");
        Self { server, address: address.trim().to_owned() }
    }

    /// Where programs find it.
    pub fn address(&self) -> &str {
        &self.address
    }
}

impl Drop for Bus {
    fn drop(&mut self) {
        end(&mut self.server);
    }
}

/// Ends a server that this program started; one that is gone already is as good.
fn end(server: &mut Child) {
    let _ = server.kill();
    let _ = server.wait();
}
