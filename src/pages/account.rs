mod address;
mod devices;

use catalog::{Language, account as say};
use leptos::prelude::*;

use self::{address::address, devices::devices};
use super::{emails::switches, event::COMMON_ZONES};
use crate::{
    api::{ChooseEmails, Rename, SetLanguage, SetZone, SignOut, action},
    components::{Field, Page, Problems, TextField, refused},
    error::{Obstacle, Refusal},
    paths,
    server::{
        http::Visit,
        services::{Done, choices, draft::forms, person},
    },
    words,
};

/// One's own name, email address, zone, language and devices, what is stored about one, and the way out.
pub async fn account(visit: Visit) -> Done<Page> {
    let actor = visit.actor()?;
    let draft = visit.draft(forms::ACCOUNT).await?;
    let all = person::devices(&visit.site, actor).await?;
    let change = person::address_change(&visit.site, actor).await?;
    let emails = choices::choices(&visit.site, actor).await?;
    let problems = Problems::of(draft.as_ref().map(|draft| &draft.refusal));
    let typed = draft.as_ref().map(|draft| draft.form.clone()).unwrap_or_default();
    let name = typed.name.unwrap_or_else(|| actor.name.clone());
    let zone = typed.zone.unwrap_or_else(|| actor.zone.map_or("", |zone| zone.name()).to_owned());
    let language = typed.language.unwrap_or_else(|| actor.language.map_or("", Language::tag).to_owned());
    let new = typed.email.unwrap_or_default();
    // Once signed in again, what was typed is there and can be sent.
    let recent = person::signed_in_recently(actor, visit.now);
    let again = Refusal::NotNow { why: Obstacle::SignInAgain };
    let draft = draft.filter(|draft| !(recent && draft.refusal == again));
    let sign_in = (!recent).then(|| paths::sign_in_for(&visit.path));
    let body = view! {
        <h1>{say::title()}</h1>
        {refused(draft.as_ref())}
        <form class="form panel" method="post" action={action::<Rename>()}>
            <TextField id="name" label=say::name() hint=say::name_hint() autocomplete="name" value=name problems=problems.clone() required=true/>
            <div class="actions"><button class="button">{say::save_name()}</button></div>
        </form>
        {address(words::address(&actor.email), change.map(|change| words::address(&change.email)), new, sign_in, problems.clone())}
        {zone_form(zone, problems.clone())}
        {language_form(&language, &problems)}
        <section aria-labelledby="emails">
            <h2 id="emails">{catalog::emails_choice::title()}</h2>
            <p class="muted small">{catalog::emails_choice::hint()}</p>
            {switches(&emails, action::<ChooseEmails>(), None)}
        </section>
        {devices(all, &visit)}
        <section aria-labelledby="data">
            <h2 id="data">{say::data()}</h2>
            <p class="muted small">{say::data_hint()}</p>
            <p><a class="button quiet" href=paths::OWN_DATA download="my-data.json">{say::download()}</a></p>
        </section>
        <form method="post" action={action::<SignOut>()}>
            <button class="button quiet">{say::sign_out()}</button>
        </form>
    };
    Ok(Page::new(say::title(), body).narrow())
}

/// Where someone is, if they like to say so.
fn zone_form(zone: String, problems: Problems) -> impl IntoView {
    let zones = COMMON_ZONES.map(|zone| view! { <option value=zone></option> }).into_iter().collect_view();
    view! {
        <form class="form panel" method="post" action={action::<SetZone>()}>
            <TextField
                id="zone"
                label=say::zone()
                hint=say::zone_hint()
                list="zones"
                value=zone
                problems=problems
            />
            <datalist id="zones">{zones}</datalist>
            <div class="actions"><button class="button">{say::save_zone()}</button></div>
        </form>
    }
}

/// In which language someone reads, by what each language is called by those who speak it.
fn language_form(chosen: &str, problems: &Problems) -> impl IntoView + use<> {
    let error = problems.with("language");
    let wrong = error.is_some();
    let options = Language::spoken().map(|language| {
        let (tag, name) = (language.tag(), language.name());
        view! { <option value=tag lang=tag selected={tag == chosen}>{name}</option> }
    });
    let options = options.collect_view();
    view! {
        <form class="form panel" method="post" action={action::<SetLanguage>()}>
            <Field id="language" label=say::language() hint=say::language_hint() error=error>
                <select
                    id="language"
                    name="language"
                    autocomplete="off"
                    aria-invalid=wrong.then_some("true")
                    aria-describedby="language-hint language-error"
                >
                    <option value="">{say::language_automatic()}</option>
                    {options}
                </select>
            </Field>
            <div class="actions"><button class="button">{say::save_language()}</button></div>
        </form>
    }
}
