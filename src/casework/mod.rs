//! What happens in a case: pure, it decides and changes nothing outside itself.

pub mod letter;
