//! What holds for every server function, whichever there are.

use std::collections::BTreeSet;

use axum::http::{Method, StatusCode};
use server_fn::axum::server_fn_paths;
use ticket_pool::{api::Reply, domain::person::Role, error::Refusal};

use crate::harness::DOMAIN;

/// Every endpoint, and whether it is open to people who are not signed in. Each has its cases beside this file.
const ENDPOINTS: [(&str, bool); 72] = [
    ("/api/account/address/ask", false),
    ("/api/account/address/cancel", false),
    ("/api/account/address/confirm", false),
    ("/api/account/address/undo", true),
    ("/api/account/rename", false),
    ("/api/account/sign-out/all", false),
    ("/api/account/sign-out/one", false),
    ("/api/account/sign-out/others", false),
    ("/api/account/zone", false),
    ("/api/account/language", false),
    ("/api/account/emails", false),
    ("/api/after/answer", false),
    ("/api/after/claim", false),
    ("/api/after/give-back", false),
    ("/api/after/hand-confirm", false),
    ("/api/after/hand-decline", false),
    ("/api/after/hand-keep", false),
    ("/api/after/hand-on", false),
    ("/api/after/hand-out", false),
    ("/api/after/keep", false),
    ("/api/after/give", false),
    ("/api/after/offer", false),
    ("/api/after/open-table", false),
    ("/api/after/recall", false),
    ("/api/after/tickets", false),
    ("/api/after/settings", false),
    ("/api/allocation/finalize", false),
    ("/api/allocation/save", false),
    ("/api/door/came", false),
    ("/api/draw/fill-further", false),
    ("/api/draw/make", false),
    ("/api/draw/paste", false),
    ("/api/draw/put", false),
    ("/api/draw/take-off", false),
    ("/api/event/cancel", false),
    ("/api/event/close", false),
    ("/api/event/close-to-allocate", false),
    ("/api/event/create", false),
    ("/api/event/delete", false),
    ("/api/event/edit", false),
    ("/api/emails/choose", true),
    ("/api/event/invite", false),
    ("/api/event/open-again", false),
    ("/api/event/organizers/add", false),
    ("/api/event/organizers/hand-over", false),
    ("/api/event/organizers/remove", false),
    ("/api/event/reopen", false),
    ("/api/event/restore", false),
    ("/api/event/uncancel", false),
    ("/api/guests/save", false),
    ("/api/mail/alarms", false),
    ("/api/mail/resend", false),
    ("/api/mail/resend-all", false),
    ("/api/mail/test", false),
    ("/api/mail/told", false),
    ("/api/offers/answer", true),
    ("/api/people/add", false),
    ("/api/people/edit", false),
    ("/api/people/import/look", false),
    ("/api/people/import/save", false),
    ("/api/people/sign-out", false),
    ("/api/people/send-link", false),
    ("/api/request/restore", false),
    ("/api/request/save", false),
    ("/api/request/withdraw", false),
    ("/api/season/stewards/add", false),
    ("/api/season/stewards/remove", false),
    ("/api/set-up", true),
    ("/api/sign-in/ask", true),
    ("/api/sign-in/code", true),
    ("/api/sign-in/redeem", true),
    ("/api/sign-out", true),
];

/// What takes no field at all: sent with nothing in it, it is done.
const TAKES_NOTHING: [&str; 5] = [
    "/api/account/address/cancel",
    "/api/account/sign-out/all",
    "/api/account/sign-out/others",
    "/api/mail/test",
    "/api/sign-out",
];

#[test]
fn every_server_function_has_its_row_and_its_cases() {
    let there: BTreeSet<&str> = server_fn_paths().map(|(path, _)| path).collect();
    let listed: BTreeSet<&str> = ENDPOINTS.iter().map(|(path, _)| *path).collect();
    assert_eq!(there, listed);
    assert!(server_fn_paths().all(|(_, method)| method == Method::POST));
    let cases = [
        include_str!("accounts.rs"),
        include_str!("boards.rs"),
        include_str!("draws.rs"),
        include_str!("event_forms.rs"),
        include_str!("guests.rs"),
        include_str!("handing_on.rs"),
        include_str!("moves.rs"),
        include_str!("people.rs"),
        include_str!("people_import.rs"),
        include_str!("requests.rs"),
        include_str!("seasons.rs"),
        include_str!("tickets.rs"),
        include_str!("ways_in.rs"),
    ]
    .concat();
    // Nothing about signing out can be wrong.
    for path in listed.into_iter().filter(|&path| path != "/api/sign-out") {
        assert!(cases.contains(&format!("\"{path}\"")), "{path} has no cases");
    }
}

