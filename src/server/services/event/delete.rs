use allocation::statement::Kind;

use super::announce;
use crate::{
    domain::{deed::Deed, event::EventStatus, ids::EventId},
    server::{
        auth::{Action, Actor},
        db::{audit::Entry, events},
        mail::messages::EventChange,
        services::{Act, Done, after, statements::NewStatement},
        site::Site,
    },
};

/// Puts an event into the trash, from which it can come back for 30 days. Everyone who asked is told, unless they know that
/// it does not take place.
pub async fn delete(site: &Site, actor: &Actor, id: EventId) -> Done {
    let mut act = Act::by(site, actor).await?;
    let event = act.event(id, Action::DeleteEvent).await?;
    events::set_deleted(&act.tx, &event, Some(act.now)).await?;
    if event.status != EventStatus::Canceled {
        announce::tell(&mut act, &event, actor, vec![EventChange::Deleted], announce::Told::AtOnce).await?;
    }
    act.state(NewStatement::of(Kind::Trash, &event).line("is", "in"));
    act.note(Entry::of(Deed::EventDelete).on(id));
    act.commit().await
}

/// Takes an event out of the trash, as it was; everyone is told who was told that it went there.
pub async fn restore(site: &Site, actor: &Actor, id: EventId) -> Done {
    let mut act = Act::by(site, actor).await?;
    let event = act.event_in_trash(id, Action::DeleteEvent).await?;
    events::set_deleted(&act.tx, &event, None).await?;
    after::restored(&mut act, &event).await?;
    if event.status != EventStatus::Canceled {
        announce::tell(&mut act, &event, actor, vec![EventChange::Restored], announce::Told::AtOnce).await?;
    }
    act.state(NewStatement::of(Kind::Trash, &event).line("is", "out"));
    act.note(Entry::of(Deed::EventRestore).on(id));
    act.commit().await
}
