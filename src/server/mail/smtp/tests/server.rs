//! A relay that does as a test tells it: what it says at each step, and where it falls silent or leaves.

use std::{
    io::{BufRead, BufReader, Read, Write},
    net::{TcpListener, TcpStream},
    sync::{Arc, Mutex, PoisonError},
    thread,
    time::Duration,
};

use rustls::{ServerConfig, ServerConnection, StreamOwned};

/// What the relay does at one step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Does {
    /// Says this line, with its number.
    Says(&'static str),
    /// Leaves without a word.
    Leaves,
    /// Says this line and leaves.
    SaysAndLeaves(&'static str),
    /// Stays and says nothing.
    Hangs,
}

/// How the relay speaks TLS.
#[derive(Clone, Debug, Default)]
pub(super) enum Tls {
    #[default]
    None,
    /// It offers to.
    Offered(Arc<ServerConfig>),
    /// From the beginning.
    Wrapped(Arc<ServerConfig>),
}

/// What the relay does, step by step; where nothing is said it does what relays do.
#[derive(Clone, Debug, Default)]
pub(super) struct Script {
    pub tls: Tls,
    pub greeting: Option<Does>,
    pub login: Option<Does>,
    pub sender: Option<Does>,
    pub recipient: Option<Does>,
    pub data: Option<Does>,
    pub content: Option<Does>,
    /// After so many letters on one connection it ends it at the next.
    pub letters_on_one: Option<usize>,
}

/// What the relay heard.
#[derive(Clone, Debug, Default)]
pub(super) struct Heard {
    pub connections: usize,
    /// Every line but those of letters.
    pub lines: Vec<String>,
    /// Letters with their dot taken off, whether they were taken or not.
    pub letters: Vec<String>,
}

/// A relay on a port of its own.
pub(super) struct Relay {
    pub port: u16,
    heard: Arc<Mutex<Heard>>,
    script: Arc<Mutex<Script>>,
}

/// The connection is over.
struct Over;

impl Relay {
    pub fn new(script: Script) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let heard = Arc::<Mutex<Heard>>::default();
        let script = Arc::new(Mutex::new(script));
        let (notes, does) = (Arc::clone(&heard), Arc::clone(&script));
        thread::spawn(move || {
            for stream in listener.incoming().map_while(Result::ok) {
                lock(&notes).connections += 1;
                let (notes, script) = (Arc::clone(&notes), lock(&does).clone());
                thread::spawn(move || {
                    // However it ended.
                    let _ = Visit { notes, script }.received(stream);
                });
            }
        });
        Self { port, heard, script }
    }

    pub fn heard(&self) -> Heard {
        lock(&self.heard).clone()
    }

    /// From the next connection on.
    pub fn now_does(&self, script: Script) {
        *lock(&self.script) = script;
    }
}

fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Both directions of a connection.
trait Line: Read + Write {}
impl<T: Read + Write> Line for T {}

struct Visit {
    notes: Arc<Mutex<Heard>>,
    script: Script,
}

impl Visit {
    fn received(&self, stream: TcpStream) -> Result<(), Over> {
        match &self.script.tls {
            Tls::Wrapped(config) => self.speaks(&mut wrapped(config, stream), true),
            Tls::None => self.speaks(&mut { stream }, false),
            Tls::Offered(config) => {
                let mut plain = stream.try_clone().map_err(|_| Over)?;
                self.speaks(&mut plain, false)?;
                self.speaks(&mut wrapped(config, stream), true)
            }
        }
    }

