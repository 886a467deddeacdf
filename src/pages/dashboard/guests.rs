use catalog::home as say;
use chrono::{DateTime, Utc};
use leptos::prelude::*;

use crate::{components::rich, paths, server::db::summaries::Summary, words};

/// For which events the viewer still has to say who comes, and until when.
pub(super) fn missing(events: &[Summary], now: DateTime<Utc>) -> Option<impl IntoView + use<>> {
    let mut waiting: Vec<_> = events.iter().filter_map(|event| Some((event, event.mine.as_ref()?.unnamed?))).collect();
    waiting.sort_by_key(|(_, (_, until))| *until);
    let lines = waiting.iter().map(|(event, (count, until))| {
        let link = format!("{}#guests", paths::event(event.id));
        let name = view! { <a class="user-text" href=link>{event.name.clone()}</a> }.into_any();
        let until = words::when_short(*until, event.schedule.zone, now);
        view! { <p class="note" data-missing=*count>{rich([name], |[name]| say::guests_missing(name, *count, until))}</p> }
    });
    let lines = lines.collect_view();
    (!waiting.is_empty()).then(|| view! { <div class="stack small">{lines}</div> })
}
