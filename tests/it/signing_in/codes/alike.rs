//! Nobody learns from refusals who has an account (ASVS 6.3.8).

use axum::http::{HeaderName, HeaderValue, StatusCode};
use ticket_pool::domain::person::Role;

use super::{asks, wrong};
use crate::harness::{Answer, Browser};

/// The whole of an answer, but for what is new in each: the draft's id, the address.
pub fn plainly(answer: &Answer, address: &str) -> String {
    let line = |(name, value): (&HeaderName, &HeaderValue)| format!("{name}: {}\n", value.to_str().unwrap());
    let mut headers: Vec<String> = answer.headers.iter().map(line).collect();
    headers.sort();
    let mut whole = format!("{}\n{}\n{}", answer.status, headers.concat(), answer.body);
    if let Some(random) = after(&whole, "draft=") {
        whole = whole.replace(&random, "random");
    }
    whole.replace(address, "somebody")
}

/// The word that follows a sign, if it stands there.
fn after(text: &str, sign: &str) -> Option<String> {
    let (_, rest) = text.split_once(sign)?;
    let word: String = rest.chars().take_while(|c| c.is_ascii_alphanumeric() || "-_=".contains(*c)).collect();
    (!word.is_empty()).then_some(word)
}

/// Everything a browser gets that asked for an address and types a wrong code six times.
async fn six_tries(browser: &mut Browser, address: &str, code: &str) -> Vec<String> {
    let mut got = vec![plainly(&browser.get("/sign-in/check-mail").await, address)];
    for _ in 0..6 {
        let refused = browser.post("/api/sign-in/code", &[("code", code)]).await;
        assert_eq!(refused.status, StatusCode::SEE_OTHER);
        got.push(plainly(&refused, address));
        got.push(plainly(&browser.get(refused.location()).await, address));
    }
    let refused = browser.post_for_json("/api/sign-in/code", &[("code", code)]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    got.push(plainly(&refused, address));
    got
}

both! {
    async fn step_by_step_an_unknown_address_is_refused_as_a_known_one_is(town: Town) {
        let gone = town.newcomer("Gone").await;
        town.change(&gone, Role::Member, false).await;
        let mut browser = town.browser();
        let (_, code) = asks(&mut browser, &town.asha, "/").await;
        let code = wrong(&code);
        let known = six_tries(&mut browser, "asha@example.org", &code).await;
        for address in ["nina@example.org", "gone@example.org"] {
            let mut browser = town.browser();
            browser.post("/api/sign-in/ask", &[("email", address), ("next", "/")]).await;
            assert!(town.post().await.is_empty(), "{address}");
            let other = six_tries(&mut browser, address, &code).await;
            assert_eq!(other.len(), known.len());
            for (step, (other, known)) in other.iter().zip(&known).enumerate() {
                assert_eq!(other, known, "{address}, step {step}");
            }
        }
        for (page, says) in [
            (2, "4 tries left."),
            (4, "3 tries left."),
            (6, "2 tries left."),
            (8, "1 try left."),
            (10, "Too many tries."),
            (12, "Too many tries."),
            (13, "Too many tries."),
        ] {
            assert!(known[page].contains(says), "step {page}: {}", known[page]);
        }
    }

    async fn what_is_noted_of_an_unknown_address_is_as_much(town: Town) {
        let (mut asha, mut nobody) = (town.browser(), town.browser());
        let (_, code) = asks(&mut asha, &town.asha, "/").await;
        nobody.post("/api/sign-in/ask", &[("email", "nina@example.org")]).await;
        town.post().await;
        for browser in [&mut asha, &mut nobody] {
            browser.post("/api/sign-in/code", &[("code", &wrong(&code))]).await;
        }
        assert_eq!(town.count("sign_in_attempts", "tries = 1").await, 2);
        let noted = town.rows("SELECT client, details FROM audit_log WHERE action = 'sign-in.wrong-code'").await;
        assert_eq!(noted.len(), 2);
        assert_eq!(noted[0], noted[1]);
    }
}
