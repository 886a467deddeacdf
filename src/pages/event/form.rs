mod choices;

use catalog::{event_form as say, place};
use chrono::TimeDelta;
use leptos::prelude::*;

use self::choices::{randomness, visibility};
use crate::{
    api::{CreateEvent, EditEvent, action},
    components::{Banner, Field, Page, Problems, SafeTextarea, TextField, Tone, rich},
    domain::{
        draw::RandomnessSource,
        event::{DEFAULT_LIMIT, EventForm, EventStatus, NO_SEASON},
        ids::EventId,
    },
    error::{Obstacle, Refusal},
    paths,
    server::{
        db::events::Event,
        http::Visit,
        services::{
            Done,
            draft::{Draft, forms},
            event::{self as events, Offer},
        },
    },
    words,
};

/// Zones offered while typing; any IANA name is accepted.
pub const COMMON_ZONES: [&str; 26] = [
    "UTC",
    "Europe/London",
    "Europe/Dublin",
    "Europe/Lisbon",
    "Europe/Paris",
    "Europe/Berlin",
    "Europe/Madrid",
    "Europe/Rome",
    "Europe/Vienna",
    "Europe/Zurich",
    "Europe/Stockholm",
    "Europe/Warsaw",
    "Europe/Athens",
    "Europe/Istanbul",
    "America/New_York",
    "America/Chicago",
    "America/Denver",
    "America/Los_Angeles",
    "America/Toronto",
    "America/Sao_Paulo",
    "Asia/Dubai",
    "Asia/Kolkata",
    "Asia/Singapore",
    "Asia/Tokyo",
    "Australia/Sydney",
    "Pacific/Auckland",
];

/// Someone's new event.
pub async fn new_event(visit: Visit) -> Done<Page> {
    if !events::may_create(&visit.site, visit.actor()?) {
        return Err(Refusal::Forbidden.into());
    }
    let draft = visit.draft(forms::EVENT).await?;
    let pattern = match visit.query("like") {
        Some(like) if draft.is_none() => {
            let like = EventId::parse(&like).ok_or(Refusal::NotFound)?;
            Some(events::find_like(&visit.site, visit.actor()?, like).await?)
        }
        _ => None,
    };
    let offer = events::offer(&visit.site, visit.actor()?, None).await?;
    let seasons = offer.keeps.then(|| view! { <p><a href=paths::SEASONS>{say::seasons()}</a></p> });
    let start = pattern.as_ref().map_or_else(
        || EventForm {
            zone: visit.site.settings.time_zone.name().into(),
            limit: DEFAULT_LIMIT.to_string(),
            shows_before: "numbers".into(),
            shows_after: "names".into(),
            randomness: RandomnessSource::Drand.as_str().into(),
            ..EventForm::default()
        },
        form_like,
    );
    let start = if visit.query("sample").is_some() { sample(&visit, start) } else { start };
    let start = EventForm { once: visit.site.chance.id(), ..start };
    let like = pattern.map(|event| {
        let when = words::when(event.schedule.starts_at, event.schedule.zone);
        let link = view! { <a class="user-text" href=paths::event(event.id)>{event.name}</a> };
        view! { <p class="note">{rich([link.into_any()], |[event]| say::copied_from(event, when))}</p> }
    });
    let body = view! {
        <h1>{say::new()}</h1>
        {like}
        {seasons}
        {event_form(draft, start, &offer, None)}
    };
    Ok(Page::new(say::new(), body).narrow())
}

/// Something to try the site with: an event in three weeks, at three in the afternoon.
fn sample(visit: &Visit, start: EventForm) -> EventForm {
    let then = visit.site.settings.time_zone.field(visit.now + TimeDelta::weeks(3));
    let day = then.split('T').next().unwrap_or_default();
    let (name, starts) = (say::sample().into(), format!("{day}T15:00"));
    EventForm { name, starts, tickets: "10".into(), ..start }
}

/// Changing an event.
pub async fn edit_event(visit: Visit) -> Done<Page> {
    let id = visit.id("number", EventId::parse)?;
    let event = events::find_to_edit(&visit.site, visit.actor()?, id).await?;
    match event.status {
        EventStatus::Finalized => return Err(Obstacle::Finalized.into()),
        EventStatus::Canceled => return Err(Obstacle::Canceled.into()),
        EventStatus::Open | EventStatus::Closed => {}
    }
    let draft = visit.draft(forms::EVENT).await?;
    let offer = events::offer(&visit.site, visit.actor()?, Some(&event)).await?;
    let body = view! {
        <p class="crumbs"><a class="user-text" href=paths::event(id)>{event.name.clone()}</a></p>
        <h1>{say::edit()}</h1>
        {event_form(draft, form_of(&event), &offer, Some(event))}
    };
    Ok(Page::new(say::edit(), body).narrow())
}

fn form_of(event: &Event) -> EventForm {
    let zone = event.schedule.zone;
    EventForm {
        name: event.name.clone(),
        starts: zone.field(event.schedule.starts_at),
        zone: zone.name().into(),
        closes: event.schedule.closes_at.map(|at| zone.field(at)).unwrap_or_default(),
        ends: event.ends_at.map(|at| zone.field(at)).unwrap_or_default(),
        place: event.place.clone(),
        tickets: event.tickets.to_string(),
        limit: event.limit.to_string(),
        notes: event.notes.clone(),
        shows_before: event.shows_before.as_str().into(),
        shows_after: event.shows_after.as_str().into(),
        season: event.season().map_or_else(|| NO_SEASON.to_owned(), |season| season.to_string()),
        new_season: String::new(),
        public_input_name: event.public_input_name.clone(),
        known_at: event.known_at.map(|at| zone.field(at)).unwrap_or_default(),
        randomness: event.randomness.as_str().into(),
        version: event.version.to_string(),
        once: String::new(),
        like: String::new(),
    }
}

