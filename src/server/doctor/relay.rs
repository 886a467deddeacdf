use super::{
    Finding,
    mail::{MAIL, SENDER},
};
use crate::server::{
    config::{Settings, SmtpSecurity, SmtpSettings},
    mail::{Fault, Smtp, Step},
};

/// Whether the relay takes letters: everything is tried but to send one.
pub(super) async fn look(relay: &SmtpSettings, settings: &Settings) -> Vec<Finding> {
    let place = relay.shown();
    let sender = &settings.mail.sender;
    let ready = Finding::ok(
        MAIL,
        format!("{place} answers{}", if relay.login.is_some() { " and takes the login" } else { "" }),
    );
    match Smtp::open(relay, settings).try_out().await {
        Ok(()) => vec![ready, Finding::ok(SENDER, format!("{place} takes mail from {sender}"))],
        Err(Fault { step: Step::Sender | Step::Recipient | Step::Data | Step::Content, told, .. }) => {
            vec![
                ready,
                Finding::fault(SENDER, format!("{told} Set MAIL_FROM to an address that this server sends for")),
            ]
        }
        Err(Fault { step, told, .. }) => vec![Finding::fault(MAIL, format!("{place}: {told} {}", advice(step, relay)))],
    }
}

/// What to change where a step failed.
fn advice(step: Step, relay: &SmtpSettings) -> String {
    match step {
        Step::Resolve => "Check the host in SMTP_URL, and whether this machine resolves names".to_owned(),
        Step::Greeting => format!(
            "Check host and port in SMTP_URL (smtps:// usually has 465, smtp://…?tls=required 587), and whether a firewall or \
             the hoster closes port {}",
            relay.port
        ),
        Step::Tls => {
            "Check that the host in SMTP_URL is the name in the server's certificate; with a certificate authority of \
             your own, add it to those that this machine trusts"
                .to_owned()
        }
        Step::NoTls if relay.security == SmtpSecurity::Tls => format!(
            "Write smtp://…:{}?tls=required in SMTP_URL, or the port of the server for smtps://, usually 465",
            relay.port
        ),
        Step::NoTls => {
            "Ask who runs the server how it takes mail with TLS; often that is smtps:// with port 465".to_owned()
        }
        Step::Login => {
            "Check user and password in SMTP_URL; many providers want a password made for this alone".to_owned()
        }
        Step::Sender | Step::Recipient | Step::Data | Step::Content => String::new(),
    }
}
