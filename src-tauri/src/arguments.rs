//! What the program can be started with.

use std::path::PathBuf;

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

    /// What the core is told of the start.
    #[cfg(feature = "automation")]
    pub fn settings(&self) -> Settings {
        Settings { now: self.test.now, ..Settings::default() }
    }

    /// What the core is told of the start: nothing, the clock is the system's.
    #[cfg(not(feature = "automation"))]
    pub fn settings(&self) -> Settings {
        Settings::default()
    }
}
