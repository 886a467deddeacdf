//! How much room a disk has.

use std::path::Path;

/// How many percent of the disk are left to this process on which a file is; `None`: the system does not say.
pub fn percent_left(file: &Path) -> Option<u64> {
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let disk = rustix::fs::statvfs(folder).ok()?;
    (disk.f_bavail * 100).checked_div(disk.f_blocks)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_disk_says_how_much_is_left() {
        assert!(percent_left(Path::new("/tmp/tickets.db")).is_some_and(|left| left <= 100));
        assert_eq!(percent_left(Path::new("/nowhere/tickets.db")), None);
    }
}
