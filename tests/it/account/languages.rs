//! In which language someone reads the site.

use axum::{
    body::Body,
    http::{Method, header},
};

use crate::harness::{Answer, Browser, Town};

async fn asked_in(browser: &mut Browser, accepts: &str, path: &str) -> Answer {
    let request = browser.request(Method::GET, path).header(header::ACCEPT_LANGUAGE, accepts).body(Body::empty());
    browser.send(request.unwrap()).await
}

async fn chooses(town: &Town, language: &str) -> Browser {
    let mut asha = town.browser_of(&town.asha).await;
    assert_eq!(asha.post("/api/account/language", &[("language", language)]).await.location(), "/account");
    asha
}

both! {
    async fn whoever_chose_a_language_is_answered_in_it_whatever_their_browser_asks_for(town: Town) {
        let mut asha = chooses(&town, "de").await;
        let page = asked_in(&mut asha, "fr,en;q=0.5", "/account").await;
        assert!(page.body.starts_with("<!DOCTYPE html><html lang=\"de\">"), "{}", &page.body[..60]);
        assert!(page.text().contains("Sprache gespeichert."), "{}", page.text());
        assert_eq!(page.count("select#language option[value=de][selected]"), 1);
        assert_eq!(page.count("select#language option[lang=fr]"), 1, "each is called as its speakers call it");
        // A refusal is told in it, too.
        let refused = asha.post("/api/account/zone", &[("zone", "Mars")]).await;
        assert!(asha.get(refused.location()).await.text().contains("„Mars“"));
    }

    async fn whoever_chose_none_is_answered_as_their_browser_asks(town: Town) {
        let mut asha = chooses(&town, " FR ").await;
        assert!(asked_in(&mut asha, "de", "/account").await.body.contains("lang=\"fr\""));
        asha.post("/api/account/language", &[("language", "")]).await;
        for (accepts, tag) in [("de", "de"), ("de-CH, en", "de"), ("fr-CA", "fr"), ("ja", "en"), ("", "en")] {
            let page = asked_in(&mut asha, accepts, "/account").await;
            assert!(page.body.starts_with(&format!("<!DOCTYPE html><html lang=\"{tag}\">")), "{accepts}");
            assert_eq!(page.count("select#language option[value=''][selected], select#language option[selected]"), 0);
        }
        assert_eq!(town.count("users", "language IS NOT NULL").await, 0);
    }

    async fn someone_signed_out_is_answered_as_the_browser_asks_whoever_was_there_before(town: Town) {
        let mut asha = chooses(&town, "de").await;
        asha.post("/api/sign-out", &[]).await;
        assert!(asked_in(&mut asha, "fr", "/sign-in").await.body.contains("<html lang=\"fr\">"));
        assert!(asked_in(&mut asha, "ja", "/sign-in").await.body.contains("<html lang=\"en\">"));
    }

    /// As a program from before had it, or one that speaks more.
    async fn a_language_that_is_no_longer_spoken_counts_as_none(town: Town) {
        town.force("UPDATE users SET language = 'tlh' WHERE name = 'Asha'").await.unwrap();
        let mut asha = town.browser_of(&town.asha).await;
        assert!(asked_in(&mut asha, "fr", "/account").await.body.contains("<html lang=\"fr\">"));
    }
}
