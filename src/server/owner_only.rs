//! Files with people's data or secrets: made so that only their owner reads them, whatever the umask is.

use std::{
    fs::{self, File, OpenOptions, Permissions},
    io,
    os::unix::fs::{MetadataExt, OpenOptionsExt, PermissionsExt},
    path::Path,
};

/// Read and written by the owner.
const MODE: u32 = 0o600;
/// Whatever the group and all others may do.
const OTHERS: u32 = 0o077;

/// Makes a file.
///
/// # Errors
/// One that is there already; a folder that is not there or not ours.
pub fn make(file: &Path) -> io::Result<File> {
    OpenOptions::new().write(true).create_new(true).mode(MODE).open(file)
}

/// Takes from all others what an earlier version or another program let them do with a file, if it is there. Where that is
/// not ours to change, the log says so.
pub fn tighten(file: &Path) {
    let open = |found: &fs::Metadata| found.permissions().mode() & OTHERS > 0;
    if fs::metadata(file).is_ok_and(|found| open(&found))
        && let Err(error) = fs::set_permissions(file, Permissions::from_mode(MODE))
    {
        tracing::warn!(%error, "others may read {}", file.display());
    }
}

/// What keeps this process from a file or a folder where it was refused: it may not read that one, or may not enter a folder
/// above it.
pub fn kept_from(path: &Path) -> String {
    let seen = |at: &Path| fs::symlink_metadata(if at.as_os_str().is_empty() { Path::new(".") } else { at }).is_ok();
    let shut = path.ancestors().skip(1).find(|above| seen(above)).filter(|_| !seen(path));
    let (may, what) = shut.map_or(("read", path), |shut| ("enter", shut));
    let what = if what.as_os_str().is_empty() { Path::new(".") } else { what };
    format!("{} may not {may} {}", this_user(), what.display())
}

/// The user as whom this process runs, as messages name them.
pub fn this_user() -> String {
    fs::metadata("/proc/self").map_or_else(|_| "this user".into(), |me| format!("user {}", me.uid()))
}
