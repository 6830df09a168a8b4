//! The core of Personvernsak: registers people's requests about their own data, routes them, computes
//! their dates, keeps the record and writes the letters. It knows nothing of windows, the web or the network.
//!
//! The floors, each using only those above it: [`wording`], [`law`], [`casework`], [`usecase`], [`adapter`],
//! then [`api`] and [`cli`], which drive the rest. ARCHITECTURE.md says what lives where and what is absent.

pub mod wording;

pub mod law;

pub mod casework;

pub mod usecase;

pub mod adapter;

pub mod api;
pub mod cli;
