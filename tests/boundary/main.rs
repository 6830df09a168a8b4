//! The shipped program as a stranger meets it: who can drive it, whom it talks with, what it leaves behind.
//!
//! `./test --long` builds it as `./run` does and then runs these. They need a display, xdotool, xprop and strace.

mod desk;
mod driving;
mod network;
mod people;
