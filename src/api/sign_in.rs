use leptos::prelude::*;

use super::Reply;

/// Asks for a sign-in link by mail.
#[server(prefix = "/api", endpoint = "sign-in/ask")]
pub async fn ask_for_link(
    #[server(default)] email: String,
    #[server(default)] next: String,
) -> Result<Reply, ServerFnError> {
    use crate::{
        paths,
        server::{
            http::reply::{Form, Onward, here},
            services::sign_in,
        },
    };
    let visit = here();
    let asked = sign_in::ask(&visit.site, &email, &next).await;
    if let Ok(asked) = &asked {
        visit.bind(&asked.binding);
    }
    let typed = (&email, &next);
    let page = paths::sign_in_for(&next);
    visit.answer(Form { name: "sign-in", page, typed: &typed }, asked.map(|_| Onward::to(paths::CHECK_MAIL))).await
}

/// Spends a sign-in link and starts a session.
#[server(prefix = "/api", endpoint = "sign-in/redeem")]
pub async fn redeem_link(#[server(default)] token: String) -> Result<Reply, ServerFnError> {
    use crate::{
        paths,
        server::{
            http::reply::{Form, Onward, here},
            services::sign_in::{self, Browser},
        },
    };
    let visit = here();
    let visitor = visit.visitor.clone();
    let browser = Browser { binding: visitor.binding, session: visitor.session, device: visit.device.clone() };
    let signed_in = sign_in::redeem(&visit.site, &token, browser).await;
    if let Ok(signed_in) = &signed_in {
        visit.begin_session(&signed_in.session);
    }
    let form = Form { name: "redeem", page: format!("{}/spent", paths::LINK), typed: &() };
    visit.answer(form, signed_in.map(|signed_in| Onward::to(signed_in.next))).await
}

/// Ends the session, on the server and in the browser.
#[server(prefix = "/api", endpoint = "sign-out")]
pub async fn sign_out() -> Result<Reply, ServerFnError> {
    use crate::{
        paths,
        server::{
            http::reply::{Form, Onward, here},
            services::sign_in,
        },
    };
    let visit = here();
    let ended = match &visit.visitor.session {
        Some(session) => sign_in::sign_out(&visit.site, session).await,
        None => Ok(()),
    };
    visit.end_session();
    let form = Form { name: "sign-out", page: paths::SIGN_IN.into(), typed: &() };
    visit.answer(form, ended.map(|()| Onward::to(paths::SIGN_IN).saying("signed-out"))).await
}
