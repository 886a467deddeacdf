mod after;
mod by_hand;
mod desk;
mod form;
mod guests;
mod hand_on;
mod handouts;
mod missed;
mod organized;
mod organizers;
mod own;
mod result;
mod returns;
mod settings;
mod share;

use catalog::event as say;
use chrono::{DateTime, Utc};
use leptos::prelude::*;

use self::{organized::organized_by, own::own};
use crate::{
    api::{RestoreRequest, action},
    components::{Banner, Icon, Meter, Page, StatusBadge, Tone, cover, rich, season_link},
    domain::{
        event::{EventStatus, Visibility},
        ids::EventId,
    },
    error::Refusal,
    paths,
    server::{
        db::events::Event,
        http::Visit,
        services::{
            Done,
            draft::forms,
            event::{self as events, EventView},
        },
    },
    words::{self, Apart, Notice},
};

pub(super) use form::COMMON_ZONES;
pub use form::{edit_event, new_event};
pub use handouts::handouts;
pub use organizers::organizers;
pub use settings::after_settings;

/// An event: when, how many, what I asked or got, what others ask as far as the event shows it.
pub async fn event(visit: Visit) -> Done<Page> {
    let event = visit.id("number", EventId::parse)?;
    show(&visit, event).await
}

async fn show(visit: &Visit, id: EventId) -> Done<Page> {
    let view = events::view(&visit.site, visit.actor()?, id).await?;
    let draft = visit.any_draft().await?;
    let of_buttons =
        draft.as_ref().and_then(|draft| draft.of::<_, Refusal>(forms::EVENT_PAGE)).map(|draft| draft.refusal);
    let of_removal = draft.as_ref().and_then(|draft| draft.of(forms::REMOVAL)).map(|draft| draft.refusal);
    let returned = draft.as_ref().and_then(|draft| draft.of::<_, Refusal>(forms::GIVE_BACK));
    let named = draft.as_ref().and_then(|draft| draft.of::<_, Refusal>(forms::GUESTS));
    let of_guests = named.as_ref().map(|draft| draft.refusal.clone());
    let handing = draft.as_ref().and_then(|draft| draft.of::<_, Refusal>(forms::HAND_ON));
    let declining = draft.as_ref().and_then(|draft| draft.of::<_, Refusal>(forms::HAND_DECLINE));
    let of_handing = handing.as_ref().map(|draft| draft.refusal.clone());
    let of_handing = of_handing.or(declining.as_ref().map(|draft| draft.refusal.clone()));
    let refused =
        of_buttons.or(of_removal).or(of_guests).or(returned.as_ref().map(|draft| draft.refusal.clone())).or(of_handing);
    let undo = (visit.notice == Some(Notice::RequestWithdrawn)).then(|| undo_withdrawal(id));
    let name = view.event.name.clone();
    let desk = view.runs.then(|| desk::desk(&view, visit));
    let shared = share::share(&view, visit);
    let (asked, offered, table, returns) = (
        hand_on::asked(&view, visit, declining.as_ref()),
        after::offered(&view, visit),
        after::table(&view, visit),
        returns::returns(&view, visit, returned.map(|draft| draft.form)),
    );
    let guests = guests::guests(&view, visit, named);
    let (facts, own) = (facts(&view, visit).into_any(), own(&view, visit, handing.as_ref()).into_any());
    // What someone got is what they came for.
    let result = view.status == EventStatus::Finalized && view.mine.is_some();
    let (first, second) = if result { (own, facts) } else { (facts, own) };
    // On a phone everything stands in this order; on a desk the second column is not left empty.
    let has_more = view.runs || !view.event.notes.is_empty();
    let (below, beside) = if has_more { (Some(second), None) } else { (None, Some(second)) };
    // Just canceled, the notice of that says it.
    let canceled = (view.status == EventStatus::Canceled && visit.notice.is_none())
        .then(|| view! { <Banner tone=Tone::Warning text=say::canceled()/> });
    // Before the result it is small print, after it the reason for it.
    let draw = (view.status != EventStatus::Finalized).then(|| draw_panel(&view));
    let body = view! {
        {cover(&name, view.event.season())}
        <p class="crumbs"><a href=paths::EVENTS>{say::all()}</a></p>
        <h1 class="user-text">{name.clone()}</h1>
        {refused.map(|refusal| view! { <Banner tone=Tone::Bad text=words::refusal_in_short(&refusal)/> })}
        {undo}
        {canceled}
        {offered}
        {asked}
        {table}
        <div class="split">
            <div class="stack">
                {first}
                {guests}
                {below}
            </div>
            <div class="stack">
                {beside}
                {notes(&view)}
                {shared}
                {returns}
                {desk}
                {draw}
                {season_link(view.event.season(), view.runs)}
            </div>
        </div>
        {others(&view)}
    };
    Ok(Page::new(name, body))
}

