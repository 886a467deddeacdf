mod alarms;
mod backups;
mod facts;

use catalog::settings as say;
use leptos::prelude::*;

use self::{alarms::alarm_switch, backups::backup_state, facts::mail_state};
use crate::{
    api::{SendTestMessage, action},
    components::{Banner, Page, Tone, rich},
    paths,
    server::{
        http::Visit,
        services::{Done, alarm, draft::forms, settings as reading},
    },
    words,
};

pub use facts::settings_facts;

/// How the settings read, and how mail stands.
pub async fn settings(visit: Visit) -> Done<Page> {
    let read = reading::read(&visit.site, visit.actor()?)?;
    let refused = visit.draft(forms::TEST_MAIL).await?;
    let is_told = alarm::is_told(&visit.site, visit.actor()?).await?;
    let body = view! {
        <p class="crumbs"><a href=paths::MAIL>{say::email()}</a></p>
        <h1>{say::title()}</h1>
        {refused.map(|draft| view! { <Banner tone=Tone::Bad text=words::refusal(&draft.refusal)/> })}
        <p>{say::where_to_change()}</p>
        <section>
            <div class="head"><h2>{say::email()}</h2></div>
            {mail_state(&visit)}
            {test_form(&visit)}
            {settings_facts(read.mail)}
        </section>
        <section><div class="head"><h2>{say::site()}</h2></div>{settings_facts(read.site)}</section>
        <section><div class="head"><h2>{say::people()}</h2></div>{settings_facts(read.people)}</section>
        <section>
            <div class="head"><h2>{say::alarms()}</h2></div>
            {alarm_switch(is_told)}
        </section>
        <section>
            <div class="head"><h2>{say::backups()}</h2></div>
            {backup_state(&visit)}
        </section>
        <section>
            <div class="head"><h2>{say::server()}</h2></div>
            {settings_facts(read.machine)}
            <p class="small muted">{say::version(env!("CARGO_PKG_VERSION"))}</p>
        </section>
    };
    Ok(Page::new(say::title(), body).narrow())
}

fn test_form(visit: &Visit) -> impl IntoView + use<> {
    let address = visit.visitor.actor.as_ref().map(|actor| words::address(&actor.email)).unwrap_or_default();
    let sends = visit.site.settings.mail.transport.sends();
    let label = if sends { say::send_test() } else { say::print_test() };
    let goes_to = sends.then(|| {
        let address = view! { <bdi class="user-text">{address}</bdi> }.into_any();
        view! { <p class="small muted">{rich([address], |[address]| say::test_to(address))}</p> }
    });
    view! {
        <form class="stack" method="post" action={action::<SendTestMessage>()}>
            <p><button class="button">{label}</button></p>
            {goes_to}
        </form>
    }
}
