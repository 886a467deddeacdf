use catalog::person as say;
use chrono::{DateTime, Utc};
use leptos::prelude::*;

use super::{ownerless, person_form};
use crate::{
    api::{SendSignInLink, SignOutPerson, action},
    components::{Icon, Page, StatusBadge, all_in_all, refused, rich},
    domain::{ids::PersonId, person::PersonForm},
    pages::mail,
    paths,
    server::{
        db::{asked::Asked, messages::Listed, people::Person, reach::Failing, standings::InSeason},
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
    let About { person, seasons, asked, devices, last_seen, mails, ownerless } =
        persons::about(&visit.site, actor, id).await?;
    let kept = visit.any_draft().await?;
    let draft: Option<Draft<PersonForm>> = kept.as_ref().and_then(|kept| kept.of(forms::PERSON));
    let signing_out: Option<Draft<()>> = kept.as_ref().and_then(|kept| kept.of(forms::SIGN_OUT_PERSON));
    let sending: Option<Draft<()>> = kept.as_ref().and_then(|kept| kept.of(forms::SEND_LINK));
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
    let sends = visit.site.settings.mail.transport.sends();
    let way_in = person.active.then(|| way_in(id, &words::address(&person.email), sends, sending.as_ref()));
    let owns = (!ownerless.is_empty()).then(|| {
        let who = view! { <bdi class="user-text">{person.name.clone()}</bdi> }.into_any();
        view! {
            <section class="note stack">
                <p>{rich([who], |[name]| say::owns(name))}</p>
                {ownerless::lines(ownerless, false)}
            </section>
        }
    });
    let reach = reach(&person, visit);
    let body = view! {
        <p class="crumbs"><a href=paths::PEOPLE>{catalog::people::title()}</a></p>
        <h1 class="user-text">{person.name.clone()}</h1>
        <p class="muted small">{say::since(since)}</p>
        {owns}
        {reach}
        {person_form(draft, start, Some((person, own)), sends)}
        {history(asked, &seasons, visit)}
        <section aria-labelledby="ways-in">
            <h2 id="ways-in">{say::ways_in()}</h2>
            {refused(signing_out.as_ref())}
            <p class="num">{signed_in(devices, last_seen, visit)}</p>
            {way_in}
            <p class="small muted">{say::sign_out_hint()}</p>
            <div class="actions">
                <form method="post" action={action::<SignOutPerson>()}>
                    <input type="hidden" name="person" value=id.get()/>
                    <button class="button quiet danger">{say::sign_out()}</button>
                </form>
                <a class="button quiet" href=log>{say::log()}</a>
            </div>
        </section>
        {last_mails(mails, visit)}
    };
    Ok(Page::new(name, body).narrow())
}

/// That emails do not get to them, or that they want none; nothing where neither is so.
fn reach(person: &Person, visit: &Visit) -> impl IntoView + use<> {
    let date = |at| words::long_date(at, visit.site.settings.time_zone);
    let fails = person.failing.map(|(since, why)| match why {
        Failing::Bounced => say::bounced(date(since)),
        Failing::Refused => say::refused(date(since)),
    });
    let complained = person.complained_at.map(|at| say::complained(date(at)));
    let said: Vec<_> = [fails, complained].into_iter().flatten().map(|said| view! { <p>{said}</p> }).collect();
    (!said.is_empty()).then(|| view! { <section class="note stack">{said}</section> })
}

/// What they asked for in 24 months, and how it went.
fn history(asked: Vec<Asked>, seasons: &[InSeason], visit: &Visit) -> impl IntoView + use<> {
    let now = visit.now;
    let count = asked.len();
    let rows = asked.into_iter().take(LISTED).map(|asked| {
        let got = asked.got.map_or_else(|| "–".to_owned(), |got| got.to_string());
        let unused = asked.unused.filter(|&unused| unused > 0);
        let unused = unused.map(|unused| view! { <br/><small class="muted">{say::not_used(unused)}</small> });
        view! {
            <tr>
                <th scope="row"><a class="user-text" href=paths::event(asked.event)>{asked.name}</a></th>
                <td class="day" data-label=say::date()>{words::short_date(asked.schedule.starts_at, asked.schedule.zone, now)}</td>
                <td class="num" data-label=say::requested()>{words::wish_of(&asked.tiers, asked.asked)}</td>
                <td class="num" data-label=say::got()>{got}{unused}</td>
                <td data-label=say::status()><StatusBadge status=asked.status soon=asked.schedule.closes_soon(now)/></td>
            </tr>
        }
    });
    let rows = rows.collect_view();
    let table = (count > 0).then(|| {
        view! {
            <div class="listing">
                <table class="list">
                    <thead><tr>
                        <th scope="col">{say::event()}</th><th scope="col">{say::date()}</th><th scope="col" class="num">{say::requested()}</th>
                        <th scope="col" class="num">{say::got()}</th><th scope="col">{say::status()}</th>
                    </tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        }
    });
    let more = (count > LISTED).then(|| {
        view! { <p class="muted small">{say::latest(LISTED)}</p> }
    });
    let some = !seasons.is_empty();
    let nothing = (count == 0).then(|| view! { <p class="muted small">{say::no_requests()}</p> });
    view! {
        <section aria-labelledby="history">
            <h2 id="history">{say::history()}</h2>
            <p class="num">{all_in_all(Whom::They, seasons)}{some.then(|| view! { " "<span class="muted">{say::only_final()}</span> })}</p>
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
        let name = view! { <bdi class="user-text">{words::season_name(season.name.clone())}</bdi> }.into_any();
        (!counts.is_empty()).then(|| {
            view! { <li class="small">{rich([name], |[season]| say::season_line(season, counts.join(" · ")))}</li> }
        })
    };
    let lines: Vec<_> = seasons.iter().take(12).filter_map(one).collect();
    (!lines.is_empty()).then(|| view! { <ul>{lines}</ul><p class="small muted">{words::beside_names()}</p> })
}

/// "Signed in on 2 devices, last active 3 hours ago."
fn signed_in(devices: u64, last_seen: Option<DateTime<Utc>>, visit: &Visit) -> String {
    let Some(last_seen) = last_seen else { return say::no_device().to_owned() };
    let last_seen = words::distance(last_seen, visit.site.settings.time_zone, visit.now);
    say::devices(devices, last_seen)
}

/// What they were told last, and what did not reach them.
fn last_mails(mails: Vec<Listed>, visit: &Visit) -> impl IntoView + use<> {
    let zone = visit.site.settings.time_zone;
    let none = mails.is_empty().then(|| view! { <p class="muted small">{say::no_emails()}</p> });
    let some = !mails.is_empty();
    let rows = mails.into_iter().map(|message| {
        let when = words::when_short(message.sent_at.unwrap_or(message.created_at), zone, visit.now);
        view! {
            <tr>
                <th scope="row" class="user-text">{mail::about(&message)}</th>
                <td data-label=say::time()>{when}</td>
                <td data-label=say::status()>{mail::state(&message)}</td>
            </tr>
        }
    });
    let rows = rows.collect_view();
    let table = some.then(|| {
        view! {
            <div class="listing">
                <table class="list">
                    <thead><tr><th scope="col">{say::email()}</th><th scope="col">{say::time()}</th><th scope="col">{say::status()}</th></tr></thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        }
    });
    view! {
        <section aria-labelledby="mails">
            <h2 id="mails">{say::emails()}</h2>
            {none}
            {table}
            <p><a href=paths::MAIL><Icon name="mail"/>{say::all_emails()}</a></p>
        </section>
    }
}

/// A link for someone who cannot sign in: by email, or, where none is sent, how it is made on the server.
fn way_in(id: PersonId, address: &str, sends: bool, refusal: Option<&Draft<()>>) -> impl IntoView + use<> {
    if !sends {
        let command = view! { <code class="user-text">{format!("ticket-pool login-link {address}")}</code> }.into_any();
        return view! { <p class="small">{rich([command], |[command]| say::link_unsent(command))}</p> }.into_any();
    }
    view! {
        {refused(refusal)}
        <p class="small muted">{say::link_hint()}</p>
        <form method="post" action={action::<SendSignInLink>()}>
            <input type="hidden" name="person" value=id.get()/>
            <button class="button quiet">{say::link()}</button>
        </form>
    }
    .into_any()
}
