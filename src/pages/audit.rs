use std::collections::HashMap;

use catalog::audit as say;
use leptos::prelude::*;

use crate::{
    components::{Field, Icon, Page, Problems, TextField, downloads, rich},
    domain::ids::{EntryId, EventId, PersonId},
    error::Refusal,
    paths,
    server::{
        db::audit::Reasons,
        http::Visit,
        services::{
            Done, Refused,
            audit::{self, Line, Log, SearchForm},
        },
    },
    words::{self, Came},
};

/// Who did what, when, from where: the latest first, narrowed down, and as a file.
pub async fn audit(visit: Visit) -> Done<Page> {
    let actor = visit.actor()?;
    let form = visit.audit_search();
    let (log, problems) = match audit::read(&visit.site, actor, &form).await {
        Ok(log) => (log, Problems::default()),
        Err(Refused::Refusal(refusal @ Refusal::Invalid { .. })) => (Log::default(), Problems::of(Some(&refusal))),
        Err(refused) => return Err(refused),
    };
    let query = query(&form, None);
    let older = log.before.map(|before| {
        let to = format!("{}?{}", paths::AUDIT, self::query(&form, Some(before)));
        view! { <p><a class="button quiet" href=to>{say::older()}</a></p> }
    });
    // Nothing was looked for where the search was refused.
    let refused = !problems.is_empty();
    let nothing = (log.lines.is_empty() && !refused).then(|| {
        view! { <div class="empty"><Icon name="search"/><p>{say::nothing()}</p></div> }
    });
    let some = !log.lines.is_empty();
    let rows = log.lines.into_iter().map(|line| row(line, (&log.names, &log.reasons), &visit)).collect_view();
    let about = log.event.map(|event| {
        let event = view! { <bdi class="user-text">{event}</bdi> }.into_any();
        view! { <p><b>{rich([event], |[event]| say::about_event(event))}</b></p> }
    });
    let table = some.then(|| {
        view! {
            <div class="listing">
                <table class="list">
                    <thead><tr>
                        <th scope="col">{say::action()}</th><th scope="col">{say::time()}</th><th scope="col">{say::by()}</th>
                        <th scope="col">{say::subject()}</th><th scope="col">{say::details()}</th>
                    </tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        }
    });
    let file = format!("{}?{query}", paths::AUDIT_CSV);
    let body = view! {
        <p class="crumbs"><a href=paths::PEOPLE>{catalog::people::title()}</a></p>
        <h1>{say::title()}</h1>
        <p class="muted">{say::what()}</p>
        {about}
        {filters(form, problems)}
        {nothing}
        {table}
        {older}
        {(!refused).then(|| downloads(say::download(), &file, visit.table))}
    };
    Ok(Page::new(say::title(), body))
}

fn filters(form: SearchForm, problems: Problems) -> impl IntoView {
    let chosen = form.kind.clone();
    let kinds =
        words::KINDS.map(|kind| view! { <option value=kind selected=kind == chosen>{words::kind(kind)}</option> });
    let kind_error = problems.with("kind");
    view! {
        <form class="filters panel" method="get" action=paths::AUDIT>
            <Field id="kind" label=say::action() error=kind_error>
                <select id="kind" name="kind"><option value="">{say::all_actions()}</option>{kinds.into_iter().collect_view()}</select>
            </Field>
            <TextField id="person" label=say::email() value=form.person problems=problems.clone()/>
            <TextField id="event" label=say::event_number() kind="number" value=form.event problems=problems.clone()/>
            <TextField id="from" label=say::from() kind="date" value=form.from problems=problems.clone()/>
            <TextField id="until" label=say::until() kind="date" value=form.until problems=problems/>
            <div class="actions"><button class="button">{say::filter()}</button><a class="button quiet" href=paths::AUDIT>{say::clear()}</a></div>
        </form>
    }
}

fn row(line: Line, told: (&HashMap<PersonId, String>, &Reasons), visit: &Visit) -> impl IntoView + use<> {
    let zone = visit.zone();
    let entry = line.entry;
    let when = words::when_exact(entry.at, zone);
    let nobody_in_particular = if entry.client.is_empty() { say::site() } else { say::someone() };
    let by = line.actor.unwrap_or_else(|| nobody_in_particular.to_owned());
    let client = (!entry.client.is_empty()).then(|| view! { <br/><small class="muted">{entry.client}</small> });
    let to = entry.event.filter(|_| line.event_is_there).map(paths::event);
    let event = line.event.map(|name| match to {
        Some(to) => view! { <a href=to class="user-text">{name}</a><br/> }.into_any(),
        None => view! { <span class="user-text">{name}</span><br/> }.into_any(),
    });
    let about = (event.is_some() || line.person.is_some()).then(|| {
        view! { <td data-label=say::subject()>{event}<span class="user-text">{line.person}</span></td> }.into_any()
    });
    let came = words::came_of(&entry.action, &entry.details);
    let details = (!came.is_empty()).then(|| {
        let sentences = came.into_iter().map(|came| view! { {sentence(came, entry.event, told)}" " }).collect_view();
        view! { <td data-label=say::details() class="said"><small class="muted user-text">{sentences}</small></td> }
            .into_any()
    });
    let nothing = || view! { <td></td> }.into_any();
    view! {
        <tr>
            <th scope="row">{words::deed(&entry.action).to_owned()}</th>
            <td data-label=say::time()><time>{when}</time></td>
            <td data-label=say::by() class="user-text whole">{by}{client}</td>
            {about.unwrap_or_else(nothing)}
            {details.unwrap_or_else(nothing)}
        </tr>
    }
}

/// What came of it. A name stands in an element of its own, since it may be written from right to left.
fn sentence(came: Came, event: Option<EventId>, (names, reasons): (&HashMap<PersonId, String>, &Reasons)) -> AnyView {
    match came {
        Came::Said(said) => said.into_any(),
        Came::Of(person, said, version) => {
            let name = names.get(&person).cloned().unwrap_or_else(|| say::gone(person.to_string()));
            let why = event.zip(version).and_then(|(event, version)| reasons.get(&(event, person, version)));
            let why = why.map(|why| format!(" {}", catalog::deeds::reason(why.as_str())));
            let done = rich([view! { <bdi class="user-text">{name}</bdi> }.into_any()], |[name]| said(name));
            view! { {done}{why} }.into_any()
        }
    }
}

/// The search as a query, without what is empty.
fn query(form: &SearchForm, before: Option<EntryId>) -> String {
    let before = before.map(|before| before.to_string()).unwrap_or_default();
    let fields = [
        ("kind", &form.kind),
        ("person", &form.person),
        ("event", &form.event),
        ("from", &form.from),
        ("until", &form.until),
        ("before", &before),
    ];
    let given: Vec<_> = fields.into_iter().filter(|(_, value)| !value.is_empty()).collect();
    serde_urlencoded::to_string(given).unwrap_or_default()
}
