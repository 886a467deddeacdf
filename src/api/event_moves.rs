use leptos::prelude::*;

use super::Reply;

/// Closes requests.
#[server(prefix = "/api", endpoint = "event/close")]
pub async fn close_event(#[server(default)] event: String) -> Result<Reply, ServerFnError> {
    use crate::server::http::prelude::*;
    answer(Needs::Event(&event, Action::RunEvent), on_event_page(&event), async |site, actor| {
        let event = EventId::parse(&event).ok_or(Refusal::NotFound)?;
        services::event::close(site, actor, event).await?;
        Ok(Onward::same_page().saying(Notice::EventClosed))
    })
    .await
}

/// Closes requests and goes on to the board.
#[server(prefix = "/api", endpoint = "event/close-to-allocate")]
pub async fn close_to_allocate(#[server(default)] event: String) -> Result<Reply, ServerFnError> {
    use crate::server::http::prelude::*;
    answer(Needs::Event(&event, Action::RunEvent), on_event_page(&event), async |site, actor| {
        let event = EventId::parse(&event).ok_or(Refusal::NotFound)?;
        services::event::close(site, actor, event).await?;
        Ok(Onward::to(paths::allocate(event)).saying(Notice::EventClosed))
    })
    .await
}

/// Opens requests again.
#[server(prefix = "/api", endpoint = "event/open-again")]
pub async fn open_event_again(#[server(default)] event: String) -> Result<Reply, ServerFnError> {
    use crate::server::http::prelude::*;
    answer(Needs::Event(&event, Action::RunEvent), on_event_page(&event), async |site, actor| {
        let event = EventId::parse(&event).ok_or(Refusal::NotFound)?;
        services::event::open_again(site, actor, event).await?;
        Ok(Onward::same_page().saying(Notice::EventOpened))
    })
    .await
}

/// Unlocks a finalized event.
#[server(prefix = "/api", endpoint = "event/reopen")]
pub async fn reopen_event(#[server(default)] event: String) -> Result<Reply, ServerFnError> {
    use crate::server::http::prelude::*;
    answer(Needs::Event(&event, Action::RunEvent), on_event_page(&event), async |site, actor| {
        let event = EventId::parse(&event).ok_or(Refusal::NotFound)?;
        services::event::reopen(site, actor, event).await?;
        Ok(Onward::to(paths::allocate(event)).saying(Notice::EventReopened))
    })
    .await
}

/// Cancels an event; everyone who asked is told.
#[server(prefix = "/api", endpoint = "event/cancel")]
pub async fn cancel_event(#[server(default)] event: String) -> Result<Reply, ServerFnError> {
    use crate::server::http::prelude::*;
    answer(Needs::Event(&event, Action::RunEvent), on_event_page(&event), async |site, actor| {
        let event = EventId::parse(&event).ok_or(Refusal::NotFound)?;
        services::event::cancel(site, actor, event).await?;
        Ok(Onward::same_page().saying(Notice::EventCanceled))
    })
    .await
}

/// Takes a cancellation back.
#[server(prefix = "/api", endpoint = "event/uncancel")]
pub async fn uncancel_event(#[server(default)] event: String) -> Result<Reply, ServerFnError> {
    use crate::server::http::prelude::*;
    answer(Needs::Event(&event, Action::RunEvent), on_event_page(&event), async |site, actor| {
        let event = EventId::parse(&event).ok_or(Refusal::NotFound)?;
        services::event::uncancel(site, actor, event).await?;
        Ok(Onward::same_page().saying(Notice::EventUncanceled))
    })
    .await
}

/// Puts an event into the trash.
#[server(prefix = "/api", endpoint = "event/delete")]
pub async fn delete_event(#[server(default)] event: String) -> Result<Reply, ServerFnError> {
    use crate::server::http::prelude::*;
    answer(Needs::Event(&event, Action::DeleteEvent), on_event_page(&event), async |site, actor| {
        let event = EventId::parse(&event).ok_or(Refusal::NotFound)?;
        services::event::delete(site, actor, event).await?;
        Ok(Onward::to(paths::EVENTS).saying(Notice::EventDeleted))
    })
    .await
}

/// Takes an event out of the trash.
#[server(prefix = "/api", endpoint = "event/restore")]
pub async fn restore_event(#[server(default)] event: String) -> Result<Reply, ServerFnError> {
    use crate::server::http::prelude::*;
    answer(Needs::Trash(&event, Action::DeleteEvent), on_event_page(&event), async |site, actor| {
        let event = EventId::parse(&event).ok_or(Refusal::NotFound)?;
        services::event::restore(site, actor, event).await?;
        Ok(Onward::same_page().saying(Notice::EventRestored))
    })
    .await
}

/// Has everyone told of an event that is open, once.
#[server(prefix = "/api", endpoint = "event/invite")]
pub async fn invite_everyone(#[server(default)] event: String) -> Result<Reply, ServerFnError> {
    use crate::server::http::prelude::*;
    answer(Needs::Event(&event, Action::RunEvent), on_event_page(&event), async |site, actor| {
        let event = EventId::parse(&event).ok_or(Refusal::NotFound)?;
        services::event::invite(site, actor, event).await?;
        Ok(Onward::same_page().saying(Notice::Invited))
    })
    .await
}
