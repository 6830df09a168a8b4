//! Notices on the desktop: what the desk has to tell is handed to the desktop's own service for it.
//!
//! That is `org.freedesktop.Notifications` on the user's bus, a file on this machine; a bus that is reached in another way is not
//! used. Each notice is shown by a thread of its own, which ends with it, so that neither the window nor the store ever waits
//! for the desktop. Where there is no such service the program goes on in silence, and the settings say so.

use std::sync::mpsc::{Receiver, TryRecvError};

use personvernsak::api::desk::{Desk, ReadyNotice};
use personvernsak::api::{Exit, Failure};
use personvernsak::wording::Trilingual;
use tauri::async_runtime;

use crate::commands::Store;
use crate::upkeep::apart;

const TRIAL: (Trilingual, Trilingual) = (
    Trilingual::fixed("Prøvevarsel", "Prøvevarsel", "Trial notice"),
    Trilingual::fixed(
        "Slik ser et varsel fra Personvernsak ut. Det har bare tall, ingen navn.",
        "Slik ser eit varsel frå Personvernsak ut. Det har berre tal, ingen namn.",
        "This is what a notice from Personvernsak looks like. It has only numbers, no names.",
    ),
);

/// Whether the desktop has a service that shows notices.
#[tauri::command]
pub async fn notice_service() -> bool {
    async_runtime::spawn_blocking(desktop::is_there).await.unwrap_or(false)
}

/// Shows a notice that tells nothing, so that the user sees what one looks like.
#[tauri::command]
pub async fn notice_try(store: Store<'_>) -> Result<(), Failure> {
    let language = store.spoken();
    let (title, text) = (TRIAL.0.get(language).to_owned(), TRIAL.1.get(language).to_owned());
    let shown = async_runtime::spawn_blocking(move || desktop::show(&title, &text)).await;
    if shown.unwrap_or(false) {
        return Ok(());
    }
    let message = language.pick(
        "Varselet ble ikke vist: skrivebordet på denne maskinen har ingen tjeneste for varsler, eller den svarer ikke.",
        "Varselet blei ikkje vist: skrivebordet på denne maskina har inga teneste for varsel, eller ho svarar ikkje.",
        "The notice was not shown: the desktop of this machine has no service for notices, or it does not answer.",
    );
    Err(Failure::new(Exit::Other, "no-notice-service", message))
}

/// Takes what the desk has to tell to the desktop, one notice at a time.
#[derive(Default)]
pub struct Messenger {
    /// The notice that is on its way, and where it is said whether it was shown.
    out: Option<(ReadyNotice, Receiver<bool>)>,
}

impl Messenger {
    /// Whether a notice is on its way.
    pub fn is_out(&self) -> bool {
        self.out.is_some()
    }

    /// Sends a notice on its way, unless another is.
    pub fn send(&mut self, notice: ReadyNotice) {
        if self.is_out() {
            return;
        }
        let (title, text) = (notice.title.clone(), notice.text.clone());
        self.out = apart("notice", move || desktop::show(&title, &text)).map(|shown| (notice, shown));
    }

    /// What was shown is remembered; what was not, the desk tells again later.
    pub fn hear(&mut self, desk: &mut Desk) {
        let Some((notice, shown)) = self.out.take() else { return };
        match shown.try_recv() {
            Ok(true) => {
                if let Err(failure) = desk.notice_told(&notice) {
                    tracing::info!(code = failure.code, "a notice that was shown was not remembered");
                }
            }
            Ok(false) | Err(TryRecvError::Disconnected) => tracing::info!("a notice was not shown"),
            Err(TryRecvError::Empty) => self.out = Some((notice, shown)),
        }
    }
}

#[cfg(target_os = "linux")]
mod desktop {
    use std::collections::HashMap;
    use std::time::Duration;

    use zbus::address::{Address, Transport};
    use zbus::blocking::Connection;
    use zbus::blocking::connection::Builder;
    use zbus::zvariant::Value;

    /// The service, its object and its interface (Desktop Notifications Specification 1.2).
    const SERVICE: &str = "org.freedesktop.Notifications";
    const OBJECT: &str = "/org/freedesktop/Notifications";
    /// How long the desktop is waited for.
    const PATIENCE: Duration = Duration::from_secs(5);

    /// Whether the desktop has the service, running or to be started.
    pub fn is_there() -> bool {
        connect().is_some_and(|bus| names(&bus, "ListNames") || names(&bus, "ListActivatableNames"))
    }

    /// Shows a notice; `false` when it was not.
    pub fn show(title: &str, text: &str) -> bool {
        connect().is_some_and(|bus| notify(&bus, title, text).is_ok())
    }

    fn connect() -> Option<Connection> {
        connect_to(Address::session().ok()?)
    }

    /// A bus that is a file on this machine, and no other.
    pub(super) fn connect_to(address: Address) -> Option<Connection> {
        if !matches!(address.transport(), Transport::Unix(_)) {
            return None;
        }
        Builder::address(address).ok()?.method_timeout(PATIENCE).build().ok()
    }

