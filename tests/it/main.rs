//! Every integration test of the core, in one binary.

mod identity;
mod pdf;
mod tidy;
