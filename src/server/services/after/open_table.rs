use allocation::after::{Fields, What};
use serde_json::json;

use super::Run;
use crate::{
    domain::{deed::Deed, ids::EventId},
    error::Obstacle,
    server::{
        auth::{Action, Actor},
        db::audit::Entry,
        services::{Act, Done},
        site::Site,
    },
};

/// Puts everything that is free on the open table, where there is no order to follow. Whoever may ask is told.
///
/// # Errors
/// Someone who does not run the event; an event that was drawn; nothing that is free.
pub async fn open_table(site: &Site, actor: &Actor, id: EventId) -> Done {
    let mut act = Act::by(site, actor).await?;
    let event = act.event(id, Action::RunEvent).await?;
    let mut run = Run::by_hand(&mut act, &event).await?;
    run.must_have_no_line()?;
    let free = run.course().free();
    if free == 0 {
        return Err(Obstacle::TicketsGone.into());
    }
    run.add(&event, Fields::new(What::Table, run.now(&act)).number(free))?;
    run.keep(&mut act, &event).await?;
    act.note(Entry::of(Deed::AfterTable).on(id).with(json!({ "number": free })));
    act.commit().await
}
