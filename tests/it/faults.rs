//! What goes wrong around the program, on real files: a full disk, other processes, a log that was cut, a wrong clock.

mod full_disk;
