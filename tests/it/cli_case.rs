//! Requests and cases from the desk to the envelope, through the built program, as somebody outside drives it.

mod bad_input;
mod clauses;
pub mod office;
mod readings;
pub mod sample_02;
mod sample_03;
mod shapes;
mod unlocking;
mod work_list;
