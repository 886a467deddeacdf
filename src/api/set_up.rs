use leptos::prelude::*;

use super::Reply;
use crate::domain::person::PersonForm;

/// Makes the first admin of an empty system, by the link from the log.
#[server(prefix = "/api", endpoint = "set-up")]
pub async fn set_up(
    #[server(default)] token: String,
    #[server(flatten)] form: PersonForm,
) -> Result<Reply, ServerFnError> {
    use crate::server::http::prelude::*;
    answer_anyone(
        Needs::SetupLink(&token),
        forms::SET_UP.on(paths::set_up(token_or_spent(&token)), &form),
        async |visit| {
            let signed_in = services::set_up::complete(&visit.site, &token, &form, &visit.browser()).await?;
            Ok(Onward::signed_in(signed_in).saying(Notice::SignedIn))
        },
    )
    .await
}
