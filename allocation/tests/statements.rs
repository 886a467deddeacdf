//! Statements of a site: bodies, their chain, and what signs it.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on says so by panicking")]

#[path = "statements/keys.rs"]
mod keys;

use std::collections::BTreeSet;

use allocation::{
    Hash,
    statement::{
        Kind, MAX_KEY, MAX_VALUE, START, Signature, SigningKey, Statement, StatementFile, digest, link, signed_bytes,
        verify,
    },
};
use proptest::prelude::*;

const SITE: &str = "https://tickets.example.org";
const AT: &str = "2026-08-20T09:00:00.000Z";
/// The first key of RFC 8032, section 7.1.
const SEED: &str = "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60";
const PUBLIC: &str = "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a";

const FIRST: &str = "ticket-pool/statement/1\n\
    site: https://tickets.example.org\n\
    number: 1\n\
    at: 2026-08-20T09:00:00.000Z\n\
    kind: commitment\n\
    event: autumn-match\n\
    commitment: 93c00a25ee89ef5993bfc4ffa190be80b027839ac1ffe3a92e244540cbea4126\n\
    randomness: typed lotto 2026-09-05\n";
const SECOND: &str = "ticket-pool/statement/1\n\
    site: https://tickets.example.org\n\
    number: 2\n\
    at: 2026-08-21T17:30:05.250Z\n\
    kind: reopen\n";

fn hash(text: &str) -> Hash {
    Hash::parse(text).unwrap()
}

fn first() -> Statement {
    let begun = Statement::new(SITE, 1, AT, Kind::Commitment, Some("autumn-match")).unwrap();
    let commitment = "93c00a25ee89ef5993bfc4ffa190be80b027839ac1ffe3a92e244540cbea4126";
    begun.with("commitment", commitment).unwrap().with("randomness", "typed lotto 2026-09-05").unwrap()
}

fn key() -> SigningKey {
    SigningKey::from_seed(hash(SEED).0).unwrap()
}

fn refusal(body: &str) -> String {
    Statement::parse(body).unwrap_err().to_string()
}

#[test]
fn a_body_is_written_and_read_line_by_line() {
    assert_eq!(first().body(), FIRST);
    assert_eq!(Statement::parse(FIRST).unwrap(), first());
    let second = Statement::new(SITE, 2, "2026-08-21T17:30:05.250Z", Kind::Reopen, None).unwrap();
    assert_eq!(second.body(), SECOND);
    let read = Statement::parse(SECOND).unwrap();
    assert_eq!((read.site(), read.number(), read.at()), (SITE, 2, "2026-08-21T17:30:05.250Z"));
    assert_eq!((read.kind(), read.event(), read.further()), (Kind::Reopen, None, &[][..]));
    assert_eq!(first().event().unwrap().as_str(), "autumn-match");
    assert_eq!(first().get("randomness"), Some("typed lotto 2026-09-05"));
    assert_eq!(first().get("site"), None);
}

/// The numbers are from another implementation of SHA-256 and Ed25519, that of OpenSSL.
#[test]
fn digests_links_and_signatures_come_out_as_elsewhere() {
    let one = link(START, digest(FIRST));
    let two = link(one, digest(SECOND));
    assert_eq!(first().digest().to_string(), "bcd146544787fd18c9803b5c28f9c277743d2a51462b93bb68511d035ed77176");
    assert_eq!(one.to_string(), "9986baa75de9b55dd7c386d834a686be9c087e8b70ce265444d76d408fe4038a");
    assert_eq!(two.to_string(), "80681268c3d83a3e8a689d8ec18f82c3a5b2b8cbdaabd92b3b6dbd53273cf922");
    assert_eq!(&signed_bytes(one)[..24], b"ticket-pool/statement/1\n");
    assert_eq!((&signed_bytes(one)[24..], signed_bytes(one).len()), (&one.0[..], 56));
    assert_eq!(key().public().to_string(), PUBLIC);
    let signatures = [
        "cfcd6a53588c49585582ea520bd8b743cf8d5f2c00bf1ce4480db0c03c1f2da0\
         7cf0526b14cf1ebb689ccacf5110333837309a1ab7a15a63ad36eca13a62eb05",
        "d7e5a8987206e6bdd975e8050581fa2dee7252cd03f594dabca41084ed148525\
         cf55fb7b2b5817b7024a4f3825e7f3966d03990da88c4f178df31d37a731ce07",
    ];
    for (link, expected) in [one, two].into_iter().zip(signatures) {
        let signature = key().sign(link);
        assert_eq!(signature.to_string(), expected);
        assert_eq!(Signature::parse(expected), Some(signature));
        assert!(verify(&signature, &key().public(), link));
    }
}

