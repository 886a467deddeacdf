use super::{SmtpLogin, SmtpSecurity, SmtpSettings, parsed};
use crate::server::config::{MailTransport, Settings, Source};

fn relay(host: &str, port: u16, security: SmtpSecurity, login: Option<(&str, &str)>) -> SmtpSettings {
    let login = login.map(|(user, password)| SmtpLogin { user: user.to_owned(), password: password.to_owned() });
    SmtpSettings { host: host.to_owned(), port, security, login }
}

#[test]
fn a_relay_is_named_in_one_line() {
    let asha = Some(("asha@example.org", "a:b/c?d#e@f%g h"));
    let encoded = "asha%40example.org:a%3Ab%2Fc%3Fd%23e%40f%25g%20h";
    for (url, read) in [
        (
            "smtps://user:pass@smtp.example.org:465".to_owned(),
            relay("smtp.example.org", 465, SmtpSecurity::Tls, Some(("user", "pass"))),
        ),
        (format!("smtps://{encoded}@smtp.example.org"), relay("smtp.example.org", 465, SmtpSecurity::Tls, asha)),
        (
            format!("smtp://{encoded}@smtp.example.org:2525?tls=required"),
            relay("smtp.example.org", 2525, SmtpSecurity::StartTls, asha),
        ),
        ("smtps://user:pa:ss@relay".to_owned(), relay("relay", 465, SmtpSecurity::Tls, Some(("user", "pa:ss")))),
        ("smtp://SMTP.example.org".to_owned(), relay("smtp.example.org", 587, SmtpSecurity::StartTls, None)),
        ("SMTP://relay:25?tls=none".to_owned(), relay("relay", 25, SmtpSecurity::None, None)),
        ("smtp://10.0.0.25/?tls=none".to_owned(), relay("10.0.0.25", 25, SmtpSecurity::None, None)),
        ("smtp://[fd00::25]?tls=none".to_owned(), relay("fd00::25", 25, SmtpSecurity::None, None)),
        ("smtp://[fd00::25]:2525?tls=none".to_owned(), relay("fd00::25", 2525, SmtpSecurity::None, None)),
        ("smtps://m\u{fc}ll.example".to_owned(), relay("xn--mll-hoa.example", 465, SmtpSecurity::Tls, None)),
    ] {
        assert_eq!(parsed(&url), Ok(read), "{url}");
    }
}

/// What is wrong with one part is said of that part.
#[test]
fn every_part_that_is_wrong_is_named() {
    for (url, named) in [
        ("smtp.example.org:587", &["smtps://USER"][..]),
        ("https://smtp.example.org", &["smtps://USER"]),
        ("://smtp.example.org", &["smtps://USER"]),
        ("smtps://", &["a host"]),
        ("smtps://user:pass@", &["a host"]),
        ("smtps://user:pass@:465", &["a host"]),
        ("smtps://smtp..example.org", &["a host"]),
        ("smtps://smtp exam.org", &["a host"]),
        ("smtps://$HOST", &["a host"]),
        ("smtps://256.1.1.1", &["a host"]),
        ("smtps://[fd00::25", &["a host"]),
        ("smtps://ex%61mple.org", &["a host"]),
        ("smtps://smtp.example.org:0", &["a port"]),
        ("smtps://smtp.example.org:65536", &["a port"]),
        ("smtps://smtp.example.org:+25", &["a port"]),
        ("smtps://smtp.example.org:", &["a port"]),
        ("smtps://smtp.example.org:mail", &["a port"]),
        ("smtps://user@smtp.example.org", &["a password"]),
        ("smtps://user:@smtp.example.org", &["a password"]),
        ("smtps://:pass@smtp.example.org", &["a user"]),
        ("smtps://@smtp.example.org", &["a user"]),
        ("smtps://user:p%zz@smtp.example.org", &["%25"]),
        ("smtps://user:p%@smtp.example.org", &["%25"]),
        ("smtps://user:p%ff@smtp.example.org", &["%25"]),
        ("smtps://user:p%0d%0a@smtp.example.org", &["%25"]),
        ("smtps://user:p%00@smtp.example.org", &["%25"]),
        ("smtps://user:pa/ss@smtp.example.org", &["%2F"]),
        ("smtps://user:pa?ss@smtp.example.org", &["%2F"]),
        ("smtps://user:pa#ss@smtp.example.org", &["%2F"]),
        ("smtps://user:pa@ss@smtp.example.org", &["%40"]),
        ("smtps://smtp.example.org/inbox", &["nothing behind the port"]),
        ("smtps://smtp.example.org#top", &["nothing behind the port"]),
        ("smtp://smtp.example.org?tls=required#top", &["nothing behind the port"]),
        ("smtp://smtp.example.org?tls=maybe", &["nothing behind the port"]),
        ("smtp://smtp.example.org?tls=none&tls=required", &["nothing behind the port"]),
        ("smtp://smtp.example.org?ssl=true", &["nothing behind the port"]),
        ("smtps://smtp.example.org?tls=none", &["smtps:// is TLS"]),
        ("smtp://user:pass@smtp.example.org?tls=none", &["tls=required instead"]),
        ("smtp://user@:0?tls=maybe", &["a password", "nothing behind", "a host", "a port"]),
    ] {
        let wrong = parsed(url).unwrap_err();
        assert_eq!(wrong.len(), named.len(), "{url}: {wrong:?}");
        for (said, part) in wrong.iter().zip(named) {
            assert!(said.contains(part), "{url}: {said}");
        }
    }
}

