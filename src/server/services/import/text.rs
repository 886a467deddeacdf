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

/// Whether a flag is set, as SQLite, Python, Access (-1), or a database with bits may have written it: every number but 0 is.
pub(super) fn flag(raw: Option<&str>) -> bool {
    said(raw) == Some(true)
}

/// Whether it is said that a flag is set, or that it is not.
pub(super) fn is_flag(raw: Option<&str>) -> bool {
    said(raw).is_some()
}

fn said(raw: Option<&str>) -> Option<bool> {
    let word = raw?.trim_matches(' ').to_ascii_lowercase();
    match word.as_str() {
        "true" | "t" | "yes" | "y" | "on" | "\u{1}" => Some(true),
        "false" | "f" | "no" | "n" | "off" | "\0" => Some(false),
        number => whole(number).map(|number| number != 0),
    }
}

/// A whole number, also one that was written as `4.0`. What is too large to be one here comes back as the largest.
pub(super) fn whole(raw: &str) -> Option<i64> {
    let digits = raw.trim();
    let digits = digits.strip_suffix(".0").unwrap_or(digits);
    let wide = digits.parse::<i128>().ok()?;
    Some(i64::try_from(wide).unwrap_or(if wide < 0 { i64::MIN } else { i64::MAX }))
}

#[cfg(test)]
mod tests {
    use super::{flag, is_flag};

    #[test]
    fn every_number_but_0_is_true() {
        for raw in ["1", "-1", "2", "1.0", "-1.0", " 1 ", "+1", "true", "T", "Yes", "on", "\u{1}"] {
            assert!(flag(Some(raw)) && is_flag(Some(raw)), "{raw:?}");
        }
        for raw in ["0", "0.0", "-0", "00", "False", "n", "off", "\0"] {
            assert!(!flag(Some(raw)) && is_flag(Some(raw)), "{raw:?}");
        }
        for raw in [Some(""), Some("maybe"), Some("0.5"), None] {
            assert!(!flag(raw) && !is_flag(raw), "{raw:?}");
        }
    }
}
