//! The same over HTTP: cookies, forged forms, pages that change nothing.

use axum::http::{Method, StatusCode, header};
use cookie::SameSite;

use crate::harness::{DOMAIN, form};

both! {
    async fn a_link_or_a_setup_form_that_is_sent_twice_leads_whoever_it_signed_in_on(town: Town) {
        let (_, token) = town.mailed_link(&town.asha).await;
        let mut browser = town.browser();
        browser.post("/api/sign-in/redeem", &[("token", &token)]).await;
        assert_eq!(browser.post("/api/sign-in/redeem", &[("token", &token)]).await.location(), "/");
        let page = browser.get(&format!("/sign-in/link/{token}")).await.text();
        assert!(page.contains("Asha") && !page.contains("no longer works"), "{page}");
        // Another's link, and another's browser, get nowhere by it.
        for mut other in [town.browser_of(&town.bram).await, town.browser()] {
            let leads = other.post("/api/sign-in/redeem", &[("token", &token)]).await.location().to_owned();
            assert!(other.get(&leads).await.text().contains("no longer works"), "{leads}");
        }
        assert_eq!(town.count("sessions", &format!("user_id = {}", town.asha.person)).await, 1);
        let set_up = browser.get("/set-up/spent").await.text();
        assert!(!set_up.contains("no longer works"), "{set_up}");
    }

    async fn opening_the_page_of_a_link_changes_nothing(town: Town) {
        let (_, token) = town.mailed_link(&town.asha).await;
        let page = format!("/sign-in/link/{token}");
        let before = town.snapshot(&[&DOMAIN[..], &["form_drafts"]].concat()).await;
        let mut browser = town.browser();
        for method in [Method::GET, Method::HEAD, Method::GET] {
            let answer = browser.send(browser.request(method, &page).body(String::new().into()).unwrap()).await;
            assert_eq!(answer.status, StatusCode::OK);
            assert_eq!(answer.headers[header::CACHE_CONTROL], "no-store");
            assert_eq!(answer.headers[header::REFERRER_POLICY], "same-origin");
        }
        assert_eq!(town.snapshot(&[&DOMAIN[..], &["form_drafts"]].concat()).await, before);
        assert_eq!(browser.post("/api/sign-in/redeem", &[("token", &token)]).await.location(), "/");
        assert!(browser.get("/").await.text().contains("Hi, Asha"));
    }

    async fn asha_signs_in_with_the_browser_that_asked(town: Town) {
        town.post().await;
        let mut browser = town.browser();
        let turned_away = browser.get("/events?x=1").await;
        assert_eq!(turned_away.status, StatusCode::SEE_OTHER);
        assert_eq!(turned_away.location(), "/sign-in?next=%2Fevents%3Fx%3D1");
        assert!(browser.get("/sign-in?next=%2Fevents%3Fx%3D1").await.text().contains("/events?x=1"));
        let asked = browser.post("/api/sign-in/ask", &[("email", "asha@example.org"), ("next", "/events?x=1")]).await;
        assert_eq!((asked.status, asked.location()), (StatusCode::SEE_OTHER, "/sign-in/check-mail"));
        let letters = town.post().await;
        let token =
            super::token_in(&letters.iter().rfind(|letter| letter.to_address == "asha@example.org").unwrap().text);
        let landing = browser.get(&format!("/sign-in/link/{token}")).await;
        assert_eq!(landing.count("form[data-continue]"), 1, "this browser asked, so the page continues by itself");
        let other = town.browser().get(&format!("/sign-in/link/{token}")).await;
        assert_eq!((other.count("form[data-continue]"), other.count("form[action]")), (0, 1));
        let done = browser.post("/api/sign-in/redeem", &[("token", &token)]).await;
        assert_eq!(done.location(), "/events?x=1");
        assert!(!browser.cookies.contains_key("binding"), "the binding is spent");
        assert!(browser.get("/").await.text().contains("Hi, Asha"));
    }

    async fn cookies_stay_out_of_reach_of_scripts_and_other_sites(town: Town) {
        let (_, token) = town.mailed_link(&town.asha).await;
        let mut browser = town.browser();
        let asked = browser.post("/api/sign-in/ask", &[("email", "asha@example.org")]).await;
        let redeemed = browser.post("/api/sign-in/redeem", &[("token", &token)]).await;
        for (answer, name, days) in [(&asked, "binding", 0), (&redeemed, "session", 365)] {
            let cookie = answer.cookie(name).unwrap();
            assert_eq!(cookie.http_only(), Some(true));
            assert_eq!(cookie.same_site(), Some(SameSite::Lax));
            assert_eq!(cookie.path(), Some("/"));
            assert_eq!((cookie.domain(), cookie.secure()), (None, None));
            assert_eq!(cookie.max_age().unwrap().whole_days(), days);
        }
        let gone = browser.post("/api/sign-out", &[]).await;
        assert_eq!((gone.location(), gone.cookie("session").unwrap().value()), ("/sign-in", ""));
        assert_eq!(browser.get("/").await.location(), "/sign-in");
    }

    async fn on_https_cookies_are_secure_and_bound_to_the_host(town: Town) {
        let town = town.with_settings(&[("APP_URL", "https://tickets.example.org"), ("MAIL_ENABLED", "true")]);
        let (_, token) = town.mailed_link(&town.asha).await;
        let mut browser = town.browser();
        let asked = browser.post("/api/sign-in/ask", &[("email", "asha@example.org")]).await;
        let redeemed = browser.post("/api/sign-in/redeem", &[("token", &token)]).await;
        for (answer, name) in [(&asked, "__Host-binding"), (&redeemed, "__Host-session")] {
            let cookie = answer.cookie(name).unwrap();
            assert_eq!((cookie.secure(), cookie.path(), cookie.domain()), (Some(true), Some("/"), None));
            assert_eq!((cookie.http_only(), cookie.same_site()), (Some(true), Some(SameSite::Lax)));
        }
        assert!(browser.get("/").await.text().contains("Hi, Asha"));
        let mut plain = town.browser();
        plain.cookies.insert("session".into(), browser.cookies["__Host-session"].clone());
        assert_eq!(plain.get("/").await.location(), "/sign-in", "the plain name is not believed");
    }

    async fn a_form_from_elsewhere_is_refused(town: Town) {
        let mut asha = town.browser_of(&town.asha).await;
        let before = town.snapshot(&DOMAIN).await;
        let forged: [&[(&str, &str)]; 7] = [
            &[],
            &[("origin", "null")],
            &[("origin", "https://evil.example")],
            &[("origin", "http://localhost:5000.evil.example")],
            &[("sec-fetch-site", "cross-site")],
            &[("sec-fetch-site", "same-site"), ("origin", "http://localhost:5000")],
            &[("sec-fetch-site", "none")],
        ];
        for headers in forged {
            let mut request = asha.request(Method::POST, "/api/account/rename");
            for &(name, value) in headers {
                request = request.header(name, value);
            }
            let answer = asha.send(form(request, &[("name", "Mallory")])).await;
            assert_eq!(answer.status, StatusCode::FORBIDDEN, "{headers:?}");
        }
        for method in [Method::PUT, Method::DELETE, Method::PATCH] {
            let request = asha.request(method, "/api/account/rename").header("origin", "http://localhost:5000");
            assert_eq!(asha.send(form(request, &[("name", "Mallory")])).await.status, StatusCode::METHOD_NOT_ALLOWED);
        }
        assert_eq!(town.snapshot(&DOMAIN).await, before);
        let request = asha.request(Method::POST, "/api/account/rename").header("sec-fetch-site", "same-origin");
        assert_eq!(asha.send(form(request, &[("name", "Asha Rao")])).await.location(), "/account");
    }

    async fn known_and_unknown_addresses_get_the_same_answer(town: Town) {
        town.newcomer("Gone").await;
        let gone = town.actor("Gone").await;
        town.change(&gone, ticket_pool::domain::person::Role::Member, false).await;
        let mut seen = Vec::new();
        for email in ["asha@example.org", "nobody@example.org", "gone@example.org"] {
            let mut answer = town.browser().post("/api/sign-in/ask", &[("email", email)]).await;
            let binding = answer.cookie("binding").unwrap();
            assert_eq!(binding.value().len(), 43);
            answer.headers.remove(header::SET_COOKIE);
            seen.push((answer.status, answer.headers, answer.body, binding.max_age()));
        }
        assert_eq!(seen[0], seen[1]);
        assert_eq!(seen[0], seen[2]);
    }

    async fn used_expired_and_garbled_links_show_the_same_page(town: Town) {
        let (_, token) = town.mailed_link(&town.asha).await;
        town.redeem(&token).await.unwrap();
        let mut pages = Vec::new();
        for token in [token.as_str(), &token[..20], "%3Cscript%3E", &"A".repeat(43)] {
            let answer = town.browser().get(&format!("/sign-in/link/{token}")).await;
            assert!(answer.text().contains("This link no longer works"), "{token}");
            pages.push((answer.status, answer.text()));
            let redeemed = town.browser().post("/api/sign-in/redeem", &[("token", token)]).await;
            assert!(redeemed.location().starts_with("/sign-in/link/"), "{redeemed:?}");
            let page = town.browser().get(redeemed.location()).await;
            assert!(page.text().contains("This link no longer works"), "{token}");
            assert!(redeemed.cookie("session").is_none());
        }
        assert!(pages.windows(2).all(|two| two[0] == two[1]));
    }
}
