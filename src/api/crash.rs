//! What the program leaves behind when it breaks off: the place in its code, never what a person wrote.

use std::panic::{self, PanicHookInfo};

use crate::adapter::system;

/// Lets a fault of the program tell its place, in its log and on the terminal, and keeps its memory out of crash files.
///
/// The fault's own message is left out of both: it may quote what a person wrote.
pub fn leave_no_trace_of_people() {
    system::refuse_core_files();
    panic::set_hook(Box::new(|panic| {
        let place = place(panic);
        tracing::error!(place, "panic");
        eprintln!("Det skjedde en feil i programmet ({place}). Det som er lagret, er trygt. Start programmet på nytt.");
    }));
}

fn place(panic: &PanicHookInfo<'_>) -> String {
    panic.location().map_or_else(|| "ukjent sted".to_owned(), |at| format!("{}:{}", file_name(at.file()), at.line()))
}

/// The last part of a source path: the rest tells only where the program was built.
fn file_name(path: &str) -> &str {
    path.rsplit(['/', '\\']).next().unwrap_or(path)
}
