//! Over a limit the answer is the same, no email is sent, and what was sent still works.

use axum::http::{HeaderMap, StatusCode, header};
use chrono::TimeDelta;
use ticket_pool::server::services::sign_in;

use super::{admitted, asks_from};
use crate::{
    harness::{Answer, Browser},
    signing_in::{code_in, token_in},
};

const NEVER_HERE: &str = "nina@example.org";

/// Asks for an address; returns the answer without the binding, which is a new one each time.
async fn asks(browser: &mut Browser, email: &str) -> (StatusCode, HeaderMap, String) {
    let Answer { status, mut headers, body } = {
        let answer = browser.post("/api/sign-in/ask", &[("email", email), ("next", "/events")]).await;
        let binding = answer.cookie("binding").unwrap();
        assert_eq!((binding.value().len(), binding.max_age().unwrap().whole_seconds()), (43, 900));
        assert_eq!(answer.headers.get_all(header::SET_COOKIE).iter().count(), 1);
        answer
    };
    headers.remove(header::SET_COOKIE);
    (status, headers, body)
}

both! {
    async fn over_the_limit_the_answer_is_the_same_and_no_mail_is_sent(town: Town) {
        let mut answers = Vec::new();
        for _ in 0..6 {
            answers.push(asks(&mut town.browser(), "asha@example.org").await);
        }
        assert_eq!(answers[0].0, StatusCode::SEE_OTHER);
        for answer in &answers {
            assert_eq!(answer, &answers[0]);
        }
        assert_eq!(admitted(&town, "asha@example.org").await, 3);
        assert_eq!(town.count("outbox", "kind = 'sign-in'").await, 3);
    }

    async fn over_the_limit_the_page_that_follows_is_the_same_too(town: Town) {
        let mut pages = Vec::new();
        for _ in 0..4 {
            let mut browser = town.browser();
            asks(&mut browser, "asha@example.org").await;
            pages.push(browser.get("/sign-in/check-mail").await.text());
        }
        assert_eq!(admitted(&town, "asha@example.org").await, 3, "the last is over the limit");
        assert!(pages[0].contains("Check your email") && pages[0].contains("asha@example.org"));
        assert_eq!(pages[3], pages[0]);
    }

    async fn over_the_limit_what_was_sent_before_still_works(town: Town) {
        town.post().await;
        let mut browser = town.browser();
        asks(&mut browser, "asha@example.org").await;
        let letters = town.post().await;
        let (token, code) = (token_in(&letters[0].text), code_in(&letters[0].text));
        for _ in 0..4 {
            asks(&mut browser, "asha@example.org").await;
            asks(&mut town.browser(), "asha@example.org").await;
        }
        assert_eq!((town.post().await.len(), admitted(&town, "asha@example.org").await), (2, 3));
        assert!(sign_in::look(&town.site, &token, None).await.unwrap().is_some());
        let done = browser.post("/api/sign-in/code", &[("code", &code)]).await;
        assert_eq!(done.location(), "/events");
        assert!(browser.get("/").await.text().contains("Hi, Asha"));
    }

    async fn an_unknown_address_is_limited_as_a_known_one_is(town: Town) {
        let mut seen = [Vec::new(), Vec::new()];
        // Three at once from one client, one more after five minutes; then others until the ten are used up.
        let clients = [7, 7, 7, 7, 7, 10, 11, 12, 13, 14, 15, 16, 17];
        for (step, client) in clients.into_iter().enumerate() {
            if step == 4 {
                town.wait(TimeDelta::minutes(5));
            }
            for (seen, email) in seen.iter_mut().zip(["asha@example.org", NEVER_HERE]) {
                asks_from(&town, email, &format!("192.0.2.{client}")).await;
                seen.push(admitted(&town, email).await);
            }
        }
        assert_eq!(seen[0], [1, 2, 3, 3, 4, 5, 6, 7, 8, 9, 10, 10, 10]);
        assert_eq!(seen[1], seen[0]);
        assert_eq!(town.count("limits", "1 = 1").await, 9 + 2 * 9 + 2, "as many rows for one as for the other");
    }

    async fn over_the_limit_the_answers_to_both_are_the_same(town: Town) {
        let mut answers = Vec::new();
        for email in ["asha@example.org", NEVER_HERE] {
            for _ in 0..4 {
                answers.push(asks(&mut town.browser(), email).await);
            }
        }
        assert!(answers.iter().all(|answer| *answer == answers[0]));
        assert_eq!((admitted(&town, "asha@example.org").await, admitted(&town, NEVER_HERE).await), (3, 3));
    }
}
