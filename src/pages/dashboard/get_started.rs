use catalog::home as say;
use leptos::prelude::*;

use crate::{
    components::Icon,
    domain::event::EventStatus,
    paths,
    server::{
        db::summaries::Summary,
        http::Visit,
        services::{
            Done,
            first_steps::{self, EmailStep, Steps},
        },
    },
};

/// The first steps of an admin, which tick themselves off; nothing for anyone else, or once they are taken. Where an event was
/// finalized the site is in use: then nothing is asked of the database.
pub(super) async fn get_started(visit: &Visit, events: &[Summary]) -> Done<Option<impl IntoView + use<>>> {
    let actor = visit.actor()?;
    let in_use = events.iter().any(|event| event.status == EventStatus::Finalized);
    if !actor.is_admin() || in_use {
        return Ok(None);
    }
    let steps = first_steps::read(&visit.site, actor).await?;
    Ok((!steps.are_taken()).then(|| list(steps)))
}

/// A step: whether it is taken, what it is, why, and where it is done.
struct Step {
    done: bool,
    name: &'static str,
    why: &'static str,
    to: &'static str,
    does: &'static str,
    /// Another way to the same, and what it says.
    or: Option<(&'static str, &'static str)>,
}

fn list(steps: Steps) -> impl IntoView {
    let email = match steps.email {
        EmailStep::Off => Step {
            done: false,
            name: say::start_email_off(),
            why: say::start_email_off_why(),
            to: paths::SETTINGS,
            does: say::start_email_off_do(),
            or: None,
        },
        tested => Step {
            done: tested == EmailStep::Tested,
            name: say::start_email(),
            why: say::start_email_why(),
            to: paths::SETTINGS,
            does: say::start_email_do(),
            or: None,
        },
    };
    let people = Step {
        done: steps.people,
        name: say::start_people(),
        why: say::start_people_why(),
        to: paths::IMPORT_PEOPLE,
        does: say::start_people_do(),
        or: None,
    };
    let event = Step {
        done: steps.event,
        name: say::start_event(),
        why: say::start_event_why(),
        to: paths::NEW_EVENT,
        does: say::new_event(),
        or: Some((paths::SAMPLE_EVENT, say::start_event_sample())),
    };
    let account = Step { done: true, name: say::start_account(), why: "", to: "", does: "", or: None };
    // The one to do next stands out; without emails that is people, since email may stay off.
    let mut next = true;
    let rows = [account, email, people, event].map(|step| {
        let may_wait = step.to == paths::SETTINGS && steps.email == EmailStep::Off;
        let first = !step.done && !may_wait && std::mem::take(&mut next);
        row(step, first)
    });
    view! {
        <section class="start" aria-label=say::start()>
            <div class="head"><h2>{say::start()}</h2><span class="small muted">{say::start_done(steps.done(), Steps::ALL)}</span></div>
            <ol class="steps panel">{rows.into_iter().collect_view()}</ol>
        </section>
    }
}

fn row(step: Step, first: bool) -> impl IntoView {
    let Step { done, name, why, to, does, or } = step;
    let class = match (done, first) {
        (true, _) => "done",
        (false, true) => "",
        (false, false) => "todo",
    };
    let button = if first { "button gold small" } else { "button quiet small" };
    let or = or.map(|(to, does)| view! { <a class="button quiet small" href=to>{does}</a> });
    let body = (!done).then(|| {
        view! {
            <p class="small muted">{why}</p>
            <div class="actions"><a class=button href=to>{does}</a>{or}</div>
        }
    });
    let ticked =
        done.then(|| view! { " "<Icon name="check"/><span class="visually-hidden">{say::start_step_done()}</span> });
    view! { <li class=class><p><b>{name}</b>{ticked}</p>{body}</li> }
}
