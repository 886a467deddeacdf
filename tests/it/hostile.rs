//! What nobody thought of: made up by chance, so much of it that something would show.

mod cookies;
mod forms;
mod unseen;

use std::{cell::Cell, net::IpAddr};

use proptest::{prelude::*, sample::select, test_runner::TestRunner};
use ticket_pool::{
    domain::person::Email,
    server::{auth::Secret, config::TrustedProxies, services::sign_in::own_path},
};

/// Holds a property against so many cases; names the smallest that breaks it.
fn holds<S: Strategy>(cases: u32, all: &S, property: impl Fn(S::Value) -> Result<(), TestCaseError>) {
    let config = ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() };
    TestRunner::new(config).run(all, property).unwrap_or_else(|broken| panic!("{broken}"));
}

/// One of a list.
fn one_of(list: &'static str) -> impl Strategy<Value = String> {
    select(list.split('|').collect::<Vec<_>>()).prop_map(str::to_owned)
}

/// Pieces of a list in a row.
fn some_of(list: &'static str, most: usize) -> impl Strategy<Value = String> {
    prop::collection::vec(one_of(list), 0..=most).prop_map(|pieces| pieces.concat())
}

/// What URLs that lead astray are made of.
const PIECES: &str = "/|/|//|\\|/\\|\\/|/./|/../|.|..|http:|https://|HTTPS:|javascript:|data:text/html,|evil.example|\
    @evil.example|localhost:5000|events/3|account|api/sign-out|sign-in|?next=|?x=1|#top|:|%2f|%5c|%2e%2e|%0d%0a|%00|\
    \t|\n|\r|\0| |\u{202e}|\u{ff0f}|\u{e9}|&";

/// Whether a browser on our site would leave it for this, by the URL Standard (WHATWG, 4.4): it trims, leaves out tabs
/// and line breaks, and takes a backslash for a slash.
fn leaves_the_site(to: &str) -> bool {
    let trimmed = to.trim_matches(|c: char| c <= ' ');
    let seen: String = trimmed.chars().filter(|c| !"\t\n\r".contains(*c)).collect();
    let seen = seen.replace('\\', "/");
    let scheme = seen.split(['/', '?', '#']).next().is_some_and(|first| first.contains(':'));
    seen.starts_with("//") || scheme
}

#[test]
fn of_ten_thousand_urls_none_leads_away_from_the_site() {
    for evil in
        ["//evil.example", "/\\evil.example", "\\\\evil.example", "/\t/evil.example", " //x", "https:evil.example"]
    {
        assert!(leaves_the_site(evil), "the check sees {evil:?}");
    }
    let below_ours = some_of(PIECES, 8).prop_map(|rest| format!("/events{rest}"));
    let (ours, elsewhere) = (Cell::new(0), Cell::new(0));
    let urls = prop_oneof![4 => some_of(PIECES, 8), 2 => below_ours, 1 => any::<String>()];
    holds(10_000, &urls, |url| {
        let to = own_path(&url);
        prop_assert!(to.starts_with('/') && !to.starts_with("//"), "{to:?}");
        prop_assert!(to.bytes().all(|b| b.is_ascii_graphic() && b != b'\\'), "{to:?}");
        prop_assert!(!leaves_the_site(&to), "{to:?}");
        prop_assert!(!to.starts_with("/api") && !to.starts_with("/sign-in") && to.len() <= 500, "{to:?}");
        prop_assert!(to == "/" || to == url, "{to:?} instead of {url:?}");
        let count = if to == "/" { &elsewhere } else { &ours };
        count.set(count.get() + 1);
        Ok(())
    });
    assert!(ours.get() > 300 && elsewhere.get() > 300, "{} and {}", ours.get(), elsewhere.get());
}

