//! One tap in an email program (RFC 8058), and programs that open every link of an email before anyone reads it.

use axum::{
    body::Body,
    http::{Method, Request, StatusCode, header},
};
use ticket_pool::domain::message::Topic;

use super::token_in;
use crate::harness::{Answer, Town};

const FORM: &str = "application/x-www-form-urlencoded";

/// A request without cookies, origin, or anything else that a browser would add.
async fn send(town: &Town, method: Method, path: &str, kind: &str, body: &str) -> Answer {
    let host = town.site.settings.host().to_owned();
    let request = Request::builder().method(method).uri(path).header(header::HOST, host);
    let request = if kind.is_empty() { request } else { request.header(header::CONTENT_TYPE, kind) };
    town.browser_at("203.0.113.9").send(request.body(Body::from(body.to_owned())).unwrap()).await
}

both! {
    async fn one_tap_ends_emails_of_this_kind_and_no_others(town: Town) {
        let town = town.with_settings(&[("APP_URL", "https://tickets.example.org"), ("MAIL_ENABLED", "true")]);
        let letters = town.invites(town.match_day().await).await;
        let letter = letters.iter().find(|letter| letter.to_address == "asha@example.org").unwrap();
        let address = letter.unsubscribe.clone().unwrap();
        assert_eq!(address, format!("https://tickets.example.org/emails/{}", token_in(letter)));
        let path = address.strip_prefix("https://tickets.example.org").unwrap();
        let parts = "--b\r\nContent-Disposition: form-data; name=\"List-Unsubscribe\"\r\n\r\nOne-Click\r\n--b--\r\n";
        for (kind, body) in [(FORM, "List-Unsubscribe=One-Click"), ("multipart/form-data; boundary=b", parts)] {
            town.force("DELETE FROM emails_off").await.unwrap();
            let answer = send(&town, Method::POST, path, kind, body).await;
            assert_eq!(answer.status, StatusCode::OK, "{}", answer.body);
            assert!(answer.headers.get(header::LOCATION).is_none() && answer.headers.get(header::SET_COOKIE).is_none());
            let rows = town.rows("SELECT user_id, topic, pool_id FROM emails_off").await;
            assert_eq!(rows.len(), 1);
            assert_eq!((rows[0]["topic"].as_str(), rows[0]["user_id"].as_i64()), (Some("new-event"), Some(town.asha.person.get().into())));
        }
    }

    async fn what_must_come_has_no_such_link(town: Town) {
        let town = town.with_settings(&[("APP_URL", "https://tickets.example.org"), ("MAIL_ENABLED", "true")]);
        town.post().await;
        town.finalized_match().await;
        let letters = town.post().await;
        assert_eq!(letters.len(), 2);
        for letter in letters {
            assert!(letter.unsubscribe.is_none() && !letter.text.contains("/emails/"), "{}", letter.text);
        }
    }

    /// Whatever they do but press the button: nobody is turned off.
    async fn programs_that_open_every_link_turn_nobody_off(town: Town) {
        let letters = town.invites(town.match_day().await).await;
        for (link, letter) in (0..200).map(|link| (link, &letters[link % letters.len()])) {
            let page = format!("/emails/{}", token_in(letter));
            let mut browser = town.browser_at("203.0.113.9");
            match link % 8 {
                0 => drop(send(&town, Method::HEAD, &page, "", "").await),
                1 => drop(browser.get(&page).await),
                2 => drop(send(&town, Method::OPTIONS, &page, "", "").await),
                3 => drop(send(&town, Method::POST, &page, "", "").await),
                4 => {
                    for body in ["List-Unsubscribe", "List-Unsubscribe=one-click", "x=List-Unsubscribe=One-Click", "{}"] {
                        assert_eq!(send(&town, Method::POST, &page, FORM, body).await.status, StatusCode::BAD_REQUEST);
                    }
                }
                5 => {
                    // It runs scripts: there is nothing on the page that one would send.
                    let opened = browser.get(&page).await;
                    assert_eq!(opened.count("form[data-continue], [autofocus], meta[http-equiv=refresh]"), 0);
                }
                6 => {
                    // It presses whatever button stands in a form, but as programs do: without the page's origin.
                    assert!(browser.get(&page).await.count("form[action='/api/emails/choose'] button") > 0);
                    let form = format!("token={}&kind=new-event&season=&on=", token_in(letter));
                    assert_eq!(send(&town, Method::POST, "/api/emails/choose", FORM, &form).await.status, StatusCode::FORBIDDEN);
                }
                _ => {
                    for _ in 0..2 {
                        browser.get(&format!("{page}?utm=1")).await;
                    }
                    for method in [Method::PUT, Method::DELETE, Method::PATCH] {
                        assert_eq!(send(&town, method, &page, FORM, "List-Unsubscribe=One-Click").await.status, StatusCode::METHOD_NOT_ALLOWED);
                    }
                }
            }
        }
        assert_eq!(town.turned_off().await, 0);
    }

    async fn one_tap_with_a_link_that_is_none_turns_nobody_off(town: Town) {
        let gone = town.newcomer("Gita").await;
        let token = town.off_link_of(&gone, Topic::ComingUp).await;
        town.force(&format!("UPDATE users SET public_id = 'another' WHERE id = {}", gone.person)).await.unwrap();
        for token in [token.as_str(), "x", &"A".repeat(96), &"A".repeat(5_000)] {
            let answer = send(&town, Method::POST, &format!("/emails/{token}"), FORM, "List-Unsubscribe=One-Click").await;
            assert_eq!(answer.status, StatusCode::NOT_FOUND, "{}", answer.body);
        }
        assert_eq!(town.turned_off().await, 0);
    }
}
