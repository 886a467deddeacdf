//! How letters fare with relays of every temper.

mod begun;
mod certificates;
mod safety;
mod server;

use std::{net::TcpListener, time::Duration};

use catalog::{Language, said_in};
use lettre::transport::smtp::client::{CertificateStore, TlsParameters};

use self::{
    certificates::{Authority, self_signed},
    server::{Does, Relay, Script, Tls},
};
use super::{Fault, Smtp, Step, conversation::Way};
use crate::{
    server::{
        config::{SmtpLogin, SmtpSecurity, SmtpSettings},
        mail::{Class, Health, Letter, TransportError, mime, tests::at_once::AtOnce},
    },
    words,
};

/// How long a letter may take here.
const LONGEST: Duration = Duration::from_millis(900);

fn letter() -> Letter {
    Letter {
        message_id: "<0123456789abcdef0123456789abcdef@example.com>".into(),
        dated: "2026-11-22T12:00:00Z".parse().unwrap(),
        to_name: "Asha".into(),
        to_address: "asha@example.com".into(),
        subject: "You got 2 tickets: Rovers v United".into(),
        text: "Hello Asha\n.\n..\nBye\n".into(),
        html: "<p>Hello Asha".into(),
        reply_to: None,
        unsubscribe: None,
        attachment: None,
    }
}

fn sender() -> mime::Sender {
    mime::Sender::new("Ticket Pool", "tickets@example.org")
}

/// A way to a relay on this machine, for someone who trusts this authority alone.
fn to(port: u16, security: SmtpSecurity, login: bool, authority: Option<&Authority>) -> Smtp {
    let login = login.then(|| SmtpLogin { user: "tickets".into(), password: "s3cret".into() });
    let settings = SmtpSettings { host: "localhost".into(), port, security, login };
    let mut tls = TlsParameters::builder("localhost".into()).certificate_store(CertificateStore::None);
    if let Some(authority) = authority {
        tls = tls.add_root_certificate(authority.trusted());
    }
    let way = Way::trusting(Some(tls.build().unwrap()), &settings, "tickets.example.org:8443");
    Smtp { longest: LONGEST, ..Smtp::with(way, sender()) }
}

fn plainly(relay: &Relay) -> Smtp {
    to(relay.port, SmtpSecurity::None, false, None)
}

/// What becomes of a letter where the relay does so.
async fn sent(script: Script) -> Result<String, TransportError> {
    plainly(&Relay::new(script)).send(&letter()).await
}

async fn class(script: Script) -> Class {
    let error = sent(script.clone()).await.unwrap_err();
    assert!(error.reason.starts_with("The mail server ") && error.reason.ends_with('.'), "{script:?}: {error}");
    assert!(!error.reason.contains('@'), "{error}");
    for language in Language::spoken().filter(|language| *language != Language::English) {
        let said = said_in(language, || words::mail_reason(&error.reason));
        assert_ne!(said, error.reason, "{language:?}");
    }
    error.class
}

#[tokio::test]
async fn a_letter_arrives_octet_for_octet() {
    let relay = Relay::new(Script::default());
    let taken = plainly(&relay).send(&letter()).await.unwrap();
    assert_eq!(taken, "2.0.0 Ok: queued as 4FhX", "the relay's name for it, without an address");
    let heard = relay.heard();
    let expected = String::from_utf8(mime::message(&letter(), &sender()).unwrap().formatted()).unwrap();
    // The end of the last line belongs to the dot.
    assert_eq!(heard.letters, [format!("{}\r\n", expected.trim_end_matches("\r\n"))]);
    let envelope =
        ["EHLO tickets.example.org", "MAIL FROM:<tickets@example.org>", "RCPT TO:<asha@example.com>", "DATA"];
    assert_eq!(heard.lines, envelope);
}

#[tokio::test]
async fn one_connection_serves_letter_after_letter() {
    let relay = Relay::new(Script::default());
    let smtp = plainly(&relay);
    for _ in 0..3 {
        smtp.send(&letter()).await.unwrap();
    }
    assert_eq!((relay.heard().connections, relay.heard().letters.len()), (1, 3));
    // Two at once need two.
    let (one, other) = (letter(), letter());
    let (one, other) = tokio::join!(smtp.send(&one), smtp.send(&other));
    assert!(one.is_ok() && other.is_ok());
    assert_eq!((relay.heard().connections, relay.heard().letters.len()), (2, 5));
}

#[tokio::test]
async fn a_relay_that_ended_the_connection_meanwhile_is_called_again() {
    let relay = Relay::new(Script { letters_on_one: Some(2), ..Script::default() });
    let smtp = plainly(&relay);
    for _ in 0..5 {
        smtp.send(&letter()).await.unwrap();
    }
    assert_eq!((relay.heard().connections, relay.heard().letters.len()), (3, 5));
}

