use leptos::prelude::*;

use super::Reply;
use crate::domain::guest::GuestForm;

/// Keeps who uses tickets: one's own, or those of `person` as an organizer in the list for the door, where `q` is looked for.
#[server(prefix = "/api", endpoint = "guests/save")]
pub async fn save_guests(
    #[server(default)] event: String,
    #[server(default)] person: String,
    #[server(default)] q: String,
    #[server(flatten)] form: GuestForm,
) -> Result<Reply, ServerFnError> {
    use crate::server::http::prelude::*;
    let at_door = !person.is_empty();
    let page = |event| if at_door { paths::door_names(event, &q, &person) } else { paths::event(event) };
    answer(
        Needs::Request { event: &event, person: &person },
        forms::GUESTS.on(page_of(&event, page), &form),
        async |site, actor| {
            let event = EventId::parse(&event).ok_or(Refusal::NotFound)?;
            let whose = whose(&person, actor)?;
            let is_new = services::guests::save(site, actor, (event, whose), &form).await?;
            let to = if at_door { paths::door_at(event, &q, Some(whose)) } else { paths::event(event) };
            let onward = Onward::to(to).saying(Notice::GuestsSaved);
            Ok(if is_new { onward } else { onward.having_changed_nothing() })
        },
    )
    .await
}
