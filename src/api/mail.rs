//! The buttons beside a message that failed stand on its event's page (`event` is named then) and in the email queue. They
//! lead back there.

use leptos::prelude::*;

use super::Reply;

/// Puts a failed message back into the queue.
#[server(prefix = "/api", endpoint = "mail/resend")]
pub async fn resend_message(
    #[server(default)] message: String,
    #[server(default)] event: String,
) -> Result<Reply, ServerFnError> {
    use crate::server::http::prelude::*;
    use services::mail::{Settle, settle};
    answer(Needs::Nothing, settling(&event), async |site, actor| {
        let message = settled(&message, &event)?;
        settle(site, actor, message, Settle::SendAgain).await?;
        Ok(Onward::same_page().saying(Notice::MailQueued))
    })
    .await
}

/// Puts all messages that failed for a reason back into the queue, as far as they are true still.
#[server(prefix = "/api", endpoint = "mail/resend-all")]
pub async fn resend_messages(#[server(default)] reason: String) -> Result<Reply, ServerFnError> {
    use crate::server::http::prelude::*;
    answer(Needs::Site(Action::ManageMail), settling(""), async |site, actor| {
        services::mail::send_all_again(site, actor, &reason).await?;
        Ok(Onward::same_page().saying(Notice::MailsQueued))
    })
    .await
}

/// Has the admin who asks told by email when something is wrong with the site (`on`), or not any more (`off`).
#[server(prefix = "/api", endpoint = "mail/alarms")]
pub async fn set_alarms(#[server(default)] on: String) -> Result<Reply, ServerFnError> {
    use crate::server::http::prelude::*;
    answer(Needs::Site(Action::ReadSettings), forms::TEST_MAIL.on(paths::SETTINGS, &()), async |site, actor| {
        let told = match on.as_str() {
            "on" => true,
            "off" => false,
            _ => return Err(Refusal::NotFound.into()),
        };
        services::alarm::set_told(site, actor, told).await?;
        Ok(Onward::same_page().saying(Notice::AlarmsSaved))
    })
    .await
}

/// Notes of a failed message that they were told in person.
#[server(prefix = "/api", endpoint = "mail/told")]
pub async fn note_told_in_person(
    #[server(default)] message: String,
    #[server(default)] event: String,
) -> Result<Reply, ServerFnError> {
    use crate::server::http::prelude::*;
    use services::mail::{Settle, settle};
    answer(Needs::Nothing, settling(&event), async |site, actor| {
        let message = settled(&message, &event)?;
        settle(site, actor, message, Settle::ToldInPerson).await?;
        Ok(Onward::same_page().saying(Notice::MailTold))
    })
    .await
}

/// Sends a test message to the admin who asks.
#[server(prefix = "/api", endpoint = "mail/test")]
pub async fn send_test_message() -> Result<Reply, ServerFnError> {
    use crate::server::http::prelude::*;
    answer(Needs::Site(Action::ManageMail), forms::TEST_MAIL.on(paths::SETTINGS, &()), async |site, actor| {
        services::mail::test(site, actor).await?;
        Ok(Onward::same_page().saying(Notice::TestSent))
    })
    .await
}
