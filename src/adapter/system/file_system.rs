//! What kind of disk a folder lies on.

use std::io;
use std::path::Path;

use crate::usecase::ports::{FileSystem, FileSystems};

/// Asks the operating system.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemFileSystems;

/// The magic numbers of file systems that live on another machine (statfs(2), linux/magic.h).
#[cfg(target_os = "linux")]
const NETWORK: [(u32, &str); 11] = [
    (0x6969, "nfs"),
    (0xFF53_4D42, "cifs"),
    (0xFE53_4D42, "smb2"),
    (0x517B, "smb"),
    (0x564C, "ncp"),
    (0x5346_414F, "afs"),
    (0x7375_7245, "coda"),
    (0x00C3_6400, "ceph"),
    (0x0102_1997, "9p"),
    (0x0BD0_0BD0, "lustre"),
    (0x4750_4653, "gpfs"),
];

impl FileSystems for SystemFileSystems {
    #[cfg(target_os = "linux")]
    fn kind(&self, folder: &Path) -> io::Result<FileSystem> {
        // The magic number is 32 bits wide; the field is wider on some machines.
        let magic = rustix::fs::statfs(folder)?.f_type as u32;
        Ok(kind_of(magic))
    }

    #[cfg(not(target_os = "linux"))]
    fn kind(&self, folder: &Path) -> io::Result<FileSystem> {
        folder.metadata()?;
        // A path that begins with two backslashes names another machine (Windows).
        let share = folder.as_os_str().to_string_lossy().starts_with(r"\\");
        Ok(if share { FileSystem::Network("smb") } else { FileSystem::Local })
    }
}

#[cfg(target_os = "linux")]
fn kind_of(magic: u32) -> FileSystem {
    NETWORK.iter().find(|(number, _)| *number == magic).map_or(FileSystem::Local, |(_, name)| FileSystem::Network(name))
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;

    #[test]
    fn shares_are_told_from_disks() {
        assert_eq!(kind_of(0x6969), FileSystem::Network("nfs"));
        assert_eq!(kind_of(0xFF53_4D42), FileSystem::Network("cifs"));
        assert_eq!(kind_of(0xEF53), FileSystem::Local);
        assert_eq!(SystemFileSystems.kind(Path::new("/")).expect("the root"), FileSystem::Local);
        assert!(SystemFileSystems.kind(Path::new("/no/such/folder")).is_err());
    }
}
