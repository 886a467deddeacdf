//! Text that another program let in.

use crate::domain::visible::visible;

/// A line as our rules want it: without control characters and what cannot be seen, trimmed, at most `max` characters (the last of them `…` if
/// something is missing). Empty if nothing is left.
pub(super) fn line(raw: Option<&str>, max: usize) -> String {
    let plain: String =
        visible(raw.unwrap_or_default()).chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    let plain = plain.trim();
    if plain.chars().count() <= max {
        return plain.to_owned();
    }
    plain.chars().take(max - 1).chain(['…']).collect()
}

/// Several lines, whole however long: line ends become LF, other control characters go (PostgreSQL takes no NUL).
pub(super) fn lines(raw: Option<&str>) -> String {
    let unix = raw.unwrap_or_default().replace("\r\n", "\n");
    let plain: String = unix.chars().filter(|c| !c.is_control() || matches!(c, '\n' | '\t')).collect();
    plain.trim().to_owned()
}

/// A value as it can be shown on a terminal: one line, 60 characters, nothing that moves the cursor.
pub(super) fn shown(raw: &str) -> String {
    line(Some(raw), 60)
}

/// Whether a flag is set, as SQLite or Python may have written it.
pub(super) fn flag(raw: Option<&str>) -> bool {
    raw.is_some_and(|raw| matches!(raw.trim().to_ascii_lowercase().as_str(), "1" | "1.0" | "true" | "t" | "yes"))
}

/// A whole number, also one that was written as `4.0`. What is too large to be one here comes back as the largest.
pub(super) fn whole(raw: &str) -> Option<i64> {
    let digits = raw.trim();
    let digits = digits.strip_suffix(".0").unwrap_or(digits);
    let wide = digits.parse::<i128>().ok()?;
    Some(i64::try_from(wide).unwrap_or(if wide < 0 { i64::MIN } else { i64::MAX }))
}
