use crate::{
    domain::{deed::Deed, ids::EventId},
    server::{
        auth::{Action, Actor},
        db::{audit::Entry, events},
        services::{Act, Done},
        site::Site,
    },
};

/// Puts an event into the trash, from which it can come back for 30 days.
pub async fn delete(site: &Site, actor: &Actor, id: EventId) -> Done {
    let mut act = Act::by(site, actor).await?;
    let event = act.event(id, Action::DeleteEvent).await?;
    events::set_deleted(&act.tx, &event, Some(act.now)).await?;
    act.note(Entry::of(Deed::EventDelete).on(id));
    act.commit().await
}

/// Takes an event out of the trash, as it was.
pub async fn restore(site: &Site, actor: &Actor, id: EventId) -> Done {
    let mut act = Act::by(site, actor).await?;
    let event = act.event_in_trash(id, Action::DeleteEvent).await?;
    events::set_deleted(&act.tx, &event, None).await?;
    act.note(Entry::of(Deed::EventRestore).on(id));
    act.commit().await
}
