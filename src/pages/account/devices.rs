use catalog::account as say;
use leptos::prelude::*;

use crate::{
    api::{SignOutDevice, SignOutEverywhere, SignOutOtherDevices, action},
    server::{db::sessions::Device, http::Visit},
    words,
};

/// The browsers one is signed in with, each with its way out.
pub(super) fn devices(devices: Vec<Device>, visit: &Visit) -> impl IntoView + use<> {
    let several = devices.len() > 1;
    let rows = devices.into_iter().map(|found| device(found, visit)).collect_view();
    let ways_out = several.then(|| {
        view! {
            <div class="actions">
                {end(action::<SignOutOtherDevices>(), say::sign_out_others(), "button quiet")}
                {end(action::<SignOutEverywhere>(), say::sign_out_everywhere(), "button quiet danger")}
            </div>
        }
    });
    view! {
        <section aria-labelledby="devices">
            <h2 id="devices">{say::devices()}</h2>
            <p class="muted small">{say::devices_hint()}</p>
            <ul class="devices">{rows}</ul>
            {ways_out}
        </section>
    }
}

fn device(device: Device, visit: &Visit) -> impl IntoView + use<> {
    let zone = visit.zone();
    let this = visit.session_id() == Some(device.session);
    let name = words::device(&device.name);
    let seen = if this { say::this_device().to_owned() } else { words::distance(device.last_seen_at, zone, visit.now) };
    let since = words::short_date(device.signed_in_at, zone, visit.now);
    let label = say::sign_out_device(name.as_str(), since.as_str());
    let way_out = (!this).then(|| {
        view! {
            <form method="post" action={action::<SignOutDevice>()}>
                <input type="hidden" name="device" value=device.session.get()/>
                <button class="button quiet small" aria-label=label>{say::sign_out()}</button>
            </form>
        }
    });
    view! {
        <li>
            <div class="who">
                <b>{name}</b>
                <small class="muted">{say::device_line(seen, since)}</small>
            </div>
            {way_out}
        </li>
    }
}

fn end(to: &'static str, label: &'static str, class: &'static str) -> impl IntoView {
    view! {
        <form method="post" action=to>
            <button class=class>{label}</button>
        </form>
    }
}
