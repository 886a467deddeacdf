//! Scripts: only files of ours, and those that carry the nonce of their own answer.

use std::collections::BTreeSet;

use scraper::{Html, Selector};

use super::{nonce_of, policy_of};
use crate::site_map::{found, places};

/// The scripts of a page: each with its file and its nonce.
fn scripts(page: &str) -> Vec<(Option<String>, Option<String>)> {
    let page = Html::parse_document(page);
    let attribute = |script: &scraper::ElementRef<'_>, name| script.value().attr(name).map(str::to_owned);
    let all = Selector::parse("script").unwrap();
    page.select(&all).map(|script| (attribute(&script, "src"), attribute(&script, "nonce"))).collect()
}

both! {
    async fn every_inline_script_carries_the_nonce_of_its_page(town: Town) {
        let numbers = found(&town).await;
        let mut dana = town.browser_of(&town.dana).await;
        let (mut inline, mut files) = (0, 0);
        for place in places(numbers) {
            let answer = dana.get(&place.path).await;
            let nonce = nonce_of(&answer);
            assert!(nonce.is_some(), "{}", place.path);
            for (src, own) in scripts(&answer.body) {
                if let Some(src) = src {
                    assert!(src.starts_with('/') && !src.starts_with("//"), "{}: {src}", place.path);
                    files += 1;
                } else {
                    assert_eq!(own, nonce, "{}", place.path);
                    inline += 1;
                }
            }
            let by_hand = "style, [style], [onclick], [onload], [onerror], [onsubmit], [href^='javascript:']";
            assert_eq!(answer.count(by_hand), 0, "{}", place.path);
            let elsewhere = "base, object, embed, iframe, [src^='http'], [action^='http'], link[href^='http']";
            assert_eq!(answer.count(elsewhere), 0, "{}", place.path);
        }
        assert!(inline > 30 && files > 30, "{inline} inline, {files} files");
    }

    async fn no_two_pages_have_the_same_nonce(town: Town) {
        let mut asha = town.browser_of(&town.asha).await;
        let mut nonces = BTreeSet::new();
        for _ in 0..8 {
            for path in ["/", "/events", "/account", "/nothing"] {
                let nonce = nonce_of(&asha.get(path).await).unwrap();
                // 16 octets in base64.
                assert!(nonce.len() >= 22, "{nonce}");
                assert!(nonce.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_+/=".contains(&b)), "{nonce}");
                nonces.insert(nonce);
            }
        }
        assert_eq!(nonces.len(), 32);
    }

    async fn no_policy_lets_anything_else_run(town: Town) {
        let numbers = found(&town).await;
        let mut dana = town.browser_of(&town.dana).await;
        let forbidden =
            ["'unsafe-inline'", "'unsafe-eval'", "'unsafe-hashes'", "'strict-dynamic'", "*", "http:", "https:"];
        let others = ["/favicon.svg", "/healthz", "/csp-report"].map(str::to_owned);
        for path in places(numbers).into_iter().map(|place| place.path).chain(others) {
            for (directive, sources) in policy_of(&dana.get(&path).await) {
                let let_in: Vec<_> = sources.iter().filter(|source| forbidden.contains(&source.as_str())).collect();
                assert!(let_in.is_empty(), "{path}: {directive} {let_in:?}");
                let inlined = sources.iter().any(|source| source == "data:");
                assert_eq!(inlined, directive == "img-src", "{path}: {directive}");
            }
        }
    }
}
