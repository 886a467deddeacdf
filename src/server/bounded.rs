//! Files that others name, read up to a limit: a device or a pipe may have no end.

use std::{
    fs::File,
    io::{Error, ErrorKind, Read, Result},
    path::Path,
};

/// The longest file of settings, and of a secret.
pub const MOST_OF_SETTINGS: u64 = 1 << 20;

/// What is in a file of at most `most` bytes.
///
/// # Errors
/// A larger one, before memory is taken for more than that; whatever else keeps it from being read.
pub fn read(file: &Path, most: u64) -> Result<Vec<u8>> {
    let opened = File::open(file)?;
    // A file says how large it is; a device or a pipe says nothing.
    if opened.metadata().is_ok_and(|known| known.len() > most) {
        return Err(too_large(most));
    }
    read_from(opened, most)
}

/// The same, of anything that can be read.
pub fn read_from(source: impl Read, most: u64) -> Result<Vec<u8>> {
    let mut bytes = Vec::new();
    source.take(most + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > most { Err(too_large(most)) } else { Ok(bytes) }
}

/// The same, as text.
pub fn read_text(file: &Path) -> Result<String> {
    String::from_utf8(read(file, MOST_OF_SETTINGS)?).map_err(|_| Error::new(ErrorKind::InvalidData, "it is not UTF-8"))
}

fn too_large(most: u64) -> Error {
    Error::new(ErrorKind::FileTooLarge, format!("it is larger than {} MiB, the most that is read", most >> 20))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_has_no_end_is_read_up_to_the_limit() {
        let said = read(Path::new("/dev/zero"), 3 << 20).unwrap_err();
        assert_eq!(said.to_string(), "it is larger than 3 MiB, the most that is read");
        assert_eq!(read_from(&b"abc"[..], 3).unwrap(), b"abc");
        assert_eq!(read_from(&b"abcd"[..], 3).unwrap_err().kind(), ErrorKind::FileTooLarge);
    }
}
