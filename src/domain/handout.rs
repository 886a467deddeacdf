//! Files that organizers hand out: which are taken, what they are called, whose they are. On the server only.

use super::typed::Problem;

/// The longest line, in characters.
pub const MAX_LINE: usize = 200;
/// The largest file, in octets.
pub const MAX_FILE: usize = 5 * 1024 * 1024;
/// How much all files of one event may be, in octets.
pub const MAX_ALL: u64 = 200 * 1024 * 1024;
/// How many files are sorted out by their names at once.
pub const MAX_FILES: usize = 1_000;
/// The longest text that is pasted, in characters.
pub const MAX_PASTED: usize = 300_000;
/// The longest name of a file that is kept, in characters.
const MAX_NAME: usize = 100;

/// A file as it was sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SentFile {
    /// As [`file_name`] gives it.
    pub name: String,
    pub content: Vec<u8>,
}

/// The name to keep for a file: the last part of what was sent, of letters that any system takes, ending in `.pdf`.
pub fn file_name(sent: &str) -> String {
    let last = sent.rsplit(['/', '\\']).next().unwrap_or_default();
    let stem = if last.to_ascii_lowercase().ends_with(".pdf") { &last[..last.len() - 4] } else { last };
    let kept: String = stem.chars().filter(|c| !c.is_control() && !"<>:\"|?*".contains(*c)).take(MAX_NAME).collect();
    let kept = kept.trim_matches(['.', ' ']);
    if kept.is_empty() { "tickets.pdf".into() } else { format!("{kept}.pdf") }
}

/// Whether a file is a PDF, whole, and not too large.
///
/// It is not opened: it begins as one (ISO 32000-2, 7.5.2; readers look for that in the first 1,024 octets) and ends as one (7.5.5).
///
/// # Errors
/// Names the file.
pub fn check(file: &SentFile) -> Result<(), Problem> {
    let seen = || file.name.clone();
    let content = &file.content;
    if content.len() > MAX_FILE {
        return Err(Problem::FileTooLarge { seen: seen(), megabytes: MAX_FILE / 1024 / 1024 });
    }
    let has = |part: &[u8], mark: &[u8]| part.windows(mark.len()).any(|some| some == mark);
    let begins = has(&content[..content.len().min(1_024)], b"%PDF-");
    let ends = has(&content[content.len().saturating_sub(2_048)..], b"%%EOF");
    if begins && ends { Ok(()) } else { Err(Problem::NotAPdf { seen: seen() }) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sent(content: &[u8]) -> SentFile {
        SentFile { name: "a.pdf".into(), content: content.to_vec() }
    }

    #[test]
    fn a_name_leads_nowhere_and_ends_as_it_should() {
        for (sent, kept) in [
            ("Asha.pdf", "Asha.pdf"),
            ("../../x", "x.pdf"),
            (r"C:\Users\otto\Row 5.PDF", "Row 5.pdf"),
            ("", "tickets.pdf"),
            ("..", "tickets.pdf"),
            (".pdf", "tickets.pdf"),
            ("a\r\nSet-Cookie: b.pdf", "aSet-Cookie b.pdf"),
            ("\"><script>.pdf", "script.pdf"),
            ("Łukasz Żółć.pdf", "Łukasz Żółć.pdf"),
        ] {
            assert_eq!(file_name(sent), kept, "{sent:?}");
        }
        assert_eq!(file_name(&"ä".repeat(500)).chars().count(), 104);
    }

    #[test]
    fn what_is_no_whole_pdf_is_refused() {
        let whole = b"%PDF-1.7\n1 0 obj\nendobj\ntrailer\n%%EOF\n";
        assert_eq!(check(&sent(whole)), Ok(()));
        assert_eq!(check(&sent(&[&b"\xef\xbb\xbf"[..], whole].concat())), Ok(()));
        for wrong in [&b""[..], b"PK\x03\x04", b"<html>%%EOF", &whole[..30], b"%PDF-1.7"] {
            assert_eq!(check(&sent(wrong)), Err(Problem::NotAPdf { seen: "a.pdf".into() }));
        }
        let mut large = whole[..9].to_vec();
        large.resize(MAX_FILE + 1, b' ');
        assert!(matches!(check(&sent(&large)), Err(Problem::FileTooLarge { megabytes: 5, .. })));
    }
}
