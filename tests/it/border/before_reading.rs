//! Whether someone may do it at all is asked before anything of a form is read, and before anything of it is kept; and what
//! is kept has a budget.

use axum::http::StatusCode;
use chrono::TimeDelta;
use ticket_pool::{
    api::Reply,
    domain::ids::SessionId,
    error::Refusal,
    server::services::limit::{Limit, within_alone},
};

use super::functions::{ONE_EACH, Stage, Who, pairs, reply};
use crate::harness::{Browser, Town, event_form};

/// How many bytes are kept of refused forms.
async fn kept(town: &Town) -> i64 {
    town.number("SELECT COALESCE(SUM(LENGTH(body) + LENGTH(refusal)), 0) FROM form_drafts").await
}

/// Uses up what this session may change just now.
async fn hurry(town: &Town) {
    for session in town.rows("SELECT id FROM sessions").await {
        let session = SessionId::new(session["id"].as_i64().unwrap().try_into().unwrap());
        while within_alone(&town.site, Limit::Changes(session)).await.unwrap() {}
    }
}

/// Sends a list of people with one line that is too long, so often; returns how many were kept.
async fn look_at_long_lists(browser: &mut Browser, times: usize, octets: usize) -> usize {
    let rows = format!("name,email\n{}", "x".repeat(octets));
    let mut kept = 0;
    for _ in 0..times {
        let answer = browser.post("/api/people/import/look", &[("rows", &rows)]).await;
        assert_eq!(answer.status, StatusCode::SEE_OTHER);
        let full = answer.location() == "/problem/too-many";
        assert!(full || answer.location().contains("draft="), "{}", answer.location());
        kept += usize::from(!full);
    }
    kept
}

