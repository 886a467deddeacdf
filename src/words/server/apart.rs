use super::masked;
use crate::{domain::person::shown_address, server::names::Alike};

/// What stands beside a name in a list in which another looks the same: the address, or as much of it as its owner knows it
/// by.
#[derive(Debug)]
pub struct Apart {
    alike: Alike,
    /// Whether whoever reads the list may read addresses.
    whole: bool,
}

impl Apart {
    /// For a list of these names.
    pub fn among<'a>(names: impl IntoIterator<Item = &'a str>, whole: bool) -> Self {
        Self { alike: Alike::among(names), whole }
    }

    /// What stands beside this name; `None`: no other looks like it.
    pub fn beside(&self, name: &str, email: &str) -> Option<String> {
        let shown = |email| if self.whole { shown_address(email).into_owned() } else { masked(email) };
        self.alike.has(name).then(|| shown(email))
    }

    /// A name with it, for a line of plain text.
    pub fn named(&self, name: &str, email: &str) -> String {
        match self.beside(name, email) {
            Some(beside) => format!("{name} ({beside})"),
            None => name.to_owned(),
        }
    }
}

/// What someone is called in a greeting: the first word of their name, of "Lee, Hannah" the one behind the comma. Of a name
/// that begins with a title or an initial it is the whole name.
pub fn called(name: &str) -> &str {
    let given = match name.split_once(',') {
        Some((_, given)) if !given.trim().is_empty() => given,
        _ => name,
    };
    let first = given.split_whitespace().next().unwrap_or_default().trim_matches(|c: char| !c.is_alphanumeric());
    let letters = first.chars().count();
    let title = TITLES.contains(&first.to_lowercase().as_str());
    if letters < 2 && !first.chars().any(|c| c as u32 > 0x2E80) || title {
        name.trim_end_matches([',', ' '])
    } else {
        first
    }
}

/// Words before a name, in small letters, without their dot.
const TITLES: [&str; 24] = [
    "dr",
    "prof",
    "professor",
    "mr",
    "mrs",
    "ms",
    "miss",
    "mx",
    "sir",
    "dame",
    "lady",
    "lord",
    "rev",
    "fr",
    "sr",
    "sra",
    "herr",
    "frau",
    "hr",
    "monsieur",
    "madame",
    "mme",
    "dipl",
    "ing",
];

#[cfg(test)]
mod tests {
    use super::{Apart, called};

    #[test]
    fn a_name_that_stands_twice_has_its_address_beside_it() {
        let names = ["Hannah Lee", "hannah  lee", "Ada"];
        let (whole, masked) = (Apart::among(names, true), Apart::among(names, false));
        assert_eq!(whole.beside("Hannah Lee", "h@xn--exmple-cua.org").as_deref(), Some("h@exämple.org"));
        assert_eq!(masked.named("hannah  lee", "hannah@example.org"), "hannah  lee (h…@example.org)");
        assert_eq!(whole.named("Ada", "ada@example.org"), "Ada");
    }

    #[test]
    fn people_are_greeted_by_the_name_they_are_called_by() {
        for (name, greeted) in [
            ("Hannah Lee", "Hannah"),
            ("Lee, Hannah", "Hannah"),
            ("Lee,Hannah Marie", "Hannah"),
            ("Lee,", "Lee"),
            ("van der Berg, Anna-Lena", "Anna-Lena"),
            ("O’Brien, Seán", "Seán"),
            ("Dr. Ada Byron", "Dr. Ada Byron"),
            ("Byron, Dr. Ada", "Byron, Dr. Ada"),
            ("J. R. Ewing", "J. R. Ewing"),
            ("Zoë", "Zoë"),
            ("李娜", "李娜"),
            ("Ада Байрон", "Ада"),
            ("\"Ace\" Ventura", "Ace"),
            ("🎸", "🎸"),
            ("", ""),
        ] {
            assert_eq!(called(name), greeted, "{name}");
        }
    }
}
