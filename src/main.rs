//! The command line `personvernsak`.

use std::process::ExitCode;

fn main() -> ExitCode {
    personvernsak::cli::main()
}
