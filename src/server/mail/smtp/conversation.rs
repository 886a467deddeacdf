//! What is said with a relay, step by step, each within a time: so it is known how far a letter came.

use std::{fmt, future::Future, net::SocketAddr, time::Duration};

use lettre::{
    Address, Message,
    transport::smtp::{
        Error,
        authentication::{Credentials, Mechanism},
        client::{AsyncSmtpConnection, TlsParameters},
        commands::{Data, Mail, Noop, Rcpt, Rset},
        extension::ClientId,
        response::Response,
    },
};
use tokio::{
    net::lookup_host,
    time::{Instant, timeout, timeout_at},
};

use super::{
    failure::{Fault, Step},
    line,
};
use crate::server::config::{SmtpSecurity, SmtpSettings};

/// How long a relay has for an answer that costs it nothing.
pub(super) const ANSWER: Duration = Duration::from_secs(5);
/// How long a farewell may take.
const FAREWELL: Duration = Duration::from_secs(2);
/// The longest that is kept of what the relay said when it took a letter, in characters.
const LONGEST_NAME: usize = 200;

/// Where the relay is, and how to get in.
pub(super) struct Way {
    host: String,
    port: u16,
    security: SmtpSecurity,
    login: Option<Credentials>,
    /// Nothing where the certificates of this machine cannot be read.
    tls: Option<TlsParameters>,
    /// What we call ourselves.
    hello: ClientId,
}

impl fmt::Debug for Way {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Way({}:{})", self.host, self.port)
    }
}

impl Way {
    /// A way for these settings, trusting whom this machine trusts.
    pub fn new(settings: &SmtpSettings, own_host: &str) -> Self {
        Self::trusting(TlsParameters::new(settings.host.clone()).ok(), settings, own_host)
    }

    pub fn trusting(tls: Option<TlsParameters>, settings: &SmtpSettings, own_host: &str) -> Self {
        let SmtpSettings { host, port, security, login } = settings;
        Self {
            host: host.clone(),
            port: *port,
            security: *security,
            login: login.as_ref().map(|login| Credentials::new(login.user.clone(), login.password.clone())),
            tls,
            hello: hello(own_host),
        }
    }

    /// A connection on which the relay waits for a letter.
    pub async fn open(&self, until: Instant) -> Result<AsyncSmtpConnection, Fault> {
        let addresses: Vec<SocketAddr> = timeout_at(until, lookup_host((self.host.as_str(), self.port)))
            .await
            .map_err(|_| Fault::silence(Step::Resolve))?
            .map_err(|_| Fault::of(Step::Resolve, "its name leads nowhere"))?
            .collect();
        let mut connection = self.greeted(&addresses, until).await?;
        if self.security == SmtpSecurity::StartTls {
            // Without it the login, or the letter, would lie open to everyone in between, who may have cut the offer out.
            if !connection.can_starttls() {
                part(connection);
                return Err(Fault::of(Step::NoTls, "it offers no TLS"));
            }
            within(Step::Tls, until, connection.starttls(self.tls()?, &self.hello)).await?;
        }
        if let Some(login) = &self.login {
            let mechanisms = [Mechanism::Plain, Mechanism::Login];
            let logged_in = within(Step::Login, until, connection.auth(&mechanisms, login)).await;
            if let Err(fault) = logged_in {
                part(connection);
                return Err(fault);
            }
        }
        Ok(connection)
    }

    async fn greeted(&self, addresses: &[SocketAddr], until: Instant) -> Result<AsyncSmtpConnection, Fault> {
        if self.security == SmtpSecurity::Tls {
            // Only over a line of its own making; there the dot may wait (see `line`).
            let tls = Some(self.tls()?);
            let connect = AsyncSmtpConnection::connect_tokio1(addresses, Some(line::CONNECT), &self.hello, tls, None);
            return within(Step::Greeting, until, connect).await;
        }
        let line = timeout_at(until, line::to(addresses)).await.map_err(|_| Fault::silence(Step::Greeting))?;
        let line = Box::new(line.map_err(|error| Fault::no_line(&error))?);
        within(Step::Greeting, until, AsyncSmtpConnection::connect_with_transport(line, &self.hello)).await
    }

    fn tls(&self) -> Result<TlsParameters, Fault> {
        self.tls.clone().ok_or_else(|| Fault::of(Step::Tls, "the certificates that this machine trusts cannot be read"))
    }
}

/// The name of the site, if it can be found from outside; else what RFC 5321 (section 4.1.4) has for those without one.
fn hello(own_host: &str) -> ClientId {
    let name = own_host.rsplit_once(':').map_or(own_host, |(name, _)| name);
    let is_name = name.contains('.') && !name.contains([':', '[']) && name.parse::<std::net::Ipv4Addr>().is_err();
    if is_name { ClientId::Domain(name.to_owned()) } else { ClientId::default() }
}

/// Begins a letter.
pub(super) async fn begin(connection: &mut AsyncSmtpConnection, sender: &str, until: Instant) -> Result<(), Fault> {
    let sender: Option<Address> = sender.parse().ok();
    within(Step::Sender, until, connection.command(Mail::new(sender, Vec::new()))).await.map(drop)
}

/// Says for whom the letter is that was begun, until the relay waits for it.
pub(super) async fn announce(
    connection: &mut AsyncSmtpConnection,
    message: &Message,
    until: Instant,
) -> Result<(), Fault> {
    for recipient in message.envelope().to() {
        let command = Rcpt::new(recipient.clone(), Vec::new());
        within(Step::Recipient, until, connection.command(command)).await?;
    }
    let ready = within(Step::Data, until, connection.command(Data)).await?;
    // Any other answer belongs to another question: then nothing that follows could be believed.
    if !ready.has_code(354) {
        return Err(Fault::of(Step::Data, "its answers make no sense"));
    }
    Ok(())
}

/// Hands over the letter that the relay waits for. Says what the relay calls it.
pub(super) async fn hand_over(
    connection: &mut AsyncSmtpConnection,
    octets: &[u8],
    until: Instant,
) -> Result<String, Fault> {
    // The end of the last line is the beginning of the dot's.
    let octets = octets.strip_suffix(b"\r\n").unwrap_or(octets);
    let taken = within(Step::Content, until, connection.message(octets)).await?;
    Ok(name_in(&taken))
}

/// Asks whether the relay is there.
pub(super) async fn ask(connection: &mut AsyncSmtpConnection, until: Instant) -> Result<(), Fault> {
    within(Step::Greeting, until, connection.command(Noop)).await.map(drop)
}

/// Takes a letter back that was begun.
pub(super) async fn start_over(connection: &mut AsyncSmtpConnection) -> Result<(), Fault> {
    within(Step::Sender, Instant::now() + ANSWER, connection.command(Rset)).await.map(drop)
}

/// Ends a connection; nobody waits for it.
pub(super) fn part(mut connection: AsyncSmtpConnection) {
    tokio::spawn(async move { timeout(FAREWELL, connection.abort()).await });
}

async fn within<T>(step: Step, until: Instant, doing: impl Future<Output = Result<T, Error>>) -> Result<T, Fault> {
    match timeout_at(until, doing).await {
        Ok(done) => done.map_err(|error| Fault::said(step, &error)),
        Err(_) => Err(Fault::silence(step)),
    }
}

fn name_in(taken: &Response) -> String {
    let said = taken.first_line().unwrap_or_default();
    let name = said.split_whitespace().filter(|word| !word.contains('@')).collect::<Vec<_>>().join(" ");
    if name.is_empty() { "smtp".to_owned() } else { name.chars().take(LONGEST_NAME).collect() }
}
