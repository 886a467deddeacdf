use leptos::prelude::*;

use super::sample;
use crate::{components::Icon, words};

pub fn facts() -> impl IntoView {
    sample(
        "Facts and figures",
        view! {
            <dl class="facts panel">
                <div><dt>"Address (APP_URL)"</dt><dd>"https://tickets.example.org"</dd></div>
                <div><dt>"Email"</dt><dd>"Sent through Amazon SES"</dd></div>
            </dl>
            <div class="stats">
                <div class="stat"><b>"41"</b><span>"sent"</span></div>
                <div class="stat"><b>"2"</b><span>"waiting"</span></div>
                <div class="stat"><b>"100,000"</b><span>"failed"</span></div>
            </div>
            <ul class="outcomes">
                <li class="ok"><b class="num">"21"</b><span>"get their first choice"</span></li>
                <li class="warn"><b class="num">"1"</b><span>"gets a number they didn’t request, with a reason"</span></li>
                <li><b class="num">"9"</b><span>"get none"</span></li>
                <li class="bad"><b class="num">"3"</b><span>"are undecided"</span></li>
            </ul>
        },
    )
}

pub fn tables() -> impl IntoView {
    sample(
        "Tables",
        view! {
            <nav class="tabs" aria-label="States"><a href="#main" aria-current="page">"Open "<span class="count">"4"</span></a><a href="#main">"Closed"</a><a href="#main">"All"</a></nav>
            <div class="listing">
                <table class="list">
                    <thead><tr><th scope="col">"Name"</th><th scope="col" class="num">"Requested"</th><th scope="col" class="num">"Assigned"</th><th scope="col">"Status"</th></tr></thead>
                    <tbody>
                        <tr class="me"><th scope="row" class="user-text">"Asha Rao (me)"</th><td class="num" data-label="Requested">"4, or 2"</td><td class="num" data-label="Assigned">"2"</td><td data-label="Status"><span class="badge ok">"Sent"</span></td></tr>
                        <tr><th scope="row" class="user-text">"Maximiliane Wolkenstein-Trostburg von und zu Hohenlohe"</th><td class="num" data-label="Requested">"8, or 6, 4, or 2"</td><td class="num" data-label="Assigned">"0"</td><td data-label="Status"><span class="badge bad">"Failed"</span></td></tr>
                    </tbody>
                </table>
            </div>
        },
    )
}

pub fn people() -> impl IntoView {
    sample(
        "People",
        view! {
            <ul class="people">
                <li><a href="#main"><b class="user-text">"Asha Rao"</b><small class="user-text">"asha@example.org"</small></a></li>
                <li><a href="#main"><b class="user-text">"נועה בן-עמי"</b><small class="user-text">"noa@example.org"</small><span class="badge info">"Organizer"</span><span class="badge bad">"Deactivated"</span></a></li>
            </ul>
            <ul class="devices">
                <li><div class="who"><b>"Firefox on Linux"</b><small class="muted">"This device · signed in Sun, Nov 22"</small></div></li>
                <li><div class="who"><b>"Safari on iPhone"</b><small class="muted">"3 days ago · signed in Sun, Nov 1"</small></div><button type="button" class="button quiet small">"Sign out"</button></li>
            </ul>
        },
    )
}

/// What stands above a long list: finding, sorting, showing a part.
pub fn tools() -> impl IntoView {
    sample(
        "Tools of a list",
        view! {
            <div class="tools" role="group" aria-label="Find people">
                <button type="button" class="button quiet">"Apply"</button>
                <div><label for="tools-search">"Search"</label><input id="tools-search" type="search" value="Asha"/></div>
                <div><label for="tools-sort">"Sort"</label><select id="tools-sort"><option>"By name"</option></select></div>
                <div><label for="tools-show">"Show"</label><select id="tools-show"><option>"Undecided (23)"</option></select></div>
            </div>
            <p class="small muted">"23 of 60 people "<button type="button" class="button quiet small">"Show all"</button></p>
        },
    )
}

pub fn board() -> impl IntoView {
    let row = |class: &'static str, name: &'static str, chosen: &'static str, why: &'static str| {
        let chips = ["4", "2", "0"].map(|amount| {
            view! { <label><input type="radio" name=format!("row {name}") checked={chosen == amount}/><span>{amount}</span></label> }
        });
        let why = (!why.is_empty()).then(|| view! { <span class="error"><Icon name="alert-triangle"/>{why}</span> });
        view! {
            <li class=class>
                <div class="who"><b class="user-text">{name}</b><small>"Got tickets 3 of 7 times · 2 entries"</small></div>
                <fieldset class="chips row">
                    <legend class="visually-hidden">{format!("Tickets for {name}")}</legend>
                    {chips.into_iter().collect_view()}
                    <label class="blank"><input type="radio" name=format!("row {name}") checked=chosen.is_empty() aria-label="undecided"/><span aria-hidden="true">"○"</span></label>
                </fieldset>
                <p class="why">{why}</p>
            </li>
        }
    };
    let bar = |class: &'static str, given: u64| {
        view! {
            <div class=class>
                <strong class="num">{words::balance(given, 40)}</strong>
                <span class="badge warn">{catalog::board::undecided(3)}</span>
                <div class="push"><button type="button" class="button quiet small">"Undo"</button><button type="button" class="button small">"Review"</button></div>
            </div>
        }
    };
    sample(
        "Board",
        view! {
            <ul class="board">
                {row("", "Decided", "2", "")}
                {row("open", "Undecided", "", "")}
                {row("theirs", "Changed by someone else", "4", "")}
                {row("wrong", "Wrong", "4", "That’s 3 too many: 43 assigned, but only 40 available.")}
            </ul>
            {bar("bar", 36)}
            {bar("bar over", 43)}
        },
    )
}

pub fn steps() -> impl IntoView {
    sample(
        "Steps",
        view! {
            <ol class="steps panel">
                <li class="done"><p><b>"Create the first admin account"</b>" "<Icon name="check"/></p></li>
                <li><p><b>"Send yourself a test email"</b></p><p class="small muted">"See that sign-in codes and results arrive."</p><p><a class="button gold small" href="#main">"Send a test email"</a></p></li>
                <li class="todo"><p><b>"Create your first event"</b></p></li>
            </ol>
            <ol class="steps small panel">
                <li>"The sealed code, published with the event"<br/><code class="hash">"640d 9a9f 2414 c9a7 640d 9a9f 2414 c9a7"</code></li>
                <li class="todo">"The list of requests is frozen when they close."</li>
            </ol>
        },
    )
}
