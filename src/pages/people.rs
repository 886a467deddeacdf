mod import;
mod outlook;
mod ownerless;
mod person;

use std::collections::HashSet;

use catalog::people as say;
use leptos::prelude::*;

use super::page_number;
use crate::{
    api::{AddPerson, EditPerson, action},
    components::{BY_NAME, Banner, Icon, Page, Problems, TextField, Tone, downloads, pager},
    domain::{
        ids::PersonId,
        person::{PersonForm, Role},
    },
    paths,
    server::{
        db::people::{Among, Person},
        http::Visit,
        services::{
            Done,
            draft::{Draft, forms},
            person as persons,
        },
    },
    words,
};

pub use import::import_people;
pub use person::person;

/// Everyone, with search, and lists of a part of them.
pub async fn people(visit: Visit) -> Done<Page> {
    let search = visit.query("q").unwrap_or_default();
    let among = Among::read(&visit.query("show").unwrap_or_default());
    let found = persons::list(&visit.site, visit.actor()?, (&search, among), page_number(&visit)).await?;
    let persons::Found { people, count, page, pages } = found;
    let ownerless = persons::ownerless(&visit.site, visit.actor()?).await?;
    let alike = persons::like_admins(&visit.site, visit.actor()?, &people).await?;
    let nobody = people.is_empty().then(|| {
        let says = match (search.is_empty(), among) {
            (true, _) => say::nobody().to_owned(),
            (false, Among::Everybody) => say::nobody_found(search.as_str()),
            (false, _) => say::nobody_found_here(search.as_str()),
        };
        view! {
            <div class="empty"><Icon name="users"/><p class="user-text">{says}</p>
            <a class="button quiet" href=paths::PEOPLE>{say::clear()}</a></div>
        }
    });
    let rows = (count > 0).then(
        || view! { <ul class="people">{people.into_iter().map(|person| row(person, &alike)).collect_view()}</ul> },
    );
    let body = view! {
        <h1>{say::title()}</h1>
        <div class="actions">
            <a class="button gold" href=paths::NEW_PERSON><Icon name="plus"/>" "{say::add()}</a>
            <a class="button quiet" href=paths::IMPORT_PEOPLE>{say::import()}</a>
        </div>
        {ownerless::all(ownerless)}
        {lists(&search, among)}
        <form class="search" role="search" method="get" action=paths::PEOPLE>
            <label class="visually-hidden" for="q">{say::search_by()}</label>
            <input id="q" name="q" type="search" value=search.clone() placeholder=say::search_placeholder()/>
            {(among != Among::Everybody).then(|| view! { <input type="hidden" name="show" value=among.as_str()/> })}
            <button class="button quiet">{say::search()}</button>
        </form>
        <p class="muted small">{words::people(count)}</p>
        {nobody}
        {rows}
        {downloads(say::download(), &narrowed(paths::PEOPLE_CSV, &search, among), visit.table)}
        {pager(BY_NAME, page, pages, |page| narrowed_to(paths::PEOPLE, &search, among, page))}
    };
    Ok(Page::new(say::title(), body))
}

/// The lists, each with the same search.
fn lists(search: &str, shown: Among) -> impl IntoView + use<> {
    let links = Among::ALL.map(|among| {
        let label = match among {
            Among::Everybody => say::all(),
            Among::With(Role::Admin) => say::admins(),
            Among::With(Role::Organizer) => say::organizers(),
            Among::With(Role::Member) => say::members(),
            Among::Deactivated => say::deactivated(),
        };
        let here = (among == shown).then_some("page");
        view! { <a href=narrowed(paths::PEOPLE, search, among) aria-current=here>{label}</a> }
    });
    view! { <nav class="tabs" aria-label=say::lists()>{links.into_iter().collect_view()}</nav> }
}

/// A page or file of people, narrowed down.
fn narrowed(to: &str, search: &str, among: Among) -> String {
    narrowed_to(to, search, among, 1)
}

fn narrowed_to(to: &str, search: &str, among: Among, page: u64) -> String {
    let page = if page > 1 { page.to_string() } else { String::new() };
    let fields = [("q", search), ("show", among.as_str()), ("page", &page)];
    let given: Vec<_> = fields.into_iter().filter(|(_, value)| !value.is_empty()).collect();
    if given.is_empty() {
        return to.to_owned();
    }
    format!("{to}?{}", serde_urlencoded::to_string(given).unwrap_or_default())
}

