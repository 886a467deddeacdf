use std::{
    io::{Read, Write},
    net::TcpListener,
    sync::mpsc,
    time::Duration,
};

use base64::{Engine, prelude::BASE64_STANDARD};

use super::Ses;
use crate::server::{
    config::SesSettings,
    mail::{Class, Letter, TransportError, mime, tests::at_once::AtOnce},
};

/// What the other side does once it has read a request.
#[derive(Clone, Copy)]
enum Answer {
    /// A status, the name of an error, a body.
    Says(u16, &'static str, &'static str),
    Hangs,
    Closes,
}

fn letter() -> Letter {
    Letter {
        message_id: "<0123456789abcdef@example.com>".into(),
        dated: "2026-11-22T12:00:00Z".parse().unwrap(),
        to_name: "Asha".into(),
        to_address: "asha@example.com".into(),
        subject: "You got 2 tickets: Rovers v United".into(),
        text: "Text".into(),
        html: "<p>Text".into(),
        reply_to: Some("priya@example.com".into()),
        unsubscribe: None,
        attachment: None,
    }
}

async fn ses(endpoint: String) -> Ses {
    let settings = SesSettings {
        region: "us-east-1".into(),
        keys: Some(("key-id".into(), "key".into())),
        configuration_set: Some("pool".into()),
        endpoint: Some(endpoint),
    };
    Ses::within(&settings, "Ticket Pool", "noreply@example.com", Duration::from_millis(800)).await
}

/// A server of one answer: where it is, and what it was asked.
fn server(answer: Answer) -> (String, mpsc::Receiver<String>) {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let endpoint = format!("http://{}", listener.local_addr().unwrap());
    let (tell, asked) = mpsc::channel();
    std::thread::spawn(move || {
        let (mut stream, _) = listener.accept().unwrap();
        let mut request = Vec::new();
        let mut part = [0; 4096];
        while !request.ends_with(b"}") {
            match stream.read(&mut part) {
                Ok(0) | Err(_) => return,
                Ok(count) => request.extend_from_slice(&part[..count]),
            }
        }
        tell.send(String::from_utf8_lossy(&request).into_owned()).unwrap();
        match answer {
            Answer::Says(status, error, body) => {
                let length = body.len();
                let head =
                    format!("HTTP/1.1 {status} X\r\nx-amzn-ErrorType: {error}\r\nContent-Length: {length}\r\n\r\n");
                stream.write_all(format!("{head}{body}").as_bytes()).unwrap();
            }
            Answer::Hangs => std::thread::sleep(Duration::from_secs(2)),
            Answer::Closes => drop(stream),
        }
    });
    (endpoint, asked)
}

async fn sent(answer: Answer) -> Result<String, TransportError> {
    ses(server(answer).0).await.send(&letter()).await
}

async fn class(answer: Answer) -> Class {
    let error = sent(answer).await.unwrap_err();
    assert!(!error.reason.is_empty() && !error.reason.contains('@'), "{}", error.reason);
    error.class
}

#[tokio::test]
async fn a_letter_is_handed_over_whole() {
    let (endpoint, asked) = server(Answer::Says(200, "", r#"{"MessageId":"0100-abc"}"#));
    assert_eq!(ses(endpoint).await.send(&letter()).await.unwrap(), "0100-abc");
    let request = asked.recv().unwrap();
    let (head, body) = request.split_once("\r\n\r\n").unwrap();
    assert!(head.starts_with("POST /v2/email/outbound-emails "), "{head}");
    let body: serde_json::Value = serde_json::from_str(body).unwrap();
    let octets =
        mime::message(&letter(), &mime::Sender::new("Ticket Pool", "noreply@example.com")).unwrap().formatted();
    assert_eq!(
        body,
        serde_json::json!({
            "Destination": { "ToAddresses": ["asha@example.com"] },
            "ConfigurationSetName": "pool",
            "Content": { "Raw": { "Data": BASE64_STANDARD.encode(octets) } },
        })
    );
}

#[tokio::test]
async fn what_was_not_taken_is_tried_again() {
    let too_fast = r#"{"message":"Maximum sending rate exceeded."}"#;
    assert_eq!(class(Answer::Says(429, "TooManyRequestsException", too_fast)).await, Class::TooFast);
    assert_eq!(class(Answer::Says(400, "ThrottlingException", "{}")).await, Class::TooFast);
    assert_eq!(class(Answer::Says(500, "InternalFailure", "{}")).await, Class::Faltering);
    assert_eq!(class(Answer::Says(503, "", "<html>busy</html>")).await, Class::Faltering);
}

#[tokio::test]
async fn who_cannot_be_reached_has_taken_nothing() {
    let free = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
    let error = ses(format!("http://{free}")).await.send(&letter()).await.unwrap_err();
    assert_eq!(error.class, Class::Unreachable, "{error}");
    // Someone else's server, that knows no TLS.
    let other = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = other.local_addr().unwrap();
    std::thread::spawn(move || other.accept().unwrap().0.write_all(b"220 hello\r\n"));
    let error = ses(format!("https://{address}")).await.send(&letter()).await.unwrap_err();
    assert_eq!(error.class, Class::Unreachable, "{error}");
    let error = ses("http://nowhere.invalid".into()).await.send(&letter()).await.unwrap_err();
    assert_eq!(error.class, Class::Unreachable, "{error}");
}

#[tokio::test]
async fn silence_after_sending_is_unknown() {
    assert_eq!(class(Answer::Hangs).await, Class::Unknown);
    assert_eq!(class(Answer::Closes).await, Class::Unknown);
    assert_eq!(class(Answer::Says(200, "", "not json")).await, Class::Unknown);
}

#[tokio::test]
async fn what_ses_refuses_is_not_tried_again() {
    let unverified = r#"{"message":"Email address is not verified: asha@example.com"}"#;
    let error = sent(Answer::Says(400, "MessageRejected", unverified)).await.unwrap_err();
    let reason = "SES: MessageRejected: Email address is not verified: (address)";
    assert_eq!(error, TransportError { class: Class::Permanent, reason: reason.into() });
    assert_eq!(class(Answer::Says(400, "BadRequestException", "{}")).await, Class::Permanent);
    assert_eq!(class(Answer::Says(404, "NotFoundException", "{}")).await, Class::Permanent);
}

#[tokio::test]
async fn what_stops_every_letter_is_no_letters_fault() {
    let quota = r#"{"message":"Daily message quota exceeded."}"#;
    assert_eq!(class(Answer::Says(429, "TooManyRequestsException", quota)).await, Class::Paused);
    assert_eq!(class(Answer::Says(400, "SendingPausedException", "{}")).await, Class::Paused);
    assert_eq!(class(Answer::Says(400, "AccountSuspendedException", "{}")).await, Class::Paused);
    assert_eq!(class(Answer::Says(400, "MailFromDomainNotVerifiedException", "{}")).await, Class::Paused);
    assert_eq!(class(Answer::Says(403, "InvalidSignatureException", "{}")).await, Class::Paused);
}
