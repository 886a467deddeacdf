use leptos::prelude::*;

use crate::{
    api::{ResendMessage, action},
    components::{Banner, Icon, Page, Tone, page},
    paths,
    server::{db::messages::Listed, http::Visit, services::mail as mails},
    words,
};

/// The mail queue: what failed and why, what waits, what went.
pub fn mail() -> impl IntoView {
    page(|visit| async move {
        let messages = mails::list(&visit.site, visit.actor()?).await?;
        let draft = visit.draft::<String>("resend").await?;
        let refused = draft.map(|draft| words::refusal(&draft.refusal));
        let count = |status: &str| messages.iter().filter(|message| message.status == status).count();
        let (failed, waiting) = (count("failed"), count("waiting") + count("sending"));
        let nothing = messages.is_empty().then(|| {
            view! { <div class="empty"><Icon name="mail"/><p>"Messages appear here when people are added or told something."</p></div> }
        });
        let some = !messages.is_empty();
        let rows = messages.into_iter().map(|message| row(message, &visit)).collect_view();
        let table = some.then(|| view! {
            <div class="listing">
                <table class="list">
                    <thead><tr>
                        <th scope="col">"To"</th><th scope="col">"What"</th><th scope="col">"When"</th>
                        <th scope="col">"State"</th><th scope="col"><span class="visually-hidden">"Send again"</span></th>
                    </tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        });
        let body = view! {
            <div class="head"><h1>"Mail"</h1><a href=paths::SETTINGS>"Settings"</a></div>
            {refused.map(|text| view! { <Banner tone=Tone::Bad text=text/> })}
            <div class="stats">
                <div class="stat"><b>{failed}</b><span>"failed"</span></div>
                <div class="stat"><b>{waiting}</b><span>"waiting"</span></div>
            </div>
            {nothing}
            {table}
        };
        Ok(Page::new("Mail", body))
    })
}

fn row(message: Listed, visit: &Visit) -> impl IntoView + use<> {
    let zone = visit.site.settings.time_zone;
    let when = words::when_short(message.sent_at.unwrap_or(message.created_at), zone, visit.now);
    let about = match (&message.event_name, message.kind.as_str()) {
        (Some(event), kind) => format!("{kind}: {event}"),
        (None, kind) => kind.to_owned(),
    };
    let tone = match message.status.as_str() {
        "sent" => "badge ok",
        "failed" => "badge bad",
        "skipped" => "badge",
        _ => "badge warn",
    };
    let again = (message.status == "failed").then(|| {
        view! {
            <form method="post" action={action::<ResendMessage>()}>
                <input type="hidden" name="message" value=message.number/>
                <button class="button quiet small">"Send again"</button>
            </form>
        }
    });
    view! {
        <tr>
            <th scope="row" class="user-text">{message.person_name.unwrap_or_else(|| "Somebody signing in".to_owned())}</th>
            <td data-label="What" class="user-text">{about}</td>
            <td data-label="When">{when}</td>
            <td data-label="State">
                <span class=tone>{message.status}</span>
                {message.reason.map(|reason| view! { <br/><small class="muted">{reason}</small> })}
            </td>
            <td>{again}</td>
        </tr>
    }
}
