//! What Amazon SES tells through SNS: believed where SNS signed it for a topic of ours, and never otherwise.

mod believed;
mod forged;
mod shown;

use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex},
};

use axum::{
    body::Body,
    http::{Method, StatusCode, header},
};
use base64::{Engine, prelude::BASE64_STANDARD};
use chrono::{DateTime, Utc};
use ring::{
    rand::SystemRandom,
    signature::{RSA_PKCS1_SHA256, RsaKeyPair},
};
use rustls_pki_types::{CertificateDer, pem::PemObject};
use serde_json::{Map, Value, json};
use ticket_pool::server::sns::Sns;
use webpki::anchor_from_trusted_cert;

use crate::harness::Town;

const TOPIC: &str = "arn:aws:sns:eu-west-2:123456789012:bounces";
const SIGNS: &[u8] = include_bytes!("bounces/certificates/signs.pk8");
const ANOTHER: &[u8] = include_bytes!("bounces/certificates/another.pk8");
const AUTHORITY: &[u8] = include_bytes!("bounces/certificates/authority.pem");
const BETWEEN: &[u8] = include_bytes!("bounces/certificates/between.pem");

/// The files that SNS, and others, give.
const FILES: [(&str, &[u8]); 13] = [
    ("good", include_bytes!("bounces/certificates/good.pem")),
    ("regional", include_bytes!("bounces/certificates/regional.pem")),
    ("below", include_bytes!("bounces/certificates/below.pem")),
    ("astray", include_bytes!("bounces/certificates/astray.pem")),
    ("another", include_bytes!("bounces/certificates/another.pem")),
    ("elsewhere", include_bytes!("bounces/certificates/elsewhere.pem")),
    ("otherregion", include_bytes!("bounces/certificates/otherregion.pem")),
    ("over", include_bytes!("bounces/certificates/over.pem")),
    ("early", include_bytes!("bounces/certificates/early.pem")),
    ("foreign", include_bytes!("bounces/certificates/foreign.pem")),
    ("alone", include_bytes!("bounces/certificates/alone.pem")),
    ("client", include_bytes!("bounces/certificates/client.pem")),
    ("junk", b"-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"),
];

/// Where the certificate of this name is.
fn at(name: &str) -> String {
    format!("https://sns.eu-west-2.amazonaws.com/SimpleNotificationService-{name}.pem")
}

fn der(pem: &[u8]) -> CertificateDer<'static> {
    CertificateDer::from_pem_slice(pem).unwrap()
}

/// The town with a topic, an authority of its own, and what was fetched so far.
fn with_topic(town: &Town) -> (Town, Arc<Mutex<Vec<String>>>) {
    let mut town = town.with_settings(&[("SNS_TOPICS", TOPIC)]);
    let fetched = Arc::new(Mutex::new(Vec::new()));
    let seen = Arc::clone(&fetched);
    let fetch = move |url: &str| {
        seen.lock().unwrap().push(url.to_owned());
        if url == "http://crt.r2m01.amazontrust.com/r2m01.cer" {
            return Ok(der(BETWEEN).to_vec());
        }
        if url.starts_with("https://sns.eu-west-2.amazonaws.com/?Action=ConfirmSubscription") {
            return Ok(b"<ConfirmSubscriptionResponse/>".to_vec());
        }
        let file = FILES.iter().find(|(name, _)| url == at(name));
        file.map(|(_, file)| file.to_vec()).ok_or_else(|| "nobody answers there".to_owned())
    };
    let authority = der(AUTHORITY);
    let anchor = anchor_from_trusted_cert(&authority).unwrap().to_owned();
    town.site.sns = Arc::new(Sns::trusting(vec![anchor], Arc::new(fetch)));
    (town, fetched)
}

type Message = Map<String, Value>;

fn message(value: Value) -> Message {
    let Value::Object(message) = value else { panic!("an object") };
    message
}

fn time(at: DateTime<Utc>) -> String {
    at.format("%Y-%m-%dT%H:%M:%S%.3fZ").to_string()
}

/// A notification as SNS makes it, not signed yet.
fn notification(town: &Town, id: &str, says: &Value) -> Message {
    message(json!({
        "Type": "Notification", "MessageId": id, "TopicArn": TOPIC, "Subject": "Amazon SES Email Event Notification",
        "Message": says.to_string(), "Timestamp": time(town.now()), "SignatureVersion": "2",
        "SigningCertURL": at("good"), "UnsubscribeURL": "https://sns.eu-west-2.amazonaws.com/?Action=Unsubscribe",
    }))
}

fn confirmation(town: &Town, id: &str, topic: &str) -> Message {
    message(json!({
        "Type": "SubscriptionConfirmation", "MessageId": id, "Token": "2336412f37", "TopicArn": topic,
        "Message": "You have chosen to subscribe to the topic.", "Timestamp": time(town.now()), "SignatureVersion": "2",
        "SubscribeURL": "https://sns.eu-west-2.amazonaws.com/?Action=ConfirmSubscription&Token=2336412f37",
        "SigningCertURL": at("good"),
    }))
}

/// Signs it as the documentation of SNS says.
fn signed(mut message: Message, key: &[u8]) -> Message {
    let names: &[&str] = match message["Type"].as_str() {
        Some("Notification") => &["Message", "MessageId", "Subject", "Timestamp", "TopicArn", "Type"],
        _ => &["Message", "MessageId", "SubscribeURL", "Timestamp", "Token", "TopicArn", "Type"],
    };
    let mut text = String::new();
    for name in names {
        if let Some(value) = message.get(*name).and_then(Value::as_str) {
            text.extend([name, "\n", value, "\n"]);
        }
    }
    let key = RsaKeyPair::from_pkcs8(key).unwrap();
    let mut signature = vec![0; key.public().modulus_len()];
    key.sign(&RSA_PKCS1_SHA256, &SystemRandom::new(), text.as_bytes(), &mut signature).unwrap();
    message.insert("Signature".into(), BASE64_STANDARD.encode(signature).into());
    message
}

fn text(message: &Message) -> String {
    Value::Object(message.clone()).to_string()
}

/// A permanent bounce of one address, as SES publishes events.
fn bounce(address: &str) -> Value {
    json!({
        "eventType": "Bounce",
        "bounce": {
            "bounceType": "Permanent", "bounceSubType": "General",
            "bouncedRecipients": [{ "emailAddress": address, "action": "failed", "status": "5.1.1" }],
        },
        "mail": { "messageId": "0100018f", "destination": [address], "tags": { "ses:operation": ["SendEmail"] } },
    })
}

/// Posts as SNS does: without a cookie, from no page.
async fn post(town: &Town, body: impl Into<Body>) -> StatusCode {
    let mut nobody = town.browser();
    let request = nobody.request(Method::POST, "/hooks/sns").header(header::CONTENT_TYPE, "text/plain; charset=UTF-8");
    nobody.send(request.body(body.into()).unwrap()).await.status
}

/// Who cannot be reached and who complained, and what was counted.
async fn state(town: &Town) -> (i64, i64, BTreeMap<String, i64>) {
    let failing = town.count("users", "failing_since IS NOT NULL").await;
    let complained = town.count("users", "complained_at IS NOT NULL").await;
    let counted = town.rows("SELECT name, count FROM counters WHERE name LIKE 'sns %'").await;
    let counted = counted.iter().map(|row| (row["name"].as_str().unwrap().to_owned(), row["count"].as_i64().unwrap()));
    (failing, complained, counted.collect())
}
