use axum::body::Body;
use chrono::TimeDelta;
use serde_json::{Value, json};
use ticket_pool::server::sns::NotBelieved;

use super::{
    ANOTHER, Message, SIGNS, TOPIC, at, bounce, confirmation, notification, post, signed, state, text, time, with_topic,
};
use crate::harness::Town;

/// What a forger makes of a true message of today, with what has to be said about it.
struct Forged {
    what: String,
    body: String,
    why: fn(&NotBelieved) -> bool,
}

fn garbled(why: &NotBelieved) -> bool {
    *why == NotBelieved::Garbled
}

fn address(why: &NotBelieved) -> bool {
    *why == NotBelieved::Address
}

fn signature(why: &NotBelieved) -> bool {
    *why == NotBelieved::Signature
}

fn certificate(why: &NotBelieved) -> bool {
    matches!(why, NotBelieved::Certificate(_))
}

/// A message with one thing changed.
fn with(mut message: Message, name: &str, value: impl Into<Value>) -> Message {
    message.insert(name.into(), value.into());
    message
}

fn without(mut message: Message, name: &str) -> Message {
    message.remove(name);
    message
}

/// Everything that a forger can do to a bounce of Asha.
#[expect(clippy::too_many_lines, reason = "a list of what was tried")]
fn forgeries(town: &Town) -> Vec<Forged> {
    let mut all = Vec::new();
    let mut add = |what: &str, body: String, why: fn(&NotBelieved) -> bool| {
        all.push(Forged { what: what.to_owned(), body, why });
    };
    let says = bounce("asha@example.org");
    let plain = || notification(town, "8f2c1d0e-0000-4000-8000-000000000001", &says);
    let good = signed(plain(), SIGNS);

    // Fields altered one by one after SNS signed.
    let of_bram = bounce("bram@example.org").to_string();
    add("another message", text(&with(good.clone(), "Message", of_bram)), signature);
    add("another id", text(&with(good.clone(), "MessageId", "8f2c1d0e-0000-4000-8000-000000000002")), signature);
    add("another subject", text(&with(good.clone(), "Subject", "Hello")), signature);
    add("no subject", text(&without(good.clone(), "Subject")), signature);
    let later = time(town.now() + TimeDelta::seconds(1));
    add("another time", text(&with(good.clone(), "Timestamp", later)), signature);
    add(
        "the same time in another zone",
        text(&with(good.clone(), "Timestamp", "2026-11-22T13:00:00.000+01:00")),
        signature,
    );
    let confirms = with(with(good.clone(), "Type", "UnsubscribeConfirmation"), "Token", "x");
    let confirms = with(confirms, "SubscribeURL", "https://sns.eu-west-2.amazonaws.com/?Action=ConfirmSubscription");
    add("another kind", text(&confirms), signature);
    let name_in_value = with(without(good.clone(), "Subject"), "MessageId", "8f2c1d0e-0000-4000-8000-000000000001");
    add("a value moved into another", text(&with(name_in_value, "Message", format!("{says}\nSubject"))), signature);

    // Signatures.
    add("no signature", text(&without(good.clone(), "Signature")), garbled);
    add("an empty signature", text(&with(good.clone(), "Signature", "")), signature);
    add("a signature that is no base64", text(&with(good.clone(), "Signature", "!!!")), garbled);
    add("a signature of zeros", text(&with(good.clone(), "Signature", "A".repeat(344))), signature);
    add("signed with another key", text(&signed(plain(), ANOTHER)), signature);
    add("with the certificate of another key", text(&with(good.clone(), "SigningCertURL", at("another"))), signature);
    for version in ["1", "3", "02", "", "2 "] {
        let why: fn(&NotBelieved) -> bool = |why| *why == NotBelieved::Version;
        add(&format!("version {version:?}"), text(&signed(with(plain(), "SignatureVersion", version), SIGNS)), why);
    }

    // Certificates, all with a signature that fits.
    for name in ["elsewhere", "otherregion", "over", "early", "foreign", "alone", "client", "junk", "astray"] {
        add(
            &format!("the certificate {name}"),
            text(&signed(with(plain(), "SigningCertURL", at(name)), SIGNS)),
            certificate,
        );
    }
    for url in [
        "http://sns.eu-west-2.amazonaws.com/SimpleNotificationService-good.pem",
        "https://sns.eu-west-2.amazonaws.com.evil.example/SimpleNotificationService-good.pem",
        "https://sns.eu-west-2.amazonaws.com@evil.example/SimpleNotificationService-good.pem",
        "https://me:word@sns.eu-west-2.amazonaws.com/SimpleNotificationService-good.pem",
        "https://sns.eu-west-2.amazonaws.com:8443/SimpleNotificationService-good.pem",
        "https://evil.example/sns.eu-west-2.amazonaws.com/good.pem",
        "https://sns.evil.example/SimpleNotificationService-good.pem",
        "https://evilsns.eu-west-2.amazonaws.com/SimpleNotificationService-good.pem",
        "https://my-bucket.s3.eu-west-2.amazonaws.com/good.pem",
        "https://sns.eu-west-2.amazonaws.com/SimpleNotificationService-good.txt",
        "https://sns.eu-west-2.amazonaws.com/SimpleNotificationService-good.pem?to=evil.example",
        "https://127.0.0.1/good.pem",
        "file:///etc/ssl/good.pem",
        "good.pem",
        "",
    ] {
        add(
            &format!("the certificate at {url:?}"),
            text(&signed(with(plain(), "SigningCertURL", url), SIGNS)),
            address,
        );
    }

    // Times and topics, signed by SNS itself: someone else's messages, and old ones.
    for (what, at) in [
        ("an hour and a second ago", town.now() - TimeDelta::seconds(3_601)),
        ("a year ago", town.now() - TimeDelta::days(365)),
        ("in six minutes", town.now() + TimeDelta::minutes(6)),
        ("in a year", town.now() + TimeDelta::days(365)),
    ] {
        let why: fn(&NotBelieved) -> bool = |why| *why == NotBelieved::Age;
        add(what, text(&signed(with(plain(), "Timestamp", time(at)), SIGNS)), why);
    }
    for topic in [
        "arn:aws:sns:eu-west-2:999999999999:bounces",
        "arn:aws:sns:eu-west-2:123456789012:bounces2",
        "arn:aws:sns:eu-west-2:123456789012:BOUNCES",
        "arn:aws:sns:eu-west-2:123456789012:bounces ",
        "",
    ] {
        let why: fn(&NotBelieved) -> bool = |why| *why == NotBelieved::Topic;
        add(&format!("topic {topic:?}"), text(&signed(with(plain(), "TopicArn", topic), SIGNS)), why);
        let confirms = signed(confirmation(town, "8f2c1d0e-0000-4000-8000-00000000000c", topic), SIGNS);
        add(&format!("a subscription to {topic:?}"), text(&confirms), why);
    }
    for url in [
        "https://evil.example/?Action=ConfirmSubscription",
        "http://sns.eu-west-2.amazonaws.com/",
        "http://127.0.0.1:5432/",
    ] {
        let confirms = confirmation(town, "8f2c1d0e-0000-4000-8000-00000000000d", TOPIC);
        add(&format!("a subscription at {url}"), text(&signed(with(confirms, "SubscribeURL", url), SIGNS)), address);
    }

    // What is no message.
    for name in ["Type", "MessageId", "TopicArn", "Message", "Timestamp", "SignatureVersion", "SigningCertURL"] {
        add(&format!("without {name}"), text(&without(good.clone(), name)), garbled);
        for wrong in [json!(null), json!(5), json!(["x"]), json!({ "x": "y" }), json!(true)] {
            add(&format!("{name} is {wrong}"), text(&with(good.clone(), name, wrong)), garbled);
        }
    }
    for (name, value) in
        [("Timestamp", "yesterday"), ("Type", "Rumor"), ("MessageId", ""), ("MessageId", "a b"), ("MessageId", "ä")]
    {
        add(&format!("{name} is {value:?}"), text(&with(good.clone(), name, value)), garbled);
    }
    let twice = text(&good).replacen('{', "{\"TopicArn\":\"arn:aws:sns:eu-west-2:999999999999:bounces\",", 1);
    add("two topics", twice, garbled);
    for nothing in [
        "",
        "{}",
        "[]",
        "null",
        "5",
        "\"Notification\"",
        "Type=Notification",
        "{\"Type\":\"Notification\"",
        "\u{feff}{}",
    ] {
        add(&format!("{nothing:?}"), nothing.to_owned(), garbled);
    }
    add("SES without SNS around it", says.to_string(), garbled);
    add("very deep", format!("{}{}", "[".repeat(100_000), "]".repeat(100_000)), garbled);
    all
}

