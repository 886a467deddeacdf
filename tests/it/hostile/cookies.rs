//! Cookies that were not set by us, or not like this.

use axum::{
    body::Body,
    http::{HeaderValue, Method, StatusCode, header},
};
use proptest::{collection::vec, prelude::*};
use tokio::{runtime::Handle, task::block_in_place};

use super::{holds, one_of};
use crate::harness::{Answer, Town};

/// What cookie headers are made of.
const PIECES: &str = "session=|binding=|known=|notice=|__Host-session=|Session=|x|=|a=b|; |;|; |\"|,|%00|%| |\t|\
    $Version=1; |name-saved";

fn cookies() -> impl Strategy<Value = String> {
    let piece = prop_oneof![4 => one_of(PIECES), 1 => "[A-Za-z0-9_-]{41,45}", 1 => "[ -~]{0,20}"];
    vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

/// Opens a page with these cookies, letter for letter.
fn opened(town: &Town, path: &str, cookies: &str) -> Answer {
    let mut browser = town.browser();
    let mut request = browser.request(Method::GET, path).body(Body::empty()).unwrap();
    request.headers_mut().insert(header::COOKIE, HeaderValue::from_bytes(cookies.as_bytes()).unwrap());
    Handle::current().block_on(browser.send(request))
}

both! {
    async fn no_made_up_cookie_signs_anybody_in_or_out(town: Town) {
        let asha = town.browser_of(&town.asha).await;
        let own = format!("session={}", asha.cookies["session"]);
        block_in_place(|| {
            assert_eq!(opened(&town, "/", &own).status, StatusCode::OK, "the real one does");
            holds(300, &cookies(), |cookies| {
                let home = opened(&town, "/", &cookies);
                prop_assert_eq!((home.status, home.location()), (StatusCode::SEE_OTHER, "/sign-in"), "{:?}", cookies);
                prop_assert_eq!(opened(&town, "/problem/garbled", &cookies).status.as_u16(), 400, "{:?}", cookies);
                if !cookies.to_ascii_lowercase().contains("session") {
                    let beside = format!("{cookies}; {own}; {cookies}");
                    prop_assert_eq!(opened(&town, "/account", &beside).status, StatusCode::OK, "{:?}", beside);
                }
                Ok(())
            });
        });
        assert_eq!(town.count("sessions", "1 = 1").await, 1);
    }
}
