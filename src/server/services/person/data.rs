use allocation::Label;
use serde_json::{Value, json};

use crate::{
    domain::ids::EventId,
    error::Refusal,
    server::{
        auth::Actor,
        db::{
            emails_off,
            handouts::{self, Handout},
            own_data::{self, OwnAccount, OwnEntry, OwnGuest, OwnMessage, OwnRequest, OwnTickets},
            statements,
        },
        mail::messages::kinds,
        services::Done,
        site::Site,
    },
    words,
};

/// Everything stored about oneself, as indented JSON: account, devices, requests, tickets that were offered, are
/// being given back, or are to be handed on, seats and files, guests they named, messages, what was noted.
///
/// There is no hash of a secret in it, nobody else's name, address, note or network, and no draft of an organizer's: what
/// a request is given stands there once its event is finalized.
pub async fn own_data(site: &Site, actor: &Actor) -> Done<String> {
    let c = site.db.read();
    let accounts = own_data::account(c, actor.person).await?;
    let account = accounts.first().ok_or(Refusal::SignedOut)?;
    let devices = own_data::devices(c, actor.person).await?;
    let requests = own_data::requests(c, actor.person).await?;
    let tickets = own_data::tickets(c, actor.person).await?;
    let handouts = handouts::all_of(c, actor.person).await?;
    let guests = own_data::guests(c, actor.person).await?;
    let messages = own_data::messages(c, actor.person, &kinds(|profile| profile.in_own_data)).await?;
    let entries = own_data::entries(c, actor.person).await?;
    let off = emails_off::of_person(c, actor.person).await?;
    let off = off.into_iter().map(|(topic, season)| json!({ "about": topic.as_str(), "season": season }));
    let labels: Vec<String> =
        requests.iter().filter_map(|one| stands_for(&one.public_id, &account.public_id)).collect();
    let stated = statements::about(c, &labels).await?.into_iter().map(|one| one.body);
    let devices = devices.into_iter().map(|one| {
        json!({
            "device": words::device(&one.device),
            "calls_itself": one.device,
            "signed_in": one.created_at,
            "last_used": one.last_seen_at,
            "signed_out_at_the_latest": one.expires_at,
        })
    });
    let entries = entries.into_iter().map(|entry| noted(&entry, actor));
    let data = json!({
        "about": catalog::account::data_about(site.settings.app_name.as_str()),
        "made": site.now(),
        "account": {
            "name": account.name,
            "mail_address": account.email,
            "new_mail_address": account.new_email,
            "new_mail_address_asked_for": account.new_email_asked_at,
            "former_mail_addresses": accounts.iter().filter_map(former_address).collect::<Vec<_>>(),
            "role": account.role,
            "time_zone": account.zone,
            "language": account.language,
            "here_since": account.created_at,
            "emails_fail_since": account.failing_since,
            "called_an_email_unwanted": account.complained_at,
        },
        "emails_turned_off": off.collect::<Vec<_>>(),
        "devices": devices.collect::<Vec<_>>(),
        "requests": requests.into_iter().map(request).collect::<Vec<_>>(),
        "tickets_offered_to_you_or_being_given_back_or_handed_on": tickets.into_iter().map(of_tickets).collect::<Vec<_>>(),
        "seats_and_files": handouts.into_iter().map(handout).collect::<Vec<_>>(),
        "guests_you_named": guests.into_iter().map(guest).collect::<Vec<_>>(),
        "statements_about_you": stated.collect::<Vec<_>>(),
        "messages_to_you": messages.into_iter().map(message).collect::<Vec<_>>(),
        "noted": entries.collect::<Vec<_>>(),
    });
    Ok(format!("{data:#}\n"))
}

/// What stands for someone in an event's draws and statements.
fn stands_for(event: &str, person: &str) -> Option<String> {
    Some(Label::of_account(&Label::parse(event).ok()?, person).to_string())
}

fn or_null(text: &str) -> Option<&str> {
    (!text.is_empty()).then_some(text)
}

fn former_address(account: &OwnAccount) -> Option<Value> {
    let (email, until) = (account.former_email.as_ref()?, account.former_email_until?);
    Some(json!({ "mail_address": email, "change_can_be_undone_there_until": until }))
}

fn request(request: OwnRequest) -> Value {
    let tiers = request.tiers.unwrap_or_default();
    let mut accepted: Vec<u32> = tiers.split(',').filter_map(|amount| amount.parse().ok()).collect();
    accepted.sort_unstable_by(|one, other| other.cmp(one));
    json!({
        "event": request.event,
        "event_name": request.event_name,
        "event_begins": request.starts_at,
        "numbers_that_would_work": accepted,
        "note": request.note,
        "asked": request.created_at,
        "last_changed": request.updated_at,
        "withdrawn": request.withdrawn_at,
        "tickets_given": request.given,
        "tickets_told": request.told,
        "tickets_told_before": request.changed_from,
        "reason_for_another_number": or_null(&request.changed_because),
        "removed_by_an_organizer_because": or_null(&request.removed_because),
        "tickets_taken_after_the_result": request.accepted,
        "tickets_given_back": request.returned,
        "of_these_taken_by_others": request.passed,
        "tickets_that_will_not_be_used": request.late,
        "tickets_noted_as_used": request.came,
        "tickets_handed_on": request.handed,
        "tickets_handed_on_to_you": request.received,
    })
}

fn handout((event, handout): (EventId, Handout)) -> Value {
    json!({
        "event": event,
        "line": or_null(&handout.line),
        "file": handout.file.map(|file| file.name),
    })
}

fn of_tickets(tickets: OwnTickets) -> Value {
    json!({
        "what": tickets.what,
        "event": tickets.event,
        "tickets": tickets.number,
        "since": tickets.at,
        "until": tickets.until,
        "status": tickets.status,
        "ended": tickets.ended_at,
    })
}

fn guest(guest: OwnGuest) -> Value {
    json!({ "event": guest.event, "ticket": guest.position, "name": guest.name, "note": guest.note })
}

fn message(message: OwnMessage) -> Value {
    json!({
        "kind": message.kind,
        "event": message.event,
        "written": message.created_at,
        "status": message.status,
        "sent": message.sent_at,
    })
}

/// Who else did it is theirs to keep.
fn noted(entry: &OwnEntry, actor: &Actor) -> Value {
    json!({
        "time": entry.at,
        "what": words::deed(&entry.action),
        "action": entry.action,
        "event": entry.event,
        "by_you": entry.actor == Some(actor.person),
    })
}
