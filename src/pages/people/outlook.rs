use leptos::prelude::*;

use super::role_word;
use crate::{
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
        (false, true) => "None of these lines can be saved as it is. Mend these lines in the box below and look again.",
        (false, false) => {
            "Nothing is saved yet. The button below takes the lines that are right; those that are wrong stay in the box. Or mend these lines in the box below and look again."
        }
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
            {lines_again(plan.again)}
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
        Why::Not(why) => words::obstacle(why).to_owned(),
    });
    let why = why.map(|why| view! { <br/><span class="user-text">{why}</span> }).collect_view();
    view! { <li><b>{format!("Line {}", words::grouped(wrong.line as u64))}</b>" "<span class="user-text">{wrong.who}</span>{why}</li> }
}

fn lines_again(again: Vec<Again>) -> impl IntoView {
    let count = again.len();
    let more = more(count);
    let lines = again.into_iter().take(LISTED).map(|again| {
        let line = format!("Line {}", words::grouped(again.line as u64));
        view! { <li><b>{line}</b>" "<span class="user-text">{again.who}</span><br/>{words::stands_again(again.first)}</li> }
    });
    let lines = lines.collect_view();
    (count > 0).then(|| {
        view! {
            <details class="more" open=count <= 10>
                <summary>{words::counted(count as u64, "line names someone again", "lines name someone again")}</summary>
                <ul class="stack small">{lines}</ul>
                {more}
            </details>
        }
    })
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

fn changed_line(change: PersonChange) -> impl IntoView {
    let PersonChange { before, details, .. } = change;
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
    view! { <li><b class="user-text">{before.name}</b>" "<span class="muted user-text">{words::address(&before.email)}</span>{fields.collect_view()}</li> }
}

fn new_line(new: Newcomer) -> impl IntoView {
    let PersonDetails { name, email, role, active } = new.details;
    let inactive = (!active).then_some(", inactive");
    let named = new.named_by_address.then_some(", named by the address");
    view! {
        <li>
            <b class="user-text">{name}</b>" "<span class="muted user-text">{email.as_str().to_owned()}</span>
            <br/>{role_word(role)}{inactive}{named}
        </li>
    }
}
