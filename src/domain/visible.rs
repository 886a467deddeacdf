//! Characters that cannot be seen. In a name they make two people look like one; a reason of nothing else says nothing.

mod scripts;

use icu_properties::{
    CodePointMapData, CodePointSetData,
    props::{DefaultIgnorableCodePoint, GeneralCategory},
};

/// A braille pattern without dots: a sign that shows nothing.
pub const BLANK: char = '\u{2800}';

/// A text without the characters that show nothing and change how others look: those that Unicode lets programs ignore
/// (`Default_Ignorable_Code_Point`) and those of its category Format (UAX #44), such as zero-width spaces, marks that turn
/// the direction, and tags. Of these, what goes on with a picture stays (joiners and variation selectors after a symbol, the
/// tags of a flag), and what changes how the letters of some scripts join or look, where it does so (UAX #31, 2.3).
///
/// They are taken out rather than refused: who pastes a name cannot see them, and could not mend it.
pub fn visible(raw: &str) -> String {
    let mut text = String::with_capacity(raw.len());
    let mut left = raw.chars();
    while let Some(c) = left.next() {
        if !is_invisible(c) || text.chars().next_back().is_some_and(|before| stays(before, c, left.as_str())) {
            text.push(c);
        }
    }
    text
}

/// A text whose letters are written in one way, where there are two: composed (NFC, UAX #15).
#[cfg(feature = "ssr")]
pub fn composed(text: &str) -> String {
    icu_normalizer::ComposingNormalizerBorrowed::new_nfc().normalize(text).into_owned()
}

/// Browsers have no use for the tables: what they send is composed by the server.
#[cfg(not(feature = "ssr"))]
pub fn composed(text: &str) -> String {
    text.to_owned()
}

/// Whether there is anything to read in a text: a letter, a digit, or a picture.
pub fn is_readable(text: &str) -> bool {
    text.chars().any(|c| ![BLANK, '\u{FFFC}', '\u{FFFD}'].contains(&c) && is_letter_number_or_symbol(c))
}

/// Whether a character is a letter, a number, or a symbol that stands for something itself, such as an emoji; not one that is
/// part of another, separates others, or cannot be seen.
pub fn is_letter_number_or_symbol(c: char) -> bool {
    use GeneralCategory as Of;
    matches!(
        category(c),
        Of::UppercaseLetter
            | Of::LowercaseLetter
            | Of::TitlecaseLetter
            | Of::ModifierLetter
            | Of::OtherLetter
            | Of::DecimalNumber
            | Of::LetterNumber
            | Of::OtherNumber
            | Of::OtherSymbol
    )
}

fn is_invisible(c: char) -> bool {
    CodePointSetData::new::<DefaultIgnorableCodePoint>().contains(c) || category(c) == GeneralCategory::Format
}

fn category(c: char) -> GeneralCategory {
    CodePointMapData::<GeneralCategory>::new().get(c)
}

/// Whether an invisible character belongs to what stands before it.
fn stays(before: char, c: char, behind: &str) -> bool {
    goes_on(before, c) || scripts::joins(before, c, behind.chars().next()) || scripts::varies(before, c)
}

/// Whether an invisible character goes on with the picture before it (UTS #51, 1.4).
fn goes_on(before: char, c: char) -> bool {
    const FLAG: char = '\u{1F3F4}';
    const TAGS: std::ops::RangeInclusive<char> = '\u{E0020}'..='\u{E007F}';
    let picture = matches!(category(before), GeneralCategory::OtherSymbol | GeneralCategory::ModifierSymbol);
    match c {
        '\u{FE0E}' | '\u{FE0F}' => picture && !before.is_ascii() && before != BLANK,
        '\u{200D}' => (picture && !before.is_ascii() && before != BLANK) || before == '\u{FE0F}',
        _ => TAGS.contains(&c) && (before == FLAG || TAGS.contains(&before)),
    }
}

#[cfg(test)]
mod tests {
    use super::visible;
    use crate::domain::typed::{Problem, line, optional_line};

    #[test]
    fn a_reason_that_nobody_can_see_is_none() {
        let invisible =
            "\u{200B}\u{200C}\u{200D}\u{2060}\u{FEFF}\u{00AD}\u{034F}\u{115F}\u{3164}\u{202E}\u{E0041}\u{FE0F}\u{180E}";
        for reason in [invisible, "\u{2800}\u{2800}", " \u{2800}\u{200B}\u{2003} ", "\u{2800}\u{200D}\u{FE0F}"] {
            assert_eq!(line(reason, 100), Err(Problem::Missing), "{reason:?}");
            assert_eq!(optional_line(reason, 100).as_deref(), Ok(""), "{reason:?}");
        }
        for c in invisible.chars() {
            assert_eq!(line(&format!("Da{c}na{c}"), 100).as_deref(), Ok("Dana"), "{c:?}");
        }
    }

    #[test]
    fn a_name_hides_no_line_break() {
        for name in ["Dana\u{2028}Admin", "Dana\u{2029}Admin", "Dana\nAdmin", "Dana\u{85}Admin"] {
            assert_eq!(line(name, 100), Err(Problem::ControlCharacter), "{name:?}");
        }
    }

    #[test]
    fn names_of_all_scripts_and_pictures_stay_as_they_are() {
        for name in [
            "Zoë",
            "ליאור 🎟",
            "नमस्ते",
            "李 小龍",
            "👩‍👩‍👧",
            "❤️",
            "👩🏽‍🚀",
            "🏳️‍🌈",
            "🏴\u{E0067}\u{E0062}\u{E007F} v 🇫🇷",
            "O’Brien-Łuć",
            "علی\u{200C}رضا",
            "می\u{200C}خواهم",
            "ශ\u{0DCA}\u{200D}රී",
            "क\u{094D}\u{200D}ष",
            "क\u{094D}\u{200C}ष",
            "র\u{200D}\u{09CD}যাম",
            "അവന\u{0D4D}\u{200D}",
            "葛\u{E0100}城",
            "ᠬ\u{180B}ᠠ\u{180E}ᠠ",
        ] {
            assert_eq!(visible(name), name);
        }
        for (hidden, seen) in [
            ("Da\u{200C}na\u{200D}", "Dana"),
            ("علی\u{200C}", "علی"),
            ("\u{200C}علی", "علی"),
            ("علی\u{200C} رضا", "علی رضا"),
            ("دا\u{200C}ود", "داود"),
            ("علی\u{200C}\u{200C}رضا", "علی\u{200C}رضا"),
            ("नम\u{200D}न", "नमन"),
            ("Dana\u{E0100}\u{FE00}\u{180B}", "Dana"),
            ("李\u{E0100}\u{E0101}", "李\u{E0100}"),
        ] {
            assert_eq!(visible(hidden), seen, "{hidden:?}");
        }
        assert_eq!(visible("Dana\u{202E}nimda \u{E0041}🎟"), "Dananimda 🎟");
    }
}
