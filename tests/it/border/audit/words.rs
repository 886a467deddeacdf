//! Everything that can be noted has words of its own, and can be found by its kind.

use std::collections::BTreeSet;

use ticket_pool::{
    domain::deed::Deed,
    words::{KINDS, deed},
};

#[test]
fn every_deed_has_words_of_its_own() {
    let mut worded = BTreeSet::new();
    for one in Deed::ALL {
        let word = one.as_str();
        assert_eq!(Deed::parse(word), Some(*one));
        assert!(word.len() <= 40, "{word} does not fit into its column");
        assert!(worded.insert(deed(word)), "{word} says the same as another");
        assert!(deed(word).starts_with(char::is_uppercase), "{word}");
    }
    for expected in ["session.start", "event.finalize", "request.withdraw", "import.made-up", "import.legacy"] {
        assert!(Deed::parse(expected).is_some(), "{expected} stands in databases");
    }
    assert_eq!(deed("no.such-deed"), "no.such-deed");
}

#[test]
fn every_deed_belongs_to_a_kind_that_can_be_looked_for() {
    let plain = |word: &str| !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase() || b == b'-');
    let kinds: BTreeSet<&str> = Deed::ALL
        .iter()
        .map(|one| {
            let (kind, what) = one.as_str().split_once('.').unwrap();
            assert!(plain(kind) && plain(what), "{one:?}");
            kind
        })
        .collect();
    let offered: BTreeSet<&str> = KINDS.into_iter().collect();
    assert_eq!(kinds, offered);
}
