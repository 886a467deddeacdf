use serde_json::json;

use super::{announce, season};
use crate::{
    domain::{
        deed::Deed,
        event::{EventForm, EventStatus},
        event_details::{EventDetails, Outside, SeasonChoice},
        ids::EventId,
        typed::{Problem, version},
    },
    error::Refusal,
    server::{
        auth::{Action, Actor},
        db::{
            audit::Entry,
            events::{self, Event},
            requests, seasons,
        },
        services::{Act, Done, Refused, after, draw, statements::NewStatement},
        site::Site,
    },
};

/// Changes an event's details.
///
/// Until when tickets can be given back, and guests be named, moves along with the start. A time that stood there already may lie in the past; a new one may not. Lowering the tickets below what is given
/// is possible: the board then says how many are too many, and finalizing waits until it fits.
///
/// # Errors
/// A finalized or canceled event, a stale version, fields that cannot be accepted, a season that is not theirs to put it
/// into or take it out of.
pub async fn edit(site: &Site, actor: &Actor, id: EventId, form: &EventForm) -> Done {
    let mut act = Act::by(site, actor).await?;
    let before = act.event(id, Action::RunEvent).await?;
    before.must_not_be_over()?;
    let details = form.parse()?;
    if before.version != version(&form.version) {
        return if stands(&act, &details, &before).await? { Ok(()) } else { Err(Refused::conflict()) };
    }
    let objections = details.judge(act.now, Some((&before.schedule, before.known_at)));
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
    if details.schedule != before.schedule {
        events::note_dates(&act.tx, &before, act.now).await?;
        after::move_along(&act, &before, &details.schedule).await?;
    }
    let now = events::find(&act.tx, id).await?.ok_or(Refusal::NotFound)?;
    let announced = |event: &Event| NewStatement::commitment(event, &site.beacon.chain);
    if announced(&now) != announced(&before) {
        act.state(announced(&now));
    }
    let changes = announce::differences(&act, &before, &now).await?;
    announce::tell(&mut act, &before, actor, changes, announce::Told::WithWhatFollows).await?;
    let mut noted = json!({ "tickets": { "before": before.tickets, "now": details.tickets } });
    if before.season() != season {
        noted["season"] = json!({ "before": before.season(), "now": season });
    }
    if before.status == EventStatus::Closed && details.tickets != before.tickets {
        draw::freeze(&mut act, &before.changed(|_| now), Some(actor.person)).await?;
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

/// Whether an event stands as it was sent.
pub(super) async fn stands(act: &Act<'_>, details: &EventDetails, event: &Event) -> Done<bool> {
    let season = match &details.season {
        SeasonChoice::Unsaid => true,
        SeasonChoice::None => event.season().is_none(),
        SeasonChoice::This(season) => event.season() == Some(*season),
        SeasonChoice::Named(name) => match event.season() {
            Some(season) => seasons::find(&act.tx, season).await?.is_some_and(|season| season.name == *name),
            None => false,
        },
    };
    let said = (&details.name, &details.schedule, details.tickets, details.limit, &details.notes);
    let held = (&details.place, details.ends_at);
    let shown = (details.shows_before, details.shows_after);
    Ok(season
        && said == (&event.name, &event.schedule, event.tickets, event.limit, &event.notes)
        && held == (&event.place, event.ends_at)
        && shown == (event.shows_before, event.shows_after)
        && moved(&details.outside, event).is_none())
}
