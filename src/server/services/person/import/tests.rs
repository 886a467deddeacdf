use super::sheet::{MOST, Sheet, SheetRow, Unreadable, read};

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
    for separator in [",", ";", "\t"] {
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
    assert_eq!(people(text), [row(1, "asha@example.org", "Rao, Asha, MD"), row(2, "bram@example.org", "Otter, Bram")]);
}

#[test]
fn quotes_hold_commas_quotes_and_lines() {
    let text =
        "name,email\n\"Rao, \"\"Asha\"\"\",asha@example.org\n\"Br\nam\",bram@example.org\nCleo,cleo@example.org\n";
    let expected = [
        row(2, "asha@example.org", "Rao, \"Asha\""),
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
fn columns_are_found_by_their_names_in_any_order() {
    for (header, line) in [
        ("NAME,E-Mail,Role,Active", "Asha,asha@example.org,Member,No"),
        ("access,mail address,role,name", "No,asha@example.org,Member,Asha"),
        ("Status,Address,Phone,Role,Name", "No,asha@example.org,1234,Member,Asha"),
    ] {
        let text = format!("{header}\n{line}");
        let Sheet { rows, .. } = read(&text).unwrap();
        let expected = SheetRow {
            line: 2,
            address: "asha@example.org".into(),
            name: Some("Asha".into()),
            role: Some("Member".into()),
            active: Some("No".into()),
        };
        assert_eq!(rows, [expected], "{text}");
    }
}

#[test]
fn without_a_header_the_column_with_the_at_sign_is_the_address() {
    assert_eq!(people("asha@example.org\tAsha"), [row(1, "asha@example.org", "Asha")]);
    assert_eq!(people("Asha,asha@example.org"), [row(1, "asha@example.org", "Asha")]);
    assert_eq!(people("asha@example.org\nbram@example.org").len(), 2);
    let sheet = read("Asha,asha@example.org,12,\nBram,bram@,,x").unwrap();
    assert_eq!(sheet.ignored, ["column 3", "column 4"]);
    assert_eq!(sheet.rows[1].address, "bram@");
}

#[test]
fn columns_that_are_not_ours_are_named() {
    let sheet = read("Name,Seat \u{7}1,Email,Email\nAsha,4,asha@example.org,b@example.org").unwrap();
    assert_eq!(sheet.ignored, ["Seat 1", "Email"]);
    assert_eq!(sheet.rows[0].address, "asha@example.org");
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
        assert_eq!(read(nowhere), Err(Unreadable::NoAddresses), "{nowhere:?}");
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
