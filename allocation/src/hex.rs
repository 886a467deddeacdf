//! Bytes as people read them.

use core::fmt;

/// Reads exactly `N` bytes in lowercase hexadecimal digits; `None` for anything else.
pub(crate) const fn read<const N: usize>(text: &str) -> Option<[u8; N]> {
    let digits = text.as_bytes();
    if digits.len() != 2 * N {
        return None;
    }
    let mut bytes = [0; N];
    let mut place = 0;
    while place < digits.len() {
        let digit = match digits[place] {
            digit @ b'0'..=b'9' => digit - b'0',
            digit @ b'a'..=b'f' => digit - b'a' + 10,
            _ => return None,
        };
        bytes[place / 2] = bytes[place / 2] << 4 | digit;
        place += 1;
    }
    Some(bytes)
}

/// Writes bytes in lowercase hexadecimal digits.
pub(crate) fn write(bytes: &[u8], f: &mut fmt::Formatter<'_>) -> fmt::Result {
    bytes.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
}
