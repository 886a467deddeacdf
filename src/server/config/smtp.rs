//! `SMTP_URL`: where the relay is and how to get in, in one line.

#[cfg(test)]
mod tests;

use std::fmt;

use percent_encoding::percent_decode_str;
use url::Url;

use super::{is_name_or_address, read::Reader};

/// Where letters are handed over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SmtpSettings {
    /// A name, in its ASCII form, or an IP address.
    pub host: String,
    pub port: u16,
    pub security: SmtpSecurity,
    pub login: Option<SmtpLogin>,
}

/// How a connection is kept safe.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SmtpSecurity {
    /// TLS from its beginning (RFC 8314).
    Tls,
    /// TLS before anything else is said (RFC 3207); without it nothing is.
    StartTls,
    /// None: for a relay in one's own network.
    None,
}

/// Who signs in at the relay. Prints as nothing.
#[derive(Clone, PartialEq, Eq)]
pub struct SmtpLogin {
    pub user: String,
    pub password: String,
}

impl fmt::Debug for SmtpLogin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("SmtpLogin(…)")
    }
}

/// What is accepted as a whole.
pub(super) const ACCEPTED: &str = "smtps://USER:PASSWORD@HOST:465, smtp://USER:PASSWORD@HOST:587?tls=required, or in your \
     own network smtp://HOST:25?tls=none";
const ENCODED: &str = "user and password with % written %25, / %2F, ? %3F, # %23, @ %40, and in the user : %3A";

impl SmtpSettings {
    /// The setting, if there is one. Whatever is wrong with it is named, each part for itself, and nothing of it is shown.
    pub(super) fn read(read: &mut Reader<'_>) -> Option<Self> {
        let url = read.secret("SMTP_URL")?;
        match parsed(&url) {
            Ok(settings) => Some(settings),
            Err(wrong) => {
                for accepted in wrong {
                    read.refuse("SMTP_URL", &url, accepted);
                }
                None
            }
        }
    }
}

impl SmtpSettings {
    /// The same line without user and password.
    pub fn shown(&self) -> String {
        let host = if self.host.contains(':') { format!("[{}]", self.host) } else { self.host.clone() };
        let (scheme, tls) = match self.security {
            SmtpSecurity::Tls => ("smtps", ""),
            SmtpSecurity::StartTls => ("smtp", "?tls=required"),
            SmtpSecurity::None => ("smtp", "?tls=none"),
        };
        format!("{scheme}://{host}:{}{tls}", self.port)
    }
}

/// Takes the URL apart by hand: a parser of URLs would say only that something is wrong.
fn parsed(url: &str) -> Result<SmtpSettings, Vec<&'static str>> {
    let mut wrong = Vec::new();
    let (scheme, rest) = url.split_once("://").unwrap_or(("", url));
    let wrapped = match scheme.to_ascii_lowercase().as_str() {
        "smtps" => true,
        "smtp" => false,
        _ => return Err(vec![ACCEPTED]),
    };
    let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    let (authority, behind) = rest.split_at(end);
    // A sign of the password that ends the host for every reader of URLs.
    if behind.contains('@') || authority.matches('@').count() > 1 {
        return Err(vec![ENCODED]);
    }
    let (login, place) = authority.rsplit_once('@').map_or((None, authority), |(login, place)| (Some(login), place));
    let login = login.map(signing_in).transpose().unwrap_or_else(|problem| {
        wrong.push(problem);
        None
    });
    let security = security(wrapped, behind).unwrap_or_else(|problem| {
        wrong.push(problem);
        SmtpSecurity::Tls
    });
    if login.is_some() && security == SmtpSecurity::None {
        wrong.push("no user and password with tls=none: everyone in between could read them; tls=required instead");
    }
    let (name, port) = match place.rfind(':').filter(|colon| !place[*colon..].contains(']')) {
        Some(colon) => (&place[..colon], Some(&place[colon + 1..])),
        None => (place, None),
    };
    let host = host(name).unwrap_or_else(|| {
        wrong.push("a host: a name such as smtp.example.org, or an IP address");
        String::new()
    });
    let port = match port {
        None => usual(security),
        Some(port) => number(port).unwrap_or_else(|| {
            wrong.push("a port from 1 to 65535 behind the host, or none");
            0
        }),
    };
    if wrong.is_empty() { Ok(SmtpSettings { host, port, security, login }) } else { Err(wrong) }
}

/// User and password, of which neither is empty.
fn signing_in(written: &str) -> Result<SmtpLogin, &'static str> {
    let (user, password) = written.split_once(':').unwrap_or((written, ""));
    let (user, password) = (decoded(user).ok_or(ENCODED)?, decoded(password).ok_or(ENCODED)?);
    match (user.is_empty(), password.is_empty()) {
        (false, false) => Ok(SmtpLogin { user, password }),
        (false, true) => Err("a password behind the user, with a colon between them"),
        (true, _) => Err("a user before the password"),
    }
}

/// What percent-encoding stands for; control characters can be in no user and no password.
fn decoded(written: &str) -> Option<String> {
    let whole = |rest: &str| rest.len() >= 2 && rest.as_bytes()[..2].iter().all(u8::is_ascii_hexdigit);
    if !written.split('%').skip(1).all(whole) {
        return None;
    }
    let text = percent_decode_str(written).decode_utf8().ok()?;
    (!text.chars().any(char::is_control)).then(|| text.into_owned())
}

/// What stands behind the host: nothing, or what is wanted of TLS.
fn security(wrapped: bool, behind: &str) -> Result<SmtpSecurity, &'static str> {
    let query = behind.strip_prefix('/').unwrap_or(behind);
    if !query.is_empty() && (!query.starts_with('?') || query.contains('#')) {
        return Err("nothing behind the port but ?tls=required or ?tls=none");
    }
    match (wrapped, query) {
        (true, "" | "?tls=required") => Ok(SmtpSecurity::Tls),
        (true, "?tls=none") => Err("smtp:// with tls=none: smtps:// is TLS"),
        (false, "" | "?tls=required") => Ok(SmtpSecurity::StartTls),
        (false, "?tls=none") => Ok(SmtpSecurity::None),
        _ => Err("nothing behind the port but ?tls=required or ?tls=none"),
    }
}

/// A host as names are looked up and certificates name it: in small letters, other letters in their ASCII form (IDNA, UTS 46).
fn host(written: &str) -> Option<String> {
    let plain = !written.contains(['\\', '%']) && !written.contains(|c: char| c.is_whitespace() || c.is_control());
    let url = Url::parse(&format!("https://{written}")).ok().filter(|_| plain)?;
    let host = url.host().filter(|host| is_name_or_address(host, written))?;
    Some(match host {
        url::Host::Ipv6(address) => address.to_string(),
        host => host.to_string(),
    })
}

/// Digits alone: a sign before them is none of a port.
fn number(port: &str) -> Option<u16> {
    port.bytes().all(|digit| digit.is_ascii_digit()).then(|| port.parse().ok()).flatten().filter(|&port| port > 0)
}

/// The port for each (RFC 8314, section 7.3; RFC 6409; RFC 5321).
fn usual(security: SmtpSecurity) -> u16 {
    match security {
        SmtpSecurity::Tls => 465,
        SmtpSecurity::StartTls => 587,
        SmtpSecurity::None => 25,
    }
}
