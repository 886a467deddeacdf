//! Numbers to call, which stand beside names.

use super::words::{Words, word};

/// What stands before such a number and says what it is.
static BEFORE: Words = Words::of(
    "tel telephone telefon* teléfono telefono téléphone phone ph fon mob mobil* mobile* mobiel* móvil handy cell cellulare portable \
     natel gsm komórka tlf tfn puhelin тел телефон моб whatsapp",
);

/// A text without the numbers to call in it, its words apart by one space. Shorter numbers stay: that of a team, a year, a
/// season.
pub(super) fn without_phone(text: &str) -> String {
    let mut kept: Vec<&str> = Vec::new();
    let words: Vec<&str> = text.split_whitespace().collect();
    for run in words.chunk_by(|one, next| is_of_number(one) == is_of_number(next)) {
        if !is_phone(run) {
            kept.extend(run);
        } else if kept.last().is_some_and(|before| says_so(before)) {
            kept.pop();
        }
    }
    kept.join(" ")
}

/// "Tel.:", "M:"
fn says_so(before: &str) -> bool {
    let plain = word(before);
    BEFORE.has(&plain) || (before.ends_with(':') && plain.chars().count() == 1)
}

/// Whether a word is made as those of a number to call are.
fn is_of_number(word: &str) -> bool {
    word.chars().all(|c| c.is_numeric() || "+()[]-–‑./,;".contains(c))
}

fn is_phone(run: &[&str]) -> bool {
    let run = run.concat();
    let digits = run.chars().filter(|c| c.is_numeric()).count();
    let begins = run.trim_start_matches(|c: char| !c.is_numeric() && c != '+').starts_with(['+', '0']);
    is_of_number(&run) && digits >= if begins { 6 } else { 7 } && !is_of_years(&run)
}

/// "2024/2025"
fn is_of_years(run: &str) -> bool {
    let mut parts = run.split(|c: char| !c.is_numeric()).filter(|part| !part.is_empty());
    parts.all(|part| part.len() == 4 && (part.starts_with("19") || part.starts_with("20")))
}
