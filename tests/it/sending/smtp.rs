//! A mail server that takes its time, and everything.

use std::{
    sync::{Arc, Mutex},
    time::Duration,
};

use tokio::{
    io::{AsyncBufReadExt, AsyncWriteExt, BufReader},
    net::{TcpListener, TcpStream},
    time::sleep,
};

/// The mail server, and what it was handed.
pub struct MailServer {
    pub url: String,
    /// How long it thinks about a letter.
    thinks: Duration,
    /// Where those went that it took.
    pub taken: Mutex<Vec<String>>,
}

impl MailServer {
    pub async fn that_thinks(thinks: Duration) -> Arc<Self> {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("smtp://{}?tls=none", listener.local_addr().unwrap());
        let server = Arc::new(Self { url, thinks, taken: Mutex::default() });
        let its = Arc::clone(&server);
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let its = Arc::clone(&its);
                tokio::spawn(async move { its.serve(stream).await });
            }
        });
        server
    }

    /// The settings of a program that sends by it.
    pub fn settings(&self) -> [(&str, &str); 5] {
        [
            ("MAIL_ENABLED", "true"),
            ("MAIL_TRANSPORT", "smtp"),
            ("SMTP_URL", &self.url),
            ("MAIL_FROM", "tickets@example.org"),
            ("MAIL_RATE", "5000"),
        ]
    }

    /// Until whoever called hangs up.
    async fn serve(&self, stream: TcpStream) -> Option<()> {
        let (reads, mut says) = stream.into_split();
        let mut lines = BufReader::new(reads).lines();
        says.write_all(b"220 mail server\r\n").await.ok()?;
        let mut to = String::new();
        while let Some(line) = lines.next_line().await.ok()? {
            let answer: &[u8] = match line.split([' ', ':']).next()? {
                "RCPT" => {
                    line.split(['<', '>']).nth(1)?.clone_into(&mut to);
                    b"250 fine\r\n"
                }
                "DATA" => {
                    says.write_all(b"354 go on\r\n").await.ok()?;
                    while lines.next_line().await.ok()?? != "." {}
                    sleep(self.thinks).await;
                    self.taken.lock().unwrap().push(to.clone());
                    b"250 taken\r\n"
                }
                _ => b"250 fine\r\n",
            };
            says.write_all(answer).await.ok()?;
        }
        None
    }
}
