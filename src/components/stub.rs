use chrono::{DateTime, Utc};
use leptos::prelude::*;

use crate::{domain::schedule::Zone, words};

/// The stub of a ticket: the day it is for, and what else stands on it.
#[component]
pub fn Stub(at: DateTime<Utc>, zone: Zone, #[prop(optional)] children: Option<Children>) -> impl IntoView {
    let [weekday, day, month] = words::day_apart(at, zone);
    let machine = at.with_timezone(&zone.0).format("%Y-%m-%dT%H:%M").to_string();
    view! {
        <time datetime=machine>
            <span>{weekday}</span>
            <b>{day}</b>
            <span>{month}</span>
            {children.map(|children| children())}
        </time>
    }
}
