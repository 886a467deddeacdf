use catalog::seasons as say;
use leptos::prelude::*;

use crate::{
    api::{AddSteward, RemoveSteward, action},
    components::{Banner, Icon, Page, Problems, Tone},
    server::{
        http::Visit,
        services::{
            Done,
            draft::forms,
            season::{self, Kept},
        },
    },
    words::{self, Apart},
};

/// The seasons that the viewer keeps: who keeps them, too.
pub async fn seasons(visit: Visit) -> Done<Page> {
    let seasons = season::list(&visit.site, visit.actor()?).await?;
    let draft = visit.draft(forms::SEASONS).await?;
    let problems = Problems::of(draft.as_ref().map(|draft| &draft.refusal));
    let refused = draft.as_ref().map(|draft| words::refusal(&draft.refusal));
    let typed = draft.map(|draft| draft.form).unwrap_or_default();
    let seasons = seasons.into_iter().map(|kept| {
        let typed_here = typed.season == kept.season.id.to_string();
        let (email, error) =
            if typed_here { (typed.email.clone(), problems.with("email")) } else { (String::new(), None) };
        one(kept, email, error)
    });
    let seasons = seasons.collect_view();
    let body = view! {
        <h1>{say::title()}</h1>
        {refused.map(|text| view! { <Banner tone=Tone::Bad text=text/> })}
        <p class="small muted">{say::what()}</p>
        {seasons}
    };
    Ok(Page::new(say::title(), body).narrow())
}

/// One season, with what was typed to add a steward and what is wrong with it.
fn one(kept: Kept, email: String, error: Option<String>) -> impl IntoView {
    let Kept { season, stewards } = kept;
    let id = season.id.get();
    let nobody = stewards.is_empty().then(|| view! { <p class="small muted">{say::no_stewards()}</p> });
    // Who keeps a season adds others to it by their addresses.
    let apart = Apart::among(stewards.iter().map(|steward| (steward.name.as_str(), steward.email.as_str())), true);
    let rows = stewards.iter().map(|steward| {
        let label = say::remove_whom(apart.named(&steward.name, &steward.email), season.name.as_str());
        let beside = apart.beside(&steward.name, &steward.email);
        let beside = beside.map(|email| view! { " "<small class="muted user-text">{email}</small> });
        view! {
            <li>
                <form class="actions" method="post" action={action::<RemoveSteward>()}>
                    <b class="user-text">{steward.name.clone()}</b>{beside}
                    <input type="hidden" name="season" value=id/>
                    <input type="hidden" name="person" value=steward.person.get()/>
                    <button class="button quiet small" aria-label=label>{say::remove()}</button>
                </form>
            </li>
        }
    });
    let rows = rows.collect_view();
    let (field, said) = (format!("email-{id}"), format!("email-{id}-error"));
    let wrong = error.is_some();
    view! {
        <section class="panel" aria-labelledby=format!("season-{id}")>
            <h2 id=format!("season-{id}")><a class="user-text" href=crate::paths::season(season.id)>{words::season_name(season.name.clone())}</a></h2>
            {nobody}
            <ul class="stack">{rows}</ul>
            <form class="form" method="post" action={action::<AddSteward>()}>
                <input type="hidden" name="season" value=id/>
                <div class="field" class:wrong=wrong>
                    <label for=field.clone()>{say::email()}</label>
                    <input
                        id=field
                        name="email"
                        type="email"
                        required=true
                        value=email
                        aria-invalid=wrong.then_some("true")
                        aria-describedby=said.clone()
                    />
                    {error.map(|error| view! { <p class="error" id=said><Icon name="alert-triangle"/>{error}</p> })}
                </div>
                <div class="actions"><button class="button">{say::add()}</button></div>
            </form>
        </section>
    }
}
