//! Who runs an event. The person is chosen in a form: who cannot be chosen is told beside it.

use leptos::prelude::*;

use super::Reply;

/// Has a person run an event too.
#[server(prefix = "/api", endpoint = "event/organizers/add")]
pub async fn add_organizer(
    #[server(default)] event: String,
    #[server(default)] person: String,
) -> Result<Reply, ServerFnError> {
    use crate::server::http::prelude::*;
    answer(
        Needs::Event(&event, Action::HandOver),
        forms::ORGANIZERS.on(page_of(&event, paths::organizers), &()),
        async |site, actor| {
            let event = EventId::parse(&event).ok_or(Refusal::NotFound)?;
            services::event::add_organizer(site, actor, event, &person).await?;
            Ok(Onward::same_page().saying(Notice::OrganizerAdded))
        },
    )
    .await
}

/// Has a co-organizer no longer run an event.
#[server(prefix = "/api", endpoint = "event/organizers/remove")]
pub async fn remove_organizer(
    #[server(default)] event: String,
    #[server(default)] person: String,
) -> Result<Reply, ServerFnError> {
    use crate::server::http::prelude::*;
    answer(
        Needs::Event(&event, Action::HandOver),
        forms::ORGANIZERS.on(page_of(&event, paths::organizers), &()),
        async |site, actor| {
            let event = EventId::parse(&event).ok_or(Refusal::NotFound)?;
            services::event::remove_organizer(site, actor, event, &person).await?;
            Ok(Onward::same_page().saying(Notice::OrganizerRemoved))
        },
    )
    .await
}

/// Gives an event another owner.
#[server(prefix = "/api", endpoint = "event/organizers/hand-over")]
pub async fn hand_event_over(
    #[server(default)] event: String,
    #[server(default)] person: String,
) -> Result<Reply, ServerFnError> {
    use crate::server::http::prelude::*;
    answer(
        Needs::Event(&event, Action::HandOver),
        forms::ORGANIZERS.on(page_of(&event, paths::organizers), &()),
        async |site, actor| {
            let event = EventId::parse(&event).ok_or(Refusal::NotFound)?;
            services::event::hand_over(site, actor, event, &person).await?;
            Ok(Onward::to(paths::event(event)).saying(Notice::HandedOver))
        },
    )
    .await
}
