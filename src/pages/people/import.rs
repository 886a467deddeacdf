use catalog::people_import as say;
use leptos::prelude::*;

use super::outlook::outlook;
use crate::{
    api::{ImportPeople, LookAtImport, action},
    components::{Banner, Field, Page, SafeTextarea, Tone},
    domain::typed::{Problem, ticked},
    paths,
    server::{
        http::Visit,
        services::{
            Done,
            draft::forms,
            person::{self as persons, Column, ImportForm, MOST_IMPORTED, Plan, SheetColumn, Unreadable},
        },
    },
    words,
};

/// Bringing people in from a spreadsheet: first it is shown what would come of it.
pub async fn import_people(visit: Visit) -> Done<Page> {
    show(&visit).await
}

async fn show(visit: &Visit) -> Done<Page> {
    persons::permit_managing(&visit.site, visit.actor()?)?;
    let draft = visit.looked_at(forms::PEOPLE_IMPORT).await?;
    let refused = draft.as_ref().and_then(|draft| draft.refusal.as_ref()).map(words::refusal);
    let looked = match &draft {
        Some(draft) => Some(persons::look_at_import(&visit.site, visit.actor()?, &draft.form).await?),
        None => None,
    };
    let form = draft.map_or_else(|| ImportForm { welcome: "on".into(), ..ImportForm::default() }, |draft| draft.form);
    let (plan, problem, columns) = match looked {
        Some(Ok(plan)) => {
            let columns = plan.columns.clone();
            (Some(plan), None, columns)
        }
        Some(Err(why)) => (None, Some(unreadable(&why)), columns_of(why)),
        None => (None, None, Vec::new()),
    };
    let sends = visit.site.settings.mail.transport.sends();
    let form = rows_form(form, plan.as_ref(), problem, columns, sends);
    let body = view! {
        <p class="crumbs"><a href=paths::PEOPLE>{catalog::people::title()}</a></p>
        <h1>{say::heading()}</h1>
        {refused.map(|text| view! { <Banner tone=Tone::Bad text=text/> })}
        {plan.map(outlook)}
        {form}
    };
    Ok(Page::new(say::title(), body).narrow())
}

fn unreadable(why: &Unreadable) -> String {
    match why {
        Unreadable::Nothing => words::problem(&Problem::Missing),
        Unreadable::NoAddresses { .. } => say::no_addresses().to_owned(),
        Unreadable::TooMany { seen } => say::too_many(*seen, MOST_IMPORTED),
    }
}

fn columns_of(why: Unreadable) -> Vec<SheetColumn> {
    if let Unreadable::NoAddresses { columns } = why { columns } else { Vec::new() }
}

/// What each column was taken for; to be changed, and looked at again. By its titles the sheet is known again.
fn columns_form(columns: &[SheetColumn], titles: Option<String>) -> impl IntoView + use<> {
    let titles = titles.unwrap_or_else(|| persons::joined_titles(columns));
    let some = !columns.is_empty();
    let fields = columns.iter().enumerate().map(|(at, column)| {
        let id = format!("columns-{at}");
        let name = format!("columns[{at}]");
        let title = if column.title.is_empty() { say::column(at + 1) } else { column.title.clone() };
        let sample = (!column.sample.is_empty()).then(|| say::such_as(column.sample.as_str()));
        let tells = column.tells;
        let options = Column::ALL.map(|column| {
            view! { <option value=column.into_str() selected=column == tells>{column_word(column)}</option> }
        });
        view! {
            <div class="field">
                <label for=id.clone() class="user-text">{title}</label>
                <select id=id name=name>{options.into_iter().collect_view()}</select>
                <span class="hint user-text">{sample}</span>
            </div>
        }
    });
    let fields = fields.collect_view();
    view! {
        <input type="hidden" name="titles" value=titles/>
        {some.then(|| view! {
            <details class="more" open="">
                <summary>{say::columns()}</summary>
                {fields}
            </details>
        })}
    }
}

fn column_word(column: Column) -> &'static str {
    match column {
        Column::Name => say::is_name(),
        Column::FirstName => say::is_first_name(),
        Column::LastName => say::is_last_name(),
        Column::Email => say::is_email(),
        Column::Role => say::is_role(),
        Column::Active => say::is_active(),
        Column::Blocked => say::is_blocked(),
        Column::Ignore => say::is_ignored(),
    }
}

fn rows_form(
    form: ImportForm,
    plan: Option<&Plan>,
    problem: Option<String>,
    columns: Vec<SheetColumn>,
    sends: bool,
) -> impl IntoView + use<> {
    let wrong = problem.is_some() || plan.is_some_and(|plan| !plan.wrong.is_empty());
    let columns = columns_form(&columns, plan.map(|plan| plan.titles.clone()));
    let save = plan.filter(|plan| !plan.changes_nothing()).map(|plan| {
        let label = words::import_button(plan.new.len(), plan.changed.len());
        view! { <button class="button" formaction={action::<ImportPeople>()}>{label}</button> }
    });
    let (look, class) = match (plan, &save) {
        (None, _) => (say::preview(), "button"),
        (Some(_), None) => (say::preview_again(), "button"),
        (Some(_), Some(_)) => (say::preview_again(), "button quiet"),
    };
    let welcome = ticked(&form.welcome);
    // What is not sent is not offered.
    let welcome = sends.then(|| {
        view! {
            <label class="choice">
                <input type="checkbox" name="welcome" value="on" checked=welcome/>
                <b>{say::welcome()}</b>
                <span class="hint">{say::welcome_hint()}</span>
            </label>
        }
    });
    // First the button that only looks: it is the one that Enter presses.
    view! {
        <form class="form panel" method="post" action={action::<LookAtImport>()}>
            <Field
                id="rows"
                label=say::rows()
                hint=say::rows_hint()
                error=problem
            >
                <SafeTextarea id="rows" name="rows" rows=8 value=form.rows wrong=wrong described_by="rows-hint rows-error"/>
            </Field>
            {columns}
            <div class="field" hidden="">
                <label for="file">{say::file()}</label>
                <input
                    id="file"
                    type="file"
                    accept=".csv,.tsv,.txt,text/csv,text/plain"
                    data-into="rows"
                    data-large=say::file_large()
                    data-long=say::file_long()
                    data-garbled=say::file_garbled()
                    data-guessed=say::file_guessed("{0}")
                />
                <p class="error" role="alert"></p>
                <p class="small" aria-live="polite"></p>
            </div>
            {welcome}
            <div class="actions">
                <button class=class>{look}</button>
                {save}
                <a class="button quiet" href=paths::PEOPLE>{catalog::people::cancel()}</a>
            </div>
        </form>
    }
}
