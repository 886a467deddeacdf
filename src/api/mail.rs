use leptos::prelude::*;

use super::Reply;

/// Settles a failed message (`how`): `again` puts it back into the queue, `told` notes that they were told in person. The
/// buttons stand on the event's page (`event` is its number) and in the mail queue (no `event`): it leads back there.
#[server(prefix = "/api", endpoint = "mail/settle")]
pub async fn settle_message(
    #[server(default)] message: String,
    #[server(default)] event: String,
    #[server(default)] how: String,
) -> Result<Reply, ServerFnError> {
    use crate::{
        error::Refusal,
        paths,
        server::{
            http::reply::{Form, Onward, here},
            services::mail::{self, Settle},
        },
    };
    let visit = here();
    let (name, page) = match event.as_str() {
        "" => ("settle", paths::MAIL.to_owned()),
        number => ("event-page", paths::event(crate::domain::ids::EventId::new(super::number(number)))),
    };
    let done = async {
        let actor = visit.actor()?;
        let (how, said) = match how.as_str() {
            "again" => (Settle::SendAgain, "mail-queued"),
            "told" => (Settle::ToldInPerson, "mail-told"),
            _ => return Err(Refusal::NotFound.into()),
        };
        mail::settle(&visit.site, actor, crate::domain::ids::MessageId::new(super::number(&message)), how).await?;
        Ok(Onward::to(page.clone()).saying(said))
    };
    let done = done.await;
    visit.answer(Form { name, page, typed: &message }, done).await
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
