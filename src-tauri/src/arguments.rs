//! What the program can be started with.

use std::path::PathBuf;
#[cfg(feature = "automation")]
use std::sync::Arc;
#[cfg(feature = "automation")]
use std::sync::atomic::{AtomicUsize, Ordering};

use clap::Parser;
use personvernsak::api::session::Settings;

/// The arguments of the program.
#[derive(Clone, Debug, Parser)]
#[clap(name = "personvernsak-desktop", version, about = "Åpner vinduet til Personvernsak")]
pub struct Arguments {
    /// Mappen der lageret ligger eller skal opprettes
    #[arg(long, value_name = "MAPPE")]
    pub store: Option<PathBuf>,
    #[cfg(feature = "automation")]
    #[clap(flatten)]
    test: TestArguments,
}

/// What only a test build takes.
#[cfg(feature = "automation")]
#[derive(Clone, Debug, clap::Args)]
struct TestArguments {
    /// Et lager som opprettes, blir et prøvelager
    #[arg(long)]
    test_store: bool,
    /// Filene som blir valgt i stedet for i dialogen, i rekkefølge
    #[arg(long, value_name = "FIL")]
    pick: Vec<PathBuf>,
    #[clap(skip)]
    picks: Arc<AtomicUsize>,
    /// Tidspunktet som gjelder som nå, i prøvelager
    #[arg(long, value_name = "TIDSPUNKT")]
    now: Option<chrono::DateTime<chrono::Utc>>,
}

impl Arguments {
    /// Whether a store made now is marked as a test store, for ever.
    #[cfg(feature = "automation")]
    pub fn test_store(&self) -> bool {
        self.test.test_store
    }

    /// Whether a store made now is marked as a test store: only a test build makes such.
    #[cfg(not(feature = "automation"))]
    pub fn test_store(&self) -> bool {
        false
    }

    /// The next file that a test picks instead of the user.
    #[cfg(feature = "automation")]
    pub fn picked(&self) -> Option<PathBuf> {
        self.test.pick.get(self.test.picks.fetch_add(1, Ordering::Relaxed)).cloned()
    }

    /// The user picks every file.
    #[cfg(not(feature = "automation"))]
    pub fn picked(&self) -> Option<PathBuf> {
        None
    }

    /// What the core is told of the start.
    #[cfg(feature = "automation")]
    pub fn settings(&self) -> Settings {
        Settings { now: self.test.now, follows_user: true, ..Settings::default() }
    }

    /// What the core is told of the start: nothing, the clock is the system's.
    #[cfg(not(feature = "automation"))]
    pub fn settings(&self) -> Settings {
        Settings { follows_user: true, ..Settings::default() }
    }
}
