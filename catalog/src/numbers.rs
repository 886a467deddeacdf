use fluent_bundle::FluentValue;
use intl_memoizer::concurrent::IntlLangMemoizer;

use crate::{Language, current};

type Formatter = fn(&FluentValue<'_>, &IntlLangMemoizer) -> Option<String>;

/// Writes the numbers in sentences.
pub(crate) fn formatter(language: Language) -> Formatter {
    match language {
        Language::English | Language::Pseudo => |value, _| number_in(value, Language::English),
        Language::German => |value, _| number_in(value, Language::German),
        Language::French => |value, _| number_in(value, Language::French),
    }
}

fn number_in(value: &FluentValue<'_>, language: Language) -> Option<String> {
    match value {
        FluentValue::Number(number) => Some(written(&number.as_string(), language)),
        _ => None,
    }
}

/// A whole number: 12,500 · 12.500 · 12 500.
pub fn number(number: u64) -> String {
    written(&number.to_string(), current())
}

/// A number with so many digits after its mark: 2.5 · 2,5. A minus is the sign for it (U+2212).
pub fn decimal(number: f64, digits: usize) -> String {
    let text = written(&format!("{:.digits$}", number.abs()), current());
    let is_zero = !text.bytes().any(|digit| matches!(digit, b'1'..=b'9'));
    if number < 0.0 && !is_zero { format!("\u{2212}{text}") } else { text }
}

/// Digits with an English point, as a language writes them (CLDR, decimal and group).
fn written(digits: &str, language: Language) -> String {
    let (group, mark) = match language {
        Language::English | Language::Pseudo => (',', '.'),
        Language::German => ('.', ','),
        // A narrow space that does not break.
        Language::French => ('\u{202f}', ','),
    };
    let (whole, rest) = digits.split_once('.').map_or((digits, None), |(whole, rest)| (whole, Some(rest)));
    let (sign, whole) = whole.strip_prefix('-').map_or(("", whole), |whole| ("\u{2212}", whole));
    let mut text = sign.to_owned();
    for (place, digit) in whole.chars().enumerate() {
        if place > 0 && (whole.len() - place).is_multiple_of(3) {
            text.push(group);
        }
        text.push(digit);
    }
    if let Some(rest) = rest {
        text.push(mark);
        text.push_str(rest);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{Language, decimal, number};
    use crate::written_for;

    #[test]
    fn numbers_are_written_as_each_language_does() {
        for (language, big, small, below, none) in [
            (Language::English, "1,234,567", "2.5", "\u{2212}0.4", "0.0"),
            (Language::German, "1.234.567", "2,5", "\u{2212}0,4", "0,0"),
            (Language::French, "1\u{202f}234\u{202f}567", "2,5", "\u{2212}0,4", "0,0"),
        ] {
            let seen =
                written_for(language, || (number(1_234_567), decimal(2.5, 1), decimal(-0.4, 1), decimal(-0.01, 1)));
            assert_eq!(seen, (big.into(), small.into(), below.into(), none.into()), "{language:?}");
            assert_eq!(written_for(language, || (number(0), number(999))), ("0".into(), "999".into()));
        }
    }
}
