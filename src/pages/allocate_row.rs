use leptos::prelude::*;

use crate::{
    components::{Icon, Problems},
    domain::board::{BoardForm, OTHER, key},
    server::{db::seasons::Season, services::allocation::Row},
    words,
};

/// What a row shows as chosen: what was typed before it was refused, else what stands.
struct Chosen {
    amount: String,
    other: String,
    reason: String,
}

/// One line of the board: who, how often they got tickets, their numbers as chips, other numbers with a reason.
pub fn row(row: &Row, typed: Option<&BoardForm>, problems: &Problems, tickets: u32) -> impl IntoView + use<> {
    let request = &row.request;
    let key = key(request.number);
    let chosen = chosen(row, typed, &key);
    let undecided = chosen.amount.is_empty();
    let error = ["amount", OTHER, "reason"].iter().find_map(|name| problems.with(&format!("{name}[{key}]")));
    let chips = request.tiers.amounts().iter().copied().chain([0]).map(|amount| {
        let value = amount.to_string();
        let checked = chosen.amount == value;
        view! {
            <label><input type="radio" name=format!("amount[{key}]") value=value checked=checked/><span>{amount}</span></label>
        }
    });
    let chips = chips.collect_view();
    let name = request.name.clone();
    let differs = request.drawn.is_some_and(|drawn| !undecided && chosen.amount != drawn.to_string());
    let drawn = request.drawn.map(|drawn| drawn.to_string());
    let other = other(&key, &chosen, tickets, differs || error.is_some());
    let blank = view! {
        <label class="blank"><input type="radio" name=format!("amount[{key}]") value="" checked=undecided aria-label="undecided"/><span aria-hidden="true">"?"</span></label>
    };
    let unsaved = typed.is_some_and(|form| form.amount.contains_key(&key)).then_some("");
    let class = match (error.is_some(), undecided) {
        (true, _) => Some("wrong"),
        (false, true) => Some("open"),
        _ => None,
    };
    view! {
        <li id=key class=class data-unsaved=unsaved data-drawn=drawn>
            <div class="who"><b class="user-text">{name.clone()}</b><small>{past(row)}</small></div>
            <fieldset class="chips row">
                <legend class="visually-hidden">{format!("Tickets for {name}")}</legend>
                {chips}
                {blank}
            </fieldset>
            {other}
            {why(row, error)}
        </li>
    }
}

fn chosen(row: &Row, typed: Option<&BoardForm>, key: &str) -> Chosen {
    if let Some(form) = typed
        && let Some(amount) = form.amount.get(key)
    {
        let of = |map: &std::collections::BTreeMap<String, String>| map.get(key).cloned().unwrap_or_default();
        return Chosen { amount: amount.clone(), other: of(&form.other), reason: of(&form.reason) };
    }
    let request = &row.request;
    let reason = request.reason.clone();
    match request.allocated {
        None => Chosen { amount: String::new(), other: String::new(), reason },
        Some(given) if request.tiers.accepts(given) => {
            Chosen { amount: given.to_string(), other: String::new(), reason }
        }
        Some(given) => Chosen { amount: OTHER.to_owned(), other: given.to_string(), reason },
    }
}

/// A number outside the person's own, with the reason it needs.
fn other(key: &str, chosen: &Chosen, tickets: u32, open: bool) -> impl IntoView + use<> {
    let checked = chosen.amount == OTHER;
    view! {
        <details class="other" open=checked || open>
            <summary>"other…"</summary>
            <label class="choice">
                <input type="radio" name=format!("amount[{key}]") value=OTHER checked=checked/>
                <span>"Give another number"</span>
            </label>
            <label>
                "Number"
                <input type="number" inputmode="numeric" min="0" max=tickets name=format!("other[{key}]") value=chosen.other.clone()/>
            </label>
            <label>
                "Reason"
                <input type="text" maxlength="200" dir="auto" name=format!("reason[{key}]") value=chosen.reason.clone()/>
            </label>
        </details>
    }
}

/// "got tickets 3 of 7 times · 4 slips · 1.2 behind".
fn past(row: &Row) -> String {
    let Season { asked, got, standing } = row.season;
    if asked == 0 {
        return "first request in this pool".to_owned();
    }
    let (slips, balance) = row.request.frozen.unwrap_or((standing.slips(), standing.balance));
    let mut past = format!("got tickets {got} of {}", words::counted(asked, "time", "times"));
    for more in [words::slips(slips), words::balance_of(balance)].into_iter().flatten() {
        past.push_str(" · ");
        past.push_str(&more);
    }
    past
}

fn why(row: &Row, error: Option<String>) -> impl IntoView + use<> {
    let request = &row.request;
    let drawn = request.drawn.filter(|_| !request.pinned).map(|drawn| {
        let class = if request.allocated == Some(drawn) { "badge" } else { "badge warn" };
        view! { <span class=class>{format!("drawn {drawn}")}</span> }
    });
    let note = (!request.note.is_empty()).then(|| view! { <q class="user-text">{request.note.clone()}</q> });
    let told = request.told.map(|told| format!(" · was told {told}"));
    let before = request.legacy_allocated.map(|said| format!(" · the former system said {said}"));
    view! {
        <p class="why">
            {drawn}
            {note}
            {told}
            {before}
            {error.map(|error| view! { <span class="error"><Icon name="alert-triangle"/>{error}</span> })}
        </p>
    }
}
