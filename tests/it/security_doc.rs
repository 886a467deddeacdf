//! docs/SECURITY.md names a test for every line, or says that the line is an exception; the tests it names exist.

use std::{fs, path::PathBuf};

const ASVS: [&str; 55] = [
    "1.2.1", "1.2.2", "1.2.4", "1.2.10", "1.3.11", "2.2.2", "2.3.1", "2.3.3", "2.3.4", "2.4.1", "3.3.1", "3.3.2",
    "3.3.3", "3.3.4", "3.4.1", "3.4.2", "3.4.3", "3.4.4", "3.4.5", "3.4.6", "3.4.7", "3.4.8", "3.5.1", "3.5.3",
    "4.1.3", "6.1.1", "6.3.2", "6.3.3", "6.3.4", "6.3.6", "6.3.7", "6.3.8", "6.5.1", "6.5.2", "6.5.5", "6.6.2",
    "6.6.3", "7.1.1", "7.2.4", "7.3.1", "7.4.1", "7.4.2", "7.5.1", "7.5.2", "8.2.1", "8.2.2", "11.5.1", "14.2.1",
    "14.3.2", "15.1.2", "15.3.3", "16.2.5", "16.3.1", "16.4.1", "16.5.1",
];
const EXCEPTIONS: [&str; 6] = ["6.3.3", "6.3.6", "6.5.5", "7.1.1", "7.3.1", "14.2.1"];

fn project() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The cells of every row of a table that has three, by the first.
fn rows() -> Vec<(String, String)> {
    let document = fs::read_to_string(project().join("docs/SECURITY.md")).unwrap();
    let row = |line: &str| {
        let cells: Vec<_> = line.trim_matches('|').split('|').map(|cell| cell.trim().to_owned()).collect();
        (line.starts_with('|') && cells.len() == 3).then(|| (cells[0].clone(), cells[2].clone()))
    };
    document.lines().filter_map(row).collect()
}

/// Whether a test exists where its name says it stands.
fn exists(test: &str) -> bool {
    if let Some((file, title)) = test.split_once(": ") {
        let stories = fs::read_to_string(project().join("end2end/tests").join(file)).unwrap_or_default();
        return stories.contains(title) && !stories.contains("test.skip(") && !stories.contains("test.fixme(");
    }
    let Some((place, name)) = test.rsplit_once("::") else { return false };
    let (top, below) = if let Some(below) = place.strip_prefix("it::") {
        ("tests/it", below)
    } else if let Some(below) = place.strip_prefix("src::") {
        ("src", below)
    } else {
        return false;
    };
    // Tests beside what they test stand in a module of the same file, or in a file of their own.
    let file = |below: &str| project().join(top).join(below.replace("::", "/")).with_extension("rs");
    let places = [Some(file(below)), below.strip_suffix("::tests").map(file)];
    let mut texts = places.into_iter().flatten().filter_map(|file| fs::read_to_string(file).ok());
    texts.any(|text| text.contains(&format!("fn {name}(")))
}

#[test]
fn every_line_of_the_security_document_is_shown_by_a_test_or_declared() {
    let rows = rows();
    let abuse = (1..=34).map(|number| number.to_string());
    for line in ASVS.iter().map(|line| (*line).to_owned()).chain(abuse) {
        let shown: Vec<_> = rows.iter().filter(|(first, _)| *first == line).map(|(_, shown)| shown).collect();
        let excepted = EXCEPTIONS.contains(&&*line);
        assert_eq!(
            shown.len(),
            if excepted { 2 } else { 1 },
            "{line} has its row (and its reason, if it is an exception)"
        );
        let named = shown.iter().any(|shown| shown.contains('`'));
        assert_eq!(shown.iter().any(|shown| *shown == "exception, see above"), excepted, "{line}");
        assert!(named || excepted, "{line} names no test");
    }
}

#[test]
fn every_test_that_the_security_document_names_exists() {
    let mut named = 0;
    for (line, shown) in rows() {
        for test in shown.split("<br>").filter_map(|test| test.strip_prefix('`')?.strip_suffix('`')) {
            if test.contains("::") || test.contains(".spec.ts") {
                assert!(exists(test), "{line}: {test} does not exist");
                named += 1;
            }
        }
    }
    assert!(named > 100, "{named}");
    assert!(!exists("it::pages::escaping::a_test_that_nobody_wrote") && !exists("it::nowhere::x"));
    assert!(!exists("sign-in.spec.ts: a story that nobody told"));
}
