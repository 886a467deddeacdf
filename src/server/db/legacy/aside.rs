//! Files that are read where nothing is written beside them.

use std::{
    env, fs, io,
    os::unix::fs::DirBuilderExt,
    path::{Path, PathBuf},
    process,
    sync::atomic::{AtomicU64, Ordering},
};

/// Of the copies of this process.
static COUNTER: AtomicU64 = AtomicU64::new(0);

/// A copy of files in a folder of its own that only this user reads, for as long as it is held.
pub(super) struct Aside {
    folder: PathBuf,
    /// The first of them.
    pub file: PathBuf,
}

impl Aside {
    /// Copies files that stand in one folder. They keep their names.
    ///
    /// # Errors
    /// No room, or files that cannot be read; nothing is left then.
    pub fn copy(files: &[&Path]) -> io::Result<Self> {
        let folder = env::temp_dir().join(format!(
            "ticket-pool-import-{}-{}",
            process::id(),
            COUNTER.fetch_add(1, Ordering::Relaxed)
        ));
        fs::DirBuilder::new().mode(0o700).create(&folder)?;
        let mut copied = Self { folder, file: PathBuf::new() };
        for file in files {
            let to = copied.folder.join(file.file_name().unwrap_or_default());
            fs::copy(file, &to)?;
            if copied.file.as_os_str().is_empty() {
                copied.file = to;
            }
        }
        Ok(copied)
    }
}

impl Drop for Aside {
    fn drop(&mut self) {
        let _gone = fs::remove_dir_all(&self.folder);
    }
}
