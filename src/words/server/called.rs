use crate::server::names::{
    is_and, is_no_name, is_of_a_family, is_of_a_firm, is_particle, is_perhaps_a_title, is_title, is_written_together,
};

/// What someone is called in a greeting: the first word of their name, of "Lee, Hannah" the one behind the comma. Where it is
/// not sure which that is, and where it would be a title, an initial, or half a name, it is the whole name.
pub fn called(name: &str) -> &str {
    let whole = name.trim_end_matches([',', ' ']);
    let mut parts = name.split([',', '，', '、', '،']);
    let before = parts.next().unwrap_or_default().trim();
    let behind = parts.next().unwrap_or_default().trim();
    let several = before.split_whitespace().nth(1).is_some();
    let given = match () {
        () if behind.is_empty() => before,
        () if is_no_name(before, behind) && several => before,
        () if is_no_name(before, behind) => return whole,
        // "Anna Berg, Köln" and "García Márquez, Gabriel" are not told apart; "van der Berg, Anna" can only be a family's.
        () if several && !before.starts_with(char::is_lowercase) => return whole,
        () => behind,
    };
    first_word(given).unwrap_or(whole)
}

/// The first word, if someone is called by it.
fn first_word(given: &str) -> Option<&str> {
    let typed = given.split_whitespace().next()?;
    let first = typed.trim_matches(|c: char| !c.is_alphanumeric() && !is_mark(c));
    let rest = given.trim_start_matches(typed);
    let others: Vec<&str> = rest.split_whitespace().collect();
    let is_of_two = || others.iter().enumerate().any(|(at, word)| is_and(word, others.get(at + 1).copied()));
    let is_name = match () {
        () if is_title(typed) || is_particle(first) || typed.contains(['.', '/', '&', '+']) => false,
        // "Lee, Ko" is called Ko.
        () if !others.is_empty() && (is_perhaps_a_title(first) || is_short(first)) => false,
        // "Rovers: Anna", "Rovers - Anna Lee", "[Guest] Anna", "Team 1": what is first may be no name.
        () if given.contains([':', '|'])
            || given.contains(" - ")
            || given.contains(" – ")
            || given.starts_with('[') =>
        {
            false
        }
        () if given.chars().any(char::is_numeric) => false,
        // "ד״ר" is "Dr.": such a sign within a word says that it is short for another.
        () if first.contains(['"', '״']) => false,
        // "Иванов Иван Иванович": with that of the father last, the name of the family is first.
        () if others.len() > 1 && OF_FATHERS.iter().any(|end| rest.ends_with(end)) => false,
        () if given.contains(['&', '+', '/'])
            || is_of_two()
            || others.iter().any(|word| is_of_a_firm(word) || is_of_a_family(word)) =>
        {
            false
        }
        // Of 金 正恩 one half is the family's.
        () if first.chars().any(is_written_together) => rest.trim().is_empty(),
        // "J-P", "J"
        () if first.split(['-', '‑', '’', '\'']).all(|part| part.chars().count() < 2) => false,
        // "TJ Smith", "SMITH John": initials, or the name of the family.
        () if is_loud(first) && rest.contains(char::is_lowercase) => false,
        // "Иванов И. И.": the name of the family stands before the initials.
        () if is_initials(rest) => false,
        // "Lee A": which of both is the family's is not known; "Anna B." is typed so by who is called Anna.
        () if rest.trim().chars().count() == 1 && rest.trim().chars().all(char::is_alphabetic) => false,
        // "Friend of Ann"
        () if others.first() == Some(&"of") => false,
        // "Mª" is short for another; "Ann's mum" is not Ann.
        () if first.contains(['ª', 'º']) || first.ends_with("'s") || first.ends_with("’s") => false,
        // "van Beek", but "anna beek" is typed in small letters.
        () if first.starts_with(char::is_lowercase) && rest.contains(char::is_uppercase) => false,
        () => true,
    };
    is_name.then_some(first)
}

/// How names after that of the father end in Russian and Ukrainian.
const OF_FATHERS: [&str; 3] = ["вич", "вна", "чна"];

/// Names of two letters by which people are called.
const SHORT: [&str; 20] = [
    "ab", "an", "bo", "bó", "cy", "di", "ed", "ev", "ib", "jo", "jó", "li", "lu", "mo", "my", "ro", "ty", "vi", "vy",
    "zé",
];

/// Whether a word of two Latin letters is none of the names that are so short: it may begin one of several words, as "Te" does.
fn is_short(word: &str) -> bool {
    let latin = |c: char| c.is_alphabetic() && c < '\u{250}';
    word.chars().count() == 2 && word.chars().all(latin) && !SHORT.contains(&word.to_lowercase().as_str())
}

fn is_loud(word: &str) -> bool {
    word.chars().filter(|c| c.is_alphabetic()).all(char::is_uppercase)
}

/// Whether a text is two initials or more and nothing else: "A. P.", "И.И."; one may be that of the family.
fn is_initials(text: &str) -> bool {
    let parts: Vec<&str> = text.split(['.', ' ']).filter(|part| !part.is_empty()).collect();
    let dots = text.matches('.').count();
    parts.len() > 1 && dots >= parts.len() && parts.iter().all(|part| part.chars().count() == 1)
}

/// Marks of Indic and Thai letters, which are a part of the word they end.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{0900}'..='\u{0eff}' | '\u{0300}'..='\u{036f}' | '\u{0f00}'..='\u{109f}' | '\u{1780}'..='\u{17ff}')
}

#[cfg(test)]
mod tests;
