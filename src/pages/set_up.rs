use leptos::prelude::*;

use super::settings::settings_facts;
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
    if !lives {
        let body = view! {
            <h1>"This set-up link no longer works"</h1>
            <p class="lead">
                "It works once, for 30 minutes. While nobody has an account here, every start of the program prints a new one."
            </p>
            <p><a class="button" href="/">"Sign in"</a></p>
        };
        return Ok(Page::new("Set up", body).narrow());
    }
    let problems = Problems::of(draft.as_ref().map(|draft| &draft.refusal));
    let refused = draft.as_ref().map(|draft| words::refusal(&draft.refusal));
    let form = draft.map(|draft| draft.form).unwrap_or_default();
    let settings = settings::reading(&visit.site.settings).in_short();
    let body = view! {
        <h1>"Welcome. You are the first."</h1>
        {refused.map(|text| view! { <Banner tone=Tone::Bad text=text/> })}
        <form class="form panel" method="post" action={action::<SetUp>()}>
            <input type="hidden" name="token" value=token/>
            <TextField id="name" label="Your name" autocomplete="name" value=form.name problems=problems.clone() required=true/>
            <TextField
                id="email"
                label="Your mail address"
                hint="Sign-in links go there."
                kind="email"
                autocomplete="email"
                value=form.email
                problems=problems
                required=true
            />
            <button class="button wide">"Become the admin"</button>
        </form>
        <section>
            <div class="head"><h2>"How the settings read"</h2></div>
            <p>{words::WHERE_TO_CHANGE}</p>
            {settings_facts(settings)}
        </section>
    };
    Ok(Page::new("Set up", body).narrow())
}