#[test]
fn whatever_is_taken_for_an_address_is_one() {
    let typed = prop_oneof![
        any::<String>(),
        "[ a-zA-Z0-9.@_+%<>,;:\"'\u{e9}\u{0}\n-]{0,40}",
        "[a-zA-Z0-9._+-]{0,70}@[a-zA-Z0-9.-]{0,200}",
        " ?[A-Za-z0-9+]{1,10}@[a-z0-9]{1,8}(\\.[A-Za-z]{1,5}){0,3}\n?",
    ];
    let accepted = Cell::new(0);
    holds(3_000, &typed, |typed| {
        let Ok(email) = Email::parse(&typed) else { return Ok(()) };
        let address = email.as_str();
        prop_assert_eq!(address, typed.trim().to_ascii_lowercase());
        prop_assert!(address.bytes().all(|b| b.is_ascii_graphic() && !b.is_ascii_uppercase()), "{address:?}");
        prop_assert!(address.len() <= 254 && address.matches('@').count() == 1, "{address:?}");
        prop_assert!(!address.contains([',', ';', '<', '>', '"', '(', ')', '\\', ':']), "{address:?}");
        let again = Email::parse(address);
        prop_assert_eq!(again.as_ref().map(Email::as_str), Ok(address));
        accepted.set(accepted.get() + 1);
        Ok(())
    });
    assert!(accepted.get() > 200, "{}", accepted.get());
}

#[test]
fn only_a_proxy_that_is_trusted_speaks_for_others() {
    let hop = "[0-9a-fA-F.:\\[\\]%/ ]{0,20}|[0-9]{1,3}(\\.[0-9]{1,3}){3}(:[0-9]{1,6})?|unknown|[^,]{0,12}";
    let header = prop::collection::vec(hop, 0..8).prop_map(|hops| hops.join(","));
    let setting = "none|[0-9a-f.:/, ]{0,30}|10\\.0\\.0\\.0/8(, ?fd00::/8)?|[^a]{0,12}";
    let read = Cell::new(0);
    holds(3_000, &(setting, any::<IpAddr>(), header), |(setting, peer, header)| {
        let Some(trusted) = TrustedProxies::parse(&setting) else { return Ok(()) };
        read.set(read.get() + 1);
        prop_assert_eq!(trusted.real(peer, None), peer);
        let who = trusted.real(peer, Some(&header));
        prop_assert!(trusted.contains(peer) || who == peer, "{peer} is not trusted and became {who}");
        Ok(())
    });
    assert!(read.get() > 300, "{} settings were read", read.get());
    let trusted = TrustedProxies::parse("10.0.0.0/8").unwrap();
    holds(1_000, &(any::<[u8; 3]>(), any::<IpAddr>(), any::<IpAddr>()), |([a, b, c], claimed, real)| {
        let seen = trusted.real(IpAddr::from([10, a, b, c]), Some(&format!("{claimed}, {real}")));
        prop_assert!(seen == real || (trusted.contains(real) && seen == claimed), "{seen}");
        Ok(())
    });
}

#[test]
fn only_43_letters_of_base64url_can_be_a_secret() {
    let near = prop_oneof!["[A-Za-z0-9_-]{40,46}", "[A-Za-z0-9_=+/. -]{43}", "[A-Za-z0-9_-]{43}"];
    let accepted = Cell::new(0);
    holds(2_000, &prop_oneof![1 => any::<String>(), 4 => near], |raw| {
        let plain = raw.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-' || b == b'_');
        let secret = Secret::presented(&raw);
        prop_assert_eq!(secret.is_some(), raw.len() == 43 && plain, "{:?}", raw);
        if let Some(secret) = secret {
            prop_assert_eq!(secret.expose(), raw.as_str());
            prop_assert_eq!(secret.hash().len(), 64);
            let shown = format!("{secret:?}");
            prop_assert!(!shown.contains(&raw));
            accepted.set(accepted.get() + 1);
        }
        Ok(())
    });
    assert!(accepted.get() > 200, "{}", accepted.get());
}
