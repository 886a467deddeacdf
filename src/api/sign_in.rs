use leptos::prelude::*;

use super::Reply;

/// Asks for a sign-in link and its code by email.
#[server(prefix = "/api", endpoint = "sign-in/ask")]
pub async fn ask_for_link(
    #[server(default)] email: String,
    #[server(default)] next: String,
    #[server(default)] again: String,
) -> Result<Reply, ServerFnError> {
    use crate::server::http::prelude::*;
    let form = forms::SignInForm { email, next };
    answer_anyone(Needs::Nothing, forms::SIGN_IN.on(paths::sign_in_for(&form.next), &form), async |visit| {
        let asked = services::sign_in::ask(&visit.site, &form.email, &form.next, &visit.browser()).await?;
        let onward = Onward::to(paths::CHECK_MAIL).binding(asked.binding);
        Ok(if again.is_empty() { onward } else { onward.saying(Notice::AskedAgain) })
    })
    .await
}

/// Spends a sign-in link and starts a session. The code is wanted only where the link alone is worth nothing.
#[server(prefix = "/api", endpoint = "sign-in/redeem")]
pub async fn redeem_link(
    #[server(default)] token: String,
    #[server(default)] code: String,
) -> Result<Reply, ServerFnError> {
    use crate::server::http::prelude::*;
    answer_anyone(Needs::Nothing, forms::REDEEM.on(paths::link(token_or_spent(&token)), &()), async |visit| {
        let redeemed = services::sign_in::redeem(&visit.site, &token, &code, &visit.browser()).await;
        // Sent twice: the first time signed this browser in.
        if matches!(&redeemed, Err(why) if why.is_spent_link())
            && services::sign_in::is_own(&visit.site, &token, visit.visitor.actor.as_ref()).await?
        {
            return Ok(Onward::to(paths::DASHBOARD));
        }
        Ok(Onward::signed_in(redeemed?))
    })
    .await
}

/// Signs in by the code of an email, in the browser that asked for it.
#[server(prefix = "/api", endpoint = "sign-in/code")]
pub async fn redeem_code(#[server(default)] code: String) -> Result<Reply, ServerFnError> {
    use crate::server::http::prelude::*;
    answer_anyone(Needs::Nothing, forms::CODE.on(paths::CHECK_MAIL, &()), async |visit| {
        let signed_in = services::sign_in::redeem_code(&visit.site, &code, &visit.browser()).await?;
        Ok(Onward::signed_in(signed_in))
    })
    .await
}

/// Ends the session, on the server and in the browser. Where that fails the cookie stays: it is the only way to try again.
#[server(prefix = "/api", endpoint = "sign-out")]
pub async fn sign_out() -> Result<Reply, ServerFnError> {
    use crate::server::http::prelude::*;
    answer_anyone(Needs::Nothing, forms::ACCOUNT.on(paths::ACCOUNT, &forms::AccountForm::default()), async |visit| {
        if let Some(session) = &visit.visitor.session {
            services::sign_in::sign_out(&visit.site, session, visit.visitor.actor.as_ref()).await?;
        }
        Ok(Onward::to(paths::SIGN_IN).saying(Notice::SignedOut).ending_session())
    })
    .await
}
