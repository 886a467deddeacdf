use chrono::{DateTime, Utc};
use leptos::prelude::*;

use super::person_form;
use crate::{
    api::{SignOutPerson, action},
    components::{Icon, Page, StatusBadge, all_in_all, refused},
    domain::{ids::PersonId, person::PersonForm},
    pages::mail,
    paths,
    server::{
        db::{asked::Asked, messages::Listed, standings::InSeason},
        http::Visit,
        services::{
            Done,
            draft::{Draft, forms},
            person::{self as persons, About, LISTED},
        },
    },
    words::{self, Whom},
};

/// One person: who they are, what they asked for, where they are signed in, what they were told.
pub async fn person(visit: Visit) -> Done<Page> {
    let person = visit.id("number", PersonId::parse)?;
    show_person(&visit, person).await
}

async fn show_person(visit: &Visit, id: PersonId) -> Done<Page> {
    let actor = visit.actor()?;
    let About { person, seasons, asked, devices, last_seen, mails } = persons::about(&visit.site, actor, id).await?;
    let kept = visit.any_draft().await?;
    let draft: Option<Draft<PersonForm>> = kept.as_ref().and_then(|kept| kept.of(forms::PERSON));
    let signing_out: Option<Draft<()>> = kept.as_ref().and_then(|kept| kept.of(forms::SIGN_OUT_PERSON));
    let own = person.id == actor.person;
    let start = PersonForm {
        name: person.name.clone(),
        email: words::address(&person.email),
        role: person.role.as_str().into(),
        active: if person.active { "on".into() } else { String::new() },
        version: person.version.to_string(),
    };
    let since = words::long_date(person.created_at, visit.site.settings.time_zone);
    let name = person.name.clone();
    let log = paths::audit_of(&person.email);
    let body = view! {
        <p class="crumbs"><a href=paths::PEOPLE>"People"</a></p>
        <h1 class="user-text">{person.name.clone()}</h1>
        <p class="muted small">{format!("Here since {since}")}</p>
        {person_form(draft, start, Some((person, own)))}
        {history(asked, &seasons, visit)}
        <section aria-labelledby="ways-in">
            <h2 id="ways-in">"Devices"</h2>
            {refused(signing_out.as_ref())}
            <p class="num">{signed_in(devices, last_seen, visit)}</p>
            <p class="small muted">"Signing out ends every session and voids the links and codes on their way. They can sign in again by a new mail."</p>
            <div class="actions">
                <form method="post" action={action::<SignOutPerson>()}>
                    <input type="hidden" name="person" value=id.get()/>
                    <button class="button quiet danger">"Sign out everywhere"</button>
                </form>
                <a class="button quiet" href=log>"In the audit log"</a>
            </div>
        </section>
        {last_mails(mails, visit)}
    };
    Ok(Page::new(name, body).narrow())
}

/// What they asked for in 24 months, and how it went.
fn history(asked: Vec<Asked>, seasons: &[InSeason], visit: &Visit) -> impl IntoView + use<> {
    let now = visit.now;
    let count = asked.len();
    let rows = asked.into_iter().take(LISTED).map(|asked| {
        let got = asked.got.map_or_else(|| "–".to_owned(), |got| got.to_string());
        view! {
            <tr>
                <th scope="row"><a class="user-text" href=paths::event(asked.event)>{asked.name}</a></th>
                <td class="day" data-label="Date">{words::short_date(asked.schedule.starts_at, asked.schedule.zone, now)}</td>
                <td class="num" data-label="Asked for">{words::wish(&asked.tiers)}</td>
                <td class="num" data-label="Got">{got}</td>
                <td data-label="Status"><StatusBadge status=asked.status soon=asked.schedule.closes_soon(now)/></td>
            </tr>
        }
    });
    let rows = rows.collect_view();
    let table = (count > 0).then(|| {
        view! {
            <div class="listing">
                <table class="list">
                    <thead><tr>
                        <th scope="col">"Event"</th><th scope="col">"Date"</th><th scope="col" class="num">"Asked for"</th>
                        <th scope="col" class="num">"Got"</th><th scope="col">"Status"</th>
                    </tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        }
    });
    let more = (count > LISTED).then(|| {
        view! { <p class="muted small">{format!("Only the latest {LISTED} requests are shown.")}</p> }
    });
    let some = !seasons.is_empty();
    let nothing = (count == 0).then(|| view! { <p class="muted small">"No request in the past 24 months."</p> });
    view! {
        <section aria-labelledby="history">
            <h2 id="history">"History"</h2>
            <p class="num">{all_in_all(Whom::They, seasons)}{some.then(|| view! { " "<span class="muted">"Only finalized events count here."</span> })}</p>
            {standings(seasons)}
            {nothing}
            {table}
            {more}
        </section>
    }
}

/// What counts for them in the next draw of each season, where it differs from everyone's.
fn standings(seasons: &[InSeason]) -> impl IntoView + use<> {
    let one = |season: &InSeason| {
        let standing = season.so_far.standing;
        let counts: Vec<String> =
            [words::slips(standing.slips()), words::balance_of(standing.balance)].into_iter().flatten().collect();
        (!counts.is_empty()).then(|| {
            view! { <li class="small"><span class="user-text">{season.name.clone()}</span>{format!(": {}", counts.join(" · "))}</li> }
        })
    };
    let lines: Vec<_> = seasons.iter().take(12).filter_map(one).collect();
    (!lines.is_empty()).then(|| view! { <ul>{lines}</ul><p class="small muted">{words::BESIDE_NAMES}</p> })
}

/// "Signed in with 2 devices, last seen 3 hours ago."
fn signed_in(devices: u64, last_seen: Option<DateTime<Utc>>, visit: &Visit) -> String {
    let Some(last_seen) = last_seen else { return "Not signed in anywhere.".to_owned() };
    let count = words::counted(devices, "device", "devices");
    let last_seen = words::distance(last_seen, visit.site.settings.time_zone, visit.now);
    format!("Signed in with {count}, last seen {last_seen}.")
}

/// What they were told last, and what did not reach them.
fn last_mails(mails: Vec<Listed>, visit: &Visit) -> impl IntoView + use<> {
    let zone = visit.site.settings.time_zone;
    let none = mails.is_empty().then(|| view! { <p class="muted small">"No mail to them yet."</p> });
    let some = !mails.is_empty();
    let rows = mails.into_iter().map(|message| {
        let when = words::when_short(message.sent_at.unwrap_or(message.created_at), zone, visit.now);
        view! {
            <tr>
                <th scope="row" class="user-text">{mail::about(&message)}</th>
                <td data-label="When">{when}</td>
                <td data-label="State">{mail::state(&message)}</td>
            </tr>
        }
    });
    let rows = rows.collect_view();
    let table = some.then(|| {
        view! {
            <div class="listing">
                <table class="list">
                    <thead><tr><th scope="col">"What"</th><th scope="col">"When"</th><th scope="col">"State"</th></tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        }
    });
    view! {
        <section aria-labelledby="mails">
            <h2 id="mails">"Last mails"</h2>
            {none}
            {table}
            <p><a href=paths::MAIL><Icon name="mail"/>"All mails"</a></p>
        </section>
    }
}
