//! Bodies by chance, sent to every server function.

use std::cell::{Cell, RefCell};

use axum::{
    body::Body,
    http::{Method, StatusCode, header},
};
use proptest::{collection::vec, prelude::*, sample::select};
use server_fn::axum::server_fn_paths;
use ticket_pool::{
    domain::{ids::EventId, person::Email},
    server::services::set_up,
};
use tokio::{runtime::Handle, task::block_in_place};

use super::{holds, one_of, some_of};
use crate::harness::{Answer, Browser, Town};

/// Names of fields, in all the ways that mean something to the decoder.
const NAMES: &str = "event|event|event|person|person|version|version|name|email|role|active|tiers[]|tiers[]|tiers[0]|\
    tiers[9999999999]|note|copy|amount[r1]|amount[r2]|other[r1]|reason[r1]|reason|rule|public_input|public_input_name|\
    rows|welcome|telling|line|starts|closes|zone|tickets|limit|season|new_season|device|message|token|code|next|x";

/// Values that some field takes, and some that none takes.
const VALUES: &str = "1|1|1|2|2|3|0|0|4|-1|4711|2147483647|-2147483648|2147483648|18446744073709551616|1e9|NaN|| |on|\
    other|member|admin|007|+1|１|\
    equal.turns|Cup tie|new@example.org|asha@example.org|2026-12-06T15:00|2026-12-04T18:00|Europe/London|\
    9999-12-31T23:59|\0|a\u{0}b|\u{202e}🎟\u{fffe}|<script>alert(1)</script>|a\r\nb|' OR 1=1 --|//evil.example";

/// Pieces that no encoder would put together.
const BROKEN: &str = "&|=|[|]|[]|[[|]]|%|%5B|%5D|%zz|%00|%ff%fe|+|;|a|event|tiers|amount[r1]|[99999999999999999999]|\
    [-1]|=1|version=0|\u{e9}";

/// A body: a form of fields, a broken one, or anything.
fn body() -> impl Strategy<Value = Vec<u8>> {
    let value = prop_oneof![6 => one_of(VALUES), 1 => any::<String>()];
    let form = vec((one_of(NAMES), value), 0..12);
    let form = form.prop_map(|fields| serde_urlencoded::to_string(fields).unwrap().into_bytes());
    let broken = some_of(BROKEN, 20).prop_map(String::into_bytes);
    prop_oneof![6 => form, 3 => broken, 1 => vec(any::<u8>(), 0..400)]
}

/// Any server function.
fn path() -> impl Strategy<Value = &'static str> {
    let mut paths: Vec<&'static str> = server_fn_paths().map(|(path, _)| path).collect();
    paths.sort_unstable();
    select(paths)
}

/// A browser of Dana's, whatever became of her address.
async fn danas(town: &Town) -> Browser {
    let email = format!("SELECT email FROM users WHERE id = {}", town.dana.person);
    let email = Email::parse(town.rows(&email).await[0]["email"].as_str().unwrap()).unwrap();
    let token = set_up::command_link(&town.site, &email).await.unwrap();
    let mut browser = town.browser();
    assert_eq!(browser.post("/api/sign-in/redeem", &[("token", token.expose())]).await.location(), "/");
    browser
}

async fn send(browser: &mut Browser, path: &str, accept: &str, body: Vec<u8>) -> Answer {
    let mut request = browser.request(Method::POST, path).header(header::ORIGIN, "http://localhost:5000");
    request.headers_mut().unwrap().insert(header::ACCEPT, accept.parse().unwrap());
    let request = request.header(header::CONTENT_TYPE, "application/x-www-form-urlencoded");
    browser.send(request.body(Body::from(body)).unwrap()).await
}

both! {
    async fn no_body_breaks_a_server_function(town: Town) {
        let (open, closed) = (town.match_day().await, town.closed_match().await);
        assert_eq!((open, closed), (EventId::new(1), EventId::new(2)), "the numbers that forms name");
        let (dana, reached) = (RefCell::new(danas(&town).await), Cell::new(0));
        let signed_in = format!("user_id = {}", town.dana.person);
        block_in_place(|| {
            holds(300, &(path(), any::<bool>(), body()), |(path, html, body)| {
                // A session changes 120 things at once, then two a second.
                town.wait(chrono::TimeDelta::seconds(1));
                let shown = String::from_utf8_lossy(&body).into_owned();
                let accept = if html { "text/html" } else { "application/json" };
                let mut browser = dana.borrow().clone();
                let answer = Handle::current().block_on(send(&mut browser, path, accept, body));
                if Handle::current().block_on(town.count("sessions", &signed_in)) == 0 {
                    dana.replace(Handle::current().block_on(danas(&town)));
                }
                prop_assert!(!answer.status.is_server_error(), "{path} {shown:?}: {}", answer.status);
                prop_assert!(answer.status != StatusCode::TOO_MANY_REQUESTS, "{path} {shown:?}: nothing was read");
                if answer.status == StatusCode::SEE_OTHER {
                    let to = answer.location();
                    let ours = to.starts_with('/') && !to.starts_with("//") && to != "/problem/failed";
                    prop_assert!(ours, "{path} {shown:?}: {to}");
                }
                if answer.body.contains("\"reply\":") {
                    reached.set(reached.get() + 1);
                }
                Ok(())
            });
        });
        assert!(reached.get() > 50, "{} of 300 were read as forms", reached.get());
        assert_eq!(town.count("users", "role = 'admin' AND status = 'active'").await, 1);
    }

    async fn no_body_is_worth_anything_from_nobody(town: Town) {
        let before = town.snapshot(&["users", "events", "requests", "sessions", "audit_log"]).await;
        block_in_place(|| {
            holds(300, &(path(), body()), |(path, body)| {
                let shown = String::from_utf8_lossy(&body).into_owned();
                let mut nobody = town.browser();
                let answer = Handle::current().block_on(send(&mut nobody, path, "application/json", body));
                prop_assert!(!answer.status.is_server_error(), "{path} {shown:?}: {}", answer.status);
                prop_assert!(!nobody.cookies.contains_key("session"), "{path} {shown:?}");
                Ok(())
            });
        });
        assert_eq!(town.snapshot(&["users", "events", "requests", "sessions", "audit_log"]).await, before);
    }
}
