use catalog::account as say;
use leptos::prelude::*;

use crate::{
    api::{UndoAddress, action},
    components::{Banner, Page, Problems, Tone, refused, rich},
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
            <h1>{say::undo_spent()}</h1>
            <Banner tone=Tone::Warning text=words::obstacle(Obstacle::LinkSpent)/>
            <p>{say::undo_spent_why()}</p>
            <p><a class="button" href=paths::SIGN_IN>{say::undo_sign_in()}</a></p>
        };
        return Ok(Page::new(say::undo_title(), body).narrow());
    };
    let draft = visit.draft(forms::UNDO_ADDRESS).await?;
    let problems = Problems::of(draft.as_ref().map(|draft| &draft.refusal));
    let why = problems.with("email").map(|text| view! { <Banner tone=Tone::Bad text=text/> });
    let name = view! { <b class="user-text">{back.name}</b> }.into_any();
    let address = view! { <b class="user-text">{words::address(&back.email)}</b> }.into_any();
    let body = view! {
        <h1>{say::undo_question()}</h1>
        {refused(draft.as_ref())}
        {why}
        <p>{rich([name, address], |[name, address]| say::undo_what(name, address))}</p>
        <form class="form panel" method="post" action={action::<UndoAddress>()}>
            <input type="hidden" name="token" value=token/>
            <button class="button wide">{say::undo()}</button>
            <p class="small muted">{say::undo_hint()}</p>
        </form>
    };
    Ok(Page::new(say::undo_title(), body).narrow())
}