fn row(person: Person, like_admins: &HashSet<PersonId>) -> impl IntoView + use<> {
    let role =
        (person.role != Role::Member).then(|| view! { <span class="badge info">{role_word(person.role)}</span> });
    let alike = like_admins.contains(&person.id);
    let alike = alike.then(|| view! { <span class="badge bad">{say::looks_like_admin()}</span> });
    let inactive = (!person.active).then(|| view! { <span class="badge bad">{say::is_deactivated()}</span> });
    let unreachable = (person.active && person.failing.is_some())
        .then(|| view! { <span class="badge bad">{say::unreachable()}</span> });
    view! {
        <li>
            <a href=paths::person(person.id)>
                <b class="user-text">{person.name}</b>
                <small class="user-text">{words::address(&person.email)}</small>
                {role}
                {alike}
                {inactive}
                {unreachable}
            </a>
        </li>
    }
}

fn role_word(role: Role) -> &'static str {
    words::role(role.as_str())
}

/// Someone new.
pub async fn new_person(visit: Visit) -> Done<Page> {
    visit.actor().and_then(
        |actor| {
            if actor.is_admin() { Ok(()) } else { Err(crate::error::Refusal::Forbidden.into()) }
        },
    )?;
    let draft = visit.draft(forms::PERSON).await?;
    let start = PersonForm { role: "member".into(), ..PersonForm::default() };
    let body = view! {
        <p class="crumbs"><a href=paths::PEOPLE>{say::title()}</a></p>
        <h1>{say::add()}</h1>
        {person_form(draft, start, None, visit.site.settings.mail.transport.sends())}
    };
    Ok(Page::new(say::add(), body).narrow())
}

/// The fields of a person, new or there. `sends`: whether emails are sent here at all; that someone new is welcomed is said only
/// then.
pub fn person_form(
    draft: Option<Draft<PersonForm>>,
    start: PersonForm,
    person: Option<(Person, bool)>,
    sends: bool,
) -> impl IntoView {
    let problems = Problems::of(draft.as_ref().map(|draft| &draft.refusal));
    let refused = draft.as_ref().map(|draft| words::refusal(&draft.refusal));
    let version = start.version.clone();
    let form = draft.map_or(start, |draft| draft.form);
    let own = person.as_ref().is_some_and(|(_, own)| *own);
    let chosen = form.role.clone();
    let roles = Role::ALL.map(|role| {
        let hint = match role {
            Role::Member => say::member_hint(),
            Role::Organizer => say::organizer_hint(),
            Role::Admin => say::admin_hint(),
        };
        let checked = chosen == role.as_str();
        view! {
            <label class="choice">
                <input type="radio" name="role" value=role.as_str() checked=checked disabled=own && !checked/>
                <b>{role_word(role)}</b><span class="hint">{hint}</span>
            </label>
        }
    });
    let role_error = problems.with("role");
    let active = (form.active == "on").then_some(());
    let is_new = person.is_none();
    let status = person.as_ref().map(|_| {
        let locked = own.then(|| view! { <input type="hidden" name="active" value="on"/> });
        view! {
            <fieldset class="field">
                <legend>{say::access()}</legend>
                <label class="choice">
                    <input type="checkbox" name="active" value="on" checked=active.is_some() disabled=own/>
                    <b>{say::can_sign_in()}</b>
                    <span class="hint">{say::can_sign_in_hint()}</span>
                </label>
                {locked}
            </fieldset>
        }
    });
    let (to, label) = match (is_new, sends) {
        (true, true) => (action::<AddPerson>(), say::add_and_welcome()),
        (true, false) => (action::<AddPerson>(), say::add()),
        (false, _) => (action::<EditPerson>(), say::save()),
    };
    let number = person.map(|(person, _)| view! { <input type="hidden" name="person" value=person.id.get()/> });
    view! {
        {refused.map(|text| view! { <Banner tone=Tone::Bad text=text/> })}
        <form class="form panel" method="post" action=to>
            {number}
            <input type="hidden" name="version" value=version/>
            <TextField id="name" label=say::name() value=form.name problems=problems.clone() required=true autocomplete="off"/>
            <TextField id="email" label=say::email() kind="email" value=form.email problems=problems required=true autocomplete="off"/>
            <fieldset class="field">
                <legend>{say::role()}</legend>
                {own.then(|| view! { <p class="hint">{say::own_role()}</p> })}
                <div class="choices">{roles.into_iter().collect_view()}</div>
                {role_error.map(|error| view! { <p class="error"><Icon name="alert-triangle"/>{error}</p> })}
            </fieldset>
            {status}
            <div class="actions"><button class="button">{label}</button><a class="button quiet" href=paths::PEOPLE>{say::cancel()}</a></div>
        </form>
    }
}