fn undo_withdrawal(id: EventId) -> impl IntoView {
    view! {
        <form method="post" action={action::<RestoreRequest>()}>
            <input type="hidden" name="event" value=id.get()/>
            <button class="button quiet small"><Icon name="undo-2"/>" "{say::undo_withdrawal()}</button>
        </form>
    }
}

fn facts(view: &EventView, visit: &Visit) -> impl IntoView + use<> {
    let event = &view.event;
    let (zone, now) = (event.schedule.zone, visit.now);
    let closes_at = event.schedule.requests_close_at();
    let soon = event.schedule.closes_soon(now);
    let closing = match view.status {
        EventStatus::Open => {
            let when = words::when_short(closes_at, zone, now);
            Some(say::closes(when, words::distance(closes_at, zone, now)))
        }
        EventStatus::Closed => Some(say::closed().to_owned()),
        EventStatus::Finalized | EventStatus::Canceled => None,
    };
    let shows = view.visibility != Visibility::Own;
    let (demand, tickets) = (event.demand, event.tickets);
    let requested = demand.requested;
    let undecided = matches!(view.status, EventStatus::Open | EventStatus::Closed);
    let totals = undecided.then(|| words::totals(requested, demand.smallest)).flatten();
    let meter = shows.then(|| {
        view! {
            <Meter requested=requested tickets=tickets tall=true/>
            <p class="num">{words::demand(requested, demand.people, tickets)}</p>
            {totals.map(|text| view! { <p class="small muted num">{text}</p> })}
        }
    });
    let supply = (!shows).then(|| view! { <p class="num">{words::tickets(tickets)}</p> });
    // Where there are results, only whoever has tickets or organizes it is going.
    let goes = match view.status {
        EventStatus::Open | EventStatus::Closed => true,
        EventStatus::Finalized => view.runs || view.mine.as_ref().is_some_and(|mine| mine.allocated > Some(0)),
        EventStatus::Canceled => false,
    };
    let to_come = goes && event.schedule.starts_at > now;
    let calendar = to_come.then(|| {
        view! { <p><a href=paths::calendar(event.id) download=""><Icon name="calendar"/>{say::calendar()}</a></p> }
    });
    view! {
        <div class="panel">
            <p class="badges"><StatusBadge status=view.status soon=soon/></p>
            <p><b>{words::when(event.schedule.starts_at, zone)}</b></p>
            {words::when_for_you(event.schedule.starts_at, zone, visit.own_zone().unwrap_or(zone)).map(|text| view! { <p class="muted">{text}</p> })}
            {until(event, now).map(|text| view! { <p>{text}</p> })}
            {place(event)}
            {closing.map(|text| view! { <p>{text}</p> })}
            {meter}
            {supply}
            {organized_by(view)}
            {(view.status == EventStatus::Finalized).then(|| draw_link(view))}
            {calendar}
        </div>
    }
}

/// When it ends; only the time, where that is the day on which it begins.
fn until(event: &Event, now: DateTime<Utc>) -> Option<String> {
    let (ends_at, zone) = (event.ends_at?, event.schedule.zone);
    let day = |at: DateTime<Utc>| at.with_timezone(&zone.0).date_naive();
    let same_day = day(ends_at) == day(event.schedule.starts_at);
    let end = if same_day { words::time_for(ends_at, zone, zone) } else { words::when_short(ends_at, zone, now) };
    Some(catalog::place::until(end))
}

