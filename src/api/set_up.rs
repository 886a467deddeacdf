use leptos::prelude::*;

use super::Reply;
use crate::domain::person::PersonForm;

/// Makes the first admin of an empty system, by the link from the log.
#[server(prefix = "/api", endpoint = "set-up")]
pub async fn set_up(
    #[server(default)] token: String,
    #[server(flatten)] form: PersonForm,
) -> Result<Reply, ServerFnError> {
    use crate::{
        paths,
        server::{
            http::reply::{Form, Onward, here},
            services::set_up,
        },
    };
    let visit = here();
    let done = set_up::complete(&visit.site, &token, &form, &visit.browser()).await;
    if let Ok(signed_in) = &done {
        visit.begin_session(signed_in);
    }
    let page = paths::set_up(if crate::server::auth::Secret::presented(&token).is_some() { &token } else { "spent" });
    let onward = done.map(|signed_in| Onward::to(signed_in.next).saying("signed-in"));
    visit.answer(Form { name: "set-up", page, typed: &form }, onward).await
}
