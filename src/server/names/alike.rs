use std::collections::HashSet;

use unicode_security::confusable_detection::skeleton;

use super::folded;

/// The names of a list that look like another in it: they need something beside them to be told apart.
#[derive(Debug, Default)]
pub struct Alike(HashSet<String>);

impl Alike {
    /// Those of these names.
    pub fn among<'a>(names: impl IntoIterator<Item = &'a str>) -> Self {
        let (mut seen, mut twice) = (HashSet::new(), HashSet::new());
        for name in names {
            for look in ways_it_looks(name) {
                if !seen.insert(look.clone()) {
                    twice.insert(look);
                }
            }
        }
        Self(twice)
    }

    /// Whether this name is one of them.
    pub fn has(&self, name: &str) -> bool {
        !self.0.is_empty() && ways_it_looks(name).iter().any(|look| self.0.contains(look))
    }
}

/// What a name is compared by: its letters without marks, and how they look; each once.
fn ways_it_looks(name: &str) -> HashSet<String> {
    looks(name).into_iter().chain([folded(name)]).collect()
}

/// How a name looks: its skeleton (UTS #39, 4), in lower case, without spaces. Twice, since a capital letter may look like
/// another letter than its small one does.
pub fn looks(name: &str) -> [String; 2] {
    let plain = |text: String| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
    let name: String = name.chars().filter(|c| !changes_a_letter(*c)).collect();
    let lower = name.to_lowercase();
    [plain(skeleton(&lower).collect()), plain(skeleton(&name).collect::<String>().to_lowercase())]
}

/// Joiners and variation selectors: names that differ by them alone look nearly the same, or the same.
fn changes_a_letter(c: char) -> bool {
    matches!(c, '\u{200c}' | '\u{200d}' | '\u{fe00}'..='\u{fe0f}' | '\u{180b}'..='\u{180f}' | '\u{e0100}'..='\u{e01ef}')
}

#[cfg(test)]
mod tests {
    use super::{Alike, looks};

    #[test]
    fn what_cannot_be_seen_tells_no_names_apart() {
        for (one, other) in [
            ("علی\u{200C}رضا", "علیرضا"),
            ("葛\u{E0100}城", "葛城"),
            ("ශ\u{0DCA}\u{200D}රී", "ශ\u{0DCA}රී"),
            ("Kaʻahu", "Ka'ahu"),
        ] {
            assert!(Alike::among([one, other]).has(one), "{one} and {other}");
        }
    }

    #[test]
    fn names_that_look_alike_are_told() {
        let alike = Alike::among(["Lee Hannah", "lee  hannah", "Müller", "Mu\u{308}ller", "Ada"]);
        let letters = Alike::among(["Ann Lee", "Аnn Lee", "Bob"]);
        assert!(letters.has("Ann Lee") && letters.has("Аnn Lee") && !letters.has("Bob"), "the second A is Cyrillic");
        for (name, is) in [("LEE HANNAH", true), ("Müller", true), ("Ada", false), ("Bea", false)] {
            assert_eq!(alike.has(name), is, "{name}");
        }
    }

    fn alike(one: &str, other: &str) -> bool {
        looks(one).iter().any(|look| looks(other).contains(look))
    }

    #[test]
    fn a_name_in_other_letters_looks_the_same() {
        for name in [
            "Dana Ivory",
            "dana ivory",
            "Dаnа Ivоry",
            "Dana lvory",
            "DANA IVORY",
            "Dana  Ivory",
            "Dana 1vory",
            "Ｄａｎａ Ivory",
        ] {
            assert!(alike("Dana Ivory", name), "{name}");
        }
        for name in ["Dana", "Dana Ivor", "Dora Ivory", "Asha Rao", ""] {
            assert!(!alike("Dana Ivory", name), "{name}");
        }
    }
}
