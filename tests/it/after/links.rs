use axum::{
    body::Body,
    http::{Method, StatusCode, header},
};

use super::answering::link_of_bram;
use crate::harness::{DOMAIN, form};

both! {
    async fn a_scanner_that_opens_the_link_and_sends_its_form_from_elsewhere_answers_nothing(town: Town) {
        let event = town.settled_match().await;
        town.returned(event, &town.asha, 2).await;
        let path = link_of_bram(&town).await;
        let token = path.rsplit('/').next().unwrap();
        let before = town.snapshot(&DOMAIN).await;
        let mut scanner = town.browser_at("198.51.100.7");
        for turn in 0..8 {
            let method = if turn % 2 == 0 { Method::GET } else { Method::HEAD };
            let answer = scanner.send(scanner.request(method, &path).body(Body::empty()).unwrap()).await;
            assert_eq!(answer.status, StatusCode::OK);
        }
        let query = format!("/api/offers/answer?token={token}&how=take&shown=0");
        assert!(scanner.get(&query).await.status.is_client_error());
        for origin in [None, Some("null"), Some("https://scanner.example"), Some("http://localhost:5000.evil.example")] {
            let mut request = scanner.request(Method::POST, "/api/offers/answer");
            if let Some(origin) = origin {
                request = request.header(header::ORIGIN, origin);
            }
            let answer = scanner.send(form(request, &[("token", token), ("how", "take"), ("shown", "0")])).await;
            assert!(answer.status.is_client_error(), "{origin:?}: {}", answer.status);
        }
        assert_eq!(town.snapshot(&DOMAIN).await, before);
        assert_eq!(town.held(event).await, [2, 1, 0]);
    }

    async fn a_link_that_was_forwarded_says_whose_it_is_and_shows_no_address(town: Town) {
        let event = town.settled_match().await;
        town.returned(event, &town.asha, 2).await;
        let path = link_of_bram(&town).await;
        let page = town.browser_of(&town.olga).await.get(&path).await;
        assert!(page.text().contains("For Bram"), "{}", page.text());
        assert!(!page.body.contains("bram@example.org"));
        for kept in ["no-store", "same-origin"] {
            let said = page.headers.values().any(|value| value.to_str().is_ok_and(|value| value.contains(kept)));
            assert!(said, "{kept}: {:?}", page.headers);
        }
    }

    async fn the_link_opens_nothing_else_and_signs_nobody_in(town: Town) {
        let event = town.settled_match().await;
        town.returned(event, &town.asha, 2).await;
        let path = link_of_bram(&town).await;
        let token = path.rsplit('/').next().unwrap();
        let mut phone = town.browser();
        phone.post("/api/offers/answer", &[("token", token), ("how", "decline"), ("shown", "0")]).await;
        assert!(!phone.cookies.contains_key("session"), "{:?}", phone.cookies);
        assert_eq!(phone.get("/").await.location(), "/sign-in");
        let before = town.snapshot(&DOMAIN).await;
        for (endpoint, fields) in [
            ("/api/sign-in/redeem", vec![("token", token)]),
            ("/api/emails/choose", vec![("token", token), ("kind", "new-event"), ("season", ""), ("on", "")]),
            ("/api/account/address/undo", vec![("token", token)]),
        ] {
            phone.post(endpoint, &fields).await;
            let now = town.snapshot(&["users", "sessions", "emails_off", "requests", "offers"]).await;
            assert!(now.iter().all(|table| before.contains(table)), "{endpoint}");
        }
    }

    async fn once_bram_is_deactivated_nobody_stands_behind_his_link(town: Town) {
        let event = town.settled_match().await;
        town.returned(event, &town.asha, 2).await;
        let path = link_of_bram(&town).await;
        let token = path.rsplit('/').next().unwrap();
        town.change(&town.bram, ticket_pool::domain::person::Role::Member, false).await;
        let mut phone = town.browser();
        let page = phone.get(&path).await.text();
        assert!(page.contains("This link doesn’t work") && !page.contains("Bram"), "{page}");
        phone.post("/api/offers/answer", &[("token", token), ("how", "take"), ("shown", "0")]).await;
        assert_eq!(town.held(event).await, [2, 1, 0]);
    }
}
