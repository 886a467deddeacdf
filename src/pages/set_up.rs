use catalog::sign_in as say;
use leptos::prelude::*;

use super::{settings::settings_facts, sign_in::signed_in_already};
use crate::{
    api::{SetUp, action},
    components::{Banner, Page, Problems, TextField, Tone},
    server::{
        http::Visit,
        services::{Done, draft::forms, set_up as setting_up, settings},
    },
    words,
};

/// The first admin of an empty system, and how its settings read.
pub async fn set_up(visit: Visit) -> Done<Page> {
    let token = visit.param("token");
    let draft = visit.draft(forms::SET_UP).await?;
    let lives = setting_up::link_lives(&visit.site, &token).await?;
    if !lives && visit.visitor.actor.is_some() {
        // Sent twice: the first time made the account.
        let body = view! { <h1>{say::set_up()}</h1>{signed_in_already(&visit)} };
        return Ok(Page::new(say::set_up(), body).narrow());
    }
    if !lives {
        let body = view! {
            <h1>{say::set_up_spent()}</h1>
            <p class="lead">{say::set_up_spent_why()}</p>
            <p><a class="button" href="/">{say::title()}</a></p>
        };
        return Ok(Page::new(say::set_up(), body).narrow());
    }
    let problems = Problems::of(draft.as_ref().map(|draft| &draft.refusal));
    let refused = draft.as_ref().map(|draft| words::refusal(&draft.refusal));
    let form = draft.map(|draft| draft.form).unwrap_or_default();
    let settings = settings::reading(&visit.site.settings).in_short();
    let body = view! {
        <h1>{say::set_up_heading()}</h1>
        {refused.map(|text| view! { <Banner tone=Tone::Bad text=text/> })}
        <form class="form panel" method="post" action={action::<SetUp>()}>
            <input type="hidden" name="token" value=token/>
            <TextField id="name" label=say::set_up_name() autocomplete="name" value=form.name problems=problems.clone() required=true/>
            <TextField
                id="email"
                label=say::address()
                hint=say::set_up_address_hint()
                kind="email"
                autocomplete="email"
                value=form.email
                problems=problems
                required=true
            />
            <button class="button wide">{say::set_up_create()}</button>
        </form>
        <section>
            <div class="head"><h2>{say::set_up_settings()}</h2></div>
            <p>{catalog::settings::where_to_change()}</p>
            {settings_facts(settings)}
        </section>
    };
    Ok(Page::new(say::set_up(), body).narrow())
}
