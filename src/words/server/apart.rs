use std::collections::{BTreeMap, BTreeSet};

use super::masked;
use crate::{domain::person::shown_address, server::names::Alike};

/// What stands beside a name in a list in which another looks the same: the address, or as much of it as its owner knows it
/// by, with a number where that would be the same again.
#[derive(Debug)]
pub struct Apart {
    alike: Alike,
    /// Whether whoever reads the list may read addresses.
    whole: bool,
    /// Of those who look the same, and of whose addresses the same is shown: the addresses, sorted.
    masked: BTreeMap<String, BTreeSet<String>>,
}

impl Apart {
    /// For a list of these names and addresses.
    pub fn among<'a>(people: impl IntoIterator<Item = (&'a str, &'a str)>, whole: bool) -> Self {
        let people: Vec<_> = people.into_iter().collect();
        let alike = Alike::among(people.iter().map(|(name, _)| *name));
        let mut shown = BTreeMap::<String, BTreeSet<String>>::new();
        for (_, email) in people.iter().filter(|(name, _)| !whole && alike.has(name)) {
            shown.entry(masked(email)).or_default().insert((*email).to_owned());
        }
        Self { alike, whole, masked: shown }
    }

    /// What stands beside this name; `None`: no other looks like it.
    pub fn beside(&self, name: &str, email: &str) -> Option<String> {
        if !self.alike.has(name) {
            return None;
        }
        if self.whole {
            return Some(shown_address(email).into_owned());
        }
        let masked = masked(email);
        let same = self.masked.get(&masked).filter(|same| same.len() > 1);
        let place = same.and_then(|same| same.iter().position(|one| one == email));
        Some(place.map_or(masked.clone(), |place| format!("{masked}, {}", place + 1)))
    }

    /// A name with it, for a line of plain text.
    pub fn named(&self, name: &str, email: &str) -> String {
        match self.beside(name, email) {
            Some(beside) => format!("{name} ({beside})"),
            None => name.to_owned(),
        }
    }
}

/// What someone is called in a greeting: the first word of their name, of "Lee, Hannah" the one behind the comma, unless that
/// is a degree. Of a name that begins with a title or an initial it is the whole name.
pub fn called(name: &str) -> &str {
    let given = match name.split_once([',', '，', '、']) {
        Some((family, behind)) if is_suffix(behind) => family,
        Some((_, given)) if !given.trim().is_empty() => given,
        _ => name,
    };
    let first = given.split_whitespace().next().unwrap_or_default().trim_matches(|c: char| !c.is_alphanumeric());
    let letters = first.chars().count();
    // "Dipl.-Ing." and "Dr.med." begin with one, too.
    let begins = first.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default().to_lowercase();
    let title = TITLES.contains(&begins.as_str());
    if letters < 2 && !first.chars().any(|c| c as u32 > 0x2E80) || title {
        name.trim_end_matches([',', ' '])
    } else {
        first
    }
}

/// Whether nothing of what stands behind a comma is a name: "Jr.", "Ph.D.", "M.D.", "Block 4".
fn is_suffix(behind: &str) -> bool {
    let plain = |word: &str| word.chars().filter(|c| c.is_alphanumeric()).collect::<String>().to_lowercase();
    let first = plain(behind.split([' ', ',']).find(|word| !word.is_empty()).unwrap_or_default());
    SUFFIXES.contains(&first.as_str()) || behind.chars().any(|c| c.is_ascii_digit())
}

/// What stands behind a name, in small letters, without its dots.
const SUFFIXES: [&str; 30] = [
    "jr", "sr", "jun", "sen", "ii", "iii", "iv", "phd", "dphil", "md", "dds", "jd", "esq", "cpa", "rn", "ba", "bsc",
    "ma", "msc", "mba", "llm", "mp", "obe", "mbe", "inc", "ltd", "llc", "gmbh", "ev", "ag",
];

/// Words before a name, in small letters, without their dot.
const TITLES: [&str; 38] = [
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
    "mag",
    "univ",
    "fam",
    "familie",
    "family",
    "famille",
    "the",
    "herrn",
    "rabbi",
    "capt",
    "captain",
    "col",
    "father",
    "sister",
];

#[cfg(test)]
mod tests {
    use super::{Apart, called};

    #[test]
    fn a_name_that_stands_twice_has_its_address_beside_it() {
        let names = [
            ("Hannah Lee", "h@xn--exmple-cua.org"),
            ("hannah  lee", "hannah@example.org"),
            ("Hannah Lee", "hannah2@example.org"),
            ("Ada", "ada@example.org"),
        ];
        let (whole, masked) = (Apart::among(names, true), Apart::among(names, false));
        assert_eq!(whole.beside("Hannah Lee", "h@xn--exmple-cua.org").as_deref(), Some("h@exämple.org"));
        assert_eq!(masked.named("hannah  lee", "hannah@example.org"), "hannah  lee (h…@example.org, 2)");
        assert_eq!(masked.named("Hannah Lee", "hannah2@example.org"), "Hannah Lee (h…@example.org, 1)");
        assert_eq!(masked.named("Hannah Lee", "h@xn--exmple-cua.org"), "Hannah Lee (h…@exämple.org)");
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
            ("Sammy Davis, Jr.", "Sammy"),
            ("John Smith, Ph.D.", "John"),
            ("Anna Berg, M.D.", "Anna"),
            ("Anna B., Block 4", "Anna"),
            ("Dipl.-Ing. Anna Berg", "Dipl.-Ing. Anna Berg"),
            ("Dr.med. Anna Berg", "Dr.med. Anna Berg"),
            ("The Smiths", "The Smiths"),
            ("Fam. Huber", "Fam. Huber"),
            ("Lee， Hannah", "Hannah"),
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