both! {
    async fn nobody_gets_anywhere_without_a_session(town: Town) {
        let before = town.snapshot(&DOMAIN).await;
        for (path, _) in ENDPOINTS.into_iter().filter(|(_, open)| !open) {
            let answer = town.browser().post(path, &[]).await;
            assert_eq!((answer.status, answer.location()), (StatusCode::SEE_OTHER, "/sign-in"), "{path}");
            let answer = town.browser().post_for_json(path, &[]).await;
            let reply: Reply = serde_json::from_str(&answer.body).unwrap();
            let said = "You’ve been signed out. Sign in to continue.".into();
            let refused = Reply::Refused { refusal: Refusal::SignedOut, to: "/sign-in".into(), said };
            assert_eq!((answer.status, reply), (StatusCode::UNAUTHORIZED, refused), "{path}");
        }
        assert_eq!(town.snapshot(&DOMAIN).await, before);
    }

    async fn a_deactivated_person_gets_nowhere_at_the_next_click(town: Town) {
        let browser = town.browser_of(&town.asha).await;
        town.change(&town.asha, Role::Member, false).await;
        let before = town.snapshot(&DOMAIN).await;
        for (path, _) in ENDPOINTS.into_iter().filter(|(_, open)| !open) {
            let answer = browser.clone().post(path, &[]).await;
            assert_eq!((answer.status, answer.location()), (StatusCode::SEE_OTHER, "/sign-in"), "{path}");
        }
        assert_eq!(browser.clone().get("/").await.location(), "/sign-in");
        assert_eq!(town.snapshot(&DOMAIN).await, before);
    }

    async fn a_form_with_nothing_in_it_gets_an_answer_from_every_function(town: Town) {
        let mut dana = town.browser_of(&town.dana).await;
        let before = town.snapshot(&DOMAIN).await;
        for (path, _) in ENDPOINTS.into_iter().filter(|(path, _)| !TAKES_NOTHING.contains(path)) {
            let answer = dana.post(path, &[]).await;
            assert_eq!(answer.status, StatusCode::SEE_OTHER, "{path}");
            assert!(!answer.location().contains("__err"), "{path}: {}", answer.location());
            let page = dana.get(answer.location()).await;
            assert!(!page.status.is_server_error() && !page.status.is_redirection(), "{path}: {}", page.status);
        }
        assert_eq!(town.snapshot(&DOMAIN).await, before);
    }

    async fn looking_at_a_function_changes_nothing(town: Town) {
        let mut dana = town.browser_of(&town.dana).await;
        let number = town.closed_match().await;
        let before = town.snapshot(&[&DOMAIN[..], &["form_drafts"]].concat()).await;
        for (path, _) in ENDPOINTS {
            for method in [Method::GET, Method::HEAD] {
                let query = format!("{path}?event={number}&to=cancel&name=x&person=1&change=add&token=x");
                let answer = dana.send(dana.request(method, &query).body(String::new().into()).unwrap()).await;
                assert!(answer.status.is_client_error(), "{path}: {}", answer.status);
            }
        }
        assert_eq!(town.snapshot(&[&DOMAIN[..], &["form_drafts"]].concat()).await, before);
        let nothing = dana.post("/api/no/such/function", &[]).await;
        assert!(nothing.status.is_client_error(), "{}", nothing.status);
    }

    async fn an_address_that_is_no_function_does_nothing(town: Town) {
        let (mut dana, number) = (town.browser_of(&town.dana).await, town.closed_match().await.to_string());
        let before = town.snapshot(&[&DOMAIN[..], &["form_drafts"]].concat()).await;
        for path in [
            "no/such/function",
            "account/address",
            "account/address/",
            "account/address/x",
            "account/address/ASK",
            "account/address/ask%20",
            "account/address/confirm%00",
            "account/sign-out",
            "account/sign-out/ALL",
            "draw/board",
            "draw/",
            "draw/explode",
            "draw/Put",
            "draw/%3Cscript%3Ealert(1)%3C%2Fscript%3E",
            "event/move",
            "event/",
            "event/explode",
            "event/Close",
            "event/finalized",
            "event/%3Cscript%3Ealert(1)%3C%2Fscript%3E",
            "event/organizers",
            "event/organizers/",
            "event/organizers/explode",
            "mail/settle",
            "mail/burned",
            "people/import",
        ] {
            let fields = [("event", &*number), ("message", "1"), ("person", "1"), ("version", "1"), ("email", "x@example.org")];
            let words = [("to", "cancel"), ("change", "put"), ("how", "told"), ("step", "save"), ("which", "all")];
            let answer = dana.post(&format!("/api/{path}"), &[&fields[..], &words].concat()).await;
            assert!(answer.status.is_client_error(), "{path}: {}", answer.status);
        }
        assert_eq!(town.snapshot(&[&DOMAIN[..], &["form_drafts"]].concat()).await, before);
    }

    async fn signing_out_twice_is_no_error(town: Town) {
        let mut asha = town.browser_of(&town.asha).await;
        let mut copy = asha.clone();
        assert_eq!(asha.post("/api/sign-out", &[]).await.location(), "/sign-in");
        assert_eq!(copy.post("/api/sign-out", &[]).await.location(), "/sign-in");
        let answer = town.browser().post_for_json("/api/sign-out", &[]).await;
        assert_eq!(answer.status, StatusCode::OK);
        assert_eq!(town.count("sessions", "1 = 1").await, 0);
    }

    async fn what_was_typed_is_shown_to_its_own_session_for_ten_minutes(town: Town) {
        let (mut asha, mut bram) = (town.browser_of(&town.asha).await, town.browser_of(&town.bram).await);
        let long = "Asha".repeat(30);
        let page = asha.post("/api/account/rename", &[("name", &long)]).await.location().to_owned();
        assert!(asha.get(&page).await.text().contains(&long));
        assert!(!bram.get(&page).await.text().contains(&long));
        assert!(!town.browser_of(&town.asha).await.get(&page).await.text().contains(&long), "another session of hers");
        town.wait(chrono::TimeDelta::minutes(10));
        assert!(!asha.get(&page).await.text().contains(&long));
        for forged in
            ["/account?draft=x", "/account?draft=", "/account?draft=%00", &format!("/account?draft={}", "0".repeat(32))]
        {
            assert_eq!(asha.get(forged).await.status, StatusCode::OK, "{forged}");
        }
    }
}
