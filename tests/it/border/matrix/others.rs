//! Other people's numbers, wherever a form or a URL takes one.

use ::allocation::Rule;
use axum::http::StatusCode;
use ticket_pool::{
    api::Reply,
    domain::{board::key, person::Role, typed::Problem},
    error::{Obstacle, Refusal},
    server::services::{allocation::Telling, event},
};

use super::super::functions::reply;
use crate::harness::{Browser, DOMAIN, Town, event_form};

/// What stands in a form.
type Fields<'a> = &'a [(&'a str, &'a str)];

/// Sends a form that must change nothing; returns why it was refused.
async fn refused(town: &Town, browser: &mut Browser, path: &str, fields: &[(&str, &str)]) -> Refusal {
    let before = town.snapshot(&DOMAIN).await;
    let answer = browser.post_for_json(path, fields).await;
    let Reply::Refused { refusal, .. } = reply(&answer) else { panic!("{path} {fields:?}: {}", answer.body) };
    assert_eq!(town.snapshot(&DOMAIN).await, before, "{path} {fields:?}");
    refusal
}

/// Where a refused form leads: its page with the draft of what was typed.
async fn draft(browser: &mut Browser, path: &str, fields: &[(&str, &str)]) -> String {
    let answer = browser.post(path, fields).await;
    assert!(answer.location().contains("draft="), "{path}: {:?}", answer.location());
    answer.location().to_owned()
}

