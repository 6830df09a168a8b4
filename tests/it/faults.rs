//! What goes wrong around the program, on real files: a full disk, other processes, a log that was cut, a wrong clock.

mod clock;
mod cut_log;
mod full_disk;
mod network_share;
mod two_programs;