const KEY: (&str, &str) = ("SECRET_KEY", "0123456789abcdef0123456789abcdef");

fn settings(more: &[(&str, &str)]) -> Result<Settings, String> {
    Settings::read(&Source::of([KEY].into_iter().chain(more.iter().copied()))).map_err(|problems| problems.to_string())
}

#[test]
fn one_variable_is_enough_for_mail_to_leave() {
    let read = settings(&[("SMTP_URL", "smtps://tickets%40example.org:s3cret@smtp.example.org")]).unwrap();
    assert!(matches!(&read.mail.transport, MailTransport::Smtp(relay) if relay.port == 465), "{:?}", read.mail);
    assert_eq!(read.mail.sender, "tickets@example.org");
    assert!(!format!("{read:?}").contains("s3cret"));
}

#[test]
fn what_is_said_of_the_way_is_done() {
    let relay = ("SMTP_URL", "smtp://relay?tls=none");
    let from = ("MAIL_FROM", "tickets@example.org");
    let transport = |more: &[(&str, &str)]| settings(more).unwrap().mail.transport;
    assert!(matches!(transport(&[relay, from]), MailTransport::Smtp(_)));
    assert!(matches!(transport(&[relay, from, ("MAIL_ENABLED", "false")]), MailTransport::Console));
    assert!(matches!(transport(&[relay, from, ("MAIL_TRANSPORT", "ses")]), MailTransport::Ses(_)));
    assert!(matches!(transport(&[from, ("MAIL_ENABLED", "true")]), MailTransport::Ses(_)));
    assert!(matches!(transport(&[from]), MailTransport::Console));
    let older = settings(&[relay, ("SES_SENDER_EMAIL", "tickets@example.org")]).unwrap();
    assert_eq!(older.mail.sender, "tickets@example.org");
    assert!(settings(&[relay, from, ("SES_SENDER_EMAIL", "Tickets@example.org")]).is_ok());
}

#[test]
fn what_is_missing_or_contradicts_itself_is_named() {
    let relay = ("SMTP_URL", "smtp://relay?tls=none");
    for (given, said) in [
        (&[relay][..], "MAIL_FROM is not set"),
        (&[("SMTP_URL", "smtps://user:pass@relay")], "MAIL_FROM is not set"),
        (&[relay, ("MAIL_FROM", "nobody")], "MAIL_FROM is “nobody”"),
        (&[relay, ("MAIL_FROM", "a@example.org\r\nBcc: b@example.org")], "MAIL_FROM is"),
        (&[relay, ("MAIL_FROM", "a@example.org"), ("SES_SENDER_EMAIL", "b@example.org")], "the same as MAIL_FROM"),
        (&[("MAIL_TRANSPORT", "smtp"), ("MAIL_ENABLED", "true")], "SMTP_URL is not set"),
        (&[("MAIL_TRANSPORT", "pigeon")], "MAIL_TRANSPORT is “pigeon”; accepted: ses, smtp"),
        (&[("SMTP_URL_FILE", "/nowhere/smtp")], "SMTP_URL_FILE is (not shown); accepted: a readable file"),
    ] {
        let problems = settings(given).unwrap_err();
        assert!(problems.contains(said), "{said}: {problems}");
    }
}

#[test]
fn nothing_of_a_wrong_line_is_shown() {
    for url in [
        "smtps://user:s3cret@smtp..example.org:0?tls=s3cret#s3cret",
        "s3cret://user:s3cret@smtp.example.org",
        "smtps://user:s3/cret@smtp.example.org",
        "s3cret",
    ] {
        let problems = settings(&[("SMTP_URL", url), ("MAIL_FROM", "tickets@example.org")]).unwrap_err();
        assert!(problems.contains("SMTP_URL is (not shown)") && !problems.contains("s3"), "{problems}");
    }
}
