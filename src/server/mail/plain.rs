//! Names and lines that people typed, made fit for an email.

/// The longest subject, in characters. Mail programs show about half of it.
const MAX_SUBJECT: usize = 150;

/// One line: control characters, line and paragraph separators become spaces, runs of spaces one.
///
/// Marks that turn the direction of the text around them (UAX #9: embeddings, overrides, isolates) go, since an
/// unclosed one would mirror our own words. Right-to-left letters stay, and so do the joiners that emoji are made of.
pub(super) fn plain(value: &str) -> String {
    let turns = |c: char| matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}');
    let breaks = |c: char| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}');
    let kept = value.chars().filter(|&c| !turns(c));
    let spaced: String = kept.map(|c| if breaks(c) { ' ' } else { c }).collect();
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Several lines, each as [`plain`] makes it; empty ones are left out.
pub(super) fn plain_lines(value: &str) -> String {
    value.lines().map(plain).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
}

/// One line that fits into a subject.
pub(super) fn subject(value: &str) -> String {
    clipped(&plain(value), MAX_SUBJECT)
}

/// At most `max` characters; what is cut off shows as an ellipsis.
pub(super) fn clipped(line: &str, max: usize) -> String {
    if line.chars().count() <= max {
        return line.to_owned();
    }
    let kept: String = line.chars().take(max.saturating_sub(1)).collect();
    format!("{}…", kept.trim_end())
}
