//! Letters: a tree of blocks, composed from a request, its cases, the catalogue and the office. Text only.
//!
//! [`input`] is all that a letter may know, [`template`] the texts of the office, [`compose()`] joins the two
//! to a [`tree::Letter`].

pub mod compose;
pub mod condition;
pub mod field;
pub mod input;
pub mod kind;
pub mod reference;
pub mod template;
pub mod text;
pub mod tree;
pub mod words;

pub use compose::{ComposeProblem, Composed, FieldView, SectionView, compose};
pub use input::LetterInput;
pub use kind::LetterKind;
pub use template::Templates;
