//! Covering parts of a file before others may see it: where, and on which ground. The grounds stand in the catalogue.

use super::attached::NewFile;
use crate::law::register::GroundId;

/// A part of a page that is covered, in hundredths of a point from the upper left corner of the page as it is shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RedactionBox {
    /// The page, from 1.
    pub page: u32,
    /// From the left edge of the page.
    pub left: u32,
    /// From the upper edge of the page.
    pub top: u32,
    /// How wide it is.
    pub width: u32,
    /// How high it is.
    pub height: u32,
    /// Why it is covered, by the id of the ground.
    pub ground: GroundId,
}

/// A redacted copy of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewRedaction {
    /// The file that it is a copy of, by its number.
    pub of: u32,
    /// The copy.
    pub copy: NewFile,
    /// What is covered.
    pub boxes: Vec<RedactionBox>,
}
