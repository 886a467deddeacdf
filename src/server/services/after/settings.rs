use serde_json::json;

use super::not_handed_on;
use crate::{
    domain::{
        after::{AfterForm, AfterSettings, HandOn},
        deed::Deed,
        event::EventStatus,
        ids::EventId,
        schedule::Schedule,
        typed::version,
    },
    error::Obstacle,
    server::{
        auth::{Action, Actor},
        db::{
            after,
            audit::Entry,
            events::{self, Event},
            held::Held,
        },
        mail::messages::NotHandedOnWhy,
        services::{Act, Done, Refused},
        site::Site,
    },
};

/// Sets until when tickets can be given back, whether they can be handed on, and whether guests are named.
///
/// # Errors
/// A canceled event, or one that has begun; a stale version; fields that cannot be accepted.
pub async fn set(site: &Site, actor: &Actor, id: EventId, form: &AfterForm) -> Done {
    let mut act = Act::by(site, actor).await?;
    let event = act.event(id, Action::RunEvent).await?;
    if event.status == EventStatus::Canceled {
        return Err(Obstacle::Canceled.into());
    }
    if event.schedule.starts_at <= act.now {
        return Err(Obstacle::EventBegan.into());
    }
    let settings = form.parse(&event.schedule)?;
    let before = of(&event);
    if settings == before {
        return Ok(());
    }
    if event.version != version(&form.version) {
        return Err(Refused::conflict());
    }
    after::set(&act.tx, &event, &settings).await?;
    if settings.hand_on == HandOn::Off {
        not_handed_on::end_all(&mut act, &event, Some(NotHandedOnWhy::Off)).await?;
    }
    act.note(Entry::of(Deed::AfterSettings).on(id).with(json!({ "before": noted(before), "now": noted(settings) })));
    act.commit().await
}

/// What is set for a new event that is like another: the same, as long before its own start. Where there is none, or none that can
/// be seen any longer, what every new event has.
pub async fn like(act: &Act<'_>, other: Option<EventId>, schedule: &Schedule) -> Done<AfterSettings> {
    let other = match other {
        Some(id) => events::find(&act.tx, id).await?.filter(|other| other.deleted_at.is_none()),
        None => None,
    };
    let other = other.filter(|_| act.may(Action::SeeEvent).is_ok());
    Ok(other.map_or_else(AfterSettings::default, |other| of(&other).moved(&other.schedule, schedule, act.now)))
}

/// Has what is set for an event move along with its start.
pub async fn move_along(act: &Act<'_>, event: &Held, to: &Schedule) -> Done {
    let before = of(event);
    let now = before.moved(&event.schedule, to, act.now);
    if now != before {
        after::set(&act.tx, event, &now).await?;
    }
    Ok(())
}

/// As it stands.
pub fn of(event: &Event) -> AfterSettings {
    let after = &event.after;
    AfterSettings {
        returns_until: after.returns_until,
        hand_on: after.hand_on,
        guests: after.guests,
        guests_until: after.guests_until,
    }
}

fn noted(settings: AfterSettings) -> serde_json::Value {
    json!({
        "returns_until": settings.returns_until,
        "hand_on": settings.hand_on.as_str(),
        "guests": settings.guests.as_str(),
        "guests_until": settings.guests_until,
    })
}
