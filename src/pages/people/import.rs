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
            person::{self as persons, ImportForm, MOST_IMPORTED, Plan, Unreadable},
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
    let (plan, problem) = match looked {
        Some(Ok(plan)) => (Some(plan), None),
        Some(Err(why)) => (None, Some(unreadable(why))),
        None => (None, None),
    };
    let form = rows_form(form, plan.as_ref(), problem);
    let body = view! {
        <p class="crumbs"><a href=paths::PEOPLE>"People"</a></p>
        <h1>"Add people from a spreadsheet"</h1>
        {refused.map(|text| view! { <Banner tone=Tone::Bad text=text/> })}
        {plan.map(outlook)}
        {form}
    };
    Ok(Page::new("Add people from a spreadsheet", body).narrow())
}

fn unreadable(why: Unreadable) -> String {
    match why {
        Unreadable::Nothing => words::problem(&Problem::Missing),
        Unreadable::NoAddresses => words::people_without_address().to_owned(),
        Unreadable::TooMany { seen } => words::people_too_many(seen, MOST_IMPORTED),
    }
}

fn rows_form(form: ImportForm, plan: Option<&Plan>, problem: Option<String>) -> impl IntoView + use<> {
    let wrong = problem.is_some() || plan.is_some_and(|plan| !plan.wrong.is_empty());
    let save = plan.filter(|plan| plan.wrong.is_empty() && !plan.changes_nothing()).map(|plan| {
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
                hint="Copy them in the spreadsheet and paste them here, or paste a CSV file. The first line names the columns: name, email, and if you like role (member, organizer, admin) and active (yes, no)."
                error=problem
            >
                <SafeTextarea id="rows" name="rows" rows=8 value=form.rows wrong=wrong described_by="rows-hint rows-error"/>
            </Field>
            <div class="field" hidden="">
                <label for="file">"Or choose a CSV file"</label>
                <input
                    id="file"
                    type="file"
                    accept=".csv,.tsv,.txt,text/csv,text/plain"
                    data-into="rows"
                    data-large="This file is larger than 512 kB. Bring the people in several parts."
                    data-long="This list is too long to be sent at once. Bring the people in several parts."
                    data-garbled="This file is not text in UTF-8. Save it as “CSV UTF-8” in the spreadsheet, then choose it again."
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
