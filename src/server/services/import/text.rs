//! Text that another program let in.

use crate::domain::visible::{composed, is_readable, visible};

/// A line as our rules want it: without control characters and what cannot be seen, trimmed, at most `max` characters (the last of them `…` if
/// something is missing). Empty if nothing is left to read.
pub(super) fn line(raw: Option<&str>, max: usize) -> String {
    let name = shortened(raw.unwrap_or_default(), max);
    if is_readable(&name) { name } else { String::new() }
}

/// Whether a text was such a line already.
pub(super) fn is_line(raw: Option<&str>, line: &str) -> bool {
    raw.is_some_and(|raw| composed(raw.trim()) == line)
}

fn shortened(raw: &str, max: usize) -> String {
    let breaks = |c: char| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}');
    let plain: String = composed(&visible(raw)).chars().map(|c| if breaks(c) { ' ' } else { c }).collect();
    let plain = plain.trim();
    if plain.chars().count() <= max {
        return plain.to_owned();
    }
    plain.chars().take(max - 1).chain(['…']).collect()
}

/// Several lines, whole however long: line ends become LF, other control characters go (PostgreSQL takes no NUL).
pub(super) fn lines(raw: Option<&str>) -> String {
    let unix = raw.unwrap_or_default().replace("\r\n", "\n");
    let plain: String = unix.chars().filter(|c| !is_lost(*c)).collect();
    plain.trim().to_owned()
}

/// Whether [`lines`] leaves something out.
pub(super) fn loses(raw: Option<&str>) -> bool {
    raw.is_some_and(|raw| raw.replace("\r\n", "\n").chars().any(is_lost))
}

fn is_lost(c: char) -> bool {
    c.is_control() && !matches!(c, '\n' | '\t')
}

/// A value as it can be shown on a terminal: one line, 60 characters, nothing that moves the cursor.
pub(super) fn shown(raw: &str) -> String {
    shortened(raw, 60)
}

/// The same in quotes; NULL, where there is none.
pub(super) fn shown_or_null(raw: Option<&str>) -> String {
    raw.map_or_else(|| "NULL".to_owned(), |raw| format!("“{}”", shown(raw)))
}

/// Whether a flag is set, as SQLite or Python may have written it.
pub(super) fn flag(raw: Option<&str>) -> bool {
    word(raw).is_some_and(|word| matches!(&*word, "1" | "1.0" | "true" | "t" | "yes" | "y" | "on"))
}

/// Whether it is said that a flag is set, or that it is not.
pub(super) fn is_flag(raw: Option<&str>) -> bool {
    let is_unset = |word: String| matches!(&*word, "0" | "0.0" | "false" | "f" | "no" | "n" | "off");
    flag(raw) || word(raw).is_some_and(is_unset)
}

fn word(raw: Option<&str>) -> Option<String> {
    raw.map(|raw| raw.trim().to_ascii_lowercase())
}

/// A whole number, also one that was written as `4.0`. What is too large to be one here comes back as the largest.
pub(super) fn whole(raw: &str) -> Option<i64> {
    let digits = raw.trim();
    let digits = digits.strip_suffix(".0").unwrap_or(digits);
    let wide = digits.parse::<i128>().ok()?;
    Some(i64::try_from(wide).unwrap_or(if wide < 0 { i64::MIN } else { i64::MAX }))
}
