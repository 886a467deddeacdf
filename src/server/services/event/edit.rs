use serde_json::json;

use super::{season, told};
use crate::{
    domain::{
        deed::Deed,
        event::{EventForm, EventStatus},
        event_details::Outside,
        ids::EventId,
        typed::{Problem, version},
    },
    error::Refusal,
    server::{
        auth::{Action, Actor},
        db::{
            audit::Entry,
            events::{self, Event},
            requests,
        },
        services::{Act, Done, Refused, draw},
        site::Site,
    },
};

/// Changes an event's details.
///
/// A time that stood there already may lie in the past; a new one may not. Lowering the tickets below what is given
/// is possible: the board then says how many are too many, and finalizing waits until it fits.
///
/// # Errors
/// A finalized or canceled event, a stale version, fields that cannot be accepted, a season that is not theirs to put it into
/// or take it out of.
pub async fn edit(site: &Site, actor: &Actor, id: EventId, form: &EventForm) -> Done {
    let mut act = Act::by(site, actor).await?;
    let before = act.event(id, Action::RunEvent).await?;
    before.must_not_be_over()?;
    let details = form.parse()?;
    if before.version != version(&form.version) {
        return Err(Refused::conflict());
    }
    let objections = details.schedule.judge(act.now, Some(&before.schedule));
    if !objections.is_empty() {
        return Err(objections.into());
    }
    // What goes into the draw must have been settled before anyone asked, closed or not.
    if let Some(field) = moved(&details.outside, &before)
        && !requests::all_of_event(&act.tx, id).await?.is_empty()
    {
        return Err(Refused::field(field, Problem::NamedTooLate));
    }
    let season = season::choose(&mut act, actor, &details.season, Some(&before)).await?;
    events::update(&act.tx, &before, (&details, season)).await?;
    let announced = |event: &Event| {
        let round = event.named_round(&site.beacon.chain);
        (event.randomness, event.public_input_name.clone(), event.known_at, round, event.tickets)
    };
    let now = events::find(&act.tx, id).await?.ok_or(Refusal::NotFound)?;
    if announced(&now) != announced(&before) {
        draw::announce(&mut act, id).await?;
    }
    let changes = told::differences(&act, &before).await?;
    told::tell(&mut act, &before, actor, changes).await?;
    let mut noted = json!({ "tickets": { "before": before.tickets, "now": details.tickets } });
    if before.season() != season {
        noted["season"] = json!({ "before": before.season(), "now": season });
    }
    if before.status == EventStatus::Closed && details.tickets != before.tickets {
        let event = before.changed(|event| Event { tickets: details.tickets, ..event });
        draw::freeze(&mut act, &event, Some(actor.person)).await?;
    }
    act.note(Entry::of(Deed::EventEdit).on(id).with(noted));
    act.commit().await
}

/// The field of what goes into the draw from outside that is not as it was; `None`: all is.
fn moved(now: &Outside, before: &Event) -> Option<&'static str> {
    let source = now.source.is_some_and(|source| source != before.randomness);
    let fields = [
        ("randomness", source),
        ("public_input_name", now.name != before.public_input_name),
        ("known_at", now.known_at != before.known_at),
    ];
    fields.into_iter().find_map(|(field, moved)| moved.then_some(field))
}
