use leptos::prelude::*;

use super::Reply;

/// Notes how many of someone's tickets were used: 0 to all of them; empty: nobody said. `q` is what is looked for in the list.
#[server(prefix = "/api", endpoint = "door/came")]
pub async fn note_came(
    #[server(default)] event: String,
    #[server(default)] person: String,
    #[server(default)] number: String,
    #[server(default)] q: String,
) -> Result<Reply, ServerFnError> {
    use crate::server::http::prelude::*;
    let form = forms::DOOR.on(page_of(&event, |event| paths::door_at(event, &q, None)), &());
    answer(Needs::Event(&event, Action::RunEvent), form, async |site, actor| {
        let event = EventId::parse(&event).ok_or(Refusal::NotFound)?;
        let person = PersonId::parse(&person).ok_or(Refusal::NotFound)?;
        let is_new = services::door::note_came(site, actor, (event, person), &number).await?;
        let onward = Onward::to(paths::door_at(event, &q, Some(person)));
        Ok(if is_new { onward } else { onward.having_changed_nothing() })
    })
    .await
}
