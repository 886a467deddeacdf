//! What the titles of columns mean, as people and the exports of other programs write them.

mod access;
mod addresses;
mod names;
mod owner;

use self::{
    addresses::Addresses,
    names::{is_a_topic, is_nothing_but_a_name, is_part_of_family_name, name},
    owner::owner,
};
use super::{
    columns::Column,
    values::{is_answer, is_nothing, read_role},
    words::{Words, folded},
};
use crate::domain::visible::visible;
pub(super) use owner::Owner;

/// What a title says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Heading {
    pub column: Column,
    /// Whether it cannot mean something else.
    pub sure: bool,
    /// Whose name or address stands below it.
    pub of: Owner,
    /// Whether others with it make up the name of a family.
    pub part: bool,
    /// Whether every word of it speaks of a person's name: "First name", "Customer name", not "Course name".
    pub plain: bool,
}

/// What a title means, whatever its case, accents, and signs: "E-Mail-Adresse:", "Email*", "E-mail 1 - Value".
pub(super) fn heading(title: &str) -> Option<Heading> {
    let words = words(title);
    let of = owner(&words);
    let (plain, part) = (is_nothing_but_a_name(&words), is_part_of_family_name(&words));
    let sure = |column| Some(Heading { column, sure: true, of, part, plain });
    let perhaps = |column| Some(Heading { column, sure: false, of, part, plain });
    if words.is_empty() || is_nothing(title) {
        return None;
    }
    match addresses::of(&words) {
        Addresses::Are => return sure(Column::Email),
        Addresses::About => return None,
        Addresses::Not => {}
    }
    if let Some(column) = access::surely(&words) {
        return sure(column);
    }
    if access::asks_who_left(&words) {
        return perhaps(Column::Blocked);
    }
    // A word that stands in columns of these kinds: a title only where others say so too.
    if read_role(title).is_some() || is_answer(title) {
        return None;
    }
    if let Some(column) = name(&words) {
        return sure(column);
    }
    if words.len() == 1 && ROLE.has_any(&words) {
        return sure(Column::Role);
    }
    match () {
        // "Blocked until": it may be over.
        () if UNTIL.has_any(&words) => None,
        () if words.len() == 1 && PERHAPS_ADDRESS.has_any(&words) || words.join(" ") == "user principal name" => {
            perhaps(Column::Email)
        }
        () if ROLE.has_any(&words) || PERHAPS_ROLE.has_any(&words) => perhaps(Column::Role),
        () => access::perhaps(&words).and_then(perhaps),
    }
}

/// Whose what stands below a title is, whatever that is.
pub(super) fn owner_of(title: &str) -> Owner {
    owner(&words(title))
}

/// Whether a title asks of nothing but whether somebody is one of us and may sign in.
pub(super) fn is_of_access_alone(title: &str) -> bool {
    access::of_access_alone(&words(title))
}

/// Whether a title is that of a membership: what stands below it may say that it ended.
pub(super) fn is_of_membership(title: &str) -> bool {
    access::of_membership(&words(title))
}

/// Whether a title names something that people have beside a name: a town, a language, a newsletter.
pub(super) fn is_beside_the_name(title: &str) -> bool {
    let words = words(title);
    heading(title).is_some()
        || [&addresses::ABOUT, &access::OF_SOMETHING_ELSE].iter().any(|others| others.has_any(&words))
        || is_a_topic(&words)
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
    // Within a word of Ukrainian an apostrophe parts nothing.
    let whole = folded(&apart).replace(['\'', '’', 'ʼ'], "'").replace("'я", "я");
    for word in whole.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        let goes_on = ["mail", "post", "пошт", "пощ", "почт"].iter().any(|start| word.starts_with(start));
        match words.last_mut() {
            Some(last) if (last == "e" || last == "е") && goes_on => last.push_str(word),
            _ => words.push(word.to_owned()),
        }
    }
    words
}

static PERHAPS_ADDRESS: Words =
    Words::of("address addresses adresse adres adresa adress contact contacts kontakt contacto login username upn");
static ROLE: Words = Words::of(
    "role roles rolle rollen rôle rol ruolo papel rola roll rooli roli szerep szerepkör úloha uloga vloga rolul роль роля \
     улога ρόλος 역할 角色 役割 الدور دور תפקיד",
);
static PERHAPS_ROLE: Words = Words::of(
    "type typ group gruppe groupe grupo gruppo funktion function fonction función funzione função funkce funkcja funkcija \
     funcție permission permissions profile profil tipo rodzaj функция 권한 权限 権限",
);
static UNTIL: Words = Words::of("until till bis jusqu* hasta até fino tot до");
