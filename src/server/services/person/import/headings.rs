//! What the titles of columns mean, as people and the exports of other programs write them.

mod names;

use self::names::name;
use super::{
    columns::Column,
    values::{folded, read_active, read_role},
};
use crate::domain::visible::visible;

/// What a title says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Heading {
    pub column: Column,
    /// Whether it cannot mean something else.
    pub sure: bool,
}

/// What a title means, whatever its case, accents, and signs: "E-Mail-Adresse:", "Email*", "E-mail 1 - Value".
pub(super) fn heading(title: &str) -> Option<Heading> {
    let words = words(title);
    let has = |these: &[&str]| words.iter().any(|word| these.contains(&word.as_str()));
    let only = |these: &[&str]| words.len() == 1 && has(these);
    let sure = |column| Some(Heading { column, sure: true });
    let perhaps = |column| Some(Heading { column, sure: false });
    if words.is_empty() {
        return None;
    }
    if names_addresses(&words) {
        return if has(&ABOUT_ADDRESSES) { None } else { sure(Column::Email) };
    }
    // A word that stands in columns of these kinds: a title only where others say so too.
    if is_value(title) && !only(&ACTIVE) {
        return None;
    }
    if let Some(column) = name(&words) {
        return sure(column);
    }
    if only(&ROLE) {
        return sure(Column::Role);
    }
    if only(&ACTIVE) || (words.len() == 2 && words[0] == "is" && has(&ACTIVE)) {
        return sure(Column::Active);
    }
    match () {
        () if only(&PERHAPS_ADDRESS) || words.join(" ") == "user principal name" => perhaps(Column::Email),
        () if has(&ROLE) || has(&PERHAPS_ROLE) => perhaps(Column::Role),
        () if has(&ACTIVE) || has(&PERHAPS_ACTIVE) => perhaps(Column::Active),
        () => None,
    }
}

/// Whether it is what stands in a cell rather than above it.
fn is_value(title: &str) -> bool {
    read_role(title).is_some() || read_active(title).is_some()
}

/// The words of a title, also of one such as "emailAddress"; "e" and "mail" are one.
fn words(title: &str) -> Vec<String> {
    let mut apart = String::new();
    let mut small = false;
    for c in visible(title).chars() {
        if small && c.is_uppercase() {
            apart.push(' ');
        }
        small = c.is_lowercase();
        apart.push(c);
    }
    let mut words: Vec<String> = Vec::new();
    for word in folded(&apart).split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        match words.last_mut() {
            Some(last) if last == "e" && (word.starts_with("mail") || word.starts_with("post")) => last.push_str(word),
            _ => words.push(word.to_owned()),
        }
    }
    words
}

const ADDRESSES: [&str; 16] = [
    "mail",
    "mails",
    "courriel",
    "courriels",
    "correo",
    "correos",
    "correio",
    "epost",
    "eposta",
    "mejl",
    "mejladress",
    "sahkoposti",
    "sahkopostiosoite",
    "meil",
    "mel",
    "이메일",
];

fn names_addresses(words: &[String]) -> bool {
    let electronic =
        |word: &String| ["electr", "elektr", "elettr", "eletr"].iter().any(|start| word.starts_with(start));
    let post = |word: &String| {
        ["post", "corre", "mail", "adres", "address", "naslov"].iter().any(|start| word.starts_with(start))
    };
    let one = |word: &String| {
        ADDRESSES.contains(&word.as_str())
            || ["email", "epost", "mailad"].iter().any(|start| word.starts_with(start))
            || word.ends_with("email")
            || ["почт", "邮箱", "邮件", "郵件", "メール", "ηλεκτρ"].iter().any(|part| word.contains(part))
    };
    words.iter().any(one) || (words.iter().any(electronic) && words.iter().any(post))
}

/// Words beside "email" that say that the column holds something else about addresses.
const ABOUT_ADDRESSES: [&str; 41] = [
    "type",
    "typ",
    "label",
    "display",
    "displayname",
    "name",
    "anzeigename",
    "angezeigter",
    "nom",
    "opt",
    "optin",
    "optout",
    "verified",
    "verify",
    "confirmed",
    "confirmation",
    "bestatigt",
    "status",
    "consent",
    "subscribed",
    "subscriber",
    "subscription",
    "newsletter",
    "count",
    "sent",
    "date",
    "datum",
    "domain",
    "provider",
    "client",
    "list",
    "preference",
    "preferences",
    "format",
    "notes",
    "bounced",
    "valid",
    "permission",
    "allowed",
    "postal",
    "marketing",
];

const PERHAPS_ADDRESS: [&str; 9] =
    ["address", "addresses", "adresse", "adres", "contact", "kontakt", "login", "username", "upn"];
const ROLE: [&str; 10] = ["роль", "role", "roles", "rolle", "rollen", "rol", "ruolo", "papel", "rola", "roll"];
const PERHAPS_ROLE: [&str; 11] = [
    "type",
    "typ",
    "group",
    "gruppe",
    "groupe",
    "funktion",
    "function",
    "fonction",
    "permission",
    "permissions",
    "profile",
];
const ACTIVE: [&str; 10] =
    ["активен", "active", "enabled", "aktiv", "actif", "activo", "attivo", "ativo", "actief", "aktywny"];
const PERHAPS_ACTIVE: [&str; 9] =
    ["access", "status", "zugang", "zugriff", "acces", "statut", "estado", "stato", "state"];
