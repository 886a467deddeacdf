//! An SES that has everything the matter with it that SES can have.

use std::{
    collections::VecDeque,
    sync::{Arc, Mutex},
    time::Duration,
};

use chrono::TimeDelta;
use ticket_pool::server::{
    db::messages::{self, Show},
    mail::ConfiguredTransport,
    worker::{self, deliver_due},
};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
};

use crate::harness::Town;

/// What it does with a letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    Takes,
    TakesAfter(Duration),
    /// A status, the name of an error, a body.
    Says(u16, &'static str, &'static str),
    /// It ends the connection before it has read anything, or when it has read all.
    EndsBefore,
    EndsAfter,
}

/// The service, and what it was handed.
pub struct Service {
    pub endpoint: String,
    answers: Mutex<VecDeque<Answer>>,
    /// Where letters went that it read to their end.
    pub read: Mutex<Vec<String>>,
    /// Where those went that it took.
    pub taken: Mutex<Vec<String>>,
}

impl Service {
    /// Answers so, and then takes everything.
    pub async fn answering(answers: &[Answer]) -> Arc<Self> {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let service = Arc::new(Self {
            endpoint: format!("http://{}", listener.local_addr().unwrap()),
            answers: Mutex::new(answers.iter().copied().collect()),
            read: Mutex::default(),
            taken: Mutex::default(),
        });
        let its = Arc::clone(&service);
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let its = Arc::clone(&its);
                tokio::spawn(async move { Box::pin(its.serve(stream)).await });
            }
        });
        service
    }

    /// The town's settings with this service.
    pub fn settings(&self) -> [(&str, &str); 5] {
        [
            ("MAIL_ENABLED", "true"),
            ("SES_SENDER_EMAIL", "tickets@example.org"),
            ("AWS_ENDPOINT_URL_SESV2", &self.endpoint),
            ("AWS_ACCESS_KEY_ID", "x"),
            ("AWS_SECRET_ACCESS_KEY", "y"),
        ]
    }

    async fn serve(&self, mut stream: TcpStream) {
        loop {
            let before = self.answers.lock().unwrap().front() == Some(&Answer::EndsBefore);
            let Some(request) = (if before { None } else { Box::pin(request(&mut stream)).await }) else {
                if before && stream.read_u8().await.is_ok() {
                    self.answers.lock().unwrap().pop_front();
                }
                return;
            };
            if request.starts_with("GET /v2/email/account ") {
                said(&mut stream, 200, "", ACCOUNT).await;
                continue;
            }
            let to = request.split_once("\"ToAddresses\":[\"").unwrap().1.split('"').next().unwrap().to_owned();
            self.read.lock().unwrap().push(to.clone());
            let answer = self.answers.lock().unwrap().pop_front();
            match answer.unwrap_or(Answer::Takes) {
                Answer::Says(status, error, body) => said(&mut stream, status, error, body).await,
                Answer::EndsBefore | Answer::EndsAfter => return,
                taken => {
                    if let Answer::TakesAfter(time) = taken {
                        tokio::time::sleep(time).await;
                    }
                    self.taken.lock().unwrap().push(to);
                    said(&mut stream, 200, "", r#"{"MessageId":"0100-abc"}"#).await;
                }
            }
        }
    }
}

const ACCOUNT: &str = r#"{"SendingEnabled":true,"ProductionAccessEnabled":true,"EnforcementStatus":"HEALTHY","SendQuota":{"Max24HourSend":1000000.0,"MaxSendRate":5000.0,"SentLast24Hours":0.0}}"#;

/// Reads one request to its end.
async fn request(stream: &mut TcpStream) -> Option<String> {
    let (mut all, mut some) = (Vec::new(), [0; 16_384]);
    loop {
        let read = stream.read(&mut some).await.ok().filter(|read| *read > 0)?;
        all.extend_from_slice(&some[..read]);
        let text = String::from_utf8_lossy(&all).into_owned();
        let Some((head, body)) = text.split_once("\r\n\r\n") else { continue };
        let length =
            head.lines().find_map(|line| line.to_lowercase().strip_prefix("content-length:")?.trim().parse().ok());
        if body.len() >= length.unwrap_or(0_usize) {
            return Some(text);
        }
    }
}

async fn said(stream: &mut TcpStream, status: u16, error: &str, body: &str) {
    let length = body.len();
    let head = format!("HTTP/1.1 {status} X\r\nx-amzn-ErrorType: {error}\r\nContent-Length: {length}\r\n\r\n{body}");
    let _gone = stream.write_all(head.as_bytes()).await;
}

