//! What the program can be started with.

use std::path::PathBuf;

use clap::Parser;

/// The arguments of the program.
#[derive(Clone, Debug, Parser)]
#[command(name = "personvernsak-desktop", version, about = "Åpner vinduet til Personvernsak")]
pub struct Arguments {
    /// Mappen der lageret ligger eller skal opprettes
    #[arg(long, value_name = "MAPPE")]
    pub store: Option<PathBuf>,
}
