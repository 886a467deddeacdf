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

#[cfg(test)]
mod tests {
    use super::Apart;

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
}
