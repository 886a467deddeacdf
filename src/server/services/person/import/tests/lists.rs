//! Lists of addresses, and what stands around one.

use super::{ByHand, assert_both, pair, read, sheet, who};

#[test]
fn addresses_of_an_email_are_a_list() {
    for text in [
        "Asha Rao <asha@example.org>, Bram Otter <bram@example.org>",
        "Asha Rao <asha@example.org>; Bram Otter <bram@example.org>;",
        "Asha Rao <asha@example.org>\nBram Otter <bram@example.org>\n",
        "Asha Rao <asha@example.org>,\nBram Otter <bram@example.org>",
        "\"Rao, Asha\" <asha@example.org>, \"Otter, Bram\" <bram@example.org>",
        "Rao, Asha <asha@example.org>; Otter, Bram <bram@example.org>",
        "Rao, Asha <asha@example.org>, Otter, Bram <bram@example.org>",
        "Rao, Asha <asha@example.org>\nOtter, Bram <bram@example.org>",
        "'Asha Rao' <mailto:asha@example.org>; “Bram Otter” <BRAM@example.org>",
        "asha.rao@example.org, bram_otter2@example.org",
        "asha.rao+x@example.org\nbram-otter@example.org",
        "asha.rao@example.org; bram.otter@example.org",
        "asha.rao@example.org\tbram.otter@example.org",
    ] {
        let names: Vec<String> = who(text).into_iter().map(|(name, _)| name).collect();
        assert_eq!(names, ["Asha Rao", "Bram Otter"], "{text:?}");
    }
    let sheet = read("Asha <asha@example.org>, nonsense, Bram <bram@example.org>\nCleo <cleo@example.org>").unwrap();
    let lines: Vec<_> = sheet.rows.iter().map(|row| (row.line, row.address.as_str(), row.raw.as_str())).collect();
    let expected = [
        (1, "asha@example.org", "Asha <asha@example.org>"),
        (1, "nonsense", "nonsense"),
        (1, "bram@example.org", "Bram <bram@example.org>"),
        (2, "cleo@example.org", "Cleo <cleo@example.org>"),
    ];
    assert_eq!(lines, expected);
    let left = ByHand { columns: Vec::new(), titles: sheet.titles };
    assert_eq!(sheet::read("nonsense\n", &left).unwrap().rows.len(), 1, "what is left of a list is one");
}

#[test]
fn nobody_of_a_line_to_is_lost_where_some_have_no_address() {
    for (text, expected) in [
        (
            "Lee, Ann; Ray, Bob <bob@x.example>; Poe, Cy <cy@x.example>",
            [("", "Lee, Ann"), ("Bob Ray", "bob@x.example"), ("Cy Poe", "cy@x.example")].as_slice(),
        ),
        (
            "Otter, Bram; Poe, Cy <cy@o.example>; Ray, Dan; dee@o.example",
            &[("", "Otter, Bram"), ("Cy Poe", "cy@o.example"), ("", "Ray, Dan"), ("Dee", "dee@o.example")],
        ),
        (
            "Lee, Ann </o=ExchangeLabs/cn=ann>; Ray, Bob <bob@x.example>; cy@x.example",
            &[("", "Lee, Ann </o=ExchangeLabs/cn=ann>"), ("Bob Ray", "bob@x.example"), ("Cy", "cy@x.example")],
        ),
        (
            "To: Lee, Ann; Poe, Eve; Ray, Bob <bob@x.example>; cy@x.example\nCc: Orr, Di; Fay",
            &[
                ("", "To: Lee, Ann"),
                ("", "Poe, Eve"),
                ("Bob Ray", "bob@x.example"),
                ("Cy", "cy@x.example"),
                ("", "Cc: Orr, Di"),
                ("", "Fay"),
            ],
        ),
        (
            "Ann, Eve, Fay, Bob Ray <bob@x.example>, cy@x.example",
            &[("", "Ann"), ("", "Eve"), ("", "Fay"), ("Bob Ray", "bob@x.example"), ("Cy", "cy@x.example")],
        ),
    ] {
        assert_eq!(who(text), expected.iter().copied().map(pair).collect::<Vec<_>>(), "{text}");
    }
    // A sheet with the addresses of two is none.
    let sheet =
        read("Anna,Bern,3000,anna@x.example,Eva <eva@x.example>\nBo,Basel,4000,bo@x.example,Ida <ida@x.example>");
    assert_eq!(sheet.unwrap().rows.len(), 2);
}

#[test]
fn what_cannot_be_seen_and_what_stands_around_an_address_goes() {
    for address in [
        "\u{200b}asha@example.org\u{200b}",
        "\u{feff}asha@example.org",
        "\u{a0}asha@example.org\u{a0}",
        "asha\u{200b}@example.org",
        "asha\u{a0}@example.org",
        "asha@exam\u{a0}ple.org",
        "asha@ example.org",
        "mailto:asha@example.org",
        "MAILTO:asha@example.org?subject=x",
        "asha@example.org.",
        "asha@example.org,",
        "<asha@example.org>",
        "“asha@example.org”",
        "‘asha@example.org’",
        "'asha@example.org'",
        "(asha@example.org)",
        "«asha@example.org»",
        "asha@example.org <mailto:asha@example.org>",
        "Asha <asha@example.org>",
        "asha@example.org;",
        "asha＠example.org",
    ] {
        let text = format!("Name\tEmail\nAsha Rao\t{address}\nBram Otter\tbram@example.org");
        assert_both(&text);
    }
    assert_both("“Rao, Asha”,asha@example.org\n„Otter, Bram“,bram@example.org");
    assert_both("\u{200b}Asha Rao\u{a0}\tasha@example.org\n“Bram Otter”\tbram@example.org");
    assert_both("Asha\u{a0}Rao;asha@example.org\n;;;\n\u{a0};\u{200b}\n|---|\n,,,\nBram Otter;bram@example.org");
    assert_both("| Name | Email |\n|---|---|\n| Asha Rao | asha@example.org |\n| Bram Otter | bram@example.org |");
    assert_both("Members of 2026\n\nName;Email\nAsha Rao;asha@example.org\nBram Otter;bram@example.org");
}
