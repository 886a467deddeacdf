use leptos::prelude::*;

use crate::{
    api::{Rename, SignOut, SignOutDevices, action},
    components::{Page, Problems, TextField, page, refused},
    server::{db::sessions::Device, http::Visit, services::person},
    words,
};

/// One's own name, the devices one is signed in with, and the way out.
pub fn account() -> impl IntoView {
    page(|visit| async move {
        let actor = visit.actor()?;
        let draft = visit.draft::<String>("rename").await?;
        let problems = Problems::of(draft.as_ref().map(|draft| &draft.refusal));
        let name = draft.as_ref().map_or_else(|| actor.name.clone(), |draft| draft.form.clone());
        let ending = visit.draft::<()>("devices").await?;
        let devices = person::devices(&visit.site, actor).await?;
        let several = devices.len() > 1;
        let rows = devices.into_iter().map(|found| device(found, &visit)).collect_view();
        let ways_out = several.then(|| {
            view! {
                <div class="actions">
                    {end("others", "Sign out all other devices", "button quiet")}
                    {end("all", "Sign out everywhere", "button quiet danger")}
                </div>
            }
        });
        let body = view! {
            <h1>"Account"</h1>
            {refused(draft.as_ref())}
            {refused(ending.as_ref())}
            <form class="form panel" method="post" action={action::<Rename>()}>
                <TextField id="name" label="Your name" hint="As others see it beside your requests." autocomplete="name" value=name problems=problems required=true/>
                <p>
                    <span class="muted">"Mail address: "</span><span class="user-text">{actor.email.clone()}</span><br/>
                    <span class="small muted">"An admin can change it."</span>
                </p>
                <div class="actions"><button class="button">"Save name"</button></div>
            </form>
            <section aria-labelledby="devices">
                <h2 id="devices">"Devices"</h2>
                <p class="muted small">"Where you are signed in. One you do not know? End it, then tell an admin."</p>
                <ul class="devices">{rows}</ul>
                {ways_out}
            </section>
            <form method="post" action={action::<SignOut>()}>
                <button class="button quiet">"Sign out on this device"</button>
            </form>
        };
        Ok(Page::new("Account", body).narrow())
    })
}

fn device(device: Device, visit: &Visit) -> impl IntoView + use<> {
    let zone = visit.site.settings.time_zone;
    let this = visit.session_number() == Some(device.session);
    let name = words::device(&device.name);
    let seen = if this { "this device".to_owned() } else { words::distance(device.last_seen_at, zone, visit.now) };
    let since = words::short_date(device.signed_in_at, zone, visit.now);
    let label = format!("Sign out {name}, signed in {since}");
    let way_out = (!this).then(|| {
        view! {
            <form method="post" action={action::<SignOutDevices>()}>
                <input type="hidden" name="which" value=device.session/>
                <button class="button quiet small" aria-label=label>"Sign out"</button>
            </form>
        }
    });
    view! {
        <li>
            <div class="who">
                <b>{name}</b>
                <small class="muted">{format!("{seen} · signed in {since}")}</small>
            </div>
            {way_out}
        </li>
    }
}

fn end(which: &'static str, label: &'static str, class: &'static str) -> impl IntoView {
    view! {
        <form method="post" action={action::<SignOutDevices>()}>
            <input type="hidden" name="which" value=which/>
            <button class=class>{label}</button>
        </form>
    }
}
