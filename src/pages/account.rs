use leptos::prelude::*;

use crate::{
    api::{Rename, SignOut, action},
    components::{Page, Problems, TextField, page},
};

/// One's own name, and the way out.
pub fn account() -> impl IntoView {
    page(|visit| async move {
        let actor = visit.actor()?;
        let draft = visit.draft::<String>("rename").await?;
        let problems = Problems::of(draft.as_ref().map(|draft| &draft.refusal));
        let name = draft.map_or_else(|| actor.name.clone(), |draft| draft.form);
        let body = view! {
            <h1>"Account"</h1>
            <form class="form panel" method="post" action={action::<Rename>()}>
                <TextField id="name" label="Your name" hint="As others see it beside your requests." autocomplete="name" value=name problems=problems required=true/>
                <p>
                    <span class="muted">"Mail address: "</span><span class="user-text">{actor.email.clone()}</span><br/>
                    <span class="small muted">"An admin can change it."</span>
                </p>
                <div class="actions"><button class="button">"Save name"</button></div>
            </form>
            <form method="post" action={action::<SignOut>()}>
                <button class="button quiet">"Sign out on this device"</button>
            </form>
        };
        Ok(Page::new("Account", body).narrow())
    })
}
