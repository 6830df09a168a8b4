//! What a process may leave on the disk when it breaks off.

/// Keeps this process, and those that it starts, from writing its memory to a file when it breaks off: people and keys are
/// in it. Where the system does not know core files, or does not let the limit be set, nothing is done.
#[cfg(unix)]
pub fn refuse_core_files() {
    use rustix::process::{Resource, Rlimit, setrlimit};
    // The program does its work without this too; there is nobody to tell so early.
    let _ = setrlimit(Resource::Core, Rlimit { current: Some(0), maximum: Some(0) });
}

/// There are no core files here.
#[cfg(not(unix))]
pub fn refuse_core_files() {}
