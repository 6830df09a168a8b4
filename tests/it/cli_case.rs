//! Requests and cases from the desk to the envelope, through the built program, as somebody outside drives it.

mod access_answer;
mod approval;
mod asking;
mod bad_input;
mod batch;
mod catalogue;
mod clauses;
mod corrections;
mod course;
mod deadline_report;
mod delivery;
mod extension;
mod finding;
mod followed;
mod grounds;
mod letter_texts;
pub mod office;
mod readings;
pub mod sample_02;
mod sample_03;
mod sample_03_end;
mod sample_07;
mod samples;
mod search;
mod shapes;
mod unlocking;
mod work_list;
