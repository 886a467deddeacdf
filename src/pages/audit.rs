use leptos::prelude::*;

use crate::{
    components::{Field, Icon, Page, Problems, TextField, page},
    error::Refusal,
    paths,
    server::{
        http::Visit,
        services::{
            Refused,
            audit::{self, Line, Log, SearchForm},
        },
    },
    words,
};

/// Who did what, when, from where: the latest first, narrowed down, and as a file.
pub fn audit() -> impl IntoView {
    page(|visit| async move {
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
        let nothing = log.lines.is_empty().then(|| {
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
            <h1>"Audit log"</h1>
            <p class="muted">"It can only grow: nobody can change or remove an entry, not even here."</p>
            {filters(form, problems)}
            {nothing}
            {table}
            {older}
            <p><a class="button quiet" href=file download="audit.csv">"As CSV (10,000 entries at most)"</a></p>
        };
        Ok(Page::new("Audit log", body))
    })
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
            <TextField id="person" label="Mail address of who or whom" value=form.person problems=problems.clone()/>
            <TextField id="event" label="Number of the event" kind="number" value=form.event problems=problems.clone()/>
            <TextField id="from" label="From" kind="date" value=form.from problems=problems.clone()/>
            <TextField id="until" label="Until" kind="date" value=form.until problems=problems/>
            <div class="actions"><button class="button">"Search"</button><a class="button quiet" href=paths::AUDIT>"Everything"</a></div>
        </form>
    }
}

fn row(line: Line, visit: &Visit) -> impl IntoView + use<> {
    let zone = visit.site.settings.time_zone;
    let when = words::when_exact(line.entry.at, zone);
    let by = line.actor.unwrap_or_else(|| "the program".to_owned());
    let event = line.event.zip(line.entry.event).map(|(name, number)| {
        view! { <a href=paths::event(number) class="user-text">{name}</a><br/> }
    });
    let details = Some(line.entry.details).filter(|details| details != "{}");
    view! {
        <tr>
            <th scope="row">{words::deed(&line.entry.action).to_owned()}</th>
            <td data-label="When"><time>{when}</time></td>
            <td data-label="By" class="user-text">{by}<br/><small class="muted">{line.entry.client}</small></td>
            <td data-label="About">{event}<span class="user-text">{line.person}</span></td>
            <td data-label="Details"><small class="muted user-text">{details}</small></td>
        </tr>
    }
}

/// The search as a query, without what is empty.
fn query(form: &SearchForm, before: Option<i32>) -> String {
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
