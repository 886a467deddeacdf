mod facts;

use leptos::prelude::*;

use self::facts::mail_state;
use crate::{
    api::{SendTestMessage, action},
    components::{Banner, Page, Tone},
    paths,
    server::{
        http::Visit,
        services::{Done, draft::forms, settings as reading},
    },
    words,
};

pub use facts::settings_facts;

/// How the settings read, how mail stands, and what to do first after the set-up.
pub async fn settings(visit: Visit) -> Done<Page> {
    let read = reading::read(&visit.site, visit.actor()?)?;
    let refused = visit.draft(forms::TEST_MAIL).await?;
    let welcome = visit.query("welcome").is_some();
    let body = view! {
        <p class="crumbs"><a href=paths::MAIL>"Mail"</a></p>
        <h1>"Settings"</h1>
        {refused.map(|draft| view! { <Banner tone=Tone::Bad text=words::refusal(&draft.refusal)/> })}
        {welcome.then(|| first_steps(&visit))}
        <p>{words::WHERE_TO_CHANGE}</p>
        <section>
            <div class="head"><h2>"Mail"</h2></div>
            {mail_state(&visit)}
            {(!welcome).then(|| test_form(&visit, "settings"))}
            {settings_facts(read.mail)}
        </section>
        <section><div class="head"><h2>"This site"</h2></div>{settings_facts(read.site)}</section>
        <section><div class="head"><h2>"People"</h2></div>{settings_facts(read.people)}</section>
        <section>
            <div class="head"><h2>"Where it runs"</h2></div>
            {settings_facts(read.machine)}
            <p class="small muted">{concat!("Ticket Pool, version ", env!("CARGO_PKG_VERSION"))}</p>
        </section>
    };
    Ok(Page::new("Settings", body).narrow())
}

/// What someone does who has just set the site up.
fn first_steps(visit: &Visit) -> impl IntoView + use<> {
    view! {
        <section>
            <div class="head"><h2>"What to do next"</h2></div>
            <ol class="steps panel">
                <li class="stack"><p>"See whether mail works."</p>{test_form(visit, "welcome")}</li>
                <li class="stack">
                    <p>"Try an event out. You can cancel it and put it into the bin."</p>
                    <p><a class="button quiet" href=paths::SAMPLE_EVENT>"Make a sample event"</a></p>
                </li>
                <li class="stack">
                    <p>"Add those who ask for tickets."</p>
                    <p><a class="button quiet" href=paths::PEOPLE>"Add people"</a></p>
                </li>
                <li class="stack"><p>"That is all."</p><p><a class="button quiet" href=paths::DASHBOARD>"Done: to Home"</a></p></li>
            </ol>
        </section>
    }
}

fn test_form(visit: &Visit, stands_on: &'static str) -> impl IntoView + use<> {
    let address = visit.visitor.actor.as_ref().map(|actor| words::address(&actor.email)).unwrap_or_default();
    view! {
        <form class="stack" method="post" action={action::<SendTestMessage>()}>
            <input type="hidden" name="page" value=stands_on/>
            <p><button class="button">"Send me a test message"</button></p>
            <p class="small muted">"It goes to "<span class="user-text">{address}</span>"."</p>
        </form>
    }
}