#[tokio::test]
async fn a_refused_recipient_costs_no_new_connection() {
    let relay = Relay::new(Script { recipient: Some(Does::Says("550 5.1.1 no such user")), ..Script::default() });
    let smtp = plainly(&relay);
    for _ in 0..3 {
        let error = smtp.send(&letter()).await.unwrap_err();
        assert_eq!(error.reason, "The mail server does not accept the recipient: 550 5.1.1 no such user.");
    }
    assert_eq!((relay.heard().connections, relay.heard().letters.len()), (1, 0));
    assert_eq!(relay.heard().lines.iter().filter(|line| *line == "RSET").count(), 3);
}

#[tokio::test]
async fn what_was_not_taken_is_tried_again() {
    for script in [
        // Greylisting.
        Script { recipient: Some(Does::Says("451 4.7.1 try again in 300 seconds")), ..Script::default() },
        Script { recipient: Some(Does::Says("450 4.2.1 mailbox busy")), ..Script::default() },
        Script { recipient: Some(Does::SaysAndLeaves("421 4.3.2 shutting down")), ..Script::default() },
        Script { recipient: Some(Does::Leaves), ..Script::default() },
        Script { recipient: Some(Does::Hangs), ..Script::default() },
        Script { sender: Some(Does::Says("452 4.3.1 no room")), ..Script::default() },
        Script { data: Some(Does::SaysAndLeaves("421 4.3.2 shutting down")), ..Script::default() },
        Script { data: Some(Does::Says("451 4.3.0 later")), ..Script::default() },
        Script { data: Some(Does::Says("250 2.0.0 an answer to something else")), ..Script::default() },
        Script { data: Some(Does::Leaves), ..Script::default() },
        Script { data: Some(Does::Hangs), ..Script::default() },
        Script { content: Some(Does::Says("451 4.3.0 later")), ..Script::default() },
        Script { content: Some(Does::Says("452 4.2.2 mailbox full")), ..Script::default() },
        Script { content: Some(Does::SaysAndLeaves("421 4.3.2 shutting down")), ..Script::default() },
        // One mailbox is no reason to write to others more slowly.
        Script {
            recipient: Some(Does::Says("450 4.2.1 this mailbox gets mail at too high a rate")),
            ..Script::default()
        },
        Script { recipient: Some(Does::Says("451 4.3.0 corporate separator")), ..Script::default() },
    ] {
        assert_eq!(class(script.clone()).await, Class::Retry, "{script:?}");
    }
}

#[tokio::test]
async fn what_came_too_fast_is_no_letters_fault() {
    for script in [
        Script { sender: Some(Does::Says("450 4.7.1 Error: too much mail from 192.0.2.1")), ..Script::default() },
        Script { sender: Some(Does::SaysAndLeaves("421 4.7.0 Too many messages, slow down")), ..Script::default() },
        Script { recipient: Some(Does::Says("451 4.7.1 rate limit exceeded")), ..Script::default() },
        Script {
            data: Some(Does::Says("454 Throttling failure: Maximum sending rate exceeded.")),
            ..Script::default()
        },
        Script { content: Some(Does::SaysAndLeaves("421 4.7.0 too fast")), ..Script::default() },
    ] {
        assert_eq!(class(script.clone()).await, Class::TooFast, "{script:?}");
    }
}

#[tokio::test]
async fn where_nobody_speaks_smtp_no_letter_is_at_fault() {
    for greeting in [
        Does::Says("421 4.3.2 not now"),
        Does::Says("554 5.3.2 not for you"),
        Does::SaysAndLeaves("421 4.3.2 not now"),
        Does::Says("HTTP/1.1 400 Bad Request"),
        Does::Says("SSH-2.0-OpenSSH_9.2"),
        Does::Says("\u{1F39F}"),
        Does::Leaves,
        Does::Hangs,
    ] {
        let script = Script { greeting: Some(greeting), ..Script::default() };
        assert_eq!(class(script).await, Class::Unreachable, "{greeting:?}");
    }
    for sender in [Does::SaysAndLeaves("421 4.3.2 shutting down"), Does::Leaves, Does::Hangs] {
        let script = Script { sender: Some(sender), ..Script::default() };
        assert_eq!(class(script).await, Class::Unreachable, "{sender:?}");
    }
}

#[tokio::test]
async fn who_cannot_be_reached_has_taken_nothing() {
    let free = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    let error = to(free, SmtpSecurity::None, false, None).send(&letter()).await.unwrap_err();
    let reason = "The mail server could not be reached: the connection was refused.".to_owned();
    assert_eq!(error, TransportError { class: Class::Unreachable, reason });
    let settings = SmtpSettings { host: "nowhere.invalid".into(), port: 25, security: SmtpSecurity::None, login: None };
    let nowhere = Smtp::with(Way::trusting(None, &settings, "localhost"), sender());
    let error = nowhere.send(&letter()).await.unwrap_err();
    assert_eq!(error.class, Class::Unreachable, "{error}");
}

