//! What cannot be seen and yet changes how the letters of a script look. By ranges: browsers need no tables for them.

const NON_JOINER: char = '\u{200C}';
const JOINER: char = '\u{200D}';

/// Whether a joiner or a non-joiner changes how what stands beside it looks (UAX #31, 2.3: A1, A2, B).
pub(super) fn joins(before: char, c: char, behind: Option<char>) -> bool {
    match c {
        NON_JOINER => behind.is_some_and(|behind| {
            (is_cursive(behind) && is_cursive(before) && !ends_cursive(before))
                || (is_virama(before) && is_indic(behind))
        }),
        // Before a virama in Bengali; behind one also at the end of a word, in older Malayalam.
        JOINER => is_virama(before) || (is_indic(before) && behind.is_some_and(is_virama)),
        _ => false,
    }
}

/// Whether a variation selector picks a form of the letter before it: of Han letters (UTS #37), of Mongolian ones.
pub(super) fn varies(before: char, c: char) -> bool {
    match c {
        '\u{E0100}'..='\u{E01EF}' => is_han(before),
        '\u{180B}'..='\u{180F}' => matches!(before, '\u{1820}'..='\u{18aa}'),
        _ => false,
    }
}

/// Letters and marks of scripts that are written joined: Arabic, Syriac, Nko, Mongolian.
fn is_cursive(c: char) -> bool {
    matches!(c, '\u{0620}'..='\u{065f}' | '\u{066e}'..='\u{06d3}' | '\u{06fa}'..='\u{06ff}' | '\u{0710}'..='\u{077f}'
        | '\u{07ca}'..='\u{07ea}' | '\u{08a0}'..='\u{08ff}' | '\u{1820}'..='\u{18aa}')
}

/// Letters of Arabic that never join with the next: there is nothing to keep apart.
fn ends_cursive(c: char) -> bool {
    matches!(c, 'آ' | 'أ' | 'ؤ' | 'إ' | 'ا' | 'ة' | 'د' | 'ذ' | 'ر' | 'ز' | 'و' | 'ء' | 'ٱ'..='ٳ' | 'ٵ'..='ٷ'
        | '\u{0688}'..='\u{0699}' | 'ۀ' | '\u{06c3}'..='\u{06cb}' | '\u{06cd}' | '\u{06cf}' | 'ے' | 'ۓ' | '\u{06d5}')
}

/// Letters and signs of the scripts from Devanagari to Sinhala, of Myanmar, Khmer, and Balinese.
fn is_indic(c: char) -> bool {
    matches!(c, '\u{0900}'..='\u{0dff}' | '\u{1000}'..='\u{109f}' | '\u{1780}'..='\u{17df}' | '\u{1b00}'..='\u{1b4b}')
}

/// The signs that take its vowel from a letter.
fn is_virama(c: char) -> bool {
    matches!(
        c,
        '\u{094d}'
            | '\u{09cd}'
            | '\u{0a4d}'
            | '\u{0acd}'
            | '\u{0b4d}'
            | '\u{0bcd}'
            | '\u{0c4d}'
            | '\u{0ccd}'
            | '\u{0d4d}'
            | '\u{0dca}'
            | '\u{1039}'
            | '\u{103a}'
            | '\u{17d2}'
            | '\u{1b44}'
    )
}

fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}
