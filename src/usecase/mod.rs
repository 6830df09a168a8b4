//! One file per user action: load, decide, commit.