    /// Until the connection is over, or goes over to TLS.
    fn speaks(&self, stream: &mut dyn Line, encrypted: bool) -> Result<(), Over> {
        let upgraded = encrypted && matches!(self.script.tls, Tls::Offered(_));
        if !upgraded {
            answers(stream, self.script.greeting.unwrap_or(Does::Says("220 relay.example.org")))?;
        }
        let mut letters = 0;
        loop {
            let line = line(stream)?;
            lock(&self.notes).lines.push(line.clone());
            let word = line.to_ascii_uppercase();
            let does = match word.split([' ', ':']).next().unwrap_or_default() {
                "EHLO" => {
                    let offers = matches!(self.script.tls, Tls::Offered(_)) && !encrypted;
                    let login = if encrypted { "250-AUTH PLAIN LOGIN\r\n" } else { "" };
                    let tls = if offers { "250-STARTTLS\r\n" } else { "" };
                    say(stream, &format!("250-relay.example.org\r\n{tls}{login}250 SIZE 1000000\r\n"))?;
                    continue;
                }
                "STARTTLS" => return say(stream, "220 go on\r\n"),
                "AUTH" => self.script.login.unwrap_or(Does::Says("235 2.7.0 welcome")),
                "MAIL" if self.script.letters_on_one == Some(letters) => {
                    Does::SaysAndLeaves("421 4.3.2 enough for now")
                }
                "MAIL" => self.script.sender.unwrap_or(Does::Says("250 2.1.0 sender")),
                "RCPT" => self.script.recipient.unwrap_or(Does::Says("250 2.1.5 recipient")),
                "DATA" => {
                    let does = self.script.data.unwrap_or(Does::Says("354 go on"));
                    answers(stream, does)?;
                    if does != Does::Says("354 go on") {
                        continue;
                    }
                    let letter = letter(stream)?;
                    lock(&self.notes).letters.push(letter);
                    letters += 1;
                    self.script.content.unwrap_or(Does::Says("250 2.0.0 Ok: queued as 4FhX asha@example.com"))
                }
                "QUIT" => Does::SaysAndLeaves("221 bye"),
                "RSET" | "NOOP" => Does::Says("250 2.0.0 ok"),
                _ => Does::Says("502 5.5.2 what?"),
            };
            answers(stream, does)?;
        }
    }
}

fn wrapped(config: &Arc<ServerConfig>, stream: TcpStream) -> StreamOwned<ServerConnection, TcpStream> {
    StreamOwned::new(ServerConnection::new(Arc::clone(config)).unwrap(), stream)
}

fn answers(stream: &mut dyn Line, does: Does) -> Result<(), Over> {
    match does {
        Does::Says(line) => say(stream, &format!("{line}\r\n")),
        Does::SaysAndLeaves(line) => {
            say(stream, &format!("{line}\r\n"))?;
            Err(Over)
        }
        Does::Leaves => Err(Over),
        Does::Hangs => {
            thread::sleep(Duration::from_secs(5));
            Err(Over)
        }
    }
}

fn say(stream: &mut dyn Line, text: &str) -> Result<(), Over> {
    stream.write_all(text.as_bytes()).and_then(|()| stream.flush()).map_err(|_| Over)
}

/// One line without its end. Octet for octet, so that nothing of what follows is taken along.
fn line(stream: &mut dyn Line) -> Result<String, Over> {
    let mut line = Vec::new();
    let mut octet = [0];
    while stream.read_exact(&mut octet).is_ok() {
        line.push(octet[0]);
        if line.ends_with(b"\r\n") {
            return Ok(String::from_utf8_lossy(&line[..line.len() - 2]).into_owned());
        }
    }
    Err(Over)
}

/// A letter up to the line with nothing but a dot.
fn letter(stream: &mut dyn Line) -> Result<String, Over> {
    let mut reader = BufReader::with_capacity(1, stream);
    let mut letter = String::new();
    loop {
        let mut line = String::new();
        if reader.read_line(&mut line).map_err(|_| Over)? == 0 {
            return Err(Over);
        }
        if line == ".\r\n" {
            return Ok(letter);
        }
        // Dots at the head of a line are doubled (RFC 5321, section 4.5.2).
        letter.push_str(line.strip_prefix('.').filter(|_| line.starts_with("..")).unwrap_or(&line));
    }
}
