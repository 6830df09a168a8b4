//! What goes wrong around the program, on real files: a full disk, other processes, a log that was cut, a wrong clock.

mod cut_log;
mod full_disk;
mod two_programs;
