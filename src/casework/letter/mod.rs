//! Letters: a tree of blocks, composed from a request, its cases, the catalogue and the office. Text only.
//!
//! [`input`] is all that a letter may know, [`template`] the texts of the office, [`compose()`] joins the two
//! to a [`tree::Letter`], and [`gate()`] says everything that keeps the letter from being issued.

mod approval;
pub mod compose;
pub mod condition;
pub mod disclosure;
pub mod field;
pub mod gate;
pub mod input;
pub mod kind;
mod letterhead;
pub mod reference;
pub mod template;
pub mod text;
pub mod tree;
pub mod words;

pub use compose::{ComposeProblem, Composed, FieldView, SectionView, compose};
pub use gate::{CheckId, GateCheck, complaint_words, gate};
pub use input::LetterInput;
pub use kind::LetterKind;
pub use letterhead::{Letterhead, LetterheadLogo};
pub use template::Templates;