both! {
    async fn of_all_that_is_forged_nothing_is_believed(town: Town) {
        let (town, fetched) = with_topic(&town);
        let forgeries = forgeries(&town);
        assert!(forgeries.len() >= 40, "{}", forgeries.len());
        for Forged { what, body, why } in &forgeries {
            // Each by a site that fetched nothing yet, so that none is refused for what another did.
            let (fresh, _) = with_topic(&town);
            let said = fresh.site.sns.verify(body.as_bytes(), &[TOPIC.to_owned()], town.now()).await;
            assert!(said.as_ref().is_err_and(why), "{what}: {said:?}");
            let status = post(&town, body.clone()).await;
            assert!(status.is_client_error() || status.is_server_error(), "{what}: {status}");
        }
        let (failing, complained, counted) = state(&town).await;
        assert_eq!((failing, complained), (0, 0));
        assert!(counted.keys().all(|name| name == "sns refused"), "{counted:?}");
        assert_eq!(town.count("sns_messages", "1 = 1").await, 0);
        for url in fetched.lock().unwrap().iter() {
            assert!(url.starts_with("https://sns.eu-west-2.amazonaws.com/"), "{url}");
        }
    }

    async fn what_is_too_long_or_of_another_kind_is_not_read(town: Town) {
        let (town, _) = with_topic(&town);
        let long = signed(notification(&town, "1", &json!("x".repeat(256 * 1024))), SIGNS);
        assert_eq!(post(&town, text(&long)).await, 413);
        let good = text(&signed(notification(&town, "1", &bounce("asha@example.org")), SIGNS));
        let mut nobody = town.browser();
        assert_eq!(nobody.post("/hooks/sns", &[("Message", &good)]).await.status, 415);
        assert_eq!(nobody.get("/hooks/sns").await.status, 405);
        assert_eq!(post(&town, Body::from(good.as_bytes()[1..].to_vec())).await, 403);
        assert_eq!(state(&town).await.0, 0);
    }

    async fn without_a_topic_there_is_nothing(town: Town) {
        let (other, fetched) = with_topic(&town);
        let good = text(&signed(notification(&town, "1", &bounce("asha@example.org")), SIGNS));
        let mut closed = other.with_settings(&[]);
        closed.site.sns = other.site.sns.clone();
        assert_eq!(post(&closed, good.clone()).await, 404);
        assert_eq!((state(&closed).await.0, fetched.lock().unwrap().len()), (0, 0));
        assert_eq!(post(&other, good).await, 204);
        assert_eq!(state(&other).await.0, 1, "with it, there is");
    }

    /// Whoever knows the topic cannot have the site fetch without end, nor write without end.
    async fn a_forger_is_stopped_after_a_while(town: Town) {
        let (town, fetched) = with_topic(&town);
        let mut statuses = Vec::new();
        for place in 0..70 {
            let forged = notification(&town, "1", &bounce("asha@example.org"));
            let forged = with(forged, "SigningCertURL", at(&format!("none-{place}")));
            statuses.push(post(&town, text(&signed(forged, SIGNS))).await.as_u16());
        }
        assert_eq!((statuses[0], statuses[69]), (503, 429));
        assert_eq!(fetched.lock().unwrap().len(), 20);
        assert!(state(&town).await.2["sns refused"] < 70);
        // An hour later a true one is believed.
        town.wait(TimeDelta::minutes(61));
        let good = text(&signed(notification(&town, "2", &bounce("asha@example.org")), SIGNS));
        assert_eq!(post(&town, good).await, 204);
        assert_eq!(state(&town).await.0, 1);
    }
}