/// One letter, whatever SES does with it first. Says how it stood then (status, tries, why, seconds until the next try, whether
/// the way was down), and how often it was read and taken when everything was over.
async fn sent(town: &Town, first: Answer) -> (String, usize, usize) {
    town.post().await;
    town.force("DELETE FROM outbox").await.unwrap();
    town.force("DELETE FROM ways").await.unwrap();
    let service = Service::answering(&[first]).await;
    let town = town.with_settings(&service.settings());
    town.write_to(town.otto.person, &format!("{first:?}"), 1).await;
    let transport = ConfiguredTransport::open(&town.site.settings).await;
    assert_eq!(deliver_due(&town.site, &transport).await.unwrap(), 1, "{first:?}");
    let down = if town.count("ways", "down_since IS NOT NULL").await == 1 { ", the way is down" } else { "" };
    let listed = messages::list(town.site.db.read(), Show::All, 1).await.unwrap().remove(0);
    let wait = (listed.due_at - town.now()).num_seconds();
    let stands = format!("{}, {} tries, in {wait} s{down}", listed.status, listed.attempts);
    for _ in 0..30 {
        town.wait(TimeDelta::minutes(1));
        deliver_due(&town.site, &transport).await.unwrap();
    }
    let (read, taken) = (service.read.lock().unwrap().len(), service.taken.lock().unwrap().len());
    (stands, read, taken)
}

const LATER: &str = r#"{"message":"Maximum sending rate exceeded."}"#;
const QUOTA: &str = r#"{"message":"Daily message quota exceeded."}"#;

both! {
    async fn each_of_twelve_things_ends_as_it_should(town: Town) {
        use Answer::{EndsAfter, EndsBefore, Says, Takes, TakesAfter};
        let untried = "waiting, 0 tries, in 0 s, the way is down";
        for (first, stands, read, taken) in [
            (Takes, "sent, 1 tries", 1, 1),
            (TakesAfter(Duration::from_millis(1_500)), "sent, 1 tries", 1, 1),
            (Says(429, "TooManyRequestsException", LATER), "waiting, 0 tries, in 2 s", 2, 1),
            (Says(400, "ThrottlingException", "{}"), "waiting, 0 tries, in 2 s", 2, 1),
            (Says(500, "InternalFailure", "{}"), "waiting, 1 tries", 2, 1),
            (Says(503, "", "<html>busy</html>"), "waiting, 1 tries", 2, 1),
            (Says(429, "TooManyRequestsException", QUOTA), untried, 2, 1),
            (Says(400, "SendingPausedException", "{}"), untried, 2, 1),
            (Says(400, "AccountSuspendedException", "{}"), untried, 2, 1),
            (Says(400, "MailFromDomainNotVerifiedException", "{}"), untried, 2, 1),
            (Says(403, "InvalidSignatureException", "{}"), untried, 2, 1),
            (Says(400, "MessageRejected", "{}"), "failed, 1 tries", 1, 0),
            // It may have left: once more, after ten minutes.
            (Says(200, "", "not json"), "waiting, 1 tries, in 600 s", 2, 1),
            (EndsAfter, "waiting, 1 tries, in 600 s", 2, 1),
            (EndsBefore, "waiting, 1 tries, in 600 s", 1, 1),
        ] {
            let (stood, was_read, was_taken) = sent(&town, first).await;
            assert!(stood.starts_with(stands), "{first:?}: {stood}, not {stands}");
            assert_eq!((was_read, was_taken), (read, taken), "{first:?}");
        }
    }

    async fn nobody_there_is_an_outage_of_the_way(town: Town) {
        town.post().await;
        let service = Service::answering(&[]).await;
        let settings = service.settings().map(|(name, value)| match name {
            "AWS_ENDPOINT_URL_SESV2" => (name, "http://127.0.0.1:9"),
            _ => (name, value),
        });
        let nowhere = town.with_settings(&settings);
        nowhere.write_to(town.otto.person, "nowhere", 3).await;
        let transport = ConfiguredTransport::open(&nowhere.site.settings).await;
        for _ in 0..10 {
            assert!(deliver_due(&nowhere.site, &transport).await.unwrap() <= 1);
            nowhere.wait(TimeDelta::minutes(1));
        }
        assert_eq!(town.count("outbox", "status = 'waiting' AND attempts = 0").await, 3);
        let town = town.with_settings(&service.settings());
        let transport = ConfiguredTransport::open(&town.site.settings).await;
        while worker::deliver_due(&town.site, &transport).await.unwrap() > 0 {}
        assert_eq!(service.taken.lock().unwrap().len(), 3);
    }
}
