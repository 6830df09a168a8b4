//! Letters: a tree of blocks, composed from a request, its cases, the catalogue and the office. Text only.

pub mod tree;
