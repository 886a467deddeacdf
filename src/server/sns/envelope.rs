use base64::{Engine, prelude::BASE64_STANDARD};
use chrono::{DateTime, Utc};
use serde::Deserialize;

/// What a message is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum Kind {
    Notification,
    /// Someone subscribed this site to a topic.
    SubscriptionConfirmation,
    UnsubscribeConfirmation,
}

/// A message as SNS sends it. Where it was verified, everything in it is what SNS signed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Envelope {
    pub kind: Kind,
    /// Its own, the same each time it is sent again.
    pub id: String,
    pub topic: String,
    pub at: DateTime<Utc>,
    /// What was published.
    pub message: String,
    pub(super) subscribe: Option<String>,
    pub(super) version: String,
    pub(super) signature: Vec<u8>,
    pub(super) certificate: String,
    signed: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "PascalCase")]
struct Written {
    r#type: Kind,
    message_id: String,
    topic_arn: String,
    message: String,
    timestamp: String,
    signature_version: String,
    signature: String,
    #[serde(rename = "SigningCertURL")]
    signing_cert_url: String,
    subject: Option<String>,
    token: Option<String>,
    #[serde(rename = "SubscribeURL")]
    subscribe_url: Option<String>,
}

impl Envelope {
    /// Reads a message; `None`: it is none. A key that stands twice makes it none, so that nobody reads another one than was
    /// verified.
    pub(super) fn read(body: &[u8]) -> Option<Self> {
        let written: Written = serde_json::from_slice(body).ok()?;
        let is_id = (1..=100).contains(&written.message_id.len())
            && written.message_id.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-');
        if !is_id {
            return None;
        }
        let confirms = written.r#type != Kind::Notification;
        if confirms && (written.token.is_none() || written.subscribe_url.is_none()) {
            return None;
        }
        Some(Self {
            kind: written.r#type,
            at: DateTime::parse_from_rfc3339(&written.timestamp).ok()?.to_utc(),
            signature: BASE64_STANDARD.decode(&written.signature).ok()?,
            signed: signed(&written),
            id: written.message_id,
            topic: written.topic_arn,
            message: written.message,
            subscribe: written.subscribe_url.filter(|_| confirms),
            version: written.signature_version,
            certificate: written.signing_cert_url,
        })
    }

    /// The octets that were signed.
    pub(super) fn signed(&self) -> &[u8] {
        self.signed.as_bytes()
    }
}

/// Names and values in the order of the alphabet, each on a line of its own; which ones depends on the kind.
fn signed(written: &Written) -> String {
    let kind = match written.r#type {
        Kind::Notification => "Notification",
        Kind::SubscriptionConfirmation => "SubscriptionConfirmation",
        Kind::UnsubscribeConfirmation => "UnsubscribeConfirmation",
    };
    let confirms = written.r#type != Kind::Notification;
    let fields = [
        ("Message", Some(written.message.as_str())),
        ("MessageId", Some(&written.message_id)),
        ("Subject", written.subject.as_deref().filter(|_| !confirms)),
        ("SubscribeURL", written.subscribe_url.as_deref().filter(|_| confirms)),
        ("Timestamp", Some(&written.timestamp)),
        ("Token", written.token.as_deref().filter(|_| confirms)),
        ("TopicArn", Some(&written.topic_arn)),
        ("Type", Some(kind)),
    ];
    fields.into_iter().filter_map(|(name, value)| value.map(|value| format!("{name}\n{value}\n"))).collect()
}
