//! What `doctor` says of a mail server: how far a letter would come, and what to change.

use std::{
    io::{BufRead, BufReader, Write},
    net::TcpListener,
    thread,
};

use super::{about, doctor};

/// A mail server that answers so to who mail is from, and greets so. Gives back its line of settings.
fn relay(greeting: &'static str, sender: &'static str) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let url = format!("smtp://localhost:{}?tls=none", listener.local_addr().unwrap().port());
    thread::spawn(move || {
        for mut stream in listener.incoming().map_while(Result::ok) {
            let lines = BufReader::new(stream.try_clone().unwrap()).lines();
            let _ = stream.write_all(format!("{greeting}\r\n").as_bytes());
            for line in lines.map_while(Result::ok) {
                let answer = match line.as_str() {
                    "STARTTLS" => "454 4.7.0 TLS not available",
                    from if from.starts_with("MAIL FROM:<tickets@example.org>") => sender,
                    hello if hello.starts_with("EHLO") && greeting.contains("TLS") => "250-localhost\r\n250 STARTTLS",
                    _ => "250 ok",
                };
                assert!(!line.starts_with("RCPT") && line != "DATA", "it sends nothing");
                let _ = stream.write_all(format!("{answer}\r\n").as_bytes());
            }
        }
    });
    url
}

async fn findings(url: &str) -> (String, Option<String>) {
    let folder = tempfile::tempdir().unwrap();
    let settings = [("APP_URL", "http://localhost:9"), ("SMTP_URL", url), ("MAIL_FROM", "tickets@example.org")];
    let (status, findings) = doctor(folder.path(), &settings).await;
    assert_eq!(status, 1, "nobody serves the site: {findings:#?}");
    let sender =
        findings.iter().any(|finding| finding.contains(" sender ")).then(|| about(&findings, "sender").to_owned());
    (about(&findings, "mail").to_owned(), sender)
}

#[tokio::test(flavor = "multi_thread")]
async fn a_mail_server_that_takes_mail_is_well() {
    let url = relay("220 ready", "250 fine");
    let (mail, sender) = findings(&url).await;
    assert_eq!(mail, format!("ok    mail      {url} answers"));
    assert_eq!(sender.unwrap(), format!("ok    sender    {url} takes mail from tickets@example.org"));
}

#[tokio::test(flavor = "multi_thread")]
async fn a_sender_that_is_refused_is_named_with_what_to_change() {
    let (mail, sender) = findings(&relay("220 ready", "550 5.7.1 not yours")).await;
    assert!(mail.starts_with("ok"), "{mail}");
    let said = "does not accept the sender: 550 5.7.1 not yours. Set MAIL_FROM to an address";
    let sender = sender.unwrap();
    assert!(sender.starts_with("FAULT") && sender.contains(said), "{sender}");
}

#[tokio::test(flavor = "multi_thread")]
async fn where_a_letter_would_not_even_begin_it_says_where_it_ends() {
    let closed = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
    for (url, said) in [
        (relay("554 go away", "250 fine"), "could not be reached: 554 go away."),
        (relay("HTTP/1.1 400 Bad Request", "250 fine"), "could not be reached: "),
        (format!("smtp://localhost:{closed}?tls=none"), "the connection was refused. Check host and port"),
        ("smtp://nowhere.invalid?tls=none".to_owned(), "its name leads nowhere. Check the host"),
        (relay("220 ready", "250 fine").replace("none", "required"), "it offers no TLS. Ask who runs"),
        (relay("220 TLS", "250 fine").replace("none", "required"), "454 4.7.0 TLS not available. Ask who runs"),
        (
            relay("220 ready", "250 fine").replace("smtp:", "smtps:").replace("?tls=none", ""),
            "could not be reached safely: this port does not begin with TLS. Write smtp://…:",
        ),
    ] {
        let (mail, sender) = findings(&url).await;
        assert!(mail.starts_with("FAULT") && mail.contains(said), "{url}: {mail}");
        assert_eq!(sender, None);
    }
}
