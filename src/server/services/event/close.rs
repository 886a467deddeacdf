use crate::{
    domain::{deed::Deed, event::EventStatus, ids::EventId},
    server::{
        auth::{Action, Actor},
        db::{audit::Entry, events},
        services::{Act, Done, draw},
        site::Site,
    },
};

/// Closes requests by hand: the list is frozen, its digest published. Closing what is closed already changes nothing.
pub async fn close(site: &Site, actor: &Actor, id: EventId) -> Done {
    let mut act = Act::by(site, actor).await?;
    let event = act.event(id, Action::RunEvent).await?;
    event.must_not_be_over()?;
    if event.status == EventStatus::Closed {
        return Ok(());
    }
    let event = events::close(&act.tx, event, act.now).await?;
    draw::freeze_anew(&mut act, &event, Some(actor)).await?;
    act.note(Entry::of(Deed::EventClose).on(id));
    act.commit().await
}