both! {
    async fn a_session_of_someone_else_cannot_be_ended(town: Town) {
        let (mut asha, mut bram) = (town.browser_of(&town.asha).await, town.browser_of(&town.bram).await);
        let brams = format!("SELECT id FROM sessions WHERE user_id = {}", town.bram.person);
        let brams = town.rows(&brams).await[0]["id"].to_string();
        let gone = Refusal::NotNow { why: Obstacle::DeviceGone };
        for (device, expected) in [
            (brams.as_str(), &gone),
            ("4711", &gone),
            ("0", &Refusal::NotFound),
            ("-1", &Refusal::NotFound),
            ("x", &Refusal::NotFound),
            ("", &Refusal::NotFound),
        ] {
            let why = refused(&town, &mut asha, "/api/account/sign-out/one", &[("device", device)]).await;
            assert_eq!(why, *expected, "{device}");
        }
        assert_eq!(bram.get("/").await.status, StatusCode::OK);
    }

    async fn a_request_of_someone_else_is_only_for_who_runs_the_event(town: Town) {
        let (number, bram) = (town.match_day().await, town.bram.person.to_string());
        town.ask(number, &town.bram, &[3, 1]).await.unwrap();
        let number = number.to_string();
        let theirs = [("event", number.as_str()), ("person", &*bram), ("version", "1"), ("tiers[]", "4")];
        for who in [&town.asha, &town.olga] {
            let mut browser = town.browser_of(who).await;
            for path in ["/api/request/save", "/api/request/withdraw", "/api/request/restore"] {
                let why = refused(&town, &mut browser, path, &theirs).await;
                assert_eq!(why, Refusal::Forbidden, "{} {path}", who.name);
            }
            for page in [format!("/events/{number}/request-for/{bram}"), format!("/admin/people/{bram}")] {
                assert_eq!(browser.get(&page).await.status, StatusCode::FORBIDDEN, "{} {page}", who.name);
            }
        }
    }

    async fn what_was_typed_and_refused_is_shown_to_no_other_session(town: Town) {
        const CANARY: &str = "a canary that sings in the morning";
        let (open, ready) = (town.match_day().await.to_string(), town.closed_match().await);
        town.give(ready, &[(&town.asha, Some(2)), (&town.bram, Some(3))]).await.unwrap();
        let (ready, long) = (ready.to_string(), format!("{CANARY} {}", "la ".repeat(200)));
        let mut browsers = Vec::new();
        for who in [&town.bram, &town.otto, &town.dana] {
            browsers.push((town.browser_of(who).await, town.browser_of(who).await));
        }
        let forms: [(usize, &str, Fields); 6] = [
            (0, "/api/request/save", &[("event", &*open), ("version", "0"), ("tiers[]", "2"), ("note", &*long)]),
            (0, "/api/account/rename", &[("name", &*long)]),
            (1, "/api/event/create", &[("name", CANARY)]),
            (1, "/api/event/edit", &[("event", &*open), ("version", "0"), ("name", CANARY)]),
            (1, "/api/allocation/finalize", &[("event", &*ready), ("version", "1"), ("line", &*long)]),
            (2, "/api/people/add", &[("name", CANARY), ("email", "nowhere"), ("role", "member")]),
        ];
        for (author, path, fields) in forms {
            let page = draft(&mut browsers[author].0, path, fields).await;
            assert!(browsers[author].0.get(&page).await.text().contains(CANARY), "{page} shows it to its author");
            for (_, other) in &mut browsers {
                assert!(!other.get(&page).await.text().contains(CANARY), "{page}");
            }
            assert!(!town.browser().get(&page).await.text().contains(CANARY), "{page}");
        }
    }

    async fn a_message_is_settled_by_those_who_run_its_event_and_by_admins(town: Town) {
        let number = town.finalized_match().await;
        town.force("UPDATE outbox SET status = 'failed', reason = 'no such mailbox'").await.unwrap();
        let one = async |which: &str| town.rows(&format!("SELECT id FROM outbox WHERE {which} ORDER BY id LIMIT 1")).await[0]["id"].to_string();
        let (result, welcome) = (one(&format!("event_id = {number}")).await, one("event_id IS NULL").await);
        for path in ["/api/mail/resend", "/api/mail/told"] {
            for (who, messages) in [
                (&town.asha, vec![&*result, &*welcome, "4711"]),
                (&town.olga, vec![&*result, &*welcome, "4711"]),
                (&town.otto, vec![&*welcome, "4711"]),
            ] {
                let mut browser = town.browser_of(who).await;
                for message in messages {
                    let why = refused(&town, &mut browser, path, &[("message", message)]).await;
                    assert_eq!(why, Refusal::Forbidden, "{} {message} {path}", who.name);
                }
                for garbled in ["x", ""] {
                    let why = refused(&town, &mut browser, path, &[("message", garbled)]).await;
                    assert_eq!(why, Refusal::NotFound, "{} {garbled} {path}", who.name);
                }
            }
            let mut dana = town.browser_of(&town.dana).await;
            let why = refused(&town, &mut dana, path, &[("message", "4711")]).await;
            assert_eq!(why, Refusal::NotNow { why: Obstacle::NotFailed });
        }
        let mut otto = town.browser_of(&town.otto).await;
        // Of an event in the trash: only by admins.
        event::delete(&town.site, &town.dana, number).await.unwrap();
        let why = refused(&town, &mut otto, "/api/mail/resend", &[("message", &result)]).await;
        assert_eq!(why, Refusal::NotFound);
        let answer = town.browser_of(&town.dana).await.post("/api/mail/told", &[("message", &result)]).await;
        assert_eq!(answer.location(), "/admin/mail");
        assert_eq!(town.rows(&format!("SELECT status FROM outbox WHERE id = {result}")).await[0]["status"], "skipped");
    }

    async fn an_event_in_the_bin_is_nowhere(town: Town) {
        let number = town.closed_match().await;
        let (asha_asked, asha) = (town.request(number, &town.asha).await.id, town.asha.person.to_string());
        town.draw(number, Rule::LOTTERY, "").await.unwrap();
        event::delete(&town.site, &town.dana, number).await.unwrap();
        let (number, amount) = (number.to_string(), format!("amount[{}]", key(asha_asked)));
        let event = ("event", number.as_str());
        let mut edited = vec![event, ("version", "0")];
        let details = event_form("Cup tie");
        edited.extend([("name", "Cup tie"), ("starts", &*details.starts), ("zone", "UTC"), ("tickets", "5")]);
        let forms: [(&str, &[(&str, &str)]); 9] = [
            ("/api/event/edit", &edited),
            ("/api/event/open-again", &[event]),
            ("/api/event/delete", &[event]),
            ("/api/event/organizers/add", &[event, ("person", &*asha)]),
            ("/api/request/save", &[event, ("version", "1"), ("tiers[]", "2")]),
            ("/api/request/withdraw", &[event]),
            ("/api/allocation/save", &[event, ("version", "1"), (&*amount, "2")]),
            ("/api/draw/make", &[event, ("version", "1"), ("rule", "equal.turns"), ("reason", "again")]),
            ("/api/draw/put", &[event, ("version", "1")]),
        ];
        let pages = [
            "",
            "/edit",
            "/organizers",
            "/request",
            "/request-for",
            "/allocate",
            "/allocate/draw",
            "/draw",
            "/review",
            "/results",
            "/door",
        ];
        for who in [&town.asha, &town.otto, &town.dana] {
            let mut browser = town.browser_of(who).await;
            for page in pages {
                let path = format!("/events/{number}{page}");
                assert_eq!(browser.get(&path).await.status, StatusCode::NOT_FOUND, "{} {path}", who.name);
            }
            for file in ["results.csv", "door.csv", "draws/1.json"] {
                let path = format!("/events/{number}/{file}");
                assert_eq!(browser.get(&path).await.location(), "/problem/not-found", "{} {path}", who.name);
            }
            for (path, fields) in forms {
                let why = refused(&town, &mut browser, path, fields).await;
                assert_eq!(why, Refusal::NotFound, "{} {path} {fields:?}", who.name);
            }
        }
        let mut asha = town.browser_of(&town.asha).await;
        assert!(!asha.get("/events").await.text().contains("Rovers v United"));
        assert_eq!(refused(&town, &mut asha, "/api/event/restore", &[event]).await, Refusal::Forbidden);
    }

    async fn a_record_belongs_to_its_event_and_is_shown_to_all_once_that_is_finalized(town: Town) {
        let (told, secret) = (town.closed_match().await, town.closed_match().await);
        town.draw(told, Rule::LOTTERY, "").await.unwrap();
        town.put_draw(told).await.unwrap();
        town.finalize(told, Telling::Nobody).await.unwrap();
        town.draw(secret, Rule::LOTTERY, "").await.unwrap();
        town.draw(secret, Rule::LOTTERY, "a typing error").await.unwrap();
        let nowhere = "/problem/not-found";
        let cases = [
            (format!("/events/{told}/draws/1.json"), ["", "", ""]),
            (format!("/events/{told}/draws/2.json"), [nowhere, nowhere, nowhere]),
            (format!("/events/{secret}/draws/1.json"), [nowhere, nowhere, ""]),
            (format!("/events/{secret}/draws/2.json"), [nowhere, nowhere, ""]),
            (format!("/events/{secret}/draws/3.json"), [nowhere, nowhere, nowhere]),
            ("/events/4711/draws/1.json".to_owned(), [nowhere, nowhere, nowhere]),
        ];
        for (place, who) in [&town.asha, &town.olga, &town.otto].into_iter().enumerate() {
            let mut browser = town.browser_of(who).await;
            for (path, locations) in &cases {
                assert_eq!(browser.get(path).await.location(), locations[place], "{} {path}", who.name);
            }
        }
    }

    async fn a_row_of_another_event_is_not_on_the_board(town: Town) {
        let ottos = town.closed_match().await;
        let number = event::create(&town.site, &town.olga, &event_form("Walk")).await.unwrap();
        event::close(&town.site, &town.olga, number).await.unwrap();
        let foreign = town.request(ottos, &town.asha).await.id;
        let amount = format!("amount[{}]", key(foreign));
        let (number, mut olga) = (number.to_string(), town.browser_of(&town.olga).await);
        let fields = [("event", number.as_str()), ("version", "0"), (amount.as_str(), "2")];
        let why = refused(&town, &mut olga, "/api/allocation/save", &fields).await;
        assert_eq!(why, Refusal::field(&amount, Problem::NoSuchRequest));
    }

    async fn fields_that_a_form_does_not_have_are_not_read(town: Town) {
        let mut asha = town.browser_of(&town.asha).await;
        let more = [("name", "Asha Rao"), ("role", "admin"), ("person", "1"), ("email", "eve@example.org")];
        assert_eq!(asha.post("/api/account/rename", &more).await.location(), "/account");
        let now = town.actor("Asha").await;
        assert_eq!((now.name.as_str(), now.role, now.person), ("Asha Rao", Role::Member, town.asha.person));
        let number = town.match_day().await;
        let event = number.to_string();
        let asked = [("event", event.as_str()), ("version", "0"), ("tiers[]", "2")];
        let more = [&asked[..], &[("allocated", "4"), ("since", "2020-01-01"), ("entered_by", "1")]].concat();
        assert_eq!(asha.post("/api/request/save", &more).await.location(), format!("/events/{number}"));
        let request = town.request(number, &town.asha).await;
        assert_eq!((request.allocated, request.since), (None, town.now()));
    }
}
