use leptos::prelude::*;

use super::Reply;

/// Asks for a code to another email address of one's own.
#[server(prefix = "/api", endpoint = "account/address/ask")]
pub async fn ask_for_address(#[server(default)] email: String) -> Result<Reply, ServerFnError> {
    use crate::server::http::prelude::*;
    let typed = forms::AccountForm { email: Some(email.clone()), ..Default::default() };
    answer(Needs::Nothing, forms::ACCOUNT.on(paths::ACCOUNT, &typed), async |site, actor| {
        services::person::ask_address(site, actor, &email).await?;
        Ok(Onward::same_page().saying(Notice::AddressAsked))
    })
    .await
}

/// Changes one's own email address to the one that got the code.
#[server(prefix = "/api", endpoint = "account/address/confirm")]
pub async fn confirm_address(
    #[server(default)] email: String,
    #[server(default)] code: String,
) -> Result<Reply, ServerFnError> {
    use crate::server::http::prelude::*;
    let typed = forms::AccountForm { email: Some(email), ..Default::default() };
    answer(Needs::Nothing, forms::ACCOUNT.on(paths::ACCOUNT, &typed), async |site, actor| {
        services::person::confirm_address(site, actor, &code).await?;
        Ok(Onward::same_page().saying(Notice::AddressChanged))
    })
    .await
}

/// Leaves one's own email address as it is.
#[server(prefix = "/api", endpoint = "account/address/cancel")]
pub async fn cancel_address() -> Result<Reply, ServerFnError> {
    use crate::server::http::prelude::*;
    answer(Needs::Nothing, forms::ACCOUNT.on(paths::ACCOUNT, &forms::AccountForm::default()), async |site, actor| {
        services::person::cancel_address(site, actor).await?;
        Ok(Onward::same_page().saying(Notice::AddressCanceled))
    })
    .await
}

/// Takes a change of someone's own email address back, by the link that was mailed to the address they had. Nobody need be
/// signed in.
#[server(prefix = "/api", endpoint = "account/address/undo")]
pub async fn undo_address(#[server(default)] token: String) -> Result<Reply, ServerFnError> {
    use crate::server::http::prelude::*;
    answer_anyone(
        Needs::Nothing,
        forms::UNDO_ADDRESS.on(paths::undo_address(token_or_spent(&token)), &()),
        async |visit| {
            let done = services::person::undo_address(&visit.site, &token, &visit.visitor.client).await;
            if let Err(refused) = done
                && !services::person::is_undone(&visit.site, &token).await?
            {
                return Err(refused);
            }
            Ok(Onward::to(paths::SIGN_IN).saying(Notice::AddressUndone))
        },
    )
    .await
}