/// What docs/DRAW.md shows, a reader can follow.
#[test]
fn the_example_of_the_specification_is_this_one() {
    let page = include_str!("../../docs/DRAW.md");
    let (one, two) = (link(START, digest(FIRST)), link(link(START, digest(FIRST)), digest(SECOND)));
    let (first, second) = (key().sign(one), key().sign(two));
    for shown in [
        format!("```\n{FIRST}```\n"),
        format!("```\n{SECOND}```\n"),
        format!("`{SEED}`"),
        format!("`{PUBLIC}`"),
        format!("\ndigest_1     {}\nlink_1       {one}\nsignature_1  {first}\n", digest(FIRST)),
        format!("\ndigest_2     {}\nlink_2       {two}\nsignature_2  {second}\n", digest(SECOND)),
    ] {
        assert!(page.contains(&shown), "{shown}");
    }
    let words = Kind::ALL.map(|kind| format!("`{kind}`"));
    assert!(page.replace('\n', " ").contains(&format!("{}, and {}", words[..14].join(", "), words[14])));
    let example = include_bytes!("../../tests/second/examples/statements.json");
    let file = StatementFile::read(example).unwrap();
    assert_eq!(file.check(&[(1, one), (2, two)]), []);
    assert_eq!((file.key, file.head()), (key().public(), (2, two)));
}

#[test]
fn every_kind_has_a_word_of_its_own() {
    let words: BTreeSet<&str> = Kind::ALL.iter().map(|kind| kind.as_str()).collect();
    assert_eq!(words.len(), Kind::ALL.len());
    for kind in Kind::ALL {
        assert_eq!(Kind::parse(kind.as_str()), Some(kind));
        let statement = Statement::new(SITE, 1, AT, kind, None).unwrap();
        assert_eq!(Statement::parse(&statement.body()).unwrap(), statement);
    }
    assert_eq!((Kind::parse("Plan"), Kind::parse("")), (None, None));
}

#[test]
fn what_is_no_statement_is_not_made() {
    let made = |site, number, at, event| Statement::new(site, number, at, Kind::Plan, event).map(|_| ());
    let why = |site, number, at, event| made(site, number, at, event).unwrap_err().to_string();
    assert_eq!(made("http://127.0.0.1:5000", (1 << 53) - 1, "2024-02-29T23:59:59.999Z", Some("a.B_1-")), Ok(()));
    for site in ["", "tickets.example.org", "https://", "ftp://example.org", "HTTPS://example.org", "https://a b"] {
        assert!(why(site, 1, AT, None).contains("is not an address that begins with https://"), "{site:?}");
    }
    assert_eq!(why("https://a\nb", 1, AT, None), "site: holds the control character '\\n'");
    for number in [0, 1 << 53, u64::MAX] {
        assert_eq!(why(SITE, number, AT, None), format!("number: {number} is not between 1 and 2^53 - 1"));
    }
    for at in [
        "",
        "2026-08-20T09:00:00Z",
        "2026-08-20T09:00:00.000",
        "2026-08-20T09:00:00.000z",
        "2026-08-20 09:00:00.000Z",
        "2026-08-20T09:00:00.000+00:00",
        "2026-13-20T09:00:00.000Z",
        "2026-00-20T09:00:00.000Z",
        "2026-08-32T09:00:00.000Z",
        "2026-08-20T24:00:00.000Z",
        "2026-08-20T09:60:00.000Z",
        "2026-08-20T09:00:60.000Z",
        "2026-08-20T09:00:00.0000Z",
        "２026-08-20T09:00:00.0Z",
    ] {
        assert!(why(SITE, 1, at, None).starts_with("at: "), "{at:?}");
    }
    for event in ["", "a b", "a:b", "é", "a\nkind: plan"] {
        assert!(why(SITE, 1, AT, Some(event)).starts_with("event: "), "{event:?}");
    }
}

#[test]
fn lines_are_added_under_keys_of_their_own() {
    let with = |key: &str, value: &str| first().with(key, value).map(|_| ()).map_err(|error| error.to_string());
    assert_eq!(with("note", ""), Ok(()));
    assert_eq!(with("a-", "a: b — ü \u{2028}"), Ok(()));
    assert_eq!(with(&"k".repeat(MAX_KEY), &"v".repeat(MAX_VALUE)), Ok(()));
    for key in ["", "-a", "A", "a_b", "a1", "a b", "é", "a\n", ": ", &"k".repeat(MAX_KEY + 1)] {
        assert!(with(key, "").unwrap_err().contains("is no key"), "{key:?}");
    }
    for key in ["site", "number", "at", "kind", "event"] {
        assert_eq!(with(key, ""), Err(format!("{key}: has its place in front")));
    }
    assert_eq!(with("commitment", ""), Err("commitment: stands there already".into()));
    for control in ['\n', '\r', '\t', '\0', '\u{7f}', '\u{85}'] {
        assert_eq!(
            with("note", &format!("a{control}b")),
            Err(format!("note: holds the control character {control:?}"))
        );
    }
    let long = "ü".repeat(MAX_VALUE / 2) + "v";
    assert_eq!(with("note", &long), Err("note: has 4001 bytes, at most 4000 are accepted".into()));
}

