//! What the bodies of server functions start from. They run on the server only.

pub use crate::{
    domain::ids::{EventId, MessageId, OfferId, PersonId, SeasonId, SessionId},
    error::Refusal,
    paths,
    server::{
        auth::{Action, Actor, OffLink, OfferLink, Secret},
        http::reply::{Form, Onward, answer, answer_anyone},
        services::{self, Needs, draft::forms},
    },
    words::Notice,
};

/// A page about an event. Where the event is garbled any page of ours will do: the refusal leads elsewhere.
pub fn page_of(event: &str, page: impl FnOnce(EventId) -> String) -> String {
    EventId::parse(event).map_or_else(|| paths::EVENTS.to_owned(), page)
}

/// A button on an event's page.
pub fn on_event_page(event: &str) -> Form<'static, ()> {
    forms::EVENT_PAGE.on(page_of(event, paths::event), &())
}

/// What those who run an event do by hand, after the result.
pub fn by_hand<'a>(event: &str, typed: &'a forms::ByHandForm) -> Form<'a, forms::ByHandForm> {
    forms::BY_HAND.on(page_of(event, paths::event_after), typed)
}

/// Whose request it is: this person's, or one's own where nobody is named.
pub fn whose(person: &str, actor: &Actor) -> Result<PersonId, Refusal> {
    if person.is_empty() { Ok(actor.person) } else { PersonId::parse(person).ok_or(Refusal::NotFound) }
}

/// The page of this person's request, or of one's own where nobody is named; `sought`: how they were.
pub fn page_of_request(event: EventId, person: &str, sought: &str) -> String {
    let theirs = |person| paths::request_of_named(event, person, sought);
    PersonId::parse(person).map_or_else(|| paths::request(event), theirs)
}

/// A person's page. Where the person is garbled any page of ours will do: the refusal leads elsewhere.
pub fn page_of_person(person: &str) -> String {
    PersonId::parse(person).map_or_else(|| paths::PEOPLE.to_owned(), paths::person)
}

/// A button beside a message that failed.
pub fn settling(event: &str) -> Form<'static, ()> {
    if event.is_empty() { forms::SETTLE.on(paths::MAIL, &()) } else { on_event_page(event) }
}

/// The message that is settled; the event it is about can be read, where one is named.
pub fn settled(message: &str, event: &str) -> Result<MessageId, Refusal> {
    let known = event.is_empty() || EventId::parse(event).is_some();
    MessageId::parse(message).filter(|_| known).ok_or(Refusal::NotFound)
}

/// A token as it stands in a URL; what has not even the shape of one stays out of it.
pub fn token_or_spent(token: &str) -> &str {
    if Secret::presented(token).is_some() { token } else { "spent" }
}

/// The same for the token at the foot of an email.
pub fn off_link_or_spent(token: &str) -> &str {
    if OffLink::is_shaped(token) { token } else { "spent" }
}

/// The same for the token of an offer.
pub fn offer_link_or_spent(token: &str) -> &str {
    if OfferLink::is_shaped(token) { token } else { "spent" }
}
