mod outlook;

use leptos::prelude::*;

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
        let text = format!("The latest {} of {} are shown.", words::grouped(shown), words::emails(here));
        view! { <p class="muted small">{text}</p> }
    });
    let rows = queue.messages.into_iter().map(|message| row(message, &visit)).collect_view();
    let table = (shown > 0).then(|| view! {
            <div class="listing">
                <table class="list">
                    <thead><tr>
                        <th scope="col">"To"</th><th scope="col">"What"</th><th scope="col">"When"</th>
                        <th scope="col">"State"</th><th scope="col"><span class="visually-hidden">"What becomes of it"</span></th>
                    </tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        });
    let body = view! {
        <div class="head"><h1>"Mail"</h1><a href=paths::SETTINGS>"Settings"</a></div>
        {refused.map(|text| view! { <Banner tone=Tone::Bad text=text/> })}
        <Tabs label="States" tabs=tabs/>
        {nothing}
        {table}
        {more}
    };
    Ok(Page::new("Mail", body))
}

const fn tab_word(show: Show) -> &'static str {
    match show {
        Show::All => "All",
        Show::Failed => "Failed",
        Show::Waiting => "Waiting",
        Show::Sent => "Sent",
    }
}

const fn empty(show: Show) -> &'static str {
    match show {
        Show::All => "Messages appear here when people are added or told something.",
        Show::Failed => "No message failed.",
        Show::Waiting => "No message waits.",
        Show::Sent => "No message was sent yet.",
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
            <th scope="row" class="user-text">{message.person_name.unwrap_or_else(|| "Somebody signing in".to_owned())}</th>
            <td data-label="What" class="user-text">{about}</td>
            <td data-label="When">{when}</td>
            <td data-label="State">{state}</td>
            <td>{settle}</td>
        </tr>
    }
}

/// What can be done about a message that failed, and where that leads back to: an event's page, or the queue. Only what is
/// still true is offered to be sent `again`.
pub fn settle(message: &Listed, event: Option<EventId>, again: bool) -> impl IntoView + use<> {
    let whom = format!(": {}", message.person_name.as_deref().unwrap_or("somebody signing in"));
    let button = |to: &'static str, label: &'static str| {
        let whom = whom.clone();
        view! { <button class="button quiet small" formaction=to>{label}<span class="visually-hidden user-text">{whom}</span></button> }
    };
    let told = (message.person.is_some() && message.event.is_some())
        .then(|| button(action::<NoteToldInPerson>(), "Told in person"));
    let first = if again { action::<ResendMessage>() } else { action::<NoteToldInPerson>() };
    view! {
        <form class="settle" method="post" action=first>
            <input type="hidden" name="message" value=message.id.get()/>
            {event.map(|event| view! { <input type="hidden" name="event" value=event.get()/> })}
            {again.then(|| button(action::<ResendMessage>(), "Send again"))}
            {told}
        </form>
    }
}

/// What a message is, and about which event.
pub fn about(message: &Listed) -> String {
    let kind = messages::title(&message.kind);
    match &message.event_name {
        Some(event) => format!("{kind}: {event}"),
        None => kind.to_owned(),
    }
}

/// Where a message stands, and why where it did not leave.
pub fn state(message: &Listed) -> impl IntoView + use<> {
    let tone = match message.status.as_str() {
        "sent" => "badge ok",
        "failed" => "badge bad",
        "skipped" => "badge",
        _ => "badge warn",
    };
    let reason = message.reason.clone().map(|reason| view! { <br/><small class="muted user-text">{reason}</small> });
    view! {
        <span class=tone>{words::mail_state(&message.status).to_owned()}</span>
        {reason}
    }
}
