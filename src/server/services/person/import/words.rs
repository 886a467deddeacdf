//! Words of many languages, compared whatever their capital letters, accents, and marks.

use std::sync::OnceLock;

use icu_normalizer::{ComposingNormalizerBorrowed, DecomposingNormalizerBorrowed};
use icu_properties::{CodePointMapData, props::GeneralCategory};

use crate::domain::visible::visible;

/// A list of words as people type them, apart by spaces. `notfall*` is every word that begins so, `*email` every one that ends
/// so, `*почт*` every one that has it in it.
pub(super) struct Words {
    typed: &'static str,
    read: OnceLock<Vec<Pattern>>,
}

/// A word, or what a word begins or ends with.
struct Pattern {
    text: String,
    open: (bool, bool),
}

impl Words {
    pub const fn of(typed: &'static str) -> Self {
        Self { typed, read: OnceLock::new() }
    }

    /// Whether a word, as [`word`] makes it, is one of them.
    pub fn has(&self, word: &str) -> bool {
        let read = self.read.get_or_init(|| self.typed.split_whitespace().map(Pattern::read).collect());
        read.iter().any(|pattern| pattern.fits(word))
    }

    /// Whether one of these words is.
    pub fn has_any(&self, words: &[String]) -> bool {
        words.iter().any(|word| self.has(word))
    }
}

impl Pattern {
    fn read(typed: &str) -> Self {
        Self { text: word(typed), open: (typed.starts_with('*'), typed.ends_with('*')) }
    }

    fn fits(&self, word: &str) -> bool {
        match self.open {
            (false, false) => word == self.text,
            (false, true) => word.starts_with(&self.text),
            (true, false) => word.ends_with(&self.text),
            (true, true) => word.contains(&self.text),
        }
    }
}

/// A word as it is compared: small letters without marks; what is no letter and no digit goes.
pub(super) fn word(cell: &str) -> String {
    folded(cell).chars().filter(|c| c.is_alphanumeric()).collect()
}

/// A text in small letters without accents, vowel points, and marks of tone; its syllables are whole again (Hangul).
pub(super) fn folded(text: &str) -> String {
    use GeneralCategory as Of;
    let category = CodePointMapData::<GeneralCategory>::new();
    let apart = DecomposingNormalizerBorrowed::new_nfkd().normalize(&visible(text)).into_owned();
    let seen =
        apart.chars().filter(|c| !matches!(category.get(*c), Of::NonspacingMark | Of::EnclosingMark | Of::Format));
    let mut plain = String::with_capacity(apart.len());
    for c in seen.flat_map(char::to_lowercase) {
        match c {
            'ł' => plain.push('l'),
            'ø' => plain.push('o'),
            'đ' | 'ð' => plain.push('d'),
            'ß' => plain.push_str("ss"),
            'æ' => plain.push_str("ae"),
            'œ' => plain.push_str("oe"),
            'ı' => plain.push('i'),
            'ς' => plain.push('σ'),
            'ی' | 'ى' => plain.push('ي'),
            'ک' => plain.push('ك'),
            c if category.get(c) == Of::NonspacingMark => {}
            c => plain.push(c),
        }
    }
    ComposingNormalizerBorrowed::new_nfc().normalize(&plain).into_owned()
}

#[cfg(test)]
mod tests {
    use super::{Words, folded};

    #[test]
    fn words_are_the_same_however_they_are_written() {
        for (one, other) in [
            ("이메일", "\u{110B}\u{1175}\u{1106}\u{1166}\u{110B}\u{1175}\u{11AF}"),
            ("Prénom", "PRE\u{301}NOM"),
            ("İsim", "isim"),
            ("Όνομα", "ΟΝΟΜΑ"),
            ("الإلكتروني", "الالكتروني"),
            ("Địa chỉ", "dia chi"),
            ("Имейл", "имеил"),
            ("Straße", "STRASSE"),
        ] {
            assert_eq!(folded(one), folded(other), "{one}");
        }
        assert_ne!(folded("이름"), folded("이메일"));
    }

    #[test]
    fn a_star_stands_for_any_letters() {
        let words = Words::of("Prénom notfall* *email *почт*");
        for fits in ["prenom", "notfall", "notfallkontakt", "firmenemail", "электроннаяпочта", "почта"]
        {
            assert!(words.has(fits), "{fits}");
        }
        for other in ["prenoms", "einnotfall", "emails", "post"] {
            assert!(!words.has(other), "{other}");
        }
    }
}
