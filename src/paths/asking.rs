//! URLs with something typed in their query.

use super::{AUDIT, SIGN_IN, door, request_of};
use crate::domain::ids::{EventId, PersonId};

/// The sign-in page that leads on to a page of ours.
pub fn sign_in_for(next: &str) -> String {
    if next.is_empty() {
        return SIGN_IN.to_owned();
    }
    format!("{SIGN_IN}?{}", serde_urlencoded::to_string([("next", next)]).unwrap_or_default())
}

/// The same for someone who was named exactly; the page wants to know how.
pub fn request_of_named(id: EventId, person: PersonId, sought: &str) -> String {
    let page = request_of(id, person);
    if sought.is_empty() {
        return page;
    }
    format!("{page}?{}", serde_urlencoded::to_string([("q", sought)]).unwrap_or_default())
}

/// What the audit log knows about an event, for admins.
pub fn audit_of_event(event: EventId) -> String {
    format!("{AUDIT}?event={event}")
}

/// What the audit log knows about someone, for admins.
pub fn audit_of(email: &str) -> String {
    format!("{AUDIT}?{}", serde_urlencoded::to_string([("person", email)]).unwrap_or_default())
}

/// Deeds of one kind in the audit log, for admins.
pub fn audit_of_kind(kind: &str) -> String {
    format!("{AUDIT}?{}", serde_urlencoded::to_string([("kind", kind)]).unwrap_or_default())
}

/// The list for the door, with what is looked for; at someone's place in it, where someone is given.
pub fn door_at(id: EventId, search: &str, person: Option<PersonId>) -> String {
    let place = person.map_or_else(String::new, |person| format!("#p{person}"));
    let query = if search.is_empty() { String::new() } else { asked(&[("q", search)]) };
    format!("{}{query}{place}", door(id))
}

/// The same with the names of someone's guests to be changed.
pub fn door_names(id: EventId, search: &str, person: &str) -> String {
    let fields = [("q", search), ("names", person)];
    let given: Vec<_> = fields.into_iter().filter(|(_, value)| !value.is_empty()).collect();
    format!("{}{}", door(id), asked(&given))
}

fn asked(fields: &[(&str, &str)]) -> String {
    let query = serde_urlencoded::to_string(fields).unwrap_or_default();
    if query.is_empty() { query } else { format!("?{query}") }
}
