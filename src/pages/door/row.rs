use catalog::door as say;
use leptos::prelude::*;

use crate::{
    api::{NoteCame, SaveGuests, action},
    components::Problems,
    domain::{
        guest::{Guest, GuestForm},
        ids::EventId,
    },
    pages::guests::lines,
    paths,
    server::{
        db::door::Holder,
        services::door::{Door, Expected},
    },
    words::{self, Apart},
};

/// So many numbers are buttons; more are typed.
const MOST_BUTTONS: u32 = 8;
/// So many boxes are printed behind a name; more would fill the page.
const MOST_BOXES: u32 = 20;

/// A row, and what it takes of the list.
#[derive(Clone, Copy)]
pub(super) struct Row<'a> {
    pub list: &'a Door,
    pub one: &'a Expected,
    pub search: &'a str,
    pub apart: &'a Apart,
    /// Whether the names of their guests are being changed,
    pub changes: bool,
    /// what was typed and refused,
    pub typed: Option<&'a GuestForm>,
    /// and why.
    pub problems: &'a Problems,
}

/// Someone with tickets: how many, with whom, and how many of them came.
pub(super) fn row(row: Row<'_>) -> impl IntoView + use<> {
    let Expected { holder, guests } = row.one;
    let (id, person) = (row.list.event.id, holder.person);
    let beside = row.apart.beside(&holder.name, &holder.email);
    let beside = beside.map(|email| view! { " "<small class="muted user-text">{email}</small> });
    let late = (holder.late > 0).then(|| view! { <p class="small muted">{say::late(holder.late)}</p> });
    let named = !guests.is_empty() && !row.changes;
    let listed = named.then(|| {
        let seats = (1..=holder.held).map(|position| seat(guests.get(&position)));
        view! { <ul class="guests">{seats.collect_view()}</ul> }
    });
    let unnamed = (!named).then(|| boxes(holder.held));
    let change = (row.list.takes_names && !row.changes).then(|| {
        let whose = say::edit_names_of(holder.name.as_str());
        let to = format!("{}#p{person}", paths::door_names(id, row.search, &person.to_string()));
        view! { <a class="small" href=to aria-label=whose>{say::edit_names()}</a> }
    });
    let form = row.changes.then(|| names_form(row));
    let came = row.list.is_open.then(|| came(holder, id, row.search));
    let said = (!row.list.is_open).then_some(holder.came).flatten();
    let said = said.map(|came| view! { <p class="small">{say::came(came, holder.held)}</p> });
    view! {
        <li id=format!("p{person}") data-came=holder.came>
            <p class="who"><span><b class="user-text">{holder.name.clone()}</b>{beside}</span>" "<span class="num">{words::tickets(holder.held)}</span>{unnamed}</p>
            {late}
            {listed}
            {form}
            {came}
            {said}
            {change.map(|link| view! { <p class="screenonly">{link}</p> })}
        </li>
    }
}

/// A ticket with its box, and who uses it, where that is known.
fn seat(guest: Option<&Guest>) -> impl IntoView + use<> {
    let said = match guest {
        Some(Guest { name, note }) => {
            let note = (!note.is_empty()).then(|| view! { " "<small class="muted user-text">{note.clone()}</small> });
            view! { <span class="user-text">{name.clone()}</span>{note} }.into_any()
        }
        None => view! { <span class="muted">{say::unnamed()}</span> }.into_any(),
    };
    view! { <li><i class="tick" aria-hidden="true"></i>{said}</li> }
}

/// A box for each ticket, to be ticked on paper.
fn boxes(held: u32) -> impl IntoView {
    let boxes = (0..held.min(MOST_BOXES)).map(|_| view! { <i class="tick"></i> });
    view! { <span class="ticks" aria-hidden="true">{boxes.collect_view()}</span> }
}

/// How many came: a tap for each number, or what is typed where there are many. A tap takes back what was noted.
fn came(holder: &Holder, id: EventId, search: &str) -> impl IntoView + use<> {
    let (held, name) = (holder.held, holder.name.as_str());
    let own = (id, holder.person.get(), search.to_owned());
    let all = if held == 1 { say::here().to_owned() } else { say::all(held) };
    let few = held <= MOST_BUTTONS;
    let numbers = if few { (0..held).collect() } else { vec![0] };
    let buttons = [held].into_iter().chain(numbers.into_iter().rev()).map(|number| {
        let label = match number {
            0 => say::not_here().to_owned(),
            number if number == held => all.clone(),
            number => catalog::number(number.into()),
        };
        let noted = holder.came == Some(number);
        let class = if noted { "button small" } else { "button quiet small" };
        let says = say::tap(label.as_str(), name);
        view! { <button class=class name="number" value=number aria-pressed=noted.to_string() aria-label=says>{label}</button> }
    });
    let buttons = buttons.collect_view();
    let undo = holder.came.is_some().then(|| {
        view! { <button class="button quiet small" name="number" value="" aria-label=say::undo_for(name)>{say::undo()}</button> }
    });
    let between = holder.came.filter(|&came| !few && came > 0 && came < held);
    let typed = (!few).then(|| {
        let how_many = say::how_many(name, held);
        view! {
            <form class="came screenonly" method="post" action={action::<NoteCame>()}>
                {hidden(own.clone())}
                <div class="field short"><input type="number" inputmode="numeric" name="number" min="0" max=held required=true value=between aria-label=how_many/></div>
                <button class="button quiet small">{say::set()}</button>
            </form>
        }
    });
    view! {
        <form class="came screenonly" method="post" action={action::<NoteCame>()}>
            {hidden(own)}
            {buttons}
            {undo}
        </form>
        {typed}
    }
}

fn hidden((event, person, search): (EventId, i32, String)) -> impl IntoView {
    view! {
        <input type="hidden" name="event" value=event.get()/>
        <input type="hidden" name="person" value=person/>
        {(!search.is_empty()).then(|| view! { <input type="hidden" name="q" value=search/> })}
    }
}

/// The names of someone's guests, to be changed.
fn names_form(row: Row<'_>) -> impl IntoView + use<> {
    let Expected { holder, guests } = row.one;
    let id = row.list.event.id;
    let form = row.typed.cloned().unwrap_or_else(|| GuestForm::of(guests));
    view! {
        <form class="form screenonly" method="post" action={action::<SaveGuests>()}>
            {hidden((id, holder.person.get(), row.search.to_owned()))}
            {lines(&form, guests, holder.held, row.problems)}
            <div class="actions">
                <button class="button">{catalog::guests::save()}</button>
                <a class="button quiet" href=paths::door_at(id, row.search, Some(holder.person))>{say::cancel()}</a>
            </div>
        </form>
    }
}
