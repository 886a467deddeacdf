mod import;
mod outlook;
mod person;

use std::collections::HashSet;

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
    let alike = persons::like_admins(&visit.site, visit.actor()?, &people).await?;
    let nobody = people.is_empty().then(|| {
        let says = match (search.is_empty(), among) {
            (true, _) => "Nobody is on this list.".to_owned(),
            (false, Among::Everybody) => format!("Nobody's name or address contains “{search}”."),
            (false, _) => format!("Nobody's name or address on this list contains “{search}”."),
        };
        view! {
            <div class="empty"><Icon name="users"/><p class="user-text">{says}</p>
            <a class="button quiet" href=paths::PEOPLE>"Show all"</a></div>
        }
    });
    let rows = (count > 0).then(
        || view! { <ul class="people">{people.into_iter().map(|person| row(person, &alike)).collect_view()}</ul> },
    );
    let body = view! {
        <h1>"People"</h1>
        <div class="actions">
            <a class="button gold" href=paths::NEW_PERSON><Icon name="plus"/>" Add a person"</a>
            <a class="button quiet" href=paths::IMPORT_PEOPLE>"Add from a spreadsheet"</a>
        </div>
        <p class="badges">
            <a href=paths::AUDIT>"Audit log"</a>
        </p>
        {lists(&search, among)}
        <form class="search" role="search" method="get" action=paths::PEOPLE>
            <label class="visually-hidden" for="q">"Search by name or address"</label>
            <input id="q" name="q" type="search" value=search.clone() placeholder="Name or address"/>
            {(among != Among::Everybody).then(|| view! { <input type="hidden" name="show" value=among.as_str()/> })}
            <button class="button quiet">"Search"</button>
        </form>
        <p class="muted small">{words::people(count)}</p>
        {nobody}
        {rows}
        {downloads("Download this list", &narrowed(paths::PEOPLE_CSV, &search, among), visit.table)}
        {pager(BY_NAME, page, pages, |page| narrowed_to(paths::PEOPLE, &search, among, page))}
    };
    Ok(Page::new("People", body))
}

/// The lists, each with the same search.
fn lists(search: &str, shown: Among) -> impl IntoView + use<> {
    let links = Among::ALL.map(|among| {
        let label = match among {
            Among::Everybody => "All",
            Among::With(Role::Admin) => "Admins",
            Among::With(Role::Organizer) => "Organizers",
            Among::With(Role::Member) => "Members",
            Among::Deactivated => "Inactive",
        };
        let here = (among == shown).then_some("page");
        view! { <a href=narrowed(paths::PEOPLE, search, among) aria-current=here>{label}</a> }
    });
    view! { <nav class="tabs" aria-label="Lists">{links.into_iter().collect_view()}</nav> }
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
    let alike = alike.then(|| view! { <span class="badge bad">"Name looks like an admin’s"</span> });
    let inactive = (!person.active).then(|| view! { <span class="badge bad">"Inactive"</span> });
    view! {
        <li>
            <a href=paths::person(person.id)>
                <b class="user-text">{person.name}</b>
                <small class="user-text">{words::address(&person.email)}</small>
                {role}
                {alike}
                {inactive}
            </a>
        </li>
    }
}

const fn role_word(role: Role) -> &'static str {
    match role {
        Role::Member => "Member",
        Role::Organizer => "Organizer",
        Role::Admin => "Admin",
    }
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
        <p class="crumbs"><a href=paths::PEOPLE>"People"</a></p>
        <h1>"Add a person"</h1>
        {person_form(draft, start, None)}
    };
    Ok(Page::new("Add a person", body).narrow())
}

/// The fields of a person, new or there.
pub fn person_form(
    draft: Option<Draft<PersonForm>>,
    start: PersonForm,
    person: Option<(Person, bool)>,
) -> impl IntoView {
    let problems = Problems::of(draft.as_ref().map(|draft| &draft.refusal));
    let refused = draft.as_ref().map(|draft| words::refusal(&draft.refusal));
    let version = start.version.clone();
    let form = draft.map_or(start, |draft| draft.form);
    let own = person.as_ref().is_some_and(|(_, own)| *own);
    let chosen = form.role.clone();
    let roles = Role::ALL.map(|role| {
        let hint = match role {
            Role::Member => "asks for tickets",
            Role::Organizer => "also creates events and runs their own",
            Role::Admin => "runs everything, people and mail too",
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
                <legend>"Access"</legend>
                <label class="choice">
                    <input type="checkbox" name="active" value="on" checked=active.is_some() disabled=own/>
                    <b>"Active"</b>
                    <span class="hint">"Without it: signed out at once everywhere, no mail, no way in. Past requests stay."</span>
                </label>
                {locked}
            </fieldset>
        }
    });
    let (to, label) = if is_new {
        (action::<AddPerson>(), "Add and send the welcome mail")
    } else {
        (action::<EditPerson>(), "Save")
    };
    let number = person.map(|(person, _)| view! { <input type="hidden" name="person" value=person.id.get()/> });
    view! {
        {refused.map(|text| view! { <Banner tone=Tone::Bad text=text/> })}
        <form class="form panel" method="post" action=to>
            {number}
            <input type="hidden" name="version" value=version/>
            <TextField id="name" label="Name" value=form.name problems=problems.clone() required=true autocomplete="off"/>
            <TextField id="email" label="Mail address" kind="email" value=form.email problems=problems required=true autocomplete="off"/>
            <fieldset class="field">
                <legend>"Role"</legend>
                {own.then(|| view! { <p class="hint">"Nobody changes their own role or access; another admin can."</p> })}
                <div class="choices">{roles.into_iter().collect_view()}</div>
                {role_error.map(|error| view! { <p class="error"><Icon name="alert-triangle"/>{error}</p> })}
            </fieldset>
            {status}
            <div class="actions"><button class="button">{label}</button><a class="button quiet" href=paths::PEOPLE>"Back"</a></div>
        </form>
    }
}