both! {
    async fn a_form_with_nonsense_in_it_is_forbidden_first_and_nothing_of_it_is_kept(town: Town) {
        let (number, draft) = (town.closed_match().await.to_string(), "x".repeat(600));
        let event = ("event", number.as_str());
        let forms: [(&str, Vec<(&str, &str)>); 8] = [
            ("/api/allocation/save", vec![event, ("amount[r1]", "nonsense"), ("reason[r1]", &draft)]),
            ("/api/allocation/save", vec![event, ("amount[x]", &draft)]),
            ("/api/allocation/finalize", vec![event, ("version", "1"), ("line", &draft)]),
            ("/api/draw/make", vec![event, ("rule", "nonsense"), ("reason", &draft)]),
            ("/api/event/edit", vec![event, ("name", ""), ("notes", &draft)]),
            ("/api/event/create", vec![("name", &draft)]),
            ("/api/people/add", vec![("name", &draft)]),
            ("/api/people/import/save", vec![("rows", &draft)]),
        ];
        let mut asha = town.browser_of(&town.asha).await;
        for (path, form) in &forms {
            let answer = asha.post_for_json(path, form).await;
            let Reply::Refused { refusal, to, .. } = reply(&answer) else { panic!("{path}: {}", answer.body) };
            assert_eq!((refusal, to.as_str()), (Refusal::Forbidden, "/problem/forbidden"), "{path}");
        }
        assert_eq!(kept(&town).await, 0);
    }

    async fn who_hurries_cannot_have_kept_what_is_not_theirs_to_do(town: Town) {
        let stage = Stage::set(&town).await;
        let (mut asha, mut kept_for) = (stage.browser(Who::Asha).await, Vec::new());
        let mut forms = Vec::new();
        for call in ONE_EACH.into_iter().filter(|call| !call.path().starts_with("/api/sign-")) {
            forms.push((call, stage.form(call, Who::Asha, &mut asha).await));
        }
        let mut asha = stage.browser(Who::Asha).await;
        hurry(&town).await;
        town.force("DELETE FROM form_drafts").await.unwrap();
        for (call, form) in forms {
            let before = kept(&town).await;
            asha.post(call.path(), &pairs(&form)).await;
            if kept(&town).await > before {
                kept_for.push(call.path());
            }
        }
        let not_hers = ["/api/event/", "/api/allocation/", "/api/draw/", "/api/people/", "/api/mail/test", "/api/mail/resend-all", "/api/mail/alarms"];
        let wrong: Vec<_> = kept_for.iter().filter(|path| not_hers.iter().any(|not| path.starts_with(not))).collect();
        assert!(wrong.is_empty(), "{wrong:?}");
        assert!(kept_for.contains(&"/api/account/rename") && kept_for.contains(&"/api/request/save"), "{kept_for:?}");
    }

    async fn a_dead_setup_link_keeps_nothing_of_what_a_stranger_types(town: Town) {
        let (token, mut mallory) = ("A".repeat(43), town.browser());
        let form = [("token", token.as_str()), ("name", &"x".repeat(60_000)), ("email", "nowhere")];
        let answer = mallory.post("/api/set-up", &form).await;
        assert_eq!(answer.location(), format!("/set-up/{token}"));
        assert_eq!(kept(&town).await, 0);
    }

    async fn nothing_is_decoded_for_a_stranger(town: Town) {
        for path in ["/api/allocation/save", "/api/people/import/save", "/api/event/edit", "/api/account/rename"] {
            let mut stranger = town.browser();
            // A list where text belongs: whoever is signed in is told that this is no form of ours.
            let answer = stranger.post(path, &[("event[]", "1"), ("event[]", "2"), ("name[]", "x"), ("rows[]", "x")]).await;
            assert_eq!((answer.status, answer.location()), (StatusCode::SEE_OTHER, "/sign-in"), "{path}");
        }
    }

    async fn drafts_of_one_person_have_a_budget_of_bytes_in_all_their_sessions(town: Town) {
        let mut browsers = [town.browser_of(&town.dana).await, town.browser_of(&town.dana).await];
        browsers[1].address = [198, 51, 100, 7].into();
        let mut all = 0;
        for browser in &mut browsers {
            all += look_at_long_lists(browser, 6, 900_000).await;
        }
        assert_eq!(all, 4, "four MiB");
        assert!(kept(&town).await <= 4 * 1_048_576);
        // Small forms of others are kept meanwhile, and hers again once what was kept has gone.
        let mut otto = town.browser_of(&town.otto).await;
        assert!(otto.post("/api/event/create", &[("name", "Cup tie")]).await.location().contains("draft="));
        town.wait(TimeDelta::minutes(10));
        assert_eq!(look_at_long_lists(&mut browsers[0], 1, 900_000).await, 1);
    }

    async fn drafts_from_one_client_have_a_budget_of_bytes_whoever_they_are_of(town: Town) {
        let notes = "x".repeat(120_000);
        let mut all = 0;
        for n in 0..5 {
            let name = format!("Olli{n}");
            let form = crate::harness::person_form(&name, ticket_pool::domain::person::Role::Organizer);
            ticket_pool::server::services::person::add(&town.site, &town.dana, &form).await.unwrap();
            let mut browser = town.browser_of(&town.actor(&name).await).await;
            for _ in 0..40 {
                let form = [("name", ""), ("notes", notes.as_str())];
                let answer = browser.post("/api/event/create", &form).await;
                all += usize::from(answer.location().contains("draft="));
            }
        }
        // 118 KiB each: 34 of one person, 138 from one client.
        assert_eq!(all, 138);
        let mut elsewhere = town.browser_of(&town.otto).await;
        elsewhere.address = [198, 51, 100, 7].into();
        let form = event_form("");
        assert!(elsewhere.post("/api/event/create", &[("name", &form.name)]).await.location().contains("draft="));
    }

    async fn drafts_of_strangers_have_a_budget_of_bytes_from_each_client(town: Town) {
        let (mut mallory, long) = (town.browser(), "x".repeat(60_000));
        let mut all = 0;
        for _ in 0..20 {
            let answer = mallory.post("/api/sign-in/ask", &[("email", &long), ("next", "")]).await;
            all += usize::from(answer.location().contains("draft="));
        }
        assert!((4..=8).contains(&all), "{all}");
        assert!(kept(&town).await <= 512 * 1024);
        let mut asha = town.browser_at("198.51.100.7");
        assert!(asha.post("/api/sign-in/ask", &[("email", "asha"), ("next", "")]).await.location().contains("draft="));
    }
}
