//! To whom a letter, or the login, is given: with TLS only to whom the certificate names.

use std::sync::Arc;

use rustls::ServerConfig;

use super::{
    certificates::{Authority, self_signed},
    letter,
    server::{Does, Relay, Script, Tls},
    to,
};
use crate::server::{
    config::SmtpSecurity,
    mail::{Class, TransportError, tests::at_once::AtOnce},
};

/// A relay on this machine with TLS, and what became of a letter, of a login, and of a try-out.
async fn safely(
    config: Arc<ServerConfig>,
    authority: &Authority,
    wrapped: bool,
) -> (Relay, Result<String, TransportError>) {
    let (tls, security) = if wrapped {
        (Tls::Wrapped(config), SmtpSecurity::Tls)
    } else {
        (Tls::Offered(config), SmtpSecurity::StartTls)
    };
    let relay = Relay::new(Script { tls, ..Script::default() });
    let sent = to(relay.port, security, true, Some(authority)).send(&letter()).await;
    (relay, sent)
}

#[tokio::test]
async fn with_tls_the_login_goes_to_whom_the_certificate_names() {
    let authority = Authority::new();
    for wrapped in [true, false] {
        let (relay, sent) = safely(authority.relay("localhost"), &authority, wrapped).await;
        sent.unwrap();
        // user and password as PLAIN has them.
        let login = "AUTH PLAIN AHRpY2tldHMAczNjcmV0";
        assert!(relay.heard().lines.iter().any(|line| line == login), "{:?}", relay.heard().lines);
        assert_eq!(relay.heard().letters.len(), 1);
    }
}

#[tokio::test]
async fn with_a_certificate_that_is_none_not_even_the_login_is_said() {
    let authority = Authority::new();
    for (config, what) in [
        (authority.relay("relay.example.org"), "of another host"),
        (authority.late_relay("localhost"), "that ran out"),
        (self_signed("localhost"), "that vouches for itself"),
        (Authority::new().relay("localhost"), "of an authority that nobody knows"),
    ] {
        for wrapped in [true, false] {
            let (relay, sent) = safely(Arc::clone(&config), &authority, wrapped).await;
            let error = sent.unwrap_err();
            assert_eq!(error.class, Class::Unreachable, "{what}: {error}");
            assert!(error.reason.starts_with("The mail server could not be reached safely: "), "{what}: {error}");
            let lines = relay.heard().lines;
            assert!(
                !lines.iter().any(|line| line.starts_with("AUTH") || line.starts_with("MAIL")),
                "{what}: {lines:?}"
            );
        }
    }
}

#[tokio::test]
async fn where_the_offer_of_tls_was_cut_out_nothing_is_said() {
    let authority = Authority::new();
    let relay = Relay::new(Script::default());
    let smtp = to(relay.port, SmtpSecurity::StartTls, true, Some(&authority));
    let error = smtp.send(&letter()).await.unwrap_err();
    let reason = "The mail server could not be reached safely: it offers no TLS.".to_owned();
    assert_eq!(error, TransportError { class: Class::Unreachable, reason });
    let lines = relay.heard().lines;
    assert!(lines.iter().all(|line| line.starts_with("EHLO") || line == "QUIT"), "{lines:?}");
    // Nor to someone who speaks no TLS where it should be from the beginning.
    let relay = Relay::new(Script::default());
    let error = to(relay.port, SmtpSecurity::Tls, true, Some(&authority)).send(&letter()).await.unwrap_err();
    let reason = "The mail server could not be reached safely: this port does not begin with TLS.".to_owned();
    assert_eq!(error, TransportError { class: Class::Unreachable, reason });
}

#[tokio::test]
async fn a_login_that_is_refused_stops_every_letter() {
    let authority = Authority::new();
    for (login, expected) in [
        (Does::Says("535 5.7.8 wrong password"), Class::Paused),
        (Does::Says("534 5.7.9 another password is needed"), Class::Paused),
        (Does::Says("454 4.7.0 later"), Class::Unreachable),
        (Does::SaysAndLeaves("421 4.7.0 too many logins"), Class::Unreachable),
        (Does::Leaves, Class::Unreachable),
    ] {
        let tls = Tls::Wrapped(authority.relay("localhost"));
        let relay = Relay::new(Script { tls, login: Some(login), ..Script::default() });
        let error = to(relay.port, SmtpSecurity::Tls, true, Some(&authority)).send(&letter()).await.unwrap_err();
        assert_eq!(error.class, expected, "{login:?}: {error}");
        assert!(!error.reason.contains("s3cret"), "{error}");
    }
}
