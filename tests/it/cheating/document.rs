//! docs/DRAW.md says of every way to cheat, and of everyone, what comes of it, and names a test; the tests it names exist.

use std::{collections::BTreeSet, fs, path::PathBuf};

/// Who could cheat, as the columns of the table name them; the tests come last.
const COLUMNS: [&str; 7] = ["Way", "Member", "Organizer", "Steward", "Admin", "Operator", "Shown by"];

/// What can come of it, as each cell begins.
const COMES: [&str; 3] = ["impossible", "shows", "possible; nothing shows"];

fn project() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The rows of the table at the end of the chapter, each with its cells.
fn rows() -> Vec<Vec<String>> {
    let document = fs::read_to_string(project().join("docs/DRAW.md")).unwrap();
    let cells =
        |line: &str| -> Vec<String> { line.trim_matches('|').split('|').map(|cell| cell.trim().to_owned()).collect() };
    let mut lines =
        document.lines().skip_while(|line| !line.starts_with("| Way ")).take_while(|line| line.starts_with('|'));
    assert_eq!(lines.next().map(cells).unwrap_or_default(), COLUMNS);
    lines.next();
    lines.map(cells).collect()
}

/// The tests that a cell names.
fn tests(cell: &str) -> Vec<&str> {
    cell.split("<br>").filter_map(|test| test.trim().strip_prefix('`')?.strip_suffix('`')).collect()
}

/// Whether a test of this suite stands where its name says.
fn exists(test: &str) -> bool {
    let Some((place, name)) = test.rsplit_once("::") else { return false };
    let file = project().join("tests/it").join(place.replace("::", "/")).with_extension("rs");
    fs::read_to_string(file).is_ok_and(|text| text.contains(&format!("fn {name}(")))
}

#[test]
fn every_way_to_cheat_says_what_comes_of_it_for_everyone_and_names_a_test() {
    let rows = rows();
    assert!(rows.len() >= 25, "{}", rows.len());
    let ways: BTreeSet<_> = rows.iter().map(|row| row[0].clone()).collect();
    assert_eq!(ways.len(), rows.len(), "each way has one row");
    for row in &rows {
        let [way, cells @ .., shown] = &row[..] else { panic!("an empty row") };
        assert_eq!(row.len(), COLUMNS.len(), "{way}");
        for (who, cell) in COLUMNS[1..6].iter().zip(cells) {
            assert!(COMES.iter().any(|comes| cell.starts_with(comes)), "{way}, {who}: {cell}");
            let to_whom = cell.starts_with("shows: ") || !cell.starts_with("shows");
            assert!(to_whom, "{way}, {who}: it shows to whom, from what? {cell}");
        }
        assert!(!tests(shown).is_empty(), "{way} names no test");
    }
}

#[test]
fn every_test_that_the_table_names_exists() {
    for row in rows() {
        let [way, .., shown] = &row[..] else { panic!("an empty row") };
        for test in tests(shown) {
            assert!(exists(test), "{way}: {test} does not exist");
        }
    }
    assert!(exists("cheating::document::every_test_that_the_table_names_exists"));
    assert!(!exists("cheating::document::a_test_that_nobody_wrote") && !exists("cheating::nowhere::x") && !exists("x"));
}
