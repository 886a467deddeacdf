mod now;
mod outlook;

use catalog::emails as say;
use leptos::prelude::*;

use self::now::{queue_now, reasons};
use crate::{
    api::{NoteToldInPerson, ResendMessage, action},
    components::{Banner, Icon, Page, Tab, Tabs, Tone},
    domain::ids::EventId,
    paths,
    server::{
        db::messages::{Listed, Show},
        http::Visit,
        mail::messages,
        services::{Done, draft::forms, mail as mails},
    },
    words,
};

pub use outlook::mail_outlook;

/// The mail queue: what failed and why, what waits, what went; the latest first.
pub async fn mail(visit: Visit) -> Done<Page> {
    let show = Show::parse(&visit.query("show").unwrap_or_default());
    let queue = mails::list(&visit.site, visit.actor()?, show).await?;
    let draft = visit.draft(forms::SETTLE).await?;
    let (now, reasons) = (queue_now(&queue, &visit), (show == Show::Failed).then(|| reasons(&queue)));
    let refused = draft.map(|draft| words::refusal(&draft.refusal));
    let mut here = 0;
    let tabs = Show::ALL.into_iter().zip(queue.counts).map(|(one, count)| {
        if one == show {
            here = count;
        }
        Tab { to: paths::mails(one.as_str()), word: tab_word(one), count, here: one == show }
    });
    let tabs: Vec<Tab> = tabs.collect();
    let nothing = queue.messages.is_empty().then(|| {
        view! { <div class="empty"><Icon name="mail"/><p>{empty(show)}</p></div> }
    });
    let shown = queue.messages.len() as u64;
    let more = (here > shown).then(|| {
        view! { <p class="muted small">{say::latest(here, shown)}</p> }
    });
    let rows = queue.messages.into_iter().map(|message| row(message, &visit)).collect_view();
    let table = (shown > 0).then(|| view! {
            <div class="listing">
                <table class="list">
                    <thead><tr>
                        <th scope="col">{say::to()}</th><th scope="col">{say::email()}</th><th scope="col">{say::time()}</th>
                        <th scope="col">{say::status()}</th><th scope="col"><span class="visually-hidden">{say::actions()}</span></th>
                    </tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        });
    let body = view! {
        <h1>{say::title()}</h1>
        {refused.map(|text| view! { <Banner tone=Tone::Bad text=text/> })}
        {now}
        <Tabs label=say::states() tabs=tabs/>
        {reasons}
        {nothing}
        {table}
        {more}
    };
    Ok(Page::new(say::title(), body))
}

fn tab_word(show: Show) -> &'static str {
    match show {
        Show::All => say::all(),
        Show::Failed => say::failed(),
        Show::Waiting => say::waiting(),
        Show::Sent => say::sent(),
        Show::Unsent => say::unsent(),
    }
}

fn empty(show: Show) -> &'static str {
    match show {
        Show::All => say::none(),
        Show::Failed => say::none_failed(),
        Show::Waiting => say::none_waiting(),
        Show::Sent => say::none_sent(),
        Show::Unsent => say::none_unsent(),
    }
}

fn row(message: Listed, visit: &Visit) -> impl IntoView + use<> {
    let zone = visit.zone();
    let when = words::when_short(message.sent_at.unwrap_or(message.created_at), zone, visit.now);
    let about = about(&message);
    let settle = (message.status == "failed").then(|| settle(&message, None, true));
    let state = state(&message);
    view! {
        <tr>
            <th scope="row" class="user-text">{message.person_name.unwrap_or_else(|| say::someone().to_owned())}</th>
            <td data-label=say::email() class="user-text">{about}</td>
            <td data-label=say::time() class="day">{when}</td>
            <td data-label=say::status()>{state}</td>
            <td>{settle}</td>
        </tr>
    }
}

/// What can be done about a message that failed, and where that leads back to: an event's page, or the queue. Only what is
/// still true is offered to be sent `again`.
pub fn settle(message: &Listed, event: Option<EventId>, again: bool) -> impl IntoView + use<> {
    let whom = message.person_name.clone().unwrap_or_else(|| say::someone().to_owned());
    let button = |to: &'static str, label: &'static str, named: String| {
        view! { <button class="button quiet small" formaction=to aria-label=named>{label}</button> }
    };
    let told = (message.person.is_some() && message.event.is_some())
        .then(|| button(action::<NoteToldInPerson>(), say::told(), say::told_to(whom.as_str())));
    let first = if again { action::<ResendMessage>() } else { action::<NoteToldInPerson>() };
    view! {
        <form class="settle" method="post" action=first>
            <input type="hidden" name="message" value=message.id.get()/>
            {event.map(|event| view! { <input type="hidden" name="event" value=event.get()/> })}
            {again.then(|| button(action::<ResendMessage>(), say::resend(), say::resend_to(whom.as_str())))}
            {told}
        </form>
    }
}

/// What a message is, and about which event.
pub fn about(message: &Listed) -> String {
    let kind = messages::title(&message.kind);
    match &message.event_name {
        Some(event) => say::about_event(kind, event.as_str()),
        None => kind.to_owned(),
    }
}

/// Where a message stands, and why where it did not leave.
pub fn state(message: &Listed) -> impl IntoView + use<> {
    let tone = match message.status.as_str() {
        "sent" if message.printed => "badge",
        "sent" => "badge ok",
        "failed" => "badge bad",
        "skipped" => "badge",
        _ => "badge warn",
    };
    let reason = message.reason.as_deref().map(words::mail_reason);
    let reason = reason.map(|reason| view! { <br/><small class="muted user-text">{reason}</small> });
    let word = if message.printed { say::printed() } else { words::mail_state(&message.status) }.to_owned();
    view! {
        <span class=tone>{word}</span>
        {reason}
    }
}