fn place(event: &Event) -> Option<impl IntoView + use<>> {
    (!event.place.is_empty()).then(|| view! { <p class="user-text">{event.place.clone()}</p> })
}

/// The way to the draw where it is still to come.
fn draw_panel(view: &EventView) -> impl IntoView + use<> {
    draw_link(view).map(|link| view! { <div class="panel small">{link}</div> })
}

/// The way to the draw: what it is bound to from the first day, how it went afterwards.
fn draw_link(view: &EventView) -> Option<impl IntoView + use<>> {
    let event = &view.event;
    let text = match view.status {
        EventStatus::Open => say::draw_works(),
        EventStatus::Closed => say::draw_details(),
        EventStatus::Finalized if event.drawn_tickets.is_some() => say::draw_how(),
        EventStatus::Finalized | EventStatus::Canceled => return None,
    };
    let hash = event.commitment.map(|(commitment, _)| commitment.to_string());
    let short = hash.map(|hash| {
        let code = view! { <code>{format!("{} …", words::in_groups(&hash[..16]))}</code> }.into_any();
        view! { <br/><span class="small muted">{rich([code], |[code]| say::sealed_code(code))}</span> }
    });
    Some(view! { <p><a href=paths::draw(event.id)>{text}</a>{short}</p> })
}

fn notes(view: &EventView) -> impl IntoView + use<> {
    let notes = view.event.notes.clone();
    (!notes.is_empty()).then(|| {
        view! {
            <section>
                <div class="head"><h2>{say::notes()}</h2></div>
                <div class="panel user-text lines">{notes}</div>
            </section>
        }
    })
}

/// Names beside numbers, as far as the event shows them.
fn others(view: &EventView) -> impl IntoView + use<> {
    if view.requests.is_empty() {
        return None;
    }
    let final_numbers = view.status == EventStatus::Finalized || (view.runs && view.event.revision > 0);
    let mine = view.mine.as_ref().map(|mine| mine.id);
    let (runs, id, status) = (view.runs, view.event.id, view.status);
    let apart =
        Apart::among(view.requests.iter().map(|request| (request.name.as_str(), request.email.as_str())), view.lists);
    let rows = view.requests.iter().map(|request| {
        let me = (Some(request.id) == mine).then_some("me");
        let given = final_numbers.then(|| {
            let given = request.allocated.map_or_else(|| "–".to_owned(), |given| catalog::number(given.into()));
            view! { <td class="num" data-label=say::assigned()>{given}</td> }
        });
        let may_correct = runs && matches!(status, EventStatus::Open | EventStatus::Closed);
        let correct = (may_correct && request.person_active).then(|| {
            let whose = say::edit_whose(apart.named(&request.name, &request.email));
            view! { <a class="small" href=paths::request_of(id, request.person) aria-label=whose>{say::edit()}</a> }
        });
        let beside = apart.beside(&request.name, &request.email).filter(|_| runs);
        let beside = beside.map(|email| view! { <br/><small class="muted user-text">{email}</small> });
        let note = (!request.note.is_empty())
            .then(|| view! { <br/><small><q class="user-text">{request.note.clone()}</q></small> });
        view! {
            <tr class=me>
                <th scope="row"><span class="user-text">{request.name.clone()}</span>{beside}{note}</th>
                <td class="num" data-label=say::requested()>{words::wish_of(&request.tiers, request.asked)}</td>
                {given}
                {runs.then(|| view! { <td>{correct}</td> })}
            </tr>
        }
    });
    let rows = rows.collect_view();
    // Who came by tickets after the result asked for none.
    let asked = view.requests.iter().filter(|request| request.asked).count();
    let asked = i64::try_from(asked).unwrap_or(i64::MAX);
    Some(view! {
        <section>
            <div class="head"><h2>{say::requests()}</h2><span class="count num">{catalog::number(asked)}</span></div>
            <div class="listing">
                <table class="list">
                    <thead><tr>
                        <th scope="col">{say::name()}</th><th scope="col" class="num">{say::requested()}</th>
                        {final_numbers.then(|| view! { <th scope="col" class="num">{say::assigned()}</th> })}
                        {runs.then(|| view! { <th scope="col"><span class="visually-hidden">{say::edit()}</span></th> })}
                    </tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </section>
    })
}