#[test]
fn what_is_no_body_is_refused_with_its_place() {
    let unknown = "is not known; ticket-pool/statement/1 is";
    assert_eq!(refusal(""), format!("line 1: \"\" {unknown}"));
    let later = FIRST.replace("statement/1", "statement/2");
    assert_eq!(refusal(&later), format!("line 1: \"ticket-pool/statement/2\" {unknown}"));
    assert_eq!(refusal(&FIRST.replace('\n', "\r\n")), format!("line 1: \"ticket-pool/statement/1\\r\" {unknown}"));
    assert_eq!(
        refusal(&format!("\u{feff}{FIRST}")),
        format!("line 1: \"\\u{{feff}}ticket-pool/statement/1\" {unknown}")
    );
    assert_eq!(refusal("ticket-pool/statement/1"), "the end: the last line is not ended by LF");
    assert_eq!(refusal(FIRST.trim_end()), "the end: the last line is not ended by LF");
    assert_eq!(refusal("ticket-pool/statement/1\n"), "site: is missing");
    assert_eq!(refusal(&SECOND.replace("kind: reopen\n", "")), "kind: is missing");
    assert_eq!(refusal(&SECOND.replace("number: 2\n", "")), "line 3: \"at\" stands where number belongs");
    assert_eq!(refusal(&format!("{SECOND}\n")), "line 6: \"\" is not `key: value`");
    assert_eq!(refusal(&SECOND.replace("at: ", "at:")), "line 4: \"at:2026-08-21T17:30:05.250Z\" is not `key: value`");
    for number in ["02", "+2", "2 ", " 2", "-2", "", "2.0", "0", "9007199254740992", "18446744073709551616"] {
        let why = refusal(&SECOND.replace("number: 2", &format!("number: {number}")));
        assert!(why.starts_with("number: "), "{number:?}: {why}");
    }
    assert!(
        refusal(&SECOND.replace("reopen", "Reopen"))
            .starts_with("kind: \"Reopen\" is not known; commitment, receipt, ")
    );
    assert_eq!(refusal(&format!("{FIRST}event: autumn-match\n")), "event: has its place in front");
    assert_eq!(refusal(&format!("{FIRST}commitment: 0\n")), "line 9: the key \"commitment\" stands there twice");
    assert_eq!(refusal(&format!("{SECOND}a: b\tc\n")), "a: holds the control character '\\t'");
    assert!(refusal(&format!("{SECOND}A: b\n")).contains("is no key"));
}

#[test]
fn a_line_of_a_million_letters_is_quoted_in_part() {
    let long = "é".repeat(1_000_000);
    for body in [long.clone(), format!("ticket-pool/statement/1\n{long}\n"), format!("{SECOND}{long}: b\n")] {
        assert!(refusal(&body).len() < 400);
    }
}

#[test]
fn a_hundred_thousand_lines_are_read_at_once() {
    let letter = |number: u32| char::from(b'a' + u8::try_from(number % 26).unwrap());
    let mut lines = String::new();
    for number in 0..100_000 {
        let key: String = [1, 26, 676, 17_576].map(|unit| letter(number / unit)).into_iter().collect();
        lines.extend(["x-", &key, ": v\n"]);
    }
    let body = format!("{SECOND}{lines}");
    assert_eq!(Statement::parse(&body).unwrap().body(), body);
}

proptest! {
    /// Whatever is read is written again as it stood: no two bodies say the same.
    #[test]
    fn a_body_is_read_in_one_way_only(at in 0..FIRST.len(), new in "[ -~\n\té:]{0,3}", drop in 0..4_usize) {
        let mut body = FIRST.to_owned();
        body.replace_range(at..(at + drop).min(FIRST.len()), &new);
        if let Ok(read) = Statement::parse(&body) {
            prop_assert_eq!(read.body(), body);
        }
    }

    #[test]
    fn what_is_made_is_read_again(value in "\\PC{0,40}", key in "[a-z][a-z-]{0,9}", number in 1_u64..1 << 53) {
        let begun = Statement::new(SITE, number, AT, Kind::Receipt, Some("e")).unwrap();
        if let Ok(made) = begun.with(&key, &value) {
            prop_assert_eq!(Statement::parse(&made.body()).unwrap(), made);
        }
    }
}

#[test]
fn a_time_is_read_in_milliseconds_since_1970() {
    let millis = |at: &str| Statement::new("https://a.example", 1, at, Kind::Cancel, None).unwrap().at_millis();
    for (at, expected) in [
        ("1970-01-01T00:00:00.000Z", 0),
        ("1970-01-01T00:00:00.001Z", 1),
        ("1969-12-31T23:59:59.999Z", -1),
        ("2000-02-29T12:00:00.000Z", 951_825_600_000),
        ("2000-03-01T00:00:00.000Z", 951_868_800_000),
        ("2023-08-23T15:09:27.000Z", 1_692_803_367_000),
        ("2026-11-29T08:27:25.123Z", 1_795_940_845_123),
        ("2100-03-01T00:00:00.000Z", 4_107_542_400_000),
    ] {
        assert_eq!(millis(at), expected, "{at}");
    }
}
