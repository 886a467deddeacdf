use catalog::{people, people_import as say};
use leptos::prelude::*;

use super::role_word;
use crate::{
    components::rich,
    domain::person::PersonDetails,
    server::services::person::{Again, Newcomer, PersonChange, Plan, Why, Wrong},
    words,
};

/// How many lines of a kind are listed; the others are counted.
const LISTED: usize = 500;

/// What would come of it: how many of each kind, then what is wrong, what would change, who is new.
pub(super) fn outlook(plan: Plan) -> impl IntoView {
    let [new, changed, again, wrong] = [plan.new.len(), plan.changed.len(), plan.again.len(), plan.wrong.len()];
    let counts = words::import_counts([new, changed, plan.unchanged, again, wrong]);
    let says = match (plan.wrong.is_empty(), plan.changes_nothing()) {
        (false, true) => say::none_good(),
        (false, false) => say::some_good(),
        (true, true) => say::all_same(),
        (true, false) => say::all_good(),
    };
    let ignored = (!plan.ignored.is_empty())
        .then(|| view! { <p class="small muted user-text">{words::not_read(&plan.ignored)}</p> });
    view! {
        <section aria-labelledby="outlook">
            <h2 id="outlook">{say::outlook()}</h2>
            <p class="lead num">{counts}</p>
            <p>{says}</p>
            {ignored}
            {wrong_lines(plan.wrong)}
            {lines_again(plan.again)}
            {list(say::to_update, plan.changed, changed_line)}
            {list(say::to_add, plan.new, new_line)}
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
                <b>{say::lines_wrong(count)}</b>
                <ul class="stack">{lines}</ul>
                {more}
            </div>
        }
    })
}

fn wrong_line(wrong: Wrong) -> impl IntoView {
    let why = wrong.why.into_iter().map(|why| match why {
        Why::Field(error) => say::field_wrong(field_word(&error.field), words::problem(&error.problem)),
        Why::Not(why) => words::obstacle(why).to_owned(),
    });
    let why = why.map(|why| view! { <br/><span class="user-text">{why}</span> }).collect_view();
    view! { <li><b>{say::line(wrong.line)}</b>" "<span class="user-text">{wrong.who}</span>{why}</li> }
}

fn lines_again(again: Vec<Again>) -> impl IntoView {
    let count = again.len();
    let more = more(count);
    let lines = again.into_iter().take(LISTED).map(|again| {
        let line = say::line(again.line);
        view! { <li><b>{line}</b>" "<span class="user-text">{again.who}</span><br/>{say::again(again.first)}</li> }
    });
    let lines = lines.collect_view();
    (count > 0).then(|| {
        view! {
            <details class="more" open=count <= 10>
                <summary>{say::lines_again(count)}</summary>
                <ul class="stack small">{lines}</ul>
                {more}
            </details>
        }
    })
}

fn field_word(field: &str) -> &'static str {
    match field {
        "name" => people::name(),
        "email" => people::email(),
        "role" => people::role(),
        _ => say::is_active(),
    }
}

/// Lines of one kind; a short list stands open.
fn list<T, V: IntoView + 'static>(what: fn(usize) -> String, lines: Vec<T>, line: fn(T) -> V) -> impl IntoView {
    let count = lines.len();
    let more = more(count);
    let lines = lines.into_iter().take(LISTED).map(line).collect_view();
    (count > 0).then(|| {
        view! {
            <details class="more" open=count <= 10>
                <summary>{what(count)}</summary>
                <ul class="stack small">{lines}</ul>
                {more}
            </details>
        }
    })
}

fn more(count: usize) -> impl IntoView + use<> {
    let rest = count.saturating_sub(LISTED);
    (rest > 0).then(|| view! { <p class="small muted">{say::more(rest)}</p> })
}

fn changed_line(change: PersonChange) -> impl IntoView {
    let PersonChange { before, details, .. } = change;
    let active = |yes: bool| if yes { say::yes() } else { say::no() }.to_owned();
    let role = |role| role_word(role).to_owned();
    let fields = [
        (people::name(), before.name.clone(), details.name),
        (people::role(), role(before.role), role(details.role)),
        (say::is_active(), active(before.active), active(details.active)),
    ];
    let fields = fields.into_iter().filter(|(_, old, new)| old != new).map(|(field, old, new)| {
        let value = |text| view! { <bdi class="user-text">{text}</bdi> }.into_any();
        view! { <br/>{rich([value(old), value(new)], |[old, new]| say::field_change(field, old, new))} }
    });
    view! { <li><b class="user-text">{before.name}</b>" "<span class="muted user-text">{words::address(&before.email)}</span>{fields.collect_view()}</li> }
}

fn new_line(new: Newcomer) -> impl IntoView {
    let PersonDetails { name, email, role, active } = new.details;
    let role = role_word(role);
    let said = match (active, new.named_by_address) {
        (true, false) => role.to_owned(),
        (false, false) => say::new_line_deactivated(role),
        (true, true) => say::new_line_named(role),
        (false, true) => say::new_line_named_deactivated(role),
    };
    view! {
        <li>
            <b class="user-text">{name}</b>" "<span class="muted user-text">{words::address(email.as_str())}</span>
            <br/>{said}
        </li>
    }
}
