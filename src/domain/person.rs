//! People: names, email addresses, roles.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use super::{
    typed::{FieldError, Fields, Problem, line},
    visible::visible,
};

/// The longest name, in characters.
pub const MAX_NAME: usize = 100;

/// What someone may do. Ordered: each role may do all the one before may.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// Asks for tickets.
    Member,
    /// Also creates events and runs their own.
    Organizer,
    /// Runs everything.
    Admin,
}

impl Role {
    /// All roles, from the least to the most.
    pub const ALL: [Self; 3] = [Self::Member, Self::Organizer, Self::Admin];

    /// The word used in forms and in the database.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Member => "member",
            Self::Organizer => "organizer",
            Self::Admin => "admin",
        }
    }

    /// Reads [`Role::as_str`] back.
    pub fn parse(raw: &str) -> Result<Self, Problem> {
        choice(raw, &Self::ALL, Self::as_str)
    }
}

/// One of a closed list, by its word.
pub(super) fn choice<T: Copy>(raw: &str, all: &[T], word: fn(T) -> &'static str) -> Result<T, Problem> {
    let seen: String = raw.trim().chars().take(40).collect();
    all.iter().copied().find(|&one| word(one) == seen).ok_or_else(|| {
        let accepted = all.iter().map(|&one| word(one)).collect::<Vec<_>>().join(", ");
        if seen.is_empty() { Problem::Missing } else { Problem::NotAChoice { seen, accepted } }
    })
}

/// An email address, trimmed and lower-cased, so that one person has one.
///
/// At most 254 octets (RFC 5321 4.5.3.1.3), one `@`, no quoting; ASCII only before the `@`: SES writes to no other kind. A
/// domain with other letters is kept in its ASCII form (IDNA, UTS 46), so that however it is typed it is one.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Email(String);

impl Email {
    /// Reads an address.
    pub fn parse(raw: &str) -> Result<Self, Problem> {
        let typed = visible(raw);
        if typed.trim().is_empty() {
            return Err(Problem::Missing);
        }
        let Some(address) = in_ascii(typed.trim()) else {
            return Err(Problem::NotAnAddress { seen: raw.trim().chars().take(80).collect() });
        };
        if address.len() > 254 {
            return Err(Problem::TooLong { max: 254, seen: address.chars().count() });
        }
        let local_ok = |local: &str| {
            (1..=64).contains(&local.len())
                && local.bytes().all(|b| b.is_ascii_alphanumeric() || b".!#$%&'*+-/=?^_`{|}~".contains(&b))
                && !local.starts_with('.')
                && !local.ends_with('.')
                && !local.contains("..")
        };
        let label_ok = |label: &str| {
            (1..=63).contains(&label.len())
                && label.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
                && !label.starts_with('-')
                && !label.ends_with('-')
        };
        match address.split_once('@') {
            Some((local, domain)) if local_ok(local) && domain.contains('.') && domain.split('.').all(label_ok) => {
                Ok(Self(address))
            }
            _ => Err(Problem::NotAnAddress { seen: raw.trim().chars().take(80).collect() }),
        }
    }

    /// The address as text, its domain in ASCII.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// An address in small letters, its domain in ASCII; `None`: it is no domain.
fn in_ascii(address: &str) -> Option<String> {
    match address.rsplit_once('@') {
        Some((local, domain)) if !domain.is_ascii() || domain.to_ascii_lowercase().contains("xn--") => {
            Some(format!("{}@{}", local.to_ascii_lowercase(), domain_in_ascii(domain)?))
        }
        _ => Some(address.to_ascii_lowercase()),
    }
}

/// A part of an address that is searched, as addresses are kept.
pub fn searched_address(search: &str) -> String {
    let search = visible(search);
    let search = search.trim();
    let (before, domain) =
        search.rsplit_once('@').map_or(("", search), |(local, domain)| (&search[..=local.len()], domain));
    // What is no domain as a whole may still be a part of one.
    match domain_in_ascii(domain) {
        Some(domain) if !search.is_ascii() => format!("{}{domain}", before.to_lowercase()),
        _ => search.to_lowercase(),
    }
}

/// An address as people write it: its domain in the letters it stands for.
pub fn shown_address(address: &str) -> Cow<'_, str> {
    match address.split_once('@') {
        Some((local, domain)) if domain.contains("xn--") => Cow::Owned(format!("{local}@{}", domain_shown(domain))),
        _ => Cow::Borrowed(address),
    }
}

#[cfg(feature = "ssr")]
fn domain_in_ascii(domain: &str) -> Option<String> {
    idna::domain_to_ascii_strict(domain).ok()
}

#[cfg(feature = "ssr")]
fn domain_shown(domain: &str) -> String {
    let (shown, read) = idna::domain_to_unicode(domain);
    if read.is_ok() { shown } else { domain.to_owned() }
}

/// Browsers have no use for the tables.
#[cfg(not(feature = "ssr"))]
fn domain_in_ascii(domain: &str) -> Option<String> {
    domain.is_ascii().then(|| domain.to_ascii_lowercase())
}

#[cfg(not(feature = "ssr"))]
fn domain_shown(domain: &str) -> String {
    domain.to_owned()
}

/// What an admin types about a person.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct PersonForm {
    pub name: String,
    pub email: String,
    pub role: String,
    /// A box: ticked is active. Not asked for someone new.
    pub active: String,
    pub version: String,
}

/// A person's details, read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PersonDetails {
    pub name: String,
    pub email: Email,
    pub role: Role,
    pub active: bool,
}

impl PersonForm {
    /// Reads every field.
    pub fn parse(&self) -> Result<PersonDetails, Vec<FieldError>> {
        let mut fields = Fields::default();
        let name = fields.take("name", line(&self.name, MAX_NAME));
        let email = fields.take("email", Email::parse(&self.email));
        let role = fields.take("role", Role::parse(&self.role));
        let active = super::typed::ticked(&self.active);
        let details = (|| Some(PersonDetails { name: name?, email: email?, role: role?, active }))();
        fields.finish(details)
    }
}