#[tokio::test]
async fn what_a_relay_refuses_is_not_tried_again() {
    for script in [
        Script { recipient: Some(Does::Says("550 5.1.1 <asha@example.com>: no such user")), ..Script::default() },
        Script { recipient: Some(Does::Says("553 5.1.3 bad address")), ..Script::default() },
    ] {
        assert_eq!(class(script.clone()).await, Class::NoRecipient, "{script:?}");
    }
    for script in [
        Script { data: Some(Does::Says("554 5.5.1 no valid recipients")), ..Script::default() },
        Script { content: Some(Does::Says("552 5.3.4 message too big")), ..Script::default() },
        Script { content: Some(Does::Says("554 5.7.1 looks like spam")), ..Script::default() },
    ] {
        assert_eq!(class(script.clone()).await, Class::Permanent, "{script:?}");
    }
    let odd = Letter { to_address: "äsha@example.com".into(), ..letter() };
    let relay = Relay::new(Script::default());
    assert_eq!(plainly(&relay).send(&odd).await.unwrap_err().class, Class::Permanent);
    assert_eq!(relay.heard().connections, 0, "no extension that few relays have is asked for");
}

#[tokio::test]
async fn what_stops_every_letter_is_no_letters_fault() {
    for script in [
        Script { sender: Some(Does::Says("550 5.7.1 not your address")), ..Script::default() },
        Script { sender: Some(Does::Says("530 5.7.0 authentication required")), ..Script::default() },
        Script { recipient: Some(Does::Says("530 5.7.0 authentication required")), ..Script::default() },
        Script {
            recipient: Some(Does::Says("554 5.7.1 <asha@example.com>: Relay access denied")),
            ..Script::default()
        },
        Script { recipient: Some(Does::Says("550 relaying not permitted")), ..Script::default() },
        Script {
            content: Some(Does::Says("454 Throttling failure: Daily message quota exceeded.")),
            ..Script::default()
        },
        Script { data: Some(Does::Says("550 5.4.5 Daily user sending quota exceeded.")), ..Script::default() },
    ] {
        assert_eq!(class(script.clone()).await, Class::Paused, "{script:?}");
    }
}

#[tokio::test]
async fn silence_after_the_dot_is_unknown() {
    for content in [Does::Leaves, Does::Hangs, Does::Says("what a nice letter"), Does::Says("999 ?")] {
        let script = Script { content: Some(content), ..Script::default() };
        assert_eq!(class(script).await, Class::Unknown, "{content:?}");
    }
}

#[tokio::test]
async fn trying_the_way_out_sends_nothing_and_says_how_far_it_came() {
    let relay = Relay::new(Script::default());
    assert_eq!(plainly(&relay).try_out().await, Ok(()));
    assert_eq!(relay.heard().letters.len(), 0);
    assert!(!relay.heard().lines.iter().any(|line| line.starts_with("RCPT") || line == "DATA"));
    let authority = Authority::new();
    let tls = || Tls::Wrapped(authority.relay("localhost"));
    for (script, step) in [
        (Script { tls: tls(), greeting: Some(Does::Says("554 no")), ..Script::default() }, Step::Greeting),
        (Script { tls: Tls::Wrapped(self_signed("localhost")), ..Script::default() }, Step::Tls),
        (Script { tls: tls(), login: Some(Does::Says("535 no")), ..Script::default() }, Step::Login),
        (Script { tls: tls(), sender: Some(Does::Says("550 no")), ..Script::default() }, Step::Sender),
    ] {
        let relay = Relay::new(script.clone());
        let fault = to(relay.port, SmtpSecurity::Tls, true, Some(&authority)).try_out().await;
        assert!(matches!(&fault, Err(Fault { step: at, .. }) if *at == step), "{script:?}: {fault:?}");
    }
}

#[tokio::test]
async fn how_the_relay_does_is_asked_again_only_after_it_did_not_do_well() {
    let relay = Relay::new(Script { greeting: Some(Does::Says("421 not now")), ..Script::default() });
    let smtp = plainly(&relay);
    assert!(smtp.health().await.down && smtp.health().await.down);
    assert_eq!(relay.heard().connections, 2);
    relay.now_does(Script::default());
    for _ in 0..3 {
        assert_eq!(smtp.health().await, Health::default());
    }
    assert_eq!(relay.heard().connections, 3);
    assert!(relay.heard().lines.contains(&"NOOP".to_owned()));
}