/// The start of an event like this one. What belongs to its day is left out: its times, and what is typed into its draw.
fn form_like(event: &Event) -> EventForm {
    let randomness = match event.randomness {
        RandomnessSource::Typed => RandomnessSource::Drand,
        kept => kept,
    };
    EventForm {
        starts: String::new(),
        ends: String::new(),
        closes: String::new(),
        public_input_name: String::new(),
        known_at: String::new(),
        randomness: randomness.as_str().into(),
        version: String::new(),
        like: event.id.to_string(),
        ..form_of(event)
    }
}

fn event_form(
    draft: Option<Draft<EventForm>>,
    start: EventForm,
    offer: &Offer,
    event: Option<Event>,
) -> impl IntoView + use<> {
    let problems = Problems::of(draft.as_ref().map(|draft| &draft.refusal));
    let refused = draft.as_ref().map(|draft| words::refusal(&draft.refusal));
    let (version, once) = (start.version.clone(), start.once.clone());
    let form = draft.map_or(start, |draft| draft.form);
    let zones = COMMON_ZONES.map(|zone| view! { <option value=zone></option> }).into_iter().collect_view();
    let is_new = event.is_none();
    let outside = randomness(&form, &problems);
    let season = season_field(offer, &form.season, problems.with("season"));
    let open_more =
        ["season", "new_season", "randomness", "public_input_name", "known_at", "shows_before", "shows_after"]
            .iter()
            .any(|field| problems.with(field).is_some());
    let id = event.as_ref().map(|event| view! { <input type="hidden" name="event" value=event.id.get()/> });
    let back = event.as_ref().map_or(paths::DASHBOARD.to_owned(), |event| paths::event(event.id));
    let to = if is_new { action::<CreateEvent>() } else { action::<EditEvent>() };
    let notes_error = problems.with("notes");
    let wrong_notes = notes_error.is_some();
    view! {
        {refused.map(|text| view! { <Banner tone=Tone::Bad text=text/> })}
        <form class="form panel" method="post" action=to>
            {id}
            <input type="hidden" name="version" value=version/>
            {is_new.then(|| view! { <input type="hidden" name="once" value=once/> })}
            {is_new.then(|| view! { <input type="hidden" name="like" value=form.like/> })}
            <TextField id="name" label=say::name() hint=say::name_hint() value=form.name problems=problems.clone() required=true/>
            <div class="fields">
                <TextField id="starts" label=say::starts() kind="datetime-local" value=form.starts problems=problems.clone() required=true/>
                <TextField id="zone" label=say::zone() list="zones" value=form.zone problems=problems.clone() required=true/>
            </div>
            <datalist id="zones">{zones}</datalist>
            <div class="fields">
                <TextField id="place" label=place::place() hint=place::place_hint() value=form.place problems=problems.clone()/>
                <TextField id="ends" label=place::ends() hint=place::ends_hint() kind="datetime-local" value=form.ends problems=problems.clone()/>
            </div>
            <div class="fields">
                <TextField id="tickets" label=say::tickets() kind="number" value=form.tickets problems=problems.clone() required=true short=true/>
                <TextField id="limit" label=say::limit() kind="number" value=form.limit problems=problems.clone() short=true/>
            </div>
            <TextField
                id="closes"
                label=say::closes()
                hint=say::closes_hint()
                kind="datetime-local"
                value=form.closes
                problems=problems.clone()
            />
            <Field id="notes" label=say::details() hint=say::details_hint() error=notes_error>
                <SafeTextarea id="notes" name="notes" rows=4 value=form.notes wrong=wrong_notes described_by="notes-hint notes-error"/>
            </Field>
            <details class="more" open=open_more>
                <summary>{say::more()}</summary>
                {season}
                <TextField id="new_season" label=say::new_season() hint=say::new_season_hint() value=form.new_season problems=problems.clone()/>
                {outside}
                {visibility("shows_before", say::before_results(), &form.shows_before, problems.with("shows_before"))}
                {visibility("shows_after", say::after_results(), &form.shows_after, problems.with("shows_after"))}
                <p class="small muted">{say::after_a_draw()}</p>
            </details>
            <div class="actions">
                <button class="button">{if is_new { say::create() } else { say::save() }}</button>
                <a class="button quiet" href=back>{say::cancel()}</a>
            </div>
        </form>
    }
}

/// The seasons that may be chosen, then none; what is not offered is not chosen, and the first one is.
fn season_field(offer: &Offer, chosen: &str, error: Option<String>) -> impl IntoView + use<> {
    let seasons = offer.seasons.iter().map(|season| (season.id.to_string(), words::season_name(season.name.clone())));
    let none = offer.none.then(|| (NO_SEASON.to_owned(), words::no_season().to_owned()));
    let options = seasons.chain(none).map(|(value, name)| {
        let selected = value == chosen;
        view! { <option class="user-text" value=value selected=selected>{name}</option> }
    });
    let options = options.collect_view();
    view! {
        <Field id="season" label=say::season() hint=say::season_hint() error=error>
            <select id="season" name="season">{options}</select>
        </Field>
    }
}
