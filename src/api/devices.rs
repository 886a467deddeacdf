use leptos::prelude::*;

use super::Reply;

/// Ends one session of one's own; the one that asks is signed out then.
#[server(prefix = "/api", endpoint = "account/sign-out/one")]
pub async fn sign_out_device(#[server(default)] device: String) -> Result<Reply, ServerFnError> {
    use crate::server::http::prelude::*;
    use services::person::{Which, sign_out_devices};
    answer(Needs::Nothing, forms::ACCOUNT.on(paths::ACCOUNT, &forms::AccountForm::default()), async |site, actor| {
        let device = SessionId::parse(&device).ok_or(Refusal::NotFound)?;
        sign_out_devices(site, actor, Which::One(device)).await?;
        Ok(if device == actor.session {
            Onward::to(paths::SIGN_IN).saying(Notice::SignedOut).ending_session()
        } else {
            Onward::same_page().saying(Notice::DeviceEnded)
        })
    })
    .await
}

/// Ends all sessions of one's own but the one that asks.
#[server(prefix = "/api", endpoint = "account/sign-out/others")]
pub async fn sign_out_other_devices() -> Result<Reply, ServerFnError> {
    use crate::server::http::prelude::*;
    use services::person::{Which, sign_out_devices};
    answer(Needs::Nothing, forms::ACCOUNT.on(paths::ACCOUNT, &forms::AccountForm::default()), async |site, actor| {
        sign_out_devices(site, actor, Which::Others).await?;
        Ok(Onward::same_page().saying(Notice::DevicesEnded))
    })
    .await
}

/// Ends all sessions of one's own.
#[server(prefix = "/api", endpoint = "account/sign-out/all")]
pub async fn sign_out_everywhere() -> Result<Reply, ServerFnError> {
    use crate::server::http::prelude::*;
    use services::person::{Which, sign_out_devices};
    answer(Needs::Nothing, forms::ACCOUNT.on(paths::ACCOUNT, &forms::AccountForm::default()), async |site, actor| {
        sign_out_devices(site, actor, Which::All).await?;
        Ok(Onward::to(paths::SIGN_IN).saying(Notice::SignedOut).forgetting_everything())
    })
    .await
}
