use leptos::prelude::*;

use super::people::role_word;
use crate::{
    api::{ImportPeople, action},
    components::{Banner, Field, Page, SafeTextarea, Tone, page},
    domain::{
        person::PersonDetails,
        typed::{Problem, ticked},
    },
    paths,
    server::{
        http::Visit,
        services::{
            Done,
            person::{self as persons, Change, ImportForm, MOST_IMPORTED, Newcomer, Plan, Unreadable, Why, Wrong},
        },
    },
    words,
};

/// How many lines of a kind are listed; the others are counted.
const LISTED: usize = 500;

/// Bringing people in from a spreadsheet: first it is shown what would come of it.
pub fn import_people() -> impl IntoView {
    page(|visit| async move { show(&visit).await })
}

async fn show(visit: &Visit) -> Done<Page> {
    persons::permit_managing(&visit.site, visit.actor()?)?;
    let draft = visit.looked_at::<ImportForm>("people-import").await?;
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
        view! { <button class="button" name="step" value="save">{label}</button> }
    });
    let (look, class) = match (plan, &save) {
        (None, _) => ("Look what would change", "button"),
        (Some(_), None) => ("Look again", "button"),
        (Some(_), Some(_)) => ("Look again", "button quiet"),
    };
    let welcome = ticked(&form.welcome);
    // First the button that only looks: it is the one that Enter presses.
    view! {
        <form class="form panel" method="post" action={action::<ImportPeople>()}>
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
                <button class=class name="step" value="look">{look}</button>
                {save}
                <a class="button quiet" href=paths::PEOPLE>"Back"</a>
            </div>
        </form>
    }
}

/// What would come of it: how many of each kind, then what is wrong, what would change, who is new.
fn outlook(plan: Plan) -> impl IntoView {
    let counts = words::import_counts(plan.new.len(), plan.changed.len(), plan.unchanged, plan.wrong.len());
    let says = match (plan.wrong.is_empty(), plan.changes_nothing()) {
        (false, _) => "Nothing can be saved yet. Mend these lines in the box below and look again.",
        (true, true) => "Nothing to change: everybody on the list is here just like that.",
        (true, false) => "Nothing is saved yet. The button below does it, all at once.",
    };
    let ignored = (!plan.ignored.is_empty())
        .then(|| view! { <p class="small muted user-text">{words::not_read(&plan.ignored)}</p> });
    view! {
        <section aria-labelledby="outlook">
            <h2 id="outlook">"What would change"</h2>
            <p class="lead num">{counts}</p>
            <p>{says}</p>
            {ignored}
            {wrong_lines(plan.wrong)}
            {list("would change", plan.changed, changed_line)}
            {list("would be added", plan.new, new_line)}
        </section>
    }
}

fn wrong_lines(wrong: Vec<Wrong>) -> impl IntoView {
    let count = wrong.len();
    let more = more(count);
    let lines = wrong.into_iter().take(LISTED).map(wrong_line).collect_view();
    (count > 0).then(|| {
        view! {
            <div class="errors" role="alert">
                <b>{words::counted(count as u64, "line is wrong", "lines are wrong")}</b>
                <ul class="stack">{lines}</ul>
                {more}
            </div>
        }
    })
}

fn wrong_line(wrong: Wrong) -> impl IntoView {
    let why = wrong.why.into_iter().map(|why| match why {
        Why::Field(error) => format!("{}: {}", field_word(&error.field), words::problem(&error.problem)),
        Why::Twice { first } => words::stands_twice(first),
        Why::Not(why) => words::obstacle(why).to_owned(),
    });
    let why = why.map(|why| view! { <br/><span class="user-text">{why}</span> }).collect_view();
    view! { <li><b>{format!("Line {}", words::grouped(wrong.line as u64))}</b>" "<span class="user-text">{wrong.who}</span>{why}</li> }
}

fn field_word(field: &str) -> &'static str {
    match field {
        "name" => "Name",
        "email" => "Mail address",
        "role" => "Role",
        _ => "Active",
    }
}

/// Lines of one kind; a short list stands open.
fn list<T, V: IntoView + 'static>(what: &'static str, lines: Vec<T>, line: fn(T) -> V) -> impl IntoView {
    let count = lines.len();
    let more = more(count);
    let lines = lines.into_iter().take(LISTED).map(line).collect_view();
    (count > 0).then(|| {
        view! {
            <details class="more" open=count <= 10>
                <summary>{format!("{} {what}", words::people(count as u64))}</summary>
                <ul class="stack small">{lines}</ul>
                {more}
            </details>
        }
    })
}

fn more(count: usize) -> impl IntoView + use<> {
    let rest = count.saturating_sub(LISTED) as u64;
    (rest > 0).then(|| view! { <p class="small muted">{format!("And {} more.", words::grouped(rest))}</p> })
}

fn changed_line(change: Change) -> impl IntoView {
    let Change { before, details, .. } = change;
    let active = |yes: bool| if yes { "yes" } else { "no" }.to_owned();
    let role = |role| role_word(role).to_owned();
    let fields = [
        ("Name", before.name.clone(), details.name),
        ("Role", role(before.role), role(details.role)),
        ("Active", active(before.active), active(details.active)),
    ];
    let fields = fields.into_iter().filter(|(_, old, new)| old != new).map(|(field, old, new)| {
        view! { <br/>{field}": "<span class="user-text">{old}</span>" → "<span class="user-text">{new}</span> }
    });
    view! { <li><b class="user-text">{before.name}</b>" "<span class="muted user-text">{before.email}</span>{fields.collect_view()}</li> }
}

fn new_line(new: Newcomer) -> impl IntoView {
    let PersonDetails { name, email, role, active } = new.details;
    let inactive = (!active).then_some(", inactive");
    view! {
        <li>
            <b class="user-text">{name}</b>" "<span class="muted user-text">{email.as_str().to_owned()}</span>
            <br/>{role_word(role)}{inactive}
        </li>
    }
}
