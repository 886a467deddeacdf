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

/// Sends a test message to the admin who asks. The form stands on the settings page (`settings`), also in what to do
/// first (`welcome`): it leads back there.
#[server(prefix = "/api", endpoint = "mail/test")]
pub async fn send_test_message(#[server(default)] page: String) -> Result<Reply, ServerFnError> {
    use crate::{
        error::Refusal,
        paths,
        server::{
            http::reply::{Form, Onward, here},
            services::mail,
        },
    };
    let visit = here();
    let to = [("settings", paths::SETTINGS), ("welcome", paths::WELCOME)];
    let to = to.into_iter().find_map(|(word, path)| (word == page).then_some(path));
    let done = async {
        let actor = visit.actor()?;
        let to = to.ok_or(Refusal::NotFound)?;
        mail::test(&visit.site, actor).await.map(|()| Onward::to(to).saying("test-sent"))
    };
    let form = Form { name: "test-mail", page: to.unwrap_or(paths::SETTINGS).into(), typed: &page };
    visit.answer(form, done.await).await
}
