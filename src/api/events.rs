use leptos::prelude::*;

use super::Reply;
use crate::domain::event::EventForm;

/// Creates an event, open for requests.
#[server(prefix = "/api", endpoint = "event/create")]
pub async fn create_event(#[server(flatten)] form: EventForm) -> Result<Reply, ServerFnError> {
    use crate::server::http::prelude::*;
    answer(Needs::Site(Action::CreateEvent), forms::EVENT.on(paths::NEW_EVENT, &form), async |site, actor| {
        let event = services::event::create(site, actor, &form).await?;
        Ok(Onward::to(paths::event(event)).saying(Notice::EventCreated))
    })
    .await
}

/// Changes an event's details.
#[server(prefix = "/api", endpoint = "event/edit")]
pub async fn edit_event(
    #[server(default)] event: String,
    #[server(flatten)] form: EventForm,
) -> Result<Reply, ServerFnError> {
    use crate::server::http::prelude::*;
    answer(
        Needs::Event(&event, Action::RunEvent),
        forms::EVENT.on(page_of(&event, paths::edit_event), &form),
        async |site, actor| {
            let event = EventId::parse(&event).ok_or(Refusal::NotFound)?;
            services::event::edit(site, actor, event, &form).await?;
            Ok(Onward::to(paths::event(event)).saying(Notice::EventSaved))
        },
    )
    .await
}
