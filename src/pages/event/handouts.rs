//! Seats and files for those who have tickets, for those who run the event.

use catalog::handouts as say;
use leptos::prelude::*;

use crate::{
    api::{HandOut, action},
    components::{Banner, Field, Icon, Page, Problems, SafeTextarea, Tone},
    domain::{handout::MAX_FILE, ids::EventId},
    paths,
    server::{
        db::{handouts::Handout, requests::Request},
        http::Visit,
        services::{
            Done, after,
            draft::forms::{self, HandoutsForm},
        },
    },
    words::{self, Apart},
};

/// Everyone who has tickets, each with a line and a file.
pub async fn handouts(visit: Visit) -> Done<Page> {
    let id = visit.id("number", EventId::parse)?;
    let handed_out = after::handed_out(&visit.site, visit.actor()?, id).await?;
    let draft = visit.looked_at(forms::HANDOUTS).await?;
    let refusal = draft.as_ref().and_then(|draft| draft.refusal.as_ref());
    let problems = Problems::of(refusal);
    let refused = refusal.map(words::refusal);
    let typed = draft.map(|draft| draft.form).unwrap_or_default();
    let event = handed_out.event;
    let apart =
        Apart::among(handed_out.rows.iter().map(|(one, _)| (one.name.as_str(), one.email.as_str())), handed_out.lists);
    let nobody = handed_out.rows.is_empty();
    let rows = handed_out.rows.iter().map(|(one, handout)| row(id, (one, handout.as_ref()), &apart, &typed, &problems));
    let rows = rows.collect_view();
    let nobodys = typed.nobodys.iter().map(|name| view! { <li class="user-text">{name.clone()}</li> }).collect_view();
    let nobodys = (!typed.nobodys.is_empty()).then(|| view! { <ul class="note small">{nobodys}</ul> });
    let form = if nobody {
        view! { <p class="note">{say::nobody()}</p> }.into_any()
    } else {
        let wrong = problems.with("files");
        let is_wrong = wrong.is_some();
        let pasted_error = problems.with("pasted");
        let pasted_wrong = pasted_error.is_some();
        let pasted_open = pasted_wrong || !typed.pasted.is_empty();
        view! {
            <form class="form" method="post" enctype="multipart/form-data" action={action::<HandOut>()}>
                <input type="hidden" name="event" value=id.get()/>
                <div class="panel">
                    <div class="field" class:wrong=is_wrong>
                        <label for="files">{say::files()}</label>
                        <p class="hint" id="files-hint">{say::files_hint(megabytes())}</p>
                        <input
                            id="files"
                            name="files"
                            type="file"
                            multiple=true
                            accept="application/pdf,.pdf"
                            aria-describedby="files-hint files-error"
                            aria-invalid=is_wrong.then_some("true")
                        />
                        {wrong.map(|error| said("files-error", error))}
                    </div>
                    <details class="more" open=pasted_open>
                        <summary>{say::paste()}</summary>
                        <Field id="pasted" label=say::pasted() hint=say::pasted_hint() error=pasted_error>
                            <SafeTextarea id="pasted" name="pasted" rows=4 value=typed.pasted.clone() wrong=pasted_wrong described_by="pasted-hint pasted-error"/>
                        </Field>
                    </details>
                </div>
                <ul class="stack">{rows}</ul>
                <div class="actions">
                    <button class="button">{say::save()}</button>
                    <a class="button quiet" href=paths::event(id)>{say::cancel()}</a>
                </div>
            </form>
        }
        .into_any()
    };
    let body = view! {
        <p class="crumbs"><a class="user-text" href=paths::event(id)>{event.name.clone()}</a></p>
        <h1>{say::title()}</h1>
        {refused.map(|text| view! { <Banner tone=Tone::Bad text=text/> })}
        {nobodys}
        <p class="small muted">{say::what()}</p>
        {form}
    };
    Ok(Page::new(say::title(), body).narrow())
}

fn megabytes() -> usize {
    MAX_FILE / 1024 / 1024
}

fn said(id: impl Into<String>, error: String) -> impl IntoView {
    view! { <p class="error" id=id.into()><Icon name="alert-triangle"/>{error}</p> }
}

/// Someone, their line and their file.
fn row(
    event: EventId,
    (one, handout): (&Request, Option<&Handout>),
    apart: &Apart,
    typed: &HandoutsForm,
    problems: &Problems,
) -> impl IntoView + use<> {
    let person = one.person;
    let held = one.allocated.unwrap_or(0);
    let shown = handout.map(|one| one.line.clone()).unwrap_or_default();
    let line = typed.lines.get(&person.to_string()).cloned().unwrap_or_else(|| shown.clone());
    let named = apart.named(&one.name, &one.email);
    let beside = apart.beside(&one.name, &one.email);
    let beside = beside.map(|email| view! { " "<small class="muted user-text">{email}</small> });
    // What was handed out for another number may be too much or too little.
    let stale = handout.filter(|handout| handout.number != held);
    let stale =
        stale.map(|handout| view! { <p class="note small">{say::for_another_number(handout.number, held)}</p> });
    let file = handout.and_then(|one| one.file.clone()).map(|file| {
        view! {
            <p class="small">
                <a class="user-text" href=paths::handout_file(event, person) download="">{file.name}</a>
                " "<span class="muted">{say::size(file.size.div_ceil(1024))}</span>
            </p>
            <label class="choice"><input type="checkbox" name=format!("remove-{person}")/><b>{say::remove()}</b></label>
        }
    });
    let (line_id, file_id) = (format!("line-{person}"), format!("file-{person}"));
    let (line_said, file_said) = (format!("{line_id}-error"), format!("{file_id}-error"));
    let (line_error, file_error) = (problems.with(&line_id), problems.with(&file_id));
    let (line_wrong, file_wrong) = (line_error.is_some(), file_error.is_some());
    view! {
        <li class="panel">
            <p><b class="user-text">{one.name.clone()}</b>{beside}" "<span class="badge">{say::tickets(held)}</span></p>
            {stale}
            <input type="hidden" name=format!("shown-{person}") value=shown/>
            <div class="fields">
            <div class="field" class:wrong=line_wrong>
                <label for=line_id.clone()>{say::line()}</label>
                <input
                    id=line_id.clone()
                    name=line_id
                    type="text"
                    dir="auto"
                    value=line
                    aria-label=say::line_of(named.as_str())
                    aria-describedby=line_said.clone()
                    aria-invalid=line_wrong.then_some("true")
                />
                {line_error.map(|error| said(line_said, error))}
            </div>
            <div class="field" class:wrong=file_wrong>
                <label for=file_id.clone()>{say::file()}</label>
                <input
                    id=file_id.clone()
                    name=file_id
                    type="file"
                    accept="application/pdf,.pdf"
                    aria-label=say::file_of(named.as_str())
                    aria-describedby=file_said.clone()
                    aria-invalid=file_wrong.then_some("true")
                />
                {file_error.map(|error| said(file_said, error))}
            </div>
            </div>
            {file}
        </li>
    }
}
