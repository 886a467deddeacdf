use leptos::prelude::*;

use super::Reply;

/// Puts a failed message back into the queue.
#[server(prefix = "/api", endpoint = "mail/resend")]
pub async fn resend_message(#[server(default)] message: String) -> Result<Reply, ServerFnError> {
    use crate::{
        paths,
        server::{
            http::reply::{Form, Onward, here},
            services::mail,
        },
    };
    let visit = here();
    let done = async { mail::resend(&visit.site, visit.actor()?, super::number(&message)).await }.await;
    let form = Form { name: "resend", page: paths::MAIL.into(), typed: &message };
    visit.answer(form, done.map(|()| Onward::to(paths::MAIL).saying("mail-queued"))).await
}
