use fluent_bundle::{
    FluentValue,
    types::{FluentNumber, FluentNumberOptions},
};
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

/// A whole number as the reader's language writes it, where it stands alone. In a sentence it is an argument.
pub fn number(number: i64) -> String {
    written(&number.to_string(), current())
}

/// So many tenths with one decimal, as an argument of a sentence: 12 is "1.2".
pub fn decimal(tenths: u64) -> FluentValue<'static> {
    let options = FluentNumberOptions { minimum_fraction_digits: Some(1), ..FluentNumberOptions::default() };
    #[expect(clippy::cast_precision_loss, reason = "tickets are far fewer than 2⁵³")]
    let value = tenths as f64 / 10.0;
    FluentValue::Number(FluentNumber::new(value, options))
}

/// A number with one decimal, given in tenths: "2.5".
pub fn tenths(tenths: i64) -> String {
    let sign = if tenths < 0 { "-" } else { "" };
    written(&format!("{sign}{}.{}", (tenths / 10).abs(), (tenths % 10).abs()), current())
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
    use super::{Language, decimal, number, number_in, tenths, written};

    #[test]
    fn numbers_are_written_as_each_language_does() {
        for (language, big, small, below) in [
            (Language::English, "1,234,567", "2.5", "\u{2212}0.4"),
            (Language::German, "1.234.567", "2,5", "\u{2212}0,4"),
            (Language::French, "1\u{202f}234\u{202f}567", "2,5", "\u{2212}0,4"),
        ] {
            assert_eq!(["1234567", "2.5", "-0.4"].map(|digits| written(digits, language)), [big, small, below]);
            assert_eq!(["0", "999"].map(|digits| written(digits, language)), ["0", "999"]);
        }
        assert_eq!(number(-1200), "\u{2212}1,200");
        assert_eq!([0, 25, -4, 12_345].map(tenths), ["0.0", "2.5", "\u{2212}0.4", "1,234.5"]);
        assert_eq!(number_in(&decimal(20), Language::German).unwrap(), "2,0");
    }
}
