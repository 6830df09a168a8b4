//! Every integration test of the core, in one binary.

mod answered_as_read;
mod calendar;
mod case_dates;
mod case_letters;
mod catalogue;
mod cli_case;
mod cli_deadline;
mod crash;
mod dates;
mod deadline_properties;
mod deadline_snapshots;
mod demo;
mod faults;
mod identity;
mod kill;
mod letters;
mod not_logged;
mod old_stores;
mod pdf;
mod routes;
mod section_25;
mod store_folder;
mod store_record;
mod tidy;
mod typescript;
mod waits;
