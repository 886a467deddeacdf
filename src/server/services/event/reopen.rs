use allocation::statement::Kind;
use serde_json::json;

use super::{announce, season};
use crate::{
    domain::{deed::Deed, event::EventStatus, ids::EventId},
    error::Obstacle,
    server::{
        auth::{Action, Actor},
        db::{audit::Entry, events},
        mail::messages::EventChange,
        services::{Act, Done, after, draw, statements::NewStatement},
        site::Site,
    },
};

/// Opens requests again. A closing time that has passed is set aside: requests then close when the event begins.
///
/// # Errors
/// An event that has begun, that is finalized or canceled.
pub async fn open_again(site: &Site, actor: &Actor, id: EventId) -> Done {
    let mut act = Act::by(site, actor).await?;
    let event = act.event(id, Action::RunEvent).await?;
    event.must_not_be_over()?;
    if event.status_at(act.now) == EventStatus::Open {
        return Ok(());
    }
    if event.schedule.starts_at <= act.now {
        return Err(Obstacle::EventBegan.into());
    }
    if event.schedule.requests_close_at() <= act.now {
        events::clear_closing_time(&act.tx, &event).await?;
    }
    draw::call_off(&act, &event).await?;
    events::set_status(&act.tx, &event, EventStatus::Open, act.now).await?;
    act.state(NewStatement::of(Kind::Reopen, &event).line("what", "requests"));
    announce::tell(&mut act, &event, actor, vec![EventChange::OpenAgain], announce::Told::AtOnce).await?;
    act.note(Entry::of(Deed::EventOpenAgain).on(id));
    act.commit().await
}

/// Unlocks a finalized event for changes. Erases nothing: what people were told stays beside what they are given, so
/// that finalizing again tells those whose number changed.
///
/// It no longer counts in its season until then: in a season, only who keeps it reopens it.
///
/// # Errors
/// An event that is not finalized; a season that is not theirs to keep.
pub async fn reopen(site: &Site, actor: &Actor, id: EventId) -> Done {
    let mut act = Act::by(site, actor).await?;
    let event = act.event(id, Action::RunEvent).await?;
    season::must_keep(&act, &event).await?;
    event.must_be(EventStatus::Finalized, act.now)?;
    after::over(&mut act, &event, "reopened").await?;
    events::set_status(&act.tx, &event, EventStatus::Closed, act.now).await?;
    act.state(NewStatement::of(Kind::Reopen, &event).line("what", "allocation"));
    act.note(Entry::of(Deed::EventReopen).on(id).with(json!({ "revision": event.revision })));
    act.commit().await
}
