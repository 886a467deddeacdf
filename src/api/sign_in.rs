use leptos::prelude::*;

use super::Reply;

/// Asks for a sign-in link and its code by mail.
#[server(prefix = "/api", endpoint = "sign-in/ask")]
pub async fn ask_for_link(
    #[server(default)] email: String,
    #[server(default)] next: String,
    #[server(default)] again: String,
) -> Result<Reply, ServerFnError> {
    use crate::{
        paths,
        server::{
            http::reply::{Form, Onward, here},
            services::sign_in,
        },
    };
    let visit = here();
    let asked = sign_in::ask(&visit.site, &email, &next, &visit.browser()).await;
    if let Ok(asked) = &asked {
        visit.bind(&asked.binding);
    }
    let typed = (&email, &next);
    let page = paths::sign_in_for(&next);
    let onward = Onward::to(paths::CHECK_MAIL);
    let onward = if again.is_empty() { onward } else { onward.saying("asked-again") };
    visit.answer(Form { name: "sign-in", page, typed: &typed }, asked.map(|_| onward)).await
}

/// Spends a sign-in link and starts a session. The code is wanted only where the link alone is worth nothing.
#[server(prefix = "/api", endpoint = "sign-in/redeem")]
pub async fn redeem_link(
    #[server(default)] token: String,
    #[server(default)] code: String,
) -> Result<Reply, ServerFnError> {
    use crate::{
        paths,
        server::{
            auth::Secret,
            http::reply::{Form, Onward, here},
            services::sign_in,
        },
    };
    let visit = here();
    let signed_in = sign_in::redeem(&visit.site, &token, &code, &visit.browser()).await;
    if let Ok(signed_in) = &signed_in {
        visit.begin_session(signed_in);
    }
    let page = paths::link(if Secret::presented(&token).is_some() { &token } else { "spent" });
    let form = Form { name: "redeem", page, typed: &() };
    visit.answer(form, signed_in.map(|signed_in| Onward::to(signed_in.next))).await
}

/// Signs in by the code of a mail, in the browser that asked for it.
#[server(prefix = "/api", endpoint = "sign-in/code")]
pub async fn redeem_code(#[server(default)] code: String) -> Result<Reply, ServerFnError> {
    use crate::{
        paths,
        server::{
            http::reply::{Form, Onward, here},
            services::sign_in,
        },
    };
    let visit = here();
    let signed_in = sign_in::redeem_code(&visit.site, &code, &visit.browser()).await;
    if let Ok(signed_in) = &signed_in {
        visit.begin_session(signed_in);
    }
    let form = Form { name: "code", page: paths::CHECK_MAIL.into(), typed: &() };
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
        Some(session) => sign_in::sign_out(&visit.site, session, visit.visitor.actor.as_ref()).await,
        None => Ok(()),
    };
    // Where it failed, the cookie stays: it is the only way to try again.
    if ended.is_ok() {
        visit.end_session();
    }
    let form = Form { name: "account", page: paths::ACCOUNT.into(), typed: &("devices", "") };
    visit.answer(form, ended.map(|()| Onward::to(paths::SIGN_IN).saying("signed-out"))).await
}
