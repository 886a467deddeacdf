mod switches;

use catalog::emails_choice as say;
use leptos::prelude::*;

pub(super) use self::switches::switches;
use self::switches::{called, switch};
use crate::{
    api::{ChooseEmailsBehind, action},
    components::{Banner, Page, Tone, rich},
    error::Obstacle,
    paths,
    server::{
        http::Visit,
        services::{Done, choices},
    },
    words,
};

/// The page behind the link at the foot of an email. Opening it changes nothing; its buttons do.
pub async fn emails(visit: Visit) -> Done<Page> {
    let token = visit.param("token");
    let Some(behind) = choices::behind(&visit.site, &token).await? else {
        let body = view! {
            <h1>{say::spent()}</h1>
            <Banner tone=Tone::Warning text=words::obstacle(Obstacle::LinkSpent)/>
            <p>{say::spent_why()}</p>
            <p><a class="button" href=paths::account_emails()>{say::spent_sign_in()}</a></p>
        };
        return Ok(Page::new(say::link_title(), body).narrow());
    };
    let off = behind.choices.is_off(behind.topic, None);
    let topic = called(behind.topic);
    let address = view! { <b class="user-text">{behind.address}</b> }.into_any();
    let what =
        rich([address], |[address]| if off { say::stopped_what(topic, address) } else { say::what(topic, address) });
    let (heading, button) = if off { (say::stopped(), say::resume()) } else { (say::question(), say::stop()) };
    let one = switch(action::<ChooseEmailsBehind>(), Some(&token), (behind.topic, None), off);
    let body = view! {
        <h1>{heading}</h1>
        <div class="panel form">
            <p>{what}</p>
            {one.named(button, if off { "button quiet wide" } else { "button wide" })}
        </div>
        <details class="more">
            <summary>{say::others()}</summary>
            {switches(&behind.choices, action::<ChooseEmailsBehind>(), Some(&token))}
        </details>
    };
    Ok(Page::new(say::link_title(), body).narrow())
}
