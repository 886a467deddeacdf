//! Everything that is ever noted has words, and can be found by its kind.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
};

use ticket_pool::words::{KINDS, deed};

/// Every Rust file below a folder.
fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(sources(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
    found
}

/// What stands in quotation marks first after each place where `before` stands, unless `without` comes earlier.
fn quoted<'a>(text: &'a str, before: &str, without: char) -> Vec<&'a str> {
    let after = text.split(before).skip(1);
    let first = after.filter_map(|rest| {
        let (between, rest) = rest.split_once('"')?;
        (!between.contains(without)).then(|| rest.split('"').next().unwrap_or_default())
    });
    first.collect()
}

/// Whether it has the shape of an action of one of the kinds: `event.close-due`.
fn is_action(text: &str) -> bool {
    let plain = |word: &str| !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase() || b == b'-');
    text.split_once('.').is_some_and(|(kind, what)| KINDS.iter().any(|(known, _)| *known == kind) && plain(what))
}

/// Every action that a service notes.
fn noted() -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for file in sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src/server/services")) {
        let text = fs::read_to_string(file).unwrap();
        found.extend(quoted(&text, "action: ", ' ').into_iter().map(str::to_owned));
        found.extend(quoted(&text, "note(", ')').into_iter().map(str::to_owned));
        found.extend(text.split('"').filter(|part| is_action(part)).map(str::to_owned));
    }
    found
}

#[test]
fn every_action_that_is_noted_has_words() {
    let noted = noted();
    assert!(noted.len() >= 30, "{} were found: {noted:?}", noted.len());
    for expected in ["session.start", "event.finalize", "request.withdraw", "import.made-up", "import.legacy"] {
        assert!(noted.contains(expected), "{expected} in {noted:?}");
    }
    for action in &noted {
        assert_ne!(deed(action), action, "no words for it");
        assert!(action.len() <= 40, "{action} does not fit into its column");
    }
}

#[test]
fn every_action_belongs_to_a_kind_that_can_be_looked_for() {
    for action in noted() {
        assert!(is_action(&action), "{action}");
    }
    let kinds: BTreeSet<String> =
        noted().iter().filter_map(|action| Some(action.split_once('.')?.0.to_owned())).collect();
    let offered: BTreeSet<String> = KINDS.iter().map(|(kind, _)| (*kind).to_owned()).collect();
    assert_eq!(kinds, offered);
}

#[test]
fn no_words_are_left_over() {
    let table = include_str!("../../../../src/words/deeds.rs");
    let (_, table) = table.split_once("match action {").unwrap();
    let worded: BTreeSet<String> = table
        .lines()
        .filter(|line| line.contains("\" => \""))
        .filter_map(|line| line.split('"').nth(1))
        .map(str::to_owned)
        .collect();
    assert_eq!(worded, noted());
    assert_eq!(deed("no.such-deed"), "no.such-deed");
}
