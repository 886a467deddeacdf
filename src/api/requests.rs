use leptos::prelude::*;

use super::Reply;
use crate::domain::request::RequestForm;

/// Stores a request: one's own, or for `person` as an organizer.
#[server(prefix = "/api", endpoint = "request/save")]
pub async fn save_request(
    #[server(default)] event: String,
    #[server(default)] person: String,
    #[server(flatten)] form: RequestForm,
) -> Result<Reply, ServerFnError> {
    use crate::server::http::prelude::*;
    let page = page_of(&event, |event| page_of_request(event, &person, &form.sought));
    let form_there = forms::REQUEST.on(page, &form).with_field_on("person", page_of(&event, paths::request_for));
    answer(Needs::Request { event: &event, person: &person }, form_there, async |site, actor| {
        let event = EventId::parse(&event).ok_or(Refusal::NotFound)?;
        let person = whose(&person, actor)?;
        services::request::save(site, actor, event, person, &form).await?;
        Ok(if person == actor.person {
            Onward::to(paths::event(event)).saying(Notice::RequestSaved)
        } else {
            Onward::to(paths::request_for(event)).saying(Notice::RequestSavedFor)
        })
    })
    .await
}

/// Withdraws one's own request; removes that of `person` as an organizer, with a reason.
#[server(prefix = "/api", endpoint = "request/withdraw")]
pub async fn withdraw_request(
    #[server(default)] event: String,
    #[server(default)] person: String,
    #[server(default)] reason: String,
) -> Result<Reply, ServerFnError> {
    use crate::server::http::prelude::*;
    let page =
        page_of(
            &event,
            |event| if person.is_empty() { paths::event(event) } else { page_of_request(event, &person, "") },
        );
    let typed = forms::RemovalForm { reason: reason.clone() };
    let needs = Needs::Request { event: &event, person: &person };
    answer(needs, forms::REMOVAL.on(page, &typed), async |site, actor| {
        let event = EventId::parse(&event).ok_or(Refusal::NotFound)?;
        let person = whose(&person, actor)?;
        services::request::withdraw(site, actor, event, person, &reason).await?;
        Ok(if person == actor.person {
            Onward::to(paths::event(event)).saying(Notice::RequestWithdrawn)
        } else {
            Onward::to(paths::event(event)).saying(Notice::RequestRemoved)
        })
    })
    .await
}

/// Brings a withdrawn request back.
#[server(prefix = "/api", endpoint = "request/restore")]
pub async fn restore_request(
    #[server(default)] event: String,
    #[server(default)] person: String,
) -> Result<Reply, ServerFnError> {
    use crate::server::http::prelude::*;
    answer(Needs::Request { event: &event, person: &person }, on_event_page(&event), async |site, actor| {
        let event = EventId::parse(&event).ok_or(Refusal::NotFound)?;
        services::request::restore(site, actor, event, whose(&person, actor)?).await?;
        Ok(Onward::same_page().saying(Notice::RequestRestored))
    })
    .await
}
