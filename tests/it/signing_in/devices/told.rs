//! The mail about a device that is new to someone.

use axum::http::Method;
use ticket_pool::{domain::person::Email, server::services::set_up::command_link};

use super::{asks, signs_in};
use crate::harness::{Town, form};

/// The subjects of what Asha is sent now.
async fn told(town: &Town) -> Vec<String> {
    let letters = town.post().await;
    assert!(letters.iter().all(|letter| letter.to_address == "asha@example.org"));
    letters.into_iter().map(|letter| letter.subject).collect()
}

const NEW: &str = "New sign-in to Ticket Pool from Firefox on Linux";

both! {
    async fn of_the_first_device_nobody_is_told(town: Town) {
        signs_in(&mut town.browser(), &town.asha).await;
        assert!(told(&town).await.is_empty());
    }

    async fn of_another_device_she_is_told(town: Town) {
        signs_in(&mut town.browser(), &town.asha).await;
        signs_in(&mut town.browser_at("192.0.2.7"), &town.asha).await;
        assert_eq!(told(&town).await, [NEW]);
    }

    async fn of_a_device_she_has_signed_in_with_before_she_is_not_told(town: Town) {
        let mut laptop = town.browser();
        signs_in(&mut laptop, &town.asha).await;
        signs_in(&mut town.browser_at("192.0.2.7"), &town.asha).await;
        assert_eq!(told(&town).await, [NEW]);
        laptop.post("/api/sign-out", &[]).await;
        signs_in(&mut laptop, &town.asha).await;
        assert!(told(&town).await.is_empty(), "by code");
        laptop.post("/api/sign-out", &[]).await;
        let (token, _) = asks(&mut town.browser_at("192.0.2.8"), &town.asha, "/").await;
        assert_eq!(laptop.post("/api/sign-in/redeem", &[("token", &token)]).await.location(), "/");
        assert!(told(&town).await.is_empty(), "by a link that was asked for elsewhere");
    }

    async fn of_a_link_used_elsewhere_she_is_told_even_if_it_is_the_only_device(town: Town) {
        let (token, _) = asks(&mut town.browser(), &town.asha, "/").await;
        let mut elsewhere = town.browser_at("192.0.2.7");
        assert_eq!(elsewhere.post("/api/sign-in/redeem", &[("token", &token)]).await.location(), "/");
        assert_eq!(told(&town).await, [NEW]);
    }

    /// Whoever can run commands on the server can be everyone: each time, also where she was before.
    async fn whoever_signs_in_as_asha_by_a_command_is_told_of(town: Town) {
        town.post().await;
        let (asha, mut laptop) = (Email::parse("asha@example.org").unwrap(), town.browser());
        for _ in 0..2 {
            let token = command_link(&town.site, &asha).await.unwrap();
            assert!(told(&town).await.is_empty(), "a link alone is no sign-in");
            assert_eq!(laptop.post("/api/sign-in/redeem", &[("token", token.expose())]).await.location(), "/");
            let letters = town.post().await;
            let [letter] = letters.as_slice() else { panic!("{letters:?}") };
            let subject = "New sign-in to Ticket Pool with a link from the server";
            assert_eq!((&*letter.to_address, &*letter.subject), ("asha@example.org", subject));
            let says = "Your account was signed in from Firefox on Linux on Sunday, November 22, 2026, 12:00 PM UTC, with a \
                        link that someone created on the server of Ticket Pool.";
            assert!(letter.text.contains(says), "{}", letter.text);
            assert!(!letter.text.contains("/sign-in"), "{}", letter.text);
        }
    }

    async fn that_bram_was_there_before_does_not_keep_it_from_asha(town: Town) {
        let mut shared = town.browser();
        signs_in(&mut shared, &town.bram).await;
        shared.post("/api/sign-out", &[]).await;
        signs_in(&mut town.browser_at("192.0.2.7"), &town.asha).await;
        signs_in(&mut shared, &town.asha).await;
        assert_eq!(told(&town).await, [NEW]);
    }

    async fn the_letter_names_the_device_and_the_time_and_holds_no_way_in(town: Town) {
        signs_in(&mut town.browser(), &town.asha).await;
        signs_in(&mut town.browser_at("192.0.2.7"), &town.asha).await;
        let letters = town.post().await;
        let [letter] = letters.as_slice() else { panic!("{letters:?}") };
        let says = "Your account was signed in from Firefox on Linux on Sunday, November 22, 2026, 12:00 PM UTC.";
        assert!(letter.text.contains(says), "{}", letter.text);
        assert!(letter.text.contains("http://localhost:5000/account\n"), "{}", letter.text);
        for body in [&letter.text, &letter.html] {
            assert!(!body.contains("/sign-in"), "{body}");
            assert!(!body.contains("192.0.2.7"), "{body}");
        }
    }

    async fn whatever_a_browser_calls_itself_is_text(town: Town) {
        signs_in(&mut town.browser(), &town.asha).await;
        let (token, _) = asks(&mut town.browser(), &town.asha, "/").await;
        let mut odd = town.browser();
        let mut request = odd.request(Method::POST, "/api/sign-in/redeem").header("origin", "http://localhost:5000");
        let name = "<script>alert(1)</script> =1+1 Firefox/1 <b>Linux</b>";
        request.headers_mut().unwrap().insert("user-agent", name.parse().unwrap());
        odd.send(form(request, &[("token", &token)])).await;
        assert_eq!(told(&town).await, [NEW]);
        assert_eq!(town.rows("SELECT device FROM sessions ORDER BY id DESC").await[0]["device"], name);
        let page = odd.get("/account").await;
        assert_eq!(page.text().matches("Firefox on Linux").count(), 2);
        assert!(!page.body.contains("alert(1)"));
    }
}
