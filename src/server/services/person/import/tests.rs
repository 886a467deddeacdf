mod access;
mod cards;
mod columns;
mod lists;
mod names;
mod owners;
mod signs;

use super::{
    columns::{ByHand, Column},
    sheet::{self, MOST, Sheet, SheetRow, Unreadable},
    values::{read_active, read_role},
};
use crate::domain::person::Role;

fn read(text: &str) -> Result<Sheet, Unreadable> {
    sheet::read(text, &ByHand::default())
}

/// The name of each person as it would be saved, and their address.
fn who(text: &str) -> Vec<(String, String)> {
    let sheet = read(text).unwrap_or_else(|why| panic!("{text:?}: {why:?}"));
    let name = |row: &SheetRow| row.name.clone().or_else(|| row.name_from_address.clone()).unwrap_or_default();
    sheet.rows.iter().map(|row| (name(row), row.address.clone())).collect()
}

fn pair((name, address): (&str, &str)) -> (String, String) {
    (name.to_owned(), address.to_owned())
}

fn assert_both(text: &str) {
    let both = [("Asha Rao", "asha@example.org"), ("Bram Otter", "bram@example.org")].map(pair);
    assert_eq!(who(text), both, "{text:?}");
}

/// Line, address and name of each row.
fn people(text: &str) -> Vec<(usize, String, String)> {
    let named = |row: SheetRow| (row.line, row.address, row.name.unwrap_or_default());
    read(text).unwrap().rows.into_iter().map(named).collect()
}

fn row(line: usize, address: &str, name: &str) -> (usize, String, String) {
    (line, address.to_owned(), name.to_owned())
}

#[test]
fn commas_semicolons_and_tabs_are_told_apart() {
    let both = [row(2, "asha@example.org", "Asha"), row(3, "bram@example.org", "Bram")];
    for separator in [",", ";", "\t", "|"] {
        for end in ["\n", "\r\n", "\r"] {
            for mark in ["", "\u{feff}"] {
                let lines = ["name,email", "Asha,asha@example.org", "Bram,bram@example.org"];
                let text = format!("{mark}{}{end}", lines.join(end)).replace(',', separator);
                assert_eq!(people(&text), both, "{text:?}");
            }
        }
    }
}

#[test]
fn a_comma_in_a_name_separates_nothing_where_semicolons_do() {
    let text = "Rao, Asha, MD;asha@example.org\nOtter, Bram;bram@example.org";
    assert_eq!(people(text), [row(1, "asha@example.org", "Rao, Asha, MD"), row(2, "bram@example.org", "Bram Otter")]);
}

#[test]
fn quotes_hold_commas_quotes_and_lines() {
    let text =
        "name,email\n\"Rao, \"\"Asha\"\"\",asha@example.org\n\"Br\nam\",bram@example.org\nCleo,cleo@example.org\n";
    let expected = [
        row(2, "asha@example.org", "\"Asha\" Rao"),
        row(3, "bram@example.org", "Br\nam"),
        row(5, "cleo@example.org", "Cleo"),
    ];
    assert_eq!(people(text), expected);
}

#[test]
fn empty_lines_count_but_are_nobody() {
    let text = "\n\nname,email\n\nAsha,asha@example.org\n,\n  , \n\nBram,bram@example.org";
    assert_eq!(people(text), [row(5, "asha@example.org", "Asha"), row(9, "bram@example.org", "Bram")]);
}

#[test]
fn the_guard_of_our_own_files_is_taken_off() {
    let sheet = read("name,email\n'=SUM(1),'+asha@example.org\n'tis,bram@example.org").unwrap();
    assert_eq!(sheet.rows[0].name.as_deref(), Some("=SUM(1)"));
    assert_eq!(sheet.rows[0].address, "+asha@example.org");
    assert_eq!(sheet.rows[1].name.as_deref(), Some("'tis"));
}

#[test]
fn what_holds_nobody_is_refused() {
    for nothing in ["", " ", "\u{feff}", "\n\n\r\n", "name,email", "name;email\n;\n"] {
        assert_eq!(read(nothing), Err(Unreadable::Nothing), "{nothing:?}");
    }
    for nowhere in ["Asha\nBram", "name,role\nAsha,member", "Asha,at example.org"] {
        assert!(matches!(read(nowhere), Err(Unreadable::NoAddresses { .. })), "{nowhere:?}");
    }
}

#[test]
fn five_thousand_people_fit_and_one_more_does_not() {
    let list = |count: usize| (0..count).map(|n| format!("p{n}@example.org")).collect::<Vec<_>>().join("\n");
    assert_eq!(read(&list(MOST)).unwrap().rows.len(), 5_000);
    assert_eq!(read(&list(MOST + 1)), Err(Unreadable::TooMany { seen: 5_001 }));
    assert_eq!(read(&format!("email\n{}", list(MOST))).unwrap().rows.len(), 5_000, "the header is nobody");
}

#[test]
fn no_text_stops_the_reader() {
    for text in
        ["\"", "\"\"\"", "a@b.c,\"", "\0,\0@\0", "=cmd|' /C calc'!A0,x@example.org", "Zo\u{c3}\u{ab},z@example.org"]
    {
        let _ = read(text);
    }
    assert_eq!(people("Zo\u{c3}\u{ab},z@example.org"), [row(1, "z@example.org", "Zo\u{c3}\u{ab}")]);
}

#[test]
fn a_first_line_may_say_what_separates() {
    for sep in ["sep=;\n", "SEP=;\r\n", "\"sep=;\"\n", "\u{feff}sep=;\n"] {
        let text = format!("{sep}Name;Email\nRao, Asha;asha@example.org");
        assert_eq!(people(&text), [row(3, "asha@example.org", "Asha Rao")], "{text:?}");
    }
}

#[test]
fn a_name_keeps_what_follows_a_comma_without_being_a_name() {
    let text = "\"Rao, Jr.\",a@example.org\n\"Otter, PhD\",b@example.org\n\"Rao, Asha, MD\",c@example.org";
    let names: Vec<String> = who(text).into_iter().map(|(name, _)| name).collect();
    assert_eq!(names, ["Rao, Jr.", "Otter, PhD", "Rao, Asha, MD"]);
}

#[test]
fn a_quote_that_is_never_closed_takes_no_other_line_along() {
    let rows = people("name,email\n\"Asha,asha@example.org\nBram,bram@example.org\nCleo,cleo@example.org");
    assert_eq!(rows.len(), 3, "{rows:?}");
    assert_eq!((rows[1].0, &*rows[1].1), (3, "bram@example.org"));
}

#[test]
fn numbers_name_nobody() {
    let text = "asha.rao@example.org,12345\nbram.otter@example.org,+44 20";
    let names: Vec<String> = who(text).into_iter().map(|(name, _)| name).collect();
    assert_eq!(names, ["Asha Rao", "Bram Otter"]);
}
