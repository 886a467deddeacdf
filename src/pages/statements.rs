use leptos::prelude::*;

use crate::{
    components::{Icon, Page},
    domain::ids::EventId,
    paths,
    server::{
        db::statements::Stated,
        http::Visit,
        services::{Done, statements as said},
    },
    words,
};

/// What the site said of an event, signed when it was said: as far as the viewer may read it.
pub async fn statements(visit: Visit) -> Done<Page> {
    let id = visit.id("number", EventId::parse)?;
    let shown = said::shown(&visit.site, visit.actor()?, id).await?;
    let name = shown.event.name.clone();
    let zone = shown.event.schedule.zone;
    let rows = shown.stated.iter().map(|one| row(one, &shown, &visit)).collect_view();
    let file = (!shown.stated.is_empty()).then(|| {
            view! { <p><a class="button quiet" href=paths::statements_file(id) download=""><Icon name="download"/>" The statements as a file"</a></p> }
        });
    let nothing = shown.stated.is_empty().then(|| view! { <p>"Nothing has been stated about this event yet."</p> });
    let stands = shown.head.key.as_ref().map(|(key, _)| words::chain(shown.head.number, shown.head.link, *key));
    let body = view! {
        <p class="crumbs small">
            <a class="user-text" href=paths::event(id)>{name.clone()}</a>" · "<a href=paths::draw(id)>"Draw"</a>
        </p>
        <h1>"Signed statements"</h1>
        <p class="lead">"What this site said about the event, signed when it was said. A statement can’t be changed later without a trace."</p>
        {nothing}
        <ol class="panel stack small">{rows}</ol>
        <p class="small muted">{format!("Times are in {}.", words::zone_name(zone))}</p>
        {file}
        <details class="more small">
            <summary>"How to catch a site that tells people different things"</summary>
            <p>"Each statement is signed together with everything said before it. The latest number and its fingerprint are at the end of every email from this site. If two people have the same number with different digits, the site has told two stories, and both emails prove it. The same happens when somebody restores an old copy of the data."</p>
            <p>"Statements about other people are in the file as fingerprints only."</p>
            <p>"On a computer, this checks every signature, and the draw against what was said before it: "<code>{format!("ticket-pool verify event-{id}-statements.json event-{id}-draw-1.json")}</code></p>
            <p class="hash">{stands}</p>
        </details>
    };
    Ok(Page::new(format!("Statements: {name}"), body).narrow())
}

fn row(one: &Stated, shown: &said::Shown, visit: &Visit) -> impl IntoView + use<> {
    let when = words::when_short(one.at, shown.event.schedule.zone, visit.now);
    let whose = match &one.label {
        Some(label) if shown.label.as_ref() == Some(label) => "You. ".to_owned(),
        Some(label) => format!("{label}. "),
        None => String::new(),
    };
    let facts = words::stated(one.kind, |key| one.value(key));
    view! {
        <li value=one.number>
            <b>{whose}{words::statement(one.kind)}</b>{format!(" · {when}")}
            {facts.map(|facts| view! { <br/><span class="user-text">{facts}</span> })}
            <details><summary>"As it was signed"</summary><pre class="record user-text">{one.body.clone()}</pre><code class="hash">{words::in_groups(&one.link.to_string())}</code></details>
        </li>
    }
}