    fn names(bus: &Connection, which: &str) -> bool {
        let (service, object) = ("org.freedesktop.DBus", "/org/freedesktop/DBus");
        let answer = bus.call_method(Some(service), object, Some(service), which, &());
        let names: Option<Vec<String>> = answer.ok().and_then(|answer| answer.body().deserialize().ok());
        names.is_some_and(|names| names.iter().any(|name| name == SERVICE))
    }

    pub(super) fn notify(bus: &Connection, title: &str, text: &str) -> zbus::Result<()> {
        // By the name of its menu entry the desktop knows whose the notice is, and brings the window forward when it is pressed.
        let hints: HashMap<&str, Value<'_>> =
            [("desktop-entry", Value::from("Personvernsak")), ("urgency", Value::from(1_u8))].into();
        let (replaces, icon, actions, as_long_as_the_desktop_does) =
            (0_u32, "personvernsak-desktop", Vec::<&str>::new(), -1);
        let notice = ("Personvernsak", replaces, icon, title, text, actions, hints, as_long_as_the_desktop_does);
        bus.call_method(Some(SERVICE), OBJECT, Some(SERVICE), "Notify", &notice).map(drop)
    }
}

/// On other systems notices are not shown yet, and the settings say that there is no service.
#[cfg(not(target_os = "linux"))]
mod desktop {
    pub fn is_there() -> bool {
        false
    }

    pub fn show(_title: &str, _text: &str) -> bool {
        false
    }
}

/// Against a bus of the test's own, of the Debian package dbus.
#[cfg(all(test, target_os = "linux"))]
mod tests {
    use std::collections::HashMap;
    use std::io::{BufRead as _, BufReader};
    use std::process::{Child, Command, Stdio};
    use std::sync::mpsc::{Receiver, Sender, channel};

    use zbus::address::Address;
    use zbus::blocking::connection::Builder;
    use zbus::zvariant::OwnedValue;

    use super::desktop;

    struct Bus {
        daemon: Child,
        address: String,
    }

    impl Bus {
        fn new() -> Self {
            let mut daemon = Command::new("dbus-daemon")
                .args(["--session", "--nofork", "--nopidfile", "--print-address=1"])
                .stdout(Stdio::piped())
                .spawn()
                .expect("dbus-daemon, of the Debian package dbus");
            let mut address = String::new();
            let answer = daemon.stdout.take().expect("what it prints");
            BufReader::new(answer).read_line(&mut address).expect("its address");
            Self { daemon, address: address.trim().to_owned() }
        }

        fn address(&self) -> Address {
            self.address.parse().expect("an address")
        }
    }

    impl Drop for Bus {
        fn drop(&mut self) {
            let _ = self.daemon.kill();
            let _ = self.daemon.wait();
        }
    }

    /// What a desktop is told: all of it, as it came.
    #[derive(Debug)]
    struct Told {
        words: [String; 4],
        actions: Vec<String>,
        hints: Vec<String>,
    }

    struct Service(Sender<Told>);

    #[zbus::interface(name = "org.freedesktop.Notifications")]
    impl Service {
        #[allow(clippy::too_many_arguments, clippy::needless_pass_by_value, reason = "so the specification has it")]
        fn notify(
            &self,
            program: String,
            _replaces: u32,
            icon: String,
            title: String,
            text: String,
            actions: Vec<String>,
            hints: HashMap<String, OwnedValue>,
            _lasts: i32,
        ) -> u32 {
            let mut hints: Vec<String> = hints.iter().map(|(name, value)| format!("{name}: {value:?}")).collect();
            hints.sort();
            self.0.send(Told { words: [program, icon, title, text], actions, hints }).expect("the test listens");
            7
        }
    }

    fn service(bus: &Bus) -> (zbus::blocking::Connection, Receiver<Told>) {
        let (sender, told) = channel();
        let service = Builder::address(bus.address())
            .expect("the bus")
            .name("org.freedesktop.Notifications")
            .expect("a name")
            .serve_at("/org/freedesktop/Notifications", Service(sender))
            .expect("an object")
            .build()
            .expect("the service");
        (service, told)
    }

    #[test]
    fn the_desktop_gets_the_words_and_nothing_of_anybody() {
        let bus = Bus::new();
        let (_service, told) = service(&bus);
        let connection = desktop::connect_to(bus.address()).expect("the bus");
        desktop::notify(&connection, "Dagens frister", "1 frist går ut i dag.").expect("shown");
        let told = told.recv().expect("a notice");
        assert_eq!(told.words, ["Personvernsak", "personvernsak-desktop", "Dagens frister", "1 frist går ut i dag."]);
        assert_eq!(told.actions, [""; 0]);
        assert_eq!(told.hints.len(), 2, "{:?}", told.hints);
    }

    #[test]
    fn without_a_service_nothing_is_shown_and_nothing_breaks() {
        let bus = Bus::new();
        let connection = desktop::connect_to(bus.address()).expect("the bus");
        assert!(desktop::notify(&connection, "Dagens frister", "1 frist går ut i dag.").is_err());
    }

    /// A bus on another machine would be a connection, and the program opens none.
    #[test]
    fn a_bus_that_is_no_file_of_this_machine_is_not_used() {
        for address in ["tcp:host=127.0.0.1,port=9", "unixexec:path=/bin/true"] {
            assert!(desktop::connect_to(address.parse().expect("an address")).is_none(), "{address}");
        }
    }
}
