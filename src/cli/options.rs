//! The options that every command takes.

use std::path::PathBuf;

use clap::Args;

use crate::wording::Language;

/// The options that every command takes.
#[derive(Args, Clone, Debug)]
pub struct GlobalOptions {
    /// Mappen som lageret ligger i
    #[arg(long, global = true, env = "PERSONVERNSAK_STORE", value_name = "DIR")]
    pub store: Option<PathBuf>,
    /// Brukeren som låser opp lageret
    #[arg(long, global = true, env = "PERSONVERNSAK_USER", value_name = "NAME")]
    pub user: Option<String>,
    /// Fil med passfrasen på første linje; «-» leser standard inn
    #[arg(long, global = true, value_name = "FILE")]
    pub passphrase_file: Option<PathBuf>,
    /// Virksomheten som kontoret er
    #[arg(long, global = true, value_name = "ID")]
    pub organisation: Option<String>,
    /// Språket i svaret: nb, nn eller en
    #[arg(long, global = true, default_value = "nb", value_name = "nb|nn|en")]
    pub lang: Language,
    /// Svar med ett JSON-dokument
    #[arg(long, global = true)]
    pub json: bool,
    /// Tidspunktet som gjelder som nå (bare i testlager)
    #[arg(long, global = true, value_name = "INSTANT")]
    pub now: Option<String>,
    /// Godta at klokken står før siste endring i lageret: den er sjekket og riktig
    #[arg(long, global = true)]
    pub clock_is_right: bool,
    /// Frø for faste identifikatorer (bare i testlager)
    #[arg(long, global = true, value_name = "SEED")]
    pub ids: Option<String>,
}
