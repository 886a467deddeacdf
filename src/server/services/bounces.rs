//! What Amazon SES says of emails that left: that one came back, or that someone did not want it.
//! (<https://docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-sns-contents.html>, and …/notification-contents.html
//! for the older form.)

use serde::Deserialize;

use super::{
    Done,
    limit::{Limit, within},
};
use crate::{
    domain::person::Email,
    server::{
        auth::Client,
        db::{
            counters, people,
            reach::{self, Failing},
            sns_messages,
        },
        services::{Act, choices},
        site::Site,
        sns::{Envelope, Kind, NotBelieved},
    },
};

/// What is answered to whoever posted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// It was believed, now or when it came before.
    Taken,
    /// Nobody said that such messages are wanted: the setting `SNS_TOPICS` names no topic.
    Closed,
    Refused,
    /// Refused, and too many were from there.
    TooMany,
    /// It could not be verified now; it may come again.
    Later,
}

/// What a message of SES says, in either form. What else is in it is passed over.
#[derive(Deserialize)]
struct Told {
    #[serde(rename = "eventType", alias = "notificationType")]
    what: String,
    bounce: Option<Bounce>,
    complaint: Option<Complaint>,
    mail: Option<Mail>,
}

#[derive(Deserialize)]
struct Mail {
    /// As the email had them when it was handed over; nothing, where the settings of SES leave them out.
    #[serde(default)]
    headers: Vec<Header>,
}

#[derive(Deserialize)]
struct Header {
    name: String,
    value: String,
}

impl Mail {
    fn message_id(&self) -> Option<&str> {
        let named = |header: &&Header| header.name.eq_ignore_ascii_case("Message-ID") && header.value.len() <= 200;
        self.headers.iter().find(named).map(|header| header.value.as_str())
    }
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Bounce {
    bounce_type: String,
    bounced_recipients: Vec<Recipient>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Complaint {
    complained_recipients: Vec<Recipient>,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Recipient {
    email_address: String,
}

/// Takes what was posted, from whoever posted it: nothing is believed that SNS did not sign for a topic of the settings, and
/// nothing twice.
pub async fn receive(site: &Site, client: &Client, body: &[u8]) -> Done<Answer> {
    if site.settings.sns_topics.is_empty() {
        return Ok(Answer::Closed);
    }
    let verified = match site.sns.verify(body, &site.settings.sns_topics, site.now()).await {
        Ok(envelope) if envelope.kind == Kind::SubscriptionConfirmation => {
            site.sns.subscribe(&envelope).await.map(|()| envelope)
        }
        verified => verified,
    };
    match verified {
        Ok(envelope) => believe(site, &envelope).await.map(|()| Answer::Taken),
        Err(why) => refuse(site, client, &why).await,
    }
}

/// Does what follows from a message, once.
async fn believe(site: &Site, envelope: &Envelope) -> Done {
    let act = Act::unattended(site).await?;
    if !sns_messages::is_new(&act.tx, &envelope.id, act.now).await? {
        return Ok(());
    }
    let said = match envelope.kind {
        Kind::Notification => note(&act, envelope).await?,
        Kind::SubscriptionConfirmation => {
            tracing::info!(topic = envelope.topic, "subscribed to a topic of SNS");
            "subscribed"
        }
        Kind::UnsubscribeConfirmation => {
            tracing::warn!(topic = envelope.topic, "a topic of SNS tells no more");
            "unsubscribed"
        }
    };
    counters::count(&act.tx, &format!("sns {said}"), act.now).await?;
    act.commit().await
}

/// Notes what a message says of addresses, and returns what it is counted as.
async fn note(act: &Act<'_>, envelope: &Envelope) -> Done<&'static str> {
    let Ok(told) = serde_json::from_str::<Told>(&envelope.message) else { return Ok("other") };
    // Whatever became of it later, it was taken.
    if let Some(message_id) = told.mail.as_ref().and_then(Mail::message_id) {
        sns_messages::note_taken(&act.tx, &envelope.id, message_id).await?;
    }
    match (told.what.as_str(), told.bounce, told.complaint) {
        ("Bounce", Some(bounce), _) if bounce.bounce_type == "Permanent" => {
            for address in addresses(&bounce.bounced_recipients) {
                reach::mark_failing(&act.tx, &address, Failing::Bounced, act.now).await?;
            }
            Ok("bounce, permanent")
        }
        ("Bounce", Some(_), _) => Ok("bounce, transient"),
        ("Complaint", _, Some(complaint)) => {
            for address in addresses(&complaint.complained_recipients) {
                if reach::complained(&act.tx, &address, act.now).await?
                    && let Some(person) = people::find_by_email(&act.tx, &address).await?
                {
                    choices::complained(act, person.id).await?;
                }
            }
            Ok("complaint")
        }
        ("Delivery", ..) => Ok("delivery"),
        ("Send", ..) => Ok("send"),
        _ => Ok("other"),
    }
}

/// Those that are addresses; one may come with a name around it.
fn addresses(recipients: &[Recipient]) -> impl Iterator<Item = Email> {
    recipients.iter().filter_map(|recipient| {
        let raw = recipient.email_address.as_str();
        let bare = raw.rsplit_once('<').and_then(|(_, rest)| rest.strip_suffix('>')).unwrap_or(raw);
        Email::parse(bare).ok()
    })
}

async fn refuse(site: &Site, client: &Client, why: &NotBelieved) -> Done<Answer> {
    let act = Act::unattended(site).await?;
    let within = within(site, &act.tx, Limit::Hooks(client)).await?;
    if within {
        tracing::warn!(%why, "a message that claims to be of SNS was not believed");
        counters::count(&act.tx, "sns refused", act.now).await?;
    }
    act.commit().await?;
    Ok(match (why, within) {
        (_, false) => Answer::TooMany,
        (NotBelieved::Unreachable(_), _) => Answer::Later,
        _ => Answer::Refused,
    })
}
