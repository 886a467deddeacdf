use leptos::prelude::*;

use crate::{
    components::{Field, Icon, Page, Problems, TextField, downloads},
    domain::ids::EntryId,
    error::Refusal,
    paths,
    server::{
        http::Visit,
        services::{
            Done, Refused,
            audit::{self, Line, Log, SearchForm},
        },
    },
    words,
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
        view! { <p><a class="button quiet" href=to>"Older"</a></p> }
    });
    // Nothing was looked for where the search was refused.
    let refused = !problems.is_empty();
    let nothing = (log.lines.is_empty() && !refused).then(|| {
            view! { <div class="empty"><Icon name="search"/><p>"Nothing was noted that fits. Fewer fields find more."</p></div> }
        });
    let some = !log.lines.is_empty();
    let rows = log.lines.into_iter().map(|line| row(line, &visit)).collect_view();
    let table = some.then(|| {
        view! {
            <div class="listing">
                <table class="list">
                    <thead><tr>
                        <th scope="col">"What"</th><th scope="col">"When"</th><th scope="col">"By"</th>
                        <th scope="col">"About"</th><th scope="col">"Details"</th>
                    </tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        }
    });
    let file = format!("{}?{query}", paths::AUDIT_CSV);
    let body = view! {
        <p class="crumbs"><a href=paths::PEOPLE>"People"</a></p>
        <h1>"Audit log"</h1>
        <p class="muted">"It can only grow: nobody can change or remove an entry, not even here."</p>
        {filters(form, problems)}
        {nothing}
        {table}
        {older}
        {(!refused).then(|| downloads("Download the latest 10,000", &file, visit.table))}
    };
    Ok(Page::new("Audit log", body))
}

fn filters(form: SearchForm, problems: Problems) -> impl IntoView {
    let chosen = form.kind.clone();
    let kinds = words::KINDS.map(|(kind, word)| view! { <option value=kind selected=kind == chosen>{word}</option> });
    let kind_error = problems.with("kind");
    view! {
        <form class="filters panel" method="get" action=paths::AUDIT>
            <Field id="kind" label="What" error=kind_error>
                <select id="kind" name="kind"><option value="">"Everything"</option>{kinds.into_iter().collect_view()}</select>
            </Field>
            <TextField id="person" label="Mail address" value=form.person problems=problems.clone()/>
            <TextField id="event" label="Event (number)" kind="number" value=form.event problems=problems.clone()/>
            <TextField id="from" label="From" kind="date" value=form.from problems=problems.clone()/>
            <TextField id="until" label="Until" kind="date" value=form.until problems=problems/>
            <div class="actions"><button class="button">"Search"</button><a class="button quiet" href=paths::AUDIT>"Clear"</a></div>
        </form>
    }
}

fn row(line: Line, visit: &Visit) -> impl IntoView + use<> {
    let zone = visit.zone();
    let entry = line.entry;
    let when = words::when_exact(entry.at, zone);
    let nobody_in_particular = if entry.client.is_empty() { "the program" } else { "somebody" };
    let by = line.actor.unwrap_or_else(|| nobody_in_particular.to_owned());
    let client = (!entry.client.is_empty()).then(|| view! { <br/><small class="muted">{entry.client}</small> });
    let to = entry.event.filter(|_| line.event_is_there).map(paths::event);
    let event = line.event.map(|name| match to {
        Some(to) => view! { <a href=to class="user-text">{name}</a><br/> }.into_any(),
        None => view! { <span class="user-text">{name}</span><br/> }.into_any(),
    });
    let about = (event.is_some() || line.person.is_some())
        .then(|| view! { <td data-label="About">{event}<span class="user-text">{line.person}</span></td> }.into_any());
    let details = words::details(&entry.details);
    let details = (!details.is_empty())
        .then(|| view! { <td data-label="Details"><small class="muted user-text">{details}</small></td> }.into_any());
    let nothing = || view! { <td></td> }.into_any();
    view! {
        <tr>
            <th scope="row">{words::deed(&entry.action).to_owned()}</th>
            <td data-label="When"><time>{when}</time></td>
            <td data-label="By" class="user-text">{by}{client}</td>
            {about.unwrap_or_else(nothing)}
            {details.unwrap_or_else(nothing)}
        </tr>
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
