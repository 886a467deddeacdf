use leptos::prelude::*;

use crate::{
    api::{UndoAddress, action},
    components::{Banner, Page, Problems, Tone, refused},
    error::Obstacle,
    paths,
    server::{
        http::Visit,
        services::{Done, draft::forms, person},
    },
    words,
};

/// The page behind the link that takes a change of address back. Opening it changes nothing; its button does.
pub async fn undo_address(visit: Visit) -> Done<Page> {
    let token = visit.param("token");
    let Some(back) = person::look_at_undo(&visit.site, &token).await? else {
        let body = view! {
            <h1>"This link no longer works"</h1>
            <Banner tone=Tone::Warning text=words::obstacle(Obstacle::LinkSpent)/>
            <p>"If someone else changed your email address, contact an admin right away."</p>
            <p><a class="button" href=paths::SIGN_IN>"Sign in"</a></p>
        };
        return Ok(Page::new("Undo email change", body).narrow());
    };
    let draft = visit.draft(forms::UNDO_ADDRESS).await?;
    let problems = Problems::of(draft.as_ref().map(|draft| &draft.refusal));
    let why = problems.with("email").map(|text| view! { <Banner tone=Tone::Bad text=text/> });
    let body = view! {
        <h1>"Undo the email change?"</h1>
        {refused(draft.as_ref())}
        {why}
        <p>
            "The email address of " {back.name} " will be " <b class="user-text">{words::address(&back.email)}</b>
            " again. Every device will be signed out, and you can sign in with that address."
        </p>
        <form class="form panel" method="post" action={action::<UndoAddress>()}>
            <input type="hidden" name="token" value=token/>
            <button class="button wide">"Undo the change"</button>
            <p class="small muted">"The link works once. If you made the change yourself, close this page."</p>
        </form>
    };
    Ok(Page::new("Undo email change", body).narrow())
}
