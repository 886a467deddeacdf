//! Spaces that no line breaks at: the files have plain ones, as they are typed.

use std::borrow::Cow;

use crate::Language;

/// A space that does not break, and a narrow one.
const SPACE: char = '\u{a0}';
const NARROW: char = '\u{202f}';
/// A hyphen that does not break.
const HYPHEN: char = '\u{2011}';

/// The source of a file with the spaces of its language: before an ellipsis and a percent sign; in French also before and within
/// what stands apart (Imprimerie nationale, "Lexique des règles typographiques"), and no break within "e-mail".
pub(crate) fn spaced(language: Language, source: &str) -> Cow<'_, str> {
    let everywhere = [(" …", SPACE, "…"), (" %", SPACE, "%")];
    let french =
        [(" ;", NARROW, ";"), (" ?", NARROW, "?"), (" !", NARROW, "!"), (" »", NARROW, "»"), (" :", SPACE, ":")];
    let signs = match language {
        Language::French => everywhere.iter().chain(&french),
        Language::English | Language::German | Language::Pseudo => everywhere.iter().chain(&[]),
    };
    let mut spaced = Cow::Borrowed(source);
    for (typed, space, sign) in signs {
        if spaced.contains(typed) {
            spaced = Cow::Owned(spaced.replace(typed, &format!("{space}{sign}")));
        }
    }
    if language == Language::French {
        spaced = Cow::Owned(spaced.replace("« ", &format!("«{NARROW}")).replace("e-mail", &format!("e{HYPHEN}mail")));
    }
    spaced
}

#[cfg(test)]
mod tests {
    use super::spaced;
    use crate::Language;

    #[test]
    fn no_line_begins_with_a_sign() {
        let french = spaced(Language::French, "Prêt ? « Oui : 5 % » ; un e-mail…");
        assert_eq!(french, "Prêt\u{202f}? «\u{202f}Oui\u{a0}: 5\u{a0}%\u{202f}»\u{202f}; un e\u{2011}mail…");
        assert_eq!(spaced(Language::German, "Wird geprüft … 5 %"), "Wird geprüft\u{a0}… 5\u{a0}%");
        assert_eq!(spaced(Language::English, "Ready? 5%"), "Ready? 5%");
    }
}
