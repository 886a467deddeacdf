use leptos::prelude::*;

use super::Reply;

/// Changes one's own name.
#[server(prefix = "/api", endpoint = "account/rename")]
pub async fn rename(#[server(default)] name: String) -> Result<Reply, ServerFnError> {
    use crate::{
        paths,
        server::{
            http::reply::{Form, Onward, here},
            services::person,
        },
    };
    let visit = here();
    let done = async { person::rename(&visit.site, visit.actor()?, &name).await }.await;
    let form = Form { name: "rename", page: paths::ACCOUNT.into(), typed: &name };
    visit.answer(form, done.map(|()| Onward::to(paths::ACCOUNT).saying("name-saved"))).await
}
