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
    let form = rows_form(form, plan.as_ref(), problem, columns);
    let body = view! {
        <p class="crumbs"><a href=paths::PEOPLE>"People"</a></p>
        <h1>"Add people from a spreadsheet"</h1>
        {refused.map(|text| view! { <Banner tone=Tone::Bad text=text/> })}
        {plan.map(outlook)}
        {form}
    };
    Ok(Page::new("Add people from a spreadsheet", body).narrow())
}

fn unreadable(why: &Unreadable) -> String {
    match why {
        Unreadable::Nothing => words::problem(&Problem::Missing),
        Unreadable::NoAddresses { .. } => words::people_without_address().to_owned(),
        Unreadable::TooMany { seen } => words::people_too_many(*seen, MOST_IMPORTED),
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
        let title = if column.title.is_empty() { format!("Column {}", at + 1) } else { column.title.clone() };
        let sample = (!column.sample.is_empty()).then(|| format!("such as “{}”", column.sample));
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
                <summary>"What the columns say"</summary>
                {fields}
            </details>
        })}
    }
}

const fn column_word(column: Column) -> &'static str {
    match column {
        Column::Name => "Name",
        Column::FirstName => "First name",
        Column::LastName => "Last name",
        Column::Email => "Email",
        Column::Role => "Role",
        Column::Active => "Active",
        Column::Ignore => "Ignore",
    }
}

fn rows_form(
    form: ImportForm,
    plan: Option<&Plan>,
    problem: Option<String>,
    columns: Vec<SheetColumn>,
) -> impl IntoView + use<> {
    let wrong = problem.is_some() || plan.is_some_and(|plan| !plan.wrong.is_empty());
    let columns = columns_form(&columns, plan.map(|plan| plan.titles.clone()));
    let save = plan.filter(|plan| !plan.changes_nothing()).map(|plan| {
        let label = words::import_button(plan.new.len(), plan.changed.len());
        view! { <button class="button" formaction={action::<ImportPeople>()}>{label}</button> }
    });
    let (look, class) = match (plan, &save) {
        (None, _) => ("See what would change", "button"),
        (Some(_), None) => ("Look again", "button"),
        (Some(_), Some(_)) => ("Look again", "button quiet"),
    };
    let welcome = ticked(&form.welcome);
    // First the button that only looks: it is the one that Enter presses.
    view! {
        <form class="form panel" method="post" action={action::<LookAtImport>()}>
            <Field
                id="rows"
                label="Rows"
                hint="Copy them in the spreadsheet and paste them here, or paste a CSV file, or the addresses of an email. The first line may name the columns: name (or first name and last name), email, and if you like role (member, organizer, admin) and active (yes, no)."
                error=problem
            >
                <SafeTextarea id="rows" name="rows" rows=8 value=form.rows wrong=wrong described_by="rows-hint rows-error"/>
            </Field>
            {columns}
            <div class="field" hidden="">
                <label for="file">"Or choose a CSV file"</label>
                <input
                    id="file"
                    type="file"
                    accept=".csv,.tsv,.txt,text/csv,text/plain"
                    data-into="rows"
                    data-large="This file is larger than 512 kB. Bring the people in several parts."
                    data-long="This list is too long to be sent at once. Bring the people in several parts."
                    data-garbled="This file is not text. Save it as “CSV UTF-8” in the spreadsheet, then choose it again."
                />
                <p class="error" role="alert"></p>
            </div>
            <label class="choice">
                <input type="checkbox" name="welcome" value="on" checked=welcome/>
                <b>"Send each new person a welcome mail with a link"</b>
                <span class="hint">"Without it they sign in with their address whenever they like."</span>
            </label>
            <div class="actions">
                <button class=class>{look}</button>
                {save}
                <a class="button quiet" href=paths::PEOPLE>"Back"</a>
            </div>
        </form>
    }
}
