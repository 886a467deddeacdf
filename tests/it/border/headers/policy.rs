//! Scripts: only files of ours. None stands in a page.

use scraper::{Html, Selector};

use super::policy_of;
use crate::site_map::{found, places};

/// The scripts of a page: each with its file, if it has one, and its text.
fn scripts(page: &str) -> Vec<(Option<String>, String)> {
    let page = Html::parse_document(page);
    let all = Selector::parse("script").unwrap();
    page.select(&all).map(|script| (script.value().attr("src").map(str::to_owned), script.text().collect())).collect()
}

both! {
    async fn every_script_is_a_file_of_ours(town: Town) {
        let numbers = found(&town).await;
        let mut dana = town.browser_of(&town.dana).await;
        let mut files = 0;
        for place in places(numbers) {
            let answer = dana.get(&place.path).await;
            for (src, text) in scripts(&answer.body) {
                let ours = src.as_deref().is_some_and(|src| src.starts_with('/') && !src.starts_with("//"));
                assert!(ours && text.is_empty(), "{}: {src:?} {text}", place.path);
                files += 1;
            }
            let by_hand = "style, [style], [onclick], [onload], [onerror], [onsubmit], [href^='javascript:']";
            assert_eq!(answer.count(by_hand), 0, "{}", place.path);
            let elsewhere = "base, object, embed, iframe, [src^='http'], [action^='http'], link[href^='http']";
            assert_eq!(answer.count(elsewhere), 0, "{}", place.path);
        }
        assert!(files > 30, "{files} files");
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
