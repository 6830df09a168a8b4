//! The real window, used as a person would use it: through WebDriver, on whatever display the tests are started on.

mod access_answer;
mod accessibility;
mod approval;
mod casework;
mod deadlines;
mod delivery;
mod finding;
mod first_run;
mod grounds;
mod hands;
mod intake;
mod keyboard;
mod letter_texts;
mod letters_to_many;
mod office;
mod ombudsman;
mod opening;
mod registers;
mod sample_02;
mod sample_03;
mod sample_07;
mod screens;
mod search;
mod section_25;
mod settings;
mod window;
