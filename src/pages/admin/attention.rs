use catalog::{admin as say, relay};
use leptos::prelude::*;

use crate::{
    components::rich,
    paths,
    server::{config::MailTransport, db::attention::Attention, http::Visit, mail::Health, services::backup},
    words,
};

/// What waits for somebody, each with the one thing to do about it; nothing where nothing does.
pub(super) fn attention(waits: &Attention, visit: &Visit) -> AnyView {
    let line = |says: AnyView, to: String, does: &'static str| {
        view! { <li class="panel"><span>{says}</span><a class="button quiet small" href=to>{does}</a></li> }.into_any()
    };
    let name = |name: &str| view! { <b class="user-text">{name.to_owned()}</b> }.into_any();
    let mut lines = Vec::new();
    for failed in &waits.failed {
        let says = match &failed.event {
            Some(event) => rich([name(event)], |[event]| say::failed_about(failed.count, event)),
            None => say::failed(failed.count).into_any(),
        };
        lines.push(line(says, paths::mails("failed"), say::failed_open()));
    }
    for owner in &waits.owners {
        let says = rich([name(&owner.name)], |[name]| say::owner(name, owner.count));
        lines.push(line(says, paths::organizers(owner.event), say::owner_transfer()));
    }
    for late in &waits.late {
        let when = words::distance(late.closed_at, visit.zone(), visit.now);
        let says = rich([name(&late.name)], |[event]| say::late(event, when, late.undecided));
        lines.push(line(says, paths::allocate(late.event), say::late_assign()));
    }
    for refused in &waits.refused {
        let says =
            view! { {say::refused(refused.count)}" "<small class="muted user-text">{refused.client.clone()}</small> };
        lines.push(line(says.into_any(), paths::audit_of_kind("sign-in"), say::refused_open()));
    }
    if let Some(says) = of_email(visit) {
        lines.push(line(says.into_any(), paths::SETTINGS.to_owned(), say::to_settings()));
    }
    if let Some(backup) = backup::state(&visit.site).filter(|backup| backup.is_late) {
        let says = if backup.last.is_some() { say::backup_late() } else { say::backup_none() };
        lines.push(line(says.into_any(), paths::SETTINGS.to_owned(), say::to_settings()));
    }
    if lines.is_empty() {
        return ().into_any();
    }
    view! {
        <section aria-labelledby="attention">
            <h2 id="attention">{say::attention()}</h2>
            <ul class="stack waits">{lines}</ul>
        </section>
    }
    .into_any()
}

/// What is in the way of emails, as far as it is known.
fn of_email(visit: &Visit) -> Option<&'static str> {
    if !visit.site.settings.mail.transport.sends() {
        return Some(say::printed());
    }
    match visit.site.mail_health.borrow().as_ref().map(|(_, health)| health)? {
        Health { account: Some(account), .. } if !account.sending => Some(say::paused()),
        Health { account: Some(account), .. } if account.sandbox => Some(say::sandbox()),
        Health { down: true, .. } => Some(match visit.site.settings.mail.transport {
            MailTransport::Smtp(_) => relay::silent_short(),
            MailTransport::Ses(_) | MailTransport::Console => say::silent(),
        }),
        _ => None,
    }
}
