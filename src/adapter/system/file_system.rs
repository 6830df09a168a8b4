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

/// The magic number of every file system that a program serves (FUSE): a share by sshfs and a stick with NTFS have the same.
#[cfg(target_os = "linux")]
const SERVED: u32 = 0x6573_5546;

impl FileSystems for SystemFileSystems {
    #[cfg(target_os = "linux")]
    fn kind(&self, folder: &Path) -> io::Result<FileSystem> {
        use std::os::unix::fs::MetadataExt as _;

        // The magic number is 32 bits wide; the field is wider on some machines.
        let magic = rustix::fs::statfs(folder)?.f_type as u32;
        if magic != SERVED {
            return Ok(kind_of(magic));
        }
        let device = folder.metadata()?.dev();
        let device = format!("{}:{}", rustix::fs::major(device), rustix::fs::minor(device));
        // Without an account of what is mounted it is not known to be a disk of this machine.
        Ok(served_kind(&std::fs::read_to_string("/proc/self/mountinfo").unwrap_or_default(), &device))
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

/// What a served file system is, by the kernel's list of what is mounted (proc(5)): a disk if it serves a block device, and
/// otherwise a share, since nobody vouches for its locks.
#[cfg(target_os = "linux")]
fn served_kind(mounted: &str, device: &str) -> FileSystem {
    const SHARES: [&str; 6] = ["sshfs", "rclone", "davfs", "s3fs", "glusterfs", "gvfsd-fuse"];
    let kind = mounted.lines().find_map(|line| {
        let of_device = line.split(' ').nth(2)? == device;
        let (_, after) = line.split_once(" - ")?;
        of_device.then(|| after.split(' ').next().unwrap_or_default())
    });
    match kind {
        Some("fuseblk") => FileSystem::Local,
        Some("virtiofs") => FileSystem::Network("virtiofs"),
        Some(kind) => {
            let name = SHARES.into_iter().find(|share| kind.strip_prefix("fuse.") == Some(share));
            FileSystem::Network(name.unwrap_or("fuse"))
        }
        None => FileSystem::Network("fuse"),
    }
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;

    #[test]
    fn shares_are_told_from_disks() {
        assert_eq!(kind_of(0x6969), FileSystem::Network("nfs"));
        assert_eq!(kind_of(0xFF53_4D42), FileSystem::Network("cifs"));
        assert_eq!(kind_of(0xFE53_4D42), FileSystem::Network("smb2"));
        assert_eq!(kind_of(0x0102_1997), FileSystem::Network("9p"));
        assert_eq!(kind_of(0x0102_1994), FileSystem::Local, "a disk in memory");
        assert_eq!(kind_of(0xEF53), FileSystem::Local);
        assert_eq!(SystemFileSystems.kind(Path::new("/")).expect("the root"), FileSystem::Local);
        assert!(SystemFileSystems.kind(Path::new("/no/such/folder")).is_err());
    }

    #[test]
    fn what_a_program_serves_is_a_disk_only_where_it_serves_one() {
        let mounted = "22 1 254:0 / / rw - ext4 /dev/vda rw\n\
            40 22 0:51 / /delt/felles rw,nosuid shared:7 - fuse.sshfs kari@tjener: rw\n\
            41 22 0:52 / /media/pinne rw - fuseblk /dev/sdb1 rw\n\
            42 22 0:53 / /delt/annet rw - fuse.noe noe rw\n\
            43 22 0:54 / /vert rw - virtiofs vert rw\n";
        let kinds = ["0:51", "0:52", "0:53", "0:54", "0:99"].map(|device| served_kind(mounted, device));
        let share = FileSystem::Network;
        assert_eq!(kinds, [share("sshfs"), FileSystem::Local, share("fuse"), share("virtiofs"), share("fuse")]);
    }
}
